/** Who asks from this machine, and who through a reverse proxy. */
import { describe, expect, it } from 'vitest'
import { isFromOutside } from './inside.ts'

describe('from outside', () => {
  it('is what came for another host, or through a proxy', () => {
    for (const host of ['portaal.example.org', '10.0.0.4:4100', '127.0.0.1.example.org', 'localhost.example.org:80', ''])
      expect([host, isFromOutside({ host })]).toEqual([host, true])
    expect(isFromOutside({})).toBe(true)
    expect(isFromOutside({ host: '127.0.0.1:4100', via: '1.1 caddy' })).toBe(true)
  })

  it('is not what this machine asked', () => {
    for (const host of ['127.0.0.1:4100', 'localhost:4100', '[::1]:4100', '127.0.0.1'])
      expect([host, isFromOutside({ host })]).toEqual([host, false])
  })
})
