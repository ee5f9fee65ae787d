"""The pages of the program: what stands in the sidebar, in which order, and how each is made."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from portfolio_app.ui.main_window import PageSpec
from portfolio_app.ui.pages.base import Page, UiContext


def page_specs() -> list[PageSpec]:
    """All pages, in the language in use. Each module is imported on the page's first visit."""
    translate = QCoreApplication.translate
    return [
        PageSpec("today", translate("Pages", "Today"), "today", _today),
        PageSpec("clients", translate("Pages", "Clients"), "clients", _clients),
        PageSpec("follow_ups", translate("Pages", "Follow-ups"), "follow-ups", _follow_ups),
        PageSpec("calendar", translate("Pages", "Calendar"), "calendar", _calendar),
        PageSpec("analysis", translate("Pages", "Analysis"), "analysis", _analysis),
        PageSpec("import", translate("Pages", "Import"), "import", _import, "tools"),
        PageSpec("export", translate("Pages", "Export"), "export", _export, "tools"),
        PageSpec("quality", translate("Pages", "Data quality"), "quality", _quality, "tools"),
        PageSpec("history", translate("Pages", "History"), "history", _history, "tools"),
        PageSpec("privacy", translate("Pages", "Privacy"), "privacy", _privacy, "tools"),
        PageSpec("backups", translate("Pages", "Backups"), "backup", _backups, "tools"),
        PageSpec("settings", translate("Pages", "Settings"), "settings", _settings, "bottom"),
        welcome_spec(),
    ]


def bookless_specs() -> list[PageSpec]:
    """What works when no book is open."""
    return [spec for spec in page_specs() if spec.key in ("welcome", "settings")]


def welcome_spec() -> PageSpec:
    """The first page somebody sees, and when no book is open."""
    return PageSpec("welcome", QCoreApplication.translate("Pages", "Welcome"), "book", _welcome, "hidden")


def _today(context: UiContext) -> Page:
    from portfolio_app.ui.pages.today import TodayPage

    return TodayPage(context)


def _clients(context: UiContext) -> Page:
    from portfolio_app.ui.pages.clients import ClientsPage

    return ClientsPage(context)


def _follow_ups(context: UiContext) -> Page:
    from portfolio_app.ui.pages.follow_ups import FollowUpsPage

    return FollowUpsPage(context)


def _calendar(context: UiContext) -> Page:
    from portfolio_app.ui.pages.calendar import CalendarPage

    return CalendarPage(context)


def _analysis(context: UiContext) -> Page:
    from portfolio_app.ui.pages.analysis.page import AnalysisPage

    return AnalysisPage(context)


def _import(context: UiContext) -> Page:
    from portfolio_app.ui.pages.import_page import ImportPage

    return ImportPage(context)


def _export(context: UiContext) -> Page:
    from portfolio_app.ui.pages.export_page import ExportPage

    return ExportPage(context)


def _quality(context: UiContext) -> Page:
    from portfolio_app.ui.pages.quality import QualityPage

    return QualityPage(context)


def _privacy(context: UiContext) -> Page:
    from portfolio_app.ui.pages.privacy import PrivacyPage

    return PrivacyPage(context)


def _backups(context: UiContext) -> Page:
    from portfolio_app.ui.pages.backups import BackupsPage

    return BackupsPage(context)


def _history(context: UiContext) -> Page:
    from portfolio_app.ui.pages.history import HistoryPage

    return HistoryPage(context)


def _settings(context: UiContext) -> Page:
    from portfolio_app.ui.pages.settings import SettingsPage

    return SettingsPage(context)


def _welcome(context: UiContext) -> Page:
    from portfolio_app.ui.pages.welcome import WelcomePage

    return WelcomePage(context)
