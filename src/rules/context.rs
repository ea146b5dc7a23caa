//! What the outside world knows, handed in.

use crate::calendar::Instant;
use crate::report::{Report, ReportActivity};

/// What a check knows besides the report.
#[derive(Clone, Copy, Debug, Default)]
pub struct Context<'a> {
    /// The moment at which the report is sent or typed; none where lateness is not asked.
    pub now: Option<Instant>,
    /// Earlier reports of the same unit under the same plan, older first. Others are passed over.
    pub earlier: &'a [Report],
    /// Activities of this unit that others have reported too, as far as somebody who knows has said so. The
    /// collector does not ask it on arrival: who comes second would be refused for what the first one did.
    pub claimed: &'a [AlsoClaimed],
    /// Whether this is the check before sending: warnings then need their line of explanation.
    pub sending: bool,
}

/// An activity of this unit that another has reported too (hoạt động trùng với đơn vị khác).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AlsoClaimed {
    /// What was asked about: title, days, place, and which of the plan's it is.
    pub activity: ReportActivity,
    /// The other unit's identity.
    pub unit: String,
    /// The other unit's name, as partners are entered.
    pub name: String,
}
