//! Nothing that comes from outside ends the process: plans, drafts, reports and lines of reports that a hand or a
//! machine has mangled are refused in words, and what is still readable of a mangled plan opens, lints and rolls up.
#![allow(
    clippy::disallowed_methods,
    reason = "this test reads plans from their files"
)]

mod mangled;

use mangled::{PLANS, mangle, mangling};
use phieu::calendar::{Instant, Time};
use phieu::form::{self, Form, Request};
use phieu::lint::lint;
use phieu::plan::Plan;
use phieu::report::{Draft, Report, Submission};
use phieu::rollup::RollUp;
use phieu::rules::{Context, Past, check_lines};
use phieu::schedule;
use phieu::text::Lang;
use proptest::prelude::*;
use serde_json::Value;
use std::rc::Rc;

const PLAN: &str = include_str!("../../www/plans/tan-phu-thang-thanh-nien-2023.json");

fn now() -> Instant {
    Instant::parse_iso("2023-03-03T08:30:00+07:00").expect("an instant")
}

/// Everything that a page or an office does with a plan that could be read.
fn use_it(plan: Plan) {
    // Some days of it have gone by then, wherever it lies.
    let now = Instant::at(plan.period.to(), Time::MIDNIGHT, plan.offset);
    let _ = form::summary(&plan, Lang::Vi);
    let _ = form::unit_groups(&plan, "tay thanh");
    let _ = lint(&plan);
    let _ = RollUp::new(&plan).at(now);
    let plan = Rc::new(plan);
    for unit in plan.units.iter().take(3) {
        let _ = form::duties(&plan, unit.id.as_str(), &[], now, Lang::En);
        for occasion in schedule::occasions(&plan, unit).into_iter().take(12) {
            let request = Request {
                unit: unit.id.to_string(),
                duty: occasion.duty.to_string(),
                period: occasion.period,
                earlier: Past::default(),
                now,
                lang: Lang::Vi,
            };
            let Ok(mut form) = Form::open(&plan, request, None) else {
                continue;
            };
            let _ = form.view();
            let own = plan.indicators.iter().take(8);
            let own = own.flat_map(|one| {
                ["", "/part", "/0/name"].map(|end| format!("/figures/{}{end}", one.id))
            });
            let none = ["/figures/x/part", "/activities/0/date", "/"].map(str::to_owned);
            for path in own.chain(none) {
                let _ = form.set(&path, "12.5".to_owned());
            }
            form.add_activity(None, None);
            let _ = form.problems();
            let _ = form.review();
            let _ = form.tick(now);
        }
    }
}

fn draft() -> String {
    let plan = Plan::parse(PLAN).expect("the plan");
    let unit = plan.unit("phuong-tay-thanh").expect("the unit");
    let occasion = schedule::occasions(&plan, unit)
        .into_iter()
        .find(|occasion| occasion.duty == *"weekly")
        .expect("a week");
    let mut draft = Draft::new(&plan, "weekly", unit.id.as_str(), occasion.period);
    draft.figures.insert("trees".to_owned(), "100".to_owned());
    serde_json::to_string(&draft).expect("JSON")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn a_mangled_plan_is_refused_in_words_or_used(which: prop::sample::Index, how in mangling()) {
        let plan: &String = which.get(&PLANS[..]);
        let json = mangle(plan, how);
        if let Err(errors) = Plan::parse(&json) {
            prop_assert!(!errors.is_empty());
        }
        if let Ok(plan) = Plan::read(&json) {
            use_it(plan);
        }
    }

    #[test]
    fn a_mangled_draft_is_refused_or_opened(how in mangling()) {
        let json = mangle(&draft(), how);
        let _ = Draft::parse(json.as_bytes());
        let _ = Report::parse(json.as_bytes());
    }

    #[test]
    fn any_bytes_are_no_report_and_stop_nobody(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let plan = Plan::parse(PLAN).expect("the plan");
        let _ = Plan::parse(&String::from_utf8_lossy(&bytes));
        let _ = Draft::parse(&bytes);
        let _ = Report::parse(&bytes);
        let _ = Submission::parse(&bytes);
        let context = Context { now: Some(now()),  sending: true, ..Context::default() };
        check_lines(&plan, &bytes, &context, |_, findings| assert!(!findings.is_empty()));
        let mut rollup = RollUp::new(&plan);
        rollup.add_lines(&bytes);
        let _ = rollup.at(now());
    }
}

/// A plan of one unit, one duty with a report for each day of eleven years, and what is laid over it.
fn small_plan(members: Value) -> Value {
    let every_day = serde_json::json!({"recurring": {"cycle": {"every": "day"}}});
    let mut plan = serde_json::json!({
        "format": 1, "id": "p", "version": 1, "title": "P", "period": {"from": "2020-01-01", "to": "2030-12-13"},
        "levels": [{"id": "l", "name": "L"}], "units": [{"id": "u", "name": "U", "level": "l"}],
        "indicators": [{"id": "i", "label": "I", "measure": {"count": {"noun": "n"}}}],
        "templates": [{"id": "f", "sections": [{"id": "s", "title": "S", "fields": [{"indicator": "i"}]}],
            "source": {"section": "V"}}],
        "duties": [{"id": "d", "name": "D", "kind": "r", "by": {}, "applies": "a", "template": "f",
            "source": {"section": "V"}, "schedules": many(1, &|_| serde_json::json!(
                {"id": "a", "schedule": every_day, "source": {"section": "V"}}))}]
    });
    for (key, member) in members.as_object().expect("members") {
        plan[key] = member.clone();
    }
    plan
}

fn many(count: usize, one: &dyn Fn(usize) -> Value) -> Value {
    (0..count).map(one).collect()
}

fn units(count: usize) -> Value {
    many(
        count,
        &|n| serde_json::json!({"id": format!("u{n}"), "name": "U", "level": "l"}),
    )
}

fn targets(count: usize, per: &str) -> Value {
    many(count, &|n| {
        serde_json::json!({"id": format!("t{n}"), "text": "ít nhất 5", "indicator": "i", "value": {"count": 5},
            "scope": "each", "per": per, "source": {"section": "V"}})
    })
}

fn duties(count: usize) -> Value {
    let duty = &small_plan(serde_json::json!({}))["duties"][0];
    many(count, &|n| {
        let mut duty = duty.clone();
        duty["id"] = format!("d{n}").into();
        duty
    })
}

fn stated(count: usize) -> Value {
    let mut duties = duties(1);
    let schedule = duties[0]["schedules"][0].clone();
    duties[0]["schedules"] = many(count, &|n| {
        let mut schedule = schedule.clone();
        schedule["schedule"]["recurring"]["deadline"] = serde_json::json!({"daysAfter": n});
        if n > 0 {
            schedule["id"] = format!("s{n}").into();
        }
        schedule
    });
    duties
}

/// Found by fuzzing: a few lines that made so much that a lint or a roll-up took minutes, or all the memory.
#[test]
fn a_small_plan_that_makes_a_lot_is_refused_in_words_or_done_in_time() {
    use serde_json::json;
    let cases = [
        ("as it is", json!({}), ""),
        (
            "many units, each day",
            json!({"units": units(1700)}),
            "1700 units and 4000 periods make more than 1500000 reports",
        ),
        (
            "many duties, each day",
            json!({"duties": duties(20)}),
            "more than 10000 periods",
        ),
        (
            "one duty stated in many ways",
            json!({"duties": stated(190)}),
            "more than 10000 periods",
        ),
        ("stated in two ways", json!({"duties": stated(2)}), ""),
        (
            "many targets",
            json!({"targets": targets(500, "plan")}),
            "1 units, 4000 periods and 500 spans of targets",
        ),
        ("targets", json!({"targets": targets(100, "plan")}), ""),
        (
            "targets of each day",
            json!({"targets": targets(60, "day")}),
            "spans of targets are too many",
        ),
        (
            "targets of some days",
            json!({"targets": targets(5, "day")}),
            "",
        ),
        (
            "targets of each day for many",
            json!({"targets": targets(5, "day"), "units": units(300)}),
            "spans of targets are too many",
        ),
        (
            "targets that look at many reports",
            json!({"targets": targets(50, "plan"), "units": units(300)}),
            "spans of targets are too many",
        ),
    ];
    for (name, members, refused) in cases {
        let json = small_plan(members).to_string();
        assert!(json.len() < 1 << 16, "{name}: a small plan");
        let started = std::time::Instant::now();
        match Plan::parse(&json) {
            Ok(plan) => {
                assert_eq!(refused, "", "{name}: too much");
                assert!(lint(&plan).len() < 1_000, "{name}");
                let rollup = RollUp::new(&plan);
                let _ = phieu::progress::progress(&plan, &rollup.at(now()), Lang::Vi);
            }
            Err(errors) => {
                let all: Vec<String> = errors.iter().map(ToString::to_string).collect();
                let said = all.iter().any(|error| error.contains(refused));
                assert!(!refused.is_empty() && said, "{name}: {all:?}");
            }
        }
        if let Ok(plan) = Plan::read(&json) {
            let _ = form::duties(&plan, plan.units[0].id.as_str(), &[], now(), Lang::Vi);
        }
        // A debug build on a busy machine; a release build needs a tenth of a second. It was minutes.
        assert!(
            started.elapsed().as_secs() < 20,
            "{name}: {:?}",
            started.elapsed()
        );
    }
}

/// Found by fuzzing: each of many activities looked through all findings.
#[test]
fn a_draft_of_far_too_many_activities_opens_in_time_and_loses_none() {
    let plan = Rc::new(Plan::parse(PLAN).expect("the plan"));
    let mut draft = Draft::parse(draft().as_bytes()).expect("a draft");
    draft.activities = vec![phieu::report::DraftActivity::default(); 20_000];
    let request = Request {
        unit: draft.unit.clone(),
        duty: draft.duty.clone(),
        period: draft.period,
        earlier: Past::default(),
        now: now(),
        lang: Lang::Vi,
    };
    let started = std::time::Instant::now();
    let form = Form::open(&plan, request, Some(draft)).expect("the form");
    let said = form.problems();
    assert!(said.iter().any(|one| one.code == "activities.tooMany"));
    let view = form.view();
    let lists = view
        .sections
        .iter()
        .filter_map(|section| section.activities.as_ref());
    assert_eq!(lists.map(|list| list.items.len()).sum::<usize>(), 20_000);
    assert!(started.elapsed().as_secs() < 10, "{:?}", started.elapsed());
}

/// Found by fuzzing: the line that came first held.
#[test]
fn two_contents_under_one_identity_give_the_same_progress_in_any_order() {
    let plan = Plan::parse(PLAN).expect("the plan");
    let line = |trees: u32| {
        let mut report: Value = serde_json::from_str(&draft()).expect("JSON");
        report["figures"] = serde_json::json!({"trees": trees});
        let submission = serde_json::json!({"format": 1, "id": "0b8f6c1e-5d0e-4b8e-9f3a-0a1b2c3d4e5f",
            "preparedAt": "2023-03-03T01:00:00Z", "report": report});
        serde_json::json!({"receivedAt": "2023-03-03T01:00:00Z", "submission": submission})
            .to_string()
    };
    let rolled = |lines: [String; 2]| {
        let mut rollup = RollUp::new(&plan);
        assert_eq!(rollup.add_lines(lines.join("\n").as_bytes()).arrivals, 2);
        let told = phieu::progress::progress(&plan, &rollup.at(now()), Lang::Vi);
        assert_eq!((told.reports, told.strays), (1, 0));
        told
    };
    assert_eq!(rolled([line(1), line(2)]), rolled([line(2), line(1)]));
}

/// Found by fuzzing: each mistake comes with its place, and a place can be half as long as the text.
#[test]
fn mistakes_are_told_in_no_more_memory_than_can_be() {
    let members: Vec<String> = (0..4_000).map(|n| format!("\"{n}\":1")).collect();
    let json = format!(
        r#"{{"figures":{{"{}":{{{}}}}}}}"#,
        "k".repeat(30_000),
        members.join(",")
    );
    let errors = phieu::read::from_str::<Report>(&json).expect_err("it is no report");
    assert_eq!(errors.len(), 1_000, "the first thousand");
}

#[test]
fn nesting_without_end_is_refused() {
    let deep = "[".repeat(100_000);
    assert!(Plan::parse(&deep).is_err());
    assert!(Draft::parse(deep.as_bytes()).is_err());
    assert!(Report::parse(deep.as_bytes()).is_err());
    let nested = format!("{}\"figures\":{}", "{", "{\"a\":".repeat(100_000));
    assert!(Report::parse(nested.as_bytes()).is_err());
}
