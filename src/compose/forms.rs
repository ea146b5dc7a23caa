//! The forms: which figures each duty asks, and what it asks of activities.

use super::state::{Composition, Form};
use super::words::{ASKED, chosen, named};
use super::{cells::Picked, ids};
use crate::plan::{
    ActivityField, ActivityList, ActivityPart, Duty, Field, Id, Indicator, Section, Source, Span,
    Template,
};
use crate::text::{Both, Lang};
use crate::value::RollUp;
use serde::Serialize;
use std::sync::Arc;

/// The form of one duty, in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct AskingView {
    /// The duty.
    pub duty: String,
    /// Its name.
    pub name: String,
    /// A unit that owes it; none where nobody does.
    pub unit: Option<String>,
    /// Whether it asks every figure of the plan, also those that are added later.
    pub all: bool,
    /// What it asks.
    pub asks: Vec<AskedView>,
    /// How many figures it asks.
    pub count: usize,
}

/// One figure, and whether a form asks it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct AskedView {
    /// The figure.
    pub id: String,
    /// What is asked.
    pub label: String,
    /// Not asked, asked, or required.
    pub choices: Vec<Picked>,
}

const FIGURES: &str = "Số liệu";
const HELD: &str = "Hoạt động đã tổ chức";
const PLANNED: &str = "Hoạt động dự kiến";
/// The section in which whoever reports says how to be reached.
pub(super) const CONTACT: &str = "lien-he";
pub(super) const CONTACT_TITLE: &str = "Liên hệ";
/// What the office adds without the document saying so.
pub(super) const OUTSIDE: &str = "ngoài văn bản";

static NO_DUTY: Both = Both {
    vi: "Không có chế độ báo cáo này.",
    en: "There is no such duty.",
};

pub(super) fn source(section: &str) -> Source {
    Source {
        section: section.to_owned(),
        quote: None,
    }
}

/// The form of a new duty. One that asks for a plan or a calendar asks what is planned; all others every figure, and what
/// was held.
pub(super) fn new(id: Id, name: &str, contact: &[Id]) -> Form {
    let folded = crate::text::fold(name);
    let is_calendar = !folded.contains("bao cao")
        && ["ke hoach", "lich", "dang ky"]
            .iter()
            .any(|word| folded.contains(word));
    let mut sections = Vec::new();
    if let (false, Ok(id)) = (contact.is_empty(), Id::new(CONTACT)) {
        let fields = contact.iter().cloned().map(|indicator| Field {
            indicator,
            required: false,
            evidence: false,
            only: None,
        });
        sections.push(Section {
            id,
            title: CONTACT_TITLE.to_owned(),
            hint: None,
            only: None,
            fields: fields.collect(),
            activities: None,
        });
    }
    let source = source(OUTSIDE);
    let mut form = Form {
        template: Template {
            id,
            sections,
            source,
        },
        all: !is_calendar,
    };
    list_activities(
        &mut form.template,
        if is_calendar { "planned" } else { "held" },
    );
    form
}

/// What the form asks of activities, by its name.
pub(super) fn activities_of(template: &Template) -> &'static str {
    let mut lists = template
        .sections
        .iter()
        .filter_map(|section| section.activities.as_ref());
    match lists.next().map(|list| list.within) {
        None => "none",
        Some(Span::Period) => "held",
        Some(Span::Plan) => "planned",
    }
}

/// Makes the form ask that of activities.
pub(super) fn list_activities(template: &mut Template, name: &str) {
    if activities_of(template) == name {
        return;
    }
    template.sections.retain_mut(|section| {
        let listed = section.activities.take().is_some();
        for field in &mut section.fields {
            field.evidence = false;
        }
        !listed || !section.fields.is_empty()
    });
    let (title, within) = match name {
        "held" => (HELD, Span::Period),
        "planned" => (PLANNED, Span::Plan),
        _ => return,
    };
    let part = |part| ActivityField {
        part,
        required: false,
    };
    let parts = [
        ActivityPart::Until,
        ActivityPart::Time,
        ActivityPart::Place,
        ActivityPart::Participants,
        ActivityPart::Links,
        ActivityPart::Note,
    ];
    let taken = |id: &str| template.sections.iter().any(|section| section.id == *id);
    let section = Section {
        id: ids::made(title, "hoat-dong", taken),
        title: title.to_owned(),
        hint: None,
        only: None,
        fields: Vec::new(),
        activities: Some(ActivityList {
            least: 0,
            parts: parts.into_iter().map(part).collect(),
            within,
            evidence: false,
        }),
    };
    // Before whom to call, which closes a form.
    let last = template.sections.len().saturating_sub(1);
    template.sections.insert(last, section);
}

/// The form as the plan has it: with every figure where it asks all, and none that the plan has not.
pub(super) fn built(made: &Composition, form: &Form) -> Template {
    let mut template = standing(made, form);
    // A section that asks nothing yet is nobody's to read.
    template
        .sections
        .retain(|section| !section.fields.is_empty() || section.activities.is_some());
    template
}

/// The form with the sections too that a person has begun and that ask nothing yet.
pub(super) fn standing(made: &Composition, form: &Form) -> Template {
    let mut template = form.template.clone();
    template.sections.retain_mut(|section| {
        let asked = section.fields.len();
        section
            .fields
            .retain(|field| made.figures().any(|one| one.id == field.indicator));
        // One whose figures are all gone goes with them.
        asked == 0 || !section.fields.is_empty() || section.activities.is_some()
    });
    if form.all {
        for indicator in made.figures().filter(|one| adds_up(one)) {
            let required = made.required.contains(&indicator.id);
            ask(made, &mut template, indicator, required);
        }
    }
    template
}

pub(super) fn adds_up(indicator: &Indicator) -> bool {
    !matches!(indicator.measure.roll_up(), RollUp::Never)
}

/// Asks a figure, under the heading below which it stands in the document.
pub(super) fn ask(
    made: &Composition,
    template: &mut Template,
    indicator: &Indicator,
    required: bool,
) {
    for section in &mut template.sections {
        let mut fields = section.fields.iter_mut();
        if let Some(field) = fields.find(|field| field.indicator == indicator.id) {
            field.required |= required;
            return;
        }
    }
    let field = Field {
        indicator: indicator.id.clone(),
        required,
        evidence: false,
        only: None,
    };
    let title = heading_of(made, indicator);
    let mut sections = template.sections.iter_mut();
    if let Some(section) = sections.find(|section| section.title == title) {
        section.fields.push(field);
        return;
    }
    let taken = |id: &str| template.sections.iter().any(|section| section.id == *id);
    let section = Section {
        id: ids::made(&title, "so-lieu", taken),
        title,
        hint: None,
        only: None,
        fields: vec![field],
        activities: None,
    };
    // Figures stand before the activities and whom to call.
    let mut sections = template.sections.iter();
    let before = |section: &Section| section.activities.is_some() || section.id == *CONTACT;
    let at = sections.position(before).unwrap_or(template.sections.len());
    template.sections.insert(at, section);
}

/// The nearest heading above it.
fn heading_of(made: &Composition, indicator: &Indicator) -> String {
    let Some(source) = &indicator.source else {
        return FIGURES.to_owned();
    };
    let mut best: Option<&super::Heading> = None;
    for heading in made.outline.iter() {
        let is_longer = best.is_none_or(|best| best.section.len() < heading.section.len());
        if !heading.section.is_empty() && source.section.starts_with(&heading.section) && is_longer
        {
            best = Some(heading);
        }
    }
    let title = best.map(|heading| heading.title.trim_end_matches([':', '.', ' ']).to_owned());
    // A heading of the office's own table is no number of a section.
    let of_table =
        source.quote.is_none() && source.section != OUTSIDE && source.section.contains(' ');
    let title = title.or_else(|| of_table.then(|| source.section.clone()));
    let title: String = title.unwrap_or_default().chars().take(120).collect();
    if title.is_empty() {
        FIGURES.to_owned()
    } else {
        title
    }
}

/// The form of a duty, where there is one.
pub(super) fn of_duty<'f>(made: &'f Composition, duty: &Duty) -> Option<&'f Form> {
    made.forms
        .iter()
        .find(|form| form.template.id == duty.template)
}

/// Says of one figure whether the duty asks it. From then on its form asks what it asks, and nothing by itself.
pub(super) fn set(
    made: &mut Composition,
    duty: &str,
    figure: &str,
    name: &str,
) -> super::cells::Set {
    chosen(ASKED, name).ok_or(&super::cells::NO_SUCH)?;
    let duty = super::state::row(&made.duties, duty).ok_or(&NO_DUTY)?;
    let id = duty.item.template.clone();
    let form = of_duty(made, &duty.item).ok_or(&NO_DUTY)?;
    let mut template = built(made, form);
    if name != "must" {
        Arc::make_mut(&mut made.required).retain(|id| id.as_str() != figure);
    }
    let indicator = super::state::row(&made.indicators, figure).map(|row| row.item.clone());
    let indicator = indicator.ok_or(&super::cells::NO_SUCH)?;
    for section in &mut template.sections {
        section
            .fields
            .retain(|field| field.indicator != indicator.id || name != "no");
        for field in &mut section.fields {
            if field.indicator == indicator.id {
                field.required = name == "must";
            }
        }
    }
    if name != "no" {
        ask(made, &mut template, &indicator, name == "must");
    }
    let forms = Arc::make_mut(&mut made.forms);
    if let Some(form) = forms.iter_mut().find(|form| form.template.id == id) {
        *form = Form {
            template,
            all: false,
        };
    }
    Ok(())
}

/// Says of a duty whether its form asks every figure, also those that are added later.
pub(super) fn set_all(made: &mut Composition, duty: &str, all: bool) -> super::cells::Set {
    let duty = super::state::row(&made.duties, duty).ok_or(&NO_DUTY)?;
    let id = duty.item.template.clone();
    let form = of_duty(made, &duty.item).ok_or(&NO_DUTY)?;
    let mut template = form.template.clone();
    if !all {
        // None of those that add up; what else the form asks stays.
        let sums = |field: &Field| {
            let mut figures = made.figures();
            figures.any(|one| one.id == field.indicator && adds_up(one))
        };
        template.sections.retain_mut(|section| {
            let asked = section.fields.len();
            section.fields.retain(|field| !sums(field));
            asked == 0 || !section.fields.is_empty() || section.activities.is_some()
        });
    }
    let forms = Arc::make_mut(&mut made.forms);
    if let Some(form) = forms.iter_mut().find(|form| form.template.id == id) {
        *form = Form { template, all };
    }
    Ok(())
}

/// The forms of the duties that are in the plan, in words.
pub(super) fn views(made: &Composition, lang: Lang) -> Vec<AskingView> {
    let duties = made.duties.iter().filter(|row| row.is_in());
    let view = |duty: &Duty| {
        let form = of_duty(made, duty)?;
        let template = built(made, form);
        let asked = |id: &Id| {
            let mut fields = template.sections.iter().flat_map(|section| &section.fields);
            match fields.find(|field| field.indicator == *id) {
                None => "no",
                Some(field) if field.required => "must",
                Some(_) => "may",
            }
        };
        let figures = made.figures().map(|one| (one, asked(&one.id)));
        let asks: Vec<(&Indicator, &str)> = figures.collect();
        Some(AskingView {
            duty: duty.id.as_str().to_owned(),
            name: duty.name.clone(),
            unit: made
                .units
                .iter()
                .find(|row| row.is_in() && duty.by.chooses(&row.item))
                .map(|row| row.item.id.as_str().to_owned()),
            all: form.all,
            count: asks.iter().filter(|(_, asked)| *asked != "no").count(),
            asks: asks
                .into_iter()
                .map(|(one, asked)| AskedView {
                    id: one.id.as_str().to_owned(),
                    label: one.label.clone(),
                    choices: named(ASKED, asked, lang),
                })
                .collect(),
        })
    };
    duties.filter_map(|row| view(&row.item)).collect()
}
