/**
 * Requests to a route as nobody would write them, generated from its schemas: mostly nearly right, so that they come far, and
 * everywhere else as wrong as one can be.
 */
import fc from 'fast-check'
import type { Route } from '../../../shared/api/route.ts'
import { API, type RouteName } from '../../../shared/api/table.ts'
import { acceptedBy } from './arbitraries.ts'
import { KIND_OF_FIELD } from './entities.ts'
import { isId } from './knock.ts'
import type { Material } from './material.ts'
import { queryOf, type Variant, variantsOf } from './route-fixtures.ts'
import { malformed, spoilt, TRAP_TEXTS, trapValue } from './traps.ts'

export interface FuzzRequest {
  readonly name: RouteName
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Buffer | undefined
  /** Who sends it, by its place in the material. */
  readonly actor: string
}

const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'TRACE', 'PROPFIND'] as const

/** A part of a path, encoded, or spoilt in the encoding itself. */
function pathPart(good: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...good) },
    { weight: 2, arbitrary: fc.uuid({ version: 7 }) },
    { weight: 1, arbitrary: fc.constantFrom(...TRAP_TEXTS.filter((text) => text.length < 300)).map(encoded) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('%', '%00', '%E0%A4%A', '%ff%fe', '%2e%2e', '..', '.', ';a=b', '*', 'a'.repeat(400)),
    },
  )
}

function encoded(text: string): string {
  try {
    return encodeURIComponent(text)
  } catch {
    // Half a surrogate pair has no encoding: sent as the bytes that some clients make of it.
    return '%ED%A0%80'
  }
}

function pathOf(name: RouteName, variant: Variant, material: Material): fc.Arbitrary<string> {
  const parts = API[name].path.split('/').map((word) => {
    if (!word.startsWith(':')) return fc.constant(word)
    const choice = variant[word.slice(1)]
    if (choice === undefined) throw new Error(`${name}: ${word} has no value.`)
    return pathPart(isId(choice) ? material.idsOf(choice) : [choice.value])
  })
  return fc.tuple(...parts).map((words) => words.join('/'))
}

function queryText(pairs: readonly (readonly [string, string])[]): string {
  return pairs.length === 0 ? '' : `?${pairs.map(([key, value]) => `${encoded(key)}=${encoded(value)}`).join('&')}`
}

/** Each parameter right, wrong, twice or absent; sometimes one that does not belong. */
function queryArbitrary(name: RouteName): fc.Arbitrary<string> {
  const route: Route = API[name]
  const strange = fc.constantFrom(
    '?',
    '?%',
    '?&&&=',
    '?__proto__=1',
    '?a[b]=c&a[b]=d',
    '?constructor[prototype]=1',
    '?q=%ff',
    '?x=%',
  )
  if (!route.query) return fc.oneof({ weight: 15, arbitrary: fc.constant('') }, { weight: 1, arbitrary: strange })
  const good = [queryOf(name), ...acceptedBy(route.query)] as Record<string, unknown>[]
  const right = fc
    .constantFrom(...good)
    .map((query) => Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)] as const])))
  const text = fc.oneof(fc.constantFrom(...TRAP_TEXTS), fc.string({ maxLength: 30 }))
  const keys = Object.keys((route.query as unknown as { readonly shape: object }).shape)
  const wrong = fc
    .tuple(right, fc.constantFrom(...keys), text, fc.boolean())
    .map(([pairs, key, bad, twice]) => [...(twice ? pairs : pairs.filter(([other]) => other !== key)), [key, bad] as const])
  return fc.oneof(
    { weight: 4, arbitrary: right.map(queryText) },
    { weight: 5, arbitrary: wrong.map(queryText) },
    { weight: 1, arbitrary: strange },
  )
}

/** Fields that name something get something that exists, or that only looks so. */
function withKnown(value: unknown, material: Material, pick: number): unknown {
  if (Array.isArray(value)) return value.map((one) => withKnown(one, material, pick))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => {
      if (typeof one !== 'string') return [key, withKnown(one, material, pick)]
      const kind = KIND_OF_FIELD[key]
      const known = kind ? material.idsOf(kind) : material.textsOf(key)
      return [key, pick % 4 === 0 ? one : (known[pick % Math.max(1, known.length)] ?? one)]
    }),
  )
}

type Body = { readonly text: string | Buffer | undefined; readonly json: boolean }

function bodyArbitrary(name: RouteName, material: Material): fc.Arbitrary<Body> {
  const route: Route = API[name]
  const text = (value: unknown): Body => ({ text: JSON.stringify(value) ?? '', json: true })
  if (!route.body) {
    const unasked = fc.constantFrom<Body>({ text: '{"a":1}', json: true }, { text: 'x', json: false })
    return fc.oneof(
      { weight: 15, arbitrary: fc.constant<Body>({ text: undefined, json: false }) },
      { weight: 1, arbitrary: unasked },
    )
  }
  const given = material.bodies.get(name)
  const good = fc
    .tuple(fc.constantFrom(...acceptedBy(route.body), ...(given === undefined ? [] : [given, given])), fc.nat(1000))
    .map(([value, pick]) => (value === given ? value : withKnown(value, material, pick)))
  return fc.oneof(
    { weight: 9, arbitrary: good.map(text) },
    { weight: 8, arbitrary: good.chain(spoilt).map(text) },
    { weight: 2, arbitrary: trapValue.map(text) },
    {
      weight: 3,
      arbitrary: good.chain((value) => malformed(JSON.stringify(value))).map((bad): Body => ({ text: bad, json: true })),
    },
  )
}

const CONTENT_TYPES = [
  'application/json; charset=utf-8',
  'application/json; charset=utf-16',
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/xml',
  'application/json, text/html',
  'application/jsonx',
  ';;;',
  'x'.repeat(500),
] as const

const usually = <T>(good: fc.Arbitrary<T>, bad: fc.Arbitrary<T>, weight = 9) =>
  fc.oneof({ weight, arbitrary: good }, { weight: 1, arbitrary: bad })

function headerArbitraries(name: RouteName, material: Material) {
  const route: Route = API[name]
  const nothing = fc.constant<string | undefined>(undefined)
  const versions = fc.constantFrom<string | undefined>('"1"', '1', 'W/"2"', '"3"')
  const badVersions = fc.constantFrom<string | undefined>(undefined, '*', '"-1"', '"9999999999"', 'abc', '""', '"1", "2"')
  const badIds = fc.constantFrom<string | undefined>(undefined, '', 'x', '1', 'a'.repeat(300), material.usedRequestId)
  return {
    'if-match': route.basedOn === 'required' ? usually(versions, badVersions) : usually(nothing, versions, 20),
    'idempotency-key': route.requestId === 'required' ? usually(fc.uuid({ version: 4 }), badIds) : usually(nothing, badIds, 20),
    'accept-language': fc.constantFrom<string | undefined>(
      undefined,
      'nl',
      'en',
      'de;q=1, en;q=0.1',
      ';;q=,,',
      'x'.repeat(2_000),
      '*',
    ),
    'content-encoding': usually(nothing, fc.constantFrom('gzip', 'br', 'identity', 'identity, gzip', 'x'), 40),
    // Proxies and frameworks that obey these let a GET delete: we do not.
    'x-http-method-override': usually(nothing, fc.constantFrom('DELETE', 'PUT', 'TRACE'), 20),
    cookie: usually(nothing, fc.constantFrom('token=x', '__proto__=1', 'a=b; a=c', '%', 'x'.repeat(3_000)), 20),
    'x-workstation': usually(nothing, fc.constantFrom('balie 3', '<b>', '../..', 'x'.repeat(3_000))),
    // Every request from another address: the limits per address are tested where they belong.
    'x-forwarded-for': usually(
      fc.ipV4(),
      fc.constantFrom<string>('', 'x', '::1', '1.2.3.4, 5.6.7.8', '999.1.1.1', 'x'.repeat(900)),
    ),
    authorization: usually(
      nothing,
      fc.constantFrom('Bearer', 'Bearer  ', 'Basic YTph', 'Bearer a.b.c', `Bearer ${'x'.repeat(4_000)}`),
      30,
    ),
  } as const satisfies Record<string, fc.Arbitrary<string | undefined>>
}

/** Requests to one route, as every kind of actor; those whom the table lets in more often than others. */
export function requestsTo(name: RouteName, material: Material): fc.Arbitrary<FuzzRequest> {
  const route: Route = API[name]
  const paths = variantsOf(name).map((variant) => pathOf(name, variant, material))
  return fc
    .record({
      actor: fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(...material.allowedAt(name)) },
        { weight: 1, arbitrary: fc.constantFrom(...material.actors) },
      ),
      method: usually(fc.constant<string>(route.method), fc.constantFrom(...METHODS), 20),
      path: fc.oneof(...paths),
      query: queryArbitrary(name),
      body: bodyArbitrary(name, material),
      type: usually(fc.constant('application/json'), fc.constantFrom<string>(...CONTENT_TYPES), 25),
      headers: fc.record(headerArbitraries(name, material)),
    })
    .map(({ actor, method, path, query, body, type, headers }) => ({
      name,
      actor,
      method,
      path: path + query,
      body: body.text,
      headers: Object.fromEntries(
        Object.entries({
          ...(body.text === undefined ? {} : { 'content-type': body.json ? type : 'text/plain' }),
          ...headers,
        }).filter((pair): pair is [string, string] => pair[1] !== undefined),
      ),
    }))
}
