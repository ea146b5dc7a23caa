//! The reading of issued documents for JavaScript: bytes in, JSON out. It translates and never decides.

mod composer;

pub use composer::Composer;

use phieu::reading::{Kind, read_bytes};
use phieu::text::Lang;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Memory from a smaller allocator than the standard library's.
#[cfg(target_family = "wasm")]
#[global_allocator]
static MEMORY: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// What a document proposes for a plan, as JSON: the shape of `phieu read --json`. `kind` is `text`, `html` or `docx`, or
/// empty where the bytes say it; `lang` the language of a refusal, `vi` or `en`.
///
/// # Errors
/// A sentence that says why the document is not read and what to do.
#[wasm_bindgen]
pub fn read(bytes: &[u8], kind: &str, lang: &str) -> Result<String, JsValue> {
    let lang = if lang.starts_with("en") {
        Lang::En
    } else {
        Lang::Vi
    };
    let reading = read_bytes(bytes, Kind::named(kind))
        .map_err(|refused| JsValue::from_str(refused.sentence(lang)))?;
    serde_json::to_string(&reading).map_err(|error| JsValue::from_str(&error.to_string()))
}
