//! Why a warning does not hold this time.

use super::bounds::MAX_EXPLANATION;
use crate::finding::{Finding, Path};
use crate::read::{object, record};
use crate::text::is_blank;
use serde::{Deserialize, Serialize};
use validator::Validate;

/// A line of explanation (giải trình) for a warning; it travels with the report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase", deny_unknown_fields, remote = "Self")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(!remote))]
pub struct Explanation {
    /// Where the warning stands.
    pub path: Path,
    /// The warning's code.
    pub code: String,
    /// Why it is right all the same, in the unit's words.
    #[validate(length(max = MAX_EXPLANATION))]
    pub text: String,
}

object!(Explanation);

impl Explanation {
    /// Whether it explains `finding`: same place, same code, and some words.
    #[must_use]
    pub fn explains(&self, finding: &Finding) -> bool {
        self.answers(&finding.path, finding.code())
    }

    /// The same of a finding of that code at that place.
    #[must_use]
    pub fn answers(&self, path: &Path, code: &str) -> bool {
        self.code == code && self.path == *path && !is_blank(&self.text)
    }
}

record!(Explanation { path, code, text; });
