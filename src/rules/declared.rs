//! Rules that the plan declares as data must hold: the terms of the left side, added up, stand to those
//! of the right side as the comparison says.
//!
//! Why: what must agree differs from plan to plan ("trong đó", totals, opening + in − out), and none of
//! it belongs in code.
//! Example: boys + girls exactly participants; 10 + 15 against 30 breaches it. Of "khoảng 30" nothing can be said.

use super::engine::{
    Bound, Check, Code, Found, Over, OwnRule, Param, Rule, View, When, Worded, doc,
};
use crate::finding::{Finding, Said};
use crate::plan::{Blanks, Comparison};
use crate::text::{Both, exact};
use crate::value::{Answer, Reading, addition, total_of};

pub(super) const RULE: Rule = Rule {
    codes: &[&BREACHED, &TOO_FEW_DONE, &TOO_MANY_DONE],
    checks: &[Check {
        over: Over::OwnRules,
        run: check,
    }],
};

static BREACHED: Code = Code {
    code: "rule.breached",
    about: doc("A rule that the plan declares does not hold; its sentence stands in the plan."),
    params: &[
        ID,
        Param::new(
            "terms",
            Worded::Addition,
            "The addition of the side that has several terms; empty where neither has.",
            "400 + 300 + 350 + 1.500 = 2.550",
        ),
        Param::new(
            "total",
            Worded::Count,
            "What the other side comes to.",
            "1200",
        ),
        Param::new(
            "over",
            Worded::Count,
            "By how much the addition is above it; less than 0 where it is below.",
            "1350",
        ),
    ],
    says: Both {
        vi: "Các số liệu chưa khớp nhau. Hãy kiểm tra lại.",
        en: "The figures do not agree with each other. Check them.",
    },
    when: When::AtOnce,
};

static TOO_FEW_DONE: Code = Code {
    code: "rule.tooFewDone",
    about: doc(
        "Of several things fewer are done than the plan wants. The rule's sentence stands in the plan.",
    ),
    params: &[
        ID,
        Param::new("done", Worded::Count, "How many are done.", "1"),
        OF,
    ],
    says: Both {
        vi: "Mới có {done} trong {of} nội dung. Hãy kiểm tra lại.",
        en: "{done} of {of} are done so far. Check them.",
    },
    when: When::BeforeSending,
};

static TOO_MANY_DONE: Code = Code {
    code: "rule.tooManyDone",
    about: doc(
        "Of several things more are done than the plan wants. The rule's sentence stands in the plan.",
    ),
    params: &[
        ID,
        Param::new("done", Worded::Count, "How many are done.", "3"),
        OF,
    ],
    says: Both {
        vi: "Đã có {done} trong {of} nội dung, nhiều hơn mức cần. Hãy kiểm tra lại.",
        en: "{done} of {of} are done, which is too many. Check them.",
    },
    when: When::AtOnce,
};

const ID: Param = Param::new("rule", Worded::Rule, "The rule's identity.", "both");
const OF: Param = Param::new("of", Worded::Count, "Of how many.", "4");

fn check(view: &View<'_, '_>, out: &mut Vec<Finding>) {
    if let Some(rule) = view.own_rule()
        && let (Some(left), Some(right)) = sides(rule, view)
        && !rule.comparison.holds(left, right)
    {
        if let [Bound::Answered(_), ..] = *rule.left {
            out.add(
                rule.severity,
                rule.path.clone(),
                counted(rule, left, right).into(),
            );
            return;
        }
        let (adds_up, total) = match (&*rule.left, &*rule.right) {
            ([_], several @ ([_, _, ..] | [Bound::Column(..)])) => (several, left),
            (side, _) => (side, right),
        };
        let mut terms = Vec::new();
        let mut measure = None;
        for term in adds_up {
            if let Bound::Column(input, cell) = *term {
                add_column(input, cell, view, &mut terms);
                continue;
            }
            let number = value(*term, rule.blanks, view).unwrap_or_default();
            if number != 0 {
                terms.push(exact(number));
            }
            if let Bound::Input(input) = *term {
                measure = view.sheet.inputs().get(input).map(|input| &*input.measure);
            }
        }
        let said = BREACHED
            .with("rule", rule.id.as_str().to_owned())
            .with("terms", addition(&terms, &[], measure))
            .with("total", exact(total))
            .with("over", exact(total_of(&terms) - total));
        out.add(rule.severity, rule.path.clone(), said.into());
    }
}

/// What is said of so many of several things. Few plans ask for it.
#[cold]
#[inline(never)]
fn counted(rule: &OwnRule, done: i128, wanted: i128) -> Said {
    let code = if done < wanted || rule.comparison == Comparison::MoreThan {
        &TOO_FEW_DONE
    } else {
        &TOO_MANY_DONE
    };
    code.with("rule", rule.id.as_str().to_owned())
        .with("done", exact(done))
        .with("of", exact(rule.left.len() as i128))
}

/// 1 where the answer at an input says that something was done, 0 where it does not; none while it cannot be read.
#[cold]
#[inline(never)]
fn answered(input: usize, view: &View<'_, '_>) -> Option<i128> {
    let done = match view.entries.inputs.get(input)? {
        Reading::Blank => false,
        Reading::Wrong(_) => return None,
        Reading::Value(Answer::Number(number)) => *number > 0,
        Reading::Value(Answer::Done(done)) => *done,
        Reading::Value(Answer::List(items)) => !items.is_empty(),
        Reading::Value(Answer::Table) => view
            .entries
            .table(input)
            .is_some_and(|table| !table.rows.is_empty()),
        Reading::Value(_) => true,
    };
    Some(done.into())
}

/// Both sides; none while something that the rule waits for is blank or cannot be read.
fn sides(rule: &OwnRule, view: &View<'_, '_>) -> (Option<i128>, Option<i128>) {
    let (mut asks_figures, mut all_blank) = (false, true);
    for term in rule.terms() {
        if let Bound::Input(input) | Bound::Column(input, _) | Bound::Rows(input) = term {
            asks_figures = true;
            all_blank &= view.entries.is_blank(*input);
        }
    }
    if rule.blanks == Blanks::Zero && asks_figures && all_blank {
        return (None, None);
    }
    let side = |terms: &[Bound]| {
        terms
            .iter()
            .try_fold(0, |sum, term| Some(sum + value(*term, rule.blanks, view)?))
    };
    (side(&rule.left), side(&rule.right))
}

/// Sums of 64-bit numbers in 128 bits cannot overflow: a plan has far fewer than 2^63 terms.
fn value(term: Bound, blanks: Blanks, view: &View<'_, '_>) -> Option<i128> {
    match term {
        Bound::Number(number) => Some(i128::from(number)),
        Bound::Activities => Some(view.entries.activities.len() as i128),
        Bound::Answered(input) => answered(input, view),
        Bound::Participants => {
            let open = view
                .entries
                .activities
                .iter()
                .any(|activity| activity.participants.is_blank());
            if open && blanks == Blanks::Skip {
                None
            } else {
                view.entries.participants()
            }
        }
        Bound::Input(input) | Bound::Column(input, _) | Bound::Rows(input)
            if view.entries.is_blank(input) =>
        {
            (blanks == Blanks::Zero).then_some(0)
        }
        Bound::Rows(input) => of_table(input, None, blanks, view),
        Bound::Column(input, cell) => of_table(input, Some(cell), blanks, view),
        Bound::Input(input) => view.entries.exact(input).map(i128::from),
    }
}

/// How many rows a table has, or what one of its columns comes to. Few rules ask.
#[inline(never)]
fn of_table(
    input: usize,
    cell: Option<usize>,
    blanks: Blanks,
    view: &View<'_, '_>,
) -> Option<i128> {
    let table = view.entries.table(input)?;
    let Some(cell) = cell else {
        return Some(table.rows.len() as i128);
    };
    let (numbers, whole) = table.numbers(cell)?;
    (*whole || blanks == Blanks::Zero).then(|| total_of(numbers))
}

/// The numbers of a column, to be said one by one.
#[inline(never)]
fn add_column(input: usize, cell: usize, view: &View<'_, '_>, terms: &mut Vec<i64>) {
    let table = view.entries.table(input);
    if let Some((numbers, _)) = table.and_then(|table| table.numbers(cell)) {
        terms.extend_from_slice(numbers);
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::table::figures;

    #[test]
    fn a_rule_speaks_when_all_that_it_waits_for_is_there() {
        figures(&[
            (&[("people", "30"), ("boys", "10"), ("girls", "20")], &[]),
            (
                &[("people", "30"), ("boys", "10"), ("girls", "15")],
                &["/figures/boys rule.breached"],
            ),
            (&[("people", "30"), ("boys", "10")], &[]),
            (&[("groups", "3")], &["/figures/groups rule.breached"]),
            (&[("groups", "3"), ("people", "3")], &[]),
        ]);
    }
}
