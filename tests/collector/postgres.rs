//! The tests of `main.rs` once more, on a real PostgreSQL.
#![allow(
    clippy::disallowed_methods,
    reason = "the bans keep the core pure; these tests read and write files"
)]

/// Which engine the tests run on.
const ON_POSTGRES: bool = true;

mod access;
mod amends;
mod answers;
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
#[path = "../support/moto.rs"]
mod moto;
mod moved;
mod office;
mod older;
mod outage;
mod plans;
mod points;
mod progress;
mod published;
mod refused;
mod remeasured;
mod sending;
mod submissions;
mod support;
mod transfer;
mod tries;
mod unit_keys;
mod upgrade;
mod withdrawn;
