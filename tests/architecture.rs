//! The rules of the house, held by reading its `use` lines: imports go down one list, no file is in a
//! circle with another, each room keeps out what does not belong there, and files stay short.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// The rooms from the top floor down. A file may import what stands below its room, and its own room.
/// A file belongs to the longest line that its path begins with.
const ROOMS: &[&str] = &[
    "src/main.rs",
    "src/page/mod.rs",
    "src/page/program.rs",
    "src/page/frame.rs",
    "src/page/embedded.rs",
    "src/page/app",
    "src/page/views/",
    "src/page/",
    "src/lib.rs",
    "crates/documents/src/",
    "crates/script/src/bench.rs",
    "crates/script/src",
    "src/flows/",
    "crates/quick/src/",
    "src/session/",
    "crates/intake/src/",
    "crates/publication/src/",
    "crates/exchange/src/",
    "crates/say/src/",
    "crates/echo/",
    "crates/module/",
    "crates/ask/",
    "crates/understand/src/",
    "crates/domain/src/lib.rs",
    "crates/domain/src/history.rs",
    "crates/domain/src/find.rs",
    "crates/domain/src/changes.rs",
    "crates/domain/src/figures.rs",
    "crates/domain/src/assess.rs",
    "crates/domain/src/edit",
    "crates/domain/src/unreadable.rs",
    "crates/domain/src/limits.rs",
    "crates/domain/src/region.rs",
    "crates/domain/src/workbook.rs",
    "crates/domain/src/disclosure/",
    "crates/domain/src/place.rs",
    "crates/domain/src/accounts/",
    "crates/domain/src/evaluation/",
    "crates/domain/src/chart/",
    "crates/domain/src/prose/",
    "crates/domain/src/quantity/",
    "crates/domain/src/review",
    "crates/domain/src/source.rs",
    "crates/domain/src/finding",
    "crates/domain/src/settings.rs",
    "crates/figure/src/measure/",
    "crates/figure/src/working/",
    "crates/domain/src/year.rs",
    "crates/domain/src/date.rs",
    "crates/figure/src/",
    "crates/domain/src/address/",
    "crates/domain/src/fields.rs",
    "crates/domain/src/sorted.rs",
    "crates/figure/src/typed.rs",
    "crates/json/",
    "crates/paper/src/",
    "crates/markup/src/",
];

/// Rooms beside each other, of which neither knows the other.
const APART: &[(&str, &str)] = &[(
    "crates/domain/src/accounts/",
    "crates/domain/src/evaluation/",
)];

/// What belongs to the browser.
const BROWSER: &[&str] = &[
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "yew",
    "gloo_events",
    "gloo_timers",
];

/// The rooms of the domain: values in, values out.
const DOMAIN: &[&str] = &["crates/figure/src/", "crates/domain/src/"];

/// What is kept out of which rooms, by a name that code would hold.
const KEPT_OUT: &[(&[&str], &[&str])] = &[
    (DOMAIN, BROWSER),
    // No files, no clock: today's date is handed in.
    (DOMAIN, &["serde_json", "fs", "SystemTime", "Instant"]),
    (
        &[
            "crates/exchange/src/",
            "crates/intake/src/",
            "crates/quick/src/",
            "crates/publication/src/",
            "src/session/",
            "src/flows/",
            "crates/ask/",
        ],
        BROWSER,
    ),
    // The page does no arithmetic.
    (&["src/page/", "src/main.rs"], &["rust_decimal", "ethnum"]),
];

/// Exceptions: a file, the name it may hold, and why.
const ALLOWED: &[(&str, &str, &str)] = &[(
    "crates/domain/src/accounts/layout_file.rs",
    "serde_json",
    "reads the layouts that come with the program",
)];

/// Lines that a file may have, and those that have more for a reason.
const MOST_LINES: usize = 500;
const LONG: &[(&str, &str)] = &[];

/// Lines that a function may have, without the markup in `html!`.
const MOST_LINES_OF_A_FUNCTION: usize = 80;

/// Functions that have more: where, what they are called, and why.
const LONG_FUNCTIONS: &[(&str, &str, &str)] = &[
    (
        "crates/domain/src/accounts/layout_table.rs",
        "add",
        "one arm for each kind of line",
    ),
    (
        "crates/domain/src/edit.rs",
        "edited",
        "a table: what each edit does",
    ),
    (
        "crates/figure/src/working/notation.rs",
        "signs",
        "a table: how each working is written",
    ),
    (
        "crates/understand/src/about_cases.rs",
        "whose_it_is",
        "a table of cases",
    ),
    (
        "crates/understand/src/code.rs",
        "arguments",
        "a table: what each matter read",
    ),
    (
        "crates/say/src/",
        "told",
        "a table: a sentence for each matter",
    ),
    (
        "crates/say/src/",
        "working",
        "a table: a sentence for each working",
    ),
    (
        "crates/domain/src/disclosure/say.rs",
        "say_amount",
        "a table: what each word behind an amount asks for",
    ),
    (
        "crates/domain/src/quantity/read.rs",
        "in_words",
        "one walk along a text: each step moves the place where the next begins",
    ),
    (
        "src/page/field.rs",
        "Field",
        "a view: its hooks and callbacks, in the order Yew asks for",
    ),
];

struct File {
    path: String,
    /// Crate and modules: `juesuan::evaluation::score`.
    module: Vec<String>,
    code: String,
}

#[test]
fn imports_go_down() {
    let house = house();
    let room = |path: &str| {
        let begins = (0..ROOMS.len()).filter(|at| path.starts_with(ROOMS[*at]));
        begins.max_by_key(|at| ROOMS[*at].len())
    };
    let mut wrong = Vec::new();
    for file in &house.files {
        assert!(room(&file.path).is_some(), "{} is in no room", file.path);
    }
    for (from, to) in &house.imports {
        if room(to) < room(from) {
            wrong.push(format!("{from} imports {to}, which stands above it"));
        }
        let are = |a: &str, b: &str| from.starts_with(a) && to.starts_with(b);
        if APART.iter().any(|(a, b)| are(a, b) || are(b, a)) {
            wrong.push(format!("{from} imports {to}, which stands beside it"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_file_is_in_a_circle_with_another() {
    let house = house();
    let circles = circles(&house.imports);
    let told = |circle: &Vec<String>| -> String {
        let inside = house
            .imports
            .iter()
            .filter(|(from, to)| circle.contains(from) && circle.contains(to));
        inside
            .map(|(from, to)| format!("\n  {from} → {to}"))
            .collect()
    };
    let told: Vec<String> = circles.iter().map(told).collect();
    assert!(
        circles.is_empty(),
        "{} circles:\n{}",
        circles.len(),
        told.join("\n")
    );
}

#[test]
fn rooms_keep_out_what_does_not_belong_there() {
    let mut wrong = Vec::new();
    let mut unused: Vec<_> = ALLOWED
        .iter()
        .map(|(path, name, _)| (*path, *name))
        .collect();
    for file in &house().files {
        let names: BTreeSet<&str> = words(&file.code).collect();
        for (rooms, kept_out) in KEPT_OUT {
            if !rooms.iter().any(|room| file.path.starts_with(room)) {
                continue;
            }
            for name in kept_out.iter().filter(|name| names.contains(**name)) {
                let found = (file.path.as_str(), *name);
                match unused.iter().position(|allowed| *allowed == found) {
                    Some(at) => drop(unused.remove(at)),
                    None => wrong.push(format!("{}: {name} does not belong there", file.path)),
                }
            }
        }
    }
    let unused = unused
        .iter()
        .map(|(path, name)| format!("{path}: {name} is not there any more"));
    wrong.extend(unused);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn files_fit_in_a_head() {
    let long: BTreeMap<String, usize> = sources()
        .into_iter()
        .map(|path| {
            (
                shown(&path),
                fs::read_to_string(path).unwrap().lines().count(),
            )
        })
        .filter(|(_, lines)| *lines > MOST_LINES)
        .collect();
    let expected: BTreeSet<&str> = LONG.iter().map(|(path, _)| *path).collect();
    let found: BTreeSet<&str> = long.keys().map(String::as_str).collect();
    assert_eq!(found, expected, "{long:?}");
}

#[test]
fn functions_fit_on_a_screen() {
    let (mut wrong, mut used) = (Vec::new(), BTreeSet::new());
    for file in &house().files {
        for (name, lines) in functions(&file.code) {
            if lines <= MOST_LINES_OF_A_FUNCTION {
                continue;
            }
            let allowed = LONG_FUNCTIONS
                .iter()
                .position(|(path, long, _)| file.path.starts_with(path) && *long == name);
            match allowed {
                Some(at) => drop(used.insert(at)),
                None => wrong.push(format!("{}: {name} has {lines} lines", file.path)),
            }
        }
    }
    for (at, (path, name, _)) in LONG_FUNCTIONS.iter().enumerate() {
        if !used.contains(&at) {
            wrong.push(format!("{path}: no {name} is long any more"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What each crate may depend on, and nothing else: ours, then those of others. What is built for the
/// browser alone stands behind the bar.
const DEPENDENCIES: &[(&str, &str)] = &[
    ("ask", "domain json paper understand serde"),
    (
        "documents",
        "markup paper aes cbc encoding_rs flate2 hayro-interpret md-5 quick-xml sha2 zip | js-sys ask domain exchange intake json module publication say understand wasm-bindgen wasm-bindgen-futures web-sys",
    ),
    (
        "domain",
        "figure json rust_decimal serde serde_json thiserror time | tsify wasm-bindgen",
    ),
    ("echo", "| ask module wasm-bindgen"),
    (
        "exchange",
        "domain figure json markup paper say understand rust_decimal serde serde_json time | tsify wasm-bindgen",
    ),
    ("figure", "ethnum rust_decimal serde | tsify wasm-bindgen"),
    (
        "intake",
        "domain exchange figure paper say understand rust_decimal serde",
    ),
    ("json", "serde serde_json"),
    ("markup", ""),
    (
        "module",
        "ask | js-sys wasm-bindgen wasm-bindgen-futures web-sys",
    ),
    ("paper", "serde"),
    (
        "publication",
        "domain exchange figure paper say rust_decimal time",
    ),
    ("quick", "domain exchange figure say rust_decimal"),
    (
        "say",
        "domain figure paper understand rust_decimal serde time",
    ),
    (
        "script",
        "| domain exchange figure intake paper publication say understand js-sys rust_decimal serde-wasm-bindgen serde serde_json time wasm-bindgen",
    ),
    (
        "understand",
        "domain figure paper rust_decimal serde similar",
    ),
];

#[test]
fn crates_depend_on_what_stands_below_them() {
    let mut wrong = Vec::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("crates");
    let crates = fs::read_dir(root).unwrap().map(|member| member.unwrap());
    let mut found: BTreeSet<String> = crates
        .map(|member| member.file_name().into_string().unwrap())
        .collect();
    for (name, expected) in DEPENDENCIES {
        if !found.remove(*name) {
            wrong.push(format!("crates/{name} is not there"));
            continue;
        }
        let manifest =
            Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("crates/{name}/Cargo.toml"));
        let dependencies = dependencies(&fs::read_to_string(manifest).unwrap());
        if dependencies != *expected {
            wrong.push(format!("{name}: {dependencies}, but may: {expected}"));
        }
    }
    wrong.extend(
        found
            .iter()
            .map(|name| format!("crates/{name} is in no line")),
    );
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The names in a crate's `[dependencies]`, and behind a bar those for the browser alone.
fn dependencies(manifest: &str) -> String {
    let mut names = [Vec::new(), Vec::new()];
    let mut section = None;
    for line in manifest.lines() {
        if line.starts_with('[') {
            section = match line {
                "[dependencies]" => Some(0),
                "[target.'cfg(target_arch = \"wasm32\")'.dependencies]" => Some(1),
                _ => None,
            };
        } else if let (Some(at), Some(end)) = (section, line.find([' ', '.', '='])) {
            let name = &line[..end];
            if name.starts_with(|c: char| c.is_ascii_alphabetic()) {
                names[at].push(name.strip_prefix("juesuan-").unwrap_or(name));
            }
        }
    }
    let [always, in_browsers] = names.map(|names| names.join(" "));
    if in_browsers.is_empty() {
        always
    } else {
        format!("{always} | {in_browsers}").trim_start().to_owned()
    }
}

/// The reading itself is right where it can be seen.
#[test]
fn paths_are_read() {
    for (code, paths) in [
        ("use crate::a::b;", vec!["crate::a::b"]),
        (
            "use super::{c, d::{self, E as F}, g::*};",
            vec!["super::c", "super::d", "super::d::E", "super::g"],
        ),
        (
            "fn f() { crate::a::B::new(); let x = 1; }",
            vec!["crate::a::B::new"],
        ),
        (
            "// use crate::a;\nlet s = \"crate::b\"; /* crate::c */",
            vec![],
        ),
        ("pub use juesuan_ask::Desk;", vec!["juesuan_ask::Desk"]),
    ] {
        let plain = without_words(code);
        let found: Vec<String> = paths_in(&plain)
            .iter()
            .map(|named| named.path.join("::"))
            .collect();
        assert_eq!(found, paths, "{code}");
    }
    for (code, expected) in [
        ("fn one() {}", vec![("one", 1)]),
        ("trait T {\n    fn none(&self);\n}", vec![]),
        (
            "fn a(of: [u8; 2]) -> X\nwhere\n    X: Y,\n{\n    fn b() {\n    }\n}",
            vec![("a", 7), ("b", 2)],
        ),
        ("fn a() {\n    \"} one\n two\"; // }\n}", vec![("a", 4)]),
        (
            "fn a() {\n    html! {\n        <b>{ x }</b>\n    }\n}",
            vec![("a", 3)],
        ),
        ("let f: fn(u8) -> u8 = { g };", vec![]),
        ("#[cfg(test)]\nmod tests {\n    fn a() {}\n}", vec![]),
    ] {
        let plain = without_tests(&without_words(code));
        assert_eq!(functions(&plain), expected, "{code}");
    }
    let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
    assert_eq!(
        circles(
            &[
                pair("a", "b"),
                pair("b", "c"),
                pair("c", "b"),
                pair("c", "d")
            ]
            .into()
        ),
        [["b", "c"]]
    );
}

// ---- reading the house

/// Read once for all tests.
fn house() -> &'static House {
    static HOUSE: LazyLock<House> = LazyLock::new(House::read);
    &HOUSE
}

struct House {
    files: Vec<File>,
    /// Module to its file, by place in `files`.
    modules: BTreeMap<Vec<String>, usize>,
    /// What a module hands on under a name of its own: the name to the path it stands for.
    handed_on: BTreeMap<(Vec<String>, String), Vec<String>>,
    /// Every import from one file to another.
    imports: BTreeSet<(String, String)>,
}

impl House {
    fn read() -> Self {
        let files: Vec<File> = sources()
            .into_iter()
            .map(|path| File {
                module: module_of(&path),
                code: without_tests(&without_words(&fs::read_to_string(&path).unwrap())),
                path: shown(&path),
            })
            .collect();
        let modules = files
            .iter()
            .enumerate()
            .map(|(at, file)| (file.module.clone(), at))
            .collect();
        let mut house = House {
            files,
            modules,
            handed_on: BTreeMap::new(),
            imports: BTreeSet::new(),
        };
        let named: Vec<Vec<Named>> = house
            .files
            .iter()
            .map(|file| paths_in(&file.code))
            .collect();
        let mut handed_on = BTreeMap::new();
        for (file, named) in house.files.iter().zip(&named) {
            for Named { path, name, kind } in named {
                if *kind == Kind::HandedOn
                    && let Some(path) = house.absolute(&file.module, path)
                {
                    handed_on.insert((file.module.clone(), name.clone()), path);
                }
            }
        }
        house.handed_on = handed_on;
        house.imports = house
            .files
            .iter()
            .zip(&named)
            .flat_map(|(file, named)| house.imports_of(file, named))
            .collect();
        house
    }

    /// Every file that one file imports. What it only hands on of what is below it is no import of its own.
    fn imports_of(&self, file: &File, named: &[Named]) -> BTreeSet<(String, String)> {
        // Modules that it calls by their last name: `use crate::figure; figure::number(text)`.
        let called: BTreeMap<&str, Vec<String>> = named
            .iter()
            .filter(|named| named.kind != Kind::InCode)
            .filter_map(|named| {
                Some((
                    named.name.as_str(),
                    self.absolute(&file.module, &named.path)?,
                ))
            })
            .filter(|(_, path)| self.modules.contains_key(path))
            .collect();
        let mut imports = BTreeSet::new();
        for Named { path, kind, .. } in named {
            let whole = match called.get(path[0].as_str()) {
                Some(module) if *kind == Kind::InCode => [module, &path[1..]].concat(),
                _ => match self.absolute(&file.module, path) {
                    Some(whole) => whole,
                    None => continue,
                },
            };
            let Some(to) = self.file_of(&whole, 0).map(|at| &self.files[at]) else {
                continue;
            };
            let is_below = to.module.starts_with(&file.module);
            if to.path != file.path && !(*kind == Kind::HandedOn && is_below) {
                imports.insert((file.path.clone(), to.path.clone()));
            }
        }
        imports
    }

    /// A path from the crate on; `None` where it leads out of the house.
    fn absolute(&self, module: &[String], path: &[String]) -> Option<Vec<String>> {
        let mut whole: Vec<String> = match path[0].as_str() {
            "crate" => module[..1].to_vec(),
            "self" => module.to_vec(),
            "super" => module[..module.len() - 1].to_vec(),
            name if self.modules.contains_key(&vec![name.to_owned()]) => vec![name.to_owned()],
            // A module below, or something of another house.
            name => {
                let mut below = module.to_vec();
                below.push(name.to_owned());
                self.modules.contains_key(&below).then_some(below)?
            }
        };
        for part in &path[1..] {
            if part == "super" {
                whole.pop();
            } else {
                whole.push(part.clone());
            }
        }
        Some(whole)
    }

    /// The file in which what a path names is written.
    fn file_of(&self, path: &[String], depth: usize) -> Option<usize> {
        let mut module = path[..1].to_vec();
        for (at, part) in path.iter().enumerate().skip(1) {
            let mut below = module.clone();
            below.push(part.clone());
            if self.modules.contains_key(&below) {
                module = below;
                continue;
            }
            if depth < 8
                && let Some(target) = self.handed_on.get(&(module.clone(), part.clone()))
            {
                let mut target = target.clone();
                target.extend_from_slice(&path[at + 1..]);
                return self.file_of(&target, depth + 1);
            }
            break;
        }
        self.modules.get(&module).copied()
    }
}

fn sources() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = vec![root.join("src")];
    for member in fs::read_dir(root.join("crates")).into_iter().flatten() {
        folders.push(member.unwrap().path().join("src"));
    }
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") && !path.ends_with("tests.rs") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn shown(path: &Path) -> String {
    let path = path.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap();
    path.to_str().unwrap().replace('\\', "/")
}

/// `crates/domain/src/evaluation/score.rs` is `juesuan::evaluation::score`, `crates/ask/src/desk.rs` `juesuan_ask::desk`.
fn module_of(path: &Path) -> Vec<String> {
    let shown = shown(path);
    let (name, inside) = match shown.strip_prefix("crates/") {
        Some(rest) => {
            let (name, inside) = rest.split_once("/src/").unwrap();
            (format!("juesuan_{}", name.replace('-', "_")), inside)
        }
        // The program is a crate of its own beside the library of the same name.
        None => {
            let inside = shown.strip_prefix("src/").unwrap();
            let of_program = inside == "main.rs" || inside.starts_with("page/");
            (
                (if of_program { "main" } else { "juesuan" }).to_owned(),
                inside,
            )
        }
    };
    let inside = inside.strip_suffix(".rs").unwrap();
    let parts = inside
        .split('/')
        .filter(|part| !matches!(*part, "mod" | "lib" | "main"));
    std::iter::once(name)
        .chain(parts.map(str::to_owned))
        .collect()
}

/// Code without comments, texts and characters.
fn without_words(code: &str) -> String {
    let mut plain = String::with_capacity(code.len());
    let mut rest = code;
    while let Some(first) = rest.chars().next() {
        let skipped = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if let Some(raw) = rest.strip_prefix("r#\"") {
            raw.find("\"#").map_or(rest.len(), |end| end + 5)
        } else if first == '"' {
            let mut escaped = false;
            let end = rest[1..].find(|c| {
                let ends = c == '"' && !escaped;
                escaped = c == '\\' && !escaped;
                ends
            });
            end.map_or(rest.len(), |end| end + 2)
        } else if let Some(length) = character(rest) {
            length
        } else {
            plain.push(first);
            rest = &rest[first.len_utf8()..];
            continue;
        };
        plain.push(' ');
        // Lines stay what they were.
        plain.extend(rest[..skipped].chars().filter(|c| *c == '\n'));
        rest = &rest[skipped..];
    }
    plain
}

/// The length of the character that code begins with: `'"'`, `'\\n'`; none of a lifetime.
fn character(code: &str) -> Option<usize> {
    let inside = code.strip_prefix('\'')?;
    let length = match inside.strip_prefix('\\') {
        Some(escaped) => 2 + escaped.get(1..)?.find('\'')?,
        None => inside.chars().next()?.len_utf8(),
    };
    inside[length..].starts_with('\'').then_some(length + 2)
}

/// Code without what only tests see: `mod tests;` or a block.
fn without_tests(code: &str) -> String {
    let mut plain = String::with_capacity(code.len());
    let mut parts = code.split("#[cfg(test)]");
    plain.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let mut depth = 0;
        let end = part.find(|c| {
            depth += i32::from(c == '{') - i32::from(c == '}');
            depth == 0 && matches!(c, ';' | '}')
        });
        plain.push_str(end.map_or("", |end| &part[end + 1..]));
    }
    plain
}

/// Every function that has a body, and its lines from `fn` to the last brace. What stands in `html!` is
/// markup, and counts as one line.
fn functions(code: &str) -> Vec<(&str, usize)> {
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    let mut found = Vec::new();
    for (at, _) in code.match_indices("fn ") {
        let rest = &code[at + "fn ".len()..];
        let name = &rest[..rest.find(|c| !is_name(c)).unwrap_or(rest.len())];
        if name.is_empty() || code[..at].ends_with(is_name) {
            continue;
        }
        // A `;` in brackets is the length of an array.
        let mut depth = 0;
        let body = rest.find(|c| {
            depth += i32::from(matches!(c, '(' | '[')) - i32::from(matches!(c, ')' | ']'));
            depth == 0 && matches!(c, '{' | ';')
        });
        let Some(body) = body.filter(|body| rest[*body..].starts_with('{')) else {
            continue;
        };
        let whole = &rest[..body + block(&rest[body..])];
        let mut lines = 1 + whole.matches('\n').count();
        let mut left = whole;
        while let Some((_, markup)) = left.split_once("html! ") {
            let end = block(markup);
            lines -= markup[..end].matches('\n').count();
            left = &markup[end..];
        }
        found.push((name, lines));
    }
    found
}

/// Where the block ends that code begins with.
fn block(code: &str) -> usize {
    let mut depth = 0;
    let end = code.find(|c| {
        depth += i32::from(c == '{') - i32::from(c == '}');
        depth == 0
    });
    end.map_or(code.len(), |end| end + 1)
}

fn words(code: &str) -> impl Iterator<Item = &str> {
    code.split(|c: char| !(c.is_alphanumeric() || c == '_'))
}

/// A path as a file writes it.
struct Named {
    path: Vec<String>,
    /// What it is called from there on: its last part, or what `as` says.
    name: String,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Used,
    /// `pub use`
    HandedOn,
    InCode,
}

/// Every path in `use` lines and in the code.
fn paths_in(code: &str) -> Vec<Named> {
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    let mut found = Vec::new();
    let mut rest = code;
    let mut before = "";
    while let Some(at) = rest.find(is_name) {
        let end = rest[at..].find(|c| !is_name(c));
        let end = at + end.unwrap_or(rest.len() - at);
        let word = &rest[at..end];
        if word == "use" {
            let kind = if before == "pub" {
                Kind::HandedOn
            } else {
                Kind::Used
            };
            let to = rest[end..].find(';').map_or(rest.len(), |to| end + to);
            tree(&rest[end..to], &[], &mut |path, name| {
                found.push(Named { path, name, kind });
            });
            rest = &rest[to..];
            before = "";
            continue;
        }
        if rest[end..].starts_with("::") {
            let to = rest[at..].find(|c| !(is_name(c) || c == ':'));
            let to = at + to.unwrap_or(rest.len() - at);
            let path = rest[at..to].split("::").filter(|part| !part.is_empty());
            let path: Vec<String> = path.map(str::to_owned).collect();
            let name = path.last().cloned().unwrap_or_default();
            found.push(Named {
                path,
                name,
                kind: Kind::InCode,
            });
            rest = &rest[to..];
            before = "";
        } else {
            // `pub(crate)` is two words, and hands on too.
            if !(before == "pub" && matches!(word, "crate" | "super")) {
                before = word;
            }
            rest = &rest[end..];
        }
    }
    found
}

/// The paths of a `use` tree, each with what it is called.
fn tree(text: &str, before: &[String], found: &mut impl FnMut(Vec<String>, String)) {
    let text = text.trim();
    let (head, group) = match text.split_once('{') {
        Some((head, group)) => (head, group.rsplit_once('}').map(|(group, _)| group)),
        None => (text, None),
    };
    let (head, called) = match head.split_once(" as ") {
        Some((head, called)) => (head, Some(called.trim())),
        None => (head, None),
    };
    let parts = head.split("::").map(str::trim);
    let parts = parts
        .filter(|part| !part.is_empty() && *part != "*" && (*part != "self" || before.is_empty()));
    let path: Vec<String> = before
        .iter()
        .cloned()
        .chain(parts.map(str::to_owned))
        .collect();
    let Some(group) = group else {
        if let Some(last) = path.last() {
            let name = called.unwrap_or(last).to_owned();
            found(path, name);
        }
        return;
    };
    let (mut depth, mut from) = (0, 0);
    for (at, c) in group.char_indices().chain([(group.len(), ',')]) {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                if !group[from..at].trim().is_empty() {
                    tree(&group[from..at], &path, found);
                }
                from = at + 1;
            }
            _ => {}
        }
    }
}

/// Groups of files that reach each other.
fn circles(imports: &BTreeSet<(String, String)>) -> Vec<Vec<String>> {
    // What nothing imports, or imports nothing, is in none: mostly little is left to look at.
    let mut left: Vec<&(String, String)> = imports.iter().collect();
    loop {
        let from: BTreeSet<&str> = left.iter().map(|(from, _)| from.as_str()).collect();
        let to: BTreeSet<&str> = left.iter().map(|(_, to)| to.as_str()).collect();
        let before = left.len();
        left.retain(|(a, b)| to.contains(a.as_str()) && from.contains(b.as_str()));
        if left.len() == before {
            break;
        }
    }
    let mut all: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (from, to) in left {
        all.entry(from).or_default().push(to);
    }
    let reached: BTreeMap<&str, BTreeSet<&str>> = all
        .keys()
        .map(|file| {
            let mut open = vec![*file];
            let mut seen = BTreeSet::new();
            while let Some(file) = open.pop() {
                open.extend(
                    all.get(file)
                        .into_iter()
                        .flatten()
                        .filter(|to| seen.insert(**to)),
                );
            }
            (*file, seen)
        })
        .collect();
    let reaches = |from: &str, to: &str| reached.get(from).is_some_and(|seen| seen.contains(to));
    let mut circles: BTreeSet<Vec<String>> = BTreeSet::new();
    for (file, seen) in reached.iter().filter(|(file, seen)| seen.contains(*file)) {
        let others = seen.iter().filter(|other| reaches(other, file));
        circles.insert(others.map(|other| (*other).to_owned()).collect());
    }
    circles.into_iter().collect()
}
