//! Words for what was reported of the shorter periods inside one, and for an activity in one line.

use super::fill::fill;
use super::value::mark;
use super::{against, either};
use crate::calendar::Date;
use crate::plan::{Combine, Measure};
use crate::text::{self, Lang, Mark, exact, weekday_short};
use crate::value::{addition, bare, total_of};

/// What takes what the periods inside come to: "Lấy tổng các tuần". `days` is how long the longest of them is.
#[must_use]
pub fn take_inside(days: i64, lang: Lang) -> String {
    let sentence = either(
        lang,
        "Lấy tổng các {periods}",
        "Take the sum of the {periods}",
    );
    fill(sentence, &[("periods", periods(days, lang))])
}

/// What the periods inside come to, of the numbers that count: "Các tuần: 400 + 300 + 350 = 1.050 lượt", "Tuần gần nhất:
/// 12 tổ"; and where another `figure` stands for all of them, how it differs: "Các tuần: 400 + 300 = 700, tổng là 600, thừa
/// 100 lượt".
#[must_use]
pub fn inside(
    terms: &[i64],
    combine: Combine,
    days: i64,
    figure: Option<i64>,
    measure: &Measure,
    lang: Lang,
) -> String {
    let sentence = match combine {
        Combine::Sum => either(lang, "Các {periods}: {told}", "The {periods}: {told}"),
        Combine::Latest | Combine::Cumulative => either(
            lang,
            "{periods} gần nhất: {told}",
            "The latest of the {periods}: {told}",
        ),
        Combine::Maximum => either(
            lang,
            "Cao nhất trong các {periods}: {told}",
            "The highest of the {periods}: {told}",
        ),
    };
    let told = added(terms, &[], figure, measure, lang);
    let words = [("periods", periods(days, lang)), ("told", &told)];
    text::capital(&fill(sentence, &words))
}

/// Numbers that add up, with what stands before each and before their sum, and where another `figure` stands for all of them,
/// how it differs.
fn added(
    terms: &[i64],
    marks: &[&str],
    figure: Option<i64>,
    measure: &Measure,
    lang: Lang,
) -> String {
    let [_, _, ..] = terms else {
        let mark = marks.first().copied().unwrap_or_default();
        return terms
            .first()
            .map_or_else(String::new, |one| [mark, &measure.quantity(*one)].concat());
    };
    let sum = exact(total_of(terms));
    let mut told = addition(terms, marks, Some(measure));
    let over = sum.saturating_sub(figure.unwrap_or(sum));
    if over != 0 {
        let [total, by] = [sum.saturating_sub(over), over.saturating_abs()];
        let [total, by] = [total, by].map(|number| bare(number, Some(measure)));
        told = against(&told, &total, &by, over > 0, lang);
    }
    if let Some(noun) = measure.noun() {
        told.push(' ');
        told.push_str(noun);
    }
    told
}

/// What takes what the units below come to.
#[must_use]
pub fn take_below(lang: Lang) -> String {
    let words = either(
        lang,
        "Lấy tổng các đơn vị trực thuộc",
        "Take the sum of the units below",
    );
    words.to_owned()
}

/// What the units below come to, one number each: "Các đơn vị trực thuộc: 400 + 300 = 700 lượt"; and where another `figure`
/// stands for all of them, how it differs. Where some are none exactly, so is what they come to, and nothing is known to differ:
/// "Các đơn vị trực thuộc: 40 + trên 30 = trên 70 cây".
#[must_use]
pub fn below(
    told: &[(i64, Option<Mark>)],
    figure: Option<i64>,
    measure: &Measure,
    lang: Lang,
) -> String {
    let sentence = either(
        lang,
        "Các đơn vị trực thuộc: {told}",
        "The units below: {told}",
    );
    let (terms, marks): (Vec<i64>, Vec<Option<Mark>>) = told.iter().copied().unzip();
    let is = marks.iter().copied().fold(None, Mark::join);
    let marks: Vec<&str> = match is {
        None => Vec::new(),
        Some(_) => (marks.into_iter().chain([is]))
            .map(|is| mark(is, lang))
            .collect(),
    };
    let figure = figure.filter(|_| is.is_none());
    let told = added(&terms, &marks, figure, measure, lang);
    fill(sentence, &[("told", &told)])
}

/// Of which units below nothing has come: "Chưa có báo cáo của 2/5 đơn vị trực thuộc: Đoàn xã 1, Đoàn xã 2". The first of
/// `missing` are named.
#[must_use]
pub fn missing_below(missing: &[&str], all: usize, lang: Lang) -> String {
    let sentence = either(
        lang,
        "Chưa có báo cáo của {count}/{all} đơn vị trực thuộc: {names}",
        "{count} of {all} units below have not reported: {names}",
    );
    let named = missing.get(..NAMED).unwrap_or(missing);
    let mut names = text::join(named, ", ");
    if named.len() < missing.len() {
        names.push_str(", …");
    }
    let (count, all) = (missing.len().to_string(), all.to_string());
    fill(
        sentence,
        &[("count", &*count), ("all", &*all), ("names", &names)],
    )
}

/// The most units that a line names.
const NAMED: usize = 12;

/// What periods of so many days are called: "tuần", "tháng", else "kỳ".
fn periods(days: i64, lang: Lang) -> &'static str {
    match days {
        6..=8 => either(lang, "tuần", "weeks"),
        28..=31 => either(lang, "tháng", "months"),
        89..=92 => either(lang, "quý", "quarters"),
        _ => either(lang, "kỳ", "periods"),
    }
}

/// A day with its day of the week in short: "CN 26/2", "T2 27/2", "Sun 26/2".
#[must_use]
pub fn day_of_week(day: Date, lang: Lang) -> String {
    let name = weekday_short(day.weekday(), lang);
    let date = text::format_date(day);
    let date = date.rsplit_once('/').map_or(&*date, |(date, _)| date);
    [name, " ", date].concat()
}

/// What is wrong and left in a listed activity: "1 chỗ cần sửa; chưa ghi: Địa điểm"; empty where nothing is.
#[must_use]
pub fn card_left(wrong: usize, missing: &[&str], lang: Lang) -> String {
    let mut said = Vec::new();
    if wrong > 0 {
        let words = either(lang, " chỗ cần sửa", " to correct");
        said.push([&wrong.to_string(), words].concat());
    }
    if !missing.is_empty() {
        let words = either(lang, "chưa ghi: ", "missing: ");
        said.push([words, &text::join(missing, ", ")].concat());
    }
    text::join(&said, "; ")
}

#[cfg(test)]
mod tests {
    use super::{below, card_left, day_of_week, inside, missing_below, take_below, take_inside};
    use crate::calendar::Date;
    use crate::plan::Combine;
    use crate::text::Lang::{En, Vi};
    use crate::text::Mark;
    use crate::value::{CountMeasure, MoneyMeasure};

    #[test]
    fn what_periods_come_to_bears_their_name() {
        let teams = CountMeasure {
            noun: "tổ".into()
        }
        .into();
        for (terms, combine, days, vi, en) in [
            (
                &[400, 300, 350][..],
                Combine::Sum,
                7,
                "Các tuần: 400 + 300 + 350 = 1.050 tổ",
                "The weeks: 400 + 300 + 350 = 1.050 tổ",
            ),
            (
                &[12],
                Combine::Latest,
                31,
                "Tháng gần nhất: 12 tổ",
                "The latest of the months: 12 tổ",
            ),
            (
                &[12],
                Combine::Maximum,
                1,
                "Cao nhất trong các kỳ: 12 tổ",
                "The highest of the periods: 12 tổ",
            ),
        ] {
            assert_eq!(inside(terms, combine, days, None, &teams, Vi), vi);
            assert_eq!(inside(terms, combine, days, None, &teams, En), en);
        }
        assert_eq!(
            inside(&[400, 300], Combine::Sum, 7, Some(600), &teams, Vi),
            "Các tuần: 400 + 300 = 700, tổng là 600, thừa 100 tổ"
        );
        let money = MoneyMeasure.into();
        assert_eq!(
            inside(&[15_000_000, 500_000], Combine::Sum, 7, None, &money, Vi),
            "Các tuần: 15.000.000 + 500.000 = 15.500.000"
        );
        assert_eq!(take_inside(7, Vi), "Lấy tổng các tuần");
        assert_eq!(take_inside(90, En), "Take the sum of the quarters");
    }

    #[test]
    fn what_units_below_come_to_is_added_up_and_who_is_missing_named() {
        let people = CountMeasure {
            noun: "lượt".into(),
        }
        .into();
        for (terms, figure, vi) in [
            (
                &[400, 300][..],
                None,
                "Các đơn vị trực thuộc: 400 + 300 = 700 lượt",
            ),
            (
                &[400, 300],
                Some(750),
                "Các đơn vị trực thuộc: 400 + 300 = 700, tổng là 750, thiếu 50 lượt",
            ),
            (&[400], None, "Các đơn vị trực thuộc: 400 lượt"),
            (&[], None, "Các đơn vị trực thuộc: "),
        ] {
            let terms: Vec<_> = terms.iter().map(|term| (*term, None)).collect();
            assert_eq!(below(&terms, figure, &people, Vi), vi);
        }
        for (terms, figure, vi, en) in [
            (
                &[(40, None), (30, Some(Mark::Above))][..],
                None,
                "Các đơn vị trực thuộc: 40 + trên 30 = trên 70 lượt",
                "The units below: 40 + more than 30 = more than 70 lượt",
            ),
            (
                &[(40, Some(Mark::Below)), (5, None), (30, Some(Mark::Above))],
                // More and less are about as many: whether 90 differs nobody knows.
                Some(90),
                "Các đơn vị trực thuộc: dưới 40 + 5 + trên 30 = khoảng 75 lượt",
                "The units below: less than 40 + 5 + more than 30 = about 75 lượt",
            ),
            (
                &[(1_200, Some(Mark::About))],
                Some(1_200),
                "Các đơn vị trực thuộc: khoảng 1.200 lượt",
                "The units below: about 1.200 lượt",
            ),
        ] {
            assert_eq!(below(terms, figure, &people, Vi), vi);
            assert_eq!(below(terms, figure, &people, En), en);
        }
        assert_eq!(take_below(Vi), "Lấy tổng các đơn vị trực thuộc");
        assert_eq!(
            missing_below(&["Đoàn xã 1", "Đoàn xã 2"], 5, Vi),
            "Chưa có báo cáo của 2/5 đơn vị trực thuộc: Đoàn xã 1, Đoàn xã 2"
        );
        assert_eq!(
            missing_below(&["A"; 13], 20, En),
            "13 of 20 units below have not reported: A, A, A, A, A, A, A, A, A, A, A, A, …"
        );
    }

    #[test]
    fn a_day_is_named_in_short_and_what_is_left_of_an_activity_is_said() {
        let day = Date::parse_iso("2023-02-26").expect("a day");
        assert_eq!(day_of_week(day, Vi), "CN 26/2");
        assert_eq!(day_of_week(day, En), "Sun 26/2");
        assert_eq!(card_left(0, &[], Vi), "");
        assert_eq!(
            card_left(2, &["Địa điểm"], Vi),
            "2 chỗ cần sửa; chưa ghi: Địa điểm"
        );
    }
}
