//! Additions as people write them.

use super::{Counted, Measure};
use crate::text::{self, exact};

/// More terms than these are cut in their midst: a month of days is not read.
const MOST_TERMS: usize = 8;

/// The terms, and what they come to where there are several: "400 + 300 + 350 = 1.050". `measure` says how their numbers are
/// written; whole numbers where it is none. Where some are none exactly, `marks` holds what stands before each term and before
/// the sum: "40 + trên 30 = trên 70". Empty where there is nothing to add.
#[must_use]
pub fn addition(terms: &[i64], marks: &[&str], measure: Option<&Measure>) -> String {
    let mut out = String::new();
    if terms.len() < 2 {
        return out;
    }
    for (at, term) in terms.iter().enumerate() {
        let is_last = at + 1 == terms.len();
        if at + 2 > MOST_TERMS && !is_last {
            continue;
        }
        if at > 0 {
            out.push_str(if is_last && at >= MOST_TERMS {
                " + … + "
            } else {
                " + "
            });
        }
        out.push_str(marks.get(at).copied().unwrap_or_default());
        out.push_str(&bare(*term, measure));
    }
    out.push_str(" = ");
    out.push_str(marks.get(terms.len()).copied().unwrap_or_default());
    out.push_str(&bare(exact(total_of(terms)), measure));
    out
}

/// What terms come to.
#[must_use]
pub fn total_of(terms: &[i64]) -> i128 {
    terms.iter().map(|term| i128::from(*term)).sum()
}

/// A number without what it counts, as it stands in an addition.
#[must_use]
pub fn bare(number: i64, measure: Option<&Measure>) -> String {
    match measure.map(Measure::counted) {
        Some(Counted::Unit { decimals, .. }) => text::format_typed(number, decimals),
        _ => text::format_count(number),
    }
}

#[cfg(test)]
mod tests {
    use super::addition;
    use crate::read::from_str;
    use crate::value::Measure;

    #[test]
    fn numbers_add_up_before_the_reader() {
        let road: Measure =
            from_str(r#"{"quantity":{"unit":"km","decimals":1}}"#).expect("a measure");
        for (terms, measure, said) in [
            (&[400, 300, 350][..], None, "400 + 300 + 350 = 1.050"),
            (&[1200], None, ""),
            (&[], None, ""),
            (&[85, 5], Some(&road), "8,5 + 0,5 = 9"),
            (&[1; 8], None, "1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 = 8"),
            (&[1; 30], None, "1 + 1 + 1 + 1 + 1 + 1 + 1 + … + 1 = 30"),
        ] {
            assert_eq!(addition(terms, &[], measure), said);
        }
    }
}
