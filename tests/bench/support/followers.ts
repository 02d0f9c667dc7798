/** Many followers of event streams, who only note when a change reaches them. */
import http from 'node:http'

export interface Followers {
  /** Milliseconds from `since` (of `performance.now`) until each of them has the next change; resolves when all have it. */
  next(since: number): Promise<number[]>
  close(): void
}

const HEARD_WITHIN = 30_000

interface Follower {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
}

/** Opens a stream; resolves when the server has said hello. */
function follow(follower: Follower, agent: http.Agent, onChange: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = http.get(follower.url, { agent, headers: follower.headers }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`A follower was refused: ${response.statusCode}.`))
      // A change may come in two pieces: what is not yet a whole message waits for the rest.
      let rest = ''
      response.setEncoding('utf8').on('data', (text: string) => {
        const messages = (rest + text).split('\n\n')
        rest = messages.pop() ?? ''
        for (const message of messages) {
          if (message.includes('event: hello')) resolve()
          else if (message.includes('event: change')) onChange()
        }
      })
      response.on('error', () => undefined)
    })
    request.on('error', reject)
  })
}

/** Follows with all of them, one stream each. */
export async function startFollowers(all: readonly Follower[]): Promise<Followers> {
  const agent = new http.Agent({ maxSockets: Number.POSITIVE_INFINITY })
  let waiting: { readonly since: number; readonly times: number[]; readonly done: () => void } | null = null
  const onChange = () => {
    if (!waiting) return
    waiting.times.push(performance.now() - waiting.since)
    if (waiting.times.length === all.length) waiting.done()
  }
  await Promise.all(all.map((follower) => follow(follower, agent, onChange)))
  return {
    next(since) {
      const times: number[] = []
      return new Promise((resolve, reject) => {
        const late = setTimeout(
          () => reject(new Error(`${times.length} of ${all.length} followers heard of a change.`)),
          HEARD_WITHIN,
        )
        const done = () => {
          clearTimeout(late)
          waiting = null
          resolve(times)
        }
        waiting = { since, times, done }
      })
    },
    close: () => agent.destroy(),
  }
}
