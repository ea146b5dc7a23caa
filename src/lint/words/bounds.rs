//! Whether the words before a day or an hour say that it is the last, or that it is too late.

use crate::plan::Bound;

/// By then: the day or the hour itself is still in time.
const BY: [&str; 12] = [
    "cham nhat",
    "muon nhat",
    "tre nhat",
    "khong muon hon",
    "khong tre hon",
    "khong qua",
    "han chot",
    "han cuoi",
    "han nop",
    "han gui",
    "thoi han",
    "den het",
];

/// What may stand between such words and the day.
const BETWEEN: [&str; 8] = [
    "ngay", "la", "vao", "luc", "den", "den het", "bao cao", "gui",
];

/// The bound that the end of a plain text says: "… cham nhat la ngay", "… truoc".
pub(in crate::lint) fn bound_before(text: &str) -> Option<Bound> {
    let mut head = text;
    loop {
        head = head.trim_end_matches([' ', ':']);
        if BY.iter().any(|words| ends(head, words).is_some()) {
            return Some(Bound::By);
        }
        if ends(head, "truoc").is_some() {
            return Some(Bound::Before);
        }
        head = BETWEEN.iter().find_map(|word| ends(head, word))?;
    }
}

/// What stands before some words at the end of a text.
fn ends<'a>(text: &'a str, words: &str) -> Option<&'a str> {
    let head = text.strip_suffix(words)?;
    (!head.ends_with(char::is_alphanumeric)).then_some(head)
}

#[cfg(test)]
mod tests {
    use super::bound_before;
    use crate::plan::Bound::{Before, By};

    #[test]
    fn the_last_day_or_the_day_too_late() {
        for (text, expected) in [
            ("gui bao cao truoc ngay ", Some(Before)),
            ("gui truoc", Some(Before)),
            ("gui cham nhat la ngay ", Some(By)),
            ("han chot gui bao cao: ngay ", Some(By)),
            ("han cuoi: ", Some(By)),
            ("khong qua ngay ", Some(By)),
            ("den het ngay ", Some(By)),
            ("tre nhat vao luc ", Some(By)),
            ("hoan thanh trong ngay ", None),
            ("ngay ", None),
            ("", None),
        ] {
            assert_eq!(bound_before(text), expected, "{text}");
        }
    }
}
