//! CSV files as spreadsheets save them, and as this form hands them over.

use super::block::{Block, MAX_COLUMNS, MAX_ROWS};

/// Reads a CSV file: cells parted by semicolons, commas or tabs, whichever its first line has most of; a cell that holds one
/// of them or an end of a line in quotes, with its own quotes doubled. An apostrophe that keeps a cell from being computed is
/// none of its text. Bounded as what is pasted; rows that say nothing are passed over.
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
                '\r' => {}
                letter => cell.push(letter),
            }
            continue;
        }
        match letter {
            '"' if cell.is_empty() => quoted = true,
            '\r' if letters.peek() == Some(&'\n') => {}
            '\n' | '\r' => {
                row.push(std::mem::take(&mut cell));
                take(&mut block, std::mem::take(&mut row));
                if block.cut && block.rows.len() == MAX_ROWS {
                    return block;
                }
            }
            letter if letter == mark => {
                let cell = std::mem::take(&mut cell);
                if row.len() <= MAX_COLUMNS {
                    row.push(cell);
                }
            }
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
    if block.rows.len() == MAX_ROWS || row.len() > MAX_COLUMNS {
        block.cut = true;
    }
    if block.rows.len() == MAX_ROWS {
        return;
    }
    row.truncate(MAX_COLUMNS);
    for cell in &mut row {
        if is_kept_from_computing(cell) {
            cell.remove(0);
        }
    }
    block.rows.push(row);
}

/// Whether a cell begins with an apostrophe before what a spreadsheet would compute.
fn is_kept_from_computing(cell: &str) -> bool {
    let Some(rest) = cell.strip_prefix('\'') else {
        return false;
    };
    let first = rest.trim_start().chars().next();
    rest.starts_with(['\t', '\r', '\n'])
        || matches!(first, Some('=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠'))
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
    use crate::text::{MAX_COLUMNS, MAX_ROWS};

    #[test]
    fn cells_are_parted_by_what_the_first_line_has_most_of() {
        let cases: [(&str, &[&[&str]]); 9] = [
            ("", &[]),
            ("\u{feff}a;b\r\n1;2\r\n", &[&["a", "b"], &["1", "2"]]),
            ("a,b\n\"1,5\",\"x \"\"y\"\"\"\n", &[&["a", "b"], &["1,5", "x \"y\""]]),
            ("a\tb\n\n1\t2", &[&["a", "b"], &["1", "2"]]),
            ("a;b\r\n\"hai\r\ndòng\";c", &[&["a", "b"], &["hai\ndòng", "c"]]),
            ("a;b\r1;2", &[&["a", "b"], &["1", "2"]]),
            ("một", &[&["một"]]),
            ("a;\"không đóng\nb", &[&["a", "không đóng\nb"]]),
            ("'=1+1;' +84;'a'", &[&["=1+1", " +84", "'a'"]]),
        ];
        for (text, rows) in cases {
            assert_eq!(parse_csv(text).rows, rows, "{text:?}");
        }
    }

    #[test]
    fn what_is_beyond_the_most_is_cut_and_said_to_be() {
        let long = parse_csv(&"1\n".repeat(20 * MAX_ROWS));
        assert_eq!((long.rows.len(), long.cut), (MAX_ROWS, true));
        assert!(!parse_csv(&"1\n".repeat(MAX_ROWS)).cut);
        let wide = parse_csv(&"1;".repeat(1_000));
        assert_eq!((wide.rows[0].len(), wide.cut), (MAX_COLUMNS, true));
        let both = parse_csv(&["1;".repeat(1_000), "\n2".to_owned()].concat());
        assert_eq!(both.rows.len(), 2);
    }
}
