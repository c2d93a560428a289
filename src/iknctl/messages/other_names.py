"""Words that people try, in English and Indonesian: what leads from them to the commands and options that there are."""

from collections.abc import Mapping

OTHER_NAMES: Mapping[str, str] = {
    "goals": "search find cari temukan query grep sasaran tujuan goal objective objectives deliverables hasil capaian",
    "phases|show|phase": "stage step tahap tahapan fase babak period periods periode horizon langkah detail details "
    "stages steps when kapan jadwal schedule ringkasan summary",
    "years|phase": "year tahun calendar kalender",
    "phase": "now next today sekarang current saat-ini kini date tanggal bulan month day hari berikutnya selanjutnya",
    "compare": "bandingkan banding comparison versus vs perbandingan semua diff beda",
    "timeline": "gantt chart graph plot linimasa lini-masa garis-waktu diagram bagan grafik draw gambar picture svg",
    "roadmaps|about": "plan plans rencana peta peta-jalan roadmap versions version-list maps master rencana-induk",
    "roadmaps": "issuers penerbit daftar-peta",
    "about": "status progress info tentang perihal keadaan kemajuan kondisi standing legal hukum law why mengapa kenapa",
    "milestones": "milestone tonggak tonggak-waktu event events peristiwa kejadian news berita history riwayat sejarah log",
    "milestones --kind target": "target targets promise promises promised janji slips due deadline tenggat",
    "milestones --kind postponed": "delay delays postponed postponements penundaan tunda ditunda slip",
    "milestones --kind law": "laws undang-undang peraturan regulations",
    "conflicts": "conflict konflik pertentangan perbedaan gap gaps jeda overlap overlaps tumpang-tindih divergence "
    "divergences divergensi alternative alternatives alternatif contradiction contradictions disagreements issues",
    "sources": "source sumber who siapa citations references referensi rujukan cite kutipan daftar-pustaka",
    "check": "validate validasi verify verifikasi lint test periksa cek doctor valid uji",
    "annotate": "anotasi tandai tag label enrich join gabung csv",
    "schema": "skema jsonschema json-schema types spec",
    "years --format csv": "export ekspor dump table tabel",
    "phases --json": "json",
    "--help": "bantuan tolong manual man usage commands perintah ?",
    "--version": "versi ver about-version",
    "phases": "list ls daftar lihat tampilkan print get all view what which apa mana yang iknctl open buka tell explain "
    "jelaskan",
}
"""Command lines, the first of which that answers is suggested, and the names that lead there.

What was typed behind the name is put behind the command.
"""

OTHER_OPTIONS: Mapping[str, str] = {
    "--year": "",
    "--tahun": "",
    "--month": "",
    "--bulan": "",
    "--day": "",
    "--hari": "",
    "--date": "",
    "--tanggal": "",
    "--when": "",
    "--kapan": "",
    "--waktu": "",
    "--at": "",
    "--on": "",
    "--pada": "",
    "--range": "",
    "--rentang": "",
    "--text": "",
    "--search": "",
    "--query": "",
    "--cari": "",
    "--number": "",
    "--nomor": "",
    "--fase": "",
    "--tahap": "",
    "--stage": "",
    "--id": "",
    "--source": "",
    "--sumber": "",
    "--plan": "--roadmap",
    "--map": "--roadmap",
    "--peta": "--roadmap",
    "--peta-jalan": "--roadmap",
    "--rencana": "--roadmap",
    "--type": "--kind",
    "--jenis": "--kind",
    "--language": "--lang",
    "--bahasa": "--lang",
    "--locale": "--lang",
    "--file": "--data",
    "--berkas": "--data",
    "--input": "--data",
    "check --file": "",
    "check --berkas": "",
    "check --input": "",
    "annotate --file": "",
    "annotate --berkas": "",
    "annotate --input": "",
    "phase --all": "compare",
    "show --all": "goals --all",
    "phases --all": "timeline --all",
    "about --all": "roadmaps",
    "compare --roadmap": "phase --roadmap",
    "phase --kind": "milestones --kind",
    "--out": "--output",
    "--keluaran": "--output",
    "--simpan": "--output",
    "--kolom": "--column",
    "--col": "--column",
    "--field": "--column",
    "--pemisah": "--delimiter",
    "--sep": "--delimiter",
    "--dari": "--from",
    "--csv": "--format csv",
    "--tsv": "--format tsv",
    "--markdown": "--format markdown",
    "--md": "--format markdown",
    "--table": "--format table",
    "--tabel": "--format table",
    "--text-format": "--format table",
    "--svg": "--format svg",
    "--html": "--format html",
    "--mermaid": "--format mermaid",
    "--english": "--lang en",
    "--inggris": "--lang en",
    "--indonesian": "--lang id",
    "--indonesia": "--lang id",
    "--semua": "--all",
    "--every": "--all",
    "-a": "--all",
    "-j": "--json",
    "-l": "--lang",
    "-v": "--version",
    "-?": "--help",
    "--bantuan": "--help",
    "--versi": "--version",
}
"""What an option stands for, of one command or of any: another, or nothing when its value is an argument here.

With a command in front, that command is meant instead.
"""

FILLERS = frozenset(
    "is are was in the a an of for on at to me and do does what which this "
    "di pada untuk yang ke apa itu ini dari dan adalah saja tahun fase phase jalan".split()
)
"""Words that may be left out of a question."""
