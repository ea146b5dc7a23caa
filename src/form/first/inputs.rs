//! What is said of the texts typed into a first screen, before the form and the plan are there.
//!
//! A small part of the core does it, which travels ahead of the rest: it judges what most of such inputs ask (counts, both numbers of
//! a share, words), each text by itself, in the very words of the form. What an answer is held against, be it the other number of a
//! share, other answers, earlier reports, activities, the plan's own rules or targets, is said once the form is there.
//!
//! What is asked comes as lines of text: to read them as JSON would take a third more than all that judges them.

use crate::form::sending::in_words_one;
use crate::form::view::FindingView;
use crate::message;
use crate::plan::{Combine, Id, Indicator, Measure, Plan};
use crate::rules::{self, Context, Entries, Place, Sheet, When};
use crate::text::Lang;
use crate::value::{Answer, Reading};
use serde::Serialize;
use std::sync::Arc;

/// The inputs of a first screen, as far as their texts can be judged before the plan is there.
#[derive(Debug)]
pub struct FirstInputs {
    plan: Plan,
    sheet: Sheet,
    lang: Lang,
}

/// What is said of an input's text.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct FirstInputView {
    /// How the text was understood, in words; none where it was not, or where that goes without saying.
    pub echo: Option<String>,
    /// What is wrong or doubtful about it.
    pub findings: Vec<FindingView>,
}

impl FirstInputs {
    /// The inputs of what [`First::asked`](super::First::asked) states, a line each. A line that cannot be read asks nothing.
    #[must_use]
    pub fn read(asked: &str, lang: Lang) -> Self {
        let indicators: Vec<Indicator> = asked.split('\n').filter_map(indicator).collect();
        Self {
            sheet: Sheet::of_indicators(&indicators),
            plan: Plan::excerpt(indicators),
            lang,
        }
    }

    /// What is said of a text typed into the input at `path`; none where it is not known what that asks.
    #[must_use]
    pub fn said(&self, path: &str, text: &str) -> Option<FirstInputView> {
        let mut inputs = self.sheet.inputs().iter();
        let at = inputs.position(|input| input.path == *path)?;
        let input = self.sheet.inputs().get(at)?;
        let asked = self.plan.indicator(input.indicator.as_str())?;
        let mut entries = Entries::default();
        entries.inputs.resize(at, Reading::Blank);
        entries.inputs.push(self.sheet.read_input(at, text));
        let mut found = Vec::new();
        for check in self.sheet.checks_of(Place::Input(at)) {
            let context = Context::default();
            self.sheet.run(*check, &entries, &context, &mut found);
        }
        let understood = entries.inputs.get(at).and_then(Reading::value);
        let echo = |answer: &Answer<'_>| {
            message::echo(&answer.to_value(), &asked.measure, text, self.lang)
        };
        Some(FirstInputView {
            echo: understood.and_then(echo),
            findings: found
                .iter()
                .filter(|finding| rules::when(finding) == When::AtOnce)
                .map(|finding| in_words_one(&self.plan, finding, self.lang))
                .collect(),
        })
    }
}

/// What stands between the parts of a line; no word of a plan that is shown in one line holds it.
const BETWEEN: char = '\t';

/// The line of an indicator; none where its texts are not judged before the plan is there.
pub(super) fn line(asked: &Indicator) -> Option<String> {
    let (kind, words, most) = asked.measure.in_line()?;
    let number = |number: Option<i64>| number.map_or_else(String::new, |one| one.to_string());
    let [noun, part, whole] = words.map(in_line);
    let parts = [
        kind.to_owned(),
        asked.id.to_string(),
        in_line(&asked.label),
        number(asked.least),
        number(asked.most),
        number(asked.plausible),
        if asked.estimates { "estimates" } else { "" }.to_owned(),
        noun,
        part,
        whole,
        most.to_string(),
    ];
    Some(parts.join("\t"))
}

/// Words without what parts lines.
fn in_line(words: &str) -> String {
    words.replace(|one: char| one.is_control(), " ")
}

/// The indicator of a line.
fn indicator(line: &str) -> Option<Indicator> {
    let mut parts = line.split(BETWEEN);
    let mut next = || parts.next();
    let (kind, id, label) = (next()?, next()?, next()?);
    let [least, most, plausible] = [next()?, next()?, next()?].map(|number| number.parse().ok());
    let estimates = !next()?.is_empty();
    let words = [next()?, next()?, next()?];
    let measure = Measure::of_line(kind, words, next()?.parse().ok()?)?;
    Some(Indicator {
        id: Id::new(id).ok()?,
        label: label.to_owned(),
        hint: None,
        measure: Arc::new(measure),
        combine: Combine::Sum,
        least,
        most,
        plausible,
        estimates,
        tally: None,
        source: None,
    })
}

#[cfg(test)]
mod tests {
    use super::{FirstInputs, indicator, line};
    use crate::plan::{Indicator, Plan};
    use crate::text::Lang;
    use serde_json::json;

    fn asked(asked: serde_json::Value) -> Indicator {
        let plan = json!({
            "format": 1, "id": "p", "version": 1, "title": "T",
            "period": {"from": "2023-02-26", "to": "2023-03-31"},
            "levels": [], "units": [], "indicators": [asked], "templates": [], "duties": [],
        });
        let plan = Plan::read(&plan.to_string()).expect("a plan that can be read");
        plan.indicators.into_iter().next().expect("its indicator")
    }

    #[test]
    fn what_is_judged_ahead_is_read_back_as_it_was_written_and_nothing_else_is_written() {
        let stated = [
            json!({"id": "trees", "label": "Số cây", "measure": {"count": {"noun": "cây"}}}),
            json!({"id": "change", "label": "Tăng,\tgiảm", "measure": {"count": {"noun": "đoàn\nviên"}},
                "least": -100, "most": 100, "plausible": 20, "estimates": true}),
            json!({"id": "taught", "label": "Tỷ lệ",
                "measure": {"share": {"part": "được học tập", "whole": "tổng số", "noun": "người"}}}),
            json!({"id": "name", "label": "Họ và tên", "measure": {"text": {"max": 100}}}),
            json!({"id": "remarks", "label": "Nhận xét", "measure": {"text": {"max": 2000, "lines": true}}}),
        ];
        for stated in stated {
            let stated = asked(stated);
            let written = line(&stated).expect("a line");
            let read = indicator(&written).expect("read back");
            assert_eq!(line(&read), Some(written));
            assert_eq!(
                (
                    read.id,
                    read.least,
                    read.most,
                    read.plausible,
                    read.estimates
                ),
                (
                    stated.id,
                    stated.least,
                    stated.most,
                    stated.plausible,
                    stated.estimates
                )
            );
        }
        for kind in ["done", "date", "phone", "email", "link", "money"] {
            let other = asked(json!({"id": "other", "label": "Khác", "measure": kind}));
            assert_eq!(line(&other), None, "{kind}");
        }
        for torn in [
            "",
            "count",
            "count\ttrees\tSố cây",
            "date\tday\tNgày\t\t\t\t\t\t\t\t0",
            "count\tSố\t\t\t\t\t\t\t\t\t0",
        ] {
            assert_eq!(indicator(torn), None, "{torn}");
        }
    }

    #[test]
    fn each_text_is_judged_by_itself() {
        let stated = [
            json!({"id": "trees", "label": "Số cây", "measure": {"count": {"noun": "cây"}}, "plausible": 500}),
            json!({"id": "taught", "label": "Tỷ lệ",
                "measure": {"share": {"part": "được học tập", "whole": "tổng số", "noun": "người"}}}),
            json!({"id": "name", "label": "Họ và tên", "measure": {"text": {"max": 5}}}),
        ];
        let lines: Vec<String> = stated
            .into_iter()
            .filter_map(|one| line(&asked(one)))
            .collect();
        let inputs = FirstInputs::read(&lines.join("\n"), Lang::Vi);
        let said = |path: &str, text: &str| {
            let said = inputs.said(path, text)?;
            let codes: Vec<String> = said
                .findings
                .iter()
                .map(|found| found.code.to_string())
                .collect();
            Some((said.echo, codes.join(" ")))
        };
        let cases = [
            ("/figures/trees", "", None, ""),
            (
                "/figures/trees",
                "1200 cay",
                Some("Hiểu là 1.200 cây"),
                "number.implausible",
            ),
            ("/figures/trees", "nhiều", None, "number.notANumber"),
            ("/figures/trees", "trên 100", None, "estimate.notTaken"),
            // Whether the part is above the whole is said by the form.
            ("/figures/taught/part", "45", None, ""),
            ("/figures/taught/whole", "-1", None, "number.negative"),
            ("/figures/name", "Nguyễn An", None, "text.tooLong"),
        ];
        for (path, text, echo, codes) in cases {
            let expected = Some((echo.map(str::to_owned), codes.to_owned()));
            assert_eq!(said(path, text), expected, "{path}: {text}");
        }
        assert_eq!(said("/figures/taught", "1"), None);
        assert_eq!(said("/figures/other", "1"), None);
    }
}
