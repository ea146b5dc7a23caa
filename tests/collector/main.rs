//! The collector as a portal and the office meet it: the real router, the real database, a clock that
//! the tests hold.
#![allow(
    clippy::disallowed_methods,
    reason = "the bans keep the core pure; these tests read and write files"
)]

/// Which engine the tests run on; `postgres.rs` runs the same on the other.
const ON_POSTGRES: bool = false;

mod access;
mod amends;
mod answers;
mod backup;
mod below;
mod browser;
mod bucket;
mod claims;
mod concurrency;
mod corrections;
mod demand;
mod description;
mod earlier;
mod fair;
mod files;
mod files_full;
mod files_gone;
mod files_hostile;
mod files_refused;
mod folder;
mod hostile;
mod import;
mod lists;
mod login;
#[path = "../support/moto.rs"]
mod moto;
mod moved;
mod office;
mod older;
mod plans;
mod points;
mod progress;
mod published;
mod refused;
mod remeasured;
mod room;
mod sending;
mod submissions;
mod support;
mod transfer;
mod tries;
mod unit_keys;
mod upgrade;
mod withdrawn;
