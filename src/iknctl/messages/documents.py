"""The wording of what keeps a data file from being read as a tree: its bytes and its YAML."""

from iknctl.messages import Entry, Pair

_SPACES = Pair("indent with spaces", "gunakan spasi untuk indentasi")
_QUOTE = Pair('if it is text, put it in quotes: "{value}"', 'jika ini teks, beri tanda petik: "{value}"')
_NO_ADORNMENT = Pair(
    "this format has none: write every value out", "format ini tidak mengenalnya: tulis setiap nilai lengkap"
)

FILE = {
    "too-large": Entry(Pair("the file is larger than 5 MiB", "ukuran berkas lebih dari 5 MiB")),
    "not-text": Entry(
        Pair("the file is not UTF-8 text from here on", "mulai dari sini berkas bukan teks UTF-8"),
        Pair("save it as UTF-8", "simpan sebagai UTF-8"),
    ),
    "empty-file": Entry(
        Pair("there is nothing in the file", "berkas ini kosong"),
        Pair(
            "`iknctl schema data` shows what belongs in it",
            "`iknctl schema data` menunjukkan apa yang seharusnya ada di dalamnya",
        ),
    ),
    "too-many": Entry(
        Pair(
            "these are the first {count} findings; there may be more",
            "ini baru {count} temuan pertama; mungkin masih ada yang lain",
        ),
        Pair("put these right, then check again", "perbaiki dahulu semuanya, lalu periksa lagi"),
    ),
}

YAML = {
    "control-character": Entry(
        Pair("there is a control character, {value}", "ada karakter kendali, {value}"),
        Pair("delete it", "hapus karakter itu"),
    ),
    "not-yaml.colon": Entry(
        Pair(
            "this is not YAML: a colon is not expected here", "ini bukan YAML: titik dua tidak semestinya ada di sini"
        ),
        Pair(
            "put text that contains a colon in quotes, and indent the line like its neighbours",
            "beri tanda petik pada teks yang memuat titik dua dan samakan indentasinya dengan baris di sekitarnya",
        ),
    ),
    "not-yaml.key": Entry(
        Pair("this is not YAML: a key needs a colon after it", "ini bukan YAML: sesudah kunci harus ada titik dua"),
    ),
    "not-yaml.indentation": Entry(
        Pair(
            "this is not YAML: the line does not fit the ones above it",
            "ini bukan YAML: baris ini tidak sesuai dengan baris di atasnya",
        ),
        Pair("indent it like its neighbours", "samakan indentasinya dengan baris di sekitarnya"),
    ),
    "not-yaml.dash": Entry(
        Pair("this is not YAML: a list cannot begin here", "ini bukan YAML: daftar tidak dapat dimulai di sini"),
        Pair("begin it on a line of its own", "mulai pada baris tersendiri"),
    ),
    "not-yaml.escape": Entry(
        Pair(
            "this is not YAML: no such escape begins with a backslash",
            "ini bukan YAML: urutan garis miring terbalik ini tidak dikenal",
        ),
        Pair(
            "double the backslash, or use single quotes",
            "tulis garis miring terbalik dua kali atau gunakan tanda petik tunggal",
        ),
    ),
    "not-yaml.sign": Entry(
        Pair(
            "this is not YAML: a value cannot begin with this sign",
            "ini bukan YAML: nilai tidak dapat diawali tanda ini",
        ),
        Pair("put the value in quotes", "beri tanda petik pada nilainya"),
    ),
    "not-yaml.bracket": Entry(
        Pair("this is not YAML: the bracket is never closed", "ini bukan YAML: tanda kurung ini tidak ditutup"),
    ),
    "not-yaml.quote": Entry(
        Pair("this is not YAML: the quote is never closed", "ini bukan YAML: tanda petik ini tidak ditutup"),
    ),
    "not-yaml.character": Entry(
        Pair(
            "this is not YAML: a value cannot begin with this character",
            "ini bukan YAML: nilai tidak dapat diawali karakter ini",
        ),
        Pair("put the value in quotes", "beri tanda petik pada nilainya"),
    ),
    "not-yaml.tab": Entry(
        Pair("this is not YAML: there is a tab in the indentation", "ini bukan YAML: ada tab dalam indentasi"), _SPACES
    ),
    "not-yaml.other": Entry(Pair("this is not YAML: {detail}", "ini bukan YAML: {detail}")),
    "too-deep": Entry(
        Pair("there are more than {levels} levels here", "di sini ada lebih dari {levels} tingkat"),
    ),
    "too-many-values": Entry(
        Pair("there are more than {values} values up to here", "sampai di sini ada lebih dari {values} nilai"),
    ),
    "anchor": Entry(Pair("`&{name}` is an anchor", "`&{name}` adalah jangkar (anchor)"), _NO_ADORNMENT),
    "alias": Entry(Pair("`*{name}` is an alias", "`*{name}` adalah alias"), _NO_ADORNMENT),
    "tag": Entry(Pair("`{name}` is a tag", "`{name}` adalah tag"), _NO_ADORNMENT),
    "merge-key": Entry(Pair("`<<` is a merge key", "`<<` adalah kunci gabung (merge key)"), _NO_ADORNMENT),
    "directive": Entry(
        Pair("a directive stands before the data", "ada direktif sebelum datanya"),
        Pair("delete the lines that begin with %", "hapus baris yang diawali %"),
    ),
    "second-document": Entry(
        Pair("a second document begins here", "dokumen kedua dimulai di sini"),
        Pair("keep one document in a file", "simpan satu dokumen saja dalam satu berkas"),
    ),
    "key-not-text": Entry(
        Pair("a key must be a single word", "kunci harus berupa satu kata"),
    ),
    "duplicate-key": Entry(
        Pair('the key "{name}" is already on line {line}', 'kunci "{name}" sudah ada di baris {line}'),
        Pair("keep one of the two", "pertahankan salah satu saja"),
    ),
    "empty-value": Entry(
        Pair("there is no value here", "tidak ada nilai di sini"),
        Pair("write null for what is not known", "tulis null untuk yang tidak diketahui"),
    ),
    "ambiguous-value.null": Entry(
        Pair('"{value}" is another way to write null', '"{value}" adalah cara lain untuk menulis null'),
        Pair("write null, or put it in quotes if it is text", "tulis null atau beri tanda petik jika ini teks"),
    ),
    "ambiguous-value.word": Entry(
        Pair(
            '"{value}" is a truth value to some programs and text to others',
            '"{value}" dibaca sebagai nilai kebenaran oleh sebagian program dan sebagai teks oleh yang lain',
        ),
        _QUOTE,
    ),
    "ambiguous-value.number": Entry(
        Pair(
            'some programs read "{value}" as a number, but a number here must be whole and have at most four digits',
            'sebagian program membaca "{value}" sebagai bilangan, '
            "padahal bilangan di sini harus bulat dan paling banyak empat angka",
        ),
        _QUOTE,
    ),
}
