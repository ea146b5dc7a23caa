//! A form on paper, for units that have no device: the same questions as on the screen.

use crate::support::{PLAN, err, fed, out, path, phieu};

const REAL: &str = "www/plans/tan-phu-thang-thanh-nien-2023.json";

#[test]
fn a_paper_asks_what_the_form_asks_and_says_by_when_and_where_to_send_it() {
    let paper = phieu(&[
        "blank",
        REAL,
        "--duty",
        "weekly",
        "--unit",
        "phuong tay thanh",
    ]);
    assert_eq!((paper.status.code(), err(&paper).as_str()), (Some(0), ""));
    let page = out(&paper);
    for said in [
        r#"<html lang="vi">"#,
        r#"<meta charset="utf-8">"#,
        "<h1>Báo cáo tuần</h1>",
        "Tổ chức Tháng Thanh niên năm 2023",
        "<th>Đơn vị báo cáo</th><td>Đoàn phường Tây Thạnh</td>",
        "☐ Tuần 1, từ 26/2 đến hết 3/3/2023; hạn gửi hết ngày thứ Bảy 4/3/2023<br>",
        "<th>Kính gửi</th><td>Quận Đoàn Tân Phú</td>",
        "<th>Hình thức gửi</th><td>Biểu mẫu trực tuyến: https://forms.gle/",
        ">Số cây xanh trồng mới *</p>",
        ">Chỉ tiêu toàn kế hoạch: ít nhất 100 cây</p>",
        ">Mỗi lần dự một hoạt động là một lượt.</p>",
        "<span>☐ Đã tổ chức</span> <span>☐ Chưa tổ chức</span>",
        "<th>STT</th>",
    ] {
        assert!(page.contains(said), "{said}\n{page}");
    }
    for absent in ["<script", "Còn thiếu"] {
        assert!(!page.contains(absent), "{absent}");
    }
}

#[test]
fn without_a_unit_its_name_is_to_be_filled_in_and_one_period_needs_no_box() {
    let arguments = ["blank", PLAN, "--duty", "weekly", "--period"];
    for period in ["Tuần 2", "2023-03-04"] {
        let page = out(&phieu(&[&arguments[..], &[period]].concat()));
        assert!(page.contains("<th>Đơn vị báo cáo</th><td></td>"), "{page}");
        let one =
            "<td>Tuần 2, từ 4/3 đến hết 10/3/2023; hạn gửi trước 09g00, thứ Sáu 10/3/2023</td>";
        assert!(page.contains(one), "{page}");
        assert!(!page.contains("Tuần 1"), "{page}");
    }
    let english = out(&phieu(&["blank", PLAN, "--duty", "weekly", "--lang", "en"]));
    assert!(english.contains("<th>Reporting unit</th>"), "{english}");
}

#[test]
fn what_a_plan_says_stays_text() {
    let plan = std::fs::read_to_string(path(PLAN)).unwrap();
    let hostile = plan.replace(
        "Số cây xanh trồng mới",
        "Cây <img src=x onerror=alert(1)> & hoa",
    );
    let page = out(&fed(&["blank", "-", "--duty", "weekly"], &hostile));
    assert!(!page.contains("<img"), "{page}");
    assert!(
        page.contains("Cây &lt;img src=x onerror=alert(1)&gt; &amp; hoa *"),
        "{page}"
    );
}

#[test]
fn what_is_not_there_is_said_with_what_there_is() {
    for (more, said) in [
        (vec!["--duty", "daily"], "kế hoạch: weekly"),
        (vec!["--duty", "weekly", "--period", "Tuần 9"], "Tuần 2"),
        (vec!["--duty", "weekly", "--unit", "office"], "phieu duties"),
    ] {
        let refused = phieu(&[&["blank", PLAN], &more[..]].concat());
        assert_eq!(refused.status.code(), Some(2), "{more:?}");
        assert!(err(&refused).contains(said), "{}", err(&refused));
    }
}

const DEMAND: &str = "tests/browser/fixtures/demand/an-toan-he.json";

#[test]
fn what_units_open_by_themselves_is_listed_and_has_a_paper_for_units_founded_later_too() {
    let mut plan: serde_json::Value =
        serde_json::from_slice(&std::fs::read(path(DEMAND)).unwrap()).unwrap();
    plan["units"][0]["from"] = serde_json::json!("2026-07-01");
    let unit = plan["units"][0]["id"].as_str().unwrap().to_owned();
    let plan = plan.to_string();
    let arguments = ["blank", "-", "--duty", "incident", "--unit", &unit];
    let paper = fed(&arguments, &plan);
    assert_eq!((paper.status.code(), err(&paper).as_str()), (Some(0), ""));
    assert!(out(&paper).contains("<h1>Báo cáo vụ việc</h1>"));
    let last = "Mở khi có việc phát sinh; mỗi việc một báo cáo";
    for (at, is_listed) in [("2026-06-14", false), ("2026-07-14", true)] {
        let listed = out(&fed(&["duties", "-", "--unit", &unit, "--at", at], &plan));
        assert_eq!(listed.contains(last), is_listed, "{listed}");
    }
}
