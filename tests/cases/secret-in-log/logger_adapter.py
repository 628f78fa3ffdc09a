import logging

base = logging.getLogger("gateway")


def for_tenant(tenant, auth_token):
    log = logging.LoggerAdapter(base, {"tenant": tenant.name, "auth_token": auth_token})  # expect: token
    log.info("tenant connected")
    return log
