//! The numbers of a sentence: how much, of what, and what speaks against it.

use super::piece::Piece;
use super::table::Table;
use super::token::Kind;
use super::words::bounds::comparison;
use super::words::nouns::{Found, Noun, noun_after};
use super::words::traps::{Trap, trap};
use crate::plan::Comparison;
use crate::text::{parse_count, parse_dong, parse_percent};

/// How much a number says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Amount {
    Count(i64),
    Money(i64),
    /// In hundredths of a percent.
    Share(u32),
}

/// A number of a sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Figure {
    /// Its first token, and the one past its last.
    pub at: usize,
    pub to: usize,
    pub amount: Amount,
    /// What it counts.
    pub noun: Option<Found>,
    pub comparison: Option<Comparison>,
    /// Whether a second number ends a range that it begins.
    pub range: bool,
    /// Whether it is not whole, and a plan counts in whole numbers.
    pub broken: bool,
    /// Whether it says by how much something grows or shrinks.
    pub change: bool,
    /// Why it is no target.
    pub trap: Option<Trap>,
}

/// Number words; each needs its marks, for "năm" is a year and "ba" a father.
static WORDS: Table<i64> = Table::of(&[
    ("=một", 1),
    ("=hai", 2),
    ("=ba", 3),
    ("=bốn", 4),
    ("=năm", 5),
    ("=sáu", 6),
    ("=bảy", 7),
    ("=tám", 8),
    ("=chín", 9),
    ("=mười", 10),
]);

/// All numbers of the sentence between two tokens, in order.
pub(super) fn figures(piece: &Piece<'_>, from: usize, end: usize) -> Vec<Figure> {
    let mut found = Vec::new();
    let mut at = from;
    while at < end {
        match figure(piece, from, at, end) {
            Some(figure) => {
                at = figure.to.max(at + 1);
                found.push(figure);
            }
            None => at += 1,
        }
    }
    found
}

fn figure(piece: &Piece<'_>, from: usize, at: usize, end: usize) -> Option<Figure> {
    let read = fraction(piece, at, end)
        .or_else(|| number(piece, at, end))
        .or_else(|| in_words(piece, at))?;
    let Read {
        amount,
        to,
        range,
        noun_at,
    } = read;
    let noun = noun_after(piece, noun_at, end);
    let percent = matches!(amount, Amount::Share(_));
    let price = matches!(amount, Amount::Money(_)) && piece.is_sign(to, '/');
    let trap = trap(piece, (from, end), (at, to), noun, percent)
        .or(price.then_some(Trap::Price))
        .or_else(|| gift_price(piece, from, at, amount));
    let comparison = if range {
        Some(Comparison::AtLeast)
    } else {
        comparison(piece, at, to)
    };
    Some(Figure {
        at,
        to,
        amount,
        noun,
        comparison,
        range,
        broken: matches!(amount, Amount::Count(_))
            && piece
                .number(at)
                .is_some_and(|digits| parse_count(digits).is_err()),
        change: changes(piece, from, at, to, end, percent),
        trap,
    })
}

/// "mỗi suất 1.000.000 đồng": the price of what is handed out.
fn gift_price(piece: &Piece<'_>, from: usize, at: usize, amount: Amount) -> Option<Trap> {
    let each = (from..at)
        .rev()
        .find(|at| piece.marked(*at, at + 1) == "mỗi")?;
    let noun = super::words::nouns::noun_at(piece, each + 1)?;
    let money = matches!(amount, Amount::Money(_));
    (noun.kind == Noun::Gift || (money && noun.kind == Noun::Measure)).then_some(Trap::Price)
}

struct Read {
    amount: Amount,
    to: usize,
    range: bool,
    noun_at: usize,
}

/// Whether what looks like a day is so many of so many: "8/8 chi hội".
pub(super) fn is_fraction(piece: &Piece<'_>, at: usize, end: usize) -> bool {
    fraction(piece, at, end).is_some()
}

/// "8/8 chi hội", "2/3 số đại biểu": not a day, where what follows is counted.
fn fraction(piece: &Piece<'_>, at: usize, end: usize) -> Option<Read> {
    let (part, whole, to) = match piece.kind(at)? {
        Kind::Date(day) => {
            let date = piece.dates.get(day).filter(|date| date.year.is_none())?;
            (u32::from(date.day), u32::from(date.month), at + 1)
        }
        Kind::Number if piece.is_sign(at + 1, '/') => {
            (piece.small(at)?, piece.small(at + 2)?, at + 3)
        }
        _ => return None,
    };
    let noun = noun_after(piece, to, end)?;
    let counted = noun.known
        && matches!(
            noun.kind,
            Noun::Unit | Noun::Group | Noun::Person | Noun::Home
        );
    let day = ["ngay", "tu", "den", "vao"]
        .iter()
        .any(|word| piece.said(at, word) && *word != "tu");
    if !counted || day || whole == 0 || part > whole {
        return None;
    }
    let points = (u64::from(part) * 10_000 + u64::from(whole) / 2) / u64::from(whole);
    Some(Read {
        amount: Amount::Share(u32::try_from(points).ok()?),
        to,
        range: false,
        noun_at: to,
    })
}

fn number(piece: &Piece<'_>, at: usize, end: usize) -> Option<Read> {
    let digits = piece.number(at)?;
    // "20 - 25 hội viên", "từ 70 đến 80%": the first number is the least.
    let joint = piece.is_sign(at + 1, '-') || piece.word(at + 1) == "den";
    let second = (joint && at + 2 < end)
        .then(|| piece.number(at + 2))
        .flatten();
    let last = if second.is_some() { at + 2 } else { at };
    let after = last + 1;
    let range = second.is_some() && !piece.is_quoted(at);
    if piece.is_sign(after, '%') || piece.says(after, "phan tram") {
        let to = after + if piece.is_sign(after, '%') { 1 } else { 2 };
        let points = parse_percent(&[digits, "%"].concat()).ok()?;
        return Some(Read {
            amount: Amount::Share(u32::from(points)),
            to,
            range,
            noun_at: to,
        });
    }
    // "70% - 80%"
    if let Some((amount, to)) = money(piece, digits, after) {
        return Some(Read {
            amount,
            to,
            range,
            noun_at: to,
        });
    }
    let count = parse_count(digits).ok().or_else(|| {
        // "1,5 km": what is counted in halves is offered rounded down.
        let whole = digits.split(',').next()?;
        parse_count(whole).ok()
    })?;
    Some(Read {
        amount: Amount::Count(count),
        to: after,
        range,
        noun_at: after,
    })
}

fn money(piece: &Piece<'_>, digits: &str, at: usize) -> Option<(Amount, usize)> {
    let unit = piece.marked(at, at + 1);
    let scale = matches!(unit.as_str(), "triệu" | "tỷ" | "tỉ" | "nghìn" | "ngàn");
    let dong = |at: usize| matches!(piece.marked(at, at + 1).as_str(), "đồng" | "đ" | "vnđ");
    let to = match (scale, scale && dong(at + 1), dong(at)) {
        (true, true, _) => at + 2,
        (true, false, _) | (false, _, true) => at + 1,
        _ => return None,
    };
    let unit = if unit == "tỉ" {
        "tỷ"
    } else {
        unit.as_str()
    };
    let written = if scale {
        [digits, " ", unit, " đồng"].concat()
    } else {
        [digits, " đồng"].concat()
    };
    parse_dong(&written)
        .ok()
        .map(|dong| (Amount::Money(dong), to))
}

/// "ít nhất một buổi", "tối thiểu hai mô hình".
fn in_words(piece: &Piece<'_>, at: usize) -> Option<Read> {
    let (len, count) = WORDS.at(piece, at)?;
    comparison(piece, at, at + len)?;
    let noun = noun_after(piece, at + len, piece.len())?;
    (noun.known && noun.kind != Noun::Time).then_some(Read {
        amount: Amount::Count(*count),
        to: at + len,
        range: false,
        noun_at: at + len,
    })
}

/// Whether it says by how much something grows or shrinks: "tăng 5%", "giảm 10% so với".
fn changes(
    piece: &Piece<'_>,
    from: usize,
    at: usize,
    to: usize,
    end: usize,
    percent: bool,
) -> bool {
    let compared = (to..end).any(|at| piece.says(at, "so voi") || piece.says(at, "cung ky"));
    let verb = (from.max(at.saturating_sub(5))..at).any(|at| {
        matches!(
            piece.marked(at, at + 1).as_str(),
            "tăng" | "giảm" | "kéo giảm"
        )
    });
    let level = (from..at).any(|at| {
        [
            "giảm còn",
            "tăng lên",
            "giảm xuống",
            "xuống còn",
            "giảm xuống còn",
            "nâng lên",
        ]
        .iter()
        .any(|words| piece.marked(at, at + words.split(' ').count()) == *words)
    });
    compared || (verb && percent && !level)
}

#[cfg(test)]
mod tests {
    use super::super::piece::Piece;
    use super::figures;

    #[test]
    fn numbers_with_what_they_count() {
        for (text, expected) in [
            (
                "Phát triển ít nhất 2.500 đoàn viên",
                "Count(2500) đoàn viên",
            ),
            ("8/8 chi hội đạt", "Share(10000) chi hội"),
            ("ra quân ngày 19/3", ""),
            ("từ 20 đến 25 hội viên", "Count(20) hội viên range"),
            ("đạt 70 - 80% hội viên", "Share(7000) hội viên range"),
            ("vận động 150 triệu đồng", "Money(150000000)"),
            ("tối thiểu hai mô hình", "Count(2) mô hình"),
            ("trong hai năm", ""),
            ("kỷ niệm 92 năm Ngày thành lập", "Count(92) năm Span"),
            ("phòng, chống COVID-19", "Count(19) Name"),
            (
                "giảm 10% số vụ so với năm 2024",
                "Share(1000) vụ change Count(2024) Year",
            ),
            (
                "mức vay không quá 50 triệu đồng/hộ",
                "Money(50000000) Price",
            ),
            (
                "lần thứ 148, đợt 1, năm 2023",
                "Count(148) Ordinal Count(1) Ordinal Count(2023) Year",
            ),
            (
                "“1.000 bảng tuyên truyền”",
                "Count(1000) bảng tuyên truyền Name",
            ),
            ("hiện có 14 chi hội", "Count(14) chi hội State"),
            ("bị trừ 05 điểm thi đua", "Count(5) điểm Measure"),
        ] {
            let piece = Piece::of(text, 0..text.len());
            let said: Vec<String> = figures(&piece, 0, piece.len())
                .iter()
                .map(|figure| {
                    let noun = figure.noun.filter(|noun| noun.known);
                    let noun = noun.map(|noun| format!(" {}", piece.written(noun.from, noun.to)));
                    let trap = figure.trap.map(|trap| format!(" {trap:?}"));
                    let range = if figure.range { " range" } else { "" };
                    let change = if figure.change { " change" } else { "" };
                    format!(
                        "{:?}{}{range}{change}{}",
                        figure.amount,
                        noun.unwrap_or_default(),
                        trap.unwrap_or_default()
                    )
                })
                .collect();
            assert_eq!(said.join(" "), expected, "{text}");
        }
    }
}
