//! `phieu publish`.

use super::{Failure, Verdict, input, output};

/// What `phieu publish` takes.
#[derive(Debug, clap::Args)]
pub struct PublishArgs {
    /// The plan's file, or - for the standard input
    plan: String,
    /// Where to write it; the standard output where it is left out
    #[arg(short, long, value_name = "FILE")]
    output: Option<String>,
}

/// Writes the light form of a plan.
///
/// # Errors
/// The plan cannot be read, or the file cannot be written.
pub fn run(arguments: &PublishArgs) -> Result<Verdict, Failure> {
    let light = phieu::plan::publish(&input::plan(&arguments.plan)?);
    let light = serde_json::to_string(&light).map_err(|error| Failure(error.to_string()))?;
    match &arguments.output {
        None => output::json_text(&light),
        Some(path) => {
            std::fs::write(path, light)
                .map_err(|error| Failure(format!("{path} cannot be written: {error}")))?;
            Ok(Verdict::Right)
        }
    }
}
