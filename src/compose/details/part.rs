//! Where details are shown: with their row, or with the forms.

use super::super::cells::Cell;
use super::super::place::steps;
use super::super::state::{Composition, List};
use super::row;
use super::view::{DetailGroup, details, shown};
use crate::text::Lang;
use serde::Serialize;

/// Where details are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum DetailPart {
    /// With their row.
    Row,
    /// With the forms: what the form of a duty asks.
    Form,
}

impl DetailPart {
    /// That of a detail; none of another cell.
    pub(in super::super) fn of(list: List, cell: &str) -> Option<Self> {
        Some(match (list, steps(cell).next()?) {
            (List::Duties, row::FORM) => Self::Form,
            _ => Self::Row,
        })
    }
}

/// The details that are shown in a part: those groups are open whose names `open` has, and those in which something is `wrong`: the
/// cells that stand as they were typed.
pub(in super::super) fn shown_in(
    made: &Composition,
    of: (List, &str),
    (part, open): (DetailPart, &[String]),
    wrong: &[Cell],
    lang: Lang,
) -> Vec<DetailGroup> {
    let mut open = open.to_vec();
    open.extend(wrong.iter().flat_map(|cell| shown(&cell.name)));
    if part == DetailPart::Form {
        open.extend(shown(&["/", row::FORM].concat()));
    }
    let mut groups = details(made, of, &open, lang);
    groups.retain(|group| group.part == part);
    for cell in groups.iter_mut().flat_map(|group| &mut group.cells) {
        if let Some(typed) = wrong.iter().find(|one| one.name == cell.name) {
            cell.text.clone_from(&typed.text);
            cell.wrong.clone_from(&typed.wrong);
        }
    }
    groups
}
