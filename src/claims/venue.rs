//! Whether two units name one place.
//!
//! Why: "Nhà văn hóa trường THPT Tân Bình" and "Nhà văn hóa trường THPT Lê Trọng Tấn" have most words in
//! common, and "Tân" and "Tấn" are one without marks, but only the proper names tell which place is meant.

use super::likeness::{both, hash, is_number, set};
use crate::text::{fold, fold_case};

/// What says of which kind a place is and not which one it is, the longer before the shorter that begin
/// alike, with the kinds that it names. What names none stands beside any name.
const KINDS: &[(&str, &[&str])] = &[
    ("nhà văn hóa", &["nhà văn hóa"]),
    ("nvh", &["nhà văn hóa"]),
    ("nhà", &["nhà"]),
    ("hội trường", &["hội trường"]),
    ("ht", &["hội trường"]),
    ("sân trường", &["sân", "trường"]),
    ("sân sinh hoạt", &["sân"]),
    ("sân", &["sân"]),
    ("trụ sở", &["trụ sở"]),
    ("công viên", &["công viên"]),
    ("cv", &["công viên"]),
    ("ủy ban nhân dân", &["ủy ban"]),
    ("ủy ban", &["ủy ban"]),
    ("ubnd", &["ủy ban"]),
    ("khu công nghiệp", &["khu công nghiệp"]),
    ("kcn", &["khu công nghiệp"]),
    ("công ty", &["công ty"]),
    ("trường", &["trường"]),
    ("trung học phổ thông", &["trường", "thpt"]),
    ("thpt", &["trường", "thpt"]),
    ("trung học cơ sở", &["trường", "thcs"]),
    ("thcs", &["trường", "thcs"]),
    ("tiểu học", &["trường", "tiểu học"]),
    ("mầm non", &["trường", "mầm non"]),
    ("phường", &["phường"]),
    ("p", &["phường"]),
    ("xã", &["xã"]),
    ("thị trấn", &["thị trấn"]),
    ("khu phố", &["khu phố"]),
    ("kp", &["khu phố"]),
    ("ấp", &["ấp"]),
    ("bệnh viện", &["bệnh viện"]),
    ("quận đoàn", &["quận đoàn"]),
    ("huyện đoàn", &["quận đoàn"]),
    ("tỉnh đoàn", &["tỉnh đoàn"]),
    ("thành đoàn", &["tỉnh đoàn"]),
    ("chi đoàn", &[]),
    ("đoàn", &[]),
    ("cơ sở", &[]),
    ("quận", &[]),
    ("q", &[]),
    ("huyện", &[]),
    ("tỉnh", &[]),
    ("thành phố", &[]),
    ("tp", &[]),
    ("tại", &[]),
    ("đơn vị", &[]),
    ("địa phương", &[]),
    ("địa bàn", &[]),
    ("trên", &[]),
    ("số", &[]),
    ("đường", &[]),
];

/// The words of a place without a name that lies above the units, folded.
const WIDER: &[&str] = &["quan", "q", "huyen", "tinh", "thanh", "tp"];

/// A place taken apart for comparison; words as hashes in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    kinds: Vec<u64>,
    /// The words that tell which one it is, with marks.
    names: Vec<u64>,
    /// The same without.
    folded: Vec<u64>,
    numbers: Vec<u64>,
    /// Whether it was written without any mark.
    bare: bool,
}

impl Place {
    /// `None` where only a kind is named: every unit has a hall of its own.
    pub fn new(text: &str) -> Option<Self> {
        let marked = fold_case(text);
        let bare = fold(&marked) == marked;
        let all: Vec<&str> = marked.split(' ').filter(|word| !word.is_empty()).collect();
        let (mut kinds, mut names) = (Vec::new(), Vec::new());
        let mut rest = all.as_slice();
        while let Some((word, after)) = rest.split_first() {
            rest = if let Some((length, named)) = kind(rest, bare) {
                kinds.extend(named.iter().map(|name| hash(&[name])));
                rest.get(length..).unwrap_or_default()
            } else {
                names.push(*word);
                after
            };
        }
        let numbers = names.iter().copied().filter(is_number);
        let place = Self {
            numbers: set(numbers.map(|word| hash(&[word.trim_start_matches('0')]))),
            kinds: set(kinds.into_iter()),
            folded: set(telling(&names).map(|word| hash(&[&fold(word)]))),
            names: set(telling(&names).map(|word| hash(&[word]))),
            bare,
        };
        (!place.names.is_empty() || !place.numbers.is_empty()).then_some(place)
    }

    /// The same where it is the place of the unit of that name: "Sân phường" and "UBND phường" have no name of their own
    /// and lie in the unit itself. What lies above the units, "Trụ sở UBND quận", is nobody's own.
    pub fn of_unit(text: &str, unit: &str) -> Option<Self> {
        Self::new(text).or_else(|| {
            let words = fold(text);
            let is_own = !words.is_empty() && !words.split(' ').any(|word| WIDER.contains(&word));
            is_own.then(|| Self::new(&[text, " ", unit].concat()))?
        })
    }

    /// Whether one place lies in the other's words: "Công viên Lê Thị Riêng" and "Công viên Lê Thị Riêng,
    /// phường 15". Marks count unless one of the two was written without any; a ward's house of culture is
    /// not that of the school of the same name.
    pub fn is(&self, other: &Self) -> bool {
        let (names, others) = if self.bare || other.bare {
            (&self.folded, &other.folded)
        } else {
            (&self.names, &other.names)
        };
        let named = match (names.is_empty(), others.is_empty()) {
            (false, false) => lies_in(names, others),
            // "Phường 15" has no name but its number.
            _ => !self.numbers.is_empty() && !other.numbers.is_empty(),
        };
        let numbered = self.numbers.is_empty()
            || other.numbers.is_empty()
            || lies_in(&self.numbers, &other.numbers);
        named && numbered && lies_in(&self.kinds, &other.kinds)
    }
}

/// The kinds that the first words name, and how many words that takes.
fn kind(words: &[&str], bare: bool) -> Option<(usize, &'static [&'static str])> {
    KINDS.iter().find_map(|(spelt, kinds)| {
        let mut length = 0;
        let fits = spelt.split(' ').all(|part| {
            let word = words.get(length);
            length += 1;
            word.is_some_and(|word| *word == part || (bare && is_bare(word, part)))
        });
        fits.then_some((length, *kinds))
    })
}

/// Whether a word without marks may be that one. Folding is asked last: it is the dearest.
fn is_bare(word: &str, part: &str) -> bool {
    word.len() == part.chars().count() && word == fold(part)
}

fn telling<'w>(names: &[&'w str]) -> impl Iterator<Item = &'w str> {
    names.iter().copied().filter(|word| !is_number(word))
}

/// Whether the shorter of two ordered lists is wholly in the other.
fn lies_in(one: &[u64], other: &[u64]) -> bool {
    both(one, other) == one.len().min(other.len())
}

#[cfg(test)]
mod tests {
    use super::Place;

    #[test]
    fn a_place_is_the_same_where_its_name_and_kind_agree() {
        for (one, other, same) in [
            (
                "Công viên Lê Thị Riêng",
                "CV. công viên Lê Thị Riêng, phường 15",
                true,
            ),
            ("Nhà thiếu nhi quận", "Nhà Thiếu nhi quận Tân Phú", true),
            ("Trường THPT Tây Thạnh", "Trường THPT Trần Phú", false),
            ("Hẻm 42 Lê Niệm", "Hẻm 44 Lê Niệm", false),
            ("Hẻm 42 Lê Niệm", "hẻm 42 đường Lê Niệm", true),
            ("Hẻm 42 Lê Niệm, P.5", "Hẻm 44 Lê Niệm, P.5", false),
            (
                "Sân sinh hoạt phường Phú Thạnh",
                "Sân sinh hoạt trường THPT Trần Phú",
                false,
            ),
            (
                "Hội trường phường Phú Thạnh",
                "Hội trường phường Tây Thạnh",
                false,
            ),
            (
                "Nhà văn hóa trường THPT Tân Bình",
                "Nhà văn hóa trường THPT Lê Trọng Tấn",
                false,
            ),
            ("Trường THPT Tân Bình", "Trường THPT Tấn Bình", false),
            ("Trường THPT Tân Bình", "truong thpt TAN BINH", true),
            ("Truong Le Trong Tan", "Trường THPT Lê Trọng Tấn", true),
            (
                "Nhà văn hóa trường THCS - THPT Nhân Văn",
                "Nhà văn hóa trường THCS - THPT Trí Đức",
                false,
            ),
            (
                "Nhà văn hóa phường Tây Thạnh",
                "Nhà văn hóa trường THPT Tây Thạnh",
                false,
            ),
            (
                "UBND phường Hoà Thạnh",
                "Uỷ ban nhân dân Phường Hòa Thạnh",
                true,
            ),
            ("THCS Lê Anh Xuân", "Trường Lê Anh Xuân", true),
            (
                "Sân trường THPT Trần Phú",
                "Hội trường THPT Trần Phú",
                false,
            ),
            ("Trường Trương Định", "Trường Đinh Tiên Hoàng", false),
            ("Sân sinh hoạt Phường 9", "Sân sinh hoạt Phường 09", true),
            ("Sân sinh hoạt Phường 9", "Sân sinh hoạt Phường 7", false),
            (
                "Sân sinh hoạt Phường 9",
                "Sân sinh hoạt Văn phòng Quận Đoàn",
                false,
            ),
            (
                "Hội trường Quận Đoàn Tân Phú",
                "Hội trường Bệnh viện quận Tân Phú",
                false,
            ),
            ("Quảng trường trung tâm", "Quảng trường trung tâm", true),
            ("Sân vận động trung tâm", "Quảng trường trung tâm", false),
            ("Trung tâm Văn hóa - Thể thao", "Trung tâm Y tế quận", false),
        ] {
            let (a, b) = (Place::new(one).unwrap(), Place::new(other).unwrap());
            assert_eq!(a.is(&b), same, "{one} | {other}");
            assert_eq!(b.is(&a), same, "{other} | {one}");
        }
    }

    #[test]
    fn a_place_without_a_name_lies_in_the_unit() {
        let ward = "Đoàn phường Tây Thạnh";
        let school = "Đoàn trường THPT Trần Phú";
        for (one, unit, other, another, same) in [
            (
                "Sân phường",
                ward,
                "Sân phường",
                "Đoàn phường Sơn Kỳ",
                false,
            ),
            ("UBND phường", ward, "UBND phường Tây Thạnh", school, true),
            ("Hội trường", ward, "Hội trường", school, false),
            ("Hội trường", school, "Hội trường THPT Trần Phú", ward, true),
            (
                "san phuong",
                ward,
                "Sân phường",
                "Đoàn phường Sơn Kỳ",
                false,
            ),
            ("Tại đơn vị", ward, "Tại đơn vị", school, false),
        ] {
            let place = Place::of_unit(one, unit).unwrap();
            let there = Place::of_unit(other, another).unwrap();
            assert_eq!(place.is(&there), same, "{one} | {other}");
        }
        for text in ["", "Trụ sở UBND quận", "Hội trường Quận Đoàn"] {
            assert_eq!(Place::of_unit(text, ward), None, "{text}");
        }
    }

    #[test]
    fn a_kind_alone_is_no_place() {
        for text in ["", "Hội trường", "Nhà văn hóa phường", "Tru so UBND quan"] {
            assert_eq!(Place::new(text), None, "{text}");
        }
    }
}
