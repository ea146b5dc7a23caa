//! What a draft or report holds by indicator, and a row of a table by column.

use crate::read::{Node, Read, Reader};
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

/// Figures by the indicator's identity, or the answers of a row by the column's; sorted by it, each once. In JSON an object.
///
/// A sorted list: a form has few of them, and the standard library's map weighs much in the form's wasm.
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
        struct Members<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for Members<T> {
            type Value = Figures<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("figures by indicator")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Figures<T>, A::Error> {
                let mut figures: BTreeMap<String, T> = BTreeMap::new();
                while let Some((key, figure)) = map.next_entry()? {
                    if figures.insert(key, figure).is_some() {
                        return Err(A::Error::custom("a figure that stands twice"));
                    }
                }
                // Sorted already, so that nothing moves.
                Ok(figures.into_iter().collect())
            }
        }

        deserializer.deserialize_map(Members(PhantomData))
    }
}

/// Whether no key stands twice. Of two figures for one indicator nobody can say which is meant, and readers
/// of JSON disagree on which they take.
pub(crate) fn stand_once<'k>(keys: impl Iterator<Item = &'k str> + Clone) -> bool {
    // Most reports are written in sorted order.
    let next = keys.clone().skip(1);
    keys.clone().zip(next).all(|(one, two)| one < two) || {
        let mut keys: Vec<&str> = keys.collect();
        keys.sort_unstable();
        keys.windows(2)
            .all(|pair| matches!(pair, [one, two] if one != two))
    }
}

impl<T: Read> Read for Figures<T> {
    fn read(node: &Node<'_>, reader: &mut Reader) -> Self {
        let mut figures = Self::new();
        for (key, value) in reader.members(node) {
            if figures.get(key).is_some() {
                reader.refuse_repeated(value, key);
            }
            figures.insert(key.clone().into_owned(), T::read(value, reader));
        }
        figures
    }
}

#[cfg(test)]
mod tests {
    use super::{Figures, stand_once};
    use crate::read;

    #[test]
    fn a_figure_that_stands_twice_is_refused_by_every_reader() {
        for (json, once) in [
            (r#"{"blood":2,"trees":3}"#, true),
            (r#"{"trees":3,"blood":2}"#, true),
            (r#"{"trees":1,"trees":3}"#, false),
            (r#"{"trees":3,"trees":3}"#, false),
            (r#"{"trees":1,"blood":2,"trees":3}"#, false),
            (r#"{"trees":1,"blood":2,"tr\u0065es":3}"#, false),
            ("{}", true),
        ] {
            let read = serde_json::from_str::<Figures<crate::value::Value>>(json);
            assert_eq!(read.is_ok(), once, "{json}");
            let read = read::from_str::<Figures<crate::value::Value>>(json);
            assert_eq!(read.is_ok(), once, "{json}");
        }
        for (keys, once) in [
            (&["a", "b"][..], true),
            (&["b", "a"], true),
            (&["b", "a", "b"], false),
            (&["a", "a"], false),
            (&[], true),
        ] {
            assert_eq!(stand_once(keys.iter().copied()), once, "{keys:?}");
        }
    }

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
