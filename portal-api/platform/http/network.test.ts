import { expect, it } from 'vitest'
import { networkOf } from './network.ts'

it('ASVS 6.3.1: an IPv6 connection is one place to guess from, whichever of its addresses is used', () => {
  for (const address of ['2001:db8:1:2::', '2001:db8:1:2::1', '2001:DB8:1:2:ffff:ffff:ffff:ffff', '2001:0db8:0001:0002:0:0:0:9'])
    expect(networkOf(address)).toBe('2001:db8:1:2::/64')
  expect(networkOf('2001:db8:1:3::1')).toBe('2001:db8:1:3::/64')
})

it('other addresses are as they are, also in IPv6 clothes', () => {
  expect(networkOf('198.51.100.7')).toBe('198.51.100.7')
  expect(networkOf('::ffff:198.51.100.7')).toBe('198.51.100.7')
  expect(networkOf('::1')).toBe('0:0:0:0::/64')
  expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0::/64')
  expect(networkOf('64:ff9b::198.51.100.7')).toBe('64:ff9b:0:0::/64')
  expect(networkOf('x')).toBe('x')
})
