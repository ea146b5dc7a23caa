//! Why a warning does not hold this time.

use super::bounds::MAX_EXPLANATION;
use super::members::{Words, members};
use crate::finding::{Finding, Path};
use crate::text::is_blank;

members! {
    /// A line of explanation (giải trình) for a warning; it travels with the report.
    #[cfg_attr(feature = "schema", schemars(rename = "Explanation"))]
    pub struct Explanation<T: Words = String> {
        must {
            /// Where the warning stands.
            path: Path,
            /// The warning's code.
            code: T,
            /// Why it is right all the same, in the unit's words.
            text: T [text MAX_EXPLANATION],
        }
        may {}
    }
}

impl<T: Words> Explanation<T> {
    /// Whether it explains `finding`: same place, same code, and some words.
    #[must_use]
    pub fn explains(&self, finding: &Finding) -> bool {
        self.answers(&finding.path, finding.code())
    }

    /// The same of a finding of that code at that place.
    #[must_use]
    pub fn answers(&self, path: &Path, code: &str) -> bool {
        self.code.words() == code && self.path == *path && !is_blank(self.text.words())
    }
}
