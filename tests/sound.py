"""Small data files without faults, and a way to put a fault into them."""

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

FULL = f"""\
{SOUND}\
- id: opening
  start: 2024
  end: 2024-12
  kind: target
  text: {{en: To open, id: Dibuka}}
  said: 2023-05-02
  people: {{least: 100, most: 200}}
  outcome: {{met: false, on: 2025-01, sources: [herald]}}
  sources: [gazette]
- id: delay
  start: 2024-06-01
  end: 2024-06-01
  kind: postponed
  text: {{en: Put off, id: Ditunda}}
  postpones: opening
  to: null
  sources: [herald]
checked_note: {{en: All of it, id: Seluruhnya}}
legal:
  text: {{en: In force, id: Berlaku}}
  sources: [gazette]
"""
"""The same with every type of fact in it."""


def broken(old: str, new: str, text: str = SOUND) -> bytes:
    """The sound file, or another text, with the first `old` of it replaced."""
    assert old in text, old
    return text.replace(old, new, 1).encode()
