/** What callers hear while the database is away or silent, and that everything goes on by itself when it is back. */
import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type Cluster, startCluster } from '../../../build/lib/embedded-postgres.mjs'
import { createTemplate, prepareTestServer } from '../../../build/lib/test-cluster.mjs'
import { startTestAppOn, type TestApp } from '../../../tests/support/app.ts'
import { asPortalUser, asStaff, makeClient, makeProvider, makeStaff } from '../../../tests/support/fixtures.ts'
import { type Caller, callApi, mustCall } from '../../../tests/support/http.ts'
import { makeLoginUser, PASSWORD } from '../../../tests/support/log-in.ts'
import { follow } from '../../../tests/support/stream.ts'
import { migrate } from '../../db/migrate.ts'

/** A server of its own: this one is stopped, stands still, and comes back. */
const server = { ...prepareTestServer({ major: inject('postgresMajor') }), durable: false }
let cluster: Cluster
let app: TestApp
let planner: Caller
let client: Caller
let userName: string

beforeAll(async () => {
  cluster = await startCluster(server)
  const url = await createTemplate(cluster, 'away', (one) => migrate(one))
  app = await startTestAppOn({ url, drop: async () => undefined })
  await makeProvider(app, 'cordaan')
  const person = await makeClient(app, 'cordaan')
  const user = await makeLoginUser(app, person)
  userName = user.userName
  client = await asPortalUser(app, user)
  planner = await asStaff(app, 'cordaan', await makeStaff(app, 'cordaan', 'care-manager'))
})
afterAll(async () => {
  await app.stop()
  await cluster.stop()
})

const question = { subject: 'planning', message: 'Komt mijn hulp die week een dag later?' } as const

const logIn = () =>
  callApi(client, 'session.login', {
    params: { provider: 'cordaan' },
    body: { userName, password: PASSWORD, organisation: 'cordaanhbh' },
  })
const readQueue = (caller: Caller) => callApi(caller, 'cases.list', { params: { queue: 'contact-requests' }, query: {} })
const ask = (requestId: string) => callApi(client, 'contact-requests.create', { body: question, requestId })

/** All that PostgreSQL runs for us. */
async function serverProcesses(): Promise<number[]> {
  const { rows } = await app.db.execute<{ pid: number }>(
    sql`select pid from pg_stat_activity where backend_type = 'client backend'`,
  )
  return [cluster.pid, ...rows.map((row) => row.pid)]
}

describe('a database that is away', () => {
  it('is said with 503, a plain sentence in two languages, and when to try again; a repeat of what was sent is done once', async () => {
    const requestId = randomUUID()
    const stream = await follow(planner)
    await stream.next()
    await cluster.stop()
    const answers = await Promise.all([
      logIn(),
      readQueue(planner),
      readQueue({ ...planner, language: 'en' }),
      ask(requestId),
      ...Array.from({ length: 20 }, () => readQueue(planner)),
    ])
    for (const answer of answers) {
      expect(answer).toMatchObject({ status: 503, problem: { code: 'portal-unavailable', params: { seconds: 5 } } })
      expect(answer.headers.get('retry-after')).toBe('5')
    }
    const said = answers.slice(1, 3).map((answer) => (answer.ok ? '' : answer.problem.title))
    expect(said).toEqual([
      'Het portaal kan nu niet bij zijn gegevens. Probeer het over 5 seconden opnieuw.',
      'The portal cannot reach its data just now. Try again in 5 seconds.',
    ])
    expect((await follow(planner)).status).toBe(503)

    cluster = await startCluster({ ...server, port: cluster.port })
    const asked = await ask(requestId)
    expect(asked).toMatchObject({ ok: true, status: 201 })
    expect(await ask(requestId)).toMatchObject({ status: 201, value: asked.ok ? asked.value : {} })
    expect((await mustCall(planner, 'cases.list', { params: { queue: 'contact-requests' }, query: {} })).rows).toHaveLength(1)
    // Who had been following before hears of it without doing anything.
    expect(await stream.next()).toMatchObject([{ type: 'change', event: { type: 'case.opened' } }])
    stream.close()
    expect(await logIn()).toMatchObject({ ok: true })
  })

  it('that stands still is not waited for', async () => {
    const requestId = randomUUID()
    const stopped = await serverProcesses()
    for (const pid of stopped) process.kill(pid, 'SIGSTOP')
    try {
      const began = performance.now()
      for (const answer of await Promise.all([logIn(), readQueue(planner), ask(requestId)]))
        expect(answer).toMatchObject({ status: 503, problem: { code: 'portal-unavailable' } })
      expect(performance.now() - began).toBeLessThan(20_000)
    } finally {
      for (const pid of stopped) process.kill(pid, 'SIGCONT')
    }
    expect(await ask(requestId)).toMatchObject({ ok: true, status: 201 })
    expect(await readQueue(planner)).toMatchObject({ ok: true })
  }, 60_000)
})
