//! What is wrong with a plan.

use crate::border::{language, object};
use crate::plan::Plan;
use phieu::lint::lint;
use phieu::message::lint_views;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

#[wasm_bindgen]
impl Plan {
    /// What is wrong, contradictory or unsaid in the plan, in words, the worst first.
    pub fn lint(&self, lang: &str) -> JsValue {
        let plan = self.inner();
        object(&lint_views(&lint(plan), plan, language(lang)))
    }
}
