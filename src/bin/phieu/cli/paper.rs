//! `phieu paper`.

use super::check::no_report;
use super::failure::named;
use super::{Failure, Tongue, Verdict, input, output};
use phieu::calendar::Instant;
use phieu::form;
use phieu::report::Report;
use phieu::text::Lang;
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
    /// The language of the sentences
    #[arg(long, value_enum, default_value_t)]
    pub(super) lang: Tongue,
}

/// Writes a report as a document to be signed, as a Word file.
///
/// # Errors
/// The plan or the report cannot be read, or are none; the report is of another plan, or of no duty of it; the file
/// cannot be written.
pub fn run(arguments: &PaperArgs, now: Instant) -> Result<Verdict, Failure> {
    let plan = input::plan(&arguments.plan)?;
    let path = &arguments.report;
    let text = input::text(path)?;
    let report =
        Report::parse(text.as_bytes()).map_err(|malformed| no_report(path, &text, &malformed))?;
    if report.plan != plan.id.as_str() {
        let (of, this) = (&report.plan, &plan.id);
        let (vi, en) = (named(path, Lang::Vi), named(path, Lang::En));
        return Err(Failure::new(
            format!("{vi} thuộc kế hoạch “{of}”, còn đây là “{this}”. Hãy ghi đúng tệp kế hoạch."),
            format!(
                "{en} is of the plan \"{of}\", and this is \"{this}\". Name the plan that it is of."
            ),
        ));
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
    output::file_at(name, &file)
}

/// The parts of a Word file, packed. The same parts always make the same bytes: no clock is asked.
fn packed(parts: &[(&str, String)]) -> Result<Vec<u8>, Failure> {
    let failed = || {
        Failure::new(
            "Không đóng gói được thành tệp Word.",
            "It cannot be packed as a Word file.",
        )
    };
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default();
    for (name, text) in parts {
        zip.start_file(*name, options).map_err(|_| failed())?;
        zip.write_all(text.as_bytes()).map_err(|_| failed())?;
    }
    let written = zip.finish().map_err(|_| failed())?;
    Ok(written.into_inner())
}
