/** New accounts, letters for the printer and requests for a second pair of eyes, in the in-memory portal. */
import type { Account, AccountOwner, AccountRules, Approval, DecidedApproval } from '../../../shared/domain/accounts.ts'
import type { WaitingLetter } from '../../../shared/domain/letters.ts'
import type { StaffSession } from '../../../shared/domain/staff.ts'
import { type Answer, type Call, type Handlers, no, yes } from './answer.ts'
import { colleagues, idOf } from './people.ts'

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

export const RULES_BY_LETTER: AccountRules = {
  kinds: ['client', 'representative'],
  firstCredentials: 'letter',
  days: 14,
  emailNeeded: false,
  mobileNeeded: true,
}

const owners: readonly AccountOwner[] = [
  { kind: 'client', id: idOf(4, 1), name: 'Mevr. H. Verbeek-de Wit', clientNumber: 104_882, city: 'Krommenie', has: [] },
  { kind: 'client', id: idOf(4, 2), name: 'Dhr. A. Verburg', clientNumber: 101_340, city: 'Wormerveer', has: ['client'] },
]

export interface HandOutsParts {
  readonly staff: () => StaffSession
  readonly now: () => number
  readonly confirmed: () => boolean
  /** An account of the desk as its page shows it. */
  readonly accountNamed: (id: string) => Account | null
  readonly nextId: () => string
}

export class HandOuts {
  rules: AccountRules = RULES_BY_LETTER
  letters: WaitingLetter[]
  approvals: Approval[]
  decided: DecidedApproval[] = []
  /** Accounts that were made here, newest last. */
  readonly made: unknown[] = []
  readonly #parts: HandOutsParts

  constructor(parts: HandOutsParts) {
    this.#parts = parts
    const at = (ms: number) => new Date(parts.now() + ms).toISOString()
    this.letters = ['Mevr. G. Smit', 'Dhr. W. Lammers'].map((name, index) => ({
      id: idOf(21, index + 1),
      portalUserId: idOf(10, 3),
      name,
      createdAt: at((index - 2) * 3_600_000),
      validUntil: at(14 * DAY_MS),
    }))
    this.approvals = [
      {
        id: idOf(22, 1),
        act: 'clear-second-factor',
        account: { id: idOf(10, 2), name: 'Tineke Hofstra', userName: 't.hofstra' },
        requestedBy: colleagues.ruben,
        reason: 'Telefoon gestolen, nieuwe telefoon',
        requestedAt: at(-6 * MINUTE_MS),
        expiresAt: at(24 * MINUTE_MS),
        verified: { channel: 'email', at: at(-6 * MINUTE_MS) },
      },
    ]
  }

  counts(): { approvals: number; letters: number } {
    return { approvals: this.approvals.length, letters: this.letters.length }
  }

  /** A letter of this account waits from now on. */
  post(account: { readonly id: string; readonly name: string }): void {
    const now = this.#parts.now()
    const times = { createdAt: new Date(now).toISOString(), validUntil: new Date(now + 14 * DAY_MS).toISOString() }
    this.letters = [
      ...this.letters.filter((one) => one.portalUserId !== account.id),
      { id: this.#parts.nextId(), portalUserId: account.id, name: account.name, ...times },
    ]
  }

  #create(call: Call): Answer {
    if (!this.#parts.confirmed()) return no('confirm-first')
    const body = call.body as { name: string; owner: { clientId?: string }; kind: string }
    const owner = owners.find((one) => one.id === body.owner.clientId)
    if (body.kind === 'client' && owner?.has.includes('client')) return no('already-user')
    const like = this.#parts.accountNamed(idOf(10, 3))
    if (!like) return no('not-found')
    this.made.push(body)
    const account: Account = { ...like, id: this.#parts.nextId(), name: body.name, lastLoginAt: null, caseId: null, version: 1 }
    this.post(account)
    return yes(account)
  }

  #print(call: Call): Answer {
    if (!this.#parts.confirmed()) return no('confirm-first')
    const letter = this.letters.find((one) => one.id === call.params?.['id'])
    if (!letter) return no('letter-gone')
    this.letters = this.letters.filter((one) => one !== letter)
    return yes({ fileName: 'inloggegevens-brief104118.pdf', pdf: btoa('%PDF-1.7') })
  }

  #decide(outcome: 'approved' | 'refused'): (call: Call) => Answer {
    return (call) => {
      const found = this.approvals.find((one) => one.id === call.params?.['id'])
      const me = this.#parts.staff()
      if (!found) return no('approval-over')
      if (outcome === 'approved' && found.requestedBy.id === me.id) return no('approve-other')
      this.approvals = this.approvals.filter((one) => one !== found)
      if (found.requestedBy.id === me.id) {
        const decidedAt = new Date(this.#parts.now()).toISOString()
        const decidedBy = { id: me.id, name: me.name, initials: me.initials }
        this.decided = [{ ...found, outcome, decidedBy, decidedAt }, ...this.decided]
      }
      const account = this.#parts.accountNamed(found.account.id)
      return account ? yes(account) : no('not-found')
    }
  }

  readonly handlers: Handlers = {
    'accounts.rules': () => yes(this.rules),
    'accounts.owners': (call) => {
      const { q } = call.query as { q: string }
      const rows = owners.filter((one) => `${one.name} ${one.clientNumber}`.toLowerCase().includes(q.toLowerCase()))
      return yes({ rows, more: false })
    },
    'accounts.create': (call) => this.#create(call),
    'accounts.letters': () => yes({ rows: this.letters, next: null }),
    'accounts.print-letter': (call) => this.#print(call),
    'accounts.approvals': () => yes({ rows: this.approvals, decided: this.decided }),
    'accounts.approve-act': this.#decide('approved'),
    'accounts.refuse-act': this.#decide('refused'),
  }
}
