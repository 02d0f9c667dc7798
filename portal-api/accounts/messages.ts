/**
 * What clients receive about their account, by mail and SMS: plain Dutch (B1) and English. Every message about a
 * change says how to tell that it was not you (63B §4.6). Codes, links and passwords go out here and nowhere else.
 */
import type { SensitiveAct, VerificationChannel } from '../../shared/domain/accounts.ts'
import { type Language, type Sentence, say } from '../../shared/domain/language.ts'
import type { PortalProfile } from '../../shared/domain/portal-profile.ts'
import type { NewDelivery } from '../platform/context.ts'
import { letterText } from '../platform/delivery/letter.ts'
import { oneLine } from '../platform/delivery/plain-text.ts'
import type { Address } from './addresses.ts'

export type Sender = Pick<PortalProfile, 'name' | 'portalUrl' | 'helpdesk'>

/** To whom, from whom, in which language: the client's own where they are at work, else Dutch. */
export interface Envelope {
  readonly to: Address
  /** Whose account it is about; `id` is null for who has none. */
  readonly user: { readonly id: string | null; readonly name: string }
  readonly from: Sender
  readonly lang: Language
}

export interface Text {
  readonly subject: Sentence
  readonly paragraphs: readonly Sentence[]
}

const NOT_ME: Sentence = {
  nl: 'Was u dit niet? Neem meteen contact op met {helpdesk}.',
  en: 'Was this not you? Contact {helpdesk} at once.',
}
const CHANGED: Sentence = { nl: 'Er is iets gewijzigd in uw account', en: 'Something changed in your account' }
const NEW_PASSWORD: Sentence = { nl: 'Nieuw wachtwoord voor het klantportaal', en: 'New password for the client portal' }

const notices = {
  blocked: {
    nl: 'De toegang tot uw account is geblokkeerd. Er is te vaak een verkeerd wachtwoord ingevuld.',
    en: 'Access to your account is blocked. A wrong password was entered too often.',
  },
  unblocked: {
    nl: 'De helpdesk heeft uw account weer opengezet. Uw wachtwoord is hetzelfde gebleven.',
    en: 'The helpdesk opened your account again. Your password is still the same.',
  },
  'password-changed': { nl: 'Het wachtwoord van uw account is gewijzigd.', en: 'The password of your account was changed.' },
  'reset-sent': {
    nl: 'Er is een nieuw wachtwoord aangevraagd voor uw account. U bent op alle apparaten uitgelogd.',
    en: 'A new password was asked for your account. You were signed out on all devices.',
  },
  'second-factor-asked': {
    nl: 'De helpdesk is gevraagd om de authenticator-app van uw account te wissen. Een tweede medewerker kijkt hier nog naar.',
    en: 'The helpdesk was asked to wipe the authenticator of your account. A second member of staff will look at it first.',
  },
  'second-factor-kept': {
    nl: 'De authenticator-app van uw account wordt niet gewist. Het verzoek is afgewezen of ingetrokken.',
    en: 'The authenticator of your account will not be wiped. The request was refused or taken back.',
  },
  'second-factor-cleared': {
    nl: 'De authenticator-app van uw account is gewist. Als u weer inlogt, stelt u een nieuwe in.',
    en: 'The authenticator of your account was wiped. When you log in again, you set up a new one.',
  },
  'second-factor-enrolled': {
    nl: 'Er is een nieuwe authenticator-app ingesteld voor uw account.',
    en: 'A new authenticator was set up for your account.',
  },
  'address-changed': {
    nl: 'Een adres of telefoonnummer van uw account is gewijzigd door de beheerder van uw klantportaal.',
    en: 'An address or phone number of your account was changed by the administrator of your client portal.',
  },
  'own-address-changed': {
    nl: 'Een adres of telefoonnummer van uw account is gewijzigd. U bent op andere apparaten uitgelogd.',
    en: 'An address or phone number of your account was changed. You were signed out on other devices.',
  },
  'access-added': {
    nl: 'De zorgorganisatie heeft nog iemand toegang gegeven tot het klantportaal waarvoor u inlogt.',
    en: 'The care organisation gave somebody else access to the client portal you log in for.',
  },
  'account-made': {
    nl: 'De zorgorganisatie heeft een account gemaakt waarmee iemand voor u inlogt op het klantportaal.',
    en: 'The care organisation made an account with which somebody logs in to the client portal for you.',
  },
  'wipe-code-sent': {
    nl: 'De helpdesk heeft u een code gestuurd om de authenticator-app van een collega te wissen.',
    en: 'The helpdesk sent you a code to wipe the authenticator of a colleague.',
  },
  'devices-forgotten': {
    nl: 'Uw apparaten zijn niet langer vertrouwd. Als u weer inlogt, krijgt u een code per sms.',
    en: 'Your devices are no longer trusted. When you log in again, you get a code by SMS.',
  },
} as const satisfies Record<string, Sentence>

export type NoticeKind = keyof typeof notices

const loginCode: Text = {
  subject: { nl: 'Uw beveiligingscode', en: 'Your security code' },
  paragraphs: [
    {
      nl: 'Uw beveiligingscode is {code}. De code geldt {minutes} minuten. Geef hem aan niemand.',
      en: 'Your security code is {code}. It is valid for {minutes} minutes. Give it to nobody.',
    },
  ],
}

const addressCode: Text = {
  subject: { nl: 'Uw beveiligingscode', en: 'Your security code' },
  paragraphs: [
    {
      nl: 'Met de code {code} bevestigt u in het klantportaal dat dit {what} van u is. De code geldt {minutes} minuten.',
      en: 'With the code {code} you confirm in the client portal that this {what} is yours. It is valid for {minutes} minutes.',
    },
    {
      nl: 'Geef de code aan niemand. Heeft u hier niet om gevraagd? Dan hoeft u niets te doen.',
      en: 'Give the code to nobody. Did you not ask for this? Then you need not do anything.',
    },
  ],
}

const ADDRESS_WORDS: Readonly<Record<VerificationChannel, Sentence>> = {
  sms: { nl: 'nummer', en: 'number' },
  email: { nl: 'e-mailadres', en: 'e-mail address' },
}
/** Whoever receives a code at an address that is not proven yet may be a stranger: the message names nobody. */
const SOMEBODY: Sentence = { nl: 'heer, mevrouw', en: 'Sir or Madam' }

const callerCode: Text = {
  subject: { nl: 'Uw controlecode', en: 'Your verification code' },
  paragraphs: [
    {
      nl: 'Uw controlecode is {code}, om {act}. De code geldt {minutes} minuten.',
      en: 'Your verification code is {code}, to {act}. It is valid for {minutes} minutes.',
    },
    {
      nl: 'Lees de code alleen voor als u nu zelf met de helpdesk belt. Belt u niet? Neem contact op met {helpdesk}.',
      en: 'Read it out only if you are on the phone with the helpdesk now. Not on the phone? Contact {helpdesk}.',
    },
  ],
}

const wipeCode: Text = {
  subject: { nl: 'Uw wiscode', en: 'Your wipe code' },
  paragraphs: [
    {
      nl: 'Met de code {code} wist u in het klantportaal de authenticator-app van {colleague}. De code geldt {minutes} minuten.',
      en: 'With the code {code} you wipe the authenticator of {colleague} in the client portal. It is valid for {minutes} minutes.',
    },
    {
      nl: 'Geef de code aan niemand, ook niet aan de helpdesk. Heeft u hier niet om gebeld? Neem contact op met {helpdesk}.',
      en: 'Give the code to nobody, not to the helpdesk either. Did you not call about this? Contact {helpdesk}.',
    },
  ],
}

const recoveryLink: Text = {
  subject: NEW_PASSWORD,
  paragraphs: [
    {
      nl: 'Er is een nieuw wachtwoord aangevraagd. Kies uw nieuwe wachtwoord via deze link:',
      en: 'A new password was asked. Choose your new password with this link:',
    },
    { nl: '{link}', en: '{link}' },
    {
      nl: 'De link geldt {minutes} minuten en werkt één keer.',
      en: 'The link is valid for {minutes} minutes and works once.',
    },
    {
      nl: 'Heeft u dit niet gevraagd? Gebruik de link dan niet. Twijfelt u? Neem contact op met {helpdesk}.',
      en: 'Did you not ask for this? Then do not use the link. In doubt? Contact {helpdesk}.',
    },
  ],
}

const temporary: Text = {
  subject: NEW_PASSWORD,
  paragraphs: [
    { nl: 'Uw tijdelijke wachtwoord is: {password}', en: 'Your temporary password is: {password}' },
    {
      nl: 'Het geldt {minutes} minuten. Na het inloggen kiest u een eigen wachtwoord.',
      en: 'It is valid for {minutes} minutes. After logging in you choose your own.',
    },
    {
      nl: 'Heeft u dit niet gevraagd? Neem dan meteen contact op met {helpdesk}.',
      en: 'Did you not ask for this? Then contact {helpdesk} at once.',
    },
  ],
}

/** The act as the caller reads it: an impostor's story has to match it. */
const ACTS: Readonly<Record<SensitiveAct, Sentence>> = {
  'reset-password': { nl: 'een nieuw wachtwoord te krijgen', en: 'get a new password' },
  'clear-second-factor': { nl: 'uw authenticator-app te wissen', en: 'wipe your authenticator' },
  'forget-devices': { nl: 'uw vertrouwde apparaten te vergeten', en: 'forget your trusted devices' },
  'issue-wipe-code': {
    nl: 'de authenticator-app van een collega te mogen wissen',
    en: 'be allowed to wipe the authenticator of a colleague',
  },
}

/** A text in the words of its reader, as a letter by e-mail or in one piece by SMS. */
export function compose(
  { to, user, from, lang }: Envelope,
  template: string,
  text: Text,
  params: Record<string, string | number>,
): NewDelivery {
  const words = Object.entries({ helpdesk: from.helpdesk, ...params }).map(([name, value]) => [name, oneLine(String(value))])
  const paragraphs = text.paragraphs.map((one) => say(one, lang, Object.fromEntries(words)))
  const common = { to: to.address, template, ...(user.id === null ? {} : { portalUserId: user.id }) }
  return to.channel === 'sms'
    ? { ...common, channel: 'sms', body: `${from.name}: ${paragraphs.join(' ')}` }
    : {
        ...common,
        channel: 'email',
        subject: say(text.subject, lang),
        body: letterText({ to: user.name, from: from.name, paragraphs }, lang),
      }
}

export function noticeMessage(envelope: Envelope, kind: NoticeKind): NewDelivery {
  return compose(envelope, `account.${kind}`, { subject: CHANGED, paragraphs: [notices[kind], NOT_ME] }, {})
}

export function loginCodeMessage(envelope: Envelope, code: string, minutes: number): NewDelivery {
  return { ...compose(envelope, 'session.device-code', loginCode, { code, minutes }), holdsSecret: true, validMinutes: minutes }
}

export function callerCodeMessage(envelope: Envelope, code: string, act: SensitiveAct, minutes: number): NewDelivery {
  const params = { code, minutes, act: say(ACTS[act], envelope.lang) }
  return { ...compose(envelope, 'account.caller-code', callerCode, params), holdsSecret: true, validMinutes: minutes }
}

/** To an address that is to replace one of the account. */
export function addressCodeMessage(envelope: Envelope, code: string, minutes: number): NewDelivery {
  const { to, lang } = envelope
  const user = { id: envelope.user.id, name: say(SOMEBODY, lang) }
  const params = { code, minutes, what: say(ADDRESS_WORDS[to.channel], lang) }
  return {
    ...compose({ ...envelope, user }, 'account.address-code', addressCode, params),
    holdsSecret: true,
    validMinutes: minutes,
  }
}

export function wipeCodeMessage(envelope: Envelope, code: string, colleague: string, minutes: number): NewDelivery {
  return { ...compose(envelope, 'account.wipe-code', wipeCode, { code, colleague, minutes }), holdsSecret: true }
}

/** The address a recovery link opens. The secret stands after `#`: it reaches no server log and no referrer. */
function recoveryUrl(token: string, from: Sender): string {
  return `${from.portalUrl}/wachtwoord-herstellen#${token}`
}

export function recoveryLinkMessage(envelope: Envelope, token: string, minutes: number): NewDelivery {
  const params = { link: recoveryUrl(token, envelope.from), minutes }
  return { ...compose(envelope, 'session.recovery-link', recoveryLink, params), holdsSecret: true, validMinutes: minutes }
}

export function temporaryPasswordMessage(envelope: Envelope, password: string, minutes: number): NewDelivery {
  return {
    ...compose(envelope, 'session.temporary-password', temporary, { password, minutes }),
    holdsSecret: true,
    validMinutes: minutes,
  }
}
