//! Rounds of one report: "đợt I trước ngày 15/3; đợt II trước ngày 31/3", each with its days and its deadline in its own part of
//! the sentence.

use super::context::{Block, Era};
use super::due::{By, Due};
use super::paper::capital;
use super::piece::Piece;
use super::when::{Days, days};
use crate::calendar::{Date, Period};
use crate::text::fold;
use std::ops::Range;

/// What rounds are called: a week, a round, a time, a term of the plan's own, a month, a quarter, a phase.
const WORDS: [&str; 7] = ["tuan", "dot", "lan", "ky", "thang", "quy", "giai doan"];
/// Those of the calendar, which may also say when.
const OF_CALENDAR: [&str; 2] = ["thang", "quy"];
const ROMAN: [&str; 12] = [
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii",
];

/// A round that is named.
struct Round {
    at: usize,
    to: usize,
    word: &'static str,
    number: u32,
}

fn number(word: &str) -> Option<u32> {
    let roman = ROMAN.iter().position(|roman| *roman == word);
    let roman = roman.and_then(|place| u32::try_from(place + 1).ok());
    roman.or_else(|| word.parse().ok().filter(|number| (1..=60).contains(number)))
}

fn round_at(piece: &Piece<'_>, at: usize) -> Option<Round> {
    let word = WORDS.into_iter().find(|word| piece.says(at, word))?;
    let next = at + word.split(' ').count();
    // "học kỳ I" is a term of the school's.
    if word == "ky" && piece.said(at, "hoc") {
        return None;
    }
    let number = number(piece.word(next))?;
    Some(Round {
        at,
        to: next + 1,
        word,
        number,
    })
}

/// The round that some tokens name last; of a week in a month, the week.
fn named(piece: &Piece<'_>, tokens: Range<usize>) -> Option<Round> {
    let all = || tokens.clone().filter_map(|at| round_at(piece, at)).rev();
    let own = all().find(|round| !OF_CALENDAR.contains(&round.word));
    own.or_else(|| all().next())
}

/// The part of a sentence that is of one deadline: behind the one before, and up to the next or to the round that it is of.
fn part(piece: &Piece<'_>, due: &Due, all: &[Due], whole: &Range<usize>) -> Range<usize> {
    let before = all.iter().rev().find(|one| one.to <= due.at);
    let next = all.iter().find(|one| one.at >= due.to);
    let next = next.map_or(whole.end, |one| one.at);
    let round = (due.to..next).find(|at| round_at(piece, *at).is_some());
    before.map_or(whole.start, |one| one.to)..round.unwrap_or(next)
}

/// What of the deadlines of a sentence are none: the last day of a round for which another one follows.
pub(super) fn only_due(
    piece: &Piece<'_>,
    all: Vec<Due>,
    whole: &Range<usize>,
    era: &Era,
) -> Vec<Due> {
    let spans = days(piece, whole.start, whole.end, era);
    let ends = |due: &Due, span: &Days| {
        let last = match &due.by {
            By::Day(deadline) => Some(deadline.date),
            By::Rule(..) => None,
        };
        span.when.to.is_some() && span.when.to == last && span.at < due.at && due.at < span.to
    };
    let follows = |due: &Due| {
        let next = all.iter().find(|one| one.at >= due.to);
        next.is_some_and(|next| (due.to..next.at).all(|at| round_at(piece, at).is_none()))
    };
    let is_end = |due: &Due| follows(due) && spans.iter().any(|span| ends(due, span));
    let is_end: Vec<bool> = all.iter().map(is_end).collect();
    let kept = all.into_iter().zip(is_end).filter(|(_, is_end)| !is_end);
    kept.map(|(due, _)| due).collect()
}

/// The days that a report is of, and what its round is called: "(tính từ ngày 26/02 đến hết ngày 03/3/2023)", "quý I".
pub(super) fn covered(
    block: &Block<'_>,
    whole: &Range<usize>,
    (due, all): (&Due, &[Due]),
    era: &Era,
) -> (Option<Period>, Option<String>) {
    let piece = &block.piece;
    let own = part(piece, due, all, whole);
    let round = named(piece, own.start..due.at);
    let label = round
        .as_ref()
        .map(|round| capital(piece.written(round.at, round.to)));
    let spans = days(piece, whole.start, whole.end, era);
    let is_apart = |span: &&Days| span.at < due.at || span.at >= due.to;
    let spans = spans.iter().filter(|span| span.when.to.is_some());
    let (within, others): (Vec<&Days>, Vec<&Days>) = spans
        .filter(is_apart)
        .partition(|span| own.contains(&span.at));
    // What is said before all of them holds for each that says nothing of its own.
    let common = others
        .iter()
        .find(|span| round.is_none() && span.at < due.at);
    let span = within.first().or(common);
    let said = span.and_then(|span| Period::new(span.when.from, span.when.to?).ok());
    let year = era.first_year();
    let named = || round.as_ref().and_then(|round| calendar(round, year?));
    (said.or_else(named), label)
}

/// The days of a month or a quarter.
fn calendar(round: &Round, year: i32) -> Option<Period> {
    let number = u8::try_from(round.number).ok()?;
    let (first, last) = match round.word {
        "quy" if number <= 4 => (number * 3 - 2, number * 3),
        "thang" if number <= 12 => (number, number),
        _ => return None,
    };
    let from = Date::new(year, first, 1).ok()?;
    Period::new(from, Date::new(year, last, 1).ok()?.end_of_month()).ok()
}

/// Whether a round follows another: "Đợt II" after "Đợt I".
pub(super) fn follows(before: &str, next: &str) -> bool {
    let read = |label: &str| {
        let folded = fold(label);
        let (word, at) = folded.rsplit_once(' ')?;
        Some((word.to_owned(), number(at)?))
    };
    match (read(before), read(next)) {
        (Some((word, number)), Some((other, next))) => word == other && number + 1 == next,
        _ => false,
    }
}

/// The name of a report of several rounds, without the first of them and without how many there are: "Báo cáo kết quả" of
/// "Báo cáo kết quả gửi theo 02 đợt", "Báo cáo kết quả đợt I".
pub(super) fn bare(name: &str, label: Option<&str>) -> String {
    let mut words: Vec<&str> = name.split(' ').collect();
    let of_label = label.map_or(0, |label| label.split(' ').count());
    let ends = words.len().saturating_sub(of_label);
    let end = words.get(ends..).unwrap_or_default().join(" ");
    if label.is_some_and(|label| fold(label) == fold(&end)) {
        words.truncate(ends);
    }
    if let [.., many, word] = &*words
        && WORDS.contains(&&*fold(word))
        && number(&fold(many)).is_some()
    {
        words.truncate(words.len() - 2);
        let joins = ["theo", "thành", "làm", "chia", "gửi", "nộp"];
        while words.last().is_some_and(|word| joins.contains(word)) {
            words.pop();
        }
    }
    if words.is_empty() {
        return name.to_owned();
    }
    words.join(" ").trim_end_matches([' ', ',', ':']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::{bare, follows};

    #[test]
    fn a_report_of_several_rounds_is_called_without_them() {
        for (name, label, told) in [
            ("Báo cáo kết quả đợt I", Some("Đợt I"), "Báo cáo kết quả"),
            (
                "Báo cáo kết quả gửi theo 02 đợt",
                Some("Đợt I"),
                "Báo cáo kết quả",
            ),
            ("Hồ sơ gửi thành 2 đợt", None, "Hồ sơ"),
            (
                "Báo cáo đợt cao điểm lần 1",
                Some("Lần 1"),
                "Báo cáo đợt cao điểm",
            ),
            ("Đợt I", Some("Đợt I"), "Đợt I"),
            ("Báo cáo đợt cao điểm", None, "Báo cáo đợt cao điểm"),
        ] {
            assert_eq!(bare(name, label), told);
        }
    }

    #[test]
    fn rounds_follow_one_another_by_their_numbers() {
        for (before, next, is_next) in [
            ("Đợt I", "Đợt II", true),
            ("Lần 1", "lần 2", true),
            ("Đợt I", "Đợt III", false),
            ("Đợt I", "Tuần 2", false),
            ("Đợt", "Đợt 1", false),
        ] {
            assert_eq!(follows(before, next), is_next, "{before}, {next}");
        }
    }
}
