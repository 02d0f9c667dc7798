/** Start of the screen: the host has put `window.desk` there before this runs. */
import './app/no-eval.ts'
import './app/theme/fonts.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { catchFaults } from './app/faults/faults.ts'

catchFaults()
const root = document.getElementById('root')
if (!root) throw new Error('The page has no root element')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
