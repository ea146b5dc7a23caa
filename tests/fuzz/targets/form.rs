//! A form in the hands of anybody: each line of the input is one thing done to it, to the plan behind it before it is
//! opened, or told to it. Whatever was done, all that was typed is in its draft, and the draft opened anew says the same.
//!
//! ```text
//! without indicators 3
//! open 2
//! set /figures/trees 1.500
//! add ra-quan
//! copy 0
//! move 1 0
//! heed [{"claim":0,"unit":"doan-phuong"}]
//! ```
#![no_main]

use phieu::calendar::Instant;
use phieu::form::{Form, Request, duties};
use phieu::plan::{Id, Plan};
use phieu::read;
use phieu::report::{Draft, Report};
use phieu::schedule;
use phieu::text::Lang;
use phieu_fuzz::{leaf_through, now, plan_named};
use std::rc::Rc;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let mut lines = text.split('\n').take(200).peekable();
    let small = lines.next_if_eq(&"small").is_some();
    let mut plan = plan_named(if small { "small" } else { "" });
    while let Some(change) =
        lines.next_if(|line| line.starts_with("without ") || line.starts_with("rename "))
    {
        spoil(Rc::make_mut(&mut plan), change);
        leaf_through(&plan);
    }
    let mut open = Open::default();
    open.take(lines.next().unwrap_or_default());
    if let Some(line) = lines.next_if(|line| line.starts_with("earlier ")) {
        open.earlier = read::from_str(line.trim_start_matches("earlier ")).unwrap_or_default();
    }
    let Some(mut form) = open.form(&plan, None) else {
        return;
    };
    let mut told = false;
    for line in lines {
        told |= line.starts_with("heed ");
        act(&mut form, line);
    }
    let _ = form.review();
    let _ = form.claims();
    let draft = read::from_str::<Draft>(&form.draft_json()).expect("a draft as it was written");
    let again = open.form(&plan, Some(draft)).expect("it opened before");
    assert_eq!(
        again.draft_json(),
        form.draft_json(),
        "nothing typed is lost"
    );
    if !told {
        assert_eq!(again.view().counts, form.view().counts, "one verdict");
        assert_eq!(again.problems(), form.problems(), "one verdict");
    }
});

/// Takes a part out of the plan, or gives it another identity: what refers to it leads nowhere.
fn spoil(plan: &mut Plan, change: &str) {
    let mut words = change.split(' ');
    let (what, part) = (words.next(), words.next().unwrap_or_default());
    let index: usize = words
        .next()
        .and_then(|word| word.parse().ok())
        .unwrap_or_default();
    let id = Id::new(words.next().unwrap_or("x"))
        .ok()
        .filter(|_| what == Some("rename"));
    macro_rules! spoil {
        ($($list:ident)*) => {
            match part {
                $(stringify!($list) if index < plan.$list.len() => match id {
                    Some(id) => plan.$list[index].id = id,
                    None => drop(plan.$list.remove(index)),
                },)*
                _ => {}
            }
        };
    }
    spoil!(levels sectors units indicators targets activities templates duties rules);
}

/// Which form is opened, as a page would: the place of its unit and of the occasion in the plan.
#[derive(Default)]
struct Open {
    unit: usize,
    occasion: usize,
    earlier: Vec<Report>,
}

impl Open {
    fn take(&mut self, line: &str) {
        let mut numbers = line
            .split(' ')
            .skip(1)
            .map(|word| word.parse().unwrap_or_default());
        self.unit = numbers.next().unwrap_or_default();
        self.occasion = numbers.next().unwrap_or_default();
    }

    fn form(&self, plan: &Rc<Plan>, draft: Option<Draft>) -> Option<Form> {
        let unit = plan.units.get(self.unit)?;
        let _ = duties(plan, unit.id.as_str(), &[], now(), Lang::En);
        let occasion = schedule::occasions(plan, unit)
            .into_iter()
            .nth(self.occasion)?;
        let request = Request {
            unit: unit.id.to_string(),
            duty: occasion.duty.to_string(),
            period: occasion.period,
            earlier: self.earlier.clone().into(),
            now: now(),
            lang: Lang::Vi,
        };
        Form::open(plan, request, draft).ok()
    }
}

/// One line done. `⏎` stands for the end of a line inside a text.
fn act(form: &mut Form, line: &str) {
    let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
    let (first, second) = rest.split_once(' ').unwrap_or((rest, ""));
    let text = |text: &str| text.replace('⏎', "\n");
    let number = |word: &str| word.parse().unwrap_or(usize::MAX);
    match word {
        "set" => drop(form.set(first, text(second))),
        "explain" => {
            let (code, why) = second.split_once(' ').unwrap_or((second, ""));
            let _ = form.explain(first, code, text(why));
        }
        "add" => form.add_activity(Some(rest), None),
        "copy" => form.add_activity(None, Some(number(first))),
        "remove" => form.remove_activity(number(first)),
        "move" => form.move_activity(number(first), number(second)),
        "planned" => form.add_all_planned(),
        "previous" => form.copy_earlier(),
        "claims" => drop(form.claims()),
        "heed" => drop(form.heed(rest)),
        "tick" => {
            if let Ok(then) = first.parse() {
                let _ = form.tick(Instant::of_clock(then));
                let _ = form.tick(now());
            }
        }
        _ => {}
    }
}
