//! The words for the gaps of one sentence.

use crate::finding::{Params, Word};
use crate::message::fill::fill;
use crate::message::{against, either};
use crate::plan::{DeclaredRule, Measure, Plan};
use crate::text::{self, Both, Lang};
use crate::value::{Counted, bare};

/// The words for the gaps of one sentence, with what they are made from.
pub(super) struct Gaps<'a> {
    plan: &'a Plan,
    lang: Lang,
    measure: Option<&'a Measure>,
    words: Vec<(&'static str, String)>,
}

impl<'a> Gaps<'a> {
    /// No words yet. `measure` is what is asked at the finding's place.
    pub(super) fn new(plan: &'a Plan, lang: Lang, measure: Option<&'a Measure>) -> Self {
        Self {
            plan,
            lang,
            measure,
            words: Vec::new(),
        }
    }

    pub(super) fn word(&mut self, name: &'static str, word: String) -> &mut Self {
        self.words.push((name, word));
        self
    }

    pub(super) fn number(&mut self, name: &'static str, number: impl Into<i64>) -> &mut Self {
        self.word(name, text::format_count(number.into()))
    }

    pub(super) fn dong(&mut self, name: &'static str, dong: i64) -> &mut Self {
        self.word(name, text::format_dong(dong))
    }

    /// A number of what is asked: "500 cây", "2.000.000 đồng".
    pub(super) fn quantity(&mut self, name: &'static str, number: i64) -> &mut Self {
        let word = match self.measure {
            Some(measure) => measure.quantity(number),
            None => text::format_count(number),
        };
        self.word(name, word)
    }

    /// Whether what is asked is a number of steps, of which the sentence says more than of a count.
    pub(super) fn is_of_steps(&self) -> bool {
        let measure = self.measure.map(Measure::counted);
        matches!(measure, Some(Counted::Unit { .. }))
    }

    /// The noun or unit of what is asked.
    pub(super) fn noun(&mut self, name: &'static str) -> &mut Self {
        let noun = self.measure.and_then(Measure::noun);
        self.word(name, noun.unwrap_or_default().to_owned())
    }

    /// "3 giờ 5 phút".
    pub(super) fn duration(&mut self, name: &'static str, seconds: i64) -> &mut Self {
        let word = text::words(seconds, self.lang);
        self.word(name, word)
    }

    /// The name of a unit.
    pub(super) fn unit(&mut self, name: &'static str, id: &str) -> &mut Self {
        let word = self.plan.unit(id).map_or(id, |unit| &unit.name).to_owned();
        self.word(name, word)
    }

    /// What an indicator asks.
    pub(super) fn question(&mut self, name: &'static str, id: &str) -> &mut Self {
        let label = self.plan.indicator(id).map_or(id, |asked| &asked.label);
        self.word(name, label.to_owned())
    }

    /// The sentence that the plan gives its own rule.
    pub(super) fn own_sentence(&self, rule: &str) -> Option<String> {
        let mut rules = self.plan.rules.iter();
        let DeclaredRule {
            message,
            message_en,
            ..
        } = rules.find(|own| own.id == *rule)?;
        let said = match self.lang {
            Lang::Vi => message,
            Lang::En => message_en.as_ref().unwrap_or(message),
        };
        Some(said.clone())
    }

    /// The addition in a plan's own rule beside its total, where the rule has one, as a sentence of its own: " 400 + 300
    /// = 700, tổng là 600, thừa 100.".
    pub(super) fn arithmetic(&self, params: &Params) -> String {
        let mut out = String::new();
        if let (Some(Word::Text(terms)), Some(Word::Number(total)), Some(Word::Number(over))) =
            (params.get("terms"), params.get("total"), params.get("over"))
            && !terms.is_empty()
        {
            let [total, by] =
                [*total, over.saturating_abs()].map(|number| bare(number, self.measure));
            out.push(' ');
            out.push_str(&against(terms, &total, &by, *over > 0, self.lang));
            out.push('.');
        }
        if let (Some(Word::Number(done)), Some(Word::Number(of))) =
            (params.get("done"), params.get("of"))
        {
            out.push_str(&done_of(*done, *of, self.lang));
        }
        out
    }

    /// How many there are, and how many are taken.
    pub(super) fn limit(&mut self, most: u32, count: u32) -> &mut Self {
        self.number("most", most).number("count", count)
    }

    /// "1.234 hoặc 1,234".
    pub(super) fn choice(&mut self, name: &'static str, choices: &[String]) -> &mut Self {
        let word = text::join(choices, either(self.lang, " hoặc ", " or "));
        self.word(name, word)
    }

    /// A date as it is to be written: the plan's first day, so that the year is the one meant.
    pub(super) fn example(&mut self) -> &mut Self {
        let first = self.plan.period.from();
        self.word("example", text::format_date(first))
    }

    /// The sentence with its words.
    pub(super) fn fill(&self, sentence: &Both) -> String {
        let words: Vec<(&str, &str)> = self
            .words
            .iter()
            .map(|(name, word)| (*name, word.as_str()))
            .collect();
        fill(sentence.of(self.lang), &words)
    }
}

/// How many of several are done, behind the plan's own sentence: " Hiện có 1 trong 4.".
#[cold]
#[inline(never)]
fn done_of(done: i64, of: i64, lang: Lang) -> String {
    let sentence = either(
        lang,
        " Hiện có {done} trong {of}.",
        " {done} of {of} are done so far.",
    );
    let (done, of) = (text::format_count(done), text::format_count(of));
    fill(sentence, &[("done", &done), ("of", &of)])
}
