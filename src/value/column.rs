//! A column of a table: what is asked of each row.

use super::Measure;
use crate::read::{Id, record};
use serde::Serialize;
use std::sync::Arc;

/// A column (cột) of a table: one thing that each row states. It is asked, read and held to its bounds as an indicator is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Column {
    /// Its identity within the table; the answers of a row are keyed by it.
    pub id: Id,
    /// What is asked, as the head of the column shows it: "Họ và tên", "Giá trị".
    pub label: String,
    /// A line that helps with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
    /// What kind of value answers it: any but a table, and a choice of one answer at most.
    pub measure: Arc<Measure>,
    /// Whether no row can be sent without it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub required: bool,
    /// The smallest value that can be; 0 where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(min = -crate::text::MAX_EXACT, max = crate::text::MAX_EXACT)))]
    pub least: Option<i64>,
    /// The largest value that can be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(min = -crate::text::MAX_EXACT, max = crate::text::MAX_EXACT)))]
    pub most: Option<i64>,
    /// The largest value that is plausible of one row; above it is a warning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(min = -crate::text::MAX_EXACT, max = crate::text::MAX_EXACT)))]
    pub plausible: Option<i64>,
    /// Whether a number that is none exactly is taken too.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub estimates: bool,
}

record!(Column { id, label, measure; hint, required, least, most, plausible, estimates });
