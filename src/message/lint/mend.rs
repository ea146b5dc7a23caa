//! How to mend what is wrong with a plan, one sentence for each kind, both languages together.

use super::Said;
use super::what::{day, share};
use crate::lint::LintKind;

#[expect(
    clippy::too_many_lines,
    reason = "one sentence for each kind, as a list"
)]
pub(super) fn said(kind: &LintKind) -> Said {
    let said = Said::new;
    match kind {
        LintKind::DateImpossible { .. } => said(
            "Sửa lại ngày theo ý định của văn bản.",
            "Correct the day to the one that is meant.",
        ),
        LintKind::DateWrongYear { .. } => said(
            "Đính chính năm trong văn bản; trong kế hoạch ghi phần đính chính bên cạnh ngày đã công bố.",
            "Correct the year in the document; in the plan, put the correction beside the published day.",
        ),
        LintKind::DateOutsidePlan { .. } => said(
            "Sửa lại ngày, hoặc sửa thời gian của kế hoạch cho bao gồm ngày này.",
            "Correct the day, or extend the plan's time so that it holds this day.",
        ),
        LintKind::DateOtherWeekday { .. } => said(
            "Sửa ngày hoặc sửa thứ cho khớp nhau, rồi báo cho các đơn vị.",
            "Correct the date or the day of the week, and tell the units.",
        ),
        LintKind::DeadlineBeforePeriodEnds { .. } => said(
            "Dời hạn gửi sang sau ngày cuối của kỳ, hoặc nói rõ những ngày còn lại tính vào kỳ nào.",
            "Move the deadline after the last day of the period, or say in which period the remaining days count.",
        ),
        LintKind::DeadlineRuleAgainstList { .. } => said(
            "Chọn một cách và bỏ cách kia; nếu giữ danh sách, ghi rõ giờ cho từng kỳ.",
            "Keep one and strike the other; where the list stays, name the hour of each period.",
        ),
        LintKind::DeadlineContradicts => said(
            "Chọn một hạn và thông báo lại cho các đơn vị.",
            "Choose one deadline and tell the units.",
        ),
        LintKind::DeadlineBeforeDay { .. } => said(
            "Ghi giờ và ngày cuối còn kịp, ví dụ “chậm nhất 17g00 ngày …”.",
            "Name the last hour and day that are in time, for example “chậm nhất 17g00 ngày …”.",
        ),
        LintKind::ClosingBeforeLastEvents { .. } => said(
            "Dời hạn gửi sang sau hoạt động cuối cùng, hoặc yêu cầu một báo cáo bổ sung.",
            "Move the deadline after the last activity, or ask for a supplement.",
        ),
        LintKind::ClosingNoFinalFigures { last } => said(
            "Yêu cầu báo cáo số liệu chính thức sau ngày {last}.",
            "Ask for the final figures after {last}.",
        )
        .with("last", day(*last)),
        LintKind::CalendarAfterFirstEvent { .. } => said(
            "Dời hạn gửi lịch lên trước hoạt động đầu tiên, hoặc nói rõ lịch chỉ gồm hoạt động từ ngày nào.",
            "Move the deadline before the first activity, or say from which day on the calendar is asked.",
        ),
        LintKind::ActivityBeforeIssued { .. } => said(
            "Ghi các hoạt động đã diễn ra là kết quả đã có, hoặc bỏ khỏi kế hoạch.",
            "Mark what was already over as held, or take it out of the plan.",
        ),
        LintKind::DutyNone { added: false } => said(
            "Bổ sung một chế độ báo cáo: đơn vị gửi, kỳ, hạn gửi, mẫu và nơi nhận, ghi rõ là ngoài văn bản.",
            "Add a reporting duty: who, for which periods, by when, in which form and to whom, marked as outside the document.",
        ),
        LintKind::DutyNone { added: true } => said(
            "Ban hành chế độ báo cáo bổ sung bằng văn bản để các đơn vị thực hiện.",
            "Issue the added duty in writing, so that the units follow it.",
        ),
        LintKind::DutyNoOwner { .. } => said(
            "Nêu rõ đơn vị, khu vực hoặc cấp phải báo cáo.",
            "Name the units, sectors or levels that report.",
        ),
        LintKind::DutyNoDeadline => said(
            "Ấn định hạn gửi cho từng kỳ.",
            "Set a deadline for each period.",
        ),
        LintKind::DutyNoChannel { .. } => said(
            "Nêu đường dẫn, hộp thư hoặc nơi nhận văn bản.",
            "Give the link, the mailbox or the office that takes the letter.",
        ),
        LintKind::DutyNoTemplate { .. } => said(
            "Gửi mẫu báo cáo kèm văn bản.",
            "Send the form with the document.",
        ),
        LintKind::TargetNoNumber { .. } => said(
            "Nêu con số phải đạt, hoặc xác nhận cách hiểu này.",
            "State the number, or confirm this reading.",
        ),
        LintKind::TargetNoComparison { .. } => said(
            "Ghi “ít nhất”, “không quá” hoặc “đúng” trước con số.",
            "Write “ít nhất”, “không quá” or “đúng” before the number.",
        ),
        LintKind::TargetNoDenominator => said(
            "Nêu tổng số làm mẫu số, ví dụ “trên tổng số thanh niên cư trú tại địa bàn”.",
            "Name the total, for example “trên tổng số thanh niên cư trú tại địa bàn”.",
        ),
        LintKind::TargetShareUnclear { points } => said(
            "Ghi bằng chữ trong ngoặc kép: “{points}%” nếu muốn nói {points}%, “{read}” nếu đúng là {read}.",
            "Write it as text in quotes: “{points}%” if that is meant, “{read}” if it is {read}.",
        )
            .with("points", points.to_string())
            .with("read", share(*points)),
        LintKind::TargetNoOwner { .. } => said(
            "Giao từng chỉ tiêu cho đơn vị cụ thể, hoặc phân bổ con số cho các đơn vị.",
            "Give each target to units, or divide the number among them.",
        ),
        LintKind::TargetNoCadence { .. } => said(
            "Nêu năm phải đạt hoặc lộ trình từng năm.",
            "Name the year, or the step of each year.",
        ),
        LintKind::TargetNotAsked => said(
            "Thêm nội dung số liệu này vào mẫu báo cáo của đơn vị thực hiện.",
            "Add the figure to the form of the units that are to reach it.",
        ),
        LintKind::TargetRepeated => said(
            "Giữ một nơi và dẫn chiếu từ nơi kia.",
            "Keep one place and refer to it from the other.",
        ),
        LintKind::TargetContradicts => said(
            "Chọn một mức và sửa nơi kia.",
            "Choose one value and correct the other.",
        ),
        LintKind::TargetOverlaps => said(
            "Nói rõ kết quả của chỉ tiêu này có tính vào chỉ tiêu kia hay không.",
            "Say whether what counts for one counts for the other.",
        ),
        LintKind::TargetAmbiguousScope { .. } => said(
            "Ghi “mỗi đơn vị” hoặc “tổng cộng”.",
            "Write “mỗi đơn vị” (each) or “tổng cộng” (together).",
        ),
        LintKind::TotalPartsTooSmall { .. } => said(
            "Tăng phần giao cho đơn vị, hoặc nêu ai thực hiện phần còn thiếu.",
            "Ask more of the units, or say who makes up the difference.",
        ),
        LintKind::NumberingGap { .. } => said(
            "Đánh số lại, hoặc bổ sung mục bị thiếu.",
            "Renumber, or put in what is missing.",
        ),
        LintKind::NumberingRepeat { .. } => {
            said("Đánh số lại từ mục này.", "Renumber from here on.")
        }
        LintKind::NumberingStyle { .. } => said(
            "Đánh số mục này theo kiểu của các mục cùng cấp.",
            "Number this heading as those beside it.",
        ),
        LintKind::AnnexAbsent { .. } => said(
            "Bổ sung phụ lục hoặc mẫu được dẫn, rồi nhập nội dung vào kế hoạch.",
            "Supply what is referred to, and enter it into the plan.",
        ),
        LintKind::CitationTwoNumbers => said(
            "Đối chiếu văn bản gốc và dùng một số, ký hiệu.",
            "Look the document up and use its one number.",
        ),
        LintKind::NameSeveralWays => said(
            "Chọn một cách viết và dùng thống nhất.",
            "Choose one spelling and keep to it.",
        ),
        LintKind::WordsDoubled { .. } => said(
            "Bỏ một lần, và xem có mất chữ nào ở giữa không.",
            "Strike one, and see whether words are lost between.",
        ),
        LintKind::TextActiveCharacter { .. } => said(
            "Xóa ký tự này khỏi tệp kế hoạch, hoặc xóa hết đoạn này rồi gõ lại.",
            "Delete it from the plan's file, or delete this text and type it again.",
        ),
        LintKind::CitationTwoPeriods => said(
            "Đối chiếu văn bản gốc và ghi đúng giai đoạn.",
            "Look the programme up and write its one period.",
        ),
        LintKind::DocumentNoNumber => said(
            "Bổ sung số, ký hiệu của văn bản.",
            "Add the document's number.",
        ),
        LintKind::DocumentNoIssueDate => said("Bổ sung ngày ban hành.", "Add the day of issue."),
        LintKind::DocumentIssuedBeforeDrafting { .. } => said(
            "Sửa mốc tiến độ hoặc ngày ban hành.",
            "Correct the milestone or the day of issue.",
        ),
    }
}
