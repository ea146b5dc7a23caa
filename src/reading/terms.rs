//! School terms, and the days of several periods of which a document says only the deadlines.

use super::piece::Piece;
use crate::calendar::Period;
use crate::plan::ListedPeriod;

/// Deadlines of one report that lie so many days apart are of periods of their own, also where they have no names.
const APART: i64 = 28;

/// The term that is named last before a token: "HKI", "HK 2", "học kỳ I".
fn term(piece: &Piece<'_>, from: usize, at: usize) -> Option<&'static str> {
    let numbered = |at: usize| match piece.word(at) {
        "i" | "1" => Some("Học kỳ I"),
        "ii" | "2" => Some("Học kỳ II"),
        _ => None,
    };
    (from..at).rev().find_map(|at| match piece.word(at) {
        "hki" | "hk1" => Some("Học kỳ I"),
        "hkii" | "hk2" => Some("Học kỳ II"),
        "hk" => numbered(at + 1),
        "hoc" if piece.word(at + 1) == "ky" => numbered(at + 2),
        _ => None,
    })
}

/// The name of the period of a deadline, where it is a term.
pub(super) fn label(piece: &Piece<'_>, from: usize, due: usize) -> Option<String> {
    term(piece, from, due).map(str::to_owned)
}

/// The name of a report without the term, where the sentence asks for both.
pub(super) fn bare(piece: &Piece<'_>, (from, end): (usize, usize), name: String) -> String {
    let both = (from..end).any(|at| term(piece, at, at + 3) == Some("Học kỳ I"))
        && (from..end).any(|at| term(piece, at, at + 3) == Some("Học kỳ II"));
    if !both {
        return name;
    }
    let ends = [" HKI", " HK I", " HK1", " HK 1", " I", " 1"];
    match ends.iter().find_map(|end| name.strip_suffix(end)) {
        Some(rest) => rest.trim_end().to_owned(),
        None => name,
    }
}

/// What is said where the days of periods are not.
pub(super) const SPLIT: &str = "Văn bản không nêu ngày của từng kỳ: tạm chia theo hạn gửi.";

/// One more period. Where nothing says of which days it is, and it has those of the whole plan, the one before ends with its
/// deadline and this one begins then; whether that is so.
pub(super) fn append(
    listed: &mut Vec<ListedPeriod>,
    mut entry: ListedPeriod,
    whole: Option<Period>,
) -> bool {
    let split = listed.last_mut().and_then(|last| {
        let (first, next) = (last.deadline?.date, entry.deadline?.date);
        let days = first.days_until(next);
        let is_apart = days >= APART || days > 0 && last.label.is_some() && entry.label.is_some();
        let is_rest = whole == Some(entry.period)
            && last.period.to() == entry.period.to()
            && last.period.contains(first);
        if !is_rest || !is_apart {
            return None;
        }
        let before = Period::new(last.period.from(), first).ok()?;
        let after = Period::new(first.add_days(1)?, entry.period.to().max(next)).ok()?;
        (last.period, entry.period) = (before, after);
        Some(())
    });
    if !listed.contains(&entry) {
        listed.push(entry);
    }
    split.is_some()
}
