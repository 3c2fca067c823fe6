"""Pictures: kind, size, faults, and nothing said about where they were taken."""

from __future__ import annotations

import random
import struct
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pictures import (
    GPS_LATITUDE,
    SVG,
    VP8,
    VP8L,
    VP8X,
    XMP,
    app1,
    chunk,
    exif,
    jpeg,
    png,
    segment,
    webp,
    xmp,
)

from yearbook import images
from yearbook.images import gps
from yearbook.issues import Issue, Place

ICC = segment(0xE2, b"ICC_PROFILE\0\1\1" + b"colours")
GOOD = [png(), jpeg(), webp(VP8), webp(VP8L), webp(VP8X, VP8), SVG]


def codes(data: bytes, name: str) -> list[str]:
    return [code for code, _ in images.faults(data, name)]


@pytest.mark.parametrize(
    ("data", "kind", "size"),
    [
        (png(640, 480), "png", (640, 480)),
        (jpeg(640, 480), "jpg", (640, 480)),
        (jpeg(640, 480, b"\xff", segment(0xE0, b"JFIF\0")), "jpg", (640, 480)),
        (webp(VP8), "webp", (300, 200)),
        (webp(VP8L), "webp", (300, 200)),
        (webp(VP8X, VP8), "webp", (640, 480)),
        (SVG, "svg", (40, 30)),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- > -->\n" + SVG, "svg", (40, 30)),
        (SVG.decode().encode("utf-16"), "svg", (40, 30)),
    ],
)
def test_kind_and_size_come_from_the_bytes(data: bytes, kind: str, size: tuple[int, int]) -> None:
    assert (images.kind(data), images.size(data)) == (kind, size)
    assert images.faults(data, f"x.{kind}") == ()


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_exif_orientations_5_to_8_swap_the_sides(orientation: int, order: str) -> None:
    data = jpeg(640, 480, app1(exif(orientation, order=order)))
    assert images.size(data) == ((480, 640) if orientation >= 5 else (640, 480))


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="10" height="20px"', (10, 20)),
        ('width="1in" height="2.54cm"', (96, 96)),
        ('width="100" viewBox="0 0 50,25"', (100, 50)),
        ('height="100" viewBox="0 0 50 25"', (200, 100)),
        ('width="100%" height="100%" viewBox="0 0 50 25"', (50, 25)),
        ('width="1e999" height="5"', None),
        ('width="-1" height="5"', None),
        ('viewBox="0 0 a 5"', None),
        ("", None),
    ],
)
def test_size_of_an_svg(attributes: str, size: tuple[int, int] | None) -> None:
    data = f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}/>'.encode()
    assert images.size(data) == size
    assert codes(data, "x.svg") == ([] if size else ["C260"])


def test_the_ending_must_fit_the_content() -> None:
    assert images.faults(png(), "hall.jpg") == (
        ("C251", (("name", "hall.jpg"), ("found", "png"), ("better", "hall.png"))),
    )


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"GIF89a...", "GIF"),
        (b"\0\0\0\x18ftypheic", "HEIC"),
        (b"\0\0\0\x18ftypmp42", "HEIF/MP4"),
        (b"II*\0....", "TIFF"),
        (b"", "?"),
        (b"<html>", "?"),
    ],
)
def test_other_files_are_named(data: bytes, said: str) -> None:
    assert images.faults(data, "x.png") == (("C252", (("name", "x.png"), ("found", said))),)
    assert images.size(data) is None
    assert images.clean(data) == data


@pytest.mark.parametrize("data", GOOD[:5])
def test_a_picture_cut_short_is_refused(data: bytes) -> None:
    name = f"x.{images.kind(data)}"
    assert codes(data[:-1], name) == ["C254"]
    for length in range(12, len(data) - 1):
        assert codes(data[:length], name) in (["C252"], ["C253"], ["C254"]), length


def test_a_damaged_bit_of_a_png_is_found() -> None:
    data = bytearray(png())
    data[-20] ^= 1
    assert codes(bytes(data), "x.png") == ["C254"]


def test_a_side_without_length_is_a_damaged_header() -> None:
    assert codes(png(0, 5), "x.png") == ["C253"]
    assert codes(jpeg(5, 0), "x.jpg") == ["C253"]
    assert codes(b"\xff\xd8\xff\xe0\0\1\xff\xd9", "x.jpg") == ["C253"]


def test_absurd_sizes_are_refused() -> None:
    small = png(1, 1)
    head = chunk(b"IHDR", b"\x7f\xff\xff\xff\0\0\0\1" + small[24:29])
    assert codes(small[:8] + head + small[33:], "x.png") == ["C255"]
    assert codes(jpeg(20_000, 20_000), "x.jpg") == ["C255"]


@pytest.mark.parametrize(
    ("inside", "code", "what"),
    [
        ("<script>alert(1)</script>", "C257", "<script>"),
        ('<s:script xmlns:s="http://www.w3.org/2000/svg"/>', "C257", "<s:script>"),
        ("<foreignObject/>", "C257", "<foreignObject>"),
        ('<path onclick="x()"/>', "C257", 'onclick="x()"'),
        ('<a href="java&#10;script:x()"/>', "C257", 'href="java script:x()"'),
        ('<set attributeName="onload" to="x()"/>', "C257", 'attributeName="onload"'),
        ('<image href="https://example.com/x.png"/>', "C258", 'href="https://example.com/x.png"'),
        ('<use href="other.svg#a"/>', "C258", 'href="other.svg#a"'),
        ('<set attributeName="href" to="x.png"/>', "C258", 'attributeName="href"'),
        ('<g xml:base="http://x/"/>', "C258", 'xml:base="http://x/"'),
        ('<path fill="url(x.svg#a)"/>', "C258", "url(x.svg#a"),
        ('<path style="fill:u\\72 l(//x)"/>', "C258", "url(//x"),
        ("<style>@import 'x.css';</style>", "C258", "@import 'x.css'"),
        ("<style><!-- --> a{b:url('x')}</style>", "C258", "url('x"),
        ("<?xml-stylesheet href='x.css'?>", "C258", "<?xml-stylesheet href='x.css'?>"),
    ],
)
def test_an_svg_holds_no_action_and_nothing_from_outside(inside: str, code: str, what: str) -> None:
    data = SVG.replace(b"<path", inside.encode() + b"<path")
    assert images.faults(data, "x.svg") == ((code, (("name", "x.svg"), ("what", what))),)


@pytest.mark.parametrize(
    "inside",
    [
        '<use href="#a"/>',
        '<image xlink:href="data:image/png;base64,AAAA" xmlns:xlink="http://www.w3.org/1999/xlink"/>',
        '<path fill="url(#a)" style="mask:url(\'#b\')"/>',
        "<style>a{b:c}</style><style/><text>url(x) @import</text>",
        '<animate attributeName="opacity" to="1"/>',
    ],
)
def test_an_svg_may_use_its_own_parts(inside: str) -> None:
    assert images.faults(SVG.replace(b"<path", inside.encode() + b"<path"), "x.svg") == ()


def test_long_quotations_are_cut() -> None:
    data = SVG.replace(b"<path", b'<use href="http://' + b"x" * 999 + b'"/><path')
    ((_, args),) = images.faults(data, "x.svg")
    assert len(dict(args)["what"]) == 60  # type: ignore[arg-type]


@pytest.mark.parametrize("declared", ["<!DOCTYPE svg>", '<!DOCTYPE svg [<!ENTITY a "b">]>\n'])
def test_an_svg_declares_no_entities(declared: str) -> None:
    data = declared.encode() + SVG
    assert codes(data, "x.svg") == ["C256"]
    assert images.size(data) is None


def test_an_svg_that_is_no_xml_is_refused_with_its_line() -> None:
    data = b"<svg>\n <path>\n</svg>"
    assert images.faults(data, "x.svg") == (
        ("C259", (("name", "x.svg"), ("line", 3), ("column", 3))),
    )
    assert codes(b"<?xml version='1.0' encoding='gb18030'?><svg/>", "x.svg") == ["C259"]


# Cleaning


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("orientation", [1, 6])
def test_gps_goes_from_exif_and_the_rest_stays(order: str, orientation: int) -> None:
    tiff = exif(orientation, order=order)
    made = gps.from_exif(tiff)
    assert len(made) == len(tiff)
    assert b"Wang Lan" in made
    assert gps.orientation(made) == orientation
    assert made[-len(GPS_LATITUDE) :] == bytes(len(GPS_LATITUDE))
    assert made == gps.from_exif(made)


def test_exif_without_gps_stays_byte_for_byte() -> None:
    tiff = exif(6, gps=False)
    assert gps.from_exif(tiff) is tiff


def test_a_damaged_exif_block_keeps_only_the_orientation() -> None:
    tiff = exif(8)
    made = gps.from_exif(tiff[:-20])
    assert gps.orientation(made) == 8
    broken = tiff[:46] + b"\xff" * 4 + tiff[50:]
    assert gps.orientation(gps.from_exif(broken)) == 8
    assert b"Wang" not in gps.from_exif(broken + b"GPSLatitude")


def test_a_ring_of_directories_ends() -> None:
    tiff = bytearray(exif(6))
    tiff[46:50] = (8).to_bytes(4, "big")
    assert gps.orientation(gps.from_exif(bytes(tiff))) == 6


def test_a_gps_directory_that_claims_too_much_is_not_followed() -> None:
    tiff = bytearray(exif(6))
    at = tiff.index(struct.pack(">HHI", 2, 5, 3)) + 4
    tiff[at : at + 4] = b"\0\xff\xff\xff"
    assert b"Wang" not in gps.from_exif(bytes(tiff))
    assert gps.orientation(gps.from_exif(bytes(tiff))) == 6


def test_a_long_chain_of_directories_is_not_followed() -> None:
    chain = b"".join(struct.pack(">HI", 0, 8 + 6 * n) for n in range(1, 20))
    assert b"GPS" not in gps.from_exif(b"MM\0*\0\0\0\x08" + chain + b"GPS\x88\x25")


def test_gps_goes_from_xmp_and_the_rest_stays() -> None:
    made = gps.from_xmp(XMP)
    assert b"GPS" not in made.upper()
    assert b'dc:creator="\xe7\x8e\x8b"' in made
    assert b"<dc:title>kept</dc:title>" in made


def test_an_xmp_packet_that_hides_gps_is_emptied() -> None:
    packet = XMP.replace(b"12/1", b"<rdf:li>12/1</rdf:li>")
    assert gps.from_xmp(packet) == gps.EMPTY_XMP


def test_a_cleaned_jpeg_keeps_pixels_profile_and_orientation() -> None:
    before = jpeg(640, 480, segment(0xE0, b"JFIF\0"), app1(exif(6)), xmp(), ICC)
    made = images.clean(before)
    assert GPS_LATITUDE not in made
    assert b"GPS" not in made.upper()
    assert images.size(made) == (480, 640)
    assert ICC in made
    assert made[made.index(b"\xff\xc0") :] == before[before.index(b"\xff\xc0") :]
    assert images.clean(made) == made


def test_other_hiding_places_of_a_jpeg_are_emptied() -> None:
    more = segment(0xE1, b"http://ns.adobe.com/xmp/extension/\0...")
    album = segment(0xE2, b"MPF\0...")
    photoshop = segment(0xED, b"Photoshop 3.0\0 GPSLatitude")
    caption = segment(0xED, b"Photoshop 3.0\0 caption")
    second = jpeg(9, 9, app1(exif()))
    assert images.clean(jpeg(3, 2, more, album, photoshop, caption) + second) == jpeg(3, 2, caption)


def test_a_picture_without_gps_stays_byte_for_byte() -> None:
    for data in GOOD:
        assert images.clean(data) == data


def test_a_cleaned_png_keeps_its_data() -> None:
    hidden = (
        chunk(b"eXIf", exif(6)),
        chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0zh\0t\0" + XMP),
        chunk(b"zTXt", b"Raw profile type exif\0\0..."),
        chunk(b"tEXt", b"exif:GPSLatitude\x0037"),
        chunk(b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0compressed"),
    )
    kept = (chunk(b"tEXt", b"Author\0Wang"), chunk(b"iCCP", b"p\0\0colours"))
    made = images.clean(png(3, 2, *hidden, *kept) + b"trailer GPS")
    assert GPS_LATITUDE not in made
    assert b"GPS" not in made.upper()
    assert b"Raw" not in made
    assert b"Wang Lan" in made
    assert b"".join(kept) + png()[33:] in made
    assert images.faults(made, "x.png") == ()


def test_a_cleaned_webp_keeps_its_data() -> None:
    odd = (b"ICCP", b"odd")
    before = webp(VP8X, odd, VP8, (b"EXIF", b"Exif\0\0" + exif(6)), (b"XMP ", XMP))
    made = images.clean(before)
    assert GPS_LATITUDE not in made
    assert b"GPS" not in made.upper()
    assert webp(VP8X, odd, VP8)[12:] in made
    assert images.faults(made, "x.webp") == ()
    assert images.size(made) == (640, 480)


# Any bytes


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A good picture with a few bytes overwritten, and perhaps cut."""
    full = jpeg(640, 480, app1(exif(6)), xmp(), ICC)
    more = [full, png(3, 2, chunk(b"eXIf", exif())), webp(VP8X, VP8, (b"EXIF", exif()))]
    data = bytearray(draw(st.sampled_from(GOOD + more)))
    for _ in range(draw(st.integers(1, 6))):
        data[draw(st.integers(0, len(data) - 1))] = draw(st.integers(0, 255))
    return bytes(data[: draw(st.integers(0, len(data)))])


@given(st.one_of(st.binary(max_size=400), damaged()))
def test_nothing_raises_and_cleaning_keeps_the_size(data: bytes) -> None:
    faults = images.faults(data, "x.png")
    for code, args in faults:
        assert Issue(Place("x.png"), code, args).line("zh")
    if not faults:
        assert images.size(images.clean(data)) == images.size(data)
    assert images.clean(images.clean(data)) == images.clean(data)


@given(st.binary(max_size=300))
def test_any_exif_block_keeps_its_orientation(block: bytes) -> None:
    for data in (block, b"MM\0*\0\0\0\x08" + block, b"II*\0\x08\0\0\0" + block):
        assert gps.orientation(gps.from_exif(data)) == gps.orientation(data)


def hostile(length: int) -> list[tuple[bytes, str]]:
    """Pictures of about `length` bytes made to keep a careless reader busy."""
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" '
    xmp_key = b"XML:com.adobe.xmp\0\0\0\0\0"
    directory = b"MM\0*\0\0\0\x08\xff\xff" + b"\x88\x25\0\4\0\0\0\1\0\0\0\x08" * (length // 12)
    return [
        (b"<!--" * (length // 4) + b"<svg ", "x.svg"),
        (b"<!DOCTYPE [" + b"]" * length + b"<svg ", "x.svg"),
        (svg + b'width="' + b"1" * length + b'x"/>', "x.svg"),
        (svg + b'width="1' + b" " * length + b'x"/>', "x.svg"),
        (svg + b'a="' + b"url(" * (length // 4) + b'"/>', "x.svg"),
        (svg + b">" + b"<g>" * (length // 3), "x.svg"),
        (b"\xff\xd8" + b"\xff" * length, "x.jpg"),
        (jpeg()[:-2] + b"\xff\0" * (length // 2), "x.jpg"),
        (jpeg(3, 2, xmp(b" a:GPS" * 9000)) + b"\0" * length, "x.jpg"),
        (png(3, 2, chunk(b"eXIf", exif() + b"\xff" * length)), "x.png"),
        (png(3, 2, chunk(b"eXIf", directory)), "x.png"),
        (png(3, 2, chunk(b"iTXt", xmp_key + b' a:GPSx="' * (length // 9))), "x.png"),
        (png(3, 2, chunk(b"iTXt", xmp_key + b"<a:GPS>" * (length // 7))), "x.png"),
        (png(3, 2, chunk(b"iTXt", xmp_key + b"a:GPS" * (length // 5))), "x.png"),
        (png(3, 2, *[chunk(b"tEXt", b"")] * (length // 12)), "x.png"),
        (webp(VP8, *[(b"XXXX", b"")] * (length // 8)), "x.webp"),
    ]


def test_hostile_pictures_take_linear_time() -> None:
    for data, name in hostile(500_000):
        started = time.process_time()
        images.faults(data, name)
        images.clean(data)
        assert time.process_time() - started < 5, (data[:40], name)


def test_random_cuts_of_random_bytes() -> None:
    chance = random.Random(5)
    for data in GOOD:
        for _ in range(50):
            cut = data[: chance.randrange(len(data))] + chance.randbytes(20)
            images.faults(cut, "x.jpg")
            images.clean(cut)
