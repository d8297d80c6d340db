"""The help text."""

HELP = """\
Botilbud Desktop: kladde, kontrol og udskrift af en ansøgning om lån til botilbudspladser

  botilbud-desktop [FIL]                        åbner vinduet, med FIL hvis den er angivet
  botilbud-desktop --quit-when-ready [FIL]      åbner vinduet og lukker det, når det er klar
  botilbud-desktop KOMMANDO …

Kommandoer
  check FIL … [--json] [--today ÅÅÅÅ-MM-DD]
      Kontrollerer kladder: summer, tegn, kriterier og bemærkninger. --json skriver svaret til andre programmer.
  approve FIL --by NAVN [--at TID]
      Godkender kladden internt og gemmer den. TID er fx 2024-05-10T09:12 eller 2024-05-10T09:12:00+02:00.
  print FIL --document view|receipt|project-sheet|allocation -o UD.pdf
      Laver en PDF: skemaet, kvitteringen, projektskemaerne eller fordelingen af udgifter.
  export FIL --to txt -o UD.txt
      Skriver skemaets felter som tekst, klar til at taste ind.
  new -o FIL [--round SKEMA] [--municipality KOMMUNENUMMER]
      Laver en tom kladde.
  self-test
      Prøver, om programmet er installeret rigtigt.

Andet
  --version    viser programmets version
  --help       viser denne hjælp
  --debug      viser en teknisk rapport, hvis der sker en fejl i programmet

Programmet svarer 0, når alt er i orden, 1 når noget blokerer for godkendelsen, og 2 når en fil ikke kan læses eller
skrives, eller når kommandoen er skrevet forkert. En fil, der hedder som en kommando, skrives med sin mappe: ./check"""
