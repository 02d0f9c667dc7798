/** Stands between workstation and portal, passes everything on as it is, and can keep one answer back. */
import http from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Relay {
  readonly url: string
  /** Runs `work` while answers to paths that match are kept from whoever asked; their connections then break. */
  swallow(path: RegExp, work: () => Promise<void>): Promise<void>
  stop(): Promise<void>
}

export async function startRelay(target: URL): Promise<Relay> {
  let kept: RegExp | null = null
  const waiting = new Set<http.ServerResponse>()
  const server = http.createServer((request, response) => {
    const swallowed = kept?.test(request.url ?? '') ?? false
    if (swallowed) waiting.add(response)
    const upstream = http.request(
      { host: target.hostname, port: target.port, path: request.url, method: request.method, headers: request.headers },
      (answer) => {
        if (swallowed) {
          answer.resume()
          return
        }
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(response)
        answer.on('error', () => response.destroy())
      },
    )
    // A portal that is gone is a broken connection for the workstation too.
    upstream.on('error', () => {
      if (!swallowed) response.destroy()
    })
    response.on('close', () => upstream.destroy())
    request.pipe(upstream)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    async swallow(path, work) {
      kept = path
      try {
        await work()
      } finally {
        kept = null
        for (const response of waiting) response.destroy()
        waiting.clear()
      }
    },
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
