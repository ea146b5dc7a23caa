//! An answer of a list that the plan states, from the plan to the office: what a plan may list, and how many units said
//! what, from whichever side the reports come and in whatever order.

use phieu::calendar::Instant;
use phieu::message::plan_error;
use phieu::plan::{Plan, PlanProblem};
use phieu::progress::{AnswersView, progress};
use phieu::report::{Arrival, Report};
use phieu::rollup::RollUp;
use phieu::rules::{Context, check_report};
use phieu::text::Lang;
use serde_json::{Value, json};

const PLAN: &str = include_str!("browser/fixtures/choice/choice.json");

fn plan() -> Plan {
    Plan::parse(PLAN).expect("a plan")
}

fn problems(change: impl Fn(&mut Value)) -> Vec<(String, PlanProblem)> {
    let mut json: Value = serde_json::from_str(PLAN).expect("JSON");
    change(&mut json["indicators"][0]["measure"]["choice"]["answers"]);
    let found = Plan::parse(&json.to_string()).err().unwrap_or_default();
    found
        .into_iter()
        .map(|error| {
            let own = error.pointer.strip_prefix("/indicators/0/measure/choice");
            (own.expect("at the list").to_owned(), error.problem)
        })
        .collect()
}

#[test]
fn a_list_has_two_to_sixty_answers_that_nobody_can_take_for_each_other() {
    let found = problems(|answers| *answers = json!([{"id": "a", "label": "A"}]));
    let few = PlanProblem::TooFew { least: 2, found: 1 };
    assert_eq!(found, [("/answers".to_owned(), few)]);
    let found = problems(|answers| {
        *answers = (0..61)
            .map(|n| json!({"id": format!("a{n}"), "label": format!("Câu {n}")}))
            .collect();
    });
    let many = PlanProblem::TooMany {
        most: 60,
        found: 61,
    };
    assert_eq!(found, [("/answers".to_owned(), many)]);
    for label in ["Trực tiếp", " Trực  tiếp ", "truc-tiep"] {
        let found = problems(|answers| answers[1]["label"] = json!(label));
        let place = "/answers/1/label".to_owned();
        assert_eq!(found, [(place, PlanProblem::ReadAlike)], "{label}");
    }
    let found = problems(|answers| answers[1]["id"] = json!("truc-tiep"));
    assert!(matches!(
        &*found,
        [(place, PlanProblem::RepeatedId { .. })] if place == "/answers/1/id"
    ));
    let found = problems(|answers| answers[1]["label"] = json!(" "));
    assert_eq!(found, [("/answers/1/label".to_owned(), PlanProblem::Blank)]);
    assert_eq!(
        problems(|answers| answers[0]["label"] = json!("A+")),
        [],
        "signs count"
    );
    assert_eq!(
        serde_json::to_value(plan().indicators[1].measure.clone()).expect("writes")["choice"]["several"],
        json!(true)
    );
}

fn arrival(unit: &str, from: &str, to: &str, at: &str, figures: Value) -> Value {
    json!({
        "receivedAt": at, "revision": 1,
        "submission": {
            "format": 1, "id": format!("0b8f6c1e-5d0e-4b8e-9f3a-{:0>12}", unit.len() + from.len() * at.len()),
            "preparedAt": at,
            "report": {"format": 1, "plan": "choice", "planVersion": 1, "duty": "weekly", "unit": unit,
                "period": {"from": from, "to": to}, "figures": figures},
        },
    })
}

fn arrivals() -> Vec<Value> {
    let (first, second) = (("2023-02-26", "2023-03-03"), ("2023-03-04", "2023-03-10"));
    let week = |unit, (from, to), at, figures| arrival(unit, from, to, at, figures);
    vec![
        week(
            "ward-1",
            first,
            "2023-03-03T08:00:00+07:00",
            json!({"form": "truc-tiep", "support": ["nhan-su", "kinh-phi"]}),
        ),
        week(
            "ward-1",
            second,
            "2023-03-10T08:00:00+07:00",
            json!({"form": "truc-tuyen"}),
        ),
        week(
            "ward-2",
            first,
            "2023-03-12T08:00:00+07:00",
            json!({"form": "truc-tuyen", "support": ["kinh-phi"]}),
        ),
    ]
}

fn said(rollup: &RollUp<&Plan>, plan: &Plan) -> Vec<AnswersView> {
    let now: Instant =
        serde_json::from_value(json!("2023-03-20T08:00:00+07:00")).expect("a moment");
    progress(plan, &rollup.at(now), Lang::Vi).answers
}

#[test]
fn the_office_sees_how_many_units_said_what() {
    let plan = plan();
    let mut rollup = RollUp::new(&plan);
    for json in arrivals() {
        let arrival = Arrival::parse(json.to_string().as_bytes()).expect("an arrival");
        rollup.add_arrival(&arrival);
    }
    let told: Vec<String> = said(&rollup, &plan)
        .into_iter()
        .flat_map(|asked| {
            let answers = asked.answers.into_iter().map(|answer| answer.text);
            [asked.text].into_iter().chain(answers).collect::<Vec<_>>()
        })
        .collect();
    assert_eq!(
        told,
        [
            "2 trên 3 đơn vị đã trả lời",
            "0 đơn vị: Trực tiếp",
            "2 đơn vị: Trực tuyến",
            "0 đơn vị: Kết hợp trực tiếp và trực tuyến",
            "2 trên 3 đơn vị đã trả lời",
            "2 đơn vị: Kinh phí",
            "0 đơn vị: Địa điểm",
            "1 đơn vị: Nhân sự",
        ],
        "the latest answer of a unit holds"
    );
}

#[test]
fn it_is_the_same_in_any_order_from_lines_and_merged() {
    let plan = plan();
    let mut all = RollUp::new(&plan);
    let lines = arrivals();
    let text = |lines: &[Value]| {
        lines
            .iter()
            .map(|line| format!("{line}\n"))
            .collect::<String>()
    };
    all.add_lines(text(&lines).as_bytes());
    let expected = said(&all, &plan);
    assert_eq!(expected[0].answered, 2);
    for turn in 0..lines.len() {
        let mut turned = lines.clone();
        turned.rotate_left(turn);
        let (one, other) = turned.split_at(1);
        let (mut left, mut right) = (RollUp::new(&plan), RollUp::new(&plan));
        right.add_lines(text(one).as_bytes());
        left.add_lines(text(other).as_bytes());
        left.merge(right).expect("of one plan");
        assert_eq!(said(&left, &plan), expected, "turned by {turn}");
    }
}

#[test]
fn what_is_not_listed_is_no_answer_of_a_report() {
    let plan = plan();
    let check = |figures: Value| -> Vec<(String, String)> {
        let report: Report = serde_json::from_value(json!({
            "format": 1, "plan": "choice", "planVersion": 1, "duty": "weekly", "unit": "ward-1",
            "period": {"from": "2023-02-26", "to": "2023-03-03"}, "figures": figures,
        }))
        .expect("a report");
        let found = check_report(&plan, &report, &Context::default());
        found
            .iter()
            .map(|one| (one.path.to_string(), one.code().to_owned()))
            .collect()
    };
    let at = |path: &str, code| vec![(path.to_owned(), String::from(code))];
    assert_eq!(
        check(json!({"form": "ket-hop", "support": ["kinh-phi", "nhan-su"]})),
        []
    );
    assert_eq!(
        check(json!({"form": "qua-thu"})),
        at("/figures/form", "answer.notListed")
    );
    assert_eq!(
        check(json!({"form": ["ket-hop"]})),
        at("/figures/form", "report.wrongType")
    );
    assert_eq!(
        check(json!({"form": "ket-hop", "support": ["kinh-phi", "kinh-phi"]})),
        at("/figures/support", "report.wrongType")
    );
    assert_eq!(check(json!({})), at("/figures/form", "required"));
}

#[test]
fn no_target_can_be_set_on_an_answer_of_a_list() {
    for value in [
        json!({"count": 1}),
        json!({"money": 1}),
        json!({"basisPoints": 100}),
        json!("done"),
    ] {
        let mut json: Value = serde_json::from_str(PLAN).expect("JSON");
        json["targets"] = json!([{"id": "t", "text": "Đều trực tiếp", "indicator": "form", "scope": "each",
            "value": value, "source": {"section": "1"}}]);
        let errors = Plan::parse(&json.to_string()).expect_err("no plan");
        let [error] = &*errors else {
            panic!("{errors:?}");
        };
        assert_eq!(error.pointer, "/targets/0/indicator");
        let said = plan_error(error, Lang::Vi);
        assert!(said.contains("“form” không được đo bằng"), "{said}");
        assert!(said.contains("Hãy chọn nội dung số liệu khác"), "{said}");
    }
}
