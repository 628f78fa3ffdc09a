"""The leak rules on facts made by hand: what is told, how surely, and in which words."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from checker.model import Confidence, Severity, Span, Step
from checker.rule import Message, Rule
from checker.rules.leaks.container_in_log import container_in_log
from checker.rules.leaks.credentials_in_logged_url import credentials_in_logged_url
from checker.rules.leaks.forged_log_line import forged_log_line
from checker.rules.leaks.loguru_diagnose import loguru_diagnose
from checker.rules.leaks.personal_data_in_log import personal_data_in_log
from checker.rules.leaks.secret_in_exception_text import secret_in_exception_text
from checker.rules.leaks.secret_in_log import secret_in_log
from checker.rules.leaks.traceback_shown_to_client import traceback_shown_to_client
from checker.rules.leaks.wire_debugging_left_on import wire_debugging_left_on
from checker.source.facts.records import Argument, LogCall, Origin, RaiseText, ResponseCall, SetupCall


def span(line: int = 9, path: str = "shop/pay.py") -> Span:
    """A place of a file of the example."""
    return Span(path, line, 5, line, 40)


def origin(category: str, label: str, confidence: Confidence = Confidence.HIGH, **more: Any) -> Origin:
    """What a value may be; its text is the label's, and it was born in line 2."""
    more.setdefault("text", label.replace(" ", "_"))
    more["passed"] = frozenset(more.get("passed", ()))
    return Origin(category, label, confidence=confidence, span=more.pop("span", span(2)), **more)


def argument(*origins: Origin, name: str = "", position: int = 1) -> Argument:
    """One argument of a call."""
    return Argument(name, -1 if name else position, origins)


def log(*arguments: Argument, callee: str = "logger.debug", sink: str = "logging", **more: Any) -> LogCall:
    """A log call in line 9."""
    return LogCall(span(), "pay", sink, more.pop("level", "debug"), callee, arguments, **more)


def raised(*arguments: Argument, **more: Any) -> RaiseText:
    """A ``raise`` in line 9."""
    return RaiseText(span(), "pay", "GatewayError", arguments, **more)


def told(check: Any, fact: Any, **parameters: Any) -> list[Message]:
    """What the rule says with its defaults and these parameters."""
    made: Rule = check.rule
    return list(check(fact, None, {**made.defaults, **parameters}))


def only(check: Any, fact: Any, **parameters: Any) -> Message:
    """The one thing that the rule says."""
    (message,) = told(check, fact, **parameters)
    return message


PASSWORD = origin("secret", "password")
HEADERS = origin("container", "the request's headers", Confidence.MEDIUM, kind="headers")
TERM = origin("untrusted", "the query parameter", text="request.args")


def test_a_secret_is_told_in_one_plain_sentence() -> None:
    """The message names what leaks and the call that writes it, and carries the origin's confidence."""
    message = only(secret_in_log, log(argument(PASSWORD)))
    assert message.text == "the password reaches logger.debug()"
    assert message.confidence is Confidence.HIGH
    assert message.steps == ()
    assert "SecretStr" in message.help


def test_one_call_is_one_finding() -> None:
    """Several secrets in one call are one finding, the surest first and the others with their own places."""
    key = origin("secret", "API key", Confidence.MEDIUM, span=span(4))
    message = only(secret_in_log, log(argument(key), argument(PASSWORD, position=2), argument(PASSWORD, name="extra")))
    assert message.text == "the password and the API key reach logger.debug()"
    assert message.confidence is Confidence.HIGH
    assert message.related == (Step(span(4), "the API key comes from here"),)


def test_many_secrets_are_counted() -> None:
    """A message stays a sentence whatever a call writes."""
    found = [argument(origin("secret", label)) for label in ("password", "token", "PIN", "salt", "cookie")]
    assert only(secret_in_log, log(*found)).text == "the password, the token, the PIN and 2 more reach logger.debug()"


def test_a_flow_ends_at_the_call() -> None:
    """Steps from elsewhere are followed by the call itself; steps of the call's own line are no flow."""
    far = replace(PASSWORD, steps=(Step(span(2), "read here"), Step(span(5), "passed on")))
    message = only(secret_in_log, log(argument(far)))
    assert [step.span.line for step in message.steps] == [2, 5, 9]
    near = replace(PASSWORD, steps=(Step(span(9), "read here"),))
    assert only(secret_in_log, log(argument(near))).steps == ()


def test_a_flow_that_ends_at_the_call_is_not_told_twice() -> None:
    """Where the last step is the call already, none is added."""
    far = replace(PASSWORD, steps=(Step(span(2), "read here"), Step(span(9), "logged")))
    assert [step.text for step in only(secret_in_log, log(argument(far))).steps] == ["read here", "logged"]


@pytest.mark.parametrize(
    ("marks", "text"),
    [
        ({"base64"}, "the password, merely base64-encoded, reaches logger.debug()"),
        ({"partial"}, "most of the password reaches logger.debug()"),
        ({"strip", "format"}, "the password reaches logger.debug()"),
    ],
)
def test_what_only_looks_like_masking_is_told(marks: set[str], text: str) -> None:
    """base64, a partial mask and strip hide nothing, and the message says so."""
    assert only(secret_in_log, log(argument(replace(PASSWORD, passed=frozenset(marks))))).text == text


def test_redaction_further_on_lowers_the_confidence() -> None:
    """A filter that redacts makes a leak unlikely, but a forged line as likely as before."""
    call = log(argument(PASSWORD, TERM), redacted=True)
    assert only(secret_in_log, call).confidence is Confidence.LOW
    assert only(forged_log_line, call).confidence is Confidence.MEDIUM


def test_a_long_callee_is_cut() -> None:
    """A callee of several lines is shown folded, and its end is kept: the method says most."""
    callee = "structlog.get_logger(__name__)\n    .bind(request='" + "x" * 80 + "')\n    .info"
    text = only(secret_in_log, log(argument(PASSWORD), callee=callee)).text
    assert "\n" not in text
    assert text.endswith(".info()")
    assert len(text) < 90


def test_personal_data_is_a_matter_of_policy() -> None:
    """Grave data is told by default and names only where the policy asks, and then less severely."""
    card, email = origin("grave", "card number"), origin("personal", "e-mail address")
    assert told(personal_data_in_log, log(argument(email))) == []
    assert only(personal_data_in_log, log(argument(card, email))).text == "the card number reaches logger.debug()"
    asked = ["grave", "personal"]
    assert only(personal_data_in_log, log(argument(email)), categories=asked).severity is Severity.MEDIUM
    both = only(personal_data_in_log, log(argument(email), argument(card)), categories=asked)
    assert both.text == "the card number and the e-mail address reach logger.debug()"
    assert both.severity is None


def test_personal_data_categories_cannot_make_it_tell_of_secrets() -> None:
    """A policy that lists other categories does not turn this rule into another one."""
    assert told(personal_data_in_log, log(argument(PASSWORD)), categories=["grave", "secret"]) == []


def test_a_container_says_what_it_carries() -> None:
    """Nothing at the call looks like a secret, so the message tells what is inside."""
    message = only(container_in_log, log(argument(HEADERS), callee="LOG.info"))
    assert message.text == "the request's headers reach LOG.info(): they carry the Authorization header and cookies"
    assert message.confidence is Confidence.MEDIUM
    assert "sorted(headers)" in message.help


@pytest.mark.parametrize(
    ("found", "because"),
    [
        (
            origin("container", "a Database", kind="members", member="password"),
            "a Database reaches logger.debug(): its text shows the password",
        ),
        (origin("container", "the request's body", kind="body"), "it may hold passwords, tokens and personal data"),
        (origin("container", "the environment", kind="environ"), "it holds every secret that the process was given"),
        (origin("container", "the local variables", kind="variables"), "they show every value inside, secrets included"),
        (origin("container", "the response's headers", kind="headers"), "they carry the cookies that are being set"),
        (origin("container", "the parcel", kind="new"), "it may hold secrets"),
    ],
)
def test_every_kind_of_container_has_its_words(found: Origin, because: str) -> None:
    """Number agrees with the label, a known secret is named, and an unknown kind still gives a sentence."""
    assert only(container_in_log, log(argument(found))).text.endswith(because)


def test_one_object_is_named_once() -> None:
    """A variable, its class and its content are one leak; another object beside it is named too."""
    form = origin("container", "`form` (Registration)", kind="members", member="password")
    again = origin("container", "`Registration`", kind="members", member="password")
    assert (
        only(container_in_log, log(argument(form, again))).text
        == "`form` (Registration) reaches logger.debug(): its text shows the password"
    )
    both = only(container_in_log, log(argument(form, again), argument(HEADERS)))
    assert both.text.endswith("and the request's headers reach logger.debug(): the text of `form` (Registration) shows the password")
    card = origin("untrusted", "`request.form['card']`", text="request.form['card']")
    assert only(forged_log_line, log(argument(card, TERM))).text.startswith("`request.form['card']` reaches logger.debug()")


def test_one_leak_is_told_by_one_rule() -> None:
    """A container or address whose secret is told by name is not told again; a second leak beside it is."""
    config = origin("container", "the configuration", kind="members", member="password")
    address = origin("url", "database URL")
    assert told(container_in_log, log(argument(config, PASSWORD))) == []
    assert told(credentials_in_logged_url, log(argument(address, PASSWORD))) == []
    assert told(container_in_log, log(argument(HEADERS, PASSWORD))) != []
    weak = replace(PASSWORD, confidence=Confidence.LOW)
    assert told(container_in_log, log(argument(config, weak))) != []


def test_an_address_is_told_with_its_secret_where_known() -> None:
    """A built address names the part that must not show."""
    plain, built = origin("url", "database URL"), origin("url", "database URL", member="password")
    text = "the database URL reaches logger.debug(): "
    assert only(credentials_in_logged_url, log(argument(plain))).text == text + "such an address may carry a password or a token"
    assert only(credentials_in_logged_url, log(argument(built))).text == text + "it shows the password"


def test_an_exception_is_told_at_its_raise_and_not_again_at_the_log() -> None:
    """A secret that came as an exception's text is left to the finding at the raise."""
    came = replace(PASSWORD, passed=frozenset({"exception", "format"}))
    assert told(secret_in_log, log(argument(came))) == []
    assert told(secret_in_exception_text, raised(argument(came))) == []


def test_a_raise_whose_text_is_logged_is_certain() -> None:
    """The steps lead through the raise to the log, and the message says where that is."""
    far = replace(PASSWORD, steps=(Step(span(2), "read here"),))
    logged = (Step(span(30, "shop/views.py"), "logger.error"), Step(span(44, "shop/jobs.py"), "logger.info"))
    message = only(secret_in_exception_text, raised(argument(far), logged=logged))
    assert message.text == "the password stands in the text of GatewayError, which is logged in shop/views.py, line 30"
    assert message.confidence is Confidence.HIGH
    assert [(step.span.path, step.span.line) for step in message.steps] == [("shop/pay.py", 2), ("shop/pay.py", 9), ("shop/views.py", 30)]
    assert message.related == logged[1:]


@pytest.mark.parametrize(
    ("category", "label", "logged", "confidence"),
    [
        ("secret", "password", False, Confidence.MEDIUM),
        ("secret", "access token", False, Confidence.MEDIUM),
        ("secret", "token", False, Confidence.LOW),
        ("secret", "secret key", False, Confidence.LOW),
        ("secret", "secret key", True, Confidence.HIGH),
        ("container", "thing", False, Confidence.LOW),
        ("grave", "thing", False, Confidence.LOW),
        ("url", "thing", False, Confidence.MEDIUM),
        ("url", "thing", True, Confidence.HIGH),
        ("container", "thing", True, Confidence.LOW),
    ],
)
def test_how_sure_a_raise_is(category: str, label: str, logged: bool, confidence: Confidence) -> None:
    """Without a log in sight only a secret whose name is certain or an address is worth showing; an object of unknown kind is a hint."""
    fact = raised(argument(origin(category, label)), logged=(Step(span(12), "logger.error"),) if logged else ())
    assert only(secret_in_exception_text, fact).confidence is confidence


def test_a_raise_whose_text_goes_to_a_client_says_so() -> None:
    """An answer is as bad a place as a log."""
    message = only(secret_in_exception_text, raised(argument(PASSWORD), shown=(Step(span(12), "return"),)))
    assert message.text.endswith("which is sent to a client in line 12")
    assert message.confidence is Confidence.HIGH


def test_personal_data_in_a_raise_is_a_matter_of_policy() -> None:
    """Names in an exception's text are told only where the policy asks."""
    fact = raised(argument(origin("personal", "e-mail address")))
    assert told(secret_in_exception_text, fact) == []
    assert only(secret_in_exception_text, fact, categories=["personal"]).confidence is Confidence.LOW


def test_raw_input_forges_lines() -> None:
    """Untrusted text in a line-oriented log is told, at most with medium confidence."""
    message = only(forged_log_line, log(argument(TERM)))
    assert message.text == "the query parameter reaches logger.debug(): a line break in it starts a forged record"
    assert message.confidence is Confidence.MEDIUM


@pytest.mark.parametrize(
    "call",
    [
        log(argument(replace(TERM, passed=frozenset({"repr"})))),
        log(argument(replace(TERM, passed=frozenset({"json", "format"})))),
        log(argument(TERM), escaped=True),
        log(argument(TERM), sink="structlog"),
        log(argument(TERM), sink="tracker"),
        log(argument(TERM), sink="click"),
        log(argument(TERM), sink="print"),
        log(argument(TERM, name="extra")),
        log(argument(TERM, replace(HEADERS, text="request.args"))),
    ],
)
def test_what_keeps_a_record_on_one_line_is_silent(call: LogCall) -> None:
    """Escaping, structured sinks, a tool's own output, fields beside the line, and whole dicts forge nothing."""
    assert told(forged_log_line, call) == []


def test_a_server_s_print_is_a_log() -> None:
    """What a server prints ends in its log."""
    assert told(forged_log_line, log(argument(TERM), sink="print", callee="print", server=True)) != []


def test_headers_cannot_hold_a_line_break() -> None:
    """A web server refuses line breaks in headers, so they are told with low confidence, and after a query."""
    header = origin("untrusted", "the request's header", text="request.headers['User-Agent']")
    assert only(forged_log_line, log(argument(header))).confidence is Confidence.LOW
    both = only(forged_log_line, log(argument(header), argument(TERM)))
    assert (both.text.split(" reaches")[0], both.confidence) == ("the query parameter", Confidence.MEDIUM)


def test_a_traceback_in_an_answer_is_certain_and_an_exception_s_text_is_not() -> None:
    """A traceback is never meant for a client; many exceptions' texts are."""
    trace, text = origin("traceback", "traceback"), origin("exception", "exception's text")
    answer = ResponseCall(span(), "report", "flask", "jsonify", (argument(text), argument(trace)))
    message = only(traceback_shown_to_client, answer)
    assert message.text == "the traceback and the exception's text reach the client through jsonify()"
    assert (message.confidence, message.severity) == (Confidence.HIGH, Severity.MEDIUM)
    mild = replace(answer, arguments=(argument(text),), callee="return")
    assert only(traceback_shown_to_client, mild).text == "the exception's text reaches the client through the returned answer"
    assert only(traceback_shown_to_client, mild).confidence is Confidence.LOW
    assert only(traceback_shown_to_client, mild, exception_text="medium").confidence is Confidence.MEDIUM


def setup(name: str, **more: Any) -> SetupCall:
    """A call that switches something on."""
    return SetupCall(span(), "", name, "http.client's debug output", "connection.set_debuglevel", **more)


def test_wire_debugging_is_certain_unless_it_is_asked_for() -> None:
    """A condition, a script or an example is somebody's choice; anything else is a leftover."""
    message = only(wire_debugging_left_on, setup("http-client-debug"))
    assert message.text.startswith("http.client's debug output is switched on by connection.set_debuglevel(): it prints every request")
    assert message.confidence is Confidence.HIGH
    for optional in (setup("http-client-debug", guarded=True), setup("http-client-debug", main=True)):
        assert only(wire_debugging_left_on, optional).confidence is Confidence.LOW


def test_each_setup_has_one_rule() -> None:
    """loguru's switch is told by its own rule, others by theirs, and a policy can leave one out."""
    diagnose = setup("loguru-diagnose")
    assert told(wire_debugging_left_on, diagnose) == []
    assert only(loguru_diagnose, diagnose).confidence is Confidence.HIGH
    assert only(loguru_diagnose, replace(diagnose, guarded=True)).confidence is Confidence.LOW
    assert told(loguru_diagnose, setup("sql-echo")) == []
    assert only(wire_debugging_left_on, setup("sql-echo")).severity is Severity.MEDIUM
    assert told(wire_debugging_left_on, setup("sql-echo"), setups=["http-client-debug"]) == []


@pytest.mark.parametrize(
    ("label", "text", "told_as"),
    [
        ("password", "self.key_passphrase", ", from self.key_passphrase"),
        ("password", "form.password", ""),
        ("API key", "settings.apiKey", ""),
        ("e-mail address", "user.email", ""),
        ("token", "session_token", ", from session_token"),
        ("token", "...", ""),
        ("token", "a.f(...).x", ""),
        ("token", "", ""),
        ("token", "s" * 80, f", from {'s' * 57}..."),
    ],
)
def test_what_the_code_calls_otherwise_is_named(label: str, text: str, told_as: str) -> None:
    """A message names the expression where its label is not the code's own word."""
    assert only(secret_in_log, log(argument(origin("secret", label, text=text)))).text == f"the {label} reaches logger.debug(){told_as}"


def test_of_an_input_and_its_part_the_part_is_told() -> None:
    """A request's parameter and the whole of them in one call are one input: the parameter."""
    whole, part = (origin("untrusted", f"`{text}`", text=text) for text in ("request.POST", "request.POST['id']"))
    message = only(forged_log_line, log(argument(part), argument(whole, position=2)))
    assert message.text.startswith("`request.POST['id']` reaches logger.debug()")
    assert message.related == ()


def test_an_address_that_names_its_secret_does_not_name_it_twice() -> None:
    """A URL that is called by the secret in it needs no further explanation."""
    found = origin("url", "URL with its password", member="password")
    assert only(credentials_in_logged_url, log(argument(found))).text == "the URL with its password reaches logger.debug()"
