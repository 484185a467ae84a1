//! Comments in a Word file: three things are put into the package, all else is copied as it is packed.

mod anchor;
mod edit;
mod parts;
mod scan;

use super::marks::{Mark, Marked, marks, says};
use crate::docx::{Piece, Traced, read_traced};
use crate::package::{Fault, Package, key};
use crate::xml::Element;
use anchor::{Anchor, anchor, widened};
use edit::{Edits, Namespace};
use juesuan_paper::{Kind, Paper, Remark, Unmarkable};
use scan::Nodes;
use std::collections::{HashMap, HashSet};

const DAMAGED: Unmarkable = Unmarkable::Damaged(Kind::Docx);

pub(super) fn mark(bytes: &[u8], remarks: &[&Remark], author: &str) -> Result<Marked, Unmarkable> {
    let mut package = Package::open(bytes).map_err(fault)?;
    if package
        .names()
        .any(|name| name.starts_with("_xmlsignatures/"))
    {
        return Err(Unmarkable::Signed(Kind::Docx));
    }
    let marked = read_traced(bytes, |paper, traced| {
        put_in(
            bytes,
            &mut package,
            (&paper.numbered(), &traced),
            remarks,
            author,
        )
    });
    marked.map_err(Unmarkable::Unreadable)?
}

fn fault(fault: Fault) -> Unmarkable {
    Unmarkable::Unreadable(fault.unreadable(Kind::Docx))
}

fn put_in(
    bytes: &[u8],
    package: &mut Package<'_>,
    (paper, traced): (&Paper, &Traced<'_>),
    remarks: &[&Remark],
    author: &str,
) -> Result<Marked, Unmarkable> {
    if traced.settings.is_some_and(forbids) {
        return Err(Unmarkable::Protected(Kind::Docx));
    }
    if remarks.is_empty() {
        return Ok(Marked {
            bytes: bytes.to_vec(),
            written: 0,
            left_out: 0,
        });
    }
    let marks = marks(paper, remarks);
    let main = package.part(traced.main).map_err(fault)?;
    let nodes = Nodes::of(&main).ok_or(DAMAGED)?;
    let ends: Vec<Option<[At<'_>; 2]>> =
        marks.iter().map(|mark| ends(paper, traced, mark)).collect();
    let numbers = Numbers::of(traced, &ends);
    if numbers.count != nodes.len() {
        return Err(DAMAGED);
    }
    let (names, namespace) = parts::names(&nodes);
    let mut list = List::read(package, traced)?;
    let mut edits = Edits::new(&nodes, namespace);
    let mut written = 0;
    for (mark, ends) in marks.iter().zip(&ends) {
        let anchors = ends.as_ref().and_then(|[from, to]| {
            let place = |at: &At<'_>| -> Option<Anchor> {
                let number = numbers.number(at.element)?;
                anchor(&nodes, number, at.characters)
            };
            Some(widened(&nodes, place(from)?, place(to)?))
        });
        let Some((from, to)) = anchors else { continue };
        if edits.comment(list.next, from, to) {
            list.add(author, &mark.text);
            written += 1;
        }
    }
    if written == 0 {
        return Err(Unmarkable::Elsewhere);
    }
    let mut changed = HashMap::from([(key(traced.main), edits.done().ok_or(DAMAGED)?)]);
    let added = list.put(package, traced.main, names, &mut changed)?;
    let marked = parts::packed(bytes, changed, added).ok_or(DAMAGED)?;
    if !says(&marked, paper, crate::docx::read) {
        return Err(DAMAGED);
    }
    Ok(Marked {
        bytes: marked,
        written,
        left_out: remarks.len() - written,
    })
}

/// Whether the author lets nobody comment.
fn forbids(settings: &Element) -> bool {
    settings.child("documentProtection").is_some_and(|it| {
        let enforced = it.attribute("enforcement").unwrap_or_default();
        matches!(enforced, "1" | "true" | "on")
            && matches!(it.attribute("edit"), Some("readOnly" | "forms"))
    })
}

/// A place in an element of the document.
#[derive(Debug, Clone, Copy)]
struct At<'a> {
    element: &'a Element,
    /// Characters of it before the place.
    characters: usize,
}

/// Where the first and the last character of a mark come from. What is no text of a paragraph, such as a
/// picture, is marked at the paragraph before it.
fn ends<'a>(paper: &Paper, traced: &Traced<'a>, mark: &Mark) -> Option<[At<'a>; 2]> {
    let spot = &mark.spot;
    let text = super::place::text(paper, spot);
    let pieces = traced.pieces.get(&(spot.block, spot.cell));
    let Some((text, pieces)) = text.zip(pieces) else {
        let mut before = (0..spot.block).rev();
        let pieces = before.find_map(|block| traced.pieces.get(&(block, None)))?;
        return whole(pieces);
    };
    let bytes = |units: usize| {
        let mut passed = 0;
        let mut chars = text.char_indices();
        let found = chars.find(|(_, c)| {
            let here = passed >= units;
            passed += c.len_utf16();
            here
        });
        found.map_or(text.len(), |(at, _)| at)
    };
    let (from, to) = (bytes(spot.range.start), bytes(spot.range.end));
    let ends: Vec<usize> = pieces
        .iter()
        .skip(1)
        .map(|it| it.at)
        .chain([text.len()])
        .collect();
    let mut said = pieces
        .iter()
        .zip(&ends)
        .filter(|(piece, end)| piece.at < to && from < **end && piece.at < **end);
    let Some((first, first_end)) = said.next() else {
        return whole(pieces);
    };
    let (last, last_end) = said.next_back().unwrap_or((first, first_end));
    let characters = |piece: &Piece<'_>, to: usize| {
        let before = text.get(piece.at..to.max(piece.at)).unwrap_or_default();
        piece.skipped + before.chars().count()
    };
    Some([
        At {
            element: first.element,
            characters: if from <= first.at {
                0
            } else {
                characters(first, from)
            },
        },
        At {
            element: last.element,
            characters: if to >= *last_end {
                usize::MAX
            } else {
                characters(last, to)
            },
        },
    ])
}

/// All of the paragraph in which the text begins; of one that says nothing, all of the first paragraph or cell.
fn whole<'a>(pieces: &[Piece<'a>]) -> Option<[At<'a>; 2]> {
    let is_paragraph = |piece: &&Piece<'_>| &*piece.element.name == "p";
    let text = pieces
        .iter()
        .zip(pieces.iter().skip(1))
        .position(|(piece, next)| piece.at < next.at)
        .unwrap_or(pieces.len());
    let before = pieces.get(..text).unwrap_or(pieces);
    let outer = before.iter().rfind(is_paragraph);
    let outer = outer.or_else(|| pieces.iter().find(is_paragraph));
    let at = At {
        element: outer.or(pieces.first())?.element,
        characters: 0,
    };
    Some([at, at])
}

/// The numbers of elements, in the order in which they begin in the main part.
struct Numbers {
    numbers: HashMap<*const Element, usize>,
    count: usize,
}

impl Numbers {
    /// Of the elements that ends stand in. A footnote has the number of what refers to it.
    fn of(traced: &Traced<'_>, ends: &[Option<[At<'_>; 2]>]) -> Self {
        let wanted = ends.iter().flatten().flatten();
        let wanted: HashSet<*const Element> =
            wanted.map(|at| std::ptr::from_ref(at.element)).collect();
        let mut numbers = Numbers {
            numbers: HashMap::new(),
            count: 0,
        };
        let mut references: HashMap<(&str, &str), usize> = HashMap::new();
        walk(traced.root, &mut |element| {
            if wanted.contains(&std::ptr::from_ref(element)) {
                numbers.numbers.insert(element, numbers.count);
            }
            if matches!(&*element.name, "footnoteReference" | "endnoteReference") {
                let id = element.attribute("id").unwrap_or_default();
                references
                    .entry((&element.name, id))
                    .or_insert(numbers.count);
            }
            numbers.count += 1;
        });
        for (notes, name) in traced
            .notes
            .iter()
            .zip(["footnoteReference", "endnoteReference"])
        {
            for note in notes.iter().flat_map(|notes| notes.elements()) {
                let id = note.attribute("id").unwrap_or_default();
                let Some(number) = references.get(&(name, id)) else {
                    continue;
                };
                walk(note, &mut |element| {
                    if wanted.contains(&std::ptr::from_ref(element)) {
                        numbers.numbers.insert(element, *number);
                    }
                });
            }
        }
        numbers
    }

    fn number(&self, element: &Element) -> Option<usize> {
        self.numbers.get(&std::ptr::from_ref(element)).copied()
    }
}

/// An element and all within it, in the order in which they begin. They are not nested deeply: the reader sees to
/// that.
fn walk<'a>(element: &'a Element, each: &mut dyn FnMut(&'a Element)) {
    each(element);
    for inner in element.elements() {
        walk(inner, each);
    }
}

/// The list of comments: the one that is there, or a new one.
struct List {
    /// Its part, and its bytes.
    there: Option<(String, Vec<u8>)>,
    /// How its names are declared.
    namespace: Namespace<'static>,
    new: String,
    next: usize,
}

impl List {
    fn read(package: &mut Package<'_>, traced: &Traced<'_>) -> Result<Self, Unmarkable> {
        let mut listed = traced.relationships.iter();
        let listed = listed.find(|it| it.kind == "comments" && !it.external);
        let Some(part) = listed.map(|it| it.target.clone()) else {
            return Ok(List {
                there: None,
                namespace: Namespace(None),
                new: String::new(),
                next: first_free(traced.root),
            });
        };
        let bytes = package.part(&part).map_err(|_| DAMAGED)?;
        let tree = crate::xml::parse(&bytes).map_err(|_| DAMAGED)?;
        let namespace = Nodes::of(&bytes).map(|nodes| parts::names(&nodes).1);
        Ok(List {
            next: first_free(&tree).max(first_free(traced.root)),
            namespace: namespace.ok_or(DAMAGED)?,
            there: Some((part, bytes)),
            new: String::new(),
        })
    }

    fn add(&mut self, author: &str, text: &str) {
        self.new += &parts::comment(self.next, author, text, self.namespace);
        self.next += 1;
    }

    /// Puts the list into the package; gives the parts that are new.
    fn put(
        self,
        package: &mut Package<'_>,
        main: &str,
        names: &parts::Names,
        changed: &mut HashMap<String, Vec<u8>>,
    ) -> Result<Vec<(String, Vec<u8>)>, Unmarkable> {
        if let Some((part, bytes)) = self.there {
            let list = parts::put_in(&bytes, &self.new).ok_or(DAMAGED)?;
            changed.insert(key(&part), list);
            return Ok(Vec::new());
        }
        let (folder, file) = main.rsplit_once('/').unwrap_or(("", main));
        let within = |name: &str| match folder {
            "" => name.to_owned(),
            folder => format!("{folder}/{name}"),
        };
        let free = (0..1000).map(|number| match number {
            0 => "comments.xml".to_owned(),
            number => format!("comments{number}.xml"),
        });
        let mut free = free.filter(|name| !package.has(&within(name)));
        let name = free.next().ok_or(DAMAGED)?;
        let part = within(&name);
        let types = package.part("[Content_Types].xml").map_err(|_| DAMAGED)?;
        let prefix = prefix(&types).ok_or(DAMAGED)?;
        let content = parts::CONTENT;
        let kind = format!("<{prefix}Override PartName=\"/{part}\" ContentType=\"{content}\"/>");
        let types = parts::put_in(&types, &kind).ok_or(DAMAGED)?;
        changed.insert(key("[Content_Types].xml"), types);
        let mut added = vec![(part, parts::comments(names, &self.new))];
        let others = within(&format!("_rels/{file}.rels"));
        let bytes = match package.part(&others) {
            Ok(bytes) => bytes,
            Err(Fault::Missing) => {
                let none = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>";
                none.as_bytes().to_vec()
            }
            Err(_) => return Err(DAMAGED),
        };
        let prefix = self::prefix(&bytes).ok_or(DAMAGED)?;
        let text = String::from_utf8_lossy(&bytes);
        let mut ids = (1..).map(|number| format!("rIdComments{number}"));
        let id = ids.find(|id| !text.contains(id.as_str())).ok_or(DAMAGED)?;
        let kind = names.relationship;
        let more = format!("<{prefix}Relationship Id=\"{id}\" Type=\"{kind}\" Target=\"{name}\"/>");
        let all = parts::put_in(&bytes, &more).ok_or(DAMAGED)?;
        if package.has(&others) {
            changed.insert(key(&others), all);
        } else {
            added.push((others, all));
        }
        Ok(added)
    }
}

/// What stands before the names of a part, with its colon.
fn prefix(bytes: &[u8]) -> Option<String> {
    let nodes = Nodes::of(bytes)?;
    let name = nodes.full_name(0);
    Some(
        name.rsplit_once(':')
            .map_or_else(String::new, |(prefix, _)| format!("{prefix}:")),
    )
}

/// One more than the greatest number of a comment, or of what refers to one.
fn first_free(root: &Element) -> usize {
    let mut next = 0;
    walk(root, &mut |element| {
        if matches!(
            &*element.name,
            "comment" | "commentRangeStart" | "commentRangeEnd" | "commentReference"
        ) {
            let id = element.attribute("id").and_then(|id| id.parse().ok());
            next = next.max(id.map_or(0, |id: u32| id as usize + 1));
        }
    });
    next
}
