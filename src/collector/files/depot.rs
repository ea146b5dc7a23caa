//! Where the bytes are: a folder beside the database, of one database alone.

use super::super::store::{KeptFile, Store};
use super::pieces::{PIECE, length_of, pieces_of};
use crate::encoding::hex;
use object_store::local::LocalFileSystem;
use object_store::path::Path as Place;
use object_store::{ObjectStore, ObjectStoreExt, PutMode, PutPayload};
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tokio::sync::OnceCell;

/// The object by which a folder is known to be that of a database.
const MARK: &str = "phieu.mark";

/// How often marks are looked at: once for the place's, once for the database's, once for both.
const TIMES: u32 = 4;

/// Where files are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DepotPlace {
    /// A folder; made where there is none.
    Folder(PathBuf),
}

impl fmt::Display for DepotPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Folder(folder) => folder.display().fmt(f),
        }
    }
}

impl std::str::FromStr for DepotPlace {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if text.is_empty() || text.contains("://") {
            return Err("files are kept in a folder".to_owned());
        }
        Ok(Self::Folder(text.into()))
    }
}

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

/// Where the bytes of files are (kho tệp). Clones share it.
#[derive(Clone, Debug)]
pub struct Depot {
    place: DepotPlace,
    objects: Arc<OnceCell<Arc<dyn ObjectStore>>>,
}

/// Where the pieces of a file lie. A file that comes anew after it was forgotten lies elsewhere: who is still taking the old
/// one away takes nothing of it.
fn folder(file: &KeptFile) -> Place {
    Place::from_iter([&*file.plan, &file.unit, &file.hash, &file.place])
}

/// Where a piece lies, by its number from 0.
fn piece(file: &KeptFile, number: u32) -> Place {
    let number = format!("{number:05}");
    Place::from_iter([&*file.plan, &file.unit, &file.hash, &file.place, &number])
}

impl Depot {
    /// Files are kept there, from the first on.
    #[must_use]
    pub fn new(place: DepotPlace) -> Self {
        Self {
            place,
            objects: Arc::default(),
        }
    }

    /// Where they are.
    #[must_use]
    pub fn place(&self) -> &DepotPlace {
        &self.place
    }

    /// Sees to it that the place is the one that the database knows, where it knows one.
    ///
    /// # Errors
    /// [`DepotError::Foreign`]; the place or the database fails.
    pub async fn check(&self, store: &Store) -> Result<(), DepotError> {
        if store.depot_mark().await?.is_some() {
            self.objects(store).await?;
        }
        Ok(())
    }

    async fn objects(&self, store: &Store) -> Result<&Arc<dyn ObjectStore>, DepotError> {
        self.objects
            .get_or_try_init(|| async {
                let objects = self.opened()?;
                self.belong(&*objects, store).await?;
                Ok(objects)
            })
            .await
    }

    fn opened(&self) -> Result<Arc<dyn ObjectStore>, DepotError> {
        match &self.place {
            DepotPlace::Folder(folder) => {
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
        }
    }

    /// Holds the place's mark against the database's; marks it where neither has one. The place first, then the database: one
    /// that was killed in between left a mark beside which nothing lies, and is gone on from.
    async fn belong(&self, objects: &dyn ObjectStore, store: &Store) -> Result<(), DepotError> {
        let foreign = |mark| DepotError::Foreign {
            place: self.place.to_string(),
            mark,
        };
        let place = Place::from(MARK);
        for _ in 0..TIMES {
            let known = store.depot_mark().await?;
            match (known, read_mark(objects, &place).await?) {
                (Some(known), Some(there)) if known == there => return Ok(()),
                (Some(known), _) => return Err(foreign(Some(known))),
                (None, Some(there)) => {
                    let listed = objects.list_with_delimiter(None).await?;
                    if !listed.common_prefixes.is_empty() {
                        return Err(foreign(None));
                    }
                    store.claim_depot(&there).await?;
                }
                (None, None) => {
                    let payload = PutPayload::from(unheard_of()?.into_bytes());
                    let put = objects.put_opts(&place, payload, PutMode::Create.into());
                    match put.await {
                        // Another collector was faster: its mark is looked at next.
                        Ok(_) | Err(object_store::Error::AlreadyExists { .. }) => {}
                        Err(error) => return Err(error.into()),
                    }
                }
            }
        }
        Err(foreign(None))
    }

    /// Keeps a piece; one that is there already is the same.
    ///
    /// # Errors
    /// [`DepotError`]; nothing half of it stays.
    pub async fn put(
        &self,
        store: &Store,
        file: &KeptFile,
        number: u32,
        bytes: Vec<u8>,
    ) -> Result<(), DepotError> {
        let objects = self.objects(store).await?;
        objects.put(&piece(file, number), bytes.into()).await?;
        Ok(())
    }

    /// The pieces of a file that are not there, by their numbers.
    ///
    /// # Errors
    /// [`DepotError`].
    pub async fn missing(&self, store: &Store, file: &KeptFile) -> Result<Vec<u32>, DepotError> {
        let objects = self.objects(store).await?;
        let listed = objects.list_with_delimiter(Some(&folder(file))).await?;
        let mut missing: Vec<u32> = (0..pieces_of(file.bytes)).collect();
        missing.retain(|number| {
            let place = piece(file, *number);
            let length = length_of(*number, file.bytes) as u64;
            let mut there = listed.objects.iter();
            !there.any(|one| one.location == place && one.size == length)
        });
        Ok(missing)
    }

    /// A piece of a file.
    ///
    /// # Errors
    /// [`DepotError`]; also where it is not there, or longer than a piece.
    pub async fn piece(
        &self,
        store: &Store,
        file: &KeptFile,
        number: u32,
    ) -> Result<Vec<u8>, DepotError> {
        let objects = self.objects(store).await?;
        let bytes = objects
            .get_range(&piece(file, number), 0..PIECE.into())
            .await?;
        Ok(bytes.into())
    }

    /// Takes the pieces of a file away of which it was noted that they are to go; those that are gone are passed over.
    ///
    /// # Errors
    /// [`DepotError`]; whoever looks next goes on.
    pub async fn remove(&self, store: &Store, file: &KeptFile) -> Result<(), DepotError> {
        let objects = self.objects(store).await?;
        let listed = objects.list_with_delimiter(Some(&folder(file))).await?;
        for one in listed.objects {
            match objects.delete(&one.location).await {
                Ok(()) | Err(object_store::Error::NotFound { .. }) => {}
                Err(error) => return Err(error.into()),
            }
        }
        store.file_is_gone(file).await?;
        Ok(())
    }
}

/// What nobody else has come upon: a mark, or a name under which nothing lies yet.
///
/// # Errors
/// The system gives no random bytes.
pub fn unheard_of() -> Result<String, DepotError> {
    let mut random = [0; 32];
    getrandom::fill(&mut random).map_err(|error| {
        DepotError::Fails(object_store::Error::Generic {
            store: "mark",
            source: error.to_string().into(),
        })
    })?;
    Ok(hex(&random))
}

async fn read_mark(objects: &dyn ObjectStore, place: &Place) -> Result<Option<String>, DepotError> {
    match objects.get_range(place, 0..64).await {
        Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).trim().to_owned())),
        Err(object_store::Error::NotFound { .. }) => Ok(None),
        Err(error) => Err(error.into()),
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
