//! Every mend that is offered mends: the finding is gone, and one step back it is there again.

use super::{action, begun, confirm_all, paste, rows, set};
use crate::compose::{Act, Action, ComposeFinding, Composer, List};
use crate::plan::{Bound, Combine, Comparison, Plan, Schedule, Share, Threshold};
use crate::text::Lang::Vi;

/// A plan whose parts stand as the document says.
fn whole() -> Composer {
    let mut composer = begun();
    confirm_all(&mut composer);
    paste(&mut composer, "Đoàn phường Một\nĐoàn phường Hai").unwrap();
    composer
}

/// The findings that say this.
fn saying(composer: &Composer, words: &str) -> Vec<ComposeFinding> {
    let (findings, _) = composer.findings();
    let mut found = findings;
    found.retain(|one| one.message.contains(words));
    found
}

/// Mends by the button that says this, and finds the finding gone; then takes it back and finds it there.
fn mends(composer: &mut Composer, words: &str, label: &str) -> Plan {
    let before = saying(composer, words);
    let finding = before.first().unwrap_or_else(|| {
        let all = composer.findings().0;
        panic!("“{words}” is not said: {all:#?}")
    });
    let mut offered = finding.mends.iter();
    let mend = offered.find(|one| one.label == label);
    let mend = mend.unwrap_or_else(|| panic!("{:#?}", finding.mends));
    composer.act(&mend.action).unwrap();
    let after = saying(composer, words);
    assert_eq!(after.len() + 1, before.len(), "{words}: {after:#?}");
    let plan = composer.plan();
    assert!(composer.undo(), "one step back");
    assert_eq!(saying(composer, words), before, "{words}");
    assert!(composer.redo());
    plan
}

#[test]
fn what_the_document_says_otherwise_is_mended_as_it_says() {
    let mut composer = whole();
    let duty = rows(&composer, "duties")[0].id.clone();
    let target = rows(&composer, "targets")[0].id.clone();
    let due = |plan: &Plan| match &plan.duties[0].schedules[0].schedule {
        Schedule::Listed(listed) => listed[0].deadline.unwrap(),
        other => panic!("{other:?}"),
    };
    set(&mut composer, List::Duties, &duty, "0.bound", "by");
    let plan = mends(&mut composer, "“trước 17g00”", "Sửa thành “trước”");
    assert_eq!(due(&plan).bound, Bound::Before);
    set(&mut composer, List::Duties, &duty, "0.hour", "16g00");
    mends(
        &mut composer,
        "Câu được trích ghi 17g00",
        "Sửa thành “17g00”",
    );
    set(&mut composer, List::Duties, &duty, "0.until", "28/3/2023");
    set(&mut composer, List::Duties, &duty, "0.day", "30/3/2023");
    let plan = mends(
        &mut composer,
        "Câu được trích ghi ngày 31/3/2023",
        "Sửa thành “thứ Sáu 31/3/2023”",
    );
    assert_eq!(due(&plan).date.to_iso(), "2023-03-31");
    set(
        &mut composer,
        List::Targets,
        &target,
        "comparison",
        "atMost",
    );
    let plan = mends(&mut composer, "ít nhất", "Sửa thành “ít nhất”");
    assert_eq!(plan.targets[0].comparison, Comparison::AtLeast);
    set(&mut composer, List::Targets, &target, "value", "120");
    mends(&mut composer, "120", "Sửa thành “100”");
    let each = rows(&composer, "targets")[1].id.clone();
    set(&mut composer, List::Targets, &each, "scope", "whole");
    mends(&mut composer, "mỗi", "Sửa thành “mỗi đơn vị”");
    assert!(composer.findings().1);
}

#[test]
fn an_activity_comes_to_the_day_of_its_words() {
    let document = "KẾ HOẠCH\nTổ chức Tháng Thanh niên năm 2023\n\nI. THỜI GIAN\nTừ ngày 01/3/2023 đến 31/3/2023.\n\n\
II. HOẠT ĐỘNG\n1. Tổ chức Ngày hội trồng cây ngày 19/3/2023 tại Công viên.\n";
    let mut composer = Composer::of_reading(crate::reading::read(document), Vi);
    confirm_all(&mut composer);
    let id = rows(&composer, "activities")[0].id.clone();
    set(&mut composer, List::Activities, &id, "from", "9/3/2023");
    paste(&mut composer, "Đoàn phường Một").unwrap();
    let add = Action {
        text: Some("closing".to_owned()),
        ..action(Act::Take, List::Duties, &[])
    };
    composer.act(&add).unwrap();
    let label = "Sửa thành “Chủ nhật 19/3/2023”";
    let plan = mends(
        &mut composer,
        "hoạt động trong kế hoạch là ngày 9/3/2023",
        label,
    );
    assert_eq!(plan.activities[0].when[0].from.to_iso(), "2023-03-19");
    set(&mut composer, List::Activities, &id, "from", "");
    let plan = mends(
        &mut composer,
        "hoạt động trong kế hoạch không có ngày",
        "Ghi ngày áp dụng là “Chủ nhật 19/3/2023”",
    );
    assert_eq!(plan.activities[0].when[0].from.to_iso(), "2023-03-19");
}

#[test]
fn a_debt_is_not_added_up_and_a_figure_that_nobody_asks_is_asked() {
    let mut composer = whole();
    let duty = rows(&composer, "duties")[0].id.clone();
    set(&mut composer, List::Duties, &duty, "cycle", "week");
    let add = |text: &str| Action {
        text: Some(text.to_owned()),
        ..action(Act::Add, List::Figures, &[])
    };
    composer.act(&add("Dư nợ ủy thác")).unwrap();
    let figure = rows(&composer, "figures").pop().unwrap().id;
    let label = "Sửa thành “số hiện có”";
    let plan = mends(&mut composer, "số hiện có", label);
    assert_eq!(plan.indicator(&figure).unwrap().combine, Combine::Latest);
    let ask = Action {
        cell: Some(figure.clone()),
        text: Some("no".to_owned()),
        ..action(Act::Ask, List::Duties, &[&duty])
    };
    composer.act(&ask).unwrap();
    let name = &composer.plan().duties[0].name;
    let label = ["Hỏi trong “", name, "”"].concat();
    mends(&mut composer, "Không mẫu báo cáo nào hỏi", &label);
}

#[test]
fn a_bare_share_is_told_apart() {
    let json = include_str!("../../../www/plans/tan-phu-thang-thanh-nien-2023.json");
    let bare = json.replacen("\"basisPoints\": 5000", "\"basisPoints\": 50", 1);
    assert_ne!(bare, json, "the plan has a share of a half");
    let mut composer = Composer::open(&bare, Vi).unwrap();
    let plan = mends(&mut composer, "ghi trơn", "Ý là “50%”");
    let half = Threshold::BasisPoints(Share::of(5000));
    assert!(plan.targets.iter().any(|target| target.value == half));
    let mut composer = Composer::open(&bare, Vi).unwrap();
    mends(&mut composer, "ghi trơn", "Ý là “0,5%”");
}

#[test]
fn what_the_plan_lacks_is_made_by_a_button() {
    let mut composer = Composer::blank(Vi);
    set(&mut composer, List::Head, "", "title", "Kế hoạch hè");
    set(&mut composer, List::Head, "", "from", "1/6/2024");
    set(&mut composer, List::Head, "", "to", "31/8/2024");
    mends(
        &mut composer,
        "Chưa có chế độ báo cáo",
        "Thêm báo cáo kết quả khi kết thúc",
    );
    paste(&mut composer, "Đoàn phường Một").unwrap();
    let duty = rows(&composer, "duties")[0].id.clone();
    // A level that is taken out leaves whom it chose unknown.
    let level = Action {
        text: Some("Cấp khác".to_owned()),
        ..action(Act::Add, List::Levels, &[])
    };
    composer.act(&level).unwrap();
    set(&mut composer, List::Duties, &duty, "by", "level:cap-khac");
    mends(
        &mut composer,
        "Không đơn vị nào phải gửi",
        "Để mọi đơn vị gửi",
    );
    set(&mut composer, List::Head, "", "to", "mai");
    mends(
        &mut composer,
        "Chưa đọc được ngày này",
        "Lấy lại “31/8/2024”",
    );
    assert!(composer.findings().1, "{:#?}", composer.findings());
}

#[test]
fn a_unit_that_was_taken_out_and_is_still_named_comes_back() {
    let json = include_str!("../../../www/plans/tan-phu-thang-thanh-nien-2023.json");
    let mut composer = Composer::open(json, Vi).unwrap();
    let discard = action(Act::Discard, List::Units, &["phuong-tay-thanh"]);
    composer.act(&discard).unwrap();
    assert!(!composer.findings().1);
    mends(
        &mut composer,
        "phuong-tay-thanh",
        "Lấy lại “Đoàn phường Tây Thạnh”",
    );
    assert!(composer.findings().1);
}

#[test]
fn sure_proposals_are_confirmed_by_one_button() {
    let mut composer = begun();
    let (findings, _) = composer.findings();
    let left: Vec<_> = findings
        .iter()
        .filter(|one| one.message.starts_with("Còn đề xuất"))
        .collect();
    assert!(left.len() >= 2, "{findings:#?}");
    for finding in left {
        for mend in &finding.mends {
            composer.act(&mend.action).unwrap();
        }
    }
    assert!(saying(&composer, "Còn đề xuất").is_empty());
}

#[test]
fn what_is_mended_in_several_places_at_once_is_one_step() {
    let mut composer = begun();
    let duties = rows(&composer, "duties").into_iter();
    let targets = rows(&composer, "targets").into_iter();
    let all: Vec<Action> = duties
        .map(|row| (List::Duties, row.id))
        .chain(targets.map(|row| (List::Targets, row.id)))
        .map(|(list, id)| action(Act::Confirm, list, &[&id]))
        .collect();
    assert!(all.len() > 1);
    let gone = action(Act::Mend, List::Head, &[]);
    let before = composer.save();
    let with_gone: Vec<Action> = all.iter().cloned().chain([gone]).collect();
    composer.act_all(&with_gone).ok();
    assert!(!composer.plan().duties.is_empty() && !composer.plan().targets.is_empty());
    assert!(composer.undo());
    assert_eq!(composer.save(), before);
    assert!(!composer.undo());
}

#[test]
fn a_mend_whose_finding_is_gone_changes_nothing() {
    let mut composer = whole();
    let before = composer.save();
    let mend = Action {
        cell: Some("deadline.otherBound".to_owned()),
        text: Some("/duties/0/schedules/0".to_owned()),
        ..action(Act::Mend, List::Duties, &["x"])
    };
    assert!(composer.act(&mend).is_err());
    assert_eq!(composer.save(), before);
}
