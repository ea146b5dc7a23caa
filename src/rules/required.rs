//! A required field must be answered, where it is asked.
//!
//! Why: blank is not zero; the office cannot tell a figure of nought from one forgotten.
//! Example: "Số cây xanh trồng mới" left blank is an error, "0" is an answer.

use super::engine::{Check, Found, Over, Rule, View};
use crate::finding::{Finding, Kind};

pub(super) const RULE: Rule = Rule {
    codes: &[],
    checks: &[
        Check {
            over: Over::Each(|input| input.required && input.half.is_none()),
            run: check,
        },
        Check {
            over: Over::Shares(|part| part.required),
            run: check_share,
        },
    ],
};

fn check(view: &View<'_, '_>, out: &mut Vec<Finding>) {
    if view.entries.is_blank(view.at) && view.entries.asks(view.at) {
        out.error(view.path(), Kind::Required);
    }
}

/// A share is missing when both halves are; with one half there, the rule of shares speaks.
fn check_share(view: &View<'_, '_>, out: &mut Vec<Finding>) {
    let (part, whole) = (view.at, view.at + 1);
    let is_blank = view.entries.is_blank(part) && view.entries.is_blank(whole);
    if is_blank && view.entries.asks(part) {
        out.error(view.path_of(part), Kind::Required);
        out.error(view.path_of(whole), Kind::Required);
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::table::figures;

    #[test]
    fn blank_is_missing_and_zero_is_an_answer() {
        figures(&[
            (&[("trees", "0")], &[]),
            (&[("trees", "")], &["/figures/trees required"]),
            (&[("trees", " \u{a0}")], &["/figures/trees required"]),
            (&[("trees", "?")], &["/figures/trees number.notANumber"]),
        ]);
    }
}
