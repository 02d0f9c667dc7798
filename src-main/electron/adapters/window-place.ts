/** Where the window stood, kept in electron-store. Not precious: what cannot be read or lies outside every screen is forgotten. */
import { ipcMain, type Rectangle, screen } from 'electron'
import Store from 'electron-store'
import { z } from 'zod'

/** Smallest and first size, from the reference look. */
export const SMALLEST = { width: 1024, height: 700 } as const
const FIRST = { width: 1440, height: 900 } as const

const place = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(SMALLEST.width),
  height: z.number().int().min(SMALLEST.height),
  maximized: z.boolean(),
})
export type Place = z.infer<typeof place>

export interface WindowPlace {
  read(): Partial<Place> & { readonly width: number; readonly height: number }
  write(place: Place): void
}

export function createWindowPlace(folder: string): WindowPlace {
  const store = new Store<{ place?: unknown }>({ name: 'window', cwd: folder, clearInvalidConfig: true })
  // electron-store listens to pages that want a store of their own. Ours have none: one door is enough (trusted-ipc.ts).
  ipcMain.removeAllListeners('electron-store-get-data')
  return {
    read() {
      const kept = place.safeParse(store.get('place'))
      return kept.success && isOnAScreen(kept.data) ? kept.data : FIRST
    },
    write: (value) => store.set('place', value),
  }
}

/** A screen may have been taken away since. */
function isOnAScreen({ x, y, width, height }: Rectangle): boolean {
  return screen.getAllDisplays().some(({ workArea: area }) => {
    const across = Math.min(x + width, area.x + area.width) - Math.max(x, area.x)
    const down = Math.min(y + height, area.y + area.height) - Math.max(y, area.y)
    return across >= width / 2 && down >= height / 2
  })
}
