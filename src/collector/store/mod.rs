//! The database, append-only: SQLite inside the collector, or PostgreSQL beside it. Both are asked in
//! the same words; where they differ is in `engine` and `migrations`.

mod backup;
mod decisions;
mod engine;
mod failing;
mod files;
mod intake;
mod keys;
mod opened;
mod plans;
mod published;
mod reports;
mod restoring;
mod rows;
mod transfer;

pub use decisions::{Decided, Decision};
pub use engine::{Database, DatabaseError};
pub use failing::{Failing, was_overtaken};
pub use files::{KeptFile, Share};
pub use intake::{Often, Standing};
pub use keys::{KeyInUse, NewKey};
pub use opened::Store;
pub use plans::Shelved;
pub use published::Step;
pub use reports::{Holding, Reported, Stand};
pub use restoring::Restoring;
pub use rows::{Arrival, NewSubmission, Occasion, Stored};
pub use transfer::{Kept, KeptKey, KeptPlan};
