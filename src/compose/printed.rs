//! The plan as it will be asked, to be printed and read before it is published: each report with its deadlines and its
//! questions, as a form on paper has them.

use crate::form::{Blank, BlankSection, blank};
use crate::message;
use crate::plan::Plan;
use crate::text::Lang;
use serde::Serialize;
use std::rc::Rc;

/// The whole page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PrintedView {
    /// The plan's title.
    pub title: String,
    /// The days that it covers.
    pub days: String,
    /// The document, where it is known.
    pub document: Option<String>,
    /// The reports, in the plan's order.
    pub reports: Vec<PrintedReport>,
}

/// One report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PrintedReport {
    /// Its name.
    pub name: String,
    /// Who owes it.
    pub by: String,
    /// Who receives it.
    pub to: Option<String>,
    /// Its periods, each with its deadline.
    pub periods: Vec<PrintedPeriod>,
    /// What it asks.
    pub sections: Vec<PrintedSection>,
}

/// A period and its deadline, in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PrintedPeriod {
    /// Its name and its days.
    pub period: String,
    /// By when; none where the plan names no deadline.
    pub due: Option<String>,
}

/// A section of a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PrintedSection {
    /// Its heading.
    pub title: String,
    /// A line under it.
    pub hint: Option<String>,
    /// Its questions; of a list of activities, what is asked of each.
    pub fields: Vec<PrintedField>,
    /// Whether the last questions are asked of each activity.
    pub of_each: bool,
}

/// A question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PrintedField {
    /// The question.
    pub label: String,
    /// What is counted, or the answers to choose from.
    pub answer: Option<String>,
    /// Whether it must be answered.
    pub required: bool,
    /// Its targets, in words.
    pub targets: Vec<String>,
}

/// The plan as it will be asked; none of a report that nobody owes.
pub(super) fn printed(plan: Plan, lang: Lang) -> PrintedView {
    let plan = Rc::new(plan);
    let mut document = None;
    let mut reports = Vec::new();
    for duty in &plan.duties {
        let Some(paper) = blank(&plan, duty, None, None, lang) else {
            continue;
        };
        document = document.or_else(|| paper.document_text.clone());
        let by = super::groups::words(&plan, &duty.by, lang);
        reports.push(report(paper, by));
    }
    PrintedView {
        title: plan.title.clone(),
        days: message::period(&plan.period, lang),
        document,
        reports,
    }
}

fn report(paper: Blank, by: String) -> PrintedReport {
    let periods = paper.periods.into_iter().map(|each| PrintedPeriod {
        period: each.dated_text,
        due: each.deadline_text,
    });
    PrintedReport {
        name: paper.duty_name,
        by,
        to: paper.to,
        periods: periods.collect(),
        sections: paper.sections.into_iter().map(section).collect(),
    }
}

fn section(section: BlankSection) -> PrintedSection {
    let of_each = !section.columns.is_empty();
    let fields = section.view.fields.into_iter().chain(section.columns);
    let fields = fields.map(|field| {
        let choices = field.inputs.first().map(|input| {
            let labels = input.choices.iter().map(|choice| &*choice.label);
            labels.collect::<Vec<_>>().join(" / ")
        });
        PrintedField {
            label: field.label,
            answer: choices.filter(|text| !text.is_empty()).or(field.noun),
            required: field.required,
            targets: field.targets,
        }
    });
    PrintedSection {
        title: section.view.title,
        hint: section.view.hint,
        fields: fields.collect(),
        of_each,
    }
}
