//! A part of the plan as its JSON has it, to be looked at and changed by pointers.

use crate::read::{Json, Node, Read, Reader, from_str};
use serde::ser::{Serialize, SerializeMap, Serializer};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Tree {
    Nothing,
    Flag(bool),
    Whole(i64),
    Text(String),
    List(Vec<Tree>),
    Object(Vec<(String, Tree)>),
}

impl Tree {
    /// What a value of the model is in JSON.
    pub(super) fn of<T: Serialize>(value: &T) -> Self {
        let json = serde_json::to_string(value).unwrap_or_default();
        from_str(&json).unwrap_or(Self::Nothing)
    }

    /// The value of the model that it writes; none where it writes none.
    pub(super) fn to<T: Read>(&self) -> Option<T> {
        from_str(&serde_json::to_string(self).ok()?).ok()
    }

    pub(super) fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }

    pub(super) fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(super) fn items(&self) -> &[Self] {
        match self {
            Self::List(items) => items,
            _ => &[],
        }
    }

    /// Whether it is an object without members, which says nothing.
    pub(super) fn is_empty(&self) -> bool {
        matches!(self, Self::Object(members) if members.is_empty())
    }

    pub(super) fn member(&self, step: &str) -> Option<&Self> {
        match self {
            Self::Object(members) => {
                let mut members = members.iter();
                members.find(|(key, _)| key == step).map(|(_, tree)| tree)
            }
            Self::List(items) => items.get(step.parse::<usize>().ok()?),
            _ => None,
        }
    }

    pub(super) fn member_mut(&mut self, step: &str) -> Option<&mut Self> {
        match self {
            Self::Object(members) => {
                let mut members = members.iter_mut();
                members.find(|(key, _)| key == step).map(|(_, tree)| tree)
            }
            Self::List(items) => items.get_mut(step.parse::<usize>().ok()?),
            _ => None,
        }
    }

    pub(super) fn get(&self, steps: &[&str]) -> Option<&Self> {
        let mut at = self;
        for step in steps {
            at = at.member(step)?;
        }
        Some(at)
    }

    pub(super) fn get_mut(&mut self, steps: &[&str]) -> Option<&mut Self> {
        let mut at = self;
        for step in steps {
            at = at.member_mut(step)?;
        }
        Some(at)
    }

    /// Puts a member, or an item of a list that is there.
    pub(super) fn put(&mut self, step: &str, tree: Self) {
        if let Some(member) = self.member_mut(step) {
            *member = tree;
        } else if let Self::Object(members) = self {
            members.push((step.to_owned(), tree));
        }
    }

    /// Takes a member or an item away.
    pub(super) fn take(&mut self, step: &str) -> Option<Self> {
        match self {
            Self::Object(members) => {
                let at = members.iter().position(|(key, _)| key == step)?;
                Some(members.remove(at).1)
            }
            Self::List(items) => {
                let at: usize = step.parse().ok()?;
                (at < items.len()).then(|| items.remove(at))
            }
            _ => None,
        }
    }
}

impl Read for Tree {
    fn read(node: &Node<'_>, _: &mut Reader) -> Self {
        Self::of_node(node)
    }
}

impl Tree {
    fn of_node(node: &Node<'_>) -> Self {
        match &node.value {
            Json::Absent | Json::Null | Json::Other => Self::Nothing,
            Json::Flag(flag) => Self::Flag(*flag),
            Json::Whole(number) => Self::Whole(*number),
            Json::Text(text) => Self::text(text),
            Json::List(items) => Self::List(items.iter().map(Self::of_node).collect()),
            Json::Object(members) => {
                let members = members.iter();
                let read = members.map(|(key, node)| (key.to_string(), Self::of_node(node)));
                Self::Object(read.collect())
            }
        }
    }
}

impl Serialize for Tree {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Nothing => serializer.serialize_unit(),
            Self::Flag(flag) => serializer.serialize_bool(*flag),
            Self::Whole(number) => serializer.serialize_i64(*number),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(items) => serializer.collect_seq(items),
            Self::Object(members) => {
                let mut map = serializer.serialize_map(Some(members.len()))?;
                for (key, tree) in members {
                    map.serialize_entry(key, tree)?;
                }
                map.end()
            }
        }
    }
}
