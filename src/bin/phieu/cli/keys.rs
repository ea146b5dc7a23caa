//! `phieu keys`.

use super::{Failure, Tongue, input};
use phieu::plan::{Plan, Unit};
use phieu::text;

/// The most characters of the name of an office.
const LONGEST_NAME: usize = 100;

/// What `phieu keys` takes.
#[derive(Clone, Debug, clap::Args)]
pub struct KeysArgs {
    /// The plan's file, or - for the standard input; with --publisher the only plan that the office publishes
    #[arg(required_unless_present = "publisher")]
    pub plan: Option<String>,
    /// The collector's database: a file, or postgres://user@host/name
    #[arg(
        long,
        value_name = "FILE|URL",
        env = "DATABASE_URL",
        hide_env_values = true,
        default_value = "phieu.sqlite"
    )]
    pub database: String,
    /// A unit's id; can be repeated; all that owe reports where it is left out
    #[arg(long = "unit", value_name = "UNIT")]
    pub units: Vec<String>,
    /// Make a new code also where there is one; the old one opens nothing any more
    #[arg(long)]
    pub replace: bool,
    /// Make codes for offices, which read what the unit and those below it send, and decide about it
    #[arg(long, requires = "units")]
    pub office: bool,
    /// Make a code for an office that publishes plans, by its name; it reads no reports
    #[arg(long, value_name = "NAME", conflicts_with_all = ["units", "office", "portal"])]
    pub publisher: Option<String>,
    /// The address of the page that the links lead to
    #[arg(long, value_name = "ADDRESS", default_value = "http://127.0.0.1:8080/")]
    pub portal: String,
    /// The language of the sentences
    #[arg(long, value_enum, default_value_t)]
    pub lang: Tongue,
}

impl KeysArgs {
    /// The plan.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn plan(&self) -> Result<Option<Plan>, Failure> {
        self.plan.as_deref().map(input::plan).transpose()
    }

    /// The name of an office that publishes, as one line.
    ///
    /// # Errors
    /// It is blank or too long.
    pub fn publisher(&self) -> Result<Option<String>, Failure> {
        let Some(name) = &self.publisher else {
            return Ok(None);
        };
        let name = text::single_line(name).trim().to_owned();
        if name.is_empty() || name.chars().count() > LONGEST_NAME {
            return Err(Failure::new(
                format!("Hãy ghi sau --publisher tên cơ quan, nhiều nhất {LONGEST_NAME} ký tự."),
                format!(
                    "Write after --publisher the office's name, of at most {LONGEST_NAME} characters."
                ),
            ));
        }
        Ok(Some(name))
    }

    /// The units for which codes are asked, in the plan's order.
    ///
    /// # Errors
    /// The plan has no such unit.
    pub fn units<'plan>(&self, plan: &'plan Plan) -> Result<Vec<&'plan Unit>, Failure> {
        if let Some(unknown) = self.units.iter().find(|unit| plan.unit(unit).is_none()) {
            return Err(input::no_id(plan, unknown));
        }
        let owes = |unit: &Unit| plan.duties.iter().any(|duty| duty.by.chooses(unit));
        let asked = |unit: &&Unit| {
            if self.units.is_empty() {
                owes(unit)
            } else {
                self.units.iter().any(|asked| asked == unit.id.as_str())
            }
        };
        Ok(plan.units.iter().filter(asked).collect())
    }
}
