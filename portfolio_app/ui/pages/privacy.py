"""Personal data: whom to review, what a person may ask for, whom not to contact, and the papers about it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QTabBar

from portfolio_app.ui import theme
from portfolio_app.ui.pages.base import Page, UiContext
from portfolio_app.ui.pages.privacy_block import BlockPart
from portfolio_app.ui.pages.privacy_campaign import CampaignPart
from portfolio_app.ui.pages.privacy_parts import PrivacyPart
from portfolio_app.ui.pages.privacy_register import RegisterPart
from portfolio_app.ui.pages.privacy_request import RequestPart
from portfolio_app.ui.pages.privacy_review import ReviewPart

PARTS = ("review", "request", "block", "campaign", "register")


class PrivacyPage(Page):
    """Five tabs; what comes into sight is read anew."""

    kinds = frozenset({"client", "contact", "interaction", "sale", "consent", "suppression", "setting"})

    def __init__(self, context: UiContext) -> None:
        super().__init__(context)
        self.title = self.tr("Privacy")
        self.body.setSpacing(theme.M)
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self.tabs.setAccessibleName(self.tr("Privacy"))
        self.review = ReviewPart(context)
        self.request = RequestPart(context)
        self.block = BlockPart(context)
        self.campaign = CampaignPart(context)
        self.register = RegisterPart(context)
        self._stack = QStackedWidget()
        for part, words in (
            (self.review, self.tr("To review")),
            (self.request, self.tr("A person's request")),
            (self.block, self.tr("Do not contact")),
            (self.campaign, self.tr("Contact list for a campaign")),
            (self.register, self.tr("Register of processing")),
        ):
            self.tabs.addTab(words)
            self._stack.addWidget(part)
        self.review.open_requested.connect(self.open_requested)
        self.review.erase_requested.connect(self._erase_client)
        self.request.open_requested.connect(self.open_requested)
        self.tabs.currentChanged.connect(self._turn)
        self.body.addWidget(self.tabs)
        self.body.addWidget(self._stack, 1)

    @property
    def part(self) -> PrivacyPart:
        """The tab in sight."""
        part = self._stack.currentWidget()
        assert isinstance(part, PrivacyPart)
        return part

    def load(self) -> None:
        """Ask for what the tab in sight shows."""
        self.part.load()

    def show_item(self, item: object) -> None:
        """Go to one of `PARTS`."""
        if item in PARTS:
            self.tabs.setCurrentIndex(PARTS.index(str(item)))

    def focus_first(self) -> None:
        """Where work starts in the tab in sight."""
        self.part.focus_first()

    def _turn(self, place: int) -> None:
        self._stack.setCurrentIndex(place)
        if self._is_active:
            self.part.load()

    def _erase_client(self, client_id: int) -> None:
        self.tabs.setCurrentIndex(PARTS.index("request"))
        self.request.show_client(client_id)
