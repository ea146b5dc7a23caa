//! Files: a signed scan, photos, the electronic file that a document asks for. A report names them by what they are;
//! their bytes go by a way of their own.

#[cfg(feature = "schema")]
use super::Bounds;
#[cfg(feature = "sample")]
use super::Invented;
use super::{
    Answer, Asked, Carry, Choice, Control, Counted, File, FileKind, Halves, Held, Measure, Parts,
    Raw, Reading, RollUp, ValueKind,
};
use crate::finding::{Expected, Kind};
use crate::read::record;
use crate::text::{Lang, lines};
use serde::Serialize;

/// The most files of one answer: more belong together in one.
pub(crate) const MOST_FILES: i64 = 20;

/// The most megabytes of one file: a scan of some hundred pages is smaller.
pub(crate) const MOST_MEGABYTES: i64 = 50;

/// The most days for which a plan has files kept.
pub(crate) const MOST_DAYS: i64 = 36_500;

/// Bytes of a megabyte, as people count them.
pub(crate) const MEGABYTE: i64 = 1_000_000;

/// Files: a signed scan, photos, the electronic file that a document asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FileMeasure {
    /// What kinds of files are taken, each once.
    pub kinds: Vec<FileKind>,
    /// The most files, 1 to 20.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = MOST_FILES)))]
    pub most: i64,
    /// The most megabytes of each, 1 to 50; photos are made smaller than one before they are sent.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = MOST_MEGABYTES)))]
    pub megabytes: i64,
    /// For how many days after the plan's last day the collector keeps the files; for good where it is left out, here or at another
    /// file of the plan. What they were stays in the report.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = MOST_DAYS)))]
    pub keep_days: Option<i64>,
    /// Whether it is the report itself, signed and stamped (bản đã ký, đóng dấu): it can follow once the report was sent, and
    /// is owed until it has come.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub signed: bool,
}

record!(FileMeasure { kinds, most, megabytes; keep_days, signed });

impl FileMeasure {
    /// What is wrong with a file by itself, in a report or before it is added.
    pub(crate) fn refuses(&self, kind: Option<FileKind>, bytes: i64) -> Option<Kind> {
        if !kind.is_some_and(|kind| self.kinds.contains(&kind)) {
            let mut kinds = Vec::new();
            for kind in &self.kinds {
                kinds.push(kind.name().to_owned());
            }
            return Some(Kind::FileKind { kinds });
        }
        let megabytes = self.megabytes;
        (bytes > megabytes.saturating_mul(MEGABYTE)).then_some(Kind::FileTooLarge { megabytes })
    }

    /// The files where each is one that is asked, and there are not too many.
    fn held<'a>(&self, files: Vec<File>) -> Reading<Answer<'a>> {
        for file in &files {
            let wrong = if file.is_one() {
                self.refuses(Some(file.kind), file.bytes)
            } else {
                Some(Kind::FileNotAFile)
            };
            if let Some(wrong) = wrong {
                return Reading::refused(wrong);
            }
        }
        let (most, count) = (self.most, files.len() as i64);
        if count > most {
            return Reading::refused(Kind::FileTooMany { most, count });
        }
        Reading::Value(Answer::Files(files))
    }
}

impl Measure {
    /// What files it takes, where it is answered by files.
    pub(crate) fn files(&self) -> Option<&FileMeasure> {
        match self {
            Self::File(files) => Some(files),
            _ => None,
        }
    }
}

impl ValueKind for FileMeasure {
    fn expected(&self) -> Expected {
        Expected::Files
    }

    /// Each file stands on a line, as [`File::line`] writes it.
    #[inline(never)]
    fn typed(&self, text: &str, _: &Asked) -> Reading<Answer<'static>> {
        let mut files = Vec::new();
        for line in lines(text) {
            match File::of_line(line) {
                Some(file) => files.push(file),
                None => return Reading::refused(Kind::FileNotAFile),
            }
        }
        self.held(files)
    }

    fn reported<'a>(&self, raw: Raw<'a>) -> Option<Reading<Answer<'a>>> {
        let files = match raw {
            Raw::List(none) if none.is_empty() => return Some(Reading::Blank),
            Raw::Files(files) => files,
            _ => return None,
        };
        let is_twice = |(at, file): (usize, &File)| {
            let mut before = files.iter().take(at);
            before.any(|other| other.hash == file.hash)
        };
        // Before they are compared: how long a list may be is said of all of it.
        let are_few = files.len() as i64 <= MOST_FILES;
        if are_few && files.iter().enumerate().any(is_twice) {
            return Some(Reading::refused(Kind::FileNotAFile));
        }
        Some(self.held(files))
    }

    fn halves(&self) -> Option<Halves<'_>> {
        None
    }

    fn counted(&self) -> Counted<'_> {
        Counted::Nothing
    }

    fn in_words(&self, _: &str, _: Lang) -> Option<String> {
        None
    }

    fn is_echoed(&self) -> bool {
        false
    }

    fn control(&self) -> &'static Control {
        const {
            &Control {
                several: true,
                ..Control::line("file", "text")
            }
        }
    }

    /// How files are added and taken out, the page of files says.
    fn choices(&self, _: Lang) -> Vec<Choice> {
        Vec::new()
    }

    fn held(&self) -> Held {
        Held::Alone
    }

    fn carry(&self) -> Carry {
        Carry::Ends
    }

    fn roll_up(&self) -> RollUp<'_> {
        RollUp::Never
    }

    fn verify(&self, parts: &mut impl Parts) {
        let kinds = self.kinds.len() as i64;
        parts.number("kinds", kinds, 1, FileKind::ALL.len() as i64);
        parts.number("most", self.most, 1, MOST_FILES);
        parts.number("megabytes", self.megabytes, 1, MOST_MEGABYTES);
        parts.number("keepDays", self.keep_days.unwrap_or(1), 1, MOST_DAYS);
    }

    #[cfg(feature = "schema")]
    fn schema(&self, bounds: Bounds) -> serde_json::Value {
        let names: Vec<&str> = self.kinds.iter().map(|kind| kind.name()).collect();
        serde_json::json!({
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "hash": { "type": "string", "pattern": "^[0-9a-f]{64}$" },
                    "name": { "type": "string", "minLength": 3, "maxLength": super::file_ref::MAX_NAME },
                    "bytes": { "type": "integer", "minimum": 1, "maximum": self.megabytes.saturating_mul(MEGABYTE) },
                    "kind": { "enum": names },
                },
                "required": ["hash", "name", "bytes", "kind"],
                "additionalProperties": false,
            },
            "uniqueItems": true,
            "minItems": u8::from(bounds.required),
            "maxItems": self.most,
        })
    }

    #[cfg(feature = "sample")]
    fn invented(&self) -> Invented<'_> {
        Invented::File(self.kinds.first().copied().unwrap_or(FileKind::Pdf))
    }
}

#[cfg(test)]
mod tests {
    use crate::calendar::Period;
    use crate::read::from_str;
    use crate::value::{Answer, Asked, Measure, Raw, Reading, Value};
    use serde_json::{Value as Json, json};

    const HASH: &str = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    fn measure() -> Measure {
        let json = json!({"file": {"kinds": ["pdf", "image"], "most": 2, "megabytes": 1}});
        from_str(&json.to_string()).expect("a measure")
    }

    fn said(reading: &Reading<Answer<'_>>) -> String {
        match reading {
            Reading::Blank => "blank".to_owned(),
            Reading::Wrong(kind) => kind.code().to_owned(),
            Reading::Value(answer) => {
                let value = serde_json::to_value(answer.to_value());
                value.expect("a value").to_string()
            }
        }
    }

    fn typed(text: &str) -> String {
        let plan: Period = from_str(r#"{"from": "2023-01-01", "to": "2023-12-31"}"#).expect("days");
        let asked = Asked {
            plan,
            signed: false,
        };
        said(&measure().typed(text, &asked))
    }

    #[test]
    fn a_file_stands_on_a_line_and_goes_into_the_report_as_what_it_is() {
        let line = format!("{HASH} 1000000 pdf Báo cáo tổng kết.pdf");
        let file = json!([{"hash": HASH, "name": "Báo cáo tổng kết.pdf", "bytes": 1_000_000, "kind": "pdf"}]);
        assert_eq!(typed(&line), file.to_string());
        let other = line.replace("9f86", "0f86");
        let third = line.replace("9f86", "1f86");
        for (text, code) in [
            (format!("{HASH} 1000001 pdf a.pdf"), "file.tooLarge"),
            (format!("{HASH} 10 word a.docx"), "file.kind"),
            (format!("{line}\n{other}\n{third}"), "file.tooMany"),
            ("báo cáo.pdf".to_owned(), "file.notAFile"),
            (format!("{HASH} 10 exe a.exe"), "file.notAFile"),
            (format!("{HASH} 10 pdf a.pdf.exe"), "file.notAFile"),
            (format!("{HASH} 10 pdf ../a.pdf"), "file.notAFile"),
            (format!("{HASH} 10 pdf C:\\a.pdf"), "file.notAFile"),
            (format!("{HASH} 10 pdf .pdf"), "file.notAFile"),
            (format!("{HASH} 10 pdf a\u{202e}fdp.pdf"), "file.notAFile"),
            (format!("{HASH} 0 pdf a.pdf"), "file.notAFile"),
            (format!("{HASH} -5 pdf a.pdf"), "file.notAFile"),
            (
                format!("{} 10 pdf a.pdf", HASH.to_uppercase()),
                "file.notAFile",
            ),
        ] {
            assert_eq!(typed(&text), code, "{text}");
        }
    }

    #[test]
    fn a_report_names_each_file_once() {
        let one = json!({"hash": HASH, "name": "a.pdf", "bytes": 10, "kind": "pdf"});
        let reported = |value: Json| {
            let value: Value = serde_json::from_value(value).expect("a value");
            said(&measure().reported(Raw::from(&value)))
        };
        assert_eq!(reported(json!([one])), json!([one]).to_string());
        assert_eq!(reported(json!([])), "blank");
        assert_eq!(reported(json!([one, one])), "file.notAFile");
        assert_eq!(reported(json!(["a.pdf"])), "report.wrongType");
        assert_eq!(reported(json!("a.pdf")), "report.wrongType");
        assert_eq!(reported(json!(vec![one.clone(); 21])), "file.tooMany");
        for (member, value) in [
            ("name", json!("a/b.pdf")),
            ("name", json!("a.jpg")),
            ("hash", json!("9f")),
            ("bytes", json!(0)),
        ] {
            let mut wrong = one.clone();
            wrong[member] = value;
            assert_eq!(reported(json!([wrong])), "file.notAFile", "{wrong}");
        }
    }
}
