//! The units as an office has them: lines, or cells copied from a workbook or a CSV file.

use super::sheets::{add, matched, units_of};
use super::state::Composition;
use crate::sheet::read_text;

/// Adds the units that the text names, one a line: "Tên", or "Tên TAB khối TAB cấp"; a first line of headings says which is
/// which. A number before the name is none of it, and a name that is there already is not added again. Gives how many
/// were added.
pub(super) fn paste(made: &mut Composition, text: &str) -> usize {
    let Ok(sheet) = read_text(text) else { return 0 };
    let lines = units_of(&sheet);
    let matched = matched(&lines, &made.units, &[]);
    add(made, &lines, &matched)
}
