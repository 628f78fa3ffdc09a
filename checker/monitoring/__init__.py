"""Shippers, alert rules, routes: what carries a log record to a person. One reader for each kind of file, found and never listed."""

from checker.monitoring.model import FACTS, RuleTest, UnreadConfig
from checker.monitoring.reader import fitting, may_be_monitoring
from checker.monitoring.reading import Monitored, read

__all__ = ["FACTS", "Monitored", "RuleTest", "UnreadConfig", "fitting", "may_be_monitoring", "read"]
