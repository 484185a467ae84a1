use crate::page::field::{Field, Kind, Mark};
use crate::page::{files, text};
use juesuan::finding::Severity;
use juesuan::quick::{Answer, Calculation, Outcome};
use yew::prelude::*;

/// Quick figures: two or three boxes each, the result and its working at once.
#[component]
pub fn Quick() -> Html {
    html! {
        <div class="quick">
            <h1>{ text::QUICK_TITLE }</h1>
            <p class="lead">{ text::QUICK_LEAD }</p>
            <div class="cards">
                { for Calculation::ALL.iter().map(|calculation| html! { <Calculator calculation={*calculation} /> }) }
            </div>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct CalculatorProps {
    calculation: Calculation,
}

#[component]
fn Calculator(props: &CalculatorProps) -> Html {
    let calculation = props.calculation;
    let texts = use_state(|| vec![String::new(); calculation.boxes().len()]);
    let (title, formula) = text::calculation(calculation);
    let name = format!("{calculation:?}").to_lowercase();
    let typed: Vec<&str> = texts.iter().map(String::as_str).collect();
    let outcome = calculation.of(&typed);
    let problem = |at: usize| match &outcome {
        Outcome::Unreadable(problems) => {
            problems.iter().find(|(i, _)| *i == at).map(|(_, m)| Mark {
                severity: Some(Severity::Error),
                remark: String::new(),
                message: m.clone(),
            })
        }
        _ => None,
    };
    let boxes = calculation.boxes().iter().enumerate().map(|(i, label)| {
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
                <Field {id} label={*label} kind={Kind::Figure} text={texts[i].clone()}
                    hint={text::calculation_example(calculation, i)} mark={problem(i)} {on_type} />
            </div>
        }
    });
    html! {
        <section class="card calculator" aria-label={title}>
            <h2>{ title }<small>{ formula }</small></h2>
            { for boxes }
            <div class="result" aria-live="polite">
                { match &outcome {
                    Outcome::Answer(answer) => html! { <Result answer={answer.clone()} /> },
                    Outcome::Waiting => html! { <p class="waiting">{ text::QUICK_WAITING }</p> },
                    Outcome::Unreadable(problems) => html! {
                        { for problems.iter().map(|(_, message)| html! { <p class="problem">{ message.clone() }</p> }) }
                    },
                } }
            </div>
        </section>
    }
}

#[derive(Clone, PartialEq)]
enum Copied {
    Nothing,
    Figure,
    Sentence,
}

#[derive(Properties, PartialEq)]
struct ResultProps {
    answer: Answer,
}

#[component]
fn Result(props: &ResultProps) -> Html {
    let copied = use_state(|| Copied::Nothing);
    {
        // Another result has not been copied yet.
        let copied = copied.clone();
        use_effect_with(props.answer.clone(), move |_| copied.set(Copied::Nothing));
    }
    let copy = |what: Copied, content: &str| {
        let (copied, content) = (copied.clone(), content.to_owned());
        Callback::from(move |_| {
            if files::copy(&content, None) {
                copied.set(what.clone());
            }
        })
    };
    let answer = &props.answer;
    let label = |what: Copied, name: &'static str| {
        if *copied == what {
            text::QUICK_COPIED
        } else {
            name
        }
    };
    html! {
        <>
            <p class="answer">
                <output>{ &answer.figure }</output>
                <button type="button" onclick={copy(Copied::Figure, &answer.figure)}>{ label(Copied::Figure, text::QUICK_COPY_FIGURE) }</button>
            </p>
            <p class="working">{ &answer.working }</p>
            { for answer.remarks.iter().map(|remark| html! { <p class="remark">{ remark.clone() }</p> }) }
            <p class="sentence">
                <span>{ &answer.sentence }</span>
                <button type="button" onclick={copy(Copied::Sentence, &answer.sentence)}>{ label(Copied::Sentence, text::QUICK_COPY_SENTENCE) }</button>
            </p>
        </>
    }
}
