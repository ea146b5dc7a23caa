//! The first screen of a duty's forms, worded when its plan is published, so that a page shows it before the core is
//! there: what stands is the core's own view of the blank form, up to the fields that a telephone shows.
//!
//! Nothing in it depends on the moment but which occasion is the most pressing, and that is told for every moment. What
//! is typed into it is a draft like any other, which a form opens.

mod inputs;

pub use inputs::{FirstInputView, FirstInputs};

use super::view::{Counts, FieldView, SectionView};
use super::{Form, Request};
use crate::calendar::{Instant, Period};
use crate::message;
use crate::order::sort;
use crate::plan::{Duty, Plan, Unit};
use crate::report::Draft;
use crate::rules::Past;
use crate::schedule::{self, Occasion, State};
use crate::text::Lang;
use serde::Serialize;
use std::rc::Rc;

/// How many fields of a form there are at most: as many as a page shows before the others.
const FIELDS: usize = 10;

/// How many occasions of all units are told at most. What is more makes a file that a page waits for longer than for
/// the core; the forms of such a duty open without.
const MOST: usize = 1_000;

/// The first screen of the forms of one duty, blank and in words.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct First {
    /// The language of the words: `vi` or `en`.
    pub lang: &'static str,
    /// The plan's title.
    pub title: String,
    /// The duty's name.
    pub duty_name: String,
    /// A blank draft, of whatever unit and period.
    pub blank: Draft,
    /// The fields of all forms, each once.
    pub fields: Vec<FieldView>,
    /// What of these fields is asked whose texts can be judged before the plan is there, for [`FirstInputs::read`]; nothing in
    /// English, which comes with the whole.
    pub asked: Vec<String>,
    /// The forms, as far as units and periods are asked otherwise.
    pub forms: Vec<FirstForm>,
    /// What stands above a form, by period and deadline.
    pub heads: Vec<FirstHead>,
    /// The units that owe it.
    pub units: Vec<FirstUnit>,
}

/// The beginning of a form.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct FirstForm {
    /// Its first sections.
    pub sections: Vec<FirstSection>,
    /// How many findings the whole form has while it is blank.
    pub counts: Counts,
}

/// A section of a first screen.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct FirstSection {
    /// Its identity within the form.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// A line under the heading.
    pub hint: Option<String>,
    /// Its first fields, as places in the list of all.
    pub fields: Vec<usize>,
}

/// What stands above a form.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct FirstHead {
    /// The period.
    pub period: Period,
    /// Its name.
    pub label: Option<String>,
    /// The period in words.
    pub period_text: String,
    /// Its name and its days.
    pub dated_text: String,
    /// The deadline in words; none where the plan names none.
    pub deadline_text: Option<String>,
}

/// A unit that owes the duty.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct FirstUnit {
    /// Its identity.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it can be asked for.
    pub occasions: Vec<FirstOccasion>,
    /// Which of them is the most pressing while nothing was sent, from when on, in order.
    pub stands: Vec<FirstStand>,
}

/// An occasion of a first screen.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct FirstOccasion {
    /// Its key.
    pub key: String,
    /// What stands above its form, as a place in the list.
    pub head: usize,
    /// Its form, as a place in the list.
    pub form: usize,
}

/// Which occasion is the most pressing from a moment on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct FirstStand {
    /// The moment, in milliseconds since 1970.
    pub from: i64,
    /// The occasion, as a place in the unit's list; none where nothing can be asked for.
    pub occasion: Option<usize>,
}

/// The first screen of the forms of a duty, for one unit or for all that owe it. None where the plan has no such duty or
/// unit, where the unit does not owe it, and where it is asked of more units and periods than a page had better wait for.
#[must_use]
pub fn first(plan: &Rc<Plan>, duty: &str, unit: Option<&str>, lang: Lang) -> Option<First> {
    let duty = plan.duty(duty)?;
    let mut first = First {
        lang: lang.either("vi", "en"),
        title: plan.title.clone(),
        duty_name: duty.name.clone(),
        blank: Draft::new(plan, duty.id.as_str(), "", plan.period),
        fields: Vec::new(),
        asked: Vec::new(),
        forms: Vec::new(),
        heads: Vec::new(),
        units: Vec::new(),
    };
    let mut told = 0;
    for of in &plan.units {
        if unit.is_some_and(|unit| of.id.as_str() != unit) {
            continue;
        }
        let occasions = schedule::occasions_of(plan, duty, of);
        told += occasions.len();
        if told > MOST {
            return None;
        }
        let asked = first.unit(plan, (duty, of), &occasions, lang);
        first
            .units
            .extend(Some(asked).filter(|asked| !asked.occasions.is_empty()));
    }
    let asked = first.fields.iter().filter(|_| lang == Lang::Vi);
    let asked = asked.filter_map(|field| inputs::line(plan.indicator(&field.id)?));
    first.asked = asked.collect();
    Some(first).filter(|first| !first.units.is_empty())
}

impl First {
    fn unit(
        &mut self,
        plan: &Rc<Plan>,
        (duty, unit): (&Duty, &Unit),
        occasions: &[Occasion],
        lang: Lang,
    ) -> FirstUnit {
        let mut asked = Vec::new();
        let mut periods = Vec::new();
        for occasion in occasions {
            let request = Request {
                unit: unit.id.to_string(),
                duty: duty.id.to_string(),
                period: occasion.period,
                earlier: Past::default(),
                now: occasion.opens,
                lang,
            };
            // One that is waived has no form.
            let Ok(form) = Form::open(plan, request, None) else {
                continue;
            };
            let key = schedule::key(
                plan.id.as_str(),
                unit.id.as_str(),
                duty.id.as_str(),
                occasion.period,
            );
            periods.push(occasion.period);
            asked.push(FirstOccasion {
                key,
                head: place(&mut self.heads, head(duty, occasion, lang)),
                form: self.form(&form),
            });
        }
        let stands = stands(plan, (duty, unit), occasions, &periods);
        FirstUnit {
            id: unit.id.to_string(),
            name: unit.name.clone(),
            occasions: asked,
            stands,
        }
    }

    fn form(&mut self, form: &Form) -> usize {
        let sections = form.first_sections(FIELDS).into_iter();
        let sections = sections
            .map(|section| FirstSection {
                id: section.id,
                title: section.title,
                hint: section.hint,
                fields: section
                    .fields
                    .into_iter()
                    .map(|field| place(&mut self.fields, field))
                    .collect(),
            })
            .collect();
        let counts = form.counts();
        place(&mut self.forms, FirstForm { sections, counts })
    }
}

impl Form {
    /// The first sections of its view, with so many fields at most; what is answered by choosing several, and all that
    /// follows, is left to the form: each choice sets a text that depends on the others.
    fn first_sections(&self, most: usize) -> Vec<SectionView> {
        let mut left = most;
        let mut sections = Vec::new();
        for section in self.asked_sections() {
            if left == 0 {
                break;
            }
            let Some(mut view) = self.section(section, left) else {
                continue;
            };
            view.activities = None;
            left -= view.fields.len().min(left);
            if let Some(several) = view.fields.iter().position(|field| field.several) {
                view.fields.truncate(several);
                left = 0;
            }
            sections.push(view);
        }
        sections
    }
}

fn head(duty: &Duty, occasion: &Occasion, lang: Lang) -> FirstHead {
    let period_text = message::period(&occasion.period, lang);
    FirstHead {
        period: occasion.period,
        label: occasion.label.clone(),
        dated_text: message::dated(
            message::unsaid(&duty.name, occasion.label.as_deref()),
            &period_text,
        ),
        period_text,
        deadline_text: message::due(occasion, lang),
    }
}

/// For every moment, which of the periods is the most pressing.
fn stands(
    plan: &Plan,
    (duty, unit): (&Duty, &Unit),
    occasions: &[Occasion],
    periods: &[Period],
) -> Vec<FirstStand> {
    let soon = -i64::from(duty.due_soon_hours) * 3_600;
    let mut moments = Vec::new();
    for occasion in occasions {
        let cutoff = occasion.cutoff;
        moments.push(occasion.opens);
        moments.extend(cutoff);
        moments.extend(cutoff.map(|cutoff| cutoff.plus_seconds(soon)));
        moments.extend(occasion.released);
    }
    sort(&mut moments, Ord::cmp);
    moments.dedup();
    // Before the first of them nothing has begun.
    let before = moments.first().map(|first| first.plus_seconds(-1));
    let mut stands: Vec<FirstStand> = Vec::new();
    for moment in before.into_iter().chain(moments) {
        let occasion = pressing(plan, (duty, unit), moment)
            .and_then(|pressing| periods.iter().position(|period| *period == pressing));
        if stands.last().is_none_or(|last| last.occasion != occasion) {
            stands.push(FirstStand {
                from: moment.unix_millis(),
                occasion,
            });
        }
    }
    stands
}

/// The period for which the unit is asked first at a moment.
fn pressing(plan: &Plan, (duty, unit): (&Duty, &Unit), now: Instant) -> Option<Period> {
    let owed = schedule::duties(plan, unit.id.as_str(), &[], now).ok()?;
    let mut owed = owed.into_iter();
    owed.find(|(occasion, state)| occasion.duty == duty.id && *state != State::Waived)
        .map(|(occasion, _)| occasion.period)
}

/// The place of something in a list that holds each once.
fn place<T: PartialEq>(list: &mut Vec<T>, one: T) -> usize {
    let known = list.iter().position(|other| *other == one);
    known.unwrap_or_else(|| {
        list.push(one);
        list.len() - 1
    })
}
