use crate::lint::tests::{codes, quoting};

#[test]
fn parts_of_a_total() {
    let other = "warning sum.other";
    let one = "warning sum.onePart";
    for (quote, expected) in [
        ("Kết nạp 500 đoàn viên, trong đó nam 300, nữ 250.", other),
        ("Kết nạp 500 đoàn viên, trong đó nam 260, nữ 240.", ""),
        ("Kết nạp 500 đoàn viên, trong đó 300 nam và 250 nữ.", other),
        ("Có 500 đoàn viên, trong đó có ít nhất 200 nữ, 100 nam.", ""),
        ("Có 500 đoàn viên, trong đó 300 nữ, 250 người dân tộc.", ""),
        (
            "Tổng số 120 đại biểu, gồm 30 đại biểu đương nhiên và 80 đại biểu bầu.",
            other,
        ),
        (
            "Tổng số 120 đại biểu, gồm 30 đại biểu đương nhiên và 90 đại biểu bầu.",
            "",
        ),
        ("Kết nạp 500 đoàn viên (nam: 300; nữ: 250)", other),
        ("Kết nạp 500 đoàn viên (nam: 300; nữ: 200)", ""),
        ("Tổng số 100 cây: 60 cây xoài, 50 cây mít", other),
        ("Tổng số 120 suất quà: 60 suất lớn, 50 suất nhỏ", other),
        ("Tổng số 120 suất quà: 60 suất lớn, 60 suất nhỏ", ""),
        ("Trồng 100 cây, gồm 40 cây xoài và 50 cây mít", other),
        ("Trồng 90 cây, gồm 40 cây xoài và 50 cây mít", ""),
        (
            "Tổng kinh phí 100 triệu đồng, trong đó ngân sách 60 triệu đồng, xã hội hóa 30 triệu đồng",
            other,
        ),
        (
            "Kinh phí 1 tỷ đồng, gồm 600 triệu đồng ngân sách và 400 triệu đồng vận động",
            "",
        ),
        (
            "Tổng kinh phí 100 triệu đồng, trong đó quà 60 triệu đồng, học bổng 50 triệu đồng",
            other,
        ),
        (
            "Tổng kinh phí 100 triệu đồng, trong đó quà 60 triệu đồng, học bổng 30 triệu đồng",
            "",
        ),
        ("Trao 50 suất quà, gồm 10 kg gạo và 2 lít dầu.", ""),
        ("Trồng 100 cây, trong đó 120 cây xoài.", one),
        ("Trồng 20 cây, trong đó 15 cây bàng, 25 cây phượng.", one),
        ("Có 100 đoàn viên tham gia, trong đó 120 đoàn viên nữ.", one),
        // Other things, although the first syllable is the same.
        (
            "Thực hiện 10 công trình thanh niên, trong đó huy động 500 công lao động.",
            "",
        ),
        (
            "Chọn 05 đoàn cơ sở làm điểm, trong đó có 100 đoàn viên tham gia.",
            "",
        ),
        (
            "Hỗ trợ 100 học sinh khó khăn, trong đó trao 120 học bổng.",
            "",
        ),
        (
            "Thành lập 05 đội hình tình nguyện, trong đó có 60 đội viên.",
            "",
        ),
        ("Tổ chức 2 hội thi, trong đó huy động 30 hội viên.", ""),
        ("Trồng 100 cây, trong đó 60 cây xoài, 30 cây mít.", ""),
        (
            "Trồng 100 cây, trong đó vận động 500 đoàn viên tham gia.",
            "",
        ),
        ("Trồng 100 cây, trong đó mỗi năm tiếp theo 120 cây.", ""),
        ("Năm 2025 trao 50 suất, gồm 30 suất lớn, 10 suất nhỏ.", ""),
    ] {
        assert_eq!(codes(&quoting(quote), "sum."), expected, "{quote}");
    }
}

#[test]
fn more_than_all() {
    let over = "error share.overWhole";
    for (quote, expected) in [
        ("Có 120% đoàn viên tham gia sinh hoạt.", over),
        ("Có 100% đoàn viên tham gia sinh hoạt.", ""),
        ("Đạt 120% kế hoạch phát triển đoàn viên.", ""),
        ("Số lượng tăng 120% đoàn viên so với năm trước.", ""),
        ("Đạt 110% chỉ tiêu trồng cây.", ""),
    ] {
        assert_eq!(
            codes(&quoting(quote), "share.overWhole"),
            expected,
            "{quote}"
        );
    }
}
