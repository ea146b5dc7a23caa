//! Figures that another version of a plan would measure otherwise. Stored reports are read under the plan that stands, so that
//! 8,5 km would become 0,85 km where the new version asks one more decimal place.

use crate::message;
use crate::plan::{Indicator, Plan};
use crate::text::{Lang, fold};
use crate::value::{Counted, Measure};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The most figures that are named together.
const NAMED: usize = 5;

/// A figure, or a column of a table, that keeps its identity and is measured otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remeasured {
    /// What the new version calls it; a column with its table's name before its own.
    pub label: String,
    /// Its identity; a column's behind its table's: "works/value".
    pub id: String,
    /// How it was measured.
    pub old: Arc<Measure>,
    /// How it would be.
    pub new: Arc<Measure>,
}

/// What of `old` is measured otherwise in `new`, in the order of the new plan. What else a figure states, as its label, its
/// bounds, its answers to choose from and its columns come and gone, leaves stored reports as they are.
#[must_use]
pub fn remeasured(old: &Plan, new: &Plan) -> Vec<Remeasured> {
    let before: BTreeMap<&str, &Arc<Measure>> = old
        .indicators
        .iter()
        .map(|one| (one.id.as_str(), &one.measure))
        .collect();
    let mut found = Vec::new();
    for indicator in &new.indicators {
        let id = indicator.id.as_str();
        let Some(was) = before.get(id).filter(|was| **was != &indicator.measure) else {
            continue;
        };
        if !is_same(was, &indicator.measure) {
            found.push(Remeasured {
                label: indicator.label.clone(),
                id: id.to_owned(),
                old: Arc::clone(was),
                new: Arc::clone(&indicator.measure),
            });
            continue;
        }
        let (Some(was), Some(is)) = (was.table(), indicator.measure.table()) else {
            continue;
        };
        for column in &is.columns {
            let of_id = was.column(column.id.as_str()).map(|(_, column)| column);
            if let Some(was) = of_id.filter(|was| !is_same(&was.measure, &column.measure)) {
                found.push(Remeasured {
                    label: [&indicator.label, ": ", &column.label].concat(),
                    id: [id, "/", column.id.as_str()].concat(),
                    old: Arc::clone(&was.measure),
                    new: Arc::clone(&column.measure),
                });
            }
        }
    }
    found
}

/// What of `older` is measured otherwise in `new` and is not in `standing`, which lies between them: an identity that was dropped
/// and comes back.
#[must_use]
pub fn returned(older: &Plan, standing: &Plan, new: &Plan) -> Vec<Remeasured> {
    let mut found = remeasured(older, new);
    found.retain(|one| !has(standing, &one.id));
    found
}

/// Whether a plan has a figure, or a column of a table, that the standing one does not have: only then can it bring anything back.
#[must_use]
pub fn adds(standing: &Plan, new: &Plan) -> bool {
    let known: BTreeMap<&str, &Indicator> = standing
        .indicators
        .iter()
        .map(|one| (one.id.as_str(), one))
        .collect();
    new.indicators.iter().any(|one| {
        let Some(was) = known.get(one.id.as_str()) else {
            return true;
        };
        let columns = one.measure.table().map_or(&[][..], |is| &is.columns);
        let was = was.measure.table();
        let is_known = |id: &str| was.is_some_and(|was| was.column(id).is_some());
        columns.iter().any(|column| !is_known(column.id.as_str()))
    })
}

/// Whether a plan has a figure, or a column of a table.
fn has(plan: &Plan, id: &str) -> bool {
    let mut parts = id.splitn(2, '/');
    let figure = parts.next().and_then(|figure| plan.indicator(figure));
    match (figure, parts.next()) {
        (Some(figure), Some(column)) => {
            let table = figure.measure.table();
            table.is_some_and(|table| table.column(column).is_some())
        }
        (figure, _) => figure.is_some(),
    }
}

/// Whether what was reported under one is read under the other as it was meant.
fn is_same(one: &Measure, other: &Measure) -> bool {
    let (control, of_other) = (one.control(), other.control());
    let is_counted_alike = match (one.counted(), other.counted()) {
        // Another spelling is no other thing.
        (Counted::Noun(one), Counted::Noun(other)) => fold(one) == fold(other),
        (one, other) => one == other,
    };
    control.kind == of_other.kind && control.several == of_other.several && is_counted_alike
}

impl Remeasured {
    /// What would be read wrong.
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        let Self { label, id, .. } = self;
        let [old, new] = [&self.old, &self.new].map(|one| message::measured(one, lang));
        match lang {
            Lang::Vi => format!(
                "Số liệu “{label}” (mã {id}) đã được báo cáo theo {old}; bản mới đổi thành {new} thì số đã gửi sẽ bị hiểu sai."
            ),
            Lang::En => format!(
                "The figure “{label}” (id {id}) was reported as {old}; with {new}, as the new version has it, what was sent would be read wrong."
            ),
        }
    }

    /// How to mend it.
    #[must_use]
    pub const fn mend(lang: Lang) -> &'static str {
        match lang {
            Lang::Vi => "Giữ nguyên cách tính của mã này, và thêm số liệu mới với mã khác.",
            Lang::En => "Keep how this id is measured, and add a new figure under another id.",
        }
    }

    /// The first of them, each in a sentence, and how to mend them.
    #[must_use]
    pub fn in_words(all: &[Self], lang: Lang) -> String {
        let mut said: Vec<String> = all
            .iter()
            .take(NAMED)
            .map(|one| one.sentence(lang))
            .collect();
        let more = all.len().saturating_sub(NAMED);
        if more > 0 {
            said.push(match lang {
                Lang::Vi => format!("Còn {more} số liệu khác như vậy."),
                Lang::En => format!("So it is with {more} more."),
            });
        }
        said.push(Self::mend(lang).to_owned());
        said.join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::{Remeasured, adds, remeasured, returned};
    use crate::plan::Plan;
    use crate::text::Lang;
    use serde_json::{Value, json};

    const PLAN: &str = include_str!("../../tests/collector/plan.json");

    /// The plan of the collector's tests with one figure more.
    fn plan(measure: &Value, label: &str) -> Plan {
        let mut plan: Value = serde_json::from_str(PLAN).expect("JSON");
        let figure = json!({"id": "roads", "label": label, "measure": measure});
        plan["indicators"]
            .as_array_mut()
            .expect("a list")
            .push(figure);
        Plan::parse(&plan.to_string()).unwrap_or_else(|errors| panic!("{measure}: {errors:?}"))
    }

    fn quantity(unit: &str, decimals: u8) -> Value {
        json!({"quantity": {"unit": unit, "decimals": decimals}})
    }

    fn share(noun: &str) -> Value {
        json!({"share": {"part": "đã sửa", "whole": "tổng số", "noun": noun}})
    }

    fn table(column: &Value) -> Value {
        json!({"table": {"row": "con đường", "columns": [
            {"id": "name", "label": "Tên", "measure": {"text": {"max": 100}}},
            {"id": "length", "label": "Chiều dài", "measure": column},
        ]}})
    }

    fn choice(answers: &[&str], several: bool) -> Value {
        let answers = answers.iter().map(|id| json!({"id": id, "label": id}));
        json!({"choice": {"answers": answers.collect::<Vec<_>>(), "several": several}})
    }

    #[test]
    fn what_was_dropped_comes_back_as_it_was() {
        let km = |decimals| plan(&quantity("km", decimals), "Đường");
        let none = Plan::parse(PLAN).expect("the plan");
        let rows = |decimals| plan(&table(&quantity("km", decimals)), "Đường");
        let bare = plan(
            &json!({"table": {"row": "con đường", "columns": [
                {"id": "name", "label": "Tên", "measure": {"text": {"max": 100}}}]}}),
            "Đường",
        );
        for (older, standing, new, expected) in [
            (km(1), &none, km(2), Some("roads")),
            (km(1), &none, km(1), None),
            // What stands says how it is measured.
            (km(1), &km(2), km(2), None),
            (km(1), &none, none.clone(), None),
            (rows(1), &bare, rows(2), Some("roads/length")),
            (rows(1), &bare, rows(1), None),
        ] {
            let found = returned(&older, standing, &new);
            let ids: Vec<&str> = found.iter().map(|one| &*one.id).collect();
            assert_eq!(ids, expected.into_iter().collect::<Vec<_>>());
        }
        for (standing, new, expected) in [
            (&none, km(1), true),
            (&km(1), km(2), false),
            (&km(1), none.clone(), false),
            (&bare, rows(1), true),
            (&rows(1), rows(2), false),
            (&rows(1), bare.clone(), false),
            (&km(1), rows(1), true),
        ] {
            assert_eq!(adds(standing, &new), expected);
        }
    }

    #[test]
    fn what_was_reported_must_still_mean_the_same() {
        let money = json!("money");
        let count = |noun: &str| json!({"count": {"noun": noun}});
        let ratio = json!({"ratio": {"part": "thu được", "whole": "kế hoạch"}});
        let ratio_of = json!({"ratio": {"part": "thu được", "whole": "kế hoạch", "noun": "suất"}});
        let renamed = json!({"share": {"part": "làm xong", "whole": "cả thảy", "noun": "km"}});
        let wider = json!({"table": {"row": "tuyến", "most": 20, "key": "name", "columns": [
            {"id": "length", "label": "Dài", "measure": quantity("km", 1), "required": true, "most": 900},
            {"id": "name", "label": "Tên", "measure": {"text": {"max": 200}}},
            {"id": "cost", "label": "Kinh phí", "measure": "money"},
        ]}});
        for (old, new, expected) in [
            (quantity("km", 1), quantity("km", 1), None),
            (count("cây xanh"), count("Cây xanh"), None),
            (
                json!({"text": {"max": 100}}),
                json!({"text": {"max": 900}}),
                None,
            ),
            (
                choice(&["a", "b"], false),
                choice(&["a", "b", "c"], false),
                None,
            ),
            (share("km"), renamed, None),
            (table(&quantity("km", 1)), wider, None),
            (
                quantity("km", 1),
                quantity("km", 2),
                Some(
                    "roads: số đo bằng km, 1 chữ số sau dấu phẩy → số đo bằng km, 2 chữ số sau dấu phẩy",
                ),
            ),
            (
                quantity("km", 0),
                quantity("ha", 0),
                Some(
                    "roads: số đo bằng km, không có chữ số sau dấu phẩy → số đo bằng ha, không có chữ số sau dấu phẩy",
                ),
            ),
            (
                money.clone(),
                count("suất"),
                Some("roads: số tiền (đồng) → số đếm (suất)"),
            ),
            (
                count("người"),
                count("lượt"),
                Some("roads: số đếm (người) → số đếm (lượt)"),
            ),
            (
                share("người"),
                share("hộ"),
                Some("roads: tỷ lệ phần trăm (người) → tỷ lệ phần trăm (hộ)"),
            ),
            (
                ratio.clone(),
                ratio_of,
                Some("roads: tỷ lệ có thể vượt 100 % (đồng) → tỷ lệ có thể vượt 100 % (suất)"),
            ),
            (
                choice(&["a", "b"], false),
                choice(&["a", "b"], true),
                Some("roads: một câu trả lời trong danh sách → nhiều câu trả lời trong danh sách"),
            ),
            (
                table(&money),
                table(&quantity("km", 1)),
                Some("roads/length: số tiền (đồng) → số đo bằng km, 1 chữ số sau dấu phẩy"),
            ),
            (
                table(&money),
                ratio,
                Some("roads: bảng nhiều dòng → tỷ lệ có thể vượt 100 % (đồng)"),
            ),
        ] {
            let found = remeasured(&plan(&old, "Đường"), &plan(&new, "Đường giao thông"));
            let said = found.iter().map(|one| {
                let [was, is] =
                    [&one.old, &one.new].map(|one| crate::message::measured(one, Lang::Vi));
                format!("{}: {was} → {is}", one.id)
            });
            let said: Vec<String> = said.collect();
            assert_eq!(
                said,
                expected.into_iter().collect::<Vec<_>>(),
                "{old} {new}"
            );
        }
    }

    #[test]
    fn the_sentence_names_the_figure_and_the_mend() {
        let (old, new) = (
            plan(&json!("money"), "Quà"),
            plan(&json!({"count": {"noun": "suất"}}), "Quà tặng"),
        );
        let found = remeasured(&old, &new);
        assert_eq!(
            Remeasured::in_words(&found, Lang::Vi),
            "Số liệu “Quà tặng” (mã roads) đã được báo cáo theo số tiền (đồng); bản mới đổi thành số đếm (suất) thì số đã gửi sẽ bị hiểu sai. Giữ nguyên cách tính của mã này, và thêm số liệu mới với mã khác."
        );
        let many: Vec<_> = std::iter::repeat_n(found[0].clone(), 7).collect();
        assert!(
            Remeasured::in_words(&many, Lang::Vi)
                .contains("Còn 2 số liệu khác như vậy. Giữ nguyên")
        );
        assert!(Remeasured::in_words(&many, Lang::En).contains("So it is with 2 more. Keep"));
    }

    #[test]
    fn a_figure_that_comes_or_goes_is_measured_no_other_way() {
        let with = plan(&json!("money"), "Quà");
        let without = Plan::parse(PLAN).expect("a plan");
        assert!(remeasured(&with, &without).is_empty());
        assert!(remeasured(&without, &with).is_empty());
    }
}
