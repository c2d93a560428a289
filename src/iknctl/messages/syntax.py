"""Why the bytes of a data file cannot be read as YAML of this format."""

from collections.abc import Mapping

MESSAGES: Mapping[str, tuple[str, str]] = {
    "finding.not-text": ("the file is not UTF-8 text from here on", "mulai dari sini berkas bukan teks UTF-8"),
    "finding.empty-file": ("there is nothing in the file", "berkas ini kosong"),
    "finding.too-many": (
        "these are the first {count} findings; there may be more",
        "ini baru {count} temuan pertama; mungkin masih ada yang lain",
    ),
    "finding.control-character": ("there is a control character, U+{value}", "ada karakter kendali, U+{value}"),
    "finding.control-character.escape": (
        "an escape in this text stands for a control character, U+{value}",
        "urutan khusus dalam teks ini mewakili karakter kendali, U+{value}",
    ),
    "finding.not-yaml.colon": (
        "this is not YAML: a colon is not expected here",
        "ini bukan YAML: titik dua tidak semestinya ada di sini",
    ),
    "finding.not-yaml.key": (
        "this is not YAML: a key needs a colon and a space after it",
        "ini bukan YAML: sesudah kunci harus ada titik dua dan spasi",
    ),
    "finding.not-yaml.dash-space": (
        "this is not YAML: a dash that begins an item needs a space after it",
        "ini bukan YAML: sesudah tanda hubung di awal butir harus ada spasi",
    ),
    "finding.not-yaml.indentation": (
        "this is not YAML: the line does not fit the ones above it",
        "ini bukan YAML: baris ini tidak sesuai dengan baris di atasnya",
    ),
    "finding.not-yaml.dash": (
        "this is not YAML: a list cannot begin here",
        "ini bukan YAML: daftar tidak dapat dimulai di sini",
    ),
    "finding.not-yaml.escape": (
        "this is not YAML: a backslash in double quotes begins an escape, and there is no such escape",
        "ini bukan YAML: garis miring terbalik dalam tanda petik ganda mengawali urutan khusus, dan urutan ini tidak dikenal",
    ),
    "finding.not-yaml.sign": (
        "this is not YAML: a value cannot begin with this sign",
        "ini bukan YAML: nilai tidak dapat diawali tanda ini",
    ),
    "finding.not-yaml.bracket": (
        "this is not YAML: the bracket is never closed",
        "ini bukan YAML: tanda kurung ini tidak ditutup",
    ),
    "finding.not-yaml.quote": (
        "this is not YAML: the quote is never closed",
        "ini bukan YAML: tanda petik ini tidak ditutup",
    ),
    "finding.not-yaml.tab": (
        "this is not YAML: there is a tab where only spaces can stand",
        "ini bukan YAML: ada tab di tempat yang hanya boleh berisi spasi",
    ),
    "finding.not-yaml.space": (
        "this is not YAML: the character here only looks like a space, U+{value}",
        "ini bukan YAML: karakter ini hanya tampak seperti spasi, U+{value}",
    ),
    "finding.not-yaml.percent": (
        "this is not YAML: a line that begins with % is no data",
        "ini bukan YAML: baris yang diawali % bukan data",
    ),
    "finding.not-yaml.comma": (
        "this is not YAML: a comma is missing between the brackets, in front of this",
        "ini bukan YAML: di dalam tanda kurung, di depan bagian ini kurang tanda koma",
    ),
    "finding.not-yaml.closing": (
        "this is not YAML: no bracket is open that this one could close",
        "ini bukan YAML: tidak ada tanda kurung pembuka untuk tanda kurung ini",
    ),
    "finding.not-yaml.inside": (
        "this is not YAML: the quotation mark in front of this ends the text",
        "ini bukan YAML: tanda petik di depan bagian ini mengakhiri teksnya",
    ),
    "finding.not-yaml.after": (
        "this is not YAML: the value has ended, and nothing can follow it on this line",
        "ini bukan YAML: nilainya sudah berakhir, dan tidak boleh ada apa pun lagi di baris ini",
    ),
    "finding.not-yaml.block": (
        "this is not YAML: a text after | or > begins on the next line",
        "ini bukan YAML: teks sesudah | atau > dimulai pada baris berikutnya",
    ),
    "finding.not-yaml.unknown": (
        "this is not YAML from here on",
        "mulai dari sini bukan YAML",
    ),
    "finding.too-deep": ("there are more than 32 levels here", "di sini ada lebih dari 32 tingkat"),
    "finding.too-many-values": (
        "there are more than 150,000 values up to here",
        "sampai di sini ada lebih dari 150.000 nilai",
    ),
    "finding.anchor": ("`&{value}` is an anchor", "`&{value}` adalah jangkar (anchor)"),
    "finding.alias": ("`*{value}` is an alias", "`*{value}` adalah alias"),
    "finding.tag": ("`{value}` is a tag", "`{value}` adalah tag"),
    "finding.merge-key": ("`<<` is a merge key", "`<<` adalah kunci gabung (merge key)"),
    "finding.directive": ("a directive stands before the data", "ada direktif sebelum datanya"),
    "finding.second-document": ("a second document begins here", "dokumen kedua dimulai di sini"),
    "finding.key-not-text": ("a key must be a single word", "kunci harus berupa satu kata"),
    "finding.duplicate-key": (
        'the key "{value}" is already on line {line}',
        'kunci "{value}" sudah ada di baris {line}',
    ),
    "finding.empty-value": ("there is no value here", "tidak ada nilai di sini"),
    "finding.ambiguous-value.null": (
        '"{value}" is another way to write null',
        '"{value}" adalah cara lain untuk menulis null',
    ),
    "finding.ambiguous-value.word": (
        '"{value}" is a truth value to some programs and text to others',
        '"{value}" dibaca sebagai nilai kebenaran oleh sebagian program dan sebagai teks oleh yang lain',
    ),
    "finding.ambiguous-value.number": (
        'some programs read "{value}" as a number, but a number here is one to four digits, with no sign, point or leading zero',
        'sebagian program membaca "{value}" sebagai bilangan, padahal bilangan di sini ditulis dengan satu sampai empat digit, tanpa tanda, titik, atau nol di depan',
    ),
}

HINTS: Mapping[str, tuple[str, str]] = {
    "finding.not-text": ("save it as UTF-8", "simpan sebagai UTF-8"),
    "finding.empty-file": (
        "`iknctl schema data` shows what belongs in it",
        "`iknctl schema data` menunjukkan apa yang seharusnya ada di dalamnya",
    ),
    "finding.too-many": ("put these right, then check again", "perbaiki dahulu semuanya, lalu periksa lagi"),
    "finding.control-character": ("delete it", "hapus karakter itu"),
    "finding.control-character.escape": (
        "write \\\\ for a backslash, or delete the escape",
        "tulis \\\\ untuk garis miring terbalik, atau hapus urutan itu",
    ),
    "finding.not-yaml.colon": (
        "put text that contains a colon in quotes, and indent the line like its neighbours",
        "beri tanda petik pada teks yang memuat titik dua dan samakan indentasinya dengan baris di sekitarnya",
    ),
    "finding.not-yaml.indentation": (
        "indent it like its neighbours",
        "samakan indentasinya dengan baris di sekitarnya",
    ),
    "finding.not-yaml.dash": ("begin it on a line of its own", "mulai pada baris tersendiri"),
    "finding.not-yaml.escape": (
        "double the backslash, or put the text in single quotes",
        "tulis garis miring terbalik dua kali atau gunakan tanda petik tunggal",
    ),
    "finding.not-yaml.sign": ("put the value in quotes", "beri tanda petik pada nilainya"),
    "finding.not-yaml.tab": ("write spaces instead", "ganti dengan spasi"),
    "finding.not-yaml.space": ("write ordinary spaces instead", "ganti dengan spasi biasa"),
    "finding.not-yaml.percent": (
        "delete it, or put it in quotes if it is text",
        "hapus baris itu, atau beri tanda petik jika itu teks",
    ),
    "finding.not-yaml.key": ("write it as `key: value`", "tulis sebagai `kunci: nilai`"),
    "finding.not-yaml.inside": (
        "inside double quotes write \\\", inside single quotes write ''",
        "di dalam tanda petik ganda tulis \\\", di dalam tanda petik tunggal tulis ''",
    ),
    "finding.not-yaml.after": ("put the whole value in quotes", "beri tanda petik pada seluruh nilainya"),
    "finding.not-yaml.unknown": (
        "look for an unclosed quote or bracket, or a wrong indentation",
        "periksa tanda petik atau tanda kurung yang belum ditutup, atau indentasi yang keliru",
    ),
    "finding.anchor": (
        "this format has none: write every value out",
        "format ini tidak mengenalnya: tulis setiap nilai lengkap",
    ),
    "finding.alias": (
        "this format has none: write every value out",
        "format ini tidak mengenalnya: tulis setiap nilai lengkap",
    ),
    "finding.tag": (
        "this format has none: write every value out",
        "format ini tidak mengenalnya: tulis setiap nilai lengkap",
    ),
    "finding.merge-key": (
        "this format has none: write every value out",
        "format ini tidak mengenalnya: tulis setiap nilai lengkap",
    ),
    "finding.directive": ("delete the lines that begin with %", "hapus baris yang diawali %"),
    "finding.second-document": ("keep one document in a file", "simpan satu dokumen saja dalam satu berkas"),
    "finding.duplicate-key": ("keep one of the two", "pertahankan salah satu saja"),
    "finding.empty-value.null": ("write null for what is not known", "tulis null untuk yang tidak diketahui"),
}
