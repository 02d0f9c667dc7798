/** The accounts side of the in-memory portal: searching, verifying the caller, and the acts. */
import type { StaffSession } from '../../../shared/domain/staff.ts'
import { type AccountState, accountOf, accountStates } from './accounts.ts'
import { type Answer, type Call, type Handlers, no, type Tell, yes } from './answer.ts'
import { HandOuts } from './hand-outs.ts'
import { idOf } from './people.ts'

/** The code that callers read out in the in-memory portal. */
export const CALLER_CODE = '417052'

export class AccountDesk {
  readonly accounts: AccountState[] = accountStates()
  /** Recent proof of identity; false asks `confirm-first`. */
  confirmed = true
  readonly handOuts: HandOuts
  readonly #staff: () => StaffSession
  readonly #now: () => number
  readonly #tell: Tell
  readonly #verifications = new Map<string, { act: string; triesLeft: number }>()
  readonly #receipts = new Map<string, string>()
  #ids = 1

  constructor(staff: () => StaffSession, now: () => number, tell: Tell) {
    this.#staff = staff
    this.#now = now
    this.#tell = tell
    this.handOuts = new HandOuts({
      staff,
      now,
      confirmed: () => this.confirmed,
      accountNamed: (id) => {
        const state = this.accounts.find((one) => one.id === id)
        return state ? accountOf(state) : null
      },
      nextId: () => this.#nextId(),
    })
    this.handlers = { ...this.#ownHandlers, ...this.handOuts.handlers }
  }

  #nextId(): string {
    this.#ids += 1
    return idOf(99, this.#ids)
  }

  caseClosed(caseId: string): void {
    const at = this.accounts.findIndex((account) => account.caseId === caseId)
    const account = this.accounts[at]
    if (account) this.accounts[at] = { ...account, caseId: null }
  }

  #account(call: Call): AccountState | undefined {
    return this.accounts.find((one) => one.id === call.params?.['id'])
  }

  /** An act on an account: refused when stale, or without the receipt it needs. */
  #act(name: string, alter: (state: AccountState) => void): (call: Call) => Answer {
    return (call) => {
      const state = this.#account(call)
      if (!state) return no('not-found')
      const { receiptId } = call.body as { receiptId?: string }
      if (name !== 'unblock') {
        if (!this.confirmed) return no('confirm-first')
        if (!receiptId || this.#receipts.get(receiptId) !== name) return no('receipt-invalid')
      }
      if (call.basedOn !== state.version) return no('stale-version', {}, accountOf(state))
      if (receiptId) this.#receipts.delete(receiptId)
      alter(state)
      state.version += 1
      this.#tell({
        type: 'account.changed',
        queue: null,
        caseId: null,
        subjectId: state.id,
        version: state.version,
        staffId: this.#staff().id,
      })
      return yes(accountOf(state))
    }
  }

  #log(state: AccountState, type: AccountState['timeline'][number]['type']): void {
    const line = {
      id: this.#nextId(),
      at: new Date(this.#now()).toISOString(),
      type,
      by: 'staff' as const,
      staffName: this.#staff().name,
      administratorName: null,
      detail: '',
    }
    state.timeline = [line, ...state.timeline]
  }

  #search(call: Call): Answer {
    const { q } = call.query as { q: string }
    const found = this.accounts.filter((one) =>
      `${one.name} ${one.userName} ${one.clientNumber}`.toLowerCase().includes(q.toLowerCase()),
    )
    const rows = found.map((state) => {
      const { id, name, userName, kind, status, clientNumber, clientName, caseId } = accountOf(state)
      return { id, name, userName, kind, status, clientNumber, clientName, caseId }
    })
    return yes({ rows, next: null })
  }

  #verify(call: Call): Answer {
    const id = this.#nextId()
    this.#verifications.set(id, { act: (call.body as { act: string }).act, triesLeft: 5 })
    return yes({
      verificationId: id,
      sentTo: '06 ···· 4412',
      expiresAt: new Date(this.#now() + 600_000).toISOString(),
      triesLeft: 5,
    })
  }

  #check(call: Call): Answer {
    const started = this.#verifications.get(call.params?.['id'] ?? '')
    if (!started || started.triesLeft === 0) return no('code-expired')
    if ((call.body as { code: string }).code !== CALLER_CODE) {
      started.triesLeft -= 1
      return no('code-wrong', { left: started.triesLeft })
    }
    const receiptId = this.#nextId()
    this.#receipts.set(receiptId, started.act)
    return yes({ receiptId, expiresAt: new Date(this.#now() + 600_000).toISOString() })
  }

  readonly handlers: Handlers

  readonly #ownHandlers: Handlers = {
    'accounts.search': (call) => this.#search(call),
    'accounts.open': (call) => {
      const state = this.#account(call)
      return state ? yes(accountOf(state)) : no('not-found')
    },
    'accounts.open-case': (call) => {
      const state = this.#account(call)
      return state ? yes({ caseId: state.caseId ?? this.#nextId() }) : no('not-found')
    },
    'deliveries.retry': (call) => {
      for (const state of this.accounts) {
        const failed = state.deliveries?.find((one) => one.id === call.params?.['id'])
        if (!failed) continue
        if (!failed.retryable) return no('not-retryable')
        const again = { ...failed, status: 'queued', attempts: 0, failure: null, error: null, retryable: false } as const
        state.deliveries = (state.deliveries ?? []).map((one) => (one === failed ? again : one))
        return yes(again)
      }
      return no('not-found')
    },
    'accounts.send-credentials': (call) => {
      const state = this.#account(call)
      if (!state) return no('not-found')
      if (!this.confirmed) return no('confirm-first')
      if (state.facts.lastLoginAt !== null) return no('already-used')
      if (call.basedOn !== state.version) return no('stale-version', {}, accountOf(state))
      state.version += 1
      this.handOuts.post(state)
      this.#log(state, 'credentials-sent')
      return yes(accountOf(state))
    },
    'accounts.start-verification': (call) => this.#verify(call),
    'accounts.check-verification': (call) => this.#check(call),
    'accounts.refuse-verification': () => yes({ ok: true }),
    'accounts.unblock': this.#act('unblock', (state) => {
      state.facts = { ...state.facts, status: 'active', failures: 0, blockedAt: null }
      this.#log(state, 'unblocked')
    }),
    'accounts.forget-devices': this.#act('forget-devices', (state) => {
      state.devices = 0
      state.facts = { ...state.facts, trustedDevices: 0 }
      this.#log(state, 'devices-forgotten')
    }),
    'accounts.reset-password': this.#act('reset-password', (state) => {
      state.facts = { ...state.facts, temporaryPassword: true }
      this.#log(state, 'reset-sent')
    }),
  }
}
