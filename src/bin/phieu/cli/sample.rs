//! `phieu sample`.

use super::output::printable_json;
use super::{Failure, Tongue, Verdict, input, output};
use phieu::calendar::Instant;
use phieu::plan::Plan;
use phieu::report::Arrival;
use phieu::sample::{Sample, with_units};
use std::io::{BufWriter, ErrorKind, Write};

/// What `phieu sample` takes.
#[derive(Debug, clap::Args)]
pub struct SampleArgs {
    /// The plan's file, or - for the standard input
    plan: String,
    /// How many units report; those of the plan where it is left out. More than it has are made, and then
    /// --plan-out is needed
    #[arg(long, value_name = "N")]
    units: Option<usize>,
    /// The same seed gives the same reports
    #[arg(long, value_name = "S", default_value_t = 1)]
    seed: u64,
    /// Leave out what comes later than this moment
    #[arg(long, value_name = "MOMENT")]
    until: Option<String>,
    /// How many arrivals: unit by unit, and when all have sent all, amendments of them again and again.
    /// Without it all units send all once, in the order of arrival
    #[arg(long, value_name = "N")]
    reports: Option<usize>,
    /// Where to write the plan with its changed units
    #[arg(long, value_name = "FILE")]
    plan_out: Option<String>,
    /// The language of the sentences
    #[arg(long, value_enum, default_value_t)]
    pub(super) lang: Tongue,
}

/// Writes sample reports, one arrival a line.
///
/// # Errors
/// The plan cannot be read; the moment is none; units are to be made and there is nowhere to write them; a
/// file cannot be written.
pub fn run(arguments: &SampleArgs) -> Result<Verdict, Failure> {
    let own = input::plan(&arguments.plan)?;
    let until = arguments
        .until
        .as_deref()
        .map(|until| input::moment(until, &own))
        .transpose()?;
    let plan = match arguments.units {
        None => own,
        Some(units) => {
            let changed = with_units(&own, units);
            if changed.units.len() > own.units.len() && arguments.plan_out.is_none() {
                return Err(Failure::new(
                    format!(
                        "Kế hoạch có ít hơn {units} đơn vị phải gửi báo cáo. Hãy ghi sau --plan-out tên tệp để lưu kế hoạch có thêm đơn vị."
                    ),
                    format!(
                        "The plan has fewer than {units} units that report. Name with --plan-out the file for the one that has them."
                    ),
                ));
            }
            changed
        }
    };
    if let Some(path) = &arguments.plan_out {
        write_plan(&plan, path)?;
    }
    let sample = Sample::new(&plan, arguments.seed);
    let in_time =
        |arrival: &Arrival| until.is_none_or(|until: Instant| arrival.received_at <= until);
    if let Some(reports) = arguments.reports {
        return write(sample.endless(until).take(reports));
    }
    let mut arrivals: Vec<Arrival> = sample.arrivals().filter(in_time).collect();
    arrivals.sort_by(|a, b| {
        let key = |one: &Arrival| (one.received_at, one.revision);
        key(a)
            .cmp(&key(b))
            .then_with(|| a.submission.id.cmp(&b.submission.id))
    });
    write(arrivals.into_iter())
}

fn write(arrivals: impl Iterator<Item = Arrival>) -> Result<Verdict, Failure> {
    let mut out = BufWriter::with_capacity(1 << 16, std::io::stdout().lock());
    for arrival in arrivals {
        let line = serde_json::to_string(&arrival).map_err(|_| output::no_json())?;
        match writeln!(out, "{}", printable_json(&line)) {
            Ok(()) => {}
            // A reader that has seen enough (`| head`) is no failure.
            Err(error) if error.kind() == ErrorKind::BrokenPipe => return Ok(Verdict::Right),
            Err(error) => return Err(Failure::unwritten("-", &error)),
        }
    }
    match out.flush() {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Failure::unwritten("-", &error)),
        _ => Ok(Verdict::Right),
    }
}

fn write_plan(plan: &Plan, path: &str) -> Result<(), Failure> {
    let json = serde_json::to_string(plan).map_err(|_| output::no_json())?;
    std::fs::write(path, json).map_err(|error| Failure::unwritten(path, &error))
}
