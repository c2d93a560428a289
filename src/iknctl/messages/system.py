"""What the operating system says went wrong, in both languages; it speaks only its own."""

import errno
import os

from iknctl.messages import Pair

_SAID = {
    errno.EACCES: Pair("permission denied", "izin ditolak"),
    errno.EBADF: Pair("it is closed", "sudah ditutup"),
    errno.EISDIR: Pair("it is a folder", "itu folder"),
    errno.ELOOP: Pair("its links go round in a circle", "tautannya berputar-putar"),
    errno.ENAMETOOLONG: Pair("its name is too long", "namanya terlalu panjang"),
    errno.ENOENT: Pair("there is no such folder", "foldernya tidak ada"),
    errno.ENOSPC: Pair("no space is left on the device", "tidak ada ruang tersisa pada perangkat"),
    errno.ENOTDIR: Pair("its folder is a file", "foldernya ternyata berkas"),
    errno.EPERM: Pair("it is not permitted", "tidak diizinkan"),
    errno.EROFS: Pair("the device is read-only", "perangkatnya hanya dapat dibaca"),
}


def said(error: OSError) -> Pair:
    """The reason of a failure to write or read, in the system's own words where we have none."""
    own = os.strerror(error.errno or errno.EIO)
    return _SAID.get(error.errno or errno.EIO, Pair(own, own))
