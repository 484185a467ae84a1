//! A list one types into: of everything there is to do (Ctrl+K), or of the places where a text stands (Ctrl+F).

/// What is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum For {
    /// Something to do, or a view to go to.
    Deeds,
    /// A text or a figure in the workbook.
    Text,
}

/// A line of the list.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry<T> {
    /// What it does, or where it leads.
    pub to: T,
    /// What it is called.
    pub name: String,
    /// The keys that do the same, or the place where a text stands.
    pub beside: String,
}

/// What can happen.
#[derive(Debug, Clone, PartialEq)]
pub enum Msg {
    /// It is wanted.
    Open(For),
    /// Something else is typed.
    Type(String),
    /// To the next line, or the one before; behind the last comes the first.
    Step(bool),
    /// A line was pressed.
    Press(usize),
    /// Enter: what is marked is done. Of a text, each goes on to the next place.
    Choose,
    /// The next place of what was looked for last, or the one before, from wherever somebody is.
    Again(bool),
    /// Esc: it goes, and the focus goes back.
    Close,
    /// The focus went elsewhere by itself.
    Leave,
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect<T> {
    /// The field for what is looked for is focused, its text selected.
    FocusField,
    /// What a line is for is done, or its place gone to for good.
    Do(T),
    /// A place is shown, and the field keeps the focus.
    Show(T),
    /// The focus goes back to where it was; of a text that was found, to its place.
    FocusBack,
}

/// The list, open or not.
#[derive(Debug, Clone, PartialEq)]
pub struct Looking<T> {
    open: Option<For>,
    wanted: String,
    /// What was looked for in the workbook before.
    last: String,
    entries: Vec<Entry<T>>,
    at: usize,
    /// The place that is marked was shown.
    shown: bool,
}

impl<T> Default for Looking<T> {
    fn default() -> Self {
        Looking {
            open: None,
            wanted: String::new(),
            last: String::new(),
            entries: Vec::new(),
            at: 0,
            shown: false,
        }
    }
}

/// Where the lines come from, and the first to begin with: all that there is to do whatever is typed, or the places
/// where a text stands.
pub type Source<'a, T> = &'a dyn Fn(For, &str) -> (Vec<Entry<T>>, usize);

impl<T: Clone> Looking<T> {
    /// What is looked for; `None` where it is not open.
    pub fn open(&self) -> Option<For> {
        self.open
    }

    /// What is typed.
    pub fn wanted(&self) -> &str {
        &self.wanted
    }

    /// The lines, and the one that is marked.
    pub fn entries(&self) -> (&[Entry<T>], usize) {
        (&self.entries, self.at)
    }

    /// Whether somebody looks at the place that is marked: then the other lines are in the way.
    pub fn is_shown(&self) -> bool {
        self.shown
    }

    /// Something happened; gives what is to be done.
    pub fn update(&mut self, msg: Msg, source: Source<'_, T>) -> Vec<Effect<T>> {
        match (msg, self.open) {
            (Msg::Open(what), _) => {
                let text = match what {
                    For::Deeds => String::new(),
                    For::Text => self.last.clone(),
                };
                self.open = Some(what);
                self.list(text, source);
                vec![Effect::FocusField]
            }
            (Msg::Again(forward), open) => self.again(forward, open, source),
            (_, None) => Vec::new(),
            (Msg::Type(text), Some(_)) => {
                self.list(text, source);
                Vec::new()
            }
            (Msg::Step(forward), Some(what)) => {
                self.step(forward);
                self.show(what)
            }
            (Msg::Press(at), Some(what)) => {
                self.at = at;
                match what {
                    For::Deeds => self.choose(),
                    For::Text => self.show(what),
                }
            }
            (Msg::Choose, Some(For::Deeds)) => self.choose(),
            (Msg::Choose, Some(For::Text)) => {
                if self.shown {
                    self.step(true);
                }
                self.show(For::Text)
            }
            (Msg::Close, Some(_)) => {
                self.open = None;
                vec![Effect::FocusBack]
            }
            (Msg::Leave, Some(For::Deeds)) => {
                self.open = None;
                Vec::new()
            }
            // What was found stays listed while somebody looks at it.
            (Msg::Leave, Some(For::Text)) => Vec::new(),
        }
    }

    fn list(&mut self, text: String, source: Source<'_, T>) {
        let what = self.open.unwrap_or(For::Text);
        (self.entries, self.at) = source(what, &text);
        if what == For::Deeds {
            self.entries.retain(|entry| matches(&entry.name, &text));
        } else {
            self.last.clone_from(&text);
        }
        self.wanted = text;
        self.shown = false;
    }

    fn step(&mut self, forward: bool) {
        let last = self.entries.len().saturating_sub(1);
        self.at = match (self.at, forward) {
            (at, true) if at >= last => 0,
            (at, true) => at + 1,
            (0, false) => last,
            (at, false) => at - 1,
        };
    }

    /// Shows the place that is marked; of what there is to do, marking does nothing.
    fn show(&mut self, what: For) -> Vec<Effect<T>> {
        let marked = self.entries.get(self.at).filter(|_| what == For::Text);
        self.shown = marked.is_some();
        let show = marked.map(|entry| Effect::Show(entry.to.clone()));
        show.into_iter().collect()
    }

    fn choose(&mut self) -> Vec<Effect<T>> {
        let Some(entry) = self.entries.get(self.at) else {
            return Vec::new();
        };
        self.open = None;
        // Whoever does it may move the focus on.
        vec![Effect::FocusBack, Effect::Do(entry.to.clone())]
    }

    fn again(&mut self, forward: bool, open: Option<For>, source: Source<'_, T>) -> Vec<Effect<T>> {
        if open == Some(For::Deeds) || self.last.is_empty() {
            return Vec::new();
        }
        // Something may have been typed since: the places are looked up anew, and counted on from the last.
        let (at, shown) = (self.at, self.shown);
        let text = self.last.clone();
        if open.is_none() {
            (self.entries, self.at) = source(For::Text, &text);
        }
        if shown {
            self.at = at.min(self.entries.len().saturating_sub(1));
            self.step(forward);
        }
        self.shown = true;
        let place = self.entries.get(self.at);
        place
            .map(|entry| Effect::Do(entry.to.clone()))
            .into_iter()
            .collect()
    }
}

/// Whether every word that is typed stands in the name, whatever their order and capitals.
fn matches(name: &str, typed: &str) -> bool {
    let name = name.to_lowercase();
    let mut words = typed.split_whitespace();
    words.all(|word| name.contains(&word.to_lowercase()))
}
