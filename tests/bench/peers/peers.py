"""The table of `make bench-peers`: pairs measured in turns, ours, theirs, ours, theirs …

peers.py FOLDER BUILD PAIRS. Each side is a program that stays open, reads its documents once for
each line it is sent, and answers with the seconds. The ratio is the median of the pairs' ratios, so
that a machine that slows down slows both. Slow peers read a shorter sample."""
import os
import statistics
import subprocess
import sys

FOLDER, BUILD, PAIRS = sys.argv[1], sys.argv[2], int(sys.argv[3])
HERE = os.path.dirname(os.path.abspath(__file__))
RUST = f"{FOLDER}/target/release/peers"
PYTHON = [sys.executable, f"{HERE}/theirs.py"]
OURS = f"{FOLDER}/ours"
FRISO = f"{FOLDER}/root/usr/share/friso/dict/UTF-8"
IMAGE, TITLES = f"{BUILD}/zhiguan.zgd", f"{FOLDER}/titles.zgd"

# ours, against, our command, theirs, suffix of the sample; {} is the sample
ROWS = [
    ("extract and JSON", "jieba-rs cut", [OURS, "extract", "{}"], [RUST, "jieba", "{}"], ""),
    ("extract and JSON", "friso simple", [OURS, "extract", "{}"],
     [f"{FOLDER}/theirs", "friso", "{}", FRISO], ""),
    ("extract and JSON", "rjieba cut", [OURS, "extract", "{}"], PYTHON + ["rjieba", "{}"], ""),
    ("extract and JSON", "jieba posseg", [OURS, "extract", "{}"], PYTHON + ["posseg", "{}"], ".slow"),
    ("extract and JSON", "LAC (ONNX)", [OURS, "extract", "{}"], PYTHON + ["lac", "{}"], ".slow"),
    ("scan, all lexicons", "daachorse charwise", [OURS, "scan", "{}", IMAGE],
     [RUST, "daachorse", "{}", f"{FOLDER}/entries.txt"], ""),
    ("scan, all lexicons", "aho-corasick", [OURS, "scan", "{}", IMAGE],
     [RUST, "aho", "{}", f"{FOLDER}/entries.txt"], ""),
    ("scan, titles", "Hyperscan literals", [OURS, "scan", "{}", TITLES],
     [f"{FOLDER}/theirs", "hyperscan", "{}", f"{FOLDER}/titles.txt"], ""),
    ("two threads", "one thread", [OURS, "threads", "{}"], [OURS, "extract", "{}"], ""),
]


class Side:
    def __init__(self, command, sample):
        self.process = subprocess.Popen([part.replace("{}", sample) for part in command], text=True,
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        if self.process.stdout.readline() != "ready\n":
            sys.exit(f"bench-peers: {command[0]} did not open")
        self.once()  # warm

    def once(self):
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        return float(self.process.stdout.readline().split()[0])

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def row(ours, against, our_command, their_command, sample):
    megabytes = os.path.getsize(sample) / 1e6
    us, them = Side(our_command, sample), Side(their_command, sample)
    pairs = [(us.once(), them.once()) for _ in range(PAIRS)]
    us.close()
    them.close()
    ratio = statistics.median(b / a for a, b in pairs)
    rates = [megabytes / statistics.median(pair[k] for pair in pairs) for k in (0, 1)]
    print(f"| {os.path.basename(sample).replace('.slow', '')} | {ours} | {against} | {rates[0]:.2f} "
          f"| {rates[1]:.3g} | {ratio:.3g} |", flush=True)


def main():
    print("| text | ours | against | ours MB/s | theirs MB/s | ratio |")
    print("|---|---|---|---|---|---|")
    for text in ("cctv", "news2023", "poor"):
        for ours, against, our_command, their_command, suffix in ROWS:
            sample = f"{FOLDER}/{text}{suffix}"
            if os.path.exists(sample):
                row(ours, against, our_command, their_command, sample)


if __name__ == "__main__":
    main()
