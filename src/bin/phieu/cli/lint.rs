//! `phieu lint`.

use super::{Failure, Tongue, Verdict, input, output};
use phieu::finding::Severity;
use phieu::lint::lint;
use phieu::message::{LintView, PatchJson, lint_views};
use phieu::text::Lang;

/// What `phieu lint` takes.
#[derive(Debug, clap::Args)]
pub struct LintArgs {
    /// The plan's file, or - for the standard input
    plan: String,
    /// Write JSON
    #[arg(long)]
    pub(super) json: bool,
    /// The language of the sentences
    #[arg(long, value_enum, default_value_t)]
    pub(super) lang: Tongue,
}

/// Says what is wrong, contradictory or unsaid in a plan.
///
/// # Errors
/// The plan cannot be read, or is none.
pub fn run(arguments: &LintArgs) -> Result<Verdict, Failure> {
    let lang = Lang::from(arguments.lang);
    let plan = input::plan(&arguments.plan)?;
    let findings = lint(&plan);
    let views = lint_views(&findings, &plan, lang);
    if arguments.json {
        output::json(&views)?;
    } else if views.is_empty() {
        output::write(nothing(lang))?;
    } else {
        let listed: Vec<String> = views.iter().map(|view| paragraph(view, lang)).collect();
        output::write(&listed.join("\n"))?;
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

/// A finding with its statements under it, one a line.
fn paragraph(view: &LintView, lang: Lang) -> String {
    let (reading, mend) = match lang {
        Lang::Vi => ("hiểu là", "Cách sửa"),
        Lang::En => ("read as", "To mend it"),
    };
    let mut out = format!(
        "{} {} {}\n  {}\n",
        view.severity_text, view.code, view.path, view.message
    );
    for stated in &view.statements {
        out += &format!("  - {} {}", stated.path, stated.section);
        if let Some(quote) = &stated.quote {
            out += &format!(": {}", quote.replace('\n', " "));
        }
        if let Some(words) = &stated.reading {
            out += &format!("\n    → {reading}: {words}");
        }
        out.push('\n');
    }
    out += &format!("  {mend}: {}\n", view.mend);
    if let Some(patch) = &view.patch {
        let value = match &patch.value {
            PatchJson::Text(text) => format!("{text:?}"),
            PatchJson::Record(record) => format!("{record:?}"),
        };
        out += &format!("  {} = {value}\n", patch.path);
    }
    out
}

fn nothing(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => "Không phát hiện vấn đề nào trong kế hoạch.",
        Lang::En => "Nothing was found in the plan.",
    }
}
