//! Tables of points: criteria that are answered or follow from reports, bands from the highest down.

use super::{Check, DUTIES, EXACT, NAME, PROSE, Place};
use crate::plan::{Award, BarWhen, Plan, PlanPart, PlanProblem, Reads, Scoring};
use crate::value::Counted;

/// The most criteria of a table, and the most bands, and what rules one out.
const CRITERIA: usize = 200;

pub(super) fn check(plan: &Plan, check: &mut Check<'_>) {
    let root = Place::ROOT;
    let scorings = root.key("scorings");
    check.most(&scorings, plan.scorings.len(), DUTIES);
    check.unique(
        &scorings,
        "id",
        PlanPart::Scoring,
        plan.scorings.iter().map(|one| &one.id),
    );
    for (index, scoring) in plan.scorings.iter().enumerate() {
        one(plan, check, &scorings.index(index), scoring);
    }
}

fn one(plan: &Plan, check: &mut Check<'_>, place: &Place<'_>, scoring: &Scoring) {
    check.text(&place.key("name"), &scoring.name, NAME);
    check.selector(&place.key("units"), &scoring.units);
    check.range(
        &place.key("decimals"),
        scoring.decimals.into(),
        0,
        Scoring::PLACES.into(),
    );
    criteria(plan, check, &place.key("criteria"), scoring);
    bands(check, &place.key("bands"), scoring);
}

fn criteria(plan: &Plan, check: &mut Check<'_>, list: &Place<'_>, scoring: &Scoring) {
    check.some(list, scoring.criteria.len());
    check.most(list, scoring.criteria.len(), CRITERIA);
    check.unique(
        list,
        "id",
        PlanPart::Criterion,
        scoring.criteria.iter().map(|one| &one.id),
    );
    for (index, criterion) in scoring.criteria.iter().enumerate() {
        let place = list.index(index);
        let by = place.key("by");
        match &criterion.by {
            Award::Own(id) => {
                let own = by.key("own");
                check.reads(&own, id, Reads::Quantity);
                let measure = check.known.measure(id);
                // Of what is no quantity that is said already.
                let Some(Counted::Unit { decimals, .. }) = measure.map(|one| one.counted()) else {
                    continue;
                };
                let most = plan.indicator(id.as_str()).and_then(|one| one.most);
                if decimals != scoring.decimals || most.is_none_or(|most| most < 1) {
                    check.report(&own, PlanProblem::NotScored);
                }
            }
            Award::Punctuality(punctual) => {
                let by = by.key("punctuality");
                for (index, duty) in punctual.duties.iter().enumerate() {
                    check.reference(&by.key("duties").index(index), PlanPart::Duty, duty);
                }
                check.text(&by.key("name"), &punctual.name, NAME);
                check.range(&by.key("most"), punctual.most, 1, EXACT);
                check.range(&by.key("late"), punctual.late, 0, EXACT);
                check.range(&by.key("missing"), punctual.missing, 0, EXACT);
            }
        }
    }
}

fn bands(check: &mut Check<'_>, list: &Place<'_>, scoring: &Scoring) {
    check.most(list, scoring.bands.len(), CRITERIA);
    check.unique(
        list,
        "id",
        PlanPart::Band,
        scoring.bands.iter().map(|band| &band.id),
    );
    let mut below = EXACT;
    for (index, band) in scoring.bands.iter().enumerate() {
        let place = list.index(index);
        check.text(&place.key("name"), &band.name, NAME);
        check.range(&place.key("from"), band.from, 0, below);
        below = band.from.saturating_sub(1).max(0);
        let bars = place.key("bars");
        check.most(&bars, band.bars.len(), CRITERIA);
        for (index, bar) in band.bars.iter().enumerate() {
            let place = bars.index(index);
            check.text(&place.key("text"), &bar.text, PROSE);
            when(check, &place.key("when"), &bar.when, scoring);
        }
    }
}

fn when(check: &mut Check<'_>, place: &Place<'_>, when: &BarWhen, scoring: &Scoring) {
    match when {
        BarWhen::Late(most) => check.range(&place.key("late"), *most, 0, EXACT),
        BarWhen::Missing(most) => check.range(&place.key("missing"), *most, 0, EXACT),
        BarWhen::Below { criterion, points } => {
            let place = place.key("below");
            if !scoring.criteria.iter().any(|one| one.id == *criterion) {
                let known = scoring.criteria.iter().map(|one| &one.id);
                let place = place.key("criterion");
                check.unknown(&place, PlanPart::Criterion, criterion, known);
            }
            check.range(&place.key("points"), *points, 0, EXACT);
        }
        BarWhen::Figure {
            indicator, value, ..
        } => {
            let place = place.key("figure");
            let done = check
                .known
                .measure(indicator)
                .is_some_and(|measure| measure.roll_up() == crate::value::RollUp::Deed);
            let needs = if done { Reads::Done } else { Reads::Figure };
            check.reads(&place.key("indicator"), indicator, needs);
            check.range(&place.key("value"), *value, -EXACT, EXACT);
        }
    }
}
