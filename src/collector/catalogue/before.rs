//! What was served before, to whose measures a file of the folder is held once reports have come.

use super::edition::Edition;
use super::folder::Folder;
use crate::collector::store::{Step, Store};
use crate::office::{Remeasured, adds, remeasured, returned};
use crate::plan::Plan;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What was served before.
#[derive(Default)]
pub(super) struct Before {
    /// What each plan of the folder of which reports have come was last served as.
    served: BTreeMap<String, Arc<Edition>>,
    /// By their hashes, the files that bring back what reports were made of under an older version, measured otherwise.
    returned: BTreeMap<String, Vec<Remeasured>>,
}

impl Before {
    /// What the plans of a folder were last served as: `now`, and of one that is not among these, as after a restart, the newest that
    /// the database has. Nothing of what an office has published, which no file takes the place of.
    pub(super) async fn of(
        now: &BTreeMap<String, Arc<Edition>>,
        folder: &Folder,
        heads: &BTreeMap<String, Step>,
        store: &Store,
    ) -> Result<Self, sqlx::Error> {
        let mut before = Self::default();
        let files = folder.files.values();
        for edition in files.filter_map(|found| found.edition.as_ref()) {
            let (plan, _) = edition.key();
            if heads.contains_key(&plan) {
                continue;
            }
            if !before.served.contains_key(&plan) {
                if !store.has_reports(&plan).await? {
                    continue;
                }
                let was = match now.get(&plan) {
                    Some(served) => Some(Arc::clone(served)),
                    None => newest(store, &plan, Some(edition)).await?,
                };
                before.served.extend(was.map(|was| (plan.clone(), was)));
            }
            if let Some(was) = before.preceding(edition, folder) {
                let figures = brought_back(store, was, &edition.plan).await?;
                before.returned.insert(edition.hash.clone(), figures);
            }
        }
        Ok(before)
    }

    /// What was served in the place that a file would take.
    fn preceding(&self, edition: &Edition, folder: &Folder) -> Option<&Arc<Edition>> {
        let (plan, version) = edition.key();
        let highest = folder.highest(&plan).unwrap_or(version);
        let was = self.served.get(&plan)?;
        was.precedes(edition, highest).then_some(was)
    }

    /// What was served in the place that a file would take, where the file measures figures otherwise, and these.
    pub(super) fn holds(
        &self,
        edition: &Edition,
        folder: &Folder,
    ) -> Option<(&Arc<Edition>, Vec<Remeasured>)> {
        let was = self.preceding(edition, folder)?;
        let mut figures = remeasured(&was.plan, &edition.plan);
        figures.extend(
            self.returned
                .get(&edition.hash)
                .into_iter()
                .flatten()
                .cloned(),
        );
        (!figures.is_empty()).then_some((was, figures))
    }
}

/// The newest version of a plan of which the database has the text; none where it has none that can be read. `known` is read
/// already.
pub(in crate::collector) async fn newest(
    store: &Store,
    plan: &str,
    known: Option<&Arc<Edition>>,
) -> Result<Option<Arc<Edition>>, sqlx::Error> {
    let Some(text) = store.newest_text(plan).await? else {
        return Ok(None);
    };
    if let Some(known) = known.filter(|known| known.whole.body == text.as_bytes()) {
        return Ok(Some(Arc::clone(known)));
    }
    let read = tokio::task::spawn_blocking(move || Edition::new(&text).ok()).await;
    Ok(read.ok().flatten().map(Arc::new))
}

/// What a plan brings back, measured otherwise, that the standing one does not have and an older text had of a version under which
/// reports have come. Of a version with several texts nothing says under which of them a report came, so each counts.
pub(in crate::collector) async fn brought_back(
    store: &Store,
    standing: &Edition,
    new: &Plan,
) -> Result<Vec<Remeasured>, sqlx::Error> {
    let mut found: Vec<Remeasured> = Vec::new();
    if !adds(&standing.plan, new) {
        return Ok(found);
    }
    let plan = standing.plan.id.as_str();
    for (version, hash) in store.reported_texts(plan).await? {
        if hash == standing.hash {
            continue;
        }
        let Some(text) = store.text(plan, version, &hash).await? else {
            continue;
        };
        let read = tokio::task::spawn_blocking(move || Plan::parse(&text).ok()).await;
        let Some(older) = read.ok().flatten() else {
            continue;
        };
        for one in returned(&older, &standing.plan, new) {
            if found.iter().all(|other| other.id != one.id) {
                found.push(one);
            }
        }
    }
    Ok(found)
}
