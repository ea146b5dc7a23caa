//! Where in the issued document a statement stands.

use super::Id;
use crate::read::record;
use serde::Serialize;

/// The place (xuất xứ) of a target, duty, activity or other item in the issued document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Source {
    /// The section as the document numbers it, for example `III.1(5)` or `V.4.2`; "ngoài văn bản"
    /// for what the office added without the document saying so.
    pub section: String,
    /// The words of the document, as published, mistakes included. A plan made light for the form
    /// by `phieu publish` leaves them out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote: Option<String>,
}

/// A line of the document that Phiếu keeps but does not compute with: a purpose, a requirement,
/// a task, a slogan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Statement {
    /// The identity, where something refers to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Id>,
    /// What it says, in the document's words or shorter.
    pub text: String,
    /// Where it stands.
    pub source: Source,
}

record!(Source { section; quote });
record!(Statement { text, source; id });
