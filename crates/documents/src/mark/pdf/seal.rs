//! Encryption of what is added to a PDF that anybody may open and comment, but that is encrypted: by RC4 or AES, as
//! ISO 32000-2 has it, with the empty password.

use super::syntax::{Entries, Tokens, bytes_of, number};
use aes::cipher::{BlockModeDecrypt as _, KeyIvInit as _};
use aes::{Aes128, Aes256};
use md5::{Digest as _, Md5};
use sha2::{Sha256, Sha384, Sha512};

/// What stands for a password of no characters.
const PADDING: [u8; 32] = [
    0x28, 0xBF, 0x4E, 0x5E, 0x4E, 0x75, 0x8A, 0x41, 0x64, 0x00, 0x4E, 0x56, 0xFF, 0xFA, 0x01, 0x08,
    0x2E, 0x2E, 0x00, 0xB6, 0xD0, 0x68, 0x3E, 0x80, 0x2F, 0x0C, 0xA9, 0xFE, 0x64, 0x53, 0x69, 0x7A,
];

/// How something is encrypted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Method {
    Nothing,
    Rc4,
    Aes128,
    Aes256,
}

/// The seal of a file.
#[derive(Debug)]
pub(super) struct Seal {
    key: Vec<u8>,
    texts: Method,
    streams: Method,
}

/// What a file says of its encryption.
struct Said<'a> {
    bytes: &'a [u8],
    entries: Entries,
}

impl Said<'_> {
    fn number(&self, name: &str) -> Option<u64> {
        number(self.entries.value(self.bytes, name)?)
    }

    fn text(&self, name: &str) -> Option<Vec<u8>> {
        bytes_of(self.entries.value(self.bytes, name)?)
    }

    fn word(&self, name: &str) -> Option<&[u8]> {
        self.entries.value(self.bytes, name)
    }

    /// The method of a crypt filter.
    fn method(&self, filter: &str) -> Option<Method> {
        let name = match self.word(filter) {
            None | Some(b"/Identity") => return Some(Method::Nothing),
            Some(name) => std::str::from_utf8(name.strip_prefix(b"/")?).ok()?,
        };
        let filters = self.word("CF")?;
        let filter = Entries::of(filters, 0)?.value(filters, name)?;
        match Entries::of(filter, 0)?.value(filter, "CFM")? {
            b"/None" => Some(Method::Nothing),
            b"/V2" => Some(Method::Rc4),
            b"/AESV2" => Some(Method::Aes128),
            b"/AESV3" => Some(Method::Aes256),
            _ => None,
        }
    }
}

impl Seal {
    /// The seal that these entries describe; `permissions` are among them, `id` is the list that names the file.
    /// `None` for one that is not known, or that the empty password does not open.
    pub fn of(bytes: &[u8], permissions: i64, id: Option<&[u8]>) -> Option<Self> {
        let entries = Entries::of(bytes, 0)?;
        let said = Said { bytes, entries };
        let version = said.number("V").unwrap_or(0);
        let revision = said.number("R")?;
        let (texts, streams) = match version {
            1 | 2 => (Method::Rc4, Method::Rc4),
            4 | 5 => (said.method("StrF")?, said.method("StmF")?),
            _ => return None,
        };
        let key = match revision {
            2..=4 => {
                let bits = match version {
                    1 => 40,
                    4 => 128,
                    _ => said.number("Length").unwrap_or(40),
                };
                let length = usize::try_from(bits / 8).ok()?;
                let id = id.and_then(first_text).unwrap_or_default();
                old_key(&said, revision, length.clamp(5, 16), permissions, &id)?
            }
            5 | 6 => new_key(&said, revision)?,
            _ => return None,
        };
        Some(Seal {
            key,
            texts,
            streams,
        })
    }

    /// A text of an object.
    pub fn text(&self, object: u32, text: &[u8]) -> Vec<u8> {
        self.sealed(self.texts, object, text)
    }

    /// What is in a stream.
    pub fn stream(&self, object: u32, content: &[u8]) -> Vec<u8> {
        self.sealed(self.streams, object, content)
    }

    /// New objects are of generation 0.
    fn sealed(&self, method: Method, object: u32, content: &[u8]) -> Vec<u8> {
        let key = match method {
            Method::Nothing => return content.to_vec(),
            Method::Aes256 => self.key.clone(),
            Method::Rc4 | Method::Aes128 => {
                let mut hash = Md5::new();
                hash.update(&self.key);
                hash.update(object.to_le_bytes().get(..3).unwrap_or_default());
                hash.update([0, 0]);
                if method == Method::Aes128 {
                    hash.update(b"sAlT");
                }
                let length = (self.key.len() + 5).min(16);
                hash.finalize().iter().take(length).copied().collect()
            }
        };
        if method == Method::Rc4 {
            return rc4(&key, content);
        }
        // Not the same for any two contents, and the same each time: a file is marked as it was before.
        let mut first = Md5::new();
        first.update(&key);
        first.update(object.to_le_bytes());
        first.update(content);
        let first: [u8; 16] = first.finalize().into();
        let padding = 16 - content.len() % 16;
        let mut blocks = content.to_vec();
        blocks.resize(content.len() + padding, u8::try_from(padding).unwrap_or(16));
        let sealed = match method {
            Method::Aes128 => chain::<cbc::Encryptor<Aes128>>(&key, &first, &mut blocks),
            _ => chain::<cbc::Encryptor<Aes256>>(&key, &first, &mut blocks),
        };
        // Keys are of the length that the method has.
        sealed.map_or_else(Vec::new, |()| [first.as_slice(), &blocks].concat())
    }
}

/// Encrypts blocks, each of which changes the next.
fn chain<C>(key: &[u8], first: &[u8], blocks: &mut [u8]) -> Option<()>
where
    C: aes::cipher::KeyIvInit
        + aes::cipher::BlockModeEncrypt
        + aes::cipher::BlockSizeUser<BlockSize = aes::cipher::consts::U16>,
{
    let mut cipher = C::new_from_slices(key, first).ok()?;
    for block in blocks.as_chunks_mut::<16>().0 {
        cipher.encrypt_block(block.into());
    }
    Some(())
}

/// The key of a file whose seal is of revision 2 to 4.
fn old_key(
    said: &Said<'_>,
    revision: u64,
    length: usize,
    permissions: i64,
    id: &[u8],
) -> Option<Vec<u8>> {
    let mut hash = Md5::new();
    hash.update(PADDING);
    hash.update(said.text("O")?.get(..32)?);
    hash.update(permissions.to_le_bytes().get(..4)?);
    hash.update(id);
    if revision >= 4 && said.word("EncryptMetadata") == Some(b"false") {
        hash.update([0xFF; 4]);
    }
    let mut key = hash.finalize().get(..length)?.to_vec();
    if revision >= 3 {
        for _ in 0..50 {
            key = Md5::digest(&key).get(..length)?.to_vec();
        }
    }
    // Whether it is the right one.
    let user = said.text("U")?;
    let expected = if revision == 2 {
        rc4(&key, &PADDING)
    } else {
        let mut hash = Md5::new();
        hash.update(PADDING);
        hash.update(id);
        let mut expected = hash.finalize().to_vec();
        for round in 0..20 {
            let key: Vec<u8> = key.iter().map(|byte| byte ^ round).collect();
            expected = rc4(&key, &expected);
        }
        expected
    };
    (user.get(..expected.len())? == expected).then_some(key)
}

/// The key of a file whose seal is of revision 5 or 6.
fn new_key(said: &Said<'_>, revision: u64) -> Option<Vec<u8>> {
    let user = said.text("U")?;
    let hash = |salt: &[u8]| match revision {
        5 => Some(Sha256::digest(salt).to_vec()),
        _ => long_hash(salt),
    };
    if hash(user.get(32..40)?)? != *user.get(..32)? {
        return None;
    }
    let between = hash(user.get(40..48)?)?;
    let mut key = said.text("UE")?.get(..32)?.to_vec();
    let mut cipher = cbc::Decryptor::<Aes256>::new_from_slices(&between, &[0; 16]).ok()?;
    for block in key.as_chunks_mut::<16>().0 {
        cipher.decrypt_block(block.into());
    }
    Some(key)
}

/// Algorithm 2.B, for the empty password.
fn long_hash(salt: &[u8]) -> Option<Vec<u8>> {
    let mut key = Sha256::digest(salt).to_vec();
    for round in 1_u32.. {
        let mut blocks = key.repeat(64);
        let (half, first) = (key.get(..16)?, key.get(16..32)?);
        chain::<cbc::Encryptor<Aes128>>(half, first, &mut blocks)?;
        let sum: u32 = blocks.iter().take(16).map(|byte| u32::from(*byte)).sum();
        key = match sum % 3 {
            0 => Sha256::digest(&blocks).to_vec(),
            1 => Sha384::digest(&blocks).to_vec(),
            _ => Sha512::digest(&blocks).to_vec(),
        };
        // A byte is 255 at most: it ends.
        if round >= 64 && u32::from(*blocks.last()?) <= round - 32 {
            break;
        }
    }
    Some(key.get(..32)?.to_vec())
}

fn rc4(key: &[u8], content: &[u8]) -> Vec<u8> {
    let mut state: [u8; 256] = std::array::from_fn(|at| u8::try_from(at).unwrap_or(0));
    let of = |state: &[u8; 256], at: u8| state.get(usize::from(at)).copied().unwrap_or(0);
    let mut other = 0_u8;
    for (at, byte) in (0..=255_u8).zip(key.iter().cycle()) {
        other = other.wrapping_add(of(&state, at)).wrapping_add(*byte);
        state.swap(usize::from(at), usize::from(other));
    }
    let (mut at, mut other) = (0_u8, 0_u8);
    let mut sealed = Vec::with_capacity(content.len());
    for byte in content {
        at = at.wrapping_add(1);
        other = other.wrapping_add(of(&state, at));
        state.swap(usize::from(at), usize::from(other));
        let sum = of(&state, at).wrapping_add(of(&state, other));
        sealed.push(byte ^ of(&state, sum));
    }
    sealed
}

/// The first text of a list.
fn first_text(list: &[u8]) -> Option<Vec<u8>> {
    let mut tokens = Tokens::new(list, 0);
    tokens.next()?;
    bytes_of(list.get(tokens.next()?.1)?)
}

#[cfg(test)]
mod tests {
    #[test]
    fn rc4_as_published() {
        for (key, text, expected) in [
            ("Key", "Plaintext", "BBF316E8D940AF0AD3"),
            ("Wiki", "pedia", "1021BF0420"),
        ] {
            let sealed = super::rc4(key.as_bytes(), text.as_bytes());
            let hex: String = sealed.iter().map(|byte| format!("{byte:02X}")).collect();
            assert_eq!(hex, expected);
        }
    }
}
