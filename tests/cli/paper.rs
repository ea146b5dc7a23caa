//! A report as a document to be signed: a Word file, opened by other people's readers of zip and XML.

use crate::support::{PLAN, err, fed, folder, phieu, report};
use serde_json::json;
use std::io::{Cursor, Read};
use zip::ZipArchive;

const WHOLE: &str = "www/plans/tan-phu-thang-thanh-nien-2023.json";

/// The parts of a Word file by their names.
fn parts(file: &[u8]) -> Vec<(String, String)> {
    let mut zip = ZipArchive::new(Cursor::new(file)).unwrap();
    let mut parts = Vec::new();
    for place in 0..zip.len() {
        let mut part = zip.by_index(place).unwrap();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        parts.push((part.name().unwrap().into_owned(), text));
    }
    parts
}

/// What a reader of the document reads, paragraph by paragraph.
fn paragraphs(document: &str) -> Vec<String> {
    let tree = roxmltree::Document::parse(document).unwrap();
    let is = |node: &roxmltree::Node<'_, '_>, name: &str| node.tag_name().name() == name;
    tree.descendants()
        .filter(|node| is(node, "p"))
        .map(|paragraph| {
            let texts = paragraph.descendants().filter(|node| is(node, "t"));
            texts.filter_map(|text| text.text()).collect()
        })
        .collect()
}

#[test]
fn a_word_file_holds_the_whole_report_whatever_signs_were_typed() {
    let folder = folder("paper");
    let (report_file, docx) = (folder.join("report.json"), folder.join("report.docx"));
    let hostile = "Cây & hoa <w:p> ]]> \"lạ\" 'x' Ừ 👍 \u{feff}\u{1}";
    let mut report = report(&json!(100));
    report["activities"] =
        json!([{"title": hostile, "date": "2023-03-01", "note": "Dòng 1\nDòng 2"}]);
    std::fs::write(&report_file, report.to_string()).unwrap();
    let (report_file, docx) = (report_file.to_str().unwrap(), docx.to_str().unwrap());
    let command = ["paper", PLAN, report_file, "--at", "2023-03-04", "--docx"];
    let written = phieu(&[&command[..], &[docx]].concat());
    assert_eq!(
        (written.status.code(), err(&written).as_str()),
        (Some(0), "")
    );
    let file = std::fs::read(docx).unwrap();
    let parts = parts(&file);
    let names: Vec<_> = parts.iter().map(|(name, _)| &**name).collect();
    assert_eq!(
        names.first(),
        Some(&"[Content_Types].xml"),
        "readers look for it first"
    );
    assert!(names.iter().all(|name| !name.contains("vba")), "{names:?}");
    for (name, text) in &parts {
        roxmltree::Document::parse(text).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
    let document = &parts
        .iter()
        .find(|(name, _)| name == "word/document.xml")
        .unwrap()
        .1;
    let said = paragraphs(document);
    for line in [
        "Báo cáo",
        "Tuần 1",
        "(từ 26/2 đến hết 3/3/2023)",
        "100 cây",
        "Cây & hoa <w:p> ]]> \"lạ\" 'x' Ừ 👍 \u{feff}",
        "Ghi chú: Dòng 1",
        "Dòng 2",
        "ngày 1/3/2023",
    ] {
        assert!(said.iter().any(|there| there == line), "{line}: {said:#?}");
    }
    let again = phieu(&[&command[..], &["-"]].concat());
    assert_eq!(again.stdout, file, "the same report makes the same file");
}

#[test]
fn what_is_no_report_of_the_plan_is_refused() {
    let mut other = report(&json!(1));
    other["plan"] = json!("other");
    let mut duty = report(&json!(1));
    duty["duty"] = json!("daily");
    for (input, said) in [
        ("{}".to_owned(), "Thiếu trường “planVersion”"),
        (other.to_string(), "“other”"),
        (
            duty.to_string(),
            "“daily”. Các mã có trong kế hoạch: weekly.",
        ),
    ] {
        let refused = fed(&["paper", PLAN, "-", "--docx", "-"], &input);
        assert_eq!(refused.status.code(), Some(2));
        assert!(refused.stdout.is_empty());
        assert!(err(&refused).contains(said), "{}", err(&refused));
    }
}

#[test]
fn the_office_reports_to_the_level_above_what_came() {
    let folder = folder("summary");
    let (reports, docx) = (folder.join("reports.ndjson"), folder.join("summary.docx"));
    let sampled = phieu(&["sample", WHOLE, "--seed", "3"]);
    std::fs::write(&reports, &sampled.stdout).unwrap();
    let (reports, docx) = (reports.to_str().unwrap(), docx.to_str().unwrap());
    let command = ["progress", WHOLE, reports, "--at", "2023-03-20", "--docx"];
    let written = phieu(&[&command[..], &[docx]].concat());
    assert_eq!(
        (written.status.code(), err(&written).as_str()),
        (Some(0), "")
    );
    let parts = parts(&std::fs::read(docx).unwrap());
    let (_, document) = parts.last().unwrap();
    let said = paragraphs(document);
    for line in [
        "I. Tình hình gửi báo cáo",
        "II. Kết quả thực hiện chỉ tiêu",
        "III. Số liệu tổng hợp",
        "IV. Nội dung các đơn vị báo cáo",
        "V. Đánh giá chung",
        "Nơi nhận:",
    ] {
        assert!(said.iter().any(|there| there == line), "{line}: {said:#?}");
    }
    let of_each = "- Đoàn phường Tây Thạnh: ";
    assert!(
        said.iter().any(|there| there.starts_with(of_each)),
        "{said:#?}"
    );
}
