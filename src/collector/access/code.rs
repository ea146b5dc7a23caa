//! A unit's personal code, as it stands in its link.

use crate::encoding::{base32_digit, hex, read_base32_digit};
use sha2::{Digest, Sha256};
use std::fmt;
use subtle::ConstantTimeEq;

/// How many digits a code has: 6 by which it is found (30 bits) and 26 that are secret (130 bits).
const LENGTH: usize = 32;

/// How many digits there are by which a code is found.
const SELECTOR: usize = 6;

/// A personal code (mã riêng của đơn vị), for example `7K2M-9QXR-…`: eight groups of four.
#[derive(Clone, PartialEq, Eq)]
pub struct Code {
    digits: String,
}

impl Code {
    /// Makes one from random bytes, of which five bits each are used.
    #[must_use]
    pub fn from_random(bytes: [u8; LENGTH]) -> Self {
        Self {
            digits: bytes
                .into_iter()
                .map(|byte| base32_digit(byte.into()))
                .collect(),
        }
    }

    /// Makes one.
    ///
    /// # Errors
    /// The system has no random bits to give.
    pub fn random() -> std::io::Result<Self> {
        let mut bytes = [0; LENGTH];
        getrandom::fill(&mut bytes).map_err(|error| std::io::Error::other(error.to_string()))?;
        Ok(Self::from_random(bytes))
    }

    /// The code of a unit that a secret of 64 digits makes; another at each attempt. All digits of the secret go into each
    /// code, and no code tells another.
    #[must_use]
    pub fn of_seed(seed: &str, plan: &str, unit: &str, attempt: u8) -> Self {
        let mut made = Sha256::new().chain_update("phieu unit key 1:");
        // No identity holds a blank.
        for part in [seed, plan, unit] {
            made.update(part);
            made.update(" ");
        }
        Self::from_random(made.chain_update([attempt]).finalize().into())
    }

    /// Reads one as people write it: in any case, with or without hyphens and spaces, with O for 0 and
    /// I or L for 1.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let mut digits = String::with_capacity(LENGTH);
        for letter in text.chars().filter(|letter| !matches!(letter, '-' | ' ')) {
            if digits.len() == LENGTH {
                return None;
            }
            digits.push(read_base32_digit(letter)?);
        }
        (digits.len() == LENGTH).then_some(Self { digits })
    }

    /// The part by which it is found; no secret.
    #[must_use]
    pub fn selector(&self) -> &str {
        self.digits.get(..SELECTOR).unwrap_or_default()
    }

    /// What is kept of it. A code is 130 random bits, so that nobody finds it by trying: a slow hash
    /// would protect nothing and let wrong tries use up the processor. Its first group salts it.
    #[must_use]
    pub fn hash(&self) -> String {
        let whole = Sha256::new()
            .chain_update("phieu access key 1:")
            .chain_update(&self.digits);
        hex(&whole.finalize())
    }

    /// Whether `hash` is this code's. Takes the same time however much of it is right.
    #[must_use]
    pub fn has(&self, hash: &str) -> bool {
        self.hash().as_bytes().ct_eq(hash.as_bytes()).into()
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, digit) in self.digits.chars().enumerate() {
            let pause = if place > 0 && place % 4 == 0 { "-" } else { "" };
            write!(f, "{pause}{digit}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Code({}…)", self.selector())
    }
}

#[cfg(test)]
mod tests {
    use super::Code;

    fn code() -> Code {
        let mut bytes = [0; 32];
        (0..)
            .zip(&mut bytes)
            .for_each(|(place, byte)| *byte = place);
        Code::from_random(bytes)
    }

    #[test]
    fn a_code_is_read_as_people_write_it() {
        let written = "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ";
        assert_eq!(code().to_string(), written);
        for (text, fits) in [
            (written, true),
            ("0123456789abcdefghjkmnpqrstvwxyz", true),
            ("O L23 4567 89AB CDEF GHJK MNPQ RSTV WXYZ", true),
            ("o-i-2-3-4567 89ab cdef ghjk mnpq rstv wxyz", true),
            ("0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXY", false),
            ("0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ0", false),
            ("U123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ", false),
            ("Đ123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ", false),
            ("", false),
        ] {
            let expected = fits.then(code);
            assert_eq!(Code::read(text), expected, "{text}");
        }
    }

    #[test]
    fn a_secret_makes_one_code_for_each_unit_of_each_plan() {
        let seed = "5".repeat(64);
        let code = |plan, unit, attempt| Code::of_seed(&seed, plan, unit, attempt);
        let first = code("trees", "ward-1", 0);
        assert_eq!(first, code("trees", "ward-1", 0));
        assert_eq!(Code::read(&first.to_string()), Some(first.clone()));
        for other in [
            code("trees", "ward-1", 1),
            code("trees", "ward-2", 0),
            code("stones", "ward-1", 0),
            Code::of_seed(&"6".repeat(64), "trees", "ward-1", 0),
        ] {
            assert_ne!(first, other);
            assert_ne!(first.selector(), other.selector());
        }
    }

    #[test]
    fn only_the_same_code_has_the_hash_and_nothing_shows_it() {
        let hash = code().hash();
        assert!(code().has(&hash));
        assert!(!Code::from_random([7; 32]).has(&hash));
        assert!(!code().has(""));
        assert_eq!(format!("{:?}", code()), "Code(012345…)");
    }
}
