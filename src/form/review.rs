//! A report in words: to be read once more before it is sent, printed, and read by the office.

use super::points;
use crate::calendar::Period;
use crate::finding::{Finding, Path, Severity};
use crate::message;
use crate::plan::{ActivityPart, Measure, Plan, Section};
use crate::report::{Explanation, PartValue, Report, ReportActivity, Value};
use crate::text::{self, Lang};
use crate::value::File;
use serde::Serialize;

/// A report as people read it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Review {
    /// The plan's title.
    pub title: String,
    /// The duty's name.
    pub duty_name: String,
    /// The unit's name.
    pub unit_name: String,
    /// To whom it goes: "Kính gửi: Quận Đoàn Tân Phú"; none where the plan names nobody.
    pub to_text: Option<String>,
    /// The period.
    pub period: Period,
    /// The period in words.
    pub period_text: String,
    /// The sections that say something.
    pub sections: Vec<ReviewSection>,
    /// What the unit's own points come to, a line a table of points: "Tự chấm: 86,5 trên 95 điểm"; empty where nobody scores
    /// it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub points: Vec<String>,
    /// What the unit explained.
    pub explanations: Vec<Row>,
    /// What the check noticed, each with the unit's explanation: the same lines for the unit and for the office.
    pub remarks: Vec<Remark>,
}

/// What the check noticed of an answer, and what the unit says to it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Remark {
    /// Where.
    pub path: Path,
    /// How bad it is.
    pub severity: Severity,
    /// What was asked there.
    pub label: String,
    /// What was answered, to stand beside the figure that the message names; none where it is about no single answer.
    pub value: Option<String>,
    /// What was noticed; none where only the explanation came.
    pub message: Option<String>,
    /// The unit's explanation, where it gave one.
    pub explanation: Option<String>,
}

/// A section of a review.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ReviewSection {
    /// Its heading.
    pub title: String,
    /// What was answered.
    pub rows: Vec<Row>,
    /// The activities.
    pub activities: Vec<ReviewActivity>,
}

/// An activity of a review.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ReviewActivity {
    /// Its title.
    pub title: String,
    /// What else was said of it.
    pub rows: Vec<Row>,
}

/// One answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Row {
    /// The answer's place in the report; the office returns single answers by it.
    pub path: Path,
    /// What was asked.
    pub label: String,
    /// What was answered.
    pub value: String,
    /// The same as a table, where it is one.
    pub table: Option<ReviewTable>,
}

/// A table of a report, in words.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ReviewTable {
    /// The heads of its columns.
    pub head: Vec<String>,
    /// Its rows, each with as many cells as there are columns; blank where nothing was answered.
    pub rows: Vec<Vec<String>>,
}

/// The report in words, in the order of its form, with what `findings` say of it. What the plan no longer asks is left out.
#[must_use]
pub fn review(plan: &Plan, report: &Report, findings: &[Finding], lang: Lang) -> Review {
    let duty = plan.duty(&report.duty);
    let template = duty.and_then(|duty| plan.template(duty.template.as_str()));
    let sections = template
        .map(|template| template.sections.as_slice())
        .unwrap_or_default();
    let sections: Vec<_> = sections
        .iter()
        .filter_map(|section| answered(plan, section, report, lang))
        .collect();
    Review {
        remarks: remarks(plan, report, findings, &sections, lang),
        title: plan.title.clone(),
        duty_name: duty.map(|duty| duty.name.clone()).unwrap_or_default(),
        unit_name: plan
            .unit(&report.unit)
            .map(|unit| unit.name.clone())
            .unwrap_or_default(),
        to_text: plan
            .duty(&report.duty)
            .and_then(|duty| plan.receiver(duty))
            .map(|to| message::to(to, lang)),
        period: report.period,
        period_text: message::period(&report.period, lang),
        sections,
        points: points::in_report(plan, report, lang),
        explanations: report
            .explanations
            .iter()
            .map(|explanation| {
                row(
                    explanation.path.clone(),
                    message::place(&explanation.path, plan, lang),
                    explanation.text.clone(),
                )
            })
            .collect(),
    }
}

fn remarks(
    plan: &Plan,
    report: &Report,
    findings: &[Finding],
    sections: &[ReviewSection],
    lang: Lang,
) -> Vec<Remark> {
    let remark = |path: &Path, severity, message, explanation| Remark {
        path: path.clone(),
        severity,
        label: message::place(path, plan, lang),
        value: answer_at(sections, path),
        message,
        explanation,
    };
    let noticed = findings.iter().map(|finding| {
        let mut given = report.explanations.iter();
        let explanation = given.find(|one| one.explains(finding));
        remark(
            &finding.path,
            finding.severity,
            Some(message::sentence(finding, plan, lang)),
            explanation.map(|one| one.text.clone()),
        )
    });
    // What the unit explained although nothing is noticed there any more is not withheld.
    let explains_none = |one: &&Explanation| !findings.iter().any(|finding| one.explains(finding));
    let besides = report.explanations.iter().filter(explains_none);
    let besides = besides.map(|one| {
        let text = Some(one.text.clone());
        remark(&one.path, Severity::Info, None, text)
    });
    noticed.chain(besides).collect()
}

/// The answer that stands at a path, or of which the path is one half.
fn answer_at(sections: &[ReviewSection], path: &Path) -> Option<String> {
    let activities = sections.iter().flat_map(|section| &section.activities);
    let listed = activities.flat_map(|activity| &activity.rows);
    let mut rows = sections
        .iter()
        .flat_map(|section| &section.rows)
        .chain(listed);
    let there = |row: &&Row| {
        let rest = path.as_str().strip_prefix(row.path.as_str());
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    rows.find(there).map(|row| row.value.clone())
}

fn answered(plan: &Plan, section: &Section, report: &Report, lang: Lang) -> Option<ReviewSection> {
    let rows = answers(plan, section, report, lang);
    let listed = section
        .activities
        .as_ref()
        .map_or(&[][..], |_| &report.activities);
    let activities: Vec<_> = listed
        .iter()
        .enumerate()
        .map(|(index, activity)| in_words(index, activity, lang))
        .collect();
    let says_something = !rows.is_empty() || !activities.is_empty();
    says_something.then(|| ReviewSection {
        title: section.title.clone(),
        rows,
        activities,
    })
}

/// What was answered of a section's questions.
pub(super) fn answers(plan: &Plan, section: &Section, report: &Report, lang: Lang) -> Vec<Row> {
    section
        .fields
        .iter()
        .filter_map(|field| {
            let indicator = plan.indicator(field.indicator.as_str())?;
            let value = report.figures.get(indicator.id.as_str())?;
            let said = match value {
                Value::Done(done) => message::deed(*done, &indicator.label, lang).to_owned(),
                Value::Files(files) => {
                    let files: Vec<_> = files.iter().map(File::in_words).collect();
                    text::join(&files, "; ")
                }
                other => message::value(other, &indicator.measure, lang),
            };
            let table = in_rows(value, &indicator.measure, lang);
            let said = table.as_ref().map_or(said, in_lines);
            let path = Path::figure(indicator.id.as_str());
            Some(Row {
                table,
                ..row(path, indicator.label.clone(), said)
            })
        })
        .collect()
}

fn in_words(index: usize, activity: &ReportActivity, lang: Lang) -> ReviewActivity {
    let rows = ActivityPart::ALL
        .into_iter()
        .filter_map(|part| {
            Some(row(
                Path::activity_part(index, part.key()),
                part.asked().label.of(lang).to_owned(),
                part_in_words(activity, part, lang)?,
            ))
        })
        .collect();
    ReviewActivity {
        title: activity.title.clone(),
        rows,
    }
}

/// What was said of a part; none of the title.
pub(super) fn part_in_words(
    activity: &ReportActivity,
    part: ActivityPart,
    lang: Lang,
) -> Option<String> {
    match activity.part(part) {
        // It is the heading.
        _ if part == ActivityPart::Title => None,
        PartValue::Text(text) => text.cloned(),
        PartValue::Day(day) => day.map(text::format_date),
        PartValue::Hour(hour) => hour.map(|hour| message::clock(hour, lang)),
        PartValue::Number(number) => number.map(text::format_count),
        PartValue::Texts(texts) => (!texts.is_empty()).then(|| text::join(texts, "\n")),
    }
}

fn row(path: Path, label: String, value: String) -> Row {
    Row {
        path,
        label,
        value,
        table: None,
    }
}

/// A table in lines, for whoever shows none.
fn in_lines(table: &ReviewTable) -> String {
    let mut lines = Vec::new();
    for row in &table.rows {
        let cells: Vec<_> = row.iter().filter(|cell| !cell.is_empty()).collect();
        lines.push(text::join(&cells, " · "));
    }
    text::join(&lines, "\n")
}

/// The rows of a table, in words.
fn in_rows(value: &Value, measure: &Measure, lang: Lang) -> Option<ReviewTable> {
    let (Value::Table(rows), Some(table)) = (value, measure.table()) else {
        return None;
    };
    let columns = table.columns.iter();
    Some(ReviewTable {
        head: columns.map(|column| column.label.clone()).collect(),
        rows: rows
            .iter()
            .map(|row| table.row_in_words(row, lang))
            .collect(),
    })
}

#[cfg(test)]
mod tests {
    use crate::form::review;
    use crate::form::tests::open;
    use crate::report::Explanation;
    use crate::text::Lang;

    #[test]
    fn what_was_noticed_stands_with_its_question_its_answer_and_what_the_unit_says_to_it() {
        let mut form = open();
        form.set("/figures/trees", "600".to_owned());
        for code in ["number.implausible", "figure.farFromEarlier"] {
            form.explain("/figures/trees", code, "Nhận cây của Thành phố".to_owned());
        }
        let read = form.review().expect("a review");
        let lines: Vec<_> = read
            .remarks
            .iter()
            .map(|remark| {
                (
                    &*remark.label,
                    remark.value.as_deref(),
                    remark.message.as_deref().unwrap_or_default(),
                    remark.explanation.as_deref(),
                )
            })
            .collect();
        let (label, value) = ("Số cây xanh trồng mới", Some("600 cây"));
        let explained = Some("Nhận cây của Thành phố");
        assert_eq!(lines.len(), 2, "{lines:?}");
        for ((of, there, message, given), figure) in lines.into_iter().zip(["(4 cây)", "(500 cây)"])
        {
            assert_eq!((of, there, given), (label, value, explained));
            assert!(message.contains(figure), "{message} names {figure}");
        }
        let sent = form.check();
        let mut report = sent.report.expect("a report");
        let office = review(&form.plan, &report, &sent.findings, Lang::Vi);
        assert_eq!(
            office.remarks, read.remarks,
            "the office reads the very same lines"
        );

        report.explanations.push(Explanation {
            path: "/figures/members/part".into(),
            code: "rule.breached".to_owned(),
            text: "Đã rà soát".to_owned(),
        });
        let more = review(&form.plan, &report, &sent.findings, Lang::Vi).remarks;
        let last = more
            .last()
            .map(|one| (one.message.clone(), one.explanation.clone()));
        assert_eq!(
            last,
            Some((None, Some("Đã rà soát".to_owned()))),
            "nothing is withheld"
        );
    }
}
