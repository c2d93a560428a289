"""Why a WHEN cannot be read, and what would be accepted."""

from collections.abc import Mapping

MESSAGES: Mapping[str, tuple[str, str]] = {
    "invalid-when.many-ends": ('"{text}" has more than two ends', '"{text}" memiliki lebih dari dua ujung'),
    "invalid-when.half-range": ('"{text}" is a range with an end missing', 'rentang "{text}" belum lengkap'),
    "invalid-when.reversed": ('"{text}" ends before it begins', '"{text}" berakhir sebelum dimulai'),
    "invalid-when.several": ('"{text}" holds more than one date', '"{text}" memuat lebih dari satu tanggal'),
    "invalid-when.lone-number": (
        '"{text}" alone is not a year, a month or a day',
        '"{text}" saja bukan tahun, bulan, atau tanggal yang lengkap',
    ),
    "invalid-when.six-digits": ('"{text}" could be a month or a day', '"{text}" bisa berarti bulan, bisa juga tanggal'),
    "invalid-when.year-length": (
        'the year in "{text}" does not have four digits',
        'tahun pada "{text}" tidak terdiri dari empat angka',
    ),
    "invalid-when.year-zero": (
        '"{text}" has the year 0000, which does not exist',
        '"{text}" memuat tahun 0000, yang tidak ada',
    ),
    "invalid-when.two-digit-year": (
        'the year in "{text}" is not written in full',
        'tahun pada "{text}" tidak ditulis lengkap',
    ),
    "invalid-when.no-year": ('"{text}" has no year of four digits', '"{text}" tidak memuat tahun dengan empat angka'),
    "invalid-when.year-first": (
        '"{text}" puts the year first without hyphens',
        '"{text}" menulis tahun lebih dahulu tanpa tanda hubung',
    ),
    "invalid-when.year-before-month": (
        '"{text}" puts the year before the name of the month',
        '"{text}" menulis tahun sebelum nama bulan',
    ),
    "invalid-when.month-separator": ('"{text}" is not how a month is written', '"{text}" bukan cara menulis bulan'),
    "invalid-when.unknown-month": ('"{word}" is not the name of a month', '"{word}" bukan nama bulan'),
    "invalid-when.impossible-month": (
        '"{text}" has month {month}, which does not exist',
        '"{text}" memuat bulan {month}, yang tidak ada',
    ),
    "invalid-when.day-first": (
        '"{text}" has month {month}, which does not exist',
        '"{text}" memuat bulan {month}, yang tidak ada',
    ),
    "invalid-when.impossible-day": ('"{text}" is not in the calendar', '"{text}" tidak ada dalam kalender'),
    "invalid-when.unpadded": (
        'the month or the day after the year in "{text}" has only one digit',
        'bulan atau tanggal sesudah tahun pada "{text}" hanya satu angka',
    ),
    "invalid-when.week": (
        '"{text}" is the number of a week, which iknctl does not read',
        '"{text}" adalah nomor minggu, yang tidak dikenali iknctl',
    ),
    "invalid-when.ordinal": (
        '"{text}" is the number of a day in its year, which iknctl does not read',
        '"{text}" adalah nomor hari dalam setahun, yang tidak dikenali iknctl',
    ),
    "invalid-when.time-alone": ('"{text}" is a time without a day', '"{text}" adalah jam tanpa tanggal'),
    "invalid-when.impossible-time": ('"{text}" has a time that cannot be read', 'jam pada "{text}" tidak terbaca'),
    "invalid-when.time-after-day": (
        '"{text}" has a time, which only a day such as 2031-06-15 can have',
        '"{text}" memuat jam, padahal jam hanya dapat menyertai tanggal seperti 2031-06-15',
    ),
    "invalid-when.empty": ("no date is given", "tanggalnya kosong"),
    "invalid-when.unreadable": ('"{text}" cannot be read as a date', '"{text}" tidak terbaca sebagai tanggal'),
    "invalid-when.fraction": ('"{text}" is not a whole number', '"{text}" bukan bilangan bulat'),
    "invalid-when.sign": ('"{text}" begins with a plus or minus sign', '"{text}" diawali tanda plus atau minus'),
    "invalid-when.other-digits": (
        '"{text}" is written with digits other than 0 to 9',
        '"{text}" ditulis dengan angka selain 0 sampai 9',
    ),
    "invalid-when.phase": ('"{text}" is not a year', '"{text}" bukan tahun'),
}

HINTS: Mapping[str, tuple[str, str]] = {
    "invalid-when.many-ends": (
        "a range has a first and a last: 2031..2036",
        "rentang hanya memiliki awal dan akhir: 2031..2036",
    ),
    "invalid-when.half-range": ("write both ends: 2031..2036", "tulis awal dan akhirnya: 2031..2036"),
    "invalid-when.reversed": ("write {swapped}", "tulis {swapped}"),
    "invalid-when.several": ("write one at a time; a range is {range}", "tulis satu saja; rentang ditulis {range}"),
    "invalid-when.lone-number": (
        "write a year (2031), a month (2031-06 or June 2031), a day (2031-06-15 or 15 June 2031), or a range (2031..2036)",
        "tulis tahun (2031), bulan (2031-06 atau Juni 2031), tanggal (2031-06-15 atau 15 Juni 2031), atau rentang (2031..2036)",
    ),
    "invalid-when.six-digits": (
        "write a month as 2031-06, and a day as 2031-06-15 or 20310615",
        "tulis bulan sebagai 2031-06 dan tanggal sebagai 2031-06-15 atau 20310615",
    ),
    "invalid-when.year-length": (
        "write a year from 0001 to 9999 with four digits, such as 2031",
        "tulis tahun dengan empat angka, dari 0001 sampai 9999, misalnya 2031",
    ),
    "invalid-when.year-zero": (
        "write a year from 0001 to 9999 with four digits, such as 2031",
        "tulis tahun dengan empat angka, dari 0001 sampai 9999, misalnya 2031",
    ),
    "invalid-when.two-digit-year": ("write all four digits: 2031", "tulis keempat angkanya: 2031"),
    "invalid-when.no-year": (
        "add the year: August 2031, 17 August 2031 or 17/08/2031",
        "tambahkan tahunnya: Agustus 2031, 17 Agustus 2031, atau 17/08/2031",
    ),
    "invalid-when.year-first": (
        "write a day as 2031-06-15 or 15/06/2031, and a month as 2031-06 or 06/2031",
        "tulis tanggal sebagai 2031-06-15 atau 15/06/2031 dan bulan sebagai 2031-06 atau 06/2031",
    ),
    "invalid-when.year-before-month": (
        "write August 2031 or 17 August 2031",
        "tulis Agustus 2031 atau 17 Agustus 2031",
    ),
    "invalid-when.month-separator": ("write 2031-06, 06/2031 or June 2031", "tulis 2031-06, 06/2031, atau Juni 2031"),
    "invalid-when.unknown-month": (
        "write a name in Indonesian or English, full or short (Agustus, August, Agt, Aug), or the year alone",
        "tulis nama bulan dalam bahasa Indonesia atau Inggris, lengkap atau disingkat (Agustus, August, Agt, Aug), atau tahunnya saja",
    ),
    "invalid-when.impossible-month": (
        "months run from 01 to 12 (2031-06, 2031-06-15); a range of years is 2031..2036",
        "bulan ditulis 01 sampai 12 (2031-06, 2031-06-15); rentang tahun ditulis 2031..2036",
    ),
    "invalid-when.day-first": (
        "the day comes first, then the month from 1 to 12: 15/06/2031",
        "tanggal ditulis lebih dahulu, lalu bulan dari 1 sampai 12: 15/06/2031",
    ),
    "invalid-when.impossible-day": ("{month} has only {days} days", "{month} hanya sampai tanggal {days}"),
    "invalid-when.unpadded": ("write {padded}", "tulis {padded}"),
    "invalid-when.week": ("write its days: 2031-06-09..2031-06-15", "tulis tanggalnya: 2031-06-09..2031-06-15"),
    "invalid-when.ordinal": ("write the month and the day: 2031-06-15", "tulis bulan dan tanggalnya: 2031-06-15"),
    "invalid-when.time-alone": (
        "write the day, with or without the time: 2031-06-15 or 2031-06-15 10:00",
        "tulis tanggalnya, dengan atau tanpa jam: 2031-06-15 atau 2031-06-15 10:00",
    ),
    "invalid-when.impossible-time": (
        "write a time from 00:00:00 to 23:59:59, or the day alone: 2031-06-15",
        "tulis jam dari 00:00:00 sampai 23:59:59 atau tanggalnya saja: 2031-06-15",
    ),
    "invalid-when.time-after-day": (
        "leave the time out, or write 2031-06-15 10:00",
        "hapus jamnya atau tulis 2031-06-15 10:00",
    ),
    "invalid-when.empty": (
        "write a year (2031), a month (2031-06 or June 2031), a day (2031-06-15 or 15 June 2031), or a range (2031..2036)",
        "tulis tahun (2031), bulan (2031-06 atau Juni 2031), tanggal (2031-06-15 atau 15 Juni 2031), atau rentang (2031..2036)",
    ),
    "invalid-when.unreadable": (
        "write a year (2031), a month (2031-06 or June 2031), a day (2031-06-15 or 15 June 2031), or a range (2031..2036)",
        "tulis tahun (2031), bulan (2031-06 atau Juni 2031), tanggal (2031-06-15 atau 15 Juni 2031), atau rentang (2031..2036)",
    ),
    "invalid-when.fraction": (
        "write a whole year (2031) or one of its months (2031-06)",
        "tulis tahun utuh (2031) atau salah satu bulannya (2031-06)",
    ),
    "invalid-when.sign": (
        "write a year without it (2031), or a range with both ends (2031..2036)",
        "tulis tahun tanpa tanda itu (2031) atau rentang yang lengkap (2031..2036)",
    ),
    "invalid-when.other-digits": (
        "write it with the digits 0 to 9, such as 2031",
        "tulis dengan angka 0 sampai 9, misalnya 2031",
    ),
    "invalid-when.phase": ("for {unit} {text}: `iknctl show {asked}`", "untuk {unit} {text}: `iknctl show {asked}`"),
}
