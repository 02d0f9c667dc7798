import { expect, it } from 'vitest'
import { scriptOf } from './pgbench.ts'

it('puts each parameter in its place, and hides colons and quotes from pgbench', () => {
  const statements = [
    { text: 'begin', params: [], prepared: false },
    {
      text: 'insert into t values ($1, $2, $11, $2)',
      params: ['id-1', `{"a":true,"b":"it's \\"}`, ...Array(8).fill('x'), null],
      prepared: true,
    },
  ]
  expect(scriptOf(statements, new Map([['id-1', 'id(:n)']])).split('\n')).toEqual([
    '\\set i :i + 1',
    '\\set n :base + :i * :clients + :client_id',
    'begin;',
    `insert into t values (id(:n), E'{"a"\\x3atrue,"b"\\x3a"it''s \\\\"}', null, E'{"a"\\x3atrue,"b"\\x3a"it''s \\\\"}');`,
    '',
  ])
})
