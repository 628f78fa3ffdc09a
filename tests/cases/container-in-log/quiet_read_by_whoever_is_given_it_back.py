import configparser
import logging
import sys

import yaml

log = logging.getLogger(__name__)


def load_bridges(paths):
    conf = configparser.ConfigParser()
    conf.read(paths)
    bridges, names = [], {}
    for section in conf.sections():
        names[section] = conf[section]["name"]
        bridges.append(dict(conf[section]))
    log.debug("names: %s", names)
    return bridges, names


class Bridge:
    def __init__(self, values, names):
        self.values = values
        self.names = names

    def open(self):
        return connect(self.values[0]["password"], self.names["first"])


def read_plan(path):
    with open(path) as file:
        plan = yaml.safe_load(file)
    log.debug("plan: %s", plan)
    return plan


def main(vault):
    bridges, names = load_bridges(sys.argv[1:])
    Bridge(bridges, names).open()
    plan = read_plan(sys.argv[1])
    plan = vault.open(plan["server"])
    connect(plan["url"], plan["password"])
