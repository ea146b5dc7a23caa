//! What an export tells of files, and an import takes back. Their bytes move with their folder, which bears the mark that
//! the lines name.

use super::super::books::{Books, CLOCK, failed, is_name, require};
use super::super::store::KeptFile;
use crate::encoding::is_digest;
use crate::read::object;
use crate::value::FileKind;
use serde::{Deserialize, Serialize};

/// A file that had come whole.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, remote = "Self")]
pub struct FileLine {
    plan: String,
    unit: String,
    hash: String,
    place: String,
    kind: String,
    bytes: i64,
    begun_at: i64,
    sent_by: String,
    whole_at: i64,
    named_at: Option<i64>,
    deleted_at: Option<i64>,
    deleted_by: Option<String>,
}

object!(FileLine);

/// By which mark the folder is known.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct DepotLine {
    /// The mark.
    pub mark: String,
}

object!(DepotLine);

impl FileLine {
    /// What is told of a file; none of one that is still coming, or is being forgotten.
    pub fn of(kept: KeptFile) -> Option<Self> {
        if kept.is_forgotten() {
            return None;
        }
        Some(Self {
            plan: kept.plan,
            unit: kept.unit,
            hash: kept.hash,
            place: kept.place,
            kind: kept.kind,
            bytes: kept.bytes,
            begun_at: kept.begun_at,
            sent_by: kept.sent_by,
            whole_at: kept.whole_at?,
            named_at: kept.named_at,
            deleted_at: kept.deleted_at,
            deleted_by: kept.deleted_by,
        })
    }
}

/// Takes back what is told of a file, where it is not known here.
pub async fn put_file(books: &mut Books, line: FileLine) -> Result<(), String> {
    let by = line.deleted_by.as_deref().unwrap_or_default();
    let is_one = is_digest(&line.hash)
        && !line.hash.bytes().any(|digit| digit.is_ascii_uppercase())
        && is_digest(&line.place)
        && FileKind::named(&line.kind).is_some()
        && line.bytes > 0
        && is_name(&line.sent_by)
        && is_name(by)
        && line.deleted_at.is_some() == line.deleted_by.is_some();
    require(is_one, "this is no file that a report can name")?;
    let newest = line.whole_at.max(line.begun_at);
    let newest = newest.max(line.named_at.unwrap_or(newest));
    let newest = newest.max(line.deleted_at.unwrap_or(newest));
    require(
        books.is_past(newest),
        &format!("the file is of later than the clock here shows{CLOCK}"),
    )?;
    let file = KeptFile {
        plan: line.plan,
        unit: line.unit,
        hash: line.hash,
        place: line.place,
        kind: line.kind,
        bytes: line.bytes,
        begun_at: line.begun_at,
        sent_by: line.sent_by,
        whole_at: Some(line.whole_at),
        named_at: line.named_at,
        deleted_at: line.deleted_at,
        deleted_by: line.deleted_by,
        going_at: None,
    };
    let here = books.restoring.file(&file).await.map_err(failed)?;
    require(
        here.bytes == file.bytes && here.kind == file.kind,
        "the same file is known here with another kind or size",
    )
}

/// Takes back by which mark the folder is known, where none is known here.
pub async fn put_depot(books: &mut Books, line: DepotLine) -> Result<(), String> {
    let is_mark = is_digest(&line.mark);
    require(is_mark, "this is no mark of a folder of files")?;
    let here = books.restoring.depot(&line.mark).await.map_err(failed)?;
    require(
        here == line.mark,
        "the files here are in another folder; copy them into that of this database, and leave this line out",
    )
}
