from shop.database import Base, Column, String, session


class AuditEvent(Base):
    __tablename__ = "audit"
    extra = Column(String)


class Account(Base):
    __tablename__ = "account"
    password = Column(String)


def created(user, password):
    session.add(Account(user=user, password=password))
    session.add(AuditEvent(owner=user, extra=f"created with {password}"))  # expect: the password reaches AuditEvent()
