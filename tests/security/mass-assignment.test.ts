/** ASVS 15.3.3, by the contract: what a body does not name cannot be sent in it, at any depth. */
import { expect, it } from 'vitest'
import type { Route } from '../../shared/api/route.ts'
import { API, routeNames } from '../../shared/api/table.ts'
import { objectsIn } from './support/schema-fields.ts'

const bodies = routeNames.flatMap((name) => {
  const { body }: Route = API[name]
  return body ? [{ name, body }] : []
})

it('ASVS 15.3.3: every object in every body refuses fields it does not name', () => {
  expect(bodies.length).toBeGreaterThan(30)
  const loose = bodies.flatMap(({ name, body }) =>
    objectsIn(body)
      .filter((one) => !one.strict)
      .map((one) => `${name} ${one.path}`),
  )
  expect(loose).toEqual([])
})

/** Who acts, where and when is known by the server, and is asked in no body. `provider` is where staff go, never where an act is done. */
const OF_THE_SERVER = [
  'actorId',
  'staffId',
  'role',
  'administrator',
  'createdAt',
  'updatedAt',
  'version',
  'passwordHash',
  'fixed',
]

it('ASVS 15.3.3, 8.2.3: no body asks who acts, in which role, or what the server counts', () => {
  const asked = bodies.flatMap(({ name, body }) =>
    objectsIn(body).flatMap((one) =>
      one.fields.filter((field) => OF_THE_SERVER.includes(field)).map((field) => `${name} ${field}`),
    ),
  )
  // The switch of a colleague of an organisation: an administrator makes administrators.
  expect(asked).toEqual([
    'users.add-colleague administrator',
    'users.add-colleague administrator',
    'users.set-switches administrator',
  ])
})
