//! What is wrong with a plan's JSON, in words. English is the error's own [`Display`](std::fmt::Display), made whole
//! sentences where plans are made.

use super::fill::fill;
use super::misread::{MAKES_PLANS, in_english, refused, whole};
use crate::plan::{Id, PlanError, PlanPart, PlanProblem, Reads};
use crate::read::{Misread, Problem};
use crate::text::{Lang, format_count};

/// What is wrong and how to mend it, after its place:
/// "Dòng 12, cột 5 (/duties/2/template): Kế hoạch không có mẫu báo cáo “tuan”. Hãy thêm vào, hoặc sửa lại mã. Đã có: weekly."
#[must_use]
pub fn plan_error(error: &PlanError, lang: Lang) -> String {
    if lang == Lang::En && !MAKES_PLANS {
        return error.to_string();
    }
    let mut sentence = match &error.problem {
        PlanProblem::Misread(problem) => misread_at(problem, &error.pointer, lang),
        problem => plan_problem(problem, lang),
    };
    sentence.push_str(&known(&error.problem, lang));
    placed(&error.pointer, error.line, error.column, &sentence, lang)
}

/// [`plan_error`], of what is not of a plan's shape.
#[must_use]
pub fn misread(misread: &Misread, lang: Lang) -> String {
    if lang == Lang::En && !MAKES_PLANS {
        let whole = if misread.pointer.is_empty() {
            "the plan "
        } else {
            ""
        };
        return [whole, &misread.to_string()].concat();
    }
    let sentence = misread_at(&misread.problem, &misread.pointer, lang);
    placed(
        &misread.pointer,
        misread.line,
        misread.column,
        &sentence,
        lang,
    )
}

fn misread_at(problem: &Problem, at: &str, lang: Lang) -> String {
    if is_english(lang) {
        in_english(problem, at)
    } else {
        refused(problem, at)
    }
}

/// Where a reference could lead, by the identities that stand in the plan's JSON.
fn known(problem: &PlanProblem, lang: Lang) -> String {
    let PlanProblem::UnknownId { known, .. } = problem else {
        return String::new();
    };
    let known: Vec<&str> = known.iter().map(Id::as_str).collect();
    match lang {
        _ if known.is_empty() => String::new(),
        Lang::Vi => fill(" Đã có: {known}.", &[("known", &known.join(", "))]),
        Lang::En => fill(" Known: {known}.", &[("known", &known.join(", "))]),
    }
}

/// Whether these sentences are said in English: only where plans are made.
fn is_english(lang: Lang) -> bool {
    MAKES_PLANS && lang == Lang::En
}

fn placed(at: &str, line: usize, column: usize, sentence: &str, lang: Lang) -> String {
    let words = [
        ("line", &*line.to_string()),
        ("column", &column.to_string()),
        ("at", at),
        ("sentence", sentence),
    ];
    fill(
        match (line, at) {
            (0, "") => "{sentence}",
            (0, _) => "{at}: {sentence}",
            (_, "") if is_english(lang) => "Line {line}, column {column}: {sentence}",
            _ if is_english(lang) => "Line {line}, column {column} ({at}): {sentence}",
            (_, "") => "Dòng {line}, cột {column}: {sentence}",
            _ => "Dòng {line}, cột {column} ({at}): {sentence}",
        },
        &words,
    )
}

/// What is wrong and how to mend it, where the place is said otherwise.
#[must_use]
pub fn plan_problem(problem: &PlanProblem, lang: Lang) -> String {
    if lang == Lang::En {
        return match problem {
            _ if !MAKES_PLANS => problem.to_string(),
            PlanProblem::Misread(problem) => in_english(problem, ""),
            _ => whole(&problem.to_string()),
        };
    }
    match problem {
        PlanProblem::Misread(problem) => refused(problem, ""),
        PlanProblem::RepeatedId { part, id } => fill(
            "Đã có {part} khác mang mã “{id}”. Hãy đặt cho mỗi nơi một mã riêng.",
            &[("part", name(*part)), ("id", id.as_str())],
        ),
        PlanProblem::UnknownId { part, id, .. } => fill(
            "Kế hoạch không có {part} “{id}”. Hãy thêm vào, hoặc sửa lại mã.",
            &[("part", name(*part)), ("id", id.as_str())],
        ),
        PlanProblem::ParentCycle { unit } => fill(
            "Đơn vị “{id}” đứng trên chính nó. Hãy sửa lại đơn vị cấp trên.",
            &[("id", unit.as_str())],
        ),
        PlanProblem::MergedIntoItself { unit } => fill(
            "Đơn vị “{id}” sáp nhập vào chính nó. Hãy ghi đơn vị kia.",
            &[("id", unit.as_str())],
        ),
        PlanProblem::Empty => "Danh sách còn trống. Hãy thêm ít nhất một mục.".into(),
        PlanProblem::TooFew { least, found } => fill(
            "Danh sách có {found} mục, cần ít nhất {least}.",
            &[("found", &count(*found)), ("least", &count(*least))],
        ),
        PlanProblem::NotAColumn => "Một ô của bảng không chứa được bảng khác hoặc nhiều câu trả lời. Hãy hỏi mỗi ô một câu trả lời.".into(),
        PlanProblem::ReservedId { id } => fill(
            "Mã “{id}” dành riêng cho tệp đính kèm của báo cáo. Hãy đặt cho cột này một mã khác.",
            &[("id", id.as_str())],
        ),
        PlanProblem::ReadAlike => "Câu trả lời này đọc giống mã hoặc lời của câu khác. Hãy viết cho khác nhau, hoặc bỏ một câu.".into(),
        PlanProblem::TooMany { most, found } => fill(
            "Danh sách có {found} mục, chỉ nhận đến {most}.",
            &[("found", &count(*found)), ("most", &count(*most))],
        ),
        PlanProblem::Blank => "Chỗ này còn trống. Hãy điền nội dung.".into(),
        PlanProblem::TooLong { most, found } => fill(
            "Dài {found} ký tự, chỉ nhận đến {most}.",
            &[("found", &count(*found)), ("most", &count(*most))],
        ),
        PlanProblem::OutOfRange { least, most, found } => fill(
            "{found} phải nằm trong khoảng từ {least} đến {most}.",
            &[
                ("found", &format_count(*found)),
                ("least", &format_count(*least)),
                ("most", &format_count(*most)),
            ],
        ),
        PlanProblem::WrongMeasure { indicator, needs } => fill(
            "“{id}” không được đo bằng {needs}. Hãy chọn nội dung số liệu khác, hoặc sửa cách đo.",
            &[("id", indicator.as_str()), ("needs", reading(*needs))],
        ),
        PlanProblem::OtherUnit { indicator } => fill(
            "“{id}” khác đơn vị đo hoặc khác số chữ số thập phân với số liệu đầu tiên của quy tắc này, nên không cộng được.",
            &[("id", indicator.as_str())],
        ),
        PlanProblem::EndBeforeStart => {
            "Ngày cuối trước ngày đầu. Hãy đổi lại hoặc sửa ngày.".into()
        }
        PlanProblem::TooManyPeriods { most } => fill(
            "Có hơn {most} kỳ. Hãy chọn chu kỳ dài hơn, hoặc bớt ngày.",
            &[("most", &count(*most))],
        ),
        PlanProblem::TooManyReports {
            units,
            periods,
            most,
        } => fill(
            "{units} đơn vị và {periods} kỳ thành hơn {most} báo cáo. Hãy chọn chu kỳ dài hơn, hoặc chia kế hoạch.",
            &[
                ("units", &count(*units)),
                ("periods", &count(*periods)),
                ("most", &count(*most)),
            ],
        ),
        PlanProblem::TooManyOpened { units, most, fits } => fill(
            "{units} đơn vị, mỗi đơn vị tự mở được đến {most} báo cáo, là quá nhiều. \
             Hãy ghi mỗi đơn vị mở nhiều nhất {fits} báo cáo.",
            &[
                ("units", &count(*units)),
                ("most", &count(*most)),
                ("fits", &count(*fits)),
            ],
        ),
        PlanProblem::TooManyValues {
            units,
            periods,
            spans,
        } => fill(
            "{units} đơn vị, {periods} kỳ báo cáo và {spans} kỳ của các chỉ tiêu là quá nhiều để tính. \
             Hãy chọn kỳ dài hơn, hoặc chia kế hoạch.",
            &[
                ("units", &count(*units)),
                ("periods", &count(*periods)),
                ("spans", &count(*spans)),
            ],
        ),
        PlanProblem::TooManyColumns { most, found } => fill(
            "Các bảng có tất cả {found} cột, chỉ nhận đến {most}. Hãy bớt cột hoặc bớt bảng.",
            &[("found", &count(*found)), ("most", &count(*most))],
        ),
        PlanProblem::RepeatedPeriod => "Kỳ này ghi hai lần. Hãy giữ một, hoặc sửa ngày.".into(),
        PlanProblem::HourOfPeriod => "Kỳ ghi trong kế hoạch không có giờ: chỉ báo cáo mà đơn vị tự mở mới có. \
             Hãy bỏ giờ."
            .into(),
        PlanProblem::TwoDeadlines => "Hạn gửi chỉ tính theo giờ hoặc theo ngày. Hãy bỏ “hoursAfter”, hoặc bỏ \
             “deadline”."
            .into(),
        PlanProblem::GathersOnDemand => "Báo cáo mà đơn vị tự mở khi phát sinh không gộp được báo cáo \
             của cấp dưới. Hãy bỏ phần gộp, hoặc ghi kỳ báo cáo."
            .into(),
        PlanProblem::SecondActivityList => {
            "Một mẫu báo cáo chỉ có một danh sách hoạt động. Hãy bỏ danh sách này.".into()
        }
        PlanProblem::AskedBefore { indicator } => fill(
            "Trước chỗ này, mẫu báo cáo không hỏi “{id}”. Hãy chuyển xuống sau câu hỏi đó, hoặc nêu câu hỏi khác.",
            &[("id", indicator.as_str())],
        ),
        PlanProblem::UponNumber { indicator } => fill(
            "“{id}” được trả lời bằng con số. Hãy ghi “atLeast” (từ mức nào trở lên), “atMost” (không quá mức nào) \
             hoặc cả hai, và bỏ “is”.",
            &[("id", indicator.as_str())],
        ),
        PlanProblem::UponAnswers { indicator } => fill(
            "“{id}” không được trả lời bằng con số. Hãy ghi các câu trả lời vào “is”, và bỏ “atLeast”, “atMost”.",
            &[("id", indicator.as_str())],
        ),
        PlanProblem::BoundOfOtherKind { indicator, own } => fill(
            "“{id}” được trả lời bằng {needs}. Hãy ghi mức này bằng “{member}”.",
            &[
                ("id", indicator.as_str()),
                ("needs", reading(*own)),
                ("member", &own.members().join("” hoặc “")),
            ],
        ),
        PlanProblem::BoundsUnlike => "“atLeast” và “atMost” ghi theo hai cách khác nhau. Hãy ghi cả hai bằng \
             phần trăm (“basisPoints”), hoặc cả hai bằng phân số (“ratio”)."
            .into(),
        PlanProblem::ActivitiesUponAnswer => "Danh sách hoạt động không tùy vào câu trả lời nào. \
             Hãy chuyển phần tùy vào câu trả lời sang một mục riêng."
            .into(),
        PlanProblem::DoneByNumber => "Việc có hoặc không thì không có khoảng và không tính theo con số nào. \
             Hãy bỏ phần này, hoặc đếm một số liệu."
            .into(),
        PlanProblem::RangeUnlike => {
            "Khoảng phải cùng loại với con số đầu, và con số đầu là mức ít nhất phải đạt.".into()
        }
        PlanProblem::GroupedTwice { target } => fill(
            "Chỉ tiêu “{id}” đã nằm trong một nhóm chỉ tiêu. Hãy nêu chỉ tiêu khác, hoặc bỏ ở đây.",
            &[("id", target.as_str())],
        ),
        PlanProblem::GroupUnlike { target } => fill(
            "Chỉ tiêu “{id}” khác chỉ tiêu đầu của nhóm về đơn vị được giao, phạm vi hoặc thời hạn. \
             Hãy sửa cho giống nhau, hoặc bỏ khỏi nhóm.",
            &[("id", target.as_str())],
        ),
        PlanProblem::NotScored => "Điểm tự chấm phải là số đo có cùng số chữ số thập phân với bảng điểm, và có điểm tối đa."
            .into(),
        PlanProblem::EvidenceWithoutActivities => {
            "Minh chứng ghi theo hoạt động, nhưng mẫu này không có danh sách hoạt động. \
             Hãy thêm danh sách, hoặc không đòi minh chứng."
                .into()
        }
    }
}

fn count(number: usize) -> String {
    format_count(i64::try_from(number).unwrap_or(i64::MAX))
}

fn name(part: PlanPart) -> &'static str {
    match part {
        PlanPart::Level => "cấp",
        PlanPart::Sector => "khối",
        PlanPart::Unit => "đơn vị",
        PlanPart::Indicator => "nội dung số liệu",
        PlanPart::Target => "chỉ tiêu",
        PlanPart::Activity => "hoạt động",
        PlanPart::Template => "mẫu báo cáo",
        PlanPart::Section => "mục",
        PlanPart::Field => "ô nhập",
        PlanPart::Duty => "chế độ báo cáo",
        PlanPart::Schedule => "lịch báo cáo",
        PlanPart::Rule => "quy tắc",
        PlanPart::Milestone => "mốc tiến độ",
        PlanPart::Answer => "câu trả lời",
        PlanPart::Attribute => "đặc điểm của đơn vị",
        PlanPart::Scoring => "bảng điểm",
        PlanPart::Criterion => "tiêu chí",
        PlanPart::Band => "mức xếp loại",
        PlanPart::Column => "cột",
        PlanPart::Alternatives => "nhóm chỉ tiêu",
    }
}

fn reading(reads: Reads) -> &'static str {
    match reads {
        Reads::Count => "số đếm",
        Reads::Money => "số tiền",
        Reads::Figure => "số đếm, số tiền hoặc số đo",
        Reads::Quantity => "số đo",
        Reads::Share => "tỷ lệ",
        Reads::Done => "có hoặc không",
        Reads::Answer => "câu trả lời trong danh sách, có hoặc không, hay con số",
        Reads::Rows => "bảng",
    }
}

#[cfg(test)]
mod tests {
    use super::plan_error;
    use crate::plan::{Plan, PlanError, PlanPart, PlanProblem};
    use crate::text::Lang::{En, Vi};

    #[test]
    fn an_error_says_its_place_and_its_mend() {
        let problem = PlanProblem::UnknownId {
            part: PlanPart::Template,
            id: crate::plan::Id::new("tuan").unwrap(),
            known: vec![crate::plan::Id::new("weekly").unwrap()],
        };
        let at = |pointer: &str, line, column| PlanError {
            pointer: pointer.into(),
            line,
            column,
            problem: problem.clone(),
        };
        let sentence =
            "Kế hoạch không có mẫu báo cáo “tuan”. Hãy thêm vào, hoặc sửa lại mã. Đã có: weekly.";
        let english =
            "The plan has no form \"tuan\"; add it or correct the reference. Known: weekly.";
        for (error, place, in_english) in [
            (
                at("/duties/2/template", 12, 5),
                "Dòng 12, cột 5 (/duties/2/template): ",
                "Line 12, column 5 (/duties/2/template): ",
            ),
            (at("", 1, 1), "Dòng 1, cột 1: ", "Line 1, column 1: "),
            (
                at("/duties/2/template", 0, 0),
                "/duties/2/template: ",
                "/duties/2/template: ",
            ),
            (at("", 0, 0), "", ""),
        ] {
            assert_eq!(plan_error(&error, Vi), [place, sentence].concat());
            assert_eq!(plan_error(&error, En), [in_english, english].concat());
        }
    }

    #[test]
    fn what_the_json_reader_says_is_told_in_vietnamese() {
        for (json, expected) in [
            ("{", "dừng giữa chừng"),
            ("[1,]", "không phải là JSON"),
            ("{\"format\": 1}", "Thiếu trường “id”"),
            ("{\"formats\": 1}", "không có trường “formats”"),
            ("{\"format\": \"1\"}", "Đang là chữ"),
        ] {
            let errors = Plan::parse(json).unwrap_err();
            let said = plan_error(&errors[0], Vi);
            assert!(said.contains(expected), "{json}: {said}");
        }
    }
}
