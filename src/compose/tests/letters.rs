//! What units are sent: their codes and links.

use super::{Act, List, action, begun, paste};
use crate::compose::UnitCode;

#[test]
fn each_unit_has_a_letter_and_a_row_with_its_link_and_nobody_elses() {
    let mut made = begun();
    paste(&mut made, "Đoàn xã A\nĐoàn xã B\nĐoàn xã C").unwrap();
    made.act(&action(Act::Discard, List::Units, &["doan-xa-c"]))
        .unwrap();
    let code = |unit: &str| UnitCode {
        unit: unit.to_owned(),
        code: format!("7K2M-{}", unit.len()),
    };
    let codes = [code("doan-xa-b"), code("doan-xa-a"), code("doan-xa-c")];
    let form = "https://doan.example/?plan=https%3A%2F%2Fdoan.example%2Fapi%2Fplans%2Fthang";
    let view = made.letters(&codes, form);
    let names: Vec<&str> = view.letters.iter().map(|one| one.name.as_str()).collect();
    // Those that are in the plan, in its order.
    assert_eq!(names, ["Đoàn xã A", "Đoàn xã B"]);
    let first = view.letters.first().unwrap();
    assert_eq!(first.link, format!("{form}#unit=doan-xa-a&code=7K2M-9"));
    assert_eq!(
        first.text,
        [
            "Kính gửi Đoàn xã A,",
            "Đề nghị đơn vị báo cáo thực hiện “Tổ chức Tháng Thanh niên năm 2023” qua đường dẫn riêng sau đây, mở được trên điện thoại và máy tính:",
            &first.link,
            "Đường dẫn đã có mã của đơn vị, mở ra không phải nhập gì thêm. Xin không chuyển cho đơn vị khác.",
            "Trang nào hỏi mã thì nhập: 7K2M-9.",
        ]
    );
    assert_eq!(view.rows.len(), 3);
    let row = view.rows.get(1).unwrap();
    assert_eq!((row[1].as_str(), &row[5]), ("Đoàn xã A", &first.link));
    let mut parts = view.book.iter();
    let sheet = parts.find(|part| part.name.ends_with("sheet1.xml"));
    let sheet = &sheet.unwrap().text;
    assert!(sheet.contains("unit=doan-xa-b&amp;code=7K2M-9"));
    // What is kept of the work holds no code.
    assert!(!made.save().contains("7K2M"));
}
