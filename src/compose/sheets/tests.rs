//! Rosters and figures as offices have them.

use super::super::{Composer, SheetChoices, SheetView};
use crate::plan::Plan;
use crate::read::from_str;
use crate::text::Lang::Vi;

mod again;
mod numbers;

fn wanted(json: &str) -> SheetChoices {
    from_str(json).unwrap()
}

fn seen(composer: &mut Composer, text: &str, json: &str) -> SheetView {
    composer.open_sheet(text.as_bytes()).unwrap();
    composer.sheet(&wanted(json)).unwrap()
}

fn takes(composer: &mut Composer, text: &str) -> SheetView {
    let view = seen(composer, text, "{}");
    composer.take_sheet(&wanted("{}"));
    view
}

fn names(composer: &Composer) -> Vec<String> {
    composer
        .plan()
        .units
        .iter()
        .map(|unit| unit.name.clone())
        .collect()
}

/// "new 2, same 1".
fn groups(view: &SheetView) -> String {
    let words = view
        .groups
        .iter()
        .map(|group| format!("{} {}", group.name, group.rows.len()));
    words.collect::<Vec<_>>().join(", ")
}

fn findings(view: &SheetView) -> Vec<(&str, &str)> {
    view.findings
        .iter()
        .map(|one| (&*one.cell, &*one.message))
        .collect()
}

const ROSTER: &str = "\
;DANH SÁCH CƠ SỞ ĐOÀN NĂM 2024;;;
;;;;
TT;Tên đơn vị;Khối;Cấp;Điện thoại;Ghi chú
1;Đoàn phường Tây Thạnh;Phường;Cơ sở Đoàn;0281 234;
2;Đoàn trường Trần Phú;Trường học;Cơ sở Đoàn;;mới
;Tổng cộng: 2 đơn vị;;;;
;;;;Người lập bảng;
";

#[test]
fn a_roster_is_read_below_its_headings_and_without_what_stands_around_it() {
    let mut composer = Composer::blank(Vi);
    let view = takes(&mut composer, ROSTER);
    assert_eq!(groups(&view), "new 2");
    assert_eq!(view.says, "Đọc được 2 đơn vị, từ ô B4 đến ô B5.");
    assert_eq!(
        findings(&view),
        [
            ("E4", "Ô E4 ghi “0281 234”, chưa phải số điện thoại."),
            ("B6", "Dòng 6 là dòng cộng nên không lấy."),
        ]
    );
    assert_eq!(
        names(&composer),
        ["Đoàn phường Tây Thạnh", "Đoàn trường Trần Phú"]
    );
    let plan = composer.plan();
    assert_eq!(plan.sectors.len(), 2);
    assert_eq!(plan.levels.len(), 1);
    assert!(
        composer.undo() && names(&composer).is_empty() && !composer.undo(),
        "one step"
    );
}

#[test]
fn rosters_in_other_layouts() {
    for (text, units, sectors) in [
        ("Tên đơn vị\nĐoàn phường A\nĐoàn phường B\n", 2, 0),
        // Sectors as headings of rows.
        (
            "STT,ĐƠN VỊ\nI,KHỐI PHƯỜNG\n1,Đoàn phường A\n2,Đoàn phường B\nII,KHỐI TRƯỜNG\n1,Đoàn trường C\n",
            3,
            2,
        ),
        (
            "TT\tCơ sở Đoàn trực thuộc\tCụm thi đua\n1\tĐoàn xã A\tCụm 1\n2\tĐoàn xã B\t\n",
            2,
            1,
        ),
        // Without headings, numbers in front.
        ("1;Đoàn xã A;Khối xã\n2;Đoàn xã B;Khối xã\n", 2, 1),
        ("Đoàn xã A\nĐoàn xã A\n", 1, 0),
        (
            "TT;Họ và tên Bí thư;Tên đơn vị\n1;(một người);Đoàn xã A\n",
            1,
            0,
        ),
    ] {
        let mut composer = Composer::blank(Vi);
        takes(&mut composer, text);
        let plan = composer.plan();
        assert_eq!(
            (plan.units.len(), plan.sectors.len()),
            (units, sectors),
            "{text}"
        );
        assert!(
            plan.units.iter().all(|unit| unit.name.starts_with("Đoàn ")),
            "{text}"
        );
    }
}

#[test]
fn what_is_wrong_is_said_of_its_cell() {
    for (text, cell, message) in [
        (
            "TT;Tên đơn vị\n1;Đoàn A\n2;Đoàn A\n",
            "B3",
            "Ô B3 ghi “Đoàn A”, trùng với ô B2, nên chỉ lấy một lần.",
        ),
        (
            "TT;Tên đơn vị\n1;=B7\n",
            "B2",
            "Ô B2 là công thức nên không lấy.",
        ),
        (
            "TT;Tên đơn vị\n1;12\n",
            "B2",
            "Ô B2 ghi “12”, không phải tên.",
        ),
        (
            "TT;Tên đơn vị;Khối\n1;Đoàn A;\n2;;Phường\n",
            "B3",
            "Dòng 3 chưa lấy vì ô B3 để trống.",
        ),
        (
            "TT;Tên đơn vị\n1;A B\n2;C D\n3;E F\n4;G H\n5;I K\n;Nơi nhận\n",
            "B7",
            "Dòng 7 (“Nơi nhận”) không có số thứ tự nên chưa lấy.",
        ),
        (
            "Khối;Cấp\nPhường;Cơ sở\n",
            "",
            "Chưa rõ cột nào ghi tên đơn vị.",
        ),
    ] {
        let wanted = if cell.is_empty() {
            "{\"list\":\"units\",\"columns\":[\"nothing\",\"level\"]}"
        } else {
            "{}"
        };
        let view = seen(&mut Composer::blank(Vi), text, wanted);
        assert!(
            findings(&view).contains(&(cell, message)),
            "{text} {:?}",
            view.findings
        );
        let found = view.findings.iter().find(|one| one.cell == cell).unwrap();
        assert!(
            found.mend.as_ref().is_some_and(|mend| mend.ends_with('.')),
            "{found:?}"
        );
    }
    let long = format!("Tên đơn vị\n{}\n", "Đoàn ".repeat(60));
    let view = seen(&mut Composer::blank(Vi), &long, "{}");
    assert_eq!(findings(&view), [("A2", "Ô A2 dài quá 200 ký tự.")]);
}

#[test]
fn units_are_known_again_renamed_or_gone() {
    let mut composer = Composer::blank(Vi);
    takes(
        &mut composer,
        "Tên đơn vị;Khối\nĐoàn phường Tây Thạnh;Phường\nĐoàn phường Sơn Kỳ;Phường\nĐoàn phường Bốn;Phường\nĐoàn trường Trần Phú;Trường\n",
    );
    let next = "TT;Tên đơn vị;Tên cũ;Khối\n1;Đoàn P. Tây Thạnh;;Phường\n2;Đoàn phường Năm;Đoàn phường Bốn;Phường\n3;Đoàn trường Trần Phú;;Phường\n4;Đoàn phường Mới;;Xã\n";
    let view = seen(&mut composer, next, "{}");
    assert_eq!(groups(&view), "new 1, renamed 2, changed 1, gone 1");
    assert!(view.drops, "most of the plan stands in the file");
    assert_eq!(
        view.groups[1].rows[0].says,
        "trước là “Đoàn phường Tây Thạnh”"
    );
    let name = view.groups[1].rows[0].renamed.as_ref().unwrap();
    assert_eq!((&*name.was, &*name.will), ("phường", "P."));
    assert_eq!(
        findings(&view),
        [("D5", "“Xã” (ô D5) chưa có trong kế hoạch nên sẽ được thêm.")]
    );
    let apart = seen(&mut composer, next, "{\"apart\":[\"B2\"]}");
    assert_eq!(groups(&apart), "new 2, renamed 1, changed 1, gone 2");
    let before = composer.plan();
    composer.take_sheet(&wanted("{}"));
    assert_eq!(
        names(&composer),
        [
            "Đoàn P. Tây Thạnh",
            "Đoàn phường Năm",
            "Đoàn trường Trần Phú",
            "Đoàn phường Mới"
        ]
    );
    let plan = composer.plan();
    let four = before
        .units
        .iter()
        .find(|unit| unit.name == "Đoàn phường Bốn")
        .unwrap();
    let five = plan
        .units
        .iter()
        .find(|unit| unit.name == "Đoàn phường Năm")
        .unwrap();
    assert_eq!(five.id, four.id, "reports stay with the unit");
    assert_eq!(five.aliases, ["Đoàn phường Bốn"]);
    assert!(composer.undo());
    assert_eq!(composer.plan(), before);
}

#[test]
fn a_few_units_are_added_and_nothing_is_dropped() {
    let mut composer = Composer::blank(Vi);
    takes(
        &mut composer,
        "Tên đơn vị\nĐoàn xã A\nĐoàn xã B\nĐoàn xã C\n",
    );
    let view = takes(&mut composer, "Tên đơn vị\nĐoàn xã D\n");
    assert!(!view.drops);
    assert_eq!(names(&composer).len(), 4);
    let view = seen(&mut composer, "Tên đơn vị;Khối\nĐoàn xã A;Khối xã\n", "{}");
    assert_eq!(groups(&view), "changed 1, gone 3");
}

#[test]
fn a_unit_that_the_plan_names_elsewhere_stays() {
    let json = include_str!("../../../tests/cases/plans/small.json");
    let mut composer = Composer::open(json, Vi).unwrap();
    let mut plan = Plan::parse(json).unwrap();
    let first = plan.units[0].clone();
    plan.units
        .iter_mut()
        .skip(1)
        .for_each(|unit| unit.parent = Some(first.id.clone()));
    composer = Composer::open(&serde_json::to_string(&plan).unwrap(), Vi).unwrap_or(composer);
    let rest: Vec<String> = plan
        .units
        .iter()
        .skip(1)
        .map(|unit| unit.name.clone())
        .collect();
    let text = format!("Tên đơn vị\n{}\n", rest.join("\n"));
    let view = seen(&mut composer, &text, "{\"drops\":true}");
    assert!(groups(&view).contains("stays 1"), "{}", groups(&view));
    composer.take_sheet(&wanted("{\"drops\":true}"));
    assert_eq!(composer.plan().units.len(), plan.units.len());
}

#[test]
fn telephone_numbers_stay_out_of_the_plan_and_of_what_is_saved() {
    // No prefix that anybody has.
    let number = ["0", "28", "3", "000", "0000"].concat();
    let text = format!("TT;Tên đơn vị;Điện thoại\n1;Đoàn xã A;{number}\n");
    let mut composer = Composer::blank(Vi);
    let view = takes(&mut composer, &text);
    assert!(
        view.says.contains("1 số điện thoại được giữ riêng"),
        "{}",
        view.says
    );
    let digits = number.trim_start_matches('0');
    assert!(composer.phones().contains(digits));
    assert!(!composer.save().contains(digits));
    assert!(
        !serde_json::to_string(&composer.plan())
            .unwrap()
            .contains(digits)
    );
    let mut again = Composer::open(&composer.save(), Vi).unwrap();
    assert_eq!(again.phones(), "[]");
    again.keep_phones(&composer.phones());
    assert_eq!(again.phones(), composer.phones());
    let book = again.workbook();
    let sheet = &book
        .iter()
        .find(|(name, _)| name.ends_with("sheet1.xml"))
        .unwrap()
        .1;
    assert!(
        sheet.replace(' ', "").contains(digits),
        "the office's own workbook has them"
    );
    assert!(composer.undo());
    assert_eq!(composer.phones(), "[]");
}

const FIGURES: &str = "\
TT;Nội dung;Đơn vị tính;Cách trả lời;Bắt buộc;Ghi chú
I;XÂY DỰNG ĐOÀN;;;;
1;Số đoàn viên kết nạp;đoàn viên;;x;Tính từ đầu năm
2;Tỷ lệ chi đoàn mạnh;%;;;
3;Kinh phí vận động;triệu đồng;;;
4;Đường giao thông sửa chữa;km;;x;
5;Đã tổ chức đại hội;;có/không;;
6;Khó khăn;;màu;;
";

#[test]
fn figures_are_read_with_kind_unit_and_whether_they_are_required() {
    let mut composer = Composer::blank(Vi);
    let view = seen(&mut composer, FIGURES, "{}");
    assert_eq!(groups(&view), "new 6");
    assert_eq!(
        findings(&view),
        [("D8", "Ô D8 ghi “màu”, máy chưa hiểu cách trả lời này.")]
    );
    composer.take_sheet(&wanted("{}"));
    let plan = composer.plan();
    let kinds: Vec<&str> = plan
        .indicators
        .iter()
        .map(|one| one.measure.control().kind)
        .collect();
    let own = kinds.get(kinds.len() - 6..).unwrap();
    assert_eq!(
        own,
        ["count", "share", "money", "quantity", "done", "count"]
    );
    // A duty that comes later asks them, below the table's own heading.
    let add = super::super::Action {
        act: super::super::Act::Add,
        list: super::super::List::Duties,
        ids: Vec::new(),
        cell: None,
        text: Some("Báo cáo năm".to_owned()),
    };
    composer.act(&add).unwrap();
    let plan = composer.plan();
    let form = plan.template(plan.duties[0].template.as_str()).unwrap();
    let section = form
        .sections
        .iter()
        .find(|section| section.title == "XÂY DỰNG ĐOÀN")
        .unwrap();
    let required: Vec<bool> = section.fields.iter().map(|field| field.required).collect();
    assert_eq!(required, [true, false, false, true, false, false]);
}
