//! Taking away what nobody needs: files that never became whole, files that no report came to name, and files whose plan
//! keeps them no longer.

use super::super::state::Collector;
use super::depot_error::DepotError;
use crate::calendar::Instant;
use crate::plan::Plan;

const DAY: i64 = 86_400;

/// How long a device may take to send a file, with all that comes between.
const UNFINISHED: i64 = 7 * DAY;

/// How long a file waits for the report that names it.
const UNNAMED: i64 = 60 * DAY;

/// By what it is known that took away what a plan keeps no longer.
const BY_PLAN: &str = "plan";

/// Takes away what nobody needs, and what somebody began to take away. Returns how many files.
///
/// # Errors
/// The database or the folder fails; what was taken away until then stays so.
pub async fn sweep(collector: &Collector) -> Result<u64, DepotError> {
    let Some(depot) = collector.depot() else {
        return Ok(0);
    };
    let (store, now) = (collector.store(), collector.now());
    let at = now.unix_seconds();
    store
        .forget_files((at - UNFINISHED, at - UNNAMED), at)
        .await?;
    for plan in store.plans_with_files().await? {
        if let Some(edition) = collector.edition(&plan)
            && is_over(&edition.plan, now)
        {
            store.delete_files_of(&plan, (at, BY_PLAN)).await?;
        }
    }
    let mut count = 0;
    loop {
        let going = store.going_files().await?;
        if going.is_empty() {
            return Ok(count);
        }
        for file in going {
            depot.remove(store, &file).await?;
            count += 1;
        }
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
