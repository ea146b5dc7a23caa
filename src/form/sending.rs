//! From a form to what is sent, and what stands in the way.

use super::view::FindingView;
use super::{Form, Review, review};
use crate::calendar::Instant;
use crate::encoding::is_uuid;
use crate::finding::{Finding, Kind, Path, Severity};
use crate::message;
use crate::order;
use crate::plan::Plan;
use crate::report::{Amends, FORMAT, Submission};
use crate::rules::{self, Checked, When};
use crate::text::Lang;

impl Form {
    /// All that the whole check says before sending, in the form's order: blanks that are required and
    /// warnings without their explanation included. Nothing stands in the way when none is an error.
    #[must_use]
    pub fn problems(&self) -> Vec<FindingView> {
        self.in_form_order(&self.check().findings)
    }

    /// The report in words; none while something stands in the way.
    #[must_use]
    pub fn review(&self) -> Option<Review> {
        let Checked { report, findings } = self.check();
        let mut said = review(&self.plan, &report?, &findings, self.lang);
        // What the receiving side told stands beside its explanation, as it will stand there.
        for told in self.told_beside(&findings) {
            let mut besides = said.remarks.iter_mut();
            let explained = besides.find(|one| one.message.is_none() && one.path == *told.path);
            if let Some(remark) = explained {
                remark.severity = told.severity;
                remark.message = Some(told.message);
            }
        }
        Some(said)
    }

    /// The submission as JSON. `id` is a UUID made by the caller; `prepared_at` is when "send" was
    /// pressed on the device; `amends` is what the draft was begun from.
    ///
    /// # Errors
    /// What stands in the way, as [`Form::problems`] says it; an id that is no UUID.
    pub fn submission(
        &self,
        id: &str,
        prepared_at: Instant,
        amends: Amends,
    ) -> Result<String, Vec<FindingView>> {
        let Checked { report, findings } = self.check();
        let Some(report) = report else {
            return Err(self.in_form_order(&findings));
        };
        if !is_uuid(id) {
            let problem = Finding::error(Path::top("id"), Kind::SubmissionId);
            return Err(vec![self.finding(&problem)]);
        }
        let submission = Submission {
            format: FORMAT,
            id: id.to_owned(),
            prepared_at,
            amends,
            report,
        };
        // Only a map with keys that are not text can fail to be written, and there is none.
        Ok(serde_json::to_string(&submission).unwrap_or_default())
    }

    pub(super) fn check(&self) -> Checked {
        self.sheet
            .check_draft(&self.draft, self.draft.bounds(), &self.context(true))
    }

    /// What the rules say, and what the receiving side told beside it, in words.
    fn in_form_order(&self, findings: &[Finding]) -> Vec<FindingView> {
        let order = self.input_order();
        let rank = |finding: &FindingView| {
            order
                .iter()
                .position(|start| lies_in(&finding.path, start))
                .unwrap_or(order.len())
        };
        // Also of a cell, of which no form says anything before its table is shown.
        let own = findings.iter().map(|finding| FindingView {
            label: message::place(&finding.path, &self.plan, self.lang),
            ..self.finding(finding)
        });
        let mut ranked: Vec<_> = own
            .chain(self.told_beside(findings))
            .map(|finding| (rank(&finding), finding))
            .collect();
        // Stable: within an input the findings keep the one order that the check gave them.
        order::sort(&mut ranked, |(a, one), (b, other)| {
            let key = |rank: &usize, finding: &FindingView| (!finding.path.is_empty(), *rank);
            key(a, one).cmp(&key(b, other))
        });
        ranked.into_iter().map(|(_, finding)| finding).collect()
    }

    /// Where the inputs' paths begin, in the order in which the form asks.
    fn input_order(&self) -> Vec<String> {
        let template = self
            .plan
            .duty(&self.draft.duty)
            .and_then(|duty| self.plan.template(duty.template.as_str()));
        let mut order = Vec::new();
        for section in template
            .map(|template| template.sections.as_slice())
            .unwrap_or_default()
        {
            order.extend(
                section
                    .fields
                    .iter()
                    .map(|field| ["/figures/", field.indicator.as_str()].concat()),
            );
            if section.activities.is_some() {
                order.push("/activities".to_owned());
            }
        }
        order
    }

    /// A finding in words, with the explanation that the draft holds for it.
    pub(super) fn finding(&self, finding: &Finding) -> FindingView {
        let said = in_words_one(&self.plan, finding, self.lang);
        let explanation = self.explanation_of(&finding.path, finding.code());
        FindingView {
            blocks: said.blocks && blocks(finding.severity, explanation.is_some()),
            explanation,
            ..said
        }
    }

    /// The explanation that the draft holds for a finding of that code at that place.
    pub(super) fn explanation_of(&self, path: &Path, code: &str) -> Option<String> {
        let mut lines = self.draft.explanations.iter();
        let line = lines.find(|line| line.answers(path, code))?;
        Some(line.text.clone())
    }
}

/// Findings in words, for whoever has no form open.
#[must_use]
pub fn in_words(plan: &Plan, findings: &[Finding], lang: Lang) -> Vec<FindingView> {
    findings
        .iter()
        .map(|finding| FindingView {
            label: message::place(&finding.path, plan, lang),
            ..in_words_one(plan, finding, lang)
        })
        .collect()
}

/// Findings of a head in words, which name no cell of a table: why no form opens.
#[must_use]
pub fn of_head(plan: &Plan, findings: &[Finding], lang: Lang) -> Vec<FindingView> {
    let one = |finding| in_words_one(plan, finding, lang);
    findings.iter().map(one).collect()
}

pub(super) fn in_words_one(plan: &Plan, finding: &Finding, lang: Lang) -> FindingView {
    FindingView {
        path: finding.path.as_str().to_owned(),
        label: message::label(&finding.path, plan, lang),
        code: finding.kind.own_code(),
        severity: finding.severity,
        message: message::sentence(finding, plan, lang),
        explanation: None,
        blocks: blocks(finding.severity, false)
            && !matches!(*finding.kind, Kind::ExplanationMissing { .. }),
        waits: rules::when(finding) == When::WithActivities,
    }
}

pub(super) fn blocks(severity: Severity, is_explained: bool) -> bool {
    match severity {
        Severity::Error => true,
        Severity::Warning => !is_explained,
        Severity::Info => false,
    }
}

/// Whether `path` is `start` or lies inside it; `/figures/ab` does not lie in `/figures/a`.
pub(super) fn lies_in(path: &str, start: &str) -> bool {
    path.strip_prefix(start)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}
