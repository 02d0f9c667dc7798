/** Shows one desk: `?desk=absence|contact|access|states|parts&theme=light|dark&density=comfortable|compact`. */
import '../app/theme/fonts.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { DeskTheme } from '../app/theme/DeskTheme.tsx'
import { AbsenceDesk } from './AbsenceDesk.tsx'
import { AccessDesk } from './AccessDesk.tsx'
import { ContactDesk } from './ContactDesk.tsx'
import { Parts } from './Parts.tsx'
import { States } from './States.tsx'

const desks = { absence: AbsenceDesk, contact: ContactDesk, access: AccessDesk, states: States, parts: Parts }
const query = new URLSearchParams(location.search)
const asked = query.get('desk') ?? 'absence'
const Desk = desks[asked in desks ? (asked as keyof typeof desks) : 'absence']

const root = document.getElementById('root')
if (!root) throw new Error('the page has no root element')
createRoot(root).render(
  <StrictMode>
    <DeskTheme
      mode={query.get('theme') === 'dark' ? 'dark' : 'light'}
      density={query.get('density') === 'compact' ? 'compact' : 'comfortable'}
    >
      <Desk />
    </DeskTheme>
  </StrictMode>,
)
