"""A server over a made library: server time of pages and API, readers at once with wrk, what it takes of memory.

python benchmarks/serve.py 5000                # makes the library of benchmarks/library.py first
python benchmarks/serve.py 100000 desk.db      # keeps it there, and uses it again
"""

import argparse
import os
import re
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import httpx

sys.path.insert(0, str(Path(__file__).parent))
from library import LAST, OUTLETS, STATES, TOPICS, Maker
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


def spread(path: Path) -> tuple[list[str], list[str], list[str], list[str]]:
    """Ids of events and people, words of names, numbers of documents."""
    store = open_store(str(path))
    with store.view() as view:
        events = [e.id for e in view.events(Filter(sources=2), 400)][::10] or [e.id for e in view.events(Filter(), 40)]
        people = view.entities(("person",), limit=40)
        numbers = [str(k.n) for _, k in zip(range(ROUNDS), view.all_documents(), strict=False)]
    store.close()
    return events, [e.id for e in people], [quote(e.name.split()[-1]) for e in people[:12]], numbers


def routes(path: Path) -> dict[str, list[str]]:
    """Route → addresses to ask, spread over the library."""
    events, people, names, numbers = spread(path)
    pairs = [(a, b) for a in STATES for b in STATES if a < b][:ROUNDS]
    words = [quote(f"{topic} {name}") for topic in TOPICS for name in LAST][::5]
    of_pair = [f"?state={a}&state={b}" for a, b in pairs]
    pages = {
        **{path: [path] for path in ("/today", "/about", "/review")},
        "/timeline": ["/timeline", "/timeline?type=CONSULT&since=2025", "/timeline?offset=5000"],
        "/timeline?state=…": [f"/timeline{query}" for query in of_pair],
        "/event/…": [f"/event/{e}" for e in events],
        "/report/…": [f"/report/{n}" for n in numbers],
        "/pair/…": [f"/pair/{a}/{b}" for a, b in pairs],
        "/state/…": [f"/state/{s}" for s in STATES],
        "/person/…": [f"/person/{p}" for p in people],
        "/network": ["/network", "/network?type=CONSULT", "/network?status=planned"],
        "/map": ["/map", "/map?state=SYR"],
        "/search": [f"/search?q={w}" for w in words],
        "/review/…": [f"/review/{e}" for e in events],
    }
    api = {
        "/events": ["/events", "/events?order=oldest", "/events?status=planned"],
        "/events?state=…": [f"/events{query}" for query in of_pair],
        "/events/…": [f"/events/{e}" for e in events],
        "/documents": ["/documents", f"/documents?outlet={quote(OUTLETS[0])}"],
        "/documents/…": [f"/documents/{n}" for n in numbers],
        "/pairs": ["/pairs", "/pairs?since=2025"],
        "/pairs/…": [f"/pairs/{a}/{b}" for a, b in pairs],
        "/persons/…": [f"/persons/{p}" for p in people],
        "/search": [f"/search?q={w}" for w in words],
        "/entities": ["/entities", *(f"/entities?q={name}" for name in names)],
        "/tenures": ["/tenures", "/tenures?country=SYR"],
        "/contacts": [f"/contacts?entity={p}" for p in people],
        "/counts": ["/counts", *(f"/counts?state={s}" for s in STATES)],
        "/states": ["/states"],
        "/stats": ["/stats"],
    }
    return pages | {f"/api/v1{route}": [f"/api/v1{path}" for path in paths] for route, paths in api.items()}


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


def changed(path: Path) -> None:
    """Write to the library what changes nothing but that it was written to: no answer of before may be given again."""
    with sqlite3.connect(path, timeout=60) as library:
        library.execute(
            "UPDATE changes SET n = (SELECT max(n) + 1 FROM changes) WHERE n = (SELECT min(n) FROM changes)"
        )
    library.close()


def timed(address: str, pid: int, path: Path, asked: dict[str, list[str]]) -> None:
    """One reader: each route over a library that stays, and over one that was written to before every request.

    `cpu` is processor time of the server; it does not grow when the machine has other work.
    """
    print(f"{'milliseconds':24}{'library unchanged':^23}{'written to before each':^23}")
    print(f"{'route':24}{'median':>8}{'p95':>8}{'cpu':>7}{'median':>9}{'p95':>8}{'cpu':>7}{'kB':>6}")
    # With a condition an answer is made anew, and not taken from those that are kept.
    with httpx.Client(base_url=address, timeout=60, headers={"If-None-Match": '"none"'}) as client:
        for route, paths in asked.items():
            client.get(paths[0])
            kept, size = rounds(client, pid, paths, lambda: None)
            anew, _ = rounds(client, pid, paths, lambda: changed(path))
            print(f"{route:24}" + "".join(f"{a:8.1f}{b:8.1f}{c:7.1f} " for a, b, c in (kept, anew)) + f"{size:5.0f}")


def rounds(
    client: httpx.Client, pid: int, paths: list[str], before: Callable[[], None]
) -> tuple[tuple[float, float, float], float]:
    """Median, 95th percentile and mean processor time of the answers in milliseconds, and the largest in kB."""
    times, size, many, begun_cpu = [], 0, max(ROUNDS, len(paths)), cpu(pid)
    for n in range(many):
        before()
        begun = time.perf_counter()
        answer = client.get(paths[n % len(paths)])
        times.append((time.perf_counter() - begun) * 1000)
        if answer.status_code != 200:
            raise SystemExit(f"{paths[n % len(paths)]}: {answer.status_code} {answer.text[:300]}")
        size = max(size, len(answer.content))
    took = (cpu(pid) - begun_cpu) / many * 1000
    return (statistics.median(times), sorted(times)[int(len(times) * 0.95)], took), size / 1000


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
            timed(address, pid, path, asked)
            loaded(
                address,
                [paths[n % len(paths)] for n in range(5) for paths in asked.values()],
                told.readers,
                told.seconds,
            )


if __name__ == "__main__":
    main()
