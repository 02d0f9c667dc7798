import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { pageProblem } from './page-check.mjs'

const open: ReturnType<typeof createServer>[] = []

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1')
  open.push(server)
  await new Promise((resolve) => server.once('listening', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

afterEach(() => {
  for (const server of open.splice(0)) server.close()
})

/** A host as the browser host is: the token becomes a cookie, and nothing is served without it. */
const host: RequestListener = (request, response) => {
  if (request.url === '/?token=once') return response.writeHead(302, { location: '/', 'set-cookie': 'desk=1; HttpOnly' }).end()
  if (request.headers.cookie !== 'desk=1') return response.writeHead(401).end()
  if (request.url === '/') return response.end('<div id="root"></div><script type="module" src="./a.js"></script>')
  return response.writeHead(request.url === '/a.js' ? 200 : 404).end()
}

describe('the check of the page', () => {
  it('follows the token to the page and its program', async () => {
    expect(await pageProblem(`${await serve(host)}/?token=once`)).toBeNull()
  })

  it('says what is wrong', async () => {
    const base = await serve(host)
    expect(await pageProblem(`${base}/?token=wrong`)).toContain('401')
    expect(await pageProblem(await serve((_, response) => response.end('<p>nothing</p>')))).toContain('no program')
    const broken = await serve((request, response) =>
      request.url === '/' ? response.end('<script src="/gone.js">') : response.writeHead(404).end(),
    )
    expect(await pageProblem(broken)).toContain('404')
    expect(await pageProblem(await serve((_, response) => response.writeHead(302, { location: '/' }).end()))).toContain('circles')
  })
})
