/**
 * The one origin of the screen. A scheme of its own instead of `file:`, so that the page has an origin that can be checked;
 * addresses are parsed and compared by part, never searched for a piece of text (norms.md, the desktop host).
 */
export const APP_SCHEME = 'app'
export const APP_HOST = 'desk'
export const APP_URL = `${APP_SCHEME}://${APP_HOST}/`

/** True for an address of the screen itself. */
export function isOwnAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return url.protocol === `${APP_SCHEME}:` && url.host === APP_HOST && url.username === '' && url.password === ''
}
