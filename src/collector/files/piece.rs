//! The body of a request that brings a piece of a file.

use super::super::access::Address;
use super::super::room::Held;
use super::super::state::Collector;
use super::super::trouble::Trouble;
use super::FileTrouble;
use super::pieces::PIECE;
use axum::body::HttpBody;
use axum::extract::{FromRequest, Request};
use axum::http::header::{CONTENT_ENCODING, CONTENT_TYPE};
use std::future::poll_fn;
use std::pin::Pin;

/// The bytes of a piece, read to their end; counted until it is dropped.
pub struct Piece {
    pub(super) bytes: Vec<u8>,
    _held: Held,
}

/// Reads the body to its end.
///
/// # Errors
/// It is not announced as bytes, larger than a piece, or broken off; or there is no room for more at the moment.
impl FromRequest<Collector> for Piece {
    type Rejection = Trouble;

    async fn from_request(request: Request, collector: &Collector) -> Result<Self, Trouble> {
        let headers = request.headers();
        let kind = headers.get(CONTENT_TYPE);
        if kind.is_none_or(|kind| kind != "application/octet-stream")
            || headers.contains_key(CONTENT_ENCODING)
        {
            return Err(FileTrouble::PieceWrong.into());
        }
        let from = request.extensions().get::<Address>();
        let mut held = collector.bodies().held(from.map(|from| from.0));
        let mut body = request.into_body();
        let mut bytes = Vec::new();
        while let Some(frame) = poll_fn(|cx| Pin::new(&mut body).poll_frame(cx)).await {
            let frame = frame.map_err(|_| Trouble::BrokenOff)?;
            let Ok(data) = frame.into_data() else {
                continue;
            };
            if bytes.len() + data.len() > PIECE as usize {
                return Err(Trouble::TooLarge(PIECE as usize));
            }
            if !held.grows(data.len()) {
                return Err(Trouble::Busy);
            }
            bytes.extend_from_slice(&data);
        }
        Ok(Self { bytes, _held: held })
    }
}
