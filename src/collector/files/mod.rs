//! Files of reports: they come in pieces, wait in a folder or a bucket, and go out whole. A report names them by their
//! hashes; the database knows of them, and none of their bytes.
//!
//! No file is held in memory: what is read, looked at or handed out at a time is a piece.

mod ahead;
mod archive;
mod bucket;
mod calling;
mod copying;
mod depot;
mod depot_error;
mod inspect;
mod jpeg;
mod known;
mod moving;
mod office;
mod pdf;
mod piece;
mod pieces;
mod place;
mod serving;
mod sweep;
mod taking;
mod trouble;

pub use bucket::Bucket;
pub use copying::{Copied, CopyError, Restoring, back_up, restore};
pub use depot::Depot;
pub use depot_error::DepotError;
pub use office::{delete, list};
pub use place::DepotPlace;
pub use serving::{Sandboxed, download};
pub use sweep::sweep;
pub use taking::{put, state};
pub use trouble::FileTrouble;

pub(super) use known::missing;
pub(super) use moving::{DepotLine, FileLine, put_depot, put_file};
