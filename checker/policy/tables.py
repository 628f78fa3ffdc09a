"""The kinds of values that settings and packs are made of."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StrictStr
from pydantic_core import PydanticCustomError
from typing_extensions import TypeAliasType


def _not_blank(text: str) -> str:
    if not text.strip():
        raise PydanticCustomError("blank", "must not be empty")
    return text


def _iso_date(text: str) -> str:
    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            return dt.date.fromisoformat(text).isoformat()
    except ValueError:
        pass
    raise PydanticCustomError("iso_date", "must be a date such as 2027-01-31")


def listed(value: Any) -> Any:
    """One text stands for a list of one."""
    return [value] if isinstance(value, str) else value


def unset(description: str) -> Any:
    """A field that may be left out but not be null."""
    return Field(default=None, description=description)


Text = TypeAliasType("Text", Annotated[StrictStr, Field(min_length=1), AfterValidator(_not_blank)])
"""A type with a name is built once, and not for each of the fields that have it."""
Date = Annotated[StrictStr, AfterValidator(_iso_date), Field(json_schema_extra={"format": "date"})]
Words = Annotated[list[Text], BeforeValidator(listed, json_schema_input_type=str | list[Text])]


class Strict(BaseModel):
    """Keys are kebab-case and none is unknown."""

    model_config = ConfigDict(extra="forbid", alias_generator=lambda name: name.replace("_", "-"))
