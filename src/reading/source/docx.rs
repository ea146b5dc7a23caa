//! The text of a .docx: what Word shows, with the numbers that it counts by itself.

use super::Refused;
use super::fonts::Font;
use super::numbering::Numbering;
use super::page::Page;
use super::styles::{Styles, font, is_on};
use super::tags::{Tag, Tags, attribute};
use super::zip::Archive;

/// How deep elements stand inside each other at most.
const MAX_DEPTH: usize = 200;

const DOCUMENT: &str = "word/document.xml";

/// The text of a .docx.
///
/// # Errors
/// The file is no .docx, is locked or broken, or its parts are made to harm.
pub(super) fn text(bytes: &[u8]) -> Result<String, Refused> {
    let archive = Archive::open(bytes)?;
    if archive.has("EncryptedPackage") {
        return Err(Refused::Locked);
    }
    if !archive.has(DOCUMENT) {
        return Err(Refused::NoDocument);
    }
    let part = |name: &str| archive.text(name).map(Option::unwrap_or_default);
    let styles = Styles::read(&part("word/styles.xml")?)?;
    let mut numbering = Numbering::read(&part("word/numbering.xml")?)?;
    body(&part(DOCUMENT)?, &styles, &mut numbering)
}

/// A paragraph whose properties are being read.
#[derive(Default)]
struct Paragraph {
    style: Option<String>,
    list: Option<String>,
    level: Option<usize>,
    /// Whether its number stands on the page already.
    numbered: bool,
}

/// A run's own letters.
#[derive(Default)]
struct Run {
    font: Option<Font>,
    capitals: Option<bool>,
    hidden: bool,
}

struct Reader<'r> {
    styles: &'r Styles,
    numbering: &'r mut Numbering,
    page: Page,
    paragraphs: Vec<Paragraph>,
    run: Run,
    /// Inside a paragraph's properties, where a run's are those of its mark.
    in_properties: bool,
    in_cell_properties: usize,
    /// How deep inside what is not shown.
    skipped: usize,
    is_text: bool,
}

/// What Word does not show: what was deleted, fields' instructions, the other shape of a drawing, changes of properties.
const HIDDEN: [&str; 8] = [
    "w:del",
    "w:movefrom",
    "w:instrtext",
    "mc:fallback",
    "w:pprchange",
    "w:rprchange",
    "w:tblprchange",
    "w:sectprchange",
];

fn body(xml: &str, styles: &Styles, numbering: &mut Numbering) -> Result<String, Refused> {
    let mut tags = Tags::strict(xml);
    let mut reader = Reader {
        styles,
        numbering,
        page: Page::default(),
        paragraphs: Vec::new(),
        run: Run::default(),
        in_properties: false,
        in_cell_properties: 0,
        skipped: 0,
        is_text: false,
    };
    let mut depth = 0_usize;
    while let Some(tag) = tags.next()? {
        match tag {
            Tag::Open { name, rest, empty } => {
                if !empty {
                    depth += 1;
                    if depth > MAX_DEPTH {
                        return Err(Refused::Hostile);
                    }
                }
                let hidden = HIDDEN.contains(&name.as_str());
                if hidden && !empty {
                    reader.skipped += 1;
                }
                if reader.skipped == 0 {
                    reader.open(&name, rest, empty);
                }
            }
            Tag::Close(name) => {
                depth = depth.saturating_sub(1);
                if reader.skipped == 0 {
                    reader.close(&name);
                } else if HIDDEN.contains(&name.as_str()) {
                    reader.skipped -= 1;
                }
            }
            Tag::Text(words) => reader.words(&words),
        }
    }
    Ok(reader.page.finish())
}

impl Reader<'_> {
    fn open(&mut self, name: &str, rest: &str, empty: bool) {
        let value = || attribute(rest, "w:val").map(|value| value.into_owned());
        match name {
            // A text box stands inside a paragraph.
            "w:p" if !empty => {
                self.page.end();
                self.paragraphs.push(Paragraph::default());
            }
            "w:ppr" if !empty => self.in_properties = true,
            "w:pstyle" => self.paragraph(|own| own.style = value()),
            "w:numid" => self.paragraph(|own| own.list = value()),
            "w:ilvl" => self.paragraph(|own| own.level = value().and_then(|own| own.parse().ok())),
            "w:r" if !empty => self.run = Run::default(),
            "w:rfonts" if !self.in_properties => self.run.font = font(rest),
            "w:caps" if !self.in_properties => self.run.capitals = Some(is_on(rest)),
            "w:vanish" if !self.in_properties => self.run.hidden = is_on(rest),
            "w:t" if !empty => self.is_text = true,
            "w:tab" if !self.in_properties => self.put("\t"),
            "w:br" | "w:cr" => self.put("\n"),
            "w:nobreakhyphen" => self.put("-"),
            "w:tbl" if !empty => self.page.table(),
            "w:tr" if !empty => self.page.row(),
            "w:tc" if !empty => self.page.cell(),
            "w:tcpr" | "w:tblpr" if !empty => self.in_cell_properties += 1,
            "w:gridspan" => {
                let columns = value().and_then(|own| own.parse().ok()).unwrap_or(1);
                self.page.spans(columns);
            }
            "w:tblstyle" if value().is_some_and(|own| self.styles.is_bordered(&own)) => {
                self.page.bordered();
            }
            "w:top" | "w:left" | "w:insideh" | "w:insidev" | "w:start"
                if self.in_cell_properties > 0 =>
            {
                let drawn = value().is_some_and(|own| !matches!(own.as_str(), "nil" | "none"));
                if drawn {
                    self.page.bordered();
                }
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "w:p" => {
                self.page.end();
                self.paragraphs.pop();
            }
            "w:ppr" => self.in_properties = false,
            "w:t" => self.is_text = false,
            "w:tbl" => self.page.end_table(),
            "w:tcpr" | "w:tblpr" => {
                self.in_cell_properties = self.in_cell_properties.saturating_sub(1);
            }
            _ => {}
        }
    }

    fn paragraph(&mut self, set: impl FnOnce(&mut Paragraph)) {
        if let Some(own) = self.paragraphs.last_mut().filter(|_| self.in_properties) {
            set(own);
        }
    }

    fn words(&mut self, words: &str) {
        if self.is_text && self.skipped == 0 {
            self.put(words);
        }
    }

    fn put(&mut self, words: &str) {
        let Some(paragraph) = self.paragraphs.last_mut() else {
            return;
        };
        if self.run.hidden {
            return;
        }
        // Word counts a paragraph that says nothing; nobody would write its number.
        if !paragraph.numbered && !words.trim().is_empty() {
            paragraph.numbered = true;
            let number = number(paragraph, self.styles, self.numbering);
            self.page.number(number);
        }
        let font = self
            .run
            .font
            .unwrap_or_else(|| self.styles.font(paragraph.style.as_deref()));
        let font = match self.run.capitals {
            Some(true) => font.in_capitals(),
            Some(false) if font == Font::Capitals => Font::Unicode,
            _ => font,
        };
        self.page.text(font, words);
    }
}

/// The number of a paragraph: by its own list, or by that of its style.
fn number(paragraph: &Paragraph, styles: &Styles, numbering: &mut Numbering) -> String {
    let style = paragraph.style.as_deref();
    let by_style = styles.list(style);
    let list = paragraph
        .list
        .as_deref()
        .or(by_style.map(|(list, ..)| list));
    let Some(list) = list.filter(|list| *list != "0") else {
        return String::new();
    };
    let of_style = by_style.filter(|(own, ..)| *own == list);
    let level = paragraph
        .level
        .or_else(|| numbering.level_of(list, of_style.map(|(.., own)| own)?))
        .or_else(|| of_style.and_then(|(_, level, _)| level))
        .unwrap_or_default();
    numbering.next(list, level)
}
