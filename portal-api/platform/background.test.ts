/** Work after an answer: all of it is awaited before the server stops, and a failure falls on nobody. */
import pino from 'pino'
import { describe, expect, it } from 'vitest'
import { makeBackground } from './background.ts'

describe('background work', () => {
  it('settles when all has ended, what was started meanwhile too', async () => {
    const background = makeBackground(pino({ level: 'silent' }))
    const done: string[] = []
    background.start(async () => {
      await Promise.resolve()
      background.start(async () => {
        await Promise.resolve()
        done.push('second')
      })
      done.push('first')
    })
    await background.settled()
    expect(done).toEqual(['first', 'second'])
  })

  it('logs a failure and goes on', async () => {
    const lines: string[] = []
    const background = makeBackground(pino({ level: 'error' }, { write: (line: string) => lines.push(line) }))
    background.start(() => Promise.reject(new Error('no database')))
    await background.settled()
    expect(lines.join('')).toContain('work after an answer failed')
  })
})
