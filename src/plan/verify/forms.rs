//! The forms: every field asks an indicator of the plan, once.

use super::{Check, DUTIES, FIELDS, NAME, Place};
use crate::plan::{Id, Only, Plan, PlanPart, PlanProblem, Reads, Template};
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
    check.reads(&place.key("indicator"), id, Reads::Answer);
    if check.known.has(PlanPart::Indicator, id) && !asked.contains(id) {
        let indicator = id.clone();
        check.report(
            &place.key("indicator"),
            PlanProblem::AskedBefore { indicator },
        );
    }
    let is = place.key("is");
    check.some(&is, upon.is.len());
    let measure = check.known.indicators.get(id).copied();
    for (index, one) in upon.is.iter().enumerate() {
        let known: Vec<Id> = match measure.map(|measure| measure.roll_up()) {
            Some(RollUp::Answers(listed)) => listed.iter().map(|one| one.id.clone()).collect(),
            Some(RollUp::Deed) => [true, false]
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
