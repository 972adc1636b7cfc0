"""The sentences of the corpus: pairs in Romanian and in English, some with a place for a figure."""

from typing import Final

Pair = tuple[str, str]
"""A sentence in Romanian, and the same in English."""

PLAIN: Final[tuple[Pair, ...]] = (
    (
        "Programul de {topic} din {place} a fost urmărit lună de lună de o echipă aleasă prin **concurs public**.",
        "The {topic} programme in {place} was followed month by month by a team chosen in **open competition**.",
    ),
    (
        "Datele vin din registrele primăriei și au fost comparate cu însemnările făcute pe teren.",
        "The data come from the town hall's registers and were compared with notes taken in the field.",
    ),
    (
        "Locuitorii din {place} au putut citi rezultatele înainte de a fi discutate în consiliul local.",
        "People in {place} could read the results before they were discussed by the local council.",
    ),
    (
        "Raportul arată și ce *nu* s-a putut măsura, iar motivele sunt scrise lângă fiecare cifră.",
        "The report also shows what could *not* be measured, and the reasons stand beside each figure.",
    ),
    (
        "Lucrările au început târziu din cauza ploilor, dar echipele au recuperat întârzierea până în toamnă.",
        "Work began late because of the rain, but the crews had made up for the delay by the autumn.",
    ),
    (
        "Fiecare contract a fost publicat împreună cu anexele lui, așa că oricine poate verifica prețurile.",
        "Every contract was published together with its annexes, so that anyone can check the prices.",
    ),
    (
        "Vecinii din {place} au ales singuri străzile de la care să se pornească.",
        "Neighbours in {place} chose for themselves the streets where the work should begin.",
    ),
    (
        "Specialiștii au cerut ca aparatele vechi să fie păstrate o vreme, pentru comparație.",
        "The specialists asked for the old instruments to be kept for a while, for comparison.",
    ),
    (
        "Nicio sumă nu a fost plătită înainte ca lucrarea să fie văzută la fața locului.",
        "No sum was paid before the work had been seen on the spot.",
    ),
    (
        "Metoda de numărare a rămas aceeași, deci rezultatele pot fi puse alături de cele din anii trecuți.",
        "The method of counting stayed the same, so the results can be set beside those of past years.",
    ),
    (
        "Ghidul pentru {topic} a fost rescris pe înțelesul tuturor, cu exemple din viața satului.",
        "The guide to {topic} was rewritten in plain words, with examples from village life.",
    ),
    (
        "Cine a observat o greșeală a putut scrie echipei, care a răspuns fiecărui mesaj.",
        "Anyone who noticed a mistake could write to the team, which answered every message.",
    ),
    (
        "În {place}, reparațiile s-au făcut noaptea, pentru ca circulația să nu fie oprită.",
        "In {place}, repairs were made at night so that traffic did not have to stop.",
    ),
    (
        "Consiliul a hotărât ca banii rămași să meargă tot către {topic}, nu către alte capitole.",
        "The council decided that the money left over should go to {topic} again, not to other chapters.",
    ),
    (
        "Măsurătorile au fost repetate de un laborator independent, care a ajuns la aceleași concluzii.",
        "The measurements were repeated by an independent laboratory, which reached the same conclusions.",
    ),
    (
        "Hărțile pot fi descărcate și folosite liber, cu menționarea sursei.",
        "The maps may be downloaded and used freely, as long as their source is named.",
    ),
    (
        "Unele localități nu au trimis datele la timp și vor fi cuprinse în ediția următoare.",
        "Some villages did not send their data in time and will be covered by the next edition.",
    ),
    (
        "Elevii au participat la ateliere în care au învățat să citească un grafic și o hartă.",
        "Pupils took part in workshops where they learned to read a chart and a map.",
    ),
    (
        "Firma care a câștigat licitația a lucrat cu meșteri din {place} și din satele vecine.",
        "The company that won the tender worked with craftsmen from {place} and the villages nearby.",
    ),
    (
        "Costurile au crescut din pricina materialelor, nu a manoperei, după cum arată facturile.",
        "Costs rose because of materials rather than labour, as the invoices show.",
    ),
    (
        "Pentru {topic} s-a folosit un registru deschis, în care fiecare intrare are un autor.",
        "An open register was used for {topic}, in which every entry has an author.",
    ),
    (
        "Persoanele în vârstă au primit ajutor acasă atunci când lucrările le-au închis drumul.",
        "Older people were helped at home whenever the works closed their road.",
    ),
    (
        "Rezultatele sunt provizorii până la auditul anual, care le poate corecta.",
        "The results are provisional until the yearly audit, which may correct them.",
    ),
    (
        "O parte dintre clădiri sunt monumente, așa că intervențiile au cerut avize speciale.",
        "Some of the buildings are monuments, so that work on them required special permits.",
    ),
    (
        "Autorii mulțumesc celor care au păstrat bonurile, fotografiile și caietele de șantier.",
        "The authors thank those who kept the receipts, the photographs and the site books.",
    ),
    (
        "Întrebările primite la adunarea din {place} sunt tipărite la sfârșit, cu răspunsurile lor.",
        "Questions asked at the meeting in {place} are printed at the end, with their answers.",
    ),
    (
        "Iarna blândă a ajutat, însă nu explică singură îmbunătățirea.",
        "The mild winter helped, but does not by itself explain the improvement.",
    ),
    (
        "Regulile pentru {topic} s-au schimbat la mijlocul anului, iar registrul arată ambele variante.",
        "The rules for {topic} changed in the middle of the year, and the register shows both versions.",
    ),
    (
        "Planul prevede ca lucrările să continue atât timp cât există fonduri și oameni pregătiți.",
        "The plan is for the works to go on as long as there are funds and trained people.",
    ),
    (
        "Termenii folosiți aici sunt cei din lege; acolo unde ne-am abătut de la ei, am spus de ce.",
        "The terms used here are those of the law; where we departed from them, we say why.",
    ),
)
TOLD: Final[tuple[Pair, ...]] = (
    (
        "Registrul din {place} consemnează {figure}, cu numele celor care au făcut verificarea.",
        "The register in {place} records {figure}, with the names of those who did the checking.",
    ),
    (
        "La sfârșitul perioadei se ajunsese la {figure}, după cum arată procesele-verbale.",
        "By the end of the period the total had come to {figure}, as the minutes show.",
    ),
    (
        "Echipa a raportat {figure} și a păstrat dovezile pentru oricine le cere.",
        "The team reported {figure} and kept the evidence for anyone who asks for it.",
    ),
    (
        "Pentru {topic}, documentele arată {figure}, fără a socoti lucrările neterminate.",
        "For {topic}, the documents show {figure}, leaving unfinished work aside.",
    ),
    (
        "Cifra aflată la baza concluziilor este {figure}, confirmată de audit.",
        "The figure on which the conclusions rest is {figure}, confirmed by the audit.",
    ),
    (
        "Din anexe reiese {figure}, iar diferențele față de schiță sunt explicate acolo.",
        "The annexes give {figure}, and explain how that differs from the draft.",
    ),
)
NAMED: Final[tuple[Pair, ...]] = (
    (
        "Lucrarea face parte din {name}, iar dosarul ei este public.",
        "The work is part of {name}, and its file is public.",
    ),
    (
        "Echipa a urmat întocmai {name}, fără nicio abatere.",
        "The team followed {name} to the letter, without exception.",
    ),
    ("Despre {name} s-a scris și în presa locală.", "The local press wrote about {name} too."),
)
"""Sentences with a name that has digits."""

ITEMS: Final[tuple[Pair, ...]] = (
    ("registrul lucrărilor, cu fotografii din {place}", "the register of works, with photographs from {place}"),
    ("lista furnizorilor de servicii pentru {topic}", "the list of those who supply services for {topic}"),
    ("procesele-verbale ale ședințelor publice", "the minutes of the public meetings"),
    ("hărțile străzilor și ale rețelelor", "the maps of the streets and of the networks"),
    ("răspunsurile primite la chestionar", "the answers given to the questionnaire"),
    ("observațiile trimise de locuitori", "the remarks sent in by residents"),
)
CELLS: Final[tuple[Pair, ...]] = (
    ("din registru", "from the register"),
    ("verificat de audit", "checked by the audit"),
    ("estimare prudentă", "a cautious estimate"),
    ("măsurat pe teren", "measured in the field"),
)
LINKED: Final[tuple[Pair, ...]] = (
    ("O situație asemănătoare se află în [altă fișă]({link}).", "A similar case is in [another sheet]({link})."),
    ("Comparația completă este [aici]({link}).", "The full comparison is [here]({link})."),
    ("Vezi și [fișa înrudită]({link}).", "See also the [related sheet]({link})."),
)
