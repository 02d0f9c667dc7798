import { expect, it } from 'vitest'
import { createFakeClock } from '../testing/fake-clock.ts'
import { createIdleLock } from './idle-lock.ts'

const MINUTE = 60_000

function setUp() {
  const clock = createFakeClock()
  let locked = 0
  const idle = createIdleLock(clock, 15, () => {
    locked += 1
  })
  return { clock, idle, locked: () => locked }
}

it('unattended desk, norm 9: locks after fifteen minutes without work, once', async () => {
  const { clock, idle, locked } = setUp()
  idle.start()
  await clock.advance(15 * MINUTE - 1)
  expect(locked()).toBe(0)
  await clock.advance(1)
  expect(locked()).toBe(1)
  await clock.advance(60 * MINUTE)
  expect(locked()).toBe(1)
  expect(clock.planned()).toBe(0)
})

it('work puts it off', async () => {
  const { clock, idle, locked } = setUp()
  idle.start()
  await clock.advance(14 * MINUTE)
  idle.touch()
  await clock.advance(14 * MINUTE)
  expect(locked()).toBe(0)
  await clock.advance(MINUTE)
  expect(locked()).toBe(1)
})

it('a computer that slept wakes up locked, whatever is touched first', () => {
  const { clock, idle, locked } = setUp()
  idle.start()
  clock.shift(60 * MINUTE)
  idle.touch()
  expect(locked()).toBe(1)
})

it('is due at the first look, before a timer has run', () => {
  const { clock, idle, locked } = setUp()
  idle.start()
  clock.shift(15 * MINUTE)
  idle.check()
  expect(locked()).toBe(1)
})

it('a clock that is put back does not stretch the time', async () => {
  const { clock, idle, locked } = setUp()
  idle.start()
  clock.shift(-120 * MINUTE)
  idle.check()
  await clock.advance(15 * MINUTE)
  expect(locked()).toBe(1)
})

it('does not lock once it is stopped', async () => {
  const { clock, idle, locked } = setUp()
  idle.start()
  idle.stop()
  await clock.advance(60 * MINUTE)
  expect(locked()).toBe(0)
})
