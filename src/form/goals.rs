//! What is said of a single unit at a figure: targets that are ranges, or rest on a number of the unit. It comes after the first
//! fields, with the sums.

use super::parts::PartsLine;
use super::{Form, progress};
use crate::message;

impl Form {
    /// A line for each such target, at the figure that it is about.
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
        }
        lines
    }
}
