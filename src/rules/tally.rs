//! A figure that counts activities should agree with the list of activities.
//!
//! Why: the two are typed apart, and one of them is often forgotten.
//! Example: "Số hoạt động: 0" beside two activities listed is a warning, and so is "3" beside none.

use super::check::View;
use crate::finding::{Finding, Kind};
use crate::plan::Tally;

/// Which figure counts what.
#[derive(Clone, Debug)]
pub(super) struct TallyRule {
    pub input: usize,
    pub tally: Tally,
}

impl TallyRule {
    pub fn check(&self, view: &View<'_, '_>, out: &mut Vec<Finding>) {
        let Some(figure) = view.entries.number(self.input) else {
            return;
        };
        let activities = &view.entries.activities;
        let (tally, known) = match self.tally {
            Tally::Activities => (activities.len() as i128, true),
            // Blank attendances leave the sum open upwards.
            Tally::Participants => match view.entries.participants() {
                Some(sum) => (
                    sum,
                    activities
                        .iter()
                        .all(|activity| !activity.participants.is_blank()),
                ),
                None => return,
            },
        };
        if figure == 0 && tally > 0 {
            let tally = i64::try_from(tally).unwrap_or(i64::MAX);
            out.push(Finding::warning(
                view.path(self.input),
                Kind::FigureZeroWithActivities { tally },
            ));
        } else if figure > 0 && tally == 0 && known {
            out.push(Finding::warning(
                view.path(self.input),
                Kind::FigureWithoutActivities,
            ));
        }
    }
}
