"""A real PostgreSQL server for the tests: a cluster of its own in a temporary folder, on a free port."""

import os
import pwd
import shutil
import socket
import subprocess
from pathlib import Path

USER = "postgres"


def binaries() -> Path | None:
    """Return the folder with the programs of the server, None when it is not installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if found:
        return found[-1].parent
    named = shutil.which("initdb")
    return Path(named).resolve().parent if named else None


class Server:
    """A server that can be stopped and started again."""

    def __init__(self, folder: Path) -> None:
        programs = binaries()
        if programs is None:
            raise RuntimeError("PostgreSQL is not installed")
        self._programs = programs
        self._data = folder / "data"
        self._folder = folder
        self._as_root = os.geteuid() == 0
        folder.mkdir(parents=True, exist_ok=True)
        if self._as_root:  # the server refuses to run as root
            owner = pwd.getpwnam(USER)
            os.chown(folder, owner.pw_uid, owner.pw_gid)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self._run("initdb", "-D", str(self._data), "-U", USER, "--auth=trust", "-E", "UTF8", "--locale=C", "-N")
        self.start()

    def address(self, database: str = USER, user: str = USER) -> str:
        """Return the address of a database on it."""
        return f"postgresql://{user}@127.0.0.1:{self.port}/{database}"

    @property
    def process(self) -> int:
        """The number of its process."""
        return int((self._data / "postmaster.pid").read_text().split()[0])

    def start(self) -> None:
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 -c fsync=off -k {self._folder}"
        log = str(self._folder / "log")
        self._run("pg_ctl", "-D", str(self._data), "-w", "-l", log, "-o", options, "start")

    def stop(self) -> None:
        self._run("pg_ctl", "-D", str(self._data), "-w", "-m", "immediate", "stop")

    def sql(self, statement: str, database: str = USER) -> str:
        """Run a statement as the owner, and return what it prints."""
        words = ("-X", "-A", "-t", "-h", "127.0.0.1", "-p", str(self.port), "-U", USER, "-d", database)
        return self._run("psql", *words, "-c", statement)

    def _run(self, program: str, *words: str) -> str:
        command = [str(self._programs / program), *words]
        if self._as_root:
            command = [shutil.which("runuser") or "/usr/sbin/runuser", "-u", USER, "--", *command]
        done = subprocess.run(command, capture_output=True, text=True, cwd="/", stdin=subprocess.DEVNULL)
        if done.returncode:
            raise RuntimeError(f"{program}: {done.stderr}")
        return done.stdout.strip()
