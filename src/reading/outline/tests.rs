use super::super::lines::paragraphs;
use super::outline;

/// The headings of a text, each with its section and its depth.
fn read(text: &str) -> Vec<String> {
    let (headings, _) = outline(text, &paragraphs(text));
    headings
        .iter()
        .map(|heading| {
            format!(
                "{}|{}|{}",
                heading.level,
                heading.section,
                &text[heading.title.clone()]
            )
        })
        .collect()
}

#[test]
fn numbers_below_numbers() {
    let text = "I. MỤC ĐÍCH:\n1. Mục đích:\n- Nói.\n2. Yêu cầu:\n- Nói.\nII. NỘI DUNG\n1. Tuyên truyền\n1.1. Cấp quận:\n- Làm.\n1.2. Cơ sở:\n- Làm.\n2. Xây dựng\n- Làm.";
    assert_eq!(
        read(text),
        [
            "1|I|MỤC ĐÍCH",
            "2|I.1|Mục đích",
            "2|I.2|Yêu cầu",
            "1|II|NỘI DUNG",
            "2|II.1|Tuyên truyền",
            "3|II.1.1|Cấp quận",
            "3|II.1.2|Cơ sở",
            "2|II.2|Xây dựng",
        ]
    );
}

#[test]
fn items_are_no_headings() {
    let text = "B. CHỈ TIÊU:\n1. 100% chi hội sinh hoạt.\n2. Trồng 20 cây\n3. Kết nạp 5 hội viên\nCông trình:\n1. Xây 10 nhà.\nB. NỘI DUNG:\nI. Tuyên truyền:\n- Nói.\nIV. Phong trào:\n- Nói.\nC. TỔ CHỨC:\n1. Cấp quận:\n- Nói.";
    assert_eq!(
        read(text),
        [
            "1|B|CHỈ TIÊU",
            "2|B, Công trình|Công trình",
            "1|B|NỘI DUNG",
            "2|B.I|Tuyên truyền",
            "2|B.IV|Phong trào",
            "1|C|TỔ CHỨC",
            "2|C.1|Cấp quận",
        ]
    );
}

#[test]
fn a_number_in_the_place_of_a_roman_one() {
    let text = "III. GIẢI PHÁP\n1. Một\n- a.\n2. Hai\n- b.\n4. TỔ CHỨC THỰC HIỆN\n1. Cấp tỉnh\n- c.\nV. BÁO CÁO\n- d.";
    assert_eq!(
        read(text),
        [
            "1|III|GIẢI PHÁP",
            "2|III.1|Một",
            "2|III.2|Hai",
            "1|4|TỔ CHỨC THỰC HIỆN",
            "2|4.1|Cấp tỉnh",
            "1|V|BÁO CÁO",
        ]
    );
}

#[test]
fn headings_in_other_dress() {
    let text = "Phần thứ nhất\nMỤC TIÊU\nI- Chung\nNói.\nPhần thứ hai\nNHIỆM VỤ\nA. Xây dựng\na. Làm.\nb. Làm.\nđ. Làm.\nB. Phong trào\n1/ Một\nNói.\nPhần thứ ba\nTỔ CHỨC\nNói.";
    assert_eq!(
        read(text),
        [
            "1|Phần thứ nhất|MỤC TIÊU",
            "2|Phần thứ nhất.I|Chung",
            "1|Phần thứ hai|NHIỆM VỤ",
            "2|Phần thứ hai.A|Xây dựng",
            "2|Phần thứ hai.B|Phong trào",
            "3|Phần thứ hai.B.1|Một",
            "1|Phần thứ ba|TỔ CHỨC",
        ]
    );
    let text = "MỤC TIÊU\n1) 100% đạt.\n2) Không vi phạm.\nNHIỆM VỤ\n1) Chăm lo\n+ Thăm.\n2) Thi đua\n+ Thi.\n3) Nghỉ hè trong tháng 6.\nBÁO CÁO\n- Gửi.";
    assert_eq!(
        read(text),
        [
            "1|MỤC TIÊU|MỤC TIÊU",
            "1|NHIỆM VỤ|NHIỆM VỤ",
            "2|NHIỆM VỤ, 1|Chăm lo",
            "2|NHIỆM VỤ, 2|Thi đua",
            "1|BÁO CÁO|BÁO CÁO",
        ]
    );
}

#[test]
fn articles_and_lines_without_numbers() {
    let text = "Phần II\nNỘI DUNG\nĐiều 1. Điểm thưởng\n- Cộng.\nĐiều 2. Điểm trừ\n- Trừ.\nPhần III\nTỔ CHỨC\n1 – Tuyên truyền\nCác ngày lễ lớn\n- Tọa đàm.\nCông tác thi đua\n- Xét chọn.";
    assert_eq!(
        read(text),
        [
            "1|Phần II|NỘI DUNG",
            "2|Phần II.Điều 1|Điểm thưởng",
            "2|Phần II.Điều 2|Điểm trừ",
            "1|Phần III|TỔ CHỨC",
            "2|Phần III.1|Tuyên truyền",
            "3|Phần III.1, Các ngày lễ lớn|Các ngày lễ lớn",
            "3|Phần III.1, Công tác thi đua|Công tác thi đua",
        ]
    );
}

#[test]
fn a_heading_runs_on() {
    let text =
        "II. THỜI GIAN:\n1. Thời gian tổ chức: Từ ngày 26/02/2023.\n2. Lễ khởi động:\n- Nói.";
    assert_eq!(
        read(text),
        [
            "1|II|THỜI GIAN",
            "2|II.1|Thời gian tổ chức",
            "2|II.2|Lễ khởi động"
        ]
    );
    let (_, places) = outline(text, &paragraphs(text));
    assert!(text[places[1].body..].starts_with("Từ ngày"));
}
