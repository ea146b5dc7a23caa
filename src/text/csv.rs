//! CSV files as spreadsheets save them.

use super::block::{Block, MAX_COLUMNS, MAX_ROWS};

/// Reads a CSV file: cells parted by semicolons, commas or tabs, whichever its first line has most of; a cell that holds one
/// of them or an end of a line in quotes, with its own quotes doubled. Bounded as what is pasted.
#[must_use]
pub fn parse_csv(text: &str) -> Block {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mark = mark_of(text);
    let mut block = Block::default();
    let (mut row, mut cell) = (Vec::new(), String::new());
    let mut quoted = false;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        if quoted {
            match letter {
                '"' if letters.peek() == Some(&'"') => {
                    letters.next();
                    cell.push('"');
                }
                '"' => quoted = false,
                letter => cell.push(letter),
            }
            continue;
        }
        match letter {
            '"' if cell.is_empty() => quoted = true,
            '\r' => {}
            '\n' => {
                row.push(std::mem::take(&mut cell));
                take(&mut block, std::mem::take(&mut row));
            }
            letter if letter == mark => row.push(std::mem::take(&mut cell)),
            letter => cell.push(letter),
        }
    }
    row.push(cell);
    take(&mut block, row);
    block
}

/// Takes a row that says something, as far as there is room.
fn take(block: &mut Block, mut row: Vec<String>) {
    if row.iter().all(|cell| cell.trim().is_empty()) {
        return;
    }
    if block.rows.len() == MAX_ROWS {
        block.cut = true;
        return;
    }
    if row.len() > MAX_COLUMNS {
        block.cut = true;
        row.truncate(MAX_COLUMNS);
    }
    block.rows.push(row);
}

/// What parts the cells of the first line.
fn mark_of(text: &str) -> char {
    let first = text.lines().next().unwrap_or_default();
    let count = |mark: char| first.chars().filter(|letter| *letter == mark).count();
    let mut best = (0, ',');
    for mark in ['\t', ';', ','] {
        let found = count(mark);
        if found > best.0 {
            best = (found, mark);
        }
    }
    best.1
}

#[cfg(test)]
mod tests {
    use super::parse_csv;

    #[test]
    fn cells_are_parted_by_what_the_first_line_has_most_of() {
        let cases: [(&str, &[&[&str]]); 6] = [
            ("", &[]),
            ("\u{feff}a;b\r\n1;2\r\n", &[&["a", "b"], &["1", "2"]]),
            ("a,b\n\"1,5\",\"x \"\"y\"\"\"\n", &[&["a", "b"], &["1,5", "x \"y\""]]),
            ("a\tb\n\n1\t2", &[&["a", "b"], &["1", "2"]]),
            ("a;b\n\"hai\ndòng\";c", &[&["a", "b"], &["hai\ndòng", "c"]]),
            ("một", &[&["một"]]),
        ];
        for (text, rows) in cases {
            assert_eq!(parse_csv(text).rows, rows, "{text:?}");
        }
        assert!(parse_csv(&"1\n".repeat(501)).cut);
    }
}
