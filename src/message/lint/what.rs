//! What is wrong with a plan, one sentence for each kind, both languages together. The match has no arm
//! for "all others", so that a kind without a sentence does not compile.

use super::Said;
use crate::calendar::Date;
use crate::lint::{LintFinding, LintKind};
use crate::message::time;
use crate::plan::Plan;
use crate::text::{self, Lang};

#[expect(
    clippy::too_many_lines,
    reason = "one sentence for each kind, as a list"
)]
pub(super) fn said(finding: &LintFinding, plan: &Plan, lang: Lang) -> Said {
    let said = Said::new;
    match &finding.kind {
        LintKind::DateImpossible { written } => said(
            "Không có ngày {written} trong lịch.",
            "There is no such day as {written}.",
        )
            .with("written", written.clone()),
        LintKind::DateWrongYear { date, expected } => said(
            "Ngày {date} sai năm so với kế hoạch; có lẽ là {expected}.",
            "{date} is of another year than the plan; {expected} is probably meant.",
        )
            .with("date", day(*date))
            .with("expected", day(*expected)),
        LintKind::DateOutsidePlan { date } => said(
            "Ngày {date} nằm ngoài thời gian của kế hoạch ({period}).",
            "{date} is outside the plan's time ({period}).",
        )
            .with("date", day(*date))
            .with("period", time::period(&plan.period, lang)),
        LintKind::DateOtherWeekday { date, written } => said(
            "Ngày {date} là {actual}, văn bản ghi {written}.",
            "{date} is a {actual}; the document says {written}.",
        )
            .with("date", day(*date))
            .with("actual", text::weekday_name(date.weekday(), lang).to_owned())
            .with("written", text::weekday_name(*written, lang).to_owned()),
        LintKind::DeadlineBeforePeriodEnds { deadline, last } => said(
            "Hạn gửi ({deadline}) đến trước khi kỳ báo cáo kết thúc (hết ngày {last}).",
            "The report is due ({deadline}) before its period has ended ({last}).",
        )
            .with("deadline", time::deadline(deadline, lang))
            .with("last", text::format_date_with_weekday(*last, lang)),
        LintKind::DeadlineRuleAgainstList { count } => said(
            "Hạn gửi theo quy tắc chung khác với hạn liệt kê từng kỳ, ở {count} kỳ.",
            "The deadlines of the general rule differ from those listed, in {count} periods.",
        )
            .with("count", count.to_string()),
        LintKind::DeadlineContradicts => said(
            "Văn bản nêu hai hạn gửi khác nhau cho cùng một báo cáo.",
            "The document names two deadlines for one report.",
        ),
        LintKind::DeadlineBeforeDay { date } => said(
            "“Trước ngày {date}” có thể hiểu là hết ngày {before} hoặc hết ngày {date}.",
            "“Trước ngày {date}” can be read as the end of {before} or the end of {date}.",
        )
            .with("date", day(*date))
            .with("before", date.add_days(-1).map(day).unwrap_or_default()),
        LintKind::ClosingBeforeLastEvents { deadline, count } => said(
            "Báo cáo kết quả phải gửi ({deadline}) khi còn {count} hoạt động chưa diễn ra hoặc chưa kết thúc.",
            "The closing report is due ({deadline}) while {count} activities are still to come or to end.",
        )
            .with("deadline", time::deadline(deadline, lang))
            .with("count", count.to_string()),
        LintKind::ClosingNoFinalFigures { last } => said(
            "Số liệu cả kế hoạch phải gửi trước khi kế hoạch kết thúc ({last}), nên chỉ là tạm tính; sau đó không báo cáo nào yêu cầu số liệu chính thức.",
            "The figures for the whole plan are due before it ends ({last}), so they are provisional; no later report asks for the final ones.",
        )
            .with("last", day(*last)),
        LintKind::CalendarAfterFirstEvent { deadline, first } => said(
            "Lịch hoạt động phải gửi ({deadline}) sau khi hoạt động đầu tiên đã diễn ra ({first}).",
            "The calendar of activities is due ({deadline}) after the first activity ({first}).",
        )
            .with("deadline", time::deadline(deadline, lang))
            .with("first", day(*first)),
        LintKind::ActivityBeforeIssued { issued, count } => said(
            "{count} hoạt động diễn ra trước khi kế hoạch được ban hành (không sớm hơn ngày {issued}).",
            "{count} activities are before the plan was issued (not earlier than {issued}).",
        )
            .with("issued", day(*issued))
            .with("count", count.to_string()),
        LintKind::DutyNone { added: false } => said(
            "Văn bản không quy định chế độ báo cáo nào.",
            "The document states no reporting duty.",
        ),
        LintKind::DutyNone { added: true } => said(
            "Văn bản không quy định chế độ báo cáo nào; chế độ báo cáo trong kế hoạch là phần bổ sung ngoài văn bản.",
            "The document states no reporting duty; those of the plan were added by the office.",
        ),
        LintKind::DutyNoOwner { count } => said(
            "{count} chế độ báo cáo không nêu đơn vị nào phải báo cáo.",
            "{count} duties do not say who reports.",
        )
            .with("count", count.to_string()),
        LintKind::DutyNoDeadline => said(
            "“{duty}” không có hạn gửi.",
            "“{duty}” has no deadline.",
        )
            .with("duty", duty(finding, plan)),
        LintKind::DutyNoChannel { count } => said(
            "{count} chế độ báo cáo không nêu cách gửi hoặc địa chỉ nhận.",
            "{count} duties do not say how or to which address the report is sent.",
        )
            .with("count", count.to_string()),
        LintKind::DutyNoTemplate { count } => said(
            "Văn bản không kèm mẫu cho {count} chế độ báo cáo; mẫu đang dùng do cơ quan ban hành lập thêm.",
            "The document gives no form for {count} duties; those in use were made by the office.",
        )
            .with("count", count.to_string()),
        LintKind::TargetNoNumber { count } => said(
            "{count} chỉ tiêu không nêu con số phải đạt; con số trong kế hoạch là cách hiểu.",
            "{count} targets state no number to be reached; the number in the plan is a reading.",
        )
            .with("count", count.to_string()),
        LintKind::TargetNoComparison { count } => said(
            "{count} chỉ tiêu không nói con số là ít nhất, nhiều nhất hay đúng bằng; kế hoạch hiểu là ít nhất.",
            "{count} targets do not say whether the number is the least, the most or exact; the plan reads the least.",
        )
            .with("count", count.to_string()),
        LintKind::TargetNoDenominator => said(
            "Tỷ lệ này không nêu tính trên tổng số nào.",
            "This rate does not say of what total it is a share.",
        ),
        LintKind::TargetShareUnclear { points } => said(
            "Số {points} ghi trơn được hiểu là {read} ({points} phần vạn); có thể người viết muốn nói {points}%.",
            "The bare number {points} is read as {read} (hundredths of a percent); {points}% may be meant.",
        )
            .with("points", points.to_string())
            .with("read", share(*points)),
        LintKind::TargetNoOwner { count } => said(
            "{count} chỉ tiêu không giao cho đơn vị cụ thể nào.",
            "{count} targets name no unit that is to reach them.",
        )
            .with("count", count.to_string()),
        LintKind::TargetNoCadence { count } => said(
            "Kế hoạch kéo dài nhiều năm nhưng {count} chỉ tiêu không nêu đạt vào năm nào hoặc mỗi năm bao nhiêu; kế hoạch hiểu là cho cả thời gian.",
            "The plan runs for several years, but {count} targets do not say by which year or how much a year; the plan reads them for its whole time.",
        )
            .with("count", count.to_string()),
        LintKind::TargetNotAsked => said(
            "Không mẫu báo cáo nào hỏi số liệu của chỉ tiêu này từ đơn vị phải thực hiện.",
            "No form asks the units that this target binds for its figure.",
        ),
        LintKind::TargetRepeated => said(
            "Chỉ tiêu này được nêu ở nhiều nơi.",
            "This target is stated in several places.",
        ),
        LintKind::TargetContradicts => said(
            "Cùng một chỉ tiêu được nêu ở hai nơi với hai mức khác nhau.",
            "One target is stated in two places with two values.",
        ),
        LintKind::TargetOverlaps => said(
            "Hai chỉ tiêu có phần trùng nhau: một kết quả có thể được tính hai lần.",
            "Two targets overlap: one result can count for both.",
        ),
        LintKind::TargetAmbiguousScope { units, value } => said(
            "Không rõ mỗi đơn vị phải đạt {value} (cộng lại {total}) hay cả {units} đơn vị cùng đạt {value}.",
            "It is not clear whether each unit is to reach {value} ({total} together) or all {units} together {value}.",
        )
            .with("units", units.to_string())
            .with("value", text::format_count(*value))
            .with("total", text::format_count(i64::try_from(*units).unwrap_or(i64::MAX).saturating_mul(*value))),
        LintKind::TotalPartsTooSmall { total, parts } => said(
            "Tổng phải đạt là {total}, nhưng các đơn vị cộng lại chỉ được giao {parts}.",
            "The total is {total}, but what the units are asked adds up to {parts}.",
        )
            .with("total", text::format_count(*total))
            .with("parts", text::format_count(*parts)),
        LintKind::NumberingGap { expected, written } => said(
            "Đánh số bị nhảy: ghi {written}, đáng lẽ là {expected}.",
            "The numbering skips: {written} stands where {expected} should.",
        )
            .with("expected", expected.clone())
            .with("written", written.clone()),
        LintKind::NumberingRepeat { expected, written } => said(
            "Đánh số bị lặp: ghi {written} lần nữa, đáng lẽ là {expected}.",
            "The numbering repeats: {written} stands again where {expected} should.",
        )
            .with("expected", expected.clone())
            .with("written", written.clone()),
        LintKind::NumberingStyle { expected, written } => said(
            "Kiểu đánh số không thống nhất: ghi {written}, đáng lẽ là {expected}.",
            "The numbering changes its style: {written} stands where {expected} should.",
        )
            .with("expected", expected.clone())
            .with("written", written.clone()),
        LintKind::AnnexAbsent { written } => said(
            "Văn bản dẫn “{written}”, nhưng nội dung đó không có trong kế hoạch.",
            "The document refers to “{written}”, which the plan does not have.",
        )
            .with("written", written.clone()),
        LintKind::CitationTwoNumbers => said(
            "Một văn bản được viện dẫn với hai số, ký hiệu khác nhau.",
            "One document is cited under two numbers.",
        ),
        LintKind::NameSeveralWays => said(
            "Một tên gọi được viết theo nhiều cách.",
            "One name is written in several ways.",
        ),
        LintKind::WordsDoubled { written } => said(
            "Cụm từ “{written}” được viết hai lần liền nhau.",
            "The words “{written}” stand twice in a row.",
        )
            .with("written", written.clone()),
        LintKind::TextActiveCharacter { character, place } => said(
            "Ký tự thứ {place} ở đây là ký tự điều khiển {character}, làm sai lệch cách hiển thị.",
            "Character {place} here is the control character {character}, which changes how the rest is shown.",
        )
            .with("character", character.clone())
            .with("place", place.to_string()),
        LintKind::CitationTwoPeriods => said(
            "Một chương trình được viện dẫn với hai giai đoạn khác nhau.",
            "One programme is cited with two periods.",
        ),
        LintKind::DocumentNoNumber => said(
            "Kế hoạch không có số, ký hiệu.",
            "The plan has no number.",
        ),
        LintKind::DocumentNoIssueDate => said(
            "Kế hoạch không có ngày ban hành.",
            "The plan has no day of issue.",
        ),
        LintKind::DocumentIssuedBeforeDrafting { issued } => said(
            "Văn bản đã ban hành ngày {issued}, nhưng tiến độ ghi việc xây dựng và ban hành diễn ra sau đó.",
            "The document was issued on {issued}, but its milestones put drafting and issuing later.",
        )
            .with("issued", day(*issued)),
    }
}

/// A share in hundredths of a percent as sentences write it.
pub(super) fn share(points: u32) -> String {
    text::format_percent(u16::try_from(points).unwrap_or(u16::MAX))
}

/// A day as sentences write it.
pub(super) fn day(date: Date) -> String {
    text::format_date(date)
}

/// The name of the duty that the finding is about.
fn duty(finding: &LintFinding, plan: &Plan) -> String {
    let at = finding
        .path
        .segments()
        .nth(1)
        .and_then(|at| at.parse::<usize>().ok());
    at.and_then(|at| plan.duties.get(at))
        .map(|duty| duty.name.clone())
        .unwrap_or_default()
}
