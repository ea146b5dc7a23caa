//! Texts put together.

/// The texts one after another, and `between` in between.
///
/// The standard library's `join` is compiled for each length that a separator may have, which a form has to load.
pub(crate) fn join<T: AsRef<str>>(texts: &[T], between: &str) -> String {
    let mut out = String::new();
    for (place, text) in texts.iter().enumerate() {
        if place > 0 {
            out.push_str(between);
        }
        out.push_str(text.as_ref());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::join;

    #[test]
    fn what_is_between_stands_neither_first_nor_last() {
        for (texts, joined) in [
            (&[][..], ""),
            (&["a"], "a"),
            (&["a", "b", ""], "a, b, "),
            (&["", ""], ", "),
        ] {
            assert_eq!(join(texts, ", "), joined);
        }
    }
}
