//! A form compiled for checking: its inputs, its checks, and which check reads which input. One serves
//! all units and periods that the form is asked of.

use super::checks::Checks;
use super::input::Input;
use super::own_rule::OwnRule;
use crate::calendar::Period;
use crate::order::sort;
use crate::plan::{ActivityList, Id, Plan, Template};
use crate::rules::RULES;

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
    pub fn new(plan: &Plan, template: &Template) -> Self {
        let mut inputs = Vec::new();
        let mut indicators = Vec::new();
        for section in &template.sections {
            for field in &section.fields {
                if let Some(indicator) = plan.indicator(field.indicator.as_str()) {
                    indicators.push((indicator.id.clone(), inputs.len()));
                    inputs.extend(Input::of(field, indicator));
                }
            }
        }
        sort(&mut indicators, |(a, _), (b, _)| a.cmp(b));
        let list = template
            .sections
            .iter()
            .find_map(|section| section.activities.clone());
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
