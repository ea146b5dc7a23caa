//! Documents of small plans, and what Word gets of them.

use super::{Official, OfficialBlock, OfficialStyle as Style, OfficialSystem, official, word};
use crate::calendar::{Date, Instant, Time};
use crate::form::tests::{plan_with, report_of};
use crate::plan::{Document, Plan};
use crate::report::{Explanation, Report, ReportActivity, Value};

fn plan(issuer: &str) -> Plan {
    let mut plan = plan_with("sum", r#"{"count":10}"#, r#""each""#);
    plan.document = Some(Box::new(Document {
        kind: "Kế hoạch".to_owned(),
        issuer: issuer.to_owned(),
        superior: Some("Cấp trên".to_owned()),
        ..Document::default()
    }));
    plan
}

fn report(plan: &Plan) -> Report {
    let mut report = report_of(plan, 12);
    report.period = serde_json::from_str(r#"{"from":"2023-03-18","to":"2023-03-24"}"#).unwrap();
    let day = Date::parse_iso("2023-03-19").unwrap();
    report.activities = vec![ReportActivity {
        time: Some(Time::parse_iso("07:30").unwrap()),
        place: Some("Công viên".to_owned()),
        partners: vec!["Hội Phụ nữ".to_owned(), "Công an".to_owned()],
        ..ReportActivity::new("Ngày Chủ nhật xanh".to_owned(), day)
    }];
    report
}

fn made(plan: &Plan, report: &Report, at: &str) -> Official {
    official(plan, report, Instant::parse_iso(at).unwrap())
}

const AT: &str = "2023-03-24T08:00:00+07:00";

/// What stands on it, line by line, each after its style.
fn lines(official: &Official) -> Vec<(Style, &str)> {
    let pairs = [&official.head, &official.foot];
    let beside = pairs.into_iter().flat_map(|pair| [&pair.left, &pair.right]);
    let body = official.body.iter().filter_map(|block| match block {
        OfficialBlock::Line(line) => Some(line),
        OfficialBlock::Table(_) => None,
    });
    let all = beside.flatten().chain(body);
    all.map(|line| (line.style, &*line.text)).collect()
}

fn has(official: &Official, style: Style, text: &str) {
    let lines = lines(official);
    assert!(lines.contains(&(style, text)), "{text}: {lines:#?}");
}

#[test]
fn each_system_has_its_own_head_number_and_signature() {
    for (issuer, system) in [
        ("Ban Thường vụ Quận Đoàn", OfficialSystem::Union),
        ("Ban Chấp hành Tỉnh đoàn Sóc Trăng", OfficialSystem::Union),
        ("Liên đoàn Lao động Quận", OfficialSystem::State),
        ("Ban Thường vụ Công đoàn", OfficialSystem::State),
        ("Ủy ban Mặt trận Tổ quốc Quận", OfficialSystem::State),
    ] {
        let plan = plan(issuer);
        assert_eq!(made(&plan, &report(&plan), AT).system, system, "{issuer}");
    }
    let plan_of_union = plan("Ban Thường vụ Quận Đoàn");
    let union = made(&plan_of_union, &report(&plan_of_union), AT);
    has(&union, Style::Above, "Cấp trên");
    has(&union, Style::Issuer, "BCH Đoàn phường Tây Thạnh");
    has(&union, Style::Organisation, "Đoàn TNCS Hồ Chí Minh");
    has(&union, Style::Signer, "TM. Ban Chấp hành");
    has(&union, Style::Name, "");
    let plan_of_state = plan("Ủy ban Mặt trận Tổ quốc Quận");
    let state = made(&plan_of_state, &report(&plan_of_state), AT);
    has(&state, Style::State, "Cộng hòa xã hội chủ nghĩa Việt Nam");
    has(&state, Style::Motto, "Độc lập - Tự do - Hạnh phúc");
    has(&state, Style::Recipient, "- Lưu: VT.");
    let number = |official: &Official| {
        let all = lines(official);
        let number = all.into_iter().find(|(style, _)| *style == Style::Number);
        number.unwrap().1.replace('\u{a0}', "")
    };
    assert_eq!(number(&union), "Số:-BC/ĐTN");
    assert_eq!(number(&state), "Số:/BC-…………");
}

#[test]
fn january_and_february_alone_bear_a_zero() {
    let plan = plan("Quận Đoàn");
    for (at, month) in [
        ("2023-02-28T23:59:00+07:00", "02"),
        ("2023-02-28T17:00:00Z", "3"),
        ("2023-12-01T00:00:00+07:00", "12"),
    ] {
        let dated = ["…………, ngày …… tháng ", month, " năm 2023"].concat();
        has(&made(&plan, &report(&plan), at), Style::Dated, &dated);
    }
}

#[test]
fn it_says_what_it_is_of_which_plan_and_section_by_section_what_was_reached_beside_the_target() {
    let plan = plan("Quận Đoàn");
    let mut report = report(&plan);
    report.explanations.push(Explanation {
        path: "/figures/trees".into(),
        code: "number.implausible".to_owned(),
        text: "Đợt ra quân lớn".to_owned(),
    });
    let said = made(&plan, &report, AT);
    has(&said, Style::Kind, "Báo cáo");
    has(&said, Style::About, "Tuần 4");
    has(&said, Style::About, "(từ 18/3 đến hết 24/3/2023)");
    has(&said, Style::To, "Kính gửi: Quận Đoàn");
    has(&said, Style::Section, "I. Số liệu");
    has(&said, Style::Section, "II. Hoạt động");
    has(&said, Style::Section, "III. Giải trình");
    has(
        &said,
        Style::Text,
        "- Số cây xanh trồng mới: Đợt ra quân lớn",
    );
    has(
        &said,
        Style::Text,
        "Trên đây là nội dung báo cáo của Đoàn phường Tây Thạnh./.",
    );
    let tables: Vec<_> = said
        .body
        .iter()
        .filter_map(|block| match block {
            OfficialBlock::Table(table) => Some(table),
            OfficialBlock::Line(_) => None,
        })
        .collect();
    let [figures, list] = tables.as_slice() else {
        panic!("two tables")
    };
    assert_eq!(
        figures.rows,
        [[
            "1",
            "Số cây xanh trồng mới",
            "12 cây",
            "Mỗi đơn vị: ít nhất 10 cây"
        ]]
    );
    assert_eq!(
        list.rows,
        [[
            "1",
            "Ngày Chủ nhật xanh\nĐơn vị phối hợp: Hội Phụ nữ\nCông an",
            "07g30, ngày 19/3/2023",
            "Công viên",
            ""
        ]]
    );
    for table in tables {
        assert_eq!(
            table
                .widths
                .iter()
                .map(|width| u32::from(*width))
                .sum::<u32>(),
            100
        );
        assert_eq!(table.widths.len(), table.head.len());
        assert!(table.rows.iter().all(|row| row.len() == table.head.len()));
    }
}

#[test]
fn what_is_told_at_length_stands_below_its_heading() {
    let mut plan = plan("Quận Đoàn");
    plan.indicators[1].measure =
        crate::read::from_str(r#"{"text":{"max":5000,"lines":true}}"#).unwrap();
    let mut report = report(&plan);
    let told = "Dòng một.\n\n  Dòng hai.";
    report
        .figures
        .insert("members".to_owned(), Value::Text(told.to_owned()));
    let said = made(&plan, &report, AT);
    has(&said, Style::Item, "1. Đoàn viên học nghị quyết");
    has(&said, Style::Text, "Dòng một.");
    has(&said, Style::Text, "Dòng hai.");
}

#[test]
fn word_gets_every_style_that_it_is_told_of_and_no_sign_that_xml_has_not() {
    let mut plan = plan("Quận Đoàn");
    plan.title = "A < B & C > \"D\" \u{b}\u{FFFE}\u{202e}]]>".to_owned();
    let parts = word(&made(&plan, &report(&plan), AT));
    let part = |name: &str| &parts.iter().find(|(there, _)| *there == name).unwrap().1;
    let (document, styles) = (part("word/document.xml"), part("word/styles.xml"));
    assert!(
        document.contains(r#"A &lt; B &amp; C &gt; "D" ]]&gt;"#),
        "{document}"
    );
    assert!(document.contains("<w:tblHeader/>"));
    assert!(document.contains("w:val=\"section\"") && styles.contains("w:val=\"heading 1\""));
    assert_eq!(
        Style::Name.name(),
        "name",
        "the last of all has its own name"
    );
    for used in document.split("Style w:val=\"").skip(1) {
        let id = used.split('"').next().unwrap();
        assert!(
            styles.contains(&["w:styleId=\"", id, "\""].concat()),
            "{id}"
        );
    }
    let ids: Vec<_> = parts.iter().map(|(name, _)| *name).collect();
    let types = part("[Content_Types].xml");
    for name in ids
        .iter()
        .filter(|name| name.starts_with("word/") && !name.contains("rels"))
    {
        assert!(types.contains(name), "{name}");
    }
}

#[test]
fn a_table_of_points_has_the_most_of_each_criterion_and_what_the_own_points_come_to() {
    let table = include_str!("../../../tests/wide/twenty-criteria.later.json");
    let table: serde_json::Value = serde_json::from_str(table).unwrap();
    let plan = Plan::parse(&table["plan"].to_string()).unwrap();
    let report: Report = serde_json::from_value(serde_json::json!({
        "format": 1, "plan": "twenty-criteria", "planVersion": 1, "duty": "self", "unit": "xa-1",
        "period": {"from": "2026-01-01", "to": "2026-11-15"}, "figures": {"c1-1": 45, "c2-1": 60},
    }))
    .unwrap();
    let official = made(&plan, &report, "2026-11-18T08:00:00+07:00");
    let rows = official.body.iter().filter_map(|block| match block {
        OfficialBlock::Table(table) => Some(&table.rows),
        OfficialBlock::Line(_) => None,
    });
    let rows: Vec<_> = rows.flatten().map(|row| row[1..].join(" | ")).collect();
    let said = [
        "Tổ chức học tập nghị quyết | 4,5 điểm | Tối đa 5 điểm",
        "Công trình thanh niên | 6 điểm | Tối đa 6 điểm",
    ];
    assert_eq!(rows, said);
    let texts = lines(&official);
    assert!(texts.contains(&(Style::Text, "Tự chấm: 10,5 trên 95 điểm")));
}
