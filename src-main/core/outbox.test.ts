import { describe, expect, it } from 'vitest'
import type { OutboxEntry, OutboxSubmit } from '../../shared/bridge/outbox.ts'
import { makeProblem, type ProblemCode } from '../../shared/domain/problems.ts'
import { createMemoryPorts, type MemoryPorts, testUuid } from '../testing/memory-ports.ts'
import { DRAFT_KEY } from '../testing/samples.ts'
import { createOutbox, type Outbox, RETRY_MS } from './outbox.ts'
import { ACCEPTED_KEPT } from './outbox-document.ts'
import type { Outcome } from './portal-answer.ts'
import type { AnyCall } from './portal-client.ts'
import { createRefuser } from './refuse.ts'
import { openVault, type Vault } from './vault.ts'

const DONE: Outcome<unknown> = { kind: 'done', value: {} }
const unsettled = (code: ProblemCode, retryAfterMs: number | null = null): Outcome<unknown> => ({
  kind: 'unsettled',
  problem: makeProblem(code, 'nl'),
  retryAfterMs,
})
const refused = (code: ProblemCode): Outcome<unknown> => ({ kind: 'refused', problem: makeProblem(code, 'nl') })

interface Attempt {
  readonly call: AnyCall
  readonly onDisk: boolean
  answer(outcome: Outcome<unknown>): Promise<void>
}

function submitOf(number: number, over: Partial<OutboxSubmit> = {}): OutboxSubmit {
  return {
    requestId: testUuid(0x1000 + number),
    route: 'contact-requests.reply',
    subjectId: testUuid(0x2000 + number),
    caseId: testUuid(0x3000 + number),
    basedOn: 4,
    body: { text: `Antwoord ${number}` },
    label: 'Mevr. C. Test',
    draftKey: `reply:${number}`,
    ...over,
  }
}

function setUp(ports: MemoryPorts = createMemoryPorts()) {
  const attempts: Attempt[] = []
  const removed: string[] = []
  let told: OutboxEntry[] = []
  let returned = 0
  const outbox: Outbox = createOutbox({
    send: (_route, call, signal) =>
      new Promise((resolve) => {
        const gone = (): void => resolve(unsettled('portal-unreachable'))
        signal.addEventListener('abort', gone)
        attempts.push({
          call,
          onDisk: ports.storage.documents.size > 0,
          async answer(outcome) {
            signal.removeEventListener('abort', gone)
            resolve(outcome)
            await ports.clock.advance(0)
          },
        })
      }),
    removeDraft: async (key) => {
      removed.push(key)
      return { ok: true, value: null }
    },
    changed: (entries) => {
      told = entries
    },
    returned: () => {
      returned += 1
    },
    unreadable: () => {},
    clock: ports.clock,
    refuser: createRefuser(() => 'nl'),
    logger: ports.logger,
  })
  const vault = (): Vault => {
    const opened = openVault(ports.storage, DRAFT_KEY, { staffId: 'staff-1', provider: 'cordaan' })
    if (!opened) throw new Error('no vault')
    return opened
  }
  return {
    ports,
    outbox,
    attempts,
    removed,
    open: () => outbox.open(vault()),
    states: () => told.map((entry) => entry.state),
    told: () => told,
    returned: () => returned,
  }
}

describe('the outbox', () => {
  it('is on the disk before it is sent, sealed, and carries id, version and text', async () => {
    const { ports, outbox, attempts, open } = setUp()
    await open()
    expect(await outbox.submit(submitOf(1))).toMatchObject({ ok: true, value: { state: 'sending', problem: null } })
    expect(attempts).toHaveLength(1)
    expect(attempts[0]?.onDisk).toBe(true)
    expect(attempts[0]?.call).toEqual({
      params: { id: testUuid(0x2001) },
      body: { text: 'Antwoord 1' },
      basedOn: 4,
      requestId: testUuid(0x1001),
    })
    const onDisk = JSON.stringify([...ports.storage.documents])
    expect(onDisk).not.toContain('Antwoord')
    expect(onDisk).not.toContain('Test')
  })

  it('is accepted only when the portal accepts; then the draft goes and the text is kept no longer', async () => {
    const { outbox, attempts, removed, states, open } = setUp()
    await open()
    await outbox.submit(submitOf(1))
    expect(states()).toEqual(['sending'])
    expect(removed).toEqual([])
    await attempts[0]?.answer(DONE)
    expect(states()).toEqual(['accepted'])
    expect(removed).toEqual(['reply:1'])
  })

  it('waits after a failure that decides nothing, and repeats under the same id, ever later', async () => {
    const { ports, outbox, attempts, states, open } = setUp()
    await open()
    await outbox.submit(submitOf(1))
    for (const [index, pause] of [...RETRY_MS, 30_000].entries()) {
      await attempts[index]?.answer(unsettled(index % 2 === 0 ? 'portal-unreachable' : 'server-fault'))
      expect(states()).toEqual(['waiting'])
      await ports.clock.advance(pause - 1)
      expect(attempts).toHaveLength(index + 1)
      await ports.clock.advance(1)
      expect(attempts).toHaveLength(index + 2)
    }
    expect(new Set(attempts.map(({ call }) => call.requestId)).size).toBe(1)
  })

  it('waits as long as the portal asks', async () => {
    const { ports, outbox, attempts, open } = setUp()
    await open()
    await outbox.submit(submitOf(1))
    await attempts[0]?.answer(unsettled('rate-limited', 45_000))
    await ports.clock.advance(44_999)
    expect(attempts).toHaveLength(1)
    await ports.clock.advance(1)
    expect(attempts).toHaveLength(2)
  })

  it('goes at once when the connection is back', async () => {
    const { outbox, attempts, open } = setUp()
    await open()
    await outbox.submit(submitOf(1))
    await attempts[0]?.answer(unsettled('portal-unreachable'))
    outbox.hurry()
    expect(attempts).toHaveLength(2)
    outbox.hurry()
    expect(attempts).toHaveLength(2)
  })

  it.each(['stale-version', 'already-closed', 'withdrawn', 'forbidden'] as const)(
    'comes back on %s, with the problem, and the draft stays',
    async (code) => {
      const { ports, outbox, attempts, removed, told, returned, open } = setUp()
      await open()
      await outbox.submit(submitOf(1))
      await attempts[0]?.answer(refused(code))
      expect(told()).toMatchObject([{ state: 'returned', problem: { code } }])
      expect(removed).toEqual([])
      expect(returned()).toBe(1)
      await ports.clock.advance(60_000)
      expect(attempts).toHaveLength(1)
    },
  )

  it('keeps the order within a case, and lets other cases pass', async () => {
    const { outbox, attempts, open } = setUp()
    await open()
    const caseId = testUuid(0x3333)
    await outbox.submit(submitOf(1, { caseId }))
    await outbox.submit(submitOf(2, { caseId }))
    await outbox.submit(submitOf(3))
    const sent = () => attempts.map(({ call }) => call.requestId)
    expect(sent()).toEqual([testUuid(0x1001), testUuid(0x1003)])
    await attempts[0]?.answer(unsettled('portal-unreachable'))
    expect(sent()).toHaveLength(2)
    outbox.hurry()
    await attempts[2]?.answer(DONE)
    expect(sent()).toEqual([testUuid(0x1001), testUuid(0x1003), testUuid(0x1001), testUuid(0x1002)])
  })

  it('sends no more than four cases at a time', async () => {
    const { outbox, attempts, open } = setUp()
    await open()
    for (let number = 1; number <= 6; number += 1) await outbox.submit(submitOf(number))
    expect(attempts).toHaveLength(4)
    await attempts[0]?.answer(DONE)
    expect(attempts).toHaveLength(5)
  })

  it('takes up after a restart what was waiting or under way, under the same ids', async () => {
    const before = setUp()
    await before.open()
    await before.outbox.submit(submitOf(1))
    await before.outbox.submit(submitOf(2))
    await before.attempts[1]?.answer(DONE)
    const after = setUp(createMemoryPorts({ storage: before.ports.storage }))
    await after.open()
    expect(after.attempts.map(({ call }) => call.requestId)).toEqual([testUuid(0x1001)])
    expect(after.states()).toEqual(['sending', 'accepted'])
    expect(after.attempts[0]?.call.body).toEqual({ text: 'Antwoord 1' })
  })

  it('stops at signing out, keeps what waits, and says nothing of it meanwhile', async () => {
    const { ports, outbox, attempts, told, open } = setUp()
    await open()
    await outbox.submit(submitOf(1))
    outbox.close()
    expect(told()).toEqual([])
    expect(outbox.list()).toMatchObject({ ok: false, problem: { code: 'signed-out' } })
    expect(await outbox.submit(submitOf(2))).toMatchObject({ ok: false, problem: { code: 'signed-out' } })
    await ports.clock.advance(60_000)
    expect(attempts).toHaveLength(1)
    await open()
    expect(attempts.map(({ call }) => call.requestId)).toEqual([testUuid(0x1001), testUuid(0x1001)])
  })

  it('is one entry, however often the same thing is handed over', async () => {
    const { outbox, attempts, told, open } = setUp()
    await open()
    const results = await Promise.all([outbox.submit(submitOf(1)), outbox.submit(submitOf(1)), outbox.submit(submitOf(1))])
    expect(results.every((result) => result.ok)).toBe(true)
    expect(told()).toHaveLength(1)
    expect(attempts).toHaveLength(1)
    expect(await outbox.submit(submitOf(1, { subjectId: testUuid(9) }))).toMatchObject({ problem: { code: 'request-id-reused' } })
  })

  it('checks the text against the route before it keeps it', async () => {
    const { ports, outbox, open } = setUp()
    await open()
    const result = await outbox.submit(submitOf(1, { body: { text: '   ' } }))
    expect(result).toMatchObject({ problem: { code: 'invalid-input', fields: [{ field: 'body.text', rule: 'text-empty' }] } })
    expect(ports.storage.documents.size).toBe(0)
  })

  it('does not take what the disk refuses', async () => {
    const { ports, outbox, attempts, told, open } = setUp()
    await open()
    ports.storage.failure = 'ENOSPC'
    expect(await outbox.submit(submitOf(1))).toMatchObject({ problem: { code: 'storage-failed' } })
    expect(attempts).toHaveLength(0)
    expect(told()).toEqual([])
  })

  it('asks again under the same id when the disk refuses to note the outcome', async () => {
    const { ports, outbox, attempts, states, open } = setUp()
    await open()
    await outbox.submit(submitOf(1))
    ports.storage.failure = 'EIO'
    await attempts[0]?.answer(DONE)
    expect(states()).toEqual(['waiting'])
    ports.storage.failure = null
    await ports.clock.advance(1_000)
    await attempts[1]?.answer(DONE)
    expect(states()).toEqual(['accepted'])
    expect(attempts[1]?.call.requestId).toBe(attempts[0]?.call.requestId)
  })

  it('counts an accepted entry as accepted though the answer is garbled', async () => {
    const { outbox, attempts, states, open } = setUp()
    await open()
    await outbox.submit(submitOf(1))
    await attempts[0]?.answer({ kind: 'garbled', problem: makeProblem('server-fault', 'nl', { trace: 't' }) })
    expect(states()).toEqual(['accepted'])
  })

  it('tries a returned entry again when asked, and dismisses what has ended only', async () => {
    const { outbox, attempts, states, open } = setUp()
    await open()
    const { requestId } = submitOf(1)
    await outbox.submit(submitOf(1))
    expect(await outbox.dismiss(requestId)).toMatchObject({
      problem: { code: 'invalid-input', fields: [{ field: 'requestId' }] },
    })
    await attempts[0]?.answer(refused('claimed-by-other'))
    expect(await outbox.retry(requestId)).toMatchObject({ ok: true, value: { state: 'sending', problem: null } })
    await attempts[1]?.answer(DONE)
    expect(await outbox.dismiss(requestId)).toEqual({ ok: true, value: { ok: true } })
    expect(states()).toEqual([])
    expect(await outbox.dismiss(requestId)).toMatchObject({ problem: { code: 'not-found' } })
    expect(await outbox.retry(requestId)).toMatchObject({ problem: { code: 'not-found' } })
  })

  it('keeps a limited number of accepted entries, the newest', async () => {
    const { outbox, attempts, told, open } = setUp()
    await open()
    for (let number = 1; number <= ACCEPTED_KEPT + 3; number += 1) {
      await outbox.submit(submitOf(number))
      await attempts.at(-1)?.answer(DONE)
    }
    expect(told()).toHaveLength(ACCEPTED_KEPT)
    expect(told()[0]?.requestId).toBe(testUuid(0x1004))
  })

  it('goes on empty when what it finds cannot be read, and keeps that aside', async () => {
    const before = setUp()
    await before.open()
    await before.outbox.submit(submitOf(1))
    const [place] = [...before.ports.storage.documents.keys()]
    before.ports.storage.documents.set(place ?? '', 'rubbish')
    const after = setUp(createMemoryPorts({ storage: before.ports.storage }))
    expect(await after.open()).toEqual({ ok: true, value: true })
    expect(after.states()).toEqual([])
    expect([...before.ports.storage.aside.values()]).toEqual(['rubbish'])
  })
})
