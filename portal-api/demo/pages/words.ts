/** Every sentence of the demo's pages, Dutch first; the words of the portal are those of the clients' manuals. */
import type { Sentence } from '../../../shared/domain/language.ts'
import { PORTAL_LABELS } from './portal-labels.ts'
import { portalWords } from './portal-words.ts'
import { peopleWords } from './portal-words-people.ts'

export const words = {
  language: { nl: 'English', en: 'Nederlands' },
  skip: { nl: 'Naar de inhoud', en: 'To the content' },
  demoTitle: { nl: 'Demo van Portal Desk', en: 'Demo of Portal Desk' },
  demoLead: {
    nl: 'Alles hier is verzonnen. Mail en sms verlaten deze computer niet: ze komen in het postvak hieronder.',
    en: 'Everything here is invented. Mail and texts do not leave this computer: they arrive in the outbox below.',
  },
  demoPlaces: { nl: 'Wat is hier', en: 'What is here' },
  placePortal: { nl: 'Cliëntportaal', en: 'Client portal' },
  placePortalAbout: {
    nl: 'Wees een cliënt: planning, afwezigheid, contactverzoeken.',
    en: 'Be a client: planning, absence, contact requests.',
  },
  placeOutbox: { nl: 'Postvak', en: 'Outbox' },
  placeOutboxAbout: {
    nl: 'Verstuurde mail en sms, en de codes van de authenticator-apps van de medewerkers.',
    en: 'Mail and texts sent, and the codes of the staff’s authenticator apps.',
  },
  placeDocs: { nl: 'Beschrijving van de API', en: 'Description of the API' },
  placeDocsAbout: { nl: 'Alle aanroepen, leesbaar of als OpenAPI.', en: 'Every call, readable or as OpenAPI.' },
  staffAccounts: { nl: 'Medewerkers', en: 'Staff' },
  staffAccountsAbout: {
    nl: 'Zij melden zich aan in de werkplek, met dit wachtwoord en de code uit het postvak.',
    en: 'They sign in at the workstation, with this password and the code from the outbox.',
  },
  clientAccounts: { nl: 'Cliënten en contactpersonen', en: 'Clients and contacts' },
  clientAccountsAbout: {
    nl: 'Deze accounts hebben een bijzonder begin. Alle andere cliënten hebben hetzelfde wachtwoord.',
    en: 'These accounts have a special start. All other clients have the same password.',
  },
  password: { nl: 'Wachtwoord', en: 'Password' },
  firstPassword: { nl: 'Wachtwoord uit de brief of mail', en: 'Password from the letter or mail' },
  name: { nl: 'Naam', en: 'Name' },
  email: { nl: 'E-mailadres', en: 'E-mail address' },
  provider: { nl: 'Zorgaanbieder', en: 'Provider' },
  role: { nl: 'Rol', en: 'Role' },
  userName: { nl: 'Gebruikersnaam', en: 'User name' },
  about: { nl: 'Bijzonderheid', en: 'What is special' },
  useDevice: {
    nl: 'Gebruik dit apparaat als vertrouwd apparaat van {name}',
    en: 'Use this device as the trusted device of {name}',
  },
  deviceUsed: { nl: 'Dit apparaat is nu vertrouwd voor {name}.', en: 'This device is now trusted for {name}.' },

  outboxTitle: { nl: 'Postvak van de demo', en: 'Outbox of the demo' },
  outboxCodes: { nl: 'Codes van de authenticator-apps', en: 'Codes of the authenticator apps' },
  code: { nl: 'Code', en: 'Code' },
  secondsLeft: { nl: 'Nog', en: 'Left' },
  seconds: { nl: '{count} s', en: '{count} s' },
  outboxMessages: { nl: 'Mail en sms, nieuwste eerst', en: 'Mail and texts, newest first' },
  allProviders: { nl: 'Alle zorgaanbieders', en: 'All providers' },
  show: { nl: 'Toon', en: 'Show' },
  refresh: { nl: 'Ververs', en: 'Refresh' },
  noMessages: { nl: 'Nog geen berichten.', en: 'No messages yet.' },
  to: { nl: 'Aan', en: 'To' },
  sms: { nl: 'Sms', en: 'Text' },
  mail: { nl: 'Mail', en: 'Mail' },
  waiting: { nl: 'wacht tot {time}', en: 'waits until {time}' },
  openLink: { nl: 'Open de link in de demo', en: 'Open the link in the demo' },

  choosePortal: { nl: 'Kies een portaal', en: 'Choose a portal' },
  login: { nl: 'Inloggen', en: 'Log in' },
  loginTitle: { nl: 'Inloggen', en: 'Log in' },
  blockedAfter: {
    nl: 'Als u {count} keer een verkeerd wachtwoord invult, wordt uw toegang geblokkeerd.',
    en: 'If you enter a wrong password {count} times, your access is blocked.',
  },
  freedBy: {
    nl: 'Via ‘{forgot}’ kunt u een nieuw wachtwoord aanvragen.',
    en: 'With ‘{forgot}’ you can ask for a new password.',
  },
  helpdeskIs: { nl: 'De helpdesk is te bereiken via {helpdesk}.', en: 'The helpdesk can be reached at {helpdesk}.' },
  organisation: { nl: 'Organisatie', en: 'Organisation' },
  forgot: { nl: 'Wachtwoord vergeten?', en: 'Forgotten your password?' },
  tryAccount: { nl: 'Demo: {userName} met wachtwoord {password}', en: 'Demo: {userName} with password {password}' },
  deviceTitle: { nl: 'Beveiligingscode', en: 'Security code' },
  deviceLead: {
    nl: 'Vul de beveiligingscode in die naar uw telefoon is gestuurd ({sentTo}).',
    en: 'Enter the security code that was sent to your phone ({sentTo}).',
  },
  verification: { nl: 'Verificatie', en: 'Verification' },
  check: { nl: 'Controleren', en: 'Check' },
  noCode: { nl: 'Geen code ontvangen?', en: 'No code received?' },
  noCodeWait: { nl: 'Een nieuwe code kan vanaf {time}.', en: 'A new code is possible from {time}.' },
  codeSent: { nl: 'Er is een nieuwe code gestuurd.', en: 'A new code was sent.' },
  passwordTitle: { nl: 'Kies uw wachtwoord', en: 'Choose your password' },
  passwordTwice: { nl: 'Vul tweemaal hetzelfde wachtwoord in.', en: 'Enter the same password twice.' },
  newPassword: { nl: 'Nieuw wachtwoord', en: 'New password' },
  repeatPassword: { nl: 'Bevestig nieuw wachtwoord', en: 'Confirm new password' },
  currentPassword: { nl: 'Huidig wachtwoord', en: 'Current password' },
  changePassword: { nl: 'Wijzig wachtwoord', en: 'Change password' },
  changePasswordMenu: { nl: 'Wachtwoord wijzigen', en: 'Change password' },
  passwordsDiffer: { nl: 'De twee wachtwoorden zijn niet gelijk.', en: 'The two passwords differ.' },
  passwordChanged: { nl: 'Uw wachtwoord is gewijzigd.', en: 'Your password was changed.' },
  userNameOnce: {
    nl: 'Let op: u kunt maar één keer uw gebruikersnaam instellen.',
    en: 'Note: you can set your user name only once.',
  },
  ruleLength: { nl: 'Minimaal {count} tekens', en: 'At least {count} characters' },
  ruleLower: { nl: 'Minimaal 1 kleine letter', en: 'At least 1 lower case letter' },
  ruleUpper: { nl: 'Een hoofdletter', en: 'An upper case letter' },
  ruleDigit: { nl: 'Een cijfer', en: 'A digit' },
  ruleSpecial: { nl: 'Een speciaal teken zoals ! * #', en: 'A special character such as ! * #' },
  ruleForbidden: { nl: 'Geen {characters}', en: 'No {characters}' },
  ruleHistory: {
    nl: 'Mag niet gelijk zijn aan de laatste {count} gebruikte wachtwoorden',
    en: 'Not one of the last {count} passwords',
  },
  forgotTitle: { nl: 'Wachtwoord vergeten', en: 'Forgotten password' },
  forgotLead: {
    nl: 'Vul uw gebruikersnaam en e-mailadres in. U ontvangt binnen enkele minuten een e-mail van ons.',
    en: 'Enter your user name and e-mail address. You receive an e-mail from us within minutes.',
  },
  forgotDone: {
    nl: 'Als deze gegevens bij ons bekend zijn, krijgt u een e-mail. In de demo staat die in het postvak.',
    en: 'If we know these details, you get an e-mail. In the demo it is in the outbox.',
  },
  send: { nl: 'Versturen', en: 'Send' },
  backToLogin: { nl: 'Terug naar inloggen', en: 'Back to log in' },
  resetTitle: { nl: 'Wachtwoord herstellen', en: 'Restore your password' },
  linkCode: { nl: 'Code uit de link', en: 'Code from the link' },
  resetDone: { nl: 'Uw wachtwoord is gewijzigd. U kunt nu inloggen.', en: 'Your password was changed. You can log in now.' },
  sessionEnded: { nl: 'U bent uitgelogd. Log opnieuw in.', en: 'You were logged out. Log in again.' },
  loggedOut: { nl: 'U bent uitgelogd.', en: 'You are logged out.' },
  formOld: { nl: 'Dit formulier was te oud. Probeer het nog een keer.', en: 'This form was too old. Try once more.' },

  membershipTitle: { nl: 'Selecteer organisatie', en: 'Choose an organisation' },
  filter: { nl: 'Typ om te filteren…', en: 'Type to filter…' },
  nothingFound: { nl: 'Niets gevonden.', en: 'Nothing was found.' },
  chooseOrganisation: { nl: 'Organisatie kiezen', en: 'Choose an organisation' },
  current: { nl: 'nu gekozen', en: 'chosen now' },
  ...portalWords,
  ...peopleWords,
  logout: { nl: 'Uitloggen', en: 'Log out' },
  notFound: { nl: 'Deze pagina bestaat niet.', en: 'This page does not exist.' },
  wentWrong: { nl: 'Dit is niet gelukt.', en: 'This did not work.' },
} as const satisfies Record<string, Sentence>

export type Word = keyof typeof words

/** The sentence of a word, as the manual of that portal has it. */
export function sentenceOf(word: Word, provider?: string): Sentence {
  return (provider === undefined ? undefined : PORTAL_LABELS[provider]?.[word]) ?? words[word]
}

/** Roles as the demo's list names them. */
export const roleWords = {
  planner: { nl: 'planner', en: 'planner' },
  'care-manager': { nl: 'zorgmanager', en: 'care manager' },
  helpdesk: { nl: 'helpdesk', en: 'helpdesk' },
  'team-lead': { nl: 'teamleider', en: 'team lead' },
} as const satisfies Record<string, Sentence>
