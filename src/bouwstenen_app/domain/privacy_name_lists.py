"""First names as they are borne in the Netherlands: what a capital letter is compared with.

The lists are short on purpose. A name that is not in them is still found behind a title, a relation or a role.
"""

from functools import cache
from typing import Final

_FIRST: Final = """
Aad Aafje Aafke Aaliyah Aaltje Aaron Aart Abbas Abdel Abdelaziz Abdelhak Abdelilah Abdelkader Abdelkarim Abdellah
Abdelmalek Abdelrahman Abderrahim Abderrahman Abdeslam Abdi Abdo Abdou Abdul Abdullah Abdullahi Abdulrahman
Abdurrahman Abe Abeba Abel Abena Abraham Abrehet Achmed Achraf Ada Adam Adel Adem Adil Adisa Adjoa Adnan Adri
Adriaan Adrian Adriana Adrie Agata Agnes Agnieszka Ahlam Ahmad Ahmed Ahmet Aicha Aidan Aiden Aimée Aisha Ajay Akin
Akke Akosua Akua Alaa Alain Alberdina Albert Alberto Aldo Aleida Alejandra Alejandro Aleksander Aleksandr Aleksandra
Aleksei Alessandro Alex Alexander Alexandra Alexei Alexia Aleyna Alfons Alfred Alhassan Ali Alice Alicia Alicja
Alida Alie Alina Aliya Alma Almaz Alona Alper Alperen Altagracia Alwin Alya Alyssa Amadou Amal Amanda Amani Amar
Amber Ameera Amelia Amelie Amer Amin Amina Aminata Amine Amir Amira Amna Amrita Amy Amélie An Ana Anand Anas Anass
Anastasia Anastasiia Anastazja Anatoliy Andre Andrea Andreas Andrei Andrew Andrii Andriy Andrzej André Andy Aneta
Angela Angelie Angelina Angelique Angelo Anhelina Ania Anika Anil Anissa Anita Anja Anjali Anke Anna Annabel Anne
Anne-Fleur Anne-Marie Anne-Sophie Annechien Anneke Anneliek Annelieke Annelies Anneloes Annelot Annemarie Annemiek
Annemieke Annemijn Annerie Annet Annette Annie Anniek Annigje Annika Anouar Anouk Anoushka Ans Anthony Antje
Antoinette Anton Antoni Antonia Antonio Antoon Anushka Anwar Anya Aram Arash Ard Arda Arek Arend Ariana Ariane
Arianne Arie Arina Arjan Arjen Arkadiusz Arman Armin Arno Arnold Arnoud Arnout Aron Artem Arthur Artur Aruna Arwen
Arzu Asante Asha Ashley Ashraf Ashwin Asia Asiya Asli Aslı Asma Assia Astrid Asya Atie Atsje Auke Aukje Awa Awet
Axel Aya Ayaan Ayan Ayat Ayaz Ayden Ayla Aylin Ayman Ayoub Ayse Aysegul Aysel Aysun Ayşe Azad Aziz Aziza Azra Aïcha
Babette Badr Bahar Bakary Baran Barbara Barend Baris Barry Bart Bartek Bartha Bartho Bartosz Bas Basel Bashar Bashir
Basia Bassel Bastiaan Batoul Batuhan Bauke Baukje Bea Beata Beatrijs Beatriz Beau Bedirhan Behrouz Benjamin Bennie
Bente Benthe Bep Beppie Berat Bereket Beren Berend Berendina Berfin Berhane Berivan Berk Berkay Berna Bernadette
Bernard Bernardus Bernd Bert Berta Bertha Bertus Betsy Betty Betul Betül Beyza Bhagwandai Bianca Bibi Bilal Bilgin
Binh Biniam Birgül Bisrat Bjorn Björn Boaz Bob Bodhi Bogdan Bogna Boguslaw Bogusław Bohdan Boris Borys Bouchra
Boudewijn Boukje Bozena Bożena Bradley Brahim Bram Brandon Branko Brechtje Bregje Brenda Brent Brian Brigitte Britt
Bruce Bruno Bryan Btissam Burak Burcu Burhan Buse Bushra Busra Bülent Büşra Cagla Calvin Cansu Carel Carin Carina
Carl Carla Carlien Carlijn Carlo Carlos Carmen Carola Carolien Carolina Caroline Cas Casper Cassandra Catharina
Cathelijne Catherine Cato Cecile Cecilia Cees Celina Celine Cem Cemal Cemile Cengiz Ceren Ceyda Ceylin Cezary Chaima
Chaimaa Chaimae Chakib Chandni Chandra Chantal Charity Charlene Charles Charlie Charlotte Chayenne Chelsea Cheyenne
Chiara Chidi Chiel Chinedu Chloé Chloë Chris Christa Christel Christiaan Christian Christien Christina Christine
Christopher Cihan Cindy Cisca Ciwan Claire Clara Clarence Claudia Claudine Clemens Clyde Coby Cody Coen Colin Collin
Conny Cor Cora Corien Corina Corine Corinne Corne Corneel Cornelia Cornelis Corné Corrie Corry Cristina Curtis
Cynthia Cyriel Czesław Daan Dagmar Daisy Dalila Damaris Damian Damla Damon Dana Dani Danial Danie Daniek Daniel
Daniela Danielle Danique Daniël Daniëlle Danny Danuta Danylo Daphne Darek Daria Darius Dariusz Darryl Daryna Dave
David Davide Davy Davyd Dawid Dawit Dean Debbie Debora Deborah Deeqa Defne Demi Demir Denisa Deniz Dennis Denys
Denzel Derek Derk Derya Desi Desiree Desirée Devin Dewi Dex Diana Dick Dicle Diede Diederik Diego Dieke Dien Dieneke
Dieuwertje Dilan Dilara Dilber Dilek Dilnaz Dima Dimitri Dina Dineke Dingeman Dinie Dion Dionisio Dionne Dirk
Dirk-Jan Dirkje Diyar Djamila Djay Djayden Djoeke Djoke Djuna Dmitri Dmitry Dmytro Doeke Dolf Dominik Dominika
Dominique Donna Donny Dora Dorien Dorine Doris Dorota Doruk Dounia Doutzen Douwe Driss Duncan Dunya Durk Duuk Duygu
Dwayne Dwight Dylan Dylano Eabele Ebo Ebru Ece Ecem Ecrin Eda Eddie Eddy Edgar Edith Edo Eduard Edward Edwin Edyta
Eefje Eelco Eelke Eelkje Egberdina Egbert Eileen Eise Ekrem Ela Elanur Eleanor Elena Eleni Eliane Elias Elif Elijah
Elin Elina Eline Elisa Elisabeth Elise Elisha Elissa Eliza Elizabeth Elize Ella Elle Ellen Ellie Elly Elma Elmira
Els Elsbeth Elske Eltjo Elvira Elzbieta Elżbieta Emeka Emel Emiel Emil Emilia Emilie Emily Emin Emine Emir Emirhan
Emma Emmanuel Emmy Emre Enes Engelina Engin Enno Enrico Enver Enzo Eray Ercan Erdal Erdem Eren Erhan Eric Erica Erik
Erika Erkan Erna Ernest Ernst Erol Errol Ersilia Ersin Erwin Esila Esin Eslem Esma Esmae Esmee Esmeralda Esmée
Esperanza Esra Estelle Ester Esther Ethan Etienne Eugene Eugenie Eva Evelien Evelijn Eveline Evelyn Everdina Evert
Evert-Jan Evi Evie Evin Evy Ewa Ewald Ewelina Ewoud Ewout Eylem Eylül Eymen Eyob Ezgi Ezra Faas Fabian Fabienne
Fabiënne Fadi Fadime Fadma Fadoua Faduma Fadumo Fadwa Fahad Faisal Faith Famke Fanta Farah Fardin Farhad Farid
Farida Fariha Faris Farrah Faruk Farzana Farzaneh Fatih Fatiha Fatima Fatma Fatme Fatna Fatou Fatoumata Fatuma Fay
Faye Fayen Faysal Febe Fedde Feddo Feike Feikje Feline Felix Fem Femke Fenna Fenne Fenneke Ferdi Ferdinand Ferdy
Fereshte Fereshteh Ferhat Ferry Feven Feyza Fieke Fien Fiene Fiep Fikret Filip Filiz Filmon Finn Firas Firat Fiyori
Fleur Fleurtje Floor Floortje Flora Florence Florian Florin Floris Fokje Fokke Fons Foppe Fouad Foukje Fouzia
Frances Francesca Francesco Francien Francine Francis Francisca Francisco Franciscus Franciszek Frank Franka Frans
Fransien Fransje Françoise Fred Freddie Freddy Frederik Frederique Fredrika Freek Frenk Freya Frits Frouke Froukje
Furkan Féline Fürkan Fırat Gabriel Gabriela Gabrielle Gabriëlle Gaby Gaia Gaitri Galina Gamze Ganesh Gea Geartsje
Geert Geert-Jan Geertje Geertruida Geesje Geeske Geke George Georgina Gerald Gerard Gerardus Gerben Gerbrand Gerco
Gerda Gerdien Gerharda Gerjan Gerlof Gerrie Gerrit Gerritje Gerry Gerson Gert Gert-Jan Gertie Gertjan Gertrude Geurt
Ghada Ghaith Ghassan Ghebre Ghenet Gheorghe Ghislaine Ghizlane Gideon Giel Gijs Gijsbert Gilbert Gilmar Gina Gino
Gioia Giorgos Giovanna Giovanni Gisela Gitte Gizem Gjalt Glenn Gonca Gosia Grace Grazyna Grażyna Greet Greetje
Gregor Gregory Greta Griet Grietje Gryt Grzegorz Guido Guillaume Guillermo Gulalai Gusta Guus Guusje Gwen Gwendolyn
Gökhan Göktürk Gül Gülay Gülcan Gülden Güler Gülizar Gülsen Gülsüm Güzide Haben Habib Habiba Hadassa Hadi Hadiya
Hafida Hafsa Hagos Haico Hailey Haitham Hajar Hakan Hakim Hakima Hakkı Hala Halil Halima Halina Halyna Hamdi Hamed
Hamid Hamida Hamza Hana Hanan Hanane Hani Hania Hanife Hanin Hanna Hannah Hanne Hanneke Hannelore Hannie Hanno Hans
Harald Harm Harmen Harmina Harmke Harold Harrie Harrold Harry Hasan Hasna Hasnaa Hassan Hatice Hava Havva Hawa Hayat
Haydar Hayet Hayriye Hedwig Heidi Heimen Hein Heleen Helena Helene Helga Helma Hendrick Hendrik Hendrika Hendrikje
Hendrikus Henk Henk-Jan Henkie Hennie Henny Henri Henriette Henrik Henriëtte Henry Henryk Hensley Herbert Herman
Hermien Hermina Herre Hessel Hester Hettie Hetty Hevin Hiba Hibo Hicham Hidde Hieke Hilal Hilda Hilde Hildegard
Hillary Hillechien Hillie Hilligje Hind Hinke Hira Hiwet Hiwot Hlib Hodan Hodo Hortence Hossein Houda Houria Houssam
Hubert Huda Hugo Huib Humphrey Huong Huseyin Hussain Hussam Hussein Huub Hylke Hülya Hüseyin Ian Ibrahim Ibrahima
Ibtissam Ida Idil Idris Ids Idske Iefke Ienske Ifrah Iga Igor Ihor Ihsane Ikram Ilayda Ileana Ilham Ilias Ilker
Ilknur Illia Ilona Ilse Ilya Ilyas Ilyes Imaan Iman Imane Imani Imene Imke Imran Ina Inaya Indira Indy Ine Ineke
Inez Inge Ingeborg Inger Ingmar Ingrid Inna Intissar Ioana Ionut Irem Irena Irene Irfan Irina Iris Irma Iryna Isa
Isaac Isaak Isabel Isabella Isabelle Isatou Ise Isis Iskander Ismael Ismail Ismet Israa Issa Ivan Ivana Ivanka Ivar
Ivo Ivonne Ivy Iwan Iwona Iyad Izabela Ize Izzy Jaafar Jaap Jaapjan Jacco Jacek Jack Jackie Jaco Jacob Jacoba
Jacolien Jacomijn Jacomina Jacqueline Jacques Jada Jade Jadwiga Jafar Jagdish Jagoda Jaimie Jaimy Jairo Jaivy Jake
Jakub Jalal Jaleesa Jalila Jamal James Jamie Jamila Jan Jan-Dirk Jan-Kees Jan-Peter Jan-Pieter Jan-Willem Jana Jane
Janet Janina Janine Janna Janne Janneke Jannes Jannetje Jannick Jannie Janny Jans Jantien Jantina Jantine Jantje
Janusz Jaouad Jara Jarco Jarek Jari Jarno Jaroslaw Jarosław Jasmijn Jasmin Jasmina Jasmine Jason Jasper Jaswant
Javad Javier Jay Jayda Jayden Jaylano Jaylen Jaylin Jaylinn Jayson Jean Jeandro Jeanet Jeanette Jeanine Jeanne
Jeannette Jeffrey Jelena Jelle Jelmer Jelte Jeltje Jeltsje Jenna Jennifer Jenny Jens Jente Jeremy Jermaine Jerney
Jeroen Jerome Jeroom Jerry Jerzy Jesper Jesse Jessica Jessie Jessy Jet Jetse Jetske Jetty Jihad Jihane Jikke Jildou
Jill Jim Jimmy Jindra Jinthe Jip Jisk Jitendra Jitse Jitske Jiyan Jo Joah Joan Joana Joann Joanna Joanne Joanneke
Job Jochem Jochen Jody Joel Joella Joelle Joep Joeri Joey Johan Johanna Johannes John Johnny Joke Jolanda Jolanta
Jolanthe Jolene Jolie Jolien Jolijn Jonah Jonas Jonathan Jonna Joop Joost Jopie Jordan Jordi Jordie Jordy Jorg Jorge
Jorick Jorien Jorik Jorinde Jorine Joris Jorn Jorrit Jort Jos Jose Josef Josefien Josefine Joseph Josephina
Josephine Josette Joshua Josien Josine Josje José Jouke Joy Joyce Jozef Joël Joëlle Juan Juana Judith Julan Jules
Julia Julian Juliana Julie Julienne Juliette Julius Juliën Jumana Juna Junior Jurensly Jurgen Jurjen Jurre Jurriaan
Justin Justine Justyna Jutta Józef Jörgen Kaan Kaat Kacper Kadija Kadir Kai Kaj Kaltrina Kamal Kamiel Kamil Kamila
Kamran Kaoutar Karel Karen Karim Karima Karin Karina Karlien Karlijn Karol Karolina Karwan Kasia Kasimir Kaspar
Kasper Kat Katarina Katarzyna Kate Kateryna Katharina Kathleen Kathy Katinka Katja Katrien Katya Kavita Kawtar Kay
Kayden Kaylee Kayleigh Kayley Kazimierz Kağan Keano Kees Keetje Keira Keisha Kelly Kemal Kenan Kenneth Kenza Kerem
Kerim Kevin Keziah Khadija Khadra Khaled Khalid Khalifa Khaoula Khatera Khrystyna Kian Kibrom Kidane Kiki Kim
Kimberley Kimberly Kinan Kinga Kira Kiran Kirsten Kishan Kitty Kiyano Kjell Klaartje Klaas Klaas-Jan Klaasje Klaske
Klaudia Klazina Koen Koenraad Kofi Kolya Konrad Koos Kris Krishna Krista Kristel Kristien Kristina Kristof Kristy
Krystian Krystyna Krzysztof Ksenia Kuba Kubra Kuzey Kwame Kwesi Kyan Kyano Kyara Kyra Kyrylo Kübra Lahcen Laila
Lakisha Lakshmi Lalita Lambertus Lamia Lamin Lammert Lana Lara Larisa Larissa Lars Larysa Latifa Latisha Laura
Lauren Laurens Laurent Layla Leah Leander Leandra Leandro Leanne Leendert Leendertje Leentje Leila Lela Lemlem Lena
Lenie Lenn Lennard Lennart Lennox Lenny Leny Leo Leon Leonard Leonardo Leonie Leonoor Leonore Leontien Leontine
Leroy Lesia Lesley Leszek Letty Levent Levi Levin Levy Lex Leyla Lia Liam Liane Lianne Liban Lidewij Lidia Lidwien
Lieke Lien Lieneke Lies Liesbeth Lieselotte Liesje Lieuwe Lieve Lilian Liliana Lillian Lily Lina Linda Linde Lindsay
Lindsey Linh Linn Linnea Lisa Lisa-Marie Lisanne Lise Liselotte Lisette Liubov Liudmyla Liv Livia Liz Liza Lize Lizz
Lizzy Lloyd Lobke Lodewijk Loek Loeki Loekie Loes Lois Lola Lolke Lonneke Lore Lorena Lorenzo Loretta Lot Lotje
Lotte Lottie Lotus Lou Loubna Louis Louisa Louise Louisette Lourdes Loïs Luam Luan Lubbert Lubna Luc Luca Lucas
Lucia Luciano Lucie Lucien Lucienne Luciënne Lucy Ludmila Ludo Ludwig Luis Luisa Luitje Lujain Luka Lukas Lukasz
Luke Luna Lutske Luuk Luwam Lyam Lydia Lynette Lynn Lysbeth Lyubov Lyudmyla Maaike Maarten Maarten-Jan Maartje
Maatje Machteld Maciej Maddie Madelief Madelon Madhu Mads Magda Magdalena Maha Mahamed Mahdi Maher Mahinder Mahmoud
Mahmud Mahmut Maik Maike Maikel Maimuna Maisa Maja Majd Majda Majed Makar Maksim Maksym Malaika Malak Malek
Malgorzata Malik Malika Malou Mamadou Manal Manar Mandy Manfred Manisha Manon Mansour Manuel Manuela Mara Marc
Marcel Marcella Marchien Marciano Marcin Marco Mare Marek Margareta Margaretha Margaux Margo Margot Margreet
Margriet Marharyta Maria Mariam Mariama Marian Marianne Marie Marie-Claire Marie-José Marie-Louise Marieke Marieken
Marielle Mariette Mariia Marije Marijke Marijn Marijse Mariken Marilou Marilyn Marina Marinka Marinus Mario Mariola
Marion Mariska Marissa Marit Maritza Marius Mariusz Mariya Mariëlle Marja Marjan Marjolein Marjolijn Marjon Marjorie
Marketa Marko Markus Marleen Marlieke Marlies Marlijn Marloes Marlon Marlou Marlous Marnix Marouane Mart Marta
Marten Martha Martien Martijn Martin Martina Martine Martinus Marty Marvin Marwa Marwan Mary Maryam Maryan Maryna
Marzena Masha Mason Masoud Mateusz Mathieu Mathijs Mathilde Matilda Mats Matteo Matthew Matthias Matthijs Matvii
Matviy Maud Maurice Maurits Mauro Max Maxim Maxime Maximiliaan May Maya Mayra Maysa Maysoun Mazen Mazlum Małgorzata
Mebrahtu Mechteld Mees Megan Mehdi Mehmet Mehran Mehret Meike Melanie Melek Melike Melis Melissa Melle Meltem Melvin
Menno Meral Merel Merhawi Meriem Merijn Merle Merlijn Merlin Meron Mert Mertcan Merve Meryam Meryem Mesut Metin
Mette Mia Micha Michael Michal Michaël Michał Michel Michele Michelle Michiel Michèle Mick Mieczysław Mieke Mien
Miep Mies Miguel Mihaela Mihai Mihret Mika Mikael Mikai Mikayla Mike Mikołaj Mila Milad Milaisa Milan Milana Milena
Milo Milou Miloud Mimoun Mimount Mina Minh Minke Miranda Miraç Mirel Mirella Miriam Mirjam Miroslaw Mirosław Mirte
Mirthe Mirugia Mirza Mischa Misha Mitch Mitchel Mitchell Moaz Mohamed Mohamed-Amin Mohammad Mohammed Mohamud
Mohannad Mohsen Mohsin Monica Moniek Monika Monique Moos Morad Moreno Morris Mostafa Mouhamad Mouna Mounia Mounir
Mourad Moussa Muhammad Muhammed Muhammet Muhannad Mulugeta Muna Murat Musa Musab Mustafa Mustapha Mykhailo Mykola
Myla Myriam Myrna Myron Myroslava Myrte Myrthe Müjde Nabil Nabila Nada Nadezhda Nadia Nadieh Nadien Nadiia Nadine
Nadir Nahid Naima Najat Najib Najma Najoua Nancy Nanda Nanne Naomi Naoual Narain Naresh Narges Nasir Nasira Nasrin
Nasser Nassim Nastya Natalia Natalie Nataliia Natalka Natalya Natascha Natasja Nathalie Nathan Nathanael Nathaniel
Natnael Naud Navid Nawal Naz Nazan Nazar Nazarii Nazli Nazlı Nebil Nebiyat Necla Neel Neeltje Negar Nehir Nel Nelie
Neline Nelleke Nellie Nelly Nena Nermin Neslihan Nesrin Neva Nevin Nezha Ngoc Ngozi Nick Nicky Nico Nicola Nicolaas
Nicolai Nicolas Nicole Nicolette Niek Niels Nienke Nigel Nihal Nihat Nikita Nikki Nikkie Niklas Nikola Nikolai
Nilgün Niloufar Nils Nimco Nina Nine Ninthe Niraj Nirmala Nisa Nisanur Nisrine Nizar Noa Noah Noam Noelle Nolan Noor
Noora Noortje Nora Norah Norbert Nordin Noud Nour Noura Noureddine Nouria Nout Noé Noémi Noémie Noël Noëlla Noëlle
Nur Nuray Nurcan Nuri Nuria Nurten Nynke Obada Odai Odette Oene Oguz Okan Okke Oksana Olaf Olav Ole Oleg Oleh
Oleksandr Oleksandra Oleksii Olena Olga Olha Oliver Olivia Olivier Oliwia Omar Omer Omran Onno Onur Orest Orhan
Orlando Orpheo Orwa Orysia Osama Oscar Oskar Osman Ostap Othmane Otis Otto Ouafa Oualid Ouassim Oumaima Oumar
Ousmane Oussama Owen Ozan Ozlem Oğuz Oğuzhan Pablo Paco Padma Palwasha Pamela Paola Paolo Parisa Parvin Parviz
Pascal Pascale Pascalle Patrice Patricia Patrick Patrik Patrycja Patryk Patty Paul Paula Paulien Paulina Pauline
Paulus Pavlo Pawel Paweł Pedro Peer Peggy Pelin Pepijn Perihan Perry Peter Petra Petro Petronel Petronella Petrus
Petya Phileine Philip Philippe Phuong Pia Pien Pier Piet Pieter Pieter-Jan Pieternel Pieternella Pietertje Pietje
Pim Pinar Piotr Pippa Platon Pleun Polina Popke Poyraz Pravin Priscilla Priya Przemek Przemyslaw Przemysław Puck Puk
Pyt Pytsje Pınar Quincy Quinn Quint Quinten Quinty Qusai Rabea Rabia Rachel Rachelle Rachid Rachida Radboud Radha
Radjen Radjesh Radouan Radu Raf Rafael Rafal Rafaël Rafał Raghad Rahaf Rahel Rahim Rahma Rahul Rahwa Raimond Raisa
Raja Rajae Rajesh Ralf Ralph Ramazan Ramdan Rami Ramon Ramona Rana Randa Randy Rania Ranim Raoul Raphael Rasha
Rashid Raul Ravi Rayan Rayen Raymon Raymond Rayvano Razan Rebecca Recep Redouan Redouane Reem Regina Reina Reinder
Reindert Reinier Reinou Reinoud Reinout Rembrandt Remco Remi Remko Remon Remy Rena Renata Renate Rene Renee Rens
Renske Renzo René Renée Rewi Reyhan Reza Rhimou Ria Riad Riana Rianne Ricardo Riccardo Richard Richelle Richenel
Rick Ricky Rico Rida Rie Riekje Rieks Riemer Riemke Rien Rienk Riet Rietje Rignald Rignaldo Rihab Rik Rika Rikkert
Riley Rima Rina Rineke Rinke Rinse Rinske Rinus Rishi Rita Ritchie Rivano Rixt Rkia Roan Rob Robbert Robbie Robbin
Robby Robel Robert Roberta Roberto Robin Robina Robyn Rochelle Roderick Rodi Rodney Roel Roeland Roelfina Roelie
Roelien Roelof Roelofje Roger Rogier Rohan Rojda Rojhat Rojin Rola Roland Rolf Romain Roman Romana Romano Romy Romée
Ron Ronahi Ronald Ronan Ronja Ronnie Ronny Roos-Marijn Roosje Rosa Rosalie Rosalinde Rosanne Rose-Marie Roselien
Rosemarie Rosemarijn Roshan Roshni Rosie Rosita Rostyslav Roswitha Rowan Roxanne Roy Rozan Rozanne Rozemarijn Ruba
Ruben Ruby Rudi Rudolf Rudsel Rudy Rukiye Ruslan Ruslana Ruta Rutger Ruth Ruthmila Ruud Ryan Ryszard Rémi Rüya
Rüzgar Saad Saadia Saakje Saar Saartje Sabah Sabien Sabina Sabine Sabrina Sacha Sadia Sadık Safa Safae Safia Safiya
Safwan Sagal Sahar Sahra Said Saida Sake Sakina Salah Salaheddine Saleh Salem Salih Saliha Salim Salima Salma Salwa
Sam Samantha Samed Samer Sami Samia Samir Samira Samiya Sammie Samrawit Samuel Samuël Sanaa Sanae Sander Sandhia
Sandjai Sandra Sandrine Sandy Sanjay Sanne Sanneke Santje Santosh Sara Sarah Saraswati Sarina Sarita Sasha Saskia
Satish Saul Savannah Sawsan Sayed Saïd Scott Sean Sebastiaan Sebastian Seble Seda Sedat Sef Selam Selamawit Selcuk
Selena Selim Selin Selina Selma Selçuk Sem Semhar Semih Semra Senait Senn Senna Sep Sepp Serap Serdar Serena Serge
Sergei Serhat Serhii Serhiy Serkan Seth Sevcan Sevda Sevgi Sevil Sevim Sewdath Sezen Shabnam Shadi Shafiq Shailyn
Shakira Shana Shanaya Shane Shania Shanice Shaniqua Shanna Shannon Shanta Shanti Shaquille Sharda Sharella Sharida
Sharina Sharmila Sharon Sharona Shawn Sheila Sherida Sherwin Sheryl Shirin Shirley Shirwan Shukri Shurendy Shurman
Shyam Sibel Sidra Siebe Siebrand Siebren Siebrig Siem Sien Sienna Sientje Siep Siets Sietse Sietske Sietze Sifra
Sigrid Siham Sihame Sijtje Silke Silvana Silvia Simon Simone Simret Sina Sinan Sinem Sipke Sita Sjaak Sjaan Sjaantje
Sjef Sjirk Sjoerd Sjon Sjors Sjouke Sjoukje Skip Slawomir Snizhana Soenil Soerin Soerinder Sofia Sofiane Sofie
Sofieke Sofiia Solange Solomiia Songül Sonia Sonja Sonny Sophia Sophie Soran Soraya Souad Soufian Soufiane Soukaina
Soumaya Stacey Stan Stanislav Stanislaw Stanisław Stanley Stef Stefan Stefanie Stefano Steffi Stein Stella Sten
Stepan Stephan Stephanie Stephen Sterre Steve Steven Stien Stijn Suat Sude Suha Suleyman Sultan Sumaya Sunil Sunita
Susan Susanna Susanne Sushma Suus Suzan Suzanna Suzanne Suze Sven Svetlana Sviatoslav Svitlana Swen Syb Sybren
Sylvana Sylvia Sylvie Sylwia Sytse Sytske Szymek Szymon Süleyman Sümeyra Sümeyye Sławek Sławomir Tadeusz Taeke Taha
Tahir Tahnee Taim Tala Talha Talisha Tamar Tamara Tamim Taner Tania Tanisha Tanja Tanya Tara Taras Tarek Tareq Tarik
Tariq Tarkan Tatiana Tatjana Tayfun Tea Teake Teatske Ted Teddy Tedros Temesgen Teresa Tesfay Tess Tessa Tetiana
Tette Tetyana Teun Teunis Teuntje Thalia Thanh Thao Thea Theo Theodoor Theodora Theodorus Theresa Therese Theresia
Thi Thijmen Thijn Thijs Thirza Thom Thomas Thor Thorben Tibor Tieme Tiemen Tiemo Tieneke Ties Tiffany Tigist Tije
Tijl Tijmen Tijn Tijs Tilly Tim Timo Timothy Timur Tina Tine Tineke Tinka Tinus Tirza Titia Tjalling Tjarko Tjebbe
Tjeerd Tjerk Tjitske Tjitte Tobias Toine Toke Tom Tomas Tomasz Tomek Tommie Tommy Tonnie Tonny Tony Toon Toos Toosje
Touria Trang Trees Trijntje Trisha Tristan Trudy Trui Truida Truus Truusje Tsegay Tsehay Tsjerk Tsjikke Tuan Tuana
Tuba Tugba Tuncay Turan Turgut Tuğba Twan Tycho Tygo Tyler Tymofiy Tymur Tyrese Tyrone Tülay Tülin Ufuk Ugur Ulbe
Uliana Ulrike Umar Umit Umut Ursula Urszula Urvin Urwin Usha Usman Utku Uğur Vadim Vadym Vajèn Valentijn Valentina
Valentino Valentyna Valerie Valeriia Valérie Vanessa Vanita Varsha Varvara Vasile Vasyl Veerle Vera Verena Veronica
Veronika Veronique Vesna Vianca Victor Victoria Vigo Vijay Vika Vikram Viktor Viktoria Viktoriia Vinay Vince Vincent
Vincenzo Vinod Vishal Vishnu Vitalii Vitaliy Vivian Vivienne Vlad Vlada Vladyslav Vladyslava Volkan Volodymyr Vova
Vyacheslav Wael Wafa Wafae Wahid Walid Walter Wanda Ward Warner Warsame Wassim Welat Wendel Wendeline Wendell Wendy
Wensley Werner Weronika Wesley Wessel Widad Wiebe Wiebke Wiebren Wieger Wiep Wies Wieslaw Wiesław Wieteke Wietse
Wietske Wijnand Wijntje Wiktor Wiktoria Wilbert Wilco Wilfred Wilhelmina Wilhelmus Wiljan Willeke Willem Willem-Jan
Willemien Willemijn Willempje William Willianne Willibrord Willie Willy Wilma Wilmar Wim Wimpie Winnie Winston
Wioletta Wiske Wissam Witold Wobbe Wojciech Wojtek Wouke Wout Wouter Wubbe Wubbo Wybe Wybren Wytse Wytske Wytze
Władysław Xander Xandra Xavi Xavier Xenia Xiomara Yacine Yael Yafet Yahya Yamen Yamilet Yana Yannic Yannick Yannis
Yara Yaroslav Yaroslava Yasemin Yasin Yasmin Yasmina Yasmine Yassin Yassine Yassir Yavuz Yazan Yağmur Ybeltje Yelena
Yeliz Yelyzaveta Yente Yentl Yesenia Yesim Yeva Yevhen Yevheniia Yfke Yigit Yildiz Yinthe Yiğit Ymke Ynskje Ynte
Yoeri Yohannes Yola Yolanda Yolanthe Yolimar Yonas Yonis Yoran Yorben Yordanos Yordi Yorick Younes Youness Youri
Yousef Yousra Youssef Youssra Ypie Yulia Yuliia Yuliya Yuna Yunus Yuri Yurii Yuriy Yusra Yusuf Yvette Yvo Yvon
Yvonne Zabi Zahir Zahra Zain Zainab Zakaria Zakariya Zakhar Zalmai Zamzam Zara Zayd Zayn Zaïra Zbigniew Zbyszek
Zdzisław Zeger Zehra Zeina Zeinab Zeki Zekiye Zelal Zerai Zerina Zeynab Zeynep Zhenya Ziad Ziggy Zilan Zineb Zino
Zita Zlata Zoe Zoey Zofia Zohra Zoltan Zoriana Zosia Zouhair Zoya Zozan Zoë Zuhal Zulaika Zuleyha Zuzanna Zuzia
Zwaantje Zwanet Zygmunt Zübeyde Züleyha Zülküf Zümra Ömer Özge Özlem Ümit İrem Łukasz Şükrü
"""

_AMBIGUOUS: Final = """
Adem An Angel Asia Beau Ben Berat Beren Bloem Bo Bodhi Boy Charity Claus Demir Dick Dien Dries Eden Elvis Erna Ernst
Faith Ger Goof Grace Hayat Helen Hub Ids Ies Iga Indira Ise Isis Israa Ize Jans Jay Jihad Jo Job Jools Jordan Junior
Juul Kars Kat Kaya Kuba Lam Leen Lente Lewis Lies Lieve Lore Lot Lotus Lux Luz Maatje Madelief Mara Mare Marin Mark
Max Maxima May Mees Mercy Mik Mo Naz Nelson Nil Nine Nova Nur Pam Parel Pier Pip Precious Prins Raf Raja Rana Raven
Rein Rida Rie Rien Rijk Roman Romeo Roos Saba Sake Salem Sevgi Sil Sina Skip Sky Stein Storm Tea Thi Tine Toke Toon
Trees Trui Tuba Vic Vlad Ward Wies Wil Wolf Yildiz
"""
"""First names that are also a word, a place or a name of something: a capital mid-sentence is needed, or more."""


@cache
def clear_first_names() -> frozenset[str]:
    """Return the first names that are little else, folded."""
    return frozenset(_FIRST.casefold().split()) - ambiguous_first_names()


_BEGINS: Final = (
    "anna",
    "anne",
    "elle",
    "elze",
    "eva",
    "geert",
    "gerrit",
    "hanna",
    "jan",
    "johan",
    "lise",
    "marie",
    "roos",
)
_ARAB: Final = ("abdel", "abder", "abdes", "abdul", "noured", "saifed", "oumel")


def is_composed(fold: str) -> bool:
    """Say whether a name is made of two: *Annelotte*, *Ellemieke*, *Abdelhafid*."""
    if fold.startswith(_ARAB) and len(fold) > 7:
        return True
    return any(fold.startswith(part) and fold[len(part) :] in first_names() for part in _BEGINS)


@cache
def ambiguous_first_names() -> frozenset[str]:
    """Return the first names that are also a word, folded."""
    return frozenset(_AMBIGUOUS.casefold().split())


@cache
def first_names() -> frozenset[str]:
    """Return all first names, folded."""
    return clear_first_names() | ambiguous_first_names()
