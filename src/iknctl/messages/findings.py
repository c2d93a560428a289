"""The wording of what is found in a data file, and of the nouns that it is told with."""

from collections.abc import Mapping

from iknctl.messages import Entry, Pair
from iknctl.messages.documents import FILE, YAML

_NEAR = Pair('did you mean "{near}"?', 'maksud Anda "{near}"?')
_CONFLICT = Entry(Pair("{message}", "{message}"))  # worded where it is computed


def _noun(en: str, id: str) -> Entry:  # noqa: A002 (the languages are called that everywhere)
    return Entry(Pair(en, id))


_VALUES = {
    "unknown-key": Entry(
        Pair('{part} has no key "{value}"', '{part} tidak mengenal kunci "{value}"'),
        Pair("it has {known}", "yang dikenal: {known}"),
    ),
    "unknown-key.near": Entry(Pair('{part} has no key "{value}"', '{part} tidak mengenal kunci "{value}"'), _NEAR),
    "missing-key": Entry(Pair('{part} lacks the key "{name}"', '{part} belum memiliki kunci "{name}"')),
    "missing-source": Entry(
        Pair("no source is cited for this", "tidak ada sumber yang dirujuk untuk ini"),
        Pair(
            "under `sources`, list the id of at least one source",
            "di bawah `sources`, cantumkan id sedikitnya satu sumber",
        ),
    ),
    "missing-language.en": Entry(Pair("the English text (`en`) is missing", "teks bahasa Inggrisnya (`en`) belum ada")),
    "missing-language.id": Entry(
        Pair("the Indonesian text (`id`) is missing", "teks bahasa Indonesianya (`id`) belum ada")
    ),
    "wrong-type": Entry(Pair("this should be {expected}, not {found}", "ini seharusnya {expected}, bukan {found}")),
    "wrong-type.quote": Entry(
        Pair("this should be {expected}, not {found}", "ini seharusnya {expected}, bukan {found}"),
        Pair("put it in quotes", "beri tanda petik"),
    ),
    "wrong-type.unquote": Entry(
        Pair("this should be {expected}, not {found}", "ini seharusnya {expected}, bukan {found}"),
        Pair("write digits, without quotes", "tulis angka tanpa tanda petik"),
    ),
    "wrong-type.languages": Entry(
        Pair("this should be {expected}, not {found}", "ini seharusnya {expected}, bukan {found}"),
        Pair("write it under `en` and under `id`", "tulis di bawah `en` dan di bawah `id`"),
    ),
    "wrong-type.empty-list": Entry(
        Pair("this should be {expected}, not {found}", "ini seharusnya {expected}, bukan {found}"),
        Pair("leave the key out if there is nothing to list", "hapus kuncinya jika tidak ada isinya"),
    ),
    "wrong-type.brackets": Entry(
        Pair("this should be {expected}, not {found}", "ini seharusnya {expected}, bukan {found}"),
        Pair("put it in square brackets", "apit dengan kurung siku"),
    ),
    "empty-text": Entry(Pair("the text is empty", "teks ini kosong")),
    "long-list": Entry(Pair("a list here has at most {most} items", "daftar di sini paling banyak {most} butir")),
    "long-text": Entry(
        Pair("a text has at most 2,000 characters", "teks paling banyak 2.000 karakter"),
        Pair("shorten it, or tell the rest in a note", "persingkat, atau pindahkan sebagian ke catatan"),
    ),
    "too-many-years": Entry(
        Pair("a roadmap spans at most {most} years", "peta jalan paling panjang {most} tahun"),
    ),
    "too-many-conflicts": Entry(
        Pair(
            "a file has at most {most} overlaps and alternatives",
            "berkas paling banyak memuat {most} tumpang tindih dan periode lain",
        ),
    ),
    "empty-list": Entry(Pair("the list must not be empty", "daftar ini tidak boleh kosong")),
    "invalid-id": Entry(
        Pair('"{value}" is not an id', '"{value}" bukan id'),
        Pair(
            "an id begins with a letter, and has only lower-case letters a to z, digits and single hyphens",
            "id diawali huruf dan hanya memuat huruf kecil a sampai z, angka, serta tanda hubung tunggal",
        ),
    ),
    "invalid-year": Entry(
        Pair("{value} is not a year", "{value} bukan tahun"),
        Pair("years run from 1 to 9999", "tahun ditulis 1 sampai 9999"),
    ),
    "invalid-number": Entry(
        Pair("{value} is not the number of a phase", "{value} bukan nomor fase"),
        Pair("numbers run from 1 to 40", "nomor ditulis 1 sampai 40"),
    ),
    "invalid-date.partial": Entry(
        Pair('"{value}" is not a date', '"{value}" bukan tanggal'),
        Pair("write YYYY-MM-DD, YYYY-MM or YYYY", "tulis YYYY-MM-DD, YYYY-MM, atau YYYY"),
    ),
    "invalid-date.full": Entry(
        Pair('"{value}" is not a date', '"{value}" bukan tanggal'), Pair("write YYYY-MM-DD", "tulis YYYY-MM-DD")
    ),
    "invalid-url": Entry(
        Pair('"{value}" is not the address of a page', '"{value}" bukan alamat laman'),
        Pair(
            "an address begins with https:// or http:// and a site, with no spaces, double quotes, < or curly brackets",
            "alamat diawali https:// atau http:// dan nama situs, tanpa spasi, tanda petik, <, atau kurung kurawal",
        ),
    ),
    "invalid-choice": Entry(
        Pair('"{value}" is not one of the words used here', '"{value}" bukan kata yang dikenal di sini'),
        Pair("choose from {known}", "pilihannya: {known}"),
    ),
    "invalid-choice.near": Entry(
        Pair('"{value}" is not one of the words used here', '"{value}" bukan kata yang dikenal di sini'), _NEAR
    ),
    "unsupported-schema": Entry(
        Pair("this iknctl reads schema 1, not {value}", "iknctl ini membaca skema 1, bukan {value}"),
        Pair("a later iknctl may read it", "mungkin dapat dibaca iknctl versi yang lebih baru"),
    ),
}

_RULES = {
    "reversed-period": Entry(
        Pair("the end ({end}) is before the start ({start})", "akhir periode ({end}) mendahului awalnya ({start})")
    ),
    "duplicate-id": Entry(Pair('the id "{value}" is already on line {line}', 'id "{value}" sudah ada di baris {line}')),
    "duplicate-number": Entry(
        Pair("the number {value} is already on line {line}", "nomor {value} sudah ada di baris {line}")
    ),
    "repeated-source": Entry(Pair('"{value}" is cited twice here', '"{value}" dirujuk dua kali di sini')),
    "unknown-source": Entry(
        Pair('there is no source "{value}"', 'tidak ada sumber "{value}"'),
        Pair("add it under the file's own `sources`", "tambahkan di bawah `sources` dalam berkas ini"),
    ),
    "unknown-source.near": Entry(Pair('there is no source "{value}"', 'tidak ada sumber "{value}"'), _NEAR),
    "unknown-roadmap": Entry(Pair('there is no roadmap "{value}"', 'tidak ada peta jalan "{value}"')),
    "unknown-roadmap.near": Entry(Pair('there is no roadmap "{value}"', 'tidak ada peta jalan "{value}"'), _NEAR),
    "unknown-phase": Entry(
        Pair("this roadmap has no phase {number}", "peta jalan ini tidak memiliki fase {number}"),
    ),
    "circular-follows": Entry(
        Pair(
            '"{value}" follows itself, directly or through others',
            '"{value}" mengikuti dirinya sendiri, langsung atau melalui peta jalan lain',
        )
    ),
    "unused-source": Entry(
        Pair('the source "{value}" is never cited', 'sumber "{value}" tidak pernah dirujuk'),
    ),
    "unordered-phases.number": Entry(
        Pair("phase {number} is listed below phase {previous}", "fase {number} ditulis di bawah fase {previous}"),
        Pair("list the phases by number", "urutkan fase menurut nomornya"),
    ),
    "unordered-phases.start": Entry(
        Pair(
            "phase {number} starts before phase {previous}, which is listed above it",
            "fase {number} dimulai sebelum fase {previous}, yang ditulis di atasnya",
        ),
        Pair("number and list the phases by their first years", "beri nomor dan urutkan fase menurut tahun awalnya"),
    ),
    "overlap": _CONFLICT,
    "gap": _CONFLICT,
    "alternative": _CONFLICT,
    "divergence": _CONFLICT,
    "stale-check": Entry(
        Pair(
            "the file was last compared with its sources more than a year ago, on {checked}",
            "berkas ini terakhir dicocokkan dengan sumbernya lebih dari setahun yang lalu, pada {checked}",
        ),
        Pair("compare it again, then change `checked`", "cocokkan kembali, lalu ubah `checked`"),
    ),
}

_NOUNS = {
    "part.model": _noun("the data file", "berkas data"),
    "part.source": _noun("this source", "sumber ini"),
    "part.roadmap": _noun("this roadmap", "peta jalan ini"),
    "part.phase": _noun("this phase", "fase ini"),
    "part.goal": _noun("this goal", "sasaran ini"),
    "part.alternative": _noun("this alternative", "alternatif ini"),
    "part.focus": _noun("this focus", "fokus ini"),
    "part.enabler": _noun("this enabler", "faktor pendukung ini"),
    "part.condition": _noun("this condition", "ketentuan ini"),
    "part.follows": _noun("this `follows`", "`follows` ini"),
    "part.milestone": _noun("this milestone", "tonggak ini"),
    "part.text": _noun("this text", "teks ini"),
    "kind.null": _noun("null", "null"),
    "kind.text": _noun("text", "teks"),
    "kind.number": _noun("a whole number", "bilangan bulat"),
    "kind.list": _noun("a list", "daftar"),
    "kind.mapping": _noun("a block of keys", "sekumpulan kunci"),
    "kind.words": _noun("a text in both languages", "teks dalam dua bahasa"),
}

ENTRIES: Mapping[str, Entry] = {
    f"finding.{key}": entry for group in (FILE, YAML, _VALUES, _RULES, _NOUNS) for key, entry in group.items()
}
