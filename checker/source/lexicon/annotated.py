"""What an annotation says of a value: a class that is no text, a mapping, a number or a text that is masked; and a class's name of it."""

from __future__ import annotations

from collections.abc import Container

_TEXTS = frozenset({
    "str", "bytes", "Any", "Optional", "Union", "AnyStr", "Text", "None", "bytearray", "memoryview", "Annotated", "Literal", "object",
    "list", "dict", "List", "Dict", "Mapping", "Sequence", "Iterable", "tuple", "set", "NotRequired", "Required", "Final", "t",
    "typing"
})  # fmt: skip
_MAPPINGS = frozenset({"dict", "Dict", "Mapping", "MutableMapping"})
_PLAIN = frozenset({"bool", "int", "float", "datetime", "timedelta", "Decimal", "date", "Enum", "Callable", "Path"})


def is_object(annotation: str) -> bool:
    """Whether an annotation names a class that is no text: what its instances show is the class's affair."""
    names = [name.rpartition(".")[2] for name in annotation.split()]
    return bool(names) and not any(name in _TEXTS for name in names) and names[0][:1].isupper()


def names_class(annotation: str) -> bool:
    """Whether an annotation names what may be a class of the project, perhaps as what a list or a dict holds."""
    names = (name.rpartition(".")[2] for name in annotation.split())
    return any(name[:1].isupper() and name not in _TEXTS and name not in _PLAIN and name not in _MAPPINGS for name in names)


def is_text(annotation: str) -> bool:
    """Whether an annotation says that a value is a text, or none."""
    names = {name.rpartition(".")[2] for name in annotation.split()}
    return "str" in names and names <= {"str", "Optional", "Union", "None"}


def is_mapping(annotation: str) -> bool:
    """Whether an annotation says that a value is a dict."""
    return annotation.partition(" ")[0].rpartition(".")[2] in _MAPPINGS


def is_texts(annotation: str) -> bool:
    """Whether an annotation is that of a list of texts, ``list[str]``: of what is called headers these are the headings of a table."""
    kind, _, held = annotation.partition(" ")
    return held == "str" and kind.rpartition(".")[2] in ("list", "List", "Sequence", "tuple", "Iterable")


def is_safe(annotation: str, safe_types: Container[str]) -> bool:
    """Whether values of that annotation show nothing: numbers, and types whose text is masked (``safe_types``)."""
    names = [name.rpartition(".")[2] for name in annotation.split()]
    names = [name for name in names if name not in ("Optional", "None", "Union", "Annotated", "Final", "ClassVar")]
    return bool(names) and (names[0] in _PLAIN or names[0] in safe_types)


def names_exception(name: str) -> bool:
    """Whether a class is an exception by its name, or by that of what it is derived from."""
    return name.rpartition(".")[2].endswith(("Error", "Exception", "Warning", "Failure", "BaseException"))
