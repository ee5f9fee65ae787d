"""The followed files of the import page: what became of them, reading them again, following more."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from portfolio_app.ui.pages import import_calls as calls
from portfolio_app.ui.pages import import_words as words

if TYPE_CHECKING:
    from portfolio_app.services.watched_files import WatchedView
    from portfolio_app.ui.pages.import_done import DoneStep
    from portfolio_app.ui.pages.import_files import FilesStep
    from portfolio_app.ui.pages.import_page import ImportPage


SHOWN = 4
"""So many files are named whose kind is known."""


class Watching(QObject):
    """Asks the book which files are followed and which kinds are known, and tells the steps."""

    def __init__(self, page: ImportPage, files: FilesStep, done: DoneStep) -> None:
        super().__init__(page)
        self._page, self._files, self._done = page, files, done
        self._views: Sequence[WatchedView] = ()
        self._sources: list[Any] = []
        files.read_again_requested.connect(page.read_again)
        files.unwatch_requested.connect(self._unwatch)
        done.watch_requested.connect(self._watch)

    def load(self) -> None:
        """Look at the followed files."""
        self._page.ops.query(self, calls.watched, on_result=self._show, latest="watched")
        self._page.ops.query(self, calls.known_files, SHOWN, on_result=self._files.show_known, latest="known")

    def _show(self, views: list[WatchedView]) -> None:
        self._views = views
        self._files.show_watched(views)
        self._offer()

    def offer(self, sources: Sequence[Any], pasted: Collection[Path]) -> None:
        """After an import: its files can be followed, but for those that are and what was pasted."""
        self._sources = [source for source in sources if source.path not in pasted]
        self.load()

    def _offer(self) -> None:
        followed = {str(view.path) for view in self._views}
        self._sources = [source for source in self._sources if str(source.path.absolute()) not in followed]
        self._done.offer_watching(bool(self._sources))

    def _watch(self) -> None:
        sources, self._sources = self._sources, []
        self._done.offer_watching(False)
        for source in sources:
            self._page.ops.run(
                self,
                calls.watch,
                source,
                announce=False,
                on_error=lambda error: self._page.notice.say(words.problem_text(error)),
            )
        names = ", ".join(dict.fromkeys(source.path.name for source in sources))
        told = self.tr("Followed: {names}. It is read again with one click on the first step.")
        self._done.say(told.format(names=names))

    def _unwatch(self, view: WatchedView) -> None:
        self._page.ops.run(self, calls.unwatch, view.id)
