//! Points in a report: which criteria it answers, and what the unit's own points come to.

use crate::message;
use crate::plan::{Award, Criterion, Id, Only, Plan, Scoring};
use crate::report::{Report, Value};
use crate::text::Lang;

/// The criteria of a table that a report is asked for, each with the indicator that answers it; none where the table does not
/// score the unit.
pub(crate) fn asked_points<'p>(
    plan: &'p Plan,
    scoring: &'p Scoring,
    report: &Report,
) -> Vec<(&'p Criterion, &'p Id)> {
    let known = plan.unit(&report.unit).zip(plan.duty(&report.duty));
    let Some((unit, duty)) = known.filter(|(unit, _)| scoring.units.chooses(unit)) else {
        return Vec::new();
    };
    let holds =
        |only: &Option<Box<Only>>| only.as_ref().is_none_or(|only| only.units.chooses(unit));
    let template = plan.template(duty.template.as_str());
    let sections = template.map_or(&[][..], |template| &template.sections);
    let asks = |id: &Id| {
        let mut sections = sections.iter().filter(|section| holds(&section.only));
        sections.any(|section| {
            let mut fields = section.fields.iter();
            fields.any(|field| field.indicator == *id && holds(&field.only))
        })
    };
    let own = |criterion: &'p Criterion| match &criterion.by {
        Award::Own(id) => asks(id).then_some((criterion, id)),
        Award::Punctuality(_) => None,
    };
    scoring.criteria.iter().filter_map(own).collect()
}

/// What the unit gave itself for one criterion, in steps.
pub(crate) fn told_points(report: &Report, indicator: &Id) -> Option<i64> {
    match report.figures.get(indicator.as_str()) {
        Some(Value::Number(points)) => Some(*points),
        _ => None,
    }
}

/// What the unit's own points come to, a line a table: "Tự chấm: 86,5 trên 95 điểm".
pub(super) fn in_report(plan: &Plan, report: &Report, lang: Lang) -> Vec<String> {
    let line = |scoring: &Scoring| {
        let asked = asked_points(plan, scoring, report);
        let (mut own, mut most) = (0_i64, 0_i64);
        for (criterion, id) in &asked {
            own = own.saturating_add(told_points(report, id).unwrap_or_default());
            most = most.saturating_add(criterion.most(plan));
        }
        (!asked.is_empty()).then(|| message::own_points(own, most, scoring.decimals, lang))
    };
    plan.scorings.iter().filter_map(line).collect()
}

/// The most points of what a question asks, where it is a criterion of the unit's: "Tối đa 10 điểm".
pub(super) fn most_of(plan: &Plan, report: &Report, indicator: &str) -> Option<String> {
    let asked = plan.indicator(indicator)?;
    let unit = plan.unit(&report.unit)?;
    let scores = |one: &Scoring| one.units.chooses(unit) && one.criterion_of(&asked.id).is_some();
    let most = asked.most.filter(|_| plan.scorings.iter().any(scores))?;
    Some(message::most_points(
        &asked.measure.quantity(most),
        Lang::Vi,
    ))
}
