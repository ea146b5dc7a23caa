//! Words for sample reports: what units write everywhere, of nobody in particular.

pub(super) const SENTENCES: &[&str] = &[
    "Đoàn viên, thanh niên tham gia tích cực, đúng kế hoạch đề ra.",
    "Công tác phối hợp với các ban, ngành, đoàn thể được thực hiện tốt.",
    "Một số chi đoàn còn chậm gửi số liệu, đơn vị đã nhắc nhở.",
    "Kinh phí tổ chức còn hạn chế, chủ yếu vận động xã hội hóa.",
    "Đề nghị tiếp tục hướng dẫn nghiệp vụ cho cán bộ Đoàn mới.",
    "Hoạt động được đăng tải trên trang thông tin của đơn vị.",
];

pub(super) const TITLES: &[&str] = &[
    "Ra quân dọn vệ sinh tuyến hẻm",
    "Trồng cây xanh tại khu phố",
    "Thăm, tặng quà gia đình chính sách",
    "Tuyên truyền an toàn giao thông",
    "Sinh hoạt chi đoàn chủ điểm tháng",
    "Hướng dẫn người dân sử dụng dịch vụ công trực tuyến",
    "Tập huấn kỹ năng phòng cháy, chữa cháy",
    "Trao học bổng cho học sinh vượt khó",
    "Giải bóng đá thanh niên",
    "Tọa đàm kỷ niệm Ngày thành lập Đoàn",
    "Ngày thứ Bảy tình nguyện",
    "Diễn đàn xây dựng tình bạn đẹp",
];

/// Events that two units hold together.
pub(super) const JOINT: &[&str] = &[
    "Ngày hội hiến máu tình nguyện",
    "Hội trại truyền thống thanh niên",
    "Hành trình đến với địa chỉ đỏ",
    "Hội thao thanh niên liên cơ sở",
    "Ngày hội tư vấn hướng nghiệp, giới thiệu việc làm",
    "Chương trình văn nghệ chào mừng Ngày thành lập Đoàn",
];

/// How the second of the two says it.
pub(super) const TOGETHER: &[&str] = &["", "Phối hợp tổ chức ", "Tham gia ", "Chương trình "];

pub(super) const PLACES: &[&str] = &[
    "Hội trường",
    "Nhà văn hóa",
    "Trụ sở",
    "Sân sinh hoạt",
    "Công viên",
];

pub(super) const JOINT_PLACES: &[&str] = &[
    "Trung tâm Văn hóa - Thể thao",
    "Nhà Thiếu nhi quận",
    "Quảng trường trung tâm",
    "Sân vận động trung tâm",
];

pub(super) const EXPLANATIONS: &[&str] = &[
    "Số liệu đã được đối chiếu với danh sách, đơn vị xác nhận đúng.",
    "Đợt cao điểm, nhiều đơn vị cùng tham gia.",
    "Tính cả các hoạt động phối hợp trong kỳ.",
];

/// What stands beside a slip of one zero until it is mended.
pub(super) const IN_DOUBT: &str = "Số liệu tổng hợp ban đầu, đơn vị đang kiểm tra lại.";
