//! Plans as wide as the documents that offices issue: each is read, published, asked, answered and added up, and gives
//! what was worked by hand.
#![allow(
    clippy::disallowed_methods,
    reason = "this test reads the plans from their files"
)]

use phieu::calendar::{Instant, Period};
use phieu::finding::Severity;
use phieu::form::{self, DutyView, Form, Request};
use phieu::lint::lint;
use phieu::plan::{Plan, publish};
use phieu::progress::{ProgressView, TotalView, progress};
use phieu::report::{Report, ReviewedPoints};
use phieu::rollup::{Came, RollUp};
use phieu::rules::{Context, Past, check_report};
use phieu::sample::Sample;
use phieu::schedule::{State, Status, occasions};
use phieu::text::Lang;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::rc::Rc;

struct Wide {
    name: String,
    table: Value,
    plan: Plan,
    light: Plan,
}

fn all() -> Vec<Wide> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/wide");
    let entries = fs::read_dir(folder).expect("a folder");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("a file").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|is| is == "json"));
    paths.sort();
    assert!(paths.len() >= 7);
    let read = |path: &PathBuf| {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let table: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).expect("JSON");
        let plan = parsed(&name, &table["plan"].to_string());
        let light = parsed(&name, &serde_json::to_string(&publish(&plan)).unwrap());
        Wide {
            name,
            table,
            plan,
            light,
        }
    };
    paths.iter().map(read).collect()
}

fn parsed(name: &str, json: &str) -> Plan {
    Plan::parse(json).unwrap_or_else(|errors| {
        let all: Vec<_> = errors.iter().map(ToString::to_string).collect();
        panic!("{name}: {}", all.join("\n"))
    })
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn word(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn moment(value: &Value) -> Instant {
    Instant::parse_iso(word(value)).expect("a moment")
}

fn row(view: &DutyView, plan: &Plan) -> String {
    let cutoff = view
        .cutoff
        .and_then(|millis| Instant::from_unix_seconds(millis / 1000));
    let cutoff = cutoff.map(|instant| {
        let (date, seconds) = instant.civil(plan.offset);
        let (hour, minute) = (seconds / 3600, seconds / 60 % 60);
        format!("{date}T{hour:02}:{minute:02}:{:02}", seconds % 60)
    });
    [
        view.duty.as_str(),
        view.label.as_deref().unwrap_or_default(),
        &format!("{}..{}", view.period.from(), view.period.to()),
        cutoff.as_deref().unwrap_or_default(),
        word(&json!(view.state)),
        view.deadline_text.as_deref().unwrap_or_default(),
    ]
    .join(" | ")
}

#[test]
fn each_unit_owes_what_the_table_says() {
    for Wide {
        name,
        table,
        plan,
        light,
    } in &all()
    {
        for case in list(&table["cases"]) {
            let (unit, now) = (word(&case["unit"]), moment(&case["at"]));
            let expected: Vec<&str> = list(&case["owed"]).map(word).collect();
            for plan in [plan, light] {
                let owed = form::duties(plan, unit, &[], now, Lang::Vi).expect("the unit");
                let is_open = |view: &&DutyView| {
                    matches!(view.state, State::Late | State::DueSoon | State::Open)
                };
                let owed: Vec<String> = owed
                    .iter()
                    .filter(is_open)
                    .map(|view| row(view, plan))
                    .collect();
                assert_eq!(owed, expected, "{name}: {unit} at {now}");
            }
        }
    }
}

/// The report of a table's line, whole.
fn report(plan: &Plan, line: &Value) -> Report {
    let unit = plan
        .units
        .iter()
        .find(|unit| unit.id.as_str() == word(&line["unit"]))
        .expect("a unit");
    let hour = line["hour"].as_str();
    let owed = occasions(plan, unit);
    let is_it = |period: Period| period.from().to_string() == word(&line["from"]);
    let found = owed
        .iter()
        .find(|one| one.duty.as_str() == word(&line["duty"]) && is_it(one.period));
    let period = match hour {
        Some(hour) => json!({"from": line["from"], "to": line["from"], "at": hour}),
        None => json!(found.unwrap_or_else(|| panic!("{line}")).period),
    };
    let whole = json!({
        "format": 1, "plan": plan.id.as_str(), "planVersion": plan.version, "duty": line["duty"], "unit": line["unit"],
        "period": period, "figures": line["figures"],
    });
    serde_json::from_value(whole).unwrap_or_else(|wrong| panic!("{line}: {wrong}"))
}

/// When the report of a line came; at the moment of the table where it does not say.
fn came_at(table: &Value, line: &Value) -> Instant {
    moment(if line["came"].is_null() {
        &table["at"]
    } else {
        &line["came"]
    })
}

fn added_up(wide: &Wide, plan: &Plan) -> ProgressView {
    let now = moment(&wide.table["at"]);
    let mut rollup = RollUp::new(plan);
    for line in list(&wide.table["reports"]) {
        let given = line["points"].as_object().into_iter().flatten();
        let given = given.map(|(indicator, points)| ReviewedPoints {
            indicator: indicator.clone(),
            points: points.as_i64().expect("steps"),
        });
        let given: Vec<_> = given.collect();
        let came = Came {
            id: "0b8f6c1e-5d0e-4b8e-9f3a-0a1b2c3d4e5f",
            received_at: came_at(&wide.table, line),
            prepared_at: None,
            revision: 1,
            status: Status::Received,
            points: &given,
        };
        rollup.add(&came, &report(&wide.plan, line));
    }
    progress(plan, &rollup.at(now), Lang::Vi)
}

#[test]
fn the_figures_come_to_what_was_worked_by_hand() {
    for wide in &all() {
        let Wide {
            name,
            table,
            plan,
            light,
        } = wide;
        for plan in [plan, light] {
            let view = added_up(wide, plan);
            assert_eq!(view.strays, 0, "{name}");
            for (indicator, expected) in table["totals"].as_object().expect("totals") {
                let total = view.totals.iter().find(|total| named(total) == *indicator);
                let text = total.map(|total| total.sum.value_text.as_str());
                assert_eq!(text, expected.as_str(), "{name}: {indicator}");
            }
            for (id, expected) in table["reached"].as_object().expect("reached") {
                let mut all = view.targets.iter().chain(&view.alternatives);
                let target = all.find(|target| target.id == *id).expect("a target");
                for (unit, expected) in expected.as_object().unwrap() {
                    let of = target.by_unit.iter().find(|row| row.unit == *unit);
                    let text = of.map_or(&target.value_text, |row| &row.value_text);
                    assert_eq!(text.as_str(), word(expected), "{name}: {id} {unit}");
                }
            }
            for (duty, expected) in table["tallies"].as_object().into_iter().flatten() {
                let mut columns = view.matrix.columns.iter();
                let column = columns.find(|column| column.duty == *duty);
                let tally = &column.expect("a column").tally;
                assert_eq!(
                    json!([tally.on_time, tally.late]),
                    *expected,
                    "{name}: {duty}"
                );
            }
            for (id, expected) in table["goals"].as_object().into_iter().flatten() {
                let mut all = view.targets.iter().chain(&view.alternatives);
                let target = all.find(|target| target.id == *id).expect("a target");
                for (unit, expected) in expected.as_object().unwrap() {
                    let of = target.by_unit.iter().find(|row| row.unit == *unit);
                    let (goal, state) = of
                        .map_or((&target.target_value_text, &target.state_text), |row| {
                            (&row.target_text, &row.state_text)
                        });
                    let said = [goal, ": ", state].concat();
                    assert_eq!(said, word(expected), "{name}: {id} {unit}");
                }
            }
            for (id, expected) in table["scores"].as_object().into_iter().flatten() {
                let table = view.scores.iter().find(|table| table.id == *id);
                let table = table.expect("a table of points");
                let ranked: Vec<&str> = table.rows.iter().map(|row| &*row.unit).collect();
                assert_eq!(json!(ranked), wide.table["ranked"][id], "{name}: {id}");
                for (unit, expected) in expected.as_object().unwrap() {
                    let row = table.rows.iter().find(|row| row.unit == *unit);
                    let row = row.expect("a unit");
                    let mut said = vec![row.own_text.clone(), row.counted_text.clone()];
                    said.push(row.band_text.clone());
                    said.extend(row.barred_texts.iter().cloned());
                    assert_eq!(said.join(" | "), word(expected), "{name}: {id} {unit}");
                }
            }
            for (indicator, expected) in table["answers"].as_object().into_iter().flatten() {
                let mut asked = view.answers.iter();
                let asked = asked.find(|asked| asked.indicator == *indicator);
                let asked = asked.expect("a question with a list of answers");
                let given = asked.answers.iter().map(|one| &*one.text);
                let said: Vec<&str> = given.chain([&*asked.text]).collect();
                assert_eq!(json!(said), *expected, "{name}: {indicator}");
            }
            for (indicator, expected) in table["narratives"].as_object().expect("narratives") {
                let asked = view
                    .narratives
                    .iter()
                    .find(|said| said.indicator == *indicator);
                let said: Vec<String> = asked
                    .into_iter()
                    .flat_map(|asked| &asked.answers)
                    .map(|said| format!("{} {}", said.unit, said.text))
                    .collect();
                let expected: Vec<&str> = list(expected).map(word).collect();
                assert_eq!(said, expected, "{name}: {indicator}");
            }
        }
    }
}

#[test]
fn the_reports_of_the_tables_are_right() {
    for Wide {
        name, table, plan, ..
    } in &all()
    {
        for line in list(&table["reports"]) {
            let mut found = check_report(plan, &report(plan, line), &Context::default());
            found.retain(|finding| finding.severity == Severity::Error);
            assert!(found.is_empty(), "{name}: {line}: {found:?}");
        }
    }
}

/// The form of the first thing that the unit owes.
fn form(light: &Rc<Plan>, unit: &str) -> Form {
    let whom = light.unit(unit).expect("the unit");
    let first = occasions(light, whom).remove(0);
    let request = Request {
        unit: unit.into(),
        duty: first.duty.as_str().into(),
        period: first.period,
        earlier: Past::default(),
        now: Instant::parse_iso("2026-01-01T08:00:00+07:00").unwrap(),
        lang: Lang::Vi,
    };
    Form::open(light, request, None).expect("a form")
}

#[test]
fn each_unit_reads_what_it_is_to_reach() {
    for Wide {
        name, table, light, ..
    } in all()
    {
        let light = Rc::new(light);
        for (unit, asked) in table["asked"].as_object().into_iter().flatten() {
            let form = form(&light, unit);
            let (view, parts) = (form.view(), form.parts());
            for (id, expected) in asked.as_object().expect("figures") {
                let mut fields = view.sections.iter().flat_map(|section| &section.fields);
                let field = fields.find(|field| field.id == *id).expect("a field");
                let path = &field.inputs[0].path;
                let own = parts.figures.iter().filter(|line| line.path == *path);
                let own = own.map(|line| line.text.clone());
                let said: Vec<String> = field.targets.iter().cloned().chain(own).collect();
                assert_eq!(json!(said), *expected, "{name}: {unit} {id}");
            }
        }
    }
}

#[test]
fn the_lint_says_what_the_table_says() {
    for Wide {
        name, table, plan, ..
    } in &all()
    {
        let found: Vec<&str> = lint(plan).iter().map(|finding| finding.code()).collect();
        let expected: Vec<&str> = list(&table["lint"]).map(word).collect();
        assert_eq!(found, expected, "{name}");
    }
}

#[test]
fn believable_reports_are_right_and_open_in_the_form() {
    for Wide {
        name, plan, light, ..
    } in &all()
    {
        let mut rollup = RollUp::new(plan);
        let mut count = 0;
        let mut sampled = BTreeSet::new();
        for arrival in Sample::new(plan, 7).arrivals() {
            count += 1;
            rollup.add_arrival(&arrival);
            let report = &arrival.submission.report;
            sampled.insert(report.duty.clone());
            let mut found = check_report(plan, report, &Context::default());
            found.retain(|finding| finding.severity == Severity::Error);
            assert!(found.is_empty(), "{name}: {report:?}: {found:?}");
        }
        assert!(count > 0, "{name}");
        for duty in &plan.duties {
            let id = duty.id.as_str();
            assert!(sampled.contains(id), "{name}: no report of {id}");
        }
        let last = Instant::parse_iso("2030-01-01T00:00:00+07:00").unwrap();
        assert_eq!(rollup.at(last).strays, 0, "{name}");
        let light = Rc::new(light.clone());
        for unit in &light.units {
            for one in occasions(&light, unit)
                .into_iter()
                .filter(|one| one.waived.is_none())
            {
                let request = Request {
                    unit: unit.id.as_str().into(),
                    duty: one.duty.as_str().into(),
                    period: one.period,
                    earlier: Past::default(),
                    now: last,
                    lang: Lang::Vi,
                };
                let opened = Form::open(&light, request, None);
                assert!(opened.is_ok(), "{name}: {} {}", unit.id, one.duty);
            }
        }
    }
}

/// A total by the name that a table of cases gives it: the indicator's; of a table's column "works/value", and of its rows "works/".
fn named(total: &TotalView) -> String {
    let column = total.column.as_deref();
    let part = column.or(total.rows.then_some(""));
    part.map_or_else(
        || total.indicator.clone(),
        |part| [&total.indicator, "/", part].concat(),
    )
}
