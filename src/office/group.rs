//! How an office sorts the units of a duty: who is late, who is missing, who has sent.

use crate::message;
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
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Late => message::state(State::Late, lang),
            Self::Returned => lang.either("Trả lại, chờ sửa", "Returned, to be corrected"),
            Self::Missing => lang.either("Chưa gửi", "Not sent yet"),
            Self::SentLate => message::state(State::SentLate, lang),
            Self::Sent => lang.either("Đã gửi đúng hạn", "Sent on time"),
            Self::NotYetOpen => message::state(State::NotYetOpen, lang),
            Self::Waived => message::state(State::Waived, lang),
        }
    }
}

/// A part of the bar that says how far a duty is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct BarPart {
    /// Of which group.
    pub group: OfficeGroup,
    /// How many units stand before it.
    pub from: usize,
    /// How many units it is of.
    pub units: usize,
}

/// The bar of a duty's groups, from left to right: what has come first, and what is most wanting last. Those from which
/// nothing is wanted yet are not in it.
#[must_use]
pub fn bar(groups: &[OfficeGroupView]) -> Vec<BarPart> {
    let order = [
        OfficeGroup::Sent,
        OfficeGroup::SentLate,
        OfficeGroup::Returned,
        OfficeGroup::Missing,
        OfficeGroup::Late,
    ];
    let mut from = 0;
    let parts = order.into_iter().filter_map(|group| {
        let view = groups.iter().find(|view| view.group == group)?;
        let part = BarPart {
            group,
            from,
            units: view.units.len(),
        };
        from += part.units;
        Some(part)
    });
    parts.collect()
}

/// One group of a duty's units.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct OfficeGroupView {
    /// Which group.
    pub group: OfficeGroup,
    /// Its name: "Quá hạn".
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
    use super::{OfficeGroup, bar, groups};
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
    fn a_bar_begins_with_what_has_come_and_leaves_out_what_is_not_wanted() {
        let of = [
            OfficeGroup::Late,
            OfficeGroup::Sent,
            OfficeGroup::Waived,
            OfficeGroup::Missing,
            OfficeGroup::Sent,
        ];
        let bar = bar(&groups(of.into_iter(), Lang::Vi));
        let parts: Vec<_> = bar
            .iter()
            .map(|part| (part.group, part.from, part.units))
            .collect();
        assert_eq!(
            parts,
            [
                (OfficeGroup::Sent, 0, 2),
                (OfficeGroup::Missing, 2, 1),
                (OfficeGroup::Late, 3, 1)
            ]
        );
    }

    #[test]
    fn a_group_of_one_state_is_called_as_the_state_is() {
        for lang in [Lang::Vi, Lang::En] {
            for state in [
                State::Late,
                State::SentLate,
                State::NotYetOpen,
                State::Waived,
            ] {
                let said = crate::message::state(state, lang);
                assert_eq!(OfficeGroup::of(state, false).name(lang), said);
            }
        }
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
                ("Quá hạn", &[1][..]),
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
