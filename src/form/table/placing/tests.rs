use super::{Copied, Left, Placed, Why, placed};
use crate::value::{Measure, TableMeasure};
use serde_json::json;

fn table() -> TableMeasure {
    let table = json!({"table": {"row": "công trình", "columns": [
        {"id": "name", "label": "Tên công trình", "measure": {"text": {"max": 100}}, "required": true},
        {"id": "value", "label": "Giá trị", "measure": "money", "required": true},
        {"id": "votes", "label": "Tỷ lệ tán thành",
         "measure": {"share": {"part": "đồng ý", "whole": "có mặt", "noun": "người"}}},
        {"id": "way", "label": "Hình thức", "measure": {"choice": {"answers": [
            {"id": "moi", "label": "Làm mới"}, {"id": "sua", "label": "Sửa chữa"}]}}},
    ]}});
    let measure: Measure = crate::read::from_str(&table.to_string()).unwrap();
    measure.table().unwrap().clone()
}

fn with(from: usize, head: Option<bool>, is_stop: bool, lines: &[&str]) -> Placed {
    let rows: Vec<Vec<String>> = lines
        .iter()
        .map(|line| line.split('|').map(str::to_owned).collect())
        .collect();
    let copied = Copied {
        rows: &rows,
        is_stop,
        head,
        from,
    };
    let table = table();
    placed(&copied, &table, &table.slots(), &|_, text| {
        text.ends_with("triệu đồng")
    })
}

fn at(from: usize, lines: &[&str]) -> Placed {
    with(from, None, false, lines)
}

fn rows(placed: &Placed) -> Vec<String> {
    let cell = |put: &super::Put| format!("{}:{}", put.slot, put.text);
    let row = |row: &Vec<super::Put>| row.iter().map(cell).collect::<Vec<_>>().join(" ");
    placed.rows.iter().map(row).collect()
}

fn column(column: usize, heading: &str, rows: &[usize], why: Why) -> Left {
    Left::Column {
        column,
        heading: heading.to_owned(),
        rows: rows.to_vec(),
        why,
    }
}

#[test]
fn columns_go_where_their_headings_say_whatever_their_order() {
    let placed = at(
        0,
        &[
            "TT|GIÁ TRỊ|Tên công trình|Ghi chú",
            "1|5 triệu|Cầu|x",
            "2||Đường|",
        ],
    );
    assert!(placed.head);
    assert_eq!(rows(&placed), ["0:Cầu 1:5 triệu", "0:Đường"]);
    assert_eq!(
        placed.left,
        [
            column(1, "TT", &[2, 3], Why::Numbers),
            column(4, "Ghi chú", &[2], Why::NotAsked),
        ]
    );
    let placed = at(0, &["Tên|Đồng ý|Có mặt", "Cầu|30|40"]);
    assert_eq!(rows(&placed), ["0:Cầu 2:30 3:40"]);
    assert!(placed.left.contains(&Left::NotGiven("Giá trị".into())));
    assert!(placed.left.contains(&Left::Alike {
        heading: "Tên".into(),
        label: "Tên công trình".into()
    }));
    let placed = at(
        0,
        &["Tên công trình|Tỷ lệ tán thành", "Cầu|30/40", "Đường|30"],
    );
    assert_eq!(rows(&placed), ["0:Cầu 2:30 3:40", "0:Đường 2:30"]);
    let own = "Tên công trình|Giá trị|Tỷ lệ tán thành: đồng ý|Tỷ lệ tán thành: có mặt|Hình thức";
    let placed = at(0, &[own, "Cầu|5|3|4|sửa chữa"]);
    assert_eq!(rows(&placed), ["0:Cầu 1:5 2:3 3:4 4:sua"]);
    assert_eq!(placed.left, []);
}

#[test]
fn a_column_without_a_heading_or_with_that_of_another_is_said_with_its_rows() {
    let placed = at(
        0,
        &[
            "Tên công trình||Giá trị|Giá trị",
            "Cầu|thép|5|6",
            "Đường||7|",
            "Hẻm|đất|8|9|thừa",
        ],
    );
    assert_eq!(rows(&placed), ["0:Cầu 1:5", "0:Đường 1:7", "0:Hẻm 1:8"]);
    assert_eq!(
        placed.left,
        [
            column(2, "", &[2, 4], Why::Untitled),
            column(4, "Giá trị", &[2, 4], Why::Again),
            column(5, "", &[4], Why::Untitled),
        ]
    );
}

#[test]
fn without_headings_columns_stand_beside_each_other() {
    assert_eq!(
        rows(&at(0, &["Cầu|5", "Đường|6"])),
        ["0:Cầu 1:5", "0:Đường 1:6"]
    );
    let numbered = at(0, &["1|Cầu|5", "2.|Đường|6"]);
    assert_eq!(rows(&numbered), ["0:Cầu 1:5", "0:Đường 1:6"]);
    assert_eq!(numbered.left, [column(1, "", &[1, 2], Why::Numbers)]);
    assert_eq!(rows(&at(0, &["1|2", "2|3"])), ["0:2", "0:3"]);
    assert_eq!(rows(&at(1, &["5", "6"])), ["1:5", "1:6"]);
    assert_eq!(rows(&at(0, &["Cầu|5|3/4"])), ["0:Cầu 1:5 2:3 3:4"]);
    assert_eq!(
        rows(&at(0, &["Cầu|5|3|4|Làm mới"])),
        ["0:Cầu 1:5 2:3 3:4 4:moi"]
    );
    assert_eq!(rows(&at(2, &["3|4|LÀM MỚI"])), ["2:3 3:4 4:moi"]);
    let wide = at(4, &["khác|x|y", "|z|"]);
    assert_eq!(rows(&wide), ["4:khác", ""]);
    assert_eq!(
        wide.left,
        [
            column(2, "", &[1, 2], Why::TooWide),
            column(3, "", &[1], Why::TooWide),
        ]
    );
}

#[test]
fn sums_are_left_out_and_said_and_names_that_look_like_them_stay() {
    let placed = at(
        0,
        &[
            "Tên công trình|Giá trị (triệu đồng)",
            "Cầu|30",
            "Đường|5 tỷ",
            "|",
            "TỔNG CỘNG:|35",
        ],
    );
    assert_eq!(
        rows(&placed),
        ["0:Cầu 1:30 triệu đồng", "0:Đường 1:5 tỷ", "", ""]
    );
    assert_eq!(
        placed.left,
        [Left::Sum {
            row: 5,
            said: "TỔNG CỘNG:".into()
        }]
    );
    for name in ["Tống|5", "Cống|5", "Tổng|chưa rõ", "Tổng", "Tong|5"] {
        let placed = at(0, &["Tên công trình|Giá trị", name]);
        assert_eq!(
            placed
                .left
                .iter()
                .filter(|left| matches!(left, Left::Sum { .. }))
                .count(),
            0,
            "{name}"
        );
        assert_eq!(placed.rows.len(), 1);
        assert!(!placed.rows[0].is_empty(), "{name}");
    }
}

#[test]
fn an_answer_is_no_heading_and_a_person_has_the_last_word() {
    let placed = at(0, &["Công trình|5", "Đường|6"]);
    assert_eq!(rows(&placed), ["0:Công trình 1:5", "0:Đường 1:6"]);
    let placed = at(0, &["Giá trị|5", "Đường|6"]);
    assert_eq!(
        rows(&placed),
        ["0:Giá trị 1:5", "0:Đường 1:6"],
        "a row that says what a heading says"
    );
    let placed = at(0, &["TT|Công trình|Trị giá", "1|Đường|6"]);
    assert_eq!(rows(&placed), ["0:Đường 1:6"]);
    let names = ["Tên công trình|Giá trị", "Cầu|5"];
    assert_eq!(
        rows(&with(0, Some(false), false, &names)),
        ["0:Tên công trình 1:Giá trị", "0:Cầu 1:5"]
    );
    let nothing = with(0, Some(true), false, &["Cầu|5", "Đường|6"]);
    assert_eq!(rows(&nothing), [""]);
    assert_eq!(
        nothing.left[..2],
        [
            column(1, "Cầu", &[2], Why::NotAsked),
            column(2, "5", &[2], Why::NotAsked)
        ]
    );
}

#[test]
fn numbers_with_a_stop_before_their_places_are_written_as_here_and_texts_stay() {
    let placed = with(
        0,
        None,
        true,
        &["Cầu 1,234|1,200,000", "Đường 3.5|8.5 triệu"],
    );
    assert_eq!(
        rows(&placed),
        ["0:Cầu 1,234 1:1.200.000", "0:Đường 3.5 1:8,5 triệu"]
    );
    assert_eq!(placed.rows[1][1].copied.as_deref(), Some("8.5 triệu"));
    let said = Left::Stops {
        copied: "1,200,000".into(),
        written: "1.200.000".into(),
    };
    assert_eq!(placed.left, [said]);
    let seen = at(0, &["Cầu|8.5 triệu", "Đường|1.234 triệu"]);
    assert_eq!(rows(&seen), ["0:Cầu 1:8,5 triệu", "0:Đường 1:1,234 triệu"]);
    let unsure = at(0, &["Cầu|8.5 triệu", "Đường|8,5 triệu"]);
    assert_eq!(rows(&unsure), ["0:Cầu 1:8.5 triệu", "0:Đường 1:8,5 triệu"]);
    let here = at(0, &["Cầu|8,5 triệu", "Đường|1.200.000"]);
    assert_eq!(rows(&here), ["0:Cầu 1:8,5 triệu", "0:Đường 1:1.200.000"]);
    assert_eq!(here.left, []);
}

#[test]
fn a_cell_is_one_line_without_the_apostrophe_that_keeps_it_from_computing() {
    let placed = at(0, &["'=Cầu\nsố 1|'+5", "'Đường'|5"]);
    assert_eq!(rows(&placed), ["0:=Cầu số 1 1:+5", "0:'Đường' 1:5"]);
}

#[test]
fn nothing_is_nothing() {
    assert_eq!(at(0, &[]), Placed::default());
    assert_eq!(at(9, &["a|b"]).left.len(), 2);
}
