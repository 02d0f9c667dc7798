import { expect, it } from 'vitest'
import { readJson } from './json.ts'

const read = (text: string) => readJson(Buffer.from(text))

it('reads what JSON.parse reads, whatever stands in strings', () => {
  for (const text of [
    '{}',
    ' {"a": {"a": 1, "b": [{"a": 1}, {"a": 2}]}, "c\\"": "{\\"a\\":1,\\"a\\":2}", "d": ["a", "a"]} ',
    '"a"',
    '[["a"], {"": null}]',
    '{"a":"\\\\","b":":"}',
    '{"👩‍👧":1}',
  ])
    expect(read(text)).toEqual({ ok: true, value: JSON.parse(text) })
  expect(read('\ufeff{"a":1}')).toEqual({ ok: true, value: { a: 1 } })
})

it('refuses a key that stands twice in one object, however it is written', () => {
  expect(read('{"a":1,"b":{"c":1},"a":2}')).toEqual({ ok: false, why: 'duplicate-key', key: 'a' })
  expect(read('[{"x":{"y" :1, "\\u0079"\n:2}}]')).toEqual({ ok: false, why: 'duplicate-key', key: 'y' })
  expect(read(`{"${'k'.repeat(500)}":1,"${'k'.repeat(500)}":1}`)).toMatchObject({ key: 'k'.repeat(60) })
})

it('refuses a key that reaches into a prototype', () => {
  expect(read('{"a":{"__proto__":{"admin":true}}}')).toMatchObject({ ok: false, why: 'forbidden-key' })
  expect(read('{"\\u005f_proto__":1}')).toMatchObject({ why: 'forbidden-key' })
})

it('refuses what is no JSON and what is no UTF-8', () => {
  for (const text of ['', '{"a":', '{a:1}', "{'a':1}", '{"a":1}{"a":1}', 'NaN', '{"a":"\n"}'])
    expect(read(text)).toMatchObject({ why: 'syntax' })
  expect(readJson(Buffer.from('{"a":"é"}', 'latin1'))).toMatchObject({ why: 'encoding' })
  expect(readJson(Buffer.from('{"a":1}', 'utf16le'))).toMatchObject({ ok: false })
})

it('reads a text of deep and wide nesting without falling over', () => {
  const deep = 60_000
  expect(read('['.repeat(deep) + ']'.repeat(deep)).ok).toBe(true)
  expect(read(`{"a":"${'\\\\'.repeat(100_000)}"}`).ok).toBe(true)
})
