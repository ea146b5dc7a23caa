//! Where the bytes are: a folder beside the database or a bucket, of one database alone.

use super::super::store::{KeptFile, Store};
use super::depot_error::{DepotError, MARK};
use super::pieces::{PIECE, length_of, pieces_of};
use super::place::DepotPlace;
use crate::encoding::hex;
use object_store::path::Path as Place;
use object_store::{ObjectStore, ObjectStoreExt, PutMode, PutPayload};
use std::future::Future;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::OnceCell;

/// How long a place may take to answer: a request asks it twice, and has thirty seconds.
const PATIENCE: Duration = Duration::from_secs(12);

/// How often marks are looked at: once for the place's, once for the database's, once for both.
const TIMES: u32 = 4;

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
        let checked = if store.depot_mark().await?.is_some() {
            self.objects(store).await.map(|_| ())
        } else if self.place.is_elsewhere() {
            self.look().await
        } else {
            Ok(())
        };
        match checked {
            // Who is not there at the moment may come back, and reports are taken meanwhile.
            Err(error @ (DepotError::Fails(_) | DepotError::Slow | DepotError::NoRoom(_)))
                if self.place.is_elsewhere() =>
            {
                tracing::warn!(place = %self.place, "{error}");
                Ok(())
            }
            checked => checked,
        }
    }

    /// Sees to it that a place is nobody's, without making it anyone's.
    async fn look(&self) -> Result<(), DepotError> {
        let objects = self.place.open()?;
        let marked = read_mark(&*objects, &Place::from(MARK)).await?.is_some();
        let listed = soon(objects.list_with_delimiter(None)).await?;
        if marked && !listed.common_prefixes.is_empty() {
            let place = self.place.to_string();
            return Err(DepotError::Foreign { place, mark: None });
        }
        Ok(())
    }

    /// Makes the place that of the database which knows this mark, where it is nobody's yet; one that was made so before, is.
    ///
    /// # Errors
    /// [`DepotError::Taken`]; the place fails.
    pub(super) async fn claim(&self, mark: &str) -> Result<(), DepotError> {
        let taken = || DepotError::Taken(self.place.to_string());
        let (objects, place) = (self.place.open()?, Place::from(MARK));
        if read_mark(&*objects, &place).await?.is_none() {
            let listed = soon(objects.list_with_delimiter(None)).await?;
            if !listed.common_prefixes.is_empty() || !listed.objects.is_empty() {
                return Err(taken());
            }
            // Where somebody was faster, it may be another.
            put_mark(&*objects, &place, mark.to_owned()).await?;
        }
        if read_mark(&*objects, &place).await?.as_deref() == Some(mark) {
            Ok(())
        } else {
            Err(taken())
        }
    }

    async fn objects(&self, store: &Store) -> Result<&Arc<dyn ObjectStore>, DepotError> {
        self.objects
            .get_or_try_init(|| async {
                let objects = self.place.open()?;
                self.belong(&*objects, store).await?;
                Ok(objects)
            })
            .await
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
                    let listed = soon(objects.list_with_delimiter(None)).await?;
                    if !listed.common_prefixes.is_empty() {
                        return Err(foreign(None));
                    }
                    store.claim_depot(&there).await?;
                }
                (None, None) => {
                    // Where another collector was faster, its mark is looked at next.
                    put_mark(objects, &place, unheard_of()?).await?;
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
        soon(objects.put(&piece(file, number), bytes.into())).await?;
        Ok(())
    }

    /// The pieces of a file that are not there, by their numbers.
    ///
    /// # Errors
    /// [`DepotError`].
    pub async fn missing(&self, store: &Store, file: &KeptFile) -> Result<Vec<u32>, DepotError> {
        let objects = self.objects(store).await?;
        let listed = soon(objects.list_with_delimiter(Some(&folder(file)))).await?;
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
        let place = piece(file, number);
        let bytes = soon(objects.get_range(&place, 0..PIECE.into())).await?;
        Ok(bytes.into())
    }

    /// Takes the pieces of a file away of which it was noted that they are to go; those that are gone are passed over.
    ///
    /// # Errors
    /// [`DepotError`]; whoever looks next goes on.
    pub async fn remove(&self, store: &Store, file: &KeptFile) -> Result<(), DepotError> {
        self.discard(store, file).await?;
        store.file_is_gone(file).await?;
        Ok(())
    }

    /// Takes the pieces of a file away, whatever is known of it.
    ///
    /// # Errors
    /// [`DepotError`]; what was taken away until then is gone.
    pub(super) async fn discard(&self, store: &Store, file: &KeptFile) -> Result<(), DepotError> {
        let objects = self.objects(store).await?;
        discard(&**objects, &folder(file)).await
    }

    /// Takes away what lies in the place of files of which the database knows none, as where they went while a copy was made.
    ///
    /// # Errors
    /// [`DepotError`]; what was taken away until then is gone.
    pub(super) async fn keep_only_known(&self, store: &Store) -> Result<(), DepotError> {
        let objects = self.objects(store).await?;
        let mut folders = vec![Place::default()];
        while let Some(at) = folders.pop() {
            for inside in objects
                .list_with_delimiter(Some(&at))
                .await?
                .common_prefixes
            {
                let parts: Vec<_> = inside.parts().collect();
                match parts.as_slice() {
                    [_, _, _, place] => {
                        if !store.has_whole_file_at(place.as_ref()).await? {
                            discard(&**objects, &inside).await?;
                        }
                    }
                    _ => folders.push(inside),
                }
            }
        }
        Ok(())
    }
}

/// Takes all objects of a folder away; those that are gone are passed over.
async fn discard(objects: &dyn ObjectStore, folder: &Place) -> Result<(), DepotError> {
    for one in soon(objects.list_with_delimiter(Some(folder)))
        .await?
        .objects
    {
        match soon(objects.delete(&one.location)).await {
            Ok(()) | Err(DepotError::Fails(object_store::Error::NotFound { .. })) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
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

/// Puts a mark where there is none.
async fn put_mark(
    objects: &dyn ObjectStore,
    place: &Place,
    mark: String,
) -> Result<(), DepotError> {
    let put = objects.put_opts(
        place,
        PutPayload::from(mark.into_bytes()),
        PutMode::Create.into(),
    );
    match soon(put).await {
        Ok(_) | Err(DepotError::Fails(object_store::Error::AlreadyExists { .. })) => Ok(()),
        Err(error) => Err(error),
    }
}

/// Waits for what a place answers, as long as a request can wait for it.
async fn soon<T>(work: impl Future<Output = object_store::Result<T>>) -> Result<T, DepotError> {
    match tokio::time::timeout(PATIENCE, work).await {
        Ok(done) => Ok(done?),
        Err(_) => Err(DepotError::Slow),
    }
}

async fn read_mark(objects: &dyn ObjectStore, place: &Place) -> Result<Option<String>, DepotError> {
    match soon(objects.get_range(place, 0..64)).await {
        Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).trim().to_owned())),
        Err(DepotError::Fails(object_store::Error::NotFound { .. })) => Ok(None),
        Err(error) => Err(error),
    }
}
