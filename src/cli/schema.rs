//! `phieu schema`.

use super::{Failure, Verdict, input, output};
use clap::Subcommand;
use phieu::schema;

/// What `phieu schema` takes.
#[derive(Debug, clap::Args)]
pub struct SchemaArgs {
    #[command(subcommand)]
    of: Of,
}

/// Of what.
#[derive(Debug, Subcommand)]
enum Of {
    /// Of a plan
    Plan,
    /// Of a draft
    Draft,
    /// Of a finding
    Finding,
    /// Of a submission
    Submission,
    /// Of a receipt
    Receipt,
    /// Of the report that a duty of a plan asks for; of any report where no plan is given
    Report {
        /// The plan's file, or - for the standard input
        plan: Option<String>,
        /// The duty's id
        #[arg(long, requires = "plan")]
        duty: Option<String>,
    },
}

/// Writes a schema.
///
/// # Errors
/// The plan cannot be read, or has no such duty.
pub fn run(arguments: &SchemaArgs) -> Result<Verdict, Failure> {
    let schema = match &arguments.of {
        Of::Plan => schema::plan(),
        Of::Draft => schema::draft(),
        Of::Finding => schema::finding(),
        Of::Submission => schema::submission(),
        Of::Receipt => schema::receipt(),
        Of::Report { plan, duty } => report(plan.as_deref(), duty.as_deref())?,
    };
    output::json(&schema)
}

fn report(path: Option<&str>, duty: Option<&str>) -> Result<serde_json::Value, Failure> {
    let Some(path) = path else {
        return Ok(schema::report());
    };
    let plan = input::plan(path)?;
    let known = || {
        plan.duties
            .iter()
            .map(|duty| duty.id.as_str())
            .collect::<Vec<_>>()
            .join(", ")
    };
    let duty =
        duty.ok_or_else(|| Failure(format!("say of which duty with --duty: {}", known())))?;
    let found = plan.duty(duty);
    found
        .and_then(|duty| schema::report_of(&plan, duty))
        .ok_or_else(|| {
            Failure(format!(
                "the plan has no duty \"{duty}\"; it has: {}",
                known()
            ))
        })
}
