//! What holds for every plan that is shipped: whole, asked of those whom it binds, without names, and the
//! same in its light form.
#![allow(
    clippy::disallowed_methods,
    reason = "this test reads the plans as they are shipped"
)]

use phieu::plan::{Id, Plan, Scope, Source, Target, Template, Term, Unit, publish};
use phieu::schedule::occasions;
use std::fs;

/// Targets that no report asks about, because the document gives no way: its plan, the target, and why.
const UNASKED: &[(&str, &str, &str)] = &[];

/// The texts of the plans in `www/plans`.
fn texts() -> Vec<String> {
    let mut paths: Vec<_> = fs::read_dir("www/plans")
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "json")
        })
        .collect();
    paths.sort();
    assert!(!paths.is_empty());
    paths
        .iter()
        .map(|path| fs::read_to_string(path).unwrap())
        .collect()
}

fn plan(text: &str) -> Plan {
    Plan::parse(text).unwrap_or_else(|errors| {
        let all: Vec<_> = errors.iter().map(ToString::to_string).collect();
        panic!("{}", all.join("\n"))
    })
}

fn asks(template: &Template, indicator: &Id) -> bool {
    template
        .sections
        .iter()
        .flat_map(|section| &section.fields)
        .any(|field| field.indicator == *indicator)
}

#[test]
fn every_target_duty_and_activity_says_where_it_stands() {
    for text in texts() {
        let plan = plan(&text);
        let said = |source: &Source| {
            let quoted = source.quote.as_ref().is_some_and(|quote| quote.len() > 10);
            quoted || source.section == "ngoài văn bản"
        };
        let sources = plan.targets.iter().map(|target| &target.source);
        let sources = sources.chain(plan.activities.iter().map(|activity| &activity.source));
        let sources = sources.chain(plan.milestones.iter().map(|milestone| &milestone.source));
        for duty in &plan.duties {
            assert!(said(&duty.source), "{}: {}", plan.id, duty.id);
            for stated in &duty.schedules {
                assert!(said(&stated.source), "{}: {}", plan.id, duty.id);
            }
        }
        for source in sources {
            assert!(said(source), "{}: {source:?}", plan.id);
        }
    }
}

/// A target that nobody is asked about could never be seen to be reached.
#[test]
fn every_target_is_asked_of_the_units_that_it_binds() {
    for text in texts() {
        let plan = plan(&text);
        let asked_of = |unit: &Unit, target: &Target| {
            occasions(&plan, unit)
                .iter()
                .filter(|occasion| occasion.waived.is_none())
                .filter_map(|occasion| plan.duty(occasion.duty.as_str()))
                .filter_map(|duty| plan.template(duty.template.as_str()))
                .any(|template| asks(template, &target.indicator))
        };
        for target in &plan.targets {
            let mut bound = plan.units.iter().filter(|unit| target.units.chooses(unit));
            let asked = match target.scope {
                Scope::Whole => bound.any(|unit| asked_of(unit, target)),
                _ => bound.all(|unit| asked_of(unit, target)),
            };
            let known = UNASKED
                .iter()
                .any(|(of, id, _)| plan.id == **of && target.id == **id);
            assert!(asked != known, "{}: {}", plan.id, target.id);
        }
        for indicator in &plan.indicators {
            assert!(
                plan.templates
                    .iter()
                    .any(|template| asks(template, &indicator.id)),
                "{}: nobody is asked {}",
                plan.id,
                indicator.id
            );
        }
        for template in &plan.templates {
            let used = plan.duties.iter().any(|duty| duty.template == template.id);
            assert!(used, "{}: no duty asks for {}", plan.id, template.id);
        }
    }
}

#[test]
fn every_declared_rule_fits_a_form() {
    for text in texts() {
        let plan = plan(&text);
        for rule in &plan.rules {
            let fits = plan.templates.iter().any(|template| {
                rule.left
                    .iter()
                    .chain(&rule.right)
                    .filter_map(Term::indicator)
                    .all(|id| asks(template, id))
            });
            assert!(fits, "{}: {}", plan.id, rule.id);
            assert!(rule.message_en.is_some(), "{}: {}", plan.id, rule.id);
        }
    }
}

#[test]
fn none_names_a_person_or_a_phone() {
    for text in texts() {
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
}

#[test]
fn the_light_plan_works_as_the_whole_one() {
    for text in texts() {
        let plan = plan(&text);
        let light = publish(&plan);
        let text = serde_json::to_string(&light).unwrap();
        assert!(!text.contains("\"quote\""), "quotes stay behind");
        assert_eq!(Plan::parse(&text).as_ref(), Ok(&light));
        assert_eq!(publish(&light), light);
        assert_eq!((&light.id, light.version), (&plan.id, plan.version));
        for unit in &plan.units {
            assert_eq!(
                occasions(&light, light.unit(unit.id.as_str()).unwrap()),
                occasions(&plan, unit),
                "{}",
                unit.id
            );
        }
        let sections = |plan: &Plan| -> Vec<_> {
            let all = plan.templates.iter();
            all.map(|template| template.sections.clone()).collect()
        };
        assert_eq!(sections(&light), sections(&plan));
        assert_eq!(light.rules.len(), plan.rules.len());
        assert_eq!(light.targets.len(), plan.targets.len());
    }
}
