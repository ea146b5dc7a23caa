//! Why files cannot be kept or read, in words for whoever runs the collector.

use std::fmt;

/// The object by which a place is known to be that of a database.
pub(super) const MARK: &str = "phieu.mark";

/// Why files cannot be kept or read.
#[derive(Debug)]
pub enum DepotError {
    /// The database says which folder holds its files, and this is not it.
    Foreign {
        /// Where it was looked for.
        place: String,
        /// What the mark would have to be.
        mark: Option<String>,
    },
    /// A copy was to be laid where something else lies.
    Taken(String),
    /// There is no room.
    NoRoom(object_store::Error),
    /// It cannot be reached, or fails.
    Fails(object_store::Error),
    /// The database fails.
    Database(sqlx::Error),
}

impl fmt::Display for DepotError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Foreign {
                place,
                mark: Some(mark),
            } => write!(
                f,
                "{place} does not hold the files of this database; name with --files the folder that all collectors of this database share. Where this is it, because it was moved or copied, write the line {mark} into {place}/{MARK}"
            ),
            Self::Foreign { place, mark: None } => write!(
                f,
                "{place} holds the files of another database; name another folder with --files"
            ),
            Self::Taken(place) => write!(
                f,
                "{place} holds something else already, not the files of this database; move it away, or name another place"
            ),
            Self::NoRoom(error) => write!(f, "there is no room for files: {error}"),
            Self::Fails(error) => write!(f, "files cannot be kept or read: {error}"),
            Self::Database(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for DepotError {}

impl From<sqlx::Error> for DepotError {
    fn from(error: sqlx::Error) -> Self {
        Self::Database(error)
    }
}

impl From<object_store::Error> for DepotError {
    fn from(error: object_store::Error) -> Self {
        if is_full(&error) {
            Self::NoRoom(error)
        } else {
            Self::Fails(error)
        }
    }
}

/// Whether something failed because a disk is full, or takes nothing.
fn is_full(error: &(dyn std::error::Error + 'static)) -> bool {
    use std::io::ErrorKind::{FileTooLarge, QuotaExceeded, ReadOnlyFilesystem, StorageFull};
    let mut at = Some(error);
    while let Some(error) = at {
        let io = error.downcast_ref::<std::io::Error>();
        if io.is_some_and(|io| {
            matches!(
                io.kind(),
                StorageFull | QuotaExceeded | ReadOnlyFilesystem | FileTooLarge
            )
        }) {
            return true;
        }
        at = error.source();
    }
    false
}
