# file: shop/audit.py
class AuditLogger:
    def __init__(self, logger):
        self.logger = logger

    def __call__(self, message, **keywords):
        self.logger.log("INFO", message, **keywords)

    def log_object_write(self, operation, thing):
        return self(operation, object_id=str(thing.id))
# file: shop/web.py
from fastapi import APIRouter, Depends

from shop.audit import AuditLogger
from shop.tables import User, UserRepository, get_audit_logger, get_repository

router = APIRouter()


@router.delete("/users/{id}")
async def delete_user(
    user: User, repository: UserRepository = Depends(get_repository), audit_logger: AuditLogger = Depends(get_audit_logger)
):
    await repository.delete(user)
    audit_logger.log_object_write("deleted", user)


@router.post("/me")
async def leave(user: User, audit_logger: AuditLogger = Depends(get_audit_logger)):
    user.mark_as_deleted()
    audit_logger.log_object_write("left", user)
