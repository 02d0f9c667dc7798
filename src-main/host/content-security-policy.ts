/**
 * The policy of the page: everything from the host itself, nothing inline, nothing from elsewhere (norms.md: strict CSP).
 * Styles made while running are let in by a nonce of this one answer; scripts have no such way in.
 */

export interface PolicyNeeds {
  /** Where the page may open connections; the screen in Electron opens none. */
  readonly connect: readonly string[]
}

export function contentSecurityPolicy(nonce: string, needs: PolicyNeeds): string {
  const connect = needs.connect.length > 0 ? needs.connect.join(' ') : "'none'"
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ${connect}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ')
}
