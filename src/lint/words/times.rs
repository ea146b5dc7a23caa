//! Hours of the day in running words: 17g00, 09h30, 17 giờ, 07:30.

use crate::calendar::Time;
use crate::text::parse_time;

/// An hour as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::lint) struct Hour {
    /// Where it begins in the text, in bytes.
    pub start: usize,
    /// The hour.
    pub time: Time,
}

/// All hours of a plain text, in order.
pub(in crate::lint) fn hours(text: &str) -> Vec<Hour> {
    let mut found = Vec::new();
    let mut end = 0;
    for (start, _) in text.char_indices().filter(|(_, c)| c.is_ascii_digit()) {
        let before = text.get(..start).unwrap_or_default();
        let is_inside =
            start < end || before.ends_with(|c: char| c.is_alphanumeric() || "/.,-:".contains(c));
        if is_inside {
            continue;
        }
        if let Some((time, len)) = hour(text.get(start..).unwrap_or_default()) {
            end = start + len;
            found.push(Hour { start, time });
        }
    }
    found
}

/// The hour with which a text begins, and its length.
fn hour(text: &str) -> Option<(Time, usize)> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let whole = digits(text);
    let rest = text.get(whole..)?;
    let spaced = rest.trim_start_matches(' ');
    let mark = ["gio", "g", "h", ":"]
        .into_iter()
        .find(|mark| spaced.starts_with(mark))?;
    let after_mark = text.len() - spaced.len() + mark.len();
    let tail = text.get(after_mark..)?;
    let minutes = digits(tail.trim_start_matches(' '));
    let end = match minutes {
        2 => after_mark + (tail.len() - tail.trim_start_matches(' ').len()) + minutes,
        _ => after_mark,
    };
    // "5 ha", "3 huyện", "10:1": the mark is the beginning of another word, or no hour follows.
    let next = text.get(end..)?.chars().next();
    // "1:10" is a ratio.
    if (mark == ":" && (minutes != 2 || whole != 2)) || next.is_some_and(char::is_alphanumeric) {
        return None;
    }
    Some((parse_time(text.get(..end)?).ok()?, end))
}

#[cfg(test)]
mod tests {
    use super::hours;

    #[test]
    fn hours_in_running_words() {
        for (text, expected) in [
            ("truoc 17g00 ngay 24/02", "17:00"),
            ("luc 09h30 thu sau, den 11h", "09:30 11:00"),
            ("17 gio 00 phut ngay 5", "17:00"),
            ("07:30 sang", "07:30"),
            ("trong 5 ha rung, 3 huyen, 10 gia dinh", ""),
            ("25g00, 24/02/2023, 1:10", ""),
            ("so 17-kh/tdtn ngay 3/2", ""),
        ] {
            let found: Vec<_> = hours(text).iter().map(|hour| hour.time.to_iso()).collect();
            assert_eq!(found.join(" "), expected, "{text}");
        }
    }
}
