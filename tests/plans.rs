//! What holds for every plan that is shipped: whole, asked of those whom it binds, without names, and the
//! same in its light form.
#![allow(
    clippy::disallowed_methods,
    reason = "this test reads the plans as they are shipped"
)]

use phieu::form::{self, FieldView, First, FirstOccasion, Form, FormView, Request};
use phieu::plan::{Id, Plan, Scope, Source, Target, Template, Term, Unit, publish};
use phieu::rules::Past;
use phieu::schedule::{State, occasions};
use phieu::text::Lang;
use std::fs;
use std::rc::Rc;

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

/// The form that the core opens for an occasion of a first screen, blank.
fn opened(plan: &Rc<Plan>, (unit, duty): (&str, &str), first: &First, at: &FirstOccasion) -> Form {
    let opens = occasions(plan, plan.unit(unit).unwrap());
    let period = first.heads[at.head].period;
    let request = Request {
        unit: unit.to_owned(),
        duty: duty.to_owned(),
        period,
        earlier: Past::default(),
        now: opens.iter().find(|one| one.period == period).unwrap().opens,
        lang: if first.lang == "vi" {
            Lang::Vi
        } else {
            Lang::En
        },
    };
    Form::open(plan, request, None).unwrap()
}

/// A first screen as far as it goes, in the shape of the core's own view.
fn shown(first: &First, at: &FirstOccasion) -> Vec<(String, Vec<FieldView>)> {
    let field = |place: &usize| first.fields[*place].clone();
    let sections = first.forms[at.form].sections.iter();
    sections
        .map(|section| {
            (
                section.title.clone(),
                section.fields.iter().map(field).collect(),
            )
        })
        .collect()
}

/// The core's own view up to where a first screen goes.
fn beginning(view: &FormView, like: &[(String, Vec<FieldView>)]) -> Vec<(String, Vec<FieldView>)> {
    let pairs = view.sections.iter().zip(like);
    pairs
        .map(|(section, (_, fields))| {
            let fields = section.fields.iter().take(fields.len()).cloned();
            (section.title.clone(), fields.collect())
        })
        .collect()
}

#[test]
fn the_first_screen_of_every_duty_is_the_cores_own_in_both_languages() {
    for text in texts() {
        let plan = Rc::new(publish(&plan(&text)));
        for (duty, lang) in plan
            .duties
            .iter()
            .flat_map(|duty| [(duty, Lang::Vi), (duty, Lang::En)])
        {
            let duty = duty.id.as_str();
            // One whose only period is waived is asked of nobody.
            let Some(first) = form::first(&plan, duty, None, lang) else {
                let all = plan.units.iter().flat_map(|unit| occasions(&plan, unit));
                let mut own = all.filter(|occasion| occasion.duty.as_str() == duty);
                assert!(own.all(|occasion| occasion.waived.is_some()), "{duty}");
                continue;
            };
            for unit in &first.units {
                // One unit of each form and head stands for those that are asked alike.
                for at in &unit.occasions {
                    let known = first.units.iter().flat_map(|unit| &unit.occasions);
                    let mut alike =
                        known.filter(|other| (other.form, other.head) == (at.form, at.head));
                    if alike.next().is_none_or(|other| other.key != at.key) {
                        continue;
                    }
                    let view = opened(&plan, (&unit.id, duty), &first, at).view();
                    let shown = shown(&first, at);
                    assert_eq!(shown, beginning(&view, &shown), "{} {duty}", unit.id);
                    let (head, form) = (&first.heads[at.head], &first.forms[at.form]);
                    assert_eq!(view.title, first.title);
                    assert_eq!(view.duty_name, first.duty_name);
                    assert_eq!(view.unit_name, unit.name);
                    assert_eq!(view.dated_text, head.dated_text);
                    assert_eq!(view.deadline_text, head.deadline_text);
                    assert_eq!(view.counts, form.counts);
                }
            }
        }
    }
}

#[test]
fn a_first_screen_tells_for_every_moment_which_occasion_is_the_most_pressing() {
    let text = &texts()[2];
    let plan = Rc::new(publish(&plan(text)));
    for duty in &plan.duties {
        let duty = duty.id.as_str();
        let Some(first) = form::first(&plan, duty, None, Lang::Vi) else {
            continue;
        };
        for unit in first.units.iter().step_by(5) {
            for owed in occasions(&plan, plan.unit(&unit.id).unwrap()) {
                let moments = [Some(owed.opens), owed.cutoff].into_iter().flatten();
                for now in moments.flat_map(|at| [at.plus_seconds(-1), at, at.plus_seconds(1)]) {
                    let duties = form::duties(&plan, &unit.id, &[], now, Lang::Vi).unwrap();
                    let mut own = duties.iter().filter(|one| one.duty == duty);
                    let wanted = own.find(|one| one.state != State::Waived);
                    let mut stands = unit.stands.iter();
                    let stands = stands.rfind(|stand| stand.from <= now.unix_millis());
                    let stands = stands.or(unit.stands.first()).and_then(|one| one.occasion);
                    let key = stands.map(|place| unit.occasions[place].key.as_str());
                    assert_eq!(key, wanted.map(|one| one.key.as_str()), "{duty} {now:?}");
                }
            }
        }
    }
}
