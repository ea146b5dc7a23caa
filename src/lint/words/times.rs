//! Hours of the day in running words: 17g00, 09h30, 17 giờ, 07:30.

use crate::calendar::Time;
use crate::text::parse_time;

/// An hour as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::lint) struct Hour {
    /// Where it begins in the text, in bytes.
    pub start: usize,
    /// The hour that is meant: "2 giờ chiều" is fourteen hours, "7 giờ rưỡi" half past seven.
    pub time: Time,
    /// The hour by its digits alone, as words without marks can be read in two ways: "7 giờ tới" is none of the evening.
    typed: Time,
}

impl Hour {
    /// Whether that hour can be meant.
    pub fn means(&self, time: Time) -> bool {
        [self.time, self.typed].contains(&time)
    }
}

/// What stands behind an hour of a day, with its marks: "17 giờ cùng ngày", "8 giờ sáng".
pub(crate) const OF_DAY: &[&str] = &[
    "ngày", "sáng", "trưa", "chiều", "tối", "đêm", "thứ", "cùng", "hằng", "hàng", "mỗi", "rưỡi",
    "của", "hôm",
];

/// What stands behind hours that are plainly counted from something, with its marks.
const COUNTED: &[&str] = &["sau khi", "kể từ", "tính từ", "từ khi"];

/// Whether "chậm nhất" so many hours may be an hour of that day as well, of which only whoever makes the plan can say: "16 giờ sau
/// mỗi buổi". `is_behind` tells whether words stand behind. At night nothing is due: "02 giờ sau mỗi buổi" is counted.
pub(crate) fn may_be_an_hour(number: i64, is_behind: impl Fn(&str) -> bool) -> bool {
    (6..24).contains(&number) && !COUNTED.iter().any(|words| is_behind(words))
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
        if let Some((read, len)) = hour(text.get(start..).unwrap_or_default()) {
            end = start + len;
            let (time, typed) = meant(read, text.get(end..).unwrap_or_default());
            found.push(Hour { start, time, typed });
        }
    }
    found
}

/// In minutes.
const HALF_AN_HOUR: u32 = 30;
const HALF_A_DAY: u32 = 720;

/// The hour that is meant by the words after its digits, and the one without the part of the day.
fn meant(read: Time, after: &str) -> (Time, Time) {
    let mut words = after
        .split([' ', '(', ')'])
        .filter(|word| !word.is_empty())
        .map(|word| word.trim_end_matches(','));
    let mut next = words.next();
    let mut minutes = read.seconds_of_day() / 60;
    match next {
        Some("ruoi") => {
            minutes += HALF_AN_HOUR;
            next = words.next();
        }
        Some("kem") => {
            let less = words.next().and_then(|word| word.parse::<u32>().ok());
            minutes = minutes.saturating_sub(less.unwrap_or_default());
            next = words
                .next()
                .filter(|word| *word != "phut")
                .or_else(|| words.next());
        }
        _ => {}
    }
    let at = |minutes: u32| {
        let (hour, minute) = (u8::try_from(minutes / 60), u8::try_from(minutes % 60));
        let time = hour.ok().zip(minute.ok());
        time.and_then(|(hour, minute)| Time::new(hour, minute).ok())
    };
    let typed = at(minutes).unwrap_or(read);
    let is_late = matches!(next, Some("chieu" | "toi" | "dem")) && minutes < HALF_A_DAY;
    let late = is_late.then(|| at(minutes + HALF_A_DAY)).flatten();
    (late.unwrap_or(typed), typed)
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
    use crate::calendar::Time;

    #[test]
    fn hours_in_running_words() {
        for (text, expected) in [
            ("truoc 17g00 ngay 24/02", "17:00"),
            ("luc 09h30 thu sau, den 11h", "09:30 11:00"),
            ("17 gio 00 phut ngay 5", "17:00"),
            ("07:30 sang", "07:30"),
            (
                "2 gio chieu ngay 5, 7g00 toi, 19 gio toi",
                "14:00 19:00 19:00",
            ),
            (
                "7 gio ruoi, 8 gio kem 15, 2 gio ruoi chieu",
                "07:30 07:45 14:30",
            ),
            ("trong 5 ha rung, 3 huyen, 10 gia dinh", ""),
            ("25g00, 24/02/2023, 1:10", ""),
            ("so 17-kh/tdtn ngay 3/2", ""),
        ] {
            let found: Vec<_> = hours(text).iter().map(|hour| hour.time.to_iso()).collect();
            assert_eq!(found.join(" "), expected, "{text}");
        }
        let until = hours("tu 7 gio toi 9 gio");
        assert!(until[0].means(Time::new(7, 0).unwrap()));
    }
}
