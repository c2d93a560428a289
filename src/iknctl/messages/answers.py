"""The sentences of the answers and of the errors that any command can meet."""

from collections.abc import Mapping

from iknctl.messages import Entry, Pair

ENTRIES: Mapping[str, Entry] = {
    # Contradictions
    "conflict.overlap": Entry(
        Pair(
            "{unit} {one} ({one_years}) and {unit} {other} ({other_years}) both claim {years}, "
            "as stated by their sources",
            "{unit} {one} ({one_years}) dan {unit} {other} ({other_years}) sama-sama mencakup {years}, "
            "sebagaimana dinyatakan sumbernya",
        )
    ),
    "conflict.gap": Entry(
        Pair(
            "no {unit} covers {years}, between {unit} {one} and {unit} {other}",
            "tidak ada {unit} yang mencakup {years}, di antara {unit} {one} dan {unit} {other}",
        )
    ),
    "conflict.alternative": Entry(
        Pair(
            "{unit} {one} is {one_years}, but {other_years} is also stated for it ({sources})",
            "{unit} {one} mencakup {one_years}, tetapi juga dinyatakan mencakup {other_years} ({sources})",
        )
    ),
    "conflict.divergence": Entry(
        Pair(
            "{unit} {one} is {one_years}, but {other_unit} {other} of the roadmap it follows, {followed}, "
            "is {other_years}",
            "{unit} {one} mencakup {one_years}, sedangkan {other_unit} {other} dalam peta jalan yang diikutinya, "
            "{followed}, mencakup {other_years}",
        )
    ),
    "warning.outside": Entry(
        Pair(
            "{asked} is outside every {unit}; the nearest is {unit} {number}, {name} ({years})",
            "{asked} berada di luar semua {unit}; yang terdekat adalah {unit} {number}, {name} ({years})",
        )
    ),
    "warning.partly-outside": Entry(
        Pair("{part} is outside every {unit}", "{part} berada di luar semua {unit}"),
    ),
    # How the move stands
    "standing.planned": Entry(
        Pair(
            "By this plan, {today} is in {steps}.",
            "Menurut rencana ini, {today} berada pada {steps}.",
        )
    ),
    "standing.step": Entry(
        Pair("year {year} of {unit} {number}, {name} ({years})", "tahun ke-{year} {unit} {number}, {name} ({years})"),
    ),
    "standing.and": Entry(Pair("{one} and in {other}", "{one} dan {other}")),
    "standing.outside": Entry(
        Pair(
            "By this plan, {today} is outside every {unit}.",
            "Menurut rencana ini, {today} berada di luar semua {unit}.",
        )
    ),
    "standing.postponed": Entry(
        Pair(
            "Postponements recorded up to then: {count}.",
            "Penundaan yang tercatat sampai saat itu: {count}.",
        )
    ),
    "standing.passed": Entry(
        Pair(
            "Target now past, {when}: {text}.",
            "Target yang sudah lewat, {when}: {text}.",
        )
    ),
    "standing.latest": Entry(Pair("Latest on record, {when}: {text}.", "Catatan terakhir, {when}: {text}.")),
    "standing.no-latest": Entry(Pair("Nothing is on record yet.", "Belum ada yang tercatat.")),
    "standing.upcoming": Entry(Pair("Next target, {when}: {text}.", "Target berikutnya, {when}: {text}.")),
    "standing.no-upcoming": Entry(Pair("No later target is on record.", "Tidak ada target berikutnya yang tercatat.")),
    "standing.checked": Entry(
        Pair(
            "The data was last compared with its sources on {checked}; later events are not in it.",
            "Data ini terakhir dicocokkan dengan sumbernya pada {checked}; peristiwa sesudahnya belum tercakup.",
        )
    ),
    # Words that name nothing
    "unknown-phase": Entry(
        Pair(
            'there is no {unit} "{value}" in the roadmap "{roadmap}"',
            'tidak ada {unit} "{value}" dalam peta jalan "{roadmap}"',
        ),
        Pair("choose from {known}", "pilihannya: {known}"),
    ),
    "unknown-phase.near": Entry(
        Pair(
            'there is no {unit} "{value}" in the roadmap "{roadmap}"',
            'tidak ada {unit} "{value}" dalam peta jalan "{roadmap}"',
        ),
        Pair("did you mean {near}?", "maksud Anda {near}?"),
    ),
    "unknown-phase.year": Entry(
        Pair('"{value}" is a year, not a {unit}', '"{value}" adalah tahun, bukan {unit}'),
        Pair(
            "for the {unit} of that year: `iknctl phase {value}`", "untuk {unit} pada tahun itu: `iknctl phase {value}`"
        ),
    ),
    "unknown-roadmap": Entry(
        Pair('there is no roadmap "{value}"', 'tidak ada peta jalan "{value}"'),
        Pair("choose from {known}", "pilihannya: {known}"),
    ),
    "unknown-roadmap.near": Entry(
        Pair('there is no roadmap "{value}"', 'tidak ada peta jalan "{value}"'),
        Pair("did you mean {near}?", "maksud Anda {near}?"),
    ),
    "unknown-source": Entry(
        Pair('there is no source "{value}"', 'tidak ada sumber "{value}"'),
        Pair("`iknctl sources` lists the sources", "lihat daftarnya dengan `iknctl sources`"),
    ),
    "unknown-source.near": Entry(
        Pair('there is no source "{value}"', 'tidak ada sumber "{value}"'),
        Pair("did you mean {near}?", "maksud Anda {near}?"),
    ),
    "unknown-column": Entry(
        Pair('there is no column "{value}"', 'tidak ada kolom "{value}"'),
        Pair("choose from {known}", "pilihannya: {known}"),
    ),
    "unknown-column.near": Entry(
        Pair('there is no column "{value}"', 'tidak ada kolom "{value}"'),
        Pair('did you mean "{near}"?', 'maksud Anda "{near}"?'),
    ),
    "unknown-format": Entry(
        Pair('{command} has no format "{value}"', '{command} tidak memiliki format "{value}"'),
        Pair("choose from {known}", "pilihannya: {known}"),
    ),
    "unknown-format.near": Entry(
        Pair('{command} has no format "{value}"', '{command} tidak memiliki format "{value}"'),
        Pair("did you mean {near}?", "maksud Anda {near}?"),
    ),
    "unknown-shape": Entry(
        Pair('there is no JSON shape "{value}"', 'tidak ada bentuk JSON "{value}"'),
        Pair("choose from {known}", "pilihannya: {known}"),
    ),
    "unknown-shape.near": Entry(
        Pair('there is no JSON shape "{value}"', 'tidak ada bentuk JSON "{value}"'),
        Pair("did you mean {near}?", "maksud Anda {near}?"),
    ),
    "unknown-language": Entry(
        Pair('there is no language "{value}"', 'tidak ada bahasa "{value}"'),
        Pair("choose from {known}", "pilihannya: {known}"),
    ),
    "unknown-language.near": Entry(
        Pair('there is no language "{value}"', 'tidak ada bahasa "{value}"'),
        Pair("did you mean {near}?", "maksud Anda {near}?"),
    ),
    "unknown-command": Entry(
        Pair('there is no command "{value}"', 'tidak ada perintah "{value}"'),
        Pair("`iknctl --help` lists the commands", "lihat daftarnya dengan `iknctl --help`"),
    ),
    "unknown-command.near": Entry(
        Pair('there is no command "{value}"', 'tidak ada perintah "{value}"'),
        Pair("did you mean `iknctl {near}`?", "maksud Anda `iknctl {near}`?"),
    ),
    "unknown-command.when": Entry(
        Pair('there is no command "{value}"', 'tidak ada perintah "{value}"'),
        Pair("did you mean `iknctl phase {value}`?", "maksud Anda `iknctl phase {value}`?"),
    ),
    "unknown-command.phase": Entry(
        Pair('there is no command "{value}"', 'tidak ada perintah "{value}"'),
        Pair("did you mean `iknctl show {value}`?", "maksud Anda `iknctl show {value}`?"),
    ),
    "unknown-option": Entry(
        Pair("there is no option {value}", "tidak ada opsi {value}"),
        Pair("`{command} --help` lists the options", "lihat daftarnya dengan `{command} --help`"),
    ),
    "unknown-option.near": Entry(
        Pair("there is no option {value}", "tidak ada opsi {value}"),
        Pair("did you mean {near}?", "maksud Anda {near}?"),
    ),
    "unknown-option.early": Entry(
        Pair("the option {value} comes before the command", "opsi {value} ditulis sebelum perintahnya"),
        Pair("put it after: `iknctl {command} … {value}`", "tulis sesudah perintahnya: `iknctl {command} … {value}`"),
    ),
    "unknown-option.argument": Entry(
        Pair("there is no option {value} here", "tidak ada opsi {value} di sini"),
        Pair("give the value without an option: `{example}`", "tulis nilainya langsung, tanpa opsi: `{example}`"),
    ),
    # A command that is put together wrongly
    "usage.option-value": Entry(
        Pair("the option {option} needs a value", "opsi {option} memerlukan nilai"),
        Pair("see `{command} --help`", "lihat `{command} --help`"),
    ),
    "usage.flag-value": Entry(
        Pair("the option {option} takes no value", "opsi {option} tidak menerima nilai"),
        Pair("see `{command} --help`", "lihat `{command} --help`"),
    ),
    "usage.no-command": Entry(
        Pair("no command is given", "perintahnya belum disebutkan"),
        Pair("for example: `iknctl phase 2031 {given}`", "contoh: `iknctl phase 2031 {given}`"),
    ),
    "usage.missing": Entry(
        Pair("{argument} is missing", "{argument} belum diisi"),
        Pair("for example: `{example}`", "contoh: `{example}`"),
    ),
    "usage.extra": Entry(
        Pair('"{value}" is one word too many', 'ada kata yang berlebih: "{value}"'),
        Pair("for example: `{example}`", "contoh: `{example}`"),
    ),
    "usage.two-formats": Entry(
        Pair(
            "--json and --format {value} ask for two formats", "--json dan --format {value} meminta dua format berbeda"
        ),
        Pair("leave one out", "pakai salah satu saja"),
    ),
    "usage.ending": Entry(
        Pair(
            'the name "{file}" does not say which format the rows are in',
            'format barisnya tidak dapat diketahui dari nama "{file}"',
        ),
        Pair("give it with --from {known}", "sebutkan dengan --from {known}"),
    ),
    "usage.delimiter": Entry(
        Pair('"{value}" cannot be the delimiter', '"{value}" tidak dapat menjadi pemisah'),
        Pair("give one character, such as ; or \\t", "sebutkan satu karakter, misalnya ; atau \\t"),
    ),
    "usage.delimiter-jsonl": Entry(
        Pair("JSON Lines has no delimiter", "JSON Lines tidak memakai pemisah"),
        Pair("leave --delimiter out", "hapus --delimiter"),
    ),
    "usage.other": Entry(
        Pair("the command could not be read: {detail}", "perintah tidak dapat dibaca: {detail}"),
        Pair("see `{command} --help`", "lihat `{command} --help`"),
    ),
    "usage.roadmap-or-all": Entry(
        Pair("--all and --roadmap cannot be used together", "--all dan --roadmap tidak dapat dipakai bersamaan"),
        Pair("leave one out", "pakai salah satu saja"),
    ),
    # Files and surroundings
    "invalid-data": Entry(
        Pair("{finding}", "{finding}"),
        Pair("`iknctl check {file}` shows what is wrong", "`iknctl check {file}` menunjukkan apa yang salah"),
    ),
    "invalid-data.more": Entry(
        Pair("{finding} (other errors: {more})", "{finding} (kesalahan lain: {more})"),
        Pair("`iknctl check {file}` lists them all", "`iknctl check {file}` menampilkan semuanya"),
    ),
    "unreadable-file.missing": Entry(
        Pair("there is no file {file}", "berkas {file} tidak ditemukan"),
        Pair("check the path", "periksa kembali lokasinya"),
    ),
    "unreadable-file.directory": Entry(
        Pair("{file} is a folder, not a file", "{file} adalah folder, bukan berkas"),
        Pair("name the file in it", "sebutkan berkas di dalamnya"),
    ),
    "unreadable-file.permission": Entry(
        Pair("you may not read {file}", "Anda tidak memiliki izin untuk membaca {file}"),
        Pair("ask its owner for permission", "mintalah izin kepada pemiliknya"),
    ),
    "unreadable-file.not-regular": Entry(
        Pair("{file} is a device or a pipe, not a file", "{file} adalah perangkat atau pipa (pipe), bukan berkas"),
        Pair("save its contents to a file first", "simpan dulu isinya ke sebuah berkas"),
    ),
    "unreadable-file.too-large": Entry(
        Pair("{file} is larger than 5 MiB", "ukuran {file} lebih dari 5 MiB"),
    ),
    "unreadable-file.other": Entry(
        Pair("{file} could not be read: {detail}", "{file} tidak dapat dibaca: {detail}"),
    ),
    "invalid-today": Entry(
        Pair('IKNCTL_TODAY is "{value}", which is not a day', 'IKNCTL_TODAY berisi "{value}", yang bukan tanggal'),
        Pair(
            "set it to one day as YYYY-MM-DD, such as 2031-06-15, or unset it",
            "isi dengan satu tanggal YYYY-MM-DD, misalnya 2031-06-15, atau hapus variabel itu",
        ),
    ),
    "unwritable-output.stream": Entry(
        Pair("the answer could not be written: {detail}", "jawaban tidak dapat ditulis: {detail}"),
    ),
    "unwritable-output": Entry(
        Pair("{file} could not be written: {detail}", "{file} tidak dapat ditulis: {detail}"),
    ),
    "internal": Entry(
        Pair("something went wrong inside iknctl: {detail}", "terjadi kesalahan di dalam iknctl: {detail}"),
        Pair(
            "this is our fault; set IKNCTL_TRACEBACK=1 to see where, and please report it",
            "ini kesalahan kami; isi IKNCTL_TRACEBACK=1 untuk melihat letaknya, lalu laporkan kepada kami",
        ),
    ),
}
