//! Where two reports of one duty and period differ, in words, for whoever has to choose between them.

use super::review::{answers, part_in_words};
use crate::finding::Path;
use crate::message;
use crate::plan::{ActivityPart, Plan};
use crate::report::Report;
use crate::text::Lang;
use serde::Serialize;

/// One answer that is not the same in two reports.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Difference {
    /// The answer's place in the report.
    pub path: Path,
    /// What was asked.
    pub label: String,
    /// What the one report says; blank where it says nothing.
    pub was: String,
    /// What the other says.
    pub is: String,
}

/// What `other` says otherwise than `one`: in the order of the form, then what only `one` says. What the
/// plan does not ask is left out.
#[must_use]
pub fn differences(plan: &Plan, one: &Report, other: &Report, lang: Lang) -> Vec<Difference> {
    let (was, mut is) = (said(plan, one, lang), said(plan, other, lang));
    let gone = was
        .iter()
        .filter(|old| !is.iter().any(|new| new.is_of(old)));
    let gone: Vec<_> = gone
        .map(|old| Said {
            value: String::new(),
            ..old.clone()
        })
        .collect();
    is.extend(gone);
    is.into_iter()
        .filter_map(|new| {
            let old = was.iter().find(|old| old.is_of(&new));
            let old = old.map(|old| old.value.as_str()).unwrap_or_default();
            (old != new.value).then(|| Difference {
                was: old.to_owned(),
                path: new.path,
                label: new.label,
                is: new.value,
            })
        })
        .collect()
}

/// Something that a report says.
#[derive(Clone)]
struct Said {
    path: Path,
    /// Of an explanation, which warning it explains: one path may have several.
    warning: String,
    label: String,
    value: String,
}

impl Said {
    fn is_of(&self, other: &Self) -> bool {
        self.path == other.path && self.warning == other.warning
    }
}

fn said(plan: &Plan, report: &Report, lang: Lang) -> Vec<Said> {
    let duty = plan.duty(&report.duty);
    let template = duty.and_then(|duty| plan.template(duty.template.as_str()));
    let sections = template.map_or(&[][..], |template| &template.sections);
    let mut said = Vec::new();
    for section in sections {
        let answers = answers(plan, section, report, lang).into_iter();
        said.extend(answers.map(|row| Said {
            path: row.path,
            warning: String::new(),
            label: row.label,
            value: row.value,
        }));
        if section.activities.is_some() {
            said.extend(activities(plan, report, lang));
        }
    }
    let explained = message::place(&Path::top("explanations"), plan, lang);
    said.extend(report.explanations.iter().map(|explanation| {
        let about = message::place(&explanation.path, plan, lang);
        Said {
            path: explanation.path.clone(),
            warning: explanation.code.clone(),
            label: [&*explained, ": ", &about].concat(),
            value: explanation.text.clone(),
        }
    }));
    said
}

fn activities(plan: &Plan, report: &Report, lang: Lang) -> Vec<Said> {
    let mut said = Vec::new();
    for (index, activity) in report.activities.iter().enumerate() {
        for part in ActivityPart::ALL {
            let value = match part {
                ActivityPart::Title => Some(activity.title.clone()),
                part => part_in_words(activity, part, lang),
            };
            let path = Path::activity_part(index, part.key());
            said.extend(value.map(|value| Said {
                label: message::place(&path, plan, lang),
                path,
                warning: String::new(),
                value,
            }));
        }
    }
    said
}

#[cfg(test)]
mod tests {
    use super::differences;
    use crate::form::tests::{plan_with, report_of};
    use crate::report::Report;
    use crate::text::Lang;
    use serde_json::json;

    #[test]
    fn two_reports_differ_where_either_says_what_the_other_does_not() {
        let plan = plan_with("sum", r#"{"count": 10}"#, r#""each""#);
        let made = |change: &dyn Fn(&mut serde_json::Value)| -> Report {
            let mut json = serde_json::to_value(report_of(&plan, 100)).expect("writes");
            change(&mut json);
            serde_json::from_value(json).expect("reads")
        };
        let one = made(&|json| {
            json["figures"]["held"] = json!(true);
            json["activities"] = json!([
                {"title": "Trồng cây", "date": "2023-03-12"}, {"title": "Về nguồn", "date": "2023-03-13"}]);
        });
        let other = made(&|json| {
            json["figures"]["trees"] = json!(600);
            json["figures"]["surprise"] = json!(1);
            json["activities"] = json!([{"title": "Trồng cây xanh", "date": "2023-03-12"}]);
            json["explanations"] = json!([
                {"path": "/figures/trees", "code": "number.implausible", "text": "Hai đợt."},
                {"path": "/figures/trees", "code": "figure.farFromEarlier", "text": "Đợt cao điểm."}]);
        });
        let told: Vec<_> = differences(&plan, &one, &other, Lang::Vi)
            .into_iter()
            .map(|difference| {
                let texts = [difference.label, difference.was, difference.is];
                (difference.path.to_string(), texts.join(" | "))
            })
            .collect();
        let expected = [
            (
                "/figures/trees",
                "Số cây xanh trồng mới | 100 cây | 600 cây",
            ),
            (
                "/activities/0/title",
                "Hoạt động 1: Tên hoạt động | Trồng cây | Trồng cây xanh",
            ),
            (
                "/figures/trees",
                "Giải thích: Số cây xanh trồng mới |  | Hai đợt.",
            ),
            (
                "/figures/trees",
                "Giải thích: Số cây xanh trồng mới |  | Đợt cao điểm.",
            ),
            ("/figures/held", "Tổ chức Ngày Đoàn viên | Đã tổ chức | "),
            (
                "/activities/1/title",
                "Hoạt động 2: Tên hoạt động | Về nguồn | ",
            ),
            (
                "/activities/1/date",
                "Hoạt động 2: Ngày bắt đầu | 13/3/2023 | ",
            ),
        ];
        assert_eq!(
            told,
            expected.map(|(path, text)| (path.to_owned(), text.to_owned()))
        );
        assert!(differences(&plan, &other, &other, Lang::Vi).is_empty());
    }
}
