<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en_US">
<context>
    <name>AnalysisPage</name>
    <message>
        <source>Concentration</source>
        <translation>Concentration</translation>
    </message>
    <message>
        <source>What is analysed</source>
        <translation>Sujet de l’analyse</translation>
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
    <name>CheckStep</name>
    <message numerus="yes">
        <source>%n row(s) stay out until they are corrected</source>
        <translation>
            <numerusform>%n ligne écartée tant qu’elle n’est pas corrigée</numerusform>
            <numerusform>%n lignes écartées tant qu’elles ne sont pas corrigées</numerusform>
        </translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Colonne</translation>
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
        <source>Problem and what to do</source>
        <translation>Problème et solution</translation>
    </message>
    <message>
        <source>Refused rows</source>
        <translation>Lignes refusées</translation>
    </message>
    <message>
        <source>Save the refused rows…</source>
        <translation>Enregistrer les lignes refusées…</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>What the import will do</source>
        <translation>Ce que fera l’import</translation>
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
        <source>Choose a client</source>
        <translation>Choisissez un client</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contacts</translation>
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
    <name>ColumnsModel</name>
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
</context>
<context>
    <name>ColumnsStep</name>
    <message>
        <source>Columns of the file → fields of the book</source>
        <translation>Colonnes du fichier → champs du portefeuille</translation>
    </message>
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
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>First line</source>
        <translation>Première ligne</translation>
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
    <name>Concentration</name>
    <message numerus="yes">
        <source>%n client(s) end below zero ({amount}): their returns or costs outweigh the rest. They are counted with their negative amount.</source>
        <translation>
            <numerusform>%n client finit en négatif ({amount}) : ses retours ou ses coûts dépassent le reste. Il est compté avec son montant négatif.</numerusform>
            <numerusform>%n clients finissent en négatif ({amount}) : leurs retours ou leurs coûts dépassent le reste. Ils sont comptés avec leur montant négatif.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) with sales</source>
        <translation>
            <numerusform>%n client avec des ventes</numerusform>
            <numerusform>%n clients avec des ventes</numerusform>
        </translation>
    </message>
    <message>
        <source>1 / the sum of the squared shares: your base depends on its clients as one of so many clients of equal size would.</source>
        <translation>1 / la somme des carrés des parts : votre portefeuille dépend de ses clients comme s’il comptait ce nombre de clients de même taille.</translation>
    </message>
    <message>
        <source>All time</source>
        <translation>Tout l’historique</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Montant</translation>
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
        <source>Clients by rank</source>
        <translation>Clients par rang</translation>
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
        <source>Cumulated</source>
        <translation>Cumul</translation>
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
        <source>Gini</source>
        <translation>Gini</translation>
    </message>
    <message>
        <source>Gini coefficient: 0 when all clients bring the same, close to 1 when one brings everything. Unequal sizes are not yet dependency when there are many clients.</source>
        <translation>Indice de Gini : 0 quand tous les clients rapportent autant, proche de 1 quand un seul rapporte tout. Des tailles inégales ne font pas encore une dépendance quand les clients sont nombreux.</translation>
    </message>
    <message>
        <source>HHI</source>
        <translation>HHI</translation>
    </message>
    <message>
        <source>HHI {hhi} · like {n} clients of equal size</source>
        <translation>HHI {hhi} · équivaut à {n} clients de même taille</translation>
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
        <source>Look at a sample book</source>
        <translation>Voir un exemple</translation>
    </message>
    <message>
        <source>Lorenz curve of the clients</source>
        <translation>Courbe de Lorenz des clients</translation>
    </message>
    <message>
        <source>Make 80 %</source>
        <translation>Font 80 %</translation>
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
        <source>Nothing was sold in this period ({period}).</source>
        <translation>Rien n’a été vendu sur cette période ({period}).</translation>
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
        <source>Pareto chart of the clients</source>
        <translation>Diagramme de Pareto des clients</translation>
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
        <source>Rank</source>
        <translation>Rang</translation>
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
        <source>Share</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>Show the revenue</source>
        <translation>Voir le CA</translation>
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
        <source>The total is not above zero, so shares mean nothing here.</source>
        <translation>Le total n’est pas supérieur à zéro : les parts n’ont ici aucun sens.</translation>
    </message>
    <message>
        <source>The total is not above zero.</source>
        <translation>Le total n’est pas supérieur à zéro.</translation>
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
        <source>above {limit}</source>
        <translation>plus de {limit}</translation>
    </message>
    <message>
        <source>all sales up to {end}</source>
        <translation>toutes les ventes jusqu’au {end}</translation>
    </message>
    <message>
        <source>below {limit}</source>
        <translation>moins de {limit}</translation>
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
        <source>from {start} to {end}</source>
        <translation>du {start} au {end}</translation>
    </message>
    <message>
        <source>high</source>
        <translation>élevé</translation>
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
        <source>part of the clients</source>
        <translation>part des clients</translation>
    </message>
    <message>
        <source>revenue</source>
        <translation>chiffre d’affaires</translation>
    </message>
    <message>
        <source>{share} of the {measure}: {n} of {clients} clients ({part})</source>
        <translation>{share} du total ({measure}) : {n} des {clients} clients ({part})</translation>
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
        <source>New book</source>
        <translation>Nouveau portefeuille</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Open a book</source>
        <translation>Ouvrir un portefeuille</translation>
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
        <source>%n row(s) stayed out; save them, correct them and import that file.</source>
        <translation>
            <numerusform>%n ligne écartée ; enregistrez-la, corrigez-la, puis importez ce fichier.</numerusform>
            <numerusform>%n lignes écartées ; enregistrez-les, corrigez-les, puis importez ce fichier.</numerusform>
        </translation>
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
        <source>Who to call today</source>
        <translation>Qui appeler aujourd’hui</translation>
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
        <source>Excel, LibreOffice or CSV: clients, contacts, sales. Several at once if you like.</source>
        <translation>Excel, LibreOffice ou CSV : clients, contacts, ventes. Plusieurs à la fois si vous voulez.</translation>
    </message>
</context>
<context>
    <name>FieldEditor</name>
    <message>
        <source>Choose a day</source>
        <translation>Choisir un jour</translation>
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
        <source>Follow-up</source>
        <translation>Relance</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produit</translation>
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
        <source>Touch</source>
        <translation>Échange</translation>
    </message>
    <message>
        <source>VAT number</source>
        <translation>numéro de TVA</translation>
    </message>
    <message>
        <source>amount</source>
        <translation>montant</translation>
    </message>
    <message>
        <source>category</source>
        <translation>catégorie</translation>
    </message>
    <message>
        <source>city</source>
        <translation>ville</translation>
    </message>
    <message>
        <source>client since</source>
        <translation>client depuis</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>coût</translation>
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
        <source>date</source>
        <translation>date</translation>
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
        <source>due date</source>
        <translation>échéance</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>e-mail</translation>
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
        <source>ideal days between touches</source>
        <translation>jours idéaux entre deux échanges</translation>
    </message>
    <message>
        <source>last name</source>
        <translation>nom de famille</translation>
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
        <source>name</source>
        <translation>nom</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>notes</translation>
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
        <source>phone</source>
        <translation>téléphone</translation>
    </message>
    <message>
        <source>postcode</source>
        <translation>code postal</translation>
    </message>
    <message>
        <source>price</source>
        <translation>prix</translation>
    </message>
    <message>
        <source>quantity</source>
        <translation>quantité</translation>
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
        <source>role</source>
        <translation>fonction</translation>
    </message>
    <message>
        <source>sector</source>
        <translation>secteur</translation>
    </message>
    <message>
        <source>size</source>
        <translation>taille</translation>
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
        <source>status</source>
        <translation>statut</translation>
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
        <source>type</source>
        <translation>type</translation>
    </message>
    <message>
        <source>unit price</source>
        <translation>prix unitaire</translation>
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
        <source>why former</source>
        <translation>pourquoi ancien</translation>
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
    <name>FilesStep</name>
    <message>
        <source>Clients already in the book are completed, not doubled. The same file twice changes nothing.</source>
        <translation>Les clients déjà présents sont complétés, jamais doublés. Réimporter le même fichier ne change rien.</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
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
        <source>Reading…</source>
        <translation>Lecture…</translation>
    </message>
    <message>
        <source>The columns are recognised for you; you look them over and change what is wrong.</source>
        <translation>Les colonnes sont reconnues pour vous ; parcourez-les et corrigez ce qui ne va pas.</translation>
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
        <source>New client</source>
        <translation>Nouveau client</translation>
    </message>
</context>
<context>
    <name>FollowUpReasons</name>
    <message>
        <source>Contact rhythm</source>
        <translation>Rythme de contact</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>Rappel</translation>
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
        <source>Plan</source>
        <translation>Planifier</translation>
    </message>
    <message>
        <source>Plan a follow-up</source>
        <translation>Planifier une relance</translation>
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
    <message>
        <source>Add a client</source>
        <translation>Ajouter un client</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
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
    <message>
        <source>↑ ↓ move · Enter open · L log · D done · S snooze, then 1…5 · Space select · ← → fold</source>
        <translation>↑ ↓ se déplacer · Entrée ouvrir · L noter · D faite · S reporter, puis 1…5 · Espace sélectionner · ← → replier</translation>
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
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
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
        <source>Files to import</source>
        <translation>Fichiers à importer</translation>
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
        <source>Line</source>
        <translation>Ligne</translation>
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
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Tables ({kinds})</source>
        <translation>Tableaux ({kinds})</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>refusées</translation>
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
        <source>%n cell(s) cannot be read and stay empty</source>
        <translation>
            <numerusform>%n cellule illisible reste vide</numerusform>
            <numerusform>%n cellules illisibles restent vides</numerusform>
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
        <source>%n phone number(s) look wrong and are kept as written</source>
        <translation>
            <numerusform>%n numéro de téléphone semble faux et reste tel quel</numerusform>
            <numerusform>%n numéros de téléphone semblent faux et restent tels quels</numerusform>
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
    <name>KindPicker</name>
    <message>
        <source>Kind of touch</source>
        <translation>Type d’échange</translation>
    </message>
</context>
<context>
    <name>KindsLogged</name>
    <message>
        <source>Call logged</source>
        <translation>Appel noté</translation>
    </message>
    <message>
        <source>Complaint logged</source>
        <translation>Réclamation notée</translation>
    </message>
    <message>
        <source>E-mail logged</source>
        <translation>E-mail noté</translation>
    </message>
    <message>
        <source>Feedback logged</source>
        <translation>Avis noté</translation>
    </message>
    <message>
        <source>Letter logged</source>
        <translation>Courrier noté</translation>
    </message>
    <message>
        <source>Meeting logged</source>
        <translation>Rendez-vous noté</translation>
    </message>
    <message>
        <source>Message logged</source>
        <translation>Message noté</translation>
    </message>
    <message>
        <source>Service logged</source>
        <translation>Intervention notée</translation>
    </message>
    <message>
        <source>Visit logged</source>
        <translation>Visite notée</translation>
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
    <name>LossCard</name>
    <message>
        <source>10, 20 and 30 % are conventions, not laws.</source>
        <translation>10, 20 et 30 % sont des conventions, pas des lois.</translation>
    </message>
    <message>
        <source>Conventions, not laws. 10 %: from there accounts must name a major customer (IFRS 8.34). 10–15 %: the French business mediation advises to spread out from there. 22–30 %: limits French buyers set themselves for a supplier. 30–50 %: order of magnitude quoted for French rulings; the law sets no percentage, what counts is whether you have another outlet.</source>
        <translation>Des conventions, pas des lois. 10 % : seuil à partir duquel les comptes doivent signaler un client majeur (IFRS 8.34). 10 à 15 % : la Médiation des entreprises conseille de diversifier à partir de là. 22 à 30 % : plafonds que des acheteurs français se fixent pour un fournisseur. 30 à 50 % : ordre de grandeur cité pour la jurisprudence française ; la loi ne fixe aucun pourcentage, ce qui compte est d’avoir ou non un autre débouché.</translation>
    </message>
    <message>
        <source>If you lost…</source>
        <translation>Si vous perdiez…</translation>
    </message>
    <message numerus="yes">
        <source>It would take %n average client(s) like the others to make up for it.</source>
        <translation>
            <numerusform>Il faudrait %n autre client de taille moyenne pour compenser.</numerusform>
            <numerusform>Il faudrait %n autres clients de taille moyenne pour compenser.</numerusform>
        </translation>
    </message>
    <message>
        <source>No other client would remain to carry on.</source>
        <translation>Il ne resterait aucun autre client pour continuer.</translation>
    </message>
    <message>
        <source>The client who leaves</source>
        <translation>Le client qui part</translation>
    </message>
    <message>
        <source>Where do these limits come from?</source>
        <translation>D’où viennent ces seuils ?</translation>
    </message>
</context>
<context>
    <name>LostCard</name>
    <message>
        <source>If you lost {client}…</source>
        <translation>Si vous perdiez {client}…</translation>
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
        <source>Your revenue of the last 12 months would fall by {share}.</source>
        <translation>Votre CA des 12 derniers mois baisserait de {share}.</translation>
    </message>
    <message numerus="yes">
        <source>Your revenue would fall by {share}. It would take %n average client(s) to replace it.</source>
        <translation>
            <numerusform>Votre CA baisserait de {share}. Il faudrait %n client moyen pour le remplacer.</numerusform>
            <numerusform>Votre CA baisserait de {share}. Il faudrait %n clients moyens pour le remplacer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Done again: {what}</source>
        <translation>Rétabli : {what}</translation>
    </message>
    <message>
        <source>Export to Excel</source>
        <translation>Exporter vers Excel</translation>
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
        <source>{what}. The amount is their revenue over 12 months (the better of the last two years). Click to see who.</source>
        <translation>{what}. Le montant est leur CA sur 12 mois (la meilleure des deux dernières années). Cliquez pour voir qui.</translation>
    </message>
</context>
<context>
    <name>MovesCard</name>
    <message>
        <source>Nobody changed segment.</source>
        <translation>Aucun client n’a changé de segment.</translation>
    </message>
    <message>
        <source>Show all {count}</source>
        <translation>Voir les {count}</translation>
    </message>
    <message>
        <source>What changed in 30 days</source>
        <translation>Ce qui a changé en 30 jours</translation>
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
        <source>Open the one that exists</source>
        <translation>Ouvrir la fiche existante</translation>
    </message>
    <message>
        <source>There is already a client of that name: {client}. You can add another one all the same.</source>
        <translation>Un client porte déjà ce nom : {client}. Vous pouvez quand même en ajouter un autre.</translation>
    </message>
</context>
<context>
    <name>NextAction</name>
    <message>
        <source>deal with the complaint</source>
        <translation>traiter la réclamation</translation>
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
</context>
<context>
    <name>NextActionPicker</name>
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
        <source>What to do then</source>
        <translation>À faire ce jour-là</translation>
    </message>
    <message>
        <source>What to do then (optional)</source>
        <translation>À faire ce jour-là (facultatif)</translation>
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
    <name>Pages</name>
    <message>
        <source>Analysis</source>
        <translation>Analyse</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Follow-ups</source>
        <translation>Relances</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importer</translation>
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
</context>
<context>
    <name>PlansTab</name>
    <message>
        <source>Follow-up</source>
        <translation>Relance</translation>
    </message>
    <message>
        <source>No follow-up planned by hand. The contact rhythm of the segment still applies.</source>
        <translation>Aucune relance planifiée à la main. Le rythme de contact du segment s’applique toujours.</translation>
    </message>
    <message>
        <source>Plan a follow-up</source>
        <translation>Planifier une relance</translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source>Adjust</source>
        <comment>a link: change the contact rhythm</comment>
        <translation>Régler</translation>
    </message>
    <message>
        <source>Log</source>
        <comment>a button: log a touch</comment>
        <translation>Noter</translation>
    </message>
    <message>
        <source>{count} overdue</source>
        <translation>{count} en retard</translation>
    </message>
</context>
<context>
    <name>QueueList</name>
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
        <source>Clear</source>
        <translation>Décocher</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fait</translation>
    </message>
    <message>
        <source>Done: counts as a contact today</source>
        <translation>Fait : compte comme un contact aujourd’hui</translation>
    </message>
    <message>
        <source>Done: the complaint is resolved</source>
        <translation>Fait : la réclamation est résolue</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Planifier</translation>
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
        <source>Tick off all selected, as one step that can be undone</source>
        <translation>Marquer toute la sélection comme faite, en une seule étape annulable</translation>
    </message>
    <message>
        <source>{amount} of sales in the last 12 months</source>
        <translation>{amount} de ventes sur les 12 derniers mois</translation>
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
    <name>Reasons</name>
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
        <source>Never contacted yet</source>
        <translation>Jamais contacté</translation>
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
    <message>
        <source>a reminder</source>
        <translation>un rappel</translation>
    </message>
    <message>
        <source>also {reasons}</source>
        <translation>aussi : {reasons}</translation>
    </message>
    <message>
        <source>an open complaint</source>
        <translation>une réclamation ouverte</translation>
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
        <source>never contacted</source>
        <translation>jamais contacté</translation>
    </message>
    <message>
        <source>{every}, {maximum} at most</source>
        <translation>{every}, {maximum} au plus</translation>
    </message>
    <message>
        <source>{silence}; {segment} clients are contacted {every}</source>
        <translation>{silence} ; segment {segment} : contact {every}</translation>
    </message>
</context>
<context>
    <name>RecordTab</name>
    <message>
        <source>Delete this client</source>
        <translation>Supprimer ce client</translation>
    </message>
    <message>
        <source>Saved as you go</source>
        <translation>Enregistré au fil de la saisie</translation>
    </message>
    <message>
        <source>✓ saved</source>
        <translation>✓ enregistré</translation>
    </message>
</context>
<context>
    <name>Records</name>
    <message>
        <source>client</source>
        <translation>client</translation>
    </message>
    <message>
        <source>contact</source>
        <translation>contact</translation>
    </message>
    <message>
        <source>follow-up</source>
        <translation>relance</translation>
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
        <source>setting</source>
        <translation>réglage</translation>
    </message>
    <message>
        <source>touch</source>
        <translation>échange</translation>
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
        <source>the quantity “{value}” is too large to be true; check it.</source>
        <translation>la quantité « {value} » est trop grande pour être vraie ; vérifiez-la.</translation>
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
        <source>“{value}” is not a quantity; write a number like 12.</source>
        <translation>« {value} » n’est pas une quantité ; écrivez un nombre comme 12.</translation>
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
        <source>Days since the last touch. Past the ideal a client is due, past the maximum overdue. Any touch starts the count again; a complaint open for more than a week comes up by itself.</source>
        <translation>En jours depuis le dernier échange. Passé l’idéal, le client est à contacter ; passé le maximum, il est en retard. Tout échange remet le compteur à zéro ; une réclamation ouverte depuis plus d’une semaine remonte d’elle-même.</translation>
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
        <source>New sale</source>
        <translation>Nouvelle vente</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produit</translation>
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
        <source>Date</source>
        <translation>Date</translation>
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
    <name>Segments</name>
    <message>
        <source>At risk</source>
        <translation>À risque</translation>
    </message>
    <message>
        <source>Dormant</source>
        <translation>Dormant</translation>
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
        <source>New</source>
        <translation>Nouveau</translation>
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
        <source>Prospect</source>
        <translation>Prospect</translation>
    </message>
    <message>
        <source>Regular</source>
        <translation>Régulier</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>Top</translation>
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
        <source>&amp;5  Pick a date…</source>
        <translation>&amp;5  Choisir une date…</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Change saved</source>
        <translation>Modification enregistrée</translation>
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
        <source>Import done</source>
        <translation>Import terminé</translation>
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
        <source>Sample data loaded</source>
        <translation>Données d’exemple chargées</translation>
    </message>
    <message>
        <source>Segment changed</source>
        <translation>Segment modifié</translation>
    </message>
    <message>
        <source>Setting changed</source>
        <translation>Réglage modifié</translation>
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
    <name>TodayPage</name>
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
        <source>No sale in the last 12 months: the last one was on {day}. Figures over 12 months would all be zero.</source>
        <translation>Aucune vente sur les 12 derniers mois : la dernière remonte au {day}. Les chiffres sur 12 mois seraient tous à zéro.</translation>
    </message>
    <message>
        <source>Nothing is due today nor this week. Next in line:</source>
        <translation>Rien à faire aujourd’hui ni cette semaine. Les suivants :</translation>
    </message>
    <message>
        <source>Nothing is due today. Everybody was contacted in time.</source>
        <translation>Rien à faire aujourd’hui. Tout le monde a été contacté à temps.</translation>
    </message>
    <message>
        <source>Nothing is due today. Worth doing ahead: what comes this week.</source>
        <translation>Rien à faire aujourd’hui. Pour prendre de l’avance : ce qui arrive cette semaine.</translation>
    </message>
    <message>
        <source>Nothing is due today. Worth doing instead: plan something for the best clients without a next action.</source>
        <translation>Rien à faire aujourd’hui. Profitez-en pour planifier une action pour vos meilleurs clients qui n’en ont pas.</translation>
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
        <source>Show all {count}</source>
        <translation>Voir les {count}</translation>
    </message>
    <message>
        <source>So few clients make this rate jumpy.</source>
        <translation>Avec si peu de clients, ce taux varie vite.</translation>
    </message>
    <message>
        <source>Start by hand</source>
        <translation>Commencer à la main</translation>
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
        <source>Whom to call, and why; on whom you depend; what changed. All it takes is your clients.</source>
        <translation>Qui appeler et pourquoi, de qui vous dépendez, ce qui a changé : il suffit de vos clients.</translation>
    </message>
    <message>
        <source>Your day will stand here</source>
        <translation>Votre journée s’affichera ici</translation>
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
    <name>WelcomePage</name>
    <message>
        <source>An invented salesperson's clients, to try everything without risk.</source>
        <translation>Les clients d’un commercial imaginaire, pour tout essayer sans risque.</translation>
    </message>
    <message>
        <source>Excel or CSV: columns are recognised, nothing is written before you agree.</source>
        <translation>Excel ou CSV : les colonnes sont reconnues, rien n’est écrit sans votre accord.</translation>
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
    <name>_AllGood</name>
    <message>
        <source>Every row can be read.</source>
        <translation>Toutes les lignes sont lisibles.</translation>
    </message>
</context>
<context>
    <name>_Items</name>
    <message>
        <source>Follow-up done</source>
        <translation>Relance faite</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>open</source>
        <translation>ouverte</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>résolue</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>No column of “{path}” tells which client a line is about. Choose the column that holds the client's name or reference.</source>
        <translation>Aucune colonne de « {path} » ne dit de quel client parle une ligne. Choisissez la colonne qui contient le nom ou la référence du client.</translation>
    </message>
    <message>
        <source>Reading “{path}” took too long and was stopped. Save it as CSV and try again.</source>
        <translation>La lecture de « {path} » prenait trop de temps et a été arrêtée. Enregistrez le fichier en CSV, puis réessayez.</translation>
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
        <source>The columns “{first}” and “{second}” both go to “{field}”. Keep one of them.</source>
        <translation>Les colonnes « {first} » et « {second} » vont toutes deux vers « {field} ». N’en gardez qu’une.</translation>
    </message>
    <message>
        <source>The folder “{path}” does not exist. Create it or choose another one.</source>
        <translation>Le dossier « {path} » n’existe pas. Créez-le ou choisissez-en un autre.</translation>
    </message>
    <message>
        <source>The mapping file “{path}” cannot be read ({detail}). It must be JSON such as {{"columns": {{"Customer": "client.name"}}}}.</source>
        <translation>Le fichier de correspondance « {path} » est illisible ({detail}). Il doit être en JSON, par exemple {{"columns": {{"Customer": "client.name"}}}}.</translation>
    </message>
    <message>
        <source>The rule cannot be read: {detail}.</source>
        <translation>La règle est illisible : {detail}.</translation>
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
        <source>The rule uses “{metric}”, which is not an indicator of the client.</source>
        <translation>La règle emploie « {metric} », qui n’est pas un indicateur du client.</translation>
    </message>
    <message>
        <source>The rule uses “{operator}”, which is not a comparison.</source>
        <translation>La règle emploie « {operator} », qui n’est pas une comparaison.</translation>
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
        <source>This {kind} (number {id}) is not in the book any more.</source>
        <translation>Cet élément ({kind} n° {id}) n’est plus dans le portefeuille.</translation>
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
        <source>“{field}” (for column “{column}”) is not a field that can be imported. Use one of the fields listed by the import page.</source>
        <translation>« {field} » (pour la colonne « {column} ») n’est pas un champ importable. Prenez l’un des champs proposés par la page d’import.</translation>
    </message>
    <message>
        <source>“{field}” cannot be empty.</source>
        <translation>« {field} » ne peut pas être vide.</translation>
    </message>
    <message>
        <source>“{path}” already exists. Choose another name; nothing was overwritten.</source>
        <translation>« {path} » existe déjà. Choisissez un autre nom ; rien n’a été écrasé.</translation>
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
        <source>“{path}” cannot be written: the program writes Excel workbooks (.xlsx), not “{suffix}”. Give the file a name that ends in .xlsx.</source>
        <translation>« {path} » ne peut pas être écrit : le programme écrit des classeurs Excel (.xlsx), pas « {suffix} ». Donnez au fichier un nom qui se termine par .xlsx.</translation>
    </message>
    <message>
        <source>“{path}” could not be brought up to date and was left as it was ({detail}).</source>
        <translation>« {path} » n’a pas pu être mis à jour et a été laissé tel quel ({detail}).</translation>
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
        <source>“{path}” has no line of column names that could be recognised. Add a first line naming the columns, or choose the columns by hand.</source>
        <translation>Aucune ligne de noms de colonnes n’a été reconnue dans « {path} ». Ajoutez une première ligne qui nomme les colonnes, ou choisissez les colonnes à la main.</translation>
    </message>
    <message>
        <source>“{path}” has sale columns but no amount, and no quantity with a unit price. Choose the column that holds the amount.</source>
        <translation>« {path} » a des colonnes de vente mais ni montant, ni quantité avec un prix unitaire. Choisissez la colonne qui contient le montant.</translation>
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
        <source>“{path}” is damaged and was left untouched ({detail}). Open a copy of it instead.</source>
        <translation>« {path} » est endommagé et n’a pas été touché ({detail}). Ouvrez plutôt une copie.</translation>
    </message>
    <message>
        <source>“{path}” is empty (0 bytes), so it is not a client book. If it used to be one, restore a copy of it.</source>
        <translation>« {path} » est vide (0 octet) : ce n’est pas un portefeuille. S’il en était un, restaurez une copie.</translation>
    </message>
    <message>
        <source>“{path}” is empty: there is nothing to import. Export it again from where it comes.</source>
        <translation>« {path} » est vide : il n’y a rien à importer. Exportez-le de nouveau depuis son logiciel d’origine.</translation>
    </message>
    <message>
        <source>“{path}” is not a client book. Choose a file that this program made (it ends in .portfolio); to bring in a list of clients, use Import instead.</source>
        <translation>« {path} » n’est pas un portefeuille de clients. Choisissez un fichier créé par ce programme (il se termine par .portfolio) ; pour reprendre une liste de clients, passez par Importer.</translation>
    </message>
    <message>
        <source>“{path}” is not a text or Excel file that can be imported. Save it as CSV or XLSX and try again.</source>
        <translation>« {path} » n’est pas un fichier texte ou Excel importable. Enregistrez-le en CSV ou en XLSX, puis réessayez.</translation>
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
        <source>“{path}” is protected by a password. Save it without a password and try again.</source>
        <translation>« {path} » est protégé par un mot de passe. Enregistrez-le sans mot de passe, puis réessayez.</translation>
    </message>
    <message>
        <source>“{path}” is read-only. Move the book to a folder you may write to.</source>
        <translation>« {path} » est en lecture seule. Déplacez le portefeuille dans un dossier où vous pouvez écrire.</translation>
    </message>
    <message>
        <source>“{path}” is too large to be read safely ({detail}). Split it into smaller files.</source>
        <translation>« {path} » est trop gros pour être lu sans risque ({detail}). Découpez-le en fichiers plus petits.</translation>
    </message>
    <message>
        <source>“{path}” was written by a newer version of the program (book format {found}; this program reads up to {supported}). Update the program to open it. The file was not touched.</source>
        <translation>« {path} » a été écrit par une version plus récente du programme (format {found} ; ce programme lit jusqu’au {supported}). Mettez le programme à jour pour l’ouvrir. Le fichier n’a pas été touché.</translation>
    </message>
    <message>
        <source>“{path}”, line {line}: {detail}. Correct that line and try again.</source>
        <translation>« {path} », ligne {line} : {detail}. Corrigez cette ligne, puis réessayez.</translation>
    </message>
    <message>
        <source>“{value}” cannot be used for “{option}” in the mapping. Allowed: {allowed}.</source>
        <translation>« {value} » ne convient pas pour « {option} » dans la correspondance. Valeurs possibles : {allowed}.</translation>
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
        <source>“{value}” is not an amount for “{field}”. Write it like 1234.56 or 1 234,56.</source>
        <translation>« {value} » n’est pas un montant pour « {field} ». Écrivez-le comme 1 234,56 ou 1234.56.</translation>
    </message>
    <message>
        <source>“{value}” is not possible for “{field}”. Choose one of: {allowed}.</source>
        <translation>« {value} » n’est pas possible pour « {field} ». Choisissez parmi : {allowed}.</translation>
    </message>
    <message>
        <source>“{value}” is out of range for “{field}”: it must be {allowed}.</source>
        <translation>« {value} » est hors limites pour « {field} » : il faut {allowed}.</translation>
    </message>
</context>
</TS>
