import csv
import json

COLUMNS = ("number", "total")


def keep_records(path, records):
    try:
        with open(path, "w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, fieldnames=COLUMNS)
            writer.writeheader()
            for record in records:
                writer.writerow({key: record.get(key) for key in COLUMNS})
    except Exception:  # expect: writerow()
        pass


def keep_audit(path, entry, keep):
    try:
        with open(path, "a", encoding="utf-8") as file:
            json.dump(entry, file)
    except Exception:  # expect: dump()
        pass
    try:
        keep(entry)
    except Exception:  # expect: keep()
        pass
