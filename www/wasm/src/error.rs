//! What is thrown: a plain object `{ code, errors }`, made into an error by the caller.

use crate::border::object;
use phieu::finding::Finding;
use phieu::form;
use phieu::plan::Plan;
use phieu::read::Misread;
use phieu::text::Lang;
use serde::Serialize;
use wasm_bindgen::JsValue;

/// A refusal as JavaScript sees it.
#[derive(Serialize)]
struct Thrown<'a, T> {
    code: &'a str,
    errors: T,
}

/// The object to throw for `code`, with what is wrong in detail.
pub fn thrown<T: Serialize>(code: &str, errors: T) -> JsValue {
    object(&Thrown { code, errors })
}

/// The object to throw for findings that leave nothing to be done, in words.
pub fn refused(plan: &Plan, findings: &[Finding], lang: Lang) -> JsValue {
    thrown("findings", form::of_head(plan, findings, lang))
}

/// The object to throw for an argument that is not JSON of its shape.
pub fn unreadable(wrong: &[Misread]) -> JsValue {
    thrown("argument", wrong.first().map(ToString::to_string))
}
