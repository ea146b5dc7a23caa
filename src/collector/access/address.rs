//! From where a request comes.

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::Once;

/// The other end of a connection, which the server puts on every request.
#[derive(Clone, Copy, Debug)]
pub struct Peer(pub IpAddr);

/// From where a request comes: the connection's other end or, behind a proxy, what the proxy says.
#[derive(Clone, Copy, Debug)]
pub struct Address(pub IpAddr);

/// What counts as one place: an IPv4 address, or the 64 bits of IPv6 that a household is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Network(IpAddr);

impl Network {
    /// The place to which an address belongs.
    #[must_use]
    pub fn of(address: IpAddr) -> Self {
        Self(match address.to_canonical() {
            IpAddr::V6(address) => {
                let network = address.to_bits() >> 64 << 64;
                IpAddr::V6(Ipv6Addr::from_bits(network))
            }
            address => address,
        })
    }
}

/// The place of all requests of which a proxy does not say whence they come: one place, and a limited one. Were
/// they the proxy's own, which is this machine more often than not, they would have no limit at all.
const UNTOLD: IpAddr = IpAddr::V4(Ipv4Addr::UNSPECIFIED);

/// Whether it has been said that a proxy does not do what it was declared to do.
static WARNED: Once = Once::new();

/// Finds out from where a request comes. `behind_proxy` says that every request comes through a proxy
/// of one's own, which puts the address that it saw last in `X-Forwarded-For`; what stands before it
/// there is what a client chose to say.
pub async fn located(
    State(behind_proxy): State<bool>,
    mut request: Request,
    next: Next,
) -> Response {
    let address = if behind_proxy {
        let told = request.headers().get_all("x-forwarded-for");
        let told = told
            .iter()
            .next_back()
            .and_then(|header| header.to_str().ok());
        let told = told
            .and_then(|header| header.rsplit(',').next())
            .and_then(told_address);
        if told.is_none() {
            WARNED.call_once(|| {
                tracing::warn!(
                    "--behind-proxy: a request has no address in X-Forwarded-For; all such requests share one limit"
                );
            });
        }
        Some(told.unwrap_or(UNTOLD))
    } else {
        request.extensions().get::<Peer>().map(|peer| peer.0)
    };
    if let Some(address) = address {
        request.extensions_mut().insert(Address(address));
    }
    next.run(request).await
}

/// An address as proxies write it: alone, with a port, in brackets, in quotes, with the zone of a link.
fn told_address(text: &str) -> Option<IpAddr> {
    let text = text.trim().trim_matches('"');
    let alone = match text.strip_prefix('[') {
        Some(bracketed) => bracketed.split_once(']')?.0,
        None => text,
    };
    let alone = alone
        .split_once('%')
        .map_or(alone, |(address, _zone)| address);
    alone
        .parse()
        .ok()
        .or_else(|| Some(text.parse::<SocketAddr>().ok()?.ip()))
}

#[cfg(test)]
mod tests {
    use super::{Network, told_address};
    use std::net::IpAddr;

    #[test]
    fn an_address_is_read_as_proxies_write_it() {
        for (told, address) in [
            ("192.0.2.1", Some("192.0.2.1")),
            (" 192.0.2.1 ", Some("192.0.2.1")),
            ("192.0.2.1:51234", Some("192.0.2.1")),
            ("2001:db8::1", Some("2001:db8::1")),
            ("[2001:db8::1]", Some("2001:db8::1")),
            ("[2001:db8::1]:51234", Some("2001:db8::1")),
            ("\"[2001:db8::1]:51234\"", Some("2001:db8::1")),
            ("fe80::1%eth0", Some("fe80::1")),
            ("[fe80::1%eth0]:80", Some("fe80::1")),
            ("unknown", None),
            ("_hidden", None),
            ("", None),
            ("portal.example", None),
        ] {
            let address = address.map(|text| text.parse::<IpAddr>().unwrap());
            assert_eq!(told_address(told), address, "{told}");
        }
    }

    #[test]
    fn a_household_is_one_place() {
        for (one, other, same) in [
            ("192.0.2.1", "192.0.2.1", true),
            ("192.0.2.1", "192.0.2.2", false),
            ("192.0.2.1", "::ffff:192.0.2.1", true),
            ("2001:db8:1:2:3::4", "2001:db8:1:2:ffff::", true),
            ("2001:db8:1:2::", "2001:db8:1:3::", false),
        ] {
            let place = |text: &str| Network::of(text.parse::<IpAddr>().unwrap());
            assert_eq!(place(one) == place(other), same, "{one} {other}");
        }
    }
}
