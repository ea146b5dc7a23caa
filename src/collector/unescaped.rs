//! JSON whose letters stand as they are. A letter may be written as `\u1ebf`, which is twice as long as the letter itself:
//! what a body may hold is counted in letters, however they are written.

/// What came of a text so far, with its letters as they are. What must stay an escape stays one: the text means the same,
/// and what was wrong in it is wrong still.
#[derive(Debug, Default)]
pub struct Unescaped {
    text: Vec<u8>,
    /// The beginning of an escape that has not come whole.
    begun: Vec<u8>,
    /// Whether what comes next stands in a string: elsewhere is no escape.
    is_inside: bool,
}

/// The longest escape: two of a letter beyond the first plane, `\ud83c\udf33`.
const LONGEST: usize = 12;

impl Unescaped {
    /// Takes the next part, of which no more is kept than there is room for.
    pub fn take(&mut self, part: &[u8]) {
        let mut rest = part;
        while !self.begun.is_empty() && !rest.is_empty() {
            let wanted = LONGEST.saturating_sub(self.begun.len()).min(rest.len());
            let (more, after) = rest.split_at(wanted.max(1));
            self.begun.extend_from_slice(more);
            rest = after;
            let begun = std::mem::take(&mut self.begun);
            self.read(&begun);
        }
        self.read(rest);
    }

    /// All of it, with what was begun and did not come whole as it stands.
    #[must_use]
    pub fn end(mut self) -> Vec<u8> {
        self.text.append(&mut self.begun);
        self.text
    }

    /// How many bytes it is so far.
    #[must_use]
    pub fn len(&self) -> usize {
        self.text.len() + self.begun.len()
    }

    fn read(&mut self, mut rest: &[u8]) {
        while let Some(at) = rest.iter().position(|byte| matches!(byte, b'\\' | b'"')) {
            let (plain, escape) = rest.split_at(at);
            self.text.extend_from_slice(plain);
            let is_quote = escape.first() == Some(&b'"');
            self.is_inside ^= is_quote;
            if is_quote || !self.is_inside {
                let (one, after) = escape.split_at(1);
                self.text.extend_from_slice(one);
                rest = after;
                continue;
            }
            match Escape::of(escape) {
                Escape::Begun => {
                    self.begun = escape.to_vec();
                    return;
                }
                Escape::Letter(letter, length) => {
                    self.put(letter);
                    rest = escape.get(length..).unwrap_or_default();
                }
                Escape::Kept(length) => {
                    let (kept, after) = escape.split_at(length.min(escape.len()));
                    self.text.extend_from_slice(kept);
                    rest = after;
                }
            }
        }
        self.text.extend_from_slice(rest);
    }

    fn put(&mut self, letter: char) {
        let short = match letter {
            '"' => "\\\"",
            '\\' => "\\\\",
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            _ => {
                let mut bytes = [0; 4];
                self.text
                    .extend_from_slice(letter.encode_utf8(&mut bytes).as_bytes());
                return;
            }
        };
        self.text.extend_from_slice(short.as_bytes());
    }
}

/// What stands at the beginning of a text that begins with `\`.
enum Escape {
    /// It may become an escape of a letter, which has not come whole.
    Begun,
    /// A letter, written in so many bytes.
    Letter(char, usize),
    /// So many bytes that stay as they are.
    Kept(usize),
}

impl Escape {
    fn of(text: &[u8]) -> Self {
        match text.get(1) {
            None => return Self::Begun,
            Some(b'u') => {}
            Some(_) => return Self::Kept(2),
        }
        let Some(first) = unit(text.get(2..).unwrap_or_default()) else {
            return Self::partly(text, 6);
        };
        if let Some(letter) = char::from_u32(u32::from(first)) {
            // What would steer stays written out, as does what JSON would not take as it is.
            let stays = letter.is_control() && !matches!(letter, '\n' | '\r' | '\t');
            return if stays {
                Self::Kept(6)
            } else {
                Self::Letter(letter, 6)
            };
        }
        if !(0xD800..0xDC00).contains(&first) {
            return Self::Kept(6);
        }
        let second = text.get(6..).unwrap_or_default();
        if !b"\\u".starts_with(second.get(..2).unwrap_or(second)) {
            return Self::Kept(6);
        }
        let Some(second) = unit(second.get(2..).unwrap_or_default()) else {
            return Self::partly(text, LONGEST);
        };
        let letter = char::decode_utf16([first, second]).next();
        letter
            .and_then(Result::ok)
            .map_or(Self::Kept(6), |letter| Self::Letter(letter, LONGEST))
    }

    /// An escape that is not whole: begun where more may come, else kept as it is.
    fn partly(text: &[u8], length: usize) -> Self {
        let digits = text.iter().skip(2).take(4);
        let second = text.iter().skip(8).take(4);
        let may_be = digits.chain(second).all(|byte| digit(*byte).is_some());
        if may_be && text.len() < length {
            Self::Begun
        } else {
            // The first escape is not one, or stands alone.
            Self::Kept(if length == LONGEST { 6 } else { 2 })
        }
    }
}

/// The number that four hexadecimal digits write.
fn unit(text: &[u8]) -> Option<u16> {
    let digits = text.get(..4)?.iter();
    let unit = digits.map(|byte| digit(*byte));
    let unit = unit.reduce(|number, digit| Some(number? * 16 + digit?))?;
    u16::try_from(unit?).ok()
}

fn digit(byte: u8) -> Option<u32> {
    char::from(byte).to_digit(16)
}

#[cfg(test)]
mod tests {
    use super::Unescaped;
    use serde_json::Value;

    fn of(text: &[u8], parts: usize) -> Vec<u8> {
        let mut unescaped = Unescaped::default();
        for part in text.chunks(parts.max(1)) {
            unescaped.take(part);
        }
        assert_eq!(unescaped.len(), {
            let mut again = Unescaped::default();
            again.take(text);
            again.len()
        });
        unescaped.end()
    }

    #[test]
    fn a_letter_stands_as_itself_however_it_was_written_and_came() {
        for (text, expected) in [
            (r#"{"a":"b"}"#, r#"{"a":"b"}"#),
            (r#""\u1ebf\u0061\ud83c\udf33""#, r#""ếa🌳""#),
            (r#""\u1EBF""#, r#""ế""#),
            (r#""\u000a\u0009\u0022\u005c\n\/""#, r#""\n\t\"\\\n\/""#),
            (r#""\u0000\u001b\u007f""#, r#""\u0000\u001b\u007f""#),
            (r#""\\u1ebf""#, r#""\\u1ebf""#),
            (r#""\\\u1ebf""#, r#""\\ế""#),
            // What is no escape stays what it is.
            (r#""\ud83c""#, r#""\ud83c""#),
            (r#""\udf33\ud83c\u0061""#, r#""\udf33\ud83ca""#),
            (r#""\ud83c\ud83c\udf33""#, r#""\ud83c🌳""#),
            (r#""\ud83c\n""#, r#""\ud83c\n""#),
            (r#""\u12g4\u+123""#, r#""\u12g4\u+123""#),
            (r#""\ud83c\udfzz""#, r#""\ud83c\udfzz""#),
            (r#""\u12"#, r#""\u12"#),
            (r#"{"a":\u0031}"#, r#"{"a":\u0031}"#),
            (r#"{"a\"":\u0031,"\u0031":2}"#, r#"{"a\"":\u0031,"1":2}"#),
            (r#""\"#, r#""\"#),
        ] {
            for parts in 1..=text.len() {
                let found = String::from_utf8(of(text.as_bytes(), parts)).unwrap();
                assert_eq!(found, expected, "{text} by {parts}");
            }
            let read = |text: &str| serde_json::from_str::<Value>(text).ok();
            assert_eq!(read(text), read(expected), "it means the same");
        }
    }

    #[test]
    fn what_is_no_text_stays_as_it_came() {
        let bytes = [b"\"\\u".as_slice(), &[0xff, 0xfe], b"\\u00"].concat();
        for parts in 1..=bytes.len() {
            assert_eq!(of(&bytes, parts), bytes);
        }
    }
}
