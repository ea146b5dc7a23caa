//! Publishing a plan, and changing how it stands.

use super::super::asking::Publisher;
use super::super::body::Body;
use super::super::language::Language;
use super::super::refusal::Refusal;
use super::super::reply::fresh;
use super::super::state::Collector;
use super::super::steps::{Stands, tag};
use super::super::trouble::Trouble;
use super::conditions::Conditions;
use super::stepping::{Done, Taking, Wanted};
use super::told::Published;
use crate::lint::lint;
use crate::message::{LintView, lint_views};
use crate::office::PlanState;
use crate::plan::{Plan, PlanError};
use crate::read::from_object;
use crate::text::Lang;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::header::ETAG;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::Response;
use serde::Deserialize;
use std::sync::Arc;

/// How many findings of lint an answer lists.
const MOST_FINDINGS: usize = 500;

/// `PUT /api/office/plans/{id}`: publishes a plan. 201 with the version that it was given, 200 where this very plan is
/// published already.
///
/// - 400 the plan has another identity than the address.
/// - 403 the code does not publish it.
/// - 409 the folder of the plans holds it.
/// - 412 something else is published than `If-Match` names; 428 it names nothing.
/// - 422 with all that is wrong with the plan.
pub async fn put(
    publisher: Publisher,
    State(collector): State<Collector>,
    id: Result<Path<String>, PathRejection>,
    Language(lang): Language,
    head: HeaderMap,
    body: Result<Body, Trouble>,
) -> Result<Response, Trouble> {
    let id = of_publisher(&publisher, id)?;
    let body = body?;
    let Read { plan, findings } = read(body.text()?.to_owned(), lang).await?;
    if plan.id.as_str() != id {
        let body = plan.id.as_str().to_owned();
        return Err(Refusal::OtherPlan { address: id, body }.into());
    }
    let wanted = Wanted::Version(Arc::new(plan));
    let done = taken(&collector, &publisher, &id, &head, wanted).await?;
    answer(done, Some(findings), lang)
}

/// How a plan is to stand, as an office sends it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, remote = "Self")]
struct ToStand {
    state: PlanState,
}

from_object!(ToStand);

/// `PUT /api/office/plans/{id}/state`: withdraws a published plan, archives it, or opens it again. 201 where it stands so
/// from now on, 200 where it stood so already; else as [`put`].
pub async fn stand(
    publisher: Publisher,
    State(collector): State<Collector>,
    id: Result<Path<String>, PathRejection>,
    Language(lang): Language,
    head: HeaderMap,
    body: Result<Body, Trouble>,
) -> Result<Response, Trouble> {
    let id = of_publisher(&publisher, id)?;
    let ToStand { state } = body?.json()?;
    let wanted = Wanted::State(state);
    let done = taken(&collector, &publisher, &id, &head, wanted).await?;
    answer(done, None, lang)
}

/// The identity in the address, of a plan that the office may publish.
pub(super) fn of_publisher(
    publisher: &Publisher,
    id: Result<Path<String>, PathRejection>,
) -> Result<String, Trouble> {
    let Path(id) = id.map_err(|_| Trouble::UnknownPlan)?;
    if publisher.publishes(&id) {
        Ok(id)
    } else {
        Err(Refusal::MayNot.into())
    }
}

/// Takes a step with a plan that the folder does not hold.
async fn taken(
    collector: &Collector,
    publisher: &Publisher,
    plan: &str,
    head: &HeaderMap,
    wanted: Wanted,
) -> Result<Done, Trouble> {
    // A file that was taken away is believed to be gone when it is missed twice.
    for _ in 0..2 {
        if let Err(error) = collector.look_now().await {
            tracing::warn!(%error, "the plans cannot be looked at before one is published");
            return Err(Trouble::Busy);
        }
        if collector.catalogue().file_of(plan).is_none() {
            break;
        }
    }
    if let Some(file) = collector.catalogue().file_of(plan) {
        return Err(Refusal::InFolder { file }.into());
    }
    let taking = Taking {
        collector,
        publisher,
        plan,
        conditions: Conditions::of(head),
        wanted,
    };
    taking.taken().await
}

fn answer(done: Done, findings: Option<Vec<LintView>>, lang: Lang) -> Result<Response, Trouble> {
    let Done {
        step,
        edition,
        is_new,
    } = done;
    let plan = &edition.plan;
    let tag = HeaderValue::from_str(&tag(&step)).map_err(|error| Trouble::internal(&error))?;
    let published = Published {
        plan: plan.id.as_str(),
        title: &plan.title,
        address: format!("/plans/{}", plan.id.as_str()),
        step: Stands::new(step, plan).view(lang),
        findings,
    };
    let status = if is_new {
        StatusCode::CREATED
    } else {
        StatusCode::OK
    };
    let mut response = fresh(status, &published)?;
    response.headers_mut().insert(ETAG, tag);
    Ok(response)
}

/// A plan that was sent, and what lint finds in it.
struct Read {
    plan: Plan,
    findings: Vec<LintView>,
}

/// Reads what was sent, apart from the threads on which requests are answered.
async fn read(text: String, lang: Lang) -> Result<Read, Trouble> {
    let read = tokio::task::spawn_blocking(move || -> Result<Read, Vec<PlanError>> {
        let mut plan = Plan::parse(&text)?;
        // What is kept is written anew, with another version, and must be the plan that was sent.
        let written = serde_json::to_string(&plan).unwrap_or_default();
        plan = Plan::parse(&written)?;
        let mut found = lint(&plan);
        found.truncate(MOST_FINDINGS);
        let findings = lint_views(&found, &plan, lang);
        Ok(Read { plan, findings })
    });
    let read = read.await.map_err(|error| Trouble::internal(&error))?;
    read.map_err(|errors| Refusal::NoPlan(errors).into())
}
