<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en_US">
<context>
    <name>AnalysisPage</name>
    <message>
        <source>Concentration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is analysed</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New in the book: {records}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is written yet. The next step writes everything at once; Ctrl+Z takes it all back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing new; clients already in the book are completed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to import: everything readable in these files is already in the book.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problem and what to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the refused rows…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the import will do</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClassesCard</name>
    <message>
        <source>% of clients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>20 / 20 / 60 of the clients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>60 / 30 / 10 of the amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>80 / 15 / 5 of the amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ABC classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the classes are cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClientDetailPanel</name>
    <message>
        <source>Choose a client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its history, contacts, sales and next action are shown here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sales</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClientHead</name>
    <message>
        <source>client since {month}</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ABC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>City</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days since the last call, visit, e-mail… that was logged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last touch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revenue 12 m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revenue month by month over the last 12 months.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revenue of the last 12 months, net of returns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Segment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The one next thing to do, and when.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The one segment the client is in today, by its rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {first} to {last} a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no sales</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClientPicker</name>
    <message>
        <source>Client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, contact or reference…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in the file you have today, or begin with one client. Both can be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import my file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look around in a sample book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No client matches these filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No clients yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColumnsModel</name>
    <message>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ignored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recognised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to check</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColumnsStep</name>
    <message>
        <source>Columns of the file → fields of the book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decimal sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave this file out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No date in this file tells day and month apart. Check “Dates” above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Separator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{choice} (detected)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{taken} of {total} columns are imported. Space or a click changes where one goes.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColumnsTable</name>
    <message>
        <source>Columns of the file and the fields they go to</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Concentration</name>
    <message numerus="yes">
        <source>%n client(s) end below zero ({amount}): their returns or costs outweigh the rest. They are counted with their negative amount.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) with sales</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 / the sum of the squared shares: your base depends on its clients as one of so many clients of equal size would.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class A holds only {clients} of the clients where {expected} are usual: few carry much.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class A holds {clients} of the clients where {expected} are usual: the weight is well spread.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class A holds {clients} of the clients; {expected} are usual.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients by rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cumulated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equal clients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First five</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gini</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gini coefficient: 0 when all clients bring the same, close to 1 when one brings everything. Unequal sizes are not yet dependency when there are many clients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HHI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HHI {hhi} · like {n} clients of equal size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Herfindahl–Hirschman index: 10,000 × the sum of the squared shares. 10,000 is a single client. Above 1,000 one speaks of moderate, above 1,800 of high concentration; those bands were made for markets, for a client base they are a convention.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many of the largest clients it takes to make 80 % of the total.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import my sales</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inequality of the portfolio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at a sample book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lorenz curve of the clients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make 80 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No margin can be told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sale in this period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sale of this period has a cost. Import your sales with their cost or margin, or look at the revenue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sold in this period ({period}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On whom do you depend?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once there are sales in the book, this page shows who makes your revenue and what losing one client would mean.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pareto chart of the clients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of the five largest clients in the total.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of the largest client in the total.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as Excel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as Excel…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the revenue</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The first client alone makes {first} of the {measure}; %n of {clients} clients make {share}.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The first {clients} of the clients make {share}; the rule of thumb says {rule}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The largest fifth of the clients makes {share}; with clients of equal size: {equal}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last sale before its end is of {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The total is not above zero, so shares mean nothing here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The total is not above zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who makes your margin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who makes your revenue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>above {limit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all sales up to {end}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>below {limit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clients, from the largest to the smallest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>concentration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {start} to {end}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>margin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moderate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>part of the clients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>revenue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} of the {measure}: {n} of {clients} clients ({part})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConcentrationControls</name>
    <message>
        <source>12 rolling months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From – to…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Margin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContactCard</name>
    <message>
        <source>Delete this contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit this contact</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContactSheet</name>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New contact</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContactsTab</name>
    <message>
        <source>Contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is known here yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DayPopup</name>
    <message>
        <source>Postpone until</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy saved: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export to Excel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. No file was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the workbook…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the workbook… {share}</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) imported</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) stayed out; save them, correct them and import that file.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>New in the book: {records}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the refused rows…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See my clients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The book is as it was before. Ctrl+Shift+Z imports it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This import was taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo this import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who to call today</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message>
        <source>Choose files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop your files here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel, LibreOffice or CSV: clients, contacts, sales. Several at once if you like.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FieldEditor</name>
    <message>
        <source>Choose a day</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Margin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Margin on the sales whose cost is known: {rate} of {base}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders by their reference, or by day without one. Before: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revenue 12 m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revenue compared with the 12 months before, which brought {amount}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revenue divided by the number of orders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sum of the sales, net of returns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilesStep</name>
    <message>
        <source>Clients already in the book are completed, not doubled. The same file twice changes nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is written before step 4, and the whole import is taken back with Ctrl+Z.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The columns are recognised for you; you look them over and change what is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterField</name>
    <message>
        <source>Filter by name, contact or note (/)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the clients by name, contact or note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterRow</name>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As many as fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New client</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change a follow-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan a follow-up</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients come up here by themselves when it is time to contact them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact rhythms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each client has a reminder or the contact rhythm of its segment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody was contacted in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow-ups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow-ups that wait for the client's answer stand here, each with its date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often each segment is contacted, and how to change it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import my file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is without a next action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody to follow up yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in the next seven days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are waiting for nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↑ ↓ move · Enter open · L log · D done · S snooze, then 1…5 · Space select · ← → fold</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been logged yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show its lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show older ones</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Check %n row(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Checking every row…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files to import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Import %n row(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Import other files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problem and what to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the refused rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved: {names}. Correct these rows there and import the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables ({kinds})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} rows</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message numerus="yes">
        <source>%n already in the book</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) cannot be read and stay empty</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n e-mail address(es) look wrong and are kept as written</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n follow-up(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out: column names repeated</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out: deals not won</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out: empty lines</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out: lines of totals</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n phone number(s) look wrong and are kept as written</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sale line(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n touch(es)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n updated</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>aligned by blanks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>already data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bar |</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comma ,</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comma 1,5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>day/month/year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decimal {sign}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>month/day/year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names of the columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>point 1.5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>semicolon ;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sheet “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>year-month-day</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the client first: type a part of the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct what was logged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log a touch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ne&amp;xt action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was said, what was agreed…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LossCard</name>
    <message>
        <source>10, 20 and 30 % are conventions, not laws.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conventions, not laws. 10 %: from there accounts must name a major customer (IFRS 8.34). 10–15 %: the French business mediation advises to spread out from there. 22–30 %: limits French buyers set themselves for a supplier. 30–50 %: order of magnitude quoted for French rulings; the law sets no percentage, what counts is whether you have another outlet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you lost…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>It would take %n average client(s) like the others to make up for it.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No other client would remain to carry on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The client who leaves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where do these limits come from?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LostCard</name>
    <message>
        <source>If you lost {client}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {client}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same line of business, with room to grow:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your revenue of the last 12 months would fall by {share}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Your revenue would fall by {share}. It would take %n average client(s) to replace it.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revenue by month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{month}, up to today: {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{month}: {amount}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MoveRow</name>
    <message numerus="yes">
        <source>%n client(s): {before} → {after}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{what}. The amount is their revenue over 12 months (the better of the last two years). Click to see who.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MovesCard</name>
    <message>
        <source>Nobody changed segment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What changed in 30 days</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NameField</name>
    <message>
        <source>Click to change the name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NamesPopup</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewClientSheet</name>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add and create another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact's name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the one that exists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is already a client of that name: {client}. You can add another one all the same.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NextAction</name>
    <message>
        <source>deal with the complaint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>get in touch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make the first contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NextActionCard</name>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next action: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NextActionPicker</name>
    <message>
        <source>Day of the next action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In 1 month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In 1 week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In 2 weeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On a day…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do then (optional)</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow-ups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlanRow</name>
    <message>
        <source>Change this follow-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop this follow-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlansTab</name>
    <message>
        <source>Follow-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No follow-up planned by hand. The contact rhythm of the segment still applies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan a follow-up</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source>Adjust</source>
        <comment>a link: change the contact rhythm</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <comment>a button: log a touch</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} overdue</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QueueList</name>
    <message>
        <source>Change how often {segment} clients are contacted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log a call, a visit, an e-mail… (L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the client (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select for several at once (Space; Ctrl+A for all)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{segment}: {rhythm}. Past the first number of days since the last touch a client is due, past the second overdue; any touch starts the count again. ← and → fold and unfold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} (D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: choose a day (S)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message numerus="yes">
        <source>%n client(s) selected</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done: counts as a contact today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done: the complaint is resolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select none (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick off all selected, as one step that can be undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} of sales in the last 12 months</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReachRow</name>
    <message>
        <source>Call this number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the website</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write an e-mail</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message numerus="yes">
        <source>Complaint open for %n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Contacted today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Last order %n day(s) ago, no contact noted</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Never contacted yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>No contact for %n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing planned, never contacted yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing planned; last contact on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing planned; last order on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Postponed by you; last contact %n day(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Postponed by you; last order %n day(s) ago, no contact noted</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Postponed by you; never contacted yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reminder at {time}: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reminder: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a reminder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>also {reasons}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an open complaint</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>contact every %n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>contact rhythm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never contacted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{every}, {maximum} at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{silence}; {segment} clients are contacted {every}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecordTab</name>
    <message>
        <source>Delete this client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as you go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ saved</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the date “{value}” does not exist; write it like 31/12/2025.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the date “{value}” is before 1900 or after 2100; check the year.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the quantity “{value}” is too large to be true; check it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the text is too long ({length} characters, {limit} at most); shorten it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this line has {found} cells for {expected} columns; a separator probably stands inside a text: put that text between quotation marks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this line names no client; fill in the client's name or reference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this sale has no amount; fill in the amount, or the quantity and the unit price.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this sale has no date; fill in the date of the sale.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” is not a date; write it like 31/12/2025.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” is not a discount; write it like 20 % or 0.2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” is not a number; write it like 30.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” is not a quantity; write a number like 12.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” is not an amount; write it like 1234.56 or 1 234,56.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” is not one of the words this column may hold.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RhythmPanel</name>
    <message>
        <source>At most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact rhythms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days at most, {segment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days since the last touch. Past the ideal a client is due, past the maximum overdue. Any touch starts the count again; a complaint open for more than a week comes up by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ideal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ideal days, {segment}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SaleSheet</name>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change a sale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost (for the margin)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New sale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SalesTab</name>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change this line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the selected lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New sale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sale so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sales</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amounts keep their figures; only the sign changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Books</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything stays on this computer. A book is one file: copy it and everything is copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like the computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in it yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open another…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where things are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{app}, version {version}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SnoozeMenu</name>
    <message>
        <source>&amp;5  Pick a date…</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>From %n client(s) who bought, {period}.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>How many clients of equal size would spread your revenue as much as it is spread now: 1 divided by the sum of the squared shares of revenue (the Herfindahl-Hirschman index).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import my file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look around in a sample book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the whole history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sale in the last 12 months: the last one was on {day}. Figures over 12 months would all be zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is due today nor this week. Next in line:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is due today. Everybody was contacted in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is due today. Worth doing ahead: what comes this week.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is due today. Worth doing instead: plan something for the best clients without a next action.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the clients who bought in the 12 months before, the part who bought again in the last 12 months.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retention, 12 months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revenue, rolling 12 months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the first client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So few clients make this rate jumpy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sum of all sales of the last 12 months.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The 12 months before: {amount}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The largest client's part of the revenue of the last 12 months. Below 10 % is good, from 10 % worth watching, from 20 % a dependency. These limits are conventions, not laws: what counts is whether you could do without that client.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no sales in the 12 months before to compare with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are not enough sales yet to say.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To do today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To do today — {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whom to call, and why; on whom you depend; what changed. All it takes is your clients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your day will stand here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dependency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not enough history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>watch</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{amount}: all sales less returns, {period}, from %n client(s) who bought.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{client}, {period}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kept} of {count} clients.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel or CSV: columns are recognised, nothing is written before you agree.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import my file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look around in a sample book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New book…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open another book…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome to {app}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write down a first client; the rest comes as you work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your books</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your clients in one file on this computer: whom to call now, and on whom you depend.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Working</name>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total} rows</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_AllGood</name>
    <message>
        <source>Every row can be read.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Items</name>
    <message>
        <source>Follow-up done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resolved</source>
        <translation type="unfinished"></translation>
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
