//! A plan taken up again: as JSON, in another year, and with its document's headings corrected.

use super::{action, begun, confirm_all, paste, rows, set};
use crate::compose::{Act, Action, Composer, Decided, List};
use crate::plan::{Plan, Schedule};
use crate::text::Lang::Vi;

const YEAR: &str = include_str!("../../../www/plans/tan-phu-thang-thanh-nien-2023.json");

fn write(composer: &mut Composer, text: &str) {
    let write = Action {
        text: Some(text.to_owned()),
        ..action(Act::Write, List::Head, &[])
    };
    composer.act(&write).unwrap();
}

fn move_to(composer: &mut Composer, first: &str, names: &[&str]) -> Result<(), &'static str> {
    composer.act(&Action {
        text: Some(first.to_owned()),
        ..action(Act::Move, List::Head, names)
    })
}

#[test]
#[allow(clippy::disallowed_methods, reason = "the plans that ship are files")]
fn every_plan_that_ships_is_written_as_json_and_comes_back_as_it_was_written() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/www/plans");
    for entry in std::fs::read_dir(folder).unwrap() {
        let json = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        let mut composer = Composer::open(&json, Vi).unwrap();
        let text = composer.json().text;
        assert_eq!(Plan::parse(&text).unwrap(), composer.plan());
        let version = format!("\"version\": {}", composer.plan().version);
        let other = text.replacen(&version, "\"version\": 40", 1);
        write(&mut composer, &other);
        assert_eq!(composer.plan(), Plan::parse(&other).unwrap());
        assert!(composer.undo());
        assert_eq!(composer.plan(), Plan::parse(&json).unwrap());
    }
}

#[test]
fn json_that_is_no_plan_is_kept_as_it_was_typed_and_changes_nothing() {
    let mut composer = Composer::open(YEAR, Vi).unwrap();
    let plan = composer.plan();
    let broken = composer
        .json()
        .text
        .replacen("\"duties\": [", "\"duties\": [,", 1);
    write(&mut composer, &broken);
    assert_eq!(composer.plan(), plan);
    let view = composer.json();
    assert!(!view.is_plan);
    assert_eq!(view.text, broken);
    assert!(view.faults[0].line > 100, "{:?}", view.faults);
    let (findings, is_whole) = composer.findings();
    assert!(!is_whole, "what was typed is not forgotten");
    // It outlives closing the page.
    let mut again = Composer::open(&composer.save(), Vi).unwrap();
    assert_eq!(again.json().text, broken);
    let lost = &findings
        .iter()
        .find(|one| one.place.cell.as_deref() == Some("json"));
    again.act(&lost.unwrap().mends[0].action).unwrap();
    assert!(again.findings().1 && again.json().is_plan);
    // All mistakes of a plan that is JSON, each at its place.
    let two = YEAR.replacen("\"tree\"", "\"bush\"", 1).replacen(
        "\"template\": \"",
        "\"template\": \"khong-co-",
        2,
    );
    write(&mut composer, &two);
    assert!(
        composer.json().faults.len() >= 2,
        "{:?}",
        composer.json().faults
    );
}

#[test]
fn json_keeps_what_was_found_and_what_was_discarded() {
    let mut composer = begun();
    let first = rows(&composer, "targets")[0].id.clone();
    confirm_all(&mut composer);
    paste(&mut composer, "Đoàn phường Một").unwrap();
    let discard = action(Act::Discard, List::Targets, &[&first]);
    composer.act(&discard).unwrap();
    let text = composer
        .json()
        .text
        .replacen("\"count\": 2", "\"count\": 3", 1);
    let marks = composer.paper();
    write(&mut composer, &text);
    assert_eq!(
        composer.paper(),
        marks,
        "each sentence still leads to its row"
    );
    let targets = rows(&composer, "targets");
    let gone = targets.iter().find(|row| row.id == first).unwrap();
    assert_eq!(gone.standing, Decided::Discarded);
    assert!(
        targets
            .iter()
            .any(|row| row.says.contains(" 3 ") && row.corrected)
    );
}

#[test]
fn last_years_plan_is_moved_a_year_with_its_weeks_and_names() {
    let mut composer = Composer::open(YEAR, Vi).unwrap();
    let before = composer.plan();
    let moving = composer.moving("");
    assert_eq!(moving.wrong, None);
    assert_eq!(moving.first, "26/2/2024");
    assert!(moving.names.iter().any(|one| one.id == "id"));
    assert!(
        moving
            .names
            .iter()
            .all(|one| one.name.will.contains("2024"))
    );
    assert!(
        moving
            .left
            .iter()
            .any(|one| one.message.contains("Số, ký hiệu"))
    );
    let names: Vec<&str> = moving.names.iter().map(|one| &*one.id).collect();
    move_to(&mut composer, &moving.first, &names).unwrap();
    let after = composer.plan();
    assert_eq!(
        after.id.as_str(),
        before.id.as_str().replace("2023", "2024")
    );
    assert_eq!(after.version, 1);
    assert!(after.title.contains("2024") || !before.title.contains("2023"));
    assert_eq!(after.period.from().to_iso(), "2024-02-26");
    assert_eq!(after.period.to().to_iso(), "2024-03-31");
    assert_eq!(after.duties.len(), before.duties.len());
    for (was, is) in before.duties.iter().zip(&after.duties) {
        let listed = |duty: &crate::plan::Duty| match &duty.schedule().unwrap().schedule {
            Schedule::Listed(listed) => listed.clone(),
            _ => Vec::new(),
        };
        let (was, is) = (listed(was), listed(is));
        assert_eq!(was.len(), is.len());
        if was.len() < 4 {
            continue;
        }
        // Weeks end on the day on which they ended, and follow each other without a gap.
        for (was, is) in was.iter().zip(&is).take(was.len() - 1) {
            assert_eq!(was.period.to().weekday(), is.period.to().weekday());
            let due = |one: &crate::plan::ListedPeriod| one.deadline.unwrap().date.weekday();
            assert_eq!(due(was), due(is));
        }
        for (one, next) in is.iter().zip(is.iter().skip(1)) {
            assert_eq!(one.period.to().add_days(1), Some(next.period.from()));
        }
        assert_eq!(is.last().unwrap().period.to(), after.period.to());
    }
    assert!(after.targets.iter().all(|one| one.source.quote.is_none()));
    assert!(composer.findings().1, "{:#?}", composer.findings());
    assert!(composer.undo());
    assert_eq!(composer.plan(), before, "one step back");
}

#[test]
fn a_name_that_is_not_taken_stays_and_a_day_that_is_none_is_said() {
    let mut composer = Composer::open(YEAR, Vi).unwrap();
    let title = composer.plan().title;
    move_to(&mut composer, "26/2/2024", &[]).unwrap();
    assert_eq!(composer.plan().title, title);
    assert!(composer.moving("ngày mai").wrong.is_some());
    assert!(
        composer.moving("26/2/2024").wrong.is_some(),
        "it begins then"
    );
    assert!(move_to(&mut composer, "nay", &[]).is_err());
    let blank = Composer::blank(Vi);
    assert!(blank.moving("").wrong.is_some());
}

#[test]
fn the_29th_of_february_and_days_of_the_week_are_looked_at() {
    let mut composer = Composer::blank(Vi);
    set(&mut composer, List::Head, "", "title", "Kế hoạch 2024");
    set(&mut composer, List::Head, "", "from", "1/2/2024");
    set(&mut composer, List::Head, "", "to", "31/3/2024");
    for (title, day) in [
        ("Ngày Chủ nhật xanh", "17/3/2024"),
        ("Hội nghị", "29/2/2024"),
        ("Ngày hội", "24/3/2024"),
    ] {
        let add = Action {
            text: Some(title.to_owned()),
            ..action(Act::Add, List::Activities, &[])
        };
        composer.act(&add).unwrap();
        let id = rows(&composer, "activities").pop().unwrap().id;
        set(&mut composer, List::Activities, &id, "from", day);
    }
    let left = composer.moving("1/2/2025").left;
    let says = |title: &str| -> Vec<&str> {
        let of = left.iter().filter(|one| one.place.title == title);
        of.map(|one| &*one.message).collect()
    };
    assert!(says("Hội nghị")[0].contains("28/2"), "{left:#?}");
    let day = left.iter().find_map(|one| one.day.as_deref());
    assert_eq!(
        (says("Ngày hội").len(), day),
        (1, Some("thứ Hai 24/3/2025"))
    );
    assert!(says("Ngày Chủ nhật xanh").is_empty());
    move_to(&mut composer, "1/2/2025", &[]).unwrap();
    let days: Vec<String> = composer
        .plan()
        .activities
        .iter()
        .map(|one| one.when[0].from.to_iso())
        .collect();
    assert_eq!(days, ["2025-03-16", "2025-02-28", "2025-03-24"]);
}

#[test]
fn every_piece_can_be_taken_once_the_days_are_known() {
    let mut composer = Composer::blank(Vi);
    assert!(composer.act(&composer.pieces()[0].action.clone()).is_err());
    set(&mut composer, List::Head, "", "title", "Kế hoạch hè");
    set(&mut composer, List::Head, "", "from", "1/6/2024");
    set(&mut composer, List::Head, "", "to", "30/6/2024");
    paste(&mut composer, "Đoàn phường Một").unwrap();
    for piece in composer.pieces() {
        let taken = composer.act(&piece.action);
        // Whom to call comes with the first report.
        assert_eq!(
            taken.is_err(),
            piece.title.starts_with("Người báo cáo"),
            "{piece:?}"
        );
    }
    let (findings, is_whole) = composer.findings();
    assert!(is_whole, "{findings:#?}");
    assert_eq!(composer.calendar(None).len(), 5 + 1);
    assert_eq!(composer.calendar(Some("doan-phuong-mot")).len(), 5 + 1);
    assert_eq!(composer.calendar(Some("khong-co")).len(), 0);
}

fn level(composer: &mut Composer, id: &str, level: &str) {
    let mark = Action {
        text: Some(level.to_owned()),
        ..action(Act::Level, List::Head, &[id])
    };
    composer.act(&mark).unwrap();
}

#[test]
fn a_heading_is_corrected_and_what_was_decided_stays() {
    // "4." after "III." was read as a part; a person says otherwise, or that it is no heading.
    let mut composer = begun();
    let targets = rows(&composer, "targets");
    let first = targets[0].id.clone();
    composer
        .act(&action(Act::Confirm, List::Targets, &[&first]))
        .unwrap();
    set(&mut composer, List::Targets, &first, "value", "120");
    composer
        .act(&action(Act::Discard, List::Targets, &[&targets[1].id]))
        .unwrap();
    let heading = composer
        .outline()
        .into_iter()
        .find(|one| one.title.starts_with("CHỈ TIÊU"))
        .unwrap();
    level(&mut composer, &heading.id, "none");
    let outline = composer.outline();
    let line = outline.iter().find(|one| one.id == heading.id).unwrap();
    assert_eq!(
        (line.level, line.corrected),
        (0, true),
        "it can be taken back"
    );
    let after = rows(&composer, "targets");
    let row = after.iter().find(|row| row.id == first).unwrap();
    assert_eq!(row.standing, Decided::Confirmed);
    assert!(row.says.contains("120"), "{}", row.says);
    let discarded = after.iter().find(|row| row.id == targets[1].id).unwrap();
    assert_eq!(discarded.standing, Decided::Discarded);
    level(&mut composer, &heading.id, "read");
    assert_eq!(composer.outline().len(), 3);
    assert_eq!(rows(&composer, "targets").len(), targets.len());
    assert!(composer.undo() && composer.undo());
    assert_eq!(rows(&composer, "targets").len(), targets.len());
}

#[test]
fn what_stands_below_a_heading_is_read_as_what_the_heading_is() {
    // The heading of the targets is not seen as one: they are below the purposes, where numbers are no targets.
    let document = "KẾ HOẠCH\nTổ chức Tháng Thanh niên năm 2023\n\nI. MỤC ĐÍCH, Ý NGHĨA\n1. Giáo dục truyền thống.\n\
Các chỉ tiêu chủ yếu của năm\nTrồng mới 100 cây xanh.\nCó 50 đoàn viên được kết nạp.\n\nII. TỔ CHỨC THỰC HIỆN\n1. Giao các cơ sở.\n";
    let mut composer = Composer::of_reading(crate::reading::read(document), Vi);
    let at = document.find("Các chỉ tiêu").unwrap().to_string();
    let before = composer.outline().len();
    level(&mut composer, &at, "1");
    let outline = composer.outline();
    assert_eq!(outline.len(), before + 1, "{outline:#?}");
    let heading = outline.iter().find(|one| one.id == at).unwrap();
    assert_eq!(
        (heading.level, &*heading.title),
        (1, "Các chỉ tiêu chủ yếu của năm")
    );
    let targets = rows(&composer, "targets");
    assert!(
        targets
            .iter()
            .any(|row| row.section.contains("Các chỉ tiêu") && row.title.contains("100 cây")),
        "{targets:#?}"
    );
    level(&mut composer, &at, "in");
    let deeper = composer.outline();
    assert_eq!(deeper.iter().find(|one| one.id == at).unwrap().level, 2);
    let kept = Composer::open(&composer.save(), Vi).unwrap();
    assert_eq!(kept.outline(), deeper);
}
