//! `phieu paper`.

use super::{Failure, Verdict, input, output};
use phieu::calendar::Instant;
use phieu::form;
use phieu::report::Report;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// What `phieu paper` takes.
#[derive(Debug, clap::Args)]
pub struct PaperArgs {
    /// The plan's file, or - for the standard input
    plan: String,
    /// The report's file, or - for the standard input
    report: String,
    /// The Word file to write, or - for the standard output
    #[arg(long, value_name = "FILE")]
    docx: String,
    /// The moment whose month and year stand on it, as for `phieu duties`; now where it is left out
    #[arg(long, value_name = "MOMENT")]
    at: Option<String>,
}

/// Writes a report as a document to be signed, as a Word file.
///
/// # Errors
/// The plan or the report cannot be read, or are none; the report is of another plan, or of no duty of it; the file
/// cannot be written.
pub fn run(arguments: &PaperArgs, now: Instant) -> Result<Verdict, Failure> {
    let plan = input::plan(&arguments.plan)?;
    let named = input::named(&arguments.report);
    let report = Report::parse(&input::bytes(&arguments.report)?).map_err(|_| {
        Failure(format!(
            "{named} is no report; what is wrong with it: phieu check PLAN REPORT"
        ))
    })?;
    if report.plan != plan.id.as_str() {
        return Err(Failure(format!(
            "{named} is of the plan \"{}\", and this is \"{}\"",
            report.plan, plan.id
        )));
    }
    input::duty(&plan, &report.duty)?;
    let at = arguments
        .at
        .as_deref()
        .map_or(Ok(now), |at| input::moment(at, &plan))?;
    write(&arguments.docx, &form::official(&plan, &report, at))
}

/// Writes a document as a Word file of that name, or to the standard output where that is `-`.
///
/// # Errors
/// The file cannot be written.
pub(super) fn write(name: &str, official: &form::Official) -> Result<Verdict, Failure> {
    let file = packed(&form::word(official))?;
    if name == "-" {
        return output::file(&file);
    }
    std::fs::write(name, file)
        .map_err(|error| Failure(format!("{name} cannot be written: {error}")))?;
    Ok(Verdict::Right)
}

/// The parts of a Word file, packed. The same parts always make the same bytes: no clock is asked.
fn packed(parts: &[(&str, String)]) -> Result<Vec<u8>, Failure> {
    let failed = |error: &dyn std::fmt::Display| Failure(format!("it cannot be packed: {error}"));
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default();
    for (name, text) in parts {
        zip.start_file(*name, options)
            .map_err(|error| failed(&error))?;
        zip.write_all(text.as_bytes())
            .map_err(|error| failed(&error))?;
    }
    let written = zip.finish().map_err(|error| failed(&error))?;
    Ok(written.into_inner())
}
