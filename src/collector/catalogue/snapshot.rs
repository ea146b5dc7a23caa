//! The plans that the collector serves and checks by, as they are at one moment. What changes makes another catalogue,
//! so that a request sees one state of things from its beginning to its end.

use super::before::Before;
use super::edition::Edition;
use super::folder::Folder;
use super::wrong::{Wrong, WrongFile};
use crate::collector::store::{Shelved, Step, Store};
use crate::office::PlanState;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A plan's identity, and a version of it.
pub(super) type Key = (String, u32);

/// The plans: the current version of each as it is served, and which versions were ever served, by which
/// reports are checked.
#[derive(Clone, Debug)]
pub struct Catalogue {
    folder: Folder,
    current: BTreeMap<String, u32>,
    versions: BTreeMap<Key, Arc<Edition>>,
    /// From which file each version of the folder is.
    origins: BTreeMap<Key, PathBuf>,
    wrong: Vec<WrongFile>,
    /// The last step of each plan that an office has published.
    heads: Arc<BTreeMap<String, Step>>,
    /// Every version ever served, of which the database has the text.
    kept: Arc<BTreeSet<Key>>,
    shelved: Shelved,
}

/// Why the plans could not be read.
#[derive(Debug)]
pub enum CatalogueError {
    /// The folder cannot be read.
    Folder(PathBuf, std::io::Error),
    /// A file is not served as it stands.
    File(WrongFile),
    /// The database failed.
    Store(sqlx::Error),
}

impl fmt::Display for CatalogueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Folder(path, error) => {
                write!(f, "{} cannot be read: {error}", path.display())
            }
            Self::File(wrong) => wrong.fmt(f),
            Self::Store(error) => write!(f, "the database cannot keep the plans: {error}"),
        }
    }
}

impl std::error::Error for CatalogueError {}

impl From<sqlx::Error> for CatalogueError {
    fn from(error: sqlx::Error) -> Self {
        Self::Store(error)
    }
}

/// What another look brought.
pub(super) struct Looked {
    /// The plans as they are now, where anything is not as it was.
    pub(super) next: Option<Catalogue>,
    /// How many files were read.
    pub(super) read: usize,
}

impl Catalogue {
    /// Reads all `*.json` files of a folder as plans and keeps their texts in the database, which has those of older
    /// versions.
    ///
    /// # Errors
    /// [`CatalogueError`]; of files that are wrong the first in the order of their names. Once a collector runs, a wrong
    /// file stops nothing; nor does one of a plan that was published, which another collector on the database may do at
    /// any time, nor one in whose place the version before it is served.
    pub async fn read(folder: &Path, store: &Store) -> Result<Self, CatalogueError> {
        let unseen = Self {
            folder: Folder::new(folder),
            current: BTreeMap::new(),
            versions: BTreeMap::new(),
            origins: BTreeMap::new(),
            wrong: Vec::new(),
            heads: Arc::default(),
            kept: Arc::default(),
            shelved: Shelved::default(),
        };
        let first = unseen.looked(store).await?.next.unwrap_or(unseen);
        let stops =
            |wrong: &&WrongFile| !matches!(*wrong.why, Wrong::Published(_) | Wrong::Remeasured(_));
        if let Some(wrong) = first.wrong.iter().find(stops) {
            return Err(CatalogueError::File(wrong.clone()));
        }
        for wrong in &first.wrong {
            let why = wrong.to_string();
            tracing::warn!(why, "a file of the plans is not served as it stands");
        }
        Ok(first)
    }

    /// Looks at the folder and the database again.
    pub(super) async fn looked(&self, store: &Store) -> Result<Looked, CatalogueError> {
        let folder = self.folder.clone();
        let seen = tokio::task::spawn_blocking(move || folder.looked_at()).await;
        let seen = seen.unwrap_or_else(|broken| Err(std::io::Error::other(broken)));
        let seen = seen.map_err(|error| {
            let folder = self.folder.path().to_owned();
            CatalogueError::Folder(folder, error)
        })?;
        let shelved = store.shelved().await?;
        if shelved == self.shelved && seen.folder.is_as(&self.folder) {
            return Ok(Looked {
                next: None,
                read: seen.read,
            });
        }
        let heads = if shelved == self.shelved {
            Arc::clone(&self.heads)
        } else {
            let heads = store.heads().await?;
            let heads = heads.into_iter().map(|step| (step.plan.clone(), step));
            Arc::new(heads.collect())
        };
        let served = self.current().map(|one| (one.key().0, Arc::clone(one)));
        let before = Before::of(&served.collect(), &seen.folder, &heads, store).await?;
        let mut next = self.of_folder(seen.folder, heads, &before);
        next.shelve(self, store).await?;
        for (key, edition) in &next.versions {
            let is_new = self
                .versions
                .get(key)
                .is_none_or(|old| old.hash != edition.hash);
            if is_new && next.origins.contains_key(key) {
                keep(store, edition).await?;
            }
        }
        // With what was kept just now.
        next.shelved = store.shelved().await?;
        if next.shelved != self.shelved {
            next.kept = Arc::new(store.kept_versions().await?.into_iter().collect());
        }
        Ok(Looked {
            next: Some(next),
            read: seen.read,
        })
    }

    /// Takes up what offices have published; what is at hand already is not read again.
    async fn shelve(&mut self, before: &Self, store: &Store) -> Result<(), sqlx::Error> {
        let heads = Arc::clone(&self.heads);
        for (plan, step) in heads.iter() {
            let key = (plan.clone(), step.version);
            let at_hand = before.versions.get(&key);
            let edition = match at_hand.filter(|edition| edition.hash == step.hash) {
                Some(edition) => Some(Arc::clone(edition)),
                None => published(store, step).await?,
            };
            let Some(edition) = edition else {
                tracing::error!(
                    plan,
                    step.version,
                    "a published plan cannot be read, and is not served"
                );
                continue;
            };
            self.versions.insert(key, edition);
            self.current.insert(plan.clone(), step.version);
        }
        Ok(())
    }

    /// The plans of the folder, without those that offices have published. Of two files that hold the same version of the same plan,
    /// the one that was there first is served; in the place of one that measures figures otherwise than what was served before,
    /// that.
    fn of_folder(
        &self,
        folder: Folder,
        heads: Arc<BTreeMap<String, Step>>,
        before: &Before,
    ) -> Self {
        let mut files: Vec<_> = folder.files.iter().collect();
        let is_newcomer = |path: &Path, edition: &Edition| {
            let first = self.origins.get(&edition.key());
            first.is_none_or(|first| first != path)
        };
        files.sort_by_key(|(path, found)| {
            let edition = found.edition.as_deref();
            (
                edition.is_some_and(|edition| is_newcomer(path, edition)),
                *path,
            )
        });
        let mut origins: BTreeMap<Key, PathBuf> = BTreeMap::new();
        let mut versions = BTreeMap::new();
        let mut current: BTreeMap<String, u32> = BTreeMap::new();
        let mut wrong = Vec::new();
        let mut held = Vec::new();
        for (path, found) in files {
            let of_file = |why: &Arc<Wrong>, holds| WrongFile {
                path: path.clone(),
                why: Arc::clone(why),
                holds,
            };
            wrong.extend(
                found
                    .wrong
                    .iter()
                    .map(|why| of_file(why, found.edition.is_some())),
            );
            let Some(edition) = &found.edition else {
                continue;
            };
            let key = edition.key();
            if heads.contains_key(&key.0) {
                let why = Arc::new(Wrong::Published(key.0));
                wrong.push(of_file(&why, false));
                continue;
            }
            if let Some((was, figures)) = before.holds(edition, &folder) {
                if found.wrong.is_none() {
                    wrong.push(of_file(&Arc::new(Wrong::Remeasured(figures)), true));
                }
                held.push((path, was));
                continue;
            }
            if let Some(first) = origins.get(&key) {
                let why = Arc::new(Wrong::Twice(first.clone()));
                wrong.push(of_file(&why, false));
                continue;
            }
            let newest = current.entry(key.0.clone()).or_insert(key.1);
            *newest = key.1.max(*newest);
            origins.insert(key.clone(), path.clone());
            versions.insert(key, Arc::clone(edition));
        }
        // What has a file of its own is served from that.
        for (path, edition) in held {
            let key = edition.key();
            if origins.contains_key(&key) {
                continue;
            }
            let newest = current.entry(key.0.clone()).or_insert(key.1);
            *newest = key.1.max(*newest);
            origins.insert(key.clone(), path.clone());
            versions.insert(key, Arc::clone(edition));
        }
        wrong.sort_by(|one, other| one.path.cmp(&other.path));
        Self {
            folder,
            current,
            versions,
            origins,
            wrong,
            heads,
            kept: Arc::clone(&self.kept),
            shelved: self.shelved,
        }
    }

    /// The current versions of all plans, by identity.
    pub fn current(&self) -> impl Iterator<Item = &Arc<Edition>> {
        self.current
            .iter()
            .filter_map(|(id, version)| self.versions.get(&(id.clone(), *version)))
    }

    /// The current version of a plan. A plan that left the folder has none: its reports are kept, no more are taken in.
    #[must_use]
    pub fn edition(&self, id: &str) -> Option<&Arc<Edition>> {
        let version = self.current.get(id)?;
        self.versions.get(&(id.to_owned(), *version))
    }

    /// One version of a plan, where its text is at hand.
    pub(super) fn version(&self, key: &Key) -> Option<&Arc<Edition>> {
        self.versions.get(key)
    }

    /// Whether the database has the text of that version.
    pub(super) fn keeps(&self, key: &Key) -> bool {
        self.kept.contains(key)
    }

    /// The last step of a plan that an office has published; none of one that has its home in the folder.
    #[must_use]
    pub fn head(&self, id: &str) -> Option<&Step> {
        self.heads.get(id)
    }

    /// How a plan stands; one of the folder is open as long as it is there.
    #[must_use]
    pub fn state(&self, id: &str) -> PlanState {
        let state = self.head(id).and_then(|step| PlanState::named(&step.state));
        state.unwrap_or_default()
    }

    /// The name of a file of the folder from which the plan is served.
    #[must_use]
    pub fn file_of(&self, id: &str) -> Option<String> {
        let of_plan = |(key, path): (&Key, &PathBuf)| (key.0 == id).then(|| path.clone());
        let path = self.origins.iter().find_map(of_plan)?;
        Some(path.file_name()?.to_string_lossy().into_owned())
    }

    /// The files of the folder that are not served as they stand, by their names.
    #[must_use]
    pub fn wrong_files(&self) -> &[WrongFile] {
        &self.wrong
    }
}

/// The version of a step, read from the database; none where its text is not there or can no longer be read.
pub(in crate::collector) async fn published(
    store: &Store,
    step: &Step,
) -> Result<Option<Arc<Edition>>, sqlx::Error> {
    let Some(text) = store.text(&step.plan, step.version, &step.hash).await? else {
        return Ok(None);
    };
    let read = tokio::task::spawn_blocking(move || Edition::new(&text).ok()).await;
    Ok(read.ok().flatten().map(Arc::new))
}

/// Keeps the text of a version in the database.
async fn keep(store: &Store, edition: &Edition) -> Result<(), sqlx::Error> {
    let (plan, version) = edition.key();
    // What was read as a plan is UTF-8.
    let text = String::from_utf8_lossy(&edition.whole.body);
    let is_sole = store
        .keep_plan(&plan, version, &edition.hash, &text)
        .await?;
    if !is_sole {
        tracing::warn!(
            plan,
            version,
            "the text of this version has changed; raise \"version\" with each change"
        );
    }
    Ok(())
}
