//! What was entered must be readable: a number, an amount, a date, … as people write them.
//!
//! Why: what cannot be read cannot be added up, and a guess would be worse than a question.
//! Example: "12.5" as a count of people is refused; "8.000" and "8 000" are eight thousand.

use super::engine::{Check, Found, Over, Rule, View};
use crate::finding::Finding;

pub(super) const RULE: Rule = Rule {
    codes: &[],
    checks: &[Check {
        over: Over::Each(|_| true),
        run: check,
    }],
};

fn check(view: &View<'_, '_>, out: &mut Vec<Finding>) {
    let reading = view.entries.inputs.get(view.at);
    if let Some(kind) = reading.and_then(|reading| reading.wrong()) {
        out.unread(view.path(), kind);
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::table::figures;

    #[test]
    fn what_cannot_be_read_is_said_and_judged_no_further() {
        figures(&[
            (&[("people", "8 000")], &[]),
            (&[("people", "12.5")], &["/figures/people number.ambiguous"]),
            (
                &[("members/part", "x"), ("members/whole", "40")],
                &["/figures/members/part number.notANumber"],
            ),
            (&[("hour", "12g đêm")], &["/figures/hour time.partOfDay"]),
        ]);
    }
}
