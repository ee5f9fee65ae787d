"""The words of an exported workbook, English and French.

They belong to the file, not to the screen: the command line writes French workbooks without the interface,
and an import recognises these titles when the workbook comes back.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

_WORDS: dict[str, tuple[str, str]] = {
    "clients": ("Clients", "Clients"),
    "contacts": ("Contacts", "Contacts"),
    "sales": ("Sales", "Ventes"),
    "interactions": ("Interactions", "Échanges"),
    "follow_ups": ("Follow-ups", "Relances"),
    "deals": ("Deals", "Affaires"),
    "survey_answers": ("Survey answers", "Réponses d’enquête"),
    "key_dates": ("Key dates", "Dates clés"),
    "plans": ("Plans", "Plans d’action"),
    "concentration": ("Concentration", "Concentration"),
    "reference": ("Reference", "Référence"),
    "client": ("Client", "Client"),
    "kind": ("Kind", "Type"),
    "status": ("Status", "Statut"),
    "segment": ("Segment", "Segment"),
    "abc": ("ABC class", "Classe ABC"),
    "sector": ("Sector", "Secteur"),
    "size": ("Size", "Taille"),
    "siret": ("SIRET", "SIRET"),
    "vat": ("VAT number", "N° TVA"),
    "email": ("E-mail", "E-mail"),
    "phone": ("Phone", "Téléphone"),
    "mobile": ("Mobile", "Mobile"),
    "website": ("Website", "Site web"),
    "street": ("Street", "Rue"),
    "postcode": ("Postcode", "Code postal"),
    "city": ("City", "Ville"),
    "region": ("Region", "Région"),
    "country": ("Country", "Pays"),
    "source": ("Source", "Origine"),
    "tags": ("Tags", "Étiquettes"),
    "client_since": ("Client since", "Client depuis"),
    "notes": ("Notes", "Notes"),
    "acquisition_cost": ("Acquisition cost", "Coût d’acquisition"),
    "persona": ("Persona", "Persona"),
    "needs": ("Needs", "Besoins"),
    "preferences": ("Preferences", "Préférences"),
    "strategic_role": ("Strategic role", "Rôle stratégique"),
    "loyalty_tier": ("Loyalty tier", "Niveau de fidélité"),
    "price_sensitivity": ("Price sensitivity", "Sensibilité au prix"),
    "growth_potential": ("Growth potential", "Potentiel de croissance"),
    "gender": ("Gender", "Genre"),
    "birth_date": ("Birth date", "Date de naissance"),
    "income_band": ("Income band", "Tranche de revenu"),
    "insolvency_on": ("Insolvency announced on", "Insolvabilité annoncée le"),
    "cadence_ideal_days": ("Contact every (days)", "Contact tous les (jours)"),
    "cadence_max_days": ("Contact at the latest after (days)", "Contact au plus tard après (jours)"),
    "own_field": ("custom field", "champ personnalisé"),
    "yes": ("Yes", "Oui"),
    "no": ("No", "Non"),
    "revenue_window": ("Revenue, 12 months", "CA 12 mois"),
    "revenue_previous": ("Revenue, 12 months before", "CA 12 mois précédents"),
    "revenue": ("Revenue, all time", "CA total"),
    "orders": ("Orders, all time", "Commandes, total"),
    "last_sale": ("Last order", "Dernière commande"),
    "last_touch": ("Last touch", "Dernier échange"),
    "next_action": ("Next action", "Prochaine action"),
    "full_name": ("Contact", "Contact"),
    "first_name": ("First name", "Prénom"),
    "last_name": ("Last name", "Nom"),
    "role": ("Role", "Fonction"),
    "consent_email": ("Consent to e-mail", "Accord e-mail"),
    "consent_phone": ("Consent to calls", "Accord appels"),
    "granted": ("Granted", "Donné"),
    "refused": ("Refused", "Refusé"),
    "date": ("Date", "Date"),
    "order_reference": ("Order number", "N° de commande"),
    "product": ("Product", "Produit"),
    "product_reference": ("Product reference", "Référence produit"),
    "category": ("Category", "Catégorie"),
    "quantity": ("Quantity", "Quantité"),
    "amount": ("Amount", "Montant"),
    "cost": ("Cost", "Coût"),
    "payment_due": ("Payment due", "Échéance de paiement"),
    "paid_on": ("Paid on", "Payée le"),
    "deal": ("Deal", "Affaire"),
    "stage": ("Stage", "Étape"),
    "probability": ("Probability (%)", "Probabilité (%)"),
    "opened_on": ("Opened on", "Ouverte le"),
    "expected_on": ("Expected on", "Attendue le"),
    "next_step": ("Next step", "Prochaine étape"),
    "next_step_on": ("Next step on", "Prochaine étape le"),
    "closed_on": ("Closed on", "Close le"),
    "lost_reason": ("Why lost", "Motif de perte"),
    "survey": ("Survey", "Enquête"),
    "score": ("Score", "Score"),
    "comment": ("Comment", "Commentaire"),
    "direction": ("Direction", "Sens"),
    "minutes": ("Minutes", "Minutes"),
    "outcome": ("Outcome", "Résultat"),
    "subject": ("Subject", "Objet"),
    "body": ("Text", "Texte"),
    "deadline": ("To be resolved by", "À résoudre avant le"),
    "resolved_on": ("Resolved on", "Résolue le"),
    "due_on": ("Due on", "Échéance"),
    "due_time": ("Time", "Heure"),
    "time_zone": ("Time zone", "Fuseau horaire"),
    "title": ("What", "Quoi"),
    "due_reason": ("Reason", "Motif"),
    "repeat_every": ("Repeated every", "Répétée tous les"),
    "repeat_unit": ("Unit of the repetition", "Unité de répétition"),
    "repeat_from": ("Repeated from", "Répétée à partir du"),
    "repeat_until": ("Repeated until", "Répétée jusqu’au"),
    "set_on": ("Postponed on", "Reportée le"),
    "about": ("About", "Objet de la relance"),
    "uid": ("Calendar identifier", "Identifiant d’agenda"),
    "key_date": ("Key date", "Date clé"),
    "label": ("Label", "Libellé"),
    "yearly": ("Every year", "Chaque année"),
    "notice_days": ("Notice (days)", "Préavis (jours)"),
    "plan": ("Plan", "Plan d’action"),
    "step": ("Step", "Étape du plan"),
    "started_on": ("Started on", "Commencé le"),
    "ended_on": ("Ended on", "Terminé le"),
    "end_reason": ("How it ended", "Comment il s’est terminé"),
    "done_on": ("Done on", "Fait le"),
    "rank": ("Rank", "Rang"),
    "share": ("Share", "Part"),
    "cumulative_share": ("Cumulative share", "Part cumulée"),
    "abc_rank": ("ABC 20/20/60 by rank", "ABC 20/20/60 par rang"),
    "abc_revenue": ("ABC 60/30/10 by revenue", "ABC 60/30/10 par CA"),
    "figure_period": ("Period", "Période"),
    "figure_clients": ("Clients with sales", "Clients avec ventes"),
    "figure_total": ("Revenue", "Chiffre d’affaires"),
    "figure_margin": ("Margin", "Marge"),
    "figure_top1": ("Share of the first client", "Part du premier client"),
    "figure_top5": ("Share of the first five", "Part des cinq premiers"),
    "figure_hhi": ("HHI (0–10,000)", "HHI (0–10 000)"),
    "figure_effective": ("Equivalent clients", "Clients équivalents"),
    "figure_gini": ("Gini", "Gini"),
    "figure_80": ("Clients making 80 %", "Clients faisant 80 %"),
    "all_time": ("All time", "Depuis le début"),
    "days": ("{days} days to {day}", "{days} jours au {day}"),
    "chart_title": ("Who makes your revenue", "Qui fait votre chiffre d’affaires"),
    "chart_title_margin": ("Who makes your margin", "Qui fait votre marge"),
    "cut_mark": (" […cut]", " […coupé]"),
    "continued": ("{title} ({number})", "{title} ({number})"),
    "organisation": ("Organisation", "Organisation"),
    "person": ("Person", "Personne"),
    "prospect": ("Prospect", "Prospect"),
    "active": ("Active", "Actif"),
    "former": ("Former", "Ancien"),
    "top": ("Top", "Top"),
    "high_potential": ("High potential", "Fort potentiel"),
    "regular": ("Regular", "Régulier"),
    "at_risk": ("At risk", "À risque"),
    "dormant": ("Dormant", "Dormant"),
    "loyalty.loyal": ("Loyal", "Fidèle"),
    "loyalty.potential": ("Potential", "Potentiel"),
    "loyalty.unfaithful": ("Doubtful: unfaithful", "Douteux\u00a0: infidèle"),
    "loyalty.dissatisfied": ("Doubtful: dissatisfied", "Douteux\u00a0: insatisfait"),
    "loyalty.insolvent": ("Doubtful: insolvent", "Douteux\u00a0: insolvable"),
    "abc_rank.a": ("A", "A"),
    "abc_rank.b": ("B", "B"),
    "abc_rank.c": ("C", "C"),
    "abc_rank.none": ("No revenue", "Sans CA"),
    "abc_revenue.a": ("A", "A"),
    "abc_revenue.b": ("B", "B"),
    "abc_revenue.c": ("C", "C"),
    "abc_revenue.none": ("No revenue", "Sans CA"),
    "pareto.vital": ("Vital few", "Essentiels"),
    "pareto.other": ("The others", "Les autres"),
    "pareto.none": ("No revenue", "Sans CA"),
    "size.large": ("Large", "Grand"),
    "size.medium": ("Medium", "Moyen"),
    "size.small": ("Small", "Petit"),
    "size.none": ("No revenue", "Sans CA"),
    "rfm.champions": ("Champions", "Champions"),
    "rfm.loyal": ("Loyal", "Fidèles"),
    "rfm.promising": ("Promising", "Prometteurs"),
    "rfm.new": ("New", "Nouveaux"),
    "rfm.needs_attention": ("Needs attention", "À surveiller"),
    "rfm.cannot_lose": ("Not to be lost", "À ne pas perdre"),
    "rfm.at_risk": ("At risk", "À risque"),
    "rfm.hibernating": ("Asleep", "En sommeil"),
    "rfm.none": ("No score", "Sans score"),
    "call": ("Call", "Appel"),
    "meeting": ("Meeting", "Rendez-vous"),
    "visit": ("Visit", "Visite"),
    "message": ("Message", "Message"),
    "letter": ("Letter", "Courrier"),
    "complaint": ("Complaint", "Réclamation"),
    "feedback": ("Feedback", "Retour client"),
    "service": ("Service", "Service"),
    "outgoing": ("Outgoing", "Sortant"),
    "incoming": ("Incoming", "Entrant"),
    "reached": ("Reached", "Joint"),
    "no_answer": ("No answer", "Pas de réponse"),
    "left_message": ("Left a message", "Message laissé"),
    "positive": ("Positive", "Positif"),
    "negative": ("Negative", "Négatif"),
    "open": ("Open", "À faire"),
    "waiting": ("Waiting", "En attente"),
    "done": ("Done", "Fait"),
    "dropped": ("Dropped", "Abandonné"),
    "role_economies_of_scale": ("Economies of scale", "Économies d’échelle"),
    "role_market_entry": ("Entry to a market", "Entrée sur un marché"),
    "role_future_potential": ("Future potential", "Potentiel futur"),
    "role_reference": ("Reference", "Référence"),
    "level_low": ("Low", "Faible"),
    "level_medium": ("Medium", "Moyen"),
    "level_high": ("High", "Élevé"),
    "gender_female": ("Woman", "Femme"),
    "gender_male": ("Man", "Homme"),
    "gender_other": ("Other", "Autre"),
    "deal_open": ("Open", "En cours"),
    "deal_won": ("Won", "Gagnée"),
    "deal_lost": ("Lost", "Perdue"),
    "due_reminder": ("Reminder", "Rappel"),
    "due_plan_step": ("Plan step", "Étape d’un plan"),
    "due_complaint": ("Open complaint", "Réclamation ouverte"),
    "due_cadence": ("Contact rhythm", "Rythme de contact"),
    "due_rhythm": ("Buying rhythm broken", "Rythme d’achat rompu"),
    "due_deal_step": ("Next step of a deal", "Prochaine étape d’une affaire"),
    "due_deal_close": ("Deal to be decided", "Affaire à conclure"),
    "due_key_date": ("Key date", "Date clé"),
    "due_birthday": ("Birthday", "Anniversaire"),
    "due_survey": ("Survey to send", "Enquête à envoyer"),
    "due_data": ("Data to complete", "Données à compléter"),
    "unit_day": ("Days", "Jours"),
    "unit_week": ("Weeks", "Semaines"),
    "unit_month": ("Months", "Mois"),
    "unit_year": ("Years", "Ans"),
    "key_contract_end": ("End of contract", "Fin de contrat"),
    "key_renewal": ("Renewal", "Renouvellement"),
    "key_anniversary": ("Anniversary", "Anniversaire"),
    "key_birthday": ("Birthday", "Anniversaire de naissance"),
    "key_other": ("Other", "Autre"),
    "plan_finished": ("Finished", "Mené à son terme"),
    "plan_stopped": ("Stopped", "Arrêté"),
    "survey_nps": ("NPS", "NPS"),
    "survey_csat": ("CSAT", "CSAT"),
}

_CLIENT = ("reference", "client")
_PERSON = ("full_name", "first_name", "last_name", "role", "email", "phone", "mobile")
_IN_PART: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "contacts": (_PERSON, (*_CLIENT, *_PERSON)),
    "follow_ups": (("due_on", "due_time", "title", "done_on"), _CLIENT),
    "deals": (("deal", "stage", "probability", "opened_on", "closed_on"), _CLIENT),
    "survey_answers": (("survey", "score", "comment"), _CLIENT),
    "key_dates": (("key_date", "label", "yearly"), _CLIENT),
    "plans": (("plan", "step", "started_on"), _CLIENT),
}
"""Sheets an import takes in only in part: titles that tell them from other files' sheets of that name, and the
columns taken.
"""


_RECORDS = (
    "clients", "contacts", "sales", "interactions", "follow_ups", "deals", "survey_answers", "key_dates", "plans",
)  # fmt: skip
_REPORTS = ("concentration",)


def _titled(sheet: str, keys: Sequence[str]) -> int | None:
    """The place of a sheet's title among ours of those keys, in either language."""
    name = sheet.partition(" (")[0]  # "Deals (2)" when one sheet was not enough
    return next((place for place, key in enumerate(keys) if name in _WORDS[key]), None)


def import_order(sheets: Sequence[str], first: str) -> list[str]:
    """The sheets of a workbook in the order in which one is looked for that can be imported: `first`, then the others.

    In our own workbook the sheets of records, clients first; a report that was written from them is none.
    """
    records = [(place, sheet) for sheet in sheets if (place := _titled(sheet, _RECORDS)) is not None]
    if _titled(first, _REPORTS) is None or not records:
        return [first, *(sheet for sheet in sheets if sheet != first)]
    return [sheet for _, sheet in sorted(records, key=lambda pair: pair[0])]


def importable(sheet: str, columns: Sequence[str]) -> list[str]:
    """The columns that may be guessed: of our own sheets of deals and the like only those that name the client.

    By their titles alone, a deal's amount could become a sale, its state and a contact's notes the client's.
    """
    name = sheet.partition(" (")[0]  # "Deals (2)" when one sheet was not enough
    for key, (telling, taken) in _IN_PART.items():
        for place, title in enumerate(_WORDS[key]):
            if name == title and {_WORDS[word][place] for word in telling} <= set(columns):
                return [_WORDS[word][place] for word in taken]
    return list(columns)


class Words:
    """The words in one language, "fr" or "en"."""

    def __init__(self, language: str) -> None:
        self._place = 1 if language == "fr" else 0

    def __getitem__(self, key: str) -> str:
        return _WORDS[key][self._place]

    def day(self, day: date) -> str:
        """A date inside a sentence."""
        return day.strftime("%d/%m/%Y") if self._place else day.isoformat()

    def value(self, code: str, prefix: str = "") -> str:
        """A stored code as a word; anything else as it is. `prefix`: of a list whose codes mean other things too."""
        word = _WORDS.get(prefix + code)
        return code if word is None else word[self._place]
