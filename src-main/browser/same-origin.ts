/**
 * Only this host's own page may ask: `Host` is checked on every request (against names that were made to lead here), `Origin`
 * wherever a browser sends it, and on what changes anything and on the upgrade it must be there.
 */
import type { IncomingHttpHeaders } from 'node:http'

/**
 * Why a request with these headers is refused, or null.
 * @param origin this host's own: `http://127.0.0.1:4711`
 * @param needsOrigin it changes something, or opens a connection that stays
 */
export function refusalOf(headers: IncomingHttpHeaders, origin: string, needsOrigin: boolean): string | null {
  const { host, origin: given, 'sec-fetch-site': site } = headers
  if (host !== new URL(origin).host) return 'host'
  if (given !== undefined && given !== origin) return 'origin'
  if (needsOrigin && given === undefined) return 'origin'
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return 'site'
  return null
}
