//! The plans that the collector serves and checks by: from the folder, and published by offices.

mod before;
mod edition;
mod folder;
mod live;
mod snapshot;
mod wrong;

pub(super) use before::{brought_back, newest};
pub use edition::{Edition, Served};
pub(super) use live::Live;
pub(super) use snapshot::published;
pub use snapshot::{Catalogue, CatalogueError};
