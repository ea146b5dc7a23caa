//! A share has both halves, and its part is not above its whole. Of a ratio it may be.
//!
//! Why: shares of many units add up only as parts and wholes; "45 of 40" is a slip in one of them.
//! Example: part 30 and whole 40 stand; part 30 with a blank whole is incomplete; 45 of 40 is an error.

use super::engine::{Check, Code, Found, Over, Param, Rule, View, When, Worded, doc};
use crate::finding::Finding;
use crate::text::Both;

pub(super) const RULE: Rule = Rule {
    codes: &[&INCOMPLETE, &PART_ABOVE_WHOLE],
    checks: &[Check {
        over: Over::Shares(|_| true),
        run: check,
    }],
};

static INCOMPLETE: Code = Code {
    code: "share.incomplete",
    about: doc("One half of a share is there and this one is blank."),
    params: &[],
    says: Both {
        vi: "Ở đây cần hai số, còn thiếu số này. Hãy nhập cả hai.",
        en: "Two numbers are needed here, and this one is missing. Enter both.",
    },
    when: When::AtOnce,
};

static PART_ABOVE_WHOLE: Code = Code {
    code: "share.partAboveWhole",
    about: doc("The part is larger than the whole."),
    params: &[
        Param::new("part", Worded::Count, "The part entered.", "1200"),
        Param::new("whole", Worded::Count, "The whole entered.", "1000"),
    ],
    says: Both {
        vi: "Phần đạt được ({part}) lớn hơn tổng số ({whole}). Hãy kiểm tra cả hai số.",
        en: "The part ({part}) is larger than the whole ({whole}). Check both numbers.",
    },
    when: When::AtOnce,
};

fn check(view: &View<'_, '_>, out: &mut Vec<Finding>) {
    let (part, whole) = (view.at, view.at + 1);
    let is_blank = |half| view.entries.is_blank(half);
    if is_blank(part) != is_blank(whole) {
        let missing = if is_blank(part) { part } else { whole };
        out.error(view.path_of(missing), &INCOMPLETE);
    } else if let (Some(part), Some(whole)) = (view.number(), view.entries.number(whole))
        && part > whole
        && view.input().is_some_and(|part| !part.passes)
    {
        let said = PART_ABOVE_WHOLE.with("part", part).with("whole", whole);
        out.error(view.path(), said);
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
