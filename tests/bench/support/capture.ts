/**
 * What a request sends to PostgreSQL, read from the server's own log: the statements of its transaction and those before it, with
 * their parameters. A peer replays them as they are, so that product and peer ask the same of the database.
 */
import { readFileSync, statSync } from 'node:fs'
import pg from 'pg'

export interface Statement {
  readonly text: string
  /** As text; null is NULL. Empty for a statement without parameters. */
  readonly params: readonly (string | null)[]
  /** Sent under a name, and so parsed once a connection. */
  readonly prepared: boolean
}

interface Logged extends Statement {
  readonly pid: number
}

const LINE = /^\d{4}-\d\d-\d\d [\d:.]+ \S+ \[(\d+)\] (LOG|DETAIL): {2}(.*)$/s

/** `$1 = 'it''s', $2 = NULL` as a list. */
export function parametersOf(detail: string): (string | null)[] {
  const found = detail.matchAll(/\$\d+ = (NULL|'((?:[^']|'')*)')/g)
  return [...found].map(([, whole, text]) => (whole === 'NULL' ? null : (text ?? '').replaceAll("''", "'")))
}

/** The statements in a piece of the server's log, in order. */
export function statementsIn(log: string): Logged[] {
  const statements: { pid: number; text: string; params: (string | null)[]; prepared: boolean }[] = []
  // A line that begins with a tab goes on with the one before.
  for (const line of log.replaceAll('\n\t', '\n').split(/\n(?=\d{4}-\d\d-\d\d )/)) {
    const [, pid, kind, rest = ''] = LINE.exec(line.trimEnd()) ?? []
    const number = Number(pid)
    if (kind === 'LOG') {
      const [, name, text] = /^(?:statement|execute ([^:]+)): (.*)$/s.exec(rest) ?? []
      const prepared = name !== undefined && name !== '<unnamed>'
      if (text !== undefined) statements.push({ pid: number, text, params: [], prepared })
    } else if (kind === 'DETAIL' && /^[Pp]arameters: /.test(rest)) {
      const last = statements.findLast((one) => one.pid === number)
      if (last) last.params = parametersOf(rest)
    }
  }
  return statements
}

/** Statements of one connection, cut into transactions; a statement outside one stands alone. */
function units(statements: readonly Logged[]): Logged[][] {
  const open = new Map<number, Logged[]>()
  const done: Logged[][] = []
  for (const statement of statements) {
    const running = open.get(statement.pid)
    if (running) running.push(statement)
    else if (/^begin/i.test(statement.text)) open.set(statement.pid, [statement])
    else done.push([statement])
    if (running && /^(commit|rollback)/i.test(statement.text)) {
      done.push(running)
      open.delete(statement.pid)
    }
  }
  return done
}

/** What tells a request's statements from those of the server's background work. */
export interface Marks {
  /** Of its audit line: the transaction that holds it is this request's, and its last. */
  readonly trace: string
  /** Stands in what it asks before that transaction. */
  readonly session: string
}

const holds = (unit: readonly Statement[], value: string) => unit.some((statement) => statement.params.includes(value))

/** The units of each request, for requests that were made one after the other. */
export function unitsOfRequests(statements: readonly Logged[], requests: readonly Marks[]): Statement[][][] {
  const all = units(statements)
  let from = 0
  return requests.map(({ trace, session }) => {
    const last = all.findIndex((unit, at) => at >= from && holds(unit, trace))
    if (last < 0) throw new Error(`The server's log does not hold the transaction of request ${trace}.`)
    const own = all.slice(from, last + 1).filter((unit, at) => at === last - from || holds(unit, session))
    from = last + 1
    return own.map((unit) => unit.map(({ text, params, prepared }) => ({ text, params, prepared })))
  })
}

/**
 * Makes requests one after the other with the server logging every statement, and returns what each sent.
 * @param logFile the server's log
 * @param requests each makes one request and resolves with its marks
 */
export async function capture(
  url: string,
  logFile: string,
  requests: readonly (() => Promise<Marks>)[],
): Promise<Statement[][][]> {
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  const marks: Marks[] = []
  const from = statSync(logFile).size
  try {
    await admin.query(`alter system set log_statement = 'all'`)
    await admin.query('select pg_reload_conf()')
    await settled()
    for (const request of requests) marks.push(await request())
    await settled()
  } finally {
    await admin.query('alter system reset log_statement')
    await admin.query('select pg_reload_conf()')
    await admin.end()
  }
  await settled()
  return unitsOfRequests(statementsIn(readFileSync(logFile).subarray(from).toString('utf8')), marks)
}

/** The server's processes take up a new setting, and write what they have logged, within a moment. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 500))

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** Places (statement, parameter) at which two captures of one and the same request differ by a fresh id. */
export function freshIds(one: readonly Statement[], other: readonly Statement[]): [statement: number, parameter: number][] {
  return one.flatMap((statement, at) =>
    statement.params.flatMap((value, index): [number, number][] => {
      const twin = other[at]?.params[index]
      return value !== null && twin !== value && UUID.test(value) ? [[at, index]] : []
    }),
  )
}
