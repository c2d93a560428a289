"""The timeline as a picture, a page, a Mermaid block and a chart of characters, read without a browser."""

import datetime as dt
import re
from collections.abc import Callable
from functools import cache
from itertools import combinations, pairwise
from xml.etree import ElementTree as ET

import pytest
from msgspec.structs import replace
from rich.cells import cell_len

from iknctl.answers import build, progress
from iknctl.messages.dates import day
from iknctl.model import Period, Text
from iknctl.periods import first_day, last, last_day, touches
from iknctl.render import html
from iknctl.render.timeline import chars, describe, mermaid, palette, svg
from iknctl.render.timeline.describe import Axis
from iknctl.render.timeline.palette import Surface
from iknctl.render.wording import Wording
from picturing import HARM, TODAY, Box, Case, at_random, boxes, case, contrast, share, shipped
from running import ask, run

FORMATS: dict[str, Callable[[Case, str], str]] = {
    "svg": lambda case, lang: svg.draw(case.timeline, Wording(case.model, lang), framed=True),
    "html": lambda case, lang: html.render(case.page, Wording(case.model, lang)),
    "mermaid": lambda case, lang: mermaid.draw(case.timeline, Wording(case.model, lang)),
}
CASES = {
    "one": shipped(),
    "all": shipped(every=True),
    "today off the axis": shipped(today=dt.date(2060, 1, 1)),
    **{f"random {seed}": at_random(seed) for seed in range(12)},
}
every_case = pytest.mark.parametrize("name", CASES)
both_languages = pytest.mark.parametrize("lang", ["en", "id"])
every_format = pytest.mark.parametrize("form", FORMATS)


@cache
def written(form: str, name: str, lang: str = "en") -> str:
    return FORMATS[form](CASES[name], lang)


def parsed(form: str, name: str, lang: str = "en") -> ET.Element:
    """A picture, or a page, which is XML too but for its first line and what it says of itself."""
    return ET.fromstring(re.sub("<!DOCTYPE html>|<meta[^>]*>", "", written(form, name, lang)))


def drawn(name: str, lang: str = "en") -> tuple[ET.Element, list[Box]]:
    picture = parsed("svg", name, lang)
    return picture, boxes(picture)


def flat(text: str) -> str:
    return " ".join(text.split())


def touching(one: Box, other: Box) -> bool:
    across = one.left < other.right and other.left < one.right
    return across and one.top < other.bottom and other.top < one.bottom


# The picture


@every_case
@both_languages
def test_a_picture_says_in_words_all_that_it_shows(name: str, lang: str) -> None:
    timeline, _, model = CASES[name]
    picture, _ = drawn(name, lang)
    title, desc = (picture.find(f"{{http://www.w3.org/2000/svg}}{tag}") for tag in ("title", "desc"))
    assert picture.get("role") == "img"
    assert picture.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"
    told, wording = flat(desc.text), Wording(model, lang)
    for lane in timeline.roadmaps:
        named = [(f"{bar.number} {flat(getattr(bar.name, lang))}", bar) for bar in lane.phases]
        named += [("{} + {}".format(*each.phases), each) for each in lane.overlaps]
        named += [(wording.say("label.gap"), gap) for gap in lane.gaps]
        assert all(f"{words}: {wording.years(of)}." in told for words, of in named)
    assert all(f"{flat(describe.sentence(each, wording))}." in told for each in timeline.milestones)


@every_case
@both_languages
def test_words_lie_inside_the_picture_on_a_plain_ground_from_which_they_stand_out(name: str, lang: str) -> None:
    """As a reader paints it that knows fills, strokes and nothing newer than SVG 1.1: no halo, no style sheet."""
    picture, found = drawn(name, lang)
    assert "paint-order" not in written("svg", name, lang)
    dark = dict(re.findall(r'\[fill="(#\w+)"\]\{fill:(#\w+)\}', written("svg", name, lang)))
    assert dark[palette.LIGHT.paper] == palette.DARK.paper
    grounds: list[Box] = []
    words: list[Box] = []
    for box in found:
        if not box.words:
            grounds += [box] * (box.style["fill"] != "none")
            continue
        assert 0 <= box.left < box.right <= 960, box.words
        assert box.bottom <= float(picture.get("height"))
        height, ink = (box.top + box.bottom) / 2, box.style["fill"]
        for x in (box.left + 1, (box.left + box.right) / 2, box.right - 1):
            under = [each for each in grounds if each.left <= x <= each.right and each.top <= height <= each.bottom]
            ground = under[-1].style["fill"]
            assert not ground.startswith("url"), f"on hatching: {box.words}"
            assert contrast(ink, ground) >= 4.5, f"{box.words}: {ink} on {ground}"
            assert contrast(dark.get(ink, ink), dark.get(ground, ground)) >= 4.5, f"{box.words}: {ink} on {ground}"
        assert not [other.words for other in words if touching(box, other)], box.words
        words.append(box)


@every_case
def test_bars_hatching_and_guides_lie_on_their_years(name: str) -> None:
    timeline = CASES[name].timeline
    _, found = drawn(name)
    years, left = Axis(timeline, 1, tip=1), 288.0
    per_year = (932 - 26 * years.tip - left) / (years.end - years.start + 1)
    paths = [box for box in found if "d" in box.style]
    bars = [box for box in paths if box.style["fill"] in palette.COLOURS]
    thin = [box for box in paths if box.style["fill"] == palette.NEUTRAL]
    hatched = [box for box in paths if box.style["fill"].startswith("url")]
    guides = [box for box in paths if box.style.get("stroke-dasharray") == "3 3"]
    gaps = [box for box in paths if box.style.get("stroke-dasharray") == "2 2"]

    def on(box: Box, of: Period) -> bool:
        end = 932 if of.end is None else left + (of.end + 1 - years.start) * per_year
        return abs(box.left - left - (of.start - years.start) * per_year) < 0.02 and abs(box.right - end) < 0.02

    phases = [bar for lane in timeline.roadmaps for bar in lane.phases]
    overlaps = [(lane, overlap) for lane in timeline.roadmaps for overlap in lane.overlaps]
    assert all(on(box, bar) for box, bar in zip(bars, phases, strict=True))
    assert [box.style["fill"] for box in bars] == [palette.colours(bar.number)[0] for bar in phases]
    stated = [gap for lane in timeline.roadmaps for gap in lane.gaps]
    assert all(on(box, gap) for box, gap in zip(gaps, stated, strict=True))
    assert len(hatched) == 3 * len(overlaps)
    for (lane, overlap), row in zip(overlaps, thin, strict=True):
        assert on(row, overlap)
        own = [bars[phases.index(bar)] for bar in lane.phases if bar.number in overlap.phases]
        for bar in (*own, row):  # shared years are hatched on both bars, and on the row that says which they are
            assert any(on(box, overlap) and (box.top, box.bottom) == (bar.top, bar.bottom) for box in hatched)
        tied = [box for box in guides if abs(box.bottom - (row.top + row.bottom) / 2) < 0.02]
        assert {(box.left, box.top) for box in tied} == {
            (end, min(bar.top for bar in own)) for end in (row.left, row.right)
        }


@every_case
@both_languages
def test_each_milestone_has_its_number_at_its_time_and_in_the_list(name: str, lang: str) -> None:
    timeline, _, model = CASES[name]
    _, found = drawn(name, lang)
    years, wording = Axis(timeline, 644, left=288, tip=26), Wording(model, lang)
    full, hollow = palette.LIGHT.edge, palette.LIGHT.paper
    # Each number stands in a box that was drawn right before it.
    boxed = [(under, box.words) for under, box in pairwise(found) if box.words and under.style.get("rx")]
    marks = [(box, words) for box, words in boxed if (box.style["fill"], "stroke" in box.style) != (hollow, False)]
    marks = [(box, words) for box, words in marks if box.style["fill"] in (full, hollow)]
    numbered = [(str(number), each) for number, each in enumerate(timeline.milestones, 1)]
    shown = [(number, each) for number, each in numbered if years.place(each.start, each.end) is not None]
    for (number, each), (box, words) in zip((*shown, *numbered), marks, strict=True):
        happened = each.status in ("past", "met") and each.kind != "projection"
        assert (words, box.style["fill"]) == (number, full if happened else hollow)
    for (_, each), (box, _) in zip(shown, marks, strict=False):
        days = (first_day(each.start), last_day(each.end))
        year = sum(day.year + (day.timetuple().tm_yday - 1) / 365.25 for day in days) / 2
        assert abs((box.left + box.right) / 2 - years.at(year)) < 0.01 * (years.at(1) - years.at(0))
    assert not any(touching(one, other) for (one, _), (other, _) in combinations(marks, 2))
    blank = "" if name.startswith("random") else " "  # where no word is wider than a line, none is broken
    text = blank.join(box.words for box in found).replace(" ", blank)
    for number, each in numbered:
        assert f"{number} {describe.sentence(each, wording)}".replace(" ", blank) in text


@every_case
@both_languages
def test_a_legend_tells_only_of_what_is_there(name: str, lang: str) -> None:
    timeline, _, model = CASES[name]
    lanes, years, say = timeline.roadmaps, Axis(timeline, 1), Wording(model, lang).say
    seen = years.start <= timeline.as_of.year <= years.end
    expected = {
        say("label.shared"): any(lane.overlaps for lane in lanes),
        say("label.uncovered"): any(lane.gaps for lane in lanes),
        say("label.happened"): bool(timeline.milestones),
        say("label.open"): any(bar.end is None for lane in lanes for bar in lane.phases),
        say("label.today-outside", day=day(timeline.as_of)): not seen,
        say("label.today", day=day(timeline.as_of)): seen,
    }
    words = {box.words for box in drawn(name, lang)[1]}
    assert {each: each in words for each in expected} == expected


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


@pytest.mark.parametrize("name", ["one", "all", *(f"random {seed}" for seed in range(4))])
@both_languages
def test_a_page_is_whole_and_loads_and_runs_nothing(name: str, lang: str) -> None:
    timeline, answer, model = CASES[name]
    text = written("html", name, lang)
    page = parsed("html", name, lang)
    ids = [each.get("id") for each in page.iter() if "id" in each.attrib]
    assert page.get("lang") == lang
    assert len(ids) == len(set(ids))
    assert {f"source-{source.id}" for source in answer.sources.sources} <= set(ids)
    links = {link.get("href") for link in page.iter("a")}
    assert {link[1:] for link in links if link[0] == "#"} <= set(ids)
    assert {link for link in links if link[0] != "#"} == {each.url for each in answer.sources.sources if each.url}
    assert '<meta name="referrer" content="no-referrer">' in text
    assert not {"script", "link", "img", "iframe", "object", "form", "base"} & {each.tag for each in page.iter()}
    assert not [key for each in page.iter() for key in each.attrib if key.startswith("on") or key == "src"]
    assert "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'" in text
    told = flat("".join(page.itertext()))
    roadmaps = [roadmap for roadmap in model.roadmaps if roadmap.id in {lane.id for lane in timeline.roadmaps}]
    phases = [phase for roadmap in roadmaps for phase in roadmap.phases]
    texts = [milestone.text for milestone in model.milestones]
    headings = " ".join(flat(each.text) for each in page.iter("h3"))
    assert all(flat(getattr(phase.name, lang)) in headings for phase in phases)
    texts += [goal.text for phase in phases for goal in phase.goals]
    texts += [conflict.message for conflict in build.conflicts(model, roadmaps).conflicts]
    for text in texts:
        assert flat(getattr(text, lang)[1:].partition(" (")[0]) in told  # a gloss may get more words


def test_numbers_of_the_picture_are_those_of_the_rows_below_it() -> None:
    """The style sheet counts the rows of the first table of milestones."""
    section = next(each for each in parsed("html", "one").iter("section") if each.get("id") == "milestones")
    rows = [flat("".join(row.itertext())) for row in next(section.iter("tbody"))]
    for row, each in zip(rows, CASES["one"].timeline.milestones, strict=True):
        assert each.text.en in row


def test_only_a_quoted_term_that_is_surely_of_the_other_language_is_marked_as_such() -> None:
    for lang, marked, unmarked in (
        ("en", '“<i lang="id">kota cerdas</i>”', "citizen centric"),
        ("id", '(<i lang="en">smart government</i>)', "citizen centric"),
        ("id", '“<i lang="en">Digital Government</i>”', "kota cerdas"),
    ):
        page = written("html", "one", lang)
        assert marked in page
        assert unmarked in page
        assert f">{unmarked}</i>" not in page
    model = CASES["one"].model
    roadmap = model.roadmaps[0]
    texts = [Text(en="One", id="kota cerdas"), Text(en="Two", id="kota hutan"), Text(en="A kota hutan", id="Tiga")]
    terms = ["kota cerdas", "kota hutan", "kota hutan"]
    goals = tuple(
        replace(roadmap.phases[0].goals[0], id=f"g{number}", text=text, terms=(term,))
        for number, (text, term) in enumerate(zip(texts, terms, strict=True))
    )
    phase = replace(roadmap.phases[0], goals=goals, note=Text(en="kota cerdas", id="x"))
    roadmap = replace(roadmap, phases=(phase, *roadmap.phases[1:]))
    page = FORMATS["html"](case(replace(model, roadmaps=(roadmap, *model.roadmaps[1:])), (roadmap,)), "en")
    assert "“kota hutan”" in page  # which one goal has as English
    assert page.count('<i lang="id">kota cerdas</i>') == page.count('“<i lang="id">kota cerdas</i>”') == 2


# All three


@every_format
@every_case
def test_texts_of_the_data_stay_texts_and_nothing_is_loaded(name: str, form: str) -> None:
    text = written(form, name)
    rest = re.sub(r'<a href="[^"]*"[^>]*>[^<]*</a>|xmlns="[^"]*"', "", text)
    assert not re.search("""(=["']?|url.)https?:|@import|<script""", rest)
    assert set(re.findall(r"url\((.)", rest)) <= {"#"}
    if form == "mermaid":
        assert not re.search("`|%%", text.removeprefix("```mermaid\n").removesuffix("```\n"))
    elif name.startswith("random"):
        read = flat("".join(parsed(form, name).itertext()))
        assert (HARM if form == "html" else CASES[name].timeline.roadmaps[0].name.en) in read


def test_a_command_writes_what_the_format_draws_on_that_day_and_pictures_and_pages_always_in_utf_8() -> None:
    for form, encoding in (("svg", "ascii"), ("html", "ascii"), ("mermaid", "utf-8")):
        env = {"LC_ALL": "C", "PYTHONIOENCODING": encoding}
        ran = run("timeline", "--all", "--lang", "id", "--format", form, env=env)
        assert (ran.code, ran.stderr, ran.raw.decode()) == (0, "", written(form, "all", "id"))


# Mermaid

TASK = re.compile(r"    ([^:\n]+) :(crit, |milestone, )?(\d{4}-\d\d-\d\d), (\d{4}-\d\d-\d\d)")


@every_case
@both_languages
def test_a_mermaid_block_has_the_years_of_the_model_and_marks_those_that_are_shared(name: str, lang: str) -> None:
    timeline = CASES[name].timeline
    first, *lines, fence = written("mermaid", name, lang).splitlines()
    assert (first, fence) == ("```mermaid", "```")
    tasks = [TASK.fullmatch(line).groups() for line in lines if re.search(r", \d{4}-\d\d-\d\d$", line)]
    years = Axis(timeline, 1)

    def days(periods: object) -> list[tuple[str, str]]:
        return [(f"{each.start:04}-01-01", f"{each.end or years.end:04}-12-31") for each in periods]

    phases = [bar for lane in timeline.roadmaps for bar in lane.phases]
    shared = [overlap for lane in timeline.roadmaps for overlap in lane.overlaps]
    assert [task[2:] for task in tasks if task[1] is None] == days(phases)
    assert [task[2:] for task in tasks if task[1] == "crit, "] == days(shared)
    assert len([task for task in tasks if task[1] == "milestone, "]) == len(timeline.milestones)
    sections = len(timeline.roadmaps) + bool(timeline.milestones)
    assert sum(line.startswith("    section ") for line in lines) == sections
    assert ("    todayMarker off" in lines) != (years.start <= timeline.as_of.year <= years.end)
    wording = Wording(CASES[name].model, lang)
    spans = [each for lane in timeline.roadmaps for each in (*lane.phases, *lane.overlaps)]
    assert all(task[0].endswith(f" · {wording.years(of)}") for task, of in zip(tasks, spans, strict=False))


@pytest.mark.parametrize("name", ["one", "all"])
@both_languages
def test_a_text_is_cut_at_a_word_and_only_where_the_picture_ends(name: str, lang: str) -> None:
    lines = [line for line in written("mermaid", name, lang).splitlines() if " :milestone, " in line]
    for line, each in zip(lines, CASES[name].timeline.milestones, strict=True):
        words = re.sub(r"#(\d+);", lambda match: chr(int(match[1])), line.partition(" :milestone")[0])
        shown, whole = words.partition(" · ")[2], flat(getattr(each.text, lang))
        cut = shown.removesuffix(" …")
        assert shown == whole or (whole.startswith(cut) and len(cut) > 60)
        assert sum(map(share, shown)) * 11 < 900


# Characters


def chart(case: Case, columns: int, *, terminal: bool = True, unicode: bool = True) -> list[str]:
    surface = Surface(width=columns if terminal else None, chart_width=columns, unicode=unicode)
    return chars.draw(case.timeline, Wording(case.model, "en"), surface).plain.split("\n")


@pytest.mark.parametrize("seed", range(40))
def test_each_column_of_a_chart_shows_its_year_and_no_name_is_lost(seed: int) -> None:
    case = at_random(seed)
    (lane,) = case.timeline.roadmaps
    first, end = min(bar.start for bar in lane.phases), max(bar.end or bar.start for bar in lane.phases)
    columns = 40 + seed * 100 // 39
    per_year = (columns - (lane.end is None)) // (end - first + 1)
    lines = chart(case, columns)
    assert all(cell_len(line) <= columns for line in lines)
    numbers, rule = lines[:2]
    ticks = [place for place, glyph in enumerate(rule) if glyph in "┬▼" and (first * per_year + place) % per_year == 0]
    assert {int(number) for number in numbers.split()} <= {first + tick // per_year for tick in ticks}
    assert len(numbers.split()) in (rule.count("┬"), rule.count("┬") + 1)  # one of which today may hide
    rows = [line for line in lines[2 : lines.index("")] if re.search("[█▒╳┄▶]", line)]
    for row, of in zip(rows, [*lane.phases, *lane.overlaps, *lane.gaps], strict=True):
        cells: list[str] = []  # the characters by their columns; wide ones take two, those that join another none
        for place, char in enumerate(row):
            cells += [char] * (cell_len(row[: place + 1]) - len(cells))
        shares = [overlap for overlap in lane.overlaps if of in lane.phases and of.number in overlap.phases]
        glyph = "█" if of in lane.phases else "╳" if of in lane.overlaps else "┄"
        for year in range(first, end + 1):
            shown = "▒" if any(touches(each, year, year) for each in shares) else glyph
            here = cells[(year - first) * per_year : (year - first + 1) * per_year]
            held = of.start <= year <= last(of)
            assert (here == [shown] * per_year) if held else not set(here) & set("█▒╳┄▶"), (year, row)
        assert ("▶" in cells) == (of.end is None)
    piped = chart(case, columns, terminal=False, unicode=False)
    assert not re.search("[█▒╳┄▶┬─▼│◆]", "".join(piped))
    for bar in lane.phases:
        named = f"{bar.number} {bar.name.en}"
        assert re.sub(r"\s", "", named) in re.sub(r"[\s│]", "", "".join(lines))
        assert any(named in line for line in piped)


def test_the_chart_fits_and_names_the_command_for_milestones() -> None:
    for columns in range(40, 141, 4):
        assert max(map(cell_len, chart(CASES["one"], columns))) <= columns
    assert "see `iknctl milestones`" in chart(CASES["one"], 80)[-1]


# Colours


def test_inks_stand_out_and_each_phase_has_a_basic_colour_of_its_own() -> None:
    for ground in (palette.LIGHT, palette.DARK):
        assert all(contrast(ink, ground.paper) >= 4.5 for ink in (ground.ink, ground.dim, ground.link))
        assert contrast(ground.edge, ground.paper) >= 3
    assert all(contrast(*palette.colours(number)) >= 4.5 for number in range(1, 12))
    basic = [palette.terminal_colour(number, truecolor=False) for number in range(1, 6)]
    assert len(set(basic)) == 5
    assert not {"black", "white", "bright_black", "bright_white"} & set(basic)
    text = ask("timeline", env={"FORCE_COLOR": "1", "TERM": "xterm", "COLORTERM": None}).stdout
    for row, code in enumerate((34, 33, 32, 31, 35), 1):
        assert re.search(rf"\x1b\[{code}m[█▒]+|\x1b\[1;{code}m{row}\x1b", text)
