//! Long periods against short ones, who is missing, what two units claim both.

use super::{add, at, held, merge, number, plan_of, plan_with, progress, report};
use crate::punctuality::Standing;
use crate::report::Value;
use crate::rollup::RollUp;
use serde_json::{Value as Json, json};

const OVER: &str = "2023-04-10T00:00";

#[test]
fn a_closing_report_is_never_added_to_the_weeks_it_takes_in() {
    // The weeks of unit a, what its closing report says and when it came; what it comes to, and what
    // differs (closing, weeks).
    for (what, weeks, closing, came, value, differs) in [
        ("the same", [1, 2, 3, 4], Some(10), "04-03", 10, None),
        (
            "more than the weeks",
            [1, 2, 3, 4],
            Some(12),
            "04-03",
            12,
            Some((12, 10)),
        ),
        (
            "fewer than the weeks",
            [1, 2, 3, 4],
            Some(9),
            "04-03",
            9,
            Some((9, 10)),
        ),
        ("none", [1, 2, 3, 4], None, "04-03", 10, None),
        // It came on Sunday the 19th: it cannot know weeks 3 and 4, which are added.
        ("before the end", [1, 2, 3, 4], Some(3), "03-19", 10, None),
        (
            "before the end, and wrong",
            [1, 2, 3, 4],
            Some(2),
            "03-19",
            9,
            Some((2, 3)),
        ),
        // It came in the third week, which counts as told by it.
        ("within a week", [1, 2, 3, 4], Some(5), "03-22", 9, None),
    ] {
        let plan = plan_with(json!({}), json!({}));
        let mut rollup = RollUp::new(&plan);
        for (week, value) in (1..).zip(weeks) {
            add(
                &mut rollup,
                &report("a", week, Some(number(value))),
                None,
                1,
            );
        }
        if let Some(closing) = closing {
            add(
                &mut rollup,
                &report("a", 0, Some(number(closing))),
                Some(came),
                1,
            );
        }
        let progress = rollup.at(at(OVER));
        assert_eq!(
            progress.targets[0].reach().unwrap().value,
            Some(value),
            "{what}"
        );
        let found: Vec<_> = progress
            .discrepancies
            .iter()
            .map(|one| (one.value, one.parts))
            .collect();
        assert_eq!(found, differs.into_iter().collect::<Vec<_>>(), "{what}");
    }
}

#[test]
fn a_week_that_the_closing_report_takes_in_is_not_missing() {
    let plan = plan_with(json!({}), json!({"units": {"units": ["a", "b"]}}));
    let standing = |reports: &[(&str, usize, Value)], now: &str| {
        progress(&plan, reports, now, |progress| {
            let target = &progress.targets[0];
            let partial = target.reach().unwrap().partial;
            let of_a = target.units[0].standing;
            (
                of_a,
                [partial.units, partial.sent, partial.late, partial.missing],
            )
        })
    };
    let week = |unit: &'static str, week: usize| (unit, week, number(1));
    for (what, reports, now, expected) in [
        (
            "nothing due",
            vec![],
            "2023-03-08T00:00",
            (Standing::Pending, [0, 0, 0, 0]),
        ),
        (
            "one missing",
            vec![week("b", 1)],
            "2023-03-14T00:00",
            (Standing::Missing, [2, 1, 0, 1]),
        ),
        (
            "sent ahead",
            vec![week("a", 1)],
            "2023-03-12T20:00",
            (Standing::Sent, [1, 1, 0, 0]),
        ),
    ] {
        assert_eq!(standing(&reports, now), expected, "{what}");
    }
    let mut rollup = RollUp::new(&plan);
    add(
        &mut rollup,
        &report("a", 0, Some(number(9))),
        Some("04-04"),
        1,
    );
    add(
        &mut rollup,
        &report("a", 1, Some(number(9))),
        Some("03-15"),
        1,
    );
    let progress = rollup.at(at(OVER));
    assert_eq!(
        progress.targets[0].units[0].standing,
        Standing::Late,
        "week 1 late, the rest told"
    );
    assert_eq!(
        progress.columns[1].tally.missing, 4,
        "the reports themselves are missing all the same"
    );
}

#[test]
fn a_report_that_the_line_held_up_is_late_and_marked_whatever_comes_after_it() {
    use crate::punctuality::Standing;
    use crate::rollup::Came;
    use crate::schedule::{State, Status};
    let plan = plan_with(json!({}), json!({}));
    let week = report("a", 1, Some(number(5)));
    let came = |id, revision, prepared: &str, received: &str| {
        let (prepared_at, received_at) = (Some(at(prepared)), at(received));
        let status = Status::Received;
        Came {
            id,
            received_at,
            prepared_at,
            revision,
            status,
            points: &[],
        }
    };
    let first = came("one", 1, "2023-03-13T20:00", "2023-03-14T08:00");
    let second = came("two", 2, "2023-03-14T09:00", "2023-03-14T09:00");
    let too_late = came("one", 1, "2023-03-14T00:00", "2023-03-14T08:00");
    for (order, delayed) in [
        (vec![first], true),
        (vec![first, second], true),
        (vec![second, first], true),
        (vec![too_late], false),
    ] {
        let mut rollup = RollUp::new(&plan);
        for came in &order {
            rollup.add(came, &week);
        }
        let progress = rollup.at(at("2023-03-15T00:00"));
        let cell = progress.cells[0][0].unwrap();
        assert_eq!(
            (cell.state, cell.standing),
            (State::SentLate, Standing::Late)
        );
        assert_eq!(cell.report.unwrap().delayed, delayed, "{order:?}");
    }
}

#[test]
fn what_is_given_back_counts_as_missing_until_it_comes_again() {
    use crate::rollup::Came;
    use crate::schedule::Status;
    let plan = plan_with(json!({}), json!({}));
    let mut rollup = RollUp::new(&plan);
    let first = report("a", 1, Some(number(5)));
    let came = |id, revision, status| Came {
        id,
        received_at: at("2023-03-12T12:00"),
        prepared_at: None,
        revision,
        status,
        points: &[],
    };
    rollup.add(&came("one", 1, Status::Returned), &first);
    let value = |rollup: &RollUp<_>| {
        rollup.at(at("2023-03-14T00:00")).targets[0]
            .reach()
            .unwrap()
            .value
    };
    assert_eq!(value(&rollup), None);
    rollup.add(&came("two", 2, Status::Received), &first);
    assert_eq!(value(&rollup), Some(5));
}

#[test]
fn one_activity_claimed_by_two_units_is_offered_for_a_decision() {
    let park = Some("Công viên Lê Thị Riêng");
    let theirs = Some("công viên Lê Thị Riêng, phường 15");
    let elsewhere = Some("Nhà Thiếu nhi quận");
    for (what, one, other, found) in [
        (
            "same day, place and title",
            held("Hiến máu tình nguyện", "03-07", park),
            held("Ngày hội hiến máu tình nguyện", "03-07", theirs),
            true,
        ),
        (
            "another day",
            held("Hiến máu tình nguyện", "03-07", park),
            held("Hiến máu tình nguyện", "03-08", park),
            false,
        ),
        (
            "another place",
            held("Hiến máu tình nguyện", "03-07", park),
            held("Hiến máu tình nguyện", "03-07", elsewhere),
            false,
        ),
        (
            "another title",
            held("Hiến máu tình nguyện", "03-07", park),
            held("Hội thao", "03-07", park),
            false,
        ),
        (
            "no place, same title",
            held("Hội trại Tự hào tuổi trẻ", "03-07", None),
            held("HỘI TRẠI TỰ HÀO TUỔI TRẺ", "03-07", park),
            true,
        ),
        (
            "no place, like title",
            held("Hội trại Tự hào tuổi trẻ", "03-07", None),
            held("Hội trại tuổi trẻ", "03-07", park),
            false,
        ),
    ] {
        let plan = plan_with(json!({}), json!({}));
        let mut rollup = RollUp::new(&plan);
        for (unit, activity) in [("a", one), ("b", other)] {
            let mut report = report(unit, 1, Some(number(1)));
            report.activities = vec![activity];
            add(&mut rollup, &report, None, 1);
        }
        let duplicates = rollup.at(at(OVER)).duplicates.len();
        assert_eq!(duplicates, usize::from(found), "{what}");
    }
}

#[test]
fn what_the_plan_has_every_unit_hold_is_no_duplicate_but_at_one_place() {
    let activity = |changes: Json| {
        let mut activity = json!({"id": "green", "title": "Ngày Chủ nhật xanh lần thứ 148", "source": {"section": "2"},
                                  "when": [{"from": "2023-03-07"}]});
        merge(&mut activity, changes);
        json!({"activities": [activity]})
    };
    let everyone = || activity(json!({}));
    let one_unit = || activity(json!({"units": {"units": ["a"]}}));
    let park = Some("Công viên Lê Thị Riêng");
    let title = "Ra quân Ngày Chủ nhật xanh lần thứ 148";
    for (what, changes, (one, here), (other, there), found) in [
        ("no place", everyone(), ("03-07", None), ("03-07", None), 0),
        (
            "one says where",
            everyone(),
            ("03-07", None),
            ("03-07", park),
            0,
        ),
        ("one place", everyone(), ("03-07", park), ("03-07", park), 1),
        (
            "halls",
            everyone(),
            ("03-07", Some("Sân phường")),
            ("03-07", Some("Sân phường")),
            0,
        ),
        (
            "another day",
            everyone(),
            ("03-08", None),
            ("03-08", None),
            1,
        ),
        (
            "ordered of one",
            one_unit(),
            ("03-07", None),
            ("03-07", None),
            1,
        ),
        (
            "halls, not ordered",
            json!({}),
            ("03-07", Some("UBND phường")),
            ("03-07", Some("UBND phường")),
            0,
        ),
    ] {
        let plan = plan_of(json!({}), json!({}), changes);
        let mut rollup = RollUp::new(&plan);
        for (unit, activity) in [
            ("a", held(title, one, here)),
            ("b", held(title, other, there)),
        ] {
            let mut report = report(unit, 1, Some(number(1)));
            report.activities = vec![activity];
            add(&mut rollup, &report, None, 1);
        }
        assert_eq!(rollup.at(at(OVER)).duplicates.len(), found, "{what}");
    }
}

#[test]
fn a_unit_that_asks_is_told_who_else_claims_its_activities() {
    let plan = plan_with(json!({}), json!({}));
    let mut rollup = RollUp::new(&plan);
    for (unit, title, place) in [
        ("a", "Hiến máu tình nguyện", "Công viên Lê Thị Riêng"),
        ("b", "Hiến máu tình nguyện", "Công viên Lê Thị Riêng"),
        ("c", "Hiến máu tình nguyện", "Nhà Thiếu nhi quận"),
        (
            "d",
            "Ngày hội hiến máu tình nguyện",
            "Công viên Lê Thị Riêng",
        ),
    ] {
        let mut report = report(unit, 1, Some(number(1)));
        // Listed twice, said once.
        report.activities = vec![
            held(title, "03-07", Some(place)),
            held(title, "03-07", Some(place)),
        ];
        add(&mut rollup, &report, None, 1);
    }
    let claim = |title: &str, date: &str| held(title, date, Some("công viên Lê Thị Riêng"));
    let asked = [
        claim("Hội thao", "03-07"),
        claim("Hiến máu", "03-08"),
        claim("Hiến máu tình nguyện", "03-07"),
    ];
    assert_eq!(
        rollup.also_claimed("a", &asked),
        [(2, 1), (2, 3)],
        "its own is not another's"
    );
    assert_eq!(rollup.also_claimed("c", &asked), [(2, 0), (2, 1), (2, 3)]);
}

#[test]
fn what_belongs_nowhere_is_counted_apart() {
    let plan = plan_with(json!({}), json!({}));
    let mut rollup = RollUp::new(&plan);
    let mut stranger = report("a", 1, None);
    stranger.plan = "other".into();
    for report in [stranger, report("z", 1, None), report("b", 0, None)] {
        add(&mut rollup, &report, None, 1);
    }
    assert_eq!(
        (rollup.at(at(OVER)).strays, rollup.at(at(OVER)).reports),
        (3, 0)
    );
    let told = serde_json::to_string(&report("a", 1, Some(number(1)))).unwrap();
    let twice = told.replace(r#""figures":{"#, r#""figures":{"n":2,"n":3,"#);
    let [told, twice] = [told, twice].map(|report| {
        format!(
            r#"{{"receivedAt":"2023-03-07T05:00:00Z","submission":{{"format":1,"preparedAt":"2023-03-07T05:00:00Z","id":"0190a5c4-7d3e-7c1a-9f00-2b5d4c6e8f10","report":{report}}}}}"#
        )
    });
    let intake = rollup.add_lines(format!("\n{{}}\nnonsense\n{told}\n{twice}\n").as_bytes());
    let lines: Vec<usize> = intake.unreadable.iter().map(|(line, _)| *line).collect();
    assert_eq!(
        (intake.lines, intake.arrivals, lines),
        (4, 1, vec![2, 3, 5])
    );
}
