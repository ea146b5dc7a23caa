//! The portal's own files.

use super::language::Language;
use super::problem::Problem;
use super::trouble::Trouble;
use crate::text::Lang;
use axum::Router;
use axum::extract::Request;
use axum::http::HeaderValue;
use axum::http::header::CACHE_CONTROL;
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use std::path::Path;
use tower_http::services::ServeDir;

/// Serves a folder: index files, ranges, tags, `.wasm` as `application/wasm`, and a compressed file
/// that lies beside its original (`phieu.js.br`) in its place.
pub fn serve(folder: &Path) -> Router {
    let files = ServeDir::new(folder)
        .precompressed_br()
        .precompressed_gzip();
    Router::new()
        .fallback_service(files)
        .layer(middleware::from_fn(guard))
}

/// Refuses what is no page: hidden files and the tools' packages. What is served may be kept by the
/// browser as long as it asks whether it has changed, because file names carry no version.
async fn guard(request: Request, next: Next) -> Response {
    let private = |segment: &str| {
        segment.starts_with('.') || segment == "node_modules" || segment.starts_with("%2")
    };
    if request.uri().path().split('/').any(private) {
        return missing();
    }
    let mut response = next.run(request).await;
    if response.status().is_client_error() {
        return missing();
    }
    response
        .headers_mut()
        .insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    response
}

fn missing() -> Response {
    Problem::new(Trouble::NoSuchPlace, Language(Lang::Vi)).into_response()
}
