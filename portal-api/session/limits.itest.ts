/** Norm 2 and 11: a limit holds for many at once, over processes, and ends with its window. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../tests/support/app.ts'
import { limitKey, placesLeft, take, waitFor } from './limits.ts'

const LIMIT = { max: 5, seconds: 60 }

let app: TestApp
let key: string
let made = 0

beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.stop())

function newKey(): void {
  made += 1
  key = limitKey('login-address', `198.51.100.${made}`)
}

/** Takes a place; a refusal undoes the taking, as a refused call does. */
async function takeOne(): Promise<boolean> {
  class Refused extends Error {}
  try {
    await app.db.transaction(async (tx) => {
      if ((await take(tx, key, LIMIT, app.clock.now())) !== null) throw new Refused()
    })
    return true
  } catch (error) {
    if (error instanceof Refused) return false
    throw error
  }
}
const asked = <T>(ask: (tx: Parameters<typeof take>[0]) => Promise<T>) => app.db.transaction(ask)

describe('limits', () => {
  it('of thirty at once exactly as many get a place as there are', async () => {
    newKey()
    const taken = await Promise.all(Array.from({ length: 30 }, takeOne))
    expect(taken.filter(Boolean)).toHaveLength(5)
    expect(await asked((tx) => placesLeft(tx, key, LIMIT, app.clock.now()))).toBe(0)
  })

  it('says how long to wait, counted from the first of the window, and starts a new one after it', async () => {
    newKey()
    await takeOne()
    app.clock.pass(20)
    for (let more = 0; more < 4; more += 1) await takeOne()
    expect(await asked((tx) => waitFor(tx, key, LIMIT, app.clock.now()))).toBe(40)
    expect(await takeOne()).toBe(false)
    app.clock.pass(40)
    expect(await asked((tx) => waitFor(tx, key, LIMIT, app.clock.now()))).toBeNull()
    expect(await takeOne()).toBe(true)
    expect(await asked((tx) => placesLeft(tx, key, LIMIT, app.clock.now()))).toBe(4)
  })

  it('keys say nothing about whom they are', () => {
    expect(limitKey('login', 'laurens', 't.hofstra')).not.toContain('hofstra')
    expect(limitKey('login', 'a', 'bc')).not.toBe(limitKey('login', 'ab', 'c'))
  })
})
