//! How often a unit may amend one report, and open reports by itself: as often as people do, and not as a script does.

use super::store::{Occasion, Often, Standing, Store};
use super::trouble::Trouble;
use std::time::Duration;

/// How many revisions a report may have since the office last returned it, and how many of them within an hour. Returning
/// it is how an office allows more.
const MOST_REVISIONS: i64 = 100;
const MOST_REVISIONS_IN_AN_HOUR: u32 = 20;

/// How many reports that a unit opens by itself under one duty may come within an hour: a device that had no line for days sends
/// what it holds. How many there may be in all the plan says.
const MOST_OPENED_IN_AN_HOUR: i64 = 100;

const HOUR: i64 = 3_600;

/// Why a report may not have one more revision now.
///
/// # Errors
/// The database fails.
pub(super) async fn revised(
    store: &Store,
    occasion: Occasion<'_>,
    standing: &Standing,
    now: i64,
) -> Result<Option<Trouble>, sqlx::Error> {
    if standing.revision < MOST_REVISIONS_IN_AN_HOUR {
        return Ok(None);
    }
    let since = store.revised(occasion, now - HOUR).await?;
    // The one that is to come is among those of this hour.
    let recent = i64::from(MOST_REVISIONS_IN_AN_HOUR) + 1;
    Ok(too_often(&since, MOST_REVISIONS, recent, now).map(Trouble::TooManyRevisions))
}

/// Why a unit may not open one more report under that duty now.
///
/// # Errors
/// The database fails.
pub(super) async fn opened(
    store: &Store,
    occasion: Occasion<'_>,
    most: usize,
    now: i64,
) -> Result<Option<Trouble>, sqlx::Error> {
    let all = store.opened(occasion, now - HOUR).await?;
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    Ok(too_often(&all, most, MOST_OPENED_IN_AN_HOUR, now).map(Trouble::TooManyOpened))
}

/// For how long there is no more; for good where all are used up.
fn too_often(all: &Often, most: i64, most_recent: i64, now: i64) -> Option<Option<Duration>> {
    if all.count >= most {
        return Some(None);
    }
    let seconds = u64::try_from(all.oldest + HOUR - now).unwrap_or_default();
    (all.recent >= most_recent).then_some(Some(Duration::from_secs(seconds)))
}

#[cfg(test)]
mod tests {
    use super::{Often, too_often};
    use std::time::Duration;

    #[test]
    fn so_many_in_an_hour_and_so_many_in_all() {
        let hour = |seconds| Some(Some(Duration::from_secs(seconds)));
        for (count, recent, oldest, expected) in [
            (0, 0, 0, None),
            (99, 9, 5_000, None),
            (50, 10, 5_000, hour(2_600)),
            (100, 10, 5_000, Some(None)),
            (100, 0, 0, Some(None)),
        ] {
            let all = Often {
                count,
                recent,
                oldest,
            };
            assert_eq!(too_often(&all, 100, 10, 6_000), expected, "{all:?}");
        }
    }
}
