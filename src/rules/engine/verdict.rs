//! The whole check of a draft or a report.

use super::build;
use super::context::Context;
use super::entries::Entries;
use super::sheet::Sheet;
use crate::finding::{Finding, Kind, Path, Severity, sort};
use crate::plan::Plan;
use crate::report::{Draft, Explanation, Report, shape};
use crate::rules::{OF_REPORTS, tables};

/// What the check of a draft gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// The report, where there is no error.
    pub report: Option<Report>,
    /// All findings, in their one order.
    pub findings: Vec<Finding>,
}

/// Checks a draft from its own head: finds the sheet that it belongs to, then [`Sheet::check_draft`].
#[must_use]
pub fn check_draft(plan: &Plan, draft: &Draft, context: &Context<'_>) -> Checked {
    if draft.plan != plan.id.as_str() {
        return Checked {
            report: None,
            findings: vec![other_plan()],
        };
    }
    match Sheet::new(plan, &draft.duty, &draft.unit, draft.period) {
        Ok(sheet) => sheet.check_draft(draft, shape(draft), context),
        Err(findings) => Checked {
            report: None,
            findings,
        },
    }
}

/// Checks a report that came by wire, believing nothing: all findings, in their one order.
#[must_use]
pub fn check_report(plan: &Plan, report: &Report, context: &Context<'_>) -> Vec<Finding> {
    if report.plan != plan.id.as_str() {
        return vec![other_plan()];
    }
    match Sheet::new(plan, &report.duty, &report.unit, report.period) {
        Ok(sheet) => sheet.check_report(report, context),
        Err(findings) => findings,
    }
}

/// Nothing else can be said of a report against a plan that is not its own.
pub(in crate::rules) fn other_plan() -> Finding {
    Finding::error(Path::top("plan"), Kind::ReportOtherPlan)
}

impl Sheet {
    /// Checks a draft of this sheet, of whose shape was said what is handed in: reads it, runs every rule, and makes
    /// the report if there is no error.
    #[must_use]
    pub fn check_draft(
        &self,
        draft: &Draft,
        shape: Vec<Finding>,
        context: &Context<'_>,
    ) -> Checked {
        let mut entries = self.read(draft);
        self.read_tables(draft, &mut entries);
        let mut findings = shape;
        self.judge(&entries, &draft.explanations, context, &mut findings);
        let found = findings.iter().map(|finding| finding.severity);
        let told = context.told.iter().map(|told| told.severity);
        let blocked = found
            .chain(told)
            .any(|severity| severity == Severity::Error);
        let report =
            (!blocked).then(|| build::report(self, draft, entries, &findings, context.told));
        Checked { report, findings }
    }

    /// Checks a report of this sheet.
    #[must_use]
    pub fn check_report(&self, report: &Report, context: &Context<'_>) -> Vec<Finding> {
        let mut findings = shape(report);
        for check in OF_REPORTS {
            check(self, report, &mut findings);
        }
        self.judge(
            &self.read_report(report),
            &report.explanations,
            context,
            &mut findings,
        );
        findings
    }

    /// Runs every rule, asks explanations of the warnings before sending, and puts all in order.
    fn judge(
        &self,
        entries: &Entries<'_>,
        explanations: &[Explanation],
        context: &Context<'_>,
        findings: &mut Vec<Finding>,
    ) {
        self.run_all(entries, context, findings);
        tables(self, entries, context, findings);
        if context.sending {
            let is_explained =
                |path: &Path, code: &str| explanations.iter().any(|line| line.answers(path, code));
            let told = context.told.iter().filter(|told| {
                told.severity == Severity::Warning
                    && !is_explained(&told.path, &told.code)
                    && !findings.iter().any(|finding| told.is_found(finding))
            });
            let missing: Vec<_> = told.map(|told| missing(&told.path, &told.code)).collect();
            explained(findings, |warning| {
                is_explained(&warning.path, warning.code())
            });
            findings.extend(missing);
        }
        sort(findings);
    }
}

/// Before sending, every warning needs its line of explanation.
pub(in crate::rules) fn explained(
    findings: &mut Vec<Finding>,
    is_explained: impl Fn(&Finding) -> bool,
) {
    let warnings = findings
        .iter()
        .filter(|finding| finding.severity == Severity::Warning);
    let missing: Vec<_> = warnings
        .filter(|warning| !is_explained(warning))
        .map(|warning| missing(&warning.path, warning.code()))
        .collect();
    findings.extend(missing);
}

fn missing(path: &Path, code: &str) -> Finding {
    let warning = code.to_owned();
    Finding::error(path.clone(), Kind::ExplanationMissing { warning })
}
