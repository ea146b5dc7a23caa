//! TypeScript types, from the same schemas.
//!
//! A derive of its own for TypeScript would be a second statement of every type beside serde's and
//! schemars'; a tool of npm's would put Node between a change of a type and its declaration. Our schemas
//! use few keywords, so reading them is short, and a keyword this does not know makes `unknown`, which
//! the test of the declarations refuses.

use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Collects the definitions of several schemas and writes each once, in the order of their names.
#[derive(Default)]
pub(super) struct Declarations(BTreeMap<String, Value>);

impl Declarations {
    /// Takes in a root schema, named by its title, with its definitions. Where a name is there already
    /// the first stays.
    pub(super) fn add(&mut self, mut schema: Value) {
        let Some(root) = schema.as_object_mut() else {
            return;
        };
        if let Some(Value::Object(definitions)) = root.remove("$defs") {
            for (name, definition) in definitions {
                self.0.entry(name).or_insert(definition);
            }
        }
        if let Some(Value::String(name)) = root.remove("title") {
            self.0.entry(name).or_insert(schema);
        }
    }

    /// All declarations as the text of a module.
    pub(super) fn write(&self) -> String {
        let mut out = String::from("// Made by `phieu types` from the Rust types. Do not edit.\n");
        for (name, schema) in &self.0 {
            out.push('\n');
            comment(&mut out, schema, 0);
            let text = of(schema, 0);
            if is_interface(schema) {
                out.push_str(&["export interface ", name, " ", &text, "\n"].concat());
            } else {
                out.push_str(&["export type ", name, " = ", &text, ";\n"].concat());
            }
        }
        out
    }
}

/// Whether it is one object with named properties and nothing else.
fn is_interface(schema: &Value) -> bool {
    schema.get("properties").is_some()
        && ["oneOf", "anyOf", "allOf"]
            .iter()
            .all(|key| schema.get(key).is_none())
}

/// The type that a schema describes.
fn of(schema: &Value, depth: usize) -> String {
    let Some(schema) = schema.as_object() else {
        return "unknown".into();
    };
    if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
        return reference.rsplit('/').next().unwrap_or(reference).to_owned();
    }
    if let Some(constant) = schema.get("const") {
        return constant.to_string();
    }
    if let Some(Value::Array(choices)) = schema.get("enum") {
        return choices
            .iter()
            .map(Value::to_string)
            .collect::<Vec<_>>()
            .join(" | ");
    }
    let mut parts: Vec<String> = Vec::new();
    for key in ["oneOf", "anyOf"] {
        if let Some(Value::Array(choices)) = schema.get(key) {
            parts.push(union(choices.iter().map(|choice| of(choice, depth))));
        }
    }
    if let Some(Value::Array(all)) = schema.get("allOf") {
        parts.extend(all.iter().map(|part| of(part, depth)));
    }
    if schema.contains_key("type") && (parts.is_empty() || schema.contains_key("properties")) {
        parts.push(by_type(schema, depth));
    }
    match parts.as_slice() {
        [] => "unknown".into(),
        [one] => one.clone(),
        several => several
            .iter()
            .map(|part| bracketed(part))
            .collect::<Vec<_>>()
            .join(" & "),
    }
}

/// The type that a schema's `type` names, which may be several.
fn by_type(schema: &Map<String, Value>, depth: usize) -> String {
    let names: Vec<&str> = match schema.get("type") {
        Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).collect(),
        Some(Value::String(name)) => vec![name],
        _ => Vec::new(),
    };
    union(names.iter().map(|name| {
        match *name {
            "string" | "boolean" | "null" => (*name).to_owned(),
            "integer" | "number" => "number".to_owned(),
            "array" => {
                bracketed(
                    &schema
                        .get("items")
                        .map_or("unknown".into(), |items| of(items, depth)),
                ) + "[]"
            }
            "object" => object(schema, depth),
            _ => "unknown".to_owned(),
        }
    }))
}

fn object(schema: &Map<String, Value>, depth: usize) -> String {
    let Some(Value::Object(properties)) = schema.get("properties") else {
        return match schema.get("additionalProperties") {
            Some(values @ Value::Object(_)) => {
                ["Record<string, ", &of(values, depth), ">"].concat()
            }
            Some(Value::Bool(false)) => "Record<string, never>".into(),
            _ => "Record<string, unknown>".into(),
        };
    };
    let required = |name: &str| {
        schema
            .get("required")
            .and_then(Value::as_array)
            .is_some_and(|names| names.iter().any(|one| one == name))
    };
    let mut out = String::from("{\n");
    for (name, property) in properties {
        comment(&mut out, property, depth + 1);
        indent(&mut out, depth + 1);
        out.push_str(name);
        out.push_str(if required(name) { ": " } else { "?: " });
        out.push_str(&of(property, depth + 1));
        out.push_str(";\n");
    }
    indent(&mut out, depth);
    out.push('}');
    out
}

fn union(choices: impl Iterator<Item = String>) -> String {
    let mut seen: Vec<String> = Vec::new();
    for choice in choices {
        if !seen.contains(&choice) {
            seen.push(choice);
        }
    }
    seen.join(" | ")
}

/// In brackets where it is a union, which binds weaker than what follows.
fn bracketed(text: &str) -> String {
    if text.contains(" | ") {
        ["(", text, ")"].concat()
    } else {
        text.to_owned()
    }
}

fn comment(out: &mut String, schema: &Value, depth: usize) {
    if let Some(text) = schema.get("description").and_then(Value::as_str) {
        indent(out, depth);
        out.push_str(&["/** ", &text.replace("*/", "*\\/"), " */\n"].concat());
    }
}

fn indent(out: &mut String, depth: usize) {
    out.push_str(&"  ".repeat(depth));
}

#[cfg(test)]
mod tests {
    use super::Declarations;
    use serde_json::{Value, json};

    fn declared(schema: Value) -> String {
        let mut declarations = Declarations::default();
        declarations.add(schema);
        let text = declarations.write();
        text.split_once("\n\n")
            .map_or(String::new(), |(_, rest)| rest.trim_end().to_owned())
    }

    #[test]
    fn each_keyword_becomes_its_type() {
        for (schema, expected) in [
            (
                json!({"title": "A", "type": "string"}),
                "export type A = string;",
            ),
            (
                json!({"title": "A", "type": ["integer", "null"]}),
                "export type A = number | null;",
            ),
            (
                json!({"title": "A", "enum": ["x", "y"]}),
                "export type A = \"x\" | \"y\";",
            ),
            (
                json!({"title": "A", "type": "array", "items": {"enum": [1, 2]}}),
                "export type A = (1 | 2)[];",
            ),
            (
                json!({"title": "A", "type": "object", "additionalProperties": {"$ref": "#/$defs/B"}}),
                "export type A = Record<string, B>;",
            ),
            (
                json!({"title": "A", "description": "An a.", "type": "object", "required": ["b"],
                       "properties": {"b": {"type": "boolean"}, "c": {"description": "A c.", "$ref": "#/$defs/C"}}}),
                "/** An a. */\nexport interface A {\n  b: boolean;\n  /** A c. */\n  c?: C;\n}",
            ),
            (
                json!({"title": "A", "oneOf": [{"const": "x"}, {"type": "object", "required": ["y"],
                       "properties": {"y": {"type": "number"}}}]}),
                "export type A = \"x\" | {\n  y: number;\n};",
            ),
            (
                json!({"title": "A", "type": "object", "required": ["b"], "properties": {"b": {"type": "string"}},
                       "oneOf": [{"$ref": "#/$defs/C"}, {"$ref": "#/$defs/D"}]}),
                "export type A = (C | D) & {\n  b: string;\n};",
            ),
        ] {
            assert_eq!(declared(schema), expected);
        }
    }

    #[test]
    fn definitions_are_written_once_in_the_order_of_their_names() {
        let mut declarations = Declarations::default();
        let child = json!({"type": "string"});
        declarations.add(json!({"title": "Z", "$ref": "#/$defs/B", "$defs": {"B": child}}));
        declarations.add(json!({"title": "A", "$ref": "#/$defs/B", "$defs": {"B": child}}));
        let text = declarations.write();
        assert_eq!(text.matches("export type").count(), 3);
        assert!(
            text.find("type A")
                .is_some_and(|a| text.find("type B").is_some_and(|b| a < b))
        );
    }
}
