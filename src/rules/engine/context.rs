//! What the outside world knows, handed in.

use super::past::Past;
use super::told::Told;
use crate::calendar::Instant;
use crate::report::ReportActivity;

/// What a check knows besides the report.
#[derive(Clone, Copy, Debug, Default)]
pub struct Context<'a> {
    /// The moment at which the report is sent or typed; none where lateness is not asked.
    pub now: Option<Instant>,
    /// All that is known to have been reported by the unit. What of it is earlier, the rules say.
    pub earlier: &'a Past,
    /// Activities of this unit that others have reported too, as far as somebody who knows has said so. The
    /// collector does not ask it on arrival: who comes second would be refused for what the first one did.
    pub claimed: &'a [AlsoClaimed],
    /// What the receiving side told of this very report and the rules may not know; only a form knows it.
    pub told: &'a [Told],
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
