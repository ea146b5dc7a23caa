//! What holds for every draft and report, whatever is in it.

pub(in crate::rules) mod table;

use super::{Context, Place, Sheet, check_draft, check_lines, check_report};
use crate::calendar::{Date, Instant, Period};
use crate::finding::{Finding, Severity, sort};
use crate::plan::{ActivityPart, Plan};
use crate::report::{Draft, DraftActivity, Explanation, FORMAT, Report, ReportActivity, Value};
use proptest::prelude::*;

fn plan() -> Plan {
    Plan::parse(include_str!("../../../tests/cases/plans/small.json")).expect("a plan")
}

fn day(text: &str) -> Date {
    Date::parse_iso(text).expect("a day")
}

fn week() -> Period {
    Period::new(day("2023-02-26"), day("2023-03-03")).expect("a week")
}

fn at_work() -> Option<Instant> {
    Instant::parse_iso("2023-03-04T08:00:00+07:00").ok()
}

/// What people type, right and wrong, and what nobody types.
fn typed() -> impl Strategy<Value = String> {
    let usual = [
        "",
        "0",
        "3",
        "40",
        "600",
        "1.200",
        "12.5",
        "-7",
        "1,5",
        "30 người",
        "2 tỷ",
        "500 triệu",
        "có",
        "không",
        "26/2",
        "1/3",
        "4/3",
        "30/2",
        "26/4",
        "7g30",
        "25g",
        "0703652444",
        "0312345678",
        "a@b.vn",
        "https://example.vn",
        "Trồng cây",
        "trong cay",
        "green-sunday",
        "9007199254740991",
        "\u{feff}8\u{a0}000\n",
    ];
    prop_oneof![4 => proptest::sample::select(usual.to_vec()).prop_map(str::to_owned), 1 => any::<String>()]
}

fn typed_activity() -> impl Strategy<Value = DraftActivity> {
    (proptest::collection::vec(typed(), 9), typed()).prop_map(|(parts, planned)| {
        let mut activity = DraftActivity {
            planned,
            ..DraftActivity::default()
        };
        for (part, text) in ActivityPart::ALL.into_iter().zip(parts) {
            *activity.part_mut(part) = text;
        }
        activity
    })
}

fn drafts() -> impl Strategy<Value = Draft> {
    let sheet = Sheet::new(&plan(), "weekly", "ward-1", week()).expect("a sheet");
    let keys: Vec<String> = sheet
        .inputs()
        .iter()
        .map(|input| input.key().to_owned())
        .collect();
    let key = prop_oneof![9 => proptest::sample::select(keys), 1 => any::<String>()];
    let figures = proptest::collection::btree_map(key, typed(), 0..20);
    let activities = proptest::collection::vec(typed_activity(), 0..4);
    (figures, activities).prop_map(|(figures, activities)| Draft {
        figures: figures.into_iter().collect(),
        activities,
        ..Draft::new(&plan(), "weekly", "ward-1", week())
    })
}

fn values() -> impl Strategy<Value = Value> {
    prop_oneof![
        (-3..2_000_i64).prop_map(Value::Number),
        any::<i64>().prop_map(Value::Number),
        any::<bool>().prop_map(Value::Done),
        (any::<i64>(), 0..50_i64).prop_map(|(part, whole)| Value::Share { part, whole }),
        typed().prop_map(Value::Text),
    ]
}

fn reports() -> impl Strategy<Value = Report> {
    let plan = plan();
    let mut keys: Vec<String> = plan
        .indicators
        .iter()
        .map(|indicator| indicator.id.as_str().to_owned())
        .collect();
    keys.push("no-such".to_owned());
    let figures = proptest::collection::btree_map(proptest::sample::select(keys), values(), 0..20);
    let activity = (
        typed(),
        0..40_i64,
        proptest::option::of(-3..3_i64),
        proptest::collection::vec(typed(), 0..3),
    )
        .prop_map(|(title, from, lasts, links)| {
            let date = day("2023-02-20").add_days(from).expect("a day");
            ReportActivity {
                until: lasts.and_then(|days| date.add_days(days)),
                place: Some(title.clone()),
                participants: lasts,
                links: links.clone(),
                partners: links,
                ..ReportActivity::new(title, date)
            }
        });
    let period = proptest::sample::select(vec!["2023-03-03", "2023-03-10"]);
    (
        figures,
        proptest::collection::vec(activity, 0..4),
        period,
        0..4_u32,
    )
        .prop_map(move |(figures, activities, to, version)| Report {
            format: FORMAT,
            plan: "small".to_owned(),
            plan_version: version,
            duty: "weekly".to_owned(),
            unit: "ward-1".to_owned(),
            period: Period::new(day("2023-02-26"), day(to)).expect("a period"),
            figures: figures.into_iter().collect(),
            activities,
            explanations: Vec::new(),
        })
}

/// A form in miniature: what each check found last.
struct Session<'s> {
    sheet: &'s Sheet,
    found: Vec<Vec<Finding>>,
}

impl Session<'_> {
    fn rerun(&mut self, checks: &[usize], entries: &super::Entries<'_>, context: &Context<'_>) {
        for check in checks {
            self.found[*check].clear();
            self.sheet
                .run(*check, entries, context, &mut self.found[*check]);
        }
    }

    fn all(&self, entries: &super::Entries<'_>, context: &Context<'_>) -> Vec<Finding> {
        let mut all = self.found.concat();
        super::tables(self.sheet, entries, context, &mut all);
        sort(&mut all);
        all
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn typing_one_input_after_another_finds_what_the_whole_check_finds(
        draft in drafts(),
        changes in proptest::collection::vec((any::<prop::sample::Index>(), typed()), 1..12),
        activity in typed_activity(),
    ) {
        let sheet = Sheet::new(&plan(), "weekly", "ward-1", week()).expect("a sheet");
        let context = Context { now: at_work(), ..Context::default() };
        let mut draft = draft;
        draft.figures = draft.figures.iter().filter(|(key, _)| sheet.input(key).is_some()).map(|(key, text)| (key.to_owned(), text.clone())).collect();
        let mut entries = sheet.read(&draft);
        sheet.read_tables(&draft, &mut entries);
        let mut session = Session { sheet: &sheet, found: vec![Vec::new(); sheet.check_count()] };
        session.rerun(&(0..sheet.check_count()).collect::<Vec<_>>(), &entries, &context);
        for (index, text) in changes {
            let input = index.index(sheet.inputs().len());
            draft.figures.insert(sheet.inputs()[input].key().to_owned(), text.clone());
            entries.inputs[input] = sheet.read_input(input, &text);
            sheet.read_tables(&draft, &mut entries);
            session.rerun(sheet.checks_of(Place::Input(input)), &entries, &context);
            prop_assert_eq!(session.all(&entries, &context), sheet.check_draft(&draft, draft.bounds(), &context).findings);
        }
        entries.activities.push(sheet.read_activity(&activity));
        draft.activities.push(activity);
        session.rerun(sheet.checks_of(Place::Activities), &entries, &context);
        prop_assert_eq!(session.all(&entries, &context), sheet.check_draft(&draft, draft.bounds(), &context).findings);
    }

    #[test]
    fn a_draft_without_errors_has_none_on_arrival(draft in drafts(), sending in any::<bool>()) {
        let plan = plan();
        let context = Context { now: at_work(), sending, ..Context::default() };
        let mut draft = draft;
        let warned = check_draft(&plan, &draft, &Context { sending: false, ..context }).findings;
        draft.explanations = warned.into_iter().map(|finding| Explanation {
            code: finding.code().to_owned(),
            path: finding.path,
            text: "Đúng như vậy".to_owned(),
        }).collect();
        let checked = check_draft(&plan, &draft, &context);
        prop_assert_eq!(&checked, &check_draft(&plan, &draft, &context));
        if let Some(report) = checked.report {
            let arrived = check_report(&plan, &Report::parse(&report.canonical()).expect("reads"), &context);
            prop_assert!(arrived.iter().all(|finding| finding.severity != Severity::Error), "{arrived:?}");
        } else {
            prop_assert!(checked.findings.iter().any(|finding| finding.severity == Severity::Error));
        }
    }

    #[test]
    fn many_reports_get_the_findings_of_each(reports in proptest::collection::vec(reports(), 1..6), sending in any::<bool>()) {
        let plan = plan();
        let context = Context { now: at_work(), sending, ..Context::default() };
        let lines: Vec<Vec<u8>> = reports.iter().map(Report::canonical).collect();
        let mut found = Vec::new();
        let count = check_lines(&plan, &lines.join(&b'\n'), &context, |line, findings| found.push((line, findings.to_vec())));
        prop_assert_eq!(count, reports.len());
        for (index, report) in reports.iter().enumerate() {
            prop_assert_eq!(&found[index], &(index + 1, check_report(&plan, report, &context)));
        }
    }

    #[test]
    fn no_bytes_stop_the_rest(garbage in proptest::collection::vec(any::<u8>(), 0..200)) {
        let plan = plan();
        let right = Draft { figures: [("trees".to_owned(), "1".to_owned())].into(), ..Draft::new(&plan, "weekly", "ward-1", week()) };
        let report = check_draft(&plan, &right, &Context::default()).report.expect("a report");
        let bytes = [garbage.as_slice(), b"\n\n", &report.canonical()].concat();
        let mut last = None;
        check_lines(&plan, &bytes, &Context::default(), |_, findings| last = Some(findings.to_vec()));
        prop_assert_eq!(last, Some(Vec::new()));
    }
}

#[test]
fn a_line_that_is_wrong_is_said_with_its_number() {
    let plan = plan();
    let head = r#""plan":"small","planVersion":2,"unit":"ward-1","period":{"from":"2023-02-26","to":"2023-03-03"}"#;
    let lines = [
        "{".to_owned(),
        String::new(),
        format!(r#"{{"format":1,{head},"duty":"weekly","figures":{{"trees":1.5}}}}"#),
        format!(r#"{{"figures":{{"trees":1}},"duty":"weekly",{head},"format":1}}"#),
        format!(r#"{{"format":7,{head},"duty":"weekly","figures":{{"trees":1}}}}"#),
        format!(r#"{{"format":1,{head},"duty":"no-such"}}"#),
        format!(r#"{{"format":1,{head},"duty":"weekly","figures":{{"trees":1,"trees":2000}}}}"#),
        r#"{"format":1,"plan":"other","planVersion":1,"unit":"u","duty":"d","period":{"from":"2023-02-26","to":"2023-03-03"}}"#.to_owned(),
    ];
    let mut found = Vec::new();
    let count = check_lines(
        &plan,
        lines.join("\n").as_bytes(),
        &Context::default(),
        |line, findings| {
            let codes = findings.iter().map(Finding::code);
            found.push((line, codes.collect::<Vec<_>>().join(" ")));
        },
    );
    assert_eq!(count, 7);
    let expected = [
        (1, "report.malformed".to_owned()),
        (3, "report.malformed".to_owned()),
        (4, String::new()),
        (5, "report.format".to_owned()),
        (6, "report.unknownDuty".to_owned()),
        (7, "report.malformed".to_owned()),
        (8, "report.otherPlan".to_owned()),
    ];
    assert_eq!(found, expected);
}

#[test]
fn setting_one_figure_runs_only_the_checks_that_read_it() {
    let sheet = Sheet::new(&plan(), "weekly", "ward-1", week()).expect("a sheet");
    let people = sheet.input("people").expect("asked");
    let checks = sheet.checks_of(Place::Input(people)).len();
    assert!(
        checks > 0 && checks * 5 < sheet.check_count(),
        "{checks} of {}",
        sheet.check_count()
    );
    assert!(sheet.check_count() > 50);
}

#[test]
fn figures_in_any_order_are_judged_alike_and_one_that_stands_twice_is_judged_by_nobody() {
    let plan = plan();
    for (plan_id, unit) in [
        ("small", "ward-1"),
        ("another", "ward-1"),
        ("small", "nobody"),
    ] {
        for (figures, is_twice) in [
            (r#""trees":1,"people":2"#, false),
            (r#""people":2,"trees":1"#, false),
            (r#""members":{"part":1,"whole":2},"trees":1"#, false),
            (r#""trees":1,"trees":1"#, true),
            (r#""trees":1,"people":2,"trees":1"#, true),
            (r#""odd":1,"even":2"#, false),
            (r#""odd":1,"trees":1,"odd":2"#, true),
        ] {
            let line = format!(
                r#"{{"format":1,"plan":"{plan_id}","planVersion":2,"duty":"weekly","unit":"{unit}","period":{{"from":"2023-02-26","to":"2023-03-03"}},"figures":{{{figures}}}}}"#
            );
            let context = Context::default();
            let single = Report::parse(line.as_bytes()).map_or_else(
                |malformed| vec![malformed],
                |report| check_report(&plan, &report, &context),
            );
            let malformed = |finding: &Finding| finding.code() == "report.malformed";
            assert_eq!(single.iter().any(malformed), is_twice, "{line}");
            check_lines(&plan, line.as_bytes(), &context, |_, findings| {
                assert_eq!(findings, single, "{line}");
            });
        }
    }
}
