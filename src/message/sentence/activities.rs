//! Sentences about activities, and about figures beside them and beside earlier ones.

use super::Words;

pub(super) const TOO_FEW: Words = Words {
    vi: "Mới có {count} hoạt động, cần ít nhất {least}. Hãy thêm hoạt động.",
    en: "Only {count} listed; at least {least} are needed. Add activities.",
};
pub(super) const TOO_MANY: Words = Words {
    vi: "Đã có {count} hoạt động, chỉ nhận đến {most}. Hãy gộp các hoạt động giống nhau.",
    en: "There are {count} activities; at most {most} are accepted. Combine similar ones.",
};
pub(super) const NOT_ASKED: Words = Words {
    vi: "Mẫu báo cáo này không hỏi hoạt động. Hãy xóa các hoạt động đã nhập.",
    en: "This form does not ask for activities. Remove them.",
};
pub(super) const DUPLICATE: Words = Words {
    vi: "Trùng với hoạt động {other}: cùng tên, ngày, giờ và địa điểm. Hãy xóa hoặc sửa một trong hai.",
    en: "Same title, date, time and place as activity {other}. Remove or correct one of them.",
};
pub(super) const CLAIMED_BY_OTHER: Words = Words {
    vi: "{unit} đã báo cáo một hoạt động giống hoạt động này. Nếu tổ chức chung, hãy ghi đơn vị đó vào mục \
         đơn vị phối hợp và thống nhất bên nào tính số liệu; nếu là hai hoạt động thì không cần làm gì.",
    en: "{unit} has reported an activity that looks like this one. If you held it jointly, list that unit as a \
         partner and agree on who counts it; if these are two activities, nothing is to be done.",
};
pub(super) const EVIDENCE: Words = Words {
    vi: "Hoạt động này cần minh chứng. Hãy thêm ít nhất một đường dẫn.",
    en: "This activity needs evidence. Add at least one link.",
};
pub(super) const UNKNOWN_PLANNED: Words = Words {
    vi: "Lịch của kế hoạch không có hoạt động này. Hãy chọn lại từ lịch, hoặc thêm như hoạt động mới.",
    en: "The plan's calendar has no such activity. Choose again, or add it as a new one.",
};
pub(super) const LINKS_TOO_MANY: Words = Words {
    vi: "Đã có {count} đường dẫn, mỗi hoạt động nhận đến {most}. Hãy giữ những đường dẫn chính.",
    en: "There are {count} links; at most {most} are accepted. Keep the main ones.",
};
pub(super) const PARTNERS_TOO_MANY: Words = Words {
    vi: "Đã có {count} đơn vị phối hợp, mỗi hoạt động nhận đến {most}. Hãy giữ những đơn vị chính.",
    en: "There are {count} partner units; at most {most} are accepted. Keep the main ones.",
};

pub(super) const FIGURE_EVIDENCE: Words = Words {
    vi: "Số lớn hơn 0 thì cần minh chứng. Hãy thêm một hoạt động có đường dẫn.",
    en: "A figure above 0 needs evidence. Add an activity with a link.",
};
pub(super) const ZERO_WITH_ACTIVITIES: Words = Words {
    vi: "Ở đây là 0, nhưng các hoạt động cộng lại là {tally}. Hãy sửa cho khớp, hoặc ghi một dòng giải thích.",
    en: "This is 0, but the activities add up to {tally}. Make them agree, or explain in one line.",
};
pub(super) const WITHOUT_ACTIVITIES: Words = Words {
    vi: "Số lớn hơn 0, nhưng chưa có hoạt động tương ứng. Hãy thêm hoạt động, hoặc ghi một dòng giải thích.",
    en: "This is above 0, but no activity accounts for it. Add activities, or explain in one line.",
};
pub(super) const BELOW_ACTIVITIES: Words = Words {
    vi: "Các hoạt động đã liệt kê cộng lại là {tally}, nhiều hơn số ghi ở đây ({figure}). Hãy kiểm tra cả hai; nếu đúng, \
         hãy ghi một dòng giải thích.",
    en: "The activities listed add up to {tally}, more than the figure here ({figure}). Check both; if they are right, \
         explain in one line.",
};
pub(super) const ABOVE_ACTIVITIES: Words = Words {
    vi: "Các hoạt động đã liệt kê cộng lại mới là {tally}, còn ở đây ghi {figure}. Nếu còn hoạt động chưa liệt kê, hãy ghi \
         thêm vào danh sách.",
    en: "The activities listed add up to {tally}, and the figure here is {figure}. If some are not listed yet, add them.",
};
pub(super) const FAR_FROM_EARLIER: Words = Words {
    vi: "Khác xa số đã báo cáo trước đây ({earlier}). Hãy kiểm tra xem có thừa hay thiếu số 0 không; \
         nếu đúng, hãy ghi một dòng giải thích.",
    en: "This is far from what was reported earlier ({earlier}). Check for an extra or a missing zero; \
         if it is right, explain in one line.",
};
pub(super) const FALLS: Words = Words {
    vi: "Số lũy kế thấp hơn lần báo cáo trước ({earlier}). Hãy nhập tổng từ đầu kế hoạch; \
         nếu đúng, hãy ghi một dòng giải thích.",
    en: "This running total is below the last report ({earlier}). Enter the total since the plan began; \
         if it is right, explain in one line.",
};
pub(super) const FIGURES_TOO_MANY: Words = Words {
    vi: "Có {count} số liệu, một báo cáo chỉ nhận đến {most}. Hãy bỏ những số liệu thừa.",
    en: "There are {count} figures; at most {most} are accepted. Remove the extra ones.",
};
