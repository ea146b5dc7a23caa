//! Where a clause of running words ends: at a stop, a semicolon, a comma or a bracket. A mark between two digits ends
//! nothing: "5.000 cây", "1,5 tỷ".

/// What ends a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::lint) enum Ends {
    /// A stop, a semicolon or a new line.
    Sentence,
    /// A comma too.
    Comma,
    /// A comma or an opening bracket too.
    Bracket,
}

impl Ends {
    fn has(self, mark: char) -> bool {
        match mark {
            ';' | '.' | '\n' => true,
            ',' => self != Self::Sentence,
            '(' => self == Self::Bracket,
            _ => false,
        }
    }
}

/// The clauses of a text, in order.
pub(in crate::lint) fn clauses(text: &str, ends: Ends) -> impl Iterator<Item = &str> {
    let mut from = 0;
    let stops = marks(text, ends).map(|at| (at, at + 1));
    let last = std::iter::once((text.len(), text.len()));
    stops.chain(last).filter_map(move |(to, next)| {
        let clause = text.get(from..to);
        from = next;
        clause
    })
}

/// What stands of the clause before a place: the text up to there is given.
pub(in crate::lint) fn clause_before(text: &str, ends: Ends) -> &str {
    let from = marks(text, ends).last().map_or(0, |at| at + 1);
    text.get(from..).unwrap_or_default()
}

/// What stands of the clause after a place: the text from there on is given.
pub(in crate::lint) fn clause_after(text: &str, ends: Ends) -> &str {
    clauses(text, ends).next().unwrap_or_default()
}

/// Where clauses end; every mark is one byte long.
fn marks(text: &str, ends: Ends) -> impl Iterator<Item = usize> {
    let is_digit = |at: Option<usize>| {
        let byte = at.and_then(|at| text.as_bytes().get(at));
        byte.is_some_and(u8::is_ascii_digit)
    };
    text.char_indices()
        .filter(move |(at, mark)| {
            let inside =
                matches!(mark, '.' | ',') && is_digit(at.checked_sub(1)) && is_digit(Some(at + 1));
            ends.has(*mark) && !inside
        })
        .map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::{Ends, clause_after, clause_before, clauses};

    #[test]
    fn where_a_clause_ends() {
        for (text, ends, expected) in [
            (
                "trồng 5.000 cây; giúp 1,5 tỷ. Hết",
                Ends::Sentence,
                "trồng 5.000 cây|giúp 1,5 tỷ|Hết",
            ),
            ("một, hai (ba)", Ends::Sentence, "một, hai (ba)"),
            ("một, hai (ba)", Ends::Comma, "một|hai (ba)"),
            ("một, hai (ba)", Ends::Bracket, "một|hai|ba)"),
            ("mục 1. Trồng 3.000", Ends::Comma, "mục 1|Trồng 3.000"),
            ("10.000,", Ends::Comma, "10.000|"),
            ("", Ends::Comma, ""),
        ] {
            let found: Vec<&str> = clauses(text, ends).map(str::trim).collect();
            assert_eq!(found.join("|"), expected, "{text}");
        }
        assert_eq!(clause_before("a. b 5.000 c", Ends::Sentence), " b 5.000 c");
        assert_eq!(clause_after("5.000 c, d", Ends::Comma), "5.000 c");
    }
}
