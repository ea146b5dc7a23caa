//! What the receiving side found in a report that it refused, and the rules here do not say.
//!
//! It is shown where it belongs like any other finding, and holds until what it is about is changed. Nothing is
//! noted for that: what was found is handed in together with the report in which it was found, also after a reload,
//! and holds where the draft still says the same.

use super::Form;
use super::copying::retyped;
use super::place::{Place, activity_index};
use super::review::part_in_words;
use super::sending::{blocks, lies_in};
use super::view::{Change, FindingView, Heeded};
use crate::finding::{Finding, Path, Severity};
use crate::message;
use crate::plan::ActivityPart;
use crate::read;
use crate::report::{Report, ReportActivity};
use crate::rules::{Entries, Told, ToldList};
use crate::text::Lang;
use std::borrow::Cow;

/// The most findings that are kept; those that follow come with the next answer.
const MOST: usize = 300;

impl Form {
    /// Takes what the receiving side found (JSON, as it answered) in `sent` (the report as JSON; none where
    /// it is not at hand, and all holds then). A finding holds until what it is about is changed,
    /// not on from a changed report nor one of another version of the plan; a warning can be explained, and its
    /// explanation travels. Text that is no list of findings changes nothing.
    pub fn heed_findings(&mut self, findings: &str, sent: Option<&str>) -> Heeded {
        let mut elsewhere = Vec::new();
        let mut paths: Vec<Path> = self.told.iter().map(|told| told.path.clone()).collect();
        if let Some(ToldList(found)) = read::from_str_or_none(findings) {
            self.told.retain(|told| told.severity == Severity::Info);
            let sent: Option<Report> = sent.and_then(read::from_str_or_none);
            let sent = sent.filter(|sent| self.sheet.is_answered_by(sent));
            let was = sent.map(|sent| self.as_sent(&sent));
            for mut told in found {
                if told.severity == Severity::Info {
                    continue;
                }
                if told.path.as_str() != "/activities" && self.home(&told.path).is_none() {
                    elsewhere.push(self.told_view(&told));
                    continue;
                }
                let stands = match &was {
                    None => Some(told.path.clone()),
                    Some(was) => was.as_ref().and_then(|was| self.stands(&told.path, was)),
                };
                if self.told.len() < MOST
                    && let Some(path) = stands
                {
                    told.path = path.clone();
                    paths.push(path);
                    self.told.push(told);
                }
            }
        }
        Heeded {
            change: self.changed_at(None, &paths),
            elsewhere,
        }
    }

    /// Keeps what was explained in the report that was sent and the rules here do not ask: the office did, and would
    /// again.
    pub(super) fn keep_explained(&mut self) {
        let Some(sent) = self.earlier.of(&self.sheet) else {
            return;
        };
        let Some(was) = self.as_sent(sent) else {
            return;
        };
        let mut asked = Vec::new();
        self.sheet.run_all(&was, &self.context(false), &mut asked);
        let mut kept = Vec::new();
        for line in &sent.explanations {
            let is_asked = asked.iter().any(|warning| line.explains(warning));
            // What the rules say of a cell is known once its table is read.
            let cell = matches!(self.home(&line.path), Some(Place::Figure(key)) if !line.path.as_str().ends_with(key));
            if !is_asked
                && !cell
                && let Some(path) = self.stands(&line.path, &was)
            {
                kept.push(Told {
                    path,
                    code: line.code.clone(),
                    severity: Severity::Info,
                    message: String::new(),
                });
            }
        }
        kept.truncate(MOST);
        self.told = kept;
    }

    /// How what was sent reads when it is typed here; none where it was sent of another version of the plan.
    fn as_sent(&self, sent: &Report) -> Option<Entries<'static>> {
        (sent.plan_version == self.sheet.plan_version())
            .then(|| self.sheet.read(&retyped(sent, &self.sheet)))
    }

    /// Where what stood at `path` in what was sent stands in the draft; none where it was changed.
    fn stands(&self, path: &Path, was: &Entries<'_>) -> Option<Path> {
        let now = &self.entries;
        if let Some((index, rest)) = activity_index(path.as_str()) {
            let was = was.activities.get(index)?.reported()?;
            let part = rest.strip_prefix('/').map(|rest| rest.split('/').next());
            let part = part.flatten().and_then(ActivityPart::from_key);
            // It may have been moved.
            let is_there = |at: usize| {
                let listed = now.activities.get(at).and_then(|entry| entry.reported());
                listed.is_some_and(|listed| is_same(&listed, &was, part))
            };
            let at = if is_there(index) {
                index
            } else {
                (0..now.activities.len()).find(|at| is_there(*at))?
            };
            let path = [Path::activity(at).as_str(), rest].concat();
            return Some(Path::from(path.as_str()));
        }
        let same = if path.as_str() == "/activities" {
            let mut listed = now.activities.iter().zip(&was.activities);
            now.activities.len() == was.activities.len()
                && listed.all(|(now, was)| now.reported() == was.reported())
        } else {
            self.reads_alike(path, was)
        };
        same.then(|| path.clone())
    }

    /// Whether the inputs at `path`, one or both halves of a share, read as they were sent.
    fn reads_alike(&self, path: &Path, was: &Entries<'_>) -> bool {
        let inputs = self.sheet.inputs().iter();
        let readings = self.entries.inputs.iter().zip(&was.inputs);
        inputs
            .zip(readings)
            .filter(|(input, _)| lies_in(input.path.as_str(), path.as_str()))
            .all(|(_, (now, was))| now == was)
    }

    /// Whether it was told by the receiving side and the rules here do not say it.
    pub(super) fn only_told(&self, told: &Told) -> bool {
        let is_found = |found: &Vec<Finding>| found.iter().any(|own| told.is_found(own));
        told.severity != Severity::Info && !self.found.iter().any(is_found)
    }

    /// What was told and `findings` do not say, in words.
    pub(super) fn told_beside(&self, findings: &[Finding]) -> Vec<FindingView> {
        self.told
            .iter()
            .filter(|told| told.severity != Severity::Info)
            .filter(|told| !findings.iter().any(|own| told.is_found(own)))
            .map(|told| self.told_view(told))
            .collect()
    }

    /// What was told, in words.
    pub(super) fn told_view(&self, told: &Told) -> FindingView {
        let explanation = self.explanation_of(&told.path, &told.code);
        FindingView {
            blocks: blocks(told.severity, explanation.is_some()),
            path: told.path.as_str().to_owned(),
            label: message::label(&told.path, &self.plan, self.lang),
            code: Cow::Owned(told.code.clone()),
            severity: told.severity,
            message: told.message.clone(),
            explanation,
            waits: false,
        }
    }

    /// Lets go of what was told of `path`, which has changed; where it stood.
    pub(super) fn outdate(&mut self, path: &str) -> Vec<Path> {
        let mut gone = Vec::new();
        self.told.retain(|told| {
            let about = told.path.as_str();
            let stays = !lies_in(path, about) && !lies_in(about, path);
            if !stays {
                gone.push(told.path.clone());
            }
            stays
        });
        gone
    }

    /// Lets go of what was told of the list as a whole, to which an activity came, or in which one went or moved.
    pub(super) fn outdate_list(&mut self) {
        self.told.retain(|told| told.path.as_str() != "/activities");
    }

    /// What stands now at an input, at those of `paths`, and at the list where it is among them.
    pub(super) fn changed_at(&self, first: Option<Place<'_>>, paths: &[Path]) -> Change {
        let mut homes: Vec<Place<'_>> = first.into_iter().collect();
        let mut list = None;
        for path in paths {
            if path.as_str() == "/activities" {
                list = Some(self.list_findings());
            }
            if let Some(home) = self.home(path)
                && !homes.contains(&home)
            {
                homes.push(home);
            }
        }
        Change {
            inputs: homes.into_iter().map(|place| self.input(place)).collect(),
            list,
            remains: Vec::new(),
            reshaped: false,
            counts: self.counts(),
        }
    }
}

/// Whether an activity is still the one that was sent, and says the same in `part`; in all its parts where none is
/// meant.
fn is_same(now: &ReportActivity, was: &ReportActivity, part: Option<ActivityPart>) -> bool {
    let Some(part) = part else {
        return now == was;
    };
    let said = |activity| part_in_words(activity, part, Lang::Vi);
    now.title == was.title && now.date == was.date && said(now) == said(was)
}

#[cfg(test)]
mod tests;
