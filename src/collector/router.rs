//! Which address leads where.

use super::access::{self, Rate};
use super::hosts::{self, HostName};
use super::layers::{self, Frames, Origin};
use super::state::Collector;
use super::trouble::Trouble;
use super::{
    below, claims, decision, files, office, openapi, plans, problem, progress, publishing, reports,
    rows, site, submissions,
};
use axum::Router;
use axum::middleware;
use axum::routing::{delete, get, post, put};
use std::num::NonZeroU32;
use std::path::PathBuf;
use std::time::Duration;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};

/// How the collector is embedded.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The folder of the portal that is served beside the interface, if any.
    pub site: Option<PathBuf>,
    /// The origins whose pages may call the collector besides its own.
    pub origins: Vec<Origin>,
    /// The origins whose pages may show its pages in a frame, besides its own.
    pub frames: Vec<Origin>,
    /// The names under which it is reached, besides addresses and this machine's own name.
    pub hosts: Vec<HostName>,
    /// How long a request may take from its head to its answer; a large report over a slow mobile
    /// connection needs most of the half minute that it is by default.
    pub patience: Duration,
    /// How many requests a second one place may make; none for no limit.
    pub rate: Option<NonZeroU32>,
    /// Whether every request comes through a proxy of one's own, which says from where.
    pub behind_proxy: bool,
}

/// Requests a second from one place, where nothing else is said: a school behind one address, all of
/// whose classes report at once, stays below it.
const RATE: NonZeroU32 = NonZeroU32::MIN.saturating_add(49);

impl Default for Settings {
    fn default() -> Self {
        Self {
            site: None,
            origins: Vec::new(),
            frames: Vec::new(),
            hosts: Vec::new(),
            patience: Duration::from_secs(30),
            rate: Some(RATE),
            behind_proxy: false,
        }
    }
}

/// All that the collector answers.
pub fn router(collector: Collector, settings: &Settings) -> Router {
    let answers = collector.answers().clone();
    let interface = Router::new()
        .route("/health", get(plans::health))
        .route("/openapi.json", get(openapi::served))
        .route("/plans", get(plans::list))
        .route("/plans/{plan}", get(plans::one))
        .route("/plans/{plan}/first", get(plans::first))
        .route("/plans/{plan}/status", get(plans::status))
        .route("/plans/{plan}/reports", get(reports::reports))
        .route("/plans/{plan}/below", get(below::below))
        .route("/plans/{plan}/claims", post(claims::claims))
        .route(
            "/plans/{plan}/files/{hash}",
            get(files::download).put(files::put),
        )
        .route("/plans/{plan}/files/{hash}/state", get(files::state))
        .route("/submissions/{id}", put(submissions::put))
        .route("/submissions/{id}/receipt", get(submissions::receipt))
        .route("/submissions/{id}/decision", get(decision::of_submission))
        .route("/office/plans", get(publishing::list))
        .route(
            "/office/plans/{plan}",
            get(publishing::one).put(publishing::put),
        )
        .route("/office/plans/{plan}/versions", get(publishing::versions))
        .route("/office/plans/{plan}/state", put(publishing::stand))
        .route("/office/plans/{plan}/keys", put(publishing::keys))
        .route("/office/plans/{plan}/overview", get(office::overview))
        .route("/office/plans/{plan}/progress", get(progress::progress))
        .route("/office/plans/{plan}/paper", get(progress::paper))
        .route("/office/plans/{plan}/tables/{indicator}", get(rows::rows))
        .route("/office/plans/{plan}/files", get(files::list))
        .route("/office/plans/{plan}/files/{hash}", delete(files::delete))
        .route("/office/submissions/{id}", get(office::submission))
        .route("/office/submissions/{id}/decision", post(decision::decide))
        .fallback(no_such_place)
        .method_not_allowed_fallback(no_such_method)
        .with_state(collector.clone())
        .layer(middleware::from_fn_with_state(collector, plans::seen))
        .layer(middleware::from_fn_with_state(
            settings.rate.map(Rate::per_second),
            access::limited,
        ));
    let mut all = Router::new().nest("/api", interface);
    all = match &settings.site {
        Some(folder) => all.fallback_service(site::serve(folder)),
        None => all.fallback(no_such_place),
    };
    if !settings.origins.is_empty() {
        all = all.layer(layers::allowed(&settings.origins));
    }
    all.layer(middleware::from_fn_with_state(
        settings.patience,
        layers::timely,
    ))
    .layer(CatchPanicLayer::custom(layers::panicked))
    .layer(middleware::from_fn(layers::shared))
    .layer(middleware::from_fn(layers::names_refused))
    .layer(middleware::from_fn_with_state(
        settings.hosts.clone().into(),
        hosts::known,
    ))
    .layer(middleware::from_fn_with_state(answers, problem::worded))
    .layer(CompressionLayer::new().compress_when(
        // Files that are kept are packed already, and their length is told.
        DefaultPredicate::new().and(NotForContentType::const_new("application/octet-stream")),
    ))
    .layer(middleware::from_fn_with_state(
        Frames::of(&settings.frames),
        layers::secure,
    ))
    .layer(middleware::from_fn_with_state(
        settings.behind_proxy,
        access::located,
    ))
    .layer(middleware::from_fn(layers::logged))
}

async fn no_such_place() -> Trouble {
    Trouble::NoSuchPlace
}

async fn no_such_method() -> Trouble {
    Trouble::NoSuchMethod
}
