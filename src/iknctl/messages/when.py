"""Why a WHEN cannot be read, and what would be accepted."""

from collections.abc import Mapping

MESSAGES: Mapping[str, tuple[str, str]] = {
    "invalid-when.empty": ("no date is given", "tanggalnya kosong"),
    "invalid-when.unreadable": ('"{text}" cannot be read as a date', '"{text}" tidak terbaca sebagai tanggal'),
    "invalid-when.several": ('"{text}" holds more than one date', '"{text}" memuat lebih dari satu tanggal'),
    "invalid-when.rewritten": (
        '"{text}" is a way of writing that iknctl does not read',
        '"{text}" ditulis dengan cara yang tidak dibaca iknctl',
    ),
    # Ranges
    "invalid-when.many-ends": ('"{text}" has more than two ends', '"{text}" memiliki lebih dari dua ujung'),
    "invalid-when.half-range": ('"{text}" is a range with an end missing', 'rentang "{text}" belum lengkap'),
    "invalid-when.reversed": ('"{text}" ends before it begins', '"{text}" berakhir sebelum dimulai'),
    "invalid-when.borrowed": (
        '"{text}" does not write out both ends of the range',
        'kedua ujung rentang "{text}" tidak ditulis lengkap',
    ),
    # Numbers
    "invalid-when.lone-number": (
        '"{text}" alone is not a year, a month or a day',
        '"{text}" saja bukan tahun, bulan, atau tanggal yang lengkap',
    ),
    "invalid-when.six-digits": ('"{text}" could be a month or a day', '"{text}" bisa berarti bulan, bisa juga tanggal'),
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
    "invalid-when.year-zero": (
        '"{text}" has the year 0000, which does not exist',
        '"{text}" memuat tahun 0000, yang tidak ada',
    ),
    "invalid-when.two-digit-year": (
        'the year in "{text}" is not written in full',
        'tahun pada "{text}" tidak ditulis lengkap',
    ),
    "invalid-when.no-year": ('"{text}" has no year of four digits', '"{text}" tidak memuat tahun dengan empat digit'),
    "invalid-when.impossible-part": (
        '"{text}" names a quarter or half of the year that does not exist',
        '"{text}" menyebut triwulan atau semester yang tidak ada',
    ),
    # Months and days
    "invalid-when.unknown-month": ('"{word}" is not the name of a month', '"{word}" bukan nama bulan'),
    "invalid-when.impossible-month": (
        '"{text}" has month {month}, which does not exist',
        '"{text}" memuat bulan {month}, yang tidak ada',
    ),
    "invalid-when.impossible-day": ('"{text}" is not in the calendar', '"{text}" tidak ada dalam kalender'),
    "invalid-when.day-zero": ('"{text}" has day 0, which does not exist', '"{text}" memuat tanggal 0, yang tidak ada'),
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
    "invalid-when.several.full": (
        "write one at a time; a range is {full}",
        "tulis satu saja; rentang ditulis {full}",
    ),
    "invalid-when.rewritten": _FULL,
    # Ranges
    "invalid-when.many-ends": (
        "a range has a first and a last: {year}..{later}",
        "rentang hanya memiliki awal dan akhir: {year}..{later}",
    ),
    "invalid-when.half-range": (
        "write both ends, such as {year}..{later}",
        "tulis awal dan akhirnya, misalnya {year}..{later}",
    ),
    "invalid-when.reversed": ("write {swapped}", "tulis {swapped}"),
    "invalid-when.borrowed": _FULL,
    # Numbers
    "invalid-when.lone-number": _ANY,
    "invalid-when.six-digits": (
        "write a month as {year}-06, and a day as {year}-06-15 or {year}0615",
        "tulis bulan sebagai {year}-06 dan tanggal sebagai {year}-06-15 atau {year}0615",
    ),
    "invalid-when.six-digits.full": (
        "write a month as {full}, and a day as {full}-15",
        "tulis bulan sebagai {full} dan tanggal sebagai {full}-15",
    ),
    "invalid-when.serial": (
        "format the column as a date before saving; in Excel's 1900 date system the number is {day}",
        "format kolomnya sebagai tanggal sebelum disimpan; dalam sistem tanggal 1900 Excel, angka itu berarti {day}",
    ),
    "invalid-when.fraction": (
        "write a whole year ({year}) or one of its months ({year}-06)",
        "tulis tahun utuh ({year}) atau salah satu bulannya ({year}-06)",
    ),
    "invalid-when.fraction.full": (
        "write a whole year ({full}) or one of its months ({full}-06)",
        "tulis tahun utuh ({full}) atau salah satu bulannya ({full}-06)",
    ),
    "invalid-when.sign": (
        "write a year without it ({year}), or a range with both ends ({year}..{later})",
        "tulis tahun tanpa tanda itu ({year}) atau rentang yang lengkap ({year}..{later})",
    ),
    "invalid-when.other-digits": (
        "write it with the digits 0 to 9, such as {year}",
        "tulis dengan angka 0 sampai 9, misalnya {year}",
    ),
    "invalid-when.other-digits.full": _FULL,
    # Years
    "invalid-when.phase": ("for {unit} {text}: `iknctl show {asked}`", "untuk {unit} {text}: `iknctl show {asked}`"),
    "invalid-when.year-length": (
        "write a year from 0001 to 9999 with four digits, such as {year}",
        "tulis tahun dengan empat digit, dari 0001 sampai 9999, misalnya {year}",
    ),
    "invalid-when.year-zero": ("years run from 0001 to 9999", "tahun ditulis dari 0001 sampai 9999"),
    "invalid-when.two-digit-year": (
        "write all four digits of the year, such as {year}",
        "tulis keempat digit tahunnya, misalnya {year}",
    ),
    "invalid-when.two-digit-year.full": (
        "write all four digits, such as {full}",
        "tulis keempat digitnya, misalnya {full}",
    ),
    "invalid-when.no-year": (
        "add the year: August {year}, 17 August {year} or 17/08/{year}",
        "tambahkan tahunnya: Agustus {year}, 17 Agustus {year}, atau 17/08/{year}",
    ),
    "invalid-when.no-year.full": ("add the year, such as {full}", "tambahkan tahunnya, misalnya {full}"),
    "invalid-when.impossible-part": (
        "a year has four quarters (Q4 {year}) and two halves (H2 {year})",
        "setahun terdiri atas empat triwulan (Triwulan IV {year}) dan dua semester (Semester II {year})",
    ),
    # Months and days
    "invalid-when.unknown-month": (
        "write a name in Indonesian or English, full or short (Agustus {year}, August {year}, Agt {year}, Aug {year}), or the year alone ({year})",
        "tulis nama bulan dalam bahasa Indonesia atau Inggris, lengkap atau disingkat (Agustus {year}, August {year}, Agt {year}, Aug {year}), atau tahunnya saja ({year})",
    ),
    "invalid-when.impossible-month": (
        "months run from 01 to 12 ({year}-06, {year}-06-15); a range of years is {year}..{later}",
        "bulan ditulis 01 sampai 12 ({year}-06, {year}-06-15); rentang tahun ditulis {year}..{later}",
    ),
    "invalid-when.impossible-month.day-first": (
        "the day comes first, then the month from 1 to 12: 15/06/{year}",
        "tanggal ditulis lebih dahulu, lalu bulan dari 1 sampai 12: 15/06/{year}",
    ),
    "invalid-when.impossible-day": ("{month} has only {days} days", "{month} hanya sampai tanggal {days}"),
    "invalid-when.day-zero": (
        "{month} has the days {month}-01 to {month}-{days}",
        "tanggal dalam {month} adalah {month}-01 sampai {month}-{days}",
    ),
    "invalid-when.wrong-weekday": (
        "if the date is right, write {right}",
        "jika tanggalnya benar, tulis {right}",
    ),
    # Times
    "invalid-when.time-alone": (
        "write the day, with or without the time: {year}-06-15 or {year}-06-15 10:00",
        "tulis tanggalnya, dengan atau tanpa jam: {year}-06-15 atau {year}-06-15 10:00",
    ),
    "invalid-when.impossible-time": (
        "write the day alone, {day}, or a time from 00:00 to 23:59:60, such as {day} 10:00",
        "tulis tanggalnya saja, {day}, atau jam dari 00:00 sampai 23:59:60, misalnya {day} 10:00",
    ),
}
