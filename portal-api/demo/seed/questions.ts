/** What clients of the demo ask, and what staff answered. `{helper}` and `{day}` are filled in from the client's own roster. */
import type { ContactKind } from '../../../shared/domain/contact-requests.ts'
import type { ContactSubject } from '../../../shared/domain/portal-profile.ts'

export interface DemoQuestion {
  readonly kind: ContactKind
  readonly subject: ContactSubject
  readonly message: string
  readonly reply: string
}

const ask = (subject: ContactSubject, message: string, reply: string): DemoQuestion => ({
  kind: 'contact-request',
  subject,
  message,
  reply,
})
const tell = (message: string, reply: string): DemoQuestion => ({ kind: 'message', subject: 'message', message, reply })
const signal = (message: string, reply: string): DemoQuestion => ({ kind: 'care-signal', subject: 'care-signal', message, reply })
const project = (message: string, reply: string): DemoQuestion => ({
  kind: 'project-question',
  subject: 'project',
  message,
  reply,
})
const general = (message: string, reply: string): DemoQuestion => ({
  kind: 'project-question',
  subject: 'general',
  message,
  reply,
})

/** Questions to a provider of domestic help. */
export const HOME_HELP_QUESTIONS: readonly DemoQuestion[] = [
  ask(
    'planning',
    'Goedemorgen, kan mijn hulp volgende week een dag later komen? Op {day} moet ik naar de oogarts. Ik wil graag wel {helper} houden.',
    'Beste cliënt, {helper} kan die week een dag later komen. U ziet het in uw planning.',
  ),
  ask(
    'planning',
    'Kan de hulp voortaan om half tien komen in plaats van vroeg in de ochtend? Ik krijg om negen uur medicijnen.',
    'Dat is goed. Vanaf volgende week komt {helper} om half tien.',
  ),
  ask(
    'planning',
    'In mijn planning staat opeens een andere naam. Komt {helper} niet meer?',
    '{helper} heeft twee weken vrij. Daarna komt {helper} gewoon weer bij u.',
  ),
  ask(
    'planning',
    'Vorige week {day} is er niemand geweest. Wordt dat nog ingehaald?',
    'Onze excuses. {helper} was ziek. We halen de uren in, u hoort van ons wanneer.',
  ),
  ask(
    'planning',
    'Ik heb op {day} bezoek van mijn zus. Mag de hulp die dag na de middag komen?',
    'Dat kan. {helper} komt die dag om 13.30 uur.',
  ),
  ask(
    'planning',
    'Weet u al wie er komt als {helper} vrij is? Ik kan het in het portaal nog niet zien.',
    'De planning van die week is nog niet af. Over een paar dagen ziet u de naam in het portaal.',
  ),
  ask(
    'planning',
    'Kunt u mij bellen over de dag? {day} komt steeds slechter uit, want dan heb ik fysiotherapie.',
    'Wij hebben u gebeld. Vanaf volgende maand komt {helper} een dag later.',
  ),
  ask(
    'planning',
    'De hulp komt nu drie weken achter elkaar een uur later dan er staat. Klopt mijn planning wel?',
    'De tijd in het portaal klopt. We hebben met {helper} afgesproken dat de hulp weer op tijd komt.',
  ),
  ask(
    'indication',
    'In de brief van de gemeente staat 3 uur, maar in het portaal zie ik maar 2,5 uur per week. Wat klopt?',
    'De gemeente rekent per vier weken. Samen is dat het aantal uren uit uw brief.',
  ),
  ask(
    'indication',
    'Mijn indicatie loopt bijna af. Moet ik zelf iets doen of regelt u dat?',
    'U vraagt de nieuwe indicatie zelf aan bij de gemeente. Hulp nodig? Bel ons gerust.',
  ),
  ask(
    'indication',
    'Na mijn val kan ik minder zelf. Kan er een uur bij komen?',
    'Voor extra uren beslist de gemeente. U kunt daar een nieuwe aanvraag doen.',
  ),
  ask(
    'indication',
    'Ik heb een nieuwe beschikking gekregen van de gemeente. Waar kan ik die naartoe sturen?',
    'U hoeft niets te sturen. Wij krijgen de beschikking van de gemeente.',
  ),
  ask(
    'indication',
    'Hoort het strijken ook bij mijn hulp? In de brief staat het niet duidelijk.',
    'Bij uw indicatie hoort wel de was, niet het strijken.',
  ),
  ask(
    'portal',
    'Ik zie mijn planning van volgende maand niet. Doe ik iets verkeerd?',
    'U doet niets verkeerd. De planning van een nieuwe maand staat er een week van tevoren in.',
  ),
  ask(
    'portal',
    'Kan mijn dochter ook in het portaal kijken? Zij regelt veel voor mij.',
    'Uw dochter kan met uw eigen gegevens meekijken. Een tweede account is er nog niet.',
  ),
  ask('portal', 'Waar kan ik een ander telefoonnummer invullen?', 'Ga naar Mijn contactdetails en klik op het potlood.'),
  ask(
    'portal',
    'Als ik inlog moet ik steeds mijn wachtwoord opnieuw intypen. Kan het portaal dat onthouden?',
    'Dat kan niet, voor uw veiligheid. U kunt uw browser het wachtwoord laten bewaren.',
  ),
  ask(
    'portal',
    'Het Cliëntdossier is leeg. Hoort dat zo?',
    'Ja, het dossier wordt nog niet gebruikt. U krijgt bericht als dat verandert.',
  ),
  ask(
    'other',
    'Ik heb een nieuwe stofzuiger nodig, zegt {helper}. Moet ik die zelf kopen?',
    'Ja, u zorgt zelf voor de spullen. {helper} kan zeggen waar u op moet letten.',
  ),
  ask(
    'other',
    'Wij gaan verhuizen binnen de stad. Houd ik dan dezelfde hulp?',
    'Laat ons uw nieuwe adres weten. Dan kijken we of {helper} bij u kan blijven.',
  ),
  ask(
    'other',
    'Mijn sleutelkastje gaat niet meer open. De hulp kan er dus niet in.',
    'We hebben afgesproken dat u open doet tot het kastje gemaakt is.',
  ),
  ask(
    'other',
    'Ik krijg een rekening die ik niet begrijp. Wie kan mij dat uitleggen?',
    'De rekening komt van het CAK. U kunt hen bellen met uw vraag.',
  ),
  ask(
    'other',
    'Mag ik een kleine attentie geven aan {helper}? Het is bijna een jaar geleden dat de hulp begon.',
    'Wat aardig. Een kleinigheid mag.',
  ),
  ask(
    'household-help',
    'De nieuwe hulp is erg aardig, maar vergeet vaak de badkamer. Kunt u dat doorgeven?',
    'Dank u wel. We hebben het besproken met de hulp.',
  ),
  ask(
    'household-help',
    'Ik ben heel blij met {helper}. Mag dat blijven zo?',
    'Wat fijn om te horen. {helper} blijft bij u komen.',
  ),
  ask(
    'household-help',
    'De hulp belt de laatste tijd veel tijdens het werk. Ik vind dat niet prettig.',
    'Dat begrijpen we. We hebben het met de hulp besproken.',
  ),
  ask(
    'household-help',
    'Kan {helper} ook de ramen aan de buitenkant doen?',
    'Nee, buitenramen horen niet bij de hulp. Van binnen mag wel.',
  ),
  ask(
    'household-help',
    'Kan ik iemand krijgen die niet bang is voor honden? Mijn hond is heel lief.',
    'We hebben iemand gevonden die graag bij u komt.',
  ),
]

/** Messages to a member of the care team, and care signals from the dossier. */
export const CARE_QUESTIONS: readonly DemoQuestion[] = [
  tell(
    'Kunt u mij zeggen wanneer de dokter langskomt? Mijn moeder vraagt er steeds naar.',
    'De dokter komt donderdag in de middag.',
  ),
  tell('Vader heeft nieuwe schoenen nodig voor binnen. Welke maat heeft hij nu?', 'Maat 43, en graag met klittenband.'),
  tell('Wij nemen moeder zondag mee uit eten. Kan zij om half twaalf klaarstaan?', 'Dat is goed. Wij zorgen dat zij klaar is.'),
  tell(
    'Zou u willen nakijken of de bril van mijn man in de kamer ligt? Hij is hem kwijt.',
    'De bril lag in het nachtkastje. Hij heeft hem weer op.',
  ),
  tell(
    'De wasmachine is leeg, maar ik mis twee blouses van moeder. Heeft u een idee?',
    'We hebben de blouses gevonden. Ze hangen weer in de kast.',
  ),
  tell(
    'Mag ik bij het gesprek over het zorgplan zijn? Ik kan alleen op dinsdag.',
    'Fijn dat u erbij wilt zijn. We plannen het op een dinsdag.',
  ),
  tell(
    'Mijn vader belt mij elke avond dat hij niet kan slapen. Is dat bij u bekend?',
    'Ja, de nachtzorg let erop. We bespreken het met de dokter.',
  ),
  tell(
    'Wie is nu het vaste gezicht van moeder, nu haar verzorgende weg is?',
    'Dat ben ik. Ik stel me deze week aan uw moeder voor.',
  ),
  tell('Kan de pedicure ook langs bij mijn tante? Zij kan er niet meer zelf heen.', 'De pedicure komt volgende week bij haar.'),
  tell('Bedankt voor de goede zorg vorige week. Moeder was heel tevreden.', 'Dank u wel, dat doen we graag.'),
  tell(
    'Ik kom deze week niet op bezoek, want ik ben verkouden. Wilt u dat aan vader zeggen?',
    'We hebben het doorgegeven. Beterschap.',
  ),
  tell(
    'Er ligt een nieuw medicijn in de brievenbus. Moet ik dat zelf uitpakken?',
    'Laat het maar liggen, de verpleegkundige neemt het door.',
  ),
  tell('Is er een foto gemaakt bij het feest? Moeder heeft er zo over verteld.', 'Ja, we zetten de foto op het prikbord.'),
  signal(
    'Eet minder dan vorige week. Laat het avondeten twee keer staan.',
    'Dank voor het melden. We letten op het eten en wegen deze week.',
  ),
  signal('Loopt onzekerder dan anders en pakt steeds de tafel vast.', 'Gezien. De fysiotherapeut komt kijken.'),
  signal(
    'Was vanmiddag in de war over de dag en de tijd. Ging na een uur weer beter.',
    'Dank u. We houden het bij en bellen de dokter als het terugkomt.',
  ),
  signal('Heeft een rode plek op de hiel. Ik heb er niets mee gedaan.', 'De wijkverpleegkundige heeft ernaar gekeken.'),
  signal('Klaagt over duizeligheid bij het opstaan, vooral in de ochtend.', 'We meten de bloeddruk deze week elke ochtend.'),
  signal('Drinkt weinig. De kan water staat er aan het eind van de dag nog bijna vol.', 'We bieden vaker iets te drinken aan.'),
  signal('Sliep vandaag veel in de stoel en deed niet mee met de koffie.', 'Gezien. We bespreken het in het team.'),
  signal('De inhalator was leeg. Er is een nieuwe besteld, zei de apotheek.', 'De nieuwe is er. Dank voor het opletten.'),
  signal(
    'Is heel opgewekt sinds de nieuwe dagbesteding. Dat wilde ik ook even melden.',
    'Fijn om te lezen. We geven het door aan de dagbesteding.',
  ),
]

/** Questions from business customers. */
export const PROJECT_QUESTIONS: readonly DemoQuestion[] = [
  project(
    'Kunnen wij vanaf volgende week een extra nachtdienst krijgen? Er is iemand langdurig ziek.',
    'Dat lukt. U krijgt de bevestiging per mail.',
  ),
  project(
    'De medewerker van zaterdag kende de groep nog niet. Kunt u iemand sturen die hier vaker komt?',
    'We plannen voortaan iemand die bij u bekend is.',
  ),
  project(
    'Wij verwachten twee nieuwe bewoners. Heeft dat gevolgen voor de bezetting?',
    'Ja, we rekenen het door en sturen u een voorstel.',
  ),
  project(
    'Op de dienstbevestiging staat een verkeerd adres. Wilt u dat aanpassen?',
    'Het adres is aangepast. Nieuwe bevestigingen kloppen.',
  ),
  project(
    'Is het mogelijk om de dienst van dinsdag een uur eerder te laten beginnen?',
    'Dat kan. De dienst begint nu om 06.30 uur.',
  ),
  project(
    'Welke papieren heeft de nieuwe collega bij zich? Wij moeten dat vastleggen.',
    "De collega heeft alle diploma's en een verklaring bij zich.",
  ),
  project(
    'Kunt u het aantal uren van de afgelopen maand sturen? Het sluit niet aan bij onze telling.',
    'Het overzicht is verstuurd. Het verschil zit in de overdracht.',
  ),
  project(
    'Er was gisteren een incident op de groep. Wanneer kunnen we dat bespreken?',
    'We bellen vandaag om een afspraak te maken.',
  ),
  project(
    'Wij willen dit project met drie maanden verlengen. Wat heeft u van ons nodig?',
    'Een korte bevestiging is genoeg. Wij maken het contract.',
  ),
  project(
    'Kan er iemand komen die ook medicijnen mag delen? Dat is sinds deze week nodig.',
    'Ja, vanaf morgen komt een verpleegkundige.',
  ),
  general(
    'Onze contactpersoon is gewisseld. Hoe geven wij de nieuwe collega toegang?',
    'Uw beheerder kan dat zelf doen onder Mijn contactpersonen.',
  ),
  general(
    'Verzorgt u ook scholing over omgaan met agressie? We zoeken iets voor tien mensen.',
    'Ja. Ik stuur u de data en de kosten.',
  ),
  general('Wij krijgen geen bevestigingen meer per mail. Waar zetten we dat aan?', 'Zet bij uw gegevens E-mail diensten aan.'),
  general('Ons nieuwe bezoekadres klopt nog niet in het portaal. Wie past dat aan?', 'Dat doen wij. Het staat nu goed.'),
]
