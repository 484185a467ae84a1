use super::Words;
use crate::page::Shell;

impl Shell for Words {
    texts! {
        product = "Final accounts and performance self-evaluation";
        language = "Language";
        scheme = "Colours";
        scheme_system = "As the system";
        scheme_light = "Light";
        scheme_dark = "Dark";
        blank_zeros = "Blank zeros in tables";
        about = "About";
        skip = "Skip to content";
        build_hint = "The version of this page’s program, and a checksum of all its files (the first 16 digits of SHA-256). The same checksum in two places means the same program.";
        update_ready = "A new version is ready. What you typed is saved before the update.";
        update_now = "Update now";
        update_later = "Later";
        update_at_risk = "The open workbook is not saved yet, so nothing was updated. Click “Save file” first, or save a copy.";
        local_only = "Data stays on this machine; nothing is uploaded";
        undo = "Undo";
        redo = "Redo";
        drop_to_open = "Let go to open the files";
        drop_to_combine = "Let go to bring these forms together";
        open = "Open";
        print = "Print";
        print_all = "Print all";
        cancel = "Cancel";
        save = "Save file";
        home = "Home";
        close = "Close";
        nav_label = "Views";
        nav_quick = "Quick figures";
        nav_forms = "Self-evaluation";
        nav_rules = "Scoring rules and settings";
        nav_several = "Consolidation";
        nav_consolidate = "Several units";
        nav_add = "+ Add a project form";
        year_word = "Year";
        nav_accounts = "Final accounts";
        nav_tables = "Tables";
        nav_facts = "Facts for the text";
        nav_text = "Explanatory text";
        nav_identities = "Cross-checks";
        save_none = "Not saved yet";
        save_full = "The browser’s storage is full, and the last changes were not saved: click “Save file”, then delete workbooks you no longer need from the start page.";
        save_forbidden = "The browser does not let this page store anything; closing it loses what you typed. Click “Save file”.";
        save_conflict = "This workbook is open or was changed in another window. To avoid overwriting each other, this window does not save.";
        save_deleted = "This workbook was deleted elsewhere, and this window no longer saves it. To keep what is on the screen, save a copy or click “Save file”.";
        save_conflict_copy = "Save a copy and go on";
        rest_not_loaded = "A part of this page could not be loaded: check the network, open the page again, and try once more.";
        file_unreadable = "The file could not be read: check that it is still there and that you may read it.";
        file_too_large = "The file is larger than 20 MB, which no file saved by this tool is.";
        file_saved = "Saved to the file.";
        file_not_saved = "The file was not saved: check that no other program holds it and that the disk can be written, then try again.";
        unsaved_first = "The open workbook is not saved yet, so nothing else was opened. Click “Save file” first, or save a copy.";
        delete_failed = "It was not deleted: the browser’s storage is not available. Open this page again and try once more.";
        restore_failed = "It could not be restored: the browser’s storage is full or not available.";
        no_forms = "This workbook has no self-evaluation form to open.";
        stored_no_text = "What was saved here is not a workbook and cannot be opened. Delete it from the start page.";
        stored_unreadable = "What was saved cannot be read, and was left as it is: ";
        frame_without_origin = "The address of this frame does not name the portal: add it, for example ?embed=1&origin=https://portal.example.";
        crashed_embedded = "The form has stopped because of an unexpected error. Reload the page around it to go on.";
        crashed = "The program has stopped because of an unexpected error. What you typed is saved; open this page again to go on.";
        bad_file = "Argument file: this takes a File, or the content of one (Blob, ArrayBuffer, Uint8Array) with its name in the argument name.";
        undoable = "It can be undone.";
    }

    fn named(&self, name: &str, what: &str) -> String {
        format!("{name}: {what}")
    }

    fn list(&self, parts: &[String]) -> String {
        parts.join(", ")
    }

    fn bad_value(&self, value: &str, why: &str) -> String {
        format!("Argument value: “{value}”: {why}")
    }

    fn version(&self, version: &str) -> String {
        format!("Version {version}")
    }

    fn checksum(&self, checksum: &str) -> String {
        format!("Checksum {checksum}")
    }

    fn saved_at(&self, time: &str) -> String {
        format!("Saved {time}")
    }

    fn deleted(&self, unit: &str) -> String {
        let unit = match unit.trim() {
            "" => "The workbook without a unit name",
            unit => return format!("“{unit}” was deleted."),
        };
        format!("{unit} was deleted.")
    }
}
