//! By which names the collector may be called.

use super::trouble::Trouble;
use axum::extract::{Request, State};
use axum::http::Uri;
use axum::http::header::HOST;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::fmt;
use std::net::{IpAddr, Ipv6Addr};
use std::str::FromStr;
use std::sync::Arc;

/// A name under which the collector is reached, in lower case and without a port: `baocao.example`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HostName(String);

/// Why a text is no host's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HostNameError;

impl fmt::Display for HostNameError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a host is a name without scheme, port and path, for example baocao.example")
    }
}

impl std::error::Error for HostNameError {}

impl FromStr for HostName {
    type Err = HostNameError;

    fn from_str(text: &str) -> Result<Self, HostNameError> {
        let fits = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'.' || byte == b'-';
        if text.is_empty() || text.len() > 253 || !text.bytes().all(fits) {
            return Err(HostNameError);
        }
        Ok(Self(text.to_ascii_lowercase()))
    }
}

/// Answers only under names that are the collector's. A page of another site can have its own name lead to this
/// machine while it is open (DNS rebinding). Its scripts would then count as pages of the collector. Such a
/// name is never an address and never one that was named here.
pub async fn known(State(hosts): State<Arc<[HostName]>>, request: Request, next: Next) -> Response {
    let asked = asked(&request);
    if asked.as_deref().is_none_or(|host| is_known(host, &hosts)) {
        return next.run(request).await;
    }
    Trouble::UnknownHost.into_response()
}

/// The host that a request names, with its port; none where it names none, as no browser does. A name that cannot
/// be read is not the collector's.
fn asked(request: &Request) -> Option<String> {
    if let Some(authority) = Uri::authority(request.uri()) {
        return Some(authority.as_str().to_owned());
    }
    let header = request.headers().get(HOST)?;
    Some(header.to_str().unwrap_or_default().to_owned())
}

fn is_known(host: &str, hosts: &[HostName]) -> bool {
    let host = host.rsplit_once('@').map_or(host, |(_user, host)| host);
    if let Some(bracketed) = host.strip_prefix('[') {
        let address = bracketed.split_once(']').map(|(address, _port)| address);
        return address.is_some_and(|address| address.parse::<Ipv6Addr>().is_ok());
    }
    let name = host.split_once(':').map_or(host, |(name, _port)| name);
    let name = name.strip_suffix('.').unwrap_or(name).to_ascii_lowercase();
    name == "localhost"
        || name.ends_with(".localhost")
        || name.parse::<IpAddr>().is_ok()
        || hosts.iter().any(|known| known.0 == name)
}

#[cfg(test)]
mod tests {
    use super::{HostName, is_known};

    #[test]
    fn an_address_this_machine_and_what_was_named_are_known() {
        let hosts = ["BaoCao.example".parse::<HostName>().unwrap()];
        for (host, known) in [
            ("127.0.0.1:8080", true),
            ("192.0.2.7", true),
            ("[::1]:8080", true),
            ("[::1]", true),
            ("localhost:8080", true),
            ("LOCALHOST", true),
            ("portal.localhost", true),
            ("baocao.example", true),
            ("BAOCAO.EXAMPLE:443", true),
            ("baocao.example.", true),
            ("evil.example", false),
            ("evil.example:8080", false),
            ("baocao.example.evil.example", false),
            ("xbaocao.example", false),
            ("127.0.0.1.evil.example", false),
            ("localhost.evil.example", false),
            ("localhost@evil.example", false),
            ("[evil.example]", false),
            ("", false),
        ] {
            assert_eq!(is_known(host, &hosts), known, "{host}");
        }
    }

    #[test]
    fn a_name_has_no_scheme_port_or_path() {
        for bad in [
            "",
            "*",
            "https://a.example",
            "a.example:80",
            "a.example/",
            "a b",
        ] {
            assert!(bad.parse::<HostName>().is_err(), "{bad}");
        }
    }
}
