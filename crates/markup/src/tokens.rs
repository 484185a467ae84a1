//! HTML as tags and texts.

/// HTML taken apart, without comments and what belongs to them (`<!…>`, `<?…>`, Office's
/// conditions), and without the insides of scripts, styles and the title.
pub struct Tokens<'a> {
    /// What is not taken apart yet.
    pub rest: &'a str,
}

/// A part of HTML.
pub enum Token<'a> {
    /// As in the source: references are not resolved.
    Text(&'a str),
    /// The start of an element: its name as in the source, and its attributes.
    Open(&'a str, Attributes<'a>),
    /// The end of an element.
    Close(&'a str),
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    /// Each call goes past what it looked at, so all of them take as long as the text is.
    fn next(&mut self) -> Option<Token<'a>> {
        while !self.rest.is_empty() {
            let Some(markup) = self.rest.strip_prefix('<') else {
                return Some(self.text(0));
            };
            let (closes, tag) = match markup.strip_prefix('/') {
                Some(tag) => (true, tag),
                None => (false, markup),
            };
            if tag.starts_with(|c: char| c.is_ascii_alphabetic()) {
                let token = self.tag(tag, closes);
                if token.is_none() {
                    self.rest = "";
                }
                return token;
            }
            if let Some(comment) = markup.strip_prefix('!')
                && comment.starts_with("--")
            {
                self.rest = past(comment, "-->");
            } else if closes || markup.starts_with(['!', '?']) {
                self.rest = past(markup, ">");
            } else {
                return Some(self.text(1));
            }
        }
        None
    }
}

impl<'a> Tokens<'a> {
    /// The text up to the next `<`, not counting one among the first `skip` bytes.
    fn text(&mut self, skip: usize) -> Token<'a> {
        let end = self.rest[skip..].find('<').map(|at| at + skip);
        let (text, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
        self.rest = rest;
        Token::Text(text)
    }

    /// The tag that begins with its name here, if it ends at all.
    fn tag(&mut self, tag: &'a str, closes: bool) -> Option<Token<'a>> {
        let (name, rest) = split_at(tag, |c| c.is_ascii_whitespace() || matches!(c, '/' | '>'));
        let attributes = Attributes { rest };
        let mut all = attributes.clone();
        all.by_ref().for_each(drop);
        self.rest = all.rest.strip_prefix('>')?;
        if closes {
            return Some(Token::Close(name));
        }
        let opaque = ["script", "style", "title"];
        if opaque.iter().any(|known| name.eq_ignore_ascii_case(known)) {
            self.rest = from_end_tag(self.rest, name);
        }
        Some(Token::Open(name, attributes))
    }
}

/// What begins with this element's end tag.
fn from_end_tag<'a>(mut source: &'a str, name: &str) -> &'a str {
    while let Some(at) = source.find("</") {
        let end_tag = &source[at..];
        source = &end_tag[2..];
        if source
            .get(..name.len())
            .is_some_and(|found| found.eq_ignore_ascii_case(name))
        {
            return end_tag;
        }
    }
    ""
}

/// A tag's attributes, as in the source; afterwards `rest` begins with the `>` that ends the tag,
/// or is empty where there is none.
#[derive(Clone)]
pub struct Attributes<'a> {
    /// What is not read of the tag yet.
    pub rest: &'a str,
}

impl<'a> Iterator for Attributes<'a> {
    type Item = (&'a str, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        let space = |c: char| c.is_ascii_whitespace();
        self.rest = self.rest.trim_start_matches(|c| space(c) || c == '/');
        if self.rest.is_empty() || self.rest.starts_with('>') {
            return None;
        }
        let (name, rest) = split_at(self.rest, |c| space(c) || matches!(c, '/' | '>' | '='));
        self.rest = rest.trim_start_matches(space);
        let Some(value) = self.rest.strip_prefix('=') else {
            return Some((name, ""));
        };
        let value = value.trim_start_matches(space);
        let (value, rest) = if let Some(value) = value.strip_prefix('"') {
            value.split_once('"').unwrap_or((value, ""))
        } else if let Some(value) = value.strip_prefix('\'') {
            value.split_once('\'').unwrap_or((value, ""))
        } else {
            split_at(value, |c| space(c) || c == '>')
        };
        self.rest = rest;
        Some((name, value))
    }
}

/// The text before the first such character, and the text from there on.
pub fn split_at(text: &str, at: impl Fn(char) -> bool) -> (&str, &str) {
    text.split_at(text.find(at).unwrap_or(text.len()))
}

/// What follows the first `end`.
fn past<'a>(text: &'a str, end: &str) -> &'a str {
    text.split_once(end).map_or("", |(_, after)| after)
}
