//! Checks without a form: of one draft or report, and, in the module for bulk, of many from bytes.

use crate::border::{language, millis, object};
use crate::error::{refused, unreadable};
use crate::plan::Plan;
use phieu::form::{self, FindingView};
use phieu::read;
use phieu::report::{Draft, Report};
use phieu::rules::{self, Context, Past};
use serde::Serialize;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// What became of a draft: the report as JSON, where it could be made, and all findings.
#[derive(Serialize)]
struct Checked {
    report: Option<String>,
    findings: Vec<FindingView>,
}

#[wasm_bindgen]
impl Plan {
    /// All findings of one report (JSON). `earlier` is what the same unit has reported (JSON).
    ///
    /// # Errors
    /// `argument` when `earlier` is not JSON of reports, or `now` no moment; without `now`, lateness is
    /// not asked.
    pub fn check(
        &self,
        report: &str,
        earlier: &str,
        now: Option<f64>,
        sending: bool,
        lang: &str,
    ) -> Result<JsValue, JsValue> {
        let (earlier, now, lang) = (
            reports(earlier)?,
            now.map(millis).transpose()?,
            language(lang),
        );
        let context = Context {
            now,
            earlier: &earlier,
            sending,
            ..Context::default()
        };
        let findings = match Report::parse(report.as_bytes()) {
            Ok(report) => rules::check_report(self.inner(), &report, &context),
            Err(malformed) => vec![malformed],
        };
        Ok(object(&form::in_words(self.inner(), &findings, lang)))
    }

    /// The report that a draft (JSON) makes, and all findings.
    ///
    /// # Errors
    /// As for [`Plan::check`].
    #[wasm_bindgen(js_name = checkDraft)]
    pub fn check_draft(
        &self,
        draft: &str,
        earlier: &str,
        now: Option<f64>,
        sending: bool,
        lang: &str,
    ) -> Result<JsValue, JsValue> {
        let (earlier, now, lang) = (
            reports(earlier)?,
            now.map(millis).transpose()?,
            language(lang),
        );
        let context = Context {
            now,
            earlier: &earlier,
            sending,
            ..Context::default()
        };
        let checked = match Draft::parse(draft.as_bytes()) {
            Ok(draft) => rules::check_draft(self.inner(), &draft, &context),
            Err(malformed) => rules::Checked {
                report: None,
                findings: vec![malformed],
            },
        };
        let report = checked
            .report
            .and_then(|report| String::from_utf8(report.canonical()).ok());
        Ok(object(&Checked {
            report,
            findings: form::in_words(self.inner(), &checked.findings, lang),
        }))
    }
}

#[wasm_bindgen]
impl Plan {
    /// A report (JSON) in words, as whoever receives it reads it.
    ///
    /// # Errors
    /// `findings` when it is no report.
    pub fn review(&self, report: &str, lang: &str) -> Result<JsValue, JsValue> {
        let lang = language(lang);
        let report = Report::parse(report.as_bytes())
            .map_err(|malformed| refused(self.inner(), &[malformed], lang))?;
        let findings = rules::check_report(self.inner(), &report, &Context::default());
        Ok(object(&form::review(
            self.inner(),
            &report,
            &findings,
            lang,
        )))
    }
}

fn reports(json: &str) -> Result<Past, JsValue> {
    read::from_str(json).map_err(|wrong| unreadable(&wrong))
}
