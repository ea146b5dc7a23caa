//! The plan of Tân Phú for Youth Month 2023 as it is shipped: whole, true to the document, and light
//! enough for the form.
#![allow(
    clippy::disallowed_methods,
    reason = "this test reads the plan as it is shipped"
)]

use phieu::plan::{Certainty, Id, Plan, Scope, Term, Unit, publish};
use phieu::schedule::instances;

const SHIPPED: &str = "www/plans/tan-phu-thang-thanh-nien-2023.json";

fn text() -> String {
    std::fs::read_to_string(SHIPPED).unwrap()
}

fn plan() -> Plan {
    match Plan::parse(&text()) {
        Ok(plan) => plan,
        Err(errors) => panic!(
            "{}",
            errors
                .iter()
                .map(|error| format!("{error}\n"))
                .collect::<String>()
        ),
    }
}

#[test]
fn where_the_document_contradicts_itself_both_statements_stay_and_one_applies() {
    let plan = plan();
    for (duty, statements, applies) in [
        ("weekly", ["rule", "list"], "list"),
        ("closing", ["before", "by"], "before"),
    ] {
        let duty = plan.duty(duty).unwrap();
        let ids: Vec<_> = duty
            .schedules
            .iter()
            .map(|stated| stated.id.as_str())
            .collect();
        assert_eq!(ids, statements);
        assert_eq!(duty.applies.as_str(), applies);
        assert!(duty.why.is_some());
    }
    let forum = plan.activity("young-officials-forum").unwrap();
    assert_eq!(forum.when[0].from.to_iso(), "2022-02-26");
    assert_eq!(forum.when[0].applies().0.to_iso(), "2023-02-26");
    assert_eq!(
        plan.activity("blood-donation").unwrap().when[0].certainty,
        Certainty::Expected
    );
    assert_eq!(
        plan.activity("green-sunday-148").unwrap().ordinal,
        Some(148)
    );
}

#[test]
fn every_target_duty_and_activity_says_where_it_stands() {
    let plan = plan();
    let sources = plan.targets.iter().map(|target| &target.source);
    let sources = sources.chain(plan.duties.iter().map(|duty| &duty.source));
    let sources = sources.chain(
        plan.duties
            .iter()
            .flat_map(|duty| duty.schedules.iter().map(|stated| &stated.source)),
    );
    let sources = sources.chain(plan.activities.iter().map(|activity| &activity.source));
    for source in sources {
        assert!(
            source.quote.as_ref().is_some_and(|quote| quote.len() > 10),
            "{source:?}"
        );
    }
    for number in 1..=10 {
        let number = format!("({number})");
        assert!(
            plan.targets
                .iter()
                .any(|target| target.number.as_deref() == Some(&number)),
            "{number}"
        );
    }
}

/// A target that nobody is asked about could never be seen to be reached.
#[test]
fn every_target_is_asked_of_the_units_that_it_binds() {
    let plan = plan();
    let asks = |unit: &Unit, indicator: &Id| {
        instances(&plan, unit)
            .iter()
            .filter(|instance| instance.waived.is_none())
            .filter_map(|instance| plan.duty(instance.duty.as_str()))
            .filter_map(|duty| plan.template(duty.template.as_str()))
            .flat_map(|template| &template.sections)
            .flat_map(|section| &section.fields)
            .any(|field| field.indicator == *indicator)
    };
    for target in &plan.targets {
        let mut bound = plan.units.iter().filter(|unit| target.units.chooses(unit));
        let asked = match target.scope {
            Scope::Whole => bound.any(|unit| asks(unit, &target.indicator)),
            _ => bound.all(|unit| asks(unit, &target.indicator)),
        };
        assert!(asked, "{}", target.id);
    }
    for indicator in &plan.indicators {
        let asked = plan
            .templates
            .iter()
            .flat_map(|template| &template.sections)
            .flat_map(|section| &section.fields);
        assert!(
            asked
                .into_iter()
                .any(|field| field.indicator == indicator.id),
            "nobody is asked {}",
            indicator.id
        );
    }
}

#[test]
fn every_declared_rule_fits_a_form() {
    let plan = plan();
    for rule in &plan.rules {
        let fits = plan.templates.iter().any(|template| {
            let asks = |id: &Id| {
                template
                    .sections
                    .iter()
                    .flat_map(|section| &section.fields)
                    .any(|field| field.indicator == *id)
            };
            rule.left
                .iter()
                .chain(&rule.right)
                .filter_map(Term::indicator)
                .all(asks)
        });
        assert!(fits, "{}", rule.id);
        assert!(rule.message_en.is_some(), "{}", rule.id);
    }
}

#[test]
fn eleven_wards_and_four_sectors_report() {
    let plan = plan();
    let of = |sector: &str| {
        plan.units
            .iter()
            .filter(|unit| unit.sector.as_ref().is_some_and(|id| *id == *sector))
            .count()
    };
    assert_eq!(
        [of("ward"), of("school"), of("labour"), of("armed")],
        [11, 12, 10, 2]
    );
    let weekly = plan.template("weekly").unwrap();
    let fields: usize = weekly
        .sections
        .iter()
        .map(|section| section.fields.len())
        .sum();
    assert!((55..=70).contains(&fields), "{fields}");
}

#[test]
fn it_names_no_person_and_no_phone() {
    let text = text();
    for mark in ["SĐT", "Đ/c ", " ông ", " bà "] {
        assert!(!text.contains(mark), "{mark}");
    }
    let digits = text
        .split(|c: char| !c.is_ascii_digit() && c != '.')
        .map(|run| run.replace('.', ""));
    for run in digits {
        assert!(run.len() < 10 || !run.starts_with('0'), "{run}");
    }
}

#[test]
fn the_light_plan_works_as_the_whole_one() {
    let plan = plan();
    let light = publish(&plan);
    let text = serde_json::to_string(&light).unwrap();
    assert!(!text.contains("\"quote\""), "quotes stay behind");
    assert_eq!(Plan::parse(&text).as_ref(), Ok(&light));
    assert_eq!(publish(&light), light);
    assert_eq!((&light.id, light.version), (&plan.id, plan.version));
    for unit in &plan.units {
        assert_eq!(
            instances(&light, light.unit(unit.id.as_str()).unwrap()),
            instances(&plan, unit),
            "{}",
            unit.id
        );
    }
    assert_eq!(
        light
            .templates
            .iter()
            .map(|t| &t.sections)
            .collect::<Vec<_>>(),
        plan.templates
            .iter()
            .map(|t| &t.sections)
            .collect::<Vec<_>>()
    );
    assert_eq!(light.rules.len(), plan.rules.len());
    assert_eq!(light.targets.len(), plan.targets.len());
    // Uncompressed; brotli takes it to a sixth.
    assert!(text.len() < 70_000, "{}", text.len());
}
