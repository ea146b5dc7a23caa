//! The plans that the collector serves and checks by.

use super::store::Store;
use crate::encoding::digest;
use crate::plan::{Plan, PlanError, publish};
use axum::body::Bytes;
use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The plans: the current version of each as it is served, and every version ever served, by which
/// reports are checked.
#[derive(Debug, Default)]
pub struct Catalogue {
    current: BTreeMap<String, u32>,
    versions: BTreeMap<(String, u32), Arc<Edition>>,
}

/// One version of a plan.
#[derive(Debug)]
pub struct Edition {
    /// The plan.
    pub plan: Arc<Plan>,
    /// Its text in full.
    pub whole: Served,
    /// Its text as the form loads it, without quotes and what only lint and office read.
    pub light: Served,
}

/// A text with the tag by which a browser asks whether it has changed.
#[derive(Clone, Debug)]
pub struct Served {
    /// The text.
    pub body: Bytes,
    /// The entity tag, quotes included. Weak, because the same tag stands for the compressed text.
    pub tag: String,
}

/// Why the plans could not be read.
#[derive(Debug)]
pub enum CatalogueError {
    /// The folder or a file in it cannot be read.
    Unreadable(PathBuf, std::io::Error),
    /// A file is no plan.
    NoPlan(PathBuf, Vec<PlanError>),
    /// Two files hold the same version of the same plan.
    Twice(PathBuf, PathBuf),
    /// The database failed.
    Store(sqlx::Error),
}

impl fmt::Display for CatalogueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(path, error) => {
                write!(f, "{} cannot be read: {error}", path.display())
            }
            Self::NoPlan(path, errors) => {
                write!(f, "{} is no plan:", path.display())?;
                errors.iter().try_for_each(|error| write!(f, "\n  {error}"))
            }
            Self::Twice(first, second) => write!(
                f,
                "{} and {} hold the same version of the same plan; take one away, or raise its \"version\"",
                first.display(),
                second.display()
            ),
            Self::Store(error) => write!(f, "the database cannot keep the plans: {error}"),
        }
    }
}

impl std::error::Error for CatalogueError {}

impl Catalogue {
    /// Reads all `*.json` files of a folder as plans, keeps their texts in the database, and adds the
    /// older versions that the database still has.
    ///
    /// # Errors
    /// [`CatalogueError`], of the first file that is wrong in the order of their names.
    pub async fn read(folder: &Path, store: &Store) -> Result<Self, CatalogueError> {
        let mut catalogue = Self::default();
        let mut origins: BTreeMap<(String, u32), PathBuf> = BTreeMap::new();
        for path in json_files(folder)? {
            let text = std::fs::read_to_string(&path)
                .map_err(|error| CatalogueError::Unreadable(path.clone(), error))?;
            let edition = Edition::new(&text)
                .map_err(|errors| CatalogueError::NoPlan(path.clone(), errors))?;
            let key = (edition.plan.id.as_str().to_owned(), edition.plan.version);
            if let Some(first) = origins.insert(key.clone(), path.clone()) {
                return Err(CatalogueError::Twice(first, path));
            }
            let hash = digest(text.as_bytes());
            let sole = store.keep_plan(&key.0, key.1, &hash, &text).await;
            if !sole.map_err(CatalogueError::Store)? {
                let (plan, version) = (key.0.as_str(), key.1);
                tracing::warn!(
                    plan,
                    version,
                    "the text of this version has changed; raise \"version\" with each change"
                );
            }
            catalogue.insert(edition);
        }
        for text in store
            .kept_plans()
            .await
            .map_err(CatalogueError::Store)?
            .iter()
            .rev()
        {
            match Edition::new(text) {
                Ok(edition) => catalogue.insert_older(edition),
                Err(_) => tracing::warn!(
                    "an older version of a plan can no longer be read and is left out"
                ),
            }
        }
        Ok(catalogue)
    }

    fn insert(&mut self, edition: Edition) {
        let (id, version) = (edition.plan.id.as_str().to_owned(), edition.plan.version);
        let current = self.current.entry(id.clone()).or_insert(version);
        *current = version.max(*current);
        self.versions.insert((id, version), Arc::new(edition));
    }

    /// Adds a version that is no longer in the folder; one that is there stays as it is. A plan that
    /// left the folder altogether has no current version: its reports are kept, no more are taken in.
    fn insert_older(&mut self, edition: Edition) {
        let key = (edition.plan.id.as_str().to_owned(), edition.plan.version);
        self.versions
            .entry(key)
            .or_insert_with(|| Arc::new(edition));
    }

    /// The current versions of all plans, by identity.
    pub fn current(&self) -> impl Iterator<Item = &Arc<Edition>> {
        self.current
            .iter()
            .filter_map(|(id, version)| self.versions.get(&(id.clone(), *version)))
    }

    /// The current version of a plan.
    #[must_use]
    pub fn edition(&self, id: &str) -> Option<&Arc<Edition>> {
        let version = self.current.get(id)?;
        self.version(id, *version)
    }

    /// One version of a plan.
    #[must_use]
    pub fn version(&self, id: &str, version: u32) -> Option<&Arc<Edition>> {
        self.versions.get(&(id.to_owned(), version))
    }

    /// That version of a plan, or the current one where it is not there.
    #[must_use]
    pub fn any(&self, id: &str, version: u32) -> Option<&Arc<Edition>> {
        self.version(id, version).or_else(|| self.edition(id))
    }
}

impl Edition {
    fn new(text: &str) -> Result<Self, Vec<PlanError>> {
        let plan = Plan::parse(text)?;
        // A plan that was read from JSON can be written as JSON.
        let light = serde_json::to_string(&publish(&plan)).unwrap_or_default();
        Ok(Self {
            plan: Arc::new(plan),
            whole: Served::new(text.to_owned()),
            light: Served::new(light),
        })
    }
}

impl Served {
    /// A text with its tag.
    #[must_use]
    pub fn new(text: String) -> Self {
        let tag = format!("W/\"{}\"", digest(text.as_bytes()));
        Self {
            body: text.into(),
            tag,
        }
    }
}

fn json_files(folder: &Path) -> Result<Vec<PathBuf>, CatalogueError> {
    let unreadable = |error| CatalogueError::Unreadable(folder.to_owned(), error);
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
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
