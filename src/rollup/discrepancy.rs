//! A report of a long period against those of the shorter periods inside it.
//!
//! Why: the closing report asks the weekly figures again, for the whole time. It holds, because it is the
//! later word; but where it says other than the weeks together, somebody should look.

use super::amount::Amount;
use super::combine::{Contribution, without_repeats};
use super::parts::TablePart;
use crate::calendar::Period;
use crate::text::exact;

/// How much faster than the other days those may have gone of which only the long report tells.
const PACE: i128 = 3;

/// A figure that a long period and the shorter ones inside it give differently.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Discrepancy<'r> {
    /// The place of the unit.
    pub unit: usize,
    /// The place of the indicator.
    pub indicator: usize,
    /// What of it, where it is a table.
    pub part: Option<TablePart>,
    /// The place of the long period's column.
    pub column: usize,
    /// The submission that holds.
    pub submission: &'r str,
    /// What it says.
    pub value: i64,
    /// What the shorter periods say together.
    pub parts: i64,
    /// How many they are.
    pub reports: usize,
}

/// What differs, of one unit and one indicator whose periods add up: the column of the long period, its
/// value, that of the shorter ones together, and how many they are.
///
/// Only what the long report can know is compared: the periods that had ended when it came. Fewer in the
/// long period is always worth a look. More is worth one where three things hold: every shorter report is
/// there (`owed` are the periods for which the unit owes one), together they cover at least half of its
/// days, and the days that they do not cover cannot make it up at [`PACE`] times the pace of the others.
pub(super) fn discrepancies(
    all: &[Contribution],
    owed: &[(usize, Period)],
) -> Vec<(usize, i64, i64, usize)> {
    let mut found = Vec::new();
    for long in all {
        let inside = |period: Period| {
            long.period.encloses(period)
                && period.len_days() < long.period.len_days()
                && period.to() <= long.received
        };
        let parts = without_repeats(all, |one| inside(one.period));
        let sum = parts.iter().map(|one| one.amount).reduce(Amount::plus);
        let (Amount::Number(value), Some(Amount::Number(sum))) = (long.amount, sum) else {
            continue;
        };
        let there = |column: usize| all.iter().any(|one| one.column == column);
        let days: i64 = parts.iter().map(|one| one.period.len_days()).sum();
        let told = long.period.from().days_until(long.until()) + 1;
        let untold = i128::from((told - days).max(0));
        // One a day at least: small figures come in steps.
        let room = (sum + i128::from(days)) * PACE * untold / i128::from(days.max(1));
        let whole = days * 2 >= told
            && value > sum + room
            && owed
                .iter()
                .all(|(column, period)| !inside(*period) || there(*column));
        if sum > value || whole {
            found.push((long.column, exact(value), exact(sum), parts.len()));
        }
    }
    found
}
