//! The collector (nơi nhận báo cáo): an HTTP server with an embedded database that takes reports in,
//! checks them by the same rules as the form, and shows the office what has come.
//!
//! It believes nothing that it is told: the verdict of the device that sent a report is not even
//! sent along, and its own clock decides when a report came.
#![allow(
    clippy::disallowed_methods,
    reason = "the bans keep the core pure; this is where clock, files and database are"
)]

mod catalogue;
mod clock;
mod hex;
mod in_words;
mod language;
mod layers;
mod office;
mod openapi;
mod overview;
mod plans;
mod problem;
mod reply;
mod router;
mod run;
mod server;
mod site;
mod state;
mod store;
mod submissions;
mod token;
mod trouble;
mod trouble_words;

pub use catalogue::{Catalogue, CatalogueError};
pub use clock::Clock;
pub use layers::{Origin, OriginError};
pub use router::{Settings, router};
pub use run::{Ready, RunError, RunOptions, prepare};
pub use server::{asked_to_stop, serve};
pub use state::Collector;
pub use store::Store;
pub use token::Token;
