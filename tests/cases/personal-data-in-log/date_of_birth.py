import structlog

log = structlog.get_logger()


def verify_age(customer, date_of_birth, today):
    log.info("age_checked", customer=customer.id, date_of_birth=str(date_of_birth))  # expect: birth
    return (today - date_of_birth).days > 18 * 365
