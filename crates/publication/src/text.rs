//! The whole in its order, and the text: sentences, figures, key work, glossary.

use crate::drawing::{At, Drawing};
use crate::parts::Part;
use crate::titles::{Role, numbered_part, parts};
use crate::writing::{Gap, Writing, place_of};
use juesuan_domain::accounts::{Cell, ChartKind, WorkField};
use juesuan_domain::chart::Chart;
use juesuan_domain::disclosure::{Entry, Missing, Piece, Section, Sentence, Why, WorkRow, Written};
use juesuan_domain::{Place, read_year};
use juesuan_exchange::{WORK_COLUMNS, paragraph_lines};
use juesuan_figure::chinese_numeral;
use juesuan_paper::TextStyle;
use juesuan_say::official::published as words;
use time::Date;

impl Writing<'_> {
    /// Everything that is asked for, in its order.
    pub(crate) fn whole(&mut self, today: Option<Date>) {
        if self.parts.has(Part::Cover) {
            self.cover(today);
        }
        if self.parts.has(Part::Contents) {
            self.contents();
        }
        let mut number = 0;
        let mut tables_written = false;
        for (role, title, sections) in parts(&self.assessment.accounts.disclosure) {
            if role == Role::Text && !tables_written {
                tables_written = true;
                number += 1;
                self.part_of_tables(number);
            }
            number += 1;
            if self.parts.has(part_of(role)) {
                let title = numbered_part(number, &self.titles.part(role, title));
                self.page(false);
                self.heading(1, title);
                for section in sections {
                    self.section(section);
                }
            }
        }
        let annexed = self.annexed();
        for (at, form) in annexed.into_iter().enumerate() {
            self.page(false);
            if at == 0 && self.parts.has(Part::Forms) {
                self.heading(1, words::ANNEX.to_owned());
            }
            self.form(form);
        }
    }

    fn cover(&mut self, today: Option<Date>) {
        if self.workbook.unit().is_empty() {
            let unit =
                juesuan_domain::evaluation::Cell::Form(juesuan_domain::evaluation::FormField::Unit);
            self.gap(Some(Place::Form(0, unit)), "");
        }
        let year = read_year(&self.workbook.year).year();
        if year.is_none() {
            self.gap(Some(Place::Accounts(Cell::Year)), "");
        }
        self.styled(self.titles.unit.clone(), TextStyle::CoverTitle);
        self.styled(self.titles.of_year(), TextStyle::CoverTitle);
        // Accounts are published in the year after theirs; any other date says nothing of them.
        let today = today.filter(|today| {
            year.is_some_and(|year| i64::from(today.year()) == i64::from(year) + 1)
        });
        if let Some(today) = today {
            let month = u32::from(u8::from(today.month()));
            self.styled(words::month(today.year(), month), TextStyle::CoverLine);
        }
    }

    fn contents(&mut self) {
        self.page(false);
        self.styled(words::CONTENTS.to_owned(), TextStyle::ContentsTitle);
        let mut number = 0;
        let mut tables_listed = false;
        let mut lines = Vec::new();
        for (role, title, sections) in parts(&self.assessment.accounts.disclosure) {
            if role == Role::Text && !tables_listed {
                tables_listed = true;
                number += 1;
                if self.parts.has(Part::Tables) {
                    lines.push(numbered_part(number, &self.titles.tables()));
                    let tables = self.reckoned().layout.in_print();
                    lines.extend((1..).zip(tables).map(|(number, table)| {
                        words::listed(&chinese_numeral(number), &table.title)
                    }));
                }
            }
            number += 1;
            if self.parts.has(part_of(role)) {
                lines.push(numbered_part(number, &self.titles.part(role, title)));
                let titles = sections.iter().map(|section| section.title.clone());
                lines.extend(titles.filter(|title| !title.is_empty()));
            }
        }
        if self.parts.has(Part::Forms) && !self.annexed().is_empty() {
            lines.push(words::ANNEX.to_owned());
        }
        for line in lines {
            self.styled(line, TextStyle::ContentsLine);
        }
    }

    fn part_of_tables(&mut self, number: u32) {
        let is_asked_for = self.parts.has(Part::Tables);
        let title = is_asked_for.then(|| numbered_part(number, &self.titles.tables()));
        self.tables(title);
    }

    /// The forms that are asked for and stand nowhere in the text that is.
    fn annexed(&self) -> Vec<usize> {
        let sections = self.assessment.accounts.disclosure.sections.iter();
        let blocks = sections.flat_map(|section| &section.blocks);
        let placed: Vec<usize> = blocks
            .filter_map(|block| match **block {
                Written::Form(at) => Some(at),
                _ => None,
            })
            .collect();
        let in_text = self.parts.has(Part::Text);
        let forms = 0..self.workbook.forms.len();
        forms
            .filter(|at| self.parts.has_form(*at))
            .filter(|at| !(in_text && placed.contains(at)))
            .collect()
    }

    fn section(&mut self, section: &Section) {
        if !section.title.is_empty() {
            self.heading(2, section.title.clone());
        }
        let waits = section.blocks.iter().any(|block| match &**block {
            Written::Paragraph(sentences) => sentences.iter().any(|sentence| sentence.waits),
            _ => false,
        });
        let mut written = self.blocks.len();
        let mut blocks = section.blocks.iter().peekable();
        while let Some(block) = blocks.next() {
            self.block(block, waits);
            if matches!(**block, Written::Heading(_)) {
                written = self.blocks.len();
            }
            let ends = blocks
                .peek()
                .is_none_or(|next| matches!(***next, Written::Heading(_)));
            // A title with nothing below it would pass for a section that is done.
            if ends && self.blocks.len() == written {
                let gap = self.gap(None, &section.title);
                self.paragraph(gap);
            }
        }
    }

    fn block(&mut self, block: &Written, waits: bool) {
        match block {
            Written::Heading(heading) => self.heading(3, heading.clone()),
            Written::Paragraph(sentences) => self.sentences(sentences),
            Written::Chart(kind, Some(chart)) => self.chart(*kind, chart),
            // Without its numbers; where there is nothing to draw there is no figure.
            Written::Chart(kind, None) if waits => {
                let gap = self.gap(None, words::figure(*kind));
                self.figures += 1;
                let caption = words::caption(self.figures, words::figure(*kind));
                self.styled(format!("{caption}{gap}"), TextStyle::Caption);
            }
            Written::Chart(_, None) => {}
            Written::Form(at) => {
                if self.parts.has_form(*at) {
                    self.form(*at);
                }
            }
            Written::Work(rows) => self.work(rows),
            Written::Glossary(entries) => self.glossary(entries),
        }
    }

    fn sentences(&mut self, sentences: &[Sentence]) {
        for sentence in sentences
            .iter()
            .filter(|sentence| !sentence.draft.is_empty())
        {
            let gaps = sentence.missing.iter().map(gap_of);
            self.gaps.extend(gaps);
        }
        for line in paragraph_lines(sentences, drafted) {
            self.paragraph(closed_up(line));
        }
    }

    fn chart(&mut self, kind: ChartKind, chart: &Chart) {
        self.figures += 1;
        self.picture(chart.to_svg(), chart.alternative.clone());
        let caption = words::caption(self.figures, words::figure(kind));
        self.styled(caption, TextStyle::Caption);
    }

    fn work(&mut self, rows: &[WorkRow]) {
        if rows.is_empty() {
            let gap = self.gap(None, words::WORK);
            self.paragraph(gap);
            return;
        }
        let mut drawing = Drawing::new(vec![6, 18, 34, 34, 10]);
        drawing.look.heads = 1;
        drawing.look.sheet = Some(words::WORK.to_owned());
        for (at, head) in WORK_COLUMNS.into_iter().enumerate() {
            drawing.head(At::one(0, at), head);
        }
        for (at, row) in rows.iter().enumerate() {
            let place = |field| Place::Accounts(Cell::Work(at, field));
            let texts = [
                (at + 1).to_string(),
                self.or_gap(&row.matter, place(WorkField::Matter)),
                self.or_gap(&row.target, place(WorkField::Target)),
                self.or_gap(&row.progress, place(WorkField::Progress)),
                row.rate.clone(),
            ];
            for (column, text) in texts.into_iter().enumerate() {
                drawing.put(At::one(at + 1, column), text);
            }
        }
        self.table(drawing);
    }

    fn glossary(&mut self, entries: &[Entry]) {
        for (at, entry) in entries.iter().enumerate() {
            let text = match (entry.text.trim(), entry.cell) {
                ("", cell) => self.gap(cell.map(Place::Accounts), &entry.term),
                (text, _) => text.to_owned(),
            };
            self.paragraph(words::explained(at + 1, &entry.term, &text));
        }
    }
}

/// Of gaps one behind the other one is left.
fn closed_up(mut line: String) -> String {
    let twice = words::GAP.repeat(2);
    while line.contains(&twice) {
        line = line.replace(&twice, words::GAP);
    }
    line
}

/// A sentence as it is printed; where something is missing, with what stands in its place.
fn drafted(sentence: &Sentence) -> Option<String> {
    if sentence.draft.is_empty() {
        return (!sentence.waits).then(|| sentence.text());
    }
    let pieces = sentence.draft.iter().map(|piece| match piece {
        Ok(Piece::Words(words)) => words.as_str(),
        Ok(Piece::Figure(figure)) => figure.shown.as_str(),
        Err(_) => words::GAP,
    });
    Some(pieces.collect())
}

fn gap_of(missing: &Missing) -> Gap {
    Gap {
        place: place_of(missing.source),
        name: missing.name.clone(),
        is_reason: missing.why == Why::Reason,
    }
}

fn part_of(role: Role) -> Part {
    match role {
        Role::Profile => Part::Profile,
        Role::Text => Part::Text,
        Role::Work => Part::Work,
        Role::Glossary => Part::Glossary,
    }
}
