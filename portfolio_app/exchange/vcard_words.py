"""The words of address cards: which lines are told, which are not, and under which label."""

from __future__ import annotations

_COLUMNS = (
    "N FN X-MS-FN ORG KIND X-ADDRESSBOOKSERVER-KIND X-ABSHOWAS NICKNAME TITLE ROLE TEL X-MS-TEL EMAIL ADR LABEL URL "
    "BDAY NOTE CATEGORIES X-ANDROID-CUSTOM X-KADDRESSBOOK-X-PROFESSION"
)

LABELS: dict[str, str] = {
    "ANNIVERSARY": "Anniversary",
    "X-ANNIVERSARY": "Anniversary",
    "X-MS-ANNIVERSARY": "Anniversary",
    "X-EVOLUTION-ANNIVERSARY": "Anniversary",
    "X-KADDRESSBOOK-X-ANNIVERSARY": "Anniversary",
    "X-ABDATE": "Date",
    "DEATHDATE": "Died",
    "IMPP": "Messenger",
    "X-AIM": "AIM",
    "X-ICQ": "ICQ",
    "X-MSN": "MSN",
    "X-YAHOO": "Yahoo",
    "X-JABBER": "Jabber",
    "X-SKYPE": "Skype",
    "X-SKYPE-USERNAME": "Skype",
    "X-GADUGADU": "Gadu-Gadu",
    "X-GROUPWISE": "GroupWise",
    "X-SAMETIME": "Sametime",
    "X-QQ": "QQ",
    "X-TWITTER": "Twitter",
    "X-GOOGLE-TALK": "Google Talk",
    "X-GOOGLE TALK": "Google Talk",
    "X-GTALK": "Google Talk",
    "X-WHATSAPP": "WhatsApp",
    "X-SIP": "SIP",
    "X-MATRIX": "Matrix",
    "X-OTHER": "Messenger",
    "X-MS-IMADDRESS": "Messenger",
    "X-SOCIALPROFILE": "Profile",
    "X-SPOUSE": "Spouse",
    "X-MS-SPOUSE": "Spouse",
    "X-EVOLUTION-SPOUSE": "Spouse",
    "X-KADDRESSBOOK-X-SPOUSESNAME": "Spouse",
    "X-MANAGER": "Manager",
    "X-MS-MANAGER": "Manager",
    "X-EVOLUTION-MANAGER": "Manager",
    "X-KADDRESSBOOK-X-MANAGERSNAME": "Manager",
    "X-ASSISTANT": "Assistant",
    "X-MS-ASSISTANT": "Assistant",
    "X-EVOLUTION-ASSISTANT": "Assistant",
    "X-KADDRESSBOOK-X-ASSISTANTSNAME": "Assistant",
    "X-KADDRESSBOOK-X-OFFICE": "Office",
    "X-EVOLUTION-OFFICE": "Office",
    "X-EVOLUTION-BLOG-URL": "Blog",
    "X-EVOLUTION-VIDEO-URL": "Video",
    "X-MS-CHILD": "Child",
    "X-ABRELATEDNAMES": "Relation",
    "RELATED": "Relation",
    "MEMBER": "Member",
    "X-ADDRESSBOOKSERVER-MEMBER": "Member",
    "HOBBY": "Hobby",
    "INTEREST": "Interest",
    "EXPERTISE": "Expertise",
    "LANG": "Language",
    "CONTACT-URI": "Contact page",
}
"""Lines that go into the notes, by the word before them."""

MESSENGERS = frozenset({"IMPP", "X-SOCIALPROFILE"})
"""Lines that name the service beside the address."""

TOLD = frozenset(_COLUMNS.split()) | LABELS.keys()
"""Lines that are read; others that begin with X- are not."""

SAID_ELSEWHERE = frozenset(
    "UID REV PRODID SOURCE NAME CLASS MAILER SORT-STRING SORT-AS TZ GEO PROFILE CALURI CALADRURI FBURL SOUND KEY AGENT "
    "CLIENTPIDMAP XML GENDER X-GENDER X-ABUID X-ABADR X-EVOLUTION-FILE-AS X-MS-OL-DESIGN CREATED GRAMGENDER "
    "X-PHONETIC-FIRST-NAME X-PHONETIC-LAST-NAME X-MS-OL-DEFAULT-POSTAL-ADDRESS X-ABORDER "
    "X-IMAGETYPE X-IMAGEHASH".split()
)
"""Lines for programs: nothing that a reader would miss."""

NO_PHONE = frozenset(
    {"FAX", "PAGER", "MODEM", "TTY", "TTYTDD", "TEXTPHONE", "TLX", "BBS", "ISDN", "PCS-DATA"}
)
"""Types of lines on which nobody is called: they go into the notes."""

PLACES = frozenset(
    "WORK HOME FAX PAGER CELL CAR MAIN OTHER VIDEO MODEM ASSISTANT CALLBACK MOBILE ISDN TTYTDD TLX X400 "
    "SCHOOL WHATSAPP HOMEFAX WORKFAX OTHERFAX COMPANY RADIO".split()
)
"""Types worth telling beside a further phone or address."""

CIVILITIES = frozenset(
    "m mr mrs ms miss mme mlle monsieur madame mademoiselle herr frau fraulein fräulein sr sra srta sig".split()
)
"""Words before a name that tell nothing more than the name."""
