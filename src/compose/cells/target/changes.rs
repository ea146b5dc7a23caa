//! A change against a number of the unit as a person writes it: "tăng 10%", "giảm 3", "không đổi".

use super::super::Wrong;
use super::{NO_SHARE, number, of_measure, plain, ratio};
use crate::message::of_whole;
use crate::plan::{Indicator, Measure, Ratio, Threshold};
use crate::text::{Both, fold, parse_quantity};

const ALL: i64 = 10_000;
const SAME: &str = "không đổi";
const MORE: &str = "tăng ";
const LESS: &str = "giảm ";
static NO_CHANGE: Both = Both {
    vi: "Chưa đọc được mức tăng, giảm này. Ghi như “tăng 10 %”, “giảm 3” hoặc “không đổi”.",
    en: "This change is not understood. Write “+10 %”, “-3” or “không đổi”.",
};

/// The change as it is written.
pub(super) fn text(value: Threshold, indicator: &Indicator) -> String {
    let (by, is_less) = match value {
        Threshold::Count(0) | Threshold::Money(0) | Threshold::Quantity(0) => {
            return SAME.to_owned();
        }
        Threshold::Count(so) => (
            plain(Threshold::Count(so.saturating_abs()), indicator),
            so < 0,
        ),
        Threshold::Money(so) => (
            plain(Threshold::Money(so.saturating_abs()), indicator),
            so < 0,
        ),
        Threshold::Quantity(so) => {
            let by = Threshold::Quantity(so.saturating_abs());
            (plain(by, indicator), so < 0)
        }
        Threshold::BasisPoints(share) => of_whole(share.points().into(), ALL),
        Threshold::Ratio(ratio) if ratio.part() == ratio.whole() => return SAME.to_owned(),
        Threshold::Ratio(ratio) => of_whole(ratio.part(), ratio.whole()),
        Threshold::Done => return String::new(),
    };
    [if is_less { LESS } else { MORE }, &by].concat()
}

/// The change that is written: with a word or a sign before it; without either it is a growth.
pub(super) fn read(text: &str, measure: &Measure) -> Result<Threshold, Wrong> {
    let text = text.trim();
    let folded = fold(text);
    if ["khong doi", "giu nguyen"].contains(&&*folded) {
        return Ok(of_measure(Threshold::Count(0), measure));
    }
    let so_much = text.trim_start_matches(|one: char| !one.is_ascii_digit());
    let before = text.strip_suffix(so_much).unwrap_or_default();
    // "Còn 80 %" and "không giảm 5 %" are no change of so much.
    let is_less = match before.trim() {
        "" | "+" => false,
        "-" | "−" => true,
        word => match &*fold(word) {
            "tang" => false,
            "giam" => true,
            _ => return Err(&NO_CHANGE),
        },
    };
    let signed = |number: i64| if is_less { -number } else { number };
    if so_much.contains('%') || so_much.contains("phần trăm") {
        // A growth may be more than all of it.
        let number = so_much.replace("phần trăm", "%");
        let points = parse_quantity(&number, "%", 2, false).map_err(|_| &NO_CHANGE)?;
        // Hundredths of a percent are written where there are some.
        let (by, all) = match points % 100 {
            0 => (points / 100, 100),
            _ => (points, ALL),
        };
        return ratio_of(all.saturating_add(signed(by)), all);
    }
    if let Some(ratio) = ratio(so_much) {
        let part = ratio.whole().saturating_add(signed(ratio.part()));
        return ratio_of(part, ratio.whole());
    }
    Ok(match number(so_much, measure, Threshold::Count(0))? {
        Threshold::Count(by) => Threshold::Count(signed(by)),
        Threshold::Money(by) => Threshold::Money(signed(by)),
        Threshold::Quantity(by) => Threshold::Quantity(signed(by)),
        other => other,
    })
}

/// Nothing falls by more than all of it.
fn ratio_of(part: i64, whole: i64) -> Result<Threshold, Wrong> {
    let read: Option<Ratio> = ratio(&[&*part.to_string(), "/", &whole.to_string()].concat());
    read.map(Threshold::Ratio).ok_or(&NO_SHARE)
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::plan::{Measure, Threshold};
    use crate::read::from_str;

    #[test]
    fn a_change_is_read_with_its_word_or_its_sign() {
        let money: Measure = from_str(r#""money""#).unwrap();
        let trees: Measure = from_str(r#"{"count":{"noun":"cây"}}"#).unwrap();
        for (text, measure, said) in [
            ("giảm 2 triệu đồng", &money, Some(r#"{"money":-2000000}"#)),
            ("- 5 cây", &trees, Some(r#"{"count":-5}"#)),
            ("5", &trees, Some(r#"{"count":5}"#)),
            ("Giữ nguyên", &money, Some(r#"{"money":0}"#)),
            ("giảm 1/3", &trees, Some(r#"{"ratio":"2/3"}"#)),
            ("tăng 150 %", &trees, Some(r#"{"ratio":"250/100"}"#)),
            ("giảm 100 %", &trees, Some(r#"{"ratio":"0/100"}"#)),
            ("giảm 101 %", &trees, None),
            ("giảm", &trees, None),
            ("nhiều hơn", &trees, None),
            ("còn 80 %", &trees, None),
            ("không giảm 5 %", &trees, None),
            ("đạt 110 %", &trees, None),
            ("Tăng 5", &trees, Some(r#"{"count":5}"#)),
        ] {
            let said: Option<Threshold> = said.map(|json| from_str(json).unwrap());
            assert_eq!(read(text, measure).ok(), said, "{text}");
        }
    }
}
