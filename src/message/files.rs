//! What is taken where files are asked, in words. It comes with the later part of the form's module, as files do.

use super::fill::fill;
use crate::plan::Channel;
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

/// What a document asks to be sent besides, by letter or to a mailbox; none where all of it goes by a link. "Văn bản chính
/// thức; Tập tin điện tử về hộp thư (quandoan@example.com)".
#[must_use]
pub fn beside(channels: &[Channel], lang: Lang) -> Option<String> {
    let mut named = Vec::new();
    for Channel { name, address } in channels {
        match address.as_deref() {
            Some(link) if link.starts_with("http") => {}
            Some(mailbox) => named.push([name, " (", mailbox, ")"].concat()),
            None => named.push(name.clone()),
        }
    }
    let channels = text::join(&named, "; ");
    (!named.is_empty()).then(|| fill(BESIDE.of(lang), &[("channels", &*channels)]))
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
