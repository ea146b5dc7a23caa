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

#[cfg(test)]
mod tests {
    use crate::rules::tests::table::{draft, found};

    #[test]
    fn zero_beside_activities_and_figures_beside_none_are_doubtful() {
        let listed: &[&[(&str, &str)]] = &[&[
            ("title", "Trồng cây"),
            ("date", "26/2"),
            ("participants", "50"),
        ]];
        let open: &[&[(&str, &str)]] = &[&[("title", "Trồng cây"), ("date", "26/2")]];
        let says =
            |typed, activities: &[&[(&str, &str)]]| found(&draft(&[typed], activities), None, &[]);
        assert_eq!(
            says(("activity-count", "0"), listed),
            ["/figures/activity-count figure.zeroWithActivities"]
        );
        assert_eq!(
            says(("activity-count", "2"), &[]),
            ["/figures/activity-count figure.withoutActivities"]
        );
        assert_eq!(
            says(("attendances", "0"), listed),
            ["/figures/attendances figure.zeroWithActivities"]
        );
        assert_eq!(
            says(("attendances", "9"), &[]),
            ["/figures/attendances figure.withoutActivities"]
        );
        for (typed, activities) in [
            (("activity-count", "1"), listed),
            (("activity-count", "0"), &[]),
            (("attendances", "9"), open),
        ] {
            assert!(says(typed, activities).is_empty(), "{typed:?}");
        }
    }
}
