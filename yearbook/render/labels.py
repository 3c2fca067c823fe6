"""Every word of the pages that is not content; `{fields}` are filled by the views."""

from __future__ import annotations

from typing import Final


class Labels:
    """The words of the page language. Templates see them as `t`."""

    lang: Final = "zh-Hans"
    locale: Final = "zh_CN"
    # page furniture
    skip: Final = "跳到正文"
    seal: Final = "年鉴"
    nav: Final = "主导航"
    years: Final = "卷次"
    all_years: Final = "各卷"
    lacking: Final = "本卷无此篇"
    missing: Final = "缺记{years}年的卷"
    others: Final = "他卷"
    other_title: Final = "{volume}：{title}"
    others_lacking: Final = "{volumes}无"
    others_none: Final = "前后各卷无"
    through: Final = "历年"
    compared: Final = "与{volume}比较"
    # through the years
    decade: Final = "{year}年代"
    decades: Final = "年代"
    quoted: Final = "“{title}”"
    years_lead: Final = "自{first}至{last}，共{count}卷。改了名、挪了地方的，仍在一行。"
    years_caption: Final = "各分目、条目见于哪些卷"
    years_section: Final = "分目"
    years_ways: Final = "历年的其他页"
    years_none: Final = "本卷无"
    years_elsewhere: Final = "{section}·{title}"
    years_more: Final = "另有{count}条只见于一卷"
    through_title: Final = "{title}·历年"
    through_lead: Final = "自{first}至{last}，{count}卷有此篇。"
    through_lead_one: Final = "只有{first}有此篇。"
    through_entry: Final = "“{title}”中的一条"
    letters_count: Final = "约{count}字"
    matter_new: Final = "新"
    matter_was: Final = "原题“{title}”"
    matter_last: Final = "上见于{volume}"
    matter_from: Final = "自“{title}”移来"
    matter_to: Final = "移到{title}"
    matters_gone: Final = "前卷有而本卷无"
    here: Final = "位置"
    home: Final = "首页"
    contents: Final = "目次"
    figures: Final = "数据"
    honours: Final = "荣誉"
    about: Final = "关于"
    search: Final = "检索"
    search_all: Final = "全文检索"
    volume: Final = "{volume}卷"
    volume_words: Final = ("卷", "辑", "册", "期", "号")  # a volume that ends so is a label already
    draft: Final = "草稿：本卷尚未发布，文字与数据可能改动。"
    stage_none: Final = "阶段未注明"
    stage_editor: Final = "责任编辑{editor}"
    stage_carried: Final = "沿用{edition}卷，待核对"
    stage_empty: Final = "（待写）"
    board: Final = "编纂进度"
    board_lead: Final = (
        "共{tasks}条，定稿{done}条，待写{empty}条；待填数据{slots}个；沿用待核对的分目{carried}个。"
    )
    board_unit: Final = "单位"
    board_nobody: Final = "未定"
    board_total: Final = "合计"
    before: Final = "上一篇"
    after: Final = "下一篇"
    turn: Final = "上一篇与下一篇"
    revised: Final = "{date}修订"
    cite_link: Final = "关于本鉴"
    join: Final = "、"
    # reading settings
    settings: Final = "阅读设置"
    size: Final = "字号"
    sizes: Final = (("", "标准"), ("l", "大"), ("xl", "特大"))
    theme: Final = "底色"
    themes: Final = (("", "自动"), ("light", "浅"), ("dark", "深"))
    face: Final = "字体"
    faces: Final = (("", "宋体"), ("hei", "黑体"))
    shortcuts: Final = "快捷键"
    shortcut_choices: Final = (("", "开"), ("off", "关"))
    # home
    motto: Final = ("一年一卷，", "事有所本，数有所归")
    series: Final = "{institution}逐年记事的年鉴，现有{count}卷。"
    series_one: Final = "{institution}逐年记事的年鉴，这里是{volume}。"
    shelf: Final = "各卷书架"
    older: Final = "更早各卷"
    entry_word: Final = "条"
    figure_word: Final = "数"
    entries_count: Final = "{entries}条"
    figures_count: Final = "{figures}数"
    latest: Final = "最近一卷·{volume}"
    ways: Final = "从何处读起"
    by_contents: Final = ("按目次", "{sections}个分目，{entries}条，逐条而读")
    by_figures: Final = ("按数据", "{figures}个数，逐个可回到原句，可下载")
    by_honours: Final = ("按荣誉", "{honours}项，分级排列，逐项可回到原句")
    by_chronicle: Final = ("按大事记", "{volume}的大事，依月日而读")
    by_days: Final = "各卷同月同日之事，今天的在最上"
    by_index: Final = ("按索引", "主题、人名、文献、荣誉、地名，依音序或笔画查检")
    by_years: Final = ("按历年", "各卷的分目和条目逐行对照，改了名、挪了地方的仍在一行")
    by_compare: Final = ("按比较", "相邻两卷逐篇逐句对照，数字的增减一目了然")
    by_english: Final = ("In English", "Contents and summaries of the {volume} volume")
    by_about: Final = "关于本鉴"
    # edition
    cover: Final = "{title}{volume}封面"
    year_volume: Final = "{volume}年卷"
    covers_year: Final = "记{year}年一年之事。"
    covers_days: Final = "记{start}至{end}之事。"
    extent: Final = "凡{sections}个分目，{entries}条，{figures}个数，{honours}项荣誉。"
    extent_plain: Final = "凡{sections}个分目，{entries}条。"
    year_in_figures: Final = "数说{volume}"
    all_figures: Final = "全部数据与图表"
    all_honours: Final = "全部{count}项荣誉，附出处"
    appended: Final = "附"
    honours_count: Final = "{honours}项"
    levels: Final = {"全国": "全国", "省": "省级", "市": "市级", "县": "县级"}
    use: Final = "取用本卷"
    use_data: Final = "数据下载"
    use_citations: Final = "引文下载"
    use_volume: Final = "全卷 JSON"
    use_english: Final = "英文目次"
    use_offline: Final = "离线阅读"
    offline_zip: Final = "ZIP（{size}）"
    offline_how: Final = "，解压后打开index.html，不用联网"
    # section
    in_page: Final = "{volume}目次"
    on_page: Final = "本页目次"
    permalink: Final = "本条链接：{title}"
    own_figures: Final = "本条数据"
    note_mark: Final = "〔{number}〕"
    note_back: Final = "回到正文第{nth}处"
    cite_entry: Final = "引用、打印本条"
    cite_section: Final = "引用本篇"
    cite_edition: Final = "引用本卷"
    copy: Final = "复制引文"
    copied: Final = "已复制"
    cite_record: Final = "引用其中一条"
    formats: Final = "其他格式"
    cite_words: Final = {
        "formats": "引文格式",
        "copy": "复制",
        "done": "已复制",
        "download": "下载",
        "figure": "数据",
        "record": "本页各条",
        "copy_citation": "复制引文",
        "failed": "引文数据没有载入：请确认 assets 与 data 两个文件夹与本页放在一起，再试一次。",
    }
    print_entry: Final = "打印本条"
    remark: Final = "校注：{note}"
    see: Final = "见“{title}”"
    was: Final = "原作“{printed}”"
    group: Final = "子目"
    was_missing: Final = "原缺"
    was_added: Final = "补录"
    was_box: Final = "〔{said}，{day}：{reason}〕"
    moved: Final = "“{title}”已移到"
    moved_title: Final = "地址已变"
    moved_text: Final = "原在此处的内容已移到别处。"
    nth: Final = "其{number}"
    office_term: Final = "{start}—{end}"
    credit: Final = "摄影：{credit}"
    units: Final = "单位：{units}"
    source: Final = "来源：{source}"
    scroll: Final = "{caption}，可左右滚动"
    table: Final = "表格"
    accessed: Final = "{date}取用"
    people: Final = "人物"
    bodies: Final = "机构"
    items: Final = "事项"
    events: Final = "大事记"
    references: Final = "参考资料"
    tables: Final = "表"
    pictures: Final = "图片"
    # figures
    figures_title: Final = "数说{volume}"
    figures_lead: Final = "正文里的每一个数，在这里各占一行；每一行都能回到它的原句。"
    figures_table: Final = "数据总表"
    figures_caption: Final = "{volume}数据总表，按分目排列"
    filter: Final = "筛选"
    filter_hint: Final = "指标、单位或数值"
    filter_count: Final = "{count}个数"
    cite_figure: Final = "引用一个数"
    cite_figure_text: Final = "选一个数，复制它的引文。"
    cite_figure_online: Final = "选一个数，复制它的引文；引文指向正文中的原句。"
    choose_figure: Final = "选择数据"
    column_label: Final = "指标"
    column_value: Final = "数值"
    column_unit: Final = "单位"
    column_entry: Final = "条目"
    download: Final = "下载"
    csv: Final = "CSV"
    json: Final = "JSON"
    csv_note: Final = "（CSV可用表格软件打开）"
    as_of: Final = "截至{date}"
    per: Final = "每{per}"
    definition: Final = "口径：{definition}"
    chart_source: Final = "出处"
    comma: Final = "，"
    about_word: Final = "约"
    chart_times: Final = "{label}最多，{written}，{about}为{second}的{times}倍"
    chart_close: Final = "{label}最多，{written}，{second}与之相近"
    chart_largest: Final = "{label}最多，{written}"
    chart_equal: Final = "{label}与{second}并列最多，{written}"
    chart_shares: Final = "认定比例：{first}最高，{most}%；{last}最低，{least}%"
    chart_share: Final = "{title}的认定比例为{share}%"
    chart_part: Final = "认定数{about}占申报数的{share}%"
    chart_sum: Final = "（{parts}＝{total}{unit}）"
    chart_void: Final = "有数缺或为零，不作比例"
    chart_differ: Final = "单位不同（{units}），不作比例"
    # a figure through the years
    change_words: Final = ("增", "减")
    change_levels: Final = ("升", "降")
    change_none: Final = "持平"
    change_alike: Final = "相近"
    change_percent: Final = "（{percent}）"
    change_below: Final = "不足0.1%"
    finding_words: Final = ("增至", "减至")
    finding_levels: Final = ("升至", "降至")
    finding_moved: Final = "由{first}的{before}{word}{last}的{after}，{by}"
    finding_times: Final = "{about}为原来的{times}倍"
    finding_same: Final = "{last}与{first}同为{after}"
    finding_near: Final = "{last}的{after}与{first}的{before}相近"
    finding_alone: Final = "只有{volume}有数，{written}"
    finding_nothing: Final = "各卷都没有数"
    finding_highest: Final = "；{volume}最高，{written}"
    finding_lowest: Final = "；{volume}最低，{written}"
    series_kicker: Final = "历年数据"
    series_here: Final = "历年"
    series_of: Final = "{label}：历年数据"
    series_lead: Final = "{first}至{last}，{count}卷记有这个数；每个数都能回到它的原句。"
    series_ended: Final = "{last}以后各卷未记。"
    series_describe: Final = "{label}，{first}至{last}逐卷的数值、增减和出处。"
    series_caption: Final = "{label}：逐卷的数值、单位、与上一卷相比的增减、出处"
    series_columns: Final = ("卷", "数值（原文）", "折算", "单位", "比上一卷", "出处")
    series_table: Final = "逐卷数据"
    series_covers: Final = "记{period}"
    series_year: Final = "{year}年"
    series_days: Final = "{start}至{end}"
    series_words: Final = "（“{text}”）"
    series_unit: Final = "{unit}，每{per}"
    series_missing: Final = "缺"
    series_nil: Final = "无"
    series_unsaid: Final = "{volumes}未记"
    series_to: Final = "至"
    series_lacking: Final = "其间有{count}年没有年鉴"
    series_not_before: Final = "上一卷无数"
    series_over_years: Final = "隔年，不比"
    series_breaks: Final = {
        "unit": "单位改变",
        "per": "计数基准改变",
        "as_of": "时期与时点改变",
        "span": "记述时间长短不同",
        "definition": "口径改变",
    }
    series_months: Final = "{count}个月"
    series_stock_now: Final = "改为时点数"
    series_flow_now: Final = "改为全年数"
    series_changed: Final = {
        "unit": "单位由{before}改为{after}",
        "per": "计数基准由{before}改为{after}",
        "as_of": "由{before}改为{after}",
        "span": "记述时间由{before}改为{after}",
        "definition": "口径由{before}改为{after}",
    }
    series_quoted: Final = "“{text}”"
    series_total: Final = "总数"
    series_stock: Final = "时点数"
    series_flow: Final = "全年数"
    series_undefined: Final = "未注明"
    series_break: Final = "{volume}起{why}，与前不相比"
    series_hollow: Final = "空心的是约数"
    series_cut: Final = "纵轴不从零起"
    series_far: Final = "一个数远大于其余，其余的高低看不出来，见下表"
    series_scales: Final = "单位不同的各段各有尺度，高低不相比"
    series_by_years: Final = "横轴是记述的年份"
    series_in_table: Final = "逐卷的数见下表。"
    series_list: Final = "；"
    series_stop: Final = "。"
    series_defined: Final = "{volumes}：{definition}"
    series_notes: Final = "口径"
    series_see: Final = "又见"
    series_through: Final = "“{title}”历年"
    series_joined: Final = "这个数接续另一个数的历年数据，并在那里。"
    series_pages: Final = "历年数据总目"
    series_pages_lead: Final = "两卷以上都记有的数，共{count}个，按最近一次所在的分目排列。"
    series_span: Final = "{first}至{last}，{count}卷"
    # comparison of editions
    compare: Final = "比较"
    compare_pair: Final = "{before}与{after}"
    compare_description: Final = "{title}{before}与{after}逐句对照：{matter}。"
    compare_lead: Final = "逐句对照，{counts}。改动之处在句旁注明，未注的两卷相同。"
    compare_lead_pair: Final = "两卷都有的分目逐句对照；只有一卷有的列在后面。"
    compare_lead_all: Final = "{count}卷依次相比，逐句对照，最近的在前。"
    compare_only: Final = "只看不同"
    compare_change: Final = "改动"
    compare_kinds: Final = {
        "same": "",
        "changed": "改",
        "cut": "删去",
        "new": "新增",
        "away": "移",
        "here": "移",
    }
    compare_counts: Final = {
        "changed": "改{count}处",
        "new": "新增{count}处",
        "cut": "删去{count}处",
        "here": "移{count}处",
    }
    compare_alike: Final = "文字没有改动"
    compare_from: Final = ("移自本条他处", "移自“{title}”")
    compare_to: Final = ("移至本条他处", "移至“{title}”")
    compare_event: Final = "："
    compare_difference: Final = "增减"
    compare_unsaid: Final = "{volume}此篇未记"
    compare_not: Final = "{why}，不比"
    compare_void: Final = "有数缺或无"
    compare_through: Final = "历年"
    compare_kicker: Final = "比较·{pair}"
    compare_earlier: Final = "{volume}题作“{title}”。"
    compare_earlier_volume: Final = "前卷"
    compare_later_volume: Final = "后卷"
    compare_both: Final = "两卷都有"
    compare_alone: Final = "只有{volume}有"
    compare_opening: Final = "篇首"
    compare_decade: Final = "{year}年代"
    compare_any: Final = "任选两卷"
    compare_section: Final = "分目"
    compare_show: Final = "对照"
    compare_neighbours: Final = "相邻两卷"
    compare_words: Final = {
        "column": compare_change,
        "kinds": compare_kinds,
        "counts": compare_counts,
        "unchanged": compare_alike,
        "from": compare_from,
        "to": compare_to,
        "pair": compare_pair,
        "kicker": compare_kicker,
        "lead": compare_lead,
        "earlier": compare_earlier,
        "figures": figures,
        "scroll": scroll,
        "label": column_label,
        "difference": compare_difference,
        "unsaid": compare_unsaid,
        "not": compare_not,
        "void": compare_void,
        "join": join,
        "about": about_word,
        "change": change_words,
        "levels": change_levels,
        "none": change_none,
        "alike": change_alike,
        "percent": change_percent,
        "below": change_below,
        "breaks": series_breaks,
        "as_of": (series_flow_now, series_stock_now),
        "lost": "{files}缺失或损坏，不能比较。请重新拷贝整个网站。",
        "twice": "请选不同的两卷。",
        "nothing": "这两卷没有相同的分目可比。",
    }
    # honours
    honour_count: Final = "{count}{unit}"
    honour_some: Final = "{names}等{count}"
    honour_from: Final = "{name}授予"
    # indexes
    index: Final = "索引"
    indexes: Final = {
        "subjects": ("主题", "主题索引"),
        "names": ("人名机构", "人名机构索引"),
        "documents": ("文献", "文献索引"),
        "honours": ("荣誉竞赛", "荣誉竞赛索引"),
        "places": ("地名", "地名索引"),
    }
    index_kinds: Final = {
        "term": "术语",
        "keyword": "主题词",
        "title": "条目名",
        "quoted": "引语",
        "person": "人物",
        "body": "机构",
        "document": "文件书刊",
        "reference": "参考资料",
        "honour": "荣誉",
        "competition": "竞赛评选",
        "programme": "项目活动",
        "place": "地名",
    }
    index_lead: Final = "{volume}的{count}个标目，依音序排列，各指向所在的条目。"
    index_lead_all: Final = "各卷的{count}个标目，依音序排列，各指向所在的条目和卷次。"
    index_pages: Final = "各种索引"
    index_scopes: Final = "索引范围"
    index_all_volumes: Final = "各卷合编"
    index_letters: Final = "音序"
    index_by_sound: Final = "音序索引"
    index_other: Final = "数字、西文"
    index_strokes: Final = "笔画检字"
    index_stroke: Final = "{count}画"
    index_filter: Final = "只看"
    index_every: Final = "全部"
    index_see: Final = "见"
    index_also: Final = "参见"
    index_whole: Final = "全篇"
    index_noted: Final = "{title}（注）"
    index_more: Final = "共{count}处，检索全部"
    index_event: Final = "{section}·{date}"
    # chronicle, and days of all years
    chronicle: Final = "大事记"
    chronicle_lead: Final = "{volume}所记{count}件事，依日期排列，各指向所出的条目。"
    month: Final = "{month}月"
    month_of: Final = "{year}年{month}月"
    within_year: Final = "年内"
    other_years: Final = "其他年份"
    day: Final = "{month}月{day}日"
    honoured: Final = "{recipient}获{title}"
    honoured_by: Final = "{recipient}获{name}授予的{title}"
    days: Final = "历史上的今天"
    days_lead: Final = "各卷所记有月有日的{count}件事，依月日排列，各指向所出的条目。"
    today_is: Final = "今天·{day}"
    today_none: Final = "这一天没有记载。下一个有记载的日子是"
    # people and bodies of all years
    lives: Final = {"person": "历年人物", "body": "历年机构"}
    lives_lead: Final = {
        "person": "各卷所记{count}人的任职与荣誉，依姓名的音序排列，各指向所记的卷。",
        "body": "各卷所记{count}个机构的沿革、存续与荣誉，依名称的音序排列，各指向所记的卷。",
    }
    lives_of: Final = {"person": "任职、荣誉", "body": "沿革、荣誉"}
    spans: Final = ("", "{start}起", "至{end}", "{start}—{end}")
    lineages: Final = "沿革"
    became: Final = "其后为"
    body_before: Final = "前身"
    body_after: Final = "后继"
    written_also: Final = "又作{names}"
    unsure: Final = {
        "person": "同名的不止一人，未写明是哪一位",
        "body": "同名的不止一个，未写明是哪一个",
    }
    # about
    about_title: Final = "关于本鉴"
    about_parts: Final = {
        "words": "编辑说明",
        "terms": "术语",
        "cited": "引用方式",
        "licence": "许可",
        "colophon": "版记",
    }
    how_to_cite: Final = "如何引用"
    how_to_cite_text: Final = (
        "每一篇、每一条都有固定的地址和写好的引文，格式依国家标准《信息与文献　参考文献著录规则》"
        "（{standard}）。"
    )
    how_to_cite_day: Final = "复制时自动补上当天的引用日期。"
    standards: Final = {"2025": "GB/T 7714—2025", "2015": "GB/T 7714—2015"}
    standard_of: Final = "{volume}依{standard}"
    cite_volume: Final = "引用整卷（{volume}）："
    glossary: Final = "术语"
    licence: Final = "许可"
    colophon: Final = "版记"
    colophon_rows: Final = {
        "title": "刊名",
        "title_en": "英文刊名",
        "institution": "编纂单位",
        "editor": "编者",
        "publisher": "出版者",
        "place": "出版地",
        "isbn": "ISBN",
        "volumes": "卷次",
        "format": "载体",
    }
    format: Final = "静态网页：可在线阅读，也可整站拷贝，断网翻检；不设计数，不联外站。"
    keys: Final = "键盘"
    keys_rows: Final = (
        ("[ ]", "上一篇、下一篇"),
        ("/", "到检索框或筛选框"),
        ("↑ ↓", "检索的提示与结果：上一条、下一条"),
        ("Esc", "收起检索的提示、阅读设置；从检索结果回到检索框"),
    )
    keys_text: Final = "浏览器启用脚本时可用；“阅读设置”里可以关闭。"
    # search
    search_title: Final = "全文检索"
    search_lead: Final = (
        "逐字检索各卷的条目与记录：字、词、数、人名、地名都可以；几个词之间空一格，就要同时出现。"
    )
    search_facets: Final = "缩小范围"
    search_years: Final = "卷次"
    search_from: Final = "自"
    search_to: Final = "至"
    search_lists: Final = ("类目", "分目", "类型")
    search_kind_names: Final = ("条目", "人物", "机构", "事项", "大事", "参考资料", "图片", "表格")
    search_offers: Final = "名目与数据"
    search_hits: Final = "检索结果"
    search_more: Final = "再显示一些"
    search_no_script: Final = (
        "检索要用到浏览器的脚本（JavaScript），现在没有启用。正文不受影响，请从下面各页查找。"
    )
    search_browse: Final = "逐卷翻检"
    search_try: Final = "可以试试："
    search_tries: Final = (
        "少输入几个字，或只留最要紧的一两个词；",
        "换一种写法：全称与简称、汉字数目与阿拉伯数字；",
        "从下面的索引和目次翻检。",
    )
    search_gone: Final = (
        "assets/search.js缺失或损坏，不能检索。请重新拷贝整个网站，或从下面各页翻检。"
    )
    search_words: Final = {
        "offers": "标题与名目",
        "whole": "检索全文：“{query}”",
        "gone": "{files}缺失或损坏，提示不全",
        "marked": "已标记{count}处",
        "unmark": "清除标记（{count}处）",
    }
    search_page_words: Final = {
        "found": "“{query}”：找到{count}条",
        "grouped": "，各年同一条目合并为{count}项",
        "narrowed": "所选范围内没有，不限范围有{count}条",
        "wide": "取消各项限定",
        "none": "“{query}”：没有找到",
        "bare": "“{query}”：正文没有",
        "listed": "；名目与数据有{count}个",
        "read": "；读音相合的有{count}个",
        "unread": "“{query}”没有能检索",
        "blank": "没有可以检索的字：空白、引号、括号不计在内。",
        "only": "只找“{query}”：{count}条",
        "instead": "改用“{query}”检索：{count}条",
        "was": "〔原作〕",
        "also": "又见",
        "others": "另有{count}个",
        "volumes": "另有{count}卷",
        "kinds": "另有{count}类",
        "sound": "读音相合",
        "loading": "正在检索……",
        "failed": "{files}缺失或损坏，不能检索。请重新拷贝整个网站，或从下面各页翻检。",
        "i": "{files}缺失或损坏：所记的部分没有检索到，结果可能不全。",
        "t": "{files}缺失或损坏：有的条目只列出所在的分目，没有摘录。",
        "maps": "{files}缺失或损坏：不能按读音、繁体字或相近的标题提示。",
    }
    # data for programs, and the feed
    data_title: Final = "年鉴一卷的数据：edition.json"
    data_package: Final = "{title}数据"
    data_figures: Final = "{volume}数据表"
    data_files: Final = {
        "edition.json": "{volume}：条目、数据、荣誉、名称",
        "citations.json": "{volume}引文（CSL-JSON）",
    }
    data_shapes: Final = {
        "edition": "一卷",
        "contributor": "撰稿人",
        "period": "起止日期，首尾均含",
        "category": "类目",
        "section": "分目",
        "entry": "条目；id 为 lead 的，是分目开头的文字",
        "person": "人物",
        "body": "机构",
        "item": "事项",
        "event": "大事",
        "reference": "参考资料",
        "table": "表格，第一行是表头",
        "picture": "图片",
        "note": "校注",
        "figure": "数据：带单位的数",
        "recipient": "获得荣誉者：self 为编纂单位自己",
        "honour": "荣誉",
        "name": "名称表中本卷说到的名称",
    }
    data_fields: Final = {
        "id": "标识，写定不改",
        "volume": "卷，书脊上的字样",
        "covers": "记述的时段",
        "revised": "修订日期",
        "published": "出版日期",
        "address": "网址；没有正式网址时，相对于网站的根",
        "group": "子目",
        "continues": "在前些卷中的位置",
        "text": "正文所见的文字，段落以换行分开",
        "edition": "卷的标识",
        "section": "分目的标识",
        "entry": "条目或记录的标识",
        "label": "指标",
        "value": "数值；缺或无时空着，见 written",
        "unit": "单位",
        "approx": "约数的说法",
        "written": "正文中的写法；… 为缺，— 为无",
        "scaled": "以单位本身计的数值，万、亿已乘入",
        "as_of": "截至的日期；没有的，是全年的数",
        "per": "每一",
        "definition": "口径",
        "short": "简称",
        "variants": "异写",
        "reading": "读音",
        "gloss": "释义",
    }
    corrections: Final = "校勘记"
    corrections_count: Final = "{count}处"
    corrections_lead: Final = "{volume}出版以来更正了{count}处，新近的在前；每一处都能回到原文。"
    corrections_undated: Final = "日期未记"
    corrections_cover: Final = "封面与目次"
    correction_printed: Final = "原作"
    correction_now: Final = "改为"
    correction_after: Final = "“{words}”之后"
    correction_added: Final = "补"
    correction_removed: Final = "删"
    correction_whole: Final = "补录此条"
    feed_title: Final = "{title}：新卷与勘误"
    feed_corrections: Final = "勘误：{title}"
    feed_correction: Final = "勘误：{volume}·{title}"
    feed_whole: Final = "补录“{title}”"
    feed_corrected: Final = "“{printed}”改作“{corrected}”"
    feed_added: Final = "补“{corrected}”"
    feed_removed: Final = "删“{printed}”"
    # not found
    lost: Final = "此页不存在"
    lost_text: Final = "地址可能有误，或者内容已经移往别处。请从下面各处找起。"
    # English contents
    english_title: Final = "English contents"
    english_lead: Final = "Contents of the {volume} volume in English. The articles are in Chinese."


T: Final = Labels()
