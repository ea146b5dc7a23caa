use super::{
    CSV_START, CsvCell, DelimitedRow, DelimitedRows, push_csv_cells, push_csv_row, unguarded,
};
use proptest::prelude::*;

fn read(text: &str) -> (Vec<String>, Option<usize>) {
    let mut rows = DelimitedRows::csv(text, 40);
    let told = |row: DelimitedRow| format!("{}: {}", row.line, row.cells.join("|"));
    let read = rows.by_ref().map(told).collect();
    (read, rows.unclosed())
}

#[test]
fn the_sign_is_the_one_that_parts_most_rows_and_quotes_hold_anything() {
    let cases: [(&str, &[&str]); 15] = [
        ("", &[]),
        ("một", &["1: một"]),
        ("\u{feff}a;b\r\n1;2\r\n", &["1: a|b", "2: 1|2"]),
        (
            "a,b\n\"1,5\",\"x \"\"y\"\"\"\n",
            &["1: a|b", "2: 1,5|x \"y\""],
        ),
        ("a\tb\n\n1\t2", &["1: a|b", "2: ", "3: 1|2"]),
        ("a;b\r1;2", &["1: a|b", "2: 1|2"]),
        (
            "a;b\r\n\"hai\r\ndòng\";c\r\nd;e",
            &["1: a|b", "2: hai\r\ndòng|c", "4: d|e"],
        ),
        (
            "\"a,b,c,d\";x\n\"e,f,g,h\";y\n",
            &["1: a,b,c,d|x", "2: e,f,g,h|y"],
        ),
        ("Đoàn A, B\nĐoàn C\n", &["1: Đoàn A, B", "2: Đoàn C"]),
        ("sep=;\r\na,b;c\r\n", &["2: a,b|c"]),
        ("sep=,", &[]),
        (
            "\"Sạch\" và xanh;b\nc;d",
            &["1: \"Sạch\" và xanh|b", "2: c|d"],
        ),
        (";;\n", &["1: ||"]),
        ("a;b\n;", &["1: a|b", "2: |"]),
        (
            "Cột;Cột\r\n\"\n\t;\";\"'\n\t@\"\r\n",
            &["1: Cột|Cột", "2: \n\t;|'\n\t@"],
        ),
    ];
    for (text, rows) in cases {
        assert_eq!(
            read(text),
            (rows.iter().map(|row| (*row).to_owned()).collect(), None),
            "{text:?}"
        );
    }
}

#[test]
fn a_quote_that_nothing_closes_is_the_cells_own_and_its_line_is_known() {
    let (rows, unclosed) = read("a;b\n\"hai\ndòng\";x\nc;\"không đóng\nd;e\n");
    assert_eq!(
        rows,
        ["1: a|b", "2: hai\ndòng|x", "4: c|\"không đóng", "5: d|e"]
    );
    assert_eq!(unclosed, Some(4));
    let many = "\"".repeat(99_999);
    assert_eq!(read(&many).1, Some(1));
}

#[test]
fn of_wide_rows_as_many_cells_are_read_as_are_asked_for() {
    let mut rows = DelimitedRows::new("a\tb\tc\nd\te\t\n", '\t', 2);
    let cut = |row: DelimitedRow| (row.cells.len(), row.cut);
    assert_eq!(rows.next().map(cut), Some((2, true)));
    assert_eq!(rows.rest(), "d\te\t\n");
    assert_eq!(rows.next().map(cut), Some((2, false)));
    assert_eq!(rows.next().map(cut), None);
}

/// The same table holds for what a page writes of what stands on it (`tests/node/csv.test.mjs`).
#[test]
fn what_a_spreadsheet_would_compute_is_kept_from_it() {
    let cells: Vec<(serde_json::Value, String)> =
        serde_json::from_str(include_str!("cells.json")).unwrap();
    for (cell, written) in cells {
        let number = cell.is_number().then(|| cell.to_string());
        let mut out = String::new();
        push_csv_cells(
            &mut out,
            [match &number {
                Some(number) => CsvCell::Number(number.as_str()),
                None => CsvCell::Text(cell.as_str().unwrap()),
            }],
        );
        assert_eq!(out, [&*written, "\r\n"].concat(), "{cell:?}");
    }
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(
        rows in prop::collection::vec(prop::collection::vec("[\"';,|\\t\\r\\n=+@ aế-]{0,6}", 1..4), 1..6)
    ) {
        // A row that is blank altogether may stand at the end, where a text ends too; a head is above it in a file.
        let width = rows.iter().map(Vec::len).max().unwrap_or(1);
        let head = vec!["Cột".to_owned(); width];
        let mut text = CSV_START.to_owned();
        let mut all = vec![head];
        all.extend(rows.into_iter().map(|mut row| {
            row.resize(width, String::new());
            row
        }));
        for row in &all {
            push_csv_row(&mut text, row);
        }
        let read: Vec<Vec<String>> = DelimitedRows::csv(&text, 40)
            .map(|row| row.cells.iter().map(|cell| unguarded(cell).to_owned()).collect())
            .collect();
        prop_assert_eq!(read, all);
    }

    #[test]
    fn no_text_is_too_strange(text in any::<String>(), sign in any::<char>()) {
        let rows = DelimitedRows::new(&text, sign, 3).count();
        prop_assert!(rows <= text.len());
        DelimitedRows::csv(&text, 3).count();
    }
}
