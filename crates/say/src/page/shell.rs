/// Around every view: the bar above, the way to the views, and what is said of saving and opening.
pub trait Shell {
    texts! {
        product;
        /// What the choice of a language is called.
        language;
        /// What the choice of light or dark is called, and what there is to choose.
        scheme;
        scheme_system;
        scheme_light;
        scheme_dark;
        /// Cells of tables that come to nothing are left blank.
        blank_zeros;
        /// Version and checksum.
        about;
        /// Past the menu, to the view.
        skip;
        build_hint;
        update_ready;
        update_now;
        update_later;
        update_at_risk;
        local_only;
        undo;
        redo;
        /// While files hang over the page.
        drop_to_open;
        drop_to_combine;
        open;
        print;
        print_all;
        cancel;
        save;
        home;
        close;
        nav_label;
        nav_quick;
        nav_forms;
        nav_rules;
        nav_several;
        nav_consolidate;
        nav_add;
        year_word;
        nav_accounts;
        nav_tables;
        nav_facts;
        nav_text;
        nav_identities;
        save_none;
        save_full;
        save_forbidden;
        save_conflict;
        save_deleted;
        save_conflict_copy;
        rest_not_loaded;
        file_unreadable;
        file_too_large;
        file_saved;
        file_not_saved;
        unsaved_first;
        delete_failed;
        restore_failed;
        no_forms;
        stored_no_text;
        stored_unreadable;
        /// In a frame whose address does not say whose.
        frame_without_origin;
        /// Where a portal keeps what was typed.
        crashed_embedded;
        crashed;
        /// What a script handed over is no file.
        bad_file;
        /// Said where something changed, at the end of the sentence.
        undoable;
    }

    /// Something and what it is: `理由：…`.
    fn named(&self, name: &str, what: &str) -> String;

    /// One after another: `甲、乙`.
    fn list(&self, parts: &[String]) -> String;

    /// What a script handed over is none of ours.
    fn bad_value(&self, value: &str, why: &str) -> String;

    fn version(&self, version: &str) -> String;

    fn checksum(&self, checksum: &str) -> String;

    fn saved_at(&self, time: &str) -> String;

    fn deleted(&self, unit: &str) -> String;
}
