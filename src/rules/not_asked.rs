//! What is asked only upon an answer is given only upon that answer.
//!
//! Why: a figure beside an answer that rules it out is a slip in one of the two, and would be added up unseen.
//! Example: "Số buổi trực tuyến: 5" in a report that answers "Hình thức: trực tiếp". What was typed there before stays in the
//! draft, and does not travel.

use super::engine::{Check, Code, Found, Half, Over, Param, Rule, View, When, Worded, doc};
use crate::finding::{Finding, Path};
use crate::text::Both;

pub(super) const RULE: Rule = Rule {
    codes: &[&NOT_ASKED],
    checks: &[Check {
        over: Over::All(|input| !input.upon.is_empty()),
        run: check,
    }],
};

static NOT_ASKED: Code = Code {
    code: "figure.notAsked",
    about: doc("This is asked only upon another answer to a question before."),
    params: &[Param::new(
        "question",
        Worded::Question,
        "The question, by its indicator.",
        "trees",
    )],
    says: Both {
        vi: "Với câu trả lời ở “{question}”, báo cáo này không hỏi nội dung này. Hãy bỏ đi, hoặc sửa câu trả lời đó.",
        en: "With the answer to “{question}” this is not asked. Take it out, or correct that answer.",
    },
    when: When::AtOnce,
};

fn check(view: &View<'_, '_>, out: &mut Vec<Finding>) {
    for (at, given) in &view.entries.unasked {
        let Some(input) = view.sheet.inputs().get(*at) else {
            continue;
        };
        if *given && input.half != Some(Half::Whole) {
            let question = input
                .upon
                .first()
                .map(|(_, answer)| answer.indicator.as_str());
            let said = NOT_ASKED.with("question", question.unwrap_or_default().to_owned());
            out.error(Path::figure(input.indicator.as_str()), said);
        }
    }
}
