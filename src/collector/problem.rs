//! What the collector says when it cannot do what was asked: problem details (RFC 9457).

use super::language::Language;
use super::store::Failing;
use super::trouble::Trouble;
use crate::finding::Finding;
use crate::office::in_words;
use crate::plan::Plan;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde_json::{Map, Value};

/// A trouble in one language, ready to be answered.
#[derive(Debug)]
pub struct Problem {
    trouble: Trouble,
    language: Language,
}

#[derive(Serialize)]
struct Details<'a> {
    r#type: String,
    title: &'a str,
    status: u16,
    code: &'a str,
    detail: String,
    #[serde(flatten)]
    more: Map<String, Value>,
}

impl Problem {
    /// The problem that tells of `trouble` in `language`.
    #[must_use]
    pub fn new(trouble: Trouble, language: Language) -> Self {
        Self { trouble, language }
    }

    /// That a report or what was claimed of one is refused for `findings`, in words.
    #[must_use]
    pub fn refused(findings: &[Finding], plan: &Plan, language: Language) -> Self {
        match serde_json::to_value(in_words(findings, plan, language.0)) {
            Ok(findings) => language.problem(Trouble::Findings(findings)),
            Err(error) => Self::internal(&error, language),
        }
    }

    /// A failure of the collector itself: logged in full, answered without particulars.
    #[must_use]
    pub fn internal(error: &dyn std::error::Error, language: Language) -> Self {
        tracing::error!(error = %error, "the collector failed");
        Self::new(Trouble::Internal, language)
    }

    /// A failure of the database. One that is only busy is no failure, and one that has no room is not the sender's:
    /// who comes again is served.
    #[must_use]
    pub fn database(error: &sqlx::Error, language: Language) -> Self {
        match Failing::of(error) {
            Failing::Busy => {
                tracing::warn!(%error, "the database is busy or not there");
                Self::new(Trouble::Busy, language)
            }
            Failing::NoRoom => {
                tracing::error!(%error, "the database takes nothing: its disk is full or fails");
                Self::new(Trouble::NoRoom, language)
            }
            Failing::Otherwise => Self::internal(error, language),
        }
    }
}

impl Language {
    /// A problem in this language.
    #[must_use]
    pub fn problem(self, trouble: Trouble) -> Problem {
        Problem::new(trouble, self)
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let Self { trouble, language } = self;
        let (title, detail) = trouble.words(language.0);
        let (status, code) = (trouble.status(), trouble.code());
        let challenge = match trouble {
            Trouble::TokenMissing => Some("Bearer realm=\"phieu\""),
            Trouble::TokenWrong | Trouble::TokenExpired => {
                Some("Bearer realm=\"phieu\", error=\"invalid_token\"")
            }
            _ => None,
        };
        let pause = trouble.pause();
        let details = Details {
            r#type: format!("urn:phieu:problem:{code}"),
            title,
            status: status.as_u16(),
            code,
            detail,
            more: trouble.more(),
        };
        // Serialising strings and numbers into memory has nothing that could fail.
        let body = serde_json::to_vec(&details).unwrap_or_default();
        let mut response = (status, body).into_response();
        let headers = response.headers_mut();
        headers.insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/problem+json"),
        );
        headers.insert(
            header::CONTENT_LANGUAGE,
            HeaderValue::from_static(language.code()),
        );
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if let Some(seconds) = pause {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        if let Some(challenge) = challenge {
            headers.insert(
                header::WWW_AUTHENTICATE,
                HeaderValue::from_static(challenge),
            );
        }
        response
    }
}
