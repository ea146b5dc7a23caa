//! Files made here, part by part.

use super::{Kind, Refused, text_of};

const DOCUMENT: &str = "word/document.xml";

/// A zip of files that are not packed.
pub(crate) fn zip(files: &[(&str, &str)]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut list = Vec::new();
    let four = |len: usize| u32::try_from(len).unwrap().to_le_bytes();
    let two = |len: usize| u16::try_from(len).unwrap().to_le_bytes();
    for (name, text) in files {
        let at = out.len();
        out.extend(b"PK\x03\x04\x14\0\0\0\0\0\0\0\0\0\0\0\0\0");
        out.extend(four(text.len()));
        out.extend(four(text.len()));
        out.extend(two(name.len()));
        out.extend(two(0));
        out.extend(name.as_bytes());
        out.extend(text.as_bytes());
        list.extend(b"PK\x01\x02\x14\0\x14\0\0\0\0\0\0\0\0\0\0\0\0\0");
        list.extend(four(text.len()));
        list.extend(four(text.len()));
        list.extend(two(name.len()));
        list.extend([0; 12]);
        list.extend(four(at));
        list.extend(name.as_bytes());
    }
    let at = out.len();
    out.extend(&list);
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend(two(files.len()));
    out.extend(two(files.len()));
    out.extend(four(list.len()));
    out.extend(four(at));
    out.extend(two(0));
    out
}

fn document(body: &str) -> String {
    format!("<?xml version=\"1.0\"?><w:document><w:body>{body}</w:body></w:document>")
}

fn docx(body: &str, more: &[(&str, &str)]) -> String {
    let document = document(body);
    let mut files = vec![(DOCUMENT, document.as_str())];
    files.extend(more);
    text_of(&zip(&files), None).unwrap()
}

fn item(list: u32, level: u32, words: &str) -> String {
    format!(
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"
    )
}

fn level(at: u32, format: &str, text: &str, more: &str) -> String {
    format!(
        "<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>{more}<w:lvlText w:val=\"{text}\"/></w:lvl>"
    )
}

fn numbering() -> String {
    [
        "<w:numbering><w:abstractNum w:abstractNumId=\"0\">",
        &level(0, "upperRoman", "%1.", ""),
        &level(1, "decimal", "%2.", "<w:pStyle w:val=\"Muc\"/>"),
        &level(2, "decimal", "%2.%3.", ""),
        &level(3, "lowerLetter", "%4)", ""),
        "</w:abstractNum><w:abstractNum w:abstractNumId=\"1\">",
        &level(0, "bullet", "\u{F0B7}", ""),
        "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>",
        "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num>",
        "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"1\"><w:startOverride w:val=\"5\"/></w:lvlOverride></w:num>",
        "</w:numbering>",
    ]
    .concat()
}

#[test]
fn numbers_are_counted_as_word_counts_them() {
    let styles = "<w:styles><w:style w:type=\"paragraph\" w:styleId=\"Muc\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style></w:styles>";
    let styled = "<w:p><w:pPr><w:pStyle w:val=\"Muc\"/></w:pPr><w:r><w:t>Yêu cầu</w:t></w:r></w:p>";
    let body = [
        item(1, 0, "MỤC ĐÍCH").as_str(),
        &item(1, 1, "Mục đích"),
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:p>",
        styled,
        &item(2, 0, "Thiết thực."),
        &item(1, 0, "NỘI DUNG"),
        &item(1, 1, "Tuyên truyền"),
        &item(1, 2, "Cấp quận"),
        &item(1, 2, "Cơ sở"),
        &item(1, 3, "Một"),
        &item(1, 1, "Phong trào"),
        &item(3, 1, "Từ năm"),
        &item(3, 1, "Sáu"),
        &item(0, 0, "Không số"),
    ]
    .concat();
    let text = docx(
        &body,
        &[
            ("word/numbering.xml", &numbering()),
            ("word/styles.xml", styles),
        ],
    );
    assert_eq!(
        text,
        "I. MỤC ĐÍCH\n1. Mục đích\n2. Yêu cầu\n- Thiết thực.\nII. NỘI DUNG\n1. Tuyên truyền\n1.1. Cấp quận\n1.2. Cơ sở\na) Một\n2. Phong trào\n5. Từ năm\n6. Sáu\nKhông số\n"
    );
}

#[test]
fn tables_are_rows_and_headers_are_read_cell_by_cell() {
    let cell = |words: &[&str]| {
        let lines: Vec<String> = words
            .iter()
            .map(|line| format!("<w:p><w:r><w:t>{line}</w:t></w:r></w:p>"))
            .collect();
        format!("<w:tc><w:tcPr/>{}</w:tc>", lines.concat())
    };
    let header = format!(
        "<w:tbl><w:tr>{}{}</w:tr></w:tbl>",
        cell(&["HỘI PHỤ NỮ", "Số: 05/KH"]),
        cell(&["Đông Hòa, ngày 05 tháng 3 năm 2025"])
    );
    let table = format!(
        "<w:tbl><w:tblPr><w:tblBorders><w:top w:val=\"single\"/></w:tblBorders></w:tblPr><w:tr>{}{}{}</w:tr><w:tr>{}{}{}</w:tr></w:tbl>",
        cell(&["STT"]),
        cell(&["Chỉ tiêu"]),
        cell(&["Số lượng"]),
        cell(&[]),
        cell(&["Hội viên", "mới"]),
        cell(&["20"])
    );
    assert_eq!(
        docx(&[header, table].concat(), &[]),
        "HỘI PHỤ NỮ\nSố: 05/KH\nĐông Hòa, ngày 05 tháng 3 năm 2025\nSTT\tChỉ tiêu\tSố lượng\n–\tHội viên mới\t20\n"
    );
}

#[test]
fn runs_say_how_their_letters_are_meant() {
    let body = "<w:p><w:r><w:rPr><w:rFonts w:ascii=\".VnTime\"/></w:rPr><w:t>KÕ ho¹ch</w:t></w:r><w:r><w:rPr><w:caps/></w:rPr><w:t> năm</w:t></w:r>\
        <w:del><w:r><w:t>bỏ</w:t></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r><w:r><w:instrText>PAGE</w:instrText><w:footnoteReference w:id=\"2\"/><w:t>&#x20;2025 &amp; sau</w:t></w:r></w:p>";
    assert_eq!(
        docx(body, &[]),
        "Kế hoạch NĂM 2025 &amp; sau\n".replace("&amp;", "&")
    );
}

#[test]
fn pages_and_clipboards_keep_their_numbers() {
    for (html, expected) in [
        (
            "<html><head><style>p{}</style></head><body><p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>1.<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span></span><![endif]>M&#7909;c\n đích</p><p><span style='mso-list:Ignore'>·<span>&nbsp;</span></span>Thiết thực</p>",
            "1. Mục đích\n- Thiết thực\n",
        ),
        (
            "<ol type=I start=2><li>Nội dung<ol><li>Một</li><li><p>Hai</p></li></ol></li></ol><ul><li>Ba</ul>",
            "II. Nội dung\n1. Một\n2. Hai\n- Ba\n",
        ),
        (
            "<table border=1><tr><td>STT<td>Chỉ tiêu<td>Số lượng<tr><td>1<td>Cây<br>xanh<td>20</table>",
            "STT\tChỉ tiêu\tSố lượng\n1\tCây xanh\t20\n",
        ),
        (
            "<div>một &lt; hai <b>ba</b><br>bốn</div><script>x<y</script>",
            "một < hai ba\nbốn\n",
        ),
        (
            "<p><font face='VNI-Times'>Keá hoaïch</font></p>",
            "Kế hoạch\n",
        ),
    ] {
        assert_eq!(
            text_of(html.as_bytes(), Some(Kind::Html)).unwrap(),
            expected
        );
    }
}

#[test]
fn what_is_no_document_is_refused() {
    let deep = document(&"<w:p>".repeat(100_000));
    let entities = "<!DOCTYPE x [<!ENTITY a \"b\">]><w:document/>";
    for (bytes, expected) in [
        (b"%PDF-1.7".to_vec(), Refused::Pdf),
        (vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1], Refused::OldWord),
        (b"{\\rtf1".to_vec(), Refused::OldWord),
        (vec![0x89, b'P', b'N', b'G'], Refused::Image),
        (vec![b'a', 0xE1, b'b'], Refused::Letters),
        (b"PK\x03\x04".to_vec(), Refused::Broken),
        (zip(&[("xl/workbook.xml", "<x/>")]), Refused::NoDocument),
        (zip(&[(DOCUMENT, &deep)]), Refused::Hostile),
        (zip(&[(DOCUMENT, entities)]), Refused::Hostile),
    ] {
        assert_eq!(text_of(&bytes, None), Err(expected));
    }
    assert_eq!(
        text_of("\u{FEFF}Kế hoạch".as_bytes(), None).unwrap(),
        "Kế hoạch"
    );
    assert_eq!(
        text_of(&[0xFF, 0xFE, b'K', 0, 0xBF, 0x1E], None).unwrap(),
        "Kế"
    );
}

#[test]
fn what_swells_is_refused() {
    let much = vec![b' '; 30 << 20];
    let packed = miniz_oxide::deflate::compress_to_vec(&much, 6);
    let mut bytes = zip(&[(DOCUMENT, "")]);
    // The packed bytes put in the place of the empty part.
    let header = 30 + DOCUMENT.len();
    let list = bytes.split_off(header);
    bytes.extend(&packed);
    let at = bytes.len();
    bytes.extend(&list);
    let len = u32::try_from(packed.len()).unwrap().to_le_bytes();
    bytes[at + 10] = 8;
    bytes[at + 20..at + 24].copy_from_slice(&len);
    let end = bytes.len() - 22;
    let at = u32::try_from(at).unwrap().to_le_bytes();
    bytes[end + 16..end + 20].copy_from_slice(&at);
    assert_eq!(text_of(&bytes, None), Err(Refused::Swollen));
}
