//! Where files are kept: a folder, or a bucket.

use super::super::store::Database;
use super::bucket::{Bucket, SCHEME};
use super::depot_error::DepotError;
use object_store::ObjectStore;
use object_store::local::LocalFileSystem;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Where files are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DepotPlace {
    /// A folder; made where there is none.
    Folder(PathBuf),
    /// A bucket, which must be there.
    Bucket(Bucket),
}

impl fmt::Display for DepotPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Folder(folder) => folder.display().fmt(f),
            Self::Bucket(bucket) => bucket.fmt(f),
        }
    }
}

impl std::str::FromStr for DepotPlace {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if let Some(bucket) = text.strip_prefix(SCHEME) {
            return Bucket::named(bucket).map(Self::Bucket);
        }
        if text.is_empty() || text.contains("://") {
            return Err("files are kept in a folder, or in a bucket: s3://NAME/PREFIX".to_owned());
        }
        Ok(Self::Folder(text.into()))
    }
}

impl DepotPlace {
    /// Where files are kept when nobody says where: a folder beside the database's file and named after it, `phieu.files`
    /// where the database is a server.
    #[must_use]
    pub fn of(database: &Database) -> Self {
        match database.file() {
            Some(file) => Self::beside(file),
            None => Self::Folder(PathBuf::from("phieu.files")),
        }
    }

    /// The folder beside a database's file, named after it.
    #[must_use]
    pub fn beside(file: &Path) -> Self {
        Self::Folder(file.with_extension("files"))
    }

    /// Whether there is such a place.
    #[must_use]
    pub(super) fn is_there(&self) -> bool {
        match self {
            Self::Folder(folder) => folder.is_dir(),
            Self::Bucket(_) => true,
        }
    }

    /// Whether it is the same place as another, whatever it is called.
    #[must_use]
    pub(super) fn is(&self, other: &Self) -> bool {
        let (Self::Folder(one), Self::Folder(another)) = (self, other) else {
            return self == other;
        };
        match (one.canonicalize(), another.canonicalize()) {
            (Ok(one), Ok(another)) => one == another,
            _ => self == other,
        }
    }

    /// Whether it is on another machine, which may be there or not.
    #[must_use]
    pub(super) fn is_elsewhere(&self) -> bool {
        matches!(self, Self::Bucket(_))
    }

    /// Opens it; a folder is made where there is none.
    ///
    /// # Errors
    /// It cannot be made.
    pub(super) fn open(&self) -> Result<Arc<dyn ObjectStore>, DepotError> {
        match self {
            Self::Folder(folder) => {
                make_private(folder).map_err(|error| {
                    DepotError::from(object_store::Error::Generic {
                        store: "folder",
                        source: Box::new(error),
                    })
                })?;
                // A receipt is proof, also of what it names.
                let files = LocalFileSystem::new_with_prefix(folder)?.with_fsync(true);
                Ok(Arc::new(files))
            }
            Self::Bucket(bucket) => bucket.open(),
        }
    }

    /// The same, with the file in which the keys of a bucket stand; a folder has none.
    #[must_use]
    pub fn with_keys(mut self, keys: Option<PathBuf>) -> Self {
        if let Self::Bucket(bucket) = &mut self {
            bucket.keys = keys;
        }
        self
    }

    /// What of it lies on this machine: the folder, or the file of its keys.
    #[must_use]
    pub(in super::super) fn on_disk(&self) -> Option<&Path> {
        match self {
            Self::Folder(folder) => Some(folder),
            Self::Bucket(bucket) => bucket.keys.as_deref(),
        }
    }

    /// How many pieces are read ahead of the one that is looked at: from elsewhere each takes its time.
    #[must_use]
    pub(super) fn ahead(&self) -> usize {
        match self {
            Self::Folder(_) => 1,
            Self::Bucket(_) => 4,
        }
    }
}

/// Makes a folder that only its owner can read: what is in it are people's documents.
fn make_private(folder: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}
