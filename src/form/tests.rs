//! The form in the domain's words, on a small plan.

use super::{Form, Request};
use crate::calendar::Instant;
use crate::plan::Plan;
use crate::report::{Amends, Draft, Report, Value};
use crate::rules::Past;
use crate::text::Lang;
use std::rc::Rc;

mod demand;

/// A plan with one unit, one indicator "trees" that combines as told, and one target on it.
pub(crate) fn plan_with(combine: &str, value: &str, scope: &str) -> Plan {
    let json = [
        r#"{"format":1,"id":"p","version":1,"title":"Kế hoạch","period":{"from":"2023-02-26","to":"2023-03-31"},
        "levels":[{"id":"base","name":"Cơ sở Đoàn"}],
        "units":[{"id":"u","name":"Đoàn phường Tây Thạnh","level":"base"},{"id":"v","name":"Đoàn phường Sơn Kỳ","level":"base"}],
        "indicators":[
          {"id":"trees","label":"Số cây xanh trồng mới","measure":{"count":{"noun":"cây"}},"plausible":500,"combine":""#,
        combine,
        r#""},
          {"id":"members","label":"Đoàn viên học nghị quyết","measure":{"share":{"part":"đã học","whole":"tổng số","noun":"người"}}},
          {"id":"held","label":"Tổ chức Ngày Đoàn viên","measure":"done"},
          {"id":"phone","label":"Điện thoại","measure":"phone"},
          {"id":"teams","label":"Số đội hình đang có","measure":{"count":{"noun":"đội"}},"combine":"latest"}],
        "targets":[{"id":"t","text":"Trồng cây","indicator":"trees","value":"#,
        value,
        r#","scope":"#,
        scope,
        r#","source":{"section":"III"}}],
        "activities":[{"id":"green","title":"Ngày Chủ nhật xanh","level":"base","when":[{"from":"2023-03-19","time":"07:30"}],"place":"Công viên","source":{"section":"IV"}}],
        "templates":[{"id":"weekly","source":{"section":"V"},"sections":[
          {"id":"figures","title":"Số liệu","fields":[{"indicator":"trees","required":true},{"indicator":"members"},{"indicator":"held"},{"indicator":"phone"},{"indicator":"teams"}]},
          {"id":"list","title":"Hoạt động","activities":{"parts":[{"part":"time"},{"part":"place"},{"part":"participants"},{"part":"links"}]}}]}],
        "duties":[{"id":"weekly","name":"Báo cáo tuần","kind":"weekly","template":"weekly","applies":"list","source":{"section":"V"},
          "schedules":[{"id":"list","source":{"section":"V"},"schedule":{"listed":[
            {"label":"Tuần 4","period":{"from":"2023-03-18","to":"2023-03-24"},"deadline":{"date":"2023-03-24"}}]}}]}]}"#,
    ]
    .concat();
    Plan::parse(&json).unwrap_or_else(|errors| panic!("{errors:?}"))
}

/// A report of an earlier period with so many trees.
pub(crate) fn report_of(plan: &Plan, trees: i64) -> Report {
    Report {
        format: 1,
        plan: plan.id.to_string(),
        plan_version: 1,
        duty: "weekly".to_owned(),
        unit: "u".to_owned(),
        period: serde_json::from_str(r#"{"from":"2023-03-11","to":"2023-03-17"}"#)
            .expect("a period"),
        figures: [("trees".to_owned(), Value::Number(trees))].into(),
        activities: Vec::new(),
        explanations: Vec::new(),
    }
}

pub(super) fn open() -> Form {
    open_after(|_| {})
}

/// The form, after an earlier report that says more than its trees.
pub(super) fn open_after(also: impl Fn(&mut Report)) -> Form {
    open_plan(small(), also)
}

/// The form of such a plan, perhaps altered.
pub(super) fn open_plan(plan: Plan, also: impl Fn(&mut Report)) -> Form {
    let mut earlier = report_of(&plan, 4);
    also(&mut earlier);
    open_with(plan, vec![earlier], None)
}

/// The form with a draft that was kept of it.
pub(super) fn open_again(draft: &str) -> Form {
    open_with(small(), Vec::new(), serde_json::from_str(draft).ok())
}

/// The form of what was sent of its period.
pub(super) fn open_sent(sent: Report) -> Form {
    open_with(small(), vec![sent], None)
}

pub(super) fn small() -> Plan {
    plan_with("sum", r#"{"count": 10}"#, r#""each""#)
}

pub(super) fn open_with(plan: Plan, earlier: Vec<Report>, draft: Option<Draft>) -> Form {
    let plan = Rc::new(plan);
    let request = Request {
        unit: "u".to_owned(),
        duty: "weekly".to_owned(),
        period: serde_json::from_str(r#"{"from":"2023-03-18","to":"2023-03-24"}"#)
            .expect("a period"),
        earlier: earlier.into(),
        now: Instant::parse_iso("2023-03-23T21:00:00+07:00").expect("a moment"),
        lang: Lang::Vi,
    };
    Form::open(&plan, request, draft).unwrap_or_else(|findings| panic!("{findings:?}"))
}

#[test]
fn a_form_opens_with_target_earlier_figure_and_remainder_beside_the_field() {
    let view = open().view();
    assert_eq!(view.period_text, "từ 18/3 đến hết 24/3/2023");
    assert_eq!(view.remaining_text.as_deref(), Some("còn 1 ngày 3 giờ"));
    let trees = &view.sections[0].fields[0];
    assert_eq!(trees.targets, ["Chỉ tiêu mỗi đơn vị: ít nhất 10 cây"]);
    assert_eq!(trees.before.as_deref(), Some("Đã báo cáo kỳ trước: 4 cây"));
    assert_eq!(trees.remains.as_deref(), Some("Còn thiếu 6 cây"));
    assert_eq!(view.counts.blank, 1);
}

#[test]
fn a_stroke_returns_what_changed_and_no_more() {
    let cases: [(&str, &str, Option<&str>, &[&str]); 7] = [
        ("/figures/trees", "8", None, &[]),
        ("/figures/trees", "008", Some("Hiểu là 8 cây"), &[]),
        (
            "/figures/trees",
            "1200",
            Some("Hiểu là 1.200 cây"),
            &["number.implausible", "figure.farFromEarlier"],
        ),
        ("/figures/trees", "12.5", None, &["number.ambiguous"]),
        ("/figures/trees", "", None, &[]),
        ("/figures/held", "Có", None, &[]),
        ("/figures/phone", "0912", None, &["phone.length"]),
    ];
    for (path, text, echo, codes) in cases {
        let mut form = open();
        let change = form.set(path, text.to_owned());
        let input = &change.inputs[0];
        assert_eq!((input.path.as_str(), input.value.as_str()), (path, text));
        assert_eq!(input.echo.as_deref(), echo, "{text}");
        let mut found: Vec<_> = input
            .findings
            .iter()
            .map(|finding| &*finding.code)
            .collect();
        let mut codes = codes.to_vec();
        found.sort_unstable();
        codes.sort_unstable();
        assert_eq!(found, codes, "{path} {text}");
    }
}

#[test]
fn what_is_no_input_of_the_form_changes_nothing() {
    let mut form = open();
    let before = form.draft_json();
    for path in ["/figures/nothing", "/activities/0/title", "/unit", ""] {
        assert!(form.set(path, "1".to_owned()).inputs.is_empty(), "{path}");
    }
    assert_eq!(form.draft_json(), before);
}

#[test]
fn the_remainder_follows_what_is_typed() {
    let mut form = open();
    for (text, remains) in [
        ("2", "Còn thiếu 4 cây"),
        ("6", "Đã đạt chỉ tiêu"),
        ("", "Còn thiếu 6 cây"),
    ] {
        let change = form.set("/figures/trees", text.to_owned());
        assert_eq!(
            change.remains[0].remains.as_deref(),
            Some(remains),
            "{text}"
        );
    }
}

#[test]
fn a_share_whose_part_is_above_its_whole_is_said_until_either_half_is_mended() {
    let mut form = open();
    form.set("/figures/members/part", "50".to_owned());
    let change = form.set("/figures/members/whole", "40".to_owned());
    let codes = |change: &super::Change| -> Vec<String> {
        change
            .inputs
            .iter()
            .flat_map(|input| &input.findings)
            .map(|finding| finding.code.to_string())
            .collect()
    };
    assert_eq!(codes(&change), ["share.partAboveWhole"]);
    assert_eq!(change.counts.errors, 1);
    let change = form.set("/figures/members/whole", "60".to_owned());
    assert!(codes(&change).is_empty());
    assert_eq!(change.counts.errors, 0);
}

#[test]
fn nothing_typed_is_lost_in_a_draft() {
    let mut form = open();
    form.set("/figures/trees", "mười hai cây".to_owned());
    form.add_activity(Some("green"), None);
    form.set("/activities/0/participants", "khoảng 40".to_owned());
    let saved = form.draft_json();
    let plan = Rc::new(plan_with("sum", r#"{"count": 10}"#, r#""each""#));
    let request = Request {
        unit: "u".to_owned(),
        duty: "weekly".to_owned(),
        period: serde_json::from_str(r#"{"from":"2023-03-18","to":"2023-03-24"}"#)
            .expect("a period"),
        earlier: Past::default(),
        now: Instant::parse_iso("2023-03-23T21:00:00+07:00").expect("a moment"),
        lang: Lang::Vi,
    };
    let draft = serde_json::from_str(&saved).expect("a draft");
    let form =
        Form::open(&plan, request, Some(draft)).unwrap_or_else(|findings| panic!("{findings:?}"));
    assert_eq!(form.draft_json(), saved);
    let view = form.view();
    assert_eq!(view.sections[0].fields[0].inputs[0].value, "mười hai cây");
    let listed = &view.sections[1].activities.as_ref().expect("a list").items[0];
    assert_eq!(listed.title, "Ngày Chủ nhật xanh");
    assert_eq!(listed.fields[1].inputs[0].value, "19/3/2023");
}

#[test]
fn explanations_travel_with_their_activity() {
    let mut form = open();
    for title in ["Một", "Hai", "Ba"] {
        form.add_activity(None, None);
        let last = form.draft.activities.len() - 1;
        form.set(&format!("/activities/{last}/title"), title.to_owned());
    }
    form.explain(
        "/activities/2/participants",
        "number.implausible",
        "Cả quận".to_owned(),
    );
    let path = |form: &Form| {
        form.draft
            .explanations
            .first()
            .map(|line| line.path.as_str().to_owned())
    };
    form.move_activity(2, 0);
    assert_eq!(path(&form).as_deref(), Some("/activities/0/participants"));
    form.remove_activity(1);
    assert_eq!(path(&form).as_deref(), Some("/activities/0/participants"));
    form.remove_activity(0);
    assert_eq!(path(&form), None);
    let titles: Vec<_> = form
        .draft
        .activities
        .iter()
        .map(|activity| activity.title.as_str())
        .collect();
    assert_eq!(titles, ["Hai"]);
}

#[test]
fn what_is_required_stands_in_the_way_until_it_is_there_and_a_warning_until_it_is_explained() {
    let mut form = open();
    let prepared = Instant::parse_iso("2023-03-23T21:00:00+07:00").expect("a moment");
    let id = "0b6f3c1e-8f5a-4c57-9d2e-1f2a3b4c5d6e";
    let codes = |problems: &[super::FindingView]| {
        problems
            .iter()
            .map(|p| p.code.to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(codes(&form.problems()), ["required"]);
    assert!(form.submission(id, prepared, Amends::Nothing).is_err());
    form.set("/figures/trees", "600".to_owned());
    assert!(codes(&form.problems()).contains(&"explanation.missing".to_owned()));
    let named = |form: &super::Form| {
        let mut problems = form.problems();
        problems.retain(|problem| problem.blocks);
        codes(&problems)
    };
    let warnings = ["figure.farFromEarlier", "number.implausible"];
    assert_eq!(named(&form), warnings, "each said once");
    for code in warnings {
        form.explain("/figures/trees", code, "Nhận cây của Thành phố".to_owned());
    }
    assert!(
        form.problems()
            .iter()
            .all(|p| p.severity != crate::finding::Severity::Error),
        "{:?}",
        form.problems()
    );
    assert!(named(&form).is_empty());
    let submission = form
        .submission(id, prepared, Amends::Nothing)
        .expect("a submission");
    assert!(submission.contains(r#""trees":600"#), "{submission}");
    assert!(
        form.submission("not-a-uuid", prepared, Amends::Nothing)
            .is_err()
    );
}

#[test]
fn done_as_planned_lists_what_the_plan_has_in_the_period_once() {
    let mut form = open();
    form.add_activity(None, None);
    form.add_all_planned();
    form.add_all_planned();
    let listed: Vec<_> = form
        .draft
        .activities
        .iter()
        .map(|listed| {
            (
                listed.planned.as_str(),
                listed.date.as_str(),
                listed.place.as_str(),
            )
        })
        .collect();
    assert_eq!(listed, [("", "", ""), ("green", "19/3/2023", "Công viên")]);
    assert_eq!(form.keys, [0, 1]);
}
