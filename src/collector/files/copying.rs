//! A copy of all that a collector keeps, while it serves, and the way back: the database with the files of the same moment,
//! so that no report in it names a file that it lacks.
//!
//! The database's copy has its name last. A copy that broke off is gone on with: what lies in its folder is not copied again.

use super::super::store::{Database, KeptFile, Store};
use super::depot::Depot;
use super::depot_error::DepotError;
use super::pieces::{length_of, pieces_of};
use super::place::DepotPlace;
use crate::encoding::hex;
use sha2::{Digest, Sha256};
use std::fmt;
use std::path::{Path, PathBuf};

/// How often the database is copied anew because files were taken away in the midst.
const TIMES: u32 = 5;

/// How many files are named of those that are lacking.
const NAMED: usize = 5;

/// What a copy came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Copied {
    /// How many files.
    pub files: u64,
    /// How many bytes they have.
    pub bytes: i64,
    /// How many files of which the database knows cannot be read where they should be, or are not what they were.
    pub lacking: u64,
    /// The first of them, each by plan, unit and hash.
    pub first_lacking: Vec<String>,
    /// Where the files of the copy are, where there are some.
    pub place: Option<DepotPlace>,
}

/// Why there is no copy, or none was put back. Each says what to do.
#[derive(Debug)]
pub enum CopyError {
    /// The database fails.
    Database(sqlx::Error),
    /// The files cannot be read or written.
    Files(DepotError),
    /// The copy's files would lie among those that are copied.
    Itself(DepotPlace),
    /// Files were taken away again and again while they were copied.
    Restless,
    /// There is no such copy.
    NoCopy(PathBuf),
    /// A copy is put back into a file that is not there yet, and this is there.
    There(PathBuf),
    /// A copy is put back into a file, and the database is a server's.
    OnServer,
    /// The files of the copy are not where they were looked for.
    NoFiles(DepotPlace),
    /// What was looked at holds the files of another database.
    OfAnother(DepotPlace),
    /// The copy lacks files.
    Lacking(Copied),
}

impl fmt::Display for CopyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Database(error) => write!(f, "the database cannot be used: {error}"),
            Self::Files(error) => error.fmt(f),
            Self::Itself(place) => write!(
                f,
                "the copy's files would lie in {place}, where the collector's own are; give the copy another name, or put it into another folder"
            ),
            Self::Restless => f.write_str(
                "files were taken away again and again while they were copied; begin again at a quieter hour: what was copied is not copied twice",
            ),
            Self::NoCopy(file) => write!(f, "there is no copy {}", file.display()),
            Self::There(file) => write!(
                f,
                "{} is there already; stop the collector and move it away, with what ends in -wal and -shm beside it",
                file.display()
            ),
            Self::OnServer => f.write_str(
                "a copy is put back into a file; into a PostgreSQL database goes what pg_dump or phieu export wrote",
            ),
            Self::NoFiles(place) => write!(
                f,
                "the copy has files, and {place} is not there; put the folder that was made with the copy beside it, or name it with --copied-files"
            ),
            Self::OfAnother(place) => write!(
                f,
                "{place} does not hold the files of this copy but those of another database, or none; name with --copied-files the folder that was made with the copy"
            ),
            Self::Lacking(copied) => write!(
                f,
                "{}; copy the whole folder again, or say --without-lacking to put back all the rest",
                copied.lacking_in_words()
            ),
        }
    }
}

impl std::error::Error for CopyError {}

impl From<sqlx::Error> for CopyError {
    fn from(error: sqlx::Error) -> Self {
        Self::Database(error)
    }
}

impl From<std::io::Error> for CopyError {
    fn from(error: std::io::Error) -> Self {
        Self::Database(error.into())
    }
}

impl From<DepotError> for CopyError {
    fn from(error: DepotError) -> Self {
        match error {
            DepotError::Database(error) => Self::Database(error),
            error => Self::Files(error),
        }
    }
}

impl Copied {
    /// Which files are lacking, as a part of a sentence.
    #[must_use]
    pub fn lacking_in_words(&self) -> String {
        let names = self.first_lacking.join(", ");
        let more = if self.lacking > self.first_lacking.len() as u64 {
            ", …"
        } else {
            ""
        };
        let count = self.lacking;
        format!("{count} of its files are not there, or not what they were ({names}{more})")
    }

    fn lacks(&mut self, file: &KeptFile) {
        self.lacking += 1;
        if self.first_lacking.len() < NAMED {
            let name = [&*file.plan, &file.unit, &file.hash].join("/");
            self.first_lacking.push(name);
        }
    }
}

/// Copies a database that is in use into a new file, and the files of its reports into the folder beside that, which is named
/// after it. One that broke off is gone on with.
///
/// # Errors
/// [`CopyError`]; then there is no file of that name.
pub async fn back_up(store: &Store, depot: &Depot, to: &Path) -> Result<Copied, CopyError> {
    let target = Depot::new(DepotPlace::beside(to));
    store.may_copy(to)?;
    if store.mark_of_files().await?.is_some() {
        // What is here now comes first: of what is taken away while the rest is copied, there is a copy then.
        prepare(store, depot, &target).await?;
        carry(store, (depot, &target), None).await?;
    }
    for _ in 0..TIMES {
        let copying = store.copy(to).await?;
        let copy = copying.open().await?;
        let filled = fill(&copy, store, (depot, &target)).await;
        copy.close().await;
        if let Some(copied) = filled? {
            copying.finish()?;
            return Ok(copied);
        }
    }
    Err(CopyError::Restless)
}

/// Sees to it that files can be copied from there to here.
async fn prepare(store: &Store, from: &Depot, to: &Depot) -> Result<(), CopyError> {
    let Some(mark) = store.mark_of_files().await? else {
        return Ok(());
    };
    if from.place().is(to.place()) {
        return Err(CopyError::Itself(to.place().clone()));
    }
    if !from.place().is_there() {
        let place = from.place().to_string();
        let mark = Some(mark);
        return Err(DepotError::Foreign { place, mark }.into());
    }
    from.check(store).await?;
    Ok(to.claim(&mark).await?)
}

/// Copies what a copy of the database knows of; nothing where some of it was taken away meanwhile.
async fn fill(
    copy: &Store,
    live: &Store,
    (from, to): (&Depot, &Depot),
) -> Result<Option<Copied>, CopyError> {
    if copy.mark_of_files().await?.is_none() {
        return Ok(Some(Copied::default()));
    }
    prepare(copy, from, to).await?;
    let copied = carry(copy, (from, to), Some(live)).await?;
    if copied.is_some() {
        to.keep_only_known(copy).await?;
    }
    Ok(copied)
}

/// Copies the files of which a database knows; nothing comes of it where `live` says of one of them that it was taken away.
async fn carry(
    store: &Store,
    (from, to): (&Depot, &Depot),
    live: Option<&Store>,
) -> Result<Option<Copied>, CopyError> {
    let mut copied = Copied {
        place: Some(to.place().clone()),
        ..Copied::default()
    };
    let mut after = 0;
    loop {
        let page = store.whole_files(after).await?;
        let Some(last) = page.last().map(|placed| placed.seq) else {
            return Ok(Some(copied));
        };
        after = last;
        for file in page.iter().map(|placed| &placed.file) {
            if carry_file(store, file, from, to).await? {
                copied.files += 1;
                copied.bytes = copied.bytes.saturating_add(file.bytes);
            } else if let Some(live) = live
                && !live.has_whole_file_at(&file.place).await?
            {
                return Ok(None);
            } else {
                copied.lacks(file);
            }
        }
    }
}

/// Copies the pieces of a file that are not there yet. Whether all could be, and where all were, made up that file.
async fn carry_file(
    store: &Store,
    file: &KeptFile,
    from: &Depot,
    to: &Depot,
) -> Result<bool, DepotError> {
    let missing = to.missing(store, file).await?;
    let are_all = missing.len() == pieces_of(file.bytes) as usize;
    let mut digest = Sha256::new();
    for number in missing {
        let piece = match from.piece(store, file, number).await {
            Ok(piece) if piece.len() == length_of(number, file.bytes) => piece,
            Ok(_) | Err(DepotError::Fails(object_store::Error::NotFound { .. })) => {
                return Ok(false);
            }
            Err(error) => return Err(error),
        };
        digest.update(&piece);
        to.put(store, file, number, piece).await?;
    }
    if are_all && hex(&digest.finalize()) != file.hash {
        to.discard(store, file).await?;
        return Ok(false);
    }
    Ok(true)
}

/// Where a copy is, and what is done with it.
#[derive(Clone, Debug)]
pub struct Restoring {
    /// The copy of the database.
    pub copy: PathBuf,
    /// The copy of the files; beside it where nothing is named.
    pub copied_files: Option<DepotPlace>,
    /// The database that it is to be.
    pub database: Database,
    /// Where its files are to be; beside it where nothing is named.
    pub files: Option<DepotPlace>,
    /// Whether it is put back although files are lacking.
    pub without_lacking: bool,
}

/// Puts a copy back: the files first, the database last. One that broke off is gone on with.
///
/// # Errors
/// [`CopyError`]; then there is no database of that name.
pub async fn restore(what: &Restoring) -> Result<Copied, CopyError> {
    let to = what.database.file().ok_or(CopyError::OnServer)?;
    if !what.copy.is_file() {
        return Err(CopyError::NoCopy(what.copy.clone()));
    }
    for ending in ["", "-wal", "-shm"] {
        let mut file = to.as_os_str().to_owned();
        file.push(ending);
        if Path::new(&file).exists() {
            return Err(CopyError::There(file.into()));
        }
    }
    if let Some(folder) = to.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder)?;
    }
    let copy = Store::open_to_read(&what.copy).await?;
    let put_back = put_back(&copy, to, what).await;
    copy.close().await;
    put_back
}

async fn put_back(copy: &Store, to: &Path, what: &Restoring) -> Result<Copied, CopyError> {
    let mut copied = Copied::default();
    if let Some(mark) = copy.mark_of_files().await? {
        let from = what.copied_files.clone();
        let from = Depot::new(from.unwrap_or_else(|| DepotPlace::beside(&what.copy)));
        let place = what.files.clone();
        let target = Depot::new(place.unwrap_or_else(|| DepotPlace::of(&what.database)));
        if !from.place().is_there() {
            return Err(CopyError::NoFiles(from.place().clone()));
        }
        if let Err(error) = from.check(copy).await {
            return Err(match error {
                DepotError::Foreign { .. } => CopyError::OfAnother(from.place().clone()),
                error => error.into(),
            });
        }
        let allowed = what.without_lacking;
        let lacking = lacking(copy, &from).await?;
        require(lacking, allowed)?;
        target.claim(&mark).await?;
        copied = carry(copy, (&from, &target), None)
            .await?
            .unwrap_or_default();
        require(copied.clone(), allowed)?;
    }
    copy.backup(to).await?;
    Ok(copied)
}

fn require(copied: Copied, allowed: bool) -> Result<(), CopyError> {
    if copied.lacking > 0 && !allowed {
        return Err(CopyError::Lacking(copied));
    }
    Ok(())
}

/// Which files are not all there.
async fn lacking(store: &Store, depot: &Depot) -> Result<Copied, CopyError> {
    let (mut copied, mut after) = (Copied::default(), 0);
    loop {
        let page = store.whole_files(after).await?;
        let Some(last) = page.last().map(|placed| placed.seq) else {
            return Ok(copied);
        };
        after = last;
        for file in page.iter().map(|placed| &placed.file) {
            if !depot.missing(store, file).await?.is_empty() {
                copied.lacks(file);
            }
        }
    }
}
