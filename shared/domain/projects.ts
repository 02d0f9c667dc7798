/** Projects of a business customer, as its contacts see them (Careflex). */
import { z } from 'zod'
import { uuid } from './ids.ts'
import { planningRow } from './planning.ts'

export const project = z.object({
  id: uuid,
  name: z.string(),
  /** Interne projectleider: the care manager who hears the questions. */
  leader: z.string().nullable(),
  /** May the asker open it? An administrator finds the others by name, to hand them out. */
  own: z.boolean(),
})
export type Project = z.infer<typeof project>

/** A project as it is opened. */
export const projectDetail = project.extend({
  organisation: z.string(),
  /** The contacts of the organisation who see it too. */
  contacts: z.array(z.string()),
  upcoming: z.array(planningRow),
})
export type ProjectDetail = z.infer<typeof projectDetail>
