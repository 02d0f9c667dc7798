/**
 * The one door of the desktop process to its window. Whoever knocks must be the main frame of the program's own window,
 * on the program's own origin; a frame that has gone or moved on meanwhile is nobody.
 */
import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron'
import { isOwnAddress } from './app-origin.ts'

export type TrustedHandler = (...args: readonly unknown[]) => Promise<unknown>

/** Handles a channel for the window alone; anybody else gets an error that says nothing. */
export function handleTrusted(ipcMain: IpcMain, name: string, own: () => WebContents | null, handler: TrustedHandler): void {
  ipcMain.handle(name, (event, ...args: readonly unknown[]) => {
    if (!isTrusted(event, own())) throw new Error('Refused')
    return handler(...args)
  })
}

function isTrusted(event: IpcMainInvokeEvent, own: WebContents | null): boolean {
  const frame = event.senderFrame
  if (!own || own.isDestroyed() || event.sender !== own || !frame) return false
  return frame === own.mainFrame && isOwnAddress(frame.url)
}
