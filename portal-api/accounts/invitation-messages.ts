/**
 * What people receive who are given access: an invitation, first credentials, and word that access went on, off or away.
 * A first password is temporary; whoever logs in with it chooses their own.
 */
import type { Sentence } from '../../shared/domain/language.ts'
import type { NewDelivery } from '../platform/context.ts'
import { compose, type Envelope, type Text } from './messages.ts'

/** Who gives the access, and to whose portal. Null when the provider itself does. */
export interface Invitation {
  readonly by: string
  readonly of: string
}

const GIVEN: Sentence = {
  nl: 'U krijgt toegang tot het cliëntportaal van {provider}.',
  en: 'You are given access to the client portal of {provider}.',
}
const GIVEN_BY: Sentence = {
  nl: '{by} geeft u toegang tot het cliëntportaal van {of} bij {provider}.',
  en: '{by} gives you access to the client portal of {of} at {provider}.',
}
const USER_NAME: Sentence = { nl: 'Uw gebruikersnaam is: {userName}', en: 'Your user name is: {userName}' }
const PASSWORD: Sentence = {
  nl: 'Uw tijdelijke wachtwoord is: {password}',
  en: 'Your temporary password is: {password}',
}
const OWN_PASSWORD: Sentence = {
  nl: 'Het geldt {days} dagen. Na het inloggen kiest u een eigen wachtwoord.',
  en: 'It is valid for {days} days. After logging in you choose your own.',
}
const LOG_IN: Sentence = { nl: 'U logt in op {url}.', en: 'You log in at {url}.' }
const OWN_NAME: Sentence = {
  nl: 'U logt in op {url}, met uw eigen gebruikersnaam en wachtwoord.',
  en: 'You log in at {url}, with your own user name and password.',
}
const STRANGE: Sentence = {
  nl: 'Verwacht u dit niet? Doe dan niets, of neem contact op met {helpdesk}.',
  en: 'Do you not expect this? Then do nothing, or contact {helpdesk}.',
}
const ACCESS: Sentence = { nl: 'Toegang tot het cliëntportaal', en: 'Access to the client portal' }

const texts = {
  existing: { subject: ACCESS, paragraphs: [GIVEN_BY, OWN_NAME, STRANGE] },
  removed: {
    subject: ACCESS,
    paragraphs: [
      {
        nl: 'U heeft geen toegang meer tot het cliëntportaal van {of} bij {provider}.',
        en: 'You no longer have access to the client portal of {of} at {provider}.',
      },
      {
        nl: 'Vragen hierover? Neem contact op met de beheerder van dat portaal, of met {helpdesk}.',
        en: 'Questions about this? Contact the administrator of that portal, or {helpdesk}.',
      },
    ],
  },
} as const satisfies Record<string, Text>

/** An account that logs in already gets access to one more portal: no credentials are sent. */
export function invitationMessage(envelope: Envelope, invitation: Invitation): NewDelivery {
  const params = { ...invitation, provider: envelope.from.name, url: envelope.from.portalUrl }
  return compose(envelope, 'account.invited', texts.existing, params)
}

export function accessRemovedMessage(envelope: Envelope, of: string): NewDelivery {
  return compose(envelope, 'account.access-removed', texts.removed, { of, provider: envelope.from.name })
}

interface Credentials {
  readonly userName: string
  readonly password: string
  /** How long the password is good. */
  readonly days: number
}

/** First credentials by e-mail, in one message or with the password in one of its own. */
export function credentialsMessages(
  envelope: Envelope,
  { userName, password, days }: Credentials,
  invitation: Invitation | null,
  mails: 'one' | 'two',
): readonly NewDelivery[] {
  const params = { ...invitation, userName, password, days, provider: envelope.from.name, url: envelope.from.portalUrl }
  const given = invitation === null ? GIVEN : GIVEN_BY
  const mail = (template: string, subject: Sentence, paragraphs: readonly Sentence[]) =>
    compose(envelope, template, { subject, paragraphs }, params)
  if (mails === 'one')
    return [
      { ...mail('account.credentials', ACCESS, [given, USER_NAME, PASSWORD, OWN_PASSWORD, LOG_IN, STRANGE]), holdsSecret: true },
    ]
  const apart: Sentence = {
    nl: 'Uw tijdelijke wachtwoord krijgt u in een aparte e-mail.',
    en: 'Your temporary password comes in a separate e-mail.',
  }
  const before: Sentence = {
    nl: 'Uw gebruikersnaam heeft u in een aparte e-mail gekregen.',
    en: 'Your user name came in a separate e-mail.',
  }
  return [
    mail('account.first-user-name', { nl: 'Uw gebruikersnaam', en: 'Your user name' }, [
      given,
      USER_NAME,
      apart,
      LOG_IN,
      STRANGE,
    ]),
    {
      ...mail('account.first-password', { nl: 'Uw tijdelijke wachtwoord', en: 'Your temporary password' }, [
        PASSWORD,
        OWN_PASSWORD,
        before,
        STRANGE,
      ]),
      holdsSecret: true,
    },
  ]
}
