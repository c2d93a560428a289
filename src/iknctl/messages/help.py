"""What `--help` says: of each command its question, its details and its examples, and of each parameter its meaning."""

from collections.abc import Mapping

MESSAGES: Mapping[str, tuple[str, str]] = {
    "help.usage": ("Usage", "Pemakaian"),
    "help.arguments": ("Arguments", "Argumen"),
    "help.options": ("Options", "Opsi"),
    "help.commands": ("Commands", "Perintah"),
    "help.examples": ("Examples", "Contoh"),
    "help.options-go-here": ("[OPTIONS]", "[OPSI]"),
    "help.command-goes-here": ("COMMAND [ARGUMENTS]...", "PERINTAH [ARGUMEN]..."),
    "help.metavar.WHEN": ("WHEN", "WAKTU"),
    "help.metavar.PHASE": ("PHASE", "FASE"),
    "help.metavar.TEXT": ("TEXT", "TEKS"),
    "help.metavar.FILE": ("FILE", "BERKAS"),
    "help.metavar.ROADMAP": ("ROADMAP", "PETA"),
    "help.metavar.KIND": ("KIND", "JENIS"),
    "help.metavar.NAME": ("NAME", "NAMA"),
    "help.metavar.CHAR": ("CHAR", "TANDA"),
    "help.metavar.COMMAND": ("COMMAND", "PERINTAH"),
    "help.metavar.SHELL": ("SHELL", "SHELL"),
    "help.metavar.ID": ("ID", "ID"),
    "help.iknctl": (
        "How Indonesia moves its civil service (ASN) to the new capital, Nusantara: the phases, their goals, what was promised, who says so, and where the sources contradict each other.",
        "Bagaimana Indonesia memindahkan aparatur sipil negara (ASN) ke ibu kota baru, Nusantara: fasenya, sasarannya, apa yang dijanjikan, siapa yang menyatakannya, dan di mana sumber-sumbernya saling bertentangan.",
    ),
    "help.details.iknctl": (
        "It reads what was published; it does not know what was built. Put --help behind a command to read more about it.",
        "Isinya apa yang diumumkan, bukan apa yang sudah dibangun. Tulis --help di belakang suatu perintah untuk keterangannya.",
    ),
    "help.phase": (
        "Which phase is a year, month, day or range in?",
        "Termasuk fase mana suatu tahun, bulan, tanggal, atau rentang?",
    ),
    "help.details.phase": (
        "WHEN is a year (2031), a month (2031-06, Juni 2031), a day (2031-06-15, 15/6/2031, 17 Agustus 2031), a quarter (Q3 2031) or a range of them (2031..2036), both ends included; today if left out. Exits 1 when no phase covers it.",
        "WAKTU berupa tahun (2031), bulan (2031-06, Juni 2031), tanggal (2031-06-15, 15/6/2031, 17 Agustus 2031), triwulan (TW III 2031), atau rentang (2031..2036) yang mencakup kedua ujungnya; hari ini jika tidak diisi. Kode keluarnya 1 jika tidak termasuk dalam fase mana pun.",
    ),
    "help.compare": ("What does each roadmap say of a time?", "Apa kata setiap peta jalan tentang suatu waktu?"),
    "help.details.compare": (
        "One row for each roadmap, with its phase or phases then. WHEN is what `iknctl phase` takes; today if left out.",
        "Satu baris untuk setiap peta jalan, dengan fasenya pada waktu itu. WAKTU ditulis seperti pada `iknctl phase`; hari ini jika tidak diisi.",
    ),
    "help.phases": ("When are the phases?", "Kapan setiap fase berlangsung?"),
    "help.details.phases": (
        "Each phase with its years, the years that it shares with another, and how many goals it has.",
        "Setiap fase dengan tahunnya, tahun yang bertumpang tindih dengan fase lain, dan jumlah sasarannya.",
    ),
    "help.show": ("What is one phase meant to deliver?", "Apa yang hendak dicapai satu fase?"),
    "help.details.show": (
        "PHASE is a number or an ID, as `iknctl phases` lists them.",
        "FASE adalah nomor atau ID, seperti pada daftar `iknctl phases`.",
    ),
    "help.goals": ("Which goals mention some words?", "Sasaran mana yang memuat kata tertentu?"),
    "help.details.goals": (
        "Every word of TEXT must begin a word of the goal, in either language or in the terms of its sources, whatever the case; all goals if left out. Exits 1 when none does.",
        "Setiap kata dalam TEKS harus mengawali sebuah kata pada sasaran, dalam salah satu bahasa atau istilah sumbernya, huruf besar maupun kecil; semua sasaran jika tidak diisi. Kode keluarnya 1 jika tidak ada yang cocok.",
    ),
    "help.timeline": ("How do the phases lie in time?", "Bagaimana letak setiap fase dalam linimasa?"),
    "help.details.timeline": (
        "Bars to scale on an axis of years, with the shared years hatched and today marked.",
        "Batang berskala pada sumbu tahun; tahun yang bertumpang tindih diarsir dan hari ini ditandai.",
    ),
    "help.years": (
        "Which phase is each year in? A table to join with.",
        "Termasuk fase mana setiap tahun? Tabel untuk digabungkan dengan data Anda.",
    ),
    "help.details.years": (
        "One row for each year and phase, so a shared year has two. A phase without an end runs to the last year that the file states.",
        "Satu baris untuk setiap tahun dan fase, sehingga tahun yang bertumpang tindih muncul dua kali. Fase tanpa akhir berlanjut sampai tahun terakhir yang disebut dalam berkas.",
    ),
    "help.annotate": ("Which phase does each row of a file fall in?", "Termasuk fase mana setiap baris suatu berkas?"),
    "help.details.annotate": (
        "Writes the rows of a CSV, TSV or JSON Lines file just as they are, with two columns added: `phases` (3|4, empty when there is none) and `overlap` (true when two phases share a year of the cell, else false). A cell is read as `iknctl phase` reads a WHEN; where it is empty, - alone, or can't be read, both columns are empty. In JSON Lines they are a list and a boolean, or null. Exits 1 when some cells can't be read, and reports the first of them.",
        "Menulis kembali baris berkas CSV, TSV, atau JSON Lines apa adanya, ditambah dua kolom: `phases` (3|4; kosong jika tidak ada) dan `overlap` (true jika dua fase bertumpang tindih pada waktu itu; selain itu false). Isi sel dibaca seperti WAKTU pada `iknctl phase`; jika kosong, hanya berisi -, atau tidak terbaca, kedua kolom dibiarkan kosong. Pada JSON Lines isinya daftar dan nilai benar/salah, atau null. Kode keluarnya 1 jika ada sel yang tidak terbaca; yang pertama di antaranya dilaporkan.",
    ),
    "help.roadmaps": ("Which roadmaps are there?", "Ada peta jalan apa saja?"),
    "help.details.roadmaps": (
        "Each with its issuer, its years, and how many contradictions concern it.",
        "Setiap peta jalan dengan penerbitnya, tahunnya, dan jumlah perbedaan yang menyangkutnya.",
    ),
    "help.about": (
        "What stands behind one roadmap, and how does the move stand?",
        "Apa isi satu peta jalan, dan sampai di mana pemindahannya?",
    ),
    "help.details.about": (
        "Issuer, years, focus, enablers, conditions for civil servants (ASN), and how the move stands today as far as the data records it.",
        "Penerbit, tahun, fokus, faktor pendukung, ketentuan bagi ASN, dan keadaan pemindahan hari ini sejauh tercatat dalam data.",
    ),
    "help.milestones": (
        "What has happened, what was promised, and did it come?",
        "Apa yang sudah terjadi, apa yang dijanjikan, dan apakah terwujud?",
    ),
    "help.details.milestones": (
        "With each target that was put off: what was promised, every new date, and which one stands now. WHEN is what `iknctl phase` takes; all milestones if left out.",
        "Untuk setiap target yang ditunda: janji semula, setiap tanggal baru, dan yang berlaku sekarang. WAKTU ditulis seperti pada `iknctl phase`; semua tonggak waktu jika tidak diisi.",
    ),
    "help.conflicts": (
        "Where do phases or sources contradict each other?",
        "Di mana fase atau sumber saling bertentangan?",
    ),
    "help.details.conflicts": (
        "Overlaps and gaps between phases, other periods stated for the same phase, and differences from the roadmap that is followed; each with both sides and who states them.",
        "Tumpang tindih dan jeda antarfase, periode lain yang disebut untuk fase yang sama, dan ketidaksesuaian dengan peta jalan yang diacu; masing-masing dengan kedua versi dan siapa yang menyatakannya.",
    ),
    "help.sources": ("Which sources are cited?", "Sumber apa saja yang dirujuk?"),
    "help.details.sources": (
        "With --roadmap, only those that this roadmap cites.",
        "Dengan --roadmap, hanya yang dirujuk peta jalan itu.",
    ),
    "help.check": ("Check a data file for errors", "Periksa kesalahan dalam berkas data"),
    "help.details.check": (
        "Every finding in one run, with its file, line and column: errors, which every command refuses (exit 3), warnings, and notes such as the contradictions that the file holds.",
        "Semua temuan sekaligus, dengan berkas, baris, dan kolomnya: kesalahan, yang ditolak setiap perintah (kode keluar 3), peringatan, dan catatan seperti perbedaan yang termuat dalam berkas.",
    ),
    "help.schema": (
        "Print the JSON Schema of an answer or of the data file",
        "Cetak JSON Schema jawaban atau berkas data",
    ),
    "help.details.schema": (
        "JSON Schema (2020-12) of what a command answers with --json, of an `error`, or of the `data` file for an editor.",
        "JSON Schema (2020-12) untuk jawaban suatu perintah dengan --json, untuk `error`, atau untuk berkas `data` bagi editor teks.",
    ),
    "help.param.when": ("A year, month, day, quarter or range", "Tahun, bulan, tanggal, triwulan, atau rentang"),
    "help.param.phase": ("A number or an ID", "Nomor atau ID"),
    "help.param.phase.goals": (
        "Only of this phase: a number or an ID, with --all a number",
        "Hanya dari fase ini: nomor atau ID; dengan --all, nomor",
    ),
    "help.param.text": ("Words that a goal must mention", "Kata yang harus dimuat sasaran"),
    "help.param.every": ("Every roadmap", "Semua peta jalan"),
    "help.param.kind": (
        "Only of this kind: law, ruling, event, statement, target, postponed, projection",
        "Hanya jenis ini: law, ruling, event, statement, target, postponed, projection",
    ),
    "help.param.roadmap": (
        "Ask this roadmap instead of the data file's default",
        "Pakai peta jalan ini, bukan peta jalan utama dalam berkas data",
    ),
    "help.param.roadmap.about": ("The data file's default if left out", "Peta jalan utama jika tidak diisi"),
    "help.param.source": ("One source; all if left out", "Satu sumber; semua jika tidak diisi"),
    "help.param.data": (
        "Use this data file instead of the built-in one",
        "Pakai berkas data ini, bukan yang bawaan",
    ),
    "help.param.lang": (
        "English (en) or Indonesian (id); the locale's if left out",
        "Bahasa Inggris (en) atau Indonesia (id); menurut locale jika tidak diisi",
    ),
    "help.param.format": (
        "One of {formats}; {first} if left out",
        "Salah satu dari {formats}; {first} jika tidak diisi",
    ),
    "help.param.format.schema": ("Only {formats}", "Hanya {formats}"),
    "help.param.json": ("Short for --format json", "Singkatan --format json"),
    "help.param.output": (
        "Write to this file, whole or not at all; its ending chooses the format ({endings}). - is standard output",
        "Tulis ke berkas ini, utuh atau tidak sama sekali; akhirannya menentukan format ({endings}). - berarti keluaran standar",
    ),
    "help.param.output.annotate": (
        "Write to this file, whole or not at all. - is standard output",
        "Tulis ke berkas ini, utuh atau tidak sama sekali. - berarti keluaran standar",
    ),
    "help.param.file.annotate": ("Standard input if left out or -", "Masukan standar jika tidak diisi atau -"),
    "help.param.column": ("The column to read; required", "Kolom yang dibaca; wajib diisi"),
    "help.param.form": (
        "csv, tsv or jsonl; by the file's ending, or csv, if left out",
        "csv, tsv, atau jsonl; menurut akhiran berkas, atau csv, jika tidak diisi",
    ),
    "help.param.delimiter": (
        "What parts the cells; found out in CSV, a tab in TSV",
        "Pemisah sel; dicari sendiri pada CSV, tab pada TSV",
    ),
    "help.param.file.check": ("The built-in one if left out", "Berkas bawaan jika tidak diisi"),
    "help.param.strict": ("Exit 1 when there are warnings", "Kode keluar 1 jika ada peringatan"),
    "help.param.command": (
        "A command, `error` or `data`; any answer if left out",
        "Perintah, `error`, atau `data`; jawaban apa saja jika tidak diisi",
    ),
    "help.param.help": ("Show this help and exit", "Tampilkan bantuan ini lalu keluar"),
    "help.param.version": ("Show the version and exit", "Tampilkan versi lalu keluar"),
    "help.param.install_completion": (
        "Install completion for this shell, or for the one named",
        "Pasang pelengkapan untuk shell ini, atau untuk yang disebut",
    ),
    "help.param.show_completion": (
        "Show what --install-completion would install",
        "Tampilkan yang akan dipasang --install-completion",
    ),
}

HINTS: Mapping[str, tuple[str, str]] = {}

EXAMPLES: Mapping[str, tuple[str, ...]] = {
    "iknctl": ("iknctl phase 2031", "iknctl timeline --all", "iknctl conflicts --lang id"),
    "phase": ("iknctl phase 2031", "iknctl phase 17 Agustus 2036", "iknctl phase 2024..2031 --json"),
    "compare": ("iknctl compare 2031", "iknctl compare 2024..2031 --json"),
    "phases": ("iknctl phases", "iknctl phases --output phases.csv"),
    "show": ("iknctl show 3", "iknctl show agile-government --lang id"),
    "goals": ("iknctl goals", "iknctl goals smart city", "iknctl goals AI --phase 4", "iknctl goals AI --all"),
    "timeline": ("iknctl timeline", "iknctl timeline --all", "iknctl timeline --all --output timeline.svg"),
    "years": ("iknctl years --format csv", "iknctl years --all"),
    "annotate": (
        "iknctl annotate staff.csv --column start_date",
        "iknctl annotate pegawai.csv -c tahun -o pegawai-fase.csv",
        "iknctl annotate --from jsonl -c year < rows.jsonl",
    ),
    "roadmaps": ("iknctl roadmaps",),
    "about": ("iknctl about", "iknctl about master-plan"),
    "milestones": ("iknctl milestones", "iknctl milestones 2024..2025", "iknctl milestones --kind target"),
    "conflicts": ("iknctl conflicts", "iknctl conflicts --all --format markdown"),
    "sources": ("iknctl sources", "iknctl sources fajar-2024-01-24"),
    "check": ("iknctl check", "iknctl check my-phases.yaml --strict"),
    "schema": ("iknctl schema phase", "iknctl schema data > phases.schema.json"),
}
