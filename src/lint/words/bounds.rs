//! Whether the words before a day or an hour say that it is the last, or that it is too late.

use super::edges::{before_last, says};
use crate::plan::Bound;

/// A word of a deadline, as a text without marks has it, and what it says of the day or the hour itself.
pub(crate) type DueWord = (&'static str, Bound);

/// The words that say that something is due by then, or before: the one list of them. With their marks, or "=" in front
/// where only these marks count, and without.
pub(crate) static DUE_WORDS: &[(&str, DueWord)] = &[
    ("=trước", ("truoc", Bound::Before)),
    ("chậm nhất", ("cham nhat", Bound::By)),
    ("muộn nhất", ("muon nhat", Bound::By)),
    ("trễ nhất", ("tre nhat", Bound::By)),
    ("không muộn hơn", ("khong muon hon", Bound::By)),
    ("không trễ hơn", ("khong tre hon", Bound::By)),
    ("không quá", ("khong qua", Bound::By)),
    ("hạn chót", ("han chot", Bound::By)),
    ("hạn cuối", ("han cuoi", Bound::By)),
    ("hạn cuối cùng", ("han cuoi cung", Bound::By)),
    ("hạn nộp", ("han nop", Bound::By)),
    ("hạn gửi", ("han gui", Bound::By)),
    ("thời hạn", ("thoi han", Bound::By)),
    ("thời gian nộp", ("thoi gian nop", Bound::By)),
    ("thời gian gửi", ("thoi gian gui", Bound::By)),
    ("đến hết", ("den het", Bound::By)),
    ("hết ngày", ("het ngay", Bound::By)),
];

/// What may stand between such words and the day.
const BETWEEN: [&str; 10] = [
    "ngay", "mung", "mong", "la", "vao", "luc", "den", "den het", "bao cao", "gui",
];

/// The bound that the end of a plain text says: "… cham nhat la ngay", "… truoc".
pub(in crate::lint) fn bound_before(text: &str) -> Option<Bound> {
    let mut head = text;
    loop {
        head = head.trim_end_matches([' ', ':']);
        let said = DUE_WORDS
            .iter()
            .find(|(_, (words, _))| before_last(head, words).is_some());
        if let Some((_, (_, bound))) = said {
            return Some(*bound);
        }
        head = BETWEEN.iter().find_map(|word| before_last(head, word))?;
    }
}

/// Whether a plain text has a word that says that something is due.
pub(in crate::lint) fn says_due(text: &str) -> bool {
    let more = ["han", "hoan thanh"];
    let words = DUE_WORDS.iter().map(|(_, (words, _))| *words);
    words.chain(more).any(|words| says(text, words))
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
