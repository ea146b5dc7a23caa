//! What of the tables of a plan adds up: how many rows there are, and each column that is a number or a share.
//!
//! In a roll-up a part is a figure like those of indicators, with a place of its own after theirs.

use super::amount::{Amount, Figure};
use crate::plan::{Combine, Plan};
use crate::text::exact;
use crate::value::{Estimate, Measure, RawRow, RollUp, TableMeasure};

/// What adds up of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TablePart {
    /// How many rows there are.
    Rows,
    /// The column of that place: its sum; of what was done or not, in how many rows it was.
    Column(usize),
}

/// A part of a table, and the place of the table's indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub indicator: usize,
    pub of: TablePart,
}

impl Part {
    /// Those of all tables of the plan, table by table, the rows first.
    pub fn all(plan: &Plan) -> Vec<Self> {
        let mut all = Vec::new();
        for (indicator, one) in plan.indicators.iter().enumerate() {
            let Some(table) = one.measure.table() else {
                continue;
            };
            let columns = table.columns.iter().enumerate();
            let columns = columns.filter(|(_, column)| adds_up(&column.measure));
            let columns = columns.map(|(place, _)| TablePart::Column(place));
            let parts = std::iter::once(TablePart::Rows).chain(columns);
            all.extend(parts.map(|of| Self { indicator, of }));
        }
        all
    }
}

fn adds_up(measure: &Measure) -> bool {
    match measure.roll_up() {
        RollUp::Count | RollUp::Money | RollUp::Quantity | RollUp::Share | RollUp::Deed => true,
        RollUp::Answers(_) | RollUp::Rows(_) | RollUp::Told | RollUp::Never => false,
    }
}

impl TablePart {
    /// What the rows of a report come to; none where no row has an answer. Where the latest report holds it is nothing then, and
    /// not what an earlier one said of other rows.
    pub(super) fn figure(
        self,
        table: &TableMeasure,
        rows: &[RawRow<'_>],
        combine: Combine,
    ) -> Option<Figure> {
        let column = match self {
            Self::Rows => return Some(Figure::Number(i64::try_from(rows.len()).ok()?)),
            Self::Column(place) => table.columns.get(place)?,
        };
        let cells = rows.iter().filter_map(|row| {
            let (_, raw) = row.iter().find(|(key, _)| column.id == **key)?;
            Amount::of(Figure::of(raw.clone(), &column.measure)?)
        });
        let none = match (combine, column.measure.roll_up()) {
            (Combine::Sum | Combine::Maximum, _) => None,
            (_, RollUp::Share) => Some(Amount::Share { part: 0, whole: 0 }),
            (_, _) => Some(Amount::Number(0)),
        };
        Some(match cells.reduce(Amount::plus).or(none)? {
            Amount::Number(number) | Amount::Done(number) => Figure::Number(exact(number)),
            Amount::Estimate(number, is) => Figure::Estimate(Estimate {
                number: exact(number),
                is,
            }),
            Amount::Share { part, whole } => Figure::Share {
                part: exact(part),
                whole: exact(whole),
            },
        })
    }

    /// What is asked by it, and how its numbers are written: "Giá trị" in đồng, "Số công trình" in công trình.
    pub(crate) fn asked(self, table: &TableMeasure) -> Option<(Option<&str>, Measure)> {
        let rows = |table: &TableMeasure| {
            let noun = table.row.clone();
            crate::value::CountMeasure { noun }.into()
        };
        Some(match self {
            Self::Rows => (None, rows(table)),
            Self::Column(place) => {
                let column = table.columns.get(place)?;
                let is_deed = column.measure.roll_up() == RollUp::Deed;
                let measure = if is_deed {
                    rows(table)
                } else {
                    (*column.measure).clone()
                };
                (Some(&*column.label), measure)
            }
        })
    }
}
