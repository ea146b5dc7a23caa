//! A collector on a database of its own, and requests to it.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use phieu::calendar::Instant;
use phieu::collector::{Catalogue, Clock, Collector, Settings, Store, Token, router};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU32, Ordering};
use tower::ServiceExt;

/// The office's token in all tests.
pub const TOKEN: &str = "the-token-of-the-office";

/// A collector under test.
pub struct Tested {
    /// What it answers with.
    pub router: Router,
    /// Its folder: `plans/` and the database.
    pub folder: PathBuf,
    clock: Arc<AtomicI64>,
    store: Store,
}

/// An answer, read to its end.
#[derive(Debug)]
pub struct Answer {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: Vec<u8>,
}

impl Answer {
    /// The body as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body)
            .unwrap_or_else(|error| panic!("{error}: {}", self.text()))
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// A header, empty where it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }

    /// The code of the problem that it tells of.
    pub fn code(&self) -> String {
        assert_eq!(
            self.header("content-type"),
            "application/problem+json",
            "{}",
            self.text()
        );
        let problem = self.json();
        assert_eq!(problem["status"], self.status.as_u16());
        assert_eq!(
            problem["type"],
            format!("urn:phieu:problem:{}", problem["code"].as_str().unwrap())
        );
        for member in ["title", "detail"] {
            assert!(
                !problem[member].as_str().unwrap().is_empty(),
                "a problem has a {member}"
            );
        }
        problem["code"].as_str().unwrap().to_owned()
    }
}

impl Tested {
    /// A collector that has received nothing.
    pub async fn new() -> Self {
        Self::with(Settings::default()).await
    }

    /// The same, embedded as `settings` say.
    pub async fn with(settings: Settings) -> Self {
        let folder = folder();
        std::fs::create_dir_all(folder.join("plans")).unwrap();
        std::fs::write(folder.join("plans/trees.json"), include_str!("plan.json")).unwrap();
        Self::open(folder, &settings).await
    }

    /// The collector that lives in `folder`.
    pub async fn open(folder: PathBuf, settings: &Settings) -> Self {
        let store = Store::open(&folder.join("phieu.sqlite")).await.unwrap();
        let catalogue = Catalogue::read(&folder.join("plans"), &store)
            .await
            .unwrap();
        let clock = Arc::new(AtomicI64::new(
            at("2023-03-02T08:00:00+07:00").unix_seconds(),
        ));
        let token = Token::new(TOKEN).unwrap();
        let collector = Collector::new(
            catalogue,
            store.clone(),
            Clock::Held(Arc::clone(&clock)),
            token,
        );
        Self {
            router: router(collector, settings),
            folder,
            clock,
            store,
        }
    }

    /// The same collector, stopped and started again.
    pub async fn restarted(self) -> Self {
        self.store.close().await;
        Self::open(self.folder, &Settings::default()).await
    }

    /// Sets the collector's clock.
    pub fn set_clock(&self, moment: &str) {
        self.clock
            .store(at(moment).unix_seconds(), Ordering::Relaxed);
    }

    /// Sends a request.
    pub async fn ask(&self, request: Request<Body>) -> Answer {
        ask(&self.router, request).await
    }

    /// Reads an address.
    pub async fn get(&self, path: &str) -> Answer {
        self.ask(Request::get(path).body(Body::empty()).unwrap())
            .await
    }

    /// Reads an address as the office.
    pub async fn office(&self, path: &str) -> Answer {
        let request = Request::get(path).header("authorization", format!("Bearer {TOKEN}"));
        self.ask(request.body(Body::empty()).unwrap()).await
    }

    /// Sends a submission.
    pub async fn put(&self, id: &str, submission: &Value) -> Answer {
        self.ask(put(id, submission.to_string())).await
    }
}

/// Sends a request to a router.
pub async fn ask(router: &Router, request: Request<Body>) -> Answer {
    let response = router.clone().oneshot(request).await.unwrap();
    let (parts, body) = response.into_parts();
    let body = to_bytes(body, usize::MAX).await.unwrap().to_vec();
    Answer {
        status: parts.status,
        headers: parts.headers,
        body,
    }
}

/// The request that sends a submission.
pub fn put(id: &str, body: impl Into<Body>) -> Request<Body> {
    Request::put(format!("/api/submissions/{id}"))
        .header("content-type", "application/json")
        .body(body.into())
        .unwrap()
}

/// An identity that differs from call to call.
pub fn id() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(1);
    format!(
        "0190a5c4-7d3e-7c1a-9f00-{:012x}",
        NEXT.fetch_add(1, Ordering::Relaxed)
    )
}

/// The weekly report of Tây Thạnh for the first week, with so many trees.
pub fn submission(id: &str, trees: i64) -> Value {
    json!({
        "format": 1, "id": id, "preparedAt": "2023-03-02T00:59:00Z",
        "report": {
            "format": 1, "plan": "trees", "planVersion": 2, "duty": "weekly", "unit": "tay-thanh",
            "period": {"from": "2023-02-26", "to": "2023-03-03"},
            "figures": {"trees": trees}
        }
    })
}

/// A moment.
pub fn at(text: &str) -> Instant {
    Instant::parse_iso(text).unwrap()
}

/// A folder of its own for each test, empty.
pub fn folder() -> PathBuf {
    static NEXT: AtomicU32 = AtomicU32::new(1);
    let name = format!(
        "collector-{}-{}",
        std::process::id(),
        NEXT.fetch_add(1, Ordering::Relaxed)
    );
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}
