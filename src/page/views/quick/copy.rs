use crate::page::host::Root;
use crate::page::{files, text};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub label: &'static str,
    pub content: String,
    /// The same as HTML, for programs that take a table.
    #[prop_or_default]
    pub html: Option<String>,
}

/// A button that copies, and says so until there is something else to copy.
#[component]
pub fn Copy(props: &Props) -> Html {
    let copied = use_state(|| false);
    {
        let copied = copied.clone();
        use_effect_with(props.content.clone(), move |_| copied.set(false));
    }
    let onclick = {
        let (copied, content, html) = (copied.clone(), props.content.clone(), props.html.clone());
        Callback::from(move |_| {
            copied.set(files::copy(Root::document(), &content, html.as_deref()));
        })
    };
    let label = if *copied {
        text::QUICK_COPIED
    } else {
        props.label
    };
    html! { <button type="button" {onclick}>{ label }</button> }
}
