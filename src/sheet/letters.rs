//! The letters of a CSV file: UTF-8, UTF-16 as Excel's "Unicode text" has it, and what came before them in Viet Nam.

use super::Refused;
use crate::reading::guessed;

/// The text of a file's bytes.
pub(super) fn decoded(bytes: &[u8]) -> Result<String, Refused> {
    let wide = |bytes: &[u8], of: fn([u8; 2]) -> u16| {
        let pairs = bytes.as_chunks::<2>().0.iter();
        let units: Vec<u16> = pairs.map(|pair| of(*pair)).collect();
        String::from_utf16(&units).map_err(|_| Refused::Letters)
    };
    let text = match bytes {
        [0xFF, 0xFE, rest @ ..] => wide(rest, u16::from_le_bytes)?,
        [0xFE, 0xFF, rest @ ..] => wide(rest, u16::from_be_bytes)?,
        // Without a mark in front, every other byte of plain letters is naught.
        [_, 0, _, 0, ..] => wide(bytes, u16::from_le_bytes)?,
        [0, _, 0, _, ..] => wide(bytes, u16::from_be_bytes)?,
        _ => {
            let bytes = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(bytes);
            match std::str::from_utf8(bytes) {
                Ok(text) => text.to_owned(),
                Err(_) => before_unicode(bytes)?,
            }
        }
    };
    if text.contains('\0') {
        return Err(Refused::Letters);
    }
    Ok(text)
}

/// Windows-1258 as Excel writes CSV on a Vietnamese machine, or TCVN3 out of an older file.
fn before_unicode(bytes: &[u8]) -> Result<String, Refused> {
    let high = bytes.iter().filter(|byte| **byte >= 0x80).count();
    let signs = bytes
        .iter()
        .filter(|byte| matches!(**byte, 0xA1..=0xBF))
        .count();
    // The letters of TCVN3 stand where Windows-1258 has signs that no name has.
    if signs * 5 >= high {
        let latin: String = bytes.iter().map(|byte| char::from(*byte)).collect();
        return Ok(guessed(latin));
    }
    bytes.iter().map(|byte| letter(*byte)).collect()
}

/// A letter of Windows-1258; tones stand behind their vowel.
fn letter(byte: u8) -> Result<char, Refused> {
    Ok(match byte {
        0x80 => '€',
        0x82 => '‚',
        0x83 => 'ƒ',
        0x84 => '„',
        0x85 => '…',
        0x86 => '†',
        0x87 => '‡',
        0x88 => 'ˆ',
        0x89 => '‰',
        0x8B => '‹',
        0x8C => 'Œ',
        0x91 => '‘',
        0x92 => '’',
        0x93 => '“',
        0x94 => '”',
        0x95 => '•',
        0x96 => '–',
        0x97 => '—',
        0x98 => '˜',
        0x99 => '™',
        0x9B => '›',
        0x9C => 'œ',
        0x9F => 'Ÿ',
        0xC3 => 'Ă',
        0xCC => '\u{300}',
        0xD0 => 'Đ',
        0xD2 => '\u{309}',
        0xD5 => 'Ơ',
        0xDD => 'Ư',
        0xDE => '\u{303}',
        0xE3 => 'ă',
        0xEC => '\u{301}',
        0xF0 => 'đ',
        0xF2 => '\u{323}',
        0xF5 => 'ơ',
        0xFD => 'ư',
        0xFE => '₫',
        0..=0x7F | 0xA0..=0xFF => char::from(byte),
        _ => return Err(Refused::Letters),
    })
}
