//! Phiếu turns an issued plan into the reports that it asks for: who owes which report, for which
//! period, by which hour, with which figures, against which target; and it checks them as they are typed.
//!
//! The modules stand on floors, which `ARCHITECTURE.md` lists; each uses only what stands below its own.
//!
//! All of it but the collector is pure: no clock, I/O, locale, randomness or thread. What the outside world knows
//! (the moment, what was sent before) is passed in.
#![forbid(unsafe_code)]
#![deny(missing_docs)]

pub mod calendar;
#[cfg(any(feature = "cli", feature = "collector"))]
pub mod calling;
mod claims;
#[cfg(feature = "collector")]
pub mod collector;
#[cfg(feature = "reading")]
pub mod compose;
pub mod encoding;
pub mod finding;
pub mod form;
pub mod lint;
pub mod message;
pub mod office;
mod order;
pub mod plan;
pub mod progress;
pub mod punctuality;
pub mod read;
#[cfg(feature = "reading")]
pub mod reading;
pub mod report;
pub mod rollup;
pub mod rules;
#[cfg(feature = "sample")]
pub mod sample;
pub mod schedule;
#[cfg(feature = "schema")]
pub mod schema;
#[cfg(feature = "reading")]
pub mod sheet;
pub mod text;
pub mod value;
