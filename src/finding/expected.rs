//! What a report's JSON should have held.

use serde::{Deserialize, Serialize};

/// The type of value that an indicator asks of a report's JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Expected {
    /// A whole number.
    Integer,
    /// `{"part": …, "whole": …}`, both whole numbers.
    Share,
    /// `true` or `false`.
    Boolean,
    /// Text.
    Text,
    /// Text such as "2023-03-26".
    Date,
    /// Text such as "07:30".
    Time,
    /// Text such as "+84912345678".
    Phone,
    /// Text such as "quandoan@example.com", its domain in small letters and nothing around it.
    Email,
    /// Text such as `https://example.com/tin-tuc`, scheme and host in small letters and nothing around it.
    Link,
    /// The identity of an answer that the plan lists, or a list of such.
    Listed,
    /// A list of files, each with its hash, name, bytes and kind.
    Files,
    /// A list of rows, each an object with its answers by column.
    Rows,
}
