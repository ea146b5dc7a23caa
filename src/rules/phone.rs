//! A phone number should begin as an operator's or a province's numbers do.
//!
//! Why: the tables of prefixes age, so an unknown one is no error; but it is mostly a slip.
//! Example: "0512345678" has the right length and shape, and a prefix that nobody has been given.

use super::engine::check::View;
use crate::finding::{Finding, Kind};
use crate::value::Answer;

pub(super) fn check(view: &View<'_, '_>, input: usize, out: &mut Vec<Finding>) {
    let answer = view
        .entries
        .inputs
        .get(input)
        .and_then(|reading| reading.value());
    if let Some(Answer::Phone {
        known_prefix: false,
        ..
    }) = answer
    {
        out.push(Finding::warning(view.path(input), Kind::PhoneUnknownPrefix));
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::table::figures;

    #[test]
    fn an_unknown_prefix_is_no_error() {
        figures(&[
            (&[("phone", "0703.652.444")], &[]),
            (
                &[("phone", "0312345678")],
                &["/figures/phone phone.unknownPrefix"],
            ),
            (&[("phone", "031234567")], &["/figures/phone phone.length"]),
        ]);
    }
}
