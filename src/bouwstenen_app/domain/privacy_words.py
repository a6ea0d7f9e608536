"""Words in small letters that say that a name comes, or that none does."""

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


BETWEEN: Final = _words("dus eigenlijk gewoon nog nu ook trouwens")
"""What may stand between *heet* and the name."""

TITLES: Final = _words("""
dhr dokter dr drs ds heer imam ing ir juffrouw jufrouw meneer mevr mevrouw mijnheer mr mvr mw pastoor pater prof
zuster
""")
"""Before a surname."""

RELATIONS: Final = _words("""
baby bewoner bewoonster broer broers broertje broertjes buurjongen buurman buurmeisje buurvrouw client cliënt
cliënte dader dochter dochters dochtertje echtgenoot echtgenote echtpaar ex ex-man ex-partner ex-vriend
ex-vriendin ex-vrouw exman expartner fam familie gezin gezinnen halfbroer halfzus huurder huurster jongen jongere
jongetje kind kinderen kindje kleindochter kleinkind kleinzoon kleuter koppel leerling leerlinge mam mama man
mantelzorger meisje melder meldster moeder moeders neef neefje nicht nichtje oma oom opa ouders pap papa partner
patiënt patiënte peuter pleegmoeder pleegvader pleger puber pupil schoonmoeder schoonvader slachtoffer stagiair
stagiaire stel stiefdochter stiefmoeder stiefvader stiefzoon tante tiener tweeling vader vaders verdachte
verloofde vluchteling vriend vriendin vriendinnetje vriendje vrouw vrouwtje weduwe weduwnaar zoon zoons zoontje
zus zusje zusjes zussen
""")
"""Whose name comes behind it: of a person somebody tells about."""

SAYING: Final = _words("""
aldus beste dag geachte groet groeten groetjes ha hoi lieve namens vlgs volgens
""")
"""Before somebody who says or is greeted."""

NAMING: Final = _words("""
ene genaamd heet heette heten tnv zekere
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
afdeling basisschool bso buurthuis cbs college csg gebouw gymnasium heilige huize ikc kdv koning koningin lokaal
lyceum minister obs park paus pcbs premier prins prinses rkbs ruimte sbo scholengemeenschap sint sinte st
staatssecretaris verpleeghuis vergaderruimte vergaderzaal vleugel zaal ziekenhuis
""")
"""Before a name that is of no person in a case: of a saint, a minister, a room, a school."""

NO_INITIAL: Final = _words("""
ad art artikel bijlage categorie deel groep klas lid optie punt route scenario sub tafel type variant vitamine
vraag
""")
"""Before a letter with a dot that is no initial."""

ROLES: Final = _words("""
aangeefster aangever adviseur advocaat advocate agent agente arts begeleider begeleidster behandelaar
beleidsadviseur bemiddelaar burgemeester casemanager casusregisseur coach collega collega's conciërge
contactpersoon directeur directrice docent docente ervaringsdeskundige facilitator getuige gezinscoach
gezinshuisouder gezinsvoogd huisarts hulpverleenster hulpverlener ib'er ib-er intern-begeleider jeugdarts
jeugdbeschermer jeugdverpleegkundige jongerenwerker juf kinderarts kinderrechter leerkracht logopedist manager
medewerker medewerkster mediator meester mentor notaris notulist officier onderzoeker orthopedagoog
ouderenadviseur pedagoog pleegzorgbegeleider poh politieagent praktijkondersteuner projectleider psychiater
psycholoog rechercheur rechter reclasseringswerker regisseur schoolarts teamleider therapeut tolk trainer
trainster verloskundige verpleegkundige verslaglegger voogd voorzitter vrijwilliger vrijwilligster werker
wethouder wijkagent wijkagente wijkverpleegkundige
""")
"""Whose name comes behind it: of a professional."""

ALSO_WORDS: Final = _words("""
amber bas door els floor griet harm hind iris jade jasmijn jet koos linde luna margriet may mees merel mies peer
pier puk roman said sake sep stein sterre sultan ties
""")
"""First names that mean something else in small letters."""

ALSO_VERBS: Final = _words("groot jong klein snel sterk vroom wild wilde witte")
"""Surnames that mean something else in small letters, where no title stands before them."""

ANNOUNCING: Final = TITLES | RELATIONS | ROLES | SAYING | NAMING | {"naam"}
"""Behind these a name may come, in capitals or not."""
