//! Handing a file out: to the unit and its offices, to be kept and never shown by the browser that asks.

use super::super::access::Identity;
use super::super::plans::{Of as Unit, edition};
use super::super::state::Collector;
use super::super::store::KeptFile;
use super::super::trouble::Trouble;
use super::FileTrouble;
use super::depot::Depot;
use super::pieces::pieces_of;
use crate::read::from_object;
use crate::value::{FileKind, file_name};
use axum::Extension;
use axum::body::Body;
use axum::extract::rejection::{PathRejection, QueryRejection};
use axum::extract::{Path, Query, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use http_body::{Frame, SizeHint};
use serde::Deserialize;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

/// The mark of an answer in which nothing may run, whoever shows it.
#[derive(Clone, Copy, Debug)]
pub struct Sandboxed;

/// The query of [`download`].
#[derive(Deserialize)]
#[serde(remote = "Self")]
pub struct Named {
    /// The name under which it is to be kept; made harmless.
    #[serde(default)]
    name: String,
}

from_object!(Named);

/// `GET /api/plans/{plan}/files/{hash}?unit=…&name=…`: a file, for the unit and its offices. Where anyone may report, it is
/// for nobody without a code, as reports are.
pub async fn download(
    identity: Identity,
    State(collector): State<Collector>,
    path: Result<Path<(String, String)>, PathRejection>,
    of: Result<Query<Unit>, QueryRejection>,
    Query(named): Query<Named>,
) -> Result<Response, Trouble> {
    if identity == Identity::Anyone {
        return Err(Trouble::TokenMissing);
    }
    let Path((plan, hash)) = path.map_err(|_| Trouble::UnknownPlan)?;
    let Query(of) = of.map_err(|_| Trouble::Parameter("unit"))?;
    let edition = edition(&collector, Ok(Path(plan)), |id| identity.sees_plan(id))?;
    if !identity.reads(&edition.plan, &of.unit) {
        return Err(Trouble::NotYours);
    }
    let depot = collector.depot().ok_or(Trouble::NoSuchPlace)?;
    let store = collector.store();
    let plan = edition.plan.id.as_str();
    let kept = store
        .file(plan, &of.unit, &hash.to_ascii_lowercase())
        .await?;
    let kept = kept.filter(|kept| kept.whole_at.is_some() && !kept.is_forgotten());
    let kept = kept.ok_or(FileTrouble::Unknown)?;
    if kept.deleted_at.is_some() {
        return Err(FileTrouble::Deleted.into());
    }
    let kind = FileKind::named(&kept.kind).unwrap_or(FileKind::Pdf);
    let length = u64::try_from(kept.bytes).unwrap_or_default();
    let pieces = Pieces {
        collector: collector.clone(),
        depot: depot.clone(),
        next: 0,
        count: pieces_of(kept.bytes),
        file: Arc::new(kept),
        left: length,
        reading: None,
    };
    let headers = [
        (
            CONTENT_TYPE,
            HeaderValue::from_static("application/octet-stream"),
        ),
        (CACHE_CONTROL, HeaderValue::from_static("private, no-store")),
        (CONTENT_LENGTH, HeaderValue::from(length)),
        (CONTENT_DISPOSITION, to_be_kept(&named.name, kind)),
    ];
    let body = Body::new(pieces);
    Ok((StatusCode::OK, Extension(Sandboxed), headers, body).into_response())
}

/// Under which name a browser is to keep it: letters of ASCII for all, and the name itself for those who read it.
fn to_be_kept(name: &str, kind: FileKind) -> HeaderValue {
    let name = file_name(name, kind);
    let mut encoded = String::new();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_') {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    let ending = kind.ending();
    let text = format!("attachment; filename=\"tep{ending}\"; filename*=UTF-8''{encoded}");
    HeaderValue::from_str(&text).unwrap_or(HeaderValue::from_static("attachment"))
}

type Reading = Pin<Box<dyn Future<Output = Result<Vec<u8>, super::DepotError>> + Send>>;

/// The pieces of a file, one after the other, each read once the one before has gone out.
struct Pieces {
    collector: Collector,
    depot: Depot,
    file: Arc<KeptFile>,
    next: u32,
    count: u32,
    left: u64,
    reading: Option<Reading>,
}

impl http_body::Body for Pieces {
    type Data = Bytes;
    type Error = std::io::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, std::io::Error>>> {
        let this = self.get_mut();
        if this.next == this.count {
            return Poll::Ready(None);
        }
        let number = this.next;
        let reading = this.reading.get_or_insert_with(|| {
            let (collector, depot) = (this.collector.clone(), this.depot.clone());
            let file = Arc::clone(&this.file);
            Box::pin(async move { depot.piece(collector.store(), &file, number).await })
        });
        match reading.as_mut().poll(context) {
            Poll::Pending => Poll::Pending,
            Poll::Ready(read) => {
                this.reading = None;
                this.next += 1;
                let piece = read.map_err(|error| {
                    tracing::error!(%error, "a file that is kept cannot be read");
                    std::io::Error::other("a piece cannot be read")
                })?;
                this.left = this.left.saturating_sub(piece.len() as u64);
                Poll::Ready(Some(Ok(Frame::data(piece.into()))))
            }
        }
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.left)
    }
}

#[cfg(test)]
mod tests {
    use super::to_be_kept;
    use crate::value::FileKind;

    #[test]
    fn a_name_that_is_asked_for_steers_nothing() {
        for (name, header) in [
            (
                "Báo cáo.pdf",
                "attachment; filename=\"tep.pdf\"; filename*=UTF-8''B%C3%A1o%20c%C3%A1o.pdf",
            ),
            (
                "a\"; filename=evil.html\r\nSet-Cookie: a",
                "attachment; filename=\"tep.pdf\"; filename*=UTF-8''a-%3B%20filename%3Devil.html%20Set-Cookie-%20a.pdf",
            ),
            (
                "../../x",
                "attachment; filename=\"tep.pdf\"; filename*=UTF-8''x.pdf",
            ),
        ] {
            assert_eq!(to_be_kept(name, FileKind::Pdf).to_str().unwrap(), header);
        }
    }
}
