"""A small data file without faults, and a way to put a fault into it."""

from datetime import date

TODAY = date(2026, 11, 24)

SOUND = """\
schema: 1
checked: 2026-11-24
default_roadmap: near
sources:
- id: gazette
  publisher: State Gazette
  date: 2024-01
  url: https://example.org/a?b=c
- id: herald
  publisher: Herald
roadmaps:
- id: near
  name: {en: Near, id: Dekat}
  unit: {en: phase, id: fase}
  issuer: {en: Ministry, id: Kementerian}
  stated: 2022
  follows: {roadmap: far, sources: [herald]}
  sources: [gazette]
  phases:
  - number: 1
    id: first
    name: {en: First, id: Pertama}
    start: 2022
    end: 2024
    sources: [gazette]
    goals:
    - id: move
      text:
        en: Move.
        id: Pindah.
      terms: [smart city]
      sources: [gazette, herald]
  - number: 2
    id: second
    name: {en: Second, id: Kedua}
    start: 2025
    end: null
    sources: [gazette]
  focus:
  - horizon: {en: Short, id: Pendek}
    phase: 1
    text: {en: Build, id: Bangun}
    sources: [gazette]
- id: far
  name: {en: Far, id: Jauh}
  unit: {en: stage, id: tahap}
  issuer: {en: Agency, id: Badan}
  sources: [gazette]
  phases:
  - number: 1
    id: start
    name: {en: Start, id: Mulai}
    start: 2022
    end: 2024
    sources: [gazette]
milestones:
- id: act
  start: 2024-03
  end: 2024
  kind: law
  text: {en: Law, id: Hukum}
  sources: [gazette]
"""


def broken(old: str, new: str) -> bytes:
    """The sound file with the first `old` of it replaced."""
    assert old in SOUND, old
    return SOUND.replace(old, new, 1).encode()
