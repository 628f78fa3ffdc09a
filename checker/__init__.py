"""logproof: what must be logged is logged, what must not be is not, and what is released is what was signed.

This module is the stable API for authors of rules.
"""

from checker.model import Confidence, Edit, Finding, Fix, Severity, Span, Step
from checker.rule import Message, rule

__all__ = ["Confidence", "Edit", "Finding", "Fix", "Message", "Severity", "Span", "Step", "__version__", "rule"]
__version__ = "0.1.0"
