/** Invented portal accounts of the in-memory workstation. The diagnosis is the product's own. */
import {
  type Account,
  type AccountFacts,
  type ActPreview,
  diagnose,
  maskEmail,
  maskPhone,
} from '../../../shared/domain/accounts.ts'
import type { CaseDetail } from '../../../shared/domain/cases.ts'
import { PORTAL_PROFILES } from '../../../shared/domain/portal-profiles.ts'
import { idOf, rowOf } from './people.ts'

const profile = PORTAL_PROFILES.find((one) => one.deviceVerification === 'per-device')
if (!profile) throw new Error('no profile with device verification')

/** What the in-memory portal knows of an account; the screen gets {@link accountOf}. */
export interface AccountState {
  readonly id: string
  readonly caseId: string | null
  readonly name: string
  readonly userName: string
  readonly clientNumber: number
  facts: AccountFacts
  devices: number
  sessions: number
  version: number
  timeline: Account['timeline']
  deliveries?: Account['deliveries']
  /** Where a code may go, where it is not as for the others. */
  verification?: Account['verification']
}

export function accountOf(state: AccountState): Account {
  const facts = state.facts
  const act = (
    name: ActPreview['act'],
    possible: boolean,
    why: ActPreview['why'],
    change: Partial<ActPreview> = {},
  ): ActPreview => ({
    act: name,
    possible,
    why: possible ? null : why,
    needsReceipt: name !== 'unblock',
    fourEyes: name === 'clear-second-factor',
    waits: null,
    stops: { devices: 0, sessions: 0 },
    tells: [maskEmail(`${state.userName}@post.example`)],
    method: null,
    ...change,
  })
  const stops = { devices: state.devices, sessions: state.sessions }
  return {
    id: state.id,
    name: state.name,
    userName: state.userName,
    kind: 'client',
    status: facts.status,
    clientNumber: state.clientNumber,
    clientName: state.name,
    caseId: state.caseId,
    clientId: idOf(4, 900),
    memberships: [
      {
        id: idOf(13, state.clientNumber),
        name: state.name,
        kind: 'client',
        relation: 'zelf',
        rights: [...facts.rights],
        administrator: false,
        status: 'active',
      },
    ],
    since: '2023-03-01T09:00:00.000Z',
    lastLoginAt: facts.lastLoginAt,
    userNameChangeable: false,
    devices: Array.from({ length: state.devices }, (_, n) => ({
      id: idOf(11, n + 1),
      label: n === 0 ? 'Safari op iPad' : 'Chrome op Windows',
      trustedAt: '2026-05-02T09:00:00.000Z',
      lastUsedAt: '2026-11-14T18:38:00.000Z',
      expiresAt: null,
    })),
    openSessions: state.sessions,
    secondFactor: 'device',
    diagnosis: diagnose(profile as NonNullable<typeof profile>, facts),
    timeline: state.timeline,
    deliveries: state.deliveries ?? [],
    verification: state.verification ?? [
      { channel: 'sms', masked: maskPhone('0612344412'), possible: true, why: null },
      { channel: 'email', masked: maskEmail(`${state.userName}@post.example`), possible: false, why: 'too-new' },
    ],
    acts: [
      act('unblock', facts.status === 'blocked', 'not-blocked'),
      act('forget-devices', state.devices > 0, 'no-devices', { stops }),
      act('reset-password', true, null, { stops, method: 'temporary-password' }),
      act('clear-second-factor', false, 'no-second-factor'),
    ],
    version: state.version,
  }
}

const facts = (change: Partial<AccountFacts>): AccountFacts => ({
  status: 'active',
  failures: 0,
  blockedAt: null,
  careEnded: false,
  invitedAt: '2023-03-01T09:00:00.000Z',
  rights: ['dossier'],
  needsRights: true,
  member: true,
  mobile: 'valid',
  email: 'known',
  codesSent: 1,
  lastCodeAt: '2026-11-14T18:38:00.000Z',
  lastCodeUsed: true,
  trustedDevices: 2,
  temporaryPassword: false,
  lastLoginAt: '2026-11-14T18:38:00.000Z',
  ...change,
})

const event = (
  n: number,
  at: string,
  type: Account['timeline'][number]['type'],
  detail: string,
): Account['timeline'][number] => ({
  id: idOf(12, n),
  at,
  type,
  by: type === 'blocked' ? 'system' : 'user',
  staffName: null,
  administratorName: null,
  detail,
})

const delivery = (n: number, given: Partial<Account['deliveries'][number]>): Account['deliveries'][number] => ({
  id: idOf(13, n),
  channel: 'email',
  about: 'other',
  masked: given.channel === 'sms' ? maskPhone('0612344412') : maskEmail('m.aydin@post.example'),
  status: 'sent',
  attempts: 1,
  at: '2026-11-23T07:52:00.000Z',
  sentAt: null,
  nextTryAt: null,
  failure: null,
  error: null,
  retryable: false,
  ...given,
})

export const accountStates = (): AccountState[] => [
  {
    id: idOf(10, 1),
    caseId: idOf(5, 501),
    name: 'Mevr. M. Aydin',
    userName: 'm.aydin',
    clientNumber: 118_204,
    facts: facts({ status: 'blocked', failures: 5, blockedAt: '2026-11-23T07:52:00.000Z' }),
    devices: 2,
    sessions: 1,
    version: 3,
    timeline: [
      event(1, '2026-11-23T07:52:00.000Z', 'blocked', '5 van 5'),
      event(2, '2026-11-23T07:52:00.000Z', 'password-wrong', '5 van 5'),
      event(3, '2026-11-23T07:51:00.000Z', 'password-wrong', '4 van 5'),
      event(4, '2026-11-14T18:38:00.000Z', 'login', 'Safari op iPad'),
      event(5, '2026-05-02T09:00:00.000Z', 'device-trusted', 'Safari op iPad'),
    ],
    deliveries: [
      delivery(1, {
        channel: 'email',
        about: 'account-notice',
        status: 'failed',
        failure: 'address-refused',
        error: '550 5.1.1 RCPT TO',
        retryable: true,
      }),
      delivery(2, { channel: 'sms', about: 'code', status: 'sent', at: '2026-11-14T18:37:00.000Z' }),
    ],
  },
  {
    id: idOf(10, 2),
    caseId: idOf(5, 502),
    name: 'Tineke Hofstra',
    userName: 't.hofstra',
    clientNumber: 118_240,
    facts: facts({ codesSent: 3, lastCodeUsed: false, trustedDevices: 0 }),
    devices: 0,
    sessions: 0,
    version: 1,
    timeline: [event(10, '2026-11-23T08:11:00.000Z', 'code-sent', '06 ···· 4412')],
  },
  {
    id: idOf(10, 3),
    caseId: null,
    name: 'Bram Hofstra',
    userName: 'b.hofstra',
    clientNumber: 118_241,
    facts: facts({}),
    devices: 1,
    sessions: 0,
    version: 1,
    timeline: [],
  },
]

export const accountCases = (): CaseDetail[] =>
  accountStates().flatMap((state, index): CaseDetail[] => {
    if (!state.caseId) return []
    const reason = state.facts.status === 'blocked' ? 'blocked' : 'no-code'
    return [
      {
        ...rowOf(501 + index, {
          queue: 'accounts',
          name: state.name,
          clientNumber: state.clientNumber,
          dueAt: '2026-11-23T10:00:00.000Z',
          openedAt: '2026-11-23T07:52:00.000Z',
          facets: [reason],
          facts: { queue: 'accounts', reason, userName: state.userName, portalUserId: state.id },
        }),
        status: 'open',
        closedAt: null,
        closedBy: null,
        reportedBy: { name: state.name, relation: 'zelf' },
        client: null,
        subject: { queue: 'accounts', portalUserId: state.id, reason, note: '' },
      },
    ]
  })
