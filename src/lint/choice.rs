//! A rule that wants so many of several things done, and asks for more than there are, for none, or for all.
//!
//! Why: nobody can do five of four, and whoever wants all of them, or none, says so more plainly by what must be answered.
//! Example: at least 4 of the 4 fields are to be answered, none of which must be.

use super::view::View;
use super::{Lint, LintFinding, Said, Slice};
use crate::finding::{Path, Severity};
use crate::text::Both;
use std::collections::BTreeSet;

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&MORE_THAN_THERE, &NONE, &ALL, &TWICE],
};

static MORE_THAN_THERE: Lint = Lint {
    code: "choice.moreThanThere",
    about: "A rule wants more of several things done than there are.",
    severities: &[Severity::Error],
    gaps: &[("least", &["5"]), ("count", &["4"])],
    says: Both {
        vi: "Quy tắc đòi {least} nội dung, nhưng chỉ nêu {count}: không đơn vị nào làm đúng được.",
        en: "The rule asks for {least} of {count}: no unit can do so.",
    },
    mend: Both {
        vi: "Giảm số phải thực hiện, hoặc nêu thêm nội dung.",
        en: "Ask for fewer, or name more of them.",
    },
};

static NONE: Lint = Lint {
    code: "choice.none",
    about: "A rule wants none of several things done, and always holds.",
    severities: &[Severity::Warning],
    gaps: &[("count", &["4"])],
    says: Both {
        vi: "Quy tắc đòi ít nhất 0 trong {count} nội dung: luôn đúng, không nhắc được ai.",
        en: "The rule asks for at least 0 of {count}: it always holds.",
    },
    mend: Both {
        vi: "Ghi số nội dung phải thực hiện, hoặc bỏ quy tắc.",
        en: "Say how many are to be done, or leave the rule out.",
    },
};

static ALL: Lint = Lint {
    code: "choice.all",
    about: "A rule wants all of several things done.",
    severities: &[Severity::Info],
    gaps: &[("count", &["4"])],
    says: Both {
        vi: "Quy tắc đòi thực hiện cả {count} nội dung, không còn là lựa chọn.",
        en: "The rule asks for all {count}, which leaves no choice.",
    },
    mend: Both {
        vi: "Nếu đúng là cả {count}, hãy bỏ quy tắc này và đặt cho mỗi nội dung một chỉ tiêu; nếu không, giảm số phải thực hiện.",
        en: "If all {count} are meant, leave the rule out and set each of them a target; else ask for fewer.",
    },
};

static TWICE: Lint = Lint {
    code: "choice.twice",
    about: "A rule counts the same thing twice among several.",
    severities: &[Severity::Warning],
    gaps: &[],
    says: Both {
        vi: "Quy tắc nêu một nội dung hai lần: làm một việc được tính là hai.",
        en: "The rule names one of them twice: who does it has done two.",
    },
    mend: Both {
        vi: "Bỏ nội dung ghi lặp, hoặc thay bằng nội dung khác.",
        en: "Leave out the one that is repeated, or name another.",
    },
};

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    for (at, rule) in view.plan.rules.iter().enumerate() {
        let Some((least, of)) = rule.choice() else {
            continue;
        };
        let path = Path::top("rules").at(at);
        let mut find = |severity, said: Said| {
            out.push(LintFinding::new(severity, path.clone(), said));
        };
        let count = i64::try_from(of.len()).unwrap_or(i64::MAX);
        if of.iter().collect::<BTreeSet<_>>().len() < of.len() {
            find(Severity::Warning, (&TWICE).into());
        }
        if least > count {
            find(
                Severity::Error,
                MORE_THAN_THERE.with("least", least).with("count", count),
            );
        } else if least <= 0 {
            find(Severity::Warning, NONE.with("count", count));
        } else if least == count && count > 1 {
            find(Severity::Info, ALL.with("count", count));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, plan};
    use serde_json::json;

    #[test]
    fn so_many_of_several_leave_a_choice() {
        for (of, comparison, least, expected) in [
            (vec!["trees", "members"], "atLeast", 1, ""),
            (vec!["trees", "members"], "exactly", 1, ""),
            (vec!["trees", "members"], "atLeast", 2, "info choice.all"),
            (vec!["trees", "members"], "moreThan", 1, "info choice.all"),
            (
                vec!["trees", "members"],
                "atLeast",
                3,
                "error choice.moreThanThere",
            ),
            (
                vec!["trees", "members"],
                "atLeast",
                0,
                "warning choice.none",
            ),
            (
                vec!["trees", "trees", "members"],
                "atLeast",
                1,
                "warning choice.twice",
            ),
            (vec!["trees", "members"], "atMost", 5, ""),
        ] {
            let left: Vec<_> = of.iter().map(|id| json!({"answered": id})).collect();
            let plan = plan(
                json!({"rules": [{"id": "some", "left": left, "comparison": comparison,
                "right": [{"number": least}], "severity": "error", "message": "Chọn."}]}),
            );
            assert_eq!(
                codes(&plan, "choice."),
                expected,
                "{of:?} {comparison} {least}"
            );
        }
    }
}
