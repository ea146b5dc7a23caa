//! What is right in other words.

use super::{due, found, held, listed, monthly, quoted, said, sent, target, weekly};
use serde_json::{Value, json};

#[test]
fn what_is_right_in_other_words_is_left_alone() {
    let on = |day: &str| json!({"when": [{"from": day}]});
    let span = |from: &str, to: &str| json!({"when": [{"from": from, "to": to}]});
    let cases: Vec<Value> = vec![
        target("Trồng trên dưới 100 cây.", json!({})),
        target(
            "Vận động 500 nghìn đồng.",
            json!({"value": {"money": 500_000}}),
        ),
        target(
            "Vận động năm trăm triệu đồng.",
            json!({"value": {"money": 500_000_000}}),
        ),
        target(
            "Trồng mới mười nghìn cây xanh.",
            json!({"value": {"count": 10_000}}),
        ),
        target(
            "Trồng ít nhất hai mươi lăm cây.",
            json!({"value": {"count": 25}}),
        ),
        target(
            "Trồng mới ba (03) hàng cây.",
            json!({"value": {"count": 3}}),
        ),
        target(
            "Mỗi quý trồng 25 cây.",
            json!({"value": {"count": 25}, "per": "quarter"}),
        ),
        target(
            "Mỗi phường trồng 20 cây, tổng cộng 60 cây.",
            json!({"value": {"count": 60}}),
        ),
        target("Không dưới một trăm cây được trồng.", json!({})),
        target("100% đơn vị tham gia, trồng ít nhất 100 cây.", json!({})),
        target("Trồng từ 100 đến 150 cây.", json!({})),
        target("Trồng từ 100 đến 150 cây.", json!({"upTo": {"count": 150}})),
        target("Sửa chữa 2,5 km đường.", json!({"value": {"quantity": 25}})),
        target(
            "Sửa chữa 2.500 m đường.",
            json!({"value": {"quantity": 25}}),
        ),
        target(
            "Trồng 100 cây trở lên, ưu tiên đoàn viên từ 18 đến 30 tuổi.",
            json!({}),
        ),
        target(
            "Mỗi trường hợp khó khăn được giúp; trồng 100 cây cho mỗi đơn vị máu.",
            json!({}),
        ),
        target("Đợt 1 (mười ngày đầu tháng 3) trồng 100 cây.", json!({})),
        target(
            "Phấn đấu đến hết năm trồng được 100 cây.",
            json!({"per": "year"}),
        ),
        listed(
            "Hạn chót: 17 giờ 00 phút, ngày 19 tháng 3 năm 2023.",
            json!({"date": "2023-03-19", "time": "17:00"}),
        ),
        listed(
            "Chậm nhất hết ngày 19/3/2023 (Chủ nhật).",
            json!({"date": "2023-03-19"}),
        ),
        listed(
            "Trước 24 giờ ngày 19/3/2023.",
            json!({"date": "2023-03-20", "time": "00:00", "bound": "before"}),
        ),
        monthly(
            "Gửi báo cáo trước ngày 25 hằng tháng, số liệu tính đến ngày 20 hằng tháng.",
            25,
        ),
        monthly(
            "Hằng tháng, các đơn vị gửi báo cáo trước ngày 25 (tổng hợp báo cáo quý).",
            25,
        ),
        monthly("Báo cáo tháng 3 gửi trước ngày 25 hằng tháng.", 25),
        weekly(
            "Gửi trước thứ Sáu hằng tuần.",
            "thursday",
            json!({"daysAfter": 0}),
        ),
        weekly(
            "Tính từ thứ Bảy đến hết thứ Sáu, gửi chậm nhất thứ Bảy hằng tuần.",
            "friday",
            json!({"daysAfter": 1}),
        ),
        due(
            "Nhận bài từ ngày 15/3 đến hết ngày 19/3/2023.",
            json!({"listed": [{
            "period": {"from": "2023-02-26", "to": "2023-03-31"}, "deadline": {"date": "2023-03-19"}}]}),
        ),
        due(
            "Báo cáo kết quả Hội trại (từ ngày 24/3 đến ngày 26/3/2023).",
            json!({"listed": [{
            "period": {"from": "2023-02-26", "to": "2023-03-31"}}]}),
        ),
        sent("Gửi về hộp thư vanphong@doan.vn.", "VanPhong@doan.vn"),
        sent(
            "Gửi bản giấy, hoặc qua hộp thư a@doan.vn, b@doan.vn.",
            "b@doan.vn",
        ),
        held("Tổ chức các ngày 18 và 19 tháng 3.", on("2023-03-19")),
        held(
            "Dự kiến từ ngày 05/3 đến ngày 12/3/2023.",
            span("2023-03-05", "2023-03-12"),
        ),
        held(
            "Tập trung lúc 06g30, khai mạc 07g30 ngày 19/3/2023.",
            json!({"when": [{"from": "2023-03-19", "time": "07:30"}]}),
        ),
        held(
            "Khai mạc lúc 7 giờ rưỡi ngày 19/3/2023.",
            json!({"when": [{"from": "2023-03-19", "time": "07:30"}]}),
        ),
        held(
            "Ngày Chủ nhật xanh lần thứ 152, lần thứ 153.",
            json!({"ordinal": 153}),
        ),
        held(
            "Thực hiện Nghị quyết Đại hội lần thứ 12, tổ chức hội trại.",
            json!({"ordinal": 3}),
        ),
        said("Kỷ niệm 92 năm Ngày thành lập Đoàn (26/3/1931 - 26/3/2023)."),
        said("Nghỉ Tết từ ngày 25/12 đến ngày 05/01."),
        said("Tổ chức trong 03 ngày (từ ngày 10/3 đến ngày 12/3/2023)."),
        said("Hội trại 3 ngày 2 đêm, từ ngày 10/3 đến ngày 12/3/2023."),
        said("Trong 05 ngày làm việc, từ ngày 10/3 đến ngày 16/3/2023."),
        said("Đợt 1 từ ngày 01/3 đến ngày 15/3/2023; đợt 2 từ ngày 16/3 đến ngày 31/3/2023."),
        said("Đợt 1 từ ngày 01/3 đến ngày 15/3/2023; đợt 2 từ ngày 01/9 đến ngày 15/9/2023."),
        said("Vào ngày 15 tháng 3 và ngày 30 tháng cuối quý."),
        said("Có trên dưới 50 suất quà, khoảng hơn 20 triệu đồng."),
    ];
    let mut wrong = Vec::new();
    for changes in &cases {
        let codes = found(changes.clone());
        if !codes.is_empty() {
            wrong.push(format!("{codes:?}: {}", quoted(changes)));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {} are called wrong:\n{}",
        wrong.len(),
        cases.len(),
        wrong.join("\n")
    );
}
