// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { LoadingRows } from './LoadingRows.tsx'
import { skeletonAfter, slowAfter } from './use-loading-phase.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

it('shows nothing at first, a skeleton after 200 ms, and after 3 s that it takes longer', () => {
  const { container } = render(<LoadingRows label="Meldingen laden." slowLabel="Het duurt langer dan normaal." />)
  expect(container.querySelector('.MuiSkeleton-root')).toBeNull()
  expect(screen.getByRole('status').textContent).toBe('')
  act(() => vi.advanceTimersByTime(skeletonAfter))
  expect(container.querySelector('.MuiSkeleton-root')).not.toBeNull()
  expect(screen.getByRole('status').textContent).toBe('Meldingen laden.')
  act(() => vi.advanceTimersByTime(slowAfter - skeletonAfter))
  expect(screen.getByRole('status').textContent).toBe('Het duurt langer dan normaal.')
})
