//! A parsed plan as JavaScript holds it.

use crate::border::{language, millis, object};
use crate::error::{refused, thrown, unreadable};
use crate::form::Form;
use phieu::form;
use phieu::message;
use phieu::plan;
use phieu::read::{self, Misread};
use phieu::report::Report;
use phieu::schedule::{Sent, Timeliness};
use phieu::text::Lang;
use serde::Serialize;
use std::rc::Rc;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// A plan, parsed once.
#[wasm_bindgen]
pub struct Plan(Rc<plan::Plan>);

/// The key of the occasion that something (JSON of plan, unit, duty and period) is of; none where it names none.
#[wasm_bindgen]
pub fn key(of: &str) -> Option<String> {
    written(of).map(|of| of.key())
}

fn written(of: &str) -> Option<form::Written> {
    read::from_str_or_none(of)
}

/// What is wrong with a plan, in words.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PlanErrorView {
    path: String,
    line: usize,
    column: usize,
    message: String,
}

#[cfg(feature = "bulk")]
impl Plan {
    /// The plan itself, for the bulk checks.
    pub(crate) fn inner(&self) -> &plan::Plan {
        &self.0
    }

    /// The plan itself, for whoever keeps it.
    pub(crate) fn shared(&self) -> Rc<plan::Plan> {
        Rc::clone(&self.0)
    }
}

/// A form takes a plan as published, and checked when it was; what does not fit together is a matter of
/// the module for checks.
#[cfg(not(feature = "bulk"))]
fn read_plan(json: &str, lang: Lang) -> Result<plan::Plan, Vec<PlanErrorView>> {
    let view = |error: Misread| PlanErrorView {
        message: message::misread(&error, lang),
        path: error.pointer,
        line: error.line,
        column: error.column,
    };
    plan::Plan::read(json).map_err(|errors| errors.into_iter().map(view).collect())
}

#[cfg(feature = "bulk")]
fn read_plan(json: &str, lang: Lang) -> Result<plan::Plan, Vec<PlanErrorView>> {
    let view = |error: plan::PlanError| PlanErrorView {
        message: message::plan_error(&error, lang),
        path: error.pointer,
        line: error.line,
        column: error.column,
    };
    plan::Plan::parse(json).map_err(|errors| errors.into_iter().map(view).collect())
}

#[wasm_bindgen]
impl Plan {
    /// Reads a plan from its JSON.
    ///
    /// # Errors
    /// `plan` with all that is wrong with it.
    #[wasm_bindgen(constructor)]
    pub fn new(json: &str, lang: &str) -> Result<Plan, JsValue> {
        read_plan(json, language(lang))
            .map(|plan| Plan(Rc::new(plan)))
            .map_err(|errors| thrown("plan", errors))
    }

    /// What a page shows of the plan as a whole.
    pub fn summary(&self, lang: &str) -> JsValue {
        object(&form::summary(&self.0, language(lang)))
    }

    /// What a unit is told of the plan: which document it is, whose, and whom to ask.
    pub fn about(&self, lang: &str) -> JsValue {
        object(&form::about(&self.0, language(lang)))
    }

    /// A moment (milliseconds since 1970) in words, on the plan's clock.
    ///
    /// # Errors
    /// `argument` when it is no moment.
    pub fn moment(&self, at: f64, lang: &str) -> Result<String, JsValue> {
        Ok(message::moment(millis(at)?, self.0.offset, language(lang)))
    }

    /// Whether a report came in time, by the `timeliness` and `delayed` of its receipt, in words; none for what this
    /// version does not know.
    pub fn punctual(&self, timeliness: &str, delayed: bool, lang: &str) -> Option<String> {
        let came = Timeliness::named(timeliness)?;
        Some(message::punctual(came, delayed, language(lang)))
    }

    /// A report in words, as it was sent.
    ///
    /// # Errors
    /// `argument` when it is no report.
    #[wasm_bindgen(js_name = sentInWords)]
    pub fn sent_in_words(&self, report: &str, lang: &str) -> Result<JsValue, JsValue> {
        let report: Report = read::from_str(report).map_err(|wrong| unreadable(&wrong))?;
        Ok(object(&form::review(&self.0, &report, &[], language(lang))))
    }

    /// What is made to be kept or read beside the form, at the moment `at`: the `agenda` of a unit (`of`), which is a calendar
    /// file; what the document says `otherwise` of the unit's deadlines; the report on an event that was `held` (`of` as JSON); what of a duty goes another way (`beside`), and what
    /// `follows` a report (`of` as JSON); of a report the document that a unit signs, or the parts of the same as a Word file
    /// (`word`), pairs of name and text in the order in which they are packed. One call for all: a page loads each call before
    /// its first field.
    ///
    /// # Errors
    /// `argument` when it is no report, or `at` no moment; `unit` for an unknown unit.
    pub fn paper(&self, what: &str, of: &str, at: f64, lang: &str) -> Result<JsValue, JsValue> {
        let (at, lang) = (millis(at)?, language(lang));
        let unknown = || thrown("unit", of);
        match what {
            "otherwise" => {
                let said = form::otherwise(&self.0, of, lang);
                return said.map(|said| object(&said)).ok_or_else(unknown);
            }
            "agenda" => {
                let file = form::agenda(&self.0, of, at, lang);
                return file.map(JsValue::from).ok_or_else(unknown);
            }
            "beside" => return Ok(object(&form::beside(&self.0, of, lang))),
            "held" => {
                let told: form::ToldEvent =
                    read::from_str(of).map_err(|wrong| unreadable(&wrong))?;
                let held = form::held(&self.0, &told, at, lang);
                return held.map(|held| object(&held)).ok_or_else(unknown);
            }
            "filesAlone" => {
                let both: Vec<Report> = read::from_str(of).map_err(|wrong| unreadable(&wrong))?;
                return Ok(JsValue::from(match &both[..] {
                    [one, other] => form::differ_in_files_alone(one, other),
                    _ => false,
                }));
            }
            _ => {}
        }
        let report: Report = read::from_str(of).map_err(|wrong| unreadable(&wrong))?;
        if what == "follows" {
            return Ok(object(&form::follows(&self.0, &report, lang)));
        }
        let official = form::official(&self.0, &report, at);
        Ok(match what {
            "word" => object(&form::word(&official)),
            _ => object(&official),
        })
    }

    /// What a draft, a report or a file is (JSON as for `key`), in words; none where it names no occasion.
    pub fn named(&self, of: &str, lang: &str) -> Option<String> {
        Some(form::named(&self.0, &written(of)?, language(lang)))
    }

    /// Whether what is kept (JSON as for `key`) belongs to no period of the unit `open` any more: then the key of
    /// the one that it fits, empty where it fits none; else none. `former` are identities that this plan had,
    /// with blanks between.
    pub fn stray(&self, of: &str, open: &str, former: &str) -> Option<String> {
        match form::belonging(&self.0, &written(of)?, open, former) {
            form::Belonging::Elsewhere => None,
            form::Belonging::Stray { fits } => Some(fits.unwrap_or_default()),
        }
    }

    /// The units that owe a report and fit `query`, grouped by sector.
    #[wasm_bindgen(js_name = searchUnits)]
    pub fn search_units(&self, query: &str) -> JsValue {
        object(&form::unit_groups(&self.0, query))
    }

    /// What `unit` owes at `now` (milliseconds since 1970), given what it sent (JSON) and the keys of what is begun, one a line.
    ///
    /// # Errors
    /// `argument` when `sent` is not JSON of that shape, or `now` no moment; `unit` for an unknown unit.
    pub fn duties(
        &self,
        unit: &str,
        now: f64,
        sent: &str,
        lang: &str,
        begun: &str,
    ) -> Result<JsValue, JsValue> {
        let sent: Vec<Sent> = read::from_str(sent).map_err(|wrong| unreadable(&wrong))?;
        form::duties_beside(&self.0, unit, &sent, begun, millis(now)?, language(lang))
            .map(|duties| object(&duties))
            .ok_or_else(|| thrown("unit", unit))
    }

    /// Opens the form of one occasion; `draft` and `earlier` are JSON.
    ///
    /// # Errors
    /// `argument` when a text is not JSON of its shape; `findings` when the unit does not owe that duty
    /// for that period.
    #[allow(
        clippy::too_many_arguments,
        reason = "one flat call is cheaper at the boundary than an object"
    )]
    pub fn form(
        &self,
        unit: &str,
        duty: &str,
        period: &str,
        draft: Option<String>,
        earlier: &str,
        now: f64,
        lang: &str,
    ) -> Result<Form, JsValue> {
        let lang = language(lang);
        let argument = |wrong: Vec<Misread>| unreadable(&wrong);
        let request = form::Request {
            unit: unit.to_owned(),
            duty: duty.to_owned(),
            period: read::from_str(period).map_err(argument)?,
            earlier: read::from_str(earlier).map_err(argument)?,
            now: millis(now)?,
            lang,
        };
        let draft = draft
            .map(|draft| read::from_str(&draft))
            .transpose()
            .map_err(argument)?;
        let form = form::Form::open(&self.0, request, draft)
            .map_err(|findings| refused(&self.0, &findings, lang))?;
        Ok(Form(form))
    }
}
