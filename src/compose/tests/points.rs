//! Points, as an officer makes a table of them.

use super::super::{Act, Action, Composer, List};
use super::{action, begun, confirm_all, paste, rows, set, text_of};
use crate::plan::Plan;
use crate::text::Lang::Vi;

fn add(composer: &mut Composer, label: &str) -> String {
    let add = Action {
        text: Some(label.to_owned()),
        ..action(Act::Add, List::Figures, &[])
    };
    composer.act(&add).unwrap();
    let id = rows(composer, "figures").pop().unwrap().id;
    set(composer, List::Figures, &id, "kind", "quantity");
    set(composer, List::Figures, &id, "unit", "điểm");
    set(composer, List::Figures, &id, "decimals", "1");
    id
}

fn scored() -> (Composer, String) {
    let mut composer = begun();
    confirm_all(&mut composer);
    paste(&mut composer, "Đoàn phường 1\nĐoàn phường 2").unwrap();
    let first = add(&mut composer, "Công trình thanh niên");
    let second = add(&mut composer, "Chuyển đổi số");
    set(&mut composer, List::Figures, &first, "points", "6");
    set(&mut composer, List::Figures, &second, "points", "4,5 điểm");
    (composer, first)
}

#[test]
fn a_figure_in_points_becomes_a_criterion_and_the_table_has_bands_and_what_rules_them_out() {
    let (mut composer, _) = scored();
    let duty = rows(&composer, "duties").pop().unwrap().id;
    let all = Action {
        text: Some("all".to_owned()),
        ..action(Act::Ask, List::Duties, &[&duty])
    };
    composer.act(&all).unwrap();
    let bands = "Tốt: 8\nXuất sắc: 12,5";
    set(&mut composer, List::Head, "", "scoring0.time", "5");
    set(&mut composer, List::Head, "", "scoring0.late", "1");
    set(&mut composer, List::Head, "", "scoring0.missing", "2");
    set(&mut composer, List::Head, "", "scoring0.bands", bands);
    let bars = "Xuất sắc: Có báo cáo gửi trễ hạn = báo cáo trễ hạn ít nhất 1\n\
                Tốt: Không có công trình = Công trình thanh niên dưới 1\n\
                Tốt: Trồng ít cây = Trồng mới cây xanh dưới 10";
    set(&mut composer, List::Head, "", "scoring0.bars", bars);
    let (_, is_whole) = composer.findings();
    assert!(is_whole, "{:#?}", composer.findings().0);
    let plan = serde_json::to_string(&composer.plan()).unwrap();
    let plan = Plan::parse(&plan).unwrap_or_else(|errors| panic!("{errors:?}"));
    let scoring = &plan.scorings[0];
    assert_eq!((scoring.criteria.len(), scoring.most(&plan)), (3, 155));
    let bands = scoring.bands.iter().map(|one| (&*one.name, one.from));
    let bands: Vec<_> = bands.collect();
    assert_eq!(bands, [("Xuất sắc", 125), ("Tốt", 80)]);
    let again = Composer::open(&serde_json::to_string(&plan).unwrap(), Vi).unwrap();
    let text = |cell| text_of(&again, List::Head, "", cell);
    assert_eq!(text("scoring0.bands").0, "Xuất sắc: 12,5\nTốt: 8");
    assert_eq!(
        text("scoring0.bars").0,
        bars.replace("ít nhất 1", "trên 0"),
        "what was typed is said again"
    );
}

#[test]
fn what_is_not_understood_stays_as_it_was_typed() {
    let (mut composer, first) = scored();
    for (cell, typed) in [
        ("scoring0.bands", "Xuất sắc"),
        ("scoring0.time", "nhiều"),
        ("scoring0.name", " "),
    ] {
        set(&mut composer, List::Head, "", cell, typed);
        let (text, wrong) = text_of(&composer, List::Head, "", cell);
        assert_eq!((&*text, wrong.is_some()), (typed, true), "{cell}");
    }
    set(&mut composer, List::Head, "", "scoring0.bands", "Tốt: 8");
    for typed in [
        "Tốt: trễ",
        "Khá: x = báo cáo trễ hạn trên 0",
        "Tốt: x = mưa trên 2",
    ] {
        set(&mut composer, List::Head, "", "scoring0.bars", typed);
        let (text, wrong) = text_of(&composer, List::Head, "", "scoring0.bars");
        assert_eq!((&*text, wrong.is_some()), (typed, true));
    }
    set(&mut composer, List::Figures, &first, "points", "6,55");
    assert!(
        text_of(&composer, List::Figures, &first, "points")
            .1
            .is_some()
    );
}

#[test]
fn a_table_goes_with_its_last_figure() {
    let (mut composer, first) = scored();
    assert_eq!(composer.plan().scorings[0].criteria.len(), 2);
    composer
        .act(&action(Act::Discard, List::Figures, &[&first]))
        .unwrap();
    assert_eq!(composer.plan().scorings[0].criteria.len(), 1);
    composer
        .act(&action(Act::Confirm, List::Figures, &[&first]))
        .unwrap();
    assert_eq!(composer.plan().scorings[0].criteria.len(), 2);
    let mut ids: Vec<String> = rows(&composer, "figures")
        .into_iter()
        .map(|row| row.id)
        .collect();
    ids.retain(|id| {
        composer
            .cells(List::Figures, id)
            .iter()
            .any(|cell| cell.name == "points")
    });
    assert_eq!(ids.len(), 2);
    for id in ids {
        set(&mut composer, List::Figures, &id, "points", "");
    }
    assert!(composer.plan().scorings.is_empty());
}
