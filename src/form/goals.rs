//! What is said of single units at a figure beyond the same for all: targets that are ranges or rest on a number of the unit, the
//! most points of a criterion; groups of targets of which some are enough; and what its own points come to. It comes after the first fields, with the sums.

use super::parts::PartsLine;
use super::{Form, progress};
use crate::finding::Path;
use crate::message;
use crate::plan::{Award, Scoring, Target, Unit};
use crate::report::{Report, Value};

impl Form {
    /// A line for each such target, and for the most points, at the figure that it is about.
    pub(super) fn goals(&self) -> Vec<PartsLine> {
        let mut lines = Vec::new();
        let Some(unit) = self.unit() else {
            return lines;
        };
        for (at, input) in self.sheet.inputs().iter().enumerate() {
            let indicator = self.plan.indicator(input.indicator.as_str());
            let Some(indicator) = indicator.filter(|_| self.entries.asks(at)) else {
                continue;
            };
            let mut say = |text: String| {
                let path = input.path.as_str().to_owned();
                lines.push(PartsLine { path, text });
            };
            if input.half != Some(crate::rules::Half::Whole) {
                for target in progress::targets(&self.plan, indicator, unit) {
                    if !target.is_plain() {
                        say(message::target_of(
                            &self.plan,
                            target,
                            indicator,
                            self.number_of(target, unit),
                            self.lang,
                        ));
                    }
                    if let Some(group) = self.plan.group_of(&target.id) {
                        say(self.group_line(group, unit));
                    }
                }
            }
            let scores = |one: &&Scoring| one.criterion_of(&indicator.id).is_some();
            if let Some((most, _)) = indicator.most.zip(self.scorings().find(scores)) {
                say(message::most_points(
                    &indicator.measure.quantity(most),
                    self.lang,
                ));
            }
        }
        lines
    }

    /// The number of the unit on which a target rests: as the plan states it, else as the unit told it, here or last.
    pub(super) fn number_of(&self, target: &Target, unit: &Unit) -> Option<i64> {
        if let Some(number) = target.number_of(unit) {
            return Some(number);
        }
        let asked = target.asked_in(&self.plan)?.as_str();
        let exact = |value: &Value| match value {
            Value::Number(number) => Some(*number),
            _ => None,
        };
        let now = self.figure(asked);
        now.as_ref().and_then(exact).or_else(|| {
            let own = |report: &&Report| unit.id == *report.unit;
            let mut told = self.earlier.iter().rev().filter(own);
            told.find_map(|report| report.figures.get(asked).and_then(exact))
        })
    }

    /// The tables of points that score the unit.
    fn scorings(&self) -> impl Iterator<Item = &Scoring> {
        let unit = self.unit();
        let scores = move |one: &&Scoring| unit.is_some_and(|unit| one.units.chooses(unit));
        self.plan.scorings.iter().filter(scores)
    }

    /// What the unit's own points come to, a line a table: "Tự chấm: 86,5 trên 95 điểm; 18 trên 20 tiêu chí có điểm".
    pub(super) fn points(&self) -> Vec<String> {
        let asked = |id: &crate::plan::Id| {
            let mut inputs = self.sheet.inputs().iter();
            let at = inputs.position(|input| input.indicator == *id)?;
            self.entries.asks(at).then_some(at)
        };
        let line = |scoring: &Scoring| {
            let (mut own, mut most, mut known, mut all) = (0_i64, 0_i64, 0, 0);
            for criterion in &scoring.criteria {
                let Award::Own(id) = &criterion.by else {
                    continue;
                };
                let Some(at) = asked(id) else {
                    continue;
                };
                let path = Path::figure(id.as_str());
                let given = self.entries.exact(at).filter(|_| !self.is_wrong(&path));
                all += 1;
                known += usize::from(given.is_some());
                own = own.saturating_add(given.unwrap_or_default());
                most = most.saturating_add(criterion.most(&self.plan));
            }
            let sum = message::own_points(own, most, scoring.decimals, self.lang);
            (all > 0).then(|| [&*sum, "; ", &message::scored(known, all, self.lang)].concat())
        };
        self.scorings().filter_map(line).collect()
    }

    /// Whether an error stands at a place: points above the most are none.
    fn is_wrong(&self, path: &Path) -> bool {
        let mut found = self.found.iter().flatten();
        found.any(|finding| {
            finding.path == *path && finding.severity == crate::finding::Severity::Error
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::calendar::Instant;
    use crate::form::{Form, Request};
    use crate::plan::{Plan, publish};
    use crate::report::Report;
    use crate::rules::Past;
    use crate::text::Lang;
    use std::rc::Rc;

    /// What is said of the growth, of a unit that told this of last year.
    fn said(unit: &str, told: Option<i64>) -> String {
        let table = include_str!("../../tests/wide/asked-once.later.json");
        let table: serde_json::Value = serde_json::from_str(table).unwrap();
        let plan = Plan::parse(&table["plan"].to_string()).unwrap();
        let earlier: Vec<Report> = told
            .map(|number| {
                let report = serde_json::json!({
                    "format": 1, "plan": "asked-once", "planVersion": 1, "duty": "registration", "unit": unit,
                    "period": {"from": "2026-01-01", "to": "2026-01-31"}, "figures": {"trees-2025": number},
                });
                serde_json::from_value(report).unwrap()
            })
            .into_iter()
            .collect();
        let request = Request {
            unit: unit.into(),
            duty: "closing".into(),
            period: plan.period,
            earlier: Past::from(earlier),
            now: Instant::parse_iso("2026-03-20T08:00:00+07:00").unwrap(),
            lang: Lang::Vi,
        };
        let form = Form::open(&Rc::new(publish(&plan)), request, None).unwrap();
        form.parts().figures[0].text.clone()
    }

    #[test]
    fn a_number_that_a_unit_told_once_is_what_later_reports_are_held_against() {
        let begun = "Chỉ tiêu mỗi đơn vị: tăng ít nhất 10% so với số cây đã trồng năm 2025";
        for (unit, told, ends) in [
            (
                "xa-1",
                None,
                "; được tính khi đơn vị đã báo “Số cây đã trồng năm 2025”",
            ),
            ("xa-1", Some(100), "; đơn vị có 100, tức ít nhất 110 cây"),
            // What the plan states holds.
            ("xa-4", Some(100), "; đơn vị có 50, tức ít nhất 55 cây"),
            ("xa-4", None, "; đơn vị có 50, tức ít nhất 55 cây"),
        ] {
            assert_eq!(said(unit, told), [begun, ends].concat(), "{unit} {told:?}");
        }
    }
}
