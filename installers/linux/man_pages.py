"""The manual pages, made from what the two programs themselves declare.

Written with the macros of man(7), which both groff and mandoc set.
"""

from __future__ import annotations

import re
import textwrap
from argparse import ArgumentParser
from datetime import date

from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption
from typer.main import get_command

from app.main import command_line
from fdiwn.api.names import APP_NAME, COMMAND, VERSION, WINDOW_COMMAND
from fdiwn.cli.main import app

_EXIT = (
    ("0", "All went well."),
    ("1", "Nothing did."),
    ("2", "The command makes no sense as it was given."),
    ("3", "Some pictures failed."),
    ("130", "It was stopped."),
)
_OPENS = (
    "Pictures are opened in it, those of folders as well. Where a window is open already, it gets "
    "them, and no other one opens."
)
_MODELS = (
    "A folder in which models are looked for before those of the user and of the program itself."
)


def command_page(day: date) -> str:
    """fdiwn(1)."""
    root = get_command(app)
    assert isinstance(root, TyperGroup)
    lines = [
        *_head(COMMAND, day, "enlarge photographs without inventing detail"),
        ".SH SYNOPSIS",
        f".B {_word(COMMAND)}",
        *(f"[{_bold(option.opts[0])}]" for option in _options(root)),
        ".I COMMAND",
        r"[\fIARGUMENT\fR]\|.\|.\|.\&",
        ".SH DESCRIPTION",
        *_paragraphs(root.help)[1:],
        ".SH OPTIONS",
        *_listed(_options(root)),
        *_item(_bold("--help"), "Show what there is, and end; after a command, what it takes."),
        ".SH COMMANDS",
    ]
    for name, command in _commands(root, ""):
        lines += [f".SS {_word(name)}", *_synopsis(name, command), *_paragraphs(command.help)]
        lines += [*_listed(_arguments(command)), *_listed(_options(command))]
    lines.append(".SH EXIT STATUS")
    for code, meaning in _EXIT:
        lines += _item(_bold(code), meaning)
    lines += [".SH ENVIRONMENT", *_item(_bold("FDIWN_MODELS_DIR"), _MODELS)]
    return "\n".join([*lines, *_see_also(WINDOW_COMMAND)]) + "\n"


def window_page(day: date) -> str:
    """fdiwn-upscaler(1)."""
    parser = command_line()
    lines = [
        *_head(WINDOW_COMMAND, day, "the window that enlarges photographs"),
        ".SH SYNOPSIS",
        f".B {_word(WINDOW_COMMAND)}",
        *_window_synopsis(parser),
        ".SH DESCRIPTION",
        *_text(f"{parser.description} {_OPENS}"),
        ".SH OPTIONS",
    ]
    for action in parser._actions:
        value = action.metavar if isinstance(action.metavar, str) and action.nargs != 0 else ""
        names = ", ".join(_bold(name) for name in action.option_strings)
        head = " ".join(part for part in (names, _italic(value)) if part)
        said = action.help or ""
        lines += _item(head, f"{said[:1].upper()}{said[1:].removesuffix('.')}.")
    lines += [".SH ENVIRONMENT", *_item(_bold("FDIWN_MODELS_DIR"), _MODELS)]
    return "\n".join([*lines, *_see_also(COMMAND)]) + "\n"


def _head(name: str, day: date, what: str) -> list[str]:
    return [
        f'.TH {name.upper()} 1 "{day.isoformat()}" "{APP_NAME} {VERSION}" "User Commands"',
        ".nh",  # no word of a command is broken
        ".SH NAME",
        rf"{_word(name)} \- {_word(what)}",
    ]


def _see_also(name: str) -> list[str]:
    return [".SH SEE ALSO", f".BR {_word(name)} (1)"]


def _window_synopsis(parser: ArgumentParser) -> list[str]:
    words = []
    for action in parser._actions:
        value = _italic(action.metavar) if isinstance(action.metavar, str) else ""
        if action.option_strings:
            name = _bold(action.option_strings[-1])
            words.append(f"[{name} {value}]" if value and action.nargs != 0 else f"[{name}]")
        else:
            words.append(rf"[{value}]\|.\|.\|.\&")
    return words


def _commands(group: TyperGroup, before: str) -> list[tuple[str, TyperCommand]]:
    """All commands under it, each with its whole name; of a group those inside."""
    found: list[tuple[str, TyperCommand]] = []
    for name, command in sorted(group.commands.items()):
        if isinstance(command, TyperGroup):
            found += _commands(command, f"{before}{name} ")
        elif isinstance(command, TyperCommand) and not command.hidden:
            found.append((f"{before}{name}", command))
    return found


def _arguments(command: TyperCommand) -> list[TyperArgument]:
    return [one for one in command.params if isinstance(one, TyperArgument) and not one.hidden]


def _options(command: TyperCommand | TyperGroup) -> list[TyperOption]:
    return [one for one in command.params if isinstance(one, TyperOption) and not one.hidden]


def _synopsis(name: str, command: TyperCommand) -> list[str]:
    words = [r"[\fIOPTION\fR]\|.\|.\|.\&"] if _options(command) else []
    for argument in _arguments(command):
        value = _italic(_value(argument))
        words.append(value if argument.required else f"[{value}]")
    return [f".B {_word(f'{COMMAND} {name}')}", *words]


def _listed(parameters: list[TyperArgument] | list[TyperOption]) -> list[str]:
    lines: list[str] = []
    for parameter in parameters:
        if isinstance(parameter, TyperArgument):
            lines += _item(_italic(_value(parameter)), parameter.help or "")
            continue
        names = ", ".join(_bold(name) for name in (*parameter.opts, *parameter.secondary_opts))
        head = names if parameter.is_flag else f"{names} {_italic(_value(parameter))}"
        lines += _item(head, " ".join(_sentences(parameter)))
    return lines


def _value(parameter: TyperArgument | TyperOption) -> str:
    """What stands for its value: as it is declared, or a word for its type."""
    if parameter.metavar:
        return parameter.metavar
    if isinstance(parameter, TyperArgument):
        return (parameter.name or "").upper()
    return "N" if parameter.type_descriptor.annotation in (int, float) else "NAME"


def _sentences(option: TyperOption) -> list[str]:
    default = option.default
    said = [option.help] if option.help else []
    if option.secondary_opts and isinstance(default, bool):
        name = option.opts[0] if default else option.secondary_opts[0]
        said.append(f"Without either, as with {name}.")
    elif not option.is_flag and default not in (None, ""):
        said.append(f"Without it, {default}.")
    return said


def _paragraphs(help_text: str | None) -> list[str]:
    parts = (help_text or "").split("\n\n")
    return [line for part in parts for line in (".PP", *_text(" ".join(part.split())))]


def _item(head: str, text: str) -> list[str]:
    return [".TP", head, *_text(text)]


def _bold(text: str) -> str:
    return rf"\fB{_word(text)}\fR"


def _italic(text: str) -> str:
    return rf"\fI{_word(text)}\fR" if text else ""


def _text(text: str) -> list[str]:
    """In lines of a length that troff's checkers like; none of them is taken for a command."""
    lines = textwrap.wrap(_word(text), 78, break_long_words=False, break_on_hyphens=False)
    return [rf"\&{line}" if line[0] in ".'" else line for line in lines]


def _word(text: str) -> str:
    """A hyphen before a word becomes a minus, which can be copied into a shell."""
    return re.sub(r"(?<!\w)-|-(?=-)", r"\\-", text.replace("\\", r"\e"))
