//! Where an object is expected, a list of the same values is refused, whoever reads it: serde's derived
//! readers would take it, and a report could come as a list.

use phieu::calendar::{Cycle, Period};
use phieu::finding::Finding;
use phieu::plan::Plan;
use phieu::read;
use phieu::report::{Arrival, Draft, Receipt, Report, Submission};
use phieu::rollup::RollUp;
use phieu::rules::{Context, check_lines};
use phieu::schedule::Sent;
use serde_json::from_str;

const PERIOD: &str = r#"{"from":"2023-02-26","to":"2023-03-03"}"#;
const REPORT: &str = r#"{"format":1,"plan":"small","planVersion":2,"duty":"weekly","unit":"ward-1","period":{"from":"2023-02-26","to":"2023-03-03"},"figures":{"trees":10,"members":{"part":30,"whole":40}},"activities":[{"planned":"green-sunday","title":"Trồng cây","date":"2023-03-01","until":"2023-03-02","time":"07:30","place":"Công viên","participants":50,"links":["https://donvi.vn"],"partners":["Hội Phụ nữ"],"note":"Tốt"}],"explanations":[{"path":"/figures/trees","code":"number.implausible","text":"Đợt lớn"}]}"#;
const DRAFT: &str = r#"{"format":1,"plan":"small","planVersion":2,"duty":"weekly","unit":"ward-1","period":{"from":"2023-02-26","to":"2023-03-03"},"figures":{"trees":"10"},"activities":[{"planned":"","title":"Trồng cây","date":"1/3"}],"explanations":[{"path":"/figures/trees","code":"c","text":"Đợt lớn"}]}"#;
const RECEIPT: &str = r#"{"format":1,"submission":"0b8f6c1e-5d0e-4b8e-9f3a-0a1b2c3d4e5f","code":"7F3K-9Q2M","plan":"small","planVersion":2,"duty":"weekly","unit":"ward-1","period":{"from":"2023-02-26","to":"2023-03-03"},"preparedAt":"2023-03-01T01:00:00Z","receivedAt":"2023-03-01T01:00:01Z","deadline":null,"timeliness":"onTime","hash":"00","revision":1,"findings":[{"severity":"error","path":"/figures/trees","code":"number.tooLarge","params":{"most":9}}]}"#;
const SENT: &str = r#"{"duty":"weekly","period":{"from":"2023-02-26","to":"2023-03-03"},"receivedAt":"2023-03-01T01:00:01Z","status":"received"}"#;
const FINDING: &str =
    r#"{"severity":"error","path":"/figures/trees","code":"number.tooLarge","params":{"most":9}}"#;

fn submission() -> String {
    format!(
        r#"{{"format":1,"id":"0b8f6c1e-5d0e-4b8e-9f3a-0a1b2c3d4e5f","preparedAt":"2023-03-01T01:00:00Z","report":{REPORT}}}"#
    )
}

fn arrival() -> String {
    format!(
        r#"{{"receivedAt":"2023-03-01T01:00:01Z","revision":1,"status":"received","submission":{}}}"#,
        submission()
    )
}

fn plan() -> Plan {
    Plan::parse(include_str!("cases/plans/small.json")).expect("the small plan")
}

/// The text with one of its objects, each in its turn, written as the list of its values. Compact JSON
/// whose strings hold no brace, bracket or comma.
fn with_lists(json: &str) -> Vec<String> {
    let opens = json.match_indices('{').map(|(at, _)| at);
    opens
        .map(|open| {
            let (mut depth, mut values, mut start, mut end) = (0, Vec::new(), open, open);
            for (at, byte) in json.bytes().enumerate().skip(open) {
                match byte {
                    b'{' | b'[' => depth += 1,
                    b'}' | b']' => depth -= 1,
                    _ => {}
                }
                if (depth == 1 && byte == b',') || depth == 0 {
                    let (_, value) = json[start + 1..at].split_once(':').unwrap_or(("", ""));
                    values.push(value);
                    start = at;
                }
                if depth == 0 {
                    end = at;
                    break;
                }
            }
            let list = values.join(",");
            format!("{}[{list}]{}", &json[..open], &json[end + 1..])
        })
        .collect()
}

#[test]
fn a_list_is_no_object_for_any_reader_of_any_type() {
    let (submission, arrival) = (submission(), arrival());
    type Reads = fn(&str) -> bool;
    let readers: [(&str, &str, Reads); 18] = [
        ("period", PERIOD, |json| from_str::<Period>(json).is_ok()),
        ("period, by tables", PERIOD, |json| {
            read::from_str::<Period>(json).is_ok()
        }),
        ("cycle", r#"{"every":"day"}"#, |json| {
            from_str::<Cycle>(json).is_ok()
        }),
        ("cycle, by tables", r#"{"every":"day"}"#, |json| {
            read::from_str::<Cycle>(json).is_ok()
        }),
        ("finding", FINDING, |json| from_str::<Finding>(json).is_ok()),
        ("sent", SENT, |json| from_str::<Sent>(json).is_ok()),
        ("sent, by tables", SENT, |json| {
            read::from_str::<Sent>(json).is_ok()
        }),
        ("receipt", RECEIPT, |json| from_str::<Receipt>(json).is_ok()),
        ("draft", DRAFT, |json| Draft::parse(json.as_bytes()).is_ok()),
        ("draft, by tables", DRAFT, |json| {
            read::from_str::<Draft>(json).is_ok()
        }),
        ("report", REPORT, |json| {
            Report::parse(json.as_bytes()).is_ok()
        }),
        ("report, by serde", REPORT, |json| {
            from_str::<Report>(json).is_ok()
        }),
        ("report, by tables", REPORT, |json| {
            read::from_str::<Report>(json).is_ok()
        }),
        ("report, one of many", REPORT, |json| {
            let (mut is_read, context) = (true, Context::default());
            check_lines(&plan(), json.as_bytes(), &context, |_, findings| {
                let mut codes = findings.iter().map(Finding::code);
                is_read = is_read && codes.all(|code| code != "report.malformed");
            });
            is_read
        }),
        ("submission", &submission, |json| {
            Submission::parse(json.as_bytes()).is_ok()
        }),
        ("arrival", &arrival, |json| {
            Arrival::parse(json.as_bytes()).is_ok()
        }),
        ("arrival, by serde", &arrival, |json| {
            from_str::<Arrival>(json).is_ok()
        }),
        ("arrival, rolled up", &arrival, |json| {
            // A roll-up leaves out what it has no use for, so explanations are not read at all.
            let unread = json.contains(r#""explanations":[["#);
            let plan = plan();
            let mut rollup = RollUp::new(&plan);
            rollup.add_lines(json.as_bytes()).arrivals == 1 && !unread
        }),
    ];
    for (name, json, reads) in readers {
        assert!(reads(json), "{name}: {json}");
        for list in with_lists(json) {
            assert!(!reads(&list), "{name}: {list}");
        }
    }
}
