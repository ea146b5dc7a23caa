//! Where a number of a plan may lie besides what its type holds, so that one that cannot be read is told so at once.
//!
//! Verification has these bounds for numbers that were read; the tests of the schema hold both together.

use crate::plan::{Alternatives, OnDemand, RelativeDeadline, Scoring};
use crate::text::{MAX_DECIMALS, MAX_TEXT};
use crate::value::{MOST_DAYS, MOST_FILES, MOST_MEGABYTES, MOST_ROWS};

/// The last members of its place, and its bounds.
const BOUNDED: &[(&str, i64, i64)] = &[
    ("/version", 1, u32::MAX as i64),
    ("/quantity/decimals", 0, MAX_DECIMALS as i64),
    ("/text/max", 1, MAX_TEXT as i64),
    ("/file/most", 1, MOST_FILES),
    ("/file/megabytes", 1, MOST_MEGABYTES),
    ("/file/keepDays", 1, MOST_DAYS),
    ("/table/least", 0, MOST_ROWS as i64),
    ("/table/most", 1, MOST_ROWS as i64),
    ("/alternatives/least", 1, Alternatives::MOST as i64),
    ("/onDemand/hoursAfter", 1, OnDemand::HOURS as i64),
    ("/onDemand/most", 1, OnDemand::MOST as i64),
    ("/recurring/skipMonths", 1, 12),
    (
        "/deadline/workingDaysAfter",
        -(RelativeDeadline::WORKING_DAYS as i64),
        RelativeDeadline::WORKING_DAYS as i64,
    ),
    ("/scorings/decimals", 0, Scoring::PLACES as i64),
];

/// The bounds of the number at that place of a plan, where it has some of its own.
pub(super) fn bounds(pointer: &str) -> Option<(i64, i64)> {
    let members = pointer.split('/').skip(1);
    // Which of a list it is says nothing.
    let members = members.filter(|member| !member.starts_with(|c: char| c.is_ascii_digit()));
    let place: String = members.flat_map(|member| ["/", member]).collect();
    let mut known = BOUNDED.iter();
    let (_, least, most) = known.find(|(tail, ..)| place.ends_with(tail))?;
    Some((*least, *most))
}
