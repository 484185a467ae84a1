//! Pages in the order in which people name them.

/// The first and the last of pages that follow each other, in order, each page once.
pub(crate) fn runs(pages: &[usize]) -> Vec<(usize, usize)> {
    let mut pages = pages.to_vec();
    pages.sort_unstable();
    pages.dedup();
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for page in pages {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == page => *last = page,
            _ => runs.push((page, page)),
        }
    }
    runs
}
