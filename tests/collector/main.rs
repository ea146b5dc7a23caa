//! The collector as a portal and the office meet it: the real router, the real database, a clock that
//! the tests hold.
#![allow(
    clippy::disallowed_methods,
    reason = "the bans keep the core pure; these tests read and write files"
)]

mod answers;
mod browser;
mod concurrency;
mod office;
mod plans;
mod submissions;
mod support;
