//! The plan as its units are told of it: which document it is, whose, for when, and whom to ask.

use crate::message;
use crate::plan::{Contact, Document, Plan};
use crate::schedule::Timeliness;
use crate::text::Lang;
use serde::Serialize;

/// What a unit is told of a plan.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct AboutView {
    /// The plan's title.
    pub title: String,
    /// Its theme.
    pub theme: Option<String>,
    /// The document, for example "Kế hoạch số 03-KH/ĐTN, ngày 20/2/2023"; none where the plan tells of none.
    pub document_text: Option<String>,
    /// The office that issues it.
    pub issuer: Option<String>,
    /// Its period in words.
    pub period_text: String,
    /// Its version.
    pub version: u32,
    /// That a report has no deadline, in words.
    pub no_deadline_text: &'static str,
    /// Offices and roles to ask. Never a person.
    pub contacts: Vec<ContactView>,
}

/// An office to ask.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ContactView {
    /// The office.
    pub office: String,
    /// What it is in charge of.
    pub charge: String,
    /// The office's own mailbox.
    pub email: Option<String>,
}

/// What a unit is told of `plan`.
#[must_use]
pub fn about(plan: &Plan, lang: Lang) -> AboutView {
    let document = plan.document.as_deref();
    let contact = |contact: &Contact| ContactView {
        office: contact.office.clone(),
        charge: contact.charge.clone(),
        email: contact.email.clone(),
    };
    AboutView {
        title: plan.title.clone(),
        theme: plan.theme.clone(),
        document_text: document.map(|document| document_text(document, lang)),
        issuer: document.map(|document| document.issuer.clone()),
        period_text: message::period(&plan.period, lang),
        version: plan.version,
        no_deadline_text: message::timeliness(Timeliness::NoDeadline, lang),
        contacts: document
            .map(|document| document.contacts.iter().map(contact).collect())
            .unwrap_or_default(),
    }
}

fn document_text(document: &Document, lang: Lang) -> String {
    let number = document.number.as_deref();
    message::document(&document.kind, number, document.issued, lang)
}
