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

/// The hashes of files that a report names and that have not come whole. One that was taken away since has come.
///
/// # Errors
/// The database fails.
pub async fn missing(store: &Store, report: &Report) -> Result<Vec<String>, sqlx::Error> {
    if named(report).next().is_none() {
        return Ok(Vec::new());
    }
    let here = store.files_of(&report.plan, &report.unit).await?;
    let is_here = |file: &File| {
        let same = |one: &KeptFile| {
            one.hash == file.hash && one.bytes == file.bytes && one.kind == file.kind.name()
        };
        here.iter().any(same)
    };
    let missing = named(report).filter(|file| !is_here(file));
    Ok(missing.map(|file| file.hash.clone()).collect())
}

/// Whether a plan asks for a file of that kind and so many bytes somewhere.
pub fn is_asked(plan: &Plan, kind: FileKind, bytes: i64) -> bool {
    let mut asked = plan.indicators.iter().filter_map(|one| one.measure.files());
    asked.any(|files| files.refuses(Some(kind), bytes).is_none())
}
