"""Why rows cannot be annotated, and cells not be read."""

from collections.abc import Mapping

MESSAGES: Mapping[str, tuple[str, str]] = {
    "invalid-rows.empty": ("{file} is empty: it has no header", "{file} kosong: baris judulnya tidak ada"),
    "invalid-rows.ragged": (
        "this row and the header have different numbers of cells: {cells} and {expected}",
        "jumlah sel pada baris ini dan pada baris judul berbeda: {cells} dan {expected}",
    ),
    "invalid-rows.open-quote": (
        "a quotation mark in this row is never closed",
        "ada tanda petik pada baris ini yang tidak ditutup",
    ),
    "invalid-rows.long-line": (
        "this line has more than 16 million characters",
        "baris ini lebih dari 16 juta karakter",
    ),
    "invalid-rows.long-cell": (
        "a cell in this row has more than 16 million characters",
        "ada sel pada baris ini yang lebih dari 16 juta karakter",
    ),
    "invalid-rows.not-object": ("this line is not a JSON object", "baris ini bukan objek JSON"),
    "invalid-rows.ambiguous": ('there is more than one column "{column}"', 'ada lebih dari satu kolom "{column}"'),
    "invalid-rows.taken": ('there is already a column "{column}"', 'sudah ada kolom "{column}"'),
    "invalid-rows.not-utf-8": ("this line is not UTF-8", "baris ini bukan UTF-8"),
    "invalid-rows.utf-16": ("this is UTF-16, not UTF-8", "ini UTF-16, bukan UTF-8"),
    "unread-cells": (
        "cells that cannot be read: {count}; the first {told} are listed above",
        "jumlah sel yang tidak terbaca: {count}; {told} yang pertama tercantum di atas",
    ),
}

HINTS: Mapping[str, tuple[str, str]] = {
    "invalid-rows.ragged": (
        "put quotation marks around cells that contain the delimiter, or give another with --delimiter",
        "apit sel yang memuat pemisah dengan tanda petik atau sebutkan pemisah lain dengan --delimiter",
    ),
    "invalid-rows.open-quote": (
        'close it; within a cell a quotation mark is written twice ("")',
        'tambahkan penutupnya; tanda petik di dalam sel ditulis dua kali ("")',
    ),
    "invalid-rows.long-line": ("perhaps this is not a file of rows", "mungkin ini bukan berkas berisi baris data"),
    "invalid-rows.long-cell": (
        "perhaps its opening quotation mark is never closed",
        "mungkin tanda petik pembukanya tidak ditutup",
    ),
    "invalid-rows.not-object": (
        "in JSON Lines every line is a whole object; `jq -c '.[]'` makes them from an array",
        "dalam JSON Lines setiap baris adalah satu objek utuh; `jq -c '.[]'` membuatnya dari sebuah larik",
    ),
    "invalid-rows.ambiguous": ("give each column a name of its own", "beri setiap kolom nama yang berbeda"),
    "invalid-rows.taken": (
        "rename or remove it; perhaps these rows have been annotated before",
        "ganti namanya atau hapus; mungkin baris-baris ini sudah pernah dianotasi",
    ),
    "invalid-rows.not-utf-8": (
        'save the file as "CSV UTF-8" in Excel, or convert it with `iconv -f WINDOWS-1252 -t UTF-8`',
        'simpan berkasnya sebagai "CSV UTF-8" di Excel atau konversi dengan `iconv -f WINDOWS-1252 -t UTF-8`',
    ),
    "invalid-rows.utf-16": ("convert it with `iconv -f UTF-16 -t UTF-8`", "konversi dengan `iconv -f UTF-16 -t UTF-8`"),
}
