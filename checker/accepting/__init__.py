"""
What people have accepted: comments in articles, a file of decisions, a baseline of known findings.

What is accepted is not reported, and counted. What does not work as it was meant to (an unknown
rule, no reason, nothing to hide, a day that is past) is a finding of its own. `comments` works on
claims before they are compared, `decisions` and `baseline` on findings.
"""

from __future__ import annotations
