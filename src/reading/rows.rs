//! Tables: targets with their unit and amount, activities with their days.

use super::amount::Amount;
pub(super) use super::columns::{Column, columns};
use super::context::{Block, Era};
use super::due::{By, dues};
use super::duty::stated;
use super::figure::figures;
use super::measured::{finer, measure, steps, unit_at};
use super::paper::channels;
use super::piece::Piece;
use super::proposal::{ActivityProposal, DutyProposal, Grade, TargetProposal};
use super::scope::each_in;
use super::when::days;
use super::words::bounds::span_at;
use super::words::nouns::Noun;
use super::words::reports::paper_at;
use super::words::roles::Role;
use crate::calendar::Period;
use crate::plan::{
    Bound, Cadence, Comparison, Deadline, ListedPeriod, Recurrence, Schedule, Scope, Share,
    Threshold,
};
use crate::text::{parse_count, parse_percent, single_line};
use std::ops::Range;

fn cell(block: &Block<'_>, columns: &[Option<Column>], wanted: Column) -> Option<Range<usize>> {
    let at = columns.iter().position(|column| *column == Some(wanted))?;
    block.cells.get(at).filter(|cell| !cell.is_empty()).cloned()
}

fn words(block: &Block<'_>, range: Range<usize>) -> String {
    single_line(block.piece.text.get(range).unwrap_or_default()).replace('*', "")
}

/// The target of a row with an amount.
pub(super) fn target(block: &Block<'_>, columns: &[Option<Column>]) -> Option<TargetProposal> {
    let name = words(block, cell(block, columns, Column::Name)?);
    let amount = cell(block, columns, Column::Amount)?;
    let unit = cell(block, columns, Column::Unit)
        .map(|unit| words(block, unit))
        .unwrap_or_default();
    let piece = Piece::of(block.piece.text, amount);
    let figure = figures(&piece, 0, piece.len()).into_iter().next()?;
    let digits = piece.word(figure.at);
    let percent = unit.contains('%') || unit.contains("tỷ lệ");
    let people = name_noun(&name);
    let (unit, per, each) = spread(&unit);
    let owner = cell(block, columns, Column::Owner).map(|owner| words(block, owner));
    let named = Piece::of(&name, 0..name.len());
    let owned = owner
        .as_deref()
        .map(|owner| Piece::of(owner, 0..owner.len()));
    let scope = each
        .or_else(|| each_in(&named, 0, named.len()))
        .or_else(|| {
            owned
                .as_ref()
                .and_then(|owner| each_in(owner, 0, owner.len()))
        });
    let falls =
        named.len() > 0 && (0..named.len()).any(|at| matches!(named.letters(at), "giảm" | "tăng"));
    let mut reasons: Vec<String> = owner
        .filter(|owner| !owner.is_empty())
        .map(|owner| format!("Đơn vị thực hiện: {owner}."))
        .into_iter()
        .collect();
    if falls {
        reasons.push("Số có thể là mức tăng hoặc giảm: xem lại.".to_owned());
    }
    if figure.range {
        reasons.push(super::target::RANGE.to_owned());
    }
    let mut measured = None;
    let (value, noun) = match figure.amount {
        Amount::Share(points) => (Threshold::BasisPoints(Share::of(points)), people),
        _ if percent => {
            let points = parse_percent(&[digits, "%"].concat()).ok()?;
            (Threshold::BasisPoints(Share::of(u32::from(points))), people)
        }
        Amount::Money(dong) => (Threshold::Money(dong), "đồng".to_owned()),
        Amount::Quantity {
            steps,
            decimals,
            unit: own,
        } => {
            measured = Some((own, decimals));
            let noun = figure.noun.filter(|noun| noun.known);
            let noun = noun.map_or_else(String::new, |noun| {
                single_line(piece.written(noun.from, noun.to)).into_owned()
            });
            (Threshold::Quantity(steps), noun)
        }
        Amount::Count(_) => {
            let in_unit = in_unit(&unit).and_then(|of| Some((of, steps(digits)?)));
            measured = in_unit.map(|(of, (_, decimals, _))| (of, decimals));
            let value = match in_unit {
                Some((_, (steps, ..))) => Threshold::Quantity(steps),
                None => amount_in(digits, &unit)?,
            };
            let noun = match value {
                Threshold::Money(_) => "đồng".to_owned(),
                // "4.500 học sinh": what is counted stands beside the number.
                _ if unit.is_empty() => figure
                    .noun
                    .filter(|noun| noun.known)
                    .map_or(people, |noun| {
                        single_line(piece.written(noun.from, noun.to)).into_owned()
                    }),
                _ => unit.clone(),
            };
            (value, noun)
        }
    };
    let up_to = figure.up_to.map(|most| match (most, measured) {
        (Amount::Count(most), Some((unit, decimals))) => Amount::Quantity {
            steps: finer(most, 0, decimals).unwrap_or(most),
            decimals,
            unit,
        },
        (most, _) => most,
    });
    let text = block.piece.text;
    let range = block.piece.span(0, block.piece.len());
    Some(TargetProposal {
        text: name,
        quote: text.get(range.clone()).unwrap_or_default().to_owned(),
        section: block.place.section.clone(),
        start: range.start,
        end: range.end,
        measure: measured.map(|(unit, decimals)| measure(unit, decimals)),
        value,
        up_to: up_to.and_then(|most| most.above(value)),
        change: false,
        comparison: figure.comparison.unwrap_or(Comparison::AtLeast),
        scope: scope.unwrap_or(Scope::Whole),
        per: per.unwrap_or_default(),
        noun,
        grade: if falls {
            Grade::Maybe
        } else if unit.is_empty() && measured.is_none()
            || figure.range
            || figure.broken && measured.is_none()
        {
            Grade::Likely
        } else {
            Grade::Sure
        },
        reasons,
    })
}

/// "lần/quý" is a turn in each quarter, "mô hình/chi hội" a model in each group.
fn spread(unit: &str) -> (String, Option<Cadence>, Option<Scope>) {
    let Some((thing, over)) = unit.split_once('/') else {
        return (unit.to_owned(), None, None);
    };
    let over = over.trim();
    let piece = Piece::of(over, 0..over.len());
    let per = span_at(&piece, 0);
    let each = super::words::nouns::noun_at(&piece, 0)
        .filter(|noun| matches!(noun.kind, Noun::Unit | Noun::Group))
        .map(|_| Scope::Each);
    (thing.trim().to_owned(), per, each)
}

/// The unit of measure that a cell names: "km", "tấn".
fn in_unit(unit: &str) -> Option<&'static str> {
    let piece = Piece::of(unit, 0..unit.len());
    let (len, unit) = unit_at(&piece, 0)?;
    (len == piece.len()).then_some(unit)
}

/// "150" with the unit "triệu đồng" is money.
fn amount_in(digits: &str, unit: &str) -> Option<Threshold> {
    let unit = unit.to_lowercase();
    if unit.contains("đồng") {
        return crate::text::parse_dong(&[digits, " ", &unit].concat())
            .ok()
            .map(Threshold::Money);
    }
    parse_count(digits).ok().map(Threshold::Count)
}

fn name_noun(name: &str) -> String {
    let piece = Piece::of(name, 0..name.len());
    let found = (0..piece.len()).find_map(|at| super::words::nouns::noun_at(&piece, at));
    found.map_or_else(String::new, |noun| {
        let mut letters = piece.written(noun.from, noun.to).chars();
        letters.next().map_or_else(String::new, |first| {
            first.to_lowercase().chain(letters).collect()
        })
    })
}

/// The activity of a row with days.
pub(super) fn activity(
    block: &Block<'_>,
    columns: &[Option<Column>],
    era: &Era,
) -> Option<ActivityProposal> {
    let title = words(block, cell(block, columns, Column::Name)?);
    let time = Piece::of(block.piece.text, cell(block, columns, Column::Time)?);
    let found: Vec<_> = days(&time, 0, time.len(), era)
        .into_iter()
        .filter(|days| !days.due)
        .map(|days| days.when)
        .collect();
    let range = block.piece.span(0, block.piece.len());
    let owner = cell(block, columns, Column::Owner).map(|owner| words(block, owner));
    (!found.is_empty()).then(|| ActivityProposal {
        title,
        quote: block
            .piece
            .text
            .get(range.clone())
            .unwrap_or_default()
            .to_owned(),
        section: block.place.section.clone(),
        start: range.start,
        end: range.end,
        dates: found,
        level: owner.unwrap_or_else(|| block.level.clone()),
        grade: Grade::Likely,
        reasons: Vec::new(),
    })
}

/// What a row asks to be sent: a paper with its last day.
pub(super) fn duty(
    block: &Block<'_>,
    columns: &[Option<Column>],
    era: &Era,
) -> Option<DutyProposal> {
    let range = cell(block, columns, Column::Name)?;
    let name = Piece::of(block.piece.text, range.clone());
    let paper = (0..name.len().min(4)).any(|at| paper_at(&name, at).is_some());
    if !paper && block.role != Role::Reporting {
        return None;
    }
    let due = cell(block, columns, Column::Due)
        .or_else(|| cell(block, columns, Column::Time).filter(|_| paper))?;
    let due = Piece::of(block.piece.text, due);
    let found = dues(&due, 0, due.len(), era).into_iter().next();
    let schedule = match found.map(|found| found.by) {
        Some(By::Rule(cycle, deadline)) => Schedule::Recurring(Recurrence {
            cycle,
            within: None,
            skip_months: Vec::new(),
            label: None,
            deadline: Some(deadline),
        }),
        Some(By::Day(deadline)) => listed(deadline, era)?,
        None => {
            let day = days(&due, 0, due.len(), era)
                .into_iter()
                .find(|days| days.exact)?;
            let when = day.when;
            listed(
                Deadline {
                    date: when.to.unwrap_or(when.from),
                    time: when.time,
                    bound: Bound::By,
                },
                era,
            )?
        }
    };
    let whole = block.piece.span(0, block.piece.len());
    let quote = block.piece.text.get(whole.clone()).unwrap_or_default();
    let owner = cell(block, columns, Column::Owner).map(|owner| words(block, owner));
    Some(DutyProposal {
        name: super::paper::capital(&words(block, range)),
        quote: quote.to_owned(),
        section: block.place.section.clone(),
        start: whole.start,
        end: whole.end,
        by: owner.unwrap_or_else(|| block.level.clone()),
        schedules: stated(0, schedule, block, 0, block.piece.len())
            .into_iter()
            .collect(),
        channels: channels(block, 0, block.piece.len()),
        grade: Grade::Likely,
        reasons: Vec::new(),
    })
}

fn listed(deadline: Deadline, era: &Era) -> Option<Schedule> {
    let day = || Period::new(deadline.date, deadline.date).ok();
    Some(Schedule::Listed(vec![ListedPeriod {
        label: None,
        period: era.period.or_else(day)?,
        opens: None,
        deadline: Some(deadline),
    }]))
}
