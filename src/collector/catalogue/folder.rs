//! The folder of the plans, looked at again and again: what has not changed is not read again, and a file that is broken
//! or half written leaves what it held before.

use super::edition::Edition;
use super::wrong::Wrong;
use crate::encoding::digest;
use std::collections::BTreeMap;
use std::fs::Metadata;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, TryLockError};
use std::time::{Duration, SystemTime};

/// For how long a file that was just written is read again: within the same tick of its file system's clock it can
/// be written once more and look the same.
const SETTLED: Duration = Duration::from_secs(2);

/// The folder as it was last seen.
#[derive(Clone, Debug)]
pub(super) struct Folder {
    path: PathBuf,
    /// Held by whoever looks. A file system that hangs holds up one thread, and not one more with each look.
    looking: Arc<Mutex<()>>,
    pub(super) files: BTreeMap<PathBuf, Found>,
}

/// A file as it was last seen.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// By what it is known not to have changed; none where it is read again whatever it looks like.
    mark: Option<Mark>,
    /// The hash of what it held.
    hash: String,
    /// The last plan that it held.
    pub(super) edition: Option<Arc<Edition>>,
    /// Why it holds none now.
    pub(super) wrong: Option<Arc<Wrong>>,
    /// Whether it was not there. A program that replaces a file may take it away for a moment: what is gone twice is gone.
    was_missed: bool,
}

/// What a look at a folder brought.
#[derive(Debug)]
pub(super) struct Seen {
    pub(super) folder: Folder,
    /// How many files were read.
    pub(super) read: usize,
}

/// What a file's metadata tells of its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Mark {
    modified: Option<SystemTime>,
    length: u64,
    /// When anything of it was changed, and which file it is: what a copy that keeps the hour does not keep.
    #[cfg(unix)]
    inode: (i64, i64, u64),
}

impl Mark {
    fn of(metadata: &Metadata) -> Self {
        Self {
            modified: metadata.modified().ok(),
            length: metadata.len(),
            #[cfg(unix)]
            inode: {
                use std::os::unix::fs::MetadataExt;
                (metadata.ctime(), metadata.ctime_nsec(), metadata.ino())
            },
        }
    }

    /// Itself, where the file was not written just now.
    fn settled(self, now: SystemTime) -> Option<Self> {
        let modified = self.modified?;
        let apart = now.duration_since(modified);
        let apart = apart.unwrap_or_else(|ahead| ahead.duration());
        (apart >= SETTLED).then_some(self)
    }
}

impl Folder {
    /// A folder at which nobody has looked yet.
    pub(super) fn new(path: &Path) -> Self {
        Self {
            path: path.to_owned(),
            looking: Arc::default(),
            files: BTreeMap::new(),
        }
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// The highest version of a plan that its files have.
    pub(super) fn highest(&self, plan: &str) -> Option<u32> {
        let editions = self.files.values().filter_map(|one| one.edition.as_ref());
        let keys = editions.map(|edition| edition.key());
        keys.filter_map(|(id, version)| (id == plan).then_some(version))
            .max()
    }

    /// Looks at the folder again; reads what has changed.
    ///
    /// # Errors
    /// The folder itself cannot be read, or somebody still looks.
    pub(super) fn looked_at(&self) -> io::Result<Seen> {
        let _turn = match self.looking.try_lock() {
            Ok(turn) => turn,
            Err(TryLockError::Poisoned(turn)) => turn.into_inner(),
            Err(TryLockError::WouldBlock) => {
                let said = "it is still being read";
                return Err(io::Error::new(io::ErrorKind::WouldBlock, said));
            }
        };
        let now = SystemTime::now();
        let mut files = BTreeMap::new();
        let mut read = 0;
        for path in json_files(&self.path)? {
            let old = self.files.get(&path);
            // One that is taken away in this very moment is missed below.
            let Ok(metadata) = std::fs::metadata(&path) else {
                continue;
            };
            let mark = Mark::of(&metadata);
            let same = old.filter(|old| old.mark == Some(mark));
            let found = if let Some(old) = same {
                Found {
                    was_missed: false,
                    ..old.clone()
                }
            } else {
                read += 1;
                Found::read(&path, mark.settled(now), old)
            };
            files.insert(path, found);
        }
        for (path, old) in &self.files {
            if !old.was_missed && !files.contains_key(path) {
                let missed = Found {
                    was_missed: true,
                    mark: None,
                    ..old.clone()
                };
                files.insert(path.clone(), missed);
            }
        }
        let folder = Self {
            path: self.path.clone(),
            looking: Arc::clone(&self.looking),
            files,
        };
        Ok(Seen { folder, read })
    }

    /// Whether another look found all as it was.
    pub(super) fn is_as(&self, other: &Self) -> bool {
        let same = |(one, other): ((&PathBuf, &Found), (&PathBuf, &Found))| {
            one.0 == other.0 && one.1.is_as(other.1)
        };
        self.files.len() == other.files.len() && self.files.iter().zip(&other.files).all(same)
    }
}

impl Found {
    fn read(path: &Path, mark: Option<Mark>, old: Option<&Self>) -> Self {
        let held = old.and_then(|old| old.edition.clone());
        let not_read = |mark, hash: String, why| Self {
            mark,
            hash,
            edition: held.clone(),
            wrong: Some(Arc::new(why)),
            was_missed: false,
        };
        let bytes = match std::fs::read(path) {
            Ok(bytes) => bytes,
            Err(error) => {
                let why = Wrong::Unreadable(error.to_string());
                return not_read(None, String::new(), why);
            }
        };
        let hash = digest(&bytes);
        if let Some(old) = old.filter(|old| old.hash == hash) {
            return Self {
                mark,
                was_missed: false,
                ..old.clone()
            };
        }
        let Ok(text) = String::from_utf8(bytes) else {
            return not_read(mark, hash, Wrong::NotUtf8);
        };
        let (edition, wrong) = match Edition::new(&text) {
            Ok(edition) => (Some(Arc::new(edition)), None),
            Err(errors) => (held, Some(Arc::new(Wrong::NoPlan(errors)))),
        };
        Self {
            mark,
            hash,
            edition,
            wrong,
            was_missed: false,
        }
    }

    fn is_as(&self, other: &Self) -> bool {
        let plan = |one: &Self| one.edition.as_ref().map(Arc::as_ptr);
        self.mark == other.mark
            && self.was_missed == other.was_missed
            && plan(self) == plan(other)
            && self.wrong == other.wrong
    }
}

fn json_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path
            .extension()
            .is_some_and(|extension| extension == "json")
        {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}
