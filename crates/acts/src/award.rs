//! The rules of commendation as the installation keeps them: seeing them as of a day, and reckoning by them.
//!
//! Not here: what a rule can say and how a case is held against it (`domain::award`), the flow of a case.

pub mod own;
pub mod shipped;

#[cfg(test)]
mod cases;

use crate::ctx::Ctx;
use crate::error::{ActError, Fault, Never};
use domain::award::calendar::{Calendar, Term};
use domain::award::prize::{BaseSalary, Calculation, base_on, calculate};
use domain::award::{AwardForm, FormCode, Ground, Provision, Recipient, Rule, rules_for};
use jiff::civil::Date;
use std::sync::{Arc, Mutex, PoisonError};

/// The shipped rules, read once.
static SHIPPED: Mutex<Option<Arc<RuleBook>>> = Mutex::new(None);

/// The rules as they ship. Everyone with an account may see them.
pub fn book(_ctx: &Ctx) -> Result<Arc<RuleBook>, ActError<Never>> {
    Ok(shipped_book()?)
}

fn shipped_book() -> Result<Arc<RuleBook>, Fault> {
    let mut shipped = SHIPPED.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(book) = shipped.as_ref() {
        return Ok(Arc::clone(book));
    }
    let book = Arc::new(shipped::book()?);
    *shipped = Some(Arc::clone(&book));
    Ok(book)
}

/// Everything that is known about awards: dated rows of four kinds.
#[derive(Debug, Clone, Default)]
pub struct RuleBook {
    /// The forms, in their order; a form that changed its name has several rows.
    pub forms: Vec<AwardForm>,
    /// The rules, every version.
    pub rules: Vec<Rule>,
    /// The days that are not worked, or worked in exchange.
    pub calendar: Calendar,
    /// The base salaries.
    pub salaries: Vec<BaseSalary>,
}

/// A prize with the rule and the salary that it rests on.
#[derive(Debug, Clone)]
pub struct Prize<'a> {
    /// The calculation, to be printed beside the amount.
    pub calculation: Calculation,
    /// The rule that sets the multiple.
    pub rule: &'a Rule,
    /// The salary in force.
    pub salary: &'a BaseSalary,
}

/// Why no prize can be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PrizeRefusal {
    /// No such form on that day.
    NoForm,
    /// The form goes to others.
    NotForThem,
    /// No rule with a multiple is registered for that day.
    NoMultiple,
    /// No base salary is registered for that day.
    NoSalary,
}

impl RuleBook {
    /// A form as it is on a day.
    pub fn form_on(&self, code: &FormCode, day: Date) -> Option<&AwardForm> {
        self.forms.iter().find(|form| form.code == *code && form.holds_on(day))
    }

    /// The forms of a day, in their order.
    pub fn forms_on(&self, day: Date) -> impl Iterator<Item = &AwardForm> {
        self.forms.iter().filter(move |form| form.holds_on(day))
    }

    /// The rules of a day about a form, whoever receives it on whatever ground, those about every form left out.
    pub fn rules_of(&self, form: &FormCode, day: Date) -> Vec<&Rule> {
        let mut found = domain::award::in_force(&self.rules, day);
        found.retain(|rule| rule.covers == domain::award::Covers::Form(form.clone()));
        found
    }

    /// The prize of a form for a recipient, decided on a day.
    pub fn prize(&self, form: &FormCode, recipient: Recipient, day: Date) -> Result<Prize<'_>, PrizeRefusal> {
        let form = self.form_on(form, day).ok_or(PrizeRefusal::NoForm)?;
        if !form.recipients.contains(&recipient) {
            return Err(PrizeRefusal::NotForThem);
        }
        // Prizes do not hang on the ground; merit is asked for because every form knows it.
        let rules = rules_for(&self.rules, day, (&form.code, form.side), recipient, Ground::Merit);
        let (rule, multiple) = rules
            .into_iter()
            .find_map(|rule| {
                let Provision::Prize(multiple) = rule.provision else { return None };
                Some((rule, multiple))
            })
            .ok_or(PrizeRefusal::NoMultiple)?;
        let salary = base_on(&self.salaries, day).ok_or(PrizeRefusal::NoSalary)?;
        let calculation = calculate(multiple, salary.dong).ok_or(PrizeRefusal::NoSalary)?;
        Ok(Prize { calculation, rule, salary })
    }

    /// The last day of a term of working days that begins the day after `start`; `None` for no days or far too many.
    pub fn term(&self, start: Date, days: u16) -> Option<Term> {
        self.calendar.add(start, days)
    }
}
