//! A name and what becomes of it, read once: what stays, and between it what goes and what comes.

use serde::Serialize;

/// A name of which a part becomes another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Renamed {
    /// What stays in front.
    pub before: String,
    /// What goes.
    pub was: String,
    /// What comes in its place.
    pub will: String,
    /// What stays behind.
    pub after: String,
}

/// What of a name becomes another, in whole words and numbers.
pub(super) fn renamed(was: &str, will: &str) -> Renamed {
    let is_inside = |text: &str, at: usize| {
        let before = text.get(..at).and_then(|text| text.chars().next_back());
        let after = text.get(at..).and_then(|text| text.chars().next());
        let letter = |one: Option<char>| one.is_some_and(char::is_alphanumeric);
        letter(before) && letter(after)
    };
    let common = was.chars().zip(will.chars()).take_while(|(a, b)| a == b);
    let mut from: usize = common.map(|(a, _)| a.len_utf8()).sum();
    while is_inside(was, from) || is_inside(will, from) {
        from -= was
            .get(..from)
            .and_then(|text| text.chars().next_back())
            .map_or(1, char::len_utf8);
    }
    let (old, new) = (
        was.get(from..).unwrap_or_default(),
        will.get(from..).unwrap_or_default(),
    );
    let common = old.chars().rev().zip(new.chars().rev());
    let common = common.take_while(|(a, b)| a == b);
    let mut end: usize = common.map(|(a, _)| a.len_utf8()).sum();
    while end > 0 && (is_inside(old, old.len() - end) || is_inside(new, new.len() - end)) {
        let behind = old.get(old.len() - end..);
        end -= behind
            .and_then(|text| text.chars().next())
            .map_or(1, char::len_utf8);
    }
    let part = |text: &str| text.get(..text.len() - end).unwrap_or_default().to_owned();
    Renamed {
        before: was.get(..from).unwrap_or_default().to_owned(),
        was: part(old),
        will: part(new),
        after: old.get(old.len() - end..).unwrap_or_default().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::renamed;

    #[test]
    fn what_changes_of_a_name_is_whole_words() {
        for (was, will, parts) in [
            (
                "Ngày hội năm 2023 tại quận",
                "Ngày hội năm 2024 tại quận",
                ["Ngày hội năm ", "2023", "2024", " tại quận"],
            ),
            (
                "tháng 3/2023",
                "tháng 3/2024",
                ["tháng 3/", "2023", "2024", ""],
            ),
            (
                "Chi đoàn ấp 391, xã",
                "Chi đoàn khu phố 391, xã",
                ["Chi đoàn ", "ấp", "khu phố", " 391, xã"],
            ),
            ("Một", "Hai", ["", "Một", "Hai", ""]),
            ("Như cũ", "Như cũ", ["Như cũ", "", "", ""]),
            (
                "Đoàn xã A",
                "Đoàn xã A và B",
                ["Đoàn xã A", "", " và B", ""],
            ),
        ] {
            let read = renamed(was, will);
            assert_eq!(
                [&*read.before, &*read.was, &*read.will, &*read.after],
                parts,
                "{was}"
            );
        }
    }
}
