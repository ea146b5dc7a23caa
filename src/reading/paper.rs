//! What is handed in, by whom and how.

use super::context::Block;
use super::piece::Piece;
use super::table::Table;
use super::token::Kind;
use super::words::nouns::{Noun, noun_at};
use super::words::reports::{Paper, paper_at, sends};
use crate::plan::{Channel, ChannelKind};
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

/// Words with which a sentence goes on after a name. They count with their marks: "kết quả" is no "qua", "bảng" no
/// "bằng".
static STOPS: Table<()> = Table::of(&[
    ("=về", ()),
    ("=trước", ()),
    ("=gửi", ()),
    ("=gởi", ()),
    ("=qua", ()),
    ("=thông qua", ()),
    ("=hạn", ()),
    ("=thời hạn", ()),
    ("=chậm nhất", ()),
    ("=muộn nhất", ()),
    ("=bằng", ()),
    ("=đến", ()),
    ("=theo", ()),
    ("=cho", ()),
    ("=vào", ()),
    ("=định kỳ", ()),
    ("=được", ()),
    ("=tại", ()),
    ("=hằng", ()),
    ("=hàng", ()),
    ("=nộp", ()),
    ("=để", ()),
    ("=khi", ()),
    ("=sau khi", ()),
    ("=nhằm", ()),
    ("=phải", ()),
    ("=cần", ()),
    ("=là", ()),
    ("=kèm", ()),
    ("=kèm theo", ()),
    ("=trong thời hạn", ()),
]);

/// What a name may go on with although it also says when: "báo cáo hằng tháng", "báo cáo định kỳ quý", "báo cáo về việc".
static KEEPS: Table<()> = Table::of(&[
    ("=định kỳ", ()),
    ("=hằng tháng", ()),
    ("=hàng tháng", ()),
    ("=hằng tuần", ()),
    ("=hàng tuần", ()),
    ("=hằng quý", ()),
    ("=hàng quý", ()),
    ("=hằng năm", ()),
    ("=hàng năm", ()),
    ("=hằng ngày", ()),
    ("=hàng ngày", ()),
    ("=về việc", ()),
    ("=về tình hình", ()),
    ("=về kết quả", ()),
    ("=về công tác", ()),
]);

/// How many tokens a name has at most.
const LONGEST_NAME: usize = 40;

/// A name goes on until the sentence says when, where or how.
pub(super) fn name_end(block: &Block<'_>, from: usize, end: usize) -> usize {
    end_of_name(&block.piece, from, end)
}

fn end_of_name(piece: &Piece<'_>, from: usize, end: usize) -> usize {
    let mut at = from;
    while let Some((len, ())) = KEEPS.at(piece, at).filter(|(len, ())| at + len <= end) {
        at += len;
    }
    (at..end.min(from + LONGEST_NAME))
        .find(|at| match piece.kind(*at) {
            _ if piece.is_quoted(*at) => false,
            Some(Kind::Sign(sign)) => !matches!(sign, '-' | '“' | '”' | '«' | '»'),
            Some(Kind::Word) => STOPS.at(piece, *at).is_some(),
            Some(Kind::Date(_) | Kind::Time(_) | Kind::Link) => true,
            _ => false,
        })
        .unwrap_or_else(|| end.min(from + LONGEST_NAME))
}

pub(super) fn name(block: &Block<'_>, from: usize, to: usize) -> String {
    let words = single_line(block.piece.written(from, to)).replace('*', "");
    let mut words = words.trim_matches([' ', ',', '.', ';', ':', '-']);
    // What only joined the name to the next thing.
    while let Some(rest) = [" và", " hoặc", " cùng", " của", " ngày"]
        .iter()
        .find_map(|joint| words.strip_suffix(joint))
    {
        words = rest.trim_end_matches([' ', ',']);
    }
    capital(words)
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
    // "Định kỳ ngày 22 hằng tháng, các chi đoàn gửi …": who it is stands at the head of the clause of the verb.
    let named = verb.and_then(|verb| {
        let sign = (from..verb)
            .rev()
            .find(|at| piece.is_sign(*at, ',') || piece.is_sign(*at, ':'));
        [Some(from), sign.map(|sign| sign + 1)]
            .into_iter()
            .flatten()
            .find_map(|at| owner(piece, at, verb, at == from))
    });
    named.unwrap_or_else(|| block.level.clone())
}

/// Who hands something in, where the words from `from` to the verb name them.
fn owner(piece: &Piece<'_>, from: usize, verb: usize, opens: bool) -> Option<String> {
    let asked = ["de nghi", "yeu cau", "giao"]
        .into_iter()
        .find(|words| piece.says(from, words));
    let from = from + asked.map_or(0, |words| words.split(' ').count());
    let first = from + usize::from(matches!(piece.word(from), "cac" | "de" | "moi"));
    let noun =
        noun_at(piece, first).is_some_and(|noun| matches!(noun.kind, Noun::Unit | Noun::Group));
    let office = || {
        (piece.is_capital(from) && piece.word(from) == "cac")
            || ["van phong", "ban", "hoi", "nha", "doan"]
                .iter()
                .any(|word| piece.says(from, word))
    };
    (verb > from && (noun || opens && office())).then(|| {
        single_line(piece.written(from, verb))
            .trim_matches([' ', ':', ',', '*'])
            .to_owned()
    })
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
            kind: Some(ChannelKind::Paper),
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
                kind: None,
            });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::piece::Piece;
    use super::end_of_name;

    #[test]
    fn names_are_not_cut() {
        for (text, name) in [
            (
                "báo cáo kết quả thực hiện về Hội",
                "báo cáo kết quả thực hiện",
            ),
            (
                "báo cáo kết quả tổ chức Ngày hội trước ngày 25/11",
                "báo cáo kết quả tổ chức Ngày hội",
            ),
            ("báo cáo hằng tháng gửi về", "báo cáo hằng tháng"),
            (
                "báo cáo định kỳ hằng quý chậm nhất",
                "báo cáo định kỳ hằng quý",
            ),
            (
                "báo cáo thống kê số liệu qua biểu mẫu",
                "báo cáo thống kê số liệu",
            ),
            (
                "báo cáo về việc thực hiện quy chế gửi",
                "báo cáo về việc thực hiện quy chế",
            ),
            (
                "bảng tổng hợp tài chính bằng văn bản",
                "bảng tổng hợp tài chính",
            ),
            (
                "báo cáo công tác gia đình và bảo vệ môi trường theo mẫu",
                "báo cáo công tác gia đình và bảo vệ môi trường",
            ),
            ("báo cáo tháng cho Thành Đoàn", "báo cáo tháng"),
            (
                "kế hoạch tổ chức “Tuần lễ về nguồn” trước ngày 3/3",
                "kế hoạch tổ chức “Tuần lễ về nguồn”",
            ),
        ] {
            let piece = Piece::of(text, 0..text.len());
            assert_eq!(piece.written(0, end_of_name(&piece, 2, piece.len())), name);
        }
    }
}
