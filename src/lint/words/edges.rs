//! Words of their own at the beginning, at the end and within a text: "km" is no word of "kmer".

/// Whether a text has these words.
pub(in crate::lint) fn says(text: &str, words: &str) -> bool {
    text.match_indices(words).any(|(at, _)| {
        let head = text.get(..at).unwrap_or_default();
        let tail = text.get(at..).unwrap_or_default();
        !head.ends_with(char::is_alphanumeric) && behind_first(tail, words).is_some()
    })
}

/// What stands behind some words at the beginning of a text.
pub(in crate::lint) fn behind_first<'t>(text: &'t str, words: &str) -> Option<&'t str> {
    let tail = text.strip_prefix(words)?;
    (!tail.starts_with(char::is_alphanumeric)).then(|| tail.trim_start())
}

/// What stands before some words at the end of a text.
pub(in crate::lint) fn before_last<'t>(text: &'t str, words: &str) -> Option<&'t str> {
    let head = text.strip_suffix(words)?;
    (!head.ends_with(char::is_alphanumeric)).then(|| head.trim_end())
}

#[cfg(test)]
mod tests {
    use super::{before_last, behind_first, says};

    #[test]
    fn a_word_is_no_part_of_another() {
        for (text, words, within, first, last) in [
            ("trong do", "trong", true, Some("do"), None),
            ("cay trong", "trong", true, None, Some("cay")),
            ("trongs", "trong", false, None, None),
            ("atrong", "trong", false, None, None),
            ("(trong) do", "trong", true, None, None),
            ("trong, do", "trong", true, Some(", do"), None),
            ("trong", "trong", true, Some(""), Some("")),
            ("", "trong", false, None, None),
        ] {
            assert_eq!(says(text, words), within, "{text}");
            assert_eq!(behind_first(text, words), first, "{text}");
            assert_eq!(before_last(text, words), last, "{text}");
        }
    }
}
