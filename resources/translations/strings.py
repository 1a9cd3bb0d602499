"""The strings of the window that a person sees, read from its source.

They stand in ``self.tr("...")``, whose context is the class; in calls of ``translate("context",
"...")``; and in those of a module's own small functions that pass their text to ``translate``.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

NUMBER = 3
"""The place of the number among the arguments of ``translate``; with it, a text has plurals."""


@dataclass(frozen=True)
class String:
    context: str
    source: str
    plural: bool = False


@dataclass(frozen=True)
class Helper:
    """A function that translates its first argument."""

    context: str
    plural: bool


class CannotExtract(Exception):
    """A text that is not written out where it is translated; no catalogue could have it."""


def strings_of(package: Path) -> list[String]:
    """Every string in the modules below a package's folder, each once, module after module."""
    trees = {
        _module(file.relative_to(package.parent)): ast.parse(file.read_text(encoding="utf-8"))
        for file in sorted(package.rglob("*.py"))
    }
    helpers = {name: _helpers(tree) for name, tree in trees.items()}
    found: dict[String, None] = {}
    for name, tree in trees.items():
        known = {**_imported(tree, helpers), **helpers[name]}
        found.update(dict.fromkeys(_strings(tree, known, name)))
    return list(found)


def _helpers(tree: ast.Module) -> dict[str, Helper]:
    found = {}
    for function in tree.body:
        if not isinstance(function, ast.FunctionDef) or not function.args.args:
            continue
        first = function.args.args[0].arg
        for call in _calls(function):
            context, text = call.args[:2]
            if isinstance(text, ast.Name) and text.id == first:
                plural = len(call.args) > NUMBER
                found[function.name] = Helper(_literal(context, function.name), plural)
    return found


def _module(file: Path) -> str:
    """The name by which ``file``, relative to where packages lie, is imported."""
    parts = file.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _imported(tree: ast.Module, helpers: dict[str, dict[str, Helper]]) -> dict[str, Helper]:
    found = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            there = helpers.get(node.module or "", {})
            for alias in node.names:
                if alias.name in there:
                    found[alias.asname or alias.name] = there[alias.name]
    return found


def _strings(tree: ast.Module, helpers: dict[str, Helper], module: str) -> Iterator[String]:
    for node, owner, function in _with_owners(tree):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name, where = _name(node.func), f"{module}, line {node.lineno}"
        if name == "tr" and isinstance(node.func, ast.Attribute):
            yield String(owner, _literal(node.args[0], where), len(node.args) > NUMBER - 1)
        elif name == "translate" and _is_ours(node) and function not in helpers:
            context, text = (_literal(argument, where) for argument in node.args[:2])
            yield String(context, text, len(node.args) > NUMBER)
        elif name in helpers and isinstance(node.func, ast.Name):
            helper = helpers[name]
            yield String(helper.context, _literal(node.args[0], where), helper.plural)


def _with_owners(
    node: ast.AST, owner: str = "", function: str = ""
) -> Iterator[tuple[ast.AST, str, str]]:
    """Every node, with the class and the outermost function it stands in."""
    for child in ast.iter_child_nodes(node):
        inner_owner = child.name if isinstance(child, ast.ClassDef) else owner
        inner_function = function
        if isinstance(child, ast.FunctionDef) and not function and not owner:
            inner_function = child.name
        yield child, inner_owner, inner_function
        yield from _with_owners(child, inner_owner, inner_function)


def _calls(node: ast.AST) -> Iterator[ast.Call]:
    for call in ast.walk(node):
        if isinstance(call, ast.Call) and _name(call.func) == "translate" and _is_ours(call):
            yield call


def _is_ours(call: ast.Call) -> bool:
    """Painters translate too, but by numbers."""
    first = call.args[0] if len(call.args) > 1 else None
    return isinstance(first, ast.Constant) and isinstance(first.value, str)


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _literal(node: ast.expr, where: str) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    raise CannotExtract(f"{where}: the text is not written out where it is translated")
