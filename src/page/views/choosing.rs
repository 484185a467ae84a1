//! A field one types into to find something, and the list of what there is of it.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The id of the list.
    pub list: &'static str,
    pub class: &'static str,
    pub label: &'static str,
    /// What is said where there is nothing.
    pub none: &'static str,
    /// Whether there is a list before anything is typed.
    #[prop_or_default]
    pub open: bool,
    /// What there is of a text: what it is chosen by, and what stands beside it.
    pub entries: Callback<String, Vec<(String, String)>>,
    pub on_choose: Callback<String>,
    /// Nothing is chosen.
    #[prop_or_default]
    pub on_leave: Callback<()>,
}

/// Arrows go through the list, Enter chooses, Esc goes back.
#[component]
pub fn Choosing(props: &Props) -> Html {
    let typed = use_state(String::new);
    let at = use_state(|| 0_usize);
    let focused = use_state(|| false);
    let node = use_node_ref();
    let open = *focused && (props.open || !typed.trim().is_empty());
    let entries = if open {
        props.entries.emit(typed.trim().to_owned())
    } else {
        Vec::new()
    };
    let last = entries.len().saturating_sub(1);
    let chosen = (*at).min(last);
    {
        let node = node.clone();
        use_effect_with(chosen, move |_| {
            let list = node.cast::<Element>();
            let line = list.and_then(|list| list.query_selector("[aria-selected=true]").ok()?);
            if let Some(line) = line {
                let options = ScrollIntoViewOptions::new();
                options.set_block(ScrollLogicalPosition::Nearest);
                line.scroll_into_view_with_scroll_into_view_options(&options);
            }
        });
    }
    let search = {
        let (typed, at) = (typed.clone(), at.clone());
        move |text: String| {
            typed.set(text);
            at.set(0);
        }
    };
    let choose = {
        let (search, on_choose) = (search.clone(), props.on_choose.clone());
        Callback::from(move |name: String| {
            search(String::new());
            on_choose.emit(name);
        })
    };
    let onkeydown = {
        let (search, choose, on_leave) = (search.clone(), choose.clone(), props.on_leave.clone());
        let name = entries.get(chosen).map(|(name, _)| name.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.is_composing() {
                return;
            }
            match event.key().as_str() {
                "ArrowDown" => at.set((chosen + 1).min(last)),
                "ArrowUp" => at.set(chosen.saturating_sub(1)),
                "Enter" => name.iter().for_each(|name| choose.emit(name.clone())),
                "Escape" => {
                    search(String::new());
                    on_leave.emit(());
                }
                _ => return,
            }
            event.prevent_default();
        })
    };
    let oninput = Callback::from(move |event: InputEvent| {
        let input = event.target();
        let input = input.and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        search(input.map(|input| input.value()).unwrap_or_default());
    });
    let focus = |value: bool| {
        let focused = focused.clone();
        Callback::from(move |_: FocusEvent| focused.set(value))
    };
    let list = props.list;
    let none = entries.is_empty();
    let active = (!none).then(|| format!("{list}-{chosen}"));
    html! {
        <span class={props.class}>
            <input type="text" role="combobox" aria-label={props.label} placeholder={props.label} autocomplete="off"
                spellcheck="false" aria-expanded={open.to_string()} aria-controls={list} aria-activedescendant={active}
                value={(*typed).clone()} {oninput} {onkeydown} onfocus={focus(true)} onblur={focus(false)} />
            if open {
                <ul ref={node} id={list} role="listbox" aria-label={props.label}>
                    { for entries.into_iter().enumerate().map(|(i, (name, beside))| {
                        let (choose, chooses) = (choose.clone(), name.clone());
                        html! {
                            // A press keeps the focus in the field.
                            <li id={format!("{list}-{i}")} role="option" aria-selected={(i == chosen).to_string()} lang="zh-CN"
                                onmousedown={move |event: MouseEvent| { event.prevent_default(); choose.emit(chooses.clone()); }}>
                                <span class="code">{ name }</span><span class="beside">{ beside }</span>
                            </li>
                        }
                    }) }
                    if none {
                        <li class="none" role="option" aria-selected="false">{ props.none }</li>
                    }
                </ul>
            }
        </span>
    }
}
