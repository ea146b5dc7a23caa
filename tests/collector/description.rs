//! What is answered is what the description of the interface says, both ways: no answer has a member that the
//! description does not name, and the description names none that no answer has. All answers of these tests are held
//! against it.

use crate::sending;
use crate::support::{Answer, TOKEN, Tested, answered, id, key, submission};
use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use jsonschema::Validator;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};
use tokio::sync::OnceCell;

/// The description as the collector serves it.
pub struct Description {
    whole: Value,
    validators: Mutex<BTreeMap<String, Arc<Validator>>>,
}

/// The description that a collector serves; all serve the same.
pub async fn of(router: &Router) -> &'static Description {
    static SERVED: OnceCell<Description> = OnceCell::const_new();
    SERVED
        .get_or_init(async || {
            let request = Request::get("/api/openapi.json").body(Body::empty());
            Description {
                whole: answered(router, request.unwrap()).await.json(),
                validators: Mutex::default(),
            }
        })
        .await
}

/// Members of answers, by the place in the description that names them.
type Seen = BTreeSet<(*const Value, String)>;

impl Description {
    /// Holds an answer against what is said of it.
    pub fn hold(&self, method: &Method, path: &str, answer: &Answer) {
        self.walk(method, path, answer, &mut Seen::new());
    }

    fn walk(&self, method: &Method, path: &str, answer: &Answer, seen: &mut Seen) {
        let kind = answer.header("content-type");
        let Some(path) = path.strip_prefix("/api") else {
            return;
        };
        if answer.body.is_empty() || !kind.contains("json") || path == "/openapi.json" {
            return;
        }
        if !answer.header("content-encoding").is_empty() {
            return;
        }
        let pointer = if kind == "application/problem+json" {
            "/components/schemas/Problem".to_owned()
        } else {
            self.said_of(method, path, answer.status)
        };
        let value = answer.json();
        let errors: Vec<String> = self
            .validator(&pointer)
            .iter_errors(&value)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{method} {path}: {errors:#?}\n{value}");
        let mut unsaid = Vec::new();
        let schema = self.whole.pointer(&pointer).unwrap();
        self.compare(&[schema], &value, "", seen, &mut unsaid);
        assert!(unsaid.is_empty(), "{method} {path} answers {unsaid:#?}");
    }

    /// The place of what is said of an answer that is no problem.
    fn said_of(&self, method: &Method, path: &str, status: StatusCode) -> String {
        let parts: Vec<&str> = path.split('/').collect();
        let is_of = |template: &str| {
            let template: Vec<&str> = template.split('/').collect();
            template.len() == parts.len()
                && template
                    .iter()
                    .zip(&parts)
                    .all(|(said, part)| said.starts_with('{') || said == part)
        };
        let paths = self.whole["paths"].as_object().unwrap();
        let template = paths.keys().find(|template| is_of(template));
        let template = template.unwrap_or_else(|| panic!("{path} is not described"));
        format!(
            "/paths/{}/{}/responses/{}/content/application~1json/schema",
            template.replace('/', "~1"),
            method.as_str().to_ascii_lowercase(),
            status.as_u16()
        )
    }

    fn validator(&self, pointer: &str) -> Arc<Validator> {
        let mut validators = self.validators.lock().unwrap();
        let made = validators.entry(pointer.to_owned()).or_insert_with(|| {
            let schema = self.whole.pointer(pointer);
            let schema = schema.unwrap_or_else(|| panic!("{pointer} is not described"));
            let whole = json!({"allOf": [schema], "components": self.whole["components"]});
            Arc::new(jsonschema::validator_for(&whole).unwrap())
        });
        Arc::clone(made)
    }

    /// All that schemas say together, with what they refer to.
    fn opened<'s>(&'s self, schemas: &[&'s Value]) -> Vec<&'s Value> {
        let mut found = Vec::new();
        let mut open = schemas.to_vec();
        while let Some(schema) = open.pop() {
            found.push(schema);
            if let Some(target) = schema["$ref"].as_str() {
                open.extend(self.whole.pointer(&target[1..]));
            }
            for list in ["allOf", "anyOf", "oneOf"] {
                open.extend(schema[list].as_array().into_iter().flatten());
            }
        }
        found
    }

    /// Notes which members of `value` the schemas name, and which none of them does.
    fn compare(
        &self,
        schemas: &[&Value],
        value: &Value,
        at: &str,
        seen: &mut Seen,
        unsaid: &mut Vec<String>,
    ) {
        let schemas = self.opened(schemas);
        match value {
            Value::Object(members) => {
                for (name, member) in members {
                    let at = format!("{at}/{name}");
                    let mut of_member = Vec::new();
                    for schema in &schemas {
                        if let Some(said) = schema["properties"].get(name) {
                            seen.insert((std::ptr::from_ref(*schema), name.clone()));
                            of_member.push(said);
                        }
                        let others = &schema["additionalProperties"];
                        of_member.extend(Some(others).filter(|others| others.is_object()));
                        let patterns = schema["patternProperties"].as_object();
                        of_member.extend(patterns.into_iter().flat_map(|all| all.values()));
                    }
                    if of_member.is_empty() {
                        unsaid.push(at);
                    } else {
                        self.compare(&of_member, member, &at, seen, unsaid);
                    }
                }
            }
            Value::Array(items) => {
                let of_items = schemas.iter().map(|schema| &schema["items"]);
                let of_items: Vec<&Value> = of_items.filter(|said| said.is_object()).collect();
                for (place, item) in items.iter().enumerate() {
                    self.compare(&of_items, item, &format!("{at}/{place}"), seen, unsaid);
                }
            }
            _ => {}
        }
    }

    /// The members that a schema names itself and that were not seen.
    fn unseen(schema: &Value, at: &str, seen: &Seen) -> Vec<String> {
        let mut unseen = Vec::new();
        match schema {
            Value::Object(members) => {
                for name in schema["properties"]
                    .as_object()
                    .into_iter()
                    .flat_map(|all| all.keys())
                {
                    if !seen.contains(&(std::ptr::from_ref(schema), name.clone())) {
                        unseen.push(format!("{at}/{name}"));
                    }
                }
                for (name, member) in members {
                    unseen.extend(Self::unseen(member, &format!("{at}/{name}"), seen));
                }
            }
            Value::Array(items) => {
                for (place, item) in items.iter().enumerate() {
                    unseen.extend(Self::unseen(item, &format!("{at}/{place}"), seen));
                }
            }
            _ => {}
        }
        unseen
    }
}

/// As whoever has seen something that does not stand.
fn seen(mut request: Request<Body>) -> Request<Body> {
    let tag = "\"0.0\"".parse().unwrap();
    request.headers_mut().insert("if-match", tag);
    request
}

fn sent(method: &str, path: &str, token: &str, body: impl Into<Body>) -> Request<Body> {
    Request::builder()
        .method(method)
        .uri(path)
        .header("content-type", "application/json")
        .header("authorization", format!("Bearer {token}"))
        .body(body.into())
        .unwrap()
}

#[tokio::test]
async fn what_the_description_says_by_hand_is_answered() {
    let collector = Tested::new().await;
    let code = key(&collector, "trees", "tay-thanh", "unit").await;
    let (first, second) = (id(), id());
    let put = |id: &str| format!("/api/submissions/{id}");
    let amending = |id: &str, trees: i64| {
        let mut amending = submission(id, trees);
        amending["amends"] = Value::Null;
        amending.to_string()
    };
    let decision = format!("/api/office/submissions/{first}/decision");
    let claim =
        json!([{"title": "Chạy việt dã", "date": "2023-02-27", "place": "Công viên Lê Thị Riêng"}]);
    let mut with_claim = submission(&first, 120);
    with_claim["report"]["activities"] = claim.clone();
    let claims = "/api/plans/trees/claims?unit=son-ky";
    let status = "/api/plans/trees/status?unit=tay-thanh";
    let reports = "/api/plans/trees/reports?unit=tay-thanh";
    let returned = r#"{"outcome": "returned", "reason": "Thiếu ảnh"}"#;
    std::fs::write(collector.folder.join("plans/wrong.json"), "{}").unwrap();
    collector.look().await;
    let office = |id: &str| format!("/api/office/plans/{id}");
    let state = format!("{}/state", office("stones"));
    let plan = |id: &str| include_str!("plan.json").replacen("trees", id, 1);
    let keys = json!({"seed": "5".repeat(64)}).to_string();
    let other = || plan("stones").replace("trồng cây", "khác");
    let requests = [
        sent("GET", "/api/health", &code, Body::empty()),
        sent("GET", "/api/plans", &code, Body::empty()),
        sent("GET", "/api/plans/trees/status", &code, Body::empty()),
        sent("PUT", &put(&second), &code, amending(&second, -1)),
        sent("PUT", &put(&first), &code, with_claim.to_string()),
        sent("POST", claims, TOKEN, claim.to_string()),
        sent("POST", &decision, TOKEN, returned),
        sent("GET", status, &code, Body::empty()),
        sent("GET", reports, &code, Body::empty()),
        sent("PUT", &put(&second), &code, "{"),
        sent("PUT", &put(&second), &code, vec![b' '; 7 * 1024 * 1024]),
        sent("PUT", &put(&second), &code, amending(&second, 130)),
        sent("PUT", &office("trees"), TOKEN, plan("trees")),
        sent("PUT", &office("stones"), TOKEN, "{"),
        sent("PUT", &office("stones"), TOKEN, plan("stones")),
        sent("PUT", &office("stones"), TOKEN, other()),
        seen(sent("PUT", &office("stones"), TOKEN, other())),
        sent("GET", "/api/office/plans/stones/versions", TOKEN, ""),
        sent("PUT", &state, TOKEN, r#"{"state": "open"}"#),
        sent("GET", "/api/office/plans", TOKEN, ""),
        sent("PUT", &format!("{}/keys", office("stones")), TOKEN, keys),
    ];
    let filed = sending::collector().await;
    let code = key(&filed, "trees", "tay-thanh", "unit").await;
    let scan = sending::pdf(1_000, 0);
    let sending = sending::Sending {
        code: &code,
        kind: "pdf",
        bytes: &scan,
    };
    let list = "/api/office/plans/trees/files?unit=tay-thanh";
    let of_files = [
        sending::report(&code, json!([sending.named("a.pdf")])),
        sending.state(),
        sending.piece(0),
        sending::get(list, TOKEN),
    ];
    let description = of(&collector.router).await;
    let mut seen = Seen::new();
    let requests = requests.map(|request| (&collector.router, request));
    let of_files = of_files.map(|request| (&filed.router, request));
    for (router, request) in requests.into_iter().chain(of_files) {
        let (method, path) = (request.method().clone(), request.uri().path().to_owned());
        let answer = answered(router, request).await;
        description.walk(&method, &path, &answer, &mut seen);
    }
    let by_hand: Value =
        serde_json::from_str(include_str!("../../src/collector/openapi.json")).unwrap();
    let mut unseen = Vec::new();
    for name in by_hand["components"]["schemas"].as_object().unwrap().keys() {
        let schema = &description.whole["components"]["schemas"][name];
        unseen.extend(Description::unseen(schema, name, &seen));
    }
    for (path, said) in description.whole["paths"].as_object().unwrap() {
        for method in ["get", "put", "post"] {
            let responses = &said[method]["responses"];
            unseen.extend(Description::unseen(responses, path, &seen));
        }
    }
    assert!(unseen.is_empty(), "no answer has {unseen:#?}");
}

#[tokio::test]
#[should_panic(expected = "/surprise")]
async fn a_member_that_is_not_described_is_seen() {
    let collector = Tested::new().await;
    let mut answer = collector.get("/api/health").await;
    let mut health = answer.json();
    health["surprise"] = json!(true);
    answer.body = health.to_string().into_bytes();
    of(&collector.router)
        .await
        .hold(&Method::GET, "/api/health", &answer);
}
