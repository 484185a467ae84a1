#![allow(clippy::type_complexity, reason = "a table of cases")]

use super::Records;

fn record(id: u16, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len()).unwrap();
    [&id.to_le_bytes(), &length.to_le_bytes(), data].concat()
}

fn wide(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// Texts of six characters that go over from one record into the next, each way that Excel parts them.
#[test]
fn texts_over_several_records() {
    let narrow = b"abcdef".to_vec();
    let cases: Vec<(&str, Vec<Vec<u8>>, Option<&str>)> = vec![
        (
            "narrow",
            vec![[vec![0], narrow.clone()].concat()],
            Some("abcdef"),
        ),
        (
            "wide",
            vec![[vec![1], wide("决算表甲乙丙")].concat()],
            Some("决算表甲乙丙"),
        ),
        (
            "parted",
            vec![
                [vec![1], wide("决算")].concat(),
                [vec![1], wide("表甲乙丙")].concat(),
            ],
            Some("决算表甲乙丙"),
        ),
        (
            "narrow, then wide",
            vec![
                [vec![0], b"ab".to_vec()].concat(),
                [vec![1], wide("表甲乙丙")].concat(),
            ],
            Some("ab表甲乙丙"),
        ),
        (
            "wide, then narrow",
            vec![
                [vec![1], wide("决算")].concat(),
                [vec![0], b"cdef".to_vec()].concat(),
            ],
            Some("决算cdef"),
        ),
        (
            "parted behind the flags",
            vec![vec![1], [vec![1], wide("决算表甲乙丙")].concat()],
            Some("决算表甲乙丙"),
        ),
        (
            "with fonts",
            vec![[vec![8, 1, 0], narrow.clone(), vec![0; 4]].concat()],
            Some("abcdef"),
        ),
        (
            "with how it is spoken",
            vec![[vec![4, 2, 0, 0, 0], narrow, vec![0; 2]].concat()],
            Some("abcdef"),
        ),
        ("cut", vec![[vec![1], wide("决算")].concat()], None),
        (
            "half a character",
            vec![[vec![1], wide("决算"), vec![0]].concat(), vec![1]],
            None,
        ),
    ];
    for (what, parts, expected) in cases {
        let mut bytes = Vec::new();
        for (number, part) in parts.iter().enumerate() {
            bytes.extend(record(if number == 0 { 0x204 } else { 0x3C }, part));
        }
        let mut records = Records {
            bytes: &bytes,
            at: 0,
        };
        let text = records.next().unwrap().parts().text(6);
        assert_eq!(text.as_deref(), expected, "{what}");
        assert!(records.next().is_none(), "{what}");
    }
}
