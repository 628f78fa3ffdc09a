from opentelemetry import trace

tracer = trace.get_tracer(__name__)


def unlock(vault, passphrase):
    with tracer.start_as_current_span("unlock") as span:
        span.set_attribute("vault.name", vault.name)
        span.set_attribute("vault.passphrase", passphrase)  # expect: password|passphrase
        span.add_event("unlocking", {"length": len(passphrase)})
        return vault.unlock(passphrase)
