//! Remarks and who signs them, and the list of findings and remarks on paper.

use super::App;
use crate::page::clock::today;
use crate::page::document::{Document, Place};
use crate::page::{files, offline, remembered};
use juesuan::exchange::{report, report_cells};
use juesuan::review::{Remarking, Signature};
use juesuan::shown_year;
use yew::prelude::*;

impl App {
    /// Writes a remark, signed by whoever reviews here.
    pub(super) fn write_remark(&mut self, place: Place, text: String) -> bool {
        let by = Signature {
            author: self.reading.reviewer().trim().to_owned(),
            date: today(),
        };
        self.edit(&place.remarking(Remarking::Write { text, by }))
    }

    /// The name of whoever reviews is given: it is remembered, and signs the remark that is being written.
    pub(super) fn sign(&mut self) {
        let name = self.reading.reviewer().trim();
        if self.host.portal.is_none() {
            remembered::remember(remembered::REVIEWER, name);
        }
        let written = self.current.zip(self.document.as_ref());
        let written = written.and_then(|(place, document)| {
            let (author, text) = place.remark(document.workbook())?;
            author.is_blank().then(|| (place, text.to_string()))
        });
        if let Some((place, text)) = written {
            self.write_remark(place, text);
        }
    }

    /// Findings and remarks with a head, as they are printed.
    pub(super) fn printed_list(&self, document: &Document) -> Html {
        let words = self.words;
        let workbook = document.workbook();
        let (year, unit) = (shown_year(&workbook.year), workbook.unit());
        let lines = report(workbook, document.assessment(), words.language);
        let head = [
            unit.to_owned(),
            year,
            files::workbook_name(&workbook.year, unit),
            today().map_or_else(String::new, |day| day.to_string()),
            self.reading.reviewer().trim().to_owned(),
            offline::build().map_or_else(String::new, |(version, _)| version),
        ];
        let head = words.head_labels().into_iter().zip(head);
        html! {
            <section class="printed-list only-print">
                <h1>{ words.hand_on() }</h1>
                <dl>
                    { for head.filter(|(_, value)| !value.is_empty()).map(|(label, value)| html! {
                        <div><dt>{ label }</dt><dd>{ words.mixed(&value) }</dd></div>
                    }) }
                </dl>
                if lines.is_empty() {
                    <p>{ words.hand_on_empty() }</p>
                } else {
                    <table>
                        <thead><tr>{ for words.report_columns().map(|head| html! { <th scope="col">{ head }</th> }) }</tr></thead>
                        <tbody>
                            { for lines.iter().enumerate().map(|(at, line)| html! {
                                <tr>{ for report_cells(at + 1, line).iter().map(|cell| html! { <td>{ words.mixed(cell) }</td> }) }</tr>
                            }) }
                        </tbody>
                    </table>
                }
            </section>
        }
    }
}
