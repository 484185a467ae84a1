//! The way through the tables: which are filled in first, which follow from them, and how far each is.

use crate::page::message::Msg;
use crate::page::remembered::{self, GUIDE_FOLDED};
use crate::page::shared::BuiltIn;
use crate::page::whereabouts::View;
use crate::page::words::{Words, lang_of, use_words};
use juesuan::Place;
use juesuan::accounts::{Accounts, Layout, Progress, TableLayout, TableNo};
use juesuan::finding::Severity;
use juesuan::say::official;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub no: TableNo,
    pub layout: BuiltIn<Layout>,
    /// Of each table, from 01 to 09.
    pub far: Rc<Vec<Far>>,
    /// The tables that follow from others.
    pub following: Rc<Vec<TableNo>>,
    /// Errors of each table.
    pub errors: Vec<usize>,
    pub on: Callback<Msg>,
}

/// How far a table is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Far {
    pub progress: Progress,
    /// Nothing is typed in it.
    pub blank: bool,
    /// It has no data, as somebody says.
    none: bool,
}

impl Far {
    pub fn of(accounts: &Accounts, no: TableNo, progress: Progress) -> Self {
        let table = accounts.table(no);
        Far {
            progress,
            blank: table.is_blank(),
            none: table.none,
        }
    }

    /// Its mark, and what that says.
    pub fn mark(&self, words: Words) -> (&'static str, &'static str) {
        match self {
            Far { none: true, .. } => ("done", words.table_none()),
            Far { blank: true, .. } => ("empty", words.tab_empty()),
            _ if self.progress.waiting > 0 => ("begun", words.tab_begun()),
            _ => ("done", words.tab_done()),
        }
    }

    fn is_open(&self) -> bool {
        !self.none && self.progress.waiting > 0
    }
}

/// One line, with what is to be filled in next; below it the tables in their order, as long as somebody wants that. Where
/// nothing is left to be filled in, it says just that.
#[component]
pub fn Guide(props: &Props) -> Html {
    let words = use_words();
    let folded = use_state(|| remembered::is_on(GUIDE_FOLDED));
    let fold = {
        let folded = folded.clone();
        move |_| {
            remembered::switch(GUIDE_FOLDED, !*folded);
            folded.set(!*folded);
        }
    };
    let (following, first) = in_order(props);
    let next = next(props);
    let part = |name: &'static str, tables: &[&'static TableLayout]| {
        html! {
            <li><span>{ name }</span>{ for tables.iter().map(|table| item(props, table, words)) }</li>
        }
    };
    html! {
        <section class="guide" aria-label={words.guide()}>
            if let Some(table) = next {
                <p>
                    <button type="button" class="link fold" aria-expanded={(!*folded).to_string()} onclick={fold}>{ words.guide() }</button>
                    <span>{ words.guide_next() }{ item(props, table, words) }</span>
                </p>
                if !*folded {
                    <ul>
                        { part(words.guide_first(), &first) }
                        if !following.is_empty() {
                            { part(words.guide_following(), &following) }
                        }
                    </ul>
                }
            } else {
                <p>{ words.guide_done() }</p>
            }
        </section>
    }
}

/// The tables that follow from others, and those that are filled in first.
fn in_order(props: &Props) -> (Vec<&'static TableLayout>, Vec<&'static TableLayout>) {
    let follows = |table: &&TableLayout| props.following.contains(&table.no);
    let tables = props.layout.0.in_print().into_iter();
    tables.partition(follows)
}

/// The first table in which something is still to be filled in.
fn next(props: &Props) -> Option<&'static TableLayout> {
    let (following, first) = in_order(props);
    let mut all = first.into_iter().chain(following);
    all.find(|table| props.far[table.no.index()].is_open())
}

/// Below a table that is filled in: which is next.
#[component]
pub fn GuideNext(props: &Props) -> Html {
    let words = use_words();
    match next(props).filter(|table| table.no != props.no) {
        Some(table) if !props.far[props.no.index()].is_open() => html! {
            <p class="guide-next screen-only"><span>{ words.guide_next() }</span>{ item(props, table, words) }</p>
        },
        _ => Html::default(),
    }
}

/// The way to a table, with how far it is; where one is in it already, to its first blank.
fn item(props: &Props, table: &'static TableLayout, words: Words) -> Html {
    let no = table.no;
    let far = props.far[no.index()];
    let Progress {
        typed,
        waiting,
        next,
    } = far.progress;
    let (mark, said) = far.mark(words);
    let here = no == props.no;
    let onclick = props.on.reform(move |_| match next.filter(|_| here) {
        Some(cell) => Msg::GoTo(Place::Accounts(cell)),
        None => Msg::Show(View::Table(no)),
    });
    let errors = props.errors.get(no.index()).copied().unwrap_or(0);
    html! {
        <button type="button" class="link" title={table.title.clone()} {onclick}>
            <span lang={lang_of(&table.title)}>{ table.printed.to_string() }<span class="name">{ " " }{ official::table_name(&table.title) }</span></span>
            if far.is_open() {
                <span class="far" title={words.guide_filled(typed, typed + waiting)}>{ format!("{typed}/{}", typed + waiting) }</span>
            } else if errors == 0 {
                <span class={classes!("tab-state", mark)} role="img" aria-label={said} title={said}></span>
            }
            if errors > 0 {
                <span class="badge" aria-label={words.count(Severity::Error, errors)}>{ errors }</span>
            }
        </button>
    }
}
