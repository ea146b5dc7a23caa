//! Points as an office reviews them: what the unit gave itself, beside what the office gives.

use super::FieldReason;
use crate::form::{asked_points, told_points};
use crate::message;
use crate::plan::{Criterion, Plan, Scoring};
use crate::report::{Report, ReviewedPoints};
use crate::text::{Lang, format_typed, parse_quantity};
use crate::value::Counted;
use serde::Serialize;

/// One table of points of one report, to be reviewed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PointsView {
    /// The table's name.
    pub name: String,
    /// The criteria that the unit answers, in the document's order.
    pub rows: Vec<PointsRow>,
    /// What the unit's own points come to, in words: "Tự chấm: 86,5 trên 95 điểm".
    pub own_text: String,
    /// What they come to with what the office gave; none where it gave none.
    pub reviewed_text: Option<String>,
}

/// One criterion of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PointsRow {
    /// Where the answer stands in the report, as decisions name it.
    pub path: String,
    /// The number in the document, and what is scored.
    pub label: String,
    /// The most points, in words: "10 điểm".
    pub most_text: String,
    /// The unit's own points as they would be typed: "8,5"; "" where it gave none.
    pub own: String,
    /// What the office gave last; "" where it gave nothing else.
    pub reviewed: String,
    /// Why, in the office's words.
    pub reason: String,
}

/// The tables of points that a report answers, with what the last decision gave.
#[must_use]
pub fn points(plan: &Plan, report: &Report, given: &[FieldReason], lang: Lang) -> Vec<PointsView> {
    let of = |scoring: &Scoring| table(plan, scoring, report, given, lang);
    plan.scorings.iter().filter_map(of).collect()
}

fn table(
    plan: &Plan,
    scoring: &Scoring,
    report: &Report,
    given: &[FieldReason],
    lang: Lang,
) -> Option<PointsView> {
    let (mut rows, mut most, mut own, mut reviewed) = (Vec::new(), 0_i64, 0_i64, 0_i64);
    let said = |points: i64| message::points(points, scoring.decimals, lang);
    for (criterion, id) in asked_points(plan, scoring, report) {
        let path = ["/figures/", id.as_str()].concat();
        let told = told_points(report, id);
        let line = given.iter().find(|line| line.path == path);
        let other = line.and_then(|line| read(plan, line));
        most = most.saturating_add(criterion.most(plan));
        own = own.saturating_add(told.unwrap_or_default());
        reviewed = reviewed.saturating_add(other.or(told).unwrap_or_default());
        rows.push(PointsRow {
            label: label(plan, criterion),
            most_text: said(criterion.most(plan)),
            own: told.map_or_else(String::new, |told| format_typed(told, scoring.decimals)),
            reviewed: other.map_or_else(String::new, |other| format_typed(other, scoring.decimals)),
            reason: line.map(|line| line.reason.clone()).unwrap_or_default(),
            path,
        });
    }
    let is_reviewed = rows.iter().any(|row| !row.reviewed.is_empty());
    (!rows.is_empty()).then(|| PointsView {
        name: scoring.name.clone(),
        own_text: message::own_points(own, most, scoring.decimals, lang),
        reviewed_text: is_reviewed
            .then(|| message::reviewed_points(reviewed, most, scoring.decimals, lang)),
        rows,
    })
}

fn label(plan: &Plan, criterion: &Criterion) -> String {
    match &criterion.number {
        Some(number) => [&**number, ". ", criterion.name(plan)].concat(),
        None => criterion.name(plan).to_owned(),
    }
}

/// The points that a line of a decision gives, in steps; none where it gives none, or none that can be given there: the
/// answer is no criterion, the text no points, or more than the most.
#[must_use]
pub fn read(plan: &Plan, line: &FieldReason) -> Option<i64> {
    let id = line.path.strip_prefix("/figures/")?;
    let indicator = plan.indicator(id)?;
    let scores = |one: &Scoring| one.criterion_of(&indicator.id).is_some();
    if !plan.scorings.iter().any(scores) {
        return None;
    }
    let typed = line.points.as_deref()?;
    let Counted::Unit { unit, decimals } = indicator.measure.counted() else {
        return None;
    };
    let points = parse_quantity(typed, unit, decimals, false).ok()?;
    (points <= indicator.most.unwrap_or_default()).then_some(points)
}

/// What a decision gives, for the roll-up.
#[must_use]
pub fn reviewed(plan: &Plan, lines: &[FieldReason]) -> Vec<ReviewedPoints> {
    let given = |line: &FieldReason| {
        Some(ReviewedPoints {
            indicator: line.path.strip_prefix("/figures/")?.to_owned(),
            points: read(plan, line)?,
        })
    };
    lines.iter().filter_map(given).collect()
}

#[cfg(test)]
mod tests {
    use super::{points, read, reviewed};
    use crate::office::FieldReason;
    use crate::plan::Plan;
    use crate::report::Report;
    use crate::text::Lang;
    use serde_json::{Value, json};

    fn plan() -> Plan {
        let table = include_str!("../../tests/wide/twenty-criteria.later.json");
        let table: Value = serde_json::from_str(table).unwrap();
        Plan::parse(&table["plan"].to_string()).unwrap()
    }

    fn line(id: &str, points: Option<&str>) -> FieldReason {
        FieldReason {
            path: ["/figures/", id].concat(),
            reason: "Thiếu minh chứng".to_owned(),
            points: points.map(str::to_owned),
        }
    }

    #[test]
    fn points_are_read_as_people_write_them_and_only_where_they_can_be_given() {
        let plan = plan();
        for (id, typed, is) in [
            ("c1-1", "4,5", Some(45)),
            ("c1-1", " 5 ", Some(50)),
            ("c1-1", "5 điểm", Some(50)),
            ("c1-1", "0", Some(0)),
            ("c1-1", "5,1", None),
            ("c1-1", "4,55", None),
            ("c1-1", "-1", None),
            ("c1-1", "nhiều", None),
            ("members", "5", None),
            ("none", "5", None),
        ] {
            assert_eq!(read(&plan, &line(id, Some(typed))), is, "{id} {typed}");
        }
        assert_eq!(read(&plan, &line("c1-1", None)), None);
    }

    #[test]
    fn own_points_stand_beside_the_offices() {
        let plan = plan();
        let report: Report = serde_json::from_value(json!({
            "format": 1, "plan": "twenty-criteria", "planVersion": 1, "duty": "self", "unit": "xa-1",
            "period": {"from": "2026-01-01", "to": "2026-11-15"}, "figures": {"c1-1": 50, "c2-1": 60},
        }))
        .unwrap();
        let given = [line("c2-1", Some("4")), line("c9", Some("4"))];
        let tables = points(&plan, &report, &given, Lang::Vi);
        assert_eq!(tables.len(), 1);
        let table = &tables[0];
        assert_eq!(table.rows.len(), 19, "what nobody types is not reviewed");
        assert_eq!(table.own_text, "Tự chấm: 11 trên 95 điểm");
        assert_eq!(
            table.reviewed_text.as_deref(),
            Some("Thẩm định: 9 trên 95 điểm")
        );
        let row = &table.rows[5];
        assert_eq!(
            (&*row.label, &*row.most_text, &*row.own, &*row.reviewed),
            ("2.1. Công trình thanh niên", "6 điểm", "6", "4")
        );
        let given = reviewed(&plan, &given);
        assert_eq!((given.len(), given[0].points), (1, 40));
        let other = Report {
            duty: "quarter".to_owned(),
            ..report
        };
        assert_eq!(points(&plan, &other, &[], Lang::Vi), []);
    }
}
