//! From where a request comes.

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use std::net::{IpAddr, Ipv6Addr};

/// The other end of a connection, which the server puts on every request.
#[derive(Clone, Copy, Debug)]
pub struct Peer(pub IpAddr);

/// From where a request comes: the connection's other end or, behind a proxy, what the proxy says.
#[derive(Clone, Copy, Debug)]
pub struct Address(pub IpAddr);

/// What counts as one place: an IPv4 address, or the 64 bits of IPv6 that a household is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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

/// Finds out from where a request comes. `behind_proxy` says that every request comes through a proxy
/// of one's own, which puts the address that it saw last in `X-Forwarded-For`; what stands before it
/// there is what a client chose to say.
pub async fn located(
    State(behind_proxy): State<bool>,
    mut request: Request,
    next: Next,
) -> Response {
    let peer = request.extensions().get::<Peer>().map(|peer| peer.0);
    let told = request
        .headers()
        .get_all("x-forwarded-for")
        .iter()
        .next_back()
        .filter(|_| behind_proxy)
        .and_then(|header| {
            header
                .to_str()
                .ok()?
                .rsplit(',')
                .next()?
                .trim()
                .parse()
                .ok()
        });
    if let Some(address) = told.or(peer) {
        request.extensions_mut().insert(Address(address));
    }
    next.run(request).await
}

#[cfg(test)]
mod tests {
    use super::Network;
    use std::net::IpAddr;

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
