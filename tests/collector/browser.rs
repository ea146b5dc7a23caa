//! What keeps a browser from being turned against its user, and the portal's files.

use crate::support::{Answer, Tested, folder};
use axum::body::Body;
use axum::http::{Request, StatusCode};
use phieu::collector::Settings;

async fn preflight(collector: &Tested, origin: &str) -> Answer {
    let request = Request::options("/api/submissions/0190a5c4-7d3e-7c1a-9f00-2b5d4c6e8f10")
        .header("origin", origin)
        .header("access-control-request-method", "PUT")
        .header("access-control-request-headers", "content-type");
    collector.ask(request.body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn pages_of_other_origins_may_call_only_where_they_are_allowed_to() {
    let origin = "https://portal.example";
    let closed = Tested::new().await;
    assert_eq!(
        preflight(&closed, origin)
            .await
            .header("access-control-allow-origin"),
        ""
    );

    let settings = Settings {
        origins: vec![origin.parse().unwrap()],
        ..Settings::default()
    };
    let open = Tested::with(settings).await;
    let allowed = preflight(&open, origin).await;
    assert_eq!(allowed.header("access-control-allow-origin"), origin);
    assert!(
        allowed
            .header("access-control-allow-methods")
            .contains("PUT")
    );
    assert!(
        allowed
            .header("access-control-allow-headers")
            .contains("content-type")
    );
    for other in ["https://evil.example", "http://portal.example", "null"] {
        assert_eq!(
            preflight(&open, other)
                .await
                .header("access-control-allow-origin"),
            "",
            "{other}"
        );
    }
    let read = Request::get("/api/plans")
        .header("origin", origin)
        .body(Body::empty())
        .unwrap();
    assert_eq!(
        open.ask(read).await.header("access-control-allow-origin"),
        origin
    );
}

#[tokio::test]
async fn every_answer_carries_the_headers_against_abuse() {
    let collector = Tested::new().await;
    for path in [
        "/api/health",
        "/api/nowhere",
        "/nowhere",
        "/api/office/plans/trees/overview",
    ] {
        let answer = collector.get(path).await;
        let policy = answer.header("content-security-policy");
        assert!(
            policy.contains("default-src 'self'")
                && policy.contains("script-src 'self' 'wasm-unsafe-eval'")
        );
        assert!(
            policy.contains("style-src 'self'") && !policy.contains("unsafe-inline"),
            "{policy}"
        );
        for (header, value) in [
            ("x-content-type-options", "nosniff"),
            ("x-frame-options", "SAMEORIGIN"),
            ("referrer-policy", "same-origin"),
            ("cross-origin-opener-policy", "same-origin"),
        ] {
            assert_eq!(answer.header(header), value, "{path}");
        }
        assert!(answer.header("permissions-policy").contains("camera=()"));
    }
}

#[tokio::test]
async fn only_the_origins_that_were_named_may_frame_its_pages() {
    let framed = async |origins: &[&str]| {
        let settings = Settings {
            frames: origins.iter().map(|one| one.parse().unwrap()).collect(),
            ..Settings::default()
        };
        let answer = Tested::with(settings).await.get("/api/health").await;
        let policy = answer.header("content-security-policy").to_owned();
        let (_, ancestors) = policy.split_once("frame-ancestors ").unwrap();
        (
            ancestors.to_owned(),
            answer.header("x-frame-options").to_owned(),
        )
    };
    let told = |ancestors: &str, options: &str| (ancestors.to_owned(), options.to_owned());
    assert_eq!(framed(&[]).await, told("'self'", "SAMEORIGIN"));
    // The older header cannot name an origin, and would refuse them all.
    let portals = ["https://portal.example", "http://localhost:8000"];
    let ancestors = "'self' https://portal.example http://localhost:8000";
    assert_eq!(framed(&portals).await, told(ancestors, ""));
}

#[tokio::test]
async fn the_portal_is_served_and_what_is_hidden_is_not() {
    let site = folder();
    for (name, text) in [
        ("index.html", "<!doctype html>"),
        ("phieu_bg.wasm", "\0asm"),
        ("phieu.js", "let phieu"),
        ("phieu.js.br", "squeezed"),
        (".secret", "secret"),
    ] {
        std::fs::write(site.join(name), text).unwrap();
    }
    std::fs::create_dir_all(site.join("node_modules")).unwrap();
    std::fs::write(site.join("node_modules/package.json"), "{}").unwrap();
    // What a link leads to outside the folder may be the database.
    let outside = folder();
    std::fs::write(outside.join("phieu.token"), "secret").unwrap();
    std::os::unix::fs::symlink(&outside, site.join("outside")).unwrap();
    std::os::unix::fs::symlink(outside.join("phieu.token"), site.join("token")).unwrap();
    // As may what is served in the place of a page: a folder's own page, a compressed neighbour.
    let link = |name: &str| {
        std::os::unix::fs::symlink(outside.join("phieu.token"), site.join(name)).unwrap();
    };
    for name in ["folder", "squeezed"] {
        std::fs::create_dir_all(site.join(name)).unwrap();
    }
    link("folder/index.html");
    std::fs::write(site.join("squeezed/index.html"), "<!doctype html>").unwrap();
    link("squeezed/index.html.gz");
    for (name, ending) in [("one.js", ".br"), ("other.js", ".gz")] {
        std::fs::write(site.join(name), "let other").unwrap();
        link(&format!("{name}{ending}"));
    }
    std::os::unix::fs::symlink(site.join(".secret"), site.join("by-another-name")).unwrap();
    let collector = Tested::with(Settings {
        site: Some(site),
        ..Settings::default()
    })
    .await;
    for (path, kind) in [
        ("/", "text/html"),
        ("/phieu_bg.wasm", "application/wasm"),
        ("/phieu.js", "text/javascript"),
    ] {
        let answer = collector.get(path).await;
        assert_eq!(
            (answer.status, answer.header("content-type")),
            (StatusCode::OK, kind),
            "{path}"
        );
        assert_eq!(answer.header("cache-control"), "no-cache");
        let known = Request::get(path).header("if-none-match", answer.header("etag"));
        assert_eq!(
            collector
                .ask(known.body(Body::empty()).unwrap())
                .await
                .status,
            StatusCode::NOT_MODIFIED
        );
    }
    let squeezed = Request::get("/phieu.js")
        .header("accept-encoding", "br")
        .body(Body::empty())
        .unwrap();
    let squeezed = collector.ask(squeezed).await;
    assert_eq!(
        (
            squeezed.header("content-encoding"),
            squeezed.text().as_str()
        ),
        ("br", "squeezed")
    );
    for hidden in [
        "/.secret",
        "/%2esecret",
        "/%2Esecret",
        "/node_modules/package.json",
        "/n%6fde_modules/package.json",
        "/%6eode_modules%2fpackage.json",
        "/outside/phieu.token",
        "/token",
        "/folder/",
        "/folder/index.html",
        "/squeezed/",
        "/squeezed/index.html",
        "/one.js",
        "/other.js",
        "/by-another-name",
        "/../plan.json",
        "/..%2fplan.json",
        "/none",
    ] {
        for coding in ["", "br", "gzip"] {
            let request = Request::get(hidden).header("accept-encoding", coding);
            let answer = collector.ask(request.body(Body::empty()).unwrap()).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{hidden} {coding}");
            assert!(!answer.text().contains("secret"), "{hidden} {coding}");
        }
        assert_eq!(
            collector.get(hidden).await.code(),
            "noSuchPlace",
            "{hidden}"
        );
    }
    assert_eq!(collector.get("/api/nowhere").await.code(), "noSuchPlace");
}

#[tokio::test]
async fn only_the_collectors_own_names_are_answered() {
    let collector = Tested::with(Settings {
        hosts: vec!["baocao.example".parse().unwrap()],
        ..Settings::default()
    })
    .await;
    for (host, status) in [
        ("127.0.0.1:8080", StatusCode::OK),
        ("localhost:8080", StatusCode::OK),
        ("baocao.example", StatusCode::OK),
        ("evil.example", StatusCode::MISDIRECTED_REQUEST),
        ("evil.example:8080", StatusCode::MISDIRECTED_REQUEST),
    ] {
        for path in ["/api/health", "/api/plans", "/"] {
            let request = Request::get(path).header("host", host);
            let answer = collector.ask(request.body(Body::empty()).unwrap()).await;
            let expected = match path {
                "/" if status == StatusCode::OK => StatusCode::NOT_FOUND,
                _ => status,
            };
            assert_eq!(answer.status, expected, "{host}{path}");
            if status == StatusCode::MISDIRECTED_REQUEST {
                assert_eq!(answer.code(), "unknownHost");
            }
        }
    }
    let bare = collector.get("/api/health").await;
    assert_eq!(
        bare.status,
        StatusCode::OK,
        "a request without a name comes from no browser"
    );
}
