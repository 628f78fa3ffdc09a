"""Ways from a process to a store: containers' output, logging drivers, volumes, shippers of several kinds."""

from pathlib import Path

import pytest

from checker.trace.model import Chain, Verdict
from tests.trace.projects import ALERTMANAGER, LOGGER, PLAIN, end, rule, shop, traced

_CONSOLE = PLAIN.replace('"class": "logging.FileHandler", "filename": "/var/log/shop/app.log"', '"class": "logging.StreamHandler"')
_EXPRESSION = 'count_over_time({service="shop"} |= "login failed" [5m]) > 5'


def _chain(folder: Path, shipper: dict[str, str], logs: str = _CONSOLE, expression: str = _EXPRESSION) -> Chain:
    files = {
        "shop/accounts.py": LOGGER, "shop/logs.py": logs, "deploy/loki-rules.yaml": rule(expression),
        "deploy/alertmanager.yml": ALERTMANAGER, **shipper,
    }  # fmt: skip
    (chain,) = traced(folder, files).of("authn_login_fail")
    return chain


_DOCKER = """
    clients: [{url: "http://loki:3100/loki/api/v1/push"}]
    positions: {filename: /positions/positions.yaml}
    scrape_configs:
      - job_name: containers
        docker_sd_configs: [{host: "unix:///var/run/docker.sock"}]
        relabel_configs:
          - source_labels: [__meta_docker_container_label_com_docker_compose_service]
            target_label: service
"""
_COMPOSE = """
    services:
      shop: {build: ., command: gunicorn shop.wsgi}
      db: {image: "postgres:17"}
"""


def test_discovery_names_a_compose_service(tmp_path: Path) -> None:
    """Promtail's relabelling from the compose label gives the name of the service that the code runs in."""
    shipper = {"deploy/promtail.yaml": _DOCKER, "compose.yaml": _COMPOSE}
    assert _chain(tmp_path / "a", shipper).verdict is Verdict.OK
    missed = _chain(tmp_path / "b", shipper, expression=_EXPRESSION.replace('"shop"', '"Shop"'))
    assert end(missed).why == "it does not match: the label service is 'shop' and not 'Shop': they differ in case"


def test_without_a_compose_file_the_label_is_unknown(tmp_path: Path) -> None:
    """Which service a container is of is not known where nothing says so, and then nothing is certain."""
    chain = _chain(tmp_path, {"deploy/promtail.yaml": _DOCKER})
    assert chain.verdict is Verdict.UNKNOWN


def test_a_file_is_read_through_a_shared_volume(tmp_path: Path) -> None:
    """A file of the service's container is read under the name that the shipper's container has for it."""
    compose = """
        services:
          shop: {build: ., volumes: ["logs:/var/log/shop"]}
          promtail: {image: grafana/promtail, volumes: ["logs:/mnt/logs"]}
    """
    promtail = """
        clients: [{url: "http://loki:3100/loki/api/v1/push"}]
        positions: {filename: /positions/positions.yaml}
        scrape_configs:
          - job_name: shop
            static_configs: [{targets: [localhost], labels: {service: shop, __path__: /mnt/logs/*.log}}]
    """
    assert _chain(tmp_path, {"deploy/promtail.yaml": promtail, "compose.yaml": compose}, logs=PLAIN).verdict is Verdict.OK


_ALLOY = """
    loki.source.file "shop" {
      targets    = [{__path__ = "/var/log/shop/app.log", service = "shop"}]
      forward_to = [loki.process.shop.receiver]
    }
    loki.process "shop" {
      stage.drop {
        expression = "DROPPED"
      }
      forward_to = [loki.write.default.receiver]
    }
    loki.write "default" {
      endpoint {
        url = "http://loki:3100/loki/api/v1/push"
      }
    }
"""
_FLUENT_BIT = """
    [INPUT]
        Name tail
        Path /var/log/shop/*.log
        Tag  shop.*
    [FILTER]
        Name    grep
        Match   shop.*
        Exclude log DROPPED
    [OUTPUT]
        Name   loki
        Match  shop.*
        Host   loki
        Labels service=shop
"""


@pytest.mark.parametrize(("name", "text"), [("deploy/config.alloy", _ALLOY), ("deploy/fluent-bit.conf", _FLUENT_BIT)])
def test_other_shippers_carry_it_or_drop_it(tmp_path: Path, name: str, text: str) -> None:
    """Alloy's components and Fluent Bit's tags carry a line to Loki, and a filter that fits the line drops it by its place."""
    assert _chain(tmp_path / "a", {name: text}, logs=PLAIN).verdict is Verdict.OK
    dropped = _chain(tmp_path / "b", {name: text.replace("DROPPED", "WARNING")}, logs=PLAIN)
    assert (end(dropped).kind, end(dropped).verdict) == ("shipper", Verdict.BROKEN)
    assert end(dropped).span is not None


def test_a_tag_that_no_output_takes_ends_it(tmp_path: Path) -> None:
    """Records of an input whose tag fits no output are lost in the shipper."""
    lost = _chain(tmp_path, {"deploy/fluent-bit.conf": _FLUENT_BIT.replace("Match  shop.*", "Match  other.*")}, logs=PLAIN)
    assert (end(lost).kind, end(lost).verdict) == ("shipper", Verdict.BROKEN)
    assert "no output takes the tag" in end(lost).why


def test_an_exception_writes_its_traceback(tmp_path: Path) -> None:
    """What is logged with a traceback is found by its first line; what may stand in the traceback is not known."""
    code = LOGGER.replace("logger.warning", "logger.exception")
    found = shop(tmp_path / "a", 'count_over_time({app="shop"} |= "Traceback" [5m]) > 5', code=code)
    assert found.verdict is Verdict.OK
    perhaps = shop(tmp_path / "b", 'count_over_time({app="shop"} |= "LDAPError" [5m]) > 5', code=code)
    hop = perhaps.way.hop("rule")
    assert hop is not None
    assert hop.why == "whether 'LDAPError' stands in the line depends on the traceback"
