//! The figures of a period are its own.
//!
//! Why: who begins from last period's file may send its figures once more. Two periods may be alike all the same, so it is
//! a note; and a quiet period, or a figure or two that stayed, are no reason to say it.
//! Example: trees 10, people 30, boys 10 and girls 20, all as a week ago.

use super::engine::{Check, Code, Found, Input, Over, Rule, View, When, doc};
use crate::finding::{Finding, Path};
use crate::plan::Combine;
use crate::text::Both;
use crate::value::Held;

/// Fewer figures above zero than these may well be the same twice.
const LEAST: usize = 3;

pub(super) const RULE: Rule = Rule {
    codes: &[&SAME_FIGURES],
    checks: &[Check {
        over: Over::All(is_of_its_period),
        run: check,
    }],
};

static SAME_FIGURES: Code = Code {
    code: "report.sameFigures",
    about: doc("All figures that add up over periods are those of the report before."),
    params: &[],
    says: Both {
        vi: "Mọi số liệu đều giống hệt báo cáo kỳ trước. Nếu chép từ kỳ trước sang, hãy nhập số của kỳ này; nếu đúng như vậy \
             thì không cần làm gì.",
        en: "All figures are those of the last report. If they were copied from it, enter those of this period; if they are \
             right, nothing is to be done.",
    },
    when: When::AtOnce,
};

/// Whether its numbers are of one period alone: those that state how things stand may stay as they are.
fn is_of_its_period(input: &Input) -> bool {
    input.measure.held() == Held::Range && input.combine == Combine::Sum
}

fn check(view: &View<'_, '_>, out: &mut Vec<Finding>) {
    let Some(last) = view.context.earlier.alike(view.sheet).last() else {
        return;
    };
    let inputs = view.sheet.inputs().iter().enumerate();
    let mut above_zero = 0;
    for (at, input) in inputs.filter(|(_, input)| is_of_its_period(input)) {
        let number = view.entries.number(at);
        if number != input.number_in(last) {
            return;
        }
        above_zero += usize::from(number.is_some_and(|number| number > 0));
    }
    if above_zero >= LEAST {
        out.info(Path::whole(), &SAME_FIGURES);
    }
}
