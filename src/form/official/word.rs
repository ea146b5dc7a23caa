//! A document as the parts of a Word file (.docx, ECMA-376): whoever has them packs them into a zip.
//!
//! Styles and headings are real ones, so that whoever mends the paper in Word finds its outline, and a table repeats its
//! headings on each page. There are no macros and nothing is fetched. What looks the same in every document stands in files
//! beside this one.

use super::{Official, OfficialBlock, OfficialLine, OfficialPair, OfficialTable};
use crate::text::{is_active, lines};

/// How wide the text is on A4 between margins of 30 and 20 mm, in twentieths of a point.
const WIDTH: usize = 9_071;

/// The parts of the Word file of a document, each with its name in the zip, UTF-8.
#[must_use]
pub fn word(official: &Official) -> Vec<(&'static str, String)> {
    let standing = |name, text: &str| (name, text.to_owned());
    vec![
        // Readers look for it first.
        standing("[Content_Types].xml", include_str!("word/types.xml")),
        standing("_rels/.rels", include_str!("word/rels.xml")),
        standing(
            "word/_rels/document.xml.rels",
            include_str!("word/document-rels.xml"),
        ),
        standing("word/styles.xml", include_str!("word/styles.xml")),
        standing("word/header1.xml", include_str!("word/header.xml")),
        ("word/document.xml", document(official)),
    ]
}

fn document(official: &Official) -> String {
    let mut out = Xml(String::from(include_str!("word/begin.xml").trim_end()));
    out.pair(&official.head);
    for block in &official.body {
        match block {
            OfficialBlock::Line(line) => out.line(line),
            OfficialBlock::Table(table) => out.table(table),
        }
    }
    out.pair(&official.foot);
    out.0.push_str(include_str!("word/end.xml").trim_start());
    out.0
}

/// XML in the making.
struct Xml(String);

impl Xml {
    fn line(&mut self, line: &OfficialLine) {
        self.paragraph(line.style.name(), &line.text);
    }

    fn paragraph(&mut self, style: &str, text: &str) {
        self.0.push_str("<w:p><w:pPr><w:pStyle w:val=\"");
        self.0.push_str(style);
        self.0.push_str("\"/></w:pPr>");
        if !text.is_empty() {
            self.0.push_str("<w:r><w:t xml:space=\"preserve\">");
            self.text(text);
            self.0.push_str("</w:t></w:r>");
        }
        self.0.push_str("</w:p>");
    }

    /// Text without what XML has no place for.
    fn text(&mut self, text: &str) {
        for sign in text.chars() {
            match sign {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '\n' | '\t' => self.0.push(' '),
                '\u{FFFE}' | '\u{FFFF}' => {}
                _ if is_active(sign) => {}
                _ => self.0.push(sign),
            }
        }
    }

    /// Two columns as a table without borders, as offices set their heads.
    fn pair(&mut self, pair: &OfficialPair) {
        let widths = [pair.width, 100_u8.saturating_sub(pair.width)];
        self.open_table("pair", &widths);
        self.0.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        for (lines, width) in [&pair.left, &pair.right].into_iter().zip(widths) {
            self.open_cell(width);
            for line in lines {
                self.line(line);
            }
            self.close_cell(lines.is_empty(), "recipient");
        }
        self.0.push_str("</w:tr></w:tbl>");
        // Tables that follow each other without a paragraph between them grow together.
        self.paragraph("between", "");
    }

    fn table(&mut self, table: &OfficialTable) {
        self.open_table("listed", &table.widths);
        self.row(
            &table.head,
            &table.widths,
            "cellHead",
            "<w:cantSplit/><w:tblHeader/>",
        );
        for row in &table.rows {
            self.row(row, &table.widths, "cell", "<w:cantSplit/>");
        }
        self.0.push_str("</w:tbl>");
        self.paragraph("between", "");
    }

    fn row(&mut self, cells: &[String], widths: &[u8], style: &str, properties: &str) {
        self.0.push_str("<w:tr><w:trPr>");
        self.0.push_str(properties);
        self.0.push_str("</w:trPr>");
        for (place, (cell, width)) in cells.iter().zip(widths).enumerate() {
            // A number is read in the middle of its narrow column.
            let style = if place == 0 && style == "cell" {
                "cellNumber"
            } else {
                style
            };
            self.open_cell(*width);
            let mut is_empty = true;
            for line in lines(cell) {
                self.paragraph(style, line.trim());
                is_empty = false;
            }
            self.close_cell(is_empty, style);
        }
        self.0.push_str("</w:tr>");
    }

    fn open_table(&mut self, style: &str, widths: &[u8]) {
        self.0.push_str("<w:tbl><w:tblPr><w:tblStyle w:val=\"");
        self.0.push_str(style);
        self.0.push_str("\"/><w:tblW w:w=\"");
        self.0.push_str(&WIDTH.to_string());
        self.0
            .push_str("\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>");
        for width in widths {
            self.0.push_str("<w:gridCol w:w=\"");
            self.0.push_str(&twips(*width));
            self.0.push_str("\"/>");
        }
        self.0.push_str("</w:tblGrid>");
    }

    fn open_cell(&mut self, width: u8) {
        self.0.push_str("<w:tc><w:tcPr><w:tcW w:w=\"");
        self.0.push_str(&twips(width));
        self.0.push_str("\" w:type=\"dxa\"/></w:tcPr>");
    }

    /// A cell must hold a paragraph.
    fn close_cell(&mut self, is_empty: bool, style: &str) {
        if is_empty {
            self.paragraph(style, "");
        }
        self.0.push_str("</w:tc>");
    }
}

fn twips(percent: u8) -> String {
    (WIDTH * usize::from(percent) / 100).to_string()
}
