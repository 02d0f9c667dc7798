/** What can be read from the contract table alone: what is asked of people, and what asks for a proof of identity first. */
import { describe, expect, it } from 'vitest'
import type { Route } from '../../shared/api/route.ts'
import { API, type RouteName, routeNames } from '../../shared/api/table.ts'
import { fieldsOf } from './support/schema-fields.ts'

const bodyFields = (name: RouteName): readonly string[] => {
  const { body }: Route = API[name]
  return body ? [...fieldsOf(body)] : []
}

describe('by the contract', () => {
  it('ASVS 6.4.2: a log-in, a recovery and a verification ask a name, a password, a code or a link, and nothing that others could know', () => {
    const proofs = routeNames.filter((name) => API[name].who.kind === 'public' || /verif|authenticator/.test(name))
    expect(proofs.length).toBeGreaterThan(12)
    const asked = new Set(proofs.flatMap(bodyFields))
    expect([...asked].sort()).toEqual([
      'act',
      'channel',
      'code',
      'currentPassword',
      'deviceLabel',
      'deviceToken',
      'email',
      'link',
      'membershipId',
      'newPassword',
      'organisation',
      'password',
      'provider',
      'refreshToken',
      'ticket',
      'userName',
      'workstation',
    ])
  })

  it('ASVS 7.5.3: whatever uses up a receipt, hands out credentials or approves needs a recent proof of identity', () => {
    const sensitive = routeNames.filter(
      (name) =>
        bodyFields(name).includes('receiptId') ||
        ['accounts.create', 'accounts.send-credentials', 'accounts.print-letter', 'accounts.approve-act'].includes(name),
    )
    expect(sensitive.length).toBeGreaterThanOrEqual(8)
    expect(sensitive.filter((name) => (API[name] as Route).recent !== true)).toEqual([])
  })
})
