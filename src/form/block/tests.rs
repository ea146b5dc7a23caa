//! Blocks as they are copied, on the small plan: trees, a share of two inputs, done or not, a phone number, teams.

use super::BlockView;
use crate::form::tests::open;

const TREES: &str = "/figures/trees";

fn pasted(path: &str, plain: &str, html: &str) -> BlockView {
    let mut form = open();
    let before = (form.draft_json(), form.view());
    let block = form.block(path, plain, html).expect("a block");
    assert_eq!((form.draft_json(), form.view()), before, "nothing is taken");
    block
}

/// What goes where: the key of each input and its text.
fn taken(block: &BlockView) -> Vec<(&str, &str)> {
    let rows = block.rows.iter();
    rows.map(|row| (row.path.trim_start_matches("/figures/"), row.text.as_str()))
        .collect()
}

fn left(block: &BlockView) -> Vec<(&str, &str)> {
    let left = block.left.iter();
    left.map(|left| (left.pasted.as_str(), left.why.as_str()))
        .collect()
}

#[test]
fn one_column_goes_down_from_where_it_is_pasted() {
    let block = pasted(TREES, "1.200\r\n30\r\n40\r\nx\r\n", "");
    let all = [
        ("trees", "1.200"),
        ("members/part", "30"),
        ("members/whole", "40"),
        ("held", "x"),
    ];
    assert_eq!(taken(&block), all);
    assert_eq!(block.rows[1].label, "Đoàn viên học nghị quyết: đã học");
    assert_eq!(block.rows[0].understood, None, "as it shows");
    let block = pasted("/figures/phone", "0901234567\n12\n5\n", "");
    assert_eq!(taken(&block), [("phone", "0901234567"), ("teams", "12")]);
    assert_eq!(left(&block), [("5", "Phía dưới không còn ô nào để điền")]);
}

#[test]
fn a_blank_cell_leaves_its_input_as_it_is() {
    let block = pasted(TREES, "12\n\n \n\n0901234567\n", "");
    assert_eq!(taken(&block), [("trees", "12"), ("phone", "0901234567")]);
    assert!(block.left.is_empty());
}

#[test]
fn several_columns_go_to_the_inputs_of_one_figure_and_rows_to_the_next() {
    let block = pasted("/figures/members/part", "30\t40\nx\tthừa\n", "");
    let all = [
        ("members/part", "30"),
        ("members/whole", "40"),
        ("held", "x"),
    ];
    assert_eq!(taken(&block), all);
    assert_eq!(
        left(&block),
        [("thừa", "Dòng này có nhiều ô hơn phiếu hỏi")]
    );
    let second = pasted("/figures/members/whole", "40\t1\n", "");
    assert_eq!(taken(&second), [("members/whole", "40")]);
}

#[test]
fn rows_that_name_a_figure_go_to_it_in_any_order() {
    let table = "TT\tNội dung\tĐVT\tKỳ trước\tKỳ này\tGhi chú\n\
        1\tSố đội hình đang có\tđội\t3\t12\t\n\
        2\tSỐ CÂY XANH TRỒNG MỚI\tcây\t10\t100\txong\n\
        3\tSố ca nhạc\tca\t1\t2\t\n\
        4\tSố đội hình đang có\tđội\t3\t13\t\n";
    let block = pasted("/figures/phone", table, "");
    assert_eq!(taken(&block), [("teams", "12"), ("trees", "100")]);
    let expected = [
        (
            "TT | Nội dung | ĐVT | Kỳ trước | Kỳ này | Ghi chú",
            "Phiếu không có ô nào mang tên này",
        ),
        (
            "3 | Số ca nhạc | ca | 1 | 2",
            "Phiếu không có ô nào mang tên này",
        ),
        (
            "4 | Số đội hình đang có | đội | 3 | 13",
            "Một dòng ở trên đã điền ô này",
        ),
        ("đội | cây | đội", "Không dùng cột này"),
        ("3 | 10 | 3", "Không dùng cột này"),
        ("xong", "Không dùng cột này"),
    ];
    assert_eq!(left(&block), expected);
}

#[test]
fn without_a_heading_the_column_that_can_be_read_holds_the_figures() {
    let table = "Số cây xanh trồng mới\tcây\t100\nĐoàn viên học nghị quyết\tngười\t30\t40\n";
    let block = pasted(TREES, table, "");
    let all = [
        ("trees", "100"),
        ("members/part", "30"),
        ("members/whole", "40"),
    ];
    assert_eq!(taken(&block), all);
    assert_eq!(left(&block), [("cây | người", "Không dùng cột này")]);
}

#[test]
fn a_number_of_an_english_spreadsheet_is_written_as_here_and_what_is_wrong_is_said() {
    let html = r#"<style>table {mso-displayed-decimal-separator:"\.";}</style>"#;
    let block = pasted(TREES, "1,200\n30\n12.5\n", html);
    let shown = (block.rows[0].pasted.as_str(), block.rows[0].text.as_str());
    assert_eq!(shown, ("1,200", "1.200"));
    let understood = block.rows[0].understood.as_deref();
    assert_eq!(understood, Some("Hiểu là 1.200 cây"));
    assert_eq!(block.rows[2].text, "12,5");
    let found = block.rows[2].findings.iter();
    let codes: Vec<_> = found.map(|found| &*found.code).collect();
    assert!(codes.contains(&"number.notWhole"), "{codes:?}");
    let unknown = pasted(TREES, "1,200\n30\n", "");
    assert_eq!(unknown.rows[0].findings[0].code, "number.ambiguous");
}

#[test]
fn what_stood_there_is_said_and_one_cell_is_no_block() {
    let mut form = open();
    form.set(TREES, "7".to_owned());
    let block = form.block(TREES, "12\n30\n", "").expect("a block");
    assert_eq!(block.rows[0].replaces.as_deref(), Some("7"));
    assert_eq!(block.rows[1].replaces, None);
    for (path, text) in [
        (TREES, "12"),
        (TREES, "12\r\n"),
        (TREES, ""),
        ("/figures/none", "1\n2"),
        ("/activities/0/title", "1\n2"),
        ("", "1\n2"),
    ] {
        assert_eq!(form.block(path, text, ""), None, "{path} {text:?}");
    }
    let long = form.block(TREES, &format!("{}\t2\n", "a".repeat(500)), "");
    assert_eq!(long.expect("a block").rows[0].pasted.chars().count(), 121);
}
