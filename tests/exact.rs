//! No number leaves the core that JavaScript cannot hold exactly, whatever numbers came in: a browser would
//! get no answer at all.

use phieu::calendar::Instant;
use phieu::plan::Plan;
use phieu::progress;
use phieu::report::{Draft, Report};
use phieu::rollup::RollUp;
use phieu::rules::{Context, Past, check_draft, check_lines, check_report};
use phieu::text::{Lang, MAX_EXACT};
use proptest::prelude::*;
use serde_json::{Value, json};

const PLAN: &str = include_str!("cases/plans/small.json");

/// Numbers at and beyond every edge.
fn number() -> impl Strategy<Value = i64> {
    let edges = [
        0,
        1,
        -1,
        MAX_EXACT,
        MAX_EXACT + 1,
        -MAX_EXACT,
        i64::MAX,
        i64::MIN,
        3_037_000_500,
    ];
    prop_oneof![
        prop::sample::select(edges.to_vec()),
        any::<i64>(),
        0..2_000_i64
    ]
}

prop_compose! {
    fn report()(numbers in prop::collection::vec(number(), 9), week in 0..2_usize) -> Value {
        let [from, to] = [["2023-02-26", "2023-03-03"], ["2023-03-04", "2023-03-10"]][week];
        let activity = |participants: i64| json!({"title": "Trồng cây", "date": from, "place": "Công viên A",
            "participants": participants});
        json!({
            "format": 1, "plan": "small", "planVersion": 2, "duty": "weekly", "unit": "ward-1",
            "period": {"from": from, "to": to},
            "figures": {"trees": numbers[0], "people": numbers[1], "total": numbers[2], "cost": numbers[3],
                "members": {"part": numbers[4], "whole": numbers[5]}, "attendances": numbers[6],
                "activity-count": numbers[7]},
            "activities": [activity(numbers[7]), activity(numbers[8])]
        })
    }
}

/// The numbers of a value that JavaScript would not hold exactly.
fn beyond(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Number(number) => {
            let fits = number
                .as_i64()
                .is_some_and(|number| number.unsigned_abs() <= MAX_EXACT.unsigned_abs());
            if !fits && !number.is_f64() {
                found.push(number.to_string());
            }
        }
        Value::Array(items) => items.iter().for_each(|item| beyond(item, found)),
        Value::Object(members) => members.values().for_each(|member| beyond(member, found)),
        _ => {}
    }
}

fn assert_exact(answer: &impl serde::Serialize) -> Result<(), TestCaseError> {
    let answer = serde_json::to_value(answer).unwrap();
    let mut found = Vec::new();
    beyond(&answer, &mut found);
    prop_assert!(found.is_empty(), "{found:?} in {answer}");
    Ok(())
}

fn plan() -> Plan {
    Plan::parse(PLAN).unwrap()
}

/// A target for each thing that is counted, so that a roll-up says all that it can say.
fn plan_with_targets() -> Plan {
    let mut plan: Value = serde_json::from_str(PLAN).unwrap();
    let mut targets = Vec::new();
    for (indicator, value) in [
        ("trees", json!({"count": 1})),
        ("people", json!({"count": MAX_EXACT})),
        ("total", json!({"count": 100})),
        ("cost", json!({"money": 1})),
        ("members", json!({"basisPoints": 10_000})),
        ("attendances", json!({"count": 7})),
    ] {
        for scope in ["whole", "each"] {
            targets.push(json!({"id": format!("{indicator}-{scope}"), "text": "Chỉ tiêu", "indicator": indicator,
                "scope": scope, "value": value, "source": {"section": "I"}}));
        }
    }
    plan["targets"] = json!(targets);
    Plan::parse(&plan.to_string()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn findings_are_exact(now in report(), earlier in prop::collection::vec(report(), 0..3)) {
        let plan = plan();
        let parse = |report: &Value| Report::parse(report.to_string().as_bytes()).unwrap();
        let earlier = Past::from(earlier.iter().map(parse).collect::<Vec<_>>());
        let context = Context { earlier: &earlier, sending: true, ..Context::default() };
        assert_exact(&check_report(&plan, &parse(&now), &context))?;
        let mut lines = Vec::new();
        check_lines(&plan, now.to_string().as_bytes(), &context, |_, findings| lines.extend(findings.to_vec()));
        assert_exact(&lines)?;
        let mut draft = now;
        for figure in draft["figures"].as_object_mut().unwrap().values_mut() {
            *figure = json!(figure.to_string());
        }
        for activity in draft["activities"].as_array_mut().unwrap() {
            activity["participants"] = json!(activity["participants"].to_string());
        }
        let draft = Draft::parse(draft.to_string().as_bytes()).unwrap();
        assert_exact(&check_draft(&plan, &draft, &context).findings)?;
    }

    #[test]
    fn progress_is_exact(reports in prop::collection::vec((report(), any::<bool>()), 0..4)) {
        let plan = plan_with_targets();
        let mut rollup = RollUp::new(&plan);
        for (at, (mut report, other)) in reports.into_iter().enumerate() {
            if other {
                report["unit"] = json!("ward-2");
            }
            let arrival = json!({"receivedAt": "2023-03-02T00:00:00Z", "submission": {"format": 1,
                "id": format!("0190a5c4-7d3e-7c1a-9f00-{at:012}"), "preparedAt": "2023-03-02T00:00:00Z", "report": report}});
            prop_assert_eq!(rollup.add_lines(arrival.to_string().as_bytes()).arrivals, 1);
        }
        for moment in ["2023-03-02T00:00:00Z", "2023-04-02T00:00:00Z"] {
            let reached = rollup.at(Instant::parse_iso(moment).unwrap());
            assert_exact(&progress::progress(&plan, &reached, Lang::Vi))?;
        }
    }
}

/// Part and whole up to the largest numbers, now and then a step beside two thirds and beside 105 of a hundred.
fn fund() -> impl Strategy<Value = (i64, i64)> {
    let most = MAX_EXACT / 8;
    prop_oneof![
        (0..most, 1..most),
        (1..most / 3, -1..=1_i64).prop_map(|(third, step)| (2 * third + step, 3 * third)),
        (1..most / 105, -1..=1_i64).prop_map(|(part, step)| (105 * part + step, 100 * part)),
    ]
}

proptest! {
    #[test]
    fn sums_of_quantities_and_ratios_are_exact_to_the_last_step(all in prop::collection::vec((0..5_000_i64, fund()), 6)) {
        let plan = Plan::parse(include_str!("cases/plans/measured.json")).unwrap();
        let mut rollup = RollUp::new(&plan);
        let units = ["commune-1", "commune-2", "commune-3"];
        for (place, (road, (part, whole))) in all.iter().enumerate() {
            let figures = json!({"road": road, "fund": {"part": part, "whole": whole}});
            let period = [["2026-03-01", "2026-03-07"], ["2026-03-08", "2026-03-14"]][place % 2];
            let report = json!({"format": 1, "plan": "measured", "planVersion": 1, "duty": "weekly", "unit": units[place / 2],
                "period": {"from": period[0], "to": period[1]}, "figures": figures});
            let came = json!({"receivedAt": "2026-03-15T00:00:00Z", "submission": {"format": 1,
                "id": format!("0190a5c4-7d3e-7c1a-9f00-{place:012}"), "preparedAt": "2026-03-15T00:00:00Z", "report": report}});
            prop_assert_eq!(rollup.add_lines(came.to_string().as_bytes()).arrivals, 1);
        }
        let now = Instant::parse_iso("2026-03-20T08:00:00+07:00").unwrap();
        let found = progress::progress(&plan, &rollup.at(now), Lang::Vi).targets;
        assert_exact(&found)?;
        let road: i64 = all.iter().map(|(road, _)| road).sum();
        prop_assert_eq!(found[0].value, Some(road));
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        let sums = |some: &[(i64, (i64, i64))]| some.iter().fold((0_i128, 0_i128), |(all, of), (_, (part, whole))| {
            (all + i128::from(*part), of + i128::from(*whole))
        });
        let (part, whole) = sums(&all);
        let said = found[2].value_text.split_once(" (").map_or(&*found[2].value_text, |(said, _)| said);
        prop_assert_eq!(digits(said), format!("{part}{whole}"), "{}", said);
        prop_assert_eq!(&*found[2].state_text == "Đã đạt", 3 * part >= 2 * whole);
        for (unit, some) in found[3].by_unit.iter().zip(all.chunks(2)) {
            let (part, whole) = sums(some);
            prop_assert_eq!(&*unit.state_text == "Đã đạt", 100 * part > 105 * whole, "{}", unit.value_text);
        }
    }
}
