//! Rows that are pasted into the table of the form's own tests: a name, a value, done or not, votes; three rows at most.

use super::super::tests::{WORKS, copied, form, problems, type_in};
use super::{Pasted, PastedView};
use crate::form::{Form, TableRowView};

fn file(plain: &str) -> Pasted<'_> {
    Pasted {
        is_file: true,
        ..copied(plain)
    }
}

/// What is seen of a block; nothing of the form changes.
fn seen(form: &mut Form, path: &str, pasted: &Pasted<'_>) -> PastedView {
    let before = (form.draft_json(), form.problems(), form.table(WORKS));
    let view = form.pasted(path, pasted).expect("a block");
    assert_eq!(
        (form.draft_json(), form.problems(), form.table(WORKS)),
        before,
        "nothing is taken"
    );
    view
}

fn notes(view: &PastedView) -> Vec<String> {
    let notes = view.notes.iter();
    notes
        .map(|note| [&*note.place, ": ", &note.text].concat())
        .collect()
}

/// All texts of the table, row by row.
fn texts(form: &mut Form) -> Vec<String> {
    rows_of(form, WORKS)
}

fn rows_of(form: &mut Form, table: &str) -> Vec<String> {
    let rows = form.table(table).expect("a table").rows;
    let texts = |row: &TableRowView| {
        let inputs = row.cells.iter().flat_map(|cell| &cell.inputs);
        inputs
            .map(|input| input.value.clone())
            .collect::<Vec<_>>()
            .join("|")
    };
    rows.iter().map(texts).collect()
}

#[test]
fn rows_are_seen_with_what_is_understood_and_what_is_wrong_and_taken_in_one_step() {
    let mut form = form();
    form.put_row(WORKS, 0, "");
    type_in(&mut form, &[("0/name", "Cầu")]);
    let block = copied("Tên công trình\tGiá trị\tSố thứ tự\nĐường\t3 triệu\t7\nHẻm\tnhiều\t\n");
    let view = seen(&mut form, WORKS, &block);
    assert_eq!((view.head, view.count, view.rows.len()), (true, 4, 2));
    assert_eq!(view.rows[0].index, 1);
    assert_eq!(
        view.rows[0].cells[1].inputs[0].echo.as_deref(),
        Some("Hiểu là 3 triệu đồng")
    );
    let wrong = &view.rows[1].cells[1].inputs[0].findings[0];
    assert_eq!(
        (&*wrong.code, &*wrong.label),
        ("money.notAnAmount", "Điện thoại: Giá trị, dòng 3")
    );
    assert_eq!(
        notes(&view),
        [
            "Dòng 1 đã chép: Đây là tên các cột, không phải một dòng của bảng.",
            "Dòng 2 đã chép, cột “Số thứ tự”: Không lấy: bảng tự đánh số các dòng.",
        ]
    );
    let table = form.take_pasted(WORKS, &block).expect("taken");
    assert_eq!(
        texts(&mut form),
        ["Cầu||||", "Đường|3 triệu|||", "Hẻm|nhiều|||"]
    );
    let back = form
        .take_back(WORKS, &table.taken.unwrap())
        .expect("taken back");
    assert_eq!(back.rows.len(), 1);
    assert_eq!(texts(&mut form), ["Cầu||||"]);
}

#[test]
fn from_a_cell_on_rows_go_right_and_down_and_what_they_replace_is_said() {
    let mut form = form();
    for index in 0..2 {
        form.put_row(WORKS, index, "");
    }
    type_in(
        &mut form,
        &[
            ("0/name", "Cầu"),
            ("0/value", "5 triệu"),
            ("1/value", "2 triệu"),
        ],
    );
    let at = [WORKS, "/0/value"].concat();
    let block = copied("6 triệu\trồi\n\n2 triệu\nxong\tx\tthừa\tthừa\tthừa\n");
    let view = seen(&mut form, &at, &block);
    let cells: Vec<_> = view
        .cells
        .iter()
        .map(|cell| (&cell.path[WORKS.len()..], cell.replaces.as_deref()))
        .collect();
    assert_eq!(
        cells[..3],
        [
            ("/0/value", Some("5 triệu")),
            ("/0/done", None),
            ("/2/value", None)
        ]
    );
    assert_eq!(
        notes(&view),
        [
            "Dòng 4 đã chép, cột 5: Không lấy: từ chỗ dán, bảng không còn cột nào ở bên phải.",
            "Dòng 4 đã chép: Không lấy: bảng nhận nhiều nhất 3 công trình.",
        ]
    );
    form.take_pasted(&at, &block).expect("taken");
    assert_eq!(
        texts(&mut form),
        ["Cầu|6 triệu|rồi||", "|2 triệu|||", "|2 triệu|||"]
    );
}

#[test]
fn one_cell_is_text_like_any_other_but_not_in_a_file() {
    let mut form = form();
    form.put_row(WORKS, 0, "");
    let cell = [WORKS, "/0/name"].concat();
    assert!(form.pasted(&cell, &copied("Cầu\n")).is_none());
    assert!(form.pasted(&cell, &copied("")).is_none());
    assert!(form.pasted("/figures/trees", &copied("a\tb\n")).is_none());
    assert_eq!(seen(&mut form, WORKS, &copied("Cầu\n")).rows.len(), 1);
    assert_eq!(seen(&mut form, WORKS, &file("\u{feff}Cầu")).rows.len(), 1);
    let nothing = seen(&mut form, WORKS, &file(""));
    assert_eq!(notes(&nothing), [": Không có dòng nào để thêm."]);
    assert!(form.take_pasted(WORKS, &file("")).is_none());
}

#[test]
fn a_file_that_cannot_be_read_says_why_and_where_and_nothing_of_it_is_taken() {
    let mut form = form();
    for (text, why) in [
        (
            "Tên công trình;Giá trị\nCầu;5\n\"Đường;6\nHẻm;7\n",
            "Dòng 3 của tệp: Dấu ngoặc kép",
        ),
        ("PK\u{3}\u{4}…", ": Đây là tệp Excel"),
        (
            "T\u{fffd}n;Gi\u{fffd}",
            ": Tệp này không phải CSV dạng UTF-8",
        ),
    ] {
        let view = seen(&mut form, WORKS, &file(text));
        assert!(notes(&view)[0].starts_with(why), "{:?}", notes(&view));
        assert_eq!((view.rows.len(), view.count), (0, 0));
        assert!(form.take_pasted(WORKS, &file(text)).is_none());
    }
}

#[test]
fn explanations_of_what_is_replaced_do_not_stay_and_come_back_with_it() {
    let mut form = form();
    for (index, name) in ["Cầu", "Cầu", "Hẻm"].iter().enumerate() {
        form.put_row(WORKS, index, "");
        type_in(&mut form, &[(&format!("{index}/name"), name)]);
    }
    let cell = [WORKS, "/1/name"].concat();
    form.explain(&cell, "table.sameRow", "Hai cầu".to_owned());
    assert_eq!(problems(&form), ["/1/name table.sameRow"]);
    let block = copied("Hẻm\t5 triệu\nCầu\t6 triệu\n");
    let view = seen(&mut form, &cell, &block);
    assert_eq!(
        notes(&view),
        [
            "Điện thoại: Tên công trình, dòng 2: Lời giải thích “Hai cầu” là của nội dung cũ nên không giữ lại."
        ]
    );
    let taken = form.take_pasted(&cell, &block).unwrap().taken.unwrap();
    assert!(form.draft.explanations.is_empty());
    // What is typed since is a person's own.
    type_in(&mut form, &[("2/value", "4 triệu")]);
    form.take_back(WORKS, &taken).unwrap();
    assert_eq!(texts(&mut form), ["Cầu||||", "Cầu||||", "Hẻm|4 triệu|||"]);
    assert_eq!(problems(&form), ["/1/name table.sameRow"]);
    assert_eq!(form.draft.explanations[0].text, "Hai cầu");
}

#[test]
fn what_is_written_as_a_file_is_read_as_the_same_rows() {
    let mut form = form();
    for index in 0..3 {
        form.put_row(WORKS, index, "");
    }
    type_in(
        &mut form,
        &[
            ("0/name", "=SUM(A1:A9); \"Cầu\"\n'-dài"),
            ("0/value", "-5"),
            ("1/name", "'@Đường, hẻm"),
            ("1/votes/part", "30"),
            ("1/votes/whole", "+40"),
            ("2/done", "rồi"),
        ],
    );
    let before = texts(&mut form);
    let written = form.table_file(WORKS).expect("a file");
    assert!(
        written.starts_with(
            "\u{feff}Tên công trình;Giá trị;Đã xong;Đồng ý: đồng ý;Đồng ý: có mặt\r\n"
        ),
        "{written}"
    );
    for row in 0..3 {
        form.take_row(WORKS, 2 - row);
    }
    let view = seen(&mut form, WORKS, &file(&written));
    assert_eq!(
        notes(&view),
        ["Dòng 1 của tệp: Đây là tên các cột, không phải một dòng của bảng."]
    );
    form.take_pasted(WORKS, &file(&written)).unwrap();
    let flat = |text: &String| text.replace('\n', " ");
    assert_eq!(
        texts(&mut form),
        before.iter().map(flat).collect::<Vec<_>>()
    );
    assert!(form.table_file("/figures/trees").is_none());
}

#[test]
fn rows_of_a_full_table_are_said_by_their_numbers() {
    let mut form = form();
    let many: String = (0..20).map(|row| format!("Cầu {row}\t5\n")).collect();
    let view = seen(&mut form, WORKS, &copied(&many));
    assert_eq!(view.rows.len(), 3);
    assert_eq!(
        notes(&view),
        [
            "Dòng 4, 5, 6, 7, 8, 9 và 11 dòng khác đã chép: Không lấy: bảng nhận nhiều nhất 3 công trình."
        ]
    );
}
