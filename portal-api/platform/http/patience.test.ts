/** A watcher's question is asked once at a time, and has an answer soon. */
import { describe, expect, it } from 'vitest'
import { makeShared, within } from './patience.ts'

describe('questions of a watcher', () => {
  it('are asked once, however many ask while one is under way, and anew after', async () => {
    let asked = 0
    const ends: ((value: number) => void)[] = []
    const ask = makeShared(() => {
      asked += 1
      return new Promise<number>((resolve) => ends.push(resolve))
    })
    const answers = [ask(), ask(), ask()]
    ends[0]?.(7)
    expect(await Promise.all(answers)).toEqual([7, 7, 7])
    expect(asked).toBe(1)
    const next = ask()
    ends[1]?.(8)
    expect(await next).toBe(8)
  })

  it('are asked anew after a failure', async () => {
    let asked = 0
    const ask = makeShared(async () => {
      asked += 1
      if (asked === 1) throw new Error('away')
      return asked
    })
    await expect(ask()).rejects.toThrow('away')
    expect(await ask()).toBe(2)
  })

  it('fail when the answer does not come', async () => {
    await expect(within(new Promise(() => undefined), 5)).rejects.toThrow('in time')
    expect(await within(Promise.resolve('soon'), 5)).toBe('soon')
  })
})
