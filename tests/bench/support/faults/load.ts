/**
 * People at work while everything falls: clients who ask, staff who answer. Whatever happens to a request, it is sent again under its id
 * until it has an answer, at whichever process; the first answer is written down.
 */
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { tokenOf } from '../api.ts'
import { type Answered, type HttpCall, type HttpClient, httpClient } from '../http.ts'
import { clientSession, type SeededProvider, staffSession } from '../seed.ts'

/** A request that was answered. */
export interface Done {
  readonly kind: 'question' | 'reply'
  readonly session: string
  readonly call: HttpCall
  /** The question's id. */
  readonly id: string
  /** What was written, which nothing else holds. */
  readonly text: string
  readonly answer: Pick<Answered, 'status' | 'body'>
}

export interface Load {
  readonly done: Done[]
  /** Requests that were sent and never answered: the process was gone, or had lost its database. Each was sent again. */
  unanswered(): number
  /** Requests on their way to process `n` now. */
  underWay(n: number): number
  /** Answers that nobody should get. */
  readonly wrong: string[]
  /** Lets everybody end what they are at. */
  stop(): Promise<void>
}

/** Nobody answered: both may be starting. */
const AGAIN_AFTER_MS = 150

/** One process as a client sees it. */
interface Door {
  readonly http: HttpClient
  underWay: number
}

async function knock(door: Door, call: HttpCall): Promise<Answered | undefined> {
  door.underWay += 1
  try {
    return await door.http.send(call)
  } catch {
    return undefined
  } finally {
    door.underWay -= 1
  }
}

/** Sends until there is an answer that the server meant; without one at the next process at once, and after all of them a little later. */
async function untilAnswered(
  doors: readonly Door[],
  first: number,
  session: string,
  call: HttpCall,
  onNothing: () => void,
): Promise<Answered> {
  for (;;) {
    const token = await tokenOf(session)
    for (let turn = 0; turn < doors.length; turn += 1) {
      const door = doors[(first + turn) % doors.length]
      const answer = door && (await knock(door, { ...call, headers: { ...call.headers, authorization: `Bearer ${token}` } }))
      if (answer && answer.status < 500) return answer
      onNothing()
    }
    await sleep(AGAIN_AFTER_MS)
  }
}

export function startLoad(urls: readonly string[], of: SeededProvider, people: number): Load {
  const done: Done[] = []
  const wrong: string[] = []
  let unanswered = 0
  let stopping = false
  let next = 0
  const doors: readonly Door[] = urls.map((url) => ({ http: httpClient(url, people), underWay: 0 }))

  const send = async (
    number: number,
    entry: Omit<Done, 'answer' | 'id'>,
    expected: number,
    id?: string,
  ): Promise<Answered | null> => {
    const answer = await untilAnswered(doors, number, entry.session, entry.call, () => {
      unanswered += 1
    })
    if (answer.status !== expected) {
      wrong.push(`${entry.kind} ${number}: ${answer.status} ${answer.body.slice(0, 200)}`)
      return null
    }
    done.push({
      ...entry,
      id: id ?? (JSON.parse(answer.body) as { id: string }).id,
      answer: { status: answer.status, body: answer.body },
    })
    return answer
  }

  const askAndAnswer = async (number: number) => {
    const question = `Vraag ${number}: kan mijn hulp die week een dag later komen?`
    const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
      ({
        method: 'POST',
        path,
        headers: { 'idempotency-key': randomUUID(), ...headers },
        body: JSON.stringify(body),
      }) as const
    const asked = await send(
      number,
      {
        kind: 'question',
        session: clientSession(of.firstClient + (number % of.clients)),
        call: post('/v1/me/contact-requests', { subject: 'planning', message: question }),
        text: question,
      },
      201,
    )
    if (asked === null) return
    const { id, version } = JSON.parse(asked.body) as { readonly id: string; readonly version: number }
    const reply = `Antwoord ${number}: ja, dat kan.`
    await send(
      number + 1,
      {
        kind: 'reply',
        session: staffSession(of.firstStaff + (number % of.staff)),
        call: post(`/v1/contact-requests/${id}/reply`, { text: reply }, { 'if-match': `"${version}"` }),
        text: reply,
      },
      200,
      id,
    )
  }

  const working = Array.from({ length: people }, async () => {
    while (!stopping) {
      next += 1
      await askAndAnswer(next)
    }
  })
  return {
    done,
    wrong,
    unanswered: () => unanswered,
    underWay: (n) => doors[n]?.underWay ?? 0,
    async stop() {
      stopping = true
      await Promise.all(working)
      for (const { http } of doors) http.close()
    },
  }
}

/** Sends everything once more under its id; returns those whose answer was not the first. */
export async function repeatAll(url: string, done: readonly Done[], people: number, same: (a: string, b: string) => boolean) {
  const client = httpClient(url, people)
  const otherwise: string[] = []
  let next = 0
  const repeat = async () => {
    for (let one = done[next++]; one; one = done[next++]) {
      const token = await tokenOf(one.session)
      const headers = { ...one.call.headers, authorization: `Bearer ${token}` }
      const answer = await client.send({ ...one.call, headers })
      if (answer.status !== one.answer.status || !same(answer.body, one.answer.body))
        otherwise.push(`${one.text}: ${answer.status} ${answer.body.slice(0, 200)}`)
    }
  }
  await Promise.all(Array.from({ length: people }, repeat))
  client.close()
  return otherwise
}
