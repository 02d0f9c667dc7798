/** The menu, in the language of the settings. No reload and no developer tools in an installed program. */
import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { Language } from '../../shared/domain/language.ts'
import { word } from './words.ts'

export interface MenuActions {
  readonly lock: () => void
  /** Developer tools, when the program runs from its sources. */
  readonly developer: boolean
}

export function setMenu(lang: Language, actions: MenuActions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(template(lang, actions)))
}

function template(lang: Language, { lock, developer }: MenuActions): MenuItemConstructorOptions[] {
  const line: MenuItemConstructorOptions = { type: 'separator' }
  return [
    {
      label: word('file', lang),
      submenu: [
        { label: word('lock', lang), accelerator: 'CommandOrControl+Shift+L', click: lock },
        line,
        { role: 'quit', label: word('quit', lang) },
      ],
    },
    {
      label: word('edit', lang),
      submenu: [
        { role: 'undo', label: word('undo', lang) },
        { role: 'redo', label: word('redo', lang) },
        line,
        { role: 'cut', label: word('cut', lang) },
        { role: 'copy', label: word('copy', lang) },
        { role: 'paste', label: word('paste', lang) },
        { role: 'selectAll', label: word('select-all', lang) },
      ],
    },
    {
      label: word('view', lang),
      submenu: [
        { role: 'zoomIn', label: word('zoom-in', lang) },
        { role: 'zoomOut', label: word('zoom-out', lang) },
        { role: 'resetZoom', label: word('zoom-reset', lang) },
        line,
        { role: 'togglefullscreen', label: word('full-screen', lang) },
        ...(developer ? [line, { role: 'toggleDevTools' } as const] : []),
      ],
    },
    {
      label: word('window', lang),
      submenu: [
        { role: 'minimize', label: word('minimize', lang) },
        { role: 'close', label: word('close', lang) },
      ],
    },
  ]
}
