//! What the columns of a table hold.

use super::context::Block;
use super::piece::Piece;
use super::table::Table;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Number,
    Name,
    Unit,
    Amount,
    /// What has been reached before.
    Past,
    Time,
    /// The last day for it.
    Due,
    Owner,
    /// "Đơn vị", who does it or what it is counted in.
    Office,
    /// Notes, money, places.
    Other,
}

static COLUMNS: Table<Column> = Table::of(&[
    ("STT", Column::Number),
    ("TT", Column::Number),
    ("số TT", Column::Number),
    ("đơn vị tính", Column::Unit),
    ("ĐVT", Column::Unit),
    ("đơn vị đo", Column::Unit),
    ("số lượng", Column::Amount),
    ("=mức", Column::Amount),
    ("=KH", Column::Amount),
    ("=năm", Column::Amount),
    ("kế hoạch", Column::Amount),
    ("chỉ tiêu giao", Column::Amount),
    ("chỉ tiêu đăng ký", Column::Amount),
    ("mục tiêu năm", Column::Amount),
    ("=giao", Column::Amount),
    ("thực hiện năm", Column::Past),
    ("kết quả", Column::Past),
    ("kết quả cần đạt", Column::Amount),
    ("kết quả dự kiến", Column::Amount),
    ("sản phẩm", Column::Other),
    ("=đạt", Column::Past),
    ("ước thực hiện", Column::Past),
    ("hiện có", Column::Past),
    ("hiện trạng", Column::Past),
    ("=TH", Column::Past),
    ("chỉ tiêu năm", Column::Amount),
    ("kế hoạch năm", Column::Amount),
    ("kế hoạch giao", Column::Amount),
    ("mức phấn đấu", Column::Amount),
    ("tỷ lệ", Column::Amount),
    ("thời gian", Column::Time),
    ("thời hạn", Column::Due),
    ("hạn gửi", Column::Due),
    ("hạn nộp", Column::Due),
    ("hạn hoàn thành", Column::Due),
    ("thời gian hoàn thành", Column::Due),
    ("thời gian gửi", Column::Due),
    ("thời gian nộp", Column::Due),
    ("thời điểm", Column::Time),
    ("ngày", Column::Time),
    ("đơn vị thực hiện", Column::Owner),
    ("chủ trì", Column::Owner),
    ("đơn vị chủ trì", Column::Owner),
    ("phụ trách", Column::Owner),
    ("thực hiện", Column::Owner),
    ("đơn vị phối hợp", Column::Other),
    ("phối hợp", Column::Other),
    ("người phụ trách", Column::Owner),
    ("người thực hiện", Column::Owner),
    ("cơ quan chủ trì", Column::Owner),
    ("đơn vị", Column::Office),
    ("ghi chú", Column::Other),
    ("kinh phí", Column::Other),
    ("địa điểm", Column::Other),
    ("nội dung", Column::Name),
    ("tên chỉ tiêu", Column::Name),
    ("chỉ tiêu", Column::Name),
    ("nhiệm vụ", Column::Name),
    ("hoạt động", Column::Name),
    ("công việc", Column::Name),
    ("tên", Column::Name),
    ("loại báo cáo", Column::Name),
    ("báo cáo", Column::Name),
]);

/// What the columns of a table hold, where its first row says so.
pub(super) fn columns(block: &Block<'_>) -> Option<Vec<Option<Column>>> {
    let found: Vec<Option<Column>> = block
        .cells
        .iter()
        .map(|cell| {
            let piece = Piece::of(block.piece.text, cell.clone());
            column(&piece)
        })
        .collect();
    let found = settled(found);
    let named = found.contains(&Some(Column::Name));
    let more = found.contains(&Some(Column::Amount))
        || found.contains(&Some(Column::Time))
        || found.contains(&Some(Column::Due))
        || found.contains(&Some(Column::Unit));
    (named && more).then_some(found)
}

fn column(title: &Piece<'_>) -> Option<Column> {
    let (len, found) = COLUMNS.at(title, 0).filter(|_| title.len() <= 9)?;
    let year = (len..title.len()).any(|at| title.small(at).is_some_and(|year| year > 1990));
    // "Thực hiện 2024" is what was reached, "Thực hiện" who does it.
    Some(match found {
        Column::Owner if year && title.word(0) == "thuc" => Column::Past,
        Column::Name if year => Column::Amount,
        found => *found,
    })
}

/// "Nội dung | Chỉ tiêu" names the amount second, "Chỉ tiêu | Đơn vị | Số lượng" the unit in the middle.
fn settled(mut columns: Vec<Option<Column>>) -> Vec<Option<Column>> {
    let place = |columns: &[Option<Column>], wanted| {
        columns.iter().position(|column| *column == Some(wanted))
    };
    if place(&columns, Column::Amount).is_none() {
        let mut names = columns
            .iter_mut()
            .filter(|column| **column == Some(Column::Name));
        let _ = names.next();
        if let Some(second) = names.next() {
            *second = Some(Column::Amount);
        }
    }
    let amount = place(&columns, Column::Amount);
    if let Some(office) = place(&columns, Column::Office) {
        let counted = place(&columns, Column::Unit).is_none()
            && amount.is_some_and(|amount| office + 1 == amount);
        let means = if counted { Column::Unit } else { Column::Owner };
        if let Some(column) = columns.get_mut(office) {
            *column = Some(means);
        }
    }
    columns
}
