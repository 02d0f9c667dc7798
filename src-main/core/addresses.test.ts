import { expect, it } from 'vitest'
import { allowedLink } from './links.ts'
import { portalAddress } from './portal-address.ts'

it.each(['https://example.org/a?b=c', 'mailto:c.test@client.example', 'tel:+31612345678'])('%s may be opened', (text) => {
  expect(allowedLink(text)?.href).toBe(text)
})

it.each([
  'http://example.org/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'ms-msdt:/id',
  'smb://server/share',
  'https://portal.example@evil.example/',
  'https:',
  'not an address',
  '',
])('%s may not be opened', (text) => {
  expect(allowedLink(text)).toBeNull()
})

it.each([
  ['https://portal.example/', 'https://portal.example'],
  ['https://portal.example/api/', 'https://portal.example/api'],
  ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
  ['http://localhost:8080/', 'http://localhost:8080'],
  ['http://[::1]:8080', 'http://[::1]:8080'],
])('%s is an address of a portal', (text, address) => {
  expect(portalAddress(text)).toBe(address)
})

it.each([
  'http://portal.example',
  'http://127.0.0.1.evil.example',
  'http://10.0.0.4:8080',
  'https://user:secret@portal.example',
  'https://portal.example/?a=b',
  'ftp://portal.example',
  '',
  undefined,
])('%s is none', (text) => {
  expect(portalAddress(text)).toBeNull()
})
