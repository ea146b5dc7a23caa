//! What is handed in, by whom and how.

use super::context::Block;
use super::token::Kind;
use super::words::nouns::{Noun, noun_at};
use super::words::reports::{Paper, paper_at, sends};
use crate::plan::Channel;
use crate::text::single_line;

/// What is handed in: the nearest name before a deadline, or in a part of the sentence.
pub(super) fn paper(block: &Block<'_>, from: usize, end: usize) -> Option<(usize, usize)> {
    let piece = &block.piece;
    let mut found: Option<(usize, usize, Paper)> = None;
    let mut at = from;
    while at < end {
        match paper_at(piece, at).filter(|_| !piece.is_quoted(at)) {
            Some((len, paper)) => {
                // "gửi kế hoạch và lịch": the first thing that is sent names it; a report rather than its figures.
                let keeps = found
                    .is_some_and(|(_, _, first)| first == Paper::Report || paper == Paper::HandIn);
                if !keeps {
                    found = Some((at, at + len, paper));
                }
                at += len;
            }
            None => at += 1,
        }
    }
    let (at, to, _) = found?;
    Some((at, name_end(block, to, end)))
}

/// A name goes on until the sentence says when, where or how.
pub(super) fn name_end(block: &Block<'_>, from: usize, end: usize) -> usize {
    let piece = &block.piece;
    let stops = [
        "ve", "truoc", "gui", "qua", "thong", "han", "cham", "bang", "den", "theo", "cho", "vao",
        "dinh", "duoc", "tai", "hang", "nop", "muon",
    ];
    (from..end.min(from + 14))
        .find(|at| match piece.kind(*at) {
            Some(Kind::Sign(sign)) => sign != '-' && sign != '“' && sign != '”',
            Some(Kind::Word) => stops.contains(&piece.word(*at)),
            Some(Kind::Date(_) | Kind::Time(_) | Kind::Link) => true,
            _ => false,
        })
        .unwrap_or_else(|| end.min(from + 14))
}

pub(super) fn name(block: &Block<'_>, from: usize, to: usize) -> String {
    let words = single_line(block.piece.written(from, to)).replace('*', "");
    capital(words.trim_matches([' ', ',', '.', ';', ':']))
}

pub(super) fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

pub(super) fn named_by_heading(block: &Block<'_>) -> String {
    if block.heading.is_empty() {
        "Báo cáo".to_owned()
    } else {
        capital(&block.heading)
    }
}

/// Who sends it: whom the sentence begins with, or the heading that names units.
pub(super) fn by(block: &Block<'_>, from: usize, end: usize) -> String {
    let piece = &block.piece;
    let verb = (from..end.min(from + 24)).find(|at| {
        sends(piece, *at)
            || piece.says(*at, "xay dung")
            || piece.says(*at, "chu dong")
            || piece.says(*at, "co trach nhiem")
    });
    let named = verb.filter(|verb| {
        let first = if matches!(piece.word(from), "cac" | "de") {
            from + 1
        } else {
            from
        };
        let noun =
            noun_at(piece, first).is_some_and(|noun| matches!(noun.kind, Noun::Unit | Noun::Group));
        *verb > from
            && (noun
                || (piece.is_capital(from) && piece.word(from) == "cac")
                || ["van phong", "ban", "hoi", "nha", "doan"]
                    .iter()
                    .any(|word| piece.says(from, word)))
    });
    named.map_or_else(
        || block.level.clone(),
        |verb| {
            single_line(piece.written(from, verb))
                .trim_matches([' ', ':', ',', '*'])
                .to_owned()
        },
    )
}

/// How it is to be sent.
pub(super) fn channels(block: &Block<'_>, from: usize, end: usize) -> Vec<Channel> {
    let piece = &block.piece;
    let mut found = Vec::new();
    if (from..end).any(|at| piece.says(at, "bang van ban") || piece.says(at, "van ban chinh thuc"))
    {
        found.push(Channel {
            name: "Văn bản".to_owned(),
            address: None,
        });
    }
    for at in from..end {
        if piece.kind(at) == Some(Kind::Link) {
            let address = piece.written(at, at + 1);
            let name = if address.contains('@') {
                "Thư điện tử"
            } else {
                "Biểu mẫu trực tuyến"
            };
            found.push(Channel {
                name: name.to_owned(),
                address: Some(address.to_owned()),
            });
        }
    }
    found
}
