//! Every text of the page, in one place: a second language is a second file.
//! (The sentences of findings are in the library, beside the checks.)

use juesuan::accounts::{Fact, FactKind};
use juesuan::evaluation::{BandKey, Setting};
use juesuan::exchange::{TableRead, Unit, UnitFound};
use juesuan::finding::Severity;
use juesuan::quick::Calculation;

pub const PRODUCT: &str = "决算与绩效自评";
pub const BUILD_HINT: &str = "本页程序的版本，和由全部程序文件算出的校验码（SHA-256 的前 16 位）：两处校验码相同，就是同一个程序。";
pub const UPDATE_READY: &str = "新版本已就绪。更新前会先保存已填的内容。";
pub const UPDATE_NOW: &str = "立即更新";
pub const UPDATE_LATER: &str = "稍后";
pub const UPDATE_AT_RISK: &str =
    "正在编辑的工作簿还没有存好，没有更新：请先点“保存文件”，或另存为副本。";
pub const LOCAL_ONLY: &str = "数据只在本机，不会上传";

pub const UNDO: &str = "撤销";
pub const REDO: &str = "重做";
pub const OPEN: &str = "打开";
pub const PRINT: &str = "打印";
pub const PRINT_ALL: &str = "打印全部";
pub const CANCEL: &str = "取消";
pub const SAVE: &str = "保存文件";
pub const HOME: &str = "首页";
pub const CLOSE: &str = "关闭";

pub const NAV_LABEL: &str = "功能";
pub const NAV_QUICK: &str = "速算";
pub const NAV_FORMS: &str = "绩效自评";
pub const NAV_RULES: &str = "评分规则与设置";
pub const NAV_SEVERAL: &str = "汇总";
pub const NAV_CONSOLIDATE: &str = "多单位汇总";
pub const NAV_ADD: &str = "＋ 新增项目表";

pub const START_LEAD: &str = "填一次数，算清决算表和自评表，边填边核对，写成决算说明。";
pub const START_NEW: &str = "新建工作簿";
pub const START_NEW_HINT: &str = "一个单位一年的决算表、决算说明和绩效自评表";
pub const START_YEAR: &str = "年度";
pub const START_UNIT: &str = "单位名称";
pub const START_RULES: &str = "评分规则";
pub const START_CREATE: &str = "新建";
pub const START_OPEN: &str = "打开文件";
pub const START_OPEN_HINT: &str = "打开保存过的 .juesuan.json 文件，也可以把文件拖到这里";
pub const START_CHOOSE: &str = "选择文件…";
pub const START_EXAMPLE: &str = "看示例";
pub const START_EXAMPLE_HINT: &str = "一个单位 2020 年度公开的决算和自评表，含几处算错的数";
pub const START_EXAMPLE_LOAD: &str = "载入示例";
pub const START_QUICK_HINT: &str =
    "完成率、增长率、占比、指标得分，结构、多年增长和“三公”经费，填上就有结果";
pub const START_QUICK_OPEN: &str = "打开速算";
pub const START_CONTINUE: &str = "继续上次的工作";
pub const START_DELETE: &str = "删除";
pub const START_NEXT_YEAR: &str = "建下一年度";
pub const START_NEXT_YEAR_HINT: &str = "沿用表格、指标和分值，目标值、完成值、得分和文字清空";
pub const START_LAST_YEAR: &str = "用上年文件建下一年度…";
pub const START_CONSOLIDATE_HINT: &str = "把许多单位的自评表合成一张，看出哪些单位不一样";
pub const START_CONSOLIDATE_OPEN: &str = "打开汇总";
pub const START_UNNAMED: &str = "未填写单位名称";
pub const START_UNREADABLE: &str = "无法读取";
pub const START_UNREADABLE_HINT: &str = "这一条的内容已损坏，无法打开，只能删除。";

pub const FINDINGS: &str = "核对";
pub const FINDINGS_NONE: &str = "没有发现问题";
pub const FINDINGS_NONE_HINT: &str = "边填边核对：数字、分值、得分和文字有出入时，会列在这里。";
pub const FINDINGS_CHECK: &str = "检查未填写的单元格";
pub const FINDINGS_RULE: &str = "依据";

pub const FORM_HEAD_UNIT: &str = "单位名称";
pub const FORM_DATE: &str = "填报日期";
pub const FORM_AMOUNTS: &str = "金额单位：万元";
pub const FORM_BASIC: &str = "基本支出总额";
pub const FORM_PROJECT: &str = "项目支出总额";
pub const FORM_PROJECT_NAME: &str = "项目名称";
pub const FORM_CHOOSE: &str = "请选择";
pub const PROJECT_CATEGORIES: [&str; 2] = ["部门预算项目", "财政专项资金"];
pub const PROJECT_ATTRIBUTES: [&str; 2] = ["持续性项目", "新增性项目"];
pub const PROJECT_TYPES: [&str; 3] = ["常年性项目", "延续性项目", "一次性项目"];
pub const FORM_COPY: &str = "复制此表";
pub const FORM_REMOVE: &str = "删除此表";
pub const FORM_EXECUTION: &str = "预算执行情况";
pub const FORM_BUDGET: &str = "预算数（A）";
pub const FORM_ACTUAL: &str = "执行数（B）";
pub const FORM_RATE: &str = "执行率（B/A）";
pub const FORM_WHOLE: &str = "整体支出总额";
pub const FORM_FUNDS: &str = "年度财政资金总额";
pub const FORM_CATEGORY: &str = "一级指标";
pub const FORM_DIMENSION: &str = "二级指标";
pub const FORM_INDICATOR: &str = "三级指标";
pub const FORM_WEIGHT: &str = "分值";
pub const FORM_TARGET: &str = "年初目标值（A）";
pub const FORM_DONE: &str = "实际完成值（B）";
pub const FORM_COMPUTED: &str = "计算得分";
/// On paper the column is called only by the second half.
pub const FORM_CLAIMED: (&str, &str) = ("自填", "得分");
pub const FORM_TOTAL: &str = "总分";
pub const FORM_PROVISIONAL: &str = "暂计";
pub const FORM_PROVISIONAL_HINT: &str = "有指标还没有得分，总分是暂时的";
pub const FORM_DEVIATION: &str = "偏差大或目标未完成原因分析";
pub const FORM_IMPROVEMENT: &str = "改进措施及结果应用方案";
pub const FORM_NOTES: &str = "备注";
pub const FORM_SIGNATURE: [&str; 3] = ["填表人：", "负责人：", "单位（盖章）："];
pub const FORM_ADD_ROW: &str = "添加指标";
pub const FORM_ADD_GOAL: &str = "添加年度目标";
pub const FORM_REMOVE_GOAL: &str = "删除此目标";
pub const FORM_ROW_ADD: &str = "在下方添加指标（Alt+Enter）";
pub const FORM_ROW_UP: &str = "上移（Alt+↑）";
pub const FORM_ROW_DOWN: &str = "下移（Alt+↓）";
pub const FORM_ROW_COPY: &str = "复制这项指标（Alt+D）";
pub const FORM_ROW_REMOVE: &str = "删除这项指标（Alt+Delete）";
pub const FORM_QUALITATIVE: &str = "定性";
pub const FORM_BAND: &str = "评定档次";
pub const FORM_BAND_NONE: &str = "选择档次";
pub const POINTS: &str = "分";
pub const FORM_YEAR: &str = "年度";
pub const FORM_KEYS_TITLE: &str = "按键";
pub const FORM_KEYS: [(&str, &str); 9] = [
    ("Tab、Enter、方向键", "到下一格"),
    ("F2", "修改原来的内容，Esc 还原"),
    ("Home、End", "到一行的两端，加 Ctrl 到首尾两行"),
    ("Shift+方向键", "选中一块，可复制、粘贴、清除"),
    ("Ctrl+D", "向下填充"),
    ("Alt+Enter", "添加指标，Alt+D 复制，Alt+Delete 删除"),
    ("Alt+↑、Alt+↓", "移动指标"),
    ("Shift+F2", "批注"),
    ("Ctrl+Z、Ctrl+Y", "撤销、重做，Ctrl+S 保存文件"),
];

pub const NAV_ACCOUNTS: &str = "决算公开";
pub const NAV_TABLES: &str = "决算表";
pub const NAV_FACTS: &str = "说明资料";
pub const NAV_TEXT: &str = "决算说明";
pub const NAV_IDENTITIES: &str = "勾稽关系";

pub const TABLES: &str = "决算表";
pub const TABLE_ITEM: &str = "项目";
pub const TABLE_TOOLS: &str = "整张表的操作";
pub const TABLE_PASTE: &str = "粘贴整表…";
pub const TABLE_COPY: &str = "复制本表";
pub const TABLE_COPIED: &str = "已复制本表，可以粘贴到 Excel、WPS 或 Word。";
pub const TABLE_LAYOUT: &str = "版式";
pub const LAYOUT_BY_YEAR: &str = "按年度（财政部）";
pub const TABLE_NONE: &str = "本表无数据";
pub const LINE_BLANK: &str = "添加空行";
pub const LINE_ADD: &str = "在下方添加一行（Alt+Enter）";
pub const LINE_REMOVE: &str = "删除这一行（Alt+Delete）";
pub const FILL_ZEROS_HINT: &str =
    "已经动手填的行里还待填、又推算不出的单元格填 0；合计不填，可以撤销";
pub const TABLE_COMPLETE: &str = "各行已录全";
pub const TABLE_COMPLETE_HINT: &str =
    "勾选后，没有列出的科目按没有数字处理，合计由各行相加得出；还在逐行录入时请不要勾选";
pub const OUT_OF_RANGE: &str = "超出范围";
pub const SUBJECT_SEARCH: &str = "添加科目：输入编码或名称";
pub const SUBJECT_NONE: &str = "没有找到科目，可以添加空行自行填写";
pub const PASTE_UNIT: &str = "金额单位";
pub const PASTE_HERE: &str = "在 Excel、WPS 或网页中连同表头复制整张表，在这里按 Ctrl+V";
pub const AWAITED: &str = "待填";

pub const IDENTITIES: &str = "勾稽关系";
pub const IDENTITIES_ALL: &str = "勾稽关系：各表之间和表内";
pub const IDENTITIES_LEAD: &str =
    "每条等式两边都填了就核对；一个空格只可能是一个数时，由其余的推算。点数字到单元格。";
pub const IDENTITY_COLUMNS: [&str; 6] = ["序号", "等式", "左边", "右边", "相差", "结果"];
pub const IDENTITY_HOLDS: &str = "相等";
pub const IDENTITY_WAITS: &str = "待填";
pub const IDENTITY_ROUNDED: &str = "尾差";
pub const IDENTITY_SHORT: &str = "还有行未录";

pub const WRITTEN: &str = "写成的说明";
pub const TEXT_STYLE: &str = "样式";
pub const TEXT_COPY: &str = "复制全文";
pub const TEXT_COPIED: &str =
    "已复制全文，粘贴到 Word 或 WPS 时保留标题和段落格式；图请另存后插入。";
pub const REWORD: &str = "改写这句话";
pub const REWORD_INSERT: &str = "插入数字…";
pub const REWORD_DONE: &str = "完成";
pub const REWORD_BACK: &str = "恢复标准句子";
pub const REWORD_HINT: &str = "大括号里是数字的名称，随表格变化";
pub const REASON_HINT: &str = "请写明原因，不用写句号";
pub const EXPLANATION: &str = "科目说明";
pub const FIGURE_FROM_FORM: &str = "来自绩效自评表";
pub const CHART_DATA: &str = "图的数据";
pub const CHART_SVG: &str = "存为 SVG";
pub const CHART_PNG: &str = "存为 PNG";
pub const CHART_WAITS: &str = "图要用的数字还没有填齐。";
pub const WORK_NONE: &str = "重点工作还没有填写";
pub const WORK_RATE: &str = "完成率";
pub const WORK_ADD: &str = "添加重点工作";

pub const FACTS_LEAD: &str = "决算表里没有、决算说明要用的内容，只填这一次。金额单位：万元。";
pub const FACTS_PROFILE: &str = "单位概况";
pub const FACTS_THREE_PUBLIC: &str = "“三公”经费";
pub const FACTS_OPERATING: &str = "机关运行经费";
pub const FACTS_PROCUREMENT: &str = "政府采购";
pub const FACTS_ASSETS: &str = "国有资产";
pub const FACTS_PERFORMANCE: &str = "预算绩效";
pub const FACTS_WORK: &str = "重点工作";
pub const FACTS_WORK_LEAD: &str = "目标值和完成值写成数字时计算完成率；文字里的合计和各项会核对。";

pub const QUICK_TITLE: &str = "速算";
pub const QUICK_LEAD: &str = "金额按万元计，也可写 元、亿元；粘贴带千分位或全角的数字也能识别。";
pub const QUICK_COPY_FIGURE: &str = "复制数字";
pub const QUICK_COPY_SENTENCE: &str = "复制句子";
pub const QUICK_COPIED: &str = "已复制";
pub const QUICK_WAITING: &str = "填写后立即显示结果";
pub const QUICK_COPY_TABLE: &str = "复制表格";
pub const STRUCTURE_TITLE: &str = "结构";
pub const STRUCTURE_FORMULA: &str = "各项 ÷ 各项之和";
pub const STRUCTURE_LIST: &str = "从表格粘贴，或一行写一项";
pub const STRUCTURE_EXAMPLE: &str =
    "社会保障和就业支出　1,249.26\n卫生健康支出　148.59\n住房保障支出　154.31\n合计　1,552.16";
pub const STRUCTURE_PLACES: &str = "占比小数位";
pub const STRUCTURE_PLACES_CHOICES: [(&str, &str); 3] =
    [("0", "0 位"), ("1", "1 位"), ("2", "2 位")];
pub const STRUCTURE_ADJUST: &str = "按最大余额法调整";
pub const STRUCTURE_ADJUST_BACK: &str = "恢复四舍五入";
pub const STRUCTURE_ADJUST_HINT: &str =
    "舍去部分最大的几项在末位进一，其余舍去，使各项之和正好是 100%";
pub const YEARS_TITLE: &str = "多年增长";
pub const YEARS_FORMULA: &str = "每年与上一年比较";
pub const YEARS_LIST: &str = "从表格粘贴，或一行写一年";
pub const YEARS_EXAMPLE: &str = "2018　1,200.5\n2019　1,544.93\n2020　1,552.63";
pub const THREE_TITLE: &str = "“三公”经费";
pub const THREE_FORMULA: &str = "单位：万元；没有发生的填 0";

pub const SAVE_NONE: &str = "尚未保存";
pub const SAVE_FULL: &str = "浏览器的存储空间已满，最近的修改没有自动保存：请点“保存文件”存成文件，再到首页删除不用的工作簿。";
pub const SAVE_FORBIDDEN: &str =
    "浏览器不允许本页保存数据，关闭页面后内容会丢失：请点“保存文件”存成文件。";
pub const SAVE_CONFLICT: &str =
    "这个工作簿已在另一个窗口中打开或修改，本窗口不自动保存，避免互相覆盖。";
pub const SAVE_DELETED: &str = "这个工作簿已在别处删除，本窗口不再自动保存：要留住屏幕上的内容，请另存为副本，或点“保存文件”。";
pub const SAVE_CONFLICT_COPY: &str = "另存为副本，继续编辑";
pub const FILE_UNREADABLE: &str = "文件读取失败：请确认文件还在原处，并有权限读取。";
pub const FILE_TOO_LARGE: &str = "文件超过 20 MB 的上限，不像是本工具保存的文件。";
pub const FILE_SAVED: &str = "已存入文件。";
pub const FILE_NOT_SAVED: &str =
    "文件没有存成：请确认文件没有被别的程序占用、磁盘没有写保护，再试一次。";
pub const UNSAVED_FIRST: &str =
    "正在编辑的工作簿还没有存好，没有打开别的：请先点“保存文件”，或另存为副本。";
pub const DELETE_FAILED: &str = "没有删除成功：浏览器的存储不可用，请重新打开本页后再试。";
pub const RESTORE_FAILED: &str = "没有恢复成功：浏览器的存储空间已满或不可用。";
pub const NO_FORMS: &str = "这个工作簿里没有自评表，没有内容可以打开。";
pub const STORED_NO_TEXT: &str = "这一条自动保存的内容不是工作簿，无法打开：请在首页删除它。";
pub const STORED_UNREADABLE: &str = "自动保存的内容无法读取，没有改动它：";
/// In a frame whose address does not say whose.
pub const FRAME_WITHOUT_ORIGIN: &str =
    "嵌入地址不完整：请在地址中写明所在门户的来源，例如 ?embed=1&origin=https://portal.example。";
/// Where a portal keeps what was typed.
pub const CRASHED_EMBEDDED: &str = "表格遇到意外错误，已停止。请重新载入所在页面后继续。";
pub const CRASHED: &str = "程序遇到意外错误，已停止。输入的内容已自动保存，重新打开本页即可继续。";

pub const SET_ASIDE: &str = "搁置…";
pub const SET_ASIDE_DONE: &str = "已搁置";
pub const SET_ASIDE_TITLE: &str = "已搁置的核对结果";
pub const SET_ASIDE_REASON: &str = "理由";
pub const SET_ASIDE_HINT: &str = "为什么可以不改，例如：经主管部门同意";
pub const SET_ASIDE_NEEDS_REASON: &str = "请先写明理由。";
pub const SET_ASIDE_CONFIRM: &str = "搁置";
pub const SET_ASIDE_BACK: &str = "恢复";
pub const REMARK: &str = "批注";
pub const REMARK_HINT: &str = "批注（Shift+F2）";
pub const HAND_ON: &str = "核对意见";
pub const HAND_ON_TEXT: &str = "复制文字";
pub const HAND_ON_TABLE: &str = "复制表格";
pub const HAND_ON_FILE: &str = "存为 CSV";
pub const HAND_ON_FAILED: &str = "浏览器没有允许复制或下载，请再试一次。";

pub const RULES_LEAD: &str =
    "每套规则都写明依据。工作簿选用一套，每张表也可以另选。规则可以导出，改好后再导入。";
pub const RULES_IMPORT: &str = "导入规则…";
pub const RULES_EXPORT: &str = "导出";
pub const RULES_USE: &str = "用于本工作簿";
pub const RULES_OWN: &str = "自行导入";
pub const RULES_SETS: &str = "规则";
pub const RULES_POINTS: &str = "指标分值";
pub const RULES_POINTS_FREE: &str = "各级指标的分值由单位设定";
pub const RULES_HIGHER: &str = "正向指标";
pub const RULES_LOWER: &str = "反向指标";
pub const RULES_BANDS: &str = "定性指标";
pub const RULES_FAR_ABOVE: &str = "超额完成";
pub const RULES_GRADES: &str = "等级";
pub const RULES_SOURCE: &str = "依据";
pub const SETTINGS: &str = "本工作簿的设置";
pub const SETTING: &str = "设置";
pub const SETTING_HERE: &str = "本工作簿";
pub const SETTING_IN_RULES: &str = "规则本身";
pub const SETTING_NOW: &str = "现在执行";
pub const SETTING_AS_IN_RULES: &str = "按规则";

pub const CONSOLIDATE_LEAD: &str =
    "数量相加，比率和定性得分按支出金额加权平均，再按规则计分。文件只在本机读取。";
pub const CONSOLIDATE_DROP: &str = "把各单位的 .juesuan.json 文件拖到这里，或者：";
pub const CONSOLIDATE_FILES: &str = "选择文件…";
pub const CONSOLIDATE_FOLDER: &str = "选择文件夹…";
pub const CONSOLIDATE_WORKING: &str = "正在汇总……";
pub const CONSOLIDATE_BROKE_OFF: &str =
    "汇总中途停止，可能是文件太多、内存不够。请关闭一些页面，或分几批汇总。";
pub const CONSOLIDATE_FAILED: &str = "没有读成的文件";
pub const CONSOLIDATE_WHAT: &str = "汇总";
pub const CONSOLIDATE_GRADE: &str = "等级";
pub const CONSOLIDATE_OPEN: &str = "打开汇总表";
pub const CONSOLIDATE_NOTHING: &str = "这些文件里没有可以汇总的自评表。";
pub const CONSOLIDATE_FINDINGS: &str = "汇总表的核对";
pub const CONSOLIDATED: &str = "汇总结果";
pub const PARTS: &str = "各单位";
pub const PART_COLUMNS: [&str; 7] = ["单位", "预算数", "执行数", "执行率", "总分", "自填", "错误"];

pub fn version(version: &str) -> String {
    format!("版本 {version}")
}

pub fn checksum(checksum: &str) -> String {
    format!("校验码 {checksum}")
}

pub fn saved_at(time: &str) -> String {
    format!("已自动保存 {time}")
}

/// Said where something changed, at the end of the sentence.
pub const UNDOABLE: &str = "可用 Ctrl+Z 撤销。";

fn undoable(changed: bool) -> &'static str {
    if changed { UNDOABLE } else { "" }
}

pub fn paste_too_wide(columns: usize, room: usize, changed: bool) -> String {
    format!(
        "粘贴的内容有 {columns} 列，从这一格起只能放 {room} 列，右边多出的列没有放入。{}",
        undoable(changed)
    )
}

/// What came of a block with headings.
pub fn block_brought(rows: usize, problems: &[String], changed: bool) -> String {
    let problems = problems.concat();
    if changed {
        format!("{rows} 条指标已放到各自的一级、二级指标下。{problems}{UNDOABLE}")
    } else {
        format!("粘贴的 {rows} 条指标表里已有，没有改动。{problems}")
    }
}

pub fn paste_too_long(rows: usize, most: usize) -> String {
    format!("粘贴的内容有 {rows} 行，放入后一张表会超过 {most} 条指标，没有放入。")
}

pub fn paste_too_tall(rows: usize, room: usize, changed: bool) -> String {
    format!(
        "粘贴的内容有 {rows} 行，从这一格起只能放 {room} 行，下面多出的行没有放入。{}",
        undoable(changed)
    )
}

pub fn paste_too_long_table(rows: usize, most: usize) -> String {
    format!("粘贴的内容有 {rows} 行，放入后这张表会超过 {most} 行，没有放入。")
}

pub fn paste_unit(unit: Unit) -> &'static str {
    match unit {
        Unit::AsWritten => "按表头所写",
        Unit::TenThousandYuan => "万元",
        Unit::Yuan => "元",
    }
}

/// What was read of a whole table; `changed`: whether anything is another now.
pub fn table_read(read: &TableRead, changed: bool) -> String {
    let (rows, amounts) = (read.rows, read.amounts);
    if amounts == 0 {
        return "没有读入数字。".to_owned();
    }
    if let UnitFound::Doubtful(reason) = &read.unit {
        return format!("{reason}认出 {rows} 行、{amounts} 个数，还没有放入，请选择金额单位：");
    }
    if !changed {
        return format!("读入 {rows} 行、{amounts} 个数，与表中已有的相同，没有改动。");
    }
    let unit = match &read.unit {
        UnitFound::Assumed => "，表头没有写金额单位，按万元读入".to_owned(),
        _ if read.in_yuan => "，金额按元保留，显示时折算成万元".to_owned(),
        _ => String::new(),
    };
    format!("读入 {rows} 行、{amounts} 个数{unit}。{UNDOABLE}")
}

/// The choice where the unit is in doubt, or was only assumed.
pub const PASTE_AS_YUAN: &str = "按元读入";
pub const PASTE_AS_WAN: &str = "按万元读入";

pub fn layout_unknown(id: &str) -> String {
    format!("“{id}”（没有这个版式）")
}

pub fn bring_subjects(table: &str) -> String {
    format!("带入{table}的科目")
}

pub fn table_cell(row: &str, column: &str) -> String {
    format!("{row} {column}")
}

pub fn unit_line(unit: &str) -> String {
    format!("{FORM_HEAD_UNIT}：{unit}")
}

pub fn nothing_here(what: &str) -> String {
    format!("本单位没有{what}，本表无数据。")
}

pub fn identity_across(table: &str) -> String {
    format!("{table} 每行合计 = 各栏之和")
}

pub fn identity_tree(table: &str) -> String {
    format!("{table} 合计 = 各类之和，类 = 款，款 = 项")
}

/// `25 相等，1 待填`; rounding is said where there is any.
pub fn identity_counts(holds: usize, rounded: usize, waiting: usize) -> String {
    let part = |count: usize, word: &str| (count > 0).then(|| format!("{count} {word}"));
    let parts = [
        part(holds, IDENTITY_HOLDS),
        part(rounded, IDENTITY_ROUNDED),
        part(waiting, IDENTITY_WAITS),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join("，")
}

/// What is known of a sum whose parts are not all known.
pub fn so_far(amount: &str) -> String {
    format!("{amount} + 待填")
}

pub fn fill_zeros(count: usize) -> String {
    format!("空格填 0（{count} 格）")
}

pub fn finding_places(count: usize) -> String {
    format!("各处（{count}）")
}

pub fn identity_broken(count: usize) -> String {
    format!("{count} 处不等")
}

pub fn reason_of(phrase: &str) -> String {
    format!("原因（{phrase}）")
}

pub fn figure_from(phrase: &str) -> String {
    format!("来自{phrase}")
}

pub fn text_copied_waiting(waiting: usize) -> String {
    format!("已复制全文，其中 {waiting} 句还有数字或原因待填，没有写出。")
}

pub fn work_cell(row: usize, column: &str) -> String {
    format!("第 {} 项 {column}", row + 1)
}

pub fn work_remove(row: usize) -> String {
    format!("删除第 {} 项重点工作", row + 1)
}

pub fn fact_unit(fact: Fact) -> &'static str {
    match fact.kind() {
        FactKind::Amount => "（万元）",
        _ => "",
    }
}

pub const FACTS_FILL_HINT: &str = "这一组里没有发生的都填 0，可以撤销";

pub fn fill_count(count: usize) -> String {
    format!("其余 {count} 格填 0")
}

pub fn facts_fill(group: &str, count: usize) -> String {
    format!("{group}：{}", fill_count(count))
}

pub fn year(year: &str) -> String {
    format!("{year} 年度")
}

pub fn count(severity: Severity, count: usize) -> String {
    format!("{} {count}", self::severity(severity))
}

pub fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "错误",
        Severity::Warning => "警告",
        Severity::Notice => "提示",
    }
}

pub fn live(errors: usize, warnings: usize, notices: usize) -> String {
    format!("错误 {errors} 条，警告 {warnings} 条，提示 {notices} 条")
}

pub fn unfilled(count: usize) -> String {
    format!("还有 {count} 格未填写")
}

pub fn more_findings(count: usize) -> String {
    format!("显示其余 {count} 条")
}

pub fn replace_with(text: &str) -> String {
    format!("改为 {text}")
}

pub fn goal(number: usize) -> String {
    format!("年度目标 {number}")
}

pub fn points(points: &str) -> String {
    format!("（{points} 分）")
}

pub fn execution_score(points: &str) -> String {
    format!("得分（{points} 分 × 执行率）")
}

pub fn overall_title(unit: &str) -> String {
    format!("{unit}整体绩效自评表")
}

pub fn project_title(name: &str) -> String {
    format!("{name}项目自评表")
}

/// Beside a total that is not the sum of the scores printed above it.
pub fn printed_sum(sum: &str) -> String {
    format!("所列得分合计 {sum}")
}

pub fn grade(grade: &str) -> String {
    format!("等级：{grade}")
}

pub fn characters(count: usize) -> String {
    format!("{count} 字")
}

pub fn row_cell(number: usize, what: &str) -> String {
    format!("第 {number} 项 {what}")
}

pub fn band_unknown(key: &BandKey) -> String {
    format!("{key}（规则中没有此档）")
}

pub fn remark(remark: &str) -> String {
    format!("批注：{remark}")
}

pub fn set_aside_count(count: usize) -> String {
    format!("已搁置 {count}")
}

pub fn move_to(dimension: &str) -> String {
    format!("移到{dimension}")
}

pub fn deleted(unit: &str) -> String {
    let unit = if unit.trim().is_empty() {
        START_UNNAMED
    } else {
        unit.trim()
    };
    format!("已删除“{unit}”。")
}

pub fn report_copied(lines: usize) -> String {
    format!("已复制 {lines} 条核对意见，可以粘贴到回复里。")
}

pub fn report_saved(lines: usize) -> String {
    format!("已存为 CSV 文件，共 {lines} 条。")
}

pub fn rules_imported(name: &str) -> String {
    format!("已导入规则“{name}”，可以选用。")
}

pub fn as_workbook(name: &str) -> String {
    format!("随工作簿：{name}")
}

/// In somebody else's page, which chooses the rules.
pub fn by_default(name: &str) -> String {
    format!("默认：{name}")
}

pub fn forms_use(forms: usize) -> String {
    format!("{forms} 张表在用")
}

pub fn category_points(name: &str, points: &str) -> String {
    format!("{name} {points} 分")
}

pub fn indicator_points(points: &str) -> String {
    format!("共 {points} 分，")
}

pub fn grade_from(name: &str, from: &str) -> String {
    format!("{name}（{from} 分起）")
}

pub fn settings_lead(rules: &str) -> String {
    format!("在“{rules}”之外，本单位另有规定的写在这里；留空就按规则。")
}

/// The answers of a setting that is chosen, as value and label; `None` where it is typed.
pub fn setting_choices(setting: Setting) -> Option<&'static [(&'static str, &'static str)]> {
    const PLACES: &[(&str, &str)] = &[
        ("0", "0 位"),
        ("1", "1 位"),
        ("2", "2 位"),
        ("3", "3 位"),
        ("4", "4 位"),
    ];
    match setting {
        Setting::PercentPlaces | Setting::ScorePlaces => Some(PLACES),
        Setting::ZeroByZero => Some(&[("dash", "印“—”"), ("zero", "印 0%")]),
        Setting::Satisfaction => Some(&[("required", "评"), ("leftOut", "不评")]),
        Setting::ExplainMissed => Some(&[("yes", "须说明"), ("no", "不要求")]),
        Setting::FarAbove | Setting::ExplainExecutionBelow | Setting::Deadline => None,
    }
}

pub fn setting_hint(setting: Setting) -> &'static str {
    match setting {
        Setting::FarAbove => "130% 或 不要求",
        Setting::ExplainExecutionBelow => "90% 或 不要求",
        Setting::Deadline => "2021-06-30",
        _ => "",
    }
}

pub fn files_read(done: usize, total: usize) -> String {
    format!("已读取 {done} / {total} 个文件……")
}

pub fn all_files_read(files: usize) -> String {
    format!("{files} 个文件都已读取。")
}

pub fn some_files_failed(failed: usize, files: usize) -> String {
    format!("{files} 个文件中有 {failed} 个没有读成")
}

pub fn and_more(count: usize) -> String {
    format!("……另有 {count} 条")
}

pub fn parts(count: usize) -> String {
    format!("各单位（{count} 张表）")
}

pub fn only_outliers(count: usize) -> String {
    format!("只看明显不同的（{count} 个）")
}

pub fn more_parts(count: usize) -> String {
    format!("显示其余 {count} 行")
}

/// A severity by its stable name.
pub fn severity_named(name: &str) -> &'static str {
    let all = [Severity::Error, Severity::Warning, Severity::Notice];
    let found = all.into_iter().find(|severity| severity.as_str() == name);
    found.map_or("", severity)
}

/// Title and one-line explanation of a quick figure.
pub fn calculation(calculation: Calculation) -> (&'static str, &'static str) {
    match calculation {
        Calculation::Completion => ("完成率、执行率", "决算数 ÷ 预算数"),
        Calculation::Growth => ("增长率", "（本年 − 上年）÷ 上年"),
        Calculation::Share => ("占比", "部分 ÷ 合计"),
        Calculation::Score => ("指标得分", "分值 × 完成 ÷ 目标，≤ 目标时相反"),
    }
}

/// A cell of the three public expenses, for a screen reader.
pub fn three_cell(item: &str, column: &str) -> String {
    format!("{item} {column}")
}

/// An example in an empty box of a quick figure.
pub fn calculation_example(calculation: Calculation, at: usize) -> &'static str {
    let examples: &[&'static str] = match calculation {
        Calculation::Completion => &["1,552.16", "1,516.89"],
        Calculation::Growth => &["1,552.63", "1,544.93"],
        Calculation::Share => &["178.3", "1,552.63"],
        Calculation::Score => &["10", "≥2.0%", "1.0%"],
    };
    examples.get(at).copied().unwrap_or_default()
}
