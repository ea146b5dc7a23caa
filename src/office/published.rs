//! How a published plan stands, and what another version of it changes, in words.

use crate::message;
use crate::plan::{Id, Plan};
use crate::text::Lang;
use serde::{Deserialize, Serialize};

/// The most names of parts that a sentence lists.
const NAMED: usize = 5;

/// The most characters of a name in it.
const LONGEST_NAME: usize = 80;

/// How a published plan stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum PlanState {
    /// Its reports are taken in.
    #[default]
    Open,
    /// No more first reports are taken in; what was sent can be amended.
    Withdrawn,
    /// Nothing more is taken in.
    Archived,
}

impl PlanState {
    /// Its name where steps are kept.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Withdrawn => "withdrawn",
            Self::Archived => "archived",
        }
    }

    /// The state of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let all = [Self::Open, Self::Withdrawn, Self::Archived];
        all.into_iter().find(|state| state.name() == name)
    }

    /// The same in words.
    #[must_use]
    pub const fn words(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Open, Lang::Vi) => "Đang nhận báo cáo",
            (Self::Open, Lang::En) => "Takes reports",
            (Self::Withdrawn, Lang::Vi) => "Đã thu hồi, chỉ nhận báo cáo điều chỉnh",
            (Self::Withdrawn, Lang::En) => "Withdrawn, takes amendments only",
            (Self::Archived, Lang::Vi) => "Đã lưu trữ, không nhận gì thêm",
            (Self::Archived, Lang::En) => "Archived, takes nothing more",
        }
    }
}

/// What differs in one part of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PlanChange {
    /// The part, by its member in the plan's JSON, for example `units`.
    pub part: &'static str,
    /// What differs in it, in words.
    pub text: String,
}

/// What `new` changes of `old`, part by part, in the order of a plan's members. Parts are known by their identities, and a
/// version's number is no difference.
#[must_use]
pub fn plan_changes(old: &Plan, new: &Plan, lang: Lang) -> Vec<PlanChange> {
    let mut changes = Vec::new();
    let mut said = |part: &'static str, text: Option<String>| {
        changes.extend(text.map(|text| PlanChange { part, text }));
    };
    let says = |vi: &'static str, en: &'static str| match lang {
        Lang::Vi => vi,
        Lang::En => en,
    };
    let title = |plan: &Plan| short(&plan.title);
    said(
        "title",
        became(&title(old), &title(new), says("Tên", "Title")),
    );
    let days = |plan: &Plan| message::period(&plan.period, lang);
    said(
        "period",
        became(&days(old), &days(new), says("Thời gian", "Period")),
    );
    let head = |plan: &Plan| (plan.theme.clone(), plan.offset, plan.period_source.clone());
    let groups = |plan: &Plan| (plan.levels.clone(), plan.sectors.clone());
    said(
        "theme",
        (head(old) != head(new))
            .then(|| says("Chủ đề, múi giờ: có sửa", "Theme and offset: changed").to_owned()),
    );
    said(
        "working",
        (old.working != new.working).then(|| {
            let text = says(
                "Ngày làm việc, ngày nghỉ: có sửa",
                "Working days and holidays: changed",
            );
            text.to_owned()
        }),
    );
    said(
        "levels",
        (groups(old) != groups(new))
            .then(|| says("Cấp, khối: có sửa", "Levels and sectors: changed").to_owned()),
    );
    macro_rules! list {
        ($part:ident, $vi:literal, $en:literal, $name:expr) => {
            let lists = (&old.$part[..], &new.$part[..]);
            let counted = listed(lists, |one| &one.id, $name, lang);
            let label = says($vi, $en);
            said(
                stringify!($part),
                counted.map(|text| format!("{label}: {text}")),
            );
        };
    }
    list!(
        attributes,
        "Đặc điểm của đơn vị",
        "What is known of units",
        |one| &one.name
    );
    list!(units, "Đơn vị", "Units", |one| &one.name);
    list!(indicators, "Số liệu", "Indicators", |one| &one.label);
    list!(targets, "Chỉ tiêu", "Targets", |one| &one.text);
    list!(
        alternatives,
        "Nhóm chỉ tiêu",
        "Groups of targets",
        |one| &one.text
    );
    list!(activities, "Hoạt động", "Activities", |one| &one.title);
    list!(templates, "Mẫu báo cáo", "Forms", |one| one.id.as_str());
    list!(duties, "Chế độ báo cáo", "Duties", |one| &one.name);
    list!(rules, "Quy tắc", "Rules", |one| one.id.as_str());
    list!(scorings, "Bảng điểm", "Tables of points", |one| &one
        .name);
    list!(milestones, "Mốc thời gian", "Milestones", |one| &one
        .text);
    said(
        "document",
        (old.document != new.document)
            .then(|| says("Văn bản: có sửa", "Document: changed").to_owned()),
    );
    changes
}

fn became(old: &str, new: &str, label: &str) -> Option<String> {
    (old != new).then(|| format!("{label}: {old} → {new}"))
}

/// What was added to a list, taken out and changed.
fn listed<'a, T: PartialEq>(
    (old, new): (&'a [T], &'a [T]),
    id: impl Fn(&'a T) -> &'a Id,
    name: impl Fn(&'a T) -> &'a str,
    lang: Lang,
) -> Option<String> {
    let by_id = |list: &'a [T]| -> std::collections::BTreeMap<&'a Id, &'a T> {
        list.iter().map(|one| (id(one), one)).collect()
    };
    let (before, after) = (by_id(old), by_id(new));
    let lacks = |there: &std::collections::BTreeMap<&'a Id, &'a T>, one: &&'a T| {
        !there.contains_key(id(one))
    };
    let added: Vec<&str> = new
        .iter()
        .filter(|one| lacks(&before, one))
        .map(&name)
        .collect();
    let gone: Vec<&str> = old
        .iter()
        .filter(|one| lacks(&after, one))
        .map(&name)
        .collect();
    let differs = |one: &&'a T| before.get(id(one)).is_some_and(|was| was != one);
    let changed: Vec<&str> = new.iter().filter(differs).map(&name).collect();
    let words = match lang {
        Lang::Vi => ["thêm", "bớt", "sửa"],
        Lang::En => ["added", "removed", "changed"],
    };
    let parts = [added, gone, changed];
    let said = words
        .iter()
        .zip(&parts)
        .filter(|(_, names)| !names.is_empty());
    let said: Vec<String> = said
        .map(|(word, names)| format!("{word} {}", counted(names)))
        .collect();
    (!said.is_empty()).then(|| said.join("; "))
}

fn counted(names: &[&str]) -> String {
    let shown: Vec<String> = names.iter().take(NAMED).map(|name| short(name)).collect();
    let more = if names.len() > NAMED { ", …" } else { "" };
    format!("{} ({}{more})", names.len(), shown.join(", "))
}

fn short(text: &str) -> String {
    let mut letters = text.chars();
    let mut shown: String = letters.by_ref().take(LONGEST_NAME).collect();
    if letters.next().is_some() {
        shown.push('…');
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::{PlanState, plan_changes};
    use crate::plan::Plan;
    use crate::text::Lang;
    use serde_json::{Value, json};

    const PLAN: &str = include_str!("../../tests/collector/plan.json");

    #[test]
    fn what_another_version_changes_is_said_part_by_part() {
        let old = Plan::parse(PLAN).expect("a plan");
        for (change, expected) in [
            (("", ""), &[][..]),
            (("\"version\": 2", "\"version\": 7"), &[]),
            (
                ("Kế hoạch trồng cây", "Trồng cây"),
                &["Tên: Kế hoạch trồng cây → Trồng cây"],
            ),
            (
                ("Đoàn phường Sơn Kỳ", "Đoàn Sơn Kỳ"),
                &["Đơn vị: sửa 1 (Đoàn Sơn Kỳ)"],
            ),
            (
                ("\"son-ky\"", "\"son-ky-2\""),
                &["Đơn vị: thêm 1 (Đoàn phường Sơn Kỳ); bớt 1 (Đoàn phường Sơn Kỳ)"],
            ),
        ] {
            let text = PLAN.replace(change.0, change.1);
            let new = Plan::parse(if change.0.is_empty() { PLAN } else { &text }).expect("a plan");
            let said: Vec<_> = plan_changes(&old, &new, Lang::Vi)
                .into_iter()
                .map(|change| change.text)
                .collect();
            assert_eq!(said, expected, "{change:?}");
        }
    }

    /// A member of a plan that is left out would let another version say that nothing has changed.
    #[test]
    fn every_member_of_a_plan_is_compared() {
        let text = include_str!("../../www/plans/tan-phu-thang-thanh-nien-2023.json");
        let mut rich: Value = serde_json::from_str(text).expect("JSON");
        let source = json!({"section": "I"});
        for (member, value) in [
            ("offset", json!("+07:00")),
            (
                "working",
                json!({"holidays": [{"from": "2023-03-08", "to": "2023-03-08"}]}),
            ),
            ("attributes", json!([{"id": "youth", "name": "đoàn viên"}])),
            (
                "alternatives",
                json!([{"id": "either", "text": "Một trong hai", "of": [], "source": source}]),
            ),
            (
                "scorings",
                json!([{"id": "points", "name": "Thi đua", "criteria": [], "bands": [], "source": source}]),
            ),
        ] {
            if rich.get(member).is_none() {
                rich[member] = value;
            }
        }
        let read = |json: &Value| {
            Plan::read(&json.to_string()).unwrap_or_else(|errors| panic!("{errors:?}"))
        };
        let old = read(&rich);
        // What is left out of the JSON where it is empty is named by `Debug` all the same.
        let written = format!("{old:#?}");
        let own = written.lines().filter_map(|line| line.strip_prefix("    "));
        let own = own.filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()));
        let members: Vec<String> = own
            .filter_map(|line| line.split_once(':'))
            .map(|(name, _)| name.replace("period_source", "periodSource"))
            .collect();
        assert!(members.len() >= 22, "{members:?}");
        for member in &members {
            let member = member.as_str();
            if ["format", "id", "version"].contains(&member) {
                continue;
            }
            let mut other = rich.clone();
            match &mut other[member] {
                Value::Array(all) => drop(all.pop().expect("one at least")),
                Value::String(text) if member == "offset" => *text = "+08:00".to_owned(),
                Value::String(text) => text.push('x'),
                Value::Object(_) if member == "period" => {
                    other[member] = json!({"from": "2023-01-01", "to": "2023-12-31"});
                }
                Value::Object(_) => drop(other.as_object_mut().expect("a plan").remove(member)),
                none => panic!("the plan of this test has no {member}: {none}"),
            }
            assert!(
                !plan_changes(&old, &read(&other), Lang::Vi).is_empty(),
                "{member}"
            );
        }
    }

    #[test]
    fn a_state_is_known_by_its_name() {
        for state in [PlanState::Open, PlanState::Withdrawn, PlanState::Archived] {
            assert_eq!(PlanState::named(state.name()), Some(state));
        }
        assert_eq!(PlanState::named("lost"), None);
    }
}
