//! Stamps, remarks and watermarks: they lie over the pages and are no part of the text. That they are there is said.

use super::document::Document;
use crate::package::{Package, resolve};
use crate::xml::Element;
use juesuan_paper::{Note, NoteCode};
use std::collections::BTreeSet;

/// Lists that are read of one document.
const MOST: usize = 4_000;

/// A note of what lies over the pages of a document, which are those from `first` to `end`.
pub fn note(
    package: &mut Package<'_>,
    document: &Document,
    first: usize,
    end: usize,
) -> Option<Note> {
    let mut count = 0;
    let mut pages = BTreeSet::new();
    let mut add = |id: Option<&str>, some: usize| {
        let at = id.and_then(|id| document.ids.get(id.trim())).copied();
        if some > 0 {
            count += some;
            pages.extend(at.map(|at| first + at + 1).filter(|page| *page <= end));
        }
    };
    for (id, list) in lists(
        package,
        document,
        document.annotations.as_deref(),
        "Page",
        "FileLoc",
    ) {
        add(
            id.as_deref(),
            list.all("Annot").filter(|it| is_shown(it)).count(),
        );
    }
    for (_, list) in lists(
        package,
        document,
        document.signatures.as_deref(),
        "Signature",
        "BaseLoc",
    ) {
        let stamps = list.child("SignedInfo").unwrap_or(&list);
        for stamp in stamps.all("StampAnnot") {
            add(stamp.attribute_like("PageRef"), 1);
        }
    }
    (count > 0).then(|| Note {
        count: Some(count),
        pages: pages.into_iter().collect(),
        ..Note::new(NoteCode::Overlay)
    })
}

/// The parts that a list of this document names, each with the page it is about.
fn lists(
    package: &mut Package<'_>,
    document: &Document,
    place: Option<&str>,
    entry: &str,
    target: &str,
) -> Vec<(Option<String>, Element)> {
    let Some(place) = place else {
        return Vec::new();
    };
    let part = document.found(package, place);
    let Ok(list) = package.xml(&part) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for entry in list.all(entry).take(MOST) {
        let inner = entry.child(target).map(|it| it.text().trim().to_owned());
        let outer = entry.attribute_like(target).map(|it| it.trim().to_owned());
        let Some(target) = inner.or(outer) else {
            continue;
        };
        let beside = resolve(&part, &target);
        let name = match package.has(&beside) {
            true => beside,
            false => document.found(package, &target),
        };
        if let Ok(root) = package.xml(&name) {
            let id = entry.attribute_like("PageID").map(str::to_owned);
            found.push((id, root));
        }
    }
    found
}

/// A link shows nothing of its own.
fn is_shown(annotation: &Element) -> bool {
    annotation.attribute_like("Type") != Some("Link")
        && annotation.attribute_like("Visible") != Some("false")
        && annotation.child("Appearance").is_some()
}
