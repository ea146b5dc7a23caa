//! The columns of a table: each known once, each of a kind that a cell can hold, and all rows together of a size that can be
//! sent.

use super::targets::{bounds, measure, words};
use super::{Check, Place};
use crate::plan::{PlanPart, PlanProblem, Reads};
use crate::value::{Column, HASH, Held, TableMeasure};

/// The most columns: more are no list but a form.
const COLUMNS: usize = 20;
/// The most characters of all texts of all rows: with the most that a character has of bytes, and the rest of a report, a
/// collector takes it in.
const TEXTS: usize = 600_000;

pub(super) fn check(check: &mut Check<'_>, place: &Place<'_>, table: &TableMeasure) {
    let columns = place.key("columns");
    check.some(&columns, table.columns.len());
    check.most(&columns, table.columns.len(), COLUMNS);
    let ids = table.columns.iter().map(|column| &column.id);
    check.unique(&columns, "id", PlanPart::Column, ids);
    let mut texts = 0;
    for (index, column) in table.columns.iter().enumerate() {
        self::column(check, &columns.index(index), column);
        if let Held::Length(most) = column.measure.held() {
            texts += most as usize;
        }
    }
    if texts.saturating_mul(table.most_rows()) > TEXTS {
        let most = (TEXTS / texts.max(1)) as i64;
        let (least, found) = (1, table.most_rows() as i64);
        check.report(
            &place.key("most"),
            PlanProblem::OutOfRange { least, most, found },
        );
    }
    if let Some(id) = &table.key
        && table.column(id.as_str()).is_none()
    {
        let known = table.columns.iter().map(|column| &column.id);
        check.unknown(&place.key("key"), PlanPart::Column, id, known);
    }
}

fn column(check: &mut Check<'_>, place: &Place<'_>, column: &Column) {
    words(check, place, &column.label, column.hint.as_deref());
    // By it a report's file is known from a row.
    if column.id == *HASH {
        let id = column.id.clone();
        check.report(&place.key("id"), PlanProblem::ReservedId { id });
    }
    let above = [("most", column.most), ("plausible", column.plausible)];
    bounds(check, place, column.least, above);
    let of = &*column.measure;
    if of.table().is_some() || of.files().is_some() || of.control().several {
        return check.report(&place.key("measure"), PlanProblem::NotAColumn);
    }
    measure(check, place, of);
    if column.estimates && !of.roll_up().is_number() {
        let (indicator, needs) = (column.id.clone(), Reads::Figure);
        check.report(
            &place.key("estimates"),
            PlanProblem::WrongMeasure { indicator, needs },
        );
    }
}
