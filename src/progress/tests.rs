//! Progress in the domain's words.

mod demand;
mod tables;
