//! How the collector says that it cannot do what was asked: problem details (RFC 9457), in the language asked for.

use super::access::Address;
use super::answers::{Answers, accepts_gzip};
use super::language::Language;
use super::reply::Spoken;
use super::trouble::Trouble;
use crate::office;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde_json::{Map, Value, json};
use std::sync::Arc;

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

/// The trouble of an answer that has no words yet.
#[derive(Clone, Debug)]
struct Told(Arc<Trouble>);

impl IntoResponse for Trouble {
    fn into_response(self) -> Response {
        let challenge = match self {
            Self::TokenMissing => Some("Bearer realm=\"phieu\""),
            Self::TokenWrong | Self::TokenExpired => {
                Some("Bearer realm=\"phieu\", error=\"invalid_token\"")
            }
            _ => None,
        };
        let mut response = self.status().into_response();
        let headers = response.headers_mut();
        headers.insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/problem+json"),
        );
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if let Some(seconds) = self.pause() {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        if let Some(challenge) = challenge {
            headers.insert(
                header::WWW_AUTHENTICATE,
                HeaderValue::from_static(challenge),
            );
        }
        response.extensions_mut().insert(Told(Arc::new(self)));
        response.extensions_mut().insert(Spoken);
        response
    }
}

/// Puts what went wrong into the language of the request, names the language of every answer that has sentences, and
/// counts what such an answer holds until it has been read.
pub async fn worded(State(answers): State<Answers>, request: Request, next: Next) -> Response {
    let asked = Asked {
        language: Language::of(request.uri(), request.headers()),
        is_head: request.method() == Method::HEAD,
    };
    let to = request.extensions().get::<Address>().copied();
    let takes_gzip = accepts_gzip(request.headers());
    let response = in_words(asked, next.run(request).await).await;
    if response.extensions().get::<Spoken>().is_none() {
        return response;
    }
    match answers.counted(to, takes_gzip, response).await {
        Ok(response) => response,
        Err(trouble) => in_words(asked, trouble.into_response()).await,
    }
}

/// In which words an answer is asked for.
#[derive(Clone, Copy)]
struct Asked {
    language: Language,
    is_head: bool,
}

async fn in_words(asked: Asked, mut response: Response) -> Response {
    let Asked { language, is_head } = asked;
    if response.extensions().get::<Spoken>().is_some() {
        let code = HeaderValue::from_static(language.code());
        response
            .headers_mut()
            .insert(header::CONTENT_LANGUAGE, code);
    }
    if let Some(Told(trouble)) = response.extensions_mut().remove() {
        let is_long = matches!(
            *trouble,
            Trouble::Outdated(_) | Trouble::Findings(..) | Trouble::Publishing(_)
        );
        let body = if is_long {
            let made = tokio::task::spawn_blocking(move || details(&trouble, language));
            made.await.unwrap_or_default()
        } else {
            details(&trouble, language)
        };
        let length = HeaderValue::from(body.len());
        response
            .headers_mut()
            .insert(header::CONTENT_LENGTH, length);
        if !is_head {
            *response.body_mut() = Body::from(body);
        }
    }
    response
}

fn details(trouble: &Trouble, language: Language) -> Vec<u8> {
    let (title, detail) = trouble.words(language.0);
    let (status, code) = (trouble.status(), trouble.code());
    let details = Details {
        r#type: format!("urn:phieu:problem:{code}"),
        title,
        status: status.as_u16(),
        code,
        detail,
        more: more(trouble, language),
    };
    // Serialising strings and numbers into memory has nothing that could fail.
    serde_json::to_vec(&details).unwrap_or_default()
}

/// The members of the problem beyond those of RFC 9457.
fn more(trouble: &Trouble, Language(lang): Language) -> Map<String, Value> {
    let members = match trouble {
        Trouble::Malformed {
            line,
            column,
            reason,
        } => json!({ "line": line, "column": column, "reason": reason }),
        Trouble::TooLarge(limit) => json!({ "limit": limit }),
        Trouble::Parameter(name) => json!({ "parameter": name }),
        Trouble::Findings(findings, plan) => {
            json!({ "findings": office::in_words(findings, plan, lang) })
        }
        Trouble::Outdated(outdated) => return outdated.members.clone(),
        Trouble::Publishing(refusal) => return refusal.members(lang),
        Trouble::Files(trouble) => return trouble.members(),
        _ => return Map::new(),
    };
    match members {
        Value::Object(members) => members,
        _ => Map::new(),
    }
}
