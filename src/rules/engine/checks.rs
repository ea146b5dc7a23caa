//! The checks of a form, each at its place, and which of them read what.

use super::check::{Check, Over, Place, Rule, Run, View};
use super::compiled::{Compiled, whole_of};
use super::input::{Half, Input};
use crate::finding::Finding;

/// The checks of a form in the order of the rules.
#[derive(Debug, Default)]
pub(in crate::rules) struct Checks {
    all: Vec<Bound>,
    /// For each input, the checks that read it.
    of_inputs: Vec<Vec<usize>>,
    of_list: Vec<usize>,
    of_now: Vec<usize>,
}

/// A check at one place.
#[derive(Debug)]
struct Bound {
    run: Run,
    at: usize,
}

impl Checks {
    /// Binds the checks of rules to a form.
    pub(super) fn of(form: &Compiled, rules: &[Rule]) -> Self {
        let mut bound = Self {
            of_inputs: vec![Vec::new(); form.inputs.len()],
            ..Self::default()
        };
        for rule in rules {
            for check in rule.checks {
                bound.bind(check, form);
            }
        }
        bound
    }

    fn bind(&mut self, check: &Check, form: &Compiled) {
        let (inputs, has_list) = (&form.inputs, form.list.is_some());
        let (each, beside_list, both): (fn(&Input) -> bool, _, _) = match check.over {
            Over::Each(holds) => (holds, false, false),
            Over::EachBesideList(holds) => (holds, true, false),
            Over::Shares(holds) => (holds, false, true),
            Over::All(holds) => {
                self.add(check, 0);
                for (at, _) in inputs.iter().enumerate().filter(|(_, input)| holds(input)) {
                    self.reads(Place::Input(at), inputs);
                }
                return;
            }
            Over::List => {
                if has_list {
                    self.add(check, 0);
                    self.reads(Place::Activities, inputs);
                }
                return;
            }
            Over::OwnRules => {
                for (at, rule) in form.own_rules.iter().enumerate() {
                    self.add(check, at);
                    rule.reads(|place| self.reads(place, inputs));
                }
                return;
            }
            Over::Now => {
                self.add(check, 0);
                self.reads(Place::Now, inputs);
                return;
            }
        };
        if beside_list && !has_list {
            return;
        }
        for (at, input) in inputs.iter().enumerate() {
            if each(input) && (!both || input.half == Some(Half::Part)) {
                self.add(check, at);
                self.reads(Place::Input(at), inputs);
                if both {
                    self.reads(Place::Input(at + 1), inputs);
                }
                if beside_list {
                    self.reads(Place::Activities, inputs);
                }
            }
        }
    }

    fn add(&mut self, check: &Check, at: usize) {
        self.all.push(Bound { run: check.run, at });
    }

    /// The check added last reads this, and what decides whether it is asked.
    fn reads(&mut self, place: Place, inputs: &[Input]) {
        if let Place::Input(at) = place
            && let Some(input) = inputs.get(at)
        {
            for (on, _) in &input.upon {
                self.reads(Place::Input(*on), inputs);
                if let Some(whole) = whole_of(inputs, *on) {
                    self.reads(Place::Input(whole), inputs);
                }
            }
        }
        let Some(check) = self.all.len().checked_sub(1) else {
            return;
        };
        let readers = match place {
            Place::Input(input) => self.of_inputs.get_mut(input),
            Place::Activities => Some(&mut self.of_list),
            Place::Now => Some(&mut self.of_now),
        };
        if let Some(readers) = readers.filter(|readers| readers.last() != Some(&check)) {
            readers.push(check);
        }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    /// Those that read a place, in order.
    pub(super) fn reading(&self, place: Place) -> &[usize] {
        match place {
            Place::Input(input) => self.of_inputs.get(input).map_or(&[], Vec::as_slice),
            Place::Activities => &self.of_list,
            Place::Now => &self.of_now,
        }
    }

    pub(super) fn run(&self, check: usize, view: View<'_, '_>, out: &mut Vec<Finding>) {
        if let Some(Bound { run, at }) = self.all.get(check) {
            run(&View { at: *at, ..view }, out);
        }
    }

    pub(super) fn run_all(&self, mut view: View<'_, '_>, out: &mut Vec<Finding>) {
        for Bound { run, at } in &self.all {
            view.at = *at;
            run(&view, out);
        }
    }
}
