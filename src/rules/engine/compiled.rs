//! A form compiled for checking: its inputs, its checks, and which check reads which input. One serves
//! all units and periods of which the form asks the same.

use super::check::Rule;
use super::checks::Checks;
use super::entries::Entries;
use super::input::{Half, Input};
use super::own_rule::OwnRule;
use crate::calendar::Period;
use crate::order::sort;
use crate::plan::{ActivityList, Id, Indicator, OnAnswer, Only, Plan, Template, Unit};
use crate::rules::{OF_CELLS, OF_TEXTS, RULES};
use crate::value::{Reading, TableMeasure};

/// A compiled form.
#[derive(Debug)]
pub(in crate::rules) struct Compiled {
    /// The inputs in the form's order; the halves of a share beside each other.
    pub inputs: Vec<Input>,
    /// Indicators sorted by identity, each with its first input.
    indicators: Vec<(Id, usize)>,
    /// What is asked of activities, where the form lists them.
    pub list: Option<ActivityList>,
    /// The plan's own activities, sorted.
    pub planned: Vec<Id>,
    pub plan_period: Period,
    /// The plan's own rules that are for this form.
    pub own_rules: Vec<OwnRule>,
    pub checks: Checks,
}

impl Compiled {
    /// Compiles what a form asks of a unit for a period.
    pub fn new(plan: &Plan, template: &Template, unit: &Unit, period: Period) -> Self {
        let mut inputs = Vec::new();
        let mut indicators: Vec<(Id, usize)> = Vec::new();
        let mut list = None;
        for section in &template.sections {
            if !section.concerns(unit, period) {
                continue;
            }
            if list.is_none() {
                list.clone_from(&section.activities);
            }
            for field in &section.fields {
                if let Some(indicator) = plan.indicator(field.indicator.as_str())
                    && field.concerns(unit, period)
                {
                    let mut upon = Vec::new();
                    for only in [&section.only, &field.only].into_iter().flatten() {
                        bind(only, &indicators, &mut upon);
                    }
                    indicators.push((indicator.id.clone(), inputs.len()));
                    inputs.extend(Input::of(field, indicator, &upon));
                }
            }
        }
        sort(&mut indicators, |(a, _), (b, _)| a.cmp(b));
        let mut planned: Vec<_> = plan
            .activities
            .iter()
            .map(|activity| activity.id.clone())
            .collect();
        sort(&mut planned, Ord::cmp);
        let mut compiled = Self {
            inputs,
            indicators,
            list,
            planned,
            plan_period: plan.period,
            own_rules: Vec::new(),
            checks: Checks::default(),
        };
        let own = plan.rules.iter();
        compiled.own_rules = own
            .filter_map(|rule| OwnRule::of(rule, template, &compiled))
            .collect();
        compiled.checks = Checks::of(&compiled, RULES);
        compiled
    }

    /// Compiles what a table asks of each row.
    pub fn of_columns(table: &TableMeasure, plan_period: Period) -> Self {
        let columns = table.columns.iter();
        let asked = columns.map(|column| (column.id.clone(), Input::of_column(column)));
        Self::of_answers(asked.collect(), plan_period, OF_CELLS)
    }

    /// Compiles what indicators ask, each by itself, as far as their texts tell.
    pub fn of_indicators(indicators: &[Indicator], plan_period: Period) -> Self {
        let asked = indicators.iter();
        let asked = asked.map(|one| (one.id.clone(), Input::alone(one, false)));
        Self::of_answers(asked.collect(), plan_period, OF_TEXTS)
    }

    fn of_answers(asked: Vec<(Id, Vec<Input>)>, plan_period: Period, rules: &[Rule]) -> Self {
        let (mut inputs, mut indicators) = (Vec::new(), Vec::new());
        for (id, each) in asked {
            indicators.push((id, inputs.len()));
            inputs.extend(each);
        }
        sort(&mut indicators, |(a, _), (b, _)| a.cmp(b));
        let mut compiled = Self {
            inputs,
            indicators,
            list: None,
            planned: Vec::new(),
            plan_period,
            own_rules: Vec::new(),
            checks: Checks::default(),
        };
        compiled.checks = Checks::of(&compiled, rules);
        compiled
    }

    /// Takes what is not asked, by the answers that were understood, out of what was read.
    pub fn settle(&self, entries: &mut Entries<'_>) {
        for (at, input) in self.inputs.iter().enumerate() {
            let is_met = |(on, answer): &(usize, OnAnswer)| {
                let value = |at: usize| entries.inputs.get(at).and_then(Reading::value);
                let whole = whole_of(&self.inputs, *on).and_then(value);
                value(*on).is_some_and(|given| answer.is_met_by(given, whole))
            };
            if !input.upon.iter().all(is_met)
                && let Some(reading) = entries.inputs.get_mut(at)
            {
                let given = !std::mem::replace(reading, Reading::Blank).is_blank();
                entries.unasked.push((at, given));
            }
        }
    }

    /// The input of a draft's key: `trees`, `members/part`.
    pub fn input(&self, key: &str) -> Option<usize> {
        let id = key.split_once('/').map_or(key, |(id, _)| id);
        let first = self.indicator(id)?;
        let named = |at: &usize| self.inputs.get(*at).is_some_and(|input| input.key() == key);
        [first, first + 1].into_iter().find(named)
    }

    /// The first input of an indicator.
    pub fn indicator(&self, id: &str) -> Option<usize> {
        InTurn::of(self).find(id)
    }
}

/// Where the whole stands of the part at a place, which is behind it.
pub(super) fn whole_of(inputs: &[Input], at: usize) -> Option<usize> {
    let is_part = inputs.get(at)?.half == Some(Half::Part);
    is_part.then_some(at + 1)
}

/// Binds what is asked upon an answer to the input that gives it. A question that is not asked at all is never answered so.
fn bind(only: &Only, asked: &[(Id, usize)], upon: &mut Vec<(usize, OnAnswer)>) {
    if let Some(answer) = &only.answer {
        let on = asked.iter().find(|(id, _)| *id == answer.indicator);
        upon.push((on.map_or(usize::MAX, |(_, at)| *at), answer.clone()));
    }
}

/// Finds one indicator after the other. Figures are written in sorted order, or in the form's: where one was found the
/// next is expected after it, in either, and a search is seldom needed.
pub(in crate::rules) struct InTurn<'c> {
    compiled: &'c Compiled,
    /// The next among the sorted indicators.
    sorted: usize,
    /// The next among the inputs.
    input: usize,
}

impl<'c> InTurn<'c> {
    pub fn of(compiled: &'c Compiled) -> Self {
        Self {
            compiled,
            sorted: 0,
            input: 0,
        }
    }

    /// The first input of an indicator.
    pub fn find(&mut self, id: &str) -> Option<usize> {
        let Compiled {
            inputs, indicators, ..
        } = self.compiled;
        let is_next = |input: &&Input| input.indicator == *id && input.half != Some(Half::Whole);
        let at = match indicators.get(self.sorted) {
            Some((there, at)) if *there == *id => *at,
            _ if inputs.get(self.input).filter(is_next).is_some() => self.input,
            _ => {
                let order = |(there, _): &(Id, usize)| there.as_str().cmp(id);
                self.sorted = indicators.binary_search_by(order).ok()?;
                indicators.get(self.sorted)?.1
            }
        };
        self.sorted += 1;
        let is_share = inputs.get(at).is_some_and(|input| input.half.is_some());
        self.input = at + 1 + usize::from(is_share);
        Some(at)
    }
}
