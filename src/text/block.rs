//! Cells as spreadsheets put them on the clipboard, rows on lines and cells parted by tabs, or as they save them in a CSV
//! file.

use super::delimited::DelimitedRows;
use super::search::behind;

/// The most rows that are read.
pub const MAX_ROWS: usize = 500;
/// The most cells of a row that are read.
pub const MAX_COLUMNS: usize = 40;

/// What was copied in a spreadsheet (một khối ô).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Block {
    /// The text of each cell, row by row; rows may differ in length.
    pub rows: Vec<Vec<String>>,
    /// Whether there was more than is read.
    pub cut: bool,
}

/// Reads what a spreadsheet puts on the clipboard as plain text: cells parted by tabs, rows by ends of lines, a cell that
/// holds either in quotes (`"`), with its own quotes doubled. Blank rows at the end say nothing. What is beyond
/// [`MAX_ROWS`] and [`MAX_COLUMNS`] is left out.
#[must_use]
pub fn parse_block(text: &str) -> Block {
    Block::of(&mut DelimitedRows::new(text, '\t', MAX_COLUMNS))
}

/// Reads a CSV file as such a block.
///
/// # Errors
/// A quote that nothing closes, by its line from 1: who knows what of the rest stands in it.
pub fn parse_csv(text: &str) -> Result<Block, usize> {
    let mut rows = DelimitedRows::csv(text, MAX_COLUMNS);
    let block = Block::of(&mut rows);
    rows.unclosed().map_or(Ok(block), Err)
}

impl Block {
    fn of(rows: &mut DelimitedRows<'_>) -> Self {
        let mut block = Self::default();
        for row in rows.by_ref().take(MAX_ROWS) {
            block.cut |= row.cut;
            block.rows.push(row.cells);
        }
        block.cut |= !rows.rest().trim().is_empty();
        let says = |row: &Vec<String>| row.iter().any(|cell| !cell.trim().is_empty());
        let said = block.rows.iter().rposition(says);
        block.rows.truncate(said.map_or(0, |last| last + 1));
        block
    }
}

/// Whether a spreadsheet says in its HTML that it shows numbers with a full stop before decimal places (`1,234.5`): Excel
/// in its style, Calc at each number by the language.
#[must_use]
pub fn is_stop_decimal(html: &str) -> bool {
    if let Some(style) = behind(html, "mso-displayed-decimal-separator:") {
        let sign = style.split(';').next();
        return sign.is_some_and(|sign| sign.contains('.'));
    }
    let mut next = behind(html, FORMAT);
    let is_numbered = next.is_some();
    while let Some(format) = next {
        if !is_english(format) {
            return false;
        }
        next = behind(format, FORMAT);
    }
    is_numbered
}

/// How Calc's HTML begins the format of a number.
const FORMAT: &str = "sdnum=\"";

/// Whether a format as Calc notes it (`1033;1066;#,##0`: the language of the program, that of the format where it has its
/// own, the format) is in a kind of English.
fn is_english(format: &str) -> bool {
    let said = format.split('"').next().unwrap_or_default();
    let mut languages = said.split(';').map(|part| part.parse().unwrap_or(0));
    let program: u32 = languages.next().unwrap_or(0);
    let own = languages.next().filter(|own| *own != 0);
    // The lower ten bits of such a number name the language, the others where it is spoken.
    own.unwrap_or(program) & 0x3FF == 9
}

/// A cell that shows a number as [`is_stop_decimal`] says (`1,234.5 kg`), as it is written here (`1.234,5 kg`). Whatever is
/// no such number is left as it is.
#[must_use]
pub fn from_stop_decimal(cell: &str) -> String {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let start = cell.find(|c: char| c.is_ascii_digit());
    let number = start.and_then(|start| cell.get(start..)).map(|from| {
        let end = from.find(|c| !is_part(c)).unwrap_or(from.len());
        from.get(..end).unwrap_or_default()
    });
    let Some(number) = number.map(|number| number.trim_end_matches(['.', ','])) else {
        return cell.to_owned();
    };
    let before = start
        .and_then(|start| cell.get(..start))
        .unwrap_or_default();
    let after = cell.get(before.len() + number.len()..).unwrap_or_default();
    let is_alone = !before.contains(is_part) && !after.contains(|c: char| c.is_ascii_digit());
    if !is_alone || !is_written_so(number) {
        return cell.to_owned();
    }
    let swapped = number.chars().map(|c| match c {
        '.' => ',',
        ',' => '.',
        digit => digit,
    });
    before.chars().chain(swapped).chain(after.chars()).collect()
}

/// Whether digits are parted as in `1,234,567.8`.
fn is_written_so(number: &str) -> bool {
    let (whole, places) = number
        .split_once('.')
        .map_or((number, None), |(whole, places)| (whole, Some(places)));
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default().len();
    let is_parted = whole.contains(',');
    (!is_parted || (1..=3).contains(&first))
        && groups.all(|group| group.len() == 3)
        && places.is_none_or(|places| !places.is_empty() && !places.contains(['.', ',']))
}

#[cfg(test)]
mod tests {
    use super::{
        MAX_COLUMNS, MAX_ROWS, from_stop_decimal, is_stop_decimal, parse_block, parse_csv,
    };

    #[test]
    fn cells_are_parted_by_tabs_and_rows_by_lines() {
        let cases: [(&str, &[&[&str]]); 9] = [
            ("", &[]),
            ("12\r\n", &[&["12"]]),
            ("1\t2\r\n3\t4\r\n", &[&["1", "2"], &["3", "4"]]),
            ("1\n\n3\n\n", &[&["1"], &[""], &["3"]]),
            ("1\r2", &[&["1"], &["2"]]),
            ("\"hai\ndòng\"\tb\nc", &[&["hai\ndòng", "b"], &["c"]]),
            ("\"nói \"\"vâng\"\"\"\tb", &[&["nói \"vâng\"", "b"]]),
            ("\"Sạch\" và xanh\tb", &[&["\"Sạch\" và xanh", "b"]]),
            ("\"không đóng\tb\n", &[&["\"không đóng", "b"]]),
        ];
        for (text, rows) in cases {
            assert_eq!(parse_block(text).rows, rows, "{text:?}");
        }
    }

    #[test]
    fn what_is_beyond_the_most_is_cut_and_said_to_be() {
        let rows = parse_block(&"1\n".repeat(MAX_ROWS + 1));
        assert_eq!((rows.rows.len(), rows.cut), (MAX_ROWS, true));
        assert!(!parse_block(&"1\n".repeat(MAX_ROWS)).cut);
        let wide = parse_block(&"1\t".repeat(MAX_COLUMNS + 2));
        assert_eq!((wide.rows[0].len(), wide.cut), (MAX_COLUMNS, true));
    }

    #[test]
    fn a_csv_file_is_a_block_or_says_where_a_quote_stays_open() {
        let read = parse_csv("\u{feff}a;b\r\n\r\n1;2\r\n;\r\n").map(|block| block.rows);
        let rows = [vec!["a", "b"], vec![""], vec!["1", "2"]];
        assert_eq!(
            read,
            Ok(rows
                .map(|row| row.iter().map(|cell| (*cell).to_owned()).collect())
                .to_vec())
        );
        assert_eq!(parse_csv("a;b\n1;\"x\n2;y\n"), Err(2));
        let long = parse_csv(&"1\n".repeat(20 * MAX_ROWS)).unwrap();
        assert_eq!((long.rows.len(), long.cut), (MAX_ROWS, true));
    }

    #[test]
    fn spreadsheets_say_how_they_show_numbers() {
        let excel = |sign: &str| {
            format!(
                "<style><!--table\n\t{{mso-displayed-decimal-separator:\"\\{sign}\";\n\tmso-displayed-thousand-separator:\"\\,\";}}--></style>"
            )
        };
        assert!(is_stop_decimal(&excel(".")));
        assert!(!is_stop_decimal(&excel(",")));
        for (format, is_stop) in [
            ("1033;", true),
            ("1033;0;#,##0", true),
            ("2057;", true),
            ("1066;", false),
            ("1033;1066;#,##0", false),
            ("", false),
        ] {
            let html = format!("<td sdval=\"1200\" sdnum=\"{format}\">1,200</td>");
            assert_eq!(is_stop_decimal(&html), is_stop, "{format}");
        }
        assert!(!is_stop_decimal(
            r#"<td sdnum="1033;"></td><td sdnum="1066;"></td>"#
        ));
        assert!(!is_stop_decimal(""));
    }

    #[test]
    fn a_number_with_a_stop_before_its_places_is_written_as_here() {
        for (cell, written) in [
            ("1,200", "1.200"),
            ("1,234,567.8", "1.234.567,8"),
            ("12.5", "12,5"),
            ("-12.5%", "-12,5%"),
            ("500,000,000 đ", "500.000.000 đ"),
            ("1200", "1200"),
            ("7.", "7."),
            ("12,5", "12,5"),
            ("1.200.000", "1.200.000"),
            ("1,2345", "1,2345"),
            ("26/2/2023", "26/2/2023"),
            ("3.5 đến 4.5", "3.5 đến 4.5"),
            ("không", "không"),
            ("", ""),
        ] {
            assert_eq!(from_stop_decimal(cell), written, "{cell}");
        }
    }
}
