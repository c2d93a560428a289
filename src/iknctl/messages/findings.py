"""What is found in a data file, and the nouns that it is described with."""

from collections.abc import Mapping

from iknctl.messages import documents

MESSAGES: Mapping[str, tuple[str, str]] = {
    **documents.MESSAGES,
    "finding.unknown-key": ('{part} has no key "{value}"', '{part} tidak mengenal kunci "{value}"'),
    "finding.missing-key": ('{part} lacks the key "{name}"', '{part} belum memiliki kunci "{name}"'),
    "finding.missing-source": ("no source is cited for this", "tidak ada sumber yang dirujuk untuk ini"),
    "finding.missing-language.en": ("the English text (`en`) is missing", "teks bahasa Inggrisnya (`en`) belum ada"),
    "finding.missing-language.id": (
        "the Indonesian text (`id`) is missing",
        "teks bahasa Indonesianya (`id`) belum ada",
    ),
    "finding.wrong-type": ("this should be {expected}, not {found}", "ini seharusnya {expected}, bukan {found}"),
    "finding.empty-text": ("the text is empty", "teks ini kosong"),
    "finding.long-list": ("a list here has at most {most} items", "daftar di sini paling banyak {most} butir"),
    "finding.long-text": ("a text has at most 2,000 characters", "teks paling banyak 2.000 karakter"),
    "finding.too-many-years": ("a roadmap spans at most {most} years", "peta jalan paling panjang {most} tahun"),
    "finding.too-many-conflicts": (
        "a file has at most {most} overlaps and alternatives",
        "berkas paling banyak memuat {most} tumpang tindih dan periode lain",
    ),
    "finding.empty-list": ("the list must not be empty", "daftar ini tidak boleh kosong"),
    "finding.invalid-id": ('"{value}" is not an id', '"{value}" bukan id'),
    "finding.invalid-year": ("{value} is not a year", "{value} bukan tahun"),
    "finding.invalid-number": ("{value} is not the number of a phase", "{value} bukan nomor fase"),
    "finding.invalid-date.partial": ('"{value}" is not a date', '"{value}" bukan tanggal'),
    "finding.invalid-date.full": ('"{value}" is not a date', '"{value}" bukan tanggal'),
    "finding.invalid-url": ('"{value}" is not the address of a page', '"{value}" bukan alamat laman'),
    "finding.invalid-choice": (
        '"{value}" is not one of the words used here',
        '"{value}" bukan kata yang dikenal di sini',
    ),
    "finding.unsupported-schema": (
        "this iknctl reads schema 1, not {value}",
        "iknctl ini membaca skema 1, bukan {value}",
    ),
    "finding.reversed-period": (
        "the end ({end}) is before the start ({start})",
        "akhir periode ({end}) mendahului awalnya ({start})",
    ),
    "finding.duplicate-id": ('the id "{value}" is already on line {line}', 'id "{value}" sudah ada di baris {line}'),
    "finding.duplicate-number": (
        "the number {value} is already on line {line}",
        "nomor {value} sudah ada di baris {line}",
    ),
    "finding.repeated-source": ('"{value}" is cited twice here', '"{value}" dirujuk dua kali di sini'),
    "finding.unknown-source": ('there is no source "{value}"', 'tidak ada sumber "{value}"'),
    "finding.unknown-roadmap": ('there is no roadmap "{value}"', 'tidak ada peta jalan "{value}"'),
    "finding.unknown-phase": ("this roadmap has no phase {number}", "peta jalan ini tidak memiliki fase {number}"),
    "finding.circular-follows": (
        '"{value}" follows itself, directly or through others',
        '"{value}" mengikuti dirinya sendiri, langsung atau melalui peta jalan lain',
    ),
    "finding.unused-source": ('the source "{value}" is never cited', 'sumber "{value}" tidak pernah dirujuk'),
    "finding.unordered-phases.number": (
        "phase {number} is listed below phase {previous}",
        "fase {number} ditulis di bawah fase {previous}",
    ),
    "finding.unordered-phases.start": (
        "phase {number} starts before phase {previous}, which is listed above it",
        "fase {number} dimulai sebelum fase {previous}, yang ditulis di atasnya",
    ),
    "finding.overlap": ("{message}", "{message}"),
    "finding.gap": ("{message}", "{message}"),
    "finding.alternative": ("{message}", "{message}"),
    "finding.divergence": ("{message}", "{message}"),
    "finding.stale-check": (
        "the file was last compared with its sources more than a year ago, on {checked}",
        "berkas ini terakhir dicocokkan dengan sumbernya lebih dari setahun yang lalu, pada {checked}",
    ),
    "finding.part.model": ("the data file", "berkas data"),
    "finding.part.source": ("this source", "sumber ini"),
    "finding.part.roadmap": ("this roadmap", "peta jalan ini"),
    "finding.part.phase": ("this phase", "fase ini"),
    "finding.part.goal": ("this goal", "sasaran ini"),
    "finding.part.alternative": ("this alternative", "alternatif ini"),
    "finding.part.focus": ("this focus", "fokus ini"),
    "finding.part.enabler": ("this enabler", "faktor pendukung ini"),
    "finding.part.condition": ("this condition", "ketentuan ini"),
    "finding.part.follows": ("this `follows`", "`follows` ini"),
    "finding.part.milestone": ("this milestone", "tonggak ini"),
    "finding.part.text": ("this text", "teks ini"),
    "finding.kind.null": ("null", "null"),
    "finding.kind.text": ("text", "teks"),
    "finding.kind.number": ("a whole number", "bilangan bulat"),
    "finding.kind.list": ("a list", "daftar"),
    "finding.kind.mapping": ("a block of keys", "sekumpulan kunci"),
    "finding.kind.words": ("a text in both languages", "teks dalam dua bahasa"),
}

HINTS: Mapping[str, tuple[str, str]] = {
    **documents.HINTS,
    "finding.unknown-key": ("it has {known}", "yang dikenal: {known}"),
    "finding.unknown-key.near": ('did you mean "{near}"?', 'maksud Anda "{near}"?'),
    "finding.missing-source": (
        "under `sources`, list the id of at least one source",
        "di bawah `sources`, cantumkan id sedikitnya satu sumber",
    ),
    "finding.wrong-type.quote": ("put it in quotes", "beri tanda petik"),
    "finding.wrong-type.unquote": ("write digits, without quotes", "tulis angka tanpa tanda petik"),
    "finding.wrong-type.languages": ("write it under `en` and under `id`", "tulis di bawah `en` dan di bawah `id`"),
    "finding.wrong-type.empty-list": (
        "leave the key out if there is nothing to list",
        "hapus kuncinya jika tidak ada isinya",
    ),
    "finding.wrong-type.brackets": ("put it in square brackets", "apit dengan kurung siku"),
    "finding.long-text": ("shorten it, or tell the rest in a note", "persingkat, atau pindahkan sebagian ke catatan"),
    "finding.invalid-id": (
        "an id begins with a letter, and has only lower-case letters a to z, digits and single hyphens",
        "id diawali huruf dan hanya memuat huruf kecil a sampai z, angka, serta tanda hubung tunggal",
    ),
    "finding.invalid-year": ("years run from 1 to 9999", "tahun ditulis 1 sampai 9999"),
    "finding.invalid-number": ("numbers run from 1 to 40", "nomor ditulis 1 sampai 40"),
    "finding.invalid-date.partial": ("write YYYY-MM-DD, YYYY-MM or YYYY", "tulis YYYY-MM-DD, YYYY-MM, atau YYYY"),
    "finding.invalid-date.full": ("write YYYY-MM-DD", "tulis YYYY-MM-DD"),
    "finding.invalid-url": (
        "an address begins with https:// or http:// and a site, with no spaces, double quotes, < or curly brackets",
        "alamat diawali https:// atau http:// dan nama situs, tanpa spasi, tanda petik, <, atau kurung kurawal",
    ),
    "finding.invalid-choice": ("choose from {known}", "pilihannya: {known}"),
    "finding.invalid-choice.near": ('did you mean "{near}"?', 'maksud Anda "{near}"?'),
    "finding.unsupported-schema": ("a later iknctl may read it", "mungkin dapat dibaca iknctl versi yang lebih baru"),
    "finding.unknown-source": (
        "add it under the file's own `sources`",
        "tambahkan di bawah `sources` dalam berkas ini",
    ),
    "finding.unknown-source.near": ('did you mean "{near}"?', 'maksud Anda "{near}"?'),
    "finding.unknown-roadmap.near": ('did you mean "{near}"?', 'maksud Anda "{near}"?'),
    "finding.unordered-phases.number": ("list the phases by number", "urutkan fase menurut nomornya"),
    "finding.unordered-phases.start": (
        "number and list the phases by their first years",
        "beri nomor dan urutkan fase menurut tahun awalnya",
    ),
    "finding.stale-check": ("compare it again, then change `checked`", "cocokkan kembali, lalu ubah `checked`"),
}
