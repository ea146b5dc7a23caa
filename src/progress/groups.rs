//! How a page sorts what a progress holds: targets by their state, reports by theirs, the columns by duty. Each group
//! comes in the order in which an office turns to it, with its name and its members.

use super::target_view::TargetProgressView;
use super::view::{CellView, ColumnView, RowView};
use crate::message::{self, rollup as words};
use crate::punctuality::Standing;
use crate::rollup::TargetState;
use crate::schedule::State;
use crate::text::Lang;
use serde::Serialize;

/// The targets that stand in one state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct TargetGroupView {
    /// The state.
    pub state: TargetState,
    /// In words.
    pub text: &'static str,
    /// The targets, by their places in the list, which the groups of targets follow; none is empty.
    pub targets: Vec<usize>,
}

/// A state in which a report of the matrix stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct CellStateView {
    /// The state.
    pub state: State,
    /// In words.
    pub text: &'static str,
}

/// The columns of one duty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ColumnGroupView {
    /// The duty.
    pub duty: String,
    /// Its name.
    pub name: String,
    /// Its columns, by their places; none is empty.
    pub columns: Vec<usize>,
}

/// A sector of which the matrix has a unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SectorView {
    /// Its identity.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// What the numbers of a tally are called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct TallyNames {
    /// Of `expected`: "Đến hạn".
    pub expected: &'static str,
    /// Of `onTime`: "Đúng hạn".
    pub on_time: &'static str,
    /// Of `late`: "Trễ hạn".
    pub late: &'static str,
    /// Of `missing`: "Thiếu".
    pub missing: &'static str,
    /// Of `pending`: "Chưa đến hạn".
    pub pending: &'static str,
}

impl TallyNames {
    pub(super) fn new(lang: Lang) -> Self {
        Self {
            expected: words::due(lang),
            on_time: words::standing(Standing::Sent, lang),
            late: words::standing(Standing::Late, lang),
            missing: words::standing(Standing::Missing, lang),
            pending: words::standing(Standing::Pending, lang),
        }
    }
}

/// What is to be mended or waited for comes first, what is well after it, what has not begun last.
const fn urgency(state: TargetState) -> u8 {
    match state {
        TargetState::Missed => 0,
        TargetState::Exceeded => 1,
        TargetState::Behind => 2,
        TargetState::Incomplete => 3,
        TargetState::Unmeasured => 4,
        TargetState::NoData => 5,
        TargetState::Open => 6,
        TargetState::OnTrack => 7,
        TargetState::Reached => 8,
        TargetState::InGroup => 9,
        TargetState::NotStarted => 10,
    }
}

/// The targets, and behind them the groups of targets, by their states.
pub(super) fn by_state(
    targets: &[TargetProgressView],
    alternatives: &[TargetProgressView],
    lang: Lang,
) -> Vec<TargetGroupView> {
    let all = || targets.iter().chain(alternatives);
    let mut states: Vec<TargetState> = all().map(|target| target.state).collect();
    states.sort_by_key(|state| urgency(*state));
    states.dedup();
    let places = |state| {
        let of = all().enumerate();
        of.filter(|(_, target)| target.state == state)
            .map(|(place, _)| place)
            .collect()
    };
    let view = |state| TargetGroupView {
        state,
        text: words::target_state(state, lang),
        targets: places(state),
    };
    states.into_iter().map(view).collect()
}

/// The states of the cells, each once.
pub(super) fn cell_states(rows: &[RowView], lang: Lang) -> Vec<CellStateView> {
    let mut states: Vec<State> = cells(rows).map(|cell| cell.state).collect();
    states.sort_unstable();
    states.dedup();
    let view = |state| CellStateView {
        state,
        text: message::state(state, lang),
    };
    states.into_iter().map(view).collect()
}

/// What is said of a report that the line held up; none where none was.
pub(super) fn delayed(rows: &[RowView], lang: Lang) -> Option<&'static str> {
    cells(rows)
        .any(|cell| cell.delayed_text.is_some())
        .then(|| message::delayed(lang))
}

fn cells(rows: &[RowView]) -> impl Iterator<Item = &CellView> {
    rows.iter().flat_map(|row| row.cells.iter().flatten())
}

/// The columns by their duties, which follow each other.
pub(super) fn by_duty(columns: &[ColumnView]) -> Vec<ColumnGroupView> {
    let mut groups: Vec<ColumnGroupView> = Vec::new();
    for (place, column) in columns.iter().enumerate() {
        match groups.last_mut().filter(|last| last.duty == column.duty) {
            Some(last) => last.columns.push(place),
            None => groups.push(ColumnGroupView {
                duty: column.duty.clone(),
                name: column.duty_name.clone(),
                columns: vec![place],
            }),
        }
    }
    groups
}

/// The sectors of the rows, each once, in the order in which they come.
pub(super) fn sectors(rows: &[RowView]) -> Vec<SectorView> {
    let mut sectors: Vec<SectorView> = Vec::new();
    for row in rows {
        let known = sectors
            .iter()
            .any(|sector| Some(&sector.id) == row.sector.as_ref());
        if let (Some(id), Some(name), false) = (&row.sector, &row.sector_name, known) {
            sectors.push(SectorView {
                id: id.clone(),
                name: name.clone(),
            });
        }
    }
    sectors
}

#[cfg(test)]
mod tests {
    use super::TallyNames;
    use crate::text::Lang;

    #[test]
    fn the_numbers_of_a_tally_are_called_as_what_they_count_is() {
        let names = TallyNames::new(Lang::Vi);
        assert_eq!([names.on_time, names.late], ["Đúng hạn", "Trễ hạn"]);
        assert_eq!([names.missing, names.pending], ["Thiếu", "Chưa đến hạn"]);
    }
}
