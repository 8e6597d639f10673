"""Measures rubric beside DuckDB and Polars; README.md says how and why.

    pip install -r requirements.txt
    python compare.py --ratings 1 5 --runs 5
"""

import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent

# name: (job, flags of sample-ratings)
CASES = {
    "forms": ("score", ["-shape", "long", "-order", "forms"]),
    "rows": ("score", ["-shape", "long", "-order", "rows"]),
    "wide": ("score", ["-shape", "wide"]),
    "quoted": ("score", ["-shape", "long", "-quote", "all"]),
    "distribution": ("distribution", ["-shape", "long", "-order", "forms"]),
}

# job: (name, engine, job of its script)
PEERS = {
    "score": [("duckdb", "duckdb", "score"), ("polars", "polars", "score"), ("duckdb, plain", "duckdb", "plain")],
    "distribution": [("duckdb", "duckdb", "distribution"), ("polars", "polars", "distribution")],
}


@dataclass
class Program:
    """A program under measure, and the figures of its runs."""

    name: str
    command: list
    own: bool = False  # whether it prints its seconds itself: those of the job alone
    seconds: list = field(default_factory=list)
    cpu: list = field(default_factory=list)  # seconds of all cores
    memory: int = 0  # most MiB

    def run(self, environment):
        with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as messages:
            begin = time.perf_counter()
            child = subprocess.Popen(self.command, stdout=out, stderr=messages, env=environment)
            _, status, used = os.wait4(child.pid, 0)
            wall = time.perf_counter() - begin
            child.returncode = os.waitstatus_to_exitcode(status)
            for stream in [out, messages]:
                stream.seek(0)
            if child.returncode != 0:
                sys.exit(f"{' '.join(self.command)}\nexit code {child.returncode}\n{messages.read()}")
            figures = map(float, out.read().split()) if self.own else (wall, used.ru_utime + used.ru_stime)
        for taken, figure in zip([self.seconds, self.cpu], figures, strict=True):
            taken.append(figure)
        self.memory = max(self.memory, used.ru_maxrss // 1024)


def build(folder):
    for package in ["./cmd/rubric", "./rubric/internal/sample/sample-ratings"]:
        subprocess.run(["go", "build", "-o", f"{folder}/", package], cwd=ROOT, check=True)


def make(folder, millions, flags):
    """The file of a case, made where it is not there from another time."""
    name = "-".join([f"{millions:g}m", *flags[1::2]])
    path = folder / f"{name}.csv"
    if not path.exists():
        part = path.with_suffix(".part")
        with open(part, "wb") as file:
            command = [folder / "sample-ratings", "-ratings", str(round(millions * 1e6)), *flags]
            subprocess.run(command, stdout=file, check=True)
        part.rename(path)
    return path


def programs(folder, job, ratings):
    rubric = {
        "score": ["score", HERE / "framework.yaml", ratings, "--policy", HERE / "policy.yaml", "--digits", "12",
                  "--provenance", folder / "provenance.json"],
        "distribution": ["inspect", HERE / "framework.yaml", ratings, "--distribution"],
    }[job]
    every = [Program("rubric", [folder / "rubric", *rubric, "-o", folder / "rubric.csv"])]
    for name, engine, how in PEERS[job]:
        script = HERE / f"with_{engine}.py"
        every.append(Program(name, [sys.executable, "-B", script, how, ratings, folder / f"{name}.csv"], own=True))
    for program in every:
        program.command = [str(word) for word in program.command]
    return every


def read_once(path):
    """Brings a file into the cache of the system, so that no program pays for the disk."""
    with open(path, "rb") as file:
        while file.read(1 << 20):
            pass


def measure(every, ratings, runs, cores):
    read_once(ratings)
    environment = os.environ | {"GOMAXPROCS": str(cores)}
    for program in every:
        if program.own:
            program.command += ["--threads", str(cores)]
    for _ in range(runs):
        for program in every:
            program.run(environment)


def judge(folder, job, ratings, every):
    """How many nodes are wrong; by a process of its own, whose memory is not measured."""
    products = [f"{program.name}={folder / program.name}.csv" for program in every]
    command = [sys.executable, "-B", str(HERE / "judge.py"), job, str(ratings), *products]
    return json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)


HEADER = ["case", "ratings", "program", "seconds", "least", "cpu", "MiB", "to rubric's", "cpu to rubric's", "wrong"]


def lines(case, millions, every, verdict):
    ours = every[0]
    for program in every:
        seconds, cpu = statistics.median(program.seconds), statistics.median(program.cpu)
        yield [
            case, f"{millions:g} M", program.name, f"{seconds:.2f}", f"{min(program.seconds):.2f}", f"{cpu:.2f}",
            str(program.memory), f"{seconds / statistics.median(ours.seconds):.1f}",
            f"{cpu / statistics.median(ours.cpu):.1f}",
            ", ".join(f"{n} {what.removeprefix('wrong ')}" for what, n in verdict[program.name].items()),
        ]


def show(line):
    print("| " + " | ".join(line) + " |", flush=True)


def parse():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--ratings", type=float, nargs="+", default=[1, 5], metavar="MILLIONS")
    parser.add_argument("--cases", nargs="+", choices=CASES, default=list(CASES))
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--cores", type=int, default=2)
    parser.add_argument("--dir", type=pathlib.Path, default=pathlib.Path(tempfile.gettempdir()) / "rubric-bench",
                        help="where files are made, 55 MB for a million ratings, and stay")
    return parser.parse_args()


def main():
    o = parse()
    o.dir.mkdir(parents=True, exist_ok=True)
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[: o.cores])
    build(o.dir)
    show(HEADER)
    show(["---"] * len(HEADER))
    for millions in o.ratings:
        for case in o.cases:
            job, flags = CASES[case]
            ratings = make(o.dir, millions, flags)
            every = programs(o.dir, job, ratings)
            measure(every, ratings, o.runs, o.cores)
            for line in lines(case, millions, every, judge(o.dir, job, ratings, every)):
                show(line)


if __name__ == "__main__":
    main()
