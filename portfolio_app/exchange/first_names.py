"""Usual first names that are seldom family names, folded, to tell “Anne Roux” from “Roux Anne”."""

from __future__ import annotations

FIRST_NAMES = frozenset(
    """
    adele adeline adrien agathe agnes aissatou alain alexandra alexandre alexis alice alicia aline alix amandine
    ambre amelie amina anais andrea andreas angelique anita anna annabelle anne annick annie antoine antoinette
    arlette arnaud arthur astrid audrey aurelie aurelien aurore axel axelle barbara baptiste bastien beatrice
    benedicte benjamin benoit bernadette bertrand bettina brigitte bruno camille capucine carine carla caroline
    cassandra catherine cecile cecilia cedric celia celine chantal charlene charlotte chloe christel christelle
    christian christiane christina christine christophe claire clara clarisse claude claudia claudie claudine clemence
    clement clementine coline colette corentin corinne coralie cyril cyrille damien daniela daniele danielle
    deborah delphine didier dominique dorothee dylan edith edouard edwige elena eleonore eliane elisa elisabeth
    elise elizabeth ella elodie eloise elsa emeline emilie emma emmanuel emmanuelle enzo eric erika ernesto estelle
    esther etienne eugenie eva evelyne fabien fabienne fabrice fanny fatima fatou fernande filip florence florian
    francesca francine francis francois francoise frank franck frederic frederique gabriella gabrielle gael gaelle
    genevieve geraldine germaine ghislaine gilles giovanni gisele giulia guillaume gwenaelle hans heidi helene
    heloise herve hugo ilse ines ingrid irene isabel isabelle jacqueline jan janet jasmine jean jeanne jeannine
    jennifer jenny jeremie jeremy jerome jessica joanna jocelyne joel joelle johanna jonathan jorge josephine
    josette josiane juan julia julie julien juliette justine karen karim karin karine katarina katharina kathleen
    katia kevin khadija klaus laetitia lara laure laureen laurence laurie lea leila lena leo leonie leopold leonor
    liam lidia lilian liliane lina linda lionel lisa loic lola lorena lorraine louane louise luc luca lucas lucia
    lucie lucien lucienne ludovic luis luisa lukas lydia lydie madeleine mael maeva magali magalie malika manon manuel
    marcel marcelle margaux margot marguerite maria mariana marianne marie marilyn marina marine mario marion
    marjorie marlene marta martha martine mateo mathias mathieu mathilde matteo matthew matthias matthieu maud
    maureen maurice maxence maxime melanie melissa mia michaela michel michele micheline michelle mickael miguel
    mireille mohamed mohammed monica monika monique morgane muriel mustapha myriam nadege nadia nadine nancy
    natacha natalia natasha nathalie nathan nicola nicolas nicole nina noemie nora oceane odette odile olga olivia
    ophelie pamela pascal pascale patricia patrick paula paulette pauline pedro perrine peter petra philippe
    pierre pierrette quentin rachel rachid raphaelle rebecca regine regis remi renate renaud rene renee ricardo
    robin rodolphe roland rolande romain romane rosa roxane sabine sabrina said salome samantha samia samira samuel
    sandra sandrine sara sarah sebastian sebastien segolene serge severine sharon silvia simone sofia solange
    solene sonia sophia sophie stefan stefania stefanie stephane stephanie steven susan susanne suzanne svetlana
    sylvain sylvia sylvie tania teresa theo therese thibault thibaut thierry thomas tiffany timothee tristan
    ursula valentine valerie vanessa vera veronica veronique victoire victoria vincent violette virginia virginie
    viviane wendy wolfgang xavier yann yannick yasmina yasmine yolande youssef yves yvette yvonne zoe
    amanda amy andrew angela ann anthony ashley brenda brian carlos carol carolyn cheryl chris christopher cynthia
    david deborah debra denise diana diane donna dorothy edward emily ethan evelyn gary george gloria grace hannah
    heather helen jack jacob james jane jason jeff jeffrey jill joan joe john jose joshua joyce judith judy
    justin kate katherine kathy kelly ken kimberly kristen larry laura lauren linda liz lynn mark mary megan
    michael mike nick olivia pam paul rob robert roberta ron ronald sally sam sharon shirley sophie stephen steve
    sue tara teresa tim timothy tina todd tom tony tracy virginia william bob jim
    anke antje bernd birgit brigitte carsten christoph dieter dirk elke frank friedrich gerd gerhard gunther heike
    heinz helga helmut horst ingo jens joachim jochen johannes jurgen karl karsten katja kerstin klaus kurt lars
    manfred markus martina matthias michaela nils norbert olaf rainer ralf reinhard rolf rudiger sabine silke
    stefanie sven tanja thorsten torsten ulrich ulrike uwe volker
    alejandro ana carmen cristina diego enrique fernando francisco gonzalo ignacio javier jesus joaquin julio
    luisa marcos mercedes pablo pilar rafael raquel rocio sergio
    """.split()
)
