//! What all types share in reading: taking a node as text, number, list or object, and refusing it.

use super::names::{camel, is_camel, listed};
use super::node::ABSENT;
use super::{Json, Node, Problem};
use std::borrow::Cow;

/// One refusal: which value, whether its key is meant rather than the value, and why.
pub(super) struct Refusal {
    pub nth: usize,
    pub key: bool,
    pub problem: Problem,
}

/// The most mistakes that are told of one text. Each comes with its place, so that in a text of one long name and
/// many mistakes below it a place each would be many times the text.
pub(crate) const MOST_MISREADS: usize = 1_000;

/// Keeps what was refused.
#[derive(Default)]
pub struct Reader {
    pub(super) refused: Vec<Refusal>,
    count: usize,
}

type Member<'t> = (Cow<'t, str>, Node<'t>);

impl Reader {
    /// Refuses a value.
    pub fn refuse(&mut self, node: &Node<'_>, problem: Problem) {
        // What is not there was said to be missing; nothing more is wrong with it.
        if !node.is_absent() {
            let (nth, key) = (node.nth, false);
            self.keep(Refusal { nth, key, problem });
        }
    }

    /// Refuses a value of the right type that cannot be.
    pub fn refuse_value(&mut self, node: &Node<'_>, detail: &str) {
        let detail = detail.to_owned();
        self.refuse(node, Problem::WrongValue { detail });
    }

    /// Refuses a value of another type than `expected`.
    pub fn refuse_type(&mut self, node: &Node<'_>, expected: &str) {
        self.refuse(node, Problem::wrong_type(node, expected));
    }

    /// Refuses a member that stood there before.
    pub fn refuse_repeated(&mut self, node: &Node<'_>, key: &str) {
        let field = key.to_owned();
        self.refuse_key(node, Problem::RepeatedField { field });
    }

    fn refuse_key(&mut self, node: &Node<'_>, problem: Problem) {
        let (nth, key) = (node.nth, true);
        self.keep(Refusal { nth, key, problem });
    }

    fn keep(&mut self, refusal: Refusal) {
        self.count += 1;
        if self.count <= MOST_MISREADS {
            self.refused.push(refusal);
        }
    }

    /// How much was refused until now; as long as it stays, what was read is right.
    pub fn count(&self) -> usize {
        self.count
    }

    /// The text; "" where it is none.
    pub fn text<'n>(&mut self, node: &'n Node<'_>, expected: &str) -> &'n str {
        if let Json::Text(text) = &node.value {
            return text;
        }
        self.refuse_type(node, expected);
        ""
    }

    /// The whole number from `least` to `most`; 0 where it is none.
    pub fn whole(&mut self, node: &Node<'_>, least: i64, most: i64, expected: &str) -> i64 {
        match &node.value {
            Json::Whole(number) if least <= *number && *number <= most => return *number,
            Json::Whole(_) => {
                let detail = ["invalid value: ", &node.found(), ", expected ", expected];
                self.refuse_value(node, &detail.concat());
            }
            _ => self.refuse_type(node, expected),
        }
        0
    }

    /// The items of a list; none where it is no list.
    pub fn list<'n, 't>(&mut self, node: &'n Node<'t>) -> &'n [Node<'t>] {
        if let Json::List(items) = &node.value {
            return items;
        }
        self.refuse_type(node, "a sequence");
        &[]
    }

    /// The members of an object, whatever their names; none where it is no object.
    pub fn members<'n, 't>(&mut self, node: &'n Node<'t>) -> &'n [Member<'t>] {
        if let Json::Object(members) = &node.value {
            return members;
        }
        self.refuse_type(node, "a map");
        &[]
    }

    /// The values of an object's members, first those that it must have, then those that it may; names
    /// as in Rust.
    pub fn object<'n, 't, const N: usize>(
        &mut self,
        node: &'n Node<'t>,
        must: &[&str],
        may: &[&str],
    ) -> [&'n Node<'t>; N] {
        let mut values = [&ABSENT; N];
        self.take(node, must, may, &mut values);
        values
    }

    fn take<'n, 't>(
        &mut self,
        node: &'n Node<'t>,
        must: &[&str],
        may: &[&str],
        values: &mut [&'n Node<'t>],
    ) {
        if node.is_absent() {
            return;
        }
        let before = self.count();
        let members = self.members(node);
        if self.count() > before {
            return;
        }
        for (key, value) in members {
            let field = || key.clone().into_owned();
            let names = must.iter().chain(may);
            match names
                .zip(values.iter_mut())
                .find(|(name, _)| is_camel(key, name))
            {
                None => {
                    let (field, expected) = (field(), listed(must, may));
                    self.refuse_key(value, Problem::UnknownField { field, expected });
                }
                Some((_, slot)) if slot.is_absent() => *slot = value,
                Some(_) => self.refuse_repeated(value, key),
            }
        }
        for (name, value) in must.iter().zip(values) {
            if value.is_absent() {
                let field = camel(name);
                self.refuse(node, Problem::MissingField { field });
            }
        }
    }

    /// Which of `words`, as in Rust, the text is; the first where it is none.
    pub fn word(&mut self, node: &Node<'_>, words: &[&str]) -> usize {
        if let Json::Text(text) = &node.value {
            if let Some(index) = words.iter().position(|word| is_camel(text, word)) {
                return index;
            }
            let (found, expected) = (text.clone().into_owned(), listed(words, &[]));
            self.refuse(node, Problem::UnknownWord { found, expected });
        } else {
            self.refuse_type(node, &listed(words, &[]));
        }
        0
    }

    /// Which of the variants stands here, and what it holds: a word for one without content, an object
    /// of one member for one with. The first, holding nothing, where it is none. `plain` are the
    /// variants without content, `full` those with.
    pub fn variant<'w, 'n, 't>(
        &mut self,
        node: &'n Node<'t>,
        plain: &[&'w str],
        full: &[&'w str],
    ) -> (&'w str, &'n Node<'t>) {
        let found =
            |words: &[&'w str], text: &str| words.iter().find(|word| is_camel(text, word)).copied();
        match &node.value {
            Json::Absent => {}
            Json::Text(text) => match found(plain, text) {
                Some(word) => return (word, &ABSENT),
                None if found(full, text).is_some() => {
                    let expected = ["a map, {\"", text, "\": …}"].concat();
                    self.refuse_type(node, &expected);
                }
                None => {
                    let (found, expected) = (text.clone().into_owned(), listed(plain, full));
                    self.refuse(node, Problem::UnknownWord { found, expected });
                }
            },
            Json::Object(members) => match members.as_slice() {
                [(key, content)] => match found(full, key) {
                    Some(word) => return (word, content),
                    None if found(plain, key).is_some() => {
                        self.refuse_type(content, &["only the word \"", key, "\""].concat());
                    }
                    None => {
                        let (found, expected) = (key.clone().into_owned(), listed(plain, full));
                        self.refuse_key(content, Problem::UnknownWord { found, expected });
                    }
                },
                _ => self.refuse_type(node, "a map of one member"),
            },
            _ => self.refuse_type(node, &listed(plain, full)),
        }
        ("", &ABSENT)
    }
}
