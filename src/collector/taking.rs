//! Taking a report in: once, checked, for good, and fairly. What is cheap is asked first, and what a unit has sent before
//! is read and compared outside the one step that stores: no unit holds up the others by having sent much.

use super::access::Identity;
use super::catalogue::Edition;
use super::files::{FileTrouble, missing as missing_files};
use super::often;
use super::outdated::Outdated;
use super::reply::fresh_text;
use super::state::Collector;
use super::store::{NewSubmission, Occasion, Standing, Stored, was_overtaken};
use super::trouble::Trouble;
use crate::calendar::{Instant, Period};
use crate::finding::{Finding, Severity};
use crate::office::{PlanState, status};
use crate::plan::{Duty, Plan};
use crate::read::from_object;
use crate::report::{Amends, Figures, Receipt, Report, Submission, Value};
use crate::rules::{Context, Past, check_report};
use crate::schedule::{self, Status};
use crate::text::Lang;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use std::sync::Arc;

/// How often a report is taken in anew where another collector was there first. Each time a report of the unit was
/// stored, so all together go forward; one that is as likely to be second as first is hardly ever second so often.
const ATTEMPTS: u32 = 20;

/// How many earlier reports are read, the newest first, how many of them at a time, and of how many characters together.
const MOST_EARLIER: usize = 400;
const PAGE: usize = 10;
const MOST_READ: usize = 2 * 1024 * 1024;

/// Takes a submission in, or says why not.
///
/// # Errors
/// What is wrong with it, or with the database.
pub(super) async fn take_in(
    collector: &Collector,
    edition: &Arc<Edition>,
    submission: Submission,
    identity: &Identity,
    lang: Lang,
) -> Result<Response, Trouble> {
    let report = &submission.report;
    let plan = &edition.plan;
    if plan.unit(&report.unit).is_none() || plan.duty(&report.duty).is_none() {
        // Nothing can be known of it, and what no plan names goes to no database.
        let context = Context {
            now: Some(collector.now()),
            sending: true,
            ..Context::default()
        };
        let findings = check_report(plan, report, &context);
        return Err(Trouble::Findings(findings, Arc::clone(&edition.plan)));
    }
    let turn = collector.turns().of(&report.plan, &report.unit).await;
    let _turn = turn.ok_or(Trouble::Busy)?;
    let one = One {
        collector,
        edition,
        submission: Arc::new(submission),
        identity,
        lang,
    };
    for _ in 1..ATTEMPTS {
        match one.attempt().await {
            Err(Refusal::Overtaken) => {}
            Err(Refusal::Database(error)) if was_overtaken(&error) => {}
            outcome => return outcome.map_err(|refusal| refusal.into_trouble()),
        }
    }
    let last = one.attempt().await;
    last.map_err(|refusal| refusal.into_trouble())
}

/// Why a report was not taken in.
enum Refusal {
    Database(sqlx::Error),
    /// Another collector has taken in a report of the unit in the meantime.
    Overtaken,
    Told(Trouble),
}

impl Refusal {
    fn into_trouble(self) -> Trouble {
        match self {
            Self::Database(error) => error.into(),
            Self::Overtaken => Trouble::Busy,
            Self::Told(trouble) => trouble,
        }
    }
}

impl From<sqlx::Error> for Refusal {
    fn from(error: sqlx::Error) -> Self {
        Self::Database(error)
    }
}

impl From<Trouble> for Refusal {
    fn from(trouble: Trouble) -> Self {
        Self::Told(trouble)
    }
}

/// A submission that is being taken in.
struct One<'a> {
    collector: &'a Collector,
    edition: &'a Arc<Edition>,
    submission: Arc<Submission>,
    identity: &'a Identity,
    lang: Lang,
}

impl One<'_> {
    async fn attempt(&self) -> Result<Response, Refusal> {
        let Self {
            collector,
            edition,
            submission,
            identity,
            ..
        } = self;
        let store = collector.store();
        let report = &submission.report;
        let (from, to) = report.period.to_texts();
        let occasion = Occasion {
            plan: &report.plan,
            unit: &report.unit,
            duty: &report.duty,
            from: &from,
            to: &to,
        };
        let hash = report.hash();

        // Asked before anything is read: whoever sends for the unit in the meantime is seen when this one is stored.
        let before = store.state(occasion, &submission.id).await?;
        if before.is_known
            && let Some(stored) = store.submission(&submission.id).await?
        {
            return self.again(stored, &hash);
        }
        let standing = match before.count {
            0 => None,
            _ => store.standing(occasion).await?,
        };
        let problems = submission.problems();
        // What is no submission amends nothing, and is refused below with all that is wrong with it.
        if let Some(standing) = standing.as_ref().filter(|_| problems.is_empty()) {
            // A page that does not say what it amends takes only a receipt of its own id for one.
            if standing.hash == hash && submission.amends != Amends::Unsaid {
                let receipt = standing.receipt.clone();
                return Ok(fresh_text(StatusCode::OK, receipt));
            }
            if status(standing.outcome.as_deref()) == Status::Accepted {
                return Err(Trouble::Locked.into());
            }
            if !submission.amends.fits(Some(&standing.id)) {
                return Err(self.outdated(standing.clone()).await?.into());
            }
            let now = collector.now().unix_seconds();
            if let Some(trouble) = often::revised(store, occasion, standing, now).await? {
                return Err(trouble.into());
            }
        }
        let rule = edition.plan.duty(&report.duty).and_then(Duty::on_demand);
        if let Some(rule) = rule.filter(|_| standing.is_none()) {
            let now = collector.now().unix_seconds();
            if let Some(trouble) = often::opened(store, occasion, rule.most(), now).await? {
                return Err(trouble.into());
            }
        }
        // What was received stays so, and its receipt was answered above.
        match (collector.catalogue().state(&report.plan), &standing) {
            (PlanState::Archived, _) => return Err(Trouble::Archived.into()),
            (PlanState::Withdrawn, None) => return Err(Trouble::Withdrawn.into()),
            (PlanState::Open, _) | (PlanState::Withdrawn, Some(_)) => {}
        }
        let received_at = collector.now();
        let past = match before.count {
            0 => Past::default(),
            _ => self.past(occasion).await?,
        };
        let findings = self.checked(problems, past, received_at).await?;
        let is_error = |finding: &Finding| finding.severity == Severity::Error;
        if findings.iter().any(is_error) {
            return Err(Trouble::Findings(findings, Arc::clone(&edition.plan)).into());
        }

        let missing = missing_files(store, report, received_at.unix_seconds()).await?;
        if !missing.is_empty() {
            return Err(Trouble::from(FileTrouble::Missing(missing)).into());
        }

        let revision = standing.map_or(1, |standing| standing.revision.saturating_add(1));
        let owed = owed(&edition.plan, report);
        let receipt = Receipt::issue(submission, owed.as_ref(), received_at, revision, findings);
        let receipt = serde_json::to_string(&receipt).map_err(Trouble::from)?;
        let canonical = String::from_utf8_lossy(&report.canonical()).into_owned();
        let new = NewSubmission {
            id: &submission.id,
            occasion,
            plan_version: report.plan_version,
            revision,
            prepared_at: submission.prepared_at.unix_seconds(),
            received_at: received_at.unix_seconds(),
            hash: &hash,
            report: &canonical,
            receipt: &receipt,
            sent_by: identity.name(),
        };
        let mut intake = store.begin(&report.plan, &report.unit).await?;
        let now = intake.state(occasion, &submission.id).await?;
        if now.is_known
            && let Some(stored) = intake.submission(&submission.id).await?
        {
            return self.again(stored, &hash);
        }
        // A decision in the meantime may have locked it; a report, changed what it is held against.
        if now.count != before.count || now.is_accepted {
            return Err(Refusal::Overtaken);
        }
        intake.store(new).await?;
        tracing::info!(
            plan = report.plan,
            duty = report.duty,
            unit = report.unit,
            revision,
            "received a report"
        );
        Ok(fresh_text(StatusCode::CREATED, receipt))
    }

    /// What is answered where something was received under the same identity.
    fn again(&self, stored: Stored, hash: &str) -> Result<Response, Refusal> {
        if stored.hash == hash {
            return Ok(fresh_text(StatusCode::OK, stored.receipt));
        }
        Err(Trouble::OtherContent.into())
    }

    /// That the report was not made from the one that holds.
    async fn outdated(&self, standing: Standing) -> Result<Trouble, Refusal> {
        let (plan, submission) = (Arc::clone(&self.edition.plan), Arc::clone(&self.submission));
        let (lang, unit) = (self.lang, &self.submission.report.unit);
        let is_open = Outdated::is_open(self.identity, &plan, unit);
        let told = move || Outdated::new(&plan, &submission.report, &standing, is_open, lang);
        let outdated = self.computed(told).await?;
        Ok(Trouble::Outdated(Box::new(outdated)))
    }

    /// What the unit has reported of periods that are over, of which the rules choose what is earlier. One that this
    /// version can no longer read is passed over: it cannot be held against anything. Page by page and without its
    /// activities, so that a unit that has written much takes no more memory than another.
    async fn past(&self, occasion: Occasion<'_>) -> Result<Past, Refusal> {
        let mut past = Past::default();
        let (mut before, mut read) = (i64::MAX, 0);
        while read < MOST_EARLIER {
            let store = self.collector.store();
            let page = store.earlier(occasion, before, PAGE, MOST_READ).await?;
            let Some((last, _)) = page.last() else {
                break;
            };
            before = *last;
            read += page.len();
            // A short page that no length cut short is the last one.
            let length: usize = page.iter().map(|(_, text)| text.len()).sum();
            let is_last = page.len() < PAGE && length < MOST_READ;
            let added = move || {
                for (_, text) in page.iter().rev() {
                    if let Some(report) = told(text) {
                        past.add(report);
                    }
                }
                past
            };
            past = self.computed(added).await?;
            if is_last {
                break;
            }
        }
        Ok(past)
    }

    async fn checked(
        &self,
        mut findings: Vec<Finding>,
        past: Past,
        received_at: Instant,
    ) -> Result<Vec<Finding>, Refusal> {
        let (plan, submission) = (Arc::clone(&self.edition.plan), Arc::clone(&self.submission));
        self.computed(move || {
            let context = Context {
                now: Some(received_at),
                earlier: &past,
                sending: true,
                ..Context::default()
            };
            findings.extend(check_report(&plan, &submission.report, &context));
            findings
        })
        .await
    }

    /// Computes apart from the threads on which requests are answered.
    async fn computed<T: Send + 'static>(
        &self,
        task: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Refusal> {
        let done = tokio::task::spawn_blocking(task).await;
        done.map_err(|error| Trouble::internal(&error).into())
    }
}

/// What is read of an earlier report: all but its activities, which nothing is held against.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", remote = "Self")]
struct Told {
    format: u32,
    plan: String,
    plan_version: u32,
    duty: String,
    unit: String,
    period: Period,
    #[serde(default)]
    figures: Figures<Value>,
}

from_object!(Told);

fn told(json: &str) -> Option<Report> {
    let told: Told = serde_json::from_str(json).ok()?;
    Some(Report {
        format: told.format,
        plan: told.plan,
        plan_version: told.plan_version,
        duty: told.duty,
        unit: told.unit,
        period: told.period,
        figures: told.figures,
        activities: Vec::new(),
        explanations: Vec::new(),
    })
}

/// The occasion that the report answers.
pub(super) fn owed(plan: &Plan, report: &Report) -> Option<schedule::Occasion> {
    let (duty, unit) = (plan.duty(&report.duty)?, plan.unit(&report.unit)?);
    schedule::occasion_of(plan, duty, unit, report.period)
}
