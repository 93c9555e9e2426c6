"""Vietnamese for Qt's own buttons, context menus and dialogs, of which Qt has none."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from cchc_desktop.places import resources_dir


def speak_vietnamese(application: QCoreApplication) -> QTranslator:
    """Make Qt's own texts, dates and numbers Vietnamese; the translator lives as long as the application."""
    QLocale.setDefault(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))
    translator = QTranslator(application)
    path = resources_dir() / "translations" / "qt_vi.qm"
    if not translator.load(str(path)):
        raise FileNotFoundError(path)
    application.installTranslator(translator)
    return translator
