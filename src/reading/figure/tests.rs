use super::super::piece::Piece;
use super::figures;

#[test]
fn numbers_with_what_they_count() {
    for (text, expected) in [
        (
            "Phát triển ít nhất 2.500 đoàn viên",
            "Count(2500) đoàn viên",
        ),
        ("8/8 chi hội đạt", "Share(10000) chi hội"),
        ("ra quân ngày 19/3", ""),
        ("từ 20 đến 25 hội viên", "Count(20) hội viên range"),
        ("đạt 70 - 80% hội viên", "Share(7000) hội viên range"),
        ("từ 70% đến 80% hội viên", "Share(7000) hội viên range"),
        ("từ 80 đến dưới 95 hội viên", "Count(80) hội viên range"),
        (
            "vận động 50 triệu đồng - 70 triệu đồng",
            "Money(50000000) range",
        ),
        (
            "giảm ít nhất 05 hộ cận nghèo",
            "Count(5) hộ cận nghèo change",
        ),
        (
            "hộ nghèo giảm từ 1,8% xuống còn 1,2%",
            "Share(180) change State Share(120)",
        ),
        ("kết nạp ít nhất 02 đồng chí", "Count(2) đồng chí"),
        ("phiên chợ 0 đồng", "Money(0) Name"),
        ("8/10 mô hình hoạt động tốt", "Share(8000) mô hình"),
        ("vận động 150 triệu đồng", "Money(150000000)"),
        ("tối thiểu hai mô hình", "Count(2) mô hình"),
        ("trong hai năm", ""),
        ("kỷ niệm 92 năm Ngày thành lập", "Count(92) năm Span"),
        ("phòng, chống COVID-19", "Count(19) Name"),
        (
            "giảm 10% số vụ so với năm 2024",
            "Share(1000) vụ change Count(2024) Year",
        ),
        (
            "mức vay không quá 50 triệu đồng/hộ",
            "Money(50000000) Price",
        ),
        (
            "lần thứ 148, đợt 1, năm 2023",
            "Count(148) Ordinal Count(1) Ordinal Count(2023) Year",
        ),
        (
            "“1.000 bảng tuyên truyền”",
            "Count(1000) bảng tuyên truyền Name",
        ),
        ("hiện có 14 chi hội", "Count(14) chi hội State"),
        ("bị trừ 05 điểm thi đua", "Count(5) điểm Measure"),
    ] {
        let piece = Piece::of(text, 0..text.len());
        let said: Vec<String> = figures(&piece, 0, piece.len())
            .iter()
            .map(|figure| {
                let noun = figure.noun.filter(|noun| noun.known);
                let noun = noun.map(|noun| format!(" {}", piece.written(noun.from, noun.to)));
                let trap = figure.trap.map(|trap| format!(" {trap:?}"));
                let range = if figure.range { " range" } else { "" };
                let change = if figure.change { " change" } else { "" };
                format!(
                    "{:?}{}{range}{change}{}",
                    figure.amount,
                    noun.unwrap_or_default(),
                    trap.unwrap_or_default()
                )
            })
            .collect();
        assert_eq!(said.join(" "), expected, "{text}");
    }
}
