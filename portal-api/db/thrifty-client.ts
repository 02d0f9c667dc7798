/**
 * Makes the connections of a pool thrifty with round trips, whoever uses them: queries issued together travel together (`pipeline`,
 * and one write to the socket for all of a tick), and a statement that comes back is parsed by the server once a connection.
 */
import type pg from 'pg'

/** A text that was sent this often is no one-off: from now on it has a name. */
const NAMED_FROM = 3
/** More texts than the product has; beyond them (lists of every length) nothing is remembered. */
const TEXTS_MAX = 2000
/** Bulk statements are one-offs, however often they come. */
const TEXT_LENGTH_MAX = 20_000

/** Names for the texts that come back; the same for every connection of a pool. */
export function makeStatementNames(): (text: string) => string | undefined {
  const sent = new Map<string, { count: number; readonly name: string }>()
  return (text) => {
    const known = sent.get(text)
    if (known) {
      known.count += 1
      return known.count >= NAMED_FROM ? known.name : undefined
    }
    if (sent.size < TEXTS_MAX && text.length <= TEXT_LENGTH_MAX) sent.set(text, { count: 1, name: `s${sent.size + 1}` })
    return undefined
  }
}

interface Config {
  readonly text?: string
  readonly name?: string
  readonly values?: readonly unknown[]
}

/** The socket of a connection; `pg` has no name for it in its types. */
interface WithSocket {
  readonly connection: { readonly stream: { cork(): void; uncork(): void } }
}

/** Changes how this connection sends; what it answers stays the same. */
export function makeThrifty(client: pg.ClientBase, nameOf: (text: string) => string | undefined): void {
  const send = client.query.bind(client) as (...args: unknown[]) => unknown
  const { stream } = (client as unknown as WithSocket).connection
  let corked = false
  client.query = ((...args: unknown[]) => {
    const [config, values, ...rest] = args
    if (!corked) {
      corked = true
      stream.cork()
      // Runs once every query of this tick, and of the promises it resolved, has been issued.
      process.nextTick(() => {
        corked = false
        stream.uncork()
      })
    }
    const given = typeof config === 'string' ? { text: config } : (config as Config)
    const params = Array.isArray(values) ? values : given?.values
    // Without values it may hold several statements, which cannot be prepared.
    if (given?.text === undefined || given.name !== undefined || !params || params.length === 0) return send(...args)
    const name = nameOf(given.text)
    return name === undefined ? send(...args) : send({ ...given, name }, params, ...rest)
  }) as typeof client.query
}
