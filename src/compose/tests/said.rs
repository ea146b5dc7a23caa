//! Rows that are made out of sentences which other rows come from, or none.

use super::{Act, Composer, List, Vi, action, begun};
use crate::compose::PaperPiece;
use crate::reading::read;

#[test]
fn a_sentence_that_a_row_comes_from_says_something_else_too() {
    let mut made = begun();
    let lines = made.paper();
    let mut pieces = lines.iter().flat_map(|line| &line.pieces);
    let trees = pieces.find(|piece| piece.text.contains("100 cây xanh"));
    let trees = trees.unwrap().of.first().unwrap().clone();
    made.act(&action(Act::Add, List::Activities, &[&trees]))
        .unwrap();
    let view = made.view();
    let mut rows = view.rows.iter();
    let added = rows.find(|row| row.list == "activities" && row.title.contains("cây xanh"));
    let added = added.unwrap();
    assert_eq!(
        added.quote.as_deref(),
        Some("Trồng mới ít nhất 100 cây xanh.")
    );
    assert_eq!(added.section, "II");
    // Both rows are marked there.
    let lines = made.paper();
    let mut pieces = lines.iter().flat_map(|line| &line.pieces);
    let marked = pieces.find(|piece| piece.of.contains(&trees)).unwrap();
    assert_eq!(marked.of.len(), 2);
}

#[test]
fn words_that_nothing_was_made_of_become_a_row() {
    let mut made = begun();
    let lines = made.paper();
    let mut pieces = lines.iter().flat_map(|line| &line.pieces);
    let plain = pieces.find(|piece| piece.of.is_empty() && piece.text.contains("KẾ HOẠCH"));
    let plain = format!("text/{}", plain.unwrap().start);
    made.act(&action(Act::Add, List::Targets, &[&plain]))
        .unwrap();
    let view = made.view();
    let mut rows = view.rows.iter();
    let added = rows.find(|row| row.list == "targets" && row.title == "KẾ HOẠCH");
    assert_eq!(added.unwrap().quote.as_deref(), Some("KẾ HOẠCH"));
    // What is named nowhere is as if nothing were named.
    for named in ["text/1", "text/x", "targets/khong-co", "99"] {
        made.act(&action(Act::Add, List::Targets, &[named]))
            .unwrap();
    }
    assert!(made.undo());
}

#[test]
fn a_word_that_joins_two_pieces_of_a_sentence_is_no_piece() {
    let text = "KẾ HOẠCH\nCông tác năm 2024\n\nI. NHIỆM VỤ\n- Tổ chức các đợt sinh hoạt kỷ niệm 80 năm Ngày thành lập \
        Quân đội (22/12/1944 - 22/12/2024) và 35 năm Ngày hội Quốc phòng (22/12/1989 - 22/12/2024); kỷ niệm 65 năm Ngày mở \
        đường (19/5/1959 - 19/5/2024).\n";
    let made = Composer::of_reading(read(text), Vi);
    let lines = made.paper();
    let pieces = lines.iter().flat_map(|line| &line.pieces);
    let marked: Vec<&PaperPiece> = pieces.filter(|piece| !piece.of.is_empty()).collect();
    assert!(marked.len() > 2, "{marked:?}");
    for piece in marked {
        assert!(piece.text.split_whitespace().count() > 1, "{piece:?}");
    }
}
