"""What exports call the fields of deals, surveys, key dates and further contacts: taken by these names only.

Their columns are given out after all others, so that a list of sales or of clients stays one.
"""

from __future__ import annotations

from portfolio_app.exchange.words import words_of

DEAL_TITLES = words_of(
    "deal name|deal title|deal|nom de l affaire|nom affaire|titre de l affaire|affaire titre|affaire nom|"
    "nom de la transaction|nom de transaction|opportunity name|opportunity|nom de l opportunite|opportunite|"
    "nom opportunite|nom d opportunite|potential name|nom de l opportunite commerciale|affaire|intitule de l affaire|"
    "libelle affaire|libelle opportunite|nom du projet|projet|project name|nom de piste|dealname|transaction name|"
    "titre opportunite|sujet de l offre|titre affaire|objet du devis|crm lead name|oportunidad"
)
"""One of these makes a file one of deals."""

DEAL_NAMES: dict[str, str] = {
    "deal.amount": (
        "amount|montant|deal value|deal amount|value|valeur|affaire valeur|valeur de l affaire|expected revenue|"
        "revenu attendu|expected amount|montant estime|montant prevu|montant de l affaire|montant affaire|"
        "montant de l opportunite|montant opportunite|opportunity amount|revenu espere|chiffre d affaires attendu|"
        "montant ht|total|estimated value|budget|valeur estimee|amount in company currency|montant devis|close value|"
        "chiffre d affaires espere|expected revenue eur|importe|betrag"
    ),
    "deal.stage": (
        "stage|deal stage|etape|phase|etape de l affaire|affaire etape|phase de la transaction|phase de transaction|"
        "opportunity stage|sales stage|pipeline stage|etape du pipeline|etape de l opportunite|statut commercial|"
        "stage name|stagename|etape opportunite|etape de vente"
    ),
    "deal.status": (
        "status|statut|deal status|affaire statut|statut de l affaire|statut affaire|etat|opportunity status|is won|"
        "statut opportunite|statut de l opportunite|won status|gagnee|won|etat de l opportunite"
    ),
    "deal.probability": (
        "probability|probabilite|deal probability|affaire probabilite|probability pct|probabilite pct|win probability|"
        "chances|probabilite de l affaire|probabilite de gain|chance de succes|proba|win likelihood|"
        "opportunity probability|probabilite de l opportunite|forecast probability"
    ),
    "deal.opened_on": (
        "deal created|affaire creee|affaire creee le|created date|create date|created|created on|created at|"
        "date de creation|date creation|creation date|opened on|ouverte le|date d ouverture|date add|created time|"
        "deal deal created|affaire affaire creee le|date ouverture|heure de creation|start date|date debut"
    ),
    "deal.expected_on": (
        "expected close date|expected close|close|close date|date de cloture prevue|date de cloture|date de fermeture|"
        "date de fermeture prevue|expected closing|date de cloture attendue|affaire date de cloture prevue|"
        "deal expected close date|closing date|attendue le|date prevue|date de signature prevue|expected on|"
        "date estimee de cloture|echeance prevue|cloture attendue|date previsionnelle|date cloture|closedate|"
        "date de cloture previsionnelle|date de conclusion|date de conclusion prevue|deadline"
    ),
    "deal.closed_on": (
        "won time|lost time|deal closed on|deal won time|date de gain|close time|closed on|date de cloture reelle|"
        "closed date|date gagnee|date perdue|close le|affaire gagnee le|date closed|date de cloture effective"
    ),
    "deal.lost_reason": (
        "lost reason|deal lost reason|raison de la perte|motif de perte|raison de perte|affaire raison de perte|"
        "closed lost reason|motif perdu|cause de la perte|raison de transaction perdue|loss reason|reason for loss|"
        "motif de la perte|raison perte|affaire motif de la perte|why lost"
    ),
    "deal.next_step": (
        "next step|nextstep|prochaine etape|next activity|prochaine action|next action|etape suivante|"
        "next activity summary|activite suivante"
    ),
    "deal.next_step_on": (
        "next step date|next activity date|date prochaine action|date de la prochaine activite|next activity deadline|"
        "date prochaine etape|next step on|prochaine etape le|deal next activity date|affaire date prochaine activite"
    ),
    "deal.notes": (
        "notes|note|description|deal description|commentaire|commentaires|remarques|comments|deal notes|"
        "internal notes|notes internes|observations"
    ),
}

LATER_NAMES: dict[str, str] = {
    "survey.score": (
        "nps|nps score|score nps|note nps|note de recommandation|score|survey score|csat|csat score|score csat|"
        "note satisfaction|note de satisfaction|satisfaction|satisfaction score|net promoter score|"
        "likelihood to recommend|probabilite de recommandation|note sur 10|reponse nps|rating|note client"
    ),
    "survey.date": (
        "nps date|date nps|survey date|date enquete|date de l enquete|date reponse|date de reponse|date csat|"
        "response date|responded at|date du sondage|date questionnaire|answered on|date satisfaction|submitted at"
    ),
    "survey.comment": (
        "nps comment|commentaire nps|verbatim|verbatim nps|survey comment|commentaire enquete|commentaire satisfaction|"
        "feedback comment|response comment|avis client|nps feedback"
    ),
    "survey.kind": "survey|survey type|type d enquete|type enquete|enquete",
    "key_date.on": (
        "fin de contrat|date fin contrat|date de fin de contrat|date fin de contrat|contract end|contract end date|"
        "end of contract|date de renouvellement|renewal date|renouvellement|renewal|echeance contrat|"
        "echeance du contrat|date d echeance du contrat|date renouvellement|contract renewal date|key date|date cle|"
        "contract expiry|contract expiry date|date anniversaire contrat|renouvellement le|fin contrat|"
        "date anniversaire du contrat|subscription end|fin d abonnement|date fin abonnement|reconduction|expire le"
    ),
    "client.verified_on": (
        "verifie le|verifiee le|verified on|date de verification|date verification|fiche verifiee le|"
        "donnees verifiees le|last verified|verification date|checked on|controle le"
    ),
    "contact.notes": (
        "notes contact|note contact|notes sur le contact|commentaire contact|contact notes|notes du contact|"
        "remarques contact|contact comment"
    ),
}

RENEWALS = words_of("renouvellement|renewal|reconduction")
"""Words that make a key date one of a renewal; of a contract's end otherwise."""

SECOND_LINES = words_of(
    "complement d adresse|complement adresse|adresse complement|complement|adresse suite|address complement|"
    "address line 2|addressline2|address line two|adresse ligne 2|adresse ligne 3|address line 3|adresse 2|adresse 3|"
    "address 2|address 3|adresse2|adresse3|address2|address3|street 2|street2|rue 2|rue2|complement de rue|"
    "billing address 2|billing street 2|adr2|adr3|lieu dit|adresse 4|address 1 extended address|appartement|"
    "etage batiment|batiment|adresse suite 2|suite adresse|apartment suite|billing address line 2|"
    "street address line 2|street address 2|complement d adresse 1|complement d adresse 2|complement adresse 1|"
    "complement adresse 2|adresszusatz|address supplement"
)
"""Names of further lines of the street."""
