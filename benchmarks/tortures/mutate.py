"""Slips and malice: changes to a text, taken from what its language is made of."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

PIECES: dict[str, Sequence[str]] = {
    "yaml": (
        "\n|: |- |? |: :|{|}|[|]|,|&a |*a|<<: *a|!!python/object:x |!!binary |!!set |---\n|...\n"
        '|%YAML 9.9\n|%TAG ! x\n|>\n  |>-\n|\\|\n|"|\'|\\x00|"\\uD800"|\t|\u3000|：|，|#|# |0x1f|0o17'
        "|1_000|1e999|-.inf|.nan|9999-99-99|2017-02-30|2017-1-1|null|~|true|是|00012|1:30:00|=|"
        "value: |label: |unit: |id: |entry: |figures:\n|honours:\n|events:\n|people:\n|tables:\n"
        "|corrections:\n|aliases: |name: |kind: |forms: |also: |see: |period: |text: |file: |series: "
        "|approx: |ignore:\n  - {code: C301, at: x, reason: y}\n|status: |contents:\n|  - |- - - "
        "|{a: {a: {a: |[[[[|{? |? ? |'' |\"\"|\ufeff|\u2028|\x85|\u200b|\u202e|𠮷|⼯|e\u0301|\r"
    ).split("|"),
    "markdown": (
        "\n|\n\n|# |## |### |####### |{#x}|{#x .group}|{#|}|[^a]|[^a]: |^[|[|](x.md#y)|](|)|**|***|_"
        "|__|`|``|```\n|~~~|> |> > > |- |  - |    - |1. |100000. |\t|\u3000|：|，|“|”|‘|’|《|》|（|）|("
        "|{~~|~>|~~}|{>>|<<}|==|![x](|![|<|>|</|<!--|-->|<script>|<br/>|<a href=|&nbsp;|&#0;|&#x110000;"
        "|&amp|\\|\\\\|\r|\0|\x07|\ufeff|\u200b|\u2028|\ufffd|e\u0301|𠮷|⼯|０|javascript:|data:|http://"
        "|//x|www.|a@b.c|<a@b.c>|---|***|===|^1^|~1~|~x~|[表：|{表|{{|}}|$x$|6000册|2017年|7.26|7-26|约3多"
        "|百分之|150%|1.2万|①|③|⑨|今年|目前|我市|3项|一是|二是|其中：|增长|第一|第二名|名|个|、|。|！|;|\"|'"
        "|term\n: |*[x]: y|[x]: y|+++|!!!|||\\||-|:-:|{: .x}|[TOC]|\x02|\x03|klzzwxh:0|STX|wzxhzdk:1"
    ).split("|"),
    "xml": (
        "<w:p>|</w:p>|<w:r>|</w:r>|<w:t>|</w:t>|<w:tbl>|</w:tbl>|<w:tr>|</w:tr>|<w:tc>|</w:tc>|<w:br/>"
        "|<w:tab/>|<w:sdt>|</w:sdt>|<w:sdtContent>|</w:sdtContent>|<w:ins>|</w:ins>|<w:del>|</w:del>"
        '|<w:fldChar w:fldCharType="begin"/>|<w:fldChar w:fldCharType="end"/>|<w:fldSimple>'
        '|<w:gridSpan w:val="-1"/>|<w:gridSpan w:val="99999999"/>|<w:vMerge/>|<w:vMerge w:val="x"/>'
        '|<w:numPr><w:ilvl w:val="9"/><w:numId w:val="1"/></w:numPr>|<w:pStyle w:val="1"/>'
        '|<w:footnoteReference w:id="1"/>|<w:footnoteReference w:id="-5"/>|<w:hyperlink r:id="r">'
        "|<w:drawing>|<m:oMath>|<mc:AlternateContent>|<mc:Choice>|<mc:Fallback>|<w:txbxContent>|<w:ruby>"
        '|<w:sym w:font="x" w:char="F0FE"/>|<w:sym w:char="zz"/>|<w:sym/>|&amp;|&lt;|&#0;|&#x0;|&x;|<!-- '
        "|-->|<![CDATA[|]]>|<?x ?>|<!DOCTYPE x [|<!ENTITY a 'b'>|xmlns:w='y'| w:val=''|\0|\x01|\ufffe"
        "|第一章 总述|一、概述|（一）|1.|▲|“|《|<row r='0'>|<c r='A1' t='s'>|<v>99999999</v>|<c r='XFD9999999'>"
        "|<mergeCell ref='A1:XFD1048576'/>|<f>A1</f>|</c>|</row>|<is><t>文</t></is>|<c t='d'><v>x</v></c>"
    ).split("|"),
    "html": (
        "<p>|</p>|<div>|</div>|<b>|<i>|<a href='#n1'>|<a id=n1>|</a>|<table>|<tr>|<td rowspan=99999>"
        "|<td colspan=-1>|<td>|</td>|</table>|<ul>|<ol start=-5>|<li>|<h1>|<h7>|</h1>|<sup>1</sup>|<pre>"
        "|<script>|</script>|<style>|<svg>|<math>|<template>|<textarea>|<plaintext>|<select>|<frameset>"
        "|<!--|-->|<![CDATA[|<!DOCTYPE html>|<meta charset=gb18030>|<meta charset=x>|&nbsp;|&#0;|&#xD800;"
        "|&|<|>|\0|<img src=x>|<img src='data:image/png;base64,AAAA'>|<br>|<ruby>文<rt>w|<font>|<form>|"
        "第一章|一、|（一）|“|《|[1]|[1] 注|\x0c|\u3000|<p style='text-align:center'>|<o:p>|<del>|<ins>"
    ).split("|"),
    "plain": (
        "\n|\r|\n\n|\t|\u3000\u3000|第一章 总述|第一节|一、|（一）|1.|1、|①|⑫|表1|图1|[1]|［1］|注：|——|……|“|”"
        '|‘|’|《|》|（|）|(|)|,|，|。|;|：|"|\'|""|\\u3000|&nbsp;|\\/|*|#|_|`|<|>|{|}|[|]|~~|~>|年|月|日|7月26日'
        "|2018年|主席|副主席|荣获|称号|约|余|万元|%|１２|ａ|⼯|\ue000|\ufffd|\x00|\x07|\u2028|\ufeff|\u200d|🀄|𠮷|目录"
        "|………………12|（张三）|（撰稿：李四）|人|项|-|—|0|9999999999999999999999|1e9|=1+1|@"
    ).split("|"),
}


def mutated(text: str, language: str, others: Sequence[str], dice: random.Random) -> str:
    """The text with a few slips in it, now and then with one a thousand times."""
    for _ in range(dice.choice((1, 1, 1, 2, 3, 6))):
        text = dice.choice(CHANGES)(text, PIECES[language], others, dice)
    return text[:400_000]


def _insert(text: str, pieces: Sequence[str], _: Sequence[str], dice: random.Random) -> str:
    at = dice.randrange(len(text) + 1)
    return text[:at] + dice.choice(pieces) + text[at:]


def _replace(text: str, pieces: Sequence[str], _: Sequence[str], dice: random.Random) -> str:
    at = dice.randrange(len(text) + 1)
    return text[:at] + dice.choice(pieces) + text[at + dice.randrange(1, 9) :]


def _heap(text: str, pieces: Sequence[str], _: Sequence[str], dice: random.Random) -> str:
    """One piece, or two or three in turn, again and again."""
    at = dice.randrange(len(text) + 1)
    one = "".join(dice.choice(pieces) for _ in range(dice.choice((1, 1, 2, 3))))
    return text[:at] + one * dice.choice((2, 5, 20, 100, 1000, 5000)) + text[at:]


def _cut(text: str, _: Sequence[str], __: Sequence[str], dice: random.Random) -> str:
    at = dice.randrange(len(text) + 1)
    return text[:at] + text[at + dice.choice((1, 3, 10, 100, 10**9)) :]


def _double(text: str, _: Sequence[str], __: Sequence[str], dice: random.Random) -> str:
    at, end = sorted(dice.randrange(len(text) + 1) for _ in range(2))
    return text[:end] + text[at:end] * dice.choice((1, 1, 1, 2, 30)) + text[end:]


def _swap(text: str, _: Sequence[str], __: Sequence[str], dice: random.Random) -> str:
    words = re.findall(r"\w+|\W", text) or [""]
    one, two = dice.randrange(len(words)), dice.randrange(len(words))
    words[one], words[two] = words[two], words[one]
    return "".join(words)


def _splice(text: str, _: Sequence[str], others: Sequence[str], dice: random.Random) -> str:
    other = dice.choice(others)
    at, start = dice.randrange(len(text) + 1), dice.randrange(len(other) + 1)
    return text[:at] + other[start : start + dice.choice((5, 50, 500))] + text[at:]


def _character(text: str, _: Sequence[str], __: Sequence[str], dice: random.Random) -> str:
    """Any character of Unicode, surrogates apart."""
    number = dice.choice(
        (dice.randrange(0x300), dice.randrange(0xD800), dice.randrange(0xE000, 0x110000))
    )
    at = dice.randrange(len(text) + 1)
    return text[:at] + chr(number) + text[at:]


CHANGES = (_insert, _insert, _replace, _heap, _cut, _double, _swap, _splice, _character)
