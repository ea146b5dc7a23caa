//! Indicators, and the targets set on them.

use super::{Check, EXACT, INDICATORS, NAME, PROSE, Place, tables};
use crate::plan::{
    Comparison, Id, Indicator, Measure, Plan, PlanPart, PlanProblem, Ratio, Reads, Scope, Target,
    Threshold,
};
use crate::text::single_line;
use crate::value::{ListedAnswer, MOST_LISTED, Parts, RollUp, TableMeasure};

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
    words(check, place, &indicator.label, indicator.hint.as_deref());
    bounds(
        check,
        place,
        indicator.least,
        [("most", indicator.most), ("plausible", indicator.plausible)],
    );
    measure(check, place, &indicator.measure);
    if indicator.estimates {
        check.reads(&place.key("estimates"), &indicator.id, Reads::Figure);
    }
    if indicator.tally.is_some() {
        check.reads(&place.key("tally"), &indicator.id, Reads::Count);
    }
}

/// Checks a number that an indicator is held to; what it reads of it.
pub(super) fn threshold(
    check: &mut Check<'_>,
    place: &Place<'_>,
    value: Threshold,
    indicator: &Id,
) -> Reads {
    match value {
        Threshold::Count(count) => {
            check.range(&place.key("count"), count, -EXACT, EXACT);
            Reads::Count
        }
        Threshold::Money(dong) => {
            check.range(&place.key("money"), dong, -EXACT, EXACT);
            Reads::Money
        }
        Threshold::BasisPoints(points) => {
            check.range(&place.key("basisPoints"), i64::from(points), 0, WHOLE);
            Reads::Share
        }
        Threshold::Quantity(steps) => {
            check.range(&place.key("quantity"), steps, -EXACT, EXACT);
            Reads::Quantity
        }
        Threshold::Ratio(ratio) => {
            let halves = check.known.measure(indicator).and_then(Measure::halves);
            let passes = halves.is_none_or(|halves| halves.passes);
            let most = if passes { EXACT } else { ratio.whole() };
            check.range(&place.key("ratio"), ratio.part(), 0, most);
            Reads::Share
        }
        Threshold::Done => Reads::Done,
    }
}

/// The upper end of a range is of the kind of the lower one, and not below it.
pub(super) fn range(check: &mut Check<'_>, place: &Place<'_>, least: Threshold, most: Threshold) {
    let (least, most) = match (least, most) {
        (Threshold::Count(least), Threshold::Count(most))
        | (Threshold::Money(least), Threshold::Money(most))
        | (Threshold::Quantity(least), Threshold::Quantity(most)) => (least, most),
        (Threshold::BasisPoints(least), Threshold::BasisPoints(most)) => {
            check.range(place, most.into(), least.into(), WHOLE);
            return;
        }
        (Threshold::Ratio(least), Threshold::Ratio(most)) => {
            let of = |one: Ratio, other: Ratio| i128::from(one.part()) * i128::from(other.whole());
            if of(most, least) >= of(least, most) {
                return;
            }
            return check.report(place, PlanProblem::RangeUnlike);
        }
        (Threshold::Done, _) => return check.report(place, PlanProblem::DoneByNumber),
        _ => return check.report(place, PlanProblem::RangeUnlike),
    };
    check.range(place, most, least, EXACT);
}

pub(super) fn words(check: &mut Check<'_>, place: &Place<'_>, label: &str, hint: Option<&str>) {
    check.text(&place.key("label"), label, NAME);
    if let Some(hint) = hint {
        check.text(&place.key("hint"), hint, PROSE);
    }
}

pub(super) fn bounds(
    check: &mut Check<'_>,
    place: &Place<'_>,
    least: Option<i64>,
    above: [(&'static str, Option<i64>); 2],
) {
    let least = least.unwrap_or(0);
    check.range(&place.key("least"), least, -EXACT, EXACT);
    for (key, bound) in above {
        if let Some(bound) = bound {
            check.range(&place.key(key), bound, least, EXACT);
        }
    }
}

/// What the plan states of the kind of value, at the place of what it answers.
pub(super) fn measure(check: &mut Check<'_>, place: &Place<'_>, of: &Measure) {
    let measure = place.key("measure");
    let own = measure.key(of.control().kind);
    if let RollUp::Answers(listed) = of.roll_up() {
        answers(check, &own.key("answers"), listed);
    }
    of.verify(&mut OfMeasure { place: &own, check });
}

/// What a kind of value checks of its own, at its place in the plan.
struct OfMeasure<'p, 'c, 'a> {
    place: &'p Place<'p>,
    check: &'c mut Check<'a>,
}

impl Parts for OfMeasure<'_, '_, '_> {
    fn name(&mut self, key: &'static str, text: &str) {
        self.check.text(&self.place.key(key), text, NAME);
    }

    fn number(&mut self, key: &'static str, found: i64, least: i64, most: i64) {
        self.check.range(&self.place.key(key), found, least, most);
    }

    fn columns(&mut self, table: &TableMeasure) {
        tables::check(self.check, self.place, table);
    }
}

/// Answers to choose from: at least two, and no two that a reader could take for each other.
fn answers(check: &mut Check<'_>, place: &Place<'_>, listed: &[ListedAnswer]) {
    if listed.len() < 2 {
        let (least, found) = (2, listed.len());
        check.report(place, PlanProblem::TooFew { least, found });
    }
    check.most(place, listed.len(), MOST_LISTED);
    let ids = listed.iter().map(|one| &one.id);
    check.unique(place, "id", PlanPart::Answer, ids);
    for (index, one) in listed.iter().take(MOST_LISTED).enumerate() {
        let item = place.index(index);
        let label = item.key("label");
        check.text(&label, &one.label, NAME);
        let reads_as = |other: &ListedAnswer| {
            let said = single_line(&one.label);
            said == single_line(&other.label)
                || other.id == *said
                || one.id == *single_line(&other.label)
        };
        let mut before = listed.iter().take(index);
        if before.any(|other| other.id != one.id && reads_as(other)) {
            check.report(&label, PlanProblem::ReadAlike);
        }
    }
}

fn target(check: &mut Check<'_>, place: &Place<'_>, target: &Target) {
    check.text(&place.key("text"), &target.text, PROSE);
    if let Some(why) = &target.why {
        check.text(&place.key("why"), why, PROSE);
    }
    let value = place.key("value");
    let mut needs = threshold(check, &value, target.value, &target.indicator);
    if let Some(base) = &target.of {
        let of = place.key("of");
        check.reference(&of.key("attribute"), PlanPart::Attribute, &base.attribute);
        if needs == Reads::Done {
            check.report(&of, PlanProblem::DoneByNumber);
        }
        // So much of a number is a number, not a share.
        if needs == Reads::Share {
            needs = Reads::Figure;
        }
    }
    if let Some(most) = target.up_to {
        if target.comparison != Comparison::AtLeast {
            check.report(&place.key("comparison"), PlanProblem::RangeUnlike);
        }
        range(check, &place.key("upTo"), target.value, most);
    }
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
