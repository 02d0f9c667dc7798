/** Height of a queue row before it is measured, for the virtualiser. */
import type { Density } from '../app/theme/density.ts'

/** px, from the look: compact 44, comfortable 55 plus 16 for a preview and 26 for marks. */
export function queueRowHeight(row: { preview: boolean; marks: boolean }, density: Density): number {
  if (density === 'compact') return 44
  return 55 + (row.preview ? 16 : 0) + (row.marks ? 26 : 0)
}
