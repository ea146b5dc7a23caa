//! Tables whose columns do not do what they are there for.
//!
//! Why: rows are numbered by the form, a column that says the same as another cannot be pasted into, rows are not told apart by
//! what they share, and a figure beside a table that adds it up differs from it sooner or later.
//! Example: a column "STT"; works told apart by "Hình thức", of which there are two; "Tổng giá trị" asked beside a table of
//! works with their "Giá trị", held against nothing.

use super::view::View;
use super::{Lint, LintFinding, Slice};
use crate::finding::{Path, Severity};
use crate::plan::{Indicator, Plan, Template, Term};
use crate::text::{Both, fold};
use crate::value::{Column, Counted, RollUp, TableMeasure};

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[
        &NUMBER_COLUMN,
        &SAME_COLUMN,
        &KEY_TELLS_LITTLE,
        &KEY_NOT_REQUIRED,
        &SUM_UNHELD,
        &ROWS_UNHELD,
    ],
};

static NUMBER_COLUMN: Lint = Lint {
    code: "table.numberColumn",
    about: "A column of a table asks for the number of the row, which the form gives by itself.",
    severities: &[Severity::Warning],
    gaps: &[("label", &["STT"])],
    says: Both {
        vi: "Cột “{label}” hỏi số thứ tự, trong khi phiếu tự đánh số từng dòng.",
        en: "The column “{label}” asks for the row's number, which the form gives by itself.",
    },
    mend: Both {
        vi: "Bỏ cột này.",
        en: "Take the column out.",
    },
};

static SAME_COLUMN: Lint = Lint {
    code: "table.sameColumn",
    about: "Two columns of a table have the same heading.",
    severities: &[Severity::Warning],
    gaps: &[("label", &["Giá trị"])],
    says: Both {
        vi: "Hai cột cùng mang tên “{label}”: người điền không biết cột nào hỏi gì, và dòng chép từ Excel vào nhầm cột.",
        en: "Two columns are called “{label}”: nobody can tell what each asks, and rows copied from Excel go into the wrong one.",
    },
    mend: Both {
        vi: "Đặt tên khác nhau, hoặc bỏ một cột.",
        en: "Name them apart, or take one out.",
    },
};

static KEY_TELLS_LITTLE: Lint = Lint {
    code: "table.keyTellsLittle",
    about: "Rows are to be told apart by a column that has few answers.",
    severities: &[Severity::Warning],
    gaps: &[("label", &["Hình thức"])],
    says: Both {
        vi: "Các dòng được phân biệt theo cột “{label}”, mà cột này chỉ có vài câu trả lời, nên dòng nào cũng bị coi là trùng hoặc không dòng nào bị nhắc.",
        en: "Rows are told apart by “{label}”, which has few answers: all rows would be doubtful, or none.",
    },
    mend: Both {
        vi: "Phân biệt theo cột ghi tên hoặc số điện thoại, hoặc bỏ “key”.",
        en: "Tell them apart by a name or a phone number, or take “key” out.",
    },
};

static KEY_NOT_REQUIRED: Lint = Lint {
    code: "table.keyNotRequired",
    about: "The column by which rows are told apart may stay blank.",
    severities: &[Severity::Info],
    gaps: &[("label", &["Họ và tên"])],
    says: Both {
        vi: "Các dòng được phân biệt theo cột “{label}”, mà cột này không bắt buộc: dòng để trống ở đó không so được.",
        en: "Rows are told apart by “{label}”, which may stay blank: such rows cannot be compared.",
    },
    mend: Both {
        vi: "Đặt cột này là bắt buộc.",
        en: "Make the column required.",
    },
};

static SUM_UNHELD: Lint = Lint {
    code: "table.sumUnheld",
    about: "A form asks a figure beside a table that adds up to it, and no rule holds them against each other.",
    severities: &[Severity::Info],
    gaps: &[("label", &["Tổng giá trị công trình"]), ("column", &["Giá trị"])],
    says: Both {
        vi: "Phiếu hỏi “{label}” bên cạnh bảng có cột “{column}”, mà không quy tắc nào so hai nơi.",
        en: "The form asks “{label}” beside a table with a column “{column}”, and no rule holds one against the other.",
    },
    mend: Both {
        vi: "Thêm một quy tắc vào “rules”: số liệu này bằng tổng của cột.",
        en: "Add to “rules” that the figure is the column's sum.",
    },
};

static ROWS_UNHELD: Lint = Lint {
    code: "table.rowsUnheld",
    about: "A form asks how many there are of what a table lists, and no rule holds them against each other.",
    severities: &[Severity::Info],
    gaps: &[("label", &["Số công trình"]), ("row", &["công trình"])],
    says: Both {
        vi: "Phiếu hỏi “{label}” bên cạnh bảng mà mỗi dòng là một {row}, mà không quy tắc nào so hai nơi.",
        en: "The form asks “{label}” beside a table of which each row is one such ({row}), and no rule holds one against the other.",
    },
    mend: Both {
        vi: "Thêm một quy tắc vào “rules”: số liệu này bằng số dòng của bảng.",
        en: "Add to “rules” that the figure is the number of rows.",
    },
};

/// What headings say over the numbers of rows.
const NUMBERS: [&str; 4] = ["stt", "tt", "so tt", "so thu tu"];

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    for (at, indicator) in view.plan.indicators.iter().enumerate() {
        let Some(table) = indicator.measure.table() else {
            continue;
        };
        let path = Path::top("indicators").at(at).then("measure").then("table");
        columns(table, &path, out);
        key(table, &path, out);
        for template in &view.plan.templates {
            beside(view.plan, template, (indicator, table), &path, out);
        }
    }
}

fn columns(table: &TableMeasure, path: &Path, out: &mut Vec<LintFinding>) {
    let mut names: Vec<String> = Vec::new();
    for (place, column) in table.columns.iter().enumerate() {
        let name = fold(&column.label);
        let lint = if NUMBERS.contains(&&*name) {
            Some(&NUMBER_COLUMN)
        } else {
            names.contains(&name).then_some(&SAME_COLUMN)
        };
        names.push(name);
        if let Some(lint) = lint {
            let said = lint.with("label", column.label.clone());
            let at = path.clone().then("columns").at(place);
            out.push(LintFinding::new(Severity::Warning, at, said));
        }
    }
}

fn key(table: &TableMeasure, path: &Path, out: &mut Vec<LintFinding>) {
    let key = table.key.as_ref();
    let Some((_, column)) = key.and_then(|key| table.column(key.as_str())) else {
        return;
    };
    let (lint, severity) = match column.measure.roll_up() {
        RollUp::Answers(_) | RollUp::Deed | RollUp::Share => {
            (&KEY_TELLS_LITTLE, Severity::Warning)
        }
        _ if !column.required => (&KEY_NOT_REQUIRED, Severity::Info),
        _ => return,
    };
    let said = lint.with("label", column.label.clone());
    out.push(LintFinding::new(severity, path.clone().then("key"), said));
}

/// Figures that the same form asks and that say what the table adds up to.
fn beside(
    plan: &Plan,
    template: &Template,
    (indicator, table): (&Indicator, &TableMeasure),
    path: &Path,
    out: &mut Vec<LintFinding>,
) {
    let sections = template.sections.iter();
    let fields: Vec<_> = sections.flat_map(|section| &section.fields).collect();
    if !fields.iter().any(|field| field.indicator == indicator.id) {
        return;
    }
    let asked = fields.iter().filter_map(|field| plan.indicator(field.indicator.as_str()));
    for figure in asked {
        for column in &table.columns {
            if adds_up_to(column, figure) && !is_held(plan, |term| names(term, indicator, column)) {
                let said = SUM_UNHELD.with("label", figure.label.clone());
                let said = said.with("column", column.label.clone());
                out.push(LintFinding::new(Severity::Info, path.clone(), said));
            }
        }
        let is_count = matches!(figure.measure.counted(), Counted::Noun(noun) if fold(noun) == fold(&table.row));
        let counts = |term: &Term| matches!(term, Term::Rows(id) if *id == indicator.id);
        if is_count && !is_held(plan, counts) {
            let said = ROWS_UNHELD.with("label", figure.label.clone());
            let said = said.with("row", table.row.clone());
            out.push(LintFinding::new(Severity::Info, path.clone(), said));
        }
    }
}

/// Whether a figure's question holds that of a column, and both are of one kind.
fn adds_up_to(column: &Column, figure: &Indicator) -> bool {
    let is_alike = match (column.measure.counted(), figure.measure.counted()) {
        (Counted::Noun(one), Counted::Noun(other)) => fold(one) == fold(other),
        (Counted::Nothing, _) => false,
        (one, other) => one == other,
    };
    let (part, whole) = (fold(&column.label), fold(&figure.label));
    let within = [" ", &whole, " "].concat();
    is_alike && !part.is_empty() && within.contains(&[" ", &part, " "].concat())
}

fn names(term: &Term, indicator: &Indicator, column: &Column) -> bool {
    matches!(term, Term::Column(of) if of.table == indicator.id && of.column == column.id)
}

fn is_held(plan: &Plan, names: impl Fn(&Term) -> bool) -> bool {
    let mut rules = plan.rules.iter();
    rules.any(|rule| rule.left.iter().chain(&rule.right).any(&names))
}

#[cfg(test)]
mod tests {
    use crate::lint::lint;
    use crate::plan::Plan;
    use serde_json::{Value, json};

    fn plan(pointer: &str, value: Value) -> Plan {
        let json = include_str!("../../tests/browser/fixtures/tables/tables.json");
        let mut plan: Value = serde_json::from_str(json).unwrap();
        let (above, last) = pointer.rsplit_once('/').unwrap_or_default();
        match plan.pointer_mut(above) {
            Some(Value::Array(list)) if last == "-" => list.push(value),
            Some(Value::Object(map)) => drop(map.insert(last.to_owned(), value)),
            _ => {}
        }
        Plan::parse(&plan.to_string()).unwrap_or_else(|errors| panic!("{errors:?}"))
    }

    fn found(plan: &Plan) -> Vec<String> {
        let all = lint(plan);
        let own = all.iter().filter(|one| one.code().starts_with("table."));
        own.map(|one| [one.code(), " ", one.path.as_str()].concat())
            .collect()
    }

    #[test]
    fn what_columns_do_not_do() {
        const TABLE: &str = "/indicators/1/measure/table";
        let text = json!({"text": {"max": 20}});
        for (pointer, value, says) in [
            ("", json!(0), vec![]),
            (
                "/columns/-",
                json!({"id": "no", "label": "STT", "measure": "money"}),
                vec!["table.numberColumn /indicators/1/measure/table/columns/5"],
            ),
            (
                "/columns/-",
                json!({"id": "again", "label": "Hình  thức", "measure": text}),
                vec!["table.sameColumn /indicators/1/measure/table/columns/5"],
            ),
            ("/key", json!("way"), vec!["table.keyTellsLittle /indicators/1/measure/table/key"]),
            ("/key", json!("day"), vec!["table.keyNotRequired /indicators/1/measure/table/key"]),
        ] {
            let pointer = if pointer.is_empty() { String::new() } else { [TABLE, pointer].concat() };
            assert_eq!(found(&plan(&pointer, value)), says, "{pointer}");
        }
    }

    #[test]
    fn figures_that_a_table_adds_up_to() {
        let unheld = plan("/rules", json!([]));
        assert_eq!(found(&unheld), ["table.sumUnheld /indicators/1/measure/table"]);
        let count = json!({"count": {"noun": "công trình"}});
        let counted = plan("/indicators/2/measure", count);
        assert_eq!(found(&counted), ["table.rowsUnheld /indicators/1/measure/table"]);
    }
}
