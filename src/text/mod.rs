//! What people type, in Vietnamese: numbers, money, shares, dates, times, phone numbers, e-mail addresses and links.
//!
//! Each reader takes raw text and gives back a value or a reason; the reason is data, its sentence is written elsewhere.
//! Ambiguity is refused, never guessed. Every reader cleans its input first (see [`clean`]), so composed and decomposed
//! letters, spaces from Word and full-width digits are all the same to it, and refuses at once what is too long to be
//! meant. A blank text is refused like any other text that says nothing; whether a blank is allowed is the caller's
//! question, to be asked first with [`is_blank`].

mod active;
mod block;
mod date;
mod decimal;
mod delimited;
mod duration;
mod email;
mod estimate;
mod join;
mod lang;
mod letters;
mod link;
mod money;
mod normalize;
mod number;
mod phone;
mod phone_prefix;
mod quantity;
mod reading;
mod rows;
mod search;
mod share;
mod spelled;
mod time_of_day;
mod weekday;

pub use active::{first_active, is_active};
pub use block::{
    Block, MAX_COLUMNS, MAX_ROWS, from_stop_decimal, is_stop_decimal, parse_block, parse_csv,
};
pub use date::{DateTextError, format_date, format_date_with_weekday, parse_date};
pub use decimal::{Decimal, MAX_SCALE, format_decimal, parse_decimal};
pub use delimited::{
    CSV_START, CsvCell, DelimitedRow, DelimitedRows, push_csv_cells, push_csv_row, unguarded,
};
pub use duration::words;
pub use email::{EmailError, parse_email};
pub use estimate::{Mark, parse_mark};
pub(crate) use join::join;
pub use lang::{Both, Lang};
pub use letters::capital;
pub(crate) use letters::small;
pub use link::{LinkError, MAX_LINK, parse_link};
pub use money::{MoneyError, echo_dong, format_dong, parse_dong};
pub(crate) use normalize::lines;
pub use normalize::{clean, is_blank, single_line};
pub use number::{
    MAX_EXACT, NumberError, exact, format_count, parse_count, parse_count_with_noun, parse_integer,
    parse_integer_with_noun,
};
pub use phone::{Phone, PhoneError, PhoneKind, parse_phone};
pub use quantity::{MAX_DECIMALS, format_typed, parse_quantity};
pub use rows::TypedRows;
pub(crate) use rows::push_cell;
pub(crate) use search::behind;
pub use search::{fold, fold_case, matches, plain, plain_letter};
pub use share::{ShareError, format_percent, parse_percent};
#[cfg(feature = "reading")]
pub(crate) use spelled::DIGITS;
pub(crate) use spelled::{is_plain, spelled};
pub use time_of_day::{TimeTextError, format_time, parse_time};
pub use weekday::{strip_weekday, weekday_name, weekday_short};

/// The most characters of any one text typed, whatever is asked there.
pub const MAX_TEXT: u32 = 20_000;

/// The most bytes that a number, an amount, a date, a time or a phone number may take, spaces and units included.
const MAX_BYTES: usize = 256;

/// The text of a short entry, on one line, without marks and in lower case; `None` above [`MAX_BYTES`].
fn short(text: &str) -> Option<String> {
    (text.len() <= MAX_BYTES).then(|| search::plain(unended(&single_line(text))))
}

/// An entry without what ends it: keyboards set a full stop where the space bar is touched twice, and lists go on with a
/// comma or a semicolon. Inside an entry these mean something; at its end nothing.
fn unended(text: &str) -> &str {
    text.trim_end_matches(['.', ',', ';', ' '])
}
