//! What else is wrong with a plan of which some could not be read.
//!
//! What could not be read is blank in it: a reference may lead there, and what is wrong may rest on it. Only what is wrong
//! whatever was meant to stand there is told: no mistake is told twice, and none that is none.

use super::problems;
use crate::order::sort;
use crate::plan::{Plan, PlanError, PlanPart, PlanProblem};
use crate::read::{MOST_MISREADS, Misread, Problem, Text, push_key};

/// All that is wrong: what cannot be read, and what does not fit together whatever stands there; in the order of the
/// text, and then what is missing.
pub(in crate::plan) fn beside(
    plan: &Plan,
    text: &Text<'_>,
    misreads: Vec<Misread>,
) -> Vec<PlanError> {
    // Where more could not be read than is told, nobody knows what something rests on.
    let is_told = misreads.len() < MOST_MISREADS;
    let unread = if is_told {
        unread(text, &misreads)
    } else {
        Vec::new()
    };
    let mut all: Vec<PlanError> = misreads.into_iter().map(PlanError::from).collect();
    if is_told {
        let mut fits = problems(plan);
        fits.retain(|one| stands(one, &unread));
        PlanError::place(text, &mut fits);
        all.extend(fits);
        sort(&mut all, |a, b| place(a).cmp(&place(b)));
        all.truncate(MOST_MISREADS);
    }
    all
}

/// What stands in the text comes before what is missing.
fn place(error: &PlanError) -> (bool, usize, usize) {
    let is_missing = matches!(
        error.problem,
        PlanProblem::Misread(Problem::MissingField { .. })
    );
    (is_missing, error.line, error.column)
}

/// The pointers of all that is blank because it could not be read.
fn unread(text: &Text<'_>, misreads: &[Misread]) -> Vec<String> {
    let (mut unread, mut meant) = (Vec::new(), Vec::new());
    for misread in misreads {
        let pointer = &misread.pointer;
        match &misread.problem {
            Problem::MissingField { field } => unread.push(member(pointer, field)),
            // Which field was meant nobody knows: any that is not there.
            Problem::UnknownField { field, expected } => {
                let above = pointer.strip_suffix(&*member("", field));
                let names = expected.split('`').skip(1).step_by(2);
                meant.extend(names.map(|name| member(above.unwrap_or(pointer), name)));
            }
            // The name of a variant, in whose place the whole stands.
            Problem::UnknownWord { found, .. } => {
                let above = pointer.strip_suffix(&*member("", found));
                unread.push(above.unwrap_or(pointer).to_owned());
            }
            _ => unread.push(pointer.clone()),
        }
    }
    let places = text.places(&meant.iter().map(String::as_str).collect::<Vec<_>>());
    let absent = meant.into_iter().zip(places).filter(|(_, at)| at.0 == 0);
    unread.extend(absent.map(|(pointer, _)| pointer));
    unread
}

fn member(above: &str, name: &str) -> String {
    let mut pointer = above.to_owned();
    push_key(&mut pointer, name);
    pointer
}

/// Whether something is wrong whatever stands where nothing could be read.
fn stands(error: &PlanError, unread: &[String]) -> bool {
    let at = &*error.pointer;
    let rests = rests_on(&error.problem);
    !unread.iter().any(|blank| {
        is_within(at, blank)
            || is_within(blank, at)
            || (rests.own && is_within(blank, part(at)))
            || rests
                .on
                .iter()
                .any(|list| is_within(blank, list) || is_within(list, blank))
            || rests.ids.iter().any(|list| loses_id(blank, list))
    })
}

/// What else than the place of a problem it rests on.
#[derive(Default)]
struct Rests {
    /// The part of the plan in which it is: a unit, a duty, a form.
    own: bool,
    /// All that these members of the plan hold.
    on: &'static [&'static str],
    /// Which parts these lists name.
    ids: &'static [&'static str],
}

fn rests_on(problem: &PlanProblem) -> Rests {
    let own = |on| Rests {
        own: true,
        on,
        ids: &[],
    };
    match problem {
        // A text, the length of a list, and two identities that are there both.
        PlanProblem::Blank
        | PlanProblem::TooLong { .. }
        | PlanProblem::Empty
        | PlanProblem::TooFew { .. }
        | PlanProblem::TooMany { .. }
        | PlanProblem::TooManyColumns { .. }
        | PlanProblem::GroupedTwice { .. }
        | PlanProblem::RepeatedId { .. } => Rests::default(),
        PlanProblem::UnknownId { part, .. } => match lists(*part) {
            [] => own(&["/indicators"]),
            ids => Rests {
                ids,
                ..Rests::default()
            },
        },
        PlanProblem::ParentCycle { .. } => own(&["/units"]),
        PlanProblem::WrongMeasure { .. }
        | PlanProblem::OtherUnit { .. }
        | PlanProblem::NotScored
        | PlanProblem::UponNumber { .. }
        | PlanProblem::UponAnswers { .. }
        | PlanProblem::BoundOfOtherKind { .. }
        | PlanProblem::OutOfRange { .. } => own(&["/indicators"]),
        PlanProblem::GroupUnlike { .. } => own(&["/targets"]),
        PlanProblem::TooManyPeriods { .. } | PlanProblem::RepeatedPeriod => {
            own(&["/period", "/activities", "/milestones"])
        }
        PlanProblem::TooManyReports { .. }
        | PlanProblem::TooManyOpened { .. }
        | PlanProblem::TooManyValues { .. } => own(&[""]),
        PlanProblem::Misread(_)
        | PlanProblem::MergedIntoItself { .. }
        | PlanProblem::NotAColumn
        | PlanProblem::ReservedId { .. }
        | PlanProblem::ReadAlike
        | PlanProblem::EndBeforeStart
        | PlanProblem::HourOfPeriod
        | PlanProblem::TwoDeadlines
        | PlanProblem::GathersOnDemand
        | PlanProblem::SecondActivityList
        | PlanProblem::AskedBefore { .. }
        | PlanProblem::ActivitiesUponAnswer
        | PlanProblem::DoneByNumber
        | PlanProblem::RangeUnlike
        | PlanProblem::BoundsUnlike
        | PlanProblem::EvidenceWithoutActivities => own(&[]),
    }
}

/// The lists of the plan that name the parts of a kind; none for what stands inside a part.
fn lists(part: PlanPart) -> &'static [&'static str] {
    match part {
        PlanPart::Level => &["/levels"],
        PlanPart::Sector => &["/sectors"],
        PlanPart::Unit => &["/units"],
        PlanPart::Attribute => &["/attributes"],
        PlanPart::Indicator => &["/indicators"],
        PlanPart::Target => &["/targets"],
        PlanPart::Template => &["/templates"],
        PlanPart::Duty => &["/duties"],
        // What a report follows is either.
        PlanPart::Activity | PlanPart::Milestone => &["/activities", "/milestones"],
        PlanPart::Alternatives
        | PlanPart::Section
        | PlanPart::Field
        | PlanPart::Schedule
        | PlanPart::Rule
        | PlanPart::Answer
        | PlanPart::Scoring
        | PlanPart::Criterion
        | PlanPart::Band
        | PlanPart::Column => &[],
    }
}

/// Whether a place is another or stands in it.
fn is_within(inner: &str, outer: &str) -> bool {
    let rest = inner.strip_prefix(outer);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Whether an identity of the list may stand where nothing could be read.
fn loses_id(blank: &str, list: &str) -> bool {
    if is_within(list, blank) {
        return true;
    }
    let mut steps = blank.strip_prefix(list).unwrap_or("-").split('/');
    let (none, _index, member) = (steps.next(), steps.next(), steps.next());
    none == Some("") && member.is_none_or(|member| member == "id")
}

/// The part of the plan in which a place is: an item of one of its lists, or a member.
fn part(pointer: &str) -> &str {
    let starts: Vec<usize> = pointer.match_indices('/').map(|(at, _)| at).collect();
    let second = starts.get(1).copied().unwrap_or(pointer.len());
    let third = starts.get(2).copied().unwrap_or(pointer.len());
    let is_item = pointer
        .get(second..third)
        .is_some_and(|step| step.trim_start_matches('/').parse::<usize>().is_ok());
    let end = if is_item { third } else { second };
    pointer.get(..end).unwrap_or(pointer)
}
