import { describe, expect, it } from 'vitest'
import type { Tokens } from '../../shared/api/session.ts'
import { makeProblem } from '../../shared/domain/problems.ts'
import { type AskForTokens, createAccess } from './access.ts'

function pair(number: number): Tokens {
  return {
    accessToken: `access-${number}`,
    accessExpiresAt: '2026-11-23T09:10:00.000Z',
    refreshToken: `refresh-${number}`,
    refreshExpiresAt: '2026-11-24T09:00:00.000Z',
  }
}

function setUp(ask: AskForTokens) {
  const asked: string[] = []
  const rotated: Tokens[] = []
  const lost: string[] = []
  const access = createAccess({
    ask: (refreshToken) => {
      asked.push(refreshToken)
      return ask(refreshToken)
    },
    rotated: async (tokens) => void rotated.push(tokens),
    lost: (problem) => lost.push(problem.code),
    signedOut: () => makeProblem('signed-out', 'nl'),
  })
  return { access, asked, rotated, lost }
}

describe('the pair of tokens', () => {
  it('is renewed once, however many calls find it spent', async () => {
    const { access, asked, rotated } = setUp(async () => ({ tokens: pair(2) }))
    access.begin(pair(1))
    const renewals = await Promise.all(Array.from({ length: 20 }, () => access.renew('access-1')))
    expect(asked).toEqual(['refresh-1'])
    expect(rotated).toEqual([pair(2)])
    expect(renewals.every((renewal) => renewal.kind === 'renewed' && renewal.accessToken === 'access-2')).toBe(true)
  })

  it('is not renewed for a call that used an older one', async () => {
    const { access, asked } = setUp(async () => ({ tokens: pair(3) }))
    access.begin(pair(2))
    expect(await access.renew('access-1')).toEqual({ kind: 'renewed', accessToken: 'access-2' })
    expect(asked).toEqual([])
  })

  it('is lost when the portal says so, and kept when it is out of reach', async () => {
    const answers = [
      { problem: makeProblem('portal-unreachable', 'nl'), lost: false },
      { problem: makeProblem('signed-out', 'nl'), lost: true },
    ]
    const { access, lost } = setUp(async () => answers.shift() ?? { tokens: pair(9) })
    access.begin(pair(1))
    expect(await access.renew('access-1')).toMatchObject({ kind: 'failed', problem: { code: 'portal-unreachable' } })
    expect(lost).toEqual([])
    expect(await access.renew('access-1')).toMatchObject({ kind: 'lost' })
    expect(lost).toEqual(['signed-out'])
  })

  it('of a former session neither replaces nor ends the present one', async () => {
    let answer: (value: Awaited<ReturnType<AskForTokens>>) => void = () => {}
    const { access, lost, rotated } = setUp(
      () =>
        new Promise((resolve) => {
          answer = resolve
        }),
    )
    access.begin(pair(1))
    const renewal = access.renew('access-1')
    access.begin(pair(5))
    answer({ problem: makeProblem('signed-out', 'nl'), lost: true })
    expect(await renewal).toMatchObject({ kind: 'failed' })
    expect(lost).toEqual([])
    expect(rotated).toEqual([])
    expect(access.current()).toEqual(pair(5))
  })
})
