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
        Of::Report { plan, duty } => match report(plan.as_deref(), duty.as_deref())? {
            Some(schema) => schema,
            None => return Ok(Verdict::Wrong),
        },
    };
    output::json(&schema)
}

/// None, and a line for the terminal, where no report of the duty can be right.
fn report(path: Option<&str>, duty: Option<&str>) -> Result<Option<serde_json::Value>, Failure> {
    let Some(path) = path else {
        return Ok(Some(schema::report()));
    };
    let plan = input::plan(path)?;
    let duty = duty.ok_or_else(|| {
        Failure(format!(
            "say of which duty with --duty: {}",
            input::duties(&plan)
        ))
    })?;
    let found = input::duty(&plan, duty)?;
    let schema = schema::report_of(&plan, found);
    if schema.is_none() {
        eprintln!(
            "phieu: no unit owes \"{duty}\" for any period, so no report of it is right and it has no schema; \
             what a unit owes: phieu duties PLAN --unit UNIT"
        );
    }
    Ok(schema)
}
