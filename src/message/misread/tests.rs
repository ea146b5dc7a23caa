//! What is refused, in the words of whoever writes a plan.

use crate::message::plan_error;
use crate::plan::Plan;
use crate::text::Lang::Vi;
use serde_json::{Value, json};

fn plan(pointer: &str, value: Value) -> Value {
    let mut plan = json!({
        "format": 1, "id": "p", "version": 1, "title": "Kế hoạch", "offset": "+07:00",
        "period": {"from": "2023-01-01", "to": "2023-12-31"},
        "levels": [{"id": "base", "name": "Cơ sở"}],
        "indicators": [{"id": "trees", "label": "Cây", "measure": {"count": {"noun": "cây"}}}],
        "targets": [{"id": "t", "text": "100 cây", "indicator": "trees", "value": {"count": 1}, "scope": "each", "source": {"section": "I"}}],
        "duties": [{
            "id": "d", "name": "Báo cáo", "kind": "monthly", "applies": "s", "source": {"section": "V"},
            "schedules": [{"id": "s", "source": {"section": "V"}, "schedule": {"recurring": {"cycle": {"every": "month"}, "deadline": {"daysAfter": 1}}}}],
        }],
    });
    *plan.pointer_mut(pointer).unwrap() = value;
    plan
}

const RULE: &str = "/duties/0/schedules/0/schedule/recurring";

#[test]
fn every_value_that_is_refused_is_refused_in_vietnamese() {
    let rule = |member: &str| [RULE, member].concat();
    for (pointer, value, expected) in [
        (
            "/period/from".to_owned(),
            json!("2023-02-30"),
            "tháng này không có ngày ấy",
        ),
        (
            "/period/from".to_owned(),
            json!("26/2/2023"),
            "năm-tháng-ngày",
        ),
        (
            "/period/from".to_owned(),
            json!("2023-13-01"),
            "tháng phải từ 01 đến 12",
        ),
        (
            "/period/from".to_owned(),
            json!("1823-01-01"),
            "năm phải từ 1900",
        ),
        (
            "/period/from".to_owned(),
            json!(5),
            "Đang là số `5`; cần ngày phải ghi",
        ),
        (
            "/period".to_owned(),
            json!({"from": "2023-02-01", "to": "2023-01-01"}),
            "đổi chỗ",
        ),
        (
            "/period".to_owned(),
            json!({"from": "2023-02-01", "to": "2023-02-02", "at": "08:00"}),
            "chỉ gồm một ngày",
        ),
        ("/offset".to_owned(), json!("7"), "múi giờ phải ghi"),
        ("/offset".to_owned(), json!("+99:00"), "múi giờ phải từ"),
        ("/id".to_owned(), json!("Có dấu"), "mã gồm từ 1 đến 64"),
        (
            "/version".to_owned(),
            json!(-1),
            "Đang là số `-1`; cần số nguyên từ 1 đến 4.294.967.295",
        ),
        (
            rule("/deadline"),
            json!({"workingDaysAfter": 1.5}),
            "cần số nguyên từ -60 đến 60",
        ),
        (
            rule("/deadline"),
            json!({"daysAfter": 1.5}),
            "cần số nguyên từ -32.768 đến 32.767",
        ),
        ("/version".to_owned(), json!(1.5), "số không nguyên"),
        ("/version".to_owned(), json!(null), "null"),
        (
            "/title".to_owned(),
            json!(true),
            "Đang là `true`; cần chữ trong dấu ngoặc kép",
        ),
        (
            "/levels".to_owned(),
            json!({}),
            "Đang là nhóm trường {…}; cần danh sách",
        ),
        (
            "/period".to_owned(),
            json!([]),
            "Đang là danh sách […]; cần nhóm trường",
        ),
        (
            "/targets/0/value".to_owned(),
            json!({"count": "x"}),
            "Đang là chữ \"x\"; cần số nguyên",
        ),
        (
            "/targets/0/value".to_owned(),
            json!("count"),
            "cần nhóm {\"count\": …}",
        ),
        (
            "/targets/0/value".to_owned(),
            json!({"count": 1, "money": 1}),
            "chỉ có một trường",
        ),
        (
            "/targets/0/value".to_owned(),
            json!({"done": 1}),
            "chỉ từ \"done\"",
        ),
        (
            "/targets/0/value".to_owned(),
            json!({"ratio": "x"}),
            "phân số ghi như",
        ),
        (
            "/targets/0/value".to_owned(),
            json!({"basisPoints": "x"}),
            "tỷ lệ ghi như",
        ),
        ("/targets/0/scope".to_owned(), json!(1), "một trong: `"),
        (
            rule("/deadline"),
            json!({"daysAfter": 1, "dayOfMonth": 2}),
            "hạn gửi cần đúng một",
        ),
        (rule("/deadline"), json!({"dayOfMonth": 32}), "từ 1 đến 31"),
        (
            rule("/deadline"),
            json!({"daysAfter": 1, "time": "25:00"}),
            "giờ phải từ 00",
        ),
        (
            rule("/deadline"),
            json!({"daysAfter": 1, "time": "23:60"}),
            "phút và giây",
        ),
        (
            rule("/deadline"),
            json!({"daysAfter": 1, "time": "5h"}),
            "giờ phải ghi",
        ),
        (
            rule("/cycle"),
            json!({"every": "days", "days": 1, "starts": "2023-01-01"}),
            "học kỳ II",
        ),
        (
            rule("/cycle"),
            json!({"every": "schoolYear", "from": "02-29"}),
            "năm nào cũng có",
        ),
        (
            rule("/cycle"),
            json!({"every": "schoolYear", "from": "x"}),
            "tháng-ngày",
        ),
    ] {
        let errors = Plan::parse(&plan(&pointer, value.clone()).to_string()).unwrap_err();
        let said: Vec<String> = errors.iter().map(|error| plan_error(error, Vi)).collect();
        let said = said.join("; ");
        assert!(said.contains(expected), "{pointer} {value}: {said}");
        for english in [
            " must ", " is ", " a ", " the ", "expected", "found", "invalid",
        ] {
            assert!(!said.contains(english), "{pointer} {value}: {said}");
        }
    }
}

#[test]
fn what_is_no_json_is_said_in_vietnamese() {
    for (json, expected) in [
        ("{\"a\":1,}", "thừa dấu phẩy"),
        ("{\"a\" 1}", "dấu hai chấm"),
        ("{\"a\":1 \"b\":2}", "thiếu dấu phẩy"),
        ("[1 2]", "dấu đóng ngoặc ]"),
        ("{a:1}", "trong dấu ngoặc kép"),
        ("{\"a\":}", "phải có một giá trị"),
        ("{\"a\":tru}", "true, false hoặc null"),
        ("{\"a\":1} x", "nội dung thừa"),
        ("{\"a\":\"x\ny\"}", "xuống dòng"),
        ("{\"a\":\"\\q\"}", "sau dấu \\"),
        ("{\"a\":01}", "số ghi không đúng"),
        ("{\"a\":1e999}", "số quá lớn"),
        ("{\"a\":\"\\ud800\"}", "mã chữ"),
    ] {
        let errors = Plan::parse(json).unwrap_err();
        let said = plan_error(&errors[0], Vi);
        assert!(said.contains(expected), "{json}: {said}");
    }
    let nested = "[".repeat(200);
    let said = plan_error(&Plan::parse(&nested).unwrap_err()[0], Vi);
    assert!(said.contains("quá nhiều lớp"), "{said}");
}
