//! Indicators, and the targets set on them.

use super::{Check, EXACT, INDICATORS, NAME, PROSE, Place};
use crate::plan::{Indicator, Measure, Plan, PlanPart, Reads, Scope, Target, Threshold};

/// The whole, in hundredths of a percent.
const WHOLE: i64 = 10_000;

pub(super) fn check(plan: &Plan, check: &mut Check<'_>) {
    let root = Place::ROOT;
    let indicators = root.key("indicators");
    check.most(&indicators, plan.indicators.len(), INDICATORS);
    check.unique(
        &indicators,
        "id",
        PlanPart::Indicator,
        plan.indicators.iter().map(|indicator| &indicator.id),
    );
    for (index, indicator) in plan.indicators.iter().enumerate() {
        self::indicator(check, &indicators.index(index), indicator);
    }
    let targets = root.key("targets");
    check.most(&targets, plan.targets.len(), INDICATORS);
    check.unique(
        &targets,
        "id",
        PlanPart::Target,
        plan.targets.iter().map(|target| &target.id),
    );
    for (index, target) in plan.targets.iter().enumerate() {
        self::target(check, &targets.index(index), target);
    }
}

fn indicator(check: &mut Check<'_>, place: &Place<'_>, indicator: &Indicator) {
    check.text(&place.key("label"), &indicator.label, NAME);
    if let Some(hint) = &indicator.hint {
        check.text(&place.key("hint"), hint, PROSE);
    }
    let least = indicator.least.unwrap_or(0);
    check.range(&place.key("least"), least, -EXACT, EXACT);
    for (key, bound) in [("most", indicator.most), ("plausible", indicator.plausible)] {
        if let Some(bound) = bound {
            check.range(&place.key(key), bound, least, EXACT);
        }
    }
    let measure = place.key("measure");
    match &indicator.measure {
        Measure::Count { noun } => check.text(&measure.key("count").key("noun"), noun, NAME),
        Measure::Share { part, whole, noun } => {
            let share = measure.key("share");
            check.text(&share.key("part"), part, NAME);
            check.text(&share.key("whole"), whole, NAME);
            check.text(&share.key("noun"), noun, NAME);
        }
        Measure::Text { max, .. } => {
            check.range(&measure.key("text").key("max"), i64::from(*max), 1, 20_000)
        }
        Measure::Money | Measure::Done | Measure::Date | Measure::Time => {}
        Measure::Phone | Measure::Email | Measure::Link => {}
    }
    if indicator.tally.is_some() {
        check.reads(&place.key("tally"), &indicator.id, Reads::Count);
    }
}

fn target(check: &mut Check<'_>, place: &Place<'_>, target: &Target) {
    check.text(&place.key("text"), &target.text, PROSE);
    if let Some(why) = &target.why {
        check.text(&place.key("why"), why, PROSE);
    }
    let value = place.key("value");
    let needs = match target.value {
        Threshold::Count(count) => {
            check.range(&value.key("count"), count, -EXACT, EXACT);
            Reads::Count
        }
        Threshold::Money(dong) => {
            check.range(&value.key("money"), dong, -EXACT, EXACT);
            Reads::Money
        }
        Threshold::BasisPoints(points) => {
            check.range(&value.key("basisPoints"), i64::from(points), 0, WHOLE);
            Reads::Share
        }
        Threshold::Done => Reads::Done,
    };
    check.reads(&place.key("indicator"), &target.indicator, needs);
    if let Scope::ShareOfUnits(points) = target.scope {
        check.range(
            &place.key("scope").key("shareOfUnits"),
            i64::from(points),
            0,
            WHOLE,
        );
    }
    check.selector(&place.key("units"), &target.units);
}
