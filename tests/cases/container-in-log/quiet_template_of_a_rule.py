"""A template writes what it names of a rule that has a key, and not the rule."""

import logging

from jinja2 import Template

logger = logging.getLogger(__name__)


class Alerter:
    def __init__(self, rule):
        self.rule = rule
        self.api_key = self.rule.get("api_key")

    def title(self, matches):
        template = Template(str(self.rule.get("alert_subject", "")))
        values = self.rule | matches[0]
        return template.render(values)

    def find(self, client, matches):
        query = f"summary = '{self.title(matches)}'"
        try:
            return client.search(query)
        except LookupError:
            logger.exception("nothing by %s", query)
            return None
