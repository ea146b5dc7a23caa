//! Rows that were copied in a spreadsheet or a document, or stand in a CSV file, held against a table before any of them is
//! taken.

use super::{TableColumnView, TableRowView, TableView};
use crate::form::Form;
use crate::text::{
    Lang, TypedRows, fold, from_stop_decimal, is_blank, is_stop_decimal, parse_block, parse_csv,
};
use crate::value::TableMeasure;
use serde::Serialize;

/// Rows as a table would take them (các dòng xem trước khi dán).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PastedView {
    /// The columns of the table.
    pub columns: Vec<TableColumnView>,
    /// The rows that would be added, with what is understood of each cell and what is wrong.
    pub rows: Vec<TableRowView>,
    /// What of it is not taken, and why, each a sentence.
    pub left: Vec<String>,
    /// The text that adds them.
    pub text: String,
}

impl Form {
    /// What would become of rows that are pasted into the table at `path`: `plain` and `html` are what the clipboard holds
    /// of them, or `plain` is a CSV file. Nothing is taken: the form stands as before. None where that is one cell alone.
    pub fn pasted_rows(
        &mut self,
        path: &str,
        plain: &str,
        html: &str,
        is_csv: bool,
    ) -> Option<PastedView> {
        let block = if is_csv { parse_csv(plain) } else { parse_block(plain) };
        if !is_csv && block.rows.iter().map(Vec::len).sum::<usize>() < 2 {
            return None;
        }
        let at = self.table_at(path)?;
        let (id, input, most) = (at.id.to_owned(), at.input, at.measure.most_rows());
        let labels = at.measure.columns.iter().map(|column| column.label.clone());
        let labels: Vec<String> = labels.collect();
        let keys = self.keys_of(at.measure);
        let is_foreign = is_stop_decimal(html);
        self.read_cells();
        let before = self.typed_rows(&id);
        let (body, columns) = columns_of(&block.rows, &labels);
        let mut added = TypedRows {
            keys: keys.iter().flatten().cloned().collect(),
            rows: Vec::new(),
        };
        for row in body.iter().filter(|row| row.iter().any(|cell| !is_blank(cell))) {
            let place = added.rows.len();
            added.rows.push(Vec::new());
            for (column, from) in keys.iter().zip(&columns) {
                let cell = from.and_then(|from| row.get(from)).map_or("", |cell| cell.trim());
                let cell = if is_foreign { from_stop_decimal(cell) } else { cell.to_owned() };
                // A share in one cell has both halves: "30/40".
                let halves = cell.split_once('/').filter(|_| column.len() == 2);
                let texts = match halves {
                    Some((part, whole)) => vec![part.trim().to_owned(), whole.trim().to_owned()],
                    None => vec![cell],
                };
                for (key, text) in column.iter().zip(texts) {
                    added.set(place, key, text);
                }
            }
        }
        let mut left = Vec::new();
        let room = most.saturating_sub(before.rows.len());
        if added.rows.len() > room {
            let over = added.rows.len() - room;
            added.rows.truncate(room);
            left.push(no_room(over, most, self.lang));
        }
        if block.cut {
            left.push(self.lang.either(CUT.0, CUT.1).to_owned());
        }
        for (place, heading) in headings(&block.rows, body).iter().enumerate() {
            if !is_blank(heading) && !columns.contains(&Some(place)) {
                left.push(unused(heading, self.lang));
            }
        }
        let text = added.write();
        let start = before.rows.len();
        let kept = (self.draft.clone(), self.told.clone(), self.carried.clone());
        self.keep_rows(&id, input, &joined(&before, &added));
        let view = self.table_view(path, &[]);
        (self.draft, self.told, self.carried) = kept;
        self.keep_rows(&id, input, &before);
        let view = view?;
        Some(PastedView {
            columns: view.columns,
            rows: view.rows.into_iter().skip(start).collect(),
            left,
            text,
        })
    }

    /// Adds rows to the table at `path`, as a preview has them in its text.
    pub fn put_rows(&mut self, path: &str, text: &str) -> Option<TableView> {
        let at = self.table_at(path)?;
        let (id, input, most) = (at.id.to_owned(), at.input, at.measure.most_rows());
        self.read_cells();
        let mut all = joined(&self.typed_rows(&id), &TypedRows::read(text));
        all.rows.truncate(most);
        let changed = self.keep_rows(&id, input, &all);
        self.table_view(path, &changed)
    }

    fn keys_of(&self, table: &TableMeasure) -> Vec<Vec<String>> {
        let key = |column: &crate::value::Column| {
            let id = column.id.as_str();
            match column.measure.halves() {
                Some(_) => vec![[id, "/part"].concat(), [id, "/whole"].concat()],
                None => vec![id.to_owned()],
            }
        };
        table.columns.iter().map(key).collect()
    }
}

/// Rows behind others; blank ones at the end of those make room.
fn joined(before: &TypedRows, added: &TypedRows) -> TypedRows {
    let mut all = before.clone();
    while all.rows.last().is_some_and(|row| row.iter().all(|cell| is_blank(cell))) {
        all.rows.pop();
    }
    for (place, _) in added.rows.iter().enumerate() {
        let row = all.rows.len();
        all.rows.push(Vec::new());
        for key in &added.keys {
            all.set(row, key, added.cell(place, key).to_owned());
        }
    }
    all
}

/// The rows below the headings, and for each column of the table the one of the block that goes there: by its heading, else
/// by its place, where a running number stands first and is passed over.
fn columns_of<'b>(
    rows: &'b [Vec<String>],
    labels: &[String],
) -> (&'b [Vec<String>], Vec<Option<usize>>) {
    let names: Vec<String> = labels.iter().map(|label| fold(label)).collect();
    let head = rows.first().map_or(&[][..], Vec::as_slice);
    let named: Vec<Option<usize>> = names
        .iter()
        .map(|name| {
            let is_it = |cell: &String| fold(cell) == *name;
            head.iter().position(is_it)
        })
        .collect();
    if named.iter().flatten().count() * 2 >= labels.len().min(head.len()).max(1) {
        return (rows.get(1..).unwrap_or_default(), named);
    }
    let numbers = rows.iter().enumerate().all(|(place, row)| {
        let first = row.first().map_or("", |cell| cell.trim());
        first.trim_end_matches('.') == (place + 1).to_string()
    });
    let skip = usize::from(numbers && rows.len() > 1);
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    let at = |column| Some(column + skip).filter(|from| *from < width);
    (rows, (0..labels.len()).map(at).collect())
}

/// What stands over the columns of a block, where something does.
fn headings(rows: &[Vec<String>], body: &[Vec<String>]) -> Vec<String> {
    let has = body.len() < rows.len();
    rows.first().filter(|_| has).cloned().unwrap_or_default()
}

const CUT: (&str, &str) = (
    "Khối ô quá lớn: phần ngoài 500 dòng, 40 cột đầu không được đọc.",
    "The block is too large: what is beyond its first 500 rows and 40 columns is not read.",
);

fn no_room(over: usize, most: usize, lang: Lang) -> String {
    let (over, most) = (over.to_string(), most.to_string());
    match lang {
        Lang::Vi => [
            "Bảng chỉ nhận đến ", &most, " dòng: ", &over, " dòng cuối không lấy.",
        ]
        .concat(),
        Lang::En => [
            "The table takes at most ", &most, " rows: the last ", &over, " are left out.",
        ]
        .concat(),
    }
}

fn unused(heading: &str, lang: Lang) -> String {
    let heading = heading.trim();
    match lang {
        Lang::Vi => ["Không dùng cột “", heading, "”."].concat(),
        Lang::En => ["The column “", heading, "” is not used."].concat(),
    }
}
