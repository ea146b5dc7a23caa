//! Which files a report names, and which of them are here.

use super::super::store::{KeptFile, Store};
use crate::plan::Plan;
use crate::report::{Report, Value};
use crate::value::{File, FileKind};

/// The files that a report names.
fn named(report: &Report) -> impl Iterator<Item = &File> {
    let figures = report.figures.iter();
    figures.flat_map(|(_, value)| match value {
        Value::Files(files) => files.as_slice(),
        _ => &[],
    })
}

/// Notes which files a report names; the hashes of those that have not come whole. One that was taken away since has come.
///
/// # Errors
/// The database fails.
pub async fn missing(store: &Store, report: &Report, now: i64) -> Result<Vec<String>, sqlx::Error> {
    let mut missing = Vec::new();
    if named(report).next().is_none() {
        return Ok(missing);
    }
    let here = store.files_of(&report.plan, &report.unit).await?;
    for file in named(report) {
        let is_it = |one: &&KeptFile| {
            one.hash == file.hash && one.bytes == file.bytes && one.kind == file.kind.name()
        };
        let is_here = match here.iter().find(is_it) {
            Some(one) => one.named_at.is_some() || store.name_file(one, now).await?,
            None => false,
        };
        if !is_here {
            missing.push(file.hash.clone());
        }
    }
    Ok(missing)
}

/// Whether a plan asks for a file of that kind and so many bytes somewhere.
pub fn is_asked(plan: &Plan, kind: FileKind, bytes: i64) -> bool {
    let mut asked = plan.indicators.iter().filter_map(|one| one.measure.files());
    asked.any(|files| files.refuses(Some(kind), bytes).is_none())
}
