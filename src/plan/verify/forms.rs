//! The forms: every field asks an indicator of the plan, once.

use super::{Check, DUTIES, EXACT, FIELDS, NAME, Place, targets};
use crate::plan::{
    Id, Indicator, OnAnswer, Only, Plan, PlanPart, PlanProblem, Reads, Template, Threshold,
};
use crate::value::{RollUp, done_id};
use std::collections::BTreeSet;

pub(super) fn check(plan: &Plan, check: &mut Check<'_>) {
    let root = Place::ROOT;
    let templates = root.key("templates");
    check.most(&templates, plan.templates.len(), DUTIES);
    check.unique(
        &templates,
        "id",
        PlanPart::Template,
        plan.templates.iter().map(|template| &template.id),
    );
    for (index, template) in plan.templates.iter().enumerate() {
        form(check, &templates.index(index), template);
    }
}

fn form(check: &mut Check<'_>, place: &Place<'_>, template: &Template) {
    let sections = place.key("sections");
    check.some(&sections, template.sections.len());
    check.unique(
        &sections,
        "id",
        PlanPart::Section,
        template.sections.iter().map(|section| &section.id),
    );
    check.most(
        &sections,
        template
            .sections
            .iter()
            .map(|section| section.fields.len())
            .sum(),
        FIELDS,
    );
    let listed = template
        .sections
        .iter()
        .any(|section| section.activities.is_some());
    let mut asked = BTreeSet::new();
    let mut lists = 0;
    for (index, section) in template.sections.iter().enumerate() {
        let place = sections.index(index);
        check.text(&place.key("title"), &section.title, NAME);
        if let Some(only) = &section.only {
            self::only(check, &place.key("only"), only, &asked);
            if only.answer.is_some() && section.activities.is_some() {
                let only = place.key("only");
                check.report(&only.key("answer"), PlanProblem::ActivitiesUponAnswer);
            }
        }
        if let Some(list) = &section.activities {
            lists += 1;
            if lists > 1 {
                check.report(&place.key("activities"), PlanProblem::SecondActivityList);
            }
            check.most(
                &place.key("activities").key("parts"),
                list.parts.len(),
                crate::plan::ActivityPart::ALL.len(),
            );
        }
        let fields = place.key("fields");
        for (index, field) in section.fields.iter().enumerate() {
            let place = fields.index(index);
            let id = &field.indicator;
            check.reference(&place.key("indicator"), PlanPart::Indicator, id);
            if let Some(only) = &field.only {
                self::only(check, &place.key("only"), only, &asked);
            }
            if !asked.insert(id) {
                let problem = PlanProblem::RepeatedId {
                    part: PlanPart::Field,
                    id: id.clone(),
                };
                check.report(&place.key("indicator"), problem);
            }
            if field.evidence && !listed {
                check.report(
                    &place.key("evidence"),
                    PlanProblem::EvidenceWithoutActivities,
                );
            }
        }
    }
}

/// What must hold for something to be asked; `asked` are the indicators that the form asks before it.
fn only(check: &mut Check<'_>, place: &Place<'_>, only: &Only, asked: &BTreeSet<&Id>) {
    check.selector(&place.key("units"), &only.units);
    let Some(upon) = &only.answer else {
        return;
    };
    let place = place.key("answer");
    let id = &upon.indicator;
    let found = check.found.len();
    check.reads(&place.key("indicator"), id, Reads::Answer);
    // Of what has no answer to ask upon nothing more can be mended.
    if check.found.len() > found {
        return;
    }
    if check.known.has(PlanPart::Indicator, id) && !asked.contains(id) {
        let indicator = id.clone();
        check.report(
            &place.key("indicator"),
            PlanProblem::AskedBefore { indicator },
        );
    }
    let Some(indicator) = check.known.indicators.get(id).copied() else {
        return;
    };
    let is = place.key("is");
    let kind = indicator.measure.roll_up();
    if kind.is_number() || kind == RollUp::Share {
        return bounds(check, &place, upon, indicator);
    }
    for (key, bound) in [("atLeast", upon.at_least), ("atMost", upon.at_most)] {
        if bound.is_some() {
            let indicator = id.clone();
            return check.report(&place.key(key), PlanProblem::UponAnswers { indicator });
        }
    }
    check.some(&is, upon.is.len());
    for (index, one) in upon.is.iter().enumerate() {
        let known: Vec<Id> = match kind {
            RollUp::Answers(listed) => listed.iter().map(|one| one.id.clone()).collect(),
            RollUp::Deed => [true, false]
                .into_iter()
                .filter_map(|done| Id::new(done_id(done)).ok())
                .collect(),
            // Of another kind it is said there.
            _ => continue,
        };
        if !known.contains(one) {
            check.unknown(&is.index(index), PlanPart::Answer, one, &known);
        }
    }
}

/// The bounds of a number upon which something is asked: some that it can reach, of its own kind, the lower one first.
fn bounds(check: &mut Check<'_>, place: &Place<'_>, upon: &OnAnswer, of: &Indicator) {
    let found = check.found.len();
    if !upon.is.is_empty() || upon.at_least.is_none() && upon.at_most.is_none() {
        let is = place.key("is");
        let indicator = of.id.clone();
        check.report(
            if upon.is.is_empty() { place } else { &is },
            PlanProblem::UponNumber { indicator },
        );
    }
    let own = match of.measure.roll_up() {
        RollUp::Money => Reads::Money,
        RollUp::Quantity => Reads::Quantity,
        RollUp::Share => Reads::Share,
        _ => Reads::Count,
    };
    let (least, most) = (of.least.unwrap_or(0), of.most.unwrap_or(EXACT));
    for (key, bound, least, most) in [
        ("atLeast", upon.at_least, -EXACT, most),
        ("atMost", upon.at_most, least, EXACT),
    ] {
        let Some(bound) = bound else { continue };
        let place = place.key(key);
        if targets::threshold(check, &place, bound, &of.id) != own {
            let indicator = of.id.clone();
            check.report(&place, PlanProblem::BoundOfOtherKind { indicator, own });
        }
        if let Threshold::Count(to) | Threshold::Money(to) | Threshold::Quantity(to) = bound
            && found == check.found.len()
        {
            check.range(&place, to, least, most);
        }
    }
    if let (Some(least), Some(most)) = (upon.at_least, upon.at_most)
        && found == check.found.len()
    {
        let place = place.key("atMost");
        match (least, most) {
            (Threshold::BasisPoints(_), Threshold::Ratio(_))
            | (Threshold::Ratio(_), Threshold::BasisPoints(_)) => {
                check.report(&place, PlanProblem::BoundsUnlike);
            }
            _ => targets::range(check, &place, least, most),
        }
    }
}
