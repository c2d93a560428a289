"""What the operating system says went wrong, in both languages; it speaks only its own."""

import errno
import os

from iknctl.model import Text

_SAID = {
    "EAGAIN": ("it takes no more for now", "untuk saat ini tidak menerima lagi"),
    "EACCES": ("permission is denied", "tidak ada izin"),
    "EBADF": ("the stream is closed", "alirannya sudah ditutup"),
    "EBUSY": ("it is in use", "sedang dipakai"),
    "EDQUOT": ("the quota is used up", "kuotanya habis"),
    "EEXIST": ("there is already a file of that name", "sudah ada berkas dengan nama itu"),
    "EFBIG": ("it would be too large", "ukurannya melampaui batas"),
    "EINVAL": ("its name cannot be that of a file", "namanya tidak dapat menjadi nama berkas"),
    "EIO": ("the device does not respond as it should", "perangkatnya bermasalah"),
    "EISDIR": ("it is a folder", "itu sebuah folder"),
    "ELOOP": ("its links lead back to themselves", "tautannya saling menunjuk"),
    "EMFILE": ("too many files are open", "terlalu banyak berkas yang terbuka"),
    "ENAMETOOLONG": ("its name is too long", "namanya terlalu panjang"),
    "ENOENT": ("there is no such folder", "foldernya tidak ada"),
    "ENOSPC": ("no space is left on the device", "ruang pada perangkat sudah habis"),
    "ENOTDIR": ("its folder is a file", "foldernya ternyata berkas"),
    "ENOTSUP": ("it belongs to another process", "itu milik proses lain"),
    "ENXIO": ("it is a socket, or nobody serves it", "itu soket atau tidak ada yang melayaninya"),
    "EPERM": ("this is not permitted", "tidak diizinkan"),
    "EPIPE": ("nobody reads it", "tidak ada yang membacanya"),
    "ESTALE": ("the device has gone", "perangkatnya sudah tidak ada"),
    "ETXTBSY": ("it is a program that is running", "itu program yang sedang berjalan"),
    "EROFS": ("the device is read-only", "perangkatnya hanya dapat dibaca"),
    "EXDEV": ("it is on another device", "letaknya di perangkat lain"),
}


def said(error: OSError) -> Text:
    """The reason of a failure to write or read, in the system's own words where we have none."""
    number = error.errno or errno.EIO
    own = os.strerror(number)
    en, id = _SAID.get(errno.errorcode.get(number, ""), (own, own))  # noqa: A001
    return Text(en=en, id=id)
