//! What is said of single units at a figure beyond the same for all: targets that are ranges or rest on a number of the unit, the
//! most points of a criterion; and what its own points come to. It comes after the first fields, with the sums.

use super::parts::PartsLine;
use super::{Form, progress};
use crate::finding::Path;
use crate::message;
use crate::plan::{Award, Scoring};

impl Form {
    /// A line for each such target, and for the most points, at the figure that it is about.
    pub(super) fn goals(&self) -> Vec<PartsLine> {
        let mut lines = Vec::new();
        let Some(unit) = self.unit() else {
            return lines;
        };
        for (at, input) in self.sheet.inputs().iter().enumerate() {
            let indicator = self.plan.indicator(input.indicator.as_str());
            let Some(indicator) = indicator.filter(|_| self.entries.asks(at)) else {
                continue;
            };
            let mut say = |text: String| {
                let path = input.path.as_str().to_owned();
                lines.push(PartsLine { path, text });
            };
            if input.half != Some(crate::rules::Half::Whole) {
                let targets = progress::targets(&self.plan, indicator, unit);
                for target in targets.filter(|target| !target.is_plain()) {
                    say(message::target_of(
                        &self.plan, target, indicator, unit, self.lang,
                    ));
                }
            }
            let scores = |one: &&Scoring| one.criterion_of(&indicator.id).is_some();
            if let Some((most, _)) = indicator.most.zip(self.scorings().find(scores)) {
                say(message::most_points(
                    &indicator.measure.quantity(most),
                    self.lang,
                ));
            }
        }
        lines
    }

    /// The tables of points that score the unit.
    fn scorings(&self) -> impl Iterator<Item = &Scoring> {
        let unit = self.unit();
        let scores = move |one: &&Scoring| unit.is_some_and(|unit| one.units.chooses(unit));
        self.plan.scorings.iter().filter(scores)
    }

    /// What the unit's own points come to, a line a table: "Tự chấm: 86,5 trên 95 điểm; 18 trên 20 tiêu chí có điểm".
    pub(super) fn points(&self) -> Vec<String> {
        let asked = |id: &crate::plan::Id| {
            let mut inputs = self.sheet.inputs().iter();
            let at = inputs.position(|input| input.indicator == *id)?;
            self.entries.asks(at).then_some(at)
        };
        let line = |scoring: &Scoring| {
            let (mut own, mut most, mut known, mut all) = (0_i64, 0_i64, 0, 0);
            for criterion in &scoring.criteria {
                let Award::Own(id) = &criterion.by else {
                    continue;
                };
                let Some(at) = asked(id) else {
                    continue;
                };
                let path = Path::figure(id.as_str());
                let given = self.entries.exact(at).filter(|_| !self.is_wrong(&path));
                all += 1;
                known += usize::from(given.is_some());
                own = own.saturating_add(given.unwrap_or_default());
                most = most.saturating_add(criterion.most(&self.plan));
            }
            let sum = message::own_points(own, most, scoring.decimals, self.lang);
            (all > 0).then(|| [&*sum, "; ", &message::scored(known, all, self.lang)].concat())
        };
        self.scorings().filter_map(line).collect()
    }

    /// Whether an error stands at a place: points above the most are none.
    fn is_wrong(&self, path: &Path) -> bool {
        let mut found = self.found.iter().flatten();
        found.any(|finding| {
            finding.path == *path && finding.severity == crate::finding::Severity::Error
        })
    }
}
