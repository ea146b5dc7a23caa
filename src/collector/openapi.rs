//! The description of the interface, OpenAPI 3.1: the addresses by hand, the schemas from the types.

use super::catalogue::Served;
use super::reply::kept;
use super::trouble::Trouble;
use crate::report::MAX_ACTIVITIES;
use crate::schema;
use axum::http::HeaderMap;
use axum::response::Response;
use serde_json::{Value, json};
use std::sync::LazyLock;

static DESCRIPTION: LazyLock<Served> = LazyLock::new(|| Served::new(description().to_string()));

/// `GET /api/openapi.json`.
pub async fn served(asked: HeaderMap) -> Result<Response, Trouble> {
    kept(&DESCRIPTION, &asked)
}

/// The whole description. A test holds that what stands in the file is JSON.
fn description() -> Value {
    let mut whole: Value = serde_json::from_str(include_str!("openapi.json")).unwrap_or_default();
    if let Some(version) = whole.pointer_mut("/info/version") {
        *version = json!(env!("CARGO_PKG_VERSION"));
    }
    if let Some(codes) = whole.pointer_mut("/components/schemas/Problem/properties/code/enum") {
        *codes = json!(Trouble::CODES);
    }
    let claims = "/paths/~1plans~1{plan}~1claims/post/requestBody/content/application~1json/schema";
    if let Some(claims) = whole.pointer_mut(claims) {
        claims["maxItems"] = json!(MAX_ACTIVITIES);
    }
    if let Some(Value::Object(schemas)) = whole.pointer_mut("/components/schemas") {
        for (name, schema) in [
            ("Plan", schema::plan()),
            ("Submission", schema::submission()),
            ("Report", schema::report()),
            ("Receipt", schema::receipt()),
            ("Finding", schema::finding()),
            ("Progress", schema::progress()),
            ("Overview", schema::overview()),
            ("ReceivedReport", schema::received()),
            ("Decision", schema::decision()),
            ("Verdict", schema::verdict()),
            ("Difference", schema::difference()),
            ("LintFinding", schema::lint()),
            ("FirstScreen", schema::first()),
        ] {
            schemas.extend(hoisted(name, schema));
        }
    }
    whole
}

/// A schema and its definitions as components beside each other: tools that read OpenAPI find
/// definitions there, and many nowhere else. Definitions bear the schema's name before their own,
/// because a type that is read and one that is written may differ.
fn hoisted(name: &str, mut schema: Value) -> Vec<(String, Value)> {
    let within = |definition: &str| format!("{name}.{definition}");
    let definitions = match schema.as_object_mut().and_then(|members| {
        members.remove("$schema");
        members.remove("$defs")
    }) {
        Some(Value::Object(definitions)) => definitions,
        _ => serde_json::Map::new(),
    };
    let all = definitions
        .into_iter()
        .map(|(definition, schema)| (within(&definition), schema));
    let mut all: Vec<_> = std::iter::once((name.to_owned(), schema))
        .chain(all)
        .collect();
    for (_, schema) in &mut all {
        redirect(schema, &within);
    }
    all
}

/// Lets references follow the definitions. A schema nests no deeper than the types it was made from.
fn redirect(value: &mut Value, within: &impl Fn(&str) -> String) {
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                let definition = member
                    .as_str()
                    .and_then(|target| target.strip_prefix("#/$defs/"));
                match definition {
                    Some(definition) if name == "$ref" => {
                        *member = json!(format!("#/components/schemas/{}", within(definition)));
                    }
                    _ => redirect(member, within),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| redirect(item, within)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::super::bodies::LARGEST;
    use super::{MAX_ACTIVITIES, description};
    use serde_json::Value;

    #[test]
    fn every_reference_leads_somewhere() {
        let whole = description();
        let mut open = vec![&whole];
        let mut references = 0;
        while let Some(value) = open.pop() {
            match value {
                Value::Object(members) => {
                    if let Some(Value::String(target)) = members.get("$ref") {
                        references += 1;
                        let pointer = target.strip_prefix('#').expect("references stay inside");
                        assert!(whole.pointer(pointer).is_some(), "{target} leads nowhere");
                    }
                    open.extend(members.values());
                }
                Value::Array(items) => open.extend(items),
                _ => {}
            }
        }
        assert!(references > 50, "{references} references");
    }

    #[test]
    fn every_route_is_described_and_no_other() {
        let router = include_str!("router.rs");
        let mut routes: Vec<&str> = router
            .split(".route(")
            .skip(1)
            .filter_map(|rest| rest.split('"').nth(1))
            .collect();
        let whole = description();
        let paths = whole["paths"].as_object().expect("there are paths");
        let mut described: Vec<&str> = paths.keys().map(String::as_str).collect();
        // It describes all addresses but its own.
        described.push("/openapi.json");
        routes.sort_unstable();
        described.sort_unstable();
        assert_eq!(described, routes);
    }

    #[test]
    fn it_says_how_many_activities_others_may_be_asked_about() {
        let asked = &description()["paths"]["/plans/{plan}/claims"]["post"]["requestBody"];
        let most = &asked["content"]["application/json"]["schema"]["maxItems"];
        assert_eq!(*most, MAX_ACTIVITIES);
    }

    #[test]
    fn it_says_how_large_a_body_may_be() {
        let whole = description();
        let said = &whole["paths"]["/submissions/{id}"]["put"]["requestBody"]["description"];
        let bound = format!("At most {} MiB", LARGEST / 1024 / 1024);
        assert!(
            said.as_str().is_some_and(|said| said.starts_with(&bound)),
            "{said}; {bound}"
        );
    }

    #[test]
    fn it_names_its_version_and_every_problem() {
        let whole = description();
        assert_eq!(whole["info"]["version"], env!("CARGO_PKG_VERSION"));
        let codes = &whole["components"]["schemas"]["Problem"]["properties"]["code"]["enum"];
        assert!(
            codes
                .as_array()
                .is_some_and(|codes| codes.iter().any(|code| code == "otherContent"))
        );
    }
}
