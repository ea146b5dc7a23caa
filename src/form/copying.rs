//! What need not be typed again: what stands from period to period, and what the plan already says.

use super::Form;
use super::review::part_in_words;
use crate::message;
use crate::plan::{ActivityPart, Combine, Indicator, Measure};
use crate::report::{DraftActivity, Report, ReportActivity, Value};
use crate::text::{Lang, is_blank};

impl Form {
    /// Fills blanks from what this unit last reported (chép từ kỳ trước): words, phone numbers, addresses,
    /// and figures of which the latest counts. Never what is summed up: a figure of last week, sent again,
    /// would count twice. What was typed stays.
    pub fn copy_earlier(&mut self) {
        self.fill(None);
    }

    /// Fills a blank form with what was sent of its very period, as it might have been typed: sent again, it
    /// is the same report. What the plan no longer asks is left out.
    pub(super) fn copy_sent(&mut self, mut sent: Report) {
        self.draft.explanations = std::mem::take(&mut sent.explanations);
        for activity in &sent.activities {
            self.push(retyped(activity));
        }
        self.fill(Some(&sent));
    }

    fn fill(&mut self, sent: Option<&Report>) {
        let mut filled = Vec::new();
        for input in self.sheet.inputs() {
            let typed = self.draft.figures.get(input.key());
            let indicator = self.plan.indicator(input.indicator.as_str());
            let Some(indicator) = indicator.filter(|indicator| sent.is_some() || stands(indicator))
            else {
                continue;
            };
            let id = indicator.id.as_str();
            let mut latest = self.earlier.before(&self.sheet).rev();
            let value = match sent {
                Some(sent) => sent.figures.get(id),
                None => latest.find_map(|report| report.figures.get(id)),
            };
            if typed.is_none_or(|text| is_blank(text))
                && let Some(value) = value
            {
                let text = as_typed(value, input.key());
                self.draft.figures.insert(input.key().to_owned(), text);
                filled.push(input.path.clone());
            }
        }
        for path in filled {
            self.outdate(path.as_str());
        }
        self.read_all();
    }
}

/// Whether what was reported of it still stands in the next period.
fn stands(indicator: &Indicator) -> bool {
    match indicator.measure {
        Measure::Text { .. } | Measure::Phone | Measure::Email | Measure::Link => true,
        Measure::Count { .. } | Measure::Money | Measure::Share { .. } | Measure::Done => {
            indicator.combine == Combine::Latest
        }
        Measure::Date | Measure::Time => false,
    }
}

fn retyped(activity: &ReportActivity) -> DraftActivity {
    let mut typed = DraftActivity {
        planned: activity.planned.clone().unwrap_or_default(),
        title: activity.title.clone(),
        ..DraftActivity::default()
    };
    for part in ActivityPart::ALL {
        if let Some(text) = part_in_words(activity, part, Lang::Vi) {
            *typed.part_mut(part) = text;
        }
    }
    typed
}

/// A value as a person would type it into the input of that key.
fn as_typed(value: &Value, key: &str) -> String {
    match value {
        Value::Number(number) => number.to_string(),
        Value::Done(done) => message::done(*done, Lang::Vi).to_owned(),
        Value::Share { part, .. } if key.ends_with("/part") => part.to_string(),
        Value::Share { whole, .. } => whole.to_string(),
        Value::Text(text) => text.clone(),
    }
}
