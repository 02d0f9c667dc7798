/**
 * The desktop program does not run as root: Chromium's sandbox would have to be switched off for it, and that it never is
 * (norms.md, the browser host).
 */
export const REFUSES_ROOT =
  'Portal Desk does not run as root: its sandbox would be off. Start it as an ordinary user, or use the browser host (npm start).'

export function isRoot(): boolean {
  return process.getuid?.() === 0
}
