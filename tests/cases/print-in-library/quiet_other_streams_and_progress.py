import sys


def remove(path, dry_run=False):
    if path.is_symlink():
        print(f"{path} is a link and is skipped", file=sys.stderr)
        return
    path.unlink()


def start_report(client, name):
    job = client.start(name)
    print(  # noqa: T201
        f"The report {job.id} is being made. This takes up to half an hour."
    )
    return job


def _plan_dry_run(source, target):
    print(f"would copy {source} to {target}")


def measure(runs):
    for number, run in enumerate(runs):
        run()
        print(f"\r  measuring: {number}", end="")
