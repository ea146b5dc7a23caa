//! Values of figures in words: in the echo beside a field, on the page of review, in sentences.

use super::{either, rollup};
use crate::plan::Measure;
use crate::report::Value;
use crate::text::{self, Lang, Mark};
use crate::value::{Estimate, deed};

/// What was understood, to stand beside the field: "Hiểu là 8.000 người", "Hiểu là Chủ nhật 26/3/2023".
/// Nothing for words and addresses, which are understood as they stand, and where it is what was `typed`: a noun that
/// the field bears need not be typed. đồng must, for who types 500 may mean 500 triệu.
#[must_use]
pub fn echo(value: &Value, measure: &Measure, typed: &str, lang: Lang) -> Option<String> {
    if !measure.is_echoed() {
        return None;
    }
    let said = self::value(value, measure, lang);
    let more = said.strip_prefix(typed.trim());
    if more.is_some_and(|more| more.is_empty() || more.starts_with(' ') && more != " đồng") {
        return None;
    }
    Some([either(lang, "Hiểu là ", "Understood as "), &said].concat())
}

/// A value as people write it: "8.000 người", "1,5 tỷ đồng", "30/40 người (75%)", "Đã thực hiện", "Chủ nhật 26/3/2023",
/// "07g30". A value of another type than the measure asks is shown as it is.
#[must_use]
pub fn value(value: &Value, measure: &Measure, lang: Lang) -> String {
    match value {
        Value::Number(number) => measure.quantity(*number),
        Value::Estimate(Estimate { number, is }) => {
            [mark(Some(*is), lang), &measure.quantity(*number)].concat()
        }
        Value::Done(answer) => deed(*answer, "", lang).into(),
        Value::Share { part, whole } => share(*part, *whole, measure),
        Value::Text(text) => words(text, measure, lang),
        Value::List(items) => {
            let items: Vec<_> = items.iter().map(|one| words(one, measure, lang)).collect();
            text::join(&items, "; ")
        }
        Value::Files(files) => {
            let names: Vec<_> = files.iter().map(|file| file.name.clone()).collect();
            text::join(&names, "; ")
        }
        // Its rows are said where a report is read.
        Value::Table(_) => String::new(),
    }
}

/// What stands before a number that is none exactly: "trên ", "khoảng "; nothing before one that is.
pub(super) fn mark(is: Option<Mark>, lang: Lang) -> &'static str {
    match is {
        None => "",
        Some(Mark::Above) => either(lang, "trên ", "more than "),
        Some(Mark::Below) => either(lang, "dưới ", "less than "),
        Some(Mark::About) => either(lang, "khoảng ", "about "),
    }
}

fn words(text: &str, measure: &Measure, lang: Lang) -> String {
    measure
        .in_words(text, lang)
        .unwrap_or_else(|| text.to_owned())
}

fn share(part: i64, whole: i64, measure: &Measure) -> String {
    let mut out = measure.part_of(part, whole);
    let passes = measure.halves().is_some_and(|halves| halves.passes);
    if (passes || part <= whole)
        && let Some(rate) = rate(part, whole)
    {
        out.push_str(" (");
        out.push_str(&rollup::percent(rate));
        out.push(')');
    }
    out
}

/// The share in hundredths of a percent, rounded down, so that "100%" means all of them.
fn rate(part: i64, whole: i64) -> Option<i64> {
    if part < 0 || whole <= 0 {
        return None;
    }
    // A digit at a time, as on paper: ten thousand times the part need not fit into 64 bits.
    let (mut rate, mut rest) = (part / whole, part % whole);
    for _ in 0..4 {
        rest = rest.checked_mul(10)?;
        rate = rate.checked_mul(10)?.checked_add(rest / whole)?;
        rest %= whole;
    }
    Some(rate)
}

#[cfg(test)]
mod tests {
    use super::{echo, value};
    use crate::plan::Measure;
    use crate::read::from_str;
    use crate::report::Value;
    use crate::text::Lang::{En, Vi};
    use crate::value::{CountMeasure, DoneMeasure, TimeMeasure};
    use serde_json::{Value as Json, json};

    fn said(measure: Json, one: Json) -> (String, bool) {
        let measure: Measure = from_str(&measure.to_string()).unwrap();
        let one: Value = serde_json::from_value(one).unwrap();
        let words = value(&one, &measure, Vi);
        let echo = echo(&one, &measure, "", Vi);
        if let Some(echo) = &echo {
            assert_eq!(*echo, ["Hiểu là ", &words].concat());
        }
        (words, echo.is_some())
    }

    #[test]
    fn a_value_is_said_as_people_write_it() {
        let people = json!({"count": {"noun": "người"}});
        let members = json!({"share": {"part": "đã học", "whole": "tổng số", "noun": "người"}});
        for (measure, one, words, echoed) in [
            (people, json!(8000), "8.000 người", true),
            (json!("money"), json!(1_500_000_000), "1,5 tỷ đồng", true),
            (
                members.clone(),
                json!({"part": 30, "whole": 40}),
                "30/40 người (75%)",
                true,
            ),
            (
                members.clone(),
                json!({"part": 2999, "whole": 3000}),
                "2.999/3.000 người (99,96%)",
                true,
            ),
            (
                members.clone(),
                json!({"part": 0, "whole": 0}),
                "0/0 người",
                true,
            ),
            (
                members.clone(),
                json!({"part": 9_007_199_254_740_990_i64, "whole": 9_007_199_254_740_991_i64}),
                "9.007.199.254.740.990/9.007.199.254.740.991 người (99,99%)",
                true,
            ),
            (
                members.clone(),
                json!({"part": 3000, "whole": 3000}),
                "3.000/3.000 người (100%)",
                true,
            ),
            (members, json!({"part": 5, "whole": 4}), "5/4 người", true),
            (
                json!({"ratio": {"part": "đã đến", "whole": "dự kiến", "noun": "lượt"}}),
                json!({"part": 5, "whole": 4}),
                "5/4 lượt (125%)",
                true,
            ),
            (
                json!({"ratio": {"part": "đã thu", "whole": "dự kiến"}}),
                json!({"part": 62_515_000, "whole": 53_781_000}),
                "62.515.000 đồng/53.781.000 đồng (116,23%)",
                true,
            ),
            (
                json!({"ratio": {"part": "đã thu", "whole": "dự kiến"}}),
                json!({"part": 1_000_000, "whole": 0}),
                "1 triệu đồng/0 đồng",
                true,
            ),
            (
                json!({"quantity": {"unit": "km", "decimals": 1}}),
                json!(12_345),
                "1.234,5 km",
                true,
            ),
            (
                json!({"quantity": {"unit": "km", "decimals": 1}}),
                json!({"number": 85, "is": "about"}),
                "khoảng 8,5 km",
                true,
            ),
            (
                json!("money"),
                json!({"number": 1_000_000_000, "is": "below"}),
                "dưới 1 tỷ đồng",
                true,
            ),
            (json!("done"), json!(true), "Đã thực hiện", false),
            (
                json!("date"),
                json!("2023-03-26"),
                "Chủ nhật 26/3/2023",
                true,
            ),
            (json!("time"), json!("07:30"), "07g30", true),
            (json!("phone"), json!("+84912345678"), "0912 345 678", true),
            (
                json!("phone"),
                json!("+842838123456"),
                "0283 812 3456",
                true,
            ),
            (json!("email"), json!("ten@donvi.vn"), "ten@donvi.vn", false),
            (
                json!({"text": {"max": 100}}),
                json!("Không có"),
                "Không có",
                false,
            ),
            (json!("date"), json!("someday"), "someday", true),
        ] {
            assert_eq!(said(measure, one), (words.to_owned(), echoed));
        }
    }

    #[test]
    fn what_was_typed_as_it_is_said_is_not_said_again() {
        let people = json!({"count": {"noun": "người"}});
        for (measure, one, typed, echo) in [
            (&people, json!(8000), "8000", Some("Hiểu là 8.000 người")),
            (&people, json!(8000), " 8.000 ", None),
            (&people, json!(8000), "8.000 người", None),
            (&people, json!(80), "080", Some("Hiểu là 80 người")),
            (&json!("time"), json!("07:30"), "07g30", None),
            (
                &json!("time"),
                json!("07:30"),
                "7h30",
                Some("Hiểu là 07g30"),
            ),
            (&json!("money"), json!(500), "500", Some("Hiểu là 500 đồng")),
            (&json!("money"), json!(500), "500 đồng", None),
            (
                &json!("date"),
                json!("2023-03-26"),
                "26/3/2023",
                Some("Hiểu là Chủ nhật 26/3/2023"),
            ),
        ] {
            let measure: Measure = from_str(&measure.to_string()).unwrap();
            let one: Value = serde_json::from_value(one).unwrap();
            let said = super::echo(&one, &measure, typed, Vi);
            assert_eq!(said.as_deref(), echo, "{typed}");
        }
    }

    #[test]
    fn english_has_its_own_words() {
        assert_eq!(
            value(&Value::Done(false), &DoneMeasure.into(), En),
            "Not done"
        );
        let people = CountMeasure {
            noun: "người".into(),
        }
        .into();
        assert_eq!(
            echo(&Value::Number(8000), &people, "8000", En).as_deref(),
            Some("Understood as 8.000 người")
        );
        let time = Value::Text("07:30".into());
        assert_eq!(value(&time, &TimeMeasure.into(), En), "07:30");
    }
}
