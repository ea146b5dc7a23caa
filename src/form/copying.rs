//! What need not be typed again: what stands from period to period, and what the plan already says.

use super::Form;
use super::place::Place;
use super::review::part_in_words;
use crate::message;
use crate::plan::{ActivityPart, Combine, Indicator, Measure};
use crate::report::{Draft, DraftActivity, Figures, Report, ReportActivity, Value};
use crate::rules::Sheet;
use crate::text::{self, Lang, is_blank};
use crate::value::{Carry, Estimate};

impl Form {
    /// Fills blanks from what this unit last reported (chép từ kỳ trước): words, phone numbers, addresses,
    /// and figures of which the latest counts. Never what is summed up: a figure of last week, sent again,
    /// would count twice. What was typed stays.
    pub fn copy_earlier(&mut self) {
        let mut filled = Vec::new();
        for input in self.sheet.inputs() {
            let id = input.indicator.as_str();
            let typed = self.raw(Place::Figure(input.key()));
            let mut latest = self.earlier.before(&self.sheet).rev();
            if is_blank(typed)
                && self.plan.indicator(id).is_some_and(stands)
                && let Some(value) = latest.find_map(|report| report.figures.get(id))
            {
                let text = as_typed(value, &input.measure, input.key());
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

/// What was sent as it might have been typed: sent again, it is the same report. What the sheet does not ask is left out.
pub(super) fn retyped(sent: &Report, sheet: &Sheet) -> Draft {
    let mut figures = Figures::new();
    for input in sheet.inputs() {
        if let Some(value) = sent.figures.get(input.indicator.as_str()) {
            figures.insert(
                input.key().to_owned(),
                as_typed(value, &input.measure, input.key()),
            );
        }
    }
    Draft {
        format: sent.format,
        plan: sent.plan.clone(),
        plan_version: sent.plan_version,
        duty: sent.duty.clone(),
        unit: sent.unit.clone(),
        period: sent.period,
        figures,
        activities: sent.activities.iter().map(listed).collect(),
        explanations: sent.explanations.clone(),
    }
}

/// Whether what was reported of it still stands in the next period.
fn stands(indicator: &Indicator) -> bool {
    match indicator.measure.carry() {
        Carry::Stands => true,
        Carry::WhereLatest => indicator.combine == Combine::Latest,
        Carry::Ends => false,
    }
}

fn listed(activity: &ReportActivity) -> DraftActivity {
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

/// A value as a person would type it into the input of that key, which is of that kind.
pub(super) fn as_typed(value: &Value, measure: &Measure, key: &str) -> String {
    match value {
        Value::Number(number) => measure.as_typed(*number),
        Value::Estimate(Estimate { number, is }) => {
            [is.word(), " ", &measure.as_typed(*number)].concat()
        }
        Value::Done(done) => message::done(*done, Lang::Vi).to_owned(),
        Value::Share { part, .. } if key.ends_with("/part") => part.to_string(),
        Value::Share { whole, .. } => whole.to_string(),
        Value::Text(text) => text.clone(),
        Value::List(items) => text::join(items, "\n"),
    }
}

#[cfg(test)]
mod tests {
    use crate::form::tests::{open, open_after, report_of};
    use crate::form::{Form, Request};
    use crate::report::Value;
    use crate::text::Lang;

    #[test]
    fn what_stands_is_copied_from_the_last_period_and_what_is_summed_is_not() {
        let mut form = open_after(|report| {
            let share = Value::Share {
                part: 30,
                whole: 40,
            };
            report.figures = [
                ("trees".to_owned(), Value::Number(4)),
                ("members".to_owned(), share),
                ("held".to_owned(), Value::Done(true)),
                ("phone".to_owned(), Value::Text("+84901234567".to_owned())),
                ("teams".to_owned(), Value::Number(12)),
            ]
            .into();
        });
        form.copy_earlier();
        let typed: Vec<_> = form.draft.figures.iter().collect();
        let expected = [("phone", "+84901234567"), ("teams", "12")];
        assert!(
            typed
                .iter()
                .map(|(key, text)| (*key, text.as_str()))
                .eq(expected)
        );
        form.set("/figures/teams", "mười".to_owned());
        form.copy_earlier();
        assert_eq!(
            form.draft.figures.get("teams").map(String::as_str),
            Some("mười")
        );
    }

    #[test]
    fn what_was_sent_fills_the_form_of_its_period_and_is_the_same_report_again() {
        let mut form = open();
        for (path, text) in [
            ("/figures/trees", "6 trăm"),
            ("/figures/trees", "1.600 cây"),
            ("/figures/members/part", "30"),
            ("/figures/members/whole", "40"),
            ("/figures/held", "rồi"),
            ("/figures/phone", "090 123 45 67"),
            ("/figures/teams", "12"),
        ] {
            form.set(path, text.to_owned());
        }
        for code in ["number.implausible", "figure.farFromEarlier"] {
            form.explain("/figures/trees", code, "Nhận cây của Thành phố".to_owned());
        }
        form.add_all_planned();
        form.add_activity(None, None);
        for (part, text) in [
            ("title", "Ra quân"),
            ("date", "thứ Bảy 18/3"),
            ("time", "7g05"),
            ("place", "Kênh 19/5"),
            ("participants", "1.200"),
            ("links", "https://a.vn/1\nhttps://a.vn/2"),
        ] {
            form.set(&format!("/activities/1/{part}"), text.to_owned());
        }
        let sent = form.check().report.expect("a report");
        let request = |earlier| Request {
            unit: "u".to_owned(),
            duty: "weekly".to_owned(),
            period: sent.period,
            earlier,
            now: form.now,
            lang: Lang::Vi,
        };
        let reports = vec![sent.clone(), report_of(&form.plan, 4)];
        let again = Form::open(&form.plan, request(reports.clone().into()), None).expect("a form");
        assert_eq!(again.check().report, Some(sent.clone()));
        let view = again.view();
        let before = view.sections[0].fields[0].before.as_deref();
        assert_eq!(
            before,
            Some("Đã báo cáo kỳ trước: 4 cây"),
            "it is not held against itself"
        );
        assert_eq!(again.counts.unexplained, 0);
        assert_eq!(again.draft.activities[1].date, "18/3/2023");

        let draft = open().draft;
        let typed =
            Form::open(&form.plan, request(reports.into()), Some(draft.clone())).expect("a form");
        assert_eq!(typed.draft, draft, "what was typed here goes before");
    }
}
