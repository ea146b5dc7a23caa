//! From a form to what a page shows of it.

use super::activities::is_held_in;
use super::copying::as_typed;
use super::place::Place;
use super::view::{
    ActivityView, FieldView, FormView, InputView, ListView, PlannedView, Remains, SectionView, Tick,
};
use super::{Form, progress};
use crate::message;
use crate::plan::{
    ActivityField, ActivityList, ActivityPart, Field, Indicator, Plan, Section, Unit,
};
use crate::report::{MAX_LINE, MAX_TEXT};
use crate::schedule;
use crate::text::is_blank;
use crate::value::{Choice, Control, Held, RollUp, standing};

impl Form {
    /// All that a page shows of the form.
    #[must_use]
    pub fn view(&self) -> FormView {
        let duty = self.plan.duty(&self.draft.duty);
        let occasion = self.occasion();
        let tick = self.remaining();
        let label = occasion.and_then(|occasion| occasion.label);
        let period_text = message::period(&self.draft.period, self.lang);
        let duty_name = duty.map(|duty| duty.name.clone()).unwrap_or_default();
        FormView {
            title: self.plan.title.clone(),
            unit_name: self
                .unit()
                .map(|unit| unit.name.clone())
                .unwrap_or_default(),
            dated_text: message::dated(message::unsaid(&duty_name, label.as_deref()), &period_text),
            duty_name,
            label,
            period_text,
            deadline_text: tick.deadline_text,
            remaining_text: tick.remaining_text,
            sections: self
                .asked_sections()
                .iter()
                .filter_map(|section| self.section(section, usize::MAX))
                .collect(),
            has_earlier: self.earlier.before(&self.sheet).next().is_some(),
            counts: self.counts(),
        }
    }

    /// The sections of the plan's form.
    pub(super) fn asked_sections(&self) -> &[Section] {
        let duty = self.plan.duty(&self.draft.duty);
        let template = duty.and_then(|duty| self.plan.template(duty.template.as_str()));
        template.map_or(&[], |template| &template.sections)
    }

    /// A section with so many at most of the fields that are asked; none of which nothing is.
    pub(super) fn section(&self, section: &Section, most: usize) -> Option<SectionView> {
        let fields: Vec<_> = section
            .fields
            .iter()
            .filter_map(|field| self.field(field))
            .take(most)
            .collect();
        let list = section.activities.as_ref();
        let list = list.filter(|list| self.sheet.list() == Some(list));
        let is_empty = fields.is_empty() && list.is_none();
        if is_empty && (section.only.is_some() || !section.fields.is_empty()) {
            return None;
        }
        Some(SectionView {
            id: section.id.to_string(),
            title: section.title.clone(),
            hint: section.hint.clone(),
            fields,
            activities: list.map(|list| self.list(list)),
        })
    }

    /// The deadline and what remains until it, in words, at the form's moment.
    pub(super) fn remaining(&self) -> Tick {
        let occasion = self.occasion();
        Tick {
            deadline_text: occasion
                .as_ref()
                .and_then(|occasion| message::due(occasion, self.lang)),
            remaining_text: occasion
                .and_then(|occasion| occasion.cutoff)
                .map(|cutoff| message::remaining(cutoff, self.now, self.lang)),
        }
    }

    fn occasion(&self) -> Option<schedule::Occasion> {
        let duty = self.plan.duty(&self.draft.duty)?;
        schedule::occasion_of(&self.plan, duty, self.unit()?, self.draft.period)
    }

    pub(super) fn unit(&self) -> Option<&Unit> {
        self.plan.unit(&self.draft.unit)
    }

    /// What the unit still lacks on one indicator, in words.
    pub(super) fn remains(&self, indicator: &Indicator) -> Option<Remains> {
        let id = indicator.id.as_str();
        let before = self.before(indicator).map(|(all, _)| all);
        let typed = self.figure(id);
        let lacks = progress::remains(&self.plan, indicator, self.unit()?, before, typed.as_ref());
        Some(Remains {
            id: id.to_owned(),
            remains: lacks.map(|lacks| message::remains(lacks, &indicator.measure, self.lang)),
        })
    }

    /// What the unit reported for earlier periods together, and for the last of them.
    pub(super) fn before(&self, indicator: &Indicator) -> Option<(progress::Told, progress::Told)> {
        let told = self.earlier.telling(&self.sheet, indicator.combine);
        progress::before(indicator, told)
    }

    /// The indicator that an input of the sheet answers.
    pub(super) fn indicator_at(&self, input: usize) -> Option<&Indicator> {
        self.plan.indicators.get(*self.asked.get(input)?)
    }

    /// The input at `place`.
    pub(super) fn input(&self, place: Place) -> InputView {
        let path = place.path();
        let label = match place {
            Place::Figure(key) => self.half_label(key),
            Place::Activity(..) => None,
        };
        let value = self.raw(place).to_owned();
        InputView {
            blank: is_blank(&value),
            choices: self.choices(place, &value),
            value,
            echo: self.echo(place),
            findings: self.findings_at(place),
            label,
            path,
        }
    }

    /// What can be chosen at `place`, where an answer is chosen.
    fn choices(&self, place: Place, text: &str) -> Vec<Choice> {
        let Place::Figure(key) = place else {
            return Vec::new();
        };
        let Some(indicator) = self.plan.indicator(key) else {
            return Vec::new();
        };
        let mut listed = indicator.measure.choices(self.lang);
        if listed.is_empty() {
            return listed;
        }
        if indicator.measure.roll_up() == RollUp::Deed {
            for (one, done) in listed.iter_mut().zip([true, false]) {
                one.label = message::deed(done, &indicator.label, self.lang).to_owned();
            }
        }
        // What was understood may be typed in more ways than one.
        let understood = self
            .figure(key)
            .map(|value| as_typed(&value, &indicator.measure, key));
        let said = understood.as_deref().unwrap_or(text);
        standing(listed, said, indicator.measure.control().several)
    }

    /// What was typed at `place`; empty where nothing was.
    pub(super) fn raw(&self, place: Place) -> &str {
        match place {
            Place::Figure(key) => self
                .draft
                .figures
                .get(key)
                .map(String::as_str)
                .unwrap_or_default(),
            Place::Activity(index, part) => self
                .draft
                .activities
                .get(index)
                .map(|activity| activity.part(part))
                .unwrap_or_default(),
        }
    }

    fn half_label(&self, key: &str) -> Option<String> {
        let (id, half) = key.split_once('/')?;
        let halves = self.plan.indicator(id)?.measure.halves()?;
        match half {
            "part" => Some(halves.part.to_owned()),
            "whole" => Some(halves.whole.to_owned()),
            _ => None,
        }
    }

    fn field(&self, field: &Field) -> Option<FieldView> {
        let id = field.indicator.as_str();
        let input = self.sheet.input_of(id)?;
        if !self.entries.asks(input) {
            return None;
        }
        let indicator = self.plan.indicator(id)?;
        let unit = self.unit()?;
        let keys = if indicator.measure.halves().is_some() {
            vec![[id, "/part"].concat(), [id, "/whole"].concat()]
        } else {
            vec![id.to_owned()]
        };
        let before = self.before(indicator);
        Some(FieldView {
            id: id.to_owned(),
            label: indicator.label.clone(),
            hint: indicator.hint.clone(),
            required: field.required,
            targets: progress::targets(&self.plan, indicator, unit)
                .filter(|target| target.is_plain())
                .map(|target| message::plain_target(target, indicator, self.lang))
                .collect(),
            before: before
                .map(|(all, last)| message::before(all, last, &indicator.measure, self.lang)),
            remains: self.remains(indicator).and_then(|remains| remains.remains),
            inputs: keys
                .iter()
                .map(|key| self.input(Place::Figure(key)))
                .collect(),
            noun: indicator.measure.noun().map(str::to_owned),
            max_length: match indicator.measure.held() {
                Held::Length(most) => Some(most),
                _ => None,
            },
            input_mode: if indicator.estimates {
                // Not a keyboard of numbers: people write "khoảng 300".
                "text"
            } else {
                indicator.measure.control().input_mode
            },
            ..looking(indicator.measure.control())
        })
    }

    fn list(&self, list: &ActivityList) -> ListView {
        ListView {
            path: "/activities",
            least: list.least,
            evidence: list.evidence,
            findings: self.list_findings(),
            planned: planned(&self.plan, self.unit())
                .map(|activity| PlannedView {
                    id: activity.id.to_string(),
                    title: activity.title.clone(),
                    date_text: activity
                        .when
                        .first()
                        .map(|when| message::when(when, self.lang)),
                    due: is_held_in(activity, self.draft.period),
                    added: self
                        .draft
                        .activities
                        .iter()
                        .any(|listed| *activity.id.as_str() == *listed.planned),
                })
                .collect(),
            items: self
                .keys
                .iter()
                .enumerate()
                .map(|(index, key)| ActivityView {
                    key: *key,
                    index,
                    title: self
                        .draft
                        .activities
                        .get(index)
                        .map(|listed| listed.title.clone())
                        .unwrap_or_default(),
                    fields: parts(list)
                        .into_iter()
                        .map(|(part, required)| self.part(index, part, required, list.evidence))
                        .collect(),
                })
                .collect(),
        }
    }

    pub(super) fn part(
        &self,
        index: usize,
        part: ActivityPart,
        required: bool,
        evidence: bool,
    ) -> FieldView {
        let asked = part.asked();
        let control = asked.control;
        // What is longer than several lines may be is said of what was typed, and typing is not stopped.
        let most = if control.lines { MAX_TEXT } else { MAX_LINE };
        FieldView {
            id: part.key().to_owned(),
            label: asked.label.of(self.lang).to_owned(),
            hint: asked.hint.map(|hint| hint.of(self.lang).to_owned()),
            required: required || (evidence && part == ActivityPart::Links),
            more: !required && !part.is_always() && part != ActivityPart::Links,
            max_length: (control.kind == "text").then_some(most as u32),
            inputs: vec![self.input(Place::Activity(index, part))],
            ..looking(control)
        }
    }
}

/// What a field takes of how its input looks.
pub(super) fn looking(control: &'static Control) -> FieldView {
    FieldView {
        kind: control.kind,
        input_mode: control.input_mode,
        autocomplete: control.autocomplete,
        short: control.short,
        lines: control.lines,
        several: control.several,
        ..FieldView::default()
    }
}

/// The parts that a list asks of each activity: some always, the rest in the plan's order.
pub(super) fn parts(list: &ActivityList) -> Vec<(ActivityPart, bool)> {
    let mut parts = ActivityPart::ALWAYS.map(|part| (part, true)).to_vec();
    for &ActivityField { part, required } in &list.parts {
        if !part.is_always() {
            parts.push((part, required));
        }
    }
    parts
}

/// The plan's activities that a unit itself holds.
pub(super) fn planned<'a>(
    plan: &'a Plan,
    unit: Option<&'a Unit>,
) -> impl Iterator<Item = &'a crate::plan::Activity> {
    plan.activities.iter().filter(move |activity| {
        unit.is_some_and(|unit| {
            activity.units.chooses(unit)
                && activity
                    .level
                    .as_ref()
                    .is_none_or(|level| *level == unit.level)
        })
    })
}
