"""A file system below SQLite that notes or refuses what it is asked: the driver of the program itself runs on it.

The driver is one library with SQLite inside, and that library shows ``sqlite3_vfs_register``. So a file system
written here with ctypes becomes the default one of this process, and everything above it is the program as it is:
its pragmas, its transactions, its encryption. No other SQLite and no compiler is needed.
"""

import ctypes
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

import sqlcipher3.dbapi2  # noqa: F401  (loads the library)

_C: Final = ctypes
_INT, _I64, _POINTER, _TEXT = _C.c_int, _C.c_int64, _C.c_void_p, _C.c_char_p
OK: Final = 0
FULL: Final = 13
IOERR: Final = 10
IOERR_WRITE, IOERR_FSYNC, IOERR_TRUNCATE = (IOERR | n << 8 for n in (3, 4, 6))
IOERR_DELETE: Final = IOERR | 10 << 8
CANTOPEN: Final = 14
_CREATE: Final = 0x4


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that SQLite asks of the disk."""

    kind: str
    """``create``, ``write``, ``truncate``, ``sync``, ``delete``."""
    path: str
    offset: int = 0
    data: bytes = b""
    """What is written; of the others nothing."""
    durable: bool = False
    """Of a delete: whether the folder is written to the disk as well."""


Watch = Callable[[Operation], int]
"""Is told of every operation before it is done; anything but ``OK`` is what SQLite gets instead."""

_METHODS: Final = (
    ("xClose", (_POINTER,)),
    ("xRead", (_POINTER, _POINTER, _INT, _I64)),
    ("xWrite", (_POINTER, _POINTER, _INT, _I64)),
    ("xTruncate", (_POINTER, _I64)),
    ("xSync", (_POINTER, _INT)),
    ("xFileSize", (_POINTER, _POINTER)),
    ("xLock", (_POINTER, _INT)),
    ("xUnlock", (_POINTER, _INT)),
    ("xCheckReservedLock", (_POINTER, _POINTER)),
    ("xFileControl", (_POINTER, _INT, _POINTER)),
    ("xSectorSize", (_POINTER,)),
    ("xDeviceCharacteristics", (_POINTER,)),
    ("xShmMap", (_POINTER, _INT, _INT, _INT, _POINTER)),
    ("xShmLock", (_POINTER, _INT, _INT, _INT)),
    ("xShmBarrier", (_POINTER,)),
    ("xShmUnmap", (_POINTER, _INT)),
    ("xFetch", (_POINTER, _I64, _INT, _POINTER)),
    ("xUnfetch", (_POINTER, _I64, _POINTER)),
)
_NO_RESULT: Final = ("xShmBarrier",)
_TYPES: Final = {
    name: _C.CFUNCTYPE(None if name in _NO_RESULT else _INT, *arguments) for name, arguments in _METHODS
}


class _IoMethods(_C.Structure):
    _fields_ = (("iVersion", _INT), *_TYPES.items())


class _Vfs(_C.Structure):
    _fields_ = (
        ("iVersion", _INT),
        ("szOsFile", _INT),
        ("mxPathname", _INT),
        ("pNext", _POINTER),
        ("zName", _TEXT),
        ("pAppData", _POINTER),
        ("xOpen", _C.CFUNCTYPE(_INT, _POINTER, _POINTER, _POINTER, _INT, _POINTER)),
        ("xDelete", _C.CFUNCTYPE(_INT, _POINTER, _TEXT, _INT)),
        *((name, _POINTER) for name in ("xAccess", "xFullPathname", "xDlOpen", "xDlError", "xDlSym", "xDlClose")),
        *((name, _POINTER) for name in ("xRandomness", "xSleep", "xCurrentTime", "xGetLastError")),
        *(
            (name, _POINTER)
            for name in ("xCurrentTimeInt64", "xSetSystemCall", "xGetSystemCall", "xNextSystemCall")
        ),
    )


_LIBRARY: Final = _C.CDLL(sys.modules["sqlcipher3._sqlite3"].__file__)
_LIBRARY.sqlite3_vfs_find.restype = _C.POINTER(_Vfs)
_LIBRARY.sqlite3_vfs_find.argtypes = (_TEXT,)
_LIBRARY.sqlite3_vfs_register.argtypes = (_C.POINTER(_Vfs), _INT)
_LIBRARY.sqlite3_vfs_unregister.argtypes = (_C.POINTER(_Vfs),)
_BEFORE: Final = 16
"""Bytes in front of what the real file system keeps of a file: there stands which functions are ours."""


class _Watched:
    """The file system of the driver, with a watch on what it does. Made once in a process."""

    def __init__(self) -> None:
        self.watch: Watch | None = None
        self.errors: list[BaseException] = []
        """What went wrong in a watch: it cannot be raised through SQLite."""
        self._real = _LIBRARY.sqlite3_vfs_find(None)
        self._paths: dict[int, str] = {}
        self._methods_of: dict[int, _IoMethods] = {}
        real = self._real.contents
        self._vfs = _Vfs.from_buffer_copy(real)
        self._vfs.zName = b"watched"
        self._vfs.szOsFile = real.szOsFile + _BEFORE
        self._vfs.pNext = None
        self._vfs.xOpen = type(real.xOpen)(self._open)
        self._vfs.xDelete = type(real.xDelete)(self._delete)
        self._real_open, self._real_delete = real.xOpen, real.xDelete
        self._io = _IoMethods(3, **{name: made(self._passing(name)) for name, made in _TYPES.items()})

    def register(self) -> None:
        _LIBRARY.sqlite3_vfs_register(_C.byref(self._vfs), 1)

    def unregister(self) -> None:
        _LIBRARY.sqlite3_vfs_register(self._real, 1)
        _LIBRARY.sqlite3_vfs_unregister(_C.byref(self._vfs))

    def _told(self, operation: Operation) -> int:
        if self.watch is None:
            return OK
        try:
            return self.watch(operation)
        except BaseException as error:  # it would be lost in SQLite
            self.errors.append(error)
            return IOERR

    def _open(self, _: int, name: int, file: int, flags: int, out: int) -> int:
        path = _C.string_at(name).decode("utf-8", "surrogateescape") if name else ""
        _POINTER.from_address(file).value = None
        made = path and flags & _CREATE and not os.path.exists(path)  # noqa: PTH110
        if made and (refused := self._told(Operation("create", path))):
            return refused
        result = int(self._real_open(_C.addressof(self._real.contents), name, file + _BEFORE, flags, out))
        if result == OK:
            self._paths[file] = path
            _POINTER.from_address(file).value = _C.addressof(self._io)
        return result

    def _delete(self, _: int, name: bytes, durable: int) -> int:
        path = name.decode("utf-8", "surrogateescape")
        refused = self._told(Operation("delete", path, durable=bool(durable))) if os.path.exists(path) else OK  # noqa: PTH110
        return refused or int(self._real_delete(_C.addressof(self._real.contents), name, durable))

    def _passing(self, name: str) -> Callable[..., Any]:
        """Return the function of ours that passes one method of a file on to the real one."""

        def passed_on(file: int, *arguments: Any) -> Any:
            if refused := self._asked(name, file, arguments):
                return refused
            address = _POINTER.from_address(file + _BEFORE).value or 0
            methods = self._methods_of.get(address)
            if methods is None:
                methods = self._methods_of[address] = _IoMethods.from_address(address)
            result = getattr(methods, name)(file + _BEFORE, *arguments)
            if name == "xClose":
                self._paths.pop(file, None)
            return result

        return passed_on

    def _asked(self, name: str, file: int, arguments: tuple[Any, ...]) -> int:
        path = self._paths.get(file, "")
        if not path or self.watch is None:
            return OK
        match name:
            case "xWrite":
                data = _C.string_at(arguments[0], arguments[1])
                return self._told(Operation("write", path, arguments[2], data))
            case "xTruncate":
                return self._told(Operation("truncate", path, arguments[0]))
            case "xSync":
                return self._told(Operation("sync", path))
        return OK


_watched: Final[list[_Watched]] = []


@contextmanager
def watching(watch: Watch) -> Iterator[None]:
    """Have everything that SQLite does with files in this process told to ``watch``, before it is done.

    Connections made meanwhile are closed before the end. Raises what went wrong in the watch.
    """
    if not _watched:
        _watched.append(_Watched())
    watched = _watched[0]
    watched.register()
    watched.watch = watch
    try:
        yield
    finally:
        watched.watch = None
        watched.unregister()
    if watched.errors:
        raise watched.errors.pop()
