//! The parts of a document around its numbered body: header, title, opening, close.

use super::heads::caps;
use super::lines::Paragraph;
use super::marker::{bullet, marker};
use super::piece::Piece;
use super::table::Table;

/// Where a paragraph stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Zone {
    /// Before the title: offices, number, place and day.
    Header,
    /// What the document calls itself.
    Title,
    /// From the title to the first heading.
    Opening,
    Body,
    /// "Trên đây là kế hoạch …".
    Close,
    /// "Nơi nhận:" and the list below it.
    Recipients,
    /// "TM. BAN THƯỜNG VỤ", "BÍ THƯ".
    Signature,
}

/// What a document calls itself, in a line of its own.
static KINDS: Table<()> = Table::of(&[
    ("kế hoạch", ()),
    ("kế hoạch liên tịch", ()),
    ("kế hoạch phối hợp", ()),
    ("kế hoạch hành động", ()),
    ("kế hoạch công tác", ()),
    ("kế hoạch tổ chức", ()),
    ("chương trình", ()),
    ("chương trình hành động", ()),
    ("chương trình công tác", ()),
    ("chương trình phối hợp", ()),
    ("hướng dẫn", ()),
    ("thông báo", ()),
    ("đề án", ()),
    ("phương án", ()),
    ("nghị quyết", ()),
    ("quyết định", ()),
    ("thể lệ", ()),
    ("quy chế", ()),
    ("thông tri", ()),
    ("công văn", ()),
    ("điều lệ", ()),
    ("chỉ thị", ()),
    ("phương hướng", ()),
    ("lịch công tác", ()),
    ("báo cáo", ()),
    ("tờ trình", ()),
]);

/// Signs for whom a paper is signed.
static FOR: Table<()> = Table::of(&[
    ("TM", ()),
    ("T.M", ()),
    ("T/M", ()),
    ("TL", ()),
    ("TUQ", ()),
    ("KT", ()),
    ("K/T", ()),
    ("thay mặt", ()),
]);

/// Who signs, in a line of their own.
static SIGNERS: Table<()> = Table::of(&[
    ("hiệu trưởng", ()),
    ("phó hiệu trưởng", ()),
    ("chủ tịch", ()),
    ("phó chủ tịch", ()),
    ("bí thư", ()),
    ("phó bí thư", ()),
    ("giám đốc", ()),
    ("phó giám đốc", ()),
    ("trưởng ban", ()),
    ("trưởng trạm", ()),
    ("trạm trưởng", ()),
    ("trưởng phòng", ()),
    ("trưởng thôn", ()),
    ("đại đội trưởng", ()),
    ("phó trưởng ban", ()),
    ("tổng phụ trách", ()),
    ("chi hội trưởng", ()),
]);

/// "T/M" in front of a line.
fn abbreviates(piece: &Piece<'_>, sign: &str) -> bool {
    let (first, last) = sign.split_once('/').unwrap_or_default();
    piece.word(0) == first
        && (piece.is_sign(1, '/') || piece.is_sign(1, '.'))
        && piece.word(2) == last
}

/// Whether the line is what a document calls itself, and nothing more.
pub(super) fn kind_of(piece: &Piece<'_>) -> Option<usize> {
    let (len, ()) = KINDS.at(piece, 0)?;
    (piece.is_capital(0)).then_some(len)
}

/// The zone of each paragraph.
pub(super) fn zones(text: &str, paragraphs: &[Paragraph], pieces: &[Piece<'_>]) -> Vec<Zone> {
    let lines = paragraphs
        .iter()
        .map(|paragraph| text.get(paragraph.range.clone()).unwrap_or_default());
    let lines: Vec<(bool, bool)> = lines
        .map(|line| (marker(line).is_some(), caps(line) && bullet(line) == 0))
        .collect();
    let line = |at: usize| lines.get(at).copied().unwrap_or_default();
    let title = pieces.iter().take(40).enumerate().find_map(|(at, piece)| {
        let len = kind_of(piece)?;
        (caps(piece.written(0, len)) && !line(at).0).then_some(at)
    });
    // A heading without a number begins the body where what stands before it is not in capitals too.
    let starts = |at: usize| {
        let (numbered, large) = line(at);
        let before = at.checked_sub(1).map(line);
        let opens = title.is_none() || title.is_some_and(|title| at > title + 1);
        numbered || (large && opens && before.is_none_or(|(_, large)| !large))
    };
    let body = (title.map_or(0, |title| title + 1)..pieces.len())
        .find(|at| starts(*at))
        .unwrap_or_else(|| title.map_or(0, |title| (title + 2).min(pieces.len())));
    let mut zone = Zone::Body;
    let mut found = Vec::with_capacity(pieces.len());
    for (at, piece) in pieces.iter().enumerate() {
        zone = if at < body {
            before(at, title, pieces, zone)
        } else {
            let inside = if at == body { Zone::Body } else { zone };
            after(piece, inside, line(at).0)
        };
        found.push(zone);
    }
    found
}

fn before(at: usize, title: Option<usize>, pieces: &[Piece<'_>], last: Zone) -> Zone {
    match title {
        None => Zone::Opening,
        Some(title) if at < title => Zone::Header,
        Some(title) if at == title => Zone::Title,
        Some(_) if last == Zone::Opening => Zone::Opening,
        Some(title) => {
            // The title goes on until a sentence begins.
            let piece = pieces.get(at);
            let sentence = piece.is_some_and(|piece| {
                let words = piece.written(0, piece.len());
                words.ends_with(['.', ';', ':'])
                    || OPENINGS.at(piece, 0).is_some()
                    || piece.len() > 45
            });
            let signs = piece.is_some_and(|piece| piece.word(0) == "-");
            if sentence || signs || at > title + 8 {
                Zone::Opening
            } else {
                Zone::Title
            }
        }
    }
}

/// Words that begin what stands between the title and the body.
static OPENINGS: Table<()> = Table::of(&[
    ("căn cứ", ()),
    ("để triển khai", ()),
    ("nhằm", ()),
    ("thực hiện chương trình", ()),
    ("thực hiện kế hoạch", ()),
    ("thực hiện nghị quyết số", ()),
    ("thực hiện công văn", ()),
    ("thực hiện hướng dẫn", ()),
    ("kính gửi", ()),
]);

fn after(piece: &Piece<'_>, last: Zone, numbered: bool) -> Zone {
    let large = caps(piece.written(0, piece.len()));
    if piece.says(0, "noi nhan") {
        return Zone::Recipients;
    }
    // "T/M" begins as a lettered heading does.
    let short = ["t/m", "k/t", "t/l"]
        .iter()
        .any(|sign| abbreviates(piece, sign));
    let signs = FOR.at(piece, 0).is_some() || short;
    let role = SIGNERS.at(piece, 0).is_some() && piece.len() <= 6 && last != Zone::Recipients;
    if (signs || role) && large && (short || !numbered) {
        return Zone::Signature;
    }
    // What is added to the document after its signature is read like the rest of it.
    if piece.says(0, "phu luc") && large {
        return Zone::Body;
    }
    if piece.says(0, "tren day la") || piece.says(0, "ke hoach nay thay") {
        return Zone::Close;
    }
    match last {
        Zone::Signature if piece.len() > 12 || numbered => Zone::Body,
        Zone::Recipients | Zone::Signature => last,
        Zone::Close if !numbered => Zone::Close,
        _ => Zone::Body,
    }
}
