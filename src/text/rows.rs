//! The rows of a table as they were typed, in one text: a line for each, cells parted by tabs, the first line says what
//! stands in which column. A person who comes upon it can read it, and a spreadsheet takes it.

/// Rows as they were typed, each with a text for every key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedRows {
    /// What stands in each column.
    pub keys: Vec<String>,
    /// The texts, row by row; one that is not there is blank.
    pub rows: Vec<Vec<String>>,
}

impl TypedRows {
    /// Reads what [`TypedRows::write`] writes; any other text as rows too, so that nothing of it is lost.
    #[must_use]
    pub fn read(text: &str) -> Self {
        if text.is_empty() {
            return Self::default();
        }
        let mut lines = text.split('\n').map(cells);
        let mut keys = lines.next().unwrap_or_default();
        let rows: Vec<Vec<String>> = lines.collect();
        let widest = rows.iter().map(Vec::len).max().unwrap_or(0);
        // What stands under no key is kept under none.
        while keys.len() < widest {
            keys.push(String::new());
        }
        Self { keys, rows }
    }

    /// Reads it where these are the keys that are asked. A text whose first line holds no keys is that of a question that was
    /// answered in words before: each of its lines is a row, its cells under the keys in their order.
    #[must_use]
    pub fn read_under(text: &str, keys: &[String]) -> Self {
        let mut typed = Self::read(text);
        if typed.keys.iter().all(|key| is_key(key)) {
            return typed;
        }
        let mut under = keys.to_vec();
        while under.len() < typed.keys.len() {
            under.push(String::new());
        }
        let first = std::mem::replace(&mut typed.keys, under);
        typed.rows.insert(0, first);
        typed
    }

    /// The text; empty without rows.
    #[must_use]
    pub fn write(&self) -> String {
        let mut text = String::new();
        if self.rows.is_empty() {
            return text;
        }
        for (place, line) in std::iter::once(&self.keys).chain(&self.rows).enumerate() {
            if place > 0 {
                text.push('\n');
            }
            for (place, cell) in line.iter().enumerate() {
                if place > 0 {
                    text.push('\t');
                }
                push_cell(&mut text, cell);
            }
        }
        text
    }

    /// What stands at a row under a key; "" for nothing.
    #[must_use]
    pub fn cell(&self, row: usize, key: &str) -> &str {
        let place = self.keys.iter().position(|there| there == key);
        let row = self.rows.get(row);
        place
            .and_then(|place| row?.get(place))
            .map_or("", String::as_str)
    }

    /// Puts a text at a row under a key; nothing happens where there is no such row.
    pub fn set(&mut self, row: usize, key: &str, text: String) {
        let Some(cells) = self.rows.get_mut(row) else {
            return;
        };
        let place = match self.keys.iter().position(|there| there == key) {
            Some(place) => place,
            None => {
                self.keys.push(key.to_owned());
                self.keys.len() - 1
            }
        };
        while cells.len() <= place {
            cells.push(String::new());
        }
        if let Some(cell) = cells.get_mut(place) {
            *cell = text;
        }
    }
}

/// Writes a cell so that it holds neither a tab nor an end of a line.
pub(crate) fn push_cell(text: &mut String, cell: &str) {
    for letter in cell.chars() {
        match letter {
            '\\' => text.push_str("\\\\"),
            '\n' => text.push_str("\\n"),
            '\t' => text.push_str("\\t"),
            '\r' => {}
            letter => text.push(letter),
        }
    }
}

/// Whether a text may be the key of a column, or of a half of it; nothing is, of what stands under none.
fn is_key(text: &str) -> bool {
    let is_letter = |c: char| matches!(c, 'a'..='z' | '0'..='9' | '-' | '/');
    text.chars().all(is_letter)
}

fn cells(line: &str) -> Vec<String> {
    line.split('\t').map(unescaped).collect()
}

fn unescaped(cell: &str) -> String {
    let mut text = String::new();
    let mut letters = cell.chars();
    while let Some(letter) = letters.next() {
        if letter != '\\' {
            text.push(letter);
            continue;
        }
        match letters.next() {
            Some('n') => text.push('\n'),
            Some('t') => text.push('\t'),
            Some('\\') => text.push('\\'),
            other => {
                text.push('\\');
                text.extend(other);
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::TypedRows;
    use proptest::prelude::*;

    fn rows(keys: &[&str], rows: &[&[&str]]) -> TypedRows {
        let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
        TypedRows {
            keys: texts(keys),
            rows: rows.iter().map(|row| texts(row)).collect(),
        }
    }

    #[test]
    fn rows_stand_in_one_text_that_a_person_can_read() {
        for (text, read) in [
            ("", rows(&[], &[])),
            (
                "name\tvalue\nCầu\t3 triệu",
                rows(&["name", "value"], &[&["Cầu", "3 triệu"]]),
            ),
            ("name\n\nĐường", rows(&["name"], &[&[""], &["Đường"]])),
            (
                "name\t\nCầu\tbê tông",
                rows(&["name", ""], &[&["Cầu", "bê tông"]]),
            ),
            (
                "name\nhai\\ndòng\\tvà\\\\ một",
                rows(&["name"], &[&["hai\ndòng\tvà\\ một"]]),
            ),
        ] {
            assert_eq!(TypedRows::read(text), read, "{text}");
            assert_eq!(read.write(), text);
        }
    }

    #[test]
    fn a_cell_is_found_by_its_row_and_its_key() {
        let mut works = rows(&["name"], &[&["Cầu"], &[]]);
        works.set(1, "value", "5".to_owned());
        works.set(7, "value", "5".to_owned());
        assert_eq!((works.cell(0, "name"), works.cell(0, "value")), ("Cầu", ""));
        assert_eq!((works.cell(1, "value"), works.cell(9, "name")), ("5", ""));
        assert_eq!(works.write(), "name\tvalue\nCầu\n\t5");
    }

    #[test]
    fn a_text_without_keys_is_rows_and_stays_so() {
        let keys = ["name", "value"].map(str::to_owned);
        for (text, read) in [
            ("name\nCầu", rows(&["name"], &[&["Cầu"]])),
            ("colour\nxanh", rows(&["colour"], &[&["xanh"]])),
            ("Cầu, Đường", rows(&["name", "value"], &[&["Cầu, Đường"]])),
            (
                "Cầu\t5\tmới\nĐường",
                rows(&["name", "value", ""], &[&["Cầu", "5", "mới"], &["Đường"]]),
            ),
            ("", rows(&[], &[])),
        ] {
            let typed = TypedRows::read_under(text, &keys);
            assert_eq!(typed, read, "{text}");
            let again = TypedRows::read_under(&typed.write(), &keys);
            assert_eq!(again, read, "{text}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_typed_comes_back(cells in prop::collection::vec(prop::collection::vec("[^\\r]*", 2), 1..5)) {
            let typed = TypedRows { keys: vec!["a".into(), "b".into()], rows: cells };
            prop_assert_eq!(TypedRows::read(&typed.write()), typed);
        }

        #[test]
        fn no_text_is_too_strange(text in any::<String>()) {
            let read = TypedRows::read(&text);
            prop_assert_eq!(TypedRows::read(&read.write()).write(), read.write());
        }
    }
}
