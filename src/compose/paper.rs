//! The document as the page shows it: its lines, with the sentences marked that rows come from.

use super::state::{Composition, Found, List, Named, Row};
use serde::Serialize;
use std::collections::BTreeSet;

/// A line of the document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PaperLine {
    /// Where it begins in the text, in bytes: by it a line is named in actions.
    pub start: usize,
    /// The level of the heading that it is, from 1; 0 of any other line.
    pub heading: u8,
    /// Its text, cut where sentences begin and end.
    pub pieces: Vec<PaperPiece>,
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PaperPiece {
    /// Where it begins in the text, in bytes: by it a piece is named in actions, `text/120`.
    pub start: usize,
    /// Its text.
    pub text: String,
    /// The rows that come from it: list and identity, `targets/trong-moi-cay-xanh`, or `unused/3`.
    pub of: Vec<String>,
}

/// What names a piece of the document, before its first byte.
pub(super) const TEXT: &str = "text/";

/// Where the piece that begins there ends; none where none begins.
pub(super) fn piece_at(made: &Composition, start: usize) -> Option<(usize, usize)> {
    let lines = lines(made);
    let mut pieces = lines.iter().flat_map(|line| {
        let ends = line.pieces.iter().skip(1).map(|next| next.start);
        let line_end = made.text.get(line.start..).and_then(|rest| rest.find('\n'));
        let line_end = line_end.map_or(made.text.len(), |len| line.start + len);
        line.pieces.iter().zip(ends.chain([line_end]))
    });
    let found = pieces.find(|(piece, _)| piece.start == start);
    found.map(|(piece, end)| (piece.start, end))
}

/// Where the sentence stands that a row comes from, the row named as the pieces name it.
pub(super) fn place_of(made: &Composition, named: &str) -> Option<(usize, usize)> {
    let marks = marks(made);
    let found = marks.iter().find(|mark| mark.of == named);
    found.map(|mark| (mark.start, mark.end))
}

pub(super) struct Mark {
    pub start: usize,
    pub end: usize,
    pub of: String,
}

/// The lines of the document; none where there is no document.
pub(super) fn lines(made: &Composition) -> Vec<PaperLine> {
    let marks = marks(made);
    let mut lines = Vec::new();
    let mut from = 0;
    for line in made.text.split_inclusive('\n') {
        let end = from + line.len();
        if !line.trim().is_empty() {
            let own: Vec<&Mark> = marks
                .iter()
                .filter(|mark| mark.start < end && from < mark.end)
                .collect();
            lines.push(PaperLine {
                start: from + (line.len() - line.trim_start().len()),
                heading: heading(made, from, end),
                pieces: pieces(&made.text, from, from + line.trim_end().len(), &own),
            });
        }
        from = end;
    }
    lines
}

fn heading(made: &Composition, from: usize, end: usize) -> u8 {
    let mut headings = made.outline.iter();
    let within = |at: u32| (from..end).contains(&(at as usize));
    let found = headings.find(|heading| within(heading.start));
    found.map_or(0, |heading| heading.level.max(1))
}

/// Where rows and what is left of the document stand in it.
pub(super) fn marks(made: &Composition) -> Vec<Mark> {
    fn of<T: Named>(marks: &mut Vec<Mark>, list: &str, rows: &[Row<T>]) {
        for row in rows {
            if let Some(Found { start, end, .. }) = row.found {
                marks.push(Mark {
                    start: start as usize,
                    end: end as usize,
                    of: [list, "/", row.item.id().as_str()].concat(),
                });
            }
        }
    }
    let mut marks = Vec::new();
    of(&mut marks, name(List::Targets), &made.targets);
    of(&mut marks, name(List::Duties), &made.duties);
    of(&mut marks, name(List::Activities), &made.activities);
    of(&mut marks, name(List::Units), &made.units);
    for (at, rest) in made.unused.iter().enumerate() {
        marks.push(Mark {
            start: rest.start as usize,
            end: rest.end as usize,
            of: ["unused/", &at.to_string()].concat(),
        });
    }
    marks
}

/// A list's name in JSON.
pub(super) fn name(list: List) -> &'static str {
    match list {
        List::Head => "head",
        List::Levels => "levels",
        List::Sectors => "sectors",
        List::Units => "units",
        List::Targets => "targets",
        List::Figures => "figures",
        List::Duties => "duties",
        List::Activities => "activities",
        List::Periods => "periods",
        List::Unused => "unused",
    }
}

/// The pieces without those that are one word or sign between two of one sentence (" và ", ";"): there is nothing to press in
/// such a one, and it belongs to what stands before it.
fn joined(pieces: impl Iterator<Item = PaperPiece>) -> Vec<PaperPiece> {
    let mut joined: Vec<PaperPiece> = Vec::new();
    for piece in pieces {
        let words = piece.text.split(|c: char| !c.is_alphanumeric());
        let joins = words.filter(|word| !word.is_empty()).count() <= 1;
        match joined.last_mut() {
            Some(last) if joins && piece.of.iter().any(|name| last.of.contains(name)) => {
                last.text.push_str(&piece.text);
            }
            _ => joined.push(piece),
        }
    }
    joined
}

fn pieces(text: &str, from: usize, end: usize, marks: &[&Mark]) -> Vec<PaperPiece> {
    let mut cuts: BTreeSet<usize> = BTreeSet::from([from, end]);
    for mark in marks {
        cuts.extend(
            [mark.start, mark.end]
                .iter()
                .filter(|at| (from..end).contains(at)),
        );
    }
    let cuts: Vec<usize> = cuts.into_iter().collect();
    let between = cuts.iter().zip(cuts.iter().skip(1));
    joined(between.filter_map(|(from, end)| {
        let own = marks
            .iter()
            .filter(|mark| mark.start <= *from && *end <= mark.end);
        Some(PaperPiece {
            start: *from,
            // What a converter left of bold and slanted letters.
            text: text.get(*from..*end)?.replace('*', ""),
            of: own.map(|mark| mark.of.clone()).collect(),
        })
    }))
}
