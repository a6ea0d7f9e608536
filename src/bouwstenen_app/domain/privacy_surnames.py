"""Surnames as they are borne in the Netherlands: what a capital letter is compared with."""

from functools import cache
from typing import Final

_SURNAMES: Final = """
Aalbers Aarab Aarts Abarkan Abbou Abdalla Abdi Abdullahi Abdulle Aberkan Abhelakh Abrahams Abukar Acar Achahbar
Acheampong Achterberg Adamczyk Adamski Adhin Adriaanse Aerts Agyemang Ahmadi Ait Akar Akbulut Akgül Akhiat Akkaya
Akkerman Akkermans Akkouh Aklilu Aksoy Aktas Aktaş Akyol Alaoui Albayrak Albers Alberts Albertus Alblas Ali Allaoui
Altena Altin Altun Amari Amatngalim Amezian Amhaouch Amoah Amrani Amraoui Andriessen Andringa Aoulad Appelman Appiah
Arends Arikan Arslan Arts Asante Asare Aslan Assink Ates Ateş Atsma Autar Avci Avcı Ayachi Ayad Aydin Aydogan Aydın
Ayoubi Azizi Azzaoui Azzouz Azzouzi Aït Baars Baas Baboeram Bachiri Badloe Bainathsah Bakema Bakhuis Bakkali Bakker
Bakkers Balci Baldew Balk Barendregt Barends Barkaoui Baskaran Bastiaansen Bax Baydar Bayrak Beekman Beelen
Beenhakker Beers Bekker Bektas Belhaj Belkacem Benali Benhaddou Benhammou Benjelloun Bensaid Benyahia Berends
Berendsen Bergsma Berkhout Bernabela Bernard Berrada Beukers Beumer Bhaggoe Bhagwandin Biemans Biesheuvel Biharie
Bijl Bijlsma Bilyk Bingöl Bisesar Bissumbhar Blaauw Blankestijn Bleeker Blok Blokland Blokzijl Blom Boateng Boekel
Boender Boer Boerema Boerma Boersen Boersma Bogaard Bolhuis Bondar Bondarenko Bonevacia Bongers Boogaard Boogert
Boon Boonstra Borgman Borkowski Borst Bos Bosch Bosma Bosman Bosmans Bosscher Bottema Bouali Bouazza Bouchiba
Boudaoud Bouhaddou Bouhlal Boukhari Boukhris Boulahrouz Bouma Bouman Bourzik Boussaid Bouterse Bouwens Bouwman
Bouzian Bouzid Bouzidi Boyko Bozdag Bozkurt Braafheid Braam Brands Brandsma Brandt Breedveld Breukel Breukelen
Brinkman Broeders Broek Broekhof Broekhuizen Broekman Broers Bronkhorst Brouwer Brouwers Bruggeman Brugman Bruijn
Bruijne Bruin Bruins Bruinsma Brunings Buijs Buijtenhek Buitenhuis Bulut Burger Burggraaf Burleson Buurma Buurman
Büyük Cakir Camara Can Casteleijn Castelen Celik Cetin Ceylan Chaabi Chahid Chakir Chan Chaouch Chaouki Chen
Cherkaoui Cheung Chmielewski Chotkan Choukri Chrifi Cijntje Cinar Claassen Claessens Coban Coenen Cornelisse
Cornelissen Coskun Croes Cuijpers Czarnecki Czerwinski Dabrowska Dabrowski Dahmani Dam Damen Damsma Danylenko Daoud
Daoudi Dardari Darko Davids Debipersad Dekens Dekker Dekkers Demir Demirci Demirel Derksen Diallo Diarra Dieleman
Diepenbroek Dihal Dijk Dijkema Dijkman Dijksma Dijkstra Dikken Diop Dirks Dirksen Dirven Doekhi Doets Dogan Dompig
Dooren Doorn Doornbos Douma Dovzhenko Doğan Dral Driessen Drost Dudek Duijn Duijvenvoorde Duman Durmaz Durmus Dwarka
Dönmez Dąbrowska Dąbrowski Ebbers Echarif Eekhout Eerden Eggink Eijk Eikelenboom Ekinci Elberse Elfrink Elsinga
Elzinga Emanuels Engelen Engels Erbas Erdem Erdogan Erdoğan Ergin Ernst Errami Ersoy Esajas Essed Everon Evers
Everts Faber Fahmi Faouzi Farah Fassi Feddema Fedorenko Feenstra Fernald Fernandes Fernandez Ferreira Filali Fofana
Fokkema Folkers Folkertsma Franken Franssen Frederiks Frimpong Friso Gajadin Gajewski Gangadin Gebre Gebremedhin
Gebreselassie Geelen Geerman Geerts Geertsema Gerards Gerrits Gerritsen Geurts Ghani Ghazi Ghebremichael Ghebreyesus
Gielen Girigorie Glowacki Gobardhan Goedhart Gomes Gomez Gonzalez Goosen Goossens Gopal Gorska Gorski Graaf Graaff
Grabowska Grabowski Gravenberch Greef Greven Griffioen Groen Groenen Groenendijk Groeneveld Groeneweg Groenewoud
Groot Grootfaam Groothuis Guerrouj Gunduz Górska Gök Göktaş Güler Gündüz Günes Güneş Güngör Güven Haaksma Haan Haas
Habtemariam Haddad Haddaoui Haddou Hagen Haile Haji Hajji Hamdaoui Hamer Hamidi Hamming Hammouti Hamstra Hamzaoui
Hansen Hanssen Harmsen Harrak Harrouch Hartman Hashi Hassan Hassani Hasselbaink Heemskerk Heerden Heijboer Heijden
Heijmans Heijnen Heikens Helder Hellinga Hendriks Hendriksen Hendrikx Hendrix Hermans Hermsen Hernandez Hertog
Herwijnen Hettinga Heuvel Hezemans Hiemstra Hilhorst Hnatiuk Hoek Hoekman Hoekstra Hofman Hofstede Hofstra Hol
Hollander Holwerda Hommes Hooft Hoogendoorn Hoogeveen Hoogland Hooplot Horbenko Horst Hosseini Houari Houben Hout
Houtman Houwelingen Hrytsenko Huang Huijbers Huisman Huizenga Huizinga Hulsman Hulst Ibrahim Idrissi Ijzerman Isenia
Isik Ismail Ivanenko Ivanov Ivanova Ivashchenko Işık Jaber Jablonski Jabri Jacobs Jacobse Jager Jaggoe Jagt
Jakubowski Jama Janga Jankie Jankowska Jankowski Janse Jansen Jansens Jansma Janssen Janssens Jaouhari Jasinski
Jaspers Jaworska Jaworski Jellema Jharap Jhinkoe Jimale Jong Jonge Jongsma Jonker Jonkers Jonkman Joosten Jorritsma
Joustra Kaandorp Kabouri Kaczmarek Kaddouri Kahraman Kahsay Kalinowski Kalkan Kalkman Kalloe Kalma Kamara Kaminska
Kaminski Kamińska Kamiński Kamminga Kamp Kamphuis Kanhai Kaplan Kappert Kaptein Kara Karabulut Karaca Karadag
Karakaya Karakus Karaman Karatas Karels Karimi Karpenko Karroum Karssen Kartal Kartosen Kat Kavak Kaya Kebede
Keijzer Keita Keizer Keles Kempen Kemper Kerkhof Kersten Keskin Kessel Khan Khatib Khattabi Khelifi Kilic Kirac
Kishoen Kizil Klaassen Klaver Kleijn Klein Klerk Klerks Klok Kloosterman Klymenko Knol Knoop Koc Koch Koeiman
Koelewijn Koendan Koenders Koenen Kok Kolesnyk Koning Konings Kooij Kooijman Kooiman Kooistra Kool Koopman Koopmans
Korkmaz Koroma Kort Korver Kose Koster Kosters Kouwenhoven Koval Kovalchuk Kovalenko Kowalczyk Kowalewski Kowalska
Kowalski Kozlowska Kozlowski Kozłowski Koç Krajewski Kramer Kramers Kravchenko Kravchuk Krawczyk Krijnen Kroes Krol
Kroon Kruger Kruijf Król Kubiak Kucharski Kucuk Kuijpers Kuiper Kuipers Kumar Kurt Kurtulus Kuzmenko Kwakernaak
Kwiatkowska Kwiatkowski Köse Küçük Kılıç Laan Lachman Lachmon Lagerweij Lahlou Lam Lamers Lammers Lamrabet Lamrini
Landman Landveld Lange Langen Lazrak Lee Leenders Leeuwen Leito Lelieveld Lemmens Lenting Leung Leur Lewandowska
Lewandowski Li Lieveld Ligtenberg Lim Lindeman Linden Liu Loon Lopes Lopez Lourens Lubbers Lucassen Luijten Luiten
Lysenko Lytvyn Lytvynenko Maas Maassen Maciejewski Macnack Madhar Mahabier Mahadew Mahieu Majewski Malinowska
Malinowski Mandemaker Manders Mangroe Mansour Mansouri Marchenko Marciniak Martens Martina Martinez Marzouki
Mastenbroek Mazur Mazurek Mazurenko Meer Meertens Meerveld Mehari Meijer Meijerink Meijers Melis Melnyk Mendes Menig
Mensah Menting Mercelina Mertens Mesfin Metz Meulen Meulenbelt Meulenbroek Meurs Michalak Michalski Michels Miedema
Mihaylov Mimouni Misidjan Moerman Mohamed Mohammadi Mohan Mokhtari Mol Molenaar Molina Monsels Mooij Morabit Moreira
Moroz Mourik Moussaoui Mulder Mulderij Mulders Muller Munster Muntslag Mutlu Mutsaers Naber Nagel Naji Nandoe Nasri
Nauta Nazarenko Nelom Nguyen Niemeijer Nieuwenhuis Nieuwenhuizen Niewold Nijboer Nijhuis Nijland Nijman Nijs Nijssen
Noordermeer Noordhoek Nowak Nowakowska Nowicka Nowicki Oedit Offringa Okafor Okeke Okkerman Olivieira Oliynyk
Olszewska Olszewski Olthof Oomen Ooms Oosterbaan Oosterhoff Oosterhuis Oosterveld Oostrom Oostveen Opoku Osei Osman
Ostrowski Otte Otten Otter Ouahabi Ouali Ouazzani Ouchan Ouden Oudshoorn Oulad Overbeek Owusu Ozdemir Ozkan Ozturk
Paassen Palm Panchenko Parag Parmessar Pater Paulusma Pavlenko Pawlak Pawlowska Pawlowski Pawłowski Peeters Pels
Pengel Pereira Perez Persad Peters Petersen Petrenko Petrov Petrova Pham Phan Pherai Pieters Pietersen Pietersma
Pietersz Pietrzak Pijpers Pinas Piotrowska Piotrowski Playfair Poeran Polat Polishchuk Polman Ponomarenko Pool
Popescu Popov Popova Poppe Post Posthuma Postma Postmus Potter Prins Prokopenko Pronk Pruijssers Quist Raaijmakers
Rademaker Raghoebar Raghoenath Rahimi Rahmani Ramadhin Ramaker Ramautar Ramcharan Ramdas Ramdhani Ramdin Ramkhelawan
Ramos Rampersad Ramsahai Ramsaran Ramsoedh Reijnders Reijnen Reinders Reitsma Renkema Reus Rezai Ridder Riemersma
Rietveld Rifi Rijkaard Rijken Rijnders Rijsbergen Ritsema Ritzema Rodrigues Rodriguez Roelofs Roelofsen Roij
Romanenko Romeijn Romijn Rooij Roos Rosenberg Roth Rozema Rozenblad Rudenko Ruijter Ruiter Rutgers Rutkowski Rutten
Saathof Sabajo Sabri Sadowski Sahin Saidi Saleh Salhi Sambo Sanchez Sanders Santos Sardjoe Sari Sarikaya Sarpong
Sarı Savchenko Saïdi Sbaa Schaaf Schaap Schaik Scheer Scheffer Schellekens Schepers Schilder Schipper Schippers
Schoenmaker Scholte Scholten Schoonhoven Schouten Schouwenaars Schram Schreuder Schreurs Schrijver Schut Schutte
Schuurman Schuurmans Sebti Seegers Seinen Sen Sesay Sewnath Sewpersad Shahin Shankar Sheikh Sheombar Shevchenko
Shevchuk Sidorenko Siebelink Siemons Sijbesma Sikkema Sikora Sikorski Silva Simonis Simons Simsek Singh Sinke Sital
Slagter Slimani Slot Smeets Smid Smirnov Smirnova Smit Smits Smulders Snel Snijders Snoek Sobczak Soekhlal Soekhoe
Sokolova Sokolowski Somai Soussi Soylu Spaan Spaans Spiering Spijker Spoelstra Sprenger Spruit Stam Steen
Steenbergen Steenhuis Stegeman Stekkel Stepien Sterk Sterrenburg Stevens Stoffels Stolk Straten Strik Stępień
Sukhraj Swart Swieten Swinkels Szczepanski Szewczyk Szulc Szymanska Szymanski Szymańska Szymański Tahiri Tahri Tak
Talbi Talhaoui Talsma Tamminga Tan Tarasenko Tas Taş Teeuwen Tekin Tekle Tempelman Terlouw Terpstra Tesfamariam
Tesfay Teuling Teunissen Tewarie Theunissen Thijssen Thode Thomassen Tichelaar Tiemens Tiggelaar Timmer Timmerman
Timmermans Tjon Tkachenko Tkachuk Tol Tomaszewski Tosun Touzani Tran Traore Traoré Tromp Tuijl Tuinstra Tunahan
Tuncay Tunç Tymoshenko Ucar Uiterloo Unal Urban Uyar Uysal Uçar Valk Vandenberg Vasylenko Veen Veenendaal Veenstra
Velden Veldhuis Veldhuizen Veldman Velthuis Velzen Venema Venetiaan Verbeek Verbeeks Verberne Verboom Verbruggen
Verburg Verdonck Verdonk Vergeer Verhaar Verhage Verhagen Verheijen Verhoef Verhoeven Verkade Verkerk Verloop
Vermaat Vermeer Vermeij Vermeul Vermeulen Verschoor Verschuren Verstappen Versteeg Verweij Verwoerd Viersma Vink
Visscher Visser Vissers Vlaar Vlasblom Vliet Vogel Vogelaar Vogels Volker Volkov Vollebregt Voloshyn Vonk Voogt
Voorn Vorst Vos Vreeman Vreugdenhil Vries Vroom Vugt Waaijer Waal Wachowski Wagenaar Wal Walczak Wang Wanga
Warmerdam Warsame Wasilewski Weerd Wegman Weijer Weijers Weldu Welling Werff Werleman Wesseling Wessels Wester
Westerveld Westra Wieczorek Wiegers Wieland Wierda Wieringa Wiersma Wijk Wijnands Wijnen Wijngaard Wijngaarde
Wijngaarden Wijnja Wild Wilde Willems Willemse Willemsen Wilmink Winkel Winkelman Winklaar Winter Winters Wisniewska
Wisniewski Wit Witkowski Witte Wiśniewska Wiśniewski Wlodarczyk Wojciechowska Wojciechowski Wojcik Wolde Wolf
Wolters Wong Woudstra Wouters Wozniak Woźniak Wrobel Wroblewski Wróbel Wysocki Wójcik Xu Yahyaoui Yakovenko Yalcin
Yalçın Yaman Yildirim Yildiz Yilmaz Yuksel Yusuf Yusufi Yüce Yüksel Yıldırım Yıldız Yılmaz Zaal Zadeh Zajac Zając
Zakharchenko Zakrzewski Zalewski Zandstra Zanten Zaoui Zarouali Zawadzki Zeefuik Zeeman Zeeuw Zengin Zerouali Zhang
Zheng Zhou Zhu Zhuk Ziani Zielinska Zielinski Zieliński Zijlmans Zijlstra Zimmerman Ziyech Zouhri Zuidema Zuilen
Zwaan Zwanenburg Zwart Zwarts Zwiers Çelik Özbek Özcan Özdemir Özer Özgür Özkan Öztürk Ünal Şahin Şen Şimşek
"""

_PLAIN_SURNAMES: Final = """
Ait Ali Baas Bakker Balk Beekman Bernard Bijl Blok Blom Boer Boon Borst Bos Bosch Brands Brandt Breukelen Broeders
Broek Brouwer Bruin Burger Buurman Can Chan Dam Davids Dekens Dekker Dekkers Dijk Doorn Eijk Engelen Engels Ernst
Faber Goedhart Greef Groen Groot Haan Haas Hagen Hamer Helder Hertog Heuvel Hoek Hol Hollander Hoogeveen Horst Hout
Huisman Hulst Jager Jama Jong Jonge Jonker Kamp Kaptein Kara Kat Keizer Kerkhof Klaver Klein Klerk Klok Knoop Koch
Kok Koning Konings Kool Koopman Kort Koster Kramer Kroes Krol Kroon Kuiper Kurt Laan Lam Lange Lee Leeuwen Li Lim
Linden Liu Loon Maas Maassen Meer Meulen Mol Molenaar Mulder Muller Munster Nagel Noordhoek Oomen Otter Ouden Palm
Pater Pham Phan Pool Post Potter Prins Pronk Reus Ridder Rijken Roos Ruiter Sanders Santos Sari Schaap Schilder
Schipper Schouten Schram Schrijver Schut Sen Silva Slagter Slot Smid Snel Spijker Spruit Stam Steen Steenbergen
Sterk Straten Strik Swart Tak Tan Tas Timmer Timmerman Tol Tran Tromp Urban Valk Veen Veenendaal Velden Vink Visser
Vissers Vliet Vogel Vogels Vonk Vorst Vos Vries Vroom Waal Wagenaar Wal Welling Wijk Wild Wilde Winkel Winkelman
Winter Winters Wit Witte Wolf Xu Zaal Zeeuw Zwaan Zwart
"""
"""Surnames that are also a word or a place: something beside them must say that it is a name."""

_AFTER_VAN: Final = """
Baan Beek Berg Bergh Bos Bosch Brand Brink Broek Dal Dalen Dam Dongen Duin Dungen Egmond Esch Essen Gaal Geest
Gelder Gent Ginkel Goor Haar Ham Heide Hemert Hengeveld Heuvel Hoek Hof Hoorn Horst Hout Hoven Hulst Kamp Keulen
Kolk Laan Laar Lier Linde Linden Loo Loon Mast Meer Meulen Mil Molen Nes Noort Oever Oord Oort Oosten Plas Ploeg
Poel Pol Praag Putten Rijn Ros Rossum Sloot Sluis Soest Spek Staal Stal Straten Til Tilburg Toorn Uden Vaart Veen
Velde Velden Ven Voort Waal Wal Weide Weijden Werf Wiel Wijk Winde Winkel Woude Zanden Zijl Zwet
"""
"""Surnames that stand behind *van* or *ter* only: behind *de* they are of a house or a street."""


@cache
def clear_surnames() -> frozenset[str]:
    """Return the surnames that are little else, folded."""
    return frozenset(_SURNAMES.casefold().split()) - plain_surnames()


@cache
def plain_surnames() -> frozenset[str]:
    """Return the surnames that are also a word or a place, folded."""
    return frozenset(_PLAIN_SURNAMES.casefold().split()) | surnames_behind_van()


@cache
def surnames_behind_van() -> frozenset[str]:
    """Return the surnames that have a particle before them, and another than *de*, folded."""
    return frozenset(_AFTER_VAN.casefold().split())


@cache
def surnames() -> frozenset[str]:
    """Return all surnames, folded."""
    return clear_surnames() | plain_surnames()
