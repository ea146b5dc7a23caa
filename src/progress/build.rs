//! The view of a plan's progress: matrix, completeness, duplicates, discrepancies. Targets stand beside.

use super::alternatives::alternatives;
use super::groups::{self, TallyNames};
use super::scores::scores;
use super::target::target;
use super::target_view::SpanView;
use super::total::{asked, narratives, totals};
use super::view::{
    AnswerView, AnswersView, CellView, ClaimView, ColumnView, CompletenessView, DiscrepancyView,
    DuplicateView, MatrixView, NamedTallyView, PartialView, ProgressView, RowView, TableNameView,
    TallyView,
};
use crate::calendar::Period;
use crate::message::{self, rollup as words};
use crate::plan::{Cadence, Indicator, Plan, Unit};
use crate::punctuality::{Partial, Standing, Tally};
use crate::rollup::{Answers, Cell, Claimed, Column, Discrepancy, Progress, Reach};
use crate::schedule;
use crate::text::{Lang, exact};
use crate::value::RollUp;

/// The progress of `plan` in words. `progress` must be of this very plan: what leads nowhere in it is
/// passed over.
#[must_use]
pub fn progress(plan: &Plan, progress: &Progress<'_>, lang: Lang) -> ProgressView {
    let reached = plan.targets.iter().zip(&progress.targets);
    let targets: Vec<_> = reached
        .filter_map(|(one, reached)| target(plan, progress, one, reached, lang))
        .collect();
    let alternatives: Vec<_> = plan
        .alternatives
        .iter()
        .zip(&progress.alternatives)
        .map(|(group, reached)| alternatives(plan, group, reached, lang))
        .collect();
    ProgressView {
        plan: plan.id.as_str().to_owned(),
        version: plan.version,
        title: plan.title.clone(),
        period_text: message::period(&plan.period, lang),
        now: progress.now,
        now_text: message::moment(progress.now, plan.offset, lang),
        reports: progress.reports,
        strays: progress.strays,
        strays_text: words::strays(progress.strays, lang),
        partial: partial(&progress.partial, lang),
        target_groups: groups::by_state(&targets, &alternatives, lang),
        alternatives,
        targets,
        answers: progress
            .answers
            .iter()
            .filter_map(|one| answers(plan, one, lang))
            .collect(),
        totals: totals(plan, progress, lang),
        scores: progress
            .scores
            .iter()
            .filter_map(|one| scores(plan, one, lang))
            .collect(),
        narratives: narratives(plan, progress, lang),
        tables: tables(plan),
        matrix: matrix(plan, progress, lang),
        completeness: completeness(plan, progress, lang),
        duplicates: progress
            .duplicates
            .iter()
            .filter_map(|pair| {
                Some(DuplicateView {
                    one: claim(plan, &pair.one, lang)?,
                    other: claim(plan, &pair.other, lang)?,
                    likeness_bp: pair.likeness.into(),
                    text: words::duplicate(pair.likeness, pair.same_place, lang),
                })
            })
            .collect(),
        discrepancies: progress
            .discrepancies
            .iter()
            .filter_map(|one| discrepancy(plan, progress, one, lang))
            .collect(),
    }
}

fn answers(plan: &Plan, given: &Answers, lang: Lang) -> Option<AnswersView> {
    let indicator = plan.indicators.get(given.indicator)?;
    let RollUp::Answers(listed) = indicator.measure.roll_up() else {
        return None;
    };
    let said = listed.iter().zip(&given.said);
    Some(AnswersView {
        indicator: indicator.id.as_str().to_owned(),
        label: indicator.label.clone(),
        units: given.units,
        answered: given.answered,
        text: words::answered(given.answered, given.units, lang),
        answers: said
            .map(|(one, units)| AnswerView {
                id: one.id.as_str().to_owned(),
                units: *units,
                text: words::said(*units, &one.label, lang),
            })
            .collect(),
    })
}

/// The spans of a cadence, with what is reached in each in words, and how it stands; none for the whole plan, which is one.
pub(super) fn spans(
    per: Cadence,
    (spans, current): (&[(Period, Reach)], usize),
    lang: Lang,
    words: impl Fn(&Reach) -> (String, String),
) -> Vec<SpanView> {
    if per.is_plan() {
        return Vec::new();
    }
    let view = |(place, (period, reach)): (usize, &(Period, Reach))| {
        let (value_text, state_text) = words(reach);
        SpanView {
            period: *period,
            text: message::period(period, lang),
            current: place == current,
            value: reach.value,
            value_text,
            target: reach.target,
            share_bp: reach.share,
            state: reach.state,
            state_text,
            partial: partial(&reach.partial, lang),
        }
    };
    spans.iter().enumerate().map(view).collect()
}

pub(super) fn partial(partial: &Partial, lang: Lang) -> PartialView {
    PartialView {
        units: partial.units,
        sent: partial.sent,
        late: partial.late,
        missing: partial.missing,
        partial: partial.missing > 0,
        text: words::partial(partial, lang),
    }
}

/// The name of a sector.
pub(super) fn sector_name(plan: &Plan, unit: &Unit) -> Option<String> {
    let sector = unit.sector.as_ref()?;
    let named = plan.sectors.iter().find(|group| group.id == *sector)?;
    Some(named.name.clone())
}

/// What units without a sector are called together.
pub(super) fn no_sector(lang: Lang) -> String {
    words::no_sector(lang).to_owned()
}

pub(super) fn column_key(plan: &Plan, column: &Column<'_>) -> String {
    let occasion = column.occasion;
    schedule::key_of_all(plan.id.as_str(), occasion.duty.as_str(), occasion.period)
}

/// "Báo cáo tuần · Tuần 1".
pub(super) fn column_name(plan: &Plan, column: &Column<'_>) -> Option<String> {
    let duty = plan.duties.get(column.duty)?;
    Some(message::occasion(
        &duty.name,
        column.occasion.label.as_deref(),
    ))
}

fn matrix(plan: &Plan, progress: &Progress<'_>, lang: Lang) -> MatrixView {
    let column = |column: &Column<'_>| {
        let (duty, occasion) = (plan.duties.get(column.duty)?, column.occasion);
        let period_text = message::period(&occasion.period, lang);
        Some(ColumnView {
            key: column_key(plan, column),
            duty: duty.id.as_str().to_owned(),
            duty_name: duty.name.clone(),
            label: occasion.label.clone(),
            period: occasion.period,
            when_text: message::dated(
                message::unsaid(&duty.name, occasion.label.as_deref()),
                &period_text,
            ),
            text: message::dated(Some(&column_name(plan, column)?), &period_text),
            period_text,
            cutoff: occasion.cutoff,
            deadline_text: message::due(occasion, lang),
            tally: tally(&column.tally, lang),
        })
    };
    let columns: Vec<_> = progress.columns.iter().filter_map(column).collect();
    let rows = plan.units.iter().zip(&progress.cells);
    let rows: Vec<_> = rows
        .filter(|(_, cells)| cells.iter().any(Option::is_some))
        .map(|(unit, cells)| RowView {
            unit: unit.id.as_str().to_owned(),
            name: unit.name.clone(),
            sector: unit.sector.as_ref().map(|id| id.as_str().to_owned()),
            sector_name: sector_name(plan, unit),
            cells: cells
                .iter()
                .map(|one| one.as_ref().map(|one| cell(plan, one, lang)))
                .collect(),
        })
        .collect();
    MatrixView {
        duties: groups::by_duty(&columns),
        sectors: groups::sectors(&rows),
        states: groups::cell_states(&rows, lang),
        delayed_text: groups::delayed(&rows, lang),
        columns,
        rows,
    }
}

fn cell(plan: &Plan, cell: &Cell<'_>, lang: Lang) -> CellView {
    let received_at = cell.report.map(|held| held.first_received_at);
    CellView {
        state: cell.state,
        state_text: message::state(cell.state, lang).to_owned(),
        submission: cell.report.map(|held| held.submission.to_owned()),
        received_at,
        received_text: received_at.map(|at| message::moment(at, plan.offset, lang)),
        delayed_text: cell
            .report
            .filter(|held| held.delayed)
            .map(|_| message::delayed(lang).to_owned()),
        amended: cell.report.is_some_and(|held| held.amends),
    }
}

fn tally(tally: &Tally, lang: Lang) -> TallyView {
    let share = |of: usize| {
        // Wider than the count itself, which has 32 bits in a browser.
        let share = (of as u128 * 10_000).checked_div(tally.expected as u128)?;
        i64::try_from(share).ok()
    };
    TallyView {
        expected: tally.expected,
        on_time: tally.on_time,
        late: tally.late,
        missing: tally.missing,
        pending: tally.pending,
        sent_bp: share(tally.on_time + tally.late),
        on_time_bp: share(tally.on_time),
        text: words::tally(tally, lang),
    }
}

fn completeness(plan: &Plan, progress: &Progress<'_>, lang: Lang) -> CompletenessView {
    let standings = |cells: &[Option<Cell<'_>>]| -> Vec<Standing> {
        cells.iter().flatten().map(|cell| cell.standing).collect()
    };
    let mut all = Tally::default();
    let mut by_unit = Vec::new();
    let mut sectors = vec![Tally::default(); plan.sectors.len() + 1];
    let mut duties = vec![Tally::default(); plan.duties.len()];
    for (unit, cells) in plan.units.iter().zip(&progress.cells) {
        let sector = plan
            .sectors
            .iter()
            .position(|group| Some(&group.id) == unit.sector.as_ref())
            .unwrap_or(plan.sectors.len());
        let mut own = Tally::default();
        for standing in standings(cells) {
            own.count(standing);
        }
        all.add(&own);
        if let Some(tally) = sectors.get_mut(sector) {
            tally.add(&own);
        }
        if cells.iter().any(Option::is_some) {
            by_unit.push(named(Some(unit.id.as_str()), &unit.name, &own, lang));
        }
    }
    for column in &progress.columns {
        if let Some(tally) = duties.get_mut(column.duty) {
            tally.add(&column.tally);
        }
    }
    let groups = plan
        .sectors
        .iter()
        .map(|group| (Some(group.id.as_str()), group.name.clone()))
        .chain([(None, no_sector(lang))]);
    let is_used = |tally: &Tally| tally.expected + tally.pending > 0;
    CompletenessView {
        names: TallyNames::new(lang),
        all: tally(&all, lang),
        by_unit,
        by_sector: groups
            .zip(&sectors)
            .filter(|(_, tally)| is_used(tally))
            .map(|((id, name), tally)| named(id, &name, tally, lang))
            .collect(),
        by_duty: plan
            .duties
            .iter()
            .zip(&duties)
            .map(|(duty, tally)| named(Some(duty.id.as_str()), &duty.name, tally, lang))
            .collect(),
    }
}

fn named(id: Option<&str>, name: &str, of: &Tally, lang: Lang) -> NamedTallyView {
    NamedTallyView {
        id: id.map(str::to_owned),
        name: name.to_owned(),
        tally: tally(of, lang),
    }
}

/// The tables of the plan.
fn tables(plan: &Plan) -> Vec<TableNameView> {
    let tables = plan.indicators.iter();
    let tables = tables.filter(|one| one.measure.table().is_some());
    let name = |one: &Indicator| TableNameView {
        indicator: one.id.as_str().to_owned(),
        label: one.label.clone(),
    };
    tables.map(name).collect()
}

fn claim(plan: &Plan, claimed: &Claimed<'_>, lang: Lang) -> Option<ClaimView> {
    let unit = plan.units.get(claimed.unit)?;
    Some(ClaimView {
        unit: unit.id.as_str().to_owned(),
        unit_name: unit.name.clone(),
        title: claimed.title.to_owned(),
        period: claimed.period,
        period_text: message::period(&claimed.period, lang),
        place: claimed.place.map(str::to_owned),
        participants: claimed.participants.map(exact),
        submission: claimed.submission.to_owned(),
    })
}

fn discrepancy(
    plan: &Plan,
    progress: &Progress<'_>,
    one: &Discrepancy<'_>,
    lang: Lang,
) -> Option<DiscrepancyView> {
    let unit = plan.units.get(one.unit)?;
    let indicator = plan.indicators.get(one.indicator)?;
    let column = progress.columns.get(one.column)?;
    let duty_name = column_name(plan, column)?;
    let (label, measure) = asked(indicator, one.part, lang)?;
    let number = |number: i64| words::number(number, &measure, lang);
    Some(DiscrepancyView {
        unit: unit.id.as_str().to_owned(),
        unit_name: unit.name.clone(),
        indicator: indicator.id.as_str().to_owned(),
        label,
        period_text: message::period(&column.occasion.period, lang),
        submission: one.submission.to_owned(),
        value: one.value,
        value_text: number(one.value),
        parts: one.parts,
        parts_text: number(one.parts),
        part_reports: one.reports,
        text: words::discrepancy(
            (&duty_name, one.reports),
            (one.value, one.parts),
            &measure,
            lang,
        ),
        duty_name,
    })
}
