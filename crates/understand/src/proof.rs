//! What can be wrong beside figures: years, names, words of the template left in, signs, numbering.

use crate::{Document, Finding};

pub(crate) fn check(_document: &Document<'_>, _findings: &mut Vec<Finding>) {}
