//! Why a piece of a plan's JSON was refused, in Vietnamese. English is the problem's own [`Display`](std::fmt::Display); what a
//! value must look like is said there by its type, and here of each of these sentences.

mod bounded;
mod english;

use super::fill::fill;
use crate::read::Problem;
use crate::text::format_count;
pub(super) use english::{in_english, whole};

/// What is wrong at that place of a plan, and how to mend it.
pub(super) fn refused(problem: &Problem, at: &str) -> String {
    match problem {
        Problem::NotJson { detail } => {
            let detail = worded(JSON, detail);
            fill("Đây không phải là JSON: {detail}.", &[("detail", detail)])
        }
        Problem::EndsEarly => "Nội dung dừng giữa chừng. Hãy kiểm tra xem tệp có đủ không.".into(),
        Problem::MissingField { field } => {
            fill("Thiếu trường “{field}”. Hãy thêm vào.", &[("field", field)])
        }
        Problem::UnknownField { field, expected } => fill(
            "Ở đây không có trường “{field}”. Hãy sửa tên hoặc bỏ đi (có thể dùng: {expected}).",
            &[("field", field), ("expected", expected)],
        ),
        Problem::RepeatedField { field } => fill(
            "Trường “{field}” ghi hai lần. Hãy giữ một.",
            &[("field", field)],
        ),
        Problem::UnknownWord { found, expected } => fill(
            "Ở đây không dùng “{found}”. Hãy chọn một trong: {expected}.",
            &[("found", found), ("expected", expected)],
        ),
        Problem::WrongType { found, expected } => of_another_type(found, expected, at),
        Problem::WrongValue { detail } => {
            let number = detail.strip_prefix("invalid value: ");
            match number.and_then(|both| both.split_once(", expected ")) {
                Some((found, expected)) => of_another_type(found, expected, at),
                None => fill(
                    "Giá trị không hợp lệ: {detail}.",
                    &[("detail", worded(VALUES, detail))],
                ),
            }
        }
        Problem::Format { found, known } => fill(
            "Chưa biết format {found}. Bản này đọc format {known}.",
            &[("found", &found.to_string()), ("known", &known.to_string())],
        ),
    }
}

fn of_another_type(there: &str, wanted: &str, at: &str) -> String {
    fill(
        "Đang là {found}; cần {expected}.",
        &[
            ("found", &found(there)),
            ("expected", &expected(wanted, at)),
        ],
    )
}

/// Whether plans are made and judged here: their JSON is written by nobody who fills in a form, which loads none of these sentences.
pub(super) const MAKES_PLANS: bool = cfg!(any(
    feature = "reading",
    feature = "cli",
    feature = "collector"
));

/// What a sentence of such a table says; itself where the table does not have it.
fn worded<'w>(table: &[(&str, &'w str)], words: &'w str) -> &'w str {
    if !MAKES_PLANS {
        return words;
    }
    let known = table.iter().find(|(english, _)| *english == words);
    known.map_or(words, |(_, vietnamese)| *vietnamese)
}

/// What the JSON reader says.
const JSON: &[(&str, &str)] = &[
    ("trailing comma", "thừa dấu phẩy ở trước dấu đóng ngoặc"),
    ("expected `:`", "sau tên trường phải có dấu hai chấm"),
    (
        "expected `,` or `}`",
        "thiếu dấu phẩy, hoặc thiếu dấu đóng ngoặc }",
    ),
    (
        "expected `,` or `]`",
        "thiếu dấu phẩy, hoặc thiếu dấu đóng ngoặc ]",
    ),
    (
        "key must be a string",
        "tên trường phải nằm trong dấu ngoặc kép",
    ),
    ("expected value", "chỗ này phải có một giá trị"),
    (
        "expected ident",
        "chỉ dùng được true, false hoặc null, không có ngoặc kép",
    ),
    ("trailing characters", "còn nội dung thừa sau phần cuối"),
    (
        "control character (\\u0000-\\u001F) found while parsing a string",
        "trong ngoặc kép có chỗ xuống dòng hoặc dấu tab; hãy ghi là \\n hoặc \\t",
    ),
    (
        "invalid escape",
        "sau dấu \\ là một chữ không dùng được; muốn ghi dấu \\ thì ghi \\\\",
    ),
    (
        "invalid number",
        "số ghi không đúng cách, ví dụ thừa số 0 ở đầu",
    ),
    ("number out of range", "số quá lớn"),
    (
        "recursion limit exceeded",
        "các ngoặc lồng nhau quá nhiều lớp",
    ),
    ("invalid unicode code point", "mã chữ \\u không đúng"),
    (
        "lone leading surrogate in hex escape",
        "mã chữ \\u không đúng",
    ),
    ("unexpected end of hex escape", "mã chữ \\u không đúng"),
];

/// How a value must look.
const VALUES: &[(&str, &str)] = &[
    (
        "a date must be written YYYY-MM-DD, for example \"2023-02-26\"",
        "ngày phải ghi năm-tháng-ngày, ví dụ \"2023-02-26\"",
    ),
    (
        "the year must lie in 1900 to 2199",
        "năm phải từ 1900 đến 2199",
    ),
    ("the month must be 01 to 12", "tháng phải từ 01 đến 12"),
    ("the month has no such day", "tháng này không có ngày ấy"),
    (
        "a day of the year must be written MM-DD, for example \"09-05\" for 5 September",
        "ngày trong năm phải ghi tháng-ngày, ví dụ \"09-05\" là ngày 5 tháng 9",
    ),
    (
        "every year must have the day: not 02-29, 02-30 or 04-31",
        "phải là ngày mà năm nào cũng có: không phải 02-29, 02-30 hay 04-31",
    ),
    (
        "a day of the month must be 1 to 31",
        "ngày trong tháng phải từ 1 đến 31",
    ),
    (
        "a time of day must be written HH:MM, for example \"17:00\"",
        "giờ phải ghi giờ:phút, ví dụ \"17:00\"",
    ),
    (
        "the hour must be 00 to 23, or the time 24:00 for the end of the day",
        "giờ phải từ 00 đến 23; cuối ngày thì ghi 24:00",
    ),
    (
        "minutes and seconds must be 00 to 59",
        "phút và giây phải từ 00 đến 59",
    ),
    (
        "an offset must be written +HH:MM, for example \"+07:00\"",
        "múi giờ phải ghi +giờ:phút, ví dụ \"+07:00\"",
    ),
    (
        "the offset must lie in -12:00 to +14:00",
        "múi giờ phải từ -12:00 đến +14:00",
    ),
    (
        "a period must not end before it starts: \"to\" lies before \"from\"",
        "ngày cuối (\"to\") đứng trước ngày đầu (\"from\"); hãy đổi chỗ hoặc sửa lại",
    ),
    (
        "with \"at\", \"to\" is \"from\"",
        "kỳ có giờ (\"at\") chỉ gồm một ngày: \"to\" phải là \"from\"",
    ),
    (
        "an id is 1 to 64 of a-z, 0-9 and '-', for example \"weekly-report\"",
        "mã gồm từ 1 đến 64 chữ a-z, số 0-9 và dấu -, ví dụ \"bao-cao-tuan\"",
    ),
    ("a ratio is written \"2/3\"", "phân số ghi như \"2/3\""),
    (
        "a share is written \"98,5 %\", from 0 % to 100 %, or as a whole number of hundredths of a percent",
        "tỷ lệ ghi như \"98,5 %\", từ 0 % đến 100 %, hoặc bằng số nguyên phần vạn",
    ),
    (
        "a deadline needs \"daysAfter\", \"workingDaysAfter\", or \"dayOfMonth\" and perhaps \"monthsAfter\"",
        "hạn gửi cần đúng một trong \"daysAfter\", \"workingDaysAfter\", \"dayOfMonth\"; chỉ \"dayOfMonth\" mới đi cùng \"monthsAfter\"",
    ),
    (
        "the second semester starts on another day than the first, and a cycle of \"days\" has 2 to 366",
        "học kỳ II phải bắt đầu vào ngày khác học kỳ I, và chu kỳ theo \"days\" phải từ 2 đến 366 ngày",
    ),
];

/// Types of values.
const TYPES: &[(&str, &str)] = &[
    ("a string", "chữ trong dấu ngoặc kép"),
    ("a boolean", "true hoặc false, không có ngoặc kép"),
    ("a sequence", "danh sách […]"),
    ("a map", "nhóm trường {…}"),
    ("a map of one member", "nhóm {…} chỉ có một trường"),
    ("i64", "số nguyên"),
];

/// Whole numbers from 0 on, or on both sides of it, by their types.
const WHOLE: &[(&str, i64, i64)] = &[
    ("u8", 0, u8::MAX as i64),
    ("u16", 0, u16::MAX as i64),
    ("u32", 0, u32::MAX as i64),
    ("i16", i16::MIN as i64, i16::MAX as i64),
];

/// From where to where a whole number may lie that was wanted there; none of another type, or of any number.
fn whole_at(wanted: &str, at: &str) -> Option<(i64, i64)> {
    let of_type = WHOLE.iter().find(|(english, ..)| *english == wanted);
    let of_type = of_type.map(|(_, least, most)| (*least, *most));
    if of_type.is_none() && wanted != "i64" {
        return None;
    }
    bounded::bounds(at).or(of_type)
}

fn expected(wanted: &str, at: &str) -> String {
    if !MAKES_PLANS {
        return wanted.to_owned();
    }
    if let Some((least, most)) = whole_at(wanted, at) {
        let (least, most) = (format_count(least), format_count(most));
        return fill(
            "số nguyên từ {least} đến {most}",
            &[("least", &least), ("most", &most)],
        );
    }
    let known = TYPES
        .iter()
        .chain(VALUES)
        .find(|(english, _)| *english == wanted);
    if let Some((_, vietnamese)) = known {
        return (*vietnamese).to_owned();
    }
    let prefixed = [
        ("a map, ", "nhóm "),
        ("only the word ", "chỉ từ "),
        ("`", "một trong: `"),
    ];
    let prefixed = prefixed.iter().find_map(|(english, vietnamese)| {
        Some([vietnamese, wanted.strip_prefix(english)?].concat())
    });
    prefixed.unwrap_or_else(|| wanted.to_owned())
}

fn found(there: &str) -> String {
    if !MAKES_PLANS {
        return there.to_owned();
    }
    let marked = [("string ", "chữ "), ("integer ", "số "), ("boolean ", "")];
    if let Some(said) = marked
        .iter()
        .find_map(|(english, vietnamese)| Some([vietnamese, there.strip_prefix(english)?].concat()))
    {
        return said;
    }
    let found = match there {
        "nothing" => "chỗ trống",
        "a number that is not whole or too large" => "số không nguyên hoặc quá lớn",
        "sequence" => "danh sách […]",
        "map" => "nhóm trường {…}",
        other => other,
    };
    found.to_owned()
}

#[cfg(test)]
mod tests;
