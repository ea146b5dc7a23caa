//! Who may do what: units by a personal code or a token of the host's own login, offices by theirs,
//! and everyone where the office says so.

mod address;
mod code;
mod extract;
mod identity;
mod jwt;
mod rate;
mod token;
mod tries;

pub use address::{Network, Peer, located};
pub use code::Code;
pub use extract::Office;
pub use identity::{Identity, Role};
pub use jwt::{Jwt, JwtError, Refused};
pub use rate::{Rate, limited};
pub use token::Token;

use tries::Tries;

/// How the collector knows who asks.
#[derive(Debug)]
pub struct Access {
    open: bool,
    office: Token,
    jwt: Option<Jwt>,
    tries: Tries,
}

impl Access {
    /// Lets in the holder of the office's main token, and units and offices by their codes.
    #[must_use]
    pub fn new(office: Token) -> Self {
        Self {
            open: false,
            office,
            jwt: None,
            tries: Tries::default(),
        }
    }

    /// Lets anyone read plans, send reports and ask what a unit has sent, as well.
    #[must_use]
    pub fn open_to_all(self) -> Self {
        Self { open: true, ..self }
    }

    /// Lets in whoever brings a token of the host's own login, as well.
    #[must_use]
    pub fn with_jwt(self, jwt: Jwt) -> Self {
        let jwt = Some(jwt);
        Self { jwt, ..self }
    }
}
