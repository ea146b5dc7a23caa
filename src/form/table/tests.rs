use crate::form::tests::{open_plan, plan_with};
use crate::form::{Form, Pasted};
use serde_json::json;
use std::sync::Arc;

pub(super) const WORKS: &str = "/figures/phone";

/// A form that asks for a table where it asks for a phone number otherwise.
pub(super) fn form() -> Form {
    let mut plan = plan_with("sum", r#"{"count": 10}"#, r#""each""#);
    let table = json!({"table": {"row": "công trình", "key": "name", "least": 2, "most": 3, "columns": [
        {"id": "name", "label": "Tên công trình", "measure": {"text": {"max": 100}}, "required": true},
        {"id": "value", "label": "Giá trị", "measure": "money", "most": 5_000_000},
        {"id": "done", "label": "Đã xong", "measure": "done"},
        {"id": "votes", "label": "Đồng ý", "measure": {"share": {"part": "đồng ý", "whole": "có mặt", "noun": "người"}}},
    ]}});
    let asked = plan.indicators.iter_mut().find(|one| one.id == *"phone");
    let measure = crate::read::from_str(&table.to_string()).unwrap();
    asked.unwrap().measure = Arc::new(measure);
    open_plan(plan, |_| {})
}

pub(super) fn copied(plain: &str) -> Pasted<'_> {
    Pasted {
        plain,
        html: "",
        is_file: false,
        head: None,
    }
}

pub(super) fn type_in(form: &mut Form, cells: &[(&str, &str)]) {
    for (cell, text) in cells {
        let path = [WORKS, "/", cell].concat();
        assert!(form.set_cell(&path, (*text).to_owned()).is_some(), "{path}");
    }
}

pub(super) fn problems(form: &Form) -> Vec<String> {
    let within = |path: &str| path.starts_with(WORKS);
    let all = form.problems().into_iter();
    let own = all.filter(|one| within(&one.path));
    own.map(|one| [&one.path[WORKS.len()..], " ", &one.code].concat())
        .collect()
}

#[test]
fn rows_are_added_typed_into_taken_out_and_put_back() {
    let mut form = form();
    assert!(form.table(WORKS).unwrap().rows.is_empty());
    assert!(form.table("/figures/trees").is_none());
    for index in 0..4 {
        form.put_row(WORKS, index, "");
    }
    let view = form.table(WORKS).unwrap();
    assert_eq!(
        (view.rows.len(), view.full),
        (3, true),
        "no more than are taken"
    );
    assert_eq!(view.rows[1].title, "Công trình 2");
    assert_eq!(view.rows[1].cells[1].label, "Giá trị, dòng 2");
    type_in(
        &mut form,
        &[
            ("0/name", "Cầu"),
            ("0/value", "3 triệu"),
            ("1/name", "Đường"),
            ("1/value", "1,5 triệu"),
        ],
    );
    let view = form.table(WORKS).unwrap();
    assert_eq!(
        (&*view.rows[0].title, &*view.rows[0].summary),
        ("Cầu", "3 triệu đồng")
    );
    assert_eq!(view.sums, ["", "4,5 triệu đồng", "", ""]);
    let taken = form.take_row(WORKS, 0).unwrap().taken.unwrap();
    let view = form.table(WORKS).unwrap();
    assert_eq!(view.rows[0].title, "Đường");
    let view = form.put_row(WORKS, 0, &taken).unwrap();
    assert_eq!(view.rows[0].cells[1].inputs[0].value, "3 triệu");
    assert!(
        form.set_cell("/figures/phone/0/colour", String::new())
            .is_none()
    );
    assert!(
        form.set_cell("/figures/phone/9/name", String::new())
            .is_none()
    );
}

#[test]
fn a_cell_is_held_to_what_an_answer_is_held_to() {
    let mut form = form();
    for index in 0..3 {
        form.put_row(WORKS, index, "");
    }
    type_in(
        &mut form,
        &[
            ("0/name", "Cầu"),
            ("0/value", "6 triệu"),
            ("0/votes/part", "5"),
            ("2/value", "x"),
            ("2/done", "rồi"),
            ("2/votes/part", "5"),
            ("2/votes/whole", "4"),
        ],
    );
    assert_eq!(
        problems(&form),
        [
            "/0/value money.tooHigh",
            "/0/votes/whole share.incomplete",
            "/1 table.blankRow",
            "/2/name required",
            "/2/value money.notAnAmount",
            "/2/votes/part share.partAboveWhole",
        ]
    );
    let row = &form.table(WORKS).unwrap().rows[2];
    assert_eq!(row.left, "2 chỗ cần sửa; chưa ghi: Tên công trình");
    let said = &row.cells[1].inputs[0].findings[0];
    assert_eq!(said.label, "Điện thoại: Giá trị, dòng 3");
}

#[test]
fn two_rows_of_one_name_are_doubtful_and_their_explanation_goes_with_them() {
    let mut form = form();
    for (index, name) in ["Cầu", "Đường", "  cầu "].iter().enumerate() {
        form.put_row(WORKS, index, "");
        type_in(&mut form, &[(&format!("{index}/name"), name)]);
    }
    assert_eq!(
        problems(&form),
        ["/2/name explanation.missing", "/2/name table.sameRow"]
    );
    form.explain(
        &[WORKS, "/2/name"].concat(),
        "table.sameRow",
        "Hai cầu".to_owned(),
    );
    assert_eq!(problems(&form), ["/2/name table.sameRow"]);
    form.take_row(WORKS, 1);
    assert_eq!(problems(&form), ["/1/name table.sameRow"]);
    assert_eq!(
        form.draft.explanations[0].path.as_str(),
        "/figures/phone/1/name"
    );
    form.take_row(WORKS, 1);
    assert_eq!(
        problems(&form),
        ["/ table.tooFewRows"].map(|line| line.replace('/', ""))
    );
    assert!(form.draft.explanations.is_empty());
}

#[test]
fn what_was_typed_into_a_table_is_reported_and_stands_again_as_typed() {
    let mut form = form();
    for index in 0..3 {
        form.put_row(WORKS, index, "");
    }
    type_in(
        &mut form,
        &[
            ("0/name", "Cầu"),
            ("0/value", "3 triệu"),
            ("0/done", "rồi"),
            ("1/name", "Đường"),
            ("1/votes/part", "30"),
            ("1/votes/whole", "40"),
        ],
    );
    form.set("/figures/trees", "4".to_owned());
    let report = form.check().report.expect("a report");
    let told = serde_json::to_value(report.figures.get("phone")).unwrap();
    assert_eq!(
        told,
        json!([
            {"name": "Cầu", "value": 3_000_000, "done": true},
            {"name": "Đường", "votes": {"part": 30, "whole": 40}},
        ]),
        "blank rows at the end say nothing"
    );
    let asked = form.check();
    assert!(
        asked
            .findings
            .iter()
            .all(|one| !one.path.as_str().starts_with(WORKS))
    );
    let draft = crate::form::copying::retyped(&report, &form.sheet);
    let mut again = super::super::tests::open_plan((*form.plan).clone(), |_| {});
    again.draft = draft;
    again.read_all();
    assert_eq!(again.check().report.unwrap().figures, report.figures);
    assert_eq!(
        again.table(WORKS).unwrap().rows[1].summary,
        "30/40 người (75%)"
    );
}

#[test]
fn of_many_findings_those_between_the_same_are_looked_at() {
    type Case = [&'static [u8]; 4];
    let cases: [Case; 7] = [
        [&[], &[], &[], &[]],
        [&[1, 2], &[1, 2], &[], &[]],
        [&[1, 2, 3], &[1, 4, 3], &[2], &[4]],
        [&[1, 2, 3], &[1, 3], &[2], &[]],
        [&[1, 1], &[1], &[1], &[]],
        [&[], &[1, 2], &[], &[1, 2]],
        [&[1, 2, 3, 4], &[5, 2, 3, 6], &[1, 2, 3, 4], &[5, 2, 3, 6]],
    ];
    for [before, after, gone, new] in cases {
        assert_eq!(super::unlike(before, after), (gone, new));
    }
}
