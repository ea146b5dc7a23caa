//! Who may do what: units by a personal code or a token of the host's own login, offices by theirs,
//! and everyone where the office says so.

mod address;
mod code;
mod identity;
mod jwt;
mod known;
mod rate;
mod token;
mod tries;

pub use address::{Address, Network, Peer, located};
pub use code::Code;
pub use identity::{Identity, Role};
pub use jwt::{Jwt, JwtError, Refused};
pub use known::Access;
pub use rate::{Rate, limited};
pub use token::Token;
