/**
 * What clients receive about their account, by mail and SMS: plain Dutch (B1) and English. Every message about a
 * change says how to tell that it was not you (63B §4.6). Codes, links and passwords go out here and nowhere else.
 */
import type { SensitiveAct } from '../../shared/domain/accounts.ts'
import { type Language, type Sentence, say } from '../../shared/domain/language.ts'
import type { PortalProfile } from '../../shared/domain/portal-profile.ts'

export type Sender = Pick<PortalProfile, 'name' | 'portalUrl' | 'helpdesk'>

const notices = {
  blocked: {
    nl: 'de toegang tot uw account is geblokkeerd, omdat te vaak een verkeerd wachtwoord is ingevuld.',
    en: 'access to your account was blocked, because a wrong password was entered too often.',
  },
  unblocked: {
    nl: 'de helpdesk heeft de blokkade van uw account opgeheven.',
    en: 'the helpdesk lifted the block on your account.',
  },
  'password-changed': { nl: 'het wachtwoord van uw account is gewijzigd.', en: 'the password of your account was changed.' },
  'reset-sent': {
    nl: 'er is een nieuw wachtwoord aangevraagd voor uw account. U bent overal uitgelogd.',
    en: 'a new password was asked for your account. You were signed out everywhere.',
  },
  'second-factor-cleared': {
    nl: 'de authenticator-app van uw account is gewist. Bij de volgende keer inloggen stelt u een nieuwe in.',
    en: 'the authenticator of your account was wiped. You set up a new one at the next log-in.',
  },
  'second-factor-enrolled': {
    nl: 'voor uw account is een nieuwe authenticator-app ingesteld.',
    en: 'a new authenticator was set up for your account.',
  },
  'devices-forgotten': {
    nl: 'uw vertrouwde apparaten zijn vergeten. Bij de volgende keer inloggen krijgt u een code per sms.',
    en: 'your trusted devices were forgotten. You get a code by SMS at the next log-in.',
  },
  'user-name-changed': {
    nl: 'de gebruikersnaam van uw account is gewijzigd.',
    en: 'the user name of your account was changed.',
  },
} as const satisfies Record<string, Sentence>

export type NoticeKind = keyof typeof notices

const texts = {
  noticeSubject: { nl: 'Wijziging in uw account bij {name}', en: 'A change in your account at {name}' },
  notice: {
    nl: 'Klantportaal {name}: {what} Was u dit niet? Neem meteen contact op met {helpdesk}.',
    en: 'Client portal {name}: {what} Was this not you? Contact {helpdesk} at once.',
  },
  loginCode: {
    nl: 'Uw beveiligingscode voor het klantportaal van {name} is {code}. De code geldt {minutes} minuten. Geef hem aan niemand.',
    en: 'Your security code for the client portal of {name} is {code}. It is valid for {minutes} minutes. Give it to nobody.',
  },
  callerSubject: { nl: 'Uw controlecode van {name}', en: 'Your verification code from {name}' },
  caller: {
    nl: 'Uw controlecode is {code}, om {act}. Lees hem alleen voor als u nu zelf met de helpdesk van {name} belt. De code geldt {minutes} minuten. Belt u niet? Neem contact op met {helpdesk}.',
    en: 'Your verification code is {code}, to {act}. Read it out only if you are on the phone with the helpdesk of {name} now. It is valid for {minutes} minutes. Not on the phone? Contact {helpdesk}.',
  },
  recoverySubject: { nl: 'Nieuw wachtwoord voor het klantportaal', en: 'New password for the client portal' },
  link: {
    nl: 'Er is een nieuw wachtwoord aangevraagd voor het klantportaal van {name}. Kies een nieuw wachtwoord via deze link: {link}\nDe link geldt {minutes} minuten en werkt één keer. Heeft u dit niet gevraagd? Dan hoeft u niets te doen. Twijfelt u? Neem contact op met {helpdesk}.',
    en: 'A new password was asked for the client portal of {name}. Choose one with this link: {link}\nThe link is valid for {minutes} minutes and works once. Did you not ask for this? Then you need not do anything. In doubt? Contact {helpdesk}.',
  },
  temporary: {
    nl: 'Uw tijdelijke wachtwoord voor het klantportaal van {name} is: {password}\nHet geldt {minutes} minuten. Na het inloggen kiest u een eigen wachtwoord. Heeft u dit niet gevraagd? Neem contact op met {helpdesk}.',
    en: 'Your temporary password for the client portal of {name} is: {password}\nIt is valid for {minutes} minutes. After logging in you choose your own. Did you not ask for this? Contact {helpdesk}.',
  },
} as const satisfies Record<string, Sentence>

/** The act as the caller reads it: an impostor's story has to match it. */
const ACTS: Readonly<Record<SensitiveAct, Sentence>> = {
  'reset-password': { nl: 'een nieuw wachtwoord te krijgen', en: 'get a new password' },
  'clear-second-factor': { nl: 'uw authenticator-app te wissen', en: 'wipe your authenticator' },
  'forget-devices': { nl: 'uw vertrouwde apparaten te vergeten', en: 'forget your trusted devices' },
}

export interface Message {
  readonly subject: string
  readonly body: string
}

function fill(sentence: Sentence, from: Sender, lang: Language, params: Record<string, string | number>): string {
  return say(sentence, lang, { name: from.name, helpdesk: from.helpdesk, ...params })
}

export function noticeMessage(kind: NoticeKind, from: Sender, lang: Language): Message {
  return {
    subject: fill(texts.noticeSubject, from, lang, {}),
    body: fill(texts.notice, from, lang, { what: say(notices[kind], lang) }),
  }
}

export function loginCodeMessage(code: string, minutes: number, from: Sender, lang: Language): Message {
  return { subject: '', body: fill(texts.loginCode, from, lang, { code, minutes }) }
}

export function callerCodeMessage(code: string, act: SensitiveAct, minutes: number, from: Sender, lang: Language): Message {
  return {
    subject: fill(texts.callerSubject, from, lang, {}),
    body: fill(texts.caller, from, lang, { code, minutes, act: say(ACTS[act], lang) }),
  }
}

/** The address a recovery link opens. The secret stands after `#`: it reaches no server log and no referrer. */
export function recoveryUrl(token: string, from: Sender): string {
  return `${from.portalUrl}/wachtwoord-herstellen#${token}`
}

export function recoveryLinkMessage(token: string, minutes: number, from: Sender, lang: Language): Message {
  return {
    subject: fill(texts.recoverySubject, from, lang, {}),
    body: fill(texts.link, from, lang, { link: recoveryUrl(token, from), minutes }),
  }
}

export function temporaryPasswordMessage(password: string, minutes: number, from: Sender, lang: Language): Message {
  return {
    subject: fill(texts.recoverySubject, from, lang, {}),
    body: fill(texts.temporary, from, lang, { password, minutes }),
  }
}
