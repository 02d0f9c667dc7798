/** A plain HTTP client: connections kept open, answers read to their end and not parsed, so that it costs the machine little. */
import http from 'node:http'

export interface Answered {
  readonly status: number
  readonly headers: http.IncomingHttpHeaders
  readonly body: string
}

export interface HttpCall {
  readonly method?: 'GET' | 'POST'
  /** With its query. */
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

export interface HttpClient {
  /** The answer, whatever its status. */
  send(call: HttpCall): Promise<Answered>
  close(): void
}

export function httpClient(url: string, connections: number): HttpClient {
  const { hostname, port } = new URL(url)
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections })
  return {
    send: ({ method = 'GET', path, headers = {}, body }) =>
      new Promise((resolve, reject) => {
        const json =
          body === undefined ? {} : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }
        const request = http.request({ agent, hostname, port, method, path, headers: { ...headers, ...json } }, (response) => {
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk))
          response.on('error', reject)
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              body: Buffer.concat(chunks).toString('utf8'),
            }),
          )
        })
        request.on('error', reject)
        request.end(body)
      }),
    close: () => agent.destroy(),
  }
}

/** An answer that must be the one expected; otherwise an error that shows it. */
export function mustBe(status: number, answer: Answered): Answered {
  if (answer.status !== status) throw new Error(`Status ${answer.status} instead of ${status}: ${answer.body.slice(0, 500)}`)
  return answer
}
