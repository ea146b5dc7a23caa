//! What the units below one reported, beside what it reports for all of them (báo cáo gộp).

use super::Form;
use crate::message;
use crate::plan::Unit;
use crate::read;
use crate::report::Report;
use crate::rules::Past;
use crate::schedule::occasions_of;
use crate::text::Mark;

/// What was heard of the units below.
#[derive(Clone, Debug, Default)]
pub(super) struct Below {
    /// Their reports, one of each unit.
    told: Past,
    /// Of whom nothing has come that owe something inside the period, in words.
    pub missing_text: Option<String>,
}

impl Form {
    /// Whether this report is to tell of units below too, so that what these sent is worth asking for.
    pub(super) fn gathers(&self) -> bool {
        let own = self.sheet.unit();
        let is_child = |unit: &Unit| unit.parent.as_ref().is_some_and(|above| *above == *own);
        let duty = self.plan.duty(self.sheet.duty());
        duty.is_some_and(|duty| duty.gathers) && self.plan.units.iter().any(is_child)
    }

    /// Takes what the units below reported of this period (JSON: a list of reports, one of each unit, as the receiving side
    /// answers). Text that is none, and reports of anything else, change nothing.
    pub fn hear_below(&mut self, reports: &str) {
        if !self.gathers() {
            return;
        }
        let told: Past = read::from_str(reports).unwrap_or_default();
        let mut below = Below::default();
        for report in told.iter().filter(|report| self.is_of_below(report)) {
            below.told.add(report.clone());
        }
        below.missing_text = self.missing_below(&below.told);
        self.below = below;
    }

    /// What the units below said of a figure, one number each, and in which way it is none exactly; none where one of them said it
    /// as an estimate and this report cannot.
    pub(super) fn told_below(&self, at: usize) -> Option<Vec<(i64, Option<Mark>)>> {
        self.below.told.told_by(self.sheet.inputs().get(at)?)
    }

    fn missing_below(&self, told: &Past) -> Option<String> {
        let (own, period) = (self.sheet.unit(), self.sheet.period());
        let owes = |unit: &Unit| {
            self.plan.duties.iter().any(|duty| {
                duty.by.chooses(unit)
                    && occasions_of(&self.plan, duty, unit)
                        .iter()
                        .any(|one| period.encloses(one.period))
            })
        };
        let owing: Vec<&Unit> = (self.plan.units.iter())
            .filter(|unit| self.plan.is_below(unit.id.as_str(), own) && owes(unit))
            .collect();
        let is_missing =
            |unit: &&&Unit| !told.iter().any(|report| report.unit == *unit.id.as_str());
        let missing: Vec<&str> = (owing.iter().filter(is_missing))
            .map(|unit| &*unit.name)
            .collect();
        (!missing.is_empty()).then(|| message::missing_below(&missing, owing.len(), self.lang))
    }

    fn is_of_below(&self, report: &Report) -> bool {
        let sheet = &self.sheet;
        report.period == sheet.period()
            && report.duty == sheet.duty()
            && report.plan == sheet.plan()
            && self.plan.is_below(&report.unit, sheet.unit())
    }
}

#[cfg(test)]
mod tests {
    use crate::form::Form;
    use crate::form::tests::{open_with, plan_with, report_of};
    use crate::plan::Plan;
    use serde_json::{Value as Json, json};

    /// The form of a unit above two others, which gathers them.
    fn opened(gathers: bool) -> Form {
        let mut plan = serde_json::to_value(plan_with("sum", r#"{"count": 10}"#, r#""each""#))
            .expect("a plan");
        let units = plan["units"].as_array_mut().expect("units");
        units[1]["parent"] = json!("u");
        units.push(
            json!({"id": "w", "name": "Đoàn trường Trần Phú", "level": "base", "parent": "u"}),
        );
        plan["duties"][0]["gathers"] = json!(gathers);
        let plan = Plan::parse(&plan.to_string()).unwrap_or_else(|errors| panic!("{errors:?}"));
        open_with(plan, Vec::new(), None)
    }

    /// What a unit sent of the form's own days.
    fn told(unit: &str, figures: &Json) -> Json {
        let plan = plan_with("sum", r#"{"count": 10}"#, r#""each""#);
        let mut report = serde_json::to_value(report_of(&plan, 0)).expect("a report");
        report["unit"] = json!(unit);
        report["period"] = json!({"from": "2023-03-18", "to": "2023-03-24"});
        report["figures"] = figures.clone();
        report
    }

    #[test]
    fn what_units_below_sent_is_shown_and_taken_into_blanks() {
        let share = json!({"part": 30, "whole": 40});
        for (what, reports, text, missing, taken) in [
            (
                "both",
                vec![
                    told("v", &json!({"trees": 40, "members": share})),
                    told(
                        "w",
                        &json!({"trees": 30, "members": {"part": 5, "whole": 10}}),
                    ),
                ],
                Some("Các đơn vị trực thuộc: 40 + 30 = 70 cây"),
                None,
                [Some("70"), Some("35"), Some("50")],
            ),
            (
                "one of two",
                vec![told("v", &json!({"trees": 40}))],
                Some("Các đơn vị trực thuộc: 40 cây"),
                Some("Chưa có báo cáo của 1/2 đơn vị trực thuộc: Đoàn trường Trần Phú"),
                [Some("40"), None, None],
            ),
            (
                "one that is not below, and one of other days",
                vec![told("u", &json!({"trees": 40})), {
                    let mut report = told("v", &json!({"trees": 40}));
                    report["period"] = json!({"from": "2023-03-11", "to": "2023-03-17"});
                    report
                }],
                None,
                Some(
                    "Chưa có báo cáo của 2/2 đơn vị trực thuộc: Đoàn phường Sơn Kỳ, Đoàn trường Trần Phú",
                ),
                [None, None, None],
            ),
            (
                "an estimate is not made exact where none is taken",
                vec![
                    told("v", &json!({"trees": 40})),
                    told("w", &json!({"trees": {"number": 30, "is": "above"}})),
                ],
                None,
                None,
                [None, None, None],
            ),
        ] {
            let mut form = opened(true);
            assert!(form.parts().gathers);
            form.hear_below(&json!(reports).to_string());
            let view = form.parts();
            let line = view
                .figures
                .iter()
                .find(|line| line.path == "/figures/trees");
            assert_eq!(line.map(|line| &*line.text), text, "{what}");
            assert_eq!(view.missing_text.as_deref(), missing, "{what}");
            let take = text.map(|_| "Lấy tổng các đơn vị trực thuộc");
            assert_eq!(view.take_text.as_deref(), take, "{what}");
            form.take_parts();
            let paths = ["trees", "members/part", "members/whole"];
            let typed = paths.map(|key| form.draft.figures.get(key).map(String::as_str));
            assert_eq!(typed, taken, "{what}");
        }
    }

    /// The same form, of which the trees may be told as an estimate.
    fn estimating() -> Form {
        let mut plan = serde_json::to_value(&*opened(true).plan).expect("a plan");
        let indicators = plan["indicators"].as_array_mut().expect("indicators");
        for indicator in indicators.iter_mut().filter(|one| one["id"] == "trees") {
            indicator["estimates"] = json!(true);
        }
        let plan = Plan::parse(&plan.to_string()).unwrap_or_else(|errors| panic!("{errors:?}"));
        open_with(plan, Vec::new(), None)
    }

    #[test]
    fn what_contains_an_estimate_is_taken_as_one_where_estimates_are() {
        let is = |number: i64, is: &str| json!({"number": number, "is": is});
        for (told_by, text, taken) in [
            (
                [json!(40), is(30, "above")],
                "Các đơn vị trực thuộc: 40 + trên 30 = trên 70 cây",
                "trên 70",
            ),
            (
                [is(120, "below"), is(300, "above")],
                "Các đơn vị trực thuộc: dưới 120 + trên 300 = khoảng 420 cây",
                "khoảng 420",
            ),
            (
                [is(40, "below"), json!(0)],
                "Các đơn vị trực thuộc: dưới 40 + 0 = dưới 40 cây",
                "dưới 40",
            ),
            (
                [json!(40), json!(30)],
                "Các đơn vị trực thuộc: 40 + 30 = 70 cây",
                "70",
            ),
        ] {
            let mut form = estimating();
            let [one, other] = told_by;
            let reports = [
                told("v", &json!({"trees": one})),
                told("w", &json!({"trees": other})),
            ];
            form.hear_below(&json!(reports).to_string());
            assert_eq!(form.parts().figures[0].text, text);
            form.take_parts();
            let typed = form.draft.figures.get("trees").map(String::as_str);
            assert_eq!(typed, Some(taken));
            assert!(
                form.problems()
                    .iter()
                    .all(|one| one.path != "/figures/trees")
            );
        }
    }

    #[test]
    fn a_form_that_gathers_nothing_hears_nothing() {
        let mut form = opened(false);
        form.hear_below(&json!([told("v", &json!({"trees": 40}))]).to_string());
        form.hear_below("no list");
        let view = form.parts();
        assert!(!view.gathers && view.figures.is_empty() && view.missing_text.is_none());
    }

    #[test]
    fn what_was_typed_stays_beside_what_those_below_sent() {
        let mut form = opened(true);
        form.set("/figures/trees", "60".to_owned());
        let both = json!([
            told("v", &json!({"trees": 40})),
            told("w", &json!({"trees": 30}))
        ]);
        form.hear_below(&both.to_string());
        form.take_parts();
        assert_eq!(
            form.draft.figures.get("trees").map(String::as_str),
            Some("60")
        );
        assert_eq!(
            form.parts().figures[0].text,
            "Các đơn vị trực thuộc: 40 + 30 = 70, tổng là 60, thừa 10 cây"
        );
    }
}
