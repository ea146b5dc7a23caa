//! `phieu keys`.

use super::{Failure, input};
use phieu::plan::{Plan, Unit};

/// What `phieu keys` takes.
#[derive(Clone, Debug, clap::Args)]
pub struct KeysArgs {
    /// The plan's file, or - for the standard input
    pub plan: String,
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
    /// The address of the page that the links lead to
    #[arg(long, value_name = "ADDRESS", default_value = "http://127.0.0.1:8080/")]
    pub portal: String,
}

impl KeysArgs {
    /// The plan.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn plan(&self) -> Result<Plan, Failure> {
        input::plan(&self.plan)
    }

    /// The units for which codes are asked, in the plan's order.
    ///
    /// # Errors
    /// The plan has no such unit.
    pub fn units<'plan>(&self, plan: &'plan Plan) -> Result<Vec<&'plan Unit>, Failure> {
        if let Some(unknown) = self.units.iter().find(|unit| plan.unit(unit).is_none()) {
            let sentence =
                format!("the plan has no unit {unknown}; use a unit's id as the plan writes it");
            return Err(Failure(sentence));
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
