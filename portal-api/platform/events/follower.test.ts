/** A follower hears each number once and in order, whatever is announced while it catches up. */
import { describe, expect, it } from 'vitest'
import type { DesktopEvent } from '../../../shared/api/events.ts'
import { startFollower } from './follower.ts'
import type { EventHub, Listener } from './hub.ts'
import { type Line, makeLine } from './line.ts'

function event(id: number): DesktopEvent {
  const at = '2026-11-23T08:00:00.000Z'
  return { id, type: 'planning.changed', queue: null, caseId: null, subjectId: null, version: null, staffId: null, at }
}

/** A hub whose log is a list, and whose reads a test may hold up. */
function fakeHub(line: Line, log: DesktopEvent[], beforeRead: () => void = () => undefined) {
  const listeners = new Set<Listener>()
  const hub: Pick<EventHub, 'follow' | 'position' | 'after'> = {
    async follow(_, listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    position: () => line.position(),
    async after(_, number) {
      const page = log.filter((one) => one.id > number).slice(0, 2)
      beforeRead()
      return page
    },
  }
  const announce = (...events: DesktopEvent[]) => {
    log.push(...events)
    const batch = line.take(events)
    if (batch) for (const listener of listeners) listener(batch)
  }
  return { hub: hub as EventHub, announce, listeners }
}

const numbersIn = (texts: readonly string[]) => [...texts.join('').matchAll(/^id: (\d+)$/gm)].map((match) => Number(match[1]))

describe('a follower', () => {
  const start = (hub: EventHub, after: number, texts: string[], breakOff = () => undefined) =>
    startFollower({ hub, provider: 'cordaan', role: 'planner', after, write: (text) => void texts.push(text), breakOff })

  it('catches up page by page, and then hears what comes', async () => {
    const { hub, announce } = fakeHub(makeLine(5), [1, 2, 3, 4, 5].map(event))
    const texts: string[] = []
    const follower = await start(hub, 0, texts)
    announce(event(6), event(7))
    expect(numbersIn(texts)).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(follower.last()).toBe(7)
  })

  it('misses nothing that is announced between its last look and its being level', async () => {
    let reads = 0
    const { hub, announce } = fakeHub(makeLine(2), [event(1), event(2)], () => {
      reads += 1
      if (reads <= 3) announce(event(2 + reads))
    })
    const texts: string[] = []
    await start(hub, 2, texts)
    expect(numbersIn(texts)).toEqual([3, 4, 5])
  })

  it('does not hear again what it read ahead of the others', async () => {
    const line = makeLine(1)
    const { hub, listeners } = fakeHub(line, [1, 2, 3].map(event))
    const texts: string[] = []
    await start(hub, 0, texts)
    const batch = line.take([2, 3, 4].map(event))
    if (batch) for (const listener of listeners) listener(batch)
    expect(numbersIn(texts)).toEqual([1, 2, 3, 4])
  })

  it('breaks off when events are gone, and hears nothing once it left', async () => {
    const { hub, announce, listeners } = fakeHub(makeLine(0), [])
    const texts: string[] = []
    let broken = 0
    const follower = await start(hub, 0, texts, () => {
      broken += 1
    })
    for (const listener of listeners) listener('gap')
    expect(broken).toBe(1)
    follower.leave()
    announce(event(1))
    expect(texts).toEqual([])
  })
})
