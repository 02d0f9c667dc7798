/**
 * The window's settings of security, written out though most are Electron's own defaults: a test holds each of them, so
 * that a new version or a helpful change cannot loosen one unseen (norms.md, the desktop host).
 */
import type { WebPreferences } from 'electron'

export function securePreferences(preload: string): WebPreferences {
  return {
    preload,
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    // A dictionary would be fetched from elsewhere.
    spellcheck: false,
  }
}
