"""What the operating system says went wrong, in both languages; it speaks only its own."""

import errno
import os

from iknctl.messages import Pair

_SAID = {
    errno.EACCES: Pair("permission is denied", "tidak ada izin"),
    errno.EBADF: Pair("the stream is closed", "alirannya sudah ditutup"),
    errno.EBUSY: Pair("it is in use", "sedang dipakai"),
    errno.EFBIG: Pair("it would be too large", "ukurannya melampaui batas"),
    errno.EINVAL: Pair("its name cannot be that of a file", "namanya tidak dapat menjadi nama berkas"),
    errno.EIO: Pair("the device does not respond as it should", "perangkatnya bermasalah"),
    errno.EISDIR: Pair("it is a folder", "itu sebuah folder"),
    errno.ELOOP: Pair("its links lead back to themselves", "tautannya saling menunjuk"),
    errno.EMFILE: Pair("too many files are open", "terlalu banyak berkas yang terbuka"),
    errno.ENAMETOOLONG: Pair("its name is too long", "namanya terlalu panjang"),
    errno.ENOENT: Pair("there is no such folder", "foldernya tidak ada"),
    errno.ENOSPC: Pair("no space is left on the device", "ruang pada perangkat sudah habis"),
    errno.ENOTDIR: Pair("its folder is a file", "foldernya ternyata berkas"),
    errno.EPERM: Pair("this is not permitted", "tidak diizinkan"),
    errno.EPIPE: Pair("nobody reads it", "tidak ada yang membacanya"),
    errno.EROFS: Pair("the device is read-only", "perangkatnya hanya dapat dibaca"),
    errno.EXDEV: Pair("it is on another device", "letaknya di perangkat lain"),
}


def said(error: OSError) -> Pair:
    """The reason of a failure to write or read, in the system's own words where we have none."""
    own = os.strerror(error.errno or errno.EIO)
    return _SAID.get(error.errno or errno.EIO, Pair(own, own))
