//! The header, title and signature of a document.

use super::named::titled;
use super::piece::Piece;
use super::token::Kind;
use super::zone::{Zone, kind_of};
use crate::calendar::Date;
use crate::plan::Document;
use crate::text::{fold, single_line};

/// What stands around the body.
#[derive(Debug, Default)]
pub(super) struct Header {
    pub document: Document,
    pub title: Option<String>,
}

/// Words that a header has beside its offices.
const ORNAMENTS: [&str; 8] = [
    "dang cong san viet nam",
    "cong hoa xa hoi chu nghia viet nam",
    "doc lap - tu do - hanh phuc",
    "doan tncs ho chi minh",
    "mat tran to quoc viet nam",
    "so",
    "v/v",
    "ve viec",
];

/// The header's fields, as far as they are there.
pub(super) fn header(pieces: &[Piece<'_>], zones: &[Zone]) -> Header {
    let mut found = Header::default();
    let document = &mut found.document;
    let mut offices: Vec<String> = Vec::new();
    let mut title: Vec<String> = Vec::new();
    let mut signed = 0;
    for (piece, zone) in pieces.iter().zip(zones) {
        match zone {
            Zone::Header => in_header(piece, document, &mut offices),
            Zone::Title => in_title(piece, document, &mut title),
            Zone::Opening if document.issuer.is_empty() => {
                document.issuer = issuer(piece).unwrap_or_default();
            }
            Zone::Recipients => recipient(piece, document),
            Zone::Signature => {
                signature(piece, document, signed);
                signed += 1;
            }
            _ => {}
        }
    }
    let mut offices = offices.into_iter();
    let (first, second) = (offices.next(), offices.next());
    match (first, second) {
        (Some(superior), Some(own)) => {
            document.superior = Some(superior);
            if document.issuer.is_empty() {
                document.issuer = own;
            }
        }
        (Some(own), None) if document.issuer.is_empty() => document.issuer = own,
        (Some(superior), None) => document.superior = Some(superior),
        _ => {}
    }
    for name in [document.superior.as_mut(), Some(&mut document.issuer)]
        .into_iter()
        .flatten()
    {
        *name = in_own_case(pieces, zones, name);
    }
    if let Some(signed) = document.signed_for.as_mut()
        && let Some((sign, body)) = signed.split_once(". ")
    {
        *signed = [sign, ". ", &in_own_case(pieces, zones, body)].concat();
    }
    let title = single_line(&title.join(" ")).replace('*', "");
    found.title = Some(title.trim().to_owned()).filter(|title| !title.is_empty());
    found
}

/// A name as the body of the document writes it; as it is where the body has it nowhere.
fn in_own_case(pieces: &[Piece<'_>], zones: &[Zone], name: &str) -> String {
    let plain = fold(name);
    let len = plain.split(' ').count();
    let body = pieces.iter().zip(zones);
    let mut body =
        body.filter(|(_, zone)| matches!(zone, Zone::Opening | Zone::Body | Zone::Close));
    let written = body.find_map(|(piece, _)| {
        let at = (0..piece.len()).find(|at| piece.says(*at, &plain))?;
        let words = single_line(piece.written(at, at + len)).into_owned();
        let is_whole = fold(&words) == plain && !super::heads::caps(&words);
        is_whole.then_some(words)
    });
    match written {
        Some(written) if len > 1 => written,
        _ => name.to_owned(),
    }
}

fn in_header(piece: &Piece<'_>, document: &mut Document, offices: &mut Vec<String>) {
    if piece.word(0) == "so" && document.number.is_none() {
        let from = if piece.is_sign(1, ':') { 2 } else { 1 };
        let to = (from..piece.len())
            .find(|at| parts(piece, *at) || piece.says(*at, "ngay"))
            .unwrap_or(piece.len());
        let number = single_line(piece.written(from, to)).into_owned();
        document.number =
            Some(number).filter(|number| number.contains(|c: char| c.is_ascii_digit()));
    }
    if document.issued.is_none()
        && let Some((place, date)) = issued(piece)
    {
        document.issued = Some(date);
        document.place = Some(place).filter(|place| !place.is_empty());
        return;
    }
    if piece.word(0) == "so" {
        return;
    }
    let mut from = 0;
    for at in 0..=piece.len() {
        if at == piece.len() || parts(piece, at) {
            office(piece, from, at, offices);
            from = at + usize::from(piece.is_sign(at, '\t'));
        }
    }
}

/// Whether a second column begins at a token: behind a tab, or behind as many spaces as nobody types within a name.
fn parts(piece: &Piece<'_>, at: usize) -> bool {
    let wide = || {
        let last = at.checked_sub(1)?;
        let gap = piece
            .text
            .get(piece.span(last, last + 1).end..piece.span(at, at + 1).start)?;
        Some(gap.chars().filter(|c| c.is_whitespace()).count() >= 3)
    };
    piece.is_sign(at, '\t') || wide() == Some(true)
}

fn office(piece: &Piece<'_>, from: usize, to: usize, offices: &mut Vec<String>) {
    let words = piece.written(from, to);
    let plain: Vec<&str> = (from..to).map(|at| piece.word(at)).collect();
    let plain = plain.join(" ");
    let ornament = ORNAMENTS
        .iter()
        .any(|ornament| plain == *ornament || (ornament.len() > 25 && plain.starts_with(ornament)));
    let large = super::heads::caps(words);
    // "ĐOÀN TNCS HỒ CHÍ MINH" is the motto of the right side; "HỘI NÔNG DÂN VIỆT NAM" an office.
    if words.is_empty() || ornament || !large || piece.is_sign(from, '(') {
        return;
    }
    if let Some(last) = offices
        .last_mut()
        .filter(|last| offices_go_on(last, &plain))
    {
        *last = [last.as_str(), " ", &titled(words)].concat();
    } else {
        offices.push(titled(words));
    }
}

/// Whether a second line only says where: "HUYỆN SÔNG XANH".
fn offices_go_on(last: &str, plain: &str) -> bool {
    let places = [
        "huyen ",
        "quan ",
        "xa ",
        "phuong ",
        "tinh ",
        "thanh pho ",
        "tp ",
        "thi tran ",
        "thi xa ",
    ];
    !last.is_empty() && places.iter().any(|place| plain.starts_with(place))
}

/// "Phú Nhuận, ngày 15 tháng 02 năm 2023".
fn issued(piece: &Piece<'_>) -> Option<(String, Date)> {
    let (at, date) = (0..piece.len()).find_map(|at| match piece.kind(at) {
        Some(Kind::Date(day)) => Some((at, piece.dates.get(day)?)),
        _ => None,
    })?;
    if !piece.said(at, "ngay") {
        return None;
    }
    let issued = Date::new(date.year?, date.month, date.day).ok()?;
    let comma = at
        .checked_sub(2)
        .filter(|comma| piece.is_sign(*comma, ','))?;
    let from = (0..comma)
        .rev()
        .find(|at| parts(piece, *at))
        .map_or(0, |at| at + usize::from(piece.is_sign(at, '\t')));
    Some((single_line(piece.written(from, comma)).into_owned(), issued))
}

fn in_title(piece: &Piece<'_>, document: &mut Document, title: &mut Vec<String>) {
    let words = piece.written(0, piece.len());
    if document.kind.is_empty() {
        let len = kind_of(piece).unwrap_or(piece.len());
        let kind = piece.written(0, len);
        let mut letters = kind.chars();
        document.kind = letters.next().map_or_else(String::new, |first| {
            first.to_string() + &letters.as_str().to_lowercase()
        });
        if len < piece.len() {
            title.push(piece.written(len, piece.len()).to_owned());
        }
        return;
    }
    title.push(words.to_owned());
}

/// "Ban Thường vụ Quận Đoàn xây dựng Kế hoạch …": who makes the plan.
fn issuer(piece: &Piece<'_>) -> Option<String> {
    let (head, verb) = makes(piece)?;
    Some(single_line(piece.written(head, verb)).replace('*', ""))
}

/// Where the words begin that say who makes the plan.
pub(super) fn own_clause(piece: &Piece<'_>) -> Option<usize> {
    makes(piece).map(|(head, _)| head)
}

/// Who makes the plan, and the verb behind.
fn makes(piece: &Piece<'_>) -> Option<(usize, usize)> {
    let verbs = [
        "xay dung",
        "ban hanh",
        "de ra",
        "trien khai",
        "to chuc",
        "thong bao",
        "huong dan",
    ];
    let papers = [
        "ke hoach",
        "chuong trinh",
        "huong dan",
        "thong bao",
        "noi dung",
    ];
    let heads = [
        "ban thuong vu",
        "ban chap hanh",
        "bch",
        "btv",
        "uy ban",
        "ban thuong truc",
        "lien doan",
        "cong doan",
        "hoi",
        "doan",
        "huyen doan",
        "quan doan",
        "ban giam hieu",
        "ban quan ly",
    ];
    let verb = (1..piece.len()).rev().find(|at| {
        verbs.iter().any(|verb| piece.says(*at, verb))
            && papers.iter().any(|paper| {
                piece.says(at + 2, paper) || piece.says(at + 2, &["mot so ", paper].concat())
            })
    })?;
    let limit = verb.saturating_sub(22);
    let open = (limit..verb)
        .rev()
        .find(|at| matches!(piece.kind(*at), Some(Kind::Sign(',' | ';' | '.' | ':'))));
    let from = open.map_or(limit, |at| at + 1);
    let head = (from..verb)
        .find(|at| piece.is_capital(*at) && heads.iter().any(|head| piece.says(*at, head)))?;
    Some((head, verb))
}

fn recipient(piece: &Piece<'_>, document: &mut Document) {
    let from = usize::from(piece.is_sign(0, '-') || piece.is_sign(0, '+'));
    if piece.says(0, "noi nhan") {
        return;
    }
    let words = single_line(piece.written(from, piece.len())).replace('*', "");
    let words = words.trim_matches([';', '.', ' ']);
    if !words.is_empty() {
        document.recipients.push(words.to_owned());
    }
}

fn signature(piece: &Piece<'_>, document: &mut Document, line: usize) {
    let mut words = piece.written(0, piece.len()).trim().replace('*', "");
    if let Some((_, right)) = words.rsplit_once('\t') {
        words = right.to_owned();
    }
    if !super::heads::caps(&words) {
        return;
    }
    let stands_for = words.contains(['.', '/']) || words.to_lowercase().starts_with("thay mặt");
    if line == 0 && stands_for {
        // "KT. CHỦ TỊCH" stands for a role, "TM. BAN THƯỜNG VỤ" for a body.
        document.signed_for = Some(titled_role(&words));
    } else if document.signer_role.is_none()
        && words.chars().filter(|c| c.is_alphabetic()).count() <= 40
    {
        document.signer_role = Some(sentence(&words));
    }
}

/// "TM. Ban Thường vụ Quận Đoàn".
fn titled_role(words: &str) -> String {
    let (sign, body) = words.split_once(['.', ' ']).unwrap_or(("", words));
    let body = body.trim_start_matches(['.', ' ']);
    [sign, ". ", &titled(body)].concat()
}

fn sentence(words: &str) -> String {
    let words = single_line(words);
    let mut letters = words.trim().chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_string() + &letters.as_str().to_lowercase()
    })
}
