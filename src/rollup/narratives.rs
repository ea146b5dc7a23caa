//! What units say in words, gathered question by question (thuyết minh).
//!
//! Words do not add up: each answer stands with its unit and its period, the latest first. What is kept is bounded by the
//! plan, as figures are: all answers that a plan can ask for share so much room, and an answer that is longer than its share
//! is cut and says so. Whoever wants all of it opens the report.

use super::slot::Slot;
use crate::calendar::Period;
use crate::plan::{Measure, Plan};
use crate::text::is_blank;
use crate::value::Raw;
use std::borrow::Cow;
use std::sync::Arc;

/// The room of all answers that reports can give, in bytes.
const KEPT: usize = 32 * 1024 * 1024;
/// The least that is worth keeping of an answer, in bytes: a plan with less room for each keeps none.
const WORTH: usize = 120;
/// The room of all answers that a progress lists, in bytes; the questions share it.
const LISTED: usize = 1024 * 1024;

/// The answers to one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Narratives<'r> {
    /// The place of the indicator.
    pub indicator: usize,
    /// The answers, those of the latest periods first, in each the units in the plan's order.
    pub answers: Vec<Narrative<'r>>,
    /// How many more there are, of earlier periods.
    pub more: usize,
}

/// What one unit says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Narrative<'r> {
    /// The place of the unit.
    pub unit: usize,
    /// The place of the occasion.
    pub column: usize,
    /// The period of its report.
    pub period: Period,
    /// The submission that says so.
    pub submission: &'r str,
    /// What it says.
    pub text: &'r str,
    /// Whether it says more.
    pub cut: bool,
}

/// One answer as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Told {
    indicator: usize,
    text: Box<str>,
    cut: bool,
}

impl Told {
    /// The answer in a report's value, of a table a row a line; none that is neither or says nothing, or for which there is no room.
    pub fn of(indicator: usize, measure: &Measure, raw: Raw<'_>, most: usize) -> Option<Self> {
        let text = match (raw, measure.table()) {
            (Raw::Text(text), None) => text,
            (Raw::Table(rows), Some(table)) => Cow::Owned(table.rows_in_words(&rows)),
            _ => return None,
        };
        if most == 0 || is_blank(&text) {
            return None;
        }
        let mut end = most.min(text.len());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let kept = text.get(..end)?;
        Some(Self {
            indicator,
            text: kept.into(),
            cut: kept.len() < text.len(),
        })
    }
}

/// How many bytes of each answer are kept where a plan can ask for so many.
pub(super) fn most_told(answers: usize) -> usize {
    let most = KEPT / answers.max(1);
    if most < WORTH { 0 } else { most }
}

impl<'r> Narratives<'r> {
    /// All answers of reports that count.
    pub(super) fn gathered(plan: &Plan, rows: &'r [Arc<Vec<Slot>>]) -> Vec<Self> {
        let mut all: Vec<Vec<Narrative<'r>>> = vec![Vec::new(); plan.indicators.len()];
        for (unit, slots) in rows.iter().enumerate() {
            for slot in slots.iter().filter(|slot| slot.counts()) {
                for told in &slot.told {
                    let answer = Narrative {
                        unit,
                        column: slot.column,
                        period: slot.period,
                        submission: &slot.id,
                        text: &told.text,
                        cut: told.cut,
                    };
                    if let Some(list) = all.get_mut(told.indicator) {
                        list.push(answer);
                    }
                }
            }
        }
        let asked = all.iter().filter(|list| !list.is_empty()).count();
        let room = LISTED / asked.max(1);
        let questions = all.into_iter().enumerate();
        questions
            .filter(|(_, list)| !list.is_empty())
            .map(|(indicator, list)| Self::listed(indicator, list, room))
            .collect()
    }

    fn listed(indicator: usize, mut all: Vec<Narrative<'r>>, room: usize) -> Self {
        let last = |period: Period| std::cmp::Reverse((period.to(), period));
        all.sort_by_key(|one| (last(one.period), one.unit, one.column));
        let count = all.len();
        let mut left = room;
        let answers: Vec<Narrative<'r>> = all
            .into_iter()
            .take_while(|one| {
                let fits = one.text.len() <= left;
                left = left.saturating_sub(one.text.len());
                fits
            })
            .collect();
        Self {
            indicator,
            more: count - answers.len(),
            answers,
        }
    }
}
