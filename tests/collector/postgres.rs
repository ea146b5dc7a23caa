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
mod browser;
mod claims;
mod concurrency;
mod corrections;
mod description;
mod earlier;
mod fair;
mod folder;
mod hostile;
mod import;
mod moved;
mod office;
mod older;
mod outage;
mod plans;
mod points;
mod progress;
mod published;
mod refused;
mod submissions;
mod support;
mod transfer;
mod tries;
mod upgrade;
mod withdrawn;
