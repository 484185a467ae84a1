use crate::page::files;
use crate::page::host::Root;
use crate::page::words::use_words;
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
    let words = use_words();
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
        words.quick_copied()
    } else {
        props.label
    };
    html! { <button type="button" {onclick}>{ label }</button> }
}
