/** Where the portal is. Tokens and care data travel over TLS; plain HTTP only inside this machine. */

/** True for the names and numbers of this machine itself. */
export function isLoopback(url: URL): boolean {
  return url.hostname === 'localhost' || url.hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(url.hostname)
}

/**
 * The address of the portal, without a closing slash.
 * @returns null when it is no address, or one over which nothing confidential may travel
 */
export function portalAddress(text: string | undefined): string | null {
  if (!text || !URL.canParse(text)) return null
  const url = new URL(text)
  if (url.username || url.password || url.search || url.hash) return null
  const safe = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url))
  return safe ? url.href.replace(/\/+$/, '') : null
}
