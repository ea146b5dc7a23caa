//! Tags and the text between them: well formed as in a .docx, or as pages and clipboards have them.

use super::Refused;
use std::borrow::Cow;

/// A tag or a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Tag<'a> {
    /// Its name in lower case, with its prefix, and what stands after it up to the ">".
    Open {
        name: String,
        rest: &'a str,
        /// Whether it ends itself: "<w:tab/>".
        empty: bool,
    },
    Close(String),
    Text(Cow<'a, str>),
}

/// The tags of a text, one after the other.
pub(crate) struct Tags<'a> {
    text: &'a str,
    at: usize,
    /// Whether a document type may stand there, which names entities of its own only in XML.
    strict: bool,
    /// Whether a quotation mark was found that nothing closes: none counts after it.
    unquoted: bool,
}

impl<'a> Tags<'a> {
    /// Of a part of a .docx.
    pub const fn strict(text: &'a str) -> Self {
        Self {
            text,
            at: 0,
            strict: true,
            unquoted: false,
        }
    }

    /// Of a page.
    pub const fn loose(text: &'a str) -> Self {
        Self {
            text,
            at: 0,
            strict: false,
            unquoted: false,
        }
    }

    /// The next tag or text; none at the end.
    ///
    /// # Errors
    /// A document type in a .docx: only what is hostile has one.
    pub fn next(&mut self) -> Result<Option<Tag<'a>>, Refused> {
        loop {
            let rest = self.text.get(self.at..).unwrap_or_default();
            if rest.is_empty() {
                return Ok(None);
            }
            if !begins_tag(rest) {
                let first = rest.chars().next().map_or(1, char::len_utf8);
                let len = rest
                    .get(first..)
                    .and_then(|tail| tail.find('<'))
                    .map_or(rest.len(), |found| first + found);
                self.at += len;
                return Ok(Some(Tag::Text(unescaped(
                    rest.get(..len).unwrap_or_default(),
                ))));
            }
            if let Some(tail) = rest.strip_prefix("<!--") {
                self.at += 4 + tail.find("-->").map_or(tail.len(), |end| end + 3);
                continue;
            }
            if let Some(tail) = rest.strip_prefix("<![CDATA[") {
                let end = tail.find("]]>").unwrap_or(tail.len());
                self.at = (self.at + 9 + end + 3).min(self.text.len());
                return Ok(Some(Tag::Text(Cow::Borrowed(
                    tail.get(..end).unwrap_or_default(),
                ))));
            }
            let end = tag_end(rest, self.unquoted).unwrap_or_else(|| {
                self.unquoted = true;
                rest.find('>').unwrap_or(rest.len())
            });
            let inside = rest.get(1..end).unwrap_or_default();
            self.at = (self.at + end + 1).min(self.text.len());
            if inside.starts_with('!') {
                if self.strict {
                    return Err(Refused::Hostile);
                }
                continue;
            }
            if inside.starts_with('?') {
                continue;
            }
            return Ok(Some(tag(inside)));
        }
    }
}

fn begins_tag(rest: &str) -> bool {
    let mut letters = rest.chars();
    letters.next() == Some('<')
        && letters
            .next()
            .is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'))
}

/// Where the ">" stands that ends a tag; those between quotation marks end none.
fn tag_end(rest: &str, unquoted: bool) -> Option<usize> {
    let mut open = None;
    for (at, byte) in rest.bytes().enumerate() {
        match (open, byte) {
            (None, b'>') => return Some(at),
            _ if unquoted => {}
            (None, b'"' | b'\'') => open = Some(byte),
            (Some(mark), byte) if byte == mark => open = None,
            _ => {}
        }
    }
    None
}

fn tag(inside: &str) -> Tag<'_> {
    let close = inside.strip_prefix('/');
    let body = close.unwrap_or(inside);
    let len = body
        .find(|c: char| c.is_whitespace() || c == '/')
        .unwrap_or(body.len());
    let name = body.get(..len).unwrap_or_default().to_ascii_lowercase();
    if close.is_some() {
        return Tag::Close(name);
    }
    let rest = body.get(len..).unwrap_or_default();
    Tag::Open {
        name,
        empty: rest.trim_end().ends_with('/'),
        rest,
    }
}

/// The value of an attribute, its name in lower case.
pub(crate) fn attribute<'a>(rest: &'a str, name: &str) -> Option<Cow<'a, str>> {
    let mut tail = rest;
    while let Some(equals) = tail.find('=') {
        let own = tail.get(..equals)?.trim_end();
        let own = own.rsplit([' ', '\t', '\n', '\r', '"', '\'']).next()?;
        let after = tail.get(equals + 1..)?.trim_start();
        let (value, next) = match after.chars().next() {
            Some(mark @ ('"' | '\'')) => {
                let inner = after.get(1..)?;
                let end = inner.find(mark).unwrap_or(inner.len());
                (inner.get(..end)?, inner.get(end + 1..).unwrap_or_default())
            }
            _ => {
                let end = after
                    .find(|c: char| c.is_whitespace() || c == '>')
                    .unwrap_or(after.len());
                (after.get(..end)?, after.get(end..).unwrap_or_default())
            }
        };
        if own.eq_ignore_ascii_case(name) {
            return Some(unescaped(value));
        }
        tail = next;
    }
    None
}

/// The letters that "&amp;", "&#7871;" and the like stand for; what names nothing stays.
fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(rest.get(..at).unwrap_or_default());
        let tail = rest.get(at + 1..).unwrap_or_default();
        let end = tail.bytes().take(12).position(|byte| byte == b';');
        let letter = end.and_then(|end| letter(tail.get(..end)?));
        match (letter, end) {
            (Some(letter), Some(end)) => {
                out.push(letter);
                rest = tail.get(end + 1..).unwrap_or_default();
            }
            _ => {
                out.push('&');
                rest = tail;
            }
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

fn letter(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code).filter(|c| *c != '\0');
    }
    /// The names that Word and browsers write for letters which Vietnamese has, and for signs.
    const NAMES: [(&str, char); 44] = [
        ("amp", '&'),
        ("lt", '<'),
        ("gt", '>'),
        ("quot", '"'),
        ("apos", '\''),
        ("nbsp", '\u{A0}'),
        ("ensp", ' '),
        ("emsp", ' '),
        ("shy", '\u{AD}'),
        ("ndash", '–'),
        ("mdash", '—'),
        ("ldquo", '“'),
        ("rdquo", '”'),
        ("lsquo", '‘'),
        ("rsquo", '’'),
        ("laquo", '«'),
        ("raquo", '»'),
        ("hellip", '…'),
        ("middot", '·'),
        ("bull", '•'),
        ("sect", '§'),
        ("ge", '≥'),
        ("le", '≤'),
        ("times", '×'),
        ("agrave", 'à'),
        ("aacute", 'á'),
        ("atilde", 'ã'),
        ("acirc", 'â'),
        ("egrave", 'è'),
        ("eacute", 'é'),
        ("ecirc", 'ê'),
        ("igrave", 'ì'),
        ("iacute", 'í'),
        ("ograve", 'ò'),
        ("oacute", 'ó'),
        ("otilde", 'õ'),
        ("ocirc", 'ô'),
        ("ugrave", 'ù'),
        ("uacute", 'ú'),
        ("yacute", 'ý'),
        ("Acirc", 'Â'),
        ("Ecirc", 'Ê'),
        ("Ocirc", 'Ô'),
        ("Aacute", 'Á'),
    ];
    let found = NAMES.iter().find(|(own, _)| *own == name);
    found.map(|(_, letter)| *letter)
}
