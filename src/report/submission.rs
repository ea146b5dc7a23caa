//! A report on its way.

use super::shape::shape;
use super::{FORMAT, Report};
use crate::calendar::Instant;
use crate::encoding::is_uuid;
use crate::finding::Finding;
use crate::read::object;
use serde::{Deserialize, Serialize, Serializer};
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
    /// The submission of this duty, unit and period from which the report was made, `null` for a first
    /// one: another that came meanwhile is then not replaced unseen. Left out, it replaces whatever stands.
    #[serde(default, skip_serializing_if = "Amends::is_unsaid")]
    #[validate(custom(function = "amends"))]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub amends: Amends,
    /// The report.
    pub report: Report,
}

object!(Submission);

/// From which submission a report was made. Three things in JSON: no member, `null`, a UUID.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "Option<String>")]
pub enum Amends {
    /// Nobody said.
    #[default]
    Unsaid,
    /// From none: it is a first one.
    Nothing,
    /// From the submission of this id.
    Submission(String),
}

impl Amends {
    /// Whether the report was made from what stands: the submission of that id, or none.
    #[must_use]
    pub fn fits(&self, standing: Option<&str>) -> bool {
        match (self, standing) {
            (Self::Nothing, Some(_)) => false,
            (Self::Submission(id), Some(standing)) => id.eq_ignore_ascii_case(standing),
            // Where nothing stands nothing is replaced.
            (Self::Unsaid, _) | (_, None) => true,
        }
    }

    fn is_unsaid(&self) -> bool {
        *self == Self::Unsaid
    }
}

impl From<Option<String>> for Amends {
    fn from(id: Option<String>) -> Self {
        id.map_or(Self::Nothing, Self::Submission)
    }
}

impl Serialize for Amends {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Submission(id) => serializer.serialize_some(id),
            Self::Nothing | Self::Unsaid => serializer.serialize_none(),
        }
    }
}

impl Submission {
    /// Reads a submission from its JSON.
    ///
    /// # Errors
    /// One `report.malformed` with line and column, as for [`Report::parse`].
    pub fn parse(json: &[u8]) -> Result<Self, Finding> {
        serde_json::from_slice(json).map_err(|error| super::shape::malformed(&error))
    }

    /// What is wrong with the envelope: another format, an id or `amends` that is no UUID. The
    /// report inside is checked by the rules.
    #[must_use]
    pub fn problems(&self) -> Vec<Finding> {
        shape(self)
    }
}

fn uuid(id: &str) -> Result<(), ValidationError> {
    if is_uuid(id) {
        Ok(())
    } else {
        Err(ValidationError::new("submission.id"))
    }
}

fn amends(amends: &Amends) -> Result<(), ValidationError> {
    match amends {
        Amends::Submission(id) if !is_uuid(id) => Err(ValidationError::new("submission.amends")),
        _ => Ok(()),
    }
}
