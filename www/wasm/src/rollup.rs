//! Many reports rolled up: arrivals from bytes in, a plan's progress out.

use crate::border::{language, millis, object, pieces};
use crate::plan::Plan;
use phieu::office::RowsFile;
use phieu::rollup::{self, Intake};
use phieu::text::Lang;
use phieu::{form, message, office, plan, progress};
use serde::Serialize;
use std::borrow::Cow;
use std::rc::Rc;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// Reports of one plan, rolled up.
#[wasm_bindgen]
pub struct RollUp {
    plan: Rc<plan::Plan>,
    inner: rollup::RollUp<Rc<plan::Plan>>,
}

/// What became of the lines handed in.
#[derive(Serialize)]
struct IntakeView {
    /// Lines that are not blank.
    lines: usize,
    /// Lines that are arrivals.
    arrivals: usize,
    /// The others, with why.
    unreadable: Vec<Unreadable>,
}

#[derive(Serialize)]
struct Unreadable {
    line: usize,
    code: Cow<'static, str>,
    message: String,
}

#[wasm_bindgen]
impl Plan {
    /// An empty roll-up of this plan.
    #[wasm_bindgen(js_name = rollUp)]
    pub fn roll_up(&self) -> RollUp {
        let plan = self.shared();
        RollUp {
            inner: rollup::RollUp::new(Rc::clone(&plan)),
            plan,
        }
    }
}

#[wasm_bindgen]
impl RollUp {
    /// Takes in arrivals, one a line (NDJSON); those that came after `until` are left out.
    ///
    /// # Errors
    /// `argument` when the file is no bytes, or `until` no moment.
    pub fn add(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Uint8Array | ArrayBuffer")] file: &JsValue,
        until: Option<f64>,
        lang: &str,
    ) -> Result<JsValue, JsValue> {
        let until = until.map(millis).transpose()?;
        let mut intake = Intake::default();
        pieces(file, |piece| {
            self.inner.add_piece(piece, until, &mut intake)
        })?;
        let Intake {
            lines,
            arrivals,
            unreadable,
            ..
        } = intake;
        let unreadable = unreadable
            .into_iter()
            .map(|(line, finding)| Unreadable {
                line,
                code: finding.kind.own_code(),
                message: message::sentence(&finding, &self.plan, language(lang)),
            })
            .collect();
        Ok(object(&IntakeView {
            lines,
            arrivals,
            unreadable,
        }))
    }

    /// The progress at `now` (milliseconds since 1970), in words.
    ///
    /// # Errors
    /// `argument` when `now` is no moment.
    pub fn progress(&self, now: f64, lang: &str) -> Result<JsValue, JsValue> {
        let reached = self.inner.at(millis(now)?);
        Ok(object(&progress::progress(
            &self.plan,
            &reached,
            language(lang),
        )))
    }

    /// The rows of the table `indicator` of all reports that count, as CSV, a row a line, out of the very file (NDJSON) that was
    /// taken in; none where the plan has no such table.
    ///
    /// # Errors
    /// `argument` when the file is no bytes.
    pub fn rows(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Uint8Array | ArrayBuffer")] file: &JsValue,
        indicator: &str,
        lang: &str,
    ) -> Result<Option<String>, JsValue> {
        let plan = Rc::clone(&self.plan);
        let mut rows = RowsFile::of(plan, &self.inner, indicator, language(lang));
        pieces(file, |piece| {
            for line in piece.split(|byte| *byte == b'\n') {
                if let Some(rows) = &mut rows {
                    rows.take_line(line);
                }
            }
        })?;
        Ok(rows.map(RowsFile::write))
    }

    /// What the office reports of it to the level above, at `now` (milliseconds since 1970), as the parts of a Word file:
    /// pairs of name and text in the order in which they are packed.
    ///
    /// # Errors
    /// `argument` when `now` is no moment.
    pub fn paper(&self, now: f64) -> Result<JsValue, JsValue> {
        let now = millis(now)?;
        let view = progress::progress(&self.plan, &self.inner.at(now), Lang::Vi);
        let official = office::summary(&self.plan, &view, now);
        Ok(object(&form::word(&official)))
    }
}
