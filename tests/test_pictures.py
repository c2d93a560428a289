"""The timeline as a picture, a page and a Mermaid block, read as their formats without a browser."""

import datetime as dt
import re
from itertools import pairwise, product
from xml.etree import ElementTree as ET

import pytest
from msgspec.structs import replace

from iknctl.answers import build, progress
from iknctl.answers.move import TimelineAnswer
from iknctl.messages import message
from iknctl.model import Milestone, Model, Text
from iknctl.render import html
from iknctl.render.timeline import lettering, mermaid, palette, svg
from iknctl.render.wording import Wording
from picturing import HARM, LONG, TODAY, Page, hostile, shipped
from running import run

SVG = "{http://www.w3.org/2000/svg}"
FORMATS = {"svg": svg.render, "html": html.render, "mermaid": mermaid.render}
CASES = {
    "one": shipped(),
    "all": shipped(every=True),
    "hostile": hostile(),
    "today off the axis": shipped(today=dt.date(2060, 1, 1)),
}
LANGUAGES = ("en", "id")
both_languages = pytest.mark.parametrize("lang", LANGUAGES)
every_case = pytest.mark.parametrize("case", CASES)
every_format = pytest.mark.parametrize("form", FORMATS)


def pictured(case: str, lang: str = "en") -> ET.Element:
    report, model = CASES[case]
    return ET.fromstring(svg.render(report, model, lang))


def texts(picture: ET.Element) -> list[str]:
    return ["".join(text.itertext()) for text in picture.iter(f"{SVG}text")]


def paged(case: str, lang: str = "en") -> Page:
    report, model = CASES[case]
    return Page(html.render(report, model, lang))


# The picture


@every_case
@both_languages
def test_the_picture_names_and_describes_itself(case: str, lang: str) -> None:
    picture = pictured(case, lang)
    title, desc = (picture.find(f"{SVG}{name}") for name in ("title", "desc"))
    assert picture.get("role") == "img"
    assert picture.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"
    assert picture.get("viewBox") == f"0 0 {picture.get('width')} {picture.get('height')}"
    report, _ = CASES[case]
    for lane in report.roadmaps:
        for bar in lane.phases:
            assert " ".join(getattr(bar.name, lang).split()) in " ".join(desc.text.split())
            assert str(bar.start) in desc.text
            assert bar.end is None or str(bar.end) in desc.text
    for milestone in report.milestones:
        assert getattr(milestone.text, lang) in desc.text


def test_the_description_tells_of_overlaps_gaps_and_open_ends() -> None:
    told = pictured("all").find(f"{SVG}desc").text
    assert "Years that phase 3 and phase 4 share: 2035–2039." in told
    assert "2045 onward, with no end stated." in told
    assert "covers: 2023." in pictured("hostile").find(f"{SVG}desc").text


@pytest.mark.parametrize("layout", [svg.WIDE, svg.NARROW], ids=lambda layout: layout.name)
@pytest.mark.parametrize("case", ["one", "all"])
def test_bars_are_to_scale(case: str, layout: svg.Layout) -> None:
    report, model = CASES[case]
    picture = ET.fromstring(svg.draw(report, Wording(model, "en"), layout, framed=True))
    drawn = [rect for rect in picture.iter(f"{SVG}rect") if rect.get("fill") in palette.COLOURS and not rect.get("rx")]
    finite = [bar for lane in report.roadmaps for bar in lane.phases if bar.end is not None]
    years = [(bar.start, bar.end + 1) for bar in finite]
    edges = [(float(rect.get("x")), float(rect.get("x")) + float(rect.get("width"))) for rect in drawn]
    assert [rect.get("fill") for rect in drawn] == [palette.colour(bar.number) for bar in finite]
    first, last = min(start for start, _ in years), max(end for _, end in years)
    left, right = min(start for start, _ in edges), max(end for _, end in edges)
    scale = (right - left) / (last - first)
    for (start, end), (x, until) in zip(years, edges, strict=True):
        assert x == pytest.approx(left + (start - first) * scale, abs=0.02)
        assert until == pytest.approx(left + (end - first) * scale, abs=0.02)


def test_shared_years_are_hatched_on_both_bars() -> None:
    hatched = [rect for rect in pictured("one").iter(f"{SVG}rect") if rect.get("fill", "").startswith("url(#")]
    spans = {(rect.get("x"), rect.get("width")) for rect in hatched if rect.get("height") == "24"}
    assert len([rect for rect in hatched if rect.get("height") == "24"]) == 2
    assert len(spans) == 1


def test_an_open_end_is_an_arrow_beyond_the_axis() -> None:
    arrows = [path.get("d") for path in pictured("all").iter(f"{SVG}path") if path.get("fill") in palette.COLOURS]
    assert len(arrows) == 1
    assert "2045 onward" in texts(pictured("all"))
    assert "no end stated" in texts(pictured("all"))
    assert "no end stated" not in texts(pictured("one"))


def test_the_legend_tells_only_of_what_is_there() -> None:
    assert "years not covered" in texts(pictured("hostile"))
    assert "years not covered" not in texts(pictured("all"))
    assert "milestones off the axis: 1" in texts(pictured("hostile"))
    report = CASES["one"][0]
    bare = replace(report, roadmaps=tuple(replace(lane, overlaps=()) for lane in report.roadmaps), milestones=())
    written = texts(ET.fromstring(svg.render(bare, CASES["one"][1], "en")))
    assert not {"years that two share", "law", "Milestones"} & set(written)


def test_today_is_marked_where_it_is_on_the_axis() -> None:
    assert "today, 24 November 2026" in texts(pictured("one"))
    assert "today, 1 January 2060, is off the axis" in texts(pictured("today off the axis"))


def test_the_years_of_every_bar_are_written() -> None:
    report, _ = CASES["all"]
    written = texts(pictured("all"))
    for lane in report.roadmaps:
        for bar in lane.phases:
            assert (f"{bar.start}–{bar.end}" if bar.end else f"{bar.start} onward") in written


def test_the_source_line_says_who_when_and_what_drew_it() -> None:
    line = " ".join(texts(pictured("one", "id"))[-3:])
    assert "(MenPANRB), Abdullah Azwar Anas (Januari 2024)." in line
    assert "24 November 2026. Dibuat dengan iknctl." in line


def test_long_words_are_broken_and_nothing_is_lost() -> None:
    assert LONG in "".join(texts(pictured("hostile")))
    for line in lettering.wrapped(f"{HARM} {LONG}", 100, 14):
        assert lettering.width(line, 14) <= 100


def test_milestones_do_not_touch() -> None:
    places: dict[str, list[float]] = {}
    for group in pictured("all").iter(f"{SVG}g"):
        for path in group.findall(f"{SVG}path") if group.find(f"{SVG}title") is not None else ():
            if found := re.match(r"M([\d.]+) ([\d.]+)m", path.get("d")):
                places.setdefault(found[2], []).append(float(found[1]))
    rows = [sorted(row) for row in places.values()]
    assert sum(map(len, rows)) == len(CASES["all"][0].milestones)
    assert all(right - left >= 12 for row in rows for left, right in pairwise(row))


def test_a_date_before_the_axis_does_not_reach_into_the_labels() -> None:
    report, model = CASES["one"]
    long_ago = Milestone(id="x", start="1000", end="3065", kind="law", text=Text(en="x", id="x"), sources=("a",))
    picture = ET.fromstring(svg.render(replace(report, milestones=(long_ago,)), model, "en"))
    whiskers = [path.get("d") for path in picture.iter(f"{SVG}path") if re.fullmatch(r"M\S+ 8H\S+", path.get("d"))]
    assert whiskers == ["M278 8H932"]


def test_several_pictures_fit_on_one_page() -> None:
    report, model = CASES["all"]
    alone = [progress.timeline(model, (roadmap,), TODAY) for roadmap in model.roadmaps]
    drawn = [svg.render(each, model, lang) for each, lang in product((report, *alone), LANGUAGES)]
    ids = [each for picture in drawn for each in re.findall(r'\bid="([^"]*)"', picture)]
    assert len(ids) == len(set(ids))


# The page


@every_case
@both_languages
def test_the_page_is_well_formed_and_every_anchor_leads_somewhere(case: str, lang: str) -> None:
    page = paged(case, lang)
    assert page.open == []
    assert page.all("html") == [{"lang": lang}]
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    anchors = {link["href"][1:] for link in page.all("a") if link["href"].startswith("#")}
    assert anchors <= set(ids)


@pytest.mark.parametrize("case", ["one", "all"])
def test_the_page_holds_phases_goals_contradictions_and_milestones(case: str) -> None:
    report, model = CASES[case]
    words = " ".join(paged(case).words.split())
    roadmaps = [roadmap for roadmap in model.roadmaps if roadmap.id in {lane.id for lane in report.roadmaps}]
    for roadmap in roadmaps:
        for phase in roadmap.phases:
            assert phase.name.en in words
            assert all(goal.text.en[1:] in words for goal in phase.goals)
    for conflict in build.conflicts(model, roadmaps).conflicts:
        assert conflict.message.en[1:] in words
    for milestone in model.milestones:
        assert milestone.text.en[1:] in words


def test_every_source_with_an_address_is_linked() -> None:
    _, model = CASES["all"]
    out = [link for link in paged("all").all("a") if link["href"].startswith("http")]
    assert {link["href"] for link in out} == {source.url for source in model.sources if source.url}
    assert all(link["rel"] == "noopener noreferrer" for link in out)


def test_mentions_of_a_source_lead_to_it() -> None:
    report, model = CASES["one"]
    page = html.render(report, model, "en")
    assert 'also stated for it (<a href="#source-fajar-2024-01-24">fajar-2024-01-24</a>, ' in page


@every_case
def test_the_page_loads_and_runs_nothing(case: str) -> None:
    page = paged(case)
    assert not {"script", "link", "img", "iframe", "object", "image", "use"} & {tag for tag, _ in page.tags}
    assert not [name for _, attributes in page.tags for name in attributes if name.startswith("on") or name == "src"]


# All three


@every_format
@every_case
def test_no_reference_leaves_the_file_but_the_links_of_the_page(case: str, form: str) -> None:
    report, model = CASES[case]
    written = FORMATS[form](report, model, "en")
    rest = re.sub(r'<a href="[^"]*"[^>]*>[^<]*</a>|xmlns="[^"]*"', "", written)
    assert not re.search("https?:", rest)
    assert "@import" not in rest
    assert set(re.findall(r"url\((.)", rest)) <= {"#"}


@every_format
@both_languages
def test_texts_of_the_data_stay_texts(form: str, lang: str) -> None:
    report, model = CASES["hostile"]
    written = FORMATS[form](report, model, lang)
    assert "<script" not in written
    if form != "mermaid":
        read = "".join(ET.fromstring(written).itertext()) if form == "svg" else Page(written).words
        assert HARM in read
        return
    body = written.removeprefix("```mermaid\n").removesuffix("```\n")
    assert "`" not in body
    assert "%%" not in body
    tasks = [line for line in body.splitlines() if re.search(r"\d{4}-\d\d-\d\d", line)]
    assert len(tasks) == len(report.roadmaps[0].phases) + len(report.milestones)
    assert all(re.fullmatch(r"    [^:\n]+ :((crit|milestone), )?[\d-]{10}, [\d-]{10}", line) for line in tasks)


SAID = "several context compared drawn-by issued-by shared open milestones today kind-postponed kind-statement".split()


@every_format
@both_languages
def test_no_word_is_of_the_other_language(form: str, lang: str) -> None:
    report, model = CASES["all"]
    written = FORMATS[form](report, model, lang)
    other = "en" if lang == "id" else "id"
    named = [bar.name for lane in report.roadmaps for bar in lane.phases] + [lane.name for lane in report.roadmaps]
    labels = [message(f"label.{key}", count="", years="", checked="", issuers="", day="") for key in SAID]
    for text in named + labels:
        fixed = getattr(text, other).strip(" :.,")
        if fixed.casefold() not in getattr(text, lang).casefold():
            assert not re.search(rf"\b{re.escape(fixed)}\b", written), fixed


@every_format
def test_the_command_writes_the_same_bytes_on_the_same_day(form: str) -> None:
    report, model = CASES["all"]
    ran = run("timeline", "--all", "--lang", "id", "--format", form)
    assert (ran.code, ran.stderr) == (0, "")
    assert ran.stdout == FORMATS[form](report, model, "id")


@pytest.mark.parametrize(("form", "years"), [("svg", "2035–2039"), ("html", "2035–2039"), ("mermaid", "2035-2039")])
def test_what_says_that_it_is_utf_8_is_so_everywhere(form: str, years: str) -> None:
    ran = run("timeline", "--format", form, env={"LC_ALL": "C", "PYTHONIOENCODING": "ascii"})
    assert ran.code == 0
    assert years in ran.raw.decode()


# Mermaid


def mermaid_of(report: TimelineAnswer, model: Model) -> list[str]:
    return mermaid.render(report, model, "en").splitlines()


def test_the_block_is_fenced_and_says_what_is_shared_and_open() -> None:
    lines = mermaid_of(*CASES["all"])
    assert lines[0] == "```mermaid"
    assert lines[-1] == "```"
    assert "    3 Agile government · 2030–2039 · Overlap 2035–2039 with 4 :crit, 2030-01-01, 2039-12-31" in lines
    (last,) = (line for line in lines if "no end stated" in line and line.startswith("    4"))
    assert last.endswith(":crit, 2045-01-01, 2045-12-31")
    assert sum(line.startswith("    section ") for line in lines) == len(CASES["all"][0].roadmaps) + 1


def test_the_block_marks_today_only_near_the_bars() -> None:
    assert "    todayMarker off" in mermaid_of(*CASES["today off the axis"])
    assert "    todayMarker off" not in mermaid_of(*CASES["one"])


def test_what_is_cut_is_marked() -> None:
    lines = [line for line in mermaid_of(*CASES["all"]) if ":milestone" in line]
    for line, each in zip(lines, CASES["all"][0].milestones, strict=True):
        assert " …" in line or mermaid._escaped(each.text.en) in line


# Colours


@pytest.mark.parametrize("ground", [palette.LIGHT, palette.DARK], ids=["light", "dark"])
def test_text_and_lines_stand_out_from_the_paper(ground: palette.Ground) -> None:
    assert all(palette.contrast(ink, ground.paper) >= 4.5 for ink in (ground.ink, ground.dim, ground.link))
    assert palette.contrast(ground.edge, ground.paper) >= 3


@pytest.mark.parametrize("hue", palette.COLOURS)
def test_words_stand_out_from_every_phase(hue: str) -> None:
    assert palette.contrast(palette.ink_on(hue), hue) >= 4.5
