//! What a document says: what it is and of which plan, then section by section as the form asks it.

use super::head::{Known, REPORT};
use super::{OfficialBlock, OfficialStyle as Style, OfficialSystem, OfficialTable};
use crate::calendar::Period;
use crate::form::points;
use crate::form::progress;
use crate::form::review::{ReviewTable, Row, answers, part_in_words};
use crate::message;
use crate::plan::{ActivityPart, Plan, Section};
use crate::report::{Report, ReportActivity};
use crate::schedule::occasion_of;
use crate::text::{self, Lang, capital, lines};

/// Official papers are in one language.
const LANG: Lang = Lang::Vi;

/// What is longer is told and not listed, in characters.
const CELL: usize = 160;

pub(super) fn body(known: &Known<'_>, report: &Report) -> Vec<OfficialBlock> {
    let mut out = Vec::new();
    title(&mut out, known, report);
    opening(&mut out, known);
    let template = known
        .duty
        .and_then(|duty| known.plan.template(duty.template.as_str()));
    let mut number = 0;
    for section in template
        .map(|it| it.sections.as_slice())
        .unwrap_or_default()
    {
        let said = in_section(known, section, report);
        if said.is_empty() {
            continue;
        }
        number += 1;
        out.push(Style::Section.block([&*roman(number), ". ", &section.title].concat()));
        out.extend(said);
    }
    let points = points::in_report(known.plan, report, LANG);
    out.extend(points.into_iter().map(|line| Style::Text.block(line)));
    if !report.explanations.is_empty() {
        number += 1;
        out.push(Style::Section.block([&*roman(number), ". Giải trình"].concat()));
        out.extend(report.explanations.iter().map(|one| {
            let label = message::place(&one.path, known.plan, LANG);
            Style::Text.block(["- ", &label, ": ", &one.text].concat())
        }));
    }
    out.push(after(known.unit_name()));
    out
}

/// What it is: "BÁO CÁO", below that of what and of which days.
fn title(out: &mut Vec<OfficialBlock>, known: &Known<'_>, report: &Report) {
    let Some(duty) = known.duty else { return };
    let label = known
        .unit
        .and_then(|unit| occasion_of(known.plan, duty, unit, report.period)?.label);
    let rest = duty
        .name
        .strip_prefix(REPORT)
        .map(str::trim)
        .filter(|rest| !rest.is_empty());
    let (kind, rest) = match rest {
        Some(rest) => (REPORT, Some(rest)),
        None => (&*duty.name, None),
    };
    out.push(Style::Kind.block(kind));
    // "Báo cáo tuần" of "Tuần 1" is of week 1.
    let about = match (rest, label) {
        (Some(rest), Some(label)) if text::fold(&label).starts_with(&text::fold(rest)) => {
            Some(label)
        }
        (Some(rest), Some(label)) => Some([&*capital(rest), " – ", &label].concat()),
        (Some(rest), None) => Some(capital(rest)),
        (None, label) => label,
    };
    out.extend(about.map(|about| Style::About.block(about)));
    out.push(Style::About.block(known.plan.title.clone()));
    let days = message::period(&report.period, LANG);
    out.push(Style::About.block(["(", &days, ")"].concat()));
    out.push(known.system.below_title());
}

impl OfficialSystem {
    /// What stands below a title.
    pub(crate) fn below_title(self) -> OfficialBlock {
        match self {
            Self::Union => Style::Stars.block("-----"),
            Self::State => Style::TitleRule.block(""),
        }
    }
}

fn opening(out: &mut Vec<OfficialBlock>, known: &Known<'_>) {
    if let Some(receiver) = known.receiver() {
        out.push(Style::To.block(message::to(receiver, LANG)));
    }
    let said = [
        &*carrying_out(known.plan),
        known.unit_name(),
        " báo cáo như sau:",
    ]
    .concat();
    out.push(Style::Text.block(said));
}

/// Which plan is carried out, before who reports of it: "Thực hiện Kế hoạch số 03-KH/ĐTN, ngày 20/2/2023 của Quận Đoàn về
/// việc “Tháng Thanh niên”, ".
pub(crate) fn carrying_out(plan: &Plan) -> String {
    let mut said = String::from("Thực hiện ");
    if let Some(document) = plan.document.as_deref() {
        let number = document.number.as_deref();
        said.push_str(&message::document(
            &document.kind,
            number,
            document.issued,
            LANG,
        ));
        said.push_str(" của ");
        said.push_str(&document.issuer);
        said.push_str(" về việc ");
    }
    said.push('“');
    said.push_str(&plan.title);
    said.push_str("”, ");
    said
}

/// What stands behind all that is reported.
pub(crate) fn after(who: &str) -> OfficialBlock {
    Style::Text.block(["Trên đây là nội dung báo cáo của ", who, "./."].concat())
}

fn in_section(known: &Known<'_>, section: &Section, report: &Report) -> Vec<OfficialBlock> {
    let mut out = Vec::new();
    let answers = answers(known.plan, section, report, LANG);
    let (told, figures): (Vec<_>, Vec<_>) =
        answers.into_iter().partition(|row| is_told(known, row));
    let rows: Vec<[String; 3]> = figures
        .into_iter()
        .map(|row| {
            let targets = targets(known, report, indicator_of(&row));
            [row.label, row.value, targets]
        })
        .collect();
    if !rows.is_empty() {
        out.push(OfficialBlock::Table(figures_table(rows)));
    }
    for (place, row) in told.into_iter().enumerate() {
        let number = (place + 1).to_string();
        out.push(Style::Item.block([&*number, ". ", &row.label].concat()));
        if let Some(table) = row.table {
            out.push(OfficialBlock::Table(rows_table(table)));
            continue;
        }
        out.extend(lines(&row.value).map(|line| Style::Text.block(line.trim())));
    }
    if section.activities.is_some() && !report.activities.is_empty() {
        out.push(OfficialBlock::Table(activities_table(&report.activities)));
    }
    out
}

/// Whether an answer is told in sentences, and stands below its heading instead of in a table.
fn is_told(known: &Known<'_>, row: &Row) -> bool {
    let asked = known.plan.indicator(indicator_of(row));
    let in_lines = asked.is_some_and(|asked| asked.measure.control().lines);
    row.table.is_some()
        || in_lines
        || row.value.contains('\n')
        || row.value.chars().nth(CELL).is_some()
}

fn indicator_of(row: &Row) -> &str {
    row.path.segments().nth(1).unwrap_or_default()
}

/// The targets on an indicator that bind the unit, a line each, and the most points of a criterion: "toàn kế hoạch: ít nhất 100
/// cây".
fn targets(known: &Known<'_>, report: &Report, indicator: &str) -> String {
    let (Some(indicator), Some(unit)) = (known.plan.indicator(indicator), known.unit) else {
        return String::new();
    };
    let mut said: Vec<String> = progress::targets(known.plan, indicator, unit)
        .map(|target| {
            let asked = target.asked_in(known.plan);
            let told = asked.and_then(|id| report.figures.get(id.as_str())?.told());
            let told = told
                .filter(|(_, is)| is.is_none())
                .map(|(number, _)| number);
            let number = target.number_of(unit).or(told);
            let said = message::target_of(known.plan, target, indicator, number, LANG);
            let said = match said.strip_prefix("Chỉ tiêu ") {
                Some(rest) => capital(rest),
                None => said,
            };
            match known.plan.group_of(&target.id) {
                Some(group) => [
                    &*said,
                    " (",
                    &message::group_reached(group, None, LANG),
                    ")",
                ]
                .concat(),
                None => said,
            }
        })
        .collect();
    said.extend(points::most_of(known.plan, report, indicator.id.as_str()));
    text::join(&said, "\n")
}

fn figures_table(rows: Vec<[String; 3]>) -> OfficialTable {
    let has_targets = rows.iter().any(|[.., targets]| !targets.is_empty());
    let mut head = "TT|Nội dung|Kết quả";
    let mut widths = vec![8, 62, 30];
    if has_targets {
        head = "TT|Nội dung|Kết quả|Chỉ tiêu";
        widths = vec![8, 42, 22, 28];
    }
    let rows = rows.into_iter().enumerate().map(|(place, row)| {
        let mut cells = vec![(place + 1).to_string()];
        cells.extend(row.into_iter().take(if has_targets { 3 } else { 2 }));
        cells
    });
    table(widths, head, rows.collect())
}

/// A table of the report, its rows numbered; the columns share what the numbers leave.
fn rows_table(table: ReviewTable) -> OfficialTable {
    let count = u8::try_from(table.head.len().max(1)).unwrap_or(u8::MAX);
    let mut widths = vec![92 / count; table.head.len()];
    let rest = widths.iter().sum();
    widths.insert(0, 100_u8.saturating_sub(rest));
    let number = |(place, mut row): (usize, Vec<String>)| {
        row.insert(0, (place + 1).to_string());
        row
    };
    let mut head = table.head;
    head.insert(0, "TT".to_owned());
    OfficialTable {
        widths,
        head,
        rows: table.rows.into_iter().enumerate().map(number).collect(),
    }
}

/// What of an activity has a column of its own; the rest stands below its name.
const COLUMNS: [ActivityPart; 5] = [
    ActivityPart::Date,
    ActivityPart::Until,
    ActivityPart::Time,
    ActivityPart::Place,
    ActivityPart::Participants,
];

fn activities_table(activities: &[ReportActivity]) -> OfficialTable {
    let rows = activities.iter().enumerate().map(|(place, activity)| {
        let mut named = activity.title.clone();
        for part in ActivityPart::ALL {
            let said = part_in_words(activity, part, LANG).filter(|_| !COLUMNS.contains(&part));
            if let Some(said) = said {
                let label = part.asked().label.of(LANG);
                named.push('\n');
                named.push_str(&[label, ": ", &said].concat());
            }
        }
        let said = |part| part_in_words(activity, part, LANG).unwrap_or_default();
        vec![
            (place + 1).to_string(),
            named,
            when(activity),
            said(ActivityPart::Place),
            said(ActivityPart::Participants),
        ]
    });
    let head = "TT|Hoạt động|Thời gian|Địa điểm|Lượt người tham gia";
    table(vec![8, 36, 20, 22, 14], head, rows.collect())
}

/// "07g30, ngày 5/3/2023", "từ 5/3 đến hết 6/3/2023".
fn when(activity: &ReportActivity) -> String {
    let last = activity.until.unwrap_or(activity.date);
    let days = match Period::new(activity.date, last) {
        Ok(period) => message::period(&period, LANG),
        Err(_) => text::format_date(activity.date),
    };
    let hour = activity.time.map(|hour| message::clock(hour, LANG));
    message::dated(hour.as_deref(), &days)
}

/// A table whose headings stand in one text, with bars between them.
pub(crate) fn table(widths: Vec<u8>, head: &str, rows: Vec<Vec<String>>) -> OfficialTable {
    OfficialTable {
        widths,
        head: head.split('|').map(str::to_owned).collect(),
        rows,
    }
}

/// The numbers of sections, in one text. A form has few sections.
const ROMAN: &str = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX";

/// A number as sections bear it; beyond the twentieth as it is counted.
pub(crate) fn roman(number: usize) -> String {
    let named = ROMAN.split(' ').nth(number.saturating_sub(1));
    named.map_or_else(|| number.to_string(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::roman;

    #[test]
    fn sections_are_numbered_as_papers_have_it() {
        let named: Vec<_> = [1, 4, 9, 14, 20, 21].map(roman).into();
        assert_eq!(named, ["I", "IV", "IX", "XIV", "XX", "21"]);
    }
}
