//! A bucket that speaks the protocol of S3, asked by the one client that this house has.

use object_store::aws::AmazonS3Builder;
use object_store::client::{
    ClientConfigKey, HttpClient, HttpConnector, HttpError, HttpErrorKind, HttpRequest,
    HttpResponse, HttpService,
};
use object_store::prefix::PrefixStore;
use object_store::{ClientOptions, ObjectStore, RetryConfig};
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;
use ureq::Agent;
use ureq::tls::{Certificate, RootCerts, TlsConfig};

/// How long a bucket may take to answer, and how long and how often it is asked again.
const PATIENCE: Duration = Duration::from_secs(20);
const TIMES: usize = 3;

/// The most bytes of an answer: a piece, or a list of a thousand names.
const MOST: u64 = 4 * 1024 * 1024;

/// Opens the bucket of that name; what lies in it begins with `prefix`. Its keys and its address stand in the variables that
/// programs for buckets read (`AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`, `AWS_REGION`, `AWS_ENDPOINT`, `AWS_ALLOW_HTTP`).
///
/// # Errors
/// What the variables say does not go together.
pub fn open(bucket: &str, prefix: &str) -> object_store::Result<Arc<dyn ObjectStore>> {
    let retry = RetryConfig {
        max_retries: TIMES,
        retry_timeout: PATIENCE,
        ..RetryConfig::default()
    };
    let bucket = AmazonS3Builder::from_env()
        .with_bucket_name(bucket)
        .with_retry(retry)
        .with_http_connector(Caller)
        .build()?;
    Ok(match prefix {
        "" => Arc::new(bucket),
        prefix => Arc::new(PrefixStore::new(bucket, prefix)),
    })
}

/// What calls.
#[derive(Debug)]
struct Caller;

impl HttpConnector for Caller {
    fn connect(&self, options: &ClientOptions) -> object_store::Result<HttpClient> {
        let allowed = options.get_config_value(&ClientConfigKey::AllowHttp);
        let is_plain = allowed.is_some_and(|allowed| allowed == "true");
        let roots = rustls_native_certs::load_native_certs().certs;
        let roots = roots
            .iter()
            .map(|root| Certificate::from_der(root).to_owned());
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let tls = TlsConfig::builder()
            .root_certs(RootCerts::from(roots.collect::<Vec<_>>()))
            .unversioned_rustls_crypto_provider(provider)
            .build();
        let agent = Agent::config_builder()
            .http_status_as_error(false)
            .https_only(!is_plain)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_global(Some(PATIENCE))
            .tls_config(tls)
            .build();
        Ok(HttpClient::new(Calls(agent.into())))
    }
}

/// Calls one address after the other, each on a thread of its own.
#[derive(Debug)]
struct Calls(Agent);

type Answer<'a> = Pin<Box<dyn Future<Output = Result<HttpResponse, HttpError>> + Send + 'a>>;

impl HttpService for Calls {
    fn call<'a, 'b>(&'a self, request: HttpRequest) -> Answer<'b>
    where
        'a: 'b,
        Self: 'b,
    {
        let agent = self.0.clone();
        Box::pin(async move {
            let (parts, body) = request.into_parts();
            let body = bytes_of(body).await?;
            let asked = tokio::task::spawn_blocking(move || ask(&agent, parts, body)).await;
            asked.map_err(|error| HttpError::new(HttpErrorKind::Unknown, error))?
        })
    }
}

/// A body, whole: none is larger than a piece.
async fn bytes_of(body: object_store::client::HttpRequestBody) -> Result<Vec<u8>, HttpError> {
    let mut body = std::pin::pin!(body);
    let mut bytes = Vec::with_capacity(body.content_length());
    let next = |body: Pin<&mut object_store::client::HttpRequestBody>, context: &mut _| {
        http_body::Body::poll_frame(body, context)
    };
    while let Some(frame) = std::future::poll_fn(|context| next(body.as_mut(), context)).await {
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

fn failed(error: ureq::Error) -> HttpError {
    let kind = match &error {
        ureq::Error::Timeout(_) => HttpErrorKind::Timeout,
        ureq::Error::HostNotFound | ureq::Error::ConnectionFailed => HttpErrorKind::Connect,
        ureq::Error::Io(_) => HttpErrorKind::Interrupted,
        _ => HttpErrorKind::Unknown,
    };
    HttpError::new(kind, error)
}
