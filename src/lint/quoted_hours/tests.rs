use crate::lint::tests::{codes, duty, plan};
use serde_json::json;

#[test]
fn the_hours_of_the_words() {
    let quote = "Báo cáo nhanh trong vòng 24 giờ kể từ khi xảy ra vụ việc.";
    let other = "warning deadline.otherHours";
    let in_days = "warning deadline.hoursAsDays";
    let in_hours = "warning deadline.daysAsHours";
    for (quote, rule, expected) in [
        (quote, json!({"hoursAfter": 24}), ""),
        (quote, json!({"hoursAfter": 48}), other),
        (quote, json!({"deadline": {"daysAfter": 1}}), ""),
        (quote, json!({"deadline": {"daysAfter": 2}}), in_days),
        (quote, json!({}), ""),
        (
            "Gửi trong 48 giờ sau đại hội",
            json!({"hoursAfter": 24, "event": "Đại hội"}),
            other,
        ),
        (
            "Gửi trong 48 (bốn mươi tám) giờ",
            json!({"hoursAfter": 24}),
            other,
        ),
        (
            "Gửi chậm nhất 06 giờ kể từ khi có sự việc",
            json!({"hoursAfter": 2}),
            other,
        ),
        (
            "Gửi trong vòng 2 giờ",
            json!({"deadline": {"daysAfter": 0}}),
            in_days,
        ),
        ("Gửi trong vòng 02 ngày", json!({"hoursAfter": 48}), ""),
        ("Gửi trong vòng 02 ngày", json!({"hoursAfter": 2}), in_hours),
        (
            "Gửi trong vòng 02 ngày làm việc",
            json!({"hoursAfter": 2}),
            in_hours,
        ),
        // The unit by one letter, and marks that tell "ngay" from "ngày".
        (
            "Báo cáo trong vòng 24h kể từ khi xảy ra",
            json!({"hoursAfter": 48}),
            other,
        ),
        (
            "Báo cáo trong vòng 24g kể từ khi xảy ra",
            json!({"hoursAfter": 24}),
            "",
        ),
        (
            "Báo cáo trong 24 giờ ngay sau khi xảy ra",
            json!({"hoursAfter": 2}),
            other,
        ),
        (
            "Gửi báo cáo theo Mẫu số 02 ngay sau khi kết thúc",
            json!({"hoursAfter": 24}),
            "",
        ),
        (
            "Báo cáo về Đoàn Phường 3 ngay sau khi xảy ra sự việc",
            json!({"hoursAfter": 2}),
            "",
        ),
        // Two spans.
        (
            "Báo cáo nhanh trong vòng 24h, đầy đủ trong vòng 07 ngày",
            json!({"hoursAfter": 24}),
            "",
        ),
        (
            "Tổ chức trong 02 ngày; gửi kết quả trong 24g sau khi bế mạc",
            json!({"hoursAfter": 24}),
            "",
        ),
        (
            "Báo nhanh trong hai giờ, đầy đủ trong 03 ngày",
            json!({"hoursAfter": 2}),
            "",
        ),
        (
            "Báo trong 30 phút, gửi văn bản trong 02 ngày",
            json!({"hoursAfter": 1}),
            "",
        ),
        (
            "Báo cáo trong vòng 24 đến 48 giờ sau khi xảy ra",
            json!({"hoursAfter": 24}),
            "",
        ),
        (
            "Báo cáo trong vòng 24 - 48 giờ sau khi xảy ra",
            json!({"hoursAfter": 24}),
            "",
        ),
        (
            "Báo cáo trong vòng 24-48 giờ sau khi xảy ra",
            json!({"hoursAfter": 24}),
            "",
        ),
        // Hours of work.
        (
            "Báo cáo trong 08 giờ làm việc kể từ khi tiếp nhận",
            json!({"deadline": {"workingDaysAfter": 1}}),
            "",
        ),
        // As reading proposes them.
        (
            "Gửi trong vòng 24 giờ",
            json!({"deadline": {"daysAfter": 1}}),
            "",
        ),
        (
            "Gửi chậm nhất 24 giờ sau khi bế mạc",
            json!({"deadline": {"daysAfter": 1}, "event": "Hội trại"}),
            "",
        ),
        (
            "Gửi trong 36 giờ sau khi bế mạc",
            json!({"hoursAfter": 36}),
            "",
        ),
        // Hours of a day, and of another report.
        (
            "Gửi số liệu trước 16 giờ sau mỗi buổi ra quân",
            json!({"deadline": {"daysAfter": 0, "time": "16:00"}}),
            "",
        ),
        (
            "Gửi chậm nhất 16 giờ sau mỗi buổi ra quân",
            json!({"deadline": {"daysAfter": 0, "time": "16:00"}}),
            "",
        ),
        (
            "Gửi chậm nhất 12 giờ sau khi xảy ra vụ việc",
            json!({"hoursAfter": 24}),
            other,
        ),
        (
            "Gửi chậm nhất 02 giờ sau mỗi buổi ra quân",
            json!({"hoursAfter": 12}),
            other,
        ),
        (
            "Gửi trước 17g00 ngày sau hội nghị",
            json!({"hoursAfter": 24}),
            "",
        ),
        (
            "Gửi chậm nhất 17 giờ ngày hôm sau",
            json!({"hoursAfter": 24}),
            "",
        ),
        (
            "Gửi trước 16 giờ 30 cùng ngày",
            json!({"hoursAfter": 2}),
            "",
        ),
        (
            "Ban đầu trong 24 giờ, đầy đủ trong 07 ngày",
            json!({"deadline": {"daysAfter": 7}}),
            "",
        ),
        ("Gửi trong giờ hành chính", json!({"hoursAfter": 24}), ""),
    ] {
        let mut one = duty(json!({"onDemand": rule}));
        one["schedules"][0]["source"]["quote"] = json!(quote);
        let plan = plan(json!({"duties": [one]}));
        let found = ["otherHours", "hoursAsDays", "daysAsHours"]
            .map(|code| codes(&plan, &["deadline.", code].concat()))
            .concat();
        assert_eq!(found, expected, "{quote} {rule}");
    }
}

#[test]
fn a_rule_that_no_hours_can_be_given_is_held_to_whole_days_alone() {
    for (quote, days, expected) in [
        ("trong 48 giờ sau khi hết tháng", 2, ""),
        (
            "trong 48 giờ sau khi hết tháng",
            5,
            "warning deadline.hoursAsDays",
        ),
        ("trong 02 giờ sau khi hết tháng", 0, ""),
        // The hours are of what arises.
        (
            "Báo cáo tháng gửi chậm nhất ngày 05 của tháng sau; vụ việc đột xuất báo cáo trong vòng 24 giờ.",
            5,
            "",
        ),
        (
            "Báo cáo tháng; khi có yêu cầu thì gửi trong vòng 24 giờ.",
            5,
            "",
        ),
    ] {
        let rule = json!({"cycle": {"every": "month"}, "deadline": {"daysAfter": days}});
        let mut one = duty(json!({"recurring": rule}));
        one["schedules"][0]["source"]["quote"] = json!(quote);
        let plan = plan(json!({"duties": [one]}));
        assert_eq!(
            codes(&plan, "deadline.hoursAsDays"),
            expected,
            "{quote} {days}"
        );
    }
}
