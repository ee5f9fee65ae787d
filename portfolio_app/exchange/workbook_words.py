"""The words of an exported workbook, English and French.

They belong to the file, not to the screen: the command line writes French workbooks without the interface,
and an import recognises these titles when the workbook comes back.
"""

from __future__ import annotations

from datetime import date

_WORDS: dict[str, tuple[str, str]] = {
    "clients": ("Clients", "Clients"),
    "contacts": ("Contacts", "Contacts"),
    "sales": ("Sales", "Ventes"),
    "interactions": ("Interactions", "Échanges"),
    "follow_ups": ("Follow-ups", "Relances"),
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
    "direction": ("Direction", "Sens"),
    "minutes": ("Minutes", "Minutes"),
    "outcome": ("Outcome", "Résultat"),
    "subject": ("Subject", "Objet"),
    "body": ("Text", "Texte"),
    "resolved_on": ("Resolved on", "Résolue le"),
    "due_on": ("Due on", "Échéance"),
    "due_time": ("Time", "Heure"),
    "title": ("What", "Quoi"),
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
}


class Words:
    """The words in one language, "fr" or "en"."""

    def __init__(self, language: str) -> None:
        self._place = 1 if language == "fr" else 0

    def __getitem__(self, key: str) -> str:
        return _WORDS[key][self._place]

    def day(self, day: date) -> str:
        """A date inside a sentence."""
        return day.strftime("%d/%m/%Y") if self._place else day.isoformat()

    def value(self, code: str) -> str:
        """A stored code as a word; anything else as it is."""
        return _WORDS[code][self._place] if code in _WORDS else code
