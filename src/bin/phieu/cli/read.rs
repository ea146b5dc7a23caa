//! `phieu read`.

use super::failure::named;
use super::{Failure, Tongue, Verdict, input, output};
use phieu::reading::{Grade, Kind, Reading, read_bytes};
use phieu::text::Lang;

/// What `phieu read` takes.
#[derive(Debug, clap::Args)]
pub struct ReadArgs {
    /// The document: a .docx, a page (.html) or a text, or - for the standard input
    document: String,
    /// Write JSON
    #[arg(long)]
    pub(super) json: bool,
    /// The language of the sentences
    #[arg(long, value_enum, default_value_t)]
    pub(super) lang: Tongue,
}

/// Proposes a plan's parts out of an issued document.
///
/// # Errors
/// The document cannot be read, or is of a kind that is not read.
pub fn run(arguments: &ReadArgs) -> Result<Verdict, Failure> {
    let lang = Lang::from(arguments.lang);
    let path = &arguments.document;
    let bytes = input::bytes(path)?;
    let reading = read_bytes(&bytes, kind(path)).map_err(|refused| {
        Failure::new(
            format!("{}: {}", named(path, Lang::Vi), refused.sentence(Lang::Vi)),
            format!("{}: {}", named(path, Lang::En), refused.sentence(Lang::En)),
        )
    })?;
    if arguments.json {
        output::json(&reading)?;
    } else {
        output::write(&said(&reading, lang))?;
    }
    Ok(Verdict::Right)
}

/// What a name says of the file; a .docx and a picture are seen by their bytes.
fn kind(path: &str) -> Option<Kind> {
    let (_, end) = path.rsplit_once('.')?;
    match end.to_ascii_lowercase().as_str() {
        "html" | "htm" => Some(Kind::Html),
        _ => None,
    }
}

/// Each proposal in a line, and how many there are of each kind.
fn said(reading: &Reading, lang: Lang) -> String {
    let words = |vi: &'static str, en: &'static str| match lang {
        Lang::Vi => vi,
        Lang::En => en,
    };
    let grade = |grade: Grade| grade.words().of(lang);
    let mut out = String::new();
    let mut part = |name: &str, lines: Vec<String>| {
        out += &format!("{name}: {}\n", lines.len());
        for line in lines {
            out += &format!("  {line}\n");
        }
    };
    let targets = reading.targets.iter();
    part(
        words("Chỉ tiêu", "Targets"),
        targets
            .map(|target| {
                format!(
                    "[{}] {} {}",
                    grade(target.grade),
                    target.section,
                    target.text
                )
            })
            .collect(),
    );
    let duties = reading.duties.iter();
    part(
        words("Chế độ báo cáo", "Duties"),
        duties
            .map(|duty| format!("[{}] {} {}", grade(duty.grade), duty.section, duty.name))
            .collect(),
    );
    let activities = reading.activities.iter();
    part(
        words("Hoạt động", "Activities"),
        activities
            .map(|activity| {
                format!(
                    "[{}] {} {}",
                    grade(activity.grade),
                    activity.section,
                    activity.title
                )
            })
            .collect(),
    );
    part(
        words("Chưa dùng đến", "Not used"),
        reading
            .unused
            .iter()
            .map(|unused| format!("{} ({})", unused.quote.replace('\n', " "), unused.why))
            .collect(),
    );
    out.trim_end().to_owned()
}
