/**
 * The bare peer of the event stream: Node's own HTTP server and `pg`, nothing else. A POST commits one row and notifies with the text of
 * the event, in one statement; every process writes that text to its followers. Knows nobody, checks nothing, keeps no order.
 */
import http from 'node:http'
import pg from 'pg'

const url = process.env['DATABASE_URL']
const pool = new pg.Pool({ connectionString: url, max: 10 })
const listener = new pg.Client({ connectionString: url })
/** @type {Set<http.ServerResponse>} */
const followers = new Set()

await listener.connect()
await listener.query('listen bare_events')
listener.on('notification', ({ payload }) => {
  const text = `event: change\ndata: ${payload}\n\n`
  for (const follower of followers) follower.write(text)
})

const STORE = {
  name: 'store',
  text: `with stored as (insert into bare_events (body) values ($1) returning id) select pg_notify('bare_events', $2) from stored`,
}

/** As large as an event of the product. */
const event = (/** @type {string} */ id) =>
  JSON.stringify({
    id: 1,
    type: 'case.opened',
    queue: 'contact-requests',
    caseId: id,
    subjectId: id,
    version: 1,
    staffId: null,
    at: new Date().toISOString(),
  })

const server = http.createServer(async (request, response) => {
  if (request.method === 'GET') {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.write('event: hello\ndata: {}\n\n')
    followers.add(response)
    response.on('close', () => followers.delete(response))
    return
  }
  const chunks = []
  for await (const chunk of request) chunks.push(chunk)
  await pool.query({ ...STORE, values: [Buffer.concat(chunks).toString('utf8'), event(crypto.randomUUID())] })
  response.writeHead(201, { 'content-type': 'application/json' }).end('{"ok":true}')
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No port.')
  process.stdout.write(`${JSON.stringify({ event: 'ready', url: `http://127.0.0.1:${address.port}` })}\n`)
})
process.on('SIGTERM', () => process.exit(0))
