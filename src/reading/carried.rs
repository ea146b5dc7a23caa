//! What a sentence says of the one after its semicolon: "Mỗi chi hội tổ chức 02 buổi; duy trì 01 mô hình".

use super::context::Lead;
use super::lead::over;
use super::piece::Piece;
use super::scope::each_at;
use super::words::aims::VERBS;
use super::words::bounds::cadence_at;

/// Goes through the sentences of a paragraph in order.
#[derive(Default)]
pub(super) struct Carried(Lead);

impl Carried {
    /// What holds for a sentence from those before it; what it says itself is kept for the next.
    pub fn held(&mut self, piece: &Piece<'_>, from: usize, end: usize) -> Lead {
        let before = std::mem::take(&mut self.0);
        let held = if goes_on(piece, from, end) {
            before
        } else {
            Lead::default()
        };
        if end
            .checked_sub(1)
            .is_some_and(|last| piece.is_sign(last, ';'))
        {
            self.0 = over(subject(piece, from, end), held);
        }
        held
    }
}

/// Whom a sentence begins with, and how often: "Mỗi quý, mỗi tổ phụ nữ". What stands behind its verb is no subject.
fn subject(piece: &Piece<'_>, from: usize, end: usize) -> Lead {
    let mut said = Lead::default();
    for at in from..end {
        let aims = matches!(piece.word(at), "phan")
            || piece.says(at, "dam bao")
            || piece.says(at, "bao dam");
        if !aims && VERBS.at(piece, at).is_some() {
            break;
        }
        said.scope = said.scope.or_else(|| each_at(piece, at));
        said.per = said
            .per
            .or_else(|| cadence_at(piece, at).map(|(_, per)| per));
    }
    // A cadence without a subject is of its own clause.
    said.per = said.per.filter(|_| said.scope.is_some());
    said
}

/// Words that name all together.
const ALL: [&str; 12] = [
    "huyện",
    "quận",
    "xã",
    "phường",
    "tỉnh",
    "thành",
    "thị",
    "trường",
    "ngành",
    "hội",
    "đoàn",
    "liên",
];

/// Whether a sentence has no subject of its own: it begins with its verb, and speaks of no whole.
fn goes_on(piece: &Piece<'_>, from: usize, end: usize) -> bool {
    let verb = !piece.is(from, "cấp") && (VERBS.at(piece, from).is_some() || piece.is(from, "có"));
    let whole = (from..end)
        .any(|at| piece.is_one(at, &["toàn", "cả"]) && ALL.contains(&piece.letters(at + 1)));
    verb && !whole
}
