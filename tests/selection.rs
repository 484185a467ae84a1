//! The selected block, in forms and tables alike: drawn, copied, emptied, filled down.

use juesuan::address::{Going, Grid, Towards};
use juesuan::exchange::read_workbook;
use juesuan::session::{Selection, grid_of, grid_with, pasting};
use juesuan::{Edit, GridOf, History, Place, Workbook};
use proptest::prelude::*;

fn example() -> Workbook {
    let bytes = std::fs::read(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/static/example.juesuan.json"
    ));
    read_workbook(&bytes.unwrap()).unwrap()
}

fn place(path: &str) -> Place {
    path.parse().unwrap_or_else(|e| panic!("{path}: {e}"))
}

fn block(workbook: &Workbook, from: &str, to: &str) -> Selection {
    let selection = Selection::at(workbook, place(from));
    let selection = selection.unwrap_or_else(|| panic!("{from} stands in no grid"));
    selection.to(workbook, place(to))
}

fn typed(workbook: &Workbook, path: &str) -> String {
    place(path).text(workbook).unwrap()
}

/// Rows and columns of a block, from the first to the last.
fn extent(selection: Selection) -> ((usize, usize), (usize, usize)) {
    let (rows, columns) = (selection.block.rows(), selection.block.columns());
    (
        (*rows.start(), *rows.end()),
        (*columns.start(), *columns.end()),
    )
}

#[test]
fn a_block_reaches_from_the_first_cell_to_the_last_within_one_grid() {
    let workbook = example();
    let at = |goal: usize, row, field| format!("forms[0].goals[{goal}].indicators[{row}].{field}");
    for (from, to, rows, columns) in [
        (at(0, 1, "name"), at(0, 1, "name"), (1, 1), (0, 0)),
        (at(0, 0, "weight"), at(0, 2, "actual"), (0, 2), (1, 3)),
        // Drawn up and to the left.
        (at(0, 2, "actual"), at(0, 0, "weight"), (0, 2), (1, 3)),
        // Another goal, another form, a heading, a table: it stays.
        (at(0, 1, "name"), at(1, 0, "name"), (1, 1), (0, 0)),
        (
            at(0, 1, "name"),
            "forms[1].goals[0].indicators[0].name".into(),
            (1, 1),
            (0, 0),
        ),
        (at(0, 1, "name"), at(0, 2, "category"), (1, 1), (0, 0)),
        (
            at(0, 1, "name"),
            "accounts.05[0].total".into(),
            (1, 1),
            (0, 0),
        ),
        (
            "accounts.05[0].code".into(),
            "accounts.05[2].basic".into(),
            (1, 3),
            (0, 3),
        ),
        (
            "accounts.05[2].basic".into(),
            "accounts.05[0].code".into(),
            (1, 3),
            (0, 3),
        ),
        // The printed total stands above its rows, on the same side.
        (
            "accounts.05.total.total".into(),
            "accounts.05[0].basic".into(),
            (0, 1),
            (2, 3),
        ),
        // The other side, another table.
        (
            "accounts.01.left-total.amount".into(),
            "accounts.01.right-total.amount".into(),
            (0, 0),
            (0, 0),
        ),
        (
            "accounts.05[0].code".into(),
            "accounts.06[0].code".into(),
            (1, 1),
            (0, 0),
        ),
    ] {
        let drawn = block(&workbook, &from, &to);
        let (rows_seen, columns_seen) = extent(drawn);
        let first = extent(block(&workbook, &from, &from)).0.0;
        // The side of 01 begins with other rows; what counts is that it stays one cell.
        if from.contains("left-total") {
            assert_eq!(rows_seen, (first, first), "{from} to {to}");
        } else {
            assert_eq!(rows_seen, rows, "{from} to {to}");
        }
        assert_eq!(columns_seen, columns, "{from} to {to}");
    }
}

#[test]
fn what_stands_in_no_grid_is_no_selection() {
    let workbook = example();
    for path in [
        "year",
        "settings.percentPlaces",
        "accounts.style",
        "accounts.layout",
        "accounts.facts.services",
        "accounts.work[0].matter",
        "accounts.01.left-total.reasonLast",
        "accounts.05[999].basic",
        "forms[0].unit",
        "forms[0].execution.budget",
        "forms[0].goals[0].name",
        "forms[0].goals[0].indicators[0].category",
        "forms[0].goals[0].indicators[999].name",
        "forms[0].goals[9].indicators[0].name",
        "forms[9].goals[0].indicators[0].name",
    ] {
        assert_eq!(Selection::at(&workbook, place(path)), None, "{path}");
        assert!(grid_with(&workbook, place(path)).is_none(), "{path}");
    }
}

#[test]
fn rows_say_which_of_their_columns_are_selected() {
    let workbook = example();
    let goal = GridOf::Goal { form: 0, goal: 0 };
    let one = block(
        &workbook,
        "forms[0].goals[0].indicators[1].weight",
        "forms[0].goals[0].indicators[1].weight",
    );
    assert_eq!(one.columns_of_row(goal, 1), None, "one cell is no block");
    let drawn = one.to(&workbook, place("forms[0].goals[0].indicators[2].actual"));
    for (of, row, columns) in [
        (goal, 0, None),
        (goal, 1, Some((1, 3))),
        (goal, 2, Some((1, 3))),
        (goal, 3, None),
        (GridOf::Goal { form: 0, goal: 1 }, 1, None),
        (GridOf::Goal { form: 1, goal: 0 }, 1, None),
    ] {
        assert_eq!(drawn.columns_of_row(of, row), columns, "{of:?} {row}");
    }
}

#[test]
fn emptying_and_filling_down_change_the_block_and_no_other_cell() {
    let before = example();
    // from, to; what to do; then a few cells with what they hold afterwards.
    type Case = (
        &'static str,
        &'static str,
        fn(&Selection, &Workbook) -> Option<Edit>,
        &'static [(&'static str, &'static str)],
    );
    let cases: &[Case] = &[
        (
            "forms[0].goals[0].indicators[0].target",
            "forms[0].goals[0].indicators[1].actual",
            Selection::cleared,
            &[
                ("forms[0].goals[0].indicators[0].target", ""),
                ("forms[0].goals[0].indicators[1].actual", ""),
            ],
        ),
        (
            "accounts.05[0].basic",
            "accounts.05[1].project",
            Selection::cleared,
            &[("accounts.05[0].basic", ""), ("accounts.05[1].project", "")],
        ),
        // Names that are printed are no cells: the block begins behind them.
        (
            "accounts.05.total.total",
            "accounts.05[0].basic",
            Selection::cleared,
            &[
                ("accounts.05.total.total", ""),
                ("accounts.05[0].basic", ""),
            ],
        ),
    ];
    for (from, to, act, after) in cases {
        let selection = block(&before, from, to);
        let edit = act(&selection, &before).unwrap_or_else(|| panic!("{from} to {to}"));
        let edited = before.edited(&edit).unwrap();
        for (path, text) in *after {
            assert_eq!(typed(&edited, path), *text, "{from} to {to}: {path}");
        }
        only_inside(&before, &edited, selection);
    }
}

#[test]
fn filling_down_takes_the_first_row_and_one_row_alone_the_row_above() {
    let before = example();
    for (from, to, source, filled) in [
        (
            "forms[0].goals[0].indicators[0].weight",
            "forms[0].goals[0].indicators[2].weight",
            "forms[0].goals[0].indicators[0].weight",
            &[
                "forms[0].goals[0].indicators[1].weight",
                "forms[0].goals[0].indicators[2].weight",
            ][..],
        ),
        (
            "forms[0].goals[0].indicators[1].target",
            "forms[0].goals[0].indicators[1].target",
            "forms[0].goals[0].indicators[0].target",
            &["forms[0].goals[0].indicators[1].target"],
        ),
        (
            "accounts.05[0].total",
            "accounts.05[2].total",
            "accounts.05[0].total",
            &["accounts.05[1].total", "accounts.05[2].total"],
        ),
        (
            "accounts.05[0].total",
            "accounts.05[0].total",
            "accounts.05.total.total",
            &["accounts.05[0].total"],
        ),
    ] {
        let selection = block(&before, from, to);
        let edited = before
            .edited(&selection.filled_down(&before).unwrap())
            .unwrap();
        for path in filled {
            assert_eq!(typed(&edited, path), typed(&before, source), "{path}");
        }
        only_inside(&before, &edited, selection);
    }
    // Above the first row there is none.
    for path in [
        "forms[0].goals[0].indicators[0].target",
        "accounts.05.total.total",
    ] {
        assert_eq!(
            block(&before, path, path).filled_down(&before),
            None,
            "{path}"
        );
    }
}

/// A block that was drawn over rows which are gone since, as after undoing: nothing comes back by it.
#[test]
fn rows_that_are_gone_do_not_come_back_as_blanks() {
    for (from, to, remove) in [
        (
            "forms[0].goals[0].indicators[0].weight",
            "forms[0].goals[0].indicators[3].weight",
            Edit::RemoveIndicator {
                form: 0,
                goal: 0,
                row: 3,
            },
        ),
        (
            "accounts.05[0].basic",
            "accounts.05[8].basic",
            Edit::Accounts(juesuan::accounts::Change::RemoveLine {
                table: juesuan::accounts::TableNo::new(5).unwrap(),
                line: 8,
            }),
        ),
    ] {
        let workbook = example();
        let selection = block(&workbook, from, to);
        let last = grid_of(&workbook, selection.of).unwrap().rows.len();
        let fewer = workbook.edited(&remove).unwrap();
        for edit in [selection.cleared(&fewer), selection.filled_down(&fewer)] {
            let edited = fewer.edited(&edit.unwrap()).unwrap();
            let rows = grid_of(&edited, selection.of).unwrap().rows.len();
            assert_eq!(rows, last - 1, "{from} to {to}");
        }
    }
}

#[test]
fn keys_lead_from_cell_to_cell() {
    use Going::{First, Last, RowEnd, RowStart, Towards as To};
    use Towards::{Down, Left, Right, Up};
    let workbook = example();
    let goals = &workbook.forms[0].goals;
    let last = |goal: usize| goals[goal].indicators.len() - 1;
    let form = Grid::of_form(0, &workbook.forms[0]);
    let at = |goal: usize, row: usize, field: &str| {
        format!("forms[0].goals[{goal}].indicators[{row}].{field}")
    };
    let table = grid_with(&workbook, place("accounts.05[0].code")).unwrap();
    let table = [table];
    type Step<'a> = (&'a [Grid<GridOf>], String, Going, Option<String>);
    let cases: Vec<Step> = vec![
        (&form, at(0, 0, "name"), To(Down), Some(at(0, 1, "name"))),
        (&form, at(0, 0, "name"), To(Up), None),
        (&form, at(0, 0, "name"), To(Left), None),
        (&form, at(0, 0, "name"), To(Right), Some(at(0, 0, "weight"))),
        // From goal to goal.
        (
            &form,
            at(0, last(0), "actual"),
            To(Down),
            Some(at(1, 0, "actual")),
        ),
        (
            &form,
            at(1, 0, "actual"),
            To(Up),
            Some(at(0, last(0), "actual")),
        ),
        (&form, at(0, 2, "claimed"), To(Right), None),
        (&form, at(0, 2, "target"), RowStart, Some(at(0, 2, "name"))),
        (&form, at(0, 2, "target"), RowEnd, Some(at(0, 2, "claimed"))),
        (&form, at(1, 0, "target"), First, Some(at(0, 0, "target"))),
        (
            &form,
            at(0, 0, "target"),
            Last,
            Some(at(1, last(1), "target")),
        ),
        // No heading is in the way, and from a heading leads none.
        (&form, at(0, 0, "category"), To(Down), None),
        // The total has a name that is printed.
        (&table, "accounts.05[0].code".into(), To(Up), None),
        (
            &table,
            "accounts.05[0].total".into(),
            To(Up),
            Some("accounts.05.total.total".into()),
        ),
        (&table, "accounts.05.total.total".into(), To(Left), None),
        (
            &table,
            "accounts.05.total.basic".into(),
            RowStart,
            Some("accounts.05.total.total".into()),
        ),
        (
            &table,
            "accounts.05[2].basic".into(),
            RowStart,
            Some("accounts.05[2].code".into()),
        ),
        (
            &table,
            "accounts.05[2].code".into(),
            First,
            Some("accounts.05[0].code".into()),
        ),
        (
            &table,
            "accounts.05[2].basic".into(),
            First,
            Some("accounts.05.total.basic".into()),
        ),
    ];
    for (grids, from, going, to) in cases {
        let seen = Grid::going(grids, place(&from), going).map(|place| place.to_string());
        assert_eq!(seen, to, "{from} {going:?}");
    }
}

/// A heading is no cell of the grid, and keys lead from it all the same.
#[test]
fn keys_lead_from_heading_to_heading() {
    use Going::{First, RowEnd, RowStart, Towards as To};
    use Towards::{Down, Left, Right, Up};
    let workbook = example();
    let at = |goal: usize, row: usize, field: &str| {
        place(&format!("forms[0].goals[{goal}].indicators[{row}].{field}"))
    };
    for (from, going, to) in [
        (at(0, 0, "dimension"), To(Down), Some(at(0, 1, "dimension"))),
        (at(0, 1, "dimension"), To(Up), Some(at(0, 0, "dimension"))),
        (at(0, 0, "category"), To(Up), None),
        (at(0, 1, "category"), To(Left), None),
        (at(0, 1, "category"), To(Right), None),
        (at(0, 1, "category"), RowStart, Some(at(0, 1, "name"))),
        (at(0, 1, "category"), RowEnd, Some(at(0, 1, "claimed"))),
        (at(1, 0, "category"), First, Some(at(0, 0, "category"))),
        (at(0, 1, "name"), To(Down), Some(at(0, 2, "name"))),
        (place("forms[0].unit"), To(Down), None),
        (place("accounts.05[0].code"), To(Down), None),
    ] {
        assert_eq!(
            from.going_in(&workbook.forms[0], going),
            to,
            "{from} {going:?}"
        );
    }
}

/// The texts of all cells outside a selection are what they were, and so are the rows.
fn only_inside(before: &Workbook, after: &Workbook, selection: Selection) {
    for (was, is) in grids(before).iter().zip(&grids(after)) {
        assert_eq!(was, is);
        for row in 0..was.rows.len() {
            for column in 0..was.columns.len() {
                let Some(place) = was.cell(row, column) else {
                    continue;
                };
                let inside = was.sheet == selection.of
                    && selection.block.rows().contains(&row)
                    && selection.block.columns().contains(&column);
                if !inside {
                    assert_eq!(place.text(before), place.text(after), "{place}");
                }
            }
        }
    }
}

fn grids(workbook: &Workbook) -> Vec<Grid<GridOf>> {
    let forms = workbook.forms.iter().enumerate();
    let forms = forms.flat_map(|(at, form)| Grid::of_form(at, form));
    let tables = juesuan::accounts::TableNo::all()
        .flat_map(|no| Grid::of_table(&workbook.accounts, workbook.layout(), no));
    forms.chain(tables).collect()
}

/// A cell of some grid of the example.
fn any_place() -> impl Strategy<Value = Place> {
    let grids = grids(&example()).into_iter();
    let cells: Vec<Place> = grids
        .flat_map(|grid| {
            let places = (0..grid.rows.len())
                .flat_map(|row| (0..grid.columns.len()).map(move |column| (row, column)));
            let cells: Vec<Place> = places.filter_map(|(r, c)| grid.cell(r, c)).collect();
            cells
        })
        .collect();
    prop::sample::select(cells)
}

fn any_way() -> impl Strategy<Value = Vec<Towards>> {
    use Towards::{Down, Left, Right, Up};
    prop::collection::vec(prop::sample::select(&[Up, Down, Left, Right][..]), 0..40)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_block_drawn_anywhere_stays_in_its_grid_and_keeps_its_anchor(from in any_place(), way in any_way()) {
        let workbook = example();
        let mut selection = Selection::at(&workbook, from).unwrap();
        let grid = grid_of(&workbook, selection.of).unwrap();
        let anchor = grid.place(from).unwrap();
        for towards in way {
            selection = selection.further(&workbook, towards);
            let (rows, columns) = extent(selection);
            prop_assert!(rows.1 < grid.rows.len() && columns.1 < grid.columns.len());
            prop_assert!(rows.0 <= anchor.0 && anchor.0 <= rows.1);
            prop_assert!(columns.0 <= anchor.1 && anchor.1 <= columns.1);
        }
        let texts = selection.block.texts(&grid, |place| place.text(&workbook).unwrap_or_default());
        let (rows, columns) = extent(selection);
        prop_assert_eq!(texts.len(), rows.1 - rows.0 + 1);
        prop_assert!(texts.iter().all(|row| row.len() == columns.1 - columns.0 + 1));
    }

    #[test]
    fn what_is_emptied_or_filled_is_undone_in_one_step(from in any_place(), to in any_place(), way in any_way(), fill in any::<bool>()) {
        let workbook = example();
        let mut selection = Selection::at(&workbook, from).unwrap().to(&workbook, to);
        for towards in way {
            selection = selection.further(&workbook, towards);
        }
        let edit = if fill { selection.filled_down(&workbook) } else { selection.cleared(&workbook) };
        let Some(edit) = edit else {
            return Ok(());
        };
        let mut history = History::new(workbook.clone());
        history.apply(&edit).unwrap();
        only_inside(&workbook, history.present(), selection);
        if !fill {
            // The first row says from which column on there are cells.
            let grid = grid_of(&workbook, selection.of).unwrap();
            let (_, first) = grid.place(selection.corner(&workbook).unwrap()).unwrap();
            for row in selection.block.rows() {
                for column in first..=*selection.block.columns().end() {
                    let text = grid.cell(row, column).and_then(|place| place.text(history.present()));
                    prop_assert_eq!(text.unwrap_or_default(), "");
                }
            }
        }
        if history.can_undo() {
            history.undo();
        }
        prop_assert_eq!(&**history.present(), &workbook);
    }

    #[test]
    fn a_block_pasted_where_it_was_copied_changes_nothing(from in any_place(), to in any_place()) {
        let workbook = example();
        let selection = Selection::at(&workbook, from).unwrap().to(&workbook, to);
        let grid = grid_of(&workbook, selection.of).unwrap();
        let corner = selection.corner(&workbook).unwrap();
        let Some((_, left)) = grid.place(corner).filter(|(_, left)| left == selection.block.columns().start()) else {
            return Ok(());
        };
        prop_assert_eq!(left, *selection.block.columns().start());
        let texts = selection.block.texts(&grid, |place| place.text(&workbook).unwrap_or_default());
        let edited = workbook.edited(&pasting(corner, texts).unwrap()).unwrap();
        only_inside(&workbook, &edited, selection);
        for place in grids(&workbook).iter().flat_map(|grid| {
            let cells = (0..grid.rows.len()).flat_map(|r| (0..grid.columns.len()).map(move |c| (r, c)));
            cells.filter_map(|(r, c)| grid.cell(r, c)).collect::<Vec<_>>()
        }) {
            prop_assert_eq!(place.text(&edited), place.text(&workbook));
        }
    }

    #[test]
    fn going_on_and_back_leads_to_where_one_was(from in any_place(), towards in prop::sample::select(&[Towards::Up, Towards::Down, Towards::Left, Towards::Right][..])) {
        let workbook = example();
        let grids = [grid_with(&workbook, from).unwrap()];
        let back = match towards {
            Towards::Up => Towards::Down,
            Towards::Down => Towards::Up,
            Towards::Left => Towards::Right,
            Towards::Right => Towards::Left,
        };
        if let Some(to) = Grid::going(&grids, from, Going::Towards(towards)) {
            prop_assert_eq!(Grid::going(&grids, to, Going::Towards(back)), Some(from));
        }
    }
}
