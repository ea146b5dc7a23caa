//! What is thrown: a plain object `{ code, errors }`, made into an error by the caller.

use crate::object;
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
