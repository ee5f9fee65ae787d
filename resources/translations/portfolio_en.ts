<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>BackupDetail</name>
    <message numerus="yes">
        <source>{reason} · {size} · %n client(s)</source>
        <translation>
            <numerusform>{reason} · {size} · %n client</numerusform>
            <numerusform>{reason} · {size} · %n clients</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupWords</name>
    <message numerus="yes">
        <source>%n client(s) added</source>
        <translation>
            <numerusform>%n client added</numerusform>
            <numerusform>%n clients added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) changed</source>
        <translation>
            <numerusform>%n client changed</numerusform>
            <numerusform>%n clients changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) deleted</source>
        <translation>
            <numerusform>%n client deleted</numerusform>
            <numerusform>%n clients deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) put into plans</source>
        <translation>
            <numerusform>%n client put into a plan</numerusform>
            <numerusform>%n clients put into plans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n consent(s) changed</source>
        <translation>
            <numerusform>%n consent changed</numerusform>
            <numerusform>%n consents changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n consent(s) deleted</source>
        <translation>
            <numerusform>%n consent deleted</numerusform>
            <numerusform>%n consents deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n consent(s) noted</source>
        <translation>
            <numerusform>%n consent noted</numerusform>
            <numerusform>%n consents noted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) added</source>
        <translation>
            <numerusform>%n contact added</numerusform>
            <numerusform>%n contacts added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) changed</source>
        <translation>
            <numerusform>%n contact changed</numerusform>
            <numerusform>%n contacts changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) deleted</source>
        <translation>
            <numerusform>%n contact deleted</numerusform>
            <numerusform>%n contacts deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n custom field(s) added</source>
        <translation>
            <numerusform>%n custom field added</numerusform>
            <numerusform>%n custom fields added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n custom field(s) changed</source>
        <translation>
            <numerusform>%n custom field changed</numerusform>
            <numerusform>%n custom fields changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n custom field(s) deleted</source>
        <translation>
            <numerusform>%n custom field deleted</numerusform>
            <numerusform>%n custom fields deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deal(s) added</source>
        <translation>
            <numerusform>%n deal added</numerusform>
            <numerusform>%n deals added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deal(s) changed</source>
        <translation>
            <numerusform>%n deal changed</numerusform>
            <numerusform>%n deals changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deal(s) deleted</source>
        <translation>
            <numerusform>%n deal deleted</numerusform>
            <numerusform>%n deals deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n enrolment(s) in plans changed</source>
        <translation>
            <numerusform>%n enrolment in a plan changed</numerusform>
            <numerusform>%n enrolments in plans changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n enrolment(s) in plans deleted</source>
        <translation>
            <numerusform>%n enrolment in a plan deleted</numerusform>
            <numerusform>%n enrolments in plans deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n follow-up(s) changed</source>
        <translation>
            <numerusform>%n follow-up changed</numerusform>
            <numerusform>%n follow-ups changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n follow-up(s) deleted</source>
        <translation>
            <numerusform>%n follow-up deleted</numerusform>
            <numerusform>%n follow-ups deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n follow-up(s) planned</source>
        <translation>
            <numerusform>%n follow-up planned</numerusform>
            <numerusform>%n follow-ups planned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) added</source>
        <translation>
            <numerusform>%n group added</numerusform>
            <numerusform>%n groups added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) changed</source>
        <translation>
            <numerusform>%n group changed</numerusform>
            <numerusform>%n groups changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) deleted</source>
        <translation>
            <numerusform>%n group deleted</numerusform>
            <numerusform>%n groups deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key date(s) added</source>
        <translation>
            <numerusform>%n key date added</numerusform>
            <numerusform>%n key dates added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key date(s) changed</source>
        <translation>
            <numerusform>%n key date changed</numerusform>
            <numerusform>%n key dates changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key date(s) deleted</source>
        <translation>
            <numerusform>%n key date deleted</numerusform>
            <numerusform>%n key dates deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other record(s) added</source>
        <translation>
            <numerusform>%n other record added</numerusform>
            <numerusform>%n other records added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other record(s) changed</source>
        <translation>
            <numerusform>%n other record changed</numerusform>
            <numerusform>%n other records changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other record(s) deleted</source>
        <translation>
            <numerusform>%n other record deleted</numerusform>
            <numerusform>%n other records deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n plan(s) added</source>
        <translation>
            <numerusform>%n plan added</numerusform>
            <numerusform>%n plans added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n plan(s) changed</source>
        <translation>
            <numerusform>%n plan changed</numerusform>
            <numerusform>%n plans changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n plan(s) deleted</source>
        <translation>
            <numerusform>%n plan deleted</numerusform>
            <numerusform>%n plans deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s) added</source>
        <translation>
            <numerusform>%n product added</numerusform>
            <numerusform>%n products added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s) changed</source>
        <translation>
            <numerusform>%n product changed</numerusform>
            <numerusform>%n products changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s) deleted</source>
        <translation>
            <numerusform>%n product deleted</numerusform>
            <numerusform>%n products deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sale(s) added</source>
        <translation>
            <numerusform>%n sale added</numerusform>
            <numerusform>%n sales added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sale(s) changed</source>
        <translation>
            <numerusform>%n sale changed</numerusform>
            <numerusform>%n sales changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sale(s) deleted</source>
        <translation>
            <numerusform>%n sale deleted</numerusform>
            <numerusform>%n sales deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) added</source>
        <translation>
            <numerusform>%n segment added</numerusform>
            <numerusform>%n segments added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) changed</source>
        <translation>
            <numerusform>%n segment changed</numerusform>
            <numerusform>%n segments changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) deleted</source>
        <translation>
            <numerusform>%n segment deleted</numerusform>
            <numerusform>%n segments deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segmentation(s) added</source>
        <translation>
            <numerusform>%n segmentation added</numerusform>
            <numerusform>%n segmentations added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segmentation(s) changed</source>
        <translation>
            <numerusform>%n segmentation changed</numerusform>
            <numerusform>%n segmentations changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segmentation(s) deleted</source>
        <translation>
            <numerusform>%n segmentation deleted</numerusform>
            <numerusform>%n segmentations deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n survey answer(s) added</source>
        <translation>
            <numerusform>%n survey answer added</numerusform>
            <numerusform>%n survey answers added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n survey answer(s) changed</source>
        <translation>
            <numerusform>%n survey answer changed</numerusform>
            <numerusform>%n survey answers changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n survey answer(s) deleted</source>
        <translation>
            <numerusform>%n survey answer deleted</numerusform>
            <numerusform>%n survey answers deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n touch(es) changed</source>
        <translation>
            <numerusform>%n touch changed</numerusform>
            <numerusform>%n touches changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n touch(es) deleted</source>
        <translation>
            <numerusform>%n touch deleted</numerusform>
            <numerusform>%n touches deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n touch(es) logged</source>
        <translation>
            <numerusform>%n touch logged</numerusform>
            <numerusform>%n touches logged</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BlockPart</name>
    <message numerus="yes">
        <source>%n e-mail address(es)</source>
        <translation>
            <numerusform>%n e-mail address</numerusform>
            <numerusform>%n e-mail addresses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n phone number(s)</source>
        <translation>
            <numerusform>%n phone number</numerusform>
            <numerusform>%n phone numbers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkPanel</name>
    <message numerus="yes">
        <source>%n client(s) selected</source>
        <translation>
            <numerusform>%n client selected</numerusform>
            <numerusform>%n clients selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %n client(s)</source>
        <translation>
            <numerusform>Change %n client</numerusform>
            <numerusform>Change %n clients</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CalendarExchange</name>
    <message numerus="yes">
        <source>%n event(s) exported: {name}</source>
        <translation>
            <numerusform>%n event exported: {name}</numerusform>
            <numerusform>%n events exported: {name}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CalendarGrid</name>
    <message numerus="yes">
        <source>%n entry(s)</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CampaignPart</name>
    <message numerus="yes">
        <source>%n left out:</source>
        <translation>
            <numerusform>%n left out:</numerusform>
            <numerusform>%n left out:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) on the list</source>
        <translation>
            <numerusform>%n person on the list</numerusform>
            <numerusform>%n people on the list</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckStep</name>
    <message numerus="yes">
        <source>%n cell(s) stay out of rows that come in</source>
        <translation>
            <numerusform>%n cell stays out of a row that comes in</numerusform>
            <numerusform>%n cells stay out of rows that come in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) stay out until they are corrected</source>
        <translation>
            <numerusform>%n row stays out until it is corrected</numerusform>
            <numerusform>%n rows stay out until they are corrected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) stay out: about a person erased at their request</source>
        <translation>
            <numerusform>%n row stays out: about a person erased at their request</numerusform>
            <numerusform>%n rows stay out: about persons erased at their request</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComparisonView</name>
    <message numerus="yes">
        <source>%n field(s) are the same.</source>
        <translation>
            <numerusform>%n field is the same.</numerusform>
            <numerusform>%n fields are the same.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of sales stand at both: they would count twice. Delete one of each.</source>
        <translation>
            <numerusform>%n line of sales stands at both: it would count twice. Delete one of the two.</numerusform>
            <numerusform>%n lines of sales stand at both: they would count twice. Delete one of each.</numerusform>
        </translation>
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
            <numerusform>%n client ends below zero ({amount}): its returns or costs outweigh the rest. It is counted with its negative amount.</numerusform>
            <numerusform>%n clients end below zero ({amount}): their returns or costs outweigh the rest. They are counted with their negative amount.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) reach {limit} of the {measure}.</source>
        <translation>
            <numerusform>%n client reaches {limit} of the {measure}.</numerusform>
            <numerusform>%n clients reach {limit} of the {measure}.</numerusform>
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
        <source>%n deal(s) cannot be counted: no amount or no probability is noted.</source>
        <translation>
            <numerusform>%n deal cannot be counted: no amount or no probability is noted.</numerusform>
            <numerusform>%n deals cannot be counted: no amount or no probability is noted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) to replace it: {amount} missing until then.</source>
        <translation>
            <numerusform>%n month to replace it: {amount} missing until then.</numerusform>
            <numerusform>%n months to replace it: {amount} missing until then.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more client(s) like your other ones ({average} each on average)</source>
        <translation>
            <numerusform>%n more client like your other ones ({average} on average)</numerusform>
            <numerusform>%n more clients like your other ones ({average} each on average)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other group(s)</source>
        <translation>
            <numerusform>%n other group</numerusform>
            <numerusform>%n other groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>%n other</numerusform>
            <numerusform>%n others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left out: {amount} of %n client(s) for whom this is not known.</source>
        <translation>
            <numerusform>Left out: {amount} of %n client for whom this is not known.</numerusform>
            <numerusform>Left out: {amount} of %n clients for whom this is not known.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first client alone makes {first} of the {measure}; %n of {clients} clients make {share}.</source>
        <translation>
            <numerusform>The first client alone makes {first} of the {measure}; %n of {clients} clients makes {share}.</numerusform>
            <numerusform>The first client alone makes {first} of the {measure}; %n of {clients} clients make {share}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in any case at least %n new client(s): fewer cannot all stay below the limit</source>
        <translation>
            <numerusform>in any case at least %n new client: fewer cannot all stay below the limit</numerusform>
            <numerusform>in any case at least %n new clients: fewer cannot all stay below the limit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{share}: {n} of %n client(s) ({part})</source>
        <translation>
            <numerusform>{share}: {n} of %n client ({part})</numerusform>
            <numerusform>{share}: {n} of %n clients ({part})</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayList</name>
    <message numerus="yes">
        <source>%n entry(s)</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more, not listed here: narrow it down with the filters.</source>
        <translation>
            <numerusform>%n more, not listed here: narrow it down with the filters.</numerusform>
            <numerusform>%n more, not listed here: narrow it down with the filters.</numerusform>
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
        <source>%n record(s) changed since were kept; History lists them.</source>
        <translation>
            <numerusform>%n record changed since was kept; History lists it.</numerusform>
            <numerusform>%n records changed since were kept; History lists them.</numerusform>
        </translation>
    </message>
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
        <source>%n row(s) stayed out because nothing was decided.</source>
        <translation>
            <numerusform>%n row stayed out because nothing was decided.</numerusform>
            <numerusform>%n rows stayed out because nothing was decided.</numerusform>
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
    <name>DuplicatesPanel</name>
    <message numerus="yes">
        <source>%n pair(s) may be one client</source>
        <translation>
            <numerusform>%n pair may be one client</numerusform>
            <numerusform>%n pairs may be one client each</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) that you said are not the same</source>
        <translation>
            <numerusform>%n pair that you said is not the same</numerusform>
            <numerusform>%n pairs that you said are not the same</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n set apart</source>
        <translation>
            <numerusform>%n set apart</numerusform>
            <numerusform>%n set apart</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Erasure</name>
    <message numerus="yes">
        <source>Up to %n backup(s) may still hold this person</source>
        <translation>
            <numerusform>Up to %n backup may still hold this person</numerusform>
            <numerusform>Up to %n backups may still hold this person</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErasureCard</name>
    <message numerus="yes">
        <source>%n address(es) or number(s) that others use too</source>
        <translation>
            <numerusform>%n address or number that others use too</numerusform>
            <numerusform>%n addresses or numbers that others use too</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) on being reached</source>
        <translation>
            <numerusform>%n answer on being reached</numerusform>
            <numerusform>%n answers on being reached</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) of this client</source>
        <translation>
            <numerusform>%n contact of this client</numerusform>
            <numerusform>%n contacts of this client</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deal(s)</source>
        <translation>
            <numerusform>%n deal</numerusform>
            <numerusform>%n deals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n follow-up(s), or their text</source>
        <translation>
            <numerusform>%n follow-up, or its text</numerusform>
            <numerusform>%n follow-ups, or their text</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key date(s)</source>
        <translation>
            <numerusform>%n key date</numerusform>
            <numerusform>%n key dates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sale(s), which the accounts need</source>
        <translation>
            <numerusform>%n sale, which the accounts need</numerusform>
            <numerusform>%n sales, which the accounts need</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n survey answer(s)</source>
        <translation>
            <numerusform>%n survey answer</numerusform>
            <numerusform>%n survey answers</numerusform>
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
        <source>Name and comment of %n survey answer(s); the score stays</source>
        <translation>
            <numerusform>Name and comment of %n survey answer; the score stays</numerusform>
            <numerusform>Name and comment of %n survey answers; the scores stay</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The text of %n touch(es) with them; date and kind stay</source>
        <translation>
            <numerusform>The text of %n touch with them; date and kind stay</numerusform>
            <numerusform>The text of %n touches with them; date and kind stay</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Their place in %n plan(s)</source>
        <translation>
            <numerusform>Their place in %n plan</numerusform>
            <numerusform>Their place in %n plans</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message numerus="yes">
        <source>filled in for %n client(s)</source>
        <translation>
            <numerusform>filled in for %n client</numerusform>
            <numerusform>filled in for %n clients</numerusform>
        </translation>
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
</context>
<context>
    <name>FixPanel</name>
    <message numerus="yes">
        <source>Change %n value(s)</source>
        <translation>
            <numerusform>Change %n value</numerusform>
            <numerusform>Change %n values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FollowUpsPage</name>
    <message numerus="yes">
        <source>%n client(s) contacted today</source>
        <translation>
            <numerusform>%n client contacted today</numerusform>
            <numerusform>%n clients contacted today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more client(s) are due; their turn comes in the next days.</source>
        <translation>
            <numerusform>%n more client is due; its turn comes in the next days.</numerusform>
            <numerusform>%n more clients are due; their turn comes in the next days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>History</name>
    <message numerus="yes">
        <source>%n address(es) not to be used</source>
        <translation>
            <numerusform>%n address not to be used</numerusform>
            <numerusform>%n addresses not to be used</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n consent(s)</source>
        <translation>
            <numerusform>%n consent</numerusform>
            <numerusform>%n consents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n custom field(s)</source>
        <translation>
            <numerusform>%n custom field</numerusform>
            <numerusform>%n custom fields</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deal(s)</source>
        <translation>
            <numerusform>%n deal</numerusform>
            <numerusform>%n deals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n enrolment(s) in plans</source>
        <translation>
            <numerusform>%n enrolment in a plan</numerusform>
            <numerusform>%n enrolments in plans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n group</numerusform>
            <numerusform>%n groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key date(s)</source>
        <translation>
            <numerusform>%n key date</numerusform>
            <numerusform>%n key dates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n plan(s)</source>
        <translation>
            <numerusform>%n plan</numerusform>
            <numerusform>%n plans</numerusform>
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
            <numerusform>%n setting</numerusform>
            <numerusform>%n settings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) of plans</source>
        <translation>
            <numerusform>%n step of a plan</numerusform>
            <numerusform>%n steps of plans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n survey answer(s)</source>
        <translation>
            <numerusform>%n survey answer</numerusform>
            <numerusform>%n survey answers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %n step(s)</source>
        <translation>
            <numerusform>{shown} of %n step</numerusform>
            <numerusform>{shown} of %n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IdeasPanel</name>
    <message numerus="yes">
        <source>%n client(s) without a next action</source>
        <translation>
            <numerusform>%n client without a next action</numerusform>
            <numerusform>%n clients without a next action</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) you cannot reach</source>
        <translation>
            <numerusform>%n client you cannot reach</numerusform>
            <numerusform>%n clients you cannot reach</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dormant client(s)</source>
        <translation>
            <numerusform>%n dormant client</numerusform>
            <numerusform>%n dormant clients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n prospect(s) to win</source>
        <translation>
            <numerusform>%n prospect to win</numerusform>
            <numerusform>%n prospects to win</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportBox</name>
    <message numerus="yes">
        <source>%n entry(s) in {name}</source>
        <translation>
            <numerusform>%n entry in {name}</numerusform>
            <numerusform>%n entries in {name}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n reminder(s)</source>
        <translation>
            <numerusform>Import %n reminder</numerusform>
            <numerusform>Import %n reminders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>client recognised in %n of them</source>
        <translation>
            <numerusform>client recognised in %n of them</numerusform>
            <numerusform>client recognised in %n of them</numerusform>
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
        <source>%n cell(s) cannot be read: new clients come in without, the others keep what was there</source>
        <translation>
            <numerusform>%n cell cannot be read: a new client comes in without it, a known one keeps what was there</numerusform>
            <numerusform>%n cells cannot be read: new clients come in without, the others keep what was there</numerusform>
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
        <source>%n left out: clients already known</source>
        <translation>
            <numerusform>%n left out: clients already known</numerusform>
            <numerusform>%n left out: clients already known</numerusform>
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
        <source>%n left out: headings and notes around the table</source>
        <translation>
            <numerusform>%n left out: heading or note around the table</numerusform>
            <numerusform>%n left out: headings and notes around the table</numerusform>
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
        <source>%n other line(s)</source>
        <translation>
            <numerusform>%n other line</numerusform>
            <numerusform>%n other lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) on the do-not-contact list: their refusal comes in with them</source>
        <translation>
            <numerusform>%n person is on the do-not-contact list: their refusal comes in with them</numerusform>
            <numerusform>%n persons are on the do-not-contact list: their refusal comes in with them</numerusform>
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
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
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
        <source>%n to decide</source>
        <translation>
            <numerusform>%n to decide</numerusform>
            <numerusform>%n to decide</numerusform>
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
    <name>InsightCard</name>
    <message numerus="yes">
        <source>, usually one every %n day(s)</source>
        <translation>
            <numerusform>, usually one a day</numerusform>
            <numerusform>, usually one every %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A complaint has been open for %n day(s), past its deadline.</source>
        <translation>
            <numerusform>A complaint has been open for %n day, past its deadline.</numerusform>
            <numerusform>A complaint has been open for %n days, past its deadline.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A complaint has been open for %n day(s).</source>
        <translation>
            <numerusform>A complaint has been open for %n day.</numerusform>
            <numerusform>A complaint has been open for %n days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No order for %n day(s)</source>
        <translation>
            <numerusform>No order for %n day</numerusform>
            <numerusform>No order for %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your revenue would fall by {share}. It would take %n average client(s) to replace it.</source>
        <translation>
            <numerusform>Your revenue would fall by {share}. It would take %n average client to replace it.</numerusform>
            <numerusform>Your revenue would fall by {share}. It would take %n average clients to replace it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeyDatesBlock</name>
    <message numerus="yes">
        <source>comes up %n day(s) before</source>
        <translation>
            <numerusform>comes up %n day before</numerusform>
            <numerusform>comes up %n days before</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LineMenu</name>
    <message numerus="yes">
        <source>%n client(s) selected</source>
        <translation>
            <numerusform>%n client selected</numerusform>
            <numerusform>%n clients selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MetricValues</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
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
    <name>MovementTab</name>
    <message numerus="yes">
        <source>%n former client(s) is/are counted too, in the segment whose rule they meet.</source>
        <translation>
            <numerusform>%n former client is counted too, in the segment whose rule it meets.</numerusform>
            <numerusform>%n former clients are counted too, in the segment whose rule they meet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of {base} clients went to another segment between {first} and {second}. Rows: where they were; columns: where they are.</source>
        <translation>
            <numerusform>%n of {base} clients went to another segment between {first} and {second}. Rows: where they were; columns: where they are.</numerusform>
            <numerusform>%n of {base} clients went to another segment between {first} and {second}. Rows: where they were; columns: where they are.</numerusform>
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
    <name>NewsRow</name>
    <message numerus="yes">
        <source>%n buying rhythm(s) newly broken</source>
        <translation>
            <numerusform>%n buying rhythm newly broken</numerusform>
            <numerusform>%n buying rhythms newly broken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n complaint(s) past the deadline</source>
        <translation>
            <numerusform>%n complaint past the deadline</numerusform>
            <numerusform>%n complaints past the deadline</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deal(s) lost</source>
        <translation>
            <numerusform>%n deal lost</numerusform>
            <numerusform>%n deals lost</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deal(s) won</source>
        <translation>
            <numerusform>%n deal won</numerusform>
            <numerusform>%n deals won</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new client(s)</source>
        <translation>
            <numerusform>%n new client</numerusform>
            <numerusform>%n new clients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new complaint(s)</source>
        <translation>
            <numerusform>%n new complaint</numerusform>
            <numerusform>%n new complaints</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NextBar</name>
    <message numerus="yes">
        <source>Next for %n client(s):</source>
        <translation>
            <numerusform>Next for %n client:</numerusform>
            <numerusform>Next for %n clients:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Opportunities</name>
    <message numerus="yes">
        <source>Bought it before, the last time %n month(s) ago.</source>
        <translation>
            <numerusform>Bought it before, the last time %n month ago.</numerusform>
            <numerusform>Bought it before, the last time %n months ago.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n client(s) with most to gain.</source>
        <translation>
            <numerusform>The client with most to gain.</numerusform>
            <numerusform>The %n clients with most to gain.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpportunityCard</name>
    <message numerus="yes">
        <source>%n opportunity(ies) selected</source>
        <translation>
            <numerusform>%n opportunity selected</numerusform>
            <numerusform>%n opportunities selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>See these %n client(s)</source>
        <translation>
            <numerusform>See this client</numerusform>
            <numerusform>See these %n clients</numerusform>
        </translation>
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
            <numerusform>%n client outside France: see the world.</numerusform>
            <numerusform>%n clients outside France: see the world.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) without a known place.</source>
        <translation>
            <numerusform>%n client without a known place.</numerusform>
            <numerusform>%n clients without a known place.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) too small for this map: see the table.</source>
        <translation>
            <numerusform>%n place too small for this map: see the table.</numerusform>
            <numerusform>%n places too small for this map: see the table.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to contact now</source>
        <translation>
            <numerusform>%n to contact now</numerusform>
            <numerusform>%n to contact now</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanCard</name>
    <message numerus="yes">
        <source>%n client(s) in it</source>
        <translation>
            <numerusform>%n client in it</numerusform>
            <numerusform>%n clients in it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n went through</source>
        <translation>
            <numerusform>%n went through</numerusform>
            <numerusform>%n went through</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanMenu</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlansPanel</name>
    <message numerus="yes">
        <source>after %n day(s)</source>
        <translation>
            <numerusform>after %n day</numerusform>
            <numerusform>after %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Profit</name>
    <message numerus="yes">
        <source>%n other(s) take {lost} of it away again: {final} are left.</source>
        <translation>
            <numerusform>%n other takes {lost} of it away again: {final} are left.</numerusform>
            <numerusform>%n others take {lost} of it away again: {final} are left.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n profitable client(s) bring {peak};</source>
        <translation>
            <numerusform>%n profitable client brings {peak};</numerusform>
            <numerusform>%n profitable clients bring {peak};</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) replaced by a call</source>
        <translation>
            <numerusform>%n visit replaced by a call</numerusform>
            <numerusform>%n visits replaced by calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) without a distance: their kilometres are not counted.</source>
        <translation>
            <numerusform>%n visit without a distance: its kilometres are not counted.</numerusform>
            <numerusform>%n visits without a distance: their kilometres are not counted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not in it: %n client(s) with {revenue} of revenue, some of whose costs are not known.</source>
        <translation>
            <numerusform>Not in it: %n client with {revenue} of revenue, some of whose costs are not known.</numerusform>
            <numerusform>Not in it: %n clients with {revenue} of revenue, some of whose costs are not known.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Orders of {least} or more: %n delivery(ies) less</source>
        <translation>
            <numerusform>Orders of {least} or more: %n delivery less</numerusform>
            <numerusform>Orders of {least} or more: %n deliveries less</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{amount} after %n client(s)</source>
        <translation>
            <numerusform>{amount} after %n client</numerusform>
            <numerusform>{amount} after %n clients</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProtectionCard</name>
    <message numerus="yes">
        <source>%n backup(s) could not be converted and keep what they had:</source>
        <translation>
            <numerusform>%n backup could not be converted and keeps what it had:</numerusform>
            <numerusform>%n backups could not be converted and keep what they had:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s) could not be encrypted and can still be read by anybody:</source>
        <translation>
            <numerusform>%n backup could not be encrypted and can still be read by anybody:</numerusform>
            <numerusform>%n backups could not be encrypted and can still be read by anybody:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message numerus="yes">
        <source>%n day(s) after its day</source>
        <translation>
            <numerusform>%n day after its day</numerusform>
            <numerusform>%n days after its day</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) to go</source>
        <translation>
            <numerusform>%n day to go</numerusform>
            <numerusform>%n days to go</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n phone number(s) copied</source>
        <translation>
            <numerusform>%n phone number copied</numerusform>
            <numerusform>%n phone numbers copied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueueHead</name>
    <message numerus="yes">
        <source>%n a day</source>
        <translation>
            <numerusform>%n a day</numerusform>
            <numerusform>%n a day</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done today</source>
        <translation>
            <numerusform>%n done today</numerusform>
            <numerusform>%n done today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more spread {days}</source>
        <translation>
            <numerusform>%n more spread {days}</numerusform>
            <numerusform>%n more spread {days}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>over %n working day(s)</source>
        <translation>
            <numerusform>over %n working day</numerusform>
            <numerusform>over %n working days</numerusform>
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
    <name>QuickLog</name>
    <message numerus="yes">
        <source>{name}? %n possible</source>
        <translation>
            <numerusform>{name}? %n possible</numerusform>
            <numerusform>{name}? %n possible</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message numerus="yes">
        <source>%n day(s) without an order</source>
        <translation>
            <numerusform>%n day without an order</numerusform>
            <numerusform>%n days without an order</numerusform>
        </translation>
    </message>
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
        <source>Usually orders every %n day(s)</source>
        <translation>
            <numerusform>Usually orders every day</numerusform>
            <numerusform>Usually orders every %n days</numerusform>
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
    <name>ReceiptCard</name>
    <message numerus="yes">
        <source>%n backup(s) deleted, and a new one made: no backup holds them any more.</source>
        <translation>
            <numerusform>%n backup deleted, and a new one made: no backup holds them any more.</numerusform>
            <numerusform>%n backups deleted, and a new one made: no backup holds them any more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deal(s) erased</source>
        <translation>
            <numerusform>%n deal erased</numerusform>
            <numerusform>%n deals erased</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n follow-up(s) erased or emptied</source>
        <translation>
            <numerusform>%n follow-up erased or emptied</numerusform>
            <numerusform>%n follow-ups erased or emptied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key date(s) erased</source>
        <translation>
            <numerusform>%n key date erased</numerusform>
            <numerusform>%n key dates erased</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sale(s) kept for the accounts</source>
        <translation>
            <numerusform>%n sale kept for the accounts</numerusform>
            <numerusform>%n sales kept for the accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n survey answer(s) erased or emptied</source>
        <translation>
            <numerusform>%n survey answer erased or emptied</numerusform>
            <numerusform>%n survey answers erased or emptied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n touch(es) erased or emptied</source>
        <translation>
            <numerusform>%n touch erased or emptied</numerusform>
            <numerusform>%n touches erased or emptied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Taken out of %n plan(s)</source>
        <translation>
            <numerusform>Taken out of %n plan</numerusform>
            <numerusform>Taken out of %n plans</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message numerus="yes">
        <source>A backup can take its place: the one of {moment} holds %n client(s). What was typed after it is not in it.</source>
        <translation>
            <numerusform>A backup can take its place: the one of {moment} holds %n client. What was typed after it is not in it.</numerusform>
            <numerusform>A backup can take its place: the one of {moment} holds %n clients. What was typed after it is not in it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReminderDesk</name>
    <message numerus="yes">
        <source>%n reminder(s)</source>
        <translation>
            <numerusform>%n reminder</numerusform>
            <numerusform>%n reminders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Repetition</name>
    <message numerus="yes">
        <source>every %n day(s)</source>
        <translation>
            <numerusform>every day</numerusform>
            <numerusform>every %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n month(s)</source>
        <translation>
            <numerusform>every month</numerusform>
            <numerusform>every %n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n week(s)</source>
        <translation>
            <numerusform>every week</numerusform>
            <numerusform>every %n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n year(s)</source>
        <translation>
            <numerusform>every year</numerusform>
            <numerusform>every %n years</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RequestPart</name>
    <message numerus="yes">
        <source>%n answer(s) on being reached</source>
        <translation>
            <numerusform>%n answer on being reached</numerusform>
            <numerusform>%n answers on being reached</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deal(s)</source>
        <translation>
            <numerusform>%n deal</numerusform>
            <numerusform>%n deals</numerusform>
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
        <source>%n key date(s)</source>
        <translation>
            <numerusform>%n key date</numerusform>
            <numerusform>%n key dates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n plan(s)</source>
        <translation>
            <numerusform>%n plan</numerusform>
            <numerusform>%n plans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sale(s)</source>
        <translation>
            <numerusform>%n sale</numerusform>
            <numerusform>%n sales</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n survey answer(s)</source>
        <translation>
            <numerusform>%n survey answer</numerusform>
            <numerusform>%n survey answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n touch(es)</source>
        <translation>
            <numerusform>%n touch</numerusform>
            <numerusform>%n touches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewPart</name>
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
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No prospect has been without a sign for more than %n month(s).</source>
        <translation>
            <numerusform>No prospect has been without a sign for more than %n month.</numerusform>
            <numerusform>No prospect has been without a sign for more than %n months.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RisksTab</name>
    <message numerus="yes">
        <source>%n alarm(s)</source>
        <translation>
            <numerusform>%n alarm</numerusform>
            <numerusform>%n alarms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to watch</source>
        <translation>
            <numerusform>%n to watch</numerusform>
            <numerusform>%n to watch</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It would take you %n month(s) to replace this client</source>
        <translation>
            <numerusform>It would take you %n month to replace this client</numerusform>
            <numerusform>It would take you %n months to replace this client</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Waiting for %n day(s).</source>
        <translation>
            <numerusform>Waiting for %n day.</numerusform>
            <numerusform>Waiting for %n days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoundTripReview</name>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>%n added</numerusform>
            <numerusform>%n added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed on both sides</source>
        <translation>
            <numerusform>%n changed on both sides</numerusform>
            <numerusform>%n changed on both sides</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s) taken over. Ctrl+Z takes them back.</source>
        <translation>
            <numerusform>%n edit taken over. Ctrl+Z takes it back.</numerusform>
            <numerusform>%n edits taken over. Ctrl+Z takes them back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not understood</source>
        <translation>
            <numerusform>%n not understood</numerusform>
            <numerusform>%n not understood</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation>
            <numerusform>%n removed</numerusform>
            <numerusform>%n removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) as exported</source>
        <translation>
            <numerusform>%n row as exported</numerusform>
            <numerusform>%n rows as exported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take over %n edit(s)</source>
        <translation>
            <numerusform>Take over %n edit</numerusform>
            <numerusform>Take over %n edits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoutePanel</name>
    <message numerus="yes">
        <source>%n client(s) due today, by postcode; with a day: nearby, due within a week.</source>
        <translation>
            <numerusform>%n client due today, by postcode; with a day: nearby, due within a week.</numerusform>
            <numerusform>%n clients due today, by postcode; with a day: nearby, due within a week.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{text} The first %n are shown.</source>
        <translation>
            <numerusform>{text} The first %n is shown.</numerusform>
            <numerusform>{text} The first %n are shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RuleCounts</name>
    <message numerus="yes">
        <source>%n complaint(s) since the beginning</source>
        <translation>
            <numerusform>%n complaint since the beginning</numerusform>
            <numerusform>%n complaints since the beginning</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open complaint(s)</source>
        <translation>
            <numerusform>%n open complaint</numerusform>
            <numerusform>%n open complaints</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open deal(s)</source>
        <translation>
            <numerusform>%n open deal</numerusform>
            <numerusform>%n open deals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) in the 12 months before</source>
        <translation>
            <numerusform>%n order in the 12 months before</numerusform>
            <numerusform>%n orders in the 12 months before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) over 12 months</source>
        <translation>
            <numerusform>%n order over 12 months</numerusform>
            <numerusform>%n orders over 12 months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) since the beginning</source>
        <translation>
            <numerusform>%n order since the beginning</numerusform>
            <numerusform>%n orders since the beginning</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s) over 12 months</source>
        <translation>
            <numerusform>%n product over 12 months</numerusform>
            <numerusform>%n products over 12 months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s) since the beginning</source>
        <translation>
            <numerusform>%n product since the beginning</numerusform>
            <numerusform>%n products since the beginning</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n purchase day(s)</source>
        <translation>
            <numerusform>%n purchase day</numerusform>
            <numerusform>%n purchase days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n survey answer(s)</source>
        <translation>
            <numerusform>%n survey answer</numerusform>
            <numerusform>%n survey answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n touch(es) over 12 months</source>
        <translation>
            <numerusform>%n touch over 12 months</numerusform>
            <numerusform>%n touches over 12 months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n touch(es) since the beginning</source>
        <translation>
            <numerusform>%n touch since the beginning</numerusform>
            <numerusform>%n touches since the beginning</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) over 12 months</source>
        <translation>
            <numerusform>%n visit over 12 months</numerusform>
            <numerusform>%n visits over 12 months</numerusform>
        </translation>
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
            <numerusform>%n client changes segment, {revenue} over 12 months</numerusform>
            <numerusform>%n clients change segment, {revenue} over 12 months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Earlier segments take all %n client(s) of this rule.</source>
        <translation>
            <numerusform>Earlier segments take the only client of this rule (%n).</numerusform>
            <numerusform>Earlier segments take all %n clients of this rule.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SalesTab</name>
    <message numerus="yes">
        <source>Order {order} marked as paid (%n line(s))</source>
        <translation>
            <numerusform>Order {order} marked as paid (%n line)</numerusform>
            <numerusform>Order {order} marked as paid (%n lines)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sales marked as paid (%n line(s))</source>
        <translation>
            <numerusform>Sale marked as paid (%n line)</numerusform>
            <numerusform>Sales marked as paid (%n lines)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScoreBand</name>
    <message numerus="yes">
        <source>%n check(s) found something</source>
        <translation>
            <numerusform>%n check found something</numerusform>
            <numerusform>%n checks found something</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) examined</source>
        <translation>
            <numerusform>%n client examined</numerusform>
            <numerusform>%n clients examined</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SegmentPanel</name>
    <message numerus="yes">
        <source>%n client(s) came since {day}</source>
        <translation>
            <numerusform>%n client came since {day}</numerusform>
            <numerusform>%n clients came since {day}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) left since {day}</source>
        <translation>
            <numerusform>%n client left since {day}</numerusform>
            <numerusform>%n clients left since {day}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All its clients (%n)</source>
        <translation>
            <numerusform>All its clients (%n)</numerusform>
            <numerusform>All its clients (%n)</numerusform>
        </translation>
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
    <message numerus="yes">
        <source>Measured on %n client(s).</source>
        <translation>
            <numerusform>Measured on %n client.</numerusform>
            <numerusform>Measured on %n clients.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StepDetails</name>
    <message numerus="yes">
        <source>Nothing was taken back: %n record(s) stay(s) as it is:</source>
        <translation>
            <numerusform>Nothing was taken back: %n record stays as it is:</numerusform>
            <numerusform>Nothing was taken back: %n records stay as they are:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show more records (%n left)</source>
        <translation>
            <numerusform>Show more records (%n left)</numerusform>
            <numerusform>Show more records (%n left)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Taken back, but for %n record(s), kept as it is:</source>
        <translation>
            <numerusform>Taken back, but for %n record, kept as it is:</numerusform>
            <numerusform>Taken back, but for %n records, kept as they are:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tiles</name>
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
<context>
    <name>TodayPage</name>
    <message numerus="yes">
        <source>%n done today</source>
        <translation>
            <numerusform>%n done today</numerusform>
            <numerusform>%n done today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n moved to the next days</source>
        <translation>
            <numerusform>%n moved to the next days</numerusform>
            <numerusform>%n moved to the next days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take the %n most pressing a day</source>
        <translation>
            <numerusform>Take the most pressing one a day</numerusform>
            <numerusform>Take the %n most pressing a day</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ValueControls</name>
    <message numerus="yes">
        <source>%n months ahead</source>
        <translation>
            <numerusform>%n month ahead</numerusform>
            <numerusform>%n months ahead</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n months ahead (set)</source>
        <translation>
            <numerusform>%n month ahead (set)</numerusform>
            <numerusform>%n months ahead (set)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ValueTab</name>
    <message numerus="yes">
        <source>%n client(s) brought nothing in the last 12 months and are not drawn.</source>
        <translation>
            <numerusform>%n client brought nothing in the last 12 months and is not drawn.</numerusform>
            <numerusform>%n clients brought nothing in the last 12 months and are not drawn.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) with {amount} of {kind} in 12 months have less than 5 chances in 10 to order within {time}: on the left, from the top, whom to call first.</source>
        <translation>
            <numerusform>%n client with {amount} of {kind} in 12 months has less than 5 chances in 10 to order within {time}: on the left, to be called first.</numerusform>
            <numerusform>%n clients with {amount} of {kind} in 12 months have less than 5 chances in 10 to order within {time}: on the left, from the top, whom to call first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) ago we would have forecast {expected} orders ({low} to {high}); there were {actual}.</source>
        <translation>
            <numerusform>%n month ago we would have forecast {expected} orders ({low} to {high}); there were {actual}.</numerusform>
            <numerusform>%n months ago we would have forecast {expected} orders ({low} to {high}); there were {actual}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repeat(s)</source>
        <translation>
            <numerusform>%n repeat</numerusform>
            <numerusform>%n repeats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n chance(s) in 10</source>
        <translation>
            <numerusform>about %n chance in 10</numerusform>
            <numerusform>about %n chances in 10</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>from %n repeat order(s) of its own, and the other clients</source>
        <translation>
            <numerusform>from %n repeat order of its own, and the other clients</numerusform>
            <numerusform>from %n repeat orders of its own, and the other clients</numerusform>
        </translation>
    </message>
</context>
</TS>
