// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { DiffBlock } from './DiffBlock.tsx'
import { countChanges, type DiffPart, numberChanges, textOf } from './diff-parts.ts'

afterEach(cleanup)

const parts: readonly DiffPart[] = [
  { kind: 'same', text: 'Kan het op ' },
  { kind: 'removed', text: 'dinsdag' },
  { kind: 'same', text: ' ' },
  { kind: 'added', text: 'donderdag' },
  { kind: 'same', text: ' komen? ' },
  { kind: 'added', text: 'Dat is beter.' },
]

describe('numbering', () => {
  it('counts what went and what came in its place as one change', () => {
    expect(numberChanges(parts).map((part) => part.change)).toEqual([null, 0, null, 0, null, 1])
    expect(countChanges(parts)).toBe(2)
  })

  it('counts two additions apart, also with only a space between them', () => {
    expect(
      countChanges([
        { kind: 'added', text: 'een' },
        { kind: 'same', text: ' ' },
        { kind: 'added', text: 'twee' },
      ]),
    ).toBe(2)
    expect(countChanges([{ kind: 'same', text: 'niets' }])).toBe(0)
  })

  it('gives back both texts', () => {
    expect(textOf(parts, 'old')).toBe('Kan het op dinsdag  komen? ')
    expect(textOf(parts, 'new')).toBe('Kan het op  donderdag komen? Dat is beter.')
  })
})

describe('DiffBlock', () => {
  const block = (view: 'difference' | 'beside' | 'new', current?: number) =>
    render(
      <DiffBlock
        title="Gewijzigd"
        detail="09:11"
        parts={parts}
        view={view}
        current={current}
        words={{ was: 'was', new: 'nieuw' }}
      />,
    )

  it('marks what went as deletion and what came as insertion, the current change on both', () => {
    const { container } = block('difference', 0)
    expect([...container.querySelectorAll('del')].map((del) => del.textContent)).toEqual(['dinsdag', 'was'])
    expect([...container.querySelectorAll('ins')].map((ins) => ins.textContent)).toEqual(['donderdag', 'Dat is beter.', 'nieuw'])
    expect([...container.querySelectorAll('[data-current]')].map((mark) => mark.textContent)).toEqual(['dinsdag', 'donderdag'])
    expect(screen.getByRole('alert').textContent).toBe('Gewijzigd')
  })

  it('shows the old text without additions beside the new one without deletions', () => {
    block('beside')
    const [was, now] = screen.getAllByRole('heading', { level: 3 }).map((heading) => heading.parentElement)
    expect(was?.textContent).toContain('dinsdag')
    expect(was?.textContent).not.toContain('donderdag')
    expect(now && within(now).queryByText('dinsdag')).toBeNull()
    expect(now?.textContent).toContain('Dat is beter.')
  })

  it('shows text from a client as text, never as markup', () => {
    const { container } = render(
      <DiffBlock
        title="t"
        detail="d"
        parts={[{ kind: 'added', text: '<img src=x onerror=alert(1)>' }]}
        words={{ was: 'was', new: 'nieuw' }}
      />,
    )
    expect(container.querySelector('img')).toBeNull()
    expect(container.textContent).toContain('<img src=x onerror=alert(1)>')
  })
})
