//! Why a file of the folder is not served as it stands.

use crate::message;
use crate::office::Remeasured;
use crate::plan::PlanError;
use crate::text::Lang;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Why a file is not served as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// It cannot be read, for what the system says.
    Unreadable(String),
    /// It is no UTF-8, as where it was written to the middle of a letter.
    NotUtf8,
    /// It holds no plan.
    NoPlan(Vec<PlanError>),
    /// Another file holds the same version of the same plan.
    Twice(PathBuf),
    /// An office has published the plan: it has its home in the database.
    Published(String),
    /// It measures figures otherwise than the version before it, under which reports have come.
    Remeasured(Vec<Remeasured>),
}

/// A file that is not served as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrongFile {
    /// The file.
    pub path: PathBuf,
    /// Why.
    pub why: Arc<Wrong>,
    /// Whether what it held before is served in its place.
    pub holds: bool,
}

impl WrongFile {
    /// The file's name, without its folder.
    #[must_use]
    pub fn name(&self) -> String {
        name(&self.path)
    }

    /// Why, and how to mend it.
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        let file = self.name();
        match (&*self.why, lang) {
            (Wrong::Unreadable(why), Lang::Vi) => {
                format!("Không đọc được tệp {file} ({why}). Kiểm tra quyền đọc tệp.")
            }
            (Wrong::Unreadable(why), Lang::En) => {
                format!("The file {file} cannot be read ({why}). See to its rights.")
            }
            (Wrong::NotUtf8, Lang::Vi) => {
                format!(
                    "Tệp {file} chưa được ghi trọn hoặc không phải UTF-8. Lưu lại cả tệp bằng UTF-8."
                )
            }
            (Wrong::NotUtf8, Lang::En) => {
                format!(
                    "The file {file} is not written to its end, or is not UTF-8. Save all of it as UTF-8."
                )
            }
            (Wrong::NoPlan(errors), lang) => {
                let first = errors.first().map(|error| message::plan_error(error, lang));
                let first = first.unwrap_or_default();
                match lang {
                    Lang::Vi => format!(
                        "Tệp {file} chưa phải là một kế hoạch đúng ({} lỗi). Lỗi đầu tiên: {first}",
                        errors.len()
                    ),
                    Lang::En => format!(
                        "The file {file} holds no right plan ({} mistakes). The first: {first}",
                        errors.len()
                    ),
                }
            }
            (Wrong::Twice(other), Lang::Vi) => format!(
                "Tệp {file} và tệp {} có cùng một phiên bản của cùng một kế hoạch. Bỏ một tệp, hoặc tăng “version”.",
                name(other)
            ),
            (Wrong::Twice(other), Lang::En) => format!(
                "The files {file} and {} hold the same version of the same plan. Take one away, or raise its “version”.",
                name(other)
            ),
            (Wrong::Published(plan), Lang::Vi) => format!(
                "Kế hoạch “{plan}” đã được văn phòng công bố trên máy chủ nên tệp {file} không được dùng. Bỏ tệp này, hoặc đổi “id” trong tệp."
            ),
            (Wrong::Published(plan), Lang::En) => format!(
                "The plan “{plan}” was published by an office, so the file {file} is not used. Take the file away, or change its “id”."
            ),
            (Wrong::Remeasured(figures), lang) => {
                let figures = Remeasured::in_words(figures, lang);
                match lang {
                    Lang::Vi => {
                        format!("Tệp {file} chưa được dùng; bản trước vẫn đang dùng. {figures}")
                    }
                    Lang::En => {
                        format!("The file {file} is not used; the version before it is. {figures}")
                    }
                }
            }
        }
    }
}

fn name(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    name.to_string_lossy().into_owned()
}

impl fmt::Display for WrongFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path.display();
        match &*self.why {
            Wrong::Unreadable(why) => write!(f, "{path} cannot be read: {why}"),
            Wrong::NotUtf8 => write!(
                f,
                "{path} is not written to its end, or is not UTF-8; save all of it as UTF-8"
            ),
            Wrong::NoPlan(errors) => {
                write!(f, "{path} is no plan:")?;
                errors.iter().try_for_each(|error| write!(f, "\n  {error}"))
            }
            Wrong::Twice(first) => write!(
                f,
                "{} and {path} hold the same version of the same plan; take one away, or raise its \"version\"",
                first.display()
            ),
            Wrong::Published(plan) => write!(
                f,
                "{path} holds the plan {plan}, which an office has published, and is not used; take the file away, or change its \"id\""
            ),
            Wrong::Remeasured(figures) => write!(
                f,
                "{path} is not used, and the version before it is: {}",
                Remeasured::in_words(figures, Lang::En)
            ),
        }
    }
}
