//! Every figure with its total, with a target on it or not, and what is said in words.

use super::{add, number, plan_of, report, share};
use crate::punctuality::Standing;
use crate::read::from_str;
use crate::report::{Report, Value};
use crate::rollup::{Amount, RollUp, Total};
use crate::text::Mark;
use crate::value::{Estimate, Measure};
use serde_json::{Value as Json, json};

/// The total of the one indicator of [`plan_of`], on which no target is set, as of 28 March, at which week 4 is not due.
fn total(indicator: Json, reports: &[(&str, usize, Value)]) -> Total {
    let plan = plan_of(indicator, json!({}), json!({"targets": []}));
    super::progress(&plan, reports, "2023-03-28T12:00", |progress| {
        assert_eq!(progress.totals.len(), 1);
        progress.totals[0].clone()
    })
}

fn about(number: i64, is: Mark) -> Value {
    Value::Estimate(Estimate { number, is })
}

#[test]
fn the_periods_of_a_unit_become_one_as_the_plan_says_and_the_units_add_up() {
    let weeks = |values: [i64; 3]| {
        let of = |(week, value): (usize, i64)| [("a", week, number(value)), ("b", week, number(1))];
        (1..).zip(values).flat_map(of).collect::<Vec<_>>()
    };
    for (combine, a, both) in [
        // A says 5, 9, 7 and B 1, 1, 1.
        ("sum", 21, 24),
        ("latest", 7, 8),
        ("cumulative", 7, 8),
        ("maximum", 9, 10),
    ] {
        let total = total(json!({"combine": combine}), &weeks([5, 9, 7]));
        assert_eq!(total.all.amount, Some(Amount::Number(both)), "{combine}");
        assert_eq!(total.units[0].amount, Some(Amount::Number(a)), "{combine}");
    }
}

#[test]
fn missing_is_not_zero_and_is_counted() {
    let total = total(
        json!({}),
        &[
            ("a", 1, number(3)),
            ("a", 2, number(0)),
            ("a", 3, number(4)),
            ("c", 1, number(2)),
        ],
    );
    let (all, partial) = (total.all, total.all.partial);
    assert_eq!((all.units, all.known), (4, 2));
    assert_eq!((partial.units, partial.sent, partial.missing), (4, 1, 3));
    let sectors: Vec<_> = total.sectors.iter().map(|one| one.amount).collect();
    let number = |number| Some(Amount::Number(number));
    // The wards A and B, the school C, and D without a sector, who said nothing.
    assert_eq!(sectors, [number(7), number(2), None]);
    let standings: Vec<_> = total.units.iter().map(|one| one.standing).collect();
    use Standing::{Missing, Sent};
    assert_eq!(standings, [Sent, Missing, Missing, Missing]);
}

#[test]
fn shares_keep_part_and_whole_deeds_are_counted_and_estimates_are_marked() {
    let of_share = total(
        json!({"measure": {"share": {"part": "có", "whole": "tất cả", "noun": "người"}}}),
        &[("a", 1, share(30, 40)), ("b", 1, share(1, 160))],
    );
    let both = Amount::Share {
        part: 31,
        whole: 200,
    };
    assert_eq!(of_share.all.amount, Some(both));
    let of_deed = total(
        json!({"measure": "done"}),
        &[
            ("a", 1, Value::Done(true)),
            ("a", 2, Value::Done(false)),
            ("b", 1, Value::Done(false)),
            ("c", 1, Value::Done(true)),
        ],
    );
    assert_eq!(of_deed.all.amount, Some(Amount::Done(2)));
    let estimated = total(
        json!({"estimates": true}),
        &[("a", 1, about(300, Mark::Above)), ("b", 1, number(12))],
    );
    assert_eq!(
        estimated.all.amount,
        Some(Amount::Estimate(312, Mark::Above))
    );
    assert!(estimated.all.is_estimated());
}

#[test]
fn a_longer_report_holds_for_the_shorter_ones_inside_as_it_does_for_targets() {
    let total = total(
        json!({}),
        &[
            ("a", 1, number(3)),
            ("a", 2, number(4)),
            ("a", 0, number(50)),
            ("b", 1, number(1)),
        ],
    );
    assert_eq!(total.all.amount, Some(Amount::Number(51)));
}

/// Two questions in words and a figure that has no target, in the weekly form; the closing form asks none of them.
fn telling() -> crate::plan::Plan {
    let source = json!({"section": "1"});
    let asked = |id: &str, measure: Json| json!({"id": id, "label": id, "measure": measure});
    let text = json!({"text": {"max": 500, "lines": true}});
    let field = |id: &str| json!({"indicator": id});
    plan_of(
        json!({}),
        json!({}),
        json!({
            "indicators": [
                asked("x", json!({"count": {"noun": "cây"}})),
                asked("y", json!({"count": {"noun": "người"}})),
                asked("good", text.clone()),
                asked("bad", text),
                asked("unasked", json!({"count": {"noun": "cây"}})),
            ],
            "templates": [{"id": "f", "source": source, "sections": [{"id": "s", "title": "S", "fields":
                [field("x"), field("y"), field("good"), field("bad")]}]}],
        }),
    )
}

fn with(unit: &str, week: usize, said: &[(&str, &str)]) -> Report {
    let mut report = report(unit, week, None);
    let told = said
        .iter()
        .map(|(id, text)| (*id, Value::Text((*text).to_owned())));
    report.figures = std::iter::once(("x", number(1)))
        .chain(told)
        .map(|(id, value)| (id.to_owned(), value))
        .collect();
    report
}

#[test]
fn what_is_said_in_words_is_gathered_by_question_the_latest_first() {
    let plan = telling();
    let mut rollup = RollUp::new(&plan);
    let mut other = RollUp::new(&plan);
    add(
        &mut rollup,
        &with("b", 1, &[("good", "Tốt"), ("bad", " ")]),
        None,
        1,
    );
    add(&mut rollup, &with("a", 1, &[("good", "Khá")]), None, 1);
    add(
        &mut other,
        &with("a", 2, &[("good", "Rất tốt"), ("bad", "Mưa\nnhiều")]),
        None,
        1,
    );
    // An amendment replaces what it amends.
    add(&mut other, &with("b", 1, &[("good", "Tốt hơn")]), None, 2);
    rollup.merge(other).expect("the same plan");
    let progress = rollup.at(super::at("2023-03-28T12:00"));
    let told: Vec<_> = progress
        .narratives
        .iter()
        .flat_map(|one| {
            let id = plan.indicators[one.indicator].id.as_str();
            one.answers
                .iter()
                .map(move |answer| (id, answer.unit, answer.column, answer.text))
        })
        .collect();
    let expected = [
        ("good", 0, 1, "Rất tốt"),
        ("good", 0, 0, "Khá"),
        ("good", 1, 0, "Tốt hơn"),
        ("bad", 0, 1, "Mưa\nnhiều"),
    ];
    assert_eq!(told, expected);
    let asked: Vec<usize> = progress.totals.iter().map(|one| one.indicator).collect();
    assert_eq!(asked, [0, 1], "what no form asks has no total");
}

#[test]
fn words_are_kept_and_listed_within_bounds() {
    use crate::rollup::narratives::{Told, most_told};
    use crate::value::Raw;
    let long = "ữ".repeat(100);
    let words: Measure = from_str(r#"{"text":{"max":500}}"#).expect("a measure");
    let told = |most| Told::of(0, &words, Raw::Text((&*long).into()), most);
    assert!(told(0).is_none());
    for most in [120, 121, 122, 299, 300, 301] {
        assert!(told(most).is_some(), "{most}");
    }
    assert_eq!(most_told(200_000), 167);
    assert_eq!(most_told(300_000), 0, "too little to be worth keeping");
    let plan = telling();
    let mut rollup = RollUp::new(&plan);
    let page = "a".repeat(300_000);
    for week in 1..=4 {
        for unit in ["a", "b", "c", "d"] {
            add(&mut rollup, &with(unit, week, &[("good", &page)]), None, 1);
        }
    }
    let progress = rollup.at(super::at("2023-04-10T12:00"));
    let [good] = &*progress.narratives else {
        panic!("one question is answered");
    };
    // Three of them fill the mebibyte.
    assert_eq!((good.answers.len(), good.more), (3, 13));
    assert_eq!(good.answers[0].column, 3, "the latest");
}
