"""Measures `check` and `trace` over a project with hundreds of alert rules: rules alone, and rules beside code that writes events.

    python benchmarks/alerts.py                                  # 700 rules; events: none, 150; a minute
    python benchmarks/alerts.py --rules 1400 --events 300 --runs 5
    python benchmarks/alerts.py --collection ~/src/rules         # the rules of a real collection instead of made ones

A third of the made rules are PromQL's, a third LogQL's, a third Sigma's. Both the rules and the events are measured at half their
number too, so that work on each rule by each event shows: of twice the rules and twice the events it takes four times as much.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import measure
from tools import REPOSITORY

MODULES = 10
"""Python files that the events are spread over."""
_EVENTS = ("login failed for %s from %s", "access denied to %s for %s", "csrf check failed for %s from %s", "token revoked of %s by %s")
_SETTINGS = """import logging.config

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"file": {"class": "logging.FileHandler", "filename": "/var/log/shop/shop.log", "formatter": "line"}},
    "root": {"handlers": ["file"], "level": "INFO"},
}
logging.config.dictConfig(LOGGING)
"""
_PROMTAIL = """server: {http_listen_port: 9080}
positions: {filename: /var/lib/promtail/positions.yaml}
clients: [{url: https://loki.internal/loki/api/v1/push}]
scrape_configs:
  - job_name: shop
    static_configs: [{targets: [localhost], labels: {app: shop, __path__: /var/log/shop/*.log}}]
"""


def code(events: int) -> Iterator[tuple[str, str]]:
    """Modules that write so many events."""
    yield "shop/settings.py", _SETTINGS
    for module in range(MODULES):
        body = "".join(
            f"def step_{at}(request, user):\n    log.warning('{_EVENTS[at % len(_EVENTS)]} in step {at}', user, request.ip)\n\n\n"
            for at in range(module, events, MODULES)
        )
        yield f"shop/part_{module}.py", f"import logging\n\nlog = logging.getLogger(__name__)\n\n\n{body}"


def rules(count: int) -> Iterator[tuple[str, str]]:
    """So many rules: in files of thirty, and one file each for Sigma's."""
    third = count // 3
    for kind, number in (("prom", count - 2 * third), ("loki", third)):
        for first in range(0, number, 30):
            made = "".join(_rule(kind, at) for at in range(first, min(first + 30, number)))
            yield f"rules/{kind}-{first}.yaml", f"groups:\n  - name: {kind}-{first}\n    rules:\n{made}"
    for at in range(third):
        yield (
            f"rules/sigma/rule-{at}.yml",
            (
                f"title: Odd request {at}\nid: 00000000-0000-4000-8000-{at:012}\nstatus: test\nlogsource:\n  category: application\n"
                f"  product: python\ndetection:\n  words:\n    - 'odd request {at}'\n    - 'refused by part {at}'\n  held:\n"
                f"    event|contains: 'part-{at}'\n  condition: words or held\nlevel: medium\n"
            ),
        )


def _rule(kind: str, at: int) -> str:
    asked = f"rate(http_requests_total{{job='part-{at}', status=~'5..'}}[5m])"
    if kind == "loki":
        asked = f'rate({{app=\\"shop\\"}} |= \\"part {at} is down\\" | logfmt | level=\\"error\\" [5m])'
    return (
        f'      - alert: {kind.title()}Part{at}Fails\n        expr: "sum({asked}) > {at % 9}"\n        for: 5m\n'
        f"        labels: {{severity: warning, team: shop}}\n        annotations:\n          summary: Part {at} fails too often\n"
        f"          description: More answers of part {at} than usual are errors.\n          runbook_url: https://runbooks.internal/{at}\n"
    )


def project(folder: Path, count: int, events: int, collection: Path | None) -> None:
    """Write it; of a collection every second file for half the rules is left to who names a smaller one."""
    files = dict(code(events)) if events else {}
    files |= {"pyproject.toml": "", "deploy/promtail.yaml": _PROMTAIL} if events else {"pyproject.toml": ""}
    if collection is None:
        files |= dict(rules(count))
    else:
        shutil.copytree(collection, folder / "rules", ignore=shutil.ignore_patterns(".git"))
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def cost(command: str, count: int, events: int, given: argparse.Namespace) -> tuple[float, float]:
    """Seconds of processor time and of the clock (medians), without a cache."""
    with tempfile.TemporaryDirectory() as own:
        folder = Path(own, "project")
        folder.mkdir()
        project(folder, count, events, given.collection)
        environment = measure.environment(Path(own), PYTHONPATH=str(REPOSITORY), NO_COLOR="1")
        place = ["--path", str(folder)] if command == "trace" else [str(folder)]
        asked = [sys.executable, "-m", "checker", command, *place, "--no-cache", "--exit-zero", "--report", f"json={own}/report.json"]
        measure.run(asked, environment, Path(own))  # leaves the bytecode
        samples = [measure.run(asked, environment, Path(own)) for _ in range(given.runs)]
        if any(one.code not in (0, 3) for one in samples):
            raise SystemExit(f"logproof ended with {[one.code for one in samples]}:\n{samples[0].output[-2000:]}")
    return statistics.median(one.cpu for one in samples), statistics.median(one.seconds for one in samples)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rules", type=int, default=700, help="how many rules (700)")
    parser.add_argument("--events", type=int, default=150, help="how many places that write an event (150)")
    parser.add_argument("--collection", type=Path, help="a folder of real rules to take instead")
    parser.add_argument("--runs", type=int, default=3, help="runs of each; medians are printed (3)")
    given = parser.parse_args()
    print(f"python {sys.version.split()[0]}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    print(f"{'command':9}{'rules':>7}{'events':>8}{'cpu s':>8}{'clock s':>9}")
    sizes = dict.fromkeys(
        [(given.rules // 2, 0), (given.rules, 0), (given.rules // 2, given.events // 2), (given.rules, given.events)]
        if given.collection is None
        else [(0, 0), (0, given.events // 2), (0, given.events)]
    )
    for command in ("check", "trace"):
        for count, events in sizes:
            cpu, clock = cost(command, count, events, given)
            print(f"{command:9}{count or 'all':>7}{events:8}{cpu:8.2f}{clock:9.2f}", flush=True)


if __name__ == "__main__":
    main()
