import { expect, it } from 'vitest'
import { apiEnvironment } from './start-api.mjs'

const database = { url: 'postgres://desk@127.0.0.1:1/desk', major: 18, isNew: false, gone: null, stop: async () => {} }

it('asks for demo mode on our own server only', () => {
  expect(apiEnvironment({ env: {}, database: { ...database, port: 5_500 }, folder: '/d', port: 0 })['PORTAL_DESK_DEMO']).toBe('1')
  expect(
    apiEnvironment({ env: {}, database: { ...database, port: null }, folder: '/d', port: 0 })['PORTAL_DESK_DEMO'],
  ).toBeUndefined()
})

it('never takes demo mode from outside for a database of somebody else', () => {
  const env = { PORTAL_DESK_DEMO: '1', HOST: '0.0.0.0' }
  const given = apiEnvironment({ env, database: { ...database, port: null }, folder: '/d', port: 0 })
  expect(given['PORTAL_DESK_DEMO']).toBeUndefined()
  expect(given['HOST']).toBe('127.0.0.1')
})
