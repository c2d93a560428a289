"""The words for a WHEN that cannot be read: what is wrong with it, and what would be accepted."""

from collections.abc import Mapping

from iknctl.messages import Entry, Pair

_FORMS = Pair(
    en="write a year (2031), a month (2031-06 or June 2031), a day (2031-06-15 or 15 June 2031), "
    "or a range (2031..2036)",
    id="tulis tahun (2031), bulan (2031-06 atau Juni 2031), tanggal (2031-06-15 atau 15 Juni 2031), "
    "atau rentang (2031..2036)",
)
_YEARS = Pair(
    en="write a year from 0001 to 9999 with four digits, such as 2031",
    id="tulis tahun dengan empat angka, dari 0001 sampai 9999, misalnya 2031",
)

_RANGES = {
    "many-ends": Entry(
        Pair(en='"{text}" has more than two ends', id='"{text}" memiliki lebih dari dua ujung'),
        Pair(en="a range has a first and a last: 2031..2036", id="rentang hanya memiliki awal dan akhir: 2031..2036"),
    ),
    "half-range": Entry(
        Pair(en='"{text}" is a range with an end missing', id='rentang "{text}" belum lengkap'),
        Pair(en="write both ends: 2031..2036", id="tulis awal dan akhirnya: 2031..2036"),
    ),
    "reversed": Entry(
        Pair(en='"{text}" ends before it begins', id='"{text}" berakhir sebelum dimulai'),
        Pair(en="write {swapped}", id="tulis {swapped}"),
    ),
    "several": Entry(
        Pair(en='"{text}" holds more than one date', id='"{text}" memuat lebih dari satu tanggal'),
        Pair(en="write one at a time; a range is {range}", id="tulis satu saja; rentang ditulis {range}"),
    ),
}

_YEARS_AND_MONTHS = {
    "lone-number": Entry(
        Pair(
            en='"{text}" alone is not a year, a month or a day',
            id='"{text}" saja bukan tahun, bulan, atau tanggal yang lengkap',
        ),
        _FORMS,
    ),
    "six-digits": Entry(
        Pair(en='"{text}" could be a month or a day', id='"{text}" bisa berarti bulan, bisa juga tanggal'),
        Pair(
            en="write a month as 2031-06, and a day as 2031-06-15 or 20310615",
            id="tulis bulan sebagai 2031-06 dan tanggal sebagai 2031-06-15 atau 20310615",
        ),
    ),
    "year-length": Entry(
        Pair(
            en='the year in "{text}" does not have four digits', id='tahun pada "{text}" tidak terdiri dari empat angka'
        ),
        _YEARS,
    ),
    "year-zero": Entry(
        Pair(en='"{text}" has the year 0000, which does not exist', id='"{text}" memuat tahun 0000, yang tidak ada'),
        _YEARS,
    ),
    "two-digit-year": Entry(
        Pair(en='the year in "{text}" is not written in full', id='tahun pada "{text}" tidak ditulis lengkap'),
        Pair(en="write all four digits: 2031", id="tulis keempat angkanya: 2031"),
    ),
    "no-year": Entry(
        Pair(en='"{text}" has no year of four digits', id='"{text}" tidak memuat tahun dengan empat angka'),
        Pair(
            en="add the year: August 2031, 17 August 2031 or 17/08/2031",
            id="tambahkan tahunnya: Agustus 2031, 17 Agustus 2031, atau 17/08/2031",
        ),
    ),
    "year-first": Entry(
        Pair(
            en='"{text}" puts the year first without hyphens',
            id='"{text}" menulis tahun lebih dahulu tanpa tanda hubung',
        ),
        Pair(
            en="write a day as 2031-06-15 or 15/06/2031, and a month as 2031-06 or 06/2031",
            id="tulis tanggal sebagai 2031-06-15 atau 15/06/2031 dan bulan sebagai 2031-06 atau 06/2031",
        ),
    ),
    "year-before-month": Entry(
        Pair(
            en='"{text}" puts the year before the name of the month',
            id='"{text}" menulis tahun sebelum nama bulan',
        ),
        Pair(en="write August 2031 or 17 August 2031", id="tulis Agustus 2031 atau 17 Agustus 2031"),
    ),
    "month-separator": Entry(
        Pair(en='"{text}" is not how a month is written', id='"{text}" bukan cara menulis bulan'),
        Pair(en="write 2031-06, 06/2031 or June 2031", id="tulis 2031-06, 06/2031, atau Juni 2031"),
    ),
    "unknown-month": Entry(
        Pair(en='"{word}" is not the name of a month', id='"{word}" bukan nama bulan'),
        Pair(
            en="write a name in Indonesian or English, full or short (Agustus, August, Agt, Aug), or the year alone",
            id="tulis nama bulan dalam bahasa Indonesia atau Inggris, lengkap atau disingkat "
            "(Agustus, August, Agt, Aug), atau tahunnya saja",
        ),
    ),
    "impossible-month": Entry(
        Pair(
            en='"{text}" has month {month}, which does not exist',
            id='"{text}" memuat bulan {month}, yang tidak ada',
        ),
        Pair(
            en="months run from 01 to 12 (2031-06, 2031-06-15); a range of years is 2031..2036",
            id="bulan ditulis 01 sampai 12 (2031-06, 2031-06-15); rentang tahun ditulis 2031..2036",
        ),
    ),
    "day-first": Entry(
        Pair(
            en='"{text}" has month {month}, which does not exist',
            id='"{text}" memuat bulan {month}, yang tidak ada',
        ),
        Pair(
            en="the day comes first, then the month from 1 to 12: 15/06/2031",
            id="tanggal ditulis lebih dahulu, lalu bulan dari 1 sampai 12: 15/06/2031",
        ),
    ),
}

_DAYS_AND_TIMES = {
    "impossible-day": Entry(
        Pair(en='"{text}" is not in the calendar', id='"{text}" tidak ada dalam kalender'),
        Pair(en="{month} has only {days} days", id="{month} hanya sampai tanggal {days}"),
    ),
    "unpadded": Entry(
        Pair(
            en='the month or the day after the year in "{text}" has only one digit',
            id='bulan atau tanggal sesudah tahun pada "{text}" hanya satu angka',
        ),
        Pair(en="write {padded}", id="tulis {padded}"),
    ),
    "week": Entry(
        Pair(
            en='"{text}" is the number of a week, which iknctl does not read',
            id='"{text}" adalah nomor minggu, yang tidak dikenali iknctl',
        ),
        Pair(en="write its days: 2031-06-09..2031-06-15", id="tulis tanggalnya: 2031-06-09..2031-06-15"),
    ),
    "ordinal": Entry(
        Pair(
            en='"{text}" is the number of a day in its year, which iknctl does not read',
            id='"{text}" adalah nomor hari dalam setahun, yang tidak dikenali iknctl',
        ),
        Pair(en="write the month and the day: 2031-06-15", id="tulis bulan dan tanggalnya: 2031-06-15"),
    ),
    "time-alone": Entry(
        Pair(en='"{text}" is a time without a day', id='"{text}" adalah jam tanpa tanggal'),
        Pair(
            en="write the day, with or without the time: 2031-06-15 or 2031-06-15 10:00",
            id="tulis tanggalnya, dengan atau tanpa jam: 2031-06-15 atau 2031-06-15 10:00",
        ),
    ),
    "impossible-time": Entry(
        Pair(en='"{text}" has a time that cannot be read', id='jam pada "{text}" tidak terbaca'),
        Pair(
            en="write a time from 00:00:00 to 23:59:59, or the day alone: 2031-06-15",
            id="tulis jam dari 00:00:00 sampai 23:59:59 atau tanggalnya saja: 2031-06-15",
        ),
    ),
    "time-after-day": Entry(
        Pair(
            en='"{text}" has a time, which only a day such as 2031-06-15 can have',
            id='"{text}" memuat jam, padahal jam hanya dapat menyertai tanggal seperti 2031-06-15',
        ),
        Pair(
            en="leave the time out, or write 2031-06-15 10:00",
            id="hapus jamnya atau tulis 2031-06-15 10:00",
        ),
    ),
}

_CHARACTERS = {
    "empty": Entry(Pair(en="no date is given", id="tanggalnya kosong"), _FORMS),
    "unreadable": Entry(
        Pair(en='"{text}" cannot be read as a date', id='"{text}" tidak terbaca sebagai tanggal'), _FORMS
    ),
    "fraction": Entry(
        Pair(en='"{text}" is not a whole number', id='"{text}" bukan bilangan bulat'),
        Pair(
            en="write a whole year (2031) or one of its months (2031-06)",
            id="tulis tahun utuh (2031) atau salah satu bulannya (2031-06)",
        ),
    ),
    "sign": Entry(
        Pair(en='"{text}" begins with a plus or minus sign', id='"{text}" diawali tanda plus atau minus'),
        Pair(
            en="write a year without it (2031), or a range with both ends (2031..2036)",
            id="tulis tahun tanpa tanda itu (2031) atau rentang yang lengkap (2031..2036)",
        ),
    ),
    "other-digits": Entry(
        Pair(
            en='"{text}" is written with digits other than 0 to 9',
            id='"{text}" ditulis dengan angka selain 0 sampai 9',
        ),
        Pair(en="write it with the digits 0 to 9, such as 2031", id="tulis dengan angka 0 sampai 9, misalnya 2031"),
    ),
}

_MISPLACED = {
    "phase": Entry(
        Pair(en='"{text}" is not a year', id='"{text}" bukan tahun'),
        Pair(en="for {unit} {text}: `iknctl show {asked}`", id="untuk {unit} {text}: `iknctl show {asked}`"),
    ),
}

ENTRIES: Mapping[str, Entry] = {
    f"invalid-when.{reason}": entry
    for reason, entry in (_RANGES | _YEARS_AND_MONTHS | _DAYS_AND_TIMES | _CHARACTERS | _MISPLACED).items()
}
