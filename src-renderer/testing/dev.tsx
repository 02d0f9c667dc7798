/**
 * The screens over the in-memory workstation, on the day of the reference pictures. Not part of the product's bundle.
 * `dev.html?role=planner|care-manager|helpdesk|team-lead&signed-in=no&theme=dark&language=en&density=compact&delay=200`
 */
import '../app/theme/fonts.ts'
import { createRoot } from 'react-dom/client'
import { settings } from '../../shared/bridge/channels.ts'
import { language } from '../../shared/domain/language.ts'
import { staffRole } from '../../shared/domain/staff.ts'
import { App } from '../app/App.tsx'
import { MEMORY_NOW } from './memory/people.ts'
import { MemoryWorkstation } from './memory-bridge.ts'

const realNow = Date.now
const skew = MEMORY_NOW - realNow()
Date.now = () => realNow() + skew

const query = new URLSearchParams(location.search)
const asked = <T,>(
  name: string,
  schema: { safeParse(value: unknown): { success: true; data: T } | { success: false } },
): T | undefined => {
  const parsed = schema.safeParse(query.get(name))
  return parsed.success ? parsed.data : undefined
}
const theme = asked('theme', settings.shape.theme)
const lang = asked('language', language)
const density = asked('density', settings.shape.density)

const workstation = new MemoryWorkstation({
  role: asked('role', staffRole) ?? 'planner',
  signedIn: query.get('signed-in') !== 'no',
  delay: Number(query.get('delay') ?? 0),
  settings: { ...(theme && { theme }), ...(lang && { language: lang }), ...(density && { density }) },
})
// Searches go on by themselves, slowly enough to be seen.
workstation.portal.away.stepEvery = 2_500
window.desk = workstation.bridge
Object.assign(window, { workstation })

const root = document.getElementById('root')
if (!root) throw new Error('The page has no root element')
createRoot(root).render(<App />)
