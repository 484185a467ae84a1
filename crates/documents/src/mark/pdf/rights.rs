//! What a PDF allows: its author may forbid notes, and a signature may be one that no change survives.

use super::seal::Seal;
use super::syntax::reference;
use super::tail::Tail;
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::dict::Dict;
use hayro_interpret::hayro_syntax::object::{Array, FromBytes as _, Number, ObjectIdentifier};
use juesuan_paper::{Kind, Unmarkable};

/// Bit 6 of the permissions: notes may be added.
const NOTES: i64 = 1 << 5;
/// What a certified file allows if it does not say: forms and signatures.
const FORMS: i64 = 2;
/// Notes too.
const NOTES_TOO: i64 = 3;

/// Whether notes may be added; of a file that is encrypted, how.
pub(super) fn allow(pdf: &Pdf, tail: &Tail) -> Result<Option<Seal>, Unmarkable> {
    let mut seal = None;
    if let Some(encrypted) = tail.value("Encrypt") {
        let by = match reference(encrypted) {
            Some((object, generation)) => {
                let id = ObjectIdentifier::new(object, i32::from(generation));
                pdf.xref().get::<Dict<'_>>(id)
            }
            None => Dict::from_bytes(encrypted),
        };
        // An entry that says nothing encrypts nothing.
        if let Some(by) = by {
            let permitted = by.get::<Number>("P").map_or(0, |it| it.as_i64());
            if permitted & NOTES == 0 {
                return Err(Unmarkable::Protected(Kind::Pdf));
            }
            let found = Seal::of(by.data(), permitted, tail.value("ID"));
            seal = Some(found.ok_or(Unmarkable::Encrypted(Kind::Pdf))?);
        }
    }
    match certified(pdf) {
        Some(NOTES_TOO) | None => Ok(seal),
        Some(_) => Err(Unmarkable::Signed(Kind::Pdf)),
    }
}

/// What the author's own signature allows to be changed, if there is one.
fn certified(pdf: &Pdf) -> Option<i64> {
    let root = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id())?;
    let signature = root.get::<Dict<'_>>("Perms")?.get::<Dict<'_>>("DocMDP")?;
    let references = signature.get::<Array<'_>>("Reference");
    let allowed = references.and_then(|references| {
        references
            .iter::<Dict<'_>>()
            .find_map(|it| it.get::<Dict<'_>>("TransformParams")?.get::<Number>("P"))
    });
    Some(allowed.map_or(FORMS, |it| it.as_i64()))
}
