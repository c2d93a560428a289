"""Breaks the shipped data file in thousands of ways and has each judged: `python bench/fuzz.py [MUTATIONS [SEED]]`.

Exits 1 when a mutation raised, or took longer than a second.
"""

import random
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "src"))

from iknctl.loading import read  # noqa: E402 (the checkout's own, installed or not)

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


def main(mutations: int = 10_000, seed: int = 2022) -> int:
    """Prints the counts and the slowest; the exit code says whether all went well."""
    data = (ROOT / "data" / "phases.yaml").read_bytes()
    chance = random.Random(seed)
    sound = exceptions = 0
    slowest = 0.0
    for number in range(mutations):
        broken = mutated(data, chance)
        start = time.perf_counter()
        try:
            sound += read(broken, "phases.yaml").model is not None
        except Exception as error:  # any at all is what this looks for
            exceptions += 1
            print(f"mutation {number}: {error!r}")
        slowest = max(slowest, time.perf_counter() - start)
    print(f"{mutations} mutations, {sound} still sound, slowest {slowest * 1000:.0f} ms, exceptions {exceptions}")
    return int(exceptions > 0 or slowest > 1)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
