from building import edit

file = "content/2017/reading.md"
edit(file, "![夜间开放的", "![{~~夜晚~>夜间~~}{>>据原件改<<}开放的")
edit(file, '"夜间开放 · 周宁摄', '"夜间开放 · {~~周~>周宁~~}{>>据原件改<<}摄')
