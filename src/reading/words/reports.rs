//! What is sent, and the words that say that it is.

use super::super::piece::Piece;
use super::super::table::Table;
use crate::calendar::Cycle;

/// What is handed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::reading) enum Paper {
    /// A report.
    Report,
    /// Anything else that is sent in.
    HandIn,
}

static PAPERS: Table<Paper> = Table::of(&[
    ("báo cáo", Paper::Report),
    ("danh sách", Paper::HandIn),
    ("bản đăng ký", Paper::HandIn),
    ("đăng ký", Paper::HandIn),
    ("phiếu đăng ký", Paper::HandIn),
    ("sản phẩm dự thi", Paper::HandIn),
    ("sản phẩm", Paper::HandIn),
    ("bài dự thi", Paper::HandIn),
    ("bài viết", Paper::HandIn),
    ("tác phẩm", Paper::HandIn),
    ("hồ sơ", Paper::HandIn),
    ("kế hoạch", Paper::HandIn),
    ("chương trình", Paper::HandIn),
    ("biên bản", Paper::HandIn),
    ("số liệu", Paper::HandIn),
    ("thống kê", Paper::HandIn),
    ("biểu mẫu", Paper::HandIn),
    ("minh chứng", Paper::HandIn),
    ("tờ trình", Paper::HandIn),
    ("văn bản", Paper::HandIn),
    ("kết quả", Paper::HandIn),
    ("đề xuất", Paper::HandIn),
    ("hình ảnh", Paper::HandIn),
    ("ý kiến", Paper::HandIn),
    ("bản cam kết", Paper::HandIn),
    ("bản sơ kết", Paper::HandIn),
    ("bản tổng hợp", Paper::HandIn),
    ("bản thu hoạch", Paper::HandIn),
    ("bài thu hoạch", Paper::HandIn),
    ("bản kiểm điểm", Paper::HandIn),
    ("bản tự chấm điểm", Paper::HandIn),
    ("bảng tự chấm điểm", Paper::HandIn),
    ("bảng chấm điểm", Paper::HandIn),
    ("bảng điểm", Paper::HandIn),
    ("bảng tổng hợp", Paper::HandIn),
    ("bảng đăng ký", Paper::HandIn),
    ("bảng kê", Paper::HandIn),
    ("bài thi", Paper::HandIn),
    ("=phiếu", Paper::HandIn),
    ("phụ lục", Paper::HandIn),
    ("lịch tổ chức", Paper::HandIn),
    ("lịch công tác", Paper::HandIn),
    ("lịch hoạt động", Paper::HandIn),
    ("kịch bản", Paper::HandIn),
    ("nhân sự", Paper::HandIn),
    ("hồ sơ đề nghị", Paper::HandIn),
    ("chứng từ", Paper::HandIn),
    ("tin, bài", Paper::HandIn),
    ("tin bài", Paper::HandIn),
    ("=video", Paper::HandIn),
    ("=clip", Paper::HandIn),
    ("=sổ", Paper::HandIn),
    ("giấy đề nghị", Paper::HandIn),
    ("công văn", Paper::HandIn),
    ("dự thảo", Paper::HandIn),
    ("=tham luận", Paper::HandIn),
]);

static SENDS: Table<()> = Table::of(&[
    ("=gửi", ()),
    ("=gởi", ()),
    ("=nộp", ()),
    ("=nộp về", ()),
    ("báo cáo", ()),
    ("đăng ký", ()),
    ("tổng hợp", ()),
    ("cung cấp", ()),
    ("chuyển về", ()),
    ("hoàn thành", ()),
]);

/// Verbs with which something leaves whoever owes it.
static HANDS_IN: Table<()> = Table::of(&[
    ("=gửi", ()),
    ("=gởi", ()),
    ("=nộp", ()),
    ("=chuyển về", ()),
    ("báo cáo", ()),
    ("đăng ký", ()),
    ("cung cấp", ()),
]);

/// Whether a verb of handing in begins at a token.
pub(in crate::reading) fn hands_in(piece: &Piece<'_>, at: usize) -> bool {
    HANDS_IN.at(piece, at).is_some()
}

/// What is handed in that is named at a token.
pub(in crate::reading) fn paper_at(piece: &Piece<'_>, at: usize) -> Option<(usize, Paper)> {
    PAPERS.at(piece, at).map(|(len, paper)| (len, *paper))
}

/// Whether a token is a verb that only sends. "Báo cáo" is also a thing.
pub(in crate::reading) fn is_sent(piece: &Piece<'_>, at: usize) -> bool {
    piece.is_one(at, &["gửi", "gởi", "nộp"])
}

/// Whether a word of sending begins at a token.
pub(in crate::reading) fn sends(piece: &Piece<'_>, at: usize) -> bool {
    SENDS.at(piece, at).is_some()
}

/// How often a report comes, by its name or by the words around it. A week ends on Sunday until a day is named.
static OFTEN: Table<Cycle> = Table::of(&[
    ("báo cáo tuần", WEEK),
    ("hằng tuần", WEEK),
    ("hàng tuần", WEEK),
    ("=mỗi tuần", WEEK),
    ("báo cáo tháng", MONTH),
    ("hằng tháng", MONTH),
    ("hàng tháng", MONTH),
    ("=mỗi tháng", MONTH),
    ("báo cáo quý", Cycle::Quarter),
    ("hằng quý", Cycle::Quarter),
    ("hàng quý", Cycle::Quarter),
    ("=mỗi quý", Cycle::Quarter),
    ("của tháng cuối quý", Cycle::Quarter),
    ("tháng cuối quý", Cycle::Quarter),
    ("hằng năm", Cycle::Year),
    ("hàng năm", Cycle::Year),
    ("=mỗi năm", Cycle::Year),
    ("hằng ngày", Cycle::Day),
    ("hàng ngày", Cycle::Day),
]);

pub(in crate::reading) const WEEK: Cycle = Cycle::Week {
    ends: crate::calendar::Weekday::Sunday,
};
pub(in crate::reading) const MONTH: Cycle = Cycle::Month { ends_on: None };

/// How often, by the words that begin at a token.
pub(in crate::reading) fn often_at(piece: &Piece<'_>, at: usize) -> Option<(usize, Cycle)> {
    OFTEN.at(piece, at).map(|(len, cycle)| (len, *cycle))
}

/// The cycles that "định kỳ" lists: "định kỳ 06 tháng, 01 năm", "định kỳ hằng tháng, quý".
pub(in crate::reading) fn periodic(piece: &Piece<'_>, from: usize, end: usize) -> Vec<Cycle> {
    let Some(start) = (from..end).find(|at| piece.says(*at, "dinh ky")) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    let mut at = start + 2;
    while at < end {
        let number = piece.small(at);
        let unit = if number.is_some() { at + 1 } else { at };
        let cycle = match (number, piece.word(unit)) {
            (Some(6), "thang") => Some(Cycle::HalfYear),
            (Some(3), "thang") => Some(Cycle::Quarter),
            (Some(1) | None, "thang") => Some(MONTH),
            (Some(1) | None, "nam") => Some(Cycle::Year),
            (Some(1) | None, "quy") => Some(Cycle::Quarter),
            (Some(1) | None, "tuan") => Some(WEEK),
            _ => None,
        };
        let between = matches!(
            piece.word(at),
            "," | "va" | "hang" | "moi" | "mot" | "cuoi" | "dau" | "lan"
        );
        match cycle {
            Some(cycle) => {
                found.push(cycle);
                at = unit + 1;
            }
            None if between => at += 1,
            None => break,
        }
    }
    found
}

/// Reports by their kind, where a part on who does what names them and no day.
static KINDS: Table<()> = Table::of(&[
    ("báo cáo định kỳ", ()),
    ("báo cáo số liệu", ()),
    ("báo cáo tổng kết", ()),
    ("báo cáo sơ kết", ()),
    ("báo cáo chuyên đề", ()),
    ("báo cáo kết quả", ()),
    ("báo cáo đột xuất", ()),
    ("báo cáo nhanh", ()),
    ("báo cáo tháng", ()),
    ("báo cáo quý", ()),
    ("báo cáo năm", ()),
]);

/// How many tokens the name of a kind of report takes that begins at a token.
pub(in crate::reading) fn kind_at(piece: &Piece<'_>, at: usize) -> Option<usize> {
    KINDS.at(piece, at).map(|(len, ())| len)
}

static WAIVED: Table<()> = Table::of(&[
    ("không yêu cầu", ()),
    ("không cần gửi", ()),
    ("không phải gửi", ()),
    ("không phải báo cáo", ()),
    ("không cần báo cáo", ()),
    ("miễn báo cáo", ()),
]);

/// Words that say that nothing is to be sent.
pub(in crate::reading) fn waived(piece: &Piece<'_>, from: usize, end: usize) -> bool {
    WAIVED.any(piece, from..end)
}
