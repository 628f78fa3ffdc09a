from logging import critical, error, exception, warning


def settle(bank, orders):
    try:
        bank.submit(orders)
        bank.close()
    except Exception as problem:
        error("not settled: %s", problem)  # expect: traceback
    try:
        bank.archive(orders)
        bank.clear()
    except Exception:
        critical("the day is not kept")  # expect: neither
    try:
        bank.refresh()
        bank.close()
    except Exception:
        exception("not refreshed")
    try:
        bank.greet()
        bank.close()
    except ConnectionError as problem:
        warning("nobody there: %s", problem)
