//! Whether the templates of a style say something: every figure, condition and kind of thing that they
//! name is there, and what they say of it can be said. Looked at when a style is written, not at a key.

use super::glossary::terms;
use super::material::{Item, Material, Named};
use super::missing::Source;
use super::of_forms::OfForms;
use super::say::{Said, Within};
use crate::accounts::template::{Asked, Condition, Part, Slot};
use crate::accounts::{Accounts, Block, Cell, Column, Layout, Style, TableNo, Template, reckon};
use std::rc::Rc;

/// Every name in a style, and in the conditions of the glossary, that means nothing, as sentences; none where all is well. `layout` is one that
/// its figures are to be found in.
///
/// ```
/// use juesuan_domain::accounts::{Layout, Style};
/// let style = &Style::all()[0];
/// assert!(juesuan_domain::disclosure::check_names(style, Layout::of_year("2020")).is_empty());
/// ```
pub fn check_names(style: &Style, layout: &'static Layout) -> Vec<String> {
    // What can be said of a figure does not depend on the figure: blank accounts tell as well as any.
    let accounts = Rc::new(Accounts::default());
    let reckoned = Rc::new(reckon(&accounts, layout));
    let material = Material {
        year: "",
        unit: "",
        forms: OfForms::new(&[], &[]),
        accounts: &accounts,
        reckoned: &reckoned,
        places: style.percent_places,
    };
    let mut wrong = Vec::new();
    for block in style.sections.iter().flat_map(|section| &section.blocks) {
        let (of, templates) = match block {
            Block::Paragraph(templates) => ("", templates),
            Block::Each(each) => (each.of.as_str(), &each.paragraph),
            _ => continue,
        };
        for template in templates {
            check(&material, template, of, &mut wrong);
        }
    }
    for (term, when) in terms() {
        let mut say = |what: String| wrong.push(format!("{term}: {what}"));
        check_condition(&material, when, None, &mut say);
    }
    wrong
}

/// `of` is what the whole paragraph is said for each of; blank where it is said once.
fn check(material: &Material, template: &Template, of: &str, wrong: &mut Vec<String>) {
    let mut say = |what: String| wrong.push(format!("{}: {what}", template.key));
    // One of the things it is said for each of, as it might be.
    let item = Item {
        name: String::new(),
        full: String::new(),
        amount: material.at(Cell::Line(TableNo::GENERAL, 0, Column::Total)),
        score: None,
        form: None,
    };
    let each = if of.is_empty() {
        template.each.as_str()
    } else {
        of
    };
    let within: Within = if each.is_empty() {
        None
    } else {
        if material.items(each).is_none() {
            say(format!("there are no things of the kind {each}"));
        }
        Some((&item, 1))
    };
    check_condition(material, &template.when, within, &mut say);
    for part in template.text.parts() {
        let Part::Slot(name) = part else { continue };
        let slot = name.slot();
        if let Some(named) = material.of(slot.of, within) {
            say_if_lost(material, &named, slot, &mut say);
        }
        if matches!(material.say(slot, within, false), Said::Unknown) {
            say(format!("{{{}}} means nothing", slot.text));
        }
    }
}

fn check_condition(
    material: &Material,
    when: &Condition,
    within: Within,
    say: &mut impl FnMut(String),
) {
    for (slot, asked) in when.groups().flatten() {
        match material.of(slot.of, within) {
            None => say(format!(
                "the condition names {}, which is no figure",
                slot.text
            )),
            Some(named) if !can_be_asked(&named, slot, asked) => {
                say(format!("this cannot be asked of {}", slot.text));
            }
            Some(named) => say_if_lost(material, &named, slot, say),
        }
    }
}

/// An amount of a cell that the layout has not would be waited for without end.
fn say_if_lost(material: &Material, named: &Named, slot: Slot, say: &mut impl FnMut(String)) {
    let Named::Amount(amount) = named else { return };
    let Source::Accounts(cell @ Cell::Fixed(no, key, column)) = amount.source else {
        return;
    };
    let row = material.layout().table(no).row(key);
    if row.is_none_or(|(side, _)| !side.columns.contains(&column)) {
        let layout = &material.layout().id;
        say(format!(
            "{} is {cell}, which the layout {layout} has not",
            slot.text
        ));
    }
}

/// Amounts are compared with nothing, and so are their changes; of words, lists and what is so or not
/// so there is something or nothing.
fn can_be_asked(named: &Named, slot: Slot, asked: Asked) -> bool {
    let is_there = matches!(asked, Asked::There | Asked::NotThere);
    match named {
        Named::Amount(_) => matches!(slot.what, None | Some("变动" | "预算差")),
        Named::Words(..) | Named::List(..) | Named::Flag(..) => is_there && slot.what.is_none(),
    }
}
