//! What is taken where files are asked, in words. It comes with the later part of the form's module, as files do.

use super::fill::fill;
use crate::plan::{Channel, ChannelKind};
use crate::text::{self, Both, Lang};
use crate::value::{FileKind, FileMeasure};

const ONE: Both = Both {
    vi: "Nhận một tệp {kinds}, không quá {megabytes} MB.",
    en: "One file is taken: {kinds}, at most {megabytes} MB.",
};
const SEVERAL: Both = Both {
    vi: "Nhận đến {most} tệp {kinds}, mỗi tệp không quá {megabytes} MB.",
    en: "Up to {most} files are taken: {kinds}, each at most {megabytes} MB.",
};
const PHOTOS: Both = Both {
    vi: " Ảnh được thu nhỏ và bỏ nơi chụp ngay trên máy này trước khi gửi.",
    en: " Pictures are made smaller, and the place where they were taken is removed, on this device before they are sent.",
};

const BESIDE: Both = Both {
    vi: "Ngoài báo cáo gửi ở đây, văn bản còn yêu cầu gửi: {channels}.",
    en: "Besides the report sent here, the document asks for: {channels}.",
};
const ON_PAPER: Both = Both {
    vi: "Bản giấy có chữ ký và dấu: nộp về {to}.",
    en: "The paper, signed and stamped, is handed in at: {to}.",
};
const SIGNED_THERE: Both = Both {
    vi: "Đã gửi kèm bản đã ký, đóng dấu: {files}.",
    en: "The signed and stamped document was sent with it: {files}.",
};
const LACKING: Both = Both {
    vi: "Có thể gửi thêm: {question}.",
    en: "May be added: {question}.",
};

/// What a document asks to be sent besides, each in a sentence: "Bản giấy có chữ ký và dấu: nộp về Quận Đoàn Tân Phú."; nothing
/// where all of it goes by a link. `to` is the office that receives it.
#[must_use]
pub fn beside(channels: &[Channel], to: Option<&str>, lang: Lang) -> Vec<String> {
    let (mut said, mut named) = (Vec::new(), Vec::new());
    for channel in channels {
        let address = channel.address.as_deref();
        match (channel.way(), address) {
            (Some(ChannelKind::Online), _) => {}
            (Some(ChannelKind::Paper), _) => {
                let mut parts = Vec::new();
                parts.extend(to);
                parts.extend(address);
                let whole = match &*parts {
                    [] => lang.either("nơi nhận", "the office").to_owned(),
                    parts => text::join(parts, ", "),
                };
                said.push(fill(ON_PAPER.of(lang), &[("to", &*whole)]));
            }
            (_, Some(mailbox)) => named.push([&*channel.name, " (", mailbox, ")"].concat()),
            (_, None) => named.push(channel.name.clone()),
        }
    }
    if !named.is_empty() {
        let channels = text::join(&named, "; ");
        said.push(fill(BESIDE.of(lang), &[("channels", &*channels)]));
    }
    said
}

/// That a report can be sent before what is to be signed.
#[must_use]
pub fn signed_later(lang: Lang) -> &'static str {
    lang.either(
        "Chưa có cũng gửi báo cáo được: ký, đóng dấu xong thì gửi bổ sung từ biên nhận hoặc danh sách phiếu.",
        "The report can be sent without it: once it is signed and stamped, add it from the receipt or the list of reports.",
    )
}

/// That the document itself has not come yet.
#[must_use]
pub fn signed_lacking(lang: Lang) -> &'static str {
    lang.either(
        "Còn thiếu bản đã ký, đóng dấu.",
        "The signed and stamped document is still lacking.",
    )
}

/// That it has come, as which files.
#[must_use]
pub fn signed_there(files: &[String], lang: Lang) -> String {
    let files = text::join(files, "; ");
    fill(SIGNED_THERE.of(lang), &[("files", &*files)])
}

/// That files may be added at a question.
#[must_use]
pub fn file_lacking(question: &str, lang: Lang) -> String {
    fill(LACKING.of(lang), &[("question", question)])
}

/// What is taken: "Nhận đến 3 tệp PDF, ảnh, mỗi tệp không quá 10 MB."
#[must_use]
pub fn files(measure: &FileMeasure, lang: Lang) -> String {
    let mut kinds = Vec::new();
    for kind in &measure.kinds {
        kinds.push(kind.in_words(lang));
    }
    let kinds = text::join(&kinds, ", ");
    let (most, megabytes) = (measure.most.to_string(), measure.megabytes.to_string());
    let gaps = [
        ("kinds", &*kinds),
        ("most", &*most),
        ("megabytes", &*megabytes),
    ];
    let sentence = if measure.most == 1 { &ONE } else { &SEVERAL };
    let mut said = fill(sentence.of(lang), &gaps);
    if measure.kinds.contains(&FileKind::Image) {
        said.push_str(PHOTOS.of(lang));
    }
    said
}
