//! How an occasion stands at a moment.

use super::{Occasion, is_late};
use crate::calendar::{Instant, Period};
use crate::plan::Id;
use crate::read::{object, record, words};
use serde::{Deserialize, Serialize};

const SECONDS_PER_HOUR: i64 = 3_600;

/// What is known of a report that a unit has sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(!remote))]
#[serde(rename_all = "camelCase", deny_unknown_fields, remote = "Self")]
pub struct Sent {
    /// The duty it answers.
    pub duty: Id,
    /// The period it covers.
    pub period: Period,
    /// When it arrived.
    pub received_at: Instant,
    /// What the office has done with it.
    #[serde(default)]
    pub status: Status,
}

object!(Sent);

/// What the office has done with a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Status {
    /// It has arrived (đã nhận).
    #[default]
    Received,
    /// It was given back to be mended (trả lại).
    Returned,
    /// It was taken as it is (đã duyệt).
    Accepted,
}

/// How an occasion stands (tình trạng).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum State {
    /// It cannot be sent yet (chưa mở).
    NotYetOpen,
    /// It can be sent (đang mở).
    Open,
    /// It can be sent, and the deadline is near (sắp đến hạn).
    DueSoon,
    /// The deadline has passed and nothing was sent (trễ hạn).
    Late,
    /// It was sent in time, or there is no deadline (đã gửi).
    Sent,
    /// It was sent after the deadline (đã gửi trễ).
    SentLate,
    /// The office gave it back (trả lại).
    Returned,
    /// The office took it (đã duyệt).
    Accepted,
    /// It need not be sent (được miễn): the plan waives it, or the unit owes it no more.
    Waived,
}

/// The state of `occasion` at `now`, given the latest report sent for it.
///
/// A deadline's cutoff is the first instant that is too late. Without a deadline an occasion is open
/// from its opening on and never late. A report that was sent counts even where it was waived.
#[must_use]
pub fn state(occasion: &Occasion, due_soon_hours: u16, sent: Option<&Sent>, now: Instant) -> State {
    if let Some(sent) = sent {
        return match sent.status {
            Status::Returned => State::Returned,
            Status::Accepted => State::Accepted,
            Status::Received if is_late(occasion.cutoff, sent.received_at) => State::SentLate,
            Status::Received => State::Sent,
        };
    }
    if occasion.waived.is_some() || occasion.released.is_some_and(|from| now >= from) {
        return State::Waived;
    }
    let remaining = occasion.cutoff.map(|cutoff| now.seconds_until(cutoff));
    let soon = i64::from(due_soon_hours) * SECONDS_PER_HOUR;
    match remaining {
        _ if is_late(occasion.cutoff, now) => State::Late,
        _ if now < occasion.opens => State::NotYetOpen,
        Some(seconds) if seconds <= soon => State::DueSoon,
        _ => State::Open,
    }
}

record!(Sent { duty, period, received_at; status });
words!(Status {
    Received,
    Returned,
    Accepted
});
