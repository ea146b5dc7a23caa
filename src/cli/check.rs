//! `phieu check`.

use super::{Failure, Tongue, Verdict, input, output};
use phieu::calendar::Instant;
use phieu::finding::{Finding, Severity};
use phieu::message;
use phieu::plan::{Plan, PlanError};
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
    /// Earlier reports of the same unit, older ones first
    #[arg(long, value_name = "REPORT", requires = "report")]
    earlier: Vec<String>,
    /// The moment of sending, for whether it is late: 2023-02-27, 2023-02-27T08:00 or RFC 3339
    #[arg(long, value_name = "MOMENT", requires = "report")]
    at: Option<String>,
    /// Write JSON
    #[arg(long)]
    json: bool,
    /// The language of the sentences
    #[arg(long, value_enum, default_value_t)]
    lang: Tongue,
}

#[derive(Serialize)]
struct PlanLine<'a> {
    path: &'a str,
    line: usize,
    column: usize,
    message: String,
}

#[derive(Serialize)]
struct FindingLine<'a> {
    #[serde(flatten)]
    finding: &'a Finding,
    message: String,
}

/// Checks a plan, and a report where one is given.
///
/// # Errors
/// A file cannot be read, or what should be a report is none.
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
        .map(|path| report(path))
        .collect::<Result<Vec<_>, _>>()?;
    let context = Context {
        now: Some(now),
        earlier: &earlier,
        sending: true,
        ..Context::default()
    };
    let findings = if arguments.draft {
        rules::check_draft(&plan, &draft(path)?, &context).findings
    } else {
        rules::check_report(&plan, &report(path)?, &context)
    };
    report_findings(&findings, &plan, arguments, lang)
}

/// Reads a report, or the report inside a submission. What is neither is most likely a report with a
/// mistake, so that is what the sentence is about.
fn report(path: &str) -> Result<Report, Failure> {
    let text = input::text(path)?;
    serde_json::from_str(&text).or_else(|error| match serde_json::from_str::<Submission>(&text) {
        Ok(submission) => Ok(submission.report),
        Err(_) => Err(Failure(format!(
            "{} is no report: {error}",
            input::named(path)
        ))),
    })
}

fn draft(path: &str) -> Result<Draft, Failure> {
    let text = input::text(path)?;
    serde_json::from_str(&text)
        .map_err(|error| Failure(format!("{} is no draft: {error}", input::named(path))))
}

fn plan_errors(
    errors: &[PlanError],
    arguments: &CheckArgs,
    lang: Lang,
) -> Result<Verdict, Failure> {
    let lines: Vec<PlanLine> = errors
        .iter()
        .map(|error| PlanLine {
            path: &error.pointer,
            line: error.line,
            column: error.column,
            message: message::plan_error(error, lang),
        })
        .collect();
    if arguments.json {
        output::json(&lines)?;
    } else {
        let text: Vec<String> = lines.iter().map(|line| line.message.clone()).collect();
        output::write(&text.join("\n"))?;
    }
    Ok(Verdict::Wrong)
}

fn report_findings(
    findings: &[Finding],
    plan: &Plan,
    arguments: &CheckArgs,
    lang: Lang,
) -> Result<Verdict, Failure> {
    let lines: Vec<FindingLine> = findings
        .iter()
        .map(|finding| FindingLine {
            finding,
            message: message::sentence(finding, plan, lang),
        })
        .collect();
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
        output::write(&output::table(&lines.iter().map(cells).collect::<Vec<_>>()))?;
    }
    let wrong = findings
        .iter()
        .any(|finding| finding.severity == Severity::Error);
    Ok(if wrong {
        Verdict::Wrong
    } else {
        Verdict::Right
    })
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
