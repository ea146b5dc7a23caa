//! A table holds as many rows as the plan takes, none of them blank, and no two that its key says are the same. What holds
//! of an answer of a form holds of each cell: the very rules look at it.
//!
//! Why: a list is made by several hands, from lists of others; a row that stands twice is counted and commended twice.
//! Example: "Nguyễn An" on rows 2 and 5 of the persons commended is doubtful, and so is a fourth row where three are taken.

use super::engine::{
    Code, Context, Entries, Found, Param, Rule, Sheet, TableEntry, When, Worded, doc,
};
use crate::finding::{Finding, Path};
use crate::text::{Both, fold, join};
use crate::value::{Answer, Reading, TableMeasure};

pub(super) const RULE: Rule = Rule {
    codes: &[&TOO_FEW, &TOO_MANY, &BLANK_ROW, &SAME_KEY],
    // Its cells are read apart from the form, and so is what is said of them.
    checks: &[],
};

static TOO_FEW: Code = Code {
    code: "table.tooFewRows",
    about: doc("The table has fewer rows than the plan asks."),
    params: &[
        Param::new("least", Worded::Count, "How many rows at least.", "3"),
        Param::new("count", Worded::Count, "How many rows there are.", "2"),
    ],
    says: Both {
        vi: "Bảng cần ít nhất {least} dòng, hiện có {count}. Hãy ghi thêm.",
        en: "The table needs at least {least} rows and has {count}. Add more.",
    },
    when: When::BeforeSending,
};

static TOO_MANY: Code = Code {
    code: "table.tooManyRows",
    about: doc("The table has more rows than the plan takes."),
    params: &[
        Param::new("most", Worded::Count, "How many rows at most.", "20"),
        Param::new("count", Worded::Count, "How many rows there are.", "25"),
    ],
    says: Both {
        vi: "Bảng chỉ nhận đến {most} dòng, hiện có {count}. Hãy bỏ bớt.",
        en: "The table takes at most {most} rows and has {count}. Remove some.",
    },
    when: When::AtOnce,
};

static BLANK_ROW: Code = Code {
    code: "table.blankRow",
    about: doc("A row in the midst of the table says nothing."),
    params: &[Param::new("row", Worded::Place, "The row.", "1")],
    says: Both {
        vi: "Dòng {row} chưa ghi gì. Hãy ghi, hoặc bỏ dòng này.",
        en: "Row {row} is blank. Fill it in, or remove it.",
    },
    when: When::BeforeSending,
};

static SAME_KEY: Code = Code {
    code: "table.sameRow",
    about: doc(
        "Another row of the table says the same in the column by which rows are told apart.",
    ),
    params: &[Param::new(
        "other",
        Worded::Place,
        "The row that says it first.",
        "1",
    )],
    says: Both {
        vi: "Dòng {other} đã ghi nội dung này. Hãy bỏ dòng thừa; nếu là hai, hãy ghi một dòng giải thích.",
        en: "Row {other} says the same. Remove one of them; if they are two, explain in one line.",
    },
    when: When::AtOnce,
};

/// Looks at all tables that were read cell by cell.
pub(crate) fn check(
    sheet: &Sheet,
    entries: &Entries<'_>,
    context: &Context<'_>,
    out: &mut Vec<Finding>,
) {
    for table in &entries.tables {
        let asked = sheet.inputs().get(table.input);
        if let Some(input) = asked
            && let Some(measure) = input.measure.table()
            && let Some(cells) = sheet.of_rows(table.input)
        {
            out.extend_from_slice(&table.strays);
            counts(table, measure, &input.path, out);
            rows(table, &cells, &input.path, context, out);
            keys(table, measure, (&cells, &input.path), out);
        }
    }
}

fn counts(table: &TableEntry<'_>, asked: &TableMeasure, at: &Path, out: &mut Vec<Finding>) {
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let (count, most) = (table.count, asked.most_rows());
    let least = asked.least.map_or(0, usize::from);
    if count > most {
        let said = TOO_MANY.with("most", number(most));
        out.error(at.clone(), said.with("count", number(count)));
    } else if count > 0 && count < least {
        let said = TOO_FEW.with("least", number(least));
        out.error(at.clone(), said.with("count", number(count)));
    }
}

/// Runs the rules of a form over each row.
fn rows(
    table: &TableEntry<'_>,
    cells: &Sheet,
    at: &Path,
    context: &Context<'_>,
    out: &mut Vec<Finding>,
) {
    let mut found = Vec::new();
    for (index, row) in table.rows.iter().enumerate() {
        let place = at.clone().at(index);
        if row.says_nothing() {
            let row = u32::try_from(index).unwrap_or(u32::MAX);
            out.error(place, BLANK_ROW.with("row", row));
            continue;
        }
        cells.run_all(row, context, &mut found);
        for mut finding in found.drain(..) {
            let cell = finding.path.as_str().strip_prefix(FIGURES);
            let cell = cell.unwrap_or_default();
            finding.path = Path::from(&*[place.as_str(), "/", cell].concat());
            out.push(finding);
        }
    }
}

/// How the paths of a sheet's answers begin.
const FIGURES: &str = "/figures/";

/// Says of each row whether an earlier one has its key.
fn keys(
    table: &TableEntry<'_>,
    asked: &TableMeasure,
    (cells, at): (&Sheet, &Path),
    out: &mut Vec<Finding>,
) {
    let key = asked.key.as_ref();
    let first = key.and_then(|key| cells.input_of(key.as_str()));
    let Some((first, input)) = first.and_then(|at| Some((at, cells.inputs().get(at)?))) else {
        return;
    };
    // Of a share both halves tell rows apart; what is found of it stands at the first.
    let halves = first..=first + usize::from(input.half.is_some());
    let place = input.path.as_str().strip_prefix(FIGURES);
    let mut seen: Vec<(String, usize)> = Vec::with_capacity(table.rows.len());
    for (index, row) in table.rows.iter().enumerate() {
        let read = |half| row.inputs.get(half).and_then(Reading::value);
        let said = halves.clone().map(|half| read(half).and_then(told));
        let Some(said) = said.collect::<Option<Vec<_>>>() else {
            continue;
        };
        let said = join(&said, "/");
        match seen.binary_search_by(|(there, _)| there.cmp(&said)) {
            Ok(first) => {
                let other = seen.get(first).map_or(0, |(_, row)| *row);
                let other = u32::try_from(other).unwrap_or(u32::MAX);
                let row = at.clone().at(index);
                let path = [row.as_str(), "/", place.unwrap_or_default()].concat();
                out.warning(Path::from(&*path), SAME_KEY.with("other", other));
            }
            Err(place) => seen.insert(place, (said, index)),
        }
    }
}

/// An answer as two are compared by: words without marks, case or punctuation; none of what tells no rows apart.
fn told(answer: &Answer<'_>) -> Option<String> {
    Some(match answer {
        Answer::Text(text) => fold(text),
        Answer::Number(number) => number.to_string(),
        Answer::Date(date) => date.to_string(),
        Answer::Phone { number, .. } => number.to_string(),
        Answer::Time(time) => time.to_string(),
        Answer::Estimate(_)
        | Answer::Done(_)
        | Answer::List(_)
        | Answer::Files(_)
        | Answer::Table => return None,
    })
}
