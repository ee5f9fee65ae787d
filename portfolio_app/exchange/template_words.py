"""The words of blank templates and of the prospect form, English and French; columns have those of the workbook."""

from __future__ import annotations

_WORDS: dict[str, tuple[str, str]] = {
    "import_title": ("Clients to import", "Clients à importer"),
    "form_title": ("Prospect form", "Fiche prospect"),
    "prospects": ("Prospects", "Prospects"),
    "help": ("How to fill in", "Mode d’emploi"),
    "help_1": (
        "One line per client, person, sale or touch. Columns with * must be filled in; leave out what you do not know.",
        "Une ligne par client, personne, vente ou échange. Les colonnes avec * sont nécessaires\u00a0; laissez vide ce "
        "que vous ne savez pas.",
    ),
    "help_2": (
        "In the other sheets, write the client's name or reference exactly as in the sheet of clients.",
        "Dans les autres feuilles, écrivez le nom ou la référence du client exactement comme dans la feuille Clients.",
    ),
    "help_3": (
        "Then choose Import in the program: the columns are recognised, and what would happen is shown first.",
        "Choisissez ensuite Importer dans le programme\u00a0: les colonnes sont reconnues, le résultat montré avant.",
    ),
    "wrong": (
        "This cell takes something else: see the sheet “How to fill in”.",
        "Cette cellule attend autre chose\u00a0: voyez la feuille «\u00a0Mode d’emploi\u00a0».",
    ),
    "hint.client": ("Name of the organisation or person.", "Nom de l’organisation ou de la personne."),
    "hint.reference": (
        "Your own number of the client, if you have one.",
        "Votre numéro de client, si vous en avez un.",
    ),
    "hint.siret": ("14 digits.", "14 chiffres."),
    "hint.phone": ("Like 02 98 44 10 20 or +33 2 98 44 10 20.", "Comme 02 98 44 10 20 ou +33 2 98 44 10 20."),
    "hint.tags": ("Several, separated by commas.", "Plusieurs, séparées par des virgules."),
    "hint.date": ("A date like 31/12/2025.", "Une date comme 31/12/2025."),
    "hint.amount": (
        "Net total of the line; a return or credit note with a minus sign.",
        "Total net de la ligne\u00a0; un retour ou un avoir avec le signe moins.",
    ),
    "hint.order_reference": (
        "Lines with the same number are one order.",
        "Les lignes de même numéro forment une commande.",
    ),
    "hint.minutes": ("How long it took, in minutes.", "Durée, en minutes."),
    "hint.discount": (
        "What was taken off the price; the amount is what was left.",
        "Ce qui a été retiré du prix\u00a0; le montant est ce qui restait.",
    ),
    "hint.cost": ("What the line cost you, in all.", "Ce que la ligne vous a coûté, au total."),
    "company": ("Company", "Société"),
    "activity": ("Sector", "Secteur"),
    "address": ("Address", "Adresse"),
    "person": ("Person to talk to", "Interlocuteur"),
    "role": ("Position", "Fonction"),
    "phone": ("Phone", "Téléphone"),
    "email": ("E-mail", "E-mail"),
    "website": ("Website", "Site web"),
    "met": ("Met on / where", "Rencontré le / où"),
    "source": ("How they came to us", "Origine du contact"),
    "now_with": ("Buys from today", "Fournisseur actuel"),
    "needs": ("Needs", "Besoins"),
    "volume": ("Volume, budget", "Volume, budget"),
    "decides": ("Who decides, when", "Qui décide, quand"),
    "obstacles": ("Obstacles, objections", "Freins, objections"),
    "next": ("Next step, by when", "Prochaine étape, pour quand"),
    "consent": ("May we write or call?", "Accord pour être contacté"),
    "consent_boxes": (
        "☐ e-mail     ☐ phone     ☐ no     said on: ____ / ____ / ________",
        "☐ e-mail     ☐ téléphone     ☐ non     dit le\u00a0: ____ / ____ / ________",
    ),
    "remarks": ("Remarks", "Remarques"),
    "section_who": ("Who", "Qui"),
    "section_what": ("What for", "Pour quoi"),
    "section_next": ("And then", "Et ensuite"),
    "page": ("Page {page} of {pages}", "Page {page} sur {pages}"),
}


class TemplateText:
    """The words in one language, "fr" or "en"."""

    def __init__(self, language: str) -> None:
        self._place = 1 if language == "fr" else 0

    def __getitem__(self, key: str) -> str:
        return _WORDS[key][self._place]

    def hint(self, key: str) -> str:
        """What goes into the column with that key, empty when its title says it."""
        words = _WORDS.get(f"hint.{key}")
        return "" if words is None else words[self._place]
