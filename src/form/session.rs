//! Opening a form, and taking strokes.

use super::below::Below;
use super::copying::{carry_over, retyped};
use super::place::Place;
use super::view::{Change, Counts, Tick};
use super::{Form, Request};
use crate::calendar::Instant;
use crate::finding::{Finding, Kind, Path, Severity};
use crate::order::sort;
use crate::plan::Plan;
use crate::report::{Draft, Explanation};
use crate::rules::{self, Context, Sheet, When};
use crate::text::is_blank;
use std::rc::Rc;

impl Form {
    /// Opens the form of one occasion, with the draft that was kept, else what was sent of this very
    /// period, else blank. A draft of an older version of the plan keeps all that was typed; what the plan
    /// no longer asks is said.
    ///
    /// # Errors
    /// One finding: an unknown duty or unit, a unit that does not owe the duty, a period that is not
    /// the duty's, or one that is waived.
    pub fn open(
        plan: &Rc<Plan>,
        request: Request,
        draft: Option<Draft>,
    ) -> Result<Self, Vec<Finding>> {
        let Request {
            unit,
            duty,
            period,
            earlier,
            now,
            lang,
        } = request;
        let sheet = Sheet::new(plan, &duty, &unit, period)?;
        let blank = Draft::new(plan, &duty, &unit, period);
        let typed = draft.or_else(|| Some(retyped(earlier.of(&sheet)?, &sheet)));
        let is_begun = typed.is_some();
        let mut draft = match typed {
            Some(Draft {
                figures,
                activities,
                explanations,
                ..
            }) => Draft {
                figures,
                activities,
                explanations,
                ..blank
            },
            None => blank,
        };
        let carried = if is_begun {
            Vec::new()
        } else {
            carry_over(plan, &sheet, &earlier, &mut draft)
        };
        let listed = u32::try_from(draft.activities.len()).unwrap_or(u32::MAX);
        let asked = sheet
            .inputs()
            .iter()
            .filter_map(|input| {
                plan.indicators
                    .iter()
                    .position(|indicator| indicator.id == input.indicator)
            })
            .collect();
        let mut form = Self {
            plan: Rc::clone(plan),
            asked,
            next_key: listed,
            entries: sheet.read(&draft),
            sheet,
            draft,
            found: Vec::new(),
            cells: None,
            counts: Counts::default(),
            earlier,
            carried,
            claims: Vec::new(),
            claimed: Vec::new(),
            told: Vec::new(),
            below: Below::default(),
            now,
            lang,
            keys: (0..listed).collect(),
        };
        form.run_all();
        form.keep_explained();
        Ok(form)
    }

    /// Takes `text` as typed into the input at `path`, right or wrong, runs the checks that read it, and
    /// says what changed. A path that is no input of this form changes nothing.
    pub fn set(&mut self, path: &str, text: String) -> Change {
        let Some(place) = Place::of(path) else {
            return self.unchanged();
        };
        // Who types the same again has mended nothing.
        let is_news = self.raw(place) != text;
        let Some(read) = self.take(place, text) else {
            return self.unchanged();
        };
        let reshaped = self.reshape(read);
        let mut changed = self.rerun(read);
        if is_news {
            changed.extend(self.outdate(path));
        }
        let remains = match read {
            rules::Place::Input(input) => self
                .indicator_at(input)
                .and_then(|asked| self.remains(asked))
                .into_iter()
                .collect(),
            rules::Place::Activities | rules::Place::Now => Vec::new(),
        };
        Change {
            remains,
            reshaped,
            ..self.changed_at(Some(place), &changed)
        }
    }

    /// Reads again what is asked upon the answer at `read`, which changed; whether other inputs are asked now. What was
    /// typed where nothing is asked any more stays in the draft.
    fn reshape(&mut self, read: rules::Place) -> bool {
        match read {
            rules::Place::Input(input) if self.sheet.decides(input) => {
                let entries = self.sheet.read(&self.draft);
                let before = std::mem::replace(&mut self.entries, entries);
                self.read_cells_again();
                before.unasked() != self.entries.unasked()
            }
            _ => false,
        }
    }

    /// Keeps the text and reads it; where the checks have to look. None where the form has no such input.
    fn take(&mut self, place: Place, text: String) -> Option<rules::Place> {
        match place {
            Place::Figure(key) => {
                let input = self.sheet.input(key)?;
                let reading = self.sheet.read_input(input, &text);
                self.carried.retain(|carried| *carried != input);
                let is_asked = self.entries.asks(input);
                let place = self.entries.inputs.get_mut(input)?;
                if is_asked {
                    *place = reading;
                }
                if text.is_empty() {
                    self.draft.figures.remove(key);
                } else {
                    self.draft.figures.insert(key.to_owned(), text);
                }
                Some(rules::Place::Input(input))
            }
            Place::Activity(index, part) => {
                let activity = self.draft.activities.get_mut(index)?;
                *activity.part_mut(part) = text;
                if let Some(entry) = self.entries.activities.get_mut(index) {
                    *entry = self.sheet.read_activity(activity);
                }
                Some(rules::Place::Activities)
            }
        }
    }

    /// Takes the unit's explanation of the warning `code` at `path`; a blank one takes it back.
    pub fn explain(&mut self, path: &str, code: &str, text: String) -> Change {
        let path = Path::from(path);
        self.draft
            .explanations
            .retain(|line| line.path != path || line.code != code);
        if !is_blank(&text) {
            self.draft.explanations.push(Explanation {
                path: path.clone(),
                code: code.to_owned(),
                text,
            });
        }
        let mut counts = Counts::default();
        for finding in self.found.iter().chain(&self.cells).flatten() {
            counts.add(self.counted(finding));
        }
        self.counts = counts;
        self.changed_at(None, &[path])
    }

    /// Sets the moment; the deadline and what remains until it.
    pub fn tick(&mut self, now: Instant) -> Tick {
        self.now = now;
        self.rerun(rules::Place::Now);
        self.remaining()
    }

    /// The draft as JSON.
    #[must_use]
    pub fn draft_json(&self) -> String {
        // Only a map with keys that are not text can fail to be written, and there is none.
        serde_json::to_string(&self.draft).unwrap_or_default()
    }

    pub(super) fn context(&self, sending: bool) -> Context<'_> {
        Context {
            now: Some(self.now),
            earlier: &self.earlier,
            claimed: &self.claimed,
            told: &self.told,
            sending,
        }
    }

    /// Reads the whole draft again and runs every check: after the list of activities changed its shape.
    pub(super) fn read_all(&mut self) {
        self.entries = self.sheet.read(&self.draft);
        self.run_all();
        self.read_cells_again();
    }

    fn run_all(&mut self) {
        self.found.clear();
        self.found.resize_with(self.sheet.check_count(), Vec::new);
        self.counts = Counts::default();
        self.run_again((0..self.found.len()).collect());
    }

    /// Runs the checks that read `place` again; the paths at which what they find changed.
    pub(super) fn rerun(&mut self, place: rules::Place) -> Vec<Path> {
        self.run_again(self.sheet.checks_of(place).to_vec())
    }

    fn run_again(&mut self, checks: Vec<usize>) -> Vec<Path> {
        let mut changed = Vec::new();
        for check in checks {
            let mut findings = Vec::new();
            self.sheet
                .run(check, &self.entries, &self.context(false), &mut findings);
            let Some(before) = self.found.get(check).filter(|before| **before != findings) else {
                continue;
            };
            let mut counts = self.counts;
            for finding in before {
                counts.subtract(self.counted(finding));
                changed.push(finding.path.clone());
            }
            for finding in &findings {
                counts.add(self.counted(finding));
                changed.push(finding.path.clone());
            }
            self.counts = counts;
            if let Some(slot) = self.found.get_mut(check) {
                *slot = findings;
            }
        }
        sort(&mut changed, Ord::cmp);
        changed.dedup();
        changed
    }

    fn unchanged(&self) -> Change {
        self.changed_at(None, &[])
    }

    /// How many findings there are, those told by the receiving side included.
    pub(super) fn counts(&self) -> Counts {
        let mut counts = self.counts;
        for told in self.told.iter().filter(|told| self.only_told(told)) {
            counts.add(self.counted_as(told.severity, &told.path, &told.code));
        }
        counts
    }

    /// What a finding adds to the counts.
    pub(super) fn counted(&self, finding: &Finding) -> Counts {
        let Finding { severity, path, .. } = finding;
        let mut counts = self.counted_as(*severity, path, finding.code());
        if *severity == Severity::Error {
            match rules::when(finding) {
                When::AtOnce => {}
                When::WithActivities => counts.waiting = 1,
                When::BeforeSending => {
                    counts.errors = 0;
                    match *finding.kind {
                        Kind::Required => counts.blank = 1,
                        _ => counts.short = 1,
                    }
                }
            }
        }
        counts
    }

    /// What a finding of that severity and code adds to the counts, if it is not about a blank.
    fn counted_as(&self, severity: Severity, path: &Path, code: &str) -> Counts {
        let mut counts = Counts::default();
        match severity {
            Severity::Error => counts.errors = 1,
            Severity::Warning => {
                let mut lines = self.draft.explanations.iter();
                counts.warnings = 1;
                counts.unexplained = usize::from(!lines.any(|line| line.answers(path, code)));
            }
            Severity::Info => {}
        }
        counts
    }
}

#[cfg(test)]
mod tests;
