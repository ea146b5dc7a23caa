//! Many reports from bytes: NDJSON in, counts and findings out.

use crate::border::{millis, object, pieces};
use crate::plan::Plan;
use phieu::finding::{Finding, Severity};
use phieu::rules::{Context, ManyReports};
use serde::Serialize;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// What became of a file of reports.
#[derive(Serialize)]
struct Tally {
    /// Lines that are not blank.
    count: usize,
    /// Lines without an error.
    ok: usize,
    /// The findings of the lines that have any.
    findings: Vec<LineFinding>,
}

/// A finding and the line, counted from 1, that it is about.
#[derive(Serialize)]
struct LineFinding {
    line: usize,
    #[serde(flatten)]
    finding: Finding,
}

#[wasm_bindgen]
impl Plan {
    /// Checks each line of a file as a report, with all rules.
    ///
    /// # Errors
    /// `argument` when the file is no bytes, or `now` no moment.
    #[wasm_bindgen(js_name = checkMany)]
    pub fn check_many(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Uint8Array | ArrayBuffer")] file: &JsValue,
        now: f64,
    ) -> Result<JsValue, JsValue> {
        let context = Context {
            now: Some(millis(now)?),
            ..Context::default()
        };
        let mut tally = Tally {
            count: 0,
            ok: 0,
            findings: Vec::new(),
        };
        let mut each = |line: usize, findings: &[Finding]| {
            tally.count += 1;
            tally.ok += usize::from(
                findings
                    .iter()
                    .all(|finding| finding.severity != Severity::Error),
            );
            tally.findings.extend(
                findings
                    .iter()
                    .cloned()
                    .map(|finding| LineFinding { line, finding }),
            );
        };
        let mut reports = ManyReports::of(self.inner());
        pieces(file, |piece| {
            reports.check(piece, &context, &mut each);
        })?;
        Ok(object(&tally))
    }
}
