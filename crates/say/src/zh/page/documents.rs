use super::Words;
use crate::page::Documents;
use juesuan_paper::Kind;

impl Documents for Words {
    texts! {
        nav_documents = "文档";
        document_search = "查找";
        document_next = "下一处";
        document_previous = "上一处";
        document_not_found = "没有找到";
        document_close = "关闭文档";
        document_more = "继续显示";
        document_nothing = "没有读到文字和表格。";
        document_picture = "［图片，没有读］";
        document_page_break = "分页";
        password = "打开密码";
        password_wrong = "密码不对，请核对大小写和输入法。";
        password_open = "打开";
        password_skip = "不打开";
        reader_not_started = "浏览器没能启动读取程序：请刷新本页后再试，或换用新版的 Chrome、Edge 或 Firefox。";
        reader_broke = "读取时内存不足或文件有异常，没有读成：请在原程序中另存一份，或拆成几个文件后再试。";
        reader_hung = "读取很久没有进展，已停止：请在原程序中另存一份，或拆成几个文件后再试。";
    }

    fn document_kind(&self, kind: Kind) -> &'static str {
        match kind {
            Kind::Pdf => "PDF",
            Kind::Docx => "Word 文档",
            Kind::Xlsx | Kind::Xls => "Excel 工作簿",
            Kind::Ods => "OpenDocument 表格",
            Kind::Ofd => "OFD",
            Kind::Html => "网页",
            Kind::Text => "文本",
        }
    }

    fn document_reading(&self, name: &str, done: usize, total: Option<usize>) -> String {
        match total {
            Some(total) => format!("正在读取“{name}”：{done} / {total}"),
            None if done > 0 => format!("正在读取“{name}”：已读 {done}"),
            None => format!("正在读取“{name}”"),
        }
    }

    fn documents_waiting(&self, waiting: usize) -> String {
        format!("后面还有 {waiting} 个文件")
    }

    fn document_notes(&self, count: usize) -> String {
        format!("读取说明（{count}）")
    }

    fn document_page(&self, page: usize) -> String {
        format!("第 {page} 页")
    }

    fn document_sheet(&self, name: &str) -> String {
        format!("工作表：{name}")
    }

    fn document_found(&self, at: usize, of: usize, more: bool) -> String {
        let more = if more { " 处以上" } else { " 处" };
        format!("第 {at} 处，共 {of}{more}")
    }

    fn password_wanted(&self, name: &str) -> String {
        format!("“{name}”设有打开密码。")
    }
}
