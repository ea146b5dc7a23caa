//! How an office sorts the units of a duty: who is late, who is missing, who has sent.

use crate::schedule::State;
use crate::text::Lang;
use serde::Serialize;

/// What an office does with a unit: it reminds, it waits, or it reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum OfficeGroup {
    /// The deadline has passed and nothing was sent.
    Late,
    /// It was given back, and was not sent again.
    Returned,
    /// It can be sent, and was not.
    Missing,
    /// It was sent late, whatever was decided about it since.
    SentLate,
    /// It was sent in time, or there is no deadline.
    Sent,
    /// It cannot be sent yet.
    NotYetOpen,
    /// It need not be sent.
    Waived,
}

impl OfficeGroup {
    /// All of them, those that the office turns to first before the others.
    pub const ALL: [Self; 7] = [
        Self::Late,
        Self::Returned,
        Self::Missing,
        Self::SentLate,
        Self::Sent,
        Self::NotYetOpen,
        Self::Waived,
    ];

    /// The group of a unit in that state; `late` where its first report came after the deadline.
    #[must_use]
    pub const fn of(state: State, late: bool) -> Self {
        match state {
            State::Late => Self::Late,
            State::Returned => Self::Returned,
            State::DueSoon | State::Open => Self::Missing,
            State::SentLate => Self::SentLate,
            State::Accepted if late => Self::SentLate,
            State::Sent | State::Accepted => Self::Sent,
            State::NotYetOpen => Self::NotYetOpen,
            State::Waived => Self::Waived,
        }
    }

    /// Whether the office has a report of those units to read.
    #[must_use]
    pub const fn is_sent(self) -> bool {
        matches!(self, Self::Sent | Self::SentLate)
    }

    /// Its name.
    #[must_use]
    pub const fn name(self, lang: Lang) -> &'static str {
        let (vi, en) = match self {
            Self::Late => ("Trễ hạn, chưa gửi", "Overdue, not sent"),
            Self::Returned => ("Trả lại, chờ sửa", "Returned, to be corrected"),
            Self::Missing => ("Chưa gửi", "Not sent yet"),
            Self::SentLate => ("Gửi trễ", "Sent late"),
            Self::Sent => ("Đã gửi đúng hạn", "Sent on time"),
            Self::NotYetOpen => ("Chưa tới kỳ", "Not open yet"),
            Self::Waived => ("Không phải nộp", "Not required"),
        };
        match lang {
            Lang::Vi => vi,
            Lang::En => en,
        }
    }
}

/// One group of a duty's units.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct OfficeGroupView {
    /// Which group.
    pub group: OfficeGroup,
    /// Its name: "Trễ hạn, chưa gửi".
    pub text: &'static str,
    /// Whether there is a report of these units to read.
    pub is_sent: bool,
    /// Its units, by their places in the duty's list; none is empty.
    pub units: Vec<usize>,
}

/// The groups of units, in order, without those in which none is.
#[must_use]
pub fn groups(units: impl Iterator<Item = OfficeGroup>, lang: Lang) -> Vec<OfficeGroupView> {
    let of: Vec<OfficeGroup> = units.collect();
    let members = |group| {
        let places = of.iter().enumerate();
        places
            .filter(move |(_, one)| **one == group)
            .map(|(place, _)| place)
            .collect()
    };
    let views = OfficeGroup::ALL.into_iter().map(|group| OfficeGroupView {
        group,
        text: group.name(lang),
        is_sent: group.is_sent(),
        units: members(group),
    });
    views.filter(|view| !view.units.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::{OfficeGroup, groups};
    use crate::schedule::State;
    use crate::text::Lang;

    #[test]
    fn what_was_accepted_came_in_time_or_late_all_the_same() {
        assert_eq!(OfficeGroup::of(State::Accepted, false), OfficeGroup::Sent);
        assert_eq!(
            OfficeGroup::of(State::Accepted, true),
            OfficeGroup::SentLate
        );
        assert_eq!(
            OfficeGroup::of(State::DueSoon, false),
            OfficeGroup::of(State::Open, false)
        );
    }

    #[test]
    fn those_to_be_reminded_come_first_and_an_empty_group_is_left_out() {
        let of = [
            OfficeGroup::Sent,
            OfficeGroup::Late,
            OfficeGroup::Waived,
            OfficeGroup::Sent,
        ];
        let views = groups(of.into_iter(), Lang::Vi);
        let shown: Vec<_> = views.iter().map(|view| (view.text, &*view.units)).collect();
        assert_eq!(
            shown,
            [
                ("Trễ hạn, chưa gửi", &[1][..]),
                ("Đã gửi đúng hạn", &[0, 3]),
                ("Không phải nộp", &[2]),
            ]
        );
    }

    #[test]
    fn the_groups_stand_in_one_order() {
        assert!(OfficeGroup::ALL.is_sorted());
    }
}
