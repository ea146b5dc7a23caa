//! What is wrong in which cell, in whole sentences: where, what, and what to write instead.

use crate::finding::Severity;
use crate::message::{fill, severity};
use crate::text::{Both, Lang};
use serde::Serialize;

/// The most findings that are listed.
const MOST: usize = 300;

/// What is to be said of one cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct CellFinding {
    /// How bad it is: what has an error is not taken.
    pub severity: Severity,
    /// The same in a word.
    pub severity_text: String,
    /// The cell, "B12"; empty for the table as a whole.
    pub cell: String,
    /// What is wrong.
    pub message: String,
    /// What to write.
    pub mend: Option<String>,
}

/// A kind of finding.
pub(super) struct Told {
    severity: Severity,
    says: Both,
    mend: Option<Both>,
}

macro_rules! told {
    ($($name:ident: $severity:ident, $vi:literal, $en:literal $(; $mend_vi:literal, $mend_en:literal)?;)*) => {
        $(pub(super) static $name: Told = Told {
            severity: Severity::$severity,
            says: Both { vi: $vi, en: $en },
            mend: told!(@ $($mend_vi, $mend_en)?),
        };)*
    };
    (@ $vi:literal, $en:literal) => { Some(Both { vi: $vi, en: $en }) };
    (@) => { None };
}

told! {
    NO_NAME_COLUMN: Error,
        "Chưa rõ cột nào ghi tên đơn vị.", "Which column holds the names is not clear.";
        "Chọn cột ấy ở trên, hoặc ghi tiêu đề “Tên đơn vị” cho cột rồi chọn lại tệp.",
        "Choose it above, or write “Tên đơn vị” above it and choose the file again.";
    NO_LABEL_COLUMN: Error,
        "Chưa rõ cột nào ghi số liệu cần hỏi.", "Which column holds the figures is not clear.";
        "Chọn cột ấy ở trên, hoặc ghi tiêu đề “Nội dung” cho cột rồi chọn lại tệp.",
        "Choose it above, or write “Nội dung” above it and choose the file again.";
    FORMULA: Error,
        "Ô {cell} là công thức nên không lấy.", "Cell {cell} is a formula and is not taken.";
        "Chép ô ấy rồi dán lại bằng “Dán giá trị” (Paste Values).", "Copy the cell and paste its value.";
    MISTAKE: Error,
        "Ô {cell} đang báo lỗi “{text}” nên không lấy.", "Cell {cell} shows “{text}” and is not taken.";
        "Ghi lại nội dung của ô ấy.", "Write what it is to say.";
    NO_NAME: Warning,
        "Dòng {row} chưa lấy vì ô {cell} để trống.", "Row {row} is not taken: cell {cell} is blank.";
        "Nếu là một mục thì ghi tên vào ô {cell}.", "Write its name into {cell} if it is one.";
    NO_LETTERS: Error,
        "Ô {cell} ghi “{text}”, không phải tên.", "Cell {cell} says “{text}”, which is no name.";
        "Ghi tên vào ô ấy.", "Write the name into it.";
    TOO_LONG: Error,
        "Ô {cell} dài quá {most} ký tự.", "Cell {cell} is longer than {most} characters.";
        "Ghi ngắn hơn.", "Write less.";
    TWICE: Warning,
        "Ô {cell} ghi “{text}”, trùng với ô {other}, nên chỉ lấy một lần.",
        "Cell {cell} says “{text}” as {other} does; it is taken once.";
        "Nếu là hai mục khác nhau thì ghi thêm vào tên để phân biệt.", "Tell them apart if they are two.";
    UNNUMBERED: Warning,
        "Dòng {row} (“{text}”) không có số thứ tự nên chưa lấy.",
        "Row {row} (“{text}”) bears no running number and is not taken.";
        "Nếu là đơn vị thì ghi số thứ tự cho dòng ấy.", "Number it if it is a unit.";
    TOTAL: Info,
        "Dòng {row} là dòng cộng nên không lấy.", "Row {row} adds up others and is not taken.";
    NO_PHONE: Warning,
        "Ô {cell} ghi “{text}”, chưa phải số điện thoại.", "Cell {cell} says “{text}”, which is no telephone number.";
        "Ghi đủ 10 chữ số của số di động, có số 0 ở đầu.", "Write all ten digits, with the 0 in front.";
    NO_COUNT: Warning,
        "Ô {cell} ghi “{text}”, không phải số nguyên nên không lấy.", "Cell {cell} says “{text}”, which is no whole number, and is not taken.";
        "Ghi một số nguyên, ví dụ 120.", "Write a whole number, such as 120.";
    DROPPED_ZERO: Info,
        "Excel đã bỏ số 0 ở đầu {count} số điện thoại (từ ô {cell}); máy thêm lại số 0.",
        "The workbook dropped the 0 in front of {count} telephone numbers (from {cell}); it is put back.";
    NEW_GROUP: Warning,
        "“{text}” (ô {cell}) chưa có trong kế hoạch nên sẽ được thêm.",
        "“{text}” (cell {cell}) is not in the plan and will be added.";
        "Nếu là “{other}” thì sửa ô ấy cho giống.", "Write “{other}” if that is meant.";
    UNKNOWN_KIND: Error,
        "Ô {cell} ghi “{text}”, máy chưa hiểu cách trả lời này.", "Cell {cell} says “{text}”, which is no known way to answer.";
        "Ghi một trong: số đếm, tỷ lệ, số tiền, số đo, có hay chưa, câu chữ, chọn, ngày, giờ, đường dẫn, điện thoại, thư điện tử, bảng, tệp.",
        "Write one of: count, share, money, quantity, done, words, choice, date, link, phone, email.";
    UNKNOWN_COMBINE: Error,
        "Ô {cell} ghi “{text}”, máy chưa hiểu cách gộp các kỳ này.", "Cell {cell} says “{text}”, which is no known way to combine.";
        "Ghi một trong: cộng các kỳ, số hiện có, lũy kế, số cao nhất.", "Write one of: sum, latest, cumulative, maximum.";
    UNKNOWN_REQUIRED: Error,
        "Ô {cell} ghi “{text}”, chưa rõ là bắt buộc hay không.", "Cell {cell} says “{text}”; whether it is required is not clear.";
        "Ghi “x” nếu bắt buộc, để trống nếu không.", "Write “x” where it is required, and nothing elsewhere.";
    OF_TARGET: Warning,
        "Số liệu ở ô {cell} gắn với một chỉ tiêu nên giữ cách trả lời đang có.",
        "The figure in {cell} belongs to a target and keeps its kind.";
        "Sửa cách trả lời ở chính chỉ tiêu ấy.", "Correct it at the target.";
    TOO_MANY: Error,
        "Kế hoạch đã đủ {most} mục nên các dòng từ ô {cell} trở đi không lấy.",
        "The plan has {most} of them already; rows from {cell} on are not taken.";
    AND_MORE: Info,
        "Còn {count} điểm nữa. Sửa những điểm trên rồi chọn lại tệp.", "There are {count} more. Mend these and choose the file again.";
}

/// Findings in the making.
pub(super) struct Findings {
    pub lang: Lang,
    pub all: Vec<CellFinding>,
    more: usize,
}

impl Findings {
    pub const fn new(lang: Lang) -> Self {
        Self {
            lang,
            all: Vec::new(),
            more: 0,
        }
    }

    pub fn say(&mut self, told: &Told, cell: &str, words: &[(&str, &str)]) {
        if self.all.len() >= MOST {
            self.more += 1;
            return;
        }
        let mut words = words.to_vec();
        words.push(("cell", cell));
        self.all.push(CellFinding {
            severity: told.severity,
            severity_text: severity(told.severity, self.lang).to_owned(),
            cell: cell.to_owned(),
            message: fill(told.says.of(self.lang), &words),
            // A mend that has nothing to name is none.
            mend: told
                .mend
                .map(|mend| fill(mend.of(self.lang), &words))
                .filter(|mend| !mend.contains('{')),
        });
    }

    /// All of them, the worst first.
    pub fn sorted(mut self) -> Vec<CellFinding> {
        if self.more > 0 {
            let count = (self.more + 1).to_string();
            self.all.pop();
            self.say(&AND_MORE, "", &[("count", &count)]);
        }
        crate::order::sort(&mut self.all, |a, b| a.severity.cmp(&b.severity));
        self.all
    }
}

/// A cell's words as a finding repeats them.
pub(super) fn short(text: &str) -> String {
    let text = crate::text::single_line(text);
    let mut short: String = text.chars().take(60).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
