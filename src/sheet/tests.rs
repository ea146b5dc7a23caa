//! Files made here, cell by cell.

use super::{
    Book, Column, HeldKind, MAX_ROWS, Refused, Sheet, Table, column_name, parts, read, read_text,
};
use crate::reading::zip;

fn texts(sheet: &Sheet) -> Vec<String> {
    let line = |line: &super::Line| {
        let cells: Vec<&str> = line.cells.iter().map(|held| &*held.text).collect();
        format!("{}: {}", line.number, cells.join("|"))
    };
    sheet.rows.iter().map(line).collect()
}

fn workbook(sheet: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let sheet = format!("<worksheet><sheetData>{sheet}</sheetData></worksheet>");
    let mut files = vec![
        (
            "xl/workbook.xml",
            "<workbook><sheets><sheet name=\"Đơn vị\" r:id=\"rId1\"/></sheets></workbook>",
        ),
        (
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>",
        ),
        ("xl/worksheets/sheet1.xml", &*sheet),
    ];
    files.extend(more);
    zip(&files)
}

#[test]
fn cells_of_a_workbook_are_read_as_a_person_sees_them() {
    let shared = "<sst><si><t>Tên &amp; họ</t></si><si><r><t>Đoàn </t></r><r><t>phường</t></r><rPh><t>x</t></rPh></si></sst>";
    let sheet = "<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\" t=\"s\"><v>0</v></c><c r=\"D2\" t=\"s\"><v>1</v></c></row>\
        <row r=\"3\"/><row r=\"4\"><c r=\"A4\" s=\"2\"/></row>\
        <row r=\"7\"><c r=\"A7\"><v>9.01E8</v></c><c r=\"B7\" t=\"inlineStr\"><is><t>chữ</t></is></c>\
        <c r=\"C7\" t=\"str\"><f>A1&amp;B1</f><v>ghép</v></c><c r=\"D7\" t=\"e\"><v>#N/A</v></c><c r=\"E7\"><f>1</f></c></row>";
    let book = read(&workbook(sheet, &[("xl/sharedStrings.xml", shared)])).unwrap();
    assert_eq!(book.sheets[0].name, "Đơn vị");
    assert_eq!(
        texts(&book.sheets[0]),
        ["2: 1|Tên & họ||Đoàn phường", "7: 901000000|chữ|ghép|#N/A|="]
    );
    let kinds: Vec<HeldKind> = book.sheets[0].rows[1]
        .cells
        .iter()
        .map(|held| held.kind)
        .collect();
    assert_eq!(
        kinds,
        [
            HeldKind::Number,
            HeldKind::Text,
            HeldKind::Formula,
            HeldKind::Mistake,
            HeldKind::Formula
        ]
    );
}

#[test]
fn a_workbook_that_another_program_wrote_is_read() {
    let bytes = include_bytes!("../../tests/browser/fixtures/danh-sach-400.xlsx");
    let Book { sheets } = read(bytes).unwrap();
    let [sheet] = &*sheets else {
        panic!("{sheets:?}")
    };
    assert_eq!(sheet.name, "Danh sách");
    assert_eq!(sheet.rows.len(), 2 + 1 + 400 + 1);
    assert_eq!(
        &*sheet.rows[3].cells[1].text,
        "Chi đoàn khu phố 1, phường Sơn Kỳ"
    );
    let hidden =
        "<workbook><sheets><sheet name=\"a\" state=\"hidden\" r:id=\"rId1\"/></sheets></workbook>";
    let sheet = "<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>";
    let files = [
        ("xl/workbook.xml", hidden),
        ("xl/worksheets/sheet1.xml", sheet),
    ];
    assert_eq!(read(&zip(&files)), Err(Refused::Empty));
}

#[test]
fn lines_are_parted_by_what_parts_most_of_them() {
    for (text, rows) in [
        (
            "TT;Tên;Khối\n1;Đoàn A, B;Phường\n",
            vec!["1: TT|Tên|Khối", "2: 1|Đoàn A, B|Phường"],
        ),
        (
            "TT,Tên\n1,\"Đoàn \"\"A\"\", B\"\n",
            vec!["1: TT|Tên", "2: 1|Đoàn \"A\", B"],
        ),
        ("sep=;\r\na;b\r\n", vec!["2: a|b"]),
        (
            "a\tb\n\"hai\ndòng\"\tc\n\nd\te",
            vec!["1: a|b", "2: hai\ndòng|c", "5: d|e"],
        ),
        (
            "Đoàn phường Một\nĐoàn trường Hai, Ba\n",
            vec!["1: Đoàn phường Một", "2: Đoàn trường Hai, Ba"],
        ),
        ("a;\"không đóng\nb;c\n", vec!["1: a|\"không đóng", "2: b|c"]),
        ("", vec![]),
    ] {
        assert_eq!(texts(&read_text(text).unwrap()), rows, "{text:?}");
    }
}

#[test]
fn letters_are_read_as_excel_writes_them() {
    let said = "Tên đơn vị\nĐoàn phường Tây Thạnh\n";
    let wide: Vec<u8> = [0xFF, 0xFE]
        .into_iter()
        .chain(said.encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    let turned: Vec<u8> = [0xFE, 0xFF]
        .into_iter()
        .chain(said.encode_utf16().flat_map(u16::to_be_bytes))
        .collect();
    let marked = [&[0xEF, 0xBB, 0xBF], said.as_bytes()].concat();
    // Windows-1258 has tones behind their vowel.
    let old =
        b"T\xEAn \xF0\xFDn v\xEC\xF2\n\xD0o\xE0n ph\xFD\xF5\xCCng T\xE2y Tha\xF2nh\n".to_vec();
    for bytes in [said.as_bytes().to_vec(), wide, turned, marked, old] {
        let book = read(&bytes).unwrap();
        let name = crate::text::clean(&book.sheets[0].rows[1].cells[0].text).into_owned();
        assert_eq!(name, "Đoàn phường Tây Thạnh");
    }
}

#[test]
fn what_is_no_roster_is_refused_with_words() {
    let rows = |count: usize| "<row><c><v>1</v></c></row>".repeat(count);
    let many = workbook(&rows(MAX_ROWS + 1), &[]);
    let lines = "a;b\n".repeat(MAX_ROWS + 1).into_bytes();
    let columns = "a;".repeat(70).into_bytes();
    let entity = workbook("<!DOCTYPE x [<!ENTITY a \"b\">]>", &[]);
    for (bytes, refused) in [
        (&b"\xD0\xCF\x11\xE0 xls"[..], Refused::OldExcel),
        (b"%PDF-1.7", Refused::NoTable),
        (b"<html><table>", Refused::NoTable),
        (&zip(&[("word/document.xml", "<w/>")]), Refused::NoTable),
        (&zip(&[("xl/workbook.bin", "")]), Refused::Binary),
        (&zip(&[("content.xml", "")]), Refused::OpenDocument),
        (b"PK\x03\x04 cut off", Refused::Broken),
        (b"\x81\x8D no letters", Refused::Letters),
        (b"", Refused::Empty),
        (b" ; ;\n", Refused::Empty),
        (&many, Refused::TooManyRows),
        (&lines, Refused::TooManyRows),
        (&columns, Refused::TooManyColumns),
        (&entity, Refused::Hostile),
        (&vec![b'a'; super::MAX_FILE + 1], Refused::TooLarge),
    ] {
        assert_eq!(read(bytes), Err(refused));
        for lang in [crate::text::Lang::Vi, crate::text::Lang::En] {
            assert!(refused.sentence(lang).ends_with('.'), "{refused:?}");
        }
    }
}

#[test]
fn what_is_written_is_read_again() {
    let column = |title: &str| Column {
        title: title.to_owned(),
        width: 20,
        choices: None,
    };
    let choosing = Column {
        choices: Some(("Danh mục".to_owned(), 0)),
        ..column("Khối")
    };
    let row = |cells: &[&str]| {
        cells
            .iter()
            .map(|cell| (*cell).to_owned())
            .collect::<Vec<_>>()
    };
    let table = Table {
        name: "Đơn vị".to_owned(),
        columns: vec![column("Tên đơn vị"), choosing, column("Điện thoại")],
        rows: vec![
            row(&["=1+1 & <Đoàn> \"A\"", "", "0281"]),
            row(&["hai\ndòng", "Phường", ""]),
        ],
    };
    let list = Table {
        name: "Danh mục".to_owned(),
        columns: vec![column("Khối")],
        rows: vec![row(&["Phường"])],
    };
    let made = parts(&[table, list]);
    for (name, text) in &made {
        roxmltree::Document::parse(text).unwrap_or_else(|error| panic!("{name}: {error}\n{text}"));
    }
    let sheet = &made
        .iter()
        .find(|(name, _)| name == "xl/worksheets/sheet1.xml")
        .unwrap()
        .1;
    assert!(sheet.contains("'Danh mục'!$A$2:$A$2"), "{sheet}");
    assert!(!sheet.contains("<f>"), "no text becomes a formula");
    let files: Vec<(&str, &str)> = made.iter().map(|(name, text)| (&**name, &**text)).collect();
    let Book { sheets } = read(&zip(&files)).unwrap();
    assert_eq!(sheets[0].name, "Đơn vị");
    assert_eq!(
        texts(&sheets[0]),
        [
            "1: Tên đơn vị|Khối|Điện thoại",
            "2: =1+1 & <Đoàn> \"A\"||0281",
            "3: hai\ndòng|Phường"
        ]
    );
    assert!(
        sheets[0]
            .rows
            .iter()
            .flat_map(|line| &line.cells)
            .all(|held| held.kind == HeldKind::Text)
    );
}

#[test]
fn columns_are_named_as_in_a_workbook() {
    for (column, name) in [
        (0, "A"),
        (25, "Z"),
        (26, "AA"),
        (51, "AZ"),
        (52, "BA"),
        (701, "ZZ"),
        (702, "AAA"),
    ] {
        assert_eq!(column_name(column), name);
    }
}
