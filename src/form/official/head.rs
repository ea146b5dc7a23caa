//! Head and foot of a document: whose it is, its number, place and date, who receives and who signs it.

use super::{
    Official, OfficialBlock, OfficialLine, OfficialPair, OfficialStyle as Style, OfficialSystem,
};
use crate::calendar::{Instant, Offset};
use crate::plan::{Document, Duty, Plan, Unit};
use crate::report::Report;
use crate::text;

/// What is known of a report for its document.
pub(super) struct Known<'a> {
    pub plan: &'a Plan,
    pub document: Option<&'a Document>,
    pub duty: Option<&'a Duty>,
    pub unit: Option<&'a Unit>,
    /// The unit above.
    pub above: Option<&'a Unit>,
    pub system: OfficialSystem,
}

/// Bodies that have the word "Đoàn" in their name and are none of the Youth Union's.
const OTHERS: &str = "cong doan|lien doan|doan the|doan luat su|doan dai bieu";

/// Whether a name is one of a body of the Youth Union: "Quận Đoàn Tân Phú", "Đoàn phường Tây Thạnh".
fn is_union(name: &str) -> bool {
    let name = [" ", &text::fold(name), " "].concat();
    let has = |words: &str| name.contains(&*[" ", words, " "].concat());
    has("doan") && !OTHERS.split('|').any(has)
}

/// Whose layout the papers have that follow from a document.
fn system_of(document: &Document) -> OfficialSystem {
    let number = document.number.as_deref();
    let superior = document.superior.as_deref();
    OfficialSystem::of(
        // "ĐTN" in the sign is the Union's own.
        number.is_some_and(|number| number.contains("ĐTN"))
            || is_union(&document.issuer)
            || superior.is_some_and(is_union),
    )
}

impl OfficialSystem {
    fn of(is_union: bool) -> Self {
        if is_union { Self::Union } else { Self::State }
    }
}

/// What head and foot of a paper are made of.
pub(crate) struct Letterhead<'a> {
    pub system: OfficialSystem,
    /// The plan's clock.
    offset: Offset,
    /// The body above the one that issues it.
    over: Option<&'a str>,
    /// The body that issues it.
    issuer: String,
    is_report: bool,
    /// Who receives it.
    receiver: Option<&'a str>,
    /// The document that says who signs, where it is of the same body.
    document: Option<&'a Document>,
}

impl<'a> Letterhead<'a> {
    /// Of what the office that issued a plan reports to the one above it.
    pub fn of_office(plan: &'a Plan) -> Self {
        let document = plan.document.as_deref();
        Self {
            system: document.map_or(OfficialSystem::State, system_of),
            offset: plan.offset,
            over: document.and_then(|document| document.superior.as_deref()),
            issuer: document.map_or_else(String::new, |document| document.issuer.clone()),
            is_report: true,
            receiver: Some(BLANK),
            document,
        }
    }

    fn is_union(&self) -> bool {
        self.system == OfficialSystem::Union
    }

    /// The whole paper, around what it says.
    pub fn around(&self, body: Vec<OfficialBlock>, at: Instant) -> Official {
        Official {
            system: self.system,
            head: self.head(at),
            body,
            foot: self.foot(),
        }
    }

    /// The head of a paper of the moment `at`.
    pub fn head(&self, at: Instant) -> OfficialPair {
        let union = self.is_union();
        let (date, _) = at.civil(self.offset);
        let month = date.month().to_string();
        // As the rules of writing papers have it: January and February alone bear a zero.
        let zero = if date.month() < 3 { "0" } else { "" };
        let year = date.year().to_string();
        let dated = ["…………, ngày …… tháng ", zero, &month, " năm ", &year].concat();
        let gap = "\u{a0}".repeat(8);
        let number = match (self.is_report, union) {
            (true, true) => ["Số:", &gap, "-BC/ĐTN"].concat(),
            (true, false) => ["Số:", &gap, "/BC-…………"].concat(),
            (false, true) => ["Số:", &gap, "-……/ĐTN"].concat(),
            (false, false) => ["Số:", &gap, "/……-…………"].concat(),
        };
        let mut left: Vec<OfficialLine> = Vec::new();
        left.extend(self.over.map(|over| Style::Above.line(over)));
        left.push(Style::Issuer.line(&*self.issuer));
        left.push(if union {
            Style::Stars.line("***")
        } else {
            Style::Rule.line("")
        });
        left.push(Style::Number.line(number));
        let mut right = Vec::new();
        if union {
            right.push(Style::Organisation.line("Đoàn TNCS Hồ Chí Minh"));
        } else {
            right.push(Style::State.line("Cộng hòa xã hội chủ nghĩa Việt Nam"));
            right.push(Style::Motto.line("Độc lập - Tự do - Hạnh phúc"));
        }
        right.push(Style::LongRule.line(""));
        right.push(Style::Dated.line(dated));
        OfficialPair {
            width: if union { 50 } else { 40 },
            left,
            right,
        }
    }

    /// The foot: who receives it, and who signs.
    pub fn foot(&self) -> OfficialPair {
        let mut left = vec![Style::Recipients.line("Nơi nhận:")];
        if self.receiver.is_some() {
            left.push(Style::Recipient.line("- Như trên;"));
        }
        let kept = if self.is_union() {
            "- Lưu VP."
        } else {
            "- Lưu: VT."
        };
        left.push(Style::Recipient.line(kept));
        let own = self.document;
        let said =
            own.and_then(|own| Some((own.signed_for.as_deref()?, own.signer_role.as_deref()?)));
        let signed: Vec<&str> = match said {
            Some((signed_for, role)) => vec![signed_for, role],
            None if self.is_union() => vec!["TM. Ban Chấp hành", "Bí thư"],
            None => vec!["Thủ trưởng đơn vị"],
        };
        let mut right: Vec<_> = signed
            .into_iter()
            .map(|said| Style::Signer.line(said))
            .collect();
        right.push(Style::Name.line(""));
        OfficialPair {
            width: 50,
            left,
            right,
        }
    }
}

impl<'a> Known<'a> {
    pub fn of(plan: &'a Plan, report: &Report) -> Self {
        let document = plan.document.as_deref();
        let duty = plan.duty(&report.duty);
        let unit = plan.unit(&report.unit);
        let above = unit.and_then(|unit| plan.unit(unit.parent.as_ref()?.as_str()));
        let named = |name: &Option<String>| name.as_deref().is_some_and(is_union);
        let system = document.map_or_else(
            || {
                let of_unit = unit.is_some_and(|unit| is_union(&unit.name));
                OfficialSystem::of(of_unit || duty.is_some_and(|duty| named(&duty.to)))
            },
            system_of,
        );
        Self {
            plan,
            document,
            duty,
            unit,
            above,
            system,
        }
    }

    pub fn unit_name(&self) -> &'a str {
        self.unit.map(|unit| &*unit.name).unwrap_or_default()
    }

    pub fn is_report(&self) -> bool {
        self.duty.is_some_and(|duty| duty.name.starts_with(REPORT))
    }

    /// What stands over the issuing body: the unit above it, or for the office itself the one above that.
    fn over(&self) -> Option<&'a str> {
        let of_office = || self.document?.superior.as_deref();
        self.above.map(|unit| &*unit.name).or_else(of_office)
    }

    pub fn letterhead(&self) -> Letterhead<'a> {
        let name = self.unit_name();
        // A committee issues what its body reports.
        let is_committees = self.system == OfficialSystem::Union && name.starts_with("Đoàn ");
        let issuer = [if is_committees { "BCH " } else { "" }, name].concat();
        Letterhead {
            system: self.system,
            offset: self.plan.offset,
            over: self.over(),
            issuer,
            is_report: self.is_report(),
            receiver: self.receiver(),
            document: self.document.filter(|_| self.above.is_none()),
        }
    }

    /// Who receives it.
    pub fn receiver(&self) -> Option<&'a str> {
        self.plan.receiver(self.duty?)
    }
}

/// A place that an office fills in as it signs.
pub(crate) const BLANK: &str = "…………";

/// What the name of a report begins with.
pub(super) const REPORT: &str = "Báo cáo";
