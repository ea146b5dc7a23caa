//! What the plan in the making changes against the published one, and whom that touches.

use super::set;
use crate::calendar::Period;
use crate::compose::{Act, Action, AgainstView, Answered, Composer, List};
use crate::finding::Severity;
use crate::plan::Plan;
use crate::text::Lang::Vi;

const PUBLISHED: &str = include_str!("../../../www/plans/tan-phu-thang-thanh-nien-2023.json");

fn against(change: impl FnOnce(&mut Composer), sent: &[Answered]) -> AgainstView {
    let mut composer = Composer::open(PUBLISHED, Vi).unwrap();
    change(&mut composer);
    composer.against(&Plan::parse(PUBLISHED).unwrap(), sent)
}

fn said(view: &AgainstView, severity: Severity) -> Vec<&str> {
    let all = view.touched.iter().filter(|one| one.severity == severity);
    all.map(|one| &*one.message).collect()
}

fn weekly() -> (String, Vec<Period>) {
    let plan = Plan::parse(PUBLISHED).unwrap();
    let duty = plan.duties.iter().find(|duty| duty.name.contains("tuần"));
    let duty = duty.unwrap();
    let stated = &duty.schedule().unwrap().schedule;
    let periods = crate::schedule::listed_periods(&plan, stated);
    let periods = periods.into_iter().map(|one| one.period).collect();
    (duty.id.as_str().to_owned(), periods)
}

#[test]
fn the_same_plan_touches_nobody() {
    let view = against(|_| {}, &[]);
    assert!(
        view.changes.is_empty() && view.touched.is_empty(),
        "{view:?}"
    );
}

#[test]
fn a_figure_that_is_measured_otherwise_is_said_first_with_its_mend() {
    let mut published: serde_json::Value = serde_json::from_str(PUBLISHED).unwrap();
    let mut figures = published["indicators"].as_array_mut().unwrap().iter_mut();
    let counted = figures.find(|one| one["measure"].get("count").is_some());
    counted.unwrap()["measure"] = serde_json::json!({"count": {"noun": "lượt khác"}});
    let before = Plan::parse(&published.to_string()).unwrap();
    let (duty, periods) = weekly();
    let sent = [Answered {
        unit: "phuong-tay-thanh".to_owned(),
        duty,
        period: periods[0],
    }];
    let composer = Composer::open(PUBLISHED, Vi).unwrap();
    let view = composer.against(&before, &[]);
    assert!(
        said(&view, Severity::Error).is_empty(),
        "nobody has reported"
    );
    let view = composer.against(&before, &sent);
    assert_eq!(view.touched[0].severity, Severity::Error, "{view:#?}");
    assert!(view.touched[0].message.contains("theo số đếm (lượt khác)"));
    assert!(
        view.touched[0]
            .message
            .ends_with("và thêm số liệu mới với mã khác.")
    );
    assert_eq!(said(&view, Severity::Error).len(), 1);
}

#[test]
fn a_week_that_begins_on_another_day_leaves_drafts_and_reports_without_a_place() {
    let (duty, periods) = weekly();
    let sent = [Answered {
        unit: "phuong-tay-thanh".to_owned(),
        duty: duty.clone(),
        period: periods[1],
    }];
    let to = periods[1].to().add_days(-1).unwrap();
    let moved = |composer: &mut Composer| {
        let text = crate::text::format_date(to);
        set(composer, List::Duties, &duty, "1.until", &text);
    };
    let view = against(moved, &sent);
    let worse = said(&view, Severity::Warning);
    assert_eq!(worse.len(), 1, "{view:#?}");
    assert!(worse[0].contains("không còn phải gửi"), "{}", worse[0]);
    assert!(worse[0].contains("mà kế hoạch mới không hỏi nữa: 1"));
    assert!(!view.touched[0].units.is_empty());
    assert!(said(&view, Severity::Info)[0].contains("là báo cáo phải gửi thêm, hạn gửi"));
    assert!(!view.changes.is_empty());
}

#[test]
fn an_earlier_deadline_is_worse_than_a_later_one() {
    let (duty, _) = weekly();
    for (days, severity) in [(-1, Severity::Warning), (1, Severity::Info)] {
        let plan = Plan::parse(PUBLISHED).unwrap();
        let stated = &plan.duty(&duty).unwrap().schedule().unwrap().schedule;
        let listed = crate::schedule::listed_periods(&plan, stated);
        let due = listed[1].deadline.unwrap().date.add_days(days).unwrap();
        let moved = |composer: &mut Composer| {
            let text = crate::text::format_date(due);
            set(composer, List::Duties, &duty, "1.day", &text);
        };
        let view = against(moved, &[]);
        let moved = said(&view, severity);
        assert!(moved[0].contains("hạn gửi đổi từ"), "{view:#?}");
        assert_eq!(moved[0].contains("sớm hơn trước"), days < 0);
    }
}

#[test]
fn units_duties_and_questions_that_go_and_come_are_named() {
    let (duty, _) = weekly();
    let discard = |composer: &mut Composer, list: List, id: &str| {
        let discard = Action {
            act: Act::Discard,
            list,
            ids: vec![id.to_owned()],
            cell: None,
            text: None,
        };
        composer.act(&discard).unwrap();
    };
    let view = against(|made| discard(made, List::Units, "phuong-tay-thanh"), &[]);
    assert_eq!(view.touched.len(), 1, "{view:#?}");
    assert_eq!(view.touched[0].units, ["Đoàn phường Tây Thạnh"]);
    assert!(
        view.touched[0]
            .message
            .starts_with("Không còn trong danh sách")
    );
    let view = against(|made| discard(made, List::Duties, &duty), &[]);
    assert!(said(&view, Severity::Warning)[0].contains("bị bỏ với mọi kỳ"));
    let view = against(
        |made| {
            super::paste(made, "Đoàn phường Mới").unwrap();
        },
        &[],
    );
    assert!(
        view.touched[0].message.starts_with("Đơn vị mới"),
        "{view:#?}"
    );
    let asked = Composer::open(PUBLISHED, Vi).unwrap().forms();
    let form = asked.iter().find(|form| form.duty == duty).unwrap();
    let is = |word: &'static str| {
        move |one: &&crate::compose::AskedView| {
            one.choices
                .iter()
                .any(|one| one.chosen && one.value == word)
        }
    };
    let may = form.asks.iter().find(is("may")).unwrap().clone();
    for (word, says) in [("no", "không hỏi nữa: "), ("must", "từ nay bắt buộc: ")] {
        let ask = Action {
            act: Act::Ask,
            list: List::Duties,
            ids: vec![duty.clone()],
            cell: Some(may.id.clone()),
            text: Some(word.to_owned()),
        };
        let view = against(|made| made.act(&ask).unwrap(), &[]);
        let worse = said(&view, Severity::Warning);
        assert!(worse[0].contains(says), "{worse:?}");
        assert!(worse[0].contains(&may.label), "{worse:?}");
    }
}
