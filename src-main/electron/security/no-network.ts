/**
 * The screen opens no connection of its own: all traffic goes through the desktop process (design.md, decision 3). What the
 * page's policy should have stopped already is stopped here once more.
 */
import type { Session } from 'electron'
import { APP_SCHEME } from './app-origin.ts'

const INSIDE: ReadonlySet<string> = new Set([`${APP_SCHEME}:`, 'devtools:', 'data:', 'blob:'])

export function refuseNetwork(session: Session): void {
  session.webRequest.onBeforeRequest((details, answer) => {
    const inside = URL.canParse(details.url) && INSIDE.has(new URL(details.url).protocol)
    answer({ cancel: !inside })
  })
}
