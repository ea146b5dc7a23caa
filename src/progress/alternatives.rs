//! The view of a group of targets, which stands among the targets as one of them.

use super::build::{no_sector, partial, spans};
use super::target_view::{Counted, GroupProgressView, TargetProgressView, UnitProgressView};
use crate::message::{self, rollup as words};
use crate::plan::{Alternatives, Cadence, Plan, Scope};
use crate::rollup::{GroupProgress, Reach, TargetState, UnitInGroup};
use crate::text::{self, Lang};
use crate::value::CountMeasure;
use std::sync::Arc;

pub(super) fn alternatives(
    plan: &Plan,
    group: &Alternatives,
    reached: &GroupProgress,
    lang: Lang,
) -> TargetProgressView {
    let said = Said {
        plan,
        all: reached.targets.len(),
        counts_units: group.is_of_units(plan),
        lang,
    };
    let first = group.targets(plan).next().map(|(_, target)| target);
    let reach = &reached.reach;
    let per = first.map_or(Cadence::Plan, |target| target.per);
    let span = reached.spans.get(reached.current);
    let text = |number: Option<i64>| number.map_or(String::new(), |number| said.number(number));
    TargetProgressView {
        id: group.id.as_str().to_owned(),
        number: None,
        text: group.text.clone(),
        target_text: message::group_of_targets(plan, group, lang),
        indicator: String::new(),
        indicator_label: said.names(&reached.targets),
        measure: Arc::new(
            CountMeasure {
                noun: message::target_noun(lang).into(),
            }
            .into(),
        ),
        scope: first.map_or(Scope::Whole, |target| target.scope),
        cadence: per,
        span_text: span.map_or(String::new(), |(span, _)| message::period(span, lang)),
        counted: match said.counts_units {
            true => Counted::Units,
            false => Counted::Count,
        },
        unit_noun: match said.counts_units {
            true => words::unit_noun(lang),
            false => message::target_noun(lang),
        }
        .to_owned(),
        value: reach.value,
        value_text: said.value(reach),
        value_figure: None,
        part: None,
        whole: None,
        target: reach.target,
        target_value_text: text(reach.target),
        target_figure: None,
        share_bp: reach.share,
        share_text: reach.share.map_or(String::new(), words::percent),
        expected: reach.expected,
        expected_text: text(reach.expected),
        projection: None,
        projection_text: String::new(),
        lacks: reach.lacks,
        lacks_text: reach.lacks.map_or(String::new(), |lacks| {
            words::lacks(&said.number(lacks), lacks, None, lang)
        }),
        state: reach.state,
        state_text: said.state(reach),
        estimated: reach.estimated,
        note: reach.estimated.then(|| message::estimated(lang).to_owned()),
        partial: partial(&reach.partial, lang),
        spans: spans(per, (&reached.spans, reached.current), lang, |reach| {
            (said.value(reach), said.state(reach))
        }),
        periods: Vec::new(),
        by_sector: said.sectors(&reached.sectors),
        by_unit: reached
            .units
            .iter()
            .filter_map(|one| said.unit(one))
            .collect(),
    }
}

/// What is said of one group.
struct Said<'a> {
    plan: &'a Plan,
    /// How many targets it has.
    all: usize,
    counts_units: bool,
    lang: Lang,
}

impl Said<'_> {
    /// What these targets ask, one after the other.
    fn names(&self, targets: &[usize]) -> String {
        let named = targets.iter().filter_map(|at| self.plan.targets.get(*at));
        let named: Vec<_> = named.map(|target| target.text.clone()).collect();
        text::join(&named, "; ")
    }

    fn number(&self, number: i64) -> String {
        match self.counts_units {
            true => words::units(number, None, self.lang),
            false => message::targets(number, None, self.lang),
        }
    }

    fn value(&self, reach: &Reach) -> String {
        match (reach.value, self.counts_units) {
            (None, _) => String::new(),
            (Some(value), true) => words::units(value, i64::try_from(reach.units).ok(), self.lang),
            (Some(value), false) => self.of_targets(value),
        }
    }

    /// "1 trên 2 chỉ tiêu".
    fn of_targets(&self, reached: i64) -> String {
        message::targets(reached, i64::try_from(self.all).ok(), self.lang)
    }

    fn state(&self, reach: &Reach) -> String {
        let state = words::target_state(reach.state, self.lang);
        match reach.state {
            TargetState::Reached | TargetState::Missed if reach.unsure => {
                [state, message::by_estimate(self.lang)].concat()
            }
            _ => state.to_owned(),
        }
    }

    fn sectors(&self, sectors: &[Reach]) -> Vec<GroupProgressView> {
        let named = self.plan.sectors.iter().map(|group| {
            let id = Some(group.id.as_str().to_owned());
            (id, group.name.clone())
        });
        named
            .chain([(None, no_sector(self.lang))])
            .zip(sectors)
            .filter(|(_, reach)| reach.units > 0)
            .map(|((id, name), reach)| GroupProgressView {
                id,
                name,
                units: reach.units,
                value: reach.value,
                value_figure: None,
                target_figure: None,
                value_text: self.value(reach),
                target: reach.target,
                share_bp: reach.share,
                partial: partial(&reach.partial, self.lang),
            })
            .collect()
    }

    fn unit(&self, one: &UnitInGroup) -> Option<UnitProgressView> {
        let unit = self.plan.units.get(one.unit)?;
        let reach = &one.reach;
        let target = message::targets(reach.target.unwrap_or_default(), None, self.lang);
        let value_text = reach.value.map_or(String::new(), |value| {
            let names = self.names(&one.reached);
            let between = if names.is_empty() { "" } else { ": " };
            [&*self.of_targets(value), between, &names].concat()
        });
        Some(UnitProgressView {
            unit: unit.id.as_str().to_owned(),
            name: unit.name.clone(),
            sector: unit.sector.as_ref().map(|id| id.as_str().to_owned()),
            value: reach.value,
            value_figure: None,
            target_figure: None,
            value_text,
            target: reach.target,
            target_text: target,
            share_bp: reach.share,
            state: Some(reach.state),
            state_text: self.state(reach),
            standing: one.standing,
            standing_text: words::standing(one.standing, self.lang).to_owned(),
        })
    }
}
