//! How another server is called: over TLS with the roots of this machine, and nowhere else than where it was told.

use std::sync::Arc;
use std::time::Duration;
use ureq::Agent;
use ureq::config::ConfigBuilder;
use ureq::tls::{Certificate, RootCerts, TlsConfig};
use ureq::typestate::AgentScope;

/// What calls an address, before it is built. A call takes no longer than `patience`; no answer leads it elsewhere. Where the
/// address is plain (`http:`), no proxy could read what stays on a network of one's own.
#[must_use]
pub fn caller(patience: Duration, is_plain: bool) -> ConfigBuilder<AgentScope> {
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
        .max_redirects(0)
        .max_redirects_will_error(false)
        .timeout_global(Some(patience))
        .tls_config(tls);
    // Only without this is the machine's proxy taken.
    if is_plain { agent.proxy(None) } else { agent }.http_status_as_error(false)
}
