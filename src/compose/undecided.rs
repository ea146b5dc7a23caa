//! What is proposed and neither confirmed nor discarded.

use super::act::{Act, Action};
use super::findings::Found;
use super::mends;
use super::state::{Decided, List, Named, Row};
use crate::finding::Severity;
use crate::reading::Grade;
use crate::text::Both;

const LEFT: Both = Both {
    vi: "Còn đề xuất chắc chắn hoặc khá chắc chưa được xác nhận hay bỏ; chúng chưa nằm trong kế hoạch.",
    en: "Proposals that are sure or likely are neither confirmed nor discarded; they are not in the plan yet.",
};
const CONFIRM_SURE: Both = Both {
    vi: "Xác nhận các đề xuất chắc chắn: ",
    en: "Confirm those that are sure: ",
};

/// Proposals about which nobody has decided.
pub(super) fn undecided(found: &mut Found<'_>) {
    let made = found.made;
    let lang = found.lang;
    for (list, open) in [
        (List::Targets, open(&made.targets)),
        (List::Duties, open(&made.duties)),
        (List::Activities, open(&made.activities)),
    ] {
        if open.is_empty() {
            continue;
        }
        let message = LEFT.of(lang).to_owned();
        let mut finding = found.of((list, "", None), Severity::Info, "", message);
        let sure = open.into_iter().filter(|(_, grade)| *grade == Grade::Sure);
        let ids: Vec<String> = sure.map(|(id, _)| id.to_owned()).collect();
        if !ids.is_empty() {
            let says = [CONFIRM_SURE.of(lang), &ids.len().to_string()].concat();
            let confirm = Action {
                ids,
                ..mends::action(Act::Confirm, list, "")
            };
            finding = finding.mended(&says, confirm);
        }
        found.say(finding);
    }
}

/// Proposals that are sure or likely, and undecided.
fn open<T: Named>(rows: &[Row<T>]) -> Vec<(&str, Grade)> {
    let proposed = rows
        .iter()
        .filter(|row| row.standing == Decided::Proposed)
        .filter_map(|row| Some((row.item.id().as_str(), row.found.as_ref()?.grade)));
    proposed
        .filter(|(_, grade)| *grade != Grade::Maybe)
        .collect()
}
