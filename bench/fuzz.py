"""Has thousands of broken data files judged, and asks what is left of them: `python bench/fuzz.py [FILES [SEED]]`.

Most are the shipped file after a few slips; some are random bytes, some random YAML. Exits 1 when one raised, or took
longer than a second.
"""

import datetime as dt
import random
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "src"))

from iknctl.answers import progress  # noqa: E402
from iknctl.datafile import check  # noqa: E402 (the checkout's own, installed or not)
from iknctl.model import Model  # noqa: E402
from iknctl.render import render  # noqa: E402
from iknctl.render.timeline.palette import Surface  # noqa: E402

TODAY = dt.date(2026, 11, 24)
WORDS = [*"schema sources roadmaps id start 2030 null [ ] { } : - a é".split(), "\n", "  "]
SNIPPETS = [b"\t", b"\x00", b"\x1b[31m", b": ", b"- ", b"[" * 40, b"{", b"&a ", b"*a", b"!!str ", b"<<: ", b'"', b"'"]
SNIPPETS += [b"---\n", b"%YAML 1.1\n", b"\r", b"null", b"no", b"20:30", b"\xff", "\u202e".encode(), b"#", b"|\n", b"? "]


def mutated(data: bytes, chance: random.Random) -> bytes:
    """The file after up to four slips: lines lost, doubled, swapped or indented; bytes flipped, put in or cut out."""
    for _ in range(chance.randint(1, 4)):
        data = chance.choice([_lines, _lines, _bytes])(data, chance)
    return data


def _lines(data: bytes, chance: random.Random) -> bytes:
    lines = data.splitlines(keepends=True) or [b""]
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    match chance.randrange(5):
        case 0:
            del lines[one]
        case 1:
            lines.insert(other, lines[one])
        case 2:
            lines[one], lines[other] = lines[other], lines[one]
        case 3:
            lines[one] = b" " * chance.randint(1, 4) + lines[one]
        case _:
            lines[one] = lines[one].lstrip(b" ")
    return b"".join(lines)


def _bytes(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data) + 1)
    match chance.randrange(3):
        case 0:
            return data[:start] + chance.randbytes(1) + data[start + 1 :]
        case 1:
            return data[:start] + chance.choice(SNIPPETS) + data[start:]
        case _:
            return data[:start] + data[start + chance.randint(1, 200) :]


def invented(chance: random.Random) -> bytes:
    """Random bytes, or random words of YAML."""
    if chance.random() < 0.5:
        return chance.randbytes(chance.randrange(2_000))
    return " ".join(chance.choices(WORDS, k=chance.randrange(400))).encode()


def ask(model: Model) -> None:
    """Whatever is sound enough to be asked must be answered, in every way of drawing."""
    timeline = progress.timeline(model, model.roadmaps, TODAY)
    for form in ("json", "table", "svg", "mermaid"):
        render(timeline, model, form, "en", Surface())
    render(progress.page(model, model.roadmaps, TODAY), model, "html", "en", Surface())
    for roadmap in model.roadmaps:
        render(progress.about(model, roadmap, TODAY), model, "markdown", "id", Surface(width=40))


def main(files: int = 10_000, seed: int = 2022) -> int:
    """Prints the counts and the slowest; the exit code says whether all went well."""
    data = (ROOT / "data" / "phases.yaml").read_bytes()
    chance = random.Random(seed)
    sound = exceptions = 0
    slowest = 0.0
    for number in range(files):
        broken = mutated(data, chance) if chance.random() < 0.9 else invented(chance)
        start = time.perf_counter()
        try:
            model = check(broken, "phases.yaml", TODAY)[0]
            if model is not None:
                sound += 1
                ask(model)
        except Exception as error:  # any at all is what this looks for
            exceptions += 1
            print(f"file {number}: {error!r}")
        slowest = max(slowest, time.perf_counter() - start)
    print(f"{files} files, {sound} still sound, slowest {slowest * 1000:.0f} ms, exceptions {exceptions}")
    return int(exceptions > 0 or slowest > 1)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
