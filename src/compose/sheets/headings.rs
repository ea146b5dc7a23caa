//! Headings of columns as offices write them.

use super::super::state::List;
use crate::text::{Both, fold};

/// What a column says of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// A running number.
    Number,
    /// The identity that the plan gave it, in a workbook that went out from here.
    Code,
    /// The unit's name, the figure's words.
    Name,
    /// The name that the unit had.
    Was,
    Sector,
    Level,
    Phone,
    Aliases,
    /// How a figure is answered.
    Kind,
    /// What is counted, or the unit of what is measured.
    Counted,
    Combine,
    Required,
    Hint,
    /// Nothing that a plan has.
    Nothing,
}

type Words = (Role, &'static [&'static str]);

/// Words without marks, as a heading begins with them; of several that fit the longest counts.
const OF_UNITS: &[Words] = &[
    (Role::Number, &["tt", "stt", "so tt", "so thu tu", "no"]),
    (Role::Code, &["ma giu nguyen", "ma don vi giu nguyen"]),
    (
        Role::Name,
        &[
            "ten",
            "don vi",
            "ten don vi",
            "co so doan",
            "ten co so doan",
            "doan co so",
            "ten doan co so",
            "co so",
            "ten co so",
            "to chuc doan",
            "ten to chuc",
            "ten chi doan",
            "chi doan",
            "don vi bao cao",
            "name",
            "unit",
            "co so doan truc thuoc",
            "don vi truc thuoc",
            "danh sach don vi",
            "co so doan don vi",
        ],
    ),
    (
        Role::Was,
        &[
            "ten cu",
            "ten truoc day",
            "ten truoc",
            "ten nam truoc",
            "sap nhap tu",
            "ten don vi cu",
            "ten goi cu",
            "doi ten tu",
        ],
    ),
    (
        Role::Sector,
        &[
            "khoi",
            "khu vuc",
            "linh vuc",
            "cum",
            "cum thi dua",
            "loai hinh",
            "loai don vi",
            "nhom",
            "sector",
            "thuoc khoi",
        ],
    ),
    (
        Role::Level,
        &["cap", "cap bo", "cap don vi", "loai cap", "level"],
    ),
    (
        Role::Phone,
        &[
            "dien thoai",
            "so dien thoai",
            "sdt",
            "so dt",
            "dt",
            "di dong",
            "so di dong",
            "dien thoai lien he",
            "so dien thoai lien he",
            "lien he",
            "phone",
            "zalo",
            "so zalo",
            "dtdd",
        ],
    ),
    (
        Role::Aliases,
        &[
            "ten goi khac",
            "ten viet tat",
            "viet tat",
            "ten khac",
            "ten goi tat",
        ],
    ),
    (
        Role::Nothing,
        &[
            "don vi tinh",
            "don vi quan ly",
            "don vi cap tren",
            "ten bi thu",
            "ten nguoi",
            "ten can bo",
            "ten lanh dao",
            "ten dang nhap",
            "co so vat chat",
            "cap uy",
            "cap nhat",
            "cap tren",
            "ten truong doan",
            "khoi luong",
            "chi doan truc thuoc",
            "cum tu",
        ],
    ),
];

const OF_FIGURES: &[Words] = &[
    (Role::Number, &["tt", "stt", "so tt", "so thu tu", "no"]),
    (Role::Code, &["ma giu nguyen", "ma so lieu giu nguyen"]),
    (
        Role::Name,
        &[
            "noi dung",
            "noi dung bao cao",
            "so lieu",
            "so lieu hoi don vi",
            "chi tieu",
            "ten chi tieu",
            "ten so lieu",
            "chi so",
            "noi dung so lieu",
            "cau hoi",
            "noi dung chi tieu",
            "chi tieu thi dua",
            "tieu chi",
            "label",
            "chi tieu bao cao",
            "ten",
            "noi dung thuc hien",
            "cong trinh phan viec",
        ],
    ),
    (
        Role::Kind,
        &[
            "loai",
            "kieu",
            "cach tra loi",
            "loai so lieu",
            "kieu so lieu",
            "dang",
            "dang so lieu",
            "loai gia tri",
            "kind",
        ],
    ),
    (
        Role::Counted,
        &[
            "don vi tinh",
            "dvt",
            "don vi",
            "don vi do",
            "dem cai gi",
            "unit",
            "dv tinh",
        ],
    ),
    (
        Role::Combine,
        &[
            "nhieu ky gop lai",
            "cach cong",
            "cach tong hop",
            "tong hop",
            "cong don",
            "cach cong don",
        ],
    ),
    (Role::Required, &["bat buoc", "bat buoc nhap", "required"]),
    (
        Role::Hint,
        &[
            "ghi chu",
            "loi nhac",
            "huong dan",
            "giai thich",
            "cach tinh",
            "loi nhac duoi cau hoi",
            "note",
        ],
    ),
    (
        Role::Nothing,
        &[
            "so luong",
            "don vi thuc hien",
            "don vi chu tri",
            "don vi phu trach",
            "don vi phoi hop",
            "don vi bao cao",
            "ten don vi",
            "chi tieu giao",
            "chi tieu nam",
            "so lieu nam",
            "ket qua",
        ],
    ),
];

/// What the heading of a column says, with how many words say so; none where nothing is known.
pub(super) fn said(list: List, heading: &str) -> Option<(Role, usize)> {
    let heading = fold(heading);
    let table = if list == List::Units {
        OF_UNITS
    } else {
        OF_FIGURES
    };
    let all = table
        .iter()
        .flat_map(|(role, words)| words.iter().map(|words| (*role, *words)));
    let fits = |words: &str| {
        heading
            .strip_prefix(words)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    // A heading is short; a title or a unit's name goes on.
    let long = heading.split(' ').count();
    let (role, words) = all
        .filter(|(_, words)| fits(words))
        .max_by_key(|(_, words)| words.len())?;
    let own = words.split(' ').count();
    (long <= own + 6).then_some((role, long - own))
}

/// What can be said of a column of that list, by its name in [`super::SheetChoices`].
pub(super) fn choices(list: List) -> &'static [(Role, &'static str, Both)] {
    const NUMBER: (Role, &str, Both) =
        (Role::Number, "number", both("số thứ tự", "running number"));
    const CODE: (Role, &str, Both) = (
        Role::Code,
        "code",
        both("mã (giữ nguyên)", "identity (kept)"),
    );
    const NOTHING: (Role, &str, Both) = (Role::Nothing, "nothing", both("không dùng", "not used"));
    const UNITS: &[(Role, &str, Both)] = &[
        NOTHING,
        (Role::Name, "name", both("tên đơn vị", "name")),
        (Role::Sector, "sector", both("khối, khu vực", "sector")),
        (Role::Level, "level", both("cấp", "level")),
        (
            Role::Phone,
            "phone",
            both(
                "điện thoại (không vào kế hoạch)",
                "telephone (not in the plan)",
            ),
        ),
        (
            Role::Aliases,
            "aliases",
            both("tên gọi khác", "other names"),
        ),
        (Role::Was, "was", both("tên cũ", "former name")),
        NUMBER,
        CODE,
    ];
    const FIGURES: &[(Role, &str, Both)] = &[
        NOTHING,
        (
            Role::Name,
            "name",
            both("số liệu hỏi đơn vị", "what is asked"),
        ),
        (Role::Kind, "kind", both("cách trả lời", "answered by")),
        (Role::Counted, "counted", both("đơn vị tính", "unit")),
        (Role::Required, "required", both("bắt buộc", "required")),
        (
            Role::Combine,
            "combine",
            both("nhiều kỳ gộp lại", "periods combine"),
        ),
        (
            Role::Hint,
            "hint",
            both("lời nhắc dưới câu hỏi", "a line under it"),
        ),
        NUMBER,
        CODE,
    ];
    if list == List::Units { UNITS } else { FIGURES }
}

const fn both(vi: &'static str, en: &'static str) -> Both {
    Both { vi, en }
}

#[cfg(test)]
mod tests {
    use super::{Role, said};
    use crate::compose::List;

    #[test]
    fn headings_are_read_as_offices_write_them() {
        for (list, heading, role) in [
            (List::Units, "TT", Some(Role::Number)),
            (List::Units, "S TT", None),
            (List::Units, "STT", Some(Role::Number)),
            (List::Units, "TÊN ĐƠN VỊ", Some(Role::Name)),
            (List::Units, "Tên đơn vị (ghi đầy đủ)", Some(Role::Name)),
            (List::Units, "Cơ sở Đoàn trực thuộc", Some(Role::Name)),
            (List::Units, "Khối", Some(Role::Sector)),
            (List::Units, "Khối/ Khu vực", Some(Role::Sector)),
            (List::Units, "Cụm thi đua số", Some(Role::Sector)),
            (List::Units, "Cấp", Some(Role::Level)),
            (List::Units, "Cấp ủy", Some(Role::Nothing)),
            (List::Units, "Điện thoại", Some(Role::Phone)),
            (List::Units, "SĐT Bí thư", Some(Role::Phone)),
            (List::Units, "ĐT liên hệ", Some(Role::Phone)),
            (List::Units, "Họ và tên Bí thư", None),
            (List::Units, "Tên Bí thư", Some(Role::Nothing)),
            (List::Units, "Ghi chú", None),
            (List::Units, "Đơn vị tính", Some(Role::Nothing)),
            (List::Units, "Tên cũ", Some(Role::Was)),
            (List::Units, "Đoàn phường Tây Thạnh", None),
            (
                List::Units,
                "Chi đoàn Trường THCS Lê Lợi quận Tân Phú thành phố",
                None,
            ),
            (List::Figures, "Nội dung", Some(Role::Name)),
            (List::Figures, "Nội dung báo cáo", Some(Role::Name)),
            (List::Figures, "ĐVT", Some(Role::Counted)),
            (List::Figures, "Đơn vị tính", Some(Role::Counted)),
            (List::Figures, "Bắt buộc (x)", Some(Role::Required)),
            (List::Figures, "Kiểu dữ liệu", Some(Role::Kind)),
            (List::Figures, "Ghi chú", Some(Role::Hint)),
            (List::Figures, "Chỉ tiêu giao năm 2023", Some(Role::Nothing)),
            (List::Figures, "Số lượng", Some(Role::Nothing)),
        ] {
            assert_eq!(said(list, heading).map(|(role, _)| role), role, "{heading}");
        }
    }
}
