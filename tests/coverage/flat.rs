//! A document as one line of text, and what in it must be kept.

use unicode_normalization::UnicodeNormalization;

/// Words that make a demand of a sentence, besides its numbers.
const DEMANDS: &[&str] = &[
    "ít nhất",
    "tối thiểu",
    "tối đa",
    "không quá",
    "trở lên",
    "hằng năm",
    "hàng năm",
    "hằng quý",
    "hàng quý",
    "hằng tháng",
    "hàng tháng",
    "hằng tuần",
    "hàng tuần",
    "định kỳ",
];

/// A text on one line, so that a quote is found across line breaks, which knows where its lines were.
pub struct Flat {
    pub text: String,
    /// Where each line begins in `text`, with its number.
    pub lines: Vec<(usize, usize)>,
}

impl Flat {
    pub fn of(text: &str) -> Self {
        let mut flat = Self {
            text: String::new(),
            lines: Vec::new(),
        };
        for (index, line) in text.lines().enumerate() {
            let line = plain(line);
            if line.is_empty() {
                continue;
            }
            if !flat.text.is_empty() {
                flat.text.push(' ');
            }
            flat.lines.push((flat.text.len(), index + 1));
            flat.text.push_str(&line);
        }
        flat
    }

    /// The number of the line in which the byte at `at` stands.
    pub fn line(&self, at: usize) -> usize {
        let after = self.lines.partition_point(|(start, _)| *start <= at);
        after.checked_sub(1).map_or(0, |index| self.lines[index].1)
    }
}

/// NFC, single spaces, and without the marks of bold, italics and links that a transcript adds.
pub fn plain(text: &str) -> String {
    let text: String = text
        .nfc()
        .filter(|c| !matches!(c, '*' | '<' | '>'))
        .collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What must be kept of a text: the words that hold a figure and the demands, each as its first and last
/// byte. The number before a heading or a point of a list (`2.1.`, `(3)`) is none: a source's section says it.
pub fn tokens(flat: &Flat) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut heads = flat.lines.iter().map(|(start, _)| *start).peekable();
    let mut at = 0;
    let mut begins = true;
    for word in flat.text.split(' ') {
        if heads.next_if_eq(&at).is_some() {
            begins = true;
        }
        let bullet = matches!(word, "-" | "+");
        let figure = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '%');
        if figure.chars().any(char::is_numeric) && !(begins && numbers_a_point(word)) {
            let start = at + word.find(figure).unwrap_or(0);
            found.push((start, start + figure.len()));
        }
        begins &= bullet;
        at += word.len() + 1;
    }
    for demand in DEMANDS {
        found.extend(
            places(&flat.text.to_lowercase(), demand).map(|start| (start, start + demand.len())),
        );
    }
    found.sort_unstable();
    found
}

/// Whether a token says how much is to be reached, and not only a number or a date.
pub fn demands(token: &str) -> bool {
    let token = token.to_lowercase();
    let amounts = ["ít nhất", "tối thiểu", "tối đa", "không quá"];
    token.ends_with('%') || amounts.contains(&token.as_str())
}

/// `1.`, `2.1.`, `2.2.1`, `(10)`, `(10).`: at most two digits between points, so that 2.500 is a figure.
pub fn numbers_a_point(word: &str) -> bool {
    let marked = word.contains(['.', ')']);
    let parts = word.trim_matches(['(', ')', '.']);
    marked
        && parts
            .split('.')
            .all(|part| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()))
}

pub fn places<'a>(text: &'a str, part: &'a str) -> impl Iterator<Item = usize> + 'a {
    text.match_indices(part).map(|(at, _)| at)
}

/// Where `part` stands in `text`, each time as its first byte and the one after its last.
pub fn spans<'a>(text: &'a str, part: &'a str) -> impl Iterator<Item = (usize, usize)> + 'a {
    places(text, part).map(|start| (start, start + part.len()))
}
