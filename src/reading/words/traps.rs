//! Numbers that are no targets.

use super::super::piece::Piece;
use super::super::table::Table;
use super::super::token::Kind;
use super::nouns::{Found, Noun};
use super::those::{glued, of_a_jury, of_those_with};

/// Why a number is no target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::reading) enum Trap {
    /// It stands in a name: “1.000 bảng …”, "COVID-19".
    Name,
    Year,
    /// It counts which one: "lần thứ 4", "đợt 1", "quý 2".
    Ordinal,
    /// "45 phút", "6 tháng", "92 năm".
    Span,
    /// Points, ages, sizes, words, questions.
    Measure,
    /// "khi có ít nhất 2/3 …", "đối với chi hội có từ 50 hội viên".
    Condition,
    /// "hiện có 14 chi hội", "đã vận động được 450 triệu".
    State,
    /// "mỗi đội gồm 05 thành viên".
    Composition,
    /// "trị giá", "mỗi suất", "50 triệu đồng/hộ".
    Price,
    /// "giải Nhất", "hai giải Nhì".
    Prize,
    /// "13 phường": how many units there are.
    Owners,
    /// No word says that it is to be reached.
    Unsaid,
}

impl Trap {
    /// In a whole sentence, for whoever goes through what was not used.
    pub const fn why(self) -> &'static str {
        match self {
            Self::Name => "Số nằm trong tên riêng, khẩu hiệu.",
            Self::Year => "Số chỉ năm.",
            Self::Ordinal => "Số chỉ thứ tự, đợt, kỳ.",
            Self::Span => "Số chỉ khoảng thời gian.",
            Self::Measure => "Số chỉ điểm, tuổi, kích thước hoặc độ dài.",
            Self::Condition => "Số nêu điều kiện, không phải mức cần đạt.",
            Self::State => "Số nêu hiện trạng hoặc kết quả đã có.",
            Self::Composition => "Số nêu thành phần, cơ cấu.",
            Self::Price => "Số nêu giá trị, định mức.",
            Self::Prize => "Số nêu giải thưởng.",
            Self::Owners => "Số nêu có bao nhiêu đơn vị.",
            Self::Unsaid => "Có số nhưng không rõ đó là mức cần đạt.",
        }
    }

    /// Whether nobody needs to look at the number again.
    pub const fn is_settled(self) -> bool {
        matches!(self, Self::Name | Self::Year | Self::Ordinal)
    }
}

/// Words right before a number that say which one it is.
static WHICH: Table<()> = Table::of(&[
    ("thứ", ()),
    ("lần thứ", ()),
    ("=lần", ()),
    ("khóa", ()),
    ("khoá", ()),
    ("kỳ", ()),
    ("đợt", ()),
    ("quý", ()),
    ("tháng", ()),
    ("tuần", ()),
    ("=năm", ()),
    ("ngày", ()),
    ("ngày mùng", ()),
    ("mùng", ()),
    ("khoản", ()),
    ("=điều", ()),
    ("=mục", ()),
    ("=chương", ()),
    ("=bảng", ()),
    ("=mẫu", ()),
    ("mẫu số", ()),
    ("biểu", ()),
    ("biểu số", ()),
    ("phụ lục", ()),
    ("=số", ()),
    ("=quận", ()),
    ("=phường", ()),
    ("khu phố", ()),
    ("=ấp", ()),
    ("=thôn", ()),
    ("=tổ", ()),
    ("=lớp", ()),
    ("=khối", ()),
    ("=phòng", ()),
    ("=tầng", ()),
    ("=đường", ()),
    ("=hạng", ()),
    ("=cấp độ", ()),
    ("=bậc", ()),
    ("giai đoạn", ()),
    ("nhiệm kỳ", ()),
    ("học kỳ", ()),
    ("năm học", ()),
    ("Nghị định", ()),
    ("Quyết định", ()),
    ("Nghị quyết", ()),
    ("Chỉ thị", ()),
    ("Thông tư", ()),
    ("Luật", ()),
    ("Kế hoạch", ()),
    ("Điện thoại", ()),
    ("ĐT", ()),
    ("SĐT", ()),
    ("=cỡ chữ", ()),
    ("=cỡ", ()),
    ("=font", ()),
    ("=khổ", ()),
    ("=vòng", ()),
    ("=câu số", ()),
    ("=vị trí", ()),
    ("=nhóm chỉ tiêu", ()),
    ("=số nhà", ()),
    ("Pháp lệnh", ()),
    ("Công văn", ()),
    ("Hướng dẫn", ()),
    ("Kết luận", ()),
]);

/// Things that are counted in names and catchwords.
static CATCHWORDS: Table<()> = Table::of(&[
    ("điều Bác Hồ", ()),
    ("không", ()),
    ("=sạch", ()),
    ("=có", ()),
    ("=tốt", ()),
    ("=tại chỗ", ()),
    ("=nhất", ()),
    ("=cùng", ()),
    ("tiêu chí", ()),
    ("liên kết", ()),
    ("=rõ", ()),
    ("=trong 1", ()),
    ("phong trào", ()),
    ("chương trình mục tiêu quốc gia", ()),
    ("nhiệm vụ", ()),
    ("khâu đột phá", ()),
    ("=nội dung sau", ()),
    ("=giải pháp sau", ()),
]);

static CONDITIONS: Table<()> = Table::of(&[
    ("=nếu", ()),
    ("=khi", ()),
    ("trường hợp", ()),
    ("điều kiện", ()),
    ("đối tượng dự thi", ()),
    ("chỉ xét", ()),
    ("được xét", ()),
    ("xét chọn", ()),
    ("xếp loại khi", ()),
    ("=hợp lệ", ()),
    ("trúng cử", ()),
    ("=mới được", ()),
    ("=được tính", ()),
    ("=được công nhận khi", ()),
    ("tiêu chuẩn xét", ()),
]);

static STATES: Table<()> = Table::of(&[
    ("hiện có", ()),
    ("hiện nay", ()),
    ("hiện tại", ()),
    ("hiện đang", ()),
    ("tính đến", ()),
    ("tổng số", ()),
    ("=đã", ()),
    ("trên địa bàn có", ()),
    ("kết quả đạt được", ()),
    ("=toàn huyện có", ()),
    ("=toàn xã có", ()),
    ("=toàn phường có", ()),
    ("=toàn quận có", ()),
    ("=toàn tỉnh có", ()),
    ("=toàn thành phố có", ()),
    ("=toàn trường có", ()),
    ("=toàn ngành có", ()),
    ("=toàn thị trấn có", ()),
    ("=với tổng số", ()),
    ("=đang có", ()),
    ("=đang quản lý", ()),
]);

static PRICES: Table<()> = Table::of(&[
    ("trị giá", ()),
    ("mức chi", ()),
    ("mức vay", ()),
    ("mức hỗ trợ", ()),
    ("định mức", ()),
    ("đơn giá", ()),
    ("lệ phí", ()),
    ("kinh phí", ()),
    ("tiền thưởng", ()),
    ("dự toán", ()),
    ("chi phí", ()),
    ("mức thu", ()),
    ("mức đóng", ()),
    ("mức đóng góp", ()),
    ("hội phí", ()),
    ("đoàn phí", ()),
    ("học phí", ()),
    ("lãi suất", ()),
    ("mức thưởng", ()),
    ("thu nhập", ()),
    ("=phạt", ()),
    ("=cho vay", ()),
]);

static PRIZES: Table<()> = Table::of(&[
    ("giải nhất", ()),
    ("giải nhì", ()),
    ("giải ba", ()),
    ("giải tư", ()),
    ("giải khuyến khích", ()),
    ("giải đặc biệt", ()),
    ("giải thưởng", ()),
    ("giải tập thể", ()),
    ("giải cá nhân", ()),
    ("giải phong trào", ()),
    ("giải phụ", ()),
    ("mỗi giải", ()),
    ("giấy khen", ()),
    ("cờ lưu niệm", ()),
    ("giải A", ()),
    ("giải B", ()),
]);

static MEMBERS: Table<()> = Table::of(&[
    ("=gồm", ()),
    ("bao gồm", ()),
    ("gồm có", ()),
    ("=mỗi đội", ()),
    ("=mỗi thí sinh", ()),
    ("=mỗi đoàn tham gia", ()),
    ("=mỗi tiết mục", ()),
    ("=mỗi bài", ()),
    ("=mỗi sản phẩm", ()),
    ("=mỗi tác phẩm", ()),
    ("=mỗi lượt thi", ()),
    ("=cử", ()),
    ("=phân công", ()),
    ("=bố trí", ()),
    ("=chia làm", ()),
    ("=chia thành", ()),
    ("=đăng ký tham gia", ()),
    ("=đăng ký dự thi", ()),
    ("số lượng tham dự", ()),
    ("số lượng tham gia", ()),
    ("=dự kiến có", ()),
    ("=kèm", ()),
    ("kèm theo", ()),
    ("thành phần", ()),
    ("cơ cấu", ()),
]);

/// Words that say that points are given or taken.
static POINTS: Table<()> = Table::of(&[
    ("bị trừ", ()),
    ("trừ điểm", ()),
    ("được cộng", ()),
    ("cộng điểm", ()),
    ("cộng thêm", ()),
    ("điểm cộng", ()),
    ("điểm trừ", ()),
    ("thang điểm", ()),
    ("chấm điểm", ()),
    ("điểm thưởng", ()),
    ("điểm thi đua", ()),
    ("được thưởng", ()),
    ("tổng điểm", ()),
    ("điểm tối đa", ()),
]);

/// Votes: what is asked of them is a quorum.
static VOTES: Table<()> = Table::of(&[
    ("số phiếu", ()),
    ("phiếu bầu", ()),
    ("phiếu tán thành", ()),
    ("phiếu đồng ý", ()),
    ("biểu quyết", ()),
    ("tín nhiệm", ()),
    ("có mặt", ()),
    ("tán thành", ()),
]);

/// Why the number from `at` to `to` of a sentence that begins at `from` and ends at `end` is no target.
pub(in crate::reading) fn trap(
    piece: &Piece<'_>,
    (from, end): (usize, usize),
    (at, to): (usize, usize),
    noun: Option<Found>,
    percent: bool,
) -> Option<Trap> {
    // "phiên chợ 0 đồng": nothing is asked where nothing is the number.
    let nothing = !percent && piece.small(at) == Some(0);
    if nothing || piece.is_quoted(at) || glued(piece, at, to) {
        return Some(Trap::Name);
    }
    let known = noun.filter(|noun| noun.known);
    if !percent && is_year(piece, at) && known.is_none_or(|noun| noun.kind == Noun::Time) {
        return Some(Trap::Year);
    }
    if !percent && WHICH.before(piece, at).is_some() {
        return Some(Trap::Ordinal);
    }
    let catchword = CATCHWORDS
        .at(piece, to)
        .filter(|(len, ())| known.is_none() || *len > 3);
    if !percent && catchword.is_some() {
        return Some(Trap::Name);
    }
    // "cộng 05 điểm", and not "cộng đồng".
    let scored = |at: usize| {
        piece.is_one(at, &["cộng", "thưởng", "phạt", "trừ"])
            && piece.kind(at + 1) == Some(Kind::Number)
    };
    let scored = POINTS.any(piece, from..end) || (from..end).any(scored);
    let points = scored && (from..end).any(|at| piece.word(at) == "diem");
    if points || noun.is_some_and(|noun| noun.known && noun.kind == Noun::Measure) && !percent {
        return Some(Trap::Measure);
    }
    if !percent && noun.is_some_and(|noun| noun.known && noun.kind == Noun::Time) {
        return Some(Trap::Span);
    }
    if PRIZES.any(piece, from..end) {
        return Some(Trap::Prize);
    }
    // "tổng trị giá không dưới 600 triệu đồng" is what all of it comes to.
    let priced = (from..at).any(|since| {
        PRICES.at(piece, since).is_some()
            && !(piece.says(since, "tri gia") && piece.said(since, "tong"))
    });
    if priced {
        return Some(Trap::Price);
    }
    if of_a_jury(piece, from, at, to, end) {
        return Some(Trap::Composition);
    }
    // "100% công đoàn cơ sở có từ 200 đoàn viên trở lên tổ chức …": which units, and not how many of anything.
    if !percent && of_those_with(piece, from, at, to, end) {
        return Some(Trap::Condition);
    }
    let bounded = piece.said(at, "tu") || piece.said(at, "tren") || piece.said(at, "duoi");
    let regarding = (from..at).any(|at| piece.marked(at, at + 2) == "đối với");
    let quorum = (from..at).any(|at| piece.says(at, "phai co"))
        && (to..end.min(to + 12)).any(|at| piece.says(at, "tham du") || piece.says(at, "du hop"));
    let rests = percent && (quorum || VOTES.any(piece, to..end.min(to + 12)));
    if CONDITIONS.any(piece, from..at) || (regarding && bounded) || rests {
        return Some(Trap::Condition);
    }
    // "mỗi đội" is a team, "mỗi đội viên" is not; "cử tri" are voters.
    let team = |since: usize| match piece.marked(since, since + 2).as_str() {
        "mỗi đội" => {
            super::nouns::noun_at(piece, since + 1).is_some_and(|noun| noun.kind == Noun::Thing)
        }
        "cử tri" => false,
        _ => !(piece.said(since, "bau") || piece.said(since, "ung")),
    };
    if (from..at).any(|since| MEMBERS.at(piece, since).is_some() && team(since)) {
        return Some(Trap::Composition);
    }
    // "12 câu lạc bộ hiện có, thành lập mới 03": what there is ends with its clause.
    let clause = (from..at).rev().find(|at| piece.is_sign(*at, ','));
    let state = STATES.first(piece, from..at).filter(|(since, ..)| {
        piece.word(*since) != "hien"
            || clause.is_none_or(|clause| clause < *since)
            || !piece.says(*since, "hien co")
    });
    let aimed = |since: usize| super::bounds::aims(piece, since, at);
    // "với tổng số tiền 1,2 tỷ đồng": how much, and not how much there is.
    let state = state.filter(|(since, ..)| {
        !(piece.says(*since, "tong so tien") || piece.says(*since, "voi tong so tien"))
    });
    (state.is_some_and(|(since, ..)| !aimed(since))).then_some(Trap::State)
}

fn is_year(piece: &Piece<'_>, at: usize) -> bool {
    piece
        .small(at)
        .is_some_and(|year| (1900..=2100).contains(&year) && piece.word(at).len() == 4)
}
