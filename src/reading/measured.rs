//! Quantities with a unit: "2,5 km đường", "15 ha", "1,2 nghìn tấn". A plan keeps them in whole steps of as many decimal places as
//! are written.

use super::piece::Piece;
use super::table::Table;
use super::token::Kind;
use super::words::nouns::{Noun, noun_after};
use super::words::traps::Trap;
use crate::text::{MAX_DECIMALS, parse_count, parse_quantity};
use crate::value::{Measure, QuantityMeasure};

pub(super) const IN_DOUBT: &str = "Dấu chấm hoặc dấu phẩy đọc là dấu thập phân: xem lại số.";
pub(super) const RATE: &str =
    "Năng suất, định mức: số của các đơn vị không cộng được, xem lại cách tính.";

/// Units as documents write them, each as a plan writes it. A bare "m" is a size; along what is built it is a length.
static UNITS: Table<&str> = Table::of(&[
    ("=km", "km"),
    ("ki lô mét", "km"),
    ("km2", "km²"),
    ("=ha", "ha"),
    ("hecta", "ha"),
    ("héc ta", "ha"),
    ("=sào", "sào"),
    ("m2", "m²"),
    ("mét vuông", "m²"),
    ("m3", "m³"),
    ("mét khối", "m³"),
    ("m đường", "m"),
    ("m hẻm", "m"),
    ("m kênh", "m"),
    ("m mương", "m"),
    ("m cống", "m"),
    ("m rãnh", "m"),
    ("m kè", "m"),
    ("m đê", "m"),
    ("m hàng rào", "m"),
    ("m vỉa hè", "m"),
    ("mét đường", "m"),
    ("mét hẻm", "m"),
    ("mét kênh", "m"),
    ("mét mương", "m"),
    ("mét cống", "m"),
    ("mét rãnh", "m"),
    ("mét kè", "m"),
    ("mét đê", "m"),
    ("mét hàng rào", "m"),
    ("mét vỉa hè", "m"),
    ("=kg", "kg"),
    ("ki lô gam", "kg"),
    ("=yến", "yến"),
    ("=tạ", "tạ"),
    ("=tấn", "tấn"),
    ("=lít", "lít"),
    ("giờ tình nguyện", "giờ"),
    ("giờ công", "giờ"),
    ("giờ lao động", "giờ"),
    ("giờ phục vụ", "giờ"),
    ("giờ hoạt động tình nguyện", "giờ"),
]);

/// Words right before the size of something, or before how fast it is.
static SIZES: Table<()> = Table::of(&[
    ("cự ly", ()),
    ("cự li", ()),
    ("=cách", ()),
    ("bán kính", ()),
    ("khoảng cách", ()),
    ("tốc độ", ()),
    ("vận tốc", ()),
    ("trọng lượng", ()),
    ("cân nặng", ()),
    ("=nặng", ()),
    ("dung tích", ()),
    ("tải trọng", ()),
    ("trọng tải", ()),
    ("hạng cân", ()),
    ("=hạng", ()),
    ("chiều cao", ()),
    ("=cao", ()),
    ("=sâu", ()),
    ("kích thước", ()),
    ("đường kính", ()),
    ("=xe", ()),
    ("xe tải", ()),
    ("xe máy", ()),
    ("=loại", ()),
    ("=bao", ()),
    ("=túi", ()),
    ("=bình", ()),
    ("=thùng", ()),
]);

/// What people do over a way: how long that is, is no sum of anything.
static RACES: Table<()> = Table::of(&[
    ("=chạy", ()),
    ("đi bộ", ()),
    ("việt dã", ()),
    ("marathon", ()),
    ("=bơi", ()),
    ("đạp xe", ()),
    ("đua thuyền", ()),
    ("đua xe", ()),
]);

/// Words before how long or large something is: of what is counted in front of them a size, else what is reached.
static EXTENTS: Table<()> = Table::of(&[
    ("=dài", ()),
    ("=rộng", ()),
    ("diện tích", ()),
    ("quy mô", ()),
    ("chiều dài", ()),
    ("chiều rộng", ()),
    ("tổng chiều dài", ()),
    ("tổng diện tích", ()),
    ("khối lượng", ()),
]);

/// The unit that begins at a token, as a plan writes it.
pub(super) fn unit_at(piece: &Piece<'_>, at: usize) -> Option<(usize, &'static str)> {
    let (len, unit) = UNITS.at(piece, at)?;
    let over = at + len;
    let each = piece.is_sign(over, '/') || piece.is(over, "mỗi");
    let rate = each.then(|| {
        RATES
            .iter()
            .find(|rate| rate.0 == *unit && piece.is(over + 1, rate.1))
    });
    Some(match rate.flatten() {
        Some((_, _, rate)) => (len + 2, rate),
        None => (len, unit),
    })
}

/// Units of what is brought in, and what it is brought in of.
const RATES: [(&str, &str, &str); 9] = [
    ("tấn", "ha", "tấn/ha"),
    ("tạ", "ha", "tạ/ha"),
    ("tạ", "sào", "tạ/sào"),
    ("=kg", "ha", "kg/ha"),
    ("=kg", "sào", "kg/sào"),
    ("=kg", "người", "kg/người"),
    ("m²", "người", "m²/người"),
    ("lít", "người", "lít/người"),
    ("tấn", "sào", "tấn/sào"),
];

/// A number of a unit in its smallest steps, with how many decimal places it has, and whether its point or comma may mean
/// something else.
pub(super) fn steps(digits: &str) -> Option<(i64, u8, bool)> {
    if let Ok(count) = parse_count(digits) {
        return Some((count, 0, false));
    }
    let exact = |text: &str| {
        (1..=MAX_DECIMALS)
            .find_map(|places| Some((parse_quantity(text, "", places, false).ok()?, places)))
    };
    if let Some((steps, places)) = exact(digits) {
        return Some((steps, places, false));
    }
    // "2.5 km" and "1,234 km": a document writes both for what lies between whole numbers.
    let mended = if digits.contains('.') {
        digits.replace('.', ",")
    } else {
        [digits, "0"].concat()
    };
    exact(&mended).map(|(steps, places)| (steps, places, true))
}

/// So many steps in those of more decimal places.
pub(super) fn finer(steps: i64, from: u8, to: u8) -> Option<i64> {
    steps.checked_mul(10_i64.checked_pow(u32::from(to.checked_sub(from)?))?)
}

/// How a plan's indicator measures it.
pub(super) fn measure(unit: &str, decimals: u8) -> Measure {
    QuantityMeasure {
        unit: unit.to_owned(),
        decimals,
    }
    .into()
}

/// Whether an amount says how large something else is, and is nothing that is reached: "02 tuyến đường dài 1,5 km", "cự ly 5 km".
pub(super) fn size(
    piece: &Piece<'_>,
    (from, at): (usize, usize),
    (noun_at, end): (usize, usize),
) -> Option<Trap> {
    let near = at.saturating_sub(3).max(from);
    let ends = |table: &Table<()>| {
        table
            .before(piece, at)
            .is_some_and(|(word, ())| word >= near)
    };
    let sized = ends(&EXTENTS) && counts_before(piece, from, at);
    let (len, unit) = unit_at(piece, noun_at)?;
    let next = noun_at + len;
    let run = matches!(unit, "km" | "m") && RACES.any(piece, from..at);
    let speed = piece.is_sign(next, '/') && piece.is_one(next + 1, &["giờ", "h", "s"]);
    let crossed = next < end && piece.is(next, "x");
    (ends(&SIZES) || sized || speed || crossed || run).then_some(Trap::Measure)
}

/// Whether something is counted between two tokens.
fn counts_before(piece: &Piece<'_>, from: usize, at: usize) -> bool {
    (from..at).any(|number| {
        piece.kind(number) == Some(Kind::Number)
            && noun_after(piece, number + 1, at)
                .is_some_and(|noun| noun.known && !matches!(noun.kind, Noun::Time | Noun::Measure))
    })
}

#[cfg(test)]
mod tests {
    use super::steps;

    #[test]
    fn a_quantity_has_as_many_decimal_places_as_are_written() {
        for (digits, expected) in [
            ("10", Some((10, 0, false))),
            ("1.200", Some((1200, 0, false))),
            ("2,5", Some((25, 1, false))),
            ("0,75", Some((75, 2, false))),
            ("2,50", Some((25, 1, false))),
            ("1.234,5", Some((12_345, 1, false))),
            ("2.5", Some((25, 1, true))),
            ("1,234", Some((1234, 3, true))),
        ] {
            assert_eq!(steps(digits), expected, "{digits}");
        }
    }
}
