/**
 * Problems: every failure that a caller may expect, once, with its HTTP status and its sentence.
 * A problem is a value (RFC 9457 on the wire); what is not in this table is a bug and is thrown.
 * Sentences say what is so and what the reader can do; the code stands apart, for copying.
 */
import { z } from 'zod'
import { type Language, type Sentence, say } from './language.ts'

interface ProblemKind {
  readonly status: number
  readonly sentence: Sentence
}

const table = {
  'invalid-input': {
    status: 422,
    sentence: {
      nl: 'Niet alles is goed ingevuld. Kijk bij de genoemde velden.',
      en: 'Not everything is filled in correctly. See the fields named.',
    },
  },
  'malformed-request': {
    status: 400,
    sentence: { nl: 'Het bericht is niet leesbaar: {detail}.', en: 'The message cannot be read: {detail}.' },
  },
  'too-large': {
    status: 413,
    sentence: { nl: 'Het bericht is te groot. Ten hoogste {max} kB.', en: 'The message is too large. At most {max} kB.' },
  },
  'unsupported-media-type': {
    status: 415,
    sentence: {
      nl: 'Dit soort bestand of bericht neemt het portaal niet aan. Toegestaan is {allowed}; bijlagen kunnen niet.',
      en: 'The portal does not take this kind of file or message. It takes {allowed}; attachments are not possible.',
    },
  },
  'not-found': {
    status: 404,
    sentence: { nl: 'Dit bestaat niet, of niet meer.', en: 'This does not exist, or no longer does.' },
  },
  'method-not-allowed': {
    status: 405,
    sentence: { nl: 'Dit kan hier niet zo gevraagd worden.', en: 'This cannot be asked here in this way.' },
  },
  'panel-not-available': {
    status: 404,
    sentence: {
      nl: 'Dit onderdeel heeft het portaal van {provider} niet.',
      en: 'The portal of {provider} does not have this part.',
    },
  },
  'signed-out': {
    status: 401,
    sentence: {
      nl: 'Je bent niet aangemeld, of je aanmelding is verlopen. Meld je opnieuw aan.',
      en: 'You are not signed in, or your sign-in has ended. Sign in again.',
    },
  },
  forbidden: {
    status: 403,
    sentence: { nl: 'Met jouw rol kan dit niet.', en: 'Your role does not allow this.' },
  },
  'confirm-first': {
    status: 403,
    sentence: {
      nl: 'Bevestig eerst met de code uit je authenticator-app dat jij het bent.',
      en: 'First confirm with your authenticator code that it is you.',
    },
  },
  'credentials-wrong': {
    status: 401,
    sentence: {
      nl: 'De gebruikersnaam of het wachtwoord klopt niet. Probeer het nog een keer.',
      en: 'The user name or the password is not right. Try once more.',
    },
  },
  'code-wrong': {
    status: 422,
    sentence: { nl: 'Deze code klopt niet. Nog {left} keer proberen.', en: 'This code is not right. {left} tries left.' },
  },
  'code-expired': {
    status: 422,
    sentence: { nl: 'Deze code geldt niet meer. Vraag een nieuwe.', en: 'This code is no longer valid. Ask for a new one.' },
  },
  'ticket-expired': {
    status: 401,
    sentence: {
      nl: 'Deze stap heeft te lang geduurd. Begin opnieuw met inloggen.',
      en: 'This step took too long. Start signing in again.',
    },
  },
  'account-blocked': {
    status: 403,
    sentence: {
      nl: 'De toegang is geblokkeerd na {failures} foute wachtwoorden. Vraag een nieuw wachtwoord aan, of bel de helpdesk.',
      en: 'Access is blocked after {failures} wrong passwords. Ask for a new password, or call the helpdesk.',
    },
  },
  'no-access': {
    status: 403,
    sentence: {
      nl: 'Met dit account is geen toegang tot het portaal: {reason}.',
      en: 'This account has no access to the portal: {reason}.',
    },
  },
  'invitation-open': {
    status: 403,
    sentence: {
      nl: 'U bent uitgenodigd. Accepteer eerst de uitnodiging, dan gaat het portaal open.',
      en: 'You have been invited. Accept the invitation first, then the portal opens.',
    },
  },
  'no-mobile-number': {
    status: 403,
    sentence: {
      nl: 'Er is geen mobiel nummer bekend. Zonder mobiel nummer kunt u niet inloggen. Bel de helpdesk.',
      en: 'No mobile number is known. Without one you cannot sign in. Call the helpdesk.',
    },
  },
  'password-refused': {
    status: 422,
    sentence: { nl: 'Dit wachtwoord kan niet: {reason}', en: 'This password cannot be used: {reason}' },
  },
  'user-name-taken': {
    status: 409,
    sentence: {
      nl: 'Deze gebruikersnaam is al in gebruik. Kies een andere.',
      en: 'This user name is already in use. Choose another.',
    },
  },
  'user-name-fixed': {
    status: 409,
    sentence: { nl: 'De gebruikersnaam kan niet meer gewijzigd worden.', en: 'The user name can no longer be changed.' },
  },
  'too-many-attempts': {
    status: 429,
    sentence: {
      nl: 'Te veel pogingen. Probeer het over {seconds} seconden opnieuw.',
      en: 'Too many attempts. Try again in {seconds} seconds.',
    },
  },
  'version-missing': {
    status: 428,
    sentence: {
      nl: 'Het verzoek noemt niet op welke versie het is gebaseerd (If-Match).',
      en: 'The request does not name the version it is based on (If-Match).',
    },
  },
  'request-id-missing': {
    status: 428,
    sentence: {
      nl: 'Het verzoek draagt geen eigen kenmerk (Idempotency-Key, een UUID).',
      en: 'The request carries no id of its own (Idempotency-Key, a UUID).',
    },
  },
  'request-id-reused': {
    status: 422,
    sentence: {
      nl: 'Dit kenmerk is al gebruikt voor een ander verzoek.',
      en: 'This request id was already used for another request.',
    },
  },
  'stale-version': {
    status: 412,
    sentence: {
      nl: 'Dit is intussen gewijzigd. Bekijk eerst de wijziging; wat je hebt getypt is bewaard.',
      en: 'This has changed in the meantime. Look at the change first; what you typed is kept.',
    },
  },
  'already-closed': {
    status: 409,
    sentence: { nl: 'Dit is al afgehandeld door {by}.', en: 'This was already handled by {by}.' },
  },
  withdrawn: {
    status: 409,
    sentence: { nl: 'Dit is ingetrokken door de cliënt.', en: 'The client has withdrawn this.' },
  },
  'not-open': {
    status: 409,
    sentence: { nl: 'Dit kan alleen zolang het openstaat.', en: 'This is possible only while it is open.' },
  },
  'shown-only': {
    status: 403,
    sentence: {
      nl: 'Dit kunt u in dit portaal alleen bekijken. Geef een wijziging door aan {provider}.',
      en: 'In this portal you can only look at this. Tell {provider} of a change.',
    },
  },
  'not-answered': {
    status: 409,
    sentence: { nl: 'Hier is nog geen antwoord op.', en: 'There is no answer to this yet.' },
  },
  'claimed-by-other': {
    status: 409,
    sentence: { nl: '{by} is hiermee bezig. Je kunt het overnemen.', en: '{by} is working on this. You can take it over.' },
  },
  'decision-incomplete': {
    status: 422,
    sentence: {
      nl: 'Nog niet over elke dienst is besloten: {count} ontbreken.',
      en: 'Not every visit has been decided: {count} missing.',
    },
  },
  'planning-changed': {
    status: 412,
    sentence: {
      nl: 'De planning is intussen gewijzigd. Kijk de genoemde diensten opnieuw na.',
      en: 'The planning has changed in the meantime. Check the visits named again.',
    },
  },
  'double-booking': {
    status: 409,
    sentence: { nl: '{caregiver} heeft dan al een dienst: {slot}.', en: '{caregiver} already has a visit then: {slot}.' },
  },
  'moved-into-absence': {
    status: 422,
    sentence: { nl: 'Op {slot} is de cliënt ook afwezig.', en: 'The client is also away on {slot}.' },
  },
  'moved-into-past': {
    status: 422,
    sentence: { nl: '{slot} ligt in het verleden.', en: '{slot} lies in the past.' },
  },
  // `current` of these three: the rules broken with their figures, and what changed in the planning since it was looked at.
  'rule-broken': {
    status: 409,
    sentence: { nl: 'Dit kan niet: {why}.', en: 'This is not possible: {why}.' },
  },
  'reason-needed': {
    status: 409,
    sentence: { nl: 'Dit kan alleen met een reden: {why}.', en: 'This takes a reason: {why}.' },
  },
  'planning-moved-on': {
    status: 412,
    sentence: {
      nl: 'De planning is veranderd sinds het voorstel: {why}.',
      en: 'The planning has changed since the proposal: {why}.',
    },
  },
  'nothing-to-place': {
    status: 409,
    sentence: { nl: 'Er zijn geen diensten die nog een plek nodig hebben.', en: 'There are no visits that still need a place.' },
  },
  'batch-too-large': {
    status: 422,
    sentence: {
      nl: 'Dit zijn {count} diensten; samen plaatsen kan met ten hoogste {max}. Kies een kortere periode.',
      en: 'These are {count} visits; at most {max} can be placed together. Choose a shorter period.',
    },
  },
  'batch-running': {
    status: 409,
    sentence: {
      nl: 'Er loopt al een berekening van jou. Wacht tot die klaar is, of breek haar af.',
      en: 'A computation of yours is under way. Wait until it is done, or call it off.',
    },
  },
  'no-plan': {
    status: 409,
    sentence: {
      nl: 'Deze berekening heeft geen plan. Bereken het opnieuw.',
      en: 'This computation has no plan. Compute it again.',
    },
  },
  'plan-accepted': {
    status: 409,
    sentence: { nl: 'Dit plan is al uitgevoerd door {by}.', en: 'This plan was already carried out by {by}.' },
  },
  'visit-not-placeable': {
    status: 409,
    sentence: {
      nl: 'Voor deze dienst is geen plek te zoeken: {reason}.',
      en: 'No place can be looked for for this visit: {reason}.',
    },
  },
  'receipt-invalid': {
    status: 403,
    sentence: {
      nl: 'De beller is voor deze handeling nog niet gecontroleerd, of de controle is al gebruikt of verlopen.',
      en: 'The caller has not been verified for this act, or the verification was used or has expired.',
    },
  },
  'no-address': {
    status: 409,
    sentence: {
      nl: 'Er is geen {channel} bekend om een code naartoe te sturen.',
      en: 'No {channel} is known to send a code to.',
    },
  },
  'address-too-new': {
    status: 409,
    sentence: {
      nl: 'Dit adres is pas gewijzigd en telt nog niet als controle. Het kan vanaf {from}.',
      en: 'This address was changed recently and cannot verify yet. It can from {from}.',
    },
  },
  'channel-too-weak': {
    status: 409,
    sentence: {
      nl: 'Een code per e-mail is hiervoor niet genoeg: ook een nieuw wachtwoord gaat naar dat adres. Kies een code per sms.',
      en: 'A code by e-mail is not enough for this: a new password goes to that address too. Choose a code by SMS.',
    },
  },
  'not-blocked': {
    status: 409,
    sentence: { nl: 'Dit account is niet geblokkeerd.', en: 'This account is not blocked.' },
  },
  'nothing-to-clear': {
    status: 409,
    sentence: { nl: 'Er is niets om te wissen.', en: 'There is nothing to clear.' },
  },
  'already-used': {
    status: 409,
    sentence: {
      nl: 'Met dit account is al ingelogd. Stuur in plaats daarvan een nieuw wachtwoord.',
      en: 'This account has been used already. Send a new password instead.',
    },
  },
  'letter-gone': {
    status: 409,
    sentence: {
      nl: 'Deze brief is al afgedrukt, vervangen of verlopen. Stuur zo nodig nieuwe inloggegevens.',
      en: 'This letter was already printed, was replaced or has expired. Send new credentials if needed.',
    },
  },
  'already-user': {
    status: 409,
    sentence: { nl: 'Deze persoon heeft al toegang tot dit portaal.', en: 'This person already has access to this portal.' },
  },
  'user-fixed': {
    status: 409,
    sentence: {
      nl: 'Deze persoon heeft de toegang van de zorgorganisatie gekregen. Alleen de zorgorganisatie kan dat wijzigen.',
      en: 'This person was given access by the care organisation. Only the care organisation can change that.',
    },
  },
  'not-yourself': {
    status: 409,
    sentence: {
      nl: 'Dit kunt u niet voor uzelf doen. Vraag het een andere beheerder of de helpdesk.',
      en: 'You cannot do this for yourself. Ask another administrator or the helpdesk.',
    },
  },
  'last-administrator': {
    status: 409,
    sentence: {
      nl: 'Er moet een beheerder van het klantportaal blijven. Maak eerst iemand anders beheerder.',
      en: 'One administrator of the client portal must stay. Make somebody else administrator first.',
    },
  },
  'not-invited': {
    status: 409,
    sentence: {
      nl: 'Er is nog geen uitnodiging verstuurd. Geef deze persoon eerst een recht.',
      en: 'No invitation was sent yet. Give this person a right first.',
    },
  },
  'account-elsewhere': {
    status: 409,
    sentence: {
      nl: 'Dit account is niet van deze organisatie alleen. Dit kan alleen de zorgorganisatie zelf doen.',
      en: 'This account is not of this organisation alone. Only the care organisation itself can do this.',
    },
  },
  'not-retryable': {
    status: 409,
    sentence: {
      nl: 'Dit bericht kan niet opnieuw worden geprobeerd. Stuur een nieuw bericht.',
      en: 'This message cannot be tried again. Send a new one.',
    },
  },
  'rank-too-high': {
    status: 403,
    sentence: {
      nl: 'Je kunt niet handelen op je eigen account of dat van iemand met dezelfde of een hogere rol.',
      en: 'You cannot act on your own account or on that of an equal or higher role.',
    },
  },
  'approval-waits': {
    status: 409,
    sentence: {
      nl: '{by} heeft dit al gevraagd. Het wacht op de goedkeuring van een andere medewerker.',
      en: '{by} has asked this already. It waits for the approval of another colleague.',
    },
  },
  'approval-over': {
    status: 409,
    sentence: {
      nl: 'Over dit verzoek is al besloten, of het is verlopen.',
      en: 'This request was already decided, or it has expired.',
    },
  },
  'approve-other': {
    status: 403,
    sentence: {
      nl: 'Je eigen verzoek kun je niet goedkeuren. Vraag het een andere medewerker.',
      en: 'You cannot approve your own request. Ask another colleague.',
    },
  },
  'rate-limited': {
    status: 429,
    sentence: {
      nl: 'Te veel verzoeken. Probeer het over {seconds} seconden opnieuw.',
      en: 'Too many requests. Try again in {seconds} seconds.',
    },
  },
  resync: {
    status: 410,
    sentence: { nl: 'Te lang weg geweest: haal alles opnieuw op.', en: 'Away too long: fetch everything again.' },
  },
  'server-fault': {
    status: 500,
    sentence: {
      nl: 'Er ging bij ons iets mis. Het is gemeld. Er is niets half opgeslagen. Kenmerk {trace}.',
      en: 'Something went wrong on our side. It has been reported. Nothing was half saved. Reference {trace}.',
    },
  },
  // Whether it was done is not certain when the connection broke at the very end: a repeat under the same id does it once.
  'portal-unavailable': {
    status: 503,
    sentence: {
      nl: 'Het portaal kan nu niet bij zijn gegevens. Probeer het over {seconds} seconden opnieuw.',
      en: 'The portal cannot reach its data just now. Try again in {seconds} seconds.',
    },
  },
  // The workstation's own problems: they never travel over HTTP, but share the table so that the screen knows one list.
  'portal-unreachable': {
    status: 503,
    sentence: {
      nl: 'Het portaal geeft geen antwoord. Wat je hebt getypt is bewaard.',
      en: 'The portal gives no answer. What you typed is kept.',
    },
  },
  'no-connection': {
    status: 503,
    sentence: { nl: 'Dit kan alleen met verbinding.', en: 'This is possible only while connected.' },
  },
  locked: {
    status: 423,
    sentence: { nl: 'Het scherm is vergrendeld.', en: 'The screen is locked.' },
  },
  'secrets-unavailable': {
    status: 503,
    sentence: {
      nl: 'Dit apparaat kan geheimen niet veilig bewaren. Aangemeld blijven kan daarom niet.',
      en: 'This device cannot keep secrets safely. Staying signed in is therefore not possible.',
    },
  },
  'storage-failed': {
    status: 507,
    sentence: { nl: 'Bewaren op dit apparaat lukt niet: {detail}.', en: 'Saving on this device fails: {detail}.' },
  },
} as const satisfies Record<string, ProblemKind>

export type ProblemCode = keyof typeof table
export const PROBLEMS: Readonly<Record<ProblemCode, ProblemKind>> = table
export const problemCodes = Object.keys(table) as readonly ProblemCode[]

/** One wrong field: its path (`days.0.startTime`), the rule it breaks, and the sentence that says so. */
export const fieldProblem = z.object({ field: z.string(), rule: z.string(), message: z.string() })
export type FieldProblem = z.infer<typeof fieldProblem>

const parameter = z.union([z.string(), z.number()])

/** A problem as it travels: RFC 9457 members, plus `code`, the parameters and, where they exist, fields and current state. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.enum(Object.keys(table) as [ProblemCode, ...ProblemCode[]]),
  params: z.record(z.string(), parameter).default({}),
  fields: z.array(fieldProblem).optional(),
  /** The state as it is now, for a stale version: same shape as the route's reading counterpart. */
  current: z.unknown().optional(),
  trace: z.string().optional(),
})
export type Problem = z.infer<typeof problem>
export type ProblemParams = Readonly<Record<string, string | number>>

/** Makes a problem in one language. `title` is the sentence; `type` is a relative reference that `/docs` explains. */
export function makeProblem(
  code: ProblemCode,
  lang: Language,
  params: ProblemParams = {},
  extra: { fields?: readonly FieldProblem[]; current?: unknown; trace?: string } = {},
): Problem {
  const kind = PROBLEMS[code]
  return {
    type: `/problems/${code}`,
    title: say(kind.sentence, lang, params),
    status: kind.status,
    code,
    params: { ...params },
    ...(extra.fields ? { fields: [...extra.fields] } : {}),
    ...(extra.current === undefined ? {} : { current: extra.current }),
    ...(extra.trace ? { trace: extra.trace } : {}),
  }
}

/** The sentence of a problem in the language of the reader, whatever language it was made in. */
export function problemSentence(value: Pick<Problem, 'code' | 'params'>, lang: Language): string {
  return say(PROBLEMS[value.code].sentence, lang, value.params)
}
