//! A share has both halves, and its part is not above its whole.
//!
//! Why: shares of many units add up only as parts and wholes; "45 of 40" is a slip in one of them.
//! Example: part 30 and whole 40 stand; part 30 with a blank whole is incomplete; 45 of 40 is an error.

use super::engine::check::View;
use crate::finding::{Finding, Kind};

pub(super) fn check(view: &View<'_, '_>, part_input: usize, out: &mut Vec<Finding>) {
    let whole_input = part_input + 1;
    let blank = |input| view.entries.is_blank(input);
    if blank(part_input) != blank(whole_input) {
        let missing = if blank(part_input) {
            part_input
        } else {
            whole_input
        };
        out.push(Finding::error(view.path(missing), Kind::ShareIncomplete));
        return;
    }
    let halves = (
        view.entries.number(part_input),
        view.entries.number(whole_input),
    );
    if let (Some(part), Some(whole)) = halves
        && part > whole
    {
        out.push(Finding::error(
            view.path(part_input),
            Kind::SharePartAboveWhole { part, whole },
        ));
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::table::figures;

    #[test]
    fn a_share_has_both_halves_and_its_part_within_its_whole() {
        let [part, whole] = ["members/part", "members/whole"];
        figures(&[
            (&[(part, "40"), (whole, "40")], &[]),
            (&[(part, ""), (whole, "")], &[]),
            (
                &[(part, "30")],
                &["/figures/members/whole share.incomplete"],
            ),
            (
                &[(whole, "30")],
                &["/figures/members/part share.incomplete"],
            ),
            (
                &[(part, "41"), (whole, "40")],
                &["/figures/members/part share.partAboveWhole"],
            ),
        ]);
    }
}
