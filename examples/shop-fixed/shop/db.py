"""The database: engine, sessions and the few tables that both applications use."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache

from sqlalchemy import ForeignKey, String, create_engine, select
from sqlalchemy.engine import Engine
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

from shop.config import load_settings

logger = logging.getLogger(__name__)


class Base(DeclarativeBase):
    """What every table shares."""


class Account(Base):
    """Somebody who may order."""

    __tablename__ = "accounts"
    id: Mapped[int] = mapped_column(primary_key=True)
    username: Mapped[str] = mapped_column(String(80), unique=True)
    email: Mapped[str] = mapped_column(String(200))
    password_hash: Mapped[str] = mapped_column(String(200))
    locked: Mapped[bool] = mapped_column(default=False)

    def __repr__(self) -> str:
        return f"<Account {self.id}>"


class Operator(Base):
    """Somebody of the shop's own people."""

    __tablename__ = "operators"
    id: Mapped[int] = mapped_column(primary_key=True)
    password_hash: Mapped[str] = mapped_column(String(200))
    pin_hash: Mapped[str] = mapped_column(String(200))


class Order(Base):
    """One order, paid or not."""

    __tablename__ = "orders"
    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    total_cents: Mapped[int]
    state: Mapped[str] = mapped_column(String(20), default="open")


@lru_cache(maxsize=1)
def engine() -> Engine:
    """The one engine of this process."""
    made = create_engine(load_settings().dsn, pool_pre_ping=True)
    logger.info("database engine ready: %s", made.url.render_as_string(hide_password=True))
    return made


@contextmanager
def session() -> Iterator[Session]:
    """A session that commits at its end and rolls back on an error."""
    with Session(engine(), expire_on_commit=False) as current:
        try:
            yield current
            current.commit()
        except OperationalError as error:
            current.rollback()
            logger.error("database error %s, rolled back", type(error).__name__)
            raise


def find_account(username: str) -> Account | None:
    """The account of that name."""
    with session() as current:
        return current.scalar(select(Account).where(Account.username == username))


def find_order(order_id: int) -> Order | None:
    """The order of that number."""
    with session() as current:
        return current.get(Order, order_id)
