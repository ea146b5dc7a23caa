//! A composition out of what reading a document found: everything is proposed, and nothing is in the plan yet.

use super::cells::figure;
use super::groups::{bare, base, group_of, of_level, reporters};
use super::ids;
use super::state::{Composition, Found, Heading, Rest, Row};
use super::{duties, growth, label, levels, measured, taken};
use crate::plan::{
    Activity, Comparison, Indicator, Milestone, Plan, Scope, Selector, Source, Target, Threshold,
    Unit,
};
use crate::reading::{
    ActivityProposal, Grade, IN_TITLE, MilestoneProposal, Reading, TargetProposal,
};
use crate::text::{fold, single_line};
use crate::value::{CountMeasure, DoneMeasure, MoneyMeasure};
use std::sync::Arc;

/// What reading found, to be decided about.
pub(super) fn proposed(reading: Reading) -> Composition {
    let mut made = taken::blank();
    let plan = Arc::make_mut(&mut made.base);
    if let Some(title) = reading.title.as_deref().map(single_line) {
        plan.title = title.replace('*', "").trim().to_owned();
        let words = [&fold(&reading.document.kind), " ", &plan.title].concat();
        plan.id = ids::made(&words, super::cells::head::NEW, |_| false);
    }
    let slogans = reading.document.slogans.iter();
    let theme = slogans.rev().find(|one| one.source.section == IN_TITLE);
    plan.theme = theme.map(|theme| theme.text.clone());
    let levels = levels::levels(&reading);
    if !levels.is_empty() {
        plan.levels = levels;
    }
    if let Some(period) = reading.period {
        plan.period = period;
        made.has_period = true;
    }
    plan.milestones = milestones(&reading.milestones);
    plan.document = Some(Box::new(reading.document.clone()));
    made.outline = Arc::new(
        reading
            .outline
            .iter()
            .map(|entry| Heading {
                section: entry.section.clone(),
                title: entry.title.clone(),
                level: u8::try_from(entry.level).unwrap_or(u8::MAX),
                start: offset(entry.start),
                end: offset(entry.end),
            })
            .collect(),
    );
    made.units = Arc::new(units(&reading, &made.base));
    let mut targets = Vec::new();
    let mut indicators = Vec::new();
    for proposal in &reading.targets {
        let (mut target, indicator) = target(proposal, &made.base, &indicators);
        if proposal.change {
            let noun = proposal.noun.to_lowercase();
            growth::rest(Arc::make_mut(&mut made.base), &mut target.item, &noun);
        }
        targets.push(target);
        indicators.push(indicator);
    }
    made.targets = Arc::new(targets);
    made.indicators = Arc::new(indicators);
    let mut activities = Vec::new();
    for proposal in &reading.activities {
        activities.push(activity(proposal, &made.base, &activities));
    }
    made.activities = Arc::new(activities);
    for proposal in &reading.duties {
        duties::add(&mut made, proposal);
    }
    made.unused = Arc::new(
        reading
            .unused
            .into_iter()
            .map(|rest| Rest {
                quote: rest.quote,
                start: offset(rest.start),
                end: offset(rest.end),
                why: rest.why,
                done: false,
            })
            .collect(),
    );
    made.text = Arc::new(reading.text);
    made
}

fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

pub(super) fn found(start: usize, end: usize, grade: Grade, reasons: &[String]) -> Found {
    Found {
        start: offset(start),
        end: offset(end),
        grade,
        reasons: reasons.to_vec(),
    }
}

pub(super) fn quoted(section: &str, quote: &str) -> Source {
    Source {
        section: section.to_owned(),
        quote: Some(quote.to_owned()),
    }
}

fn milestones(proposals: &[MilestoneProposal]) -> Vec<Milestone> {
    let mut milestones: Vec<Milestone> = Vec::new();
    for proposal in proposals {
        let taken = |id: &str| milestones.iter().any(|one| one.id == *id);
        milestones.push(Milestone {
            id: ids::made(&proposal.text, "moc", taken),
            text: proposal.text.clone(),
            when: proposal.when.clone(),
            source: quoted("", &proposal.quote),
        });
    }
    milestones
}

fn units(reading: &Reading, plan: &Plan) -> Vec<Row<Unit>> {
    let mut rows: Vec<Row<Unit>> = Vec::new();
    for proposal in &reading.units {
        let level = group_of(&plan.levels, &proposal.level).map(|level| &level.id);
        let above = plan.levels.first().map(|level| &level.id);
        let Some(level) = level.or(above).cloned() else {
            continue;
        };
        let known = rows
            .iter()
            .any(|row| bare(&row.item.name) == bare(&proposal.name));
        if known {
            continue;
        }
        let taken = |id: &str| super::state::row(&rows, id).is_some();
        let unit = Unit {
            id: ids::made(&proposal.name, "don-vi", taken),
            name: proposal.name.clone(),
            aliases: Vec::new(),
            level,
            sector: None,
            parent: None,
            from: None,
            to: None,
            merged_into: None,
            numbers: Vec::new(),
            source: Some(quoted("", &proposal.quote)),
        };
        let found = found(proposal.start, proposal.end, Grade::Maybe, &[]);
        rows.push(Row::proposed(unit, found));
    }
    rows
}

/// A target, and the figure that shows it.
pub(super) fn target(
    proposal: &TargetProposal,
    plan: &Plan,
    known: &[Row<Indicator>],
) -> (Row<Target>, Row<Indicator>) {
    let text = single_line(&proposal.text)
        .replace('*', "")
        .trim()
        .to_owned();
    let label = if proposal.change {
        growth::label(&text)
    } else {
        label::label(&text, proposal.value, &proposal.noun)
    };
    let (value, up_to, quantity) = measured::asked(proposal);
    // One sentence that sets a target for two kinds of people asks two figures.
    let is_known = known.iter().any(|row| row.item.label == label);
    let label = if is_known && !proposal.noun.is_empty() {
        [&label, " (", &proposal.noun, ")"].concat()
    } else {
        label
    };
    let taken = |id: &str| super::state::row(known, id).is_some();
    let id = ids::made(&label, "chi-tieu", taken);
    let measure = quantity.unwrap_or_else(|| match value {
        Threshold::BasisPoints(_) | Threshold::Ratio(_) if !proposal.change => {
            let noun = if proposal.noun.is_empty() {
                "người"
            } else {
                &proposal.noun
            };
            crate::value::correcting::share(&label, noun)
        }
        Threshold::Money(_) => MoneyMeasure.into(),
        Threshold::Done => DoneMeasure.into(),
        _ => {
            let noun = if proposal.noun.is_empty() {
                figure::THING
            } else {
                &proposal.noun
            };
            CountMeasure {
                noun: noun.to_owned(),
            }
            .into()
        }
    });
    let source = quoted(&proposal.section, &proposal.quote);
    let indicator = Indicator {
        id: id.clone(),
        label,
        hint: None,
        combine: measured::combine_of(&measure),
        measure: Arc::new(measure),
        least: None,
        most: None,
        plausible: None,
        estimates: false,
        tally: None,
        source: Some(source.clone()),
    };
    let units = match proposal.scope {
        Scope::Each | Scope::ShareOfUnits(_) => reporters(plan),
        Scope::Whole | Scope::EachMember => Selector::default(),
    };
    let target = Target {
        id,
        number: None,
        text,
        indicator: indicator.id.clone(),
        comparison: match value {
            Threshold::Done => Comparison::AtLeast,
            _ => proposal.comparison,
        },
        value,
        up_to,
        of: None,
        scope: proposal.scope,
        per: proposal.per,
        units,
        why: None,
        source,
    };
    let place = found(
        proposal.start,
        proposal.end,
        proposal.grade,
        &proposal.reasons,
    );
    (
        Row::proposed(target, place.clone()),
        Row::proposed(indicator, place),
    )
}

fn activity(proposal: &ActivityProposal, plan: &Plan, known: &[Row<Activity>]) -> Row<Activity> {
    let title = single_line(&proposal.title)
        .replace('*', "")
        .trim()
        .to_owned();
    let level = group_of(&plan.levels, &proposal.level).map(|level| level.id.clone());
    let taken = |id: &str| super::state::row(known, id).is_some();
    let is_base = level.as_ref() == base(plan);
    let activity = Activity {
        id: ids::made(&title, "hoat-dong", taken),
        title,
        ordinal: None,
        when: proposal.dates.clone(),
        place: None,
        units: match &level {
            Some(level) if is_base && plan.levels.len() > 1 => of_level(level),
            _ => Selector::default(),
        },
        level,
        source: quoted(&proposal.section, &proposal.quote),
    };
    let found = found(
        proposal.start,
        proposal.end,
        proposal.grade,
        &proposal.reasons,
    );
    Row::proposed(activity, found)
}
