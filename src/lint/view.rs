//! What every rule looks at: the plan, and its words statement by statement.

use super::words::{Number, dates, numbers, quantities};
use super::{Lint, LintFinding, Reading, Stated, Word};
use crate::finding::{Path, Severity};
use crate::plan::{
    Activity, Certainty, Duty, Plan, Selector, Source, Span, StatedSchedule, Statement, Target,
    Threshold, When,
};
use crate::text::plain;
use crate::value::Counted;
use std::collections::BTreeSet;

/// A plan with its words laid out.
pub(super) struct View<'a> {
    pub plan: &'a Plan,
    /// Every statement of the document that the plan quotes, once.
    pub texts: Vec<Words<'a>>,
}

/// The words of one statement, and where they stand.
pub(super) struct Words<'a> {
    pub path: Path,
    pub section: &'a str,
    pub text: &'a str,
}

impl Words<'_> {
    pub fn stated(&self, reading: Option<Reading>) -> Stated {
        Stated {
            path: self.path.clone(),
            section: self.section.to_owned(),
            quote: Some(self.text.to_owned()),
            reading,
        }
    }
}

/// What a duty says of its periods and deadlines in words that are quoted.
pub(super) struct Quoting<'a> {
    /// Its place.
    pub path: Path,
    /// The place of all that the duty says.
    all: Path,
    /// The duty that says it.
    pub duty: &'a Duty,
    /// The statement as data.
    pub stated: &'a StatedSchedule,
    /// The words as they are quoted.
    pub quote: &'a str,
    /// The words without marks.
    pub text: String,
}

impl<'a> Quoting<'a> {
    /// It as a statement of a finding.
    pub fn as_stated(&self, reading: Option<Reading>) -> Stated {
        Stated::new(self.path.clone(), &self.stated.source, reading)
    }

    /// What else the same duty says, each with its place.
    pub fn others(&self) -> impl Iterator<Item = (Path, &'a StatedSchedule)> + use<'a> {
        let (own, place) = (self.stated, self.all.clone());
        let all = self.duty.schedules.iter().enumerate();
        all.filter(move |(_, other)| !std::ptr::eq(*other, own))
            .map(move |(at, other)| (place.clone().at(at), other))
    }
}

impl<'a> View<'a> {
    pub fn new(plan: &'a Plan) -> Self {
        let mut texts = Texts::default();
        if let Some(source) = &plan.period_source {
            texts.quote(Path::top("period"), source);
        }
        for (at, duty) in plan.duties.iter().enumerate() {
            let path = Path::top("duties").at(at);
            for (at, stated) in duty.schedules.iter().enumerate() {
                texts.quote(path.clone().then("schedules").at(at), &stated.source);
            }
            for (at, waiver) in duty.waivers.iter().enumerate() {
                texts.quote(path.clone().then("waivers").at(at), &waiver.source);
            }
            for (at, extension) in duty.extensions.iter().enumerate() {
                texts.quote(path.clone().then("extensions").at(at), &extension.source);
            }
            texts.quote(path, &duty.source);
        }
        for (at, target) in plan.targets.iter().enumerate() {
            texts.quote(Path::top("targets").at(at), &target.source);
        }
        for (at, activity) in plan.activities.iter().enumerate() {
            texts.quote(Path::top("activities").at(at), &activity.source);
        }
        for (at, milestone) in plan.milestones.iter().enumerate() {
            texts.quote(Path::top("milestones").at(at), &milestone.source);
        }
        if let Some(document) = &plan.document {
            let path = Path::top("document");
            for (at, basis) in document.bases.iter().enumerate() {
                texts.quote(path.clone().then("bases").at(at), &basis.source);
            }
            for (name, list) in [
                ("headings", &document.headings),
                ("purposes", &document.purposes),
                ("requirements", &document.requirements),
                ("tasks", &document.tasks),
                ("slogans", &document.slogans),
            ] {
                for (at, statement) in list.iter().enumerate() {
                    texts.statement(path.clone().then(name).at(at), statement);
                }
            }
        }
        for (at, indicator) in plan.indicators.iter().enumerate() {
            if let Some(source) = &indicator.source {
                texts.quote(Path::top("indicators").at(at), source);
            }
        }
        Self {
            plan,
            texts: texts.all,
        }
    }

    /// Paragraphs of the document, each under its number.
    #[cfg(feature = "reading")]
    pub fn of_paragraphs(plan: &'a Plan, paragraphs: &[&'a str]) -> Self {
        let words = |(at, text): (usize, &&'a str)| Words {
            path: Path::top("paragraphs").at(at),
            section: "",
            text,
        };
        Self {
            plan,
            texts: paragraphs.iter().enumerate().map(words).collect(),
        }
    }

    /// The targets with their places.
    pub fn targets(&self) -> impl Iterator<Item = (Path, &'a Target)> + use<'a> {
        let targets = self.plan.targets.iter().enumerate();
        targets.map(|(at, target)| (Path::top("targets").at(at), target))
    }

    /// One remark for all targets that lack something, with the words of each.
    pub fn remark(
        &self,
        out: &mut Vec<LintFinding>,
        lacks: impl Fn(&Target) -> bool,
        lint: &'static Lint,
    ) {
        let statements: Vec<Stated> = self
            .targets()
            .filter(|(_, target)| lacks(target))
            .map(|(path, target)| stated(&path, target))
            .collect();
        if !statements.is_empty() {
            let said = lint.counting(statements.len());
            let remark = LintFinding::new(Severity::Info, Path::top("targets"), said);
            out.push(remark.stating(statements));
        }
    }

    /// The duties with their places.
    pub fn duties(&self) -> impl Iterator<Item = (Path, &'a Duty)> + use<'a> {
        let duties = self.plan.duties.iter().enumerate();
        duties.map(|(at, duty)| (Path::top("duties").at(at), duty))
    }

    /// The activities with their places.
    pub fn activities(&self) -> impl Iterator<Item = (Path, &'a Activity)> + use<'a> {
        let activities = self.plan.activities.iter().enumerate();
        activities.map(|(at, activity)| (Path::top("activities").at(at), activity))
    }

    /// The activities that quote a sentence, with its words without marks.
    pub fn quoting_activities(
        &self,
    ) -> impl Iterator<Item = (Path, &'a Activity, String)> + use<'a> {
        self.activities().filter_map(|(path, activity)| {
            let quote = activity.source.quote.as_deref()?;
            Some((path, activity, plain(quote)))
        })
    }

    /// The statements of all duties that quote a sentence.
    pub fn quoting(&self) -> impl Iterator<Item = Quoting<'a>> + use<'a> {
        self.duties().flat_map(|(path, duty)| {
            let place = path.then("schedules");
            let all = duty.schedules.iter().enumerate();
            all.filter_map(move |(at, stated)| {
                let quote = stated.source.quote.as_deref()?;
                Some(Quoting {
                    path: place.clone().at(at),
                    all: place.clone(),
                    duty,
                    stated,
                    quote,
                    text: plain(quote),
                })
            })
        })
    }

    /// Whether some unit is chosen by both.
    pub fn share_units(&self, one: &Selector, other: &Selector) -> bool {
        let mut units = self.plan.units.iter();
        units.any(|unit| one.chooses(unit) && other.chooses(unit))
    }

    /// Whether the duty's form lists what is planned, not what was held: a calendar or registration.
    pub fn is_calendar(&self, duty: &Duty) -> bool {
        self.plan
            .template(duty.template.as_str())
            .is_some_and(|template| {
                let lists = template
                    .sections
                    .iter()
                    .filter_map(|s| s.activities.as_ref());
                lists.into_iter().any(|list| list.within == Span::Plan)
            })
    }
}

/// Where the words of a target, in lower case, state its value; a quantity is found by its unit too.
pub(super) fn values(view: &View<'_>, target: &Target, text: &str) -> Vec<Number> {
    let (value, percent) = match target.value {
        Threshold::Count(value) | Threshold::Money(value) => (value, false),
        Threshold::BasisPoints(share) => (i64::from(share), true),
        Threshold::Quantity(steps) => {
            let indicator = view.plan.indicator(target.indicator.as_str());
            let counted = indicator.map(|indicator| indicator.measure.counted());
            let Some(Counted::Unit { unit, decimals }) = counted else {
                return Vec::new();
            };
            let all = quantities(text, unit, decimals).into_iter();
            return all
                .map(|(one, _)| one)
                .filter(|one| one.value == steps)
                .collect();
        }
        Threshold::Ratio(_) | Threshold::Done => return Vec::new(),
    };
    let mut all = numbers(text);
    all.retain(|number| number.value == value && number.percent == percent);
    all
}

/// The value of a target as it is written; none of what is done or not, or of all of some.
pub(super) fn value_of(view: &View<'_>, target: &Target) -> Option<Word> {
    match target.value {
        Threshold::Count(value) | Threshold::Money(value) => Some(value.into()),
        Threshold::Quantity(steps) => {
            let indicator = view.plan.indicator(target.indicator.as_str())?;
            Some(Word::Text(indicator.measure.quantity(steps)))
        }
        _ => None,
    }
}

/// A target as a statement.
pub(super) fn stated(path: &Path, target: &Target) -> Stated {
    let reading = Reading::Target(target.id.clone());
    Stated::new(path.clone(), &target.source, Some(reading))
}

/// Whether the office made it, without the document saying so.
pub(super) fn is_added(source: &Source) -> bool {
    crate::text::fold(&source.section) == "ngoai van ban"
}

/// Whether the document states that day of the activity, and the plan did not derive it ("hằng tuần",
/// "chủ nhật tuần thứ hai của tháng"). Where the words are not there, the plan is believed.
pub(super) fn states(activity: &Activity, when: &When) -> bool {
    let Some(quote) = &activity.source.quote else {
        return when.certainty != Certainty::Unsure;
    };
    dates(&plain(quote))
        .iter()
        .any(|date| date.day == when.from.day() && date.month == when.from.month())
}

#[derive(Default)]
struct Texts<'a> {
    all: Vec<Words<'a>>,
    known: BTreeSet<&'a str>,
}

impl<'a> Texts<'a> {
    fn quote(&mut self, path: Path, source: &'a Source) {
        if let Some(quote) = &source.quote {
            self.add(path, &source.section, quote);
        }
    }

    fn statement(&mut self, path: Path, statement: &'a Statement) {
        let quote = statement.source.quote.as_ref();
        let text = quote.unwrap_or(&statement.text);
        self.add(path, &statement.source.section, text);
    }

    fn add(&mut self, path: Path, section: &'a str, text: &'a str) {
        if self.known.insert(text) {
            self.all.push(Words {
                path,
                section,
                text,
            });
        }
    }
}
