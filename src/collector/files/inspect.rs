//! Whether a file is what it says, piece by piece: its hash, and that it is of its kind from its first byte to its last,
//! and nothing else besides.

use super::archive::Archive;
use super::jpeg::Jpeg;
use super::pdf::Pdf;
use crate::encoding::hex;
use crate::value::FileKind;
use sha2::{Digest, Sha256};

/// Why a file is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// It is not of its kind, or holds more than one of its kind may.
    NotOfItsKind,
    /// Its bytes are not those that its hash names.
    OtherHash,
}

/// A file that is being looked at.
pub struct Inspector {
    digest: Sha256,
    look: Look,
}

enum Look {
    Jpeg(Jpeg),
    Pdf(Pdf),
    Archive(Archive),
}

impl Inspector {
    /// Of a file of that kind and so many bytes nothing has been seen.
    #[must_use]
    pub fn new(kind: FileKind, bytes: u64) -> Self {
        let look = match kind {
            FileKind::Image => Look::Jpeg(Jpeg::default()),
            FileKind::Pdf => Look::Pdf(Pdf::default()),
            FileKind::Word => Look::Archive(Archive::new("word/document.xml", bytes)),
            FileKind::Excel => Look::Archive(Archive::new("xl/workbook.xml", bytes)),
        };
        Self {
            digest: Sha256::new(),
            look,
        }
    }

    /// Looks at the next bytes.
    pub fn take(&mut self, bytes: &[u8]) {
        self.digest.update(bytes);
        match &mut self.look {
            Look::Jpeg(jpeg) => jpeg.take(bytes),
            Look::Pdf(pdf) => pdf.take(bytes),
            Look::Archive(archive) => archive.take(bytes),
        }
    }

    /// Whether all that was seen is the file of that hash.
    ///
    /// # Errors
    /// It is not, or is not of its kind.
    pub fn end(self, hash: &str) -> Result<(), Unfit> {
        if hex(&self.digest.finalize()) != hash {
            return Err(Unfit::OtherHash);
        }
        let is_one = match self.look {
            Look::Jpeg(jpeg) => jpeg.is_one(),
            Look::Pdf(pdf) => pdf.is_one(),
            Look::Archive(archive) => archive.is_one(),
        };
        if is_one {
            Ok(())
        } else {
            Err(Unfit::NotOfItsKind)
        }
    }
}
