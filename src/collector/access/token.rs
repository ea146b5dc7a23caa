//! The office's main token, which opens everything.

use crate::encoding::hex;
use sha2::{Digest, Sha256};
use std::fmt;
use std::io::{Error, ErrorKind, Write};
use std::path::Path;
use subtle::ConstantTimeEq;

/// The office's token (mã truy cập của văn phòng). Only its hash is kept in memory, and neither is
/// ever written to a log.
#[derive(Clone)]
pub struct Token {
    hash: [u8; 32],
}

impl Token {
    /// The fewest characters that a token may have.
    pub const LEAST: usize = 16;

    /// Takes a token as it is.
    ///
    /// # Errors
    /// It is shorter than [`Token::LEAST`], or holds a character that a header cannot carry.
    pub fn new(text: &str) -> Result<Self, Error> {
        if text.len() < Self::LEAST || !text.bytes().all(|byte| byte.is_ascii_graphic()) {
            let message = "an office token has at least 16 characters, all of them ASCII letters, digits or signs";
            return Err(Error::new(ErrorKind::InvalidData, message));
        }
        Ok(Self {
            hash: Sha256::digest(text).into(),
        })
    }

    /// Reads the token from `path`, or makes one there, readable by its owner alone, where the file
    /// does not exist. Returns it together with the text of one that was made, to be told once: what is
    /// told at each start stands in every log of starts.
    ///
    /// # Errors
    /// The file cannot be read or made, or holds no token ([`Token::new`]).
    pub fn read_or_make(path: &Path) -> Result<(Self, Option<String>), Error> {
        match std::fs::read_to_string(path) {
            Ok(text) => Ok((Self::new(text.trim_start_matches('\u{FEFF}').trim())?, None)),
            Err(error) if error.kind() == ErrorKind::NotFound => {
                let text = make(path)?;
                Ok((Self::new(&text)?, Some(text)))
            }
            Err(error) => Err(error),
        }
    }

    /// Whether `text` is the token. Takes the same time however much of it is right: hashes of equal
    /// length are compared, and all of them.
    #[must_use]
    pub fn is(&self, text: &str) -> bool {
        let hash: [u8; 32] = Sha256::digest(text).into();
        self.hash.ct_eq(&hash).into()
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

fn make(path: &Path) -> Result<String, Error> {
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes).map_err(|error| Error::other(error.to_string()))?;
    let text = hex(&bytes);
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    writeln!(options.open(path)?, "{text}")?;
    Ok(text)
}
