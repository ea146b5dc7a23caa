//! The issued document as a document: header, legal bases, purposes, organisation, recipients.

use super::{Source, Statement};
use crate::calendar::Date;
use crate::read::record;
use serde::Serialize;

/// What the document holds besides what is computed with. The form does not need it; the office,
/// the lint and the official report do.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Document {
    /// What it calls itself: "Kế hoạch", "Chương trình", "Chương trình hành động".
    pub kind: String,
    /// The office above the issuer, as the header names it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub superior: Option<String>,
    /// The office that issues it.
    pub issuer: String,
    /// Its number and sign, for example "03-Ctr/ĐTN-TC.KT".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Where it is issued.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// The day on which it is issued.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issued: Option<Date>,
    /// For whom it is signed, for example "TM. Ban Thường vụ Quận Đoàn".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signed_for: Option<String>,
    /// The signer's role, for example "Bí thư". Never a name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signer_role: Option<String>,
    /// Its headings (đề mục) in order: the number as `source.section`, for example `B.II` or `4.1`, the
    /// number as printed included where it is a mistake, and the heading as `text`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub headings: Vec<Statement>,
    /// What it is founded on (căn cứ).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub bases: Vec<Citation>,
    /// Purposes (mục đích).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub purposes: Vec<Statement>,
    /// Requirements (yêu cầu).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub requirements: Vec<Statement>,
    /// Tasks (nhiệm vụ, giải pháp, phân công) that set no figure.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tasks: Vec<Statement>,
    /// Slogans that look like targets ("10.000 bước chân mỗi ngày") and are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub slogans: Vec<Statement>,
    /// Offices and roles to ask (thông tin liên hệ). Never a person's name or phone number.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub contacts: Vec<Contact>,
    /// Who receives it (nơi nhận).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub recipients: Vec<String>,
}

/// Another document that this one cites.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Citation {
    /// Its number and sign, where it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Its date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// Who issued it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer: Option<String>,
    /// What it is about.
    pub about: String,
    /// Where it is cited.
    pub source: Source,
}

/// An office or role to ask.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Contact {
    /// The office.
    pub office: String,
    /// What it is in charge of.
    pub charge: String,
    /// The office's own mailbox.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
}

record!(Document {
    ;
    kind, superior, issuer, number, place, issued, signed_for, signer_role, headings, bases,
    purposes, requirements, tasks, slogans, contacts, recipients
});
record!(Citation { about, source; number, date, issuer });
record!(Contact { office, charge; email });
