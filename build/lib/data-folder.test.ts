import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { emptyDataFolder, isDataFolder, placeOf, prepareDataFolder, SERVERS, wantedDataFolder } from './data-folder.mjs'

let parent: string

beforeEach(() => {
  parent = mkdtempSync(path.join(tmpdir(), 'data-'))
})
afterEach(() => rmSync(parent, { recursive: true }))

describe('the data folder', () => {
  it('lies in the checkout unless PORTAL_DESK_DATA names another', () => {
    expect(wantedDataFolder('/checkout', {})).toBe('/checkout/.data')
    expect(wantedDataFolder('/checkout', { PORTAL_DESK_DATA: '/elsewhere' })).toBe('/elsewhere')
  })

  it('is made, and found again', () => {
    const wanted = path.join(parent, 'a', 'b')
    expect(isDataFolder(wanted)).toBe(false)
    expect(prepareDataFolder({ wanted, server: null })).toEqual({ folder: wanted, why: null })
    expect(isDataFolder(wanted)).toBe(true)
    expect(prepareDataFolder({ wanted, server: null })).toEqual({ folder: wanted, why: null })
  })

  it('is never a folder that holds something else', () => {
    writeFileSync(path.join(parent, 'letter.txt'), 'x')
    expect(() => prepareDataFolder({ wanted: parent, server: null })).toThrow(/something else/)
    expect(() => emptyDataFolder(parent)).toThrow(/not a data folder/)
    expect(existsSync(path.join(parent, 'letter.txt'))).toBe(true)
  })

  it('is emptied of the demo, and stays a data folder with what belongs to other servers', () => {
    prepareDataFolder({ wanted: parent, server: null })
    writeFileSync(path.join(parent, 'postgres-password'), 'x')
    mkdirSync(path.join(parent, SERVERS))
    emptyDataFolder(parent)
    expect(existsSync(path.join(parent, 'postgres-password'))).toBe(false)
    expect(existsSync(path.join(parent, SERVERS))).toBe(true)
    expect(isDataFolder(parent)).toBe(true)
  })

  it('gets a name of its own among those outside their checkouts', () => {
    expect(placeOf('/root/desk/.data')).toMatch(/^root-desk-data-[0-9a-f]{10}$/)
    expect(placeOf('/root/desk/.data')).not.toBe(placeOf('/root/desk-data'))
  })
})
