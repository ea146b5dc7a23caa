//! Sample reports, their roll-up, the lint in words, and the page of codes.

use crate::support::{PLAN, err, fed, folder, out, parsed, phieu};
use phieu::finding::Kind;
use phieu::lint::lints;
use phieu::report::Arrival;
use phieu::rules;
use serde_json::json;

fn sampled(arguments: &[&str]) -> String {
    let sampled = phieu(&[&["sample", PLAN][..], arguments].concat());
    assert_eq!(
        (sampled.status.code(), err(&sampled).as_str()),
        (Some(0), ""),
        "{arguments:?}"
    );
    out(&sampled)
}

#[test]
fn samples_are_arrivals_and_a_seed_makes_the_same_again() {
    let all = sampled(&["--seed", "3"]);
    let arrivals: Vec<Arrival> = all
        .lines()
        .map(|line| Arrival::parse(line.as_bytes()).unwrap())
        .collect();
    assert_eq!(arrivals.len(), 4, "two units, two weeks");
    assert!(arrivals.is_sorted_by_key(|arrival| arrival.received_at));
    assert_eq!(sampled(&["--seed", "3"]), all);
    assert_ne!(sampled(&["--seed", "4"]), all);
    for (arguments, lines) in [
        (&["--reports", "5"][..], 5),
        (&["--until", "2023-03-04"], 2),
        (&["--until", "2023-02-26"], 0),
        (&["--units", "1"], 2),
    ] {
        let lines_written = sampled(&[&["--seed", "3"], arguments].concat());
        assert_eq!(lines_written.lines().count(), lines, "{arguments:?}");
    }
}

#[test]
fn more_units_than_the_plan_has_are_written_into_a_plan() {
    let refused = phieu(&["sample", PLAN, "--units", "5"]);
    assert_eq!(
        (refused.status.code(), out(&refused).as_str()),
        (Some(2), "")
    );
    assert!(err(&refused).contains("--plan-out"), "{}", err(&refused));

    let larger = folder("sample").join("larger.json");
    let larger = larger.to_str().unwrap();
    let arrivals = sampled(&["--units", "5", "--plan-out", larger]);
    let view = parsed(&fed(&["progress", larger, "-", "--json"], &arrivals));
    assert_eq!(
        (&view["partial"]["units"], &view["strays"]),
        (&json!(5), &json!(0))
    );
}

#[test]
fn reports_are_rolled_up_at_a_moment_in_words_and_as_json() {
    let arrivals = sampled(&["--seed", "3"]);
    for (at, reports, in_words) in [
        ("2023-02-26", 0, "Chưa có phiếu nào đến hạn"),
        ("2023-03-04", 2, "2 trên 2 phiếu"),
        ("2023-04-01", 4, "4 trên 4 phiếu"),
    ] {
        let rolled = ["progress", PLAN, "-", "--at", at];
        let json = parsed(&fed(&[&rolled[..], &["--json"]].concat(), &arrivals));
        assert_eq!(json["reports"], reports, "{at}");
        let said = fed(&rolled, &arrivals);
        assert_eq!(said.status.code(), Some(0), "{}", err(&said));
        assert!(out(&said).contains(in_words), "{at}: {}", out(&said));
    }
    let twice = format!("{arrivals}{arrivals}");
    let rolled = ["progress", PLAN, "-", "--at", "2023-04-01", "--lang", "en"];
    let said = out(&fed(&rolled, &arrivals));
    assert!(said.contains("4 of 4 reports"), "{said}");
    assert_eq!(out(&fed(&rolled, &twice)), said, "nothing is added twice");
}

#[test]
fn a_line_that_is_no_arrival_is_named() {
    let arrivals = sampled(&["--seed", "3"]);
    let repeated = arrivals.replacen(r#""figures":{"#, r#""figures":{"trees":1,"#, 1);
    for (what, input, line) in [
        ("no JSON", format!("{arrivals}nonsense\n"), 5),
        ("a figure twice", repeated, 1),
    ] {
        let refused = fed(&["progress", PLAN, "-"], &input);
        assert_eq!(
            (refused.status.code(), out(&refused).as_str()),
            (Some(2), ""),
            "{what}"
        );
        let expected = format!("Dòng {line} của đầu vào chuẩn không phải là một lần gửi báo cáo");
        assert!(
            err(&refused).contains(&expected),
            "{what}: {}",
            err(&refused)
        );
    }
}

#[test]
fn the_lint_shows_statements_and_how_to_mend_them() {
    for (lang, words) in [
        ("vi", ["Lưu ý deadline.beforePeriodEnds", "Cách sửa: "]),
        ("en", ["Note deadline.beforePeriodEnds", "To mend it: "]),
    ] {
        let said = out(&phieu(&["lint", PLAN, "--lang", lang]));
        for expected in words.iter().chain(&["V.2: Trước 09g00 thứ Sáu hằng tuần."]) {
            assert!(said.contains(expected), "{expected}: {said}");
        }
    }
    let refused = phieu(&["lint", "README.md"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(err(&refused).contains("README.md không phải là kế hoạch"));
}

#[test]
fn the_page_of_codes_has_them_all() {
    let page = out(&phieu(&["codes"]));
    let codes = Kind::ALL.iter().map(|(code, _)| *code);
    let codes = codes.chain(rules::codes().map(|known| known.code));
    for code in codes.chain(lints().map(|known| known.code)) {
        assert!(page.contains(&format!("### `{code}`")), "{code}");
    }
}

#[test]
fn the_rows_of_a_table_are_written_a_row_a_line() {
    const TABLES: &str = "tests/browser/fixtures/tables/tables.json";
    let reports = folder("rows").join("reports.ndjson");
    let sampled = phieu(&["sample", TABLES, "--seed", "3"]);
    std::fs::write(&reports, out(&sampled)).unwrap();
    let reports = reports.to_str().unwrap();
    let written = phieu(&[
        "progress",
        TABLES,
        reports,
        "--at",
        "2023-03-20",
        "--rows",
        "works",
    ]);
    assert_eq!(
        (written.status.code(), err(&written).as_str()),
        (Some(0), "")
    );
    let text = out(&written);
    let sent = out(&sampled);
    let rows = sent.lines().map(|line| {
        let arrival = Arrival::parse(line.as_bytes()).unwrap();
        match arrival.submission.report.figures.get("works") {
            Some(phieu::value::Value::Table(rows)) => rows.len(),
            _ => 0,
        }
    });
    let rows: usize = rows.sum();
    assert!(rows > 0);
    assert_eq!(text.matches("\r\n").count(), rows + 1, "{text}");
    assert!(
        text.starts_with("\u{feff}Đơn vị;Khu vực;Báo cáo;Kỳ báo cáo;Dòng;Tên công trình;"),
        "{text}"
    );
    for (arguments, said) in [
        (
            ["progress", TABLES, reports, "--rows", "total"],
            "kế hoạch: works",
        ),
        (["progress", TABLES, "-", "--rows", "works"], "hai lần"),
    ] {
        let refused = fed(&arguments, "");
        assert_eq!(refused.status.code(), Some(2));
        assert!(err(&refused).contains(said), "{}", err(&refused));
    }
}
