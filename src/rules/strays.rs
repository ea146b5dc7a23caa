//! What was said while a draft or report was read, and stands at no input: a figure that is not asked, another plan.
//!
//! Why: nothing that was entered is passed over in silence.
//! Example: a report of the plan's first version, held against its second.

use super::engine::{Check, Over, Rule, View};
use crate::finding::Finding;

pub(super) const RULE: Rule = Rule {
    codes: &[],
    checks: &[Check {
        over: Over::All(|_| false),
        run: check,
    }],
};

fn check(view: &View<'_, '_>, out: &mut Vec<Finding>) {
    out.extend_from_slice(&view.entries.strays);
}
