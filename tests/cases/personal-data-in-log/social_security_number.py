from flask import Blueprint, request
from loguru import logger

pages = Blueprint("payroll", __name__)


@pages.post("/employees/<int:employee_id>/tax")
def set_tax(employee_id):
    ssn = request.form["ssn"]
    logger.info("employee {} has number {!r}", employee_id, ssn)  # expect: ssn|social|identity
    return "", 204
