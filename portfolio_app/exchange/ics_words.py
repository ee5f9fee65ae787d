"""The words of calendar files, English and French."""

from __future__ import annotations

from portfolio_app.exchange.workbook_words import Words as WorkbookWords

_WORDS: dict[str, tuple[str, str]] = {
    "calendar": ("{book} – follow-ups", "{book} – relances"),
    "follow_up": ("Follow-up", "Relance"),
    "why": ("Why: {reason}", "Motif\u00a0: {reason}"),
    "waiting_for_them": ("Waiting for their answer", "En attente de leur réponse"),
    "last_touch": ("Last contact: {day}", "Dernier échange\u00a0: {day}"),
    "also": ("Also: {reasons}", "Aussi\u00a0: {reasons}"),
    "missing": ("Missing: {fields}", "Manque\u00a0: {fields}"),
    "phone": ("phone", "téléphone"),
    "email": ("e-mail", "e-mail"),
    "reason_reminder": ("reminder", "rappel"),
    "reason_plan_step": ("step of a plan", "étape d’un plan d’action"),
    "reason_complaint": ("open complaint", "réclamation ouverte"),
    "reason_cadence": ("contact rhythm", "rythme de contact"),
    "reason_never_touched": ("never contacted yet", "jamais contacté"),
    "reason_rhythm": ("buying rhythm broken", "rythme d’achat rompu"),
    "reason_deal_step": ("next step of a deal", "prochaine étape d’une affaire"),
    "reason_deal_close": ("a deal is about to close", "une affaire arrive à échéance"),
    "reason_key_date": ("key date", "date clé"),
    "reason_birthday": ("birthday", "anniversaire"),
    "reason_survey": ("survey to send", "enquête à envoyer"),
    "reason_data": ("details to complete", "coordonnées à compléter"),
}


class Words(WorkbookWords):
    """The words in one language, those of the workbook included."""

    def __getitem__(self, key: str) -> str:
        return _WORDS[key][self._place] if key in _WORDS else super().__getitem__(key)

    def reason(self, code: str) -> str:
        """Why something is due, within a sentence."""
        word = _WORDS.get(f"reason_{code}")
        return code if word is None else word[self._place]
