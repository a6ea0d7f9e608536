"""First names and surnames as they are borne in the Netherlands: what a capital letter is compared with.

The lists are short on purpose. A name that is not in them is still found behind a title, a relation or a role.
"""

from functools import cache
from typing import Final

_FIRST: Final = """
Aad Aafje Aafke Aaliyah Aaltje Aaron Aart Abbas Abdel Abdelaziz Abdelhak Abdelilah Abdelkader Abdelkarim Abdellah
Abdelmalek Abdelrahman Abderrahim Abderrahman Abdeslam Abdi Abdo Abdou Abdul Abdullah Abdullahi Abdurrahman Abe
Abeba Abel Abena Abraham Achmed Achraf Ada Adam Adel Adem Adil Adisa Adjoa Adnan Adri Adriaan Adrian Adriana Adrie
Agata Agnes Agnieszka Ahlam Ahmad Ahmed Ahmet Aicha Aidan Aiden Aimée Aisha Ajay Akin Akke Akosua Akua Alaa Alain
Albert Alberto Aldo Alejandra Alejandro Aleksander Aleksandr Aleksandra Aleksei Alessandro Alex Alexander Alexandra
Alexei Alexia Aleyna Alfons Alfred Alhassan Ali Alice Alicia Alicja Alida Alie Alina Aliya Alma Alona Alper
Altagracia Alwin Alya Alyssa Amadou Amal Amanda Amani Amar Amber Ameera Amelia Amelie Amer Amin Amina Aminata Amine
Amir Amira Amna Amrita Amy Amélie An Ana Anand Anas Anass Anastasia Anastasiia Anastazja Anatoliy Andre Andrea
Andreas Andrei Andrew Andrii Andriy Andrzej André Andy Aneta Angela Angelie Angelina Angelique Angelo Ania Anika
Anil Anissa Anita Anja Anjali Anke Anna Annabel Anne Anne-Fleur Anne-Marie Anne-Sophie Anneke Anneliek Annelieke
Annelies Anneloes Annelot Annemarie Annemiek Annemieke Annemijn Annerie Annet Annette Annie Anniek Annika Anouar
Anouk Anoushka Ans Anthony Antje Antoinette Anton Antoni Antonia Antonio Antoon Anwar Anya Aram Arash Ard Arda Arek
Arend Ariana Ariane Arianne Arie Arjan Arjen Arkadiusz Arman Armin Arno Arnold Arnoud Arnout Aron Artem Arthur Artur
Aruna Arwen Arzu Asante Asha Ashley Ashraf Ashwin Asia Asiya Asli Aslı Asma Assia Astrid Asya Atie Atsje Auke Aukje
Awa Awet Axel Aya Ayaan Ayan Ayat Ayaz Ayden Ayla Aylin Ayman Ayoub Ayse Aysegul Aysel Aysun Ayşe Aziz Aziza Azra
Aïcha Babette Badr Bahar Bakary Baran Barbara Barend Baris Barry Bart Bartek Bartho Bartosz Bas Basel Bashar Bashir
Basia Bassel Bastiaan Bauke Baukje Bea Beata Beatrijs Beatriz Beau Behrouz Benjamin Bennie Bente Benthe Bep Beppie
Berat Bereket Berend Berfin Berhane Berivan Berk Berkay Bernadette Bernard Bernardus Bernd Bert Berta Bertha Bertus
Betsy Betty Betul Betül Beyza Bhagwandai Bianca Bibi Bilal Bilgin Binh Biniam Birgül Bjorn Björn Boaz Bob Bodhi
Bogdan Bogna Boguslaw Bogusław Bohdan Boris Borys Bouchra Boudewijn Boukje Bozena Bożena Bradley Brahim Bram Brandon
Branko Brechtje Bregje Brenda Brent Brian Brigitte Britt Bruce Bruno Bryan Btissam Burak Burcu Burhan Bushra Busra
Bülent Büşra Cagla Calvin Cansu Carel Carin Carina Carl Carla Carlien Carlijn Carlo Carlos Carmen Carola Carolien
Carolina Caroline Cas Casper Cassandra Catharina Cathelijne Catherine Cato Cecile Cecilia Cees Celina Celine Cem
Cemal Cemile Cengiz Ceren Ceyda Ceylin Cezary Chaima Chaimaa Chaimae Chakib Chandni Chandra Chantal Charity Charlene
Charles Charlie Charlotte Chayenne Chelsea Chiara Chidi Chiel Chinedu Chloé Chloë Chris Christa Christel Christiaan
Christian Christien Christina Christine Christopher Cihan Cindy Cisca Claire Clara Clarence Claudia Claudine Clemens
Clyde Coby Cody Coen Colin Collin Conny Cor Cora Corien Corina Corine Corinne Corne Corneel Cornelia Cornelis Corné
Corrie Corry Cristina Curtis Cynthia Cyriel Czesław Daan Dagmar Daisy Dalila Damaris Damian Damla Damon Dana Dani
Danial Danie Daniek Daniel Daniela Danielle Danique Daniël Daniëlle Danny Danuta Daphne Darek Daria Darius Dariusz
Darryl Daryna Dave David Davide Davy Dawid Dawit Dean Debbie Debora Deborah Deeqa Defne Demi Demir Denisa Deniz
Dennis Denys Derek Derk Derya Desi Desiree Desirée Devin Dewi Dex Diana Dick Diede Diederik Diego Dieke Dien Dieneke
Dieuwertje Dilan Dilara Dilber Dilek Dilnaz Dimitri Dina Dineke Dingeman Dinie Dion Dionne Dirk Dirk-Jan Dirkje
Djamila Djay Djayden Djoeke Djoke Dmitri Dmitry Dmytro Doeke Dolf Dominik Dominika Dominique Donna Donny Dora Dorien
Dorine Doris Dorota Dounia Doutzen Douwe Driss Duncan Dunya Durk Duuk Duygu Dwight Dylan Dylano Eabele Ebo Ebru Ece
Ecrin Eda Eddie Eddy Edgar Edith Edo Eduard Edward Edwin Edyta Eefje Eelco Eelke Eelkje Egberdina Egbert Eileen Eise
Ekrem Ela Elanur Eleanor Elena Eleni Eliane Elias Elif Elijah Elin Elina Eline Elisa Elisabeth Elise Elissa Eliza
Elizabeth Elize Ella Elle Ellen Ellie Elly Elma Elmira Els Elsbeth Elske Eltjo Elvira Elzbieta Elżbieta Emeka Emel
Emiel Emil Emilia Emilie Emily Emin Emine Emir Emirhan Emma Emmanuel Emmy Emre Enes Engin Enno Enrico Enver Enzo
Eray Ercan Erdal Erdem Eren Erhan Eric Erica Erik Erika Erkan Erna Ernest Ernst Erol Errol Ersin Erwin Esila Esin
Esma Esmae Esmee Esmée Esperanza Esra Ester Esther Ethan Etienne Eugene Eugenie Eva Evelien Evelijn Eveline Evelyn
Evert Evert-Jan Evi Evie Evin Evy Ewa Ewald Ewelina Ewoud Ewout Eylem Eylül Eyob Ezgi Ezra Faas Fabian Fabienne
Fabiënne Fadi Fadime Fadma Fadoua Faduma Fadumo Fadwa Fahad Faisal Faith Famke Fanta Farah Fardin Farhad Farid
Farida Fariha Faris Faruk Farzana Farzaneh Fatih Fatiha Fatima Fatma Fatme Fatna Fatou Fatoumata Fatuma Fay Faye
Fayen Faysal Febe Fedde Feddo Feike Feikje Feline Felix Fem Femke Fenna Fenne Fenneke Ferdi Ferdinand Ferdy Fereshte
Fereshteh Ferhat Ferry Feven Feyza Fieke Fien Fiene Fiep Fikret Filip Filiz Filmon Finn Firat Fleur Fleurtje Floor
Floortje Flora Florence Florian Florin Floris Fokje Fokke Fons Foppe Fouad Foukje Fouzia Frances Francesca Francesco
Francien Francine Francis Francisca Francisco Franciscus Franciszek Frank Franka Frans Fransje Françoise Fred
Freddie Freddy Frederik Frederique Freek Frenk Freya Frits Frouke Froukje Furkan Féline Fürkan Fırat Gabriel
Gabriela Gabrielle Gabriëlle Gaby Gaitri Galina Gamze Ganesh Gea Geartsje Geert Geert-Jan Geertje Geertruida Geesje
Geeske Geke George Georgina Gerald Gerard Gerardus Gerben Gerbrand Gerco Gerda Gerdien Gerjan Gerlof Gerrie Gerrit
Gerritje Gerry Gerson Gert Gert-Jan Gertie Gertjan Gertrude Geurt Ghada Ghassan Ghebre Gheorghe Ghislaine Ghizlane
Gideon Giel Gijs Gijsbert Gilbert Gina Gino Gioia Giorgos Giovanna Giovanni Gisela Gitte Gizem Gjalt Glenn Gonca
Gosia Grace Grazyna Grażyna Greet Greetje Gregor Gregory Greta Griet Grietje Gryt Grzegorz Guido Guillaume Gulalai
Gusta Guus Guusje Gwen Gökhan Gül Gülay Gülcan Gülden Güler Gülizar Gülsen Gülsüm Güzide Haben Habib Habiba Hadassa
Hadi Hadiya Hafida Hafsa Haico Hailey Haitham Hajar Hakan Hakim Hakima Hala Halil Halima Halina Halyna Hamdi Hamed
Hamid Hamida Hamza Hana Hanan Hanane Hani Hania Hanife Hanna Hannah Hanne Hanneke Hannelore Hannie Hanno Hans Harald
Harm Harmen Harmke Harold Harrie Harrold Harry Hasan Hasna Hasnaa Hassan Hatice Hava Havva Hawa Hayat Haydar Hayet
Hayriye Heidi Heimen Hein Heleen Helena Helene Helga Helma Hendrick Hendrik Hendrika Hendrikje Hendrikus Henk
Henk-Jan Henkie Hennie Henny Henri Henriette Henrik Henriëtte Henry Henryk Hensley Herbert Herman Hermien Herre
Hessel Hester Hettie Hetty Hevin Hiba Hibo Hicham Hidde Hieke Hilal Hilda Hilde Hildegard Hillary Hillechien Hillie
Hilligje Hind Hinke Hira Hiwot Hodan Hodo Hortence Hossein Houda Houria Houssam Hubert Huda Hugo Huib Humphrey Huong
Huseyin Hussain Hussam Hussein Huub Hylke Hülya Hüseyin Ian Ibrahim Ibrahima Ibtissam Ida Idil Idris Ids Idske Iefke
Ienske Ifrah Igor Ihor Ihsane Ikram Ileana Ilham Ilias Ilker Ilknur Ilona Ilse Ilya Ilyas Ilyes Iman Imane Imene
Imke Imran Ina Inaya Indira Indy Ine Ineke Inez Inge Ingeborg Inger Ingmar Ingrid Inna Intissar Ioana Ionut Irem
Irena Irene Irfan Irina Iris Irma Iryna Isa Isaac Isaak Isabel Isabella Isabelle Isatou Ise Isis Iskander Ismael
Ismail Ismet Israa Issa Ivan Ivana Ivanka Ivar Ivo Ivonne Ivy Iwan Iwona Izabela Ize Izzy Jaap Jaapjan Jacco Jacek
Jack Jackie Jaco Jacob Jacoba Jacolien Jacomijn Jacqueline Jacques Jade Jadwiga Jafar Jagdish Jaimie Jaimy Jairo
Jaivy Jake Jakub Jalal Jaleesa Jalila Jamal James Jamie Jamila Jan Jan-Dirk Jan-Kees Jan-Peter Jan-Pieter Jan-Willem
Jana Jane Janet Janina Janine Janna Janne Janneke Jannes Jannetje Jannick Jannie Janny Jans Jantien Jantina Jantine
Jantje Janusz Jaouad Jara Jarco Jarek Jari Jarno Jaroslaw Jarosław Jasmijn Jasmin Jasmina Jasmine Jason Jasper Javad
Javier Jay Jayda Jayden Jaylano Jaylin Jaylinn Jayson Jean Jeanet Jeanette Jeanine Jeanne Jeannette Jeffrey Jelena
Jelle Jelmer Jelte Jeltje Jeltsje Jenna Jennifer Jenny Jens Jente Jeremy Jermaine Jerney Jeroen Jerome Jeroom Jerry
Jerzy Jesper Jesse Jessica Jessie Jessy Jet Jetse Jetske Jetty Jihad Jihane Jikke Jildou Jill Jim Jimmy Jindra
Jinthe Jip Jisk Jitendra Jitse Jitske Jo Joah Joan Joana Joann Joanna Joanne Joanneke Job Jochem Jochen Jody Joel
Joella Joelle Joep Joeri Joey Johan Johanna Johannes John Johnny Joke Jolanda Jolanta Jolanthe Jolene Jolie Jolien
Jolijn Jonah Jonas Jonathan Jonna Joop Joost Jopie Jordan Jordi Jordie Jordy Jorg Jorge Jorick Jorien Jorik Jorinde
Jorine Joris Jorn Jorrit Jort Jos Jose Josef Josefien Josefine Joseph Josephine Josette Joshua Josien Josine Josje
José Jouke Joy Joyce Jozef Joël Joëlle Juan Juana Judith Julan Jules Julia Julian Juliana Julie Julienne Juliette
Julius Juliën Juna Junior Jurensly Jurgen Jurjen Jurre Jurriaan Justin Justine Justyna Jutta Józef Jörgen Kaan Kaat
Kacper Kadija Kadir Kai Kaj Kaltrina Kamal Kamiel Kamil Kamila Kamran Kaoutar Karel Karen Karim Karima Karin Karina
Karlien Karlijn Karol Karolina Karwan Kasia Kasimir Kaspar Kasper Kat Katarina Katarzyna Kate Kateryna Katharina
Kathleen Kathy Katinka Katja Katrien Kavita Kawtar Kay Kayden Kaylee Kayleigh Kazimierz Keano Kees Keetje Keira
Keisha Kelly Kemal Kenan Kenneth Kenza Kerem Kerim Kevin Khadija Khadra Khaled Khalid Khalifa Khaoula Khatera
Khrystyna Kian Kidane Kiki Kim Kimberley Kimberly Kinga Kira Kiran Kirsten Kitty Kjell Klaartje Klaas Klaas-Jan
Klaske Klaudia Klazina Koen Koenraad Kofi Konrad Koos Kris Krishna Krista Kristel Kristien Kristina Kristof Kristy
Krystian Krystyna Krzysztof Ksenia Kubra Kwame Kwesi Kyan Kyano Kyara Kyra Kyrylo Kübra Lahcen Laila Lakshmi Lalita
Lamia Lamin Lammert Lana Lara Larisa Larissa Lars Larysa Latifa Laura Lauren Laurens Laurent Layla Leah Leander
Leandra Leandro Leanne Leendert Leendertje Leentje Leila Lela Lena Lenie Lenn Lennard Lennart Lennox Lenny Leny Leo
Leon Leonard Leonardo Leonie Leonoor Leonore Leontien Leontine Leroy Lesia Lesley Leszek Letty Levent Levi Levin
Levy Lex Leyla Lia Liam Liane Lianne Liban Lidewij Lidia Lidwien Lieke Lien Lieneke Lies Liesbeth Lieselotte Liesje
Lieuwe Lieve Lilian Liliana Lillian Lily Lina Linda Linde Lindsay Lindsey Linh Linn Linnea Lisa Lisa-Marie Lisanne
Lise Liselotte Lisette Liubov Liudmyla Liv Livia Liz Liza Lize Lizz Lizzy Lloyd Lobke Lodewijk Loek Loeki Loekie
Loes Lois Lola Lolke Lonneke Lore Lorena Lorenzo Loretta Lot Lotje Lotte Lottie Lotus Lou Loubna Louis Louisa Louise
Louisette Lourdes Loïs Luam Luan Lubbert Lubna Luc Luca Lucas Lucia Luciano Lucie Lucien Lucienne Luciënne Lucy
Ludmila Ludo Ludwig Luis Luisa Luitje Luka Lukas Lukasz Luke Luna Lutske Luuk Luwam Lyam Lydia Lynette Lynn Lysbeth
Lyubov Lyudmyla Maaike Maarten Maarten-Jan Maartje Maatje Machteld Maciej Maddie Madelief Madelon Madhu Mads Magda
Magdalena Maha Mahamed Mahdi Maher Mahinder Mahmoud Mahmud Mahmut Maik Maike Maikel Maimuna Maja Majd Majda Majed
Maksim Maksym Malak Malek Malgorzata Malika Malou Mamadou Manal Manar Mandy Manfred Manisha Manon Mansour Manuel
Manuela Mara Marc Marcel Marcella Marchien Marciano Marcin Marco Mare Marek Margareta Margaretha Margaux Margo
Margot Margreet Margriet Marharyta Maria Mariam Mariama Marian Marianne Marie Marie-Claire Marie-José Marie-Louise
Marieke Marieken Marielle Mariette Mariia Marije Marijke Marijn Marijse Mariken Marilou Marilyn Marina Marinka
Marinus Mario Mariola Marion Mariska Marissa Marit Maritza Marius Mariusz Mariya Mariëlle Marja Marjan Marjolein
Marjolijn Marjon Marjorie Marketa Marko Markus Marleen Marlieke Marlies Marlijn Marloes Marlon Marlou Marlous Marnix
Marouane Mart Marta Marten Martha Martien Martijn Martin Martina Martine Martinus Marty Marvin Marwa Marwan Mary
Maryam Maryan Maryna Marzena Masha Mason Masoud Mateusz Mathieu Mathijs Mathilde Matilda Mats Matteo Matthew
Matthias Matthijs Maud Maurice Maurits Mauro Max Maxim Maxime Maximiliaan May Maya Mayra Maysa Maysoun Mazen Mazlum
Małgorzata Mees Megan Mehdi Mehmet Mehran Meike Melanie Melek Melike Melis Melissa Melle Meltem Melvin Menno Meral
Merel Merhawi Meriem Merijn Merle Merlijn Merlin Meron Mert Mertcan Merve Meryam Meryem Mesut Metin Mette Mia Micha
Michael Michal Michaël Michał Michel Michele Michelle Michiel Michèle Mick Mieczysław Mieke Mien Miep Mies Miguel
Mihaela Mihai Mika Mikael Mikai Mike Mikołaj Mila Milad Milaisa Milan Milena Milo Milou Miloud Mimoun Mimount Mina
Minh Minke Miranda Mirel Mirella Miriam Mirjam Miroslaw Mirosław Mirte Mirthe Mirugia Mirza Mischa Mitch Mitchel
Mitchell Moaz Mohamed Mohamed-Amin Mohammad Mohammed Mohamud Mohsen Mohsin Monica Moniek Monika Monique Moos Morad
Moreno Morris Mostafa Mouhamad Mouna Mounia Mounir Mourad Moussa Muhammad Muhammed Muhammet Muhannad Mulugeta Muna
Murat Musa Musab Mustafa Mustapha Mykhailo Mykola Myla Myriam Myrna Myroslava Myrte Myrthe Müjde Nabil Nabila Nada
Nadezhda Nadia Nadien Nadiia Nadine Nadir Nahid Naima Najat Najib Najma Najoua Nancy Nanda Nanne Naomi Naoual Narain
Narges Nasir Nasira Nasrin Nasser Nassim Natalia Natalie Nataliia Natalka Natalya Natascha Natasja Nathalie Nathan
Nathaniel Natnael Naud Navid Nawal Naz Nazan Nazar Nazli Nazlı Nebil Necla Neel Neeltje Negar Nehir Nel Nelie Neline
Nelleke Nellie Nelly Nena Nermin Neslihan Nesrin Neva Nevin Nezha Ngoc Ngozi Nick Nicky Nico Nicola Nicolaas Nicolai
Nicolas Nicole Nicolette Niek Niels Nienke Nigel Nihal Nihat Nikita Nikki Niklas Nikola Nikolai Nilgün Niloufar Nils
Nimco Nina Nine Ninthe Nirmala Nisa Nisanur Nisrine Nizar Noa Noah Noam Noelle Nolan Noor Noora Noortje Nora Norah
Norbert Nordin Noud Nour Noura Noureddine Nouria Nout Noé Noémi Noémie Noël Noëlla Noëlle Nur Nuray Nurcan Nuri
Nuria Nurten Nynke Obada Odai Odette Oene Oguz Okan Okke Oksana Olaf Olav Ole Oleg Oleh Oleksandr Oleksandra Oleksii
Olena Olga Olha Oliver Olivia Olivier Oliwia Omar Omer Omran Onno Onur Orest Orhan Orlando Orpheo Osama Oscar Osman
Ostap Othmane Otis Otto Ouafa Oualid Ouassim Oumaima Oumar Ousmane Oussama Owen Ozan Ozlem Oğuz Pablo Paco Padma
Palwasha Pamela Paola Paolo Parisa Parvin Parviz Pascal Pascale Pascalle Patrice Patricia Patrick Patrik Patrycja
Patryk Patty Paul Paula Paulien Paulina Pauline Paulus Pavlo Pawel Paweł Pedro Peer Peggy Pelin Pepijn Perihan Perry
Peter Petra Petro Petronel Petronella Petrus Phileine Philip Philippe Phuong Pia Pien Pier Piet Pieter Pieter-Jan
Pieternel Pieternella Pietertje Pietje Pim Pinar Piotr Pippa Pleun Polina Popke Priscilla Priya Przemek Przemyslaw
Przemysław Puck Puk Pyt Pytsje Pınar Quincy Quinn Quint Quinten Quinty Qusai Rabia Rachel Rachelle Rachid Rachida
Radboud Radha Radjen Radjesh Radouan Radu Raf Rafael Rafal Rafaël Rafał Rahel Rahim Rahma Rahul Rahwa Raimond Raisa
Raja Rajae Rajesh Ralf Ralph Ramazan Ramdan Rami Ramon Ramona Rana Randa Randy Rania Ranim Raoul Raphael Rasha
Rashid Raul Ravi Rayan Raymon Raymond Razan Rebecca Recep Redouan Redouane Reem Regina Reina Reinder Reindert
Reinier Reinou Reinoud Reinout Rembrandt Remco Remi Remko Remon Remy Rena Renata Renate Rene Renee Rens Renske René
Renée Rewi Reyhan Reza Rhimou Ria Riad Riana Rianne Ricardo Riccardo Richard Richelle Richenel Rick Ricky Rico Rida
Rie Riekje Rieks Riemer Riemke Rien Rienk Riet Rietje Rignald Rihab Rik Rika Rikkert Riley Rima Rina Rineke Rinke
Rinse Rinske Rinus Rishi Rita Ritchie Rixt Rkia Roan Rob Robbert Robbie Robby Robel Robert Roberta Roberto Robin
Robina Robyn Rochelle Roderick Rodi Rodney Roel Roeland Roelfina Roelie Roelien Roelof Roelofje Roger Rogier Rohan
Rojda Rojin Rola Roland Rolf Romain Roman Romana Romy Romée Ron Ronald Ronan Ronja Ronnie Ronny Roos-Marijn Roosje
Rosa Rosalie Rosalinde Rosanne Rose-Marie Roselien Rosemarie Rosemarijn Roshni Rosie Rosita Roswitha Rowan Roxanne
Roy Rozan Rozanne Rozemarijn Ruba Ruben Rudi Rudolf Rudsel Rudy Rukiye Ruslan Ruslana Ruta Rutger Ruth Ruthmila Ruud
Ryan Ryszard Rémi Rüya Saad Saadia Saakje Saar Saartje Sabah Sabina Sabine Sabrina Sacha Sadia Sadık Safa Safae
Safia Safiya Sagal Sahar Sahra Said Saida Sake Sakina Salah Salaheddine Saleh Salem Salih Saliha Salim Salima Salma
Salwa Sam Samantha Samed Samer Sami Samia Samir Samira Samiya Sammie Samrawit Samuel Samuël Sanaa Sanae Sander
Sandhia Sandjai Sandra Sandrine Sandy Sanjay Sanne Sanneke Santje Santosh Sara Sarah Saraswati Sarina Sarita Saskia
Satish Saul Sawsan Sayed Saïd Scott Sean Sebastiaan Sebastian Seble Seda Sedat Sef Selam Selcuk Selena Selim Selin
Selina Selma Selçuk Sem Semhar Semih Semra Senait Senn Senna Sep Sepp Serap Serdar Serena Serge Sergei Serhii Serhiy
Serkan Seth Sevcan Sevda Sevgi Sevil Sevim Sezen Shabnam Shadi Shafiq Shakira Shana Shanaya Shane Shania Shaniqua
Shannon Shanta Shanti Sharda Sharida Sharina Sharmila Sharon Shawn Sheila Sherida Sherwin Sheryl Shirin Shirley
Shirwan Shukri Shurendy Shurman Sibel Siebe Siebrand Siebren Siebrig Siem Sien Sienna Siep Siets Sietse Sietske
Sietze Sifra Sigrid Siham Sihame Silke Silvana Silvia Simon Simone Sina Sinan Sinem Sipke Sita Sjaak Sjaan Sjaantje
Sjef Sjirk Sjoerd Sjon Sjors Sjouke Sjoukje Skip Slawomir Snizhana Soerin Soerinder Sofia Sofiane Sofie Sofieke
Sofiia Solange Solomiia Songül Sonia Sonja Sophia Sophie Soran Soraya Souad Soufian Soufiane Soukaina Soumaya Stan
Stanislav Stanislaw Stanisław Stanley Stef Stefan Stefanie Stefano Steffi Stein Stella Sten Stepan Stephan Stephanie
Stephen Sterre Steve Steven Stien Stijn Suat Suha Suleyman Sultan Sumaya Sunil Sunita Susan Susanna Susanne Sushma
Suus Suzan Suzanna Suzanne Suze Sven Svetlana Svitlana Swen Syb Sybren Sylvana Sylvia Sylvie Sylwia Sytse Sytske
Szymon Süleyman Sümeyra Sümeyye Sławek Sławomir Tadeusz Taeke Taha Tahir Tala Talha Tamar Tamara Taner Tania Tanja
Tara Taras Tarek Tareq Tarik Tariq Tarkan Tatiana Tatjana Tayfun Tea Teake Teatske Ted Teddy Tedros Temesgen Teresa
Tesfay Tess Tessa Tetiana Tette Tetyana Teun Teunis Teuntje Thalia Thanh Thao Thea Theo Theodoor Theodora Theodorus
Theresa Therese Theresia Thi Thijmen Thijn Thijs Thirza Thom Thomas Thor Thorben Tibor Tieme Tiemen Tiemo Tieneke
Ties Tigist Tije Tijl Tijmen Tijn Tijs Tilly Tim Timo Timothy Timur Tina Tine Tineke Tinka Tinus Tirza Titia
Tjalling Tjarko Tjebbe Tjeerd Tjerk Tjitske Tjitte Tobias Toine Toke Tom Tomas Tomasz Tommie Tommy Tonnie Tonny Tony
Toon Toos Toosje Touria Trang Trees Trijntje Tristan Trudy Trui Truida Truus Truusje Tsegay Tsjerk Tsjikke Tuan
Tuana Tuba Tugba Tuncay Turan Turgut Tuğba Twan Tycho Tygo Tyler Tymofiy Tyrone Tülay Tülin Ufuk Ugur Ulbe Uliana
Ulrike Umar Umit Umut Ursula Urszula Urvin Urwin Usha Usman Utku Uğur Vadim Vadym Vajèn Valentijn Valentina
Valentyna Valerie Valeriia Valérie Vanessa Vasile Vasyl Veerle Vera Verena Veronica Veronique Vesna Vianca Victor
Victoria Vigo Vijay Vikram Viktor Viktoriia Vinay Vince Vincent Vincenzo Vinod Vishal Vitalii Vitaliy Vivian
Vivienne Vlad Vladyslav Volkan Volodymyr Vyacheslav Wael Wafa Wafae Wahid Walid Walter Wanda Ward Warner Warsame
Wassim Wendel Wendeline Wendell Wendy Wensley Werner Weronika Wesley Wessel Widad Wiebe Wiebke Wiebren Wieger Wiep
Wies Wieslaw Wiesław Wieteke Wietse Wietske Wijnand Wiktor Wiktoria Wilbert Wilco Wilfred Wilhelmina Wilhelmus
Wiljan Willeke Willem Willem-Jan Willemien Willemijn Willempje William Willianne Willibrord Willie Willy Wilma
Wilmar Wim Wimpie Winnie Winston Wioletta Wiske Witold Wobbe Wojciech Wojtek Wouke Wout Wouter Wubbe Wubbo Wybe
Wybren Wytse Wytske Wytze Władysław Xander Xandra Xavi Xavier Xenia Xiomara Yacine Yael Yahya Yamen Yamilet Yana
Yannic Yannick Yara Yaroslav Yaroslava Yasemin Yasin Yasmin Yasmina Yasmine Yassin Yassine Yassir Yavuz Yazan
Ybeltje Yeliz Yelyzaveta Yente Yesenia Yesim Yevhen Yevheniia Yfke Yigit Yildiz Yinthe Yiğit Ymke Ynskje Ynte Yoeri
Yohannes Yola Yolanda Yolanthe Yolimar Yonas Yonis Yoran Yordi Yorick Younes Youness Youri Yousef Yousra Youssef
Youssra Ypie Yulia Yuliia Yuliya Yuna Yunus Yuri Yurii Yuriy Yusra Yusuf Yvette Yvo Yvon Yvonne Zabi Zahir Zahra
Zainab Zakaria Zakariya Zalmai Zamzam Zara Zayd Zayn Zbigniew Zbyszek Zdzisław Zeger Zehra Zeinab Zeki Zekiye Zelal
Zerina Zeynab Zeynep Ziad Ziggy Zilan Zineb Zino Zita Zlata Zoe Zoey Zofia Zohra Zoltan Zosia Zouhair Zoya Zoë Zuhal
Zulaika Zuleyha Zuzanna Zwaantje Zwanet Zygmunt Zübeyde Züleyha Zülküf Zümra Ömer Özge Özlem Ümit Łukasz Şükrü
"""

_AMBIGUOUS: Final = """
Adem An Angel Asia Beau Ben Berat Bloem Bo Bodhi Boy Charity Claus Demir Dick Dries Eden Elvis Erna Ernst Faith Ger
Goof Grace Hayat Helen Hub Ids Ies Indira Ise Isis Israa Ize Jans Jay Jihad Jo Job Jools Jordan Junior Juul Kars Kat
Kaya Lam Leen Lente Lewis Lies Lieve Lore Lot Lotus Lux Luz Maatje Madelief Mara Mare Marin Mark Max Maxima May Mees
Mercy Mik Mo Naz Nelson Nil Nine Nova Nur Pam Parel Pier Pip Precious Prins Raf Raja Rana Rein Rida Rie Rien Rijk
Roman Romeo Roos Sake Salem Sevgi Sil Sina Skip Sky Stein Storm Tea Thi Tine Toke Trees Trui Tuba Vic Vlad Ward Wies
Wil Wolf Yildiz
"""
"""First names that are also a word, a place or a name of something: a capital mid-sentence is needed, or more."""

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
    return frozenset(_PLAIN_SURNAMES.casefold().split()) | surnames_behind_van()


@cache
def surnames_behind_van() -> frozenset[str]:
    """Return the surnames that have a particle before them, and another than *de*, folded."""
    return frozenset(_AFTER_VAN.casefold().split())


@cache
def first_names() -> frozenset[str]:
    """Return all first names, folded."""
    return clear_first_names() | ambiguous_first_names()


@cache
def surnames() -> frozenset[str]:
    """Return all surnames, folded."""
    return clear_surnames() | plain_surnames()
