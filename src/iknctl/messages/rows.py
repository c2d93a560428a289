"""The words for rows that cannot be annotated, and for cells that cannot be read."""

from collections.abc import Mapping

from iknctl.messages import Entry, Pair

_TABLES = {
    "empty": Entry(
        Pair(en="{file} is empty: it has no header", id="{file} kosong: tidak ada baris judulnya"),
    ),
    "ragged": Entry(
        Pair(
            en="this record and the header differ in their number of cells: {cells} and {expected}",
            id="jumlah sel baris ini dan baris judulnya berbeda: {cells} dan {expected}",
        ),
        Pair(
            en="put cells that contain the delimiter between quotation marks, or name another with --delimiter",
            id="apit sel yang memuat pemisah dengan tanda petik, atau sebutkan pemisah lain dengan --delimiter",
        ),
    ),
    "open-quote": Entry(
        Pair(
            en="a quotation mark in this record opens a cell that never ends",
            id="tanda petik di baris ini membuka sel yang tidak pernah berakhir",
        ),
        Pair(
            en='close it; within a cell a quotation mark is written twice ("")',
            id='tambahkan penutupnya; di dalam sel, tanda petik ditulis dua kali ("")',
        ),
    ),
    "long-cell": Entry(
        Pair(
            en="a cell of this record has more than 16 million characters",
            id="satu sel di baris ini lebih dari 16 juta karakter",
        ),
        Pair(
            en="perhaps a quotation mark that opens it is never closed",
            id="mungkin tanda petik pembukanya tidak pernah ditutup",
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
        Pair(en='there is a column "{column}" already', id='sudah ada kolom "{column}"'),
        Pair(
            en="rename or remove it; perhaps these rows have been annotated before",
            id="ganti namanya atau hapus; mungkin baris-baris ini sudah pernah dianotasi",
        ),
    ),
    "not-utf-8": Entry(
        Pair(en="this line is not UTF-8", id="baris ini bukan UTF-8"),
        Pair(
            en='save the file as "CSV UTF-8" in Excel, or convert it: `iconv -f WINDOWS-1252 -t UTF-8`',
            id='simpan berkasnya sebagai "CSV UTF-8" di Excel, atau konversikan: `iconv -f WINDOWS-1252 -t UTF-8`',
        ),
    ),
    "utf-16": Entry(
        Pair(en="this is UTF-16, not UTF-8", id="ini UTF-16, bukan UTF-8"),
        Pair(en="convert it: `iconv -f UTF-16 -t UTF-8`", id="konversikan: `iconv -f UTF-16 -t UTF-8`"),
    ),
}

ENTRIES: Mapping[str, Entry] = {
    **{f"invalid-rows.{reason}": entry for reason, entry in (_TABLES | _LINES | _EITHER).items()},
    "unread-cells": Entry(
        Pair(
            en="cells that cannot be read: {count}; the first {told} are listed above",
            id="sel yang tidak terbaca: {count}; {told} yang pertama tercantum di atas",
        ),
    ),
}
