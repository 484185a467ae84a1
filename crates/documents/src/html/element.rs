//! What is known of an element from its name and attributes.

use juesuan_markup::{Attributes, styled};

/// Has no end.
pub(super) fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "param"
            | "source"
            | "track"
            | "wbr"
    )
}

/// Begins and ends a line.
pub(super) fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "body"
            | "caption"
            | "center"
            | "dd"
            | "details"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hr"
            | "html"
            | "legend"
            | "li"
            | "main"
            | "nav"
            | "ol"
            | "p"
            | "pre"
            | "section"
            | "summary"
            | "table"
            | "tbody"
            | "td"
            | "tfoot"
            | "th"
            | "thead"
            | "tr"
            | "ul"
    )
}

/// Is never shown as text.
pub(super) fn is_unseen(name: &str) -> bool {
    matches!(
        name,
        "head"
            | "template"
            | "noscript"
            | "select"
            | "datalist"
            | "textarea"
            | "iframe"
            | "object"
            | "svg"
            | "script"
            | "style"
            | "title"
    )
}

/// An element that is open.
#[derive(Default)]
pub(super) struct Element {
    pub name: String,
    /// It is not shown, and neither is what is in it.
    pub hidden: bool,
    /// That is its kind: what it holds was never meant to be read.
    pub unseen: bool,
    /// The level of the title that it is.
    pub heading: Option<u8>,
    /// Word wrote the number of a list in it, and blanks behind that.
    pub number: bool,
    /// White space in it is as in the source.
    pub kept: bool,
}

/// What the attributes of an element say that matters here.
#[derive(Default)]
pub(super) struct Said {
    pub style: String,
    pub hidden: bool,
    pub columns: usize,
    pub rows: usize,
    pub start: Option<i64>,
    pub value: Option<i64>,
    pub list: String,
    pub small: bool,
    pub empty_height: bool,
}

impl Said {
    pub fn of(attributes: Attributes<'_>) -> Self {
        let mut said = Said {
            columns: 1,
            rows: 1,
            ..Said::default()
        };
        for (name, value) in attributes {
            let trimmed = value.trim_ascii();
            match name.to_ascii_lowercase().as_str() {
                "style" => said.style = value.to_owned(),
                "hidden" => said.hidden = true,
                "colspan" => said.columns = juesuan_markup::span(value),
                "rowspan" => said.rows = juesuan_markup::span(value),
                "start" => said.start = trimmed.parse().ok(),
                "value" => said.value = trimmed.parse().ok(),
                "type" => said.list = trimmed.to_owned(),
                "width" => {
                    said.small |= trimmed
                        .trim_end_matches("px")
                        .parse()
                        .is_ok_and(|it: f64| it < 50.0)
                }
                "height" => {
                    said.small |= trimmed
                        .trim_end_matches("px")
                        .parse()
                        .is_ok_and(|it: f64| it < 50.0);
                    said.empty_height = trimmed == "0";
                }
                _ => {}
            }
        }
        let style = |property| styled(&said.style, property);
        said.hidden |= style("display").as_deref() == Some("none")
            || style("visibility").as_deref() == Some("hidden")
            || style("mso-hide").as_deref() == Some("all");
        if let Some(list) = style("list-style-type") {
            said.list = list;
        }
        said
    }

    /// The element as it is kept while it is open.
    pub fn element(&self, name: &str) -> Element {
        let digit = name.strip_prefix('h').and_then(|digit| digit.parse().ok());
        let outline = || styled(&self.style, "mso-outline-level").and_then(|it| it.parse().ok());
        let heading = digit.or_else(|| (name == "p").then(outline).flatten());
        let number = styled(&self.style, "mso-list");
        Element {
            name: name.to_owned(),
            hidden: self.hidden,
            unseen: is_unseen(name),
            heading: heading.filter(|level| (1..=9).contains(level)),
            number: number.as_deref() == Some("ignore"),
            kept: name == "pre",
        }
    }

    /// Whether a page ends before the element.
    pub fn breaks_page(&self) -> bool {
        ["page-break-before", "break-before"].iter().any(|it| {
            styled(&self.style, it)
                .is_some_and(|it| matches!(it.as_str(), "always" | "page" | "left" | "right"))
        })
    }
}
