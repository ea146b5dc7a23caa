//! What an import puts back, held against what is in the books: the clock, the plans, and what was received and decided.

use super::store::{Decision, Kept, Occasion, Restoring, Standing};
use super::taking::owed;
use crate::calendar::Instant;
use crate::office::status;
use crate::plan::Plan;
use crate::report::{Receipt, Report};
use crate::schedule::{Status, delayed};
use crate::text::is_active;
use std::collections::BTreeMap;

/// How far the clocks of two collectors on one database may differ, and a clock be set back, in seconds.
const CLOCKS_DIFFER: i64 = 5 * 60;

/// What to do about an hour that cannot be.
pub(super) const CLOCK: &str = "; see that the clock here is right, and if the clock by which the export was written was wrong \
     and has been set right since, say --clock-set-right";

/// The books into which lines are put back.
pub(super) struct Books {
    pub(super) restoring: Restoring,
    now: i64,
    /// How far hours may go against their order, in seconds.
    pub(super) slack: i64,
    /// The texts that each version of a plan ever had, as far as they can be read.
    plans: BTreeMap<(String, u32), Vec<Plan>>,
}

/// What a line says, read and found to agree with itself.
pub(super) struct Entry {
    pub(super) kept: Kept,
    pub(super) report: Report,
    pub(super) receipt: Receipt,
    /// What was decided about it, in order.
    pub(super) decisions: Vec<Decision>,
}

/// What became of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Entered {
    /// It stands here already, as it is.
    Known,
    /// It was put back.
    New {
        /// Whether its deadline was held against its plan, which is not always here.
        compared: bool,
    },
}

/// The most characters of a name by which a sender or an office was known.
const LONGEST_NAME: usize = 200;

/// Whether a text can be a name by which a sender or an office was known.
pub(super) fn is_name(text: &str) -> bool {
    text.chars().count() <= LONGEST_NAME && !text.contains(is_active)
}

/// That the database failed, for who reads why a line was not put back.
pub(super) fn failed(error: sqlx::Error) -> String {
    format!("it cannot be stored: {error}")
}

/// That something holds, or why not.
pub(super) fn require(holds: bool, why: &str) -> Result<(), String> {
    if holds { Ok(()) } else { Err(why.to_owned()) }
}

impl Books {
    /// The books as the clock shows `now`. Where the clock by which they were written was set right, hours prove no order.
    pub(super) fn new(restoring: Restoring, now: Instant, clock_set_right: bool) -> Self {
        Self {
            restoring,
            now: now.unix_seconds(),
            slack: if clock_set_right {
                i64::MAX
            } else {
                CLOCKS_DIFFER
            },
            plans: BTreeMap::new(),
        }
    }

    /// Whether something that was written down with this hour may have happened by now.
    pub(super) fn is_past(&self, seconds: i64) -> bool {
        seconds <= self.now.saturating_add(self.slack)
    }

    /// Puts an entry back where it is not here. What its texts hold is not judged again: it was received as it stands,
    /// perhaps when less was asked of a report, and its receipt says so.
    pub(super) async fn enter(&mut self, entry: Entry) -> Result<Entered, String> {
        let Entry {
            kept,
            report,
            receipt,
            decisions,
        } = entry;
        self.hold_hours(&kept, &decisions)?;
        let known = self.restoring.known(&kept.id).await.map_err(failed)?;
        if let Some(known) = known {
            let stand = self.restoring.decisions(&kept.id).await.map_err(failed)?;
            same_as_stands(&known, &stand, &kept, &decisions)?;
            return Ok(Entered::Known);
        }
        let occasion = Occasion {
            plan: &kept.plan,
            unit: &kept.unit,
            duty: &kept.duty,
            from: &kept.period_from,
            to: &kept.period_to,
        };
        let last = self.restoring.last(occasion).await.map_err(failed)?;
        self.follows(last.as_ref(), &kept)?;
        if let Some(last) = &last {
            let stand = self.restoring.decisions(&last.id).await.map_err(failed)?;
            let amended_at = kept.received_at.saturating_add(self.slack);
            require(
                stand.iter().all(|one| one.decided_at <= amended_at),
                &format!(
                    "the revision before it was decided about when it had been amended already{CLOCK}"
                ),
            )?;
        }
        let compared = self.hold_to_plan(&report, &receipt).await?;
        self.restoring.submission(&kept).await.map_err(failed)?;
        for decision in &decisions {
            self.restoring.decision(decision).await.map_err(failed)?;
        }
        Ok(Entered::New { compared })
    }

    /// That nothing came or was decided after now, and that what was decided was so after it came, and in order.
    fn hold_hours(&self, kept: &Kept, decisions: &[Decision]) -> Result<(), String> {
        require(
            self.is_past(kept.received_at),
            &format!("it came later than the clock here shows{CLOCK}"),
        )?;
        let mut before = kept.received_at;
        for decision in decisions {
            require(
                self.is_past(decision.decided_at),
                &format!("it was decided about later than the clock here shows{CLOCK}"),
            )?;
            require(
                decision.decided_at >= before.saturating_sub(self.slack),
                &format!(
                    "its decisions are not in the order of their hours, or older than the report{CLOCK}"
                ),
            )?;
            before = decision.decided_at;
        }
        let same = |pair: &[Decision]| {
            let said =
                |one: &Decision| (one.outcome.clone(), one.reason.clone(), one.fields.clone());
            matches!(pair, [one, next] if said(one) == said(next))
        };
        require(
            !decisions.windows(2).any(same),
            "the same was decided twice in a row, which no office can",
        )
    }

    /// That the deadline in the receipt is that of the plan, in one of the texts that its version ever had. Returns whether
    /// one is here.
    async fn hold_to_plan(&mut self, report: &Report, receipt: &Receipt) -> Result<bool, String> {
        let key = (report.plan.clone(), report.plan_version);
        if !self.plans.contains_key(&key) {
            let texts = self.restoring.plan_texts(&key.0, i64::from(key.1)).await;
            let texts = texts.map_err(failed)?;
            let plans = texts.iter().filter_map(|text| Plan::parse(text).ok());
            self.plans.insert(key.clone(), plans.collect());
        }
        let plans = self.plans.get(&key).map_or(&[][..], Vec::as_slice);
        let asks =
            |plan: &&Plan| plan.unit(&report.unit).is_some() && plan.duty(&report.duty).is_some();
        let agrees = |plan: &Plan| {
            let owed = owed(plan, report);
            let (prepared_at, received_at) = (receipt.prepared_at, receipt.received_at);
            let was_delayed = owed
                .as_ref()
                .is_some_and(|owed| delayed(owed, prepared_at, received_at));
            // Receipts of earlier collectors do not say that a report was held up.
            owed.and_then(|owed| owed.cutoff) == receipt.cutoff && (was_delayed || !receipt.delayed)
        };
        require(
            plans.is_empty() || plans.iter().any(|plan| asks(&plan)),
            "its plan, which is here, has no such unit or duty",
        )?;
        require(
            plans.is_empty() || plans.iter().filter(asks).any(agrees),
            "the deadline in its receipt is not that of its plan, which is here",
        )?;
        Ok(!plans.is_empty())
    }

    /// That an entry amends the last revision of its report that stands here, and could.
    fn follows(&self, last: Option<&Standing>, kept: &Kept) -> Result<(), String> {
        let highest = last.map_or(0, |last| i64::from(last.revision));
        require(
            kept.revision > highest,
            "another report is stored as this revision",
        )?;
        require(
            kept.revision == highest + 1,
            "the revision before it is neither stored nor in a line above",
        )?;
        let Some(last) = last else {
            return Ok(());
        };
        require(
            kept.received_at >= last.received_at.saturating_sub(self.slack),
            &format!("it came before the revision that it amends{CLOCK}"),
        )?;
        require(
            status(last.outcome.as_deref()) != Status::Accepted,
            "the office has accepted the revision that it would amend",
        )
    }
}

/// That an entry which stands here already says nothing else than what stands here: an import decides nothing.
fn same_as_stands(
    known: &Kept,
    stand: &[Decision],
    kept: &Kept,
    decisions: &[Decision],
) -> Result<(), String> {
    if (&known.hash, &known.report) != (&kept.hash, &kept.report) {
        return Err(format!("another report is stored under {}", kept.id));
    }
    let received = |one: &Kept| (one.receipt.clone(), one.sent_by.clone(), one.received_at);
    if received(known) != received(kept) {
        return Err(format!("another receipt is stored for {}", kept.id));
    }
    // Of what was decided since the lines were written the line says nothing.
    if !stand.starts_with(decisions) {
        return Err(format!(
            "other decisions than those here are in the line of {}; an import decides nothing about a report that is \
             here: let the office decide on its page, or import into an empty database",
            kept.id
        ));
    }
    Ok(())
}
