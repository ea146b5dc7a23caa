//! Why a target cannot be computed, in words.

use super::either;
use crate::rollup::Obstacle;
use crate::text::Lang;

/// Why a target cannot be computed, and what to do.
#[must_use]
pub fn obstacle(obstacle: Obstacle, lang: Lang) -> &'static str {
    match obstacle {
        Obstacle::NotAsked => either(
            lang,
            "Không mẫu báo cáo nào của các đơn vị này hỏi số liệu này. Hãy thêm vào mẫu báo cáo.",
            "No form of these units asks for this figure. Add it to a form.",
        ),
        Obstacle::MembersUnknown => either(
            lang,
            "Chưa biết mỗi đơn vị có bao nhiêu thành viên nên chưa tính được cho từng người. Hãy hỏi số này theo tỷ lệ, có cả tổng số.",
            "How many members each unit has is not known, so it cannot be computed for each. Ask for it as a share, with the whole.",
        ),
        Obstacle::NumberUnknown => either(
            lang,
            "Kế hoạch chưa ghi con số của mỗi đơn vị để tính chỉ tiêu này. Hãy ghi thêm.",
            "The plan lacks the number of each unit on which this target rests. State it.",
        ),
        Obstacle::NumberUntold => either(
            lang,
            "Chỉ tiêu này tính theo con số mà mỗi đơn vị tự báo, nhưng chưa đủ đơn vị báo.",
            "This target rests on a number that each unit tells, which not enough of them have told yet.",
        ),
        Obstacle::PeriodsTooLong => either(
            lang,
            "Các kỳ báo cáo có số liệu này dài hơn thời hạn của chỉ tiêu, nên chưa tính được cho \
             từng thời hạn.",
            "The reports with this figure cover longer spans than the target, so it cannot be computed \
             for each span.",
        ),
    }
}
