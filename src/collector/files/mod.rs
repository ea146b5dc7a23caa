//! Files of reports: they come in pieces, wait in a folder, and go out whole. A report names them by their
//! hashes; the database knows of them, and none of their bytes.
//!
//! No file is held in memory: what is read, looked at or handed out at a time is a piece.

mod archive;
mod depot;
mod inspect;
mod jpeg;
mod known;
mod moving;
mod office;
mod pdf;
mod piece;
mod pieces;
mod serving;
mod sweep;
mod taking;
mod trouble;

pub use depot::{Depot, DepotError, DepotPlace};
pub use office::{delete, list};
pub use serving::{Sandboxed, download};
pub use sweep::sweep;
pub use taking::{put, state};
pub use trouble::FileTrouble;

pub(super) use known::missing;
pub(super) use moving::{DepotLine, FileLine, put_depot, put_file};
