//! A report on its way.

use super::shape::shape;
use super::{FORMAT, Report};
use crate::calendar::Instant;
use crate::finding::Finding;
use crate::read::object;
use serde::{Deserialize, Serialize};
use validator::{Validate, ValidationError};

/// A submission (bản gửi): a report with an id made on the device, so that sending it twice counts once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase", deny_unknown_fields, remote = "Self")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(!remote))]
pub struct Submission {
    /// The version of the JSON format: [`FORMAT`].
    #[validate(range(min = FORMAT, max = FORMAT, code = "report.format"))]
    pub format: u32,
    /// A UUID, made when "send" was pressed.
    #[validate(custom(function = "uuid"))]
    pub id: String,
    /// When "send" was pressed, by the device's clock.
    pub prepared_at: Instant,
    /// The report.
    pub report: Report,
}

object!(Submission);

impl Submission {
    /// Reads a submission from its JSON.
    ///
    /// # Errors
    /// One `report.malformed` with line and column, as for [`Report::parse`].
    pub fn parse(json: &[u8]) -> Result<Self, Finding> {
        serde_json::from_slice(json).map_err(|error| super::shape::malformed(&error))
    }

    /// What is wrong with the envelope: another format, an id that is no UUID. The report inside is
    /// checked by the rules.
    #[must_use]
    pub fn problems(&self) -> Vec<Finding> {
        shape(self)
    }
}

/// Whether `id` is a UUID (RFC 9562) in its usual form, 8-4-4-4-12 hexadecimal digits.
pub(crate) fn is_uuid(id: &str) -> bool {
    id.len() == 36
        && id.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

fn uuid(id: &str) -> Result<(), ValidationError> {
    if is_uuid(id) {
        Ok(())
    } else {
        Err(ValidationError::new("submission.id"))
    }
}
