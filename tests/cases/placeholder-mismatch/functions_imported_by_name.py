from logging import INFO, error, info, log


def import_rows(rows, table):
    info("%s rows for %s", len(rows))  # expect: 2 placeholders
    log(INFO, "rows for %s", table, len(rows))  # expect: 1 placeholder
    for row in rows:
        if not row.ready:
            error("row %s: left out")  # expect: no value
