//! What people type, in Vietnamese: numbers, money, shares, dates, times, phone numbers, e-mail addresses and links.
//!
//! Each reader takes raw text and gives back a value or a reason; the reason is data, its sentence is written elsewhere.
//! Ambiguity is refused, never guessed. Every reader cleans its input first (see [`clean`]), so composed and decomposed
//! letters, spaces from Word and full-width digits are all the same to it, and refuses at once what is too long to be
//! meant. A blank text is refused like any other text that says nothing; whether a blank is allowed is the caller's
//! question, to be asked first with [`is_blank`].

mod lang;
mod letters;
mod normalize;
mod search;

pub use lang::Lang;
pub use normalize::{clean, is_blank, single_line};
pub use search::{fold, matches};

/// The most bytes that a number, an amount, a date, a time or a phone number may take, spaces and units included.
const MAX_BYTES: usize = 256;

/// The text of a short entry, on one line, without marks and in lower case; `None` above [`MAX_BYTES`].
fn short(text: &str) -> Option<String> {
    (text.len() <= MAX_BYTES).then(|| search::plain(&single_line(text)))
}
