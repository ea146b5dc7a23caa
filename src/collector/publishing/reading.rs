//! What offices read of plans: which there are, how each stands, and what was done with it.

use super::super::asking::AnyOffice;
use super::super::language::Language;
use super::super::reply::fresh;
use super::super::state::Collector;
use super::super::steps::{Stands, StepView, tag};
use super::super::trouble::Trouble;
use super::told::Listed;
use crate::read::from_object;
use axum::extract::rejection::{PathRejection, QueryRejection};
use axum::extract::{Path, Query, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};

/// How many steps of a plan are told at once.
const PAGE: i64 = 100;

/// `GET /api/office/plans/{id}`: a plan in full, with the tag by which the next version says what it was made from.
pub async fn one(
    office: AnyOffice,
    State(collector): State<Collector>,
    id: Result<Path<String>, PathRejection>,
) -> Result<Response, Trouble> {
    let id = of_office(&office, id)?;
    let catalogue = collector.catalogue();
    let edition = catalogue.edition(&id).ok_or(Trouble::UnknownPlan)?;
    let tag = match catalogue.head(&id) {
        Some(step) => tag(step),
        None => edition.whole.tag.clone(),
    };
    let tag = HeaderValue::from_str(&tag).map_err(|error| Trouble::internal(&error))?;
    let headers = [
        (ETAG, tag),
        (CACHE_CONTROL, HeaderValue::from_static("no-store")),
        (CONTENT_TYPE, HeaderValue::from_static("application/json")),
    ];
    Ok((headers, edition.whole.body.clone()).into_response())
}

/// What [`list`] answers.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct List<'a> {
    plans: Vec<Listed<'a>>,
    /// The files of the folder that are not served as they stand; for those who publish.
    #[serde(skip_serializing_if = "Option::is_none")]
    wrong_files: Option<Vec<WrongFile>>,
}

#[derive(Serialize)]
struct WrongFile {
    file: String,
    /// Whether what it held before is served.
    holds: bool,
    message: String,
}

/// `GET /api/office/plans`: all plans that the office sees, withdrawn and archived ones too, each with where it has its
/// home and how it stands.
pub async fn list(
    office: AnyOffice,
    State(collector): State<Collector>,
    Language(lang): Language,
) -> Result<Response, Trouble> {
    let catalogue = collector.catalogue();
    let plans = catalogue.current().map(|edition| &*edition.plan);
    let seen = plans.filter(|plan| office.sees_plan(plan.id.as_str()));
    let listed = seen.map(|plan| {
        let id = plan.id.as_str();
        let step = catalogue.head(id).cloned();
        Listed {
            id,
            version: plan.version,
            title: &plan.title,
            period: plan.period,
            home: if step.is_some() {
                "published"
            } else {
                "folder"
            },
            file: catalogue.file_of(id),
            published: step.map(|step| Stands::new(step, plan).view(lang)),
        }
    });
    let wrong_files = office.is_publisher().then(|| {
        let wrong = catalogue.wrong_files().iter().map(|wrong| WrongFile {
            file: wrong.name(),
            holds: wrong.holds,
            message: wrong.sentence(lang),
        });
        wrong.collect()
    });
    let list = List {
        plans: listed.collect(),
        wrong_files,
    };
    fresh(StatusCode::OK, &list)
}

/// The query of [`versions`].
#[derive(Deserialize)]
#[serde(remote = "Self")]
pub struct Before {
    before: Option<u32>,
}

from_object!(Before);

/// What [`versions`] answers.
#[derive(Serialize)]
struct Versions {
    steps: Vec<NumberedStep>,
    /// Whether there are older ones.
    more: bool,
}

#[derive(Serialize)]
struct NumberedStep {
    step: u32,
    #[serde(flatten)]
    view: StepView,
}

/// `GET /api/office/plans/{id}/versions`: what was done with a published plan, step by step, the newest first, by whom and
/// when; `?before=` a step those before it. The texts are at `/api/plans/{id}?full&version=`.
pub async fn versions(
    office: AnyOffice,
    State(collector): State<Collector>,
    id: Result<Path<String>, PathRejection>,
    before: Result<Query<Before>, QueryRejection>,
    Language(lang): Language,
) -> Result<Response, Trouble> {
    let Query(Before { before }) = before.map_err(|_| Trouble::Parameter("before"))?;
    let id = of_office(&office, id)?;
    let edition = collector.edition(&id).ok_or(Trouble::UnknownPlan)?;
    let before = before.map_or(i64::MAX, i64::from);
    let steps = collector.store().steps(&id, before, PAGE).await?;
    let more = steps.last().is_some_and(|step| step.step > 1);
    let steps = steps.into_iter().map(|step| NumberedStep {
        step: step.step,
        view: Stands::new(step, &edition.plan).view(lang),
    });
    let versions = Versions {
        steps: steps.collect(),
        more,
    };
    fresh(StatusCode::OK, &versions)
}

/// The identity in the address, of a plan that the office may read.
fn of_office(
    office: &AnyOffice,
    id: Result<Path<String>, PathRejection>,
) -> Result<String, Trouble> {
    let Path(id) = id.map_err(|_| Trouble::UnknownPlan)?;
    if office.sees_plan(&id) {
        Ok(id)
    } else {
        Err(Trouble::NotYours)
    }
}
