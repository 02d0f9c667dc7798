/**
 * The send queue ("Postvak uit"). What is handed over is on the disk before it is sent, and is sent under one request id
 * until the portal has decided: after a break, a fault or a restart the same id goes out again, and the portal answers a
 * repeat with its first answer. So: not lost, not twice, and not called sent before it is accepted.
 * Entries of one case go in the order in which they came.
 */
import type { Route } from '../../shared/api/route.ts'
import { API } from '../../shared/api/table.ts'
import type { OutboxEntry, OutboxSubmit } from '../../shared/bridge/outbox.ts'
import { ok, type Result } from '../../shared/bridge/result.ts'
import { checkInput, ruleSentence } from '../../shared/domain/field-rules.ts'
import { createInOrder } from './in-order.ts'
import { entryOf, OUTBOX_NAME, type OutboxRecord, outboxDocument, recordOf, trimmed } from './outbox-document.ts'
import type { Outcome } from './portal-answer.ts'
import type { AnyCall } from './portal-client.ts'
import type { Clock, Logger } from './ports.ts'
import type { Refuser } from './refuse.ts'
import type { Vault } from './vault.ts'

/** Waits before the next attempt, by the number of attempts that came to nothing; the last one goes on. */
export const RETRY_MS = [1_000, 2_000, 5_000, 10_000, 20_000, 30_000] as const

export interface Outbox {
  /** Takes up what was left in the vault. @returns `storage-failed` when the disk cannot be read at all */
  open(vault: Vault): Promise<Result<true>>
  /** Stops sending; what is under way is sent again, under its id, when the same person is back. */
  close(): void
  /** @returns the entry, once it is on the disk; `invalid-input`, `request-id-reused`, `storage-failed`, `signed-out` */
  submit(submit: OutboxSubmit): Promise<Result<OutboxEntry>>
  list(): Result<{ entries: OutboxEntry[] }>
  retry(requestId: string): Promise<Result<OutboxEntry>>
  dismiss(requestId: string): Promise<Result<{ ok: true }>>
  /** The connection is back: what waits goes out at once. */
  hurry(): void
}

export interface OutboxDeps {
  readonly send: (route: Route, call: AnyCall, signal: AbortSignal) => Promise<Outcome<unknown>>
  /** The draft of an accepted entry may go. */
  readonly removeDraft: (key: string) => Promise<Result<unknown>>
  readonly changed: (entries: OutboxEntry[]) => void
  readonly returned: () => void
  /** What was left could not be read and was set aside. */
  readonly unreadable: () => void
  readonly clock: Clock
  readonly refuser: Refuser
  readonly logger: Logger
}

/** Cases that are sent at the same moment, at most. */
const AT_ONCE = 4

interface Open {
  readonly vault: Vault
  readonly stop: AbortController
  /** As on the disk. */
  records: OutboxRecord[]
  /** Cases with an attempt under way, each with the entry that is sent. */
  readonly busy: Map<string, string>
  /** Cases whose next attempt is planned; calling it takes the plan back. */
  readonly planned: Map<string, () => void>
  /** Attempts in a row that came to nothing, by case. */
  readonly failures: Map<string, number>
}

export function createOutbox(deps: OutboxDeps): Outbox {
  const { clock, refuser, logger } = deps
  const inOrder = createInOrder()
  let current: Open | null = null

  const find = (of: Open, requestId: string): OutboxRecord | undefined =>
    of.records.find((record) => record.requestId === requestId)
  const seen = (of: Open, record: OutboxRecord): OutboxEntry => entryOf(record, of.busy.get(record.caseId) === record.requestId)
  const entries = (of: Open): OutboxEntry[] => of.records.map((record) => seen(of, record))
  const tell = (of: Open): void => {
    if (of === current) deps.changed(entries(of))
  }

  /** Puts a new list on the disk and only then in force: what the screen sees is what a restart would find. */
  function store(of: Open, change: (records: readonly OutboxRecord[]) => OutboxRecord[]): Promise<void> {
    return inOrder(async () => {
      const next = trimmed(change(of.records))
      await of.vault.write(outboxDocument, OUTBOX_NAME, { records: next })
      of.records = next
      tell(of)
    })
  }

  const settle = (of: Open, requestId: string, end: Partial<OutboxRecord>): Promise<void> =>
    store(of, (records) => records.map((record) => (record.requestId === requestId ? { ...record, ...end } : record)))

  /** Sends the first waiting entry of every case that has none under way or planned. */
  function pump(of: Open): void {
    for (const record of of.records) {
      if (of.stop.signal.aborted || of.busy.size >= AT_ONCE) return
      if (record.state !== 'waiting' || of.busy.has(record.caseId) || of.planned.has(record.caseId)) continue
      of.busy.set(record.caseId, record.requestId)
      tell(of)
      void run(of, record)
    }
  }

  async function run(of: Open, record: OutboxRecord): Promise<void> {
    const { caseId, requestId, body, basedOn } = record
    const call = { params: { id: record.subjectId }, body, basedOn, requestId }
    const outcome = await deps.send(API[record.route], call, of.stop.signal)
    if (of.stop.signal.aborted) return
    const again = await take(of, record, outcome)
    of.busy.delete(caseId)
    if (of.stop.signal.aborted) return
    tell(of)
    if (again === null) of.failures.delete(caseId)
    else plan(of, caseId, again)
    pump(of)
  }

  function plan(of: Open, caseId: string, afterMs: number): void {
    const callback = (): void => {
      of.planned.delete(caseId)
      pump(of)
    }
    of.planned.set(caseId, clock.after(afterMs, callback))
  }

  /** Does what the outcome asks. @returns after how long to try again, or null when it is settled */
  async function take(of: Open, record: OutboxRecord, outcome: Outcome<unknown>): Promise<number | null> {
    const { requestId, draftKey } = record
    try {
      if (outcome.kind === 'refused') {
        await settle(of, requestId, { state: 'returned', problem: outcome.problem })
        deps.returned()
        return null
      }
      if (outcome.kind === 'done' || outcome.kind === 'garbled') {
        if (draftKey) await deps.removeDraft(draftKey)
        await settle(of, requestId, { state: 'accepted', problem: null, body: null })
        return null
      }
      return Math.max(backOff(of, record.caseId), outcome.retryAfterMs ?? 0)
    } catch (error) {
      // The disk refuses to note it. Asking again under the same id is harmless and gives the same answer.
      logger.error('the outcome of an entry could not be kept', error)
      return backOff(of, record.caseId)
    }
  }

  function backOff(of: Open, caseId: string): number {
    const failures = of.failures.get(caseId) ?? 0
    of.failures.set(caseId, failures + 1)
    return RETRY_MS[Math.min(failures, RETRY_MS.length - 1)] ?? 30_000
  }

  /** Lets planned attempts happen now: of one case, or of all. */
  function hurry(of: Open, caseId: string | null): void {
    for (const [id, takeBack] of of.planned) {
      if (caseId !== null && id !== caseId) continue
      takeBack()
      of.planned.delete(id)
      of.failures.delete(id)
    }
    pump(of)
  }

  function withOpen<T>(work: (of: Open) => Promise<Result<T>>): Promise<Result<T>> {
    const of = current
    return of ? refuser.onDisk(() => work(of)) : Promise.resolve(refuser.refuse('signed-out'))
  }

  function close(): void {
    if (!current) return
    current.stop.abort()
    for (const takeBack of current.planned.values()) takeBack()
    current = null
    deps.changed([])
  }

  return {
    open: (vault) =>
      refuser.onDisk(async () => {
        close()
        // After what a former opening still had to write.
        const found = await inOrder(() => vault.read(outboxDocument, OUTBOX_NAME))
        if (found.state === 'set-aside') deps.unreadable()
        const records = found.state === 'found' ? trimmed(found.value.records) : []
        current = { vault, stop: new AbortController(), records, busy: new Map(), planned: new Map(), failures: new Map() }
        tell(current)
        pump(current)
        return ok(true as const)
      }),
    close,
    submit: (submit) =>
      withOpen(async (of) => {
        const body = checkInput(API[submit.route].body, submit.body, refuser.language(), 'body')
        if (!body.ok) return refuser.refuse('invalid-input', {}, { fields: body.fields })
        const record = recordOf({ ...submit, body: body.value }, clock.now())
        const known = find(of, record.requestId)
        if (known && (known.route !== record.route || known.subjectId !== record.subjectId)) {
          return refuser.refuse('request-id-reused')
        }
        // Looked at again when its turn comes: two tabs may hand over the same thing at once.
        const unknown = (records: readonly OutboxRecord[]): boolean =>
          records.every((other) => other.requestId !== record.requestId)
        if (!known) await store(of, (records) => (unknown(records) ? [...records, record] : [...records]))
        pump(of)
        return ok(seen(of, find(of, record.requestId) ?? record))
      }),
    list: () => (current ? ok({ entries: entries(current) }) : refuser.refuse('signed-out')),
    retry: (requestId) =>
      withOpen(async (of) => {
        const record = find(of, requestId)
        if (!record) return refuser.refuse('not-found')
        if (record.state === 'returned') await settle(of, requestId, { state: 'waiting', problem: null })
        hurry(of, record.caseId)
        return ok(seen(of, find(of, requestId) ?? record))
      }),
    dismiss: (requestId) =>
      withOpen(async (of) => {
        const record = find(of, requestId)
        if (!record) return refuser.refuse('not-found')
        if (record.state === 'waiting') {
          const rule = 'still-on-its-way'
          const fields = [{ field: 'requestId', rule, message: ruleSentence(rule, refuser.language()) }]
          return refuser.refuse('invalid-input', {}, { fields })
        }
        await store(of, (records) => records.filter((other) => other.requestId !== requestId))
        return ok({ ok: true } as const)
      }),
    hurry() {
      if (current) hurry(current, null)
    },
  }
}
