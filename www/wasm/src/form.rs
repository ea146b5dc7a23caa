//! An open form as JavaScript holds it.

use crate::border::{language, millis, object};
use crate::error::thrown;
use phieu::form;
use phieu::report::Amends;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// A form being filled in.
#[wasm_bindgen]
pub struct Form(pub(crate) form::Form);

/// The inputs of a first screen, before the plan is there.
#[wasm_bindgen]
pub struct FirstInputs(form::FirstInputs);

#[wasm_bindgen]
impl FirstInputs {
    /// Of what the file of the first screen says is asked, a line each.
    #[wasm_bindgen(constructor)]
    pub fn new(asked: &str, lang: &str) -> FirstInputs {
        FirstInputs(form::FirstInputs::read(asked, language(lang)))
    }

    /// What is said of `text` as typed into the input at `path`; `null` where it is not known what that asks.
    pub fn said(&self, path: &str, text: &str) -> JsValue {
        object(&self.0.said(path, text))
    }
}

#[wasm_bindgen]
impl Form {
    /// All that a page shows of it.
    pub fn view(&self) -> JsValue {
        object(&self.0.view())
    }

    /// Takes `text` as typed into the input at `path`; what changed.
    pub fn set(&mut self, path: &str, text: String) -> JsValue {
        object(&self.0.set(path, text))
    }

    /// Takes the explanation of the warning `code` at `path`; what changed.
    pub fn explain(&mut self, path: &str, code: &str, text: String) -> JsValue {
        object(&self.0.explain(path, code, text))
    }

    /// What to ask the office about: the activities that can be read, as JSON; empty for none.
    pub fn claims(&mut self) -> String {
        self.0.claims()
    }

    /// Takes the office's answer about what was last asked; what changed.
    pub fn heed(&mut self, answer: &str) -> JsValue {
        object(&self.0.heed(answer))
    }

    /// Takes what the office found (JSON) in what was sent (the report as JSON; none where it is not at hand); what changed, and what no field can show.
    #[wasm_bindgen(js_name = heedFindings)]
    pub fn heed_findings(&mut self, findings: &str, sent: Option<String>) -> JsValue {
        object(&self.0.heed_findings(findings, sent.as_deref()))
    }

    /// Its sections, with what is answered, wrong and left in each, and where to go on; `due` as [`phieu::form::Form::map`] has it.
    pub fn map(&self, due: bool, at: &str) -> JsValue {
        object(&self.0.map(due, at))
    }

    /// What would become of a block of cells pasted at `path`, as [`phieu::form::Form::block`] has it; `null` where it is none.
    pub fn block(&mut self, path: &str, plain: &str, html: &str) -> JsValue {
        object(&self.0.block(path, plain, html))
    }

    /// Adds an activity: the plan's own, or a copy of one listed, or a blank one.
    #[wasm_bindgen(js_name = addActivity)]
    pub fn add_activity(&mut self, planned: Option<String>, copy_of: Option<usize>) -> JsValue {
        self.0.add_activity(planned.as_deref(), copy_of);
        self.view()
    }

    /// Adds all activities of the plan that fall into the period and are not listed yet.
    #[wasm_bindgen(js_name = addAllPlanned)]
    pub fn add_all_planned(&mut self) {
        self.0.add_all_planned();
    }

    /// Fills blanks with what stands from the last report on.
    #[wasm_bindgen(js_name = copyEarlier)]
    pub fn copy_earlier(&mut self) {
        self.0.copy_earlier();
    }

    /// Takes what the units below reported of this period (JSON).
    #[wasm_bindgen(js_name = hearBelow)]
    pub fn hear_below(&mut self, reports: &str) {
        self.0.hear_below(reports);
    }

    /// What was reported already of what this report is about, figure by figure.
    pub fn parts(&self) -> JsValue {
        object(&self.0.parts())
    }

    /// Fills blanks with what they come to.
    #[wasm_bindgen(js_name = takeParts)]
    pub fn take_parts(&mut self) {
        self.0.take_parts();
    }

    /// The activity at `index` in one line; `null` where there is none.
    pub fn card(&self, index: usize) -> JsValue {
        object(&self.0.card(index))
    }

    /// What is done to a table, by its name; one door, because few forms have a table. `table`: the table at `path`, cell by cell.
    /// `setCell`: takes `text` as typed into the cell at `path`; what changed. `putRow`: puts a row at `index`, blank or as
    /// `text` has it; `takeRow`: takes the one at `index` out; the table then. `seePasted`: what would become of rows that are
    /// pasted at `path` (`text`: the clipboard's HTML, a NUL, its plain text; `index`: whether the first row says what stands
    /// below, 1 yes, 2 no, 0 as it is seen); `takePasted`: takes them; `seeFile`, `takeFile`: the same of a CSV file; `takeBack`:
    /// takes back what was taken, as `text` has it; the table then. `toFile`: a CSV file of it. From `seePasted` on the list of
    /// activities (`/activities`) is a table too. `null` where there is no such table or cell.
    #[wasm_bindgen(js_name = ofTable)]
    pub fn of_table(&mut self, what: &str, path: &str, text: String, index: usize) -> JsValue {
        match what {
            "setCell" => object(&self.0.set_cell(path, text)),
            "putRow" => object(&self.0.put_row(path, index, &text)),
            "takeRow" => object(&self.0.take_row(path, index)),
            "seePasted" => object(&self.0.pasted(path, &copied(&text, index))),
            "takePasted" => object(&self.0.take_pasted(path, &copied(&text, index))),
            "seeFile" => object(&self.0.pasted(path, &filed(&text, index))),
            "takeFile" => object(&self.0.take_pasted(path, &filed(&text, index))),
            "takeBack" => object(&self.0.take_back(path, &text)),
            "toFile" => object(&self.0.table_file(path)),
            _ => object(&self.0.table(path)),
        }
    }

    /// The days among which the answer at `path` lies; `null` where it is no day of an activity.
    pub fn days(&self, path: &str) -> JsValue {
        object(&self.0.days(path))
    }

    /// A day or an hour that was picked, as it would be typed.
    pub fn picked(&self, text: &str) -> String {
        form::as_picked(text)
    }

    /// Removes the activity at `index`.
    #[wasm_bindgen(js_name = removeActivity)]
    pub fn remove_activity(&mut self, index: usize) -> JsValue {
        self.0.remove_activity(index);
        self.view()
    }

    /// Moves the activity at `from` to `to`.
    #[wasm_bindgen(js_name = moveActivity)]
    pub fn move_activity(&mut self, from: usize, to: usize) -> JsValue {
        self.0.move_activity(from, to);
        self.view()
    }

    /// The deadline and what remains until it at `now`, in words.
    ///
    /// # Errors
    /// `argument` when `now` is no moment.
    pub fn tick(&mut self, now: f64) -> Result<JsValue, JsValue> {
        Ok(object(&self.0.tick(millis(now)?)))
    }

    /// What files are taken at `path`, and what becomes of one that is offered (JSON; blank for none); `null` where none are asked.
    pub fn files(&self, path: &str, offered: &str) -> JsValue {
        object(&self.0.files(path, offered))
    }

    /// The draft as JSON, to be saved as typed.
    pub fn draft(&self) -> String {
        self.0.draft_json()
    }

    /// All that stands in the way of sending, and what is worth knowing, in the form's order.
    pub fn problems(&self) -> JsValue {
        object(&self.0.problems())
    }

    /// The report in words, to be read once more and printed.
    pub fn review(&self) -> JsValue {
        object(&self.0.review())
    }

    /// The submission as JSON. `amends` is the id of the submission from which it was made, `null` for a
    /// first one, `undefined` where nobody knows.
    ///
    /// # Errors
    /// `findings` while something stands in the way; `argument` when the id is no UUID or
    /// `prepared_at` no moment.
    pub fn submission(
        &self,
        id: &str,
        prepared_at: f64,
        amends: &JsValue,
    ) -> Result<String, JsValue> {
        let amends = if amends.is_undefined() {
            Amends::Unsaid
        } else {
            amends.as_string().into()
        };
        self.0
            .submission(id, millis(prepared_at)?, amends)
            .map_err(|problems| thrown("findings", problems))
    }
}

/// What a clipboard holds of rows.
fn copied(text: &str, head: usize) -> form::Pasted<'_> {
    let (html, plain) = text.split_once('\0').unwrap_or_default();
    form::Pasted {
        html,
        is_file: false,
        ..filed(plain, head)
    }
}

/// What stands in a CSV file.
fn filed(plain: &str, head: usize) -> form::Pasted<'_> {
    form::Pasted {
        plain,
        html: "",
        is_file: true,
        head: (head != 0).then_some(head == 1),
    }
}
