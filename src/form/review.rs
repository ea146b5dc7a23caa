//! A report in words: to be read once more before it is sent, printed, and read by the office.

use crate::calendar::Period;
use crate::finding::Path;
use crate::message;
use crate::plan::{ActivityPart, Plan, Section};
use crate::report::{Report, ReportActivity};
use crate::text::{self, Lang};
use serde::Serialize;

/// A report as people read it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Review {
    /// The plan's title.
    pub title: String,
    /// The duty's name.
    pub duty_name: String,
    /// The unit's name.
    pub unit_name: String,
    /// The period.
    pub period: Period,
    /// The period in words.
    pub period_text: String,
    /// The sections that say something.
    pub sections: Vec<ReviewSection>,
    /// What the unit explained.
    pub explanations: Vec<Row>,
}

/// A section of a review.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ReviewSection {
    /// Its heading.
    pub title: String,
    /// What was answered.
    pub rows: Vec<Row>,
    /// The activities.
    pub activities: Vec<ReviewActivity>,
}

/// An activity of a review.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ReviewActivity {
    /// Its title.
    pub title: String,
    /// What else was said of it.
    pub rows: Vec<Row>,
}

/// One answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Row {
    /// The answer's place in the report; the office returns single answers by it.
    pub path: Path,
    /// What was asked.
    pub label: String,
    /// What was answered.
    pub value: String,
}

/// The report in words, in the order of its form. What the plan no longer asks is left out.
#[must_use]
pub fn review(plan: &Plan, report: &Report, lang: Lang) -> Review {
    let duty = plan.duty(&report.duty);
    let template = duty.and_then(|duty| plan.template(duty.template.as_str()));
    let sections = template
        .map(|template| template.sections.as_slice())
        .unwrap_or_default();
    Review {
        title: plan.title.clone(),
        duty_name: duty.map(|duty| duty.name.clone()).unwrap_or_default(),
        unit_name: plan
            .unit(&report.unit)
            .map(|unit| unit.name.clone())
            .unwrap_or_default(),
        period: report.period,
        period_text: message::period(&report.period, lang),
        sections: sections
            .iter()
            .filter_map(|section| answered(plan, section, report, lang))
            .collect(),
        explanations: report
            .explanations
            .iter()
            .map(|explanation| {
                row(
                    explanation.path.clone(),
                    message::label(&explanation.path, plan, lang),
                    explanation.text.clone(),
                )
            })
            .collect(),
    }
}

fn answered(plan: &Plan, section: &Section, report: &Report, lang: Lang) -> Option<ReviewSection> {
    let rows: Vec<_> = section
        .fields
        .iter()
        .filter_map(|field| {
            let indicator = plan.indicator(field.indicator.as_str())?;
            let value = report.figures.get(indicator.id.as_str())?;
            Some(row(
                Path::figure(indicator.id.as_str()),
                indicator.label.clone(),
                message::value(value, &indicator.measure, lang),
            ))
        })
        .collect();
    let listed = section
        .activities
        .as_ref()
        .map_or(&[][..], |_| &report.activities);
    let activities: Vec<_> = listed
        .iter()
        .enumerate()
        .map(|(index, activity)| in_words(index, activity, lang))
        .collect();
    let says_something = !rows.is_empty() || !activities.is_empty();
    says_something.then(|| ReviewSection {
        title: section.title.clone(),
        rows,
        activities,
    })
}

fn in_words(index: usize, activity: &ReportActivity, lang: Lang) -> ReviewActivity {
    let rows = ActivityPart::ALL
        .into_iter()
        .filter_map(|part| {
            Some(row(
                Path::activity_part(index, part.key()),
                message::activity_part(part, lang).to_owned(),
                part_in_words(activity, part, lang)?,
            ))
        })
        .collect();
    ReviewActivity {
        title: activity.title.clone(),
        rows,
    }
}

/// What was said of a part; none of the title.
pub(super) fn part_in_words(
    activity: &ReportActivity,
    part: ActivityPart,
    lang: Lang,
) -> Option<String> {
    let listed = |items: &[String]| (!items.is_empty()).then(|| items.join("\n"));
    match part {
        // It is the heading.
        ActivityPart::Title => None,
        ActivityPart::Date => Some(text::format_date(activity.date)),
        ActivityPart::Until => activity.until.map(text::format_date),
        ActivityPart::Time => activity.time.map(|time| message::clock(time, lang)),
        ActivityPart::Place => activity.place.clone(),
        ActivityPart::Participants => activity.participants.map(text::format_count),
        ActivityPart::Links => listed(&activity.links),
        ActivityPart::Partners => listed(&activity.partners),
        ActivityPart::Note => activity.note.clone(),
    }
}

fn row(path: Path, label: String, value: String) -> Row {
    Row { path, label, value }
}
