//! Who may do what: every route by every identity.

use crate::support::{Answer, JWT_SECRET, TOKEN, Tested, id, key, submission};
use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use jsonwebtoken::{Algorithm, EncodingKey, Header, encode};
use phieu::collector::Code;
use serde_json::{Value, json};
use std::time::{SystemTime, UNIX_EPOCH};

/// What each route answers to each identity. The office "district" has Tây Thạnh below it, not Sơn Kỳ;
/// in every collector each of the two has sent a report. Of a pair, the first is A's.
const TABLE: &str = "
                      | plans plan | status     | put        | receipt    | overview | progress | paper    | report     | health openapi | decision told | decide | head | reports | claims | publish stand keys | list one versions
identity              |            | A    B     | A    B     | A    B     |          |          |          | A    B     | | A    B    | A    B |      | A    B | A    B    A |         |
nobody                | 401  200   | 401  401   | 401  401   | 401  401   | 401      | 401      | 401      | 401  401   | 200  200 | 401  401  | 401  401 | 401 | 401  401 | 401  401 | 401  401  401 | 401  401  401
another scheme        | 401  200   | 401  401   | 401  401   | 401  401   | 401      | 401      | 401      | 401  401   | 200  200 | 401  401  | 401  401 | 401 | 401  401 | 401  401 | 401  401  401 | 401  401  401
no code               | 401  200   | 401  401   | 401  401   | 401  401   | 401      | 401      | 401      | 401  401   | 200  200 | 401  401  | 401  401 | 401 | 401  401 | 401  401 | 401  401  401 | 401  401  401
wrong code            | 401  401   | 401  401   | 401  401   | 401  401   | 401      | 401      | 401      | 401  401   | 200  200 | 401  401  | 401  401 | 401 | 401  401 | 401  401 | 401  401  401 | 401  401  401
replaced code of A    | 401  401   | 401  401   | 401  401   | 401  401   | 401      | 401      | 401      | 401  401   | 200  200 | 401  401  | 401  401 | 401 | 401  401 | 401  401 | 401  401  401 | 401  401  401
code of A             | 200  200   | 200  403   | 201  403   | 200  404   | 403      | 403      | 403      | 403  403   | 200  200 | 200  404  | 403  403 | 403 | 200  403 | 200  403 | 403  403  403 | 403  403  403
code of B             | 200  200   | 403  200   | 403  201   | 404  200   | 403      | 403      | 403      | 403  403   | 200  200 | 404  200  | 403  403 | 403 | 403  200 | 403  200 | 403  403  403 | 403  403  403
code of A, other plan | 200  403   | 403  403   | 403  403   | 404  404   | 403      | 403      | 403      | 403  403   | 200  200 | 404  404  | 403  403 | 403 | 403  403 | 403  403 | 403  403  403 | 403  403  403
office of A           | 200  200   | 200  403   | 403  403   | 200  404   | 200      | 200      | 200      | 200  404   | 200  200 | 200  404  | 201  404 | 200 | 200  403 | 200  403 | 403  403  403 | 200  200  200
office of other plan  | 200  403   | 403  403   | 403  403   | 404  404   | 403      | 403      | 403      | 404  404   | 200  200 | 404  404  | 404  404 | 403 | 403  403 | 403  403 | 403  403  403 | 200  403  403
main token            | 200  200   | 200  200   | 403  403   | 200  200   | 200      | 200      | 200      | 200  200   | 200  200 | 200  200  | 201  201 | 200 | 200  200 | 200  200 | 409  409  200 | 200  200  200
publisher             | 200  200   | 403  403   | 403  403   | 404  404   | 403      | 403      | 403      | 403  403   | 200  200 | 404  404  | 403  403 | 403 | 403  403 | 403  403 | 409  409  200 | 200  200  200
publisher, other plan | 200  403   | 403  403   | 403  403   | 404  404   | 403      | 403      | 403      | 403  403   | 200  200 | 404  404  | 403  403 | 403 | 403  403 | 403  403 | 403  403  403 | 200  403  403
login of publisher    | 200  200   | 403  403   | 403  403   | 404  404   | 403      | 403      | 403      | 403  403   | 200  200 | 404  404  | 403  403 | 403 | 403  403 | 403  403 | 409  409  200 | 200  200  200
login of A            | 200  200   | 200  403   | 201  403   | 200  404   | 403      | 403      | 403      | 403  403   | 200  200 | 200  404  | 403  403 | 403 | 200  403 | 200  403 | 403  403  403 | 403  403  403
login of A, this plan | 200  200   | 200  403   | 201  403   | 200  404   | 403      | 403      | 403      | 403  403   | 200  200 | 200  404  | 403  403 | 403 | 200  403 | 200  403 | 403  403  403 | 403  403  403
login of A, other plan| 200  403   | 403  403   | 403  403   | 404  404   | 403      | 403      | 403      | 403  403   | 200  200 | 404  404  | 403  403 | 403 | 403  403 | 403  403 | 403  403  403 | 403  403  403
login of office of A  | 200  200   | 200  403   | 403  403   | 200  404   | 200      | 200      | 200      | 200  404   | 200  200 | 200  404  | 201  404 | 200 | 200  403 | 200  403 | 403  403  403 | 200  200  200
login of whole office | 200  200   | 200  200   | 403  403   | 200  200   | 200      | 200      | 200      | 200  200   | 200  200 | 200  200  | 201  201 | 200 | 200  200 | 200  200 | 403  403  403 | 200  200  200
expired login         | 401  401   | 401  401   | 401  401   | 401  401   | 401      | 401      | 401      | 401  401   | 200  200 | 401  401  | 401  401 | 401 | 401  401 | 401  401 | 401  401  401 | 401  401  401
login not yet valid   | 401  401   | 401  401   | 401  401   | 401  401   | 401      | 401      | 401      | 401  401   | 200  200 | 401  401  | 401  401 | 401 | 401  401 | 401  401 | 401  401  401 | 401  401  401
login without end     | 401  401   | 401  401   | 401  401   | 401  401   | 401      | 401      | 401      | 401  401   | 200  200 | 401  401  | 401  401 | 401 | 401  401 | 401  401 | 401  401  401 | 401  401  401
login for others      | 401  401   | 401  401   | 401  401   | 401  401   | 401      | 401      | 401      | 401  401   | 200  200 | 401  401  | 401  401 | 401 | 401  401 | 401  401 | 401  401  401 | 401  401  401
login for nobody      | 401  401   | 401  401   | 401  401   | 401  401   | 401      | 401      | 401      | 401  401   | 200  200 | 401  401  | 401  401 | 401 | 401  401 | 401  401 | 401  401  401 | 401  401  401
login of another key  | 401  401   | 401  401   | 401  401   | 401  401   | 401      | 401      | 401      | 401  401   | 200  200 | 401  401  | 401  401 | 401 | 401  401 | 401  401 | 401  401  401 | 401  401  401
login unsigned        | 401  401   | 401  401   | 401  401   | 401  401   | 401      | 401      | 401      | 401  401   | 200  200 | 401  401  | 401  401 | 401 | 401  401 | 401  401 | 401  401  401 | 401  401  401
login without unit    | 401  401   | 401  401   | 401  401   | 401  401   | 401      | 401      | 401      | 401  401   | 200  200 | 401  401  | 401  401 | 401 | 401  401 | 401  401 | 401  401  401 | 401  401  401
anyone, where open    | 200  200   | 200  200   | 201  201   | 200  200   | 401      | 401      | 401      | 401  401   | 200  200 | 200  200  | 401  401 | 401 | 401  401 | 200  200 | 401  401  401 | 401  401  401
wrong code, where open| 401  401   | 401  401   | 401  401   | 401  401   | 401      | 401      | 401      | 401  401   | 200  200 | 401  401  | 401  401 | 401 | 401  401 | 401  401 | 401  401  401 | 401  401  401
";

#[tokio::test]
async fn every_route_answers_every_identity_as_the_table_says() {
    let rows = TABLE.lines().skip(3).filter(|line| !line.is_empty());
    let mut cells = 0;
    for row in rows {
        let (identity, expected) = row.split_once('|').unwrap();
        let identity = identity.trim();
        let expected: Vec<u16> = expected
            .split(['|', ' '])
            .filter(|cell| !cell.is_empty())
            .map(|cell| cell.parse().unwrap())
            .collect();
        let scene = Scene::new(identity.ends_with("where open")).await;
        let found = scene.ask_all(identity).await;
        assert_eq!(found, expected, "{identity}");
        cells += found.len();
    }
    assert_eq!(cells, 29 * 30);
}

/// A collector to which A and B have each sent a report.
struct Scene {
    collector: Tested,
    reports: [String; 2],
}

impl Scene {
    async fn new(open: bool) -> Self {
        let collector = if open {
            Tested::new().await
        } else {
            Tested::closed().await
        };
        let reports = [id(), id()];
        for (report, unit) in reports.iter().zip(["tay-thanh", "son-ky"]) {
            let code = key(&collector, "trees", unit, "unit").await;
            let answer = send(&collector, &bearer(&code), report, unit).await;
            assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());
        }
        Self { collector, reports }
    }

    async fn ask_all(&self, identity: &str) -> Vec<u16> {
        let [a, b] = &self.reports;
        let mut found = Vec::new();
        for route in [
            "/api/plans",
            "/api/plans/trees",
            "/api/plans/trees/status?unit=tay-thanh",
            "/api/plans/trees/status?unit=son-ky",
            "put tay-thanh",
            "put son-ky",
            &format!("/api/submissions/{a}/receipt"),
            &format!("/api/submissions/{b}/receipt"),
            "/api/office/plans/trees/overview",
            "/api/office/plans/trees/progress",
            "/api/office/plans/trees/paper",
            &format!("/api/office/submissions/{a}"),
            &format!("/api/office/submissions/{b}"),
            "/api/health",
            "/api/openapi.json",
            &format!("/api/submissions/{a}/decision"),
            &format!("/api/submissions/{b}/decision"),
            &format!("decide {a}"),
            &format!("decide {b}"),
            "head /api/office/plans/trees/overview",
            "/api/plans/trees/reports?unit=tay-thanh",
            "/api/plans/trees/reports?unit=son-ky",
            "claims /api/plans/trees/claims?unit=tay-thanh",
            "claims /api/plans/trees/claims?unit=son-ky",
            "publish /api/office/plans/trees",
            "stand /api/office/plans/trees/state",
            "keys /api/office/plans/trees/keys",
            "/api/office/plans",
            "/api/office/plans/trees",
            "/api/office/plans/trees/versions",
        ] {
            let header = self.header(identity).await;
            let answer = match route.split_once(' ') {
                Some(("head", path)) => head(&self.collector, &header, path).await,
                Some(("put", unit)) => send(&self.collector, &header, &id(), unit).await,
                Some(("claims", path)) => claims(&self.collector, &header, path).await,
                Some(("publish", path)) => {
                    let plan = serde_json::from_str(include_str!("plan.json")).unwrap();
                    publish(&self.collector, &header, path, &plan).await
                }
                Some(("stand", path)) => {
                    let state = json!({"state": "withdrawn"});
                    publish(&self.collector, &header, path, &state).await
                }
                Some(("keys", path)) => {
                    let wanted = json!({"seed": "5".repeat(64)});
                    publish(&self.collector, &header, path, &wanted).await
                }
                Some((_, report)) => decide(&self.collector, &header, report).await,
                None => ask(&self.collector, &header, route).await,
            };
            if answer.status.is_client_error() && !route.starts_with("head") {
                let (code, text) = (answer.code(), answer.text());
                let secret = header.strip_prefix("Bearer ");
                assert!(secret.is_none_or(|secret| !text.contains(secret)), "{text}");
                let challenged = answer.header("www-authenticate").starts_with("Bearer");
                assert_eq!(
                    challenged,
                    answer.status == 401,
                    "{identity} {route} {code}"
                );
            }
            found.push(answer.status.as_u16());
        }
        found
    }

    /// The header that an identity sends; each wrong code is another one, so that none is slowed.
    async fn header(&self, identity: &str) -> String {
        let code = async |plan: &str, unit: &str, role: &str| {
            bearer(&key(&self.collector, plan, unit, role).await)
        };
        let now = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .unwrap()
            .as_secs();
        let login = |more: Value| {
            let mut claims = json!({"aud": "phieu", "exp": now + 600, "sub": "lan"});
            for (name, value) in more.as_object().unwrap() {
                claims[name] = value.clone();
            }
            bearer(&signed(&claims, JWT_SECRET))
        };
        match identity {
            "nobody" | "anyone, where open" => String::new(),
            "another scheme" => format!("Basic {TOKEN}"),
            "no code" => "Bearer".to_owned(),
            "wrong code" | "wrong code, where open" => bearer(&Code::random().unwrap().to_string()),
            "replaced code of A" => {
                let old = code("trees", "tay-thanh", "unit").await;
                code("trees", "tay-thanh", "unit").await;
                old
            }
            "code of A" => code("trees", "tay-thanh", "unit").await,
            "code of B" => code("trees", "son-ky", "unit").await,
            "code of A, other plan" => code("stones", "tay-thanh", "unit").await,
            "office of A" => code("trees", "district", "office").await,
            "office of other plan" => code("stones", "district", "office").await,
            "publisher" => code("", "Quận Đoàn", "publisher").await,
            "publisher, other plan" => code("stones", "Quận Đoàn", "publisher").await,
            "login of publisher" => login(json!({"unit": "Quận Đoàn", "role": "publisher"})),
            "main token" => bearer(TOKEN),
            "login of A" => login(json!({"unit": "tay-thanh"})),
            "login of A, this plan" => login(json!({"unit": "tay-thanh", "plan": "trees"})),
            "login of A, other plan" => login(json!({"unit": "tay-thanh", "plan": "stones"})),
            "login of office of A" => login(json!({"unit": "district", "role": "office"})),
            "login of whole office" => login(json!({"role": "office"})),
            "expired login" => login(json!({"unit": "tay-thanh", "exp": now - 120})),
            "login not yet valid" => login(json!({"unit": "tay-thanh", "nbf": now + 300})),
            "login without end" => login(json!({"unit": "tay-thanh", "exp": null})),
            "login for others" => login(json!({"unit": "tay-thanh", "aud": "mail"})),
            "login for nobody" => login(json!({"unit": "tay-thanh", "aud": null})),
            "login of another key" => {
                let claims = json!({"aud": "phieu", "exp": now + 600, "unit": "tay-thanh"});
                bearer(&signed(&claims, "another secret of the same length!!"))
            }
            "login unsigned" => {
                // {"alg":"none"} and {"aud":"phieu","exp":7258118400,"unit":"tay-thanh"}
                let claims = "eyJhdWQiOiJwaGlldSIsImV4cCI6NzI1ODExODQwMCwidW5pdCI6InRheS10aGFuaCJ9";
                bearer(&format!("eyJhbGciOiJub25lIn0.{claims}."))
            }
            "login without unit" => login(json!({})),
            other => panic!("no such identity: {other}"),
        }
    }
}

fn bearer(token: &str) -> String {
    format!("Bearer {token}")
}

fn signed(claims: &Value, secret: &str) -> String {
    let key = EncodingKey::from_secret(secret.as_bytes());
    encode(&Header::new(Algorithm::HS256), claims, &key).unwrap()
}

async fn ask(collector: &Tested, header: &str, path: &str) -> Answer {
    let mut request = Request::get(path);
    if !header.is_empty() {
        request = request.header("authorization", header);
    }
    collector.ask(request.body(Body::empty()).unwrap()).await
}

async fn send(collector: &Tested, header: &str, id: &str, unit: &str) -> Answer {
    // Each another content: the same one again would be no new report.
    let number = i64::from_str_radix(&id[30..], 16).unwrap();
    let mut report = submission(id, 50 + number % 200);
    report["report"]["unit"] = unit.into();
    let mut request = Request::builder()
        .method(Method::PUT)
        .uri(format!("/api/submissions/{id}"))
        .header("content-type", "application/json");
    if !header.is_empty() {
        request = request.header("authorization", header);
    }
    let body = Body::from(report.to_string());
    collector.ask(request.body(body).unwrap()).await
}

async fn head(collector: &Tested, header: &str, path: &str) -> Answer {
    let mut request = Request::head(path);
    if !header.is_empty() {
        request = request.header("authorization", header);
    }
    collector.ask(request.body(Body::empty()).unwrap()).await
}

async fn decide(collector: &Tested, header: &str, report: &str) -> Answer {
    let path = format!("/api/office/submissions/{report}/decision");
    post(collector, header, &path, &json!({"outcome": "accepted"})).await
}

async fn claims(collector: &Tested, header: &str, path: &str) -> Answer {
    post(
        collector,
        header,
        path,
        &json!([{"title": "Hiến máu", "date": "2023-02-26"}]),
    )
    .await
}

async fn post(collector: &Tested, header: &str, path: &str, body: &Value) -> Answer {
    called(Method::POST, collector, header, path, body).await
}

async fn publish(collector: &Tested, header: &str, path: &str, body: &Value) -> Answer {
    called(Method::PUT, collector, header, path, body).await
}

async fn called(
    method: Method,
    collector: &Tested,
    header: &str,
    path: &str,
    body: &Value,
) -> Answer {
    let mut request = Request::builder()
        .method(method)
        .uri(path)
        .header("content-type", "application/json");
    if !header.is_empty() {
        request = request.header("authorization", header);
    }
    let body = Body::from(body.to_string());
    collector.ask(request.body(body).unwrap()).await
}

#[tokio::test]
async fn an_office_sees_its_units_and_no_others() {
    let scene = Scene::new(false).await;
    let header = scene.header("office of A").await;
    for view in ["overview", "progress"] {
        let path = format!("/api/office/plans/trees/{view}");
        let text = ask(&scene.collector, &header, &path).await.text();
        assert!(
            text.contains("tay-thanh") && !text.contains("son-ky"),
            "{text}"
        );
    }
    let other = scene.header("code of A, other plan").await;
    let plans = ask(&scene.collector, &other, "/api/plans").await;
    assert_eq!(
        plans.json(),
        json!([]),
        "a code of another plan sees none here"
    );
}

#[tokio::test]
async fn what_is_refused_is_refused_whatever_else_is_wrong_and_stores_nothing() {
    let scene = Scene::new(false).await;
    let a = scene.header("code of A").await;
    let [_, report] = &scene.reports;
    for path in [
        "/api/plans/trees/status?unit=nobody",
        "/api/plans/trees/reports?unit=nobody",
        "/api/plans/stones/status?unit=tay-thanh",
        "/api/plans/stones",
    ] {
        let answer = ask(&scene.collector, &a, path).await;
        assert_eq!(
            answer.code(),
            "notYours",
            "{path} tells nothing of what there is"
        );
    }
    let again = send(&scene.collector, &a, report, "son-ky").await;
    assert_eq!(
        again.code(),
        "notYours",
        "B's own submission under its own id"
    );
    let one = id();
    send(&scene.collector, &a, &one, "son-ky").await;
    let receipt = format!("/api/submissions/{one}/receipt");
    let main = scene.header("main token").await;
    let answer = ask(&scene.collector, &main, &receipt).await;
    assert_eq!(answer.code(), "unknownSubmission");
}

#[tokio::test]
async fn a_login_says_that_it_has_expired() {
    let scene = Scene::new(false).await;
    let header = scene.header("expired login").await;
    let answer = ask(&scene.collector, &header, "/api/plans").await;
    assert_eq!(answer.code(), "tokenExpired");
    assert!(answer.header("www-authenticate").contains("invalid_token"));
}

#[tokio::test]
async fn a_code_is_read_as_people_write_it() {
    let collector = Tested::closed().await;
    let code = key(&collector, "trees", "tay-thanh", "unit").await;
    for written in [
        code.to_lowercase(),
        code.replace('-', ""),
        code.replace('-', " "),
    ] {
        let answer = ask(&collector, &bearer(&written), "/api/plans").await;
        assert_eq!(answer.status, StatusCode::OK, "{written}");
    }
}
