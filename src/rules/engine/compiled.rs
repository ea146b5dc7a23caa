//! A form compiled for checking: its inputs, its checks, and which check reads which input. One serves
//! all units and periods that the form is asked of.

use super::check::{Check, Place};
use super::input::Input;
use crate::calendar::Period;
use crate::order::sort;
use crate::plan::{ActivityList, Id, Plan, Template};
use crate::rules::{declared, fields, lists};

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
    pub checks: Vec<Check>,
    /// For each input, the checks that read it.
    readers: Vec<Vec<usize>>,
    /// The checks that read the list of activities.
    list_readers: Vec<usize>,
    /// The checks that read the moment.
    now_readers: Vec<usize>,
}

impl Compiled {
    pub fn new(plan: &Plan, template: &Template) -> Self {
        let asked = template.sections.iter().flat_map(|section| &section.fields);
        let asked: Vec<_> = asked
            .filter_map(|field| Some((field, plan.indicator(field.indicator.as_str())?)))
            .collect();
        let mut inputs = Vec::new();
        let mut indicators = Vec::new();
        for (_, indicator) in &asked {
            indicators.push((indicator.id.clone(), inputs.len()));
            inputs.extend(Input::of(indicator));
        }
        let list = template
            .sections
            .iter()
            .find_map(|section| section.activities.clone());

        let mut checks = vec![Check::Strays];
        for ((field, indicator), (_, input)) in asked.iter().zip(&indicators) {
            let listed = list.as_ref().map(|list| list.within);
            fields::compile(field, indicator, *input, listed, &mut checks);
        }
        sort(&mut indicators, |(a, _), (b, _)| a.cmp(b));
        if let Some(list) = &list {
            lists::compile(list, &mut checks);
        }
        let mut planned: Vec<_> = plan
            .activities
            .iter()
            .map(|activity| activity.id.clone())
            .collect();
        sort(&mut planned, Ord::cmp);
        let mut compiled = Self {
            readers: vec![Vec::new(); inputs.len()],
            inputs,
            indicators,
            list,
            planned,
            plan_period: plan.period,
            checks: Vec::new(),
            list_readers: Vec::new(),
            now_readers: Vec::new(),
        };
        let rules = plan
            .rules
            .iter()
            .filter_map(|rule| declared::compile(rule, template, &compiled));
        checks.extend(rules);
        checks.push(Check::Late);
        compiled.subscribe(checks);
        compiled
    }

    fn subscribe(&mut self, checks: Vec<Check>) {
        for (index, check) in checks.iter().enumerate() {
            check.reads(|place| {
                let readers = match place {
                    Place::Input(input) => self.readers.get_mut(input),
                    Place::Activities => Some(&mut self.list_readers),
                    Place::Now => Some(&mut self.now_readers),
                };
                if let Some(readers) = readers.filter(|readers| readers.last() != Some(&index)) {
                    readers.push(index);
                }
            });
        }
        self.checks = checks;
    }

    pub fn checks_of(&self, place: Place) -> &[usize] {
        match place {
            Place::Input(input) => self.readers.get(input).map_or(&[], Vec::as_slice),
            Place::Activities => &self.list_readers,
            Place::Now => &self.now_readers,
        }
    }

    /// The input of a draft's key: `trees`, `members/part`.
    pub fn input(&self, key: &str) -> Option<usize> {
        let id = key.split_once('/').map_or(key, |(id, _)| id);
        let (_, first) = self.indicator(id, 0)?;
        let named = |at: &usize| self.inputs.get(*at).is_some_and(|input| input.key() == key);
        [first, first + 1].into_iter().find(named)
    }

    /// The place among the sorted indicators, and the first input, of an indicator. `expected` is
    /// where it probably is: reports are written in sorted order, so a search is seldom needed.
    pub fn indicator(&self, id: &str, expected: usize) -> Option<(usize, usize)> {
        let found = |at: usize| self.indicators.get(at).map(|(_, input)| (at, *input));
        if self
            .indicators
            .get(expected)
            .is_some_and(|(there, _)| *there == *id)
        {
            return found(expected);
        }
        let at = self
            .indicators
            .binary_search_by(|(there, _)| there.as_str().cmp(id))
            .ok()?;
        found(at)
    }
}
