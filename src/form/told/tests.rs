//! What the office found in what was sent, in an open form.

use crate::calendar::Instant;
use crate::form::tests::{open, open_again, open_sent};
use crate::form::{Counts, FindingView, Form};
use crate::report::Amends;
use serde_json::{Value, json};

const TREES: &str = "/figures/trees";
const FAR: &str = "figure.farFromEarlier";

fn far() -> Value {
    let message = "Khác xa số đã báo cáo trước đây (50 cây).";
    json!({"severity": "warning", "path": TREES, "code": FAR, "params": {"earlier": 50}, "message": message})
}

fn of_another_version() -> Value {
    json!({"severity": "error", "path": TREES, "code": "trees.counted", "message": "Số cây đã được kiểm đếm khác."})
}

/// The form of a week with so many trees, and the report that was sent of it.
fn sent(trees: &str) -> (Form, String) {
    let mut form = open();
    form.set(TREES, trees.into());
    let report = report(&form).expect("a report that passes here");
    (form, report.to_string())
}

/// The report that the form would send.
fn report(form: &Form) -> Option<Value> {
    let at = Instant::parse_iso("2023-03-23T21:00:00+07:00").expect("a moment");
    let submission = form.submission("0b6f3c1e-8f5a-4c57-9d2e-1f2a3b4c5d6e", at, Amends::Nothing);
    let submission: Value = serde_json::from_str(&submission.ok()?).expect("JSON");
    Some(submission["report"].clone())
}

fn heed(form: &mut Form, findings: &[Value], sent: &str) -> Vec<FindingView> {
    let findings = Value::from(findings).to_string();
    form.heed_findings(&findings, Some(sent)).elsewhere
}

fn at_trees(form: &Form) -> Vec<String> {
    let input = &form.view().sections[0].fields[0].inputs[0];
    let codes = input.findings.iter();
    codes.map(|finding| finding.code.to_string()).collect()
}

#[test]
fn what_the_office_doubts_stands_at_its_field_until_explained_and_its_explanation_travels() {
    let (mut form, sent) = sent("40");
    let missing = json!({"severity": "error", "path": TREES, "code": "explanation.missing",
        "params": {"warning": FAR}, "message": "Cần một dòng giải thích."});
    heed(&mut form, &[missing, far()], &sent);
    assert_eq!(at_trees(&form), [FAR]);
    let counts = |form: &Form| form.view().counts;
    let one = Counts {
        warnings: 1,
        unexplained: 1,
        ..Counts::default()
    };
    assert_eq!(counts(&form), one);
    let problems = form.problems();
    let named: Vec<_> = problems.iter().filter(|problem| problem.blocks).collect();
    assert_eq!((named.len(), &*named[0].code), (1, FAR));
    assert_eq!(named[0].label, "Số cây xanh trồng mới");
    assert!(named[0].message.contains("50 cây"));
    assert!(form.review().is_none() && report(&form).is_none());

    form.explain("/figures/phone", FAR, "Chỗ khác".into());
    assert!(
        report(&form).is_none(),
        "an explanation answers its own finding"
    );
    let change = form.explain(TREES, FAR, " Ra quân toàn phường ".into());
    assert_eq!(change.counts.unexplained, 0);
    assert_eq!(
        change.inputs[0].findings[0].explanation.as_deref(),
        Some(" Ra quân toàn phường ")
    );
    let report = report(&form).expect("nothing stands in the way");
    let line = json!([{"path": TREES, "code": FAR, "text": "Ra quân toàn phường"}]);
    assert_eq!(report["explanations"], line, "and no other travels");
    let review = form.review().expect("a review");
    let remark = &review.remarks[0];
    assert_eq!(remark.explanation.as_deref(), Some("Ra quân toàn phường"));
    assert!(
        remark
            .message
            .as_deref()
            .is_some_and(|said| said.contains("50 cây"))
    );
    assert_eq!(remark.value.as_deref(), Some("40 cây"));
}

#[test]
fn a_warning_of_which_only_the_missing_line_was_told_can_be_explained() {
    let (mut form, sent) = sent("40");
    let missing = json!({"severity": "error", "path": TREES, "code": "explanation.missing",
        "params": {"warning": FAR}, "message": "Cần một dòng giải thích."});
    heed(&mut form, &[missing], &sent);
    assert_eq!(at_trees(&form), [FAR]);
    form.explain(TREES, FAR, "Ra quân".into());
    assert!(report(&form).is_some());
}

#[test]
fn what_the_office_refuses_stands_in_the_way_until_the_field_is_changed() {
    let (mut form, sent) = sent("40");
    heed(&mut form, &[of_another_version()], &sent);
    assert_eq!(at_trees(&form), ["trees.counted"]);
    assert_eq!(form.view().counts.errors, 1);
    assert!(form.problems()[0].blocks && report(&form).is_none());
    form.set("/figures/teams", "2".into());
    form.set(TREES, "40".into());
    assert_eq!(
        at_trees(&form),
        ["trees.counted"],
        "another field, or the same text, mends nothing"
    );
    let change = form.set(TREES, "41".into());
    assert!(change.inputs[0].findings.is_empty() && change.counts.errors == 0);
    form.set(TREES, "40".into());
    assert!(report(&form).is_some(), "the office may judge it anew");
}

#[test]
fn after_a_reload_it_holds_where_the_draft_says_what_was_sent() {
    for (now, holds) in [("40", true), ("40 cây", true), ("41", false), ("", false)] {
        let (mut form, sent) = sent("40");
        form.set(TREES, now.into());
        let mut again = open_again(&form.draft_json());
        heed(&mut again, &[far()], &sent);
        assert_eq!(at_trees(&again).len(), usize::from(holds), "{now}");
    }
}

#[test]
fn what_another_program_sent_with_more_blanks_stands_as_it_was_sent() {
    let mut form = open();
    form.set(TREES, "40".into());
    form.add_activity(None, None);
    form.set("/activities/0/title", "Ra quân".into());
    form.set("/activities/0/date", "19/3".into());
    let mut sent = report(&form).expect("a report that passes here");
    sent["activities"][0]["title"] = "Ra  quân".into();
    let refused = json!({"severity": "error", "path": "/activities/0/title", "code": "title.known", "message": "Trùng."});
    heed(&mut form, &[refused], &sent.to_string());
    let codes: Vec<_> = form.problems().into_iter().map(|one| one.code).collect();
    assert_eq!(codes, ["title.known"]);
}

#[test]
fn an_explanation_is_there_after_a_reload() {
    let (mut form, sent) = sent("40");
    heed(&mut form, &[far()], &sent);
    form.explain(TREES, FAR, "Ra quân".into());
    let mut again = open_again(&form.draft_json());
    heed(&mut again, &[far()], &sent);
    assert_eq!(again.view().counts.unexplained, 0);
    assert_eq!(report(&again), report(&form));
}

#[test]
fn what_the_rules_here_say_too_is_said_once() {
    let (mut form, sent) = sent("40");
    heed(&mut form, &[far(), far()], &sent);
    form.set(TREES, "400".into());
    assert_eq!(
        at_trees(&form),
        [FAR],
        "far from the four trees of the week before"
    );
    let both = Value::from(vec![far()]).to_string();
    form.heed_findings(&both, None);
    assert_eq!(at_trees(&form), [FAR]);
    assert_eq!(form.view().counts.warnings, 1);
    let problems = form.problems();
    assert_eq!(problems.iter().filter(|problem| problem.blocks).count(), 1);
}

#[test]
fn it_goes_with_its_activity_and_holds_where_that_was_moved() {
    let list = |form: &Form| form.view().sections[1].activities.clone().expect("a list");
    let told = |form: &Form| -> Vec<usize> {
        let items = list(form).items.into_iter();
        let doubted = items.filter(|item| {
            let inputs = item.fields.iter().flat_map(|field| &field.inputs);
            inputs
                .flat_map(|input| &input.findings)
                .any(|finding| finding.code == "place.unknown")
        });
        doubted.map(|item| item.index).collect()
    };
    let (mut form, _) = sent("40");
    for title in ["Một", "Hai"] {
        form.add_activity(None, None);
        let at = list(&form).items.len() - 1;
        form.set(&format!("/activities/{at}/title"), title.into());
        form.set(&format!("/activities/{at}/date"), "19/3".into());
        form.set(&format!("/activities/{at}/place"), format!("Sân {title}"));
    }
    let sent = report(&form).expect("a report").to_string();
    let finding = json!({"severity": "warning", "path": "/activities/1/place", "code": "place.unknown", "message": "Nơi này ở đâu?"});
    let of_list = json!({"severity": "warning", "path": "/activities", "code": "list.short", "message": "Còn thiếu?"});
    let findings = [finding, of_list];
    heed(&mut form, &findings, &sent);
    assert_eq!((told(&form), list(&form).findings.len()), (vec![1], 1));
    form.move_activity(1, 0);
    assert_eq!((told(&form), list(&form).findings.len()), (vec![0], 0));
    let mut again = open_again(&form.draft_json());
    heed(&mut again, &findings, &sent);
    assert_eq!((told(&again), list(&again).findings.len()), (vec![0], 0));
    again.set("/activities/0/note", "x".into());
    assert_eq!(told(&again), [0]);
    again.set("/activities/0/place", "Công viên".into());
    assert!(told(&again).is_empty());
    form.remove_activity(0);
    assert!(told(&form).is_empty());
}

#[test]
fn what_no_field_can_show_is_handed_back_and_stands_in_no_way() {
    let (mut form, sent) = sent("40");
    let whole =
        json!({"severity": "error", "path": "", "code": "office.closed", "message": "Đã khóa sổ."});
    let not_asked =
        json!({"severity": "error", "path": "/figures/else", "code": "x", "message": "Thiếu."});
    let elsewhere = heed(&mut form, &[whole, not_asked, far()], &sent);
    let said: Vec<_> = elsewhere
        .iter()
        .map(|finding| finding.message.as_str())
        .collect();
    assert_eq!(said, ["Đã khóa sổ.", "Thiếu."]);
    form.explain(TREES, FAR, "Ra quân".into());
    assert!(report(&form).is_some());
}

#[test]
fn what_is_no_list_of_findings_changes_nothing_and_a_long_one_is_bounded() {
    let (mut form, sent) = sent("40");
    heed(&mut form, &[far()], &sent);
    for text in ["", "null", "{}", "[1]", r#"[{"code":1}]"#] {
        form.heed_findings(text, Some(&sent));
        assert_eq!(at_trees(&form), [FAR], "{text}");
    }
    let many: Vec<_> = (0..2_000)
        .map(|code| json!({"severity": "warning", "path": TREES, "code": code.to_string(), "message": ""}))
        .collect();
    heed(&mut form, &many, &sent);
    assert_eq!(form.view().counts.warnings, super::MOST);
}

#[test]
fn what_was_explained_for_the_office_alone_is_sent_again_with_the_same_report() {
    let (mut form, sent) = sent("40");
    heed(&mut form, &[far()], &sent);
    form.explain(TREES, FAR, "Ra quân".into());
    let accepted = report(&form);
    let sent = serde_json::from_value(accepted.clone().expect("a report")).expect("a report");
    let mut again = open_sent(sent);
    assert_eq!(report(&again), accepted);
    assert_eq!(again.view().counts.warnings, 0, "nothing is doubtful here");
    again.set("/figures/teams", "2".into());
    assert_eq!(
        report(&again).expect("a report")["explanations"],
        accepted.expect("it")["explanations"]
    );
    again.set(TREES, "41".into());
    assert_eq!(report(&again).expect("a report").get("explanations"), None);
}
