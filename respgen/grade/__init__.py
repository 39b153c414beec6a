"""Grades of responses, offline: the MDN HTTP Observatory's score, and OWASP's recommended set.

Goes in: specs of headers and cookies. Comes out: reports. Nothing is generated, run or fetched.
"""

from respgen.grade.assumptions import ASSUMPTIONS as ASSUMPTIONS
from respgen.grade.grading import graded as graded
from respgen.grade.grading import graded_response as graded_response
from respgen.grade.owasp import RECOMMENDED as RECOMMENDED
from respgen.grade.owasp import REVEALING as REVEALING
from respgen.grade.report import Addition as Addition
from respgen.grade.report import Difference as Difference
from respgen.grade.report import Outcome as Outcome
from respgen.grade.report import Report as Report
from respgen.grade.scores import GRADES as GRADES
from respgen.grade.scores import below as below
