"""Sentences that stand in answers: contradictions, warnings, how the move stands, and numbers in words."""

from collections.abc import Mapping

MESSAGES: Mapping[str, tuple[str, str]] = {
    "conflict.overlap": (
        "{unit} {one} ({one_years}) and {unit} {other} ({other_years}) both claim {years}, as stated by their sources",
        "{unit} {one} ({one_years}) dan {unit} {other} ({other_years}) sama-sama mencakup {years}, sebagaimana dinyatakan sumbernya",
    ),
    "conflict.gap": (
        "no {unit} covers {years}, between {unit} {one} and {unit} {other}",
        "tidak ada {unit} yang mencakup {years}, di antara {unit} {one} dan {unit} {other}",
    ),
    "conflict.alternative": (
        "{unit} {one} is {one_years}, but {other_years} is also stated for it",
        "{unit} {one} mencakup {one_years}, tetapi juga dinyatakan mencakup {other_years}",
    ),
    "conflict.divergence": (
        "{unit} {one} is {one_years}, but {other_unit} {other} of the roadmap it follows, {followed}, is {other_years}",
        "{unit} {one} mencakup {one_years}, sedangkan {other_unit} {other} dalam peta jalan yang diacunya, {followed}, mencakup {other_years}",
    ),
    "warning.outside": (
        "{asked} is outside every {unit}; the nearest is {unit} {number}, {name} ({years})",
        "{asked} tidak termasuk dalam {unit} mana pun; yang terdekat adalah {unit} {number}, {name} ({years})",
    ),
    "warning.partly-outside": ("{part} is outside every {unit}", "{part} tidak termasuk dalam {unit} mana pun"),
    "warning.named": ("{roadmap}: {said}", "{roadmap}: {said}"),
    "number": ("{count}", "{count}"),
    "number.0": ("no", "nol"),
    "number.1": ("one", "satu"),
    "number.2": ("two", "dua"),
    "number.3": ("three", "tiga"),
    "number.4": ("four", "empat"),
    "number.5": ("five", "lima"),
    "number.6": ("six", "enam"),
    "number.7": ("seven", "tujuh"),
    "number.8": ("eight", "delapan"),
    "number.9": ("nine", "sembilan"),
    "number.10": ("ten", "sepuluh"),
    "standing.planned": ("By this plan, {today} is in {steps}.", "Menurut rencana ini, {today} jatuh pada {steps}."),
    "standing.step": (
        "year {year} of {unit} {number}, {name} ({years})",
        "tahun ke-{year} {unit} {number}, {name} ({years})",
    ),
    "standing.and": ("{one} and in {other}", "{one} dan {other}"),
    "standing.outside": (
        "By this plan, {today} is outside every {unit}.",
        "Menurut rencana ini, {today} tidak termasuk dalam {unit} mana pun.",
    ),
    "standing.postponed": (
        "Up to then, {count} postponements are recorded.",
        "Hingga saat itu tercatat {count} kali penundaan.",
    ),
    "standing.postponed.0": ("Up to then, no postponement is recorded.", "Hingga saat itu tidak tercatat penundaan."),
    "standing.postponed.1": (
        "Up to then, one postponement is recorded.",
        "Hingga saat itu tercatat satu kali penundaan.",
    ),
    "standing.passed": ("Target now past, {when}: {text}.", "Target yang sudah lewat, {when}: {text}."),
    "standing.latest": ("Latest on record, {when}: {text}.", "Catatan terakhir, {when}: {text}."),
    "standing.no-latest": ("Nothing is on record yet.", "Belum ada yang tercatat."),
    "standing.upcoming": ("Next target, {when}: {text}.", "Target berikutnya, {when}: {text}."),
    "standing.no-upcoming": ("No later target is on record.", "Tidak ada target berikutnya yang tercatat."),
    "standing.checked": (
        "The data was last compared with its sources on {checked}; later events are not in it.",
        "Data ini terakhir dicocokkan dengan sumbernya pada {checked}; peristiwa sesudahnya belum tercakup.",
    ),
}

HINTS: Mapping[str, tuple[str, str]] = {}
