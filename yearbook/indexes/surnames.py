"""Surnames that are read otherwise than the same characters elsewhere, and first characters whose
reading their looks do not tell."""

from __future__ import annotations


def _table(rows: str) -> dict[str, str]:
    """`单=shàn 令狐=líng-hú` → by name."""
    pairs = (row.split("=") for row in rows.split())
    return {name: reading.replace("-", " ") for name, reading in pairs}


COMPOUND = _table("""
欧阳=ōu-yáng 太史=tài-shǐ 端木=duān-mù 上官=shàng-guān 司马=sī-mǎ 东方=dōng-fāng 独孤=dú-gū
南宫=nán-gōng 万俟=mò-qí 闻人=wén-rén 夏侯=xià-hóu 诸葛=zhū-gě 尉迟=yù-chí 公羊=gōng-yáng
赫连=hè-lián 澹台=tán-tái 皇甫=huáng-fǔ 宗政=zōng-zhèng 濮阳=pú-yáng 公冶=gōng-yě 太叔=tài-shū
申屠=shēn-tú 公孙=gōng-sūn 慕容=mù-róng 仲孙=zhòng-sūn 钟离=zhōng-lí 长孙=zhǎng-sūn 宇文=yǔ-wén
司徒=sī-tú 鲜于=xiān-yú 司空=sī-kōng 闾丘=lǘ-qiū 亓官=qí-guān 司寇=sī-kòu 巫马=wū-mǎ
颛孙=zhuān-sūn 壤驷=rǎng-sì 公良=gōng-liáng 漆雕=qī-diāo 乐正=yuè-zhèng 宰父=zǎi-fǔ
谷梁=gǔ-liáng 拓跋=tuò-bá 夹谷=jiá-gǔ 轩辕=xuān-yuán 令狐=líng-hú 段干=duàn-gān 百里=bǎi-lǐ
呼延=hū-yán 东郭=dōng-guō 南门=nán-mén 羊舌=yáng-shé 微生=wēi-shēng 公西=gōng-xī 左丘=zuǒ-qiū
东门=dōng-mén 西门=xī-mén 南荣=nán-róng 淳于=chún-yú 达奚=dá-xī 褚师=chǔ-shī 哥舒=gē-shū
贺兰=hè-lán
""")
SURNAMES = _table("""
单=shàn 仇=qiú 解=xiè 曾=zēng 查=zhā 区=ōu 朴=piáo 翟=zhái 盖=gě 任=rén 华=huà 乐=yuè 缪=miào
宓=mì 种=chóng 黑=hè 员=yùn 覃=qín 逄=páng 那=nā 冼=xiǎn 洗=xiǎn 谌=chén 郗=xī 尹=yǐn 燕=yān
尉=wèi 曲=qū 宁=níng 纪=jǐ 令=líng 召=shào 幺=yāo 折=shé 撒=sà 晁=cháo 葛=gě 哈=hǎ 呙=guō
眭=suī 笪=dá 佴=nài 乜=niè 仉=zhǎng 亓=qí 郄=qiè 郤=xì 句=gōu 勾=gōu 妫=guī 昝=zǎn 逯=lù
瞿=qú 邰=tái 度=duó 强=qiáng 薄=bó 柏=bǎi 车=chē 卜=bǔ 占=zhān 石=shí 祭=zhài 繁=pó 贾=jiǎ
阚=kàn 沈=shěn 殷=yīn 应=yīng 訾=zī 蒙=méng 於=yū 佘=shé 厍=shè 干=gān 都=dū 盛=shèng 冯=féng
谷=gǔ 过=guō 宿=sù 叶=yè 俞=yú 景=jǐng 舍=shè 鲜=xiān 校=xiào 费=fèi 贲=bēn 阿=ā 秘=bì 矫=jiǎo
重=chóng 暨=jì 粘=nián 褚=chǔ 储=chǔ 载=zài 钭=tǒu 蒯=kuǎi 郦=lì 庹=tuǒ 鄢=yān 万=wàn
臧=zāng 隽=juàn 么=yāo
""")
AMBIGUOUS = {
    char: tuple(readings.split("/"))
    for char, readings in _table("""
重=zhòng/chóng 长=cháng/zhǎng 行=háng/xíng 乐=lè/yuè 曾=zēng/céng 单=dān/shàn 朝=cháo/zhāo
调=diào/tiáo 传=chuán/zhuàn 降=jiàng/xiáng 藏=cáng/zàng 查=chá/zhā 盛=shèng/chéng 弹=dàn/tán
核=hé/hú 校=xiào/jiào 落=luò/lào 露=lù/lòu 厦=shà/xià 拓=tuò/tà 尉=wèi/yù 蔚=wèi/yù
解=jiě/xiè 参=cān/shēn 差=chā/chāi 朴=pǔ/piáo 泊=bó/pō 薄=bó/báo 阿=ā/ē 浚=jùn/xùn 莘=xīn/shēn
铅=qiān/yán 涡=wō/guō 费=fèi/bì 牟=móu/mù 隗=wěi/kuí 郇=xún/huán 缪=miào/móu 仇=chóu/qiú
翟=zhái/dí 盖=gài/gě 区=qū/ōu 秘=mì/bì 炅=guì/jiǒng 适=shì/kuò 祭=jì/zhài 召=zhào/shào
折=zhé/shé 覃=qín/tán 番=fān/pān 枞=cōng/zōng 便=biàn/pián 宿=sù/xiǔ 逄=páng/féng
""").items()
}
PLACES = _table("""
单=shàn 解=xiè 莘=shēn 浚=xùn 牟=mù 蔚=yù 铅=yán 涡=guō 枞=zōng 番=pān 厦=xià 阿=ē 行=xíng 乐=lè
费=fèi 重=chóng 郇=xún 秘=mì 参=shēn 查=chá 尉=wèi 召=zhào
""")
SETTLEMENTS = frozenset("县州市区镇乡村庄城山阳江河湖海平")  # 单县, 解州: a place's name
CHANGING = {"一": ("yí", "yì"), "不": ("bú",)}  # tones in speech
COMMON = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁"
    "魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹"
    "黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅"
    "莫庄辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景"
    "薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符"
    "奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼"
)
