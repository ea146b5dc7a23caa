//! What a draft or report holds by indicator.

use crate::read::{Node, Read, Reader};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::BTreeMap;

/// Figures by the indicator's identity, sorted by it; each stands once. In JSON an object.
///
/// A sorted list: a form has some dozens of them, and the standard library's map would take 10 KB more
/// of the form's wasm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figures<T>(Vec<(String, T)>);

impl<T> Default for Figures<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Figures<T> {
    /// No figures.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn place(&self, key: &str) -> Result<usize, usize> {
        self.0
            .binary_search_by(|(there, _)| there.as_str().cmp(key))
    }

    /// The figure under `key`.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&T> {
        let place = self.place(key).ok()?;
        self.0.get(place).map(|(_, figure)| figure)
    }

    /// Puts a figure under `key`, in place of the one that stood there.
    pub fn insert(&mut self, key: String, figure: T) {
        match self.place(&key) {
            Ok(place) => {
                if let Some(there) = self.0.get_mut(place) {
                    there.1 = figure;
                }
            }
            Err(place) => self.0.insert(place, (key, figure)),
        }
    }

    /// Takes the figure under `key` out.
    pub fn remove(&mut self, key: &str) {
        if let Ok(place) = self.place(key) {
            self.0.remove(place);
        }
    }

    /// The figures with their keys, in the order of the keys.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &T)> {
        self.0.iter().map(|(key, figure)| (key.as_str(), figure))
    }
}

impl<T> FromIterator<(String, T)> for Figures<T> {
    fn from_iter<I: IntoIterator<Item = (String, T)>>(all: I) -> Self {
        let mut figures = Self::new();
        for (key, figure) in all {
            figures.insert(key, figure);
        }
        figures
    }
}

impl<T, const N: usize> From<[(String, T); N]> for Figures<T> {
    fn from(all: [(String, T); N]) -> Self {
        all.into_iter().collect()
    }
}

impl<T: Serialize> Serialize for Figures<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Figures<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // Sorted already, so that nothing moves.
        BTreeMap::deserialize(deserializer).map(Self::from_iter)
    }
}

impl<T: Read> Read for Figures<T> {
    fn read<'n>(node: &'n Node<'n>, reader: &mut Reader<'n>) -> Self {
        let mut figures = Self::new();
        for (key, value) in reader.members(node) {
            figures.insert(key.clone().into_owned(), T::read(value, reader));
        }
        figures
    }
}

#[cfg(test)]
mod tests {
    use super::Figures;

    #[test]
    fn figures_stand_once_and_in_the_order_of_their_keys() {
        let mut figures: Figures<u8> = [("trees", 1), ("blood", 2), ("trees", 3)]
            .map(|(key, figure)| (key.to_owned(), figure))
            .into_iter()
            .collect();
        let json = serde_json::to_string(&figures).unwrap();
        assert_eq!(json, r#"{"blood":2,"trees":3}"#);
        assert_eq!(serde_json::from_str::<Figures<u8>>(&json).unwrap(), figures);
        assert_eq!(
            (figures.get("trees"), figures.get("tree")),
            (Some(&3), None)
        );
        figures.remove("trees");
        figures.remove("trees");
        assert_eq!(figures.iter().collect::<Vec<_>>(), [("blood", &2)]);
    }
}
