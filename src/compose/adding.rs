//! Rows that a person adds: new ones, ones out of a sentence that was not used, and ones like another.

use super::act::{Action, NOTHING, listed};
use super::cells::{Set, figure};
use super::groups::reporters;
use super::state::{Composition, Decided, List, Row, row};
use super::{duties, forms, ids, paper, proposed, roster};
use crate::plan::{Activity, Comparison, Group, Indicator, Selector, Source};
use crate::reading::{Grade, TargetProposal};
use crate::text::single_line;
use crate::value::CountMeasure;
use std::sync::Arc;

/// Adds a row.
pub(super) fn add(made: &mut Composition, action: &Action, text: &str) -> Set {
    if action.list == List::Periods {
        let first = action.ids.first().map(|id| &**id).unwrap_or_default();
        let listed = listed(made, first)?;
        let mut next = listed.last().cloned().ok_or(&NOTHING)?;
        // The days behind the last period, as many as it has.
        let days = next.period.len_days();
        let from = next.period.to().add_days(1).ok_or(&NOTHING)?;
        let to = from.add_days(days - 1).ok_or(&NOTHING)?;
        next.period =
            crate::calendar::Period::new(from, to).map_err(|_| &super::cells::BACKWARDS)?;
        (next.label, next.deadline, next.opens) = (None, None, None);
        listed.push(next);
        return Ok(());
    }
    let said = action.ids.first().and_then(|named| said(made, named));
    let words = said.as_ref().map_or(text, |said| &said.quote);
    let words = single_line(words)
        .replace('*', "")
        .trim()
        .trim_end_matches(['.', ';'])
        .to_owned();
    let title = if words.is_empty() {
        NEW_ROW.to_owned()
    } else {
        words
    };
    let title: String = title.chars().take(400).collect();
    let source = Source {
        section: match &said {
            Some(said) => section_of(made, said.start),
            None => forms::OUTSIDE.to_owned(),
        },
        quote: said.as_ref().map(|said| said.quote.clone()),
    };
    let found = said.as_ref().map(|said| super::Found {
        start: said.start,
        end: said.end,
        grade: Grade::Sure,
        reasons: Vec::new(),
    });
    match action.list {
        List::Levels | List::Sectors => {
            let plan = Arc::make_mut(&mut made.base);
            let groups = if action.list == List::Levels {
                &mut plan.levels
            } else {
                &mut plan.sectors
            };
            let id = ids::made(&title, "cap", |id| {
                groups.iter().any(|group| group.id == *id)
            });
            groups.push(Group { id, name: title });
        }
        List::Units => {
            roster::paste(made, &title);
        }
        List::Targets => {
            let proposal = TargetProposal {
                text: title,
                quote: source.quote.clone().unwrap_or_default(),
                section: source.section.clone(),
                start: 0,
                end: 0,
                value: crate::plan::Threshold::Count(1),
                measure: None,
                up_to: None,
                change: false,
                comparison: Comparison::AtLeast,
                scope: crate::plan::Scope::Each,
                per: crate::plan::Cadence::Plan,
                noun: figure::THING.to_owned(),
                grade: Grade::Sure,
                reasons: Vec::new(),
            };
            let (mut target, mut indicator) =
                proposed::target(&proposal, &made.base, &made.indicators);
            target.item.source = source.clone();
            indicator.item.source = Some(source);
            (target.found, indicator.found) = (found, None);
            target.standing = Decided::Confirmed;
            Arc::make_mut(&mut made.targets).push(target);
            Arc::make_mut(&mut made.indicators).push(indicator);
        }
        List::Figures => {
            let taken = |id: &str| row(&made.indicators, id).is_some();
            let measure = CountMeasure {
                noun: figure::THING.to_owned(),
            };
            let indicator = Indicator {
                id: ids::made(&title, "so-lieu", taken),
                label: title,
                hint: None,
                measure: Arc::new(measure.into()),
                combine: crate::plan::Combine::Sum,
                least: None,
                most: None,
                plausible: None,
                estimates: false,
                tally: None,
                source: Some(source),
            };
            let mut row = Row::own(indicator);
            row.found = found;
            Arc::make_mut(&mut made.indicators).push(row);
        }
        List::Duties => {
            let by = reporters(&made.base);
            let mut duty = duties::new(made, &title, by).ok_or(&NOTHING)?;
            duty.source = source;
            let mut row = Row::own(duty);
            row.found = found;
            Arc::make_mut(&mut made.duties).push(row);
        }
        List::Activities => {
            let taken = |id: &str| row(&made.activities, id).is_some();
            let mut row = Row::own(Activity {
                id: ids::made(&title, "hoat-dong", taken),
                title,
                ordinal: None,
                when: Vec::new(),
                place: None,
                level: None,
                units: Selector::default(),
                source,
            });
            row.found = found;
            Arc::make_mut(&mut made.activities).push(row);
        }
        List::Head | List::Periods | List::Unused => return Err(&NOTHING),
    }
    if let Some(at) = said.and_then(|said| said.unused)
        && let Some(rest) = Arc::make_mut(&mut made.unused).get_mut(at)
    {
        rest.done = true;
    }
    Ok(())
}

/// Words of the document out of which a row is made.
struct Said {
    quote: String,
    start: u32,
    end: u32,
    /// Where it stands among what is not used.
    unused: Option<usize>,
}

/// The words that are named: of what is not used (`3`), of a row (`targets/trong-moi-cay-xanh`), or a piece of the document by
/// its first byte (`text/120`).
fn said(made: &Composition, named: &str) -> Option<Said> {
    if let Ok(at) = named.parse::<usize>() {
        let rest = made.unused.get(at)?;
        return Some(Said {
            quote: rest.quote.clone(),
            start: rest.start,
            end: rest.end,
            unused: Some(at),
        });
    }
    let (start, end) = match named.strip_prefix(paper::TEXT) {
        Some(at) => paper::piece_at(made, at.parse().ok()?)?,
        None => paper::place_of(made, named)?,
    };
    let quote = made.text.get(start..end)?.trim();
    Some(Said {
        quote: quote.to_owned(),
        start: u32::try_from(start).ok()?,
        end: u32::try_from(end).ok()?,
        unused: None,
    })
}

/// What a row is called before a person names it.
const NEW_ROW: &str = "Mục mới";

/// The section in which a place of the document lies.
fn section_of(made: &Composition, at: u32) -> String {
    let mut before = made.outline.iter().filter(|heading| heading.start <= at);
    before
        .next_back()
        .map(|heading| heading.section.clone())
        .unwrap_or_default()
}

/// Adds another row like one, from the same sentence.
pub(super) fn split(made: &mut Composition, action: &Action) -> Set {
    let first = action.ids.first().map(|id| &**id).unwrap_or_default();
    match action.list {
        List::Targets => {
            let targets = Arc::make_mut(&mut made.targets);
            let at = targets
                .iter()
                .position(|row| row.item.id == *first)
                .ok_or(&NOTHING)?;
            let mut row = targets.get(at).cloned().ok_or(&NOTHING)?;
            let indicators = Arc::make_mut(&mut made.indicators);
            let mut indicators_of = indicators.iter();
            let own = indicators_of.find(|own| own.item.id == row.item.indicator);
            let mut own = own.ok_or(&NOTHING)?.clone();
            let taken = |id: &str| {
                let known = |other: &str| other == id;
                indicators.iter().any(|row| known(row.item.id.as_str()))
                    || targets.iter().any(|row| known(row.item.id.as_str()))
            };
            own.item.id = ids::made(&own.item.label, "so-lieu", taken);
            row.item.id = own.item.id.clone();
            row.item.indicator = own.item.id.clone();
            row.corrected = true;
            targets.insert(at + 1, row);
            indicators.push(own);
        }
        List::Activities => {
            let activities = Arc::make_mut(&mut made.activities);
            let at = activities
                .iter()
                .position(|row| row.item.id == *first)
                .ok_or(&NOTHING)?;
            let mut row = activities.get(at).cloned().ok_or(&NOTHING)?;
            let taken = |id: &str| activities.iter().any(|row| row.item.id == *id);
            row.item.id = ids::made(&row.item.title, "hoat-dong", taken);
            row.corrected = true;
            activities.insert(at + 1, row);
        }
        _ => return Err(&NOTHING),
    }
    Ok(())
}
