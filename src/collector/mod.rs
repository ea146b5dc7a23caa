//! The collector (nơi nhận báo cáo): an HTTP server with an embedded database that takes reports in,
//! checks them by the same rules as the form, and shows the office what has come.
//!
//! It believes nothing that it is told: the verdict of the device that sent a report is not even
//! sent along, and its own clock decides when a report came.
#![allow(
    clippy::disallowed_methods,
    reason = "the bans keep the core pure; this is where clock, files and database are"
)]

mod access;
mod answers;
mod apart;
mod asking;
mod below;
mod bodies;
mod body;
mod books;
mod catalogue;
mod claims;
mod clock;
mod decision;
mod files;
mod hosts;
mod import;
mod language;
mod layers;
mod office;
mod often;
mod openapi;
mod outdated;
mod plans;
mod problem;
mod progress;
mod publishing;
mod refusal;
mod reply;
mod reports;
mod rollups;
mod room;
mod router;
mod rows;
mod run;
mod server;
mod site;
mod state;
mod steps;
mod steps_back;
mod store;
mod submissions;
mod taking;
mod transfer;
mod trouble;
mod trouble_words;
mod turns;
mod unescaped;
mod views;

pub use access::{Access, Code, Identity, Jwt, JwtError, Peer, Refused, Role, Token};
pub use catalogue::{Catalogue, CatalogueError};
pub use clock::Clock;
pub use files::{
    Bucket, Copied, CopyError, Depot, DepotError, DepotPlace, Restoring, back_up, restore,
    sweep as sweep_files,
};
pub use hosts::{HostName, HostNameError};
pub use import::{Believed, Restored, import};
pub use layers::{Origin, OriginError};
pub use router::{Settings, router};
pub use run::{Ready, RunError, RunOptions, prepare};
pub use server::{Limits, asked_to_stop, serve};
pub use state::Collector;
pub use store::{Database, DatabaseError, NewKey, Store};
pub use transfer::{TransferError, export};
