//! What is said of each trouble, in Vietnamese and in English.

use super::trouble::Trouble;
use crate::text::Lang;

impl Trouble {
    /// What is wrong, in a few words, and what is wrong and how to mend it, in a sentence.
    pub(super) fn words(&self, lang: Lang) -> (&'static str, String) {
        match lang {
            Lang::Vi => self.vietnamese(),
            Lang::En => self.english(),
        }
    }

    fn vietnamese(&self) -> (&'static str, String) {
        let (title, detail) = match self {
            Self::Malformed { line, column, .. } => {
                let place = format!(
                    "Không đọc được nội dung từ dòng {line}, cột {column}. Kiểm tra lại JSON theo mô tả tại /api/openapi.json."
                );
                return ("Nội dung sai định dạng", place);
            }
            Self::TooLarge(limit) => {
                let size = format!("Nội dung vượt quá {limit} byte. Rút gọn rồi gửi lại.");
                return ("Nội dung quá lớn", size);
            }
            Self::Parameter(name) => {
                let name = format!(
                    "Tham số “{name}” còn thiếu hoặc không đọc được. Xem mô tả tại /api/openapi.json."
                );
                return ("Tham số không đúng", name);
            }
            Self::Outdated(outdated) => {
                let (revision, received) = (outdated.revision, &outdated.received);
                let other = format!(
                    "Văn phòng đã nhận một bản khác của báo cáo này (lần {revision}, lúc {received}), và báo cáo vừa gửi không dựa trên bản đó. Gửi bản này thay bản đó, hoặc giữ bản văn phòng đang có."
                );
                return ("Văn phòng đang có bản khác", other);
            }
            Self::NotUtf8 => (
                "Sai bảng mã",
                "Nội dung không phải UTF-8. Gửi lại bằng bảng mã UTF-8.",
            ),
            Self::BrokenOff => (
                "Nội dung bị đứt quãng",
                "Chưa nhận được trọn nội dung. Gửi lại.",
            ),
            Self::NotJson => (
                "Sai kiểu nội dung",
                "Gửi JSON không nén, với tiêu đề “Content-Type: application/json”.",
            ),
            Self::NotAUuid => (
                "Mã bản gửi không đúng",
                "Mã trong địa chỉ phải là một UUID, ví dụ 0190a5c4-7d3e-7c1a-9f00-2b5d4c6e8f10.",
            ),
            Self::OtherIdentity => (
                "Hai mã bản gửi khác nhau",
                "Mã trong địa chỉ và mã trong nội dung phải là một. Sửa cho khớp rồi gửi lại.",
            ),
            Self::OtherContent => (
                "Mã bản gửi đã dùng",
                "Mã này đã nhận một nội dung khác. Để bổ sung, điều chỉnh báo cáo, gửi với một mã mới.",
            ),
            Self::Locked => (
                "Báo cáo đã được duyệt",
                "Văn phòng đã duyệt báo cáo này nên không điều chỉnh được nữa. Nếu cần sửa, liên hệ văn phòng để được trả lại báo cáo, rồi gửi lại.",
            ),
            Self::Superseded => (
                "Đã có bản mới hơn",
                "Đơn vị vừa gửi bản điều chỉnh của báo cáo này. Tải lại, xem bản mới rồi quyết định.",
            ),
            Self::UnusableDecision => (
                "Quyết định chưa dùng được",
                "Khi trả lại báo cáo, nêu lý do chung hoặc lý do của từng mục (mỗi lý do tối đa 2.000 ký tự). Khi duyệt, không kèm mục cần sửa; mục có điểm thẩm định thì được.",
            ),
            Self::UnusablePoints => (
                "Điểm thẩm định chưa dùng được",
                "Ghi điểm bằng số, ví dụ 8 hoặc 8,5, không quá điểm tối đa và số chữ số thập phân của tiêu chí.",
            ),
            Self::Findings(..) => (
                "Báo cáo còn lỗi",
                "Sửa những lỗi được nêu kèm theo rồi gửi lại.",
            ),
            Self::UnknownPlan => (
                "Không có kế hoạch này",
                "Nơi nhận này không có kế hoạch đó. Xem danh sách tại /api/plans.",
            ),
            Self::NotCollected => (
                "Không nhận báo cáo của kế hoạch này",
                "Nơi nhận này không có kế hoạch ghi trong báo cáo. Xem danh sách tại /api/plans.",
            ),
            Self::UnknownVersion => (
                "Không có phiên bản này",
                "Nơi nhận này không có phiên bản đó của kế hoạch. Bỏ “version” để lấy bản hiện hành.",
            ),
            Self::UnknownUnit => (
                "Không có đơn vị này",
                "Kế hoạch không có đơn vị đó. Dùng tên tắt của đơn vị (id) ghi trong kế hoạch.",
            ),
            Self::UnknownSubmission => (
                "Chưa nhận bản gửi này",
                "Chưa nhận báo cáo nào với mã này. Kiểm tra lại mã.",
            ),
            Self::NoSuchPlace => (
                "Không có trang này",
                "Địa chỉ này không có gì. Kiểm tra lại đường dẫn.",
            ),
            Self::UnknownHost => (
                "Tên máy chủ chưa được khai báo",
                "Nơi nhận báo cáo không trả lời dưới tên này. Người quản trị cần khởi động lại với --host và tên của trang.",
            ),
            Self::NoSuchMethod => (
                "Không nhận cách gọi này",
                "Địa chỉ này có, nhưng không nhận cách gọi đó.",
            ),
            Self::TokenMissing => (
                "Cần mã truy cập",
                "Phần này cần mã của đơn vị hoặc của văn phòng. Mở lại đường liên kết riêng mà văn phòng đã cấp, hoặc nhập mã đó.",
            ),
            Self::TokenWrong => (
                "Mã truy cập không đúng",
                "Mã truy cập không đúng hoặc đã được thay. Xin văn phòng cấp lại.",
            ),
            Self::TokenExpired => (
                "Phiên đăng nhập đã hết hạn",
                "Đăng nhập lại rồi gửi lại. Nội dung đã nhập vẫn còn.",
            ),
            Self::NotYours => (
                "Không thuộc quyền của mã này",
                "Mã truy cập đúng, nhưng không mở phần này. Dùng mã của đơn vị hoặc văn phòng có liên quan.",
            ),
            Self::TooManyTries(_) => (
                "Thử mã sai quá nhiều lần",
                "Đã thử sai quá nhiều lần. Chờ một lát rồi thử lại, hoặc xin văn phòng cấp mã mới.",
            ),
            Self::TooMany(_) => (
                "Quá nhiều yêu cầu",
                "Quá nhiều yêu cầu từ cùng một nơi. Chờ vài giây rồi thử lại.",
            ),
            Self::TooSlow => (
                "Quá thời gian",
                "Yêu cầu kéo dài quá lâu. Gửi lại; gửi lại cùng mã không bị tính hai lần.",
            ),
            Self::Busy => (
                "Nơi nhận đang bận",
                "Đang có quá nhiều yêu cầu cùng lúc nên yêu cầu này chưa được xử lý. Hãy thử lại sau ít giây; báo cáo chưa có biên nhận là chưa được ghi.",
            ),
            Self::NoRoom => (
                "Nơi nhận đã hết chỗ chứa",
                "Máy chủ nhận báo cáo đang hết chỗ hoặc hỏng ổ đĩa nên chưa nhận được. Báo cáo vẫn còn trên máy này; báo văn phòng, rồi gửi lại sau.",
            ),
            Self::TooManyRevisions(Some(_)) => (
                "Sửa báo cáo quá nhiều lần",
                "Trong một giờ qua báo cáo này đã được sửa quá nhiều lần. Chờ ít phút rồi gửi lại một lần với đủ nội dung.",
            ),
            Self::TooManyRevisions(None) => (
                "Sửa báo cáo quá nhiều lần",
                "Báo cáo này đã được sửa đến số lần tối đa. Nếu cần sửa nữa, đề nghị văn phòng trả lại báo cáo rồi gửi lại.",
            ),
            Self::TooManyOpened(Some(_)) => (
                "Gửi quá nhiều báo cáo",
                "Trong một giờ qua đơn vị đã gửi quá nhiều báo cáo khi có phát sinh. Báo cáo này vẫn còn trên máy và sẽ tự gửi lại trong vòng một giờ.",
            ),
            Self::TooManyOpened(None) => (
                "Gửi quá nhiều báo cáo",
                "Đơn vị đã gửi đến số báo cáo khi có phát sinh tối đa của kế hoạch. Nội dung vẫn còn trên máy này: mở lại báo cáo gần nhất để bổ sung, hoặc liên hệ văn phòng.",
            ),
            Self::Withdrawn => (
                "Kế hoạch đã được thu hồi",
                "Văn phòng đã thu hồi kế hoạch này nên không nhận báo cáo mới; báo cáo đã gửi vẫn điều chỉnh được. Nội dung đã nhập vẫn còn trên máy này; nếu cần gửi, liên hệ văn phòng.",
            ),
            Self::Archived => (
                "Kế hoạch đã được lưu trữ",
                "Văn phòng đã lưu trữ kế hoạch này nên không nhận thêm báo cáo nào, kể cả bản điều chỉnh. Nếu cần gửi, liên hệ văn phòng.",
            ),
            Self::Publishing(refusal) => return refusal.vietnamese(),
            Self::Files(trouble) => return trouble.words(Lang::Vi),
            Self::Internal => (
                "Lỗi nơi nhận",
                "Nơi nhận gặp lỗi, báo cáo chưa được ghi. Hãy gửi lại sau ít phút.",
            ),
        };
        (title, detail.to_owned())
    }

    fn english(&self) -> (&'static str, String) {
        let (title, detail) = match self {
            Self::Malformed { line, column, .. } => {
                let place = format!(
                    "The body cannot be read from line {line}, column {column}. Mend the JSON as /api/openapi.json describes it."
                );
                return ("Malformed body", place);
            }
            Self::TooLarge(limit) => {
                return (
                    "Body too large",
                    format!("The body is larger than {limit} bytes. Shorten it and send it again."),
                );
            }
            Self::Parameter(name) => {
                let name = format!(
                    "The parameter “{name}” is missing or cannot be read. See /api/openapi.json."
                );
                return ("Wrong parameter", name);
            }
            Self::Outdated(outdated) => {
                let (revision, received) = (outdated.revision, &outdated.received);
                let other = format!(
                    "The office has received another version of this report (revision {revision}, {received}), and the one just sent was not made from it. Send this one in its place, or keep what the office has."
                );
                return ("The office has another version", other);
            }
            Self::NotUtf8 => ("Wrong encoding", "The body is not UTF-8. Send it as UTF-8."),
            Self::BrokenOff => (
                "Body broken off",
                "The body did not arrive in full. Send it again.",
            ),
            Self::NotJson => (
                "Wrong content type",
                "Send uncompressed JSON with “Content-Type: application/json”.",
            ),
            Self::NotAUuid => (
                "Wrong submission id",
                "The id in the address must be a UUID, for example 0190a5c4-7d3e-7c1a-9f00-2b5d4c6e8f10.",
            ),
            Self::OtherIdentity => (
                "Two different submission ids",
                "The id in the address and the id in the body must be the same. Make them agree.",
            ),
            Self::OtherContent => (
                "Submission id already used",
                "Other content was received under this id. To amend a report, send it under a new id.",
            ),
            Self::Locked => (
                "Report accepted",
                "The office has accepted this report, so it can no longer be amended. If it must be mended, ask the office to return it, then send it again.",
            ),
            Self::Superseded => (
                "A newer revision has come",
                "The unit has just amended this report. Load it again and decide about the newer revision.",
            ),
            Self::UnusableDecision => (
                "Decision not usable",
                "Who returns a report gives a reason for the whole or for single fields (at most 2,000 characters each). Who accepts one names no fields but those to which it gives points.",
            ),
            Self::UnusablePoints => (
                "Reviewed points not usable",
                "Write points as a number, for example 8 or 8,5, not above the most of the criterion and its decimal places.",
            ),
            Self::Findings(..) => (
                "The report has errors",
                "Mend the errors that are listed and send it again.",
            ),
            Self::UnknownPlan => (
                "No such plan",
                "This collector does not have that plan. See the list at /api/plans.",
            ),
            Self::NotCollected => (
                "Plan not collected here",
                "This collector does not have the plan that the report names. See the list at /api/plans.",
            ),
            Self::UnknownVersion => (
                "No such version",
                "This collector does not have that version of the plan. Leave out “version” for the current one.",
            ),
            Self::UnknownUnit => (
                "No such unit",
                "The plan has no such unit. Use a unit's id as the plan writes it.",
            ),
            Self::UnknownSubmission => (
                "Nothing received",
                "Nothing was received under this id. Check the id.",
            ),
            Self::NoSuchPlace => (
                "No such page",
                "Nothing lives at this address. Check the path.",
            ),
            Self::UnknownHost => (
                "Unknown host",
                "This collector does not answer under that name. Start it with --host and the name of the site.",
            ),
            Self::NoSuchMethod => (
                "Method not taken",
                "This address exists but does not take that method.",
            ),
            Self::TokenMissing => (
                "Code needed",
                "This part needs a unit's or an office's code. Open the personal link from the office again, or enter the code.",
            ),
            Self::TokenWrong => (
                "Wrong code",
                "The code is wrong or was replaced. Ask the office for a new one.",
            ),
            Self::TokenExpired => (
                "Session expired",
                "Log in again and send again. What was typed is still there.",
            ),
            Self::NotYours => (
                "Not opened by this code",
                "The code is right but does not open this. Use the code of the unit or office concerned.",
            ),
            Self::TooManyTries(_) => (
                "Too many wrong codes",
                "Wrong codes were tried too often. Wait a while and try again, or ask the office for a new code.",
            ),
            Self::TooMany(_) => (
                "Too many requests",
                "Too many requests came from one place. Wait a few seconds and try again.",
            ),
            Self::TooSlow => (
                "Too slow",
                "The request took too long. Send it again; sending again under the same id counts once.",
            ),
            Self::Busy => (
                "Collector busy",
                "Too much is asked for at once, so this was not done. Try again in a few seconds; a report without a receipt has not been stored.",
            ),
            Self::NoRoom => (
                "No room left",
                "The collector's disk is full or failing, so it could not take this in. Nothing was lost on this device; tell the office, and send again later.",
            ),
            Self::TooManyRevisions(Some(_)) => (
                "Amended too often",
                "This report was amended too often within the last hour. Wait a few minutes and send it once with all changes.",
            ),
            Self::TooManyRevisions(None) => (
                "Amended too often",
                "This report has been amended as often as it can be. If it must be changed again, ask the office to return it, then send again.",
            ),
            Self::TooManyOpened(Some(_)) => (
                "Too many reports",
                "The unit sent too many reports on demand within the last hour. This one is still on the device, and is sent again by itself within an hour.",
            ),
            Self::TooManyOpened(None) => (
                "Too many reports",
                "The unit has sent as many reports on demand as the plan takes. What was typed is still on this device: open the latest report to add to it, or ask the office.",
            ),
            Self::Withdrawn => (
                "Plan withdrawn",
                "The office has withdrawn this plan, so no new report of it is taken; reports already sent can still be amended. What was typed is still on this device; ask the office if it must be sent.",
            ),
            Self::Archived => (
                "Plan archived",
                "The office has archived this plan, so nothing more of it is taken, amendments included. Ask the office if something must be sent.",
            ),
            Self::Publishing(refusal) => return refusal.english(),
            Self::Files(trouble) => return trouble.words(Lang::En),
            Self::Internal => (
                "Collector failed",
                "The collector failed and nothing was stored. Send it again in a few minutes.",
            ),
        };
        (title, detail.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::Trouble;
    use crate::plan::Plan;
    use crate::text::Lang;
    use std::sync::Arc;
    use std::time::Duration;

    #[test]
    fn what_a_secretary_reads_names_nothing_of_the_interface() {
        let plan = include_str!("../../tests/cases/plans/small.json");
        let plan = Plan::parse(plan).expect("a plan");
        for trouble in [
            Trouble::TokenMissing,
            Trouble::TokenWrong,
            Trouble::TokenExpired,
            Trouble::NotYours,
            Trouble::TooManyTries(Duration::ZERO),
            Trouble::Findings(Vec::new(), Arc::new(plan)),
            Trouble::Locked,
            Trouble::OtherContent,
            Trouble::Withdrawn,
            Trouble::Archived,
        ] {
            for lang in [Lang::Vi, Lang::En] {
                let (title, detail) = trouble.words(lang);
                for word in [
                    "Bearer",
                    "Authorization",
                    "oken",
                    "findings",
                    "JSON",
                    "header",
                ] {
                    assert!(
                        !title.contains(word) && !detail.contains(word),
                        "{word}: {title}. {detail}"
                    );
                }
            }
        }
    }
}
