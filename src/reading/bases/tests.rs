use crate::reading::read;

#[test]
fn what_a_plan_is_founded_on() {
    for (opening, expected) in [
        (
            "Thực hiện Kế hoạch số 12-KH/TĐTN-PT ngày 20/12/2024 của Ban Thường vụ Tỉnh Đoàn về tổ chức Tháng Thanh niên năm 2025;",
            "12-KH/TĐTN-PT 2024-12-20 [Ban Thường vụ Tỉnh Đoàn] Tổ chức Tháng Thanh niên năm 2025",
        ),
        (
            "Căn cứ Hướng dẫn số 08/HD-MTTQ của Ban Thường trực Ủy ban Mặt trận tỉnh, ngày 12 tháng 9 năm 2025 về việc “Tổ chức Ngày hội”; Ban Thường trực xây dựng kế hoạch như sau:",
            "08/HD-MTTQ 2025-09-12 [Ban Thường trực Ủy ban Mặt trận tỉnh] Tổ chức Ngày hội",
        ),
        (
            "Căn cứ Luật Thanh niên số 57/2020/QH14 ngày 16/6/2020;",
            "57/2020/QH14 2020-06-16 [] Luật Thanh niên số 57/2020/QH14",
        ),
        (
            "Căn cứ Nghị quyết số 05-NQ/HND và Chương trình số 06-CTr/HND ngày 10/01/2025 của Hội Nông dân huyện;",
            "05-NQ/HND  [Hội Nông dân huyện] Nghị quyết số 05-NQ/HND | 06-CTr/HND 2025-01-10 [Hội Nông dân huyện] Chương trình số 06-CTr/HND",
        ),
        (
            "Căn cứ Chương trình công tác năm 2025 của Hội Liên hiệp Phụ nữ tỉnh;",
            " [Hội Liên hiệp Phụ nữ tỉnh] Chương trình công tác năm 2025",
        ),
        (
            "Căn cứ Kết luận số 12-KL/HU ngày 05/01/2025 của đồng chí Bí thư Huyện ủy về công tác thanh niên;",
            "12-KL/HU 2025-01-05 [] Công tác thanh niên",
        ),
        ("Căn cứ tình hình thực tế của địa phương;", ""),
        ("Căn cứ chức năng, nhiệm vụ được giao;", ""),
        (
            "Hội Nông dân xã xây dựng Kế hoạch hoạt động năm 2025 như sau:",
            "",
        ),
    ] {
        let text = format!(
            "KẾ HOẠCH\nCông tác năm 2025\n\n{opening}\n\nI. MỤC ĐÍCH\n- Nâng cao nhận thức.\n"
        );
        let said: Vec<String> = read(&text)
            .document
            .bases
            .iter()
            .map(|basis| {
                let date = basis.date.map(|date| date.to_iso().to_string());
                let number = basis.number.as_deref().map(|number| format!("{number} "));
                let issuer = basis.issuer.as_deref().unwrap_or_default();
                let date = date.unwrap_or_default();
                format!(
                    "{}{date} [{issuer}] {}",
                    number.unwrap_or_default(),
                    basis.about
                )
            })
            .collect();
        assert_eq!(said.join(" | "), expected, "{opening}");
    }
}
