"""The names of months and weekdays in a WHEN; why a WHEN cannot be read, and what would be accepted."""

from collections.abc import Mapping

# The names that are read, those of one month or weekday in a row, the English and the Indonesian one of a weekday first.
MONTHS = (
    "januari january",
    "februari pebruari february",
    "maret march",
    "april",
    "mei may",
    "juni june",
    "juli july",
    "agustus august agt ags",
    "september sept",
    "oktober october",
    "november nopember",
    "desember december",
)
WEEK = (
    "Monday Senin",
    "Tuesday Selasa",
    "Wednesday Rabu",
    "Thursday Kamis",
    "Friday Jumat Jum'at",
    "Saturday Sabtu",
    "Sunday Minggu Ahad",
)

MESSAGES: Mapping[str, tuple[str, str]] = {
    "invalid-when.empty": ("no date is given", "tanggalnya kosong"),
    "invalid-when.unreadable": ('"{text}" cannot be read as a date', '"{text}" tidak terbaca sebagai tanggal'),
    "invalid-when.several": ('"{text}" holds more than one date', '"{text}" memuat lebih dari satu tanggal'),
    "invalid-when.rewritten": (
        '"{text}" is a way of writing that iknctl does not read',
        '"{text}" ditulis dengan cara yang tidak dibaca iknctl',
    ),
    # Ranges
    "invalid-when.half-range": ('"{text}" is a range with an end missing', 'rentang "{text}" belum lengkap'),
    "invalid-when.reversed": ('"{text}" ends before it begins', '"{text}" berakhir sebelum dimulai'),
    "invalid-when.borrowed": (
        '"{text}" is a range that is not written in full',
        'rentang "{text}" tidak ditulis lengkap',
    ),
    # Numbers
    "invalid-when.lone-number": (
        '"{text}" alone is not a year, a month or a day',
        '"{text}" saja bukan tahun, bulan, atau tanggal yang lengkap',
    ),
    "invalid-when.serial": (
        '"{text}" looks like the serial number that a spreadsheet keeps for a day',
        '"{text}" tampaknya nomor seri tanggal dari lembar kerja (spreadsheet)',
    ),
    "invalid-when.fraction": ('"{text}" is not a whole number', '"{text}" bukan bilangan bulat'),
    "invalid-when.sign": ('"{text}" begins with a plus or minus sign', '"{text}" diawali tanda plus atau minus'),
    "invalid-when.other-digits": (
        '"{text}" is written with digits other than 0 to 9',
        '"{text}" ditulis dengan angka selain 0 sampai 9',
    ),
    # Years
    "invalid-when.phase": ('"{text}" is not a year', '"{text}" bukan tahun'),
    "invalid-when.year-length": (
        'the year in "{text}" does not have four digits',
        'tahun pada "{text}" tidak terdiri dari empat digit',
    ),
    "invalid-when.two-digit-year": (
        'the year in "{text}" is not written in full',
        'tahun pada "{text}" tidak ditulis lengkap',
    ),
    "invalid-when.no-year": ('"{text}" has no year of four digits', '"{text}" tidak memuat tahun dengan empat digit'),
    "invalid-when.year-zero": (
        '"{text}" has the year 0000, which does not exist',
        '"{text}" memuat tahun 0000, yang tidak ada',
    ),
    # Parts of a year, months and days
    "invalid-when.unknown-month": ('"{word}" is not the name of a month', '"{word}" bukan nama bulan'),
    "invalid-when.impossible-part": (
        '"{text}" is not one of the four quarters or two halves of a year',
        '"{text}" bukan salah satu dari empat triwulan atau dua semester dalam setahun',
    ),
    "invalid-when.impossible-month": (
        '"{text}" has month {month}, which does not exist',
        '"{text}" memuat bulan {month}, yang tidak ada',
    ),
    "invalid-when.impossible-day": ('"{text}" is not in the calendar', '"{text}" tidak ada dalam kalender'),
    "invalid-when.wrong-weekday": (
        'the day in "{text}" is a {weekday}',
        'tanggal pada "{text}" jatuh pada hari {weekday}',
    ),
    # Times
    "invalid-when.time-alone": ('"{text}" is a time without a day', '"{text}" adalah jam tanpa tanggal'),
    "invalid-when.impossible-time": ('"{text}" has a time that cannot be read', 'jam pada "{text}" tidak terbaca'),
}

_ANY = (
    "write a year ({year}), a month ({year}-06 or June {year}), a day ({year}-06-15 or 15 June {year}), or a range ({year}..{later})",
    "tulis tahun ({year}), bulan ({year}-06 atau Juni {year}), tanggal ({year}-06-15 atau 15 Juni {year}), atau rentang ({year}..{later})",
)
_FULL = ("write {full}", "tulis {full}")

HINTS: Mapping[str, tuple[str, str]] = {
    "invalid-when.empty": _ANY,
    "invalid-when.unreadable": _ANY,
    "invalid-when.several": (
        "write one at a time; a range is {year}..{later}",
        "tulis satu saja; rentang ditulis {year}..{later}",
    ),
    "invalid-when.rewritten": _FULL,
    # Ranges
    "invalid-when.half-range": (
        "write both ends, such as {year}..{later}",
        "tulis awal dan akhirnya, misalnya {year}..{later}",
    ),
    "invalid-when.reversed": ("write {swapped}", "tulis {swapped}"),
    "invalid-when.borrowed": _FULL,
    # Numbers
    "invalid-when.lone-number": _ANY,
    "invalid-when.serial": (
        "format the column as a date before saving; in Excel's 1900 date system the number is {day}",
        "format kolomnya sebagai tanggal sebelum disimpan; dalam sistem tanggal 1900 Excel, angka itu berarti {day}",
    ),
    "invalid-when.fraction": (
        "write a whole year ({year}) or one of its months ({year}-06)",
        "tulis tahun utuh ({year}) atau salah satu bulannya ({year}-06)",
    ),
    "invalid-when.sign": (
        "write a year without it ({year}), or a range with both ends ({year}..{later})",
        "tulis tahun tanpa tanda itu ({year}) atau rentang yang lengkap ({year}..{later})",
    ),
    "invalid-when.other-digits": (
        "write the digits 0 to 9, such as {full}",
        "tulis dengan angka 0 sampai 9, misalnya {full}",
    ),
    # Years
    "invalid-when.phase": ("for {unit} {text}: `iknctl show {asked}`", "untuk {unit} {text}: `iknctl show {asked}`"),
    "invalid-when.year-length": (
        "write a year from 0001 to 9999 with four digits, such as {year}",
        "tulis tahun dengan empat digit, dari 0001 sampai 9999, misalnya {year}",
    ),
    "invalid-when.two-digit-year": (
        "write all four digits, such as {full}",
        "tulis keempat digitnya, misalnya {full}",
    ),
    "invalid-when.no-year": ("add the year, such as {full}", "tambahkan tahunnya, misalnya {full}"),
    "invalid-when.year-zero": (
        "years run from 0001 to 9999",
        "tahun ditulis dari 0001 sampai 9999",
    ),
    # Parts of a year, months and days
    "invalid-when.impossible-part": (
        "quarters run to the fourth (Q4 {year}) and halves to the second (H2 {year})",
        "triwulan hanya sampai keempat (Q4 {year}) dan semester sampai kedua (H2 {year})",
    ),
    "invalid-when.unknown-month": (
        "write a name in Indonesian or English, full or short (Agustus {year}, August {year}, Agt {year}, Aug {year}), or the year alone ({year})",
        "tulis nama bulan dalam bahasa Indonesia atau Inggris, lengkap atau disingkat (Agustus {year}, August {year}, Agt {year}, Aug {year}), atau tahunnya saja ({year})",
    ),
    "invalid-when.impossible-month": (
        "months run from 01 to 12 ({year}-06), the day comes first in 15/06/{year}; a range of years is {year}..{later}",
        "bulan ditulis 01 sampai 12 ({year}-06), hari lebih dahulu dalam 15/06/{year}; rentang tahun ditulis {year}..{later}",
    ),
    "invalid-when.impossible-day": ("{month} has the days 1 to {days}", "{month} hanya dari tanggal 1 sampai {days}"),
    "invalid-when.wrong-weekday": (
        "if the date is right, write {weekday}, {day}",
        "jika tanggalnya benar, tulis {weekday}, {day}",
    ),
    # Times
    "invalid-when.time-alone": (
        "write the day, with or without the time: {year}-06-15 or {year}-06-15 10:00",
        "tulis tanggalnya, dengan atau tanpa jam: {year}-06-15 atau {year}-06-15 10:00",
    ),
    "invalid-when.impossible-time": (
        "write the day alone, or a time from 00:00 to 23:59:60 behind it: {full}",
        "tulis tanggalnya saja, atau jam dari 00:00 sampai 23:59:60 di belakangnya: {full}",
    ),
}
