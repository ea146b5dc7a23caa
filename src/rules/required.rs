//! A required field must be answered.
//!
//! Why: blank is not zero; the office cannot tell a figure of nought from one forgotten.
//! Example: "Số cây xanh trồng mới" left blank is an error, "0" is an answer.

use super::engine::check::View;
use crate::finding::{Finding, Kind};

pub(super) fn check(view: &View<'_, '_>, input: usize, out: &mut Vec<Finding>) {
    if view.entries.is_blank(input) {
        out.push(Finding::error(view.path(input), Kind::Required));
    }
}

/// A share is missing when both halves are; with one half there, the rule of shares speaks.
pub(super) fn check_share(view: &View<'_, '_>, part: usize, out: &mut Vec<Finding>) {
    if view.entries.is_blank(part) && view.entries.is_blank(part + 1) {
        out.push(Finding::error(view.path(part), Kind::Required));
        out.push(Finding::error(view.path(part + 1), Kind::Required));
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
