//! What all types share in reading: taking a node as text, number, list or object, and refusing it.

use super::names::{camel, is_camel, listed};
use super::node::ABSENT;
use super::{Node, Problem};
use std::borrow::Cow;

/// One refusal: the node, whether its key is meant rather than its value, and why.
pub(super) struct Refusal<'n> {
    pub node: &'n Node<'n>,
    pub key: bool,
    pub problem: Problem,
}

/// The most mistakes that are told of one text. Each comes with its place, so that in a text of one long name and
/// many mistakes below it a place each would be many times the text.
pub(crate) const MOST_MISREADS: usize = 1_000;

/// Keeps what was refused.
#[derive(Default)]
pub struct Reader<'n> {
    pub(super) refused: Vec<Refusal<'n>>,
    count: usize,
}

type Member<'n> = (Cow<'n, str>, Node<'n>);

impl<'n> Reader<'n> {
    /// Refuses a value.
    pub fn refuse(&mut self, node: &'n Node<'n>, problem: Problem) {
        // What is not there was said to be missing; nothing more is wrong with it.
        if !node.is_absent() {
            let key = false;
            self.keep(Refusal { node, key, problem });
        }
    }

    /// Refuses a value of the right type that cannot be.
    pub fn refuse_value(&mut self, node: &'n Node<'n>, detail: &str) {
        let detail = detail.to_owned();
        self.refuse(node, Problem::WrongValue { detail });
    }

    /// Refuses a value of another type than `expected`.
    pub fn refuse_type(&mut self, node: &'n Node<'n>, expected: &str) {
        self.refuse(node, Problem::wrong_type(node, expected));
    }

    /// Refuses a member that stood there before.
    pub fn refuse_repeated(&mut self, node: &'n Node<'n>, key: &str) {
        let field = key.to_owned();
        self.refuse_key(node, Problem::RepeatedField { field });
    }

    fn refuse_key(&mut self, node: &'n Node<'n>, problem: Problem) {
        let key = true;
        self.keep(Refusal { node, key, problem });
    }

    fn keep(&mut self, refusal: Refusal<'n>) {
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
    pub fn text(&mut self, node: &'n Node<'n>, expected: &str) -> &'n str {
        if let Node::Text(text) = node {
            return text;
        }
        self.refuse_type(node, expected);
        ""
    }

    /// The whole number from `least` to `most`; 0 where it is none.
    pub fn whole(&mut self, node: &'n Node<'n>, least: i64, most: i64, expected: &str) -> i64 {
        match node {
            Node::Whole(number) if least <= *number && *number <= most => return *number,
            Node::Whole(_) => {
                let detail = ["invalid value: ", &node.found(), ", expected ", expected];
                self.refuse_value(node, &detail.concat());
            }
            _ => self.refuse_type(node, expected),
        }
        0
    }

    /// The items of a list; none where it is no list.
    pub fn list(&mut self, node: &'n Node<'n>) -> &'n [Node<'n>] {
        if let Node::List(items) = node {
            return items;
        }
        self.refuse_type(node, "a sequence");
        &[]
    }

    /// The members of an object, whatever their names; none where it is no object.
    pub fn members(&mut self, node: &'n Node<'n>) -> &'n [Member<'n>] {
        if let Node::Object(members) = node {
            return members;
        }
        self.refuse_type(node, "a map");
        &[]
    }

    /// The values of an object's members, first those that it must have, then those that it may; names
    /// as in Rust.
    pub fn object<const N: usize>(
        &mut self,
        node: &'n Node<'n>,
        must: &[&str],
        may: &[&str],
    ) -> [&'n Node<'n>; N] {
        let mut values = [&ABSENT; N];
        self.take(node, must, may, &mut values);
        values
    }

    fn take(
        &mut self,
        node: &'n Node<'n>,
        must: &[&str],
        may: &[&str],
        values: &mut [&'n Node<'n>],
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
    pub fn word(&mut self, node: &'n Node<'n>, words: &[&str]) -> usize {
        if let Node::Text(text) = node {
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
    pub fn variant<'w>(
        &mut self,
        node: &'n Node<'n>,
        plain: &[&'w str],
        full: &[&'w str],
    ) -> (&'w str, &'n Node<'n>) {
        let found =
            |words: &[&'w str], text: &str| words.iter().find(|word| is_camel(text, word)).copied();
        match node {
            Node::Absent => {}
            Node::Text(text) => match found(plain, text) {
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
            Node::Object(members) => match members.as_slice() {
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
