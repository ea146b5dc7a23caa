//! `phieu schema`.

use super::{Failure, Tongue, Verdict, input, output};
use clap::Subcommand;
use phieu::schema;

/// What `phieu schema` takes.
#[derive(Debug, clap::Args)]
pub struct SchemaArgs {
    #[command(subcommand)]
    of: Of,
    /// The language of the sentences
    #[arg(long, value_enum, default_value_t, global = true)]
    lang: Tongue,
}

impl SchemaArgs {
    /// The language of the sentences.
    pub(super) fn lang(&self) -> Tongue {
        self.lang
    }
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
        Of::Report { plan, duty } => {
            match report(plan.as_deref(), duty.as_deref(), arguments.lang)? {
                Some(schema) => schema,
                None => return Ok(Verdict::Wrong),
            }
        }
    };
    output::json(&schema)
}

/// None, and a line for the terminal, where no report of the duty can be right.
fn report(
    path: Option<&str>,
    duty: Option<&str>,
    lang: Tongue,
) -> Result<Option<serde_json::Value>, Failure> {
    let Some(path) = path else {
        return Ok(Some(schema::report()));
    };
    let plan = input::plan(path)?;
    let duty = duty.ok_or_else(|| {
        let known = input::duties(&plan);
        Failure::new(
            format!("Hãy ghi sau --duty một trong các mã chế độ báo cáo: {known}."),
            format!("Say of which duty with --duty: {known}."),
        )
    })?;
    let found = input::duty(&plan, duty)?;
    let schema = schema::report_of(&plan, found);
    if schema.is_none() {
        super::complain(&unowed(duty), lang);
    }
    Ok(schema)
}

fn unowed(duty: &str) -> Failure {
    Failure::new(
        format!(
            "Không đơn vị nào phải gửi “{duty}” ở kỳ nào, nên không báo cáo nào là đúng và không có lược đồ. Xem một đơn vị phải gửi gì bằng lệnh phieu duties TỆP --unit ĐƠN_VỊ."
        ),
        format!(
            "No unit owes \"{duty}\" for any period, so no report of it is right and it has no schema. What a unit owes is listed by phieu duties PLAN --unit UNIT."
        ),
    )
}
