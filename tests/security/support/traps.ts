/** Values that nobody should send, for every place where something can be sent. */
import fc from 'fast-check'

/** Texts that break parsers, comparisons, queries, logs and screens. */
export const TRAP_TEXTS: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udfff\ud800',
  '\u202e rechts naar links',
  'e\u0301\u0301\u0301\u0301',
  'Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f\u0334\u0319\u0324',
  '👩‍👩‍👧‍👦🏳️‍🌈',
  '𝕏𠜎𠜱',
  '\ufeff',
  '\ufffe\uffff',
  '\u2028\u2029',
  'ﷺ'.repeat(50),
  "'; drop table clients; --",
  '" or 1=1 --',
  '%_%\\',
  '<script>alert(1)</script>',
  '{{7*7}}<%= 7*7 %>',
  '../../../../etc/passwd',
  '..%2f..%2f',
  'file:///etc/passwd',
  '\r\nset-cookie: x=1',
  '__proto__',
  'constructor',
  'toString',
  'null',
  'undefined',
  'NaN',
  '-1',
  '1e309',
  '9007199254740993',
  '0x10',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '2026-02-30',
  '0000-00-00',
  '9999-12-31T23:59:59.999Z',
  '24:00',
  'İıſK',
  'x'.repeat(5_000),
  '漢'.repeat(12_000),
]

const NUMBERS = [0, -0, -1, 1.5, 1e21, -1e21, 2 ** 31, 2 ** 53, Number.MAX_VALUE, Number.MIN_VALUE]

/** Nested so deep that a recursive reader falls. */
function deep(levels: number, as: 'array' | 'object'): unknown {
  let value: unknown = 1
  for (let level = 0; level < levels; level += 1) value = as === 'array' ? [value] : { a: value }
  return value
}

/** Any JSON value of a wrong kind. */
export const trapValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...TRAP_TEXTS) },
  { weight: 2, arbitrary: fc.constantFrom<unknown>(null, true, false, [], {}, ...NUMBERS) },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<unknown>(deep(30, 'array'), deep(30, 'object'), deep(2_000, 'array'), deep(2_000, 'object')),
  },
  { weight: 1, arbitrary: fc.constant(Array.from({ length: 3_000 }, (_, index) => index)) },
)

/** A value with one place spoilt: replaced, taken away, or joined by a key that does not belong. */
export function spoilt(value: unknown): fc.Arbitrary<unknown> {
  if (value === null || typeof value !== 'object') return trapValue
  if (Array.isArray(value)) {
    const places = value.map((one, index) => spoilt(one).map((bad) => value.with(index, bad)))
    return fc.oneof(
      trapValue,
      trapValue.map((bad) => [...value, bad]),
      ...places,
    )
  }
  const entries = Object.entries(value)
  const strange = fc.constantFrom('__proto__', 'constructor', 'prototype', 'id', 'provider', 'role', 'version', 'admin', 'ß', '')
  return fc.oneof(
    fc.tuple(strange, trapValue).map(([key, bad]) => Object.fromEntries([...entries, [key, bad]])),
    trapValue,
    ...entries.map(([key]) => fc.constant(Object.fromEntries(entries.filter(([other]) => other !== key)))),
    ...entries.map(([key, one]) => spoilt(one).map((bad) => ({ ...value, [key]: bad }))),
  )
}

/** The text with each of its keys, at whatever depth, named twice: by itself, and as some readers would take it for the same. */
function twiceNamed(good: string): readonly string[] {
  const keys = [...good.matchAll(/"(\w+)":/g)]
  return keys.flatMap(({ 0: key, 1: name = '', index }) => {
    const twice = (other: string) => `${good.slice(0, index)}${other}null,${good.slice(index)}`
    return [twice(key), twice(`"\\u${name.charCodeAt(0).toString(16).padStart(4, '0')}${name.slice(1)}":`)]
  })
}

/** Bodies that are no JSON, or JSON that says two things at once; `good` is one that would do. */
export function malformed(good: string): fc.Arbitrary<string | Buffer> {
  const inside = good.startsWith('{') ? good.slice(1) : `"a":1}`
  return fc.constantFrom<string | Buffer>(
    ...twiceNamed(good),
    '',
    ' ',
    'null',
    '[]',
    '"text"',
    '{',
    '}{',
    good.slice(0, -1),
    `${good}${good}`,
    `${good},`,
    `\ufeff${good}`,
    `{"__proto__":{"admin":true},${inside}`,
    `{"constructor":{"prototype":{"admin":true}},${inside}`,
    `{"reason":"a","reason":"b",${inside}`,
    `{'a': 1}`,
    '{"a":01}',
    '{"a":1e999}',
    '{"a":NaN}',
    '{"a":"\\ud800"}',
    '{"a":"\\u0000"}',
    '{"a":"\t"}',
    '{"\\u005f\\u005fproto\\u005f\\u005f":1}',
    `{"a":${'['.repeat(50_000)}`,
    `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
    `{"a":"${'x'.repeat(300_000)}"}`,
    Buffer.from([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xff, 0xfe, 0xc0, 0x80, 0x22, 0x7d]),
    Buffer.from(good, 'utf16le'),
    Buffer.alloc(2_000),
    'a=1&b=2',
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
  )
}
