<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en_US">
<context>
    <name>AnalysisCard</name>
    <message>
        <source> months</source>
        <translation> mois</translation>
    </message>
    <message>
        <source>3: a new client must be worth three times what winning it costs. 1: just what it costs.</source>
        <translation>3 : un nouveau client doit valoir trois fois ce que coûte sa conquête. 1 : tout juste ce qu’elle coûte.</translation>
    </message>
    <message>
        <source>A client’s value looks ahead</source>
        <translation>Horizon de la valeur d’un client</translation>
    </message>
    <message>
        <source>A new client must be worth its cost</source>
        <translation>Un nouveau client doit valoir, en fois son coût</translation>
    </message>
    <message>
        <source>A new client must earn back its cost within</source>
        <translation>Un nouveau client doit rembourser son coût en</translation>
    </message>
    <message>
        <source>Cost of late payment, a year</source>
        <translation>Coût du retard de paiement, par an</translation>
    </message>
    <message>
        <source>Dependency: alarm from</source>
        <translation>Dépendance : alerte à partir de</translation>
    </message>
    <message>
        <source>Dependency: watch a client from</source>
        <translation>Dépendance : surveiller un client à partir de</translation>
    </message>
    <message>
        <source>Discount rate, a year</source>
        <translation>Taux d’actualisation, par an</translation>
    </message>
    <message>
        <source>How many months of margin to come count in a client’s value; never more than your history.</source>
        <translation>Combien de mois de marge à venir comptent dans la valeur d’un client ; jamais plus que votre historique.</translation>
    </message>
    <message>
        <source>Money to come is worth less than money today: by so much for each year one waits for it.</source>
        <translation>Un euro à venir vaut moins qu’un euro aujourd’hui : de ce taux pour chaque année d’attente.</translation>
    </message>
    <message>
        <source>Part of the revenue from which depending on one client counts as an alarm.</source>
        <translation>Part du chiffre d’affaires à partir de laquelle dépendre d’un client est une alerte.</translation>
    </message>
    <message>
        <source>Part of the revenue from which one client is marked. 10 % is where accounts must name it.</source>
        <translation>Part du chiffre d’affaires à partir de laquelle un client est signalé. À 10 %, les comptes doivent le nommer.</translation>
    </message>
    <message>
        <source>The alarm cannot come before the watch: the number was put back.</source>
        <translation>L’alerte ne peut pas venir avant la surveillance : le nombre a été remis.</translation>
    </message>
    <message>
        <source>The first month in which its margin so far, discounted, reaches what winning it cost.</source>
        <translation>Le premier mois où sa marge cumulée, actualisée, atteint ce qu’a coûté sa conquête.</translation>
    </message>
    <message>
        <source>What the analysis reckons with</source>
        <translation>Hypothèses de l’analyse</translation>
    </message>
    <message>
        <source>What you pay for the money that clients owe you: your overdraft’s or your bank’s rate.</source>
        <translation>Ce que vous coûte l’argent que vos clients vous doivent : le taux de votre découvert ou de votre banque.</translation>
    </message>
</context>
<context>
    <name>AnalysisGallery</name>
    <message>
        <source>Active clients</source>
        <translation>Clients actifs</translation>
    </message>
    <message>
        <source>Clients below zero</source>
        <translation>Clients sous zéro</translation>
    </message>
    <message>
        <source>Clients by first order</source>
        <translation>Clients par première commande</translation>
    </message>
    <message>
        <source>Clients by segment, area by revenue</source>
        <translation>Clients par segment, surface selon le CA</translation>
    </message>
    <message>
        <source>Clients gone silent</source>
        <translation>Clients silencieux</translation>
    </message>
    <message>
        <source>Clients touched</source>
        <translation>Clients contactés</translation>
    </message>
    <message>
        <source>Dependency at risk</source>
        <translation>Dépendance exposée</translation>
    </message>
    <message>
        <source>Dependency over 24 months</source>
        <translation>Dépendance sur 24 mois</translation>
    </message>
    <message>
        <source>Equal clients</source>
        <translation>Clients équivalents</translation>
    </message>
    <message>
        <source>First client</source>
        <translation>Premier client</translation>
    </message>
    <message>
        <source>First clients against the limits</source>
        <translation>Premiers clients face aux limites</translation>
    </message>
    <message>
        <source>First five</source>
        <translation>Cinq premiers</translation>
    </message>
    <message>
        <source>Forecast against reality</source>
        <translation>La prévision face à la réalité</translation>
    </message>
    <message>
        <source>Gini</source>
        <translation>Gini</translation>
    </message>
    <message>
        <source>Gross margin</source>
        <translation>Marge brute</translation>
    </message>
    <message>
        <source>HHI</source>
        <translation>HHI</translation>
    </message>
    <message>
        <source>Inequality of the portfolio</source>
        <translation>Inégalité du portefeuille</translation>
    </message>
    <message>
        <source>Make 80 %</source>
        <translation>Font 80 %</translation>
    </message>
    <message>
        <source>Most a new client may cost</source>
        <translation>Coût maximal d’un nouveau client</translation>
    </message>
    <message>
        <source>NPS</source>
        <translation>NPS</translation>
    </message>
    <message>
        <source>New clients</source>
        <translation>Nouveaux clients</translation>
    </message>
    <message>
        <source>Opportunities, a year</source>
        <translation>Opportunités, par an</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>Orders to come</source>
        <translation>Commandes à venir</translation>
    </message>
    <message>
        <source>Prospects converted</source>
        <translation>Prospects convertis</translation>
    </message>
    <message>
        <source>Recency and frequency</source>
        <translation>Récence et fréquence</translation>
    </message>
    <message>
        <source>Result of the clients</source>
        <translation>Résultat des clients</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Taux de rétention</translation>
    </message>
    <message>
        <source>Retention over 24 months</source>
        <translation>Fidélisation sur 24 mois</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>CA</translation>
    </message>
    <message>
        <source>Revenue at risk</source>
        <translation>Chiffre d’affaires exposé</translation>
    </message>
    <message>
        <source>Revenue kept (GRR)</source>
        <translation>CA gardé (GRR)</translation>
    </message>
    <message>
        <source>Revenue kept and grown (NRR)</source>
        <translation>CA gardé et développé (NRR)</translation>
    </message>
    <message>
        <source>Revenue of the next three months</source>
        <translation>Chiffre d’affaires des trois prochains mois</translation>
    </message>
    <message>
        <source>Revenue over 24 months</source>
        <translation>Chiffre d’affaires sur 24 mois</translation>
    </message>
    <message>
        <source>Risk: cost</source>
        <translation>Risque : coût</translation>
    </message>
    <message>
        <source>Risk: dependency</source>
        <translation>Risque : dépendance</translation>
    </message>
    <message>
        <source>Risk: insolvency</source>
        <translation>Risque : insolvabilité</translation>
    </message>
    <message>
        <source>Risk: instability</source>
        <translation>Risque : instabilité</translation>
    </message>
    <message>
        <source>Ten most valuable clients</source>
        <translation>Les dix clients de plus grande valeur</translation>
    </message>
    <message>
        <source>Value by segment, and what a new client may cost</source>
        <translation>Valeur par segment, et ce que peut coûter un nouveau client</translation>
    </message>
    <message>
        <source>Value of all clients over time</source>
        <translation>Valeur du portefeuille dans le temps</translation>
    </message>
    <message>
        <source>Value of your clients</source>
        <translation>Valeur du portefeuille</translation>
    </message>
    <message>
        <source>What moved your revenue</source>
        <translation>Ce qui a fait bouger votre chiffre d’affaires</translation>
    </message>
    <message>
        <source>Where the revenue goes</source>
        <translation>Où va le chiffre d’affaires</translation>
    </message>
    <message>
        <source>Where your clients are</source>
        <translation>Où sont vos clients</translation>
    </message>
    <message>
        <source>Who does not buy what</source>
        <translation>Qui n’achète pas quoi</translation>
    </message>
    <message>
        <source>Who earns you money</source>
        <translation>Qui vous fait gagner de l’argent</translation>
    </message>
    <message>
        <source>Who is silent for too long</source>
        <translation>Qui est silencieux depuis trop longtemps</translation>
    </message>
    <message>
        <source>Who makes your revenue</source>
        <translation>Qui fait votre chiffre d’affaires</translation>
    </message>
    <message>
        <source>Whom to keep, whom to rescue</source>
        <translation>Qui garder, qui sauver</translation>
    </message>
</context>
<context>
    <name>AnalysisPage</name>
    <message>
        <source>What is analysed</source>
        <translation>Sujet de l’analyse</translation>
    </message>
</context>
<context>
    <name>AnalysisTabs</name>
    <message>
        <source>Concentration</source>
        <translation>Concentration</translation>
    </message>
    <message>
        <source>How is your portfolio doing?</source>
        <translation>Comment va votre portefeuille ?</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>Indicateurs</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Carte</translation>
    </message>
    <message>
        <source>Movement</source>
        <translation>Mouvements</translation>
    </message>
    <message>
        <source>On whom do you depend?</source>
        <translation>De qui dépendez-vous ?</translation>
    </message>
    <message>
        <source>Opportunities</source>
        <translation>Opportunités</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Vue d’ensemble</translation>
    </message>
    <message>
        <source>Profit</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Risks</source>
        <translation>Risques</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Segments</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>What could you sell to whom?</source>
        <translation>Que pourriez-vous vendre, et à qui ?</translation>
    </message>
    <message>
        <source>What is each client worth?</source>
        <translation>Que vaut chaque client ?</translation>
    </message>
    <message>
        <source>What matters most to you</source>
        <translation>Ce qui compte le plus pour vous</translation>
    </message>
    <message>
        <source>What may go wrong, and with whom?</source>
        <translation>Qu’est-ce qui peut mal tourner, et avec qui ?</translation>
    </message>
    <message>
        <source>Where are they?</source>
        <translation>Où sont-ils ?</translation>
    </message>
    <message>
        <source>Who belongs together?</source>
        <translation>Qui se ressemble ?</translation>
    </message>
    <message>
        <source>Who earns you money?</source>
        <translation>Qui vous fait gagner de l’argent ?</translation>
    </message>
    <message>
        <source>Who moves where?</source>
        <translation>Qui passe où ?</translation>
    </message>
</context>
<context>
    <name>AnswerSheet</name>
    <message>
        <source>&amp;Comment</source>
        <translation>&amp;Commentaire</translation>
    </message>
    <message>
        <source>&amp;Date</source>
        <translation>&amp;Date</translation>
    </message>
    <message>
        <source>&amp;Survey</source>
        <translation>&amp;Enquête</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Answered &amp;by</source>
        <translation>&amp;Répondu par</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Change a survey answer</source>
        <translation>Modifier une réponse d’enquête</translation>
    </message>
    <message>
        <source>Choose the score that was given.</source>
        <translation>Choisissez la note donnée.</translation>
    </message>
    <message>
        <source>Nobody in particular</source>
        <translation>Personne en particulier</translation>
    </message>
    <message>
        <source>Survey answer</source>
        <translation>Réponse d’enquête</translation>
    </message>
    <message>
        <source>What was said…</source>
        <translation>Ce qui a été dit…</translation>
    </message>
</context>
<context>
    <name>BackupDetail</name>
    <message>
        <source>Checking…</source>
        <translation>Vérification…</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Comparaison…</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Endommagée</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Bonne</translation>
    </message>
    <message>
        <source>It is protected by another passphrase than the book's.</source>
        <translation>Elle est protégée par une autre phrase secrète que celle du portefeuille.</translation>
    </message>
    <message>
        <source>Its own passphrase:</source>
        <translation>Sa propre phrase secrète :</translation>
    </message>
    <message>
        <source>Nothing: the book holds exactly what this backup holds.</source>
        <translation>Rien : le portefeuille contient exactement ce que contient cette sauvegarde.</translation>
    </message>
    <message>
        <source>Of the book at {path}</source>
        <translation>Du portefeuille {path}</translation>
    </message>
    <message>
        <source>Passphrase of this backup</source>
        <translation>Phrase secrète de cette sauvegarde</translation>
    </message>
    <message>
        <source>Restore this backup</source>
        <translation>Restaurer cette sauvegarde</translation>
    </message>
    <message>
        <source>Restoring…</source>
        <translation>Restauration…</translation>
    </message>
    <message>
        <source>Restoring… {share}</source>
        <translation>Restauration… {share}</translation>
    </message>
    <message>
        <source>Since this backup</source>
        <translation>Depuis cette sauvegarde</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>This file is not as it was written, so it is not used. Choose another backup.</source>
        <translation>Ce fichier n’est plus tel qu’il a été écrit : il n’est pas utilisé. Choisissez une autre sauvegarde.</translation>
    </message>
    <message>
        <source>This passphrase does not open it.</source>
        <translation>Cette phrase secrète ne l’ouvre pas.</translation>
    </message>
    <message>
        <source>Today's state is backed up first, and Ctrl+Z takes the restore back.</source>
        <translation>L’état actuel est d’abord sauvegardé, et Ctrl+Z annule la restauration.</translation>
    </message>
    <message numerus="yes">
        <source>{reason} · {size} · %n client(s)</source>
        <translation>
            <numerusform>{reason} · {size} · %n client</numerusform>
            <numerusform>{reason} · {size} · %n clients</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupTable</name>
    <message>
        <source>Checking…</source>
        <translation>Vérification…</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Endommagée</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Bonne</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Faite</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
</context>
<context>
    <name>BackupWords</name>
    <message numerus="yes">
        <source>%n client(s) added</source>
        <translation>
            <numerusform>%n client ajouté</numerusform>
            <numerusform>%n clients ajoutés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) changed</source>
        <translation>
            <numerusform>%n client modifié</numerusform>
            <numerusform>%n clients modifiés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) deleted</source>
        <translation>
            <numerusform>%n client supprimé</numerusform>
            <numerusform>%n clients supprimés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) put into plans</source>
        <translation>
            <numerusform>%n client inscrit à un plan d’action</numerusform>
            <numerusform>%n clients inscrits à des plans d’action</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n consent(s) changed</source>
        <translation>
            <numerusform>%n consentement modifié</numerusform>
            <numerusform>%n consentements modifiés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n consent(s) deleted</source>
        <translation>
            <numerusform>%n consentement supprimé</numerusform>
            <numerusform>%n consentements supprimés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n consent(s) noted</source>
        <translation>
            <numerusform>%n consentement noté</numerusform>
            <numerusform>%n consentements notés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) added</source>
        <translation>
            <numerusform>%n contact ajouté</numerusform>
            <numerusform>%n contacts ajoutés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) changed</source>
        <translation>
            <numerusform>%n contact modifié</numerusform>
            <numerusform>%n contacts modifiés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) deleted</source>
        <translation>
            <numerusform>%n contact supprimé</numerusform>
            <numerusform>%n contacts supprimés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n custom field(s) added</source>
        <translation>
            <numerusform>%n champ personnalisé ajouté</numerusform>
            <numerusform>%n champs personnalisés ajoutés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n custom field(s) changed</source>
        <translation>
            <numerusform>%n champ personnalisé modifié</numerusform>
            <numerusform>%n champs personnalisés modifiés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n custom field(s) deleted</source>
        <translation>
            <numerusform>%n champ personnalisé supprimé</numerusform>
            <numerusform>%n champs personnalisés supprimés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deal(s) added</source>
        <translation>
            <numerusform>%n affaire ajoutée</numerusform>
            <numerusform>%n affaires ajoutées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deal(s) changed</source>
        <translation>
            <numerusform>%n affaire modifiée</numerusform>
            <numerusform>%n affaires modifiées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deal(s) deleted</source>
        <translation>
            <numerusform>%n affaire supprimée</numerusform>
            <numerusform>%n affaires supprimées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n enrolment(s) in plans changed</source>
        <translation>
            <numerusform>%n inscription à un plan d’action modifiée</numerusform>
            <numerusform>%n inscriptions à des plans d’action modifiées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n enrolment(s) in plans deleted</source>
        <translation>
            <numerusform>%n inscription à un plan d’action supprimée</numerusform>
            <numerusform>%n inscriptions à des plans d’action supprimées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n follow-up(s) changed</source>
        <translation>
            <numerusform>%n relance modifiée</numerusform>
            <numerusform>%n relances modifiées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n follow-up(s) deleted</source>
        <translation>
            <numerusform>%n relance supprimée</numerusform>
            <numerusform>%n relances supprimées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n follow-up(s) planned</source>
        <translation>
            <numerusform>%n relance prévue</numerusform>
            <numerusform>%n relances prévues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) added</source>
        <translation>
            <numerusform>%n groupe ajouté</numerusform>
            <numerusform>%n groupes ajoutés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) changed</source>
        <translation>
            <numerusform>%n groupe modifié</numerusform>
            <numerusform>%n groupes modifiés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) deleted</source>
        <translation>
            <numerusform>%n groupe supprimé</numerusform>
            <numerusform>%n groupes supprimés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key date(s) added</source>
        <translation>
            <numerusform>%n date clé ajoutée</numerusform>
            <numerusform>%n dates clés ajoutées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key date(s) changed</source>
        <translation>
            <numerusform>%n date clé modifiée</numerusform>
            <numerusform>%n dates clés modifiées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key date(s) deleted</source>
        <translation>
            <numerusform>%n date clé supprimée</numerusform>
            <numerusform>%n dates clés supprimées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other record(s) added</source>
        <translation>
            <numerusform>%n autre fiche ajoutée</numerusform>
            <numerusform>%n autres fiches ajoutées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other record(s) changed</source>
        <translation>
            <numerusform>%n autre fiche modifiée</numerusform>
            <numerusform>%n autres fiches modifiées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other record(s) deleted</source>
        <translation>
            <numerusform>%n autre fiche supprimée</numerusform>
            <numerusform>%n autres fiches supprimées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n plan(s) added</source>
        <translation>
            <numerusform>%n plan d’action ajouté</numerusform>
            <numerusform>%n plans d’action ajoutés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n plan(s) changed</source>
        <translation>
            <numerusform>%n plan d’action modifié</numerusform>
            <numerusform>%n plans d’action modifiés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n plan(s) deleted</source>
        <translation>
            <numerusform>%n plan d’action supprimé</numerusform>
            <numerusform>%n plans d’action supprimés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s) added</source>
        <translation>
            <numerusform>%n produit ajouté</numerusform>
            <numerusform>%n produits ajoutés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s) changed</source>
        <translation>
            <numerusform>%n produit modifié</numerusform>
            <numerusform>%n produits modifiés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s) deleted</source>
        <translation>
            <numerusform>%n produit supprimé</numerusform>
            <numerusform>%n produits supprimés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sale(s) added</source>
        <translation>
            <numerusform>%n vente ajoutée</numerusform>
            <numerusform>%n ventes ajoutées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sale(s) changed</source>
        <translation>
            <numerusform>%n vente modifiée</numerusform>
            <numerusform>%n ventes modifiées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sale(s) deleted</source>
        <translation>
            <numerusform>%n vente supprimée</numerusform>
            <numerusform>%n ventes supprimées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) added</source>
        <translation>
            <numerusform>%n segment ajouté</numerusform>
            <numerusform>%n segments ajoutés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) changed</source>
        <translation>
            <numerusform>%n segment modifié</numerusform>
            <numerusform>%n segments modifiés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) deleted</source>
        <translation>
            <numerusform>%n segment supprimé</numerusform>
            <numerusform>%n segments supprimés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segmentation(s) added</source>
        <translation>
            <numerusform>%n segmentation ajoutée</numerusform>
            <numerusform>%n segmentations ajoutées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segmentation(s) changed</source>
        <translation>
            <numerusform>%n segmentation modifiée</numerusform>
            <numerusform>%n segmentations modifiées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segmentation(s) deleted</source>
        <translation>
            <numerusform>%n segmentation supprimée</numerusform>
            <numerusform>%n segmentations supprimées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n survey answer(s) added</source>
        <translation>
            <numerusform>%n réponse d’enquête ajoutée</numerusform>
            <numerusform>%n réponses d’enquête ajoutées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n survey answer(s) changed</source>
        <translation>
            <numerusform>%n réponse d’enquête modifiée</numerusform>
            <numerusform>%n réponses d’enquête modifiées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n survey answer(s) deleted</source>
        <translation>
            <numerusform>%n réponse d’enquête supprimée</numerusform>
            <numerusform>%n réponses d’enquête supprimées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n touch(es) changed</source>
        <translation>
            <numerusform>%n échange modifié</numerusform>
            <numerusform>%n échanges modifiés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n touch(es) deleted</source>
        <translation>
            <numerusform>%n échange supprimé</numerusform>
            <numerusform>%n échanges supprimés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n touch(es) logged</source>
        <translation>
            <numerusform>%n échange noté</numerusform>
            <numerusform>%n échanges notés</numerusform>
        </translation>
    </message>
    <message>
        <source>Before a change of passphrase</source>
        <translation>Avant un changement de phrase secrète</translation>
    </message>
    <message>
        <source>Before a merge</source>
        <translation>Avant une fusion</translation>
    </message>
    <message>
        <source>Before a restore</source>
        <translation>Avant une restauration</translation>
    </message>
    <message>
        <source>Before an import</source>
        <translation>Avant un import</translation>
    </message>
    <message>
        <source>Before an update of the program</source>
        <translation>Avant une mise à jour du programme</translation>
    </message>
    <message>
        <source>Before erasing a person</source>
        <translation>Avant l’effacement d’une personne</translation>
    </message>
    <message>
        <source>On closing</source>
        <translation>À la fermeture</translation>
    </message>
    <message>
        <source>On demand</source>
        <translation>À la demande</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>While you worked</source>
        <translation>Pendant votre travail</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Hier</translation>
    </message>
</context>
<context>
    <name>BackupsPage</name>
    <message>
        <source>Back up now</source>
        <translation>Sauvegarder maintenant</translation>
    </message>
    <message>
        <source>Backup made and checked.</source>
        <translation>Sauvegarde faite et vérifiée.</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sauvegardes</translation>
    </message>
    <message>
        <source>Kept beside the program, not beside the book: all of the last two days, then one a day for 12 days, one a week for 10 weeks, one a month for 9 months.</source>
        <translation>Conservées à part du portefeuille : toutes celles des deux derniers jours, puis une par jour pendant 12 jours, une par semaine pendant 10 semaines, une par mois pendant 9 mois.</translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation>Aucune sauvegarde pour l’instant</translation>
    </message>
    <message>
        <source>Nothing changed since the backup of {moment}.</source>
        <translation>Rien n’a changé depuis la sauvegarde : {moment}.</translation>
    </message>
    <message>
        <source>Nothing changed since the last backup.</source>
        <translation>Rien n’a changé depuis la dernière sauvegarde.</translation>
    </message>
    <message>
        <source>One is made by itself every half hour while something changes, when the book is closed, and before imports and erasures.</source>
        <translation>Il s’en fait une d’elle-même toutes les demi-heures quand quelque chose change, à la fermeture du portefeuille, et avant les imports et les effacements.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Passphrase…</source>
        <translation>Phrase secrète…</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Enregistrer une copie…</translation>
    </message>
    <message>
        <source>They are encrypted with the book's passphrase: without it nobody can read them, you neither.</source>
        <translation>Elles sont chiffrées avec la phrase secrète du portefeuille : sans elle, personne ne peut les lire, pas même vous.</translation>
    </message>
    <message>
        <source>They are not encrypted: whoever may read your files on this computer can read them.</source>
        <translation>Elles ne sont pas chiffrées : qui peut lire vos fichiers sur cet ordinateur peut les lire.</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>BlockPart</name>
    <message numerus="yes">
        <source>%n e-mail address(es)</source>
        <translation>
            <numerusform>%n adresse e-mail</numerusform>
            <numerusform>%n adresses e-mail</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n phone number(s)</source>
        <translation>
            <numerusform>%n numéro de téléphone</numerusform>
            <numerusform>%n numéros de téléphone</numerusform>
        </translation>
    </message>
    <message>
        <source>Add to the list</source>
        <translation>Ajouter à la liste</translation>
    </message>
    <message>
        <source>Addresses and numbers that must not be used again. Only fingerprints are kept: they are recognised when they come back by an import or from a backup, but cannot be read or listed.</source>
        <translation>Adresses et numéros à ne plus utiliser. Seules des empreintes sont gardées : on les reconnaît s’ils reviennent par un import ou une sauvegarde, mais on ne peut ni les lire ni les énumérer.</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Entrée</translation>
    </message>
    <message>
        <source>Do-not-contact list</source>
        <translation>Liste d’opposition</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>Adresse e-mail</translation>
    </message>
    <message>
        <source>E-mail or phone number</source>
        <translation>E-mail ou numéro de téléphone</translation>
    </message>
    <message>
        <source>E-mail or phone number…</source>
        <translation>E-mail ou numéro de téléphone…</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Is it on the list?</source>
        <translation>Est-il sur la liste ?</translation>
    </message>
    <message>
        <source>Nobody is on the list</source>
        <translation>Personne n’est sur la liste</translation>
    </message>
    <message>
        <source>Noting at a contact that they refuse calls or e-mails puts them here by itself.</source>
        <translation>Noter chez un contact qu’il refuse les appels ou les e-mails l’inscrit ici automatiquement.</translation>
    </message>
    <message>
        <source>On the list: {emails} and {phones}</source>
        <translation>Sur la liste : {emails} et {phones}</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>Numéro de téléphone</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Depuis</translation>
    </message>
    <message>
        <source>Take it off</source>
        <translation>Retirer de la liste</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>{value} is not on the list.</source>
        <translation>{value} n’est pas sur la liste.</translation>
    </message>
    <message>
        <source>{value} is on the list: {why}.</source>
        <translation>{value} est sur la liste : {why}.</translation>
    </message>
    <message>
        <source>{value} was taken off the list. Its owner must have asked for it.</source>
        <translation>{value} a été retiré de la liste. Son titulaire doit l’avoir demandé.</translation>
    </message>
    <message>
        <source>{value} will not be contacted any more.</source>
        <translation>{value} ne sera plus contacté.</translation>
    </message>
</context>
<context>
    <name>BookNews</name>
    <message>
        <source>I understand</source>
        <translation>J’ai compris</translation>
    </message>
    <message>
        <source>Move the book…</source>
        <translation>Déplacer le portefeuille…</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>Le rouvrir</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Open the old folder</source>
        <translation>Ouvrir l’ancien dossier</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Enregistrer une copie…</translation>
    </message>
    <message>
        <source>Show its backups…</source>
        <translation>Voir ses sauvegardes…</translation>
    </message>
    <message>
        <source>Show the backups</source>
        <translation>Voir les sauvegardes</translation>
    </message>
    <message>
        <source>The backup of {moment} has taken the book's place. The file that was there is kept as “{name}”.</source>
        <translation>La sauvegarde du {moment} a pris la place du portefeuille. Le fichier qui s’y trouvait est conservé sous le nom « {name} ».</translation>
    </message>
    <message>
        <source>The backup of {moment} stands where the book was.</source>
        <translation>La sauvegarde du {moment} se trouve là où était le portefeuille.</translation>
    </message>
    <message>
        <source>This book lies in a folder of {provider}, which copies it while you work and may bring back an older version from another computer: changes can be lost. Open it on one computer at a time, or move it to this computer's own folder.</source>
        <translation>Ce portefeuille se trouve dans un dossier {provider}, qui le copie pendant que vous travaillez et peut ramener une version plus ancienne d’un autre ordinateur : des modifications peuvent se perdre. Ouvrez-le sur un seul ordinateur à la fois, ou déplacez-le dans un dossier propre à cet ordinateur.</translation>
    </message>
    <message>
        <source>This is an older version of your book than the one last closed here on this computer. If that is not on purpose, look at the backups.</source>
        <translation>C’est une version de votre portefeuille plus ancienne que celle fermée en dernier ici, sur cet ordinateur. Si ce n’est pas voulu, regardez les sauvegardes.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Type the passphrase…</source>
        <translation>Saisir la phrase secrète…</translation>
    </message>
    <message>
        <source>You now work in “{new}”. The book in {provider} is left as it was: delete it there once you are sure you need it no more.</source>
        <translation>Vous travaillez maintenant dans « {new} ». Le portefeuille qui est dans {provider} est resté tel quel : supprimez-le une fois sûr de ne plus en avoir besoin.</translation>
    </message>
</context>
<context>
    <name>Box</name>
    <message>
        <source>Working…</source>
        <translation>En cours…</translation>
    </message>
</context>
<context>
    <name>BulkPanel</name>
    <message numerus="yes">
        <source>%n client(s) selected</source>
        <translation>
            <numerusform>%n client sélectionné</numerusform>
            <numerusform>%n clients sélectionnés</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a note…</source>
        <translation>Ajouter une note…</translation>
    </message>
    <message>
        <source>Add tags…</source>
        <translation>Ajouter des étiquettes…</translation>
    </message>
    <message>
        <source>As the rules say</source>
        <translation>Selon les règles</translation>
    </message>
    <message>
        <source>As their segment</source>
        <translation>Celui de leur segment</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Au plus</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Modifier</translation>
    </message>
    <message numerus="yes">
        <source>Change %n client(s)</source>
        <translation>
            <numerusform>Modifier %n client</numerusform>
            <numerusform>Modifier %n clients</numerusform>
        </translation>
    </message>
    <message>
        <source>Change all selected clients at once (Ctrl+Shift+E)</source>
        <translation>Modifier d’un coup tous les clients sélectionnés (Ctrl+Maj+E)</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Désélectionner</translation>
    </message>
    <message>
        <source>Contact rhythm</source>
        <translation>Rythme de contact</translation>
    </message>
    <message>
        <source>Contact rhythm…</source>
        <translation>Rythme de contact…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Champ</translation>
    </message>
    <message>
        <source>Ideal days</source>
        <translation>Jours idéaux</translation>
    </message>
    <message>
        <source>Make one client of the two selected</source>
        <translation>Ne faire qu’un client des deux sélectionnés</translation>
    </message>
    <message>
        <source>Mark as verified today</source>
        <translation>Marquer comme vérifiés aujourd’hui</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>Fusionner…</translation>
    </message>
    <message>
        <source>Never by rhythm</source>
        <translation>Jamais par rythme</translation>
    </message>
    <message>
        <source>Put into a segment…</source>
        <translation>Mettre dans un segment…</translation>
    </message>
    <message>
        <source>Remove tags…</source>
        <translation>Retirer des étiquettes…</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>Segment</translation>
    </message>
    <message>
        <source>Set a field…</source>
        <translation>Renseigner un champ…</translation>
    </message>
    <message>
        <source>Their own</source>
        <translation>Le leur</translation>
    </message>
    <message>
        <source>They stay there from today on, whatever the rules say, until you choose “As the rules say”.</source>
        <translation>Ils y restent à partir d’aujourd’hui, quoi que disent les règles, jusqu’à ce que vous choisissiez « Selon les règles ».</translation>
    </message>
</context>
<context>
    <name>Calendar</name>
    <message>
        <source>A later turn of a repeating reminder</source>
        <translation>Échéance suivante d’un rappel répété</translation>
    </message>
    <message>
        <source>Complaint, still open</source>
        <translation>Réclamation, encore ouverte</translation>
    </message>
    <message>
        <source>Deal</source>
        <translation>Affaire</translation>
    </message>
    <message>
        <source>Deal closes: {title}</source>
        <translation>Échéance de l’affaire : {title}</translation>
    </message>
    <message>
        <source>Deal lost: {title}</source>
        <translation>Affaire perdue : {title}</translation>
    </message>
    <message>
        <source>Deal won: {title}</source>
        <translation>Affaire gagnée : {title}</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>Affaires</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>À relancer</translation>
    </message>
    <message>
        <source>Due by itself, not planned by you</source>
        <translation>À relancer par calcul, non planifié par vous</translation>
    </message>
    <message>
        <source>Follow-up done</source>
        <translation>Relance faite</translation>
    </message>
    <message>
        <source>Follow-ups</source>
        <translation>Relances</translation>
    </message>
    <message>
        <source>Key dates</source>
        <translation>Dates clés</translation>
    </message>
    <message>
        <source>Next step of a deal</source>
        <translation>Prochaine étape d’une affaire</translation>
    </message>
    <message>
        <source>Touches</source>
        <translation>Échanges</translation>
    </message>
    <message>
        <source>Waiting for their answer</source>
        <translation>En attente de leur réponse</translation>
    </message>
</context>
<context>
    <name>CalendarExchange</name>
    <message numerus="yes">
        <source>%n event(s) exported: {name}</source>
        <translation>
            <numerusform>%n événement exporté : {name}</numerusform>
            <numerusform>%n événements exportés : {name}</numerusform>
        </translation>
    </message>
    <message>
        <source>Calendar files (*{suffix})</source>
        <translation>Fichiers d’agenda (*{suffix})</translation>
    </message>
    <message>
        <source>Export all follow-ups…</source>
        <translation>Exporter toutes les relances…</translation>
    </message>
    <message>
        <source>Export only the one chosen…</source>
        <translation>Exporter seulement l’élément choisi…</translation>
    </message>
    <message>
        <source>Export only “{what}”…</source>
        <translation>Exporter seulement « {what} »…</translation>
    </message>
    <message>
        <source>Export to a calendar file</source>
        <translation>Exporter vers un fichier d’agenda</translation>
    </message>
    <message>
        <source>File to keep up to date</source>
        <translation>Fichier à tenir à jour</translation>
    </message>
    <message>
        <source>Follow-ups</source>
        <translation>Relances</translation>
    </message>
    <message>
        <source>Import reminders</source>
        <translation>Importer des rappels</translation>
    </message>
    <message>
        <source>Import reminders from a calendar file…</source>
        <translation>Importer des rappels d’un fichier d’agenda…</translation>
    </message>
    <message>
        <source>Keep a file up to date for my calendar program…</source>
        <translation>Tenir un fichier à jour pour mon logiciel d’agenda…</translation>
    </message>
    <message>
        <source>Kept up to date: {name}</source>
        <translation>Tenu à jour : {name}</translation>
    </message>
    <message>
        <source>The passphrase does not protect that file: anyone can read it.</source>
        <translation>La phrase secrète ne protège pas ce fichier : tout le monde peut le lire.</translation>
    </message>
    <message>
        <source>{name} holds nothing that has a date.</source>
        <translation>{name} ne contient rien qui ait une date.</translation>
    </message>
</context>
<context>
    <name>CalendarFilters</name>
    <message>
        <source>All kinds of contact</source>
        <translation>Tous les types d’échange</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>masqué</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>affiché</translation>
    </message>
    <message>
        <source>{count} kinds of contact</source>
        <translation>{count} types d’échange</translation>
    </message>
</context>
<context>
    <name>CalendarGrid</name>
    <message numerus="yes">
        <source>%n entry(s)</source>
        <translation>
            <numerusform>%n élément</numerusform>
            <numerusform>%n éléments</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count} autres</translation>
    </message>
</context>
<context>
    <name>CalendarPage</name>
    <message>
        <source>A key date is changed on the client’s page.</source>
        <translation>Une date clé se modifie sur la page du client.</translation>
    </message>
    <message>
        <source>Add a client</source>
        <translation>Ajouter un client</translation>
    </message>
    <message>
        <source>Arrows move · Alt+arrows take the entry along · Enter open · M other day · N new · L log · D done · PgUp PgDn turn · T today · V month or week</source>
        <translation>Flèches se déplacer · Alt+flèches emporter l’élément · Entrée ouvrir · M autre jour · N nouveau · L noter · D fait · Pg préc, Pg suiv tourner · T aujourd’hui · V mois ou semaine</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>Calendar files</source>
        <translation>Fichiers d’agenda</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fait</translation>
    </message>
    <message>
        <source>Each later turn follows from the reminder itself: change that one.</source>
        <translation>Les échéances suivantes découlent du rappel lui-même : c’est lui qu’il faut modifier.</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Période précédente</translation>
    </message>
    <message>
        <source>Everything on this day</source>
        <translation>Tout ce jour-là</translation>
    </message>
    <message>
        <source>Export as a calendar file…</source>
        <translation>Exporter en fichier d’agenda…</translation>
    </message>
    <message>
        <source>Export to another calendar program, or import from one (.ics)</source>
        <translation>Exporter vers un autre logiciel d’agenda, ou importer depuis lui (.ics)</translation>
    </message>
    <message>
        <source>Import my file</source>
        <translation>Importer mon fichier</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Période suivante</translation>
    </message>
    <message>
        <source>Log a touch…</source>
        <translation>Noter un échange…</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mois</translation>
    </message>
    <message>
        <source>Month or week</source>
        <translation>Mois ou semaine</translation>
    </message>
    <message>
        <source>Move to another day…</source>
        <translation>Déplacer à un autre jour…</translation>
    </message>
    <message>
        <source>Nothing on any day yet</source>
        <translation>Rien encore à aucune date</translation>
    </message>
    <message>
        <source>Open the client</source>
        <translation>Ouvrir le client</translation>
    </message>
    <message>
        <source>PgDn</source>
        <translation>Pg suiv</translation>
    </message>
    <message>
        <source>PgUp</source>
        <translation>Pg préc</translation>
    </message>
    <message>
        <source>Plan a follow-up…</source>
        <translation>Prévoir une relance…</translation>
    </message>
    <message>
        <source>Show today (T)</source>
        <translation>Montrer aujourd’hui (T)</translation>
    </message>
    <message>
        <source>That day is past. Choose today or a later one.</source>
        <translation>Ce jour est passé. Choisissez aujourd’hui ou un jour à venir.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Semaine</translation>
    </message>
    <message>
        <source>What is done keeps its day.</source>
        <translation>Ce qui est fait garde sa date.</translation>
    </message>
    <message>
        <source>What you plan with your clients, what is due and what was done stands here.</source>
        <translation>Vous verrez ici ce que vous prévoyez avec vos clients, qui est à relancer et ce qui a été fait.</translation>
    </message>
    <message>
        <source>{first} – {last} · week {number}</source>
        <translation>{first} – {last} · semaine {number}</translation>
    </message>
</context>
<context>
    <name>CampaignPart</name>
    <message numerus="yes">
        <source>%n left out:</source>
        <translation>
            <numerusform>%n personne écartée :</numerusform>
            <numerusform>%n personnes écartées :</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) on the list</source>
        <translation>
            <numerusform>%n personne sur la liste</numerusform>
            <numerusform>%n personnes sur la liste</numerusform>
        </translation>
    </message>
    <message>
        <source>CSV file</source>
        <translation>Fichier CSV</translation>
    </message>
    <message>
        <source>Contacts {channel} {day}</source>
        <translation>Contacts {channel} {day}</translation>
    </message>
    <message>
        <source>Everybody who can be reached that way, except those who refused. Consumers are only on the list when they agreed or are customers; professionals unless they refused.</source>
        <translation>Tous ceux que l’on peut joindre ainsi, sauf ceux qui l’ont refusé. Les particuliers n’y figurent que s’ils ont accepté ou sont déjà clients ; les professionnels, sauf refus.</translation>
    </message>
    <message>
        <source>Everybody with a postal address, except those who refused letters.</source>
        <translation>Tous ceux qui ont une adresse postale, sauf ceux qui ont refusé le courrier.</translation>
    </message>
    <message>
        <source>How will you reach them?</source>
        <translation>Comment allez-vous les joindre ?</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>This is help, not legal advice.</source>
        <translation>Ceci est une aide, pas un conseil juridique.</translation>
    </message>
    <message>
        <source>Write the list</source>
        <translation>Enregistrer la liste</translation>
    </message>
    <message>
        <source>Write the list…</source>
        <translation>Enregistrer la liste…</translation>
    </message>
    <message>
        <source>{count} {why}</source>
        <translation>{count} {why}</translation>
    </message>
    <message>
        <source>{written}, in {name}.</source>
        <translation>{written}, dans {name}.</translation>
    </message>
</context>
<context>
    <name>CapacityPopup</name>
    <message>
        <source>Apply</source>
        <translation>Appliquer</translation>
    </message>
    <message>
        <source>Clients a day</source>
        <translation>Clients par jour</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Sans limite</translation>
    </message>
    <message>
        <source>What has a day of its own comes first; the rest fills the day by priority and goes on over the next working days. Nobody is dropped, and touches already logged count.</source>
        <translation>Ce qui a une date à soi passe d’abord ; le reste remplit la journée par priorité et continue les jours ouvrés suivants. Personne n’est oublié, et les échanges déjà notés comptent.</translation>
    </message>
</context>
<context>
    <name>CardsCard</name>
    <message>
        <source>Version of the format</source>
        <translation>Version du format</translation>
    </message>
    <message>
        <source>vCard 3.0 (usual)</source>
        <translation>vCard 3.0 (courante)</translation>
    </message>
    <message>
        <source>vCard 4.0 (newer)</source>
        <translation>vCard 4.0 (récente)</translation>
    </message>
</context>
<context>
    <name>CellClients</name>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Clients of the cell</source>
        <translation>Clients de la case</translation>
    </message>
    <message>
        <source>Revenue after</source>
        <translation>CA après</translation>
    </message>
    <message>
        <source>Revenue before</source>
        <translation>CA avant</translation>
    </message>
    <message>
        <source>Revenue, 12 months</source>
        <translation>CA, 12 mois</translation>
    </message>
    <message>
        <source>Show in the list</source>
        <translation>Voir dans la liste</translation>
    </message>
    <message>
        <source>What the client bought over the 12 months up to the day shown.</source>
        <translation>Ce que le client a acheté sur les 12 mois jusqu’au jour affiché.</translation>
    </message>
    <message>
        <source>What the client bought over the 12 months up to the first day.</source>
        <translation>Ce que le client a acheté sur les 12 mois jusqu’au premier jour.</translation>
    </message>
    <message>
        <source>What the client bought over the 12 months up to the last day.</source>
        <translation>Ce que le client a acheté sur les 12 mois jusqu’au dernier jour.</translation>
    </message>
</context>
<context>
    <name>Chance</name>
    <message>
        <source>about 1 chance in 10</source>
        <translation>environ 1 chance sur 10</translation>
    </message>
    <message>
        <source>about {tenths} chances in 10</source>
        <translation>environ {tenths} chances sur 10</translation>
    </message>
    <message>
        <source>less than 1 chance in 20</source>
        <translation>moins de 1 chance sur 20</translation>
    </message>
    <message>
        <source>more than 19 chances in 20</source>
        <translation>plus de 19 chances sur 20</translation>
    </message>
</context>
<context>
    <name>Channels</name>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Appels</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Courrier</translation>
    </message>
</context>
<context>
    <name>ChartCard</name>
    <message>
        <source>Show as a chart</source>
        <translation>Afficher sous forme de graphique</translation>
    </message>
    <message>
        <source>Show as a table</source>
        <translation>Afficher sous forme de tableau</translation>
    </message>
</context>
<context>
    <name>ChartView</name>
    <message>
        <source>Copy image</source>
        <translation>Copier l’image</translation>
    </message>
    <message>
        <source>Drawing…</source>
        <translation>Dessin en cours…</translation>
    </message>
    <message>
        <source>Save as {kind}…</source>
        <translation>Enregistrer en {kind}…</translation>
    </message>
    <message>
        <source>Save chart</source>
        <translation>Enregistrer le graphique</translation>
    </message>
    <message>
        <source>Save or copy this chart</source>
        <translation>Enregistrer ou copier ce graphique</translation>
    </message>
</context>
<context>
    <name>CheckDetail</name>
    <message>
        <source> months</source>
        <translation> mois</translation>
    </message>
    <message>
        <source>A record is old after</source>
        <translation>Une fiche est ancienne après</translation>
    </message>
    <message>
        <source>Check this again</source>
        <translation>Contrôler à nouveau</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ville</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Clients this check found</source>
        <translation>Clients trouvés par ce contrôle</translation>
    </message>
    <message>
        <source>Compare them</source>
        <translation>Les comparer</translation>
    </message>
    <message>
        <source>Doesn’t matter here</source>
        <translation>Sans importance ici</translation>
    </message>
    <message>
        <source>Months after which a record is old</source>
        <translation>Nombre de mois après lequel une fiche est ancienne</translation>
    </message>
    <message>
        <source>Nothing to mend</source>
        <translation>Rien à corriger</translation>
    </message>
    <message>
        <source>Show in the client list</source>
        <translation>Voir dans la liste des clients</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
</context>
<context>
    <name>CheckStep</name>
    <message numerus="yes">
        <source>%n cell(s) stay out of rows that come in</source>
        <translation>
            <numerusform>%n cellule est laissée de côté dans une ligne qui entre</numerusform>
            <numerusform>%n cellules sont laissées de côté dans des lignes qui entrent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) stay out until they are corrected</source>
        <translation>
            <numerusform>%n ligne écartée tant qu’elle n’est pas corrigée</numerusform>
            <numerusform>%n lignes écartées tant qu’elles ne sont pas corrigées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) stay out: about a person erased at their request</source>
        <translation>
            <numerusform>%n ligne écartée : elle concerne une personne effacée à sa demande</numerusform>
            <numerusform>%n lignes écartées : elles concernent des personnes effacées à leur demande</numerusform>
        </translation>
    </message>
    <message>
        <source>Already in the book</source>
        <translation>Déjà dans le portefeuille</translation>
    </message>
    <message>
        <source>Checking again…</source>
        <translation>Nouvelle vérification…</translation>
    </message>
    <message>
        <source>Look alike</source>
        <translation>Se ressemblent</translation>
    </message>
    <message>
        <source>New in the book: {records}.</source>
        <translation>Nouveau dans le portefeuille : {records}.</translation>
    </message>
    <message>
        <source>Nothing is written yet. The next step writes everything at once; Ctrl+Z takes it all back.</source>
        <translation>Rien n’est encore écrit. L’étape suivante écrit tout d’un coup ; Ctrl+Z annule tout.</translation>
    </message>
    <message>
        <source>Nothing new; clients already in the book are completed.</source>
        <translation>Rien de nouveau ; les clients déjà présents sont complétés.</translation>
    </message>
    <message>
        <source>Nothing to import: everything readable in these files is already in the book.</source>
        <translation>Rien à importer : tout ce qui est lisible dans ces fichiers est déjà dans le portefeuille.</translation>
    </message>
    <message>
        <source>Stays out</source>
        <translation>Reste de côté</translation>
    </message>
    <message>
        <source>What the import will do</source>
        <translation>Ce que fera l’import</translation>
    </message>
    <message>
        <source>What to look at</source>
        <translation>À regarder</translation>
    </message>
</context>
<context>
    <name>ChecksPanel</name>
    <message>
        <source>Check</source>
        <translation>Contrôle</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Contrôles</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Import my file</source>
        <translation>Importer mon fichier</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Nature</translation>
    </message>
    <message>
        <source>Nothing to check yet</source>
        <translation>Rien à contrôler pour l’instant</translation>
    </message>
    <message>
        <source>Once there are clients, this page says what is missing, wrong or old, and mends it with you.</source>
        <translation>Dès qu’il y aura des clients, cette page dira ce qui manque, ce qui est faux ou ancien, et le corrigera avec vous.</translation>
    </message>
</context>
<context>
    <name>ChoiceSheet</name>
    <message>
        <source>As proposed</source>
        <translation>Comme proposé</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Graphiques</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Chiffres</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Descendre</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Monter</translation>
    </message>
    <message>
        <source>Show these</source>
        <translation>Afficher ceux-ci</translation>
    </message>
    <message>
        <source>Tick what you want to see. Drag the lines, or use Alt with an arrow, to order them.</source>
        <translation>Cochez ce que vous voulez voir. Faites glisser les lignes, ou utilisez Alt avec une flèche, pour les ordonner.</translation>
    </message>
    <message>
        <source>Your overview</source>
        <translation>Votre vue d’ensemble</translation>
    </message>
</context>
<context>
    <name>ChooserPopup</name>
    <message>
        <source>Nothing of that name.</source>
        <translation>Rien de ce nom.</translation>
    </message>
    <message>
        <source>Search…</source>
        <translation>Rechercher…</translation>
    </message>
</context>
<context>
    <name>ClassesCard</name>
    <message>
        <source>% of clients</source>
        <translation>% des clients</translation>
    </message>
    <message>
        <source>20 / 20 / 60 of the clients</source>
        <translation>20 / 20 / 60 % des clients</translation>
    </message>
    <message>
        <source>60 / 30 / 10 of the amount</source>
        <translation>60 / 30 / 10 % du montant</translation>
    </message>
    <message>
        <source>80 / 15 / 5 of the amount</source>
        <translation>80 / 15 / 5 % du montant</translation>
    </message>
    <message>
        <source>ABC classes</source>
        <translation>Classes ABC</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Moyenne</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Classe</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>How the classes are cut</source>
        <translation>Découpage des classes</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>attendu</translation>
    </message>
</context>
<context>
    <name>ClientDetailPanel</name>
    <message>
        <source>Add something else</source>
        <translation>Ajouter autre chose</translation>
    </message>
    <message>
        <source>Choose a client</source>
        <translation>Choisissez un client</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contacts</translation>
    </message>
    <message>
        <source>Contact…</source>
        <translation>Contact…</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>Affaires</translation>
    </message>
    <message>
        <source>Deal…</source>
        <translation>Affaire…</translation>
    </message>
    <message>
        <source>Export this client…</source>
        <translation>Exporter ce client…</translation>
    </message>
    <message>
        <source>Follow-up…</source>
        <translation>Relance…</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Its history, contacts, sales and next action are shown here.</source>
        <translation>Son historique, ses contacts, ses ventes et sa prochaine action s’affichent ici.</translation>
    </message>
    <message>
        <source>Key date…</source>
        <translation>Date clé…</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Prévu</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Fiche</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>Vente</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>Ventes</translation>
    </message>
    <message>
        <source>Survey answer…</source>
        <translation>Réponse d’enquête…</translation>
    </message>
    <message>
        <source>Why this segment?</source>
        <translation>Pourquoi ce segment ?</translation>
    </message>
</context>
<context>
    <name>ClientHead</name>
    <message>
        <source>client since {month}</source>
        <translation>client depuis {month}</translation>
    </message>
</context>
<context>
    <name>ClientKinds</name>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Personne</translation>
    </message>
</context>
<context>
    <name>ClientList</name>
    <message>
        <source>A: the first 20 % of the clients by revenue of 12 months, B: the next 20 %, C: the rest.</source>
        <translation>A : les premiers 20 % des clients par CA sur 12 mois ; B : les 20 % suivants ; C : les autres.</translation>
    </message>
    <message>
        <source>ABC</source>
        <translation>ABC</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ville</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Days since the last call, visit, e-mail… that was logged.</source>
        <translation>Jours depuis le dernier échange noté (appel, visite, e-mail…).</translation>
    </message>
    <message>
        <source>Last touch</source>
        <translation>Dernier échange</translation>
    </message>
    <message>
        <source>Next action</source>
        <translation>Prochaine action</translation>
    </message>
    <message>
        <source>Revenue 12 m</source>
        <translation>CA 12 mois</translation>
    </message>
    <message>
        <source>Revenue month by month over the last 12 months.</source>
        <translation>CA mois par mois sur les 12 derniers mois.</translation>
    </message>
    <message>
        <source>Revenue of the last 12 months, net of returns.</source>
        <translation>CA des 12 derniers mois, retours déduits.</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>Segment</translation>
    </message>
    <message>
        <source>The one next thing to do, and when.</source>
        <translation>La seule chose à faire ensuite, et quand.</translation>
    </message>
    <message>
        <source>The one segment the client is in today, by its rule.</source>
        <translation>Le segment où se trouve le client aujourd’hui, d’après la règle du segment.</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>Tendance</translation>
    </message>
    <message>
        <source>from {first} to {last} a month</source>
        <translation>de {first} à {last} par mois</translation>
    </message>
    <message>
        <source>no sales</source>
        <translation>aucune vente</translation>
    </message>
</context>
<context>
    <name>ClientPicker</name>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Clients found</source>
        <translation>Clients trouvés</translation>
    </message>
    <message>
        <source>Name, contact or reference…</source>
        <translation>Nom, contact ou référence…</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Aucun résultat.</translation>
    </message>
</context>
<context>
    <name>ClientPopup</name>
    <message>
        <source>Which client?</source>
        <translation>Quel client ?</translation>
    </message>
</context>
<context>
    <name>ClientRiskCard</name>
    <message>
        <source>Choose a client to see what may go wrong, and why.</source>
        <translation>Choisissez un client pour voir ce qui peut mal tourner, et pourquoi.</translation>
    </message>
    <message>
        <source>Doubtful loyalty:</source>
        <translation>Fidélité douteuse :</translation>
    </message>
    <message>
        <source>Next action planned: {day}</source>
        <translation>Prochaine action prévue : {day}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Prévoir</translation>
    </message>
    <message>
        <source>Plan for the next working day: {task}</source>
        <translation>Prévoir pour le prochain jour ouvré : {task}</translation>
    </message>
    <message>
        <source>Plan: {task}</source>
        <translation>Prévoir : {task}</translation>
    </message>
    <message>
        <source>Strategic role: {role}. It shields the client from advice to let go.</source>
        <translation>Rôle stratégique : {role}. Il protège le client du conseil de s’en séparer.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
</context>
<context>
    <name>ClientStatuses</name>
    <message>
        <source>Active</source>
        <translation>Actif</translation>
    </message>
    <message>
        <source>Former</source>
        <translation>Ancien</translation>
    </message>
    <message>
        <source>Prospect</source>
        <translation>Prospect</translation>
    </message>
</context>
<context>
    <name>ClientWorth</name>
    <message>
        <source>8 times in 10 it will be {range}.</source>
        <translation>8 fois sur 10, elle ira de {range}.</translation>
    </message>
    <message>
        <source>An order within 90 days: {chances}.</source>
        <translation>Une commande sous 90 jours : {chances}.</translation>
    </message>
    <message>
        <source>Average order × orders a year × average relationship of your clients in years, counted from the past.</source>
        <translation>Panier moyen × commandes par an × durée moyenne de la relation avec vos clients, en années : calculé sur le passé.</translation>
    </message>
    <message>
        <source>Margin expected over {horizon}, discounted.</source>
        <translation>Marge attendue sur {horizon}, actualisée.</translation>
    </message>
    <message>
        <source>Simple value</source>
        <translation>Valeur simple</translation>
    </message>
    <message>
        <source>Too little is known for an amount: a class says how likely an order is.</source>
        <translation>On en sait trop peu pour un montant : une classe dit si une commande est probable.</translation>
    </message>
    <message>
        <source>Value {months} m</source>
        <translation>Valeur {months} m</translation>
    </message>
</context>
<context>
    <name>ClientsPage</name>
    <message>
        <source>Add a first client</source>
        <translation>Ajouter un premier client</translation>
    </message>
    <message>
        <source>Bring in the file you have today, or begin with one client. Both can be undone.</source>
        <translation>Importez votre fichier actuel, ou commencez par un client. Dans les deux cas, vous pouvez annuler.</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Import my file</source>
        <translation>Importer mon fichier</translation>
    </message>
    <message>
        <source>Look around in a sample book</source>
        <translation>Explorer un exemple</translation>
    </message>
    <message>
        <source>No client matches these filters.</source>
        <translation>Aucun client ne correspond à ces filtres.</translation>
    </message>
    <message>
        <source>No clients yet</source>
        <translation>Aucun client pour l’instant</translation>
    </message>
</context>
<context>
    <name>ColourButton</name>
    <message>
        <source>Blue</source>
        <translation>Bleu</translation>
    </message>
    <message>
        <source>Colour: {name}</source>
        <translation>Couleur : {name}</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Vert</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Gris</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Rose</translation>
    </message>
    <message>
        <source>Sky blue</source>
        <translation>Bleu ciel</translation>
    </message>
    <message>
        <source>Vermilion</source>
        <translation>Vermillon</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Jaune</translation>
    </message>
</context>
<context>
    <name>ColumnsModel</name>
    <message>
        <source>Amount of a whole year or month…</source>
        <translation>Montant d’une année ou d’un mois entier…</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Colonne</translation>
    </message>
    <message>
        <source>Do not import</source>
        <translation>Ne pas importer</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Exemples</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>Champ</translation>
    </message>
    <message>
        <source>as before</source>
        <translation>comme avant</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>choisi</translation>
    </message>
    <message>
        <source>ignored</source>
        <translation>ignoré</translation>
    </message>
    <message>
        <source>recognised</source>
        <translation>reconnu</translation>
    </message>
    <message>
        <source>to check</source>
        <translation>à vérifier</translation>
    </message>
    <message>
        <source>{field} (with {columns})</source>
        <translation>{field} (avec {columns})</translation>
    </message>
    <message>
        <source>{field}, joined to {columns}</source>
        <translation>{field}, à la suite de {columns}</translation>
    </message>
</context>
<context>
    <name>ColumnsStep</name>
    <message>
        <source>As you chose on {day} for files like this ({name}).</source>
        <translation>Comme vous l’avez choisi le {day} pour ce genre de fichier ({name}).</translation>
    </message>
    <message>
        <source>Columns of the file → fields of the book</source>
        <translation>Colonnes du fichier → champs du portefeuille</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>Import its other sheets too</source>
        <translation>Importer aussi ses autres feuilles</translation>
    </message>
    <message>
        <source>Leave this file out</source>
        <translation>Retirer ce fichier</translation>
    </message>
    <message>
        <source>No date in this file tells day and month apart. Check “Dates” above.</source>
        <translation>Aucune date de ce fichier ne permet de distinguer jour et mois. Vérifiez « Dates » ci-dessus.</translation>
    </message>
    <message>
        <source>No date in this file tells day and month apart. “{date}” is:</source>
        <translation>Aucune date de ce fichier ne distingue le jour du mois. « {date} », c’est :</translation>
    </message>
    <message>
        <source>No longer for every row: {what}</source>
        <translation>Ne plus donner à toutes les lignes : {what}</translation>
    </message>
    <message>
        <source>Start afresh</source>
        <translation>Repartir de zéro</translation>
    </message>
    <message>
        <source>The same for every row…</source>
        <translation>La même valeur partout…</translation>
    </message>
    <message>
        <source>{field}: {value}</source>
        <translation>{field} : {value}</translation>
    </message>
    <message>
        <source>{taken} of {total} columns are imported. Space or a click changes where one goes.</source>
        <translation>Colonnes importées : {taken} sur {total}. Espace ou un clic change la destination.</translation>
    </message>
</context>
<context>
    <name>ColumnsTable</name>
    <message>
        <source>Columns of the file and the fields they go to</source>
        <translation>Colonnes du fichier et champs de destination</translation>
    </message>
</context>
<context>
    <name>ComparisonView</name>
    <message numerus="yes">
        <source>%n field(s) are the same.</source>
        <translation>
            <numerusform>%n champ est identique.</numerusform>
            <numerusform>%n champs sont identiques.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of sales stand at both: they would count twice. Delete one of each.</source>
        <translation>
            <numerusform>%n ligne de vente figure chez les deux : elle compterait deux fois. Supprimez-en une.</numerusform>
            <numerusform>%n lignes de vente figurent chez les deux : elles compteraient deux fois. Supprimez-en une de chaque.</numerusform>
        </translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Les deux</translation>
    </message>
    <message>
        <source>Keep the values not chosen in the notes</source>
        <translation>Garder dans les notes les valeurs non retenues</translation>
    </message>
    <message>
        <source>Keep this one</source>
        <translation>Garder celui-ci</translation>
    </message>
    <message>
        <source>Keep {client}</source>
        <translation>Garder {client}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Open {client}</source>
        <translation>Ouvrir {client}</translation>
    </message>
</context>
<context>
    <name>Concentration</name>
    <message numerus="yes">
        <source>%n client(s)</source>
        <translation>
            <numerusform>%n client</numerusform>
            <numerusform>%n clients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) end below zero ({amount}): their returns or costs outweigh the rest. They are counted with their negative amount.</source>
        <translation>
            <numerusform>%n client finit en négatif ({amount}) : ses retours ou ses coûts dépassent le reste. Il est compté avec son montant négatif.</numerusform>
            <numerusform>%n clients finissent en négatif ({amount}) : leurs retours ou leurs coûts dépassent le reste. Ils sont comptés avec leur montant négatif.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) reach {limit} of the {measure}.</source>
        <translation>
            <numerusform>%n client atteint {limit} du total ({measure}).</numerusform>
            <numerusform>%n clients atteignent {limit} du total ({measure}).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) with sales</source>
        <translation>
            <numerusform>%n client avec des ventes</numerusform>
            <numerusform>%n clients avec des ventes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deal(s) cannot be counted: no amount or no probability is noted.</source>
        <translation>
            <numerusform>%n affaire ne peut pas être comptée : son montant ou sa probabilité n’est pas noté.</numerusform>
            <numerusform>%n affaires ne peuvent pas être comptées : leur montant ou leur probabilité n’est pas noté.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) to replace it: {amount} missing until then.</source>
        <translation>
            <numerusform>%n mois pour le remplacer : il manquera {amount} d’ici là.</numerusform>
            <numerusform>%n mois pour le remplacer : il manquera {amount} d’ici là.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more client(s) like your other ones ({average} each on average)</source>
        <translation>
            <numerusform>%n client de plus comme vos autres clients ({average} en moyenne)</numerusform>
            <numerusform>%n clients de plus comme vos autres clients ({average} chacun en moyenne)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other group(s)</source>
        <translation>
            <numerusform>%n autre groupe</numerusform>
            <numerusform>%n autres groupes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>%n autre</numerusform>
            <numerusform>%n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>(Known for {share} of it.)</source>
        <translation>(Connu pour {share} du total.)</translation>
    </message>
    <message>
        <source>1 / the sum of the squared shares: your base depends on its clients as one of so many clients of equal size would.</source>
        <translation>1 / la somme des carrés des parts : votre portefeuille dépend de ses clients comme s’il comptait ce nombre de clients de même taille.</translation>
    </message>
    <message>
        <source>12 months to</source>
        <translation>12 mois jusqu’au</translation>
    </message>
    <message>
        <source>A change of the HHI by more than 100 is called significant by the US merger guidelines, made for markets.</source>
        <translation>Les lignes directrices américaines sur les concentrations, conçues pour des marchés, jugent significatif un écart de HHI de plus de 100.</translation>
    </message>
    <message>
        <source>A click on a rectangle or a bar opens its clients.</source>
        <translation>Un clic sur un rectangle ou une barre ouvre ses clients.</translation>
    </message>
    <message>
        <source>Against the year before</source>
        <translation>Face à l’année précédente</translation>
    </message>
    <message>
        <source>All of the first ones reach {limit} of the {measure}.</source>
        <translation>Tous les premiers atteignent {limit} du total ({measure}).</translation>
    </message>
    <message>
        <source>All of the {measure} comes from {first}.</source>
        <translation>Tout le total ({measure}) vient de {first}.</translation>
    </message>
    <message>
        <source>All time</source>
        <translation>Tout l’historique</translation>
    </message>
    <message>
        <source>All time has nothing before it: choose 12 rolling months.</source>
        <translation>Tout l’historique n’a rien avant lui : choisissez 12 mois glissants.</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Montant</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>Exposé</translation>
    </message>
    <message>
        <source>Balanced: nobody reaches {limit}; the first, {name}, makes {share}.</source>
        <translation>Équilibré : personne n’atteint {limit} ; le premier, {name}, fait {share}.</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Avant et après</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>By rank</source>
        <translation>Par rang</translation>
    </message>
    <message>
        <source>By sector, product, place</source>
        <translation>Par secteur, produit, lieu</translation>
    </message>
    <message>
        <source>By what</source>
        <translation>Selon quoi</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Écart</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ville</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Classe</translation>
    </message>
    <message>
        <source>Class A holds only {clients} of the clients where {expected} are usual: few carry much.</source>
        <translation>La classe A ne réunit que {clients} des clients, contre {expected} d’habitude : peu de clients portent beaucoup.</translation>
    </message>
    <message>
        <source>Class A holds {clients} of the clients where {expected} are usual: the weight is well spread.</source>
        <translation>La classe A réunit {clients} des clients, contre {expected} d’habitude : le poids est bien réparti.</translation>
    </message>
    <message>
        <source>Class A holds {clients} of the clients; {expected} are usual.</source>
        <translation>La classe A réunit {clients} des clients ; {expected} d’habitude.</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Clients by rank</source>
        <translation>Clients par rang</translation>
    </message>
    <message>
        <source>Clients with sales</source>
        <translation>Clients avec ventes</translation>
    </message>
    <message>
        <source>Conventions, not laws; yours are in Settings, Analysis. 10 %: from there accounts must name a major customer (IFRS 8.34). 10–15 %: the French business mediation advises to spread out from there. 22–30 %: limits French buyers set themselves for a supplier. 30–50 %: order of magnitude quoted for French rulings; the law sets no percentage, what counts is whether you have another outlet.</source>
        <translation>Des conventions, pas des lois ; les vôtres sont dans Réglages, Analyse. 10 % : à partir de là, les comptes doivent signaler un client majeur (IFRS 8.34). 10–15 % : la Médiation des entreprises conseille de se diversifier à partir de là. 22–30 % : limites que des acheteurs français se fixent pour un fournisseur. 30–50 % : ordre de grandeur cité pour la jurisprudence française ; la loi ne fixe aucun pourcentage, ce qui compte est d’avoir un autre débouché.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Count in full</source>
        <translation>Compter en entier</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Pays</translation>
    </message>
    <message>
        <source>Cumulated</source>
        <translation>Cumul</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Département</translation>
    </message>
    <message>
        <source>Dependency at risk: the sum of each client's share × (1 − the chance that the client is still active), estimated from the rhythm of the orders of the whole book.</source>
        <translation>Dépendance exposée : la somme, pour chaque client, de sa part × (1 − probabilité qu’il soit encore actif), estimée d’après le rythme des commandes de tout le portefeuille.</translation>
    </message>
    <message>
        <source>Dependency over 24 months</source>
        <translation>Dépendance sur 24 mois</translation>
    </message>
    <message>
        <source>Dotted: less than 12 months of sales were known.</source>
        <translation>En pointillés : moins de 12 mois de ventes étaient connus.</translation>
    </message>
    <message>
        <source>Each point looks back 12 months.</source>
        <translation>Chaque point regarde les 12 mois précédents.</translation>
    </message>
    <message>
        <source>Equal clients</source>
        <translation>Clients équivalents</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Classeur Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>First client</source>
        <translation>Premier client</translation>
    </message>
    <message>
        <source>First five</source>
        <translation>Cinq premiers</translation>
    </message>
    <message>
        <source>First ten</source>
        <translation>Dix premiers</translation>
    </message>
    <message>
        <source>First three</source>
        <translation>Trois premiers</translation>
    </message>
    <message>
        <source>From {start} to {end} the first client went from {then} to {now} of the {measure}, and the number of equal clients from {many} to {few}.</source>
        <translation>De {start} à {end}, le premier client est passé de {then} à {now} du total ({measure}), et le nombre de clients équivalents de {many} à {few}.</translation>
    </message>
    <message>
        <source>Gini</source>
        <translation>Gini</translation>
    </message>
    <message>
        <source>Gini coefficient: 0 when all clients bring the same, close to 1 when one brings everything. Unequal sizes are not yet dependency when there are many clients.</source>
        <translation>Indice de Gini : 0 quand tous les clients rapportent autant, proche de 1 quand un seul rapporte tout. Des tailles inégales ne font pas encore une dépendance quand les clients sont nombreux.</translation>
    </message>
    <message>
        <source>Gini {gini} · {day}</source>
        <translation>Gini {gini} · {day}</translation>
    </message>
    <message>
        <source>HHI</source>
        <translation>HHI</translation>
    </message>
    <message>
        <source>HHI {hhi} · a single group.</source>
        <translation>HHI {hhi} · un seul groupe.</translation>
    </message>
    <message>
        <source>HHI {hhi} · like {n} groups of equal size.</source>
        <translation>HHI {hhi} · équivaut à {n} groupes de même taille.</translation>
    </message>
    <message>
        <source>Hardly any change: {when}, the first client made {share}, and your base weighed like {then} equal clients ({now} now).</source>
        <translation>Presque inchangé : {when}, le premier client faisait {share} et votre portefeuille équivalait à {then} clients de même taille ({now} maintenant).</translation>
    </message>
    <message>
        <source>Herfindahl–Hirschman index: 10,000 × the sum of the squared shares. 10,000 is a single client. Above 1,000 one speaks of moderate, above 1,800 of high concentration; those bands were made for markets, for a client base they are a convention.</source>
        <translation>Indice de Herfindahl-Hirschman : 10 000 × la somme des carrés des parts. 10 000, c’est un seul client. Au-dessus de 1 000, on parle de concentration modérée, au-dessus de 1 800, de concentration élevée ; ces seuils ont été conçus pour des marchés, pour un portefeuille de clients ce sont des conventions.</translation>
    </message>
    <message>
        <source>How many of the largest clients it takes to make 80 % of the total.</source>
        <translation>Combien des plus gros clients il faut pour faire 80 % du total.</translation>
    </message>
    <message>
        <source>Import my sales</source>
        <translation>Importer mes ventes</translation>
    </message>
    <message>
        <source>Inequality of the portfolio</source>
        <translation>Inégalité du portefeuille</translation>
    </message>
    <message>
        <source>Instead of weighing each deal by its probability.</source>
        <translation>Au lieu de pondérer chaque affaire par sa probabilité.</translation>
    </message>
    <message>
        <source>Is it getting worse?</source>
        <translation>Est-ce que ça empire ?</translation>
    </message>
    <message>
        <source>It is getting better: {when}, the first client made {share}, and your base weighed like {then} equal clients ({now} now).</source>
        <translation>Cela s’améliore : {when}, le premier client faisait {share} et votre portefeuille équivalait à {then} clients de même taille ({now} maintenant).</translation>
    </message>
    <message>
        <source>It is getting worse: {when}, the first client made {share}, and your base weighed like {then} equal clients ({now} now).</source>
        <translation>Cela empire : {when}, le premier client faisait {share} et votre portefeuille équivalait à {then} clients de même taille ({now} maintenant).</translation>
    </message>
    <message>
        <source>It pays {months} months of your fixed costs.</source>
        <translation>Elle paie {months} mois de vos charges fixes.</translation>
    </message>
    <message numerus="yes">
        <source>Left out: {amount} of %n client(s) for whom this is not known.</source>
        <translation>
            <numerusform>Laissé de côté : {amount} de %n client pour qui ce n’est pas connu.</numerusform>
            <numerusform>Laissé de côté : {amount} de %n clients pour qui ce n’est pas connu.</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at a sample book</source>
        <translation>Voir un exemple</translation>
    </message>
    <message>
        <source>Make 80 %</source>
        <translation>Font 80 %</translation>
    </message>
    <message>
        <source>Months of fixed costs a year's margin pays</source>
        <translation>Mois de charges fixes payés par un an de marge</translation>
    </message>
    <message>
        <source>Months to replace it</source>
        <translation>Mois pour le remplacer</translation>
    </message>
    <message>
        <source>No deal is open.</source>
        <translation>Aucune affaire n’est ouverte.</translation>
    </message>
    <message>
        <source>No margin can be told</source>
        <translation>Marge impossible à calculer</translation>
    </message>
    <message>
        <source>No sale in this period</source>
        <translation>Aucune vente sur cette période</translation>
    </message>
    <message>
        <source>No sale of this period has a cost. Import your sales with their cost or margin, or look at the revenue.</source>
        <translation>Aucune vente de cette période n’a de coût. Importez vos ventes avec leur coût ou leur marge, ou regardez le CA.</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Nobody reaches {limit} of the {measure}.</source>
        <translation>Personne n’atteint {limit} du total ({measure}).</translation>
    </message>
    <message>
        <source>Normalised HHI</source>
        <translation>HHI normalisé</translation>
    </message>
    <message>
        <source>Not enough history to estimate who is still active: 10 clients and 20 repeat orders.</source>
        <translation>Pas assez d’historique pour estimer qui est encore actif : il faut 10 clients et 20 commandes répétées.</translation>
    </message>
    <message>
        <source>Nothing was sold in the same period a year before.</source>
        <translation>Rien n’a été vendu sur la même période un an plus tôt.</translation>
    </message>
    <message>
        <source>Nothing was sold in this period ({period}).</source>
        <translation>Rien n’a été vendu sur cette période ({period}).</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Maintenant</translation>
    </message>
    <message>
        <source>Now: {now}
Then: {then}</source>
        <translation>Maintenant : {now}
Ensuite : {then}</translation>
    </message>
    <message>
        <source>On whom</source>
        <translation>De qui</translation>
    </message>
    <message>
        <source>On whom do you depend?</source>
        <translation>De qui dépendez-vous ?</translation>
    </message>
    <message>
        <source>Once there are sales in the book, this page shows who makes your revenue and what losing one client would mean.</source>
        <translation>Dès que le portefeuille contiendra des ventes, cette page montrera qui fait votre chiffre d’affaires et ce que coûterait la perte d’un client.</translation>
    </message>
    <message>
        <source>Part of the five largest clients in the total.</source>
        <translation>Part des cinq plus gros clients dans le total.</translation>
    </message>
    <message>
        <source>Part of the largest client in the total.</source>
        <translation>Part du plus gros client dans le total.</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produit</translation>
    </message>
    <message>
        <source>Product category</source>
        <translation>Famille de produits</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Région</translation>
    </message>
    <message>
        <source>Sales are known since {day} only: the comparison is not fair.</source>
        <translation>Les ventes ne sont connues que depuis le {day} : la comparaison n’est pas juste.</translation>
    </message>
    <message>
        <source>Save as Excel</source>
        <translation>Enregistrer en Excel</translation>
    </message>
    <message>
        <source>Save as Excel…</source>
        <translation>Enregistrer en Excel…</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>Enregistré : {name}</translation>
    </message>
    <message>
        <source>Sector</source>
        <translation>Secteur</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>Segment</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>Show the revenue</source>
        <translation>Voir le CA</translation>
    </message>
    <message>
        <source>Side shown</source>
        <translation>Vue affichée</translation>
    </message>
    <message>
        <source>Smallest clients</source>
        <translation>Plus petits clients</translation>
    </message>
    <message>
        <source>That is {margin} of margin ({share}).</source>
        <translation>Soit {margin} de marge ({share}).</translation>
    </message>
    <message>
        <source>That is {margin} of margin.</source>
        <translation>Soit {margin} de marge.</translation>
    </message>
    <message>
        <source>The 12 months up to {day}</source>
        <translation>Les 12 mois jusqu’au {day}</translation>
    </message>
    <message>
        <source>The clients who leave</source>
        <translation>Les clients qui partent</translation>
    </message>
    <message>
        <source>The deals bring {amount} on top.</source>
        <translation>Les affaires apportent {amount} en plus.</translation>
    </message>
    <message numerus="yes">
        <source>The first client alone makes {first} of the {measure}; %n of {clients} clients make {share}.</source>
        <translation>
            <numerusform>À lui seul, le premier client pèse {first} du total ({measure}) ; %n client sur {clients} fait {share}.</numerusform>
            <numerusform>À lui seul, le premier client pèse {first} du total ({measure}) ; %n clients sur {clients} en font {share}.</numerusform>
        </translation>
    </message>
    <message>
        <source>The first {clients} of the clients make {share}; the rule of thumb says {rule}.</source>
        <translation>Les premiers {clients} des clients font {share} du total ; la règle empirique dit {rule}.</translation>
    </message>
    <message>
        <source>The largest fifth of the clients makes {share}; with clients of equal size: {equal}.</source>
        <translation>Le cinquième des clients le plus gros fait {share} du total ; à taille égale, il ferait {equal}.</translation>
    </message>
    <message>
        <source>The last sale before its end is of {day}.</source>
        <translation>La dernière vente avant la fin de cette période date du {day}.</translation>
    </message>
    <message>
        <source>The open deals you win</source>
        <translation>Les affaires ouvertes que vous gagnez</translation>
    </message>
    <message>
        <source>The share nobody should reach</source>
        <translation>La part que personne ne devrait atteindre</translation>
    </message>
    <message>
        <source>The total is not above zero, so shares mean nothing here.</source>
        <translation>Le total n’est pas supérieur à zéro : les parts n’ont ici aucun sens.</translation>
    </message>
    <message>
        <source>The total is not above zero.</source>
        <translation>Le total n’est pas supérieur à zéro.</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Ensuite</translation>
    </message>
    <message>
        <source>Tick the clients who could leave and the deals you could win.</source>
        <translation>Cochez les clients qui pourraient partir et les affaires que vous pourriez gagner.</translation>
    </message>
    <message>
        <source>To balance it: nobody above</source>
        <translation>Pour rééquilibrer : personne au-dessus de</translation>
    </message>
    <message>
        <source>To bring {name} ({share}) below {limit} without losing it:</source>
        <translation>Pour ramener {name} ({share}) sous {limit} sans le perdre :</translation>
    </message>
    <message>
        <source>Too little history to say how it moved: a line needs a year and a month.</source>
        <translation>Trop peu d’historique pour dire comment cela évolue : il faut un an et un mois.</translation>
    </message>
    <message>
        <source>Ups and downs of your quarterly revenue come from few: {listed} of its variance.</source>
        <translation>Les hauts et les bas de votre chiffre d’affaires trimestriel viennent de peu de clients : {listed} de sa variance.</translation>
    </message>
    <message>
        <source>Weighed by the chance that each client has left, {share} of the {measure} is at risk, most of it with {name}.</source>
        <translation>En tenant compte du risque que chaque client soit déjà parti, {share} du total ({measure}) est exposé, surtout avec {name}.</translation>
    </message>
    <message>
        <source>What if…</source>
        <translation>Et si…</translation>
    </message>
    <message>
        <source>What margin that is cannot be told: no cost is known of them.</source>
        <translation>La marge correspondante est inconnue : aucun coût n’est noté pour ces ventes.</translation>
    </message>
    <message>
        <source>What may be lost</source>
        <translation>Ce qui peut être perdu</translation>
    </message>
    <message>
        <source>Where do these limits come from?</source>
        <translation>D’où viennent ces seuils ?</translation>
    </message>
    <message>
        <source>Who makes each of them</source>
        <translation>Qui fait chacun d’eux</translation>
    </message>
    <message>
        <source>Who makes your margin</source>
        <translation>Qui fait votre marge</translation>
    </message>
    <message>
        <source>Who makes your revenue</source>
        <translation>Qui fait votre chiffre d’affaires</translation>
    </message>
    <message>
        <source>Why these limits?</source>
        <translation>Pourquoi ces seuils ?</translation>
    </message>
    <message>
        <source>You depend on nobody alone: the first client, {name}, makes {share} of the {measure}.</source>
        <translation>Vous ne dépendez de personne en particulier : le premier client, {name}, fait {share} du total ({measure}).</translation>
    </message>
    <message>
        <source>You depend on {name}: {share} of the {measure}, above your alarm limit of {limit}.</source>
        <translation>Vous dépendez de {name} : {share} du total ({measure}), au-dessus de votre seuil d’alerte de {limit}.</translation>
    </message>
    <message>
        <source>You lose…</source>
        <translation>Vous perdez…</translation>
    </message>
    <message>
        <source>You win…</source>
        <translation>Vous gagnez…</translation>
    </message>
    <message>
        <source>You would lose {revenue} of revenue ({share}).</source>
        <translation>Vous perdriez {revenue} de chiffre d’affaires ({share}).</translation>
    </message>
    <message>
        <source>You would lose {revenue} of revenue.</source>
        <translation>Vous perdriez {revenue} de chiffre d’affaires.</translation>
    </message>
    <message>
        <source>Your first clients</source>
        <translation>Vos premiers clients</translation>
    </message>
    <message>
        <source>a year before</source>
        <translation>un an plus tôt</translation>
    </message>
    <message>
        <source>about 1 chance in 10</source>
        <translation>environ 1 chance sur 10</translation>
    </message>
    <message>
        <source>about {count} chances in 10</source>
        <translation>environ {count} chances sur 10</translation>
    </message>
    <message>
        <source>all sales up to {end}</source>
        <translation>toutes les ventes jusqu’au {end}</translation>
    </message>
    <message>
        <source>clients, from the largest to the smallest</source>
        <translation>clients, du plus gros au plus petit</translation>
    </message>
    <message>
        <source>concentration</source>
        <translation>concentration</translation>
    </message>
    <message>
        <source>equal clients</source>
        <translation>clients équivalents</translation>
    </message>
    <message>
        <source>first {count}: {share}</source>
        <translation>{count} premiers : {share}</translation>
    </message>
    <message>
        <source>from {start} to {end}</source>
        <translation>du {start} au {end}</translation>
    </message>
    <message>
        <source>high</source>
        <translation>élevé</translation>
    </message>
    <message numerus="yes">
        <source>in any case at least %n new client(s): fewer cannot all stay below the limit</source>
        <translation>
            <numerusform>dans tous les cas au moins %n nouveau client : moins nombreux, ils ne peuvent pas tous rester sous la limite</numerusform>
            <numerusform>dans tous les cas au moins %n nouveaux clients : moins nombreux, ils ne peuvent pas tous rester sous la limite</numerusform>
        </translation>
    </message>
    <message>
        <source>less than 1 chance in 10</source>
        <translation>moins d’une chance sur 10</translation>
    </message>
    <message>
        <source>low</source>
        <translation>faible</translation>
    </message>
    <message>
        <source>margin</source>
        <translation>marge</translation>
    </message>
    <message>
        <source>moderate</source>
        <translation>modéré</translation>
    </message>
    <message>
        <source>more than 9 chances in 10</source>
        <translation>plus de 9 chances sur 10</translation>
    </message>
    <message>
        <source>not noted</source>
        <translation>non noté</translation>
    </message>
    <message>
        <source>on {day}</source>
        <translation>au {day}</translation>
    </message>
    <message>
        <source>or {more} more from the other clients ({part}), none of them above {most}</source>
        <translation>ou {more} de plus chez les autres clients ({part}), aucun ne dépassant {most}</translation>
    </message>
    <message>
        <source>part of the clients</source>
        <translation>part des clients</translation>
    </message>
    <message>
        <source>part of the {measure}</source>
        <translation>part du total ({measure})</translation>
    </message>
    <message>
        <source>revenue</source>
        <translation>chiffre d’affaires</translation>
    </message>
    <message>
        <source>your other open deals would bring about {amount} of it ({part})</source>
        <translation>vos autres affaires ouvertes en apporteraient environ {amount} ({part})</translation>
    </message>
    <message>
        <source>{amount} ({share} of the {measure}) is at risk: each client's amount weighed by the chance, estimated from everybody's rhythm of orders, that it has already left. Most of it:</source>
        <translation>{amount} ({share} du total, {measure}) sont exposés : le montant de chaque client, pondéré par le risque qu’il soit déjà parti, estimé d’après le rythme de commande de tous. Pour l’essentiel :</translation>
    </message>
    <message>
        <source>{by}: noted for nothing sold in this period. Add it to your clients or sales, by hand or by an import.</source>
        <translation>{by} : rien n’est noté pour les ventes de cette période. Ajoutez-le à vos clients ou à vos ventes, à la main ou par un import.</translation>
    </message>
    <message>
        <source>{first} makes {share} of the {measure}, the first three {three}.</source>
        <translation>{first} fait {share} du total ({measure}), les trois premiers {three}.</translation>
    </message>
    <message>
        <source>{name} makes {share} of the {measure}: to be watched, as from {limit} on.</source>
        <translation>{name} fait {share} du total ({measure}) : à surveiller, comme tout client à partir de {limit}.</translation>
    </message>
    <message>
        <source>{name}: {share} of the total, {chance} that it has left</source>
        <translation>{name} : {share} du total, {chance} qu’il soit parti</translation>
    </message>
    <message>
        <source>{number} pts</source>
        <translation>{number} pts</translation>
    </message>
    <message numerus="yes">
        <source>{share}: {n} of %n client(s) ({part})</source>
        <translation>
            <numerusform>{share} : {n} client sur %n ({part})</numerusform>
            <numerusform>{share} : {n} des %n clients ({part})</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConcentrationControls</name>
    <message>
        <source>12 rolling months</source>
        <translation>12 mois glissants</translation>
    </message>
    <message>
        <source>All time</source>
        <translation>Tout l’historique</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Premier jour</translation>
    </message>
    <message>
        <source>From – to…</source>
        <translation>Du… au…</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Dernier jour</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Marge</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>CA</translation>
    </message>
    <message>
        <source>What is measured</source>
        <translation>Ce qui est mesuré</translation>
    </message>
    <message>
        <source>to</source>
        <translation>au</translation>
    </message>
</context>
<context>
    <name>ConditionRow</name>
    <message>
        <source>Comparison, {name}</source>
        <translation>Comparaison, {name}</translation>
    </message>
    <message>
        <source>Remove the condition on {name}</source>
        <translation>Retirer la condition sur {name}</translation>
    </message>
</context>
<context>
    <name>ConsentBox</name>
    <message>
        <source>Consent</source>
        <translation>Consentement</translation>
    </message>
</context>
<context>
    <name>ConsentEditor</name>
    <message>
        <source>Proof</source>
        <translation>Preuve</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Depuis le</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Origine</translation>
    </message>
    <message>
        <source>This address or number is on the do-not-contact list.</source>
        <translation>Cette adresse ou ce numéro est sur la liste d’opposition.</translation>
    </message>
    <message>
        <source>What shows it: a form, a date, a place…</source>
        <translation>Ce qui l’atteste : formulaire, date, lieu…</translation>
    </message>
</context>
<context>
    <name>ConsentSources</name>
    <message>
        <source>Contract</source>
        <translation>Contrat</translation>
    </message>
    <message>
        <source>Do-not-contact list</source>
        <translation>Liste d’opposition</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formulaire</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Rendez-vous</translation>
    </message>
    <message>
        <source>Not noted</source>
        <translation>Non précisée</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Autre</translation>
    </message>
    <message>
        <source>Phone call</source>
        <translation>Appel</translation>
    </message>
</context>
<context>
    <name>ConsentStates</name>
    <message>
        <source>Agrees</source>
        <translation>Accepte</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Non connu</translation>
    </message>
    <message>
        <source>Refuses</source>
        <translation>Refuse</translation>
    </message>
</context>
<context>
    <name>ConstantBox</name>
    <message>
        <source>&amp;Field</source>
        <translation>&amp;Champ</translation>
    </message>
    <message>
        <source>&amp;Value</source>
        <translation>&amp;Valeur</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Give to every row</source>
        <translation>Donner à toutes les lignes</translation>
    </message>
    <message>
        <source>Rows that have no value in this field get this one: a country, a source, a tag.</source>
        <translation>Les lignes qui n’ont rien dans ce champ reçoivent cette valeur : un pays, une source, une étiquette.</translation>
    </message>
    <message>
        <source>The same for every row</source>
        <translation>La même valeur pour toutes les lignes</translation>
    </message>
    <message>
        <source>Type the value, or cancel.</source>
        <translation>Saisissez la valeur, ou annulez.</translation>
    </message>
</context>
<context>
    <name>ContactCard</name>
    <message>
        <source>Delete this contact</source>
        <translation>Supprimer ce contact</translation>
    </message>
    <message>
        <source>Edit this contact</source>
        <translation>Modifier ce contact</translation>
    </message>
</context>
<context>
    <name>ContactSheet</name>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>New contact</source>
        <translation>Nouveau contact</translation>
    </message>
</context>
<context>
    <name>ContactsTab</name>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>New contact</source>
        <translation>Nouveau contact</translation>
    </message>
    <message>
        <source>Nobody is known here yet.</source>
        <translation>Aucun contact pour l’instant.</translation>
    </message>
</context>
<context>
    <name>CopyCard</name>
    <message>
        <source>Your passphrase does not protect this file: anyone can read it.</source>
        <translation>Votre phrase secrète ne protège pas ce fichier : tout le monde peut le lire.</translation>
    </message>
</context>
<context>
    <name>CostlyCard</name>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Clients that cost more than they bring</source>
        <translation>Clients qui coûtent plus qu’ils ne rapportent</translation>
    </message>
    <message>
        <source>Cost more than they bring</source>
        <translation>Coûtent plus qu’ils ne rapportent</translation>
    </message>
    <message>
        <source>No client whose costs are known takes more than it brings.</source>
        <translation>Aucun client dont les coûts sont connus ne coûte plus qu’il ne rapporte.</translation>
    </message>
    <message>
        <source>Nobody can be named: the costs of what was sold are missing.</source>
        <translation>On ne peut citer personne : les coûts de ce qui a été vendu manquent.</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Show in the list of clients</source>
        <translation>Voir dans la liste des clients</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>What would help most</source>
        <translation>Ce qui aiderait le plus</translation>
    </message>
    <message>
        <source>Worst first. A lever is worth what it says over a period like this one; prices and orders are supposed to stay as they are otherwise.</source>
        <translation>Du pire au moins grave. Chaque levier vaut le montant indiqué sur une période comme celle-ci, le reste (prix, commandes) étant supposé inchangé.</translation>
    </message>
    <message>
        <source>enough</source>
        <translation>suffit</translation>
    </message>
</context>
<context>
    <name>CostsCard</name>
    <message>
        <source>Delivering one order</source>
        <translation>Livraison d’une commande</translation>
    </message>
    <message>
        <source>Fixed costs of a month</source>
        <translation>Charges fixes d’un mois</translation>
    </message>
    <message>
        <source>From the minutes, visits and orders in the book, they give what each client costs to serve and what is left of its margin. What is left empty stays unknown and is not counted.</source>
        <translation>À partir des minutes, visites et commandes du portefeuille, ils donnent le coût de service de chaque client et ce qu’il reste de sa marge. Ce qui est laissé vide reste inconnu et n’est pas compté.</translation>
    </message>
    <message>
        <source>One hour of work</source>
        <translation>Une heure de travail</translation>
    </message>
    <message>
        <source>One kilometre of the journey</source>
        <translation>Un kilomètre du trajet</translation>
    </message>
    <message>
        <source>One visit (the journey)</source>
        <translation>Une visite (le déplacement)</translation>
    </message>
    <message>
        <source>What serving clients costs</source>
        <translation>Ce que coûte le service des clients</translation>
    </message>
</context>
<context>
    <name>Countries</name>
    <message>
        <source>Afghanistan</source>
        <translation>Afghanistan</translation>
    </message>
    <message>
        <source>Albania</source>
        <translation>Albanie</translation>
    </message>
    <message>
        <source>Algeria</source>
        <translation>Algérie</translation>
    </message>
    <message>
        <source>American Samoa</source>
        <translation>Samoa américaines</translation>
    </message>
    <message>
        <source>Andorra</source>
        <translation>Andorre</translation>
    </message>
    <message>
        <source>Angola</source>
        <translation>Angola</translation>
    </message>
    <message>
        <source>Anguilla</source>
        <translation>Anguilla</translation>
    </message>
    <message>
        <source>Antigua and Barbuda</source>
        <translation>Antigua-et-Barbuda</translation>
    </message>
    <message>
        <source>Argentina</source>
        <translation>Argentine</translation>
    </message>
    <message>
        <source>Armenia</source>
        <translation>Arménie</translation>
    </message>
    <message>
        <source>Aruba</source>
        <translation>Aruba</translation>
    </message>
    <message>
        <source>Australia</source>
        <translation>Australie</translation>
    </message>
    <message>
        <source>Austria</source>
        <translation>Autriche</translation>
    </message>
    <message>
        <source>Azerbaijan</source>
        <translation>Azerbaïdjan</translation>
    </message>
    <message>
        <source>Bahamas</source>
        <translation>Bahamas</translation>
    </message>
    <message>
        <source>Bahrain</source>
        <translation>Bahreïn</translation>
    </message>
    <message>
        <source>Bangladesh</source>
        <translation>Bangladesh</translation>
    </message>
    <message>
        <source>Barbados</source>
        <translation>Barbade</translation>
    </message>
    <message>
        <source>Belarus</source>
        <translation>Biélorussie</translation>
    </message>
    <message>
        <source>Belgium</source>
        <translation>Belgique</translation>
    </message>
    <message>
        <source>Belize</source>
        <translation>Belize</translation>
    </message>
    <message>
        <source>Benin</source>
        <translation>Bénin</translation>
    </message>
    <message>
        <source>Bermuda</source>
        <translation>Bermudes</translation>
    </message>
    <message>
        <source>Bhutan</source>
        <translation>Bhoutan</translation>
    </message>
    <message>
        <source>Bolivia</source>
        <translation>Bolivie</translation>
    </message>
    <message>
        <source>Bosnia and Herzegovina</source>
        <translation>Bosnie-Herzégovine</translation>
    </message>
    <message>
        <source>Botswana</source>
        <translation>Botswana</translation>
    </message>
    <message>
        <source>Brazil</source>
        <translation>Brésil</translation>
    </message>
    <message>
        <source>British Virgin Islands</source>
        <translation>Îles Vierges britanniques</translation>
    </message>
    <message>
        <source>Brunei</source>
        <translation>Brunei</translation>
    </message>
    <message>
        <source>Bulgaria</source>
        <translation>Bulgarie</translation>
    </message>
    <message>
        <source>Burkina Faso</source>
        <translation>Burkina Faso</translation>
    </message>
    <message>
        <source>Burundi</source>
        <translation>Burundi</translation>
    </message>
    <message>
        <source>Cambodia</source>
        <translation>Cambodge</translation>
    </message>
    <message>
        <source>Cameroon</source>
        <translation>Cameroun</translation>
    </message>
    <message>
        <source>Canada</source>
        <translation>Canada</translation>
    </message>
    <message>
        <source>Cape Verde</source>
        <translation>Cap-Vert</translation>
    </message>
    <message>
        <source>Caribbean Netherlands</source>
        <translation>Pays-Bas caribéens</translation>
    </message>
    <message>
        <source>Cayman Islands</source>
        <translation>Îles Caïmans</translation>
    </message>
    <message>
        <source>Central African Republic</source>
        <translation>République centrafricaine</translation>
    </message>
    <message>
        <source>Chad</source>
        <translation>Tchad</translation>
    </message>
    <message>
        <source>Chile</source>
        <translation>Chili</translation>
    </message>
    <message>
        <source>China</source>
        <translation>Chine</translation>
    </message>
    <message>
        <source>Christmas Island</source>
        <translation>Île Christmas</translation>
    </message>
    <message>
        <source>Cocos Islands</source>
        <translation>Îles Cocos</translation>
    </message>
    <message>
        <source>Colombia</source>
        <translation>Colombie</translation>
    </message>
    <message>
        <source>Comoros</source>
        <translation>Comores</translation>
    </message>
    <message>
        <source>Congo-Brazzaville</source>
        <translation>Congo-Brazzaville</translation>
    </message>
    <message>
        <source>Congo-Kinshasa</source>
        <translation>Congo-Kinshasa</translation>
    </message>
    <message>
        <source>Cook Islands</source>
        <translation>Îles Cook</translation>
    </message>
    <message>
        <source>Costa Rica</source>
        <translation>Costa Rica</translation>
    </message>
    <message>
        <source>Croatia</source>
        <translation>Croatie</translation>
    </message>
    <message>
        <source>Cuba</source>
        <translation>Cuba</translation>
    </message>
    <message>
        <source>Curaçao</source>
        <translation>Curaçao</translation>
    </message>
    <message>
        <source>Cyprus</source>
        <translation>Chypre</translation>
    </message>
    <message>
        <source>Czechia</source>
        <translation>Tchéquie</translation>
    </message>
    <message>
        <source>Côte d’Ivoire</source>
        <translation>Côte d’Ivoire</translation>
    </message>
    <message>
        <source>Denmark</source>
        <translation>Danemark</translation>
    </message>
    <message>
        <source>Djibouti</source>
        <translation>Djibouti</translation>
    </message>
    <message>
        <source>Dominica</source>
        <translation>Dominique</translation>
    </message>
    <message>
        <source>Dominican Republic</source>
        <translation>République dominicaine</translation>
    </message>
    <message>
        <source>Ecuador</source>
        <translation>Équateur</translation>
    </message>
    <message>
        <source>Egypt</source>
        <translation>Égypte</translation>
    </message>
    <message>
        <source>El Salvador</source>
        <translation>Salvador</translation>
    </message>
    <message>
        <source>Equatorial Guinea</source>
        <translation>Guinée équatoriale</translation>
    </message>
    <message>
        <source>Eritrea</source>
        <translation>Érythrée</translation>
    </message>
    <message>
        <source>Estonia</source>
        <translation>Estonie</translation>
    </message>
    <message>
        <source>Eswatini</source>
        <translation>Eswatini</translation>
    </message>
    <message>
        <source>Ethiopia</source>
        <translation>Éthiopie</translation>
    </message>
    <message>
        <source>Falkland Islands</source>
        <translation>Îles Malouines</translation>
    </message>
    <message>
        <source>Faroe Islands</source>
        <translation>Îles Féroé</translation>
    </message>
    <message>
        <source>Fiji</source>
        <translation>Fidji</translation>
    </message>
    <message>
        <source>Finland</source>
        <translation>Finlande</translation>
    </message>
    <message>
        <source>France</source>
        <translation>France</translation>
    </message>
    <message>
        <source>French Guiana</source>
        <translation>Guyane française</translation>
    </message>
    <message>
        <source>French Polynesia</source>
        <translation>Polynésie française</translation>
    </message>
    <message>
        <source>Gabon</source>
        <translation>Gabon</translation>
    </message>
    <message>
        <source>Gambia</source>
        <translation>Gambie</translation>
    </message>
    <message>
        <source>Georgia</source>
        <translation>Géorgie</translation>
    </message>
    <message>
        <source>Germany</source>
        <translation>Allemagne</translation>
    </message>
    <message>
        <source>Ghana</source>
        <translation>Ghana</translation>
    </message>
    <message>
        <source>Gibraltar</source>
        <translation>Gibraltar</translation>
    </message>
    <message>
        <source>Greece</source>
        <translation>Grèce</translation>
    </message>
    <message>
        <source>Greenland</source>
        <translation>Groenland</translation>
    </message>
    <message>
        <source>Grenada</source>
        <translation>Grenade</translation>
    </message>
    <message>
        <source>Guadeloupe</source>
        <translation>Guadeloupe</translation>
    </message>
    <message>
        <source>Guam</source>
        <translation>Guam</translation>
    </message>
    <message>
        <source>Guatemala</source>
        <translation>Guatemala</translation>
    </message>
    <message>
        <source>Guernsey</source>
        <translation>Guernesey</translation>
    </message>
    <message>
        <source>Guinea</source>
        <translation>Guinée</translation>
    </message>
    <message>
        <source>Guinea-Bissau</source>
        <translation>Guinée-Bissau</translation>
    </message>
    <message>
        <source>Guyana</source>
        <translation>Guyana</translation>
    </message>
    <message>
        <source>Haiti</source>
        <translation>Haïti</translation>
    </message>
    <message>
        <source>Honduras</source>
        <translation>Honduras</translation>
    </message>
    <message>
        <source>Hong Kong</source>
        <translation>Hong Kong</translation>
    </message>
    <message>
        <source>Hungary</source>
        <translation>Hongrie</translation>
    </message>
    <message>
        <source>Iceland</source>
        <translation>Islande</translation>
    </message>
    <message>
        <source>India</source>
        <translation>Inde</translation>
    </message>
    <message>
        <source>Indonesia</source>
        <translation>Indonésie</translation>
    </message>
    <message>
        <source>Iran</source>
        <translation>Iran</translation>
    </message>
    <message>
        <source>Iraq</source>
        <translation>Irak</translation>
    </message>
    <message>
        <source>Ireland</source>
        <translation>Irlande</translation>
    </message>
    <message>
        <source>Isle of Man</source>
        <translation>Île de Man</translation>
    </message>
    <message>
        <source>Israel</source>
        <translation>Israël</translation>
    </message>
    <message>
        <source>Italy</source>
        <translation>Italie</translation>
    </message>
    <message>
        <source>Jamaica</source>
        <translation>Jamaïque</translation>
    </message>
    <message>
        <source>Japan</source>
        <translation>Japon</translation>
    </message>
    <message>
        <source>Jersey</source>
        <translation>Jersey</translation>
    </message>
    <message>
        <source>Jordan</source>
        <translation>Jordanie</translation>
    </message>
    <message>
        <source>Kazakhstan</source>
        <translation>Kazakhstan</translation>
    </message>
    <message>
        <source>Kenya</source>
        <translation>Kenya</translation>
    </message>
    <message>
        <source>Kiribati</source>
        <translation>Kiribati</translation>
    </message>
    <message>
        <source>Kosovo</source>
        <translation>Kosovo</translation>
    </message>
    <message>
        <source>Kuwait</source>
        <translation>Koweït</translation>
    </message>
    <message>
        <source>Kyrgyzstan</source>
        <translation>Kirghizstan</translation>
    </message>
    <message>
        <source>Laos</source>
        <translation>Laos</translation>
    </message>
    <message>
        <source>Latvia</source>
        <translation>Lettonie</translation>
    </message>
    <message>
        <source>Lebanon</source>
        <translation>Liban</translation>
    </message>
    <message>
        <source>Lesotho</source>
        <translation>Lesotho</translation>
    </message>
    <message>
        <source>Liberia</source>
        <translation>Liberia</translation>
    </message>
    <message>
        <source>Libya</source>
        <translation>Libye</translation>
    </message>
    <message>
        <source>Liechtenstein</source>
        <translation>Liechtenstein</translation>
    </message>
    <message>
        <source>Lithuania</source>
        <translation>Lituanie</translation>
    </message>
    <message>
        <source>Luxembourg</source>
        <translation>Luxembourg</translation>
    </message>
    <message>
        <source>Macao</source>
        <translation>Macao</translation>
    </message>
    <message>
        <source>Madagascar</source>
        <translation>Madagascar</translation>
    </message>
    <message>
        <source>Malawi</source>
        <translation>Malawi</translation>
    </message>
    <message>
        <source>Malaysia</source>
        <translation>Malaisie</translation>
    </message>
    <message>
        <source>Maldives</source>
        <translation>Maldives</translation>
    </message>
    <message>
        <source>Mali</source>
        <translation>Mali</translation>
    </message>
    <message>
        <source>Malta</source>
        <translation>Malte</translation>
    </message>
    <message>
        <source>Marshall Islands</source>
        <translation>Îles Marshall</translation>
    </message>
    <message>
        <source>Martinique</source>
        <translation>Martinique</translation>
    </message>
    <message>
        <source>Mauritania</source>
        <translation>Mauritanie</translation>
    </message>
    <message>
        <source>Mauritius</source>
        <translation>Maurice</translation>
    </message>
    <message>
        <source>Mayotte</source>
        <translation>Mayotte</translation>
    </message>
    <message>
        <source>Mexico</source>
        <translation>Mexique</translation>
    </message>
    <message>
        <source>Micronesia</source>
        <translation>Micronésie</translation>
    </message>
    <message>
        <source>Moldova</source>
        <translation>Moldavie</translation>
    </message>
    <message>
        <source>Monaco</source>
        <translation>Monaco</translation>
    </message>
    <message>
        <source>Mongolia</source>
        <translation>Mongolie</translation>
    </message>
    <message>
        <source>Montenegro</source>
        <translation>Monténégro</translation>
    </message>
    <message>
        <source>Montserrat</source>
        <translation>Montserrat</translation>
    </message>
    <message>
        <source>Morocco</source>
        <translation>Maroc</translation>
    </message>
    <message>
        <source>Mozambique</source>
        <translation>Mozambique</translation>
    </message>
    <message>
        <source>Myanmar</source>
        <translation>Birmanie</translation>
    </message>
    <message>
        <source>Namibia</source>
        <translation>Namibie</translation>
    </message>
    <message>
        <source>Nauru</source>
        <translation>Nauru</translation>
    </message>
    <message>
        <source>Nepal</source>
        <translation>Népal</translation>
    </message>
    <message>
        <source>Netherlands</source>
        <translation>Pays-Bas</translation>
    </message>
    <message>
        <source>New Caledonia</source>
        <translation>Nouvelle-Calédonie</translation>
    </message>
    <message>
        <source>New Zealand</source>
        <translation>Nouvelle-Zélande</translation>
    </message>
    <message>
        <source>Nicaragua</source>
        <translation>Nicaragua</translation>
    </message>
    <message>
        <source>Niger</source>
        <translation>Niger</translation>
    </message>
    <message>
        <source>Nigeria</source>
        <translation>Nigeria</translation>
    </message>
    <message>
        <source>Niue</source>
        <translation>Niue</translation>
    </message>
    <message>
        <source>Norfolk Island</source>
        <translation>Île Norfolk</translation>
    </message>
    <message>
        <source>North Korea</source>
        <translation>Corée du Nord</translation>
    </message>
    <message>
        <source>North Macedonia</source>
        <translation>Macédoine du Nord</translation>
    </message>
    <message>
        <source>Northern Mariana Islands</source>
        <translation>Îles Mariannes du Nord</translation>
    </message>
    <message>
        <source>Norway</source>
        <translation>Norvège</translation>
    </message>
    <message>
        <source>Oman</source>
        <translation>Oman</translation>
    </message>
    <message>
        <source>Pakistan</source>
        <translation>Pakistan</translation>
    </message>
    <message>
        <source>Palau</source>
        <translation>Palaos</translation>
    </message>
    <message>
        <source>Palestinian Territories</source>
        <translation>Territoires palestiniens</translation>
    </message>
    <message>
        <source>Panama</source>
        <translation>Panama</translation>
    </message>
    <message>
        <source>Papua New Guinea</source>
        <translation>Papouasie-Nouvelle-Guinée</translation>
    </message>
    <message>
        <source>Paraguay</source>
        <translation>Paraguay</translation>
    </message>
    <message>
        <source>Peru</source>
        <translation>Pérou</translation>
    </message>
    <message>
        <source>Philippines</source>
        <translation>Philippines</translation>
    </message>
    <message>
        <source>Pitcairn Islands</source>
        <translation>Îles Pitcairn</translation>
    </message>
    <message>
        <source>Poland</source>
        <translation>Pologne</translation>
    </message>
    <message>
        <source>Portugal</source>
        <translation>Portugal</translation>
    </message>
    <message>
        <source>Puerto Rico</source>
        <translation>Porto Rico</translation>
    </message>
    <message>
        <source>Qatar</source>
        <translation>Qatar</translation>
    </message>
    <message>
        <source>Romania</source>
        <translation>Roumanie</translation>
    </message>
    <message>
        <source>Russia</source>
        <translation>Russie</translation>
    </message>
    <message>
        <source>Rwanda</source>
        <translation>Rwanda</translation>
    </message>
    <message>
        <source>Réunion</source>
        <translation>La Réunion</translation>
    </message>
    <message>
        <source>Saint Barthélemy</source>
        <translation>Saint-Barthélemy</translation>
    </message>
    <message>
        <source>Saint Helena</source>
        <translation>Sainte-Hélène</translation>
    </message>
    <message>
        <source>Saint Kitts and Nevis</source>
        <translation>Saint-Christophe-et-Niévès</translation>
    </message>
    <message>
        <source>Saint Lucia</source>
        <translation>Sainte-Lucie</translation>
    </message>
    <message>
        <source>Saint Martin</source>
        <translation>Saint-Martin</translation>
    </message>
    <message>
        <source>Saint Pierre and Miquelon</source>
        <translation>Saint-Pierre-et-Miquelon</translation>
    </message>
    <message>
        <source>Saint Vincent and Grenadines</source>
        <translation>Saint-Vincent-et-les-Grenadines</translation>
    </message>
    <message>
        <source>Samoa</source>
        <translation>Samoa</translation>
    </message>
    <message>
        <source>San Marino</source>
        <translation>Saint-Marin</translation>
    </message>
    <message>
        <source>Saudi Arabia</source>
        <translation>Arabie saoudite</translation>
    </message>
    <message>
        <source>Senegal</source>
        <translation>Sénégal</translation>
    </message>
    <message>
        <source>Serbia</source>
        <translation>Serbie</translation>
    </message>
    <message>
        <source>Seychelles</source>
        <translation>Seychelles</translation>
    </message>
    <message>
        <source>Sierra Leone</source>
        <translation>Sierra Leone</translation>
    </message>
    <message>
        <source>Singapore</source>
        <translation>Singapour</translation>
    </message>
    <message>
        <source>Sint Maarten</source>
        <translation>Saint-Martin (partie néerlandaise)</translation>
    </message>
    <message>
        <source>Slovakia</source>
        <translation>Slovaquie</translation>
    </message>
    <message>
        <source>Slovenia</source>
        <translation>Slovénie</translation>
    </message>
    <message>
        <source>Solomon Islands</source>
        <translation>Îles Salomon</translation>
    </message>
    <message>
        <source>Somalia</source>
        <translation>Somalie</translation>
    </message>
    <message>
        <source>South Africa</source>
        <translation>Afrique du Sud</translation>
    </message>
    <message>
        <source>South Korea</source>
        <translation>Corée du Sud</translation>
    </message>
    <message>
        <source>South Sudan</source>
        <translation>Soudan du Sud</translation>
    </message>
    <message>
        <source>Spain</source>
        <translation>Espagne</translation>
    </message>
    <message>
        <source>Sri Lanka</source>
        <translation>Sri Lanka</translation>
    </message>
    <message>
        <source>Sudan</source>
        <translation>Soudan</translation>
    </message>
    <message>
        <source>Suriname</source>
        <translation>Suriname</translation>
    </message>
    <message>
        <source>Svalbard and Jan Mayen</source>
        <translation>Svalbard et Jan Mayen</translation>
    </message>
    <message>
        <source>Sweden</source>
        <translation>Suède</translation>
    </message>
    <message>
        <source>Switzerland</source>
        <translation>Suisse</translation>
    </message>
    <message>
        <source>Syria</source>
        <translation>Syrie</translation>
    </message>
    <message>
        <source>São Tomé and Príncipe</source>
        <translation>Sao Tomé-et-Principe</translation>
    </message>
    <message>
        <source>Taiwan</source>
        <translation>Taïwan</translation>
    </message>
    <message>
        <source>Tajikistan</source>
        <translation>Tadjikistan</translation>
    </message>
    <message>
        <source>Tanzania</source>
        <translation>Tanzanie</translation>
    </message>
    <message>
        <source>Thailand</source>
        <translation>Thaïlande</translation>
    </message>
    <message>
        <source>Timor-Leste</source>
        <translation>Timor oriental</translation>
    </message>
    <message>
        <source>Togo</source>
        <translation>Togo</translation>
    </message>
    <message>
        <source>Tokelau</source>
        <translation>Tokelau</translation>
    </message>
    <message>
        <source>Tonga</source>
        <translation>Tonga</translation>
    </message>
    <message>
        <source>Trinidad and Tobago</source>
        <translation>Trinité-et-Tobago</translation>
    </message>
    <message>
        <source>Tunisia</source>
        <translation>Tunisie</translation>
    </message>
    <message>
        <source>Turkey</source>
        <translation>Turquie</translation>
    </message>
    <message>
        <source>Turkmenistan</source>
        <translation>Turkménistan</translation>
    </message>
    <message>
        <source>Turks and Caicos Islands</source>
        <translation>Îles Turques-et-Caïques</translation>
    </message>
    <message>
        <source>Tuvalu</source>
        <translation>Tuvalu</translation>
    </message>
    <message>
        <source>U.S. Virgin Islands</source>
        <translation>Îles Vierges des États-Unis</translation>
    </message>
    <message>
        <source>Uganda</source>
        <translation>Ouganda</translation>
    </message>
    <message>
        <source>Ukraine</source>
        <translation>Ukraine</translation>
    </message>
    <message>
        <source>United Arab Emirates</source>
        <translation>Émirats arabes unis</translation>
    </message>
    <message>
        <source>United Kingdom</source>
        <translation>Royaume-Uni</translation>
    </message>
    <message>
        <source>United States</source>
        <translation>États-Unis</translation>
    </message>
    <message>
        <source>Uruguay</source>
        <translation>Uruguay</translation>
    </message>
    <message>
        <source>Uzbekistan</source>
        <translation>Ouzbékistan</translation>
    </message>
    <message>
        <source>Vanuatu</source>
        <translation>Vanuatu</translation>
    </message>
    <message>
        <source>Vatican City</source>
        <translation>Vatican</translation>
    </message>
    <message>
        <source>Venezuela</source>
        <translation>Venezuela</translation>
    </message>
    <message>
        <source>Vietnam</source>
        <translation>Viêt Nam</translation>
    </message>
    <message>
        <source>Wallis and Futuna</source>
        <translation>Wallis-et-Futuna</translation>
    </message>
    <message>
        <source>Western Sahara</source>
        <translation>Sahara occidental</translation>
    </message>
    <message>
        <source>Yemen</source>
        <translation>Yémen</translation>
    </message>
    <message>
        <source>Zambia</source>
        <translation>Zambie</translation>
    </message>
    <message>
        <source>Zimbabwe</source>
        <translation>Zimbabwe</translation>
    </message>
    <message>
        <source>Åland Islands</source>
        <translation>Îles Åland</translation>
    </message>
</context>
<context>
    <name>CustomFieldsCard</name>
    <message>
        <source>Field</source>
        <translation>Champ</translation>
    </message>
    <message>
        <source>New field</source>
        <translation>Nouveau champ</translation>
    </message>
    <message>
        <source>What you want to know of every client and the record does not ask. They stand on the client's record, in the list, in rules, in imports and exports.</source>
        <translation>Ce que vous voulez savoir de chaque client et que la fiche ne demande pas. Ils figurent sur la fiche, dans la liste, dans les règles, à l’import et à l’export.</translation>
    </message>
    <message>
        <source>Your own fields</source>
        <translation>Vos champs personnalisés</translation>
    </message>
</context>
<context>
    <name>CustomTypes</name>
    <message>
        <source>Choice</source>
        <translation>Choix</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>Oui ou non</translation>
    </message>
</context>
<context>
    <name>DateEdit</name>
    <message>
        <source>“{typed}” is after {last}, the last day possible here. {day} was kept.</source>
        <translation>« {typed} » est après le {last}, dernier jour possible ici. Le {day} est conservé.</translation>
    </message>
    <message>
        <source>“{typed}” is before {first}, the first day possible here. {day} was kept.</source>
        <translation>« {typed} » est avant le {first}, premier jour possible ici. Le {day} est conservé.</translation>
    </message>
    <message>
        <source>“{typed}” is not a whole date. {day} was kept.</source>
        <translation>« {typed} » n’est pas une date complète. Le {day} est conservé.</translation>
    </message>
</context>
<context>
    <name>DayList</name>
    <message numerus="yes">
        <source>%n entry(s)</source>
        <translation>
            <numerusform>%n élément</numerusform>
            <numerusform>%n éléments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more, not listed here: narrow it down with the filters.</source>
        <translation>
            <numerusform>%n autre n’est pas listé ici : affinez avec les filtres.</numerusform>
            <numerusform>%n autres ne sont pas listés ici : affinez avec les filtres.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayPopup</name>
    <message>
        <source>Postpone until</source>
        <translation>Reporter au</translation>
    </message>
</context>
<context>
    <name>Days</name>
    <message numerus="yes">
        <source>%n d</source>
        <comment>a number of days, very short</comment>
        <translation>
            <numerusform>%n j</numerusform>
            <numerusform>%n j</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d late</source>
        <translation>
            <numerusform>%n j de retard</numerusform>
            <numerusform>%n j de retard</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n y</source>
        <comment>a number of years, very short</comment>
        <translation>
            <numerusform>%n an</numerusform>
            <numerusform>%n ans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n y late</source>
        <translation>
            <numerusform>%n an de retard</numerusform>
            <numerusform>%n ans de retard</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>due %n d ago</source>
        <translation>
            <numerusform>prévu il y a %n j</numerusform>
            <numerusform>prévu il y a %n j</numerusform>
        </translation>
    </message>
    <message>
        <source>today</source>
        <translation>aujourd’hui</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>demain</translation>
    </message>
</context>
<context>
    <name>DaysChoice</name>
    <message>
        <source>First day</source>
        <translation>Premier jour</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Dernier jour</translation>
    </message>
</context>
<context>
    <name>DeadlineRow</name>
    <message>
        <source>To be resolved b&amp;y</source>
        <translation>À résoudre &amp;avant le</translation>
    </message>
</context>
<context>
    <name>DealCard</name>
    <message>
        <source>Change this deal</source>
        <translation>Modifier cette affaire</translation>
    </message>
    <message>
        <source>Delete this deal</source>
        <translation>Supprimer cette affaire</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Perdue</translation>
    </message>
    <message>
        <source>Note the deal as lost</source>
        <translation>Noter l’affaire comme perdue</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Rouvrir</translation>
    </message>
    <message>
        <source>Why it was lost</source>
        <translation>Pourquoi elle a été perdue</translation>
    </message>
    <message>
        <source>Why was it lost? (optional)</source>
        <translation>Pourquoi perdue ? (facultatif)</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>Gagnée</translation>
    </message>
    <message>
        <source>decision by {day}</source>
        <translation>décision d’ici au {day}</translation>
    </message>
    <message>
        <source>next step by {day}</source>
        <translation>prochaine étape le {day}</translation>
    </message>
    <message>
        <source>next: {what}</source>
        <translation>ensuite : {what}</translation>
    </message>
    <message>
        <source>next: {what}, by {day}</source>
        <translation>ensuite : {what}, le {day}</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>depuis le {day}</translation>
    </message>
    <message>
        <source>{percent} likely</source>
        <translation>{percent} de chances</translation>
    </message>
</context>
<context>
    <name>DealSheet</name>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Change a deal</source>
        <translation>Modifier une affaire</translation>
    </message>
    <message>
        <source>New deal</source>
        <translation>Nouvelle affaire</translation>
    </message>
    <message>
        <source>What is offered</source>
        <translation>Ce qui est proposé</translation>
    </message>
</context>
<context>
    <name>DealStatuses</name>
    <message>
        <source>Lost</source>
        <translation>Perdue</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>Gagnée</translation>
    </message>
</context>
<context>
    <name>DealsTab</name>
    <message>
        <source>Deal</source>
        <translation>Affaire</translation>
    </message>
    <message>
        <source>New deal</source>
        <translation>Nouvelle affaire</translation>
    </message>
    <message>
        <source>No offer is open.</source>
        <translation>Aucune offre en cours.</translation>
    </message>
    <message>
        <source>No offer so far. Note one to keep its amount and the day of the decision in sight.</source>
        <translation>Aucune offre pour l’instant. Notez-en une pour garder en vue son montant et le jour de la décision.</translation>
    </message>
    <message>
        <source>Open: {amount}</source>
        <translation>En cours : {amount}</translation>
    </message>
    <message>
        <source>Open: {amount}, {likely} by their chances</source>
        <translation>En cours : {amount}, soit {likely} selon leurs chances</translation>
    </message>
</context>
<context>
    <name>Desktop</name>
    <message>
        <source>Client books (*{suffix})</source>
        <translation>Portefeuilles de clients (*{suffix})</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contacts</translation>
    </message>
    <message>
        <source>Copy saved: {name}</source>
        <translation>Copie enregistrée : {name}</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>Affaires</translation>
    </message>
    <message>
        <source>Key dates</source>
        <translation>Dates clés</translation>
    </message>
    <message>
        <source>New book</source>
        <translation>Nouveau portefeuille</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Open a book</source>
        <translation>Ouvrir un portefeuille</translation>
    </message>
    <message>
        <source>Opened: {name}</source>
        <translation>Ouvert : {name}</translation>
    </message>
    <message>
        <source>Sample {day}</source>
        <translation>Exemple {day}</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Enregistrer une copie</translation>
    </message>
    <message>
        <source>Saving a backup…</source>
        <translation>Sauvegarde en cours…</translation>
    </message>
    <message>
        <source>Survey answers</source>
        <translation>Réponses d’enquête</translation>
    </message>
</context>
<context>
    <name>DiffModel</name>
    <message>
        <source>Edits</source>
        <translation>Modifications</translation>
    </message>
    <message>
        <source>Its row is no longer in the workbook</source>
        <translation>Sa ligne n’est plus dans le classeur</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Fiche</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>added</source>
        <translation>ajouté</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>modifié</translation>
    </message>
    <message>
        <source>changed on both sides</source>
        <translation>modifié des deux côtés</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>retiré</translation>
    </message>
</context>
<context>
    <name>DiffTable</name>
    <message>
        <source>Edits in the workbook</source>
        <translation>Modifications dans le classeur</translation>
    </message>
</context>
<context>
    <name>Directions</name>
    <message>
        <source>From the client</source>
        <translation>Du client</translation>
    </message>
    <message>
        <source>From us</source>
        <translation>De nous</translation>
    </message>
</context>
<context>
    <name>DoneStep</name>
    <message numerus="yes">
        <source>%n record(s) changed since were kept; History lists them.</source>
        <translation>
            <numerusform>%n fiche modifiée depuis a été gardée ; l’historique la montre.</numerusform>
            <numerusform>%n fiches modifiées depuis ont été gardées ; l’historique les montre.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) completed a client.</source>
        <translation>
            <numerusform>%n ligne a complété un client.</numerusform>
            <numerusform>%n lignes ont complété des clients.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) imported</source>
        <translation>
            <numerusform>%n ligne importée</numerusform>
            <numerusform>%n lignes importées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) stayed out because nothing was decided.</source>
        <translation>
            <numerusform>%n ligne est restée de côté, faute de décision.</numerusform>
            <numerusform>%n lignes sont restées de côté, faute de décision.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) stayed out; save them, correct them and import that file.</source>
        <translation>
            <numerusform>%n ligne écartée ; enregistrez-la, corrigez-la, puis importez ce fichier.</numerusform>
            <numerusform>%n lignes écartées ; enregistrez-les, corrigez-les, puis importez ce fichier.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything readable in it was in the book already.</source>
        <translation>Tout ce qui s’y lit était déjà dans le portefeuille.</translation>
    </message>
    <message>
        <source>Follow this file</source>
        <translation>Suivre ce fichier</translation>
    </message>
    <message>
        <source>New in the book: {records}.</source>
        <translation>Nouveau dans le portefeuille : {records}.</translation>
    </message>
    <message>
        <source>Save the refused rows…</source>
        <translation>Enregistrer les lignes refusées…</translation>
    </message>
    <message>
        <source>See my clients</source>
        <translation>Voir mes clients</translation>
    </message>
    <message>
        <source>The book is as it was before. Ctrl+Y imports it again.</source>
        <translation>Le portefeuille est comme avant. Ctrl+Y refait l’import.</translation>
    </message>
    <message>
        <source>This import was taken back</source>
        <translation>Cet import a été annulé</translation>
    </message>
    <message>
        <source>Undo this import</source>
        <translation>Annuler cet import</translation>
    </message>
    <message>
        <source>What was done since stays.</source>
        <translation>Ce qui a été fait depuis reste.</translation>
    </message>
    <message>
        <source>Who to call today</source>
        <translation>Qui appeler aujourd’hui</translation>
    </message>
</context>
<context>
    <name>DoublesPanel</name>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Looks like</source>
        <translation>Ressemble à</translation>
    </message>
    <message>
        <source>New client</source>
        <translation>Nouveau client</translation>
    </message>
    <message>
        <source>New clients that look like others</source>
        <translation>Nouveaux clients qui ressemblent à d’autres</translation>
    </message>
    <message>
        <source>The selected ones are the same</source>
        <translation>Les lignes choisies sont les mêmes</translation>
    </message>
    <message>
        <source>These would be new clients. Those that are the same complete the client they look like.</source>
        <translation>Ce seraient de nouveaux clients. Ceux qui sont les mêmes complètent le client auquel ils ressemblent.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>{name} (line {line} of the file)</source>
        <translation>{name} (ligne {line} du fichier)</translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message>
        <source>Choose files…</source>
        <translation>Choisir des fichiers…</translation>
    </message>
    <message>
        <source>Drop your files here</source>
        <translation>Déposez vos fichiers ici</translation>
    </message>
    <message>
        <source>Excel, LibreOffice, CSV, phone contacts (vCard), exports of other programs. Several at once if you like.</source>
        <translation>Excel, LibreOffice, CSV, contacts de téléphone (vCard), exports d’autres logiciels. Plusieurs à la fois si vous voulez.</translation>
    </message>
    <message>
        <source>Paste from Excel (Ctrl+V)</source>
        <translation>Coller depuis Excel (Ctrl+V)</translation>
    </message>
</context>
<context>
    <name>DuesCard</name>
    <message>
        <source> days</source>
        <translation> jours</translation>
    </message>
    <message>
        <source>A buyer has neither telephone nor e-mail</source>
        <translation>Un acheteur n’a ni téléphone ni e-mail</translation>
    </message>
    <message>
        <source>A client orders later than is usual for it</source>
        <translation>Un client commande plus tard qu’à son habitude</translation>
    </message>
    <message>
        <source>A complaint is to be resolved within</source>
        <translation>Une réclamation est à résoudre sous</translation>
    </message>
    <message>
        <source>A deal comes up before its expected close, by</source>
        <translation>Une affaire revient avant sa conclusion prévue, de</translation>
    </message>
    <message>
        <source>A satisfaction survey after</source>
        <translation>Une enquête de satisfaction après</translation>
    </message>
    <message>
        <source>Besides the contact rhythms, your reminders, plans, key dates and the steps of deals.</source>
        <translation>En plus des rythmes de contact, de vos rappels, des plans d’action, des dates clés et des étapes d’affaires.</translation>
    </message>
    <message>
        <source>The anniversary of the first day as a client</source>
        <translation>L’anniversaire de l’entrée en relation</translation>
    </message>
    <message>
        <source>The birthday of a client who is a person</source>
        <translation>L’anniversaire d’un client particulier</translation>
    </message>
    <message>
        <source>What makes a client due</source>
        <translation>Ce qui met un client à relancer</translation>
    </message>
</context>
<context>
    <name>Duplicates</name>
    <message>
        <source>Likely</source>
        <translation>Probable</translation>
    </message>
    <message>
        <source>Possible</source>
        <translation>Possible</translation>
    </message>
    <message>
        <source>Very likely</source>
        <translation>Très probable</translation>
    </message>
    <message>
        <source>but another SIRET or VAT number</source>
        <translation>mais un autre SIRET ou numéro de TVA</translation>
    </message>
    <message>
        <source>but another date of birth</source>
        <translation>mais une autre date de naissance</translation>
    </message>
    <message>
        <source>but another town</source>
        <translation>mais une autre ville</translation>
    </message>
    <message>
        <source>same SIRET</source>
        <translation>même SIRET</translation>
    </message>
    <message>
        <source>same VAT number</source>
        <translation>même numéro de TVA</translation>
    </message>
    <message>
        <source>same contact</source>
        <translation>même contact</translation>
    </message>
    <message>
        <source>same e-mail</source>
        <translation>même e-mail</translation>
    </message>
    <message>
        <source>same internet domain</source>
        <translation>même domaine internet</translation>
    </message>
    <message>
        <source>same name</source>
        <translation>même nom</translation>
    </message>
    <message>
        <source>same phone number</source>
        <translation>même numéro de téléphone</translation>
    </message>
    <message>
        <source>same place</source>
        <translation>même lieu</translation>
    </message>
    <message>
        <source>same reference</source>
        <translation>même référence</translation>
    </message>
    <message>
        <source>same street</source>
        <translation>même rue</translation>
    </message>
    <message>
        <source>same town</source>
        <translation>même ville</translation>
    </message>
    <message>
        <source>similar name</source>
        <translation>nom proche</translation>
    </message>
</context>
<context>
    <name>DuplicatesPanel</name>
    <message numerus="yes">
        <source>%n pair(s) may be one client</source>
        <translation>
            <numerusform>%n paire pourrait être un seul client</numerusform>
            <numerusform>%n paires pourraient être un seul client</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) that you said are not the same</source>
        <translation>
            <numerusform>%n paire que vous avez déclarée distincte</numerusform>
            <numerusform>%n paires que vous avez déclarées distinctes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n set apart</source>
        <translation>
            <numerusform>%n paire écartée</numerusform>
            <numerusform>%n paires écartées</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to the duplicates</source>
        <translation>Retour aux doublons</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Clients with the same SIRET, e-mail, phone number or a similar name at the same place would be shown here side by side.</source>
        <translation>Les clients ayant le même SIRET, le même e-mail, le même téléphone ou un nom proche au même endroit s’afficheraient ici côte à côte.</translation>
    </message>
    <message>
        <source>Looking for duplicates… {done}</source>
        <translation>Recherche des doublons… {done}</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Fusionner</translation>
    </message>
    <message>
        <source>Merge into {client}</source>
        <translation>Fusionner dans {client}</translation>
    </message>
    <message>
        <source>No duplicates found</source>
        <translation>Aucun doublon trouvé</translation>
    </message>
    <message>
        <source>Nobody stands here twice</source>
        <translation>Personne ne figure deux fois</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>Pas le même</translation>
    </message>
    <message>
        <source>One client with everything of both; can be undone (M)</source>
        <translation>Un seul client avec tout ce qu’ont les deux ; peut être annulé (M)</translation>
    </message>
    <message>
        <source>Pairs of clients that may be one</source>
        <translation>Paires de clients qui n’en font peut-être qu’un</translation>
    </message>
    <message>
        <source>Remembered: this pair is not shown again (N)</source>
        <translation>Mémorisé : cette paire ne sera plus proposée (N)</translation>
    </message>
    <message>
        <source>Show the pairs that you said are not the same</source>
        <translation>Afficher les paires que vous avez déclarées distinctes</translation>
    </message>
    <message>
        <source>They may be the same</source>
        <translation>C’est peut-être le même</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>You said that these are two clients.</source>
        <translation>Vous avez indiqué que ce sont deux clients.</translation>
    </message>
</context>
<context>
    <name>EnrolmentEnds</name>
    <message>
        <source>Finished</source>
        <translation>Mené à son terme</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Arrêté</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>En cours</translation>
    </message>
</context>
<context>
    <name>EnrolmentsBlock</name>
    <message>
        <source>Action plans</source>
        <translation>Plans d’action</translation>
    </message>
    <message>
        <source>Make a plan…</source>
        <translation>Créer un plan…</translation>
    </message>
    <message>
        <source>Put into a plan</source>
        <translation>Mettre dans un plan</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Take the client out of {plan}</source>
        <translation>Retirer le client de {plan}</translation>
    </message>
    <message>
        <source>This client is in no plan.</source>
        <translation>Ce client n’est dans aucun plan.</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>terminé</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>depuis le {day}</translation>
    </message>
    <message>
        <source>step {step} of {steps}</source>
        <translation>étape {step} sur {steps}</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>arrêté</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>du {first} au {last}</translation>
    </message>
</context>
<context>
    <name>EntryChip</name>
    <message>
        <source>Not meant: {what}</source>
        <translation>À retirer : {what}</translation>
    </message>
</context>
<context>
    <name>Erasure</name>
    <message>
        <source>No backup holds this person.</source>
        <translation>Aucune sauvegarde ne contient cette personne.</translation>
    </message>
    <message>
        <source>To read yourself: texts elsewhere that seem to name them</source>
        <translation>À relire vous-même : d’autres textes qui semblent la nommer</translation>
    </message>
    <message numerus="yes">
        <source>Up to %n backup(s) may still hold this person</source>
        <translation>
            <numerusform>Jusqu’à %n sauvegarde peut encore contenir cette personne</numerusform>
            <numerusform>Jusqu’à %n sauvegardes peuvent encore contenir cette personne</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>{held}, until {day} at the latest.</source>
        <translation>{held}, jusqu’au {day} au plus tard.</translation>
    </message>
    <message>
        <source>{held}; until when is not known.</source>
        <translation>{held} ; on ne sait pas jusqu’à quand.</translation>
    </message>
</context>
<context>
    <name>ErasureCard</name>
    <message numerus="yes">
        <source>%n address(es) or number(s) that others use too</source>
        <translation>
            <numerusform>%n adresse ou numéro que d’autres utilisent aussi</numerusform>
            <numerusform>%n adresses ou numéros que d’autres utilisent aussi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) on being reached</source>
        <translation>
            <numerusform>%n consentement ou refus</numerusform>
            <numerusform>%n consentements ou refus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) of this client</source>
        <translation>
            <numerusform>%n contact de ce client</numerusform>
            <numerusform>%n contacts de ce client</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deal(s)</source>
        <translation>
            <numerusform>%n affaire</numerusform>
            <numerusform>%n affaires</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n follow-up(s), or their text</source>
        <translation>
            <numerusform>%n relance, ou son texte</numerusform>
            <numerusform>%n relances, ou leur texte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key date(s)</source>
        <translation>
            <numerusform>%n date clé</numerusform>
            <numerusform>%n dates clés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sale(s), which the accounts need</source>
        <translation>
            <numerusform>%n vente, dont la comptabilité a besoin</numerusform>
            <numerusform>%n ventes, dont la comptabilité a besoin</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n survey answer(s)</source>
        <translation>
            <numerusform>%n réponse d’enquête</numerusform>
            <numerusform>%n réponses d’enquête</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n touch(es)</source>
        <translation>
            <numerusform>%n échange</numerusform>
            <numerusform>%n échanges</numerusform>
        </translation>
    </message>
    <message>
        <source>A fingerprint of address and number, which cannot be read but keeps them from coming back</source>
        <translation>Une empreinte de l’adresse et du numéro, illisible, qui empêche leur retour</translation>
    </message>
    <message>
        <source>At {client}, what is theirs: {fields}</source>
        <translation>Chez {client}, ce qui est à elle : {fields}</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sauvegardes</translation>
    </message>
    <message>
        <source>Do not erase</source>
        <translation>Ne pas effacer</translation>
    </message>
    <message>
        <source>Erase {name} for good</source>
        <translation>Effacer définitivement {name}</translation>
    </message>
    <message>
        <source>Erasing…</source>
        <translation>Effacement…</translation>
    </message>
    <message>
        <source>Keep the name on the sales, where the accounts need it</source>
        <translation>Garder le nom sur les ventes, si la comptabilité en a besoin</translation>
    </message>
    <message numerus="yes">
        <source>Name and comment of %n survey answer(s); the score stays</source>
        <translation>
            <numerusform>Le nom et le commentaire de %n réponse d’enquête ; la note reste</numerusform>
            <numerusform>Le nom et le commentaire de %n réponses d’enquête ; la note reste</numerusform>
        </translation>
    </message>
    <message>
        <source>Name, address, numbers and notes; the client is given a neutral name</source>
        <translation>Nom, adresse, numéros et notes ; le client reçoit un nom neutre</translation>
    </message>
    <message>
        <source>Others with the same address or number</source>
        <translation>Autres fiches avec la même adresse ou le même numéro</translation>
    </message>
    <message>
        <source>The client {client}</source>
        <translation>Le client {client}</translation>
    </message>
    <message numerus="yes">
        <source>The text of %n touch(es) with them; date and kind stay</source>
        <translation>
            <numerusform>Le texte de %n échange avec elle ; la date et le type restent</numerusform>
            <numerusform>Le texte de %n échanges avec elle ; la date et le type restent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Their place in %n plan(s)</source>
        <translation>
            <numerusform>Sa place dans %n plan d’action</numerusform>
            <numerusform>Sa place dans %n plans d’action</numerusform>
        </translation>
    </message>
    <message>
        <source>Their record: name, address, numbers and notes</source>
        <translation>Sa fiche : nom, adresse, numéros et notes</translation>
    </message>
    <message>
        <source>Their traces in the history, the search and the file's free space</source>
        <translation>Ses traces dans l’historique, la recherche et l’espace libre du fichier</translation>
    </message>
    <message>
        <source>This cannot be undone, and neither an import nor a backup will bring them back.</source>
        <translation>Ceci ne peut pas être annulé, et ni un import ni une sauvegarde ne feront revenir cette personne.</translation>
    </message>
    <message>
        <source>What goes</source>
        <translation>Ce qui disparaît</translation>
    </message>
    <message>
        <source>What stays</source>
        <translation>Ce qui reste</translation>
    </message>
</context>
<context>
    <name>ErrorsInWindow</name>
    <message>
        <source>The end of “{path}” is missing: {found} of {expected} are there. It was left untouched.</source>
        <translation>La fin de « {path} » manque : il reste {found} sur {expected}. Le fichier a été laissé tel quel.</translation>
    </message>
</context>
<context>
    <name>ExportCards</name>
    <message>
        <source>A workbook to fill in and import, with lists to choose from; or a form for new prospects, to print.</source>
        <translation>Un classeur à remplir et à importer, avec listes de choix ; ou une fiche pour nouveaux prospects, à imprimer.</translation>
    </message>
    <message>
        <source>Address cards (*.vcf)</source>
        <translation>Cartes de contact (*.vcf)</translation>
    </message>
    <message>
        <source>Address cards (vCard)</source>
        <translation>Cartes de contact (vCard)</translation>
    </message>
    <message>
        <source>Archive of CSV files (*.zip)</source>
        <translation>Archive de fichiers CSV (*.zip)</translation>
    </message>
    <message>
        <source>Blank forms</source>
        <translation>Formulaires vierges</translation>
    </message>
    <message>
        <source>CSV file (*.csv)</source>
        <translation>Fichier CSV (*.csv)</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>Calendar (*.ics)</source>
        <translation>Agenda (*.ics)</translation>
    </message>
    <message>
        <source>Client sheets (PDF)</source>
        <translation>Fiches clients (PDF)</translation>
    </message>
    <message>
        <source>Clients and contacts for the address book of a phone or a mail program. Written again, the same cards are renewed, not doubled.</source>
        <translation>Clients et contacts pour le carnet d’adresses d’un téléphone ou d’une messagerie. Réexportées, les mêmes cartes sont mises à jour, pas doublées.</translation>
    </message>
    <message>
        <source>Every record of the book, whole, in an open format. Taken in again on the Import page, it makes the same book.</source>
        <translation>Toutes les fiches du portefeuille, entières, dans un format ouvert. Reprise sur la page Importer, elle redonne le même portefeuille.</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Classeur Excel</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Classeur Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Full copy (*.json)</source>
        <translation>Copie complète (*.json)</translation>
    </message>
    <message>
        <source>Full copy (JSON)</source>
        <translation>Copie complète (JSON)</translation>
    </message>
    <message>
        <source>Key figures with charts, then clients, sales and all the rest, sheet by sheet. Edited and saved, it can be compared with the book on the Import page.</source>
        <translation>Les chiffres clés en graphiques, puis clients, ventes et tout le reste, feuille par feuille. Modifié et enregistré, il se compare au portefeuille sur la page Importer.</translation>
    </message>
    <message>
        <source>One after the other, to print or to take along: details, contacts, what is open, sales, what was said.</source>
        <translation>L’une après l’autre, à imprimer ou à emporter : coordonnées, contacts, ce qui est en cours, ventes, ce qui s’est dit.</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>Document PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Plain tables for any other program: one kind of record in a file, or all of them in an archive.</source>
        <translation>Des tableaux simples pour tout autre logiciel : un type de fiche par fichier, ou tous dans une archive.</translation>
    </message>
    <message>
        <source>Report (PDF)</source>
        <translation>Rapport (PDF)</translation>
    </message>
    <message>
        <source>Tables (CSV)</source>
        <translation>Tableaux (CSV)</translation>
    </message>
    <message>
        <source>The whole book on two pages: key figures explained, revenue by month and by segment, the first clients, whom to contact now.</source>
        <translation>Tout le portefeuille en deux pages : indicateurs expliqués, chiffre d’affaires par mois et par segment, premiers clients, qui contacter maintenant.</translation>
    </message>
    <message>
        <source>What is planned and what falls due in the next 60 days, for any calendar program.</source>
        <translation>Ce qui est prévu et ce qui arrive à échéance dans les 60 prochains jours, pour tout logiciel d’agenda.</translation>
    </message>
</context>
<context>
    <name>ExportPage</name>
    <message>
        <source>&amp;Clients:</source>
        <translation>&amp;Clients :</translation>
    </message>
    <message>
        <source>&amp;Language of the files:</source>
        <translation>&amp;Langue des fichiers :</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Exported: {name}</source>
        <translation>Exporté : {name}</translation>
    </message>
    <message>
        <source>Files written last</source>
        <translation>Derniers fichiers écrits</translation>
    </message>
    <message>
        <source>Import template</source>
        <translation>Modèle d’import</translation>
    </message>
    <message>
        <source>New client</source>
        <translation>Nouveau client</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Open: {what}</source>
        <translation>Ouvrir : {what}</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Afficher dans le dossier</translation>
    </message>
    <message>
        <source>Show in folder: {what}</source>
        <translation>Afficher dans le dossier : {what}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Stopped. No file was written.</source>
        <translation>Arrêté. Aucun fichier n’a été écrit.</translation>
    </message>
    <message>
        <source>Writing {name}…</source>
        <translation>Écriture de {name}…</translation>
    </message>
    <message>
        <source>not there any more</source>
        <translation>n’est plus là</translation>
    </message>
    <message>
        <source>{book} report</source>
        <translation>{book} rapport</translation>
    </message>
</context>
<context>
    <name>ExportScopes</name>
    <message>
        <source>All clients ({count})</source>
        <translation>Tous les clients ({count})</translation>
    </message>
    <message>
        <source>As listed on the Clients page ({count})</source>
        <translation>La liste de la page Clients ({count})</translation>
    </message>
    <message>
        <source>Chosen: {name} ({count})</source>
        <translation>Choix : {name} ({count})</translation>
    </message>
    <message>
        <source>Group: {name} ({count})</source>
        <translation>Groupe : {name} ({count})</translation>
    </message>
    <message>
        <source>Segment: {name} ({count})</source>
        <translation>Segment : {name} ({count})</translation>
    </message>
    <message>
        <source>Selected on the Clients page ({count})</source>
        <translation>La sélection de la page Clients ({count})</translation>
    </message>
</context>
<context>
    <name>ExportSheets</name>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Concentration</source>
        <translation>Concentration</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contacts</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>Affaires</translation>
    </message>
    <message>
        <source>Follow-ups</source>
        <translation>Relances</translation>
    </message>
    <message>
        <source>Interactions</source>
        <translation>Échanges</translation>
    </message>
    <message>
        <source>Key dates</source>
        <translation>Dates clés</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>Plans d’action</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>Ventes</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Synthèse</translation>
    </message>
    <message>
        <source>Survey answers</source>
        <translation>Réponses d’enquête</translation>
    </message>
</context>
<context>
    <name>FieldEditor</name>
    <message>
        <source>Choose a day</source>
        <translation>Choisir un jour</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>Change this field</source>
        <translation>Modifier ce champ</translation>
    </message>
    <message>
        <source>Choices, one a line</source>
        <translation>Choix, un par ligne</translation>
    </message>
    <message>
        <source>Delete this field and what stands in it</source>
        <translation>Supprimer ce champ et son contenu</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Descendre</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Monter</translation>
    </message>
    <message numerus="yes">
        <source>filled in for %n client(s)</source>
        <translation>
            <numerusform>rempli pour %n client</numerusform>
            <numerusform>rempli pour %n clients</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Deal</source>
        <translation>Affaire</translation>
    </message>
    <message>
        <source>Enrolment in a plan</source>
        <translation>Inscription à un plan d’action</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>Relance</translation>
    </message>
    <message>
        <source>Key date</source>
        <translation>Date clé</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan d’action</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produit</translation>
    </message>
    <message>
        <source>Q{number} {year}</source>
        <translation>T{number} {year}</translation>
    </message>
    <message>
        <source>SIRET</source>
        <translation>SIRET</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>Vente</translation>
    </message>
    <message>
        <source>Second contact</source>
        <translation>Deuxième contact</translation>
    </message>
    <message>
        <source>Step of a plan</source>
        <translation>Étape d’un plan d’action</translation>
    </message>
    <message>
        <source>Survey answer</source>
        <translation>Réponse d’enquête</translation>
    </message>
    <message>
        <source>Third contact</source>
        <translation>Troisième contact</translation>
    </message>
    <message>
        <source>Touch</source>
        <translation>Échange</translation>
    </message>
    <message>
        <source>VAT number</source>
        <translation>numéro de TVA</translation>
    </message>
    <message>
        <source>about</source>
        <translation>objet</translation>
    </message>
    <message>
        <source>acquisition spending</source>
        <translation>dépense d’acquisition</translation>
    </message>
    <message>
        <source>amount</source>
        <translation>montant</translation>
    </message>
    <message>
        <source>amount of the discount</source>
        <translation>montant de la remise</translation>
    </message>
    <message>
        <source>anniversaries of the relationship</source>
        <translation>anniversaires de la relation</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>réponse</translation>
    </message>
    <message>
        <source>at the latest after (days)</source>
        <translation>au plus tard après (jours)</translation>
    </message>
    <message>
        <source>birthdays</source>
        <translation>anniversaires</translation>
    </message>
    <message>
        <source>broken buying rhythms</source>
        <translation>rythmes d’achat rompus</translation>
    </message>
    <message>
        <source>calendar identifier</source>
        <translation>identifiant d’agenda</translation>
    </message>
    <message>
        <source>category</source>
        <translation>catégorie</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>moyen de contact</translation>
    </message>
    <message>
        <source>choices</source>
        <translation>choix</translation>
    </message>
    <message>
        <source>city</source>
        <translation>ville</translation>
    </message>
    <message>
        <source>client</source>
        <translation>client</translation>
    </message>
    <message>
        <source>client since</source>
        <translation>client depuis</translation>
    </message>
    <message>
        <source>clients a day</source>
        <translation>clients par jour</translation>
    </message>
    <message>
        <source>closed on</source>
        <translation>conclue le</translation>
    </message>
    <message>
        <source>code</source>
        <translation>code</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>couleur</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>commentaire</translation>
    </message>
    <message>
        <source>contact</source>
        <translation>contact</translation>
    </message>
    <message>
        <source>contact every (days)</source>
        <translation>contact tous les (jours)</translation>
    </message>
    <message>
        <source>content read</source>
        <translation>contenu lu</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>coût</translation>
    </message>
    <message>
        <source>cost of a visit</source>
        <translation>coût d’une visite</translation>
    </message>
    <message>
        <source>cost of an hour</source>
        <translation>coût d’une heure</translation>
    </message>
    <message>
        <source>cost of winning the client</source>
        <translation>coût d’acquisition</translation>
    </message>
    <message>
        <source>country</source>
        <translation>pays</translation>
    </message>
    <message>
        <source>currency</source>
        <translation>devise</translation>
    </message>
    <message>
        <source>custom fields</source>
        <translation>champs personnalisés</translation>
    </message>
    <message>
        <source>data to complete</source>
        <translation>données à compléter</translation>
    </message>
    <message>
        <source>date</source>
        <translation>date</translation>
    </message>
    <message>
        <source>date of birth</source>
        <translation>date de naissance</translation>
    </message>
    <message>
        <source>days after the step before</source>
        <translation>jours après l’étape précédente</translation>
    </message>
    <message>
        <source>days before a deal is decided</source>
        <translation>jours avant la conclusion d’une affaire</translation>
    </message>
    <message>
        <source>days between two surveys</source>
        <translation>jours entre deux enquêtes</translation>
    </message>
    <message>
        <source>days of history</source>
        <translation>jours d’historique</translation>
    </message>
    <message>
        <source>days to resolve a complaint</source>
        <translation>jours pour résoudre une réclamation</translation>
    </message>
    <message>
        <source>decision expected on</source>
        <translation>décision attendue le</translation>
    </message>
    <message>
        <source>direction</source>
        <translation>sens</translation>
    </message>
    <message>
        <source>discount</source>
        <translation>remise</translation>
    </message>
    <message>
        <source>discount rate</source>
        <translation>taux de remise</translation>
    </message>
    <message>
        <source>done on</source>
        <translation>fait le</translation>
    </message>
    <message>
        <source>due date</source>
        <translation>échéance</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>e-mail</translation>
    </message>
    <message>
        <source>ended on</source>
        <translation>terminé le</translation>
    </message>
    <message>
        <source>every year</source>
        <translation>chaque année</translation>
    </message>
    <message>
        <source>file</source>
        <translation>fichier</translation>
    </message>
    <message>
        <source>first client</source>
        <translation>premier client</translation>
    </message>
    <message>
        <source>first name</source>
        <translation>prénom</translation>
    </message>
    <message>
        <source>full name</source>
        <translation>nom complet</translation>
    </message>
    <message>
        <source>gender</source>
        <translation>genre</translation>
    </message>
    <message>
        <source>how it ended</source>
        <translation>comment il s’est terminé</translation>
    </message>
    <message>
        <source>how it is read</source>
        <translation>façon de le lire</translation>
    </message>
    <message>
        <source>ideal days between touches</source>
        <translation>jours idéaux entre deux échanges</translation>
    </message>
    <message>
        <source>income band</source>
        <translation>tranche de revenus</translation>
    </message>
    <message>
        <source>insolvency announced on</source>
        <translation>insolvabilité annoncée le</translation>
    </message>
    <message>
        <source>kilometres there and back</source>
        <translation>kilomètres aller-retour</translation>
    </message>
    <message>
        <source>label</source>
        <translation>libellé</translation>
    </message>
    <message>
        <source>last name</source>
        <translation>nom de famille</translation>
    </message>
    <message>
        <source>loyalty tier</source>
        <translation>niveau de fidélité</translation>
    </message>
    <message>
        <source>margin</source>
        <translation>marge</translation>
    </message>
    <message>
        <source>maximum days between touches</source>
        <translation>jours au plus entre deux échanges</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>minutes</translation>
    </message>
    <message>
        <source>mobile</source>
        <translation>mobile</translation>
    </message>
    <message>
        <source>months to replace</source>
        <translation>mois pour le remplacer</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nom</translation>
    </message>
    <message>
        <source>needs</source>
        <translation>besoins</translation>
    </message>
    <message>
        <source>next step</source>
        <translation>prochaine étape</translation>
    </message>
    <message>
        <source>next step on</source>
        <translation>prochaine étape le</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>notes</translation>
    </message>
    <message>
        <source>notice (days)</source>
        <translation>préavis (jours)</translation>
    </message>
    <message>
        <source>opened on</source>
        <translation>ouverte le</translation>
    </message>
    <message>
        <source>order in lists</source>
        <translation>ordre dans les listes</translation>
    </message>
    <message>
        <source>order of the rules</source>
        <translation>ordre des règles</translation>
    </message>
    <message>
        <source>order reference</source>
        <translation>référence de commande</translation>
    </message>
    <message>
        <source>outcome</source>
        <translation>résultat</translation>
    </message>
    <message>
        <source>paid on</source>
        <translation>payé le</translation>
    </message>
    <message>
        <source>persona</source>
        <translation>persona</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>téléphone</translation>
    </message>
    <message>
        <source>plan</source>
        <translation>plan d’action</translation>
    </message>
    <message>
        <source>postcode</source>
        <translation>code postal</translation>
    </message>
    <message>
        <source>postponed on</source>
        <translation>reportée le</translation>
    </message>
    <message>
        <source>potential to grow</source>
        <translation>potentiel de croissance</translation>
    </message>
    <message>
        <source>preferences</source>
        <translation>préférences</translation>
    </message>
    <message>
        <source>price</source>
        <translation>prix</translation>
    </message>
    <message>
        <source>probability (%)</source>
        <translation>probabilité (%)</translation>
    </message>
    <message>
        <source>product</source>
        <translation>produit</translation>
    </message>
    <message>
        <source>proof</source>
        <translation>preuve</translation>
    </message>
    <message>
        <source>quantity</source>
        <translation>quantité</translation>
    </message>
    <message>
        <source>read at</source>
        <translation>lu le</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>motif</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>référence</translation>
    </message>
    <message>
        <source>region</source>
        <translation>région</translation>
    </message>
    <message>
        <source>repeated every</source>
        <translation>répétée tous les</translation>
    </message>
    <message>
        <source>repeated from</source>
        <translation>répétée à partir du</translation>
    </message>
    <message>
        <source>repeated until</source>
        <translation>répétée jusqu’au</translation>
    </message>
    <message>
        <source>resolved on</source>
        <translation>résolue le</translation>
    </message>
    <message>
        <source>role</source>
        <translation>fonction</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>règle</translation>
    </message>
    <message>
        <source>score</source>
        <translation>note</translation>
    </message>
    <message>
        <source>second client</source>
        <translation>second client</translation>
    </message>
    <message>
        <source>sector</source>
        <translation>secteur</translation>
    </message>
    <message>
        <source>segment set by hand</source>
        <translation>segment fixé à la main</translation>
    </message>
    <message>
        <source>segment set by hand on</source>
        <translation>segment fixé à la main le</translation>
    </message>
    <message>
        <source>segmentation</source>
        <translation>segmentation</translation>
    </message>
    <message>
        <source>sensitivity to prices</source>
        <translation>sensibilité au prix</translation>
    </message>
    <message>
        <source>setting</source>
        <translation>réglage</translation>
    </message>
    <message>
        <source>size</source>
        <translation>taille</translation>
    </message>
    <message>
        <source>size of the history</source>
        <translation>taille de l’historique</translation>
    </message>
    <message>
        <source>source</source>
        <translation>origine</translation>
    </message>
    <message>
        <source>stage</source>
        <translation>étape</translation>
    </message>
    <message>
        <source>started on</source>
        <translation>commencé le</translation>
    </message>
    <message>
        <source>state</source>
        <translation>état</translation>
    </message>
    <message>
        <source>status</source>
        <translation>statut</translation>
    </message>
    <message>
        <source>steady</source>
        <translation>stable</translation>
    </message>
    <message>
        <source>step</source>
        <translation>étape</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>étapes</translation>
    </message>
    <message>
        <source>strategic role</source>
        <translation>rôle stratégique</translation>
    </message>
    <message>
        <source>street</source>
        <translation>rue</translation>
    </message>
    <message>
        <source>subject</source>
        <translation>objet</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>étiquettes</translation>
    </message>
    <message>
        <source>text</source>
        <translation>texte</translation>
    </message>
    <message>
        <source>time</source>
        <translation>heure</translation>
    </message>
    <message>
        <source>time zone</source>
        <translation>fuseau horaire</translation>
    </message>
    <message>
        <source>title</source>
        <translation>titre</translation>
    </message>
    <message>
        <source>type</source>
        <translation>type</translation>
    </message>
    <message>
        <source>unit of the repetition</source>
        <translation>unité de répétition</translation>
    </message>
    <message>
        <source>unit price</source>
        <translation>prix unitaire</translation>
    </message>
    <message>
        <source>value</source>
        <translation>valeur</translation>
    </message>
    <message>
        <source>verified on</source>
        <translation>vérifié le</translation>
    </message>
    <message>
        <source>website</source>
        <translation>site web</translation>
    </message>
    <message>
        <source>what to do</source>
        <translation>à faire</translation>
    </message>
    <message>
        <source>whole address</source>
        <translation>adresse complète</translation>
    </message>
    <message>
        <source>why former</source>
        <translation>pourquoi ancien</translation>
    </message>
    <message>
        <source>why it was lost</source>
        <translation>motif de la perte</translation>
    </message>
    <message>
        <source>working days</source>
        <translation>jours travaillés</translation>
    </message>
    <message>
        <source>{amount} of {period}</source>
        <translation>{amount} de {period}</translation>
    </message>
</context>
<context>
    <name>FigureRow</name>
    <message>
        <source>12 months up to {day}</source>
        <translation>12 mois jusqu’au {day}</translation>
    </message>
    <message>
        <source>Average order</source>
        <translation>Panier moyen</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Évolution</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Marge</translation>
    </message>
    <message>
        <source>Margin on the sales whose cost is known: {rate} of {base}.</source>
        <translation>Marge sur les ventes dont le coût est connu : {rate} de {base}.</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>Orders by their reference, or by day without one. Before: {count}.</source>
        <translation>Une commande par référence, ou par jour sans référence. Sur les 12 mois précédents : {count}.</translation>
    </message>
    <message>
        <source>Revenue 12 m</source>
        <translation>CA 12 mois</translation>
    </message>
    <message>
        <source>Revenue compared with the 12 months before, which brought {amount}.</source>
        <translation>CA comparé à celui des 12 mois précédents ({amount}).</translation>
    </message>
    <message>
        <source>Revenue divided by the number of orders.</source>
        <translation>CA divisé par le nombre de commandes.</translation>
    </message>
    <message>
        <source>Sum of the sales, net of returns.</source>
        <translation>Somme des ventes, retours déduits.</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nouveau</translation>
    </message>
</context>
<context>
    <name>FileCard</name>
    <message>
        <source>Export: {what}</source>
        <translation>Exporter : {what}</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
</context>
<context>
    <name>FilesStep</name>
    <message numerus="yes">
        <source>%n client(s)</source>
        <translation>
            <numerusform>%n client</numerusform>
            <numerusform>%n clients</numerusform>
        </translation>
    </message>
    <message>
        <source>A calendar: its entries become reminders.</source>
        <translation>Un agenda : ses entrées deviennent des relances.</translation>
    </message>
    <message>
        <source>A full copy of a book, with everything in it: {clients}, as of {day}.</source>
        <translation>La copie complète d’un portefeuille, avec tout ce qu’il contient : {clients}, au {day}.</translation>
    </message>
    <message>
        <source>A full copy of a book, with everything in it: {clients}.</source>
        <translation>La copie complète d’un portefeuille, avec tout ce qu’il contient : {clients}.</translation>
    </message>
    <message>
        <source>A workbook exported from a book. What was changed in it since can be compared line by line.</source>
        <translation>Un classeur exporté d’un portefeuille. Ce qui y a été modifié depuis se compare ligne par ligne.</translation>
    </message>
    <message>
        <source>Clients already in the book are completed, not doubled. The same file twice changes nothing.</source>
        <translation>Les clients déjà présents sont complétés, jamais doublés. Réimporter le même fichier ne change rien.</translation>
    </message>
    <message>
        <source>Compare with the book</source>
        <translation>Comparer avec le portefeuille</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>Follow {name} no longer</source>
        <translation>Ne plus suivre {name}</translation>
    </message>
    <message>
        <source>Followed files</source>
        <translation>Fichiers suivis</translation>
    </message>
    <message>
        <source>Import as a table</source>
        <translation>Importer comme un tableau</translation>
    </message>
    <message>
        <source>Known already: {names}. Files with the same columns are read as you chose then.</source>
        <translation>Déjà connus : {names}. Les fichiers aux mêmes colonnes sont lus comme vous l’aviez choisi.</translation>
    </message>
    <message>
        <source>Leave out {name}</source>
        <translation>Retirer {name}</translation>
    </message>
    <message>
        <source>Nothing is written before step 4, and the whole import is taken back with Ctrl+Z.</source>
        <translation>Rien n’est écrit avant l’étape 4, et tout l’import s’annule avec Ctrl+Z.</translation>
    </message>
    <message>
        <source>Open as a new book…</source>
        <translation>Ouvrir comme nouveau portefeuille…</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Relire</translation>
    </message>
    <message>
        <source>Read into this book</source>
        <translation>Lire dans ce portefeuille</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lecture…</translation>
    </message>
    <message>
        <source>See its entries…</source>
        <translation>Voir ses entrées…</translation>
    </message>
    <message>
        <source>The columns are recognised for you; you look them over and change what is wrong.</source>
        <translation>Les colonnes sont reconnues pour vous ; parcourez-les et corrigez ce qui ne va pas.</translation>
    </message>
    <message>
        <source>This book holds clients already: the copy becomes a book of its own.</source>
        <translation>Ce portefeuille contient déjà des clients : la copie devient un portefeuille à part.</translation>
    </message>
    <message>
        <source>changed since</source>
        <translation>modifié depuis</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>introuvable</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>pas encore lu</translation>
    </message>
    <message>
        <source>read on {day}</source>
        <translation>lu le {day}</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>inchangé</translation>
    </message>
</context>
<context>
    <name>FilterField</name>
    <message>
        <source>Filter by name, contact or note (/)</source>
        <translation>Filtrer par nom, contact ou note (/)</translation>
    </message>
    <message>
        <source>Filter the clients by name, contact or note</source>
        <translation>Filtrer les clients par nom, contact ou note</translation>
    </message>
    <message>
        <source>Filter…</source>
        <translation>Filtrer…</translation>
    </message>
</context>
<context>
    <name>FilterRow</name>
    <message numerus="yes">
        <source>%n client(s)</source>
        <translation>
            <numerusform>%n client</numerusform>
            <numerusform>%n clients</numerusform>
        </translation>
    </message>
    <message>
        <source>+ filter</source>
        <translation>+ filtre</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>As many as fit</source>
        <translation>Adapter à la largeur</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Filter by a group or a tag</source>
        <translation>Filtrer par groupe ou étiquette</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groupe</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Groupes</translation>
    </message>
    <message>
        <source>More columns…</source>
        <translation>Autres colonnes…</translation>
    </message>
    <message>
        <source>New client</source>
        <translation>Nouveau client</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Take the filter “{filter}” off</source>
        <translation>Retirer le filtre « {filter} »</translation>
    </message>
</context>
<context>
    <name>FixPanel</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message numerus="yes">
        <source>Change %n value(s)</source>
        <translation>
            <numerusform>Modifier %n valeur</numerusform>
            <numerusform>Modifier %n valeurs</numerusform>
        </translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Champ</translation>
    </message>
    <message>
        <source>How phone numbers are written</source>
        <translation>Présentation des numéros de téléphone</translation>
    </message>
    <message>
        <source>Nothing can be proposed</source>
        <translation>Rien à proposer</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Actuellement</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Ensuite</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>Tout cocher</translation>
    </message>
    <message>
        <source>Untick all</source>
        <translation>Tout décocher</translation>
    </message>
    <message>
        <source>What the book holds doesn’t allow one answer. Nothing is guessed.</source>
        <translation>Le contenu du portefeuille ne permet pas une réponse unique. Rien n’est deviné.</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>Ce qui changerait</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>En cours…</translation>
    </message>
    <message>
        <source>Write them</source>
        <translation>Les présenter</translation>
    </message>
    <message>
        <source>as at home: 02 61 91 23 21</source>
        <translation>comme dans le pays : 02 61 91 23 21</translation>
    </message>
    <message>
        <source>as from abroad: +33 2 61 91 23 21</source>
        <translation>comme depuis l’étranger : +33 2 61 91 23 21</translation>
    </message>
</context>
<context>
    <name>FollowUpReasons</name>
    <message>
        <source>Birthday</source>
        <translation>Anniversaire</translation>
    </message>
    <message>
        <source>Buying rhythm broken</source>
        <translation>Rythme d’achat rompu</translation>
    </message>
    <message>
        <source>Contact rhythm</source>
        <translation>Rythme de contact</translation>
    </message>
    <message>
        <source>Data to complete</source>
        <translation>Données à compléter</translation>
    </message>
    <message>
        <source>Deal to be decided</source>
        <translation>Affaire à conclure</translation>
    </message>
    <message>
        <source>Key date</source>
        <translation>Date clé</translation>
    </message>
    <message>
        <source>Never contacted</source>
        <translation>Jamais contacté</translation>
    </message>
    <message>
        <source>Next step of a deal</source>
        <translation>Prochaine étape d’une affaire</translation>
    </message>
    <message>
        <source>Open complaint</source>
        <translation>Réclamation ouverte</translation>
    </message>
    <message>
        <source>Plan step</source>
        <translation>Étape d’un plan d’action</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>Rappel</translation>
    </message>
    <message>
        <source>Survey to send</source>
        <translation>Enquête à envoyer</translation>
    </message>
</context>
<context>
    <name>FollowUpSheet</name>
    <message>
        <source>Change</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Change a follow-up</source>
        <translation>Modifier une relance</translation>
    </message>
    <message>
        <source>Comes again every</source>
        <translation>Revient tous les</translation>
    </message>
    <message>
        <source>Days, weeks, months…</source>
        <translation>Jours, semaines, mois…</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Planifier</translation>
    </message>
    <message>
        <source>Plan a follow-up</source>
        <translation>Planifier une relance</translation>
    </message>
    <message>
        <source>Time (optional)</source>
        <translation>Heure (facultative)</translation>
    </message>
    <message>
        <source>Until (optional)</source>
        <translation>Jusqu’au (facultatif)</translation>
    </message>
</context>
<context>
    <name>FollowUpStatuses</name>
    <message>
        <source>Done</source>
        <translation>Faite</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Abandonnée</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>À faire</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
</context>
<context>
    <name>FollowUpsPage</name>
    <message numerus="yes">
        <source>%n client(s) contacted today</source>
        <translation>
            <numerusform>%n client contacté aujourd’hui</numerusform>
            <numerusform>%n clients contactés aujourd’hui</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more client(s) are due; their turn comes in the next days.</source>
        <translation>
            <numerusform>%n autre client est à relancer ; son tour vient les jours suivants.</numerusform>
            <numerusform>%n autres clients sont à relancer ; leur tour vient les jours suivants.</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a client</source>
        <translation>Ajouter un client</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>All done for today</source>
        <translation>Tout est fait pour aujourd’hui</translation>
    </message>
    <message>
        <source>Clients come up here by themselves when it is time to contact them again.</source>
        <translation>Vos clients apparaissent ici d’eux-mêmes quand il est temps de les recontacter.</translation>
    </message>
    <message>
        <source>Contact rhythms</source>
        <translation>Rythmes de contact</translation>
    </message>
    <message>
        <source>Due now</source>
        <translation>À faire</translation>
    </message>
    <message>
        <source>Each client has a reminder or the contact rhythm of its segment.</source>
        <translation>Chaque client a un rappel ou le rythme de contact de son segment.</translation>
    </message>
    <message>
        <source>Enough for today</source>
        <translation>C’est assez pour aujourd’hui</translation>
    </message>
    <message>
        <source>Enter open · L log · D done · S snooze · W wait · C call · E e-mail · M map · N number · T plan · R route · Space select · ← → fold · G group · P per day</source>
        <translation>Entrée ouvrir · L noter · D fait · S reporter · W attendre · C appeler · E e-mail · M carte · N numéro · T plan · R tournée · Espace cocher · ← → replier · G regrouper · P par jour</translation>
    </message>
    <message>
        <source>Everybody was contacted in time.</source>
        <translation>Tous vos clients ont été contactés à temps.</translation>
    </message>
    <message>
        <source>Follow-ups</source>
        <translation>Relances</translation>
    </message>
    <message>
        <source>Follow-ups that wait for the client's answer stand here, each with its date.</source>
        <translation>Les relances en attente d’une réponse du client sont ici, chacune avec sa date.</translation>
    </message>
    <message>
        <source>How often each segment is contacted, and how to change it</source>
        <translation>À quelle fréquence contacter chaque segment, et comment la changer</translation>
    </message>
    <message>
        <source>Import my file</source>
        <translation>Importer mon fichier</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Nobody is due</source>
        <translation>Personne à relancer</translation>
    </message>
    <message>
        <source>Nobody is without a next action</source>
        <translation>Aucun client sans prochaine action</translation>
    </message>
    <message>
        <source>Nobody to follow up yet</source>
        <translation>Personne à relancer pour l’instant</translation>
    </message>
    <message>
        <source>None planned</source>
        <translation>Rien de prévu</translation>
    </message>
    <message>
        <source>Nothing in the next seven days</source>
        <translation>Rien dans les sept prochains jours</translation>
    </message>
    <message>
        <source>Nothing later</source>
        <translation>Rien plus tard</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>Plans d’action</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Tournée</translation>
    </message>
    <message>
        <source>Steps to go through with a client, one by one</source>
        <translation>Des étapes à suivre avec un client, l’une après l’autre</translation>
    </message>
    <message>
        <source>The due clients by area, to visit them in one go (R)</source>
        <translation>Les clients à relancer, par secteur, pour les visiter en une tournée (R)</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Cette semaine</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Échéance</translation>
    </message>
    <message>
        <source>You are waiting for nobody</source>
        <translation>Vous n’attendez aucune réponse</translation>
    </message>
</context>
<context>
    <name>FormerReasons</name>
    <message>
        <source>Closed down</source>
        <translation>A cessé son activité</translation>
    </message>
    <message>
        <source>Stopped buying</source>
        <translation>N’achète plus</translation>
    </message>
</context>
<context>
    <name>FormsCard</name>
    <message>
        <source>Import template (Excel)</source>
        <translation>Modèle d’import Excel</translation>
    </message>
    <message>
        <source>Import template (PDF)</source>
        <translation>Modèle d’import PDF</translation>
    </message>
    <message>
        <source>Prospect form (Excel)</source>
        <translation>Fiche prospect Excel</translation>
    </message>
    <message>
        <source>Prospect form (PDF)</source>
        <translation>Fiche prospect PDF</translation>
    </message>
    <message>
        <source>Which form</source>
        <translation>Quel formulaire</translation>
    </message>
</context>
<context>
    <name>Genders</name>
    <message>
        <source>Man</source>
        <translation>Homme</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Autre</translation>
    </message>
    <message>
        <source>Woman</source>
        <translation>Femme</translation>
    </message>
</context>
<context>
    <name>GroupBox</name>
    <message>
        <source>Add a condition</source>
        <translation>Ajouter une condition</translation>
    </message>
    <message>
        <source>Add a first condition with “Condition”: the rule says which clients are meant.</source>
        <translation>Ajoutez une première condition avec « Condition » : la règle dit de quels clients il s’agit.</translation>
    </message>
    <message>
        <source>Add a group of conditions</source>
        <translation>Ajouter un groupe de conditions</translation>
    </message>
    <message>
        <source>All are true</source>
        <translation>Toutes vraies</translation>
    </message>
    <message>
        <source>At least one is true</source>
        <translation>Au moins une vraie</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Condition</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groupe</translation>
    </message>
    <message>
        <source>How the conditions go together</source>
        <translation>Comment les conditions se combinent</translation>
    </message>
    <message>
        <source>None is true</source>
        <translation>Aucune vraie</translation>
    </message>
    <message>
        <source>Not all are true</source>
        <translation>Pas toutes vraies</translation>
    </message>
    <message>
        <source>Remove this group of conditions</source>
        <translation>Retirer ce groupe de conditions</translation>
    </message>
</context>
<context>
    <name>GroupsMenu</name>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>New group…</source>
        <translation>Nouveau groupe…</translation>
    </message>
    <message>
        <source>Show its clients</source>
        <translation>Voir ses clients</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message numerus="yes">
        <source>%n address(es) not to be used</source>
        <translation>
            <numerusform>%n adresse à ne plus utiliser</numerusform>
            <numerusform>%n adresses à ne plus utiliser</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n consent(s)</source>
        <translation>
            <numerusform>%n consentement</numerusform>
            <numerusform>%n consentements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n custom field(s)</source>
        <translation>
            <numerusform>%n champ personnalisé</numerusform>
            <numerusform>%n champs personnalisés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deal(s)</source>
        <translation>
            <numerusform>%n affaire</numerusform>
            <numerusform>%n affaires</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n enrolment(s) in plans</source>
        <translation>
            <numerusform>%n inscription à un plan d’action</numerusform>
            <numerusform>%n inscriptions à des plans d’action</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n groupe</numerusform>
            <numerusform>%n groupes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key date(s)</source>
        <translation>
            <numerusform>%n date clé</numerusform>
            <numerusform>%n dates clés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n plan(s)</source>
        <translation>
            <numerusform>%n plan d’action</numerusform>
            <numerusform>%n plans d’action</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s)</source>
        <translation>
            <numerusform>%n segment</numerusform>
            <numerusform>%n segments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segmentation(s)</source>
        <translation>
            <numerusform>%n segmentation</numerusform>
            <numerusform>%n segmentations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s)</source>
        <translation>
            <numerusform>%n réglage</numerusform>
            <numerusform>%n réglages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) of plans</source>
        <translation>
            <numerusform>%n étape de plan d’action</numerusform>
            <numerusform>%n étapes de plans d’action</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n survey answer(s)</source>
        <translation>
            <numerusform>%n réponse d’enquête</numerusform>
            <numerusform>%n réponses d’enquête</numerusform>
        </translation>
    </message>
    <message>
        <source>Taken back: {what}</source>
        <translation>Repris : {what}</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>unknown user</source>
        <translation>utilisateur inconnu</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
</context>
<context>
    <name>HistoryKinds</name>
    <message>
        <source>Acquisition spending</source>
        <translation>Dépense d’acquisition</translation>
    </message>
    <message>
        <source>Address not to be used</source>
        <translation>Adresse à ne plus utiliser</translation>
    </message>
    <message>
        <source>Answer to an opportunity</source>
        <translation>Réponse à une opportunité</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Consentement</translation>
    </message>
    <message>
        <source>Custom field</source>
        <translation>Champ personnalisé</translation>
    </message>
    <message>
        <source>Deal</source>
        <translation>Affaire</translation>
    </message>
    <message>
        <source>Enrolment in a plan</source>
        <translation>Inscription à un plan d’action</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groupe</translation>
    </message>
    <message>
        <source>Key date</source>
        <translation>Date clé</translation>
    </message>
    <message>
        <source>Pair that is no duplicate</source>
        <translation>Paire sans doublon</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan d’action</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>Segment</translation>
    </message>
    <message>
        <source>Segmentation</source>
        <translation>Segmentation</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Réglage</translation>
    </message>
    <message>
        <source>Step of a plan</source>
        <translation>Étape d’un plan d’action</translation>
    </message>
    <message>
        <source>Survey answer</source>
        <translation>Réponse d’enquête</translation>
    </message>
    <message>
        <source>Watched file</source>
        <translation>Fichier suivi</translation>
    </message>
</context>
<context>
    <name>HistoryOps</name>
    <message>
        <source>Added</source>
        <translation>Ajouté</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modifié</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Supprimé</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n action</numerusform>
            <numerusform>%n actions</numerusform>
        </translation>
    </message>
    <message>
        <source>A client, an action, a user…</source>
        <translation>Un client, une action, un utilisateur…</translation>
    </message>
    <message>
        <source>Add a client</source>
        <translation>Ajouter un client</translation>
    </message>
    <message>
        <source>Everything since {since}. Steps are kept for {days} days, and {megabytes} MB at most; older ones are forgotten when the book is closed.</source>
        <translation>Tout depuis le {since}. Les actions sont conservées {days} jours, et {megabytes} Mo au plus ; les plus anciennes sont oubliées à la fermeture du portefeuille.</translation>
    </message>
    <message>
        <source>Find in the history</source>
        <translation>Chercher dans l’historique</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>How long it is kept</source>
        <translation>Durée de conservation</translation>
    </message>
    <message>
        <source>Import my file</source>
        <translation>Importer mon fichier</translation>
    </message>
    <message>
        <source>Look for the name of a client, or for what was done.</source>
        <translation>Cherchez le nom d’un client, ou ce qui a été fait.</translation>
    </message>
    <message>
        <source>No step found</source>
        <translation>Aucune action trouvée</translation>
    </message>
    <message>
        <source>Nothing was changed yet</source>
        <translation>Rien n’a encore été modifié</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>This list reaches back to {since}. What was older has been forgotten: steps are kept for {days} days, and {megabytes} MB at most.</source>
        <translation>Cette liste remonte au {since}. Ce qui était plus ancien a été oublié : les actions sont conservées {days} jours, et {megabytes} Mo au plus.</translation>
    </message>
    <message>
        <source>Whatever is added, changed, deleted or imported is listed here, and can be taken back.</source>
        <translation>Tout ce qui est ajouté, modifié, supprimé ou importé figure ici, et peut être annulé.</translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %n step(s)</source>
        <translation>
            <numerusform>{shown} sur %n action</numerusform>
            <numerusform>{shown} sur %n actions</numerusform>
        </translation>
    </message>
    <message>
        <source>↑ ↓ move · Enter what it changed · T take back</source>
        <translation>↑ ↓ se déplacer · Entrée ce qui a changé · T annuler</translation>
    </message>
</context>
<context>
    <name>HistoryReasons</name>
    <message>
        <source>Another record has taken its place</source>
        <translation>Un autre élément a pris sa place</translation>
    </message>
    <message>
        <source>Back, but without its link to something that is gone</source>
        <translation>Rétabli, mais sans son lien vers un élément disparu</translation>
    </message>
    <message>
        <source>Brought back already</source>
        <translation>Déjà rétabli</translation>
    </message>
    <message>
        <source>Changed since</source>
        <translation>Modifié depuis</translation>
    </message>
    <message>
        <source>Deleted since</source>
        <translation>Supprimé depuis</translation>
    </message>
    <message>
        <source>Other records added since belong to it</source>
        <translation>D’autres éléments ajoutés depuis en dépendent</translation>
    </message>
    <message>
        <source>What it belongs to is no longer there</source>
        <translation>Ce dont il dépend n’existe plus</translation>
    </message>
    <message>
        <source>What was in it was erased for good</source>
        <translation>Son contenu a été effacé définitivement</translation>
    </message>
</context>
<context>
    <name>HistorySettings</name>
    <message>
        <source>Choices about follow-ups</source>
        <translation>Choix pour les relances</translation>
    </message>
    <message>
        <source>Choices about the analysis</source>
        <translation>Choix pour l’analyse</translation>
    </message>
    <message>
        <source>Cost of a kilometre</source>
        <translation>Coût d’un kilomètre</translation>
    </message>
    <message>
        <source>Cost of a visit</source>
        <translation>Coût d’une visite</translation>
    </message>
    <message>
        <source>Cost of an hour</source>
        <translation>Coût d’une heure</translation>
    </message>
    <message>
        <source>Cost of an order’s delivery</source>
        <translation>Coût de livraison d’une commande</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Monnaie</translation>
    </message>
    <message>
        <source>Fixed costs of a month</source>
        <translation>Charges fixes d’un mois</translation>
    </message>
    <message>
        <source>How long prospects are kept</source>
        <translation>Durée de conservation des prospects</translation>
    </message>
    <message>
        <source>How long the history is kept</source>
        <translation>Durée de conservation de l’historique</translation>
    </message>
    <message>
        <source>Kept by the program itself</source>
        <translation>Tenu par le programme lui-même</translation>
    </message>
    <message>
        <source>Segmentation in force</source>
        <translation>Segmentation en vigueur</translation>
    </message>
    <message>
        <source>What time and visits cost</source>
        <translation>Coût du temps et des visites</translation>
    </message>
    <message>
        <source>Who answers for the data</source>
        <translation>Responsable des données</translation>
    </message>
</context>
<context>
    <name>HistoryStates</name>
    <message>
        <source>Final</source>
        <translation>Définitif</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Repris</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Annulé</translation>
    </message>
</context>
<context>
    <name>HistoryTab</name>
    <message>
        <source>Correct…</source>
        <translation>Corriger…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Nothing has been logged yet.</source>
        <translation>Rien n’a encore été noté.</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Marquer résolue</translation>
    </message>
    <message>
        <source>Show its lines</source>
        <translation>Voir ses lignes</translation>
    </message>
    <message>
        <source>Show older ones</source>
        <translation>Voir les plus anciens</translation>
    </message>
    <message>
        <source>Show the deals</source>
        <translation>Voir les affaires</translation>
    </message>
</context>
<context>
    <name>IdeasPanel</name>
    <message numerus="yes">
        <source>%n client(s) without a next action</source>
        <translation>
            <numerusform>%n client sans prochaine action</numerusform>
            <numerusform>%n clients sans prochaine action</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) you cannot reach</source>
        <translation>
            <numerusform>%n client injoignable</numerusform>
            <numerusform>%n clients injoignables</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dormant client(s)</source>
        <translation>
            <numerusform>%n client dormant</numerusform>
            <numerusform>%n clients dormants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n prospect(s) to win</source>
        <translation>
            <numerusform>%n prospect à conquérir</numerusform>
            <numerusform>%n prospects à conquérir</numerusform>
        </translation>
    </message>
    <message>
        <source>No order for a year; those who bought most first.</source>
        <translation>Pas de commande depuis un an ; ceux qui ont le plus acheté d’abord.</translation>
    </message>
    <message>
        <source>Not contacted this week; the most promising first.</source>
        <translation>Pas contactés cette semaine ; les plus prometteurs d’abord.</translation>
    </message>
    <message>
        <source>Plan something for the best of them.</source>
        <translation>Prévoyez quelque chose pour les meilleurs d’entre eux.</translation>
    </message>
    <message>
        <source>Show all {count}</source>
        <translation>Voir les {count}</translation>
    </message>
    <message>
        <source>They buy, and neither a phone number nor an e-mail address is noted.</source>
        <translation>Ils achètent, mais ni téléphone ni adresse e-mail n’est noté.</translation>
    </message>
</context>
<context>
    <name>ImportBox</name>
    <message numerus="yes">
        <source>%n entry(s) in {name}</source>
        <translation>
            <numerusform>%n élément dans {name}</numerusform>
            <numerusform>%n éléments dans {name}</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Client of the selected entries:</source>
        <translation>Client des éléments sélectionnés :</translation>
    </message>
    <message>
        <source>Entries of the file</source>
        <translation>Éléments du fichier</translation>
    </message>
    <message numerus="yes">
        <source>Import %n reminder(s)</source>
        <translation>
            <numerusform>Importer %n rappel</numerusform>
            <numerusform>Importer %n rappels</numerusform>
        </translation>
    </message>
    <message>
        <source>Import reminders</source>
        <translation>Importer des rappels</translation>
    </message>
    <message numerus="yes">
        <source>client recognised in %n of them</source>
        <translation>
            <numerusform>client reconnu dans %n d’entre eux</numerusform>
            <numerusform>client reconnu dans %n d’entre eux</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportMatch</name>
    <message>
        <source>SIRET</source>
        <translation>SIRET</translation>
    </message>
    <message>
        <source>VAT number</source>
        <translation>n° de TVA</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>compléter</translation>
    </message>
    <message>
        <source>create anew</source>
        <translation>créer à nouveau</translation>
    </message>
    <message>
        <source>create them anew</source>
        <translation>les créer à nouveau</translation>
    </message>
    <message>
        <source>decide one by one</source>
        <translation>décider un par un</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>e-mail</translation>
    </message>
    <message>
        <source>ignore</source>
        <translation>ignorer</translation>
    </message>
    <message>
        <source>ignore their rows</source>
        <translation>ignorer leurs lignes</translation>
    </message>
    <message>
        <source>name and place</source>
        <translation>nom et lieu</translation>
    </message>
    <message>
        <source>only complete the blanks</source>
        <translation>seulement compléter les vides</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>téléphone</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>référence</translation>
    </message>
    <message>
        <source>replace</source>
        <translation>remplacer</translation>
    </message>
    <message>
        <source>replace what differs</source>
        <translation>remplacer ce qui diffère</translation>
    </message>
    <message>
        <source>similar name, same place</source>
        <translation>nom proche, même lieu</translation>
    </message>
    <message>
        <source>to decide</source>
        <translation>à décider</translation>
    </message>
    <message>
        <source>your decision</source>
        <translation>votre décision</translation>
    </message>
</context>
<context>
    <name>ImportModel</name>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>at month ends</source>
        <translation>en fin de mois</translation>
    </message>
    <message>
        <source>brought up to date</source>
        <translation>mis à jour</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>annulé</translation>
    </message>
    <message>
        <source>changed here since</source>
        <translation>modifié ici depuis</translation>
    </message>
    <message>
        <source>date not understood</source>
        <translation>date incomprise</translation>
    </message>
    <message>
        <source>done already</source>
        <translation>déjà fait</translation>
    </message>
    <message>
        <source>due by itself</source>
        <translation>calculé, non planifié</translation>
    </message>
    <message>
        <source>first date only</source>
        <translation>première date seule</translation>
    </message>
    <message>
        <source>is over</source>
        <translation>terminé</translation>
    </message>
    <message>
        <source>known, unchanged</source>
        <translation>connu, inchangé</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>sans date</translation>
    </message>
    <message>
        <source>not recognised</source>
        <translation>non reconnu</translation>
    </message>
    <message>
        <source>one of several</source>
        <translation>un parmi plusieurs</translation>
    </message>
    <message>
        <source>past</source>
        <translation>passé</translation>
    </message>
    <message>
        <source>text cut</source>
        <translation>texte coupé</translation>
    </message>
    <message>
        <source>unknown time zone</source>
        <translation>fuseau inconnu</translation>
    </message>
    <message>
        <source>without exceptions</source>
        <translation>sans les exceptions</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n fichier</numerusform>
            <numerusform>%n fichiers</numerusform>
        </translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Vérification</translation>
    </message>
    <message numerus="yes">
        <source>Check %n row(s)</source>
        <translation>
            <numerusform>Vérifier %n ligne</numerusform>
            <numerusform>Vérifier %n lignes</numerusform>
        </translation>
    </message>
    <message>
        <source>Checking every row…</source>
        <translation>Vérification des lignes…</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message numerus="yes">
        <source>Import %n row(s)</source>
        <translation>
            <numerusform>Importer %n ligne</numerusform>
            <numerusform>Importer %n lignes</numerusform>
        </translation>
    </message>
    <message>
        <source>Import other files</source>
        <translation>Importer d’autres fichiers</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>Import en cours…</translation>
    </message>
    <message>
        <source>Look at its columns</source>
        <translation>Revoir ses colonnes</translation>
    </message>
    <message>
        <source>Look at: {names}</source>
        <translation>À vérifier : {names}</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Reading {name} again…</source>
        <translation>Relecture de {name}…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>The copy is in the book now. Ctrl+Z takes it out again.</source>
        <translation>La copie est maintenant dans le portefeuille. Ctrl+Z l’en retire.</translation>
    </message>
    <message>
        <source>{count} rows</source>
        <translation>{count} lignes</translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message numerus="yes">
        <source>%n already in the book</source>
        <translation>
            <numerusform>%n déjà dans le portefeuille</numerusform>
            <numerusform>%n déjà dans le portefeuille</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) cannot be read: new clients come in without, the others keep what was there</source>
        <translation>
            <numerusform>%n cellule illisible : un nouveau client entre sans elle, un client connu garde ce qui y était</numerusform>
            <numerusform>%n cellules illisibles : les nouveaux clients entrent sans elles, les clients connus gardent ce qui y était</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s)</source>
        <translation>
            <numerusform>%n client</numerusform>
            <numerusform>%n clients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s)</source>
        <translation>
            <numerusform>%n contact</numerusform>
            <numerusform>%n contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n e-mail address(es) look wrong and are kept as written</source>
        <translation>
            <numerusform>%n adresse e-mail semble fausse et reste telle quelle</numerusform>
            <numerusform>%n adresses e-mail semblent fausses et restent telles quelles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n follow-up(s)</source>
        <translation>
            <numerusform>%n relance</numerusform>
            <numerusform>%n relances</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out: clients already known</source>
        <translation>
            <numerusform>%n laissée de côté : client déjà connu</numerusform>
            <numerusform>%n laissées de côté : clients déjà connus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out: column names repeated</source>
        <translation>
            <numerusform>%n écartée : noms de colonnes répétés</numerusform>
            <numerusform>%n écartées : noms de colonnes répétés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out: deals not won</source>
        <translation>
            <numerusform>%n écartée : affaire non gagnée</numerusform>
            <numerusform>%n écartées : affaires non gagnées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out: empty lines</source>
        <translation>
            <numerusform>%n écartée : ligne vide</numerusform>
            <numerusform>%n écartées : lignes vides</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out: headings and notes around the table</source>
        <translation>
            <numerusform>%n laissée de côté : titre ou note autour du tableau</numerusform>
            <numerusform>%n laissées de côté : titres et notes autour du tableau</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out: lines of totals</source>
        <translation>
            <numerusform>%n écartée : ligne de total</numerusform>
            <numerusform>%n écartées : lignes de total</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out: quotes and cancelled orders</source>
        <translation>
            <numerusform>%n écartée : devis ou commande annulée</numerusform>
            <numerusform>%n écartées : devis et commandes annulées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n nouvelle</numerusform>
            <numerusform>%n nouvelles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other line(s)</source>
        <translation>
            <numerusform>%n autre ligne</numerusform>
            <numerusform>%n autres lignes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) on the do-not-contact list: their refusal comes in with them</source>
        <translation>
            <numerusform>%n personne figure sur la liste d’opposition : son refus est importé avec elle</numerusform>
            <numerusform>%n personnes figurent sur la liste d’opposition : leur refus est importé avec elles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n phone number(s) look wrong and are kept as written</source>
        <translation>
            <numerusform>%n numéro de téléphone semble faux et reste tel quel</numerusform>
            <numerusform>%n numéros de téléphone semblent faux et restent tels quels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n photo</numerusform>
            <numerusform>%n photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n produit</numerusform>
            <numerusform>%n produits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n refusée</numerusform>
            <numerusform>%n refusées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n ligne</numerusform>
            <numerusform>%n lignes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sale line(s)</source>
        <translation>
            <numerusform>%n ligne de vente</numerusform>
            <numerusform>%n lignes de vente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to decide</source>
        <translation>
            <numerusform>%n à décider</numerusform>
            <numerusform>%n à décider</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n touch(es)</source>
        <translation>
            <numerusform>%n échange</numerusform>
            <numerusform>%n échanges</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n updated</source>
        <translation>
            <numerusform>%n mise à jour</numerusform>
            <numerusform>%n mises à jour</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out: {what}.</source>
        <translation>Laissé de côté : {what}.</translation>
    </message>
    <message>
        <source>aligned by blanks</source>
        <translation>alignement par espaces</translation>
    </message>
    <message>
        <source>already data</source>
        <translation>déjà des données</translation>
    </message>
    <message>
        <source>bar |</source>
        <translation>barre |</translation>
    </message>
    <message>
        <source>comma ,</source>
        <translation>virgule ,</translation>
    </message>
    <message>
        <source>comma 1,5</source>
        <translation>virgule 1,5</translation>
    </message>
    <message>
        <source>day/month/year</source>
        <translation>jour/mois/année</translation>
    </message>
    <message>
        <source>decimal {sign}</source>
        <translation>décimale : {sign}</translation>
    </message>
    <message>
        <source>month/day/year</source>
        <translation>mois/jour/année</translation>
    </message>
    <message>
        <source>names of the columns</source>
        <translation>noms des colonnes</translation>
    </message>
    <message>
        <source>point 1.5</source>
        <translation>point 1.5</translation>
    </message>
    <message>
        <source>semicolon ;</source>
        <translation>point-virgule ;</translation>
    </message>
    <message>
        <source>sheet “{name}”</source>
        <translation>feuille « {name} »</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>tabulation</translation>
    </message>
    <message>
        <source>year-month-day</source>
        <translation>année-mois-jour</translation>
    </message>
    <message>
        <source>{reason}. The row comes in, this field keeps what was there.</source>
        <translation>{reason}. La ligne entre, ce champ garde ce qu’il contenait.</translation>
    </message>
    <message>
        <source>{reason}. The row comes in, this field stays empty.</source>
        <translation>{reason}. La ligne entre, ce champ reste vide.</translation>
    </message>
</context>
<context>
    <name>IndicatorControls</name>
    <message>
        <source>12 rolling months</source>
        <translation>12 mois glissants</translation>
    </message>
    <message>
        <source>12 whole months</source>
        <translation>12 mois entiers</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>Comparée à</translation>
    </message>
    <message>
        <source>From – to…</source>
        <translation>Du – au…</translation>
    </message>
    <message>
        <source>Last whole month</source>
        <translation>Dernier mois entier</translation>
    </message>
    <message>
        <source>Last whole quarter</source>
        <translation>Dernier trimestre entier</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>This year so far</source>
        <translation>Cette année à ce jour</translation>
    </message>
    <message>
        <source>against</source>
        <translation>contre</translation>
    </message>
    <message>
        <source>from – to…</source>
        <translation>du – au…</translation>
    </message>
    <message>
        <source>the period before</source>
        <translation>la période d’avant</translation>
    </message>
    <message>
        <source>the same a year before</source>
        <translation>la même un an avant</translation>
    </message>
</context>
<context>
    <name>Indicators</name>
    <message>
        <source>8 times out of 10</source>
        <translation>8 fois sur 10</translation>
    </message>
    <message>
        <source>8 times out of 10 between {low} and {high}</source>
        <translation>8 fois sur 10 entre {low} et {high}</translation>
    </message>
    <message>
        <source>A client is active when it ordered within {window} days: nine gaps out of ten between two orders of your clients are not longer (rounded up to a month, from 30 to 365 days).</source>
        <translation>Un client est actif s’il a commandé en {window} jours : neuf écarts sur dix entre deux commandes de vos clients ne sont pas plus longs (arrondi au mois supérieur, de 30 à 365 jours).</translation>
    </message>
    <message>
        <source>A year before</source>
        <translation>Un an avant</translation>
    </message>
    <message>
        <source>Active clients</source>
        <translation>Clients actifs</translation>
    </message>
    <message>
        <source>All cohorts that have {age} behind them: {share}</source>
        <translation>Toutes les cohortes qui ont « {age} » derrière elles : {share}</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Montant</translation>
    </message>
    <message>
        <source>Answers to your touches</source>
        <translation>Réponses à vos échanges</translation>
    </message>
    <message>
        <source>As NRR, but what a client buys more is not counted: how much of the revenue of {reference} was kept.</source>
        <translation>Comme le NRR, mais sans compter ce qu’un client achète en plus : la part gardée du chiffre d’affaires du {reference}.</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>Au moins</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Au plus</translation>
    </message>
    <message>
        <source>Average order</source>
        <translation>Panier moyen</translation>
    </message>
    <message>
        <source>Before: {value} ({change}).</source>
        <translation>Avant : {value} ({change}).</translation>
    </message>
    <message>
        <source>Before: {value}.</source>
        <translation>Avant : {value}.</translation>
    </message>
    <message>
        <source>Before: {value}; the difference may be chance.</source>
        <translation>Avant : {value} ; la différence peut être due au hasard.</translation>
    </message>
    <message>
        <source>Bought less</source>
        <translation>Ont acheté moins</translation>
    </message>
    <message>
        <source>Bought more</source>
        <translation>Ont acheté plus</translation>
    </message>
    <message>
        <source>Calls, e-mails, visits and others noted in the period.</source>
        <translation>Appels, courriels, visites et autres échanges notés dans la période.</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>Revenus</translation>
    </message>
    <message>
        <source>Churn</source>
        <translation>Attrition</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Clients active at the beginning and at the end / clients active at the beginning. Active: an order within {window} days.</source>
        <translation>Clients actifs au début et à la fin / clients actifs au début. Actif : une commande en {window} jours.</translation>
    </message>
    <message>
        <source>Clients active at the beginning and silent at the end / clients active at the beginning. Silent: no order for {window} days.</source>
        <translation>Clients actifs au début et silencieux à la fin / clients actifs au début. Silencieux : aucune commande depuis {window} jours.</translation>
    </message>
    <message>
        <source>Clients active at the beginning who no longer are at the end: no order for {window} days. Nobody signs off: some will come back.</source>
        <translation>Clients actifs au début qui ne le sont plus à la fin : aucune commande depuis {window} jours. Personne ne dit au revoir : certains reviendront.</translation>
    </message>
    <message>
        <source>Clients active at the end who were not at the beginning, and are not new.</source>
        <translation>Clients actifs à la fin, qui ne l’étaient pas au début et ne sont pas nouveaux.</translation>
    </message>
    <message>
        <source>Clients gone silent</source>
        <translation>Clients silencieux</translation>
    </message>
    <message>
        <source>Clients touched</source>
        <translation>Clients contactés</translation>
    </message>
    <message>
        <source>Clients who ordered within the {window} days up to the end of the period.</source>
        <translation>Clients qui ont commandé dans les {window} jours jusqu’à la fin de la période.</translation>
    </message>
    <message>
        <source>Clients whose first order lies in the period.</source>
        <translation>Clients dont la première commande est dans la période.</translation>
    </message>
    <message>
        <source>Clients won back</source>
        <translation>Clients reconquis</translation>
    </message>
    <message>
        <source>Deals won</source>
        <translation>Affaires gagnées</translation>
    </message>
    <message>
        <source>Each point is a period as long as the one chosen, up to that day.</source>
        <translation>Chaque point est une période aussi longue que celle choisie, jusqu’à ce jour.</translation>
    </message>
    <message>
        <source>First order</source>
        <translation>Première commande</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>Prévision</translation>
    </message>
    <message>
        <source>GRR {rate}</source>
        <translation>GRR {rate}</translation>
    </message>
    <message>
        <source>GRR: revenue kept</source>
        <translation>GRR : CA gardé</translation>
    </message>
    <message>
        <source>Green from the aim on, orange from what is acceptable on, red beyond. Where the aim is below what is acceptable, less is better.</source>
        <translation>Vert à partir de l’objectif, orange à partir de l’acceptable, rouge au-delà. Si l’objectif est sous l’acceptable, moins vaut mieux.</translation>
    </message>
    <message>
        <source>In {age}, newer clients stay better than older ones did: {newer} against {older}.</source>
        <translation>Au stade « {age} », les clients récents sont mieux restés que les anciens : {newer} contre {older}.</translation>
    </message>
    <message>
        <source>In {age}, newer clients stay less than older ones did: {newer} against {older}.</source>
        <translation>Au stade « {age} », les clients récents sont moins restés que les anciens : {newer} contre {older}.</translation>
    </message>
    <message>
        <source>In {age}, newer clients still buy as often as older ones did: {newer} against {older}.</source>
        <translation>Au stade « {age} », les clients récents sont restés autant que les anciens : {newer} contre {older}.</translation>
    </message>
    <message>
        <source>It is for a year; for other periods it is scaled to their length.</source>
        <translation>Il est donné pour un an ; pour d’autres périodes, il est ramené à leur durée.</translation>
    </message>
    <message>
        <source>Length of relationship</source>
        <translation>Durée de la relation</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Marge</translation>
    </message>
    <message>
        <source>Mean time since the first order, or since when they are clients, of the active ones.</source>
        <translation>Temps moyen depuis la première commande des clients actifs, ou depuis qu’ils sont clients.</translation>
    </message>
    <message>
        <source>Method: {method}, which was least wrong in {count} tests on your own months ({error}).</source>
        <translation>Méthode : {method}, qui s’est le moins trompée dans {count} essais sur vos propres mois ({error}).</translation>
    </message>
    <message>
        <source>NPS</source>
        <translation>NPS</translation>
    </message>
    <message>
        <source>NPS by revenue</source>
        <translation>NPS pondéré par le CA</translation>
    </message>
    <message>
        <source>NPS with each answer weighing as much as its client bought in 12 months.</source>
        <translation>NPS où chaque réponse pèse autant que les achats de son client en 12 mois.</translation>
    </message>
    <message>
        <source>NRR {rate}</source>
        <translation>NRR {rate}</translation>
    </message>
    <message>
        <source>NRR: revenue kept and grown</source>
        <translation>NRR : CA gardé et développé</translation>
    </message>
    <message>
        <source>NRR: revenue of the second period from the clients of the first, over theirs in the first. GRR: the same, without what they bought more. Click a bar for its clients.</source>
        <translation>NRR : chiffre d’affaires de la seconde période chez les clients de la première, rapporté au leur dans la première. GRR : le même, sans ce qu’ils ont acheté en plus. Cliquez sur une barre pour voir ses clients.</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouveaux</translation>
    </message>
    <message>
        <source>New clients</source>
        <translation>Nouveaux clients</translation>
    </message>
    <message>
        <source>No forecast: the best method would have been wrong by {error} so far. These are the facts.</source>
        <translation>Pas de prévision : la meilleure méthode se serait trompée de {error} jusqu’ici. Nous montrons seulement les faits.</translation>
    </message>
    <message>
        <source>Nobody has ordered yet: there are no cohorts.</source>
        <translation>Personne n’a encore commandé : il n’y a pas de cohortes.</translation>
    </message>
    <message>
        <source>Not enough history for a forecast: it takes nine whole months. These are the facts.</source>
        <translation>Pas assez d’historique pour prévoir : il faut neuf mois entiers. Nous montrons seulement les faits.</translation>
    </message>
    <message>
        <source>Not enough records for a course.</source>
        <translation>Pas assez de données pour une évolution.</translation>
    </message>
    <message>
        <source>Nothing to compare it with before.</source>
        <translation>Rien à quoi le comparer avant.</translation>
    </message>
    <message>
        <source>Nothing to go by in this period.</source>
        <translation>Rien sur quoi s’appuyer dans cette période.</translation>
    </message>
    <message>
        <source>Nothing was sold in either period.</source>
        <translation>Rien n’a été vendu dans aucune des deux périodes.</translation>
    </message>
    <message>
        <source>Nothing was sold in the last three whole months: no forecast can be made of that.</source>
        <translation>Rien n’a été vendu dans les trois derniers mois entiers : on ne peut rien en prévoir.</translation>
    </message>
    <message>
        <source>Nothing was sold in these months.</source>
        <translation>Rien n’a été vendu au cours de ces mois.</translation>
    </message>
    <message>
        <source>Of the clients active at the beginning or at the end, those you were in touch with in the period.</source>
        <translation>Parmi les clients actifs au début ou à la fin, ceux avec qui vous avez échangé dans la période.</translation>
    </message>
    <message>
        <source>Of the clients who bought in the period, those who had bought at least twice by its end.</source>
        <translation>Parmi les clients qui ont acheté dans la période, ceux qui avaient acheté au moins deux fois à sa fin.</translation>
    </message>
    <message>
        <source>Of the clients whose first order is {window} days old or older, counted over the period moved back by as much: those who ordered again within {window} days.</source>
        <translation>Parmi les clients dont la première commande a {window} jours ou plus, comptés sur la période reculée d’autant : ceux qui ont recommandé en {window} jours.</translation>
    </message>
    <message>
        <source>Of the deals closed in the period, those that were won.</source>
        <translation>Parmi les affaires closes dans la période, celles qui ont été gagnées.</translation>
    </message>
    <message>
        <source>Of the prospects who became known in the period moved back by 90 days: those who ordered within 90 days.</source>
        <translation>Parmi les prospects connus dans la période reculée de 90 jours : ceux qui ont commandé en 90 jours.</translation>
    </message>
    <message>
        <source>Of your own touches whose outcome was noted, those that reached somebody: no answer and a message left count as none.</source>
        <translation>Parmi vos propres échanges dont le résultat a été noté, ceux qui ont touché quelqu’un : une absence de réponse ou un message laissé n’en sont pas.</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>Orders of the period: lines of a client with one reference, or of one day. Returns are none.</source>
        <translation>Commandes de la période : les lignes d’un client de même référence, ou du même jour. Les retours n’en sont pas.</translation>
    </message>
    <message>
        <source>Out of</source>
        <translation>Sur</translation>
    </message>
    <message>
        <source>Plain forecast</source>
        <translation>Prévision simple</translation>
    </message>
    <message>
        <source>Points whose period begins before your records do are left out.</source>
        <translation>Les points dont la période commence avant vos données sont laissés de côté.</translation>
    </message>
    <message>
        <source>Prospects converted</source>
        <translation>Prospects convertis</translation>
    </message>
    <message>
        <source>Q{quarter} {year}</source>
        <translation>T{quarter} {year}</translation>
    </message>
    <message>
        <source>Repeat buyers</source>
        <translation>Acheteurs récurrents</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Taux de rétention</translation>
    </message>
    <message>
        <source>Returns only</source>
        <translation>Retours seulement</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>CA</translation>
    </message>
    <message>
        <source>Revenue of the period / its orders.</source>
        <translation>Chiffre d’affaires de la période / nombre de ses commandes.</translation>
    </message>
    <message>
        <source>Revenue of the period from the clients of {reference} / their revenue then. Above 100 %: those who stay buy more than the others took away.</source>
        <translation>Chiffre d’affaires de la période chez les clients du {reference} / leur chiffre d’affaires d’alors. Au-dessus de 100 % : ceux qui restent achètent plus que les autres n’ont retiré.</translation>
    </message>
    <message>
        <source>Revenue went from {before} to {after}: {lost} less from clients who bought less or nothing any more, {won} more from others.</source>
        <translation>Le chiffre d’affaires est passé de {before} à {after} : {lost} de moins chez les clients qui ont acheté moins ou n’achètent plus, {won} de plus chez les autres.</translation>
    </message>
    <message>
        <source>Sales less their cost, over the lines whose cost is known: {part} of the revenue.</source>
        <translation>Ventes moins leur coût, sur les lignes dont le coût est connu : {part} du chiffre d’affaires.</translation>
    </message>
    <message>
        <source>Satisfied (CSAT)</source>
        <translation>Satisfaits (CSAT)</translation>
    </message>
    <message>
        <source>Satisfied, by revenue</source>
        <translation>Satisfaits, pondéré par le CA</translation>
    </message>
    <message>
        <source>Second order</source>
        <translation>2e commande</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>Share of 4 and 5 out of 5; the latest answer of each client.</source>
        <translation>Part des 4 et 5 sur 5 ; la dernière réponse de chaque client.</translation>
    </message>
    <message>
        <source>Share of 4 and 5, each answer weighing as much as its client bought in 12 months.</source>
        <translation>Part des 4 et 5, où chaque réponse pèse autant que les achats de son client en 12 mois.</translation>
    </message>
    <message>
        <source>Share of 9 and 10 less share of 0 to 6, in points from −100 to 100; the latest answer of each client.</source>
        <translation>Part des 9 et 10 moins part des 0 à 6, en points de −100 à 100 ; la dernière réponse de chaque client.</translation>
    </message>
    <message>
        <source>Share of the clients of a cohort still active at the end of each step: an order within {window} days. Hatched: the last {window} days, which may still change.</source>
        <translation>Part des clients d’une cohorte encore actifs à la fin de chaque étape : une commande en {window} jours. Hachuré : les {window} derniers jours, qui peuvent encore changer.</translation>
    </message>
    <message>
        <source>Share of the clients of a cohort who ordered in each step. Hatched: not over yet.</source>
        <translation>Part des clients d’une cohorte qui ont commandé dans chaque étape. Hachuré : étape pas encore finie.</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Étape</translation>
    </message>
    <message>
        <source>Stopped buying</source>
        <translation>N’achètent plus</translation>
    </message>
    <message>
        <source>Sum of the sales of the period, returns taken off.</source>
        <translation>Somme des ventes de la période, retours déduits.</translation>
    </message>
    <message>
        <source>The others: {others}.</source>
        <translation>Les autres : {others}.</translation>
    </message>
    <message>
        <source>The two periods are not equally long: what was kept of the revenue (NRR, GRR) can't be said.</source>
        <translation>Les deux périodes n’ont pas la même durée : la part gardée du chiffre d’affaires (NRR, GRR) ne peut pas être dite.</translation>
    </message>
    <message>
        <source>Three months from</source>
        <translation>Trois mois à partir de</translation>
    </message>
    <message>
        <source>Three months from {month}
forecast {forecast}, between {low} and {high}
plain forecast {naive}</source>
        <translation>Trois mois à partir de {month}
prévision {forecast}, entre {low} et {high}
prévision simple {naive}</translation>
    </message>
    <message>
        <source>Too few cohorts of five clients or more to say whether newer clients stay better.</source>
        <translation>Trop peu de cohortes d’au moins cinq clients pour dire si les clients récents restent mieux.</translation>
    </message>
    <message>
        <source>Touches</source>
        <translation>Échanges</translation>
    </message>
    <message>
        <source>Up to</source>
        <translation>Jusqu’au</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>What came</source>
        <translation>Réel</translation>
    </message>
    <message>
        <source>Wrong by</source>
        <translation>Écart</translation>
    </message>
    <message>
        <source>Your records begin after the first period does: what was kept of its revenue (NRR, GRR) can't be said.</source>
        <translation>Vos données commencent après le début de la première période : la part gardée de son chiffre d’affaires (NRR, GRR) ne peut pas être dite.</translation>
    </message>
    <message>
        <source>a year before</source>
        <translation>un an avant</translation>
    </message>
    <message>
        <source>a year before: {value}</source>
        <translation>un an avant : {value}</translation>
    </message>
    <message>
        <source>acceptable</source>
        <translation>acceptable</translation>
    </message>
    <message>
        <source>active</source>
        <translation>actifs</translation>
    </message>
    <message>
        <source>aim</source>
        <translation>objectif</translation>
    </message>
    <message>
        <source>all ({count})</source>
        <translation>toutes ({count})</translation>
    </message>
    <message>
        <source>answers: {of}</source>
        <translation>réponses : {of}</translation>
    </message>
    <message>
        <source>bought less</source>
        <translation>ont acheté moins</translation>
    </message>
    <message>
        <source>bought more</source>
        <translation>ont acheté plus</translation>
    </message>
    <message>
        <source>bought nothing any more</source>
        <translation>n’achètent plus</translation>
    </message>
    <message>
        <source>bought once</source>
        <translation>un seul achat</translation>
    </message>
    <message>
        <source>came {came}</source>
        <translation>réel {came}</translation>
    </message>
    <message>
        <source>clients kept {rate}</source>
        <translation>clients gardés {rate}</translation>
    </message>
    <message>
        <source>deal lost</source>
        <translation>affaire perdue</translation>
    </message>
    <message>
        <source>deal won</source>
        <translation>affaire gagnée</translation>
    </message>
    <message>
        <source>detractors (0–6)</source>
        <translation>détracteurs (0–6)</translation>
    </message>
    <message>
        <source>exponential smoothing</source>
        <translation>le lissage exponentiel</translation>
    </message>
    <message>
        <source>first order (clients)</source>
        <translation>première commande (clients)</translation>
    </message>
    <message>
        <source>forecast, 8 times out of 10</source>
        <translation>prévision, 8 fois sur 10</translation>
    </message>
    <message>
        <source>gone silent</source>
        <translation>devenus silencieux</translation>
    </message>
    <message>
        <source>may still change</source>
        <translation>peut encore changer</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>manqué</translation>
    </message>
    <message>
        <source>month {age}</source>
        <translation>mois {age}</translation>
    </message>
    <message>
        <source>months since the first order</source>
        <translation>mois depuis la première commande</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nouveaux</translation>
    </message>
    <message>
        <source>no order</source>
        <translation>sans commande</translation>
    </message>
    <message>
        <source>no second order</source>
        <translation>sans deuxième commande</translation>
    </message>
    <message>
        <source>not satisfied (1–3)</source>
        <translation>pas satisfaits (1–3)</translation>
    </message>
    <message>
        <source>ordered</source>
        <translation>ont commandé</translation>
    </message>
    <message>
        <source>ordered again</source>
        <translation>ont recommandé</translation>
    </message>
    <message>
        <source>passives (7–8)</source>
        <translation>passifs (7–8)</translation>
    </message>
    <message>
        <source>plain forecast</source>
        <translation>prévision simple</translation>
    </message>
    <message>
        <source>promoters (9–10)</source>
        <translation>promoteurs (9–10)</translation>
    </message>
    <message>
        <source>quarter {age}</source>
        <translation>trimestre {age}</translation>
    </message>
    <message>
        <source>quarters since the first order</source>
        <translation>trimestres depuis la première commande</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>atteint</translation>
    </message>
    <message>
        <source>revenue</source>
        <translation>chiffre d’affaires</translation>
    </message>
    <message>
        <source>satisfied (4–5)</source>
        <translation>satisfaits (4–5)</translation>
    </message>
    <message>
        <source>stayed</source>
        <translation>restés</translation>
    </message>
    <message>
        <source>the mean of the last three months</source>
        <translation>la moyenne des trois derniers mois</translation>
    </message>
    <message>
        <source>the mean of the last twelve months</source>
        <translation>la moyenne des douze derniers mois</translation>
    </message>
    <message>
        <source>the same months a year before</source>
        <translation>les mêmes mois un an avant</translation>
    </message>
    <message>
        <source>the same months a year before, times the growth of a year</source>
        <translation>les mêmes mois un an avant, multipliés par la croissance sur un an</translation>
    </message>
    <message>
        <source>touched</source>
        <translation>contactés</translation>
    </message>
    <message>
        <source>what came, a month</source>
        <translation>réel, par mois</translation>
    </message>
    <message>
        <source>who bought</source>
        <translation>ont acheté</translation>
    </message>
    <message>
        <source>without a touch</source>
        <translation>sans échange</translation>
    </message>
    <message>
        <source>won back</source>
        <translation>reconquis</translation>
    </message>
    <message>
        <source>year {age}</source>
        <translation>année {age}</translation>
    </message>
    <message>
        <source>years since the first order</source>
        <translation>années depuis la première commande</translation>
    </message>
    <message>
        <source>{count} y</source>
        <translation>{count} ans</translation>
    </message>
    <message>
        <source>{first} to {last}: about {total}, 8 times out of 10 between {low} and {high}. Such forecasts were wrong by {error} on average; the plain one ({plain}) says {naive}.</source>
        <translation>De {first} à {last} : environ {total}, 8 fois sur 10 entre {low} et {high}. De telles prévisions se sont trompées de {error} en moyenne ; la plus simple ({plain}) dit {naive}.</translation>
    </message>
    <message>
        <source>{group}: {count}</source>
        <translation>{group} : {count}</translation>
    </message>
    <message>
        <source>{month} so far: {amount}.</source>
        <translation>{month} à ce jour : {amount}.</translation>
    </message>
    <message>
        <source>{part} out of {of}</source>
        <translation>{part} sur {of}</translation>
    </message>
    <message>
        <source>{period}, against {against} · active: {window} days</source>
        <translation>{period}, contre {against} · actif : {window} jours</translation>
    </message>
    <message>
        <source>{points} pts</source>
        <translation>{points} pts</translation>
    </message>
</context>
<context>
    <name>IndicatorsPanel</name>
    <message>
        <source>24 months</source>
        <translation>24 mois</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>Contre</translation>
    </message>
    <message>
        <source>Aim</source>
        <translation>Objectif</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Évolution</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Indicateur</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>Indicateurs</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Période</translation>
    </message>
</context>
<context>
    <name>IndicatorsTab</name>
    <message>
        <source>Are newer clients better?</source>
        <translation>Les clients récents sont-ils meilleurs ?</translation>
    </message>
    <message>
        <source>Cohorts</source>
        <translation>Cohortes</translation>
    </message>
    <message>
        <source>Cohorts by</source>
        <translation>Cohortes par</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>Prévision</translation>
    </message>
    <message>
        <source>How is your portfolio doing?</source>
        <translation>Comment va votre portefeuille ?</translation>
    </message>
    <message>
        <source>Import my sales</source>
        <translation>Importer mes ventes</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>Indicateurs</translation>
    </message>
    <message>
        <source>Look at a sample book</source>
        <translation>Découvrir un portefeuille d’exemple</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>Mois</translation>
    </message>
    <message>
        <source>Once there are sales in the book, this page shows how many clients stay, come and go, what they buy, and how that changes.</source>
        <translation>Dès qu’il y aura des ventes dans le portefeuille, cette page montrera combien de clients restent, arrivent et partent, ce qu’ils achètent, et comment cela évolue.</translation>
    </message>
    <message>
        <source>Ordered in the step</source>
        <translation>Ont commandé dans l’étape</translation>
    </message>
    <message>
        <source>Quarters</source>
        <translation>Trimestres</translation>
    </message>
    <message>
        <source>Revenue bridge</source>
        <translation>Passage du CA</translation>
    </message>
    <message>
        <source>Revenue of the next three months</source>
        <translation>Chiffre d’affaires des trois prochains mois</translation>
    </message>
    <message>
        <source>Still active</source>
        <translation>Encore actifs</translation>
    </message>
    <message>
        <source>What is counted</source>
        <translation>Ce qui est compté</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Ce qui est montré</translation>
    </message>
    <message>
        <source>What moved your revenue</source>
        <translation>Ce qui a fait bouger votre chiffre d’affaires</translation>
    </message>
    <message>
        <source>What suits your pace</source>
        <translation>Selon votre rythme</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>Années</translation>
    </message>
</context>
<context>
    <name>InsightCard</name>
    <message numerus="yes">
        <source>, usually one every %n day(s)</source>
        <translation>
            <numerusform>, d’ordinaire une par jour</numerusform>
            <numerusform>, d’ordinaire une tous les %n jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A complaint has been open for %n day(s), past its deadline.</source>
        <translation>
            <numerusform>Une réclamation est ouverte depuis %n jour, au-delà de son échéance.</numerusform>
            <numerusform>Une réclamation est ouverte depuis %n jours, au-delà de son échéance.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A complaint has been open for %n day(s).</source>
        <translation>
            <numerusform>Une réclamation est ouverte depuis %n jour.</numerusform>
            <numerusform>Une réclamation est ouverte depuis %n jours.</numerusform>
        </translation>
    </message>
    <message>
        <source>A year ago it rested on {before} equivalent clients, now on {after}.</source>
        <translation>Il y a un an, il reposait sur {before} clients « équivalents », aujourd’hui sur {after}.</translation>
    </message>
    <message>
        <source>Deal to close: {client}</source>
        <translation>Affaire à conclure : {client}</translation>
    </message>
    <message>
        <source>Fewer clients come back</source>
        <translation>Moins de clients reviennent</translation>
    </message>
    <message>
        <source>If you lost {client}…</source>
        <translation>Si vous perdiez {client}…</translation>
    </message>
    <message>
        <source>Look at the analysis</source>
        <translation>Voir l’analyse</translation>
    </message>
    <message numerus="yes">
        <source>No order for %n day(s)</source>
        <translation>
            <numerusform>Pas de commande depuis %n jour</numerusform>
            <numerusform>Pas de commande depuis %n jours</numerusform>
        </translation>
    </message>
    <message>
        <source>Open complaint: {client}</source>
        <translation>Réclamation ouverte : {client}</translation>
    </message>
    <message>
        <source>Open {client}</source>
        <translation>Ouvrir {client}</translation>
    </message>
    <message>
        <source>Same line of business, with room to grow:</source>
        <translation>Même secteur, avec du potentiel :</translation>
    </message>
    <message>
        <source>Slipping away: {client}</source>
        <translation>S’éloigne : {client}</translation>
    </message>
    <message>
        <source>This client brings {share} of your revenue.</source>
        <translation>Ce client apporte {share} de votre CA.</translation>
    </message>
    <message>
        <source>What else matters</source>
        <translation>Ce qui compte aussi</translation>
    </message>
    <message>
        <source>Your revenue is spread better</source>
        <translation>Votre CA est mieux réparti</translation>
    </message>
    <message>
        <source>Your revenue of the last 12 months would fall by {share}.</source>
        <translation>Votre CA des 12 derniers mois baisserait de {share}.</translation>
    </message>
    <message>
        <source>Your revenue rests on fewer clients</source>
        <translation>Votre CA repose sur moins de clients</translation>
    </message>
    <message numerus="yes">
        <source>Your revenue would fall by {share}. It would take %n average client(s) to replace it.</source>
        <translation>
            <numerusform>Votre CA baisserait de {share}. Il faudrait %n client moyen pour le remplacer.</numerusform>
            <numerusform>Votre CA baisserait de {share}. Il faudrait %n clients moyens pour le remplacer.</numerusform>
        </translation>
    </message>
    <message>
        <source>expected on {day}</source>
        <translation>attendue le {day}</translation>
    </message>
    <message>
        <source>was expected on {day}</source>
        <translation>attendue le {day}, passé</translation>
    </message>
    <message>
        <source>{after} of the buyers of the year before bought again; a year ago it was {before}.</source>
        <translation>{after} des acheteurs de l’année précédente ont racheté ; il y a un an, c’était {before}.</translation>
    </message>
    <message>
        <source>{place} of {count} ›</source>
        <translation>{place} sur {count} ›</translation>
    </message>
    <message>
        <source>{silence}: {share} of your revenue is at stake.</source>
        <translation>{silence} : {share} de votre CA est en jeu.</translation>
    </message>
    <message>
        <source>{title}: {amount}, {expected}; as much as {share} of a year's revenue.</source>
        <translation>{title} : {amount}, {expected} ; autant que {share} du CA d’une année.</translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Clipboard</source>
        <translation>Presse-papiers</translation>
    </message>
    <message>
        <source>Files to import</source>
        <translation>Fichiers à importer</translation>
    </message>
    <message>
        <source>Nothing was copied. Select the cells in your spreadsheet, copy them, and come back.</source>
        <translation>Rien n’a été copié. Sélectionnez les cellules dans votre tableur, copiez-les, puis revenez.</translation>
    </message>
    <message>
        <source>What can be imported ({kinds})</source>
        <translation>Ce qui s’importe ({kinds})</translation>
    </message>
</context>
<context>
    <name>InteractionKinds</name>
    <message>
        <source>Call</source>
        <translation>Appel</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>Réclamation</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Avis</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Courrier</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Rendez-vous</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Intervention</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Visite</translation>
    </message>
</context>
<context>
    <name>ItemCard</name>
    <message>
        <source>Done</source>
        <translation>Fait</translation>
    </message>
    <message>
        <source>Export as a calendar file (E)</source>
        <translation>Exporter en fichier d’agenda (E)</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Noter</translation>
    </message>
    <message>
        <source>Log a touch (L)</source>
        <translation>Noter un échange (L)</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Déplacer</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Open the client (Enter)</source>
        <translation>Ouvrir le client (Entrée)</translation>
    </message>
    <message>
        <source>Put it on another day (M)</source>
        <translation>Déplacer à un autre jour (M)</translation>
    </message>
    <message>
        <source>Tick it off (D)</source>
        <translation>Marquer comme fait (D)</translation>
    </message>
</context>
<context>
    <name>KeepPanel</name>
    <message>
        <source> MB</source>
        <translation> Mo</translation>
    </message>
    <message>
        <source> days</source>
        <translation> jours</translation>
    </message>
    <message>
        <source>&amp;At most</source>
        <translation>&amp;Au plus</translation>
    </message>
    <message>
        <source>&amp;No larger than</source>
        <translation>&amp;Taille maximale</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>How long the history is kept</source>
        <translation>Durée de conservation de l’historique</translation>
    </message>
    <message>
        <source>Older steps are forgotten for good when the book is closed: they leave this list and cannot be taken back any more. Your records stay as they are. The newest step is always kept. While a step is kept, the book also holds what it changed or deleted.</source>
        <translation>Les actions plus anciennes sont oubliées définitivement à la fermeture du portefeuille : elles quittent cette liste et ne peuvent plus être annulées. Vos données restent telles quelles. La dernière action est toujours conservée. Tant qu’une action est conservée, le portefeuille contient aussi ce qu’elle a modifié ou supprimé.</translation>
    </message>
</context>
<context>
    <name>KeyDateKinds</name>
    <message>
        <source>Anniversary</source>
        <translation>Anniversaire</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>Anniversaire de naissance</translation>
    </message>
    <message>
        <source>End of contract</source>
        <translation>Fin de contrat</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Autre</translation>
    </message>
    <message>
        <source>Renewal</source>
        <translation>Renouvellement</translation>
    </message>
</context>
<context>
    <name>KeyDateSheet</name>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Change a key date</source>
        <translation>Modifier une date clé</translation>
    </message>
    <message>
        <source>Days of notice</source>
        <translation>Jours de préavis</translation>
    </message>
    <message>
        <source>Every year</source>
        <translation>Chaque année</translation>
    </message>
    <message>
        <source>New key date</source>
        <translation>Nouvelle date clé</translation>
    </message>
    <message>
        <source>Of what or whom (optional)</source>
        <translation>De quoi ou de qui (facultatif)</translation>
    </message>
</context>
<context>
    <name>KeyDatesBlock</name>
    <message>
        <source>Change this key date</source>
        <translation>Modifier cette date clé</translation>
    </message>
    <message>
        <source>Delete this key date</source>
        <translation>Supprimer cette date clé</translation>
    </message>
    <message>
        <source>Key date</source>
        <translation>Date clé</translation>
    </message>
    <message>
        <source>Key dates</source>
        <translation>Dates clés</translation>
    </message>
    <message>
        <source>New key date</source>
        <translation>Nouvelle date clé</translation>
    </message>
    <message>
        <source>The end of a contract, a renewal, a birthday: noted here, it comes up in time.</source>
        <translation>La fin d’un contrat, un renouvellement, un anniversaire : notés ici, ils reviennent à temps.</translation>
    </message>
    <message numerus="yes">
        <source>comes up %n day(s) before</source>
        <translation>
            <numerusform>revient %n jour avant</numerusform>
            <numerusform>revient %n jours avant</numerusform>
        </translation>
    </message>
    <message>
        <source>every year</source>
        <translation>chaque année</translation>
    </message>
    <message>
        <source>past</source>
        <translation>passée</translation>
    </message>
    <message>
        <source>today</source>
        <translation>aujourd’hui</translation>
    </message>
</context>
<context>
    <name>KindPicker</name>
    <message>
        <source>Kind of touch</source>
        <translation>Type d’échange</translation>
    </message>
</context>
<context>
    <name>LazyTableView</name>
    <message>
        <source>Export this table…</source>
        <translation>Exporter ce tableau…</translation>
    </message>
</context>
<context>
    <name>LeftOut</name>
    <message>
        <source>are consumers who have not agreed and bought nothing</source>
        <translation>sont des particuliers qui n’ont ni accepté ni acheté</translation>
    </message>
    <message>
        <source>have no address or number for it</source>
        <translation>n’ont pas d’adresse ou de numéro pour cela</translation>
    </message>
    <message>
        <source>have the same address or number as another</source>
        <translation>ont la même adresse ou le même numéro qu’un autre</translation>
    </message>
    <message>
        <source>refuse it, or are on the do-not-contact list</source>
        <translation>refusent, ou sont sur la liste d’opposition</translation>
    </message>
</context>
<context>
    <name>Levels</name>
    <message>
        <source>High</source>
        <translation>Élevé</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Faible</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Moyen</translation>
    </message>
</context>
<context>
    <name>LineBox</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Correct and check</source>
        <translation>Corriger et vérifier</translation>
    </message>
    <message>
        <source>Line {number}</source>
        <translation>Ligne {number}</translation>
    </message>
</context>
<context>
    <name>LineMenu</name>
    <message numerus="yes">
        <source>%n client(s) selected</source>
        <translation>
            <numerusform>%n client sélectionné</numerusform>
            <numerusform>%n clients sélectionnés</numerusform>
        </translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Appeler</translation>
    </message>
    <message>
        <source>Call {number}</source>
        <translation>Appeler le {number}</translation>
    </message>
    <message>
        <source>Copy the phone number</source>
        <translation>Copier le numéro de téléphone</translation>
    </message>
    <message>
        <source>Copy the phone numbers</source>
        <translation>Copier les numéros de téléphone</translation>
    </message>
    <message>
        <source>Log a touch…</source>
        <translation>Noter un échange…</translation>
    </message>
    <message>
        <source>Open {client}</source>
        <translation>Ouvrir {client}</translation>
    </message>
    <message>
        <source>Put into a plan…</source>
        <translation>Mettre dans un plan d’action…</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>Voir sur la carte</translation>
    </message>
    <message>
        <source>Wait for their answer until…</source>
        <translation>Attendre leur réponse jusqu’au…</translation>
    </message>
    <message>
        <source>Write an e-mail</source>
        <translation>Écrire un e-mail</translation>
    </message>
    <message>
        <source>Write to {address}</source>
        <translation>Écrire à {address}</translation>
    </message>
    <message>
        <source>{what} until…</source>
        <translation>{what} jusqu’au…</translation>
    </message>
</context>
<context>
    <name>LinesView</name>
    <message>
        <source>What it changed</source>
        <translation>Ce que cela a changé</translation>
    </message>
</context>
<context>
    <name>LiveCalendar</name>
    <message>
        <source>Kept up to date from now on: {name}</source>
        <translation>Tenu à jour désormais : {name}</translation>
    </message>
    <message>
        <source>The calendar file is not kept up to date any more.</source>
        <translation>Le fichier d’agenda n’est plus tenu à jour.</translation>
    </message>
    <message>
        <source>The passphrase does not protect this file: whoever opens it reads names and reminders.</source>
        <translation>La phrase secrète ne protège pas ce fichier : qui l’ouvre y lit les noms et les rappels.</translation>
    </message>
</context>
<context>
    <name>LogTouchPanel</name>
    <message>
        <source>&amp;Client</source>
        <translation>&amp;Client</translation>
    </message>
    <message>
        <source>&amp;Date</source>
        <translation>&amp;Date</translation>
    </message>
    <message>
        <source>&amp;Minutes</source>
        <translation>&amp;Minutes</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Note</translation>
    </message>
    <message>
        <source>&amp;Outcome</source>
        <translation>&amp;Résultat</translation>
    </message>
    <message>
        <source>&amp;Subject</source>
        <translation>&amp;Objet</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Choose the client first: type a part of the name.</source>
        <translation>Choisissez d’abord le client : tapez une partie de son nom.</translation>
    </message>
    <message>
        <source>Correct what was logged</source>
        <translation>Corriger un échange</translation>
    </message>
    <message>
        <source>Log a touch</source>
        <translation>Noter un échange</translation>
    </message>
    <message>
        <source>Log it</source>
        <translation>Noter</translation>
    </message>
    <message>
        <source>Ne&amp;xt action</source>
        <translation>&amp;Prochaine action</translation>
    </message>
    <message>
        <source>What was said, what was agreed…</source>
        <translation>Ce qui s’est dit, ce qui est convenu…</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Done again: {what}</source>
        <translation>Rétabli : {what}</translation>
    </message>
    <message>
        <source>Import my file</source>
        <translation>Importer mon fichier</translation>
    </message>
    <message>
        <source>New book…</source>
        <translation>Nouveau portefeuille…</translation>
    </message>
    <message>
        <source>Open a book…</source>
        <translation>Ouvrir un portefeuille…</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>Annulé : {what}</translation>
    </message>
    <message>
        <source>saved {time}</source>
        <translation>enregistré {time}</translation>
    </message>
</context>
<context>
    <name>MatchesPanel</name>
    <message>
        <source>(blank)</source>
        <translation>(vide)</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Champs</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>In the book</source>
        <translation>Au portefeuille</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>Dans le fichier</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Nothing about this client changes.</source>
        <translation>Rien ne change pour ce client.</translation>
    </message>
    <message>
        <source>Recognised by</source>
        <translation>Reconnu par</translation>
    </message>
    <message>
        <source>Rows about clients already in the book</source>
        <translation>Lignes sur des clients déjà dans le portefeuille</translation>
    </message>
    <message>
        <source>Selected rows:</source>
        <translation>Lignes choisies :</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Alors</translation>
    </message>
    <message>
        <source>What becomes of the selected rows</source>
        <translation>Ce que deviennent les lignes choisies</translation>
    </message>
    <message>
        <source>as the rules say</source>
        <translation>selon les règles</translation>
    </message>
</context>
<context>
    <name>MergeSheet</name>
    <message>
        <source>Merge</source>
        <translation>Fusionner</translation>
    </message>
    <message>
        <source>Merge two clients</source>
        <translation>Fusionner deux clients</translation>
    </message>
    <message>
        <source>The one that stays gets the contacts, the history, the sales and the follow-ups of both.</source>
        <translation>Celui qui reste reçoit les contacts, l’historique, les ventes et les relances des deux.</translation>
    </message>
</context>
<context>
    <name>MetricBox</name>
    <message>
        <source>Indicator: {name}</source>
        <translation>Indicateur : {name}</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>Indicateurs</translation>
    </message>
    <message>
        <source>date day</source>
        <translation>date jour</translation>
    </message>
</context>
<context>
    <name>MetricExplanations</name>
    <message>
        <source>1 is the client with most revenue over 12 months.</source>
        <translation>1 est le client qui a le plus de CA sur 12 mois.</translation>
    </message>
    <message>
        <source>1 to 5 by how often the client bought, against the other buyers.</source>
        <translation>De 1 à 5 selon le nombre d’achats, comparé aux autres acheteurs.</translation>
    </message>
    <message>
        <source>1 to 5 by how recently the client bought, against the other buyers; 5 is the most recent fifth.</source>
        <translation>De 1 à 5 selon la fraîcheur du dernier achat, comparé aux autres acheteurs ; 5 est le cinquième le plus récent.</translation>
    </message>
    <message>
        <source>1 to 5 by margin (by revenue where costs are not known), against the other buyers.</source>
        <translation>De 1 à 5 selon la marge (selon le CA si les coûts ne sont pas connus), comparée aux autres acheteurs.</translation>
    </message>
    <message>
        <source>A field that you added, as filled in.</source>
        <translation>Un champ que vous avez ajouté, tel qu’il est rempli.</translation>
    </message>
    <message>
        <source>A: the clients that make the first 60 % of the revenue, B: the next 30 %, C: the last 10 %.</source>
        <translation>A : les clients qui font les premiers 60 % du CA ; B : les 30 % suivants ; C : les derniers 10 %.</translation>
    </message>
    <message>
        <source>A: the first 20 % of the clients by revenue of 12 months, B: the next 20 %, C: the rest.</source>
        <translation>A : les premiers 20 % des clients par CA sur 12 mois ; B : les 20 % suivants ; C : les autres.</translation>
    </message>
    <message>
        <source>All calls, visits, e-mails… ever noted.</source>
        <translation>Tous les appels, visites, e-mails… notés depuis toujours.</translation>
    </message>
    <message>
        <source>All complaints ever noted.</source>
        <translation>Toutes les réclamations notées depuis toujours.</translation>
    </message>
    <message>
        <source>All minutes ever noted on touches.</source>
        <translation>Toutes les minutes notées sur les échanges depuis toujours.</translation>
    </message>
    <message>
        <source>All orders ever. Lines with one reference are one order; without a reference, one day is one order.</source>
        <translation>Toutes les commandes. Les lignes d’une même référence font une commande ; sans référence, un jour fait une commande.</translation>
    </message>
    <message>
        <source>All sales ever, returns deducted.</source>
        <translation>Toutes les ventes depuis toujours, retours déduits.</translation>
    </message>
    <message>
        <source>An organisation or a person.</source>
        <translation>Une organisation ou une personne.</translation>
    </message>
    <message>
        <source>As the margin over 12 months, for the 12 months before.</source>
        <translation>Comme la marge sur 12 mois, pour les 12 mois d’avant.</translation>
    </message>
    <message>
        <source>By how much revenue rises or falls from one month to the next, as a part of the average month.</source>
        <translation>De combien le CA monte ou descend d’un mois à l’autre, en part du mois moyen.</translation>
    </message>
    <message>
        <source>Calls, visits, e-mails… noted in the last 12 months.</source>
        <translation>Appels, visites, e-mails… notés au cours des 12 derniers mois.</translation>
    </message>
    <message>
        <source>Complaints not resolved yet.</source>
        <translation>Réclamations pas encore résolues.</translation>
    </message>
    <message>
        <source>Days between the last order and the day you look at.</source>
        <translation>Jours entre la dernière commande et le jour que vous regardez.</translation>
    </message>
    <message>
        <source>Days between the last touch and the day you look at.</source>
        <translation>Jours entre le dernier échange et le jour que vous regardez.</translation>
    </message>
    <message>
        <source>Days since the oldest unpaid due date.</source>
        <translation>Jours depuis la plus ancienne échéance impayée.</translation>
    </message>
    <message>
        <source>Days since the relationship began: the earlier of “client since” and the first order.</source>
        <translation>Jours depuis le début de la relation : le plus ancien entre « client depuis » et la première commande.</translation>
    </message>
    <message>
        <source>Deals neither won nor lost yet.</source>
        <translation>Affaires ni gagnées ni perdues à ce jour.</translation>
    </message>
    <message>
        <source>For a client who is a person, as entered.</source>
        <translation>Pour un client qui est une personne, comme vous l’avez saisi.</translation>
    </message>
    <message>
        <source>For a former client: stopped buying, or closed down.</source>
        <translation>Pour un ancien client : il a cessé d’acheter, ou il a fermé.</translation>
    </message>
    <message>
        <source>Full years since the date of birth.</source>
        <translation>Nombre d’années révolues depuis la date de naissance.</translation>
    </message>
    <message>
        <source>How likely so long a silence is if the client is still buying as before. Below 10 % is late, below 2.5 % very late.</source>
        <translation>La probabilité d’un silence aussi long si le client achète toujours comme avant. Sous 10 %, en retard ; sous 2,5 %, très en retard.</translation>
    </message>
    <message>
        <source>How likely the client still buys from you, judged from how often it ordered and how long it has been silent, as your other clients behave. An estimate, never a certainty.</source>
        <translation>La probabilité que le client achète encore chez vous, d’après le nombre de ses commandes, la durée de son silence et le comportement de vos autres clients. Une estimation, jamais une certitude.</translation>
    </message>
    <message>
        <source>How many days after the due date the client pays, weighted by amount, over 12 months. Below zero is early.</source>
        <translation>Combien de jours après l’échéance le client paie, pondéré par les montants, sur 12 mois. Sous zéro, en avance.</translation>
    </message>
    <message>
        <source>How many different products the client bought in the last 12 months.</source>
        <translation>Le nombre de produits différents achetés au cours des 12 derniers mois.</translation>
    </message>
    <message>
        <source>How many different products the client ever bought.</source>
        <translation>Le nombre de produits différents achetés depuis toujours.</translation>
    </message>
    <message>
        <source>How many of the buyers are larger, as a part of all buyers: 0 % is the largest. “Less than 20 %” is the first fifth.</source>
        <translation>Combien d’acheteurs sont plus gros, en part de tous les acheteurs : 0 % est le plus gros. « Moins de 20 % » donne le premier cinquième.</translation>
    </message>
    <message>
        <source>How many survey answers were noted.</source>
        <translation>Le nombre de réponses d’enquête notées.</translation>
    </message>
    <message>
        <source>How much more this client could buy, in your judgement.</source>
        <translation>Ce que ce client pourrait acheter de plus, selon vous.</translation>
    </message>
    <message>
        <source>How much the gaps between purchases vary, in days. Small means regular.</source>
        <translation>De combien varient les délais entre les achats, en jours. Petit veut dire régulier.</translation>
    </message>
    <message>
        <source>How much the price counts for this client, in your judgement.</source>
        <translation>Le poids du prix pour ce client, selon vous.</translation>
    </message>
    <message>
        <source>Margin over 12 months divided by the revenue it was made on.</source>
        <translation>Marge sur 12 mois divisée par le CA sur lequel elle a été faite.</translation>
    </message>
    <message>
        <source>Margin over 12 months less the cost to serve.</source>
        <translation>Marge sur 12 mois moins le coût de service.</translation>
    </message>
    <message>
        <source>Minutes noted on the touches of the last 12 months.</source>
        <translation>Minutes notées sur les échanges des 12 derniers mois.</translation>
    </message>
    <message>
        <source>On how many different days the client bought, ever.</source>
        <translation>Le nombre de jours différents où le client a acheté, depuis toujours.</translation>
    </message>
    <message>
        <source>Orders in the 12 months before the last 12.</source>
        <translation>Commandes des 12 mois qui précèdent les 12 derniers.</translation>
    </message>
    <message>
        <source>Orders in the last 12 months.</source>
        <translation>Commandes des 12 derniers mois.</translation>
    </message>
    <message>
        <source>Part of the revenue made by the larger clients together. “Less than 60 %” gives the clients that make the first 60 %.</source>
        <translation>La part du CA que font ensemble les clients plus gros. « Moins de 60 % » donne les clients qui font les premiers 60 %.</translation>
    </message>
    <message>
        <source>Part of the revenue made by this client and all larger ones.</source>
        <translation>La part du CA que font ce client et tous les plus gros.</translation>
    </message>
    <message>
        <source>Prospect, active or former, as you noted it.</source>
        <translation>Prospect, actif ou ancien, comme vous l’avez noté.</translation>
    </message>
    <message>
        <source>Returns and credit notes of the last 12 months as a part of what was sold.</source>
        <translation>Retours et avoirs des 12 derniers mois, en part de ce qui a été vendu.</translation>
    </message>
    <message>
        <source>Revenue less cost, over all sales whose cost is known.</source>
        <translation>CA moins coût, sur toutes les ventes dont le coût est connu.</translation>
    </message>
    <message>
        <source>Revenue less cost, over the sales of the last 12 months whose cost is known.</source>
        <translation>CA moins coût, sur les ventes des 12 derniers mois dont le coût est connu.</translation>
    </message>
    <message>
        <source>Revenue over 12 months against the 12 months before. Not known when there was none before.</source>
        <translation>CA sur 12 mois comparé à celui des 12 mois d’avant. Inconnue s’il n’y en avait pas avant.</translation>
    </message>
    <message>
        <source>Revenue over 12 months divided by the orders of those months.</source>
        <translation>CA sur 12 mois divisé par le nombre de commandes de ces mois.</translation>
    </message>
    <message>
        <source>Sales of the 12 months before the last 12, returns deducted.</source>
        <translation>Ventes des 12 mois qui précèdent les 12 derniers, retours déduits.</translation>
    </message>
    <message>
        <source>Sales of the last 12 months, returns deducted.</source>
        <translation>Ventes des 12 derniers mois, retours déduits.</translation>
    </message>
    <message>
        <source>The average of all NPS answers, 0 to 10.</source>
        <translation>La moyenne de toutes les réponses NPS, de 0 à 10.</translation>
    </message>
    <message>
        <source>The average of all satisfaction answers, 1 to 5.</source>
        <translation>La moyenne de toutes les réponses de satisfaction, de 1 à 5.</translation>
    </message>
    <message>
        <source>The city of the client’s address.</source>
        <translation>La ville de l’adresse du client.</translation>
    </message>
    <message>
        <source>The client’s income band, as entered.</source>
        <translation>La tranche de revenus du client, comme vous l’avez saisie.</translation>
    </message>
    <message>
        <source>The client’s line of business, as entered.</source>
        <translation>L’activité du client, telle que vous l’avez saisie.</translation>
    </message>
    <message>
        <source>The client’s name, as entered.</source>
        <translation>Le nom du client, tel que vous l’avez saisi.</translation>
    </message>
    <message>
        <source>The client’s own rhythm: the usual number of days between two purchases.</source>
        <translation>Le rythme du client : le nombre de jours habituel entre deux achats.</translation>
    </message>
    <message>
        <source>The client’s part of the book’s revenue over 12 months.</source>
        <translation>La part du client dans le CA du portefeuille sur 12 mois.</translation>
    </message>
    <message>
        <source>The company’s size, as you noted it.</source>
        <translation>La taille de l’entreprise, comme vous l’avez notée.</translation>
    </message>
    <message>
        <source>The country of the client’s address.</source>
        <translation>Le pays de l’adresse du client.</translation>
    </message>
    <message>
        <source>The day an insolvency was noted.</source>
        <translation>Le jour où une insolvabilité a été signalée.</translation>
    </message>
    <message>
        <source>The day of the earliest planned follow-up.</source>
        <translation>Le jour de la plus proche relance prévue.</translation>
    </message>
    <message>
        <source>The day of the last touch or completed follow-up.</source>
        <translation>Le jour du dernier échange ou de la dernière relance faite.</translation>
    </message>
    <message>
        <source>The day of the oldest complaint not resolved yet.</source>
        <translation>Le jour de la plus ancienne réclamation pas encore résolue.</translation>
    </message>
    <message>
        <source>The day the client was put into the book.</source>
        <translation>Le jour où le client est entré dans le portefeuille.</translation>
    </message>
    <message>
        <source>The day the next order is expected, from the client’s rhythm.</source>
        <translation>Le jour où l’on attend la prochaine commande, d’après le rythme du client.</translation>
    </message>
    <message>
        <source>The day the relationship began, as entered.</source>
        <translation>Le jour où la relation a commencé, comme vous l’avez saisi.</translation>
    </message>
    <message>
        <source>The first day with a purchase.</source>
        <translation>Le premier jour d’achat.</translation>
    </message>
    <message>
        <source>The latest answer, 0 to 10, to “Would you recommend us?”.</source>
        <translation>La dernière réponse, de 0 à 10, à « Nous recommanderiez-vous ? ».</translation>
    </message>
    <message>
        <source>The latest day with a purchase.</source>
        <translation>Le dernier jour d’achat.</translation>
    </message>
    <message>
        <source>The latest satisfaction answer, 1 to 5.</source>
        <translation>La dernière réponse de satisfaction, de 1 à 5.</translation>
    </message>
    <message>
        <source>The part of the revenue over 12 months whose cost is known.</source>
        <translation>La part du CA sur 12 mois dont le coût est connu.</translation>
    </message>
    <message>
        <source>The postcode of the client’s address.</source>
        <translation>Le code postal de l’adresse du client.</translation>
    </message>
    <message>
        <source>The region of the client’s address.</source>
        <translation>La région de l’adresse du client.</translation>
    </message>
    <message>
        <source>The tags on the client.</source>
        <translation>Les étiquettes du client.</translation>
    </message>
    <message>
        <source>The tier in your loyalty programme, as entered.</source>
        <translation>Le niveau dans votre programme de fidélité, comme vous l’avez saisi.</translation>
    </message>
    <message>
        <source>The typical client this one resembles, as you noted it.</source>
        <translation>Le client type auquel celui-ci ressemble, comme vous l’avez noté.</translation>
    </message>
    <message>
        <source>Time since the last order, in the client’s own usual gaps: 2 is twice the usual gap.</source>
        <translation>Temps depuis la dernière commande, compté en délais habituels du client : 2 vaut deux fois ce délai.</translation>
    </message>
    <message>
        <source>Time, visits and deliveries of the last 12 months, at the costs in the settings. Not known until a cost is set.</source>
        <translation>Temps, visites et livraisons des 12 derniers mois, aux coûts indiqués dans les réglages. Inconnu tant qu’aucun coût n’est indiqué.</translation>
    </message>
    <message>
        <source>Visits noted in the last 12 months.</source>
        <translation>Visites notées au cours des 12 derniers mois.</translation>
    </message>
    <message>
        <source>Vital few: the largest clients, who make 80 % of the revenue together; all other buyers are the useful many.</source>
        <translation>Vitaux : les plus gros clients, qui font ensemble 80 % du CA ; tous les autres acheteurs sont les nombreux.</translation>
    </message>
    <message>
        <source>What is unpaid past its due date.</source>
        <translation>Ce qui reste impayé après l’échéance.</translation>
    </message>
    <message>
        <source>What it cost you to win this client, as entered.</source>
        <translation>Ce que vous a coûté la conquête de ce client, comme vous l’avez saisi.</translation>
    </message>
    <message>
        <source>What the client needs, in your words.</source>
        <translation>Ce dont le client a besoin, avec vos mots.</translation>
    </message>
    <message>
        <source>What the client prefers, in your words.</source>
        <translation>Ce que le client préfère, avec vos mots.</translation>
    </message>
    <message>
        <source>What the open deals add up to.</source>
        <translation>Le total des affaires en cours.</translation>
    </message>
    <message>
        <source>What was sold with a due date and is not paid yet, due or not.</source>
        <translation>Ce qui a été vendu avec une échéance et n’est pas encore payé, échu ou non.</translation>
    </message>
    <message>
        <source>Where the client came from, as entered.</source>
        <translation>D’où vient le client, comme vous l’avez saisi.</translation>
    </message>
    <message>
        <source>Why a client who earns little is kept all the same.</source>
        <translation>Pourquoi un client qui rapporte peu est gardé malgré tout.</translation>
    </message>
    <message>
        <source>Your own number for the client, as entered.</source>
        <translation>Votre propre numéro pour ce client, tel que vous l’avez saisi.</translation>
    </message>
</context>
<context>
    <name>MetricGroups</name>
    <message>
        <source>Buying rhythm</source>
        <translation>Rythme d’achat</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>Affaires</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Paiement</translation>
    </message>
    <message>
        <source>Place among the clients</source>
        <translation>Place parmi les clients</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Revenue and margin</source>
        <translation>CA et marge</translation>
    </message>
    <message>
        <source>Satisfaction</source>
        <translation>Satisfaction</translation>
    </message>
    <message>
        <source>Who they are</source>
        <translation>Identité</translation>
    </message>
    <message>
        <source>Your own fields</source>
        <translation>Vos champs personnalisés</translation>
    </message>
</context>
<context>
    <name>MetricValues</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n jour</numerusform>
            <numerusform>%n jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n an</numerusform>
            <numerusform>%n ans</numerusform>
        </translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>{number} times the usual gap</source>
        <translation>{number} fois le délai habituel</translation>
    </message>
</context>
<context>
    <name>Metrics</name>
    <message>
        <source>ABC class by number of clients</source>
        <translation>Classe ABC par nombre de clients</translation>
    </message>
    <message>
        <source>ABC class by revenue</source>
        <translation>Classe ABC par CA</translation>
    </message>
    <message>
        <source>Acquisition cost</source>
        <translation>Coût d’acquisition</translation>
    </message>
    <message>
        <source>Added to the book</source>
        <translation>Ajout au portefeuille</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Âge</translation>
    </message>
    <message>
        <source>Amount of open deals</source>
        <translation>Montant des affaires en cours</translation>
    </message>
    <message>
        <source>Average NPS score</source>
        <translation>Note NPS moyenne</translation>
    </message>
    <message>
        <source>Average order</source>
        <translation>Panier moyen</translation>
    </message>
    <message>
        <source>Average satisfaction score</source>
        <translation>Note de satisfaction moyenne</translation>
    </message>
    <message>
        <source>Chance of still being a client</source>
        <translation>Chance d’être encore client</translation>
    </message>
    <message>
        <source>Chance that the silence is normal</source>
        <translation>Chance que le silence soit normal</translation>
    </message>
    <message>
        <source>Change of revenue</source>
        <translation>Évolution du CA</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ville</translation>
    </message>
    <message>
        <source>Client number</source>
        <translation>Numéro du client</translation>
    </message>
    <message>
        <source>Client since</source>
        <translation>Client depuis</translation>
    </message>
    <message>
        <source>Complaints, all time</source>
        <translation>Réclamations, depuis toujours</translation>
    </message>
    <message>
        <source>Cost to serve over 12 months</source>
        <translation>Coût de service sur 12 mois</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Pays</translation>
    </message>
    <message>
        <source>Days overdue</source>
        <translation>Jours de retard de paiement</translation>
    </message>
    <message>
        <source>Days since the last order</source>
        <translation>Jours depuis la dernière commande</translation>
    </message>
    <message>
        <source>Days since the last touch</source>
        <translation>Jours depuis le dernier échange</translation>
    </message>
    <message>
        <source>First order</source>
        <translation>Première commande</translation>
    </message>
    <message>
        <source>Frequency score</source>
        <translation>Score de fréquence</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>Genre</translation>
    </message>
    <message>
        <source>Growth potential</source>
        <translation>Potentiel de croissance</translation>
    </message>
    <message>
        <source>Income band</source>
        <translation>Tranche de revenus</translation>
    </message>
    <message>
        <source>Insolvency noted</source>
        <translation>Insolvabilité signalée</translation>
    </message>
    <message>
        <source>Last NPS score</source>
        <translation>Dernière note NPS</translation>
    </message>
    <message>
        <source>Last order</source>
        <translation>Dernière commande</translation>
    </message>
    <message>
        <source>Last satisfaction score</source>
        <translation>Dernière note de satisfaction</translation>
    </message>
    <message>
        <source>Last touch</source>
        <translation>Dernier échange</translation>
    </message>
    <message>
        <source>Length of the relationship</source>
        <translation>Ancienneté</translation>
    </message>
    <message>
        <source>Loyalty tier</source>
        <translation>Niveau de fidélité</translation>
    </message>
    <message>
        <source>Margin in the 12 months before</source>
        <translation>Marge des 12 mois d’avant</translation>
    </message>
    <message>
        <source>Margin over 12 months</source>
        <translation>Marge sur 12 mois</translation>
    </message>
    <message>
        <source>Margin rate</source>
        <translation>Taux de marge</translation>
    </message>
    <message>
        <source>Margin, all time</source>
        <translation>Marge, depuis toujours</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Besoins</translation>
    </message>
    <message>
        <source>Net result over 12 months</source>
        <translation>Résultat net sur 12 mois</translation>
    </message>
    <message>
        <source>Next follow-up</source>
        <translation>Prochaine relance</translation>
    </message>
    <message>
        <source>Next order expected</source>
        <translation>Prochaine commande attendue</translation>
    </message>
    <message>
        <source>Oldest open complaint</source>
        <translation>Plus ancienne réclamation ouverte</translation>
    </message>
    <message>
        <source>Open complaints</source>
        <translation>Réclamations ouvertes</translation>
    </message>
    <message>
        <source>Open deals</source>
        <translation>Affaires en cours</translation>
    </message>
    <message>
        <source>Orders in the 12 months before</source>
        <translation>Commandes des 12 mois d’avant</translation>
    </message>
    <message>
        <source>Orders over 12 months</source>
        <translation>Commandes sur 12 mois</translation>
    </message>
    <message>
        <source>Orders, all time</source>
        <translation>Commandes, depuis toujours</translation>
    </message>
    <message>
        <source>Overdue amount</source>
        <translation>Montant en retard</translation>
    </message>
    <message>
        <source>Pareto class</source>
        <translation>Classe de Pareto</translation>
    </message>
    <message>
        <source>Payment delay</source>
        <translation>Délai de paiement</translation>
    </message>
    <message>
        <source>Persona</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Place by revenue</source>
        <translation>Rang par CA</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>Code postal</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Préférences</translation>
    </message>
    <message>
        <source>Price sensitivity</source>
        <translation>Sensibilité au prix</translation>
    </message>
    <message>
        <source>Products over 12 months</source>
        <translation>Produits sur 12 mois</translation>
    </message>
    <message>
        <source>Products, all time</source>
        <translation>Produits, depuis toujours</translation>
    </message>
    <message>
        <source>Purchase days</source>
        <translation>Jours d’achat</translation>
    </message>
    <message>
        <source>Recency score</source>
        <translation>Score de récence</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Région</translation>
    </message>
    <message>
        <source>Returns</source>
        <translation>Retours</translation>
    </message>
    <message>
        <source>Revenue in the 12 months before</source>
        <translation>CA des 12 mois d’avant</translation>
    </message>
    <message>
        <source>Revenue made by larger clients</source>
        <translation>CA fait par les plus gros</translation>
    </message>
    <message>
        <source>Revenue over 12 months</source>
        <translation>CA sur 12 mois</translation>
    </message>
    <message>
        <source>Revenue with a known cost</source>
        <translation>CA dont le coût est connu</translation>
    </message>
    <message>
        <source>Revenue, all time</source>
        <translation>CA, depuis toujours</translation>
    </message>
    <message>
        <source>Sector</source>
        <translation>Secteur</translation>
    </message>
    <message>
        <source>Share of revenue</source>
        <translation>Part du CA</translation>
    </message>
    <message>
        <source>Share of the clients that are larger</source>
        <translation>Part des clients plus gros</translation>
    </message>
    <message>
        <source>Share with all larger clients</source>
        <translation>Part cumulée du CA</translation>
    </message>
    <message>
        <source>Silence against the usual rhythm</source>
        <translation>Silence par rapport au rythme</translation>
    </message>
    <message>
        <source>Size of the company</source>
        <translation>Taille de l’entreprise</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Origine</translation>
    </message>
    <message>
        <source>Spread of the gaps between orders</source>
        <translation>Irrégularité des commandes</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Statut</translation>
    </message>
    <message>
        <source>Strategic role</source>
        <translation>Rôle stratégique</translation>
    </message>
    <message>
        <source>Survey answers</source>
        <translation>Réponses d’enquête</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Time spent over 12 months</source>
        <translation>Temps passé sur 12 mois</translation>
    </message>
    <message>
        <source>Time spent, all time</source>
        <translation>Temps passé, depuis toujours</translation>
    </message>
    <message>
        <source>Touches over 12 months</source>
        <translation>Échanges sur 12 mois</translation>
    </message>
    <message>
        <source>Touches, all time</source>
        <translation>Échanges, depuis toujours</translation>
    </message>
    <message>
        <source>Trend within the 12 months</source>
        <translation>Tendance sur les 12 mois</translation>
    </message>
    <message>
        <source>Type of client</source>
        <translation>Type de client</translation>
    </message>
    <message>
        <source>Unpaid</source>
        <translation>Impayé</translation>
    </message>
    <message>
        <source>Usual gap between orders</source>
        <translation>Délai habituel entre commandes</translation>
    </message>
    <message>
        <source>Value score</source>
        <translation>Score de montant</translation>
    </message>
    <message>
        <source>Visits over 12 months</source>
        <translation>Visites sur 12 mois</translation>
    </message>
    <message>
        <source>Why former</source>
        <translation>Motif de départ</translation>
    </message>
</context>
<context>
    <name>MonthGrid</name>
    <message>
        <source>Month</source>
        <translation>Mois</translation>
    </message>
</context>
<context>
    <name>MonthsCard</name>
    <message>
        <source>Hatched: this month, up to {day}</source>
        <translation>Hachuré : ce mois-ci, jusqu’au {day}</translation>
    </message>
    <message>
        <source>Revenue by month</source>
        <translation>CA par mois</translation>
    </message>
    <message>
        <source>{month}, up to today: {amount}</source>
        <translation>{month}, à ce jour : {amount}</translation>
    </message>
    <message>
        <source>{month}: {amount}</source>
        <translation>{month} : {amount}</translation>
    </message>
</context>
<context>
    <name>MoveRow</name>
    <message numerus="yes">
        <source>%n client(s): {before} → {after}</source>
        <translation>
            <numerusform>%n client : {before} → {after}</numerusform>
            <numerusform>%n clients : {before} → {after}</numerusform>
        </translation>
    </message>
    <message>
        <source>The amount is their revenue over 12 months (the better of the last two years). Click to see who.</source>
        <translation>Le montant est leur CA sur 12 mois (la meilleure des deux dernières années). Cliquez pour voir qui.</translation>
    </message>
</context>
<context>
    <name>MovementControls</name>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Period compared</source>
        <translation>Période comparée</translation>
    </message>
    <message>
        <source>Revenue after</source>
        <translation>CA après</translation>
    </message>
    <message>
        <source>Revenue before</source>
        <translation>CA avant</translation>
    </message>
    <message>
        <source>What the cells show</source>
        <translation>Ce que montrent les cases</translation>
    </message>
</context>
<context>
    <name>MovementTab</name>
    <message numerus="yes">
        <source>%n former client(s) is/are counted too, in the segment whose rule they meet.</source>
        <translation>
            <numerusform>%n ancien client est compté aussi, dans le segment dont il remplit la règle.</numerusform>
            <numerusform>%n anciens clients sont comptés aussi, dans le segment dont ils remplissent la règle.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of {base} clients went to another segment between {first} and {second}. Rows: where they were; columns: where they are.</source>
        <translation>
            <numerusform>%n client sur {base} a changé de segment entre le {first} et le {second}. Lignes : où il était ; colonnes : où il est.</numerusform>
            <numerusform>%n clients sur {base} ont changé de segment entre le {first} et le {second}. Lignes : où ils étaient ; colonnes : où ils sont.</numerusform>
        </translation>
    </message>
    <message>
        <source>All clients</source>
        <translation>Tous les clients</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>Tous ensemble</translation>
    </message>
    <message>
        <source>Before: from {a} to {b}. After: from {c} to {d}.</source>
        <translation>Avant : du {a} au {b}. Après : du {c} au {d}.</translation>
    </message>
    <message>
        <source>Choose a cell to see its clients</source>
        <translation>Choisissez une case pour voir ses clients</translation>
    </message>
    <message>
        <source>Clients by segment before and after</source>
        <translation>Clients par segment avant et après</translation>
    </message>
    <message>
        <source>Clients in “{segment}” on {day}</source>
        <translation>Clients dans « {segment} » le {day}</translation>
    </message>
    <message>
        <source>Clients the book did not know on {day}.</source>
        <translation>Clients que le portefeuille ne connaissait pas le {day}.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>From segment to segment</source>
        <translation>D’un segment à l’autre</translation>
    </message>
    <message>
        <source>From segment to segment · {name}</source>
        <translation>D’un segment à l’autre · {name}</translation>
    </message>
    <message>
        <source>From “{first}” to “{second}”</source>
        <translation>De « {first} » à « {second} »</translation>
    </message>
    <message>
        <source>Import my clients</source>
        <translation>Importer mes clients</translation>
    </message>
    <message>
        <source>In a better segment on {second} than on {first}.</source>
        <translation>Dans un meilleur segment le {second} que le {first}.</translation>
    </message>
    <message>
        <source>In a worse segment on {second} than on {first}.</source>
        <translation>Dans un moins bon segment le {second} que le {first}.</translation>
    </message>
    <message>
        <source>In the same segment on {first} and on {second}.</source>
        <translation>Dans le même segment le {first} et le {second}.</translation>
    </message>
    <message>
        <source>Known on {second}, and not yet on {first}.</source>
        <translation>Connus le {second}, et pas encore le {first}.</translation>
    </message>
    <message>
        <source>Look at a sample book</source>
        <translation>Voir un portefeuille d’exemple</translation>
    </message>
    <message>
        <source>Moved down</source>
        <translation>Descendus</translation>
    </message>
    <message>
        <source>Moved up</source>
        <translation>Montés</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouveaux</translation>
    </message>
    <message>
        <source>New, now in “{segment}”</source>
        <translation>Nouveaux, désormais dans « {segment} »</translation>
    </message>
    <message>
        <source>On {first} the book did not know any of today’s clients yet.</source>
        <translation>Le {first}, le portefeuille ne connaissait encore aucun des clients d’aujourd’hui.</translation>
    </message>
    <message>
        <source>Once there are clients in the book, this page shows who went from one segment to another between two days.</source>
        <translation>Dès que le portefeuille contient des clients, cette page montre qui est passé d’un segment à un autre entre deux jours.</translation>
    </message>
    <message>
        <source>Revenue over 12 months: {before} on {first}, {after} on {second}.</source>
        <translation>CA sur 12 mois : {before} au {first}, {after} au {second}.</translation>
    </message>
    <message>
        <source>Stayed</source>
        <translation>Restés</translation>
    </message>
    <message>
        <source>Stayed in “{segment}”</source>
        <translation>Restés dans « {segment} »</translation>
    </message>
    <message>
        <source>The segments are ranked by their order, the best first.</source>
        <translation>Les segments sont rangés dans leur ordre, le meilleur d’abord.</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Who moves where?</source>
        <translation>Qui va où ?</translation>
    </message>
    <message>
        <source>↑ to a better segment, ↓ to a worse one; the stronger the colour, the more.</source>
        <translation>↑ vers un meilleur segment, ↓ vers un moins bon ; plus la couleur est forte, plus le chiffre est grand.</translation>
    </message>
</context>
<context>
    <name>NameField</name>
    <message>
        <source>Click to change the name</source>
        <translation>Cliquez pour modifier le nom</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
</context>
<context>
    <name>NamesPopup</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewClientSheet</name>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Add and create another</source>
        <translation>Ajouter et en créer un autre</translation>
    </message>
    <message>
        <source>Contact's name</source>
        <translation>Nom du contact</translation>
    </message>
    <message>
        <source>New client</source>
        <translation>Nouveau client</translation>
    </message>
    <message>
        <source>Open {client}</source>
        <translation>Ouvrir {client}</translation>
    </message>
    <message>
        <source>These may be clients you have already ({reason}). You can add another one all the same.</source>
        <translation>Ce sont peut-être des clients que vous avez déjà ({reason}). Vous pouvez quand même en ajouter un autre.</translation>
    </message>
    <message>
        <source>This may be a client you have already: {client} ({reason}). You can add another one all the same.</source>
        <translation>C’est peut-être un client que vous avez déjà : {client} ({reason}). Vous pouvez quand même en ajouter un autre.</translation>
    </message>
</context>
<context>
    <name>NewField</name>
    <message>
        <source>Add the field</source>
        <translation>Ajouter le champ</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Choices, one a line</source>
        <translation>Choix, un par ligne</translation>
    </message>
</context>
<context>
    <name>NewsCard</name>
    <message>
        <source>Look at the last 30 days</source>
        <translation>Voir les 30 derniers jours</translation>
    </message>
    <message>
        <source>Nothing new since your visit of {day}, and nobody changed segment.</source>
        <translation>Rien de nouveau depuis votre visite du {day}, et personne n’a changé de segment.</translation>
    </message>
    <message>
        <source>Nothing new, and nobody changed segment.</source>
        <translation>Rien de nouveau, et personne n’a changé de segment.</translation>
    </message>
    <message>
        <source>Only since you last looked, {day}</source>
        <translation>Seulement depuis votre visite du {day}</translation>
    </message>
    <message>
        <source>Show all {count}</source>
        <translation>Voir les {count}</translation>
    </message>
    <message>
        <source>Since you last looked, {day}</source>
        <translation>Depuis votre visite du {day}</translation>
    </message>
    <message>
        <source>What changed in 30 days</source>
        <translation>Ce qui a changé en 30 jours</translation>
    </message>
</context>
<context>
    <name>NewsRow</name>
    <message numerus="yes">
        <source>%n buying rhythm(s) newly broken</source>
        <translation>
            <numerusform>%n rythme d’achat vient de se rompre</numerusform>
            <numerusform>%n rythmes d’achat viennent de se rompre</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n complaint(s) past the deadline</source>
        <translation>
            <numerusform>%n réclamation hors délai</numerusform>
            <numerusform>%n réclamations hors délai</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deal(s) lost</source>
        <translation>
            <numerusform>%n affaire perdue</numerusform>
            <numerusform>%n affaires perdues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deal(s) won</source>
        <translation>
            <numerusform>%n affaire gagnée</numerusform>
            <numerusform>%n affaires gagnées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new client(s)</source>
        <translation>
            <numerusform>%n nouveau client</numerusform>
            <numerusform>%n nouveaux clients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new complaint(s)</source>
        <translation>
            <numerusform>%n nouvelle réclamation</numerusform>
            <numerusform>%n nouvelles réclamations</numerusform>
        </translation>
    </message>
    <message>
        <source>Click to see who.</source>
        <translation>Cliquez pour voir qui.</translation>
    </message>
    <message>
        <source>The amount is that of the deals.</source>
        <translation>Le montant est celui des affaires.</translation>
    </message>
    <message>
        <source>The amount is what these clients bought in the last 12 months.</source>
        <translation>Le montant est ce que ces clients ont acheté au cours des 12 derniers mois.</translation>
    </message>
</context>
<context>
    <name>NextAction</name>
    <message>
        <source>ask about the next order</source>
        <translation>demander pour la prochaine commande</translation>
    </message>
    <message>
        <source>bring the deal to a close</source>
        <translation>conclure l’affaire</translation>
    </message>
    <message>
        <source>deal with the complaint</source>
        <translation>traiter la réclamation</translation>
    </message>
    <message>
        <source>find a phone number or an e-mail</source>
        <translation>trouver un téléphone ou un e-mail</translation>
    </message>
    <message>
        <source>get in touch</source>
        <translation>reprendre contact</translation>
    </message>
    <message>
        <source>make the first contact</source>
        <translation>prendre un premier contact</translation>
    </message>
    <message>
        <source>prepare the key date</source>
        <translation>préparer la date clé</translation>
    </message>
    <message>
        <source>send birthday wishes</source>
        <translation>souhaiter l’anniversaire</translation>
    </message>
    <message>
        <source>send the survey</source>
        <translation>envoyer l’enquête</translation>
    </message>
    <message>
        <source>take the next step of the deal</source>
        <translation>faire avancer l’affaire</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en attente</translation>
    </message>
</context>
<context>
    <name>NextActionCard</name>
    <message>
        <source>Done</source>
        <translation>Fait</translation>
    </message>
    <message>
        <source>Done: the complaint is resolved</source>
        <translation>Fait : la réclamation est résolue</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Noter</translation>
    </message>
    <message>
        <source>Next action: {what}</source>
        <translation>Prochaine action : {what}</translation>
    </message>
    <message>
        <source>Nothing planned</source>
        <translation>Rien de prévu</translation>
    </message>
    <message>
        <source>Plan one</source>
        <translation>Planifier</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Reporter</translation>
    </message>
    <message>
        <source>The client is to answer: come back on a day</source>
        <translation>Le client doit répondre : revenir un jour choisi</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
</context>
<context>
    <name>NextActionPicker</name>
    <message>
        <source>14:30, 14h30, 2 pm; nothing for the whole day</source>
        <translation>14:30, 14h30 ; rien pour toute la journée</translation>
    </message>
    <message>
        <source>Day of the next action</source>
        <translation>Date de la prochaine action</translation>
    </message>
    <message>
        <source>In 1 month</source>
        <translation>Dans 1 mois</translation>
    </message>
    <message>
        <source>In 1 week</source>
        <translation>Dans 1 semaine</translation>
    </message>
    <message>
        <source>In 2 weeks</source>
        <translation>Dans 2 semaines</translation>
    </message>
    <message>
        <source>Next action</source>
        <translation>Prochaine action</translation>
    </message>
    <message>
        <source>None planned</source>
        <translation>Aucune prévue</translation>
    </message>
    <message>
        <source>On a day…</source>
        <translation>À une date…</translation>
    </message>
    <message>
        <source>Proposed: {day}</source>
        <translation>Proposé : {day}</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Time of the next action (optional)</source>
        <translation>Heure de la prochaine action (facultative)</translation>
    </message>
    <message>
        <source>What to do then</source>
        <translation>À faire ce jour-là</translation>
    </message>
    <message>
        <source>What to do then (optional)</source>
        <translation>À faire ce jour-là (facultatif)</translation>
    </message>
</context>
<context>
    <name>NextBar</name>
    <message>
        <source>Next contact on</source>
        <translation>Prochain contact le</translation>
    </message>
    <message numerus="yes">
        <source>Next for %n client(s):</source>
        <translation>
            <numerusform>Ensuite pour %n client :</numerusform>
            <numerusform>Ensuite pour %n clients :</numerusform>
        </translation>
    </message>
    <message>
        <source>Next for {client}:</source>
        <translation>Ensuite pour {client} :</translation>
    </message>
    <message>
        <source>Nothing more for now (Esc)</source>
        <translation>Rien de plus pour l’instant (Échap)</translation>
    </message>
    <message>
        <source>{next} {what}, {day} (planned)</source>
        <translation>{next} {what}, {day} (déjà prévu)</translation>
    </message>
    <message>
        <source>{number}  Date…</source>
        <translation>{number}  Date…</translation>
    </message>
    <message>
        <source>{what} on {day}: Enter or 1 plans it, Esc leaves it to the contact rhythm</source>
        <translation>{what} le {day} : Entrée ou 1 le prévoit, Échap laisse faire le rythme de contact</translation>
    </message>
</context>
<context>
    <name>NextMenu</name>
    <message>
        <source>Next action</source>
        <translation>Prochaine action</translation>
    </message>
    <message>
        <source>Next contact on</source>
        <translation>Prochain contact le</translation>
    </message>
    <message>
        <source>Next for {client}</source>
        <translation>Suite pour {client}</translation>
    </message>
    <message>
        <source>Pick a date…</source>
        <translation>Choisir une date…</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>d</source>
        <comment>days, very short</comment>
        <translation>j</translation>
    </message>
    <message>
        <source>{name}, slider</source>
        <translation>{name}, curseur</translation>
    </message>
</context>
<context>
    <name>Opportunities</name>
    <message>
        <source>Alike by {traits}. Best: class A by revenue.</source>
        <translation>Semblables par : {traits}. Meilleurs : classe A selon le chiffre d’affaires.</translation>
    </message>
    <message>
        <source>All opportunities</source>
        <translation>Toutes les opportunités</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>Au total</translation>
    </message>
    <message>
        <source>Amount not known</source>
        <translation>Montant inconnu</translation>
    </message>
    <message>
        <source>Amount not known; {typical} a year if it succeeds</source>
        <translation>Montant inconnu ; {typical} par an en cas de réussite</translation>
    </message>
    <message numerus="yes">
        <source>Bought it before, the last time %n month(s) ago.</source>
        <translation>
            <numerusform>L’a déjà acheté, la dernière fois il y a %n mois.</numerusform>
            <numerusform>L’a déjà acheté, la dernière fois il y a %n mois.</numerusform>
        </translation>
    </message>
    <message>
        <source>Chances in 10 of success, from what comparable clients do; few clients pull it towards what all clients do.</source>
        <translation>Chances sur 10 de réussir, d’après ce que font les clients comparables ; quand ils sont peu nombreux, le chiffre est ramené vers celui de tous les clients.</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Clients with a contact or an order within the longest gap of their contact rhythm, of those who have one. Late: fewer than half.</source>
        <translation>Clients ayant eu un échange ou une commande dans le délai maximal de leur rythme de contact, parmi ceux qui en ont un. En retard : moins de la moitié.</translation>
    </message>
    <message>
        <source>Comparable: the clients of the same segment and size class who mainly buy the same and about as many products.</source>
        <translation>Comparables : les clients du même segment et de la même classe de taille qui achètent surtout la même chose et à peu près autant de produits.</translation>
    </message>
    <message>
        <source>Comparable: the clients of the same segment and the same size class (A, B or C by revenue).</source>
        <translation>Comparables : les clients du même segment et de la même classe de taille (A, B ou C selon le chiffre d’affaires).</translation>
    </message>
    <message>
        <source>Comparable: the clients of the same segment; too few of them are of the same size class.</source>
        <translation>Comparables : les clients du même segment ; trop peu d’entre eux sont de la même classe de taille.</translation>
    </message>
    <message>
        <source>Comparable: the clients of the same size class (A, B or C by revenue); too few are in the same segment.</source>
        <translation>Comparables : les clients de la même classe de taille (A, B ou C selon le chiffre d’affaires) ; trop peu sont du même segment.</translation>
    </message>
    <message>
        <source>Comparable: the clients of the same size class who mainly buy the same and about as many products; too few are in the same segment.</source>
        <translation>Comparables : les clients de la même classe de taille qui achètent surtout la même chose et à peu près autant de produits ; trop peu sont du même segment.</translation>
    </message>
    <message>
        <source>Comparable: the clients of the same size class who mainly buy the same; too few take about as many products.</source>
        <translation>Comparables : les clients de la même classe de taille qui achètent surtout la même chose ; trop peu prennent à peu près autant de produits.</translation>
    </message>
    <message>
        <source>Compared with all clients who, a year ago, had been silent for six months or more: too few had been silent about as long.</source>
        <translation>Comparé à tous les clients qui, il y a un an, étaient silencieux depuis six mois ou plus : trop peu l’étaient depuis à peu près aussi longtemps.</translation>
    </message>
    <message>
        <source>Compared with all your clients who take the same: too few are of the same segment or size.</source>
        <translation>Comparé à tous vos clients qui achètent la même chose : trop peu sont du même segment ou de la même taille.</translation>
    </message>
    <message>
        <source>Compared with the clients who, a year ago, had been silent about as long by their own rhythm.</source>
        <translation>Comparé aux clients qui, il y a un an, étaient silencieux depuis à peu près aussi longtemps, selon leur propre rythme.</translation>
    </message>
    <message>
        <source>Confidence divided by the part of all clients who buy the second: × 2 means twice as often as among all.</source>
        <translation>Confiance divisée par la part de tous les clients qui achètent le second : × 2 signifie deux fois plus souvent que dans l’ensemble.</translation>
    </message>
    <message>
        <source>Cross-sell</source>
        <translation>Vente croisée</translation>
    </message>
    <message>
        <source>Dot: bought in the last 12 months. Ring: not bought, though comparable clients do; the larger, the more it would bring. Best: {item} for {client}.</source>
        <translation>Point : acheté ces 12 derniers mois. Anneau : non acheté, alors que des clients comparables l’achètent ; plus il est grand, plus il rapporterait. Le meilleur : {item} pour {client}.</translation>
    </message>
    <message>
        <source>Expected = chance × (their median order − the client’s average order) × the client’s orders of 12 months. The chance is the part of them that reaches the median.</source>
        <translation>Attendu = chances × (leur commande médiane − la commande moyenne du client) × les commandes du client en 12 mois. Les chances sont la part d’entre eux qui atteint la médiane.</translation>
    </message>
    <message>
        <source>Expected = chance × the median that the comparable clients who take it spend on it in 12 months, at most their third quartile.</source>
        <translation>Attendu = chances × la médiane de ce que les clients comparables qui l’achètent y dépensent en 12 mois, au plus leur troisième quartile.</translation>
    </message>
    <message>
        <source>Expected = chance × the orders more that their median rhythm would make in a year × the client’s average order. The chance is the part of them that order at least that often.</source>
        <translation>Attendu = chances × les commandes de plus que leur rythme médian ferait en un an × la commande moyenne du client. Les chances sont la part d’entre eux qui commande au moins aussi souvent.</translation>
    </message>
    <message>
        <source>Expected = chance × what the client brought in the last 12 months of buying × the part of it that clients who came back brought again.</source>
        <translation>Attendu = chances × ce que le client a apporté pendant ses 12 derniers mois d’achats × la part que les clients revenus ont rapportée de nouveau.</translation>
    </message>
    <message>
        <source>Expected = how many prospects become clients × the median that the clients alike bring in 12 months.</source>
        <translation>Attendu = la part des prospects qui deviennent clients × la médiane de ce que les clients semblables apportent en 12 mois.</translation>
    </message>
    <message>
        <source>Expected a year</source>
        <translation>Attendu par an</translation>
    </message>
    <message>
        <source>Fewer than 10 clients bought in the last 12 months: too few to compare.</source>
        <translation>Moins de 10 clients ont acheté ces 12 derniers mois : trop peu pour comparer.</translation>
    </message>
    <message>
        <source>Larger orders</source>
        <translation>Montée en gamme</translation>
    </message>
    <message>
        <source>Like {of} of your clients ({traits}); {found} of them are among your best</source>
        <translation>Ressemble à {of} de vos clients ({traits}) ; {found} d’entre eux sont parmi vos meilleurs</translation>
    </message>
    <message>
        <source>More frequent orders</source>
        <translation>Fréquence d’achat</translation>
    </message>
    <message>
        <source>No amount is expected: too few prospects were followed for a year, and too few deals closed, to know how many become clients.</source>
        <translation>Aucun montant n’est attendu : trop peu de prospects ont été suivis pendant un an, et trop peu d’affaires conclues, pour savoir combien deviennent clients.</translation>
    </message>
    <message>
        <source>No pair of products goes together more often than chance explains: nothing is claimed from two or three clients.</source>
        <translation>Aucune paire de produits ne va ensemble plus souvent que le hasard ne l’explique : rien n’est affirmé à partir de deux ou trois clients.</translation>
    </message>
    <message>
        <source>No product is missing anywhere that enough comparable clients take: what they take, the others take too.</source>
        <translation>Il ne manque nulle part un produit que prennent assez de clients comparables : ce qu’ils achètent, les autres l’achètent aussi.</translation>
    </message>
    <message>
        <source>No segment gets much less of your contacts than it brings or could bring.</source>
        <translation>Aucun segment ne reçoit beaucoup moins de vos échanges que ce qu’il apporte ou pourrait apporter.</translation>
    </message>
    <message>
        <source>Not bought</source>
        <translation>Non acheté</translation>
    </message>
    <message>
        <source>Not listed, for six months: {parts}.</source>
        <translation>Non affichées, pendant six mois : {parts}.</translation>
    </message>
    <message>
        <source>Nothing of that kind now.</source>
        <translation>Rien de ce genre pour le moment.</translation>
    </message>
    <message>
        <source>Nothing was sold in the last 12 months: there is nothing to compare clients by.</source>
        <translation>Rien n’a été vendu au cours des 12 derniers mois : il n’y a rien sur quoi comparer les clients.</translation>
    </message>
    <message>
        <source>Of all clients who bought a product in 12 months, the part that buys both.</source>
        <translation>Parmi tous les clients qui ont acheté un produit en 12 mois, la part qui achète les deux.</translation>
    </message>
    <message>
        <source>Of the clients who buy the first, the part that buys the second too, in 12 months.</source>
        <translation>Parmi les clients qui achètent le premier, la part qui achète aussi le second, en 12 mois.</translation>
    </message>
    <message>
        <source>Offer {item}</source>
        <translation>Proposer {item}</translation>
    </message>
    <message>
        <source>Offer {item} again</source>
        <translation>Reproposer {item}</translation>
    </message>
    <message>
        <source>Order more often</source>
        <translation>Commander plus souvent</translation>
    </message>
    <message>
        <source>Orders every {own} days; {found} of {of} comparable clients every {typical} days or sooner</source>
        <translation>Commande tous les {own} jours ; {found} clients comparables sur {of} tous les {typical} jours ou moins</translation>
    </message>
    <message>
        <source>Orders of {own} on average; {found} of {of} comparable clients order {typical} or more</source>
        <translation>Commandes de {own} en moyenne ; {found} clients comparables sur {of} commandent pour {typical} ou plus</translation>
    </message>
    <message>
        <source>Promising prospects</source>
        <translation>Bons prospects</translation>
    </message>
    <message>
        <source>Revenue expected in a year from these opportunities, found on {day} in 12 months of sales. One client may have several: the sum is what could be tried, not a forecast.</source>
        <translation>Chiffre d’affaires attendu en un an de ces opportunités, trouvées le {day} dans 12 mois de ventes. Un client peut en avoir plusieurs : la somme est ce qui pourrait être tenté, pas une prévision.</translation>
    </message>
    <message>
        <source>Revenue expected in a year if it is tried: chance × what it would bring. How each is worked out stands beside the list.</source>
        <translation>Chiffre d’affaires attendu en un an si on essaie : chances × ce que cela rapporterait. Le calcul de chacune est indiqué à côté de la liste.</translation>
    </message>
    <message>
        <source>Revenue of 12 months and opportunities of the segment, as a part of all segments’.</source>
        <translation>Chiffre d’affaires de 12 mois et opportunités du segment, en part de ceux de tous les segments.</translation>
    </message>
    <message>
        <source>Revenue of the last 12 months, net of returns.</source>
        <translation>Chiffre d’affaires des 12 derniers mois, retours déduits.</translation>
    </message>
    <message>
        <source>Silent for {own} days</source>
        <translation>Silencieux depuis {own} jours</translation>
    </message>
    <message>
        <source>Silent for {own} days; {found} of {of} clients silent as long ordered again within a year</source>
        <translation>Silencieux depuis {own} jours ; {found} clients sur {of} silencieux aussi longtemps ont recommandé dans l’année</translation>
    </message>
    <message>
        <source>Silent for {own} days; {found} of {of} clients silent for six months ordered again within a year</source>
        <translation>Silencieux depuis {own} jours ; {found} clients sur {of} silencieux depuis six mois ont recommandé dans l’année</translation>
    </message>
    <message>
        <source>Taken from your deals: {found} of {of} were won.</source>
        <translation>D’après vos affaires : {found} sur {of} ont été gagnées.</translation>
    </message>
    <message numerus="yes">
        <source>The %n client(s) with most to gain.</source>
        <translation>
            <numerusform>Le client qui a le plus à gagner.</numerusform>
            <numerusform>Les %n clients qui ont le plus à gagner.</numerusform>
        </translation>
    </message>
    <message>
        <source>The calls, visits and other contacts noted in 12 months, as a part of all. Little effort: less than three quarters of the part of the worth.</source>
        <translation>Les appels, visites et autres échanges notés en 12 mois, en part du total. Peu d’effort : moins des trois quarts de la part de l’enjeu.</translation>
    </message>
    <message>
        <source>The lower end of the 90 % interval of the lift. A rule is kept only if this is above 1, at least 5 clients (and 1 % of them) buy both, at least 10 buy the first, and Fisher’s exact test passes with 10 % false discoveries (Benjamini-Hochberg).</source>
        <translation>La borne basse de l’intervalle à 90 % du lift. Une règle n’est retenue que si cette borne dépasse 1, si au moins 5 clients (et 1 % d’entre eux) achètent les deux, si au moins 10 achètent le premier, et si le test exact de Fisher est concluant avec 10 % de fausses découvertes (Benjamini-Hochberg).</translation>
    </message>
    <message>
        <source>The sales of the last 12 months name no product, or only one: nothing can be said of what else a client might take. Import your sales with their products.</source>
        <translation>Les ventes des 12 derniers mois ne nomment aucun produit, ou un seul : rien ne peut être dit de ce qu’un client pourrait prendre d’autre. Importez vos ventes avec leurs produits.</translation>
    </message>
    <message>
        <source>The sum of the amounts expected in a year from the segment’s opportunities.</source>
        <translation>La somme des montants attendus en un an des opportunités du segment.</translation>
    </message>
    <message>
        <source>Too few clients were silent that long a year ago: the chance is the one that this client still is one.</source>
        <translation>Il y a un an, trop peu de clients étaient silencieux depuis si longtemps : les chances sont celles que ce client le soit encore.</translation>
    </message>
    <message>
        <source>Too few contacts were noted in the last 12 months to say where your effort goes. Log calls and visits to know.</source>
        <translation>Trop peu d’échanges ont été notés ces 12 derniers mois pour dire où va votre effort. Notez vos appels et visites pour le savoir.</translation>
    </message>
    <message>
        <source>Under-served: {names}. They get less of your contacts than they bring or could bring, or are seen too late.</source>
        <translation>Trop peu suivis : {names}. Ils reçoivent moins de vos échanges que ce qu’ils apportent ou pourraient apporter, ou sont vus trop tard.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>Win as a client</source>
        <translation>Gagner comme client</translation>
    </message>
    <message>
        <source>Win back</source>
        <translation>Reconquête</translation>
    </message>
    <message>
        <source>bought for {amount} in 12 months</source>
        <translation>acheté pour {amount} en 12 mois</translation>
    </message>
    <message>
        <source>city</source>
        <translation>ville</translation>
    </message>
    <message>
        <source>contacts late</source>
        <translation>contacts en retard</translation>
    </message>
    <message>
        <source>country</source>
        <translation>pays</translation>
    </message>
    <message>
        <source>little effort</source>
        <translation>peu d’effort</translation>
    </message>
    <message>
        <source>little effort, late</source>
        <translation>peu d’effort, en retard</translation>
    </message>
    <message>
        <source>region</source>
        <translation>région</translation>
    </message>
    <message>
        <source>sector</source>
        <translation>secteur</translation>
    </message>
    <message>
        <source>served</source>
        <translation>bien suivi</translation>
    </message>
    <message>
        <source>size</source>
        <translation>taille</translation>
    </message>
    <message>
        <source>source</source>
        <translation>source</translation>
    </message>
    <message>
        <source>{amount} a year</source>
        <translation>{amount} par an</translation>
    </message>
    <message>
        <source>{amount} a year, {margin} of it margin</source>
        <translation>{amount} par an, dont {margin} de marge</translation>
    </message>
    <message>
        <source>{both} of {takers} clients who buy {a} also buy {b}: {lift} times as many as among all {clients}.</source>
        <translation>{both} des {takers} clients qui achètent {a} achètent aussi {b} : {lift} fois plus que parmi l’ensemble des {clients}.</translation>
    </message>
    <message>
        <source>{chance} to be still a client</source>
        <translation>{chance} d’être encore client</translation>
    </message>
    <message>
        <source>{count} already in an open or lost deal</source>
        <translation>{count} déjà dans une affaire ouverte ou perdue</translation>
    </message>
    <message>
        <source>{count} set aside</source>
        <translation>{count} écartées</translation>
    </message>
    <message>
        <source>{count} taken up</source>
        <translation>{count} déjà engagées</translation>
    </message>
    <message>
        <source>{count} with clients who do not pay</source>
        <translation>{count} chez des clients qui ne paient pas</translation>
    </message>
    <message>
        <source>{found} of {of}</source>
        <translation>{found} sur {of}</translation>
    </message>
    <message>
        <source>{found} of {of} comparable clients buy it</source>
        <translation>{found} clients comparables sur {of} l’achètent</translation>
    </message>
    <message>
        <source>{found} of {of} comparable clients who buy {given} buy it</source>
        <translation>{found} des {of} clients comparables qui achètent {given} l’achètent</translation>
    </message>
    <message>
        <source>{found} of {of} other clients who buy {given} buy it</source>
        <translation>{found} des {of} autres clients qui achètent {given} l’achètent</translation>
    </message>
    <message>
        <source>{found} of {of} prospects became clients within a year.</source>
        <translation>{found} prospects sur {of} sont devenus clients en un an.</translation>
    </message>
</context>
<context>
    <name>OpportunitiesTab</name>
    <message>
        <source>Chance</source>
        <translation>Chances</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Expected a year</source>
        <translation>Attendu par an</translation>
    </message>
    <message>
        <source>Import my sales</source>
        <translation>Importer mes ventes</translation>
    </message>
    <message>
        <source>Look at a sample book</source>
        <translation>Regarder un portefeuille d’exemple</translation>
    </message>
    <message>
        <source>Most margin first</source>
        <translation>La plus forte marge d’abord</translation>
    </message>
    <message>
        <source>Once there are sales in the book, this page compares your clients with one another and shows who could buy more, and who could be won back.</source>
        <translation>Dès que le portefeuille contient des ventes, cette page compare vos clients entre eux et montre qui pourrait acheter davantage, et qui pourrait être reconquis.</translation>
    </message>
    <message>
        <source>Opportunities</source>
        <translation>Opportunités</translation>
    </message>
    <message>
        <source>Opportunity</source>
        <translation>Opportunité</translation>
    </message>
    <message>
        <source>The best first</source>
        <translation>Les meilleures d’abord</translation>
    </message>
    <message>
        <source>What could you sell to whom?</source>
        <translation>Que pourriez-vous vendre, et à qui ?</translation>
    </message>
    <message>
        <source>Who does not buy what</source>
        <translation>Qui n’achète pas quoi</translation>
    </message>
</context>
<context>
    <name>OpportunityCard</name>
    <message numerus="yes">
        <source>%n opportunity(ies) selected</source>
        <translation>
            <numerusform>%n opportunité sélectionnée</numerusform>
            <numerusform>%n opportunités sélectionnées</numerusform>
        </translation>
    </message>
    <message>
        <source>A complaint is open: answer it first.</source>
        <translation>Une réclamation est ouverte : répondez-y d’abord.</translation>
    </message>
    <message>
        <source>Chance of success: {chance}</source>
        <translation>Chances de réussite : {chance}</translation>
    </message>
    <message>
        <source>Choose an opportunity in the list.</source>
        <translation>Choisissez une opportunité dans la liste.</translation>
    </message>
    <message>
        <source>For the next working day, with the reason as its title</source>
        <translation>Pour le prochain jour ouvré, avec la raison comme titre</translation>
    </message>
    <message>
        <source>Into a plan…</source>
        <translation>Dans un plan…</translation>
    </message>
    <message>
        <source>Not interested</source>
        <translation>Pas intéressé</translation>
    </message>
    <message>
        <source>Not proposed again for six months</source>
        <translation>Ne sera plus proposé pendant six mois</translation>
    </message>
    <message>
        <source>Open the client</source>
        <translation>Ouvrir le client</translation>
    </message>
    <message>
        <source>Plan a follow-up</source>
        <translation>Planifier une relance</translation>
    </message>
    <message>
        <source>Put their clients into a plan, or set them aside together.</source>
        <translation>Mettez leurs clients dans un plan d’action, ou écartez-les ensemble.</translation>
    </message>
    <message numerus="yes">
        <source>See these %n client(s)</source>
        <translation>
            <numerusform>Voir ce client</numerusform>
            <numerusform>Voir ces %n clients</numerusform>
        </translation>
    </message>
    <message>
        <source>Why, and what now</source>
        <translation>Pourquoi, et que faire</translation>
    </message>
</context>
<context>
    <name>OpportunityControls</name>
    <message>
        <source>By category</source>
        <translation>Par catégorie</translation>
    </message>
    <message>
        <source>By product</source>
        <translation>Par produit</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>Ce qui est comparé</translation>
    </message>
    <message>
        <source>What suits the book</source>
        <translation>Selon le portefeuille</translation>
    </message>
    <message>
        <source>Which opportunities</source>
        <translation>Quelles opportunités</translation>
    </message>
</context>
<context>
    <name>OptOuts</name>
    <message>
        <source>Possible instead: a letter, a visit.</source>
        <translation>Possible à la place : un courrier, une visite.</translation>
    </message>
    <message>
        <source>Possible instead: a visit.</source>
        <translation>Possible à la place : une visite.</translation>
    </message>
    <message>
        <source>Possible instead: {ways}.</source>
        <translation>Possible à la place : {ways}.</translation>
    </message>
    <message>
        <source>call</source>
        <translation>appeler</translation>
    </message>
    <message>
        <source>call {name}</source>
        <translation>appeler {name}</translation>
    </message>
    <message>
        <source>does not want calls</source>
        <translation>refuse les appels</translation>
    </message>
    <message>
        <source>does not want e-mails</source>
        <translation>refuse les e-mails</translation>
    </message>
    <message>
        <source>does not want letters</source>
        <translation>refuse le courrier</translation>
    </message>
    <message>
        <source>does not want messages</source>
        <translation>refuse les messages</translation>
    </message>
    <message>
        <source>no calls, no e-mails</source>
        <translation>ni appels ni e-mails</translation>
    </message>
    <message>
        <source>write an e-mail</source>
        <translation>écrire un e-mail</translation>
    </message>
    <message>
        <source>write to {name}</source>
        <translation>écrire à {name}</translation>
    </message>
    <message>
        <source>{name} does not want calls.</source>
        <translation>{name} refuse les appels.</translation>
    </message>
    <message>
        <source>{name} does not want e-mails.</source>
        <translation>{name} refuse les e-mails.</translation>
    </message>
    <message>
        <source>{name} does not want letters.</source>
        <translation>{name} refuse le courrier.</translation>
    </message>
    <message>
        <source>{name} does not want messages.</source>
        <translation>{name} refuse les messages.</translation>
    </message>
    <message>
        <source>{name} wants neither calls nor e-mails.</source>
        <translation>{name} refuse les appels et les e-mails.</translation>
    </message>
</context>
<context>
    <name>OtherFiles</name>
    <message>
        <source>Client books (*{suffix})</source>
        <translation>Portefeuilles (*{suffix})</translation>
    </message>
    <message>
        <source>New book from the copy</source>
        <translation>Nouveau portefeuille depuis la copie</translation>
    </message>
    <message>
        <source>Reading the copy…</source>
        <translation>Lecture de la copie…</translation>
    </message>
</context>
<context>
    <name>Outcomes</name>
    <message>
        <source>Left a message</source>
        <translation>Message laissé</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Pas de réponse</translation>
    </message>
    <message>
        <source>No outcome noted</source>
        <translation>Résultat non noté</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Joint</translation>
    </message>
    <message>
        <source>Went badly</source>
        <translation>S’est mal passé</translation>
    </message>
    <message>
        <source>Went well</source>
        <translation>S’est bien passé</translation>
    </message>
</context>
<context>
    <name>OverviewTab</name>
    <message>
        <source>Choose the figures and charts that you want to see first.</source>
        <translation>Choisissez les chiffres et les graphiques que vous voulez voir en premier.</translation>
    </message>
    <message>
        <source>Choose what stands here…</source>
        <translation>Choisir ce qui figure ici…</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>Importer un fichier</translation>
    </message>
    <message>
        <source>Import your clients and sales, or look around in the sample book.</source>
        <translation>Importez vos clients et vos ventes, ou faites un tour dans le portefeuille d’exemple.</translation>
    </message>
    <message>
        <source>Look at a sample book</source>
        <translation>Découvrir un portefeuille d’exemple</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Détail</translation>
    </message>
    <message>
        <source>More about: {title}</source>
        <translation>Détail : {title}</translation>
    </message>
    <message>
        <source>Nothing to analyse yet</source>
        <translation>Rien à analyser pour l’instant</translation>
    </message>
    <message>
        <source>Your overview is empty</source>
        <translation>Votre vue d’ensemble est vide</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Analysis</source>
        <translation>Analyse</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sauvegardes</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Data quality</source>
        <translation>Qualité des données</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Follow-ups</source>
        <translation>Relances</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importer</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Données personnelles</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Bienvenue</translation>
    </message>
</context>
<context>
    <name>ParetoClasses</name>
    <message>
        <source>Useful many</source>
        <translation>Nombreux</translation>
    </message>
    <message>
        <source>Vital few</source>
        <translation>Vitaux</translation>
    </message>
</context>
<context>
    <name>PassageList</name>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>new in the book</source>
        <translation>nouveau</translation>
    </message>
</context>
<context>
    <name>Passphrase</name>
    <message>
        <source>At least {count} characters.</source>
        <translation>{count} caractères au moins.</translation>
    </message>
    <message>
        <source>It will do. One or two words more make it much harder to guess.</source>
        <translation>Elle convient. Un ou deux mots de plus la rendent bien plus difficile à deviner.</translation>
    </message>
    <message>
        <source>Long: good.</source>
        <translation>Longue : c’est bien.</translation>
    </message>
    <message>
        <source>Only digits: quick to try out. Add words.</source>
        <translation>Rien que des chiffres : vite essayés. Ajoutez des mots.</translation>
    </message>
    <message>
        <source>The same characters over and over: too easy to guess.</source>
        <translation>Toujours les mêmes caractères : trop facile à deviner.</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>If this book never had a passphrase, its file is damaged: a backup can take its place.</source>
        <translation>Si ce portefeuille n’a jamais eu de phrase secrète, son fichier est endommagé : une sauvegarde peut prendre sa place.</translation>
    </message>
    <message>
        <source>Kept in this computer's own keyring: whoever opens your session opens the book.</source>
        <translation>Conservée dans le trousseau de cet ordinateur : qui ouvre votre session ouvre le portefeuille.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Phrase secrète</translation>
    </message>
    <message>
        <source>Passphrase of “{name}”:</source>
        <translation>Phrase secrète de « {name} » :</translation>
    </message>
    <message>
        <source>Remember it on this computer</source>
        <translation>La retenir sur cet ordinateur</translation>
    </message>
    <message>
        <source>Show its backups…</source>
        <translation>Voir ses sauvegardes…</translation>
    </message>
    <message>
        <source>This book is protected</source>
        <translation>Ce portefeuille est protégé</translation>
    </message>
</context>
<context>
    <name>PassphraseField</name>
    <message>
        <source>Caps Lock is on.</source>
        <translation>Le verrouillage des majuscules est activé.</translation>
    </message>
    <message>
        <source>Hide what is typed</source>
        <translation>Masquer ce qui est saisi</translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation>Afficher ce qui est saisi</translation>
    </message>
</context>
<context>
    <name>PeriodBox</name>
    <message>
        <source>&amp;Month</source>
        <translation>&amp;Mois</translation>
    </message>
    <message>
        <source>&amp;Year</source>
        <translation>&amp;Année</translation>
    </message>
    <message>
        <source>Amounts of which period?</source>
        <translation>Montants de quelle période ?</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Every amount of “{column}” becomes a sale on the last day of the period. Imported again with another amount, it is updated.</source>
        <translation>Chaque montant de « {column} » devient une vente au dernier jour de la période. Réimporté avec un autre montant, il est mis à jour.</translation>
    </message>
    <message>
        <source>Import as sales</source>
        <translation>Importer en ventes</translation>
    </message>
    <message>
        <source>the whole year</source>
        <translation>toute l’année</translation>
    </message>
</context>
<context>
    <name>PlacesControls</name>
    <message>
        <source>France</source>
        <translation>France</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Carte</translation>
    </message>
    <message>
        <source>What the tones mean</source>
        <translation>Ce que disent les teintes</translation>
    </message>
    <message>
        <source>World</source>
        <translation>Monde</translation>
    </message>
</context>
<context>
    <name>PlacesTab</name>
    <message numerus="yes">
        <source>%n client(s)</source>
        <translation>
            <numerusform>%n client</numerusform>
            <numerusform>%n clients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) outside France: see the world.</source>
        <translation>
            <numerusform>%n client hors de France : voyez le monde.</numerusform>
            <numerusform>%n clients hors de France : voyez le monde.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) without a known place.</source>
        <translation>
            <numerusform>%n client sans lieu connu.</numerusform>
            <numerusform>%n clients sans lieu connu.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n lieu</numerusform>
            <numerusform>%n lieux</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) too small for this map: see the table.</source>
        <translation>
            <numerusform>%n lieu trop petit pour cette carte : voyez le tableau.</numerusform>
            <numerusform>%n lieux trop petits pour cette carte : voyez le tableau.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to contact now</source>
        <translation>
            <numerusform>%n à contacter maintenant</numerusform>
            <numerusform>%n à contacter maintenant</numerusform>
        </translation>
    </message>
    <message>
        <source>Buyers</source>
        <translation>Acheteurs</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Clients due today or overdue.</source>
        <translation>Clients à contacter aujourd’hui ou en retard.</translation>
    </message>
    <message>
        <source>Clients stand on the map by their postcode and country.</source>
        <translation>Les clients figurent sur la carte d’après leur code postal et leur pays.</translation>
    </message>
    <message>
        <source>Clients to contact now</source>
        <translation>Clients à contacter maintenant</translation>
    </message>
    <message>
        <source>Clients with an order in the last 12 months.</source>
        <translation>Clients ayant commandé au cours des 12 derniers mois.</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Pays</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Département</translation>
    </message>
    <message>
        <source>Import my clients</source>
        <translation>Importer mes clients</translation>
    </message>
    <message>
        <source>Look at a sample book</source>
        <translation>Découvrir un portefeuille d’exemple</translation>
    </message>
    <message>
        <source>No client has a postcode or a country yet, so there is nothing to put on a map.</source>
        <translation>Aucun client n’a encore de code postal ni de pays : il n’y a rien à mettre sur une carte.</translation>
    </message>
    <message>
        <source>No client yet</source>
        <translation>Pas encore de client</translation>
    </message>
    <message>
        <source>Nothing to show for {measure}.</source>
        <translation>Rien à montrer pour « {measure} ».</translation>
    </message>
    <message>
        <source>Outlines: {credit}.</source>
        <translation>Contours : {credit}.</translation>
    </message>
    <message>
        <source>Part of {measure} of all places.</source>
        <translation>Part du total de tous les lieux ({measure}).</translation>
    </message>
    <message>
        <source>Place unknown</source>
        <translation>Lieu inconnu</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Lieux</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>CA</translation>
    </message>
    <message>
        <source>Revenue, 12 months</source>
        <translation>Chiffre d’affaires, 12 mois</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>To contact</source>
        <translation>À contacter</translation>
    </message>
    <message>
        <source>Where your clients are</source>
        <translation>Où sont vos clients</translation>
    </message>
    <message>
        <source>{measure}: {area} comes first with {amount}</source>
        <translation>{measure} : {area} vient en tête avec {amount}</translation>
    </message>
</context>
<context>
    <name>PlanCard</name>
    <message numerus="yes">
        <source>%n client(s) in it</source>
        <translation>
            <numerusform>%n client y est</numerusform>
            <numerusform>%n clients y sont</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n went through</source>
        <translation>
            <numerusform>%n l’a terminé</numerusform>
            <numerusform>%n l’ont terminé</numerusform>
        </translation>
    </message>
    <message>
        <source>Change the plan {name}</source>
        <translation>Modifier le plan d’action {name}</translation>
    </message>
    <message>
        <source>Delete the plan {name}</source>
        <translation>Supprimer le plan d’action {name}</translation>
    </message>
    <message>
        <source>Nobody in it now</source>
        <translation>Personne pour l’instant</translation>
    </message>
    <message>
        <source>Open {client}</source>
        <translation>Ouvrir {client}</translation>
    </message>
    <message>
        <source>Take {client} out of the plan</source>
        <translation>Retirer {client} du plan d’action</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… et %n autre</numerusform>
            <numerusform>… et %n autres</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanEditor</name>
    <message>
        <source>Add a step</source>
        <translation>Ajouter une étape</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Change the plan</source>
        <translation>Modifier le plan d’action</translation>
    </message>
    <message>
        <source>Name of the plan</source>
        <translation>Nom du plan d’action</translation>
    </message>
    <message>
        <source>Name, such as “Wake up”</source>
        <translation>Nom, par exemple « Réveil »</translation>
    </message>
    <message>
        <source>New plan</source>
        <translation>Nouveau plan</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Étape</translation>
    </message>
</context>
<context>
    <name>PlanMenu</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n étape</numerusform>
            <numerusform>%n étapes</numerusform>
        </translation>
    </message>
    <message>
        <source>Make a plan…</source>
        <translation>Créer un plan d’action…</translation>
    </message>
    <message>
        <source>Put into the plan</source>
        <translation>Mettre dans le plan d’action</translation>
    </message>
    <message>
        <source>There is no plan yet</source>
        <translation>Il n’y a pas encore de plan d’action</translation>
    </message>
</context>
<context>
    <name>PlanPopup</name>
    <message>
        <source>Plan on {day}</source>
        <translation>Prévoir le {day}</translation>
    </message>
</context>
<context>
    <name>PlanRow</name>
    <message>
        <source>Change this follow-up</source>
        <translation>Modifier cette relance</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Faite</translation>
    </message>
    <message>
        <source>Drop this follow-up</source>
        <translation>Abandonner cette relance</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Reporter</translation>
    </message>
    <message>
        <source>Put off: {reason}</source>
        <translation>Reporté : {reason}</translation>
    </message>
    <message>
        <source>{day} at {time}</source>
        <translation>{day} à {time}</translation>
    </message>
</context>
<context>
    <name>PlansPanel</name>
    <message>
        <source>A plan is a row of steps: a client put into it is due for the first one, and each step done brings the next. Put clients in from the list with T.</source>
        <translation>Un plan d’action est une suite d’étapes : le client qu’on y met est à relancer pour la première, et chaque étape faite amène la suivante. Mettez-y des clients depuis la liste avec T.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>New plan</source>
        <translation>Nouveau plan</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>Plans d’action</translation>
    </message>
    <message numerus="yes">
        <source>after %n day(s)</source>
        <translation>
            <numerusform>après %n jour</numerusform>
            <numerusform>après %n jours</numerusform>
        </translation>
    </message>
    <message>
        <source>at once</source>
        <translation>tout de suite</translation>
    </message>
    <message>
        <source>the same day</source>
        <translation>le même jour</translation>
    </message>
</context>
<context>
    <name>PlansTab</name>
    <message>
        <source>Follow-up</source>
        <translation>Relance</translation>
    </message>
    <message>
        <source>Follow-ups</source>
        <translation>Relances</translation>
    </message>
    <message>
        <source>No follow-up planned by hand. The contact rhythm still applies.</source>
        <translation>Aucune relance planifiée à la main. Le rythme de contact s’applique.</translation>
    </message>
    <message>
        <source>Plan a follow-up</source>
        <translation>Planifier une relance</translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>A person's request</source>
        <translation>Demande d’une personne</translation>
    </message>
    <message>
        <source>Contact list for a campaign</source>
        <translation>Liste pour une campagne</translation>
    </message>
    <message>
        <source>Do not contact</source>
        <translation>Ne pas contacter</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Données personnelles</translation>
    </message>
    <message>
        <source>Register of processing</source>
        <translation>Registre des traitements</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>À revoir</translation>
    </message>
</context>
<context>
    <name>Profit</name>
    <message numerus="yes">
        <source>%n other(s) take {lost} of it away again: {final} are left.</source>
        <translation>
            <numerusform>%n autre en reprend {lost} : il reste {final}.</numerusform>
            <numerusform>%n autres en reprennent {lost} : il reste {final}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n profitable client(s) bring {peak};</source>
        <translation>
            <numerusform>%n client rentable rapporte {peak} ;</numerusform>
            <numerusform>%n clients rentables rapportent {peak} ;</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) replaced by a call</source>
        <translation>
            <numerusform>%n visite remplacée par un appel</numerusform>
            <numerusform>%n visites remplacées par des appels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) without a distance: their kilometres are not counted.</source>
        <translation>
            <numerusform>%n visite sans distance : ses kilomètres ne sont pas comptés.</numerusform>
            <numerusform>%n visites sans distance : leurs kilomètres ne sont pas comptés.</numerusform>
        </translation>
    </message>
    <message>
        <source>Acquisition</source>
        <translation>Acquisition</translation>
    </message>
    <message>
        <source>Acquisition spending</source>
        <translation>Dépenses d’acquisition</translation>
    </message>
    <message>
        <source>Added up</source>
        <translation>Cumul</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Montant</translation>
    </message>
    <message>
        <source>Amounts overdue × days overdue in the period / 365 × {rate} a year.</source>
        <translation>Montants en retard × jours de retard dans la période / 365 × {rate} par an.</translation>
    </message>
    <message>
        <source>Can be turned</source>
        <translation>Redressable</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Clients whose margin does not pay what they cost, and what they take away together.</source>
        <translation>Clients dont la marge ne paie pas ce qu’ils coûtent, et ce qu’ils font perdre ensemble.</translation>
    </message>
    <message>
        <source>Cost of goods</source>
        <translation>Coût des ventes</translation>
    </message>
    <message>
        <source>Cost of goods, estimated</source>
        <translation>Coût des ventes, estimé</translation>
    </message>
    <message>
        <source>Costs of goods are known for {share} of the revenue; margin is of that part only.</source>
        <translation>Le coût des ventes est connu pour {share} du chiffre d’affaires ; la marge ne porte que sur cette partie.</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>Livraisons</translation>
    </message>
    <message>
        <source>Deliveries, time, visits, acquisition and late payment; beside it their part of the margin.</source>
        <translation>Livraisons, temps, visites, acquisition et retards de paiement ; à côté, leur part de la marge.</translation>
    </message>
    <message>
        <source>Discounts</source>
        <translation>Remises</translation>
    </message>
    <message>
        <source>Effort on prospects</source>
        <translation>Efforts sur les prospects</translation>
    </message>
    <message>
        <source>Estimated: costs of goods are known for {share} of the revenue, the rest is at {rate} margin.</source>
        <translation>Estimation : le coût des ventes est connu pour {share} du chiffre d’affaires, le reste est compté à {rate} de marge.</translation>
    </message>
    <message>
        <source>Fixed costs</source>
        <translation>Charges fixes</translation>
    </message>
    <message>
        <source>For {hundred} of revenue, {spent} are spent.</source>
        <translation>Pour {hundred} de chiffre d’affaires, {spent} sont dépensés.</translation>
    </message>
    <message>
        <source>Gross margin</source>
        <translation>Marge brute</translation>
    </message>
    <message>
        <source>Gross margin less all the costs of serving listed above.</source>
        <translation>Marge brute moins tous les coûts de service ci-dessus.</translation>
    </message>
    <message>
        <source>Hard to turn</source>
        <translation>Hors de portée</translation>
    </message>
    <message>
        <source>Just won</source>
        <translation>Tout juste gagné</translation>
    </message>
    <message>
        <source>Kept on purpose</source>
        <translation>Gardé à dessein</translation>
    </message>
    <message>
        <source>Late payment</source>
        <translation>Retards de paiement</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Lines that are not negative, with the discounts put back.</source>
        <translation>Les lignes qui ne sont pas négatives, remises réintégrées.</translation>
    </message>
    <message>
        <source>Lines without a cost, at the margin rate of the lines of the whole book that have one.</source>
        <translation>Lignes sans coût, au taux de marge des lignes de tout le portefeuille qui en ont un.</translation>
    </message>
    <message>
        <source>Lines without a cost: what they leave is not known, so it is not counted as margin.</source>
        <translation>Lignes sans coût : ce qu’elles laissent est inconnu, ce n’est donc pas compté comme marge.</translation>
    </message>
    <message>
        <source>Minutes noted / 60 × the cost of an hour.</source>
        <translation>Minutes notées / 60 × le coût d’une heure.</translation>
    </message>
    <message>
        <source>Mostly returns</source>
        <translation>Surtout rendu</translation>
    </message>
    <message>
        <source>Net revenue</source>
        <translation>Chiffre d’affaires net</translation>
    </message>
    <message>
        <source>Net revenue less the cost of goods, known or estimated.</source>
        <translation>Chiffre d’affaires net moins le coût des ventes, connu ou estimé.</translation>
    </message>
    <message>
        <source>Net revenue less the cost of goods, of the lines whose cost is known.</source>
        <translation>Chiffre d’affaires net moins le coût des ventes, pour les lignes dont le coût est connu.</translation>
    </message>
    <message>
        <source>No client brings more than it costs: all together leave {final}.</source>
        <translation>Aucun client ne rapporte plus qu’il ne coûte : tous ensemble laissent {final}.</translation>
    </message>
    <message>
        <source>No client costs more than it brings: all together leave {final}.</source>
        <translation>Aucun client ne coûte plus qu’il ne rapporte : tous ensemble laissent {final}.</translation>
    </message>
    <message>
        <source>No client’s result is known: the costs of what was sold are missing. Import your sales with their cost or margin, or enter the costs on the sale lines.</source>
        <translation>Aucun résultat de client n’est connu : les coûts de ce qui a été vendu manquent. Importez vos ventes avec leur coût ou leur marge, ou indiquez les coûts sur les lignes de vente.</translation>
    </message>
    <message>
        <source>No discount</source>
        <translation>Plus de remise</translation>
    </message>
    <message>
        <source>Not counted, as no cost is set for it: {names}.</source>
        <translation>Non compté, faute de coût indiqué : {names}.</translation>
    </message>
    <message numerus="yes">
        <source>Not in it: %n client(s) with {revenue} of revenue, some of whose costs are not known.</source>
        <translation>
            <numerusform>N’y figure pas : %n client ({revenue} de chiffre d’affaires) dont une partie des coûts est inconnue.</numerusform>
            <numerusform>N’y figurent pas : %n clients ({revenue} de chiffre d’affaires) dont une partie des coûts est inconnue.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to show.</source>
        <translation>Rien à montrer.</translation>
    </message>
    <message>
        <source>Nothing was sold and nothing spent in this period.</source>
        <translation>Rien n’a été vendu ni dépensé dans cette période.</translation>
    </message>
    <message>
        <source>Of {hundred} of revenue, {left} are left.</source>
        <translation>Sur {hundred} de chiffre d’affaires, il reste {left}.</translation>
    </message>
    <message>
        <source>Only of the {known} clients out of {all} whose costs of goods are all known.</source>
        <translation>Seulement pour les {known} clients sur {all} dont tous les coûts des ventes sont connus.</translation>
    </message>
    <message numerus="yes">
        <source>Orders of {least} or more: %n delivery(ies) less</source>
        <translation>
            <numerusform>Commandes d’au moins {least} : %n livraison de moins</numerusform>
            <numerusform>Commandes d’au moins {least} : %n livraisons de moins</numerusform>
        </translation>
    </message>
    <message>
        <source>Orders × the cost of an order’s delivery.</source>
        <translation>Commandes × le coût de livraison d’une commande.</translation>
    </message>
    <message>
        <source>Payment on time</source>
        <translation>Paiement à l’échéance</translation>
    </message>
    <message>
        <source>Period before</source>
        <translation>Période précédente</translation>
    </message>
    <message>
        <source>Prices {rise} higher</source>
        <translation>Prix relevés de {rise}</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Result after all costs</source>
        <translation>Résultat après tous les coûts</translation>
    </message>
    <message>
        <source>Result of the clients</source>
        <translation>Résultat des clients</translation>
    </message>
    <message>
        <source>Result of the clients less the three lines above.</source>
        <translation>Résultat des clients moins les trois lignes ci-dessus.</translation>
    </message>
    <message>
        <source>Returns and credit notes</source>
        <translation>Retours et avoirs</translation>
    </message>
    <message>
        <source>Revenue of unknown cost</source>
        <translation>CA de coût inconnu</translation>
    </message>
    <message>
        <source>Sales before discounts</source>
        <translation>Ventes avant remises</translation>
    </message>
    <message>
        <source>Sold below cost</source>
        <translation>Vendu à perte</translation>
    </message>
    <message>
        <source>Spending on winning clients noted by source, on the tab Value.</source>
        <translation>Dépenses d’acquisition notées par source, dans l’onglet Valeur.</translation>
    </message>
    <message>
        <source>The costs noted on the sale lines.</source>
        <translation>Les coûts notés sur les lignes de vente.</translation>
    </message>
    <message>
        <source>The fixed costs of a month × the months of the period.</source>
        <translation>Les charges fixes d’un mois × les mois de la période.</translation>
    </message>
    <message>
        <source>The highest point of the whale curve: what the profitable clients bring together, as a part of what all clients leave.</source>
        <translation>Le point le plus haut de la courbe de la baleine : ce que les clients rentables rapportent ensemble, rapporté à ce que laissent tous les clients.</translation>
    </message>
    <message>
        <source>The negative lines.</source>
        <translation>Les lignes négatives.</translation>
    </message>
    <message>
        <source>The sum of all amounts: sales less discounts less returns.</source>
        <translation>La somme de tous les montants : ventes moins remises moins retours.</translation>
    </message>
    <message>
        <source>There is no revenue to set the costs against.</source>
        <translation>Il n’y a pas de chiffre d’affaires à comparer aux coûts.</translation>
    </message>
    <message>
        <source>Time and visits spent on those who never bought.</source>
        <translation>Temps et visites consacrés à ceux qui n’ont jamais acheté.</translation>
    </message>
    <message>
        <source>Time spent</source>
        <translation>Temps passé</translation>
    </message>
    <message>
        <source>Upright marks: the period before.</source>
        <translation>Traits verticaux : la période précédente.</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Visites</translation>
    </message>
    <message>
        <source>Visits × (the cost of a visit + kilometres there and back × the cost of a kilometre).</source>
        <translation>Visites × (le coût d’une visite + les kilomètres aller-retour × le coût d’un kilomètre).</translation>
    </message>
    <message>
        <source>What is left cannot be told: costs of goods are missing.</source>
        <translation>On ne peut dire ce qu’il reste : il manque des coûts.</translation>
    </message>
    <message>
        <source>What was taken off the prices, as noted on the sale lines.</source>
        <translation>Ce qui a été retiré des prix, comme noté sur les lignes de vente.</translation>
    </message>
    <message>
        <source>What winning the client cost, in the period in which the relationship began.</source>
        <translation>Ce qu’a coûté la conquête du client, dans la période où la relation a commencé.</translation>
    </message>
    <message>
        <source>What {name} pays does not cover what the goods cost: only prices or discounts can change that.</source>
        <translation>Ce que paie {name} ne couvre pas le coût des ventes : seuls les prix ou les remises peuvent y changer quelque chose.</translation>
    </message>
    <message>
        <source>clients, from the most to the least profitable</source>
        <translation>clients, du plus au moins rentable</translation>
    </message>
    <message>
        <source>costs unknown</source>
        <translation>coûts inconnus</translation>
    </message>
    <message>
        <source>everything up to {end}</source>
        <translation>tout jusqu’au {end}</translation>
    </message>
    <message>
        <source>from {start} to {end}</source>
        <translation>du {start} au {end}</translation>
    </message>
    <message>
        <source>no cost known</source>
        <translation>aucun coût connu</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>non indiqué</translation>
    </message>
    <message>
        <source>period before: {amount}</source>
        <translation>période précédente : {amount}</translation>
    </message>
    <message>
        <source>result, added up</source>
        <translation>résultat cumulé</translation>
    </message>
    <message>
        <source>whole book</source>
        <translation>tout le portefeuille</translation>
    </message>
    <message numerus="yes">
        <source>{amount} after %n client(s)</source>
        <translation>
            <numerusform>{amount} après %n client</numerusform>
            <numerusform>{amount} après %n clients</numerusform>
        </translation>
    </message>
    <message>
        <source>{amount} in all up to here</source>
        <translation>{amount} en tout jusqu’ici</translation>
    </message>
    <message>
        <source>{amount} in the end</source>
        <translation>{amount} à la fin</translation>
    </message>
    <message>
        <source>{name} costs {lost} more than it brings, and is kept on purpose ({role}). Cheaper ways to serve it help all the same.</source>
        <translation>{name} coûte {lost} de plus qu’il ne rapporte, et est gardé à dessein ({role}). Le servir à moindre coût aide tout de même.</translation>
    </message>
    <message>
        <source>{name} costs {lost} more than it brings. These bring {total} together.</source>
        <translation>{name} coûte {lost} de plus qu’il ne rapporte. Ces leviers rapportent {total} ensemble.</translation>
    </message>
    <message>
        <source>{name} costs {lost} more than it brings. Together these bring {total}: not enough on their own, unless it buys more.</source>
        <translation>{name} coûte {lost} de plus qu’il ne rapporte. Ces leviers rapportent {total} ensemble : cela ne suffit pas, à moins qu’il n’achète davantage.</translation>
    </message>
    <message>
        <source>{name} gave back more than it bought in this period: its returns and credit notes decide here, not its prices.</source>
        <translation>{name} a rendu plus qu’il n’a acheté sur la période : ce sont ses retours et ses avoirs qui comptent ici, pas ses prix.</translation>
    </message>
    <message>
        <source>{name} was won in this period; without what that cost it would bring more than it takes.</source>
        <translation>{name} a été gagné dans cette période ; sans ce que cela a coûté, il rapporterait plus qu’il ne coûte.</translation>
    </message>
    <message>
        <source>{time} less time spent</source>
        <translation>{time} de moins à lui consacrer</translation>
    </message>
</context>
<context>
    <name>ProfitControls</name>
    <message>
        <source>12 rolling months</source>
        <translation>12 mois glissants</translation>
    </message>
    <message>
        <source>All time</source>
        <translation>Tout l’historique</translation>
    </message>
    <message>
        <source>Estimate unknown costs</source>
        <translation>Estimer les coûts inconnus</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Premier jour</translation>
    </message>
    <message>
        <source>From – to…</source>
        <translation>Du – au…</translation>
    </message>
    <message>
        <source>Last calendar year</source>
        <translation>Dernière année civile</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Dernier jour</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>Sale lines without a cost get the margin rate of all the lines of the book that have one. What rests on it is marked ≈.</source>
        <translation>Les lignes de vente sans coût prennent le taux de marge de toutes les lignes du portefeuille qui en ont un. Ce qui en dépend est marqué ≈.</translation>
    </message>
    <message>
        <source>to</source>
        <translation>au</translation>
    </message>
</context>
<context>
    <name>ProfitTab</name>
    <message>
        <source>All time</source>
        <translation>Tout l’historique</translation>
    </message>
    <message>
        <source>Clients below zero</source>
        <translation>Clients sous zéro</translation>
    </message>
    <message>
        <source>Cost to serve</source>
        <translation>Coût de service</translation>
    </message>
    <message>
        <source>Gross margin</source>
        <translation>Marge brute</translation>
    </message>
    <message>
        <source>Import my sales</source>
        <translation>Importer mes ventes</translation>
    </message>
    <message>
        <source>Look at a sample book</source>
        <translation>Voir un portefeuille d’exemple</translation>
    </message>
    <message>
        <source>Net revenue</source>
        <translation>Chiffre d’affaires net</translation>
    </message>
    <message>
        <source>No client bought or cost anything in this period ({period}).</source>
        <translation>Aucun client n’a acheté ni coûté quoi que ce soit dans cette période ({period}).</translation>
    </message>
    <message>
        <source>Nothing in this period</source>
        <translation>Rien dans cette période</translation>
    </message>
    <message>
        <source>Once there are sales in the book, this page shows what each client leaves once discounts, goods, deliveries, time and visits are paid.</source>
        <translation>Dès qu’il y aura des ventes dans le portefeuille, cette page montrera ce que laisse chaque client une fois payés remises, marchandises, livraisons, temps et visites.</translation>
    </message>
    <message>
        <source>Peak of the curve</source>
        <translation>Pic de la courbe</translation>
    </message>
    <message>
        <source>Result of the clients</source>
        <translation>Résultat des clients</translation>
    </message>
    <message>
        <source>The last sale before its end is of {day}.</source>
        <translation>La dernière vente avant sa fin date du {day}.</translation>
    </message>
    <message>
        <source>Where the revenue goes</source>
        <translation>Où va le chiffre d’affaires</translation>
    </message>
    <message>
        <source>Where the revenue goes · {name}</source>
        <translation>Où va le chiffre d’affaires · {name}</translation>
    </message>
    <message>
        <source>Who earns you money</source>
        <translation>Qui vous fait gagner de l’argent</translation>
    </message>
    <message>
        <source>Who earns you money?</source>
        <translation>Qui vous fait gagner de l’argent ?</translation>
    </message>
</context>
<context>
    <name>ProtectionCard</name>
    <message numerus="yes">
        <source>%n backup(s) could not be converted and keep what they had:</source>
        <translation>
            <numerusform>%n sauvegarde n’a pas pu être convertie et reste comme elle était :</numerusform>
            <numerusform>%n sauvegardes n’ont pas pu être converties et restent comme elles étaient :</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s) could not be encrypted and can still be read by anybody:</source>
        <translation>
            <numerusform>%n sauvegarde n’a pas pu être chiffrée et reste lisible par tous :</numerusform>
            <numerusform>%n sauvegardes n’ont pas pu être chiffrées et restent lisibles par tous :</numerusform>
        </translation>
    </message>
    <message>
        <source>A forgotten passphrase means a lost book: nobody can open it again, nor its backups. Write it down and keep it in a safe place, away from this computer.</source>
        <translation>Phrase secrète oubliée, portefeuille perdu : personne ne pourra plus l’ouvrir, ni ses sauvegardes. Notez-la et gardez-la en lieu sûr, loin de cet ordinateur.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Change it…</source>
        <translation>La changer…</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>Changer la phrase secrète</translation>
    </message>
    <message>
        <source>Converting the book…</source>
        <translation>Conversion du portefeuille…</translation>
    </message>
    <message>
        <source>Done: the book has no passphrase any more.</source>
        <translation>C’est fait : le portefeuille n’a plus de phrase secrète.</translation>
    </message>
    <message>
        <source>Done: the book is encrypted. Your passphrase will be asked for on opening.</source>
        <translation>C’est fait : le portefeuille est chiffré. Votre phrase secrète sera demandée à l’ouverture.</translation>
    </message>
    <message>
        <source>Done: the new passphrase holds from now on.</source>
        <translation>C’est fait : la nouvelle phrase secrète est désormais la bonne.</translation>
    </message>
    <message>
        <source>Encrypt the book</source>
        <translation>Chiffrer le portefeuille</translation>
    </message>
    <message>
        <source>Four or five words are easy to keep in mind and hard to guess.</source>
        <translation>Quatre ou cinq mots se retiennent facilement et se devinent difficilement.</translation>
    </message>
    <message>
        <source>Kept in this computer's own keyring: whoever opens your session opens the book.</source>
        <translation>Conservée dans le trousseau de cet ordinateur : qui ouvre votre session ouvre le portefeuille.</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Nouvelle phrase secrète</translation>
    </message>
    <message>
        <source>Open the folder of backups</source>
        <translation>Ouvrir le dossier des sauvegardes</translation>
    </message>
    <message>
        <source>Present passphrase</source>
        <translation>Phrase secrète actuelle</translation>
    </message>
    <message>
        <source>Protect with a passphrase…</source>
        <translation>Protéger par une phrase secrète…</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>Protection</translation>
    </message>
    <message>
        <source>Remember the passphrase on this computer</source>
        <translation>Retenir la phrase secrète sur cet ordinateur</translation>
    </message>
    <message>
        <source>Remove it…</source>
        <translation>La retirer…</translation>
    </message>
    <message>
        <source>Remove the passphrase</source>
        <translation>Retirer la phrase secrète</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>The book is converted. Backups: {done} of {total}</source>
        <translation>Le portefeuille est converti. Sauvegardes : {done} sur {total}</translation>
    </message>
    <message>
        <source>The present passphrase is not this one. Nothing was changed.</source>
        <translation>Ce n’est pas la phrase secrète actuelle. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>La même encore une fois</translation>
    </message>
    <message>
        <source>The two are not the same. Type the passphrase once more.</source>
        <translation>Les deux ne sont pas identiques. Saisissez encore une fois la phrase secrète.</translation>
    </message>
    <message>
        <source>This book and its backups are encrypted. The passphrase is asked for on opening.</source>
        <translation>Ce portefeuille et ses sauvegardes sont chiffrés. La phrase secrète est demandée à l’ouverture.</translation>
    </message>
    <message>
        <source>This book has no passphrase: whoever may read your files on this computer can read it. With one, the book and its backups are encrypted.</source>
        <translation>Ce portefeuille n’a pas de phrase secrète : qui peut lire vos fichiers sur cet ordinateur peut le lire. Avec une phrase secrète, le portefeuille et ses sauvegardes sont chiffrés.</translation>
    </message>
    <message>
        <source>This computer cannot encrypt books: the program runs without the part that does it.</source>
        <translation>Cet ordinateur ne peut pas chiffrer de portefeuille : le programme y fonctionne sans le composant nécessaire.</translation>
    </message>
    <message>
        <source>This computer's keyring did not keep the passphrase.</source>
        <translation>Le trousseau de cet ordinateur n’a pas gardé la phrase secrète.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QualityPage</name>
    <message>
        <source>Checks</source>
        <translation>Contrôles</translation>
    </message>
    <message>
        <source>Data quality</source>
        <translation>Qualité des données</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Doublons</translation>
    </message>
</context>
<context>
    <name>QualityWords</name>
    <message>
        <source>A French VAT number ends in the SIREN. Here it is another company’s than the SIRET: one of them is wrong.</source>
        <translation>Un numéro de TVA français se termine par le SIREN. Ici, ce n’est pas celui du SIRET : l’un des deux est faux.</translation>
    </message>
    <message>
        <source>A SIRET has 14 digits, a SIREN 9, and the last one follows from the others. Here it doesn’t: a digit was mistyped.</source>
        <translation>Un SIRET a 14 chiffres, un SIREN 9, et le dernier se déduit des autres. Ici non : un chiffre a été mal saisi.</translation>
    </message>
    <message>
        <source>A sale, a touch, a birth or the beginning of the relationship lies in the future. Such a date counts nowhere until its day.</source>
        <translation>Une vente, un échange, une naissance ou le début de la relation est dans le futur. Une telle date ne compte nulle part avant son jour.</translation>
    </message>
    <message>
        <source>Alone</source>
        <translation>Isolé</translation>
    </message>
    <message>
        <source>Cannot be reached</source>
        <translation>Injoignables</translation>
    </message>
    <message>
        <source>Capitals where they belong. Untick brands and abbreviations that want to be in capitals.</source>
        <translation>Des majuscules là où il en faut. Décochez les marques et les sigles qui veulent rester en majuscules.</translation>
    </message>
    <message>
        <source>Client only after the first sale</source>
        <translation>Client seulement après la première vente</translation>
    </message>
    <message>
        <source>Clients called “test”, “n/a”, “?” and the like. Nobody will find them by that name.</source>
        <translation>Clients appelés « test », « n/a », « ? » et autres. Personne ne les retrouvera sous ce nom.</translation>
    </message>
    <message>
        <source>Clients that look like another one. Their history and revenue are split, and somebody is called twice.</source>
        <translation>Clients qui ressemblent à un autre. Leur historique et leur chiffre d’affaires sont coupés en deux, et quelqu’un est appelé deux fois.</translation>
    </message>
    <message>
        <source>Clients with an address but no country. Without it their phone number, VAT number and postcode can’t be judged for sure.</source>
        <translation>Clients dont l’adresse n’a pas de pays. Sans lui, leur téléphone, leur numéro de TVA et leur code postal ne peuvent être vérifiés avec certitude.</translation>
    </message>
    <message>
        <source>Clients with neither a postcode nor a city. They are on no route, on no map and in no comparison by place.</source>
        <translation>Clients sans code postal ni ville. Ils ne figurent sur aucune tournée, aucune carte ni aucune comparaison par lieu.</translation>
    </message>
    <message>
        <source>Clients without a phone number or e-mail address, neither their own nor a contact’s. Nobody can call them back or write to them.</source>
        <translation>Clients sans téléphone ni e-mail, ni à leur nom ni à celui d’un contact. Personne ne peut les rappeler ni leur écrire.</translation>
    </message>
    <message>
        <source>Complete the cities…</source>
        <translation>Compléter les villes…</translation>
    </message>
    <message>
        <source>Complete the countries…</source>
        <translation>Compléter les pays…</translation>
    </message>
    <message>
        <source>Contact rhythm that contradicts itself</source>
        <translation>Rythme de contact contradictoire</translation>
    </message>
    <message>
        <source>Contact without phone or e-mail</source>
        <translation>Contact sans téléphone ni e-mail</translation>
    </message>
    <message>
        <source>Contradiction</source>
        <translation>Contradiction</translation>
    </message>
    <message>
        <source>Correct the names…</source>
        <translation>Corriger les noms…</translation>
    </message>
    <message>
        <source>Date still to come</source>
        <translation>Date encore à venir</translation>
    </message>
    <message>
        <source>E-mail in capitals</source>
        <translation>E-mail en majuscules</translation>
    </message>
    <message>
        <source>E-mail that can’t be right</source>
        <translation>E-mail impossible</translation>
    </message>
    <message>
        <source>Former client with a follow-up</source>
        <translation>Ancien client avec une relance</translation>
    </message>
    <message>
        <source>French organisations without a SIRET or SIREN. Electronic invoices need it, and it tells namesakes apart for sure.</source>
        <translation>Organisations françaises sans SIRET ni SIREN. La facture électronique l’exige, et il distingue à coup sûr les homonymes.</translation>
    </message>
    <message>
        <source>In the book for a month or more, and no touch was ever logged. Either nobody dealt with them, or nobody wrote it down.</source>
        <translation>Dans le portefeuille depuis un mois ou plus, sans aucun échange noté. Soit personne ne s’en est occupé, soit personne ne l’a écrit.</translation>
    </message>
    <message>
        <source>Its check digits don’t fit, or it isn’t built like one of that country. An invoice without VAT needs a right one.</source>
        <translation>Sa clé ne convient pas, ou il n’est pas fait comme ceux de ce pays. Une facture hors taxe exige un numéro juste.</translation>
    </message>
    <message>
        <source>Mark as verified…</source>
        <translation>Marquer comme vérifiés…</translation>
    </message>
    <message>
        <source>May stand in the book twice</source>
        <translation>Peut-être en double</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Manquant</translation>
    </message>
    <message>
        <source>Name in capitals or small letters</source>
        <translation>Nom tout en majuscules ou minuscules</translation>
    </message>
    <message>
        <source>Name that is none</source>
        <translation>Nom qui n’en est pas un</translation>
    </message>
    <message>
        <source>Names of clients, contacts and cities typed all in capitals, all in small letters, or with stray blanks. It shows in every letter.</source>
        <translation>Noms de clients, de contacts ou de villes saisis tout en majuscules, tout en minuscules ou avec des espaces en trop. Cela se voit dans chaque courrier.</translation>
    </message>
    <message>
        <source>Never contacted</source>
        <translation>Jamais contactés</translation>
    </message>
    <message>
        <source>No SIRET</source>
        <translation>Sans SIRET</translation>
    </message>
    <message>
        <source>No country</source>
        <translation>Sans pays</translation>
    </message>
    <message>
        <source>No person is known there. Nobody can be asked for by name.</source>
        <translation>Aucune personne n’y est connue. On ne peut y demander personne par son nom.</translation>
    </message>
    <message>
        <source>No place</source>
        <translation>Sans lieu</translation>
    </message>
    <message>
        <source>No reference</source>
        <translation>Sans référence</translation>
    </message>
    <message>
        <source>No sector</source>
        <translation>Sans secteur</translation>
    </message>
    <message>
        <source>Nobody changed these records or marked them as verified for so long. People change jobs, companies move: what nobody looks at grows wrong by itself.</source>
        <translation>Personne n’a modifié ces fiches ni ne les a marquées comme vérifiées depuis tout ce temps. Les gens changent de poste, les entreprises déménagent : une fiche que personne ne regarde devient fausse d’elle-même.</translation>
    </message>
    <message>
        <source>Not a postcode of the client’s country. Often a spreadsheet took away the zero it began with: that can be mended.</source>
        <translation>Ce n’est pas un code postal du pays du client. Souvent, un tableur a retiré le zéro du début : cela se répare.</translation>
    </message>
    <message>
        <source>Not verified for a long time</source>
        <translation>Non vérifiés depuis longtemps</translation>
    </message>
    <message>
        <source>Old</source>
        <translation>Ancien</translation>
    </message>
    <message>
        <source>Organisation without a contact</source>
        <translation>Organisation sans contact</translation>
    </message>
    <message>
        <source>Organisations without a sector. Segments, opportunities and comparisons by line of business pass over them.</source>
        <translation>Organisations sans secteur d’activité. Les segments, les opportunités et les comparaisons par métier les ignorent.</translation>
    </message>
    <message>
        <source>Phone number that can’t be right</source>
        <translation>Téléphone impossible</translation>
    </message>
    <message>
        <source>Phone number written oddly</source>
        <translation>Téléphone mal présenté</translation>
    </message>
    <message>
        <source>Postcode that can’t be right</source>
        <translation>Code postal impossible</translation>
    </message>
    <message>
        <source>Postcode without a city</source>
        <translation>Code postal sans ville</translation>
    </message>
    <message>
        <source>Prospect who has bought</source>
        <translation>Prospect qui a acheté</translation>
    </message>
    <message>
        <source>Put back lost zeros…</source>
        <translation>Remettre les zéros perdus…</translation>
    </message>
    <message>
        <source>SIRET and VAT number disagree</source>
        <translation>SIRET et TVA en désaccord</translation>
    </message>
    <message>
        <source>SIRET with a wrong check digit</source>
        <translation>SIRET dont la clé est fausse</translation>
    </message>
    <message>
        <source>SIRET {number}</source>
        <translation>SIRET {number}</translation>
    </message>
    <message>
        <source>Somebody there is known by name only. The switchboard is the only way to them.</source>
        <translation>Quelqu’un n’y est connu que de nom. Le standard est la seule façon de le joindre.</translation>
    </message>
    <message>
        <source>The address is right, but has capitals: two ways of writing it look like two people to lists and imports.</source>
        <translation>L’adresse est juste mais contient des majuscules : deux écritures passent pour deux personnes dans les listes et les imports.</translation>
    </message>
    <message>
        <source>The address isn’t written as an e-mail address can be: messages to it come back. Their domain isn’t asked, only the way it is written.</source>
        <translation>L’adresse n’est pas écrite comme peut l’être un e-mail : les messages reviendront. Seule l’écriture est vérifiée, aucun serveur n’est interrogé.</translation>
    </message>
    <message>
        <source>The city of other clients with the same postcode, where there is only one.</source>
        <translation>La ville des autres clients de même code postal, quand il n’y en a qu’une.</translation>
    </message>
    <message>
        <source>The day the relationship began lies after the first sale. How long clients stay is counted from it.</source>
        <translation>Le début de la relation est postérieur à la première vente. L’ancienneté du client se compte à partir de lui.</translation>
    </message>
    <message>
        <source>The longest time between two contacts is shorter than the ideal one, stands alone, or the client is a former one.</source>
        <translation>L’intervalle maximal entre deux contacts est plus court que l’idéal, il est seul, ou le client est un ancien client.</translation>
    </message>
    <message>
        <source>The number is right, but not written as it is read at home or from abroad. Written alike, numbers are dialled with a click and recognised by imports.</source>
        <translation>Le numéro est juste, mais n’est présenté ni comme dans son pays ni comme depuis l’étranger. Présentés de même, les numéros se composent d’un clic et se reconnaissent à l’import.</translation>
    </message>
    <message>
        <source>The postcode is known, the city is not. It can be completed where other clients with this postcode are all in the same city.</source>
        <translation>Le code postal est connu, pas la ville. Elle peut être complétée quand les autres clients de ce code postal sont tous dans la même ville.</translation>
    </message>
    <message>
        <source>The same address in small letters: mail servers make no difference.</source>
        <translation>La même adresse en minuscules : les serveurs de messagerie ne font pas la différence.</translation>
    </message>
    <message>
        <source>The same number, written alike everywhere. Numbers that can’t be right stay as they are.</source>
        <translation>Le même numéro, présenté partout de la même façon. Les numéros impossibles restent tels quels.</translation>
    </message>
    <message>
        <source>The status says prospect, the sales say client. Prospects are left out of many figures about clients.</source>
        <translation>Le statut dit prospect, les ventes disent client. Les prospects sont exclus de nombreux chiffres sur les clients.</translation>
    </message>
    <message>
        <source>The status says that it is over, a follow-up says that it goes on. One of them is out of date.</source>
        <translation>Le statut dit que c’est fini, une relance dit que cela continue. L’un des deux est périmé.</translation>
    </message>
    <message>
        <source>The zero in front that a spreadsheet took away.</source>
        <translation>Le zéro du début qu’un tableur a retiré.</translation>
    </message>
    <message>
        <source>This book gives its clients references; these have none. An import that knows clients by reference won’t find them.</source>
        <translation>Ce portefeuille donne des références à ses clients ; ceux-ci n’en ont pas. Un import qui reconnaît les clients à leur référence ne les trouvera pas.</translation>
    </message>
    <message>
        <source>Tick those whose record you know to be right: they count as verified today.</source>
        <translation>Cochez ceux dont vous savez la fiche juste : ils comptent comme vérifiés aujourd’hui.</translation>
    </message>
    <message>
        <source>Too long, too short, two numbers in one field, or no number of that client’s country: it can’t be dialled. Numbers without a country are read as the book’s own.</source>
        <translation>Trop long, trop court, deux numéros dans un champ, ou impossible dans le pays du client : il ne peut être composé. Sans pays, les numéros sont lus comme ceux du pays du portefeuille.</translation>
    </message>
    <message>
        <source>Twice</source>
        <translation>En double</translation>
    </message>
    <message>
        <source>VAT number that can’t be right</source>
        <translation>Numéro de TVA impossible</translation>
    </message>
    <message>
        <source>VAT {number}</source>
        <translation>TVA {number}</translation>
    </message>
    <message>
        <source>Way of writing</source>
        <translation>Forme</translation>
    </message>
    <message>
        <source>What VAT number, SIRET, international phone numbers and clients of the same place say, if all say the same.</source>
        <translation>Ce que disent numéro de TVA, SIRET, téléphones internationaux et clients du même lieu, si tous concordent.</translation>
    </message>
    <message>
        <source>Write in small letters…</source>
        <translation>Mettre en minuscules…</translation>
    </message>
    <message>
        <source>Write numbers alike…</source>
        <translation>Uniformiser les numéros…</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>Incorrect</translation>
    </message>
    <message>
        <source>at the latest after {days}</source>
        <translation>au plus tard après {days}</translation>
    </message>
    <message>
        <source>born on {day}</source>
        <translation>né le {day}</translation>
    </message>
    <message>
        <source>changed on {day}</source>
        <translation>modifié le {day}</translation>
    </message>
    <message>
        <source>client since {day}</source>
        <translation>client depuis le {day}</translation>
    </message>
    <message>
        <source>every {days}</source>
        <translation>tous les {days}</translation>
    </message>
    <message>
        <source>insolvency on {day}</source>
        <translation>insolvabilité le {day}</translation>
    </message>
    <message>
        <source>sale on {day}</source>
        <translation>vente le {day}</translation>
    </message>
    <message>
        <source>touch on {day}</source>
        <translation>échange le {day}</translation>
    </message>
    <message>
        <source>verified on {day}</source>
        <translation>vérifié le {day}</translation>
    </message>
    <message>
        <source>{who}: {value}</source>
        <translation>{who} : {value}</translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message numerus="yes">
        <source>%n day(s) after its day</source>
        <translation>
            <numerusform>%n jour après sa date</numerusform>
            <numerusform>%n jours après sa date</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) to go</source>
        <translation>
            <numerusform>dans %n jour</numerusform>
            <numerusform>dans %n jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n phone number(s) copied</source>
        <translation>
            <numerusform>%n numéro de téléphone copié</numerusform>
            <numerusform>%n numéros de téléphone copiés</numerusform>
        </translation>
    </message>
    <message>
        <source>Adjust</source>
        <comment>a link: change the contact rhythm</comment>
        <translation>Régler</translation>
    </message>
    <message>
        <source>By date</source>
        <translation>Par date</translation>
    </message>
    <message>
        <source>By kind</source>
        <translation>Par type</translation>
    </message>
    <message>
        <source>By place</source>
        <translation>Par lieu</translation>
    </message>
    <message>
        <source>By segment</source>
        <translation>Par segment</translation>
    </message>
    <message>
        <source>Copied: {number}</source>
        <translation>Copié : {number}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fait</translation>
    </message>
    <message>
        <source>Done: comes again on its next day</source>
        <translation>Fait : revient à sa prochaine date</translation>
    </message>
    <message>
        <source>Done: counts as a contact today</source>
        <translation>Fait : compte comme un contact aujourd’hui</translation>
    </message>
    <message>
        <source>Done: dealt with this time</source>
        <translation>Fait : réglé pour cette fois</translation>
    </message>
    <message>
        <source>Done: left as it is for three months</source>
        <translation>Fait : laissé ainsi pour trois mois</translation>
    </message>
    <message>
        <source>Done: the complaint is resolved</source>
        <translation>Fait : la réclamation est résolue</translation>
    </message>
    <message>
        <source>Done: the deal rests for a week</source>
        <translation>Fait : l’affaire attend une semaine</translation>
    </message>
    <message>
        <source>Done: the plan goes on to its next step</source>
        <translation>Fait : le plan d’action passe à l’étape suivante</translation>
    </message>
    <message>
        <source>Done: the survey is sent</source>
        <translation>Fait : l’enquête est envoyée</translation>
    </message>
    <message>
        <source>Done: this step of the deal is done</source>
        <translation>Fait : cette étape de l’affaire est faite</translation>
    </message>
    <message>
        <source>Done: wished well this year</source>
        <translation>Fait : souhaité pour cette année</translation>
    </message>
    <message>
        <source>Log</source>
        <comment>a button: log a touch</comment>
        <translation>Noter</translation>
    </message>
    <message>
        <source>No address is known for {client}.</source>
        <translation>Aucune adresse n’est connue pour {client}.</translation>
    </message>
    <message>
        <source>No e-mail address is known for {client}.</source>
        <translation>Aucune adresse e-mail n’est connue pour {client}.</translation>
    </message>
    <message>
        <source>No mail program answered. {address} is copied.</source>
        <translation>Aucune messagerie n’a répondu. {address} est copié.</translation>
    </message>
    <message>
        <source>No phone number is known for {client}.</source>
        <translation>Aucun numéro de téléphone n’est connu pour {client}.</translation>
    </message>
    <message>
        <source>No telephone program answered. {number} is copied.</source>
        <translation>Aucun programme de téléphonie n’a répondu. {number} est copié.</translation>
    </message>
    <message>
        <source>No web browser answered. The address is copied.</source>
        <translation>Aucun navigateur n’a répondu. L’adresse est copiée.</translation>
    </message>
    <message>
        <source>Other things to do</source>
        <translation>Autres choses à faire</translation>
    </message>
    <message>
        <source>Place in the list: {priority} = {factors}</source>
        <translation>Place dans la liste : {priority} = {factors}</translation>
    </message>
    <message>
        <source>Place unknown</source>
        <translation>Lieu inconnu</translation>
    </message>
    <message>
        <source>There is no phone number to copy.</source>
        <translation>Il n’y a pas de numéro de téléphone à copier.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Demain</translation>
    </message>
    <message>
        <source>Without a day</source>
        <translation>Sans date</translation>
    </message>
    <message>
        <source>complaint open</source>
        <translation>réclamation ouverte</translation>
    </message>
    <message>
        <source>its day is today</source>
        <translation>c’est pour aujourd’hui</translation>
    </message>
    <message>
        <source>no sales in the last 12 months: half of what came in a year before, and open deals</source>
        <translation>aucune vente ces 12 derniers mois : la moitié de ce qui rentrait par an auparavant, et les affaires en cours</translation>
    </message>
    <message>
        <source>orders later than usual</source>
        <translation>commande plus tard que d’habitude</translation>
    </message>
    <message>
        <source>risk {factor}</source>
        <translation>risque {factor}</translation>
    </message>
    <message>
        <source>stake {factor} ({why})</source>
        <translation>enjeu {factor} ({why})</translation>
    </message>
    <message>
        <source>urgency {factor} ({why})</source>
        <translation>urgence {factor} ({why})</translation>
    </message>
    <message>
        <source>{amount} of sales in the last 12 months</source>
        <translation>{amount} de ventes sur les 12 derniers mois</translation>
    </message>
    <message>
        <source>{count} overdue</source>
        <translation>{count} en retard</translation>
    </message>
</context>
<context>
    <name>QueueHead</name>
    <message numerus="yes">
        <source>%n a day</source>
        <translation>
            <numerusform>%n par jour</numerusform>
            <numerusform>%n par jour</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done today</source>
        <translation>
            <numerusform>%n fait aujourd’hui</numerusform>
            <numerusform>%n faits aujourd’hui</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more spread {days}</source>
        <translation>
            <numerusform>%n autre réparti {days}</numerusform>
            <numerusform>%n autres répartis {days}</numerusform>
        </translation>
    </message>
    <message>
        <source>How many clients you can contact in a day (P)</source>
        <translation>Combien de clients vous pouvez contacter par jour (P)</translation>
    </message>
    <message>
        <source>No daily limit</source>
        <translation>Sans limite par jour</translation>
    </message>
    <message>
        <source>What the list is grouped by (G)</source>
        <translation>Comment la liste est regroupée (G)</translation>
    </message>
    <message numerus="yes">
        <source>over %n working day(s)</source>
        <translation>
            <numerusform>sur %n jour ouvré</numerusform>
            <numerusform>sur %n jours ouvrés</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueueList</name>
    <message>
        <source>All that can be done (also with a right click)</source>
        <translation>Tout ce qui peut être fait (aussi par un clic droit)</translation>
    </message>
    <message>
        <source>Call {number} (C)</source>
        <translation>Appeler le {number} (C)</translation>
    </message>
    <message>
        <source>Change how often {segment} clients are contacted</source>
        <translation>Changer le rythme de contact des clients « {segment} »</translation>
    </message>
    <message>
        <source>Log a call, a visit, an e-mail… (L)</source>
        <translation>Noter un appel, une visite, un e-mail… (L)</translation>
    </message>
    <message>
        <source>Open the client (Enter)</source>
        <translation>Ouvrir la fiche du client (Entrée)</translation>
    </message>
    <message>
        <source>Select for several at once (Space; Ctrl+A for all)</source>
        <translation>Cocher pour en traiter plusieurs à la fois (Espace ; Ctrl+A pour tous)</translation>
    </message>
    <message>
        <source>Write to {address} (E)</source>
        <translation>Écrire à {address} (E)</translation>
    </message>
    <message>
        <source>{group}. ← and → fold and unfold.</source>
        <translation>{group}. ← et → replient et déplient.</translation>
    </message>
    <message>
        <source>{segment}: {rhythm}. Past the first number of days since the last touch a client is due, past the second overdue; any touch starts the count again. ← and → fold and unfold.</source>
        <translation>{segment} : {rhythm}. Passé le premier nombre de jours depuis le dernier échange, le client est à contacter ; passé le second, il est en retard ; tout échange remet le compteur à zéro. ← et → replient et déplient.</translation>
    </message>
    <message>
        <source>{what} (D)</source>
        <translation>{what} (D)</translation>
    </message>
    <message>
        <source>{what}: choose a day (S)</source>
        <translation>{what} : choisir un jour (S)</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message numerus="yes">
        <source>%n client(s) selected</source>
        <translation>
            <numerusform>%n client sélectionné</numerusform>
            <numerusform>%n clients sélectionnés</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a day for all selected (S)</source>
        <translation>Choisir un jour pour toute la sélection (S)</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Décocher</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fait</translation>
    </message>
    <message>
        <source>Into a plan</source>
        <translation>Dans un plan</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Planifier</translation>
    </message>
    <message>
        <source>Put all selected into a plan (T)</source>
        <translation>Mettre toute la sélection dans un plan d’action (T)</translation>
    </message>
    <message>
        <source>Select none (Esc)</source>
        <translation>Tout décocher (Échap)</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Reporter</translation>
    </message>
    <message>
        <source>Tick off all selected, as one step that can be undone (D)</source>
        <translation>Cocher toute la sélection, en une étape qu’on peut annuler (D)</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Attendre</translation>
    </message>
    <message>
        <source>Wait for the answer of all selected until a day (W)</source>
        <translation>Attendre la réponse de toute la sélection jusqu’à un jour (W)</translation>
    </message>
    <message>
        <source>Wait for their answer until</source>
        <translation>Attendre leur réponse jusqu’au</translation>
    </message>
</context>
<context>
    <name>QuickLog</name>
    <message>
        <source>Another client…</source>
        <translation>Un autre client…</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Enter saves. Click what was misunderstood, or go there with ↓; a cross or Del makes it note.</source>
        <translation>Entrée enregistre. Cliquez sur ce qui a été mal compris, ou allez-y avec ↓ ; une croix ou Suppr le remet dans la note.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Nature</translation>
    </message>
    <message>
        <source>Log in one line</source>
        <translation>Noter en une ligne</translation>
    </message>
    <message>
        <source>Log in one line: “call Miller 15 min interested, call back on Tuesday”</source>
        <translation>Notez en une ligne : « appel Kerisac 15 min intéressé, rappeler mardi »</translation>
    </message>
    <message>
        <source>Log it</source>
        <translation>Noter</translation>
    </message>
    <message>
        <source>Next action</source>
        <translation>Prochaine action</translation>
    </message>
    <message>
        <source>Next: {what}, {when}</source>
        <translation>Ensuite : {what}, {when}</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Plan it</source>
        <translation>Planifier</translation>
    </message>
    <message>
        <source>Say which client is meant, then press Enter again.</source>
        <translation>Dites de quel client il s’agit, puis appuyez de nouveau sur Entrée.</translation>
    </message>
    <message>
        <source>Which client?</source>
        <translation>Quel client ?</translation>
    </message>
    <message>
        <source>today</source>
        <translation>aujourd’hui</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>demain</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>hier</translation>
    </message>
    <message numerus="yes">
        <source>{name}? %n possible</source>
        <translation>
            <numerusform>{name} ? %n possible</numerusform>
            <numerusform>{name} ? %n possibles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuickLogOverlay</name>
    <message>
        <source>Log in one line</source>
        <translation>Noter en une ligne</translation>
    </message>
</context>
<context>
    <name>ReachRow</name>
    <message>
        <source>Call this number</source>
        <translation>Appeler ce numéro</translation>
    </message>
    <message>
        <source>Copy {text}</source>
        <translation>Copier {text}</translation>
    </message>
    <message>
        <source>Open the website</source>
        <translation>Ouvrir le site web</translation>
    </message>
    <message>
        <source>Write an e-mail</source>
        <translation>Écrire un e-mail</translation>
    </message>
</context>
<context>
    <name>ReadingBar</name>
    <message>
        <source>Dates</source>
        <translation>Dates</translation>
    </message>
    <message>
        <source>Decimal sign</source>
        <translation>Décimale</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Encodage</translation>
    </message>
    <message>
        <source>First line</source>
        <translation>Première ligne</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>Séparateur</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Feuille</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatique</translation>
    </message>
    <message>
        <source>{choice} (detected)</source>
        <translation>{choice} (détecté)</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message numerus="yes">
        <source>%n day(s) without an order</source>
        <translation>
            <numerusform>%n jour sans commande</numerusform>
            <numerusform>%n jours sans commande</numerusform>
        </translation>
    </message>
    <message>
        <source>Anniversary of the beginning with you on {day}</source>
        <translation>Anniversaire de vos débuts ensemble le {day}</translation>
    </message>
    <message>
        <source>Ask how satisfied they are: last asked on {day}</source>
        <translation>Demander s’ils sont satisfaits : dernière enquête le {day}</translation>
    </message>
    <message>
        <source>Ask how satisfied they are: never asked yet</source>
        <translation>Demander s’ils sont satisfaits : jamais demandé</translation>
    </message>
    <message>
        <source>Birthday on {day}</source>
        <translation>Anniversaire le {day}</translation>
    </message>
    <message>
        <source>Birthday today</source>
        <translation>Anniversaire aujourd’hui</translation>
    </message>
    <message>
        <source>Buys, but no phone number nor e-mail address is known</source>
        <translation>Achète, mais ni téléphone ni e-mail ne sont connus</translation>
    </message>
    <message numerus="yes">
        <source>Complaint open for %n day(s)</source>
        <translation>
            <numerusform>Réclamation ouverte depuis %n jour</numerusform>
            <numerusform>Réclamation ouverte depuis %n jours</numerusform>
        </translation>
    </message>
    <message>
        <source>Contacted today</source>
        <translation>Contacté aujourd’hui</translation>
    </message>
    <message>
        <source>Deal “{deal}” is to close on {day}</source>
        <translation>L’affaire « {deal} » doit se conclure le {day}</translation>
    </message>
    <message>
        <source>Deal “{deal}” was to close on {day}: won or lost?</source>
        <translation>L’affaire « {deal} » devait se conclure le {day} : gagnée ou perdue ?</translation>
    </message>
    <message>
        <source>Deal “{deal}”: {what}</source>
        <translation>Affaire « {deal} » : {what}</translation>
    </message>
    <message>
        <source>Due on {day}</source>
        <translation>À faire le {day}</translation>
    </message>
    <message numerus="yes">
        <source>Last order %n day(s) ago, no contact noted</source>
        <translation>
            <numerusform>Dernière commande il y a %n jour, aucun échange noté</numerusform>
            <numerusform>Dernière commande il y a %n jours, aucun échange noté</numerusform>
        </translation>
    </message>
    <message>
        <source>Last order on {day}, no contact noted</source>
        <translation>Dernière commande le {day}, aucun échange noté</translation>
    </message>
    <message>
        <source>Never contacted yet</source>
        <translation>Jamais contacté</translation>
    </message>
    <message>
        <source>No answer noted by the day you set</source>
        <translation>Pas de réponse notée à la date fixée</translation>
    </message>
    <message numerus="yes">
        <source>No contact for %n day(s)</source>
        <translation>
            <numerusform>Pas de contact depuis %n jour</numerusform>
            <numerusform>Pas de contact depuis %n jours</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing planned, never contacted yet</source>
        <translation>Rien de prévu, jamais contacté</translation>
    </message>
    <message>
        <source>Nothing planned; last contact on {day}</source>
        <translation>Rien de prévu ; dernier échange le {day}</translation>
    </message>
    <message>
        <source>Nothing planned; last order on {day}</source>
        <translation>Rien de prévu ; dernière commande le {day}</translation>
    </message>
    <message>
        <source>Orders later than usual</source>
        <translation>Commande plus tard que d’habitude</translation>
    </message>
    <message>
        <source>Plan {plan}: {what}</source>
        <translation>Plan {plan} : {what}</translation>
    </message>
    <message>
        <source>Postponed by you</source>
        <translation>Reporté par vous</translation>
    </message>
    <message numerus="yes">
        <source>Postponed by you; last contact %n day(s) ago</source>
        <translation>
            <numerusform>Reporté par vous ; dernier échange il y a %n jour</numerusform>
            <numerusform>Reporté par vous ; dernier échange il y a %n jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Postponed by you; last order %n day(s) ago, no contact noted</source>
        <translation>
            <numerusform>Reporté par vous ; dernière commande il y a %n jour, aucun échange noté</numerusform>
            <numerusform>Reporté par vous ; dernière commande il y a %n jours, aucun échange noté</numerusform>
        </translation>
    </message>
    <message>
        <source>Postponed by you; never contacted yet</source>
        <translation>Reporté par vous ; jamais contacté</translation>
    </message>
    <message>
        <source>Reminder at {time}: {what}</source>
        <translation>Rappel à {time} : {what}</translation>
    </message>
    <message>
        <source>Reminder: {what}</source>
        <translation>Rappel : {what}</translation>
    </message>
    <message numerus="yes">
        <source>Usually orders every %n day(s)</source>
        <translation>
            <numerusform>Commande d’ordinaire tous les jours</numerusform>
            <numerusform>Commande d’ordinaire tous les %n jours</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting for their answer</source>
        <translation>En attente de leur réponse</translation>
    </message>
    <message>
        <source>Waiting for their answer; last contact on {day}</source>
        <translation>En attente de leur réponse ; dernier contact le {day}</translation>
    </message>
    <message>
        <source>a birthday</source>
        <translation>un anniversaire</translation>
    </message>
    <message>
        <source>a deal about to close</source>
        <translation>une affaire à conclure</translation>
    </message>
    <message>
        <source>a key date</source>
        <translation>une date clé</translation>
    </message>
    <message>
        <source>a reminder</source>
        <translation>un rappel</translation>
    </message>
    <message>
        <source>a step of a plan</source>
        <translation>une étape d’un plan</translation>
    </message>
    <message>
        <source>a survey to send</source>
        <translation>une enquête à envoyer</translation>
    </message>
    <message>
        <source>also {reasons}</source>
        <translation>aussi : {reasons}</translation>
    </message>
    <message>
        <source>an open complaint</source>
        <translation>une réclamation ouverte</translation>
    </message>
    <message>
        <source>comes again</source>
        <translation>revient</translation>
    </message>
    <message numerus="yes">
        <source>contact every %n day(s)</source>
        <translation>
            <numerusform>contact tous les %n jour</numerusform>
            <numerusform>contact tous les %n jours</numerusform>
        </translation>
    </message>
    <message>
        <source>contact rhythm</source>
        <translation>rythme de contact</translation>
    </message>
    <message numerus="yes">
        <source>every %n day(s)</source>
        <translation>
            <numerusform>tous les %n jours</numerusform>
            <numerusform>tous les %n jours</numerusform>
        </translation>
    </message>
    <message>
        <source>its turn: {day}</source>
        <translation>son tour : {day}</translation>
    </message>
    <message>
        <source>never contacted</source>
        <translation>jamais contacté</translation>
    </message>
    <message>
        <source>next step</source>
        <translation>étape suivante</translation>
    </message>
    <message>
        <source>no way to reach them</source>
        <translation>aucun moyen de les joindre</translation>
    </message>
    <message>
        <source>orders later than usual</source>
        <translation>commande plus tard que d’habitude</translation>
    </message>
    <message>
        <source>the next step of a deal</source>
        <translation>l’étape suivante d’une affaire</translation>
    </message>
    <message>
        <source>{complaint}: {subject}</source>
        <translation>{complaint} : {subject}</translation>
    </message>
    <message>
        <source>{complaint}; to be resolved by {day}</source>
        <translation>{complaint} ; à résoudre avant le {day}</translation>
    </message>
    <message>
        <source>{every}, {maximum} at most</source>
        <translation>{every}, {maximum} au plus</translation>
    </message>
    <message>
        <source>{kind}: {what}</source>
        <comment>a key date's kind and name</comment>
        <translation>{kind} : {what}</translation>
    </message>
    <message>
        <source>{silence}; {segment} clients are contacted {every}</source>
        <translation>{silence} ; segment {segment} : contact {every}</translation>
    </message>
    <message>
        <source>{what} on {day}</source>
        <translation>{what} le {day}</translation>
    </message>
    <message>
        <source>×{times} its rhythm</source>
        <comment>a badge, very short</comment>
        <translation>×{times} son rythme</translation>
    </message>
</context>
<context>
    <name>ReceiptCard</name>
    <message numerus="yes">
        <source>%n backup(s) deleted, and a new one made: no backup holds them any more.</source>
        <translation>
            <numerusform>%n sauvegarde supprimée, et une nouvelle faite : aucune ne contient plus cette personne.</numerusform>
            <numerusform>%n sauvegardes supprimées, et une nouvelle faite : aucune ne contient plus cette personne.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deal(s) erased</source>
        <translation>
            <numerusform>%n affaire effacée</numerusform>
            <numerusform>%n affaires effacées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n follow-up(s) erased or emptied</source>
        <translation>
            <numerusform>%n relance effacée ou vidée</numerusform>
            <numerusform>%n relances effacées ou vidées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key date(s) erased</source>
        <translation>
            <numerusform>%n date clé effacée</numerusform>
            <numerusform>%n dates clés effacées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sale(s) kept for the accounts</source>
        <translation>
            <numerusform>%n vente gardée pour la comptabilité</numerusform>
            <numerusform>%n ventes gardées pour la comptabilité</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n survey answer(s) erased or emptied</source>
        <translation>
            <numerusform>%n réponse d’enquête effacée ou vidée</numerusform>
            <numerusform>%n réponses d’enquête effacées ou vidées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n touch(es) erased or emptied</source>
        <translation>
            <numerusform>%n échange effacé ou vidé</numerusform>
            <numerusform>%n échanges effacés ou vidés</numerusform>
        </translation>
    </message>
    <message>
        <source>All backups made before the erasure go, for good; a new one is made at once. What they alone could bring back is lost.</source>
        <translation>Toutes les sauvegardes d’avant l’effacement disparaissent définitivement ; une nouvelle est faite aussitôt. Ce qu’elles seules pouvaient rendre est perdu.</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sauvegardes</translation>
    </message>
    <message>
        <source>Delete these backups now</source>
        <translation>Supprimer ces sauvegardes</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fait</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Nothing was deleted: no new backup could be made first. Make room on the disk.</source>
        <translation>Rien n’a été supprimé : aucune nouvelle sauvegarde n’a pu être faite d’abord. Libérez de la place sur le disque.</translation>
    </message>
    <message numerus="yes">
        <source>Taken out of %n plan(s)</source>
        <translation>
            <numerusform>Retirée de %n plan d’action</numerusform>
            <numerusform>Retirée de %n plans d’action</numerusform>
        </translation>
    </message>
    <message>
        <source>The file's free space could not be cleared: make room on the disk, then close the book.</source>
        <translation>L’espace libre du fichier n’a pas pu être nettoyé : libérez de la place sur le disque, puis fermez le portefeuille.</translation>
    </message>
    <message>
        <source>The person is erased</source>
        <translation>La personne est effacée</translation>
    </message>
    <message>
        <source>Their record, and their traces in the history and the search</source>
        <translation>Sa fiche, et ses traces dans l’historique et la recherche</translation>
    </message>
</context>
<context>
    <name>RecordTab</name>
    <message>
        <source>Add fields of your own…</source>
        <translation>Ajouter vos propres champs…</translation>
    </message>
    <message>
        <source>Address and reach</source>
        <translation>Adresse et coordonnées</translation>
    </message>
    <message>
        <source>Change your own fields…</source>
        <translation>Modifier vos champs…</translation>
    </message>
    <message>
        <source>Delete this client</source>
        <translation>Supprimer ce client</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Persona and needs</source>
        <translation>Persona et besoins</translation>
    </message>
    <message>
        <source>Role and value</source>
        <translation>Rôle et valeur</translation>
    </message>
    <message>
        <source>Saved as you go</source>
        <translation>Enregistré au fil de la saisie</translation>
    </message>
    <message>
        <source>The person</source>
        <translation>La personne</translation>
    </message>
    <message>
        <source>Your own fields</source>
        <translation>Vos champs personnalisés</translation>
    </message>
    <message>
        <source>✓ saved</source>
        <translation>✓ enregistré</translation>
    </message>
</context>
<context>
    <name>Records</name>
    <message>
        <source>acquisition spending</source>
        <translation>dépense d’acquisition</translation>
    </message>
    <message>
        <source>address not to be used</source>
        <translation>adresse à ne plus utiliser</translation>
    </message>
    <message>
        <source>answer to an opportunity</source>
        <translation>réponse à une opportunité</translation>
    </message>
    <message>
        <source>client</source>
        <translation>client</translation>
    </message>
    <message>
        <source>consent</source>
        <translation>consentement</translation>
    </message>
    <message>
        <source>contact</source>
        <translation>contact</translation>
    </message>
    <message>
        <source>custom field</source>
        <translation>champ personnalisé</translation>
    </message>
    <message>
        <source>deal</source>
        <translation>affaire</translation>
    </message>
    <message>
        <source>enrolment in a plan</source>
        <translation>inscription à un plan d’action</translation>
    </message>
    <message>
        <source>follow-up</source>
        <translation>relance</translation>
    </message>
    <message>
        <source>group</source>
        <translation>groupe</translation>
    </message>
    <message>
        <source>key date</source>
        <translation>date clé</translation>
    </message>
    <message>
        <source>pair that is no duplicate</source>
        <translation>paire sans doublon</translation>
    </message>
    <message>
        <source>plan</source>
        <translation>plan d’action</translation>
    </message>
    <message>
        <source>product</source>
        <translation>produit</translation>
    </message>
    <message>
        <source>sale</source>
        <translation>vente</translation>
    </message>
    <message>
        <source>segment</source>
        <translation>segment</translation>
    </message>
    <message>
        <source>segmentation</source>
        <translation>segmentation</translation>
    </message>
    <message>
        <source>setting</source>
        <translation>réglage</translation>
    </message>
    <message>
        <source>step of a plan</source>
        <translation>étape d’un plan d’action</translation>
    </message>
    <message>
        <source>survey answer</source>
        <translation>réponse d’enquête</translation>
    </message>
    <message>
        <source>touch</source>
        <translation>échange</translation>
    </message>
    <message>
        <source>watched file</source>
        <translation>fichier suivi</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message numerus="yes">
        <source>A backup can take its place: the one of {moment} holds %n client(s). What was typed after it is not in it.</source>
        <translation>
            <numerusform>Une sauvegarde peut prendre sa place : celle du {moment} contient %n client. Ce qui a été saisi ensuite n’y est pas.</numerusform>
            <numerusform>Une sauvegarde peut prendre sa place : celle du {moment} contient %n clients. Ce qui a été saisi ensuite n’y est pas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Choose another book…</source>
        <translation>Choisir un autre portefeuille…</translation>
    </message>
    <message>
        <source>Good backups of “{name}”</source>
        <translation>Bonnes sauvegardes de « {name} »</translation>
    </message>
    <message>
        <source>It was made of “{path}”, which is not there any more: make sure that this is the same book.</source>
        <translation>Elle a été faite de « {path} », qui n’y est plus : assurez-vous qu’il s’agit du même portefeuille.</translation>
    </message>
    <message>
        <source>Open it as it is</source>
        <translation>L’ouvrir tel quel</translation>
    </message>
    <message>
        <source>Passphrase of this backup</source>
        <translation>Phrase secrète de cette sauvegarde</translation>
    </message>
    <message>
        <source>Passphrase of this backup:</source>
        <translation>Phrase secrète de cette sauvegarde :</translation>
    </message>
    <message>
        <source>Restore this backup</source>
        <translation>Restaurer cette sauvegarde</translation>
    </message>
    <message>
        <source>Something other than this program changed this book</source>
        <translation>Ce portefeuille a été modifié par autre chose que ce programme</translation>
    </message>
    <message>
        <source>The file that is there now is put aside, never deleted.</source>
        <translation>Le fichier qui s’y trouve est mis de côté, jamais supprimé.</translation>
    </message>
    <message>
        <source>This book cannot be opened</source>
        <translation>Ce portefeuille ne peut pas être ouvert</translation>
    </message>
    <message>
        <source>This book is not where it was</source>
        <translation>Ce portefeuille n’est plus à sa place</translation>
    </message>
    <message>
        <source>This computer keeps no good backup of it. If you keep copies elsewhere (a USB stick, another computer), open one of them.</source>
        <translation>Cet ordinateur n’en garde aucune bonne sauvegarde. Si vous conservez des copies ailleurs (clé USB, autre ordinateur), ouvrez l’une d’elles.</translation>
    </message>
    <message>
        <source>“{path}” can only be read with its passphrase. If it never had one, the file is damaged: what is in it cannot be told from chance. It was left untouched.</source>
        <translation>« {path} » ne se lit qu’avec sa phrase secrète. S’il n’en a jamais eu, le fichier est endommagé : son contenu ne se distingue plus du hasard. Il n’a pas été touché.</translation>
    </message>
</context>
<context>
    <name>Refusals</name>
    <message>
        <source>the amount “{value}” is too large to be true; check it.</source>
        <translation>le montant « {value} » est trop grand pour être vrai ; vérifiez-le.</translation>
    </message>
    <message>
        <source>the date “{value}” does not exist; write it like 31/12/2025.</source>
        <translation>la date « {value} » n’existe pas ; écrivez-la comme 31/12/2025.</translation>
    </message>
    <message>
        <source>the date “{value}” is before 1900 or after 2100; check the year.</source>
        <translation>la date « {value} » est avant 1900 ou après 2100 ; vérifiez l’année.</translation>
    </message>
    <message>
        <source>the follow-up “{value}” has no date, so it stays out; fill in the day it is due.</source>
        <translation>la relance « {value} » n’a pas de date et reste dehors ; indiquez le jour prévu.</translation>
    </message>
    <message>
        <source>the quantity “{value}” is too large to be true; check it.</source>
        <translation>la quantité « {value} » est trop grande pour être vraie ; vérifiez-la.</translation>
    </message>
    <message>
        <source>the score “{value}” has no date, so it stays out; fill in the day of the answer.</source>
        <translation>la note « {value} » n’a pas de date et reste dehors ; indiquez le jour de la réponse.</translation>
    </message>
    <message>
        <source>the text is too long ({length} characters, {limit} at most); shorten it.</source>
        <translation>le texte est trop long ({length} caractères, {limit} au plus) ; raccourcissez-le.</translation>
    </message>
    <message>
        <source>this line has {found} cells for {expected} columns; a separator probably stands inside a text: put that text between quotation marks.</source>
        <translation>cette ligne a {found} cellules pour {expected} colonnes ; un texte contient sans doute un séparateur : mettez ce texte entre guillemets.</translation>
    </message>
    <message>
        <source>this line is about a person who was erased from the book at their request; it stays out.</source>
        <translation>cette ligne concerne une personne effacée du portefeuille à sa demande ; elle n’est pas importée.</translation>
    </message>
    <message>
        <source>this line names no client; fill in the client's name or reference.</source>
        <translation>cette ligne ne nomme aucun client ; indiquez le nom ou la référence du client.</translation>
    </message>
    <message>
        <source>this sale has no amount; fill in the amount, or the quantity and the unit price.</source>
        <translation>cette vente n’a pas de montant ; indiquez le montant, ou la quantité et le prix unitaire.</translation>
    </message>
    <message>
        <source>this sale has no date; fill in the date of the sale.</source>
        <translation>cette vente n’a pas de date ; indiquez la date de la vente.</translation>
    </message>
    <message>
        <source>this touch (“{value}”) has no date, so it stays out; fill in the day it happened.</source>
        <translation>cet échange (« {value} ») n’a pas de date et reste dehors ; indiquez le jour où il a eu lieu.</translation>
    </message>
    <message>
        <source>“{value}” is not a date; write it like 31/12/2025.</source>
        <translation>« {value} » n’est pas une date ; écrivez-la comme 31/12/2025.</translation>
    </message>
    <message>
        <source>“{value}” is not a discount; write it like 20 % or 0.2.</source>
        <translation>« {value} » n’est pas une remise ; écrivez-la comme 20 % ou 0,2.</translation>
    </message>
    <message>
        <source>“{value}” is not a number; write it like 30.</source>
        <translation>« {value} » n’est pas un nombre ; écrivez-le comme 30.</translation>
    </message>
    <message>
        <source>“{value}” is not a probability; write it like 40 %.</source>
        <translation>« {value} » n’est pas une probabilité ; écrivez-la comme 40 %.</translation>
    </message>
    <message>
        <source>“{value}” is not a quantity; write a number like 12.</source>
        <translation>« {value} » n’est pas une quantité ; écrivez un nombre comme 12.</translation>
    </message>
    <message>
        <source>“{value}” is not a score from 0 to 10; write a whole number like 9.</source>
        <translation>« {value} » n’est pas une note de 0 à 10 ; écrivez un nombre entier comme 9.</translation>
    </message>
    <message>
        <source>“{value}” is not an amount; write it like 1234.56 or 1 234,56.</source>
        <translation>« {value} » n’est pas un montant ; écrivez-le comme 1 234,56 ou 1234.56.</translation>
    </message>
    <message>
        <source>“{value}” is not one of the words this column may hold.</source>
        <translation>« {value} » ne fait pas partie des valeurs possibles de cette colonne.</translation>
    </message>
</context>
<context>
    <name>RefusedFile</name>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Problem and what to do</source>
        <translation>Problème et solution</translation>
    </message>
    <message>
        <source>Save the refused rows</source>
        <translation>Enregistrer les lignes refusées</translation>
    </message>
    <message>
        <source>Saved: {names}. Correct these rows there and import the file.</source>
        <translation>Enregistré : {names}. Corrigez-y ces lignes, puis importez le fichier.</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>refusées</translation>
    </message>
</context>
<context>
    <name>RegisterPart</name>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Data protection officer (if any)</source>
        <translation>Délégué à la protection des données (s’il y en a un)</translation>
    </message>
    <message>
        <source>E-mail for requests</source>
        <translation>E-mail pour les demandes</translation>
    </message>
    <message>
        <source>Name of the business</source>
        <translation>Nom de l’entreprise</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>Document PDF</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>Register of processing {day}</source>
        <translation>Registre des traitements {day}</translation>
    </message>
    <message>
        <source>SIRET</source>
        <translation>SIRET</translation>
    </message>
    <message>
        <source>The law asks for a register that says which personal data you keep, why, and for how long (GDPR, article 30). Say who you are; the document is filled in from this book, ready to be read and completed. This is help, not legal advice.</source>
        <translation>La loi demande un registre qui dit quelles données personnelles vous gardez, pourquoi et combien de temps (RGPD, article 30). Dites qui vous êtes ; le document est rempli d’après ce portefeuille, prêt à être relu et complété. Ceci est une aide, pas un conseil juridique.</translation>
    </message>
    <message>
        <source>Write the register</source>
        <translation>Enregistrer le registre</translation>
    </message>
    <message>
        <source>Write the register (PDF)…</source>
        <translation>Enregistrer le registre (PDF)…</translation>
    </message>
    <message>
        <source>Written: {name}</source>
        <translation>Enregistré : {name}</translation>
    </message>
</context>
<context>
    <name>ReminderBar</name>
    <message>
        <source>Done</source>
        <translation>Fait</translation>
    </message>
    <message>
        <source>Next reminder</source>
        <translation>Rappel suivant</translation>
    </message>
    <message>
        <source>Open the client</source>
        <translation>Ouvrir la fiche</translation>
    </message>
    <message>
        <source>Postpone</source>
        <translation>Reporter</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Ranger</translation>
    </message>
    <message>
        <source>Show the list</source>
        <translation>Voir la liste</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{place} sur {count}</translation>
    </message>
</context>
<context>
    <name>ReminderDesk</name>
    <message numerus="yes">
        <source>%n reminder(s)</source>
        <translation>
            <numerusform>%n rappel</numerusform>
            <numerusform>%n rappels</numerusform>
        </translation>
    </message>
    <message>
        <source>A reminder</source>
        <translation>Un rappel</translation>
    </message>
    <message>
        <source>In 10 minutes</source>
        <translation>Dans 10 minutes</translation>
    </message>
    <message>
        <source>In an hour</source>
        <translation>Dans une heure</translation>
    </message>
    <message>
        <source>Reminders appear at the top of this window and as a message of the desktop.</source>
        <translation>Les rappels apparaissent en haut de cette fenêtre et en message sur le bureau.</translation>
    </message>
    <message>
        <source>Reminders appear at the top of this window: this computer shows no messages.</source>
        <translation>Les rappels apparaissent en haut de cette fenêtre : cet ordinateur n’affiche pas de messages.</translation>
    </message>
    <message>
        <source>This is what a reminder looks like.</source>
        <translation>Voici à quoi ressemble un rappel.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>waiting for: {what}</source>
        <translation>en attente de leur réponse : {what}</translation>
    </message>
</context>
<context>
    <name>RemindersCard</name>
    <message>
        <source>Each is told once; what falls in the quiet hours waits until {time}.</source>
        <translation>Chaque rappel est annoncé une fois ; pendant les heures calmes, il attend jusqu’à {time}.</translation>
    </message>
    <message>
        <source>Each is told once; what was missed is told together when you come back.</source>
        <translation>Chaque rappel est annoncé une fois ; ceux que vous avez manqués le sont ensemble à votre retour.</translation>
    </message>
    <message>
        <source>No reminder is told. What is due stands in the follow-ups all the same.</source>
        <translation>Aucun rappel n’est annoncé. Ce qui est à faire reste dans les relances.</translation>
    </message>
    <message>
        <source>Quiet hours, from</source>
        <translation>Heures calmes, de</translation>
    </message>
    <message>
        <source>Quiet hours, until</source>
        <translation>Heures calmes, jusqu’à</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>Rappels</translation>
    </message>
    <message>
        <source>Reminders without a time, at</source>
        <translation>Rappels sans heure, à</translation>
    </message>
    <message>
        <source>Tell me when a reminder's time has come</source>
        <translation>Me prévenir quand vient l’heure d’un rappel</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Essayer</translation>
    </message>
    <message>
        <source>until</source>
        <translation>à</translation>
    </message>
</context>
<context>
    <name>RepeatUnits</name>
    <message>
        <source>Days</source>
        <translation>Jours</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>Mois</translation>
    </message>
    <message>
        <source>Weeks</source>
        <translation>Semaines</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>Ans</translation>
    </message>
</context>
<context>
    <name>Repetition</name>
    <message numerus="yes">
        <source>every %n day(s)</source>
        <translation>
            <numerusform>chaque jour</numerusform>
            <numerusform>tous les %n jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n month(s)</source>
        <translation>
            <numerusform>chaque mois</numerusform>
            <numerusform>tous les %n mois</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n week(s)</source>
        <translation>
            <numerusform>chaque semaine</numerusform>
            <numerusform>toutes les %n semaines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n year(s)</source>
        <translation>
            <numerusform>chaque année</numerusform>
            <numerusform>tous les %n ans</numerusform>
        </translation>
    </message>
    <message>
        <source>{every}, until {day}</source>
        <translation>{every}, jusqu’au {day}</translation>
    </message>
</context>
<context>
    <name>RequestPart</name>
    <message numerus="yes">
        <source>%n answer(s) on being reached</source>
        <translation>
            <numerusform>%n consentement ou refus</numerusform>
            <numerusform>%n consentements ou refus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deal(s)</source>
        <translation>
            <numerusform>%n affaire</numerusform>
            <numerusform>%n affaires</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n follow-up(s)</source>
        <translation>
            <numerusform>%n relance</numerusform>
            <numerusform>%n relances</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key date(s)</source>
        <translation>
            <numerusform>%n date clé</numerusform>
            <numerusform>%n dates clés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n plan(s)</source>
        <translation>
            <numerusform>%n plan d’action</numerusform>
            <numerusform>%n plans d’action</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sale(s)</source>
        <translation>
            <numerusform>%n vente</numerusform>
            <numerusform>%n ventes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n survey answer(s)</source>
        <translation>
            <numerusform>%n réponse d’enquête</numerusform>
            <numerusform>%n réponses d’enquête</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n touch(es)</source>
        <translation>
            <numerusform>%n échange</numerusform>
            <numerusform>%n échanges</numerusform>
        </translation>
    </message>
    <message>
        <source>All that is held about them, as JSON and as PDF, in a folder</source>
        <translation>Tout ce qui est gardé sur elle, en JSON et en PDF, dans un dossier</translation>
    </message>
    <message>
        <source>Erase…</source>
        <translation>Effacer…</translation>
    </message>
    <message>
        <source>Find the person by name, e-mail or number. You have one month to answer: hand over all that is held about them, or erase them.</source>
        <translation>Trouvez la personne par son nom, son e-mail ou son numéro. Vous avez un mois pour répondre : remettre tout ce qui est gardé sur elle, ou l’effacer.</translation>
    </message>
    <message>
        <source>Folder for what is held about them</source>
        <translation>Dossier pour les données de cette personne</translation>
    </message>
    <message>
        <source>Hand over everything…</source>
        <translation>Remettre toutes les données…</translation>
    </message>
    <message>
        <source>Held about them: {what}.</source>
        <translation>Gardé sur cette personne : {what}.</translation>
    </message>
    <message>
        <source>Name, e-mail or number…</source>
        <translation>Nom, e-mail ou numéro…</translation>
    </message>
    <message>
        <source>Nobody found.</source>
        <translation>Personne trouvé.</translation>
    </message>
    <message>
        <source>Open the client</source>
        <translation>Ouvrir le client</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Persons found</source>
        <translation>Personnes trouvées</translation>
    </message>
    <message>
        <source>See first what goes and what stays</source>
        <translation>Voir d’abord ce qui disparaît et ce qui reste</translation>
    </message>
    <message>
        <source>Who is asking?</source>
        <translation>Qui fait la demande ?</translation>
    </message>
    <message>
        <source>Written: {names}. They are for that person alone.</source>
        <translation>Enregistré : {names}. Réservé à cette seule personne.</translation>
    </message>
    <message>
        <source>contact of {client}</source>
        <translation>contact de {client}</translation>
    </message>
    <message>
        <source>their record</source>
        <translation>sa fiche</translation>
    </message>
</context>
<context>
    <name>RetentionCard</name>
    <message>
        <source> of 100 more, a year</source>
        <translation> de plus sur 100, par an</translation>
    </message>
    <message>
        <source>Clients kept more, of 100, a year</source>
        <translation>Clients gardés en plus, sur 100, par an</translation>
    </message>
    <message>
        <source>If every client stayed for ever and money cost nothing, this would have no end.</source>
        <translation>Si chaque client restait toujours et que l’argent ne coûtait rien, cela n’aurait pas de fin.</translation>
    </message>
    <message>
        <source>If you kept more clients</source>
        <translation>Si vous gardiez plus de clients</translation>
    </message>
    <message>
        <source>Margin of a year × retention ÷ (1 + discount rate − retention): what your clients bring if they go on bringing a year’s margin and as many of them stay each year (Gupta &amp; Lehmann 2003). A rough reckoning for comparing, without end of time; not the value above.</source>
        <translation>Marge d’un an × taux de rétention ÷ (1 + taux d’actualisation − taux de rétention) : ce que rapportent vos clients s’ils continuent d’apporter la marge d’un an et qu’il en reste autant chaque année (Gupta &amp; Lehmann 2003). Un calcul grossier, sans limite de temps, pour comparer ; ce n’est pas la valeur ci-dessus.</translation>
    </message>
    <message>
        <source>Of the clients active a year ago {before} still are. With a year’s {kind} of {margin} that is worth {worth}; at {after} it would be {more}.</source>
        <translation>Des clients actifs il y a un an, {before} le sont encore. Avec {margin} de {kind} par an, cela vaut {worth} ; à {after}, ce serait {more}.</translation>
    </message>
    <message>
        <source>Retention cannot be told yet: it takes 10 clients active a year ago, and nearly two years of history.</source>
        <translation>La rétention ne peut pas encore être dite : il faut 10 clients actifs il y a un an, et près de deux ans d’historique.</translation>
    </message>
</context>
<context>
    <name>ReviewPart</name>
    <message>
        <source> months</source>
        <translation> mois</translation>
    </message>
    <message numerus="yes">
        <source>%n client(s)</source>
        <translation>
            <numerusform>%n client</numerusform>
            <numerusform>%n clients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n mois</numerusform>
            <numerusform>%n mois</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n sélectionné</numerusform>
            <numerusform>%n sélectionnés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n an</numerusform>
            <numerusform>%n ans</numerusform>
        </translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ville</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contacts</translation>
    </message>
    <message>
        <source>Counted from the last time they came to you (a touch noted “From the client”), else from when they were added. The CNIL recommends three years for prospects: then ask them, or delete them. This is help, not legal advice.</source>
        <translation>Compté depuis la dernière fois qu’ils sont venus vers vous (un échange noté « Du client »), sinon depuis leur ajout. La CNIL recommande trois ans pour les prospects : ensuite, demandez-leur, ou supprimez-les. Ceci est une aide, pas un conseil juridique.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Delete the selected clients; it can be undone (Del)</source>
        <translation>Supprimer les clients sélectionnés ; peut être annulé (Suppr)</translation>
    </message>
    <message>
        <source>Erase for good…</source>
        <translation>Effacer définitivement…</translation>
    </message>
    <message>
        <source>From the history and the search too; see first what goes and what stays</source>
        <translation>Aussi de l’historique et de la recherche ; voir d’abord ce qui disparaît et ce qui reste</translation>
    </message>
    <message>
        <source>Last sign from them</source>
        <translation>Dernier signe de leur part</translation>
    </message>
    <message>
        <source>Log a touch</source>
        <translation>Noter un échange</translation>
    </message>
    <message>
        <source>Months without a sign</source>
        <translation>Mois sans signe</translation>
    </message>
    <message numerus="yes">
        <source>No prospect has been without a sign for more than %n month(s).</source>
        <translation>
            <numerusform>Aucun prospect n’est resté sans donner signe depuis plus de %n mois.</numerusform>
            <numerusform>Aucun prospect n’est resté sans donner signe depuis plus de %n mois.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody to review</source>
        <translation>Aucun prospect à revoir</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Open the client (Enter)</source>
        <translation>Ouvrir le client (Entrée)</translation>
    </message>
    <message>
        <source>Prospects to review</source>
        <translation>Prospects à revoir</translation>
    </message>
    <message>
        <source>Prospects who gave no sign for</source>
        <translation>Prospects sans signe de vie depuis</translation>
    </message>
    <message>
        <source>They came back to you: note it, “From the client” (L)</source>
        <translation>Ils sont revenus vers vous : notez-le, « Du client » (L)</translation>
    </message>
    <message>
        <source>Without a sign for</source>
        <translation>Sans signe depuis</translation>
    </message>
    <message>
        <source>never; added {day}</source>
        <translation>jamais ; ajouté le {day}</translation>
    </message>
</context>
<context>
    <name>RfmCard</name>
    <message>
        <source>5 is best: bought most recently (up), bought most often (to the right).</source>
        <translation>5 est le meilleur : achats les plus récents (en haut), les plus fréquents (à droite).</translation>
    </message>
    <message>
        <source>Choose a cell to see its clients</source>
        <translation>Choisissez une case pour voir ses clients</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Clients best on both: {best}; clients who bought often and no more lately: {asleep}.</source>
        <translation>Les meilleurs sur les deux : {best} ; ceux qui achetaient souvent et n’achètent plus : {asleep}.</translation>
    </message>
    <message>
        <source>Frequency</source>
        <translation>Fréquence</translation>
    </message>
    <message>
        <source>Frequency →</source>
        <translation>Fréquence →</translation>
    </message>
    <message>
        <source>Median margin, 12 months</source>
        <translation>Marge médiane, 12 mois</translation>
    </message>
    <message>
        <source>Median revenue, 12 months</source>
        <translation>CA médian, 12 mois</translation>
    </message>
    <message>
        <source>Recency</source>
        <translation>Récence</translation>
    </message>
    <message>
        <source>Recency and frequency</source>
        <translation>Récence et fréquence</translation>
    </message>
    <message>
        <source>Revenue, 12 months</source>
        <translation>CA, 12 mois</translation>
    </message>
    <message>
        <source>Scores need at least 15 clients who bought.</source>
        <translation>Il faut au moins 15 clients acheteurs pour calculer des scores.</translation>
    </message>
    <message>
        <source>↑ Recency</source>
        <translation>↑ Récence</translation>
    </message>
</context>
<context>
    <name>RhythmPanel</name>
    <message>
        <source>At most</source>
        <translation>Maximum</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Contact rhythms</source>
        <translation>Rythmes de contact</translation>
    </message>
    <message>
        <source>Days at most, {segment}</source>
        <translation>Maximum en jours, {segment}</translation>
    </message>
    <message>
        <source>Days since the last touch. Past the ideal a client is due, past the maximum overdue. Any touch starts the count again. A client can have a rhythm of its own, on its page.</source>
        <translation>Jours depuis le dernier échange. Passé l’idéal, le client est à relancer ; passé le maximum, il est en retard. Tout échange remet le compte à zéro. Un client peut avoir son propre rythme, sur sa fiche.</translation>
    </message>
    <message>
        <source>Ideal</source>
        <translation>Idéal</translation>
    </message>
    <message>
        <source>Ideal days, {segment}</source>
        <translation>Idéal en jours, {segment}</translation>
    </message>
</context>
<context>
    <name>RhythmRow</name>
    <message>
        <source>As its segment</source>
        <translation>Celui de son segment</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Au plus</translation>
    </message>
    <message>
        <source>Contact rhythm</source>
        <translation>Rythme de contact</translation>
    </message>
    <message>
        <source>Ideal days</source>
        <translation>Jours, idéal</translation>
    </message>
    <message>
        <source>Its own</source>
        <translation>Le sien</translation>
    </message>
    <message>
        <source>Never by rhythm</source>
        <translation>Jamais par rythme</translation>
    </message>
    <message>
        <source>Only reminders, deals, complaints and the like bring this client up.</source>
        <translation>Seuls les rappels, affaires, réclamations et dates font revenir ce client.</translation>
    </message>
</context>
<context>
    <name>RisksControls</name>
    <message>
        <source>Alarms only</source>
        <translation>Alertes seulement</translation>
    </message>
    <message>
        <source>All risks</source>
        <translation>Tous les risques</translation>
    </message>
    <message>
        <source>From which level on</source>
        <translation>À partir de quel niveau</translation>
    </message>
    <message>
        <source>Loyalty: {flag}</source>
        <translation>Fidélité : {flag}</translation>
    </message>
    <message>
        <source>To watch and alarms</source>
        <translation>À surveiller et alertes</translation>
    </message>
    <message>
        <source>Which risk</source>
        <translation>Quel risque</translation>
    </message>
</context>
<context>
    <name>RisksTab</name>
    <message numerus="yes">
        <source>%n alarm(s)</source>
        <translation>
            <numerusform>%n alerte</numerusform>
            <numerusform>%n alertes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to watch</source>
        <translation>
            <numerusform>%n à surveiller</numerusform>
            <numerusform>%n à surveiller</numerusform>
        </translation>
    </message>
    <message>
        <source>A dot is a day with an order; the band is when the next one was expected, 8 times out of 10; a line from the band to today is a silence that is too long.</source>
        <translation>Un point est un jour de commande ; la bande dit quand la suivante était attendue, 8 fois sur 10 ; un trait de la bande à aujourd’hui est un silence trop long.</translation>
    </message>
    <message>
        <source>About {expected} of the {revenue} of the last 12 months may not come again within a year; 8 times out of 10 it will be between {low} and {high}, if clients leave independently of each other.</source>
        <translation>Environ {expected} sur les {revenue} des 12 derniers mois pourraient ne pas revenir d’ici un an ; 8 fois sur 10, ce sera entre {low} et {high}, si les clients partent indépendamment les uns des autres.</translation>
    </message>
    <message>
        <source>Agree on days of payment</source>
        <translation>Convenir de délais de paiement</translation>
    </message>
    <message>
        <source>Agree on days of payment, or ask for a deposit.</source>
        <translation>Convenez de délais de paiement, ou demandez un acompte.</translation>
    </message>
    <message>
        <source>Alarm: margin less cost to serve is below zero.</source>
        <translation>Alerte : la marge moins le coût de service est négative.</translation>
    </message>
    <message>
        <source>Alarm: the record has a day of insolvency.</source>
        <translation>Alerte : la fiche porte une date de défaillance.</translation>
    </message>
    <message>
        <source>Alarm: what was sold brought less than it cost.</source>
        <translation>Alerte : ce qui a été vendu a rapporté moins que son coût.</translation>
    </message>
    <message>
        <source>Alarm: {alarm} · to watch: {watch}</source>
        <translation>Alertes : {alarm} · à surveiller : {watch}</translation>
    </message>
    <message>
        <source>All risks</source>
        <translation>Tous les risques</translation>
    </message>
    <message>
        <source>An open complaint, or a bad answer in the latest survey.</source>
        <translation>Une réclamation ouverte, ou une mauvaise réponse à la dernière enquête.</translation>
    </message>
    <message>
        <source>As you noted in the client’s record.</source>
        <translation>Comme vous l’avez noté dans la fiche du client.</translation>
    </message>
    <message>
        <source>Ask for the overdue payment</source>
        <translation>Réclamer le paiement en retard</translation>
    </message>
    <message>
        <source>Ask for the payment today; deliver against payment until then.</source>
        <translation>Réclamez le paiement aujourd’hui ; d’ici là, livrez contre paiement.</translation>
    </message>
    <message>
        <source>Ask what was wrong, and say what you will change.</source>
        <translation>Demandez ce qui n’allait pas, et dites ce que vous allez changer.</translation>
    </message>
    <message>
        <source>At stake: {stake} a year.</source>
        <translation>En jeu : {stake} par an.</translation>
    </message>
    <message>
        <source>Call back after the bad survey answer</source>
        <translation>Rappeler après la mauvaise réponse à l’enquête</translation>
    </message>
    <message>
        <source>Call now, and ask what has changed.</source>
        <translation>Appelez maintenant, et demandez ce qui a changé.</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Client and signs</source>
        <translation>Client et signes</translation>
    </message>
    <message>
        <source>Clients most exposed</source>
        <translation>Clients les plus exposés</translation>
    </message>
    <message>
        <source>Correct the prices: sold below cost</source>
        <translation>Corriger les prix : vendu à perte</translation>
    </message>
    <message>
        <source>Correct the prices; if the client refuses, think of letting go.</source>
        <translation>Corrigez les prix ; si le client refuse, songez à vous en séparer.</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coût</translation>
    </message>
    <message>
        <source>Costs more than it leaves</source>
        <translation>Coûte plus qu’il ne laisse</translation>
    </message>
    <message>
        <source>Declare what is owed (insolvency)</source>
        <translation>Déclarer la créance (défaillance)</translation>
    </message>
    <message>
        <source>Dependency</source>
        <translation>Dépendance</translation>
    </message>
    <message>
        <source>Dissatisfied</source>
        <translation>Insatisfait</translation>
    </message>
    <message>
        <source>Estimated from your other clients: no second order seen yet.</source>
        <translation>Estimé d’après vos autres clients : aucun rachat observé.</translation>
    </message>
    <message>
        <source>Exposed</source>
        <translation>Exposé</translation>
    </message>
    <message>
        <source>Fewer visits or larger orders: group deliveries and answer by phone.</source>
        <translation>Moins de visites ou des commandes plus grosses : regroupez les livraisons et répondez par téléphone.</translation>
    </message>
    <message>
        <source>Import my clients</source>
        <translation>Importer mes clients</translation>
    </message>
    <message>
        <source>Insolvency</source>
        <translation>Insolvabilité</translation>
    </message>
    <message>
        <source>Insolvency announced</source>
        <translation>Défaillance annoncée</translation>
    </message>
    <message>
        <source>Insolvent</source>
        <translation>Insolvable</translation>
    </message>
    <message>
        <source>Instability</source>
        <translation>Instabilité</translation>
    </message>
    <message numerus="yes">
        <source>It would take you %n month(s) to replace this client</source>
        <translation>
            <numerusform>Il vous faudrait %n mois pour remplacer ce client</numerusform>
            <numerusform>Il vous faudrait %n mois pour remplacer ce client</numerusform>
        </translation>
    </message>
    <message>
        <source>Kept as “{role}”: bring the cost down rather than let go.</source>
        <translation>Gardé comme « {role} » : réduisez le coût plutôt que de vous en séparer.</translation>
    </message>
    <message>
        <source>Kept for a strategic role: {count}</source>
        <translation>Gardés pour un rôle stratégique : {count}</translation>
    </message>
    <message>
        <source>Last one, days ago</source>
        <translation>Dernier, il y a (jours)</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>Lighten the service: it takes most of the margin</source>
        <translation>Alléger le service : il prend le gros de la marge</translation>
    </message>
    <message>
        <source>Lighten the service: it takes too much time</source>
        <translation>Alléger le service : il prend trop de temps</translation>
    </message>
    <message>
        <source>Look at a sample book</source>
        <translation>Voir un portefeuille d’exemple</translation>
    </message>
    <message>
        <source>Look at what comes back, and why, before the next delivery.</source>
        <translation>Regardez ce qui revient, et pourquoi, avant la prochaine livraison.</translation>
    </message>
    <message>
        <source>Margin of {margin} on {revenue} over 12 months.</source>
        <translation>Marge de {margin} sur {revenue} en 12 mois.</translation>
    </message>
    <message>
        <source>Margin {margin} − cost to serve {served} = {result} over 12 months.</source>
        <translation>Marge {margin} − coût de service {served} = {result} sur 12 mois.</translation>
    </message>
    <message>
        <source>Most likely nothing of the {revenue} of the last 12 months will be lost within a year; weighed by the chances of each client, about {expected} is at risk.</source>
        <translation>Le plus probable est que rien des {revenue} des 12 derniers mois ne sera perdu d’ici un an ; pondéré par les chances de chaque client, environ {expected} sont exposés.</translation>
    </message>
    <message>
        <source>Next expected {low} to {high} days after the last one</source>
        <translation>Suivante attendue {low} à {high} jours après la dernière</translation>
    </message>
    <message>
        <source>Next expected, days after the last one</source>
        <translation>Suivante attendue, jours après la dernière</translation>
    </message>
    <message>
        <source>No client of this list is silent for unusually long.</source>
        <translation>Aucun client de cette liste n’est silencieux depuis un temps inhabituel.</translation>
    </message>
    <message>
        <source>No client shows such a sign.</source>
        <translation>Aucun client ne montre un tel signe.</translation>
    </message>
    <message>
        <source>No cost, time or return is noted: what serving a client costs cannot be told.</source>
        <translation>Aucun coût, temps ni retour n’est noté : impossible de dire ce que coûte le service d’un client.</translation>
    </message>
    <message>
        <source>No more credit; declare in time what you are owed.</source>
        <translation>Plus de crédit ; déclarez à temps ce qui vous est dû.</translation>
    </message>
    <message>
        <source>No revenue at stake over the last 24 months.</source>
        <translation>Aucun chiffre d’affaires en jeu sur les 24 derniers mois.</translation>
    </message>
    <message>
        <source>No sale has a due date: who pays late cannot be told.</source>
        <translation>Aucune vente n’a d’échéance : impossible de dire qui paie en retard.</translation>
    </message>
    <message>
        <source>Nobody bought anything in the last 24 months: there is no rhythm left to watch.</source>
        <translation>Personne n’a rien acheté au cours des 24 derniers mois : il n’y a plus de rythme à surveiller.</translation>
    </message>
    <message>
        <source>Not enough history to say how likely each client still is one: the list goes by revenue, by what is owed and by what is lost.</source>
        <translation>Pas assez d’historique pour dire si chaque client l’est encore : la liste suit le chiffre d’affaires, ce qui est dû et ce qui est perdu.</translation>
    </message>
    <message>
        <source>Not enough history to say how likely it is to stay.</source>
        <translation>Pas assez d’historique pour dire s’il a des chances de rester.</translation>
    </message>
    <message>
        <source>Not enough history to tell a broken rhythm: only what you noted yourself is shown.</source>
        <translation>Pas assez d’historique pour reconnaître un rythme rompu : seul ce que vous avez noté vous-même est montré.</translation>
    </message>
    <message>
        <source>Not enough orders to tell a rhythm</source>
        <translation>Pas assez de commandes pour reconnaître un rythme</translation>
    </message>
    <message>
        <source>Nothing to report: {axes}.</source>
        <translation>Rien à signaler : {axes}.</translation>
    </message>
    <message>
        <source>Nothing was sold in the last 12 months.</source>
        <translation>Rien n’a été vendu au cours des 12 derniers mois.</translation>
    </message>
    <message>
        <source>Of clients who are still active, {part} stay silent that long.</source>
        <translation>Parmi les clients encore actifs, {part} restent silencieux aussi longtemps.</translation>
    </message>
    <message>
        <source>Of clients with a single order the band rests on your other clients alone.</source>
        <translation>Pour les clients à une seule commande, la bande repose sur vos autres clients seulement.</translation>
    </message>
    <message>
        <source>On average over what was paid in 12 months, by amount.</source>
        <translation>En moyenne sur ce qui a été payé en 12 mois, pondéré par le montant.</translation>
    </message>
    <message>
        <source>Once there are clients and sales in the book, this page shows on whom you depend too much, who costs more than they bring, who may leave and who may not pay.</source>
        <translation>Dès que le portefeuille contient des clients et des ventes, cette page montre de qui vous dépendez trop, qui coûte plus qu’il ne rapporte, qui risque de partir et qui risque de ne pas payer.</translation>
    </message>
    <message>
        <source>One order only: compared with your other clients.</source>
        <translation>Une seule commande : comparé à vos autres clients.</translation>
    </message>
    <message>
        <source>Open complaint</source>
        <translation>Réclamation ouverte</translation>
    </message>
    <message>
        <source>Orders and silences</source>
        <translation>Commandes et silences</translation>
    </message>
    <message>
        <source>Part of the revenue of 12 months that these clients make.</source>
        <translation>Part du chiffre d’affaires sur 12 mois que font ces clients.</translation>
    </message>
    <message>
        <source>Pays {days} days late</source>
        <translation>Paie avec {days} jours de retard</translation>
    </message>
    <message>
        <source>Prepare the talk about prices</source>
        <translation>Préparer l’échange sur les prix</translation>
    </message>
    <message>
        <source>Prepare what you are worth, not a discount.</source>
        <translation>Préparez ce que vous valez, pas une remise.</translation>
    </message>
    <message>
        <source>Purchase days</source>
        <translation>Jours d’achat</translation>
    </message>
    <message>
        <source>Purchase days: {count}; the last one {days} days ago</source>
        <translation>Jours d’achat : {count} ; le dernier il y a {days} jours</translation>
    </message>
    <message>
        <source>Raise the price, visit less or set a minimum order; else think of letting go.</source>
        <translation>Augmentez le prix, visitez moins ou fixez une commande minimale ; sinon, songez à vous en séparer.</translation>
    </message>
    <message>
        <source>Returns and credit notes over 12 months, as a part of what was sold.</source>
        <translation>Retours et avoirs sur 12 mois, en part de ce qui a été vendu.</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>CA</translation>
    </message>
    <message>
        <source>Revenue at risk</source>
        <translation>Chiffre d’affaires exposé</translation>
    </message>
    <message>
        <source>Revenue of the last 12 months × (1 − chance that the client is still active), added up over all clients. The chance comes from how often and how long ago each client bought; complaints and payments are not in it.</source>
        <translation>Chiffre d’affaires des 12 derniers mois × (1 − chances que le client soit encore actif), additionné sur tous les clients. Ces chances viennent de la fréquence et de l’ancienneté des achats de chacun ; les réclamations et les paiements n’y entrent pas.</translation>
    </message>
    <message>
        <source>Revenue {change}</source>
        <translation>CA {change}</translation>
    </message>
    <message>
        <source>Satisfaction {score} out of 5</source>
        <translation>Satisfaction {score} sur 5</translation>
    </message>
    <message>
        <source>Secure the contract: large part of the revenue</source>
        <translation>Sécuriser le contrat : grande part du chiffre d’affaires</translation>
    </message>
    <message>
        <source>Sensitive to prices</source>
        <translation>Sensible aux prix</translation>
    </message>
    <message>
        <source>Serving cost {served} of a margin of {margin} over 12 months.</source>
        <translation>Le service a coûté {served} sur une marge de {margin} en 12 mois.</translation>
    </message>
    <message>
        <source>Serving takes most of the margin</source>
        <translation>Le service prend le gros de la marge</translation>
    </message>
    <message>
        <source>Serving the client takes more than it leaves you.</source>
        <translation>Servir ce client prend plus qu’il ne vous laisse.</translation>
    </message>
    <message>
        <source>Settle the complaint before anything else.</source>
        <translation>Réglez la réclamation avant toute autre chose.</translation>
    </message>
    <message>
        <source>Settle the open complaint</source>
        <translation>Régler la réclamation ouverte</translation>
    </message>
    <message>
        <source>Show in the list</source>
        <translation>Voir dans la liste</translation>
    </message>
    <message>
        <source>Silent for unusually long, or revenue halved.</source>
        <translation>Un silence inhabituellement long, ou un chiffre d’affaires réduit de moitié.</translation>
    </message>
    <message>
        <source>Silent for {days} days</source>
        <translation>Silencieux depuis {days} jours</translation>
    </message>
    <message>
        <source>Sold below cost</source>
        <translation>Vendu à perte</translation>
    </message>
    <message>
        <source>Spend less time there, or sell more in the same time.</source>
        <translation>Passez-y moins de temps, ou vendez plus dans le même temps.</translation>
    </message>
    <message>
        <source>Still to pay: {unpaid}.</source>
        <translation>Reste à payer : {unpaid}.</translation>
    </message>
    <message>
        <source>Take up contact again: silent for unusually long</source>
        <translation>Reprendre contact : silence inhabituellement long</translation>
    </message>
    <message>
        <source>Takes {part} of your time</source>
        <translation>Prend {part} de votre temps</translation>
    </message>
    <message>
        <source>Talk about prices and service: costs more than it leaves</source>
        <translation>Parler prix et service : coûte plus qu’il ne laisse</translation>
    </message>
    <message>
        <source>The book is too young for a model: the bands rest on each client’s own gaps, from three on.</source>
        <translation>Le portefeuille est trop jeune pour un modèle : les bandes reposent sur les intervalles de chaque client, à partir de trois.</translation>
    </message>
    <message>
        <source>The client may not pay.</source>
        <translation>Le client peut ne pas payer.</translation>
    </message>
    <message>
        <source>The client may stop buying, or buy less.</source>
        <translation>Le client peut cesser d’acheter, ou acheter moins.</translation>
    </message>
    <message>
        <source>The first {shown} of {clients}.</source>
        <translation>Les {shown} premiers sur {clients}.</translation>
    </message>
    <message>
        <source>The latest answer to your survey.</source>
        <translation>La dernière réponse à votre enquête.</translation>
    </message>
    <message>
        <source>The signs of each client, the strongest first.</source>
        <translation>Les signes de chaque client, le plus fort d’abord.</translation>
    </message>
    <message>
        <source>Their revenue of 12 months × (1 − chance that they are still active). Of clients who bought nothing since, the revenue of the 12 months before counts; so this may be more than the revenue at risk.</source>
        <translation>Leur chiffre d’affaires des 12 derniers mois × (1 − chances qu’ils soient encore actifs). Pour les clients qui n’ont rien acheté depuis, ce sont les 12 mois précédents qui comptent ; ce montant peut donc dépasser le chiffre d’affaires exposé.</translation>
    </message>
    <message>
        <source>Too large a part of your revenue comes from one client.</source>
        <translation>Une part trop grande de votre chiffre d’affaires vient d’un seul client.</translation>
    </message>
    <message>
        <source>Understand the returns</source>
        <translation>Comprendre les retours</translation>
    </message>
    <message>
        <source>Understand why less is bought</source>
        <translation>Comprendre la baisse des achats</translation>
    </message>
    <message>
        <source>Unfaithful</source>
        <translation>Infidèle</translation>
    </message>
    <message>
        <source>Unpaid for more than 60 days, or insolvency announced.</source>
        <translation>Un impayé de plus de 60 jours, ou une procédure de défaillance annoncée.</translation>
    </message>
    <message>
        <source>Unpaid for {days} days</source>
        <translation>Impayé depuis {days} jours</translation>
    </message>
    <message>
        <source>Usually buys every {usual} days.</source>
        <translation>Achète d’habitude tous les {usual} jours.</translation>
    </message>
    <message>
        <source>Visit: find out what is bought elsewhere, and why.</source>
        <translation>Rendez visite : cherchez ce qui est acheté ailleurs, et pourquoi.</translation>
    </message>
    <message numerus="yes">
        <source>Waiting for %n day(s).</source>
        <translation>
            <numerusform>En attente depuis %n jour.</numerusform>
            <numerusform>En attente depuis %n jours.</numerusform>
        </translation>
    </message>
    <message>
        <source>Watch below {watch}, alarm below {alarm} of active clients silent that long; without a model, 2 and 3 usual gaps.</source>
        <translation>À surveiller sous {watch}, alerte sous {alarm} de clients actifs aussi longtemps silencieux ; sans modèle, 2 et 3 intervalles habituels.</translation>
    </message>
    <message>
        <source>Watch from {watch}, alarm from {alarm} of the revenue (your settings).</source>
        <translation>À surveiller dès {watch}, alerte dès {alarm} du chiffre d’affaires (vos réglages).</translation>
    </message>
    <message>
        <source>Watch while open, alarm after {days} days (your settings).</source>
        <translation>À surveiller tant qu’elle est ouverte, alerte après {days} jours (vos réglages).</translation>
    </message>
    <message>
        <source>Watch {watch}, alarm {alarm}.</source>
        <translation>À surveiller {watch}, alerte {alarm}.</translation>
    </message>
    <message>
        <source>Watch: sensitivity to prices is “high” in the record.</source>
        <translation>À surveiller : la sensibilité aux prix est « forte » dans la fiche.</translation>
    </message>
    <message>
        <source>Watch: serving takes {part} of the margin or more.</source>
        <translation>À surveiller : le service prend {part} de la marge ou plus.</translation>
    </message>
    <message>
        <source>Watch: the part of your time is {times} times the part of the revenue, from {time} a year on.</source>
        <translation>À surveiller : la part de votre temps est {times} fois celle du chiffre d’affaires, à partir de {time} par an.</translation>
    </message>
    <message>
        <source>Watch: up to {nps} out of 10 for recommending you, up to {csat} out of 5 for satisfaction.</source>
        <translation>À surveiller : jusqu’à {nps} sur 10 pour la recommandation, jusqu’à {csat} sur 5 pour la satisfaction.</translation>
    </message>
    <message>
        <source>Watch: {alarm} less, or {watch} less with fewer orders than chance explains; alarm: {alarm} less with such orders. At least {orders} orders before.</source>
        <translation>À surveiller : {alarm} de moins, ou {watch} de moins avec moins de commandes que le hasard ne l’explique ; alerte : {alarm} de moins avec de telles commandes. Au moins {orders} commandes avant.</translation>
    </message>
    <message>
        <source>Watch: {days} days late on average, or more.</source>
        <translation>À surveiller : {days} jours de retard en moyenne, ou plus.</translation>
    </message>
    <message>
        <source>What may go wrong, and with whom?</source>
        <translation>Qu’est-ce qui peut mal tourner, et avec qui ?</translation>
    </message>
    <message>
        <source>What the client bought over 12 months; if nothing, over the 12 months before.</source>
        <translation>Ce que le client a acheté sur 12 mois ; si rien, sur les 12 mois d’avant.</translation>
    </message>
    <message>
        <source>What the risk is about: revenue × (1 − chance of being active), what is lost serving the client, or what is owed. With all risks, the largest of these: they are never added up.</source>
        <translation>Ce que le risque concerne : le chiffre d’affaires × (1 − chances d’être actif), ce que le service du client fait perdre, ou ce qui est dû. Tous risques confondus, le plus grand des trois : ils ne sont jamais additionnés.</translation>
    </message>
    <message>
        <source>What these clients cost beyond their margin, over 12 months.</source>
        <translation>Ce que ces clients coûtent au-delà de leur marge, sur 12 mois.</translation>
    </message>
    <message>
        <source>What these clients owe past its date, all if insolvency is announced.</source>
        <translation>Ce que ces clients doivent après échéance ; tout leur dû si une défaillance est annoncée.</translation>
    </message>
    <message>
        <source>Win or grow others, and secure this one by a longer agreement.</source>
        <translation>Gagnez ou développez d’autres clients, et assurez celui-ci par un accord plus long.</translation>
    </message>
    <message>
        <source>Would recommend you: {score} out of 10</source>
        <translation>Vous recommande : {score} sur 10</translation>
    </message>
    <message>
        <source>after {days} days</source>
        <translation>après {days} jours</translation>
    </message>
    <message>
        <source>alarm</source>
        <translation>alerte</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>fewer than 1 in 200</source>
        <translation>moins de 1 sur 200</translation>
    </message>
    <message>
        <source>from {part}</source>
        <translation>dès {part}</translation>
    </message>
    <message>
        <source>next one expected</source>
        <translation>suivante attendue</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>order</source>
        <translation>commande</translation>
    </message>
    <message>
        <source>silent for too long</source>
        <translation>silence trop long</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>depuis le {day}</translation>
    </message>
    <message>
        <source>today</source>
        <translation>aujourd’hui</translation>
    </message>
    <message>
        <source>watch</source>
        <translation>à surveiller</translation>
    </message>
    <message>
        <source>{amount} past its date; the oldest for {days} days.</source>
        <translation>{amount} échus ; le plus ancien depuis {days} jours.</translation>
    </message>
    <message>
        <source>{axis}: {reason}</source>
        <translation>{axis} : {reason}</translation>
    </message>
    <message>
        <source>{chance} that the client is still active, so {amount} at risk over 12 months.</source>
        <translation>{chance} que le client soit encore actif, soit {amount} exposés sur 12 mois.</translation>
    </message>
    <message>
        <source>{rate} comes back</source>
        <translation>{rate} de retours</translation>
    </message>
    <message>
        <source>{revenue} in 12 months after {previous} in the 12 months before; {orders} orders after {before}.</source>
        <translation>{revenue} en 12 mois après {previous} les 12 mois d’avant ; {orders} commandes après {before}.</translation>
    </message>
    <message>
        <source>{revenue} in 12 months, {orders} orders; number {rank} of your clients.</source>
        <translation>{revenue} en 12 mois, {orders} commandes ; numéro {rank} de vos clients.</translation>
    </message>
    <message>
        <source>{share} of your revenue</source>
        <translation>{share} de votre CA</translation>
    </message>
    <message>
        <source>{time} in 12 months, for {share} of the revenue ({revenue}).</source>
        <translation>{time} en 12 mois, pour {share} du CA ({revenue}).</translation>
    </message>
</context>
<context>
    <name>RoleBadge</name>
    <message>
        <source>Strategic role: {role}. This client is kept for it, whatever it earns.</source>
        <translation>Rôle stratégique : {role}. Ce client est gardé pour cela, quoi qu’il rapporte.</translation>
    </message>
</context>
<context>
    <name>RoundTripReview</name>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>%n ajoutée</numerusform>
            <numerusform>%n ajoutées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n modifiée</numerusform>
            <numerusform>%n modifiées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed on both sides</source>
        <translation>
            <numerusform>%n modifiée des deux côtés</numerusform>
            <numerusform>%n modifiées des deux côtés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s) taken over. Ctrl+Z takes them back.</source>
        <translation>
            <numerusform>%n modification reprise. Ctrl+Z l’annule.</numerusform>
            <numerusform>%n modifications reprises. Ctrl+Z les annule.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not understood</source>
        <translation>
            <numerusform>%n illisible</numerusform>
            <numerusform>%n illisibles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation>
            <numerusform>%n retirée</numerusform>
            <numerusform>%n retirées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) as exported</source>
        <translation>
            <numerusform>%n ligne telle qu’exportée</numerusform>
            <numerusform>%n lignes telles qu’exportées</numerusform>
        </translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Colonne</translation>
    </message>
    <message>
        <source>Columns added by hand are not read: {names}.</source>
        <translation>Les colonnes ajoutées à la main ne sont pas lues : {names}.</translation>
    </message>
    <message>
        <source>Comparing {name} with the book…</source>
        <translation>Comparaison de {name} avec le portefeuille…</translation>
    </message>
    <message>
        <source>Edits ({count})</source>
        <translation>Modifications ({count})</translation>
    </message>
    <message>
        <source>Edits that cannot be read</source>
        <translation>Modifications illisibles</translation>
    </message>
    <message>
        <source>Its row was taken out of the workbook. Ticked, it is deleted from the book too.</source>
        <translation>Sa ligne a été retirée du classeur. Si vous cochez, la fiche est aussi supprimée du portefeuille.</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Not understood ({count})</source>
        <translation>Illisibles ({count})</translation>
    </message>
    <message>
        <source>Nothing was edited in this workbook: there is nothing to take over.</source>
        <translation>Rien n’a été modifié dans ce classeur : il n’y a rien à reprendre.</translation>
    </message>
    <message>
        <source>Only what is ticked is taken over. Rows taken out of the workbook stay unless you tick them.</source>
        <translation>Seul ce qui est coché est repris. Les lignes retirées du classeur restent, sauf si vous les cochez.</translation>
    </message>
    <message>
        <source>Problem and what to do</source>
        <translation>Problème et solution</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Feuille</translation>
    </message>
    <message>
        <source>Sheets no longer in it are left alone: {names}.</source>
        <translation>Les feuilles qui n’y sont plus sont laissées telles quelles : {names}.</translation>
    </message>
    <message numerus="yes">
        <source>Take over %n edit(s)</source>
        <translation>
            <numerusform>Reprendre %n modification</numerusform>
            <numerusform>Reprendre %n modifications</numerusform>
        </translation>
    </message>
    <message>
        <source>The book was changed here too since the export. Ticked, the workbook’s values win.</source>
        <translation>Le portefeuille a aussi changé ici depuis l’export. Si vous cochez, les valeurs du classeur l’emportent.</translation>
    </message>
    <message>
        <source>This workbook was exported from another book, so nothing was compared. Go back and import it as a table.</source>
        <translation>Ce classeur a été exporté d’un autre portefeuille : rien n’a été comparé. Revenez en arrière et importez-le comme un tableau.</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>Tout cocher</translation>
    </message>
    <message>
        <source>Tick none</source>
        <translation>Tout décocher</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>What to look at</source>
        <translation>À regarder</translation>
    </message>
    <message>
        <source>{name}, exported on {day}</source>
        <translation>{name}, exporté le {day}</translation>
    </message>
</context>
<context>
    <name>RoutePanel</name>
    <message numerus="yes">
        <source>%n client(s) due today, by postcode; with a day: nearby, due within a week.</source>
        <translation>
            <numerusform>%n client à relancer aujourd’hui, par code postal ; avec une date : tout près, à relancer sous huit jours.</numerusform>
            <numerusform>%n clients à relancer aujourd’hui, par code postal ; avec une date : tout près, à relancer sous huit jours.</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Copied: {number}</source>
        <translation>Copié : {number}</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Copier le texte</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Carte</translation>
    </message>
    <message>
        <source>No visit or meeting is planned for today.</source>
        <translation>Aucune visite ni aucun rendez-vous n’est prévu aujourd’hui.</translation>
    </message>
    <message>
        <source>Nobody is due today.</source>
        <translation>Personne à relancer aujourd’hui.</translation>
    </message>
    <message>
        <source>Only planned visits and meetings</source>
        <translation>Seulement les visites et rendez-vous prévus</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Open the chosen client (Enter)</source>
        <translation>Ouvrir le client choisi (Entrée)</translation>
    </message>
    <message>
        <source>Place unknown</source>
        <translation>Lieu inconnu</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Tournée</translation>
    </message>
    <message>
        <source>Show the chosen address on the map, in the web browser (M)</source>
        <translation>Voir l’adresse choisie sur la carte, dans le navigateur (M)</translation>
    </message>
    <message>
        <source>The map could not be opened</source>
        <translation>La carte n’a pas pu être ouverte</translation>
    </message>
    <message>
        <source>The route is copied</source>
        <translation>La tournée est copiée</translation>
    </message>
    <message>
        <source>The whole route with addresses and numbers, to print or to send</source>
        <translation>Toute la tournée avec adresses et numéros, à imprimer ou à envoyer</translation>
    </message>
    <message>
        <source>{place} · {due} + {near} nearby</source>
        <translation>{place} · {due} + {near} tout près</translation>
    </message>
    <message numerus="yes">
        <source>{text} The first %n are shown.</source>
        <translation>
            <numerusform>{text} Seul le premier est affiché.</numerusform>
            <numerusform>{text} Les %n premiers sont affichés.</numerusform>
        </translation>
    </message>
    <message>
        <source>{what} (nearby, due {day})</source>
        <translation>{what} (tout près, à relancer {day})</translation>
    </message>
</context>
<context>
    <name>RuleCompared</name>
    <message>
        <source>at least {value}</source>
        <translation>au moins {value}</translation>
    </message>
    <message>
        <source>at most {value}</source>
        <translation>au plus {value}</translation>
    </message>
    <message>
        <source>between {low} and {high}</source>
        <translation>{low} à {high}</translation>
    </message>
    <message>
        <source>exactly {value}</source>
        <translation>exactement {value}</translation>
    </message>
    <message>
        <source>less than {value}</source>
        <translation>moins de {value}</translation>
    </message>
    <message>
        <source>more than {value}</source>
        <translation>plus de {value}</translation>
    </message>
    <message>
        <source>not between {low} and {high}</source>
        <translation>pas {low} à {high}</translation>
    </message>
    <message>
        <source>other than {value}</source>
        <translation>pas exactement {value}</translation>
    </message>
</context>
<context>
    <name>RuleCounted</name>
    <message>
        <source>at least {value}</source>
        <translation>au moins {value}</translation>
    </message>
    <message>
        <source>at most {value}</source>
        <translation>au plus {value}</translation>
    </message>
    <message>
        <source>exactly {value}</source>
        <translation>exactement {value}</translation>
    </message>
    <message>
        <source>fewer than {value}</source>
        <translation>moins de {value}</translation>
    </message>
    <message>
        <source>from {low} to {high}</source>
        <translation>de {low} à {high}</translation>
    </message>
    <message>
        <source>more than {value}</source>
        <translation>plus de {value}</translation>
    </message>
    <message>
        <source>not exactly {value}</source>
        <translation>pas exactement {value}</translation>
    </message>
    <message>
        <source>not from {low} to {high}</source>
        <translation>pas de {low} à {high}</translation>
    </message>
</context>
<context>
    <name>RuleCounts</name>
    <message numerus="yes">
        <source>%n complaint(s) since the beginning</source>
        <translation>
            <numerusform>%n réclamation depuis toujours</numerusform>
            <numerusform>%n réclamations depuis toujours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open complaint(s)</source>
        <translation>
            <numerusform>%n réclamation ouverte</numerusform>
            <numerusform>%n réclamations ouvertes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open deal(s)</source>
        <translation>
            <numerusform>%n affaire en cours</numerusform>
            <numerusform>%n affaires en cours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) in the 12 months before</source>
        <translation>
            <numerusform>%n commande dans les 12 mois d’avant</numerusform>
            <numerusform>%n commandes dans les 12 mois d’avant</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) over 12 months</source>
        <translation>
            <numerusform>%n commande sur 12 mois</numerusform>
            <numerusform>%n commandes sur 12 mois</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) since the beginning</source>
        <translation>
            <numerusform>%n commande depuis toujours</numerusform>
            <numerusform>%n commandes depuis toujours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s) over 12 months</source>
        <translation>
            <numerusform>%n produit sur 12 mois</numerusform>
            <numerusform>%n produits sur 12 mois</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s) since the beginning</source>
        <translation>
            <numerusform>%n produit depuis toujours</numerusform>
            <numerusform>%n produits depuis toujours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n purchase day(s)</source>
        <translation>
            <numerusform>%n jour d’achat</numerusform>
            <numerusform>%n jours d’achat</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n survey answer(s)</source>
        <translation>
            <numerusform>%n réponse d’enquête</numerusform>
            <numerusform>%n réponses d’enquête</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n touch(es) over 12 months</source>
        <translation>
            <numerusform>%n échange sur 12 mois</numerusform>
            <numerusform>%n échanges sur 12 mois</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n touch(es) since the beginning</source>
        <translation>
            <numerusform>%n échange depuis toujours</numerusform>
            <numerusform>%n échanges depuis toujours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) over 12 months</source>
        <translation>
            <numerusform>%n visite sur 12 mois</numerusform>
            <numerusform>%n visites sur 12 mois</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RuleDates</name>
    <message>
        <source>after {day}</source>
        <translation>après le {day}</translation>
    </message>
    <message>
        <source>before {day}</source>
        <translation>avant le {day}</translation>
    </message>
    <message>
        <source>between {low} and {high}</source>
        <translation>entre {low} et {high}</translation>
    </message>
    <message>
        <source>not between {low} and {high}</source>
        <translation>pas entre {low} et {high}</translation>
    </message>
    <message>
        <source>not on {day}</source>
        <translation>un autre jour que le {day}</translation>
    </message>
    <message>
        <source>on {day}</source>
        <translation>le {day}</translation>
    </message>
    <message>
        <source>on {day} or after</source>
        <translation>le {day} ou après</translation>
    </message>
    <message>
        <source>on {day} or before</source>
        <translation>le {day} ou avant</translation>
    </message>
</context>
<context>
    <name>RuleEditor</name>
    <message>
        <source>A client changes segment once two month-ends in a row agree, or by two segments or more at one month-end or after an order. Without it, segments follow the figures of each day.</source>
        <translation>Un client change de segment quand deux fins de mois de suite le confirment, ou de deux segments ou plus à une fin de mois ou après une commande. Sans cela, les segments suivent les chiffres de chaque jour.</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Appliquer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Change segment only when it lasts two month-ends</source>
        <translation>Ne changer de segment que si cela dure deux fins de mois</translation>
    </message>
    <message>
        <source>Everyone else</source>
        <translation>Tous les autres</translation>
    </message>
    <message>
        <source>Give each segment a name.</source>
        <translation>Donnez un nom à chaque segment.</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>Donnez-lui un nom.</translation>
    </message>
    <message>
        <source>Largest clients</source>
        <translation>Plus gros clients</translation>
    </message>
    <message>
        <source>My group</source>
        <translation>Mon groupe</translation>
    </message>
    <message>
        <source>My segmentation</source>
        <translation>Ma segmentation</translation>
    </message>
    <message>
        <source>Name of the group</source>
        <translation>Nom du groupe</translation>
    </message>
    <message>
        <source>Name of the segmentation</source>
        <translation>Nom de la segmentation</translation>
    </message>
    <message>
        <source>Say whom “{segment}” takes: give it a condition.</source>
        <translation>Dites qui va dans « {segment} » : ajoutez-lui une condition.</translation>
    </message>
    <message>
        <source>Segment {number}</source>
        <translation>Segment {number}</translation>
    </message>
</context>
<context>
    <name>RuleKnown</name>
    <message>
        <source>a follow-up planned</source>
        <translation>une relance prévue</translation>
    </message>
    <message>
        <source>a payment overdue</source>
        <translation>un paiement en retard</translation>
    </message>
    <message>
        <source>an open complaint</source>
        <translation>une réclamation ouverte</translation>
    </message>
    <message>
        <source>beginning of the relationship known</source>
        <translation>début de la relation connu</translation>
    </message>
    <message>
        <source>bought in the 12 months</source>
        <translation>a acheté sur 12 mois</translation>
    </message>
    <message>
        <source>has a buying rhythm</source>
        <translation>a un rythme d’achat</translation>
    </message>
    <message>
        <source>has a frequency score</source>
        <translation>a un score de fréquence</translation>
    </message>
    <message>
        <source>has a recency score</source>
        <translation>a un score de récence</translation>
    </message>
    <message>
        <source>has a value score</source>
        <translation>a un score de montant</translation>
    </message>
    <message>
        <source>has answered a satisfaction survey</source>
        <translation>a répondu à une enquête de satisfaction</translation>
    </message>
    <message>
        <source>has answered an NPS survey</source>
        <translation>a répondu à une enquête NPS</translation>
    </message>
    <message>
        <source>has been in touch at least once</source>
        <translation>a eu au moins un échange</translation>
    </message>
    <message>
        <source>has bought at least once</source>
        <translation>a acheté au moins une fois</translation>
    </message>
    <message>
        <source>insolvency noted</source>
        <translation>insolvabilité signalée</translation>
    </message>
    <message>
        <source>its silence can be judged</source>
        <translation>son silence peut être jugé</translation>
    </message>
</context>
<context>
    <name>RuleMissing</name>
    <message>
        <source>beginning of the relationship not known</source>
        <translation>début de la relation inconnu</translation>
    </message>
    <message>
        <source>bought nothing in the 12 months</source>
        <translation>n’a rien acheté sur 12 mois</translation>
    </message>
    <message>
        <source>has no buying rhythm yet</source>
        <translation>n’a pas encore de rythme d’achat</translation>
    </message>
    <message>
        <source>has no frequency score</source>
        <translation>n’a pas de score de fréquence</translation>
    </message>
    <message>
        <source>has no recency score</source>
        <translation>n’a pas de score de récence</translation>
    </message>
    <message>
        <source>has no value score</source>
        <translation>n’a pas de score de montant</translation>
    </message>
    <message>
        <source>its silence cannot be judged</source>
        <translation>son silence ne peut pas être jugé</translation>
    </message>
    <message>
        <source>never bought</source>
        <translation>n’a jamais acheté</translation>
    </message>
    <message>
        <source>never in touch</source>
        <translation>n’a jamais eu d’échange</translation>
    </message>
    <message>
        <source>no answer to a satisfaction survey</source>
        <translation>aucune réponse à une enquête de satisfaction</translation>
    </message>
    <message>
        <source>no answer to an NPS survey</source>
        <translation>aucune réponse à une enquête NPS</translation>
    </message>
    <message>
        <source>no follow-up planned</source>
        <translation>aucune relance prévue</translation>
    </message>
    <message>
        <source>no insolvency noted</source>
        <translation>aucune insolvabilité signalée</translation>
    </message>
    <message>
        <source>no open complaint</source>
        <translation>aucune réclamation ouverte</translation>
    </message>
    <message>
        <source>no payment overdue</source>
        <translation>aucun paiement en retard</translation>
    </message>
</context>
<context>
    <name>RuleNone</name>
    <message>
        <source>no complaint ever</source>
        <translation>aucune réclamation à ce jour</translation>
    </message>
    <message>
        <source>no open complaint</source>
        <translation>aucune réclamation ouverte</translation>
    </message>
    <message>
        <source>no open deal</source>
        <translation>aucune affaire en cours</translation>
    </message>
    <message>
        <source>no order in the 12 months before</source>
        <translation>aucune commande dans les 12 mois d’avant</translation>
    </message>
    <message>
        <source>no order over 12 months</source>
        <translation>aucune commande sur 12 mois</translation>
    </message>
    <message>
        <source>no order yet</source>
        <translation>aucune commande à ce jour</translation>
    </message>
    <message>
        <source>no product bought yet</source>
        <translation>aucun produit acheté à ce jour</translation>
    </message>
    <message>
        <source>no product over 12 months</source>
        <translation>aucun produit sur 12 mois</translation>
    </message>
    <message>
        <source>no purchase day</source>
        <translation>aucun jour d’achat</translation>
    </message>
    <message>
        <source>no survey answer</source>
        <translation>aucune réponse d’enquête</translation>
    </message>
    <message>
        <source>no touch over 12 months</source>
        <translation>aucun échange sur 12 mois</translation>
    </message>
    <message>
        <source>no touch yet</source>
        <translation>aucun échange à ce jour</translation>
    </message>
    <message>
        <source>no visit over 12 months</source>
        <translation>aucune visite sur 12 mois</translation>
    </message>
</context>
<context>
    <name>RuleOf</name>
    <message>
        <source>at least {value}</source>
        <translation>d’au moins {value}</translation>
    </message>
    <message>
        <source>at most {value}</source>
        <translation>d’au plus {value}</translation>
    </message>
    <message>
        <source>between {low} and {high}</source>
        <translation>entre {low} et {high}</translation>
    </message>
    <message>
        <source>less than {value}</source>
        <translation>de moins de {value}</translation>
    </message>
    <message>
        <source>more than {value}</source>
        <translation>de plus de {value}</translation>
    </message>
    <message>
        <source>not between {low} and {high}</source>
        <translation>hors de {low} à {high}</translation>
    </message>
    <message>
        <source>of exactly {value}</source>
        <translation>de {value} exactement</translation>
    </message>
    <message>
        <source>other than {value}</source>
        <translation>autre que {value}</translation>
    </message>
</context>
<context>
    <name>RuleOperators</name>
    <message>
        <source>after</source>
        <translation>après</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>au moins</translation>
    </message>
    <message>
        <source>at least one</source>
        <translation>au moins une</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>au plus</translation>
    </message>
    <message>
        <source>before</source>
        <translation>avant</translation>
    </message>
    <message>
        <source>between</source>
        <translation>entre</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>contient</translation>
    </message>
    <message>
        <source>do not include</source>
        <translation>ne comprennent pas</translation>
    </message>
    <message>
        <source>exactly</source>
        <translation>exactement</translation>
    </message>
    <message>
        <source>include</source>
        <translation>comprennent</translation>
    </message>
    <message>
        <source>include one of</source>
        <translation>comprennent l’une de</translation>
    </message>
    <message>
        <source>is</source>
        <translation>est</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>n’est pas</translation>
    </message>
    <message>
        <source>known</source>
        <translation>connu</translation>
    </message>
    <message>
        <source>less than</source>
        <translation>moins de</translation>
    </message>
    <message>
        <source>more than</source>
        <translation>plus de</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucune</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>pas connu</translation>
    </message>
    <message>
        <source>not on</source>
        <translation>pas le</translation>
    </message>
    <message>
        <source>on</source>
        <translation>le</translation>
    </message>
    <message>
        <source>on or after</source>
        <translation>à partir du</translation>
    </message>
    <message>
        <source>on or before</source>
        <translation>jusqu’au</translation>
    </message>
    <message>
        <source>one of</source>
        <translation>parmi</translation>
    </message>
    <message>
        <source>other than</source>
        <translation>autre que</translation>
    </message>
    <message>
        <source>starts with</source>
        <translation>commence par</translation>
    </message>
</context>
<context>
    <name>RulePanel</name>
    <message>
        <source>All thresholds</source>
        <translation>Tous les seuils</translation>
    </message>
    <message>
        <source>Everyone whom none of the rules before has taken. It is always there, and always last.</source>
        <translation>Tous ceux qu’aucune règle précédente n’a pris. Ce segment est toujours là, et toujours le dernier.</translation>
    </message>
    <message>
        <source>Rule of the segment</source>
        <translation>Règle du segment</translation>
    </message>
    <message>
        <source>What is edited</source>
        <translation>Ce qui est modifié</translation>
    </message>
</context>
<context>
    <name>RulePreviewCard</name>
    <message numerus="yes">
        <source>%n client(s)</source>
        <translation>
            <numerusform>%n client</numerusform>
            <numerusform>%n clients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) change segment, {revenue} over 12 months</source>
        <translation>
            <numerusform>%n client change de segment, {revenue} sur 12 mois</numerusform>
            <numerusform>%n clients changent de segment, {revenue} sur 12 mois</numerusform>
        </translation>
    </message>
    <message>
        <source>As soon as all conditions can be used, this says whom they find.</source>
        <translation>Dès que toutes les conditions sont utilisables, vous verrez ici qui elles désignent.</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Calcul…</translation>
    </message>
    <message numerus="yes">
        <source>Earlier segments take all %n client(s) of this rule.</source>
        <translation>
            <numerusform>Les segments placés avant prennent le seul client de cette règle (%n).</numerusform>
            <numerusform>Les segments placés avant prennent les %n clients de cette règle.</numerusform>
        </translation>
    </message>
    <message>
        <source>Examples: {segment}</source>
        <translation>Exemples : {segment}</translation>
    </message>
    <message>
        <source>For example</source>
        <translation>Par exemple</translation>
    </message>
    <message>
        <source>If you apply this</source>
        <translation>Si vous appliquez</translation>
    </message>
    <message>
        <source>Nobody changes segment.</source>
        <translation>Personne ne change de segment.</translation>
    </message>
    <message>
        <source>This is a new segmentation: nobody moves until it is put in force.</source>
        <translation>Nouvelle segmentation : personne ne bouge tant qu’elle n’est pas mise en vigueur.</translation>
    </message>
    <message>
        <source>Who moves</source>
        <translation>Qui change</translation>
    </message>
    <message>
        <source>a removed segment</source>
        <translation>un segment retiré</translation>
    </message>
    <message>
        <source>and {clients} in other ways</source>
        <translation>et {clients} autrement</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>personne</translation>
    </message>
    <message>
        <source>{before} → {after}: {clients}</source>
        <translation>{before} → {after} : {clients}</translation>
    </message>
    <message>
        <source>{clients} in this group, {revenue} over 12 months</source>
        <translation>{clients} dans ce groupe, {revenue} sur 12 mois</translation>
    </message>
</context>
<context>
    <name>RuleSentence</name>
    <message>
        <source>(or never)</source>
        <translation>(ou jamais)</translation>
    </message>
    <message>
        <source>(or not known)</source>
        <translation>(ou valeur inconnue)</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between the parts of a list</comment>
        <translation> ; </translation>
    </message>
    <message>
        <source>All of these:</source>
        <translation>Toutes ces conditions :</translation>
    </message>
    <message>
        <source>At least one of these:</source>
        <translation>Au moins une de ces conditions :</translation>
    </message>
    <message>
        <source>None of these:</source>
        <translation>Aucune de ces conditions :</translation>
    </message>
    <message>
        <source>after the first {share} of the clients by revenue</source>
        <translation>après les premiers {share} des clients par CA</translation>
    </message>
    <message>
        <source>after the largest clients who make the first {share} of the revenue</source>
        <translation>après les plus gros clients, qui font les premiers {share} du CA</translation>
    </message>
    <message>
        <source>among the first {share} of the clients by revenue</source>
        <translation>parmi les premiers {share} des clients par CA</translation>
    </message>
    <message>
        <source>among the highest {share}</source>
        <translation>parmi les {share} les plus élevés</translation>
    </message>
    <message>
        <source>among the largest clients who make the first {share} of the revenue</source>
        <translation>parmi les plus gros clients, qui font les premiers {share} du CA</translation>
    </message>
    <message>
        <source>among the lowest {share}</source>
        <translation>parmi les {share} les plus bas</translation>
    </message>
    <message>
        <source>everyone else</source>
        <translation>tous les autres</translation>
    </message>
    <message>
        <source>in {compared}</source>
        <translation>dans {compared}</translation>
    </message>
    <message>
        <source>none of these: {parts}</source>
        <translation>aucune de ces conditions : {parts}</translation>
    </message>
    <message>
        <source>not all of these: {parts}</source>
        <translation>pas toutes ces conditions à la fois : {parts}</translation>
    </message>
    <message>
        <source>the level that {share} of the clients stay below</source>
        <translation>le niveau sous lequel restent {share} des clients</translation>
    </message>
    <message>
        <source>{compared} ago</source>
        <translation>il y a {compared}</translation>
    </message>
    <message>
        <source>{day}</source>
        <comment>a day in: between this day and that</comment>
        <translation>le {day}</translation>
    </message>
    <message>
        <source>{first} and {last}</source>
        <translation>{first} et {last}</translation>
    </message>
    <message>
        <source>{first} or {last}</source>
        <translation>{first} ou {last}</translation>
    </message>
    <message>
        <source>{subject} neither {low} nor {high}</source>
        <translation>{subject} ni {low} ni {high}</translation>
    </message>
    <message>
        <source>{subject}: {answer}</source>
        <translation>{subject} : {answer}</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation>« {text} »</translation>
    </message>
</context>
<context>
    <name>RuleSubjects</name>
    <message>
        <source>chance of still being a client</source>
        <translation>chance d’être encore client</translation>
    </message>
    <message>
        <source>chance that the silence is normal</source>
        <translation>chance d’un silence normal</translation>
    </message>
    <message>
        <source>last order</source>
        <translation>dernière commande</translation>
    </message>
    <message>
        <source>oldest open complaint noted</source>
        <translation>plus ancienne réclamation ouverte notée</translation>
    </message>
    <message>
        <source>relationship begun</source>
        <translation>relation commencée</translation>
    </message>
    <message>
        <source>share of the revenue</source>
        <translation>part du CA</translation>
    </message>
    <message>
        <source>time since the last order</source>
        <translation>temps depuis la dernière commande</translation>
    </message>
    <message>
        <source>time since the last touch</source>
        <translation>temps depuis le dernier échange</translation>
    </message>
</context>
<context>
    <name>RuleToday</name>
    <message>
        <source>after today</source>
        <translation>après aujourd’hui</translation>
    </message>
    <message>
        <source>before today</source>
        <translation>avant aujourd’hui</translation>
    </message>
    <message>
        <source>not today</source>
        <translation>un autre jour qu’aujourd’hui</translation>
    </message>
    <message>
        <source>today</source>
        <translation>aujourd’hui</translation>
    </message>
    <message>
        <source>today or after</source>
        <translation>aujourd’hui ou après</translation>
    </message>
    <message>
        <source>today or before</source>
        <translation>aujourd’hui ou avant</translation>
    </message>
</context>
<context>
    <name>RuleWhole</name>
    <message>
        <source>a payment overdue for {compared}</source>
        <translation>paiement en retard depuis {compared}</translation>
    </message>
    <message>
        <source>client for {compared}</source>
        <translation>client depuis {compared}</translation>
    </message>
    <message>
        <source>last order {compared} ago</source>
        <translation>dernière commande il y a {compared}</translation>
    </message>
    <message>
        <source>last touch {compared} ago</source>
        <translation>dernier échange il y a {compared}</translation>
    </message>
    <message>
        <source>silent for {compared}</source>
        <translation>silence depuis {compared}</translation>
    </message>
    <message>
        <source>{compared} old</source>
        <translation>âge : {compared}</translation>
    </message>
    <message>
        <source>{compared} spent over 12 months</source>
        <translation>{compared} de temps passé sur 12 mois</translation>
    </message>
    <message>
        <source>{compared} spent since the beginning</source>
        <translation>{compared} de temps passé depuis toujours</translation>
    </message>
</context>
<context>
    <name>RuleWords</name>
    <message>
        <source>{subject} contains {value}</source>
        <translation>{subject} contenant {value}</translation>
    </message>
    <message>
        <source>{subject} does not contain {value}</source>
        <translation>{subject} ne contenant pas {value}</translation>
    </message>
    <message>
        <source>{subject} does not start with {value}</source>
        <translation>{subject} ne commençant pas par {value}</translation>
    </message>
    <message>
        <source>{subject} including {values}</source>
        <translation>{subject} comprenant {values}</translation>
    </message>
    <message>
        <source>{subject} including {value}</source>
        <translation>{subject} comprenant {value}</translation>
    </message>
    <message>
        <source>{subject} is not {values}</source>
        <translation>{subject} autre que {values}</translation>
    </message>
    <message>
        <source>{subject} is not {value}</source>
        <translation>{subject} autre que {value}</translation>
    </message>
    <message>
        <source>{subject} is {values}</source>
        <translation>{subject} {values}</translation>
    </message>
    <message>
        <source>{subject} is {value}</source>
        <translation>{subject} {value}</translation>
    </message>
    <message>
        <source>{subject} known</source>
        <translation>avec {subject}</translation>
    </message>
    <message>
        <source>{subject} not known</source>
        <translation>sans {subject}</translation>
    </message>
    <message>
        <source>{subject} starts with {value}</source>
        <translation>{subject} commençant par {value}</translation>
    </message>
    <message>
        <source>{subject} without {values}</source>
        <translation>{subject} sans {values}</translation>
    </message>
    <message>
        <source>{subject} without {value}</source>
        <translation>{subject} sans {value}</translation>
    </message>
</context>
<context>
    <name>RulesBar</name>
    <message>
        <source>Known clients are recognised by</source>
        <translation>Clients connus reconnus par</translation>
    </message>
    <message>
        <source>What becomes of rows about known clients</source>
        <translation>Ce que deviennent les lignes sur des clients connus</translation>
    </message>
    <message>
        <source>What the file says of them:</source>
        <translation>Ce que le fichier en dit :</translation>
    </message>
</context>
<context>
    <name>RulesCard</name>
    <message>
        <source>At least</source>
        <translation>Au moins</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Confiance</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>Lift</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Support</translation>
    </message>
    <message>
        <source>What is bought together</source>
        <translation>Ce qui s’achète ensemble</translation>
    </message>
    <message>
        <source>Who buys</source>
        <translation>Qui achète</translation>
    </message>
    <message>
        <source>also buys</source>
        <translation>achète aussi</translation>
    </message>
</context>
<context>
    <name>SaleSheet</name>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Change a sale</source>
        <translation>Modifier une vente</translation>
    </message>
    <message>
        <source>Cost (for the margin)</source>
        <translation>Coût (pour la marge)</translation>
    </message>
    <message>
        <source>Discount, already taken off</source>
        <translation>Remise, déjà déduite</translation>
    </message>
    <message>
        <source>New sale</source>
        <translation>Nouvelle vente</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produit</translation>
    </message>
    <message>
        <source>To be paid by</source>
        <translation>À payer avant le</translation>
    </message>
</context>
<context>
    <name>SalesTab</name>
    <message>
        <source>Amount</source>
        <translation>Montant</translation>
    </message>
    <message>
        <source>Change this line</source>
        <translation>Modifier cette ligne</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Delete the selected lines</source>
        <translation>Supprimer les lignes sélectionnées</translation>
    </message>
    <message>
        <source>New sale</source>
        <translation>Nouvelle vente</translation>
    </message>
    <message>
        <source>No sale so far.</source>
        <translation>Aucune vente pour l’instant.</translation>
    </message>
    <message numerus="yes">
        <source>Order {order} marked as paid (%n line(s))</source>
        <translation>
            <numerusform>Commande {order} marquée comme payée (%n ligne)</numerusform>
            <numerusform>Commande {order} marquée comme payée (%n lignes)</numerusform>
        </translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Paiement</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produit</translation>
    </message>
    <message>
        <source>Qty</source>
        <translation>Qté</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>Vente</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>Ventes</translation>
    </message>
    <message numerus="yes">
        <source>Sales marked as paid (%n line(s))</source>
        <translation>
            <numerusform>Vente marquée comme payée (%n ligne)</numerusform>
            <numerusform>Ventes marquées comme payées (%n lignes)</numerusform>
        </translation>
    </message>
    <message>
        <source>The order was paid today</source>
        <translation>La commande a été payée aujourd’hui</translation>
    </message>
    <message>
        <source>The orders of the selected lines are paid</source>
        <translation>Les commandes des lignes choisies sont payées</translation>
    </message>
    <message>
        <source>What the line came to; below it the discount that was taken off before.</source>
        <translation>Montant de la ligne ; en dessous, la remise déjà déduite.</translation>
    </message>
    <message>
        <source>What was sold, on which day, in which order.</source>
        <translation>Ce qui a été vendu, quel jour, dans quelle commande.</translation>
    </message>
    <message>
        <source>When it was paid, or else the day it was to be paid by.</source>
        <translation>Quand la ligne a été payée, sinon le jour où elle devait l’être.</translation>
    </message>
    <message>
        <source>discount {amount}</source>
        <translation>remise {amount}</translation>
    </message>
</context>
<context>
    <name>ScoreBand</name>
    <message numerus="yes">
        <source>%n check(s) found something</source>
        <translation>
            <numerusform>%n contrôle a trouvé quelque chose</numerusform>
            <numerusform>%n contrôles ont trouvé quelque chose</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) examined</source>
        <translation>
            <numerusform>%n client examiné</numerusform>
            <numerusform>%n clients examinés</numerusform>
        </translation>
    </message>
    <message>
        <source>Checking the book…</source>
        <translation>Contrôle du portefeuille…</translation>
    </message>
    <message>
        <source>Every check that can be asked of a client is worth points: 5 whether they can be reached, 4 for messages that won’t arrive and duplicates, 3 for what money and post depend on, 2 for what lists are made with, 1 for manners of writing. The score is the share of these points that is not lost. Checks that are switched off don’t count.</source>
        <translation>Chaque contrôle applicable à un client vaut des points : 5 pour savoir s’il est joignable, 4 pour les messages qui n’arriveront pas et les doublons, 3 pour ce dont dépendent l’argent et le courrier, 2 pour ce dont les listes sont faites, 1 pour la présentation. La note est la part de ces points qui n’est pas perdue. Les contrôles désactivés ne comptent pas.</translation>
    </message>
    <message>
        <source>Most points to gain: {check}</source>
        <translation>Le plus à gagner : {check}</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>Dans le temps</translation>
    </message>
    <message>
        <source>Score of the data</source>
        <translation>Note des données</translation>
    </message>
    <message>
        <source>Score of the data over time</source>
        <translation>Note des données dans le temps</translation>
    </message>
    <message>
        <source>fair</source>
        <translation>correct</translation>
    </message>
    <message>
        <source>good</source>
        <translation>bien</translation>
    </message>
    <message>
        <source>nothing to mend</source>
        <translation>rien à corriger</translation>
    </message>
    <message>
        <source>still looking for duplicates…</source>
        <translation>recherche des doublons…</translation>
    </message>
    <message>
        <source>to be mended</source>
        <translation>à corriger</translation>
    </message>
    <message>
        <source>{change} since {day}</source>
        <translation>{change} depuis le {day}</translation>
    </message>
    <message>
        <source>{day}: {score} of 100</source>
        <translation>{day} : {score} sur 100</translation>
    </message>
    <message>
        <source>{score} of 100</source>
        <translation>{score} sur 100</translation>
    </message>
</context>
<context>
    <name>ScorePicker</name>
    <message>
        <source>No survey answer</source>
        <translation>Pas de réponse d’enquête</translation>
    </message>
    <message>
        <source>Satisfied: 1 not at all, 5 fully</source>
        <translation>Satisfait : 1 pas du tout, 5 tout à fait</translation>
    </message>
    <message>
        <source>Which survey</source>
        <translation>Quelle enquête</translation>
    </message>
    <message>
        <source>Would recommend us: 0 not at all, 10 certainly</source>
        <translation>Nous recommanderait : 0 pas du tout, 10 certainement</translation>
    </message>
</context>
<context>
    <name>SearchPalette</name>
    <message>
        <source>Nothing found.</source>
        <translation>Aucun résultat.</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Résultats</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Search, or type a command…</source>
        <translation>Rechercher, ou taper une commande…</translation>
    </message>
</context>
<context>
    <name>SegmentHead</name>
    <message>
        <source>Contact: ideal days</source>
        <translation>Contact : idéal (j)</translation>
    </message>
    <message>
        <source>Days at most between two touches</source>
        <translation>Nombre maximal de jours entre deux échanges</translation>
    </message>
    <message>
        <source>Ideal days between two touches</source>
        <translation>Nombre idéal de jours entre deux échanges</translation>
    </message>
    <message>
        <source>Name of the segment</source>
        <translation>Nom du segment</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Place in lists, 1 is the best</source>
        <translation>Rang dans les listes, 1 est le meilleur</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>max.</translation>
    </message>
</context>
<context>
    <name>SegmentList</name>
    <message>
        <source>(no name)</source>
        <translation>(sans nom)</translation>
    </message>
    <message>
        <source>Add a segment</source>
        <translation>Ajouter un segment</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Suppr</translation>
    </message>
    <message>
        <source>Duplicate this segment</source>
        <translation>Dupliquer ce segment</translation>
    </message>
    <message>
        <source>Remove this segment</source>
        <translation>Retirer ce segment</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Segments</translation>
    </message>
    <message>
        <source>Segments, in the order tried</source>
        <translation>Segments, dans l’ordre d’essai</translation>
    </message>
    <message>
        <source>Tried from top to bottom: a client goes into the first whose rule holds.</source>
        <translation>Essayés de haut en bas : un client va dans le premier dont la règle est remplie.</translation>
    </message>
    <message>
        <source>Try this segment earlier</source>
        <translation>Essayer ce segment plus tôt</translation>
    </message>
    <message>
        <source>Try this segment later</source>
        <translation>Essayer ce segment plus tard</translation>
    </message>
    <message>
        <source>{name} (copy)</source>
        <translation>{name} (copie)</translation>
    </message>
    <message>
        <source>{name}, its rule cannot be used yet</source>
        <translation>{name}, sa règle n’est pas encore utilisable</translation>
    </message>
</context>
<context>
    <name>SegmentPanel</name>
    <message numerus="yes">
        <source>%n client(s) came since {day}</source>
        <translation>
            <numerusform>%n client arrivé depuis le {day}</numerusform>
            <numerusform>%n clients arrivés depuis le {day}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) left since {day}</source>
        <translation>
            <numerusform>%n client parti depuis le {day}</numerusform>
            <numerusform>%n clients partis depuis le {day}</numerusform>
        </translation>
    </message>
    <message>
        <source>All its clients</source>
        <translation>Tous ses clients</translation>
    </message>
    <message numerus="yes">
        <source>All its clients (%n)</source>
        <translation>
            <numerusform>Tous ses clients (%n)</numerusform>
            <numerusform>Tous ses clients (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>Came from</source>
        <translation>Venait de</translation>
    </message>
    <message>
        <source>Rule: {rule}</source>
        <translation>Règle : {rule}</translation>
    </message>
    <message>
        <source>Went to</source>
        <translation>Est allé vers</translation>
    </message>
    <message>
        <source>Who came</source>
        <translation>Arrivés</translation>
    </message>
    <message>
        <source>Who left</source>
        <translation>Partis</translation>
    </message>
</context>
<context>
    <name>Segmentations</name>
    <message>
        <source>ABC by number of clients</source>
        <translation>ABC par nombre de clients</translation>
    </message>
    <message>
        <source>ABC by revenue</source>
        <translation>ABC par chiffre d’affaires</translation>
    </message>
    <message>
        <source>Commercial priority</source>
        <translation>Priorité commerciale</translation>
    </message>
    <message>
        <source>Large, medium, small</source>
        <translation>Gros, moyens, petits</translation>
    </message>
    <message>
        <source>Loyalty and doubt</source>
        <translation>Fidèles et douteux</translation>
    </message>
    <message>
        <source>Pareto: the vital few</source>
        <translation>Pareto : l’essentiel</translation>
    </message>
    <message>
        <source>Recency, frequency, money</source>
        <translation>Récence, fréquence, montant (RFM)</translation>
    </message>
</context>
<context>
    <name>Segments</name>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>Asleep</source>
        <translation>Endormis</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>À risque</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>C</source>
        <translation>C</translation>
    </message>
    <message>
        <source>Champions</source>
        <translation>Champions</translation>
    </message>
    <message>
        <source>Dormant</source>
        <translation>Dormant</translation>
    </message>
    <message>
        <source>Doubtful: dissatisfied</source>
        <translation>Douteux : insatisfaits</translation>
    </message>
    <message>
        <source>Doubtful: insolvent</source>
        <translation>Douteux : insolvables</translation>
    </message>
    <message>
        <source>Doubtful: unfaithful</source>
        <translation>Douteux : infidèles</translation>
    </message>
    <message>
        <source>Former</source>
        <translation>Ancien</translation>
    </message>
    <message>
        <source>High potential</source>
        <translation>Fort potentiel</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>Gros</translation>
    </message>
    <message>
        <source>Loyal</source>
        <translation>Fidèles</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Moyens</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>À surveiller</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouveau</translation>
    </message>
    <message>
        <source>No revenue</source>
        <translation>Sans CA</translation>
    </message>
    <message>
        <source>No score</source>
        <translation>Sans score</translation>
    </message>
    <message>
        <source>Not to be lost</source>
        <translation>À ne pas perdre</translation>
    </message>
    <message>
        <source>Occasional</source>
        <translation>Occasionnel</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Autre</translation>
    </message>
    <message>
        <source>Potential</source>
        <translation>Potentiels</translation>
    </message>
    <message>
        <source>Promising</source>
        <translation>Prometteurs</translation>
    </message>
    <message>
        <source>Prospect</source>
        <translation>Prospect</translation>
    </message>
    <message>
        <source>Regular</source>
        <translation>Régulier</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>Petits</translation>
    </message>
    <message>
        <source>The others</source>
        <translation>Les autres</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>Top</translation>
    </message>
    <message>
        <source>Vital few</source>
        <translation>L’essentiel</translation>
    </message>
</context>
<context>
    <name>SegmentsControls</name>
    <message>
        <source>Segmentation</source>
        <translation>Segmentation</translation>
    </message>
    <message>
        <source>Since when comings and goings count</source>
        <translation>Depuis quand compter les arrivées et les départs</translation>
    </message>
    <message>
        <source>{name} (in force)</source>
        <translation>{name} (en vigueur)</translation>
    </message>
</context>
<context>
    <name>SegmentsTab</name>
    <message numerus="yes">
        <source>%n client(s)</source>
        <translation>
            <numerusform>%n client</numerusform>
            <numerusform>%n clients</numerusform>
        </translation>
    </message>
    <message>
        <source>A client changes segment when two month-ends in a row agree, or by two segments or more at one month-end or after an order.</source>
        <translation>Un client change de segment quand deux fins de mois de suite le confirment, ou de deux segments ou plus à une fin de mois ou après une commande.</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Moyenne</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Arrivés</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Clients and revenue</source>
        <translation>Clients et CA</translation>
    </message>
    <message>
        <source>Clients and revenue by segment</source>
        <translation>Clients et CA par segment</translation>
    </message>
    <message>
        <source>Clients in the segment on {end} who were not in it on {day}.</source>
        <translation>Clients dans le segment au {end} qui n’y étaient pas au {day}.</translation>
    </message>
    <message>
        <source>Clients who were in the segment on {day} and are not on {end}.</source>
        <translation>Clients qui étaient dans le segment au {day} et n’y sont plus au {end}.</translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>Copier le tableau</translation>
    </message>
    <message>
        <source>Costs are known for {share} of this revenue.</source>
        <translation>Les coûts sont connus pour {share} de ce CA.</translation>
    </message>
    <message>
        <source>Delete this segmentation</source>
        <translation>Supprimer cette segmentation</translation>
    </message>
    <message>
        <source>Edit rules and thresholds…</source>
        <translation>Modifier règles et seuils…</translation>
    </message>
    <message>
        <source>Give it its own rules back</source>
        <translation>Revenir à ses règles d’origine</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Groupes</translation>
    </message>
    <message>
        <source>How many clients are in the segment on {end}.</source>
        <translation>Nombre de clients dans le segment au {end}.</translation>
    </message>
    <message>
        <source>Import my clients</source>
        <translation>Importer mes clients</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>En vigueur</translation>
    </message>
    <message>
        <source>In force: lists, follow-ups and contact rhythms go by these segments.</source>
        <translation>En vigueur : listes, relances et rythmes de contact suivent ces segments.</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Partis</translation>
    </message>
    <message>
        <source>Look at a sample book</source>
        <translation>Voir un portefeuille d’exemple</translation>
    </message>
    <message>
        <source>Look at it on {day}</source>
        <translation>Voir la situation au {day}</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Marge</translation>
    </message>
    <message numerus="yes">
        <source>Measured on %n client(s).</source>
        <translation>
            <numerusform>Mesuré sur %n client.</numerusform>
            <numerusform>Mesuré sur %n clients.</numerusform>
        </translation>
    </message>
    <message>
        <source>More about this segmentation</source>
        <translation>Plus sur cette segmentation</translation>
    </message>
    <message>
        <source>New segmentation</source>
        <translation>Nouvelle segmentation</translation>
    </message>
    <message>
        <source>No sale in the 12 months up to {end}: the last one was on {day}.</source>
        <translation>Aucune vente sur les 12 mois jusqu’au {end} : la dernière date du {day}.</translation>
    </message>
    <message>
        <source>Nothing sold in the last 12 months.</source>
        <translation>Aucune vente au cours des 12 derniers mois.</translation>
    </message>
    <message>
        <source>Of those who were in the segment on {day} and had bought in the 12 months before that day: the part that bought in the 12 months up to {end}. It is not the retention of the Today page, which sets one whole year against the year before for all clients: the closer the two days, the more these two years overlap, and the higher it is. Below {few} clients the likely range is given (80 %, Wilson).</source>
        <translation>Parmi ceux qui étaient dans le segment au {day} et avaient acheté dans les 12 mois avant ce jour : la part qui a acheté dans les 12 mois jusqu’au {end}. Ce n’est pas la rétention de la page Aujourd’hui, qui compare une année entière à la précédente pour tous les clients : plus les deux jours sont proches, plus ces deux années se recouvrent, et plus elle est élevée. En dessous de {few} clients, la fourchette probable est indiquée (80 %, Wilson).</translation>
    </message>
    <message>
        <source>Once there are clients in the book, they stand here by segment: your best ones, those who could grow, those who slip away.</source>
        <translation>Dès que le portefeuille contient des clients, ils sont rangés ici par segment : les meilleurs, ceux qui peuvent grandir, ceux qui s’éloignent.</translation>
    </message>
    <message>
        <source>Only looked at: lists and follow-ups go by another segmentation.</source>
        <translation>Pour consultation : listes et relances suivent une autre segmentation.</translation>
    </message>
    <message>
        <source>Part of all clients of the book.</source>
        <translation>Part de tous les clients du portefeuille.</translation>
    </message>
    <message>
        <source>Part of the clients</source>
        <translation>Part des clients</translation>
    </message>
    <message>
        <source>Part of the clients that the rule of thumb expects here.</source>
        <translation>Part des clients que la règle empirique attend ici.</translation>
    </message>
    <message>
        <source>Part of the clients with a sale in the 12 months up to {end}.</source>
        <translation>Part des clients ayant une vente sur les 12 mois jusqu’au {end}.</translation>
    </message>
    <message>
        <source>Part of the revenue</source>
        <translation>Part du CA</translation>
    </message>
    <message>
        <source>Part of the revenue of all clients {period}.</source>
        <translation>Part du CA de tous les clients {period}.</translation>
    </message>
    <message>
        <source>Put in force</source>
        <translation>Mettre en vigueur</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Rétention</translation>
    </message>
    <message>
        <source>Retention since {day}</source>
        <translation>Rétention depuis le {day}</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>CA</translation>
    </message>
    <message>
        <source>Revenue less cost {period}, where the costs of the sales are known.</source>
        <translation>CA moins coûts {period}, là où le coût des ventes est connu.</translation>
    </message>
    <message>
        <source>Revenue {period}, divided by the clients.</source>
        <translation>CA {period}, divisé par le nombre de clients.</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Règle</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>Segment</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Segments</translation>
    </message>
    <message>
        <source>The segments, the best first.</source>
        <translation>Les segments, le meilleur d’abord.</translation>
    </message>
    <message>
        <source>The table is on the clipboard.</source>
        <translation>Le tableau est dans le presse-papiers.</translation>
    </message>
    <message>
        <source>This rule cannot be read, so nobody is in. {reason}</source>
        <translation>Cette règle ne peut pas être lue, personne n’y est donc. {reason}</translation>
    </message>
    <message>
        <source>What these clients bought {period}.</source>
        <translation>Ce que ces clients ont acheté {period}.</translation>
    </message>
    <message>
        <source>Who belongs to it. The rules are tried in their own order, and a client goes where the first one holds.</source>
        <translation>Qui en fait partie. Les règles sont essayées dans leur ordre, et un client va là où la première est remplie.</translation>
    </message>
    <message>
        <source>Who is who in your book?</source>
        <translation>Qui est qui dans votre portefeuille ?</translation>
    </message>
    <message>
        <source>You changed its rules.</source>
        <translation>Vous avez modifié ses règles.</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>attendu</translation>
    </message>
    <message>
        <source>over the 12 months up to {end}</source>
        <translation>sur les 12 mois jusqu’au {end}</translation>
    </message>
    <message>
        <source>recency {recency}, frequency {frequency}</source>
        <translation>récence {recency}, fréquence {frequency}</translation>
    </message>
    <message>
        <source>{share} of the clients</source>
        <translation>{share} des clients</translation>
    </message>
    <message>
        <source>{share} of the revenue</source>
        <translation>{share} du CA</translation>
    </message>
</context>
<context>
    <name>ServedCard</name>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Opportunities</source>
        <translation>Opportunités</translation>
    </message>
    <message>
        <source>Part of the contacts</source>
        <translation>Part des échanges</translation>
    </message>
    <message>
        <source>Part of the worth</source>
        <translation>Part de l’enjeu</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>CA</translation>
    </message>
    <message>
        <source>Seen in time</source>
        <translation>Vus à temps</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>Segment</translation>
    </message>
    <message>
        <source>Segments: what they bring, what they get</source>
        <translation>Segments : ce qu’ils apportent, ce qu’ils reçoivent</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>&amp;Currency</source>
        <translation>&amp;Devise</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Thème</translation>
    </message>
    <message>
        <source>Amounts keep their figures; only the sign changes.</source>
        <translation>Les montants gardent leurs chiffres ; seul le symbole change.</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sauvegardes</translation>
    </message>
    <message>
        <source>Books</source>
        <translation>Portefeuilles</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Everything stays on this computer. A book is one file: copy it and everything is copied.</source>
        <translation>Tout reste sur cet ordinateur. Un portefeuille est un seul fichier : copiez-le et tout est copié.</translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation>Langue et apparence</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Like the computer</source>
        <translation>Comme l’ordinateur</translation>
    </message>
    <message>
        <source>Nothing in it yet.</source>
        <translation>Encore vide.</translation>
    </message>
    <message>
        <source>Open another…</source>
        <translation>Ouvrir un autre…</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Préférences</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Enregistrer une copie…</translation>
    </message>
    <message>
        <source>This book</source>
        <translation>Ce portefeuille</translation>
    </message>
    <message>
        <source>Where things are kept</source>
        <translation>Emplacement des fichiers</translation>
    </message>
    <message>
        <source>{app}, version {version}</source>
        <translation>{app}, version {version}</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Fermer (Échap)</translation>
    </message>
</context>
<context>
    <name>ShellActions</name>
    <message>
        <source>Export to Excel</source>
        <translation>Exporter vers Excel</translation>
    </message>
    <message>
        <source>File menu</source>
        <translation>Menu Fichier</translation>
    </message>
    <message>
        <source>Go to and do</source>
        <translation>Aller et faire</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Log a touch</source>
        <translation>Noter un échange</translation>
    </message>
    <message>
        <source>Log in one line</source>
        <translation>Noter en une ligne</translation>
    </message>
    <message>
        <source>New book…</source>
        <translation>Nouveau portefeuille…</translation>
    </message>
    <message>
        <source>New client</source>
        <translation>Nouveau client</translation>
    </message>
    <message>
        <source>Open a book…</source>
        <translation>Ouvrir un portefeuille…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Recent books</source>
        <translation>Portefeuilles récents</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Enregistrer une copie…</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>ShortcutOverlay</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>File menu</source>
        <translation>Menu Fichier</translation>
    </message>
</context>
<context>
    <name>SimpleCard</name>
    <message>
        <source>= simple value of the average client, in revenue</source>
        <translation>= valeur simple du client moyen, en chiffre d’affaires</translation>
    </message>
    <message>
        <source>Average order</source>
        <translation>Panier moyen</translation>
    </message>
    <message>
        <source>By the clients lost in a year they would last {churn} years, not {years}: beware of either.</source>
        <translation>D’après les clients perdus en un an, elles dureraient {churn} ans et non {years} : méfiez-vous des deux.</translation>
    </message>
    <message>
        <source>By the clients lost in a year: {churn} years.</source>
        <translation>D’après les clients perdus en un an : {churn} ans.</translation>
    </message>
    <message>
        <source>Relationships that go on are counted as if they ended today.</source>
        <translation>Les relations qui durent encore sont comptées comme si elles s’arrêtaient aujourd’hui.</translation>
    </message>
    <message>
        <source>The simple value, step by step</source>
        <translation>La valeur simple, pas à pas</translation>
    </message>
    <message>
        <source>× orders a year</source>
        <translation>× commandes par an</translation>
    </message>
    <message>
        <source>× years of relationship</source>
        <translation>× années de relation</translation>
    </message>
</context>
<context>
    <name>SinceChoice</name>
    <message>
        <source>First day</source>
        <translation>Premier jour</translation>
    </message>
    <message>
        <source>From – to…</source>
        <translation>Du – au…</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Dernier jour</translation>
    </message>
    <message>
        <source>Since a month ago</source>
        <translation>Depuis un mois</translation>
    </message>
    <message>
        <source>Since a quarter ago</source>
        <translation>Depuis un trimestre</translation>
    </message>
    <message>
        <source>Since a year ago</source>
        <translation>Depuis un an</translation>
    </message>
    <message>
        <source>to</source>
        <translation>au</translation>
    </message>
</context>
<context>
    <name>Snooze</name>
    <message>
        <source>In 2 weeks</source>
        <translation>Dans 2 semaines</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>Le mois prochain</translation>
    </message>
    <message>
        <source>Next week</source>
        <translation>La semaine prochaine</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Demain</translation>
    </message>
</context>
<context>
    <name>SnoozeMenu</name>
    <message>
        <source>Pick a date…</source>
        <translation>Choisir une date…</translation>
    </message>
</context>
<context>
    <name>SpendingCard</name>
    <message>
        <source>12 months up to {day}: amounts spent through a source, and costs noted at its clients.</source>
        <translation>12 mois jusqu’au {day} : montants dépensés par une source, et coûts notés chez ses clients.</translation>
    </message>
    <message>
        <source>A new client may cost up to {amount} (worth {ratio} times that).</source>
        <translation>Un nouveau client peut coûter jusqu’à {amount} (il vaut {ratio} fois plus).</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Montant</translation>
    </message>
    <message>
        <source>Amounts noted</source>
        <translation>Montants notés</translation>
    </message>
    <message>
        <source>Amounts spent on winning clients</source>
        <translation>Montants dépensés pour gagner des clients</translation>
    </message>
    <message>
        <source>Change this amount</source>
        <translation>Modifier ce montant</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Clients won through {source}: {count}</source>
        <translation>Clients gagnés par {source} : {count}</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Delete the selected amounts</source>
        <translation>Supprimer les montants choisis</translation>
    </message>
    <message>
        <source>Few clients: little to go by.</source>
        <translation>Peu de clients : à prendre avec prudence.</translation>
    </message>
    <message>
        <source>It earns that back in {time}.</source>
        <translation>Il le rembourse en {time}.</translation>
    </message>
    <message>
        <source>No cost was noted for this source.</source>
        <translation>Aucun coût n’a été noté pour cette source.</translation>
    </message>
    <message>
        <source>Nobody who came through this source has ordered for the first time yet.</source>
        <translation>Personne n’a encore passé de première commande par cette source.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Note a spending</source>
        <translation>Noter une dépense</translation>
    </message>
    <message>
        <source>Nothing was spent and nobody won in these months.</source>
        <translation>Rien n’a été dépensé et personne n’a été gagné pendant ces mois.</translation>
    </message>
    <message>
        <source>One cost</source>
        <translation>L’un a coûté</translation>
    </message>
    <message>
        <source>One cost {cost}; a new client is worth {worth}, and may cost {ceiling}.</source>
        <translation>L’un a coûté {cost} ; un nouveau client vaut {worth} et peut coûter {ceiling}.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>Dépensé</translation>
    </message>
    <message>
        <source>What a new client is worth cannot be told from so little history.</source>
        <translation>Avec si peu d’historique, on ne peut pas dire ce que vaut un nouveau client.</translation>
    </message>
    <message>
        <source>What winning clients cost</source>
        <translation>Ce que coûte la conquête de clients</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>Gagnés</translation>
    </message>
    <message>
        <source>dear</source>
        <translation>cher</translation>
    </message>
    <message>
        <source>loses money</source>
        <translation>à perte</translation>
    </message>
    <message>
        <source>no source noted</source>
        <translation>sans source notée</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>personne encore</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>not noted</source>
        <translation>non noté</translation>
    </message>
    <message>
        <source>pays</source>
        <translation>rentable</translation>
    </message>
    <message>
        <source>slow</source>
        <translation>lent</translation>
    </message>
</context>
<context>
    <name>SpendingSheet</name>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Change a spending</source>
        <translation>Modifier une dépense</translation>
    </message>
    <message>
        <source>Day or month</source>
        <translation>Jour ou mois</translation>
    </message>
    <message>
        <source>New spending</source>
        <translation>Nouvelle dépense</translation>
    </message>
    <message>
        <source>Source (as noted at the clients)</source>
        <translation>Source (comme notée chez les clients)</translation>
    </message>
</context>
<context>
    <name>StatementCard</name>
    <message>
        <source>% of revenue</source>
        <translation>% du CA</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Montant</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Écart</translation>
    </message>
    <message>
        <source>Income statement</source>
        <translation>Compte de résultat</translation>
    </message>
    <message>
        <source>Open client</source>
        <translation>Ouvrir la fiche</translation>
    </message>
    <message>
        <source>Set what serving costs…</source>
        <translation>Indiquer ce que coûte le service…</translation>
    </message>
    <message>
        <source>Whole book</source>
        <translation>Tout le portefeuille</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>non indiqué</translation>
    </message>
</context>
<context>
    <name>StepDetails</name>
    <message numerus="yes">
        <source>Nothing was taken back: %n record(s) stay(s) as it is:</source>
        <translation>
            <numerusform>Rien n’a été annulé : %n élément reste tel quel :</numerusform>
            <numerusform>Rien n’a été annulé : %n éléments restent tels quels :</numerusform>
        </translation>
    </message>
    <message>
        <source>Put back what this changed. What was changed since is kept, and listed. (T)</source>
        <translation>Remet en place ce que cela a changé. Ce qui a été modifié depuis est conservé, et signalé. (T)</translation>
    </message>
    <message numerus="yes">
        <source>Show more records (%n left)</source>
        <translation>
            <numerusform>Afficher la suite (%n élément restant)</numerusform>
            <numerusform>Afficher la suite (%n éléments restants)</numerusform>
        </translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Annuler</translation>
    </message>
    <message numerus="yes">
        <source>Taken back, but for %n record(s), kept as it is:</source>
        <translation>
            <numerusform>Annulé, sauf %n élément, conservé tel quel :</numerusform>
            <numerusform>Annulé, sauf %n éléments, conservés tels quels :</numerusform>
        </translation>
    </message>
    <message>
        <source>There was nothing left to take back.</source>
        <translation>Il n’y avait plus rien à annuler.</translation>
    </message>
    <message>
        <source>This cannot be taken back: it was made to last, and the book kept nothing of what was there before.</source>
        <translation>Ceci ne peut pas être annulé : c’était définitif, et le portefeuille n’a rien gardé de ce qu’il y avait avant.</translation>
    </message>
    <message>
        <source>This was taken back later. Undoing that brings it back.</source>
        <translation>Ceci a été annulé plus tard. Annuler cette annulation le rétablit.</translation>
    </message>
    <message>
        <source>This was undone, and other things were done after that: what it had changed is not kept.</source>
        <translation>Ceci a été annulé, puis autre chose a été fait : ce qui avait changé n’est pas conservé.</translation>
    </message>
    <message>
        <source>This was undone: it does not stand any more. Redo does it again.</source>
        <translation>Ceci a été annulé et ne compte plus. « Rétablir » le refait.</translation>
    </message>
    <message>
        <source>What this step had changed</source>
        <translation>Ce que cette action avait changé</translation>
    </message>
    <message>
        <source>What was in it was erased for good.</source>
        <translation>Son contenu a été effacé définitivement.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StepRow</name>
    <message>
        <source> d</source>
        <translation> j</translation>
    </message>
    <message>
        <source>Remove step {number}</source>
        <translation>Retirer l’étape {number}</translation>
    </message>
    <message>
        <source>Step {number}: days after the one before</source>
        <translation>Étape {number} : jours après la précédente</translation>
    </message>
    <message>
        <source>Step {number}: kind of contact</source>
        <translation>Étape {number} : type de contact</translation>
    </message>
    <message>
        <source>Step {number}: what to do</source>
        <translation>Étape {number} : que faire</translation>
    </message>
    <message>
        <source>What to do or to say</source>
        <translation>Que faire ou que dire</translation>
    </message>
    <message>
        <source>after </source>
        <translation>après </translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Acquisition spending added</source>
        <translation>Dépense d’acquisition ajoutée</translation>
    </message>
    <message>
        <source>Acquisition spending changed</source>
        <translation>Dépense d’acquisition modifiée</translation>
    </message>
    <message>
        <source>Acquisition spending deleted</source>
        <translation>Dépense d’acquisition supprimée</translation>
    </message>
    <message>
        <source>Added to the do-not-contact list</source>
        <translation>Ajouté à la liste d’opposition</translation>
    </message>
    <message>
        <source>Answer on being reached noted</source>
        <translation>Consentement noté</translation>
    </message>
    <message>
        <source>Backup restored</source>
        <translation>Sauvegarde restaurée</translation>
    </message>
    <message>
        <source>Change saved</source>
        <translation>Modification enregistrée</translation>
    </message>
    <message>
        <source>Changes of a workbook taken over</source>
        <translation>Modifications d’un classeur reprises</translation>
    </message>
    <message>
        <source>Client added</source>
        <translation>Client ajouté</translation>
    </message>
    <message>
        <source>Client changed</source>
        <translation>Client modifié</translation>
    </message>
    <message>
        <source>Client deleted</source>
        <translation>Client supprimé</translation>
    </message>
    <message>
        <source>Clients deleted</source>
        <translation>Clients supprimés</translation>
    </message>
    <message>
        <source>Clients merged</source>
        <translation>Clients fusionnés</translation>
    </message>
    <message>
        <source>Complaint reopened</source>
        <translation>Réclamation rouverte</translation>
    </message>
    <message>
        <source>Complaint resolved</source>
        <translation>Réclamation résolue</translation>
    </message>
    <message>
        <source>Contact added</source>
        <translation>Contact ajouté</translation>
    </message>
    <message>
        <source>Contact changed</source>
        <translation>Contact modifié</translation>
    </message>
    <message>
        <source>Contact deleted</source>
        <translation>Contact supprimé</translation>
    </message>
    <message>
        <source>Contact rhythm changed</source>
        <translation>Rythme de contact modifié</translation>
    </message>
    <message>
        <source>Contact rhythm of several clients changed</source>
        <translation>Rythme de contact de plusieurs clients modifié</translation>
    </message>
    <message>
        <source>Custom field added</source>
        <translation>Champ personnalisé ajouté</translation>
    </message>
    <message>
        <source>Custom field changed</source>
        <translation>Champ personnalisé modifié</translation>
    </message>
    <message>
        <source>Custom field deleted</source>
        <translation>Champ personnalisé supprimé</translation>
    </message>
    <message>
        <source>Data mended</source>
        <translation>Données corrigées</translation>
    </message>
    <message>
        <source>Deal added</source>
        <translation>Affaire ajoutée</translation>
    </message>
    <message>
        <source>Deal changed</source>
        <translation>Affaire modifiée</translation>
    </message>
    <message>
        <source>Deal closed</source>
        <translation>Affaire close</translation>
    </message>
    <message>
        <source>Deal deleted</source>
        <translation>Affaire supprimée</translation>
    </message>
    <message>
        <source>Deal reopened</source>
        <translation>Affaire rouverte</translation>
    </message>
    <message>
        <source>File no longer watched</source>
        <translation>Fichier retiré du suivi</translation>
    </message>
    <message>
        <source>File watched</source>
        <translation>Fichier suivi</translation>
    </message>
    <message>
        <source>Follow-up changed</source>
        <translation>Relance modifiée</translation>
    </message>
    <message>
        <source>Follow-up done</source>
        <translation>Relance faite</translation>
    </message>
    <message>
        <source>Follow-up dropped</source>
        <translation>Relance abandonnée</translation>
    </message>
    <message>
        <source>Follow-up planned</source>
        <translation>Relance planifiée</translation>
    </message>
    <message>
        <source>Follow-up planned about an opportunity</source>
        <translation>Relance planifiée pour une opportunité</translation>
    </message>
    <message>
        <source>Follow-up postponed</source>
        <translation>Relance reportée</translation>
    </message>
    <message>
        <source>Follow-up reopened</source>
        <translation>Relance rouverte</translation>
    </message>
    <message>
        <source>Follow-up waiting for an answer</source>
        <translation>Relance en attente d’une réponse</translation>
    </message>
    <message>
        <source>Full copy taken in</source>
        <translation>Copie complète reprise</translation>
    </message>
    <message>
        <source>Group added</source>
        <translation>Groupe ajouté</translation>
    </message>
    <message>
        <source>Group changed</source>
        <translation>Groupe modifié</translation>
    </message>
    <message>
        <source>Group deleted</source>
        <translation>Groupe supprimé</translation>
    </message>
    <message>
        <source>Import done</source>
        <translation>Import terminé</translation>
    </message>
    <message>
        <source>Key date added</source>
        <translation>Date clé ajoutée</translation>
    </message>
    <message>
        <source>Key date changed</source>
        <translation>Date clé modifiée</translation>
    </message>
    <message>
        <source>Key date deleted</source>
        <translation>Date clé supprimée</translation>
    </message>
    <message>
        <source>No longer noted as two clients</source>
        <translation>Plus notés comme deux clients</translation>
    </message>
    <message>
        <source>Note added to several clients</source>
        <translation>Note ajoutée à plusieurs clients</translation>
    </message>
    <message>
        <source>Noted: not the same client</source>
        <translation>Noté : pas le même client</translation>
    </message>
    <message>
        <source>Older change taken back</source>
        <translation>Action ancienne annulée</translation>
    </message>
    <message>
        <source>One field of several clients changed</source>
        <translation>Un champ de plusieurs clients modifié</translation>
    </message>
    <message>
        <source>Opportunity set aside</source>
        <translation>Opportunité écartée</translation>
    </message>
    <message>
        <source>Person erased for good</source>
        <translation>Personne effacée définitivement</translation>
    </message>
    <message>
        <source>Persons erased earlier were erased again</source>
        <translation>Personnes déjà effacées, effacées à nouveau</translation>
    </message>
    <message>
        <source>Plan added</source>
        <translation>Plan d’action ajouté</translation>
    </message>
    <message>
        <source>Plan changed</source>
        <translation>Plan d’action modifié</translation>
    </message>
    <message>
        <source>Plan deleted</source>
        <translation>Plan d’action supprimé</translation>
    </message>
    <message>
        <source>Put into a plan</source>
        <translation>Inscription à un plan d’action</translation>
    </message>
    <message>
        <source>Put into a plan for an opportunity</source>
        <translation>Mis dans un plan d’action pour une opportunité</translation>
    </message>
    <message>
        <source>Reminders imported</source>
        <translation>Rappels importés</translation>
    </message>
    <message>
        <source>Sale added</source>
        <translation>Vente ajoutée</translation>
    </message>
    <message>
        <source>Sale changed</source>
        <translation>Vente modifiée</translation>
    </message>
    <message>
        <source>Sale deleted</source>
        <translation>Vente supprimée</translation>
    </message>
    <message>
        <source>Sales marked as paid</source>
        <translation>Ventes notées payées</translation>
    </message>
    <message>
        <source>Sample data loaded</source>
        <translation>Données d’exemple chargées</translation>
    </message>
    <message>
        <source>Segment changed</source>
        <translation>Segment modifié</translation>
    </message>
    <message>
        <source>Segment set by hand</source>
        <translation>Segment fixé à la main</translation>
    </message>
    <message>
        <source>Segmentation added</source>
        <translation>Segmentation ajoutée</translation>
    </message>
    <message>
        <source>Segmentation changed</source>
        <translation>Segmentation modifiée</translation>
    </message>
    <message>
        <source>Segmentation deleted</source>
        <translation>Segmentation supprimée</translation>
    </message>
    <message>
        <source>Segmentation put back to what it was</source>
        <translation>Segmentation remise à son état d’origine</translation>
    </message>
    <message>
        <source>Segmentation put in force</source>
        <translation>Segmentation mise en vigueur</translation>
    </message>
    <message>
        <source>Setting changed</source>
        <translation>Réglage modifié</translation>
    </message>
    <message>
        <source>Several clients verified</source>
        <translation>Plusieurs clients vérifiés</translation>
    </message>
    <message>
        <source>Survey answer added</source>
        <translation>Réponse d’enquête ajoutée</translation>
    </message>
    <message>
        <source>Survey answer changed</source>
        <translation>Réponse d’enquête modifiée</translation>
    </message>
    <message>
        <source>Survey answer deleted</source>
        <translation>Réponse d’enquête supprimée</translation>
    </message>
    <message>
        <source>Tags given to several clients</source>
        <translation>Étiquettes données à plusieurs clients</translation>
    </message>
    <message>
        <source>Tags taken from several clients</source>
        <translation>Étiquettes retirées à plusieurs clients</translation>
    </message>
    <message>
        <source>Taken off the do-not-contact list</source>
        <translation>Retiré de la liste d’opposition</translation>
    </message>
    <message>
        <source>Taken out of a plan</source>
        <translation>Retrait d’un plan d’action</translation>
    </message>
    <message>
        <source>Touch changed</source>
        <translation>Échange modifié</translation>
    </message>
    <message>
        <source>Touch deleted</source>
        <translation>Échange supprimé</translation>
    </message>
    <message>
        <source>Touch logged</source>
        <translation>Échange noté</translation>
    </message>
</context>
<context>
    <name>StepsModel</name>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Hier</translation>
    </message>
</context>
<context>
    <name>StepsView</name>
    <message>
        <source>What was done</source>
        <translation>Ce qui a été fait</translation>
    </message>
</context>
<context>
    <name>StrategicRoles</name>
    <message>
        <source>Economies of scale</source>
        <translation>Économies d’échelle</translation>
    </message>
    <message>
        <source>Entry to a market</source>
        <translation>Entrée sur un marché</translation>
    </message>
    <message>
        <source>Future potential</source>
        <translation>Potentiel futur</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Référence</translation>
    </message>
</context>
<context>
    <name>SuppressionReasons</name>
    <message>
        <source>does not want to be contacted</source>
        <translation>ne veut plus être contacté</translation>
    </message>
    <message>
        <source>was erased on request</source>
        <translation>effacé sur demande</translation>
    </message>
</context>
<context>
    <name>SurveyKinds</name>
    <message>
        <source>CSAT, 1 to 5</source>
        <translation>CSAT, de 1 à 5</translation>
    </message>
    <message>
        <source>NPS, 0 to 10</source>
        <translation>NPS, de 0 à 10</translation>
    </message>
</context>
<context>
    <name>TableExport</name>
    <message>
        <source>CSV file (*.csv)</source>
        <translation>Fichier CSV (*.csv)</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Classeur Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Export this table</source>
        <translation>Exporter ce tableau</translation>
    </message>
    <message>
        <source>Exported: {name}</source>
        <translation>Exporté : {name}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>Document PDF (*.pdf)</translation>
    </message>
</context>
<context>
    <name>TablesCard</name>
    <message>
        <source>A row chosen shows its statement; a double click opens it.</source>
        <translation>Choisir une ligne montre son compte de résultat ; un double-clic l’ouvre.</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>By client</source>
        <translation>Par client</translation>
    </message>
    <message>
        <source>By segment</source>
        <translation>Par segment</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Deliveries, time, visits, acquisition and late payment.</source>
        <translation>Livraisons, temps, visites, acquisition et retards de paiement.</translation>
    </message>
    <message>
        <source>Everything (archive)</source>
        <translation>Tout (archive)</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Marge</translation>
    </message>
    <message>
        <source>Margin less the cost to serve; not known where a cost of goods is missing.</source>
        <translation>Marge moins coût de service ; inconnu là où un coût manque.</translation>
    </message>
    <message>
        <source>Net revenue</source>
        <translation>CA net</translation>
    </message>
    <message>
        <source>Net revenue less the cost of goods. *: of the part of the revenue whose cost is known.</source>
        <translation>Chiffre d’affaires net moins coût des ventes. * : sur la partie du chiffre d’affaires dont le coût est connu.</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Taux</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>Segment</translation>
    </message>
    <message>
        <source>The result of the period before, of the same length.</source>
        <translation>Le résultat de la période précédente, de même durée.</translation>
    </message>
    <message>
        <source>To serve</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>What each client leaves</source>
        <translation>Ce que laisse chaque client</translation>
    </message>
    <message>
        <source>What each leaves</source>
        <translation>Ce que chacun laisse</translation>
    </message>
    <message>
        <source>What each segment leaves</source>
        <translation>Ce que laisse chaque segment</translation>
    </message>
    <message>
        <source>What to write</source>
        <translation>Que faut-il écrire</translation>
    </message>
</context>
<context>
    <name>TargetEditor</name>
    <message>
        <source>Acceptable</source>
        <translation>Acceptable</translation>
    </message>
    <message>
        <source>Aim</source>
        <translation>Objectif</translation>
    </message>
    <message>
        <source>Aim for a year</source>
        <translation>Objectif sur un an</translation>
    </message>
    <message>
        <source>No aim</source>
        <translation>Sans objectif</translation>
    </message>
    <message>
        <source>Set aim</source>
        <translation>Fixer</translation>
    </message>
    <message>
        <source>acceptable</source>
        <translation>acceptable</translation>
    </message>
</context>
<context>
    <name>Thresholds</name>
    <message>
        <source>The rules hold no number.</source>
        <translation>Les règles ne contiennent aucun nombre.</translation>
    </message>
    <message>
        <source>{name}, from</source>
        <translation>{name}, de</translation>
    </message>
    <message>
        <source>{name}, to</source>
        <translation>{name}, à</translation>
    </message>
</context>
<context>
    <name>Tiles</name>
    <message>
        <source>A year before: {figure}.</source>
        <translation>Un an avant : {figure}.</translation>
    </message>
    <message>
        <source>Equivalent clients (1/HHI)</source>
        <translation>Clients « équivalents » (1/HHI)</translation>
    </message>
    <message numerus="yes">
        <source>From %n client(s) who bought, {period}.</source>
        <translation>
            <numerusform>Calculé sur %n client acheteur, {period}.</numerusform>
            <numerusform>Calculé sur %n clients acheteurs, {period}.</numerusform>
        </translation>
    </message>
    <message>
        <source>How many clients of equal size would spread your revenue as much as it is spread now: 1 divided by the sum of the squared shares of revenue (the Herfindahl-Hirschman index).</source>
        <translation>Le nombre de clients de même taille entre lesquels votre CA serait aussi réparti qu’aujourd’hui : 1 divisé par la somme des carrés des parts de CA (indice de Herfindahl-Hirschman).</translation>
    </message>
    <message>
        <source>Of the clients who bought in the 12 months before, the part who bought again in the last 12 months.</source>
        <translation>Parmi les clients qui avaient acheté au cours des 12 mois précédents, la part qui a racheté au cours des 12 derniers mois.</translation>
    </message>
    <message>
        <source>Retention, 12 months</source>
        <translation>Rétention, 12 mois</translation>
    </message>
    <message>
        <source>Revenue, rolling 12 months</source>
        <translation>CA, 12 mois glissants</translation>
    </message>
    <message>
        <source>Share of the first client</source>
        <translation>Part du 1er client</translation>
    </message>
    <message>
        <source>So few clients make this rate jumpy.</source>
        <translation>Avec si peu de clients, ce taux varie vite.</translation>
    </message>
    <message>
        <source>Sum of all sales of the last 12 months.</source>
        <translation>Somme de toutes les ventes des 12 derniers mois.</translation>
    </message>
    <message>
        <source>The 12 months before: {amount}.</source>
        <translation>Les 12 mois précédents : {amount}.</translation>
    </message>
    <message>
        <source>The largest client's part of the revenue of the last 12 months. Below 10 % is good, from 10 % worth watching, from 20 % a dependency, from 30 % a strong one. These limits are conventions, not laws: what counts is whether you could do without that client.</source>
        <translation>La part du plus gros client dans le CA des 12 derniers mois. Moins de 10 % : sain ; dès 10 % : à surveiller ; dès 20 % : dépendance ; dès 30 % : dépendance forte. Ces seuils sont des conventions, pas des lois : ce qui compte, c’est de savoir si vous pourriez vous passer de ce client.</translation>
    </message>
    <message>
        <source>There are no sales in the 12 months before to compare with.</source>
        <translation>Aucune vente dans les 12 mois précédents pour comparer.</translation>
    </message>
    <message>
        <source>There are not enough sales yet to say.</source>
        <translation>Il n’y a pas encore assez de ventes pour le dire.</translation>
    </message>
    <message>
        <source>dependency</source>
        <translation>dépendance</translation>
    </message>
    <message>
        <source>good</source>
        <translation>sain</translation>
    </message>
    <message>
        <source>not enough history</source>
        <translation>pas assez de recul</translation>
    </message>
    <message>
        <source>of {count}</source>
        <translation>sur {count}</translation>
    </message>
    <message>
        <source>watch</source>
        <translation>à surveiller</translation>
    </message>
    <message numerus="yes">
        <source>{amount}: all sales less returns, {period}, from %n client(s) who bought.</source>
        <translation>
            <numerusform>{amount} : toutes les ventes moins les retours, {period}, pour %n client acheteur.</numerusform>
            <numerusform>{amount} : toutes les ventes moins les retours, {period}, pour %n clients acheteurs.</numerusform>
        </translation>
    </message>
    <message>
        <source>{client}, {period}.</source>
        <translation>{client}, {period}.</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>du {first} au {last}</translation>
    </message>
    <message>
        <source>{kept} of {count} clients.</source>
        <translation>{kept} sur {count} clients.</translation>
    </message>
    <message>
        <source>{points} pts</source>
        <translation>{points} pts</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message numerus="yes">
        <source>%n done today</source>
        <translation>
            <numerusform>%n fait aujourd’hui</numerusform>
            <numerusform>%n faits aujourd’hui</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n moved to the next days</source>
        <translation>
            <numerusform>%n réparti sur les jours suivants</numerusform>
            <numerusform>%n répartis sur les jours suivants</numerusform>
        </translation>
    </message>
    <message>
        <source>Everybody was contacted in time.</source>
        <translation>Tous vos clients ont été contactés à temps.</translation>
    </message>
    <message>
        <source>Import my file</source>
        <translation>Importer mon fichier</translation>
    </message>
    <message>
        <source>Look around in a sample book</source>
        <translation>Découvrir un portefeuille d’exemple</translation>
    </message>
    <message>
        <source>Look at the whole history</source>
        <translation>Voir tout l’historique</translation>
    </message>
    <message>
        <source>More than one day holds.</source>
        <translation>C’est trop pour une journée.</translation>
    </message>
    <message>
        <source>No sale in the last 12 months: the last one was on {day}. Figures over 12 months would all be zero.</source>
        <translation>Aucune vente sur les 12 derniers mois : la dernière remonte au {day}. Les chiffres sur 12 mois seraient tous à zéro.</translation>
    </message>
    <message>
        <source>Nothing comes this week either. Next in line:</source>
        <translation>Rien cette semaine non plus. Les prochains :</translation>
    </message>
    <message>
        <source>Nothing is due today.</source>
        <translation>Rien à faire aujourd’hui.</translation>
    </message>
    <message>
        <source>Nothing is due today. Worth doing instead:</source>
        <translation>Rien à faire aujourd’hui. Profitez-en plutôt pour :</translation>
    </message>
    <message>
        <source>Show all {count}</source>
        <translation>Voir les {count}</translation>
    </message>
    <message>
        <source>Start by hand</source>
        <translation>Commencer à la main</translation>
    </message>
    <message numerus="yes">
        <source>Take the %n most pressing a day</source>
        <translation>
            <numerusform>Prendre le plus pressant chaque jour</numerusform>
            <numerusform>Prendre les %n plus pressants chaque jour</numerusform>
        </translation>
    </message>
    <message>
        <source>The rest is spread over the next working days; nobody is dropped.</source>
        <translation>Les autres sont répartis sur les jours ouvrés suivants ; personne n’est oublié.</translation>
    </message>
    <message>
        <source>To do today</source>
        <translation>À faire aujourd’hui</translation>
    </message>
    <message>
        <source>To do today — {count}</source>
        <translation>À faire aujourd’hui — {count}</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>What comes this week:</source>
        <translation>Ce qui vient cette semaine :</translation>
    </message>
    <message>
        <source>Whom to call, and why; on whom you depend; what changed. All it takes is your clients.</source>
        <translation>Qui appeler et pourquoi, de qui vous dépendez, ce qui a changé : il suffit de vos clients.</translation>
    </message>
    <message>
        <source>Without a next action, the best first:</source>
        <translation>Sans prochaine action, les meilleurs d’abord :</translation>
    </message>
    <message>
        <source>Your day will stand here</source>
        <translation>Votre journée s’affichera ici</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Ctrl K</source>
        <translation>Ctrl K</translation>
    </message>
    <message>
        <source>Log a touch</source>
        <translation>Noter un échange</translation>
    </message>
    <message>
        <source>Search a client, a contact, a note…</source>
        <translation>Rechercher un client, un contact, une note…</translation>
    </message>
</context>
<context>
    <name>TroubleModel</name>
    <message>
        <source>Column</source>
        <translation>Colonne</translation>
    </message>
    <message>
        <source>Corrected; being checked…</source>
        <translation>Corrigé ; vérification…</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Problem and what to do</source>
        <translation>Problème et solution</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
</context>
<context>
    <name>TroublesPanel</name>
    <message>
        <source>Correct the whole line…</source>
        <translation>Corriger toute la ligne…</translation>
    </message>
    <message>
        <source>Rows and cells that stay out</source>
        <translation>Lignes et cellules laissées de côté</translation>
    </message>
    <message>
        <source>Save the refused rows…</source>
        <translation>Enregistrer les lignes refusées…</translation>
    </message>
</context>
<context>
    <name>ValueControls</name>
    <message>
        <source> % a year</source>
        <translation> % par an</translation>
    </message>
    <message numerus="yes">
        <source>%n months ahead</source>
        <translation>
            <numerusform>sur %n mois</numerusform>
            <numerusform>sur %n mois</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n months ahead (set)</source>
        <translation>
            <numerusform>sur %n mois (réglé)</numerusform>
            <numerusform>sur %n mois (réglé)</numerusform>
        </translation>
    </message>
    <message>
        <source>As far as set</source>
        <translation>Comme réglé</translation>
    </message>
    <message>
        <source>Discount rate</source>
        <translation>Taux d’actualisation</translation>
    </message>
    <message>
        <source>Discount rate: money to come is worth less by so much for each year.</source>
        <translation>Taux d’actualisation : chaque année d’attente, l’argent à venir vaut moins de ce taux.</translation>
    </message>
    <message>
        <source>How far ahead</source>
        <translation>Jusqu’où regarder</translation>
    </message>
    <message>
        <source>Seen from this day</source>
        <translation>Vu de ce jour</translation>
    </message>
</context>
<context>
    <name>ValueEditor</name>
    <message>
        <source>The level below which that part of the clients lies; it moves with the book.</source>
        <translation>Le niveau sous lequel se trouve cette part des clients ; il évolue avec le portefeuille.</translation>
    </message>
    <message>
        <source>amount</source>
        <translation>montant</translation>
    </message>
    <message>
        <source>days ago</source>
        <translation>jours avant</translation>
    </message>
    <message>
        <source>days ahead</source>
        <translation>jours après</translation>
    </message>
    <message>
        <source>of clients below it</source>
        <translation>des clients en dessous</translation>
    </message>
    <message>
        <source>on a date</source>
        <translation>à une date</translation>
    </message>
    <message>
        <source>one; another; …</source>
        <translation>l’un ; l’autre ; …</translation>
    </message>
    <message>
        <source>value</source>
        <translation>valeur</translation>
    </message>
    <message>
        <source>{name}, from</source>
        <translation>{name}, de</translation>
    </message>
    <message>
        <source>{name}, given as</source>
        <translation>{name}, exprimé en</translation>
    </message>
    <message>
        <source>{name}, to</source>
        <translation>{name}, à</translation>
    </message>
</context>
<context>
    <name>ValueTab</name>
    <message numerus="yes">
        <source>%n client(s) brought nothing in the last 12 months and are not drawn.</source>
        <translation>
            <numerusform>%n client n’a rien apporté en 12 mois et n’est pas dessiné.</numerusform>
            <numerusform>%n clients n’ont rien apporté en 12 mois et ne sont pas dessinés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) with {amount} of {kind} in 12 months have less than 5 chances in 10 to order within {time}: on the left, from the top, whom to call first.</source>
        <translation>
            <numerusform>%n client, {amount} de {kind} en 12 mois, a moins de 5 chances sur 10 de commander sous {time} : à gauche, à appeler d’abord.</numerusform>
            <numerusform>%n clients, {amount} de {kind} en 12 mois, ont moins de 5 chances sur 10 de commander sous {time} : à gauche et en haut, ceux à appeler d’abord.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n mois</numerusform>
            <numerusform>%n mois</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) ago we would have forecast {expected} orders ({low} to {high}); there were {actual}.</source>
        <translation>
            <numerusform>Il y a %n mois, nous aurions prévu {expected} commandes ({low} à {high}) ; il y en a eu {actual}.</numerusform>
            <numerusform>Il y a %n mois, nous aurions prévu {expected} commandes ({low} à {high}) ; il y en a eu {actual}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n commande</numerusform>
            <numerusform>%n commandes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repeat(s)</source>
        <translation>
            <numerusform>%n rachat</numerusform>
            <numerusform>%n rachats</numerusform>
        </translation>
    </message>
    <message>
        <source>8 of 10 clients</source>
        <translation>8 clients sur 10</translation>
    </message>
    <message>
        <source>8 times in 10</source>
        <translation>8 fois sur 10</translation>
    </message>
    <message>
        <source>90 days</source>
        <translation>90 jours</translation>
    </message>
    <message>
        <source>A forecast needs at least 10 clients who have ordered.</source>
        <translation>Une prévision demande au moins 10 clients ayant commandé.</translation>
    </message>
    <message>
        <source>A forecast needs at least 20 repeat orders: those after a client’s first one.</source>
        <translation>Une prévision demande au moins 20 rachats : les commandes qui suivent la première d’un client.</translation>
    </message>
    <message>
        <source>A new client is worth {range}.</source>
        <translation>Un nouveau client vaut de {range}.</translation>
    </message>
    <message>
        <source>A new client like those of “{segment}” may cost up to {amount}: its worth divided by {ratio}.</source>
        <translation>Un nouveau client comme ceux de « {segment} » peut coûter jusqu’à {amount} : sa valeur divisée par {ratio}.</translation>
    </message>
    <message>
        <source>A new one may cost up to {value}</source>
        <translation>Un nouveau peut coûter jusqu’à {value}</translation>
    </message>
    <message>
        <source>A year ago nothing could be forecast yet: there is no change to tell.</source>
        <translation>Il y a un an, rien ne pouvait encore être prévu : pas d’évolution à montrer.</translation>
    </message>
    <message>
        <source>All clients</source>
        <translation>Tous les clients</translation>
    </message>
    <message>
        <source>All together: {value}</source>
        <translation>Tous ensemble : {value}</translation>
    </message>
    <message>
        <source>As many as before would have been {count}.</source>
        <translation>Autant qu’avant aurait donné {count}.</translation>
    </message>
    <message>
        <source>As many as before: {count}</source>
        <translation>Autant qu’avant : {count}</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Moyenne</translation>
    </message>
    <message>
        <source>Average order × orders a year × average relationship of your clients in years. Counted from the past alone, in revenue: it does not know who has stopped buying.</source>
        <translation>Panier moyen × commandes par an × durée moyenne de la relation avec vos clients, en années. Calculée sur le passé seul, en chiffre d’affaires : elle ignore qui a cessé d’acheter.</translation>
    </message>
    <message>
        <source>Cautious estimate, leaning on your other clients. 8 times in 10 the truth falls within the range.</source>
        <translation>Estimation prudente, calée sur vos autres clients. 8 fois sur 10, le réel tombe dans la fourchette.</translation>
    </message>
    <message>
        <source>Chance of an order within 90 days: that the client is still one, and that its rhythm brings it back by then. Learnt from the gaps between all clients’ orders.</source>
        <translation>Chance d’une commande sous 90 jours : que le client en soit encore un, et que son rythme le ramène d’ici là. Apprise des écarts entre les commandes de tous vos clients.</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Clients by value</source>
        <translation>Clients par valeur</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>Days from one order to the next, on average, so far.</source>
        <translation>Jours d’une commande à la suivante, en moyenne, jusqu’ici.</translation>
    </message>
    <message>
        <source>Days since the last order.</source>
        <translation>Jours depuis la dernière commande.</translation>
    </message>
    <message>
        <source>Did cost</source>
        <translation>A coûté</translation>
    </message>
    <message>
        <source>Dots grow with the value; lines: what a year to come may bring, 8 times in 10.</source>
        <translation>Les points grandissent avec la valeur ; traits : ce que peut apporter une année à venir, 8 fois sur 10.</translation>
    </message>
    <message>
        <source>Each day looks {horizon} ahead, so that they compare; the bar: 8 times in 10.</source>
        <translation>Chaque jour regarde {horizon} en avant, pour qu’ils se comparent ; la barre : 8 fois sur 10.</translation>
    </message>
    <message>
        <source>Expected: {amount}.</source>
        <translation>Attendu : {amount}.</translation>
    </message>
    <message>
        <source>Forecast against reality</source>
        <translation>La prévision face à la réalité</translation>
    </message>
    <message>
        <source>Forecast: {expected} orders ({low} to {high})</source>
        <translation>Prévision : {expected} commandes ({low} à {high})</translation>
    </message>
    <message>
        <source>Forecasts are of the clients known on the day they begin, as an average month; bars are all orders.</source>
        <translation>Les prévisions portent sur les clients connus le jour où elles commencent, en mois moyen ; les barres, sur toutes les commandes.</translation>
    </message>
    <message>
        <source>From 10 clients and 20 repeat orders: very rough. From 30 and 60: cautious. From 100 and 200: solid.</source>
        <translation>À partir de 10 clients et 20 rachats : très indicatif. De 30 et 60 : prudente. De 100 et 200 : solide.</translation>
    </message>
    <message>
        <source>Here, how often clients order and how much they order go together: read values with care.</source>
        <translation>Ici, la fréquence des commandes et leur montant vont ensemble : lisez les valeurs avec prudence.</translation>
    </message>
    <message>
        <source>How many repeat orders of its own the estimate rests on; with none it is that of your other clients.</source>
        <translation>Sur combien de rachats du client l’estimation repose ; sans aucun, c’est celle de vos autres clients.</translation>
    </message>
    <message>
        <source>How sure</source>
        <translation>Confiance</translation>
    </message>
    <message>
        <source>Import my sales</source>
        <translation>Importer mes ventes</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>À garder</translation>
    </message>
    <message>
        <source>Last order</source>
        <translation>Dernière cde</translation>
    </message>
    <message>
        <source>Look at a sample book</source>
        <translation>Voir un portefeuille d’exemple</translation>
    </message>
    <message>
        <source>Look from {day}</source>
        <translation>Regarder du {day}</translation>
    </message>
    <message>
        <source>Looked {horizon} ahead, not further: your history allows no more.</source>
        <translation>Regardé sur {horizon}, pas plus loin : votre historique ne permet pas davantage.</translation>
    </message>
    <message>
        <source>Margin expected over the time looked ahead, discounted. Where the range is wider than the estimate a class stands instead: likely, uncertain or unlikely to order.</source>
        <translation>Marge attendue sur la durée regardée, actualisée. Quand la fourchette est plus large que l’estimation, une classe la remplace : commande probable, incertaine ou peu probable.</translation>
    </message>
    <message>
        <source>May cost</source>
        <translation>Plafond</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mois</translation>
    </message>
    <message>
        <source>Most a new client may cost</source>
        <translation>Coût maximal d’un nouveau</translation>
    </message>
    <message>
        <source>Most histories begin with the book: the relationships may be older than it shows.</source>
        <translation>La plupart des historiques commencent avec le portefeuille : les relations peuvent être plus anciennes qu’il ne le montre.</translation>
    </message>
    <message>
        <source>No client has an acquisition cost noted.</source>
        <translation>Aucun client n’a de coût d’acquisition noté.</translation>
    </message>
    <message>
        <source>No order in these months.</source>
        <translation>Aucune commande pendant ces mois.</translation>
    </message>
    <message>
        <source>No rhythm could be learnt reliably from these orders.</source>
        <translation>Aucun rythme fiable n’a pu être appris de ces commandes.</translation>
    </message>
    <message>
        <source>No sale has a cost: revenue stands in the place of margin.</source>
        <translation>Aucune vente n’a de coût : le chiffre d’affaires tient lieu de marge.</translation>
    </message>
    <message>
        <source>Nobody bought in the last 12 months.</source>
        <translation>Personne n’a acheté ces 12 derniers mois.</translation>
    </message>
    <message>
        <source>Nobody can look further ahead than their history reaches back. Choose a shorter horizon.</source>
        <translation>On ne peut pas regarder plus loin en avant que l’historique ne remonte. Choisissez un horizon plus court.</translation>
    </message>
    <message>
        <source>Nobody who bought in the last 12 months has less than 5 chances in 10 to order within {time}.</source>
        <translation>Aucun des acheteurs des 12 derniers mois n’a moins de 5 chances sur 10 de commander sous {time}.</translation>
    </message>
    <message>
        <source>Not enough history to forecast: only the facts are shown.</source>
        <translation>Pas assez d’historique pour prévoir : nous montrons seulement les faits.</translation>
    </message>
    <message>
        <source>Nothing could be forecast at any of the last quarters’ ends.</source>
        <translation>Rien ne pouvait être prévu à la fin d’aucun des derniers trimestres.</translation>
    </message>
    <message>
        <source>Nothing to come is expected.</source>
        <translation>Rien n’est attendu.</translation>
    </message>
    <message>
        <source>Once there are sales in the book, this page shows what each client should still bring you, how sure that is, and what winning a new one may cost.</source>
        <translation>Dès qu’il y aura des ventes dans le portefeuille, cette page montrera ce que chaque client devrait encore vous apporter, avec quelle confiance, et ce que peut coûter la conquête d’un nouveau.</translation>
    </message>
    <message>
        <source>One client on average: {value}; 8 of 10: {range}</source>
        <translation>Un client en moyenne : {value} ; 8 sur 10 : de {range}</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>Order in 90 days</source>
        <translation>Commande sous 90 j</translation>
    </message>
    <message>
        <source>Order: {tier}</source>
        <translation>Commande : {tier}</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>Orders by month</source>
        <translation>Commandes par mois</translation>
    </message>
    <message>
        <source>Orders expected from today’s clients (days with a purchase), 8 times in 10 within the range; beside it the simplest forecast: as many as in the period of the same length before.</source>
        <translation>Commandes attendues des clients d’aujourd’hui (jours avec un achat), 8 fois sur 10 dans la fourchette ; à côté, la prévision la plus simple : autant que pendant la période précédente de même durée.</translation>
    </message>
    <message>
        <source>Orders expected over the time looked ahead.</source>
        <translation>Commandes attendues sur la durée regardée.</translation>
    </message>
    <message>
        <source>Orders to come</source>
        <translation>Commandes à venir</translation>
    </message>
    <message>
        <source>Part of the ten most valuable clients in the value of all.</source>
        <translation>Part des dix clients de plus grande valeur dans la valeur de tous.</translation>
    </message>
    <message>
        <source>Q{quarter} {year}</source>
        <translation>T{quarter} {year}</translation>
    </message>
    <message>
        <source>Rescue now</source>
        <translation>À sauver maintenant</translation>
    </message>
    <message>
        <source>Rests on</source>
        <translation>Repose sur</translation>
    </message>
    <message>
        <source>Revenue 12 m</source>
        <translation>CA 12 m</translation>
    </message>
    <message>
        <source>Seen from {day}, {horizon} ahead, discounted at {rate} a year.</source>
        <translation>Vu du {day}, sur {horizon}, actualisé à {rate} par an.</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>Segment</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>Silence</translation>
    </message>
    <message>
        <source>Simple value</source>
        <translation>Valeur simple</translation>
    </message>
    <message>
        <source>Since {day}: {before} became {after}. New clients {new}, grown {grown}, shrunk {shrunk}, lost {lost}.</source>
        <translation>Depuis le {day} : {before} sont devenus {after}. Nouveaux clients {new}, en hausse {grown}, en baisse {shrunk}, perdus {lost}.</translation>
    </message>
    <message>
        <source>Solid estimate as long as your business keeps its rhythm.</source>
        <translation>Estimation solide tant que votre activité ne change pas de rythme.</translation>
    </message>
    <message>
        <source>Sum of the sales of the last 12 months, net of returns.</source>
        <translation>Somme des ventes des 12 derniers mois, retours déduits.</translation>
    </message>
    <message>
        <source>Ten most valuable</source>
        <translation>Les dix premiers</translation>
    </message>
    <message>
        <source>The history is too short to try the forecast on it.</source>
        <translation>L’historique est trop court pour y essayer la prévision.</translation>
    </message>
    <message>
        <source>The history must reach back at least twice the usual gap between two orders.</source>
        <translation>L’historique doit couvrir au moins deux fois l’écart habituel entre deux commandes.</translation>
    </message>
    <message>
        <source>The value falls between these 8 times in 10.</source>
        <translation>La valeur tombe entre ces bornes 8 fois sur 10.</translation>
    </message>
    <message>
        <source>There is no order in the book yet.</source>
        <translation>Il n’y a pas encore de commande dans le portefeuille.</translation>
    </message>
    <message>
        <source>There is no order in the last 3 months: either they are not in the book yet, or business stopped.</source>
        <translation>Il n’y a aucune commande ces 3 derniers mois : soit elles ne sont pas encore dans le portefeuille, soit l’activité s’est arrêtée.</translation>
    </message>
    <message>
        <source>There were: {count}</source>
        <translation>Il y en a eu : {count}</translation>
    </message>
    <message>
        <source>To come</source>
        <translation>À venir</translation>
    </message>
    <message>
        <source>To order</source>
        <translation>Commandera</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Ensemble</translation>
    </message>
    <message>
        <source>Too few clients for segments: all of them together.</source>
        <translation>Trop peu de clients pour distinguer les segments : tous ensemble.</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Tried on your own past, the forecast missed by more than 60 %: it would mislead you, so it is not shown.</source>
        <translation>Essayée sur votre propre passé, la prévision s’est trompée de plus de 60 % : elle vous induirait en erreur, elle n’est donc pas montrée.</translation>
    </message>
    <message>
        <source>Tried on your past, simply expecting as many orders as last time was nearer twice: trust it more for the total.</source>
        <translation>Essayé sur votre passé, attendre simplement autant de commandes que la fois d’avant est tombé plus juste deux fois : fiez-vous-y davantage pour le total.</translation>
    </message>
    <message>
        <source>Usual gap</source>
        <translation>Rythme</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Value by segment, and what a new client may cost</source>
        <translation>Valeur par segment, et coût maximal d’un nouveau client</translation>
    </message>
    <message>
        <source>Value of all clients over time</source>
        <translation>Valeur du portefeuille dans le temps</translation>
    </message>
    <message>
        <source>Value of your clients</source>
        <translation>Valeur du portefeuille</translation>
    </message>
    <message>
        <source>Very rough: few clients. To be confirmed by what you know of them.</source>
        <translation>Très indicatif : peu de clients. À confirmer par votre connaissance du terrain.</translation>
    </message>
    <message>
        <source>What is each client worth?</source>
        <translation>Que vaut chaque client ?</translation>
    </message>
    <message>
        <source>What your clients should still bring you: for each, the expected orders × the margin of an order, month by month, money to come counted less. The range holds 8 times in 10; it is widened by how far the same forecast missed on your own past.</source>
        <translation>Ce que vos clients devraient encore vous apporter : pour chacun, les commandes attendues × la marge d’une commande, mois par mois, l’argent à venir comptant moins. La fourchette tient 8 fois sur 10 ; elle est élargie de l’erreur que la même prévision a faite sur votre propre passé.</translation>
    </message>
    <message>
        <source>Whether an order is likely, uncertain or unlikely over the time looked ahead. With so few clients more than these three classes cannot be told.</source>
        <translation>Si une commande est probable, incertaine ou peu probable sur la durée regardée. Avec si peu de clients, on ne peut pas dire plus que ces trois classes.</translation>
    </message>
    <message>
        <source>Whom to keep, whom to rescue</source>
        <translation>Qui garder, qui sauver</translation>
    </message>
    <message>
        <source>Winning one did cost {value} (noted at {count})</source>
        <translation>En gagner un a coûté {value} (noté chez {count})</translation>
    </message>
    <message>
        <source>Within 90 days: {chances}</source>
        <translation>Sous 90 jours : {chances}</translation>
    </message>
    <message>
        <source>Won at more than that: {segments}.</source>
        <translation>Conquête plus chère que ce plafond : {segments}.</translation>
    </message>
    <message>
        <source>Worth of a new client, its first order included, divided by {ratio} (your settings). While clients are few the worth that 8 of 10 reach is taken, not the average.</source>
        <translation>Valeur d’un nouveau client, première commande comprise, divisée par {ratio} (vos réglages). Tant que les clients sont peu nombreux, c’est la valeur atteinte 8 fois sur 10 qui compte, non la moyenne.</translation>
    </message>
    <message>
        <source>Worth over {horizon}: {value}</source>
        <translation>Valeur sur {horizon} : {value}</translation>
    </message>
    <message numerus="yes">
        <source>about %n chance(s) in 10</source>
        <translation>
            <numerusform>environ %n chance sur 10</numerusform>
            <numerusform>environ %n chances sur 10</numerusform>
        </translation>
    </message>
    <message>
        <source>as many as before</source>
        <translation>autant qu’avant</translation>
    </message>
    <message>
        <source>average</source>
        <translation>moyenne</translation>
    </message>
    <message>
        <source>back in {time}</source>
        <translation>en {time}</translation>
    </message>
    <message>
        <source>before: {count}</source>
        <translation>avant : {count}</translation>
    </message>
    <message>
        <source>cautious</source>
        <translation>prudente</translation>
    </message>
    <message>
        <source>chance of an order within {time}</source>
        <translation>chance d’une commande sous {time}</translation>
    </message>
    <message>
        <source>estimated from your other clients (no repeat order seen)</source>
        <translation>estimé d’après vos autres clients (aucun rachat observé)</translation>
    </message>
    <message>
        <source>facts only</source>
        <translation>faits seuls</translation>
    </message>
    <message>
        <source>first order pays it</source>
        <translation>remboursé d’emblée</translation>
    </message>
    <message>
        <source>forecast, 8 times in 10</source>
        <translation>prévision, 8 fois sur 10</translation>
    </message>
    <message numerus="yes">
        <source>from %n repeat order(s) of its own, and the other clients</source>
        <translation>
            <numerusform>d’après %n rachat du client, et les autres clients</numerusform>
            <numerusform>d’après %n rachats du client, et les autres clients</numerusform>
        </translation>
    </message>
    <message>
        <source>less than 1 chance in 10</source>
        <translation>moins d’1 chance sur 10</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>probable</translation>
    </message>
    <message>
        <source>margin</source>
        <translation>marge</translation>
    </message>
    <message>
        <source>more than 9 chances in 10</source>
        <translation>plus de 9 chances sur 10</translation>
    </message>
    <message>
        <source>most a new one may cost</source>
        <translation>coût maximal d’un nouveau</translation>
    </message>
    <message>
        <source>orders</source>
        <translation>commandes</translation>
    </message>
    <message>
        <source>revenue</source>
        <translation>chiffre d’affaires</translation>
    </message>
    <message>
        <source>slow to earn back</source>
        <translation>lent à rembourser</translation>
    </message>
    <message>
        <source>solid</source>
        <translation>solide</translation>
    </message>
    <message>
        <source>the others only</source>
        <translation>les autres seuls</translation>
    </message>
    <message>
        <source>today</source>
        <translation>aujourd’hui</translation>
    </message>
    <message>
        <source>uncertain</source>
        <translation>incertain</translation>
    </message>
    <message>
        <source>unlikely</source>
        <translation>peu probable</translation>
    </message>
    <message>
        <source>very rough</source>
        <translation>très indicatif</translation>
    </message>
    <message>
        <source>what came</source>
        <translation>réalisé</translation>
    </message>
    <message>
        <source>what one did cost</source>
        <translation>ce qu’un client a coûté</translation>
    </message>
    <message>
        <source>{clients} clients who ordered, {orders} repeat orders.</source>
        <translation>{clients} clients ayant commandé, {orders} rachats.</translation>
    </message>
    <message>
        <source>{kind} of one client in {horizon}</source>
        <translation>{kind} d’un client en {horizon}</translation>
    </message>
    <message>
        <source>{kind} of the last 12 months</source>
        <translation>{kind} des 12 derniers mois</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} à {high}</translation>
    </message>
    <message>
        <source>{start} to {end}</source>
        <translation>{start} au {end}</translation>
    </message>
</context>
<context>
    <name>Watching</name>
    <message>
        <source>Followed: {names}. It is read again with one click on the first step.</source>
        <translation>Suivi : {names}. Il se relit d’un clic à la première étape.</translation>
    </message>
</context>
<context>
    <name>WeekGrid</name>
    <message>
        <source>Week</source>
        <translation>Semaine</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>An invented salesperson's clients, to try everything without risk.</source>
        <translation>Les clients d’un commercial imaginaire, pour tout essayer sans risque.</translation>
    </message>
    <message>
        <source>Excel, CSV, phone contacts, the export of another program: columns are recognised, nothing is written before you agree.</source>
        <translation>Excel, CSV, contacts de téléphone, export d’un autre logiciel : les colonnes sont reconnues, rien n’est écrit sans votre accord.</translation>
    </message>
    <message>
        <source>Import my file</source>
        <translation>Importer mon fichier</translation>
    </message>
    <message>
        <source>Look around in a sample book</source>
        <translation>Découvrir un portefeuille d’exemple</translation>
    </message>
    <message>
        <source>New book…</source>
        <translation>Nouveau portefeuille…</translation>
    </message>
    <message>
        <source>Open another book…</source>
        <translation>Ouvrir un autre portefeuille…</translation>
    </message>
    <message>
        <source>Start by hand</source>
        <translation>Commencer à la main</translation>
    </message>
    <message>
        <source>Welcome to {app}</source>
        <translation>Bienvenue dans {app}</translation>
    </message>
    <message>
        <source>Write down a first client; the rest comes as you work.</source>
        <translation>Notez un premier client ; le reste viendra au fil du travail.</translation>
    </message>
    <message>
        <source>Your books</source>
        <translation>Vos portefeuilles</translation>
    </message>
    <message>
        <source>Your clients in one file on this computer: whom to call now, and on whom you depend.</source>
        <translation>Vos clients dans un seul fichier, sur cet ordinateur : qui appeler maintenant, et de qui vous dépendez.</translation>
    </message>
</context>
<context>
    <name>WhoPicker</name>
    <message>
        <source>&amp;With</source>
        <translation>&amp;Avec</translation>
    </message>
    <message>
        <source>0 changes it while the kind is being chosen</source>
        <translation>0 le change pendant le choix du type</translation>
    </message>
    <message>
        <source>D&amp;irection</source>
        <translation>S&amp;ens</translation>
    </message>
    <message>
        <source>Nobody in particular</source>
        <translation>Personne en particulier</translation>
    </message>
</context>
<context>
    <name>WhyPanel</name>
    <message>
        <source>All segments and their rules</source>
        <translation>Tous les segments et leurs règles</translation>
    </message>
    <message>
        <source>Back to the client</source>
        <translation>Revenir au client</translation>
    </message>
    <message>
        <source>Everyone whom none of the rules before it takes is in this segment.</source>
        <translation>Ce segment réunit tous ceux qu’aucune des règles précédentes ne retient.</translation>
    </message>
    <message>
        <source>Its groups</source>
        <translation>Ses groupes</translation>
    </message>
    <message>
        <source>Let the rules decide</source>
        <translation>Laisser les règles décider</translation>
    </message>
    <message>
        <source>Put this client into another segment, whatever the rules say</source>
        <translation>Mettre ce client dans un autre segment, quoi que disent les règles</translation>
    </message>
    <message>
        <source>Set by hand</source>
        <translation>Fixer à la main</translation>
    </message>
    <message>
        <source>The rule of “{segment}”, which takes it today</source>
        <translation>La règle de « {segment} », qui le retient aujourd’hui</translation>
    </message>
    <message>
        <source>The rule, with this client’s figures</source>
        <translation>La règle, avec les chiffres de ce client</translation>
    </message>
    <message>
        <source>These are the days the figures change. So as not to flicker, the segment follows once two month-ends agree, or at once when it is two places away.</source>
        <translation>Ce sont les jours où les chiffres changent. Pour ne pas fluctuer, le segment suit quand deux fins de mois concordent, ou aussitôt s’il est deux rangs plus loin.</translation>
    </message>
    <message>
        <source>What would keep it there</source>
        <translation>Ce qui le garderait dans son segment</translation>
    </message>
    <message>
        <source>What would move it down</source>
        <translation>Ce qui le ferait descendre</translation>
    </message>
    <message>
        <source>What would move it up</source>
        <translation>Ce qui le ferait monter</translation>
    </message>
    <message>
        <source>Why this segment?</source>
        <translation>Pourquoi ce segment ?</translation>
    </message>
    <message>
        <source>Why “{segment}”?</source>
        <translation>Pourquoi « {segment} » ?</translation>
    </message>
    <message>
        <source>Working it out…</source>
        <translation>Calcul en cours…</translation>
    </message>
    <message>
        <source>You put this client here by hand on {day}. The rules do not move it.</source>
        <translation>Vous avez mis ce client ici à la main le {day}. Les règles ne le déplacent pas.</translation>
    </message>
    <message>
        <source>does not hold</source>
        <translation>non remplie</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>remplie</translation>
    </message>
</context>
<context>
    <name>WhySegment</name>
    <message>
        <source>If it pays what is overdue by {day}, it stays “{segment}”.</source>
        <translation>S’il paie ce qui est échu d’ici le {day}, il reste « {segment} ».</translation>
    </message>
    <message>
        <source>In “{segment}” for two years or more.</source>
        <translation>Dans « {segment} » depuis deux ans ou plus.</translation>
    </message>
    <message>
        <source>In “{segment}” since {day}.</source>
        <translation>Dans « {segment} » depuis le {day}.</translation>
    </message>
    <message>
        <source>In “{segment}” since {day}; before that, “{before}”.</source>
        <translation>Dans « {segment} » depuis le {day} ; avant, « {before} ».</translation>
    </message>
    <message>
        <source>It becomes “{segment}” on {day} if nothing changes.</source>
        <translation>Il devient « {segment} » le {day} si rien ne change.</translation>
    </message>
    <message>
        <source>It becomes “{segment}” on {day}, whatever is done.</source>
        <translation>Il deviendra « {segment} » le {day}, quoi qu’on fasse.</translation>
    </message>
    <message>
        <source>Its figures are those of “{segment}” again from {day}, whatever is done.</source>
        <translation>Ses chiffres redeviennent ceux de « {segment} » à partir du {day}, quoi qu’on fasse.</translation>
    </message>
    <message>
        <source>No single order, payment or settled complaint would keep it “{segment}”.</source>
        <translation>Aucune commande, aucun paiement ni règlement de réclamation ne suffirait à le garder « {segment} ».</translation>
    </message>
    <message>
        <source>No single order, payment or settled complaint would move it up.</source>
        <translation>Ni une commande, ni un paiement, ni une réclamation réglée ne suffirait à le faire monter.</translation>
    </message>
    <message>
        <source>Nothing more is needed: by its figures it is in the best segment.</source>
        <translation>Il n’y a rien de plus à faire : d’après ses chiffres, il est dans le meilleur segment.</translation>
    </message>
    <message>
        <source>Nothing would move it down within a year.</source>
        <translation>Rien ne le ferait descendre d’ici un an.</translation>
    </message>
    <message>
        <source>On that day it becomes “{segment}”; an order that comes later can only bring it back.</source>
        <translation>Ce jour-là, il devient « {segment} » ; une commande plus tardive ne peut que l’en faire revenir.</translation>
    </message>
    <message>
        <source>Once it has paid what is overdue, it would be “{segment}”.</source>
        <translation>Une fois ses retards payés, il serait « {segment} ».</translation>
    </message>
    <message>
        <source>One more order before {day} would make it “{segment}”.</source>
        <translation>Une commande de plus avant le {day} en ferait un client « {segment} ».</translation>
    </message>
    <message>
        <source>One more order by {day} keeps it “{segment}”.</source>
        <translation>Une commande de plus d’ici le {day} le garde « {segment} ».</translation>
    </message>
    <message>
        <source>One more order of at least {amount} before {day} would make it “{segment}”.</source>
        <translation>Une commande de plus d’au moins {amount} avant le {day} en ferait un client « {segment} ».</translation>
    </message>
    <message>
        <source>One more order of at least {amount} by {day} keeps it “{segment}”.</source>
        <translation>Une commande de plus d’au moins {amount} d’ici le {day} le garde « {segment} ».</translation>
    </message>
    <message>
        <source>One more order of at least {amount} would make it “{segment}”.</source>
        <translation>Une commande de plus d’au moins {amount} en ferait un client « {segment} ».</translation>
    </message>
    <message>
        <source>One more order would make it “{segment}”.</source>
        <translation>Une commande de plus en ferait un client « {segment} ».</translation>
    </message>
    <message>
        <source>Settling its open complaint by {day} keeps it “{segment}”.</source>
        <translation>Régler sa réclamation ouverte d’ici le {day} le garde « {segment} ».</translation>
    </message>
    <message>
        <source>Settling its open complaint would make it “{segment}”.</source>
        <translation>Régler sa réclamation ouverte en ferait un client « {segment} ».</translation>
    </message>
    <message>
        <source>There is no better segment.</source>
        <translation>Il n’y a pas de meilleur segment.</translation>
    </message>
    <message>
        <source>There is no segment below.</source>
        <translation>Il n’y a pas de segment en dessous.</translation>
    </message>
    <message>
        <source>Unless it pays what is overdue, it becomes “{segment}” on {day}.</source>
        <translation>S’il ne paie pas ses retards, il deviendra « {segment} » le {day}.</translation>
    </message>
    <message>
        <source>Unless it pays what is overdue, its figures are those of “{segment}” again from {day}.</source>
        <translation>S’il ne paie pas ce qui est échu, ses chiffres redeviennent ceux de « {segment} » à partir du {day}.</translation>
    </message>
    <message>
        <source>Unless its complaint is settled, it becomes “{segment}” on {day}.</source>
        <translation>Si sa réclamation n’est pas réglée, il deviendra « {segment} » le {day}.</translation>
    </message>
    <message>
        <source>Unless its complaint is settled, its figures are those of “{segment}” again from {day}.</source>
        <translation>Si sa réclamation n’est pas réglée, ses chiffres redeviennent ceux de « {segment} » à partir du {day}.</translation>
    </message>
    <message>
        <source>Until then its other figures are good enough; from then on such an order alone would not do.</source>
        <translation>D’ici là, ses autres chiffres suffisent ; à partir de ce jour, une telle commande seule ne suffirait plus.</translation>
    </message>
    <message>
        <source>Without an order it becomes “{segment}” on {day}.</source>
        <translation>Sans commande, il deviendra « {segment} » le {day}.</translation>
    </message>
    <message>
        <source>Without an order its figures are those of “{segment}” again from {day}.</source>
        <translation>Sans commande, ses chiffres redeviennent ceux de « {segment} » à partir du {day}.</translation>
    </message>
    <message>
        <source>“{segment}”; by its figures “{other}” since {since}. It becomes “{other}” on {day} if nothing changes.</source>
        <translation>« {segment} » ; d’après ses chiffres, « {other} » depuis le {since}. Il devient « {other} » le {day} si rien ne change.</translation>
    </message>
</context>
<context>
    <name>WordField</name>
    <message>
        <source>The book writes “{word}” like this: “{held}”.</source>
        <translation>Dans le portefeuille, « {word} » s’écrit « {held} ».</translation>
    </message>
    <message>
        <source>one; another; …</source>
        <translation>l’un ; l’autre ; …</translation>
    </message>
    <message>
        <source>the words to look for</source>
        <translation>les mots à chercher</translation>
    </message>
    <message>
        <source>{name}: choose from the book</source>
        <translation>{name} : choisir dans le portefeuille</translation>
    </message>
    <message>
        <source>“{word}” is nowhere in the book.</source>
        <translation>« {word} » ne figure nulle part dans le portefeuille.</translation>
    </message>
</context>
<context>
    <name>WorkbookCard</name>
    <message>
        <source>All sheets</source>
        <translation>Toutes les feuilles</translation>
    </message>
    <message>
        <source>Sheets of the workbook</source>
        <translation>Feuilles du classeur</translation>
    </message>
    <message>
        <source>With charts</source>
        <translation>Avec graphiques</translation>
    </message>
    <message>
        <source>{shown} of {all} sheets</source>
        <translation>{shown} feuilles sur {all}</translation>
    </message>
</context>
<context>
    <name>WorkbookExport</name>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Classeur Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Export to Excel</source>
        <translation>Exporter vers Excel</translation>
    </message>
    <message>
        <source>Exported: {name}</source>
        <translation>Exporté : {name}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Stopped. No file was written.</source>
        <translation>Arrêté. Aucun fichier n’a été écrit.</translation>
    </message>
    <message>
        <source>Writing the workbook…</source>
        <translation>Écriture du classeur…</translation>
    </message>
    <message>
        <source>Writing the workbook… {share}</source>
        <translation>Écriture du classeur… {share}</translation>
    </message>
</context>
<context>
    <name>Working</name>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Arrêt en cours…</translation>
    </message>
    <message>
        <source>{done} of {total} rows</source>
        <translation>{done} lignes sur {total}</translation>
    </message>
</context>
<context>
    <name>WorkingDaysCard</name>
    <message>
        <source>&amp;Region</source>
        <translation>&amp;Région</translation>
    </message>
    <message>
        <source>A contact that falls on another day moves to the next working day, and what a day has no room for to the days after. What you planned stays on its day.</source>
        <translation>Un contact qui tombe un autre jour passe au prochain jour de travail, et ce qu’un jour ne peut contenir aux jours suivants. Ce que vous avez prévu garde sa date.</translation>
    </message>
    <message>
        <source>Next: {holidays}</source>
        <translation>Prochains : {holidays}</translation>
    </message>
    <message>
        <source>No country</source>
        <translation>Aucun pays</translation>
    </message>
    <message>
        <source>No more clients a day than</source>
        <translation>Clients par jour, au plus</translation>
    </message>
    <message>
        <source>Public &amp;holidays of</source>
        <translation>Jours &amp;fériés de</translation>
    </message>
    <message>
        <source>Those of the whole country</source>
        <translation>Ceux de tout le pays</translation>
    </message>
    <message>
        <source>Working days</source>
        <translation>Jours de travail</translation>
    </message>
</context>
<context>
    <name>_AllGood</name>
    <message>
        <source>Every row can be read.</source>
        <translation>Toutes les lignes sont lisibles.</translation>
    </message>
</context>
<context>
    <name>_Items</name>
    <message>
        <source>Deal lost</source>
        <translation>Affaire perdue</translation>
    </message>
    <message>
        <source>Deal won</source>
        <translation>Affaire gagnée</translation>
    </message>
    <message>
        <source>Follow-up done</source>
        <translation>Relance faite</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>Survey · {kind} {score} of {most}</source>
        <translation>Enquête · {kind} {score} sur {most}</translation>
    </message>
    <message>
        <source>open</source>
        <translation>ouverte</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>résolue</translation>
    </message>
    <message>
        <source>to be resolved by {day}</source>
        <translation>à résoudre avant le {day}</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>A group in the rule has no condition. Add one to it, or remove the group.</source>
        <translation>Un groupe de la règle n’a aucune condition. Ajoutez-en une, ou retirez le groupe.</translation>
    </message>
    <message>
        <source>A row cannot be added to the sheet “{sheet}”. Do it in the program.</source>
        <translation>On ne peut pas ajouter de ligne à la feuille « {sheet} ». Faites-le dans le programme.</translation>
    </message>
    <message>
        <source>An action made to last, such as erasing a person, cannot be taken back: the book kept nothing of what was there before. Older actions can still be taken back one by one in History.</source>
        <translation>Une action définitive, comme l’effacement d’une personne, ne peut pas être reprise : le portefeuille n’a rien gardé de ce qu’il y avait avant. Les actions plus anciennes peuvent encore être reprises une à une dans l’Historique.</translation>
    </message>
    <message>
        <source>Another program replaced or removed “{path}” while it was open, so nothing more is written there. Save a copy of what you see, then open the book again.</source>
        <translation>Un autre programme a remplacé ou supprimé « {path} » pendant qu’il était ouvert : plus rien n’y est écrit. Enregistrez une copie de ce que vous voyez, puis rouvrez le portefeuille.</translation>
    </message>
    <message>
        <source>No backup could be made in “{folder}” ({detail}). Make room there, or check your rights.</source>
        <translation>Aucune sauvegarde n’a pu être faite dans « {folder} » ({detail}). Faites-y de la place, ou vérifiez vos droits.</translation>
    </message>
    <message>
        <source>No column of “{path}” tells which client a line is about. Choose the column that holds the client's name or reference.</source>
        <translation>Aucune colonne de « {path} » ne dit de quel client parle une ligne. Choisissez la colonne qui contient le nom ou la référence du client.</translation>
    </message>
    <message>
        <source>No good backup of “{path}” is known. The command “backups” lists those of a book of that name that was elsewhere: name one of them to use it.</source>
        <translation>Aucune bonne sauvegarde de « {path} » n’est connue. La commande « backups » énumère celles d’un portefeuille de ce nom qui se trouvait ailleurs : nommez-en une pour l’utiliser.</translation>
    </message>
    <message>
        <source>Reading “{path}” took too long and was stopped. Save it as CSV and try again.</source>
        <translation>La lecture de « {path} » prenait trop de temps et a été arrêtée. Enregistrez le fichier en CSV, puis réessayez.</translation>
    </message>
    <message>
        <source>Rows cannot be removed from the sheet “{sheet}”. Do it in the program.</source>
        <translation>On ne peut pas retirer de lignes de la feuille « {sheet} ». Faites-le dans le programme.</translation>
    </message>
    <message>
        <source>Something unexpected happened and this could not be done. Your book is safe; the details are in the log.</source>
        <translation>Un imprévu a empêché cette action. Votre portefeuille est intact ; les détails sont dans le journal.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>Arrêté. Rien n’a été écrit.</translation>
    </message>
    <message>
        <source>The backup “{name}” is not there any more.</source>
        <translation>La sauvegarde « {name} » n’est plus là.</translation>
    </message>
    <message>
        <source>The backup “{name}” is not what the program wrote, so it is not used. Choose another one.</source>
        <translation>La sauvegarde « {name} » n’est plus telle que le programme l’a écrite : elle n’est pas utilisée. Choisissez-en une autre.</translation>
    </message>
    <message>
        <source>The backup “{name}” is one of another book. Nothing was changed. Choose one of this book, or open that other book.</source>
        <translation>La sauvegarde « {name} » est celle d’un autre portefeuille. Rien n’a été modifié. Choisissez-en une de ce portefeuille, ou ouvrez cet autre portefeuille.</translation>
    </message>
    <message>
        <source>The beginning of “{path}” was overwritten, so it cannot be read. It was left untouched.</source>
        <translation>Le début de « {path} » a été écrasé : il ne peut pas être lu. Il n’a pas été touché.</translation>
    </message>
    <message>
        <source>The book was changed after “{path}” was compared with it. Nothing was taken over: compare it again.</source>
        <translation>Le portefeuille a été modifié après la comparaison avec « {path} ». Rien n’a été repris : comparez de nouveau.</translation>
    </message>
    <message>
        <source>The columns “{first}” and “{second}” both go to “{field}”. Keep one of them.</source>
        <translation>Les colonnes « {first} » et « {second} » vont toutes deux vers « {field} ». N’en gardez qu’une.</translation>
    </message>
    <message>
        <source>The disk that holds “{path}” did not confirm the last change ({detail}): it may be in the book, or missing. Check the disk, open the book again, and look before you enter it again.</source>
        <translation>Le disque qui contient « {path} » n’a pas confirmé la dernière modification ({detail}) : elle est peut-être dans le portefeuille, ou bien elle manque. Vérifiez le disque, rouvrez le portefeuille et regardez avant de la saisir de nouveau.</translation>
    </message>
    <message>
        <source>The disk that holds “{path}” does not answer as it should ({detail}). Nothing of this change was saved. Check the disk or the network, then try again.</source>
        <translation>Le disque où se trouve « {path} » ne répond pas comme il devrait ({detail}). Rien de cette modification n’a été enregistré. Vérifiez le disque ou le réseau, puis réessayez.</translation>
    </message>
    <message>
        <source>The disk that holds “{path}” is full. Nothing of this change was saved; what was saved before is safe. Make room on the disk, then try again.</source>
        <translation>Le disque où se trouve « {path} » est plein. Rien de cette modification n’a été enregistré ; ce qui l’était avant est en sécurité. Faites de la place sur le disque, puis réessayez.</translation>
    </message>
    <message>
        <source>The end of “{path}” is missing, so nothing of it was taken. Copy the file again from where it comes.</source>
        <translation>Il manque la fin de « {path} » : rien n’en a été repris. Copiez de nouveau le fichier depuis son origine.</translation>
    </message>
    <message>
        <source>The end of “{path}” is missing: {found} of {expected} bytes are there. It was left untouched.</source>
        <translation>La fin de « {path} » manque : il reste {found} octets sur {expected}. Il n’a pas été touché.</translation>
    </message>
    <message>
        <source>The folder “{path}” does not exist. Create it or choose another one.</source>
        <translation>Le dossier « {path} » n’existe pas. Créez-le ou choisissez-en un autre.</translation>
    </message>
    <message>
        <source>The hidden columns of the sheet “{sheet}” are gone, so its rows cannot be told from one another. Nothing of this sheet is taken over; export the workbook again and make the changes there.</source>
        <translation>Les colonnes masquées de la feuille « {sheet} » ont disparu : ses lignes ne peuvent plus être reconnues. Rien de cette feuille n’est repris ; exportez de nouveau le classeur et faites-y les modifications.</translation>
    </message>
    <message>
        <source>The last segment, and only the last, must take everyone who is left, without a rule of its own, so that each client is in exactly one segment.</source>
        <translation>Le dernier segment, et lui seul, doit prendre tous ceux qui restent, sans règle propre, pour que chaque client soit dans un segment et un seul.</translation>
    </message>
    <message>
        <source>The mapping file “{path}” cannot be read ({detail}). It must be JSON such as {{"columns": {{"Customer": "client.name"}}}}.</source>
        <translation>Le fichier de correspondance « {path} » est illisible ({detail}). Il doit être en JSON, par exemple {{"columns": {{"Customer": "client.name"}}}}.</translation>
    </message>
    <message>
        <source>The rule asks “{operator}” of “{metric}”, which cannot be asked of it. Choose another comparison: {allowed}.</source>
        <translation>La règle demande « {operator} » à « {metric} », ce qui n’est pas possible. Choisissez une autre comparaison : {allowed}.</translation>
    </message>
    <message>
        <source>The rule cannot be read: “{detail}” is not a condition.</source>
        <translation>La règle ne peut pas être lue : « {detail} » n’est pas une condition.</translation>
    </message>
    <message>
        <source>The rule compares “{metric}” with nothing. Give the value to compare it with.</source>
        <translation>La règle compare « {metric} » à rien. Indiquez la valeur à laquelle le comparer.</translation>
    </message>
    <message>
        <source>The rule compares “{metric}” with “{value}”, which does not fit.</source>
        <translation>La règle compare « {metric} » avec « {value} », ce qui ne convient pas.</translation>
    </message>
    <message>
        <source>The rule has more levels than can be read ({limit}).</source>
        <translation>La règle a plus de niveaux qu’on ne peut en lire ({limit}).</translation>
    </message>
    <message>
        <source>The rule has more than {limit} conditions. Take some out.</source>
        <translation>La règle a plus de {limit} conditions. Retirez-en quelques-unes.</translation>
    </message>
    <message>
        <source>The rule of “{rule}” asks for “{field}”. Change that rule first, then delete the field.</source>
        <translation>La règle de « {rule} » utilise « {field} ». Modifiez d’abord cette règle, puis supprimez le champ.</translation>
    </message>
    <message>
        <source>The rule uses “{metric}”, which is not an indicator of the client.</source>
        <translation>La règle emploie « {metric} », qui n’est pas un indicateur du client.</translation>
    </message>
    <message>
        <source>The rule uses “{operator}”, which is not a comparison.</source>
        <translation>La règle emploie « {operator} », qui n’est pas une comparaison.</translation>
    </message>
    <message>
        <source>The sheet “{sheet}” is a copy of another one. It is not read: make your changes in the sheet that was exported.</source>
        <translation>La feuille « {sheet} » est une copie d’une autre. Elle n’est pas lue : faites vos modifications dans la feuille exportée.</translation>
    </message>
    <message>
        <source>There is already a field named “{value}”. Choose another name.</source>
        <translation>Il y a déjà un champ nommé « {value} ». Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>There is no column “{column}” in “{path}”. Its columns are: {columns}.</source>
        <translation>Il n’y a pas de colonne « {column} » dans « {path} ». Ses colonnes sont : {columns}.</translation>
    </message>
    <message>
        <source>There is no field “{field}”.</source>
        <translation>Le champ « {field} » n’existe pas.</translation>
    </message>
    <message>
        <source>There is no file “{path}”. Check the name and the folder.</source>
        <translation>Il n’y a pas de fichier « {path} ». Vérifiez le nom et le dossier.</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>Il n’y a rien à rétablir.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Il n’y a rien à annuler.</translation>
    </message>
    <message>
        <source>These are not two clients but one. Choose another one.</source>
        <translation>Ce ne sont pas deux clients mais un seul. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>This book holds data already ({count} records), so the copy “{path}” was not read into it. Open the copy as a new book instead.</source>
        <translation>Ce portefeuille contient déjà des données ({count} fiches) : la copie « {path} » n’y a pas été reprise. Ouvrez plutôt la copie comme un nouveau portefeuille.</translation>
    </message>
    <message>
        <source>This is not in the history any more, so it cannot be taken back.</source>
        <translation>Ceci n’est plus dans l’historique et ne peut donc pas être annulé.</translation>
    </message>
    <message>
        <source>This passphrase cannot be used: it is empty, too long, or holds characters that cannot be typed again. Choose another one.</source>
        <translation>Cette phrase secrète ne peut pas servir : elle est vide, trop longue, ou contient des caractères que l’on ne pourra pas ressaisir. Choisissez-en une autre.</translation>
    </message>
    <message>
        <source>This passphrase does not open “{path}”. Check capital letters and the keyboard's language, then type it again. Nothing was changed.</source>
        <translation>Cette phrase secrète n’ouvre pas « {path} ». Vérifiez les majuscules et la langue du clavier, puis ressaisissez-la. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>This passphrase is too short: it must have at least {minimum} characters.</source>
        <translation>Cette phrase secrète est trop courte : il lui faut au moins {minimum} caractères.</translation>
    </message>
    <message>
        <source>This record is not in the book any more, so the changes to its row cannot be taken over.</source>
        <translation>Cette fiche n’est plus dans le portefeuille : les modifications de sa ligne ne peuvent pas être reprises.</translation>
    </message>
    <message>
        <source>This row names no client of the book. Fill in the reference or the name of the client.</source>
        <translation>Cette ligne ne nomme aucun client du portefeuille. Indiquez la référence ou le nom du client.</translation>
    </message>
    <message>
        <source>This segmentation comes with the program and cannot be deleted. It can be put back to what it was.</source>
        <translation>Cette segmentation est fournie avec le programme et ne peut pas être supprimée. Vous pouvez la remettre à son état d’origine.</translation>
    </message>
    <message>
        <source>This was taken back already. Undo the taking back to have it again.</source>
        <translation>Ceci a déjà été annulé. Annulez cette annulation pour le retrouver.</translation>
    </message>
    <message>
        <source>This {kind} (number {id}) is not in the book any more.</source>
        <translation>Cet élément ({kind} n° {id}) n’est plus dans le portefeuille.</translation>
    </message>
    <message>
        <source>Too many rows of the sheet “{sheet}” were sorted without their hidden columns and edited, so that they cannot be told from one another. Nothing of them is taken over; export the workbook again.</source>
        <translation>Trop de lignes de la feuille « {sheet} » ont été triées sans leurs colonnes masquées et modifiées : elles ne peuvent plus être reconnues. Rien n’en est repris ; exportez de nouveau le classeur.</translation>
    </message>
    <message>
        <source>Two segments have the same code “{segment}”. Each needs its own.</source>
        <translation>Deux segments ont le même code « {segment} ». Chacun doit avoir le sien.</translation>
    </message>
    <message>
        <source>You are not allowed to open “{path}”. Ask for the right to read and write it, or open a copy.</source>
        <translation>Vous n’avez pas le droit d’ouvrir « {path} ». Demandez le droit de le lire et de l’écrire, ou ouvrez-en une copie.</translation>
    </message>
    <message>
        <source>You are not allowed to read “{path}”. Ask for the right to read it, or use a copy.</source>
        <translation>Vous n’avez pas le droit de lire « {path} ». Demandez ce droit, ou utilisez une copie.</translation>
    </message>
    <message>
        <source>You may not write in the folder “{folder}”, which “{path}” needs. Move the book to a folder you may write to, or ask for the right to write there.</source>
        <translation>Vous n’avez pas le droit d’écrire dans le dossier « {folder} », ce qu’exige « {path} ». Déplacez le portefeuille dans un dossier où vous pouvez écrire, ou demandez ce droit.</translation>
    </message>
    <message>
        <source>“{field}” (for column “{column}”) is not a field of this book. Add that field in Settings first, or leave the column out.</source>
        <translation>« {field} » (pour la colonne « {column} ») n’est pas un champ de ce portefeuille. Ajoutez d’abord ce champ dans les réglages, ou laissez la colonne de côté.</translation>
    </message>
    <message>
        <source>“{field}” (for column “{column}”) is not a field that can be imported. Use one of the fields listed by the import page.</source>
        <translation>« {field} » (pour la colonne « {column} ») n’est pas un champ importable. Prenez l’un des champs proposés par la page d’import.</translation>
    </message>
    <message>
        <source>“{field}” cannot be changed in the workbook: the program works it out, or it is kept elsewhere.</source>
        <translation>« {field} » ne peut pas être modifié dans le classeur : le programme le calcule, ou il est tenu ailleurs.</translation>
    </message>
    <message>
        <source>“{field}” cannot be empty.</source>
        <translation>« {field} » ne peut pas être vide.</translation>
    </message>
    <message>
        <source>“{field}” is too long for a cell and was cut when it was exported. Change it in the program.</source>
        <translation>« {field} » est trop long pour une cellule et a été coupé à l’export. Modifiez-le dans le programme.</translation>
    </message>
    <message>
        <source>“{name}” is a segmentation of your own: there is nothing it could be put back to.</source>
        <translation>« {name} » est une de vos propres segmentations : elle n’a pas d’état d’origine.</translation>
    </message>
    <message>
        <source>“{name}” is an organisation, not a person. Erase its contacts one by one; if it is one person's business, first say that the client is a person.</source>
        <translation>« {name} » est une organisation, pas une personne. Effacez ses contacts un par un ; s’il s’agit de l’activité d’une seule personne, indiquez d’abord que le client est une personne.</translation>
    </message>
    <message>
        <source>“{name}” is the segmentation in force, so it cannot be deleted. Put another one in force first.</source>
        <translation>« {name} » est la segmentation en vigueur : elle ne peut pas être supprimée. Mettez-en d’abord une autre en vigueur.</translation>
    </message>
    <message>
        <source>“{path}” already exists. Choose another name; nothing was overwritten.</source>
        <translation>« {path} » existe déjà. Choisissez un autre nom ; rien n’a été écrasé.</translation>
    </message>
    <message>
        <source>“{path}” cannot be compared with the book: it is not a workbook that this program exported, or its hidden sheet “_portfolio” is gone. Import it like any other file, or export the workbook again.</source>
        <translation>« {path} » ne peut pas être comparé au portefeuille : ce n’est pas un classeur exporté par ce programme, ou sa feuille masquée « _portfolio » a disparu. Importez-le comme un autre fichier, ou exportez de nouveau le classeur.</translation>
    </message>
    <message>
        <source>“{path}” cannot be read as an Excel workbook ({detail}). Open it in Excel or LibreOffice, save it as XLSX and try again.</source>
        <translation>« {path} » ne se lit pas comme un classeur Excel ({detail}). Ouvrez-le dans Excel ou LibreOffice, enregistrez-le en XLSX, puis réessayez.</translation>
    </message>
    <message>
        <source>“{path}” cannot be read as {encoding} (line {line}). Choose another encoding, or save the file again as UTF-8.</source>
        <translation>« {path} » ne se lit pas en {encoding} (ligne {line}). Choisissez un autre encodage, ou enregistrez le fichier en UTF-8.</translation>
    </message>
    <message>
        <source>“{path}” cannot be written ({detail}). Nothing was saved there: check the free space and your rights on that folder.</source>
        <translation>Impossible d’écrire « {path} » ({detail}). Rien n’y a été enregistré : vérifiez l’espace libre et vos droits sur ce dossier.</translation>
    </message>
    <message>
        <source>“{path}” cannot be written: the program writes workbooks (.xlsx), tables (.csv), documents (.pdf), address cards (.vcf), calendars (.ics) and full copies (.json), not “{suffix}”. Give the file a name that ends in one of these.</source>
        <translation>« {path} » ne peut pas être écrit : le programme écrit des classeurs (.xlsx), des tableaux (.csv), des documents (.pdf), des cartes de contact (.vcf), des agendas (.ics) et des copies complètes (.json), pas « {suffix} ». Donnez au fichier un nom qui se termine ainsi.</translation>
    </message>
    <message>
        <source>“{path}” could not be brought up to date and was left as it was ({detail}).</source>
        <translation>« {path} » n’a pas pu être mis à jour et a été laissé tel quel ({detail}).</translation>
    </message>
    <message>
        <source>“{path}” could not be read ({detail}). Check the disk or the network, then try again.</source>
        <translation>« {path} » n’a pas pu être lu ({detail}). Vérifiez le disque ou le réseau, puis réessayez.</translation>
    </message>
    <message>
        <source>“{path}” could not be restored ({detail}). Nothing was changed.</source>
        <translation>« {path} » n’a pas pu être restauré ({detail}). Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>“{path}” has amounts but no column with the date of the sale. Choose the column that holds the date.</source>
        <translation>« {path} » a des montants mais aucune colonne pour la date de la vente. Choisissez la colonne qui contient la date.</translation>
    </message>
    <message>
        <source>“{path}” has column names but no line of data below them. There is nothing to import.</source>
        <translation>« {path} » a des noms de colonnes mais aucune ligne de données dessous. Il n’y a rien à importer.</translation>
    </message>
    <message>
        <source>“{path}” has more than {limit} entries. Export a smaller part of that calendar, such as one year, and try again.</source>
        <translation>« {path} » contient plus de {limit} entrées. Exportez une plus petite partie de cet agenda, par exemple une année, puis réessayez.</translation>
    </message>
    <message>
        <source>“{path}” has no line of column names that could be recognised. Add a first line naming the columns, or choose the columns by hand.</source>
        <translation>Aucune ligne de noms de colonnes n’a été reconnue dans « {path} ». Ajoutez une première ligne qui nomme les colonnes, ou choisissez les colonnes à la main.</translation>
    </message>
    <message>
        <source>“{path}” has sale columns but no amount, and no quantity with a unit price. Choose the column that holds the amount.</source>
        <translation>« {path} » a des colonnes de vente mais ni montant, ni quantité avec un prix unitaire. Choisissez la colonne qui contient le montant.</translation>
    </message>
    <message>
        <source>“{path}” holds a value that no book can hold ({table}, number {id}, “{column}”: “{value}”), so nothing of it was taken. Use another copy.</source>
        <translation>« {path} » contient une valeur qu’aucun portefeuille ne peut contenir ({table}, numéro {id}, « {column} » : « {value} ») : rien n’en a été repris. Utilisez une autre copie.</translation>
    </message>
    <message>
        <source>“{path}” holds no address card. Export the contacts again as vCard (.vcf), or as CSV.</source>
        <translation>« {path} » ne contient aucune fiche de contact. Exportez de nouveau les contacts au format vCard (.vcf) ou CSV.</translation>
    </message>
    <message>
        <source>“{path}” is a calendar, not a list of clients. Import it with the calendar’s own import.</source>
        <translation>« {path} » est un agenda, pas une liste de clients. Importez-le depuis la page de l’agenda.</translation>
    </message>
    <message>
        <source>“{path}” is a copy of a whole book, not a list of clients. Open it as a new book instead.</source>
        <translation>« {path} » est la copie d’un portefeuille entier, pas une liste de clients. Ouvrez-la plutôt comme un nouveau portefeuille.</translation>
    </message>
    <message>
        <source>“{path}” is a folder. Choose a CSV or Excel file.</source>
        <translation>« {path} » est un dossier. Choisissez un fichier CSV ou Excel.</translation>
    </message>
    <message>
        <source>“{path}” is a folder. Choose a book file, which ends in .portfolio.</source>
        <translation>« {path} » est un dossier. Choisissez un fichier de portefeuille, qui se termine par .portfolio.</translation>
    </message>
    <message>
        <source>“{path}” is a folder. Choose a name for the file to write.</source>
        <translation>« {path} » est un dossier. Choisissez un nom pour le fichier à écrire.</translation>
    </message>
    <message>
        <source>“{path}” is damaged and was left untouched ({detail}).</source>
        <translation>« {path} » est endommagé et n’a pas été touché ({detail}).</translation>
    </message>
    <message>
        <source>“{path}” is empty (0 bytes), so it is not a client book.</source>
        <translation>« {path} » est vide (0 octet) : ce n’est pas un portefeuille de clients.</translation>
    </message>
    <message>
        <source>“{path}” is empty (0 bytes): what was in it is gone from this file.</source>
        <translation>« {path} » est vide (0 octet) : ce qu’il contenait n’est plus dans ce fichier.</translation>
    </message>
    <message>
        <source>“{path}” is empty: there is nothing to import. Export it again from where it comes.</source>
        <translation>« {path} » est vide : il n’y a rien à importer. Exportez-le de nouveau depuis son logiciel d’origine.</translation>
    </message>
    <message>
        <source>“{path}” is not a calendar file. Choose a file that a calendar program exported (.ics).</source>
        <translation>« {path} » n’est pas un fichier d’agenda. Choisissez un fichier exporté par un logiciel d’agenda (.ics).</translation>
    </message>
    <message>
        <source>“{path}” is not a client book. Choose a file that this program made (it ends in .portfolio); to bring in a list of clients, use Import instead.</source>
        <translation>« {path} » n’est pas un portefeuille de clients. Choisissez un fichier créé par ce programme (il se termine par .portfolio) ; pour reprendre une liste de clients, passez par Importer.</translation>
    </message>
    <message>
        <source>“{path}” is not a full copy of a book. Choose a file that “Full copy” of the Export page wrote (.json).</source>
        <translation>« {path} » n’est pas une copie complète d’un portefeuille. Choisissez un fichier écrit par « Copie complète » sur la page Exporter (.json).</translation>
    </message>
    <message>
        <source>“{path}” is not a text or Excel file that can be imported. Save it as CSV or XLSX and try again.</source>
        <translation>« {path} » n’est pas un fichier texte ou Excel importable. Enregistrez-le en CSV ou en XLSX, puis réessayez.</translation>
    </message>
    <message>
        <source>“{path}” is not as the program last wrote it, although nothing was recorded in it since: the disk or another program changed it. It was left untouched.</source>
        <translation>« {path} » n’est plus tel que le programme l’a écrit, alors que rien n’y a été enregistré depuis : le disque ou un autre programme l’a modifié. Il n’a pas été touché.</translation>
    </message>
    <message>
        <source>“{path}” is not as the program wrote it (at: {where}), so nothing of it was taken. Use another copy.</source>
        <translation>« {path} » n’est pas tel que le programme l’a écrit (endroit : {where}) : rien n’en a été repris. Utilisez une autre copie.</translation>
    </message>
    <message>
        <source>“{path}” is of a kind that cannot be imported yet ({suffix}). Save it as CSV or XLSX.</source>
        <translation>« {path} » est d’un type qui ne s’importe pas encore ({suffix}). Enregistrez-le en CSV ou en XLSX.</translation>
    </message>
    <message>
        <source>“{path}” is open elsewhere: in another window or on another computer. Close it there, then open it again.</source>
        <translation>« {path} » est ouvert ailleurs : dans une autre fenêtre ou sur un autre ordinateur. Fermez-le là-bas, puis rouvrez-le.</translation>
    </message>
    <message>
        <source>“{path}” is open on the computer “{host}”, by {holder}, since {since}. Close it there, then open it again. If that computer was switched off, the book opens again {minutes} minutes later.</source>
        <translation>« {path} » est ouvert sur l’ordinateur « {host} », par {holder}, depuis {since}. Fermez-le là-bas, puis rouvrez-le ici. Si cet ordinateur a été éteint, le portefeuille s’ouvre de nouveau {minutes} minutes plus tard.</translation>
    </message>
    <message>
        <source>“{path}” is protected by a passphrase, which the program cannot read on this computer.</source>
        <translation>« {path} » est protégé par une phrase secrète, ce que le programme ne sait pas lire sur cet ordinateur.</translation>
    </message>
    <message>
        <source>“{path}” is protected by a passphrase. Type it to open the book.</source>
        <translation>« {path} » est protégé par une phrase secrète. Saisissez-la pour ouvrir le portefeuille.</translation>
    </message>
    <message>
        <source>“{path}” is protected by a password. Save it without a password and try again.</source>
        <translation>« {path} » est protégé par un mot de passe. Enregistrez-le sans mot de passe, puis réessayez.</translation>
    </message>
    <message>
        <source>“{path}” is read-only. Move the book to a folder you may write to.</source>
        <translation>« {path} » est en lecture seule. Déplacez le portefeuille dans un dossier où vous pouvez écrire.</translation>
    </message>
    <message>
        <source>“{path}” is the book that is open here, not a file to import.</source>
        <translation>« {path} » est le portefeuille ouvert ici, pas un fichier à importer.</translation>
    </message>
    <message>
        <source>“{path}” is too large to be read safely ({detail}). Split it into smaller files.</source>
        <translation>« {path} » est trop gros pour être lu sans risque ({detail}). Découpez-le en fichiers plus petits.</translation>
    </message>
    <message>
        <source>“{path}” was exported from another book, so it cannot be compared with this one. Open that book, or import the file like any other.</source>
        <translation>« {path} » a été exporté d’un autre portefeuille et ne peut donc pas être comparé à celui-ci. Ouvrez cet autre portefeuille, ou importez le fichier comme un autre.</translation>
    </message>
    <message>
        <source>“{path}” was written by a newer version of the program (book format {found}). Update the program to read it. Nothing of it was taken.</source>
        <translation>« {path} » a été écrit par une version plus récente du programme (format de portefeuille {found}). Mettez le programme à jour pour le lire. Rien n’en a été repris.</translation>
    </message>
    <message>
        <source>“{path}” was written by a newer version of the program: it is in book format {found}, and this program reads formats up to {supported}. Update the program to one that reads format {found}. The file was not touched.</source>
        <translation>« {path} » a été écrit par une version plus récente du programme : il est au format {found}, et ce programme lit les formats jusqu’à {supported}. Mettez le programme à jour vers une version qui lit le format {found}. Le fichier n’a pas été touché.</translation>
    </message>
    <message>
        <source>“{path}” was written by a newer version of the program: it needs version {program} or later (book format {found}; this program reads formats up to {supported}). Update the program to open it. The file was not touched.</source>
        <translation>« {path} » a été écrit par une version plus récente du programme : il demande la version {program} ou une plus récente (format {found} ; ce programme lit les formats jusqu’à {supported}). Mettez le programme à jour pour l’ouvrir. Le fichier n’a pas été touché.</translation>
    </message>
    <message>
        <source>“{path}”, line {line}: {detail}. Correct that line and try again.</source>
        <translation>« {path} », ligne {line} : {detail}. Corrigez cette ligne, puis réessayez.</translation>
    </message>
    <message>
        <source>“{value}” belongs to somebody who was erased from the book at their request; it stays out.</source>
        <translation>« {value} » appartient à une personne effacée du portefeuille à sa demande ; cela reste dehors.</translation>
    </message>
    <message>
        <source>“{value}” cannot be used for “{option}” in the mapping. Allowed: {allowed}.</source>
        <translation>« {value} » ne convient pas pour « {option} » dans la correspondance. Valeurs possibles : {allowed}.</translation>
    </message>
    <message>
        <source>“{value}” cannot stand in “{field}” for every line. Write it as a cell of such a column.</source>
        <translation>« {value} » ne peut pas valoir pour toutes les lignes dans « {field} ». Écrivez-le comme une cellule d’une telle colonne.</translation>
    </message>
    <message>
        <source>“{value}” is not a colour. Write it like #0072B2.</source>
        <translation>« {value} » n’est pas une couleur. Écrivez-la comme #0072B2.</translation>
    </message>
    <message>
        <source>“{value}” is not a currency code. Use three letters, like EUR.</source>
        <translation>« {value} » n’est pas un code de devise. Donnez trois lettres, comme EUR.</translation>
    </message>
    <message>
        <source>“{value}” is not a date for “{field}”. Write it like 2026-03-31 or 31/03/2026.</source>
        <translation>« {value} » n’est pas une date pour « {field} ». Écrivez-la comme 31/03/2026 ou 2026-03-31.</translation>
    </message>
    <message>
        <source>“{value}” is not a number for “{field}”. Write it like 1234.56 or 1 234,56.</source>
        <translation>« {value} » n’est pas un nombre pour « {field} ». Écrivez-le comme 1234.56 ou 1 234,56.</translation>
    </message>
    <message>
        <source>“{value}” is not a phone number. Write it like 06 12 34 56 78 or +44 20 7946 0000.</source>
        <translation>« {value} » n’est pas un numéro de téléphone. Écrivez-le comme 06 12 34 56 78 ou +44 20 7946 0000.</translation>
    </message>
    <message>
        <source>“{value}” is not a time for “{field}”. Write it like 14:30.</source>
        <translation>« {value} » n’est pas une heure pour « {field} ». Écrivez-la comme 14:30.</translation>
    </message>
    <message>
        <source>“{value}” is not a time zone. Write it like Europe/Paris, or leave it empty for the time of this computer.</source>
        <translation>« {value} » n’est pas un fuseau horaire. Écrivez-le comme Europe/Paris, ou laissez vide pour l’heure de cet ordinateur.</translation>
    </message>
    <message>
        <source>“{value}” is not an amount for “{field}”. Write it like 1234.56 or 1 234,56.</source>
        <translation>« {value} » n’est pas un montant pour « {field} ». Écrivez-le comme 1 234,56 ou 1234.56.</translation>
    </message>
    <message>
        <source>“{value}” is not an e-mail address. Write it like name@example.com.</source>
        <translation>« {value} » n’est pas une adresse e-mail. Écrivez-la comme nom@exemple.fr.</translation>
    </message>
    <message>
        <source>“{value}” is not possible for “{field}”. Choose one of: {allowed}.</source>
        <translation>« {value} » n’est pas possible pour « {field} ». Choisissez parmi : {allowed}.</translation>
    </message>
    <message>
        <source>“{value}” is not the name of exactly one contact of this client. Add the contact first, or write the name as it stands in the sheet of contacts.</source>
        <translation>« {value} » n’est pas le nom d’un seul contact de ce client. Ajoutez d’abord le contact, ou écrivez le nom comme dans la feuille des contacts.</translation>
    </message>
    <message>
        <source>“{value}” is out of range for “{field}”: it must be {allowed}.</source>
        <translation>« {value} » est hors limites pour « {field} » : il faut {allowed}.</translation>
    </message>
    <message>
        <source>“{value}” is still chosen in “{field}” ({count}). Rename it, or give those clients another value first.</source>
        <translation>« {value} » est encore choisi dans « {field} » ({count}). Renommez-le, ou donnez d’abord une autre valeur à ces clients.</translation>
    </message>
    <message>
        <source>“{value}” stands for somebody who was erased for good; it cannot be merged.</source>
        <translation>« {value} » remplace une personne effacée définitivement ; la fusion est impossible.</translation>
    </message>
</context>
</TS>
