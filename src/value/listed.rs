//! An answer that a plan lists for choosing.

use crate::read::{Id, record};
use serde::Serialize;

/// The most answers of one list: each is a bit of what a roll-up keeps of a report, and a line on a phone.
pub(crate) const MOST_LISTED: usize = 60;

/// An answer to choose (phương án trả lời).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListedAnswer {
    /// Its identity, by which reports give it.
    pub id: Id,
    /// What the form shows, for example "Trực tuyến".
    pub label: String,
}

record!(ListedAnswer { id, label; });
