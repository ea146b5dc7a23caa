//! What a heading says of what stands below it.

use super::super::piece::Piece;
use super::super::table::Table;

/// What a part of the document is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::reading) enum Role {
    /// Nothing is known of it.
    #[default]
    Unknown,
    /// Why the plan is made, and what holds for all of it.
    Purpose,
    Requirements,
    /// What is to be reached.
    Targets,
    /// What is to be done.
    Tasks,
    /// When all of it takes place.
    Time,
    /// What is to be sent, by when.
    Reporting,
    /// The plan's own steps.
    Timeline,
    /// Who does what.
    Organisation,
    /// How things stand, or stood.
    Situation,
    /// Conditions, prizes, points, sizes, money: numbers that are no targets.
    Rules,
    Contact,
}

use Role::{
    Contact, Organisation, Purpose, Reporting, Requirements, Rules, Situation, Targets, Tasks,
    Time, Timeline,
};

static ROLES: Table<Role> = Table::of(&[
    ("mục đích", Purpose),
    ("mục tiêu chung", Purpose),
    ("mục tiêu tổng quát", Purpose),
    ("quan điểm", Purpose),
    ("ý nghĩa", Purpose),
    ("yêu cầu", Requirements),
    ("chỉ tiêu", Targets),
    ("mục tiêu", Targets),
    ("kết quả cần đạt", Targets),
    ("công trình trọng điểm", Targets),
    ("công trình thanh niên", Targets),
    ("nội dung", Tasks),
    ("nhiệm vụ", Tasks),
    ("giải pháp", Tasks),
    ("hoạt động", Tasks),
    ("phong trào", Tasks),
    ("công tác", Tasks),
    ("chương trình", Tasks),
    ("các cuộc thi", Tasks),
    ("thời gian", Time),
    ("chế độ báo cáo", Reporting),
    ("chế độ thông tin", Reporting),
    ("thông tin báo cáo", Reporting),
    ("thông tin, báo cáo", Reporting),
    ("công tác báo cáo", Reporting),
    ("công tác thông tin", Reporting),
    ("báo cáo", Reporting),
    ("hồ sơ", Reporting),
    ("tiến độ", Timeline),
    ("lộ trình", Timeline),
    ("các mốc", Timeline),
    ("mốc thời gian", Timeline),
    ("kế hoạch thời gian", Timeline),
    ("tổ chức thực hiện", Organisation),
    ("phân công", Organisation),
    ("biện pháp", Organisation),
    ("trách nhiệm", Organisation),
    ("ban chỉ đạo", Organisation),
    ("ban tổ chức", Organisation),
    ("đặc điểm", Situation),
    ("tình hình", Situation),
    ("thực trạng", Situation),
    ("bối cảnh", Situation),
    ("kết quả đạt được", Situation),
    ("kết quả thực hiện năm", Situation),
    ("kết quả năm", Situation),
    ("kết quả công tác", Situation),
    ("kết quả hoạt động", Situation),
    ("hiện trạng", Situation),
    ("hạn chế", Situation),
    ("đánh giá", Situation),
    ("thuận lợi", Situation),
    ("khó khăn", Situation),
    ("tồn tại", Situation),
    ("điều kiện", Rules),
    ("tiêu chuẩn", Rules),
    ("tiêu chí", Rules),
    ("thang điểm", Rules),
    ("chấm điểm", Rules),
    ("điểm cộng", Rules),
    ("điểm trừ", Rules),
    ("điểm thưởng", Rules),
    ("xếp loại", Rules),
    ("đánh giá, xếp loại", Rules),
    ("phân loại", Rules),
    ("bầu cử", Rules),
    ("nguyên tắc", Rules),
    ("hồ sơ dự thi", Reporting),
    ("yêu cầu dự thi", Rules),
    ("cách tính điểm", Rules),
    ("điểm thi đua", Rules),
    ("giải thưởng", Rules),
    ("cơ cấu giải", Rules),
    ("khen thưởng", Rules),
    ("thi đua khen thưởng", Rules),
    ("đối tượng", Rules),
    ("thành phần", Rules),
    ("số lượng", Rules),
    ("thể lệ", Rules),
    ("thể thức", Rules),
    ("quy định", Rules),
    ("quy cách", Rules),
    ("hình thức", Rules),
    ("kích thước", Rules),
    ("kinh phí", Rules),
    ("dự toán", Rules),
    ("cơ sở vật chất", Rules),
    ("địa điểm", Rules),
    ("khẩu hiệu", Rules),
    ("trang trí", Rules),
    ("liên hệ", Contact),
]);

/// Rules that a heading on contents names: "Nội dung chấm điểm".
static SCORING: Table<()> = Table::of(&[
    ("chấm điểm", ()),
    ("thang điểm", ()),
    ("tính điểm", ()),
    ("điểm thi đua", ()),
    ("xếp loại", ()),
]);

/// Titles of documents that set rules from the first line to the last.
static THROUGHOUT: Table<()> = Table::of(&[
    ("chấm điểm", ()),
    ("thang điểm", ()),
    ("tiêu chuẩn", ()),
    ("bộ tiêu chí", ()),
    ("quy chế", ()),
    ("điều lệ", ()),
    ("thể lệ", ()),
    ("xếp loại", ()),
]);

/// Whether a document with this title sets rules from the first line to the last.
pub(in crate::reading) fn is_rules(title: &Piece<'_>) -> bool {
    (0..title.len().min(12)).any(|at| !title.is_quoted(at) && THROUGHOUT.at(title, at).is_some())
}

/// What the words of a heading say, if they say it; the first of them counts, and among a target and a purpose the
/// target ("Mục tiêu, chỉ tiêu").
pub(in crate::reading) fn role(title: &Piece<'_>) -> Role {
    let near = title.len().min(14);
    // "Ban Công tác Mặt trận" is who does it, not what is done.
    let body = title.says(0, "ban cong tac") || title.says(0, "cac ban cong tac");
    let mut found = (0..near)
        .filter(|at| !(body && *at < 3))
        .filter_map(|at| ROLES.at(title, at).map(|(_, role)| (at, *role)))
        .filter(|(at, role)| *at < 4 || !matches!(role, Tasks | Situation | Rules));
    let Some((_, first)) = found.next() else {
        return Role::Unknown;
    };
    let targets = found.any(|(_, role)| role == Targets);
    match first {
        Tasks if SCORING.any(title, 0..near) => Rules,
        Tasks => {
            let more = (0..near).filter_map(|at| ROLES.at(title, at).map(|(_, role)| *role));
            more.into_iter()
                .find(|role| matches!(role, Reporting | Timeline | Rules | Time))
                .filter(|_| title.says(0, "cong tac") || title.says(0, "che do"))
                .unwrap_or(Tasks)
        }
        Purpose if targets => Targets,
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::piece::Piece;
    use super::{Role, role};

    #[test]
    fn headings_say_what_stands_below() {
        for (title, expected) in [
            ("MỤC ĐÍCH - YÊU CẦU", Role::Purpose),
            ("MỤC TIÊU, CHỈ TIÊU", Role::Targets),
            ("Mục tiêu chung", Role::Purpose),
            ("Các chỉ tiêu chủ yếu", Role::Targets),
            ("NỘI DUNG – GIẢI PHÁP", Role::Tasks),
            ("Chế độ thông tin báo cáo", Role::Reporting),
            ("Công tác thông tin, báo cáo", Role::Reporting),
            ("TỔ CHỨC THỰC HIỆN", Role::Organisation),
            ("Công tác xây dựng Hội", Role::Tasks),
            ("Cơ cấu giải thưởng", Role::Rules),
            ("ĐẶC ĐIỂM TÌNH HÌNH", Role::Situation),
            ("NỘI DUNG CHẤM ĐIỂM", Role::Rules),
            ("KẾT QUẢ NĂM 2024", Role::Situation),
            ("NỘI DUNG, HÌNH THỨC", Role::Tasks),
            ("Ban Công tác Mặt trận khu dân cư", Role::Unknown),
            ("Cấp quận", Role::Unknown),
            ("Chăm lo đời sống", Role::Unknown),
        ] {
            assert_eq!(role(&Piece::of(title, 0..title.len())), expected, "{title}");
        }
    }
}
