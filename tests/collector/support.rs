//! A collector on a database of its own, and requests to it.

use crate::description;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use phieu::calendar::Instant;
use phieu::collector::{
    Access, Believed, Catalogue, Clock, Code, Collector, Database, Depot, DepotPlace, Jwt, NewKey,
    Peer, Settings, Store, Token, router,
};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicI64, AtomicU32, Ordering};
use std::sync::{Arc, LazyLock, Mutex};
use tower::ServiceExt;

/// The office's token in all tests.
pub const TOKEN: &str = "the-token-of-the-office";

/// The secret that the collector shares with the host's login in all tests.
pub const JWT_SECRET: &str = "a secret of the login, long enough";

/// A collector under test.
pub struct Tested {
    /// What it answers with.
    pub router: Router,
    /// Its folder: `plans/`, and the database's file where it has one.
    pub folder: PathBuf,
    /// Its database.
    pub database: Database,
    /// Itself.
    pub collector: Collector,
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

    /// The same for the plan of Youth Month that ships.
    pub async fn shipped() -> Self {
        let folder = folder();
        std::fs::create_dir_all(folder.join("plans")).unwrap();
        let plan = include_str!("../../www/plans/tan-phu-thang-thanh-nien-2023.json");
        std::fs::write(folder.join("plans/youth-month.json"), plan).unwrap();
        let database = database(&folder);
        Self::open(folder, database, &Settings::default()).await
    }

    /// The same, embedded as `settings` say.
    pub async fn with(settings: Settings) -> Self {
        let folder = folder();
        std::fs::create_dir_all(folder.join("plans")).unwrap();
        std::fs::write(folder.join("plans/trees.json"), include_str!("plan.json")).unwrap();
        let database = database(&folder);
        Self::open(folder, database, &settings).await
    }

    /// A collector that lets in those who are known, and has received nothing. The unit `district`
    /// stands above Tây Thạnh.
    pub async fn closed() -> Self {
        let plan = include_str!("plan.json")
            .replace(r#""id": "office""#, r#""id": "district""#)
            .replacen(
                r#""sector": "wards" }"#,
                r#""sector": "wards", "parent": "district" }"#,
                1,
            );
        Self::closed_with(&plan).await
    }

    /// The same with another plan.
    pub async fn closed_with(plan: &str) -> Self {
        let folder = folder();
        std::fs::create_dir_all(folder.join("plans")).unwrap();
        std::fs::write(folder.join("plans/trees.json"), plan).unwrap();
        let database = database(&folder);
        Self::assemble(folder, database, &Settings::default(), access()).await
    }

    /// A closed collector to which the unit `district` reports too, and gathers Tây Thạnh, which stands below it.
    pub async fn gathering() -> Self {
        let folder = folder();
        let mut plan: Value = serde_json::from_str(include_str!("plan.json")).unwrap();
        plan["units"][0]["id"] = json!("district");
        plan["units"][1]["parent"] = json!("district");
        plan["duties"][0]["by"] = json!({});
        plan["duties"][0]["gathers"] = json!(true);
        std::fs::create_dir_all(folder.join("plans")).unwrap();
        std::fs::write(folder.join("plans/trees.json"), plan.to_string()).unwrap();
        let database = database(&folder);
        Self::assemble(folder, database, &Settings::default(), access()).await
    }

    /// A closed collector with two plans, of which it names these to everyone.
    pub async fn showing(plans: &[&str]) -> Self {
        let folder = folder();
        let plan = include_str!("plan.json");
        let other = plan.replace(
            "\"id\": \"trees\",\n  \"version\"",
            "\"id\": \"stones\",\n  \"version\"",
        );
        std::fs::create_dir_all(folder.join("plans")).unwrap();
        std::fs::write(folder.join("plans/trees.json"), plan).unwrap();
        std::fs::write(folder.join("plans/stones.json"), other).unwrap();
        let database = database(&folder);
        let access = access().showing(plans.iter().map(|plan| (*plan).to_owned()));
        Self::assemble(folder, database, &Settings::default(), access).await
    }

    /// The collector that lives in `folder` and `database`, open to all.
    pub async fn open(folder: PathBuf, database: Database, settings: &Settings) -> Self {
        Self::assemble(folder, database, settings, access().open_to_all()).await
    }

    async fn assemble(
        folder: PathBuf,
        database: Database,
        settings: &Settings,
        access: Access,
    ) -> Self {
        let store = Store::open(&database).await.unwrap();
        let catalogue = Catalogue::read(&folder.join("plans"), &store)
            .await
            .unwrap();
        let clock = Arc::new(AtomicI64::new(
            at("2023-03-02T08:00:00+07:00").unix_seconds(),
        ));
        let depot = Depot::new(DepotPlace::Folder(folder.join("files")));
        let collector = Collector::with_files(
            catalogue,
            store.clone(),
            Clock::Held(Arc::clone(&clock)),
            access,
            Some((depot, None)),
        );
        Self {
            router: router(collector.clone(), settings),
            folder,
            database,
            collector,
            clock,
            store,
        }
    }

    /// The same collector, stopped and started again.
    pub async fn restarted(self) -> Self {
        self.store.close().await;
        Self::open(self.folder, self.database, &Settings::default()).await
    }

    /// The same of one that lets in those who are known.
    pub async fn restarted_closed(self) -> Self {
        self.store.close().await;
        Self::assemble(self.folder, self.database, &Settings::default(), access()).await
    }

    /// Another one on the same database, with a folder of its own.
    pub async fn beside(&self, settings: Settings) -> Self {
        let folder = folder();
        std::fs::create_dir_all(folder.join("plans")).unwrap();
        let plan = "plans/trees.json";
        std::fs::copy(self.folder.join(plan), folder.join(plan)).unwrap();
        Self::assemble(folder, self.database.clone(), &settings, access()).await
    }

    /// Sets the collector's clock.
    pub fn set_clock(&self, moment: &str) {
        self.clock
            .store(at(moment).unix_seconds(), Ordering::Relaxed);
    }

    /// Lets it see what has changed of its plans; returns how many files it read.
    pub async fn look(&self) -> usize {
        self.collector.look_now().await.unwrap()
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

/// Who is let in to a closed collector: the office, and those of its login.
pub fn access() -> Access {
    let jwt = Jwt::new(JWT_SECRET.as_bytes(), "phieu").unwrap();
    Access::new(Token::new(TOKEN).unwrap()).with_jwt(jwt)
}

/// A new code of a unit; one that it had opens nothing any more.
pub async fn key(collector: &Tested, plan: &str, unit: &str, role: &str) -> String {
    let code = Code::random().unwrap();
    let new = NewKey {
        selector: code.selector(),
        plan,
        unit,
        role,
        hash: &code.hash(),
        made_at: 0,
    };
    assert!(collector.store.put_key(new).await.unwrap());
    code.to_string()
}

/// Sends a request to a router. What it answers is held against the description of the interface.
pub async fn ask(router: &Router, request: Request<Body>) -> Answer {
    let (method, path) = (request.method().clone(), request.uri().path().to_owned());
    let answer = answered(router, request).await;
    description::of(router).await.hold(&method, &path, &answer);
    answer
}

/// The same, whatever it is.
pub async fn answered(router: &Router, request: Request<Body>) -> Answer {
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

/// A request as it comes from an address.
pub fn from(address: &str, mut request: Request<Body>) -> Request<Body> {
    let peer = Peer(address.parse().unwrap());
    request.extensions_mut().insert(peer);
    request
}

/// An identity that differs from call to call.
pub fn id() -> String {
    // The databases of an earlier version, which are among the tests, hold the first of these numbers.
    static NEXT: AtomicU32 = AtomicU32::new(1_000_000);
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

/// An export of one's own, whose hours prove their order.
pub const WHOLE: Believed = Believed {
    whole: true,
    clock_set_right: false,
};

/// A moment.
pub fn at(text: &str) -> Instant {
    Instant::parse_iso(text).unwrap()
}

/// A folder of its own for each test, empty.
pub fn folder() -> PathBuf {
    // The databases of an earlier version, which are among the tests, hold the first of these numbers.
    static NEXT: AtomicU32 = AtomicU32::new(1_000_000);
    let name = format!(
        "collector-{}-{}",
        std::process::id(),
        NEXT.fetch_add(1, Ordering::Relaxed)
    );
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// An empty database of the engine under test: a file in `folder`, or a schema of a server's.
pub fn database(folder: &Path) -> Database {
    // The databases of an earlier version, which are among the tests, hold the first of these numbers.
    static NEXT: AtomicU32 = AtomicU32::new(1_000_000);
    if !crate::ON_POSTGRES {
        return Database::File(folder.join("phieu.sqlite"));
    }
    let schema = format!("s{}", NEXT.fetch_add(1, Ordering::Relaxed));
    let server = postgres();
    let made = Command::new("psql")
        .args([server, "-qc", &format!("create schema {schema}")])
        .status();
    assert!(made.unwrap().success(), "a schema is made");
    Database::Server(format!("{server}?options=-c%20search_path%3D{schema}"))
}

/// The URL of a server that lives as long as these tests: it stops when the pipe that it holds ends.
fn postgres() -> &'static str {
    static SERVER: LazyLock<Option<(String, Mutex<Child>)>> = LazyLock::new(|| {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tools/postgres.sh");
        let mut child = Command::new(script)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .ok()?;
        let mut url = String::new();
        BufReader::new(child.stdout.as_mut()?)
            .read_line(&mut url)
            .ok()?;
        url.starts_with("postgres://")
            .then(|| (url.trim().to_owned(), Mutex::new(child)))
    });
    let server = SERVER.as_ref();
    let (url, _) = server.expect("no PostgreSQL to test on; tools/setup.sh postgres installs it");
    url
}
