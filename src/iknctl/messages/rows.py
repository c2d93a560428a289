"""The words for rows that cannot be annotated, and for cells that cannot be read."""

from collections.abc import Mapping

from iknctl.messages import Entry, Pair

_TABLES = {
    "empty": Entry(
        Pair(en="{file} is empty: it has no header", id="{file} kosong: baris judulnya tidak ada"),
    ),
    "ragged": Entry(
        Pair(
            en="this row and the header have different numbers of cells: {cells} and {expected}",
            id="jumlah sel pada baris ini dan pada baris judul berbeda: {cells} dan {expected}",
        ),
        Pair(
            en="put quotation marks around cells that contain the delimiter, or give another with --delimiter",
            id="apit sel yang memuat pemisah dengan tanda petik atau sebutkan pemisah lain dengan --delimiter",
        ),
    ),
    "open-quote": Entry(
        Pair(
            en="a quotation mark in this row is never closed",
            id="ada tanda petik pada baris ini yang tidak ditutup",
        ),
        Pair(
            en='close it; within a cell a quotation mark is written twice ("")',
            id='tambahkan penutupnya; tanda petik di dalam sel ditulis dua kali ("")',
        ),
    ),
    "long-line": Entry(
        Pair(
            en="this line has more than 16 million characters",
            id="baris ini lebih dari 16 juta karakter",
        ),
        Pair(en="perhaps this is not a file of rows", id="mungkin ini bukan berkas berisi baris data"),
    ),
    "long-cell": Entry(
        Pair(
            en="a cell in this row has more than 16 million characters",
            id="ada sel pada baris ini yang lebih dari 16 juta karakter",
        ),
        Pair(
            en="perhaps its opening quotation mark is never closed",
            id="mungkin tanda petik pembukanya tidak ditutup",
        ),
    ),
}

_LINES = {
    "not-object": Entry(
        Pair(en="this line is not a JSON object", id="baris ini bukan objek JSON"),
        Pair(
            en="in JSON Lines every line is a whole object; `jq -c '.[]'` makes them from an array",
            id="dalam JSON Lines setiap baris adalah satu objek utuh; `jq -c '.[]'` membuatnya dari sebuah larik",
        ),
    ),
}

_EITHER = {
    "ambiguous": Entry(
        Pair(
            en='there is more than one column "{column}"',
            id='ada lebih dari satu kolom "{column}"',
        ),
        Pair(en="give each column a name of its own", id="beri setiap kolom nama yang berbeda"),
    ),
    "taken": Entry(
        Pair(en='there is already a column "{column}"', id='sudah ada kolom "{column}"'),
        Pair(
            en="rename or remove it; perhaps these rows have been annotated before",
            id="ganti namanya atau hapus; mungkin baris-baris ini sudah pernah dianotasi",
        ),
    ),
    "not-utf-8": Entry(
        Pair(en="this line is not UTF-8", id="baris ini bukan UTF-8"),
        Pair(
            en='save the file as "CSV UTF-8" in Excel, or convert it with `iconv -f WINDOWS-1252 -t UTF-8`',
            id='simpan berkasnya sebagai "CSV UTF-8" di Excel atau konversi dengan `iconv -f WINDOWS-1252 -t UTF-8`',
        ),
    ),
    "utf-16": Entry(
        Pair(en="this is UTF-16, not UTF-8", id="ini UTF-16, bukan UTF-8"),
        Pair(en="convert it with `iconv -f UTF-16 -t UTF-8`", id="konversi dengan `iconv -f UTF-16 -t UTF-8`"),
    ),
}

ENTRIES: Mapping[str, Entry] = {
    **{f"invalid-rows.{reason}": entry for reason, entry in (_TABLES | _LINES | _EITHER).items()},
    "unread-cells": Entry(
        Pair(
            en="cells that cannot be read: {count}; the first {told} are listed above",
            id="jumlah sel yang tidak terbaca: {count}; {told} yang pertama tercantum di atas",
        ),
    ),
}
