// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import { CodeBoxes } from './CodeBoxes.tsx'
import { cleanCode } from './code-input.ts'

afterEach(cleanup)

function Code({ onComplete, disabled = false }: { onComplete?: (code: string) => void; disabled?: boolean }) {
  const [code, setCode] = useState('')
  return <CodeBoxes label="Code van zes cijfers" value={code} onChange={setCode} onComplete={onComplete} disabled={disabled} />
}

const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Code van zes cijfers' })
const boxes = (container: HTMLElement) => [...container.querySelectorAll('[data-boxes]')].map((box) => box.textContent)

it('keeps the first six digits of what is pasted', () => {
  expect(cleanCode('417 052', 6)).toBe('417052')
  expect(cleanCode('Uw code is 417-052.', 6)).toBe('417052')
  expect(cleanCode('41705299', 6)).toBe('417052')
  expect(cleanCode('geen code', 6)).toBe('')
})

it('is one field; a pasted code fills all boxes and is complete once', () => {
  const onComplete = vi.fn()
  const { container } = render(<Code onComplete={onComplete} />)
  fireEvent.change(field(), { target: { value: 'Code: 417 052' } })
  expect(field().value).toBe('417052')
  expect(boxes(container)).toEqual(['4', '1', '7', '0', '5', '2'])
  expect(onComplete).toHaveBeenCalledTimes(1)
  expect(onComplete).toHaveBeenCalledWith('417052')
})

it('shows where the next digit goes, and takes no letters', () => {
  const { container } = render(<Code />)
  fireEvent.change(field(), { target: { value: '41x' } })
  expect(field().value).toBe('41')
  expect(boxes(container)).toEqual(['4', '1', '', '', '', ''])
  expect([...container.querySelectorAll('[data-boxes]')].findIndex((box) => box.hasAttribute('data-current'))).toBe(2)
})

it('splits six boxes in two groups of three, silent for screen readers', () => {
  const { container } = render(<Code />)
  const all = [...container.querySelectorAll('[data-boxes]')]
  expect(all.map((box) => box.hasAttribute('data-start'))).toEqual([false, false, false, true, false, false])
  expect(all.every((box) => box.getAttribute('aria-hidden') === 'true')).toBe(true)
})
