/** Reads the demo's pages in tests, as a person without scripts would. */
import { expect } from 'vitest'

/** Somebody at a browser without scripts: keeps cookies, follows redirects, sends the forms of the page as they stand. */
export class Reader {
  readonly #url: string
  readonly #cookies = new Map<string, string>()
  html = ''
  status = 0
  path = ''

  constructor(url: string) {
    this.#url = url
  }

  async #ask(path: string, init: RequestInit = {}): Promise<this> {
    const response = await fetch(this.#url + path, {
      ...init,
      redirect: 'manual',
      headers: { ...init.headers, cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';')
      expect(cookie).toMatch(/; HttpOnly; SameSite=Strict$/)
      this.#cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    const to = response.headers.get('location')
    if (response.status === 303 && to) return this.go(to)
    this.status = response.status
    this.path = path
    this.html = await response.text()
    return this
  }

  go(path: string): Promise<this> {
    return this.#ask(path)
  }

  /** Sends the form that goes to `action`, with what was filled in over what stood there. */
  send(action: string, filled: Record<string, string>): Promise<this> {
    const form = this.html.split('<form').find((part) => part.includes(`action="${action}"`))
    if (!form) throw new Error(`No form goes to ${action} on ${this.path}.`)
    const hidden = [...form.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map((match) => [
      match[1] ?? '',
      match[2] ?? '',
    ])
    return this.#ask(action, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ ...Object.fromEntries(hidden), ...filled }).toString(),
    })
  }

  /** The page as a person reads it. */
  get text(): string {
    return this.html
      .replace(/<head>.*?<\/head>/s, '')
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
  }
}
