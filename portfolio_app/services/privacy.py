"""What the law asks of a client book: consent, objection, access, erasure, review, and the papers about it.

The parts live in `privacy_people` (who, consent, reach), `privacy_lists` (suppression, review, campaigns),
`privacy_erase` and `privacy_files`; whoever uses them imports from here.
"""

from __future__ import annotations

from portfolio_app.services.privacy_erase import (
    Erasure,
    ErasureReceipt,
    delete_backups_holding,
    erase_person,
    erasure_preview,
    forget_erased,
    merge_mirror,
    mirror_is_locked,
)
from portfolio_app.services.privacy_files import (
    CONTROLLER_FIELDS,
    controller,
    export_person,
    person_file,
    register_of_processing,
    set_controller,
)
from portfolio_app.services.privacy_lists import (
    CampaignResult,
    ReviewRow,
    SuppressionRow,
    campaign_list,
    is_suppressed,
    lift_suppression,
    retention_months,
    set_retention_months,
    suppress,
    suppressions,
    to_review,
)
from portfolio_app.services.privacy_mentions import Mention
from portfolio_app.services.privacy_people import (
    CHANNELS,
    CONSENT_SOURCES,
    CONSENT_STATES,
    ConsentInfo,
    Person,
    PersonHit,
    Reach,
    consents,
    find_persons,
    may_reach,
    reach,
    set_consent,
)

__all__ = [
    "CHANNELS",
    "CONSENT_SOURCES",
    "CONSENT_STATES",
    "CONTROLLER_FIELDS",
    "CampaignResult",
    "ConsentInfo",
    "Erasure",
    "ErasureReceipt",
    "Mention",
    "Person",
    "PersonHit",
    "Reach",
    "ReviewRow",
    "SuppressionRow",
    "campaign_list",
    "consents",
    "controller",
    "delete_backups_holding",
    "erase_person",
    "erasure_preview",
    "export_person",
    "find_persons",
    "forget_erased",
    "is_suppressed",
    "lift_suppression",
    "may_reach",
    "merge_mirror",
    "mirror_is_locked",
    "person_file",
    "reach",
    "register_of_processing",
    "retention_months",
    "set_consent",
    "set_controller",
    "set_retention_months",
    "suppress",
    "suppressions",
    "to_review",
]
