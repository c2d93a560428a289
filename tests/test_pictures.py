"""The timeline as a picture, a page, a Mermaid block and a chart of characters, read without a browser."""

import datetime as dt
import random
import re
from collections.abc import Callable
from itertools import combinations
from xml.etree import ElementTree as ET

import pytest
from rich.cells import cell_len

from iknctl.answers import build, progress
from iknctl.messages import message
from iknctl.model import Period
from iknctl.periods import last, touches
from iknctl.render import html
from iknctl.render.blocks import Surface
from iknctl.render.timeline import chars, describe, mermaid, palette, svg
from iknctl.render.timeline.axis import axis, middle
from iknctl.render.wording import Wording
from picturing import HARM, LONG, TODAY, Box, Case, Page, at_random, boxes, contrast, crowded, hostile, shipped
from running import ask, run

FORMATS: dict[str, Callable[[Case, str], str]] = {
    "svg": lambda case, lang: svg.draw(case.timeline, Wording(case.model, lang), framed=True),
    "html": lambda case, lang: html.render(case.page, Wording(case.model, lang)),
    "mermaid": lambda case, lang: mermaid.draw(case.timeline, Wording(case.model, lang)),
}
CASES = {
    "one": shipped(),
    "all": shipped(every=True),
    "crowded": crowded(),
    "hostile": hostile(),
    "today off the axis": shipped(today=dt.date(2060, 1, 1)),
}
every_case = pytest.mark.parametrize("name", CASES)
both_languages = pytest.mark.parametrize("lang", ["en", "id"])
every_format = pytest.mark.parametrize("form", FORMATS)


def width(words: str, size: float) -> float:
    return sum(map(describe.share, words)) * size


def drawn(name: str, lang: str = "en") -> tuple[ET.Element, list[Box]]:
    picture = ET.fromstring(FORMATS["svg"](CASES[name], lang))
    return picture, boxes(picture, width)


def filled(found: list[Box], *fills: str) -> list[Box]:
    return [box for box in found if box.style.get("fill") in fills]


# The picture


@every_case
@both_languages
def test_a_picture_says_in_words_all_that_it_shows(name: str, lang: str) -> None:
    timeline, _, _ = CASES[name]
    picture, _ = drawn(name, lang)
    title, desc = (picture.find(f"{{http://www.w3.org/2000/svg}}{tag}") for tag in ("title", "desc"))
    assert picture.get("role") == "img"
    assert picture.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"
    assert picture.get("viewBox") == f"0 0 {picture.get('width')} {picture.get('height')}"
    told = " ".join(desc.text.split())
    for lane in timeline.roadmaps:
        for period in (*lane.phases, *lane.overlaps, *lane.gaps):
            assert (str(period.start) if period.end is None else str(period.end)) in told
        for bar in lane.phases:
            assert " ".join(getattr(bar.name, lang).split()) in told
    for milestone in timeline.milestones:
        assert " ".join(getattr(milestone.text, lang).split()) in told
        assert milestone.status not in ("met", "missed", "overdue") or _said(f"status-{milestone.status}", lang) in told


def _said(key: str, lang: str) -> str:
    return str(getattr(message(f"label.{key}"), lang))


@every_case
@both_languages
@pytest.mark.parametrize("ground", ["light", "dark"])
def test_words_lie_inside_the_picture_on_a_plain_ground_from_which_they_stand_out(
    name: str, lang: str, ground: str
) -> None:
    """As a reader paints it that knows fills, strokes and nothing newer than SVG 1.1: no halo, no style sheet."""
    picture, found = drawn(name, lang)
    assert "paint-order" not in ET.tostring(picture, encoding="unicode")
    inks = dict(zip(palette.LIGHT, palette.DARK if ground == "dark" else palette.LIGHT, strict=True))
    for place, box in enumerate(found):
        if not box.words:
            continue
        assert box.left >= 0
        assert box.right <= 960, box.words
        assert box.bottom <= float(picture.get("height"))
        height = (box.top + box.bottom) / 2
        for x in (box.left + 1, (box.left + box.right) / 2, box.right - 1):
            under = [
                other.style["fill"]
                for other in found[:place]
                if not other.words and other.left <= x <= other.right and other.top <= height <= other.bottom
                if other.style["fill"] != "none"
            ]
            assert not under[-1].startswith("url"), f"on hatching: {box.words}"
            colour, back = (inks.get(code, code) for code in (box.style["fill"], under[-1]))
            assert contrast(colour, back) >= 4.5, f"{box.words}: {colour} on {back}"
    for one, other in combinations([box for box in found if box.words], 2):
        apart = one.right <= other.left or other.right <= one.left or one.bottom <= other.top or other.bottom <= one.top
        assert apart, f"{one.words} / {other.words}"


@every_case
def test_bars_hatching_and_guides_lie_on_their_years(name: str) -> None:
    timeline, _, _ = CASES[name]
    _, found = drawn(name)
    years = axis(timeline, 1)
    bars = [box for box in filled(found, *palette.COLOURS) if "d" in box.style]
    thin = [box for box in filled(found, palette.NEUTRAL) if not box.style["d"].startswith("M.5")]
    patterned = [box for box in found if box.style.get("fill", "").startswith("url")]
    hatched = [box for box in patterned if not box.style["d"].startswith("M.5")]  # which is that of the legend
    guides = [box for box in found if box.style.get("stroke-dasharray") == "3 3"]
    dotted = [box for box in found if box.style.get("stroke-dasharray") == "2 2"]
    gaps = [box for box in dotted if not box.style["d"].startswith("M.5")]
    left = 278.0
    per_year = (932 - 26 * years.is_open - left) / (years.end - years.start + 1)

    def on(box: Box, of: Period) -> bool:
        end = 932 if of.end is None else left + (of.end + 1 - years.start) * per_year
        return abs(box.left - left - (of.start - years.start) * per_year) < 0.02 and abs(box.right - end) < 0.02

    expected = [bar for lane in timeline.roadmaps for bar in lane.phases]
    assert all(map(on, bars, expected))
    assert [bar.style["fill"] for bar in bars] == [palette.colour(bar.number) for bar in expected]
    overlaps = [(lane, overlap) for lane in timeline.roadmaps for overlap in lane.overlaps]
    assert len(bars) == len(expected)
    assert (len(thin), len(guides), len(hatched)) == (len(overlaps), len(overlaps), 3 * len(overlaps))
    assert sum(map(on, gaps, [gap for lane in timeline.roadmaps for gap in lane.gaps])) == len(gaps)
    for (lane, overlap), row in zip(overlaps, thin, strict=True):
        assert on(row, overlap)
        own = [bars[expected.index(bar)] for bar in lane.phases if bar.number in overlap.phases]
        for bar in own:  # shared years are hatched on both bars, and on the row that says which they are
            assert any(on(box, overlap) and (box.top, box.bottom) == (bar.top, bar.bottom) for box in hatched)
        ends = {row.left} if overlap.end is None else {row.left, row.right}
        (guide,) = (box for box in guides if abs(box.bottom - (row.top + row.bottom) / 2) < 0.02)
        assert {guide.left, guide.right} == ends
        assert guide.top == min(bar.top for bar in own)


@every_case
@both_languages
def test_each_milestone_has_its_number_at_its_mark_and_in_the_list(name: str, lang: str) -> None:
    timeline, _, model = CASES[name]
    _, found = drawn(name, lang)
    years = axis(timeline, 1)
    left, right = 278.0, 932 - 26 * years.is_open
    wording = Wording(model, lang)
    words = " ".join(" ".join(box.words for box in found if box.words).split())
    marks = [box for box in found if box.style.get("stroke-width") == "1.5" and "z" in box.style["d"]]
    shown = [each for each in timeline.milestones if years.shows(middle(each))]
    assert len(marks) == len(shown) + len({describe.kind(each, wording) for each in shown}) + len(timeline.milestones)
    for number, each in enumerate(timeline.milestones, 1):
        told = f"{describe.kind(each, wording)}: {getattr(each.text, lang)}"
        told = "".join(told[0].upper() + told[1:]).split()
        assert re.search(rf" {number} .*{re.escape(told[0])}", words)
        assert "".join(told) in words.replace(" ", "")
    numbers = [str(number) for number, each in enumerate(timeline.milestones, 1) if each in shown]
    for number, each, mark in zip(numbers, shown, marks, strict=False):
        assert (mark.left + mark.right) / 2 == pytest.approx(
            left + (middle(each) - years.start) * (right - left) / (years.end + 1 - years.start), abs=3
        )
        near = [box for box in found if box.words == number and abs(box.bottom - mark.bottom) < 8]
        assert any(min(abs(box.left - mark.right), abs(mark.left - box.right)) < 8 for box in near)
    for one, other in combinations(marks[: len(shown)], 2):
        assert abs(one.left - other.left) > 12 or abs(one.top - other.top) > 8
    shapes = {
        describe.kind(each, wording): re.sub(r"M\S+ \d+(\.\d+)?", "", mark.style["d"]) + mark.style["fill"]
        for each, mark in zip(shown, marks, strict=False)
    }
    assert len(set(shapes.values())) == len(shapes)


def test_a_legend_tells_only_of_what_is_there() -> None:
    written = {name: {box.words for box in drawn(name)[1]} for name in CASES}
    told = {
        "shared years": {"one", "all", "crowded", "hostile", "today off the axis"},
        "years not covered": {"hostile"},
        "no end stated": {"all", "crowded", "hostile"},
        "milestones off the axis: 1": {"one", "all", "hostile", "today off the axis"},
        "today, 24 November 2026": {"one", "all", "crowded", "hostile"},
        "today, 1 January 2060, is off the axis": {"today off the axis"},
        "target, met": {"crowded"},
        "event": {"one", "all", "crowded", "today off the axis"},
    }
    for words, names in told.items():
        assert {name for name in CASES if words in written[name]} == names, words


def test_wrapped_words_fit_and_are_all_there() -> None:
    for seed in range(200):
        dice = random.Random(seed)
        text = "".join(dice.choices("aWi—数👩e\u0301\u200d\ufe0f    ", k=dice.randint(0, 80)))
        for measure in (describe.share, chars._cells):
            lines = describe.wrapped(text, 10, measure)
            assert max(sum(map(measure, line)) for line in lines) <= 10
            assert max(map(cell_len, lines)) <= 10 or measure is describe.share
            assert "".join(lines).replace(" ", "") == "".join(text.split())
            assert len(lines) <= 2 * sum(map(measure, text)) / 10 + 1


def test_several_pictures_fit_on_one_page() -> None:
    model = CASES["all"].model
    alone = [progress.timeline(model, (roadmap,), TODAY) for roadmap in model.roadmaps]
    pictures = [
        svg.draw(each, Wording(model, lang), framed=True)
        for each in (CASES["all"].timeline, *alone)
        for lang in ("en", "id")
    ]
    ids = [each for picture in pictures for each in re.findall(r'\bid="([^"]*)"', picture)]
    assert len(ids) == len(set(ids))


# The page


@every_case
@both_languages
def test_a_page_is_whole_and_loads_and_runs_nothing(name: str, lang: str) -> None:
    timeline, answer, model = CASES[name]
    page = Page(FORMATS["html"](CASES[name], lang))
    assert page.open == []
    assert page.all("html") == [{"lang": lang}]
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert {link["href"][1:] for link in page.all("a") if link["href"].startswith("#")} <= set(ids)
    out = [link for link in page.all("a") if not link["href"].startswith("#")]
    assert {link["href"] for link in out} == {source.url for source in answer.sources.sources if source.url}
    assert {"name": "referrer", "content": "no-referrer"} in page.all("meta")
    assert not {"script", "link", "img", "iframe", "object", "image", "use", "form", "base"} & {
        tag for tag, _ in page.tags
    }
    assert not [key for _, attributes in page.tags for key in attributes if key.startswith("on") or key == "src"]
    (policy,) = (meta["content"] for meta in page.all("meta") if meta.get("http-equiv") == "Content-Security-Policy")
    assert {"default-src 'none'", "base-uri 'none'", "form-action 'none'"} <= set(policy.split("; "))
    told = " ".join(page.words.split())
    roadmaps = [roadmap for roadmap in model.roadmaps if roadmap.id in {lane.id for lane in timeline.roadmaps}]
    texts = [milestone.text for milestone in model.milestones]
    texts += [
        text
        for roadmap in roadmaps
        for phase in roadmap.phases
        for text in (phase.name, *(g.text for g in phase.goals))
    ]
    texts += [conflict.message for conflict in build.conflicts(model, roadmaps).conflicts]
    for text in texts:
        assert " ".join(getattr(text, lang)[1:].partition(" (")[0].split()) in told  # a gloss may get more words


def test_sources_that_are_mentioned_or_cited_lead_to_their_entry() -> None:
    page = FORMATS["html"](CASES["one"], "en")
    cited = {source.id for source in CASES["one"].page.sources.sources}
    assert "inews-bappenas" not in cited
    model = CASES["one"].model
    assert {source for each in model.milestones for source in each.sources} <= cited
    assert model.legal is None or set(model.legal.sources) <= cited
    assert {f"source-{each}" for each in cited} <= {attributes.get("id") for _, attributes in Page(page).tags}
    assert '<a href="#source-fajar-2024-01-24">fajar-2024-01-24</a>' in page.partition('id="sources"')[0]


def test_numbers_of_the_picture_are_those_of_the_rows_below_it() -> None:
    """The style sheet counts the rows of the first table of milestones."""
    page = FORMATS["html"](CASES["crowded"], "en")
    section = page.partition('<section id="milestones"')[2].partition("</section>")[0]
    table = section.partition("<tbody>")[2].partition("</tbody>")[0]
    texts = [re.sub("<[^>]*>", "", row) for row in table.split("<tr>")[1:]]
    assert len(texts) == len(CASES["crowded"].timeline.milestones)
    for text, each in zip(texts, CASES["crowded"].timeline.milestones, strict=True):
        assert " ".join(each.text.en.split()) in text


# All three


@every_format
@every_case
def test_no_reference_leaves_the_file_but_the_links_of_the_page(name: str, form: str) -> None:
    rest = re.sub(r'<a href="[^"]*"[^>]*>[^<]*</a>|xmlns="[^"]*"', "", FORMATS[form](CASES[name], "en"))
    assert not re.search("""(=["']?|url.)https?:""", rest)
    assert "@import" not in rest
    assert set(re.findall(r"url\((.)", rest)) <= {"#"}


@every_format
@both_languages
def test_texts_of_the_data_stay_texts(form: str, lang: str) -> None:
    written = FORMATS[form](CASES["hostile"], lang)
    assert "<script" not in written
    if form == "mermaid":
        body = written.removeprefix("```mermaid\n").removesuffix("```\n")
        assert "`" not in body
        assert "%%" not in body
    else:
        read = "".join(ET.fromstring(written).itertext()) if form == "svg" else Page(written).words
        assert HARM in read
        assert LONG in re.sub(r"\s", "", read)


SAID = "several context compared drawn-by issued-by shared open milestones today kind-postponed kind-statement".split()


@every_format
@both_languages
def test_no_word_is_of_the_other_language(form: str, lang: str) -> None:
    case = CASES["all"]
    written = FORMATS[form](case, lang)
    other = "en" if lang == "id" else "id"
    named = [bar.name for lane in case.timeline.roadmaps for bar in lane.phases]
    named += [lane.name for lane in case.timeline.roadmaps]
    labels = [message(f"label.{key}", count="", years="", checked="", issuers="", day="") for key in SAID]
    for text in named + labels:
        fixed = getattr(text, other).strip(" :.,")
        if fixed.casefold() not in getattr(text, lang).casefold():
            assert not re.search(rf"\b{re.escape(fixed)}\b", written), fixed


@every_format
def test_a_command_writes_what_the_format_draws_on_that_day(form: str) -> None:
    ran = ask("timeline", "--all", "--lang", "id", "--format", form)
    assert (ran.code, ran.stderr) == (0, "")
    assert ran.stdout == FORMATS[form](CASES["all"], "id")


def test_what_says_that_it_is_utf_8_is_so_everywhere() -> None:
    for form, years in (("svg", "2035–2039"), ("html", "2035–2039"), ("mermaid", "2035-2039")):
        ran = run("timeline", "--format", form, env={"LC_ALL": "C", "PYTHONIOENCODING": "ascii"})
        assert ran.code == 0
        assert years in ran.raw.decode()


# Mermaid

TASK = re.compile(r"    ([^:\n]+) :(crit, |milestone, )?(\d{4}-\d\d-\d\d), (\d{4}-\d\d-\d\d)")


@every_case
@both_languages
def test_a_mermaid_block_has_the_years_of_the_model_and_marks_those_that_are_shared(name: str, lang: str) -> None:
    timeline, _, _ = CASES[name]
    first, *lines, fence = FORMATS["mermaid"](CASES[name], lang).splitlines()
    assert (first, fence) == ("```mermaid", "```")
    tasks = [TASK.fullmatch(line).groups() for line in lines if re.search(r", \d{4}-\d\d-\d\d$", line)]
    end = axis(timeline, 1).end

    def days(periods: object) -> list[tuple[str, str]]:
        return [(f"{each.start:04}-01-01", f"{each.end or end:04}-12-31") for each in periods]

    assert [task[2:] for task in tasks if task[1] is None] == days(b for lane in timeline.roadmaps for b in lane.phases)
    shared = [overlap for lane in timeline.roadmaps for overlap in lane.overlaps]
    assert [task[2:] for task in tasks if task[1] == "crit, "] == days(shared)
    assert len([task for task in tasks if task[1] == "milestone, "]) == len(timeline.milestones)
    assert sum(line.startswith("    section ") for line in lines) == len(timeline.roadmaps) + 1
    assert ("    todayMarker off" in lines) == (name == "today off the axis")
    open_ended = sum(bar.end is None for lane in timeline.roadmaps for bar in (*lane.phases, *lane.overlaps))
    assert sum(_said("open", lang) in task[0] for task in tasks) == open_ended


@pytest.mark.parametrize(("name", "least"), [("one", 75), ("all", 60), ("crowded", 60)])
@both_languages
def test_a_text_is_cut_at_a_word_and_only_where_the_picture_ends(name: str, least: int, lang: str) -> None:
    lines = [line for line in FORMATS["mermaid"](CASES[name], lang).splitlines() if " :milestone, " in line]
    for line, each in zip(lines, CASES[name].timeline.milestones, strict=True):
        words = re.sub(r"#(\d+);", lambda match: chr(int(match[1])), line.partition(" :milestone")[0])
        shown, whole = words.partition(" · ")[2], " ".join(getattr(each.text, lang).split())
        assert shown == whole or (whole.startswith(shown.removesuffix("…")) and len(shown) > least)
        assert width(shown, 11) < 900


# Characters


def chart(case: Case, columns: int, *, terminal: bool = True, unicode: bool = True) -> list[str]:
    surface = Surface(width=columns if terminal else None, chart_width=columns, unicode=unicode)
    return chars.draw(case.timeline, Wording(case.model, "en"), surface).plain.split("\n")


@pytest.mark.parametrize("seed", range(60))
def test_each_column_of_a_chart_shows_its_year(seed: int) -> None:
    case = at_random(seed)
    (lane,) = case.timeline.roadmaps
    first, end = min(bar.start for bar in lane.phases), max(bar.end or bar.start for bar in lane.phases)
    columns = 40 + seed * 100 // 59
    is_open = lane.end is None
    per_year = (columns - is_open) // (end - first + 1)
    lines = chart(case, columns)
    assert all(cell_len(line) <= columns for line in lines)
    numbers, rule = lines[:2]
    ticks = [place for place, glyph in enumerate(rule) if glyph in "┬▼" and (first * per_year + place) % per_year == 0]
    told = {first + tick // per_year for tick in ticks}
    assert all(int(number) in told for number in numbers.split())
    assert len(numbers.split()) >= rule.count("┬")
    rows = [line for line in lines[2 : lines.index("")] if re.search("[█▒╳┄▶]", line)]
    assert len(rows) == len(lane.phases) + len(lane.overlaps) + len(lane.gaps)
    for row, of in zip(rows, [*lane.phases, *lane.overlaps, *lane.gaps], strict=True):
        cells = _cells(row)
        shares = [overlap for overlap in lane.overlaps if of in lane.phases and of.number in overlap.phases]
        glyph = "█" if of in lane.phases else "╳" if of in lane.overlaps else "┄"
        for year in range(first, end + 1):
            held = of.start <= year <= last(of)
            shown = "▒" if any(touches(each, year, year) for each in shares) else glyph
            here = cells[(year - first) * per_year : (year - first + 1) * per_year]
            assert (here == [shown] * per_year) if held else not set(here) & set("█▒╳┄▶"), (year, row)
        assert ("▶" in cells) == (of.end is None)


def _cells(line: str) -> list[str]:
    """The characters of a line by their columns; wide ones take two, those that join the one before none."""
    found: list[str] = []
    for place, char in enumerate(line):
        grown = cell_len(line[: place + 1]) - len(found)
        found += [char] * grown
    return found


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("terminal", [True, False])
def test_a_chart_loses_no_word_whatever_the_width(seed: int, terminal: bool) -> None:
    case = at_random(seed)
    for columns in (40, 61, 80, 100, 140):
        for unicode in (True, False):
            lines = chart(case, columns, terminal=terminal, unicode=unicode)
            told = re.sub(r"\s|[│|]", "", "".join(lines))
            for bar in case.timeline.roadmaps[0].phases:
                name = bar.name.en if unicode else bar.name.en.translate(chars._ASCII)
                assert re.sub(r"\s", "", f"{bar.number} {name}") in told
                assert terminal or any(f"{bar.number} {name}" in line for line in lines)
            assert unicode or not re.search("[█▒╳┄▶┬─▼│◆]", "".join(lines))


def test_the_chart_names_every_tick_and_where_there_is_room_what_comes_next() -> None:
    for columns in range(40, 141):
        for name in ("one", "all"):
            numbers, rule, *_ = lines = chart(CASES[name], columns)
            assert max(map(cell_len, lines)) <= columns
            assert len(numbers.split()) == rule.count("┬")
    lines = chart(CASES["crowded"], 104)
    assert lines[0].split() == ["2020", "2025", "2030", "2035", "2040", "2045"]
    assert lines[1].count("┬") == 6
    listed = [line for line in lines if line.startswith("◆ ") and " · " not in line and ": " in line]
    assert any("target, overdue: overdue" in line for line in listed)
    assert any("target: ahead" in line for line in listed)
    assert not any(line.startswith("◆ 2020") for line in listed)
    assert "see `iknctl milestones`" in "\n".join(chart(CASES["crowded"], 80))


# Colours


@pytest.mark.parametrize("ground", [palette.LIGHT, palette.DARK], ids=["light", "dark"])
def test_text_and_lines_stand_out_from_the_paper(ground: palette.Ground) -> None:
    assert all(contrast(ink, ground.paper) >= 4.5 for ink in (ground.ink, ground.dim, ground.link))
    assert contrast(ground.edge, ground.paper) >= 3


def test_each_phase_has_an_ink_that_stands_out_and_a_basic_colour_of_its_own() -> None:
    assert all(contrast(palette.ink_on(number), palette.colour(number)) >= 4.5 for number in range(1, 12))
    basic = [palette.terminal_colour(number, truecolor=False) for number in range(1, 6)]
    assert len(set(basic)) == 5
    assert not {"black", "white", "bright_black", "bright_white"} & set(basic)
    env = {"FORCE_COLOR": "1", "TERM": "xterm", "COLORTERM": None}
    written = ask("timeline", env=env).stdout
    for row, code in enumerate((34, 33, 32, 31, 35), 1):
        assert re.search(rf"\x1b\[{code}m[█▒]+|\x1b\[1;{code}m{row}\x1b", written)
