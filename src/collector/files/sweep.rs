//! Taking away what nobody needs: files that never became whole, files that no report came to name, and files whose plan
//! keeps them no longer.

use super::super::state::Collector;
use super::super::store::KeptFile;
use super::depot::{DepotError, Of};
use crate::calendar::Instant;
use crate::plan::Plan;

const DAY: i64 = 86_400;

/// How long a device may take to send a file, with all that comes between.
const UNFINISHED: i64 = 7 * DAY;

/// How long a file waits for the report that names it.
const UNNAMED: i64 = 60 * DAY;

/// By what it is known that took away what a plan keeps no longer, or no report names.
const BY_PLAN: &str = "plan";
const BY_NOBODY: &str = "unused";

/// Takes away what nobody needs. Returns how many files.
///
/// # Errors
/// The database, or the folder or bucket fails; what was taken away until then stays so.
pub async fn sweep(collector: &Collector) -> Result<u64, DepotError> {
    let Some(depot) = collector.depot() else {
        return Ok(0);
    };
    let (store, now) = (collector.store(), collector.now());
    let at = now.unix_seconds();
    let mut count = 0;
    for file in store.unfinished_files(at - UNFINISHED).await? {
        store
            .forget_file(&file.plan, &file.unit, &file.hash)
            .await?;
        depot.remove(store, of(&file)).await?;
        count += 1;
    }
    let mut gone = Vec::new();
    for file in store.unnamed_files(at - UNNAMED).await? {
        gone.push((file, BY_NOBODY));
    }
    for plan in store.plans_with_files().await? {
        if let Some(edition) = collector.edition(&plan)
            && is_over(&edition.plan, now)
        {
            for file in store.kept_files(&plan).await? {
                gone.push((file, BY_PLAN));
            }
        }
    }
    for (file, by) in gone {
        store
            .delete_file(&file.plan, &file.unit, &file.hash, (at, by))
            .await?;
        depot.remove(store, of(&file)).await?;
        count += 1;
    }
    Ok(count)
}

fn of(file: &KeptFile) -> Of<'_> {
    Of {
        plan: &file.plan,
        unit: &file.unit,
        hash: &file.hash,
    }
}

/// Whether all days are over for which a plan keeps files. One that says nothing of some keeps all.
fn is_over(plan: &Plan, now: Instant) -> bool {
    let mut longest = None;
    for file in (plan.indicators.iter()).filter_map(|one| one.measure.files()) {
        match file.keep_days {
            Some(days) => longest = longest.max(Some(days)),
            None => return false,
        }
    }
    let (today, _) = now.civil(plan.offset);
    longest.is_some_and(|days| plan.period.to().days_until(today) > days)
}
