//! The view of one target.

use super::build::{column_key, column_name, no_sector, partial, spans};
use super::target_view::{
    Counted, GroupProgressView, PeriodFigureView, TargetProgressView, UnitProgressView,
};
use crate::message::{self, rollup as words};
use crate::plan::{Indicator, Plan, Scope, Target, Threshold};
use crate::rollup::{Amount, Progress, Reach, TargetProgress, TargetState};
use crate::text::{self, Lang, Mark, exact};
use crate::value::Counted as Steps;

/// What is said of one target, all its parts.
struct Said<'a> {
    plan: &'a Plan,
    target: &'a Target,
    indicator: &'a Indicator,
    counted: Counted,
    lang: Lang,
}

pub(super) fn target(
    plan: &Plan,
    progress: &Progress<'_>,
    target: &Target,
    reached: &TargetProgress,
    lang: Lang,
) -> Option<TargetProgressView> {
    let indicator = plan.indicators.get(reached.indicator?)?;
    let said = Said {
        plan,
        target,
        indicator,
        counted: counted(target, indicator),
        lang,
    };
    let (span, reach) = reached.spans.get(reached.current)?;
    let share = match reach.amount {
        Some(Amount::Share { part, whole }) => Some((part, whole)),
        _ => None,
    };
    let text = |number: Option<i64>| number.map_or(String::new(), |number| said.number(number));
    Some(TargetProgressView {
        id: target.id.as_str().to_owned(),
        number: target.number.clone(),
        text: target.text.clone(),
        target_text: message::target(target, indicator, &plan.attributes, lang),
        indicator: indicator.id.as_str().to_owned(),
        indicator_label: indicator.label.clone(),
        measure: std::sync::Arc::clone(&indicator.measure),
        scope: target.scope,
        cadence: target.per,
        span_text: message::period(span, lang),
        counted: said.counted,
        unit_noun: said.noun(),
        value: reach.value,
        value_text: said.reach(reach),
        value_figure: said.counted_figure(reach.value),
        part: share.map(|(part, _)| exact(part)),
        whole: share.map(|(_, whole)| exact(whole)),
        target: reach.target,
        target_value_text: match target.value {
            Threshold::Ratio(ratio) if said.counted == Counted::BasisPoints => ratio.in_words(),
            _ => said.goal(reach),
        },
        target_figure: said.counted_figure(reach.target),
        share_bp: reach.share,
        share_text: reach.share.map_or(String::new(), words::percent),
        expected: reach.expected,
        expected_text: text(reach.expected),
        projection: reach.projection,
        projection_text: text(reach.projection),
        lacks: reach.lacks,
        lacks_text: reach.lacks.map_or(String::new(), |lacks| {
            let is = said.lacking(reach);
            words::lacks(&said.number(lacks), lacks, is, lang)
        }),
        state: reach.state,
        state_text: said.state(reach),
        estimated: reach.estimated,
        note: match (reached.obstacle, plan.group_of(&target.id)) {
            (Some(obstacle), _) => Some(message::obstacle(obstacle, lang).to_owned()),
            (None, Some(group)) => Some(message::in_group(group, lang)),
            (None, None) => reach.estimated.then(|| message::estimated(lang).to_owned()),
        },
        partial: partial(&reach.partial, lang),
        spans: spans(
            target.per,
            (&reached.spans, reached.current),
            lang,
            |reach| (said.reach(reach), said.state(reach)),
        ),
        periods: said.periods(progress, reached),
        by_sector: said.sectors(reached),
        by_unit: said.units(reach, reached),
    })
}

fn counted(target: &Target, indicator: &Indicator) -> Counted {
    match (target.scope, target.value) {
        (Scope::Each | Scope::ShareOfUnits(_), _) | (_, Threshold::Done) => Counted::Units,
        // So much of a number is as many of what is asked.
        (_, Threshold::BasisPoints(_) | Threshold::Ratio(_)) if target.of.is_some() => {
            match indicator.measure.counted() {
                Steps::Dong => Counted::Money,
                Steps::Unit { .. } => Counted::Quantity,
                Steps::Nothing | Steps::Noun(_) => Counted::Count,
            }
        }
        (Scope::EachMember, Threshold::BasisPoints(_) | Threshold::Ratio(_)) => Counted::Units,
        (_, Threshold::BasisPoints(_) | Threshold::Ratio(_)) => Counted::BasisPoints,
        (_, Threshold::Money(_)) => Counted::Money,
        (_, Threshold::Count(_)) => Counted::Count,
        (_, Threshold::Quantity(_)) => Counted::Quantity,
    }
}

impl Said<'_> {
    /// What a target counts, in words.
    fn number(&self, number: i64) -> String {
        match self.counted {
            Counted::Units => words::units(number, None, self.lang),
            Counted::Count | Counted::Money | Counted::Quantity | Counted::BasisPoints => {
                words::number(number, &self.indicator.measure, self.lang)
            }
        }
    }

    /// What is to be reached; of a range both ends.
    fn goal(&self, reach: &Reach) -> String {
        let Some(least) = reach.target else {
            return String::new();
        };
        match reach.most {
            Some(most) if self.counted == Counted::BasisPoints => {
                [&*self.number(least), " – ", &self.number(most)].concat()
            }
            Some(most) => self.between(least, most),
            None => self.number(least),
        }
    }

    fn between(&self, least: i64, most: i64) -> String {
        let measure = &self.indicator.measure;
        [&*measure.beside(least), " – ", &measure.quantity(most)].concat()
    }

    /// What one unit is to reach by itself; of a range both ends.
    fn own_goal(&self, reach: &Reach) -> String {
        let measure = &self.indicator.measure;
        let is_share = reach.amount.map_or(self.target.of.is_none(), |amount| {
            matches!(amount, Amount::Share { .. })
        });
        match (self.target.value, reach.target, reach.most) {
            (_, None, _) | (Threshold::Done, ..) => String::new(),
            (Threshold::BasisPoints(_) | Threshold::Ratio(_), Some(least), most) if is_share => {
                let least = words::percent(least);
                most.map_or(least.clone(), |most| {
                    [&*least, " – ", &words::percent(most)].concat()
                })
            }
            (_, Some(least), Some(most)) => self.between(least, most),
            (_, Some(least), None) => measure.quantity(least),
        }
    }

    /// What the target counts as a number to be computed with, where it is steps of one.
    fn counted_figure(&self, number: Option<i64>) -> Option<String> {
        self.figure(number.filter(|_| self.counted == Counted::Quantity))
    }

    /// A number of the indicator to be computed with, where it is steps of one.
    fn figure(&self, number: Option<i64>) -> Option<String> {
        match self.indicator.measure.counted() {
            Steps::Unit { decimals, .. } => Some(text::format_typed(number?, decimals)),
            Steps::Nothing | Steps::Noun(_) | Steps::Dong => None,
        }
    }

    /// How it stands; what rests on estimates is said to.
    fn state(&self, reach: &Reach) -> String {
        let settled = matches!(
            reach.state,
            TargetState::Reached | TargetState::Missed | TargetState::Exceeded
        );
        let state = words::target_state(reach.state, self.lang);
        if settled && reach.unsure {
            [state, message::by_estimate(self.lang)].concat()
        } else {
            state.to_owned()
        }
    }

    /// In which way what is lacking is no exact number.
    fn lacking(&self, reach: &Reach) -> Option<Mark> {
        if self.counted == Counted::Units {
            return reach.unsure.then_some(Mark::About);
        }
        let (_, is) = reach.amount?.told()?;
        is.map(Mark::flipped)
    }

    /// A value, of units "12 trên 36 đơn vị".
    fn reach(&self, reach: &Reach) -> String {
        let Some(value) = reach.value else {
            return String::new();
        };
        match (self.counted, reach.amount) {
            (Counted::Units, _) => {
                let all = i64::try_from(reach.units).ok();
                words::units(value, all, self.lang)
            }
            (_, Some(amount)) => words::amount(&amount, &self.indicator.measure, self.lang),
            (_, None) => self.number(value),
        }
    }

    fn noun(&self) -> String {
        match self.counted {
            Counted::Units => words::unit_noun(self.lang).to_owned(),
            Counted::Money => "đồng".to_owned(),
            Counted::BasisPoints => "%".to_owned(),
            Counted::Count | Counted::Quantity => {
                self.indicator.measure.noun().unwrap_or_default().to_owned()
            }
        }
    }

    fn periods(&self, progress: &Progress<'_>, reached: &TargetProgress) -> Vec<PeriodFigureView> {
        let figure = |one: &crate::rollup::PeriodFigure| {
            let column = progress.columns.get(one.column)?;
            let measure = &self.indicator.measure;
            Some(PeriodFigureView {
                key: column_key(self.plan, column),
                duty: self.plan.duties.get(column.duty)?.id.as_str().to_owned(),
                name: column_name(self.plan, column)?,
                period: column.occasion.period,
                period_text: message::period(&column.occasion.period, self.lang),
                reports: one.reports,
                value: one.amount.and_then(Amount::number),
                value_text: one.amount.map_or(String::new(), |amount| {
                    words::amount(&amount, measure, self.lang)
                }),
            })
        };
        reached.periods.iter().filter_map(figure).collect()
    }

    fn sectors(&self, reached: &TargetProgress) -> Vec<GroupProgressView> {
        let named = self.plan.sectors.iter().map(|group| {
            let id = Some(group.id.as_str().to_owned());
            (id, group.name.clone())
        });
        named
            .chain([(None, no_sector(self.lang))])
            .zip(&reached.sectors)
            .filter(|(_, reach)| reach.units > 0)
            .map(|((id, name), reach)| GroupProgressView {
                id,
                name,
                units: reach.units,
                value: reach.value,
                value_figure: self.counted_figure(reach.value),
                target_figure: self.counted_figure(reach.target),
                value_text: self.reach(reach),
                target: reach.target,
                share_bp: reach.share,
                partial: partial(&reach.partial, self.lang),
            })
            .collect()
    }

    fn units(&self, all: &Reach, reached: &TargetProgress) -> Vec<UnitProgressView> {
        let measure = &self.indicator.measure;
        // Where the target is for all together, a unit has its value, and of the target only a share.
        let alone = match self.target.scope {
            Scope::Whole => false,
            Scope::Each | Scope::ShareOfUnits(_) => true,
            Scope::EachMember => self.target.of.is_some() || self.counted == Counted::Units,
        };
        let contributed = matches!(
            self.counted,
            Counted::Count | Counted::Money | Counted::Quantity
        );
        let unit = |one: &crate::rollup::UnitReach| {
            let unit = self.plan.units.get(one.unit)?;
            let reach = &one.reach;
            let share_of_all = || {
                let (value, of) = (reach.value?, all.target.filter(|of| *of > 0)?);
                Some(exact(i128::from(value) * 10_000 / i128::from(of)))
            };
            let state = alone.then_some(reach.state);
            Some(UnitProgressView {
                unit: unit.id.as_str().to_owned(),
                name: unit.name.clone(),
                sector: unit.sector.as_ref().map(|id| id.as_str().to_owned()),
                value: reach.value,
                value_figure: self.figure(reach.value),
                target_figure: self.figure(reach.target.filter(|_| alone)),
                value_text: match reach.amount {
                    None => String::new(),
                    Some(Amount::Done(number)) => {
                        message::deed(number > 0, &self.indicator.label, self.lang).to_owned()
                    }
                    Some(amount) => words::amount(&amount, measure, self.lang),
                },
                target: reach.target.filter(|_| alone),
                target_text: if alone {
                    self.own_goal(reach)
                } else {
                    String::new()
                },
                share_bp: if contributed && !alone {
                    share_of_all()
                } else {
                    reach.share
                },
                state,
                state_text: state.map_or(String::new(), |_| self.state(reach)),
                standing: one.standing,
                standing_text: words::standing(one.standing, self.lang).to_owned(),
            })
        };
        reached.units.iter().filter_map(unit).collect()
    }
}
