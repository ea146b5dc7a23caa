//! Styles of a .docx: the numbering, font and capitals that a paragraph has by its style.

use super::Refused;
use super::fonts::Font;
use super::tags::{Tag, Tags, attribute};
use std::collections::BTreeMap;

/// How many styles one may be based on, one after the other.
const MAX_BASES: usize = 16;

/// What a style says itself.
#[derive(Clone, Debug, Default)]
struct Style {
    based_on: Option<String>,
    list: Option<String>,
    level: Option<usize>,
    font: Option<Font>,
    capitals: Option<bool>,
    bordered: bool,
}

/// All styles by their names in the file.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: BTreeMap<String, Style>,
    font: Font,
    default: Option<String>,
}

impl Styles {
    /// Reads `styles.xml`.
    ///
    /// # Errors
    /// It has a document type.
    pub fn read(xml: &str) -> Result<Self, Refused> {
        let mut found = Self::default();
        let mut tags = Tags::strict(xml);
        let mut open: Option<(String, Style)> = None;
        while let Some(tag) = tags.next()? {
            match tag {
                Tag::Open { name, rest, empty } => {
                    let value = || attribute(rest, "w:val").map(|value| value.into_owned());
                    if name == "w:style" {
                        let id = attribute(rest, "w:styleid")
                            .unwrap_or_default()
                            .into_owned();
                        let paragraph =
                            attribute(rest, "w:type").is_some_and(|kind| kind == "paragraph");
                        if paragraph && attribute(rest, "w:default").is_some_and(|own| own == "1") {
                            found.default = Some(id.clone());
                        }
                        open = (!empty).then(|| (id, Style::default()));
                        continue;
                    }
                    let Some((_, style)) = &mut open else {
                        if name == "w:rfonts" {
                            found.font = font(rest).unwrap_or_default();
                        }
                        continue;
                    };
                    match name.as_str() {
                        "w:basedon" => style.based_on = value(),
                        "w:numid" => style.list = value(),
                        "w:ilvl" => style.level = value().and_then(|value| value.parse().ok()),
                        "w:rfonts" => style.font = font(rest),
                        "w:caps" => style.capitals = Some(is_on(rest)),
                        "w:tblborders" => style.bordered = true,
                        _ => {}
                    }
                }
                Tag::Close(name) if name == "w:style" => {
                    if let Some((id, style)) = open.take() {
                        found.styles.insert(id, style);
                    }
                }
                _ => {}
            }
        }
        Ok(found)
    }

    fn chain<'s>(&'s self, id: Option<&'s str>) -> impl Iterator<Item = (&'s str, &'s Style)> {
        let mut next = id.or(self.default.as_deref());
        std::iter::from_fn(move || {
            let id = next?;
            let style = self.styles.get(id)?;
            next = style.based_on.as_deref();
            Some((id, style))
        })
        .take(MAX_BASES)
    }

    /// The list of a style, its level where the style says one, and the style that says so.
    pub fn list<'s>(&'s self, id: Option<&'s str>) -> Option<(&'s str, Option<usize>, &'s str)> {
        let mut level = None;
        for (own, style) in self.chain(id) {
            level = level.or(style.level);
            if let Some(list) = style.list.as_deref() {
                return Some((list, level, own));
            }
        }
        None
    }

    /// How its letters are meant.
    pub fn font(&self, id: Option<&str>) -> Font {
        let font = self.chain(id).find_map(|(_, style)| style.font);
        let font = font.unwrap_or(self.font);
        let capitals = self.chain(id).find_map(|(_, style)| style.capitals);
        if capitals == Some(true) {
            font.in_capitals()
        } else {
            font
        }
    }

    /// Whether a table's style draws lines around its cells.
    pub fn is_bordered(&self, id: &str) -> bool {
        self.chain(Some(id)).any(|(_, style)| style.bordered)
    }
}

/// The font that a run names, by its letters or those beyond Latin.
pub(super) fn font(rest: &str) -> Option<Font> {
    let name = attribute(rest, "w:ascii").or_else(|| attribute(rest, "w:hansi"))?;
    Some(Font::named(&name))
}

/// Whether a property that is on or off is on.
pub(super) fn is_on(rest: &str) -> bool {
    !attribute(rest, "w:val").is_some_and(|value| matches!(&*value, "0" | "false" | "off" | "none"))
}
