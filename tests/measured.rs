//! Quantities, ratios and estimates from the plan to the office: what a plan may state of them, what a form shows, and
//! what reports of many units come to.

use phieu::calendar::{Instant, Period};
use phieu::form::{Form, Request};
use phieu::plan::Plan;
use phieu::progress::{TargetProgressView, progress};
use phieu::report::{Arrival, Draft};
use phieu::rollup::RollUp;
use phieu::rules::{Context, Past, check_report};
use phieu::text::Lang;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::rc::Rc;

const PLAN: &str = include_str!("cases/plans/measured.json");

fn plan() -> Plan {
    Plan::parse(PLAN).unwrap_or_else(|errors| panic!("{errors:?}"))
}

/// What is wrong with the plan when `change` has been made, each at its place.
fn problems(change: impl Fn(&mut Value)) -> Vec<String> {
    let mut json: Value = serde_json::from_str(PLAN).expect("JSON");
    change(&mut json);
    let found = Plan::parse(&json.to_string()).err().unwrap_or_default();
    let said = |error: phieu::plan::PlanError| format!("{}: {}", error.pointer, error.problem);
    found.into_iter().map(said).collect()
}

#[test]
fn a_plan_states_units_decimals_and_fractions_that_can_be() {
    for (pointer, value, expected) in [
        (
            "/indicators/0/measure/quantity/unit",
            json!(" "),
            "/indicators/0/measure/quantity/unit: the text is blank",
        ),
        (
            "/indicators/0/measure/quantity/decimals",
            json!(7),
            "/indicators/0/measure/quantity/decimals: 7 must lie between 0 and 6",
        ),
        (
            "/targets/0/value",
            json!({"count": 20}),
            "/targets/0/indicator: \"road\" is not measured as a count",
        ),
        (
            "/targets/4/value",
            json!({"quantity": 20}),
            "/targets/4/indicator: \"crowd\" is not measured as a quantity",
        ),
        (
            "/targets/2/value/ratio",
            json!("2/0"),
            "/targets/2/value/ratio: a ratio is written",
        ),
        (
            "/indicators/1/estimates",
            json!(true),
            "/indicators/1/estimates: \"fund\" is not measured as a count, money or a quantity",
        ),
    ] {
        let found = problems(|plan| match pointer.rsplit_once('/') {
            Some((above, last)) => plan.pointer_mut(above).expect("a place")[last] = value.clone(),
            None => unreachable!("a pointer"),
        });
        assert!(
            matches!(&*found, [one] if one.starts_with(expected)),
            "{pointer}: {found:?}"
        );
    }
}

#[test]
fn what_is_measured_in_other_steps_is_not_added_up() {
    let rule = |left: Value, right: Value| {
        problems(move |plan| {
            let another = json!({"id": "path", "label": "Đường mòn",
                "measure": {"quantity": {"unit": "m", "decimals": 0}}});
            plan["indicators"]
                .as_array_mut()
                .expect("a list")
                .push(another);
            plan["rules"] = json!([{"id": "sum", "left": left, "comparison": "atMost", "right": right,
                "severity": "error", "message": "Không khớp."}]);
        })
    };
    let (road, path, crowd) = (
        json!({"figure": "road"}),
        json!({"figure": "path"}),
        json!({"figure": "crowd"}),
    );
    assert_eq!(rule(json!([road]), json!([{"number": 85}])), [""; 0]);
    assert_eq!(rule(json!([crowd]), json!([{"number": 85}])), [""; 0]);
    for (left, right, place) in [
        (json!([road]), json!([path]), "/rules/0/right/0: \"path\""),
        (
            json!([crowd, road]),
            json!([{"number": 1}]),
            "/rules/0/left/1: \"road\"",
        ),
    ] {
        let found = rule(left, right);
        assert!(
            matches!(&*found, [one] if one.starts_with(place)),
            "{found:?}"
        );
    }
}

fn week(from: &str, to: &str) -> Period {
    serde_json::from_value(json!({"from": from, "to": to})).expect("a week")
}

fn moment(text: &str) -> Instant {
    Instant::parse_iso(text).expect("a moment")
}

fn open(typed: &[(&str, &str)], earlier: Past) -> Form {
    let plan = Rc::new(plan());
    let period = week("2026-03-08", "2026-03-14");
    let mut draft = Draft::new(&plan, "weekly", "commune-1", period);
    for (key, text) in typed {
        draft.figures.insert((*key).to_owned(), (*text).to_owned());
    }
    let request = Request {
        unit: "commune-1".to_owned(),
        duty: "weekly".to_owned(),
        period,
        earlier,
        now: moment("2026-03-14T08:00:00+07:00"),
        lang: Lang::Vi,
    };
    Form::open(&plan, request, Some(draft)).expect("a form")
}

#[test]
fn a_form_says_what_it_understood_and_how_sure_it_is() {
    let mut past = Past::default();
    let report = arrival(
        "commune-1",
        0,
        json!({"road": 20, "crowd": {"number": 120, "is": "above"}}),
    );
    past.add(report.submission.report);
    let typed = [
        ("road", "8500 m"),
        ("fund/part", "62.515.000"),
        ("fund/whole", "53.781.000 đ"),
        ("crowd", "khoảng 150 người"),
    ];
    let form = open(&typed, past);
    let view = form.view();
    let fields = &view.sections[0].fields;
    let echo: Vec<_> = fields
        .iter()
        .flat_map(|field| &field.inputs)
        .map(|input| input.echo.as_deref().unwrap_or_default())
        .collect();
    assert_eq!(
        echo,
        [
            "Hiểu là 8,5 km",
            "Hiểu là 62.515.000 đồng",
            "Hiểu là 53.781.000 đồng",
            "",
        ]
    );
    assert_eq!(
        fields[0].before.as_deref(),
        Some("Đã báo cáo kỳ trước: 2 km")
    );
    assert_eq!(
        fields[2].before.as_deref(),
        Some("Đã báo cáo kỳ trước: trên 120 người")
    );
    assert_eq!(
        fields[2].remains.as_deref(),
        Some("Còn thiếu khoảng 30 người")
    );
    assert_eq!(
        (fields[0].noun.as_deref(), fields[2].input_mode),
        (Some("km"), "text")
    );
    let review = form.review().expect("nothing stands in the way");
    let rows: Vec<_> = review.sections[0]
        .rows
        .iter()
        .map(|row| &*row.value)
        .collect();
    assert_eq!(
        rows,
        [
            "8,5 km",
            "62.515.000 đồng/53.781.000 đồng (116,23%)",
            "khoảng 150 người"
        ]
    );
}

fn arrival(unit: &str, nth: usize, figures: Value) -> Arrival {
    let (from, to) = [("2026-03-01", "2026-03-07"), ("2026-03-08", "2026-03-14")][nth];
    let json = json!({
        "receivedAt": format!("{to}T08:00:00+07:00"), "revision": 1,
        "submission": {
            "format": 1, "id": format!("0b8f6c1e-5d0e-4b8e-9f3a-{}{:0>10}{nth}", &unit[8..], unit.len()),
            "preparedAt": format!("{to}T08:00:00+07:00"),
            "report": {"format": 1, "plan": "measured", "planVersion": 1, "duty": "weekly", "unit": unit,
                "period": {"from": from, "to": to}, "figures": figures},
        },
    });
    Arrival::parse(json.to_string().as_bytes()).expect("an arrival")
}

/// Reports by three units in two weeks, worked out by hand.
fn arrivals() -> Vec<Arrival> {
    let report = |unit, nth, road: i64, fund: [i64; 2], crowd: Value| {
        let figures =
            json!({"road": road, "fund": {"part": fund[0], "whole": fund[1]}, "crowd": crowd});
        arrival(unit, nth, figures)
    };
    vec![
        report(
            "commune-1",
            0,
            20,
            [1_000, 3_000],
            json!({"number": 300, "is": "above"}),
        ),
        report("commune-1", 1, 65, [62_515_000, 53_781_000], json!(100)),
        report("commune-2", 0, 85, [2_000, 3_000], json!(250)),
        report(
            "commune-2",
            1,
            1,
            [0, 0],
            json!({"number": 49, "is": "about"}),
        ),
        report("commune-3", 0, 30, [666_666, 1_000_000], json!(320)),
    ]
}

fn targets(plan: &Plan, arrivals: &[Arrival]) -> Vec<TargetProgressView> {
    let mut rollup = RollUp::new(plan);
    for arrival in arrivals {
        let report = &arrival.submission.report;
        assert_eq!(
            check_report(plan, report, &Context::default()),
            [],
            "a right report"
        );
        rollup.add_arrival(arrival);
    }
    let now = moment("2026-03-20T08:00:00+07:00");
    progress(plan, &rollup.at(now), Lang::Vi).targets
}

#[test]
fn reports_of_many_units_come_to_exact_sums_and_marked_ones() {
    let plan = plan();
    let found = targets(&plan, &arrivals());
    let said: Vec<_> = found
        .iter()
        .map(|one| (&*one.value_text, &*one.target_value_text, one.estimated))
        .collect();
    assert_eq!(
        said,
        [
            ("20,1 km", "20 km", false),
            ("1 trên 3 đơn vị", "3 đơn vị", false),
            ("63.184.666 đồng/54.787.000 đồng (115,32%)", "2/3", false),
            ("1 trên 3 đơn vị", "3 đơn vị", false),
            ("khoảng 1.019 người", "1.000 người", true),
            ("2 trên 3 đơn vị", "3 đơn vị", true),
        ]
    );
    let [road, each, fund, _, crowd, crowd_each] = &*found else {
        panic!("six targets");
    };
    assert_eq!(
        (road.value, road.value_figure.as_deref()),
        (Some(201), Some("20,1"))
    );
    assert_eq!(
        (road.target_figure.as_deref(), &*road.state_text),
        (Some("20"), "Đã đạt")
    );
    assert_eq!(each.value_figure, None, "units are counted");
    let units: Vec<_> = each
        .by_unit
        .iter()
        .map(|unit| {
            (
                unit.value_figure.as_deref().unwrap_or_default(),
                &*unit.value_text,
            )
        })
        .collect();
    assert_eq!(units, [("8,5", "8,5 km"), ("8,6", "8,6 km"), ("3", "3 km")]);
    assert_eq!(&*fund.state_text, "Đã đạt");
    assert_eq!(&*crowd.state_text, "Đã đạt theo ước tính");
    assert_eq!(&*crowd.lacks_text, "Đã đạt chỉ tiêu theo ước tính");
    assert!(
        crowd
            .note
            .as_deref()
            .is_some_and(|note| note.contains("ước lượng"))
    );
    let states: Vec<_> = crowd_each
        .by_unit
        .iter()
        .map(|unit| (&*unit.value_text, &*unit.state_text))
        .collect();
    assert_eq!(
        states,
        [
            ("trên 400 người", "Đã đạt"),
            ("khoảng 299 người", "Đúng tiến độ"),
            ("320 người", "Đã đạt"),
        ]
    );
}

#[test]
fn the_light_plan_asks_the_same() {
    let light = phieu::plan::publish(&plan());
    assert_eq!(targets(&light, &arrivals()).len(), light.targets.len());
}

fn crowd() -> impl Strategy<Value = Value> {
    let mark = prop::sample::select(vec![None, Some("above"), Some("below"), Some("about")]);
    (0..100_000_i64, mark).prop_map(|(number, is)| match is {
        None => json!(number),
        Some(is) => json!({"number": number, "is": is}),
    })
}

proptest! {
    #[test]
    fn no_estimate_is_lost_in_whatever_order_reports_come(
        all in prop::collection::vec((0..500_i64, crowd()), 6), order in Just((0..6_usize).collect::<Vec<_>>()).prop_shuffle(), parted in 0..6_usize,
    ) {
        let plan = plan();
        let arrivals: Vec<Arrival> = all.iter().enumerate().map(|(place, (road, crowd))| {
            let unit = ["commune-1", "commune-2", "commune-3"][place / 2];
            arrival(unit, place % 2, json!({"road": road, "crowd": crowd}))
        }).collect();
        let shuffled: Vec<Arrival> = order.iter().map(|place| arrivals[*place].clone()).collect();
        let whole = targets(&plan, &arrivals);
        prop_assert_eq!(&whole, &targets(&plan, &shuffled));
        let (mut one, mut other) = (RollUp::new(&plan), RollUp::new(&plan));
        for (place, arrival) in shuffled.iter().enumerate() {
            if place < parted { one.add_arrival(arrival) } else { other.add_arrival(arrival) }
        }
        one.merge(other).expect("of one plan");
        let now = moment("2026-03-20T08:00:00+07:00");
        prop_assert_eq!(&whole, &progress(&plan, &one.at(now), Lang::Vi).targets);
        let estimated = all.iter().any(|(_, crowd)| crowd.is_object());
        prop_assert_eq!(whole[4].estimated, estimated);
        let is_marked = ["trên ", "dưới ", "khoảng "].iter().any(|mark| whole[4].value_text.starts_with(mark));
        prop_assert_eq!(is_marked, estimated, "{}", whole[4].value_text);
        let roads: i64 = all.iter().map(|(road, _)| road).sum();
        prop_assert_eq!(whole[0].value, Some(roads));
    }
}
