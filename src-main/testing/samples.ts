/** Answers of a portal with invented people, in the shapes of the contract. */
import type { CaseDetail } from '../../shared/domain/cases.ts'
import type { StaffSession } from '../../shared/domain/staff.ts'
import { testUuid } from './memory-ports.ts'

export const STAFF_ID = testUuid(0xa1)
export const CASE_ID = testUuid(0xc1)
export const REQUEST_SUBJECT_ID = testUuid(0xd1)
export const DRAFT_KEY = Buffer.alloc(32, 7).toString('base64')

export function sampleSession(provider = 'cordaan'): StaffSession {
  return {
    id: STAFF_ID,
    name: 'Noor Willemsen',
    initials: 'NW',
    email: 'noor@desk.example',
    provider,
    providerName: provider === 'cordaan' ? 'Cordaan' : 'Laurens',
    role: 'care-manager',
    team: null,
    queues: ['contact-requests'],
    memberships: [
      { provider: 'cordaan', providerName: 'Cordaan', role: 'care-manager', team: null },
      { provider: 'laurens', providerName: 'Laurens', role: 'care-manager', team: null },
    ],
    confirmedAt: '2026-11-23T08:55:00.000Z',
  }
}

export function sampleCase(reply: string | null = null): CaseDetail {
  const closed = reply !== null
  return {
    id: CASE_ID,
    number: 'CR-20418',
    queue: 'contact-requests',
    name: 'Mevr. C. Test',
    clientNumber: 20418,
    openedAt: '2026-11-20T10:00:00.000Z',
    dueAt: '2026-11-24T10:00:00.000Z',
    facets: [],
    addressedTo: null,
    claim: null,
    version: closed ? 2 : 1,
    facts: { queue: 'contact-requests', kind: 'contact-request', subject: 'portal', excerpt: 'Hoe wijzig ik mijn nummer?' },
    status: closed ? 'closed' : 'open',
    closedAt: closed ? '2026-11-23T09:00:00.000Z' : null,
    closedBy: closed ? 'Noor Willemsen' : null,
    reportedBy: { name: 'C. Test', relation: 'cliënt' },
    client: null,
    subject: {
      queue: 'contact-requests',
      kind: 'contact-request',
      request: {
        id: REQUEST_SUBJECT_ID,
        subject: 'portal',
        message: 'Hoe wijzig ik mijn nummer?',
        status: closed ? 'closed' : 'open',
        submittedAt: '2026-11-20T10:00:00.000Z',
        changedAt: null,
        closedAt: closed ? '2026-11-23T09:00:00.000Z' : null,
        reply,
        repliedBy: closed ? 'Noor Willemsen' : null,
        version: closed ? 2 : 1,
      },
      previousMessage: null,
      readers: [{ name: 'C. Test', relation: 'cliënt' }],
      project: null,
      addressedTo: null,
    },
  }
}
