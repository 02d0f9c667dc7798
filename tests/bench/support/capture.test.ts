import { describe, expect, it } from 'vitest'
import { freshIds, parametersOf, statementsIn, unitsOfRequests } from './capture.ts'

const at = '2026-11-23 08:00:00.000 UTC'
const line = (pid: number, kind: string, text: string) => `${at} [${pid}] ${kind}:  ${text}\n`
const call = (pid: number, text: string, ...params: string[]) =>
  line(pid, 'LOG', `execute <unnamed>: ${text}`) +
  line(pid, 'DETAIL', `Parameters: ${params.map((value, index) => `$${index + 1} = '${value}'`).join(', ')}`)

describe('parametersOf', () => {
  it('tells NULL from the word, and undoes doubled quotes', () => {
    expect(parametersOf(`Parameters: $1 = 'it''s, $2 = ''x''', $2 = NULL, $3 = 'NULL', $4 = ''`)).toEqual([
      "it's, $2 = 'x'",
      null,
      'NULL',
      '',
    ])
  })
})

describe('statementsIn', () => {
  it('reads statements over several lines, with their parameters, of connections that take turns', () => {
    const log =
      line(1, 'LOG', 'statement: begin') +
      line(2, 'LOG', 'execute s4: select 1\n\tfrom t') +
      line(1, 'LOG', 'execute <unnamed>: select $1') +
      line(2, 'DETAIL', "parameters: $1 = 'two\n\tlines'") +
      line(1, 'DETAIL', "Parameters: $1 = 'one'") +
      line(1, 'LOG', 'checkpoint starting: time')
    expect(statementsIn(log)).toEqual([
      { pid: 1, text: 'begin', params: [], prepared: false },
      { pid: 2, text: 'select 1\nfrom t', params: ['two\nlines'], prepared: true },
      { pid: 1, text: 'select $1', params: ['one'], prepared: false },
    ])
  })
})

describe('unitsOfRequests', () => {
  const begin = (pid: number) => line(pid, 'LOG', 'statement: begin')
  const commit = (pid: number) => line(pid, 'LOG', 'statement: commit')

  it('gives each request its own transaction and what it asked before, and leaves the background out', () => {
    const log =
      call(1, 'auth', 'session') +
      begin(2) +
      begin(9) +
      call(9, 'link', 'other') +
      call(2, 'audit', 'trace-1') +
      commit(9) +
      commit(2) +
      call(3, 'auth', 'session') +
      begin(3) +
      call(3, 'audit', 'trace-2') +
      commit(3)
    const units = unitsOfRequests(statementsIn(log), [
      { trace: 'trace-1', session: 'session' },
      { trace: 'trace-2', session: 'session' },
    ])
    expect(units.map((own) => own.flat().map((one) => one.text))).toEqual([
      ['auth', 'begin', 'audit', 'commit'],
      ['auth', 'begin', 'audit', 'commit'],
    ])
  })

  it('fails when the log holds no such request', () => {
    expect(() => unitsOfRequests([], [{ trace: 'x', session: 'y' }])).toThrow('does not hold')
  })
})

describe('freshIds', () => {
  it('names the ids that every repeat makes anew', () => {
    const statement = (...params: string[]) => [{ text: 'insert', params, prepared: false }]
    const one = '018f0000-0001-7000-8000-000000000001'
    const two = '018f0000-0001-7000-8000-000000000002'
    expect(freshIds(statement(one, one, 'a'), statement(two, one, 'b'))).toEqual([[0, 0]])
  })
})
