//! Rows that were copied in a spreadsheet or a document, or stand in a CSV file, held against a table before any of them is
//! taken.

use super::placing::{Copied, Left, placed};
use super::{TableColumnView, TableRowView, TableView, cell_of};
use crate::form::Form;
use crate::text::{self, Both, Lang, TypedRows, is_blank, is_stop_decimal, parse_block, parse_csv};
use serde::Serialize;

/// Rows as a table would take them (các dòng xem trước khi dán).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PastedView {
    /// The columns of the table.
    pub columns: Vec<TableColumnView>,
    /// The rows as they would stand then, with what is understood of each cell and what is wrong; those alone into which
    /// something is pasted.
    pub rows: Vec<TableRowView>,
    /// What of it is not taken, and why, and what it takes the place of; each a sentence.
    pub notes: Vec<String>,
    /// All rows as they stand now, in one text.
    pub before: String,
    /// All rows as they would stand then.
    pub text: String,
}

impl Form {
    /// What would become of rows that are pasted into the table or the cell at `path`: `plain` and `html` are what the
    /// clipboard holds of them, or `plain` is a CSV file. Into a table they go behind its rows, into a cell from there on
    /// downwards; a blank cell leaves what stands as it is. Nothing is taken: the form stands as before. None where one cell
    /// alone was copied, or nothing.
    pub fn pasted_rows(
        &mut self,
        path: &str,
        plain: &str,
        html: &str,
        is_csv: bool,
    ) -> Option<PastedView> {
        let block = match is_csv {
            true => parse_csv(plain),
            false => parse_block(plain),
        };
        if !is_csv && block.rows.iter().map(Vec::len).sum::<usize>() < 2 {
            return None;
        }
        let cell = cell_of(path);
        let table = cell.as_ref().map_or(path, |(table, ..)| table).to_owned();
        self.read_cells();
        let at = self.table_at(&table)?;
        let (id, input, most) = (at.id.to_owned(), at.input, at.measure.most_rows());
        let keys = self.cell_keys(input);
        let cells = self.sheet.of_rows(input)?;
        let from = cell.as_ref().and_then(|(.., key)| cells.input(key));
        let copied = Copied {
            rows: &block.rows,
            is_foreign: is_stop_decimal(html),
            from: from.unwrap_or(0),
        };
        let reads = |cell: usize, text: &str| cells.read_input(cell, text).value().is_some();
        let all = placed(&copied, at.measure, reads);
        let stands = self.typed_rows(&id);
        let says = |row: &Vec<String>| row.iter().any(|cell| !is_blank(cell));
        let end = stands.rows.iter().rposition(says).map_or(0, |last| last + 1);
        let start = cell.map_or(end, |(_, row, _)| row.min(stands.rows.len()));
        let mut then = stands.clone();
        if then.keys.is_empty() {
            then.keys.clone_from(&keys);
        }
        let (mut over, mut replaced) = (0, 0);
        for (place, row) in all.rows.iter().enumerate() {
            let index = start + place;
            if index >= most.max(stands.rows.len()) {
                over += 1;
                continue;
            }
            while then.rows.len() <= index {
                then.rows.push(Vec::new());
            }
            for (cell, text) in row {
                if let Some(key) = keys.get(*cell) {
                    let there = then.cell(index, key);
                    replaced += usize::from(!is_blank(there) && there != *text);
                    then.set(index, key, text.clone());
                }
            }
        }
        let mut notes = Vec::new();
        if is_csv && plain.contains('\u{fffd}') {
            notes.push(LETTERS.of(self.lang).to_owned());
        }
        if all.rows.is_empty() {
            notes.push(NOTHING.of(self.lang).to_owned());
        }
        for left in &all.left {
            notes.push(said(left, self.lang));
        }
        if over > 0 {
            notes.push(counted(&NO_ROOM, &[over, most], self.lang));
        }
        if block.cut {
            notes.push(CUT.of(self.lang).to_owned());
        }
        if replaced > 0 {
            notes.push(counted(&REPLACED, &[replaced], self.lang));
        }
        let last = start + all.rows.len() - over;
        let view = self.tried_rows((&*table, &*id, input), &then)?;
        Some(PastedView {
            columns: view.columns,
            rows: view.rows.into_iter().take(last).skip(start).collect(),
            notes,
            before: stands.write(),
            text: then.write(),
        })
    }

    /// What a table would look like with other rows; it stands as before afterwards.
    fn tried_rows(&mut self, of: (&str, &str, usize), rows: &TypedRows) -> Option<TableView> {
        let (path, id, input) = of;
        let kept = (self.draft.clone(), self.told.clone(), self.carried.clone());
        self.keep_rows(id, input, rows);
        let view = self.table_view(path, &[]);
        (self.draft, self.told, self.carried) = kept;
        self.read_all();
        view
    }

    /// Puts all rows of the table at `path` in place of those that stand there, as a text from [`Form::pasted_rows`] or of
    /// before has them; what stood there comes with the view. None where others than `before` stand there by now: what was
    /// typed since would be lost.
    pub fn set_rows(&mut self, path: &str, before: &str, text: &str) -> Option<TableView> {
        let at = self.table_at(path)?;
        let (id, input) = (at.id.to_owned(), at.input);
        self.read_cells();
        let stands = self.typed_rows(&id).write();
        if stands != before {
            return None;
        }
        let rows = TypedRows::read_under(text, &self.cell_keys(input));
        let changed = self.keep_rows(&id, input, &rows);
        let view = self.table_view(path, &changed)?;
        let taken = Some(stands);
        Some(TableView { taken, ..view })
    }
}

const LETTERS: Both = Both {
    vi: "Tệp này không phải CSV dạng UTF-8, nên có chữ không đọc được. Trong Excel, hãy lưu lại với kiểu “CSV UTF-8”.",
    en: "This file is no CSV in UTF-8, and some letters cannot be read. Save it again in Excel as “CSV UTF-8”.",
};
const NOTHING: Both = Both {
    vi: "Không có dòng nào để thêm.",
    en: "There is no row to add.",
};
const CUT: Both = Both {
    vi: "Phần ngoài 500 dòng, 40 cột đầu không được đọc.",
    en: "What is beyond the first 500 rows and 40 columns is not read.",
};
const NO_ROOM: Both = Both {
    vi: "Không lấy {0} dòng cuối: bảng chỉ nhận đến {1} dòng.",
    en: "Rows at the end that are not taken: {0}. The table takes at most {1}.",
};
const REPLACED: Both = Both {
    vi: "Thay nội dung đang có ở {0} ô.",
    en: "Cells whose text is replaced: {0}.",
};
const NOT_ASKED: Both = Both {
    vi: "Không lấy cột “{0}”: bảng không hỏi.",
    en: "The column “{0}” is not taken: the table does not ask it.",
};
const NOT_GIVEN: Both = Both {
    vi: "Chưa có cột “{0}”: hãy ghi vào từng dòng sau khi thêm.",
    en: "There is no column “{0}”: fill it in in each row afterwards.",
};
const SUM: Both = Both {
    vi: "Không lấy dòng “{0}”.",
    en: "The row “{0}” is not taken.",
};
const TOO_WIDE: Both = Both {
    vi: "Không lấy các cột bên phải: bảng không có đủ cột.",
    en: "Columns on the right are not taken: the table has fewer.",
};

fn said(left: &Left, lang: Lang) -> String {
    match left {
        Left::NotAsked(heading) => named(&NOT_ASKED, heading, lang),
        Left::NotGiven(label) => named(&NOT_GIVEN, label, lang),
        Left::Sum(first) => named(&SUM, first, lang),
        Left::TooWide => TOO_WIDE.of(lang).to_owned(),
    }
}

/// The most letters of a heading that are said of it.
const SHOWN: usize = 60;

fn named(sentence: &Both, name: &str, lang: Lang) -> String {
    let name: String = text::single_line(name).chars().take(SHOWN).collect();
    sentence.of(lang).replace("{0}", &name)
}

fn counted(sentence: &Both, counts: &[usize], lang: Lang) -> String {
    let mut said = sentence.of(lang).to_owned();
    for (gap, count) in ["{0}", "{1}"].iter().zip(counts) {
        said = said.replace(gap, &text::format_count(i64::try_from(*count).unwrap_or(i64::MAX)));
    }
    said
}
