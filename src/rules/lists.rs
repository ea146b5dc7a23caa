//! Which rules apply to the list of activities.

use super::activities::ListRule;
use super::engine::check::Check;
use crate::plan::ActivityList;

pub(super) fn compile(list: &ActivityList, checks: &mut Vec<Check>) {
    let rules = [
        ListRule::Count,
        ListRule::Required,
        ListRule::Readable,
        ListRule::Lengths,
        ListRule::Planned,
        ListRule::Dates,
        ListRule::Duplicates,
        ListRule::Claimed,
    ];
    checks.extend(rules.map(Check::List));
    if list.evidence {
        checks.push(Check::List(ListRule::Evidence));
    }
}
