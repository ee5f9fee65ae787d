"""The text of the register of processing (GDPR, article 30), English and French, after the CNIL's model.

A help to be read and completed by whoever answers for the data: it is no legal advice.
"""

from __future__ import annotations

TITLE = (
    "Register of processing: clients and prospects",
    "Registre des traitements\u00a0: clients et prospects",
)
INTRO = (
    "Record of a processing activity under article 30 of the GDPR, as of {day}. It was filled in from how the "
    "client book is used; read it, complete it and keep it with your papers. It is a help, not legal advice.",
    "Fiche d’une activité de traitement au titre de l’article 30 du RGPD, au {day}. Elle est préremplie "
    "d’après l’usage du portefeuille\u202f; relisez-la, complétez-la et conservez-la. C’est une aide, non un "
    "conseil juridique.",
)
FOOTER = ("Register of processing – {name}", "Registre des traitements – {name}")
TO_FILL = ("(to be filled in)", "(à compléter)")

CONTROLLER = ("Who answers for the data (controller)", "Responsable du traitement")
CONTROLLER_LABELS = {
    "name": ("Name or business name", "Nom ou raison sociale"),
    "siret": ("SIRET number", "N° SIRET"),
    "address": ("Address", "Adresse"),
    "email": ("E-mail", "E-mail"),
    "phone": ("Phone", "Téléphone"),
    "dpo": ("Data protection officer", "Délégué à la protection des données"),
}
OPTIONAL = frozenset({"siret", "dpo"})

SECTIONS: tuple[tuple[tuple[str, str], tuple[tuple[str, str], ...]], ...] = (
    (
        ("Purposes", "Finalités"),
        (
            (
                "Follow the commercial relationship: record of exchanges, follow-ups, orders, complaints",
                "Suivi de la relation commerciale\u00a0: historique des échanges, relances, "
                "commandes, réclamations",
            ),
            (
                "Prospecting professionals and, with their consent, consumers",
                "Prospection auprès de professionnels et, avec leur accord, de particuliers",
            ),
            (
                "Sales statistics and segments: on whom the business depends, whom to contact first",
                "Statistiques de vente et segments\u00a0: de qui dépend l’activité, qui contacter en priorité",
            ),
            (
                "Keeping the list of persons who object to being contacted",
                "Tenue de la liste des personnes opposées à la prospection",
            ),
        ),
    ),
    (
        ("Legal bases (article 6)", "Bases légales (article 6)"),
        (
            (
                "Contract, or steps before one: clients, offers, orders, complaints",
                "Contrat ou mesures précontractuelles\u00a0: clients, devis, commandes, réclamations",
            ),
            (
                "Legitimate interest: prospecting professionals about their work, statistics",
                "Intérêt légitime\u00a0: prospection de professionnels en rapport avec leur "
                "métier, statistiques",
            ),
            (
                "Consent: prospecting consumers by e-mail or message, and by telephone; state, date, source "
                "and proof are recorded per person and channel",
                "Consentement\u00a0: prospection de particuliers par e-mail ou message, et par "
                "téléphone\u202f; état, date, origine et preuve sont enregistrés par personne et par canal",
            ),
            (
                "Legal obligation: accounting records; respecting objections",
                "Obligation légale\u00a0: pièces comptables\u202f; respect des oppositions",
            ),
        ),
    ),
    (
        ("Persons concerned", "Personnes concernées"),
        (
            ("Clients who are persons, and contacts at client organisations",
             "Clients personnes physiques et interlocuteurs chez les clients"),
            ("Prospects, and contacts at them", "Prospects et interlocuteurs chez eux"),
            ("Former clients", "Anciens clients"),
        ),
    ),
    (
        ("Data", "Catégories de données"),
        (
            (
                "Identity and contact: name, role, business address, e-mail, telephone numbers",
                "Identité et coordonnées\u00a0: nom, fonction, adresse professionnelle, e-mail, téléphones",
            ),
            (
                "Exchanges: calls, visits, e-mails, complaints, notes, planned follow-ups",
                "Échanges\u00a0: appels, visites, e-mails, réclamations, notes, relances prévues",
            ),
            ("Orders: dates, products, amounts", "Commandes\u00a0: dates, produits, montants"),
            (
                "Consent and objection per channel: state, date, source, proof",
                "Accords et refus par canal\u00a0: état, date, origine, preuve",
            ),
            (
                "No sensitive data (article 9) is to be written in the notes",
                "Aucune donnée sensible (article 9) ne doit figurer dans les notes",
            ),
        ),
    ),
    (
        ("Where the data comes from", "Origine des données"),
        (
            ("The persons themselves; files imported by the user",
             "Les personnes elles-mêmes\u202f; fichiers importés par l’utilisateur"),
        ),
    ),
    (
        ("Recipients and transfers", "Destinataires et transferts"),
        (
            (
                "The user of the book alone; the file stays on their computer. Complete if somebody else "
                "receives data (accountant, e-mailing service, represented companies)",
                "Le seul utilisateur du portefeuille\u202f; le fichier reste sur son ordinateur. À compléter "
                "si d’autres reçoivent des données (comptable, service d’e-mailing, mandants)",
            ),
            (
                "No transfer outside the European Union by the program. Complete if the book's folder is "
                "synchronised by an online service",
                "Aucun transfert hors de l’Union européenne par le logiciel. À compléter si le dossier du "
                "portefeuille est synchronisé par un service en ligne",
            ),
        ),
    ),
    (
        ("How long data is kept", "Durées de conservation"),
        (
            (
                "Prospects: {months} months from collection or from the last contact that came from them; the "
                "program lists those to review",
                "Prospects\u00a0: {months} mois à compter de la collecte ou du dernier contact venant "
                "d’eux\u202f; le logiciel liste ceux à revoir",
            ),
            (
                "Clients: as long as the relationship lasts, then 3 years (the CNIL's recommendation)",
                "Clients\u00a0: durée de la relation, puis 3 ans (recommandation de la CNIL)",
            ),
            ("Accounting records: 10 years", "Pièces comptables\u00a0: 10 ans"),
            (
                "Do-not-contact list: at least 3 years, as hashes only",
                "Liste d’opposition (liste repoussoir)\u00a0: au moins 3 ans, sous forme d’empreintes seulement",
            ),
            (
                "Backups: thinned out over about a year; what was erased is not brought back from them",
                "Sauvegardes\u00a0: élaguées sur un an environ\u202f; ce qui a été effacé n’en est pas rétabli",
            ),
        ),
    ),
    (
        ("Security (article 32)", "Mesures de sécurité (article 32)"),
        (
            ("{protection}", "{protection}"),
            (
                "Files of the program readable by their owner only; session of the computer protected by a "
                "password (to be checked)",
                "Fichiers du logiciel lisibles par leur seul propriétaire\u202f; session de l’ordinateur "
                "protégée par mot de passe (à vérifier)",
            ),
            (
                "Verified backups, history of changes, detection of damage",
                "Sauvegardes vérifiées, historique des modifications, détection des altérations",
            ),
            (
                "Erasure reaches the records, the search index, the history and the free space of the file",
                "L’effacement porte sur les fiches, l’index de recherche, l’historique et l’espace libre "
                "du fichier",
            ),
        ),
    ),
    (
        ("Rights of the persons", "Droits des personnes"),
        (
            (
                "Access, rectification, erasure, restriction, portability, objection: answered within one "
                "month. The program writes everything about one person to a file, and erases or "
                "anonymises them",
                "Accès, rectification, effacement, limitation, portabilité, opposition\u00a0: réponse sous un "
                "mois. Le logiciel écrit dans un fichier tout ce qui concerne une personne, et l’efface "
                "ou l’anonymise",
            ),
            (
                "Objection to prospecting: recorded per channel, respected by call lists and exports, and "
                "recognised again when a file is imported",
                "Opposition à la prospection\u00a0: enregistrée par canal, respectée par les listes d’appels "
                "et les exports, et reconnue à l’import d’un fichier",
            ),
            (
                "Requests to: {contact}. Complaint: to the supervisory authority (in France the "
                "CNIL, www.cnil.fr)",
                "Demandes à\u00a0: {contact}. Réclamation\u00a0: auprès de la CNIL (www.cnil.fr)",
            ),
        ),
    ),
)  # fmt: skip

PROTECTED = (
    "The book and its backups are encrypted with a passphrase",
    "Le portefeuille et ses sauvegardes sont chiffrés par une phrase secrète",
)
UNPROTECTED = (
    "The book is not encrypted: it can be, in the settings",
    "Le portefeuille n’est pas chiffré\u00a0: il peut l’être, dans les réglages",
)
DATES = ("Dates", "Dates")
DATE_LABELS = (("Written on", "Rédigée le"), ("Reviewed on", "Relue le"))
