"""First names and surnames as they are borne in the Netherlands: what a capital letter is compared with.

The lists are short on purpose. A name that is not in them is still found behind a title, a relation or a role.
"""

from functools import cache
from typing import Final

_FIRST: Final = """
Aad Aafje Aafke Aaliyah Aaltje Aaron Aart Abbas Abdel Abdelaziz Abdelhak Abdelilah Abdelkader Abdellah Abdelrahman
Abdeslam Abdi Abdou Abdul Abdullah Abdurrahman Abe Abeba Abel Abraham Achmed Ada Adam Adel Adem Adil Adisa Adnan
Adriaan Adrian Adriana Adrie Agata Agnes Agnieszka Ahlam Ahmad Ahmed Ahmet Aicha Aiden Aimée Aisha Ajay Akin Akke
Akosua Alain Albert Alberto Aldo Alejandra Alejandro Aleksander Aleksandra Alessandro Alex Alexander Alexandra
Alexia Aleyna Alfons Alfred Alhassan Ali Alice Alicia Alie Alina Aliya Alma Alwin Alya Alyssa Amadou Amal Amanda
Amani Amar Amber Ameera Amelia Amelie Amin Amina Aminata Amine Amir Amira Amna Amrita Amy Amélie An Ana Anas Anass
Anastasia Andre Andrea Andreas Andrei Andrew Andriy Andrzej André Andy Angela Angelie Angelina Angelique Angelo
Anika Anissa Anita Anja Anjali Anke Anna Annabel Anne Anne-Fleur Anne-Marie Anne-Sophie Anneke Anneliek Annelieke
Annelies Anneloes Annelot Annemarie Annemiek Annemieke Annemijn Annerie Annet Annette Annie Anniek Annika Anouar
Anouk Anoushka Ans Antje Anton Antonia Antonio Antoon Anwar Aram Arash Ard Arda Arek Arend Ariana Ariane Arianne
Arie Arjan Arjen Arman Armin Arno Arnold Arnoud Arnout Aron Arthur Arwen Asante Asha Ashley Ashraf Asia Asiya Asma
Astrid Asya Aukje Awa Awet Aya Ayaan Ayan Ayat Ayaz Ayden Ayla Aylin Ayman Ayoub Ayse Aysel Aysun Ayşe Aziz Aziza
Azra Aïcha Babette Badr Bahar Bakary Baran Barbara Barend Barry Bart Bartek Bartho Bas Bashar Bashir Bastiaan
Baukje Beata Beatrijs Beatriz Beau Behrouz Benjamin Bennie Bente Benthe Bep Berat Berend Berfin Berhane Berivan
Bernadette Bernard Bernardus Bernd Bert Berta Bertha Bertus Betty Betul Betül Beyza Bianca Bibi Bilal Bilgin Bjorn
Björn Boaz Bob Bodhi Bogdan Bogna Boris Bouchra Boudewijn Bradley Brahim Bram Brandon Branko Bregje Brenda Brent
Brian Britt Bryan Btissam Burak Burhan Bushra Busra Büşra Cagla Calvin Carel Carin Carina Carl Carla Carlien
Carlijn Carlo Carlos Carmen Carola Carolien Carolina Caroline Cas Casper Cassandra Catharina Cathelijne Catherine
Cato Cecile Cecilia Cees Celine Cem Cemal Ceren Ceylin Chaima Chaimaa Chaimae Chantal Charity Charlene Charles
Charlie Charlotte Chayenne Chelsea Chiara Chidi Chiel Chinedu Chloé Chloë Chris Christa Christel Christiaan
Christian Christien Christina Christine Christopher Cindy Claire Clara Claudia Claudine Coby Coen Colin Collin Cor
Corien Corina Corine Corinne Corne Corneel Cornelia Cornelis Corné Corrie Corry Cristina Cynthia Cyriel Daan Daisy
Dalila Damian Damla Damon Dana Dani Danial Danie Daniek Daniel Daniela Danielle Danique Daniël Daniëlle Danny
Danuta Daphne Darek Daria Darius Darryl Dave David Davide Davy Dawit Dean Debbie Debora Deborah Defne Demi Demir
Denisa Deniz Dennis Derek Derk Derya Desiree Desirée Devin Dewi Dex Diana Dick Diede Diederik Diego Dieke Dien
Dieneke Dilan Dilara Dilber Dilek Dilnaz Dimitri Dina Dineke Dingeman Dinie Dion Dionne Dirk Dirk-Jan Dirkje
Djamila Djay Djayden Djoeke Dmitri Dolf Dominik Dominique Donna Donny Dorien Dorine Doris Dorota Dounia Douwe Driss
Duncan Dunya Duuk Dwight Dylan Dylano Ebo Ebru Ece Ecrin Eda Eddie Eddy Edgar Edith Edo Eduard Edward Edwin Eefje
Eelco Eelke Egberdina Egbert Eileen Eise Ekrem Ela Elanur Eleanor Elena Eleni Eliane Elias Elif Elijah Elin Elina
Eline Elisa Elisabeth Elise Elissa Eliza Elizabeth Elize Ella Elle Ellen Ellie Elly Elma Elmira Els Elsbeth Elske
Eltjo Elvira Emel Emiel Emil Emilia Emilie Emily Emin Emine Emir Emirhan Emma Emmanuel Emmy Emre Enes Engin Enno
Enrico Enver Enzo Eren Erhan Eric Erica Erik Erika Erkan Erna Ernest Ernst Ersin Erwin Esila Esmae Esmee Esmée Esra
Ester Esther Ethan Etienne Eugenie Eva Evelien Evelijn Eveline Evelyn Evert Evert-Jan Evi Evie Evin Evy Ewa Ewald
Ewelina Ewoud Ewout Eylem Eylül Eyob Ezgi Ezra Faas Fabian Fabienne Fabiënne Fadi Fadma Fadoua Fadumo Fadwa Fahad
Faisal Faith Famke Fanta Farah Fardin Farhad Farid Farida Fariha Faruk Farzana Fatih Fatiha Fatima Fatma Fatme
Fatou Fatoumata Fatuma Fay Faye Faysal Fedde Feddo Feline Felix Fem Femke Fenna Fenne Fenneke Ferdi Ferdinand Ferdy
Fereshte Ferhat Ferry Feyza Fieke Fien Fiene Fiep Filip Filmon Finn Firat Fleur Fleurtje Floor Floortje Flora
Florence Florian Florin Floris Fokke Fouad Foukje Frances Francesca Francesco Francien Francine Francis Francisca
Francisco Franciscus Frank Franka Frans Fransje Françoise Fred Freddie Freddy Frederik Frederique Freek Frenk Freya
Frits Frouke Froukje Furkan Féline Fürkan Fırat Gabriel Gabriela Gabrielle Gabriëlle Gamze Geert Geert-Jan Geertje
Geertruida Geesje Geke George Georgina Gerald Gerard Gerardus Gerben Gerbrand Gerco Gerda Gerdien Gerlof Gerrie
Gerrit Gerritje Gerry Gert Gert-Jan Gertjan Gertrude Geurt Ghada Ghassan Gheorghe Ghislaine Gideon Giel Gijs
Gijsbert Gilbert Gina Gino Giorgos Giovanna Giovanni Gisela Gitte Gizem Glenn Gonca Grace Grażyna Greet Greetje
Gregor Greta Grietje Grzegorz Guido Guillaume Gusta Guus Guusje Gwen Gökhan Gül Gülay Güler Gülsen Haben Habiba
Hadassa Hadiya Hafida Hafsa Haico Hailey Hajar Hakan Hakim Hala Halil Halima Halyna Hamid Hamida Hamza Hana Hanan
Hanane Hani Hanna Hannah Hanne Hanneke Hannelore Hannie Hanno Hans Harald Harm Harmen Harmke Harold Harrie Harrold
Harry Hasan Hasna Hassan Hatice Hava Hawa Hayat Haydar Hayet Heidi Heimen Hein Heleen Helena Helene Helga Helma
Hendrick Hendrik Hendrika Hendrikje Hendrikus Henk Henk-Jan Henkie Hennie Henny Henri Henriette Henrik Henriëtte
Henry Herbert Herman Hermien Herre Hessel Hester Hettie Hetty Hevin Hicham Hidde Hilal Hilda Hilde Hildegard
Hillechien Hilligje Hind Hinke Hira Hiwot Hodan Hodo Houda Hubert Hugo Huib Huseyin Hussain Hussein Huub Hylke
Hülya Hüseyin Ian Ibrahim Ibrahima Ibtissam Ida Idris Ids Iefke Ifrah Igor Ihsane Ikram Ileana Ilham Ilias Ilona
Ilse Ilyas Ilyes Iman Imane Imene Imke Imran Ina Inaya Indira Indy Ineke Inez Inge Ingeborg Inger Ingmar Ingrid
Inna Ioana Ionut Irena Irene Irfan Irina Iris Irma Iryna Isa Isaac Isaak Isabel Isabella Isabelle Isatou Ise Isis
Iskander Ismael Ismail Israa Issa Ivan Ivana Ivar Ivo Ivonne Ivy Iwan Izabela Ize Jaap Jaapjan Jacco Jack Jackie
Jaco Jacob Jacoba Jacolien Jacomijn Jacqueline Jacques Jade Jadwiga Jafar Jaimie Jaimy Jake Jaleesa Jalila Jamal
James Jamie Jamila Jan Jan-Dirk Jan-Kees Jan-Peter Jan-Pieter Jan-Willem Jana Jane Janet Janine Janna Janne Janneke
Jannes Jannetje Jannick Jannie Janny Jans Jantina Jantine Jantje Janusz Jaouad Jarco Jarek Jari Jarno Jasmijn
Jasmin Jasmina Jasmine Jason Jasper Javier Jay Jayda Jayden Jaylano Jaylin Jaylinn Jayson Jean Jeanet Jeanette
Jeanine Jeanne Jeannette Jeffrey Jelena Jelle Jelmer Jelte Jenna Jennifer Jenny Jens Jente Jeremy Jermaine Jerney
Jeroen Jerome Jeroom Jerry Jesper Jesse Jessica Jessie Jessy Jet Jetske Jetty Jihad Jihane Jikke Jildou Jill Jim
Jimmy Jindra Jinthe Jip Jitse Jitske Jo Joan Joana Joanna Joanne Joanneke Job Jochem Jochen Jody Joel Joella Joelle
Joep Joeri Joey Johan Johanna Johannes John Johnny Joke Jolanda Jolanta Jolanthe Jolie Jolien Jolijn Jonah Jonas
Jonathan Jonna Joop Joost Jopie Jordan Jordi Jordie Jordy Jorg Jorick Jorien Jorik Jorinde Jorine Joris Jorn Jorrit
Jort Jos Josef Josefien Josefine Joseph Josephine Josette Joshua Josien Josine Josje José Jouke Joy Joyce Jozef
Joël Joëlle Juan Judith Julan Jules Julia Julian Juliana Julie Julienne Juliette Julius Juliën Junior Jurgen Jurjen
Jurre Jurriaan Justin Justine Justyna Jutta Jörgen Kaan Kaat Kadija Kadir Kai Kaj Kaltrina Kamal Kamil Kamila
Kamran Kaoutar Karel Karen Karim Karima Karin Karina Karlien Karlijn Karolina Karwan Kasimir Kaspar Kasper Kat
Katarina Katarzyna Kate Katharina Kathleen Kathy Katinka Katja Katrien Kay Kayden Kaylee Kayleigh Keano Kees Keetje
Kelly Kemal Kenan Kenneth Kenza Kerem Kerim Kevin Khadija Khadra Khaled Khalid Khalifa Khaoula Kian Kidane Kiki Kim
Kimberley Kimberly Kirsten Kitty Kjell Klaartje Klaas Klaas-Jan Klaske Klazina Koen Koenraad Kofi Koos Kris Krishna
Kristel Kristien Kristina Kristof Kristy Krystyna Krzysztof Kubra Kwame Kyan Kyano Kyara Kyra Kübra Laila Lamia
Lamin Lammert Lana Lara Larissa Lars Latifa Laura Lauren Laurens Laurent Layla Leah Leander Leandra Leanne Leendert
Leendertje Leentje Leila Lela Lena Lenie Lenn Lennard Lennart Lennox Leny Leo Leon Leonard Leonardo Leonie Leonoor
Leonore Leontien Leontine Leroy Lesley Letty Levi Levin Levy Lex Leyla Lia Liam Liane Lianne Lidewij Lidia Lidwien
Lieke Lien Lies Liesbeth Lieselotte Liesje Lieuwe Lieve Lilian Liliana Lillian Lily Lina Linda Linde Lindsay
Lindsey Linn Linnea Lisa Lisa-Marie Lisanne Lise Liselotte Lisette Liv Livia Liz Liza Lize Lizz Lizzy Lobke
Lodewijk Loek Loeki Loekie Loes Lois Lola Lonneke Lore Lorena Lorenzo Loretta Lot Lotje Lotte Lottie Lotus Lou
Loubna Louis Louisa Louise Louisette Lourdes Loïs Luan Lubbert Lubna Luc Luca Lucas Lucia Lucie Lucien Lucienne
Luciënne Lucy Ludmila Ludo Ludwig Luis Luisa Luitje Luka Lukas Lukasz Luke Luna Luuk Luwam Lydia Lynette Lynn
Maaike Maarten Maarten-Jan Maartje Maatje Machteld Maciej Maddie Madelief Madelon Mads Magda Magdalena Maha Mahamed
Mahdi Maher Mahmoud Mahmut Maik Maike Maikel Maimuna Maja Majd Majda Malak Malek Malgorzata Malika Malou Mamadou
Manal Manar Mandy Manfred Manon Mansour Manuel Manuela Mara Marc Marcel Marcella Marchien Marciano Marcin Marco
Mare Marek Margareta Margaretha Margaux Margo Margot Margreet Margriet Maria Mariam Mariama Marianne Marie
Marie-Claire Marie-José Marie-Louise Marieke Marieken Marielle Mariette Marije Marijke Marijn Marijse Mariken
Marilou Marilyn Marina Marinka Marinus Mario Marion Mariska Marissa Marit Marius Mariëlle Marja Marjan Marjolein
Marjolijn Marjon Marjorie Marketa Marko Markus Marleen Marlieke Marlies Marlijn Marloes Marlon Marlou Marlous
Marnix Marouane Mart Marta Marten Martha Martien Martijn Martin Martina Martine Martinus Marty Marvin Marwa Marwan
Mary Maryam Marzena Masha Mason Mateusz Mathieu Mathijs Mathilde Matilda Mats Matteo Matthew Matthias Matthijs Maud
Maurice Maurits Mauro Max Maxim Maxime Maximiliaan May Maya Maysa Maysoun Mazen Mazlum Małgorzata Mees Megan Mehdi
Mehmet Mehran Meike Melanie Melek Melike Melissa Melle Melvin Menno Meral Merel Merhawi Meriem Merijn Merle Merlijn
Merlin Mert Mertcan Merve Meryam Meryem Mette Mia Micha Michael Michal Michaël Michel Michele Michelle Michiel
Michèle Mick Mieke Mien Miep Mies Miguel Mihaela Mihai Mika Mikael Mike Mila Milad Milaisa Milan Milena Milo Milou
Mimoun Mina Miranda Mirel Mirella Miriam Mirjam Mirte Mirthe Mirza Mischa Mitch Mitchel Mitchell Mohamed
Mohamed-Amin Mohammad Mohammed Mohamud Mohsen Mohsin Monica Moniek Monika Monique Moos Morad Moreno Morris Mostafa
Mouna Mounia Mounir Mourad Moussa Muhammad Muhammed Muhammet Murat Musa Musab Mustafa Mustapha Myriam Myrna Myrte
Myrthe Nabil Nabila Nada Nadia Nadien Nadine Nadir Nahid Naima Najat Najib Najma Najoua Nancy Nanne Naomi Naoual
Narges Nasira Nasrin Nasser Nassim Natalia Natalie Natalka Natascha Natasja Nathalie Nathan Nathaniel Naud Nawal
Naz Nazan Nazli Nebil Neel Neeltje Negar Nehir Nel Nelie Neline Nelleke Nellie Nelly Nena Nermin Nesrin Nevin Nezha
Nick Nicky Nico Nicola Nicolaas Nicolai Nicolas Nicole Nicolette Niek Niels Nienke Nigel Nihal Nihat Nikita Nikki
Niklas Nikola Nilgün Niloufar Nils Nina Nine Ninthe Nisa Nisanur Nisrine Nizar Noa Noah Noam Noelle Noor Noora
Noortje Nora Norah Norbert Noud Nour Noura Nouria Nout Noémi Noémie Noël Noëlle Nur Nuray Nurcan Nuria Nynke Odette
Oene Oguz Okan Okke Oksana Olaf Olav Ole Oleksandr Olena Olga Olha Olivia Olivier Omar Omer Omran Onno Onur Orhan
Orlando Osama Oscar Osman Otis Otto Ouafa Oualid Oumaima Oumar Ousmane Owen Ozlem Oğuz Pablo Paco Pamela Paola
Paolo Parisa Parvin Pascal Pascale Pascalle Patrice Patricia Patrick Patrik Patty Paul Paula Paulien Paulina
Pauline Paulus Pawel Pedro Peer Peggy Pepijn Perihan Perry Peter Petra Petronel Petronella Petrus Phileine Philip
Philippe Pia Pien Pier Piet Pieter Pieter-Jan Pieternel Pieternella Pietertje Pietje Pim Piotr Pippa Pleun Polina
Popke Priscilla Priya Przemyslaw Puck Puk Quincy Quinn Quint Quinten Quinty Rabia Rachel Rachelle Rachid Rachida
Radboud Radha Radouan Radu Raf Rafael Rafal Rafaël Rahel Rahim Rahma Rahul Raimond Raisa Raja Rajesh Ralf Ralph
Ramazan Ramon Ramona Rana Randa Randy Rania Ranim Raoul Raphael Rasha Rashid Raul Ravi Rayan Raymon Raymond Razan
Rebecca Redouan Redouane Reem Reina Reinder Reindert Reinier Reinoud Reinout Rembrandt Remco Remi Remko Remon Remy
Rena Renata Renate Rene Renee Rens Renske René Renée Reyhan Reza Rhimou Riad Riana Rianne Ricardo Riccardo Richard
Richelle Rick Ricky Rico Rida Rie Riekje Rieks Riemer Riemke Rien Rienk Riet Rietje Rihab Rik Rikkert Riley Rima
Rina Rineke Rinke Rinse Rinske Rinus Rishi Rita Ritchie Rixt Roan Rob Robbert Robbie Robby Robert Roberta Roberto
Robin Robina Rochelle Roderick Rodi Rodney Roel Roeland Roelfina Roelie Roelien Roelof Roelofje Roger Rogier Rojda
Rojin Rola Roland Rolf Romain Roman Romana Romy Ron Ronald Ronan Ronja Ronnie Ronny Roos-Marijn Roosje Rosa Rosalie
Rosalinde Rosanne Rose-Marie Roselien Rosemarie Rosemarijn Rosita Roswitha Rowan Roxanne Roy Rozan Rozanne
Rozemarijn Ruben Rudi Rudolf Rudy Rutger Ruth Ruud Ryan Rémi Rüya Saar Saartje Sabah Sabina Sabine Sabrina Sadia
Safa Safae Safia Safiya Sahar Sahra Said Saida Sake Sakina Salah Salaheddine Saleh Salem Salim Salima Salma Salwa
Sam Samantha Samed Samer Sami Samia Samir Samira Samiya Sammie Samuel Samuël Sanaa Sanae Sander Sandjai Sandra
Sandrine Sandy Sanne Sanneke Santje Sara Sarah Sarina Saskia Saul Saïd Scott Sean Sebastiaan Sebastian Seble Seda
Sedat Sef Selam Selena Selim Selin Selina Selma Sem Semhar Semih Semra Senait Senn Senna Sep Sepp Serap Serdar
Serena Serge Sergei Serkan Seth Sevcan Sevda Sevgi Sevil Sevim Sezen Shabnam Shafiq Shakira Shana Shanaya Shania
Shaniqua Shannon Shanti Sharida Sharmila Sharon Shawn Sheila Sherida Sheryl Shirin Shirley Shirwan Shurendy Sibel
Siebe Siebrand Siebren Siebrig Siem Sien Sienna Siep Sietse Sietske Sietze Sifra Sigrid Siham Sihame Silke Silvana
Silvia Simon Simone Sina Sinan Sinem Sita Sjaak Sjaan Sjaantje Sjef Sjoerd Sjon Sjors Sjoukje Skip Slawomir Soerin
Sofia Sofiane Sofie Sofieke Songül Sonia Sonja Sophia Sophie Soran Soraya Souad Soufian Soufiane Soukaina Soumaya
Stan Stanislaw Stanley Stef Stefan Stefanie Stefano Steffi Stein Stella Sten Stephan Stephanie Stephen Sterre Steve
Steven Stien Stijn Suat Suleyman Sultan Sumaya Sunita Susan Susanna Susanne Suus Suzanna Suzanne Suze Sven Svetlana
Swen Sybren Sylvana Sylvia Sylvie Szymon Süleyman Sümeyra Sümeyye Taha Tahir Tala Talha Tamar Tamara Tania Tanja
Tara Taras Tarek Tarik Tariq Tatiana Tatjana Tayfun Tea Teatske Ted Teddy Temesgen Tesfay Tess Tessa Teun Teunis
Teuntje Thalia Thea Theo Theodoor Theodora Theodorus Theresa Therese Thi Thijmen Thijn Thijs Thirza Thom Thomas
Thor Thorben Tibor Tieme Tiemen Tiemo Tieneke Ties Tigist Tije Tijl Tijmen Tijn Tijs Tilly Tim Timo Timothy Timur
Tina Tine Tineke Tinka Tirza Titia Tjalling Tjebbe Tjeerd Tjerk Tjitske Tobias Toine Toke Tom Tomas Tomasz Tommie
Tommy Tonnie Tonny Tony Toon Toos Toosje Touria Trees Trijntje Tristan Trudy Trui Truida Truus Truusje Tsjerk Tuana
Tuba Tugba Turan Tuğba Twan Tycho Tygo Tyler Tyrone Tülay Tülin Ugur Ulbe Ulrike Umar Umit Umut Ursula Urszula
Urvin Usman Utku Uğur Vadim Vajèn Valentijn Valentina Valerie Valérie Vanessa Vasile Veerle Vera Verena Veronica
Veronique Vesna Victor Victoria Vigo Vikram Viktor Vince Vincent Vincenzo Vishal Vivian Vivienne Vlad Volkan
Volodymyr Wafa Wahid Walid Walter Wanda Ward Warner Wassim Wendel Wendeline Wendy Werner Wesley Wessel Wiebe Wiebke
Wiebren Wiep Wies Wieteke Wietse Wietske Wijnand Wilbert Wilco Wilfred Wilhelmina Wilhelmus Wiljan Willeke Willem
Willem-Jan Willemien Willemijn Willempje William Willianne Willibrord Willie Willy Wilma Wilmar Wim Wimpie Winnie
Winston Wioletta Wiske Wojciech Wouke Wout Wouter Wubbe Wubbo Wybe Wytske Wytze Xander Xandra Xavi Xavier Xenia
Yacine Yael Yahya Yamen Yannic Yannick Yara Yasemin Yasin Yasmin Yasmina Yasmine Yassin Yassine Yassir Yavuz Yazan
Yente Yesim Yfke Yigit Yildiz Yinthe Yiğit Ynte Yoeri Yohannes Yola Yolanda Yolanthe Yonas Yoran Yordi Yorick
Younes Youness Youri Yousef Yousra Youssef Youssra Ypie Yulia Yuliya Yunus Yuri Yusra Yusuf Yvette Yvo Yvon Yvonne
Zahir Zahra Zainab Zakaria Zakariya Zara Zayd Zayn Zbigniew Zeger Zehra Zeinab Zeki Zelal Zerina Zeynab Zeynep
Ziggy Zilan Zineb Zino Zita Zoe Zoey Zofia Zohra Zoltan Zouhair Zoë Zuhal Zuleyha Zuzanna Zwaantje Zwanet Züleyha
Zülküf Zümra Ömer Özge Özlem Ümit
"""

_AMBIGUOUS: Final = """
An Angel Asia Beau Ben Berat Bloem Bo Bodhi Boy Charity Claus Demir Dick Dries Faith Ger Goof Grace Hayat Hub Ies
Indira Israa Jans Jay Jo Job Jools Jordan Junior Juul Kars Kat Kaya Lam Lente Lies Lieve Lot Lux Mara Marin Mark
Max Maxima May Mees Mik Naz Nil Nine Nova Nur Pam Parel Pip Prins Raja Rana Rein Rida Rie Rien Rijk Roos Sevgi Sil
Sina Skip Sky Storm Tea Thi Tine Trees Vlad Ward Wil Wolf Yildiz
"""
"""First names that are also a word, a place or a name of something: a capital mid-sentence is needed, or more."""

_SURNAMES: Final = """
Aalbers Aarts Abdi Abdullahi Achterberg Adriaanse Ait Akkaya Akkerman Akkermans Aksoy Aktas Aktaş Albers Alberts
Ali Altena Amari Amrani Andriessen Appelman Arends Arslan Asante Aslan Aydin Aydın Ayoubi Azzouzi Baars Baas
Bakkali Bakker Bakkers Balk Barendregt Baskaran Bastiaansen Beekman Beelen Benali Benjelloun Bensaid Berends
Berendsen Bergsma Bernard Beukers Biemans Bijl Bijlsma Blaauw Blankestijn Blok Blokland Blom Boekel Boer Boerma
Boersma Boogaard Boon Boonstra Borst Bos Bosch Bosma Bosman Bosmans Boukhari Bouma Bouman Boussaid Bouwens Bouwman
Bouzid Bozkurt Braam Brands Brandsma Breedveld Breukelen Brinkman Broeders Broek Broekhuizen Broekman Broers
Brouwer Brouwers Bruggeman Bruijn Bruin Bruins Bruinsma Buijs Buitenhuis Bulut Burger Buurman Büyük Can Celik Cetin
Chaabi Chahid Chaouch Chen Choukri Claassen Claessens Coenen Cornelissen Cuijpers Dahmani Dam Damen Damsma Daoudi
Dekker Dekkers Demir Demirci Derksen Diallo Dijk Dijkema Dijkman Dijksma Dijkstra Dikken Dirks Dirksen Dirven Dogan
Doorn Douma Doğan Driessen Drost Duijn Duijvenvoorde Eggink Eijk Eikelenboom Elberse Elfrink Elzinga Engelen Engels
Erdem Erdogan Erdoğan Ernst Evers Everts Faber Farah Feenstra Fernandes Fernandez Ferreira Fokkema Folkers Franken
Franssen Friso Geelen Geerts Gerrits Gerritsen Geurts Gielen Goedhart Gomes Gomez Gonzalez Goosen Goossens Graaf
Greven Griffioen Groen Groenendijk Groeneveld Groeneweg Groenewoud Groot Groothuis Göktaş Güler Günes Güneş Haan
Haddad Haddaoui Hagen Hamdaoui Hamer Hamming Hansen Hanssen Harmsen Hartman Hassan Heemskerk Heijden Heijmans
Heijnen Heikens Helder Hendriks Hendriksen Hendrikx Hermans Hermsen Heuvel Hoek Hoekman Hoekstra Hofman Hofstra Hol
Holwerda Hoogendoorn Hoogeveen Hoogland Horst Houben Hout Houtman Huijbers Huisman Huizenga Huizinga Hulsman Hulst
Ibrahim Idrissi Ismail Jaber Jacobs Jacobse Jama Janse Jansen Jansens Jansma Janssen Janssens Jaspers Jong Jongsma
Jonker Jonkers Jonkman Joosten Kaddouri Kamara Kamp Kamphuis Kaplan Kaptein Karaca Karaman Karimi Kaya Keizer
Kempen Kemper Kerkhof Kersten Khan Kilic Klaassen Klaver Kleijn Klein Klerk Knol Knoop Koc Koenders Koenen Kok
Koning Konings Kooij Kooijman Kooistra Koopman Koopmans Koster Kosters Kowalczyk Kowalski Koç Kramer Kramers Krol
Kroon Kruijf Kuijpers Kuiper Kuipers Kumar Kurt Kılıç Laan Lahlou Lamers Lammers Langen Leeuwen Lemmens Lenting
Lewandowski Lim Linden Liu Loon Lopes Lopez Lubbers Lucassen Luijten Maas Maassen Mahieu Mansour Martens Martina
Martinez Mastenbroek Meer Meertens Meijer Meijerink Meijers Melis Mendes Mensah Menting Mertens Mesfin Meulen
Meulenbelt Michels Mihaylov Mohamed Mohan Mol Molenaar Mooij Moreira Moussaoui Mulder Mulders Munster Mutsaers
Naber Nagel Nauta Nguyen Niemeijer Nieuwenhuis Nieuwenhuizen Nijhuis Nijland Nijs Noordhoek Nowak Olthof Oomen Ooms
Oosterhuis Oosterveld Oostrom Osman Otten Ouali Ouden Oudshoorn Ozdemir Ozturk Pater Peeters Pels Pereira Perez
Peters Petersen Pieters Pietersen Pijpers Pinas Polat Pool Popescu Poppe Post Posthuma Postma Postmus Potter Prins
Pronk Quist Rademaker Ramaker Ramautar Ramdin Ramos Reijnders Reinders Reitsma Rietveld Rijken Rijnders Ritsema
Rodrigues Rodriguez Roelofs Roelofsen Romeijn Rooij Roos Rosenberg Roth Rozema Ruiter Rutgers Rutten Sahin Saidi
Saleh Sanchez Sanders Santos Saïdi Schaap Schaik Scheffer Schepers Schipper Schippers Schoenmaker Scholte Scholten
Schouten Schouwenaars Schreuder Schreurs Schrijver Schut Schutte Schuurman Schuurmans Seegers Seinen Sewnath Shahin
Siemons Sijbesma Silva Simonis Simons Singh Slagter Slot Smeets Smid Smit Smits Smulders Snel Snijders Snoek
Soekhlal Spaans Spijker Sprenger Spruit Stam Steen Steenbergen Sterk Stevens Stoffels Stolk Straten Strik Swart
Swinkels Tahiri Tak Talsma Tan Tas Terpstra Tesfay Teuling Teunissen Theunissen Thijssen Thomassen Tichelaar Timmer
Timmerman Timmermans Tol Traoré Tromp Tuinstra Tunahan Tuncay Tunç Unal Uyar Valk Vandenberg Veen Veenendaal
Veenstra Velden Veldhuis Veldhuizen Veldman Velthuis Velzen Verbeek Verbeeks Verberne Verboom Verbruggen Verburg
Verdonk Verhaar Verhagen Verheijen Verhoef Verhoeven Verkerk Vermaat Vermeer Vermeij Vermeulen Verschoor Verschuren
Versteeg Verweij Verwoerd Viersma Vink Visscher Visser Vissers Vlaar Vliet Vogel Vogels Vonk Voogt Voorn Vos
Vreeman Vries Vroom Vugt Waal Wachowski Wagenaar Wal Wang Warmerdam Warsame Weerd Wegman Weijers Welling Wesseling
Wessels Wester Westerveld Wiegers Wieringa Wiersma Wijk Wijnen Wijngaarden Wild Wilde Willems Willemse Willemsen
Winkel Winkelman Winter Winters Wisniewska Wit Witte Wolf Wolters Wong Wouters Wójcik Yildirim Yildiz Yilmaz Yusuf
Yıldırım Yıldız Yılmaz Zaal Zandstra Zeeman Zhang Ziani Zijlstra Zwaan Zwart Zwiers Çelik Özcan Özdemir Özer Özkan
Öztürk Ünal Şahin
"""

_PLAIN_SURNAMES: Final = """
Ait Ali Baas Bakker Balk Beekman Bernard Bijl Blok Blom Boer Boon Borst Bos Bosch Brands Breukelen Broeders Broek
Brouwer Bruin Burger Buurman Can Dam Dekker Dekkers Dijk Doorn Eijk Engelen Engels Ernst Faber Goedhart Groen Groot
Haan Hagen Hamer Helder Heuvel Hoek Hol Hoogeveen Horst Hout Huisman Hulst Jama Jong Jonker Kamp Kaptein Keizer
Klaver Klein Klerk Knoop Kok Koning Konings Koopman Koster Kramer Krol Kroon Kuiper Kurt Laan Leeuwen Lim Linden
Liu Loon Maas Maassen Meer Meulen Mol Molenaar Mulder Munster Nagel Noordhoek Oomen Ouden Pater Pool Post Potter
Prins Rijken Roos Ruiter Sanders Santos Schaap Schipper Schouten Schrijver Schut Silva Slagter Slot Smid Snel
Spijker Spruit Stam Steen Steenbergen Sterk Straten Strik Swart Tak Tan Tas Timmer Timmerman Tol Tromp Valk Veen
Veenendaal Velden Vink Visser Vissers Vliet Vogel Vogels Vonk Vos Vries Vroom Waal Wagenaar Wal Welling Wijk Wild
Wilde Winkel Winkelman Winter Winters Wit Witte Wolf Zwaan Zwart
"""
"""Surnames that are also a word or a place: something beside them must say that it is a name."""


@cache
def clear_first_names() -> frozenset[str]:
    """Return the first names that are little else, folded."""
    return frozenset(_FIRST.casefold().split()) - ambiguous_first_names()


@cache
def ambiguous_first_names() -> frozenset[str]:
    """Return the first names that are also a word, folded."""
    return frozenset(_AMBIGUOUS.casefold().split())


@cache
def clear_surnames() -> frozenset[str]:
    """Return the surnames that are little else, folded."""
    return frozenset(_SURNAMES.casefold().split()) - plain_surnames()


@cache
def plain_surnames() -> frozenset[str]:
    """Return the surnames that are also a word or a place, folded."""
    return frozenset(_PLAIN_SURNAMES.casefold().split())


@cache
def first_names() -> frozenset[str]:
    """Return all first names, folded."""
    return clear_first_names() | ambiguous_first_names()


@cache
def surnames() -> frozenset[str]:
    """Return all surnames, folded."""
    return clear_surnames() | plain_surnames()
