import asyncio
import multiprocessing
from concurrent import futures
from functools import partial
from multiprocessing.pool import ThreadPool

SHARED = futures.ThreadPoolExecutor(4)


class Exporter:
    def __init__(self, loop, executor=None):
        self.pool = futures.ProcessPoolExecutor()
        self.executor = executor
        self.loop = loop

    def export(self, client, rows):
        self.pool.submit(client.upload, rows)  # expect: client.upload()
        self.executor.submit(client.upload, rows)  # expect: self.executor.submit() runs client.upload()
        SHARED.submit(lambda: client.upload(rows))  # expect: SHARED.submit()
        SHARED.submit(partial(self._write, rows))  # expect: _write()
        future = SHARED.submit(self._write, rows)  # expect: _write()

    def in_processes(self, client, rows):
        with multiprocessing.Pool() as pool:
            pool.apply_async(client.upload, (rows,))  # expect: client.upload()
        threads = ThreadPool()
        threads.apply_async(client.upload, (rows,))  # expect: client.upload()

    def from_a_thread(self, client, rows):
        asyncio.run_coroutine_threadsafe(client.upload(rows), self.loop)  # expect: client.upload()

    def _write(self, rows):
        with open("rows.csv", "w") as file:
            file.writelines(rows)


def all_at_once(client, rows, executor):
    with futures.ThreadPoolExecutor() as pool:
        pool.map(client.upload, rows)  # expect: nothing reads its results
        written = pool.map(client.upload, rows)
        print(list(written))
    executor.map(client.upload, rows)  # expect: nothing reads its results
    map(client.upload, rows)
