//! Why a file cannot be read as a document, and what is to be known of one that was.

use juesuan_paper::{Kind, Note, NoteCode, OldKind, Unmarkable, Unreadable};

/// Names the kind of file and the way on.
pub(crate) fn unreadable(why: &Unreadable) -> String {
    use Unreadable as U;
    match why {
        U::Empty => {
            "文件是空的，没有内容可读：请确认选对了文件，或重新下载、重新保存一份。".to_owned()
        }
        U::Unknown(Some(kind)) => format!(
            "这是 {kind} 文件，里面没有可读的文字和表格：请选择 PDF、OFD、Word（.docx）、Excel（.xlsx）、网页或文本文件。"
        ),
        U::Unknown(None) => {
            "认不出这是哪种文件：请选择 PDF、OFD、Word（.docx）、Excel（.xlsx、.xls）、网页或文本文件。"
                .to_owned()
        }
        U::Old(kind) => old(*kind).to_owned(),
        U::Password { wrong: false } => {
            "文件设有打开密码：请输入密码，或在原程序中去掉密码、另存一份后再打开。".to_owned()
        }
        U::Password { wrong: true } => {
            "密码不对，文件没有打开：请核对大小写和输入法后重新输入。".to_owned()
        }
        U::Encrypted(kind) => format!(
            "这个 {} 文件的加密方式无法识别，不能打开：请在原程序中去掉加密，另存一份后再打开。",
            name(*kind)
        ),
        U::Damaged(kind) => format!(
            "这个 {} 文件已损坏或不完整，无法读取：请重新下载，或{}后再打开。",
            name(*kind),
            saved_again(*kind)
        ),
        U::TooLarge { most } => {
            format!("文件太大，超过 {most} MB 的上限：请拆成几个文件，或删去大图片后另存，再打开。")
        }
    }
}

fn old(kind: OldKind) -> &'static str {
    match kind {
        OldKind::Word => {
            "这是旧版 Word 或 WPS 文字文档（.doc、.wps），不能直接读：请用 Word 或 WPS 另存为 .docx 后再打开。"
        }
        OldKind::Rtf => "这是 RTF 文档，不能直接读：请用 Word 或 WPS 另存为 .docx 后再打开。",
        OldKind::Odt => {
            "这是 OpenDocument 文本（.odt），不能直接读：请用 Word、WPS 或 LibreOffice 另存为 .docx 后再打开。"
        }
        OldKind::Slides => "这是演示文稿，不能直接读：请用 PowerPoint 或 WPS 输出为 PDF 后再打开。",
        OldKind::Mhtml => {
            "这是单个文件的网页（.mht），不能直接读：请在浏览器中打开它，另存为“网页，仅 HTML”或打印成 PDF 后再打开。"
        }
    }
}

fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::Pdf => "PDF",
        Kind::Docx => "Word（.docx）",
        Kind::Xlsx => "Excel（.xlsx）",
        Kind::Xls => "Excel（.xls）",
        Kind::Ods => "OpenDocument 表格（.ods）",
        Kind::Ofd => "OFD",
        Kind::Html => "网页",
        Kind::Text => "文本",
    }
}

fn saved_again(kind: Kind) -> &'static str {
    match kind {
        Kind::Pdf | Kind::Ofd => "请出具的单位重新生成一份",
        Kind::Docx => "用 Word 或 WPS 打开、另存一份",
        Kind::Xlsx | Kind::Xls | Kind::Ods => "用 Excel 或 WPS 打开、另存一份",
        Kind::Html | Kind::Text => "从原处重新保存一份",
    }
}

/// What was left out of a document, or read in a way that should be known.
pub(crate) fn note(note: &Note) -> String {
    use NoteCode as C;
    let pages = pages(&note.pages);
    let on_pages = if pages.is_empty() {
        String::new()
    } else {
        format!("{pages}的")
    };
    let text = note.text.as_deref().unwrap_or_default().trim();
    let quoted = if text.is_empty() {
        String::new()
    } else {
        format!("“{text}”")
    };
    let count = note.count.map(|count| count.to_string());
    let count = count.as_deref();
    let some =
        |measure: &str| count.map_or_else(String::new, |count| format!(" {count} {measure}"));
    match note.code {
        C::RunningHead => format!("{on_pages}页眉页脚{quoted}没有算作正文。"),
        C::PageNumber => format!("{on_pages}页码没有算作正文。"),
        C::ScannedPage => {
            let pages = if pages.is_empty() {
                "有的页"
            } else {
                &pages
            };
            format!("{pages}是扫描或图片，读不出文字：请换有文字的版本，或对照原件人工核对。")
        }
        C::UnreadableFont => {
            let count =
                count.map_or_else(|| "有些字".to_owned(), |count| format!("有 {count} 个字"));
            format!(
                "{pages}{count}，字体没有说明是什么字，读不出来，显示为“\u{fffd}”：请对照原件核对。"
            )
        }
        C::TurnedText => {
            format!("{on_pages}斜排或竖排的文字{quoted}（如印章、水印）没有算作正文。")
        }
        C::HiddenSheet => format!("工作表{quoted}是隐藏的，没有读。"),
        C::HiddenRows => {
            format!("{}行或列是隐藏的，没有读。", some_of_sheet(&quoted, count))
        }
        C::HiddenText => format!("隐藏的文字{}没有读。", bracketed(&some("个字"))),
        C::TrackedChanges => format!(
            "文档中有{}没有处理的修订，按“全部接受”来读：删去的不算，新增的算。",
            count.map_or_else(String::new, |count| format!(" {count} 处"))
        ),
        C::NoValue => format!(
            "{}公式没有保存计算结果，读为空白：请用 Excel 或 WPS 打开、保存一次后再读。",
            some_of_sheet(&quoted, count)
        ),
        C::Shortened => shortened(count),
        C::DamagedPart => format!("文件的一部分{quoted}已损坏，跳过没有读：请对照原件核对。"),
        C::UnreadPart => {
            format!("文件中嵌入了另一种文件{quoted}，里面的文字没有读：请另行打开核对。")
        }
        C::Overlay => format!(
            "{on_pages}印章、批注或水印{}盖在页面上，没有算作正文。",
            bracketed(&some("处"))
        ),
        C::GuessedEncoding => guessed_encoding(text),
    }
}

fn shortened(count: Option<&str>) -> String {
    match count {
        Some(count) => {
            format!("文件太长，只读了前面的一部分（{count}），其余没有读：请拆成几个文件。")
        }
        None => "文件太长，只读了前面的一部分，其余没有读：请拆成几个文件。".to_owned(),
    }
}

fn guessed_encoding(name: &str) -> String {
    match name {
        "" => "文字编码没有注明，是按内容推断的：如有乱码，请另存为 UTF-8 后再打开。".to_owned(),
        name => {
            format!("文字编码没有注明，按 {name} 来读：如有乱码，请另存为 UTF-8 后再打开。")
        }
    }
}

/// `工作表“收入”中有 3 个`.
fn some_of_sheet(quoted: &str, count: Option<&str>) -> String {
    let sheet = if quoted.is_empty() {
        String::new()
    } else {
        format!("工作表{quoted}中")
    };
    let count = count.map_or_else(|| "有些".to_owned(), |count| format!("有 {count} 个"));
    sheet + &count
}

fn bracketed(text: &str) -> String {
    match text.trim() {
        "" => String::new(),
        text => format!("（{text}）"),
    }
}

/// `第 1—3、7 页`.
fn pages(pages: &[usize]) -> String {
    if pages.is_empty() {
        return String::new();
    }
    let runs: Vec<String> = crate::document_pages::runs(pages)
        .into_iter()
        .map(|(first, last)| match last - first {
            0 => first.to_string(),
            1 => format!("{first}、{last}"),
            _ => format!("{first}—{last}"),
        })
        .collect();
    format!("第 {} 页", runs.join("、"))
}

/// What a script is told of a file that it has handed over by its name.
pub(crate) fn named_file(name: &str, sentence: &str) -> String {
    format!("“{name}”：{sentence}")
}

/// Who writes the findings of a review into a file.
pub(crate) const REVIEWER: &str = "决算核对";

/// Why nothing is written into a file, and the way on.
pub(crate) fn unmarkable(why: &Unmarkable) -> String {
    use Unmarkable as U;
    match why {
        U::Unreadable(Unreadable::Password { .. }) => {
            "文件设有打开密码，不能在里面批注：请去掉密码、另存一份后再批注，或改用问题清单。"
                .to_owned()
        }
        U::Unreadable(why) => unreadable(why),
        U::Kind(kind) => format!(
            "{}文件里不写批注，只有 PDF 和 Word（.docx）可以：请改用问题清单，按其中的位置查看。",
            spaced(name(*kind))
        ),
        U::Protected(kind) => format!(
            "{}文件的作者不允许添加批注：请向出具的单位要一份可以批注的，或改用问题清单。",
            spaced(name(*kind))
        ),
        U::Encrypted(kind) => format!(
            "{}文件是加密的，不能在里面批注：请在原程序中去掉加密、另存一份后再批注，或改用问题清单。",
            spaced(name(*kind))
        ),
        U::Signed(kind) => format!(
            "{}文件带有电子签名，添加批注会使签名失效，所以没有批注：请用签名前的文件，或改用问题清单。",
            spaced(name(*kind))
        ),
        U::Damaged(kind) => format!(
            "{}文件读得出，但结构有损坏，不能在里面批注：请{}后再批注，或改用问题清单。",
            spaced(name(*kind)),
            saved_again(*kind)
        ),
        U::Elsewhere => {
            "核对结果里的位置在这个文件中都找不到：请选择当初核对的那个文件，或重新核对后再批注。"
                .to_owned()
        }
    }
}

/// A blank stands between Chinese and Latin letters.
fn spaced(name: &str) -> String {
    let first = if name.starts_with(|c: char| c.is_ascii()) {
        "这个 "
    } else {
        "这个"
    };
    let last = if name.ends_with(|c: char| c.is_ascii()) {
        " "
    } else {
        ""
    };
    format!("{first}{name}{last}")
}
