//! Sentences with gaps.

/// Puts words into the gaps of a sentence: `{name}` becomes the word of that name. A gap without a word
/// stays as it is, which the test of all sentences refuses. Smaller in wasm than `format!`, and the
/// sentence stays one readable piece.
pub(crate) fn fill(sentence: &str, words: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(sentence.len() + 32);
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let gap = after.split_once('}');
        let word = gap.and_then(|(name, _)| words.iter().find(|(known, _)| *known == name));
        match (gap, word) {
            (Some((_, after)), Some((_, word))) => {
                out.push_str(word);
                rest = after;
            }
            _ => {
                out.push('{');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn words_come_into_their_gaps() {
        for (sentence, expected) in [
            ("no gap", "no gap"),
            ("from {a} to {b}", "from 1 to 2"),
            ("{b}{a}{b}", "212"),
            ("{unknown} and {a}", "{unknown} and 1"),
            ("open { and {a", "open { and {a"),
            ("", ""),
        ] {
            assert_eq!(fill(sentence, &[("a", "1"), ("b", "2")]), expected);
        }
    }

    #[test]
    fn a_word_that_looks_like_a_gap_stays_a_word() {
        assert_eq!(fill("{a} {b}", &[("a", "{b}"), ("b", "2")]), "{b} 2");
    }
}
