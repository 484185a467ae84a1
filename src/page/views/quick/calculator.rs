use super::copy::Copy;
use crate::page::field::{Field, Kind, Mark};
use crate::page::words::{Words, use_words};
use juesuan::finding::Severity;
use juesuan::quick::{Answer, Calculation, Outcome};
use juesuan::say::Asked;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct CalculatorProps {
    pub calculation: Calculation,
}

/// Two or three boxes, the result and its working at once.
#[component]
pub fn Calculator(props: &CalculatorProps) -> Html {
    let words = use_words();
    let calculation = props.calculation;
    let texts = use_state(|| vec![String::new(); calculation.examples().len()]);
    let Asked {
        title,
        formula,
        boxes,
    } = calculation.asked(words.language);
    let name = format!("{calculation:?}").to_lowercase();
    let typed: Vec<&str> = texts.iter().map(String::as_str).collect();
    let outcome = calculation.of(&typed, words.language);
    let problem = |at: usize| match &outcome {
        Outcome::Unreadable(problems) => {
            problems.iter().find(|(i, _)| *i == at).map(|(_, m)| Mark {
                severity: Some(Severity::Error),
                message: m.clone(),
                ..Mark::default()
            })
        }
        _ => None,
    };
    let boxes = boxes.iter().enumerate().map(|(i, label)| {
        let id = format!("quick-{name}-{i}");
        let on_type = {
            let texts = texts.clone();
            Callback::from(move |text: String| {
                let mut changed = (*texts).clone();
                changed[i] = text;
                texts.set(changed);
            })
        };
        html! {
            <div class="box">
                <label for={id.clone()}>{ *label }</label>
                <Field of={id} label={*label} kind={Kind::Figure} text={texts[i].clone()}
                    hint={calculation.examples()[i]} mark={problem(i).map(Rc::new)} {on_type} />
            </div>
        }
    });
    html! {
        <section class="card calculator" aria-label={title}>
            <h2>{ title }<small>{ formula }</small></h2>
            { for boxes }
            <div class="result" aria-live="polite">
                { match &outcome {
                    Outcome::Answer(answer) => result(answer, words),
                    Outcome::Waiting => html! { <p class="waiting">{ words.quick_waiting() }</p> },
                    Outcome::Unreadable(problems) => html! {
                        { for problems.iter().map(|(_, message)| html! { <p class="problem">{ words.mixed(message) }</p> }) }
                    },
                } }
            </div>
        </section>
    }
}

fn result(answer: &Answer, words: Words) -> Html {
    html! {
        <>
            <p class="answer">
                <output>{ words.mixed(&answer.figure) }</output>
                <Copy label={words.quick_copy_figure()} content={answer.figure.clone()} />
            </p>
            <p class="working">{ words.mixed(&answer.working) }</p>
            { for answer.remarks.iter().map(|remark| html! { <p class="remark">{ words.mixed(remark) }</p> }) }
            if !answer.sentence.is_empty() {
                <p class="sentence">
                    <span>{ words.mixed(&answer.sentence) }</span>
                    <Copy label={words.quick_copy_sentence()} content={answer.sentence.clone()} />
                </p>
            }
        </>
    }
}
