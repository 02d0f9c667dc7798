/** What survives the end of the workstation's process at the worst moment: nothing lost, nothing twice. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OutboxEntry } from '../../shared/bridge/outbox.ts'
import { type BrowserHost, makeTestFolder, openPage, type Page, startBrowserHost } from '../testing/browser-host.ts'
import { type FakePortal, startFakePortal } from '../testing/fake-portal.ts'
import { CODE, EMAIL, PASSWORD } from '../testing/fake-sign-in.ts'
import { testUuid } from '../testing/memory-ports.ts'
import { CASE_ID, REQUEST_SUBJECT_ID, sampleCase } from '../testing/samples.ts'

let portal: FakePortal
let test: Awaited<ReturnType<typeof makeTestFolder>>
let host: BrowserHost | null = null

beforeEach(async () => {
  portal = await startFakePortal()
  portal.answer('contact-requests.reply', ({ body }) => ({ value: sampleCase(body.text) }))
  test = await makeTestFolder()
}, 120_000)
afterEach(async () => {
  await host?.program.end('SIGTERM')
  await portal.stop()
  await test.remove()
})

/** Starts the program and signs in. */
async function begin(): Promise<Page> {
  host = await startBrowserHost(test.folder, portal.url)
  const page = await openPage(host.url)
  await page.call('session.sign-in', { email: EMAIL, password: PASSWORD })
  const state = await page.call('session.code', { code: CODE })
  expect(state).toMatchObject({ ok: true, value: { state: 'signed-in' } })
  return page
}

const crash = (): Promise<number | null> | undefined => host?.program.end('SIGKILL')

const reply = (number: number) => ({
  requestId: testUuid(0x600 + number),
  route: 'contact-requests.reply',
  subjectId: REQUEST_SUBJECT_ID,
  caseId: CASE_ID,
  basedOn: 1,
  body: { text: `Antwoord ${number}` },
  label: 'Mevr. C. Test',
  draftKey: 'reply:1',
})

async function untilStates(page: Page, states: readonly string[]): Promise<readonly OutboxEntry[]> {
  const pushes = await page.pushes()
  const right = (value: unknown): boolean =>
    JSON.stringify((value as { entries: OutboxEntry[] }).entries.map(({ state }) => state)) === JSON.stringify(states)
  const now = await page.call('outbox.list')
  if (!now.ok || !right(now.value)) await pushes.until('outbox', right)
  pushes.close()
  const list = await page.call('outbox.list')
  return list.ok ? (list.value as { entries: OutboxEntry[] }).entries : []
}

const sentIds = (): (string | undefined)[] =>
  portal.seenOf('contact-requests.reply').map(({ headers }) => headers['idempotency-key'])

describe('a crash', () => {
  it('between the portal doing it and the answer: one reply, under one id', async () => {
    const page = await begin()
    await page.call('drafts.write', { key: 'reply:1', text: 'Antwoord 1', basedOn: 1 })
    const held = portal.hold('contact-requests.reply')
    const submitted = await page.call('outbox.submit', reply(1))
    expect(submitted).toMatchObject({ ok: true, value: { state: 'sending' } })
    await held.arrived
    // The portal does its work and notes it; the answer finds nobody.
    await crash()
    held.release()
    const again = await begin()
    await untilStates(again, ['accepted'])
    expect(new Set(sentIds())).toEqual(new Set([reply(1).requestId]))
    expect(sentIds().length).toBeGreaterThan(1)
    expect(portal.committed).toEqual([{ route: 'contact-requests.reply', requestId: reply(1).requestId }])
    expect(await again.call('drafts.read', { key: 'reply:1' })).toEqual({ ok: true, value: { draft: null } })
  })

  it('before anything was sent: it goes out after the restart, in order', async () => {
    const page = await begin()
    portal.answer('contact-requests.reply', () => ({ drop: 'before-commit' }))
    await page.call('outbox.submit', reply(1))
    await page.call('outbox.submit', reply(2))
    await crash()
    portal.answer('contact-requests.reply', ({ body }) => ({ value: sampleCase(body.text) }))
    const before = sentIds().length
    const again = await begin()
    await untilStates(again, ['accepted', 'accepted'])
    expect(sentIds().slice(before)).toEqual([reply(1).requestId, reply(2).requestId])
    expect(portal.committed.map(({ requestId }) => requestId)).toEqual([reply(1).requestId, reply(2).requestId])
  })

  it('of the portal: what waits goes as soon as the stream is back, and is not called sent before', async () => {
    const page = await begin()
    const { port } = new URL(portal.url)
    await portal.stop()
    expect(await page.call('outbox.submit', reply(1))).toMatchObject({ ok: true })
    await untilStates(page, ['waiting'])
    const before = portal
    portal = await startFakePortal(Number(port))
    portal.signIn.adopt(before.signIn)
    portal.answer('contact-requests.reply', ({ body }) => ({ value: sampleCase(body.text) }))
    await untilStates(page, ['accepted'])
    expect(portal.committed).toHaveLength(1)
  })

  it('right after a draft was called kept: the text is there', async () => {
    let page = await begin()
    for (const text of ['a', 'Beste mevrouw Test,\n\nDank voor uw vraag. 🙂', 'x'.repeat(20_000)]) {
      const kept = await page.call('drafts.write', { key: 'reply:1', text, basedOn: 2 })
      await crash()
      expect(kept).toMatchObject({ ok: true })
      page = await begin()
      expect(await page.call('drafts.read', { key: 'reply:1' })).toMatchObject({
        ok: true,
        value: { draft: { text, basedOn: 2 } },
      })
    }
  })

  it('in the middle of typing: the last text that was called kept, or a later one', async () => {
    const page = await begin()
    let kept = 0
    const typing = (async () => {
      for (let length = 1; length < 5_000; length += 1) {
        const answer = await page.call('drafts.write', { key: 'reply:1', text: 'x'.repeat(length), basedOn: 1 })
        if (answer.ok) kept = length
        if (length === 25) void crash()
      }
    })()
    await expect(typing).rejects.toThrow()
    await host?.program.exited
    const again = await begin()
    const read = await again.call('drafts.read', { key: 'reply:1' })
    const draft = read.ok ? (read.value as { draft: { text: string } | null }).draft : null
    expect(draft?.text.length).toBeGreaterThanOrEqual(kept)
    expect(kept).toBeGreaterThanOrEqual(24)
  })

  it('leaves nothing readable behind', async () => {
    const page = await begin()
    await page.call('drafts.write', { key: 'reply:1', text: 'Geheim van mevrouw Test', basedOn: 1 })
    portal.answer('contact-requests.reply', () => ({ drop: 'before-commit' }))
    await page.call('outbox.submit', reply(1))
    await crash()
    const folder = path.join(test.folder, 'data', 'workstation')
    const all = readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => `${name} ${readFileSync(path.join(folder, name), 'utf8')}`)
    expect(all.length).toBeGreaterThan(1)
    expect(all.join('\n')).not.toMatch(/Geheim|Test|Antwoord|reply|access-|refresh-|noor/i)
  })
})
