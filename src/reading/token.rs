//! Words, numbers and signs of a piece of the document.

use super::flat::Flat;
use crate::lint::words::dates;

/// A word, number or sign, with its place in the flat text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub from: usize,
    pub to: usize,
    pub kind: Kind,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Word,
    /// Digits, with the dots and commas inside them.
    Number,
    /// A day written in digits: the how many-eth of the piece.
    Date(usize),
    /// An hour in minutes after midnight.
    Time(u16),
    /// The number and sign of a document: "31-NQ/TW".
    DocumentNumber,
    /// A web address or a mailbox.
    Link,
    Sign(char),
}

/// The tokens of a piece, and the days written in it.
pub(super) fn tokens(text: &str, flat: &Flat) -> (Vec<Token>, Vec<crate::lint::words::Written>) {
    let plain = flat.plain.as_str();
    let days = dates(plain);
    // Few pieces have an address anywhere.
    let has_links = plain.contains(['@', '/']) || plain.contains("www.");
    let mut found = Vec::new();
    let mut at = 0;
    let mut day = 0;
    while let Some(c) = plain.get(at..).and_then(|rest| rest.chars().next()) {
        while days.get(day).is_some_and(|date| date.start < at) {
            day += 1;
        }
        let (kind, to) = match days.get(day).filter(|date| date.start == at) {
            Some(date) if !in_document_number(text, flat, date.end) => {
                (Some(Kind::Date(day)), date.end)
            }
            _ => lexed(text, flat, (at, c), has_links),
        };
        if let Some(kind) = kind {
            found.push(Token { from: at, to, kind });
        }
        at = to.max(at + c.len_utf8());
    }
    (found, days)
}

/// Whether letters in capitals go on where a day seems to end: "12/3/KH-UBND".
fn in_document_number(text: &str, flat: &Flat, end: usize) -> bool {
    let rest = text.get(flat.place(end)..).unwrap_or_default();
    let mut letters = rest.chars();
    matches!(letters.next(), Some('/' | '-')) && letters.next().is_some_and(char::is_uppercase)
}

fn lexed(
    text: &str,
    flat: &Flat,
    (at, c): (usize, char),
    has_links: bool,
) -> (Option<Kind>, usize) {
    let rest = flat.plain.get(at..).unwrap_or_default();
    if c == ' ' {
        return (None, at + 1);
    }
    if c.is_alphabetic() && !has_links {
        return (Some(Kind::Word), at + word(rest));
    }
    let chunk = rest.split([' ', '\t', '“', '”', '(', ')', '<', '>']).next();
    let chunk = chunk.unwrap_or_default();
    let links = ["http", "www."]
        .iter()
        .any(|start| chunk.starts_with(start));
    if c.is_alphanumeric() && (links || mailbox(chunk)) {
        let kept = chunk.trim_end_matches(['.', ',', ';', ':', '!']).len();
        return (Some(Kind::Link), at + kept);
    }
    if c.is_ascii_digit() {
        return number(text, flat, at, chunk);
    }
    if c.is_alphanumeric() {
        return (Some(Kind::Word), at + word(rest));
    }
    (Some(Kind::Sign(c)), at + c.len_utf8())
}

/// How many bytes a word takes that stands at the front.
fn word(rest: &str) -> usize {
    let len = rest.find(|c: char| !c.is_alphanumeric());
    len.unwrap_or(rest.len())
}

fn mailbox(chunk: &str) -> bool {
    let (name, host) = chunk.split_once('@').unwrap_or_default();
    !name.is_empty() && host.contains('.')
}

fn number(text: &str, flat: &Flat, at: usize, chunk: &str) -> (Option<Kind>, usize) {
    let digits = digits(chunk);
    let after = chunk.get(digits..).unwrap_or_default();
    if let Some((minutes, len)) = hour(flat.plain.get(at..).unwrap_or_default(), digits) {
        return (Some(Kind::Time(minutes)), at + len);
    }
    // "26a/KH-UBND", "31-NQ/TW": capitals after the sign.
    let letter = usize::from(after.starts_with(|c: char| c.is_ascii_lowercase()));
    let sign = after.get(letter..).unwrap_or_default();
    if sign.starts_with(['-', '/']) {
        let written = text.get(flat.place(at + digits + letter + 1)..);
        let mut capitals = written.unwrap_or_default().chars();
        let capital = |c: Option<char>| c.is_some_and(char::is_uppercase);
        if capital(capitals.next()) && capitals.next().is_some_and(char::is_alphabetic) {
            let kept = chunk.trim_end_matches(['.', ',', ';', ':']).len();
            return (Some(Kind::DocumentNumber), at + kept);
        }
    }
    (Some(Kind::Number), at + digits)
}

/// How many bytes the digits take, with dots and commas between them.
fn digits(chunk: &str) -> usize {
    let bytes = chunk.as_bytes();
    let mut len = 0;
    while let Some(byte) = bytes.get(len) {
        let inside = matches!(byte, b'.' | b',')
            && len > 0
            && bytes.get(len + 1).is_some_and(u8::is_ascii_digit);
        if !byte.is_ascii_digit() && !inside {
            break;
        }
        len += 1;
    }
    len
}

/// An hour at the front: "07g30", "17h", "17 gio 00", "7:30", with how many bytes it takes.
fn hour(rest: &str, digits: usize) -> Option<(u16, usize)> {
    let hours: u16 = rest.get(..digits)?.parse().ok()?;
    if digits > 2 || hours > 24 {
        return None;
    }
    let after = rest.get(digits..)?;
    let trimmed = after.trim_start_matches(' ');
    let word = ["gio", "g", "h", ":"]
        .into_iter()
        .find(|word| trimmed.starts_with(word))?;
    let close = trimmed.len() == after.len();
    if !close && word != "gio" {
        return None;
    }
    let tail = trimmed.get(word.len()..)?;
    let minutes_at = match word {
        "gio" => tail.trim_start_matches(' '),
        _ => tail,
    };
    let len = minutes_at.bytes().take_while(u8::is_ascii_digit).count();
    let minutes: u16 = match len {
        2 => minutes_at.get(..2)?.parse().ok()?,
        0 if word == ":" || tail.starts_with(|c: char| c.is_alphabetic()) => return None,
        0 => 0,
        _ => return None,
    };
    // "16 giờ ngày 25/11" is an hour of a day, "24 giờ qua" a span.
    let ends = if len == 0 {
        tail
    } else {
        minutes_at.get(len..)?
    };
    let spans = len == 0 && word == "gio" && !begins_moment(ends);
    if minutes > 59 || spans || ends.starts_with(|c: char| c.is_alphanumeric() || c == '/') {
        return None;
    }
    let end = ends.len();
    Some((hours * 60 + minutes, rest.len() - end))
}

/// Whether what follows "giờ" makes it an hour of the day.
fn begins_moment(after: &str) -> bool {
    let after = after.trim_start_matches([' ', ',', '(']);
    let words = [
        "ngay",
        "thu ",
        "sang",
        "chieu",
        "toi",
        "hang",
        "moi",
        "chu nhat",
        "den",
        "cung ngay",
    ];
    after.is_empty()
        || after.starts_with(|c: char| c.is_ascii_digit())
        || words.iter().any(|word| after.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::super::flat::Flat;
    use super::{Kind, tokens};

    #[test]
    fn words_numbers_hours_and_signs() {
        for (text, expected) in [
            ("ít nhất 3.000 cây", "it nhat #3.000 cay"),
            ("đạt 98,5%.", "dat #98,5 % ."),
            (
                "trước 17g00 ngày 24/02/2023",
                "truoc @1020 ngay d24/02/2023",
            ),
            ("07 giờ 30, 16h, 7:30", "@450 , @960 , @450"),
            ("24 giờ qua, 8 giống", "#24 gio qua , #8 giong"),
            (
                "trước 16 giờ ngày 25/11/2025",
                "truoc @960 ngay d25/11/2025",
            ),
            (
                "Nghị quyết 31-NQ/TW, 26a/KH-UBND.",
                "nghi quyet !31-nq/tw , !26a/kh-ubnd .",
            ),
            ("hộp thư: abc@example.vn.", "hop thu : &abc@example.vn ."),
            ("<https://forms.gle/x>", "< &https://forms.gle/x >"),
            ("02 lần/năm", "#02 lan / nam"),
        ] {
            let flat = Flat::of(text, 0..text.len());
            let said: Vec<String> = tokens(text, &flat)
                .0
                .iter()
                .map(|token| {
                    let word = &flat.plain[token.from..token.to];
                    match token.kind {
                        Kind::Word | Kind::Sign(_) => word.to_owned(),
                        Kind::Number => format!("#{word}"),
                        Kind::Date(_) => format!("d{word}"),
                        Kind::Time(minutes) => format!("@{minutes}"),
                        Kind::DocumentNumber => format!("!{word}"),
                        Kind::Link => format!("&{word}"),
                    }
                })
                .collect();
            assert_eq!(said.join(" "), expected, "{text}");
        }
    }
}
