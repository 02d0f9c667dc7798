/** Where a request comes from, as limits count it: one connection to the internet, however many addresses it has. */
import { isIPv6 } from 'node:net'

const GROUPS = 8
/** Groups of an IPv6 address that belong to the network: whoever has a connection has all 2⁶⁴ addresses behind them. */
const OF_THE_NETWORK = 4

function groupsOf(part: string): readonly string[] {
  return part === '' ? [] : part.split(':').flatMap((group) => (group.includes('.') ? [group, group] : [group]))
}

/** An IPv4 address as it is, of an IPv6 address its /64. What is neither comes back as it came. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  if (!isIPv6(address)) return address
  const [left = '', right] = (address.split('%')[0] ?? '').split('::')
  const [head, tail] = [groupsOf(left), groupsOf(right ?? '')]
  const zeros = right === undefined ? 0 : GROUPS - head.length - tail.length
  const groups = [...head, ...Array.from({ length: zeros }, () => '0'), ...tail]
  const network = groups.slice(0, OF_THE_NETWORK).map((group) => Number.parseInt(group, 16).toString(16))
  return `${network.join(':')}::/64`
}
