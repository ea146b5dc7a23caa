//! `phieu check`.

use super::failure::{self, named};
use super::{Failure, Tongue, Verdict, input, output};
use phieu::calendar::Instant;
use phieu::finding::{Finding, Kind, Severity};
use phieu::message;
use phieu::plan::{Plan, PlanError};
use phieu::read::{self, Misread, Read};
use phieu::report::{Draft, Report, Submission};
use phieu::rules::{self, Context};
use phieu::text::Lang;
use serde::Serialize;

/// What `phieu check` takes.
#[derive(Debug, clap::Args)]
pub struct CheckArgs {
    /// The plan's file, or - for the standard input
    plan: String,
    /// A report or a submission of the plan; the plan alone is checked where it is left out
    report: Option<String>,
    /// Take what is to be checked as a draft: text as it was typed
    #[arg(long, requires = "report")]
    draft: bool,
    /// Take what is to be checked as many, one a line (NDJSON); what is found of one stands on a line too, with its number
    #[arg(long, requires = "report")]
    lines: bool,
    /// What the same unit has reported before; of one period the last file holds
    #[arg(long, value_name = "REPORT", requires = "report")]
    earlier: Vec<String>,
    /// The moment of sending, for whether it is late: 2023-02-27, 2023-02-27T08:00 or RFC 3339
    #[arg(long, value_name = "MOMENT", requires = "report")]
    at: Option<String>,
    /// Write JSON
    #[arg(long)]
    pub(super) json: bool,
    /// The language of the sentences
    #[arg(long, value_enum, default_value_t)]
    pub(super) lang: Tongue,
}

/// What is found of one of many.
#[derive(Serialize)]
struct CheckedLine<'a> {
    line: usize,
    findings: Vec<FindingLine<'a>>,
}

#[derive(Serialize)]
struct FindingLine<'a> {
    #[serde(flatten)]
    finding: &'a Finding,
    message: String,
    /// What keeps the text from being read, in detail.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    details: &'a [String],
}

/// Checks a plan, and a report where one is given.
///
/// # Errors
/// A file cannot be read, the moment is none, or an earlier report is none.
pub fn run(arguments: &CheckArgs, now: Instant) -> Result<Verdict, Failure> {
    let lang = Lang::from(arguments.lang);
    let plan = match Plan::parse(&input::text(&arguments.plan)?) {
        Ok(plan) => plan,
        Err(errors) => return plan_errors(&errors, arguments, lang),
    };
    let Some(path) = &arguments.report else {
        return if arguments.json {
            output::json(&[(); 0])
        } else {
            output::write(right_plan(lang))
        };
    };
    let now = arguments
        .at
        .as_deref()
        .map_or(Ok(now), |at| input::moment(at, &plan))?;
    let earlier = arguments
        .earlier
        .iter()
        .map(|path| earlier(path))
        .collect::<Result<Vec<_>, _>>()?
        .into();
    let context = Context {
        now: Some(now),
        earlier: &earlier,
        sending: true,
        ..Context::default()
    };
    let text = input::text(path)?;
    if arguments.lines {
        return many(&plan, &text, &context, arguments, lang);
    }
    let (findings, misreads) = if arguments.draft {
        match Draft::parse(text.as_bytes()) {
            Ok(draft) => {
                let checked = rules::check_draft(&plan, &draft, &context);
                (checked.findings, Vec::new())
            }
            Err(malformed) => (vec![malformed], misreads::<Draft>(&text)),
        }
    } else {
        match report(&text) {
            Ok(report) => (rules::check_report(&plan, &report, &context), Vec::new()),
            Err(malformed) => (vec![malformed], misreads::<Report>(&text)),
        }
    };
    report_findings(&findings, &misreads, &plan, arguments, lang)
}

/// Checks many, one a line.
fn many(
    plan: &Plan,
    text: &str,
    context: &Context<'_>,
    arguments: &CheckArgs,
    lang: Lang,
) -> Result<Verdict, Failure> {
    let (mut out, mut is_right) = (Vec::new(), true);
    let mut each = |line: usize, findings: &[Finding]| {
        is_right &= !findings.iter().any(is_error);
        if arguments.json {
            let checked = CheckedLine {
                line,
                findings: worded(findings, &[], plan, lang),
            };
            // What is found is data of ours, which JSON can hold.
            out.push(serde_json::to_string(&checked).unwrap_or_default());
            return;
        }
        for found in worded(findings, &[], plan, lang) {
            let (severity, path) = (found.finding.severity, found.finding.path.as_str());
            let severity = message::severity(severity, lang);
            let code = found.finding.code();
            out.push(format!(
                "{line}: {severity} {path} {code} {}",
                found.message
            ));
        }
    };
    if arguments.draft {
        for (line, text) in (1..).zip(text.lines()) {
            match Draft::parse(text.as_bytes()) {
                _ if text.trim().is_empty() => {}
                Ok(draft) => each(line, &rules::check_draft(plan, &draft, context).findings),
                Err(malformed) => each(line, &[malformed]),
            }
        }
    } else {
        rules::check_lines(plan, text.as_bytes(), context, each);
    }
    let text = out.join("\n");
    if arguments.json {
        output::json_text(&text)?;
    } else {
        output::write(&text)?;
    }
    Ok(if is_right {
        Verdict::Right
    } else {
        Verdict::Wrong
    })
}

/// Reads a report, or the report inside a submission. Of what is neither, the reading that comes further
/// is the one that was meant.
fn report(text: &str) -> Result<Report, Finding> {
    let place = |finding: &Finding| match *finding.kind {
        Kind::ReportMalformed { line, column } => (line, column),
        _ => (0, 0),
    };
    Report::parse(text.as_bytes()).or_else(|report| {
        Submission::parse(text.as_bytes())
            .map(|submission| submission.report)
            .map_err(|submission| {
                if place(&submission) > place(&report) {
                    submission
                } else {
                    report
                }
            })
    })
}

fn earlier(path: &str) -> Result<Report, Failure> {
    let text = input::text(path)?;
    report(&text).map_err(|malformed| no_report(path, &text, &malformed))
}

/// A file that is no report, with all that keeps it from being one.
pub(super) fn no_report(path: &str, text: &str, malformed: &Finding) -> Failure {
    let (vi, en) = (named(path, Lang::Vi), named(path, Lang::En));
    let faults: Vec<PlanError> = misreads::<Report>(text)
        .into_iter()
        .map(PlanError::from)
        .collect();
    match *malformed.kind {
        Kind::ReportMalformed { line, column } if faults.is_empty() => Failure::new(
            format!("Từ dòng {line}, cột {column}, {vi} không phải là báo cáo đúng định dạng."),
            format!("{en} is no report from line {line}, column {column} on."),
        ),
        _ => Failure::new(
            format!("{vi} không phải là báo cáo đúng định dạng:"),
            format!("{en} is no report:"),
        )
        .with(faults),
    }
}

/// All that keeps a text from being read, each with its place; nothing of what is read as a submission.
fn misreads<T: Read>(text: &str) -> Vec<Misread> {
    let is_submission = text.contains("\"preparedAt\"");
    let wrong = read::from_str::<T>(text).err().unwrap_or_default();
    if is_submission { Vec::new() } else { wrong }
}

fn plan_errors(
    errors: &[PlanError],
    arguments: &CheckArgs,
    lang: Lang,
) -> Result<Verdict, Failure> {
    if arguments.json {
        output::json(&failure::as_values(errors, lang))?;
    } else {
        output::write(&failure::listed(errors, lang))?;
    }
    Ok(Verdict::Wrong)
}

fn report_findings(
    findings: &[Finding],
    misreads: &[Misread],
    plan: &Plan,
    arguments: &CheckArgs,
    lang: Lang,
) -> Result<Verdict, Failure> {
    let details: Vec<String> = misreads
        .iter()
        .map(|misread| message::misread(misread, lang))
        .collect();
    let lines = worded(findings, &details, plan, lang);
    if arguments.json {
        output::json(&lines)?;
    } else if lines.is_empty() {
        output::write(right_report(lang))?;
    } else {
        let cells = |line: &FindingLine| {
            let finding = line.finding;
            let severity = message::severity(finding.severity, lang).to_owned();
            vec![
                severity,
                finding.path.as_str().to_owned(),
                finding.code().to_owned(),
                line.message.clone(),
            ]
        };
        let mut text = output::table(&lines.iter().map(cells).collect::<Vec<_>>());
        text.push_str(&details.join("\n"));
        output::write(&text)?;
    }
    let wrong = findings.iter().any(is_error);
    Ok(if wrong {
        Verdict::Wrong
    } else {
        Verdict::Right
    })
}

fn is_error(finding: &Finding) -> bool {
    finding.severity == Severity::Error
}

/// Findings with their sentences.
fn worded<'a>(
    findings: &'a [Finding],
    details: &'a [String],
    plan: &Plan,
    lang: Lang,
) -> Vec<FindingLine<'a>> {
    let worded = findings.iter().map(|finding| FindingLine {
        finding,
        message: message::sentence(finding, plan, lang),
        details,
    });
    worded.collect()
}

fn right_plan(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => "Kế hoạch đúng định dạng.",
        Lang::En => "The plan is right.",
    }
}

fn right_report(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => "Báo cáo không có lỗi.",
        Lang::En => "The report is right.",
    }
}
