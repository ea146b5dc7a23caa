//! Plans that offices publish: each version is kept, and none takes the place of one that was not seen.

mod changing;
mod conditions;
mod keys;
mod reading;
mod stepping;
mod told;

pub use changing::{put, stand};
pub use keys::make as keys;
pub use reading::{list, one, versions};
