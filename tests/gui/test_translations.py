"""The catalogues are up to date and complete, and no text of the window escapes them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QObject, Qt, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QMenu,
    QTabWidget,
    QToolButton,
    QTreeWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.diagnostics.model_setup import FetchDialog
from app.look import translation, words
from app.queue.job import JobState
from app.window.window import MainWindow
from fdiwn.api.catalog import MODELS
from resources.translations.catalogue import PLURAL_FORMS, english_forms, read, updated, write
from resources.translations.strings import CannotExtract, String, strings_of
from resources.translations.update import SOURCES, compile_catalogue, fault, source_of
from tests.gui import fake_engine
from tests.gui.conftest import choose_scale, drop, wait_for_states

LANGUAGES = list(translation.LANGUAGES)


# The catalogues


def test_the_languages_of_window_and_catalogues_are_the_same() -> None:
    assert set(PLURAL_FORMS) == set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_is_up_to_date_with_the_source(language: str, tmp_path: Path) -> None:
    """If not: make translations."""
    path = source_of(language)
    fresh = tmp_path / path.name
    strings = strings_of(SOURCES)
    write(fresh, language, updated(language, strings, read(path)))
    assert fresh.read_text(encoding="utf-8") == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_compiled_catalogue_says_what_its_source_says(qtbot: QtBot, language: str) -> None:
    translator = QTranslator()
    assert translator.load(str(translation.catalogue(language)))
    for string, forms in read(source_of(language)).items():
        if string.plural:
            numbers = (1, 5) if PLURAL_FORMS[language] == 2 else (5,)
            said = [translator.translate(string.context, string.source, "", n) for n in numbers]
            assert tuple(said) == (forms or ("",) * len(numbers))
        else:
            assert (translator.translate(string.context, string.source),) == (forms or ("",))


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_are_complete_and_keep_their_placeholders(language: str) -> None:
    for string, forms in read(source_of(language)).items():
        assert forms, string
        assert not fault(language, string, forms), (string, forms)
        assert string.source.endswith("…") == forms[-1].endswith(("…", "…)")), (string, forms)


@pytest.mark.parametrize("language", LANGUAGES)
def test_mnemonics_are_kept_and_unique_within_each_menu(
    make_window: Callable[..., MainWindow], models: Path, spoken: Callable[[str], None],
    language: str,
) -> None:  # fmt: skip
    spoken(language)
    window = make_window()
    for top in window.menuBar().actions():
        menu = top.menu()
        assert isinstance(menu, QMenu)
        texts = [action.text() for action in menu.actions() if not action.isSeparator()]
        letters = [text.replace("&&", "").partition("&")[2][:1].lower() for text in texts]
        assert all(letters), texts
        assert len(letters) == len(set(letters)), texts
    tops = [action.text().partition("&")[2][:1].lower() for action in window.menuBar().actions()]
    assert len(tops) == len(set(tops)), tops


@pytest.fixture
def spoken(qapp: QApplication) -> Iterator[Callable[[str], None]]:
    """Installs a language, for this test only."""
    owner, before = QObject(), QLocale()
    yield lambda language: setattr(qapp, "_taken", translation.install(language, owner))
    for translator in owner.findChildren(QTranslator):
        qapp.removeTranslator(translator)
    QLocale.setDefault(before)


def test_german_is_spoken(
    make_window: Callable[..., MainWindow], models: Path, spoken: Callable[[str], None]
) -> None:
    spoken("de")
    window = make_window()
    assert window.empty.open.text() == "Öffnen…"
    assert words.pictures(1) == "1 Bild"
    assert words.pictures(3) == "3 Bilder"
    assert words.megabytes(1_500_000) == "1,5 MB"
    # Qt's own texts too
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"


def test_the_systems_languages_are_asked_in_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    for listed, taken in (
        (["fr-CA", "en"], "fr"),
        (["zh-Hans-CN"], "zh_CN"),
        (["zh-Hant-TW", "ja-JP"], "ja"),
        (["fi-FI", "es"], "es"),
        (["xx"], "en"),
    ):
        system = type("", (), {"uiLanguages": lambda _, listed=listed: listed})()
        monkeypatch.setattr(QLocale, "system", lambda system=system: system)
        assert translation._of_system() == taken


# The extraction


def test_strings_are_found_where_they_are_translated(tmp_path: Path) -> None:
    """Modules of one name, in two rooms, are two modules."""
    package = tmp_path / "seen"
    (package / "room").mkdir(parents=True)
    (package / "room" / "other.py").write_text('def tr(t):\n    return C.translate("other", t)\n')
    (package / "other.py").write_text("")
    (package / "some.py").write_text(
        "from seen.room.other import tr as there\n"
        "class Some(QObject):\n"
        "    def f(self):\n"
        '        self.tr("In a {0} class" "!")\n'
        '        there("Imported")\n'
        "        painter.translate(1, 2)\n"
        "def count(text, n):\n"
        '    return QCoreApplication.translate("counted", text, None, n)\n'
        'count("%n things", 3)\n'
        'QCoreApplication.translate("plain", "Text")\n'
        'QCoreApplication.translate("plain", "%n cats", None, 3)\n'
    )
    assert strings_of(package) == [
        String("Some", "In a {0} class!"),
        String("other", "Imported"),
        String("counted", "%n things", plural=True),
        String("plain", "Text"),
        String("plain", "%n cats", plural=True),
    ]
    (package / "room" / "bad.py").write_text(
        'class A:\n    def f(self):\n        self.tr(f"{x}")\n'
    )
    with pytest.raises(CannotExtract, match=r"seen\.room\.bad, line 3"):
        strings_of(package)


def test_what_moves_keeps_its_translation_and_what_goes_goes(tmp_path: Path) -> None:
    before = {String("A", "x"): ("X",), String("A", "gone"): ("G",)}
    after = updated("de", [String("B", "x"), String("A", "new")], before)
    assert after == {String("B", "x"): ("X",), String("A", "new"): ()}
    write(tmp_path / "a.ts", "de", after)
    assert read(tmp_path / "a.ts") == after
    compile_catalogue(tmp_path / "a.ts", tmp_path / "a.qm")
    assert (tmp_path / "a.qm").exists()
    assert english_forms("Upscale %n pictures") == ("Upscale %n picture", "Upscale %n pictures")
    assert fault("de", String("A", "{0} of {1}"), ("{0}",)) == "other placeholders"
    assert fault("ja", String("A", "%n cats", plural=True), ("a", "b"))


# The window in a language that nobody speaks


class Pseudo(QTranslator):
    """Marks what it translates, and makes it a third longer, as German would."""

    def isEmpty(self) -> bool:
        return False

    def translate(
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        return f"⟦{text}{' ~~~~' * (len(text) // 15) or '~~'}⟧"


@pytest.fixture
def pseudo(qapp: QApplication, english: None) -> Iterator[None]:
    translator = Pseudo()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.fixture
def mirrored(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


NAMES = re.compile(
    r"FDIWN Upscaler|PNG|JPEG|TIFF|WebP|AVIF|sRGB|Display P3|Adobe RGB|MP\b|MB\b|GB\b|dB\b|cpu"
    r"|b?float\d\d|photo_\dx|fake|stand-in-x\d|[\w-]+\.\w{3}\b"
    r"|English|Deutsch|Français|Español|日本語|简体中文|Qt\b|BibTeX"
)
"""What is the same in every language."""


def untranslated(root: QWidget) -> list[str]:
    """The texts of `root` and all in it that no translator has seen."""
    found = []
    for thing in [root, *root.findChildren(QWidget), *root.findChildren(QAction)]:
        for text in texts_of(thing):
            plain = NAMES.sub("", text)
            if re.search(r"[A-Za-z]{2}", plain) and "⟦" not in plain:
                found.append(f"{type(thing).__name__}: {text!r}")
    return found


def texts_of(thing: QObject) -> Iterator[str]:
    if isinstance(thing, QAction):
        if not thing.isSeparator():
            yield from (thing.text(), thing.toolTip(), thing.statusTip())
        return
    assert isinstance(thing, QWidget)
    if thing.objectName().startswith("qt_"):
        return  # parts that Qt puts in, as the arrows of a tab bar
    yield from (thing.toolTip(), thing.accessibleName(), thing.accessibleDescription())
    yield thing.windowTitle() if thing.isWindow() else ""
    if isinstance(thing, QLabel | QAbstractButton):
        yield thing.text()
    if isinstance(thing, QMenu):
        yield thing.title()
    if isinstance(thing, QComboBox):
        yield from (thing.itemText(index) for index in range(thing.count()))
    if isinstance(thing, QTabWidget):
        yield from (thing.tabText(index) for index in range(thing.count()))
    if isinstance(thing, QTreeWidget):
        header = thing.headerItem()
        assert header is not None
        yield from (header.text(column) for column in range(thing.columnCount()))


def surfaces(window: MainWindow) -> Iterator[QWidget]:
    """The window and each of its dialogs, open."""
    yield window
    info = next(model for model in MODELS if model.url)
    dialogs: tuple[Callable[[], QDialog], ...] = (
        window.shell.open_preferences,
        window.shell.open_shortcuts,
        window.shell.open_about,
        window.commands.show_models,
        lambda: FetchDialog(info, window.setup, window),
    )
    for make in dialogs:
        dialog = make()
        dialog.open()
        yield dialog
        dialog.close()


def finished(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    """Bring the window to where everything of it can be seen."""
    drop(window, fake_engine.draw(tmp_path / "a.png"), tmp_path / "letter.doc")
    wait_for_states(qtbot, window, JobState.READY)
    window.options.primary.click()
    wait_for_states(qtbot, window, JobState.DONE)
    choose_scale(window, 3)  # for which there is no model


def test_no_text_escapes_the_translators(
    pseudo: None, make_window: Callable[..., MainWindow], models: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    window = make_window()
    about_model = window.options.about_model.text()
    finished(window, qtbot, tmp_path)
    data = {  # of the models themselves
        about_model,
        *(model.source for model in MODELS),
        *(model.licence for model in MODELS),
    }
    for surface in surfaces(window):
        left = [text for text in untranslated(surface) if not any(d and d in text for d in data)]
        assert "\n".join(left) == "", surface
    rows = window.rail.model()
    for row in range(rows.rowCount()):
        assert "⟦" in rows.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_mirrored_and_longer_nothing_is_cut_off(
    pseudo: None,
    mirrored: None,
    make_window: Callable[..., MainWindow],
    models: Path,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    window = make_window()
    finished(window, qtbot, tmp_path)
    for surface in surfaces(window):
        QApplication.processEvents()  # which lays everything out
        assert "\n".join(cut_off(surface)) == "", surface
    assert window.options.mapTo(window, window.options.rect().center()).x() < window.width() / 2
    assert window.rail.mapTo(window, window.rail.rect().center()).x() > window.width() / 2
    file, edit = (window.menuBar().actionGeometry(a) for a in window.menuBar().actions()[:2])
    assert file.left() > edit.left()


def cut_off(root: QWidget) -> list[str]:
    """The texts that have less room than they ask for."""
    found, icon_only = [], Qt.ToolButtonStyle.ToolButtonIconOnly
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, QLabel | QAbstractButton | QCheckBox):
            continue
        wanted = widget.sizeHint()
        if isinstance(widget, QLabel) and widget.wordWrap():
            room = widget.height() >= widget.heightForWidth(widget.width())
        elif isinstance(widget, QLabel) and not widget.text():
            continue
        elif isinstance(widget, QToolButton) and widget.toolButtonStyle() is icon_only:
            room = widget.contentsRect().size().expandedTo(widget.iconSize()) == widget.size()
        else:
            room = widget.width() >= wanted.width() and widget.height() >= wanted.height() - 1
        if not room:
            text = widget.text()
            found.append(f"{type(widget).__name__} {text!r}: {widget.size()} of {wanted}")
    return found
