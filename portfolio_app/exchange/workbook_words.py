"""The words of an exported workbook, English and French.

They belong to the file, not to the screen: the command line writes French workbooks without the interface,
and an import recognises these titles when the workbook comes back.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

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
    "summary": ("Summary", "Synthèse"),
    "summary_about": (
        "Client portfolio on {day}. Amounts in {currency}; 12 months are the 365 days up to that day.",
        "Portefeuille clients au {day}. Montants en {currency}\u00a0; 12 mois sont les 365 jours "
        "jusqu’à ce jour.",
    ),
    "summary_part": (
        "{count} of {all} clients are in this workbook.",
        "{count} clients sur {all} sont dans ce classeur.",
    ),
    "footer": ("{name} – {day}", "{name} – {day}"),
    "page": ("Page {page} of {pages}", "Page {page} sur {pages}"),
    "figure": ("Indicator", "Indicateur"),
    "figure_now": ("Value", "Valeur"),
    "figure_before": ("12 months before", "12 mois précédents"),
    "figure_change": ("Change", "Évolution"),
    "figure_meaning": ("What it says", "Ce que cela dit"),
    "kpi_clients": ("Clients and prospects", "Clients et prospects"),
    "kpi_clients_meaning": (
        "Records known on that day, former clients included.",
        "Fiches connues ce jour-là, anciens clients compris.",
    ),
    "kpi_revenue": ("Revenue, 12 months", "CA 12 mois"),
    "kpi_revenue_meaning": (
        "Net amount of all lines sold, returns and credit notes taken off.",
        "Montant net des lignes vendues, retours et avoirs déduits.",
    ),
    "kpi_buyers": ("Clients who bought", "Clients acheteurs"),
    "kpi_buyers_meaning": ("At least one order in the 12 months.", "Au moins une commande dans les 12 mois."),
    "kpi_orders": ("Orders", "Commandes"),
    "kpi_orders_meaning": (
        "Lines with one order number, or without one of one client and day, count once.",
        "Les lignes d’un même numéro de commande ou, sans numéro, d’un client et d’un jour comptent une fois.",
    ),
    "kpi_basket": ("Average order", "Commande moyenne"),
    "kpi_basket_meaning": ("Revenue divided by orders.", "CA divisé par le nombre de commandes."),
    "kpi_retention": ("Clients kept", "Clients conservés"),
    "kpi_retention_meaning": (
        "Of those who bought in the 12 months before, the share who bought again since.",
        "Parmi les acheteurs des 12 mois précédents, la part qui a racheté depuis.",
    ),
    "kpi_top1": ("Share of the first client", "Part du premier client"),
    "kpi_top1_meaning": (
        "Of the revenue of the period: what would be missing if this client left.",
        "Du CA de la période\u00a0: ce qui manquerait si ce client partait.",
    ),
    "kpi_80": ("Clients making 80 %", "Clients faisant 80 %"),
    "kpi_80_meaning": (
        "The fewest clients who together bring 80 % of the revenue.",
        "Le plus petit nombre de clients qui apportent ensemble 80 % du CA.",
    ),
    "kpi_hhi": ("Concentration (HHI)", "Concentration (HHI)"),
    "kpi_hhi_meaning": (
        "Sum of the squared shares, from 0 to 10,000: below 1,500 spread, above 2,500 dependent on few.",
        "Somme des carrés des parts, de 0 à 10\u202f000\u00a0: moins de 1\u202f500 réparti, "
        "plus de 2\u202f500 dépendant de peu.",
    ),
    "kpi_due": ("Clients to contact now", "Clients à contacter maintenant"),
    "kpi_due_meaning": (
        "Something is due with them that day or was before.",
        "Une action est prévue avec eux ce jour-là ou aurait dû avoir lieu.",
    ),
    "kpi_deals": ("Open deals", "Affaires en cours"),
    "kpi_deals_meaning": ("Sum of the amounts of open offers.", "Somme des montants des offres en cours."),
    "kpi_weighted": ("Open deals, weighted", "Affaires en cours, pondérées"),
    "kpi_weighted_meaning": (
        "The same, each times its probability; offers without one count for nothing.",
        "Idem, chacune multipliée par sa probabilité\u00a0; sans probabilité, elle compte pour zéro.",
    ),
    "by_month": ("Revenue by month", "CA par mois"),
    "month": ("Month", "Mois"),
    "year_before": ("A year before", "Un an plus tôt"),
    "by_segment": ("Revenue by segment, 12 months", "CA par segment, 12 mois"),
    "concentration_heading": ("Concentration: {period}", "Concentration\u00a0: {period}"),
    "verified_on": ("Verified on", "Vérifié le"),
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
    "visit_km": ("Kilometres there and back", "Kilomètres aller-retour"),
    "replace_months": ("Months to replace", "Mois pour le remplacer"),
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
    "discount": ("Discount amount", "Montant de la remise"),
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
    "figure_clients": ("Clients with sales", "Clients avec ventes"),
    "figure_total": ("Revenue", "Chiffre d’affaires"),
    "figure_margin": ("Margin", "Marge"),
    "figure_top1": ("Share of the first client", "Part du premier client"),
    "figure_top5": ("Share of the first five", "Part des cinq premiers"),
    "figure_hhi": ("HHI (0–10,000)", "HHI (0–10\u202f000)"),
    "figure_effective": ("Equivalent clients", "Clients équivalents"),
    "figure_gini": ("Gini", "Gini"),
    "figure_80": ("Clients making 80 %", "Clients faisant 80 %"),
    "all_time": ("All time", "Depuis le début"),
    "days": ("{days} days to {day}", "{days} jours au {day}"),
    "chart_title": ("Who makes your revenue", "Qui fait votre chiffre d’affaires"),
    "chart_title_margin": ("Who makes your margin", "Qui fait votre marge"),
    "cut_mark": (" […cut]", " […coupé]"),
    "sheet_footer": ("{name}, client sheet of {day}", "{name}, fiche client du {day}"),
    "sheets_footer": ("Client sheets of {day}", "Fiches clients du {day}"),
    "profile": ("Details", "Coordonnées et profil"),
    "by_year": ("Revenue by year", "Chiffre d’affaires par année"),
    "year": ("Year", "Année"),
    "sale_lines": ("Lines", "Lignes"),
    "first_due_of": ("The {shown} most pressing of {total}.", "Les {shown} plus pressants sur {total}."),
    "newest_of": ("The newest {shown} of {total}.", "Les {shown} plus récents sur {total}."),
    "missing_glyphs": (
        "Characters this document cannot show: {codes}.",
        "Caractères que ce document ne peut pas montrer : {codes}.",
    ),
    "key_figures": ("Key figures explained", "Les indicateurs expliqués"),
    "who_is_due": ("Whom to contact now", "Qui contacter maintenant"),
    "nothing_due": ("Nobody is due.", "Personne n’est à contacter."),
    "report_footer": ("{name}, report of {day}", "{name}, rapport du {day}"),
    "nothing": ("There is nothing in this table.", "Ce tableau est vide."),
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
    "due_never_touched": ("Never contacted", "Jamais contacté"),
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

HIDDEN = ("#id", "#check")
"""The hidden columns at the left of our sheets of records: a record's number, and what its cells were."""
MANIFEST = "_portfolio"
"""The hidden sheet that says what a workbook of ours is."""
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
_REPORTS = ("summary", "concentration")


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
        return [first, *(sheet for sheet in sheets if sheet not in (first, MANIFEST))]
    return [sheet for _, sheet in sorted(records, key=lambda pair: pair[0])]


def importable(sheet: str, columns: Sequence[str]) -> list[str]:
    """The columns that may be guessed: never our hidden ones; of our own sheets of deals and the like only those that
    name the client.

    By their titles alone, a deal's amount could become a sale, its state and a contact's notes the client's.
    `sheet` is empty for a CSV file: it is ours when all its columns are.
    """
    name = sheet.partition(" (")[0]  # "Deals (2)" when one sheet was not enough
    for key, (telling, taken) in _IN_PART.items():
        for place, title in enumerate(_WORDS[key]):
            if name != title and (name or not _all_ours(columns, place)):
                continue
            if {_WORDS[word][place] for word in telling} <= set(columns):
                return [_WORDS[word][place] for word in taken]
    return [column for column in columns if column not in HIDDEN]


def told_by_us(columns: Sequence[str], taken: Sequence[str]) -> dict[str, str]:
    """The fields of the columns of our own sheet of contacts, which bear the person's whole name and parts of it.

    `taken`: as `importable` tells. Empty for any other sheet.
    """
    for place in (0, 1):
        if list(taken) == [_WORDS[word][place] for word in (*_CLIENT, *_PERSON)]:
            found = {_WORDS["full_name"][place]: "contact.full_name", _WORDS["notes"][place]: "contact.notes"}
            return {column: name for column, name in found.items() if column in columns}
    return {}


def _all_ours(columns: Sequence[str], place: int) -> bool:
    """Whether all columns have titles of ours in one language, the client's among them."""
    titles = {texts[place] for texts in _WORDS.values()}
    return set(columns) <= titles and {_WORDS[word][place] for word in _CLIENT} <= set(columns)


_MONTHS = (
    "Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.",
    "janv. févr. mars avril mai juin juil. août sept. oct. nov. déc.",
)


class Words:
    """The words in one language, "fr" or "en"."""

    def __init__(self, language: str) -> None:
        self._place = 1 if language == "fr" else 0
        self.language = "fr" if self._place else "en"

    def __getitem__(self, key: str) -> str:
        return _WORDS[key][self._place]

    def day(self, day: date) -> str:
        """A date inside a sentence."""
        return day.strftime("%d/%m/%Y") if self._place else day.isoformat()

    def amount(self, amount: Decimal) -> str:
        """An amount of money inside a sentence, without its currency."""
        text = f"{amount:,.2f}"
        return text.translate(str.maketrans(",.", "\u202f,")) if self._place else text

    def month(self, day: date) -> str:
        """A month and its year, short enough for an axis."""
        return f"{_MONTHS[self._place].split()[day.month - 1]} {day.year}"

    def value(self, code: str, prefix: str = "") -> str:
        """A stored code as a word; anything else as it is. `prefix`: of a list whose codes mean other things too."""
        word = _WORDS.get(prefix + code)
        return code if word is None else word[self._place]
