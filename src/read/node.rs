//! A text of JSON as a tree.

use super::place::{self, Misread};
use super::{Read, Reader};
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;
use std::fmt;

/// One value of a text of JSON.
pub struct Node<'t> {
    /// Which of all values of the text it is, in the order in which they begin.
    pub(super) nth: usize,
    /// What stands there.
    pub value: Json<'t>,
}

/// What stands at a place of a text of JSON.
pub enum Json<'t> {
    /// No value: the member is not there, or has been refused already.
    Absent,
    /// `null`.
    Null,
    /// `true` or `false`.
    Flag(bool),
    /// A whole number.
    Whole(i64),
    /// A number that is not whole, is written with an exponent, or lies outside 64 bits.
    Other,
    /// A text.
    Text(Cow<'t, str>),
    /// A list.
    List(Vec<Node<'t>>),
    /// An object; members that stand twice are both here.
    Object(Vec<(Cow<'t, str>, Node<'t>)>),
}

/// What stands for a value that is not there.
pub(super) static ABSENT: Node<'static> = Node {
    nth: usize::MAX,
    value: Json::Absent,
};

/// A text of JSON with its tree.
pub struct Text<'t> {
    json: &'t str,
    root: Node<'t>,
}

impl<'t> Text<'t> {
    /// Takes the text apart.
    ///
    /// # Errors
    /// The one place where it stops being JSON.
    pub fn parse(json: &'t str) -> Result<Self, Misread> {
        let mut way = Way::default();
        let mut reader = serde_json::Deserializer::from_str(json);
        let parsed = Value(&mut way)
            .deserialize(&mut reader)
            .and_then(|root| reader.end().map(|()| root));
        match parsed {
            Ok(root) => Ok(Self { json, root }),
            Err(error) => Err(place::unfinished(json, &way.path, &error)),
        }
    }

    /// Reads the whole text as one value.
    ///
    /// # Errors
    /// All that is not of the value's shape: what stands there in the order of the text, then what is
    /// missing.
    pub fn read<T: Read>(&self) -> Result<T, Vec<Misread>> {
        self.read_and(|_, _, _| {})
    }

    /// [`Self::read`], with what is to be refused besides.
    ///
    /// # Errors
    /// Those of [`Self::read`].
    pub fn read_and<T: Read>(
        &self,
        refuse: impl Fn(&T, &Node<'_>, &mut Reader),
    ) -> Result<T, Vec<Misread>> {
        let mut reader = Reader::default();
        let value = T::read(&self.root, &mut reader);
        refuse(&value, &self.root, &mut reader);
        if reader.refused.is_empty() {
            Ok(value)
        } else {
            Err(place::misreads(self.json, &self.root, reader))
        }
    }

    /// Reads the whole text as one value as far as it goes, blank where the text is wrong, with all that is: see [`Self::read`].
    pub fn read_as_far<T: Read>(&self) -> (T, Vec<Misread>) {
        let mut reader = Reader::default();
        let value = T::read(&self.root, &mut reader);
        if reader.refused.is_empty() {
            return (value, Vec::new());
        }
        (value, place::misreads(self.json, &self.root, reader))
    }

    /// Reads the whole text as one value, where nobody asks what is wrong with it.
    pub fn read_or_none<T: Read>(&self) -> Option<T> {
        let mut reader = Reader::default();
        let value = T::read(&self.root, &mut reader);
        reader.refused.is_empty().then_some(value)
    }

    /// Where the values at `pointers` begin, as line and character from 1; 0 and 0 where a pointer
    /// leads nowhere.
    pub fn places(&self, pointers: &[&str]) -> Vec<(usize, usize)> {
        place::of_pointers(self.json, &self.root, pointers)
    }
}

/// The member being read, by its key or its index.
pub(super) enum Step<'t> {
    Key(Cow<'t, str>),
    Index(usize),
}

/// How far a text has been read: the path stays where reading fails.
#[derive(Default)]
struct Way<'t> {
    path: Vec<Step<'t>>,
    /// How many values have begun.
    begun: usize,
}

/// Fills a node from whatever comes.
struct Value<'w, 't>(&'w mut Way<'t>);

impl<'t> DeserializeSeed<'t> for Value<'_, 't> {
    type Value = Node<'t>;

    fn deserialize<D: Deserializer<'t>>(self, deserializer: D) -> Result<Node<'t>, D::Error> {
        let nth = self.0.begun;
        self.0.begun += 1;
        let value = deserializer.deserialize_any(self)?;
        Ok(Node { nth, value })
    }
}

impl<'t> Visitor<'t> for Value<'_, 't> {
    type Value = Json<'t>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E: Error>(self) -> Result<Json<'t>, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E: Error>(self, flag: bool) -> Result<Json<'t>, E> {
        Ok(Json::Flag(flag))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Json<'t>, E> {
        Ok(Json::Whole(number))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Json<'t>, E> {
        Ok(i64::try_from(number).map_or(Json::Other, Json::Whole))
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Json<'t>, E> {
        Ok(Json::Other)
    }

    fn visit_borrowed_str<E: Error>(self, text: &'t str) -> Result<Json<'t>, E> {
        Ok(Json::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Json<'t>, E> {
        Ok(Json::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'t>>(self, mut list: A) -> Result<Json<'t>, A::Error> {
        let mut items = Vec::new();
        let depth = self.0.path.len();
        while let Some(item) = list.next_element_seed(Item {
            way: self.0,
            step: (depth, items.len()),
        })? {
            items.push(item);
        }
        self.0.path.truncate(depth);
        Ok(Json::List(items))
    }

    fn visit_map<A: MapAccess<'t>>(self, mut object: A) -> Result<Json<'t>, A::Error> {
        let mut members = Vec::new();
        let depth = self.0.path.len();
        while let Some(key) = object.next_key_seed(Key {
            path: &mut self.0.path,
            depth,
        })? {
            self.0.path.push(Step::Key(key.clone()));
            let value = object.next_value_seed(Value(self.0))?;
            members.push((key, value));
        }
        self.0.path.truncate(depth);
        Ok(Json::Object(members))
    }
}

/// An item of a list. Its step replaces that of the item before only once there is one.
struct Item<'w, 't> {
    way: &'w mut Way<'t>,
    step: (usize, usize),
}

impl<'t> DeserializeSeed<'t> for Item<'_, 't> {
    type Value = Node<'t>;

    fn deserialize<D: Deserializer<'t>>(self, deserializer: D) -> Result<Node<'t>, D::Error> {
        let (depth, index) = self.step;
        self.way.path.truncate(depth);
        self.way.path.push(Step::Index(index));
        Value(self.way).deserialize(deserializer)
    }
}

/// The name of a member; the step of the member before it goes as soon as a name begins.
struct Key<'p, 't> {
    path: &'p mut Vec<Step<'t>>,
    depth: usize,
}

impl<'t> DeserializeSeed<'t> for Key<'_, 't> {
    type Value = Cow<'t, str>;

    fn deserialize<D: Deserializer<'t>>(self, deserializer: D) -> Result<Cow<'t, str>, D::Error> {
        self.path.truncate(self.depth);
        deserializer.deserialize_str(Name)
    }
}

struct Name;

impl<'t> Visitor<'t> for Name {
    type Value = Cow<'t, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name")
    }

    fn visit_borrowed_str<E: Error>(self, text: &'t str) -> Result<Cow<'t, str>, E> {
        Ok(Cow::Borrowed(text))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Cow<'t, str>, E> {
        Ok(Cow::Owned(text.to_owned()))
    }
}

impl Node<'_> {
    /// What stands there, as an error says it; serde's words.
    pub(super) fn found(&self) -> String {
        match &self.value {
            Json::Absent => "nothing".into(),
            Json::Null => "null".into(),
            Json::Flag(flag) => ["boolean `", if *flag { "true" } else { "false" }, "`"].concat(),
            Json::Whole(number) => ["integer `", &number.to_string(), "`"].concat(),
            Json::Other => "a number that is not whole or too large".into(),
            Json::Text(text) => ["string \"", text, "\""].concat(),
            Json::List(_) => "sequence".into(),
            Json::Object(_) => "map".into(),
        }
    }

    /// The member of that name, where this is an object and has one.
    pub fn member(&self, name: &str) -> &Self {
        let members = match &self.value {
            Json::Object(members) => members.as_slice(),
            _ => &[],
        };
        members
            .iter()
            .find(|(key, _)| key == name)
            .map_or(&ABSENT, |(_, value)| value)
    }

    /// Whether there is no value.
    pub fn is_absent(&self) -> bool {
        matches!(self.value, Json::Absent)
    }
}
