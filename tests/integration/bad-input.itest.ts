/** What clients send wrongly, over HTTP, in both languages: each answer names the field and the rule, and nothing is stored. */
import { randomUUID } from 'node:crypto'
import { Agent, request as httpRequest } from 'node:http'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { absences, contactRequests } from '../../portal-api/db/schema/index.ts'
import type { AbsenceFields } from '../../shared/domain/absences.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import { asPortalUser, type ClientRow, makeClient, makeProvider, makeVisit } from '../support/fixtures.ts'
import { type Caller, callApi, mustCall } from '../support/http.ts'
import { makeLoginUser, PASSWORD } from '../support/log-in.ts'

let app: TestApp
let client: ClientRow
let dutch: Caller
let english: Caller

beforeAll(async () => {
  app = await startTestApp()
  await makeProvider(app, 'cordaan')
  client = await makeClient(app, 'cordaan')
  dutch = { ...(await asPortalUser(app, await makeLoginUser(app, client))), language: 'nl' }
  english = { ...dutch, language: 'en' }
})
afterAll(() => app.stop())

const WHOLE_DAY: AbsenceFields = {
  type: 'holiday',
  days: 'one',
  startDate: '2026-12-14',
  wholeDay: true,
  startTime: null,
  endTime: null,
  endDateKnown: true,
  endDate: null,
}

/** Sends a notice that must be refused for one field, and says what was answered in both languages. */
async function refusedNotice(changes: Record<string, unknown>) {
  const body = { ...WHOLE_DAY, ...changes } as AbsenceFields
  const answers = []
  for (const caller of [dutch, english]) {
    const answer = await callApi(caller, 'absences.create', { body })
    if (answer.ok) throw new Error('It was accepted.')
    expect([answer.status, answer.problem.code]).toEqual([422, 'invalid-input'])
    expect(answer.headers.get('content-language')).toBe(caller.language)
    answers.push(answer.problem.fields?.map(({ field, rule, message }) => [field, rule, message]))
  }
  expect(await app.db.select().from(absences).where(eq(absences.clientId, client.id))).toEqual([])
  return { nl: answers[0], en: answers[1] }
}

describe('an absence notice', () => {
  it('on a date that does not exist', async () => {
    expect(await refusedNotice({ startDate: '2026-02-30' })).toEqual({
      nl: [['startDate', 'date-real', 'Deze datum bestaat niet. Schrijf bijvoorbeeld 2026-11-23.']],
      en: [['startDate', 'date-real', 'This date does not exist. Write for example 2026-11-23.']],
    })
    for (const startDate of ['2027-02-29', '2026-13-01', '14-12-2026', '2026-12-14T00:00:00Z', ''])
      expect((await refusedNotice({ startDate })).nl).toMatchObject([['startDate', 'date-real', expect.anything()]])
  })

  it('that ends before it starts, in days and within a day', async () => {
    expect(await refusedNotice({ days: 'several', endDate: '2026-12-13' })).toEqual({
      nl: [['endDate', 'end-before-start', 'Het einde ligt voor het begin.']],
      en: [['endDate', 'end-before-start', 'The end lies before the start.']],
    })
    expect((await refusedNotice({ wholeDay: false, startTime: '17:00', endTime: '08:00' })).nl).toMatchObject([
      ['endTime', 'end-before-start', expect.anything()],
    ])
  })

  it('of part of a day without its times', async () => {
    expect(await refusedNotice({ wholeDay: false })).toEqual({
      nl: ['startTime', 'endTime'].map((field) => [
        field,
        'times-missing',
        'Een deel van de dag heeft een starttijd en een eindtijd nodig.',
      ]),
      en: ['startTime', 'endTime'].map((field) => [field, 'times-missing', 'Part of a day needs a start time and an end time.']),
    })
    expect((await refusedNotice({ wholeDay: false, startTime: '24:00', endTime: '25:00' })).en).toMatchObject([
      ['startTime', 'time-format', 'This time does not exist. Write for example 09:00.'],
      ['endTime', 'time-format', expect.anything()],
    ])
    expect((await refusedNotice({ startTime: '09:00' })).nl).toMatchObject([
      ['startTime', 'times-with-whole-day', 'Bij een hele dag horen geen tijden.'],
    ])
  })

  it('whose end is both known and missing, or neither', async () => {
    expect((await refusedNotice({ days: 'several' })).nl).toMatchObject([['endDate', 'end-date-missing', expect.anything()]])
    expect((await refusedNotice({ days: 'several', endDateKnown: false, endDate: '2026-12-20' })).nl).toMatchObject([
      ['endDate', 'end-date-not-expected', 'Hier hoort geen einddatum.'],
    ])
  })

  it('of a type the portal does not have, with a field it does not know, or with a field of the wrong kind', async () => {
    expect((await refusedNotice({ type: 'party' })).nl).toMatchObject([['type', 'choice', expect.stringContaining('holiday')]])
    expect((await refusedNotice({ status: 'processed', clientId: randomUUID() })).en).toMatchObject([
      ['body', 'unknown', 'We do not know this field: status, clientId.'],
    ])
    expect((await refusedNotice({ wholeDay: 'ja' })).nl).toMatchObject([['wholeDay', 'type', expect.stringContaining('boolean')]])
  })
})

describe('what is accepted with a warning', () => {
  async function other(language: 'nl' | 'en') {
    const own = await makeClient(app, 'cordaan')
    return { own, caller: { ...(await asPortalUser(app, await makeLoginUser(app, own))), language } }
  }
  const sentences = {
    nl: ['U had voor (een deel van) deze periode al een melding gedaan.', 'Uw melding is wel aangekomen.'],
    en: ['You had already reported (part of) this period.', 'Your notice has arrived all the same.'],
  }

  it.each(['nl', 'en'] as const)('an overlap with an own open notice links it, in %s', async (language) => {
    const { caller } = await other(language)
    const first = await mustCall(caller, 'absences.create', { body: WHOLE_DAY })
    expect(first.warnings).toEqual([])
    const body: AbsenceFields = { ...WHOLE_DAY, days: 'several', startDate: '2026-12-10', endDate: '2026-12-18' }
    const second = await callApi(caller, 'absences.create', { body })
    expect(second.status).toBe(201)
    expect(second.ok && second.value.warnings).toEqual([
      { rule: 'overlaps-own-notice', id: first.id, message: expect.stringContaining(sentences[language][0] ?? '-') },
    ])
    const { rows } = await mustCall(caller, 'absences.list', { query: {} })
    expect(rows.map((row) => row.warnings.map((warning) => warning.id))).toEqual([[first.id], [second.ok && second.value.id]])
    await mustCall(caller, 'absences.withdraw', { params: { id: first.id }, basedOn: first.version })
    const left = await mustCall(caller, 'absences.list', { query: {} })
    expect(left.rows.map((row) => [row.status, row.warnings])).toEqual([
      ['open', []],
      ['withdrawn', []],
    ])
  })

  it.each(['nl', 'en'] as const)('a late notice is marked, in %s', async (language) => {
    const { own, caller } = await other(language)
    await makeVisit(app, own, [], '2026-11-25', '09:00')
    const late = await callApi(caller, 'absences.create', { body: { ...WHOLE_DAY, startDate: '2026-11-25' } })
    expect(late).toMatchObject({
      status: 201,
      value: {
        status: 'open',
        late: { workingDays: 1, required: 3 },
        warnings: [{ rule: 'late-notice', id: null, message: expect.stringContaining(sentences[language][1] ?? '-') }],
      },
    })
  })
})

describe('a message', () => {
  it('that is too long in characters, counted as people count them', async () => {
    const long = (count: number) => ({ subject: 'other', message: '👩'.repeat(count) }) as const
    for (const caller of [dutch, english]) {
      const answer = await callApi(caller, 'contact-requests.create', { body: long(10_001) })
      expect(answer.ok || answer.problem.fields).toEqual([
        {
          field: 'message',
          rule: 'text-too-long',
          message:
            caller.language === 'nl'
              ? 'Dit is te lang: ten hoogste 10000 tekens.'
              : 'This is too long: at most 10000 characters.',
        },
      ])
    }
    expect(await app.db.select().from(contactRequests)).toEqual([])
    expect((await callApi(dutch, 'contact-requests.create', { body: long(10_000) })).status).toBe(201)
  })
})

/** One request over a connection of which the test knows whether it is kept. */
function send(
  agent: Agent,
  given: {
    readonly path?: string
    readonly headers: Record<string, string>
    readonly body: Buffer | string
    readonly chunked?: boolean
  },
): Promise<{ status: number; port: number; answer: Record<string, unknown> }> {
  return new Promise((resolve, reject) => {
    const length = Buffer.byteLength(given.body)
    const asked = httpRequest(
      `${app.url}${given.path ?? '/v1/me/contact-requests'}`,
      {
        method: 'POST',
        agent,
        headers: {
          authorization: `Bearer ${dutch.token ?? ''}`,
          'idempotency-key': randomUUID(),
          ...(given.chunked ? { 'transfer-encoding': 'chunked' } : { 'content-length': String(length) }),
          ...given.headers,
        },
      },
      (response) => {
        const port = response.socket.localPort ?? 0
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            port,
            answer: JSON.parse(Buffer.concat(parts).toString('utf8')) as Record<string, unknown>,
          }),
        )
      },
    )
    asked.on('error', reject)
    asked.end(given.body)
  })
}

describe('a body that cannot be taken', () => {
  const json = { 'content-type': 'application/json' }
  const question = JSON.stringify({ subject: 'other', message: 'Vraag' })
  const huge = JSON.stringify({ subject: 'other', message: 'a'.repeat(10 * 1024 * 1024) })

  it.each([false, true])('10 MB of message is refused, and the connection goes on (chunked: %s)', async (chunked) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    try {
      for (const [language, title] of [
        ['nl', 'Het bericht is te groot. Ten hoogste 256 kB.'],
        ['en', 'The message is too large. At most 256 kB.'],
      ] as const) {
        const large = await send(agent, { headers: { ...json, 'accept-language': language }, body: huge, chunked })
        expect(large).toMatchObject({ status: 413, answer: { code: 'too-large', title, params: { max: 256 } } })
        const next = await send(agent, { headers: json, body: question })
        expect(next).toMatchObject({ status: 201, port: large.port })
      }
    } finally {
      agent.destroy()
    }
  })

  it('a body without an end is not waited for', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    try {
      const body = Buffer.alloc(40 * 1024 * 1024, 97)
      const answer = await send(agent, { headers: json, body }).catch((error: NodeJS.ErrnoException) => error.code)
      // Whether the answer or the end of the connection reaches a sender that still sends is chance; nothing else can.
      if (typeof answer === 'object') expect(answer.status).toBe(413)
      else expect(['ECONNRESET', 'EPIPE']).toContain(answer)
      expect(await send(agent, { headers: json, body: question })).toMatchObject({ status: 201 })
    } finally {
      agent.destroy()
    }
  })

  it('an attachment, and any other form but JSON in UTF-8, is told what is allowed', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const form = '--x\r\ncontent-disposition: form-data; name="file"; filename="virus.exe"\r\n\r\nMZ\r\n--x--\r\n'
    const forms: readonly (readonly [Record<string, string>, string | Buffer])[] = [
      [{ 'content-type': 'multipart/form-data; boundary=x' }, form],
      [{ 'content-type': 'application/x-www-form-urlencoded' }, 'subject=other&message=Vraag'],
      [{ 'content-type': 'text/plain' }, question],
      [{ 'content-type': 'application/pdf' }, '%PDF-1.7'],
      [{ 'content-type': 'application/jsonp' }, question],
      [{ 'content-type': 'no type at all' }, question],
      [{}, question],
      [{ 'content-type': 'application/json; charset=iso-8859-1' }, Buffer.from(question, 'latin1')],
      [{ ...json, 'content-encoding': 'gzip' }, question],
    ]
    try {
      for (const [headers, body] of forms) {
        const nl = await send(agent, { headers, body })
        expect([nl.status, nl.answer['code'], headers]).toEqual([415, 'unsupported-media-type', headers])
        expect(nl.answer['title']).toBe(
          'Dit soort bestand of bericht neemt het portaal niet aan. Toegestaan is JSON (application/json, UTF-8); bijlagen kunnen niet.',
        )
        const en = await send(agent, { headers: { ...headers, 'accept-language': 'en' }, body })
        expect(en.answer['title']).toContain('It takes JSON (application/json, UTF-8); attachments are not possible.')
      }
      expect(
        await send(agent, { headers: { 'content-type': 'application/json; charset="UTF-8"' }, body: question }),
      ).toMatchObject({
        status: 201,
      })
    } finally {
      agent.destroy()
    }
  })

  it('malformed JSON, a key that stands twice, and text in another encoding are named', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const cases: readonly (readonly [string | Buffer, string, string])[] = [
      ['{"subject":"other","message":', 'dit is geen geldige JSON', 'this is not valid JSON'],
      ["{'subject':'other'}", 'dit is geen geldige JSON', 'this is not valid JSON'],
      [
        '{"subject":"other","message":"Vraag","message":"Andere vraag"}',
        'het veld message staat er twee keer in',
        'the field message is in it twice',
      ],
      ['{"__proto__":{"subject":"other"},"message":"Vraag"}', 'het veld __proto__ mag er niet in staan', 'may not be in it'],
      [Buffer.from('{"subject":"other","message":"Één"}', 'latin1'), 'de tekst is geen UTF-8', 'the text is not UTF-8'],
    ]
    try {
      const before = (await app.db.select().from(contactRequests)).length
      for (const [body, nl, en] of cases) {
        const answer = await send(agent, { headers: json, body })
        expect(answer).toMatchObject({ status: 400, answer: { code: 'malformed-request', params: { detail: nl } } })
        expect(answer.answer['title']).toBe(`Het bericht is niet leesbaar: ${nl}.`)
        const inEnglish = await send(agent, { headers: { ...json, 'accept-language': 'en' }, body })
        expect(inEnglish.answer['title']).toContain(en)
        expect(inEnglish.port).toBe(answer.port)
      }
      expect(await app.db.select().from(contactRequests)).toHaveLength(before)
      expect(await send(agent, { headers: json, body: '' })).toMatchObject({
        status: 422,
        answer: {
          fields: [
            { field: 'subject', rule: 'missing' },
            { field: 'message', rule: 'missing' },
          ],
        },
      })
    } finally {
      agent.destroy()
    }
  })
})

describe('a password with ? where the portal forbids it', () => {
  it('is refused with the character', async () => {
    for (const [caller, message] of [
      [dutch, 'het teken ? mag er niet in.'],
      [english, 'the character ? is not allowed.'],
    ] as const) {
      const answer = await callApi(caller, 'session.change-password', {
        body: { currentPassword: PASSWORD, newPassword: 'Koper?Reiger58Brug' },
      })
      expect(answer).toMatchObject({
        status: 422,
        problem: { code: 'password-refused', fields: [{ field: 'newPassword', rule: 'character-forbidden', message }] },
      })
    }
  })
})
