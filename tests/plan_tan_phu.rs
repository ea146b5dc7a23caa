//! The plan of Tân Phú for Youth Month 2023 as it is shipped: true to the document, and light enough for
//! the form. What holds for every plan is in `plans.rs`.
#![allow(
    clippy::disallowed_methods,
    reason = "this test reads the plan as it is shipped"
)]

use phieu::form::about;
use phieu::plan::{Certainty, Plan, publish};
use phieu::text::Lang;

const SHIPPED: &str = "www/plans/tan-phu-thang-thanh-nien-2023.json";

fn plan() -> Plan {
    match Plan::parse(&std::fs::read_to_string(SHIPPED).unwrap()) {
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
fn each_numbered_target_of_the_document_is_there() {
    let plan = plan();
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

#[test]
fn units_are_told_by_the_light_plan_too_whose_it_is_and_whom_to_ask() {
    let told = about(&publish(&plan()), Lang::Vi);
    assert_eq!(told, about(&plan(), Lang::Vi));
    assert_eq!(told.document_text.as_deref(), Some("Kế hoạch"));
    assert_eq!(told.issuer.as_deref(), Some("Ban Thường vụ Quận Đoàn"));
    let asked: Vec<_> = told.contacts.iter().map(|ask| &*ask.office).collect();
    assert!(asked.contains(&"Văn phòng Quận Đoàn"), "{asked:?}");
}

#[test]
fn the_light_plan_is_light() {
    let text = serde_json::to_string(&publish(&plan())).unwrap();
    // Uncompressed; brotli takes it to a sixth.
    assert!(text.len() < 70_000, "{}", text.len());
}
