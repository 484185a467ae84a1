//! Formulas, on one line: `收入/支出`, `x^2`, `√(2)`.

use super::styles::value;
use super::walk::{Line, Walk};
use crate::xml::Element;

impl<'a> Walk<'a> {
    /// Adds a part of a formula.
    pub(super) fn formula(
        &mut self,
        element: &'a Element,
        hidden: Option<bool>,
        line: &mut Line<'a>,
    ) {
        let sign = |properties: &str, name: &str, usual: &'static str| {
            let said = element.path(&[properties, name]).and_then(value);
            said.unwrap_or(usual).chars().take(4).collect::<String>()
        };
        match &*element.name {
            "f" => {
                self.argument(element, "num", hidden, line);
                self.put("/", line);
                self.argument(element, "den", hidden, line);
            }
            "rad" => {
                self.argument(element, "deg", hidden, line);
                self.put("√(", line);
                self.argument(element, "e", hidden, line);
                self.put(")", line);
            }
            "d" => {
                let (open, parting, close) = (
                    sign("dPr", "begChr", "("),
                    sign("dPr", "sepChr", "|"),
                    sign("dPr", "endChr", ")"),
                );
                self.put(&open, line);
                for (number, argument) in element.all("e").enumerate() {
                    if number > 0 {
                        self.put(&parting, line);
                    }
                    self.inline(argument, hidden, line);
                }
                self.put(&close, line);
            }
            "nary" => {
                self.put(&sign("naryPr", "chr", "∫"), line);
                self.scripts(element, hidden, line);
                self.argument(element, "e", hidden, line);
            }
            _ => {
                self.argument(element, "e", hidden, line);
                self.scripts(element, hidden, line);
            }
        }
    }

    /// What is set lower or higher. Put beside its base, it would be another number.
    fn scripts(&mut self, element: &'a Element, hidden: Option<bool>, line: &mut Line<'a>) {
        for (name, before) in [("sub", "_"), ("sup", "^")] {
            if element
                .child(name)
                .is_some_and(|it| !it.children.is_empty())
            {
                self.put(before, line);
                self.argument(element, name, hidden, line);
            }
        }
    }

    fn argument(
        &mut self,
        element: &'a Element,
        name: &str,
        hidden: Option<bool>,
        line: &mut Line<'a>,
    ) {
        if let Some(argument) = element.child(name) {
            self.inline(argument, hidden, line);
        }
    }
}
