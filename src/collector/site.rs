//! The portal's own files.

use super::trouble::Trouble;
use axum::Router;
use axum::extract::{Request, State};
use axum::http::HeaderValue;
use axum::http::header::CACHE_CONTROL;
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use std::path::{Path, PathBuf};
use tower_http::services::ServeDir;

/// Serves a folder: index files, ranges, tags, `.wasm` as `application/wasm`, and a compressed file
/// that lies beside its original (`phieu.js.br`) in its place.
pub fn serve(folder: &Path) -> Router {
    let files = ServeDir::new(folder)
        .precompressed_br()
        .precompressed_gzip();
    Router::new()
        .fallback_service(files)
        .layer(middleware::from_fn_with_state(folder.to_owned(), guard))
}

/// Refuses what is no page: hidden files, the tools' packages, and what a link leads to outside the folder, which
/// may be the database. What is served may be kept by the browser as long as it asks whether it has changed,
/// because file names carry no version.
async fn guard(State(folder): State<PathBuf>, request: Request, next: Next) -> Response {
    match public(request.uri().path()) {
        Some(file) if lies_inside(&folder, &file).await => {}
        _ => return missing(),
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

/// The file that an address names, below the folder; none where it names what is no page. What is judged is what
/// the address means, not how it is written: `%6e` is an n.
fn public(path: &str) -> Option<PathBuf> {
    let mut file = PathBuf::new();
    for segment in path.split('/').filter(|segment| !segment.is_empty()) {
        let name = decoded(segment)?;
        if is_private(&name) || name.contains(['/', '\\', '\0', ':']) {
            return None;
        }
        file.push(name);
    }
    Some(file)
}

/// A part of an address without its percent signs; none where they are no UTF-8 or no two digits follow.
fn decoded(segment: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(segment.len());
    let mut rest = segment.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                let mut digit = || char::from(rest.next()?).to_digit(16);
                u8::try_from(digit()? * 16 + digit()?).ok()?
            }
            byte => byte,
        });
    }
    String::from_utf8(bytes).ok()
}

/// The page of a folder, as the files are served.
const INDEX: &str = "index.html";

/// What is served in a file's place: itself, or its compressed neighbours.
const ENDINGS: [&str; 3] = ["", ".br", ".gz"];

/// Whether all that may be served for a file, as far as it is there, lies in the folder with all links followed, under no
/// name that is kept back.
async fn lies_inside(folder: &Path, file: &Path) -> bool {
    let (folder, file) = (folder.to_owned(), file.to_owned());
    let found = tokio::task::spawn_blocking(move || {
        let Ok(folder) = folder.canonicalize() else {
            return false;
        };
        let asked = folder.join(file);
        [asked.join(INDEX), asked].iter().all(|place| {
            ENDINGS.iter().all(|ending| {
                let mut place = place.as_os_str().to_owned();
                place.push(ending);
                Path::new(&place)
                    .canonicalize()
                    .map_or(true, |real| is_of(&folder, &real))
            })
        })
    });
    found.await.unwrap_or(false)
}

/// Whether a place lies in a folder, under names that may be asked for.
fn is_of(folder: &Path, place: &Path) -> bool {
    let names = place.strip_prefix(folder);
    names.is_ok_and(|names| {
        names.components().all(|name| {
            let name = name.as_os_str().to_string_lossy();
            !is_private(&name)
        })
    })
}

/// Whether a file or folder of that name is no page.
fn is_private(name: &str) -> bool {
    name.starts_with('.') || name.eq_ignore_ascii_case("node_modules")
}

fn missing() -> Response {
    Trouble::NoSuchPlace.into_response()
}

#[cfg(test)]
mod tests {
    use super::public;

    #[test]
    fn an_address_names_what_it_means_however_it_is_written() {
        for (path, file) in [
            ("/", Some("")),
            ("/dist/phieu.js", Some("dist/phieu.js")),
            ("/t%E1%BB%87p%20m%E1%BB%9Bi.html", Some("tệp mới.html")),
            ("/node_modules/x", None),
            ("/n%6fde_modules/x", None),
            ("/%6E%6F%64%65_modules", None),
            ("/Node_Modules/x", None),
            ("/.git/config", None),
            ("/%2egit/config", None),
            ("/a/%2e%2e/b", None),
            ("/a/..%2fb", None),
            ("/a%5cb", None),
            ("/a%00b", None),
            ("/a%", None),
            ("/a%zz", None),
            ("/%ff", None),
            ("/%252e%252e/b", Some("%2e%2e/b")),
        ] {
            let found = public(path);
            assert_eq!(
                found.as_deref().and_then(|file| file.to_str()),
                file,
                "{path}"
            );
        }
    }
}
