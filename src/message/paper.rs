//! The words of what is made to be kept beside the screen, a form on paper or a calendar, beside what the plan and the form
//! say.

use super::either;
use super::fill::fill;
use super::target::threshold;
use super::time::deadline;
use crate::plan::{Deadline, Measure, Threshold};
use crate::text::{self, Lang};

/// What stands on a form on paper before a place to write at, or beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// Which unit reports.
    Unit,
    /// Of which period.
    Period,
    /// By when.
    Deadline,
    /// By when, of a report that a calendar reminds of.
    Due,
    /// What a calendar of deadlines is called.
    Deadlines,
    /// To which office, on the paper itself.
    To,
    /// To which office, where a calendar tells of it.
    Receiver,
    /// By which way.
    Channel,
    /// That a mark stands at what must be answered.
    Required,
    /// That one box is to be ticked.
    One,
    /// That several boxes can be ticked.
    Several,
    /// Over the plan's activities.
    Planned,
    /// The number of a row.
    Row,
    /// That there may be more rows than the paper has.
    MoreRows,
    /// Where and when it is signed.
    Signed,
    /// Who signs.
    Signer,
    /// How.
    Signature,
}

/// The words at such a place.
#[must_use]
pub fn paper(place: Paper, lang: Lang) -> &'static str {
    match place {
        Paper::Unit => either(lang, "Đơn vị báo cáo", "Reporting unit"),
        Paper::Period => either(lang, "Kỳ báo cáo", "Period"),
        Paper::Deadline => either(lang, "hạn gửi", "deadline"),
        Paper::Due => either(lang, "Hạn gửi", "Due"),
        Paper::Deadlines => either(lang, "Lịch hạn gửi báo cáo", "Report deadlines"),
        Paper::To => either(lang, "Kính gửi", "To"),
        Paper::Receiver => either(lang, "Gửi về", "Sent to"),
        Paper::Channel => either(lang, "Hình thức gửi", "Sent by"),
        Paper::Required => either(
            lang,
            "Mục có dấu * là bắt buộc.",
            "Items marked * are required.",
        ),
        Paper::One => either(lang, "Đánh dấu một ô.", "Tick one box."),
        Paper::Several => either(lang, "Có thể đánh dấu nhiều ô.", "Tick all that apply."),
        Paper::Planned => either(
            lang,
            "Hoạt động theo kế hoạch (đánh dấu hoạt động đã làm, rồi ghi vào bảng dưới)",
            "Activities of the plan (tick what was done, then list it below)",
        ),
        Paper::Row => either(lang, "STT", "No."),
        Paper::MoreRows => either(
            lang,
            "Nếu thiếu dòng, xin kẻ thêm vào một tờ kèm theo.",
            "If there are too few rows, add a sheet.",
        ),
        Paper::Signed => either(
            lang,
            "……………………, ngày …… tháng …… năm ………",
            "……………………, date ………………………",
        ),
        Paper::Signer => either(lang, "Người lập báo cáo", "Prepared by"),
        Paper::Signature => either(lang, "(ký, ghi rõ họ tên)", "(signature, full name)"),
    }
}

/// What a section of a document says of a deadline otherwise than the one that holds: "Mục V.4.2 của kế hoạch ghi: trước
/// 09g00, thứ Sáu 3/3/2023."
#[must_use]
pub fn otherwise(section: &str, document: Option<&str>, stated: &Deadline, lang: Lang) -> String {
    let document =
        document.map_or_else(|| either(lang, "kế hoạch", "plan").to_owned(), text::small);
    fill(
        either(
            lang,
            "Mục {section} của {document} ghi: {deadline}.",
            "Section {section} of the {document} says: {deadline}.",
        ),
        &[
            ("section", section),
            ("document", &document),
            ("deadline", &deadline(stated, lang)),
        ],
    )
}

/// How many activities a list asks for at least.
#[must_use]
pub fn at_least(activities: u16, lang: Lang) -> String {
    let number = activities.to_string();
    match lang {
        Lang::Vi => ["Ghi ít nhất ", &number, " hoạt động."].concat(),
        Lang::En => ["List at least ", &number, "."].concat(),
    }
}

/// Between which numbers: "từ 1 vụ trở lên", "không quá 5 vụ", "từ 1 vụ đến 5 vụ", "đúng 3 vụ".
#[must_use]
pub fn bounds(
    least: Option<Threshold>,
    most: Option<Threshold>,
    measure: &Measure,
    lang: Lang,
) -> String {
    let number = |bound: Option<Threshold>| {
        let mut out = String::new();
        if let Some(bound) = bound {
            threshold(&mut out, bound, measure, lang);
        }
        out
    };
    let pattern = match (least, most) {
        (_, None) => either(lang, "từ {least} trở lên", "at least {least}"),
        (None, Some(_)) => either(lang, "không quá {most}", "at most {most}"),
        (Some(least), Some(most)) if least == most => {
            either(lang, "đúng {least}", "exactly {least}")
        }
        (Some(_), Some(_)) => either(lang, "từ {least} đến {most}", "{least} to {most}"),
    };
    fill(
        pattern,
        &[("least", &number(least)), ("most", &number(most))],
    )
}

/// Upon which answer something is asked: "Chỉ trả lời nếu “Hình thức” là: Trực tuyến."
#[must_use]
pub fn only_upon(question: &str, answers: &str, lang: Lang) -> String {
    fill(
        either(
            lang,
            "Chỉ trả lời nếu “{question}” là: {answers}.",
            "Answer only if “{question}” is: {answers}.",
        ),
        &[("question", question), ("answers", answers)],
    )
}

#[cfg(test)]
mod tests {
    use super::bounds;
    use crate::plan::{Measure, Threshold};
    use crate::read::from_str;
    use crate::text::Lang::{En, Vi};

    #[test]
    fn between_which_numbers_something_is_asked() {
        let measure: Measure = from_str(r#"{"count": {"noun": "vụ"}}"#).unwrap();
        for (least, most, vi, en) in [
            (Some(1), None, "từ 1 vụ trở lên", "at least 1 vụ"),
            (None, Some(5), "không quá 5 vụ", "at most 5 vụ"),
            (Some(1), Some(5), "từ 1 vụ đến 5 vụ", "1 vụ to 5 vụ"),
            (Some(3), Some(3), "đúng 3 vụ", "exactly 3 vụ"),
        ] {
            let [least, most] = [least, most].map(|bound| bound.map(Threshold::Count));
            assert_eq!(bounds(least, most, &measure, Vi), vi);
            assert_eq!(bounds(least, most, &measure, En), en);
        }
    }
}
