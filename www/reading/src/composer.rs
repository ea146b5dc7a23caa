//! The making of a plan for JavaScript: actions in, views out, all in JSON. It translates and never decides.

use phieu::calendar::Instant;
use phieu::compose::{self, Action, Answered, DetailPart, List, SheetChoices, UnitCode};
use phieu::message::plan_error;
use phieu::plan::Plan;
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

fn chosen(wanted: &str) -> Option<SheetChoices> {
    read::from_str(wanted).ok()
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

    /// Does actions, a list in JSON, as one step.
    ///
    /// # Errors
    /// A sentence that says why one of them cannot be done.
    pub fn act(&mut self, actions: &str) -> Result<(), JsValue> {
        let actions: Vec<Action> =
            read::from_str(actions).map_err(|all| sentence(&format!("{all:?}")))?;
        self.0.act_all(&actions).map_err(sentence)
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

    /// All else that the model can say of a row, or of a duty what its form asks, as JSON; `open` is a list of the names of open
    /// groups in JSON.
    pub fn details(&self, list: &str, id: &str, is_form: bool, open: &str) -> String {
        let list: Option<List> = read::from_str(&json(&list)).ok();
        let open: Vec<String> = read::from_str(open).unwrap_or_default();
        let part = if is_form {
            DetailPart::Form
        } else {
            DetailPart::Row
        };
        json(
            &list
                .map(|list| self.0.details(list, id, part, &open))
                .unwrap_or_default(),
        )
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

    /// All deadlines, or with a unit's identity its own, as JSON.
    pub fn calendar(&self, unit: Option<String>) -> String {
        json(&self.0.calendar(unit.as_deref()))
    }

    /// The calendar file of a unit; none where there is no such unit. `now` is in milliseconds since 1970.
    pub fn agenda(&self, unit: &str, now: f64) -> Option<String> {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "a moment has no fraction here"
        )]
        let now = Instant::of_clock((now / 1000.0) as i64);
        self.0.agenda(unit, now)
    }

    /// The plan as it will be asked, as JSON.
    pub fn printed(&self) -> String {
        json(&self.0.printed())
    }

    /// The plan as JSON, or what was typed in its place, as JSON.
    pub fn json(&self) -> String {
        json(&self.0.json())
    }

    /// The document's headings, as JSON.
    pub fn outline(&self) -> String {
        json(&self.0.outline())
    }

    /// What moving the plan to that first day would make, as JSON.
    pub fn moving(&self, first: &str) -> String {
        json(&self.0.moving(first))
    }

    /// Ready pieces, as JSON.
    pub fn pieces(&self) -> String {
        json(&self.0.pieces())
    }

    /// What the plan changes against a published one, as JSON; `sent` is a list of unit, duty and period in JSON.
    ///
    /// # Errors
    /// All that is wrong with the published plan, a sentence a line.
    pub fn against(&self, published: &str, sent: &str, lang: &str) -> Result<String, JsValue> {
        let lang = Lang::from_tag(lang);
        let published = Plan::parse(published).map_err(|all| {
            let all: Vec<_> = all.iter().map(|one| plan_error(one, lang)).collect();
            sentence(&all.join("\n"))
        })?;
        let sent: Vec<Answered> = read::from_str(sent).unwrap_or_default();
        Ok(json(&self.0.against(&published, &sent)))
    }

    /// Opens a workbook or a CSV file with units or figures.
    ///
    /// # Errors
    /// A sentence that says why it is not read and what to do.
    #[wasm_bindgen(js_name = openSheet)]
    pub fn open_sheet(&mut self, bytes: &[u8], lang: &str) -> Result<(), JsValue> {
        let opened = self.0.open_sheet(bytes);
        opened.map_err(|refused| sentence(refused.sentence(Lang::from_tag(lang))))
    }

    /// What the open file says, as JSON; `null` where none is open. `wanted` is JSON too.
    pub fn sheet(&self, wanted: &str) -> String {
        json(&chosen(wanted).and_then(|wanted| self.0.sheet(&wanted)))
    }

    /// Takes what the file says, in one step; whether anything changed.
    #[wasm_bindgen(js_name = takeSheet)]
    pub fn take_sheet(&mut self, wanted: &str) -> bool {
        chosen(wanted).is_some_and(|wanted| self.0.take_sheet(&wanted))
    }

    /// The units and figures as the parts of a workbook, as JSON: pairs of a name in the zip and a text.
    pub fn workbook(&self) -> String {
        json(&self.0.workbook())
    }

    /// What units are sent, as JSON; `codes` is a list of unit and code in JSON, `form` where units open the plan.
    pub fn letters(&self, codes: &str, form: &str) -> String {
        let codes: Vec<UnitCode> = read::from_str(codes).unwrap_or_default();
        json(&self.0.letters(&codes, form))
    }

    /// The telephone numbers of units, as JSON.
    pub fn phones(&self) -> String {
        self.0.phones()
    }

    /// Puts them back.
    #[wasm_bindgen(js_name = keepPhones)]
    pub fn keep_phones(&mut self, phones: &str) {
        self.0.keep_phones(phones);
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
