mod asked;

use super::super::{Act, Action, Composer, List};
use super::{DetailGroup, DetailPart};
use crate::plan::Plan;
use crate::text::Lang;
use serde_json::{Value, json};

const SMALL: &str = include_str!("../../../tests/cases/plans/small.json");

fn composer() -> Composer {
    Composer::open(SMALL, Lang::Vi).unwrap()
}

fn acts(composer: &mut Composer, act: Act, (list, id): (List, &str), cell: &str, text: &str) {
    let action = Action {
        act,
        list,
        ids: vec![id.to_owned()],
        cell: Some(cell.to_owned()),
        text: Some(text.to_owned()),
    };
    composer
        .act(&action)
        .unwrap_or_else(|why| panic!("{cell}: {why}"));
}

fn sets(composer: &mut Composer, of: (List, &str), cell: &str, text: &str) {
    acts(composer, Act::Set, of, cell, text);
    let wrong = everywhere(composer, of.0, of.1, &[]);
    let wrong: Vec<_> = wrong
        .iter()
        .flat_map(|group| &group.cells)
        .filter_map(|cell| cell.wrong.as_deref())
        .collect();
    assert_eq!(wrong, [""; 0], "{cell}");
}

/// Those that are shown with the row, and those with the forms.
fn everywhere(composer: &Composer, list: List, id: &str, open: &[String]) -> Vec<DetailGroup> {
    let parts = [DetailPart::Row, DetailPart::Form];
    let groups = parts.map(|part| composer.details(list, id, part, open));
    groups.concat()
}

fn json_of(composer: &Composer) -> Value {
    serde_json::to_value(composer.plan()).unwrap()
}

fn whole(composer: &Composer) {
    let json = serde_json::to_string(&composer.plan()).unwrap();
    Plan::parse(&json).unwrap_or_else(|errors| panic!("{errors:?}"));
}

fn open(paths: &[&str]) -> Vec<String> {
    paths.iter().map(|&path| path.to_owned()).collect()
}

fn labels(groups: &[DetailGroup]) -> Vec<&str> {
    groups.iter().map(|group| &*group.title).collect()
}

/// All that a group, and what stands in it, shows when everything is open.
fn unfolded(composer: &Composer, list: List, id: &str) -> Vec<DetailGroup> {
    let mut paths = vec![String::new()];
    loop {
        let groups = everywhere(composer, list, id, &paths);
        let closed = groups.iter().filter(|group| !group.is_open);
        let closed: Vec<String> = closed.map(|group| group.path.clone()).collect();
        if closed.is_empty() {
            return groups;
        }
        paths.extend(closed);
    }
}

#[test]
fn what_is_known_of_units_is_said_and_a_target_rests_on_it() {
    let mut composer = composer();
    let head = (List::Head, "");
    acts(&mut composer, Act::Grow, head, "/attributes", "");
    sets(&mut composer, head, "/attributes/0/name", "đoàn viên");
    let unit = (List::Units, "ward-1");
    acts(&mut composer, Act::Grow, unit, "/numbers", "");
    sets(&mut composer, unit, "/numbers/0/number", "1.200");
    let add = Action {
        act: Act::Add,
        list: List::Targets,
        ids: Vec::new(),
        cell: None,
        text: Some("Phát triển đoàn viên mới".to_owned()),
    };
    composer.act(&add).unwrap();
    let mut rows = composer.view().rows.into_iter();
    let row = rows
        .find(|row| row.title == "Phát triển đoàn viên mới" && row.list == "targets")
        .unwrap();
    let target = (List::Targets, &*row.id);
    acts(&mut composer, Act::Grow, target, "/of", "");
    sets(&mut composer, target, "/of/by", "change");
    let cell = |composer: &Composer| {
        let mut cells = composer.cells(target.0, target.1).into_iter();
        cells.find(|cell| cell.name == "value").unwrap().text
    };
    for (typed, stands, value) in [
        ("tăng 10 %", "tăng 10%", json!({"ratio": "110/100"})),
        ("giảm 12,5%", "giảm 12,5%", json!({"ratio": "8.750/10.000"})),
        ("giảm 3", "giảm 3", json!({"count": -3})),
        ("+5", "tăng 5", json!({"count": 5})),
        ("không đổi", "không đổi", json!({"count": 0})),
    ] {
        acts(&mut composer, Act::Set, target, "value", typed);
        assert_eq!(cell(&composer), stands);
        let plan = json_of(&composer);
        let mut all = plan["targets"].as_array().unwrap().iter();
        let own = all.find(|one| one["id"] == row.id).unwrap();
        assert_eq!(own["value"], value, "{typed}");
    }
    whole(&composer);
    // Where it rests on nothing any more, a change is no value.
    acts(&mut composer, Act::Set, target, "value", "tăng 10 %");
    acts(&mut composer, Act::Drop, target, "/of", "");
    whole(&composer);
}

#[test]
fn a_duty_has_more_schedules_waivers_and_extensions_in_words() {
    let mut composer = composer();
    let duty = (List::Duties, "weekly");
    sets(&mut composer, duty, "/moved", "after");
    sets(&mut composer, duty, "/dueSoonHours", "24");
    acts(&mut composer, Act::Grow, duty, "/waivers", "");
    sets(
        &mut composer,
        duty,
        "/waivers/1/why",
        "Gộp vào báo cáo tổng kết",
    );
    acts(&mut composer, Act::Grow, duty, "/extensions", "");
    sets(
        &mut composer,
        duty,
        "/extensions/0/deadline/date",
        "5/3/2023",
    );
    sets(&mut composer, duty, "/extensions/0/deadline/time", "17g00");
    acts(&mut composer, Act::Grow, duty, "/schedules", "");
    sets(&mut composer, duty, "/schedules/1/schedule", "recurring");
    sets(
        &mut composer,
        duty,
        "/schedules/1/schedule/recurring/cycle/every",
        "schoolYear",
    );
    sets(
        &mut composer,
        duty,
        "/schedules/1/schedule/recurring/cycle/from",
        "6/9",
    );
    sets(
        &mut composer,
        duty,
        "/schedules/1/schedule/recurring/skipMonths",
        "6, 7, 8",
    );
    acts(
        &mut composer,
        Act::Grow,
        duty,
        "/schedules/1/schedule/recurring/deadline",
        "",
    );
    sets(
        &mut composer,
        duty,
        "/schedules/1/schedule/recurring/deadline/workingDaysAfter",
        "3",
    );
    let plan = json_of(&composer);
    let own = plan["duties"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["id"] == "weekly")
        .unwrap();
    assert_eq!(own["moved"], "after");
    assert_eq!(own["dueSoonHours"], 24);
    assert_eq!(own["waivers"][1]["why"], "Gộp vào báo cáo tổng kết");
    assert_eq!(own["extensions"][0]["deadline"]["date"], "2023-03-05");
    assert_eq!(
        own["schedules"][1]["schedule"]["recurring"],
        json!({"cycle": {"every": "schoolYear", "from": "09-06"}, "skipMonths": [6, 7, 8],
            "deadline": {"workingDaysAfter": 3}}),
    );
    whole(&composer);
    let groups = composer.details(duty.0, duty.1, DetailPart::Row, &open(&[""]));
    assert!(
        labels(&groups).contains(&"Kỳ được miễn báo cáo 2: 26/2/2023"),
        "{:?}",
        labels(&groups)
    );
    acts(&mut composer, Act::Drop, duty, "/waivers/1", "");
    assert!(
        !json_of(&composer)["duties"]
            .to_string()
            .contains("Gộp vào báo cáo tổng kết")
    );
    assert!(composer.undo());
    assert!(
        json_of(&composer)["duties"]
            .to_string()
            .contains("Gộp vào báo cáo tổng kết")
    );
}

#[test]
fn what_a_form_asks_is_shown_with_the_forms_alone() {
    let composer = composer();
    let of = |part| composer.details(List::Duties, "weekly", part, &open(&[""]));
    let (row, form) = (of(DetailPart::Row), of(DetailPart::Form));
    assert!(row.iter().all(|group| !group.path.starts_with("/template")));
    assert!(form.iter().all(|group| group.path.starts_with("/template")));
    assert_eq!((form[0].depth, form[0].is_open), (0, true));
    assert_eq!(row[0].depth, 0);
}

#[test]
fn what_is_not_understood_is_kept_and_said_at_its_place() {
    let mut composer = composer();
    let duty = (List::Duties, "weekly");
    acts(&mut composer, Act::Set, duty, "/dueSoonHours", "hai ngày");
    let groups = composer.details(duty.0, duty.1, DetailPart::Row, &[]);
    let mut cells = groups.iter().flat_map(|group| &group.cells);
    let cell = cells.find(|cell| cell.name == "/dueSoonHours").unwrap();
    assert_eq!(cell.text, "hai ngày");
    assert!(cell.wrong.as_deref().unwrap().contains("số nguyên"));
    let (findings, is_whole) = composer.findings();
    assert!(!is_whole);
    let mut places = findings
        .iter()
        .map(|one| (&*one.place.id, one.place.cell.as_deref()));
    assert!(places.any(|at| at == ("weekly", Some("/dueSoonHours"))));
    let mut found = findings.iter().filter_map(|one| one.place.detail);
    assert!(found.any(|part| part == DetailPart::Row));
    let ordinary = composer.cells(duty.0, duty.1);
    assert!(ordinary.iter().all(|cell| !cell.name.starts_with('/')));
}

#[test]
fn a_form_is_put_in_order_and_says_of_whom_it_asks() {
    let mut composer = composer();
    let duty = (List::Duties, "weekly");
    let form = |composer: &Composer| {
        let plan = json_of(composer);
        let own = plan["duties"]
            .as_array()
            .unwrap()
            .iter()
            .find(|one| one["id"] == "weekly")
            .cloned();
        let own = own.unwrap()["template"].clone();
        let mut all = plan["templates"].as_array().unwrap().iter();
        all.find(|one| one["id"] == own).unwrap().clone()
    };
    let before = form(&composer);
    acts(
        &mut composer,
        Act::Raise,
        duty,
        "/template/sections/0/fields/1",
        "",
    );
    let after = form(&composer);
    assert_eq!(
        after["sections"][0]["fields"][0],
        before["sections"][0]["fields"][1]
    );
    sets(
        &mut composer,
        duty,
        "/template/sections/0/hint",
        "Ghi số trong kỳ",
    );
    sets(
        &mut composer,
        duty,
        "/template/sections/0/fields/0/evidence",
        "yes",
    );
    sets(
        &mut composer,
        duty,
        "/template/sections/0/fields/0/only/from",
        "1/3/2023",
    );
    assert_eq!(
        form(&composer)["sections"][0]["fields"][0]["only"],
        json!({"from": "2023-03-01"})
    );
    sets(
        &mut composer,
        duty,
        "/template/sections/0/fields/0/only/from",
        "",
    );
    assert_eq!(
        form(&composer)["sections"][0]["fields"][0].get("only"),
        None
    );
}

#[test]
fn a_finding_of_the_plan_leads_to_the_detail() {
    let mut composer = composer();
    acts(
        &mut composer,
        Act::Grow,
        (List::Duties, "weekly"),
        "/waivers",
        "",
    );
    let (findings, _) = composer.findings();
    let mut places = findings.iter().filter_map(|one| one.place.cell.as_deref());
    assert!(places.any(|cell| cell == "/waivers/1/why"), "{findings:#?}");
}

#[test]
fn nobody_reads_an_identity_or_json() {
    let shipped = include_str!("../../../www/plans/soc-trang-chuong-trinh-2024.json");
    for (json, step) in [(SMALL, 1), (shipped, 9)] {
        let composer = Composer::open(json, Lang::Vi).unwrap();
        for row in composer.view().rows.into_iter().step_by(step) {
            let list: List =
                crate::read::from_str(&serde_json::to_string(&row.list).unwrap()).unwrap();
            for group in unfolded(&composer, list, &row.id) {
                for cell in group.cells {
                    assert!(
                        !cell.label.is_empty() && !cell.text.contains(['{', '[']),
                        "{cell:?}"
                    );
                }
                assert!(
                    !group.title.contains('/') || group.title.contains(' '),
                    "{}",
                    group.title
                );
            }
        }
    }
}

#[test]
fn every_cell_takes_back_what_stands_in_it() {
    let shipped = include_str!("../../../www/plans/soc-trang-chuong-trinh-2024.json");
    for (json, step) in [(SMALL, 1), (shipped, 23)] {
        let mut composer = Composer::open(json, Lang::Vi).unwrap();
        let before = json_of(&composer);
        for row in composer.view().rows.into_iter().step_by(step) {
            let list: List =
                crate::read::from_str(&serde_json::to_string(&row.list).unwrap()).unwrap();
            let cells = unfolded(&composer, list, &row.id);
            for cell in cells.into_iter().flat_map(|group| group.cells) {
                sets(&mut composer, (list, &row.id), &cell.name, &cell.text);
            }
        }
        assert_eq!(json_of(&composer), before);
    }
}
