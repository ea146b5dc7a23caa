//! Rows of two units over two periods, on the plan of tables of the page's own tests.

use super::RowsFile;
use crate::plan::Plan;
use crate::rollup::RollUp;
use crate::text::Lang;
use serde_json::{Value, json};

fn plan() -> Plan {
    let text = include_str!("../../../tests/browser/fixtures/tables/tables.json");
    let mut plan: Value = serde_json::from_str(text).unwrap();
    plan["sectors"] = json!([{"id": "dan-cu", "name": "Khối dân cư"}]);
    plan["units"][0]["sector"] = "dan-cu".into();
    let columns = &mut plan["indicators"][1]["measure"]["table"]["columns"];
    let more = [
        json!({"id": "votes", "label": "Tán thành", "measure": {"share": {"part": "đồng ý", "whole": "có mặt", "noun": "người"}}}),
        json!({"id": "length", "label": "Dài", "measure": {"quantity": {"unit": "km", "decimals": 1}}}),
    ];
    columns.as_array_mut().unwrap().extend(more);
    Plan::parse(&plan.to_string()).unwrap()
}

/// What came: a submission of a unit, as which revision, with these rows.
fn arrival(of: (u32, &str, &str, u32, &str), rows: Value) -> String {
    let (number, unit, from, revision, status) = of;
    let to = if from == "2023-02-26" {
        "2023-03-03"
    } else {
        "2023-03-10"
    };
    json!({
        "receivedAt": format!("2023-03-0{number}T08:00:00+07:00"), "revision": revision, "status": status,
        "submission": {
            "format": 1, "id": format!("00000000-0000-4000-8000-00000000000{number}"),
            "preparedAt": "2023-03-01T07:00:00+07:00",
            "report": {
                "format": 1, "plan": "tables", "planVersion": 1, "duty": "weekly", "unit": unit,
                "period": {"from": from, "to": to}, "figures": {"works": rows},
            },
        },
    })
    .to_string()
}

fn file(plan: &Plan, lines: &[String]) -> String {
    let mut rollup = RollUp::new(plan);
    let text = lines.join("\n");
    let intake = rollup.add_lines(text.as_bytes());
    assert_eq!(intake.arrivals, lines.len(), "{:?}", intake.unreadable);
    let mut file = RowsFile::of(plan, &rollup, "works", Lang::Vi).expect("a table");
    for line in lines {
        file.take_line(line.as_bytes());
        file.take_line(line.as_bytes());
    }
    file.take_line(b"no arrival");
    file.write()
}

const HEAD: &str = "\u{feff}Đơn vị;Khu vực;Báo cáo;Kỳ báo cáo;Dòng;Tên công trình;Giá trị;Người tham gia;Ngày khánh thành;Hình thức;\
    Tán thành: đồng ý;Tán thành: có mặt;Dài\r\n";

#[test]
fn each_row_of_a_report_that_counts_is_a_line_with_its_unit_report_period_and_number() {
    let plan = plan();
    let full = json!([
        {"name": "=Cầu; \"số 1\"", "value": 5_000_000, "people": 40, "day": "2023-03-01", "way": "moi",
         "votes": {"part": 30, "whole": 40}, "length": 85},
        {"name": "Đường", "value": 7},
    ]);
    let lines = [
        arrival(
            (5, "ward-2", "2023-02-26", 1, "received"),
            json!([{"name": "Hẻm", "value": 1}]),
        ),
        arrival(
            (1, "ward-1", "2023-02-26", 1, "received"),
            json!([{"name": "Cũ", "value": 1}]),
        ),
        arrival((2, "ward-1", "2023-02-26", 2, "accepted"), full),
        arrival((6, "ward-1", "2023-03-04", 1, "received"), json!([])),
        arrival(
            (7, "ward-2", "2023-03-04", 1, "returned"),
            json!([{"name": "Trả lại", "value": 1}]),
        ),
    ];
    let first = "từ 26/2 đến hết 3/3/2023";
    let rows = [
        format!(
            "Đoàn phường 1;Khối dân cư;Báo cáo công trình;{first};1;\"'=Cầu; \"\"số 1\"\"\";5000000;40;1/3/2023;Làm mới;30;40;\"8,5\"\r\n"
        ),
        format!("Đoàn phường 1;Khối dân cư;Báo cáo công trình;{first};2;Đường;7;;;;;;\r\n"),
        format!("Đoàn phường 2;;Báo cáo công trình;{first};1;Hẻm;1;;;;;;\r\n"),
    ];
    assert_eq!(file(&plan, &lines), [HEAD, &rows.concat()].concat());
    let mut turned = lines.to_vec();
    turned.reverse();
    assert_eq!(
        file(&plan, &turned),
        file(&plan, &lines),
        "whatever the order"
    );
    assert_eq!(file(&plan, &[]), HEAD);
}

#[test]
fn what_is_no_table_has_no_file() {
    let plan = plan();
    let rollup = RollUp::new(&plan);
    for indicator in ["total", "no-such"] {
        assert!(RowsFile::of(&plan, &rollup, indicator, Lang::En).is_none());
    }
}

#[test]
fn a_number_below_zero_is_a_number_and_a_text_that_looks_like_one_is_a_text() {
    let rows = json!([{"name": "-5", "people": -5, "length": -85}]);
    let line = arrival((1, "ward-2", "2023-02-26", 1, "received"), rows);
    let told = file(&plan(), &[line]);
    assert!(told.ends_with(";1;'-5;;-5;;;;;\"-8,5\"\r\n"), "{told}");
}

#[test]
fn a_report_that_counts_and_cannot_be_read_whole_is_said() {
    let line = arrival(
        (1, "ward-2", "2023-02-26", 1, "received"),
        json!([{"name": "Hẻm"}]),
    );
    let line = line.replacen('{', r#"{"note": "x", "#, 1);
    let said = "\"Thiếu các dòng của 1 báo cáo, vì không đọc được báo cáo đó.\"\r\n";
    assert_eq!(file(&plan(), &[line]), [HEAD, said].concat());
}
