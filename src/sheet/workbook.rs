//! The tables of a workbook (.xlsx, ECMA-376): a zip of XML with the texts of all cells gathered in one part.

use super::{
    Book, Held, HeldKind, Line, MAX_CELLS, MAX_COLUMNS, MAX_ROWS, MAX_SHEETS, Refused, Sheet,
};
use crate::reading::{Archive, Tag, Tags, attribute};
use std::sync::Arc;

const WORKBOOK: &str = "xl/workbook.xml";

/// Reads all tables that are not hidden.
pub(super) fn read(bytes: &[u8]) -> Result<Book, Refused> {
    let archive = Archive::open(bytes)?;
    if archive.has("xl/workbook.bin") {
        return Err(Refused::Binary);
    }
    if archive.has("content.xml") {
        return Err(Refused::OpenDocument);
    }
    let Some(workbook) = archive.text(WORKBOOK)? else {
        return Err(Refused::NoTable);
    };
    let targets = archive.text("xl/_rels/workbook.xml.rels")?;
    let targets = relations(&targets.unwrap_or_default())?;
    let texts = match archive.text("xl/sharedStrings.xml")? {
        Some(part) => shared(&part)?,
        None => Vec::new(),
    };
    let mut book = Book::default();
    let mut left = MAX_CELLS;
    for (at, (name, relation)) in sheets(&workbook)?.into_iter().enumerate() {
        let target = targets.iter().find(|(id, _)| *id == relation);
        let part = match target {
            Some((_, target)) => target.clone(),
            None => ["xl/worksheets/sheet", &(at + 1).to_string(), ".xml"].concat(),
        };
        if let Some(part) = archive.text(&part)? {
            let rows = rows(&part, &texts, &mut left)?;
            book.sheets.push(Sheet { name, rows });
        }
    }
    Ok(book)
}

/// The name of a tag without its prefix.
fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

/// The tables that a person sees, each with the name of its relation.
fn sheets(part: &str) -> Result<Vec<(String, String)>, Refused> {
    let mut found = Vec::new();
    let mut tags = Tags::strict(part);
    while let Some(tag) = tags.next()? {
        if let Tag::Open { name, rest, .. } = tag
            && local(&name) == "sheet"
            && attribute(rest, "state").is_none_or(|state| state == "visible")
            && found.len() < MAX_SHEETS
        {
            let said = |name| attribute(rest, name).unwrap_or_default().into_owned();
            found.push((said("name"), said("r:id")));
        }
    }
    Ok(found)
}

/// Which part each relation leads to.
fn relations(part: &str) -> Result<Vec<(String, String)>, Refused> {
    let mut found = Vec::new();
    let mut tags = Tags::strict(part);
    while let Some(tag) = tags.next()? {
        if let Tag::Open { name, rest, .. } = tag
            && local(&name) == "relationship"
        {
            let id = attribute(rest, "id").unwrap_or_default().into_owned();
            let target = attribute(rest, "target").unwrap_or_default();
            let target = match target.strip_prefix('/') {
                Some(whole) => whole.to_owned(),
                None => ["xl/", &target].concat(),
            };
            found.push((id, target));
        }
    }
    Ok(found)
}

/// The texts that cells share.
fn shared(part: &str) -> Result<Vec<Arc<str>>, Refused> {
    let mut found: Vec<Arc<str>> = Vec::new();
    let mut tags = Tags::strict(part);
    let mut text = Words::default();
    while let Some(tag) = tags.next()? {
        match &tag {
            Tag::Open { name, empty, .. } if local(name) == "si" => {
                text = Words::default();
                if *empty {
                    found.push(Arc::default());
                }
            }
            Tag::Close(name) if local(name) == "si" => found.push(text.text.as_str().into()),
            other => text.take(other),
        }
        if found.len() > MAX_CELLS {
            return Err(Refused::TooManyRows);
        }
    }
    Ok(found)
}

/// The words between `<t>` and `</t>`, without how they are pronounced.
#[derive(Default)]
struct Words {
    text: String,
    inside: bool,
    spoken: bool,
}

impl Words {
    fn take(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Open { name, empty, .. } => match local(name) {
                "t" => self.inside = !empty,
                "rph" => self.spoken = !empty,
                _ => {}
            },
            Tag::Close(name) => match local(name) {
                "t" => self.inside = false,
                "rph" => self.spoken = false,
                _ => {}
            },
            Tag::Text(words) if self.inside && !self.spoken => self.text.push_str(words),
            Tag::Text(_) => {}
        }
    }
}

/// A cell that is being read.
#[derive(Default)]
struct Open {
    column: usize,
    kind: String,
    value: String,
    words: Words,
    in_value: bool,
    computed: bool,
}

/// The rows of a table that say something.
fn rows(part: &str, texts: &[Arc<str>], left: &mut usize) -> Result<Vec<Line>, Refused> {
    let mut rows: Vec<Line> = Vec::new();
    let mut tags = Tags::strict(part);
    let mut line = Line::default();
    let mut open: Option<Open> = None;
    // Where neither row nor cell says its place, it stands behind the one before.
    let (mut number, mut column) = (0, 0);
    while let Some(tag) = tags.next()? {
        match &tag {
            Tag::Open { name, rest, .. } if local(name) == "row" => {
                let said = attribute(rest, "r").and_then(|said| said.parse().ok());
                number = said.unwrap_or(number + 1);
                column = 0;
                line = Line {
                    number,
                    cells: Vec::new(),
                };
            }
            Tag::Open { name, rest, empty } if local(name) == "c" => {
                let said = attribute(rest, "r").and_then(|said| column_of(&said));
                let at = said.unwrap_or(column);
                column = at + 1;
                if !empty {
                    open = Some(Open {
                        column: at,
                        kind: attribute(rest, "t").unwrap_or_default().into_owned(),
                        ..Open::default()
                    });
                }
            }
            Tag::Open { name, .. } if local(name) == "f" => {
                if let Some(open) = &mut open {
                    open.computed = true;
                }
            }
            Tag::Open { name, empty, .. } if local(name) == "v" => {
                if let Some(open) = &mut open {
                    open.in_value = !empty;
                }
            }
            Tag::Close(name) if local(name) == "v" => {
                if let Some(open) = &mut open {
                    open.in_value = false;
                }
            }
            Tag::Close(name) if local(name) == "c" => {
                if let Some(open) = open.take() {
                    put(&mut line, open, texts, left)?;
                }
            }
            Tag::Close(name) if local(name) == "row" => {
                if line.cells.iter().any(|held| !held.is_blank()) {
                    if rows.len() >= MAX_ROWS {
                        return Err(Refused::TooManyRows);
                    }
                    rows.push(std::mem::take(&mut line));
                }
            }
            Tag::Text(words) if open.as_ref().is_some_and(|open| open.in_value) => {
                if let Some(open) = &mut open {
                    open.value.push_str(words);
                }
            }
            other => {
                if let Some(open) = &mut open {
                    open.words.take(other);
                }
            }
        }
    }
    Ok(rows)
}

/// Puts a cell into its row; one that shows nothing is left out.
fn put(line: &mut Line, open: Open, texts: &[Arc<str>], left: &mut usize) -> Result<(), Refused> {
    let text: Arc<str> = match &*open.kind {
        "s" => {
            let at: Option<usize> = open.value.trim().parse().ok();
            at.and_then(|at| texts.get(at)).cloned().unwrap_or_default()
        }
        "inlineStr" => open.words.text.into(),
        "" | "n" => number_text(open.value.trim()).into(),
        "b" => if open.value.trim() == "1" { "x" } else { "" }.into(),
        _ => open.value.into(),
    };
    let is_blank = crate::text::is_blank(&text);
    if is_blank && !open.computed {
        return Ok(());
    }
    // A formula that nobody has computed is one all the same.
    let text = if is_blank { Arc::from("=") } else { text };
    if open.column >= MAX_COLUMNS {
        return Err(Refused::TooManyColumns);
    }
    *left = left.checked_sub(1).ok_or(Refused::TooManyRows)?;
    let kind = match &*open.kind {
        _ if open.computed => HeldKind::Formula,
        "e" => HeldKind::Mistake,
        "" | "n" => HeldKind::Number,
        _ => HeldKind::Text,
    };
    if line.cells.len() <= open.column {
        line.cells.resize(open.column + 1, Held::default());
    }
    if let Some(cell) = line.cells.get_mut(open.column) {
        *cell = Held { text, kind };
    }
    Ok(())
}

/// "BC12" is column 54, from 0.
fn column_of(place: &str) -> Option<usize> {
    let mut column = 0_usize;
    let letters = place.bytes().take_while(u8::is_ascii_alphabetic);
    for letter in letters {
        let digit = usize::from(letter.to_ascii_uppercase() - b'A') + 1;
        column = column.checked_mul(26)?.checked_add(digit)?;
    }
    column.checked_sub(1)
}

/// A number as a person sees it: "9.01E8" is "901000000", "1.50" is "1,5". What is none stays as it is.
fn number_text(value: &str) -> String {
    shifted(value).unwrap_or_else(|| value.to_owned())
}

fn shifted(value: &str) -> Option<String> {
    let (mantissa, exponent) = value.split_once(['E', 'e']).unwrap_or((value, "0"));
    let exponent: i32 = exponent.parse().ok()?;
    let sign = if mantissa.starts_with('-') { "-" } else { "" };
    let mantissa = mantissa.trim_start_matches('-');
    let (whole, part) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = [whole, part].concat();
    let is_number = !whole.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let point = i32::try_from(whole.len()).ok()?.checked_add(exponent)?;
    if !is_number || !(1..=18).contains(&point) {
        return None;
    }
    let point = usize::try_from(point).ok()?;
    let zeros = "0".repeat(point.saturating_sub(digits.len()));
    let digits = [digits, zeros].concat();
    let whole = digits.get(..point)?.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let part = digits.get(point..)?.trim_end_matches('0');
    let comma = if part.is_empty() { "" } else { "," };
    Some([sign, whole, comma, part].concat())
}

#[cfg(test)]
mod tests {
    use super::number_text;

    #[test]
    fn numbers_are_as_a_person_sees_them() {
        for (value, text) in [
            ("12", "12"),
            ("1.0", "1"),
            ("1.50", "1,5"),
            ("9.01E8", "901000000"),
            ("9.01e+8", "901000000"),
            ("-3", "-3"),
            ("0.5", "0,5"),
            ("1E-3", "1E-3"),
            ("1E99", "1E99"),
            ("", ""),
            ("x", "x"),
        ] {
            assert_eq!(number_text(value), text, "{value}");
        }
    }
}
