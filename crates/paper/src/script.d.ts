
/** What a document says, in reading order, and where. */
export interface Paper {
    /** The name of the file, as it was handed over. */
    name?: string;
    /** What kind of file it was, by its content. */
    kind: "pdf" | "docx" | "xlsx" | "xls" | "ods" | "ofd" | "html" | "text";
    /** Of PDF and OFD: the size of each page as it is displayed, in points. */
    pages?: { width: number; height: number }[];
    blocks: Block[];
    /** What was left out, or read in a way that should be known. */
    notes: Note[];
    /** Of a paper that is to be written: how its blocks are to look. Readers leave it out. */
    looks?: Look[];
}

/** How one block is to look when it is written. */
export interface Look {
    /** From 0. */
    block: number;
    style?: "coverTitle" | "coverLine" | "contentsTitle" | "contentsLine" | "tableTitle" | "tableLine" | "tableNote" | "caption";
    /** Of a page break: what follows lies on its side, until the next one. */
    landscape?: boolean;
    /** Of a table: the name of its sheet. */
    sheet?: string;
    /** Of a table: how many of its first rows are heads, repeated on each page. */
    heads?: number;
    /** Of a table: how wide its columns are, in parts of the whole. */
    widths?: number[];
    cells?: CellLook[];
    /** Of a picture. */
    svg?: string;
    alt?: string;
}

/** How one cell is to look. */
export interface CellLook {
    row: number;
    column: number;
    align?: "left" | "center" | "right";
    /** Without `=`. `[4,2]` is a cell of the same table (row, column, from 0), `[7:4,2]` one of the table in block 7. */
    formula?: string;
    bold?: boolean;
    /** In characters. */
    indent?: number;
}

/** A part of a document. Headings and paragraphs have the numbers that a word processor prints before them. */
export type Block =
    | { type: "heading"; level: number; text: string; place: Place; runs?: Run[] }
    | { type: "paragraph"; text: string; place: Place; runs?: Run[] }
    | { type: "table"; rows: Cell[][]; place: Place }
    | { type: "picture"; place: Place }
    | { type: "pageBreak"; place: Place };

/** A cell of a table. Spans of 1 are left out; a covered cell is not listed. */
export interface Cell {
    text: string;
    /** Its first row, from 0. */
    row: number;
    /** Its first column, from 0. */
    column: number;
    rows?: number;
    columns?: number;
    place: Place;
    runs?: Run[];
}

/** Characters that stand side by side on one line of a page. */
export interface Run {
    /** In the text of the block or cell, in UTF-16 units. */
    start: number;
    end: number;
    page: number;
    box: [left: number, top: number, right: number, bottom: number];
    /** The right edge of each UTF-16 unit. */
    ends: number[];
}

/** A place: as much of it as the kind of file knows. */
export interface Place {
    /** From 1. */
    page?: number;
    /** In points from the top left of the page as it is displayed. */
    box?: [left: number, top: number, right: number, bottom: number];
    /** From 0. */
    block: number;
    row?: number;
    column?: number;
    sheet?: string;
    /** As a spreadsheet names it: `B7`. */
    cell?: string;
    /** In the text of the block or cell, in UTF-16 units. */
    start?: number;
    end?: number;
}

export interface Note {
    code:
        | "running-head" | "page-number" | "scanned-page" | "unreadable-font" | "turned-text" | "hidden-sheet" | "hidden-rows"
        | "hidden-text" | "tracked-changes" | "no-value" | "shortened" | "damaged-part" | "unread-part" | "overlay" | "guessed-encoding";
    /** One sentence. */
    message: string;
    place?: Place;
    /** Pages it is about, from 1. */
    pages?: number[];
    count?: number;
    text?: string;
}
