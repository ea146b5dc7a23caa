//! Pieces of invented plans: what is wrong in them is found, and what is right in other words is left alone.

mod right;

use super::{duty, plan};
use crate::lint::lint;
use crate::plan::Plan;
use serde_json::{Value, json};

/// What the small plan itself makes the lint say, whatever is tried on it.
const ASIDE: [&str; 10] = [
    "duty.no",
    "figure.unasked",
    "document.no",
    "target.notAsked",
    "target.noDenominator",
    "target.noOwner",
    "target.noComparison",
    "total.",
    "closing.",
    "deadline.before",
];

/// The codes found in a plan for a whole year, and nothing of what the small plan lacks itself.
fn found(changes: Value) -> Vec<&'static str> {
    let mut changes = changes;
    let period = json!({"from": "2023-01-01", "to": "2023-12-31"});
    changes["period"] = period;
    let plan: Plan = plan(changes);
    let mut codes: Vec<_> = lint(&plan).iter().map(|one| one.code()).collect();
    codes.retain(|code| !ASIDE.iter().any(|aside| code.starts_with(aside)));
    codes
}

fn target(quote: &str, changes: Value) -> Value {
    let mut target = json!({"id": "t", "text": "Trồng cây", "indicator": "trees", "value": {"count": 100},
        "scope": "whole", "source": {"section": "III", "quote": quote}});
    let Value::Object(changes) = changes else {
        panic!("changes are an object")
    };
    for (name, value) in changes {
        target[name] = value;
    }
    let kind = target["value"]
        .as_object()
        .and_then(|value| value.keys().next().cloned());
    let measure = match kind.as_deref() {
        Some("money") => json!("money"),
        Some("quantity") => json!({"quantity": {"unit": "km", "decimals": 1}}),
        Some("basisPoints") => {
            json!({"share": {"part": "đã học", "whole": "tổng số", "noun": "người"}})
        }
        _ => json!({"count": {"noun": "cây"}}),
    };
    let mut asked = duty(json!({"listed": []}));
    asked["by"] = json!({"levels": ["base"]});
    json!({"targets": [target], "duties": [asked],
        "indicators": [{"id": "trees", "label": "Số cây trồng mới", "measure": measure}]})
}

fn due(quote: &str, schedule: Value) -> Value {
    let mut one = duty(schedule);
    one["schedules"][0]["source"]["quote"] = json!(quote);
    json!({"duties": [one]})
}

fn listed(quote: &str, deadline: Value) -> Value {
    let period = json!({"from": "2023-02-26", "to": "2023-03-17"});
    due(
        quote,
        json!({"listed": [{"period": period, "deadline": deadline}]}),
    )
}

fn held(quote: &str, changes: Value) -> Value {
    let mut one =
        json!({"id": "a", "title": "Hội trại", "source": {"section": "IV", "quote": quote}});
    let Value::Object(changes) = changes else {
        panic!("changes are an object")
    };
    for (name, value) in changes {
        one[name] = value;
    }
    json!({"activities": [one]})
}

fn said(words: &str) -> Value {
    json!({"document": {"tasks": [{"text": words, "source": {"section": "IV"}}]}})
}

fn sent(quote: &str, address: &str) -> Value {
    let mut one = duty(json!({"listed": []}));
    one["source"]["quote"] = json!(quote);
    one["channels"] = json!([{"name": "thư điện tử", "address": address}]);
    json!({"duties": [one]})
}

fn monthly(quote: &str, day: u8) -> Value {
    let deadline = json!({"dayOfMonth": day, "bound": "before"});
    due(
        quote,
        json!({"recurring": {"cycle": {"every": "month"}, "deadline": deadline}}),
    )
}

fn weekly(quote: &str, ends: &str, deadline: Value) -> Value {
    let cycle = json!({"every": "week", "ends": ends});
    due(
        quote,
        json!({"recurring": {"cycle": cycle, "deadline": deadline}}),
    )
}

#[test]
fn what_is_wrong_is_found() {
    let on = |day: &str| json!({"when": [{"from": day}]});
    let span = |from: &str, to: &str| json!({"when": [{"from": from, "to": to}]});
    let cases: Vec<(&str, Value)> = vec![
        // Numbers.
        (
            "target.otherNumber",
            target(
                "Trồng ít nhất hai mươi lăm cây bóng mát.",
                json!({"value": {"count": 20}}),
            ),
        ),
        (
            "target.otherNumber",
            target(
                "Vận động 500 nghìn đồng mỗi đợt.",
                json!({"value": {"money": 5_000_000}}),
            ),
        ),
        (
            "target.otherNumber",
            target(
                "Trồng mới 10 nghìn cây xanh.",
                json!({"value": {"count": 1_000}}),
            ),
        ),
        (
            "target.otherNumber",
            target(
                "Trồng mới ba (03) hàng cây.",
                json!({"value": {"count": 30}}),
            ),
        ),
        (
            "target.otherNumber",
            target(
                "Ít nhất 85% đoàn viên được học tập.",
                json!({"value": {"basisPoints": 8000}}),
            ),
        ),
        (
            "target.otherNumber",
            target(
                "Sửa chữa 2,5 km đường.",
                json!({"value": {"quantity": 250}}),
            ),
        ),
        (
            "target.upperOfRange",
            target(
                "Trồng từ 100 đến 150 cây.",
                json!({"value": {"count": 150}}),
            ),
        ),
        // Comparisons.
        (
            "target.otherComparison",
            target("Trồng từ 100 cây trở lên.", json!({"comparison": "atMost"})),
        ),
        (
            "target.otherComparison",
            target("Để chết 100 cây trở xuống.", json!({})),
        ),
        (
            "target.otherComparison",
            target("Số cây chết ≤ 100 cây.", json!({})),
        ),
        (
            "target.otherComparison",
            target("Không để quá 100 cây chết.", json!({})),
        ),
        // For whom.
        (
            "target.eachAsWhole",
            target("Mỗi khu phố trồng 100 cây.", json!({})),
        ),
        (
            "target.eachAsWhole",
            target("100% đơn vị trồng ít nhất 100 cây.", json!({})),
        ),
        (
            "target.wholeAsEach",
            target("Cả quận trồng 100 cây.", json!({"scope": "each"})),
        ),
        // How often.
        (
            "target.otherCadence",
            target("6 tháng một lần trồng 100 cây.", json!({})),
        ),
        (
            "target.otherCadence",
            target("Định kỳ hằng quý trồng 100 cây.", json!({"per": "year"})),
        ),
        // Deadlines.
        (
            "deadline.otherDay",
            listed(
                "Gửi trước ngày 19 tháng 3.",
                json!({"date": "2023-04-19", "bound": "before"}),
            ),
        ),
        (
            "deadline.otherMonthDay",
            monthly("Gửi báo cáo trước ngày 25 hằng tháng.", 20),
        ),
        (
            "deadline.otherWeekday",
            weekly(
                "Gửi trước 16g00 thứ Sáu hằng tuần.",
                "thursday",
                json!({"daysAfter": 0, "time": "16:00", "bound": "before"}),
            ),
        ),
        (
            "duty.otherCycle",
            monthly("Báo cáo quý gửi trước ngày 20.", 20),
        ),
        (
            "deadline.otherBound",
            listed(
                "Gửi chậm nhất ngày 19/3/2023.",
                json!({"date": "2023-03-19", "bound": "before"}),
            ),
        ),
        (
            "period.otherDays",
            due(
                "Báo cáo tuần (tính từ ngày 26/02 đến hết ngày 03/3/2023)",
                json!({"listed": [{"period": {"from": "2023-02-26", "to": "2023-03-05"}}]}),
            ),
        ),
        (
            "channel.otherAddress",
            sent("Gửi về hộp thư vanphong@doan.vn.", "van-phong@doan.vn"),
        ),
        // Activities.
        (
            "activity.otherDay",
            held("Tổ chức vào ngày 19 tháng 3.", on("2023-03-09")),
        ),
        (
            "activity.otherLastDay",
            held(
                "Tổ chức từ ngày 05/3 đến ngày 12/3/2023.",
                span("2023-03-05", "2023-03-20"),
            ),
        ),
        (
            "activity.otherLastDay",
            held("Tổ chức từ ngày 05/3 đến ngày 12/3/2023.", on("2023-03-05")),
        ),
        (
            "activity.otherHour",
            held(
                "Khai mạc lúc 07g30 ngày 19/3/2023.",
                json!({"when": [{"from": "2023-03-19", "time": "17:30"}]}),
            ),
        ),
        (
            "activity.otherOrdinal",
            held("Ngày Chủ nhật xanh lần thứ 152.", json!({"ordinal": 125})),
        ),
        // The document against itself.
        (
            "date.reversed",
            said("Tổ chức từ ngày 20/3 đến ngày 15/3/2023."),
        ),
        (
            "date.otherLength",
            said("Tổ chức trong 03 ngày, từ ngày 10/3 đến ngày 15/3/2023."),
        ),
        (
            "date.betweenRounds",
            said("Đợt 1 từ ngày 01/3 đến ngày 15/3/2023; đợt 2 từ ngày 17/3 đến ngày 31/3/2023."),
        ),
        (
            "date.betweenRounds",
            said("Đợt 1 từ ngày 01/3 đến ngày 15/3/2023; đợt 2 từ ngày 10/3 đến ngày 31/3/2023."),
        ),
        ("date.impossible", said("Tổ chức vào ngày 31 tháng 4.")),
        (
            "words.contrary",
            said("Vận động tối đa ít nhất 50 suất quà."),
        ),
        ("words.contrary", said("Có đúng khoảng 50 suất quà.")),
        (
            "date.otherWeekday",
            said("Khai mạc thứ Bảy, ngày 19 tháng 3 năm 2023."),
        ),
    ];
    let mut missed = Vec::new();
    for (code, changes) in &cases {
        let codes = found(changes.clone());
        if !codes.contains(code) {
            missed.push(format!("{code}: {} found {codes:?}", quoted(changes)));
        }
    }
    assert!(
        missed.is_empty(),
        "{} of {} are missed:\n{}",
        missed.len(),
        cases.len(),
        missed.join("\n")
    );
}

/// The words on which a piece rests, for whoever reads a failure.
fn quoted(changes: &Value) -> String {
    let text = changes.to_string();
    let from = ["\"quote\":", "\"text\":"]
        .iter()
        .find_map(|member| text.find(member));
    text.get(from.unwrap_or_default()..)
        .unwrap_or_default()
        .chars()
        .take(110)
        .collect()
}
