"""The vocabulary of the sample book: invented firms and people of Brittany, and what a rep notes about them.

Places and postcodes are real; firms and people are not. Texts avoid months and seasons, because the
dates of the sample are moved to the day it is opened.
"""

from __future__ import annotations

from typing import NamedTuple


class Lead(NamedTuple):
    """A client of the cast whose part is written by hand. `yearly`: revenue of a year, in euros."""

    name: str
    sector: str
    city: str
    profile: str
    yearly: float
    interval: int


CAST = (
    Lead("Atelier Morel", "Agroalimentaire", "Brest", "top", 104_000, 12),
    Lead("Conserverie Le Goaziou", "Agroalimentaire", "Quimper", "top", 41_200, 15),
    Lead("Cidrerie Kerlouarn", "Agroalimentaire", "Pleudihen-sur-Rance", "top", 33_850, 17),
    Lead("Boulangerie Saint-Rieg", "Métiers de bouche", "Morlaix", "top_slipping", 28_900, 32),
    Lead("Domaine Ty Melen", "Agroalimentaire", "Quimper", "top", 22_400, 21),
    Lead("Garage Océalis", "Automobile", "Brest", "slipping", 9_800, 75),
    Lead("Librairie du Vieux Quai", "Commerce", "Concarneau", "dormant", 6_200, 60),
    Lead("Pépinières Guenvel", "Agriculture", "Landerneau", "growing", 14_200, 40),
    Lead("Camping Les Ajoncs d’Or", "Hôtellerie et campings", "Carnac", "seasonal", 4_900, 30),
    Lead("Hôtel de l’Anse Bleue", "Hôtellerie et campings", "Douarnenez", "top", 14_300, 24),
    Lead("Serrurerie Tanguidel", "Bâtiment", "Brest", "top", 12_900, 25),
    Lead("Pharmacie du Fanal", "Santé et beauté", "Brest", "top", 12_400, 21),
    Lead("Traiteur Kerbrazic", "Métiers de bouche", "Vannes", "growing", 11_100, 30),
    Lead("Imprimerie Nédelvad", "Services", "Lorient", "top", 9_800, 26),
    Lead("Nautic Armen Services", "Nautisme", "Concarneau", "top", 8_700, 28),
    Lead("Maison Abgrallon", "Métiers de bouche", "Rennes", "prospect", 0, 0),
    Lead("Ferme de Kerlouzen", "Agriculture", "Kerlouan", "top", 7_400, 30),
    Lead("Électricité Corrigou", "Bâtiment", "Morlaix", "dormant", 3_100, 90),
    Lead("Auto-école de la Rive", "Services", "Rennes", "prospect", 0, 0),
    Lead("Biscuiterie Men Glaz", "Agroalimentaire", "Pont-l’Abbé", "top", 17_800, 20),
    Lead("Savonnerie Lanvian", "Santé et beauté", "Auray", "top", 10_600, 23),
)

# town: postcode
TOWNS = {
    "Brest": "29200",
    "Quimper": "29000",
    "Morlaix": "29600",
    "Concarneau": "29900",
    "Douarnenez": "29100",
    "Landerneau": "29800",
    "Quimperlé": "29300",
    "Carhaix-Plouguer": "29270",
    "Crozon": "29160",
    "Roscoff": "29680",
    "Pont-l’Abbé": "29120",
    "Fouesnant": "29170",
    "Châteaulin": "29150",
    "Kerlouan": "29890",
    "Plougastel-Daoulas": "29470",
    "Lannion": "22300",
    "Saint-Brieuc": "22000",
    "Dinan": "22100",
    "Guingamp": "22200",
    "Paimpol": "22500",
    "Loudéac": "22600",
    "Lamballe-Armor": "22400",
    "Perros-Guirec": "22700",
    "Erquy": "22430",
    "Pleudihen-sur-Rance": "22690",
    "Vannes": "56000",
    "Lorient": "56100",
    "Auray": "56400",
    "Pontivy": "56300",
    "Carnac": "56340",
    "Quiberon": "56170",
    "Ploërmel": "56800",
    "Hennebont": "56700",
    "Questembert": "56230",
    "Sarzeau": "56370",
    "Rennes": "35000",
    "Saint-Malo": "35400",
    "Fougères": "35300",
    "Vitré": "35500",
    "Redon": "35600",
    "Cancale": "35260",
    "Combourg": "35270",
    "Dol-de-Bretagne": "35120",
    "Bain-de-Bretagne": "35470",
}
DEPARTMENTS = {"22": "Côtes-d’Armor", "29": "Finistère", "35": "Ille-et-Vilaine", "56": "Morbihan"}
SEASIDE = (
    "Crozon",
    "Roscoff",
    "Fouesnant",
    "Concarneau",
    "Perros-Guirec",
    "Erquy",
    "Carnac",
    "Quiberon",
    "Sarzeau",
    "Saint-Malo",
    "Cancale",
)

# sector: (kinds of firms, categories of products they buy)
SECTORS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "Agroalimentaire": (
        ("Biscuiterie", "Brasserie", "Conserverie", "Cidrerie", "Fumaison", "Confiturerie", "Laiterie"),
        ("Étiquettes", "Contenants", "Cartons"),
    ),
    "Métiers de bouche": (
        ("Boulangerie", "Crêperie", "Traiteur", "Chocolaterie", "Boucherie", "Fromagerie", "Poissonnerie"),
        ("Sacs et boîtes", "Étiquettes", "Consommables"),
    ),
    "Commerce": (
        ("Épicerie", "Cave", "Librairie", "Fleuriste", "Droguerie", "Mercerie"),
        ("Sacs et boîtes", "Cartons", "Consommables"),
    ),
    "Bâtiment": (
        ("Menuiserie", "Couverture", "Plomberie", "Peinture", "Maçonnerie", "Serrurerie"),
        ("Protection", "Consommables", "Étiquettes"),
    ),
    "Nautisme": (
        ("Voilerie", "Chantier naval", "Accastillage", "Sellerie marine"),
        ("Protection", "Cartons", "Consommables"),
    ),
    "Agriculture": (
        ("Ferme", "Pépinières", "Maraîchers", "Ostréiculture", "Ruchers"),
        ("Contenants", "Cartons", "Étiquettes"),
    ),
    "Santé et beauté": (
        ("Savonnerie", "Pharmacie", "Herboristerie", "Institut"),
        ("Étiquettes", "Contenants", "Sacs et boîtes"),
    ),
    "Automobile": (("Garage", "Carrosserie", "Pneus"), ("Protection", "Consommables", "Étiquettes")),
    "Services": (
        ("Imprimerie", "Pressing", "Transports", "Déménagements", "Cabinet"),
        ("Cartons", "Protection", "Consommables"),
    ),
}
SEASONAL_SECTOR = "Hôtellerie et campings"
SEASONAL_FIRMS = ("Camping", "Hôtel", "Gîtes", "Village vacances", "Crêperie de plage")
SEASONAL_NAMES = (
    "des Embruns Gris",
    "du Goulet Vert",
    "Les Pieds dans le Sable",
    "de la Dune Haute",
    "des Sternes",
    "Kerlann Vras",
    "du Sillon Blanc",
    "de Porz Melen",
    "Les Genêts de Lann",
    "du Phare Éteint",
    "de la Cale Neuve",
    "Les Sept Rochers",
    "du Bois de Quénet",
    "de la Grève Rose",
)
SEASONAL_CATEGORIES = ("Sacs et boîtes", "Consommables", "Contenants")
PERSON_SECTOR = "Artisanat d’art"
PERSON_CATEGORIES = ("Sacs et boîtes", "Étiquettes", "Protection")

_SURNAMES = (
    "Le Guennic,Kermoal,Tanguidé,Riouallen,Le Bihannic,Quémerais,Abalan,Cloarezic,Pennaneac’h,Gourmelin,"
    "Le Dantic,Kervoas,Morvannec,Bozellec,Jezequellou,Le Floc’hic,Guivarel,Salaunic,Troadellec,Nicolazic,"
    "Loussouarnec,Coatmeur,Hénaffic,Kerdoncuf,Le Roualec,Prigentel,Queffurus,Stéphanou,Thomazic,Urvoasel,"
    "Le Calvic,Bodériou,Corlouan,Dréanou,Ezannic,Floury,Gélébartic,Herriou,Inizanec,Jaouanet,Lagadou,"
    "Mazéasel,Normandeau,Ollivrin,Perronel,Quillivic,Rosparel,Scouarnel,Tymenec,Vaillantic,Youinoux,"
    "Le Moalic,Marzinel,Guéganic,Kerautret,Bescondel,Cariouet,Daoulasel,Even-Lann,Faverec,Galliouet"
)
SURNAMES = tuple(_SURNAMES.split(","))
_FIRST_NAMES = (
    "Claire,Yann,Anne,Paul,Sophie,Marc,Éric,Nolwenn,Gwenaël,Maëlle,Ronan,Soazig,Erwan,Morgane,Loïc,Katell,"
    "Tanguy,Aurélie,Mathieu,Rozenn,Denis,Hélène,Gaël,Isabelle,Julien,Armelle,Fañch,Camille,Pierrick,Laure,"
    "Stéphane,Enora,Bruno,Typhaine,Alain,Nadia,Karim,Léna,Vincent,Brigitte,Thomas,Élodie,Hervé,Solenn"
)
FIRST_NAMES = tuple(_FIRST_NAMES.split(","))
ROLES = (
    "gérant(e)",
    "achats",
    "comptabilité",
    "responsable d’atelier",
    "responsable de magasin",
    "direction",
)
STREETS = (
    "rue du Port",
    "rue de la Gare",
    "rue des Écoles",
    "place du Marché",
    "quai de la Rivière",
    "route de la Mer",
    "rue du Moulin",
    "zone artisanale de Kervent",
    "rue de l’Église",
    "chemin du Four",
    "avenue de Bretagne",
    "rue des Tisserands",
)
SIZES = ("1–2 salariés", "3–9 salariés", "10–49 salariés", "50 salariés et plus")
SOURCES = (
    "bouche-à-oreille",
    "salon",
    "recommandation",
    "prospection",
    "site web",
    "repris de mon prédécesseur",
)
TAGS = (
    "fidèle",
    "paie comptant",
    "livraison le matin",
    "sensible au prix",
    "bio",
    "décideur difficile à joindre",
)
NOTES = (
    "Préfère qu’on l’appelle tôt, avant l’ouverture.",
    "Quai de livraison étroit : petit camion seulement.",
    "Demande toujours un bon à tirer avant impression.",
    "Règle à trente jours, jamais de relance à faire.",
    "Compare avec un concurrent deux fois par an.",
    "Décide à deux : prévoir d’inviter l’associé.",
    "Stocke peu ; commande quand il reste une semaine.",
    "Très attaché aux matières recyclées.",
)

# reference, name, category, price, cost
PRODUCTS = (
    ("ET-100", "Étiquettes adhésives papier, rouleau de 1 000", "Étiquettes", "38.50", "21.10"),
    ("ET-110", "Étiquettes adhésives vergé, rouleau de 1 000", "Étiquettes", "46.90", "26.40"),
    ("ET-120", "Étiquettes résistantes au froid, rouleau de 1 000", "Étiquettes", "52.00", "30.80"),
    ("ET-130", "Étiquettes transparentes, rouleau de 500", "Étiquettes", "41.20", "25.10"),
    ("ET-140", "Étiquettes de prix, lot de 5 000", "Étiquettes", "29.90", "15.70"),
    ("ET-150", "Étiquettes dorées à chaud, rouleau de 500", "Étiquettes", "74.00", "48.20"),
    ("CT-200", "Bocaux 370 ml avec capsules, palette de 120", "Contenants", "96.00", "66.30"),
    ("CT-210", "Bocaux 720 ml avec capsules, palette de 80", "Contenants", "88.00", "61.60"),
    ("CT-220", "Bouteilles 75 cl, carton de 24", "Contenants", "31.20", "22.40"),
    ("CT-230", "Bouteilles 33 cl, carton de 48", "Contenants", "36.50", "25.90"),
    ("CT-240", "Flacons ambrés 250 ml, lot de 50", "Contenants", "42.00", "27.30"),
    ("CT-250", "Pots en grès, lot de 12", "Contenants", "54.00", "37.10"),
    ("CA-300", "Cartons simple cannelure, lot de 50", "Cartons", "44.00", "29.50"),
    ("CA-310", "Cartons double cannelure, lot de 25", "Cartons", "39.50", "27.00"),
    ("CA-320", "Cartons à bouteilles, lot de 25", "Cartons", "47.80", "31.90"),
    ("CA-330", "Cartons imprimés au logo, lot de 100", "Cartons", "138.00", "92.50"),
    ("CA-340", "Caisses isothermes, lot de 20", "Cartons", "112.00", "79.20"),
    ("SB-400", "Sacs kraft à poignées, lot de 250", "Sacs et boîtes", "49.00", "30.90"),
    ("SB-410", "Sacs à pain, lot de 1 000", "Sacs et boîtes", "34.50", "22.00"),
    ("SB-420", "Boîtes pâtissières, lot de 100", "Sacs et boîtes", "36.00", "22.90"),
    ("SB-430", "Boîtes à emporter, lot de 200", "Sacs et boîtes", "58.00", "38.60"),
    ("SB-440", "Coffrets cadeaux, lot de 20", "Sacs et boîtes", "67.00", "43.10"),
    ("PR-500", "Film à bulles, rouleau de 100 m", "Protection", "42.50", "27.60"),
    ("PR-510", "Film étirable, lot de 6", "Protection", "39.00", "26.80"),
    ("PR-520", "Cornières de carton, lot de 50", "Protection", "28.50", "17.10"),
    ("PR-530", "Bâches de protection, lot de 10", "Protection", "33.00", "21.20"),
    ("CO-600", "Ruban adhésif imprimé, lot de 36", "Consommables", "72.00", "44.60"),
    ("CO-610", "Papier thermique, lot de 50", "Consommables", "45.00", "28.90"),
    ("CO-620", "Colle à chaud, carton de 5 kg", "Consommables", "51.50", "34.70"),
    ("CO-630", "Serviettes et gobelets, carton", "Consommables", "27.90", "18.30"),
)

# kind: (subject, body); {product}, {first}, {number}, {days} are filled in.
TALK: dict[str, tuple[tuple[str, str], ...]] = {
    "call": (
        (
            "Point sur les stocks",
            "Il reste {number} lots de « {product} » en réserve, de quoi tenir {days} jours.",
        ),
        (
            "Commande à venir",
            "{first} prépare une commande de « {product} » et me rappelle avec les quantités.",
        ),
        ("Prix", "Trouve « {product} » un peu cher ; j’ai proposé un palier à partir de {number} lots."),
        (
            "Nouvelle gamme",
            "Lance une nouvelle gamme et voudra sans doute « {product} » en plus petit format.",
        ),
        ("Livraison", "Bien livré, rien à signaler. {first} apprécie d’être prévenu la veille."),
        ("Point régulier", "Activité soutenue, deux embauches. Pas de besoin immédiat."),
        ("Point régulier", "Semaine calme chez eux ; on se reparle dans {days} jours."),
        ("Devis", "A bien reçu le devis pour « {product} », attend l’accord de son associé."),
        ("Essai", "L’essai de « {product} » est concluant, veut passer au format supérieur."),
        ("Concurrent", "A été démarché par un concurrent moins cher, mais tient à nos délais."),
        ("Règlement", "La facture de « {product} » part cette semaine, petit retard dû à un congé."),
        (
            "Recommandation",
            "{first} m’a donné le nom d’un voisin qui cherche {number} lots de « {product} ».",
        ),
    ),
    "email": (
        ("Devis envoyé", "Devis pour {number} lots de « {product} », valable trente jours."),
        ("Bon à tirer", "Bon à tirer envoyé pour validation ; impression dès le retour de {first}."),
        ("Tarifs", "Nouveaux tarifs transmis, avec le palier à {number} lots."),
        ("Fiche technique", "Fiche technique de « {product} » demandée par {first}, envoyée."),
        ("Confirmation", "Confirmation de livraison sous {days} jours."),
        ("Merci", "Message de remerciement après la commande, avec les nouveautés."),
        ("Échantillons", "Trois échantillons partis par la poste, dont « {product} »."),
        ("Relance de devis", "Relance courte du devis « {product} », sans réponse pour l’instant."),
    ),
    "visit": (
        (
            "Visite d’atelier",
            "Atelier agrandi ; une deuxième ligne est prévue. Besoin accru de « {product} ».",
        ),
        ("Passage en tournée", "Vu {first} entre deux clients. Le rayon se vide, commande à prévoir."),
        ("Démonstration", "Montré « {product} » : bonne impression, hésite encore sur le format."),
        ("Inventaire ensemble", "Compté {number} lots restants ; nous avons fixé un seuil de réassort."),
        (
            "Visite de courtoisie",
            "Bon moment avec l’équipe, rien d’urgent. {first} part en congé {days} jours.",
        ),
        ("Rencontre de l’acheteuse", "Nouvelle acheteuse, précise et pressée. Veut des délais écrits."),
    ),
    "meeting": (
        (
            "Bilan annuel",
            "Revu l’année : volumes en hausse sur « {product} ». Remise de fin d’année à chiffrer.",
        ),
        (
            "Projet d’emballage",
            "Réunion avec {first} et la direction : passer au recyclé sans changer de prix.",
        ),
        ("Accord-cadre", "D’accord sur un engagement de {number} lots, livrés en quatre fois."),
    ),
    "message": (
        ("Réassort", "« Peux-tu ajouter {number} lots de {product} ? » Ajouté à la commande."),
        ("Horaires", "Prévient que le quai est fermé le matin pendant {days} jours."),
        ("Photo", "A envoyé une photo du rayon : nos étiquettes ressortent bien."),
        ("Merci", "« Bien reçu, merci ! »"),
    ),
    "letter": (
        ("Vœux", "Carte de vœux envoyée, signée à la main."),
        ("Conditions", "Conditions de vente de l’année envoyées par courrier."),
    ),
    "feedback": (
        ("Avis", "« Réactif, prix un peu haut. » Recommanderait à un confrère."),
        ("Avis", "Très content de la tenue de « {product} » au froid."),
        ("Suggestion", "Aimerait un conditionnement plus petit pour « {product} »."),
        ("Avis", "Apprécie d’avoir toujours la même personne au téléphone."),
    ),
    "service": (
        ("Réglage", "Réglé la pose des étiquettes sur leur machine, {number} essais."),
        ("Échange", "Remplacé un lot de « {product} » abîmé au transport."),
        ("Formation", "Montré à {first} comment préparer ses fichiers d’impression."),
    ),
    "complaint": (
        ("Étiquettes à l’envers", "Étiquettes posées à l’envers sur {number} pièces ; avoir demandé."),
        ("Livraison en retard", "Livraison arrivée {days} jours trop tard, un marché manqué."),
        ("Lot abîmé", "« {product} » : cartons écrasés, demande un échange rapide."),
        ("Erreur de facture", "Facturé {number} lots au lieu de ceux livrés, avoir à faire."),
        ("Couleur", "La teinte imprimée ne correspond pas au bon à tirer."),
        ("Quantité manquante", "Il manque deux lots de « {product} » dans la livraison."),
    ),
}
NO_ANSWER = ("Pas de réponse.", "Sonne dans le vide, réessayer plus tard.", "Occupé, rappeler.", "")
LEFT_MESSAGE = (
    "Message laissé sur le répondeur.",
    "Laissé mes coordonnées à l’accueil.",
    "Message transmis à {first}.",
)
CLOSINGS = (
    "Je rappelle dans {days} jours.",
    "À suivre.",
    "Rien d’autre à prévoir.",
    "Demande un passage la prochaine fois que je suis dans le coin.",
    "Penser aux échantillons.",
    "Ton très cordial.",
    "",
    "",
    "",
    "",
)
PROSPECT_TALK = (
    (
        "Premier contact",
        "Présenté l’activité à {first} ; travaille déjà avec un fournisseur, ouvert à comparer.",
    ),
    ("Premier contact", "Pas le bon moment, déménagement en cours. Recontacter."),
    ("Échantillons", "Souhaite des échantillons de « {product} » avant de parler prix."),
    ("Rencontre au salon", "Échange rapide sur le stand, carte de visite prise. Semble intéressé."),
    ("Devis", "Demande un prix pour {number} lots de « {product} »."),
)
TITLES = (
    "Rappeler pour la commande de « {product} »",
    "Relancer le devis « {product} »",
    "Envoyer les échantillons promis",
    "Passer voir {first} en tournée",
    "Prendre des nouvelles",
    "Proposer le palier à {number} lots",
    "Vérifier la dernière livraison",
    "Fixer le bilan annuel",
    "Envoyer les nouveaux tarifs",
)
