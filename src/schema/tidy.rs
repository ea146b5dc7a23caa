//! Makes a generated schema read well.

use serde_json::{Value, json};

/// Joins the lines of descriptions, takes rustdoc's links out of them, and drops the `format`s of Rust's
/// integers, which mean nothing elsewhere.
pub(super) fn tidy(schema: &mut Value) {
    match schema {
        Value::Object(object) => {
            if object.get("format").is_some_and(Value::is_string) {
                object.remove("format");
            }
            if let Some(Value::String(description)) = object.get_mut("description") {
                *description = plain(description);
            }
            object.values_mut().for_each(tidy);
        }
        Value::Array(items) => items.iter_mut().for_each(tidy),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// "Reads [`Plan`]\nonce" as "Reads `Plan` once".
fn plain(description: &str) -> String {
    description
        .replace("[`", "`")
        .replace("`]", "`")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// The schema of one value and no other.
pub(super) fn constant(value: impl Into<Value>, description: &str) -> Value {
    json!({ "description": description, "const": value.into() })
}

#[cfg(test)]
mod tests {
    use super::tidy;
    use serde_json::json;

    #[test]
    fn descriptions_are_one_plain_line_and_integers_have_no_format() {
        let mut schema = json!({
            "description": "The version:\n[`FORMAT`].",
            "properties": { "format": { "type": "integer", "format": "uint32", "minimum": 0 } },
        });
        tidy(&mut schema);
        assert_eq!(
            schema,
            json!({
                "description": "The version: `FORMAT`.",
                "properties": { "format": { "type": "integer", "minimum": 0 } },
            })
        );
    }
}
