//! What `reading` proposes, against what careful people read: the shipped plans for their documents, and the keys beside
//! the sentences and short plans of `tests/reading`.
//!
//! `CONFUSED=1 cargo test --features reading --test reading -- --nocapture` prints what was missed and what was proposed
//! by mistake, `ONLY=tan-phu-2023` for one document.
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    reason = "tests read files, and print what was confused when they are asked to"
)]

mod forms;
mod hostile;
mod key;
mod measure;
mod precise;
mod sentences;
mod shipped;
mod short;
mod wording;
