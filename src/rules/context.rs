//! What the outside world knows, handed in.

use crate::calendar::Instant;
use crate::report::Report;

/// What a check knows besides the report.
#[derive(Clone, Copy, Debug, Default)]
pub struct Context<'a> {
    /// The moment at which the report is sent or typed; none where lateness is not asked.
    pub now: Option<Instant>,
    /// Earlier reports of the same unit under the same plan, older first. Others are passed over.
    pub earlier: &'a [Report],
    /// Whether this is the check before sending: warnings then need their line of explanation.
    pub sending: bool,
}
