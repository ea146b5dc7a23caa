//! Words for a plan's progress: how targets stand, how whole a value is, what two units claim both.

use super::either;
use super::fill::fill;
use super::progress::reached;
use super::value::mark;
use super::words::timeliness;
use crate::plan::Measure;
use crate::punctuality::{Partial, Standing, Tally};
use crate::rollup::{Amount, TargetState};
use crate::schedule::Timeliness;
use crate::text::{self, Decimal, Lang, Mark};
use crate::value::{RollUp, deed};

/// How a target stands: "Đúng tiến độ".
#[must_use]
pub fn target_state(state: TargetState, lang: Lang) -> &'static str {
    match state {
        TargetState::Unmeasured => either(lang, "Chưa tính được", "Cannot be computed"),
        TargetState::NotStarted => either(lang, "Chưa bắt đầu", "Not started"),
        TargetState::NoData => either(lang, "Chưa có số liệu", "No figures yet"),
        TargetState::Open => either(lang, "Chưa thực hiện", "Not done yet"),
        TargetState::OnTrack => either(lang, "Đúng tiến độ", "On track"),
        TargetState::Behind => either(lang, "Chậm tiến độ", "Behind"),
        TargetState::Reached => either(lang, "Đã đạt", "Reached"),
        TargetState::Incomplete => either(
            lang,
            "Chưa đạt, còn thiếu báo cáo",
            "Not reached, reports lacking",
        ),
        TargetState::Missed => either(lang, "Không đạt", "Missed"),
        TargetState::Exceeded => either(lang, "Vượt mức", "Exceeded"),
        TargetState::InGroup => either(lang, "Xét theo nhóm", "Judged in its group"),
    }
}

/// How a unit's reports stand: "Đúng hạn".
#[must_use]
pub fn standing(standing: Standing, lang: Lang) -> &'static str {
    match standing {
        Standing::NotAsked => either(lang, "Không phải báo cáo", "Not asked"),
        Standing::Pending => either(lang, "Chưa đến hạn", "Not due yet"),
        Standing::Sent => timeliness(Timeliness::OnTime, lang),
        Standing::Late => timeliness(Timeliness::Late, lang),
        Standing::Missing => either(lang, "Thiếu", "Missing"),
    }
}

/// What is due, over how many of which others are counted: "Đến hạn".
#[must_use]
pub fn due(lang: Lang) -> &'static str {
    either(lang, "Đến hạn", "Due")
}

/// How whole a value is: "32 trên 40 đơn vị, 3 trễ hạn, 5 thiếu".
#[must_use]
pub fn partial(partial: &Partial, lang: Lang) -> String {
    if partial.units == 0 {
        return either(lang, "Chưa có báo cáo nào đến hạn", "No report is due yet").into();
    }
    let (sent, units) = (partial.sent, partial.units);
    let noun = either(lang, "đơn vị", "units");
    counted(sent, units, noun, (partial.late, partial.missing), lang)
}

/// How many reports came: "180 trên 200 phiếu, 12 trễ hạn, 8 thiếu".
#[must_use]
pub fn tally(tally: &Tally, lang: Lang) -> String {
    if tally.expected == 0 {
        return either(lang, "Chưa có phiếu nào đến hạn", "No report is due yet").into();
    }
    let (sent, all) = (tally.on_time, tally.expected);
    let noun = either(lang, "phiếu", "reports");
    counted(sent, all, noun, (tally.late, tally.missing), lang)
}

fn counted(
    sent: usize,
    all: usize,
    noun: &str,
    (late, missing): (usize, usize),
    lang: Lang,
) -> String {
    let mut out = fill(
        either(lang, "{sent} trên {all} {noun}", "{sent} of {all} {noun}"),
        &[("sent", &count(sent)), ("all", &count(all)), ("noun", noun)],
    );
    for (number, word) in [
        (late, either(lang, " trễ hạn", " late")),
        (missing, either(lang, " thiếu", " missing")),
    ] {
        if number > 0 {
            out.push_str(", ");
            out.push_str(&count(number));
            out.push_str(word);
        }
    }
    out
}

/// Units of all: "12 trên 36 đơn vị".
#[must_use]
pub fn units(number: i64, of: Option<i64>, lang: Lang) -> String {
    let noun = either(lang, "đơn vị", "units");
    let number = text::format_count(number);
    match of {
        None => [&number, " ", noun].concat(),
        Some(of) => fill(
            either(lang, "{number} trên {of} {noun}", "{number} of {of} {noun}"),
            &[
                ("number", &number),
                ("of", &text::format_count(of)),
                ("noun", noun),
            ],
        ),
    }
}

/// How many units have sent one report: "Đã nhận 12 trên 40 đơn vị".
#[must_use]
pub fn came(sent: usize, all: usize, lang: Lang) -> String {
    fill(
        either(
            lang,
            "Đã nhận {sent} trên {all} đơn vị",
            "Received from {sent} of {all} units",
        ),
        &[("sent", &count(sent)), ("all", &count(all))],
    )
}

/// How many units have sent nothing although the deadline has passed: "3 quá hạn".
#[must_use]
pub fn overdue(late: usize, lang: Lang) -> String {
    [&*count(late), either(lang, " quá hạn", " overdue")].concat()
}

/// What units are called: "đơn vị".
#[must_use]
pub fn unit_noun(lang: Lang) -> &'static str {
    either(lang, "đơn vị", "units")
}

/// How many units have answered: "12 trên 36 đơn vị đã trả lời".
#[must_use]
pub fn answered(answered: usize, all: usize, lang: Lang) -> String {
    fill(
        either(
            lang,
            "{answered} trên {all} đơn vị đã trả lời",
            "{answered} of {all} units have answered",
        ),
        &[("answered", &count(answered)), ("all", &count(all))],
    )
}

/// How many units gave an answer: "3 đơn vị: Trực tiếp".
#[must_use]
pub fn said(number: usize, answer: &str, lang: Lang) -> String {
    let number = i64::try_from(number).unwrap_or(i64::MAX);
    [&units(number, None, lang), ": ", answer].concat()
}

/// What units without a sector are called together.
#[must_use]
pub fn no_sector(lang: Lang) -> &'static str {
    either(lang, "Đơn vị khác", "Other units")
}

/// What a target lacks: "Còn thiếu 6 cây", or "Đã đạt chỉ tiêu"; `is` says in which way what it lacks is no exact number.
#[must_use]
pub fn lacks(text: &str, lacks: i64, is: Option<Mark>, lang: Lang) -> String {
    if lacks <= 0 {
        return reached(is, lang).into();
    }
    let before = either(lang, "Còn thiếu ", "Still to go: ");
    [before, mark(is, lang), text].concat()
}

/// What figures come to: "1.200 cây", "1,5 tỷ đồng", "30/40 người (75%)", "3 đơn vị".
#[must_use]
pub fn amount(amount: &Amount, measure: &Measure, lang: Lang) -> String {
    match amount {
        Amount::Number(number) => measure.quantity(text::exact(*number)),
        Amount::Estimate(number, is) => [
            mark(Some(*is), lang),
            &measure.quantity(text::exact(*number)),
        ]
        .concat(),
        Amount::Done(number) => units(text::exact(*number), None, lang),
        Amount::Share { part, whole } => {
            let mut out = measure.part_of(text::exact(*part), text::exact(*whole));
            if let Some(share) = amount.number() {
                out.push_str(" (");
                out.push_str(&percent(share));
                out.push(')');
            }
            out
        }
    }
}

/// A number of what an indicator counts, a share in hundredths of a percent: "1.200 cây", "75%".
#[must_use]
pub fn number(number: i64, measure: &Measure, lang: Lang) -> String {
    match measure.roll_up() {
        RollUp::Share => percent(number),
        RollUp::Deed => deed(number > 0, "", lang).into(),
        _ => measure.quantity(number),
    }
}

/// Hundredths of a percent, also above the whole: "98,5%", "120%".
#[must_use]
pub fn percent(basis_points: i64) -> String {
    let mut out = Decimal::new(basis_points, 2)
        .map(text::format_decimal)
        .unwrap_or_default();
    out.push('%');
    out
}

/// What nobody can place: "3 báo cáo không thuộc đơn vị, loại báo cáo hoặc kỳ nào của kế hoạch, nên không
/// được tính."
#[must_use]
pub fn strays(number: usize, lang: Lang) -> Option<String> {
    let sentence = either(
        lang,
        "{number} báo cáo không thuộc đơn vị, loại báo cáo hoặc kỳ nào của kế hoạch nên không được tính.",
        "{number} reports belong to no unit, duty or period of the plan and are not counted.",
    );
    (number > 0).then(|| fill(sentence, &[("number", &count(number))]))
}

/// Why two claims look like one activity, and what to decide.
#[must_use]
pub fn duplicate(likeness: u32, same_place: bool, lang: Lang) -> String {
    let sentence = if same_place {
        either(
            lang,
            "Trùng ngày, trùng nơi tổ chức, tên giống nhau {likeness}. Nếu là một hoạt động, hãy thống nhất \
             đơn vị báo cáo.",
            "Same days and place, titles {likeness} alike. If it is one activity, agree on the unit that \
             reports it.",
        )
    } else {
        either(
            lang,
            "Trùng ngày, tên giống nhau {likeness}, chưa rõ nơi tổ chức. Nếu là một hoạt động, hãy thống nhất \
             đơn vị báo cáo.",
            "Same days, titles {likeness} alike, place not said. If it is one activity, agree on the unit \
             that reports it.",
        )
    };
    fill(sentence, &[("likeness", &percent(likeness.into()))])
}

/// What a long period and the shorter ones inside it give differently.
#[must_use]
pub fn discrepancy(
    (duty, reports): (&str, usize),
    (value, parts): (i64, i64),
    measure: &Measure,
    lang: Lang,
) -> String {
    let differ = value.saturating_sub(parts).saturating_abs();
    fill(
        either(
            lang,
            "{duty} ghi {value}, {reports} báo cáo kỳ ngắn hơn cộng lại {parts}, lệch {differ}. Hãy đối chiếu \
             và sửa lại nơi ghi sai; tạm tính theo {value}.",
            "{duty} says {value}, {reports} reports of shorter periods come to {parts}, {differ} apart. \
             Compare them and correct the wrong one; {value} is counted for now.",
        ),
        &[
            ("duty", duty),
            ("value", &measure.quantity(value)),
            ("reports", &count(reports)),
            ("parts", &measure.quantity(parts)),
            ("differ", &measure.quantity(differ)),
        ],
    )
}

pub(super) fn count(number: usize) -> String {
    text::format_count(i64::try_from(number).unwrap_or(i64::MAX))
}

#[cfg(test)]
mod tests {
    use super::{amount, discrepancy, duplicate, partial, percent, strays, units};
    use crate::punctuality::Partial;
    use crate::rollup::Amount;
    use crate::text::Lang::{En, Vi};
    use crate::value::{CountMeasure, DoneMeasure, ShareMeasure};

    #[test]
    fn partial_is_said_with_who_is_late_and_who_is_missing() {
        for ([units, sent, late, missing], vi, en) in [
            (
                [40, 32, 3, 5],
                "32 trên 40 đơn vị, 3 trễ hạn, 5 thiếu",
                "32 of 40 units, 3 late, 5 missing",
            ),
            ([40, 40, 0, 0], "40 trên 40 đơn vị", "40 of 40 units"),
            (
                [2, 0, 0, 2],
                "0 trên 2 đơn vị, 2 thiếu",
                "0 of 2 units, 2 missing",
            ),
            (
                [0, 0, 0, 0],
                "Chưa có báo cáo nào đến hạn",
                "No report is due yet",
            ),
        ] {
            let one = Partial {
                units,
                sent,
                late,
                missing,
                awaited: 0,
            };
            assert_eq!([partial(&one, Vi), partial(&one, En)], [vi, en]);
        }
    }

    #[test]
    fn numbers_bear_their_nouns() {
        let trees = CountMeasure {
            noun: "cây".into()
        }
        .into();
        let members = ShareMeasure {
            part: "đã học".into(),
            whole: "tổng số".into(),
            noun: "người".into(),
        }
        .into();
        let share = Amount::Share {
            part: 30,
            whole: 40,
        };
        for (said, expected) in [
            (amount(&Amount::Number(1200), &trees, Vi), "1.200 cây"),
            (amount(&share, &members, Vi), "30/40 người (75%)"),
            (
                amount(&Amount::Done(3), &DoneMeasure.into(), Vi),
                "3 đơn vị",
            ),
            (units(12, Some(36), Vi), "12 trên 36 đơn vị"),
            (percent(12_050), "120,5%"),
            (
                strays(1, Vi).unwrap_or_default(),
                "1 báo cáo không thuộc đơn vị, loại báo cáo hoặc kỳ nào của kế hoạch nên không được tính.",
            ),
            (
                discrepancy(("Báo cáo số liệu", 3), (120, 110), &trees, Vi),
                "Báo cáo số liệu ghi 120 cây, 3 báo cáo kỳ ngắn hơn cộng lại 110 cây, lệch 10 cây. Hãy đối \
                 chiếu và sửa lại nơi ghi sai; tạm tính theo 120 cây.",
            ),
        ] {
            assert_eq!(said, expected);
        }
        assert!(duplicate(8000, true, Vi).contains("80%"));
    }
}
