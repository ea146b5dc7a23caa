//! The words of a reminder that an office copies and sends to those who have not reported.

use super::either;
use super::fill::fill;
use super::rollup::count;
use crate::text::Lang;

/// What a letter is about: "Nhắc gửi: Báo cáo tuần · Tuần 1".
#[must_use]
pub fn subject(title: &str, lang: Lang) -> String {
    [either(lang, "Nhắc gửi: ", "Reminder: "), title].concat()
}

/// To whom it goes.
#[must_use]
pub fn to_units(lang: Lang) -> &'static str {
    either(lang, "Kính gửi các đơn vị,", "To the units named below,")
}

/// Who reminds of which report: "Quận Đoàn Tân Phú nhắc các đơn vị có tên dưới đây gửi “Báo cáo tuần · Tuần 1” (từ 26/2 đến
/// hết 3/3/2023)."
#[must_use]
pub fn opening(office: Option<&str>, title: &str, period: &str, lang: Lang) -> String {
    let sentence = match office {
        Some(_) => either(
            lang,
            "{office} nhắc các đơn vị có tên dưới đây gửi “{title}” ({period}).",
            "{office} reminds the units named below to send “{title}” ({period}).",
        ),
        None => either(
            lang,
            "Xin nhắc các đơn vị có tên dưới đây gửi “{title}” ({period}).",
            "The units named below are reminded to send “{title}” ({period}).",
        ),
    };
    let office = office.unwrap_or_default();
    fill(
        sentence,
        &[("office", office), ("title", title), ("period", period)],
    )
}

/// By when, and how long that is from now or ago: "Hạn gửi: hết ngày thứ Bảy 4/3/2023, quá hạn 6 ngày."
#[must_use]
pub fn due(deadline: &str, remaining: &str, lang: Lang) -> String {
    let before = either(lang, "Hạn gửi: ", "Due ");
    [before, deadline, ", ", remaining, "."].concat()
}

/// How many units stand below: "Chưa gửi (3 đơn vị):".
#[must_use]
pub fn group(name: &str, units: usize, lang: Lang) -> String {
    let noun = either(lang, " đơn vị):", " units):");
    [name, " (", &count(units), noun].concat()
}

/// A unit in its place: "2. Đoàn phường Tây Thạnh", with a deadline of its own behind it.
#[must_use]
pub fn unit(place: usize, name: &str, deadline: Option<&str>, lang: Lang) -> String {
    let mut out = [&*place.to_string(), ". ", name].concat();
    if let Some(deadline) = deadline {
        out.push_str(either(lang, " (hạn gửi: ", " (due "));
        out.push_str(deadline);
        out.push(')');
    }
    out
}

/// What who has sent in the meantime is asked.
#[must_use]
pub fn closing(lang: Lang) -> &'static str {
    either(
        lang,
        "Đơn vị đã gửi mà vẫn có tên ở đây, xin báo lại văn phòng. Trân trọng.",
        "If you have sent it and are named here all the same, please tell the office.",
    )
}
