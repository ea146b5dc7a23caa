//! Rounds of one report: "đợt I trước ngày 15/3; đợt II trước ngày 31/3", each with its days and its deadline in its own part of
//! the sentence.

use super::context::{Block, Era};
use super::due::{By, Due};
use super::paper::capital;
use super::piece::Piece;
use super::when::{Days, days};
use crate::calendar::{Date, Period};
use crate::text::{fold, fold_case};
use std::ops::Range;

/// What rounds are called: a week, a round, a time, a period of the plan's own, a month, a quarter, a phase. With marks: "ký" and
/// "quỹ" are other words.
const WORDS: [&str; 8] = [
    "tuần",
    "đợt",
    "lần",
    "kỳ",
    "kì",
    "tháng",
    "quý",
    "giai đoạn",
];
/// Those of the calendar, which may also say when.
const OF_CALENDAR: [&str; 2] = ["tháng", "quý"];
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
    let word = WORDS.into_iter().find(|word| piece.reads(at, word))?;
    let next = at + word.split(' ').count();
    // "học kỳ I" is a term of the school's, and "2 lần 1 tháng" says how often.
    let is_counted = at > 0 && piece.number(at - 1).is_some();
    if is_counted || matches!(word, "kỳ" | "kì") && piece.said(at, "hoc") {
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

/// The last round that some tokens name: "đợt 1".
pub(super) fn last_in(piece: &Piece<'_>, tokens: Range<usize>) -> Option<Range<usize>> {
    let mut found = tokens.rev().filter_map(|at| round_at(piece, at));
    let round = found.find(|round| !OF_CALENDAR.contains(&round.word))?;
    Some(round.at..round.to)
}

/// The rounds that some tokens name; of weeks in a month, the weeks.
fn named(piece: &Piece<'_>, tokens: Range<usize>) -> Vec<Round> {
    let all: Vec<Round> = tokens.filter_map(|at| round_at(piece, at)).collect();
    let is_own = |round: &Round| !OF_CALENDAR.contains(&round.word);
    match all.iter().any(is_own) {
        true => all.into_iter().filter(is_own).collect(),
        false => all,
    }
}

/// Where the words end that name the round of a deadline behind it: "trước ngày 15/3 (đợt I …)", "… đối với đợt 1"; where the
/// deadline ends, where there are none.
fn end_of(piece: &Piece<'_>, due: &Due) -> usize {
    let is_open = piece.is_sign(due.to, '(');
    let mut at = due.to + usize::from(is_open);
    for words in ["đối với", "cho"] {
        if piece.reads(at, words) {
            at += words.split(' ').count();
        }
    }
    let Some(round) = round_at(piece, at).filter(|_| at > due.to) else {
        return due.to;
    };
    let closed = (round.to..piece.len()).find(|at| piece.is_sign(*at, ')'));
    closed.filter(|_| is_open).map_or(round.to, |at| at + 1)
}

/// The part of a sentence that is of one deadline: behind the one before, and up to the next or to the round that it is of.
fn part(piece: &Piece<'_>, due: &Due, all: &[Due], whole: &Range<usize>) -> Range<usize> {
    let before = all.iter().rev().find(|one| one.to <= due.at);
    let start = before.map_or(whole.start, |one| end_of(piece, one));
    let next = all.iter().find(|one| one.at >= due.to);
    let next = next.map_or(whole.end, |one| one.at);
    let end = end_of(piece, due);
    if end > due.to {
        return start..end;
    }
    let round = (due.to..next).find(|at| round_at(piece, *at).is_some());
    start..round.unwrap_or(next)
}

/// What of the deadlines of a sentence are none: the last day of a round.
pub(super) fn only_due(
    piece: &Piece<'_>,
    all: Vec<Due>,
    whole: &Range<usize>,
    era: &Era,
) -> Vec<Due> {
    if all.is_empty() {
        return all;
    }
    let spans = days(piece, whole.start, whole.end, era);
    let ends = |due: &Due, span: &&Days| {
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
    // "Đợt 1 từ ngày 01/3 đến hết ngày 15/3"
    let is_of_round = |span: &Days| {
        let near = span.at.saturating_sub(4).max(whole.start)..span.at;
        near.into_iter().any(|at| round_at(piece, at).is_some())
    };
    let is_end = |due: &Due| {
        let span = spans.iter().find(|span| ends(due, span));
        span.is_some_and(|span| follows(due) || is_of_round(span))
    };
    let is_end: Vec<bool> = all.iter().map(is_end).collect();
    let kept = all.into_iter().zip(is_end).filter(|(_, is_end)| !is_end);
    kept.map(|(due, _)| due).collect()
}

/// What a deadline of a sentence is of.
#[derive(Default)]
pub(super) struct Covered {
    /// The days: "(tính từ ngày 26/02 đến hết ngày 03/3/2023)", "quý I".
    pub(super) period: Option<Period>,
    /// What its round is called.
    pub(super) label: Option<String>,
}

/// The days that a report is of, and what its round is called; `more` says that the report was named before, with another
/// deadline.
pub(super) fn covered(
    block: &Block<'_>,
    whole: &Range<usize>,
    (due, all): (&Due, &[Due]),
    more: bool,
    era: &Era,
) -> Covered {
    let piece = &block.piece;
    let own = part(piece, due, all, whole);
    let rounds = named(piece, own.clone());
    // What closes several rounds is of none of them.
    let round = match &*rounds {
        [.., last] if rounds.iter().all(|one| one.number == last.number) => Some(last),
        _ => None,
    };
    let spans = days(piece, whole.start, whole.end, era);
    // A month or a quarter is read again, by its deadline.
    let is_round = |span: &&Days| round.is_some_and(|one| span.at < one.to && one.at < span.to);
    let is_apart = |span: &&Days| (span.at < due.at || span.at >= due.to) && !is_round(span);
    let spans = spans.iter().filter(|span| span.when.to.is_some());
    let (within, others): (Vec<&Days>, Vec<&Days>) = spans
        .filter(is_apart)
        .partition(|span| own.contains(&span.at));
    let said = match &*within {
        [first, .., last] if rounds.len() > 1 => {
            Period::new(first.when.from, last.when.to.unwrap_or(first.when.from)).ok()
        }
        [first, ..] => first
            .when
            .to
            .and_then(|to| Period::new(first.when.from, to).ok()),
        [] => None,
    };
    let year = era.first_year();
    let named = || round.and_then(|round| calendar(round, due, year?));
    // What is said before all deadlines and rounds holds for each that says nothing of its own.
    let first = all.first().map_or(due.at, |one| one.at);
    let is_before = |span: &&Days| {
        span.at < first && (whole.start..span.at).all(|at| round_at(piece, at).is_none())
    };
    let of_all = || {
        let span = others.iter().copied().find(is_before).filter(|_| more)?;
        Period::new(span.when.from, span.when.to?).ok()
    };
    Covered {
        period: said
            .or_else(named)
            .or_else(|| half_year(piece, &own, due, year?))
            .or_else(of_all),
        label: round.map(|round| capital(piece.written(round.at, round.to))),
    }
}

/// "6 tháng đầu năm".
fn half_year(piece: &Piece<'_>, own: &Range<usize>, due: &Due, year: i32) -> Option<Period> {
    (own.start..due.at)
        .rev()
        .find(|at| piece.small(*at) == Some(6) && piece.word(at + 1) == "thang")?;
    let day = |month, day| Date::new(year, month, day).ok();
    Period::new(day(1, 1)?, day(6, 30)?).ok()
}

/// The days of a month or a quarter.
fn calendar(round: &Round, due: &Due, year: i32) -> Option<Period> {
    let number = u8::try_from(round.number).ok()?;
    let (first, last) = match round.word {
        "quý" if number <= 4 => (number * 3 - 2, number * 3),
        "tháng" if number <= 12 => (number, number),
        _ => return None,
    };
    let of = |year: i32| {
        let from = Date::new(year, first, 1).ok()?;
        Period::new(from, Date::new(year, last, 1).ok()?.end_of_month()).ok()
    };
    // "Báo cáo quý IV gửi trước ngày 10/01": nothing is due before it begins.
    let begins = |period: &Period| match &due.by {
        By::Day(deadline) => period.from() <= deadline.date,
        By::Rule(..) => true,
    };
    of(year)
        .filter(begins)
        .or_else(|| of(year - 1).filter(begins))
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
        && WORDS.iter().any(|one| fold_case(one) == fold_case(word))
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
