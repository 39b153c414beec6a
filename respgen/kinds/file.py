"""file: a file of the disk, and the keys that say which it may be and how it is saved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal, TypeAlias

from respgen.core.grammar import compiled
from respgen.core.statuses import WITH_BODY
from respgen.decoder.keys import Keys, KeysOf, required
from respgen.decoder.numerals import NUMERAL
from respgen.decoder.options import option
from respgen.decoder.plain import TEXT, Shape
from respgen.decoder.shapes import OneOf, Parsed, either
from respgen.diagnostics import Finding, Malformed, quoted
from respgen.kinds.kind import (
    BACKGROUND,
    HEADERS,
    MEDIA_TYPE,
    OTHERS,
    STATUS_CODE,
    KindRow,
    Parameter,
)
from respgen.located import Located
from respgen.rules import r7
from respgen.specs import Ref, wire
from respgen.specs.expressions import (
    FRAMEWORK,
    Attribute,
    Call,
    FrameworkError,
    Function,
    Generated,
    Local,
    Member,
    Otherwise,
    Own,
    Value,
    ValueExpression,
    core,
)
from respgen.specs.headers import HeaderSpec
from respgen.specs.origins import Constant, Pattern, Template
from respgen.specs.types import ImportPath, TypeGeneric, TypeName, TypeUnion
from respgen.vocabulary.import_paths import IMPORT_PATH
from respgen.vocabulary.templates import template

Root: TypeAlias = str | ImportPath
Missing: TypeAlias = int | str | Ref
"""A status, or an entry: a text is the name of one that is not known."""
Disposition: TypeAlias = Literal["attachment", "inline"]

_STR = TypeName("builtins", "str")
_PATH = TypeUnion((_STR, TypeGeneric(TypeName("os", "PathLike"), (_STR,))))
PATH = Parameter("path", _PATH, required=True)
FILENAME = Parameter("filename", _STR)
STAT_RESULT = Parameter("stat_result", TypeName("os", "stat_result"))
DISPOSITION = "content_disposition_type"
# the working directory, what is above it, the whole disk, and what no shell reads here
_WIDE = r"[./\\]*|~.*|[A-Za-z]:[/\\]?"


class RootKeys(Keys):
    """The folder that files are sent from, read for each response."""

    example: ClassVar[str] = '{from: "shop.settings:settings.media"}'

    from_: Located[ImportPath] = required(
        IMPORT_PATH,
        "Where the folder is, or a function that returns it.",
        "shop.settings:settings.media",
    )


def _file_name(text: str) -> Pattern | Finding:
    try:
        return template(text)
    except Malformed as refused:
        return refused.found


def _root(written: str | RootKeys) -> Root | Finding:
    return written if isinstance(written, str) else written.from_.value


def _missing(status: int | str) -> Missing | Finding:
    """A status of errors, or a name, which `resolve` looks up."""
    if isinstance(status, str) or 400 <= status <= 599:
        return status
    message = f"{status} is no status of an error, but a missing file is one"
    return Finding(r7.MISSING_STATUS, message, "missing: 404")


_DISPOSITION: Shape[Disposition] = OneOf(("attachment", "inline"))
_FOLDER: Shape[str | RootKeys] = either(
    "a folder as text or a mapping",
    TEXT,
    KeysOf(RootKeys),
    advice="write a folder such as media",
)
_STATUS: Shape[int | str] = either(
    "a status or the name of an entry",
    NUMERAL,
    TEXT,
    advice="write a status such as 404",
)


_MISSING: Shape[Missing] = Parsed(_STATUS, _missing, {})
_ROOT: Shape[Root] = Parsed(_FOLDER, _root, {})


@dataclass(frozen=True, slots=True)
class FileOptions:
    """The keys of a file."""

    disposition: Disposition | None = option(
        _DISPOSITION,
        "Whether browsers save the file or show it, where callers do not say.",
        None,
    )
    filename: Pattern | None = option(
        Parsed(TEXT, _file_name, {}),
        "What the file is saved as, where callers do not say: a text, or a template over params.",
        None,
    )
    root: Root | None = option(
        _ROOT,
        "The folder that files are sent from: no path leads out of it.",
        None,
    )
    missing: Missing | None = option(
        _MISSING,
        "What a missing file raises: an HTTPException of this status, or the Error of an entry.",
        None,
    )


def _parameters(options: FileOptions) -> tuple[Parameter, ...]:
    kind = Parameter(DISPOSITION, _STR, default=options.disposition or "attachment")
    return (PATH, *OTHERS, FILENAME, STAT_RESULT, kind)


def _arguments(options: FileOptions) -> tuple[ValueExpression, ...]:
    return (
        Call(core("sent_path"), (Local(PATH.name),), tuple(_conditions(options))),
        Local(STATUS_CODE.name),
        Local(HEADERS.name),
        # the base leaves out that of its class
        Otherwise(Local(MEDIA_TYPE.name), Attribute(MEDIA_TYPE.name)),
        Local(BACKGROUND.name),
        _named(options.filename),
        Local(STAT_RESULT.name),
        Local(DISPOSITION),
    )


def _conditions(options: FileOptions) -> Iterator[tuple[str, ValueExpression]]:
    match options.root:
        case str(folder):
            yield "root", Value(folder)
        case ImportPath() as path:
            yield "root", Call(core("current"), (Own(path),))
    match options.missing:
        case int(status):
            error = Call(FrameworkError(), (Value(status),))
            yield "missing", Function("", error)
        case Ref(module, name):
            yield "missing", Member(Generated(module, name), "Error")


def _named(pattern: Pattern | None) -> ValueExpression:
    given = Local(FILENAME.name)
    if pattern is None:
        return given
    if not pattern.parameters:
        return Otherwise(given, Value(pattern.texts[0]))
    about = (Value(FILENAME.name), Value(pattern.format))
    places = map(Local, pattern.parameters)
    return Otherwise(given, Call(core("filled"), (*about, *places)))


def _fills(options: FileOptions) -> Mapping[str, Template]:
    pattern = options.filename
    return {"filename": Template(pattern, "text")} if pattern else {}


def _writes(options: FileOptions) -> Mapping[str, str]:
    """The base sends a disposition beside a file name alone."""
    return {"Content-Disposition": "content_disposition"} if options.filename else {}


def _remarks(options: FileOptions, headers: Sequence[HeaderSpec]) -> Iterator[Finding]:
    declared = {header.name.lower(): header for header in headers}
    yield from _unseen(options, declared.get("content-disposition"))
    pattern, root = options.filename, options.root
    if pattern and any("/" in each or "\\" in each for each in pattern.texts):
        message = f"browsers save {quoted(pattern.shown)} under its last part"
        yield Finding(
            r7.FILE_NAME_SLASH, message, "write the name alone", ("filename",)
        )
    if isinstance(root, str) and compiled(_WIDE).fullmatch(root):
        message = f"{quoted(root)} is not a folder of files to send"
        yield Finding(r7.WIDE_ROOT, message, "write a folder such as media", ("root",))
    ranges = declared.get("accept-ranges")
    if ranges and ranges.origin == Constant("none"):
        message = "the class answers requests for ranges, and says that it does not"
        yield Finding(r7.RANGES_DENIED, message, "remove it", ranges.span)


def _unseen(options: FileOptions, header: HeaderSpec | None) -> Iterator[Finding]:
    """Keys that a header hides in every response."""
    if header is None or wire.known(header).presence is not wire.Presence.ALWAYS:
        return
    for key in ("filename", "disposition"):
        if getattr(options, key) is not None:
            message = f"the header {header.name} is sent, so {key} has no effect"
            advice = "remove one of the two"
            yield Finding(r7.FILE_NAME_UNSEEN, message, advice, (key,))


FILE = KindRow(
    name="file",
    sends="file",
    about="a file",
    base="FileResponse",
    options=FileOptions,
    unused=("content", "render"),
    parameters=_parameters,
    arguments=_arguments,
    named=(DISPOSITION,),  # Starlette before 1.0 has another in its place
    attributes=(DISPOSITION,),
    entries=("missing",),
    fills=_fills,
    writes=_writes,
    remarks=_remarks,
    statuses=WITH_BODY,
    framing="complete_stream_headers",
    finishing="describe_file",
    has_body=False,
    renders=False,
    sending=ImportPath(FRAMEWORK, "send_file"),
    unmodified=ImportPath(FRAMEWORK, "unmodified_file"),
    members=(
        *("chunk_size", "max_ranges", "set_stat_headers", "generate_multipart"),
        *("_open_file", "_handle_simple", "_handle_single_range", "_parse_ranges"),
        *("_handle_multiple_ranges", "_should_use_range", "_parse_range_header"),
    ),
)
