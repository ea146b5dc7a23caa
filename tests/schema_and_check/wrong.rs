//! Right reports, and what may go wrong in them.

use serde_json::{Value, json};

/// A right report of the weekly duty.
pub fn weekly() -> Value {
    json!({
        "format": 1, "plan": "small", "planVersion": 2, "duty": "weekly", "unit": "ward-1",
        "period": {"from": "2023-02-26", "to": "2023-03-03"},
        "figures": {"trees": 10},
        "activities": [{"title": "Trồng cây", "date": "2023-03-01"}],
        "explanations": [{"path": "/figures/trees", "code": "number.implausible", "text": "Đợt lớn"}]
    })
}

/// A right registration.
pub fn registration() -> Value {
    let activity = json!({"title": "Trồng cây", "date": "2023-03-01", "place": "Công viên", "links": ["https://donvi.vn"]});
    json!({
        "format": 1, "plan": "small", "planVersion": 2, "duty": "registration", "unit": "ward-1",
        "period": {"from": "2023-02-26", "to": "2023-03-31"},
        "figures": {"members": {"part": 30, "whole": 40}, "phone": "+84912345678"},
        "activities": [activity, {"title": "Hiến máu", "date": "2023-03-07", "place": "Nhà Thiếu nhi", "links": ["https://donvi.vn"]}]
    })
}

/// Places where something may go wrong.
pub const PLACES: &[&str] = &[
    "/format",
    "/plan",
    "/planVersion",
    "/unit",
    "/period",
    "/figures",
    "/activities",
    "/explanations",
    "/surprise",
    "/figures/trees",
    "/figures/people",
    "/figures/groups",
    "/figures/change",
    "/figures/cost",
    "/figures/members",
    "/figures/held",
    "/figures/words",
    "/figures/day",
    "/figures/hour",
    "/figures/phone",
    "/figures/email",
    "/figures/link",
    "/figures/not-asked",
    "/figures/gone",
    "/activities/0/title",
    "/activities/0/date",
    "/activities/0/until",
    "/activities/0/time",
    "/activities/0/place",
    "/activities/0/participants",
    "/activities/0/links",
    "/activities/0/partners",
    "/activities/0/note",
    "/activities/0/planned",
    "/activities/0/surprise",
    "/explanations/0/text",
    "/explanations/0/code",
    "/explanations/0",
    "/explanations/0/path",
    "/activities/0",
    "/period/from",
    "/period/to",
    "/figures/members/part",
    "/figures/members/whole",
    "/figures/attendances",
    "/figures/way",
    "/figures/needs",
    "/figures/scan",
    "/figures/road",
    "/figures/land",
    "/figures/collected",
    "/figures/visits",
    "/figures/crowd",
    "/figures/worth",
    "/figures/route",
];

/// A file of a report.
fn file(name: &str, bytes: i64, kind: &str, digit: &str) -> Value {
    json!({"hash": digit.repeat(64), "name": name, "bytes": bytes, "kind": kind})
}

/// What may be put there; "nothing" takes away what is there.
pub fn values() -> Vec<Option<Value>> {
    let values = [
        json!(null),
        json!(true),
        json!(-1),
        json!(0),
        json!(2),
        json!(101),
        json!(1_001),
        json!(5_000_000_001_i64),
        json!(9_007_199_254_740_991_i64),
        json!(9_007_199_254_740_992_i64),
        json!(1.5),
        json!(1e3),
        json!(""),
        json!("  "),
        json!("Tốt"),
        json!("x".repeat(21)),
        json!("x".repeat(301)),
        json!("ơ".repeat(2_001)),
        json!("2023-03-01"),
        json!("2023-02-30"),
        json!("1/3/2023"),
        json!("07:30"),
        json!("24:00"),
        json!("25:00"),
        json!("+84912345678"),
        json!("+842838123456"),
        json!("+84123456789"),
        json!("+84412345678"),
        json!("+849123456789"),
        json!("+84 912345678"),
        json!("+84912345678\n"),
        json!("0912345678"),
        json!("ten@donvi.vn"),
        json!("ten"),
        json!("ten@donvi.vn\r\n"),
        json!("ten\u{ff20}donvi.vn"),
        json!("Ten@Donvi.vn"),
        json!("ten@donvi"),
        json!("tên@donvi.vn"),
        json!("a@b.vn@c.vn"),
        json!(".ten@donvi.vn"),
        json!("https://donvi.vn/tin-tức"),
        json!("https://tuổitrẻ.vn:8080/a?b=c#d"),
        json!("HTTPS://donvi.vn"),
        json!("https://Donvi.vn/A"),
        json!("https://ten@donvi.vn"),
        json!("https://donvi.vn/a b"),
        json!("https://donvi.vn/\\a"),
        json!("https://donvi.vn\u{a0}"),
        json!("\u{feff}https://donvi.vn"),
        json!([file("a.pdf", 10, "pdf", "0")]),
        json!([
            file("a.pdf", 10, "pdf", "0"),
            file("a.jpg", 10, "image", "a")
        ]),
        json!([file("a.pdf", 10, "pdf", "0"), file("a.pdf", 10, "pdf", "0")]),
        json!([
            file("a.pdf", 10, "pdf", "0"),
            file("a.pdf", 10, "pdf", "1"),
            file("a.pdf", 10, "pdf", "2")
        ]),
        json!([file("a.docx", 10, "word", "0")]),
        json!([file("a.pdf", 10_000_001, "pdf", "0")]),
        json!([file("../a.pdf", 10, "pdf", "0")]),
        json!([file("a.pdf", 0, "pdf", "0")]),
        json!([file("a.pdf", 10, "pdf", "A")]),
        json!([file("a.pdf", 10, "exe", "0")]),
        json!([file("a.pdf", 10, "pdf", "0"), "a"]),
        json!([]),
        json!(["https://donvi.vn/tin-tức"]),
        json!(["HTTPS://donvi.vn"]),
        json!(["https://donvi.vn/a b"]),
        json!("no-such-activity"),
        json!(i64::MAX),
        json!(i64::MIN),
        json!(["2023-02-26", "2023-03-03"]),
        json!([1, 2]),
        json!([null, "Trồng cây", "2023-03-01"]),
        json!([["/figures/trees", "number.implausible", "Đợt lớn"]]),
        json!(["/figures/trees", "number.implausible", "Đợt lớn"]),
        json!("https://donvi.vn/a"),
        json!("ftp://donvi.vn"),
        json!("ward-2"),
        json!("office"),
        json!("green-sunday"),
        json!([]),
        json!("truc-tiep"),
        json!({"number": 300, "is": "above"}),
        json!({"number": 100_001, "is": "about"}),
        json!({"number": -1, "is": "below"}),
        json!({"number": 3, "is": "some"}),
        json!(["kinh-phi"]),
        json!(["nhan-su", "kinh-phi"]),
        json!(["kinh-phi", "kinh-phi"]),
        json!(["https://donvi.vn"]),
        json!([""]),
        json!(["Hội Phụ nữ"]),
        json!(vec!["https://donvi.vn"; 21]),
        json!({}),
        json!({"part": 1, "whole": 2}),
        json!({"part": 3, "whole": 2}),
        json!({"part": 1}),
        json!({"from": "2023-03-04", "to": "2023-03-10"}),
        json!({"from": "2023-03-11", "to": "2023-03-17"}),
    ];
    values.into_iter().map(Some).chain([None]).collect()
}

/// Puts a value at a place, or takes away what is there.
pub fn change(report: &mut Value, pointer: &str, value: Option<Value>) {
    let Some((parent, name)) = pointer.rsplit_once('/') else {
        return;
    };
    match (report.pointer_mut(parent), value) {
        (Some(Value::Object(parent)), Some(value)) => drop(parent.insert(name.to_owned(), value)),
        (Some(Value::Object(parent)), None) => drop(parent.remove(name)),
        (Some(Value::Array(parent)), Some(value)) => {
            if let Some(item) = name.parse().ok().and_then(|at: usize| parent.get_mut(at)) {
                *item = value;
            }
        }
        _ => {}
    }
}
