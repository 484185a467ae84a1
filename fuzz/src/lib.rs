//! What all targets share.

use juesuan_documents::{Asked, read};

pub mod parts;

/// Reads bytes, shows what comes out, and forgets it.
pub fn endure(bytes: &[u8]) {
    let progress = &mut |_, _| {};
    let password = Some("2024");
    if let Ok(paper) = read(bytes, Some("file"), &mut Asked { password, progress }) {
        drop(paper.to_string());
    }
}
