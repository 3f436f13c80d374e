"""Threads, forks, spawned processes, pickles."""
import multiprocessing
import os
import pickle
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
import zhiguan

TEXT = "兴山县峡口镇党委书记江晓岚、副镇长卜子衡说，路通了。"


def lines_of(extractor):
    return [extractor.extract_json(TEXT), *[r["json"] for r in extractor.extract_batch(
        [TEXT] * 600, output="json", jobs=2)]]


def test_pickle():
    extractor = zhiguan.Extractor(offsets="utf16", kinds=["post"], max_input=1000)
    again = pickle.loads(pickle.dumps(extractor))
    assert again.options == extractor.options and lines_of(again) == lines_of(extractor)
    assert len(pickle.dumps(extractor)) < 1000


@pytest.mark.parametrize("way", ["fork", "spawn"])
def test_other_processes(way):
    if way not in multiprocessing.get_all_start_methods():
        pytest.skip(f"this system has no {way}")
    extractor = zhiguan.Extractor(offsets="utf8")
    want = lines_of(extractor)  # warm: the children of a fork inherit sessions
    with multiprocessing.get_context(way).Pool(2) as pool:
        assert pool.map(lines_of, [extractor] * 4) == [want] * 4


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
def test_fork_while_threads_read():
    stop = threading.Event()

    def busy():
        while not stop.is_set():
            zhiguan.extract_json(TEXT)

    threads = [threading.Thread(target=busy) for _ in range(3)]
    want = zhiguan.extract_json(TEXT)
    for thread in threads:
        thread.start()
    try:
        for _ in range(10):
            child = os.fork()
            if child == 0:
                os._exit(0 if zhiguan.extract_json(TEXT) == want else 1)
            assert os.waitpid(child, 0)[1] == 0
    finally:
        stop.set()
        for thread in threads:
            thread.join()


def test_threads_share_an_extractor(records):
    extractor = zhiguan.Extractor()
    texts = [r["text"] for r in records]
    want = [extractor.extract_json(t) for t in texts]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(extractor.extract_json, texts * 4)) == want * 4
