"""What the operating system says went wrong, in both languages; it speaks only its own."""

import errno
import os

from iknctl.model import Text

_SAID = {
    "EACCES": ("permission is denied", "tidak ada izin"),
    "EBADF": ("the stream is closed", "alirannya sudah ditutup"),
    "EBUSY": ("it is in use", "sedang dipakai"),
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
    "EPERM": ("this is not permitted", "tidak diizinkan"),
    "EPIPE": ("nobody reads it", "tidak ada yang membacanya"),
    "EROFS": ("the device is read-only", "perangkatnya hanya dapat dibaca"),
    "EXDEV": ("it is on another device", "letaknya di perangkat lain"),
}


def said(error: OSError) -> Text:
    """The reason of a failure to write or read, in the system's own words where we have none."""
    number = error.errno or errno.EIO
    own = os.strerror(number)
    en, id = _SAID.get(errno.errorcode.get(number, ""), (own, own))  # noqa: A001
    return Text(en=en, id=id)
