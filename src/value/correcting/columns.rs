//! The columns of a table as lines that whoever makes a plan types: "Giá trị: tiền, bắt buộc".

use super::{Unfit, answers};
use crate::read::Id;
use crate::text::{fold, is_blank, single_line};
use crate::value::{
    ChoiceMeasure, Column, CountMeasure, DateMeasure, DoneMeasure, EmailMeasure, HASH, LinkMeasure,
    Measure, MoneyMeasure, PhoneMeasure, QuantityMeasure, ShareMeasure, TextMeasure,
};
use std::sync::Arc;

/// How long an answer in words may be, in characters.
const WORDS: u32 = 200;
/// What says that no row goes without a column.
const REQUIRED: &str = "bắt buộc";
/// What begins the answers to choose from, and parts them.
const CHOICE: &str = "chọn ";
const BETWEEN: &str = " / ";

/// A line for each column.
pub(super) fn lines(columns: &[Column]) -> String {
    let mut lines = Vec::new();
    for column in columns {
        let required = if column.required { [", ", REQUIRED].concat() } else { String::new() };
        lines.push([&column.label, ": ", &words(&column.measure), &required].concat());
    }
    lines.join("\n")
}

/// The columns of such lines. One that stood there under that name keeps its identity and whatever else is stated of it.
pub(super) fn read(
    before: &[Column],
    text: &str,
    id: impl Fn(&str, &dyn Fn(&str) -> bool) -> Id,
) -> Result<Vec<Column>, Unfit> {
    let mut columns: Vec<Column> = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !is_blank(line)) {
        let (label, kind) = line.split_once(':').unwrap_or((line, "chữ"));
        let (label, kind) = (single_line(label), kind.trim());
        let is_free = |one: &&Column| !columns.iter().any(|other| other.id == one.id);
        let known = before.iter().filter(is_free).find(|one| one.label == label);
        let (kind, required) = match kind.strip_suffix(REQUIRED) {
            Some(kind) => (kind.trim().trim_end_matches(',').trim(), true),
            None => (kind, false),
        };
        let stands = known.filter(|one| words(&one.measure) == kind);
        if let Some(stands) = stands {
            let stands = stands.clone();
            columns.push(Column { required, ..stands });
            continue;
        }
        let is_taken = |id: &str| {
            id == HASH || columns.iter().chain(before).any(|one| one.id == *id)
        };
        let measure = measure(kind, &|label, is_taken| id(label, is_taken)).ok_or(Unfit::Columns)?;
        columns.push(Column {
            id: known.map_or_else(|| id(&label, &is_taken), |one| one.id.clone()),
            hint: known.and_then(|one| one.hint.clone()),
            label,
            measure: Arc::new(measure),
            required,
            least: None,
            most: None,
            plausible: None,
            estimates: false,
        });
    }
    if columns.is_empty() {
        return Err(Unfit::Blank);
    }
    Ok(columns)
}

/// What a line says of how a column is answered.
fn words(measure: &Measure) -> String {
    match measure {
        Measure::Count(count) => ["số ", &count.noun].concat(),
        Measure::Money(_) => "tiền".to_owned(),
        Measure::Text(text) if text.lines => "chữ nhiều dòng".to_owned(),
        Measure::Text(_) => "chữ".to_owned(),
        Measure::Date(_) => "ngày".to_owned(),
        Measure::Done(_) => "có hay chưa".to_owned(),
        Measure::Phone(_) => "điện thoại".to_owned(),
        Measure::Email(_) => "thư điện tử".to_owned(),
        Measure::Link(_) => "đường dẫn".to_owned(),
        Measure::Quantity(quantity) => ["đo bằng ", &quantity.unit].concat(),
        Measure::Choice(choice) => {
            let labels: Vec<&str> = choice.answers.iter().map(|one| &*one.label).collect();
            [CHOICE, &labels.join(BETWEEN)].concat()
        }
        Measure::Share(share) => {
            ["tỷ lệ ", &share.part, BETWEEN, &share.whole, " (", &share.noun, ")"].concat()
        }
        other => ["giữ cách trả lời “", other.control().kind, "”"].concat(),
    }
}

/// The kind of value that such words mean; they are read without regard to marks and case.
fn measure(
    kind: &str,
    id: &dyn Fn(&str, &dyn Fn(&str) -> bool) -> Id,
) -> Option<Measure> {
    let said = fold(kind);
    // What follows the first words, as it was typed.
    let after = |words: usize| {
        let rest: Vec<&str> = kind.split_whitespace().skip(words).collect();
        Some(rest.join(" ")).filter(|rest| !rest.is_empty())
    };
    let noun = |noun: String| -> Measure { CountMeasure { noun }.into() };
    Some(match &*said {
        "chu" | "cau chu" | "ten" | "words" | "text" => words_of(false),
        "chu nhieu dong" | "nhieu dong" => words_of(true),
        "tien" | "so tien" | "dong" | "money" => MoneyMeasure.into(),
        "ngay" | "date" => DateMeasure.into(),
        "co hay chua" | "co hay khong" | "co chua" | "co khong" | "done" => DoneMeasure.into(),
        "dien thoai" | "so dien thoai" | "phone" => PhoneMeasure.into(),
        "thu dien tu" | "email" | "e mail" => EmailMeasure.into(),
        "duong dan" | "link" => LinkMeasure.into(),
        "so" | "count" => return None,
        _ if said.starts_with("do bang ") => QuantityMeasure {
            unit: after(2)?,
            decimals: 1,
        }
        .into(),
        _ if said.starts_with("so ") => noun(after(1)?),
        _ if said.starts_with("chon ") => {
            let listed = after(1)?.split('/').collect::<Vec<_>>().join("\n");
            let answers = answers(&[], &listed, id);
            let several = false;
            (answers.len() > 1).then_some(ChoiceMeasure { answers, several }.into())?
        }
        _ if said.starts_with("ty le ") => {
            let halves = after(2)?;
            let (part, whole) = halves.split_once('/')?;
            let (whole, noun) = whole.split_once('(').unwrap_or((whole, "người"));
            let [part, whole, noun] = [part, whole, noun.trim_end_matches(')')].map(single_line);
            let is_said = [&part, &whole, &noun].iter().all(|said| !is_blank(said));
            is_said.then_some(ShareMeasure { part, whole, noun }.into())?
        }
        _ => return None,
    })
}

fn words_of(lines: bool) -> Measure {
    TextMeasure { max: WORDS, lines }.into()
}

#[cfg(test)]
mod tests {
    use super::{lines, read};
    use crate::read::Id;
    use crate::value::Column;
    use crate::value::correcting::Unfit;

    fn made(before: &[Column], text: &str) -> Result<Vec<Column>, Unfit> {
        read(before, text, |label, is_taken| {
            let id = crate::text::fold(label).replace(' ', "-");
            let id = if is_taken(&id) { [&*id, "-2"].concat() } else { id };
            Id::new(id).unwrap()
        })
    }

    #[test]
    fn columns_are_typed_one_a_line_and_stand_again_as_typed() {
        let text = "Tên công trình: chữ, bắt buộc\nGiá trị: tiền\nNgười tham gia: số người\n\
            Chiều dài: đo bằng km\nNgày khánh thành: ngày\nHình thức: chọn Làm mới / Sửa chữa, bắt buộc\n\
            Tán thành: tỷ lệ đồng ý / có mặt (người)\nBàn giao: có hay chưa\nLiên hệ: điện thoại\n\
            Thư: thư điện tử\nBài viết: đường dẫn\nGhi chú: chữ nhiều dòng";
        let columns = made(&[], text).unwrap();
        assert_eq!(lines(&columns), text);
        assert_eq!(columns[0].id.as_str(), "ten-cong-trinh");
        assert_eq!(made(&columns, text).unwrap(), columns);
    }

    #[test]
    fn what_stood_there_keeps_its_identity_and_what_else_is_stated() {
        let mut before = made(&[], "Tên: chữ\nGiá trị: tiền").unwrap();
        before[1].most = Some(5);
        before[1].hint = Some("đồng".to_owned());
        let after = made(&before, "Giá trị: tiền, bắt buộc\nTên: số tên\nTên: chữ\nHash: chữ").unwrap();
        assert_eq!((after[0].most, after[0].required), (Some(5), true));
        assert_eq!(after[1].id, before[0].id);
        let ids: Vec<_> = after.iter().map(|one| one.id.as_str()).collect();
        assert_eq!(ids, ["gia-tri", "ten", "ten-2", "hash-2"]);
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        for text in ["Tên: gì đó", "Tên: số", "Tên: chọn Một", "Tên: tỷ lệ một"] {
            assert_eq!(made(&[], text), Err(Unfit::Columns), "{text}");
        }
        assert_eq!(made(&[], " \n"), Err(Unfit::Blank));
        assert_eq!(made(&[], "Họ và tên").unwrap()[0].measure.control().kind, "text");
    }
}
