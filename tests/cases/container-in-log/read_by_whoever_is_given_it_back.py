import configparser
import logging
import sys

import paho.mqtt.client as mqtt
import yaml

log = logging.getLogger(__name__)


def load_bridges(paths):
    conf = configparser.ConfigParser()
    conf.read(paths)
    bridges, common = [], {}
    for section in conf.sections():
        if section == "COMMON":
            for key in conf[section]:
                common[key] = conf[section][key]
        else:
            bridges.append(dict(conf[section]))
    log.debug("common: %s", common)  # expect: its text shows the password
    return bridges, common


class Bridge:
    def __init__(self, values, bridges):
        self.values = values
        self.bridges = bridges
        self.client = mqtt.Client()

    def open(self):
        self.client.username_pw_set(self.values["mqtt_user"], self.values["mqtt_pwd"])


def read_plan(path):
    with open(path) as file:
        plan = yaml.safe_load(file)
    log.debug("plan: %s", plan)  # expect: its text shows the API key
    return plan


def read_steps(path):
    with open(path) as file:
        steps = yaml.safe_load(file)
    log.debug("steps: %s", steps)  # expect: its text shows the password
    return steps


def open_stock(values):
    return connect_stock(values["host"], values["password"])


def main():
    bridges, common = load_bridges(sys.argv[1:])
    Bridge(common, bridges).open()
    plan = read_plan(sys.argv[1])
    connect(plan["server"]["url"], plan["server"]["api_key"])
    steps = read_steps(sys.argv[2])
    open_stock(steps)
