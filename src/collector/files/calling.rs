//! How a bucket is called: by `ureq` over `rustls`, which publish plans too, on threads that may wait.

use crate::calling::caller;
use object_store::ClientOptions;
use object_store::client::{
    ClientConfigKey, HttpClient, HttpConnector, HttpError, HttpErrorKind, HttpRequest,
    HttpRequestBody, HttpResponse, HttpService,
};
use std::future::Future;
use std::io::ErrorKind::{ConnectionAborted, ConnectionReset, TimedOut};
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;
use ureq::Agent;

/// How long one call may take.
const PATIENCE: Duration = Duration::from_secs(6);

/// How many calls are under way at once; others wait for their turn. Each holds a thread and a piece.
const AT_ONCE: usize = 64;

/// The most bytes of an answer: a piece, or a list of a thousand names.
const MOST: u64 = 4 * 1024 * 1024;

/// What calls.
#[derive(Debug)]
pub(super) struct Caller;

impl HttpConnector for Caller {
    fn connect(&self, options: &ClientOptions) -> object_store::Result<HttpClient> {
        let allowed = options.get_config_value(&ClientConfigKey::AllowHttp);
        let is_plain = allowed.is_some_and(|allowed| allowed == "true");
        let agent = caller(PATIENCE, is_plain)
            .https_only(!is_plain)
            .max_idle_connections_per_host(AT_ONCE / 4);
        Ok(HttpClient::new(Calls {
            agent: agent.build().into(),
            turns: Arc::new(Semaphore::new(AT_ONCE)),
        }))
    }
}

/// Calls.
#[derive(Debug)]
struct Calls {
    agent: Agent,
    turns: Arc<Semaphore>,
}

type Answer<'a> = Pin<Box<dyn Future<Output = Result<HttpResponse, HttpError>> + Send + 'a>>;

impl HttpService for Calls {
    fn call<'a, 'b>(&'a self, request: HttpRequest) -> Answer<'b>
    where
        'a: 'b,
        Self: 'b,
    {
        let (agent, turns) = (self.agent.clone(), Arc::clone(&self.turns));
        Box::pin(async move {
            let unknown = |error| HttpError::new(HttpErrorKind::Unknown, error);
            let (parts, body) = request.into_parts();
            let body = bytes_of(body).await?;
            let turn = turns.acquire_owned().await;
            let turn = turn.map_err(|error| HttpError::new(HttpErrorKind::Unknown, error))?;
            let asked = tokio::task::spawn_blocking(move || {
                let asked = ask(&agent, parts, body);
                drop(turn);
                asked
            });
            asked.await.map_err(unknown)?
        })
    }
}

/// A body, whole: none is larger than a piece.
async fn bytes_of(body: HttpRequestBody) -> Result<Vec<u8>, HttpError> {
    let mut bytes = Vec::with_capacity(body.content_length());
    let mut body = std::pin::pin!(body);
    while let Some(frame) =
        std::future::poll_fn(|context| http_body::Body::poll_frame(body.as_mut(), context)).await
    {
        if let Ok(data) = frame?.into_data() {
            bytes.extend_from_slice(&data);
        }
    }
    Ok(bytes)
}

fn ask(
    agent: &Agent,
    parts: ureq::http::request::Parts,
    body: Vec<u8>,
) -> Result<HttpResponse, HttpError> {
    let answer = if body.is_empty() {
        agent.run(ureq::http::Request::from_parts(parts, ()))
    } else {
        agent.run(ureq::http::Request::from_parts(parts, body))
    };
    let (parts, mut body) = answer.map_err(failed)?.into_parts();
    let bytes = body.with_config().limit(MOST).read_to_vec();
    let bytes = bytes.map_err(failed)?;
    Ok(HttpResponse::from_parts(parts, bytes.into()))
}

/// What failed, as far as it decides whether it is asked again.
fn failed(error: ureq::Error) -> HttpError {
    let kind = match &error {
        ureq::Error::Timeout(_) => HttpErrorKind::Timeout,
        ureq::Error::HostNotFound | ureq::Error::ConnectionFailed => HttpErrorKind::Connect,
        ureq::Error::Io(error) => match error.kind() {
            TimedOut => HttpErrorKind::Timeout,
            ConnectionAborted | ConnectionReset => HttpErrorKind::Request,
            _ => HttpErrorKind::Interrupted,
        },
        _ => HttpErrorKind::Unknown,
    };
    HttpError::new(kind, error)
}
