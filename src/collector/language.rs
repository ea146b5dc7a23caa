//! In which language an answer's sentences are.

use crate::read::from_object;
use crate::text::Lang;
use axum::extract::{FromRequestParts, Query};
use axum::http::header::ACCEPT_LANGUAGE;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Uri};
use serde::Deserialize;
use std::convert::Infallible;

/// The language asked for: `?lang=vi` or `?lang=en` before the header `Accept-Language`, and
/// Vietnamese where neither names one that is spoken here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Language(pub Lang);

#[derive(Deserialize)]
#[serde(remote = "Self")]
struct Asked {
    lang: Option<String>,
}

from_object!(Asked);

impl<S: Sync> FromRequestParts<S> for Language {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self::of(&parts.uri, &parts.headers))
    }
}

impl Language {
    /// The language asked for by a request of this address and head.
    #[must_use]
    pub fn of(address: &Uri, headers: &HeaderMap) -> Self {
        let asked = Query::<Asked>::try_from_uri(address)
            .ok()
            .and_then(|Query(asked)| asked.lang);
        let named = asked.as_deref().and_then(spoken);
        Self(named.or_else(|| accepted(headers)).unwrap_or(Lang::Vi))
    }

    /// The code of the language, for the header `Content-Language`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self.0 {
            Lang::Vi => "vi",
            Lang::En => "en",
        }
    }
}

/// The language that a tag such as `en-GB` names, if it is spoken here.
fn spoken(tag: &str) -> Option<Lang> {
    match tag
        .split('-')
        .next()
        .unwrap_or(tag)
        .trim()
        .to_ascii_lowercase()
        .as_str()
    {
        "vi" => Some(Lang::Vi),
        "en" => Some(Lang::En),
        _ => None,
    }
}

/// The spoken language with the highest weight in `Accept-Language`; of equal weights the first.
fn accepted(headers: &HeaderMap) -> Option<Lang> {
    let header = headers.get(ACCEPT_LANGUAGE)?.to_str().ok()?;
    let weighed = header.split(',').filter_map(|range| {
        let (tag, weight) = match range.split_once(';') {
            None => (range, 1.0),
            Some((tag, parameters)) => (
                tag,
                parameters.trim().strip_prefix("q=")?.parse::<f32>().ok()?,
            ),
        };
        Some((spoken(tag)?, weight)).filter(|_| weight > 0.0)
    });
    weighed
        .reduce(|best, next| if next.1 > best.1 { next } else { best })
        .map(|(lang, _)| lang)
}

#[cfg(test)]
mod tests {
    use super::Language;
    use crate::text::Lang;
    use axum::extract::FromRequestParts;
    use axum::http::Request;

    #[tokio::test]
    async fn the_query_stands_before_the_header_and_vietnamese_before_nothing() {
        for (query, header, expected) in [
            ("", None, Lang::Vi),
            ("", Some("en-GB,en;q=0.9"), Lang::En),
            ("", Some("fr, en;q=0.3, vi;q=0.8"), Lang::Vi),
            ("", Some("vi;q=0, en;q=0.1"), Lang::En),
            ("", Some("fr"), Lang::Vi),
            ("", Some(";;;q=x,"), Lang::Vi),
            ("?lang=en", Some("vi"), Lang::En),
            ("?unit=a&lang=vi", Some("en"), Lang::Vi),
            ("?lang=fr", Some("en"), Lang::En),
        ] {
            let mut request = Request::get(format!("/api/x{query}"));
            if let Some(header) = header {
                request = request.header("accept-language", header);
            }
            let (mut parts, ()) = request.body(()).unwrap().into_parts();
            let Ok(Language(lang)) = Language::from_request_parts(&mut parts, &()).await;
            assert_eq!(lang, expected, "{query} {header:?}");
        }
    }
}
