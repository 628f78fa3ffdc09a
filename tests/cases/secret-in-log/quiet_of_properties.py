"""What stands under the properties of a schema says what a field is for."""

import logging

log = logging.getLogger(__name__)


def describe(schema, disk_properties):
    properties = schema["properties"]
    log.info("the password is a %s", properties["password"])
    log.info("the password is a %s", schema["properties"]["password"])
    log.info("the key is a %s", disk_properties["encryption_key"])
