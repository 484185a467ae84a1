use super::chart::chart;
use super::grid::{around_cells, use_here};
use super::sentence::{SentenceView, Told, sentences};
use crate::page::document::Marks;
use crate::page::field::{Field, Kind, chosen_value, use_read_only};
use crate::page::keys;
use crate::page::message::Msg;
use crate::page::shared::{BuiltIn, Shared};
use crate::page::whereabouts::View;
use crate::page::words::{Words, lang_of, use_words};
use juesuan::accounts::{Accounts, Cell, Change, Reckoned, Style, TableNo};
use juesuan::disclosure::{Disclosure, Piece, Section, Sentence, Source, Written};
use juesuan::exchange::WORK_COLUMNS;
use juesuan::say::Spoken as _;
use juesuan::{Edit, Place};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub accounts: Shared<Accounts>,
    pub reckoned: Shared<Reckoned>,
    pub disclosure: Shared<Disclosure>,
    pub marks: Shared<Marks<Cell>>,
    pub title: String,
    /// Only the text itself, for paper.
    #[prop_or_default]
    pub bare: bool,
    pub on: Callback<Msg>,
}

/// The explanatory text, live from the tables: reasons typed in place, sentences reworded.
#[component]
pub fn DisclosureView(props: &Props) -> Html {
    let words = use_words();
    let read_only = use_read_only();
    let on = &props.on;
    let here = use_here();
    let sections = props.disclosure.sections.iter();
    let paper = html! {
        <article class="paper text" lang="zh-CN">
            <h1 class="form-title">{ &props.title }</h1>
            { for sections.map(|one| section(one, &props.accounts, &props.reckoned, on)) }
        </article>
    };
    if props.bare {
        return paper;
    }
    let inside = html! {
        <>
            <div class="text-tools">
                { style(props, read_only, words) }
                <span class="spring"></span>
                <button type="button" onclick={on.reform(|_| Msg::CopyText)}>{ words.text_copy() }</button>
            </div>
            { paper }
        </>
    };
    around_cells("text-view", on, &here, inside)
}

/// Which style the text is written in.
fn style(props: &Props, read_only: bool, words: Words) -> Html {
    let chosen = &props.disclosure.style.id;
    let onchange = props.on.reform(|event: Event| {
        let text = chosen_value(&event).unwrap_or_default();
        Msg::Edit(Edit::Accounts(Change::Set {
            cell: Cell::Style,
            text,
        }))
    });
    html! {
        <>
            <label for={keys::id(Place::Accounts(Cell::Style))}>{ words.text_style() }</label>
            <select id={keys::id(Place::Accounts(Cell::Style))} disabled={read_only} {onchange}>
                { for Style::all().iter().map(|style| html! {
                    <option value={style.id.clone()} lang={lang_of(&style.name)} selected={style.id == *chosen}>{ &style.name }</option>
                }) }
            </select>
            <small lang="zh-CN">{ &props.disclosure.style.source.issuer }{ "：" }{ &props.disclosure.style.source.note }</small>
        </>
    }
}

fn section(
    section: &Section,
    accounts: &Shared<Accounts>,
    reckoned: &Shared<Reckoned>,
    on: &Callback<Msg>,
) -> Html {
    html! {
        <section class="text-section" lang="zh-CN">
            if let Some(part) = &section.part {
                <h2 class="part-title">{ part }</h2>
            }
            if !section.title.is_empty() {
                <h3>{ &section.title }</h3>
            }
            { for section.blocks.iter().map(|block| html! {
                <BlockView written={Printed::of(block, accounts, reckoned)} on={on.clone()} />
            }) }
        </section>
    }
}

/// The sections that say something of a table, below it.
pub fn sections_of_table(
    disclosure: &Disclosure,
    accounts: &Shared<Accounts>,
    reckoned: &Shared<Reckoned>,
    no: TableNo,
    on: &Callback<Msg>,
    words: Words,
) -> Html {
    let about: Vec<&Section> = disclosure
        .sections
        .iter()
        .filter(|section| is_about(section, no))
        .collect();
    if about.is_empty() {
        return Html::default();
    }
    html! {
        <section class="card written" aria-label={words.written()}>
            <h2>{ words.written() }</h2>
            { for about.into_iter().map(|one| section(one, accounts, reckoned, on)) }
        </section>
    }
}

fn is_about(section: &Section, no: TableNo) -> bool {
    let of_table = |source: &Source| match source {
        Source::Accounts(cell) => cell.table() == Some(no),
        _ => false,
    };
    section.blocks.iter().any(|block| match &**block {
        Written::Paragraph(sentences) => sentences.iter().any(|sentence| {
            let figures = sentence.pieces.iter().any(|piece| match piece {
                Piece::Figure(figure) => of_table(&figure.source),
                Piece::Words(_) => false,
            });
            figures
                || sentence
                    .missing
                    .iter()
                    .any(|missing| of_table(&missing.source))
        }),
        _ => false,
    })
}

/// A block of the text with what it shows beside its words.
#[derive(Clone, PartialEq)]
struct Printed {
    block: Rc<Written>,
    style: BuiltIn<Style>,
    /// What is typed in it: reasons, rewordings, explanations.
    typed: Vec<(Cell, String)>,
    /// The reasons asked for, behind which sentence, and what of, which names what is typed elsewhere.
    reasons: Vec<(usize, Cell, String)>,
    told: Told,
}

impl Printed {
    fn of(block: &Rc<Written>, accounts: &Shared<Accounts>, reckoned: &Shared<Reckoned>) -> Self {
        let cells: Vec<Cell> = match &**block {
            Written::Paragraph(sentences) => sentences
                .iter()
                .flat_map(|s| s.reasons.iter().copied().chain([Cell::Sentence(s.key)]))
                .collect(),
            Written::Glossary(entries) => entries.iter().filter_map(|entry| entry.cell).collect(),
            _ => Vec::new(),
        };
        let typed = |cell: Cell| {
            let text = accounts.cell(cell).filter(|text| !text.is_unset())?;
            Some((cell, text.to_string()))
        };
        Printed {
            block: block.clone(),
            style: BuiltIn(Style::named(&accounts.style)),
            typed: cells.into_iter().filter_map(typed).collect(),
            reasons: reasons(block, accounts, reckoned),
            told: Told {
                block: block.clone(),
                accounts: accounts.clone(),
                reckoned: reckoned.clone(),
            },
        }
    }

    fn typed(&self, cell: Cell) -> &str {
        let typed = self.typed.iter().find(|(other, _)| *other == cell);
        typed.map_or("", |(_, text)| text)
    }
}

fn reasons(
    block: &Written,
    accounts: &Accounts,
    reckoned: &Reckoned,
) -> Vec<(usize, Cell, String)> {
    let mut reasons: Vec<(usize, Cell, String)> = Vec::new();
    for (at, sentence) in sentences(block).iter().enumerate() {
        for cell in sentence.reasons.iter().copied() {
            // One that is said twice is asked for once.
            if !reasons.iter().any(|(_, other, _)| *other == cell) {
                let phrase = accounts.whereabouts(reckoned.layout, cell);
                reasons.push((at, cell, phrase));
            }
        }
    }
    reasons
}

#[derive(Properties, PartialEq)]
struct BlockProps {
    written: Printed,
    on: Callback<Msg>,
}

#[component]
fn BlockView(props: &BlockProps) -> Html {
    let words = use_words();
    let on = &props.on;
    match &*props.written.block {
        Written::Heading(heading) => html! { <h4>{ heading }</h4> },
        Written::Paragraph(sentences) => paragraph(props, sentences, words),
        Written::Chart(kind, Some(drawn)) => chart(*kind, drawn, on, words),
        Written::Chart(_, None) => {
            html! { <p class="waiting-chart screen-only" lang={words.tag()}>{ words.chart_waits() }</p> }
        }
        Written::Form(_) => Html::default(),
        Written::Work(rows) => html! {
            <>
            if rows.is_empty() {
                <p class="screen-only" lang={words.tag()}><button type="button" class="awaited" onclick={on.reform(|_| Msg::Show(View::Facts))}>{ words.work_none() }</button></p>
            } else {
                <table class="work-table">
                    <thead><tr>{ for WORK_COLUMNS.iter().map(|head| html! { <th scope="col">{ *head }</th> }) }</tr></thead>
                    <tbody>{ for rows.iter().enumerate().map(|(i, row)| html! {
                        <tr>
                            <td>{ i + 1 }</td><td>{ &row.matter }</td><td>{ &row.target }</td><td>{ &row.progress }</td>
                            <td lang={words.tag()} title={row.working.spoken(words.language)}>{ &row.rate }</td>
                        </tr>
                    }) }</tbody>
                </table>
            }
            </>
        },
        Written::Glossary(entries) => html! {
            <ol class="glossary">
                { for entries.iter().map(|entry| html! {
                    <li>
                        <strong>{ &entry.term }</strong>{ "：" }
                        { match entry.cell {
                            Some(cell) => html! { <span class="explanation">{ field(props, cell, words.explanation(), "", Some(entry.text.clone())) }</span> },
                            None => html! { { &entry.text } },
                        } }
                    </li>
                }) }
            </ol>
        },
    }
}

fn field(
    props: &BlockProps,
    cell: Cell,
    label: &str,
    hint: &'static str,
    derived: Option<String>,
) -> Html {
    html! {
        <Field of={Place::Accounts(cell)} label={label.to_owned()} kind={Kind::Text} text={props.written.typed(cell).to_owned()}
            {hint} derived={derived.map(AttrValue::from)} on_type={props.on.clone()} />
    }
}

/// The sentences, and below each the reasons that are asked for in it.
fn paragraph(props: &BlockProps, sentences: &[Sentence], words: Words) -> Html {
    let written = &props.written;
    let reasons = |at: usize| {
        let behind = written.reasons.iter().filter(move |(of, ..)| *of == at);
        behind.map(|(_, cell, phrase)| {
            let label = words.reason_of(phrase);
            html! {
                <span class="reason-line screen-only" lang={lang_of(&label)}>
                    <label for={keys::id(Place::Accounts(*cell))} lang={words.tag()}>{ words.mixed(&label) }</label>
                    { field(props, *cell, &label, words.reason_hint(), None) }
                </span>
            }
        })
    };
    html! {
        <p class="written-paragraph">
            // By their keys: one that is being reworded stays, whichever come and go beside it.
            { for sentences.iter().enumerate().map(|(at, sentence)| html! {
                <key={format!("{}.{:?}", sentence.key, sentence.item)}>
                    if sentence.line && at > 0 {
                        <br />
                    }
                    <SentenceView sentence={sentence.clone()} style={written.style} told={written.told.clone()}
                        own={written.typed(Cell::Sentence(sentence.key)).to_owned()} on={props.on.clone()} />
                    <>{ for reasons(at) }</>
                </>
            }) }
        </p>
    }
}
