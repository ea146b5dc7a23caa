//! Where in the text a node stands: its JSON Pointer, line and column.

use super::node::Step;
use super::pointer::{push_index, push_key};
use super::reader::Refusal;
use super::{Json, Node, Problem, Reader};
use crate::order::sort;
use serde_json::error::Category;

/// One thing that is wrong with a text of JSON, and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misread {
    /// The place as a JSON Pointer; empty for the whole.
    pub pointer: String,
    /// The line on which it begins, from 1.
    pub line: usize,
    /// The character within the line, from 1.
    pub column: usize,
    /// What is wrong.
    pub problem: Problem,
}

/// The place where the text stops being JSON: the value being read, and the very character.
pub(super) fn unfinished(json: &str, path: &[Step<'_>], error: &serde_json::Error) -> Misread {
    let mut pointer = String::new();
    for step in path {
        match step {
            Step::Key(key) => push_key(&mut pointer, key),
            Step::Index(index) => push_index(&mut pointer, *index),
        }
    }
    let problem = if error.classify() == Category::Eof {
        Problem::EndsEarly
    } else {
        let sentence = error.to_string();
        let [line, column] = [error.line(), error.column()].map(|number| number.to_string());
        let place = [" at line ", &line, " column ", &column].concat();
        let detail = sentence
            .strip_suffix(&*place)
            .unwrap_or(&sentence)
            .to_owned();
        Problem::NotJson { detail }
    };
    // serde_json counts the bytes of the line that it has read; continuation bytes are no characters.
    let line = json.split('\n').nth(error.line().saturating_sub(1));
    let read = line.unwrap_or_default().bytes().take(error.column());
    let column = read.filter(|byte| byte & 0xC0 != 0x80).count();
    Misread {
        pointer,
        line: error.line(),
        column: column.max(1),
        problem,
    }
}

/// Gives each refusal its place. What stands in the text comes first and in its order; what is missing
/// comes last, since a misspelt name makes both an unknown and a missing one.
pub(super) fn misreads(json: &str, root: &Node<'_>, reader: Reader) -> Vec<Misread> {
    let mut refused = reader.refused;
    sort(&mut refused, |a, b| a.nth.cmp(&b.nth));
    let mut refused = refused.into_iter().peekable();
    let mut found: Vec<(usize, Misread)> = Vec::with_capacity(refused.len());
    walk(json, root, &mut |node, pointer, start| {
        while let Some(Refusal { key, problem, .. }) = refused.next_if(|next| next.nth == node.nth)
        {
            let misread = Misread {
                pointer: pointer.to_owned(),
                line: 0,
                column: 0,
                problem,
            };
            found.push((if key { start.key } else { start.value }, misread));
        }
    });
    let missing = |misread: &Misread| matches!(misread.problem, Problem::MissingField { .. });
    let mut lines = Lines::of(json);
    sort(&mut found, |(a, _), (b, _)| a.cmp(b));
    for (offset, misread) in &mut found {
        (misread.line, misread.column) = lines.at(*offset);
    }
    sort(&mut found, |(_, a), (_, b)| missing(a).cmp(&missing(b)));
    found.into_iter().map(|(_, misread)| misread).collect()
}

/// Where the values at `pointers` begin; see [`super::Text::places`].
pub(super) fn of_pointers(json: &str, root: &Node<'_>, pointers: &[&str]) -> Vec<(usize, usize)> {
    let mut wanted: Vec<(&str, usize)> = pointers.iter().copied().zip(0..).collect();
    sort(&mut wanted, Ord::cmp);
    let mut lines = Lines::of(json);
    let mut places = vec![(0, 0); pointers.len()];
    walk(json, root, &mut |_, pointer, start| {
        let first = wanted.partition_point(|(there, _)| *there < pointer);
        let here = wanted.iter().skip(first);
        for (_, index) in here.take_while(|(there, _)| *there == pointer) {
            if let Some(place) = places.get_mut(*index) {
                *place = lines.at(start.value);
            }
        }
    });
    places
}

/// The offsets at which a value and its key begin; the same where it has none.
#[derive(Clone, Copy, Default)]
struct Start {
    value: usize,
    key: usize,
}

type Visit<'v> = dyn FnMut(&Node<'_>, &str, Start) + 'v;

/// Visits every node in the order of the text, with its pointer and its start.
fn walk(json: &str, root: &Node<'_>, visit: &mut Visit<'_>) {
    inside(root, &mut String::new(), &starts(json), visit);
}

/// As deep as the JSON reader goes, which is 128.
fn inside(node: &Node<'_>, pointer: &mut String, starts: &[Start], visit: &mut Visit<'_>) {
    let start = starts.get(node.nth).copied();
    visit(node, pointer, start.unwrap_or_default());
    let above = pointer.len();
    match &node.value {
        Json::List(items) => {
            for (index, item) in items.iter().enumerate() {
                push_index(pointer, index);
                inside(item, pointer, starts, visit);
                pointer.truncate(above);
            }
        }
        Json::Object(members) => {
            for (key, value) in members {
                push_key(pointer, key);
                inside(value, pointer, starts, visit);
                pointer.truncate(above);
            }
        }
        _ => {}
    }
}

/// Where the values of a text that is JSON begin, each at its number (`Node::nth`). The library that reads the text tells
/// no one where it is, so the text is passed over once more, and only where something is to be told of it.
fn starts(json: &str) -> Vec<Start> {
    let bytes = json.as_bytes();
    let is = |at: usize, set: &[u8]| bytes.get(at).is_some_and(|byte| set.contains(byte));
    let (mut out, mut key, mut at) = (Vec::new(), None, 0);
    while at < bytes.len() {
        let value = at;
        at += 1;
        if is(value, b" \n\r\t,:]}") {
            continue;
        }
        if is(value, b"\"") {
            while at < bytes.len() && !is(at, b"\"") {
                at += if is(at, b"\\") { 2 } else { 1 };
            }
            at += 1;
            let blanks = bytes
                .iter()
                .skip(at)
                .take_while(|b| b.is_ascii_whitespace());
            if is(at + blanks.count(), b":") {
                key = Some(value);
                continue;
            }
        } else if !is(value, b"[{") {
            while at < bytes.len() && !is(at, b" \n\r\t,:]}") {
                at += 1;
            }
        }
        let key = key.take().unwrap_or(value);
        out.push(Start { value, key });
    }
    out
}

/// Counts lines and characters on the way through a text.
struct Lines<'t> {
    rest: std::iter::Enumerate<std::str::Bytes<'t>>,
    next: usize,
    line: usize,
    column: usize,
}

impl<'t> Lines<'t> {
    fn of(json: &'t str) -> Self {
        Self {
            rest: json.bytes().enumerate(),
            next: 0,
            line: 1,
            column: 1,
        }
    }

    /// The line and character at `offset`, which is not before the one asked last.
    fn at(&mut self, offset: usize) -> (usize, usize) {
        while self.next < offset {
            let Some((at, byte)) = self.rest.next() else {
                break;
            };
            self.next = at + 1;
            if byte == b'\n' {
                self.line += 1;
                self.column = 1;
            } else if byte & 0xC0 != 0x80 {
                self.column += 1;
            }
        }
        (self.line, self.column)
    }
}
