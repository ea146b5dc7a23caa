//! Figures for the whole plan that are asked before it ends and never again.
//!
//! Why: what is asked before the end is provisional ("số liệu tạm tính"); where no later report asks
//! again, nobody ever knows what was reached.
//! Example: figures for a month that ends on 31/3, due on 19/3, and no report after 31/3.

use super::early_deadline::is_early;
use super::view::View;
use super::{Lint, LintFinding, Reading, Slice, Stated};
use crate::finding::Severity;
use crate::plan::{Duty, ListedPeriod, Plan};
use crate::schedule::listed_periods;
use crate::text::Both;
use crate::value::RollUp;

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&CLOSING_NO_FINAL_FIGURES],
};

static CLOSING_NO_FINAL_FIGURES: Lint = Lint {
    code: "closing.noFinalFigures",
    about: "The figures for the whole plan are asked before it ends, and never again.",
    severities: &[Severity::Warning],
    gaps: &[("last", &["31/3/2023"])],
    says: Both {
        vi: "Số liệu cả kế hoạch phải gửi trước khi kế hoạch kết thúc ({last}), nên chỉ là tạm tính; sau đó không báo cáo nào yêu cầu số liệu chính thức.",
        en: "The figures for the whole plan are due before it ends ({last}), so they are provisional; no later report asks for the final ones.",
    },
    mend: Both {
        vi: "Yêu cầu báo cáo số liệu chính thức sau ngày {last}.",
        en: "Ask for the final figures after {last}.",
    },
};

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    let whole: Vec<_> = view
        .duties()
        .filter(|(_, duty)| asks_figures(view.plan, duty) && !view.is_calendar(duty))
        .filter_map(|(path, duty)| Some((path, duty, over_the_whole_plan(view.plan, duty)?)))
        .collect();
    let provisional: Vec<_> = whole
        .iter()
        .filter(|(_, _, listed)| is_early(view.plan, listed))
        .filter(|(_, duty, _)| {
            !whole.iter().any(|(_, later, listed)| {
                !is_early(view.plan, listed) && view.share_units(&duty.by, &later.by)
            })
        })
        .collect();
    let Some((path, ..)) = provisional.first() else {
        return;
    };
    let statements = provisional.iter().map(|(path, duty, listed)| {
        let reading = Reading::Deadlines(vec![listed.clone()]);
        Stated::new(path.clone(), &duty.source, Some(reading))
    });
    let said = CLOSING_NO_FINAL_FIGURES.with("last", view.plan.period.to());
    out.push(
        LintFinding::new(Severity::Warning, path.clone(), said)
            .stating(statements.collect::<Vec<_>>()),
    );
}

/// Whether its form asks for numbers.
fn asks_figures(plan: &Plan, duty: &Duty) -> bool {
    let Some(template) = plan.template(duty.template.as_str()) else {
        return false;
    };
    template
        .sections
        .iter()
        .flat_map(|section| &section.fields)
        .filter_map(|field| plan.indicator(field.indicator.as_str()))
        .any(|indicator| {
            matches!(
                indicator.measure.roll_up(),
                RollUp::Count | RollUp::Money | RollUp::Quantity | RollUp::Share
            )
        })
}

/// The listed that covers the whole plan and is not waived.
fn over_the_whole_plan(plan: &Plan, duty: &Duty) -> Option<ListedPeriod> {
    listed_periods(plan, &duty.schedule()?.schedule)
        .into_iter()
        .filter(|listed| listed.period.encloses(plan.period))
        .find(|listed| {
            let waived = |within: crate::calendar::Period| within.encloses(listed.period);
            !duty.waivers.iter().any(|waiver| waived(waiver.within))
        })
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, duty, plan};
    use serde_json::{Value, json};

    fn whole(id: &str, deadline: Value) -> Value {
        let mut listed = json!({"period": {"from": "2023-02-26", "to": "2023-03-31"}});
        if !deadline.is_null() {
            listed["deadline"] = json!({"date": deadline});
        }
        let mut duty = duty(json!({"listed": [listed]}));
        duty["id"] = json!(id);
        duty
    }

    #[test]
    fn somebody_asks_after_the_end() {
        for (duties, expected) in [
            (
                json!([whole("figures", json!("2023-03-19"))]),
                "warning closing.noFinalFigures",
            ),
            (json!([whole("figures", json!("2023-04-05"))]), ""),
            (
                json!([
                    whole("figures", json!("2023-03-19")),
                    whole("year", Value::Null)
                ]),
                "",
            ),
            (
                json!([
                    whole("figures", json!("2023-03-19")),
                    whole("final", json!("2023-04-05"))
                ]),
                "",
            ),
        ] {
            let plan = plan(json!({"duties": duties}));
            assert_eq!(codes(&plan, "closing.noFinal"), expected, "{duties}");
        }
    }
}
