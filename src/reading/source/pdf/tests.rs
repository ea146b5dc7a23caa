//! Pages made here, piece by piece: letters of 12 points, each 6 points wide.

use super::super::{Kind, Refused, text_of};
use serde_json::{Value, json};

fn piece(x: i64, y: i64, text: &str) -> Value {
    let letters = text
        .chars()
        .filter(|c| !('\u{300}'..='\u{36F}').contains(c))
        .count();
    let width = i64::try_from(letters).unwrap() * 60;
    json!({"text": text, "x": x, "y": y, "width": width, "size": 120, "upright": true})
}

fn small(x: i64, y: i64, text: &str) -> Value {
    let mut small = piece(x, y, text);
    small["size"] = json!(65);
    small["width"] = json!(35 * text.len());
    small
}

fn page(items: &[Value]) -> Value {
    json!({"width": 5950, "height": 8420, "items": items})
}

fn read(pages: &[Value]) -> Result<String, Refused> {
    let json = json!({ "pages": pages }).to_string();
    text_of(json.as_bytes(), Some(Kind::Pdf))
}

/// A full line of running text: from 850 to 5450 if it begins at the margin.
const FULL: &str =
    "Các chi đoàn tổ chức sinh hoạt theo chủ đề của tháng và tuyên truyền đến bạn trẻ";

/// The same of a line that begins farther in.
const INDENTED: &str = "Các chi đoàn tổ chức sinh hoạt theo chủ đề của tháng và tuyên truyền đến";

/// Lines below each other, each where it begins.
fn lines(from: i64, all: &[(i64, &str)]) -> Vec<Value> {
    let placed = all.iter().zip(0..);
    placed
        .map(|((x, text), n)| piece(*x, from + n * 140, text))
        .collect()
}

#[test]
fn what_the_width_of_a_page_broke_is_one_paragraph() {
    for (what, all, expected) in [
        (
            "a first line farther in",
            vec![
                (1210, INDENTED),
                (850, FULL),
                (850, "cùng tham gia."),
                (1210, "Hai."),
            ],
            "1210 850 850|1210",
        ),
        (
            "an item whose next lines stand farther in",
            vec![
                (
                    850,
                    "- Các chi đoàn tổ chức sinh hoạt theo chủ đề của tháng và tuyên truyền đến bạn",
                ),
                (1030, "cùng tham gia hoạt động."),
                (850, "- Hai"),
            ],
            "850 1030|850",
        ),
        (
            "a full line that ends a paragraph, and one farther in",
            vec![
                (850, FULL),
                (850, FULL),
                (1210, "Mỗi chi đoàn có một công trình."),
            ],
            "850 850|1210",
        ),
        (
            "short lines are lines by themselves",
            vec![
                (850, "I. MỤC ĐÍCH"),
                (850, "Thiết thực."),
                (850, "II. CHỈ TIÊU"),
                (850, FULL),
            ],
            "850|850|850|850",
        ),
        (
            "a year behind a dash that comes to the front",
            vec![
                (
                    1210,
                    "Nhiệm kỳ của Ban Chấp hành Đoàn phường Tân Hòa kéo dài hai năm rưỡi từ 2021",
                ),
                (850, "- 2024 và những năm sau."),
            ],
            "1210 850",
        ),
    ] {
        let text = read(&[page(&lines(1000, &all))]).unwrap();
        let mut joined = String::new();
        for (n, part) in expected.split('|').enumerate() {
            joined += if n > 0 { "\n" } else { "" };
            let before = expected
                .split('|')
                .take(n)
                .map(|part| part.split(' ').count())
                .sum();
            let own = all.iter().skip(before).take(part.split(' ').count());
            joined += &own.map(|(_, text)| *text).collect::<Vec<_>>().join(" ");
        }
        assert_eq!(text, joined + "\n", "{what}");
    }
}

#[test]
fn signs_at_the_end_of_a_line_part_nothing() {
    for (before, after, expected) in [
        ("năm 2022-", "2027", "năm 2022-2027"),
        ("cán bộ Đoàn/", "Hội", "cán bộ Đoàn/Hội"),
        ("số 185-KH/ĐTN-", "VP", "số 185-KH/ĐTN-VP"),
        ("năm 2022 -", "2027", "năm 2022 - 2027"),
        ("thanh\u{AD}", "niên", "thanhniên"),
        ("thanh", "niên", "thanh niên"),
    ] {
        let mut out = before.to_owned();
        super::flow::glue(&mut out, after);
        assert_eq!(out, expected);
    }
}

#[test]
fn pieces_of_a_row_are_words_by_the_room_between_them() {
    let body = lines(2000, &[(850, FULL), (850, "cùng tham gia.")]);
    for (what, pieces, expected) in [
        (
            "letters of another font come later",
            vec![
                piece(850, 1000, "Ho"),
                piece(1030, 1000, "t"),
                piece(1120, 1000, "động"),
                piece(970, 1000, "ạ"),
            ],
            "Hoạt động",
        ),
        (
            "a mark is a piece of its own",
            vec![
                piece(850, 1000, "Kê"),
                piece(970, 1000, "\u{301}"),
                piece(1000, 1000, "hoạch"),
            ],
            "Kế hoạch",
        ),
        (
            "marks apart from their letters",
            vec![piece(850, 1000, "Chỉ tie\u{302}u")],
            "Chỉ tiêu",
        ),
        (
            "bold type drawn twice",
            vec![piece(850, 1000, "KẾ HOẠCH"), piece(853, 1000, "KẾ HOẠCH")],
            "KẾ HOẠCH",
        ),
        (
            "a number that points at a footnote",
            vec![
                piece(850, 1000, "văn minh"),
                small(1330, 960, "1"),
                piece(1370, 1000, ";"),
            ],
            "văn minh;",
        ),
        (
            "a square metre",
            vec![
                piece(850, 1000, "trồng 50 m"),
                small(1450, 960, "2"),
                piece(1500, 1000, "cỏ"),
            ],
            "trồng 50 m2 cỏ",
        ),
    ] {
        let text = read(&[page(&[pieces, body.clone()].concat())]).unwrap();
        assert_eq!(text.lines().next(), Some(expected), "{what}");
    }
}

#[test]
fn offices_and_motto_are_read_one_after_the_other() {
    let header = [
        piece(1000, 700, "THÀNH ĐOÀN HÒA BÌNH"),
        piece(3300, 700, "ĐOÀN TNCS HỒ CHÍ MINH"),
        piece(1100, 850, "BCH ĐOÀN PHƯỜNG"),
        piece(1200, 1000, "Số: 05-KH/ĐTN"),
        piece(3100, 1000, "Tân Hòa, ngày 12 tháng 5 năm"),
        piece(3700, 1140, "2025"),
        piece(2700, 1400, "KẾ HOẠCH"),
    ];
    let body = lines(
        1800,
        &[
            (1210, "1. Mục đích"),
            (1210, INDENTED),
            (850, "cùng tham gia."),
        ],
    );
    let end = [
        piece(850, 4000, "Nơi nhận:"),
        piece(3600, 4000, "TM. BAN CHẤP HÀNH"),
        piece(850, 4140, "- Thành đoàn;"),
        piece(3900, 4140, "BÍ THƯ"),
        piece(850, 4280, "- Lưu: VP."),
    ];
    let text = read(&[page(&[header.to_vec(), body, end.to_vec()].concat())]).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(
        lines[..7],
        [
            "THÀNH ĐOÀN HÒA BÌNH",
            "BCH ĐOÀN PHƯỜNG",
            "Số: 05-KH/ĐTN",
            "ĐOÀN TNCS HỒ CHÍ MINH",
            "Tân Hòa, ngày 12 tháng 5 năm 2025",
            "KẾ HOẠCH",
            "1. Mục đích"
        ]
    );
    assert_eq!(
        lines[8..],
        [
            "Nơi nhận:",
            "- Thành đoàn;",
            "- Lưu: VP.",
            "TM. BAN CHẤP HÀNH",
            "BÍ THƯ"
        ]
    );
}

#[test]
fn tables_are_rows_with_their_cells() {
    let head = [
        piece(850, 1000, "TT"),
        piece(1600, 1000, "Nội dung"),
        piece(3700, 1000, "ĐVT"),
        piece(4600, 1000, "Số lượng"),
    ];
    let rows = [
        piece(870, 1200, "1"),
        piece(1200, 1200, "Kết nạp đoàn viên mới trong"),
        piece(3700, 1200, "người"),
        piece(4800, 1200, "60"),
        piece(1200, 1340, "toàn phường"),
        piece(870, 1540, "2"),
        piece(1200, 1540, "Trồng cây xanh"),
        piece(3700, 1540, "cây"),
        piece(4800, 1540, "1.200"),
    ];
    let after = lines(
        1800,
        &[
            (1210, "II. NHIỆM VỤ"),
            (1210, INDENTED),
            (850, "cùng tham gia."),
        ],
    );
    let text = read(&[page(&[head.to_vec(), rows.to_vec(), after].concat())]).unwrap();
    let lines: Vec<&str> = text.lines().take(4).collect();
    assert_eq!(
        lines,
        [
            "TT\tNội dung\tĐVT\tSố lượng",
            "1\tKết nạp đoàn viên mới trong toàn phường\tngười\t60",
            "2\tTrồng cây xanh\tcây\t1.200",
            "II. NHIỆM VỤ"
        ]
    );
}

#[test]
fn what_stands_around_pages_is_left_out() {
    let sheet = |number: i64, own: &str| {
        let number = number.to_string();
        let mut items = vec![
            piece(2900, 400, &number),
            piece(850, 550, "Kế hoạch hè 2025"),
        ];
        items.extend(lines(
            1000,
            &[
                (1210, own),
                (1210, INDENTED),
                (850, "cùng tham gia."),
                (1210, &format!("Tiếp {own}")),
                (1210, &format!("Hết {own}")),
            ],
        ));
        let mut note = piece(900, 7800, "Theo Nghị quyết.");
        note["size"] = json!(90);
        items.extend([
            small(850, 7770, "1"),
            note,
            piece(2500, 8100, &format!("Trang {number}/3")),
        ]);
        page(&items)
    };
    let text = read(&[sheet(1, "Một."), sheet(2, "Hai."), sheet(3, "Ba.")]).unwrap();
    assert!(!text.contains("Kế hoạch hè"), "{text}");
    assert!(!text.contains("Trang"), "{text}");
    assert!(!text.contains("Nghị quyết"), "{text}");
    assert!(
        text.lines().all(|line| line.parse::<u32>().is_err()),
        "{text}"
    );
    for own in ["Một.", "Hai.", "Ba."] {
        assert!(text.lines().any(|line| line == own), "{text}");
    }
}

#[test]
fn what_gives_no_text_says_why() {
    let scan = page(&[piece(850, 1000, "CamScanner")]);
    let odd = "\u{E012}\u{E013}\u{FFFD}".repeat(40);
    for (json, expected) in [
        (json!({"pages": [scan, scan]}).to_string(), Refused::Scan),
        (json!({"pages": []}).to_string(), Refused::Scan),
        (
            json!({"pages": [page(&[piece(850, 1000, &odd)])]}).to_string(),
            Refused::UnknownLetters,
        ),
        (json!({"trouble": "locked"}).to_string(), Refused::LockedPdf),
        (json!({"trouble": "broken"}).to_string(), Refused::BrokenPdf),
        (json!({"trouble": "large"}).to_string(), Refused::LongPdf),
        (
            json!({"pages": vec![page(&[]); 501]}).to_string(),
            Refused::LongPdf,
        ),
        ("[1]".to_owned(), Refused::BrokenPdf),
        ("%PDF-1.7".to_owned(), Refused::Pdf),
    ] {
        assert_eq!(
            text_of(json.as_bytes(), Some(Kind::Pdf)),
            Err(expected),
            "{json:.60}"
        );
    }
}

#[test]
fn odd_places_stop_nothing() {
    let odd = [i64::MIN, -1, 0, 1, 120, 5950, i64::MAX];
    let mut items = lines(1000, &[(850, FULL), (850, FULL)]);
    for x in odd {
        for y in odd {
            let pieces = odd.map(|size| {
                json!({"text": "a    b", "x": x, "y": y, "width": y, "size": size, "upright": true})
            });
            items.extend(pieces);
        }
    }
    for height in odd {
        let sheet = json!({"width": i64::MAX, "height": height, "items": items});
        let json = json!({"pages": [sheet, sheet]}).to_string();
        let _ = text_of(json.as_bytes(), Some(Kind::Pdf));
    }
}

#[test]
#[allow(clippy::disallowed_methods, reason = "this test measures time")]
fn a_page_of_many_pieces_takes_time_in_proportion() {
    let small = |x: i64, y: i64| json!({"text": "cây", "x": x, "y": y, "width": 1, "size": 1, "upright": true});
    // Each row begins right of the room of the one above, so that all of them are of its second column.
    let stairs: Vec<Value> = (0..10_000)
        .flat_map(|n| [small(4 * n, n), small(4 * n + 3, n)])
        .collect();
    // A row of more columns than a page has, and rows below that fill the first and the last of them.
    let mut wide: Vec<Value> = (0..7_000).map(|n| small(3 * n, 0)).collect();
    wide.extend((1..6_500).flat_map(|n| [small(0, n), small(3 * 6_999, n)]));
    for (what, items) in [("stairs", stairs), ("columns", wide)] {
        let page = json!({"width": 190_000, "height": 190_000, "items": items});
        let began = std::time::Instant::now();
        let text = read(&[page]).unwrap();
        assert!(
            began.elapsed().as_secs() < 8,
            "{what}: {:?}",
            began.elapsed()
        );
        assert!(text.len() < 1_000_000, "{what}: {}", text.len());
    }
}
