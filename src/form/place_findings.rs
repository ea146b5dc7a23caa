//! Which findings, and which echo, stand at which input.

use super::Form;
use super::place::{Place, activity_index};
use super::view::FindingView;
use crate::finding::Path;
use crate::message;
use crate::plan::{ActivityPart, Measure};
use crate::report::Value;
use crate::rules::{self, PartEntry, When};
use crate::value::{Answer, CountMeasure, DateMeasure, TimeMeasure};

impl Form {
    /// The input at which a finding at `path` is shown: its own, the first half of a share, or the title
    /// of an activity as a whole. None for the list and for the report as a whole.
    pub(super) fn home<'p>(&'p self, path: &'p Path) -> Option<Place<'p>> {
        let text = path.as_str();
        if let Some((index, rest)) = activity_index(text) {
            let part = rest
                .strip_prefix('/')
                .and_then(|rest| ActivityPart::from_key(rest.split('/').next()?));
            return Some(Place::Activity(index, part.unwrap_or(ActivityPart::Title)));
        }
        let key = text.strip_prefix("/figures/")?;
        if self.sheet.input(key).is_some() {
            return Some(Place::Figure(key));
        }
        self.sheet
            .inputs()
            .iter()
            .find(|input| {
                let rest = key.strip_prefix(input.indicator.as_str());
                rest.is_some_and(|rest| {
                    rest.is_empty() || (rest.starts_with('/') && input.measure.table().is_some())
                })
            })
            .map(|input| Place::Figure(input.key()))
    }

    /// What stands at an input. That a required one is blank is said before sending, not while typing.
    pub(super) fn findings_at(&self, place: Place) -> Vec<FindingView> {
        let read = match place {
            Place::Figure(key) => self.sheet.input(key).map(rules::Place::Input),
            // Beyond the most that are read nothing is found; the list itself says that it is too long.
            Place::Activity(index, _) => {
                (index < self.entries.activities.len()).then_some(rules::Place::Activities)
            }
        };
        read.map_or_else(Vec::new, |read| self.said_at(read, Some(place)))
    }

    /// What stands at the list of activities as a whole. That it is too short is said before sending.
    pub(super) fn list_findings(&self) -> Vec<FindingView> {
        self.said_at(rules::Place::Activities, None)
    }

    /// What stands at an input, or at the list as a whole, and is found by the checks that read it, or was told.
    fn said_at(&self, read: rules::Place, place: Option<Place<'_>>) -> Vec<FindingView> {
        let mut said = Vec::new();
        // Of a long list most findings lie in other activities, which their first letters say.
        let within = match place {
            Some(Place::Activity(index, _)) => Path::activity(index),
            _ => Path::whole(),
        };
        let stands_at =
            |path: &Path| path.as_str().starts_with(within.as_str()) && self.home(path) == place;
        for check in self.sheet.checks_of(read) {
            for finding in self.found.get(*check).map_or(&[][..], Vec::as_slice) {
                let stands = match place {
                    Some(_) => stands_at(&finding.path),
                    None => finding.path.as_str() == "/activities",
                };
                if stands && rules::when(finding) != When::BeforeSending {
                    said.push(self.finding(finding));
                }
            }
        }
        for told in &self.told {
            if stands_at(&told.path) && self.only_told(told) {
                said.push(self.told_view(told));
            }
        }
        said
    }

    /// How the text at `place` was understood, in words; none where it says that itself.
    pub(super) fn echo(&self, place: Place) -> Option<String> {
        self.echo_of(place, self.raw(place))
    }

    /// The same beside another text than what stands there, from which that was written.
    pub(super) fn echo_of(&self, place: Place, typed: &str) -> Option<String> {
        match place {
            Place::Figure(key) => {
                let input = self.sheet.input(key)?;
                if self.carried.contains(&input) {
                    return Some(message::as_before(self.lang).to_owned());
                }
                let measure = &self.indicator_at(input)?.measure;
                message::echo(
                    &self.entries.inputs.get(input)?.value()?.to_value(),
                    measure,
                    typed,
                    self.lang,
                )
            }
            Place::Activity(index, part) => {
                let (value, measure) = self.part_at(index, part)?;
                message::echo(&value, &measure, typed, self.lang)
            }
        }
    }

    /// What was understood at a part of an activity, as people write it; none of what is understood as it stands.
    pub(super) fn words_at(&self, place: Place) -> Option<String> {
        let Place::Activity(index, part) = place else {
            return None;
        };
        let (value, measure) = self.part_at(index, part)?;
        Some(message::value(&value, &measure, self.lang))
    }

    fn part_at(&self, index: usize, part: ActivityPart) -> Option<(Value, Measure)> {
        part_value(self.entries.activities.get(index)?.part(part))
    }

    /// The number that stands for an indicator in the form now.
    pub(super) fn figure(&self, id: &str) -> Option<Value> {
        self.entries
            .inputs
            .get(self.sheet.input(id)?)?
            .value()
            .map(Answer::to_value)
    }
}

/// What was understood of a part of an activity, where an echo helps.
fn part_value(entry: PartEntry<'_>) -> Option<(Value, Measure)> {
    match entry {
        PartEntry::Day(day) => Some((Value::Text(day.value()?.to_string()), DateMeasure.into())),
        PartEntry::Hour(hour) => Some((Value::Text(hour.value()?.to_string()), TimeMeasure.into())),
        PartEntry::Attendances(count) => {
            let noun = "lượt người".to_owned();
            Some((Value::Number(*count.value()?), CountMeasure { noun }.into()))
        }
        PartEntry::Text(_) | PartEntry::Links(_) | PartEntry::Names(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::form::tests::{open_plan, plan_with};

    const TREES: &str = "/figures/trees";

    #[test]
    fn what_only_activities_can_mend_waits_and_what_the_field_can_mend_does_not() {
        let mut plan = plan_with("sum", r#"{"count": 10}"#, r#""each""#);
        for section in &mut plan.templates[0].sections {
            if let Some(field) = section.fields.first_mut() {
                field.evidence = true;
            }
        }
        let mut form = open_plan(plan, |_| {});
        let change = form.set(TREES, "1.200".into());
        let mut said: Vec<_> = change.inputs[0]
            .findings
            .iter()
            .map(|finding| (&*finding.code, finding.waits))
            .collect();
        said.sort_unstable();
        let known = [
            ("figure.evidence", true),
            ("figure.farFromEarlier", false),
            ("number.implausible", false),
        ];
        assert_eq!(said, known);
        assert_eq!((change.counts.errors, change.counts.waiting), (1, 1));

        form.add_activity(None, None);
        let change = form.set("/activities/0/links", "https://a.vn/1".into());
        assert_eq!((change.counts.errors, change.counts.waiting), (0, 0));
    }
}
