//! Activities that two units both claim ("tránh trùng lặp"): how alike two titles are, whether two places are one, and
//! which claims are one activity. A claim comes from any report; who reads the reports is not known here.

mod claim;
mod duplicate;
mod likeness;
mod venue;

pub(crate) use claim::Claim;
pub use duplicate::{Claimed, Duplicate};
pub(crate) use duplicate::{Claims, also_claimed};
