/** A fault stays in its pane, can be copied and left behind; another case starts afresh. */
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { I18nextProvider } from 'react-i18next'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { makeI18n } from '../i18n/i18n.ts'
import { FaultBoundary } from './FaultBoundary.tsx'

const words = makeI18n('nl')
let broken = true

function Part() {
  if (broken) throw new Error('a mistake in the program')
  return <p>Het werk</p>
}

const pane = (resetKey: string) => (
  <I18nextProvider i18n={words}>
    <p>De lijst</p>
    <FaultBoundary resetKey={resetKey}>
      <Part />
    </FaultBoundary>
  </I18nextProvider>
)

beforeEach(() => {
  broken = true
  // React and the boundary both report it; that is what they are for.
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

describe('a fault', () => {
  it('stops one pane, is logged, and shows its code and a way on', () => {
    render(pane('a'))
    expect(screen.getByText('De lijst')).toBeTruthy()
    expect(screen.getByText('Hier ging iets mis')).toBeTruthy()
    expect(screen.getByText(/^Error \d{4}-/)).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Kopieer melding' })).toBeTruthy()
    expect(console.error).toHaveBeenCalled()
    broken = false
    fireEvent.click(screen.getByRole('button', { name: 'Opnieuw proberen' }))
    expect(screen.getByText('Het werk')).toBeTruthy()
  })

  it('is left behind with the case it belongs to', () => {
    const { rerender } = render(pane('a'))
    broken = false
    rerender(pane('b'))
    expect(screen.getByText('Het werk')).toBeTruthy()
  })
})
