import asyncio
import logging
import multiprocessing
from concurrent.futures import ThreadPoolExecutor, as_completed

logger = logging.getLogger(__name__)
pool = ThreadPoolExecutor()


def one(cart):
    return pool.submit(cart.pay)


def asked(carts):
    waiting = {pool.submit(cart.pay): cart for cart in carts}
    for future in as_completed(waiting):
        future.result()


def called_back(cart):
    future = pool.submit(cart.pay)
    future.add_done_callback(tell)


def at_once(cart):
    pool.submit(cart.pay).add_done_callback(tell)


def tell(future):
    if future.exception():
        logger.error("not paid", exc_info=future.exception())


def in_processes(carts):
    with multiprocessing.Pool() as processes:
        for cart in carts:
            processes.apply_async(cart.pay, error_callback=logger.error)


async def awaited(cart, loop):
    await asyncio.wrap_future(pool.submit(cart.pay))
    loop.run_in_executor(pool, cart.pay)  # asyncio tells of a future of its own that nobody asked
