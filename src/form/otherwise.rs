//! Where the document names another deadline than the one that holds: what it says, where, and why another holds.

use crate::message;
use crate::plan::{Deadline, Duty, Plan};
use crate::schedule::{self, Occasion, listed_periods};
use crate::text::{self, Lang};
use serde::Serialize;

/// What the document says otherwise of the deadline of one occasion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct OtherwiseView {
    /// The key of the occasion.
    pub key: String,
    /// What it says and where: "Mục V.4.2 của kế hoạch ghi: trước 09g00, thứ Sáu 3/3/2023." One sentence a statement.
    pub text: String,
    /// Why another deadline holds, as the plan has it.
    pub why: Option<String>,
}

/// The occasions of a unit of which the document names another deadline as well; none where the plan has no such unit.
#[must_use]
pub fn otherwise(plan: &Plan, unit: &str, lang: Lang) -> Option<Vec<OtherwiseView>> {
    let unit = plan.unit(unit)?;
    let views = schedule::occasions(plan, unit)
        .into_iter()
        .filter_map(|occasion| {
            let duty = plan.duty(occasion.duty.as_str())?;
            let said = said_otherwise(plan, duty, &occasion, lang);
            (!said.is_empty()).then(|| OtherwiseView {
                key: schedule::key(
                    plan.id.as_str(),
                    unit.id.as_str(),
                    duty.id.as_str(),
                    occasion.period,
                ),
                text: text::join(&said, " "),
                why: duty.why.clone(),
            })
        });
    Some(views.collect())
}

/// What the statements that do not apply say of the same days, where that is another deadline.
pub(super) fn said_otherwise(
    plan: &Plan,
    duty: &Duty,
    occasion: &Occasion,
    lang: Lang,
) -> Vec<String> {
    // What was put off does not make the document say something else.
    let holds = occasion.original.or(occasion.deadline);
    let mut known: Vec<Deadline> = holds.into_iter().collect();
    let mut said = Vec::new();
    for stated in &duty.schedules {
        if stated.id == duty.applies || stated.units.is_some() {
            continue;
        }
        let listed = listed_periods(plan, &stated.schedule);
        let same = listed
            .into_iter()
            .find(|one| one.period == occasion.period)
            .and_then(|one| one.deadline);
        if let Some(deadline) = same.filter(|deadline| !known.contains(deadline)) {
            known.push(deadline);
            said.push(message::otherwise(
                &stated.source.section,
                plan.document.as_deref().map(|document| &*document.kind),
                &deadline,
                lang,
            ));
        }
    }
    said
}

#[cfg(test)]
mod tests {
    use super::{OtherwiseView, otherwise};
    use crate::plan::{Plan, publish};
    use crate::text::Lang;

    const YOUTH_MONTH: &str = include_str!("../../www/plans/tan-phu-thang-thanh-nien-2023.json");

    fn said(plan: &Plan, unit: &str, duty: &str) -> Vec<(String, String)> {
        let all = otherwise(plan, unit, Lang::Vi).unwrap();
        let of_duty = |one: &OtherwiseView| one.key.contains(&*["|", duty, "|"].concat());
        all.into_iter()
            .filter(of_duty)
            .map(|one| (one.text, one.why.unwrap_or_default()))
            .collect()
    }

    #[test]
    fn a_unit_is_told_what_else_the_document_says_of_a_deadline_and_why_that_does_not_hold() {
        let whole = Plan::parse(YOUTH_MONTH).unwrap();
        for plan in [&whole, &publish(&whole)] {
            let weekly = said(plan, "phuong-tay-thanh", "weekly");
            assert_eq!(weekly.len(), 5, "{weekly:#?}");
            let (text, why) = &weekly[0];
            assert_eq!(
                text,
                "Mục V.4.2 của kế hoạch ghi: trước 09g00, thứ Sáu 3/3/2023."
            );
            assert!(why.starts_with("Quy tắc chung"), "{why}");
            assert_eq!(said(plan, "phuong-tay-thanh", "quick"), []);
        }
        assert_eq!(otherwise(&whole, "nobody", Lang::Vi), None);
    }

    #[test]
    fn what_was_put_off_or_says_the_same_is_nothing_else() {
        let mut plan = Plan::parse(YOUTH_MONTH).unwrap();
        for duty in &mut plan.duties {
            for stated in &mut duty.schedules {
                if stated.id != duty.applies {
                    stated.units = Some(duty.by.clone());
                }
            }
        }
        assert_eq!(said(&plan, "phuong-tay-thanh", "weekly"), []);
    }
}
