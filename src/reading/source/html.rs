//! The text of a page, or of what Word and browsers put on the clipboard.

use super::Refused;
use super::fonts::Font;
use super::numbering::{letter, roman};
use super::page::Page;
use super::tags::{Tag, Tags, attribute};

/// How many elements may be open inside each other; those beyond change nothing.
const MAX_DEPTH: usize = 1000;

/// An element that is open.
struct Open {
    name: String,
    font: Font,
    /// Whether it holds a number that Word wrote.
    is_number: bool,
}

/// A list that is open.
struct List {
    /// The sign that it numbers by: "1", "a", "A", "i", "I"; none for dashes.
    sign: Option<char>,
    count: u32,
}

/// Elements whose text is not shown.
const UNSHOWN: [&str; 6] = ["style", "script", "title", "head", "xml", "template"];
/// Elements that begin and end a line.
const LINES: [&str; 20] = [
    "p",
    "div",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "section",
    "article",
    "header",
    "footer",
    "ul",
    "ol",
    "dl",
    "dt",
    "dd",
    "blockquote",
    "pre",
    "body",
];
/// Elements that hold nothing.
const VOID: [&str; 8] = ["br", "hr", "img", "input", "meta", "link", "col", "wbr"];

/// The text of a page.
///
/// # Errors
/// None at present; a page that is badly made is read as far as it goes.
pub(super) fn text(html: &str) -> Result<String, Refused> {
    let mut tags = Tags::loose(html);
    let mut page = Page::default();
    let mut open: Vec<Open> = Vec::new();
    let mut lists: Vec<List> = Vec::new();
    let mut unshown: Option<String> = None;
    while let Some(tag) = tags.next()? {
        match tag {
            Tag::Open { name, .. } if unshown.is_some() && Some(&name) != unshown.as_ref() => {}
            Tag::Open { name, rest, empty } => {
                if UNSHOWN.contains(&name.as_str()) {
                    if !empty {
                        unshown = Some(name);
                    }
                    continue;
                }
                begin(&mut page, &mut lists, &name, rest);
                if !empty && !VOID.contains(&name.as_str()) && open.len() < MAX_DEPTH {
                    let above = open.last();
                    let style = attribute(rest, "style").unwrap_or_default();
                    let font = face(&style, rest)
                        .or(above.map(|above| above.font))
                        .unwrap_or_default();
                    let is_number = style
                        .to_ascii_lowercase()
                        .replace(' ', "")
                        .contains("mso-list:ignore")
                        || above.is_some_and(|above| above.is_number);
                    let font = if style
                        .to_ascii_lowercase()
                        .replace(' ', "")
                        .contains("text-transform:uppercase")
                    {
                        font.in_capitals()
                    } else {
                        font
                    };
                    open.push(Open {
                        name,
                        font,
                        is_number,
                    });
                }
            }
            Tag::Close(name) => {
                if unshown.as_ref() == Some(&name) {
                    unshown = None;
                    continue;
                }
                if unshown.is_some() {
                    continue;
                }
                end(&mut page, &mut lists, &name);
                // What was left open inside ends with it.
                let near = open.len().saturating_sub(64);
                let found = open.iter().skip(near).rposition(|own| own.name == name);
                if let Some(at) = found {
                    open.truncate(near + at);
                }
            }
            Tag::Text(words) if unshown.is_none() => {
                let font = open.last().map_or(Font::Unicode, |open| open.font);
                let is_number = open.last().is_some_and(|open| open.is_number);
                put(&mut page, font, &words, is_number);
            }
            Tag::Text(_) => {}
        }
    }
    Ok(super::fonts::guessed(page.finish()))
}

fn begin(page: &mut Page, lists: &mut Vec<List>, name: &str, rest: &str) {
    match name {
        "br" => page.text(Font::Unicode, "\n"),
        "table" => {
            page.table();
            let border = attribute(rest, "border").unwrap_or_default();
            let style = attribute(rest, "style")
                .unwrap_or_default()
                .to_ascii_lowercase();
            let drawn = !border.is_empty() && border != "0"
                || style.contains("border")
                    && !style.contains("border:none")
                    && !style.contains("border: none");
            if drawn || attribute(rest, "class").is_some_and(|class| class.contains("MsoTableGrid"))
            {
                page.bordered();
            }
        }
        "tr" => page.row(),
        "td" | "th" => {
            page.cell();
            let style = attribute(rest, "style")
                .unwrap_or_default()
                .to_ascii_lowercase();
            if style.contains("solid") && style.contains("border") {
                page.bordered();
            }
            let columns = attribute(rest, "colspan").and_then(|own| own.trim().parse().ok());
            page.spans(columns.unwrap_or(1));
        }
        "li" => {
            page.end();
            let number = lists.last_mut().and_then(|list| {
                let said = attribute(rest, "value").and_then(|own| own.trim().parse().ok());
                list.count = said.unwrap_or(list.count.saturating_add(1));
                let sign = list.sign?;
                Some(match sign {
                    'a' => letter(list.count) + ".",
                    'A' => letter(list.count).to_uppercase() + ".",
                    'i' => roman(list.count).to_lowercase() + ".",
                    'I' => roman(list.count) + ".",
                    _ => list.count.to_string() + ".",
                })
            });
            page.number(number.unwrap_or_else(|| "-".to_owned()));
        }
        _ if LINES.contains(&name) => {
            // "<li><p>…": the paragraph of an item begins with its number.
            if !page.is_blank() {
                page.end();
            }
            if matches!(name, "ul" | "ol") && lists.len() < 64 {
                page.end();
                let sign = (name == "ol").then(|| numbered_by(rest));
                let start = attribute(rest, "start").and_then(|own| own.trim().parse::<u32>().ok());
                lists.push(List {
                    sign,
                    count: start.unwrap_or(1).saturating_sub(1),
                });
            }
        }
        _ => {}
    }
}

/// What an ordered list is numbered by.
fn numbered_by(rest: &str) -> char {
    let style = attribute(rest, "style")
        .unwrap_or_default()
        .to_ascii_lowercase();
    let words = [
        ("lower-alpha", 'a'),
        ("lower-latin", 'a'),
        ("upper-alpha", 'A'),
        ("upper-latin", 'A'),
        ("lower-roman", 'i'),
        ("upper-roman", 'I'),
    ];
    let by_style = words
        .iter()
        .find(|(word, _)| style.contains(word))
        .map(|(_, sign)| *sign);
    by_style
        .or_else(|| attribute(rest, "type")?.trim().chars().next())
        .unwrap_or('1')
}

fn end(page: &mut Page, lists: &mut Vec<List>, name: &str) {
    match name {
        "table" => page.end_table(),
        "li" => page.end(),
        "ul" | "ol" => {
            page.end();
            lists.pop();
        }
        _ if LINES.contains(&name) => page.end(),
        _ => {}
    }
}

/// Text with its blanks as a page shows them; of what Word wrote as a number's sign a letter of a sign font is a dash.
fn put(page: &mut Page, font: Font, words: &str, is_number: bool) {
    let sign = words.trim_matches(|c: char| c.is_whitespace());
    if is_number
        && matches!(
            sign,
            "·" | "§"
                | "Ø"
                | "ü"
                | "v"
                | "q"
                | "o"
                | "à"
                | "¨"
                | "è"
                | "Ÿ"
                | "\u{F0B7}"
                | "–"
                | "+"
        )
    {
        page.text(Font::Unicode, if sign == "+" { "+ " } else { "- " });
        return;
    }
    let mut shown = String::with_capacity(words.len());
    for c in words.chars() {
        // A blank that does not break is one that was typed; all are one blank to the reader.
        let c = if c.is_whitespace() { ' ' } else { c };
        if c == ' ' && (shown.ends_with(' ') || shown.is_empty() && page.ends_blank()) {
            continue;
        }
        shown.push(c);
    }
    if !shown.is_empty() {
        page.text(font, &shown);
    }
}

/// The font that a style or a `face` names.
fn face(style: &str, rest: &str) -> Option<Font> {
    let lower = style.to_ascii_lowercase();
    let named = lower.find("font-family:").and_then(|at| {
        let tail = style.get(at + 12..)?;
        tail.split([',', ';']).next()
    });
    if let Some(name) = named {
        return Some(Font::named(name));
    }
    attribute(rest, "face").map(|name| Font::named(&name))
}
