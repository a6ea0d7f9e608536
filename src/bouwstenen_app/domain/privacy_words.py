"""Words in small letters that say that a name comes, or that none does."""

from functools import lru_cache
from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


BETWEEN: Final = _words("dus eigenlijk gewoon nog nu ook trouwens")
"""What may stand between *heet* and the name."""

TITLES: Final = _words("""
dhr dokter dr drs ds heer hr imam ing ir juffrouw jufrouw mej mejuffrouw meneer mevr mevrou mevrouw mijnheer mr
mv mvr mw pastoor pater prof zuster
""")
"""Before a surname."""

RELATIONS: Final = _words("""
achterneef achternicht adoptiemoeder adoptievader adoptiezoon baby beppe bewoner bewoonster bonusdochter
bonuskind bonusmoeder bonusvader bonuszoon broer broers broertje broertjes buuf buurjongen buurman buurmeisje
buurvrouw client cliënt cliënte dader dochter dochters dochtertje dochtertjes dreumes echtgenoot echtgenote
echtpaar ex ex-man ex-partner ex-schoonmoeder ex-vriend ex-vriendin ex-vrouw exman expartner fam familie
gastmoeder gastouder gastvader gezin gezinnen halfbroer halfbroertje halfzus halfzusje hartsvriendin heit
hospita huisgenoot huisgenote huurbaas huurder huurster jongen jongere jongetje jongste kameraad kind kinderen
kindje klasgenoot klasgenoten kleindochter kleinkind kleinkinderen kleinzoon kleuter koppel leerling leerlinge
maatje mam mama man mantelzorger meisje melder meldster middelste minnaar moeder moeders moeke nana neef neefje
nicht nichtje oma omaatje oom opa opaatje ouders oudste overbuurman overbuurvrouw pa pake pap papa partner
patiënt patiënte peetoom peettante peuter pleegbroer pleegdochter pleegkind pleegmoeder pleegouders pleegvader
pleegzoon pleegzus pleger puber pupil schoonma schoonmoeder schoonpa schoonvader schoonzus schoonzusje
slachtoffer stagiair stagiaire stel stiefbroer stiefbroertje stiefdochter stiefma stiefmoeder stiefpa stiefvader
stiefzoon stiefzus stiefzusje tante tiener tweeling vader vaders verdachte verhuurder verloofde vluchteling
vriend vriendin vriendinnen vriendinnetje vriendje vrouw vrouwtje weduwe weduwnaar zoon zoons zoontje zoontjes
zus zusje zusjes zussen zwager
""")
"""Whose name comes behind it: of a person somebody tells about."""

SAYING: Final = _words("""
aldus attn beste dag geachte gr groet groeten groetjes grt grtjs grtz ha hoi lieve mvg mvrgr namens tav vlgs
volgens
""")
"""Before somebody who says or is greeted."""

CLOSING: Final = _words("""
gr grt grtjs grtz groet groeten groetjes mvg mvrgr
""")
"""Before somebody who signs: whatever has a capital there is a name."""

NAMING: Final = _words("""
achternaam bijgenaamd ene genaamd heet heette heten roepnaam tnv voornaam zekere
""")
"""Behind these words stands what somebody is called."""

PARTICLES: Final = _words("""
v d vd vdn 't abu ait al aït ben bin bou da de den der di dos du el het ibn in la le op ou te ten ter tot van von zu
""")
"""What stands between a first name and the surname."""

NAME_PARTICLES: Final = _words("""
ait al aït ben den der el ten ter van von
""")
"""Particles that may begin a surname without a first name."""

NOT_BEFORE: Final = _words("""
afdeling basisschool bso buurthuis campagne cbs college csg gebouw gymnasium heilige huize ikc kdv koning
koningin lokaal lyceum minister obs park paus pcbs pilot premier prins prinses proeftuin programma project rkbs
ruimte sbo scholengemeenschap sint sinte st staatssecretaris vergaderruimte vergaderzaal verpleeghuis vleugel
zaal ziekenhuis
""")
"""Before a name that is of no person in a case: of a saint, a minister, a room, a school, a project."""

NOT_BEHIND: Final = _words("""
academie basisschool college fonds instituut leerstoel lezing lyceum prijs scholengemeenschap stichting ziekenhuis
""")
"""Behind the name of whom a thing is called after, with a space between: *de Jan Jansen stichting*."""

NO_INITIAL: Final = _words("""
ad art artikel bijlage categorie deel groep klas lid optie punt route scenario sub tafel type variant vitamine
vraag
""")
"""Before a letter with a dot that is no initial."""

ROLES: Final = _words("""
aandachtsfunctionaris aangeefster aangever adviseur advocaat advocate agent agente ambulancier arts begeleider
begeleidster behandelaar beheerder beleidsadviseur beleidsmedewerker bemiddelaar bestuurder bewindvoerder boa
brigadier buddy burgemeester buurtagent buurtwerker casemanager casushouder casusregisseur chef coach collega
collega's conciërge conrector consulent consulente contactpersoon curator dagvoorzitter decaan directeur
directielid directrice docent docente dominee ervaringsdeskundige facilitator fysiotherapeut
gedragswetenschapper gespreksleider getuige gezinsbegeleider gezinscoach gezinshuisouder gezinsmanager
gezinstherapeut gezinsvoogd griffier hoofdagent huisarts huismeester hulpofficier hulpverleenster hulpverlener
ib'er ib-er inspecteur intern-begeleider jeugdarts jeugdbeschermer jeugdbeschermster jeugdprofessional
jeugdreclasseerder jeugdverpleegkundige jeugdwerker jeugdzorgwerker jongerenwerker juf kinderarts kinderrechter
klantmanager kraamverzorgster leerkracht leidster logopedist manager medewerker medewerkster mediator meester
mentor notaris notulist officier onderzoeker opbouwwerker oppas orthopedagoog oudercoach ouderenadviseur ovj
parketsecretaris pastor pedagoog pleegzorgbegeleider poh politieagent praktijkondersteuner projectleider
psychiater psychologe psycholoog raadsonderzoeker rabbijn rechercheur rechter reclasseerder reclasseringswerker
rector regisseur schoolarts schoolmaatschappelijk schuldhulpverlener systeemtherapeut tandarts teamleider
therapeut toezichthouder tolk trainer trainster verloskundige verpleegkundige verslaglegger vertrouwensarts
vertrouwenspersoon verzorgende voogd voogdes voorzitter vrijwilliger vrijwilligster werker werkgever wethouder
wijkagent wijkagente wijkbeheerder wijkcoach wijkverpleegkundige woonconsulent zorgcoördinator zorgmedewerker
""")
"""Whose name comes behind it: of a professional."""

SEVERAL: Final = _words("""
broers broertjes dochters dochtertjes echtpaar kinderen kleinkinderen klasgenoten koppel ouders pleegouders stel
tweeling vriendinnen zoons zoontjes zusjes zussen
""")
"""Behind these come more names than one."""

ALSO_WORDS: Final = _words("""
amber bas door els floor griet harm hind iris jade jasmijn jet koos linde luna margriet may mees merel mies peer
pier puk roman said sake sep stein sterre sultan ties
""")
"""First names that mean something else in small letters."""

SMALL_WORDS: Final = _words("""
adel basel berk bob elle fanta flora florence frank frans joy khalifa rembrandt roosje valentijn wijntje
""")
"""First names that mean something else in small letters, where nothing announces them."""

BEFORE_SMALL: Final = _words("""
aan als app bel belde bij dat door en mail mailde met naar of omdat spreek sprak toen van via voor vraag zegt zei
""")
"""Before a name of three letters in small letters."""

ALSO_VERBS: Final = _words("groot jong klein snel sterk vroom wild wilde witte")
"""Surnames that mean something else in small letters, where no title stands before them."""

ANNOUNCING: Final = TITLES | RELATIONS | ROLES | SAYING | NAMING | {"naam"}
"""Behind these a name may come, in capitals or not."""

_PERSON_ENDS: Final = (
    "coach", "werker", "werkster", "begeleider", "begeleidster", "regisseur", "manager", "consulent", "consulente",
    "voogd", "arts", "agent", "agente", "medewerker", "medewerkster", "deskundige", "adviseur", "docent", "docente",
    "leerkracht", "coördinator", "therapeut", "therapeute", "psycholoog", "pedagoog", "beschermer", "rechercheur",
    "rechter", "officier", "moeder", "vader", "zoon", "dochter", "broer", "zus", "zusje", "broertje", "vriend",
    "vriendin", "meisje", "jongen", "buurman", "buurvrouw", "verlener", "verleenster", "hulp", "trainer",
    "behandelaar", "leraar", "lerares",
)  # fmt: skip
"""How a word ends that says who somebody is (*jongerencoach*, *stiefkleinzoon*)."""


@lru_cache(maxsize=4096)
def says_who(fold: str) -> bool:
    """Say whether a name may come behind a word: a relation or a role, folded."""
    return fold in RELATIONS or fold in ROLES or fold.endswith(_PERSON_ENDS)
