//! A figure that counts activities should agree with the list of activities.
//!
//! Why: the two are typed apart, and one of them is often forgotten.
//! Example: "Số hoạt động: 0" beside two activities listed is a warning, and so are "3" beside none and "3" beside four.
//! "1.200 lượt" beside activities of 640 is said and asks for nothing: not every activity need be listed. One held with
//! partners is listed by all of them and counted by one.

use super::engine::check::View;
use crate::finding::{Finding, Kind};
use crate::plan::Tally;
use crate::text::exact;

/// Which figure counts what.
#[derive(Clone, Debug)]
pub(super) struct TallyRule {
    pub input: usize,
    pub tally: Tally,
    /// Whether the figure counts what the list is asked for, and nothing of other periods.
    pub same_days: bool,
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
            let tally = exact(tally);
            out.push(Finding::warning(
                view.path(self.input),
                Kind::FigureZeroWithActivities { tally },
            ));
        } else if figure > 0 && tally == 0 && known {
            out.push(Finding::warning(
                view.path(self.input),
                Kind::FigureWithoutActivities,
            ));
        } else if figure > 0 && self.same_days {
            let path = || view.path(self.input);
            let sum = exact(tally);
            if self.alone(view) > i128::from(figure) {
                let kind = Kind::FigureBelowActivities { tally: sum, figure };
                out.push(Finding::warning(path(), kind));
            } else if sum < figure && known {
                let kind = Kind::FigureAboveActivities { tally: sum, figure };
                out.push(Finding::info(path(), kind));
            }
        }
    }

    /// What the activities add up to that no partner may count instead.
    fn alone(&self, view: &View<'_, '_>) -> i128 {
        let activities = view.entries.activities.iter();
        let alone = activities.filter(|activity| activity.partners.is_empty());
        alone
            .map(|activity| match self.tally {
                Tally::Activities => 1,
                Tally::Participants => activity
                    .participants
                    .value()
                    .map_or(0, |count| (*count).into()),
            })
            .sum()
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
        let two: &[&[(&str, &str)]] = &[listed[0], &[("title", "Hiến máu"), ("date", "27/2")]];
        let together = [
            ("title", "Hội thao"),
            ("date", "27/2"),
            ("partners", "Đoàn phường 2"),
        ];
        let shared: &[&[(&str, &str)]] = &[listed[0], &together];
        for (typed, activities, code) in [
            (("activity-count", "1"), two, "figure.belowActivities"),
            (("activity-count", "3"), two, "figure.aboveActivities"),
            (("attendances", "49"), listed, "figure.belowActivities"),
            (("attendances", "49"), two, "figure.belowActivities"),
            (("attendances", "51"), listed, "figure.aboveActivities"),
        ] {
            let path = ["/figures/", typed.0, " ", code].concat();
            assert_eq!(says(typed, activities), [path], "{typed:?}");
        }
        for (typed, activities) in [
            (("activity-count", "1"), listed),
            (("attendances", "50"), listed),
            (("activity-count", "1"), shared),
            (("attendances", "51"), two),
            (("activity-count", "0"), &[]),
            (("attendances", "9"), open),
        ] {
            assert!(says(typed, activities).is_empty(), "{typed:?}");
        }
    }
}
