// The words of the page, Chinese and English; `say` gives one in the language that is shown.
"use strict";
const WORDS = {
  zh: {
    skip: "跳到正文", filters: "筛选", document: "文章", search: "查找", kind: "类别", status: "状态",
    sure: "把握", reset: "全部显示", text: "正文", links: "连线", person: "人物", title: "职务",
    org: "机构", detail: "依据", close: "关闭", table: "任职表", all: "全部文章", network: "人物与机构",
    zoomIn: "放大", zoomOut: "缩小", rule: "规则", more: "再显示 {0} 行",
    summary: "{0} 篇文章，{1} 条任职，显示 {2} 条", none: "没有符合条件的任职",
    choose: "点正文里的颜色或表中的一行，看依据、规则和差一点匹配上的规则。",
    written: "原文", full: "全称", code: "区划代码", orgKind: "机构类别", by: "机构来自", event: "事件",
    date: "日期", decided: "决定者", period: "任期", rank: "级别", evidence: "依据", sentence: "句子",
    classes: "类别串", letters: "字母", items: "切分", matched: "本句匹配的规则", near: "差一点匹配上的规则",
    noNear: "没有", failed: "止于", pattern: "规则的式子", profile: "简历", end: "句末",
    note: "{0} 个人物，{1} 个机构，{2} 条连线；同名的人合为一点，未必是同一人。虚线：已不在任或尚未到任。",
    left: "只画连线最多的 {0} 点，另有 {1} 点未画。", place: "地点", source: "来源",
    theme_auto: "配色：自动", theme_light: "配色：浅", theme_dark: "配色：深", other: "English",
    post: "职务", byline: "署名", role: "身份", generic: "泛称", current: "在任", acting: "代理",
    former: "曾任", appointed: "任命", removed: "免去", proposed: "拟任", appoint: "任命",
    remove: "免职", elect: "当选", resign: "辞职", propose: "拟任", investigate: "受查",
    kind_party: "党组织", kind_government: "政府", kind_congress: "人大", kind_cppcc: "政协",
    kind_court: "法院", kind_procuratorate: "检察院", kind_discipline: "纪检监察",
    kind_military: "军队", kind_company: "企业", kind_school: "学校", kind_hospital: "医院",
    kind_association: "社会团体", kind_media: "媒体", kind_international: "国际组织",
    kind_village: "村、社区", kind_region: "行政区", kind_institute: "科研院所",
    kind_department: "内设机构", kind_police: "公安",
    stated: "与职务写在一起", shared: "同一串的另一职务", context: "上下文",
  },
  en: {
    skip: "To the text", filters: "Filters", document: "Document", search: "Search", kind: "Kind",
    status: "Status", sure: "Confidence", reset: "Show all", text: "Text", links: "Links",
    person: "Person", title: "Title", org: "Organisation", detail: "Why", close: "Close",
    table: "Posts", all: "All documents", network: "Persons and organisations", zoomIn: "Zoom in",
    zoomOut: "Zoom out", rule: "Rule", more: "Show {0} more rows",
    summary: "{0} documents, {1} posts, {2} shown", none: "No post fits the filters",
    choose: "Choose a coloured word or a row to see its evidence, its rule and the rules that came near.",
    written: "As written", full: "In full", code: "Division code", orgKind: "Kind of organisation",
    by: "Organisation from", event: "Event", date: "Date", decided: "Decided by", period: "Period",
    rank: "Rank", evidence: "Evidence", sentence: "Sentence", classes: "Class string",
    letters: "Letters", items: "Words", matched: "Rules that matched in this sentence", near: "Rules that came near",
    noNear: "None", failed: "failed at", pattern: "Pattern of the rule", profile: "Profile",
    end: "end of sentence",
    note: "{0} persons, {1} organisations, {2} links. Persons of one name are one node and may be different people. Dashed: no longer or not yet in the post.",
    left: "Only the {0} nodes with most links are drawn; {1} are not.", place: "Place",
    source: "Source", theme_auto: "Colours: auto", theme_light: "Colours: light",
    theme_dark: "Colours: dark", other: "中文",
    stated: "written with the title", shared: "another title of the chain", context: "the document",
  },
};
let lang = (navigator.language || "zh").toLowerCase().startsWith("zh") ? "zh" : "en";

function say(word, ...values) {
  const text = WORDS[lang][word] ?? word;
  return text.replace(/\{(\d)\}/g, (_, n) => values[n]);
}

// Everything of a document gets into the page as the text of a node, never as markup.
function make(name, attributes, ...children) {
  const drawn = ["svg", "g", "path", "line", "circle", "rect", "text"].includes(name);
  const e = drawn ? document.createElementNS("http://www.w3.org/2000/svg", name)
    : document.createElement(name);
  for (const [key, value] of Object.entries(attributes ?? {}))
    if (value !== null && value !== undefined && value !== false) e.setAttribute(key, value);
  e.append(...children.filter((c) => c !== null && c !== undefined));
  return e;
}

const $ = (id) => document.getElementById(id);
