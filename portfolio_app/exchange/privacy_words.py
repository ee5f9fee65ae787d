"""The words of the files written for privacy, English and French: lists for campaigns, all about one person."""

from __future__ import annotations

from portfolio_app.exchange.workbook_words import Words as WorkbookWords

_WORDS: dict[str, tuple[str, str]] = {
    "csv_separator": (",", ";"),
    "consent": ("Consent", "Accord"),
    "file_title": ("Data held about {name}", "Données détenues sur {name}"),
    "file_intro": (
        "Everything this client book holds about {name}, written on {day}. It answers a request for access "
        "(GDPR, articles 15 and 20); the file of the same name ending in .json holds the same for a computer.",
        "Tout ce que ce portefeuille contient sur {name}, au {day}. Ce document répond à une demande d’accès "
        "(RGPD, articles 15 et 20)\u202f; le fichier du même nom en .json contient les mêmes données pour "
        "un ordinateur.",
    ),
    "missing": (
        "These characters cannot be printed here and are shown as “\ufffd”; the .json file holds them: {codes}",
        "Ces caractères ne peuvent pas être imprimés ici et apparaissent comme «\u00a0\ufffd\u00a0»\u202f; "
        "le fichier .json les contient\u00a0: {codes}",
    ),
    "identity": ("Who", "Identité"),
    "consents": ("Consent and objection", "Accords et refus"),
    "suppressions": ("On the do-not-contact list", "Sur la liste d’opposition"),
    "history": ("Changes kept in the history", "Modifications conservées dans l’historique"),
    "mentions": (
        "Other texts that seem to name this person",
        "Autres textes qui semblent citer cette personne",
    ),
    "mentions_note": (
        "Found by name, address or number. Read them before handing this document over: "
        "they may be about a namesake, or about somebody else too.",
        "Trouvés par le nom, l’adresse ou le numéro. Relisez-les avant de remettre ce document\u00a0: "
        "ils peuvent concerner un homonyme, ou une autre personne aussi.",
    ),
    "nothing": ("Nothing.", "Rien."),
    "channel": ("Channel", "Canal"),
    "state": ("Answer", "Réponse"),
    "proof": ("Proof", "Preuve"),
    "reason": ("Reason", "Motif"),
    "value": ("Value", "Valeur"),
    "where": ("Where", "Où"),
    "what": ("What changed", "Ce qui a changé"),
    "text": ("Text", "Texte"),
    "objected": ("objected", "s’est opposé"),
    "erased": ("erased", "effacé"),
    "post": ("Post", "Courrier postal"),
    "form": ("Form", "Formulaire"),
    "contract": ("Contract", "Contrat"),
    "import": ("Import", "Import"),
    "suppression": ("Do-not-contact list", "Liste d’opposition"),
    "other": ("Other", "Autre"),
    "consent_record": ("Consent or refusal", "Accord ou refus"),
    "consent_granted": ("Consent", "Accord"),
    "consent_refused": ("Refusal", "Refus"),
    "interaction": ("Interaction", "Échange"),
    "follow_up": ("Follow-up", "Relance"),
    "sale": ("Sale", "Vente"),
    "survey_answer": ("Survey answer", "Réponse d’enquête"),
    "key_date": ("Key date", "Date clé"),
    "opportunity_answer": ("Answer to an opportunity", "Réponse à une opportunité"),
    "opportunity": ("Opportunity", "Opportunité"),
    "opportunities": ("Answers to opportunities", "Réponses aux opportunités"),
    "answer": ("Answer", "Réponse"),
    "about": ("About", "Objet"),
    "refused": ("Refused", "Refusée"),
    "taken": ("Taken up", "Retenue"),
    "opportunity_cross_sell": ("Something else to sell", "Vente croisée"),
    "opportunity_upsell": ("Sell higher", "Montée en gamme"),
    "opportunity_frequency": ("Order more often", "Commandes plus fréquentes"),
    "opportunity_win_back": ("Win back", "Reconquête"),
    "opportunity_look_alike": ("Promising prospect", "Prospect prometteur"),
    "enrolment": ("Enrolment in a plan", "Inscription à un plan d’action"),
    "contact": ("Contact", "Contact"),
    "created": ("created", "créé"),
    "changed": ("changed", "modifié"),
    "deleted": ("deleted", "supprimé"),
    "employer": ("At", "Chez"),
    "created_at": ("Recorded on", "Enregistré le"),
    "updated_at": ("Changed on", "Modifié le"),
    "former_reason": ("Why former", "Motif de fin"),
    "pinned_segment": ("Segment set by hand", "Segment fixé à la main"),
    "pinned_on": ("Segment set by hand on", "Segment fixé à la main le"),
    "verified_on": ("Verified on", "Vérifié le"),
    "stopped": ("Stopped buying", "N’achète plus"),
    "closed_down": ("Closed down", "A cessé son activité"),
    "footer": ("Personal data – handle with care", "Données personnelles – à traiter avec précaution"),
}


class Words(WorkbookWords):
    """The words in one language, those of the workbook included."""

    def __getitem__(self, key: str) -> str:
        return _WORDS[key][self._place] if key in _WORDS else super().__getitem__(key)

    def value(self, code: str, prefix: str = "") -> str:
        """A stored code as a word; anything else as it is."""
        word = _WORDS.get(prefix + code)
        return super().value(code, prefix) if word is None else word[self._place]
