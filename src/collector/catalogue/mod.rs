//! The plans that the collector serves and checks by: from the folder, and published by offices.

mod edition;
mod folder;
mod live;
mod snapshot;
mod wrong;

pub use edition::{Edition, Served};
pub(super) use live::Live;
pub use snapshot::{Catalogue, CatalogueError};
pub(super) use snapshot::{newest, published};
