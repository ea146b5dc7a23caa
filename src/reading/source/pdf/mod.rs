//! The text of a PDF, out of pieces of text and where they stand on their pages, as pdf.js finds them.
//!
//! A page of print has no paragraphs: pieces become rows (`row`), what stands around the page is left out (`around`), rows in
//! which things stand beside each other become columns and tables (`beside`), and lines become paragraphs (`flow`). All
//! places are tenths of a point, from the left and down from the top.

mod around;
mod beside;
mod flow;
mod row;
mod side;

use super::refused::Refused;
use crate::read::{self, record, words};
use row::Row;

/// The most pages and pieces that are read.
const MAX_PAGES: usize = 500;
const MAX_PIECES: usize = 400_000;

/// No page is wider or higher.
const FARTHEST: i64 = 200_000;

/// What the page hands over: the pages, or why there are none.
#[derive(Debug)]
struct Pages {
    pages: Vec<Sheet>,
    trouble: Option<Trouble>,
}

record!(Pages { ; pages, trouble });

/// Why a PDF could not be taken apart.
#[derive(Clone, Copy, Debug)]
#[expect(non_camel_case_types, reason = "the names in the JSON")]
enum Trouble {
    broken,
    locked,
    large,
}

words!(Trouble {
    broken,
    locked,
    large
});

/// A page.
#[derive(Debug)]
struct Sheet {
    width: i64,
    height: i64,
    items: Vec<Piece>,
}

record!(Sheet { width, height, items; });

/// A piece of text that was put on the page at once; `y` is the line on which its letters stand.
#[derive(Debug)]
struct Piece {
    text: String,
    x: i64,
    y: i64,
    width: i64,
    size: i64,
    upright: bool,
}

record!(Piece { text, x, y, width, size, upright; });

/// The text of a PDF, a paragraph or a row of a table a line; its kind is `pdf`, its bytes the JSON of its pages.
pub(super) fn text(json: &str) -> Result<String, Refused> {
    let Ok(Pages { pages, trouble }) = read::from_str::<Pages>(json) else {
        return Err(Refused::BrokenPdf);
    };
    match trouble {
        Some(Trouble::locked) => return Err(Refused::LockedPdf),
        Some(Trouble::broken) => return Err(Refused::BrokenPdf),
        Some(Trouble::large) => return Err(Refused::LongPdf),
        None => {}
    }
    let pieces: usize = pages.iter().map(|page| page.items.len()).sum();
    if pages.len() > MAX_PAGES || pieces > MAX_PIECES {
        return Err(Refused::LongPdf);
    }
    legible(&pages)?;
    let mut rows: Vec<Vec<Row>> = pages.into_iter().map(row::rows).collect();
    around::leave_out(&mut rows);
    let parts = beside::parts(rows);
    Ok(super::fonts::guessed(flow::text(&parts)))
}

/// Whether there is text, and letters in it: a scan has none, and some fonts do not say which letters they draw.
fn legible(pages: &[Sheet]) -> Result<(), Refused> {
    let (mut letters, mut unknown) = (0_usize, 0_usize);
    for c in pages
        .iter()
        .flat_map(|page| &page.items)
        .flat_map(|piece| piece.text.chars())
    {
        match c {
            '\u{FFFD}' | '\u{E000}'..='\u{F8FF}' | '\0'..='\u{8}' => unknown += 1,
            _ if c.is_alphabetic() => letters += 1,
            _ => {}
        }
    }
    if unknown > letters {
        return Err(Refused::UnknownLetters);
    }
    // A stamp or a number on each page is no text of a plan.
    if letters < 40 || letters < pages.len() * 20 {
        return Err(Refused::Scan);
    }
    Ok(())
}

#[cfg(test)]
mod tests;
