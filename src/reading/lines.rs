//! Paragraphs out of lines: what a narrow page broke is one again, and page numbers are left out.

use super::marker::{bullet, marker};
use std::ops::Range;

/// A paragraph, or a row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Paragraph {
    pub range: Range<usize>,
    /// The cells, where it is a row.
    pub cells: Vec<Range<usize>>,
}

/// The widest line that is still called wrapped by hand or by a viewer.
const WIDEST: usize = 200;

/// The paragraphs of a document in order; blank lines say nothing.
pub(super) fn paragraphs(text: &str) -> Vec<Paragraph> {
    let lines = lines(text);
    let width = width(text, &lines);
    let mut found: Vec<Paragraph> = Vec::new();
    let mut last = 0..0;
    for range in lines {
        let line = text.get(range.clone()).unwrap_or_default();
        let cells = cells(line, range.start);
        let before = text.get(last.clone()).unwrap_or_default();
        let joins = cells.is_empty()
            && found
                .last()
                .is_some_and(|paragraph| paragraph.cells.is_empty())
            && goes_on(before, line, width);
        match found.last_mut().filter(|_| joins) {
            Some(paragraph) => paragraph.range.end = range.end,
            None => found.push(Paragraph {
                range: range.clone(),
                cells,
            }),
        }
        last = range;
    }
    found
}

/// The lines that say something, without the blanks at their ends.
fn lines(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let trimmed = line.trim();
        let ahead = line.len() - line.trim_start().len();
        let words = trimmed.chars().any(char::is_alphanumeric);
        let page = trimmed.len() <= 3 && trimmed.bytes().all(|byte| byte.is_ascii_digit());
        if words && !page {
            found.push(start + ahead..start + ahead + trimmed.len());
        }
        start += line.len();
    }
    found
}

/// The cells of a row: parted by tabs, or by "|" where the line begins with one or has blanks around it.
fn cells(line: &str, start: usize) -> Vec<Range<usize>> {
    let sign = if line.starts_with('|') || line.contains(" | ") {
        '|'
    } else if line.contains('\t') {
        '\t'
    } else {
        return Vec::new();
    };
    let mut found = Vec::new();
    let mut at = start;
    for cell in line.split(sign) {
        let ahead = cell.len() - cell.trim_start().len();
        found.push(at + ahead..at + ahead + cell.trim().len());
        at += cell.len() + 1;
    }
    // The signs at both ends of a line part nothing; a cell between two others may be blank.
    if sign == '|' {
        let inner = usize::from(line.starts_with('|'));
        found.truncate(found.len() - usize::from(line.ends_with('|') && found.len() > 1));
        found.drain(..inner.min(found.len()));
    }
    let filled = found.iter().filter(|cell| !cell.is_empty()).count();
    // "1.\tMục đích" is a number and its heading, not a row.
    let numbered = found.len() == 2 && (marker(line).is_some() || bullet(line) > 0);
    if filled < 2 || numbered {
        Vec::new()
    } else {
        found
    }
}

fn letters(line: &str) -> usize {
    let mark = |c: &char| !matches!(c, '\u{300}'..='\u{36F}');
    line.chars().filter(mark).count()
}

/// How wide the page is on which the lines were broken; none where they end as their writer ended them.
fn width(text: &str, lines: &[Range<usize>]) -> Option<usize> {
    let lengths: Vec<usize> = lines
        .iter()
        .map(|range| letters(text.get(range.clone()).unwrap_or_default()))
        .collect();
    let widest = lengths.iter().copied().max()?;
    let full = lengths
        .iter()
        .filter(|length| **length * 5 >= widest * 4)
        .count();
    (widest <= WIDEST && lengths.len() >= 8 && full * 3 >= lengths.len()).then_some(widest)
}

/// Whether a line goes on with what the one before began.
fn goes_on(before: &str, line: &str, width: Option<usize>) -> bool {
    if bullet(line) > 0 || marker(line).is_some_and(|found| !ended_by_chance(before, &found.label))
    {
        return false;
    }
    let end = before.trim_end_matches(['*', ' ']).chars().next_back();
    let open = !end.is_some_and(|c| matches!(c, '.' | ';' | ':' | '!' | '?' | '”' | ')'));
    let small = line.starts_with(|c: char| c.is_lowercase());
    if open && small {
        return true;
    }
    // Of a line broken for its width the next word had no room.
    let word = line.split_whitespace().next().map_or(0, letters);
    width.is_some_and(|width| letters(before) + 1 + word > width)
}

/// A number of one letter that a broken sentence happens to begin a line with: "lần thứ I. …" is rare enough.
fn ended_by_chance(before: &str, label: &str) -> bool {
    let last = before.split_whitespace().next_back().unwrap_or_default();
    let counted = ["thứ", "ngày", "tháng", "năm", "số", "đến", "nhất", "đợt"];
    label.chars().all(char::is_alphanumeric) && counted.contains(&last.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::paragraphs;

    fn read(text: &str) -> Vec<&str> {
        let found = paragraphs(text);
        found.iter().map(|each| &text[each.range.clone()]).collect()
    }

    #[test]
    fn blank_lines_and_page_numbers_say_nothing() {
        assert_eq!(read("A\n\n\n2\n- b\n***\nC."), ["A", "- b", "C."]);
    }

    #[test]
    fn a_sentence_that_goes_on_is_one() {
        assert_eq!(
            read("- Nói,\n\ntập trung\n- Hai"),
            ["- Nói,\n\ntập trung", "- Hai"]
        );
    }

    #[test]
    fn lines_broken_for_their_width_are_joined() {
        let whole = [
            "I. MỤC ĐÍCH",
            "- Tổ chức các hoạt động thi đua sôi nổi. Mỗi chi hội có một công trình, phần việc cụ thể thiết thực.",
            "- Vận động 200 phụ nữ tham gia hiến máu tình nguyện và giúp đỡ 12 hộ nghèo ở Xã Đông.",
            "- Các hoạt động phải thiết thực, phù hợp với từng địa bàn dân cư. Không phô trương, hình thức.",
        ];
        let mut wrapped = String::new();
        for line in whole {
            let mut length = 0;
            for word in line.split(' ') {
                let letters = word.chars().count();
                if length > 0 && length + 1 + letters > 40 {
                    wrapped.push('\n');
                    length = 0;
                } else if length > 0 {
                    wrapped.push(' ');
                    length += 1;
                }
                wrapped.push_str(word);
                length += letters;
            }
            wrapped.push('\n');
        }
        let joined: Vec<String> = read(&wrapped)
            .iter()
            .map(|line| line.replace('\n', " "))
            .collect();
        assert_eq!(joined, whole);
    }

    #[test]
    fn cells_of_rows() {
        let text = "STT\tChỉ tiêu\tSố lượng\n| 1 | Cây | 20 |\n2 | Hoa | |\n1.\tMục đích";
        let found = paragraphs(text);
        let cells: Vec<Vec<&str>> = found
            .iter()
            .map(|each| each.cells.iter().map(|cell| &text[cell.clone()]).collect())
            .collect();
        assert_eq!(
            cells,
            [
                vec!["STT", "Chỉ tiêu", "Số lượng"],
                vec!["1", "Cây", "20"],
                vec!["2", "Hoa", ""],
                vec![]
            ]
        );
    }
}
