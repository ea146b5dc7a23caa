//! What the plan in the making changes against the one that is published, and whom that touches: reports that units would
//! no longer find asked, new ones, deadlines that move, questions that go and come.

use crate::calendar::{Instant, Period};
use crate::finding::Severity;
use crate::message;
use crate::office::{Remeasured, plan_changes, remeasured};
use crate::order::sort;
use crate::plan::{Duty, Plan, Template};
use crate::read::record;
use crate::schedule::{Occasion, occasions_of};
use crate::text::{Both, Lang};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What differs, and whom it touches.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct AgainstView {
    /// The version that is published.
    pub version: u32,
    /// What differs, part by part.
    pub changes: Vec<String>,
    /// Whom it touches, the worst first.
    pub touched: Vec<TouchView>,
}

/// One thing that units will meet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct TouchView {
    /// *Error*: what was sent would be read wrong, and the plan is not taken. *Warning*: work that was begun or sent loses its
    /// place. *Info*: something is new or otherwise.
    pub severity: Severity,
    /// What happens.
    pub message: String,
    /// The units, by name, the first of them.
    pub units: Vec<String>,
    /// How many more there are.
    pub more: usize,
}

/// A report that the office has: of whom, for which duty and period.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Answered {
    /// The unit.
    pub unit: String,
    /// The duty.
    pub duty: String,
    /// The period.
    pub period: Period,
}

record!(Answered { unit, duty, period; });

/// The most things that are listed, and the most units that are named with each.
const MOST: usize = 60;
const NAMED: usize = 12;

const GONE: Both = Both {
    vi: " không còn phải gửi: phiếu đang soạn cho kỳ này sẽ nằm ở mục “Bản nháp không còn thuộc kỳ nào”, nội dung đã nhập vẫn giữ.",
    en: " is no longer asked: drafts of it go to “Drafts that belong to no period”; what was typed is kept.",
};
const UNITS_GONE: Both = Both {
    vi: "Không còn trong danh sách đơn vị, nên không gửi được báo cáo nào nữa; phiếu đang soạn của các đơn vị này không còn chỗ.",
    en: "No longer among the units: they can send nothing more, and their drafts are left without a place.",
};
const DUTY_GONE: Both = Both {
    vi: " bị bỏ với mọi kỳ: phiếu đang soạn sẽ nằm ở mục “Bản nháp không còn thuộc kỳ nào”, nội dung đã nhập vẫn giữ.",
    en: " goes with all its periods: drafts of it go to “Drafts that belong to no period”; what was typed is kept.",
};
const SENT: Both = Both {
    vi: " Đã có báo cáo gửi đến mà kế hoạch mới không hỏi nữa: ",
    en: " Reports that have come and are asked no more: ",
};
const SENT_END: Both = Both {
    vi: ". Văn phòng vẫn đọc được, nhưng không được tính vào tiến độ.",
    en: ". The office still reads them; they do not count towards the progress.",
};
const NEW_UNITS: Both = Both {
    vi: "Đơn vị mới, sẽ thấy các báo cáo phải gửi ngay khi công bố.",
    en: "New units; they see what they owe as soon as the plan is published.",
};
const NEW_REPORT: Both = Both {
    vi: " là báo cáo phải gửi thêm",
    en: " is one more report to send",
};
const DUE: Both = Both {
    vi: ", hạn gửi ",
    en: ", due ",
};
const MOVED: Both = Both {
    vi: ": hạn gửi đổi từ ",
    en: ": its deadline moves from ",
};
const INTO: Both = Both {
    vi: " sang ",
    en: " to ",
};
const NO_DEADLINE: Both = Both {
    vi: "không có hạn",
    en: "none",
};
const EARLIER: Both = Both {
    vi: ", sớm hơn trước.",
    en: ", earlier than before.",
};
const ASKS_LESS: Both = Both {
    vi: " không hỏi nữa: ",
    en: " no longer asks: ",
};
const LESS_END: Both = Both {
    vi: ". Nội dung đơn vị đã nhập ở đó không vào báo cáo.",
    en: ". What units have typed there does not go into the report.",
};
const ASKS_MORE: Both = Both {
    vi: " hỏi thêm: ",
    en: " also asks: ",
};
const REQUIRES: Both = Both {
    vi: " từ nay bắt buộc: ",
    en: " now requires: ",
};
const REQUIRES_END: Both = Both {
    vi: ". Phiếu đang soạn phải điền thêm mới gửi được.",
    en: ". Drafts have to fill it in before they can be sent.",
};

/// By period and by the deadlines before and after: the occasions, and the units that owe them.
type Moves<'o> = BTreeMap<
    (Period, Option<Instant>, Option<Instant>),
    (&'o Occasion, &'o Occasion, Vec<&'o str>),
>;

/// By period and deadline: the occasion, and the units that owe it.
type Comes<'o> = BTreeMap<(Period, Option<Instant>), (&'o Occasion, Vec<&'o str>)>;

struct Against<'a> {
    old: &'a Plan,
    new: &'a Plan,
    sent: BTreeSet<&'a Answered>,
    lang: Lang,
    touched: Vec<TouchView>,
}

/// What `new` changes of `old`. `sent` are the reports that the office has, as far as that is known.
pub(super) fn against(old: &Plan, new: &Plan, sent: &[Answered], lang: Lang) -> AgainstView {
    let mut against = Against {
        old,
        new,
        sent: sent.iter().collect(),
        lang,
        touched: Vec::new(),
    };
    // Of what nobody has reported a mistake may be mended.
    let reported = if sent.is_empty() {
        Vec::new()
    } else {
        remeasured(old, new)
    };
    for one in reported {
        let message = [&one.sentence(lang), " ", Remeasured::mend(lang)].concat();
        against.say(Severity::Error, message, &[]);
    }
    against.units();
    for duty in &old.duties {
        against.duty(duty);
    }
    for duty in &new.duties {
        if old.duty(duty.id.as_str()).is_none() {
            against.periods(duty, None, Some(duty));
        }
    }
    sort(&mut against.touched, |a, b| a.severity.cmp(&b.severity));
    against.touched.truncate(MOST);
    let changes = plan_changes(old, new, lang).into_iter();
    AgainstView {
        version: old.version,
        changes: changes.map(|change| change.text).collect(),
        touched: against.touched,
    }
}

impl Against<'_> {
    fn say(&mut self, severity: Severity, message: String, units: &[&str]) {
        let names = units.iter().map(|id| {
            let unit = self.new.unit(id).or_else(|| self.old.unit(id));
            unit.map_or_else(|| (*id).to_owned(), |unit| unit.name.clone())
        });
        self.touched.push(TouchView {
            severity,
            message,
            units: names.take(NAMED).collect(),
            more: units.len().saturating_sub(NAMED),
        });
    }

    fn units(&mut self) {
        let ids = |plan: &Plan| -> BTreeSet<String> {
            let ids = plan.units.iter().map(|unit| unit.id.as_str().to_owned());
            ids.collect()
        };
        let (before, after) = (ids(self.old), ids(self.new));
        let gone: Vec<&str> = before.difference(&after).map(|id| &**id).collect();
        if !gone.is_empty() {
            let of_them = self.sent.iter().filter(|one| gone.contains(&&*one.unit));
            let count = of_them.count();
            let message = [UNITS_GONE.of(self.lang), &self.came(count)].concat();
            self.say(Severity::Warning, message, &gone);
        }
        let come: Vec<&str> = after.difference(&before).map(|id| &**id).collect();
        if !come.is_empty() {
            self.say(Severity::Info, NEW_UNITS.of(self.lang).to_owned(), &come);
        }
    }

    /// That so many reports have come which nothing asks any more; nothing where none has.
    fn came(&self, count: usize) -> String {
        if count == 0 {
            return String::new();
        }
        let count = count.to_string();
        [SENT.of(self.lang), &count, SENT_END.of(self.lang)].concat()
    }

    fn duty(&mut self, old: &Duty) {
        let (before, after) = (self.old, self.new);
        let Some(new) = after.duty(old.id.as_str()) else {
            let units: Vec<&str> = before
                .units
                .iter()
                .filter(|unit| old.by.chooses(unit))
                .map(|unit| unit.id.as_str())
                .filter(|id| after.unit(id).is_some())
                .collect();
            let of_it =
                |one: &&&Answered| one.duty == old.id.as_str() && after.unit(&one.unit).is_some();
            let count = self.sent.iter().filter(of_it).count();
            let message = [
                &quoted(&old.name),
                DUTY_GONE.of(self.lang),
                &self.came(count),
            ]
            .concat();
            return self.say(Severity::Warning, message, &units);
        };
        self.periods(new, Some(old), Some(new));
        let forms = (
            before.template(old.template.as_str()),
            after.template(new.template.as_str()),
        );
        if let (Some(was), Some(is)) = forms {
            self.form(new, was, is);
        }
    }

    /// What each unit owes of a duty, before and after.
    fn periods(&mut self, named: &Duty, old: Option<&Duty>, new: Option<&Duty>) {
        let owed = |plan: &Plan, duty: Option<&Duty>| {
            let mut owed: BTreeMap<(Period, String), Occasion> = BTreeMap::new();
            let Some(duty) = duty else { return owed };
            for unit in &plan.units {
                for occasion in occasions_of(plan, duty, unit) {
                    if occasion.waived.is_none() {
                        let unit = unit.id.as_str().to_owned();
                        owed.insert((occasion.period, unit), occasion);
                    }
                }
            }
            owed
        };
        let (before, after) = (owed(self.old, old), owed(self.new, new));
        let (old_plan, new_plan) = (self.old, self.new);
        let stays = |unit: &str| old_plan.unit(unit).is_some() && new_plan.unit(unit).is_some();
        // By period, and of deadlines also by what becomes of them: units of one kind are named together.
        let mut gone: BTreeMap<Period, (&Occasion, Vec<&str>)> = BTreeMap::new();
        for ((period, unit), occasion) in &before {
            if stays(unit) && !after.contains_key(&(*period, unit.clone())) {
                let entry = gone.entry(*period).or_insert((occasion, Vec::new()));
                entry.1.push(unit);
            }
        }
        let mut come: Comes<'_> = BTreeMap::new();
        let mut moved: Moves<'_> = BTreeMap::new();
        for ((period, unit), occasion) in &after {
            match before.get(&(*period, unit.clone())) {
                None if stays(unit) => {
                    let at = (*period, occasion.cutoff);
                    let entry = come.entry(at).or_insert((occasion, Vec::new()));
                    entry.1.push(unit);
                }
                Some(was) if was.cutoff != occasion.cutoff => {
                    let at = (*period, was.cutoff, occasion.cutoff);
                    let entry = moved.entry(at).or_insert((was, occasion, Vec::new()));
                    entry.2.push(unit);
                }
                _ => {}
            }
        }
        for (period, (occasion, units)) in gone {
            let of_it = |one: &&&Answered| {
                one.duty == named.id.as_str() && one.period == period && units.contains(&&*one.unit)
            };
            let count = self.sent.iter().filter(of_it).count();
            let name = self.named(named, occasion);
            let message = [&name, GONE.of(self.lang), &self.came(count)].concat();
            self.say(Severity::Warning, message, &units);
        }
        for (occasion, units) in come.into_values() {
            let name = self.named(named, occasion);
            let due = message::due(occasion, self.lang);
            let due = due.map(|due| [DUE.of(self.lang), &due].concat());
            let due = due.unwrap_or_default();
            let message = [&name, NEW_REPORT.of(self.lang), &due, "."].concat();
            self.say(Severity::Info, message, &units);
        }
        for (was, is, units) in moved.into_values() {
            let name = self.named(named, is);
            let due = |occasion: &Occasion| {
                let due = message::due(occasion, self.lang);
                due.unwrap_or_else(|| NO_DEADLINE.of(self.lang).to_owned())
            };
            let (before, after) = (due(was), due(is));
            let is_earlier = match (was.cutoff, is.cutoff) {
                (Some(was), Some(is)) => is < was,
                (None, Some(_)) => true,
                _ => false,
            };
            let (severity, end) = if is_earlier {
                (Severity::Warning, EARLIER.of(self.lang))
            } else {
                (Severity::Info, ".")
            };
            let moved = [MOVED.of(self.lang), &before, INTO.of(self.lang), &after];
            let message = [&*name, &moved.concat(), end].concat();
            self.say(severity, message, &units);
        }
    }

    /// "“Báo cáo tuần · Tuần 1, từ 26/2 đến hết 3/3/2023”".
    fn named(&self, duty: &Duty, occasion: &Occasion) -> String {
        let name = message::occasion(&duty.name, occasion.label.as_deref());
        let days = message::period(&occasion.period, self.lang);
        quoted(&[&name, ", ", &days].concat())
    }

    /// What the form of a duty asks no more, also, or now requires.
    fn form(&mut self, duty: &Duty, was: &Template, is: &Template) {
        let asked = |template: &Template| -> BTreeMap<String, bool> {
            let fields = template.sections.iter().flat_map(|section| &section.fields);
            fields
                .map(|field| (field.indicator.as_str().to_owned(), field.required))
                .collect()
        };
        let (before, after) = (asked(was), asked(is));
        let label = |plan: &Plan, id: &str| {
            let indicator = plan.indicator(id);
            indicator.map_or_else(|| id.to_owned(), |one| one.label.clone())
        };
        let less = before.keys().filter(|id| !after.contains_key(*id));
        let less: Vec<String> = less.map(|id| label(self.old, id)).collect();
        let needs = |id: &&String| {
            after.get(*id) == Some(&true) && before.get(*id).is_some_and(|required| !required)
        };
        let more = after.keys().filter(|id| !before.contains_key(*id));
        let more: Vec<String> = more.map(|id| label(self.new, id)).collect();
        let required: Vec<String> = after
            .keys()
            .filter(|id| needs(id))
            .map(|id| label(self.new, id))
            .collect();
        for (labels, severity, says, end) in [
            (less, Severity::Warning, ASKS_LESS, LESS_END.of(self.lang)),
            (
                required,
                Severity::Warning,
                REQUIRES,
                REQUIRES_END.of(self.lang),
            ),
            (more, Severity::Info, ASKS_MORE, "."),
        ] {
            if !labels.is_empty() {
                let more = if labels.len() > NAMED { "; …" } else { "" };
                let listed: Vec<&str> = labels.iter().take(NAMED).map(|one| &**one).collect();
                let listed = listed.join("; ");
                let message =
                    [&quoted(&duty.name), says.of(self.lang), &listed, more, end].concat();
                self.say(severity, message, &[]);
            }
        }
    }
}

fn quoted(name: &str) -> String {
    ["“", name, "”"].concat()
}
