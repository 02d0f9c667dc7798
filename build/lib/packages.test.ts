import { expect, it } from 'vitest'
import { missingPackages } from './packages.mjs'

const wanted = {
  '': { version: '1.0.0' },
  'node_modules/a': { version: '2.0.0' },
  'node_modules/b': { version: '3.1.0' },
  'node_modules/of-another-platform': { version: '1.0.0', optional: true },
}

it('asks for nothing when everything is there but what belongs to other platforms', () => {
  expect(missingPackages(wanted, { 'node_modules/a': { version: '2.0.0' }, 'node_modules/b': { version: '3.1.0' } })).toEqual([])
})

it('names what is missing and what has another version', () => {
  expect(missingPackages(wanted, { 'node_modules/a': { version: '1.9.0' } })).toEqual(['node_modules/a', 'node_modules/b'])
})

it('names an optional package of another version', () => {
  const installed = { ...wanted, 'node_modules/of-another-platform': { version: '0.9.0' } }
  expect(missingPackages(wanted, installed)).toEqual(['node_modules/of-another-platform'])
})
