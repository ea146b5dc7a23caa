//! What is held, and the words that say that it is.

use super::super::piece::Piece;
use super::super::table::Table;

/// How strongly words say that something is held.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Says {
    /// What follows is an event, whatever it is.
    Holds,
    /// Only an event is held so: "tổ chức thực hiện" is not.
    WithEvent,
}

static VERBS: Table<Says> = Table::of(&[
    ("tổ chức", Says::Holds),
    ("tổ chức thực hiện", Says::WithEvent),
    ("tổ chức triển khai", Says::WithEvent),
    ("tổ chức cho", Says::Holds),
    ("phối hợp tổ chức", Says::Holds),
    ("phát động", Says::Holds),
    ("hưởng ứng", Says::Holds),
    ("ra quân", Says::Holds),
    ("khai mạc", Says::Holds),
    ("bế mạc", Says::Holds),
    ("thăm hỏi", Says::Holds),
    ("=thăm, tặng quà", Says::Holds),
    ("=viếng", Says::Holds),
    ("tuyên dương", Says::Holds),
    ("=tham gia", Says::WithEvent),
    ("thực hiện", Says::WithEvent),
    ("triển khai", Says::WithEvent),
    ("tham mưu", Says::WithEvent),
    ("duy trì", Says::WithEvent),
    ("=mở", Says::WithEvent),
    ("=dự", Says::WithEvent),
]);

/// How surely a word names an event.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::reading) enum Event {
    Strong,
    /// An event only after a word that says that it is held.
    Weak,
    None,
}

/// What is held.
static EVENTS: Table<Event> = Table::of(&[
    ("hội nghị", Event::Strong),
    ("hội thi", Event::Strong),
    ("hội thao", Event::Strong),
    ("hội thảo", Event::Strong),
    ("hội trại", Event::Strong),
    ("hội giảng", Event::Strong),
    ("hội diễn", Event::Strong),
    ("hội chợ", Event::Strong),
    ("hội xuân", Event::Strong),
    ("đại hội", Event::Weak),
    ("=lễ", Event::Strong),
    ("tuần lễ", Event::Strong),
    ("tháng cao điểm", Event::Strong),
    ("ngày hội", Event::Strong),
    ("ngày chủ nhật", Event::Strong),
    ("ngày thứ bảy", Event::Strong),
    ("tọa đàm", Event::Strong),
    ("toạ đàm", Event::Strong),
    ("diễn đàn", Event::Strong),
    ("chương trình", Event::Weak),
    ("chiến dịch", Event::Strong),
    ("cuộc thi", Event::Strong),
    ("=giải", Event::Weak),
    ("giải pháp", Event::None),
    ("lễ hội", Event::Strong),
    ("giải thưởng", Event::None),
    ("câu lạc bộ", Event::Weak),
    ("liên hoan", Event::Strong),
    ("hành trình", Event::Strong),
    ("tập huấn", Event::Weak),
    ("lớp tập huấn", Event::Strong),
    ("lớp bồi dưỡng", Event::Strong),
    ("=lớp", Event::Weak),
    ("sinh hoạt", Event::Weak),
    ("chuyên đề", Event::Weak),
    ("giao lưu", Event::Weak),
    ("gặp mặt", Event::Strong),
    ("gặp gỡ", Event::Strong),
    ("đối thoại", Event::Strong),
    ("triển lãm", Event::Strong),
    ("văn nghệ", Event::Weak),
    ("hiến máu", Event::Weak),
    ("sân chơi", Event::Weak),
    ("công trình", Event::Strong),
    ("đội hình", Event::Strong),
    ("ngày đoàn viên", Event::Strong),
    ("tết trồng cây", Event::Strong),
    ("tết trung thu", Event::Strong),
    ("tham quan", Event::Weak),
    ("về nguồn", Event::Strong),
    ("kiểm tra, giám sát", Event::Weak),
    ("học tập", Event::Weak),
    ("bình chọn", Event::Weak),
    ("thăm hỏi", Event::Weak),
    ("ngày cao điểm", Event::Strong),
    ("ngày pháp luật", Event::Strong),
]);

/// Papers of others: carrying out what one of them says is a task, whatever it is called.
static PAPERS: Table<()> = Table::of(&[
    ("kế hoạch", ()),
    ("đề án", ()),
    ("nghị quyết", ()),
    ("chỉ thị", ()),
    ("kết luận", ()),
    ("hướng dẫn", ()),
    ("quy chế", ()),
]);

/// The token after the verb that says that something is held, and whether an event follows it.
pub(in crate::reading) fn verb(
    piece: &Piece<'_>,
    from: usize,
    at: usize,
    end: usize,
) -> Option<(usize, bool)> {
    if piece.is_quoted(at) {
        return None;
    }
    let (len, says) = VERBS.at(piece, at)?;
    let after = at + len..end.min(at + len + 7);
    // Of what only an event is held so, a programme with a name of its own is as often a task.
    let least = |at: usize| match says {
        Says::Holds => is_event(piece, at, Event::Weak),
        Says::WithEvent => matches!(EVENTS.at(piece, at), Some((_, Event::Strong))),
    };
    let event = after.clone().find(|at| least(*at));
    let event = event.is_some_and(|event| !PAPERS.any(piece, at + len..event));
    let strong = after.clone().any(|at| is_event(piece, at, Event::Strong));
    // "do tổ chức Đoàn triển khai": the noun, not the verb.
    let nouns = [
        "cac", "do", "cua", "cong tac", "ban", "cap", "to", "he thong",
    ];
    let noun = nouns.iter().any(|word| piece.said(at, word));
    let bodies = [
        "doan",
        "hoi",
        "dang",
        "co so",
        "chinh tri",
        "cong doan",
        "xa hoi",
        "thanh vien",
    ];
    let body = at > from
        && bodies.iter().any(|body| piece.says(at + len, body))
        && !is_event(piece, at + len, Event::Strong);
    let holds = match says {
        Says::Holds => !body,
        Says::WithEvent => strong,
    };
    (!noun && holds).then_some((at + len, event))
}

/// Whether a word at a token names an event, at least so surely.
pub(in crate::reading) fn is_event(piece: &Piece<'_>, at: usize, least: Event) -> bool {
    match EVENTS.at(piece, at) {
        Some((_, Event::Strong)) => true,
        // A programme with a name of its own is held.
        Some((len, Event::Weak)) => least == Event::Weak || piece.is_sign(at + len, '“'),
        _ => false,
    }
}

/// What stands or lasts, and is on no day of its own that a unit could give.
static OF_NO_DAY: Table<()> = Table::of(&[
    ("công trình", ()),
    ("đội hình", ()),
    ("câu lạc bộ", ()),
    ("sân chơi", ()),
    ("chiến dịch", ()),
    ("tuần lễ", ()),
    ("tháng cao điểm", ()),
    ("hành trình", ()),
]);

/// Whether what a word at a token names is on no day of its own.
pub(in crate::reading) fn is_of_no_day(piece: &Piece<'_>, at: usize) -> bool {
    OF_NO_DAY.at(piece, at).is_some()
}

/// How many words the kind of an event takes: two in "đại hội chi đoàn".
pub(in crate::reading) fn event_len(piece: &Piece<'_>, at: usize) -> Option<usize> {
    EVENTS
        .at(piece, at)
        .filter(|(_, event)| **event != Event::None)
        .map(|(len, _)| len)
}

/// Words that begin what is kept up rather than held.
static KEEPS: Table<()> = Table::of(&[
    ("duy trì", ()),
    ("tư vấn", ()),
    ("tập huấn", ()),
    ("tuyên truyền", ()),
    ("phát huy", ()),
    ("nâng cao chất lượng", ()),
    ("đa dạng", ()),
    ("quan tâm", ()),
    ("chăm lo", ()),
    ("củng cố", ()),
    ("triển khai", ()),
    ("thực hiện", ()),
    ("xây dựng", ()),
    ("thành lập", ()),
    ("đăng ký", ()),
    ("vận động", ()),
    ("đổi mới", ()),
    ("phát triển", ()),
    ("các hoạt động", ()),
    ("đảm nhận", ()),
    ("tổng kết", ()),
    ("sơ kết", ()),
    ("có", ()),
]);

/// Words before them that change nothing.
static ALSO: Table<()> = Table::of(&[
    ("tiếp tục", ()),
    ("thường xuyên", ()),
    ("tích cực", ()),
    ("chủ động", ()),
    ("đẩy mạnh", ()),
    ("đẩy mạnh công tác", ()),
    ("đẩy mạnh việc", ()),
    ("tăng cường", ()),
    ("tăng cường công tác", ()),
    ("định kỳ", ()),
]);

/// What is kept up.
static KEPT: Table<()> = Table::of(&[
    ("mô hình", ()),
    ("cuộc vận động", ()),
    ("hoạt động", ()),
    ("phong trào", ()),
    ("câu lạc bộ", ()),
    ("đội hình", ()),
    ("đội, nhóm", ()),
    ("công trình", ()),
    ("diễn đàn", ()),
    ("sân chơi", ()),
    ("tập huấn", ()),
    ("tuyên truyền", ()),
    ("phân loại rác", ()),
    ("tổ công nghệ", ()),
    ("hiến máu", ()),
    ("giám sát", ()),
    ("sơ kết", ()),
    ("tổng kết", ()),
]);

/// Whether a sentence begins with something that is kept up.
pub(in crate::reading) fn keeps(piece: &Piece<'_>, from: usize, end: usize) -> bool {
    let mut at = from;
    while let Some((len, ())) = ALSO.at(piece, at) {
        at += len;
    }
    let Some((len, ())) = KEEPS.at(piece, at) else {
        return false;
    };
    let named = (at..end).any(|at| piece.is_sign(at, '“'));
    let kept = (at + len..end.min(at + 18)).any(|at| KEPT.at(piece, at).is_some());
    let closes = piece.says(at, "tong ket") || piece.says(at, "so ket");
    kept || closes
        || (named && at > from)
        || piece.says(at, "tuyen truyen")
        || piece.says(at, "tap huan")
}
