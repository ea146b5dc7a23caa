//! Putting back what offices did with plans: each step after the one before it, with the text that it names.

use super::books::{Books, failed, is_name, require};
use super::store::Step;
use super::transfer::StepLine;
use crate::calendar::Instant;
use crate::office::PlanState;

/// Puts a step back where it is not here. By it a plan is served, so nothing is believed that the texts, the clock or the
/// steps before it contradict; one that is here already says nothing else than what stands here.
pub(super) async fn put_step(books: &mut Books, line: StepLine) -> Result<(), String> {
    let step = Step {
        plan: line.plan,
        step: line.number,
        version: line.version,
        state: line.state,
        hash: line.hash,
        done_at: line.done_at,
        done_by: line.done_by,
        office: line.office,
    };
    let is_one = PlanState::named(&step.state).is_some()
        && step.step > 0
        && is_name(&step.done_by)
        && is_name(&step.office)
        && Instant::from_unix_seconds(step.done_at).is_some();
    require(
        is_one,
        "this is no step that an office can take with a plan",
    )?;
    require(
        books.is_past(step.done_at),
        "it was published later than the clock here shows; see that the clock is right",
    )?;
    let hashes = books
        .restoring
        .plan_hashes(&step.plan, i64::from(step.version))
        .await;
    require(
        hashes.map_err(failed)?.contains(&step.hash),
        "the version that it publishes is neither stored nor in a line above",
    )?;
    let known = books
        .restoring
        .step(&step.plan, step.step)
        .await
        .map_err(failed)?;
    if let Some(known) = known {
        return require(
            known == step,
            "another step is stored in the place of this one",
        );
    }
    let last = books.restoring.head(&step.plan).await.map_err(failed)?;
    let Some(last) = last else {
        require(
            step.step == 1,
            "the step before it is neither stored nor in a line above",
        )?;
        let is_open = step.state == PlanState::Open.name();
        require(
            is_open,
            "the first step publishes a plan, and this one does not",
        )?;
        return books.restoring.put_step(&step).await.map_err(failed);
    };
    require(
        Some(step.step) == last.step.checked_add(1),
        "the step before it is neither stored nor in a line above",
    )?;
    let is_same = (step.version, &step.hash) == (last.version, &last.hash);
    let is_next = step.version > last.version && step.state == PlanState::Open.name();
    require(
        is_same || is_next,
        "it publishes an older version, or another text of the same",
    )?;
    require(
        step.done_at >= last.done_at.saturating_sub(books.slack),
        "it is older than the step before it",
    )?;
    books.restoring.put_step(&step).await.map_err(failed)
}
