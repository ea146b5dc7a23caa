//! The documents that the document cites: what it is founded on ("Căn cứ …"), and what it carries out, each with its number,
//! its day and who issued it.

use self::sign::sign;
use super::context::Block;
use super::header::own_clause;
use super::piece::Piece;
use super::sentence::sentences;
use super::table::Table;
use super::token::Kind;
use super::zone::Zone;
use crate::calendar::Date;
use crate::plan::{Citation, Document, Source};
use crate::text::{fold, single_line};
use std::collections::BTreeSet;

/// The section of what stands between the title and the first heading.
const FOUNDED: &str = "Căn cứ";
/// How many words stand at most between what a document is called and its number: "Chương trình phối hợp số".
const APART: usize = 6;
/// How many words the name of an office has at most, and a subject.
const OFFICE: usize = 18;
const SUBJECT: usize = 90;

/// What documents are called.
static KINDS: Table<()> = Table::of(&[
    ("kế hoạch", ()),
    ("chương trình", ()),
    ("hướng dẫn", ()),
    ("nghị quyết", ()),
    ("nghị định", ()),
    ("quyết định", ()),
    ("quy định", ()),
    ("quy chế", ()),
    ("chỉ thị", ()),
    ("kết luận", ()),
    ("thông tư", ()),
    ("thông báo", ()),
    ("thông tri", ()),
    ("công văn", ()),
    ("công điện", ()),
    ("đề án", ()),
    ("chiến lược", ()),
    ("=luật", ()),
    ("bộ luật", ()),
    ("hiến pháp", ()),
    ("pháp lệnh", ()),
    ("điều lệ", ()),
]);

/// Words with which a sentence says what the plan is founded on.
static FOUNDS: Table<()> = Table::of(&[
    ("căn cứ", ()),
    ("thực hiện", ()),
    ("thực hiện tốt", ()),
    ("thực hiện thắng lợi", ()),
    ("tiếp tục thực hiện", ()),
    ("triển khai", ()),
    ("triển khai thực hiện", ()),
    ("để triển khai", ()),
    ("để triển khai thực hiện", ()),
    ("để triển khai thực hiện thắng lợi", ()),
    ("để thực hiện", ()),
    ("để cụ thể hóa", ()),
    ("nhằm thực hiện", ()),
    ("nhằm triển khai", ()),
    ("nhằm cụ thể hóa", ()),
    ("=theo", ()),
    ("trên cơ sở", ()),
]);

/// Words that end the name of an office.
static PAST_OFFICE: Table<()> = Table::of(&[
    ("=về", ()),
    ("=đã", ()),
    ("=do", ()),
    ("ban hành", ()),
    ("quy định", ()),
    ("phê duyệt", ()),
    ("hướng dẫn", ()),
    ("triển khai", ()),
    ("thực hiện", ()),
    ("sửa đổi", ()),
    ("giai đoạn", ()),
    ("nhiệm kỳ", ()),
    ("năm", ()),
]);

/// All documents that are cited, each once; one that is cited again with a day that was not said before, again.
pub(super) fn bases(blocks: &[Block<'_>], document: &Document) -> Vec<Citation> {
    let own = document.number.as_deref().map(fold);
    let mut found = Vec::new();
    let mut known: BTreeSet<String> = BTreeSet::new();
    let mut dated: BTreeSet<(String, Option<Date>)> = BTreeSet::new();
    let within =
        |block: &&Block<'_>| matches!(block.zone, Zone::Opening | Zone::Body | Zone::Close);
    for one in blocks.iter().filter(within).flat_map(cited) {
        let is_own = one.number.is_some() && one.number.as_deref().map(fold) == own;
        let name = fold(one.number.as_deref().unwrap_or(&one.about));
        let is_new = known.insert(name.clone()) || one.date.is_some();
        if !is_own && is_new && dated.insert((name, one.date)) {
            found.push(one);
        }
    }
    found
}

/// What one paragraph cites.
fn cited(block: &Block<'_>) -> Vec<Citation> {
    let piece = &block.piece;
    let opens = block.zone == Zone::Opening;
    // Most paragraphs cite nothing.
    let may = |at: usize| {
        matches!(piece.kind(at), Some(Kind::DocumentNumber | Kind::Number)) && is_cited(piece, at)
    };
    if !opens && !(0..piece.len()).any(may) {
        return Vec::new();
    }
    // "…; Ban Thường vụ Quận Đoàn xây dựng Kế hoạch": the plan itself.
    let own = own_clause(piece).filter(|_| opens);
    let mut found = Vec::new();
    for (from, end) in sentences(piece, 0) {
        let end = own.filter(|own| (from..end).contains(own)).unwrap_or(end);
        let numbers: Vec<usize> = (from..end).filter(|at| may(*at)).collect();
        // "Quyết định số 217-QĐ/TW, Quyết định số 218-QĐ/TW của Bộ Chính trị": both are of one office.
        let mut behind: Option<(usize, Option<String>)> = None;
        let mut all = Vec::with_capacity(numbers.len());
        for at in numbers.iter().rev() {
            let Some(mut one) = numbered(block, from, *at, end) else {
                continue;
            };
            let joined = piece.is_sign(at + 1, ',') || piece.is(at + 1, "và");
            let next = behind.filter(|(next, _)| joined && next - at <= APART + 2);
            if one.issuer.is_none() && one.date.is_none() {
                one.issuer = next.and_then(|(_, issuer)| issuer);
            }
            behind = Some((*at, one.issuer.clone()));
            all.push(one);
        }
        found.extend(all.into_iter().rev());
        if opens && numbers.is_empty() {
            found.extend(named(block, from, end));
        }
    }
    found
}

/// Whether the number at a token is that of a document: behind "số", or behind what documents are called.
fn is_cited(piece: &Piece<'_>, at: usize) -> bool {
    let number = piece.kind(at) == Some(Kind::DocumentNumber);
    let signed = number || matches!(piece.kind(at + 1), Some(Kind::Sign('-' | '/')));
    signed && (piece.said(at, "so") || KINDS.before(piece, at).is_some()) || number
}

/// Where what a document is called begins, before its number.
fn kind_before(piece: &Piece<'_>, from: usize, number: usize) -> Option<usize> {
    let end = if piece.said(number, "so") {
        number - 1
    } else {
        number
    };
    (from.max(end.saturating_sub(APART))..end)
        .rev()
        .take_while(|at| piece.is_word(*at))
        .find(|at| {
            KINDS
                .at(piece, *at)
                .is_some_and(|(len, ())| piece.is_capital(*at) || at + len == end)
        })
}

/// A document with its number.
fn numbered(block: &Block<'_>, from: usize, at: usize, end: usize) -> Option<Citation> {
    let piece = &block.piece;
    let kind = kind_before(piece, from, at)?;
    let start = piece.span(at, at + 1).start;
    let (number, len) = sign(piece.text.get(start..)?)?;
    let to = (at + 1..end)
        .find(|to| piece.span(*to, to + 1).start >= start + len)
        .unwrap_or(end);
    let said = details(piece, to, end);
    let name = || single_line(piece.written(kind, to)).replace('*', "");
    Some(Citation {
        number: Some(number),
        date: said.date,
        issuer: said.issuer,
        about: said.about.unwrap_or_else(name),
        source: source(block, (from, end), (kind, said.to)),
    })
}

/// A document that only its name says: "Căn cứ Chương trình công tác Đoàn năm 2023".
fn named(block: &Block<'_>, from: usize, end: usize) -> Option<Citation> {
    let piece = &block.piece;
    let (len, ()) = FOUNDS.at(piece, from)?;
    let after = from + len;
    let end = ended(piece, after, end);
    let kind = (after..end.min(after + 4)).find(|at| {
        let known = KINDS.at(piece, *at);
        known.is_some_and(|(len, ())| {
            piece.is_word(at + len) && at + len < end && (piece.is_capital(*at) || *at == after)
        })
    })?;
    let of = (kind..end).find(|at| piece.is(*at, "của") && piece.is_capital(at + 1));
    let day = (kind..end).find(|at| dated(piece, *at).is_some());
    let said = of.into_iter().chain(day).min();
    let details = said.map(|at| details(piece, at, end)).unwrap_or_default();
    let about = single_line(piece.written(kind, said.unwrap_or(end))).replace('*', "");
    let about = about.trim_matches([',', ';', '.', ' ', ':']).to_owned();
    let subject = details
        .about
        .map(|subject| [&about, " về ", &subject].concat());
    Some(Citation {
        number: None,
        date: details.date,
        issuer: details.issuer,
        about: subject.unwrap_or(about),
        source: source(block, (from, end), (kind, end)),
    })
}

/// What is said behind the number of a document.
#[derive(Default)]
struct Details {
    date: Option<Date>,
    issuer: Option<String>,
    about: Option<String>,
    to: usize,
}

fn details(piece: &Piece<'_>, from: usize, end: usize) -> Details {
    let mut found = Details {
        to: from,
        ..Details::default()
    };
    let mut at = from;
    while at < end {
        let next = at + usize::from(piece.is_sign(at, ','));
        if let Some((date, to)) = dated(piece, next).filter(|_| found.date.is_none()) {
            found.date = Some(date);
            at = to;
        } else if piece.is(at, "của") && found.issuer.is_none() {
            let to = office_end(piece, at + 1, end);
            let words = single_line(piece.written(at + 1, to)).replace('*', "");
            // "của đồng chí …": a person issues nothing.
            let is_person = piece.reads(at + 1, "đồng chí") || piece.is_one(at + 1, &["ông", "bà"]);
            found.issuer = Some(words).filter(|words| !words.is_empty() && !is_person);
            at = to.max(at + 1);
        } else if piece.is_sign(at, '(') {
            // "(khóa XI)", "(sau đây gọi là …)".
            let close = (at..end.min(at + OFFICE)).find(|at| piece.is_sign(*at, ')'));
            let Some(close) = close else { break };
            at = close + 1;
        } else if piece.is(at, "về") {
            let since = at + if piece.is(at + 1, "việc") { 2 } else { 1 };
            let to = subject_end(piece, since, end);
            found.about = subject(piece, since, to);
            at = to;
            found.to = at;
            break;
        } else {
            break;
        }
        found.to = at;
    }
    found
}

/// "ngày 03/5/2024", with the token past it.
fn dated(piece: &Piece<'_>, at: usize) -> Option<(Date, usize)> {
    let at = at + usize::from(piece.word(at) == "ngay");
    let Some(Kind::Date(day)) = piece.kind(at) else {
        return None;
    };
    let date = piece.dates.get(day)?;
    let date = Date::new(date.year?, date.month, date.day).ok()?;
    Some((date, at + 1))
}

/// The token past the name of an office.
fn office_end(piece: &Piece<'_>, from: usize, end: usize) -> usize {
    let ends = |at: usize| {
        let sign = matches!(
            piece.kind(at),
            Some(Kind::Sign(',' | ';' | ':' | '(' | ')' | '“'))
        );
        let next =
            piece.is(at, "và") && (!piece.is_capital(at + 1) || KINDS.at(piece, at + 1).is_some());
        let past = at > from && PAST_OFFICE.at(piece, at).is_some() && !piece.is_capital(at);
        sign || next || past || dated(piece, at).is_some()
    };
    let limit = end.min(from + OFFICE);
    (from..limit).find(|at| ends(*at)).unwrap_or(limit)
}

/// The token past what a document is about.
fn subject_end(piece: &Piece<'_>, from: usize, end: usize) -> usize {
    let limit = end.min(from + SUBJECT);
    if piece.is_quoted(from) {
        let close = (from..limit).find(|at| !piece.is_quoted(*at));
        return close.map_or(limit, |close| (close + 1).min(limit));
    }
    let mut depth = 0_usize;
    for at in from..limit {
        match piece.kind(at) {
            Some(Kind::Sign('(')) => depth += 1,
            Some(Kind::Sign(')')) if depth == 0 => return at,
            Some(Kind::Sign(')')) => depth -= 1,
            _ => {}
        }
        let joins = piece.is_sign(at, ',') || piece.is_sign(at, ';') || piece.is(at, "và");
        let near = at + 1..limit.min(at + 2 + APART);
        // ", Kế hoạch số 12-KH/…": the next document.
        if joins
            && !piece.is_quoted(at)
            && KINDS.at(piece, at + 1).is_some()
            && near
                .into_iter()
                .any(|at| is_cited(piece, at) && piece.kind(at) == Some(Kind::DocumentNumber))
        {
            return at;
        }
    }
    ended(piece, from, limit)
}

/// Without the signs that end a sentence.
fn ended(piece: &Piece<'_>, from: usize, end: usize) -> usize {
    let sign = |at: usize| matches!(piece.kind(at), Some(Kind::Sign('.' | ';' | ',' | ':')));
    let mut end = end;
    while end > from && sign(end - 1) {
        end -= 1;
    }
    end
}

fn subject(piece: &Piece<'_>, from: usize, to: usize) -> Option<String> {
    let words = single_line(piece.written(from, to)).replace('*', "");
    let words = words.trim_matches([',', ';', '.', ' ', ':']);
    let inner = words
        .strip_prefix(['“', '"'])
        .and_then(|words| words.strip_suffix(['”', '"']))
        .filter(|inner| !inner.contains(['“', '”', '"']));
    let mut letters = inner.unwrap_or(words).trim().chars();
    let first = letters.next()?;
    Some(first.to_uppercase().chain(letters).collect())
}

/// Where it is cited: of what stands before the first heading the whole sentence.
fn source(block: &Block<'_>, (from, end): (usize, usize), (kind, to): (usize, usize)) -> Source {
    let piece = &block.piece;
    let opens = block.zone == Zone::Opening;
    let (section, quote) = if opens {
        (FOUNDED.to_owned(), piece.written(from, end))
    } else {
        (block.place.section.clone(), piece.written(kind, to))
    };
    Source {
        section,
        quote: Some(quote.to_owned()),
    }
}

mod sign;

#[cfg(test)]
mod tests;
