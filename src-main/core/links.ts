/** Which addresses may leave the workstation: `https:`, and `mailto:` and `tel:` for calling and writing to people. Nothing else. */

const ALLOWED = new Set(['https:', 'mailto:', 'tel:'])

/** The parsed address when it may be opened, else null. Parsed, never compared as text (norms.md, the desktop host). */
export function allowedLink(text: string): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || !ALLOWED.has(url.protocol)) return null
  // A user name in an address only serves to disguise where it leads.
  if (url.username || url.password) return null
  return url
}
