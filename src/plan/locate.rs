//! Finds the place in the text of a plan: from where reading stopped to a JSON Pointer, and from a
//! pointer to its line and column.
//!
//! serde names a line and a column only, and a pass over the text is cheaper in bytes of the form's
//! first load than a reader that keeps track of its path. The scanner reads tokens, keeps the open
//! containers on a heap stack and trusts nothing: text that is not JSON gives some place near by,
//! never a panic.

use super::PlanError;
use std::collections::BTreeMap;

/// Where the JSON reader stopped: its line from 1, and how many bytes of it were read.
#[derive(Clone, Copy)]
pub(super) struct Stopped {
    pub line: usize,
    pub column: usize,
}

/// A pointer with the line and column, in characters, of what it points to.
type Place = (String, usize, usize);

/// The place where the text stops being JSON: the value being read, and the very character.
pub(super) fn unfinished(json: &str, stopped: Stopped) -> Place {
    let offset = offset(json, stopped);
    let (line, column) = line_column(json, offset.saturating_sub(1));
    (scan(json, offset).pending(), line, column)
}

/// The place of the object that has just been read and lacks something.
pub(super) fn object(json: &str, stopped: Stopped) -> Place {
    let offset = offset(json, stopped);
    placed(json, offset, scan(json, offset).current())
}

/// The place of a container that stands where another type is wanted; the reader stops before it.
pub(super) fn unread(json: &str, stopped: Stopped) -> Place {
    let offset = offset(json, stopped);
    placed(json, offset, scan(json, offset).pending())
}

/// The place of the value, or of the key, that has been read and refused.
pub(super) fn refused(json: &str, stopped: Stopped) -> Place {
    let offset = offset(json, stopped);
    placed(json, offset, scan(json, offset).latest())
}

/// Gives each error the line and column at which its pointer's place begins, and sorts them so.
pub(super) fn place(json: &str, errors: &mut [PlanError]) {
    let mut wanted: BTreeMap<String, (usize, usize)> = errors
        .iter()
        .map(|error| (error.pointer.clone(), (0, 0)))
        .collect();
    let mut scanner = Scanner::new(json);
    while let Some(token) = scanner.next() {
        if token.begins_value() {
            let above = matches!(token.kind, Kind::Open(_));
            if let Some(found) = wanted.get_mut(&scanner.pointer(above)) {
                *found = line_column(json, token.start);
            }
        }
    }
    for error in errors.iter_mut() {
        (error.line, error.column) = wanted.get(&error.pointer).copied().unwrap_or((0, 0));
    }
    errors.sort_by(|a, b| (a.line, a.column, &a.pointer).cmp(&(b.line, b.column, &b.pointer)));
}

/// Where the value at `pointer` begins, or its key where reading stopped at the key; of several, the
/// last before `offset`.
fn placed(json: &str, offset: usize, pointer: String) -> Place {
    let mut scanner = Scanner::new(json);
    let mut start = 0;
    while let Some(token) = scanner.next().filter(|token| token.start <= offset) {
        let above = matches!(token.kind, Kind::Open(_));
        if (token.begins_value() || token.kind == Kind::Key) && scanner.pointer(above) == pointer {
            start = token.start;
        }
    }
    let (line, column) = line_column(json, start);
    (pointer, line, column)
}

/// The byte offset of a line and a number of bytes read from it.
fn offset(json: &str, stopped: Stopped) -> usize {
    let before: usize = json
        .split_inclusive('\n')
        .take(stopped.line.saturating_sub(1))
        .map(str::len)
        .sum();
    before.saturating_add(stopped.column).min(json.len())
}

/// The line and the column, in characters from 1, of a byte offset.
fn line_column(json: &str, offset: usize) -> (usize, usize) {
    let read = json.as_bytes().get(..offset).unwrap_or_default();
    let line = read.iter().filter(|b| **b == b'\n').count() + 1;
    let start = read
        .iter()
        .rposition(|b| *b == b'\n')
        .map_or(0, |at| at + 1);
    let within = read.get(start..).unwrap_or_default();
    // Continuation bytes of UTF-8 are no characters of their own.
    (
        line,
        within.iter().filter(|b| **b & 0xC0 != 0x80).count() + 1,
    )
}

/// Reads all tokens that begin before `offset`.
fn scan(json: &str, offset: usize) -> Scanner<'_> {
    let mut scanner = Scanner::new(json);
    while scanner.after_blanks() < offset && scanner.next().is_some() {}
    scanner
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Open(bool),
    Close,
    Key,
    Value,
    Colon,
    Comma,
}

#[derive(Clone, Copy)]
struct Token {
    kind: Kind,
    start: usize,
}

impl Token {
    fn begins_value(self) -> bool {
        matches!(self.kind, Kind::Open(_) | Kind::Value)
    }
}

/// One step of a path: the key or the index of the member being read.
#[derive(Clone, Copy)]
struct Step<'a> {
    object: bool,
    key: &'a str,
    index: usize,
    key_next: bool,
}

struct Scanner<'a> {
    json: &'a str,
    at: usize,
    open: Vec<Step<'a>>,
    closed: Option<Step<'a>>,
    last: Option<Kind>,
}

impl<'a> Scanner<'a> {
    fn new(json: &'a str) -> Self {
        Self {
            json,
            at: 0,
            open: Vec::new(),
            closed: None,
            last: None,
        }
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.json.as_bytes().get(at).copied()
    }

    fn after_blanks(&self) -> usize {
        let rest = self.json.as_bytes().get(self.at..).unwrap_or_default();
        self.at + rest.iter().take_while(|b| b.is_ascii_whitespace()).count()
    }

    fn next(&mut self) -> Option<Token> {
        let start = self.after_blanks();
        let kind = match self.byte(start)? {
            b'{' => self.opened(start, true),
            b'[' => self.opened(start, false),
            b'}' | b']' => {
                self.at = start + 1;
                let step = self.open.pop();
                // An empty container has no last member.
                self.closed = step.filter(|_| !matches!(self.last, Some(Kind::Open(_))));
                Kind::Close
            }
            b':' => {
                self.at = start + 1;
                Kind::Colon
            }
            b',' => {
                self.at = start + 1;
                if let Some(step) = self.open.last_mut() {
                    step.index += 1;
                    step.key_next = step.object;
                }
                Kind::Comma
            }
            b'"' => self.string(start),
            _ => {
                let rest = self.json.as_bytes().get(start + 1..).unwrap_or_default();
                let ends = |b: &u8| {
                    b.is_ascii_whitespace() || matches!(b, b',' | b':' | b'{' | b'}' | b'[' | b']')
                };
                self.at = start + 1 + rest.iter().take_while(|b| !ends(b)).count();
                Kind::Value
            }
        };
        self.last = Some(kind);
        Some(Token { kind, start })
    }

    fn opened(&mut self, start: usize, object: bool) -> Kind {
        self.at = start + 1;
        self.open.push(Step {
            object,
            key: "",
            index: 0,
            key_next: object,
        });
        Kind::Open(object)
    }

    fn string(&mut self, start: usize) -> Kind {
        let mut end = start + 1;
        while let Some(byte) = self.byte(end).filter(|b| *b != b'"') {
            end += if byte == b'\\' { 2 } else { 1 };
        }
        self.at = (end + 1).min(self.json.len());
        match self.open.last_mut() {
            Some(step) if step.key_next => {
                step.key = self.json.get(start..self.at).unwrap_or_default();
                step.key_next = false;
                Kind::Key
            }
            _ => Kind::Value,
        }
    }

    /// The pointer of the open steps; without the innermost if `above`.
    fn pointer(&self, above: bool) -> String {
        let mut pointer = String::new();
        let steps = self.open.len().saturating_sub(usize::from(above));
        for step in self.open.iter().take(steps) {
            push(&mut pointer, step);
        }
        pointer
    }

    /// The value being read or just read.
    fn current(&self) -> String {
        self.pointer(matches!(self.last, Some(Kind::Open(_))))
    }

    /// The value that comes next, where one is due; else the one being read.
    fn pending(&self) -> String {
        self.pointer(self.last == Some(Kind::Open(true)))
    }

    /// The innermost value or key that has been read. The reader has already taken the comma or the
    /// closing bracket behind what it refuses.
    fn latest(&self) -> String {
        let mut pointer = self.current();
        match (self.last, self.closed, self.open.last()) {
            (Some(Kind::Close), Some(step), _) => push(&mut pointer, &step),
            (Some(Kind::Comma), _, Some(step)) if !step.object => {
                pointer = self.pointer(true);
                push(
                    &mut pointer,
                    &Step {
                        index: step.index.saturating_sub(1),
                        ..*step
                    },
                );
            }
            _ => {}
        }
        pointer
    }
}

fn push(pointer: &mut String, step: &Step<'_>) {
    pointer.push('/');
    if step.object {
        let key: String =
            serde_json::from_str(step.key).unwrap_or_else(|_| step.key.replace('"', ""));
        pointer.push_str(&key.replace('~', "~0").replace('/', "~1"));
    } else {
        pointer.push_str(&step.index.to_string());
    }
}

#[cfg(test)]
mod tests;
