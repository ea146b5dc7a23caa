//! Making a report pass the rules, and making one that was sent too early or with a slip.

use super::agree::{agree, is_tally};
use super::author::Author;
use super::{one_of, words};
use crate::calendar::Instant;
use crate::finding::{Finding, Severity};
use crate::plan::Template;
use crate::report::{Explanation, Report, Value};
use crate::rules::{Context, Sheet};

impl Author<'_, '_> {
    /// Explains what the rules doubt and leaves out what they refuse, until the report passes; false where
    /// it cannot.
    pub fn pass(
        &self,
        sheet: &Sheet,
        template: &Template,
        report: &mut Report,
        explanation: &str,
        now: Instant,
    ) -> bool {
        for _ in 0..4 {
            report.explanations.clear();
            let findings = self.judged(sheet, report, now);
            let wrong: Vec<&Finding> = findings
                .iter()
                .filter(|finding| finding.severity == Severity::Error)
                .collect();
            if wrong.is_empty() {
                let doubts = findings
                    .iter()
                    .filter(|finding| finding.severity == Severity::Warning);
                report.explanations = doubts
                    .map(|finding| Explanation {
                        path: finding.path.clone(),
                        code: finding.code().to_owned(),
                        text: explanation.to_owned(),
                    })
                    .collect();
                return true;
            }
            let mut left_out = false;
            for finding in wrong {
                left_out |= leave_out(report, finding);
            }
            if !left_out {
                return false;
            }
            agree(
                self.sample.plan,
                template,
                &report.activities,
                &mut report.figures,
            );
        }
        false
    }

    fn judged(&self, sheet: &Sheet, report: &Report, now: Instant) -> Vec<Finding> {
        let context = Context {
            now: Some(now),
            earlier: &self.sent,
            ..Context::default()
        };
        sheet.check_report(report, &context)
    }

    /// The report with one zero too many in a figure, explained; none where no figure can have one.
    pub fn slipped(
        &mut self,
        sheet: &Sheet,
        template: &Template,
        report: &Report,
        now: Instant,
    ) -> Option<Report> {
        let plan = self.sample.plan;
        let doubtful: Vec<(String, i64)> = report
            .figures
            .iter()
            .filter(|(id, _)| !is_tally(plan, id))
            .filter_map(|(id, value)| {
                let number = value
                    .number()
                    .filter(|number| *number > 0)?
                    .checked_mul(10)?;
                let plausible = plan.indicator(id)?.plausible?;
                (number > plausible).then(|| (id.to_owned(), number))
            })
            .collect();
        let (id, number) = doubtful.get(self.rng.usize(0..doubtful.len().max(1)))?;
        let mut wrong = report.clone();
        wrong.figures.insert(id.clone(), Value::Number(*number));
        let passes = self.pass(sheet, template, &mut wrong, words::IN_DOUBT, now);
        (passes && wrong.figures.get(id) == Some(&Value::Number(*number))).then_some(wrong)
    }

    /// The report as it was before it was amended: one figure a little lower.
    pub fn unfinished(
        &mut self,
        sheet: &Sheet,
        template: &Template,
        report: &Report,
        now: Instant,
    ) -> Option<Report> {
        let plan = self.sample.plan;
        let larger: Vec<(String, i64)> = report
            .figures
            .iter()
            .filter(|(id, _)| !is_tally(plan, id))
            .filter_map(|(id, value)| Some((id.to_owned(), value.number()?)))
            .filter(|(_, number)| *number > 3)
            .collect();
        let (id, number) = larger.get(self.rng.usize(0..larger.len().max(1)))?;
        let mut first = report.clone();
        first
            .figures
            .insert(id.clone(), Value::Number(number * 4 / 5));
        let explanation = one_of(&mut self.rng, words::EXPLANATIONS, words::IN_DOUBT);
        self.pass(sheet, template, &mut first, explanation, now)
            .then_some(first)
    }
}

/// Takes the figure that an error is about out of the report; false where it is about none.
fn leave_out(report: &mut Report, finding: &Finding) -> bool {
    let path = finding.path.as_str();
    let Some(key) = path.strip_prefix("/figures/") else {
        return false;
    };
    let id = key.split('/').next().unwrap_or(key).to_owned();
    let there = report.figures.get(&id).is_some();
    report.figures.remove(&id);
    there
}
