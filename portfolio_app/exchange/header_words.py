"""Words inside longer column names: those that add nothing, say too little, or change the meaning."""

from __future__ import annotations

from collections.abc import Iterable

from portfolio_app.exchange.words import fold_header, words_of

_FRENCH = words_of(
    "nom|prenom|societe|ville|adresse|raison|entreprise|courriel|interlocuteur|denomination|siret|siren|cp|portable|"
    "enseigne|tel|tels|clients|rue|postal|commune|pays|fonction|secteur|derniere|dernier|observations|commentaire|"
    "commentaires|remarques|numero|fixe|representant"
)
_OTHERS = words_of(
    "npa|name|company|vorname|nachname|firma|strasse|plz|nombre|apellidos|empresa|telefono|telefon|city|address"
)


def is_french(columns: Iterable[str]) -> bool:
    """Whether columns' names speak French and nothing else, so that telephones have ten digits and postcodes five."""
    words = {word for column in columns for word in fold_header(column).split()}
    return len(words & _FRENCH) >= 2 and not words & _OTHERS


NOT_FIELDS = words_of(
    "derniere|dernier|derniers|last|fax|telecopie|telecopieur|telefax|pager|owner|proprietaire|"
    "agent|vendeur|commercial|"
    "representant|rep|assistant|assistante|latitude|longitude|lat|lon|iban|bic|rib|birthday|"
    "naissance|anniversaire|anniversary|yomi|phonetic|suffix|prefix|manager|spouse|conjoint|"
    "photo|skype|modified|modification|modifie|updated|mise|parent|subsidiary|filiale|supplier|"
    "fournisseur|lost|perte|etd|eta|ship|shipping|shipped|expedition|currency|devise|warehouse|"
    "depot|im|isdeleted|session|oracle|fiscal|deleted|password|ip|telex|isdn|rnis|car|voiture|"
    "tdd|radio|linkedin|facebook|twitter|logo|image|user|forecast|probability|probabilite|stddev|"
    "tax|taxe|tva|frais|fees|freight|refund|refunded|rembourse|prepaid|livraison|delivery|"
    "echeance|due|age|genre|gender|sexe|civilite|salutation|greeting|anrede|mois|annee|year|"
    "month|an|quarter|trimestre|row|ligne|sub|sous|average|moyen|moyenne|rank|rang|solde|balance|"
    "budget|valuta|objectif|target|encours|plafond|acompte|avoir|sku|barcode|unite|unit"
)
"""Words that, added to a known name, make it something else (“Code TVA”, “Ship Date”)."""

FILLERS = words_of(
    "de|du|des|la|le|les|l|d|of|the|a|au|aux|et|and|en|un|une|in|for|pour|par|s|n|customer|"
    "client|clients|eur|euros|euro|usd|gbp|data|main|principal|principale|nouveau|new|1|c|x|"
    "export|current|nom|name|date|full"
)
"""Words that add nothing to a known name."""


NOT_WITH: dict[str, frozenset[str]] = {
    "sale.amount": words_of("discount|remise|cost|cout|marge|margin|profit|count|nb|nombre|valeur"),
    "sale.discount": words_of("amount|montant|code|valeur|value|eur|total"),
    "sale.discount_amount": words_of("code|pct|taux|rate|percent|percentage|pourcentage"),
    "sale.margin": words_of("pct|taux|rate|ratio|percentage|pourcentage"),
    "sale.cost": words_of("item|unit|unitaire"),
    "sale.order_reference": words_of("nom|name|type|mode|objet|status|statut|source"),
    "sale.unit_price": words_of("total"),
    "sale.date": words_of(
        "valeur|contact|rdv|visite|appel|relance|entree|creation|created|create|last|derniere|"
        "dernier|first|premiere|expected|prevue|prevu|estimee|estimated|attendue|previsionnelle|potential"
    ),
    "contact.role": words_of("deal|affaire|page"),
    "client.name": words_of("contact|produit|product"),
    "client.street": words_of("mail|email|electronique|messagerie|web|ip"),
}
"""Words that, added to a known name, make it something else for one field."""

TOO_GENERIC = words_of(
    "type|nature|forme|kind|etat|status|statut|relation|value|valeur|number|numero|no|first|last|"
    "person|personne|size|taille|service|message|texte|activity|theme|motif|result|issue|temps|"
    "day|jour|date|nom|name|contact|client|site|lieu|items|item|domain|zone|port|fixe|active|"
    "actif|title|titre|role|position|standard|land|form|region|canal|partner|categories|category|"
    "famille|family|liste|listes|volume|nombre|nb|units|piece|ticket|ht|info|infos|divers|"
    "direction|sens|depuis|since|order"
)
"""Single words that say too little inside a longer name."""

DEAL_PREFIXES = ("deal ", "affaire ", "opportunity ", "opportunite ", "transaction ")
EMPTY_WORDS = words_of("de|du|des|la|le|les|l|d|of|the")
