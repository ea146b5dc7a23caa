//! The views of every figure's total, and of what units say in words.

use super::build::{column_key, column_name, no_sector, partial};
use super::total_view::{
    NarrativeView, NarrativesView, SectorSumView, SumView, TotalView, UnitSumView,
};
use crate::message::{self, rollup as words, total as said};
use crate::plan::{Indicator, Measure, Plan};
use crate::rollup::{Amount, Narrative, Narratives, Progress, Summed, TablePart, Total, UnitTotal};
use crate::text::{self, Lang, exact};
use crate::value::Counted;

/// All figures, in the plan's order.
pub(super) fn totals(plan: &Plan, progress: &Progress<'_>, lang: Lang) -> Vec<TotalView> {
    let all = progress.totals.iter();
    all.filter_map(|one| total(plan, one, lang)).collect()
}

fn total(plan: &Plan, total: &Total, lang: Lang) -> Option<TotalView> {
    let indicator = plan.indicators.get(total.indicator)?;
    let named = plan.sectors.iter().map(|group| {
        let id = Some(group.id.as_str().to_owned());
        (id, group.name.clone())
    });
    let sectors = named.chain([(None, no_sector(lang))]).zip(&total.sectors);
    let (table, part) = (indicator.measure.table(), total.part);
    let (label, measure) = asked(indicator, part, lang)?;
    let asked = (&*label, &measure);
    let column = match part {
        Some(TablePart::Column(place)) => table?.columns.get(place),
        Some(TablePart::Rows) | None => None,
    };
    Some(TotalView {
        indicator: indicator.id.as_str().to_owned(),
        rows: part == Some(TablePart::Rows),
        column: column.map(|column| column.id.as_str().to_owned()),
        label: label.clone(),
        combine: indicator.combine,
        combine_text: said::combined(indicator.combine, lang),
        sum: sum(&measure, &total.all, lang),
        by_sector: sectors
            .filter(|(_, one)| one.units > 0)
            .map(|((id, name), one)| SectorSumView {
                id,
                name,
                sum: sum(&measure, one, lang),
            })
            .collect(),
        by_unit: total
            .units
            .iter()
            .filter_map(|one| unit(plan, asked, one, lang))
            .collect(),
    })
}

/// What a figure is called and how its numbers are written, of a table that of its part: "Công trình: Giá trị" in đồng.
pub(super) fn asked(
    indicator: &Indicator,
    part: Option<TablePart>,
    lang: Lang,
) -> Option<(String, Measure)> {
    let Some((table, part)) = indicator.measure.table().zip(part) else {
        return Some((indicator.label.clone(), (*indicator.measure).clone()));
    };
    let (column, measure) = part.asked(table)?;
    let of = column.map_or_else(|| said::rows(&table.row, lang), str::to_owned);
    Some((said::of_table(&indicator.label, &of), measure))
}

fn sum(measure: &Measure, of: &Summed, lang: Lang) -> SumView {
    let share = match of.amount {
        Some(Amount::Share { part, whole }) => Some((part, whole)),
        _ => None,
    };
    SumView {
        value: of.amount.and_then(Amount::number),
        value_figure: figure(measure, of.amount),
        part: share.map(|(part, _)| exact(part)),
        whole: share.map(|(_, whole)| exact(whole)),
        value_text: of.amount.map_or(String::new(), |amount| {
            words::amount(&amount, measure, lang)
        }),
        estimated: of.is_estimated(),
        units: of.units,
        known: of.known,
        known_text: said::known(of.known, of.units, lang),
        partial: partial(&of.partial, lang),
    }
}

fn figure(measure: &Measure, amount: Option<Amount>) -> Option<String> {
    match measure.counted() {
        Counted::Unit { decimals, .. } => {
            let (steps, _) = amount?.told()?;
            Some(text::format_typed(exact(steps), decimals))
        }
        Counted::Nothing | Counted::Noun(_) | Counted::Dong => None,
    }
}

fn unit(
    plan: &Plan,
    (label, measure): (&str, &Measure),
    one: &UnitTotal,
    lang: Lang,
) -> Option<UnitSumView> {
    let unit = plan.units.get(one.unit)?;
    Some(UnitSumView {
        unit: unit.id.as_str().to_owned(),
        name: unit.name.clone(),
        sector: unit.sector.as_ref().map(|id| id.as_str().to_owned()),
        value: one.amount.and_then(Amount::number),
        value_figure: figure(measure, one.amount),
        value_text: match one.amount {
            None => String::new(),
            Some(Amount::Done(number)) => message::deed(number > 0, label, lang).to_owned(),
            Some(amount) => words::amount(&amount, measure, lang),
        },
        standing: one.standing,
        standing_text: words::standing(one.standing, lang),
    })
}

/// What is said in words, question by question.
pub(super) fn narratives(plan: &Plan, progress: &Progress<'_>, lang: Lang) -> Vec<NarrativesView> {
    let view = |one: &Narratives<'_>| {
        let indicator = plan.indicators.get(one.indicator)?;
        let answers = one.answers.iter();
        Some(NarrativesView {
            indicator: indicator.id.as_str().to_owned(),
            label: indicator.label.clone(),
            answers: answers
                .filter_map(|answer| narrative(plan, progress, answer, lang))
                .collect(),
            more: one.more,
            more_text: said::more_told(one.more, lang),
        })
    };
    progress.narratives.iter().filter_map(view).collect()
}

fn narrative(
    plan: &Plan,
    progress: &Progress<'_>,
    one: &Narrative<'_>,
    lang: Lang,
) -> Option<NarrativeView> {
    let unit = plan.units.get(one.unit)?;
    let column = progress.columns.get(one.column)?;
    Some(NarrativeView {
        unit: unit.id.as_str().to_owned(),
        unit_name: unit.name.clone(),
        sector: unit.sector.as_ref().map(|id| id.as_str().to_owned()),
        key: column_key(plan, column),
        duty: plan.duties.get(column.duty)?.id.as_str().to_owned(),
        period: one.period,
        when_text: message::dated(
            Some(&column_name(plan, column)?),
            &message::period(&one.period, lang),
        ),
        submission: one.submission.to_owned(),
        text: [one.text, if one.cut { "…" } else { "" }].concat(),
        cut: one.cut,
    })
}
