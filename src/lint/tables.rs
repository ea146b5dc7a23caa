//! Tables whose rows cannot be told apart, and columns that cannot.
//!
//! Why: two rows that say the same in the key are doubtful, so that a key with fewer answers than rows makes nearly every row
//! doubtful, done or not tells no row from another, two works may have the same value, and a key that may stay blank compares nothing where it does; of two columns of
//! one heading nobody can tell what each asks.
//! Example: works told apart by "Hình thức", of which there are two; "Giá trị" twice, once as planned and once as spent.

use super::view::View;
use super::{Lint, LintFinding, Slice};
use crate::finding::{Path, Severity};
use crate::text::{Both, fold_case};
use crate::value::{RollUp, TableMeasure};

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&SAME_COLUMN, &KEY_TELLS_LITTLE, &KEY_NOT_REQUIRED],
};

static SAME_COLUMN: Lint = Lint {
    code: "table.sameColumn",
    about: "Two columns of a table have the same heading.",
    severities: &[Severity::Warning],
    gaps: &[("label", &["Giá trị"])],
    says: Both {
        vi: "Bảng có hơn một cột mang tên “{label}”: người điền không biết mỗi cột hỏi gì.",
        en: "More than one column of the table is called “{label}”: nobody can tell what each asks.",
    },
    mend: Both {
        vi: "Đặt cho mỗi cột một tên riêng.",
        en: "Give each column a heading of its own.",
    },
};

static KEY_TELLS_LITTLE: Lint = Lint {
    code: "table.keyTellsLittle",
    about: "Rows of a table are told apart by a column whose answers do not tell them apart: one of a few, done or not, a share, an amount.",
    severities: &[Severity::Warning],
    gaps: &[("label", &["Hình thức"])],
    says: Both {
        vi: "Cột “{label}” không phân biệt được các dòng: dòng khác nhau bị nhắc là trùng, hoặc dòng trùng không được nhắc.",
        en: "The column “{label}” does not tell rows apart: rows that differ are said to be the same, or rows that are the same are not noticed.",
    },
    mend: Both {
        vi: "Bỏ “key”, hoặc để “key” là một cột bắt buộc mà mỗi dòng ghi một khác, như họ tên hay số điện thoại.",
        en: "Take out “key”, or let it name a required column that differs from row to row, as a name or a phone number does.",
    },
};

static KEY_NOT_REQUIRED: Lint = Lint {
    code: "table.keyNotRequired",
    about: "The column by which rows of a table are told apart may stay blank.",
    severities: &[Severity::Info],
    gaps: &[("label", &["Họ và tên"])],
    says: Both {
        vi: "Các dòng được phân biệt theo cột “{label}” là cột không bắt buộc: dòng để trống cột này không so với dòng khác được.",
        en: "Rows are told apart by “{label}”, which may stay blank: a row that leaves it so cannot be compared with the others.",
    },
    mend: Both {
        vi: "Đặt cột này là bắt buộc (“required”: true).",
        en: "Make the column required (“required”: true).",
    },
};

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    for (at, indicator) in view.plan.indicators.iter().enumerate() {
        if let Some(table) = indicator.measure.table() {
            let path = Path::top("indicators").at(at).then("measure").then("table");
            headings(table, &path, out);
            key(table, &path, out);
        }
    }
}

/// Headings are the same as people read them: the case does not count, the marks do ("Tổ" is not "Tờ").
fn headings(table: &TableMeasure, path: &Path, out: &mut Vec<LintFinding>) {
    let mut before: Vec<String> = Vec::new();
    for (place, column) in table.columns.iter().enumerate() {
        let heading = fold_case(&column.label);
        if before.contains(&heading) {
            let at = path.clone().then("columns").at(place).then("label");
            let said = SAME_COLUMN.with("label", column.label.clone());
            out.push(LintFinding::new(Severity::Warning, at, said));
        }
        before.push(heading);
    }
}

fn key(table: &TableMeasure, path: &Path, out: &mut Vec<LintFinding>) {
    let key = table.key.as_ref();
    let Some((place, column)) = key.and_then(|key| table.column(key.as_str())) else {
        return;
    };
    let few = match column.measure.roll_up() {
        // Where each answer has its one row, the rows are told apart.
        RollUp::Answers(answers) => {
            let most = table.most.map_or(usize::MAX, usize::from);
            most > answers.len()
        }
        RollUp::Count => !is_numbered(&column.label),
        other => matches!(
            other,
            RollUp::Deed | RollUp::Share | RollUp::Money | RollUp::Quantity
        ),
    };
    let (lint, severity, at) = if few {
        let at = path.clone().then("key");
        (&KEY_TELLS_LITTLE, Severity::Warning, at)
    } else if column.required {
        return;
    } else {
        let at = path.clone().then("columns").at(place);
        (&KEY_NOT_REQUIRED, Severity::Info, at)
    };
    out.push(LintFinding::new(
        severity,
        at,
        lint.with("label", column.label.clone()),
    ));
}

/// How a heading begins whose numbers name the row and count nothing.
const NUMBERED: &[&str] = &[
    "stt",
    "số thứ tự",
    "thứ tự",
    "số hiệu",
    "mã",
    "năm",
    "tháng",
    "tuần",
    "kỳ",
    "khóa",
    "lần",
    "đợt",
];

/// Whether the numbers of a column say which row it is, as "STT" and "Năm" do.
fn is_numbered(heading: &str) -> bool {
    let heading = fold_case(heading);
    NUMBERED.iter().any(|begun| {
        let rest = heading.strip_prefix(begun);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    })
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{found, plan};
    use serde_json::{Value, json};

    /// What is found of works told apart by that column, whose columns are these beside their name.
    fn of(key: &str, columns: &[Value]) -> Vec<String> {
        let name = json!({"id": "name", "label": "Tên công trình", "measure": {"text": {"max": 100}}, "required": true});
        let mut all = vec![name];
        all.extend_from_slice(columns);
        let mut table = json!({"row": "công trình", "columns": all});
        if !key.is_empty() {
            table["key"] = json!(key);
        }
        let works = json!({"id": "works", "label": "Công trình", "measure": {"table": table}});
        let plan = plan(json!({"indicators": [works]}));
        let found = found(&plan, "table.");
        found
            .iter()
            .map(|one| format!("{} {}", one.code(), one.path))
            .collect()
    }

    fn column(label: &str, measure: Value) -> Value {
        json!({"id": "other", "label": label, "measure": measure})
    }

    #[test]
    fn columns_of_the_same_heading() {
        let place = ["table.sameColumn /indicators/0/measure/table/columns/1/label"];
        for (label, same) in [
            ("Tên công trình", true),
            ("TÊN  CÔNG TRÌNH ", true),
            ("Tên công trinh", false),
            ("Tên công trình khác", false),
        ] {
            let said = of("name", &[column(label, json!("money"))]);
            assert_eq!(said == place, same, "{label}: {said:?}");
            assert_eq!(said.is_empty(), !same, "{label}: {said:?}");
        }
    }

    #[test]
    fn keys_that_tell_rows_apart() {
        let answers =
            json!([{"id": "moi", "label": "Làm mới"}, {"id": "sua", "label": "Sửa chữa"}]);
        let few = "table.keyTellsLittle /indicators/0/measure/table/key";
        let blank = "table.keyNotRequired /indicators/0/measure/table/columns/1";
        for (measure, says) in [
            (json!({"choice": {"answers": answers}}), few),
            (json!("done"), few),
            (
                json!({"share": {"part": "đạt", "whole": "tổng số", "noun": "người"}}),
                few,
            ),
            (json!("money"), few),
            (json!({"quantity": {"unit": "km", "decimals": 1}}), few),
            (json!({"count": {"noun": "người"}}), few),
            (json!("phone"), blank),
            (json!("date"), blank),
            (json!({"text": {"max": 20}}), blank),
        ] {
            let mut other = column("Cột khác", measure);
            assert_eq!(of("other", &[other.clone()]), [says], "{other}");
            // The advice, followed: another key, none, or a required one.
            assert!(of("name", &[other.clone()]).is_empty(), "{other}");
            assert!(of("", &[other.clone()]).is_empty(), "{other}");
            other["required"] = json!(true);
            let left = of("other", &[other.clone()]);
            assert_eq!(left.is_empty(), says == blank, "{other}: {left:?}");
        }
    }

    #[test]
    fn numbers_that_name_the_row_tell_rows_apart() {
        for (label, says) in [
            ("STT", false),
            ("Số thứ tự", false),
            ("Năm", false),
            ("Tháng báo cáo", false),
            ("Khóa", false),
            ("Số người", true),
            ("Nam thanh niên tham gia", true),
            ("Lượt", true),
        ] {
            let mut other = column(label, json!({"count": {"noun": "số"}}));
            other["required"] = json!(true);
            assert_eq!(!of("other", &[other]).is_empty(), says, "{label}");
        }
    }

    #[test]
    fn each_answer_has_its_one_row() {
        let answers =
            json!([{"id": "moi", "label": "Làm mới"}, {"id": "sua", "label": "Sửa chữa"}]);
        for (most, says) in [(json!(2), false), (json!(3), true), (json!(null), true)] {
            let kind = json!({
                "id": "kind", "label": "Hình thức", "required": true,
                "measure": {"choice": {"answers": answers}},
            });
            let mut table = json!({"row": "công trình", "columns": [kind], "key": "kind"});
            table["most"] = most.clone();
            let works = json!({"id": "works", "label": "Công trình", "measure": {"table": table}});
            let plan = plan(json!({"indicators": [works]}));
            assert_eq!(!found(&plan, "table.").is_empty(), says, "{most}");
        }
    }
}
