//! The making of a plan for JavaScript: actions in, views out, all in JSON. It translates and never decides.

use phieu::compose::{self, Action, List};
use phieu::read;
use phieu::reading::{Kind, read_bytes};
use phieu::text::Lang;
use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// An officer's work on one plan.
#[wasm_bindgen]
pub struct Composer(compose::Composer);

fn json<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

fn sentence(text: &str) -> JsValue {
    JsValue::from_str(text)
}

#[wasm_bindgen]
impl Composer {
    /// Begins from nothing.
    pub fn blank(lang: &str) -> Composer {
        Composer(compose::Composer::blank(Lang::from_tag(lang)))
    }

    /// Begins from a document's bytes, as for `read`.
    ///
    /// # Errors
    /// A sentence that says why it is not read and what to do.
    #[wasm_bindgen(js_name = ofDocument)]
    pub fn of_document(bytes: &[u8], kind: &str, lang: &str) -> Result<Composer, JsValue> {
        let lang = Lang::from_tag(lang);
        let reading = read_bytes(bytes, Kind::named(kind))
            .map_err(|refused| sentence(refused.sentence(lang)))?;
        Ok(Composer(compose::Composer::of_reading(reading, lang)))
    }

    /// Begins from the JSON of a plan, or of work that was kept.
    ///
    /// # Errors
    /// All that is wrong with it, a sentence a line.
    pub fn open(text: &str, lang: &str) -> Result<Composer, JsValue> {
        let opened = compose::Composer::open(text, Lang::from_tag(lang));
        opened
            .map(Composer)
            .map_err(|all| sentence(&all.join("\n")))
    }

    /// All of it as JSON, to be kept.
    pub fn save(&self) -> String {
        self.0.save()
    }

    /// Does an action, in JSON.
    ///
    /// # Errors
    /// A sentence that says why it cannot be done.
    pub fn act(&mut self, action: &str) -> Result<(), JsValue> {
        let action: Action = read::from_str(action).map_err(|all| sentence(&format!("{all:?}")))?;
        self.0.act(&action).map_err(sentence)
    }

    /// Takes the last action back.
    pub fn undo(&mut self) -> bool {
        self.0.undo()
    }

    /// Does again what was taken back.
    pub fn redo(&mut self) -> bool {
        self.0.redo()
    }

    /// The rows in words, as JSON.
    pub fn view(&self) -> String {
        json(&self.0.view())
    }

    /// What can be corrected of a row, as JSON.
    pub fn cells(&self, list: &str, id: &str) -> String {
        let list: Option<List> = read::from_str(&json(&list)).ok();
        json(&list.map(|list| self.0.cells(list, id)).unwrap_or_default())
    }

    /// The document with its sentences marked, as JSON.
    pub fn paper(&self) -> String {
        json(&self.0.paper())
    }

    /// What each duty asks, as JSON.
    pub fn forms(&self) -> String {
        json(&self.0.forms())
    }

    /// What is to be said of the plan as it stands, as JSON; with it whether it can be published.
    pub fn findings(&self) -> String {
        json(&self.0.findings())
    }

    /// All deadlines, as JSON.
    pub fn calendar(&self) -> String {
        json(&self.0.calendar())
    }

    /// The plan as it stands, as JSON on several lines.
    pub fn plan(&self) -> String {
        serde_json::to_string_pretty(&self.0.plan()).unwrap_or_default()
    }

    /// What a file of the plan is called.
    #[wasm_bindgen(js_name = fileName)]
    pub fn file_name(&self) -> String {
        self.0.file_name()
    }
}
