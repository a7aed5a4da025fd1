"""A server over a made library: server time of pages and API, readers at once with wrk, what it takes of memory.

python benchmarks/serve.py 5000                # makes the library of benchmarks/library.py first
python benchmarks/serve.py 100000 desk.db      # keeps it there, and uses it again
"""

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import httpx

sys.path.insert(0, str(Path(__file__).parent))
from library import LAST, STATES, TOPICS, Maker
from waqai.engine.ingest import Summary, keep
from waqai.engine.linker import link_pending
from waqai.reader import Result
from waqai.store import open_store
from waqai.store.base import Filter

ROUNDS = 40
SECONDS = 20


def make(path: Path, total: int) -> None:
    """Fill a library with made reports."""
    store = open_store(str(path))
    results = (Result(str(n), record) for n, (_, record) in enumerate(Maker(7, total).reports()))
    keep(store, results, Summary())
    link_pending(store)
    store.close()


def routes(path: Path) -> dict[str, list[str]]:
    """Route → addresses to ask, spread over the library."""
    store = open_store(str(path))
    with store.view() as view:
        events = [e.id for e in view.events(Filter(sources=2), 400)][::10] or [e.id for e in view.events(Filter(), 40)]
        people = [e.id for e in view.entities(("person",), limit=40)]
        numbers = [str(k.n) for _, k in zip(range(ROUNDS), view.all_documents(), strict=False)]
    store.close()
    pairs = [(a, b) for a in STATES for b in STATES if a < b][:ROUNDS]
    words = [quote(f"{topic} {name}") for topic in TOPICS for name in LAST][::5]
    return {
        "/today": ["/today"],
        "/timeline": [f"/timeline?state={a}&state={b}" for a, b in pairs],
        "/event/…": [f"/event/{e}" for e in events],
        "/report/…": [f"/report/{n}" for n in numbers],
        "/pair/…": [f"/pair/{a}/{b}" for a, b in pairs],
        "/state/…": [f"/state/{s}" for s in STATES],
        "/person/…": [f"/person/{p}" for p in people],
        "/network": ["/network"],
        "/map": ["/map"],
        "/search": [f"/search?q={w}" for w in words],
        "/about": ["/about"],
        "/api/v1/events": [f"/api/v1/events?state={a}&state={b}" for a, b in pairs],
        "/api/v1/events/…": [f"/api/v1/events/{e}" for e in events],
        "/api/v1/documents/…": [f"/api/v1/documents/{n}" for n in numbers],
        "/api/v1/pairs/…": [f"/api/v1/pairs/{a}/{b}" for a, b in pairs],
        "/api/v1/persons/…": [f"/api/v1/persons/{p}" for p in people],
        "/api/v1/search": [f"/api/v1/search?q={w}" for w in words],
        "/api/v1/counts": [f"/api/v1/counts?state={s}" for s in STATES],
        "/api/v1/states": ["/api/v1/states"],
    }


def served(path: Path) -> Iterator[tuple[str, int]]:
    """The address of a real server, and its process."""
    command = [sys.executable, "-m", "waqai", "serve", "--library", str(path), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        line = server.stderr.readline()
        found = re.search(r"http://\S+/", line)
        if not found:
            raise SystemExit(line + server.stderr.read())
        yield found[0].rstrip("/"), server.pid
        peak = re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{server.pid}/status").read_text())[1]
        print(f"peak memory of the server {int(peak) / 1024:.0f} MB")
        server.terminate()


def cpu(pid: int) -> float:
    """Seconds of processor time that a process has had."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def timed(address: str, pid: int, asked: dict[str, list[str]]) -> None:
    """One reader: time of each route, warm; `cpu` does not grow when the machine has other work."""
    print(f"{'route':22}{'median':>9}{'p95':>9}{'cpu':>7}{'kB':>7}   milliseconds, one reader")
    # With a condition an answer is made anew, and not taken from those that are kept.
    with httpx.Client(base_url=address, timeout=60, headers={"If-None-Match": '"none"'}) as client:
        for route, paths in asked.items():
            times, size, rounds = [], 0, max(ROUNDS, len(paths))
            client.get(paths[0])
            before = cpu(pid)
            for n in range(rounds):
                begun = time.perf_counter()
                answer = client.get(paths[n % len(paths)])
                times.append((time.perf_counter() - begun) * 1000)
                if answer.status_code != 200:
                    raise SystemExit(f"{paths[n % len(paths)]}: {answer.status_code} {answer.text[:300]}")
                size = max(size, len(answer.content))
            p95 = sorted(times)[int(len(times) * 0.95)]
            took = (cpu(pid) - before) / rounds * 1000
            print(f"{route:22}{statistics.median(times):9.1f}{p95:9.1f}{took:7.1f}{size / 1000:7.0f}")


def loaded(address: str, paths: list[str], readers: int, seconds: int) -> None:
    """Many readers at once, by wrk, over all the paths in turn."""
    if not shutil.which("wrk"):
        print("wrk is missing: apt-get install wrk")
        return
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        listed = ",".join(f'"{p}"' for p in paths)
        script.write(
            f"local p={{{listed}}} local n=0\nrequest=function() n=n+1 return wrk.format('GET',p[n%#p+1]) end\n"
        )
        script.flush()
        command = ["wrk", "-t2", f"-c{readers}", f"-d{seconds}s", "--timeout", "30s", "--latency", "-s", script.name]
        print(subprocess.run([*command, address], capture_output=True, text=True, check=True).stdout)


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser()
    parser.add_argument("reports", type=int)
    parser.add_argument("library", nargs="?")
    parser.add_argument("--readers", type=int, default=200)
    parser.add_argument("--seconds", type=int, default=SECONDS)
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(told.library or Path(folder) / "library.db")
        if not path.exists():
            make(path, told.reports)
        asked = routes(path)
        for address, pid in served(path):
            timed(address, pid, asked)
            loaded(
                address,
                [paths[n % len(paths)] for n in range(5) for paths in asked.values()],
                told.readers,
                told.seconds,
            )


if __name__ == "__main__":
    main()
