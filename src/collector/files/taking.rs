//! Taking a file in, piece by piece: a piece that comes again changes nothing, one that did not come is asked for, and the
//! last one has the whole looked at before anybody is told that it is here.

use super::super::access::Identity;
use super::super::catalogue::Edition;
use super::super::reply::fresh;
use super::super::state::Collector;
use super::super::store::{KeptFile, Share};
use super::super::trouble::Trouble;
use super::FileTrouble;
use super::ahead::Ahead;
use super::depot::{Depot, unheard_of};
use super::inspect::{Inspector, Unfit};
use super::known::is_asked;
use super::piece::Piece;
use super::pieces::{PIECE, length_of, pieces_of};
use crate::encoding::{digest, is_digest};
use crate::office::PlanState;
use crate::read::from_object;
use crate::value::FileKind;
use axum::extract::rejection::{PathRejection, QueryRejection};
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The most files of one unit in one plan: every report of five years with some.
const MOST_FILES: i64 = 1_000;

/// Bytes of a megabyte, as people count them.
const MEGABYTE: i64 = 1_000_000;

/// What is said of a file as it comes.
#[derive(Deserialize)]
#[serde(remote = "Self")]
pub struct Announced {
    unit: String,
    kind: FileKind,
    bytes: i64,
    /// The version of the plan that asks for it; the current one where it is left out.
    version: Option<u32>,
    /// Where the piece stands in it, in bytes.
    #[serde(default)]
    offset: i64,
    /// The SHA-256 of the piece.
    #[serde(default)]
    piece: String,
}

from_object!(Announced);

/// How a file stands.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Coming<'a> {
    hash: &'a str,
    bytes: i64,
    /// How many bytes a piece has, all but the last.
    piece: u32,
    /// Where the pieces stand that have not come.
    missing: Vec<i64>,
    /// Whether all of it is here and was looked at.
    whole: bool,
}

/// Who sends a file, of which plan and unit, and what it is.
struct One<'a> {
    collector: &'a Collector,
    depot: &'a Depot,
    edition: Arc<Edition>,
    hash: String,
    said: Announced,
}

/// `PUT /api/plans/{plan}/files/{hash}?unit=…&kind=…&bytes=…&offset=…&piece=…`: a piece of a file. The answer says what is
/// still missing, and whether it is whole.
pub async fn put(
    identity: Identity,
    State(collector): State<Collector>,
    path: Result<Path<(String, String)>, PathRejection>,
    said: Result<Query<Announced>, QueryRejection>,
    piece: Result<Piece, Trouble>,
) -> Result<Response, Trouble> {
    let one = One::of(&identity, &collector, path, said).await?;
    let piece = piece?;
    one.take(&identity, piece).await
}

/// `GET /api/plans/{plan}/files/{hash}/state?unit=…&kind=…&bytes=…`: what has come of a file, so that the rest can be sent.
pub async fn state(
    identity: Identity,
    State(collector): State<Collector>,
    path: Result<Path<(String, String)>, PathRejection>,
    said: Result<Query<Announced>, QueryRejection>,
) -> Result<Response, Trouble> {
    let one = One::of(&identity, &collector, path, said).await?;
    let store = collector.store();
    let kept = store.file(one.plan(), &one.said.unit, &one.hash).await?;
    match kept {
        Some(kept) => one.standing(&kept).await,
        None => one.answer((0..pieces_of(one.said.bytes)).collect(), false),
    }
}

impl<'a> One<'a> {
    async fn of(
        identity: &Identity,
        collector: &'a Collector,
        path: Result<Path<(String, String)>, PathRejection>,
        said: Result<Query<Announced>, QueryRejection>,
    ) -> Result<Self, Trouble> {
        let Path((plan, hash)) = path.map_err(|_| Trouble::UnknownPlan)?;
        let Query(said) = said.map_err(|_| Trouble::Parameter("unit"))?;
        if !is_digest(&hash) {
            return Err(Trouble::Parameter("hash"));
        }
        if !identity.sends_for(&plan, &said.unit) {
            return Err(Trouble::NotYours);
        }
        let current = collector.edition(&plan).ok_or(Trouble::NotCollected)?;
        let edition = match said.version {
            Some(version) => collector
                .version(&plan, version)
                .await?
                .ok_or(Trouble::UnknownVersion)?,
            None => current,
        };
        if edition.plan.unit(&said.unit).is_none() {
            return Err(Trouble::UnknownUnit);
        }
        if !is_asked(&edition.plan, said.kind, said.bytes) || said.bytes < 1 {
            return Err(FileTrouble::NotAsked.into());
        }
        Ok(Self {
            collector,
            depot: collector.depot().ok_or(Trouble::NoSuchPlace)?,
            edition,
            hash: hash.to_ascii_lowercase(),
            said,
        })
    }

    fn plan(&self) -> &str {
        self.edition.plan.id.as_str()
    }

    async fn take(&self, identity: &Identity, piece: Piece) -> Result<Response, Trouble> {
        let (store, said) = (self.collector.store(), &self.said);
        let number = said.offset.div_euclid(PIECE.into());
        let number = u32::try_from(number).map_err(|_| FileTrouble::PieceWrong)?;
        let fits = said.offset % i64::from(PIECE) == 0
            && !piece.bytes.is_empty()
            && piece.bytes.len() == length_of(number, said.bytes)
            && said.piece.eq_ignore_ascii_case(&digest(&piece.bytes));
        if !fits {
            return Err(FileTrouble::PieceWrong.into());
        }
        if self.collector.catalogue().state(self.plan()) == PlanState::Archived {
            return Err(Trouble::Archived);
        }
        let new = KeptFile {
            plan: self.plan().to_owned(),
            unit: said.unit.clone(),
            hash: self.hash.clone(),
            place: unheard_of()?,
            kind: said.kind.name().to_owned(),
            bytes: said.bytes,
            begun_at: self.collector.now().unix_seconds(),
            sent_by: identity.name().to_owned(),
            whole_at: None,
            named_at: None,
            deleted_at: None,
            deleted_by: None,
            going_at: None,
        };
        let megabytes = self.collector.megabytes_of_one();
        let share = Share {
            bytes: megabytes.saturating_mul(MEGABYTE),
            files: MOST_FILES,
        };
        let kept = store.begin_file(&new, share).await?;
        let kept = kept.ok_or(FileTrouble::Full(megabytes))?;
        self.may_come(&kept)?;
        if kept.whole_at.is_none() {
            self.depot.put(store, &kept, number, piece.bytes).await?;
        }
        self.standing(&kept).await
    }

    /// Refuses what was announced otherwise, was taken away, or is being forgotten and can come once it is.
    fn may_come(&self, kept: &KeptFile) -> Result<(), Trouble> {
        if kept.deleted_at.is_some() {
            return Err(FileTrouble::Deleted.into());
        }
        if kept.is_forgotten() {
            return Err(Trouble::Busy);
        }
        if kept.bytes != self.said.bytes || kept.kind != self.said.kind.name() {
            return Err(FileTrouble::Other.into());
        }
        Ok(())
    }

    /// How a file stands that is known; one of which all pieces are here is looked at.
    async fn standing(&self, kept: &KeptFile) -> Result<Response, Trouble> {
        self.may_come(kept)?;
        if kept.whole_at.is_some() {
            return self.answer(Vec::new(), true);
        }
        let store = self.collector.store();
        let missing = self.depot.missing(store, kept).await?;
        if !missing.is_empty() {
            return self.answer(missing, false);
        }
        self.look(kept).await?;
        let now = self.collector.now().unix_seconds();
        if !store.file_is_whole(kept, now).await? {
            return Err(Trouble::Busy);
        }
        tracing::info!(
            plan = self.plan(),
            unit = self.said.unit,
            bytes = self.said.bytes,
            "received a file"
        );
        self.answer(Vec::new(), true)
    }

    /// Looks at the whole, a piece at a time; what is not as it says is not kept.
    async fn look(&self, kept: &KeptFile) -> Result<(), Trouble> {
        let (store, said) = (self.collector.store(), &self.said);
        let bytes = u64::try_from(said.bytes).unwrap_or_default();
        let mut inspector = Inspector::new(said.kind, bytes);
        let mut pieces = Ahead::of(store, self.depot, kept);
        while let Some(piece) = pieces.next().await {
            let piece = piece?;
            let looked = move || {
                inspector.take(&piece);
                inspector
            };
            let done = tokio::task::spawn_blocking(looked).await;
            inspector = done.map_err(|error| Trouble::internal(&error))?;
        }
        let Err(unfit) = inspector.end(&self.hash) else {
            return Ok(());
        };
        let now = self.collector.now().unix_seconds();
        store.forget_file(kept, now).await?;
        self.depot.remove(store, kept).await?;
        Err(match unfit {
            Unfit::OtherHash => FileTrouble::Broken,
            Unfit::NotOfItsKind => FileTrouble::Refused,
        }
        .into())
    }

    fn answer(&self, missing: Vec<u32>, whole: bool) -> Result<Response, Trouble> {
        let at = |number| i64::from(number) * i64::from(PIECE);
        let coming = Coming {
            hash: &self.hash,
            bytes: self.said.bytes,
            piece: PIECE,
            missing: missing.into_iter().map(at).collect(),
            whole,
        };
        fresh(StatusCode::OK, &coming)
    }
}
