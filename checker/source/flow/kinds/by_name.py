"""What a value's name, its members and its uses tell of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker.model import Confidence
from checker.source import ir
from checker.source.flow.evidence import engines, no_cookies
from checker.source.flow.evidence.asked_classes import is_of_class
from checker.source.flow.evidence.becoming import Becoming
from checker.source.flow.evidence.company import in_company, is_beside_user, keeps, of_class, of_setting, says_little, stands_in
from checker.source.flow.evidence.contradictions import Contradictions
from checker.source.flow.evidence.left_open import is_left_open
from checker.source.flow.evidence.literal_keys import is_given_apart
from checker.source.flow.evidence.members import given, siblings
from checker.source.flow.evidence.other_addresses import is_another
from checker.source.flow.evidence.other_names import ONCE, OtherNames
from checker.source.flow.evidence.plain_addresses import PlainAddresses
from checker.source.flow.evidence.presented import UNUSED, Presented, is_asked_for_claims, is_decoded, is_doubtful
from checker.source.flow.evidence.proofs import VERIFIED
from checker.source.flow.evidence.refusing_functions import refuses_password
from checker.source.flow.evidence.renamed import renamed
from checker.source.flow.evidence.separate_logins import SeparateLogins
from checker.source.flow.evidence.spelt_out import SpeltOut
from checker.source.flow.evidence.split_texts import SplitTexts
from checker.source.flow.evidence.token_names import TokenNames
from checker.source.flow.evidence.wire import Wire
from checker.source.flow.kinds.contained import Contained
from checker.source.flow.literal import source
from checker.source.flow.origin import HIDDEN_IN_REPR, MASKED, SHOWN_IN_REPR, WEAK, Flow, Found, Place, weaker, without
from checker.source.index.marks import ADDRESSED, OBJECT, PATH
from checker.source.lexicon import annotated
from checker.source.lexicon.words import Telling, is_credential, split
from checker.source.names.elements import Fn
from checker.vocabulary import Container

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_TEXT_MODULES = frozenset(
    {"tokenize", "token", "ast", "shlex", "pygments", "tiktoken", "transformers", "sqlparse", "sqlglot", "lark", "ply", "nltk", "spacy",
     "parso", "csv", "email", "web3", "solana", "solders", "libvirt"}
)  # fmt: skip
"""Libraries whose tokens, headers and bodies are text or coins, not credentials, and whose addresses carry no login."""
_REWRITES = frozenset({"replace", "_replace", "sub", "urlunsplit", "urlunparse", "with_password", "with_user", "geturl", "set"})
"""Last parts of calls by which an address is made another: a function that does so takes the password to leave it out."""
_HALVES = frozenset({("api", "key"), ("app", "key"), ("consumer", "key"), ("application", "key")})
_TOKENS = frozenset({(word, "token") for word in ("access", "refresh", "bearer", "oauth", "auth", "api", "hf", "github", "npm")})
"""Last words of names for a credential that is no word of a text, whatever the file is called."""
_DECODED = frozenset({"token", "JWT"})
_ITSELF = "webhook URL"
"""What is an address and a credential at once: none stands beside it."""
_PROXY = "proxy URL"
"""What is mostly the address of a service, whoever sets it up."""
_PERSONS = frozenset({"user", "customer", "patient", "person", "employee", "member", "student", "applicant", "guest", "subscriber"})
"""Last words of what has a full name that is somebody's."""


class ByName:
    """Evidence by name."""

    def __init__(self, follower: Follower) -> None:
        self.follower = follower
        self.names = follower.names
        self.tables = follower.tables
        self.lexicon = follower.tables.lexicon
        self.against = Contradictions(follower)
        self.spelt_out = SpeltOut(follower)
        self.other_names = OtherNames(follower)
        self.separate_logins = SeparateLogins(follower)
        self._plain = PlainAddresses(follower)
        self._becoming = Becoming(follower)
        self.token_names = TokenNames(follower)
        self.wire = Wire(follower)
        self._containers = Contained(follower, self)
        self.split_texts = SplitTexts(follower)
        self.presented = Presented(follower)

    def words(self, fn: Fn) -> frozenset[str]:
        """Words of the file's path, the class and the function, those of the function's own name also with brackets.

        They tell a lexer's token from a client's.
        """
        fn.module.reads.imports.add(fn.module)  # whoever asked first
        if fn.words is None:
            own = (f"{word}()" for word in split(fn.head.name.rpartition(".")[2]))
            around = (*split(fn.module.path.removesuffix(".py")), *split(fn.head.name), *(fn.module.tops & _TEXT_MODULES))
            fn.words = frozenset((*around, *own))
        return fn.words

    def named(self, fn: Fn, flow: Flow, name: str, text: str, place: Place, value: int = -1, since: int = 0) -> Flow:
        """The flow with what the value's own name tells, unless it is known to be clean; of an address less where its login is beside it.

        ``since`` is the line from which on the name stands for this value.
        """
        told = renamed(fn, name, value, flow if name in ONCE else self._named(fn, flow, name, text, place, value, since))
        if value >= 0 and self._are_claims(fn, name, text, told):
            told = replace(told, found=tuple(item for item in told.found if item.label not in _DECODED))
        open_ = (item for item in told.found if item.category == "url" and not item.member and item.label != _ITSELF)
        if not any(item.confidence > Confidence.LOW for item in open_):
            return told
        return weaker(told, Confidence.LOW, "url") if self.separate_logins.has_login(fn, value, text) else told

    def _are_claims(self, fn: Fn, name: str, text: str, flow: Flow) -> bool:
        """Whether claims are read of what a token was assigned to: ``id_token = answer["id_token"]``, and then ``id_token["sub"]``."""
        return split(name)[-1:] == ("token",) and any(item.label in _DECODED for item in flow.found) and is_asked_for_claims(fn, text)

    def _named(self, fn: Fn, flow: Flow, name: str, text: str, place: Place, value: int, since: int) -> Flow:
        if not flow.found and (expected := self.follower.proofs.expected(fn, value, text, place)) is not None:
            return Flow((expected,))
        if flow.clean:
            return self._written_out(fn, flow, name, text, place, value)
        if flow.found and all(SHOWN_IN_REPR in item.passed for item in flow.found):
            return flow
        passed = [*(item.passed for item in flow.found), *(ref.passed for ref in flow.refs)]
        if passed and all(MASKED in marks for marks in passed):
            return flow
        telling = self.lexicon.tell_among(name, self.words(fn)) or of_class(fn, self.lexicon, self.words(fn), text)
        if telling is not None:
            told = self._told_by_name(fn, flow, telling, text, place, value)
            return self.follower.members.kept(fn, told, text, place, since) if is_doubtful(telling) else told
        if (
            not flow.found
            and (used := self._becoming.told(fn, name, text)) is not None
            and not (used.category == "url" and self._plain.is_plain(fn, value))
        ):
            return Flow((used,), flow.refs)
        if (apart := self._apart(fn, flow, text, place, value, since)) is not None:
            return apart
        entity = self.names.entity(fn, value) if value >= 0 else None
        if entity is not None and entity[0] == "inst":
            return self.follower.constructed.in_field(fn, flow, entity[1], text, place, since)  # its class tells what its text shows
        container = self.tables.container_name(name)
        if container is None and (container := self.follower.members.sent_as(fn, text)) is not None:
            flow = replace(
                flow, found=tuple(item for item in flow.found if item.category != "container" or item.confidence > Confidence.LOW)
            )
        container = None if container is not None and self._is_none(fn, container, text, value) else container
        flow = self.follower.processes.surer(fn, flow, text) if container is not None and container.kind == "environ" else flow
        if container is not None and not any(item.category == "container" for item in flow.found):
            flow = Flow((*flow.found, self._containers.told(fn, container, text, place, value)), flow.refs)
        if container is not None and container.kind == "headers" and self._are_doubtful(fn, text, value):
            found = (
                replace(item, confidence=Confidence.LOW, passed=item.passed | {WEAK}) if item.kind == "headers" else item
                for item in flow.found
            )
            flow = Flow(tuple(found), flow.refs)
        return self.follower.members.kept(fn, flow, text, place, since, value)

    def _is_none(self, fn: Fn, container: Container, text: str, value: int) -> bool:
        """Whether what is called like a container is another thing, or has nothing but what the code says."""
        if value >= 0 and (
            self.spelt_out.is_dict(fn, value) or self.against.is_chosen(fn, value) or self.against.is_told_of(fn, container.kind, value)
        ):
            return True
        if container.kind == "cookies":
            return no_cookies.are_none(self.follower, fn, value, text)
        if container.kind not in ("headers", "environ") or value >= 0 or text not in fn.head.params:
            return False
        at = fn.head.params.index(text)
        file = container.kind == "environ" and self._is_file(fn, text)
        return file or annotated.is_texts(fn.head.annotations[at]) or is_given_apart(self.follower, fn, at, container.kind)

    def _are_doubtful(self, fn: Fn, text: str, value: int) -> bool:
        """Whether the name of headers alone is no sign of a login: it is put in apart, or they are what nobody has to give."""
        if self.wire.signs(fn, text):
            return True
        return "header" in text.lower() and is_left_open(self.follower, fn, value, text) and not self.wire.logs_wire(fn)

    def _apart(self, fn: Fn, flow: Flow, text: str, place: Place, value: int, since: int) -> Flow | None:
        """The flow of a value that is taken apart into what is called a secret, or is an address with a login; ``None`` of any other."""
        if not flow.found and (parted := self.split_texts.secret(fn, text, place, since)) is not None:
            return Flow((parted,), flow.refs)
        known = any(item.category in ("url", "secret") for item in flow.found) or engines.of_engine(text)  # of which the text has stars
        if not known and self.is_taken_apart(fn, text, since):
            return Flow((*flow.found, Found("url", "address", text, Confidence.MEDIUM, place, "", "password")), flow.refs)
        known = any(item.category == "url" for item in flow.found)
        if not known and (sure := self.follower.consumers.connected.sure(fn, text)) is not None and not self._plain.is_plain(fn, value):
            return Flow((*flow.found, Found("url", "database URL", text, sure, place)), flow.refs)
        return None

    def _written_out(self, fn: Fn, flow: Flow, name: str, text: str, place: Place, value: int) -> Flow:
        """A secret that stands in the source leaks like any other, if it looks like one and not like a name or a label."""
        record = fn.body.nodes[value] if value >= 0 else [ir.OPAQUE]
        if record[0] != ir.CONST or not isinstance(record[1], str) or not is_credential(record[1]):
            return flow
        telling = self.lexicon.tell(name)
        if telling is None or telling.weak or telling.category != "secret":
            return flow
        made = self.told(fn, telling, text, place)
        return Flow((replace(made, confidence=min(Confidence.MEDIUM, made.confidence)),))

    def _told_by_name(self, fn: Fn, flow: Flow, telling: Telling, text: str, place: Place, value: int) -> Flow:
        """The flow of a value whose name is telling; the expression that gives the value can contradict it, or make it doubtful."""
        if self.follower.consumers.is_reference(fn, text, telling):  # so is what its class was given to keep there
            return replace(flow, found=tuple(item for item in flow.found if item.label != telling.label))
        if self.is_path(fn, text) or (value >= 0 and self.against.is_made_path(fn, value)):
            return flow
        if self._is_another_thing(fn, telling.label, text, value):
            return flow
        if any(item.category == telling.category and item.confidence > Confidence.LOW and not item.crossed for item in flow.found):
            return flow
        if value >= 0 and (self.against.harmless(fn, value) or self.other_names.says(fn, value, telling)):
            return flow
        if telling.category == "url" and (self._plain.is_plain(fn, value) or is_another(self.follower, fn, telling, text)):
            return without(flow, ("url",)) if value < 0 else flow
        if telling.label in _DECODED and self.follower.members.is_claims(fn, text):
            return flow
        if telling.label == "credentials" and value >= 0 and self._says_what_is_in_it(fn, value):
            return flow
        made = self.told(fn, telling, text, place)
        if telling.category == "url" and (engines.of_engine(text) or (value >= 0 and engines.is_of_engine(self.follower, fn, value))):
            made = replace(made, confidence=Confidence.LOW)
        hidden = any(HIDDEN_IN_REPR in marks for marks in _marks(flow)) or engines.is_url_object(self.follower, fn, text)
        if telling.category == "url" and hidden:
            made = replace(made, passed=made.passed | {HIDDEN_IN_REPR})
        if telling.category == "url":  # also an address that is an object shows what is in it
            return Flow((*flow.found, made), flow.refs)
        kept = self.is_object_by_use(fn, text) or is_of_class(self.follower, fn, text)
        if kept or (value >= 0 and self.against.is_object(fn, value)):
            made = replace(made, confidence=Confidence.LOW, passed=made.passed - {UNUSED})  # which is no less so where it is said
        return Flow((*flow.found, made), flow.refs)

    def _says_what_is_in_it(self, fn: Fn, value: int) -> bool:
        """Whether what is called credentials is a dict whose keys all stand in the code, which tell what it holds."""
        return self.spelt_out.is_harmless_dict(fn, value) or (source(fn, value)[0] == ir.CALL and self.spelt_out.is_dict(fn, value))

    def _is_another_thing(self, fn: Fn, label: str, text: str, value: int) -> bool:
        """Whether the code shows that what is called like a secret is a word, a name, a place or a number of another kind."""
        if self.other_names.is_switch(fn, text) or (value >= 0 and self.against.is_operation(fn, value)):
            return True
        if label in ("token", "secret") and self.spelt_out.is_enumerated(fn, text):
            return True
        if label == "one-time code" and value >= 0 and self.other_names.is_of_error(fn, value):
            return True
        if label == "one-time link":
            return value >= 0 and self.token_names.is_written_out(fn, value)
        if label == "PIN":
            return self.other_names.is_pinning(fn) or (value >= 0 and self.token_names.is_word(fn, value))
        if label in ("secret key", "secret"):
            return self.token_names.is_kept_under(fn, text)
        if label == "authorization header":
            return self.follower.members.is_decision(fn)
        another = label == "token" and (self.other_names.is_of_another_kind(fn, text) or self.other_names.is_nonce(fn, text))
        another = another or (label == "token" and self.token_names.is_coin(fn, text))
        return another or (label == "token" and self.token_names.is_name(fn, text, value))

    def is_path(self, fn: Fn, text: str) -> bool:
        """Whether an expression is used as the name of a file or of an environment variable."""
        return self._used_as(fn, text, PATH)

    def is_taken_apart(self, fn: Fn, text: str, since: int) -> bool:
        """Whether an expression is an address of which the password is read: ``urlsplit(text).password``; not to hide it."""
        if not _REWRITES.isdisjoint(fn.head.called) or refuses_password(fn):
            return False
        heads = (fn.head, *(siblings(fn) if text.startswith("self.") else ()))
        return any(
            use.owner == text and use.name == ADDRESSED and (use.line >= since or head is not fn.head)
            for head in heads
            for use in head.uses
        )

    def leaves_out_password(self, target: Fn, position: int) -> bool:
        """Whether a function takes the password out of an address that it is given, and gives that address without it."""
        return not _REWRITES.isdisjoint(target.head.called) and self._used_as(target, target.head.params[position], ADDRESSED)

    def _is_file(self, fn: Fn, text: str) -> bool:
        """Whether a value is given to a call as the file that something is read from: ``load(dotenv_path=env)``."""
        slots = (slot for _, slot in self.follower.given_to.slots(fn).get(text, ()))
        return any(isinstance(slot, str) and split(slot)[-1:] == ("path",) for slot in slots)

    def is_object_by_use(self, fn: Fn, text: str) -> bool:
        """Whether an expression has attributes that no text has."""
        return self._used_as(fn, text, OBJECT)

    def _used_as(self, fn: Fn, text: str, what: str) -> bool:
        heads = (fn.head, *(siblings(fn) if text.startswith("self.") else ()))
        return any(use.owner == text and use.name == what for head in heads for use in head.uses)

    def sure(self, fn: Fn, telling: Telling, text: str = "") -> Confidence:
        """How sure a name is: low where its words are weak, where the file, class or function speaks of other things, or the module of
        nothing that goes with it.
        """
        around = self.words(fn)
        weak = telling.weak and not (telling.category == "personal" and _is_of_a_person(text)) and not is_beside_user(fn, telling, text)
        beside = around.union(*map(split, given(fn))) if telling.label == "PIN" else around  # def blink(gpio, pin)
        other = not beside.isdisjoint(telling.unless_module) and split(text.rpartition(".")[2])[-2:] not in _TOKENS
        if weak or other or (telling.category == "secret" and stands_in(fn)):
            return Confidence.LOW
        if telling.label == "token" and telling.company and self.token_names.may_be_coin(fn, around, text):
            return Confidence.LOW
        if telling.label == _PROXY and not (keeps(fn, around, telling.company) or says_little(fn)):
            return Confidence.LOW
        return Confidence.HIGH if in_company(fn, around, telling.company) or of_setting(text) else Confidence.LOW

    def told(self, fn: Fn, telling: Telling, text: str, place: Place) -> Found:
        """An origin that a name tells."""
        kind = VERIFIED if telling.label == "token" and self.follower.proofs.verified(fn, text) else ""
        low = (telling.label == "API key" and self._is_half(fn, text)) or is_decoded(fn, telling, text)
        sure = Confidence.LOW if low else self.sure(fn, telling, text)
        if telling.label == "secrets" and text in fn.head.params and annotated.is_mapping(fn.head.annotations[fn.head.params.index(text)]):
            return Found("container", f"`{text}`", text, Confidence.MEDIUM, place, "members", telling.label)  # by their names
        return self.presented.weighed(fn, self.words(fn), Found(telling.category, telling.label, text, sure, place, kind))

    @staticmethod
    def _is_half(fn: Fn, text: str) -> bool:
        """Whether a key is the name of a secret beside it: of ``api_key`` and ``api_secret`` the first says who, as a user's name does."""
        words = split(text.rpartition(".")[2])
        return words[-2:] in _HALVES and fn.module.speaks_of(lambda name: split(name)[-2:] == (words[-2], "secret"), f"{words[-2]} secret")


def _is_of_a_person(text: str) -> bool:
    """``request.user.full_name``: repositories, classes and tests have full names, too."""
    return not _PERSONS.isdisjoint(split(text.rpartition(".")[0].rpartition(".")[2])[-1:])


def _marks(flow: Flow) -> list[frozenset[str]]:
    """What everything that a value comes from has passed."""
    return [*(one.passed for one in flow.found), *(one.passed for one in flow.refs)]
