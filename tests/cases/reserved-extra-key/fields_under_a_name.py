import logging

logger = logging.getLogger(__name__)
FIELDS = {"module": "billing"}
OURS = {"service": "billing"}


def pay(customer, order):
    extra = {"name": customer.name}
    logger.info("paid", extra=extra)  # expect: "name"
    fields = {"customer": customer.id}
    logger.info("paid", extra=fields)
    fields["args"] = order.id
    logger.info("paid", extra=fields)  # expect: "args"
    logger.info("paid", extra=FIELDS)  # expect: "module"
    logger.info("paid", extra=OURS)
    kept = {"message": order.note, "order": order.id}
    kept.pop("message")
    logger.info("paid", extra=kept)
    made = dict(filename=order.file)
    logger.info("paid", extra=made)  # expect: "filename"
    other = customer.fields(name=1)
    logger.info("paid", extra=other)
