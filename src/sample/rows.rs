//! The rows of a table of one report.

use super::{happens, one_of, passes, words};
use crate::calendar::Period;
use crate::report::{Figures, Value};
use crate::value::{Column, Invented, TableMeasure};
use fastrand::Rng;

/// How many per mille of the cells that need not be answered stay blank.
const BLANK: u32 = 200;

/// Some rows: as many as must be, and a few more where they have room.
pub(super) fn rows(rng: &mut Rng, table: &TableMeasure, period: Period) -> Value {
    let least = usize::from(table.least.unwrap_or(1)).max(1);
    let most = table.most_rows().min(least + 3);
    let count = rng.usize(least.min(most)..=most);
    let rows = (1..=count).map(|number| {
        let mut row = Figures::new();
        let mut is_named = false;
        for column in &table.columns {
            let names = !is_named && matches!(column.measure.invented(), Invented::Sentence(_));
            if !names && !column.required && happens(rng, BLANK) {
                continue;
            }
            let name = names.then(|| [&*table.row, " ", &number.to_string()].concat());
            is_named |= names;
            if let Some(value) = cell(rng, column, name, period) {
                row.insert(column.id.as_str().to_owned(), value);
            }
        }
        row
    });
    Value::Table(rows.collect())
}

fn cell(rng: &mut Rng, column: &Column, name: Option<String>, period: Period) -> Option<Value> {
    let least = column.least.unwrap_or(0);
    let most = column.plausible.or(column.most).unwrap_or(i64::MAX);
    Some(match column.measure.invented() {
        Invented::Number { step } => {
            let number = rng.i64(1..=20).saturating_mul(step);
            Value::Number(number.clamp(least, most.max(least)))
        }
        Invented::Share { step, .. } => {
            let whole = rng.i64(20..=200);
            let over = if passes(&column.measure) {
                whole / 4
            } else {
                0
            };
            let part = rng.i64(0..=whole + over);
            let (part, whole) = (part.saturating_mul(step), whole.saturating_mul(step));
            Value::Share { part, whole }
        }
        Invented::Deed => Value::Done(happens(rng, 700)),
        Invented::Sentence(max) => {
            let text = name.unwrap_or_else(|| one_of(rng, words::SENTENCES, "Không có").to_owned());
            let most = usize::try_from(max).unwrap_or(1);
            Value::Text(text.chars().take(most).collect())
        }
        Invented::LastDay => Value::Text(period.to().to_iso()),
        Invented::Among(mut values) => {
            let last = values.len().checked_sub(1)?;
            values.swap_remove(rng.usize(0..=last))
        }
        Invented::File(_) | Invented::Rows(_) => return None,
    })
}
