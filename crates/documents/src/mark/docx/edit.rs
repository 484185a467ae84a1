//! What is put into the main part: where comments begin, where they end, and what refers to them. All else in it
//! stays byte for byte.

use super::anchor::{Anchor, End, divided};
use super::scan::Nodes;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// What is put in at one place, in this order.
#[derive(Default)]
struct Splice {
    /// Closes the run that is divided there.
    close: String,
    /// Comments end.
    ends: String,
    /// What refers to comments.
    references: String,
    /// Comments on nothing: they begin and end there.
    points: String,
    /// Comments begin.
    starts: String,
    /// Opens the run again.
    open: String,
}

/// Everything that is put in.
pub(super) struct Edits<'a> {
    nodes: &'a Nodes<'a>,
    /// By the byte before which it is put.
    splices: BTreeMap<usize, Splice>,
    /// What paragraphs get that were closed at once.
    filled: BTreeMap<usize, String>,
    namespace: Namespace<'a>,
}

/// How elements of Word are named in a part.
#[derive(Debug, Clone, Copy)]
pub(super) struct Namespace<'a>(pub Option<&'a str>);

impl Namespace<'_> {
    /// What an element says that is put in. `w` means Word's own names everywhere, and where it does not, it says
    /// so itself.
    pub fn declared(self) -> String {
        let name = self.0;
        name.map_or_else(String::new, |name| format!(" xmlns:w=\"{name}\""))
    }
}

/// Where a comment begins or ends: the byte, and how a run is divided there.
struct Cut {
    at: usize,
    close: String,
    open: String,
}

impl<'a> Edits<'a> {
    pub fn new(nodes: &'a Nodes<'a>, namespace: Namespace<'a>) -> Self {
        Edits {
            nodes,
            splices: BTreeMap::new(),
            filled: BTreeMap::new(),
            namespace,
        }
    }

    /// Puts a comment of that number on what is between two places; whether it could be put there.
    pub fn comment(&mut self, id: usize, from: Anchor, to: Anchor) -> bool {
        let declared = self.namespace.declared();
        let start = format!("<w:commentRangeStart{declared} w:id=\"{id}\"/>");
        let end = format!("<w:commentRangeEnd{declared} w:id=\"{id}\"/>");
        let reference = format!("<w:r{declared}><w:commentReference w:id=\"{id}\"/></w:r>");
        if let (End::Paragraph(paragraph), End::Paragraph(_)) = (from.end, to.end)
            && self
                .nodes
                .get(paragraph)
                .is_some_and(|node| node.is_closed_at_once())
        {
            let filled = self.filled.entry(paragraph).or_default();
            let _ = write!(filled, "{start}{end}{reference}");
            return true;
        }
        let (Some(first), Some(last)) = (self.start(from), self.end(to)) else {
            return false;
        };
        let Some(refers) = self
            .reference(to)
            .filter(|at| first.at <= last.at && last.at <= *at)
        else {
            return false;
        };
        if first.at == last.at {
            let there = self.splices.entry(refers).or_default();
            let _ = write!(there.points, "{start}{end}{reference}");
            return true;
        }
        self.cut(first).starts.push_str(&start);
        self.cut(last).ends.push_str(&end);
        let there = self.splices.entry(refers).or_default();
        there.references.push_str(&reference);
        true
    }

    fn cut(&mut self, cut: Cut) -> &mut Splice {
        let there = self.splices.entry(cut.at).or_default();
        if there.close.is_empty() {
            (there.close, there.open) = (cut.close, cut.open);
        }
        there
    }

    fn start(&self, anchor: Anchor) -> Option<Cut> {
        match anchor.end {
            End::Beside(at) => Some(plain(self.nodes.get(at)?.whole().start)),
            End::Paragraph(at) => {
                let properties = self.nodes.children(at).next();
                let properties = properties.filter(|at| self.nodes.name(*at) == "pPr");
                let behind = properties.and_then(|at| Some(self.nodes.get(at)?.whole().end));
                Some(plain(behind.unwrap_or(self.nodes.get(at)?.inside().start)))
            }
            End::Within {
                run,
                piece,
                characters,
            } => {
                if let Some(at) = divided(self.nodes, piece, characters) {
                    return self.text_cut(run, piece, at);
                }
                let mut before = self.contents(run).take_while(|at| *at != piece);
                match before.next() {
                    None => Some(plain(self.nodes.get(run)?.whole().start)),
                    Some(_) => self.run_cut(run, self.nodes.get(piece)?.whole().start),
                }
            }
        }
    }

    fn end(&self, anchor: Anchor) -> Option<Cut> {
        match anchor.end {
            End::Beside(at) => Some(plain(self.nodes.get(at)?.whole().end)),
            End::Paragraph(at) => Some(plain(self.nodes.get(at)?.inside().end)),
            End::Within {
                run,
                piece,
                characters,
            } => {
                if let Some(at) = divided(self.nodes, piece, characters) {
                    return self.text_cut(run, piece, at);
                }
                let mut behind = self.contents(run).skip_while(|at| *at != piece).skip(1);
                match behind.next() {
                    None => Some(plain(self.nodes.get(run)?.whole().end)),
                    Some(_) => self.run_cut(run, self.nodes.get(piece)?.whole().end),
                }
            }
        }
    }

    /// Where the reference to a comment stands: behind what holds its end in the paragraph itself, so that it is
    /// neither part of a link nor of what somebody put in.
    fn reference(&self, to: Anchor) -> Option<usize> {
        let at = match to.end {
            End::Paragraph(at) => return Some(self.nodes.get(at)?.inside().end),
            End::Beside(at) => at,
            End::Within { run, .. } => run,
        };
        let path = self.nodes.path(at);
        let place = path.iter().position(|at| *at == to.paragraph)?;
        let end = self.nodes.get(*path.get(place + 1)?)?.whole().end;
        match to.end {
            // The run itself is divided: the reference stands where the comment ends.
            End::Within { .. } if path.get(place + 1) == Some(&at) => Some(self.end(to)?.at),
            _ => Some(end),
        }
    }

    /// What is in a run beside its properties.
    fn contents(&self, run: usize) -> impl Iterator<Item = usize> + '_ {
        let children = self.nodes.children(run);
        children.filter(|at| self.nodes.name(*at) != "rPr")
    }

    /// Divides a run between two of its pieces.
    fn run_cut(&self, run: usize, at: usize) -> Option<Cut> {
        let nodes = self.nodes;
        let tag = nodes.text.get(nodes.get(run)?.tag())?;
        let properties = nodes.children(run).find(|at| nodes.name(*at) == "rPr");
        let properties = properties.and_then(|at| nodes.text.get(nodes.get(at)?.whole()));
        Some(Cut {
            at,
            close: format!("</{}>", nodes.full_name(run)),
            open: format!("{tag}{}", properties.unwrap_or_default()),
        })
    }

    /// Divides a run within its characters.
    fn text_cut(&self, run: usize, piece: usize, at: usize) -> Option<Cut> {
        let around = self.run_cut(run, at)?;
        let tag = self.nodes.text.get(self.nodes.get(piece)?.tag())?;
        Some(Cut {
            at,
            close: format!("</{}>{}", self.nodes.full_name(piece), around.close),
            open: around.open + tag,
        })
    }

    /// The part with all that is put in.
    pub fn done(self) -> Option<Vec<u8>> {
        let mut out = String::with_capacity(self.nodes.text.len() + 4096);
        let mut done = 0;
        let mut places: Vec<(usize, usize, String)> = self
            .splices
            .into_iter()
            .map(|(at, it)| {
                let [close, ends, references] = [it.close, it.ends, it.references];
                let text = close + &ends + &references + &it.points + &it.starts + &it.open;
                (at, at, text)
            })
            .collect();
        for (paragraph, content) in self.filled {
            let tag = self.nodes.get(paragraph)?.tag();
            let name = self.nodes.full_name(paragraph);
            // `<w:p/>`: its end is written anew.
            places.push((
                tag.end.checked_sub(2)?,
                tag.end,
                format!(">{content}</{name}>"),
            ));
        }
        places.sort_by_key(|(from, ..)| *from);
        for (from, to, text) in places {
            out.push_str(self.nodes.text.get(done..from)?);
            out.push_str(&text);
            done = to;
        }
        out.push_str(self.nodes.text.get(done..)?);
        Some(out.into_bytes())
    }
}

fn plain(at: usize) -> Cut {
    Cut {
        at,
        close: String::new(),
        open: String::new(),
    }
}
