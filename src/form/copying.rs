//! What need not be typed again: what stands from period to period, and what the plan already says.

use super::Form;
use super::place::Place;
use super::review::part_in_words;
use crate::message;
use crate::plan::{ActivityPart, Cadence, Combine, Indicator, Measure, Plan};
use crate::report::{Draft, DraftActivity, Figures, Report, ReportActivity, Value};
use crate::rules::{Past, Sheet};
use crate::text::{self, Lang, is_blank};
use crate::value::{Carry, Estimate, File};

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

/// Fills a draft that nobody has begun with what stands by itself (chuyển từ kỳ trước): how to reach the unit, how many it has,
/// and what was done for good. The places of the inputs filled.
pub(super) fn carry_over(
    plan: &Plan,
    sheet: &Sheet,
    earlier: &Past,
    draft: &mut Draft,
) -> Vec<usize> {
    let mut filled = Vec::new();
    for (at, input) in sheet.inputs().iter().enumerate() {
        let id = input.indicator.as_str();
        let kept = plan.indicator(id).map(|asked| kept(plan, asked));
        let mut carried = None;
        let mut is_own = false;
        for report in earlier.iter().filter(|report| sheet.knows(report)) {
            let of_duty = report.duty == sheet.duty();
            let Some(value) = report.figures.get(id) else {
                continue;
            };
            let holds = match kept {
                Some(Kept::Anywhere) => of_duty || !is_own,
                Some(Kept::Last) => of_duty,
                Some(Kept::Deed) => *value == Value::Done(true),
                Some(Kept::No) | None => false,
            };
            if holds {
                carried = Some(value);
                is_own |= of_duty;
            }
        }
        if let Some(value) = carried {
            let text = as_typed(value, &input.measure, input.key());
            draft.figures.insert(input.key().to_owned(), text);
            filled.push(at);
        }
    }
    filled
}

/// What of an indicator stands by itself.
enum Kept {
    /// Nothing.
    No,
    /// What the last report of the same duty says.
    Last,
    /// What it says, else the last of any duty.
    Anywhere,
    /// That it was done, whichever duty asked it.
    Deed,
}

fn kept(plan: &Plan, indicator: &Indicator) -> Kept {
    let is_share = indicator.measure.halves().is_some();
    match (indicator.measure.carry(), indicator.combine) {
        (Carry::Stands, _) => Kept::Anywhere,
        (Carry::WhereLatest, Combine::Latest) => Kept::Last,
        (Carry::WhereLatest, Combine::Cumulative) if is_share => Kept::Last,
        (Carry::WhereLatest, Combine::Maximum | Combine::Cumulative)
            if is_for_good(plan, indicator) =>
        {
            Kept::Deed
        }
        _ => Kept::No,
    }
}

/// Whether what was done once need not be done again: no target asks it of every month or week.
fn is_for_good(plan: &Plan, indicator: &Indicator) -> bool {
    let mut targets = plan.targets.iter();
    targets.all(|target| target.indicator != indicator.id || target.per == Cadence::Plan)
}

/// Whether what was reported of it still stands in the next period.
fn stands(indicator: &Indicator) -> bool {
    match indicator.measure.carry() {
        Carry::Stands | Carry::OnRequest => true,
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
        Value::Text(text) if measure.carry() == Carry::Stands => measure
            .in_words(text, Lang::Vi)
            .unwrap_or_else(|| text.clone()),
        Value::Text(text) => text.clone(),
        Value::List(items) => text::join(items, "\n"),
        Value::Files(files) => {
            let lines: Vec<_> = files.iter().map(File::line).collect();
            text::join(&lines, "\n")
        }
        Value::Table(rows) => typed_rows(rows, measure),
    }
}

/// The rows of a table as they would have been typed, in the text that [`text::TypedRows`] reads. Few forms have one.
#[inline(never)]
fn typed_rows(rows: &[Figures<Value>], measure: &Measure) -> String {
    let mut text = String::new();
    let columns = measure.table().map_or(&[][..], |table| &table.columns);
    // The first line says what stands in which column.
    for row in std::iter::once(None).chain(rows.iter().map(Some)) {
        if row.is_some() {
            text.push('\n');
        }
        for (place, column) in columns.iter().enumerate() {
            let is_share = column.measure.halves().is_some();
            for half in if is_share {
                &["/part", "/whole"][..]
            } else {
                &[""]
            } {
                if place > 0 || *half == "/whole" {
                    text.push('\t');
                }
                let id = column.id.as_str();
                match row.map(|row| row.get(id)) {
                    None => text.push_str(&[id, half].concat()),
                    Some(Some(value)) => {
                        text::push_cell(&mut text, &as_typed(value, &column.measure, half));
                    }
                    Some(None) => {}
                }
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use crate::form::tests::{open, open_after, open_again, open_plan, plan_with, report_of};
    use crate::form::{Form, Request};
    use crate::plan::Combine;
    use crate::report::{Report, Value};
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
        let typed: Vec<_> = form.draft.figures.iter().collect();
        let expected = [("phone", "0901 234 567"), ("teams", "12")];
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
    fn a_form_that_nobody_has_begun_has_what_stands_and_a_deed_done_for_good() {
        let plan = |combine: &str| {
            let mut plan = plan_with("sum", r#"{"count": 10}"#, r#""each""#);
            for indicator in &mut plan.indicators {
                if ["held", "members"].contains(&indicator.id.as_str()) {
                    indicator.combine = match combine {
                        "maximum" => Combine::Maximum,
                        "cumulative" => Combine::Cumulative,
                        _ => Combine::Sum,
                    };
                }
            }
            plan
        };
        let said = |report: &mut Report| {
            let (part, whole) = (30, 40);
            report.figures = [
                ("members".to_owned(), Value::Share { part, whole }),
                ("held".to_owned(), Value::Done(true)),
            ]
            .into();
        };
        for (combine, expected) in [
            ("sum", &[][..]),
            ("maximum", &[("held", "Có")]),
            (
                "cumulative",
                &[
                    ("held", "Có"),
                    ("members/part", "30"),
                    ("members/whole", "40"),
                ],
            ),
        ] {
            let form = open_plan(plan(combine), said);
            let typed: Vec<_> = form.draft.figures.iter().collect();
            let typed = typed.iter().map(|(key, text)| (*key, text.as_str()));
            assert!(typed.eq(expected.iter().copied()), "{combine}");
        }
        let form = open_plan(plan("maximum"), |report| {
            report.figures = [("held".to_owned(), Value::Done(false))].into();
        });
        assert!(
            form.draft.figures.is_empty(),
            "what was not held is asked again"
        );
    }

    #[test]
    fn what_stands_is_said_to_be_as_before_until_something_is_typed_there() {
        let mut form = open_after(|report| {
            report.figures = [("teams".to_owned(), Value::Number(12))].into();
        });
        let teams = |form: &Form| form.view().sections[0].fields[4].inputs[0].echo.clone();
        assert_eq!(teams(&form).as_deref(), Some("Như đã báo cáo trước"));
        form.set("/figures/teams", "12".to_owned());
        assert_eq!(teams(&form), None);
        let again = open_again(&form.draft_json());
        assert_eq!(teams(&again), None);
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
