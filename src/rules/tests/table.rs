//! For the tables of cases in the rule files: what the small plan's weekly form says of a few inputs.

use super::{Context, check_draft};
use crate::calendar::{Date, Instant, Period};
use crate::plan::{ActivityPart, Plan};
use crate::report::{Draft, DraftActivity, Report};

/// What is typed: key, or part of an activity, and text.
pub(in crate::rules) type Typed<'t> = &'t [(&'t str, &'t str)];

/// A draft for the week of 26/2 to 3/3/2023 with ten trees planted, which are required.
pub(in crate::rules) fn draft(figures: Typed<'_>, activities: &[Typed<'_>]) -> Draft {
    let day = |text| Date::parse_iso(text).expect("a day");
    let week = Period::new(day("2023-02-26"), day("2023-03-03")).expect("a week");
    let mut draft = Draft::new(&plan(), "weekly", "ward-1", week);
    draft.figures.insert("trees".to_owned(), "10".to_owned());
    for (key, text) in figures {
        draft.figures.insert((*key).to_owned(), (*text).to_owned());
    }
    for parts in activities {
        let mut activity = DraftActivity::default();
        for (part, text) in *parts {
            let part = ActivityPart::from_key(part).expect("a part");
            *activity.part_mut(part) = (*text).to_owned();
        }
        draft.activities.push(activity);
    }
    draft
}

/// Paths and codes of what a check of the draft finds, as "path code".
pub(in crate::rules) fn found(draft: &Draft, now: Option<&str>, earlier: &[Report]) -> Vec<String> {
    let now = now.map(|now| Instant::parse_iso(now).expect("a moment"));
    let context = Context {
        now,
        earlier: &earlier.to_vec().into(),
        ..Context::default()
    };
    found_in(draft, &context)
}

/// The same, knowing what `context` knows.
pub(in crate::rules) fn found_in(draft: &Draft, context: &Context<'_>) -> Vec<String> {
    let findings = check_draft(&plan(), draft, context).findings;
    findings
        .iter()
        .map(|finding| [finding.path.as_str(), " ", finding.code()].concat())
        .collect()
}

/// Runs a table of figures: what is typed, and what is found.
pub(in crate::rules) fn figures(table: &[(Typed<'_>, &[&str])]) {
    for (typed, expected) in table {
        assert_eq!(found(&draft(typed, &[]), None, &[]), *expected, "{typed:?}");
    }
}

/// Runs a table of activities: what is typed, and what is found.
pub(in crate::rules) fn activities(table: &[(&[Typed<'_>], &[&str])]) {
    for (typed, expected) in table {
        assert_eq!(found(&draft(&[], typed), None, &[]), *expected, "{typed:?}");
    }
}

fn plan() -> Plan {
    Plan::parse(include_str!("../../../tests/cases/plans/small.json")).expect("a plan")
}
