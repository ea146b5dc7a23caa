//! A figure of what stands now that is added up over the periods.
//!
//! Why: three weeks of 400 members each are 400 members, not 1,200; a debt reported twice is one debt.
//! Example: "Tổng số đoàn viên hiện có" or "Dư nợ ủy thác" with periods that add up.

use super::view::View;
use super::words::{Ends, clause_before, numbers};
use super::{Lint, LintFinding, PatchValue, Slice};
use crate::finding::{Path, Severity};
use crate::plan::{Indicator, Threshold};
use crate::schedule::listed_periods;
use crate::text::{Both, fold, plain};
use crate::value::Counted;

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&FIGURE_STOCK_ADDED],
};

static FIGURE_STOCK_ADDED: Lint = Lint {
    code: "figure.stockAdded",
    about: "A figure of what stands now, a debt or a membership, is added up over the periods.",
    severities: &[Severity::Warning],
    gaps: &[("label", &["Tổng số đoàn viên hiện có"])],
    says: Both {
        vi: "“{label}” là số hiện có, nhưng kế hoạch cộng dồn các kỳ: số của một người hay một khoản bị tính nhiều lần.",
        en: "“{label}” is what stands now, but the plan adds up its periods: one person or sum counts several times.",
    },
    mend: Both {
        vi: "Chọn cách tổng hợp “số hiện có” (latest); nếu mỗi kỳ báo từ đầu kế hoạch thì chọn “lũy kế” (cumulative).",
        en: "Let the latest figure hold (latest); where each period reports all since the plan began, choose cumulative.",
    },
};

/// What a label says of what stands now, folded.
const STOCKS: &[&str] = &[
    "hien co",
    "hien nay",
    "hien tai",
    "hien dang",
    "dang sinh hoat",
    "du no",
    "con no",
    "ton dong",
    "no qua han",
    "no khoanh",
    "so no",
    "tien no",
    "cong no",
    "so du",
    "ton quy",
    "ton kho",
    "luy ke",
    "tinh den",
    "tong so doan vien",
    "tong so hoi vien",
    "tong so thanh nien",
    "tong so can bo doan",
    "tong so chi doan",
    "tong so chi hoi",
    "tong so dang vien",
    "tong so doi vien",
    "tong so thanh vien",
    "tong so cau lac bo",
    "tong so can bo hoi",
    "tong so co so",
    "dang quan ly",
    "dang hoat dong",
    "dang duy tri",
    "dang co",
    "dang theo hoc",
    "cuoi ky",
    "dau ky",
];

/// What makes the same words tell of what happened.
const FLOWS: &[&str] = &[
    "moi",
    "tang them",
    "tham gia",
    "phat sinh",
    "giam",
    "da thu",
    "duoc",
    "ket nap",
    "buoi",
    "luot",
    "cuoc",
    "thanh lap",
    "phat trien",
    "gioi thieu",
];

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    for (at, indicator) in view.plan.indicators.iter().enumerate() {
        let is_stock = is_stock(indicator) || is_kept(view, indicator);
        if is_stock && is_asked_again(view, indicator) {
            let path = Path::top("indicators").at(at);
            let said = FIGURE_STOCK_ADDED.with("label", indicator.label.clone());
            out.push(
                LintFinding::new(Severity::Warning, path.clone(), said)
                    .mended(path.then("combine"), PatchValue::Word("latest".to_owned())),
            );
        }
    }
}

fn is_stock(indicator: &Indicator) -> bool {
    let measure = &indicator.measure;
    let is_number = measure.halves().is_none() && !matches!(measure.counted(), Counted::Nothing);
    let label = fold(&indicator.label);
    let has = |words: &&str| {
        [" ", &label, " "]
            .concat()
            .contains(&[" ", words, " "].concat())
    };
    indicator.combine.is_sum() && is_number && STOCKS.iter().any(has) && !FLOWS.iter().any(has)
}

/// What a target says of a number that is to stay.
const KEPT: &[&str] = &["duy tri", "giu vung", "giu on dinh", "du no"];

/// What stays: of a meeting or a post "duy trì" says that there are more of it.
const STAYING: &[&str] = &[
    "cau lac bo",
    "clb",
    "to ",
    "doi ",
    "nhom",
    "mo hinh",
    "hoi vien",
    "doan vien",
    "doi vien",
    "dang vien",
    "thanh vien",
    "chi hoi",
    "chi doan",
    "chi bo",
    "dong",
    "trieu",
    "ty ",
];

/// Whether the words of one of its targets say that its number is to stay: "Duy trì 100 câu lạc bộ".
fn is_kept(view: &View<'_>, indicator: &Indicator) -> bool {
    let label = fold(&indicator.label);
    let flows = FLOWS.iter().any(|words| label.contains(words));
    let number = |value: Threshold| match value {
        Threshold::Count(value) | Threshold::Money(value) => Some(value),
        _ => None,
    };
    !flows
        && indicator.combine.is_sum()
        && view.targets().any(|(_, target)| {
            let text = target
                .source
                .quote
                .as_deref()
                .map(plain)
                .unwrap_or_default();
            let mut here = numbers(&text).into_iter().filter(|one| {
                let before = text.get(..one.start).unwrap_or_default();
                let after = text.get(one.end..).unwrap_or_default().trim_start();
                let head = clause_before(before, Ends::Comma);
                let near: Vec<&str> = head.split_whitespace().rev().take(6).collect();
                let near: Vec<&str> = near.into_iter().rev().collect();
                let near = near.join(" ");
                number(target.value) == Some(one.value)
                    && KEPT.iter().any(|words| near.contains(words))
                    && STAYING.iter().any(|words| after.starts_with(words))
            });
            target.indicator == indicator.id
                && target.per.is_plan()
                && !target.changes()
                && here.next().is_some()
        })
}

/// Whether some duty that owes more than one period asks it.
fn is_asked_again(view: &View<'_>, indicator: &Indicator) -> bool {
    view.duties().any(|(_, duty)| {
        let asks = view
            .plan
            .template(duty.template.as_str())
            .is_some_and(|template| {
                let mut fields = template.sections.iter().flat_map(|section| &section.fields);
                fields.any(|field| field.indicator == indicator.id)
            });
        let periods = duty.schedule().map_or(0, |stated| {
            listed_periods(view.plan, &stated.schedule).len()
        });
        asks && periods > 1
    })
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, duty, plan};
    use serde_json::json;

    #[test]
    fn what_stands_now() {
        for (label, combine, periods, expected) in [
            (
                "Tổng số đoàn viên hiện có",
                "sum",
                2,
                "warning figure.stockAdded",
            ),
            ("Dư nợ ủy thác", "sum", 2, "warning figure.stockAdded"),
            (
                "Số chi đoàn hiện đang hoạt động",
                "sum",
                2,
                "warning figure.stockAdded",
            ),
            ("Dư nợ ủy thác", "latest", 2, ""),
            (
                "Số hội viên đang quản lý",
                "sum",
                2,
                "warning figure.stockAdded",
            ),
            (
                "Số đoàn viên cuối kỳ",
                "sum",
                2,
                "warning figure.stockAdded",
            ),
            (
                "Tổng số đảng viên trẻ",
                "sum",
                2,
                "warning figure.stockAdded",
            ),
            ("Tổng số đảng viên mới kết nạp", "sum", 2, ""),
            (
                "Số buổi sinh hoạt của câu lạc bộ đang hoạt động",
                "sum",
                2,
                "",
            ),
            ("Số mô hình được hỗ trợ đang hoạt động", "sum", 2, ""),
            ("Dư nợ ủy thác", "sum", 1, ""),
            ("Tổng số đoàn viên mới kết nạp", "sum", 2, ""),
            ("Tổng số đoàn viên tham gia", "sum", 2, ""),
            ("Số cây trồng mới", "sum", 2, ""),
        ] {
            let period = json!({"period": {"from": "2023-02-26", "to": "2023-03-10"}});
            let next = json!({"period": {"from": "2023-03-11", "to": "2023-03-31"}});
            let listed = [period, next].into_iter().take(periods).collect::<Vec<_>>();
            let plan = plan(json!({
                "indicators": [{"id": "trees", "label": label, "measure": {"count": {"noun": "người"}}, "combine": combine}],
                "duties": [duty(json!({"listed": listed}))]}));
            assert_eq!(
                codes(&plan, "figure.stockAdded"),
                expected,
                "{label} {combine}"
            );
        }
    }
}
