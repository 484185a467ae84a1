use super::Words;
use crate::page::{Shell, Start as _};

impl Shell for Words {
    texts! {
        product = "决算与绩效自评";
        language = "语言";
        scheme = "颜色";
        scheme_system = "跟随系统";
        scheme_light = "浅色";
        scheme_dark = "深色";
        blank_zeros = "表中零值留空";
        about = "关于";
        skip = "跳到正文";
        build_hint = "本页程序的版本，和由全部程序文件算出的校验码（SHA-256 的前 16 位）：两处校验码相同，就是同一个程序。";
        update_ready = "新版本已就绪。更新前会先保存已填的内容。";
        update_now = "立即更新";
        update_later = "稍后";
        update_at_risk = "正在编辑的工作簿还没有存好，没有更新：请先点“保存文件”，或另存为副本。";
        local_only = "数据只在本机，不会上传";
        undo = "撤销";
        redo = "重做";
        drop_to_open = "松开鼠标，打开文件";
        drop_to_combine = "松开鼠标，汇总这些自评表";
        open = "打开";
        print = "打印";
        print_all = "打印全部";
        cancel = "取消";
        save = "保存文件";
        home = "首页";
        close = "关闭";
        nav_label = "功能";
        nav_quick = "速算";
        nav_forms = "绩效自评";
        nav_rules = "评分规则与设置";
        nav_several = "汇总";
        nav_consolidate = "多单位汇总";
        nav_add = "＋ 新增项目表";
        year_word = "年度";
        nav_accounts = "决算公开";
        nav_tables = "决算表";
        nav_facts = "说明资料";
        nav_text = "决算说明";
        nav_identities = "勾稽关系";
        save_none = "尚未保存";
        save_full = "浏览器的存储空间已满，最近的修改没有自动保存：请点“保存文件”存成文件，再到首页删除不用的工作簿。";
        save_forbidden = "浏览器不允许本页保存数据，关闭页面后内容会丢失：请点“保存文件”存成文件。";
        save_conflict = "这个工作簿已在另一个窗口中打开或修改，本窗口不自动保存，避免互相覆盖。";
        save_deleted = "这个工作簿已在别处删除，本窗口不再自动保存：要留住屏幕上的内容，请另存为副本，或点“保存文件”。";
        save_conflict_copy = "另存为副本，继续编辑";
        rest_not_loaded = "本页还有一部分没有读到：请检查网络，重新打开本页后再试。";
        file_unreadable = "文件读取失败：请确认文件还在原处，并有权限读取。";
        file_too_large = "文件超过 20 MB 的上限，不像是本工具保存的文件。";
        file_saved = "已存入文件。";
        file_not_saved = "文件没有存成：请确认文件没有被别的程序占用、磁盘没有写保护，再试一次。";
        unsaved_first = "正在编辑的工作簿还没有存好，没有打开别的：请先点“保存文件”，或另存为副本。";
        delete_failed = "没有删除成功：浏览器的存储不可用，请重新打开本页后再试。";
        restore_failed = "没有恢复成功：浏览器的存储空间已满或不可用。";
        no_forms = "这个工作簿里没有自评表，没有内容可以打开。";
        stored_no_text = "这一条自动保存的内容不是工作簿，无法打开：请在首页删除它。";
        stored_unreadable = "自动保存的内容无法读取，没有改动它：";
        frame_without_origin = "嵌入地址不完整：请在地址中写明所在门户的来源，例如 ?embed=1&origin=https://portal.example。";
        crashed_embedded = "表格遇到意外错误，已停止。请重新载入所在页面后继续。";
        crashed = "程序遇到意外错误，已停止。输入的内容已自动保存，重新打开本页即可继续。";
        bad_file = "参数 file 应为 File，或者文件内容（Blob、ArrayBuffer、Uint8Array）加文件名 name。";
        undoable = "可以撤销。";
    }

    fn named(&self, name: &str, what: &str) -> String {
        format!("{name}：{what}")
    }

    fn list(&self, parts: &[String]) -> String {
        parts.join("、")
    }

    fn bad_value(&self, value: &str, why: &str) -> String {
        format!("参数 value：“{value}”：{why}")
    }

    fn version(&self, version: &str) -> String {
        format!("版本 {version}")
    }

    fn checksum(&self, checksum: &str) -> String {
        format!("校验码 {checksum}")
    }

    fn saved_at(&self, time: &str) -> String {
        format!("已自动保存 {time}")
    }

    fn deleted(&self, unit: &str) -> String {
        let unit = if unit.trim().is_empty() {
            self.start_unnamed()
        } else {
            unit.trim()
        };
        format!("已删除“{unit}”。")
    }
}
