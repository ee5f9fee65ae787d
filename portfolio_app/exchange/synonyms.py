"""What exports and hand-made sheets call the importable fields, in French and English."""

from __future__ import annotations

from portfolio_app.exchange.words import words_of

SYNONYMS: dict[str, str] = {
    "client.reference": (
        "customer id|kundennummer|kundennr|kunden nr|kunden id|kdnr|customer key|account ref|"
        "client id|id client|id du client|code client|no client|n client|num client|"
        "numero client|numero de client|numero du client|ref client|reference client|"
        "reference du client|customer number|customer no|customer code|customer ref|"
        "customer reference|client number|client no|client code|client ref|account number|"
        "account no|account id|code tiers|no tiers|numero tiers|id tiers|ref tiers|tiers code|"
        "compte tiers|no compte|numero de compte|compte client|company id|organization id|"
        "organisation id|partner id|id de fiche d informations|record id|contact id|person id|"
        "id entreprise|id societe|code prospect|code societe|customerid|clientid|accountnumber|"
        "accountid|customernumber|client reference|household key|shopper id|user id|member id|"
        "msisdn|kundennummer|kunden nr|associated company ids|code contact|id contact|"
        "external id|id externe|codigo cliente|codigo de cliente|numero de cliente|id cliente|"
        "debitorennummer|klantnummer|klantnr|codice cliente|"
        "identifiant client|identifiant|master id|cust id|custid|"
        "codeclient"
    ),
    "client.name": (
        "raison sociale|societe|entreprise|company|company name|nom entreprise|"
        "nom de l entreprise|nom societe|nom de la societe|organisation|organization|"
        "organization name|organisation name|nom de l organisation|organization 1 name|"
        "account name|nom du compte|nom client|nom du client|client name|customer name|nom tiers|"
        "nom du tiers|business|business name|firma|firm|org name|etablissement|nom etablissement|"
        "nom de l etablissement|enseigne|structure|denomination|denomination sociale|"
        "raison social|rs|associated company|intitule|intitule client|intitule tiers|"
        "libelle client|libelle tiers|person organization|personne organisation|organisation nom|"
        "organization name|deal organization|affaire organisation|client societe|societe client|"
        "nom commercial|trade name|legal name|sold to|bill to|facture a|company organization|"
        "client facture|invoice partner display name|partner name|nom complet client|clientname|"
        "customername|purchaser|buyer|acheteur|billing name|kunde|kundenname|firmenname|"
        "nom d affichage du partenaire de la facture|empresa|razon social|cliente|nombre cliente|"
        "nombre del cliente|"
        "ragione sociale|azienda|bedrijfsnaam|bedrijf|klantnaam|klant|org|sales account|"
        "unternehmen|firmenbezeichnung|accounts|default address company|nom du client facture"
    ),
    "client.kind": (
        "type de client|type client|client type|customer type|nature|forme|kind|type de personne|"
        "type de tiers|type tiers|third party type|company type|genre client|is company|"
        "client kind|particulier professionnel|pro particulier|type"
    ),
    "client.sector": (
        "secteur|secteur d activite|secteur activite|sector|industry|industrie|activite|"
        "branche|sector de actividad|branche d activite|domaine d activite|branche|business sector|"
        "line of business|code naf|naf|ape|code ape|"
        "metier|market segment|client sector|vertical"
    ),
    "client.size": (
        "effectif|effectifs|employees|number of employees|numberofemployees|nb employes|"
        "nombre d employes|nombre de salaries|nb salaries|taille|taille de l entreprise|"
        "company size|headcount|size|client size|tranche effectif|salaries"
    ),
    "client.siret": (
        "siret|no siret|n siret|numero siret|siren siret|siret siren|siren|no siren|numero siren|"
        "client siret|registration number|company registration number|id prof2|code siret"
    ),
    "client.vat": (
        "tva intracommunautaire|tva intra|no tva|n tva|numero tva|numero de tva|"
        "no tva intracommunautaire|vat|vat number|vat id|vatid|vat no|vat intra|vat intra short|"
        "tax id|ust id|numero de tva intracommunautaire|id tva|client vat|no tva intra|"
        "n tva intra|code tva intra|identifiant tva|tva intracom|tva intracommunautaire client|ustidnr|"
        "ust idnr|"
        "umsatzsteuer id|nif|cif|nif cif|partita iva|tax number|vat registration number"
    ),
    "email": (
        "email|e mail|mail|courriel|mel|adresse mail|adresse email|adresse e mail|"
        "adresse de messagerie|adresse electronique|adresse courriel|email address|"
        "e mail address|e mail 1 value|email 1 value|e mail 1|email 1|primary email|"
        "adresse electronique principale|contact email|person email work|personne e mail travail|"
        "personne email travail|email work|work email|business email|email professionnel|"
        "mail pro|e mail pro|email pro|mail contact|email contact|e mail contact|"
        "email du contact|email client|customer email|client email|email principal|"
        "mail principal|e mail principal|organization email|email societe|email facturation|"
        "billing email|e mail adresse|messagerie|mailadresse|mails|emails|invoice email|cp email|"
        "contact e mail|e mail professionnel|correo electronico|correo|e mail adresse geschaftlich|"
        "adresse de courriel|"
        "business e mail|e mailadres|posta elettronica"
    ),
    "phone": (
        "telephone|tel|tel fixe|telephone fixe|phone|phone number|numero de telephone|"
        "no telephone|no tel|num tel|n tel|n telephone|fixe|phone 1 value|work phone|"
        "business phone|office phone|tel bureau|telephone bureau|tel professionnel|"
        "telephone professionnel|tel pro|telephone pro|telephone principal|person phone work|"
        "personne telephone|personne telephone travail|primary phone|main phone|tel societe|"
        "telephone societe|telephone 1|tel 1|phone 1|telephone standard|standard|ligne directe|"
        "direct line|phone work|telephone travail|telephone contact|tel contact|contact phone|"
        "customer phone|client phone|telephone client|tel client|coordonnees tel|tel work|"
        "cp phone1|telefon|organization phone|organisation telephone|telephone entreprise|phones|"
        "telephones|telefono|telefonnummer|telefon geschaftlich|work number|tel standard|home phone|"
        "telephone domicile|tel personnel|telefoon|telefoonnummer|work"
    ),
    "mobile": (
        "mobile|portable|gsm|tel mobile|telephone mobile|tel portable|telephone portable|"
        "mobile phone|mobile number|mobile phone number|numero de mobile|"
        "numero de telephone portable|numero de telephone mobile|no portable|no mobile|cell|"
        "cell phone|cellphone|cellulaire|tel cell|personne telephone mobile|person phone mobile|"
        "movil|mobilnummer|mobil|telefono movil|sms|mobile no|phone mobile|home mobile|cp mobile1|"
        "mobiltelefon|handy|cellulare|mobiel|telemovel|port|contact mobile"
    ),
    "client.website": (
        "site web|site internet|site|website|web site|web|web page|page web|url|url du site web|"
        "website url|site web 1|web page 1|website 1 value|homepage|www|nom de domaine|"
        "nom de domaine de l entreprise|company domain name|domain|website work|client website|"
        "adresse web|site url|webseite|webseite url|sitio web|pagina web|web page 1|site web principal"
    ),
    "client.street": (
        "adresse|address|rue|street|street address|adresse postale|adresse 1|adresse1|address 1|"
        "address1|address line 1|addressline1|addr1|adresse ligne 1|billing street|"
        "billing address|billing address 1|adresse de facturation|adresse facturation|"
        "adresse complete|rue bureau|business street|adresse professionnelle|work address|"
        "work street|address 1 street|adr one street|voie|no et voie|numero et voie|"
        "rue facturation|mailing street|adresse client|strasse|street 1|street1|invoice address|"
        "client street|rue et numero|organization address|organisation adresse|"
        "primary address street|localisation|siege|siege social|adresse siege|address street|"
        "home street|rue domicile|shipping street|direccion|domicilio|calle|strasse und hausnummer|"
        "strasse hausnummer|"
        "strasse geschaftlich|indirizzo|straat|adres|morada|adr|anschrift|adresse de facturation ligne 1|"
        "po address line 1|address line one"
    ),
    "client.street~": "address 1 formatted|adresse formatee|formatted address",
    "client.postcode": (
        "cp|code postal|codepostal|code post|c p|postal code|postalcode|zip|zip code|zipcode|"
        "postcode|post code|plz|billing postal code|billing zip|billing postcode|"
        "code postal facturation|code postal bureau|business postal code|work zip|work zip code|"
        "work postal code|address 1 postal code|adr one postalcode|client postcode|postnumber|"
        "zip postal code|mailing zip postal code|cp facturation|zip state|code postal client|"
        "postleitzahl|codigo postal|billing code|mailing code|mailing zip|mailing zip code|"
        "mailing postal code|npa|code npa|cap|postleitzahl geschaftlich|home zip|home postal code|"
        "shipping postal code"
    ),
    "client.city": (
        "ville|city|town|localite|commune|locality|billing city|ville facturation|"
        "ville de facturation|ville bureau|business city|work city|address 1 city|"
        "adr one locality|client city|mailing city|ville client|ort|city town|bourg|agence ville|"
        "lieu|ort geschaftlich|citta|comune|plaats|woonplaats|ciudad|poblacion|localidad|stadt|wohnort|"
        "home city|shipping city"
    ),
    "client.region": (
        "region|etat|state|province|departement|dept|dep|county|state region|etat region|"
        "state province|billing state|dep region bureau|work state|business state|"
        "address 1 region|adr one region|client region|canton|mailing state province|"
        "no departement|etat province|pays etat|state code|zone|secteur geographique|territory|"
        "home state|shipping state|provincia|bundesland|kanton|mailing state|default address province code|"
        "departement ou region|dep region|region geschaftlich|bundesland kanton geschaftlich"
    ),
    "client.country": (
        "pays|country|pays region|country region|billing country|pays facturation|pays bureau|"
        "business country|work country|pays region bureau|address 1 country|adr one countryname|"
        "client country|mailing country|land|countryname|business country region|country code|"
        "code pays|land region geschaftlich|paese|nazione|staat|pays ou region|home country|pays client|"
        "shipping country|office "
        "location"
    ),
    "client.status": (
        "statut|status|statut client|client status|customer status|etat client|etat|"
        "lifecycle stage|phase du cycle de vie|statut prospect|client prospect|prospect client|"
        "type de relation|relation|statut compte|account status|prospect status|actif|active|"
        "type|type de contact|account type|statut du contact"
    ),
    "client.status~": "lead status|statut du lead",
    "client.tags": (
        "tags|tag|etiquettes|etiquette|categories|labels|label|libelles|groupes|groupe|groups|"
        "group membership|mots cles|keywords|segment|segments|person label|personne etiquette|"
        "client tags|categorie client|customer segment|segment client|categorie de client|"
        "schlagworter|kategorien|etiquetas|familles client|famille client|famille clients|category id|"
        "liste|listes"
    ),
    "client.notes": (
        "notes|note|commentaire|commentaires|comment|comments|remarque|remarques|observation|"
        "observations|observ|obs|memo|informations|infos|info|informations complementaires|"
        "additional info|additional information|bemerkung|bemerkungen|notizen|notiz|observaciones|notas|"
        "comentarios|bloc notes|annotations|client notes|"
        "commentaire client|divers|a savoir|historique|note privee|note publique"
    ),
    "client.notes~": "description|details|detail|texte libre",
    "client.source": (
        "source|origine|provenance|lead source|leadsource|original source|source du lead|"
        "source d origine|canal d acquisition|client source|apporteur|origine du contact|"
        "acquisition channel|marketing source"
    ),
    "client.acquisition_cost": (
        "cout d acquisition|cout acquisition|acquisition cost|customer acquisition cost|cac|"
        "cout d acquisition client|cout d acquisition du client|cost of winning the client|cost to acquire|"
        "frais d acquisition"
    ),
    "client.persona": (
        "persona|buyer persona|persona client|customer persona|profil type|profil client|customer profile|"
        "profil d acheteur|buyer profile"
    ),
    "client.needs": (
        "besoins|needs|besoin|besoins du client|besoins client|customer needs|client needs|attentes|"
        "attentes du client|expectations"
    ),
    "client.preferences": (
        "preferences|preference|preferences du client|preferences client|customer preferences|"
        "client preferences|gouts|habitudes"
    ),
    "client.strategic_role": (
        "role strategique|strategic role|interet strategique|strategic value|raison strategique|"
        "client strategique|strategic client"
    ),
    "client.loyalty_tier": (
        "niveau de fidelite|loyalty tier|palier de fidelite|loyalty level|programme de fidelite|"
        "carte de fidelite|loyalty card|loyalty program|loyalty programme|membership level|membership tier|"
        "statut fidelite|statut de fidelite|niveau fidelite|loyalty status|fidelite|palier"
    ),
    "client.price_sensitivity": (
        "sensibilite au prix|price sensitivity|sensibilite prix|sensibilite aux prix|sensible au prix|"
        "sensible aux prix|price sensitive|sensitivity to prices|sensitivity to price"
    ),
    "client.growth_potential": (
        "potentiel de croissance|growth potential|potentiel|potentiel client|potentiel de developpement|"
        "potential|potential to grow|potentiel d evolution|customer potential|client potential"
    ),
    "client.gender": "genre|gender|sexe|sex|geschlecht|customer gender",
    "client.birth_date": (
        "date de naissance|birth date|birthdate|date of birth|dob|naissance|date naissance|birthday|ne le|"
        "nee le|ne e le|geburtsdatum|anniversaire"
    ),
    "client.income_band": (
        "tranche de revenu|income band|tranche de revenus|income range|income bracket|niveau de revenu|"
        "niveau de revenus|income level|income|household income|annual income|revenu annuel|revenus annuels|"
        "revenu du foyer"
    ),
    "client.insolvency_on": (
        "insolvabilite annoncee le|insolvency announced on|date d insolvabilite|insolvency date|"
        "insolvent since|"
        "date de redressement judiciaire|redressement judiciaire|date de liquidation|liquidation judiciaire|"
        "procedure collective|date de procedure collective|date procedure collective|insolvency|insolvabilite"
    ),
    "client.cadence_ideal_days": (
        "contact tous les jours|contact every days|rythme de contact|contact rhythm|rythme de contact jours|"
        "contact rhythm days|frequence de contact|frequence de contact jours|contact frequency|"
        "contact frequency days|relance tous les jours|follow up every days"
    ),
    "client.cadence_max_days": (
        "contact au plus tard apres jours|contact at the latest after days|rythme de contact maximum|"
        "maximum contact rhythm|delai maximum entre contacts|maximum days between contacts"
    ),
    "client.visit_km": (
        "kilometres aller retour|km aller retour|kilometres|km|distance km|distance|kilometres there and back|"
        "round trip km|kilometers round trip"
    ),
    "client.replace_months": "mois pour le remplacer|mois de remplacement|months to replace",
    "client.since": (
        "client depuis|client since|customer since|since|depuis|date creation|date de creation|"
        "create date|created|created date|created at|createddate|created on|creation date|"
        "date d entree|date de creation client|premier contact|date premier contact|"
        "date creation client|signup date|date d inscription|inscription|first contact|"
        "person person created|date creation fiche"
    ),
    "contact.full_name": (
        "nom contact|nom du contact|contact|contacts|interlocuteur|interlocuteurs|contact name|"
        "full name|fullname|nom complet|nom et prenom|nom prenom|prenom nom|prenom et nom|"
        "display name|nom a afficher|person name|contact principal|contact person|"
        "personne de contact|personne a contacter|responsable|correspondant|n fn|primary contact|"
        "main contact|associated contact|nom de l interlocuteur|nom interlocuteur|attention|"
        "a l attention de|dirigeant|gerant|decideur|interlocuteur principal|deal contact person|"
        "ansprechpartner|contacto|persona de contacto|nom d affichage|associated contact name|"
        "affaire personne a contacter|contact client|nom prenom contact|person|personne|"
        "fn|referente|nominativo|contactpersoon|name vorname|vorname name|vorname nachname|"
        "nachname vorname|vorname und nachname|first and last name|"
        "last name first name|first name last name|nom et prenom du contact|prenom et nom du contact|"
        "nom prenom du contact|nom et prenom client|nom prenom client|nom et prenom du client"
    ),
    "contact.first_name": (
        "prenom|prenoms|first name|firstname|given name|forename|n given|cp givenname|vorname|"
        "nombre|nombre de pila|contact principal prenom|prenom contact|prenom du contact|"
        "contact first name|person first name|personne prenom|"
        "first|prenom client|customer first name|prenom interlocuteur|voornaam"
    ),
    "contact.last_name": (
        "nom de famille|last name|lastname|family name|surname|n family|cp name|nachname|"
        "nom de naissance|contact last name|person last name|last|nom usuel|patronyme|"
        "customer last name|contact nom|apellidos|apellido|familienname|contact principal nom|cognome|"
        "achternaam"
    ),
    "contact.role": (
        "fonction|poste|job title|jobtitle|title|titre|role|position|organization title|"
        "organization 1 title|profession|qualite|fonction du contact|fonction contact|"
        "intitule du poste|intitule de poste|person title|contact title|titre du poste|"
        "poste occupe|emploi|occupation|job|function|cargo|puesto|funktion|berufsbezeichnung"
    ),
    "sale.date": (
        "order date|fecha|fecha factura|fecha de factura|fecha pedido|datum|rechnungsdatum|belegdatum|"
        "bestelldatum|auftragsdatum|date commande|"
        "date de commande|date de la commande|invoice date|date facture|"
        "date de facture|date de facturation|date de la facture|date piece|date de piece|"
        "date de la piece|close date|closedate|date de cloture|date de fermeture|won time|"
        "date de gain|date gagnee|date vente|date de vente|date de la vente|sale date|sales date|"
        "transaction date|purchase date|date achat|date d achat|date document|date du document|"
        "date|ordered at|orderdate|invoicedate|bill date|date ecriture|payment date|"
        "order purchase timestamp|date emission|date d emission|transaction day|day|jour|"
        "deal closed on|date de signature|date signature|invoice bill date|date bl|"
        "date livraison|date operation|order placed|close|closed|commande le|facture le"
    ),
    "sale.order_reference": (
        "order id|no factura|numero factura|numero de factura|factura|rechnungsnummer|rechnungsnr|"
        "rechnung nr|belegnummer|belegnr|beleg nr|"
        "auftragsnummer|bestellnummer|order number|order no|order ref|order reference|orderid|ordernumber|"
        "no commande|n commande|num commande|numero commande|numero de commande|id commande|"
        "ref commande|reference commande|commande|bon de commande|invoice id|invoice no|"
        "invoice number|invoiceno|invoice|no facture|n facture|num facture|numero facture|"
        "numero de facture|id facture|ref facture|reference facture|facture|no piece|n piece|"
        "num piece|numero piece|numero de piece|piece|code piece|reference piece|document number|"
        "no document|n document|numero de document|opportunity id|deal id|id affaire|affaire id|"
        "transaction id|transaction no|transaction|receipt no|receipt id|ticket|no ticket|"
        "numero ticket|number|numero|no|name order|sales order|order|bill no|no bl|no devis|"
        "numero de transaction|basket id|order nr|purchase order|po number|doc no|"
        "num|id order|transaction name|no de transaction"
    ),
    "sale.amount": (
        "montant ht|total ht net|montant ht net|total net ht|montant net hors taxe|importe|importe total|"
        "base imponible|"
        "rechnungsbetrag netto|gesamtbetrag|netto|nettobetrag|netto betrag|umsatz|betrag|spent|total ht|"
        "montant total ht|"
        "prix total ht|ca ht|montant hors taxe|"
        "montant hors taxes|total hors taxe|montant net ht|net ht|ht|amount untaxed|"
        "untaxed amount|total untaxed|montant net|net amount|line total|line amount|total ligne|"
        "montant ligne|total ligne ht|montant ligne ht|subtotal|sous total|amount|montant|"
        "total amount|close value|deal value|deal amount|valeur|value|sales|sale|sales amount|"
        "sale amount|revenue|revenu|ca|chiffre d affaires|chiffre affaires|turnover|net sales|"
        "gross sales|total sales|order total|order value|order amount|invoice total|"
        "invoice amount|total|total price|prix total|montant total|montant facture|"
        "montant commande|montant de la commande|montant euro|montant eur|extended price|"
        "purchase amount|transaction amount|spend|amount spent|valeur de l affaire|"
        "affaire valeur|montant vente|vente|ventes|ca realise|payment value|monetary|net total|"
        "total net|amount in currency|total revenue|prix de vente total|valeur ht|"
        "total paid|montant de la transaction"
    ),
    "sale.amount~": (
        "montant ttc|total ttc|prix total ttc|ttc|total amount incl tax|amount total|"
        "total incl tax|gross amount|gross total|total in currency signed|"
        "montant toutes taxes comprises|net a payer|total tax included"
    ),
    "sale.date~": "date add|date ajout|order created|date enregistrement|date saisie",
    "sale.quantity": (
        "quantity|cantidad|unidades|stuckzahl|menge|anzahl|num cd|num cds|qty|quantite|qte|qte commandee|"
        "quantite commandee|"
        "quantite facturee|"
        "qte facturee|nb|nombre|units|unites|order quantity|quantity ordered|quantityordered|"
        "units sold|number of cds|nombre d articles|nb articles|order item quantity|qte livree|"
        "item quantity|num items|items|nombre d unites|volume|lineitem quantity"
    ),
    "sale.unit_price": (
        "unit price|precio|precio unitario|stuckpreis|einzelpreis|preis|unitprice|prix unitaire|"
        "prix unitaire ht|pu|pu ht|p u|p u ht|prix u|"
        "price each|priceeach|price|prix|prix ht|prix de vente|prix de vente ht|prix vente|"
        "prix unit|item price|pv ht|pv|price per unit|unit cost price sold|sales price|"
        "selling price|product price|prix unitaire net|prix net|puht|rate|tarif unitaire|"
        "lineitem price|"
        "item cost|item price"
    ),
    "sale.discount": (
        "discount|discount pct|remise|remise pct|rabais|reduction|taux remise|taux de remise|"
        "pct remise|pct discount|discount percent|discount rate|ristourne|"
        "order item discount rate|remise ligne|line discount"
    ),
    "sale.discount_amount": (
        "montant de la remise|montant remise|montant de remise|remise montant|montant des remises|remise en euros|"
        "remise eur|remise ht|montant remise ht|total remise|valeur remise|discount amount|amount of discount|"
        "discount value|discount total|total discount|discount eur|line discount amount|order item discount|"
        "discounts applied|rabattbetrag|importe descuento"
    ),
    "sale.cost": (
        "cost|total cost|cout|cout total|cogs|cost of goods sold|cout de revient|prix de revient|"
        "prix de revient total|cout d achat|montant achat|cout achat|line cost|achat ht|"
        "total achat|cout de revient total"
    ),
    "sale.margin": (
        "profit|marge|margin|marge brute|gross profit|gross margin|benefice|marge eur|marge ht|"
        "montant marge|marge totale|order profit|marge commerciale|total profit|marge en euros|"
        "order profit per order|"
        "gross income"
    ),
    "sale.due_on": (
        "date d echeance|echeance|due date|date echeance|invoice date due|invoice due date|payment due|"
        "payment due date|echeance de paiement|echeance paiement|echeance facture|date limite de paiement|"
        "date limite de reglement|date limite reglement|date d echeance de paiement|duedate|faelligkeit|"
        "faelligkeitsdatum|a payer avant le|a payer le|net due date|due|pay by"
    ),
    "sale.paid_on": (
        "date de paiement|payment date|paid on|date paiement|date de reglement|date reglement|paid date|"
        "date paid|payee le|paye le|paid at|regle le|reglee le|date d encaissement|date encaissement|"
        "encaisse le|encaissement|zahlungsdatum|date du paiement|date du reglement"
    ),
    "sale.stage": (
        "stage|deal stage|stagename|stage name|etape|etape de l affaire|phase|"
        "phase de la transaction|phase de transaction|etape de vente|opportunity stage|"
        "sales stage|pipeline stage|deal status|statut de l affaire|statut affaire|"
        "affaire statut|affaire etape|statut opportunite|etape opportunite|opportunity status|"
        "etat affaire|issue affaire"
    ),
    "product.name": (
        "product name|product|produit|nom produit|nom du produit|article|designation|"
        "designation article|libelle article|libelle produit|item|item name|product title|"
        "productname|product description|prestation|nom de l article|designation produit|"
        "artikel|artikelbezeichnung|produkt|bezeichnung|producto|articulo|descripcion|lineitem name|"
        "ligne article|design|item description|denomination produit|"
        "description article|libelle de l article|service vendu|prestation vendue"
    ),
    "product.name~": "description|libelle|intitule article|details|detail|service|objet de la vente",
    "product.reference": (
        "product id|stock code|stockcode|sku|code article|ref article|reference article|"
        "product code|productcode|code produit|ref produit|reference produit|item code|"
        "article code|ean|code ean|article no|no article|item no|item id|id produit|id article|"
        "artikelnummer|artikelnr|artikel nr|codigo producto|product reference|product ref|product number|"
        "upc|asin|lineitem sku|default code|"
        "reference interne|internal reference|product sku|product key|material|part number"
    ),
    "product.category": (
        "category|categorie|famille|famille article|famille produit|categorie produit|"
        "product category|product line|productline|gamme|type produit|type de produit|rayon|"
        "product type|family|category name|categorie article|famille d article|item category|"
        "product group|department name|ligne de produit|product category name"
    ),
    "product.price": (
        "list price|prix catalogue|msrp|tarif|prix public|catalog price|prix tarif|product price|"
        "tarif ht|retail price"
    ),
    "product.price~": (
        "sales price|price|prix|prix unitaire|unit price|prix de vente|prix ht|pu|pu ht|"
        "prix unitaire ht|pv ht|prix vente"
    ),
    "interaction.date": (
        "date echange|date de l echange|date de contact|date contact|date appel|date d appel|"
        "date de l appel|activity date|date activite|date de l activite|date rdv|date du rdv|"
        "date visite|date de visite|date interaction|call date|date reunion|meeting date|"
        "contact date|date de l interaction|interaction date|date action|completed date|"
        "activite date|date du contact|date de l action"
    ),
    "interaction.kind": (
        "type echange|type d echange|type activite|type d activite|activity type|type de contact|"
        "type interaction|interaction type|type d interaction|type action|type d action|canal|"
        "channel|moyen|moyen de contact|interaction kind|nature de l echange|mode de contact|"
        "type rdv|activite type|type|kind"
    ),
    "interaction.subject": (
        "objet|sujet|subject|titre echange|activity subject|interaction subject|theme|motif|"
        "objet de l echange|objet de l appel|raison de l appel|activite sujet|activity"
    ),
    "interaction.body": (
        "compte rendu|cr|compte rendu de visite|contenu|message|body|interaction body|call notes|"
        "resume|notes echange|note de l echange|details de l echange|rapport|texte|text|summary|"
        "call summary|compte rendu echange|resume de la visite|resume visite|compte rendu de la visite|"
        "compte rendu visite|rapport de visite|notes de visite|resume de l echange|resume de l appel|"
        "visit report"
    ),
    "interaction.minutes": (
        "duree|duration|minutes|duree minutes|duree min|duration minutes|interaction minutes|"
        "temps passe|duree en minutes|duree appel|call duration|time spent|temps"
    ),
    "interaction.outcome": (
        "resultat|outcome|issue|conclusion|call outcome|resultat de l appel|interaction outcome|"
        "result|resultat de l echange|suite donnee"
    ),
    "interaction.direction": (
        "sens|direction|interaction direction|call direction|entrant sortant|sens de l appel|inbound outbound"
    ),
    "follow_up.due_on": (
        "date relance|date de relance|prochaine relance|date prochaine relance|relance le|"
        "a relancer le|relancer le|date de rappel|rappel le|a rappeler le|date rappel|"
        "next action date|next activity date|next contact date|prochain contact|"
        "date prochain contact|prochain rdv|prochain rendez vous|due date task|follow up date|"
        "followup date|follow up on|date prochaine action|prochaine echeance|next follow up|"
        "next followup|date de la prochaine action|next call|date de la prochaine activite|"
        "follow up|relance|echeance tache|pour le|avant le|d ici le|a recontacter le|recontacter le|"
        "next step date"
    ),
    "follow_up.title": (
        "prochaine action|next step|nextstep|next action|action|a faire|todo|to do|tache|task|"
        "action a mener|action suivante|next activity|objet de la relance|motif de la relance|"
        "prochaine etape|next steps|prochaine activite|relance a faire|task name|actions"
    ),
}
"""Field (or “email”, “phone”, “mobile”, which belong to a person or to the client) to the names used for it,
folded as `fold_header` does. A key ending in “~” lists names taken only for want of a better column."""

EITHER_NAME_OR_REFERENCE = words_of(
    "client|customer|clients|account|tiers|compte|partner|partenaire|customers|clt|cust|acheteur|"
    "ayant droit|destinataire"
)
"""Column names that hold a code in some files and a name in others: the cells decide."""

NAME_ALONE = words_of("name|nom|noms|names|nom usage")
"""“Nom” alone: a person's family name, a person or a company, after the other columns."""

REFERENCE_ALONE = words_of("id|code|ref|reference|identifiant|cle|key|uid|no id|matricule|name id")
"""“ID” alone: the client's in a list of clients, the order's or the deal's elsewhere."""
