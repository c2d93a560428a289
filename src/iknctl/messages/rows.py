"""Why rows cannot be annotated, and cells not be read."""

from collections.abc import Mapping

MESSAGES: Mapping[str, tuple[str, str]] = {
    "unknown-column": ('there is no column "{value}"', 'tidak ada kolom "{value}"'),
    "unknown-column.below": (
        'there is no column "{value}" on this line, but one on line {line}',
        'tidak ada kolom "{value}" pada baris ini, tetapi ada pada baris {line}',
    ),
    "invalid-rows.empty": ("{file} is empty: it has no header", "{file} kosong: baris judulnya tidak ada"),
    "invalid-rows.blank": (
        "{file} begins with too many blank lines: it has no header in its first 65,536 characters",
        "{file} diawali terlalu banyak baris kosong: tidak ada baris judul dalam 65.536 karakter pertamanya",
    ),
    "invalid-rows.ragged": (
        "this row and the header have different numbers of cells: {cells} and {expected}",
        "jumlah sel pada baris ini dan pada baris judul berbeda: {cells} dan {expected}",
    ),
    "invalid-rows.open-quote": (
        "a cell begins here with a quotation mark that is never closed",
        "ada sel di sini yang diawali tanda petik tanpa penutup",
    ),
    "invalid-rows.open-quote.within": (
        "a cell begins here with a quotation mark, runs over more lines and ends within text",
        "ada sel di sini yang diawali tanda petik, berlanjut ke baris lain, dan tertutup di tengah teks",
    ),
    "invalid-rows.long-line": (
        "this line has more than 16 million characters",
        "baris ini lebih dari 16 juta karakter",
    ),
    "invalid-rows.long-record": (
        "the row that begins here has more than 16 million characters or 250,000 lines",
        "baris data yang dimulai di sini lebih dari 16 juta karakter atau 250.000 baris",
    ),
    "invalid-rows.not-object": ("this line is not a JSON object", "baris ini bukan objek JSON"),
    "invalid-rows.ambiguous": ('there is more than one column "{column}"', 'ada lebih dari satu kolom "{column}"'),
    "invalid-rows.taken": ('there is already a column "{column}"', 'sudah ada kolom "{column}"'),
    "invalid-rows.not-utf-8": ("this line is not UTF-8", "baris ini bukan UTF-8"),
    "invalid-rows.utf-16": ("this is {encoding}, not UTF-8", "ini {encoding}, bukan UTF-8"),
    "unread-cells": (
        "cells that cannot be read: {count}; the first {told} are listed above",
        "jumlah sel yang tidak terbaca: {count}; {told} yang pertama tercantum di atas",
    ),
}

HINTS: Mapping[str, tuple[str, str]] = {
    "invalid-rows.blank": ("remove the lines above the header", "hapus baris di atas baris judul"),
    "unknown-column": ("choose from {known}", "pilihannya: {known}"),
    "unknown-column.near": ('did you mean "{near}"?', 'maksud Anda "{near}"?'),
    "unknown-column.none": ("every object is empty", "semua objeknya kosong"),
    "unknown-column.below": (
        "remove the lines above it: `tail -n +{line}` leaves them out",
        "hapus baris di atasnya: `tail -n +{line}` membuangnya",
    ),
    "invalid-rows.ragged.short": (
        'add what is missing: a "{delimiter}" at its end for each cell (here {difference}); if a line break cut the row in two, put quotation marks around that cell',
        'lengkapi barisnya: satu "{delimiter}" di ujungnya untuk setiap sel yang kurang (di sini {difference}); jika baris ini terpotong oleh ganti baris di dalam sel, apit sel itu dengan tanda petik',
    ),
    "invalid-rows.ragged.long": (
        'put quotation marks around a cell that contains "{delimiter}", or give another delimiter with --delimiter',
        'apit sel yang memuat "{delimiter}" dengan tanda petik atau sebutkan pemisah lain dengan --delimiter',
    ),
    "invalid-rows.ragged.trailing": (
        'its last cells are empty: remove each surplus "{delimiter}" at its end (here {difference})',
        'sel terakhirnya kosong: hapus setiap "{delimiter}" yang berlebih di ujungnya (di sini {difference})',
    ),
    "invalid-rows.open-quote": (
        'close it where the cell ends; a quotation mark that belongs to the text is written twice, in a cell between quotation marks: """Next"" era"',
        'tutup di akhir sel; tanda petik yang menjadi bagian teks ditulis dua kali, di dalam sel yang diapit tanda petik: """Next"" era"',
    ),
    "invalid-rows.long-line": ("perhaps this is not a file of rows", "mungkin ini bukan berkas berisi baris data"),
    "invalid-rows.long-record": (
        "perhaps its opening quotation mark is never closed",
        "mungkin tanda petik pembukanya tidak ditutup",
    ),
    "invalid-rows.not-object": (
        "in JSON Lines every line is a whole object; `jq -c '.[]'` makes them from an array, `jq -c .` from objects over several lines",
        "dalam JSON Lines setiap baris adalah satu objek utuh; `jq -c '.[]'` membuatnya dari larik, `jq -c .` dari objek yang lebih dari satu baris",
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
    "invalid-rows.utf-16": (
        "convert it with `iconv -f {encoding} -t UTF-8`",
        "konversi dengan `iconv -f {encoding} -t UTF-8`",
    ),
}
