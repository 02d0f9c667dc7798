/** Access cases that the helpdesk opens for a caller and closes when they are helped. */
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../tests/support/app.ts'
import { asStaff, type ClientRow, makeClient, makeProvider, makeStaff } from '../../tests/support/fixtures.ts'
import { type Caller, callApi, mustCall } from '../../tests/support/http.ts'
import { makeLoginUser, problemOf } from '../../tests/support/log-in.ts'
import { cases } from '../db/schema/index.ts'
import { newId } from '../platform/ids.ts'

let app: TestApp
let client: ClientRow
let elsewhere: ClientRow
let helpdesk: Caller
let staffId: string

beforeAll(async () => {
  app = await startTestApp()
  for (const id of ['laurens', 'cordaan']) await makeProvider(app, id)
  client = await makeClient(app, 'laurens', { name: 'Mevr. T. Hofstra', number: 118_204 })
  elsewhere = await makeClient(app, 'cordaan')
  const person = await makeStaff(app, 'laurens', 'helpdesk', 'Sem Molenaar')
  staffId = person.id
  helpdesk = await asStaff(app, 'laurens', person)
})
afterAll(() => app.stop())

describe('access cases', () => {
  it('opens one for a caller; a second call adds its note to the open one; closing says by whom', async () => {
    const user = await makeLoginUser(app, client, { name: 'Anneke van den Berg' })
    const open = (note: string) =>
      mustCall(helpdesk, 'accounts.open-case', { params: { id: user.id }, body: note === '' ? {} : { note } })
    const answers = await Promise.all([open('belt vanaf het huis'), open(''), open('')])
    const caseId = answers[0]?.caseId ?? ''
    expect(new Set(answers.map((answer) => answer.caseId)).size).toBe(1)
    await open('belt weer')
    const [row] = await app.db.select().from(cases).where(eq(cases.id, caseId))
    expect(row).toMatchObject({
      reason: 'call',
      facets: ['call'],
      sortName: 'Berg, Anneke van den',
      clientNumber: 118_204,
      status: 'open',
    })
    expect(row?.note.split('\n').sort()).toEqual(['belt vanaf het huis', 'belt weer'])

    const close = () => callApi(helpdesk, 'accounts.close-case', { params: { id: caseId }, body: { note: 'opgelost' } })
    expect((await close()).ok).toBe(true)
    expect(await close()).toMatchObject({ problem: { code: 'already-closed', params: { by: 'Sem Molenaar' } } })
    const [closed] = await app.db.select().from(cases).where(eq(cases.id, caseId))
    expect(closed).toMatchObject({ status: 'closed', closedBy: staffId, claimBy: null })
    expect(closed?.note).toMatch(/opgelost$/)

    const next = await open('')
    expect(next.caseId).not.toBe(caseId)
  })

  it('a repeat of the same request gives the first answer', async () => {
    const user = await makeLoginUser(app, client)
    const call = { params: { id: user.id }, body: {}, requestId: '0198a7c2-0000-7000-8000-00000000c001' }
    const first = await mustCall(helpdesk, 'accounts.open-case', call)
    await mustCall(helpdesk, 'accounts.close-case', { params: { id: first.caseId }, body: {} })
    expect(await mustCall(helpdesk, 'accounts.open-case', call)).toEqual(first)
    const rows = await app.db.select().from(cases).where(eq(cases.subjectId, user.id))
    expect(rows.map((row) => row.status)).toEqual(['closed'])
  })

  it('a case of another queue, or of elsewhere, is unknown here', async () => {
    expect(problemOf(await callApi(helpdesk, 'accounts.close-case', { params: { id: newId() }, body: {} }))).toBe('not-found')
    const foreign = await makeLoginUser(app, elsewhere)
    expect(problemOf(await callApi(helpdesk, 'accounts.open-case', { params: { id: foreign.id }, body: {} }))).toBe('not-found')
  })
})
