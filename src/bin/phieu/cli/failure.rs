//! Why a command could not do its work, in the language in which it speaks, and what is wrong with a plan: one layout for all.

use super::{Tongue, output};
use phieu::message;
use phieu::plan::PlanError;
use phieu::text::Lang;
use serde::Serialize;
use std::io;

/// Why a command could not do its work, in whole sentences for the terminal. What it found wrong with a
/// plan or a report is no failure where finding it is its work.
#[derive(Debug)]
pub struct Failure {
    vi: String,
    en: String,
    /// What keeps a file from being read, each on a line.
    faults: Vec<PlanError>,
}

/// One thing that is wrong with a file, as JSON.
#[derive(Serialize)]
struct Fault<'a> {
    path: &'a str,
    line: usize,
    column: usize,
    message: String,
}

#[derive(Serialize)]
struct Told<'a> {
    error: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<Fault<'a>>,
}

impl Failure {
    /// A failure in both languages.
    pub fn new(vi: impl Into<String>, en: impl Into<String>) -> Self {
        Self {
            vi: vi.into(),
            en: en.into(),
            faults: Vec::new(),
        }
    }

    /// A failure of the commands that keep a collector: they speak English alone, as its log does.
    #[cfg(feature = "collector")]
    pub fn english(sentence: impl Into<String>) -> Self {
        let sentence = sentence.into();
        Self::new(sentence.clone(), sentence)
    }

    /// What was said in one language, asked for in that one.
    pub fn told(sentence: impl Into<String>) -> Self {
        let sentence = sentence.into();
        Self::new(sentence.clone(), sentence)
    }

    /// A file, or the standard input where `path` is `-`, cannot be read.
    pub fn unread(path: &str, error: &io::Error) -> Self {
        let (vi, en) = reason(error);
        Self::new(
            format!("Không đọc được {}: {vi}.", named(path, Lang::Vi)),
            format!("{} cannot be read: {en}.", named(path, Lang::En)),
        )
    }

    /// A file, or the standard output where `path` is `-`, cannot be written.
    pub fn unwritten(path: &str, error: &io::Error) -> Self {
        let (vi, en) = reason(error);
        let (place, there) = match path {
            "-" => ("ra đầu ra chuẩn", "The standard output"),
            path => (path, path),
        };
        Self::new(
            format!("Không ghi được {place}: {vi}."),
            format!("{there} cannot be written: {en}."),
        )
    }

    /// With what is wrong with the file, each on a line of its own.
    #[must_use]
    pub fn with(self, faults: Vec<PlanError>) -> Self {
        Self { faults, ..self }
    }

    /// The sentence, and what is wrong under it.
    #[must_use]
    pub fn sentence(&self, tongue: Tongue) -> String {
        let lang = Lang::from(tongue);
        let said = match lang {
            Lang::Vi => &self.vi,
            Lang::En => &self.en,
        };
        if self.faults.is_empty() {
            return said.clone();
        }
        format!("{said}\n{}", listed(&self.faults, lang))
    }

    /// Writes it as JSON, beside the sentence for the terminal: `{"error": "…"}`, with `errors` where a file is wrong, each
    /// as `phieu check --json` has it.
    pub(super) fn as_json(&self, tongue: Tongue) -> Result<(), Self> {
        let told = Told {
            error: &self.sentence(tongue),
            errors: faults(&self.faults, Lang::from(tongue)),
        };
        output::json(&told).map(|_| ())
    }
}

/// What is wrong with a file, each on a line: its place, then what stands there, and what should.
#[must_use]
pub fn listed(errors: &[PlanError], lang: Lang) -> String {
    let lines: Vec<String> = errors
        .iter()
        .map(|error| message::plan_error(error, lang))
        .collect();
    lines.join("\n")
}

/// The same as JSON.
#[must_use]
pub fn as_values(errors: &[PlanError], lang: Lang) -> impl Serialize {
    faults(errors, lang)
}

fn faults(errors: &[PlanError], lang: Lang) -> Vec<Fault<'_>> {
    errors
        .iter()
        .map(|error| Fault {
            path: &error.pointer,
            line: error.line,
            column: error.column,
            message: message::plan_error(error, lang),
        })
        .collect()
}

/// What to call a file in a sentence.
#[must_use]
pub fn named(path: &str, lang: Lang) -> &str {
    match (path, lang) {
        ("-", Lang::Vi) => "đầu vào chuẩn",
        ("-", Lang::En) => "the standard input",
        _ => path,
    }
}

/// Why a file cannot be read or written. What the system says is in its own language, and is not said on.
#[must_use]
pub fn reason(error: &io::Error) -> (String, String) {
    let (vi, en) = match error.kind() {
        io::ErrorKind::NotFound => (
            "không có tệp hoặc thư mục này",
            "there is no such file or folder",
        ),
        io::ErrorKind::PermissionDenied => (
            "không có quyền; hãy xem lại quyền của tệp và thư mục",
            "it is not allowed; see to the rights of the file and its folder",
        ),
        io::ErrorKind::IsADirectory => (
            "đây là thư mục; hãy ghi tên tệp",
            "it is a folder; name a file",
        ),
        io::ErrorKind::NotADirectory => (
            "đường dẫn đi qua một tệp mà không phải là thư mục",
            "the way leads through a file, which is no folder",
        ),
        io::ErrorKind::StorageFull => ("ổ đĩa đã đầy", "the disk is full"),
        io::ErrorKind::ReadOnlyFilesystem => ("ổ đĩa chỉ cho đọc", "the disk can only be read"),
        io::ErrorKind::ConnectionRefused => (
            "không có chương trình nào nhận ở địa chỉ đó",
            "nothing listens at that address",
        ),
        io::ErrorKind::TimedOut => ("chờ quá lâu", "it took too long"),
        _ => {
            return error.raw_os_error().map_or_else(
                || ("gặp trục trặc".into(), "something went wrong".into()),
                |code| {
                    (
                        format!("hệ thống báo lỗi số {code}"),
                        format!("the system reports error {code}"),
                    )
                },
            );
        }
    };
    (vi.into(), en.into())
}
