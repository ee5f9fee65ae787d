"""The records of a book, by what they are about; all of them are imported from here.

No session and no query; what a record may hold is said by its columns and checks.
"""

from portfolio_app.models.entities.agenda import Enrolment as Enrolment
from portfolio_app.models.entities.agenda import FollowUp as FollowUp
from portfolio_app.models.entities.agenda import KeyDate as KeyDate
from portfolio_app.models.entities.agenda import Plan as Plan
from portfolio_app.models.entities.agenda import PlanStep as PlanStep
from portfolio_app.models.entities.clients import Client as Client
from portfolio_app.models.entities.clients import Contact as Contact
from portfolio_app.models.entities.exchange import ImportShape as ImportShape
from portfolio_app.models.entities.exchange import NotDuplicate as NotDuplicate
from portfolio_app.models.entities.exchange import QualityScore as QualityScore
from portfolio_app.models.entities.exchange import WatchedFile as WatchedFile
from portfolio_app.models.entities.privacy import Consent as Consent
from portfolio_app.models.entities.privacy import Suppression as Suppression
from portfolio_app.models.entities.prospecting import OpportunityAnswer as OpportunityAnswer
from portfolio_app.models.entities.prospecting import Spending as Spending
from portfolio_app.models.entities.sales import Deal as Deal
from portfolio_app.models.entities.sales import Product as Product
from portfolio_app.models.entities.sales import Sale as Sale
from portfolio_app.models.entities.segments import ClientGroup as ClientGroup
from portfolio_app.models.entities.segments import Segment as Segment
from portfolio_app.models.entities.segments import Segmentation as Segmentation
from portfolio_app.models.entities.settings import CustomField as CustomField
from portfolio_app.models.entities.settings import Setting as Setting
from portfolio_app.models.entities.touches import Interaction as Interaction
from portfolio_app.models.entities.touches import SurveyAnswer as SurveyAnswer
