<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>CheckStep</name>
    <message numerus="yes">
        <source>%n row(s) stay out until they are corrected</source>
        <translation>
            <numerusform>%n row stays out until it is corrected</numerusform>
            <numerusform>%n rows stay out until they are corrected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Concentration</name>
    <message numerus="yes">
        <source>%n client(s) end below zero ({amount}): their returns or costs outweigh the rest. They are counted with their negative amount.</source>
        <translation>
            <numerusform>%n client ends below zero ({amount}): its returns or costs outweigh the rest. It is counted with its negative amount.</numerusform>
            <numerusform>%n clients end below zero ({amount}): their returns or costs outweigh the rest. They are counted with their negative amount.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) with sales</source>
        <translation>
            <numerusform>%n client with sales</numerusform>
            <numerusform>%n clients with sales</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first client alone makes {first} of the {measure}; %n of {clients} clients make {share}.</source>
        <translation>
            <numerusform>The first client alone makes {first} of the {measure}; %n of {clients} clients makes {share}.</numerusform>
            <numerusform>The first client alone makes {first} of the {measure}; %n of {clients} clients make {share}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Days</name>
    <message numerus="yes">
        <source>%n d</source>
        <comment>a number of days, very short</comment>
        <translation>
            <numerusform>%n d</numerusform>
            <numerusform>%n d</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d late</source>
        <translation>
            <numerusform>%n d late</numerusform>
            <numerusform>%n d late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n y</source>
        <comment>a number of years, very short</comment>
        <translation>
            <numerusform>%n y</numerusform>
            <numerusform>%n y</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n y late</source>
        <translation>
            <numerusform>%n y late</numerusform>
            <numerusform>%n y late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>due %n d ago</source>
        <translation>
            <numerusform>due %n d ago</numerusform>
            <numerusform>due %n d ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DoneStep</name>
    <message numerus="yes">
        <source>%n row(s) completed a client.</source>
        <translation>
            <numerusform>%n row completed a client.</numerusform>
            <numerusform>%n rows completed clients.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) imported</source>
        <translation>
            <numerusform>%n row imported</numerusform>
            <numerusform>%n rows imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) stayed out; save them, correct them and import that file.</source>
        <translation>
            <numerusform>%n row stayed out; save it, correct it and import that file.</numerusform>
            <numerusform>%n rows stayed out; save them, correct them and import that file.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Check %n row(s)</source>
        <translation>
            <numerusform>Check %n row</numerusform>
            <numerusform>Check %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n row(s)</source>
        <translation>
            <numerusform>Import %n row</numerusform>
            <numerusform>Import %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message numerus="yes">
        <source>%n already in the book</source>
        <translation>
            <numerusform>%n already in the book</numerusform>
            <numerusform>%n already in the book</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) cannot be read and stay empty</source>
        <translation>
            <numerusform>%n cell cannot be read and stays empty</numerusform>
            <numerusform>%n cells cannot be read and stay empty</numerusform>
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
            <numerusform>%n e-mail address looks wrong and is kept as written</numerusform>
            <numerusform>%n e-mail addresses look wrong and are kept as written</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n follow-up(s)</source>
        <translation>
            <numerusform>%n follow-up</numerusform>
            <numerusform>%n follow-ups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out: column names repeated</source>
        <translation>
            <numerusform>%n left out: column names repeated</numerusform>
            <numerusform>%n left out: column names repeated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out: deals not won</source>
        <translation>
            <numerusform>%n left out: deal not won</numerusform>
            <numerusform>%n left out: deals not won</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out: empty lines</source>
        <translation>
            <numerusform>%n left out: empty line</numerusform>
            <numerusform>%n left out: empty lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out: lines of totals</source>
        <translation>
            <numerusform>%n left out: line of totals</numerusform>
            <numerusform>%n left out: lines of totals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out: quotes and cancelled orders</source>
        <translation>
            <numerusform>%n left out: quote or cancelled order</numerusform>
            <numerusform>%n left out: quotes and cancelled orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n phone number(s) look wrong and are kept as written</source>
        <translation>
            <numerusform>%n phone number looks wrong and is kept as written</numerusform>
            <numerusform>%n phone numbers look wrong and are kept as written</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n product</numerusform>
            <numerusform>%n products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n refused</numerusform>
            <numerusform>%n refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sale line(s)</source>
        <translation>
            <numerusform>%n sale line</numerusform>
            <numerusform>%n sale lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n touch(es)</source>
        <translation>
            <numerusform>%n touch</numerusform>
            <numerusform>%n touches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n updated</source>
        <translation>
            <numerusform>%n updated</numerusform>
            <numerusform>%n updated</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LossCard</name>
    <message numerus="yes">
        <source>It would take %n average client(s) like the others to make up for it.</source>
        <translation>
            <numerusform>It would take %n average client like the others to make up for it.</numerusform>
            <numerusform>It would take %n average clients like the others to make up for it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LostCard</name>
    <message numerus="yes">
        <source>Your revenue would fall by {share}. It would take %n average client(s) to replace it.</source>
        <translation>
            <numerusform>Your revenue would fall by {share}. It would take %n average client to replace it.</numerusform>
            <numerusform>Your revenue would fall by {share}. It would take %n average clients to replace it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MoveRow</name>
    <message numerus="yes">
        <source>%n client(s): {before} → {after}</source>
        <translation>
            <numerusform>%n client: {before} → {after}</numerusform>
            <numerusform>%n clients: {before} → {after}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NamesPopup</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message numerus="yes">
        <source>%n client(s) selected</source>
        <translation>
            <numerusform>%n client selected</numerusform>
            <numerusform>%n clients selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message numerus="yes">
        <source>Complaint open for %n day(s)</source>
        <translation>
            <numerusform>Complaint open for %n day</numerusform>
            <numerusform>Complaint open for %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last order %n day(s) ago, no contact noted</source>
        <translation>
            <numerusform>Last order %n day ago, no contact noted</numerusform>
            <numerusform>Last order %n days ago, no contact noted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No contact for %n day(s)</source>
        <translation>
            <numerusform>No contact for %n day</numerusform>
            <numerusform>No contact for %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Postponed by you; last contact %n day(s) ago</source>
        <translation>
            <numerusform>Postponed by you; last contact %n day ago</numerusform>
            <numerusform>Postponed by you; last contact %n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Postponed by you; last order %n day(s) ago, no contact noted</source>
        <translation>
            <numerusform>Postponed by you; last order %n day ago, no contact noted</numerusform>
            <numerusform>Postponed by you; last order %n days ago, no contact noted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>contact every %n day(s)</source>
        <translation>
            <numerusform>contact every %n day</numerusform>
            <numerusform>contact every %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n day(s)</source>
        <translation>
            <numerusform>every %n day</numerusform>
            <numerusform>every %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message numerus="yes">
        <source>From %n client(s) who bought, {period}.</source>
        <translation>
            <numerusform>From %n client who bought, {period}.</numerusform>
            <numerusform>From %n clients who bought, {period}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{amount}: all sales less returns, {period}, from %n client(s) who bought.</source>
        <translation>
            <numerusform>{amount}: all sales less returns, {period}, from %n client who bought.</numerusform>
            <numerusform>{amount}: all sales less returns, {period}, from %n clients who bought.</numerusform>
        </translation>
    </message>
</context>
</TS>
