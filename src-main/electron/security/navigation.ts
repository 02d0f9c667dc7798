/**
 * The window shows the screen and nothing else: it navigates nowhere, opens no other window and takes no embedded pages. A
 * link that may be opened goes to the system's own browser, by the allow list.
 */
import type { App, WebContents } from 'electron'
import { isOwnAddress } from './app-origin.ts'

/** @param openLink opens what the allow list lets through; refuses the rest itself */
export function guardNavigation(app: App, openLink: (address: string) => void): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents, openLink))
}

function guardContents(contents: WebContents, openLink: (address: string) => void): void {
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isOwnAddress(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    if (!isOwnAddress(event.url)) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    openLink(url)
    return { action: 'deny' }
  })
}
