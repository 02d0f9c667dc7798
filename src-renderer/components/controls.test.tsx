// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { FilterChip } from './FilterChip.tsx'
import { Kbd } from './Kbd.tsx'
import { SingleKeysContext } from './key-hints.ts'
import { QueueRow } from './QueueRow.tsx'
import { Segmented } from './Segmented.tsx'

afterEach(cleanup)

describe('Segmented', () => {
  const options = [
    { value: 'move', label: 'Verplaatsen' },
    { value: 'cancel', label: 'Vervalt' },
  ] as const

  it('picks another value, and never lets go of the one that is chosen', () => {
    const onChange = vi.fn()
    render(<Segmented label="Besluit" value="move" options={options} onChange={onChange} />)
    fireEvent.click(screen.getByRole('button', { name: 'Verplaatsen', pressed: true }))
    expect(onChange).not.toHaveBeenCalled()
    fireEvent.click(screen.getByRole('button', { name: 'Vervalt' }))
    expect(onChange).toHaveBeenCalledExactlyOnceWith('cancel')
  })
})

describe('FilterChip', () => {
  it('opens with arrow down and goes away with Backspace', () => {
    const onOpen = vi.fn()
    const onRemove = vi.fn()
    render(<FilterChip label="Team Noord" on hasMenu onOpen={onOpen} onRemove={onRemove} />)
    const chip = screen.getByRole('button', { name: 'Team Noord' })
    fireEvent.keyDown(chip, { key: 'ArrowDown' })
    expect(onOpen).toHaveBeenCalledOnce()
    fireEvent.keyDown(chip, { key: 'Backspace' })
    expect(onRemove).toHaveBeenCalledOnce()
  })
})

describe('Kbd', () => {
  it('hides single keys when they are switched off, and leaves combinations', () => {
    const { container } = render(
      <SingleKeysContext value={false}>
        <Kbd keys={['A']} />
        <Kbd keys={['Ctrl', 'K']} />
      </SingleKeysContext>,
    )
    expect(container.textContent).toBe('CtrlK')
  })
})

describe('QueueRow', () => {
  const row = (role?: 'option') =>
    render(
      <QueueRow
        role={role}
        selected
        urgent
        clock={{ main: '1 u 48', sub: '11:00', spoken: 'over 1 uur 48, om 11:00', fraction: 0.86 }}
        name="Mevr. H. Verbeek-de Wit"
        facts="Opname · 3 diensten"
        claim={{ name: 'Noor Willemsen', label: 'in behandeling bij Noor Willemsen' }}
      />,
    )

  it('reads as time in words, name, facts and who has it', () => {
    row()
    const button = screen.getByRole('button', { current: true })
    expect(button.textContent).toContain('over 1 uur 48, om 11:00')
    expect(screen.getByRole('img', { name: 'in behandeling bij Noor Willemsen' })).toBeDefined()
  })

  it('is a selected option in a listbox', () => {
    row('option')
    expect(screen.getByRole('option', { selected: true }).hasAttribute('aria-current')).toBe(false)
  })
})
